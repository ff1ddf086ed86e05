/*
 * check.h - what a run must have come to, told by a fold of its input that shares no code with the
 * runtime.
 *
 *   rows     what each topology says of its own (probe/folds.h, accounts/topology.c)
 *   seqs     numbers of a writer are dense, and a repeat is told
 *   disks    rows of a disk with what the changelog has behind its number are the changelog's
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

/* The newest value of each key of one partition. */
enum { ROWS_MAX = 256 };

struct newest {
    struct {
        struct fy_slice key, value;
    } rows[ROWS_MAX];
    int count;
    bool full;
};

void newest_put(struct newest *newest, struct fy_slice key, struct fy_slice value);
struct fy_slice newest_get(const struct newest *newest, struct fy_slice key);

/* Also what is committed and whose marker is not written yet: its writer may know of it. */
void newest_read(
    struct newest *newest, struct log *log, enum fy_topic topic, int32_t partition, int64_t from);

struct task_position;

/* A changelog's position row and its group's offsets are one. */
void check_place(struct check *check,
    const struct fy_processor *processor,
    int32_t partition,
    const struct task_position *position);

#endif
