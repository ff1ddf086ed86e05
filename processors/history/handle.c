#include "processors/history/handle.h"

#include "processors/history/history.h"

static const enum fy_topic inputs[] = {FY_TOPIC_ACTIVITY, FY_TOPIC_OPERATIONS};

/* A projection: its rows are what its input makes of them. */
static const enum fy_topic facts[] = {FY_TOPIC_ACTIVITY};
static const struct fy_rebuild rebuild = {
    .version = 2, /* 1: nobody was forgotten. */
    .topics = facts,
    .topic_count = sizeof(facts) / sizeof(facts[0]),
    .fold = history_handle,
};

const struct fy_processor history_processor = {
    .name = "history",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_HISTORY_CHANGELOG,
    .dead_letters = FY_TOPIC_HISTORY_DEAD_LETTERS,
    .commit_interval_ms = 200, /* A history is looked at by people, one page later. */
    .patience_ms = 20,         /* Else each click is fetched by itself, and then lies here. */
    .handle = history_handle,
    .rebuild = &rebuild,
};

/* Edges promise far more. Only what would break a row is checked again. */
static enum fy_status activity_check(
    const struct activity *activity, struct fy_slice key, struct fy_err *err)
{
    struct fy_slice sku = {0};

    if (activity->item_viewed != NULL)
        sku = activity->item_viewed->sku;
    else if (activity->cart_item_set != NULL)
        sku = activity->cart_item_set->sku;

    if (key.data == NULL || !fy_slice_equal(key, activity->visitor))
        return fy_fail(err, FY_REJECT, "the key is not the activity's visitor");
    if (key.size == 0 || key.data[0] == '@')
        return fy_fail(err, FY_REJECT, "visitor: empty, or begins with \"@\", as no visitor does");
    if (key.size > HISTORY_TEXT_BYTES_MAX || activity->session.size > HISTORY_TEXT_BYTES_MAX ||
        sku.size > HISTORY_TEXT_BYTES_MAX) {
        return fy_fail(err, FY_REJECT,
            "visitor %zu, session %zu, sku %zu bytes, at most %d each are kept", key.size,
            activity->session.size, sku.size, HISTORY_TEXT_BYTES_MAX);
    }
    return FY_OK;
}

static enum fy_status activity_read(struct fy_arena *arena,
    const struct fy_record *record,
    struct activity *ret_activity,
    struct fy_err *err)
{
    enum fy_status status;

    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which facts never are");
    status = activity_decode(record->value, arena, ret_activity, err);
    if (status != FY_OK)
        return status;
    return activity_check(ret_activity, record->key, err);
}

/* A row we wrote and cannot read is no fault of the record that needs it, so nothing is parked. */
static enum fy_status row_load(
    struct fy_task *task, struct fy_slice key, struct visitor_row *ret_row, struct fy_err *err)
{
    struct history_row row;
    struct fy_slice bytes;
    struct fy_err cause;
    enum fy_status status;

    status = fy_task_get(task, key, &bytes, err);
    if (status != FY_OK)
        return status;
    if (bytes.data == NULL) {
        *ret_row = (struct visitor_row){0};
        return FY_OK;
    }

    status = history_row_decode(bytes, fy_task_arena(task), &row, &cause);
    if (status != FY_OK) {
        return fy_fail(err, FY_FATAL,
            "could not read a visitor's row, wipe the data folder if the disk is at fault: %s",
            cause.text);
    }
    if (row.visitor == NULL)
        return fy_fail(err, FY_FATAL, "a row under a visitor's key is of another kind");
    *ret_row = *row.visitor;
    return FY_OK;
}

static enum fy_status row_save(struct fy_task *task,
    struct fy_slice key,
    const struct visitor_row *visitor,
    struct fy_err *err)
{
    struct history_row row = {.visitor = visitor};
    struct fy_slice bytes;
    enum fy_status status;

    status = history_row_encode(&row, fy_task_arena(task), &bytes, err);
    if (status != FY_OK)
        return status;
    return fy_task_put(task, key, bytes, err);
}

/*
 * A visitor did something: write it into their row, tell everyone.
 *
 * A repeat is told again too. Its sender waits for the place of the record that repeats, not of the
 * one that was first, and as_of is how they see that it has been dealt with.
 */
enum fy_status history_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct position as_of;
    struct history_room room;
    struct activity activity;
    struct visitor_row row;
    enum fy_status status;

    status = activity_read(fy_task_arena(task), record, &activity, err);
    if (status != FY_OK)
        return status;

    status = row_load(task, record->key, &row, err);
    if (status != FY_OK)
        return status;

    history_evolve(&row, &activity, &room);

    if (row.history.visitor.size == 0) { /* Forgotten: nobody is shown anything. */
        status = row_save(task, record->key, &row, err);
        if (status != FY_OK)
            return status;
        return fy_task_emit(task, FY_TOPIC_HISTORIES, record->key, NULL, err);
    }
    as_of = (struct position){
        .topic = fy_slice_of(fy_topics[record->topic].name),
        .partition = record->partition,
        .offset = record->offset,
    };
    row.history.as_of.items = &as_of;
    row.history.as_of.count = 1;
    row.history.updated_ms = record->append_ms;

    status = row_save(task, record->key, &row, err);
    if (status != FY_OK)
        return status;
    return fy_task_emit(task, FY_TOPIC_HISTORIES, record->key, &row.history, err);
}
