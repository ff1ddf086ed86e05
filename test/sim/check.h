/*
 * check.h - what a run must have come to, told by a fold of its input that shares no code with the
 * runtime.
 *
 *   relay    each fact that no parked key holds back is one hop, in the order of its partition,
 * with the sender's row counted; per writer and partition numbers go 1, 2, 3; a parked key's
 *            records are dead letters, all of them, in order, once
 *   count    each hop and ask is one step, in order, with the fold of its row; numbers are dense;
 *            "quiet" is said once for each pause of PROBE_QUIET_MS, not before it is over and not
 * when something that came in time could be read rows     the newest rows of the changelog are the
 * fold's; so is probe-totals place    a changelog's position row and its group's offsets are one
 *   disks    rows of a disk with what the changelog has behind its number are the changelog's rows
 */
#ifndef TEST_SIM_CHECK_H
#define TEST_SIM_CHECK_H

#include "test/sim/sim.h"

struct check {
    struct sim *sim;
    struct fy_arena arena;
    int repeats; /* Records read twice: at most as many as were written twice. */
};

/* A number of a writer: dense, and a repeat is told. */
struct seqs {
    struct {
        char writer[64];
        enum fy_topic topic;
        int32_t partition;
        int64_t seq;
    } items[256];
    int count;
};

struct envelope;
bool check_seq(struct check *check,
    struct seqs *seqs,
    const struct fy_record *record,
    const struct envelope *envelope,
    bool *ret_repeat);

void check_decode(struct check *check, const struct fy_record *record, void *ret_value);

/* Is what is at this place a fact that ends every process that handles it? */
bool check_is_deadly(struct sim *sim, const struct fy_hand_place *place);

void check_relay(struct check *check);
void check_count(struct check *check);
void check_rows(struct check *check);

/* The fold's rows, for check_rows. Absent keys have no row. */
struct sender_fold {
    struct fy_slice key;
    int64_t sent; /* 0: no row. */
    bool parked;
};

struct receiver_fold {
    struct fy_slice key;
    int64_t count, sum, hash, quiets, due_ms, n;
    int64_t quiet_due_ms; /* Of a quiet step that was the row's last; 0: none. */
    bool there;
};

struct folds {
    struct sender_fold senders[SENDERS];
    struct receiver_fold receivers[RECEIVERS];
    int sender_count, receiver_count;
};

extern struct folds check_folds;
struct sender_fold *fold_sender(struct fy_slice key);
struct receiver_fold *fold_receiver(struct fy_slice key);

#endif
