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
 *   2. The changelog is the truth. The store holds committed rows only, and its number "replay from
 *      here" never passes a row that it does not have: rows may be newer than the number.
 *   3. Every commit sends the positions of every task it wrote for, moved or not: that is what
 *      fences a worker that was stopped while somebody else took over.
 *   4. Rows, positions, seqs and parked keys of a task change in the same transaction or not at
 *      all.
 *   5. A timer fires when all is read that was in the inputs at its time, and never before; firing
 *      writes as a record does, is undone with its turn, and is fenced as a turn of records is.
 *
 * Errors:  FY_REJECT parks the record's key, and only before the record's first write;
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
#include "lib/task_in_hand.h"
#include "lib/task_spaces.h"

struct fy_conf_item;
struct fy_ahead;
struct fy_task;

/*
 * What rows follow from, without the changelog: a decider's own events, a projection's inputs. fold
 * gets their records in order and puts rows as handle does; what it emits goes nowhere. It refuses
 * (FY_REJECT) what handle refuses, and no event of its own. A program with timers names own events
 * that tell of each firing: a rebuild of rows that follow from inputs alone is refused then.
 */
struct fy_rebuild {
    int version; /* Of the rules. Raise it when the same records give other rows; 0 means 1. */
    const enum fy_topic *topics;
    int topic_count;
    enum fy_status (*fold)(
        struct fy_task *task, const struct fy_record *record, struct fy_err *err);
};

/* What a program is. Static storage. */
struct fy_processor {
    const char *name; /* Also group id, and prefix of transactional ids and metrics. */
    const enum fy_topic *inputs;
    int input_count;
    enum fy_topic changelog;
    enum fy_topic dead_letters;
    int commit_interval_ms; /* From turn to turn while records keep coming; at once when idle
                               before. */
    int patience_ms;        /* How long a broker may let more records gather before it answers: for
                               who is not waited for. 0: not at all. */

    /* Rows the runtime itself keeps in the changelog: "position" and "parked" of the row schema. */
    enum fy_status (*handle)(
        struct fy_task *task, const struct fy_record *record, struct fy_err *err);

    /*
     * Which rows will handling this record get? It is decoded already. They come into memory with
     * those of many others, which costs half; what is not named comes when it is asked for. NULL:
     * not said.
     */
    void (*ahead)(struct fy_ahead *ahead, const struct fy_record *record, const void *value);

    /*
     * Timers. A row has at most one: when it is due, ms UTC, as its value says; 0: never. Pure, and
     * accepts whatever was ever written. NULL: a program without timers.
     */
    int64_t (*due_ms)(struct fy_slice row);

    /* The row under `key` is due. See below. NULL where due_ms is. */
    enum fy_status (*fire)(
        struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err);
    const struct fy_rebuild *rebuild; /* NULL: its rows cannot be made again from topics. */

    /* Settings of its own, read by fy_task_main before the first record; at most 16. */
    const struct fy_conf_item *settings;
    int setting_count;
    void (*settle)(void); /* They are read. NULL: nothing is to be done. */
};

/* For `ahead`: a row under prefix + name, and "/" + second where there is one. */
void fy_ahead_row(
    struct fy_ahead *ahead, const char *prefix, struct fy_slice name, struct fy_slice second);

/*
 * How timers fire. At wall clock due_ms + 500 ms the task asks once for the ends of its inputs,
 * reads to them, and then fires all that was due by then, in (due_ms, key) order, behind the
 * records of the turn. So neither an outage nor a replay expires what was written in time, and a
 * partition where nothing happens fires all the same. Records that come behind those ends may be
 * handled before a timer that is due already: a rule compares fy_task_now_ms with the row.
 *   - While firing, fy_task_now_ms is the row's due time, or the newest append time read where that
 *     is later; it stays there, so a task's time never goes back.
 *   - fire must delete the row, or put it with a later due time or none: else it is FY_FATAL.
 *   - FY_REJECT, before the first write, parks the timer under the changelog's name: the row goes
 * to the dead letters (offset -1), and its timer does not fire until it is released. Records of the
 * key are handled as ever.
 *   - Input records of a transaction that is still open at the ends count as later.
 */

/*
 * What the runtime does to a record before and after `handle`:
 *   - one of the topic `operations`, where that is an input, it handles itself: an operator
 * releases a parked key, and its dead letters go to `handle` in their order, as they were;
 *   - one that the task has read already (below its own position) is dropped;
 *   - one of an event or request topic is counted by its envelope's writer and seq: a repeat is
 *     dropped, a gap is FY_FATAL and names topic, partition, writer and both numbers;
 *   - one of a parked key goes to the dead letters;
 *   - a tombstone is handed over with an absent value, a keyless record with an absent key;
 *   - one that the process ended with in hand gets a turn of its own, and is refused unseen when
 * three in a row have ("crashed"; task_in_hand.h); timers and released letters are refused alike;
 *   - FY_REJECT from handle parks the key. After the record's first write it is FY_FATAL, for what
 * was emitted cannot be taken back alone. All inputs of a processor have the same number of
 * partitions, as its changelog has.
 */

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
 * The value of the record in hand, by its topic's schema; events and requests are decoded already,
 * for their numbers. It stays in the arena, shared. FY_REJECT: its bytes are none.
 */
enum fy_status fy_task_read(struct fy_task *task,
    const struct fy_record *record,
    const void **ret_value,
    struct fy_err *err) FY_MUST_CHECK;

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

/*
 * Offset of the newest record of an input that is dealt with, of the task's partition: handled, or
 * parked; -1: none was read. Of the topic of the record in hand: of the one before it.
 */
int64_t fy_task_newest_read(const struct fy_task *task, enum fy_topic input);

/* --- For main and for the test driver ------------------------------------------------------- */

struct fy_clock {
    int64_t (*now_ms)(struct fy_clock *clock);
    void (*wait_ms)(struct fy_clock *clock, int ms);
};

/*
 * What a worker reads and writes through. Takes source, restore and sink once fy_worker_new has
 * returned FY_OK; borrows the rest. sink may be NULL: then the worker makes it.
 */
struct fy_worker_io {
    struct fy_source *source;  /* A group source. */
    struct fy_source *restore; /* A plain source: reads the changelog. */
    struct fy_sink *sink;
    enum fy_status (*sink_new)(void *context, struct fy_sink **ret_sink, struct fy_err *err);
    void *sink_context; /* For sink_new, after the old one was fenced or in doubt. */
    enum fy_status (*source_new)(void *context, struct fy_source **ret_source, struct fy_err *err);
    void *source_context; /* For source_new, after the group refused us. NULL: that is fatal. */
    enum fy_status (*reader_new)(void *context, struct fy_source **ret_source, struct fy_err *err);
    void *reader_context; /* For reader_new: a plain source, for what is seldom read, freed soon. */
    struct fy_store *store;
    struct fy_spaces *spaces;   /* Of all that write this store; NULL: nobody else does. */
    struct fy_in_hand *in_hand; /* Of the process, and which place in it is ours; NULL: none. */
    int in_hand_worker;
    struct fy_clock *clock;
    const char *member;    /* "stock-1-0", for logs; NULL: the program's name. */
    size_t rows_bytes_max; /* Rows in memory; 0: 24 MB. */
    int64_t list_records;  /* Changelog records between two numbers of the store; 0: 150,000. */
    int64_t run_rows;      /* Rows that are worth a file of their own; 0: a sixteenth of those. */
};

struct fy_worker;

enum fy_status fy_worker_new(const struct fy_processor *processor,
    const struct fy_worker_io *io,
    struct fy_worker **ret_worker,
    struct fy_err *err) FY_MUST_CHECK;
void fy_worker_free(struct fy_worker *worker);

/*
 * One turn: poll (up to wait_ms), handle, commit. Does nothing, at no cost, when nothing is there.
 * FY_OK, also when a turn was undone and will be run again; FY_FATAL when the process must end.
 */
enum fy_status fy_worker_run_once(
    struct fy_worker *worker, int wait_ms, struct fy_err *err) FY_MUST_CHECK;

/*
 * Give the partitions back and leave the group. Every turn was committed when run_once returned, so
 * there is nothing else to do; only fy_worker_free may follow.
 */
void fy_worker_stop(struct fy_worker *worker);

/* For health and the watchdog. */
struct fy_worker_status {
    bool joined;          /* The group knows us. */
    bool ready;           /* That, and every task that is ours is restored. */
    int tasks;            /* Partitions that are ours. */
    int64_t restore_left; /* Changelog records still to replay, about. */
    int64_t rebuild_left; /* Offsets still to read, to make rows anew. */
    int64_t beat_ms;      /* When the worker last came by, by its own clock. */
};

/* From any thread. */
void fy_worker_status(struct fy_worker *worker, struct fy_worker_status *ret_status);

/* Earliest timer of the tasks that are restored; INT64_MAX: none. The worker's thread. */
int64_t fy_worker_next_due_ms(struct fy_worker *worker);

/* A row as its task has it, for tests. The partition is ours, the thread the worker's. */
enum fy_status fy_worker_row(struct fy_worker *worker,
    int32_t partition,
    struct fy_slice key,
    struct fy_arena *arena,
    struct fy_slice *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

/* Next offset a task reads of an input; -1 when the partition is not ours or not restored. */
int64_t fy_worker_position(const struct fy_worker *worker, enum fy_topic topic, int32_t partition);

/* The numbers of this file's makers, for fy_metrics_text. Once per process. */
void fy_task_metrics_register(void);

/* Everything a task program's main does: config, store, worker thread, health and metrics. */
int fy_task_main(const struct fy_processor *processor, int argc, char **argv);

#endif
