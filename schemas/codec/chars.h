/*
 * chars.h - which characters a string of a schema may hold: the attribute "chars".
 */
#ifndef FY_CHARS_H
#define FY_CHARS_H

#include "schemas/codec/type.h"

/* Index of the first character that is not of `chars`; value.size when all are. Not for UUID. */
size_t fy_chars_bad(enum fy_chars chars, struct fy_slice value);

/* 8-4-4-4-12 hex digits, lower case. */
bool fy_chars_uuid(struct fy_slice value);

/* For messages: "A-Z". */
const char *fy_chars_words(enum fy_chars chars);

#endif
