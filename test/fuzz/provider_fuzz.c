/*
 * Any bytes as what the payment provider sends: a signature's header, an event, an answer to each
 * kind of call. What is read is within its bounds, and what it leads to can be written and read.
 */
#include "lib/hook.h"
#include "processors/payments/core.h"
#include "producers/hooks/hooks.h"
#include "test/fuzz/fuzz.h"

static const char name[] = "0123456789abcdef0123456789abcdef/1";

static void check_header(struct fy_slice input)
{
    struct fy_slice secret = fy_slice_of("whsec_nobody");

    /* No input has guessed it. */
    fuzz_must(!fy_hook_check(&secret, 1, input, input, 1700000000), "a forgery does not count");
}

static void check_event(struct fy_slice input)
{
    struct webhook webhook, back;
    struct fy_slice bytes;
    struct fy_err err;

    if (!hooks_read(input, &fuzz_arena, &webhook))
        return;
    fuzz_must(webhook.key.size >= 1 && webhook.key.size <= 128, "a key is bounded");
    fuzz_must(webhook.payment.data == NULL || webhook.payment.size > 33, "a payment is ours");
    webhook.envelope.event_id = webhook.envelope.root = webhook.envelope.actor = fy_slice_of("x");
    fuzz_must(webhook_encode(&webhook, &fuzz_other, &bytes, &err) == FY_OK &&
                  webhook_decode(bytes, &fuzz_other, &back, &err) == FY_OK,
        "what is read can be written and read");
}

/* A payment with an attempt open, in each of the steps. */
static void make(struct payment *payment, enum payment_step step)
{
    memset(payment, 0, sizeof(*payment));
    payment_text(payment->payment, sizeof(payment->payment), fy_slice_of(name));
    payment_text(payment->order, sizeof(payment->order), fy_slice_of(name));
    payment_text(payment->currency, sizeof(payment->currency), fy_slice_of("EUR"));
    payment_text(payment->ref, sizeof(payment->ref), fy_slice_of("pi_1"));
    payment->amount = payment->authorised = payment->captured = 1000;
    payment->state = step == PAYMENT_STEP_AUTHORISE ? PAYMENT_STATE_PENDING
                     : step == PAYMENT_STEP_REFUND  ? PAYMENT_STATE_CAPTURED
                                                    : PAYMENT_STATE_AUTHORISED;
    payment->open = true;
    payment->step = step;
    payment->refund = -1;
    payment->attempts[step] = 1;
    if (step != PAYMENT_STEP_REFUND)
        return;
    payment->refund = 0;
    payment->refund_count = 1;
    payment->refunds[0] = (struct refund){.amount = 10, .attempts = 1};
    payment_text(payment->refunds[0].id, PAYMENT_NAME, fy_slice_of("r1"));
}

static void check_answer(struct fy_slice input, enum payment_step step, enum call_kind kind)
{
    static struct payment payment;
    struct provider_answer answer = {.status = 200, .body = input};
    struct verdict verdict;
    struct fy_slice bytes;
    struct fy_err err;

    make(&payment, step);
    verdict = judge(&payment, kind, false, &answer, &fuzz_arena);
    if (verdict.kind != VERDICT_TELL)
        return;
    fuzz_must(tell(&payment, &verdict.tale, "1", 1, &fuzz_other, &bytes, &err) == FY_OK,
        "a verdict can be told");
    fuzz_must(verdict.tale.intent.received <= verdict.tale.intent.amount, "no more than promised");
    answer.status = 402;
    (void)judge(&payment, kind, false, &answer, &fuzz_arena);
}

static void check_page(struct fy_slice input)
{
    struct provider_answer answer = {.status = 200, .body = input};
    struct page page;

    if (judge_page(&answer, &fuzz_arena, &page).kind != VERDICT_READ)
        return;
    fuzz_must(page.count <= PROVIDER_PAGE, "a page is bounded");
    fuzz_must(page.count > 0 || !page.more, "the next page is behind something");
    for (size_t i = 0; i < page.count; i++)
        fuzz_must(page.intents[i].ref.size > 0 && page.intents[i].ref.size < PAYMENT_REF &&
                      page.intents[i].payment.size < PAYMENT_NAME,
            "what is listed has names that fit");
}

static void parse(struct fy_slice input)
{
    check_header(input);
    check_event(input);
    check_page(input);
    for (int step = 0; step < PAYMENT_STEPS; step++) {
        check_answer(input, (enum payment_step)step, CALL_ATTEMPT);
        check_answer(input, (enum payment_step)step, CALL_VERIFY);
        check_answer(input, (enum payment_step)step, CALL_FOUND);
        check_answer(input, (enum payment_step)step, CALL_SEE);
    }
}

FUZZ_TARGET(parse,
    "t=1700000000,v1=0123456789012345678901234567890123456789012345678901234567890123",
    "{\"id\":\"evt_1\",\"created\":1,\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{"
    "\"id\":\"pi_1\",\"object\":\"payment_intent\",\"status\":\"succeeded\",\"currency\":\"eur\","
    "\"metadata\":{\"order\":\"0123456789abcdef0123456789abcdef\","
    "\"payment\":\"0123456789abcdef0123456789abcdef/1\"}}}}",
    "{\"id\":\"pi_1\",\"amount\":1000,\"amount_received\":1000,\"status\":\"succeeded\","
    "\"metadata\":{\"payment\":\"0123456789abcdef0123456789abcdef/1\"},"
    "\"latest_charge\":{\"balance_transaction\":{\"fee\":39}}}",
    "{\"object\":\"list\",\"data\":[{\"id\":\"re_1\",\"status\":\"succeeded\","
    "\"metadata\":{\"refund\":\"r1\"}}]}",
    "{\"object\":\"list\",\"has_more\":true,\"data\":[{\"id\":\"pi_1\",\"status\":\"processing\","
    "\"created\":1700000000,\"metadata\":{\"payment\":\"p/1\"}}]}",
    "{\"error\":{\"type\":\"card_error\",\"decline_code\":\"lost_card\",\"payment_intent\":{}}}")
