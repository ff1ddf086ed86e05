/*
 * probe.h - a topology that shows every mistake of the runtime that runs it.
 *
 *   probe-facts -> relay -> probe-hops (events), probe-asks (requests) -> count -> probe-steps
 *     key: sender             key: receiver                                 |      probe-totals
 *                                                                           +- timers
 *   bench-facts -> tally -> bench-tallies                      a count per key, values never read
 *   bench-facts -> rmw   -> bench-events, bench-levels         a row read, decided on, written
 *
 * Shape:   relay keys facts anew, so that writers and seqs cross partitions; count folds what comes
 *          into one row per receiver, in which order, loss and repetition leave a mark (hash), and
 *          tells each step. When nothing has come for PROBE_QUIET_MS, it says "quiet", once. An
 *          independent fold of the input says what the outputs must be.
 * Started: by `probe-relay`, `probe-count`, `probe-tally`, `probe-rmw`: the real programs, with the
 *          keys of lib/task.h's main; `probe-topics --brokers B --partitions N` makes their topics.
 *          Built, never installed. Their topics and schemas are test/probe/schemas alone; lib is
 *          compiled a second time against them, and the store's tables know nothing of it.
 * Crash:   relay ends itself by SIGKILL at a fact of act CRASH while FY_PROBE_CRASH is 1, or at the
 *          fact whose number it is; without it adds it as any other. Three times in a row: it is
 *          parked.
 * Refused: a fact of act REFUSE, with FY_REJECT: its sender is parked.
 */
#ifndef TEST_PROBE_H
#define TEST_PROBE_H

#include "lib/task.h"

enum {
    PROBE_QUIET_MS = 3000,
    PROBE_PRIME = 1000000007,
};

extern const struct fy_processor relay_processor;
extern const struct fy_processor count_processor;
extern const struct fy_processor tally_processor;
extern const struct fy_processor rmw_processor;

/* What relay does at fact `n` of act CRASH: as above; the simulator puts its own in here. */
extern enum fy_status (*relay_crash)(int64_t n, struct fy_err *err);

static inline int64_t probe_hash(int64_t hash, int64_t n)
{
    return (hash * 31 + n) % PROBE_PRIME;
}

#endif
