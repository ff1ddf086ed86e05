#include "test/sim/sim.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int64_t sim_hits[LOG_CALL_COUNT][SIM_HAPPENINGS];

/* --- The weather of a seed ------------------------------------------------------------------- */

void weather_draw(struct sim *sim)
{
    struct weather *weather = &sim->weather;

    *weather = (struct weather){
        .partitions = 1 + sim_below(sim, PARTITIONS_MAX),
        .process_count = 1 + sim_below(sim, PROCESSES_MAX),
        .worker_count = 1 + sim_below(sim, WORKERS_MAX),
        .standby = sim_one_in(sim, 2),
        .static_members = sim_one_in(sim, 2),
        .fault_every = 4 << sim_below(sim, 7),
        .faults_left = sim_below(sim, 60),
        .focus = sim_below(sim, 2 * LOG_CALL_COUNT),
        .focus_every = 2 + sim_below(sim, 12),
        .yield_every = 1 + sim_below(sim, 8),
        .event_every_ms = 500 << sim_below(sim, 5),
        .facts = 8 + sim_below(sim, FACTS_MAX - 8),
        .senders = 1 + sim_below(sim, SENDERS),
        .poison = sim_one_in(sim, 4),
        .deadly = sim_one_in(sim, 6),
        .nights = sim_one_in(sim, sim_topology.nights_one_in),
        .storm_ms = 5000 + sim_below(sim, 40000),
    };
    sim->storm_end_ms = sim->now_ms + weather->storm_ms;
    sim->next_fact_ms = sim->now_ms + sim_below(sim, 3000);
    sim->next_event_ms = sim->now_ms + sim_below(sim, weather->event_every_ms);
}

int weather_batch_max(void *context, int records_max)
{
    struct sim *sim = context;

    if (sim->calm || sim_one_in(sim, 2))
        return records_max;
    return 1 + sim_below(sim, 7);
}

/* Markers go to each partition's leader apart; mostly at once, sometimes seconds late. */
int weather_late_ms(void *context)
{
    struct sim *sim = context;

    if (sim->calm || !sim_one_in(sim, 8))
        return 0;
    return sim_below(sim, sim_one_in(sim, 4) ? 6000 : 200);
}

/* --- What goes wrong in a call --------------------------------------------------------------- */

static const struct {
    int count;
    int happenings[10];
} what_may_go_wrong[LOG_CALL_COUNT] = {
    [LOG_POLL] = {6, {LOG_FAIL, LOG_FENCE, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_ASSIGN] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_UNASSIGN] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_SEEK] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_COMMITTED] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_ENDS] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_BEGINS] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_POSITIONS] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_PARTITIONS] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_GROUP] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_SINK_NEW] = {5, {LOG_FAIL, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_BEGIN] = {6, {LOG_FAIL, LOG_FENCE, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_SEND] = {7, {LOG_FAIL, LOG_FENCE, LOG_TWICE, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_OFFSETS] = {6, {LOG_FAIL, LOG_FENCE, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_COMMIT] = {9, {LOG_FAIL, LOG_FENCE, LOG_DOUBT, LOG_DELAY, LOG_LATE, LOG_DIE, LOG_DIE_AFTER,
                           SIM_STOP, SIM_EXPEL}},
    [LOG_ABORT] = {6, {LOG_FAIL, LOG_FENCE, LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_STORE_GET] = {3, {LOG_DIE, SIM_STOP, SIM_EXPEL}},
    [LOG_STORE_SCAN] = {3, {LOG_DIE, SIM_STOP, SIM_EXPEL}},
    [LOG_STORE_WIPE] = {4, {LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
    [LOG_STORE_WRITE] = {4, {LOG_DIE, LOG_DIE_AFTER, SIM_STOP, SIM_EXPEL}},
};

bool weather_fits(enum log_call call, int happening)
{
    for (int i = 0; i < what_may_go_wrong[call].count; i++) {
        if (what_may_go_wrong[call].happenings[i] == happening)
            return true;
    }
    return false;
}

const char *weather_name(int happening)
{
    static const char *const names[SIM_HAPPENINGS] = {"fine", "fails", "fenced", "in doubt",
        "delayed", "late", "twice", "away", "dies before", "dies after", "stopped", "expelled"};

    return names[happening];
}

/*
 * Records are written at every send, rows read at every get, and a start asks many questions: were
 * all calls as likely to fail, hardly any run would come to its first commit.
 */
static int rarity(enum log_call call)
{
    switch (call) {
    case LOG_POLL:
    case LOG_SEND:
    case LOG_STORE_GET:
    case LOG_POSITIONS:
    case LOG_PARTITIONS:
        return 6;
    case LOG_BEGINS:
    case LOG_GROUP:
    case LOG_SINK_NEW:
    case LOG_STORE_SCAN:
    case LOG_STORE_WIPE:
        return 4;
    case LOG_COMMITTED:
    case LOG_ENDS:
    case LOG_ASSIGN:
        return 3;
    default:
        return 1;
    }
}

/* Half of the runs have one call in which things go wrong again and again. */
static bool strikes_now(struct sim *sim, enum log_call call)
{
    const struct weather *weather = &sim->weather;

    if (sim->calm || weather->faults_left == 0)
        return false;
    if (weather->focus == (int)call)
        return sim_one_in(sim, weather->focus_every);
    if (call == LOG_ABORT || call == LOG_SEEK) /* Rare, and always behind another accident. */
        return sim_one_in(sim, 5);
    return sim_one_in(sim, weather->fault_every * rarity(call));
}

/* A broker that is away, or the coordinator of groups and transactions alone. */
static enum log_fault outage(struct sim *sim, enum log_call call)
{
    bool broker = sim->broker_back_ms > sim->now_ms;
    bool coordinator = broker || sim->coordinator_back_ms > sim->now_ms;

    switch (call) {
    case LOG_POLL:
        return broker ? LOG_AWAY : LOG_FINE;
    case LOG_ENDS:
    case LOG_BEGINS:
        return broker ? LOG_FAIL : LOG_FINE;
    case LOG_COMMITTED:
    case LOG_SINK_NEW:
    case LOG_OFFSETS:
    case LOG_ABORT:
        return coordinator ? LOG_FAIL : LOG_FINE;
    case LOG_COMMIT: /* Asked again and again, then given up: whether it was heard is not known. */
        return coordinator ? LOG_LATE : LOG_FINE;
    default:
        return LOG_FINE;
    }
}

/* A call takes time, and others run meanwhile: also for long, as on a machine that is busy. */
static void pass(struct sim *sim, struct worker_fiber *worker)
{
    sim->now_ms += sim_below(sim, 8) == 0;
    if (!sim_one_in(sim, sim->weather.yield_every))
        return;
    worker->wake_ms = sim->now_ms;
    if (!sim->calm && sim_one_in(sim, 400))
        worker->wake_ms += sim_below(sim, 9000);
    worker_switch(worker);
}

/* The group gives up one worker, which goes on as if nothing were; maybe when others are further.
 */
static enum log_fault expel(struct sim *sim, struct worker_fiber *worker)
{
    if (worker->source != NULL)
        log_expel(worker->source);
    if (sim_one_in(sim, 2)) {
        worker->wake_ms = sim->now_ms + sim_below(sim, 3000);
        worker_switch(worker);
    }
    return worker->process->dead ? LOG_DIE : LOG_FINE;
}

static enum log_fault strike(struct sim *sim, struct worker_fiber *worker, enum log_call call)
{
    struct process *process = worker->process;
    int happening =
        what_may_go_wrong[call].happenings[sim_below(sim, what_may_go_wrong[call].count)];

    sim->weather.faults_left--;
    sim_hits[call][happening]++;
    sim_trace(sim, "%s: %s", log_call_name(call), weather_name(happening));
    if (happening == LOG_TWICE)
        sim->twice++;
    if (happening == LOG_DIE || happening == LOG_DIE_AFTER)
        process->host_dead = sim_one_in(sim, 3);
    if (happening == SIM_EXPEL)
        return expel(sim, worker);
    if (happening != SIM_STOP)
        return (enum log_fault)happening;

    process_stop(process, sim_below(sim, 3 * SESSION_MS));
    worker_switch(worker);
    return process->dead ? LOG_DIE : LOG_FINE;
}

/* A disk loses what was written last when its machine dies. */
static void disk_remember(struct sim *sim, struct process *process)
{
    if (!sim_one_in(sim, 6))
        return;
    if (process->store_before != NULL)
        fy_store_close(process->store_before);
    process->store_before = log_store_copy(process->store);
}

enum log_fault weather_fault(void *context, enum log_call call)
{
    struct sim *sim = context;
    struct worker_fiber *worker = sim->running;
    enum log_fault away;

    if (worker == NULL)
        return LOG_FINE;
    sim->calls++;
    if (call == LOG_STORE_WRITE)
        disk_remember(sim, worker->process);
    pass(sim, worker);
    if (worker->process->dead)
        return LOG_DIE;
    if (sim->trace_calls)
        sim_trace(sim, "%s", log_call_name(call));
    away = outage(sim, call);
    if (away != LOG_FINE)
        return away;
    return strikes_now(sim, call) ? strike(sim, worker, call) : LOG_FINE;
}

/* Ends that the storm explains. Anything else that ends a process is a bug of its own. */
bool weather_explains(const char *text)
{
    static const char *const words[] = {
        "as asked", "fenced", "in doubt", "is gone", "not stable", "no member", "unknown member"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (strstr(text, words[i]) != NULL)
            return true;
    }
    return false;
}

/* --- What comes from outside ----------------------------------------------------------------- */

static void fact_send(struct sim *sim)
{
    int copies = sim_one_in(sim, 20) ? 2 : 1;
    struct fy_arena arena;
    struct fy_slice key, value;

    fy_arena_init(&arena, 64 * 1024);
    sim->fact_topic = sim_topology.facts;
    sim_topology.fact(sim, &arena, &key, &value);
    while (copies-- > 0)
        (void)log_append(
            sim->log, sim->fact_topic, fy_partition_of(key, sim->weather.partitions), key, value);
    fy_arena_done(&arena);
}

/* In bursts, with pauses in which timers fire. */
static void facts_come(struct sim *sim)
{
    int count = 1 + sim_below(sim, 8);

    while (count-- > 0 && sim->facts_sent < sim->weather.facts)
        fact_send(sim);
    sim->next_fact_ms =
        sim->now_ms + sim_below(sim, sim_one_in(sim, 4) ? sim_topology.pause_ms_max : 800);
}

static void compaction(struct sim *sim)
{
    sim_trace(sim, "topics are compacted");
    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++)
        if (strcmp(fy_kinds[fy_topics[topic].kind].cleanup_policy, "compact") == 0)
            log_compact(sim->log, (enum fy_topic)topic, sim->now_ms - INT64_C(24) * 3600 * 1000);
}

/* Nobody works, a day goes by, and tombstones are compacted away: old disks know of deleted rows.
 */
static void night(struct sim *sim)
{
    int64_t hours = 1 + sim_below(sim, 60);
    int64_t length_ms = hours * 3600 * 1000;

    sim_trace(sim, "%" PRId64 " hours pass", hours);
    sim->now_ms += length_ms;
    sim->storm_end_ms += length_ms;
    sim->next_fact_ms += length_ms;
    compaction(sim);
    for (int i = 0; i < sim_topology.program_count; i++) {
        if (sim_one_in(sim, 2))
            log_trim_empty(sim->log, sim_topology.programs[i]->changelog);
    }
}

static void process_event(struct sim *sim)
{
    struct process *process = &sim->processes[sim_below(sim, sim_topology.program_count)]
                                             [sim_below(sim, sim->weather.process_count)];
    int roll = sim_below(sim, 10);

    if (process->state == PROCESS_OFF) {
        process->start_ms = sim->now_ms;
    } else if (process->state == PROCESS_UP && roll < 4) {
        process_stop(process, sim_below(sim, 3 * SESSION_MS));
    } else if (process->state == PROCESS_UP && roll < 6) {
        sim_trace(sim, "%s-%d is told to end", process->processor->name, process->number);
        process->leaving = true;
    } else if (roll < 9) {
        sim_trace(sim, "%s-%d is killed", process->processor->name, process->number);
        process_kill(process, sim_one_in(sim, 3));
    }
}

static void event(struct sim *sim)
{
    int roll = sim_below(sim, 20);

    if (roll < 12) {
        process_event(sim);
    } else if (roll < 14) {
        sim_trace(sim, "the groups rebalance");
        for (int i = 0; i < sim_topology.program_count; i++)
            log_rebalance(sim->log, sim_topology.programs[i]->name);
    } else if (roll == 14) {
        sim->broker_back_ms = sim->now_ms + sim_below(sim, 15000);
        sim_trace(sim, "the broker is away");
    } else if (roll == 15) {
        sim->coordinator_back_ms = sim->now_ms + sim_below(sim, 15000);
        sim_trace(sim, "the coordinators are away");
    } else if (roll < 19 || !sim->weather.nights) {
        compaction(sim);
    } else {
        night(sim);
    }
}

void weather_events(struct sim *sim)
{
    if (sim->next_fact_ms <= sim->now_ms && sim->facts_sent < sim->weather.facts)
        facts_come(sim);
    if (sim->next_event_ms <= sim->now_ms) {
        event(sim);
        sim->next_event_ms = sim->now_ms + 1 + sim_below(sim, 2 * sim->weather.event_every_ms);
    }
}

int64_t weather_next_ms(const struct sim *sim)
{
    int64_t next_ms = sim->storm_end_ms;

    if (sim->facts_sent < sim->weather.facts && sim->next_fact_ms < next_ms)
        next_ms = sim->next_fact_ms;
    return sim->next_event_ms < next_ms ? sim->next_event_ms : next_ms;
}
