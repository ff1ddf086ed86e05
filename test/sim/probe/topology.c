/* The probe in the simulator: its facts, and facts that kill. */
#include "schemas/generated/probe_fact.h"
#include "schemas/generated/probe_hop.h"
#include "schemas/generated/probe_step.h"
#include "test/probe/probe.h"
#include "test/sim/probe/folds.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static enum probe_act act_draw(struct sim *sim)
{
    int roll = sim_below(sim, 100);

    if (roll < 8)
        return PROBE_ACT_FORGET;
    if (roll < 14)
        return PROBE_ACT_FORGET_SENDER;
    if (roll < 22)
        return PROBE_ACT_NOTHING;
    if (roll < 25 && sim->weather.poison)
        return PROBE_ACT_REFUSE;
    if (roll < 29 && sim->weather.deadly)
        return PROBE_ACT_CRASH;
    return PROBE_ACT_ADD;
}

/* A third of them kill for ever, the others once or twice. */
bool probe_deadly(const struct sim *sim, int64_t n)
{
    return sim->weather.deadly && n % 3 == 0;
}

static struct sim *crash_sim;

static enum fy_status probe_crash(int64_t n, struct fy_err *err)
{
    struct sim *sim = crash_sim;
    struct process *process = sim->running->process;

    assert(n >= 1 && n <= FACTS_MAX);
    if (process->dead || (sim->deaths_left[n] == 0 && !probe_deadly(sim, n)))
        return process->dead ? fy_fail(err, FY_FATAL, "the process is gone") : FY_OK;
    sim->deaths_left[n] -= sim->deaths_left[n] > 0;
    sim->deadly_deaths++;
    sim_trace(sim, "dies of fact %" PRId64, n);
    if (++process->died_of[n] > FY_CRASHES_MAX)
        sim_fail(sim, "%s dies of fact %" PRId64 " for the %d. time", sim->running->name, n,
            process->died_of[n]);
    process_dies(process);
    process->dead = true;
    process->host_dead = false;
    log_kill(sim->log);
    return fy_fail(err, FY_FATAL, "the process is gone");
}

static void fact_draw(
    struct sim *sim, struct fy_arena *arena, struct fy_slice *ret_key, struct fy_slice *ret_value)
{
    static const char *const receivers[RECEIVERS] = {"ada", "bob", "cyd", "dee", "eve"};
    static const char *const senders[SENDERS] = {"north", "south", "east", "west", "up", "down"};
    struct fy_slice key = fy_slice_of(senders[sim_below(sim, sim->weather.senders)]);
    struct probe_fact fact = {
        .envelope =
            {
                .event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
                .root = key,
                .actor = fy_slice_of("service:sim"),
                .event_ms = sim->now_ms,
            },
        .n = ++sim->facts_sent,
        .act = act_draw(sim),
        .receiver = fy_slice_of(receivers[sim_below(sim, RECEIVERS)]),
        .units = 1 + sim_below(sim, 9),
        .ask = sim_one_in(sim, 3),
    };
    struct fy_err err;

    assert(fact.n < FACTS_ROOM);
    crash_sim = sim;
    relay_crash = probe_crash;
    sim->deaths_left[fact.n] = fact.act == PROBE_ACT_CRASH ? 1 + sim_below(sim, 2) : 0;
    if (probe_fact_encode(&fact, arena, ret_value, &err) != FY_OK)
        abort();
    if (sim->weather.poison && sim_one_in(sim, 50))
        *ret_value = fy_slice_of("no fact at all");
    *ret_key = key;
}

/* What a record says, in a few words. */
static bool dump_value(enum fy_topic topic, struct fy_slice value)
{
    bool known = true;
    struct fy_arena arena;
    struct probe_step step;
    struct probe_hop hop;
    struct fy_err err;

    fy_arena_init(&arena, 1024 * 1024);
    if (topic == FY_TOPIC_PROBE_STEPS && probe_step_decode(value, &arena, &step, &err) == FY_OK) {
        static const char *const kinds[] = {"added", "forgotten", "quiet"};

        (void)fprintf(stderr, " %.*s seq %" PRId64 " %s %.*s offset %" PRId64 " count %" PRId64,
            FY_SLICE_ARG(step.envelope.writer), step.envelope.seq, kinds[step.kind],
            FY_SLICE_ARG(step.cause.topic), step.cause.offset, step.total.count);
    } else if ((topic == FY_TOPIC_PROBE_HOPS || topic == FY_TOPIC_PROBE_ASKS) &&
               probe_hop_decode(value, &arena, &hop, &err) == FY_OK) {
        (void)fprintf(stderr, " %.*s seq %" PRId64 " fact %" PRId64 " of %.*s",
            FY_SLICE_ARG(hop.envelope.writer), hop.envelope.seq, hop.n, FY_SLICE_ARG(hop.sender));
    } else {
        known = false;
    }
    fy_arena_done(&arena);
    return known;
}

const struct sim_topology sim_topology = {
    .programs = {&relay_processor, &count_processor},
    .program_count = 2,
    .facts = FY_TOPIC_PROBE_FACTS,
    .pause_ms_max = 2 * PROBE_QUIET_MS,
    .nights_one_in = 8,
    .fact = fact_draw,
    .is_deadly = check_is_deadly,
    .check = check_probe,
    .dump = dump_value,
};
