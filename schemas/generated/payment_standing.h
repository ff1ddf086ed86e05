/*
 * Made by fy-generate from schemas/payment_standing.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_PAYMENT_STANDING_H
#define FY_GENERATED_PAYMENT_STANDING_H

#include "schemas/codec/codec.h"

/*
 * NONE: never asked for. PENDING: asked for, outcome unknown yet. ACTION_REQUIRED: the customer
 * must confirm at the provider. AUTHORISED: promised. CAPTURED: taken; some or all may be refunded.
 * VOIDED: promised no more, for we asked. DECLINED: refused. EXPIRED: promised no more, for nobody
 * took it in time.
 */
enum payment_state {
    PAYMENT_STATE_NONE,
    PAYMENT_STATE_PENDING,
    PAYMENT_STATE_ACTION_REQUIRED,
    PAYMENT_STATE_AUTHORISED,
    PAYMENT_STATE_CAPTURED,
    PAYMENT_STATE_VOIDED,
    PAYMENT_STATE_DECLINED,
    PAYMENT_STATE_EXPIRED,
};

/* How a payment stands, as far as we know. */
struct payment_standing {
    /* How far it is. */
    enum payment_state state;
    /* Of all amounts, ISO 4217. */
    struct fy_slice currency;
    /* What was promised, minor units, >= 0; it stays when captured. */
    int64_t authorised_minor;
    /* What was taken, minor units, >= 0, at most what was promised. */
    int64_t captured_minor;
    /* What was given back, minor units, >= 0, at most what was taken. */
    int64_t refunded_minor;
    /* What the provider kept of what was taken, minor units, >= 0. */
    int64_t fee_minor;
    /* The provider's name for it; null: it has none yet. */
    struct fy_slice provider_ref;
    /* Until when what is promised can be taken, UTC; null: not known, or nothing is promised. */
    bool has_expires_ms;
    int64_t expires_ms;
};

#endif
