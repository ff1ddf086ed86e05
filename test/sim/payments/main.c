/*
 * main.c - sim-payments: the adapter and the provider alone, under seeds.
 *
 *   sim-payments [--seed FIRST] [--size COUNT] [--hits N]    FY_SEED=n sim-payments: one, told
 *
 * A storm: orders ask, twice and too late; the provider is hostile; requests, answers and reports
 * are lost, late and cut; processes are killed at any moment, with their disk or without, stopped
 * for minutes or days, and there are two of them in half of the seeds. Then calm: all must end.
 * Then the books: what the provider has is what our reports say, of each payment.
 */
#include "lib/log.h"
#include "test/sim/payments/orders.h"

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { NIGHT_MS = 25 * 3600 * 1000 };

static void storm_event(struct world *world)
{
    struct process *process = &world->processes[random_below(&world->random, PROCESSES)];

    switch (random_below(&world->random, 8)) {
    case 0:
    case 1:
    case 2:
        world_kill(world, process, random_below(&world->random, 5) == 0);
        break;
    case 3:
        if (process->plug != NULL && process->stopped_until_ms == 0)
            world_stop(world, process);
        break;
    case 4:
        if (random_below(&world->random, 8) == 0) { /* A night, in which keys are forgotten. */
            wire_night(&world->wire, world->now_ms);
            world->night = true;
            world->now_ms += NIGHT_MS;
            world->storm_end_ms += NIGHT_MS;
        }
        break;
    default:
        break;
    }
}

static bool run_seed(uint64_t seed, bool trace)
{
    struct world *world = world_new(seed, trace);
    bool good;

    while (!world->failed && world->now_ms < world->storm_end_ms) {
        if (world->now_ms >= world->next_event_ms) {
            storm_event(world);
            world->next_event_ms = world->now_ms + 1 + (int64_t)random_below(&world->random, 8000);
        }
        world_turn(world, world->next_event_ms);
    }
    world_calm(world);
    while (!world->failed && !orders_are_done(world)) {
        if (world->now_ms > world->calm_end_ms)
            world_fail(world, "not all has ended in calm: %s", orders_waiting(world));
        world_turn(world, world->now_ms + 1000);
    }
    if (!world->failed)
        books_check(world);
    good = !world->failed;
    if (!good)
        (void)printf("FAILED: seed %" PRIu64 ": %s\n  look at it: FY_SEED=%" PRIu64
                     " build/release/bin/sim-payments\n",
            seed, world->why, seed);
    world_free(world);
    return good;
}

/* --hits: each of what may come of it, so often. */
static bool was_tried(int64_t hits)
{
    return totals.captured >= hits && totals.voided >= hits && totals.refunds >= hits &&
           totals.replayed >= hits && totals.next_attempts >= hits && totals.orphans >= hits &&
           totals.taken_over >= hits && totals.kills_in_call >= hits &&
           totals.kills_in_write >= hits;
}

static void say(uint64_t first, uint64_t seeds)
{
    (void)printf("%" PRIu64 " seeds from %" PRIu64 ": %.0f seeds/s; %" PRId64 " payments, %" PRId64
                 " calls, %" PRId64 " kills (%" PRId64 " with a call out, %" PRId64
                 " with a report on its way), %" PRId64 " stops, %" PRId64 " disks lost\n",
        seeds, first, (double)seeds * CLOCKS_PER_SEC / (double)(clock() + 1), totals.payments,
        totals.calls, totals.kills, totals.kills_in_call, totals.kills_in_write, totals.stops,
        totals.disks_lost);
    (void)printf("  provider: %" PRId64 " replayed, %" PRId64 " conflicts, %" PRId64
                 " errors, %" PRId64 " cut, %" PRId64 " limited, %" PRId64 " given up on\n",
        totals.replayed, totals.conflicts, totals.errors, totals.cuts, totals.limited,
        totals.time_outs);
    (void)printf("  adapter: %" PRId64 " attempts, %" PRId64 " second or later, %" PRId64
                 " taken over, %" PRId64 " reports not counted, %" PRId64
                 " payments of two intents, %" PRId64 " orphans voided\n",
        totals.attempts, totals.next_attempts, totals.taken_over, totals.not_counted,
        totals.second_intents, totals.orphans);
    (void)printf("  ends: %" PRId64 " captured, %" PRId64 " voided, %" PRId64 " declined, %" PRId64
                 " expired, %" PRId64 " refunds\n",
        totals.captured, totals.voided, totals.declined, totals.expired, totals.refunds);
}

static void say_waits(void)
{
    static const int64_t per_mille[] = {500, 990, 999, 1000};
    int64_t count = 0, so_far = 0;
    int at = 0;

    for (int i = 0; i <= WAITED_S_MAX; i++)
        count += totals.waited[i];
    (void)printf("  in calm %" PRId64 " answers were waited for, seconds at most:", count);
    for (int i = 0; i < 4; i++) {
        while (so_far * 1000 < count * per_mille[i] && at <= WAITED_S_MAX)
            so_far += totals.waited[at++];
        (void)printf(" p%.1f %d", (double)per_mille[i] / 10, at);
    }
    (void)printf("\n");
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"seed", required_argument, NULL, 's'},
        {"size", required_argument, NULL, 'n'}, {"hits", required_argument, NULL, 'h'}, {0}};
    uint64_t first = 1, size = 400;
    int64_t hits = 0;
    const char *one = getenv("FY_SEED");
    struct fy_err err;
    int option;

    fy_log_init("sim", FY_LOG_ERROR);
    if (fy_ids_init(&err) != FY_OK)
        return EXIT_FAILURE;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == 's')
            first = strtoull(optarg, NULL, 10);
        else if (option == 'n')
            size = strtoull(optarg, NULL, 10);
        else if (option == 'h')
            hits = strtoll(optarg, NULL, 10);
        else
            return EXIT_FAILURE;
    }
    if (one != NULL)
        return run_seed(strtoull(one, NULL, 10), true) ? EXIT_SUCCESS : EXIT_FAILURE;
    for (uint64_t seed = first; seed < first + size; seed++)
        if (!run_seed(seed, false))
            return EXIT_FAILURE;
    say(first, size);
    say_waits();
    if (!was_tried(hits)) {
        (void)printf("FAILED: not all that was to be tried was, %" PRId64 " times each\n", hits);
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
