#include "producers/supply/gtin.h"

#include <string.h>

const char *gtin_read(struct fy_slice text, char ret_digits[GTIN_DIGITS + 1])
{
    int sum = 0;

    if (text.size != 8 && text.size != 12 && text.size != 13 && text.size != 14)
        return "a GTIN has 8, 12, 13 or 14 digits";
    for (size_t i = 0; i < text.size; i++) {
        size_t from_right = text.size - 1 - i;

        if (text.data[i] < '0' || text.data[i] > '9')
            return "a GTIN is of digits alone";
        sum += (text.data[i] - '0') * (from_right % 2 == 1 ? 3 : 1);
    }
    if (sum % 10 != 0)
        return "the check digit of this GTIN is another: it was misread";
    if (sum == 0)
        return "a GTIN is not zero";
    memset(ret_digits, '0', GTIN_DIGITS - text.size);
    memcpy(ret_digits + GTIN_DIGITS - text.size, text.data, text.size);
    ret_digits[GTIN_DIGITS] = '\0';
    return NULL;
}
