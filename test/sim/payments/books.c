/* What must be so: of each call as it goes out, of each report, and of the books in the end. */
#include "test/sim/payments/orders.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_BYTES = 1 << 20, CALL_MS = 10 * 1000 };

/* --- Calls ----------------------------------------------------------------------------------- */

/* Is it written down that this is going to be called, and does it count? */
static bool is_written(struct world *world, const struct provider_call *call)
{
    struct log_cursor cursor = {0};
    struct fy_record record;
    struct fy_arena arena;
    bool found = false;

    fy_arena_init(&arena, ARENA_BYTES);
    while (!found && log_read(world->log, FY_TOPIC_PAYMENT_REPORTS, -1, &cursor, &record)) {
        struct payment_report report;
        struct fy_err err;

        fy_arena_clear(&arena);
        if (payment_report_decode(record.value, &arena, &report, &err) != FY_OK)
            abort();
        if (report.attempt_begun != NULL)
            found = fy_slice_equal(report.attempt_begun->idempotency_key, fy_slice_of(call->key));
        else if (report.provider_state_seen != NULL &&
                 report.provider_state_seen->provider_ref.data != NULL)
            found = strstr(call->path, (const char *)fy_arena_copy(
                                           &arena, report.provider_state_seen->provider_ref)
                                           .data) != NULL;
    }
    fy_arena_done(&arena);
    return found;
}

void books_called(void *context, struct plug *plug, const struct provider_call *call)
{
    struct world *world = context;

    world_trace(world, "%s calls %s %s", plug->config.instance, call->path, call->key);
    if (!call->post)
        return;
    if (call->key[0] == '\0' && strstr(call->path, "/cancel") == NULL)
        world_fail(world, "a post without a key: %s", call->path);
    if (!is_written(world, call))
        world_fail(world, "%s is called, and no attempt is written down", call->path);
    for (int i = 0; i < WIRE_CALLS; i++) {
        const struct wire_call *other = &world->wire.calls[i];

        if (other->used && other->caller != NULL && other->caller != plug &&
            strcmp(other->call.key, call->key) == 0 && other->call.post &&
            world->now_ms < other->sent_ms + CALL_MS && strstr(call->form, "amount") != NULL)
            world_fail(world, "%s is called by two at once", call->path);
    }
}

/* --- Reports --------------------------------------------------------------------------------- */

void books_read(struct world *world, const struct payment_report *report, bool counts)
{
    const struct payment_standing *standing = &report->standing;

    world_trace(world, "report %.*s v%" PRId64 "%s state %d%s%s%s%.*s",
        FY_SLICE_ARG(report->payment), report->version, counts ? "" : " (not counted)",
        (int)standing->state, report->attempt_begun != NULL ? " attempt" : "",
        report->step_not_done != NULL ? " not done" : "",
        report->provider_state_seen != NULL ? " seen " : "",
        report->provider_state_seen != NULL ? (int)report->provider_state_seen->type.size : 0,
        report->provider_state_seen != NULL ? (const char *)report->provider_state_seen->type.data
                                            : "");
    if (standing->captured_minor > standing->authorised_minor ||
        standing->refunded_minor > standing->captured_minor)
        world_fail(world, "a standing in which more is taken than was promised");
    totals.not_counted += !counts;
    if (!counts)
        return;
    if (report->attempt_begun != NULL) {
        totals.attempts++;
        totals.next_attempts += report->attempt_begun->attempt > 1;
    }
    if (report->provider_state_seen != NULL &&
        fy_slice_equal(report->provider_state_seen->type, fy_slice_of("orphan_voided")))
        totals.orphans++;
}

/* Attempts that went from one instance to another. */
static void count_taken_over(struct world *world, const struct order *order)
{
    struct log_cursor cursor = {0};
    struct fy_record record;
    struct fy_arena arena;
    char key[PROVIDER_KEY] = "", instance[PAYMENT_INSTANCE] = "";
    int64_t version = 0;

    fy_arena_init(&arena, ARENA_BYTES);
    while (log_read(world->log, FY_TOPIC_PAYMENT_REPORTS, -1, &cursor, &record)) {
        struct payment_report report;
        struct fy_err err;

        fy_arena_clear(&arena);
        if (payment_report_decode(record.value, &arena, &report, &err) != FY_OK)
            abort();
        if (!fy_slice_equal(report.payment, fy_slice_of(order->payment)) ||
            report.version != version + 1)
            continue;
        version++;
        if (report.attempt_begun == NULL)
            continue;
        totals.taken_over +=
            fy_slice_equal(report.attempt_begun->idempotency_key, fy_slice_of(key)) &&
            !fy_slice_equal(report.attempt_begun->instance, fy_slice_of(instance));
        payment_text(key, sizeof(key), report.attempt_begun->idempotency_key);
        payment_text(instance, sizeof(instance), report.attempt_begun->instance);
    }
    fy_arena_done(&arena);
}

/* --- The end --------------------------------------------------------------------------------- */

struct sums {
    int64_t captured, refunded, fee;
    int succeeded, held, all;
};

static struct sums sums_of(struct world *world, const struct order *order)
{
    struct sums sums = {0};

    for (int i = 0; i < psp_intent_count(world->psp); i++) {
        const struct psp_intent *intent = psp_intent_at(world->psp, i);

        if (strcmp(intent->payment, order->payment) != 0)
            continue;
        sums.all++;
        sums.captured += intent->captured;
        sums.refunded += intent->refunded;
        sums.fee += intent->fee;
        sums.succeeded += intent->status == PSP_SUCCEEDED;
        sums.held +=
            intent->status == PSP_REQUIRES_CAPTURE || intent->status == PSP_REQUIRES_ACTION;
        if (intent->amount != order->amount)
            world_fail(world, "%s is of another amount at the provider", order->payment);
        if (intent->status == PSP_SUCCEEDED && strcmp(intent->id, order->ref) != 0)
            world_fail(world, "%s was taken by another intent than reported", order->payment);
    }
    return sums;
}

static void check_refunds(struct world *world, const struct order *order)
{
    for (int n = 0; n < order->refund_count; n++) {
        char name[PAYMENT_NAME + 16];
        int count = 0;

        (void)snprintf(name, sizeof(name), "%s/r%d", order->payment, n + 1);
        for (int i = 0; i < psp_refund_count(world->psp); i++) {
            const struct psp_refund *refund = psp_refund_at(world->psp, i);

            if (strcmp(refund->refund, name) != 0 || refund->failed)
                continue;
            count++;
            if (refund->amount != order->refunds[n])
                world_fail(world, "%s is of another amount at the provider", name);
        }
        if (count > 1)
            world_fail(world, "%s was given back %d times", name, count);
        if ((count == 1) != order->refund_done[n])
            world_fail(world, "%s: the provider has %d of it, and the reports say %d", name, count,
                (int)order->refund_done[n]);
        totals.refunds += count;
    }
}

static void check_order(struct world *world, const struct order *order)
{
    struct sums sums = sums_of(world, order);

    if (sums.succeeded > 1)
        world_fail(world, "%s was taken %d times", order->payment, sums.succeeded);
    if (sums.captured != order->captured || sums.refunded != order->refunded ||
        sums.fee != order->fee)
        world_fail(world,
            "%s: the provider has taken %" PRId64 ", given back %" PRId64 ", kept %" PRId64
            "; the reports say %" PRId64 ", %" PRId64 ", %" PRId64,
            order->payment, sums.captured, sums.refunded, sums.fee, order->captured,
            order->refunded, order->fee);
    if ((sums.succeeded == 1) != (order->state == PAYMENT_STATE_CAPTURED))
        world_fail(world, "%s is in state %d, and was taken %d times", order->payment,
            (int)order->state, sums.succeeded);
    /* A second promise whose webhook was lost ends by itself, after 7 days. */
    if (sums.held > 0 && psp_hooks_lost(world->psp) == 0)
        world_fail(world, "%s: %d promises are still held, and nobody wants them", order->payment,
            sums.held);
    totals.second_intents += sums.all > 1;
    check_refunds(world, order);
    count_taken_over(world, order);
    totals.captured += order->state == PAYMENT_STATE_CAPTURED;
    totals.voided += order->state == PAYMENT_STATE_VOIDED;
    totals.declined += order->state == PAYMENT_STATE_DECLINED;
    totals.expired += order->state == PAYMENT_STATE_EXPIRED;
}

void books_check(struct world *world)
{
    for (int i = 0; i < world->order_count && !world->failed; i++)
        check_order(world, &world->orders[i]);
}
