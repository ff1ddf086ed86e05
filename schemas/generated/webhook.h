/*
 * Made by fy-generate from schemas/webhook.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_WEBHOOK_H
#define FY_GENERATED_WEBHOOK_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"

/*
 * What the payment provider told us of its own accord, its signature checked. It may come twice,
 * late and in any order.
 */
struct webhook {
    /* Who, when and why. */
    struct envelope envelope;
    /*
     * The order its metadata names; also the key. The provider's own name for the payment where it
     * names none.
     */
    struct fy_slice key;
    /* The provider's id of it: how a repeat is recognised. */
    struct fy_slice provider_event;
    /* In the provider's words: payment_intent.succeeded ... */
    struct fy_slice type;
    /* When it happened, by the provider's clock, UTC. */
    int64_t created_ms;
    /* Our name for the payment, as its metadata says; null: it says none. */
    struct fy_slice payment;
    /* The provider's name for the payment. */
    struct fy_slice provider_ref;
    /*
     * How the payment stands in the provider's words: requires_action, requires_capture, succeeded,
     * canceled ...
     */
    struct fy_slice status;
    /* Why it was declined, in the provider's words; null: it was not. */
    struct fy_slice code;
    /* Our name for the refund it is about; null: it is about none. */
    struct fy_slice refund_id;
    /* Of the amounts, ISO 4217; null: it names none. */
    struct fy_slice currency;
    /* What is promised, minor units; null: it does not say. */
    bool has_authorised_minor;
    int64_t authorised_minor;
    /* What was taken, minor units; null: it does not say. */
    bool has_captured_minor;
    int64_t captured_minor;
    /* What was given back, minor units; null: it does not say. */
    bool has_refunded_minor;
    int64_t refunded_minor;
};

extern const struct fy_schema webhook_schema;

enum fy_status webhook_encode(const struct webhook *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status webhook_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct webhook *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
