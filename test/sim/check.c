#include "test/sim/check.h"

#include "schemas/generated/envelope.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* --- What all checks use --------------------------------------------------------------------- */

void check_decode(struct check *check, const struct fy_record *record, void *ret_value)
{
    const struct fy_topic_info *topic = &fy_topics[record->topic];
    struct fy_err err = {0};

    memset(ret_value, 0, topic->schema->size);
    if (record->value.data == NULL ||
        topic->schema->decode(record->value, &check->arena, ret_value, &err) != FY_OK)
        sim_fail(check->sim, "\"%s\" %d offset %" PRId64 " cannot be read: %s", topic->name,
            (int)record->partition, record->offset, err.text);
}

static int64_t *seq_of(
    struct seqs *seqs, const struct fy_record *record, const struct envelope *envelope)
{
    int at = 0;

    while (
        at < seqs->count &&
        (seqs->items[at].topic != record->topic || seqs->items[at].partition != record->partition ||
            !fy_slice_equal(fy_slice_of(seqs->items[at].writer), envelope->writer)))
        at++;
    if (at == seqs->count) {
        assert(seqs->count < 256 && envelope->writer.size < sizeof(seqs->items[0].writer));
        seqs->count++;
        memcpy(seqs->items[at].writer, envelope->writer.data, envelope->writer.size);
        seqs->items[at].topic = record->topic;
        seqs->items[at].partition = record->partition;
    }
    return &seqs->items[at].seq;
}

bool check_seq(struct check *check,
    struct seqs *seqs,
    const struct fy_record *record,
    const struct envelope *envelope,
    bool *ret_repeat)
{
    int64_t *seq;

    if (!envelope->has_seq || envelope->writer.data == NULL) {
        sim_fail(check->sim, "\"%s\" has a record without writer and seq",
            fy_topics[record->topic].name);
        return false;
    }
    seq = seq_of(seqs, record, envelope);
    *ret_repeat = envelope->seq <= *seq;
    if (*ret_repeat && ++check->repeats > check->sim->twice) {
        sim_fail(check->sim,
            "a repeat in \"%s\" %d offset %" PRId64 ": \"%.*s\" says %" PRId64 " again",
            fy_topics[record->topic].name, (int)record->partition, record->offset,
            FY_SLICE_ARG(envelope->writer), envelope->seq);
        return false;
    }
    if (envelope->seq > *seq + 1) {
        sim_fail(check->sim,
            "a gap in \"%s\" %d offset %" PRId64 ": \"%.*s\" goes from %" PRId64 " to %" PRId64,
            fy_topics[record->topic].name, (int)record->partition, record->offset,
            FY_SLICE_ARG(envelope->writer), *seq, envelope->seq);
        return false;
    }
    if (!*ret_repeat)
        *seq = envelope->seq;
    return true;
}

void check_run(struct sim *sim)
{
    struct check check = {.sim = sim};

    fy_arena_init(&check.arena, 256 * 1024 * 1024);
    sim_topology.check(&check);
    fy_arena_done(&check.arena);
}
