#include "schemas/codec/json_text.h"

#include "schemas/codec/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool fy_json_fail(struct fy_json_text *text, const char *format, ...)
{
    char what[160];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(what, sizeof(what), format, args);
    va_end(args);
    (void)fy_fail(text->err, FY_REJECT, "byte %zu: %s", (size_t)(text->at - text->begin), what);
    return false;
}

const char *fy_json_what(const struct fy_json_text *text)
{
    if (text->at >= text->end)
        return "nothing";
    switch (*text->at) {
    case '"':
        return "a string";
    case '{':
        return "an object";
    case '[':
        return "an array";
    case 't':
    case 'f':
        return "a boolean";
    case 'n':
        return "null";
    default:
        if (*text->at == '-' || (*text->at >= '0' && *text->at <= '9'))
            return "a number";
        return "no JSON";
    }
}

static bool hex4(struct fy_json_text *text, uint32_t *ret_unit)
{
    uint32_t unit = 0;

    if (text->end - text->at < 4)
        return fy_json_fail(text, "the text ends inside \\u");
    for (int i = 0; i < 4; i++) {
        uint8_t c = text->at[i];

        if (c >= '0' && c <= '9')
            unit = unit << 4 | (uint32_t)(c - '0');
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            unit = unit << 4 | (uint32_t)((c | 0x20) - 'a' + 10);
        else
            return fy_json_fail(text, "\\u needs four hex digits");
    }
    text->at += 4;
    *ret_unit = unit;
    return true;
}

static bool unicode_escape(struct fy_json_text *text, uint32_t *ret_point)
{
    uint32_t point = 0; /* Both are set where hex4 is true; GCC does not see it. */
    uint32_t low = 0;

    if (!hex4(text, &point))
        return false;
    if (point == 0)
        return fy_json_fail(text, "a string may not hold NUL");
    if (point >= 0xdc00 && point <= 0xdfff)
        return fy_json_fail(text, "half a surrogate pair");
    if (point >= 0xd800 && point <= 0xdbff) {
        if (text->end - text->at < 6 || text->at[0] != '\\' || text->at[1] != 'u')
            return fy_json_fail(text, "half a surrogate pair");
        text->at += 2;
        if (!hex4(text, &low))
            return false;
        if (low < 0xdc00 || low > 0xdfff)
            return fy_json_fail(text, "half a surrogate pair");
        point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
    }
    *ret_point = point;
    return true;
}

static bool escape(struct fy_json_text *text, uint32_t *ret_point)
{
    static const char from[] = "\"\\/bfnrt";
    static const char to[] = "\"\\/\b\f\n\r\t";
    const char *found;

    text->at++;
    if (text->at == text->end)
        return fy_json_fail(text, "the text ends inside a string");
    if (*text->at == 'u') {
        text->at++;
        return unicode_escape(text, ret_point);
    }
    found = *text->at == '\0' ? NULL : strchr(from, *text->at);
    if (found == NULL)
        return fy_json_fail(text, "no escape of JSON's");
    *ret_point = (uint8_t)to[found - from];
    text->at++;
    return true;
}

/* Up to the next '"' or '\'; everything before it is checked. */
static bool plain_run(struct fy_json_text *text)
{
    const uint8_t *at = text->at;

    for (;;) {
        size_t size;

        at = fy_utf8_plain(at, text->end);
        text->at = at;
        if (at == text->end)
            return fy_json_fail(text, "the text ends inside a string");
        if (*at == '"' || *at == '\\')
            return true;
        if (*at < 0x20)
            return fy_json_fail(text, "a control character inside a string must be escaped");
        size = fy_utf8_size(at, text->end);
        if (size == 0)
            return fy_json_fail(text, "a string must be UTF-8");
        at += size;
    }
}

/* What the arena gets is at most as long as what stands in the text up to the closing quote. */
static size_t raw_bytes(const struct fy_json_text *text)
{
    const uint8_t *at = text->at;

    while (at < text->end && *at != '"')
        at += *at == '\\' ? 2 : 1;
    return (size_t)(at - text->at);
}

static bool with_escapes(
    struct fy_json_text *text, const uint8_t *begin, struct fy_slice *ret_value)
{
    size_t size = (size_t)(text->at - begin);
    uint8_t *copy = NULL;
    uint32_t point = 0; /* Both are set where hex4 is true; GCC does not see it. */

    if (text->arena != NULL) {
        copy = fy_arena_alloc(text->arena, size + raw_bytes(text) + 1);
        if (copy == NULL)
            return fy_json_fail(text, "a string does not fit the arena");
        memcpy(copy, begin, size);
    }
    while (*text->at == '\\') {
        const uint8_t *run;

        if (!escape(text, &point))
            return false;
        if (copy != NULL)
            size += fy_utf8_put(copy + size, point);
        run = text->at;
        if (!plain_run(text))
            return false;
        if (copy != NULL)
            memcpy(copy + size, run, (size_t)(text->at - run));
        size += (size_t)(text->at - run);
    }
    text->at++;
    *ret_value = (struct fy_slice){.data = copy, .size = size};
    return true;
}

bool fy_json_string(struct fy_json_text *text, struct fy_slice *ret_value)
{
    const uint8_t *begin = ++text->at;

    if (!plain_run(text))
        return false;
    if (*text->at == '\\')
        return with_escapes(text, begin, ret_value);
    *ret_value = (struct fy_slice){.data = begin, .size = (size_t)(text->at - begin)};
    text->at++;
    return true;
}

static bool digits(struct fy_json_text *text)
{
    const uint8_t *begin = text->at;

    while (text->at < text->end && *text->at >= '0' && *text->at <= '9')
        text->at++;
    return text->at > begin;
}

bool fy_json_number(struct fy_json_text *text, struct fy_slice *ret_text, bool *ret_whole)
{
    const uint8_t *begin = text->at;
    bool whole = true;

    if (*text->at == '-')
        text->at++;
    if (text->at < text->end && *text->at == '0') {
        text->at++;
        if (text->at < text->end && *text->at >= '0' && *text->at <= '9')
            return fy_json_fail(text, "a number may not begin with 0");
    } else if (!digits(text)) {
        return fy_json_fail(text, "not a JSON value");
    }
    if (text->at < text->end && *text->at == '.') {
        text->at++;
        whole = false;
        if (!digits(text))
            return fy_json_fail(text, "a digit must follow the point");
    }
    if (text->at < text->end && (*text->at | 0x20) == 'e') {
        text->at++;
        whole = false;
        if (text->at < text->end && (*text->at == '+' || *text->at == '-'))
            text->at++;
        if (!digits(text))
            return fy_json_fail(text, "a digit must follow the exponent");
    }
    *ret_text = (struct fy_slice){.data = begin, .size = (size_t)(text->at - begin)};
    *ret_whole = whole;
    return true;
}

bool fy_json_word(struct fy_json_text *text, const char *word)
{
    size_t size = strlen(word);

    if ((size_t)(text->end - text->at) < size || memcmp(text->at, word, size) != 0)
        return fy_json_fail(text, "not a JSON value");
    text->at += size;
    return true;
}

static bool skip_members(struct fy_json_text *text, int depth_left)
{
    struct fy_slice name;

    text->at++;
    if (fy_json_take(text, '}'))
        return true;
    do {
        if (fy_json_peek(text) != '"')
            return fy_json_fail(text, "a member's name in quotes is expected");
        if (!fy_json_string(text, &name))
            return false;
        if (!fy_json_take(text, ':'))
            return fy_json_fail(text, "a ':' is expected");
        if (!fy_json_skip(text, depth_left))
            return false;
    } while (fy_json_take(text, ','));
    if (!fy_json_take(text, '}'))
        return fy_json_fail(text, "a ',' or '}' is expected");
    return true;
}

static bool skip_items(struct fy_json_text *text, int depth_left)
{
    text->at++;
    if (fy_json_take(text, ']'))
        return true;
    do {
        if (!fy_json_skip(text, depth_left))
            return false;
    } while (fy_json_take(text, ','));
    if (!fy_json_take(text, ']'))
        return fy_json_fail(text, "a ',' or ']' is expected");
    return true;
}

bool fy_json_skip(struct fy_json_text *text, int depth_left)
{
    struct fy_slice value;
    bool whole;

    switch (fy_json_peek(text)) {
    case '"':
        return fy_json_string(text, &value);
    case 't':
        return fy_json_word(text, "true");
    case 'f':
        return fy_json_word(text, "false");
    case 'n':
        return fy_json_word(text, "null");
    case '{':
    case '[':
        if (depth_left == 0)
            return fy_json_fail(text, "nested deeper than %d levels", FY_DEPTH_MAX);
        return *text->at == '{' ? skip_members(text, depth_left - 1)
                                : skip_items(text, depth_left - 1);
    default:
        if (text->at == text->end)
            return fy_json_fail(text, "the text ends before a value");
        return fy_json_number(text, &value, &whole);
    }
}
