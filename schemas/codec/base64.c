#include "schemas/codec/base64.h"

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int digit_of(uint8_t c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '+')
        return 62;
    return c == '/' ? 63 : -1;
}

bool fy_base64_decode(struct fy_slice text, uint8_t *ret_bytes, size_t *ret_size)
{
    size_t used = 0;
    uint32_t bits = 0;
    size_t padding = 0;

    if (text.size % 4 != 0)
        return false;
    if (text.size > 0 && text.data[text.size - 1] == '=')
        padding = text.data[text.size - 2] == '=' ? 2 : 1;
    for (size_t i = 0; i < text.size; i++) {
        int digit = i < text.size - padding ? digit_of(text.data[i]) : 0;

        if (digit < 0)
            return false;
        bits = bits << 6 | (uint32_t)digit;
        if (i % 4 == 3) {
            ret_bytes[used++] = (uint8_t)(bits >> 16);
            ret_bytes[used++] = (uint8_t)(bits >> 8);
            ret_bytes[used++] = (uint8_t)bits;
        }
    }
    /* Bits that padding leaves over must be 0: one text for one value. */
    for (size_t i = 0; i < padding; i++)
        if (ret_bytes[--used] != 0)
            return false;
    *ret_size = used;
    return true;
}

void fy_base64_encode(struct fy_slice bytes, uint8_t *ret_text)
{
    for (size_t i = 0; i < bytes.size; i += 3) {
        size_t left = bytes.size - i;
        uint32_t bits = (uint32_t)bytes.data[i] << 16;

        if (left > 1)
            bits |= (uint32_t)bytes.data[i + 1] << 8;
        if (left > 2)
            bits |= bytes.data[i + 2];
        *ret_text++ = (uint8_t)digits[bits >> 18];
        *ret_text++ = (uint8_t)digits[bits >> 12 & 63];
        *ret_text++ = left > 1 ? (uint8_t)digits[bits >> 6 & 63] : '=';
        *ret_text++ = left > 2 ? (uint8_t)digits[bits & 63] : '=';
    }
}
