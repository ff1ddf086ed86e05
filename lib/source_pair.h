/*
 * source_pair.h - two plain sources that read as one: topics that move all the time beside those
 * that seldom do.
 *
 * librdkafka names every partition of a client in each of its fetches, and a broker looks at each
 * of them. With a client of their own, those that stand still are asked for twice a second, however
 * often the others move. Nothing is read later for it.
 *
 * Order:   of records within a partition, as of any source; whichever has some is read in turn.
 * Errors:  those of the two; what is asked of brokers is asked through the first.
 * Memory:  a batch is the source's it comes from: valid until the next poll, release or free.
 * Threads: one owner.
 */
#ifndef FY_SOURCE_PAIR_H
#define FY_SOURCE_PAIR_H

#include "lib/source.h"

/* `topics` are read by `first`, all others by `second`. Both are taken, always. */
enum fy_status fy_source_pair_new(const enum fy_topic *topics,
    int topic_count,
    struct fy_source *first,
    struct fy_source *second,
    struct fy_source **ret_source,
    struct fy_err *err) FY_MUST_CHECK;

#endif
