#include "lib/task_fold.h"

#include "lib/log.h"
#include "schemas/generated/dead_letter.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/parked_key.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHORT_MS_MAX = 10000, /* Markers of one transaction may arrive apart, but not by more. */
    BEAT_RECORDS = 256,
};

/* --- Rows ------------------------------------------------------------------------------------ */

static uint32_t space_of(const struct fy_task *task)
{
    return FOLD_SPACE + (uint32_t)task->partition;
}

enum fy_status fold_get(
    struct fy_task *task, struct fy_slice key, struct fy_slice *ret_value, struct fy_err *err)
{
    return fy_store_get(
        task->worker->io.store, space_of(task), key, &task->worker->arena, ret_value, err);
}

/* Written at once, so that the next get sees it. Whoever is interrupted begins anew. */
enum fy_status fold_put(
    struct fy_task *task, struct fy_slice key, struct fy_slice value, struct fy_err *err)
{
    struct fy_store_batch *batch = task->folding->batch;

    if (value.data != NULL)
        fy_store_batch_put(batch, space_of(task), key, value);
    else
        fy_store_batch_delete(batch, space_of(task), key);
    return fy_store_batch_write(batch, err);
}

/* --- Beginning ------------------------------------------------------------------------------- */

static bool is_own(const struct fy_worker *worker, enum fy_topic topic)
{
    return worker->input_of[topic] < 0;
}

static int64_t own_seq(const struct fy_task *task, enum fy_topic topic)
{
    return task->marks.seqs[topic] != NULL ? task->marks.seqs[topic][task->partition] : 0;
}

/* A record of partition 3 belongs to the task of partition 3, whichever topic it comes from. */
static enum fy_status partitions_check(
    struct fy_worker *worker, enum fy_topic topic, struct fy_err *err)
{
    enum fy_topic changelog = worker->processor->changelog;
    int count = 0, tasks = 0;
    enum fy_status status = worker_partitions(worker, topic, &count, err);

    if (status == FY_OK)
        status = worker_partitions(worker, changelog, &tasks, err);
    if (status == FY_OK && count != tasks)
        status = fy_fail(err, FY_FATAL, "\"%s\" has %d partitions, \"%s\" has %d",
            fy_topics[topic].name, count, fy_topics[changelog].name, tasks);
    return status;
}

static enum fy_status places_choose(struct folding *folding,
    struct fy_place *places,
    int64_t *ends,
    int *ret_count,
    struct fy_err *err)
{
    struct fy_worker *worker = folding->worker;
    const struct fy_rebuild *rebuild = worker->processor->rebuild;
    int count = 0;

    for (int t = 0; t < rebuild->topic_count; t++) {
        enum fy_topic topic = rebuild->topics[t];
        enum fy_status status = partitions_check(worker, topic, err);

        if (status != FY_OK)
            return status;
        assert(!is_own(worker, topic) || fy_topics[topic].kind == FY_KIND_EVENT);
        for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
            if (!folding->wanted[p])
                continue;
            ends[count] = is_own(worker, topic)
                              ? INT64_MAX
                              : worker->tasks[p]->marks.next[worker->input_of[topic]];
            places[count++] = (struct fy_place){topic, p, -1};
        }
    }
    *ret_count = count;
    return FY_OK;
}

static enum fy_status spaces_wipe(struct folding *folding, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK; p++) {
        if (folding->wanted[p])
            status = fy_store_wipe(folding->worker->io.store, FOLD_SPACE + (uint32_t)p, err);
    }
    return status;
}

static enum fy_status inputs_begin(struct folding *folding, struct fy_err *err)
{
    struct fy_worker *worker = folding->worker;
    int64_t ends[FOLD_TOPICS_MAX * FY_PARTITIONS_MAX];
    int count = 0;
    enum fy_status status = places_choose(folding, worker->places, ends, &count, err);

    if (status == FY_OK)
        status = reading_init(&folding->reading, folding->source, worker->places, count, err);
    for (int i = 0; i < count && status == FY_OK; i++) {
        if (ends[i] != INT64_MAX)
            reading_end_at(&folding->reading, i, ends[i] >= 0 ? ends[i] : 0);
    }
    return status;
}

static enum fy_status letters_begin(struct folding *folding, struct fy_err *err)
{
    struct fy_worker *worker = folding->worker;
    enum fy_topic letters = worker->processor->dead_letters;
    enum fy_status status = partitions_check(worker, letters, err);
    int count = 0;

    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        if (folding->wanted[p])
            worker->places[count++] = (struct fy_place){letters, p, -1};
    }
    folding->looking = true;
    return status == FY_OK
               ? reading_init(&folding->reading, folding->source, worker->places, count, err)
               : status;
}

static bool is_projection(const struct fy_worker *worker)
{
    const struct fy_rebuild *rebuild = worker->processor->rebuild;
    bool found = false;

    for (int t = 0; t < rebuild->topic_count; t++)
        found |= !is_own(worker, rebuild->topics[t]);
    return found;
}

/* Inputs do not tell when a timer fired, and what it did; own events do. */
static enum fy_status timers_check(const struct fy_worker *worker, struct fy_err *err)
{
    const struct fy_processor *processor = worker->processor;
    bool own = false;

    for (int t = 0; t < processor->rebuild->topic_count; t++)
        own |= is_own(worker, processor->rebuild->topics[t]);
    if (own || processor->due_ms == NULL)
        return FY_OK;
    return fy_fail(err, FY_FATAL,
        "%s has timers, and its rows are to follow from inputs alone, which do not tell when one "
        "fired: let them follow from its own events",
        processor->name);
}

enum fy_status folding_init(struct folding *folding,
    struct fy_worker *worker,
    struct fy_source *source,
    bool (*wanted)(const struct fy_task *task),
    struct fy_err *err)
{
    enum fy_status status;

    assert(worker->processor->rebuild != NULL);
    assert(worker->processor->rebuild->topic_count <= FOLD_TOPICS_MAX);
    *folding = (struct folding){.worker = worker, .source = source};
    for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
        folding->wanted[p] = worker->tasks[p] != NULL && wanted(worker->tasks[p]);
        if (folding->wanted[p])
            worker->tasks[p]->fold_ms = 0;
    }
    status = timers_check(worker, err);
    if (status == FY_OK)
        status = spaces_wipe(folding, err);
    if (status == FY_OK)
        status = is_projection(worker) ? letters_begin(folding, err) : inputs_begin(folding, err);
    if (status == FY_OK) {
        folding->batch = fy_store_batch_new(worker->io.store);
        if (folding->batch == NULL)
            status = fy_fail(err, FY_FATAL, "no memory to make rows anew");
    }
    if (status != FY_OK)
        folding_done(folding);
    return status;
}

void folding_done(struct folding *folding)
{
    if (folding->reading.count > 0)
        reading_done(&folding->reading);
    fy_store_batch_free(folding->batch);
    free(folding->left_out);
    *folding = (struct folding){0};
}

/* --- Left out --------------------------------------------------------------------------------- */

static int compare_left_out(const void *a, const void *b)
{
    const struct left_out *one = a, *other = b;

    if (one->topic != other->topic)
        return one->topic < other->topic ? -1 : 1;
    if (one->partition != other->partition)
        return one->partition < other->partition ? -1 : 1;
    return one->offset < other->offset ? -1 : one->offset > other->offset;
}

static bool was_left_out(const struct folding *folding, const struct fy_record *record)
{
    const struct left_out wanted = {record->topic, record->partition, record->offset};

    return folding->left_out_count > 0 &&
           bsearch(&wanted, folding->left_out, folding->left_out_count, sizeof(wanted),
               compare_left_out) != NULL;
}

static enum fy_status left_out_note(
    struct folding *folding, const struct fy_record *record, struct fy_err *err)
{
    struct dead_letter letter;
    struct left_out *grown;
    size_t larger = folding->left_out_count_max * 2 + 64;
    enum fy_status status =
        dead_letter_decode(record->value, &folding->worker->arena, &letter, err);

    if (status != FY_OK) {
        /* None of ours then. Were it one that says what is left out, the rows would differ. */
        fy_log(FY_LOG_WARN, "\"%s\" partition %d offset %" PRId64 " is no dead letter: %s",
            fy_topics[record->topic].name, (int)record->partition, record->offset, err->text);
        return FY_OK;
    }
    if (!letter.left_out)
        return FY_OK;
    if (folding->left_out_count == folding->left_out_count_max) {
        grown = larger <= (size_t)2 * LEFT_OUT_MAX
                    ? realloc(folding->left_out, larger * sizeof(*grown))
                    : NULL;
        if (grown == NULL)
            return fy_fail(
                err, FY_FATAL, "more records were left out than the %d that can be", LEFT_OUT_MAX);
        folding->left_out = grown;
        folding->left_out_count_max = larger;
    }
    folding->left_out[folding->left_out_count++] =
        (struct left_out){fy_topic_find(letter.topic), letter.partition, letter.offset};
    return FY_OK;
}

static enum fy_status letters_end(struct folding *folding, struct fy_err *err)
{
    if (folding->left_out_count > 0)
        qsort(folding->left_out, folding->left_out_count, sizeof(*folding->left_out),
            compare_left_out);
    reading_done(&folding->reading);
    folding->looking = false;
    return inputs_begin(folding, err);
}

/* --- One record ------------------------------------------------------------------------------ */

/* *ret_fold: it is the next number of ours, and the rows include it. */
static enum fy_status own_count(struct folding *folding,
    const struct fy_task *task,
    const struct fy_record *record,
    int64_t *seq,
    bool *ret_fold,
    struct fy_err *err)
{
    const struct fy_topic_info *topic = &fy_topics[record->topic];
    struct fy_arena *arena = &folding->worker->arena;
    const struct envelope *envelope = fy_arena_alloc(arena, topic->schema->size);
    struct fy_err cause = {0};

    *ret_fold = false;
    if (*seq >= own_seq(task, record->topic))
        return FY_OK; /* Written since. */
    if (envelope == NULL)
        return fy_fail(err, FY_FATAL, "no memory to read an event");
    if (record->value.data == NULL ||
        topic->schema->decode(record->value, arena, (void *)envelope, &cause) != FY_OK)
        return fy_fail(err, FY_FATAL, "\"%s\" partition %d offset %" PRId64 " is no event: %s",
            topic->name, (int)record->partition, record->offset, cause.text);
    if (!envelope->has_seq || !fy_slice_equal(envelope->writer, fy_slice_of(task->name)) ||
        envelope->seq != *seq + 1) {
        return fy_fail(err, FY_FATAL,
            "\"%s\" partition %d offset %" PRId64 ": number %" PRId64 " of \"%.*s\", where %" PRId64
            " of \"%s\" comes next",
            topic->name, (int)record->partition, record->offset,
            envelope->has_seq ? envelope->seq : 0, FY_SLICE_ARG(envelope->writer), *seq + 1,
            task->name);
    }
    *seq = envelope->seq;
    *ret_fold = true;
    folding->worker->decoded = envelope;
    return FY_OK;
}

static enum fy_status fold_one(struct folding *folding,
    struct fy_task *task,
    const struct fy_record *record,
    bool own,
    struct fy_err *err)
{
    struct fy_worker *worker = folding->worker;
    enum fy_status status;

    task->folding = folding;
    worker->writes_allowed = true;
    worker->record_writes = 0;
    if (record->append_ms > task->fold_ms)
        task->fold_ms = record->append_ms;
    status = worker->processor->rebuild->fold(task, record, err);
    worker->writes_allowed = false;
    task->folding = NULL;
    folding->records++;

    /* Of an input: the task refused it too, and it is in the dead letters. */
    if (status == FY_REJECT && !own && worker->record_writes == 0)
        return FY_OK;
    if (status == FY_REJECT)
        return err->status = FY_FATAL;
    return status;
}

static enum fy_status fold_record(
    struct folding *folding, const struct fy_record *record, struct fy_err *err)
{
    struct fy_worker *worker = folding->worker;
    const struct fy_rebuild *rebuild = worker->processor->rebuild;
    struct fy_task *task = worker->tasks[record->partition];
    bool own = is_own(worker, record->topic), include = true;
    enum fy_status status = FY_OK;
    int t = 0;

    while (t < rebuild->topic_count && rebuild->topics[t] != record->topic)
        t++;
    if (t == rebuild->topic_count || task == NULL || !folding->wanted[record->partition])
        return FY_OK;
    if (own) {
        status =
            own_count(folding, task, record, &folding->seqs[t][record->partition], &include, err);
    } else if (record->offset >= task->marks.next[worker->input_of[record->topic]]) {
        include = false;
    } else {
        status = park_left_out(task, record, &include, err);
        include = include && !was_left_out(folding, record);
    }
    if (status == FY_OK && include)
        status = fold_one(folding, task, record, own, err);
    return status;
}

/* --- Steps ----------------------------------------------------------------------------------- */

static bool own_complete(const struct folding *folding)
{
    const struct fy_worker *worker = folding->worker;
    const struct fy_rebuild *rebuild = worker->processor->rebuild;

    for (int t = 0; t < rebuild->topic_count; t++) {
        for (int p = 0; p < FY_PARTITIONS_MAX; p++) {
            if (folding->wanted[p] && is_own(worker, rebuild->topics[t]) &&
                folding->seqs[t][p] < own_seq(worker->tasks[p], rebuild->topics[t]))
                return false;
        }
    }
    return true;
}

/* All is read, and events that the task has written are not among it: they come, or are gone. */
static enum fy_status wait_for_own(struct folding *folding, struct fy_err *err)
{
    struct fy_worker *worker = folding->worker;
    int64_t now_ms = worker_now_ms(worker);

    if (folding->short_since_ms == 0)
        folding->short_since_ms = now_ms;
    if (now_ms - folding->short_since_ms > SHORT_MS_MAX) {
        return fy_fail(err, FY_FATAL,
            "the events of \"%s\" end before what its tasks have written: some are missing",
            worker->processor->name);
    }
    worker->io.clock->wait_ms(worker->io.clock, BACKOFF_MS_MIN);
    return reading_go_on(&folding->reading, err);
}

enum fy_status folding_step(
    struct folding *folding, int wait_ms, bool *ret_done, struct fy_err *err)
{
    struct fy_batch batch;
    bool at_end;
    enum fy_status status = reading_step(&folding->reading, wait_ms, &batch, &at_end, err);

    *ret_done = false;
    for (int i = 0; i < batch.count && status == FY_OK; i++) {
        status = folding->looking ? left_out_note(folding, &batch.records[i], err)
                                  : fold_record(folding, &batch.records[i], err);
        worker_record_done(folding->worker);
        if (i % BEAT_RECORDS == 0)
            worker_beat(folding->worker);
    }
    worker_evict(folding->worker);
    if (status != FY_OK || !at_end)
        return status;
    if (folding->looking)
        return letters_end(folding, err);
    *ret_done = own_complete(folding);
    return *ret_done ? FY_OK : wait_for_own(folding, err);
}
