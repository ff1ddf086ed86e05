/*
 * The follower's side: records into rows. A row that changes twice in a slice is changed in memory,
 * for the store shows what was put only behind the slice.
 */
#include "processors/payments/core.h"

#include <string.h>

static const enum fy_topic topics[] = {
    FY_TOPIC_PAYMENT_REQUESTS, FY_TOPIC_PAYMENT_REPORTS, FY_TOPIC_WEBHOOKS};

enum fy_status row_load(struct payments *payments,
    struct fy_slice name,
    struct fy_arena *arena,
    struct payment *ret_payment,
    bool *ret_known,
    struct fy_err *err)
{
    struct fy_slice bytes = {0};
    enum fy_status status = fy_store_get(payments->store, ROWS_SPACE, name, arena, &bytes, err);

    if (status != FY_OK)
        return status;
    *ret_known = bytes.data != NULL;
    if (*ret_known && !payment_row_decode(bytes, ret_payment))
        return fy_fail(
            err, FY_FATAL, "the row of payment \"%.*s\" cannot be read", FY_SLICE_ARG(name));
    if (!*ret_known) {
        memset(ret_payment, 0, sizeof(*ret_payment));
        ret_payment->refund = -1;
        payment_text(ret_payment->payment, sizeof(ret_payment->payment), name);
    }
    return FY_OK;
}

static enum fy_status folded_of(struct payments *payments,
    struct fy_slice name,
    struct fy_arena *arena,
    struct payment **ret_payment,
    struct fy_err *err)
{
    struct payment *payment;
    bool known;

    if (name.data == NULL || name.size == 0 || name.size >= PAYMENT_NAME)
        return fy_fail(err, FY_REJECT, "a payment's name has 1 .. %d bytes", PAYMENT_NAME - 1);
    for (int i = payments->folded_count - 1; i >= 0; i--) {
        if (fy_slice_equal(fy_slice_of(payments->folded[i]->payment), name)) {
            *ret_payment = payments->folded[i];
            return FY_OK;
        }
    }
    assert(payments->folded_count < FOLDED_MAX);
    payment = fy_arena_alloc(arena, sizeof(*payment));
    if (payment == NULL)
        return fy_fail(err, FY_FATAL, "payments do not fit the arena of a slice");
    *ret_payment = payment;
    return row_load(payments, name, arena, payment, &known, err) == FY_OK
               ? (payments->folded[payments->folded_count++] = payment, FY_OK)
               : err->status;
}

static enum fy_status apply_request(struct payments *payments,
    const struct fy_record *record,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct payment_request request;
    struct payment *payment;
    enum fy_status status = payment_request_decode(record->value, arena, &request, err);

    if (status == FY_OK)
        status = folded_of(payments, request.payment, arena, &payment, err);
    if (status == FY_OK)
        payment_ask(payment, &request, record->append_ms);
    return status;
}

static enum fy_status apply_report(struct payments *payments,
    const struct fy_record *record,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct payment_report report;
    struct payment *payment;
    enum fy_status status = payment_report_decode(record->value, arena, &report, err);

    if (status == FY_OK)
        status = folded_of(payments, report.payment, arena, &payment, err);
    if (status == FY_OK)
        payment_told(payment, &report, record->append_ms);
    return status;
}

static enum fy_status apply_webhook(struct payments *payments,
    const struct fy_record *record,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct webhook hook;
    struct payment *payment;
    enum fy_status status = webhook_decode(record->value, arena, &hook, err);

    if (status != FY_OK || hook.payment.data == NULL)
        return status; /* Of nothing that we have asked for. */
    status = folded_of(payments, hook.payment, arena, &payment, err);
    if (status == FY_OK)
        payment_hook(payment, &hook);
    return status;
}

static enum fy_status apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct payments *payments = context;

    (void)rows;
    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which this topic has none of");
    if (record->topic == FY_TOPIC_PAYMENT_REQUESTS)
        return apply_request(payments, record, arena, err);
    if (record->topic == FY_TOPIC_PAYMENT_REPORTS)
        return apply_report(payments, record, arena, err);
    return apply_webhook(payments, record, arena, err);
}

static enum fy_status settle(
    void *context, struct fy_store_batch *rows, struct fy_arena *arena, struct fy_err *err)
{
    struct payments *payments = context;

    for (int i = 0; i < payments->folded_count; i++) {
        const struct payment *payment = payments->folded[i];
        struct fy_slice name = fy_slice_of(payment->payment);
        struct fy_slice bytes;

        if (payment->order[0] == '\0')
            continue; /* Only a webhook names it: it is not of ours. */
        bytes = payment_row_encode(payment, arena);
        if (bytes.data == NULL)
            return fy_fail(err, FY_FATAL, "payments do not fit the arena of a slice");
        fy_store_batch_put(rows, ROWS_SPACE, name, bytes);
        if (payment_is_open(payment))
            fy_store_batch_put(rows, OPEN_SPACE, name, fy_slice_of("o"));
        else
            fy_store_batch_delete(rows, OPEN_SPACE, name);
    }
    return FY_OK;
}

/* What a row says now replaces what was waited for. */
static void wake(struct payments *payments, const struct payment *payment)
{
    struct live *live = live_find(payments, payment->payment);
    int32_t attempt = payment->refund >= 0 ? payment->refunds[payment->refund].attempts
                                           : payment->attempts[payment->step];

    if (live == NULL && payment_is_open(payment))
        live = live_add(payments, payment->payment);
    if (live == NULL) {
        payments->more = payments->more || payment_is_open(payment);
        return;
    }
    if (payment->version != live->version) {
        live->version = payment->version;
        live->writing = false;
        if (!payment->open)
            live->tries = live->polls = 0; /* Of a next attempt, the waiting goes on. */
        if (!payment->open || attempt != live->attempt) {
            live->used_up = live->refused = false;
            live->sent_ms = 0;
            live->listed = LISTED_UNASKED;
        }
        live->attempt = attempt;
        live->next_ms = live->tries > 0 ? live->not_before_ms : 0;
    } else if (!live->writing && live->tries == 0) {
        live->next_ms = 0;
    }
    live->queued = false;
}

static void applied(void *context)
{
    struct payments *payments = context;

    for (int i = 0; i < payments->folded_count; i++)
        wake(payments, payments->folded[i]);
    payments->folded_count = 0;
}

static void wiped(void *context)
{
    struct payments *payments = context;

    payments->folded_count = 0;
    live_clear(payments);
}

struct fy_follower_config payments_following(struct payments *payments)
{
    return (struct fy_follower_config){.name = "payments",
        .topics = topics,
        .topic_count = sizeof(topics) / sizeof(topics[0]),
        .apply = apply,
        .settle = settle,
        .applied = applied,
        .context = payments,
        .made_for = PAYMENT_ROWS_VERSION,
        .space_last = SPACE_LAST,
        .wiped = wiped};
}
