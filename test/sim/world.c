#include "test/sim/sim.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LIST_RECORDS_MAX = 12, /* Rows trickle to the disk all the time, in runs and in batches, */
    RUN_ROWS_MAX = 5,
    ROWS_BYTES_FEW = 4096, /* and leave memory, in half of the lives. */
    POLL_MS = 200,
    QUIET_AFTER_MS = 20000, /* All is handled: so long a worker may have slept, then timers fire. */
};

/* --- Chance ---------------------------------------------------------------------------------- */

int sim_below(struct sim *sim, int count)
{
    return (int)random_below(&sim->random, (uint64_t)count);
}

bool sim_one_in(struct sim *sim, int count)
{
    return sim_below(sim, count) == 0;
}

/* --- Time ------------------------------------------------------------------------------------ */

static int64_t clock_now_ms(struct fy_clock *clock)
{
    return ((struct sim_clock *)clock)->sim->now_ms;
}

static void clock_wait_ms(struct fy_clock *clock, int ms)
{
    struct sim *sim = ((struct sim_clock *)clock)->sim;
    struct worker_fiber *worker = sim->running;

    if (worker->process->dead)
        return;
    worker->wake_ms = sim->now_ms + ms;
    worker_switch(worker);
}

static void idle(void *context, struct fy_source *source, int wait_ms)
{
    struct sim *sim = context;
    struct worker_fiber *worker = sim->running;

    if (worker == NULL)
        return; /* Somebody outside, who comes again by himself. */
    worker->wake_ms = sim->now_ms + wait_ms;
    worker->idle_source = source;
    worker_switch(worker);
    worker->idle_source = NULL;
}

void worker_switch(struct worker_fiber *worker)
{
    struct sim *sim = worker->process->sim;

    if (worker->process->dead)
        return;
    sim->switches++;
    fiber_yield();
    assert(sim->running == worker);
    worker->wake_ms = 0;
}

/* --- A worker's life ------------------------------------------------------------------------- */

static enum fy_status sink_new(void *context, struct fy_sink **ret_sink, struct fy_err *err)
{
    struct worker_fiber *worker = context;

    return log_sink_new(worker->process->sim->log, worker->name, ret_sink, err);
}

static enum fy_status source_new(void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct worker_fiber *worker = context;
    const struct fy_processor *processor = worker->process->processor;
    struct sim *sim = worker->process->sim;

    (void)err;
    worker->source = log_static_source_new(sim->log, processor->name,
        sim->weather.static_members ? worker->name : "", processor->inputs[0]);
    *ret_source = worker->source;
    return FY_OK;
}

static void work(void *context)
{
    struct worker_fiber *self = context;
    struct process *process = self->process;
    struct sim *sim = process->sim;
    struct fy_err err = {0};
    enum fy_status status = FY_OK;
    struct fy_worker_io io = {
        .restore = log_plain_source_new(sim->log),
        .sink_new = sink_new,
        .sink_context = self,
        .source_new = source_new,
        .source_context = self,
        .store = process->store,
        .spaces = process->spaces,
        .in_hand = process->in_hand,
        .in_hand_worker = self->number,
        .member = self->name,
        .clock = &sim->clock.clock,
        .rows_bytes_max = sim_below(sim, 2) == 0 ? ROWS_BYTES_FEW : 0,
        .list_records = 1 + sim_below(sim, LIST_RECORDS_MAX),
        .run_rows = 1 + sim_below(sim, RUN_ROWS_MAX),
    };

    (void)source_new(self, &io.source, &err);
    if (fy_worker_new(process->processor, &io, &self->worker, &err) != FY_OK)
        abort();
    while (status == FY_OK && !process->dead && !process->leaving) {
        status = fy_worker_run_once(self->worker, POLL_MS, &err);
        process->dead = process->dead || log_dead(sim->log);
    }

    if (status == FY_FATAL && !process->dead) {
        sim_trace(sim, "ends by itself: %s", err.text);
        if (sim->calm || !weather_explains(err.text))
            sim_fail(sim, "%s ended by itself: %s", self->name, err.text);
        process->leaving = true;
    }
    if (!process->dead) {
        fy_worker_stop(self->worker);
        self->source = NULL;
    }
    fy_worker_free(self->worker);
    self->worker = NULL;
    self->source = NULL;
}

/* --- Processes ------------------------------------------------------------------------------- */

void process_start(struct process *process)
{
    struct sim *sim = process->sim;

    assert(process->state == PROCESS_OFF);
    process->state = PROCESS_UP;
    process->dead = process->leaving = process->host_dead = process->disk_lost = false;
    process->start_ms = NEVER;
    process->spaces = fy_spaces_new();
    process->in_hand_taken = false;
    process->in_hand = fy_in_hand_new(process->in_hand_page);
    in_hand_pardon(process);
    if (process->store == NULL)
        process->store = log_store_new(sim->log);
    process->worker_count = 1 + sim_below(sim, sim->weather.worker_count);
    sim_trace(sim, "%s-%d starts with %d workers", process->processor->name, process->number,
        process->worker_count);
    process->fiber_count = process->worker_count + sim->weather.standby;
    for (int i = 0; i < process->fiber_count; i++) {
        struct worker_fiber *worker = &process->workers[i];

        worker->process = process;
        worker->number = i;
        worker->standby = i == process->worker_count;
        (void)snprintf(worker->name, sizeof(worker->name), worker->standby ? "%s-%d-s" : "%s-%d-%d",
            process->processor->name, process->number, i);
        worker->wake_ms = 0;
        worker->idle_source = worker->source = NULL;
        worker->fiber = fiber_new(worker->standby ? standby_live : work, worker);
    }
}

void process_stop(struct process *process, int64_t ms)
{
    assert(process->state == PROCESS_UP);
    process->state = PROCESS_STOPPED;
    process->continue_ms = process->sim->now_ms + ms;
    sim_trace(process->sim, "%s-%d is stopped for %" PRId64 " ms", process->processor->name,
        process->number, ms);
    for (int i = 0; i < process->worker_count; i++) {
        if (process->workers[i].source != NULL)
            log_member_silent(process->workers[i].source);
    }
}

static void process_continue(struct process *process)
{
    assert(process->state == PROCESS_STOPPED);
    process->state = PROCESS_UP;
    sim_trace(process->sim, "%s-%d goes on", process->processor->name, process->number);
    for (int i = 0; i < process->worker_count; i++) {
        if (process->workers[i].source != NULL)
            log_member_back(process->workers[i].source);
    }
}

void process_kill(struct process *process, bool host)
{
    process_dies(process);
    process->dead = true;
    process->host_dead = host;
    if (process->state == PROCESS_STOPPED)
        process->state = PROCESS_UP;
}

/* What becomes of its disk: kept, as it was some writes ago, or lost. */
static void disk_after(struct process *process)
{
    struct sim *sim = process->sim;
    bool lost = process->dead && sim_one_in(sim, 6);

    in_hand_after(process);
    check_store(process);
    if (process->host_dead && process->store_before != NULL) {
        fy_store_close(process->store);
        process->store = process->store_before;
        process->store_before = NULL;
        check_store(process);
    }
    if (lost) {
        fy_store_close(process->store);
        process->store = NULL;
        in_hand_lost(process);
    }
    sim_trace(sim, "%s-%d is gone%s", process->processor->name, process->number,
        lost                 ? ", with its disk"
        : process->host_dead ? ", with what its disk had not synced"
                             : "");
}

/* All its workers have returned. */
static void process_ended(struct process *process)
{
    struct sim *sim = process->sim;

    for (int i = 0; i < process->fiber_count; i++) {
        fiber_free(process->workers[i].fiber);
        process->workers[i].fiber = NULL;
    }
    process->state = PROCESS_OFF;
    log_revive(sim->log);
    fy_spaces_free(process->spaces);
    process->spaces = NULL;
    disk_after(process);
    process->start_ms = sim->now_ms + 100 + sim_below(sim, sim_one_in(sim, 3) ? 15000 : 1500);
    process->dead = process->leaving = false;
}

static bool workers_done(const struct process *process)
{
    for (int i = 0; i < process->fiber_count; i++) {
        if (!fiber_done(process->workers[i].fiber))
            return false;
    }
    return true;
}

/* --- The scheduler --------------------------------------------------------------------------- */

static bool is_runnable(const struct worker_fiber *worker)
{
    const struct process *process = worker->process;

    if (process->state != PROCESS_UP || fiber_done(worker->fiber))
        return false;
    if (process->dead || process->leaving || worker->wake_ms <= process->sim->now_ms)
        return true;
    return worker->idle_source != NULL && log_source_news(worker->idle_source);
}

static void worker_resume(struct worker_fiber *worker)
{
    struct process *process = worker->process;
    struct sim *sim = process->sim;

    if (process->dead)
        log_kill(sim->log);
    else
        log_revive(sim->log);
    sim->running = worker;
    fiber_resume(worker->fiber);
    sim->running = NULL;
    process->dead = process->dead || log_dead(sim->log);
    log_revive(sim->log);
}

static void each_process(struct sim *sim, void (*visit)(struct process *process))
{
    for (int program = 0; program < sim_topology.program_count; program++) {
        for (int i = 0; i < sim->weather.process_count; i++)
            visit(&sim->processes[program][i]);
    }
}

/* What is due of one process: it starts, goes on, or its death is noticed by all its workers. */
static void process_tick(struct process *process)
{
    struct sim *sim = process->sim;

    if (process->state == PROCESS_OFF && process->start_ms <= sim->now_ms)
        process_start(process);
    if (process->state == PROCESS_STOPPED && process->continue_ms <= sim->now_ms)
        process_continue(process);
    if (process->state != PROCESS_UP)
        return;
    if (process->dead) {
        for (int i = 0; i < process->fiber_count; i++) {
            while (!fiber_done(process->workers[i].fiber))
                worker_resume(&process->workers[i]);
        }
    }
    if (workers_done(process))
        process_ended(process);
}

static struct worker_fiber *choose(struct sim *sim)
{
    struct worker_fiber *chosen = NULL;
    int count = 0;

    for (int program = 0; program < sim_topology.program_count; program++) {
        for (int i = 0; i < sim->weather.process_count; i++) {
            struct process *process = &sim->processes[program][i];

            if (process->state != PROCESS_UP)
                continue;
            for (int w = 0; w < process->fiber_count; w++) {
                if (is_runnable(&process->workers[w]) && sim_one_in(sim, ++count))
                    chosen = &process->workers[w];
            }
        }
    }
    return chosen;
}

static void earlier(int64_t *next_ms, int64_t at_ms)
{
    if (at_ms < *next_ms)
        *next_ms = at_ms;
}

/* Nobody can run: to the next thing that happens. */
static void time_pass(struct sim *sim)
{
    int64_t next_ms = log_next_ms(sim->log);

    if (!sim->calm)
        earlier(&next_ms, weather_next_ms(sim));
    earlier(&next_ms, sim->next_outside_ms);
    for (int program = 0; program < sim_topology.program_count; program++) {
        for (int i = 0; i < sim->weather.process_count; i++) {
            const struct process *process = &sim->processes[program][i];

            if (process->state == PROCESS_OFF)
                earlier(&next_ms, process->start_ms);
            else if (process->state == PROCESS_STOPPED)
                earlier(&next_ms, process->continue_ms);
            for (int w = 0; process->state == PROCESS_UP && w < process->fiber_count; w++)
                earlier(&next_ms, process->workers[w].wake_ms);
        }
    }
    if (next_ms == NEVER)
        sim_fail(sim, "nobody waits for anything");
    else if (next_ms > sim->now_ms)
        sim->now_ms = next_ms;
    else
        sim->now_ms++;
}

static void step(struct sim *sim)
{
    struct worker_fiber *worker;

    log_tick(sim->log);
    if (sim_topology.outside != NULL)
        sim->next_outside_ms = sim_topology.outside(sim);
    if (!sim->calm)
        weather_events(sim);
    each_process(sim, process_tick);
    worker = choose(sim);
    if (worker != NULL)
        worker_resume(worker);
    else
        time_pass(sim);
    if (sim->calls > CALLS_MAX)
        sim_fail(sim, "%" PRId64 " calls, and no end", sim->calls);
}

/* --- A run ----------------------------------------------------------------------------------- */

/* Is every visible record of this input behind the position of the task that has it? */
static bool is_read(struct sim *sim, int program, enum fy_topic topic, int32_t partition)
{
    struct log_cursor rest = {0};
    struct fy_record record;
    int64_t position = -1;

    for (int i = 0; i < sim->weather.process_count; i++) {
        const struct process *process = &sim->processes[program][i];

        for (int w = 0; process->state == PROCESS_UP && w < process->fiber_count; w++) {
            const struct worker_fiber *worker = &process->workers[w];
            int64_t at = -1;

            if (worker->worker != NULL && worker->source != NULL &&
                log_owns(worker->source, partition))
                at = fy_worker_position(worker->worker, topic, partition);
            position = at > position ? at : position;
        }
    }
    if (position < 0)
        return false;
    rest.at[partition] = position;
    return !log_read(sim->log, topic, partition, &rest, &record);
}

/* What is not handled yet, in words; NULL: all is. */
static const char *left_over(struct sim *sim)
{
    static char words[128];

    if (log_open(sim->log) > 0)
        return "a transaction is open";
    if (sim_topology.ended != NULL && !sim_topology.ended(sim))
        return "the topology has not ended";
    for (int program = 0; program < sim_topology.program_count; program++) {
        const struct fy_processor *processor = sim_topology.programs[program];

        for (int i = 0; i < processor->input_count * sim->weather.partitions; i++) {
            enum fy_topic topic = processor->inputs[i % processor->input_count];
            int32_t partition = i / processor->input_count;

            if (is_read(sim, program, topic, partition))
                continue;
            (void)snprintf(words, sizeof(words), "%s has not read %s %d", processor->name,
                fy_topics[topic].name, (int)partition);
            return words;
        }
    }
    return NULL;
}

static void calm_down(struct process *process)
{
    if (process->state == PROCESS_STOPPED)
        process->continue_ms = process->sim->now_ms;
    if (process->state == PROCESS_OFF && process->start_ms != NEVER)
        process->start_ms = process->sim->now_ms;
}

/* Whoever was to come back does; one of each program at least. */
static void storm_ends(struct sim *sim)
{
    sim->calm = true;
    sim->broker_back_ms = sim->coordinator_back_ms = sim->now_ms;
    sim_trace(sim, "the storm is over");
    for (int program = 0; program < sim_topology.program_count; program++) {
        if (sim->processes[program][0].state == PROCESS_OFF)
            sim->processes[program][0].start_ms = sim->now_ms;
    }
    each_process(sim, calm_down);
}

static void until_handled(struct sim *sim)
{
    int64_t last_ms = sim->now_ms + CALM_MS_MAX, handled_ms = 0, looked_ms = 0;
    const char *left = NULL;

    while (!sim->failed) {
        step(sim);
        if (sim->now_ms - looked_ms < 100)
            continue;
        looked_ms = sim->now_ms;
        left = left_over(sim);
        if (left != NULL)
            handled_ms = 0;
        else if (handled_ms == 0)
            handled_ms = sim->now_ms;
        else if (sim->now_ms - handled_ms > QUIET_AFTER_MS)
            return;
        if (sim->now_ms > last_ms)
            sim_fail(sim, "%d s after the storm not all is handled: %s", CALM_MS_MAX / 1000,
                left != NULL ? left : "it never was for long");
    }
}

static void end_process(struct process *process)
{
    struct sim *sim = process->sim;

    if (process->state == PROCESS_STOPPED)
        process_continue(process);
    if (process->state == PROCESS_OFF)
        return;
    if (sim->failed)
        process->dead = true;
    else
        process->leaving = true;
    for (int i = 0; i < process->fiber_count; i++) {
        while (!fiber_done(process->workers[i].fiber))
            worker_resume(&process->workers[i]);
    }
    process_ended(process);
    process->start_ms = NEVER;
}

static void disk_free(struct process *process)
{
    if (process->store != NULL)
        fy_store_close(process->store);
    if (process->store_before != NULL)
        fy_store_close(process->store_before);
    process->store = process->store_before = NULL;
}

/* From nothing: a process of each program with an empty disk must come to the same rows. */
static void from_nothing(struct sim *sim)
{
    sim_trace(sim, "all begin anew, without disks");
    each_process(sim, disk_free);
    for (int program = 0; program < sim_topology.program_count; program++)
        sim->processes[program][0].start_ms = sim->now_ms;
    until_handled(sim);
    each_process(sim, end_process);
}

static void sim_begin(struct sim *sim, uint64_t seed, bool trace)
{
    struct log_config config = {
        .fault = weather_fault,
        .batch_max = weather_batch_max,
        .died = in_hand_died,
        .context = sim,
        .session_ms = SESSION_MS,
        .txn_ms = TXN_MS,
        .late_ms = weather_late_ms,
        .idle = idle,
    };

    *sim = (struct sim){.seed = seed,
        .random = {seed},
        .now_ms = SIM_START_MS,
        .next_outside_ms = NEVER,
        .trace = trace};
    sim->trace_calls = trace && getenv("FY_TRACE") != NULL;
    sim->clock = (struct sim_clock){{clock_now_ms, clock_wait_ms}, sim};
    weather_draw(sim);
    config.partitions = sim->weather.partitions;
    config.clock = &sim->clock.clock;
    sim->log = log_new(&config);
    for (int program = 0; program < sim_topology.program_count; program++) {
        for (int i = 0; i < sim->weather.process_count; i++) {
            sim->processes[program][i] = (struct process){
                .sim = sim,
                .processor = sim_topology.programs[program],
                .number = i,
                .start_ms = sim->now_ms + (i == 0 ? 0 : sim_below(sim, 20000)),
            };
        }
    }
}

bool sim_run(uint64_t seed, bool trace, struct sim *sim)
{
    sim_begin(sim, seed, trace);
    while (!sim->failed && sim->now_ms < sim->storm_end_ms)
        step(sim);
    storm_ends(sim);
    until_handled(sim);
    each_process(sim, end_process);
    if (!sim->failed)
        check_run(sim);
    if (!sim->failed && seed % 4 == 0) {
        from_nothing(sim);
        if (!sim->failed)
            check_run(sim);
    }
    if (sim->trace_calls)
        sim_dump(sim);
    sim->commits = log_commits(sim->log);
    if (sim_topology.end != NULL)
        sim_topology.end(sim);
    each_process(sim, disk_free);
    log_free(sim->log);
    return !sim->failed;
}
