/*
 * json_text.h - the words of JSON, read one after the other: what json_*.c share.
 *
 * Strict RFC 8259, and stricter where it leaves a choice: valid UTF-8, no NUL, no lone surrogates.
 *
 * Errors:  false and FY_REJECT with "byte N: what is wrong", N counted from the text's first byte.
 *          What stands in the text is never repeated: it may be personal.
 * Memory:  a string without escapes is a part of the text; one with escapes is made in the arena.
 * Threads: one owner.
 */
#ifndef FY_JSON_TEXT_H
#define FY_JSON_TEXT_H

#include "schemas/codec/codec.h"

struct fy_json_text {
    const uint8_t *begin;
    const uint8_t *at;
    const uint8_t *end;
    struct fy_arena *arena; /* NULL when strings are only skipped. */
    struct fy_err *err;
};

/* Always false. */
bool fy_json_fail(struct fy_json_text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3), cold));

/* "a string", "a number", ...: what stands here, for messages. */
const char *fy_json_what(const struct fy_json_text *text);

/* The text must stand before '"' or at a number's first character. */
bool fy_json_string(struct fy_json_text *text, struct fy_slice *ret_value) FY_MUST_CHECK;
bool fy_json_number(
    struct fy_json_text *text, struct fy_slice *ret_text, bool *ret_whole) FY_MUST_CHECK;
bool fy_json_word(struct fy_json_text *text, const char *word) FY_MUST_CHECK;

/* Any value, checked and skipped, with at most `depth_left` levels. */
bool fy_json_skip(struct fy_json_text *text, int depth_left) FY_MUST_CHECK;

static inline void fy_json_space(struct fy_json_text *text)
{
    while (text->at < text->end &&
           (*text->at == ' ' || *text->at == '\n' || *text->at == '\r' || *text->at == '\t'))
        text->at++;
}

/* The next character behind white space; 0 at the end (a NUL is never a good one). */
static inline uint8_t fy_json_peek(struct fy_json_text *text)
{
    fy_json_space(text);
    return text->at < text->end ? *text->at : 0;
}

/* Read `wanted` if it is next. */
static inline bool fy_json_take(struct fy_json_text *text, uint8_t wanted)
{
    if (fy_json_peek(text) != wanted)
        return false;
    text->at++;
    return true;
}

#endif
