/*
 * Made by fy-generate from schemas/order_answer.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_ANSWER_H
#define FY_GENERATED_ORDER_ANSWER_H

#include "schemas/codec/codec.h"

/* How a request was answered. */
struct order_answer {
    /* The request's event_id. */
    struct fy_slice event_id;
    /* Why it was refused; null: it was not. */
    struct fy_slice refused;
    /* Keyed hash of its body: how another body under the same event_id is told from a repeat. */
    struct fy_slice body_mac;
};

#endif
