/*
 * Made by fy-generate from schemas/task_position.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_TASK_POSITION_H
#define FY_GENERATED_TASK_POSITION_H

#include "schemas/codec/codec.h"
#include "schemas/generated/position.h"

/* Newest seq read of one writer in one input partition. */
struct writer_seen {
    /* Topic. */
    struct fy_slice topic;
    /* Partition. */
    int32_t partition;
    /* The writing task. */
    struct fy_slice writer;
    /* Its newest number read. */
    int64_t seq;
    /*
     * Records read behind it that nobody can decode. Each may be the writer's: so many missing
     * numbers are no gap.
     */
    int64_t unreadable;
};

/* Newest seq written to one destination partition. */
struct seq_written {
    /* Topic. */
    struct fy_slice topic;
    /* Partition. */
    int32_t partition;
    /* The newest number written. */
    int64_t seq;
};

struct task_position_inputs {
    const struct position *items;
    size_t count;
};

struct task_position_writers {
    const struct writer_seen *items;
    size_t count;
};

struct task_position_seqs {
    const struct seq_written *items;
    size_t count;
};

/* Where a task stands: written into its changelog by every turn, in the turn's own transaction. */
struct task_position {
    /* Next offset to read, one per input topic and partition. */
    struct task_position_inputs inputs;
    /* Newest seq read of each writer. */
    struct task_position_writers writers;
    /* Newest seq written to each destination partition. */
    struct task_position_seqs seqs;
    /* Newest append time read: the task's clock. */
    int64_t append_ms;
    /* The version of the rules that made the rows; 0 when they are to be made anew. */
    int32_t rows_version;
};

#endif
