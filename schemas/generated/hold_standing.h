/*
 * Made by fy-generate from schemas/hold_standing.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_HOLD_STANDING_H
#define FY_GENERATED_HOLD_STANDING_H

#include "schemas/codec/codec.h"
#include "schemas/generated/money.h"

/*
 * UNKNOWN: never asked for, or forgotten. HELD: promised. COMMITTED: sold; some of it may be
 * shipped. SHIPPED: all of it has left. RETURNED: all of that came back. RELEASED: promised no
 * more. REFUSED: never promised.
 */
enum hold_state {
    HOLD_STATE_UNKNOWN,
    HOLD_STATE_HELD,
    HOLD_STATE_COMMITTED,
    HOLD_STATE_SHIPPED,
    HOLD_STATE_RETURNED,
    HOLD_STATE_RELEASED,
    HOLD_STATE_REFUSED,
};

/* How a hold stands: items of one supplier, promised to one line of an order. */
struct hold_standing {
    /* How far it is. */
    enum hold_state state;
    /*
     * Why it was refused (unknown_sku, withdrawn, other_currency, sold_out, too_many_holds) or
     * released (cancelled, expired, rejected, lost).
     */
    struct fy_slice reason;
    /* Whose items; null where none were promised. */
    struct fy_slice supplier;
    /* Whole items that were asked for. */
    int64_t units;
    /* Price of one item; null where none were promised. */
    const struct money *price;
    /* Whole items that have left. */
    int64_t shipped_units;
    /* Of them, those that came back. */
    int64_t returned_units;
    /* Of them, those on the shelf again. */
    int64_t restocked_units;
    /* Whole items that were sold and are not there, as was told. */
    int64_t short_units;
    /* Of a refusal: whole items that one supplier could have given. */
    int64_t left_units;
};

#endif
