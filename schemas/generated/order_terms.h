/*
 * Made by fy-generate from schemas/order_terms.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_TERMS_H
#define FY_GENERATED_ORDER_TERMS_H

#include "schemas/codec/codec.h"

/* What an order lives by: the shop's settings when it was placed. */
struct order_terms {
    /* Our part of what is sold, in 1/10,000, 0 .. 10,000. */
    int32_t commission_bp;
    /* How long stock is held for somebody who pays, ms. */
    int64_t pay_for_ms;
    /* By how much that is extended, once, when they must confirm at the provider, ms. */
    int64_t extend_for_ms;
    /* Within what a supplier accepts, or counts as having rejected, ms. */
    int64_t accept_for_ms;
    /* Within what a supplier who accepted ships; then an operator looks at it, ms. */
    int64_t ship_for_ms;
    /* What was shipped counts as delivered then, ms. */
    int64_t deliver_for_ms;
    /* How long what was delivered may come back, ms. */
    int64_t return_for_ms;
    /* When what stock or payments did not answer is asked again, ms; doubled each time, */
    int64_t resend_for_ms;
    /* up to so much, ms. */
    int64_t resend_most_for_ms;
    /* How often; then an operator looks at it. */
    int32_t resends_max;
    /* How long an order that has ended is remembered by the task, ms. */
    int64_t keep_for_ms;
};

#endif
