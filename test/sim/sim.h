/*
 * sim.h - whole programs on a log in memory, under a scheduler that a seed decides.
 *
 * What runs is the code that ships: fy_worker of lib/task.h, and the programs of a topology: relay
 * and count of test/probe (probe/), accounts (accounts/), stock (stock/), exposure (exposure/), or
 * stock and orders (orders/). What is ours is below it: log (test/driver/log.h), disk, clock. Up to
 * three processes of each program, of one or two workers and maybe a standby, are alive at once;
 * each worker is a fiber that may be left at *every call* of the narrow interface, and gone on with
 * when others have moved the world.
 *
 * One seed is one run, in three parts:
 *   storm    facts come; processes are killed before and after every call (disk kept, lost, or as
 *            it was some writes ago), stopped beyond their session and continued, join and leave;
 *            calls fail, are fenced, left in doubt, answered late; markers of one transaction
 *            arrive apart; broker or coordinator go away; topics are compacted; nights pass.
 *   calm     nothing more goes wrong. All must be handled within CALM_MS_MAX of virtual time.
 *   check    check.h: the outputs are the fold of the input, the rows are the changelog's, ...
 *
 * To look at a seed that failed: `FY_SEED=n sim` tells who made which call and what went wrong in
 * it; FY_TRACE=calls tells every call, and the whole log at the end. The same seed is the same run,
 * to the byte.
 *
 * Time:    virtual, ms. It moves by a little at each call, and to the next thing that happens when
 *          all wait. Nothing here reads a real clock.
 */
#ifndef TEST_SIM_SIM_H
#define TEST_SIM_SIM_H

#include "lib/task.h"
#include "lib/task_spaces.h"
#include "test/driver/log.h"
#include "test/random.h"
#include "test/sim/fiber.h"

enum {
    PROGRAMS = 2, /* Of a topology, at most. */
    PROCESSES_MAX = 3,
    WORKERS_MAX = 2,
    PARTITIONS_MAX = 4,
    FACTS_MAX = 96,
    FACTS_ROOM = 4 * FACTS_MAX, /* A real broker may need more of them, until others take over. */
    SENDERS = 6,
    RECEIVERS = 5,

    SESSION_MS = 6000,
    TXN_MS = 10000,
    CALM_MS_MAX = 300 * 1000,
    CALLS_MAX = 400 * 1000, /* Of a run; a usual one takes some thousands. */
};

#define NEVER INT64_MAX
#define SIM_START_MS 1700000000000

/* What happens to a call: log_fault's, or these. */
enum { SIM_STOP = LOG_DIE_AFTER + 1, SIM_EXPEL, SIM_HAPPENINGS };

struct sim;
struct process;
struct check;
struct fy_hand_place;

/*
 * What runs, what comes in, and what must come of it: one to a binary. Hooks that are NULL have
 * nothing to do.
 */
struct sim_topology {
    const struct fy_processor *programs[PROGRAMS];
    int program_count;
    enum fy_topic facts; /* Where what comes from outside goes. */
    int pause_ms_max;    /* The longest usual pause between two bursts of it. */
    int nights_one_in;   /* So many runs have one in which days pass. */

    /* The next fact; the value is the arena's. sim->fact_topic, where it is not of `facts`. */
    void (*fact)(struct sim *sim,
        struct fy_arena *arena,
        struct fy_slice *ret_key,
        struct fy_slice *ret_value);

    /* Is what is at this place a fact that ends every process that handles it? */
    bool (*is_deadly)(struct sim *sim, const struct fy_hand_place *place);

    /*
     * Whoever acts on what stands in topics: called between steps, in the calm too. It is called
     * again when others have run, or at the time it returns; NEVER: not for its own sake.
     */
    int64_t (*outside)(struct sim *sim);

    /* In the calm: has all come to an end? NULL: when all is handled. */
    bool (*ended)(struct sim *sim);

    /* The run is over, and the log is there for the last time. */
    void (*end)(struct sim *sim);

    /* The run must have come to what the input says; else sim_fail. */
    void (*check)(struct check *check);

    /* A record's value, in a few words, to stderr. False: it knows none for it. */
    bool (*dump)(enum fy_topic topic, struct fy_slice value);
};

extern const struct sim_topology sim_topology;

struct worker_fiber {
    struct process *process;
    int number;
    char name[64]; /* "count-1-0": transactional id, and static member if the seed has those. */
    struct fiber *fiber;
    bool standby;
    struct fy_worker *worker;      /* NULL: it is a standby, or does not live. */
    struct fy_source *source;      /* The worker's; to know when it is silent. */
    int64_t wake_ms;               /* Asleep until then; */
    struct fy_source *idle_source; /* or until this one has news. */
};

enum process_state { PROCESS_OFF, PROCESS_UP, PROCESS_STOPPED };

struct process {
    struct sim *sim;
    const struct fy_processor *processor;
    int number;
    enum process_state state;
    bool dead;      /* Killed; its workers only have to notice. */
    bool host_dead; /* The machine was: what was not synced is gone. */
    bool disk_lost;
    bool leaving;                          /* Told to end: finish the turn, leave the group. */
    int64_t start_ms;                      /* When it is started next, while it is off. */
    int64_t continue_ms;                   /* While it is stopped. */
    struct fy_store *store, *store_before; /* The disk; and what a dead machine leaves of it. */
    uint64_t in_hand_page[FY_IN_HAND_BYTES / 8]; /* A mapped file, */
    uint64_t in_hand_left[FY_IN_HAND_BYTES / 8]; /* and as the death of its process left it. */
    bool in_hand_taken;
    struct fy_in_hand *in_hand;
    int died_of[FACTS_MAX + 1]; /* How often of a fact, since that file was new. */
    struct fy_spaces *spaces;
    int worker_count;
    struct worker_fiber workers[WORKERS_MAX + 1]; /* Behind the workers the standby, if any. */
    int fiber_count;
};

struct sim_clock {
    struct fy_clock clock;
    struct sim *sim;
};

/* How rough a run is: drawn from its seed. */
struct weather {
    int partitions, process_count, worker_count;
    bool standby; /* Each process has one. */
    bool static_members;
    int fault_every; /* Calls between two faults, on average; */
    int faults_left; /* and how many there may be. */
    int focus;       /* A call that fails more often than the others; or none. */
    int focus_every;
    int yield_every;    /* Calls between two switches. */
    int event_every_ms; /* Time between two events from outside. */
    int facts;
    int senders;
    bool poison; /* Some facts cannot be handled. */
    bool deadly; /* Some end the process that handles them. */
    bool nights;
    int64_t storm_ms;
};

struct sim {
    uint64_t seed;
    struct random random;
    struct weather weather;
    struct log *log;
    struct sim_clock clock;
    int64_t now_ms;
    struct process processes[PROGRAMS][PROCESSES_MAX];
    struct worker_fiber *running;
    bool calm;
    int64_t storm_end_ms, next_fact_ms, next_event_ms, next_outside_ms;
    int64_t broker_back_ms, coordinator_back_ms;
    int facts_sent;
    enum fy_topic fact_topic; /* Of the one that is drawn. */
    int64_t calls, switches, commits;
    int64_t standby_turns;
    int twice;                   /* Records written twice, by us. */
    int deaths_left[FACTS_ROOM]; /* Of fact n, before it can be handled. */
    int64_t deadly_deaths;
    bool trace, trace_calls;
    bool real; /* The log is a copy of a broker's: of groups, and when it could be seen, not. */
    bool failed;
    char why[512];
};

/* How often each call met each happening, over all runs of this process. */
extern int64_t sim_hits[LOG_CALL_COUNT][SIM_HAPPENINGS];

/* One run. False: it failed, and said why. */
bool sim_run(uint64_t seed, bool trace, struct sim *ret_sim);

/* --- world.c: processes and time ------------------------------------------------------------- */

void sim_fail(struct sim *sim, const char *format, ...) __attribute__((format(printf, 2, 3)));
void sim_dump(const struct sim *sim); /* dump.c: the whole log, a line a record. */

/* For a topology whose values are all of the tree's schemas: as JSON. False: it cannot be read. */
bool sim_dump_decoded(enum fy_topic topic, struct fy_slice value);
void sim_trace(const struct sim *sim, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
int sim_below(struct sim *sim, int count);
bool sim_one_in(struct sim *sim, int count);

void process_start(struct process *process);
void process_stop(struct process *process, int64_t ms); /* SIGSTOP, and SIGCONT after so long. */
void process_kill(struct process *process, bool host);

/* --- standby.c: a fiber's body ---------------------------------------------------------------- */

void standby_live(void *context);

/* --- in_hand.c: their mapped files ----------------------------------------------------------- */

void process_dies(struct process *process); /* Now: what it does from here on reaches no file. */
void in_hand_died(void *context);           /* The one that runs. */
void in_hand_pardon(const struct process *process);
void in_hand_after(struct process *process);
void in_hand_lost(struct process *process);
void worker_switch(struct worker_fiber *worker); /* Let others run. */

/* --- weather.c: what goes wrong -------------------------------------------------------------- */

void weather_draw(struct sim *sim);
enum log_fault weather_fault(void *context, enum log_call call);
int weather_batch_max(void *context, int records_max);
int weather_late_ms(void *context);

/* What comes from outside when its time has come. */
void weather_events(struct sim *sim);
int64_t weather_next_ms(const struct sim *sim);
bool weather_explains(const char *text); /* Why a process ended by itself. */
bool weather_fits(enum log_call call, int happening);
const char *weather_name(int happening);

/* --- check.c: the fold ----------------------------------------------------------------------- */

void check_run(struct sim *sim);

/* A disk as a dead process leaves it: with what its changelog has behind it, it must be the rows.
 */
void check_store(const struct process *process);

#endif
