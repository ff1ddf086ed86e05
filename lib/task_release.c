#include "lib/task_core.h"

#include "lib/log.h"
#include "lib/task_reading.h"
#include "schemas/generated/dead_letter.h"
#include "schemas/generated/operation.h"
#include "schemas/generated/parked_key.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/*
 * A released key stays parked until the last of its dead letters has been handled: what comes
 * meanwhile follows behind them, so the order of its records is kept. Its row counts those that
 * wait and says where in the dead letters the next one is. Handling one, and the row that says so,
 * are one turn: after a crash the row tells how far it went.
 */

enum {
    LETTERS_MAX = 1000, /* Of one turn. */
    READ_WAIT_MS = 50,
    READS_MAX = 200, /* Of a record that is read from its topic: some ten seconds. */
};

/* --- The dead letters of the key in hand ------------------------------------------------------ */

void release_drop(struct fy_worker *worker)
{
    struct release *release = &worker->release;

    fy_source_free(release->reader);
    free((void *)release->row_key.data);
    *release = (struct release){0};
}

static bool may_release(const struct fy_task *task)
{
    return task != NULL && task->state == TASK_READY && task->assigned && task->marks.releasing > 0;
}

struct finding {
    struct fy_task *task;
    struct fy_slice row_key; /* Allocated. */
    enum fy_status status;
    struct fy_err *err;
};

/* False, which ends the search: found, behind the parked keys, or failed. */
static bool find_unwritten(struct fy_slice key, struct fy_slice value, void *context)
{
    struct finding *finding = context;
    struct parked_key parked;
    struct fy_slice of_key;
    enum fy_topic topic;
    uint8_t *copy;

    if (!park_row_split(key, &topic, &of_key) || value.data == NULL)
        return true;
    finding->status = park_decode(finding->task->worker, value, &parked, finding->err);
    if (finding->status != FY_OK || !parked.releasing)
        return finding->status == FY_OK;
    copy = malloc(key.size);
    if (copy == NULL) {
        finding->status = fy_fail(finding->err, FY_FATAL, "no memory to release a key");
        return false;
    }
    memcpy(copy, key.data, key.size);
    finding->row_key = (struct fy_slice){copy, key.size};
    return false;
}

static bool find_stored(struct fy_slice key, struct fy_slice value, void *context)
{
    struct finding *finding = context;
    struct fy_task *task = finding->task;
    struct fy_slice of_key;
    enum fy_topic topic;

    if (!park_row_split(key, &topic, &of_key))
        return false;
    if (rows_is_unwritten(&task->worker->pool, &task->rows, key))
        return true; /* Memory knows better. */
    return find_unwritten(key, value, context);
}

static enum fy_status find_in(
    struct fy_task *task, struct fy_slice *ret_row_key, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct finding finding = {.task = task, .err = err};
    enum fy_status status = FY_OK;

    rows_each_unwritten(&worker->pool, &task->rows, find_unwritten, &finding);
    if (finding.status == FY_OK && finding.row_key.data == NULL)
        status = fy_store_scan(worker->io.store, task->rows.space, fy_slice_of("@parked/"),
            find_stored, &finding, err);
    *ret_row_key = finding.row_key;
    return status == FY_OK ? finding.status : status;
}

/* Read the letters from the first that waits. */
static enum fy_status letters_begin(struct fy_task *task, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct release *release = &worker->release;
    struct parked_key parked = {0};
    struct fy_place place, begin;
    bool found = false;
    enum fy_status status = park_get(task, release->row_key, &found, &parked, err);

    if (status == FY_OK)
        status = park_letters_place(task, &place, err);
    if (status == FY_OK)
        status = worker->io.reader_new(worker->io.reader_context, &release->reader, err);
    if (status != FY_OK)
        return status;
    begin = place;
    status = fy_source_begins(release->reader, &begin, 1, err);
    place.offset = parked.letters_from > begin.offset ? parked.letters_from : begin.offset;
    if (status == FY_OK)
        status = fy_source_assign(release->reader, &place, 1, err);
    return status;
}

static enum fy_status find(struct fy_worker *worker, struct fy_err *err)
{
    struct release *release = &worker->release;
    enum fy_status status = FY_OK;

    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK; p++) {
        if (!may_release(worker->tasks[p]))
            continue;
        status = find_in(worker->tasks[p], &release->row_key, err);
        if (release->row_key.data == NULL)
            continue;
        release->partition = p;
        return status == FY_OK ? letters_begin(worker->tasks[p], err) : status;
    }
    return status;
}

enum fy_status release_look(struct fy_worker *worker, bool *ret_any, struct fy_err *err)
{
    struct release *release = &worker->release;
    enum fy_status status = FY_OK;

    if (release->ended ||
        (release->row_key.data != NULL && !may_release(worker->tasks[release->partition])))
        release_drop(worker);
    if (release->row_key.data == NULL) {
        status = find(worker, err);
        fy_arena_clear(&worker->arena);
    }
    if (status == FY_OK && release->reader != NULL && release->next == release->batch.count) {
        release->next = 0;
        release->batch = (struct fy_batch){0};
        status = fy_source_poll(release->reader, 0, LETTERS_MAX, &release->batch, err);
    }
    if (status != FY_OK) {
        fy_log(FY_LOG_WARN, "could not read dead letters, asking again: %s", err->text);
        release_drop(worker);
        return FY_OK;
    }
    *ret_any |= !release->ended && release->next < release->batch.count;
    return FY_OK;
}

bool release_waits(const struct fy_worker *worker)
{
    return worker->release.row_key.data != NULL;
}

/* --- One dead letter -------------------------------------------------------------------------- */

/*
 * A letter without a value is of a tombstone, or of a record too large to be carried: that one is
 * still in its topic. FY_REJECT: it is not.
 */
static enum fy_status record_fetch(
    struct fy_worker *worker, struct fy_record *record, struct fy_err *err)
{
    const struct fy_place place = {record->topic, record->partition, record->offset};
    struct fy_source *source = NULL;
    struct reading reading;
    bool at_end = false, found = false;
    enum fy_status status = worker->io.reader_new(worker->io.reader_context, &source, err);

    if (status != FY_OK)
        return status;
    status = reading_init(&reading, source, &place, 1, err);
    if (status == FY_OK)
        reading_end_at(&reading, 0, record->offset + 1);
    for (int i = 0; i < READS_MAX && status == FY_OK && !at_end; i++) {
        struct fy_batch batch;

        status = reading_step(&reading, READ_WAIT_MS, &batch, &at_end, err);
        worker_beat(worker);
        for (int n = 0; n < batch.count && status == FY_OK; n++) {
            if (batch.records[n].offset != record->offset)
                continue;
            found = true;
            record->key = fy_arena_copy(&worker->arena, batch.records[n].key);
            if (batch.records[n].value.data != NULL)
                record->value = fy_arena_copy(&worker->arena, batch.records[n].value);
        }
    }
    reading_done(&reading);
    fy_source_free(source);
    if (status == FY_OK && !found && !at_end)
        return fy_fail(err, FY_ABORT, "could not read a record that waits in its topic");
    if (status == FY_FATAL || (status == FY_OK && !found))
        return fy_fail(err, FY_REJECT, "its record, too large for a dead letter, is gone");
    return status;
}

/* It waits on, and what is behind it. */
static enum fy_status refused_again(struct fy_task *task,
    struct parked_key *parked,
    const struct fy_record *record,
    int64_t letter_offset,
    struct fy_err *err)
{
    struct fy_err cause = *err;

    fy_log(FY_LOG_WARN, "%s parks a released key of \"%s\" again, at offset %" PRId64 ": %s",
        task->name, fy_topics[record->topic].name, record->offset, cause.text);
    parked->reason = fy_slice_of(cause.text);
    parked->releasing = false;
    parked->has_skip_offset = false;
    parked->offset = record->offset;
    parked->letters_from = letter_offset;
    task->marks.releasing--;
    task->worker->release.ended = true;
    return park_put(task, task->worker->release.row_key, parked, err);
}

static enum fy_status handled(struct fy_task *task,
    struct parked_key *parked,
    const struct fy_record *record,
    int64_t letter_offset,
    struct fy_err *err)
{
    struct fy_slice row_key = task->worker->release.row_key;

    parked->records--;
    parked->has_skip_offset = false;
    parked->offset = record->offset + 1;
    parked->letters_from = letter_offset + 1;
    fy_metric_add(&task_released_records, 1);
    if (parked->records > 0)
        return park_put(task, row_key, parked, err);
    task->marks.parked_keys--;
    task->marks.releasing--;
    task->worker->release.ended = true;
    fy_log(FY_LOG_INFO, "%s has released a key of \"%s\": all that waited is handled", task->name,
        fy_topics[record->topic].name);
    return task_put_any(task, row_key, (struct fy_slice){0}, err);
}

/* A letter's key is its record's. What has another key is none that waits for this release. */
static bool may_be_of(const struct fy_record *of_letters, struct fy_slice row_key)
{
    struct fy_slice key = of_letters->key;

    return key.data == NULL ||
           (key.size <= row_key.size &&
               memcmp(row_key.data + row_key.size - key.size, key.data, key.size) == 0);
}

/*
 * It may be one that waits: then the key waits on, and says why; the others of the task go on. Who
 * knows better asks to leave it out: it is passed over, and counts for none of the records.
 */
static enum fy_status unreadable(
    struct fy_task *task, const struct fy_record *of_letters, struct fy_err *err)
{
    struct fy_slice row_key = task->worker->release.row_key, key;
    struct parked_key parked = {0};
    struct fy_record record = {.partition = task->partition};
    bool found = false;
    enum fy_status status;

    if (!may_be_of(of_letters, row_key))
        return FY_OK;
    status = park_get(task, row_key, &found, &parked, err);
    if (status != FY_OK || !found || !parked.releasing ||
        of_letters->offset < parked.letters_from || !park_row_split(row_key, &record.topic, &key))
        return status;
    if (parked.has_skip_offset && parked.skip_offset == parked.offset) {
        parked.has_skip_offset = false;
        parked.letters_from = of_letters->offset + 1;
        return park_put(task, row_key, &parked, err);
    }
    record.offset = parked.offset;
    (void)fy_fail(
        err, FY_REJECT, "its dead letter at offset %" PRId64 " cannot be read", of_letters->offset);
    return refused_again(task, &parked, &record, of_letters->offset, err);
}

static enum fy_status letter_handle(
    struct fy_task *task, const struct fy_record *of_letters, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct dead_letter letter;
    struct parked_key parked = {0};
    struct fy_record record;
    struct fy_slice row_key;
    bool found = false;
    enum fy_status status = dead_letter_decode(of_letters->value, &worker->arena, &letter, err);

    if (status != FY_OK)
        return unreadable(task, of_letters, err);
    record = (struct fy_record){fy_topic_find(letter.topic), letter.partition, letter.offset,
        letter.append_ms, letter.key, letter.value};
    if (letter.left_out || record.topic == FY_TOPIC_COUNT || record.partition != task->partition)
        return FY_OK;
    status = park_row_key(task, record.topic, record.key, &row_key, err);
    if (status != FY_OK || !fy_slice_equal(row_key, worker->release.row_key))
        return status;
    status = park_get(task, row_key, &found, &parked, err);
    if (status != FY_OK || !found || !parked.releasing)
        return status;
    /* Where they begin is known about; those of an earlier parking may lie before. */
    if (of_letters->offset < parked.letters_from || record.offset < parked.offset)
        return FY_OK;

    if (parked.has_skip_offset && parked.skip_offset == record.offset) {
        status = park_leave_out(task, &record, err);
    } else {
        if (record.value.data == NULL)
            status = record_fetch(worker, &record, err);
        worker->decoded = NULL; /* The letter was it. */
        if (status == FY_OK)
            status = task_call_handle(task, &record, err);
    }
    if (status == FY_REJECT)
        return refused_again(task, &parked, &record, of_letters->offset, err);
    return status == FY_OK ? handled(task, &parked, &record, of_letters->offset, err) : status;
}

enum fy_status release_handle(struct fy_worker *worker, struct fy_err *err)
{
    struct release *release = &worker->release;
    enum fy_status status = FY_OK;

    while (status == FY_OK && !release->ended && release->next < release->batch.count &&
           worker->pool.turn_bytes <= FY_TURN_BYTES_MAX) {
        struct fy_task *task = worker->tasks[release->partition];

        assert(task != NULL && task->state == TASK_READY);
        status = letter_handle(task, &release->batch.records[release->next++], err);
        assert(status != FY_REJECT);
        worker_record_done(worker);
    }
    return status;
}

/* --- What an operator asks -------------------------------------------------------------------- */

/* A timer's dead letter is its row, which is still there: the timer is due again at once. */
static enum fy_status release_timer(
    struct fy_task *task, struct fy_slice row_key, struct fy_slice key, struct fy_err *err)
{
    struct fy_slice row;
    int64_t due_ms;
    enum fy_status status = task_put_any(task, row_key, (struct fy_slice){0}, err);

    if (status == FY_OK)
        status = task_get_any(task, key, &row, err);
    if (status != FY_OK)
        return status;
    task->marks.parked_keys--;
    due_ms = due_of(task->worker, key, row);
    return due_ms > 0 ? due_put(task, key, due_ms, err) : FY_OK;
}

static enum fy_status release_begin(
    struct fy_task *task, const struct release_key *asked, struct fy_err *err)
{
    enum fy_topic topic = fy_topic_find(asked->topic);
    struct parked_key parked;
    struct fy_slice row_key;
    bool found = false;
    enum fy_status status = FY_OK;

    if (topic != FY_TOPIC_COUNT)
        status = park_row_key(task, topic, asked->key, &row_key, err);
    if (status == FY_OK && topic != FY_TOPIC_COUNT)
        status = park_get(task, row_key, &found, &parked, err);
    if (status != FY_OK || !found) {
        fy_log(FY_LOG_INFO, "%s: a key that is not parked was to be released", task->name);
        return status;
    }
    if (topic == task->worker->processor->changelog)
        return release_timer(task, row_key, asked->key, err);
    task->marks.releasing += !parked.releasing;
    parked.releasing = true;
    parked.has_skip_offset = asked->has_skip_offset;
    parked.skip_offset = asked->skip_offset;
    return park_put(task, row_key, &parked, err);
}

/* What cannot be read is no operation: nothing of ours depends on it, so nothing is parked. */
enum fy_status operation_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct operation operation;
    struct fy_err cause = {0};

    if (record->value.data == NULL ||
        operation_decode(record->value, &worker->arena, &operation, &cause) != FY_OK) {
        fy_log(FY_LOG_WARN, "%s: offset %" PRId64 " of \"%s\" is no operation: %s", task->name,
            record->offset, fy_topics[record->topic].name, cause.text);
        return FY_OK;
    }
    if (!fy_slice_equal(operation.program, fy_slice_of(worker->processor->name)))
        return FY_OK;
    if (operation.release != NULL)
        return release_begin(task, operation.release, err);
    if (operation.rebuild != NULL && worker->processor->rebuild != NULL) {
        fy_log(FY_LOG_INFO, "%s: an operator asks for its rows to be made anew", task->name);
        task->marks.rows_version = 0;
        worker->quiet_records = FY_BATCH_RECORDS_MAX; /* Written down, whatever else is. */
    }
    return FY_OK;
}

/* --- Gaps --------------------------------------------------------------------------------------
 */

static bool accepts(const struct fy_worker *worker,
    const struct operation *operation,
    const struct fy_record *record,
    const struct writer_mark *mark,
    int64_t next_seq)
{
    const struct gap_accepted *gap = operation->gap_accepted;

    return gap != NULL &&
           fy_slice_equal(operation->program, fy_slice_of(worker->processor->name)) &&
           fy_slice_equal(gap->topic, fy_slice_of(fy_topics[record->topic].name)) &&
           fy_slice_equal(gap->writer, fy_slice_of(mark->writer)) && gap->seq == mark->seq &&
           gap->next_seq == next_seq;
}

/*
 * Has an operator accepted this very gap? Looked up when it is met, from the beginning: the topic
 * is small and a gap is rare, and a task that stops at one must not depend on what it read before.
 */
enum fy_status gap_look(struct fy_task *task,
    const struct fy_record *record,
    const struct writer_mark *mark,
    int64_t next_seq,
    bool *ret_accepted,
    struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    const struct fy_place place = {FY_TOPIC_OPERATIONS, task->partition, -1};
    struct fy_source *source = NULL;
    struct reading reading;
    bool at_end = false;
    enum fy_status status = worker->io.reader_new(worker->io.reader_context, &source, err);

    *ret_accepted = false;
    if (status == FY_OK)
        status = reading_init(&reading, source, &place, 1, err);
    if (status != FY_OK) {
        fy_source_free(source);
        return status;
    }
    while (status == FY_OK && !at_end) {
        struct fy_batch batch;

        status = reading_step(&reading, READ_WAIT_MS, &batch, &at_end, err);
        worker_beat(worker);
        for (int i = 0; i < batch.count && status == FY_OK; i++) {
            struct operation operation;
            struct fy_err cause;

            if (batch.records[i].value.data != NULL &&
                operation_decode(batch.records[i].value, &worker->arena, &operation, &cause) ==
                    FY_OK)
                *ret_accepted |= accepts(worker, &operation, record, mark, next_seq);
        }
    }
    reading_done(&reading);
    fy_source_free(source);
    return status;
}
