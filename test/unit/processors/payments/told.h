/* told.h - a payment in some state, made by what is asked and told of it. */
#ifndef TEST_UNIT_PAYMENTS_TOLD_H
#define TEST_UNIT_PAYMENTS_TOLD_H

#include "processors/payments/core.h"
#include "test/expect.h"

#include <stdlib.h>

#define ORDER "0123456789abcdef0123456789abcdef"
#define NAME ORDER "/1"
#define US "1"
#define OTHER "2"

enum { T0 = 1000000, REFUNDED = 200 };

static struct fy_arena arena;

/* --- A payment in some state ------------------------------------------------------------------ */

static inline struct payment fresh(void)
{
    struct payment payment = {.refund = -1};

    fy_arena_init(&arena, 4 << 20);
    payment_text(payment.payment, sizeof(payment.payment), fy_slice_of(NAME));
    return payment;
}

static inline void ask(
    struct payment *payment, enum payment_step step, int64_t amount, int64_t at_ms)
{
    struct money money = {amount, fy_slice_of("EUR")};
    struct authorise_payment authorise = {money, fy_slice_of("pm_card_visa")};
    struct capture_payment capture = {money};
    struct void_payment unwanted = {fy_slice_of("cancelled")};
    struct refund_payment refund = {fy_slice_of(NAME "/r1"), money};
    struct payment_request request = {.order = fy_slice_of(ORDER), .payment = fy_slice_of(NAME)};

    request.envelope.event_id = fy_slice_of("request");
    request.envelope.root = fy_slice_of("root");
    request.authorise_payment = step == PAYMENT_STEP_AUTHORISE ? &authorise : NULL;
    request.capture_payment = step == PAYMENT_STEP_CAPTURE ? &capture : NULL;
    request.void_payment = step == PAYMENT_STEP_VOID ? &unwanted : NULL;
    request.refund_payment = step == PAYMENT_STEP_REFUND ? &refund : NULL;
    payment_ask(payment, &request, at_ms);
}

/* As it is written and read back. */
static inline void told_by(
    struct payment *payment, const struct tale *tale, const char *instance, int64_t at_ms)
{
    struct payment_report report;
    struct fy_slice bytes;
    struct fy_err err;

    if (tell(payment, tale, instance, at_ms, &arena, &bytes, &err) != FY_OK ||
        payment_report_decode(bytes, &arena, &report, &err) != FY_OK)
        abort();
    payment_told(payment, &report, at_ms);
}

static inline void told(struct payment *payment, const struct tale *tale, int64_t at_ms)
{
    told_by(payment, tale, US, at_ms);
}

static inline struct intent intent_of(enum intent_status status)
{
    struct intent intent = {.ref = fy_slice_of("pi_1"),
        .payment = fy_slice_of(NAME),
        .url = fy_slice_of("https://bank.example/"),
        .code = fy_slice_of("insufficient_funds"),
        .status = status,
        .amount = 1000,
        .expires_ms = T0 + 1000000};

    if (status == INTENT_SUCCEEDED) {
        intent.received = 1000;
        intent.fee = 39;
    }
    return intent;
}

static inline void attempt(
    struct payment *payment, enum payment_step step, int refund, int64_t at_ms)
{
    struct tale tale = {
        .kind = TALE_ATTEMPT, .step = step, .refund = refund, .attempt = 1, .word = ""};

    told(payment, &tale, at_ms);
}

/* With an authorisation under way, or as far as `kind` says. */
static inline struct payment payment_in(enum tale_kind kind)
{
    struct payment payment = fresh();
    struct tale tale = {.kind = kind, .refund = -1, .word = "asked"};

    ask(&payment, PAYMENT_STEP_AUTHORISE, 1000, T0);
    attempt(&payment, PAYMENT_STEP_AUTHORISE, -1, T0 + 1);
    if (kind == TALE_ATTEMPT)
        return payment;
    if (kind == TALE_CAPTURED) {
        tale.intent = intent_of(INTENT_REQUIRES_CAPTURE);
        tale.kind = TALE_AUTHORISED;
        told(&payment, &tale, T0 + 2);
        ask(&payment, PAYMENT_STEP_CAPTURE, 1000, T0 + 3);
        attempt(&payment, PAYMENT_STEP_CAPTURE, -1, T0 + 4);
        tale.kind = kind;
    }
    tale.intent = intent_of(kind == TALE_CAPTURED     ? INTENT_SUCCEEDED
                            : kind == TALE_AUTHORISED ? INTENT_REQUIRES_CAPTURE
                                                      : INTENT_REQUIRES_ACTION);
    told(&payment, &tale, T0 + 5);
    return payment;
}

static inline struct need need_of(const struct payment *payment)
{
    return payment_need(payment, US, T0 + 10);
}

#endif
