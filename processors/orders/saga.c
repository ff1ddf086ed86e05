/* The table, and what follows from every input: refunds, books, the end. */
#include "processors/orders/decide.h"
#include "processors/orders/money.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* --- The table ------------------------------------------------------------------------------- */

/* States as the table names them: bits, so that several stand together. */
enum {
    NONE = 1 << ORDER_STATE_NONE,
    HOLDING = 1 << ORDER_STATE_HOLDING,
    PAYING = 1 << ORDER_STATE_PAYING,
    ACTION_REQUIRED = 1 << ORDER_STATE_ACTION_REQUIRED,
    COMMITTING = 1 << ORDER_STATE_COMMITTING,
    CAPTURING = 1 << ORDER_STATE_CAPTURING,
    CONFIRMED = 1 << ORDER_STATE_CONFIRMED,
    CLOSED = 1 << ORDER_STATE_CLOSED,
    REFUSED = 1 << ORDER_STATE_REFUSED,
    CANCELLED = 1 << ORDER_STATE_CANCELLED,
};

#define INPUT(symbol, from, words)
static const struct {
    enum saga_input input;
    unsigned states;
    saga_rule *rule;
    const char *next, *words;
} table[] = {
#define ON(input, states, rule, next, words) {SAGA_##input, states, rule_##rule, next, words},
#define NEVER(input, states, words) {SAGA_##input, states, NULL, "", words},
#include "processors/orders/saga.def"
#undef INPUT
#undef ON
#undef NEVER
};

struct saga_cell saga_cell(enum order_state state, enum saga_input input)
{
    struct saga_cell cell = {0};

    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        if (table[i].input != input || (table[i].states & 1U << state) == 0)
            continue;
        cell.rule = table[i].rule;
        cell.next = table[i].next;
        cell.words = table[i].words;
        cell.count++;
    }
    return cell;
}

void rule_let_be(struct saga *it)
{
    (void)it;
}

/* --- Events ---------------------------------------------------------------------------------- */

void *saga_room(struct saga *it, size_t size)
{
    void *room = fy_arena_alloc(it->arena, size);

    assert(room != NULL); /* The caller's arena has room for ORDER_DECIDE_BYTES. */
    return room;
}

struct fy_slice saga_text(struct saga *it, const char *format, ...)
{
    char text[160];
    struct fy_slice copy;
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    copy = fy_arena_copy(it->arena, fy_slice_of(text));
    assert(copy.data != NULL);
    return copy;
}

struct fy_slice saga_hold(struct saga *it, int line, int attempt)
{
    return saga_text(it, "%.*s/%d/%d", FY_SLICE_ARG(it->order->id), line, attempt);
}

enum order_state saga_state(const struct saga *it)
{
    return it->order->row.standing.state;
}

static const struct envelope *cause_of(const struct order_input *input)
{
    if (input->request != NULL)
        return &input->request->envelope;
    if (input->reply != NULL)
        return &input->reply->envelope;
    return input->report != NULL ? &input->report->envelope : NULL;
}

static void name_request(const struct order_input *input, struct order_event *event)
{
    event->has_request_partition = true;
    event->request_partition = input->at.partition;
    event->has_request_offset = true;
    event->request_offset = input->at.offset;
    event->body_mac = input->request->body_mac;
}

struct order_event *saga_event(struct saga *it, enum order_state state)
{
    const struct envelope *cause = cause_of(it->input);
    struct order_event *event = saga_room(it, sizeof(*event));

    *event = (struct order_event){
        .envelope =
            {
                .root = it->order->row.root,
                .actor = fy_slice_of("service:orders"),
                .event_ms = it->now_ms,
            },
        .order = it->order->id,
        .standing = it->order->row.standing,
        .decided_ms = it->now_ms,
    };
    event->standing.state = state;
    if (cause != NULL) {
        event->envelope.cause_id = cause->event_id;
        event->envelope.event_ms = cause->event_ms;
        if (event->envelope.root.size == 0)
            event->envelope.root = cause->root;
    }
    if (it->input->request != NULL) {
        event->envelope.actor = cause->actor;
        name_request(it->input, event);
    }
    return event;
}

void saga_tell(struct saga *it, struct order_event *event)
{
    assert(it->out->count < ORDER_EVENTS_MAX);
    it->out->items[it->out->count++] = event;
    order_evolve(it->order, event);
}

void saga_refuse(struct saga *it, const char *reason)
{
    static const struct {
        size_t offset;
        const char *name;
    } kinds[] = {
        {offsetof(struct order_request, place_order), "place_order"},
        {offsetof(struct order_request, cancel_order), "cancel_order"},
        {offsetof(struct order_request, return_items), "return_items"},
        {offsetof(struct order_request, accept_sub_order), "accept_sub_order"},
        {offsetof(struct order_request, reject_sub_order), "reject_sub_order"},
        {offsetof(struct order_request, ship_items), "ship_items"},
        {offsetof(struct order_request, deliver_sub_order), "deliver_sub_order"},
        {offsetof(struct order_request, resolve_order), "resolve_order"},
    };
    const char *name = "";

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        const void *part;

        memcpy(&part, (const char *)it->input->request + kinds[i].offset, sizeof(part));
        if (part != NULL)
            name = kinds[i].name;
    }
    TELL_AS(it, saga_state(it), order_request_refused, request_refused,
        .request = fy_slice_of(name), .reason = fy_slice_of(reason));
}

/*
 * A mark is laid over the state, and stays until somebody resolves it: the first reason counts, but
 * for "unanswered", which an answer resolves. A deadline is told all the same, for it must not ring
 * again.
 */
void saga_operator(struct saga *it, const char *reason)
{
    struct order_event *event;
    struct operator_needed *part;
    struct fy_slice mark = it->order->row.standing.needs_operator;
    bool marked = mark.size > 0 && !fy_slice_equal(mark, fy_slice_of("unanswered"));

    if ((marked && it->input->kind != SAGA_SHIP_LATE) || !order_exists(it->order))
        return;
    event = saga_event(it, saga_state(it));
    part = saga_room(it, sizeof(*part));
    part->reason = fy_slice_of(reason);
    if (!marked)
        event->standing.needs_operator = part->reason;
    event->operator_needed = part;
    saga_tell(it, event);
}

void saga_cancel(struct saga *it, const char *reason)
{
    struct order_event *event = saga_event(it, ORDER_STATE_CANCELLED);
    struct order_cancelled *part = saga_room(it, sizeof(*part));

    part->reason = fy_slice_of(reason);
    event->standing.reason = part->reason;
    event->order_cancelled = part;
    saga_tell(it, event);
}

void saga_refused(struct saga *it, struct fy_slice reason, const struct money *total)
{
    struct order_event *event = saga_event(it, ORDER_STATE_REFUSED);
    struct order_refused *part = saga_room(it, sizeof(*part));

    *part = (struct order_refused){.reason = reason, .total = total};
    event->standing.reason = reason;
    event->order_refused = part;
    saga_tell(it, event);
}

/* --- What follows from any input ------------------------------------------------------------- */

/* One refund at a time: what is owed by when it is done goes into the next one. */
static void refund_owed(struct saga *it)
{
    struct order_now *order = it->order;
    int64_t owed_minor = money_owed_minor(order);
    size_t count = order->row.payment.refunds.count;
    bool marked = order->row.standing.needs_operator.size > 0;

    if (owed_minor == 0 || order->row.settled_elsewhere ||
        (count > 0 && order->refunds[count - 1].state == REFUND_STATE_ASKED) ||
        (count > 0 && order->refunds[count - 1].state == REFUND_STATE_FAILED && marked))
        return;
    if (count == ORDER_REFUNDS_MAX) {
        saga_operator(it, "too_many_refunds");
        return;
    }
    TELL(it, saga_state(it), refund_asked,
        .refund_id =
            saga_text(it, "%.*s/r%zu", FY_SLICE_ARG(order->row.payment.payment), count + 1),
        .amount = {.minor = owed_minor, .currency = order->row.currency});
}

/* Lines that are through: all of them ended, and what has left came back, or nothing ever left. */
static void end_of_lines(struct saga *it)
{
    bool shipped = false;

    if (saga_state(it) != ORDER_STATE_CONFIRMED)
        return;
    for (size_t i = 0; i < it->order->row.lines.count; i++) {
        const struct line_standing *line = &it->order->lines[i].standing;

        if (line->state != LINE_STATE_ENDED)
            return;
        shipped = shipped || line->shipped_units > 0;
    }
    if (shipped) {
        struct order_event *event = saga_event(it, ORDER_STATE_CLOSED);
        struct order_closed *part = saga_room(it, sizeof(*part));

        part->reason = fy_slice_of("done");
        event->standing.reason = part->reason;
        event->order_closed = part;
        saga_tell(it, event);
        return;
    }
    saga_cancel(it, it->input->kind == SAGA_CANCEL || it->order->row.cancel_noted ? "customer"
                    : it->input->kind == SAGA_RESOLVE                             ? "operator"
                                                                                  : "rejected");
}

static const char *about(const struct saga *it)
{
    switch (it->input->kind) {
    case SAGA_CAPTURED:
        return "captured";
    case SAGA_REFUNDED:
        return "refunded";
    case SAGA_RETURN:
        return "returned";
    case SAGA_CANCEL:
    case SAGA_RESOLVE:
        return "cancelled";
    default:
        return "rerouted";
    }
}

static void post_ledger(struct saga *it, const struct money_books *before)
{
    struct money_books *now = saga_room(it, sizeof(*now));
    struct money_books *changes = saga_room(it, sizeof(*changes));

    money_books(it->order, now);
    money_changes(before, now, changes);
    if (changes->count == 0)
        return;
    TELL(it, saga_state(it), ledger_posted, .about = fy_slice_of(about(it)),
        .entries = {.items = changes->entries, .count = (size_t)changes->count});
}

/* What an operator was to look at, because nobody answered, is settled by the answer. */
static void settled_by_itself(struct saga *it)
{
    struct order_event *event;
    struct operator_resolved *part;

    if (!fy_slice_equal(it->order->row.standing.needs_operator, fy_slice_of("unanswered")) ||
        order_is_open(it->order))
        return;
    event = saga_event(it, saga_state(it));
    part = saga_room(it, sizeof(*part));
    part->action = fy_slice_of("answered");
    event->standing.needs_operator = (struct fy_slice){0};
    event->operator_resolved = part;
    saga_tell(it, event);
}

static void rule_unexpected(struct saga *it)
{
    saga_operator(it, "unexpected");
}

void order_decide(struct order_now *order,
    const struct order_input *input,
    const struct order_terms *terms,
    int64_t now_ms,
    struct fy_arena *arena,
    struct order_events *ret_events)
{
    struct saga it = {order, input, terms, now_ms, arena, ret_events};
    struct saga_cell cell = saga_cell(order->row.standing.state, input->kind);
    struct money_books *before = saga_room(&it, sizeof(*before));

    assert(cell.count == 1);
    ret_events->count = 0;
    money_books(order, before);
    (cell.rule != NULL ? cell.rule : rule_unexpected)(&it);
    if (ret_events->count == 0 || !order_exists(order))
        return;
    end_of_lines(&it);
    refund_owed(&it);
    post_ledger(&it, before);
    settled_by_itself(&it);
}

void order_decide_reused(struct order_now *order,
    const struct order_input *input,
    int64_t now_ms,
    struct fy_arena *arena,
    struct order_events *ret_events)
{
    struct saga it = {order, input, NULL, now_ms, arena, ret_events};

    ret_events->count = 0;
    saga_refuse(&it, "key_reused");
}
