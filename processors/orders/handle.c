#include "processors/orders/handle.h"

#include "processors/orders/asks.h"
#include "processors/orders/check.h"
#include "processors/orders/tell.h"
#include "schemas/generated/order_row.h"

#include <assert.h>
#include <string.h>

enum {
    ROW_KEY_PREFIX = 6,
    ROW_KEY_BYTES_MAX = ROW_KEY_PREFIX + 64,
    ROW_BYTES_MAX = 1024 * 1024, /* Of a decoded row: 50 lines, 64 parcels and 64 answers: 80 KB. */
    DUE_MAX = 1000,              /* What can be due of an order at once, by far. */
};

static const enum fy_topic inputs[] = {
    FY_TOPIC_ORDER_REQUESTS,
    FY_TOPIC_STOCK_REPLIES,
    FY_TOPIC_PAYMENT_REPORTS,
    FY_TOPIC_OPERATIONS,
};

/* A decider: its rows are what its own events make of them. */
static const enum fy_topic events[] = {FY_TOPIC_ORDERS};
static const struct fy_rebuild rebuild = {
    .version = 1,
    .topics = events,
    .topic_count = sizeof(events) / sizeof(events[0]),
    .fold = orders_fold,
};

const struct fy_processor orders_processor = {
    .name = "orders",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_ORDERS_CHANGELOG,
    .dead_letters = FY_TOPIC_ORDERS_DEAD_LETTERS,
    .commit_interval_ms = 20, /* An order takes eight turns of two programs, and somebody waits. */
    .handle = orders_handle,
    .due_ms = orders_due_ms,
    .fire = orders_fire,
    .rebuild = &rebuild,
};

#define MINUTE_MS INT64_C(60000)
#define DAY_MS INT64_C(86400000)

struct order_terms orders_terms = {
    .commission_bp = 1000,
    .pay_for_ms = 10 * MINUTE_MS,
    .extend_for_ms = 10 * MINUTE_MS,
    .accept_for_ms = 2 * DAY_MS,
    .ship_for_ms = 7 * DAY_MS,
    .deliver_for_ms = 14 * DAY_MS,
    .return_for_ms = 30 * DAY_MS,
    .resend_for_ms = 30000,
    .resend_most_for_ms = 15 * MINUTE_MS,
    .resends_max = 200,
    .keep_for_ms = 90 * DAY_MS,
};

/* --- Rows ------------------------------------------------------------------------------------ */

static const char prefix[ROW_KEY_PREFIX] = {'o', 'r', 'd', 'e', 'r', '/'};

static struct fy_slice row_key(struct fy_slice order, uint8_t room[ROW_KEY_BYTES_MAX])
{
    assert(order.size <= ROW_KEY_BYTES_MAX - ROW_KEY_PREFIX);
    memcpy(room, prefix, sizeof(prefix));
    memcpy(room + sizeof(prefix), order.data, order.size);
    return (struct fy_slice){.data = room, .size = sizeof(prefix) + order.size};
}

/* A row we wrote and cannot read is no fault of the record that needs it, so nothing is parked. */
static enum fy_status load(
    struct fy_task *task, struct fy_slice id, struct order_now **ret_order, struct fy_err *err)
{
    uint8_t room[ROW_KEY_BYTES_MAX];
    struct order_now *order = fy_arena_alloc(fy_task_arena(task), sizeof(*order));
    struct order_row row = {0};
    struct fy_slice bytes;
    struct fy_err cause;
    enum fy_status status;

    if (order == NULL)
        return fy_fail(err, FY_FATAL, "an order does not fit the turn's arena");
    status = fy_task_get(task, row_key(id, room), &bytes, err);
    if (status != FY_OK)
        return status;
    if (bytes.data != NULL) {
        status = order_row_decode(bytes, fy_task_arena(task), &row, &cause);
        if (status != FY_OK) {
            return fy_fail(err, FY_FATAL,
                "could not read an order's row, wipe the data folder if the disk is at fault: %s",
                cause.text);
        }
        if (row.order == NULL)
            return fy_fail(err, FY_FATAL, "a row under an order's key is of another kind");
    }
    order_begin(order, id, row.order);
    *ret_order = order;
    return FY_OK;
}

static enum fy_status save(struct fy_task *task, const struct order_now *order, struct fy_err *err)
{
    uint8_t room[ROW_KEY_BYTES_MAX];
    struct fy_slice key = row_key(order->id, room), bytes;
    struct order_row row = {.order = &order->row};
    enum fy_status status;

    if (!order_exists(order)) {
        status = fy_task_get(task, key, &bytes, err);
        if (status != FY_OK || bytes.data == NULL)
            return status;
        return fy_task_delete(task, key, err);
    }
    status = order_row_encode(&row, fy_task_arena(task), &bytes, err);
    if (status != FY_OK)
        return status;
    return fy_task_put(task, key, bytes, err);
}

int64_t orders_due_ms(struct fy_slice row)
{
    struct order_row decoded;
    struct order_now *order;
    struct fy_arena arena;
    struct fy_err err;
    int64_t due_ms = 0;

    fy_arena_init(&arena, ROW_BYTES_MAX);
    order = fy_arena_alloc(&arena, sizeof(*order));
    if (order != NULL && order_row_decode(row, &arena, &decoded, &err) == FY_OK &&
        decoded.order != NULL) {
        order_begin(order, (struct fy_slice){0}, decoded.order);
        due_ms = order_due(order).due_ms;
    }
    fy_arena_done(&arena);
    return due_ms;
}

/* --- An input -------------------------------------------------------------------------------- */

/* One order in a turn, and what it had asked of others before. */
struct turn {
    struct fy_task *task;
    struct order_now *order;
    struct order_asks *before;
    struct order_events *events;
    int64_t now_ms;
    bool changed; /* The row is another one. */
    bool again;   /* All that is open is asked once more. */
};

static enum fy_status begin(
    struct fy_task *task, struct fy_slice id, struct turn *ret_turn, struct fy_err *err)
{
    struct fy_arena *arena = fy_task_arena(task);
    enum fy_status status;

    *ret_turn = (struct turn){
        .task = task,
        .before = fy_arena_alloc(arena, sizeof(*ret_turn->before)),
        .events = fy_arena_alloc(arena, sizeof(*ret_turn->events)),
        .now_ms = fy_task_now_ms(task),
    };
    if (ret_turn->before == NULL || ret_turn->events == NULL)
        return fy_fail(err, FY_FATAL, "an order's decisions do not fit the turn's arena");
    status = load(task, id, &ret_turn->order, err);
    if (status == FY_OK)
        order_asks(ret_turn->order, ret_turn->before);
    return status;
}

static enum fy_status take(
    struct turn *turn, const struct order_input *input, int64_t now_ms, struct fy_err *err)
{
    struct fy_arena *arena = fy_task_arena(turn->task);
    enum fy_status status = FY_OK;

    if (arena->bytes_max - arena->bytes_used < ORDER_DECIDE_BYTES)
        return fy_fail(err, FY_FATAL, "an order's decisions do not fit the turn's arena");
    order_decide(turn->order, input, &orders_terms, now_ms, arena, turn->events);
    for (int i = 0; i < turn->events->count && status == FY_OK; i++) {
        struct order_event *event = turn->events->items[i];

        turn->changed = true;
        turn->again = turn->again || event->requests_resent != NULL ||
                      (event->operator_resolved != NULL && event->has_request_partition);
        status = order_tell_event(turn->task, turn->order, input, event, i, err);
    }
    return status;
}

/*
 * Whatever time alone causes by then, one thing after the other, each as of when it was due; what
 * is asked again is asked at the task's time, so that a wait begins when it was asked.
 */
static enum fy_status take_due(struct turn *turn, int64_t until_ms, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < DUE_MAX && status == FY_OK; i++) {
        struct order_input due = order_due(turn->order);
        int64_t now_ms = due.due_ms;

        if (due.due_ms == 0 || due.due_ms > until_ms)
            return FY_OK;
        if (due.kind == SAGA_RESEND || due.kind == SAGA_GIVE_UP)
            now_ms = turn->now_ms > due.due_ms ? turn->now_ms : due.due_ms;
        status = take(turn, &due, now_ms, err);
    }
    return status;
}

/* Row, requests and status, once for all that happened. */
static enum fy_status finish(struct turn *turn,
    const struct position *as_of,
    const struct order_answer *also,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (turn->changed)
        status = save(turn->task, turn->order, err);
    if (status == FY_OK && turn->changed)
        status = order_tell_asks(
            turn->task, turn->order, turn->again ? NULL : turn->before, turn->now_ms, err);
    if (status == FY_OK && order_exists(turn->order) && (turn->changed || as_of != NULL))
        status = order_tell_status(turn->task, turn->order, as_of, also, err);
    return status;
}

/* --- Requests -------------------------------------------------------------------------------- */

/* Another body under an id that was answered before is another request, and no repeat. */
static bool is_reused(const struct order_answer *repeat, const struct order_request *request)
{
    return repeat->body_mac.size > 0 && request->body_mac.size > 0 &&
           !fy_slice_equal(repeat->body_mac, request->body_mac);
}

static enum fy_status refuse_reused(
    struct turn *turn, const struct order_input *input, struct fy_err *err)
{
    order_decide_reused(turn->order, input, turn->now_ms, fy_task_arena(turn->task), turn->events);
    turn->changed = true;
    return order_tell_event(turn->task, turn->order, input, turn->events->items[0], 0, err);
}

static enum fy_status handle_request(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    const struct position at = {
        .topic = fy_slice_of(fy_topics[record->topic].name),
        .partition = record->partition,
        .offset = record->offset,
    };
    const struct order_answer *repeat;
    struct order_answer reused;
    struct order_request request;
    struct order_input input;
    struct turn turn;
    bool is_new, other = false;
    enum fy_status status = order_request_decode(record->value, fy_task_arena(task), &request, err);

    if (status == FY_OK)
        status = order_check_request(&request, record->key, err);
    if (status == FY_OK)
        status = begin(task, record->key, &turn, err);
    if (status == FY_OK)
        status = take_due(&turn, record->append_ms, err);
    if (status != FY_OK)
        return status;
    input = order_recognise_request(&request);
    input.at = at;
    repeat = order_repeat(turn.order, &request);
    is_new = repeat == NULL;
    if (repeat != NULL)
        other = is_reused(repeat, &request);
    if (is_new)
        status = take(&turn, &input, record->append_ms, err);
    else if (other)
        status = refuse_reused(&turn, &input, err);
    if (status != FY_OK)
        return status;
    reused = (struct order_answer){.event_id = request.envelope.event_id,
        .refused = fy_slice_of("key_reused"),
        .body_mac = request.body_mac};
    return finish(&turn, &at, other ? &reused : NULL, err);
}

/* --- Answers --------------------------------------------------------------------------------- */

static enum fy_status handle_reply(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct stock_reply reply;
    struct order_input input;
    struct turn turn;
    enum fy_status status = stock_reply_decode(record->value, fy_task_arena(task), &reply, err);

    if (status == FY_OK)
        status = order_check_reply(&reply, record->key, err);
    if (status == FY_OK)
        status = begin(task, record->key, &turn, err);
    if (status == FY_OK)
        status = take_due(&turn, record->append_ms, err);
    if (status != FY_OK)
        return status;
    input = order_recognise_reply(turn.order, &reply);
    status = take(&turn, &input, record->append_ms, err);
    if (status != FY_OK)
        return status;
    return finish(&turn, NULL, NULL, err);
}

/* When it was paid counts, and not when we heard of it. */
static int64_t answered_ms(const struct fy_record *record, const struct payment_report *report)
{
    int64_t event_ms = report->envelope.event_ms;

    return event_ms > 0 && event_ms < record->append_ms ? event_ms : record->append_ms;
}

static enum fy_status handle_report(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct payment_report report;
    struct order_input input;
    struct turn turn;
    enum fy_status status = payment_report_decode(record->value, fy_task_arena(task), &report, err);

    if (status == FY_OK)
        status = order_check_report(&report, record->key, err);
    if (status == FY_OK)
        status = begin(task, record->key, &turn, err);
    if (status == FY_OK)
        status = take_due(&turn, answered_ms(record, &report), err);
    if (status != FY_OK)
        return status;
    input = order_recognise_report(turn.order, &report);
    status = take(&turn, &input, record->append_ms, err);
    if (status != FY_OK)
        return status;
    return finish(&turn, NULL, NULL, err);
}

enum fy_status orders_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which these topics never have");
    if (record->value.size > ORDERS_RECORD_BYTES_MAX)
        return fy_fail(err, FY_REJECT, "a record of %zu bytes, at most %d are kept",
            record->value.size, ORDERS_RECORD_BYTES_MAX);
    if (record->topic == FY_TOPIC_STOCK_REPLIES)
        return handle_reply(task, record, err);
    if (record->topic == FY_TOPIC_PAYMENT_REPORTS)
        return handle_report(task, record, err);
    return handle_request(task, record, err);
}

/* --- Timers and rebuild ---------------------------------------------------------------------- */

enum fy_status orders_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err)
{
    struct turn turn;
    enum fy_status status;

    if (key.size <= sizeof(prefix) || key.size > ROW_KEY_BYTES_MAX)
        return fy_fail(err, FY_FATAL, "a timer of a key of %zu bytes", key.size);
    status = begin(task,
        fy_arena_copy(fy_task_arena(task),
            (struct fy_slice){key.data + sizeof(prefix), key.size - sizeof(prefix)}),
        &turn, err);
    if (status != FY_OK)
        return status;
    if (order_due(turn.order).due_ms != due_ms)
        return fy_fail(err, FY_FATAL, "a timer fired that is not the row's");
    status = take_due(&turn, turn.now_ms, err);
    if (status != FY_OK)
        return status;
    return finish(&turn, NULL, NULL, err);
}

/* What has happened to an order once more, into its row and nowhere else. */
enum fy_status orders_fold(struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct order_event event;
    struct order_now *order;
    enum fy_status status = order_event_decode(record->value, fy_task_arena(task), &event, err);

    if (status == FY_OK &&
        (event.order.size == 0 || event.order.size > ROW_KEY_BYTES_MAX - ROW_KEY_PREFIX))
        status = fy_fail(err, FY_REJECT, "an event of an order of %zu bytes", event.order.size);
    if (status != FY_OK)
        return status;
    status = load(task, event.order, &order, err);
    if (status != FY_OK)
        return status;
    order_evolve(order, &event);
    return save(task, order, err);
}
