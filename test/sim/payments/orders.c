#include "test/sim/payments/orders.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ASK_AGAIN_MS = 30 * 1000,
    CALM_AGAIN_MS = 2000,
    ANSWER_MS_MAX = 20 * 1000,
    SEARCHED_MS_MAX = 180 * 1000,
    GIVE_UP_MS = 90 * 1000, /* On a customer who does not come back. */
    ARENA_BYTES = 1 << 20,
};

static const char *const methods[] = {"pm_card_visa", "pm_card_visa", "pm_card_visa",
    "pm_card_mastercard", "pm_card_threeDSecure2Required", "pm_card_threeDSecure2Required",
    "pm_card_chargeDeclined", "pm_card_chargeDeclinedInsufficientFunds", "pm_fy_captureDeclined",
    "pm_fy_refundFails", "pm_fy_endsSoon", "pm_unknown"};

static bool one_in(struct world *world, uint64_t count)
{
    return random_below(&world->random, count) == 0;
}

void orders_draw(struct world *world)
{
    uint64_t seed = world->seed;

    world->order_count = 1 + (int)random_below(&world->random, ORDERS_MAX);
    for (int i = 0; i < world->order_count; i++) {
        struct order *order = &world->orders[i];

        char name[2 * PAYMENT_ORDER];

        (void)snprintf(name, sizeof(name), "%016" PRIx64 "%016x", seed, (unsigned)i + 1);
        payment_text(order->order, sizeof(order->order), fy_slice_of(name));
        (void)strncat(name, "/1", sizeof(name) - strlen(name) - 1);
        payment_text(order->payment, sizeof(order->payment), fy_slice_of(name));
        (void)snprintf(order->method, sizeof(order->method), "%s",
            methods[random_below(&world->random, sizeof(methods) / sizeof(methods[0]))]);
        order->amount = 100 + (int64_t)random_below(&world->random, 100000);
        order->begins_ms = world->now_ms + (int64_t)random_below(&world->random, 120 * 1000);
        order->wants_void = one_in(world, 4);
        order->void_first = one_in(world, 8);
        order->void_when_held = one_in(world, 2);
        order->answers_action = !one_in(world, 4);
        order->approves = !one_in(world, 4);
        order->capture = one_in(world, 4) ? order->amount / 2 : order->amount;
        order->refund_count = (int)random_below(&world->random, WANTED_REFUNDS + 1);
        for (int n = 0; n < order->refund_count; n++)
            order->refunds[n] =
                1 + (int64_t)random_below(&world->random, (uint64_t)order->capture / 2);
        totals.payments++;
    }
}

/* --- Asking ---------------------------------------------------------------------------------- */

enum wish { WISH_AUTHORISE, WISH_CAPTURE, WISH_VOID, WISH_REFUND };

static void ask_once(struct world *world, const struct order *order, enum wish wish, int refund)
{
    const struct fy_slice euro = fy_slice_of("EUR");
    struct authorise_payment authorise = {{order->amount, euro}, fy_slice_of(order->method)};
    struct capture_payment capture = {{order->capture, euro}};
    struct void_payment unwanted = {fy_slice_of("cancelled")};
    struct refund_payment back = {.amount = {refund < 0 ? 0 : order->refunds[refund], euro}};
    struct payment_request request = {.order = fy_slice_of(order->order),
        .payment = fy_slice_of(order->payment),
        .authorise_payment = wish == WISH_AUTHORISE ? &authorise : NULL,
        .capture_payment = wish == WISH_CAPTURE ? &capture : NULL,
        .void_payment = wish == WISH_VOID ? &unwanted : NULL,
        .refund_payment = wish == WISH_REFUND ? &back : NULL};
    char id[40], name[PAYMENT_NAME + 16];
    struct fy_arena arena;
    struct fy_slice value;
    struct fy_err err;

    (void)snprintf(id, sizeof(id), "r%d", ++world->requests);
    (void)snprintf(name, sizeof(name), "%s/r%d", order->payment, refund + 1);
    back.refund_id = fy_slice_of(name);
    request.envelope = (struct envelope){.event_id = fy_slice_of(id),
        .root = fy_slice_of("root"),
        .actor = fy_slice_of("service:orders"),
        .event_ms = world->now_ms};
    fy_arena_init(&arena, ARENA_BYTES);
    if (payment_request_encode(&request, &arena, &value, &err) != FY_OK)
        abort();
    (void)log_append(world->log, FY_TOPIC_PAYMENT_REQUESTS,
        fy_partition_of(request.order, world->partitions), request.order, value);
    fy_arena_done(&arena);
    world_trace(world, "%s asks: %d %s", order->payment, (int)wish, refund < 0 ? "" : name);
}

static void ask(struct world *world, const struct order *order, enum wish wish, int refund)
{
    ask_once(world, order, wish, refund);
    if (!world->calm && one_in(world, 4))
        ask_once(world, order, wish, refund);
}

/* --- What it wants next ---------------------------------------------------------------------- */

static bool is_over(const struct order *order)
{
    if (order->state == PAYMENT_STATE_VOIDED || order->state == PAYMENT_STATE_DECLINED ||
        order->state == PAYMENT_STATE_EXPIRED)
        return true;
    if (order->state != PAYMENT_STATE_CAPTURED)
        return false;
    for (int i = 0; i < order->refund_count; i++)
        if (!order->refund_answered[i])
            return false;
    return true;
}

static void want_undecided(struct world *world, struct order *order)
{
    if (order->void_first)
        ask(world, order, WISH_VOID, -1);
    ask(world, order, WISH_AUTHORISE, -1);
    if (order->wants_void && !order->void_when_held)
        ask(world, order, WISH_VOID, -1);
}

static void want_held(struct world *world, struct order *order)
{
    if (order->wants_void || order->capture_refused) {
        ask(world, order, WISH_VOID, -1);
        return;
    }
    ask(world, order, WISH_CAPTURE, -1);
    if (one_in(world, 12)) /* Somebody cancels at the same time. */
        ask(world, order, WISH_VOID, -1);
}

static void want(struct world *world, struct order *order)
{
    switch (order->state) {
    case PAYMENT_STATE_NONE:
    case PAYMENT_STATE_PENDING:
        want_undecided(world, order);
        break;
    case PAYMENT_STATE_ACTION_REQUIRED:
        if (order->wants_void || world->now_ms > order->acts_ms + GIVE_UP_MS)
            ask(world, order, WISH_VOID, -1);
        break;
    case PAYMENT_STATE_AUTHORISED:
        want_held(world, order);
        break;
    case PAYMENT_STATE_CAPTURED:
        for (int i = 0; i < order->refund_count; i++)
            if (!order->refund_answered[i])
                ask(world, order, WISH_REFUND, i);
        break;
    default:
        break;
    }
}

/* All is over: the same again is answered again. */
static void want_more(struct world *world, struct order *order)
{
    order->asked_more = true;
    order->more_ms = world->now_ms;
    if (order->state == PAYMENT_STATE_CAPTURED && order->refund_count > 0)
        ask_once(world, order, WISH_REFUND, 0);
    else if (order->state == PAYMENT_STATE_CAPTURED)
        ask_once(world, order, WISH_CAPTURE, -1);
    else
        ask_once(world, order, one_in(world, 2) ? WISH_AUTHORISE : WISH_VOID, -1);
}

/* --- Hearing --------------------------------------------------------------------------------- */

static struct order *order_of(struct world *world, struct fy_slice payment)
{
    for (int i = 0; i < world->order_count; i++)
        if (fy_slice_equal(fy_slice_of(world->orders[i].payment), payment))
            return &world->orders[i];
    return NULL;
}

static void hear_refund(struct order *order, struct fy_slice id, bool done)
{
    int n = id.size > 0 ? id.data[id.size - 1] - '1' : -1;

    if (n < 0 || n >= order->refund_count)
        return;
    order->refund_answered[n] = true;
    order->refund_done[n] = order->refund_done[n] || done;
}

/*
 * "Every buyer gets an answer": in calm none waits longer than that for the adapter's next word,
 * and for what search lags, where the list is too long to be looked through.
 */
static void note_wait(struct world *world, struct order *order)
{
    int64_t waited_ms = world->now_ms - order->since_ms;
    int64_t most_ms = world->night ? SEARCHED_MS_MAX : ANSWER_MS_MAX;

    if (!world->night && world->list_pages_max != 0)
        most_ms += world->search_after_ms;
    if (order->since_ms == 0)
        return;
    order->since_ms = 0;
    totals.waited[waited_ms / 1000 < WAITED_S_MAX ? waited_ms / 1000 : WAITED_S_MAX]++;
    if (waited_ms > most_ms)
        world_fail(world, "%s waited %" PRId64 " ms for an answer, and all was calm",
            order->payment, waited_ms);
}

static void hear(struct world *world, struct order *order, const struct payment_report *report)
{
    const struct payment_standing *standing = &report->standing;

    if (report->attempt_begun == NULL && report->provider_state_seen == NULL)
        note_wait(world, order);
    order->version = report->version;
    if (report->attempt_begun == NULL)
        order->heard_ms = world->now_ms;
    if (standing->state != order->state && world->calm)
        order->asks_ms = world->now_ms;
    if (standing->state == PAYMENT_STATE_ACTION_REQUIRED && order->state != standing->state)
        order->acts_ms = world->now_ms + (int64_t)random_below(&world->random, 60 * 1000);
    order->state = standing->state;
    order->authorised = standing->authorised_minor;
    order->captured = standing->captured_minor;
    order->refunded = standing->refunded_minor;
    order->fee = standing->fee_minor;
    payment_text(order->ref, sizeof(order->ref), standing->provider_ref);
    if (report->payment_refunded != NULL)
        hear_refund(order, report->payment_refunded->refund_id, true);
    if (report->step_not_done == NULL)
        return;
    if (report->step_not_done->step == PAYMENT_STEP_REFUND)
        hear_refund(order, report->step_not_done->refund_id, false);
    else if (report->step_not_done->step == PAYMENT_STEP_CAPTURE)
        order->capture_refused = true;
}

static void read_reports(struct world *world)
{
    struct fy_record record;
    struct fy_arena arena;

    fy_arena_init(&arena, ARENA_BYTES);
    while (log_read(world->log, FY_TOPIC_PAYMENT_REPORTS, -1, &world->cursor, &record)) {
        struct payment_report report;
        struct order *order;
        struct fy_err err;

        if (payment_report_decode(record.value, &arena, &report, &err) != FY_OK)
            abort();
        order = order_of(world, report.payment);
        if (order == NULL) {
            world_fail(world, "a report of a payment that nobody asked for");
            break;
        }
        books_read(world, &report, report.version == order->version + 1);
        if (report.version == order->version + 1)
            hear(world, order, &report);
        fy_arena_clear(&arena);
    }
    fy_arena_done(&arena);
}

/* --- Time ------------------------------------------------------------------------------------ */

static const struct psp_intent *intent_of(const struct world *world, const struct order *order)
{
    for (int i = 0; i < psp_intent_count(world->psp); i++)
        if (strcmp(psp_intent_at(world->psp, i)->id, order->ref) == 0)
            return psp_intent_at(world->psp, i);
    return NULL;
}

static void customer_acts(struct world *world, struct order *order)
{
    const struct psp_intent *intent = intent_of(world, order);

    if (order->state != PAYMENT_STATE_ACTION_REQUIRED || !order->answers_action ||
        world->now_ms < order->acts_ms || intent == NULL)
        return;
    if (psp_act(world->psp, world->now_ms, fy_slice_of(intent->secret), order->approves))
        world_trace(world, "the customer of %s says %d", order->payment, order->approves);
}

/* Who has asked waits, but for a customer who is at their bank's. What is next is asked soon. */
static void begin_waits(struct world *world)
{
    for (int i = 0; i < world->order_count; i++) {
        struct order *order = &world->orders[i];

        if (order->asks_ms > world->now_ms + CALM_AGAIN_MS)
            order->asks_ms = world->now_ms + CALM_AGAIN_MS;
        if (order->since_ms == 0 && world->now_ms >= order->begins_ms && order->asks_ms > 0 &&
            order->state != PAYMENT_STATE_ACTION_REQUIRED && !is_over(order))
            order->since_ms = world->now_ms;
    }
}

void orders_run(struct world *world)
{
    read_reports(world);
    if (world->calm)
        begin_waits(world);
    for (int i = 0; i < world->order_count; i++) {
        struct order *order = &world->orders[i];

        customer_acts(world, order);
        if (world->now_ms < order->begins_ms || world->now_ms < order->asks_ms ||
            (is_over(order) && order->asked_more))
            continue;
        order->asks_ms = world->now_ms +
                         (world->calm ? CALM_AGAIN_MS
                                      : 1000 + (int64_t)random_below(&world->random, ASK_AGAIN_MS));
        if (order->heard_ms == world->now_ms) /* Nobody answers within the same ms. */
            order->asks_ms = world->now_ms + 1;
        else if (!is_over(order))
            want(world, order);
        else if (world->calm)
            want_more(world, order);
    }
}

int64_t orders_next_ms(const struct world *world)
{
    int64_t next = INT64_MAX;

    for (int i = 0; i < world->order_count; i++) {
        const struct order *order = &world->orders[i];
        int64_t at_ms = order->asks_ms > order->begins_ms ? order->asks_ms : order->begins_ms;

        if (is_over(order) && (order->asked_more || !world->calm))
            continue;
        if (order->state == PAYMENT_STATE_ACTION_REQUIRED && order->acts_ms > world->now_ms &&
            order->acts_ms < at_ms)
            at_ms = order->acts_ms;
        if (at_ms < next)
            next = at_ms;
    }
    return next;
}

static bool is_done(const struct order *order)
{
    return is_over(order) && order->asked_more && order->heard_ms > order->more_ms;
}

bool orders_are_done(struct world *world)
{
    for (int i = 0; i < world->order_count; i++)
        if (!is_done(&world->orders[i]))
            return false;
    return mail_next_ms(&world->mail) == INT64_MAX && wire_next_ms(&world->wire) == INT64_MAX &&
           psp_next_ms(world->psp) > world->now_ms + 3600 * 1000;
}

const char *orders_waiting(struct world *world)
{
    static char text[256];

    for (int i = 0; i < world->order_count; i++) {
        const struct order *order = &world->orders[i];

        if (is_done(order))
            continue;
        (void)snprintf(text, sizeof(text), "%s, by %s, is in state %d at version %" PRId64 "%s",
            order->payment, order->method, (int)order->state, order->version,
            is_over(order) ? ", and a repeat was not answered" : "");
        return text;
    }
    return "calls are out";
}
