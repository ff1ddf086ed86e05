#include "schemas/generated/count_row.h"
#include "schemas/generated/probe_hop.h"
#include "schemas/generated/probe_step.h"
#include "schemas/generated/probe_total.h"
#include "test/probe/probe.h"

static enum fy_status count_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err);
static int64_t count_due_ms(struct fy_slice row);
static enum fy_status count_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err);

enum { ROW_BYTES_MAX = 64 * 1024 };

static const enum fy_topic inputs[] = {FY_TOPIC_PROBE_HOPS, FY_TOPIC_PROBE_ASKS};

const struct fy_processor count_processor = {
    .name = "count",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_COUNT_CHANGELOG,
    .dead_letters = FY_TOPIC_COUNT_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = count_handle,
    .due_ms = count_due_ms,
    .fire = count_fire,
};

static enum fy_status row_read(
    struct fy_slice bytes, struct fy_arena *arena, struct receiver_row *ret_row, struct fy_err *err)
{
    struct count_row row;

    *ret_row = (struct receiver_row){0};
    if (bytes.data == NULL)
        return FY_OK;
    if (count_row_decode(bytes, arena, &row, err) != FY_OK || row.receiver == NULL)
        return fy_fail(err, FY_FATAL, "the row of a receiver cannot be read");
    *ret_row = *row.receiver;
    return FY_OK;
}

static enum fy_status row_load(
    struct fy_task *task, struct fy_slice key, struct receiver_row *ret_row, struct fy_err *err)
{
    struct fy_slice bytes;
    enum fy_status status = fy_task_get(task, key, &bytes, err);

    if (status != FY_OK)
        return status;
    return row_read(bytes, fy_task_arena(task), ret_row, err);
}

static enum fy_status row_save(struct fy_task *task,
    struct fy_slice key,
    const struct receiver_row *receiver,
    struct fy_err *err)
{
    struct count_row row = {.receiver = receiver};
    struct fy_slice bytes;
    enum fy_status status = count_row_encode(&row, fy_task_arena(task), &bytes, err);

    if (status != FY_OK)
        return status;
    return fy_task_put(task, key, bytes, err);
}

/* Every step is an event and the row's newest public state. */
static enum fy_status tell(struct fy_task *task,
    struct fy_slice key,
    enum probe_step_kind kind,
    const struct envelope *envelope,
    const struct receiver_row *row,
    int64_t due_ms,
    struct fy_err *err)
{
    struct probe_step step = {
        .envelope = *envelope,
        .kind = kind,
        .cause = row->cause,
        .n = row->n,
        .total = row->total,
        .due_ms = due_ms,
    };
    struct probe_total total = {.total = row->total, .as_of = {&row->cause, 1}};
    enum fy_status status = fy_task_emit(task, FY_TOPIC_PROBE_STEPS, key, &step, err);

    if (status != FY_OK)
        return status;
    return fy_task_emit(
        task, FY_TOPIC_PROBE_TOTALS, key, kind == PROBE_STEP_KIND_FORGOTTEN ? NULL : &total, err);
}

/* Nothing had come for long: said once, until something comes again. */
static enum fy_status fall_quiet(struct fy_task *task,
    struct fy_slice key,
    const struct envelope *envelope,
    struct receiver_row *row,
    struct fy_err *err)
{
    int64_t due_ms = row->due_ms;
    enum fy_status status;

    row->total.quiets++;
    row->due_ms = 0;
    status = row_save(task, key, row, err);
    if (status != FY_OK)
        return status;
    return tell(task, key, PROBE_STEP_KIND_QUIET, envelope, row, due_ms, err);
}

static enum fy_status fold(struct fy_task *task,
    const struct fy_record *record,
    const struct probe_hop *hop,
    struct receiver_row *row,
    struct fy_err *err)
{
    enum fy_status status;

    row->cause = (struct position){
        .topic = fy_slice_of(fy_topics[record->topic].name),
        .partition = record->partition,
        .offset = record->offset,
    };
    row->n = hop->n;
    if (hop->forget) {
        row->total = (struct probe_fold){0};
        row->due_ms = 0;
        status = fy_task_delete(task, record->key, err);
    } else {
        row->total.count++;
        row->total.sum += hop->units;
        row->total.hash = probe_hash(row->total.hash, hop->n);
        row->due_ms = record->append_ms + PROBE_QUIET_MS;
        status = row_save(task, record->key, row, err);
    }
    if (status != FY_OK)
        return status;
    return tell(task, record->key, hop->forget ? PROBE_STEP_KIND_FORGOTTEN : PROBE_STEP_KIND_ADDED,
        &hop->envelope, row, row->due_ms, err);
}

/*
 * What came behind the row's due time finds it quiet, whether its timer has fired or not: so the
 * steps are a fold of the records, however late they are read.
 */
static enum fy_status count_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct probe_hop hop;
    struct receiver_row row;
    enum fy_status status;

    if (record->value.data == NULL || record->key.data == NULL || record->key.size == 0)
        return fy_fail(err, FY_REJECT, "a tombstone, or no key");
    status = probe_hop_decode(record->value, fy_task_arena(task), &hop, err);
    if (status != FY_OK)
        return status;
    status = row_load(task, record->key, &row, err);
    if (status == FY_OK && row.due_ms != 0 && row.due_ms <= record->append_ms)
        status = fall_quiet(task, record->key, &hop.envelope, &row, err);
    if (status != FY_OK)
        return status;
    return fold(task, record, &hop, &row, err);
}

static int64_t count_due_ms(struct fy_slice bytes)
{
    struct fy_arena arena;
    struct receiver_row row;
    struct fy_err err;
    int64_t due_ms = 0;

    fy_arena_init(&arena, ROW_BYTES_MAX);
    if (row_read(bytes, &arena, &row, &err) == FY_OK)
        due_ms = row.due_ms;
    fy_arena_done(&arena);
    return due_ms;
}

static enum fy_status count_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err)
{
    struct envelope envelope = {
        .event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
        .root = key,
        .actor = fy_slice_of("service:count"),
        .event_ms = fy_task_now_ms(task),
    };
    struct receiver_row row;
    enum fy_status status = row_load(task, key, &row, err);

    if (status != FY_OK)
        return status;
    if (row.due_ms != due_ms)
        return fy_fail(err, FY_FATAL, "a timer fired that is not the row's");
    return fall_quiet(task, key, &envelope, &row, err);
}
