/*
 * Any bytes as an access token, and any bytes that our own key has sealed: no caller, or one whose
 * ids and times are what they may be. PASETO's room for the longest token is there whatever comes.
 */
#include "lib/caller.h"
#include "lib/ids.h"
#include "test/fuzz/fuzz.h"

static void judge(struct fy_slice token)
{
    static const uint8_t key[FY_TOKEN_KEY_BYTES] = {3};
    const int64_t now_ms = 1764126000000;
    struct fy_caller caller = {0};

    if (!fy_token_check(key, token, (1U << FY_AUDIENCE_COUNT) - 1, now_ms, &fuzz_arena, &caller))
        return;
    fuzz_must(caller.role < FY_ROLE_COUNT && fy_caller_is_id(caller.person), "it is somebody");
    fuzz_must(fy_role_is_supplier(caller.role) == (caller.supplier.size > 0), "and of a supplier");
    fuzz_must(
        caller.expires_ms > now_ms && caller.expires_ms - caller.issued_ms <= FY_TOKEN_LIFE_MS_MAX,
        "and for a while");
}

static void check(struct fy_slice input)
{
    static const uint8_t key[FY_TOKEN_KEY_BYTES] = {3};
    static bool ready;
    const struct fy_slice none = {0};
    struct fy_slice sealed = {0};
    struct fy_err err;

    if (!ready)
        fuzz_must(fy_ids_init(&err) == FY_OK, "libsodium is there");
    ready = true;
    judge(input);
    if (fy_paseto_seal(key, NULL, input, none, fy_slice_of("supplier"), &fuzz_arena, &sealed))
        judge(sealed);
}

FUZZ_TARGET(check,
    "{\"sub\":\"me\",\"acc\":\"\",\"role\":\"supplier_owner\",\"sup\":\"oak\",\"sid\":\"\","
    "\"iat\":1764126000000,\"exp\":1764126060000}",
    "v4.local.OBZo2WLukotKKUZ-V1Ff9X79k8nXgCh7z8TwsY7OWV0Z3AXLXC-9yHUM-FQk-m9KrGKM98a0t8o09N9-O-"
    "hvvz2IxtE6JVYflw88iA1TvFBHgbogoNb7Dvj0OLwogZkQMtGE")
