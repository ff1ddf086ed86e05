/*
 * follower_truth.h - a follower's rows, their digest, and the same rows made anew from its topics.
 *
 * What `digest` and `rebuild` of a follower stand on (follower_tool.h); tests run it on a log of
 * their own.
 *
 * Shape:   what a disk has is where its positions say it stands, one number a partition, and rows.
 *          Rebuilding follows the same topics from their beginnings into a store of its own, with
 *          the program's own apply, and stops each partition exactly there.
 * Errors:  FY_ABORT: half a minute of asking brokers in vain; FY_FATAL.
 * Threads: one owner.
 */
#ifndef FY_FOLLOWER_TRUTH_H
#define FY_FOLLOWER_TRUTH_H

#include "lib/follower.h"
#include "lib/rows_digest.h"

enum { FOLLOWER_SPACES_MAX = 64, FOLLOWER_PARTS_MAX = 4 };

/*
 * What of a row is digested: by default its key and value. A row may hold what follows from the
 * order in which partitions were read (the number of a place in memory): then the program gives the
 * parts that are left without it, and how many. 0: the row is none of what is known, but of this
 * process' own doings.
 */
typedef int follower_row(uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_slice ret_parts[FOLLOWER_PARTS_MAX]);

/* Where a disk stands. */
struct follower_stand {
    struct fy_place *places; /* offset: next to read. */
    int count;
    char made_for[64]; /* Empty: its rows do not say. */
    bool wiping;       /* Its rows are on their way out. */
};

/* The stand is the caller's to free (free its places). */
enum fy_status follower_stand_read(
    struct fy_store *store, struct follower_stand *ret_stand, struct fy_err *err) FY_MUST_CHECK;

/* Of each space 1 .. space_last. `row` may be NULL. */
enum fy_status follower_digest(struct fy_store *store,
    uint32_t space_last,
    follower_row *row,
    struct rows_digest ret_digests[FOLLOWER_SPACES_MAX],
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Follow `config` into `scratch`, which is empty, up to `stand`. Takes the source. `progress` may
 * be NULL; left: offsets.
 */
enum fy_status follower_rebuild(const struct fy_follower_config *config,
    struct fy_source *source,
    struct fy_store *scratch,
    const struct follower_stand *stand,
    void (*progress)(void *context, int64_t left),
    void *progress_context,
    int64_t *ret_records,
    struct fy_err *err) FY_MUST_CHECK;

#endif
