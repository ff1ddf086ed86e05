#include "processors/accounts/handle.h"

#include "lib/ids.h"
#include "processors/accounts/accounts.h"
#include "processors/accounts/check.h"
#include "processors/accounts/state.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    ROW_KEY_PREFIX = 4,
    ROW_KEY_BYTES_MAX = ROW_KEY_PREFIX + ACCOUNTS_NAME_BYTES_MAX,
    ROW_BYTES_MAX = 512 * 1024, /* Of a decoded row: 32 sessions and 64 ids take 30 KB. */
};

static const enum fy_topic inputs[] = {FY_TOPIC_ACCOUNT_REQUESTS, FY_TOPIC_OPERATIONS};

/* A decider: its rows are what its own events make of them. */
static const enum fy_topic events[] = {FY_TOPIC_ACCOUNTS};
static const struct fy_rebuild rebuild = {
    .version = 1,
    .topics = events,
    .topic_count = sizeof(events) / sizeof(events[0]),
    .fold = accounts_fold,
};

const struct fy_processor accounts_processor = {
    .name = "accounts",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_ACCOUNTS_CHANGELOG,
    .dead_letters = FY_TOPIC_ACCOUNTS_DEAD_LETTERS,
    .commit_interval_ms = 100, /* Who waits is a person; a flood is not to keep the broker busy. */
    .handle = accounts_handle,
    .due_ms = accounts_due_ms,
    .fire = accounts_fire,
    .rebuild = &rebuild,
};

/* --- Rows ------------------------------------------------------------------------------------ */

static const char prefix[ROW_KEY_PREFIX] = {'a', 'c', 'c', '/'};

static struct fy_slice row_key(struct fy_slice subject, uint8_t room[ROW_KEY_BYTES_MAX])
{
    assert(subject.size <= ACCOUNTS_NAME_BYTES_MAX);
    memcpy(room, prefix, sizeof(prefix));
    memcpy(room + sizeof(prefix), subject.data, subject.size);
    return (struct fy_slice){.data = room, .size = sizeof(prefix) + subject.size};
}

/* An account's row, and where its own lists are. */
struct held {
    struct fy_slice subject, key;
    uint8_t key_room[ROW_KEY_BYTES_MAX];
    struct account row;
    struct account_room room;
    bool changed;
};

/* A row we wrote and cannot read is no fault of the record that needs it, so nothing is parked. */
static enum fy_status load(
    struct fy_task *task, struct fy_slice subject, struct held *ret_held, struct fy_err *err)
{
    struct account_row row;
    struct fy_slice bytes;
    struct fy_err cause;
    enum fy_status status;

    ret_held->subject = subject;
    ret_held->key = row_key(subject, ret_held->key_room);
    ret_held->row = (struct account){0};
    ret_held->changed = false;
    status = fy_task_get(task, ret_held->key, &bytes, err);
    if (status != FY_OK || bytes.data == NULL)
        return status;

    status = account_row_decode(bytes, fy_task_arena(task), &row, &cause);
    if (status != FY_OK) {
        return fy_fail(err, FY_FATAL,
            "could not read an account's row, wipe the data folder if the disk is at fault: %s",
            cause.text);
    }
    if (row.account == NULL)
        return fy_fail(err, FY_FATAL, "a row under an account's key is of another kind");
    ret_held->row = *row.account;
    return FY_OK;
}

/* What leaves nothing to keep leaves no row: a stranger cannot fill the disk with refusals. */
static enum fy_status save(struct fy_task *task, const struct held *held, struct fy_err *err)
{
    struct account_row row = {.account = &held->row};
    struct fy_slice bytes;
    enum fy_status status;

    if (!held->changed)
        return FY_OK;
    if (!account_exists(&held->row)) {
        status = fy_task_get(task, held->key, &bytes, err);
        if (status != FY_OK || bytes.data == NULL)
            return status;
        return fy_task_delete(task, held->key, err);
    }
    status = account_row_encode(&row, fy_task_arena(task), &bytes, err);
    if (status != FY_OK)
        return status;
    return fy_task_put(task, held->key, bytes, err);
}

int64_t accounts_due_ms(struct fy_slice row)
{
    struct fy_arena arena;
    struct account_row decoded;
    struct fy_err err;
    int64_t due_ms = 0;

    fy_arena_init(&arena, ROW_BYTES_MAX);
    if (account_row_decode(row, &arena, &decoded, &err) == FY_OK && decoded.account != NULL)
        due_ms = account_due_ms(decoded.account);
    fy_arena_done(&arena);
    return due_ms;
}

/* --- Events ---------------------------------------------------------------------------------- */

/* The same cause, step and session give the same id: a re-decided event is known to be the same. */
static void name_event(struct account_decision *decision, int64_t due_ms, struct fy_arena *arena)
{
    struct account_event *event = &decision->event;
    char due[24], event_id[FY_UUID_TEXT + 1];
    struct fy_slice parts[4] = {
        event->envelope.cause_id,
        fy_slice_of(decision->step),
        decision->detail,
        {0},
    };

    if (event->envelope.cause_id.size == 0) {
        (void)snprintf(due, sizeof(due), "%" PRId64, due_ms);
        parts[0] = event->subject;
        parts[3] = fy_slice_of(due);
    }
    fy_uuid_derive(parts, sizeof(parts) / sizeof(parts[0]), event_id);
    event->envelope.event_id = fy_arena_copy(arena, fy_slice_of(event_id));
}

/* Newest request that the row includes; NULL: none that is known. */
static const struct position *held_as_of(const struct held *held)
{
    return held->row.as_of.count > 0 ? &held->row.as_of.items[0] : NULL;
}

static void request_name(struct account_event *event, const struct position *as_of)
{
    event->has_request_partition = true;
    event->request_partition = as_of->partition;
    event->has_request_offset = true;
    event->request_offset = as_of->offset;
}

/* Change the row by one event, and tell: the event, the session it is of, what it ends. */
static enum fy_status apply_one(
    struct fy_task *task, struct held *held, struct account_decision *decision, struct fy_err *err)
{
    struct account_event *event = &decision->event;
    enum fy_status status;

    account_evolve(&held->row, event, &held->room);
    held->changed = true;
    status = fy_task_emit(task, FY_TOPIC_ACCOUNTS, event->subject, event, err);
    if (status == FY_OK)
        status = state_session_emit(
            task, held->subject, &held->row, state_session_of(event), held_as_of(held), err);
    if (status == FY_OK)
        status = state_end(task, event, err);
    return status;
}

/* All of them. `ret_user`: who somebody is may be another thing now. */
static enum fy_status apply(struct fy_task *task,
    struct held *held,
    struct account_decisions *decisions,
    const struct position *as_of,
    int64_t due_ms,
    bool *ret_user,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < decisions->count && status == FY_OK; i++) {
        struct account_decision *decision = &decisions->items[i];

        if (as_of != NULL)
            request_name(&decision->event, as_of);
        name_event(decision, due_ms, fy_task_arena(task));
        *ret_user = *ret_user || state_is_user(&decision->event);
        status = apply_one(task, held, decision, err);
    }
    return status;
}

/* Whatever time alone causes by now_ms, one thing after the other. */
static enum fy_status apply_due(struct fy_task *task,
    struct held *held,
    int64_t now_ms,
    struct account_decisions *decisions,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;
    bool any = false, user = false;

    for (int64_t due_ms = account_due_ms(&held->row);
         due_ms != 0 && due_ms <= now_ms && status == FY_OK; due_ms = account_due_ms(&held->row)) {
        account_decide_due(&held->row, held->subject, now_ms, decisions);
        assert(decisions->count > 0);
        any = true;
        status = apply(task, held, decisions, NULL, due_ms, &user, err);
    }
    if (status != FY_OK || !any)
        return status;
    return state_emit(task, held->subject, &held->row, held_as_of(held), user, err);
}

/* --- Requests -------------------------------------------------------------------------------- */

static enum fy_status request_read(struct fy_arena *arena,
    const struct fy_record *record,
    struct account_request *ret_request,
    struct fy_err *err)
{
    enum fy_status status;

    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which facts never are");
    if (record->value.size > ACCOUNTS_REQUEST_BYTES_MAX)
        return fy_fail(err, FY_REJECT, "a request of %zu bytes, at most %d are kept",
            record->value.size, ACCOUNTS_REQUEST_BYTES_MAX);
    status = account_request_decode(record->value, arena, ret_request, err);
    if (status != FY_OK)
        return status;
    return request_check(ret_request, record->key, err);
}

static struct fy_slice session_asked(const struct account_request *request)
{
    if (request->open_session != NULL)
        return request->open_session->session;
    if (request->refresh_session != NULL)
        return request->refresh_session->session;
    return request->revoke_session != NULL ? request->revoke_session->session
                                           : (struct fy_slice){0};
}

/* What the row says now, for whoever waits for this request. A repeat tells all of it once more. */
static enum fy_status answer(struct fy_task *task,
    const struct held *held,
    const struct account_request *request,
    const struct position *as_of,
    bool repeat,
    bool user,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (repeat)
        status =
            state_session_emit(task, held->subject, &held->row, session_asked(request), as_of, err);
    if (status == FY_OK)
        status = state_emit(task, held->subject, &held->row, as_of, repeat || user, err);
    return status;
}

/*
 * Somebody asks something of an account: what was due by then first, then decide, remember, tell.
 */
enum fy_status accounts_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct fy_arena *arena = fy_task_arena(task);
    const struct position as_of = {
        .topic = fy_slice_of(fy_topics[record->topic].name),
        .partition = record->partition,
        .offset = record->offset,
    };
    struct account_decisions *decisions;
    struct account_request request;
    struct held held;
    enum fy_status status;
    bool user = false;

    status = request_read(arena, record, &request, err);
    if (status != FY_OK)
        return status;
    decisions = fy_arena_alloc(arena, sizeof(*decisions));
    if (decisions == NULL)
        return fy_fail(err, FY_FATAL, "the decisions do not fit the turn's arena");
    status = load(task, record->key, &held, err);
    if (status == FY_OK)
        status = apply_due(task, &held, record->append_ms, decisions, err);
    if (status != FY_OK)
        return status;

    account_decide(&held.row, &request, record->append_ms, decisions);
    status = apply(task, &held, decisions, &as_of, 0, &user, err);
    if (status == FY_OK)
        status = save(task, &held, err);
    if (status != FY_OK)
        return status;
    return answer(task, &held, &request, &as_of, decisions->count == 0, user, err);
}

/* --- Timers and rebuild ---------------------------------------------------------------------- */

enum fy_status accounts_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err)
{
    struct account_decisions *decisions = fy_arena_alloc(fy_task_arena(task), sizeof(*decisions));
    struct held held;
    enum fy_status status;

    if (decisions == NULL)
        return fy_fail(err, FY_FATAL, "the decisions do not fit the turn's arena");
    if (key.size <= sizeof(prefix) || key.size > ROW_KEY_BYTES_MAX)
        return fy_fail(err, FY_FATAL, "a timer of a key of %zu bytes", key.size);
    status = load(
        task, (struct fy_slice){key.data + sizeof(prefix), key.size - sizeof(prefix)}, &held, err);
    if (status != FY_OK)
        return status;
    if (account_due_ms(&held.row) != due_ms)
        return fy_fail(err, FY_FATAL, "a timer fired that is not the row's");
    status = apply_due(task, &held, fy_task_now_ms(task), decisions, err);
    if (status != FY_OK)
        return status;
    return save(task, &held, err);
}

/* What has happened to an account once more, into its row and nowhere else. */
enum fy_status accounts_fold(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct account_event event;
    struct held held;
    enum fy_status status = account_event_decode(record->value, fy_task_arena(task), &event, err);

    if (status == FY_OK &&
        (event.subject.size == 0 || event.subject.size > ACCOUNTS_NAME_BYTES_MAX))
        status = fy_fail(err, FY_REJECT, "an event of a subject of %zu bytes", event.subject.size);
    if (status != FY_OK)
        return status;
    status = load(task, event.subject, &held, err);
    if (status != FY_OK)
        return status;
    account_evolve(&held.row, &event, &held.room);
    held.changed = true;
    return save(task, &held, err);
}
