/*
 * driver.h - a processor behind its topics: no broker, no disk, no clock but the test's.
 *
 *   static void a_view_is_remembered(void)
 *   {
 *       struct driver *driver = driver_new(&history_processor);
 *       struct activity click = {...};
 *       struct history got;
 *
 *       driver_send(driver, FY_TOPIC_ACTIVITY, VISITOR, &click);
 *       driver_run(driver);
 *       CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_HISTORIES, &got));
 *       EXPECT_I64(1, got.counts.views);
 *       driver_expect_nothing(driver, FY_TOPIC_HISTORIES);
 *       driver_free(driver);
 *   }
 *
 * Shape:   the worker of lib/task.h, as it runs in production, on the in-memory log of log.h (real
 *          transactions, groups and fencing) and a store in memory.
 * Order:   driver_read gives the records of a topic in the order they were written, over all
 *          partitions, as a read_committed reader sees them: nothing of an aborted turn.
 * Hostile: driver_new_hostile is the same driver in a bad mood. At a random call of the log or the
 *          store a turn is aborted, fenced, left in doubt (taken or not), partitions are revoked
 *          or lost, or the process dies and comes back with or without its disk. What a test
 *          reads from it must be what it reads from a kind one.
 * Errors:  a call that cannot do its work fails the running CUnit test with words, and ends it.
 * Memory:  what is read lives until driver_free.
 * Threads: one. Nothing sleeps: waiting moves the driver's own clock.
 */
#ifndef TEST_DRIVER_H
#define TEST_DRIVER_H

#include "lib/task.h"
#include "test/driver/log.h"

struct driver;

struct driver *driver_new(const struct fy_processor *processor);
/* One process with so many workers, 1 or 2, which run in turn. */
struct driver *driver_new_workers(const struct fy_processor *processor, int workers);

/* Two processes of one worker; each has a standby for what the other owns. */
struct driver *driver_new_standby(const struct fy_processor *processor);

struct driver *driver_new_hostile(const struct fy_processor *processor, uint64_t seed);

/* Prints the seed when a hostile test has failed. NULL is fine. */
void driver_free(struct driver *driver);

/*
 * Seeds of a hostile test: 1 .. FY_SEEDS from the environment, else 1 .. `otherwise`; FY_SEED alone
 * when it is set, to look at one that failed.
 */
int driver_seed_first(void);
int driver_seed_last(int otherwise);

/* --- In ------------------------------------------------------------------------------------- */

/*
 * Write `value`, a struct of the topic's schema, under `key`; NULL writes a tombstone. Its append
 * time is driver_now_ms. Returns where it is (offset: its own), as in "as_of" of what follows from
 * it.
 */
struct fy_place driver_send(
    struct driver *driver, enum fy_topic topic, const char *key, const void *value);

/* Any bytes, as a foreign or broken writer may leave them. Absent slices: no key, a tombstone. */
struct fy_place driver_send_raw(
    struct driver *driver, enum fy_topic topic, struct fy_slice key, struct fy_slice value);

/* Run turns until everything that was sent has been handled and committed. */
void driver_run(struct driver *driver);

/* The same; but give the status that ended the worker (FY_FATAL) to the test instead. */
enum fy_status driver_run_until(struct driver *driver, struct fy_err *err) FY_MUST_CHECK;

/* --- Out ------------------------------------------------------------------------------------ */

/* The next record of a topic, decoded. False: nothing left. A tombstone leaves a zeroed struct. */
bool driver_read(struct driver *driver, enum fy_topic topic, void *ret_value);

/* The same, as bytes. */
bool driver_read_record(struct driver *driver, enum fy_topic topic, struct fy_record *ret_record);

/* Key of the record read last, and whether it was a tombstone. */
struct fy_slice driver_key(const struct driver *driver);
bool driver_tombstone(const struct driver *driver);

/* Fails the test when there is a record left to read, and says of which key. */
void driver_expect_nothing(struct driver *driver, enum fy_topic topic);

/* --- Rows ----------------------------------------------------------------------------------- */

/*
 * The row under `key` as of the last commit, decoded into a struct of the changelog's schema.
 * False: there is none. The task's row is compared with the changelog on the way.
 */
bool driver_row(struct driver *driver, const char *key, void *ret_row);

/* The same of one partition, for keys that every task has ("@position"). */
bool driver_row_at(struct driver *driver, int32_t partition, const char *key, void *ret_row);

/* --- Time and accidents --------------------------------------------------------------------- */

/* Begins at 1,700,000,000,000. Grows by driver_pass, and by what a worker waits. */
int64_t driver_now_ms(const struct driver *driver);
void driver_pass(struct driver *driver, int64_t ms);

/* kill -9, and a new process with the same disk, or with an empty one. */
void driver_crash(struct driver *driver);
void driver_lose_store(struct driver *driver);

/* Call in a handler, and return FY_FATAL: the process ends there, and is started again. */
void driver_crash_in_handler(struct driver *driver);

/* A process that dies in driver_run keeps its disk; else one in four comes back without. */
void driver_disks_stay(struct driver *driver);

/* --- For tests of the runtime itself ---------------------------------------------------------- */

struct log *driver_log(struct driver *driver);
struct fy_source *driver_source(struct driver *driver); /* Of the first process' first worker. */
struct fy_store *driver_store(struct driver *driver);

/* One turn of one worker of the first process; and how many partitions it has restored and reads.
 */
void driver_turn(struct driver *driver, int worker);
int driver_tasks_ready(struct driver *driver, int worker);

/* Turns of the standby of process 0 or 1; how many partitions it has followed to their ends. */
void driver_standby_run(struct driver *driver, int process, int turns);
int driver_standby_warm(const struct driver *driver, int process);

/* Standbys get no turns in driver_run. */
void driver_standby_pause(struct driver *driver, bool paused);

/* The second process dies, and its machine with it. */
void driver_kill_one(struct driver *driver);

/* Choose what goes wrong at the n-th call (from 1, over the driver's life) of the log and store. */
typedef enum log_fault driver_fault_choose(void *context, enum log_call call, int64_t number);
void driver_fault(struct driver *driver, driver_fault_choose *chosen, void *context);
int64_t driver_calls(const struct driver *driver);

/* Partition of a key, 0 .. 3: every topic of the driver has four. */
int32_t driver_partition(const struct driver *driver, const char *key);

#endif
