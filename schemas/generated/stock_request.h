/*
 * Made by fy-generate from schemas/stock_request.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_STOCK_REQUEST_H
#define FY_GENERATED_STOCK_REQUEST_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"

/*
 * CANCELLED: by the customer or us. EXPIRED: not paid in time. REJECTED: the supplier would not
 * ship it; counts against its rate.
 */
enum release_reason {
    RELEASE_REASON_CANCELLED,
    RELEASE_REASON_EXPIRED,
    RELEASE_REASON_REJECTED,
};

struct hold_stock_excluded {
    const struct fy_slice *items;
    size_t count;
};

/* Promise items of one supplier to the order: all of them or none. */
struct hold_stock {
    /* Whole items. */
    int64_t units;
    /* What the order is paid in, ISO 4217. */
    struct fy_slice currency;
    /* Suppliers that would not ship it. */
    struct hold_stock_excluded excluded;
    /* Taken if it can give them all, whatever the others ask for them. */
    struct fy_slice preferred;
};

/* What is held is sold. */
struct commit_hold {
    /* Whole items that the order takes for held: those of the hold, or nothing is done. */
    int64_t units;
};

/*
 * What is held or sold, and not shipped, is free again; a hold that comes behind it is not granted.
 */
struct release_hold {
    /* Why. */
    enum release_reason reason;
};

/* Items that were sold have left. */
struct ship_hold {
    /* Whole items of the hold that have left, with those of before. */
    int64_t shipped_units;
};

/* Items came back. */
struct return_hold {
    /* Whole items of the hold that came back, with those of before. */
    int64_t returned_units;
    /* Of them, those on the shelf again, with those of before. */
    int64_t restocked_units;
};

/*
 * What an order asks of one SKU. Exactly one of the nullable records is set. Totals, not steps:
 * sent again, late or in another order it means the same.
 */
struct stock_request {
    /* Who, when and why; writer and seq are set. */
    struct envelope envelope;
    /* The SKU; also the key. */
    struct fy_slice sku;
    /* Which order asks; key of the reply. */
    struct fy_slice order;
    /*
     * Which hold: the order and its line, and the number of the try where there is a second. Never
     * used for anything else.
     */
    struct fy_slice hold;
    /* Promise items to the order. */
    const struct hold_stock *hold_stock;
    /* What is held is sold. */
    const struct commit_hold *commit_hold;
    /* What is held or sold, and not shipped, is free again. */
    const struct release_hold *release_hold;
    /* Items that were sold have left. */
    const struct ship_hold *ship_hold;
    /* Items came back. */
    const struct return_hold *return_hold;
};

extern const struct fy_schema stock_request_schema;

enum fy_status stock_request_encode(const struct stock_request *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status stock_request_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_request *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
