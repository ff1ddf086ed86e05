/*
 * Made by fy-generate from schemas/stock_reply.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_STOCK_REPLY_H
#define FY_GENERATED_STOCK_REPLY_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/hold_standing.h"

/*
 * NOTHING: nobody asked; a hold was lost (RELEASED), or what was sold is not there (COMMITTED,
 * short_units).
 */
enum stock_asked {
    STOCK_ASKED_NOTHING,
    STOCK_ASKED_HOLD,
    STOCK_ASKED_COMMIT,
    STOCK_ASKED_RELEASE,
    STOCK_ASKED_SHIP,
    STOCK_ASKED_RETURN,
};

/*
 * How a hold stands: the answer to each request, a repeat too, and what happens to a hold unasked.
 */
struct stock_reply {
    /* Who, when and why; cause_id is the request. Writer and seq are set. */
    struct envelope envelope;
    /* Whose hold; also the key. */
    struct fy_slice order;
    /* Which. */
    struct fy_slice hold;
    /* Of which SKU. */
    struct fy_slice sku;
    /* What is answered. */
    enum stock_asked asked;
    /*
     * Why what was asked is not so: unknown_hold, other_hold, other_units, not_committed, ended,
     * shipped, too_many_units; null: it is.
     */
    struct fy_slice not_done;
    /* How the hold stands now. */
    struct hold_standing standing;
};

extern const struct fy_schema stock_reply_schema;

enum fy_status stock_reply_encode(const struct stock_reply *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status stock_reply_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_reply *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
