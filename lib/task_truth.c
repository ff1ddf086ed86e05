#include "lib/task_truth.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char position_key[] = "@position";

enum {
    WAIT_MS = 100,
    TRIES_MAX = 150, /* In a row; half a minute. */
    TRY_AGAIN_MS = 200,
    BATCH_BYTES_MAX = 4 * 1024 * 1024, /* Between two writes to the store. */
};

static bool is_runtimes(struct fy_slice key)
{
    return key.size > 0 && key.data[0] == '@';
}

/* Brokers that do not answer are asked again, for a while. */
static bool try_again(struct truth *truth, enum fy_status status, int *tries)
{
    struct fy_clock *clock = truth->worker->io.clock;

    if (status != FY_ABORT || ++*tries > TRIES_MAX)
        return false;
    clock->wait_ms(clock, TRY_AGAIN_MS);
    return true;
}

/* --- Life ------------------------------------------------------------------------------------ */

enum fy_status truth_init(struct truth *truth,
    const struct fy_processor *processor,
    struct fy_source *source,
    struct fy_store *store,
    struct fy_clock *clock,
    struct fy_err *err)
{
    struct fy_worker_io io = {.source = source, .store = store, .clock = clock};

    *truth = (struct truth){0};
    for (int p = 0; p < FY_PARTITIONS_MAX; p++)
        truth->disk_from[p] = -1;
    return fy_worker_new(processor, &io, &truth->worker, err);
}

void truth_done(struct truth *truth)
{
    fy_worker_free(truth->worker);
    *truth = (struct truth){0};
}

/* --- The changelog --------------------------------------------------------------------------- */

static enum fy_status tasks_make(struct truth *truth, struct fy_err *err)
{
    struct fy_worker *worker = truth->worker;
    int tries = 0;
    enum fy_status status;

    do {
        status = worker_partitions(worker, worker->processor->changelog, &truth->partitions, err);
    } while (try_again(truth, status, &tries));
    for (int p = 0; p < truth->partitions && status == FY_OK; p++) {
        if (worker->tasks[p] == NULL)
            status = task_new(worker, p, &worker->tasks[p], err);
        if (status == FY_OK)
            status = fy_store_wipe(worker->io.store, (uint32_t)p, err);
        worker->places[p] = (struct fy_place){worker->processor->changelog, p, -1};
    }
    return status;
}

static void row_take(struct truth *truth, uint32_t space, const struct fy_record *record)
{
    struct fy_store_batch *batch = truth->worker->batch;

    if (record->value.data != NULL)
        fy_store_batch_put(batch, space, record->key, record->value);
    else
        fy_store_batch_delete(batch, space, record->key);
}

static enum fy_status rows_take(
    struct truth *truth, const struct fy_batch *batch, struct fy_err *err)
{
    struct fy_worker *worker = truth->worker;
    size_t bytes = 0;
    enum fy_status status = FY_OK;

    for (int i = 0; i < batch->count && status == FY_OK; i++) {
        const struct fy_record *record = &batch->records[i];
        int64_t disk_from = truth->disk_from[record->partition];

        row_take(truth, (uint32_t)record->partition, record);
        if (disk_from >= 0 && record->offset >= disk_from)
            row_take(truth, DISK_SPACE + (uint32_t)record->partition, record);
        truth->records++;
        bytes += record->key.size + record->value.size;
        if (bytes >= BATCH_BYTES_MAX || i + 1 == batch->count) {
            status = fy_store_batch_write(worker->batch, err);
            bytes = 0;
        }
    }
    return status;
}

static enum fy_status positions_take(struct truth *truth, struct fy_err *err)
{
    struct fy_worker *worker = truth->worker;
    enum fy_status status = FY_OK;

    for (int p = 0; p < truth->partitions && status == FY_OK; p++) {
        struct fy_task *task = worker->tasks[p];
        struct fy_slice bytes;
        bool found;

        status = fy_store_get(
            worker->io.store, (uint32_t)p, fy_slice_of(position_key), &worker->arena, &bytes, err);
        if (status == FY_OK)
            status = position_load(task, bytes, &found, err);
        for (int i = 0; i < INPUTS_MAX && status == FY_OK; i++) {
            if (task->marks.next[i] < 0)
                task->marks.next[i] = 0;
        }
        if (status == FY_OK)
            status = park_count(task, err);
        fy_arena_clear(&worker->arena);
    }
    return status;
}

/* The disk may know of a turn whose marker has not come to all its partitions yet. */
static enum fy_status wait_for_disk(
    struct truth *truth, struct reading *reading, bool *ret_at_end, struct fy_err *err)
{
    struct fy_clock *clock = truth->worker->io.clock;

    for (int p = 0; p < truth->partitions; p++) {
        if (reading->ends[p].offset < truth->disk_from[p]) {
            *ret_at_end = false;
            clock->wait_ms(clock, TRY_AGAIN_MS);
            return reading_go_on(reading, err);
        }
    }
    return FY_OK;
}

enum fy_status truth_read(struct truth *truth, struct fy_err *err)
{
    struct fy_worker *worker = truth->worker;
    struct reading reading;
    struct fy_batch batch;
    bool at_end = false;
    int tries = 0;
    enum fy_status status = tasks_make(truth, err);

    truth->records = 0;
    if (status == FY_OK)
        status = reading_init(&reading, worker->io.source, worker->places, truth->partitions, err);
    if (status != FY_OK)
        return status;
    while (status == FY_OK && !at_end) {
        status = reading_step(&reading, WAIT_MS, &batch, &at_end, err);
        if (status == FY_OK) {
            status = rows_take(truth, &batch, err);
            if (truth->progress != NULL)
                truth->progress(truth->context, reading.left, reading.total);
            if (status == FY_OK && at_end)
                status = wait_for_disk(truth, &reading, &at_end, err);
        } else if (try_again(truth, status, &tries)) {
            status = FY_OK;
        }
    }
    reading_done(&reading);
    return status == FY_OK ? positions_take(truth, err) : status;
}

/* --- A disk ---------------------------------------------------------------------------------- */

struct copying {
    struct truth *truth;
    uint32_t space;
    enum fy_status status;
    struct fy_err *err;
};

static bool copy_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct copying *copying = context;
    struct fy_store_batch *batch = copying->truth->worker->batch;

    fy_store_batch_put(batch, copying->space, key, value);
    copying->status = fy_store_batch_write(batch, copying->err);
    return copying->status == FY_OK;
}

enum fy_status truth_take_disk(struct truth *truth, struct fy_store *disk, struct fy_err *err)
{
    struct fy_worker *worker = truth->worker;
    enum fy_status status = tasks_make(truth, err);

    for (int p = 0; p < truth->partitions && status == FY_OK; p++) {
        struct copying copying = {truth, DISK_SPACE + (uint32_t)p, FY_OK, err};
        bool found = false;

        status = restore_number_find(worker, disk, (uint32_t)p, &found, &truth->disk_from[p], err);
        if (!found)
            truth->disk_from[p] = -1;
        if (status == FY_OK)
            status = fy_store_wipe(worker->io.store, copying.space, err);
        if (status == FY_OK && found)
            status =
                fy_store_scan(disk, (uint32_t)p, (struct fy_slice){0}, copy_row, &copying, err);
        if (status == FY_OK)
            status = copying.status;
        fy_arena_clear(&worker->arena);
    }
    return status;
}

/* --- Made anew ------------------------------------------------------------------------------- */

static bool every_task(const struct fy_task *task)
{
    (void)task;
    return true;
}

enum fy_status truth_rebuild(struct truth *truth, int64_t *ret_records, struct fy_err *err)
{
    struct fy_worker *worker = truth->worker;
    struct folding folding;
    bool done = false;
    int tries = 0;
    enum fy_status status;

    do {
        status = folding_init(&folding, worker, worker->io.source, every_task, err);
    } while (try_again(truth, status, &tries));
    if (status != FY_OK)
        return status;
    while (status == FY_OK && !done) {
        status = folding_step(&folding, WAIT_MS, &done, err);
        if (status == FY_OK && truth->progress != NULL)
            truth->progress(truth->context, folding.reading.left, folding.reading.total);
        if (try_again(truth, status, &tries))
            status = FY_OK;
    }
    *ret_records = folding.records;
    folding_done(&folding);
    return status;
}

/* --- Digests --------------------------------------------------------------------------------- */

struct scan {
    struct truth *truth;
    struct rows_digest *digest;
    uint32_t other;    /* Space to look into. */
    bool only_missing; /* Visit what the other has not, and nothing else. */
    bool swapped;      /* The row in hand is b. */
    truth_visit *visit;
    void *context;
    bool enough;
    enum fy_status status;
    struct fy_err *err;
};

/* As the newest version would write it. */
static enum fy_status canonical(struct fy_worker *worker,
    struct fy_slice key,
    struct fy_slice bytes,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    const struct fy_topic_info *changelog = &fy_topics[worker->processor->changelog];
    struct fy_err cause = {0};

    memset(worker->row_buffer, 0, changelog->schema->size);
    if (changelog->schema->decode(bytes, &worker->arena, worker->row_buffer, &cause) != FY_OK ||
        changelog->schema->encode(worker->row_buffer, &worker->arena, ret_bytes, &cause) != FY_OK)
        return fy_fail(err, FY_FATAL, "could not read row \"%.*s\" of \"%s\": %s",
            FY_SLICE_ARG(key), changelog->name, cause.text);
    return FY_OK;
}

static bool add_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct scan *scan = context;
    struct fy_worker *worker = scan->truth->worker;
    struct fy_slice bytes;

    if (is_runtimes(key))
        return true;
    scan->status = canonical(worker, key, value, &bytes, scan->err);
    if (scan->status == FY_OK)
        rows_digest_row(scan->digest, (struct fy_slice[]){key, bytes}, 2);
    fy_arena_clear(&worker->arena);
    return scan->status == FY_OK;
}

enum fy_status truth_digest(
    struct truth *truth, uint32_t space, struct rows_digest *ret_digest, struct fy_err *err)
{
    struct scan scan = {.truth = truth, .digest = ret_digest, .err = err};
    enum fy_status status;

    *ret_digest = (struct rows_digest){0};
    status =
        fy_store_scan(truth->worker->io.store, space, (struct fy_slice){0}, add_row, &scan, err);
    return status == FY_OK ? scan.status : status;
}

/* --- Differences ----------------------------------------------------------------------------- */

static bool compare_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct scan *scan = context;
    struct fy_worker *worker = scan->truth->worker;
    struct fy_slice other, mine_bytes, other_bytes;
    bool differs;

    if (is_runtimes(key))
        return true;
    scan->status =
        fy_store_get(worker->io.store, scan->other, key, &worker->arena, &other, scan->err);
    if (scan->status == FY_OK)
        scan->status = canonical(worker, key, value, &mine_bytes, scan->err);
    differs = other.data == NULL;
    if (scan->status == FY_OK && !differs && !scan->only_missing) {
        scan->status = canonical(worker, key, other, &other_bytes, scan->err);
        differs = scan->status == FY_OK && !fy_slice_equal(mine_bytes, other_bytes);
    }
    if (scan->status == FY_OK && differs)
        scan->enough = !(scan->swapped ? scan->visit(scan->context, key, other, value)
                                       : scan->visit(scan->context, key, value, other));
    fy_arena_clear(&worker->arena);
    return scan->status == FY_OK && !scan->enough;
}

enum fy_status truth_differences(struct truth *truth,
    uint32_t space_a,
    uint32_t space_b,
    truth_visit *visit,
    void *context,
    struct fy_err *err)
{
    struct scan scan = {
        .truth = truth, .other = space_b, .visit = visit, .context = context, .err = err};
    enum fy_status status = fy_store_scan(
        truth->worker->io.store, space_a, (struct fy_slice){0}, compare_row, &scan, err);

    if (status != FY_OK || scan.status != FY_OK || scan.enough)
        return status != FY_OK ? status : scan.status;
    scan.other = space_a;
    scan.only_missing = scan.swapped = true;
    status = fy_store_scan(
        truth->worker->io.store, space_b, (struct fy_slice){0}, compare_row, &scan, err);
    return status != FY_OK ? status : scan.status;
}
