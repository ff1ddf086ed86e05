/*
 * Made by fy-generate from schemas/line_standing.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_LINE_STANDING_H
#define FY_GENERATED_LINE_STANDING_H

#include "schemas/codec/codec.h"
#include "schemas/generated/money.h"

/*
 * HOLDING: stock is asked. HELD: promised. COMMITTING: being sold. WAITING: sold, its supplier is
 * to accept. ACCEPTED: its supplier will ship; some may have left. SHIPPED: all that is not
 * cancelled has left. DELIVERED: that has arrived. ENDED: nothing of it will be shipped.
 */
enum line_state {
    LINE_STATE_HOLDING,
    LINE_STATE_HELD,
    LINE_STATE_COMMITTING,
    LINE_STATE_WAITING,
    LINE_STATE_ACCEPTED,
    LINE_STATE_SHIPPED,
    LINE_STATE_DELIVERED,
    LINE_STATE_ENDED,
};

/* How a line of an order stands: whole items of one SKU, of one supplier. */
struct line_standing {
    /* Which SKU. */
    struct fy_slice sku;
    /* Whole items ordered, 1 .. 999. */
    int64_t units;
    /* How far it is. */
    enum line_state state;
    /* Who ships it; null: not known yet, or nobody. */
    struct fy_slice supplier;
    /* What the customer pays for one item; null: not known yet. */
    const struct money *price;
    /* Whole items that have left. */
    int64_t shipped_units;
    /* Of them, those that came back. */
    int64_t returned_units;
    /* Whole items that will not be shipped. Shipped and cancelled are at most those ordered. */
    int64_t cancelled_units;
    /* Why stock would not hold it, or why it ended, a word; null: neither. */
    struct fy_slice reason;
    /* Of a line that stock would not hold: whole items that one supplier could have given. */
    int64_t left_units;
};

#endif
