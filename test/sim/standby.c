/* A standby beside the workers of a process: a fiber more, under the same scheduler. */
#include "lib/task_standby.h"
#include "test/sim/sim.h"

#include <stdlib.h>

enum {
    STANDBY_WAIT_MS = 400, /* Of a step that finds nothing; a real one waits 50 and costs calls. */
    LOOK_MS = 200,         /* Until the workers are ready. */
};

static enum fy_status standby_source_new(
    void *context, struct fy_source **ret_source, struct fy_err *err)
{
    struct worker_fiber *self = context;

    (void)err;
    *ret_source = log_plain_source_new(self->process->sim->log);
    return FY_OK;
}

static bool workers_ready(const struct process *process)
{
    bool ready = true;

    for (int i = 0; i < process->worker_count; i++) {
        struct fy_worker_status status = {0};

        if (process->workers[i].worker != NULL)
            fy_worker_status(process->workers[i].worker, &status);
        ready = ready && status.ready;
    }
    return ready;
}

/* As lib/task_crew.c does it: not before the workers have what is theirs. */
void standby_live(void *context)
{
    struct worker_fiber *self = context;
    struct process *process = self->process;
    struct sim *sim = process->sim;
    struct fy_standby *standby = NULL;
    struct fy_err err = {0};
    enum fy_status status = FY_OK;
    bool begun = false;
    const struct fy_standby_io io = {
        .source_new = standby_source_new,
        .source_context = self,
        .store = process->store,
        .spaces = process->spaces,
        .clock = &sim->clock.clock,
    };

    if (fy_standby_new(process->processor, &io, &standby, &err) != FY_OK)
        abort();
    while (status == FY_OK && !process->dead && !process->leaving) {
        begun = begun || workers_ready(process);
        if (begun)
            status = fy_standby_run_once(standby, STANDBY_WAIT_MS, &err);
        else
            sim->clock.clock.wait_ms(&sim->clock.clock, LOOK_MS);
        process->dead = process->dead || log_dead(sim->log);
        sim->standby_turns += begun;
    }
    if (status == FY_FATAL && !process->dead)
        sim_fail(sim, "%s ended: %s", self->name, err.text);
    fy_standby_free(standby);
}
