#include "lib/task_core.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/*
 * The rows say what is due; the index only says where to look. An entry (due_ms, key) goes to the
 * store together with its row, and the nearest entries are kept in memory, in a window: all live
 * entries before its end are in it. Whatever happens to the window, it can be filled again from the
 * store and from the rows that the store does not have yet. So a turn that is undone just drops it.
 */

static const char due_prefix[] = DUE_PREFIX;

enum {
    PREFIX_BYTES = sizeof(due_prefix) - 1,
    HEAD_BYTES = PREFIX_BYTES + 8, /* Then the row's key. */
#ifdef __SANITIZE_ADDRESS__
    WINDOW_LOAD = 3, /* So that tests come to its end. */
#else
    WINDOW_LOAD = 2048,
#endif
    WINDOW_MAX = 2 * WINDOW_LOAD, /* About 400 KB of each task. */

    /* How far the clocks of brokers may be behind ours: what was written in time is there then. */
    CATCH_UP_MS = 500,
    FIRED_MAX = FY_BATCH_RECORDS_MAX, /* In one turn. */
};

static bool has_timers(const struct fy_worker *worker)
{
    return worker->processor->due_ms != NULL;
}

int64_t due_of(const struct fy_worker *worker, struct fy_slice key, struct fy_slice value)
{
    int64_t due_ms;

    if (!has_timers(worker) || value.data == NULL || (key.size > 0 && key.data[0] == '@'))
        return 0;
    due_ms = worker->processor->due_ms(value);
    return due_ms > 0 ? due_ms : 0;
}

/* --- Entries ---------------------------------------------------------------------------------- */

static bool is_before(const struct due_entry *a, const struct due_entry *b)
{
    size_t shorter = a->key_size < b->key_size ? a->key_size : b->key_size;
    int order;

    if (a->due_ms != b->due_ms)
        return a->due_ms < b->due_ms;
    order = memcmp(a->key, b->key, shorter);
    return order != 0 ? order < 0 : a->key_size < b->key_size;
}

static int compare_entries(const void *a, const void *b)
{
    return is_before(a, b) ? -1 : is_before(b, a);
}

static void sift_up(struct due_entry *heap, int at)
{
    while (at > 0 && is_before(&heap[at], &heap[(at - 1) / 2])) {
        struct due_entry swapped = heap[at];

        heap[at] = heap[(at - 1) / 2];
        heap[(at - 1) / 2] = swapped;
        at = (at - 1) / 2;
    }
}

static void sift_down(struct due_entry *heap, int count, int at)
{
    for (;;) {
        int least = at;
        struct due_entry swapped;

        for (int child = 2 * at + 1; child <= 2 * at + 2 && child < count; child++) {
            if (is_before(&heap[child], &heap[least]))
                least = child;
        }
        if (least == at)
            return;
        swapped = heap[at];
        heap[at] = heap[least];
        heap[least] = swapped;
        at = least;
    }
}

/* "@due/", due_ms big-endian, the row's key: in the store, that is the order of firing. */
struct fy_slice due_index_key(
    struct fy_worker *worker, int64_t due_ms, struct fy_slice key, struct fy_err *err)
{
    size_t size = HEAD_BYTES + key.size;

    if (size > worker->due_key_bytes) {
        uint8_t *grown = realloc(worker->due_key, size * 2);

        if (grown == NULL) {
            (void)fy_fail(err, FY_FATAL, "no memory for a timer of %zu bytes", size);
            return (struct fy_slice){0};
        }
        worker->due_key = grown;
        worker->due_key_bytes = size * 2;
    }
    memcpy(worker->due_key, due_prefix, PREFIX_BYTES);
    for (int i = 0; i < 8; i++)
        worker->due_key[PREFIX_BYTES + i] = (uint8_t)((uint64_t)due_ms >> (56 - 8 * i));
    if (key.size > 0)
        memcpy(worker->due_key + HEAD_BYTES, key.data, key.size);
    return (struct fy_slice){worker->due_key, size};
}

/* False: `bytes` are no entry of the index. */
static bool index_entry(struct fy_slice bytes, struct due_entry *ret_entry)
{
    uint64_t due_ms = 0;

    if (bytes.size < HEAD_BYTES || memcmp(bytes.data, due_prefix, PREFIX_BYTES) != 0)
        return false;
    for (int i = 0; i < 8; i++)
        due_ms = due_ms << 8 | bytes.data[PREFIX_BYTES + i];
    ret_entry->due_ms = (int64_t)due_ms;
    ret_entry->key = (uint8_t *)bytes.data + HEAD_BYTES; /* Borrowed. */
    ret_entry->key_size = (uint32_t)(bytes.size - HEAD_BYTES);
    return true;
}

enum fy_status due_index(struct fy_worker *worker,
    uint32_t space,
    struct fy_slice key,
    int64_t was_ms,
    int64_t due_ms,
    struct fy_err *err)
{
    struct fy_slice entry;

    if (was_ms == due_ms)
        return FY_OK;
    if (was_ms > 0) {
        entry = due_index_key(worker, was_ms, key, err);
        if (entry.data == NULL)
            return FY_FATAL;
        fy_store_batch_delete(worker->batch, space, entry);
    }
    if (due_ms > 0) {
        entry = due_index_key(worker, due_ms, key, err);
        if (entry.data == NULL)
            return FY_FATAL;
        fy_store_batch_put(worker->batch, space, entry, (struct fy_slice){entry.data, 0});
    }
    return FY_OK;
}

/* --- The window ------------------------------------------------------------------------------- */

static void window_clear(struct due_window *window)
{
    for (int i = 0; i < window->count; i++)
        free(window->heap[i].key);
    window->count = 0;
    free(window->end.key);
    window->end = (struct due_entry){0};
    window->loaded = false;
}

int64_t due_near(const struct fy_worker *worker)
{
    int64_t count = 0;

    for (int p = 0; p < FY_PARTITIONS_MAX; p++)
        count += worker->tasks[p] != NULL ? worker->tasks[p]->due.count : 0;
    return count;
}

void due_undo(struct fy_task *task)
{
    window_clear(&task->due);
    task->due.caught_up = false; /* Its records are read again first. */
}

void due_reset(struct fy_task *task)
{
    window_clear(&task->due);
    task->due.low_ms = 0;
    task->due.asked = false;
    task->due.caught_up = false;
}

void due_done(struct fy_task *task)
{
    due_reset(task);
    free(task->due.heap);

    task->due = (struct due_window){0};
}

/* The nearest half stays; the rest is in the store, or in rows that are not written yet. */
static void window_trim(struct due_window *window)
{
    qsort(window->heap, (size_t)window->count, sizeof(*window->heap), compare_entries);
    free(window->end.key);
    window->end = window->heap[WINDOW_LOAD];
    for (int i = WINDOW_LOAD + 1; i < window->count; i++)
        free(window->heap[i].key);
    window->count = WINDOW_LOAD;
}

static bool entry_copy(const struct due_entry *from, struct due_entry *to)
{
    *to = *from;
    to->key = malloc(from->key_size + 1u);
    if (to->key == NULL)
        return false;
    if (from->key_size > 0)
        memcpy(to->key, from->key, from->key_size);
    return true;
}

/* Copies the entry. False: no memory. */
static bool window_add(struct due_window *window, const struct due_entry *entry)
{
    if (window->heap == NULL) {
        window->heap = malloc(sizeof(*window->heap) * (WINDOW_MAX + 1));
        if (window->heap == NULL)
            return false;
    }
    if (entry->due_ms < window->low_ms)
        window->low_ms = entry->due_ms;
    if (window->end.key != NULL && !is_before(entry, &window->end))
        return true;
    if (!entry_copy(entry, &window->heap[window->count]))
        return false;
    sift_up(window->heap, window->count++);
    if (window->count > WINDOW_MAX)
        window_trim(window);
    return true;
}

struct load {
    struct fy_task *task;
    bool any;
    bool no_memory;
};

/* What the store says of a row that is newer in memory is passed over: memory is asked below. */
static bool load_stored(struct fy_slice bytes, struct fy_slice value, void *context)
{
    struct load *load = context;
    struct fy_task *task = load->task;
    struct due_window *window = &task->due;
    struct due_entry entry;

    (void)value;
    if (!index_entry(bytes, &entry))
        return false;
    if (!load->any)
        window->low_ms = entry.due_ms; /* There is nothing before it: look no further next time. */
    load->any = true;
    if (rows_is_unwritten(
            &task->worker->pool, &task->rows, (struct fy_slice){entry.key, entry.key_size}))
        return true;
    if (window->count == WINDOW_LOAD) {
        load->no_memory = !entry_copy(&entry, &window->end);
        return false;
    }
    load->no_memory = !window_add(window, &entry);
    return !load->no_memory;
}

static bool load_unwritten(struct fy_slice key, struct fy_slice value, void *context)
{
    struct load *load = context;
    struct due_entry entry = {
        due_of(load->task->worker, key, value), (uint8_t *)key.data, (uint32_t)key.size};

    if (entry.due_ms > 0)
        load->no_memory = !window_add(&load->task->due, &entry);
    return !load->no_memory;
}

/* Entries that a scan would only find again. They go whether this turn is kept or not. */
static enum fy_status drops_write(struct fy_worker *worker, struct fy_err *err)
{
    if (!worker->due_dropped)
        return FY_OK;
    worker->due_dropped = false;
    return fy_store_batch_write(worker->batch, err);
}

static enum fy_status window_load(struct fy_task *task, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct due_window *window = &task->due;
    struct load load = {.task = task};
    struct fy_slice from;
    enum fy_status status;

    window_clear(window);
    status = drops_write(worker, err);
    from = due_index_key(worker, window->low_ms, (struct fy_slice){0}, err);
    if (status == FY_OK && from.data == NULL)
        status = FY_FATAL;
    if (status == FY_OK)
        status = fy_store_scan(worker->io.store, task->rows.space, from, load_stored, &load, err);
    if (status == FY_OK && !load.no_memory)
        rows_each_unwritten(&worker->pool, &task->rows, load_unwritten, &load);
    if (status == FY_OK && load.no_memory)
        status = fy_fail(err, FY_FATAL, "no memory for the timers of %s", task->name);
    window->loaded = status == FY_OK;
    return status;
}

/* The nearest entry, borrowed; NULL when the task has no timers. */
static enum fy_status due_first(
    struct fy_task *task, const struct due_entry **ret_entry, struct fy_err *err)
{
    struct due_window *window = &task->due;
    enum fy_status status = FY_OK;

    if (!window->loaded || (window->count == 0 && window->end.key != NULL))
        status = window_load(task, err);
    if (status == FY_OK)
        *ret_entry = window->count > 0 ? &window->heap[0] : NULL;
    return status;
}

/* The entry is the caller's, with its key. */
static struct due_entry due_take(struct due_window *window)
{
    struct due_entry first = window->heap[0];

    assert(window->count > 0);
    window->heap[0] = window->heap[--window->count];
    sift_down(window->heap, window->count, 0);
    return first;
}

enum fy_status due_put(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err)
{
    struct due_entry entry = {due_ms, (uint8_t *)key.data, (uint32_t)key.size};

    if (task->due.loaded && !window_add(&task->due, &entry))
        return fy_fail(err, FY_FATAL, "no memory for the timers of %s", task->name);
    if (!task->due.loaded && due_ms < task->due.low_ms)
        task->due.low_ms = due_ms;
    return FY_OK;
}

/* --- When to fire ----------------------------------------------------------------------------- */

static bool may_fire(const struct fy_task *task)
{
    return task != NULL && task->state == TASK_READY && task->assigned;
}

static bool is_ready(const struct fy_task *task)
{
    return task != NULL && task->state == TASK_READY;
}

static enum fy_status next_ms(struct fy_worker *worker,
    bool (*wanted)(const struct fy_task *task),
    int64_t *ret_next_ms,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;
    int64_t next = INT64_MAX;

    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK; p++) {
        const struct due_entry *first = NULL;

        if (!wanted(worker->tasks[p]))
            continue;
        status = due_first(worker->tasks[p], &first, err);
        if (status == FY_OK && first != NULL && first->due_ms < next)
            next = first->due_ms;
    }
    *ret_next_ms = next;
    return status;
}

static bool wants_ends(const struct fy_task *task)
{
    return may_fire(task) && !task->due.asked && task->due.count > 0 &&
           task->due.heap[0].due_ms + CATCH_UP_MS <= task->worker->due_now_ms;
}

static bool is_catching_up(const struct fy_task *task)
{
    return may_fire(task) && task->due.asked && !task->due.caught_up && !task->reread;
}

enum fy_status due_look(struct fy_worker *worker, bool *ret_any, struct fy_err *err)
{
    int inputs = worker->processor->input_count;
    enum fy_status status = FY_OK;
    int count = 0;

    *ret_any = false;
    if (!has_timers(worker))
        return FY_OK;
    count = worker_places(worker, is_catching_up, worker->places);
    if (count > 0)
        status = fy_source_positions(worker->io.source, worker->places, count, err);
    if (status == FY_ABORT) /* Not known, so not yet: the records of this poll go first. */
        return FY_OK;
    for (int i = 0; i < count && status == FY_OK; i++) {
        struct due_window *window = &worker->tasks[worker->places[i].partition]->due;

        if (i % inputs == 0)
            window->caught_up = true;
        window->caught_up &= worker->places[i].offset >= window->ends[i % inputs];
    }
    for (int p = 0; p < FY_PARTITIONS_MAX; p++)
        *ret_any |= may_fire(worker->tasks[p]) && worker->tasks[p]->due.caught_up;
    return status;
}

/*
 * What was written in time is in the log now, whatever else is: the ends as they are tell how far
 * to read before anything fires. Asked through the source that restores, as the lag is.
 */
static enum fy_status ask_ends(struct fy_worker *worker, struct fy_err *err)
{
    int inputs = worker->processor->input_count;
    int count = worker_places(worker, wants_ends, worker->places);
    enum fy_status status = FY_OK;

    if (count > 0)
        status = fy_source_ends(worker->io.restore, worker->places, count, err);
    for (int i = 0; i < count && status == FY_OK; i++) {
        struct fy_task *task = worker->tasks[worker->places[i].partition];

        task->due.ends[i % inputs] = worker->places[i].offset;
        task->due.horizon_ms = worker->due_now_ms - CATCH_UP_MS;
        task->due.asked = true;
        task->due.caught_up = false;
    }
    /* Records need not wait for the answer: it is asked for again behind the next poll. */
    return status == FY_ABORT ? FY_OK : status;
}

enum fy_status due_ask(struct fy_worker *worker, int wait_ms, int *ret_wait_ms, struct fy_err *err)
{
    int64_t next = INT64_MAX, left_ms;
    bool any = false;
    enum fy_status status;

    *ret_wait_ms = wait_ms;
    if (!has_timers(worker))
        return FY_OK;
    status = next_ms(worker, may_fire, &next, err);
    if (status != FY_OK || next == INT64_MAX)
        return status;
    worker->due_now_ms = worker_now_ms(worker);
    left_ms = next - (worker->due_now_ms - CATCH_UP_MS);
    if (left_ms > 0) {
        if (left_ms < wait_ms)
            *ret_wait_ms = (int)left_ms;
        return FY_OK;
    }
    status = ask_ends(worker, err);
    if (status == FY_OK)
        status = due_look(worker, &any, err);
    if (any)
        *ret_wait_ms = 0;
    return status;
}

/* --- Firing ----------------------------------------------------------------------------------- */

/* A timer that was refused is parked under the changelog's name, and its dead letter is the row. */
static struct fy_record timer_record(
    const struct fy_task *task, const struct due_entry *entry, struct fy_slice row)
{
    return (struct fy_record){.topic = task->worker->processor->changelog,
        .partition = task->partition,
        .offset = -1,
        .append_ms = entry->due_ms,
        .key = {entry->key, entry->key_size},
        .value = row};
}

static enum fy_status call_fire(
    struct fy_task *task, const struct due_entry *entry, struct fy_slice row, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct fy_slice key = {entry->key, entry->key_size}, after;
    enum fy_status status;

    if (entry->due_ms > task->marks.append_ms)
        task->marks.append_ms = entry->due_ms;
    status = handler_begin(
        worker, worker->processor->changelog, task->partition, entry->due_ms, key, err);
    if (status == FY_OK) {
        status = worker->processor->fire(task, key, entry->due_ms, err);
        handler_end(worker);
    }
    fy_metric_add(&task_fired, 1);
    fy_metric_observe_us(&task_fired_late, (worker_now_ms(worker) - entry->due_ms) * 1000);

    if (status == FY_REJECT && worker->record_writes == 0) {
        const struct fy_record record = timer_record(task, entry, row);

        return park_record(task, &record, err->text, err);
    }
    if (status == FY_REJECT)
        return fy_fail(err, FY_FATAL, "%s refused a timer after it had written", task->name);
    if (status == FY_OK)
        status = task_get_any(task, key, &after, err);
    if (status == FY_OK && due_of(worker, key, after) > 0 &&
        due_of(worker, key, after) <= entry->due_ms) {
        return fy_fail(err, FY_FATAL,
            "%s fired the timer of a row, and left it due at %" PRId64 ": it would never end",
            task->name, due_of(worker, key, after));
    }
    return status;
}

static enum fy_status fire_one(
    struct fy_task *task, const struct due_entry *entry, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct fy_slice key = {entry->key, entry->key_size}, row;
    struct fy_record record;
    bool parked = false;
    enum fy_status status = task_get_any(task, key, &row, err);

    if (status != FY_OK)
        return status;
    if (due_of(worker, key, row) != entry->due_ms) {
        /* Of an unwritten row the store's entry goes with the row: this turn may yet be undone. */
        if (rows_is_unwritten(&worker->pool, &task->rows, key))
            return FY_OK;
        worker->due_dropped = true;
        return due_index(worker, task->rows.space, key, entry->due_ms, 0, err);
    }
    record = timer_record(task, entry, row);
    status = park_is_parked(task, &record, &parked, err);
    if (status == FY_OK && !parked)
        status = call_fire(task, entry, row, err);
    return status;
}

static enum fy_status fire_task(struct fy_task *task, int *left, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    const struct due_entry *first = NULL;
    enum fy_status status = due_first(task, &first, err);

    while (status == FY_OK && first != NULL && first->due_ms <= task->due.horizon_ms && *left > 0 &&
           worker->pool.turn_bytes <= FY_TURN_BYTES_MAX) {
        struct due_entry entry = due_take(&task->due);

        status = fire_one(task, &entry, err);
        assert(status != FY_REJECT);
        free(entry.key);
        worker_record_done(worker);
        (*left)--;
        if (status == FY_OK)
            status = due_first(task, &first, err);
    }
    if (status == FY_OK && (first == NULL || first->due_ms > task->due.horizon_ms)) {
        task->due.asked = false;
        task->due.caught_up = false;
    }
    return status;
}

enum fy_status due_fire(struct fy_worker *worker, struct fy_err *err)
{
    enum fy_status status = FY_OK;
    int left = FIRED_MAX;

    for (int p = 0; p < FY_PARTITIONS_MAX && status == FY_OK; p++) {
        struct fy_task *task = worker->tasks[p];

        /* A turn that was cut short has not handled all that was polled. */
        if (may_fire(task) && task->due.caught_up && !task->reread)
            status = fire_task(task, &left, err);
    }
    return status == FY_OK ? drops_write(worker, err) : status;
}

int64_t fy_worker_next_due_ms(struct fy_worker *worker)
{
    struct fy_err ignored;
    int64_t next = INT64_MAX;

    if (!has_timers(worker) || next_ms(worker, is_ready, &next, &ignored) != FY_OK)
        return INT64_MAX;
    return next;
}
