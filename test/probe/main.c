/*
 * probe-relay, probe-count, probe-tally, probe-rmw: one file, four programs (PROBE says which).
 */
#include "test/probe/probe.h"

int main(int argc, char **argv)
{
    return fy_task_main(&PROBE, argc, argv);
}
