/*
 * Made by fy-generate from schemas/payment_report.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_PAYMENT_REPORT_H
#define FY_GENERATED_PAYMENT_REPORT_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/money.h"
#include "schemas/generated/payment_standing.h"

/* What of. */
enum payment_step {
    PAYMENT_STEP_AUTHORISE,
    PAYMENT_STEP_CAPTURE,
    PAYMENT_STEP_VOID,
    PAYMENT_STEP_REFUND,
};

/* A call to the provider begins; written, and acknowledged, before it. */
struct attempt_begun {
    /* What is asked for. */
    enum payment_step step;
    /* Which refund; null of other steps. */
    struct fy_slice refund_id;
    /*
     * The process that makes the call; another one takes it over only after a while, under the same
     * key.
     */
    struct fy_slice instance;
    /* Number of the attempt at this step, from 1: another key for the provider. */
    int32_t attempt;
    /* The key given to the provider, derived from payment, step and attempt. */
    struct fy_slice idempotency_key;
    /* How much, minor units; null of a void. */
    bool has_amount_minor;
    int64_t amount_minor;
    /* Of the amount, ISO 4217. */
    struct fy_slice currency;
    /* Of an authorisation: the provider's token for how they pay. */
    struct fy_slice payment_method;
};

/* The money is promised. */
struct payment_authorised {
    /* When the provider says so, UTC. */
    int64_t paid_ms;
};

/* The customer must confirm at the provider, as 3-D Secure asks. */
struct action_required {
    /* Where, for the customer alone. */
    struct fy_slice url;
    /* Until when, UTC; null: the provider did not say. */
    bool has_expires_ms;
    int64_t expires_ms;
};

/* The money is not promised, and will not be. */
struct payment_declined {
    /*
     * The provider's word: card_declined, insufficient_funds, expired_card, authentication_failed
     * ...
     */
    struct fy_slice code;
};

/* The money is taken. */
struct payment_captured {
    /* How much. */
    struct money amount;
    /* What the provider kept of it, minor units. */
    int64_t fee_minor;
    /* Of the fee, ISO 4217. */
    struct fy_slice currency;
};

/* The money is promised no more, or never was. */
struct payment_voided {
    /* asked, expired (at the provider) or never_asked. */
    struct fy_slice reason;
};

/* Money was given back. */
struct payment_refunded {
    /* Which refund. */
    struct fy_slice refund_id;
    /* How much. */
    struct money amount;
};

/* What was asked for is not so and will not be, unless somebody asks in another way. */
struct step_not_done {
    /* What was asked for. */
    enum payment_step step;
    /* Which refund; null of other steps. */
    struct fy_slice refund_id;
    /*
     * declined, expired, not_authorised, captured (a void of what was taken), too_much, refused or
     * unknown_payment.
     */
    struct fy_slice reason;
};

/* The provider says something unasked: a late success, an expiry. */
struct provider_state_seen {
    /* The provider's id of what it said; null: we looked it up. */
    struct fy_slice webhook;
    /* What it is about: this payment's own, or an orphan; null: of none. */
    struct fy_slice provider_ref;
    /*
     * In the provider's words: payment_intent.amount_capturable_updated ...; orphan: a second
     * promise for this payment was found, and is to be voided; orphan_voided: it is.
     */
    struct fy_slice type;
};

/*
 * What became of a payment. Exactly one of the nullable records is set; standing says how the
 * payment stands behind it, so that no reader needs the order of reports.
 */
struct payment_report {
    /*
     * Who, when and why; cause_id is the request or the webhook; event_ms is when the provider's
     * answer came, which deadlines are compared with.
     */
    struct envelope envelope;
    /* Whose payment; also the key. */
    struct fy_slice order;
    /* Which: "ORDER/n". */
    struct fy_slice payment;
    /* How it stands now. */
    struct payment_standing standing;
    /*
     * Dense number of the payment's reports, from 1. A report counts only where it is one more than
     * the newest that counts: of two with one number the first in the topic is true, and the other
     * was never obeyed.
     */
    int64_t version;
    /* A call to the provider begins; written before it. */
    const struct attempt_begun *attempt_begun;
    /* The money is promised. */
    const struct payment_authorised *payment_authorised;
    /* The customer must confirm at the provider. */
    const struct action_required *action_required;
    /* The money is not promised. */
    const struct payment_declined *payment_declined;
    /* The money is taken. */
    const struct payment_captured *payment_captured;
    /* The money is promised no more. */
    const struct payment_voided *payment_voided;
    /* Money was given back. */
    const struct payment_refunded *payment_refunded;
    /* What was asked for is not so, and will not be. */
    const struct step_not_done *step_not_done;
    /* The provider says something unasked. */
    const struct provider_state_seen *provider_state_seen;
};

extern const struct fy_schema payment_report_schema;

enum fy_status payment_report_encode(const struct payment_report *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status payment_report_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct payment_report *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
