/* stand_caller.c - see stand.h: who asks. */
#include "lib/caller.h"
#include "lib/conf.h"
#include "lib/ids.h"
#include "test/e2e/stand.h"

#include <stdlib.h>
#include <time.h>

static const char *header_of(enum fy_role role, const char *supplier)
{
    static char ring[16][640];
    static int next;
    char *text = ring[next++ % 16];
    char path[512];
    uint8_t key[FY_TOKEN_KEY_BYTES];
    struct fy_arena arena;
    struct fy_slice token = {0};
    struct fy_err err;
    int64_t now_ms = (int64_t)time(NULL) * 1000;
    struct fy_caller caller = {
        .role = role,
        .person = fy_slice_of("e2e"),
        .supplier = supplier != NULL ? fy_slice_of(supplier) : (struct fy_slice){0},
        .issued_ms = now_ms,
        .expires_ms = now_ms + FY_TOKEN_LIFE_MS_MAX,
    };

    (void)snprintf(path, sizeof(path), "%s/secrets/token.key", stand_home());
    fy_arena_init(&arena, 65536);
    if (fy_ids_init(&err) != FY_OK || fy_conf_secret(path, key, sizeof(key), &err) != FY_OK ||
        !fy_token_make(key, &caller, &arena, &token)) {
        (void)fprintf(stderr, "no token of this stand: is %s ours to read?\n", path);
        abort();
    }
    (void)snprintf(text, sizeof(ring[0]), "Authorization: Bearer %.*s", FY_SLICE_ARG(token));
    fy_arena_done(&arena);
    return text;
}

const char *owner_of(const char *supplier)
{
    return header_of(FY_ROLE_SUPPLIER_OWNER, supplier);
}

const char *an_operator(void)
{
    return header_of(FY_ROLE_OPERATOR, NULL);
}
