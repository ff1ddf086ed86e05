#include "api/search_words.h"

#include <string.h>
#include <utf8proc.h>

/* A character may fold to several; Unicode's longest has 18. */
enum { FOLDED_MAX = 32 };

/* What an ASCII byte is in a word; 0: it is in none. */
static const uint8_t ascii[128] = {
    ['0'] = '0',
    ['1'] = '1',
    ['2'] = '2',
    ['3'] = '3',
    ['4'] = '4',
    ['5'] = '5',
    ['6'] = '6',
    ['7'] = '7',
    ['8'] = '8',
    ['9'] = '9',
    ['A'] = 'a',
    ['B'] = 'b',
    ['C'] = 'c',
    ['D'] = 'd',
    ['E'] = 'e',
    ['F'] = 'f',
    ['G'] = 'g',
    ['H'] = 'h',
    ['I'] = 'i',
    ['J'] = 'j',
    ['K'] = 'k',
    ['L'] = 'l',
    ['M'] = 'm',
    ['N'] = 'n',
    ['O'] = 'o',
    ['P'] = 'p',
    ['Q'] = 'q',
    ['R'] = 'r',
    ['S'] = 's',
    ['T'] = 't',
    ['U'] = 'u',
    ['V'] = 'v',
    ['W'] = 'w',
    ['X'] = 'x',
    ['Y'] = 'y',
    ['Z'] = 'z',
    ['a'] = 'a',
    ['b'] = 'b',
    ['c'] = 'c',
    ['d'] = 'd',
    ['e'] = 'e',
    ['f'] = 'f',
    ['g'] = 'g',
    ['h'] = 'h',
    ['i'] = 'i',
    ['j'] = 'j',
    ['k'] = 'k',
    ['l'] = 'l',
    ['m'] = 'm',
    ['n'] = 'n',
    ['o'] = 'o',
    ['p'] = 'p',
    ['q'] = 'q',
    ['r'] = 'r',
    ['s'] = 's',
    ['t'] = 't',
    ['u'] = 'u',
    ['v'] = 'v',
    ['w'] = 'w',
    ['x'] = 'x',
    ['y'] = 'y',
    ['z'] = 'z',
};

static bool is_of_words(int32_t character)
{
    utf8proc_category_t category = utf8proc_category(character);

    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/* What does not fit is cut off, and whatever comes behind it. */
static void add(struct search_word *word, bool *full, const uint8_t *bytes, size_t size)
{
    if (*full || word->size + size > SEARCH_WORD_BYTES_MAX) {
        *full = true;
        return;
    }
    memcpy(word->text + word->size, bytes, size);
    word->size += size;
}

/* A character beyond ASCII. False: it is none of words. Marks add nothing and part nothing. */
static bool add_folded(struct search_word *word, bool *full, int32_t character)
{
    utf8proc_option_t options =
        (utf8proc_option_t)(UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                            UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    int32_t folded[FOLDED_MAX];
    int last = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(character, folded, FOLDED_MAX, options, &last);

    if (count < 0 || count > FOLDED_MAX)
        return false;
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        uint8_t bytes[4];

        if (!is_of_words(folded[i]))
            return false;
        add(word, full, bytes, (size_t)utf8proc_encode_char(folded[i], bytes));
    }
    return true;
}

bool search_word_next(struct search_cutter *cutter, struct search_word *ret_word)
{
    const uint8_t *data = cutter->text.data;
    size_t size = cutter->text.size;
    struct search_word word = {0};
    bool full = false;
    bool goes_on = true;

    while (cutter->at < size && (goes_on || word.size == 0)) {
        uint8_t byte = data[cutter->at];
        utf8proc_int32_t character;
        utf8proc_ssize_t taken = 1;

        if (byte < 128) {
            goes_on = ascii[byte] != 0;
            if (goes_on)
                add(&word, &full, &ascii[byte], 1);
        } else {
            taken = utf8proc_iterate(
                data + cutter->at, (utf8proc_ssize_t)(size - cutter->at), &character);
            goes_on = taken > 0 && add_folded(&word, &full, character);
        }
        cutter->at += taken > 0 ? (size_t)taken : 1;
    }
    *ret_word = word;
    return word.size > 0;
}

struct fy_slice search_word_text(const struct search_word *word)
{
    return (struct fy_slice){word->text, word->size};
}

bool search_word_equal(const struct search_word *a, const struct search_word *b)
{
    return a->size == b->size && memcmp(a->text, b->text, a->size) == 0;
}

/* FNV-1a, eight bytes at a time, and splitmix64's end. */
uint64_t search_hash(struct fy_slice text)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325) ^ text.size;

    for (size_t at = 0; at < text.size; at += 8) {
        uint64_t part = 0;

        memcpy(&part, text.data + at, text.size - at < 8 ? text.size - at : 8);
        hash = (hash ^ part) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 29;
    }
    hash = (hash ^ (hash >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    hash = (hash ^ (hash >> 27)) * UINT64_C(0x94d049bb133111eb);
    return hash ^ (hash >> 31);
}
