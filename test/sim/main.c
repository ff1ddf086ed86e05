/*
 * main.c - sim: runs seeds, says how many a second and what was hit.
 *
 *   sim [--seed FIRST] [--size COUNT] [--hits N]
 *
 * --hits N: fail unless each call met each thing that may go wrong in it N times or more.
 * FY_SEED=n sim: that seed alone, told step by step; FY_TRACE=calls: every call.
 */
#include "lib/log.h"
#include "test/sim/sim.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static struct sim sim;

static volatile sig_atomic_t aborted;

/* An assertion of the programs: which seed it was must not be lost. */
static void on_abort(int number)
{
    (void)number;
    if (!aborted) {
        aborted = 1;
        (void)fprintf(stderr,
            "FAILED: seed %" PRIu64 " ends in an assertion; look at it: FY_SEED=%" PRIu64
            " build/release/bin/%s\n",
            sim.seed, sim.seed, program_invocation_short_name);
    }
}

static double cpu_s(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

/* Every (call, what went wrong) that can be, and how often it was. */
static bool hits_say(int64_t hits_min)
{
    int64_t least = INT64_MAX, sites = 0, all = 0;
    bool enough = true;

    for (int call = 0; call < LOG_CALL_COUNT; call++) {
        (void)printf("  %-12s", log_call_name((enum log_call)call));
        for (int happening = 0; happening < SIM_HAPPENINGS; happening++) {
            int64_t hits = sim_hits[call][happening];

            if (!weather_fits((enum log_call)call, happening))
                continue;
            (void)printf("  %s %" PRId64, weather_name(happening), hits);
            sites++;
            all += hits;
            least = hits < least ? hits : least;
            enough = enough && hits >= hits_min;
        }
        (void)printf("\n");
    }
    (void)printf("%" PRId64 " sites (call x what went wrong), hit %" PRId64 " times, each %" PRId64
                 " or more\n",
        sites, all, least);
    if (!enough)
        (void)printf("FAILED: some site was hit fewer than %" PRId64 " times\n", hits_min);
    return enough;
}

static bool run_seeds(uint64_t first, uint64_t count, int64_t hits_min)
{
    double began_s = cpu_s(), spent_s;
    int64_t calls = 0, switches = 0, commits = 0, facts = 0, deadly = 0, standby = 0;

    for (uint64_t seed = first; seed < first + count; seed++) {
        if (!sim_run(seed, false, &sim)) {
            (void)printf("FAILED: seed %" PRIu64 ": %s\n  look at it: FY_SEED=%" PRIu64
                         " build/release/bin/%s\n",
                seed, sim.why, seed, program_invocation_short_name);
            return false;
        }
        calls += sim.calls;
        switches += sim.switches;
        commits += sim.commits;
        facts += sim.facts_sent;
        deadly += sim.deadly_deaths;
        standby += sim.standby_turns;
    }
    spent_s = cpu_s() - began_s;
    (void)printf("%" PRIu64 " seeds from %" PRIu64 " in %.1f s of CPU: %.0f seeds/s; %" PRId64
                 " facts, %" PRId64 " commits, %" PRId64 " calls, %" PRId64 " switches, %" PRId64
                 " deaths of a fact, %" PRId64 " turns of standbys\n",
        count, first, spent_s, (double)count / spent_s, facts, commits, calls, switches, deadly,
        standby);
    return hits_say(hits_min);
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"seed", required_argument, NULL, 's'},
        {"size", required_argument, NULL, 'n'}, {"hits", required_argument, NULL, 'h'},
        {NULL, 0, NULL, 0}};
    const char *one = getenv("FY_SEED");
    uint64_t first = 1, count = 1000;
    int64_t hits_min = 0;
    int option;
    bool fine;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == 's')
            first = strtoull(optarg, NULL, 10);
        else if (option == 'n')
            count = strtoull(optarg, NULL, 10);
        else if (option == 'h')
            hits_min = strtoll(optarg, NULL, 10);
        else
            return EXIT_FAILURE;
    }
    (void)signal(SIGABRT, on_abort);
    fy_log_init("sim", one != NULL ? FY_LOG_DEBUG : FY_LOG_ERROR);
    if (one != NULL) {
        fine = sim_run(strtoull(one, NULL, 10), true, &sim);
        (void)printf("seed %s: %s\n", one, fine ? "fine" : sim.why);
    } else {
        fine = run_seeds(first, count, hits_min);
    }
    fiber_stacks_free();
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
