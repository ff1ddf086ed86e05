#include "lib/email.h"

#include <string.h>

static bool is_blank(uint8_t byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static struct fy_slice trimmed(struct fy_slice text)
{
    while (text.size > 0 && is_blank(text.data[0])) {
        text.data++;
        text.size--;
    }
    while (text.size > 0 && is_blank(text.data[text.size - 1]))
        text.size--;
    return text;
}

enum fy_status fy_email_normal(
    struct fy_slice typed, struct fy_arena *arena, struct fy_slice *ret_email, struct fy_err *err)
{
    struct fy_slice email = trimmed(typed);
    const uint8_t *at;
    uint8_t *bytes;

    if (email.size > FY_EMAIL_BYTES_MAX)
        return fy_fail(err, FY_REJECT, "email: %zu bytes; it may have %d", email.size,
            (int)FY_EMAIL_BYTES_MAX);
    for (size_t i = 0; i < email.size; i++)
        if (email.data[i] <= ' ' || email.data[i] == 0x7f)
            return fy_fail(err, FY_REJECT, "email: it may have no blanks inside");
    at = email.size > 0 ? memchr(email.data, '@', email.size) : NULL;
    if (at == NULL || at == email.data || at + 1 == email.data + email.size ||
        memchr(at + 1, '@', (size_t)(email.data + email.size - at - 1)) != NULL)
        return fy_fail(
            err, FY_REJECT, "email: it must have one @ with something on both sides of it");
    bytes = (uint8_t *)fy_arena_copy(arena, email).data;
    if (bytes == NULL)
        return fy_fail(err, FY_REJECT, "email: it does not fit");
    for (size_t i = 0; i < email.size; i++)
        if (bytes[i] >= 'A' && bytes[i] <= 'Z')
            bytes[i] = (uint8_t)(bytes[i] - 'A' + 'a');
    *ret_email = (struct fy_slice){bytes, email.size};
    return FY_OK;
}
