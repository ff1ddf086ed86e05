#include "lib/credit.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

enum {
    SKU_BYTES_MAX = 64,
    MAC_BYTES = crypto_shorthash_BYTES,
};

_Static_assert(FY_CREDIT_LIST_BYTES == crypto_shorthash_KEYBYTES, "a list's key is SipHash's");
_Static_assert(FY_CREDIT_TEXT == 1 + 2 * MAC_BYTES, "the kind of place and the MAC");

/* Another use than cookies have of the same key: what is hashed says so first. */
void fy_credits_init(struct fy_credits *credits,
    const uint8_t key[FY_MAC_KEY_BYTES],
    struct fy_slice visitor,
    struct fy_slice list_id)
{
    static const char use[] = "credits of a list";
    const struct fy_slice parts[] = {visitor, list_id};
    crypto_generichash_state state;

    (void)crypto_generichash_init(&state, key, FY_MAC_KEY_BYTES, sizeof(credits->key));
    (void)crypto_generichash_update(&state, (const uint8_t *)use, sizeof(use));
    for (int i = 0; i < 2; i++) {
        uint8_t size = (uint8_t)parts[i].size; /* Ids: 32 and 36 bytes. */

        (void)crypto_generichash_update(&state, &size, 1);
        (void)crypto_generichash_update(&state, parts[i].data, parts[i].size);
    }
    (void)crypto_generichash_final(&state, credits->key, sizeof(credits->key));
}

void fy_credit_text(const struct fy_credits *credits,
    enum fy_credit_place place,
    struct fy_slice sku,
    char ret_text[FY_CREDIT_TEXT + 1])
{
    uint8_t bytes[1 + SKU_BYTES_MAX];
    uint8_t mac[MAC_BYTES];
    size_t size = sku.size < SKU_BYTES_MAX ? sku.size : SKU_BYTES_MAX;

    bytes[0] = (uint8_t)place;
    if (size > 0)
        memcpy(bytes + 1, sku.data, size);
    (void)crypto_shorthash(mac, bytes, 1 + size, credits->key);
    ret_text[0] = (char)place;
    (void)sodium_bin2hex(ret_text + 1, FY_CREDIT_TEXT, mac, sizeof(mac));
}

bool fy_credit_check(const struct fy_credits *credits, struct fy_slice sku, struct fy_slice credit)
{
    char text[FY_CREDIT_TEXT + 1];

    if (credit.size != FY_CREDIT_TEXT ||
        (credit.data[0] != FY_PLACE_EARNED && credit.data[0] != FY_PLACE_EXPLORED &&
            credit.data[0] != FY_PLACE_MINIMUM))
        return false;
    fy_credit_text(credits, (enum fy_credit_place)credit.data[0], sku, text);
    return sodium_memcmp(text, credit.data, FY_CREDIT_TEXT) == 0;
}
