#include "lib/caller.h"

#include <inttypes.h>
#include <string.h>

enum {
    SKEW_MS = 60 * 1000, /* Between the clock that issued a token and ours. */
    DIGITS_MAX = 15,     /* Of a time: until the year 33658. */
};

static const struct {
    const char *name;
    enum fy_audience audience;
} roles[] = {
#define ROLE(symbol, name, audience) {name, FY_AUDIENCE_##audience},
#include "schemas/roles.def"
#undef ROLE
};

/* What is authenticated and not sent. They keep their words for ever, or tokens end. */
static const char *const audiences_said[] = {
    [FY_AUDIENCE_STOREFRONT] = "storefront",
    [FY_AUDIENCE_SUPPLIER] = "supplier",
    [FY_AUDIENCE_OPERATOR] = "operator",
    [FY_AUDIENCE_DATA] = "data",
    [FY_AUDIENCE_SERVICE] = "service",
};

const char *fy_role_name(enum fy_role role)
{
    assert(role >= 0 && role < FY_ROLE_COUNT);
    return roles[role].name;
}

enum fy_role fy_role_find(struct fy_slice name)
{
    int role = 0;

    while (role < FY_ROLE_COUNT && !fy_slice_equal(name, fy_slice_of(roles[role].name)))
        role++;
    return (enum fy_role)role;
}

enum fy_audience fy_role_audience(enum fy_role role)
{
    assert(role >= 0 && role < FY_ROLE_COUNT);
    return roles[role].audience;
}

bool fy_role_is_supplier(enum fy_role role)
{
    return role == FY_ROLE_SUPPLIER_OWNER || role == FY_ROLE_SUPPLIER_STAFF;
}

bool fy_caller_is_id(struct fy_slice text)
{
    for (size_t i = 0; i < text.size; i++) {
        uint8_t c = text.data[i];

        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                c == '.' || c == '_' || c == '-'))
            return false;
    }
    return text.size >= 1 && text.size <= FY_CALLER_ID_BYTES_MAX;
}

bool fy_caller_has_all(const struct fy_caller *caller)
{
    return caller->role == FY_ROLE_OPERATOR && caller->supplier.data == NULL;
}

struct fy_slice fy_caller_actor(struct fy_arena *arena, const struct fy_caller *caller)
{
    return fy_arena_format(
        arena, "%s:%.*s", roles[caller->role].name, FY_SLICE_ARG(caller->person));
}

static bool is_none_or_id(struct fy_slice text)
{
    return text.size == 0 || fy_caller_is_id(text);
}

/* What holds of every caller that a token tells of. */
static bool is_well_formed(const struct fy_caller *caller)
{
    return caller->role < FY_ROLE_COUNT && fy_caller_is_id(caller->person) &&
           is_none_or_id(caller->account) && is_none_or_id(caller->supplier) &&
           is_none_or_id(caller->session) &&
           fy_role_is_supplier(caller->role) == (caller->supplier.size > 0) &&
           caller->issued_ms > 0 && caller->expires_ms > caller->issued_ms &&
           caller->expires_ms - caller->issued_ms <= FY_TOKEN_LIFE_MS_MAX;
}

bool fy_token_make(const uint8_t key[FY_TOKEN_KEY_BYTES],
    const struct fy_caller *caller,
    struct fy_arena *arena,
    struct fy_slice *ret_token)
{
    struct fy_slice claims;

    if (!is_well_formed(caller))
        return false;
    claims = fy_arena_format(arena,
        "{\"sub\":\"%.*s\",\"acc\":\"%.*s\",\"role\":\"%s\",\"sup\":\"%.*s\",\"sid\":\"%.*s\","
        "\"iat\":%" PRId64 ",\"exp\":%" PRId64 "}",
        FY_SLICE_ARG(caller->person), FY_SLICE_ARG(caller->account), roles[caller->role].name,
        FY_SLICE_ARG(caller->supplier), FY_SLICE_ARG(caller->session), caller->issued_ms,
        caller->expires_ms);
    return claims.data != NULL &&
           fy_paseto_seal(key, NULL, claims, (struct fy_slice){0},
               fy_slice_of(audiences_said[roles[caller->role].audience]), arena, ret_token);
}

/* --- Reading: nobody but us writes these, so there is one form and no other ------------------ */

static bool take_word(struct fy_slice *rest, const char *word)
{
    size_t size = strlen(word);

    if (rest->size < size || memcmp(rest->data, word, size) != 0)
        return false;
    *rest = (struct fy_slice){rest->data + size, rest->size - size};
    return true;
}

/* "<name>":"<text>", and what follows. An empty text is absent. */
static bool take_text(struct fy_slice *rest, const char *before, struct fy_slice *ret_text)
{
    const uint8_t *end;

    if (!take_word(rest, before))
        return false;
    end = memchr(rest->data, '"', rest->size);
    if (end == NULL)
        return false;
    *ret_text = (struct fy_slice){rest->data, (size_t)(end - rest->data)};
    if (ret_text->size == 0)
        ret_text->data = NULL;
    *rest = (struct fy_slice){end + 1, rest->size - (size_t)(end + 1 - rest->data)};
    return true;
}

static bool take_time(struct fy_slice *rest, const char *before, int64_t *ret_ms)
{
    size_t digits = 0;

    if (!take_word(rest, before))
        return false;
    *ret_ms = 0;
    while (digits < rest->size && rest->data[digits] >= '0' && rest->data[digits] <= '9' &&
           digits < DIGITS_MAX)
        *ret_ms = *ret_ms * 10 + (rest->data[digits++] - '0');
    *rest = (struct fy_slice){rest->data + digits, rest->size - digits};
    return digits > 0;
}

static bool read_claims(struct fy_slice claims, struct fy_caller *caller)
{
    struct fy_slice role = {0};

    if (!take_text(&claims, "{\"sub\":\"", &caller->person) ||
        !take_text(&claims, ",\"acc\":\"", &caller->account) ||
        !take_text(&claims, ",\"role\":\"", &role) ||
        !take_text(&claims, ",\"sup\":\"", &caller->supplier) ||
        !take_text(&claims, ",\"sid\":\"", &caller->session) ||
        !take_time(&claims, ",\"iat\":", &caller->issued_ms) ||
        !take_time(&claims, ",\"exp\":", &caller->expires_ms) || !take_word(&claims, "}"))
        return false;
    caller->role = fy_role_find(role);
    return claims.size == 0 && is_well_formed(caller);
}

bool fy_token_check(const uint8_t key[FY_TOKEN_KEY_BYTES],
    struct fy_slice token,
    unsigned audiences,
    int64_t now_ms,
    struct fy_arena *arena,
    struct fy_caller *ret_caller)
{
    struct fy_caller caller = {0};
    struct fy_slice claims = {0};
    int audience = 0;

    for (; audience < FY_AUDIENCE_COUNT; audience++) {
        if ((audiences & 1U << audience) != 0 &&
            fy_paseto_open(key, token, (struct fy_slice){0}, fy_slice_of(audiences_said[audience]),
                arena, &claims))
            break;
    }
    if (audience == FY_AUDIENCE_COUNT || !read_claims(claims, &caller) ||
        (int)roles[caller.role].audience != audience || caller.issued_ms > now_ms + SKEW_MS ||
        caller.expires_ms <= now_ms)
        return false;
    *ret_caller = caller;
    return true;
}
