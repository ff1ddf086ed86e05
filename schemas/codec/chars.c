#include "schemas/codec/chars.h"

/* One bit per enum fy_chars that a byte belongs to. */
enum {
    HEX = 1 << FY_CHARS_HEX,
    SKU = 1 << FY_CHARS_SKU,
    UPPER = 1 << FY_CHARS_UPPER,
    DIGIT = 1 << FY_CHARS_DIGIT,
};

static const uint8_t classes[256] = {
    ['0' ... '9'] = HEX | SKU | DIGIT,
    ['a' ... 'f'] = HEX | SKU,
    ['g' ... 'z'] = SKU,
    ['A' ... 'Z'] = SKU | UPPER,
    ['.'] = SKU,
    ['_'] = SKU,
    [':'] = SKU,
    ['-'] = SKU,
};

size_t fy_chars_bad(enum fy_chars chars, struct fy_slice value)
{
    size_t at = 0;

    while (at < value.size && (classes[value.data[at]] >> chars & 1) != 0)
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
    default:
        return "A-Z a-z 0-9 . _ : -";
    }
}
