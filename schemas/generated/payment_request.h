/*
 * Made by fy-generate from schemas/payment_request.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_PAYMENT_REQUEST_H
#define FY_GENERATED_PAYMENT_REQUEST_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/money.h"

/* The customer's money is to be promised, and not taken. */
struct authorise_payment {
    /* How much, > 0. */
    struct money amount;
    /* The provider's token for how they pay. */
    struct fy_slice payment_method;
};

/* What was promised is to be taken. */
struct capture_payment {
    /* How much, > 0, at most what was promised; the rest is promised no more. */
    struct money amount;
};

/*
 * What was promised is not wanted; a promise that comes behind it is void too. Of a payment that
 * was never asked for: it is not to be.
 */
struct void_payment {
    /* cancelled, expired, sold_out or total_differs. */
    struct fy_slice reason;
};

/* A part of what was taken is to be given back. */
struct refund_payment {
    /* Which refund: "ORDER/n/rK", K from 1. Never used for another amount. */
    struct fy_slice refund_id;
    /* How much, > 0. */
    struct money amount;
};

/*
 * What an order wants of one payment. Exactly one of the nullable records is set. Each is a wish,
 * not a step: said again, late or twice it means the same, and is answered each time in
 * payment-reports.
 */
struct payment_request {
    /* Who, when and why; writer and seq are set. */
    struct envelope envelope;
    /* Which order; also the key. */
    struct fy_slice order;
    /* Which payment: "ORDER/n", n from 1. Never used for anything else. */
    struct fy_slice payment;
    /* The customer's money is to be promised. */
    const struct authorise_payment *authorise_payment;
    /* What was promised is to be taken. */
    const struct capture_payment *capture_payment;
    /* What was promised is not wanted. */
    const struct void_payment *void_payment;
    /* What was taken is to be given back. */
    const struct refund_payment *refund_payment;
};

extern const struct fy_schema payment_request_schema;

enum fy_status payment_request_encode(const struct payment_request *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status payment_request_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct payment_request *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
