/*
 * task_truth.h - the rows of a program as its topics have them, and their digest.
 *
 * What `digest` and `rebuild` of a program stand on (lib/task_tool.c); tests run it on the log in
 * memory.
 *
 * Shape:   a digest is the sum of a hash per row, over its key and its value decoded and encoded
 *          anew: the order of rows and the version they were written in leave no mark. Rows of the
 *          runtime's own (keys with '@': positions, parked keys) are not in it: they say where the
 *          task stands, and the digest is of what it knows there.
 *          Spaces of the scratch store: partition p as the changelog has it in p, as it is made
 *          anew in FOLD_SPACE + p, as a program's disk has it in DISK_SPACE + p.
 * Errors:  FY_ABORT after half a minute of asking brokers in vain; FY_FATAL.
 * Threads: one owner.
 */
#ifndef FY_TASK_TRUTH_H
#define FY_TASK_TRUTH_H

#include "lib/rows_digest.h"
#include "lib/task_fold.h"

enum { DISK_SPACE = 0x20000000 };

struct truth {
    struct fy_worker *worker; /* Without group and sink; a task per partition, where it stands. */
    int partitions;
    int64_t records;                      /* Of the changelog. */
    int64_t disk_from[FY_PARTITIONS_MAX]; /* Where a disk's rows end; -1: it has none. */
    void (*progress)(void *context, int64_t left, int64_t total); /* May be NULL. */
    void *context;
};

/* Takes `source`, a plain one, when it returns FY_OK; borrows store and clock. */
enum fy_status truth_init(struct truth *truth,
    const struct fy_processor *processor,
    struct fy_source *source,
    struct fy_store *store,
    struct fy_clock *clock,
    struct fy_err *err) FY_MUST_CHECK;
void truth_done(struct truth *truth);

/*
 * Before truth_read: copy what a program's disk has, which then replays the changelog's tail as a
 * restart would. What comes of it must be what the changelog alone gives.
 */
enum fy_status truth_take_disk(
    struct truth *truth, struct fy_store *disk, struct fy_err *err) FY_MUST_CHECK;

/* The changelog, to its end of now, which is where a turn ended. */
enum fy_status truth_read(struct truth *truth, struct fy_err *err) FY_MUST_CHECK;

/* Make the rows anew, up to where truth_read has found each task to stand. */
enum fy_status truth_rebuild(
    struct truth *truth, int64_t *ret_records, struct fy_err *err) FY_MUST_CHECK;

enum fy_status truth_digest(struct truth *truth,
    uint32_t space,
    struct rows_digest *ret_digest,
    struct fy_err *err) FY_MUST_CHECK;

/* Visit rows that two spaces do not share, as bytes: absent where a space has none. */
typedef bool truth_visit(void *context, struct fy_slice key, struct fy_slice a, struct fy_slice b);
enum fy_status truth_differences(struct truth *truth,
    uint32_t space_a,
    uint32_t space_b,
    truth_visit *visit, /* False: enough. */
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

#endif
