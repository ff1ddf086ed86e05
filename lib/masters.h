/*
 * masters.h - the master keys of this place: files with mode 0400 in a folder, never in Kafka.
 *
 * Files:   master-<n>.key, n = 1 .. 255, 32 bytes each; what else lies there is not looked at. What
 *          is wrapped anew is wrapped by the one of the highest number; the others are for reading
 *          until `./fy keys rotate` has wrapped all again.
 * Errors:  FY_FATAL: no folder, no key, or one that others may read, named.
 * Memory:  the struct is the caller's; fy_masters_wipe when it is needed no more.
 * Threads: any; one owner each.
 */
#ifndef FY_MASTERS_H
#define FY_MASTERS_H

#include "lib/err.h"
#include "lib/seal.h"

enum { FY_MASTERS_MAX = 255 };

struct fy_masters {
    struct fy_master_key keys[FY_MASTERS_MAX]; /* In the order of their numbers. */
    int count;                                 /* 1 .. FY_MASTERS_MAX. */
};

enum fy_status fy_masters_load(
    const char *folder, struct fy_masters *ret_masters, struct fy_err *err) FY_MUST_CHECK;
void fy_masters_wipe(struct fy_masters *masters);

/* Look again: true when there are others now than `masters`, which are taken then. */
bool fy_masters_look(const char *folder, struct fy_masters *masters);

const struct fy_master_key *fy_masters_newest(const struct fy_masters *masters);

#endif
