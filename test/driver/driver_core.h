/*
 * driver_core.h - what the files of the test driver share; nobody else includes it.
 *
 *   driver.c        processes, accidents, running
 *   driver_read.c   what came out: topics and rows
 */
#ifndef TEST_DRIVER_CORE_H
#define TEST_DRIVER_CORE_H

#include "lib/task_standby.h"
#include "test/driver/driver.h"

enum {
    PARTITIONS = 4,
    PROCESSES_MAX = 2,
    WORKERS_MAX = 2, /* Of one process. */
    POLL_MS = 100,
    TURNS_MAX = 20000,     /* Of one run: far above what a run with accidents needs. */
    TIMER_LATE_MS = 500,   /* When a timer fires, behind its due time. */
    LIST_RECORDS = 6,      /* So that the store falls behind and catches up all the time, */
    RUN_ROWS_MAX = 8,      /* in runs, and where the driver is hostile in batches too. */
    ROWS_BYTES_FEW = 4096, /* Hardly more than the tables: rows come and go. */
    FAULTS_MAX = 24,       /* Of one run, so that it ends. */
    ARENA_BYTES = 256 * 1024 * 1024,
};

#define START_MS 1700000000000

struct driver_clock {
    struct fy_clock clock;
    int64_t now_ms;
};

/* One thread, were there threads. */
struct hand {
    struct process *process;
    char transactional_id[64];
    struct fy_source *source; /* The worker's: to throw it out of the group. */
    struct fy_worker *worker;
};

/* A mapped file. */
struct page {
    uint64_t words[FY_IN_HAND_BYTES / sizeof(uint64_t)];
};

/* One process: its disk, and what it loses when it is killed. */
struct process {
    struct driver *driver;
    struct fy_store *store;
    struct page in_hand_page, in_hand_left; /* As the file is; and as its death left it. */
    struct fy_in_hand *in_hand;
    struct fy_spaces *spaces;
    struct fy_standby *standby;
    struct hand hands[WORKERS_MAX];
};

struct driver {
    const struct fy_processor *processor;
    struct driver_clock clock;
    struct log *log;
    struct process processes[PROCESSES_MAX];
    int process_count, worker_count;
    bool standby; /* Every process has one. */
    bool disks_stay;
    struct hand *running;
    struct fy_arena arena;
    struct log_cursor cursors[FY_TOPIC_COUNT];
    struct fy_record last;

    bool hostile;
    uint64_t seed, random;
    int faults_left;
    size_t rows_bytes_max;
    int fault_every; /* Calls between two faults, on average. */
    unsigned failures_before;

    int64_t calls;
    driver_fault_choose *chosen;
    void *chosen_context;
};

void driver_fail_test(struct driver *driver, const char *tried, const struct fy_err *err);

/* All workers of all processes. */
int driver_hand_count(const struct driver *driver);
struct hand *driver_hand_at(struct driver *driver, int index);

#endif
