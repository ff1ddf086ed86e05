/*
 * probe-relay, probe-count, probe-tally, probe-rmw: one file, four programs (PROBE says which).
 * FY_PROBE_COMMIT_MS, where it is set, is the commit interval (1 .. 10000).
 */
#include "test/probe/probe.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
    struct fy_processor processor = PROBE;
    const char *commit_ms = getenv("FY_PROBE_COMMIT_MS");

    if (commit_ms != NULL && atoi(commit_ms) >= 1 && atoi(commit_ms) <= 10000)
        processor.commit_interval_ms = atoi(commit_ms);
    return fy_task_main(&processor, argc, argv);
}
