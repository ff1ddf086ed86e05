#include "lib/task_run_timers.h"

#include <stdlib.h>
#include <string.h>

/*
 * The new timers of a run's rows, in the run. Entries of the index have an order of their own, and
 * all of them stand in one place among the rows: so they are sorted when the run begins, and
 * written in slices when the rows come to that place. What a row says later is compared with what
 * its entry said. In batches they cost more than their rows: the log of writes, a table, its flush,
 * and compactions that are due by the number of such small files.
 */

struct run_timers {
    const struct row_list *list;
    const struct rows_pool *pool;
    size_t count, at; /* Of `order`: what is before has been written. */
    uint32_t *order;  /* Rows of the list that have an entry here, as entries are sorted. */
    int64_t said[];   /* When the entry of each row of the list says that it is due; 0: none. */
};

void run_timers_drop(struct fy_task *task)
{
    if (task->run_timers != NULL)
        free(task->run_timers->order);
    free(task->run_timers);
    task->run_timers = NULL;
}

static int compare_entries(const void *a, const void *b, void *context)
{
    const struct run_timers *timers = context;
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    if (timers->said[x] != timers->said[y])
        return timers->said[x] < timers->said[y] ? -1 : 1;
    /* The rows are in key order. */
    return x < y ? -1 : x > y;
}

/* Does the index stand before this row's key? Absent: the end. */
static bool index_is_before(struct fy_slice key)
{
    struct fy_slice prefix = fy_slice_of(DUE_PREFIX);

    if (key.data == NULL)
        return true;
    return memcmp(prefix.data, key.data, prefix.size < key.size ? prefix.size : key.size) < 0;
}

/* An entry for each row whose timer the store does not have. */
static enum fy_status timers_make(struct fy_task *task, struct fy_err *err)
{
    const struct row_list *list = &task->rows.writing;
    struct run_timers *timers = calloc(1, sizeof(*timers) + list->count * sizeof(int64_t));

    if (timers == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the timers of a run");
    task->run_timers = timers;
    timers->list = list;
    timers->pool = &task->worker->pool;
    for (size_t i = 0; i < list->count; i++) {
        struct row *row = list->items[i].row;

        if (i + ROWS_AHEAD < list->count)
            __builtin_prefetch(list->items[i + ROWS_AHEAD].row);
        if (row == NULL || row_due_ms(row) == *row_stored_due_ms(row))
            continue;
        timers->said[i] = row_due_ms(row);
        timers->count += timers->said[i] > 0;
    }
    if (timers->count == 0)
        return FY_OK;
    timers->order = malloc(timers->count * sizeof(*timers->order));
    if (timers->order == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the timers of a run");
    timers->count = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (timers->said[i] > 0)
            timers->order[timers->count++] = (uint32_t)i;
    }
    qsort_r(timers->order, timers->count, sizeof(*timers->order), compare_entries, timers);
    return FY_OK;
}

static enum fy_status timer_write(
    struct fy_task *task, struct fy_store_run *run, struct fy_err *err)
{
    struct run_timers *timers = task->run_timers;
    uint32_t at = timers->order[timers->at++];
    const struct row *row = timers->list->items[at].row;
    struct fy_slice entry;

    if (row == NULL) /* In the run already, and changed since: the next list has it. */
        return FY_OK;
    entry = due_index_key(task->worker, timers->said[at], row_key(timers->pool, row), err);
    if (entry.data == NULL)
        return FY_FATAL;
    return fy_store_run_put(run, task->rows.space, entry, (struct fy_slice){entry.data, 0}, err);
}

enum fy_status run_timers_write(struct fy_task *task,
    struct fy_store_run *run,
    struct fy_slice before,
    size_t *count,
    struct fy_err *err)
{
    struct run_timers *timers = task->run_timers;
    enum fy_status status = FY_OK;

    if (task->worker->pool.due_ms == NULL)
        return FY_OK;
    if (timers == NULL)
        status = timers_make(task, err);
    timers = task->run_timers;
    if (status != FY_OK || !index_is_before(before))
        return status;
    while (status == FY_OK && *count > 0 && timers->at < timers->count) {
        status = timer_write(task, run, err);
        (*count)--;
    }
    return status;
}

bool run_timers_left(const struct fy_task *task)
{
    const struct run_timers *timers = task->run_timers;

    return timers != NULL && timers->at < timers->count;
}

int64_t run_timers_said(const struct fy_task *task, size_t at)
{
    return task->run_timers != NULL ? task->run_timers->said[at] : 0;
}
