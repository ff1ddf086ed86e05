/*
 * What is searched for, and what is searched: the input up to a line's end is a question, the rest
 * the title of a product. Each word of a title is a term, and what was put in comes out whole.
 */
#include "api/search_find.h"

#define FUZZ_BYTES (1024 * 1024) /* An empty index has tables; a question of 12 words has sets. */
#define FUZZ_FACTOR 512          /* A word of one letter is a term of 80 bytes, with its places. */
#include "test/fuzz/fuzz.h"

static void ask(const struct search_index *index, struct fy_slice text, struct fy_arena *arena)
{
    struct search_question question = {.text = text, .open = text.size % 2 == 0, .limit = 10};
    struct search_answer answer;
    int words;

    if (!search_words_fit(text, &words))
        return;
    fuzz_must(search_find(index, &question, arena, &answer), "there is memory");
    fuzz_must(answer.total <= 2, "what is found is there");
}

static void search(struct fy_slice input)
{
    const uint8_t *end = input.size > 0 ? memchr(input.data, '\n', input.size) : NULL;
    size_t size = end != NULL ? (size_t)(end - input.data) : input.size;
    struct fy_slice rest = {input.data + size, input.size - size};
    struct product one = {.sku = fy_slice_of("one"), .title = rest};
    struct product two = {.sku = fy_slice_of("two"), .title = fy_slice_of("Steel flask, 0.5 l")};
    struct search_index *index = search_index_new();
    struct search_cutter cutter = {.text = rest};
    struct search_word word;
    struct fy_arena arena;

    fy_arena_init(&arena, 1 << 20);
    fuzz_must(index != NULL && search_index_put(index, NULL, &one, true) &&
                  search_index_put(index, NULL, &two, false),
        "there is memory");
    ask(index, (struct fy_slice){input.data, size}, &arena);
    for (int i = 0; i < SEARCH_WORDS_MAX && search_word_next(&cutter, &word); i++)
        fuzz_must(search_terms_find(index->terms, search_word_text(&word)) != NULL,
            "a word of a title is a term");
    fuzz_must(
        search_index_put(index, &one, NULL, false) && search_index_put(index, &two, NULL, false),
        "what is there goes");
    fuzz_must(search_terms_count(index->terms) == 0, "what is gone leaves no word");
    search_index_free(index);
    fy_arena_done(&arena);
}

FUZZ_TARGET(search, "flsk ste\nCaf\xc3\xa9 M\xc3\xbcller, 2-teilig")
