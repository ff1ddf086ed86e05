#include "test/driver/driver_core.h"

#include <assert.h>
#include <CUnit/CUnit.h>
#include <CUnit/TestRun.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    [LOG_PARTITIONS] = {2, {LOG_FAIL, LOG_DIE}},
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

void driver_fail_test(struct driver *driver, const char *tried, const struct fy_err *err)
{
    (void)fprintf(stderr, "\n  %s: %s (seed %" PRIu64 ")\n", tried, err->text,
        driver->hostile ? driver->seed : 0);
    CU_FAIL_FATAL("the driver could not do its work");
}

static enum fy_status sink_new(void *context, struct fy_sink **ret_sink, struct fy_err *err)
{
    struct hand *hand = context;

    return log_sink_new(hand->process->driver->log, hand->transactional_id, ret_sink, err);
}

static enum fy_status source_new(void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct hand *hand = context;
    struct driver *driver = hand->process->driver;

    (void)err;
    hand->source =
        log_group_source_new(driver->log, driver->processor->name, driver->processor->inputs[0]);
    *ret_source = hand->source;
    return FY_OK;
}

static enum fy_status reader_new(void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct hand *hand = context;

    (void)err;
    *ret_source = log_plain_source_new(hand->process->driver->log);
    return FY_OK;
}

int driver_hand_count(const struct driver *driver)
{
    return driver->process_count * driver->worker_count;
}

struct hand *driver_hand_at(struct driver *driver, int index)
{
    return &driver->processes[index / driver->worker_count].hands[index % driver->worker_count];
}

static void hand_start(struct hand *hand)
{
    struct process *process = hand->process;
    struct driver *driver = process->driver;
    struct fy_err err = {0};
    struct fy_worker_io io = {
        .restore = log_plain_source_new(driver->log),
        .sink_new = sink_new,
        .sink_context = hand,
        .source_new = source_new,
        .source_context = hand,
        .store = process->store,
        .spaces = process->spaces,
        .in_hand = process->in_hand,
        .in_hand_worker = (int)(hand - process->hands),
        .reader_new = reader_new,
        .reader_context = hand,
        .clock = &driver->clock.clock,
        .rows_bytes_max = driver->rows_bytes_max,
        .list_records = LIST_RECORDS,
        .run_rows = driver->hostile ? 1 + (int64_t)(driver->seed % RUN_ROWS_MAX) : 1,
    };

    (void)source_new(hand, &io.source, &err);
    if (fy_worker_new(driver->processor, &io, &hand->worker, &err) != FY_OK)
        driver_fail_test(driver, "could not start a worker", &err);
}

static enum fy_status standby_source_new(
    void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct process *process = context;

    (void)err;
    *ret_source = log_plain_source_new(process->driver->log);
    return FY_OK;
}

static void standby_start(struct process *process)
{
    const struct fy_standby_io io = {
        .source_new = standby_source_new,
        .source_context = process,
        .store = process->store,
        .spaces = process->spaces,
        .clock = &process->driver->clock.clock,
    };
    struct fy_err err = {0};

    if (fy_standby_new(process->driver->processor, &io, &process->standby, &err) != FY_OK)
        driver_fail_test(process->driver, "could not start a standby", &err);
}

/*
 * A hostile world kills whom it likes, three times in a row too. That is no record's fault, and the
 * tests' own folds know of none that is parked for it.
 */
static void pardon(struct fy_in_hand *in_hand)
{
    struct fy_hand_place place;
    int crashes;

    for (int i = 0; i < FY_SUSPECTS_MAX; i++) {
        if (fy_in_hand_at(in_hand, i, &place) && fy_in_hand_find(in_hand, &place, &crashes) == i &&
            crashes >= FY_CRASHES_MAX)
            fy_in_hand_forget(in_hand, i);
    }
}

static void process_start(struct process *process)
{
    if (process->store == NULL)
        process->store = log_store_new(process->driver->log);
    process->spaces = fy_spaces_new();
    process->in_hand = fy_in_hand_new(&process->in_hand_page);
    CU_ASSERT_PTR_NOT_NULL_FATAL(process->spaces);
    CU_ASSERT_PTR_NOT_NULL_FATAL(process->in_hand);
    if (process->driver->hostile)
        pardon(process->in_hand);
    for (int i = 0; i < process->driver->worker_count; i++)
        hand_start(&process->hands[i]);
    if (process->driver->standby)
        standby_start(process);
}

static void process_kill(struct process *process, bool lose_store)
{
    if (!log_dead(process->driver->log)) /* Of a dead one the death itself has kept it. */
        process->in_hand_left = process->in_hand_page;
    fy_standby_free(process->standby);
    process->standby = NULL;
    for (int i = 0; i < process->driver->worker_count; i++) {
        fy_worker_free(process->hands[i].worker);
        process->hands[i].worker = NULL;
    }
    fy_spaces_free(process->spaces);
    process->spaces = NULL;
    fy_in_hand_free(process->in_hand);
    process->in_hand = NULL;
    process->in_hand_page = process->in_hand_left; /* Nothing that came behind has happened. */
    log_revive(process->driver->log);
    if (lose_store) {
        fy_store_close(process->store);
        process->store = NULL;
        process->in_hand_page = (struct page){0};
    }
}

/* What its workers still do on their way out must not reach the file. */
static void died(void *context)
{
    struct driver *driver = context;

    if (driver->running != NULL)
        driver->running->process->in_hand_left = driver->running->process->in_hand_page;
}

void driver_crash_in_handler(struct driver *driver)
{
    log_kill(driver->log);
}

void driver_disks_stay(struct driver *driver)
{
    driver->disks_stay = true;
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

static struct driver *new_driver(
    const struct fy_processor *processor, bool hostile, uint64_t seed, int processes, int workers)
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
    config.died = died;
    driver->log = log_new(&config);
    driver->fault_every = 1 << (1 + random_below(driver, 7));
    driver->rows_bytes_max = hostile && random_below(driver, 2) == 0 ? ROWS_BYTES_FEW : 0;
    driver->process_count = hostile ? 1 + random_below(driver, PROCESSES_MAX) : processes;
    driver->standby = hostile ? random_below(driver, 2) == 0 : processes > 1;
    driver->worker_count = hostile ? 1 + random_below(driver, WORKERS_MAX) : workers;
    for (int i = 0; i < driver->process_count; i++) {
        struct process *process = &driver->processes[i];

        process->driver = driver;
        for (int n = 0; n < driver->worker_count; n++) {
            struct hand *hand = &process->hands[n];

            hand->process = process;
            (void)snprintf(hand->transactional_id, sizeof(hand->transactional_id), "%s-%d-%d",
                processor->name, i, n);
        }
        process_start(process);
    }
    return driver;
}

struct driver *driver_new(const struct fy_processor *processor)
{
    return new_driver(processor, false, 0, 1, 1);
}

struct driver *driver_new_workers(const struct fy_processor *processor, int workers)
{
    CU_ASSERT_FATAL(workers >= 1 && workers <= WORKERS_MAX);
    return new_driver(processor, false, 0, 1, workers);
}

struct driver *driver_new_hostile(const struct fy_processor *processor, uint64_t seed)
{
    return new_driver(processor, true, seed, 1, 1);
}

struct driver *driver_new_standby(const struct fy_processor *processor)
{
    return new_driver(processor, false, 0, 2, 1);
}

void driver_standby_run(struct driver *driver, int process, int turns)
{
    struct fy_err err = {0};

    driver->running = &driver->processes[process].hands[0];
    for (int turn = 0; turn < turns; turn++) {
        if (fy_standby_run_once(driver->processes[process].standby, POLL_MS, &err) != FY_OK)
            driver_fail_test(driver, "the standby ended", &err);
    }
}

void driver_standby_pause(struct driver *driver, bool paused)
{
    driver->standby = !paused;
}

int driver_standby_warm(const struct driver *driver, int process)
{
    int warm;

    (void)fy_standby_count(driver->processes[process].standby, &warm);
    return warm;
}

void driver_kill_one(struct driver *driver)
{
    CU_ASSERT_FATAL(driver->process_count == 2);
    process_kill(&driver->processes[1], true);
    driver->process_count = 1;
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
        driver_fail_test(driver, "could not encode a value", &err);
    return driver_send_raw(driver, topic, fy_slice_of(key), bytes);
}

/* Looking may read the store, and so may be the end of the process: then nothing is known. */
static bool timer_is_late(struct driver *driver)
{
    int64_t next = INT64_MAX;

    for (int n = 0; n < driver_hand_count(driver); n++) {
        int64_t due_ms = fy_worker_next_due_ms(driver_hand_at(driver, n)->worker);

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

            for (int n = 0; n < driver_hand_count(driver); n++) {
                struct hand *hand = driver_hand_at(driver, n);

                /* Whoever was thrown out and does not know it yet says nothing about timers. */
                if (log_owns(hand->source, p))
                    position = fy_worker_position(hand->worker, topic, p);
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
        struct hand *hand = driver_hand_at(driver, random_below(driver, driver_hand_count(driver)));
        enum fy_status status;

        driver->running = hand;
        if (driver->hostile && driver->faults_left > 0 && random_below(driver, 30) == 0)
            log_rebalance(driver->log, driver->processor->name);

        if (driver->standby && random_below(driver, 3) == 0)
            status = fy_standby_run_once(hand->process->standby, POLL_MS, err);
        else
            status = fy_worker_run_once(hand->worker, POLL_MS, err);
        if (log_dead(driver->log)) {
            process_kill(hand->process, random_below(driver, 4) == 0 && !driver->disks_stay);
            process_start(hand->process);
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
        driver_fail_test(driver, "the worker ended", &err);
}

void driver_turn(struct driver *driver, int worker)
{
    struct fy_err err = {0};

    driver->running = &driver->processes[0].hands[worker];
    if (fy_worker_run_once(driver->running->worker, POLL_MS, &err) != FY_OK)
        driver_fail_test(driver, "the worker ended", &err);
}

int driver_tasks_ready(struct driver *driver, int worker)
{
    const struct fy_worker *asked = driver->processes[0].hands[worker].worker;
    int count = 0;

    for (int32_t p = 0; p < PARTITIONS; p++)
        count += fy_worker_position(asked, driver->processor->inputs[0], p) >= 0;
    return count;
}
