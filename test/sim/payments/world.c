#include "test/sim/payments/orders.h"

#include "lib/json_pick.h"
#include "schemas/generated/webhook.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    START_S = 1700000000,
    STORM_MS = 240 * 1000,
    CALM_MS = 40 * 60 * 1000,
    CLOCKS_APART_MS = 50 * 1000, /* The provider's, and ours. */
    SEARCH_AFTER_MS = 90 * 1000,
    SOON_SEARCHED_MS = 10 * 1000,
    ARENA_BYTES = 1 << 20,
};

struct totals totals;

void world_trace(const struct world *world, const char *format, ...)
{
    va_list list;

    if (!world->trace)
        return;
    va_start(list, format);
    (void)fprintf(stderr, "%12.3f s  ", (double)(world->now_ms - 1000LL * START_S) / 1000);
    (void)vfprintf(stderr, format, list);
    (void)fputc('\n', stderr);
    va_end(list);
}

void world_fail(struct world *world, const char *format, ...)
{
    va_list list;

    if (world->failed)
        return;
    world->failed = true;
    va_start(list, format);
    (void)vsnprintf(world->why, sizeof(world->why), format, list);
    va_end(list);
    world_trace(world, "FAILED: %s", world->why);
}

static int64_t clock_now_ms(struct fy_clock *clock)
{
    return ((struct world *)((char *)clock - offsetof(struct world, clock)))->now_ms;
}

static void clock_wait_ms(struct fy_clock *clock, int ms)
{
    (void)clock;
    (void)ms;
}

static void idle(void *context, struct fy_source *source, int wait_ms)
{
    (void)context;
    (void)source;
    (void)wait_ms;
}

/* --- A seed's world -------------------------------------------------------------------------- */

static int maybe(struct world *world, int per_mille)
{
    return random_below(&world->random, 2) == 0
               ? 0
               : (int)random_below(&world->random, (uint64_t)per_mille + 1);
}

static bool one_in(struct world *world, uint64_t count)
{
    return random_below(&world->random, count) == 0;
}

static struct psp_hostility hostility_draw(struct world *world)
{
    struct psp_hostility hostility = {.limited = maybe(world, 150),
        .away = maybe(world, 150),
        .cut = maybe(world, 150),
        .cut_after = maybe(world, 300),
        .error = maybe(world, 150),
        .error_after = maybe(world, 300),
        .late = maybe(world, 400),
        .hook_twice = maybe(world, 300),
        .hook_late = maybe(world, 500),
        .hook_lost = maybe(world, 300),
        .hook_forged = maybe(world, 300),
        .hook_stale = maybe(world, 300),
        .list_short = maybe(world, 1000),
        .strangers = maybe(world, 500),
        .late_ms = 15000,
        .hook_late_ms = 60000,
        .search_late_ms = (int)random_below(&world->random, 60) * 1000};

    if (one_in(world, 5)) { /* What was done is not seen for minutes: a second one is promised. */
        hostility.error_after = 500;
        hostility.hook_late = 1000;
        hostility.hook_lost = 0;
        hostility.hook_late_ms = 20 * 60 * 1000;
        hostility.search_late_ms = 20 * 60 * 1000;
    }
    return hostility;
}

/* In a third the list is longer than it is looked through: what is further back is searched for. */
static void draw_list(struct world *world, struct psp_hostility *hostility)
{
    world->search_after_ms = SEARCH_AFTER_MS;
    if (!one_in(world, 3))
        return;
    world->list_pages_max = one_in(world, 3) ? -1 : 1 + (int)random_below(&world->random, 2);
    world->search_after_ms = SOON_SEARCHED_MS;
    hostility->list_short = 1000;
    if (hostility->search_late_ms < SEARCH_AFTER_MS)
        hostility->search_late_ms = (int)random_below(&world->random, SOON_SEARCHED_MS);
}

static void weather_draw(struct world *world)
{
    world->wire.weather = (struct wire_weather){.lost = maybe(world, 200),
        .not_sent = maybe(world, 200),
        .late = maybe(world, 300),
        .late_ms = 20000,
        .timeout_ms = 10000};
    world->mail.weather = (struct plug_weather){.refused = maybe(world, 200),
        .lost = maybe(world, 200),
        .unheard = maybe(world, 200),
        .silent = maybe(world, 200),
        .late = maybe(world, 300),
        .late_ms = 30000};
}

struct world *world_new(uint64_t seed, bool trace)
{
    struct world *world = calloc(1, sizeof(*world));
    struct psp_config psp = {.seed = seed};
    struct log_config log = {.idle = idle};

    if (world == NULL)
        abort();
    world->seed = seed;
    world->trace = trace;
    world->random.state = seed;
    world->now_ms = 1000LL * START_S;
    world->storm_end_ms = world->now_ms + STORM_MS;
    world->clock = (struct fy_clock){.now_ms = clock_now_ms, .wait_ms = clock_wait_ms};
    world->partitions = 1 + (int)random_below(&world->random, 3);
    world->two = random_below(&world->random, 2) == 0;
    psp.hostility = hostility_draw(world);
    draw_list(world, &psp.hostility);
    psp.clock_off_ms = (int64_t)random_below(&world->random, 2 * CLOCKS_APART_MS) - CLOCKS_APART_MS;
    world->psp = psp_new(&psp);
    log.partitions = world->partitions;
    log.clock = &world->clock;
    log.context = world;
    world->log = log_new(&log);
    world->wire.psp = world->psp;
    world->wire.random = world->mail.random = &world->random;
    world->mail.log = world->log;
    world->mail.partitions = world->partitions;
    weather_draw(world);
    for (int i = 0; i < PROCESSES; i++) {
        struct process *process = &world->processes[i];

        (void)snprintf(process->instance, sizeof(process->instance), "payments-%d", i + 1);
        process->store = log_store_new(world->log);
        process->start_ms = i == 0 || world->two ? world->now_ms : INT64_MAX;
    }
    orders_draw(world);
    return world;
}

void world_free(struct world *world)
{
    totals.calls += world->wire.sent;
    totals.replayed += world->wire.replayed;
    totals.conflicts += world->wire.conflicts;
    totals.errors += world->wire.errors;
    totals.cuts += world->wire.cuts;
    totals.limited += world->wire.limited;
    totals.time_outs += world->wire.time_outs;
    for (int i = 0; i < PROCESSES; i++) {
        plug_free(world->processes[i].plug);
        fy_store_close(world->processes[i].store);
    }
    wire_free(&world->wire);
    mail_free(&world->mail);
    log_free(world->log);
    psp_free(world->psp);
    free(world);
}

/* --- Processes ------------------------------------------------------------------------------- */

static void start(struct world *world, struct process *process)
{
    const struct plug_config config = {.log = world->log,
        .wire = &world->wire,
        .mail = &world->mail,
        .store = process->store,
        .instance = process->instance,
        .seed = random_next(&world->random),
        .search_after_ms = world->search_after_ms,
        .list_pages_max = world->list_pages_max,
        .calls = books_called,
        .context = world};

    world_trace(world, "%s starts", process->instance);
    process->plug = plug_new(&config, world->now_ms);
    process->start_ms = INT64_MAX;
}

void world_kill(struct world *world, struct process *process, bool disk_too)
{
    bool in_write = false;

    if (process->plug == NULL)
        return;
    for (int i = 0; i < PLUG_WRITES; i++)
        in_write = in_write || world->mail.writes[i].writer == process->plug;
    totals.kills++;
    totals.kills_in_call += payments_in_flight(process->plug->payments) > 0;
    totals.kills_in_write += in_write;
    world_trace(world, "%s is killed%s%s", process->instance, disk_too ? ", its disk too" : "",
        payments_in_flight(process->plug->payments) > 0 ? ", with a call out" : "");
    for (int i = 0; i < world->key_count; i++)
        if (world->keys[i].plug == process->plug)
            world->keys[i].plug = NULL;
    plug_free(process->plug);
    process->plug = NULL;
    process->stopped_until_ms = 0;
    process->start_ms = world->now_ms + (int64_t)random_below(&world->random, 3000);
    if (disk_too) {
        totals.disks_lost++;
        fy_store_close(process->store);
        process->store = log_store_new(world->log);
    }
}

void world_stop(struct world *world, struct process *process)
{
    bool for_days = random_below(&world->random, 8) == 0;
    int64_t ms = for_days ? 26LL * 3600 * 1000 : 200 * 1000;

    process->stopped_until_ms =
        world->now_ms + 1 + (int64_t)random_below(&world->random, (uint64_t)ms);
    totals.stops++;
    world_trace(world, "%s is stopped for %" PRId64 " s", process->instance,
        (process->stopped_until_ms - world->now_ms) / 1000);
}

void world_calm(struct world *world)
{
    const struct psp_hostility *were = psp_hostility(world->psp);
    const struct psp_hostility none = {.list_short = were->list_short,
        .strangers = were->strangers,
        .search_late_ms = were->search_late_ms};

    world_trace(world, "calm");
    world->calm = true;
    world->calm_end_ms = world->now_ms + CALM_MS;
    world->wire.weather = (struct wire_weather){0};
    world->mail.weather = (struct plug_weather){0};
    psp_hostility_set(world->psp, &none);
    for (int i = 0; i < PROCESSES; i++) {
        struct process *process = &world->processes[i];

        process->stopped_until_ms = 0;
        if (process->plug == NULL && (i == 0 || world->two))
            process->start_ms = world->now_ms;
    }
}

/* --- Webhooks -------------------------------------------------------------------------------- */

static void hook_write(struct world *world, const struct psp_hook *told)
{
    struct fy_arena arena;
    struct intent intent;
    struct fy_slice object, order, type, id, value;
    struct webhook hook = {
        .envelope = {
            .event_id = fy_slice_of("w"), .root = fy_slice_of("w"), .actor = fy_slice_of("p")}};
    struct fy_err err;
    static const char *const status[] = {NULL, "requires_payment_method", "requires_action",
        "requires_capture", "succeeded", "canceled"};

    fy_arena_init(&arena, ARENA_BYTES);
    if (!fy_json_pick(told->body, "data.object", &arena, &object) ||
        !fy_json_pick_text(object, "metadata.order", 64, &arena, &order) ||
        !fy_json_pick_text(told->body, "type", 64, &arena, &type) ||
        !fy_json_pick_text(told->body, "id", 64, &arena, &id))
        abort();
    if (provider_read(object, &arena, &intent)) { /* Not of a refund. */
        hook.key = order;
        hook.provider_event = id;
        hook.type = type;
        hook.payment = intent.payment;
        hook.provider_ref = intent.ref;
        hook.status = fy_slice_of(status[intent.status]);
        if (webhook_encode(&hook, &arena, &value, &err) != FY_OK)
            abort();
        (void)log_append(
            world->log, FY_TOPIC_WEBHOOKS, fy_partition_of(order, world->partitions), order, value);
    }
    fy_arena_done(&arena);
}

static void hooks_run(struct world *world)
{
    struct psp_hook hook;

    while (psp_hook_next(world->psp, world->now_ms, &hook)) {
        if (hook.kind == PSP_HOOK_TRUE) /* The edge has refused the others: unit.producers.hooks. */
            hook_write(world, &hook);
        psp_hook_answered(world->psp, world->now_ms, hook.number, 200);
    }
}

/* --- Time ------------------------------------------------------------------------------------ */

static void run_all(struct world *world)
{
    struct fy_err err;

    psp_tick(world->psp, world->now_ms);
    wire_run(&world->wire, world->now_ms);
    mail_run(&world->mail, world->now_ms);
    hooks_run(world);
    for (int i = 0; i < PROCESSES; i++) {
        struct process *process = &world->processes[i];

        if (process->plug == NULL && process->start_ms <= world->now_ms)
            start(world, process);
        if (process->stopped_until_ms > world->now_ms || process->plug == NULL)
            continue;
        process->stopped_until_ms = 0;
        if (plug_run(process->plug, world->now_ms, &err) != FY_OK)
            world_fail(world, "%s ends: %s", process->instance, err.text);
    }
    orders_run(world);
}

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

void world_turn(struct world *world, int64_t until_ms)
{
    int64_t next = until_ms;

    run_all(world);
    next = least(next, wire_next_ms(&world->wire));
    next = least(next, mail_next_ms(&world->mail));
    next = least(next, psp_next_ms(world->psp));
    next = least(next, orders_next_ms(world));
    for (int i = 0; i < PROCESSES; i++) {
        const struct process *process = &world->processes[i];

        if (process->plug == NULL)
            next = least(next, process->start_ms);
        else if (process->stopped_until_ms > world->now_ms)
            next = least(next, process->stopped_until_ms);
        else
            next = least(next, plug_next_ms(process->plug));
    }
    world->now_ms = next > world->now_ms ? next : world->now_ms + 1;
}
