/*
 * base64.h - bytes as text, RFC 4648 section 4, with padding.
 */
#ifndef FY_BASE64_H
#define FY_BASE64_H

#include "lib/arena.h"

/* `ret_bytes` takes text.size / 4 * 3. False when the text is not exactly what encoding gives. */
bool fy_base64_decode(struct fy_slice text, uint8_t *ret_bytes, size_t *ret_size);

static inline size_t fy_base64_size(size_t bytes)
{
    return (bytes + 2) / 3 * 4;
}

/* Writes fy_base64_size(bytes.size) bytes. */
void fy_base64_encode(struct fy_slice bytes, uint8_t *ret_text);

#endif
