/*
 * credit.h - what shows that a product stood in a list which the API gave a visitor.
 *
 * An item of a list carries its credit, and the client gives it back when the item was seen or
 * chosen. Nobody can make one without the key of visitors' cookies, so nobody counts as shown what
 * was not, nor changes in what kind of place it stood. How often one is given back is for whoever
 * counts to see.
 * Shape:   the first byte is the kind of place, then 16 hex digits of a MAC over visitor, list,
 *          kind and SKU.
 * Threads: any.
 * Source:  SipHash-2-4 under a key of each list (BLAKE2b).
 */
#ifndef FY_CREDIT_H
#define FY_CREDIT_H

#include "lib/ids.h"

enum { FY_CREDIT_TEXT = 17, FY_CREDIT_LIST_BYTES = 16 };

enum fy_credit_place {
    FY_PLACE_EARNED = 'i',   /* Its score put it there. */
    FY_PLACE_EXPLORED = 'e', /* Kept for what nobody knows yet. */
    FY_PLACE_MINIMUM = 'm',  /* Kept for suppliers below the day's minimum. */
};

/* Of one list. */
struct fy_credits {
    uint8_t key[FY_CREDIT_LIST_BYTES];
};

void fy_credits_init(struct fy_credits *credits,
    const uint8_t key[FY_MAC_KEY_BYTES],
    struct fy_slice visitor,
    struct fy_slice list_id);

void fy_credit_text(const struct fy_credits *credits,
    enum fy_credit_place place,
    struct fy_slice sku,
    char ret_text[FY_CREDIT_TEXT + 1]);

/* Is it the credit of this SKU in this list? Constant time. */
bool fy_credit_check(const struct fy_credits *credits, struct fy_slice sku, struct fy_slice credit);

#endif
