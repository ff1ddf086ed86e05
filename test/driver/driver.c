#include "test/driver/driver.h"

#include <assert.h>
#include <CUnit/CUnit.h>
#include <CUnit/TestRun.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PARTITIONS = 4,
    PROCESSES_MAX = 2,
    POLL_MS = 100,
    TURNS_MAX = 20000,   /* Of one run: far above what a run with accidents needs. */
    TIMER_LATE_MS = 500, /* When a timer fires, behind its due time. */
    FAULTS_MAX = 24,     /* Of one run, so that it ends. */
    ARENA_BYTES = 256 * 1024 * 1024,
};

#define START_MS 1700000000000

struct driver_clock {
    struct fy_clock clock;
    int64_t now_ms;
};

/* One process: its disk, and what it loses when it is killed. */
struct process {
    struct driver *driver;
    char transactional_id[64];
    struct fy_store *store;
    struct fy_source *source; /* The worker's: to throw it out of the group. */
    struct fy_worker *worker;
};

struct driver {
    const struct fy_processor *processor;
    struct driver_clock clock;
    struct log *log;
    struct process processes[PROCESSES_MAX];
    int process_count;
    struct process *running;
    struct fy_arena arena;
    struct log_cursor cursors[FY_TOPIC_COUNT];
    struct fy_record last;

    bool hostile;
    uint64_t seed, random;
    int faults_left;
    int fault_every; /* Calls between two faults, on average. */
    unsigned failures_before;

    int64_t calls;
    driver_fault_choose *chosen;
    void *chosen_context;
};

/* --- Chance and time ------------------------------------------------------------------------- */

/* splitmix64 (Steele, Lea, Flood 2014). */
static uint64_t random_next(struct driver *driver)
{
    uint64_t z = driver->random += 0x9e3779b97f4a7c15u;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static int random_below(struct driver *driver, int below)
{
    return (int)(random_next(driver) % (uint64_t)below);
}

static int64_t clock_now_ms(struct fy_clock *clock)
{
    return ((struct driver_clock *)clock)->now_ms;
}

static void clock_wait_ms(struct fy_clock *clock, int ms)
{
    ((struct driver_clock *)clock)->now_ms += ms;
}

int64_t driver_now_ms(const struct driver *driver)
{
    return driver->clock.now_ms;
}

void driver_pass(struct driver *driver, int64_t ms)
{
    driver->clock.now_ms += ms;
}

/* --- Accidents ------------------------------------------------------------------------------- */

static const struct {
    int count;
    enum log_fault faults[7];
} what_may_go_wrong[LOG_CALL_COUNT] = {
    [LOG_POLL] = {4, {LOG_FAIL, LOG_FENCE, LOG_DIE, LOG_DIE_AFTER}},
    [LOG_ASSIGN] = {3, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER}},
    [LOG_UNASSIGN] = {3, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER}},
    [LOG_SEEK] = {3, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER}},
    [LOG_COMMITTED] = {2, {LOG_FAIL, LOG_DIE}},
    [LOG_ENDS] = {2, {LOG_FAIL, LOG_DIE}},
    [LOG_BEGINS] = {2, {LOG_FAIL, LOG_DIE}},
    [LOG_POSITIONS] = {2, {LOG_FAIL, LOG_DIE}},
    [LOG_GROUP] = {2, {LOG_FAIL, LOG_DIE}},
    [LOG_SINK_NEW] = {2, {LOG_FAIL, LOG_DIE}},
    [LOG_BEGIN] = {4, {LOG_FAIL, LOG_FENCE, LOG_DIE, LOG_DIE_AFTER}},
    [LOG_SEND] = {4, {LOG_FAIL, LOG_FENCE, LOG_DIE, LOG_DIE_AFTER}},
    [LOG_OFFSETS] = {4, {LOG_FAIL, LOG_FENCE, LOG_DIE, LOG_DIE_AFTER}},
    [LOG_COMMIT] = {6, {LOG_FAIL, LOG_FENCE, LOG_DOUBT, LOG_DELAY, LOG_DIE, LOG_DIE_AFTER}},
    [LOG_ABORT] = {4, {LOG_FAIL, LOG_FENCE, LOG_DIE, LOG_DIE_AFTER}},
    [LOG_STORE_GET] = {1, {LOG_DIE}},
    [LOG_STORE_SCAN] = {1, {LOG_DIE}},
    [LOG_STORE_WIPE] = {2, {LOG_DIE, LOG_DIE_AFTER}},
    [LOG_STORE_WRITE] = {2, {LOG_DIE, LOG_DIE_AFTER}},
};

/*
 * Records are written at every send, rows read at every get: were all calls as likely to fail,
 * hardly anything else ever would.
 */
static bool is_frequent(enum log_call call)
{
    return call == LOG_SEND || call == LOG_STORE_GET;
}

static enum log_fault fault(void *context, enum log_call call)
{
    struct driver *driver = context;
    int every = driver->fault_every * (is_frequent(call) ? 8 : 1);
    int pick;

    driver->calls++;
    if (driver->chosen != NULL)
        return driver->chosen(driver->chosen_context, call, driver->calls);
    if (driver->faults_left == 0 || random_below(driver, every) != 0)
        return LOG_FINE;
    driver->faults_left--;

    /* One in four: a session time-out in the middle of whatever is going on. */
    if (random_below(driver, 4) == 0) {
        log_expel(driver->running->source);
        return LOG_FINE;
    }
    pick = random_below(driver, what_may_go_wrong[call].count);
    return what_may_go_wrong[call].faults[pick];
}

static int batch_max(void *context, int records_max)
{
    struct driver *driver = context;

    if (!driver->hostile || random_below(driver, 2) == 0)
        return records_max;
    return 1 + random_below(driver, 7);
}

/* --- Processes ------------------------------------------------------------------------------- */

static void fail_test(struct driver *driver, const char *tried, const struct fy_err *err)
{
    (void)fprintf(stderr, "\n  %s: %s (seed %" PRIu64 ")\n", tried, err->text,
        driver->hostile ? driver->seed : 0);
    CU_FAIL_FATAL("the driver could not do its work");
}

static enum fy_status sink_new(void *context, struct fy_sink **ret_sink, struct fy_err *err)
{
    struct process *process = context;

    return log_sink_new(process->driver->log, process->transactional_id, ret_sink, err);
}

static enum fy_status source_new(void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct process *process = context;
    struct driver *driver = process->driver;

    (void)err;
    process->source =
        log_group_source_new(driver->log, driver->processor->name, driver->processor->inputs[0]);
    *ret_source = process->source;
    return FY_OK;
}

static void process_start(struct process *process)
{
    struct driver *driver = process->driver;
    struct fy_err err = {0};
    struct fy_worker_io io = {
        .restore = log_plain_source_new(driver->log),
        .sink_new = sink_new,
        .sink_context = process,
        .source_new = source_new,
        .source_context = process,
        .clock = &driver->clock.clock,
    };

    if (process->store == NULL)
        process->store = log_store_new(driver->log);
    io.store = process->store;
    (void)source_new(process, &io.source, &err);
    if (fy_worker_new(driver->processor, &io, &process->worker, &err) != FY_OK)
        fail_test(driver, "could not start a worker", &err);
}

static void process_kill(struct process *process, bool lose_store)
{
    fy_worker_free(process->worker);
    process->worker = NULL;
    log_revive(process->driver->log);
    if (lose_store) {
        fy_store_close(process->store);
        process->store = NULL;
    }
}

void driver_crash(struct driver *driver)
{
    for (int i = 0; i < driver->process_count; i++) {
        process_kill(&driver->processes[i], false);
        process_start(&driver->processes[i]);
    }
}

void driver_lose_store(struct driver *driver)
{
    for (int i = 0; i < driver->process_count; i++) {
        process_kill(&driver->processes[i], true);
        process_start(&driver->processes[i]);
    }
}

static struct driver *new_driver(const struct fy_processor *processor, bool hostile, uint64_t seed)
{
    struct driver *driver = calloc(1, sizeof(*driver));
    struct log_config config = {.partitions = PARTITIONS};

    CU_ASSERT_PTR_NOT_NULL_FATAL(driver);
    driver->processor = processor;
    driver->hostile = hostile;
    driver->seed = driver->random = seed;
    driver->failures_before = CU_get_number_of_failures();
    driver->clock = (struct driver_clock){{clock_now_ms, clock_wait_ms}, START_MS};
    fy_arena_init(&driver->arena, ARENA_BYTES);

    config.clock = &driver->clock.clock;
    config.context = driver;
    config.batch_max = batch_max;
    config.fault = fault;
    driver->log = log_new(&config);
    driver->fault_every = 1 << (1 + random_below(driver, 7));
    driver->process_count = hostile ? 1 + random_below(driver, PROCESSES_MAX) : 1;
    for (int i = 0; i < driver->process_count; i++) {
        struct process *process = &driver->processes[i];

        process->driver = driver;
        (void)snprintf(process->transactional_id, sizeof(process->transactional_id), "%s-%d",
            processor->name, i);
        process_start(process);
    }
    return driver;
}

struct driver *driver_new(const struct fy_processor *processor)
{
    return new_driver(processor, false, 0);
}

struct driver *driver_new_hostile(const struct fy_processor *processor, uint64_t seed)
{
    return new_driver(processor, true, seed);
}

void driver_free(struct driver *driver)
{
    if (driver == NULL)
        return;
    if (driver->hostile && CU_get_number_of_failures() != driver->failures_before)
        (void)fprintf(stderr, "\n  the hostile driver's seed was %" PRIu64 "\n", driver->seed);
    for (int i = 0; i < driver->process_count; i++)
        process_kill(&driver->processes[i], true);
    log_free(driver->log);
    fy_arena_done(&driver->arena);
    free(driver);
}

static int number_from(const char *name, int otherwise)
{
    const char *text = getenv(name);
    int number = text != NULL ? atoi(text) : 0;

    return number > 0 ? number : otherwise;
}

int driver_seed_first(void)
{
    return number_from("FY_SEED", 1);
}

int driver_seed_last(int otherwise)
{
    return number_from("FY_SEED", number_from("FY_SEEDS", otherwise));
}

/* --- In -------------------------------------------------------------------------------------- */

int32_t driver_partition(const struct driver *driver, const char *key)
{
    (void)driver;
    return fy_partition_of(fy_slice_of(key), PARTITIONS);
}

struct fy_place driver_send_raw(
    struct driver *driver, enum fy_topic topic, struct fy_slice key, struct fy_slice value)
{
    int32_t partition = key.data != NULL ? fy_partition_of(key, PARTITIONS) : 0;

    return log_append(driver->log, topic, partition, key, value);
}

struct fy_place driver_send(
    struct driver *driver, enum fy_topic topic, const char *key, const void *value)
{
    const struct fy_schema *schema = fy_topics[topic].schema;
    struct fy_slice bytes = {0};
    struct fy_err err = {0};

    if (value != NULL && schema->encode(value, &driver->arena, &bytes, &err) != FY_OK)
        fail_test(driver, "could not encode a value", &err);
    return driver_send_raw(driver, topic, fy_slice_of(key), bytes);
}

/* Looking may read the store, and so may be the end of the process: then nothing is known. */
static bool timer_is_late(struct driver *driver)
{
    int64_t next = INT64_MAX;

    for (int n = 0; n < driver->process_count; n++) {
        int64_t due_ms = fy_worker_next_due_ms(driver->processes[n].worker);

        next = due_ms < next ? due_ms : next;
    }
    return log_dead(driver->log) || next <= driver->clock.now_ms - TIMER_LATE_MS;
}

/*
 * Has every visible record of every input been handled, has every timer that is due fired, and can
 * the outcome be read? A transaction
 * that a dead process has left hides what is behind it until its successor begins.
 */
static bool all_handled(struct driver *driver)
{
    if (log_open(driver->log) > 0)
        return false;
    if (timer_is_late(driver))
        return false;
    for (int i = 0; i < driver->processor->input_count; i++) {
        enum fy_topic topic = driver->processor->inputs[i];

        for (int32_t p = 0; p < PARTITIONS; p++) {
            struct log_cursor rest = {0};
            struct fy_record record;
            int64_t position = -1;

            for (int n = 0; n < driver->process_count; n++) {
                struct process *process = &driver->processes[n];

                /* Whoever was thrown out and does not know it yet says nothing about timers. */
                if (log_owns(process->source, p))
                    position = fy_worker_position(process->worker, topic, p);
            }
            if (position < 0)
                return false;
            rest.at[p] = position;
            if (log_read(driver->log, topic, p, &rest, &record))
                return false;
        }
    }
    return true;
}

enum fy_status driver_run_until(struct driver *driver, struct fy_err *err)
{
    driver->faults_left = driver->hostile ? random_below(driver, FAULTS_MAX) : 0;
    for (int turn = 0; turn < TURNS_MAX; turn++) {
        struct process *process = &driver->processes[random_below(driver, driver->process_count)];
        enum fy_status status;

        driver->running = process;
        if (driver->hostile && driver->faults_left > 0 && random_below(driver, 30) == 0)
            log_rebalance(driver->log, driver->processor->name);

        status = fy_worker_run_once(process->worker, POLL_MS, err);
        if (log_dead(driver->log)) {
            process_kill(process, random_below(driver, 4) == 0);
            process_start(process);
        } else if (status != FY_OK) {
            return status;
        } else if (all_handled(driver)) {
            log_settle(driver->log);
            return FY_OK;
        }
    }
    return fy_fail(err, FY_FATAL, "after %d turns there is still something to handle", TURNS_MAX);
}

void driver_run(struct driver *driver)
{
    struct fy_err err = {0};

    if (driver_run_until(driver, &err) != FY_OK)
        fail_test(driver, "the worker ended", &err);
}

/* --- Out ------------------------------------------------------------------------------------- */

bool driver_read_record(struct driver *driver, enum fy_topic topic, struct fy_record *ret_record)
{
    if (!log_read(driver->log, topic, -1, &driver->cursors[topic], &driver->last))
        return false;
    *ret_record = driver->last;
    return true;
}

static void decode(
    struct driver *driver, enum fy_topic topic, struct fy_slice bytes, void *ret_value)
{
    const struct fy_schema *schema = fy_topics[topic].schema;
    struct fy_err err = {0};

    memset(ret_value, 0, schema->size);
    if (bytes.data != NULL && schema->decode(bytes, &driver->arena, ret_value, &err) != FY_OK)
        fail_test(driver, fy_topics[topic].name, &err);
}

bool driver_read(struct driver *driver, enum fy_topic topic, void *ret_value)
{
    struct fy_record record;

    if (!driver_read_record(driver, topic, &record))
        return false;
    decode(driver, topic, record.value, ret_value);
    return true;
}

struct fy_slice driver_key(const struct driver *driver)
{
    return driver->last.key;
}

bool driver_tombstone(const struct driver *driver)
{
    return driver->last.value.data == NULL;
}

void driver_expect_nothing(struct driver *driver, enum fy_topic topic)
{
    struct fy_record record;
    char text[256];

    if (!driver_read_record(driver, topic, &record))
        return;
    (void)snprintf(text, sizeof(text), "\"%s\" has a record too many, of key \"%.*s\"",
        fy_topics[topic].name, FY_SLICE_ARG(record.key));
    CU_assertImplementation(CU_FALSE, __LINE__, text, __FILE__, "", CU_FALSE);
}

/* --- Rows ------------------------------------------------------------------------------------ */

/* The newest committed row of a changelog. */
static struct fy_slice row_find(struct driver *driver, int32_t partition, struct fy_slice key)
{
    struct log_cursor cursor = {0};
    struct fy_record record;
    struct fy_slice value = {0};

    while (log_read(driver->log, driver->processor->changelog, partition, &cursor, &record)) {
        if (fy_slice_equal(record.key, key))
            value = record.value;
    }
    return value;
}

/* The store of whoever owns the partition must say the same. */
static void check_store(
    struct driver *driver, int32_t partition, struct fy_slice key, struct fy_slice want)
{
    enum fy_topic input = driver->processor->inputs[0];

    for (int i = 0; i < driver->process_count; i++) {
        struct process *process = &driver->processes[i];
        struct fy_slice got = {0};
        struct fy_err err = {0};

        if (!log_owns(process->source, partition) ||
            fy_worker_position(process->worker, input, partition) < 0)
            continue;
        if (fy_store_get(process->store, (uint32_t)partition, key, &driver->arena, &got, &err) !=
            FY_OK)
            fail_test(driver, "could not read the store", &err);
        if ((got.data == NULL) != (want.data == NULL) || !fy_slice_equal(got, want))
            CU_FAIL("the store differs from the changelog");
    }
}

bool driver_row_at(struct driver *driver, int32_t partition, const char *key, void *ret_row)
{
    struct fy_slice value = row_find(driver, partition, fy_slice_of(key));

    driver->faults_left = 0;
    check_store(driver, partition, fy_slice_of(key), value);
    if (value.data == NULL)
        return false;
    decode(driver, driver->processor->changelog, value, ret_row);
    return true;
}

bool driver_row(struct driver *driver, const char *key, void *ret_row)
{
    for (int32_t p = 0; p < PARTITIONS; p++) {
        if (driver_row_at(driver, p, key, ret_row))
            return true;
    }
    return false;
}

struct log *driver_log(struct driver *driver)
{
    return driver->log;
}

struct fy_source *driver_source(struct driver *driver)
{
    return driver->processes[0].source;
}

struct fy_store *driver_store(struct driver *driver)
{
    return driver->processes[0].store;
}

int64_t driver_calls(const struct driver *driver)
{
    return driver->calls;
}

void driver_fault(struct driver *driver, driver_fault_choose *chosen, void *context)
{
    driver->chosen = chosen;
    driver->chosen_context = context;
}
