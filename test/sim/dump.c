#include "schemas/generated/probe_hop.h"
#include "schemas/generated/probe_step.h"
#include "test/driver/log_core.h"
#include "test/sim/sim.h"

#include <inttypes.h>
#include <stdio.h>

/* What a record says, in a few words. */
static void dump_value(enum fy_topic topic, const struct entry *entry)
{
    struct fy_arena arena;
    struct probe_step step;
    struct probe_hop hop;
    struct fy_err err;

    fy_arena_init(&arena, 1024 * 1024);
    if (entry->value.data == NULL) {
        (void)fprintf(stderr, " none");
    } else if (topic == FY_TOPIC_PROBE_STEPS &&
               probe_step_decode(entry->value, &arena, &step, &err) == FY_OK) {
        static const char *const kinds[] = {"added", "forgotten", "quiet"};

        (void)fprintf(stderr, " %.*s seq %" PRId64 " %s %.*s offset %" PRId64 " count %" PRId64,
            FY_SLICE_ARG(step.envelope.writer), step.envelope.seq, kinds[step.kind],
            FY_SLICE_ARG(step.cause.topic), step.cause.offset, step.total.count);
    } else if ((topic == FY_TOPIC_PROBE_HOPS || topic == FY_TOPIC_PROBE_ASKS) &&
               probe_hop_decode(entry->value, &arena, &hop, &err) == FY_OK) {
        (void)fprintf(stderr, " %.*s seq %" PRId64 " fact %" PRId64 " of %.*s",
            FY_SLICE_ARG(hop.envelope.writer), hop.envelope.seq, hop.n, FY_SLICE_ARG(hop.sender));
    } else {
        (void)fprintf(stderr, " %zu bytes", entry->value.size);
    }
    fy_arena_done(&arena);
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
