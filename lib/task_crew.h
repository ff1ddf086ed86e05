/*
 * task_crew.h - the workers of one process: their threads, a watchdog over them, and how they are.
 *
 * Each worker is a member of the group of its own ("stock-1-0", "stock-1-1": program, instance,
 * worker) with a producer of its own; all share the store, whose spaces are leased.
 * Threads: one per worker, and the watchdog; fy_crew_* is main's, ready and stop too.
 */
#ifndef FY_TASK_CREW_H
#define FY_TASK_CREW_H

#include "lib/kafka.h"
#include "lib/reactor.h"
#include "lib/task.h"

enum { FY_WORKERS_MAX = 32, FY_MEMBER_BYTES = 128 };

struct fy_crew_config {
    const struct fy_processor *processor;
    struct fy_kafka_config kafka;
    const char *instance; /* "1": tells processes of one program apart. */
    int workers;          /* 1 .. FY_WORKERS_MAX. */
    bool standby;         /* Keep the rows of partitions that are others', too. */
    bool dynamic; /* Members have no name of their own: whoever is started again is somebody new. */
    struct fy_store *store;
    struct fy_in_hand *in_hand; /* What its workers have in hand; see task_in_hand.h. */
    size_t rows_bytes_max;      /* Of all workers together. */
    struct fy_reactor *reactor; /* Is stopped when a worker fails. */
};

/* The clock of the machine: wall time, and waits that take it. */
struct fy_clock *fy_system_clock(void);

struct fy_crew;

/* Borrows what the config has. */
enum fy_status fy_crew_new(const struct fy_crew_config *config,
    struct fy_crew **ret_crew,
    struct fy_err *err) FY_MUST_CHECK;

/* Begin to work. */
enum fy_status fy_crew_start(struct fy_crew *crew, struct fy_err *err) FY_MUST_CHECK;

/* Ask all to finish their turns and to leave the group. */
void fy_crew_stop(struct fy_crew *crew);

/*
 * Wait for them; what the first of them failed with. One that is not done in time ends the process:
 * its turn is left for the broker to abort.
 */
enum fy_status fy_crew_join(struct fy_crew *crew, struct fy_err *err) FY_MUST_CHECK;

/* Are all members, with all that is theirs restored? Else why not, for people. */
bool fy_crew_ready(struct fy_crew *crew, char *ret_why, size_t size);

/* After join, or without start. NULL is fine. */
void fy_crew_free(struct fy_crew *crew);

#endif
