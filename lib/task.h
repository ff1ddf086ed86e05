/*
 * task.h - one partition of one processor: its rows, its inputs, its turns.
 *
 * A worker is one thread: one group source, one sink, and a task per partition it owns. It polls,
 * hands each record to the processor, and commits outputs, changelog and input positions in one
 * transaction. All of it runs on the narrow interfaces of source.h, sink.h and store.h, so the same
 * code runs on Kafka and on the tests' in-memory log.
 *
 * Invariants:
 *   1. A turn is all that happens between two commits. A turn that fails leaves no trace.
 *   2. The changelog is the truth; the store is a cache of it that may lag, never lead.
 *   3. Every commit sends the positions of every task it wrote for, moved or not: that is what
 *      fences a worker that was stopped while somebody else took over.
 *   4. Rows, positions, seqs and parked keys of a task change in the same transaction or not at
 * all. Errors:  FY_REJECT parks the record's key, and only before the record's first write;
 *          FY_ABORT undoes the turn; FY_FATAL ends the process.
 * Memory:  what get and the arena give lives until handle returns; put and emit copy.
 * Threads: one worker owns its tasks; no call here may be shared.
 * Source:  Kafka Streams' StreamTask, KIP-447; docs/decisions.
 */
#ifndef FY_TASK_H
#define FY_TASK_H

#include "lib/sink.h"
#include "lib/source.h"
#include "lib/store.h"

struct fy_task;

/* What a program is. Static storage. */
struct fy_processor {
    const char *name; /* Also group id, and prefix of transactional ids and metrics. */
    const enum fy_topic *inputs;
    int input_count;
    enum fy_topic changelog;
    enum fy_topic dead_letters;
    int commit_interval_ms; /* Not sooner than this after the last commit, save when idle before. */

    /* Rows the runtime itself keeps in the changelog: "position" and "parked" of the row schema. */
    enum fy_status (*handle)(
        struct fy_task *task, const struct fy_record *record, struct fy_err *err);
};

/* --- For handlers --------------------------------------------------------------------------- */

/* Rows. A key never begins with '@': those rows are the runtime's. Absent when there is none. */
enum fy_status fy_task_get(struct fy_task *task,
    struct fy_slice key,
    struct fy_slice *ret_value,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status fy_task_put(struct fy_task *task,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status fy_task_delete(
    struct fy_task *task, struct fy_slice key, struct fy_err *err) FY_MUST_CHECK;

/*
 * Encode `value`, a struct of the topic's schema, and send it under `key`. In event and request
 * topics the value begins with its struct envelope, whose writer and seq are filled in here. NULL
 * is a tombstone, for state topics only.
 */
enum fy_status fy_task_emit(struct fy_task *task,
    enum fy_topic topic,
    struct fy_slice key,
    void *value,
    struct fy_err *err) FY_MUST_CHECK;

/* Emptied after every record, so that a turn of 10,000 needs no more memory than one of them. */
struct fy_arena *fy_task_arena(struct fy_task *task);

/* Newest append time the task has read, ms UTC: its only clock. */
int64_t fy_task_now_ms(const struct fy_task *task);

/* --- For main and for the test driver ------------------------------------------------------- */

struct fy_clock {
    int64_t (*now_ms)(struct fy_clock *clock);
    void (*wait_ms)(struct fy_clock *clock, int ms);
};

/* What a worker reads and writes through. Takes `source` and `sink`; borrows the rest. */
struct fy_worker_io {
    struct fy_source *source;  /* A group source. */
    struct fy_source *restore; /* A plain source: reads the changelog. Taken. */
    struct fy_sink *sink;
    enum fy_status (*sink_new)(void *context, struct fy_sink **ret_sink, struct fy_err *err);
    void *sink_context; /* For sink_new, after the old one was fenced or in doubt. */
    struct fy_store *store;
    struct fy_clock *clock;
};

struct fy_worker;

enum fy_status fy_worker_new(const struct fy_processor *processor,
    const struct fy_worker_io *io,
    struct fy_worker **ret_worker,
    struct fy_err *err) FY_MUST_CHECK;
void fy_worker_free(struct fy_worker *worker);

/* One turn: poll (up to wait_ms), handle, commit. Does nothing, at no cost, when nothing is there.
 */
enum fy_status fy_worker_run_once(
    struct fy_worker *worker, int wait_ms, struct fy_err *err) FY_MUST_CHECK;

/* Commit what is open and give the partitions back. */
enum fy_status fy_worker_stop(struct fy_worker *worker, struct fy_err *err) FY_MUST_CHECK;

/* Everything a task program's main does: config, store, worker thread, health and metrics. */
int fy_task_main(const struct fy_processor *processor, int argc, char **argv);

#endif
