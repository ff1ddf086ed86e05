/* What the processes had in hand, in their mapped files, and what deaths leave of those. */
#include "test/sim/check.h"

#include <string.h>

void process_dies(struct process *process)
{
    if (!process->in_hand_taken)
        memcpy(process->in_hand_left, process->in_hand_page, FY_IN_HAND_BYTES);
    process->in_hand_taken = true;
}

void in_hand_died(void *context)
{
    struct sim *sim = context;

    if (sim->running != NULL)
        process_dies(sim->running->process);
}

static bool is_deadly(struct sim *sim, const struct fy_hand_place *place)
{
    return sim_topology.is_deadly != NULL && sim_topology.is_deadly(sim, place);
}

/* Killed three times in a row with it in hand, from outside too: the folds know of no such luck. */
void in_hand_pardon(const struct process *process)
{
    struct fy_hand_place place;
    int crashes;

    for (int i = 0; i < FY_SUSPECTS_MAX; i++) {
        if (fy_in_hand_at(process->in_hand, i, &place) &&
            fy_in_hand_find(process->in_hand, &place, &crashes) == i && crashes >= FY_CRASHES_MAX &&
            !is_deadly(process->sim, &place))
            fy_in_hand_forget(process->in_hand, i);
    }
}

void in_hand_lost(struct process *process)
{
    memset(process->in_hand_page, 0, FY_IN_HAND_BYTES);
    memset(process->died_of, 0, sizeof(process->died_of));
}

/* The file of what was in hand: of a dead machine it is lost, torn or whole. */
void in_hand_after(struct process *process)
{
    struct sim *sim = process->sim;

    fy_in_hand_free(process->in_hand);
    process->in_hand = NULL;
    if (process->dead)
        memcpy(process->in_hand_page, process->in_hand_left, FY_IN_HAND_BYTES);
    if (!process->host_dead)
        return;
    if (sim_one_in(sim, 2)) {
        in_hand_lost(process);
    } else if (sim_one_in(sim, 2)) { /* A count, at most. */
        ((uint8_t *)process->in_hand_page)[sim_below(sim, FY_IN_HAND_BYTES)] ^= 1;
        memset(process->died_of, 0, sizeof(process->died_of));
    }
}
