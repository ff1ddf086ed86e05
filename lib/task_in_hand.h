/*
 * task_in_hand.h - what each worker's handler has in hand, kept where a crash leaves it.
 *
 * A record that crashes its handler would crash it again behind each restart. So the place of what
 * a handler is given is written into a mapped file before the call and taken out behind it: what is
 * still there when the program starts was in hand when its process ended. Such a place is a
 * suspect: it gets a turn of its own (task_suspects.c), and after FY_CRASHES_MAX ends in a row it
 * is refused unseen, which parks its key.
 *
 * File:    "in-hand" in the program's data folder: one page of FY_IN_HAND_BYTES, this machine's
 * byte order, of no use elsewhere. By offset: 0  8 bytes   "fyhand01" 8  u32       of the names of
 * all topics, in order: another build's numbers differ 64  32 places of 64 bytes, one a worker: u32
 * check, i32 topic, i32 partition, u32 0, i64 offset, u64 key, 32 of zero 2112  62 suspects of 32
 * bytes: u32 check, i32 topic, i32 partition, i32 crashes, i64 offset, u64 key A check is a hash of
 * what is behind it, never 0, and is written last; an entry whose check does not fit is empty. So a
 * torn file costs what was torn, and a foreign one is begun anew. Of a timer topic is the
 * changelog, offset its due time, and key a hash of its key. Cost:    five stores a record. A
 * killed process leaves the page to the kernel; a killed host may lose it, which costs a count.
 * Errors:  FY_FATAL: the file cannot be made.
 * Threads: new, open and free one; take, give and forget of a worker's place the worker's. Nobody
 *          else in the process may have the task of a place that is forgotten.
 */
#ifndef FY_TASK_IN_HAND_H
#define FY_TASK_IN_HAND_H

#include "lib/source.h"

enum {
    FY_IN_HAND_BYTES = 4096,
    FY_IN_HAND_WORKERS_MAX = 32,
    FY_SUSPECTS_MAX = 62, /* The least often crashed makes room for a new one. */
    FY_CRASHES_MAX = 3,
};

struct fy_in_hand;

/* `key`: of timers, which have no place in a topic; records have 0. */
struct fy_hand_place {
    enum fy_topic topic;
    int32_t partition;
    int64_t offset;
    uint64_t key;
};

/*
 * Look at what the last process has left in `page`, FY_IN_HAND_BYTES on a multiple of 8, and count
 * it. Borrows the page, whatever is in it. NULL: no memory.
 */
struct fy_in_hand *fy_in_hand_new(void *page);

/* The same of a file, made where there is none. */
enum fy_status fy_in_hand_open(
    const char *path, struct fy_in_hand **ret_in_hand, struct fy_err *err) FY_MUST_CHECK;

/* Nobody has anything in hand now. What is suspected stays. NULL is fine. */
void fy_in_hand_free(struct fy_in_hand *in_hand);

/* Worker 0 .. FY_IN_HAND_WORKERS_MAX - 1 has this in hand; it has nothing any more. */
void fy_in_hand_take(struct fy_in_hand *in_hand, int worker, const struct fy_hand_place *place);
void fy_in_hand_give(struct fy_in_hand *in_hand, int worker);

/*
 * The suspect of this place, 0 .. FY_SUSPECTS_MAX - 1, and how many processes in a row have ended
 * with it, >= 1; -1: it is none. at: the place of a suspect; false: there is none of this number.
 */
int fy_in_hand_find(
    const struct fy_in_hand *in_hand, const struct fy_hand_place *place, int *ret_crashes);
bool fy_in_hand_at(const struct fy_in_hand *in_hand, int suspect, struct fy_hand_place *ret_place);
int fy_in_hand_count(const struct fy_in_hand *in_hand); /* Upper bound; 0: none. */

/* It went well, or its key is parked. */
void fy_in_hand_forget(struct fy_in_hand *in_hand, int suspect);

#endif
