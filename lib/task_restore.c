#include "lib/task_core.h"

#include "lib/log.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

/*
 * Group offsets first, then the changelog's end, then replay up to it, then compare. In this order
 * the rows can only be as new as the group or newer, never older without our noticing.
 */

static const char replay_key[] = "@replay";
static const char position_key[] = "@position";

enum {
    REPLAY_WAIT_MS = 20,
    SAY_EVERY_MS = 1000,
    REPLAY_BATCH_BYTES_MAX = 4 * 1024 * 1024, /* Of rows, between two writes to the store. */
};

/* In the store only, in this machine's byte order: a store does not travel. */
struct replay_number {
    int64_t next;      /* Offset in the changelog: all before it is in the store. */
    int64_t append_ms; /* Of the position row before it. */
};

void restore_number_write(struct fy_worker *worker, uint32_t space, int64_t next, int64_t append_ms)
{
    struct replay_number number = {next, append_ms};

    assert(next >= 0);
    fy_store_batch_put(worker->batch, space, fy_slice_of(replay_key),
        (struct fy_slice){(const uint8_t *)&number, sizeof(number)});
}

void restore_number_put(struct fy_task *task, int64_t next, int64_t append_ms)
{
    restore_number_write(task->worker, task->rows.space, next, append_ms);
}

bool restore_number_is_before(struct fy_slice key)
{
    struct fy_slice number = fy_slice_of(replay_key);
    size_t shorter = number.size < key.size ? number.size : key.size;
    int order;

    if (key.data == NULL)
        return true;
    order = shorter > 0 ? memcmp(number.data, key.data, shorter) : 0;
    return order != 0 ? order < 0 : number.size < key.size;
}

enum fy_status restore_number_run(struct fy_task *task,
    struct fy_store_run *run,
    int64_t next,
    int64_t append_ms,
    struct fy_err *err)
{
    struct replay_number number = {next, append_ms};

    assert(next >= 0);
    return fy_store_run_put(run, task->rows.space, fy_slice_of(replay_key),
        (struct fy_slice){(const uint8_t *)&number, sizeof(number)}, err);
}

static enum fy_status number_get(struct fy_worker *worker,
    struct fy_store *store,
    uint32_t space,
    bool *ret_found,
    struct replay_number *ret_number,
    struct fy_err *err)
{
    struct fy_slice bytes;
    enum fy_status status =
        fy_store_get(store, space, fy_slice_of(replay_key), &worker->arena, &bytes, err);

    if (status != FY_OK)
        return status;
    *ret_found = bytes.data != NULL && bytes.size == sizeof(*ret_number);
    if (*ret_found)
        memcpy(ret_number, bytes.data, sizeof(*ret_number));
    return FY_OK;
}

enum fy_status restore_number_find(struct fy_worker *worker,
    struct fy_store *store,
    uint32_t space,
    bool *ret_found,
    int64_t *ret_next,
    struct fy_err *err)
{
    struct replay_number number = {0};
    enum fy_status status = number_get(worker, store, space, ret_found, &number, err);

    *ret_next = number.next;
    return status;
}

/* --- Beginning ------------------------------------------------------------------------------- */

static bool wants_begin(const struct fy_task *task)
{
    return task->state == TASK_RESTORING && !task->replaying && task->leased;
}

static bool is_replaying(const struct fy_task *task)
{
    return task->state == TASK_RESTORING && task->replaying;
}

static struct fy_place changelog_place(const struct fy_task *task, int64_t offset)
{
    return (struct fy_place){task->worker->processor->changelog, task->partition, offset};
}

/* Asked before anything is read, while the connections are free. */
static enum fy_status ask_begins(struct fy_worker *worker, struct fy_err *err)
{
    int inputs = worker->processor->input_count;
    int count = worker_places(worker, wants_begin, worker->places);
    enum fy_status status = FY_OK;

    if (count > 0)
        status = fy_source_begins(worker->io.restore, worker->places, count, err);
    for (int i = 0; i < count && status == FY_OK; i++) {
        struct fy_task *task = worker->tasks[worker->places[i].partition];

        task->input_begins[i % inputs] = worker->places[i].offset;
    }
    return status;
}

/* The group's offsets of these tasks, then the ends of their changelogs. */
static enum fy_status ask_targets(
    struct fy_worker *worker, bool (*wanted)(const struct fy_task *task), struct fy_err *err)
{
    int inputs = worker->processor->input_count;
    int count = worker_places(worker, wanted, worker->places);
    enum fy_status status;
    int ends = 0;

    if (count == 0)
        return FY_OK;
    status = worker_source_status(
        worker, fy_source_committed(worker->io.source, worker->places, count, err), err);
    if (status != FY_OK)
        return status;
    for (int i = 0; i < count; i++) {
        struct fy_task *task = worker->tasks[worker->places[i].partition];

        task->group_next[i % inputs] = worker->places[i].offset;
        task->group_told = true;
    }

    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] != NULL && wanted(worker->tasks[p]))
            worker->places[ends++] = changelog_place(worker->tasks[p], -1);
    }
    status = fy_source_ends(worker->io.restore, worker->places, ends, err);
    for (int i = 0; status == FY_OK && i < ends; i++)
        worker->tasks[worker->places[i].partition]->replay_to = worker->places[i].offset;
    return status;
}

/* Rows as of `next` can be brought up: what was deleted since is still said in the changelog. */
static bool may_follow(
    struct fy_worker *worker, int64_t begin, int64_t end, int64_t next, int64_t append_ms)
{
    if (next < begin || next > end)
        return false;
    return next == end || worker_now_ms(worker) - append_ms <= STORE_AGE_MS_MAX;
}

enum fy_status restore_choose(struct fy_worker *worker,
    uint32_t space,
    int64_t begin,
    int64_t end,
    int64_t *ret_from,
    int64_t *ret_young_ms,
    struct fy_err *err)
{
    struct replay_number number;
    bool found;
    enum fy_status status = number_get(worker, worker->io.store, space, &found, &number, err);

    if (status != FY_OK)
        return status;
    if (found && may_follow(worker, begin, end, number.next, number.append_ms)) {
        *ret_from = number.next;
        *ret_young_ms = number.append_ms;
        return FY_OK;
    }
    *ret_from = begin;
    *ret_young_ms = worker_now_ms(worker);
    return fy_store_wipe(worker->io.store, space, err);
}

/*
 * What is in memory is of committed turns, and whatever was committed since, by whomever, is in the
 * changelog behind them: so a task that was ready goes on from there.
 */
static enum fy_status replay_start(struct fy_task *task, int64_t begin, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    int64_t young_ms;
    enum fy_status status;

    due_reset(task);
    if (!task->doubted && task->mem_next > 0 &&
        may_follow(worker, begin, task->replay_to, task->mem_next, task->mem_ms)) {
        task->replay_from = task->mem_next;
        return FY_OK;
    }
    trickle_forget(task);
    rows_done(&worker->pool, &task->rows);
    status = rows_init(&worker->pool, &task->rows, (uint32_t)task->partition, err);
    if (status != FY_OK)
        return status;
    if (!task->doubted)
        return restore_choose(
            worker, task->rows.space, begin, task->replay_to, &task->replay_from, &young_ms, err);
    task->doubted = false;
    task->replay_from = begin;
    return fy_store_wipe(worker->io.store, task->rows.space, err);
}

static enum fy_status replay_begin(struct fy_task *task, int64_t begin, struct fy_err *err)
{
    struct fy_place place = changelog_place(task, -1);
    enum fy_status status = replay_start(task, begin, err);

    if (status != FY_OK)
        return status;

    task->replay_tail = false;
    place.offset = task->replay_from;
    status = fy_source_assign(task->worker->io.restore, &place, 1, err);
    if (status == FY_OK)
        task->replaying = true;
    return status;
}

static enum fy_status replays_begin(struct fy_worker *worker, struct fy_err *err)
{
    int count = 0;
    enum fy_status status = ask_begins(worker, err);

    if (status == FY_OK)
        status = ask_targets(worker, wants_begin, err);
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] != NULL && wants_begin(worker->tasks[p]))
            worker->places[count++] = changelog_place(worker->tasks[p], -1);
    }
    if (status == FY_OK && count > 0)
        status = fy_source_begins(worker->io.restore, worker->places, count, err);
    for (int i = 0; i < count && status == FY_OK; i++)
        status =
            replay_begin(worker->tasks[worker->places[i].partition], worker->places[i].offset, err);
    return status;
}

/*
 * An operator asked for new rows, so something is wrong with the old ones. They are compared with
 * all that the changelog has, not with a store that may have missed what somebody else wrote there.
 */
void restore_doubted(struct fy_task *task)
{
    task->state = TASK_RESTORING;
    task->doubted = true;
    task->worker->restoring = true;
}

enum fy_status restore_drop(struct fy_task *task, struct fy_err *err)
{
    struct fy_place place = changelog_place(task, -1);

    if (!task->replaying)
        return FY_OK;
    task->replaying = false;
    return fy_source_unassign(task->worker->io.restore, &place, 1, err);
}

/* --- Replaying ------------------------------------------------------------------------------- */

/*
 * Rows may go ahead of the number; the number only goes to where a turn ended. What went into
 * memory trickles out when a restart is over, or when there is too much of it.
 */
static enum fy_status replay_write(
    struct fy_worker *worker, size_t records, size_t bytes, struct fy_err *err)
{
    worker_beat(worker);
    trickle_note(worker, records, bytes);
    return trickle_replay(worker, err);
}

bool restore_is_position(const struct fy_record *record)
{
    return fy_slice_equal(record->key, fy_slice_of(position_key));
}

/* What it was due at before is not known: that entry is dropped when its time comes. */
enum fy_status restore_row_put(
    struct fy_worker *worker, uint32_t space, const struct fy_record *record, struct fy_err *err)
{
    if (record->value.data != NULL)
        fy_store_batch_put(worker->batch, space, record->key, record->value);
    else
        fy_store_batch_delete(worker->batch, space, record->key);
    return due_index(
        worker, space, record->key, 0, due_of(worker, record->key, record->value), err);
}

static enum fy_status replay_records(
    struct fy_worker *worker, const struct fy_batch *batch, struct fy_err *err)
{
    size_t bytes = 0, records = 0;
    enum fy_status status = FY_OK;

    for (int i = 0; i < batch->count && status == FY_OK; i++) {
        const struct fy_record *record = &batch->records[i];
        struct fy_task *task = worker->tasks[record->partition];

        if (task == NULL || !is_replaying(task))
            continue;
        bytes += record->key.size + record->value.size;
        records++;
        status = rows_replay(&worker->pool, &task->rows, record->key, record->value, err);
        if (restore_is_position(record)) {
            task->replay_from = record->offset + 1;
            task->mem_next = task->replay_from;
            task->mem_ms = record->append_ms;
        }
        if (bytes >= REPLAY_BATCH_BYTES_MAX) {
            status = replay_write(worker, records, bytes, err);
            bytes = records = 0;
        }
    }
    if (status == FY_OK && bytes > 0)
        status = replay_write(worker, records, bytes, err);
    fy_metric_add(&task_restored_records, batch->count);
    return status;
}

/* --- Comparing ------------------------------------------------------------------------------- */

/* Does the position row agree with the group? Where one of them is silent, the other speaks. */
static bool position_agrees(struct fy_task *task, bool found, int *ret_input)
{
    for (int i = 0; i < task->worker->processor->input_count; i++) {
        int64_t ours = task->marks.next[i], groups = task->group_next[i];

        *ret_input = i;
        if (groups >= 0 && (!found || ours != groups))
            return false;
        if (ours < 0)
            task->marks.next[i] = 0;
    }
    return true;
}

/* A task may only begin where its inputs still are: what retention took cannot be caught up. */
static enum fy_status check_begins(struct fy_task *task, struct fy_err *err)
{
    const struct fy_processor *processor = task->worker->processor;

    for (int i = 0; i < processor->input_count; i++) {
        if (task->marks.next[i] < task->input_begins[i]) {
            return fy_fail(err, FY_FATAL,
                "%s would read \"%s\" from offset %" PRId64 ", but it begins at %" PRId64
                ": records it has not read are gone",
                task->name, fy_topics[processor->inputs[i]].name, task->marks.next[i],
                task->input_begins[i]);
        }
    }
    return FY_OK;
}

/*
 * Time counts while we look and the group answers: whoever was stopped, or whose coordinator is
 * away, compares with what was true before. Whoever restores does not poll, so the partition may be
 * another's by now, who moves both: only what the group has given to us anew must come together.
 */
static enum fy_status mismatch(struct fy_task *task, int input, bool *ret_again, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    int64_t past_ms = worker_now_ms(worker) - task->mismatch_looked_ms;
    enum fy_status status;

    *ret_again = true;
    if (!task->group_told)
        return FY_OK;
    task->group_told = false;
    if (task->mismatch_looked_ms > 0)
        task->mismatch_ms += past_ms < MISMATCH_LOOK_MS_MAX ? past_ms : MISMATCH_LOOK_MS_MAX;
    task->mismatch_looked_ms += past_ms;
    if (task->mismatch_ms <= MISMATCH_MS_MAX)
        return FY_OK;
    status = fy_fail(err, FY_FATAL,
        "%s: its changelog \"%s\" stands at offset %" PRId64 " of \"%s\", its group at %" PRId64
        ", and they do not come together: one of them was changed from outside",
        task->name, fy_topics[worker->processor->changelog].name, task->marks.next[input],
        fy_topics[worker->processor->inputs[input]].name, task->group_next[input]);
    if (worker->differed[task->partition])
        return status;
    worker->differed[task->partition] = true;
    return worker_source_status(worker, status, err);
}

/* All is replayed: ready when it agrees with the group, else asked again. */
static enum fy_status replay_end(struct fy_task *task, bool *ret_again, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct fy_slice bytes;
    bool found;
    int input = 0;
    enum fy_status status = task_get_any(task, fy_slice_of(position_key), &bytes, err);

    if (status == FY_OK)
        status = position_load(task, bytes, &found, err);
    if (status != FY_OK)
        return status;
    if (!position_agrees(task, found, &input))
        return mismatch(task, input, ret_again, err);

    status = check_begins(task, err);
    if (status == FY_OK)
        status = park_count(task, err);
    if (status == FY_OK)
        status = marks_copy(worker, &task->before, &task->marks, err);
    if (status == FY_OK)
        status = restore_drop(task, err);
    if (status != FY_OK)
        return status;
    if (rebuild_wanted(task) && worker->processor->rebuild == NULL) {
        return fy_fail(err, FY_FATAL,
            "%s: its rows are of rules version %d, and this program, of %d, cannot make them anew",
            task->name, (int)task->marks.rows_version, (int)rows_version(worker->processor));
    }
    task->state = rebuild_wanted(task) ? TASK_REBUILDING : TASK_READY;
    task->moved = false;
    task->mismatch_ms = task->mismatch_looked_ms = 0;
    worker->differed[task->partition] = false;
    task->reread = task->assigned;
    rebuild_drop(worker);
    rebuild_count(worker);
    return FY_OK;
}

/*
 * Has all been replayed that may have been committed when the group's offsets were read? A turn of
 * timers moves no offset, so comparing would not tell that its end has not come to this partition
 * yet: what lies behind the last stable offset is waited for.
 */
static bool replay_is_whole(struct fy_task *task, int64_t tail)
{
    if (task->replay_at < task->replay_to)
        return false;
    if (!task->replay_tail && tail >= 0) {
        task->replay_tail = true;
        if (tail > task->replay_to)
            task->replay_to = tail;
    }
    return task->replay_tail && task->replay_at >= task->replay_to;
}

static enum fy_status replay_check(struct fy_worker *worker, bool *ret_again, struct fy_err *err)
{
    int count = 0;
    int64_t left = 0;
    enum fy_status status;

    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (worker->tasks[p] != NULL && is_replaying(worker->tasks[p]))
            worker->places[count++] = changelog_place(worker->tasks[p], -1);
    }
    if (count == 0)
        return FY_OK;
    status = fy_source_positions(worker->io.restore, worker->places, count, err);
    for (int i = 0; i < count && status == FY_OK; i++)
        worker->tasks[worker->places[i].partition]->replay_at = worker->places[i].offset;
    if (status == FY_OK)
        status = fy_source_tails(worker->io.restore, worker->places, count, err);
    for (int i = 0; i < count && status == FY_OK; i++) {
        struct fy_task *task = worker->tasks[worker->places[i].partition];

        if (replay_is_whole(task, worker->places[i].offset))
            status = replay_end(task, ret_again, err);
        else
            left += task->replay_to - task->replay_at;
    }
    atomic_store(&worker->restore_left, left);
    return status;
}

/* Once a second, where it takes longer. */
static void restore_say(struct fy_worker *worker, const struct fy_batch *batch)
{
    int64_t now_ms = worker_now_ms(worker), left = atomic_load(&worker->restore_left), past_ms;

    if (worker->restore_said_ms == 0)
        worker->restore_said_ms = now_ms;
    for (int i = 0; i < batch->count; i++)
        worker->restore_bytes +=
            (int64_t)(batch->records[i].key.size + batch->records[i].value.size);
    worker->restore_records += batch->count;
    past_ms = now_ms - worker->restore_said_ms;
    if (past_ms < SAY_EVERY_MS || worker->restore_records == 0)
        return;
    fy_log(FY_LOG_INFO,
        "%s: restoring: %" PRId64 " changelog records left, about %" PRId64 " MB; %" PRId64
        " records/s",
        worker_name(worker), left,
        left * (worker->restore_bytes / worker->restore_records) / 1000000,
        worker->restore_records * 1000 / past_ms);
    worker->restore_said_ms = now_ms;
    worker->restore_records = worker->restore_bytes = 0;
}

/*
 * Others have yet to leave what is ours now. Whoever waits does not poll, so it may itself hold
 * what it has lost since, and be waited for: then it leaves everything, and joins anew.
 */
static enum fy_status lease_wait(struct fy_worker *worker, struct fy_err *err)
{
    int64_t now_ms = worker_now_ms(worker);

    if (worker->lease_since_ms == 0)
        worker->lease_since_ms = now_ms;
    if (now_ms - worker->lease_since_ms > LEASE_MS_MAX && worker->io.source_new != NULL) {
        worker->lease_since_ms = 0;
        return worker_source_status(worker,
            fy_fail(err, FY_FATAL, "others of this process did not leave what is ours for %d s",
                LEASE_MS_MAX / 1000),
            err);
    }
    worker->io.clock->wait_ms(worker->io.clock, REPLAY_WAIT_MS);
    return FY_OK;
}

/* What is to come is no longer in the log: where to begin is chosen anew. */
static enum fy_status replays_drop(struct fy_worker *worker, struct fy_err *err)
{
    struct fy_err cause = *err;
    enum fy_status status = FY_OK;

    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK; p++) {
        if (worker->tasks[p] != NULL && is_replaying(worker->tasks[p]))
            status = restore_drop(worker->tasks[p], err);
    }
    if (status == FY_OK)
        *err = cause;
    return status == FY_OK ? FY_ABORT : status;
}

enum fy_status restore_step(struct fy_worker *worker, struct fy_err *err)
{
    struct fy_batch batch = {0};
    bool again = false, replaying = false;
    enum fy_status status;

    tasks_lease(worker);
    status = tasks_fit(worker, err);
    if (status == FY_OK)
        status = replays_begin(worker, err);
    if (status == FY_OK)
        status = replay_check(worker, &again, err);
    if (status != FY_OK)
        return status;

    worker->restoring = false;
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        struct fy_task *task = worker->tasks[p];

        worker->restoring |= task != NULL && task->state == TASK_RESTORING;
        replaying |= task != NULL && is_replaying(task);
    }
    if (!worker->restoring) {
        worker->restore_said_ms = 0;
        return FY_OK;
    }
    if (!replaying)
        return lease_wait(worker, err);
    worker->lease_since_ms = 0;
    if (again) {
        worker->io.clock->wait_ms(worker->io.clock, BACKOFF_MS_MIN);
        return ask_targets(worker, is_replaying, err);
    }
    status = fy_source_poll(worker->io.restore, REPLAY_WAIT_MS, FY_BATCH_RECORDS_MAX, &batch, err);
    if (status == FY_ABORT)
        return replays_drop(worker, err);
    if (status == FY_OK)
        status = replay_records(worker, &batch, err);
    if (status == FY_OK)
        restore_say(worker, &batch);
    return status;
}
