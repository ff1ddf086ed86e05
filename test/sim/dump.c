#include "test/driver/log_core.h"
#include "test/sim/sim.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

void sim_trace(const struct sim *sim, const char *format, ...)
{
    va_list list;

    if (!sim->trace)
        return;
    va_start(list, format);
    (void)fprintf(stderr, "%9.3f s  %-12s ", (double)(sim->now_ms - SIM_START_MS) / 1000,
        sim->running != NULL ? sim->running->name : "-");
    (void)vfprintf(stderr, format, list);
    (void)fputc('\n', stderr);
    va_end(list);
}

void sim_fail(struct sim *sim, const char *format, ...)
{
    va_list list;

    if (sim->failed)
        return;
    sim->failed = true;
    va_start(list, format);
    (void)vsnprintf(sim->why, sizeof(sim->why), format, list);
    va_end(list);
    sim_trace(sim, "FAILED: %s", sim->why);
}

bool sim_dump_decoded(enum fy_topic topic, struct fy_slice value)
{
    const struct fy_schema *schema = fy_topics[topic].schema;
    struct fy_slice text = {0};
    struct fy_arena arena;
    struct fy_err err;
    void *decoded;
    bool known;

    fy_arena_init(&arena, 4 * 1024 * 1024);
    decoded = fy_arena_alloc(&arena, schema->size);
    known = schema->decode(value, &arena, decoded, &err) == FY_OK &&
            fy_json_encode(schema, decoded, &arena, &text, &err) == FY_OK;
    if (known)
        (void)fprintf(stderr, " %.*s", FY_SLICE_ARG(text));
    fy_arena_done(&arena);
    return known;
}

/* What a record says, in a few words. */
static void dump_value(enum fy_topic topic, const struct entry *entry)
{
    if (entry->value.data == NULL)
        (void)fprintf(stderr, " none");
    else if (sim_topology.dump == NULL || !sim_topology.dump(topic, entry->value))
        (void)fprintf(stderr, " %zu bytes", entry->value.size);
}

static void dump_partition(const struct sim *sim, enum fy_topic topic, int32_t at)
{
    static const char *const ends[] = {"open", "aborted", "committed"};
    const struct partition *partition = log_partition(sim->log, topic, at);

    for (int i = 0; i < partition->count; i++) {
        const struct entry *entry = &partition->entries[i];

        (void)fprintf(stderr, "%s %d offset %d  %.3f s", fy_topics[topic].name, (int)at, i,
            (double)(entry->append_ms - SIM_START_MS) / 1000);
        if (entry->txn >= 0)
            (void)fprintf(stderr, "  txn %d of %s %s", entry->txn,
                sim->log->txns[entry->txn].producer->id, ends[sim->log->txns[entry->txn].state]);
        if (entry->marker) {
            (void)fprintf(stderr, "  marker\n");
            continue;
        }
        (void)fprintf(stderr, "%s  \"%.*s\"", entry->gone ? " gone" : "", FY_SLICE_ARG(entry->key));
        dump_value(topic, entry);
        (void)fputc('\n', stderr);
    }
}

void sim_dump(const struct sim *sim)
{
    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        for (int32_t p = 0; p < sim->weather.partitions; p++)
            dump_partition(sim, (enum fy_topic)topic, p);
    }
}
