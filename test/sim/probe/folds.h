/*
 * folds.h - what the probe must have come to, told again.
 *
 *   relay    each fact that no parked key holds back is one hop, in the order of its partition,
 *            with the sender's row counted; per writer and partition numbers go 1, 2, 3; a parked
 *            key's records are dead letters, all of them, in order, once
 *   count    each hop and ask is one step, in order, with the fold of its row; numbers are dense;
 *            "quiet" is said once for each pause of PROBE_QUIET_MS, not before it is over and not
 *            when something that came in time could be read
 *   rows     the newest rows of the changelog are the fold's; so is probe-totals
 */
#ifndef TEST_SIM_PROBE_FOLDS_H
#define TEST_SIM_PROBE_FOLDS_H

#include "test/probe/probe.h"
#include "test/sim/check.h"

/* Does fact n of act CRASH end every process that handles it? */
bool probe_deadly(const struct sim *sim, int64_t n);

/* Is what is at this place a fact that ends every process that handles it? */
bool check_is_deadly(struct sim *sim, const struct fy_hand_place *place);

void check_probe(struct check *check);
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
