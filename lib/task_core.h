/*
 * task_core.h - what the files of the task runtime share. Only lib/task*.c includes this.
 *
 *   task.c           the worker: what to do next, turns
 *   task_life.c      from new to free; what others may ask
 *   task_hands.c     tasks come and go
 *   task_handle.c    what a handler calls: rows and emitting; task_ahead.c, rows before it asks
 *   task_rows.c      rows in memory, their undo; task_blocks.c, their memory; task_lists.c, order
 *   task_position.c  where a task stands: inputs, seqs read and written, its clock
 *   task_park.c      records that cannot be handled
 *   task_suspects.c  what a process ended with: a turn of its own, then parked
 *   task_release.c   what operators ask: parked keys released, gaps accepted
 *   task_restore.c   changelog -> rows
 *   task_commit.c    the end of a turn
 *   task_metrics.c   its numbers
 *   task_due.c       timers
 *   task_fold.c      rows made anew from the topics that define them
 *   task_rebuild.c   rows of other rules, made anew and put in place
 *   task_truth.c     a program's rows and their digest, for operators' commands
 *   task_trickle.c   committed rows on their way to the store; task_run_timers.c, their timers
 */
#ifndef FY_TASK_CORE_H
#define FY_TASK_CORE_H

#include "lib/metrics.h"
#include "lib/task.h"
#include "lib/task_rows.h"

#include <stdatomic.h>

enum {
    INPUTS_MAX = 8,
    WRITERS_MAX = 1024, /* Input topics x their tasks; 24 partitions of 8 topics are 192. */
    WRITER_BYTES = 48,
    TASK_NAME_BYTES = 48,

    /* One record's own: decoding takes up to 64 x 1 MB, of the record and of a row. */
    ARENA_BYTES_MAX = 256 * 1024 * 1024,
    ARENA_BYTES_KEPT = 1024 * 1024, /* What is more is given back after the record. */

    /* A task that differs from its group for longer than this is not one we can trust. */
    MISMATCH_MS_MAX = 10000,
    MISMATCH_LOOK_MS_MAX = 1000, /* Of it between two answers of the group. */
    SETTLE_MS_MAX = 10000,       /* Without an answer of the group after an abort. */
    LEASE_MS_MAX = 10000,        /* Far above the longest turn of whoever has to leave. */
    LIST_RECORDS = 150 * 1000,   /* Half a second of replaying. */
    RUN_PART = 16,      /* Of a list: below it a file of its own is not worth its making. */
    FAILURES_SAID = 10, /* In a row: whoever looks into the log sees what is waited for. */
    FAILURES_MAX = 100, /* In a row, some three minutes: then the process had better begin anew. */
    BACKOFF_MS_MIN = 50,
    BACKOFF_MS_MAX = 2000,

    /*
     * A store that has not followed its changelog for this long is restored whole: tombstones may
     * be compacted away after delete.retention.ms (24 h), and then deleted rows would come back.
     */
    STORE_AGE_MS_MAX = 12 * 60 * 60 * 1000,
};

/* The newest seq read of one writer in one input partition (the task's own). */
struct writer_mark {
    enum fy_topic topic;
    char writer[WRITER_BYTES];
    int64_t seq;
    int64_t unreadable; /* Records behind it that may be this writer's and cannot be decoded. */
};

/* All that a turn moves besides rows. Kept twice: as it is, and as it was when the turn began. */
struct marks {
    int64_t next[INPUTS_MAX]; /* Offset to read next, per input. */
    int64_t append_ms;
    int64_t parked_keys;
    int64_t releasing;    /* Of them, keys whose dead letters are being handled. */
    int32_t rows_version; /* Of the rules that made the rows; 0: to be made anew. */
    struct writer_mark *writers;
    int writer_count, writer_count_max;
    int64_t *seqs[FY_TOPIC_COUNT]; /* [destination partition]; NULL: none written yet. */
};

struct due_entry {
    int64_t due_ms;
    uint8_t *key;
    uint32_t key_size;
};

/* The nearest timers of a task, and how far it is on its way to firing them. */
struct due_window {
    struct due_entry *heap; /* By (due_ms, key): the first is at 0. */
    int count;
    bool loaded;
    struct due_entry end; /* All live entries before it are in the heap. No key: all there are. */
    int64_t low_ms;       /* The store has no entry before it. */

    bool asked;     /* The inputs' ends are known, */
    bool caught_up; /* and read to: what is due at or before the horizon fires. */
    int64_t horizon_ms;
    int64_t ends[INPUTS_MAX];
};

enum task_state {
    TASK_RESTORING, /* Rows are being brought up to the changelog's end. */
    TASK_READY,
    TASK_REBUILDING, /* Restored, and its rows are being made anew: what it reads is dropped. */
    TASK_STALE, /* Somebody else committed for it: its records are dropped until the group tells us.
                 */
};

struct folding;
struct run_timers;

struct fy_task {
    struct fy_worker *worker;
    int32_t partition;
    char name[TASK_NAME_BYTES]; /* "stock-3": the writer of its events. */
    enum task_state state;
    bool leased;   /* Its space of the store is ours to write. */
    bool assigned; /* The group source reads its inputs. */
    struct rows rows;
    struct marks marks;
    struct marks before; /* As of the last turn that was kept. */
    bool moved;          /* marks differ from what the changelog has. */
    bool wrote;          /* In this turn. */
    bool doubted;        /* Its rows are restored from the changelog's beginning. */
    bool reread;         /* Its inputs must be sought to where it stands before the next poll. */
    int64_t stale_since_ms;
    struct due_window due;
    struct folding *folding; /* A record is being folded: puts go beside, emits nowhere. */
    int64_t fold_ms;         /* Newest append time folded. */

    /* The changelog before mem_next is in memory or in the store; 0: not known. */
    int64_t mem_next;
    int64_t mem_ms;     /* Append time of the position row before it. */
    int64_t close_next; /* As it was when the list that is being written was closed; 0: none. */
    int64_t close_ms;
    bool close_said;               /* It stands in the run that is being made. */
    struct run_timers *run_timers; /* Of that run; NULL: not begun, or a program without timers. */

    /* Restoring. */
    bool replaying;
    int64_t replay_from; /* All before it is replayed. */
    int64_t replay_to;   /* End of the changelog when the group's offsets had been read. */
    int64_t replay_at;   /* Where reading of it stands. */
    bool replay_tail;    /* replay_to is behind all that was written by then, ended or not. */
    int64_t mismatch_ms; /* So long it was seen to differ from its group. */
    int64_t mismatch_looked_ms;
    bool group_told; /* group_next was not compared yet. */
    int64_t group_next[INPUTS_MAX];
    int64_t input_begins[INPUTS_MAX];
};

/* The released key whose dead letters are being handled: one at a time. */
struct release {
    struct fy_slice row_key; /* Of its parked row, ours; absent: none. */
    int32_t partition;
    struct fy_source *reader; /* Of the dead letters. */
    struct fy_batch batch;    /* What was read, */
    int next;                 /* and what of it comes next. */
    bool ended;               /* In this turn: the next key's turn comes behind it. */
};

/* Committed rows that the store does not have yet; see task_trickle.c. */
struct trickle {
    int64_t list_records; /* A list is closed behind so many. A kill replays 2.5 lists at most. */
    int64_t run_rows;     /* One of so many goes as a run. */
    bool writing;         /* A list has been closed and is not written to its end. */
    bool by_run;          /* It is written as a run, */
    struct fy_store_run *run; /* which is this one; NULL: none of it yet. */
    int64_t closed_ms;        /* When the last one was, or the first row came behind it. */
    int64_t records;          /* Of the changelog since then, */
    int64_t bytes;            /* and their bytes. */
    size_t dirtied;           /* Rows since the last slice. */
};

struct fy_worker {
    const struct fy_processor *processor;
    struct fy_worker_io io;
    struct fy_task *tasks[FY_PARTITIONS_MAX]; /* By partition; NULL: not ours. */
    int partition_counts[FY_TOPIC_COUNT];     /* 0: not asked yet. */
    int input_of[FY_TOPIC_COUNT];             /* Index of an input topic, or -1. */
    bool may_write[FY_TOPIC_COUNT];

    struct fy_arena arena;
    struct fy_ahead *ahead; /* NULL: the processor does not say what it will ask for. */
    struct rows_pool pool;
    struct trickle trickle;
    struct fy_store_batch *batch;
    void *row_buffer; /* One zeroed row of the changelog's schema. */
    struct release release;
    struct rebuilding *rebuilding; /* NULL: nothing has begun. */
    int rebuilding_tasks;

    struct fy_group *group; /* As of the poll whose records are handled. */
    bool begun;             /* A transaction is open. */
    bool source_lost;       /* The group source said FY_FATAL: a new one joins as if we had died. */
    struct fy_err source_err; /* Why it was. */
    bool sink_lost;           /* The sink said FY_FATAL: a new one must settle what it left. */
    bool joined;
    enum fy_change_kind answer; /* The change of hands that waits for its answer: no poll before. */
    struct fy_place answer_places[INPUTS_MAX * FY_PARTITIONS_MAX]; /* To unassign. */
    int answer_count;
    bool restoring;                   /* Some task is. */
    bool differed[FY_PARTITIONS_MAX]; /* From its group for so long that we joined anew. */
    int64_t lease_since_ms;           /* Nothing but leases of others is waited for; 0: not now. */
    bool settling;                    /* After an abort: compare with the group, then read again. */
    int64_t settle_since_ms;
    bool batch_was_full;
    bool was_busy;           /* Since memory was last given back. */
    bool writes_allowed;     /* A handler is running. */
    int record_writes;       /* Of the handler's call. */
    const void *decoded;     /* The record in hand, in the arena; NULL: not decoded yet. */
    uint64_t suspects_tried; /* In this turn: a bit for each suspect of io.in_hand. */
    int64_t quiet_records;   /* Read since the last commit by turns that wrote nothing. */
    int64_t began_ms;        /* When the last turn that committed began, */
    int64_t committed_ms;    /* and when it had. */
    int64_t lag_asked_ms;
    int64_t due_now_ms; /* When timers were last looked at. */
    uint8_t *due_key;   /* Scratch: a key of the index. */
    size_t due_key_bytes;
    bool due_dropped; /* The batch holds deletes of entries that no row stands behind. */
    int failures;     /* In a row. */

    struct fy_place places[INPUTS_MAX * FY_PARTITIONS_MAX]; /* Scratch. */

    /* What the process' gauges have of ours: workers add up. */
    struct {
        int64_t partitions, restore_left, lag, parked_keys;
        int64_t dirty_bytes, rows_bytes, lag_ms, timers_near;
    } shown;
    int64_t restore_said_ms;                /* When its progress was told last; 0: it was not. */
    int64_t restore_records, restore_bytes; /* Replayed since then. */
    int64_t given_us; /* When partitions were given to us that are not ready yet; 0: none. */

    /* Read by other threads. */
    atomic_bool joined_now;
    atomic_bool ready;
    atomic_int task_count;
    atomic_llong restore_left;
    atomic_llong rebuild_left;
    atomic_llong beat_ms;
};

/* --- task.c ---------------------------------------------------------------------------------- */

void worker_beat(struct fy_worker *worker);
const char *worker_name(const struct fy_worker *worker);

/* Our share of a gauge that all workers of the process add to. */
void worker_gauge(struct fy_metric *gauge, int64_t *shown, int64_t value);

int64_t worker_now_ms(struct fy_worker *worker);

/* Rows that are not needed go when there are too many. */
void worker_evict(struct fy_worker *worker);

/* Wait a little longer after each failure in a row. */
void worker_back_off(struct fy_worker *worker);

/* A record or a timer is handled: what only it needed may go. */
void worker_record_done(struct fy_worker *worker);

/* Partitions of a topic, asked once. */
enum fy_status worker_partitions(
    struct fy_worker *worker, enum fy_topic topic, int *ret_count, struct fy_err *err);

/* Places of every input of the tasks that `wanted` says; returns how many. */
int worker_places(
    struct fy_worker *worker, bool (*wanted)(const struct fy_task *task), struct fy_place *places);

/* What the sink answered, with FY_FATAL turned into the loss of this turn and of that sink. */
enum fy_status worker_sink_status(struct fy_worker *worker, enum fy_status status);

/* The same for the group source, where a new one can be made. */
enum fy_status worker_source_status(
    struct fy_worker *worker, enum fy_status status, const struct fy_err *err);

/* Give a record to the handler. FY_REJECT: it has written nothing. */
enum fy_status task_call_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err);

/* --- task_hands.c ---------------------------------------------------------------------------- */

/* Partitions were given to us, or are to be given back: make or drop their tasks. Told once. */
enum fy_status tasks_begin(
    struct fy_worker *worker, const struct fy_batch *batch, struct fy_err *err);
enum fy_status tasks_end(
    struct fy_worker *worker, const struct fy_batch *batch, struct fy_err *err);
/*
 * A record of partition 3 must find the rows of partition 3, whichever input it comes from:
 * FY_FATAL where inputs and changelog differ in count. Asks the log once; while it is away,
 * FY_ABORT.
 */
enum fy_status tasks_fit(struct fy_worker *worker, struct fy_err *err);
void tasks_drop(struct fy_worker *worker); /* All of them, as if we had died. */
enum fy_status task_new(
    struct fy_worker *worker, int32_t partition, struct fy_task **ret_task, struct fy_err *err);
void task_free(struct fy_worker *worker, struct fy_task *task);

/* Tell the source what became of the change it told us of. Again, until it has heard. */
enum fy_status answer_change(struct fy_worker *worker, struct fy_err *err);

/* Take the leases of tasks that are to be restored, as far as they are free. */
void tasks_lease(struct fy_worker *worker);

/* Say to other threads how we are. */
void tasks_publish(struct fy_worker *worker);

/* --- task_handle.c --------------------------------------------------------------------------- */

/* Put a row under any key, the runtime's own too. Absent value: delete. */
enum fy_status task_put_any(
    struct fy_task *task, struct fy_slice key, struct fy_slice value, struct fy_err *err);
enum fy_status task_get_any(
    struct fy_task *task, struct fy_slice key, struct fy_slice *ret_value, struct fy_err *err);

/* Send bytes within the turn's transaction, which the first of them begins. */
enum fy_status task_send(struct fy_task *task,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err);

/* --- task_position.c ------------------------------------------------------------------------- */

void marks_done(struct marks *marks);
enum fy_status marks_copy(
    struct fy_worker *worker, struct marks *to, const struct marks *from, struct fy_err *err);
enum fy_status marks_seq(
    struct fy_task *task, enum fy_topic topic, int64_t **ret_seqs, struct fy_err *err);

/*
 * Count an event or request by its writer's number. *ret_repeat: read before, drop it. A gap is
 * FY_FATAL: what is missing was promised to us.
 */
enum fy_status marks_count(
    struct fy_task *task, const struct fy_record *record, bool *ret_repeat, struct fy_err *err);

/* The position row. load: the row's bytes -> marks; an absent row is a task that never committed.
 */
enum fy_status position_save(struct fy_task *task, struct fy_err *err);
enum fy_status position_load(
    struct fy_task *task, struct fy_slice bytes, bool *ret_found, struct fy_err *err);

/* Of the rules that this program makes rows by. */
int32_t rows_version(const struct fy_processor *processor);

/* Rows of the runtime's own, through the changelog's schema. */
struct row_head {
    const struct task_position *position;
    const struct parked_key *parked;
};
enum fy_status row_head_encode(struct fy_worker *worker,
    const struct row_head *head,
    struct fy_slice *ret_bytes,
    struct fy_err *err);
enum fy_status row_head_decode(
    struct fy_worker *worker, struct fy_slice bytes, struct row_head *ret_head, struct fy_err *err);

/* --- task_park.c ----------------------------------------------------------------------------- */

struct parked_key;

/* "@parked/<topic>/<key>", of a long key how it begins. split: of a row's key; false: none. */
enum fy_status park_row_key(struct fy_task *task,
    enum fy_topic of_topic,
    struct fy_slice of_key,
    struct fy_slice *ret_key,
    struct fy_err *err);
bool park_row_split(struct fy_slice row_key, enum fy_topic *ret_topic, struct fy_slice *ret_key);

enum fy_status park_decode(struct fy_worker *worker,
    struct fy_slice bytes,
    struct parked_key *ret_parked,
    struct fy_err *err);
enum fy_status park_get(struct fy_task *task,
    struct fy_slice row_key,
    bool *ret_found,
    struct parked_key *ret_parked,
    struct fy_err *err);
enum fy_status park_put(struct fy_task *task,
    struct fy_slice row_key,
    const struct parked_key *parked,
    struct fy_err *err);

enum fy_status park_is_parked(
    struct fy_task *task, const struct fy_record *record, bool *ret_parked, struct fy_err *err);
enum fy_status park_record(
    struct fy_task *task, const struct fy_record *record, const char *reason, struct fy_err *err);

/* Say in the dead letters that one of them will never be handled. */
enum fy_status park_leave_out(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err);

/* Where the task's dead letters are. */
enum fy_status park_letters_place(
    struct fy_task *task, struct fy_place *ret_place, struct fy_err *err);

/* Is the record one that the task has handled, or does it wait among the dead letters? */
enum fy_status park_left_out(
    struct fy_task *task, const struct fy_record *record, bool *ret_include, struct fy_err *err);

/* Parked keys among the rows of the store: counted once, when a task begins. */
enum fy_status park_count(struct fy_task *task, struct fy_err *err);

/* --- task_suspects.c -------------------------------------------------------------------------- */

/*
 * Around a handler's call: it may write, and what it has in hand is noted. FY_REJECT: too many
 * processes in a row have ended with it. `key` is of a timer; of a record it is absent.
 */
enum fy_status handler_begin(struct fy_worker *worker,
    enum fy_topic topic,
    int32_t partition,
    int64_t offset,
    struct fy_slice key,
    struct fy_err *err);
void handler_end(struct fy_worker *worker);

/* What of a batch this turn handles, [*ret_from, *ret_to): a suspect alone, or what is before it.
 */
void suspect_range(
    struct fy_worker *worker, const struct fy_batch *batch, int *ret_from, int *ret_to);

/* How the turn ended: what was tried in it is no suspect any more, or still is. */
void suspect_kept(struct fy_worker *worker);
void suspect_undo(struct fy_worker *worker);

/* --- task_release.c -------------------------------------------------------------------------- */

/* A record of the topic `operations`, which the runtime handles itself. */
enum fy_status operation_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err);

/*
 * look: between a poll and its turn, are there dead letters of a released key to handle? handle:
 * within the turn. drop: what was read of them; the row says where to go on.
 */
enum fy_status release_look(struct fy_worker *worker, bool *ret_any, struct fy_err *err);
enum fy_status release_handle(struct fy_worker *worker, struct fy_err *err);
void release_drop(struct fy_worker *worker);
bool release_waits(const struct fy_worker *worker); /* For letters that are still to be read. */

/* Has an operator accepted that the writer's numbers between these two are missing? */
enum fy_status gap_look(struct fy_task *task,
    const struct fy_record *record,
    const struct writer_mark *mark,
    int64_t next_seq,
    bool *ret_accepted,
    struct fy_err *err);

/* --- task_rebuild.c -------------------------------------------------------------------------- */

/* The rows of a restored task are of other rules than this program's. */
bool rebuild_wanted(const struct fy_task *task);
void rebuild_count(struct fy_worker *worker);
bool rebuild_waits(const struct fy_worker *worker);

/*
 * look: between turns, a slice of folding; *ret_any: rows are ready to be put. put: within a turn.
 * kept, undo: how the turn ended. drop: begin again, for the tasks may have changed.
 */
enum fy_status rebuild_look(struct fy_worker *worker, bool *ret_any, struct fy_err *err);
enum fy_status rebuild_put(struct fy_worker *worker, struct fy_err *err);
enum fy_status rebuild_kept(struct fy_worker *worker, struct fy_err *err);
void rebuild_undo(struct fy_worker *worker);
void rebuild_drop(struct fy_worker *worker);

/* --- task_restore.c -------------------------------------------------------------------------- */

/* One slice of restoring every task that needs it. FY_ABORT: ask again later. */
enum fy_status restore_step(struct fy_worker *worker, struct fy_err *err);

/* Restore a task whole, whatever memory and store have of it. */
void restore_doubted(struct fy_task *task);

/* Stop what restoring had begun of a task that is dropped. */
enum fy_status restore_drop(struct fy_task *task, struct fy_err *err);

/* A record of a changelog, into the batch: the row, or its end, and its timer. */
enum fy_status restore_row_put(
    struct fy_worker *worker, uint32_t space, const struct fy_record *record, struct fy_err *err);

/* The number "replay from here", into the batch. */
void restore_number_put(struct fy_task *task, int64_t next, int64_t append_ms);
void restore_number_write(
    struct fy_worker *worker, uint32_t space, int64_t next, int64_t append_ms);

/* The same, into a run, which has its rows in order: does it stand before `key` (absent: the end)?
 */
bool restore_number_is_before(struct fy_slice key);
enum fy_status restore_number_run(struct fy_task *task,
    struct fy_store_run *run,
    int64_t next,
    int64_t append_ms,
    struct fy_err *err);

/*
 * Where a replay to `end` begins: at the store's number, or at `begin` when the store is no help,
 * which is wiped then. *ret_young_ms: since when something may have been deleted unseen.
 */
enum fy_status restore_choose(struct fy_worker *worker,
    uint32_t space,
    int64_t begin,
    int64_t end,
    int64_t *ret_from,
    int64_t *ret_young_ms,
    struct fy_err *err);

/* The last row of a turn. */
bool restore_is_position(const struct fy_record *record);

/* The same of a store that need not be ours: all before *ret_next is in its space. */
enum fy_status restore_number_find(struct fy_worker *worker,
    struct fy_store *store,
    uint32_t space,
    bool *ret_found,
    int64_t *ret_next,
    struct fy_err *err);
/* --- task_trickle.c -------------------------------------------------------------------------- */

/* Begin anew the run that is being written: rows of a task that goes must not come into the store.
 */
void trickle_drop(struct fy_worker *worker);

/* So many rows were committed, or replayed. */
void trickle_note(struct fy_worker *worker, size_t records, size_t bytes);

/* Between turns: a slice of what is dirty, into the store. */
enum fy_status trickle_turn(struct fy_worker *worker, struct fy_err *err);
enum fy_status trickle_idle(struct fy_worker *worker, struct fy_err *err);
enum fy_status trickle_replay(struct fy_worker *worker, struct fy_err *err);

/* All of a task that is given back, and its number. */
enum fy_status trickle_flush(struct fy_task *task, struct fy_err *err);

/* The task's rows in memory were dropped, written or not. */
void trickle_forget(struct fy_task *task);

/* --- task_commit.c --------------------------------------------------------------------------- */

/* Changelog, positions, commit, store: everything behind the last handler of a turn. */
enum fy_status turn_commit(struct fy_worker *worker, struct fy_err *err);

/* Rows and marks as they were; the transaction aborted; then the group is asked where we stand. */
enum fy_status turn_undo(struct fy_worker *worker, struct fy_err *err);
enum fy_status turn_settle(struct fy_worker *worker, struct fy_err *err);

/* --- task_due.c ------------------------------------------------------------------------------ */

/* What a row's value says; 0: it has no timer, or the program has none. */
int64_t due_of(const struct fy_worker *worker, struct fy_slice key, struct fy_slice value);

/* A row now has this due time, > 0, which it had not before. */
enum fy_status due_put(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err);

/* The index follows its row into the store's batch; 0: none. */
enum fy_status due_index(struct fy_worker *worker,
    uint32_t space,
    struct fy_slice key,
    int64_t was_ms,
    int64_t due_ms,
    struct fy_err *err);

/* The key of an entry, in the worker's scratch. Absent: no memory, and err says so. */
#define DUE_PREFIX "@due/"
struct fy_slice due_index_key(
    struct fy_worker *worker, int64_t due_ms, struct fy_slice key, struct fy_err *err);

int64_t due_near(const struct fy_worker *worker); /* Timers in memory. */
void due_undo(struct fy_task *task);              /* Rows were put back. */
void due_reset(struct fy_task *task);             /* Rows are restored. */
void due_done(struct fy_task *task);

/* Before a poll: ask for the ends where something is due; how long the poll may wait. */
enum fy_status due_ask(struct fy_worker *worker, int wait_ms, int *ret_wait_ms, struct fy_err *err);

/* Behind a poll: has a task read to the ends it was told? */
enum fy_status due_look(struct fy_worker *worker, bool *ret_any, struct fy_err *err);

/* Behind the records of a turn: fire, in (due_ms, key) order, what may. */
enum fy_status due_fire(struct fy_worker *worker, struct fy_err *err);

/* --- Metrics --------------------------------------------------------------------------------- */

extern struct fy_metric task_turns, task_records, task_dropped, task_commit_seconds, task_aborts,
    task_sinks_lost, task_parked_records, task_repeats, task_released_records, task_parked_keys,
    task_restored_records, task_restore_left, task_partitions_owned, task_lag, task_fired,
    task_crashed, task_fired_late, task_rebalances, task_ready_seconds, task_dirty_bytes,
    task_standby_partitions, task_standby_records, task_rows_bytes, task_rows_bytes_max,
    task_lag_ms, task_timers_near, task_turn_seconds;

#endif
