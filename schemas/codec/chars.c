#include "schemas/codec/chars.h"

/* One bit per enum fy_chars that a byte belongs to. */
enum {
    HEX = 1 << FY_CHARS_HEX,
    SKU = 1 << FY_CHARS_SKU,
    UPPER = 1 << FY_CHARS_UPPER,
    DIGIT = 1 << FY_CHARS_DIGIT,
    PATH = 1 << FY_CHARS_PATH,
};

static const uint8_t classes[256] = {
    ['0' ... '9'] = HEX | SKU | DIGIT | PATH,
    ['a' ... 'f'] = HEX | SKU | PATH,
    ['g' ... 'z'] = SKU | PATH,
    ['A' ... 'Z'] = SKU | UPPER,
    ['.'] = SKU,
    ['_'] = SKU,
    [':'] = SKU,
    ['-'] = SKU | PATH,
    ['/'] = PATH,
};

/* A slash that begins, ends or follows another. */
static bool slash_of_nothing(struct fy_slice value, size_t at)
{
    return value.data[at] == '/' && (at == 0 || at + 1 == value.size || value.data[at - 1] == '/');
}

size_t fy_chars_bad(enum fy_chars chars, struct fy_slice value)
{
    size_t at = 0;

    while (at < value.size && (classes[value.data[at]] >> chars & 1) != 0 &&
           (chars != FY_CHARS_PATH || !slash_of_nothing(value, at)))
        at++;
    return at;
}

bool fy_chars_uuid(struct fy_slice value)
{
    if (value.size != 36)
        return false;
    for (size_t i = 0; i < value.size; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;

        if (dash ? value.data[i] != '-' : (classes[value.data[i]] & HEX) == 0)
            return false;
    }
    return true;
}

const char *fy_chars_words(enum fy_chars chars)
{
    switch (chars) {
    case FY_CHARS_HEX:
        return "0-9 a-f";
    case FY_CHARS_UPPER:
        return "A-Z";
    case FY_CHARS_DIGIT:
        return "0-9";
    case FY_CHARS_PATH:
        return "a-z 0-9 -, and single / between them";
    default:
        return "A-Z a-z 0-9 . _ : -";
    }
}
