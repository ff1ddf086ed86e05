/*
 * A payment provider and its adapter, nastier than the real ones: each wish is answered late,
 * twice, behind another, or not at all; promises come behind their void, expire, and refunds fail
 * once. What it never does: take twice, or give back more than it took; who asks for that fails the
 * run.
 */
#include "schemas/generated/payment_report.h"
#include "test/sim/orders/shop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WAITING_MAX = 512 };

/* A wish that was heard, and is answered then. */
static struct {
    int64_t due_ms, minor;
    int order, refund;
    enum payment_step step;
    bool confirmed; /* The customer has, or has not, confirmed at the provider. */
    char cause[40];
} waiting[WAITING_MAX];
static int waiting_count;

void payments_begin(void)
{
    waiting_count = 0;
}

/* --- What is asked --------------------------------------------------------------------------- */

static int delay_ms(const struct sim *sim)
{
    if (sim->calm)
        return shop_below(400);
    return shop_below(12) == 0 ? shop_below(15000) : shop_below(1500);
}

static void wait_for(const struct sim *sim,
    int order,
    enum payment_step step,
    int64_t minor,
    int refund,
    int64_t due_ms,
    bool confirmed,
    struct fy_slice cause)
{
    (void)sim;
    if (waiting_count == WAITING_MAX)
        return;
    waiting[waiting_count].due_ms = due_ms;
    waiting[waiting_count].order = order;
    waiting[waiting_count].step = step;
    waiting[waiting_count].minor = minor;
    waiting[waiting_count].refund = refund;
    waiting[waiting_count].confirmed = confirmed;
    (void)snprintf(
        waiting[waiting_count].cause, sizeof(waiting[0].cause), "%.*s", FY_SLICE_ARG(cause));
    waiting_count++;
}

static void wish_read(struct sim *sim, const struct fy_record *record)
{
    struct payment_request request;
    struct fy_arena arena;
    struct fy_err err;
    enum payment_step step = PAYMENT_STEP_VOID;
    int64_t minor = 0;
    int order, refund = 0;

    fy_arena_init(&arena, 64 * 1024);
    if (payment_request_decode(record->value, &arena, &request, &err) != FY_OK)
        abort();
    order = shop_order_of(request.order);
    if (request.authorise_payment != NULL) {
        step = PAYMENT_STEP_AUTHORISE;
        minor = request.authorise_payment->amount.minor;
        shop.payments[order].asked = true;
    }
    if (request.capture_payment != NULL) {
        step = PAYMENT_STEP_CAPTURE;
        minor = request.capture_payment->amount.minor;
    }
    if (request.refund_payment != NULL) {
        step = PAYMENT_STEP_REFUND;
        minor = request.refund_payment->amount.minor;
        refund =
            atoi((const char *)request.refund_payment->refund_id.data + sizeof("order-0/1/r") - 1);
    }
    if (sim->calm || shop_below(8) != 0) /* Else it was lost, and is said again. */
        wait_for(sim, order, step, minor, refund, sim->now_ms + delay_ms(sim), false,
            request.envelope.event_id);
    fy_arena_done(&arena);
}

/* --- What is answered ------------------------------------------------------------------------ */

static void report(struct sim *sim, int order, const char *cause, struct payment_report *it)
{
    struct shop_payment *payment = &shop.payments[order];
    int copies = sim->calm || shop_below(8) != 0 ? 1 : 2;
    char id[16], name[16], event_id[64];
    struct fy_arena arena;
    struct fy_slice value;
    struct fy_err err;

    (void)snprintf(id, sizeof(id), "order-%d", order);
    (void)snprintf(name, sizeof(name), "order-%d/1", order);
    payment->version++;
    (void)snprintf(event_id, sizeof(event_id), "%s-%d", name, (int)payment->version);
    it->envelope = (struct envelope){.event_id = fy_slice_of(event_id),
        .cause_id = fy_slice_of(cause),
        .root = fy_slice_of("root"),
        .actor = fy_slice_of("service:payments"),
        .event_ms = sim->now_ms};
    it->order = fy_slice_of(id);
    it->payment = fy_slice_of(name);
    it->version = payment->version;
    it->standing = (struct payment_standing){
        .state = payment->state,
        .currency = fy_slice_of("EUR"),
        .authorised_minor = payment->authorised_minor,
        .captured_minor = payment->captured_minor,
        .refunded_minor = payment->refunded_minor,
        .fee_minor = payment->fee_minor,
    };
    fy_arena_init(&arena, 64 * 1024);
    if (payment_report_encode(it, &arena, &value, &err) != FY_OK)
        abort();
    while (copies-- > 0)
        (void)log_append(sim->log, FY_TOPIC_PAYMENT_REPORTS,
            fy_partition_of(it->order, sim->weather.partitions), it->order, value);
    fy_arena_done(&arena);
}

static void report_not_done(struct sim *sim,
    int order,
    const char *cause,
    enum payment_step step,
    int refund,
    const char *reason)
{
    char name[32];
    struct step_not_done not_done = {.step = step, .reason = fy_slice_of(reason)};
    struct payment_report it = {.step_not_done = &not_done};

    (void)snprintf(name, sizeof(name), "order-%d/1/r%d", order, refund);
    if (refund > 0)
        not_done.refund_id = fy_slice_of(name);
    report(sim, order, cause, &it);
}

/* How it stands, in the words of a report. */
static void report_standing(struct sim *sim, int order, const char *cause)
{
    struct shop_payment *payment = &shop.payments[order];
    struct payment_authorised authorised = {.paid_ms = sim->now_ms};
    char url[32];
    struct action_required action = {0};
    struct payment_declined declined = {fy_slice_of("card_declined")};
    struct payment_captured captured = {
        .amount = {payment->captured_minor, fy_slice_of("EUR")}, .currency = fy_slice_of("EUR")};
    struct payment_voided voided = {fy_slice_of("asked")};
    struct payment_report it = {0};

    (void)snprintf(url, sizeof(url), "https://psp/order-%d", order);
    action.url = fy_slice_of(url);
    captured.fee_minor = payment->fee_minor;
    if (payment->state == PAYMENT_STATE_AUTHORISED)
        it.payment_authorised = &authorised;
    else if (payment->state == PAYMENT_STATE_ACTION_REQUIRED)
        it.action_required = &action;
    else if (payment->state == PAYMENT_STATE_DECLINED)
        it.payment_declined = &declined;
    else if (payment->state == PAYMENT_STATE_CAPTURED)
        it.payment_captured = &captured;
    else
        it.payment_voided = &voided;
    report(sim, order, cause, &it);
}

static void become(struct sim *sim, int order, enum payment_state state, const char *cause)
{
    shop.payments[order].state = state;
    shop.payments[order].since_ms = sim->now_ms;
    report_standing(sim, order, cause);
}

static void authorise(struct sim *sim, int at)
{
    int order = waiting[at].order, luck = shop_below(12);
    struct shop_payment *payment = &shop.payments[order];

    if (waiting[at].confirmed ? payment->state != PAYMENT_STATE_ACTION_REQUIRED
                              : payment->state != PAYMENT_STATE_NONE) {
        if (!waiting[at].confirmed)
            report_standing(sim, order, waiting[at].cause);
        return;
    }
    payment->authorised_minor = waiting[at].minor;
    if (!waiting[at].confirmed && luck < 4) {
        become(sim, order, PAYMENT_STATE_ACTION_REQUIRED, waiting[at].cause);
        if (luck < 3) /* Else the customer went away. */
            wait_for(sim, order, PAYMENT_STEP_AUTHORISE, waiting[at].minor, 0,
                sim->now_ms + shop_below(30000), true, fy_slice_of(waiting[at].cause));
        return;
    }
    if (luck == 11) {
        payment->authorised_minor = 0;
        become(sim, order, PAYMENT_STATE_DECLINED, waiting[at].cause);
        return;
    }
    become(sim, order, PAYMENT_STATE_AUTHORISED, waiting[at].cause);
}

static void capture(struct sim *sim, int at)
{
    int order = waiting[at].order;
    struct shop_payment *payment = &shop.payments[order];

    if (payment->state == PAYMENT_STATE_AUTHORISED && shop_below(25) == 0) {
        report_not_done(sim, order, waiting[at].cause, PAYMENT_STEP_CAPTURE, 0, "declined");
        return;
    }
    if (payment->state != PAYMENT_STATE_AUTHORISED) {
        report_standing(sim, order, waiting[at].cause);
        return;
    }
    if (waiting[at].minor > payment->authorised_minor)
        sim_fail(sim, "order-%d: more is to be taken than was promised", order);
    payment->captured_minor = waiting[at].minor;
    payment->fee_minor = payment->captured_minor * 29 / 1000 + 30;
    become(sim, order, PAYMENT_STATE_CAPTURED, waiting[at].cause);
}

/* A promise that was on its way may come behind its void: then it is void the next time. */
static void unwanted(struct sim *sim, int at)
{
    int order = waiting[at].order;
    struct shop_payment *payment = &shop.payments[order];

    if (payment->state == PAYMENT_STATE_CAPTURED) {
        report_not_done(sim, order, waiting[at].cause, PAYMENT_STEP_VOID, 0, "captured");
        return;
    }
    if (payment->state == PAYMENT_STATE_NONE && payment->asked && !sim->calm &&
        shop_below(4) == 0) {
        payment->authorised_minor = 100000;
        become(sim, order, PAYMENT_STATE_AUTHORISED, waiting[at].cause);
        return;
    }
    if (payment->state == PAYMENT_STATE_DECLINED || payment->state == PAYMENT_STATE_EXPIRED)
        report_standing(sim, order, waiting[at].cause);
    else
        become(sim, order, PAYMENT_STATE_VOIDED, waiting[at].cause);
}

static void refund(struct sim *sim, int at)
{
    int order = waiting[at].order, number = waiting[at].refund;
    struct shop_payment *payment = &shop.payments[order];
    char name[32];
    struct payment_refunded refunded = {.amount = {waiting[at].minor, fy_slice_of("EUR")}};
    struct payment_report it = {.payment_refunded = &refunded};

    if (payment->state != PAYMENT_STATE_CAPTURED || number < 1 || number >= SHOP_REFUNDS) {
        sim_fail(sim, "order-%d: refund %d of what was not taken", order, number);
        return;
    }
    if (payment->refund_failed[number] || (!payment->refund_done[number] && shop_below(20) == 0)) {
        payment->refund_failed[number] = true;
        report_not_done(sim, order, waiting[at].cause, PAYMENT_STEP_REFUND, number, "refused");
        return;
    }
    if (!payment->refund_done[number])
        payment->refunded_minor += waiting[at].minor;
    else if (payment->refund_minor[number] != waiting[at].minor)
        sim_fail(sim, "order-%d: refund %d is another amount now", order, number);
    payment->refund_done[number] = true;
    payment->refund_minor[number] = waiting[at].minor;
    if (payment->refunded_minor > payment->captured_minor)
        sim_fail(sim, "order-%d: more is to be given back than was taken", order);
    (void)snprintf(name, sizeof(name), "order-%d/1/r%d", order, number);
    refunded.refund_id = fy_slice_of(name);
    report(sim, order, waiting[at].cause, &it);
}

/* A promise lasts as long as the provider pleases. */
static void expire(struct sim *sim)
{
    int order = shop_below(SHOP_ORDERS);
    struct provider_state_seen seen = {.type = fy_slice_of("payment_intent.canceled")};
    struct payment_report it = {.provider_state_seen = &seen};

    if (shop.payments[order].state != PAYMENT_STATE_AUTHORISED ||
        shop.payments[order].since_ms + 3000 > sim->now_ms)
        return;
    shop.payments[order].state = PAYMENT_STATE_EXPIRED;
    report(sim, order, "webhook", &it);
}

static void answer(struct sim *sim, int at)
{
    switch (waiting[at].step) {
    case PAYMENT_STEP_AUTHORISE:
        authorise(sim, at);
        break;
    case PAYMENT_STEP_CAPTURE:
        capture(sim, at);
        break;
    case PAYMENT_STEP_VOID:
        unwanted(sim, at);
        break;
    default:
        refund(sim, at);
    }
    waiting[at] = waiting[--waiting_count];
}

int64_t payments_run(struct sim *sim)
{
    struct fy_record record;
    int64_t next_ms = NEVER;

    while (log_read(sim->log, FY_TOPIC_PAYMENT_REQUESTS, -1, &shop.wishes, &record))
        wish_read(sim, &record);
    for (int i = waiting_count - 1; i >= 0; i--)
        if (waiting[i].due_ms <= sim->now_ms)
            answer(sim, i);
    if (!sim->calm && shop_below(3000) == 0)
        expire(sim);
    for (int i = 0; i < waiting_count; i++)
        if (waiting[i].due_ms < next_ms)
            next_ms = waiting[i].due_ms;
    return next_ms;
}
