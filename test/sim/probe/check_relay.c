#include "schemas/generated/dead_letter.h"
#include "schemas/generated/probe_fact.h"
#include "schemas/generated/probe_hop.h"
#include "test/sim/probe/folds.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* What relay must have made of one fact. */
struct outcome {
    bool letter;  /* A dead letter; else a hop. */
    bool crashes; /* For that reason. */
    int64_t offset;
    struct fy_slice sender;
    struct probe_fact fact;
    int64_t sent;
    enum fy_topic topic;
    int32_t partition; /* Of the hop. */
    bool found;
};

struct outcomes {
    struct outcome items[FACTS_ROOM];
    int count;
};

bool check_is_deadly(struct sim *sim, const struct fy_hand_place *place)
{
    struct log_cursor cursor = {0};
    struct fy_record record;
    bool deadly = false;

    cursor.at[place->partition] = place->offset;
    if (place->topic == FY_TOPIC_PROBE_FACTS &&
        log_read(sim->log, place->topic, place->partition, &cursor, &record) &&
        record.offset == place->offset) {
        struct fy_arena arena;
        struct probe_fact fact;
        struct fy_err err;

        fy_arena_init(&arena, 64 * 1024);
        deadly = probe_fact_decode(record.value, &arena, &fact, &err) == FY_OK &&
                 fact.act == PROBE_ACT_CRASH && probe_deadly(sim, fact.n);
        fy_arena_done(&arena);
    }
    return deadly;
}

/* The rule of relay, told again: one partition of facts. */
static void fold_facts(struct check *check, int32_t partition, struct outcomes *ret_outcomes)
{
    struct log_cursor cursor = {0};
    struct fy_record record;

    ret_outcomes->count = 0;
    while (log_read(check->sim->log, FY_TOPIC_PROBE_FACTS, partition, &cursor, &record)) {
        struct sender_fold *sender = fold_sender(record.key);
        struct outcome *outcome = &ret_outcomes->items[ret_outcomes->count];
        struct fy_err err;
        bool readable;

        *outcome = (struct outcome){.offset = record.offset, .sender = record.key};
        readable = probe_fact_decode(record.value, &check->arena, &outcome->fact, &err) == FY_OK;
        outcome->crashes = !sender->parked && readable && outcome->fact.act == PROBE_ACT_CRASH &&
                           probe_deadly(check->sim, outcome->fact.n);
        sender->parked = sender->parked || !readable || outcome->crashes ||
                         outcome->fact.act == PROBE_ACT_REFUSE;
        outcome->letter = sender->parked;
        if (!outcome->letter && outcome->fact.act == PROBE_ACT_NOTHING)
            continue;
        ret_outcomes->count++;
        if (outcome->letter)
            continue;
        outcome->sent = ++sender->sent;
        if (outcome->fact.act == PROBE_ACT_FORGET_SENDER)
            sender->sent = 0;
        outcome->topic = outcome->fact.ask ? FY_TOPIC_PROBE_ASKS : FY_TOPIC_PROBE_HOPS;
        outcome->partition =
            fy_partition_of(outcome->fact.receiver, check->sim->weather.partitions);
    }
}

static void expect_hop(struct check *check,
    struct outcomes *outcomes,
    const struct fy_record *record,
    const struct probe_hop *hop)
{
    struct outcome *outcome = NULL;

    for (int i = 0; i < outcomes->count && outcome == NULL; i++) {
        struct outcome *item = &outcomes->items[i];

        if (!item->letter && !item->found && item->topic == record->topic &&
            item->partition == record->partition)
            outcome = item;
    }
    if (outcome == NULL || outcome->fact.n != hop->n || outcome->sent != hop->sent ||
        !fy_slice_equal(outcome->sender, hop->sender) ||
        !fy_slice_equal(outcome->fact.receiver, record->key) || outcome->fact.units != hop->units) {
        sim_fail(check->sim,
            "\"%s\" %d offset %" PRId64 " of %.*s tells fact %" PRId64 " (sent %" PRId64
            "), not %" PRId64 " (sent %" PRId64 ")",
            fy_topics[record->topic].name, (int)record->partition, record->offset,
            FY_SLICE_ARG(hop->envelope.writer), hop->n, hop->sent,
            outcome != NULL ? outcome->fact.n : -1, outcome != NULL ? outcome->sent : -1);
        return;
    }
    outcome->found = true;
}

static void check_hops(struct check *check, struct outcomes *all, enum fy_topic topic)
{
    static struct seqs seqs;
    struct log_cursor cursor = {0};
    struct fy_record record;

    seqs.count = 0;
    seqs = (struct seqs){0};
    while (!check->sim->failed && log_read(check->sim->log, topic, -1, &cursor, &record)) {
        struct probe_hop hop;
        bool repeat;
        int writer;

        check_decode(check, &record, &hop);
        if (check->sim->failed || !check_seq(check, &seqs, &record, &hop.envelope, &repeat) ||
            repeat)
            continue;
        writer = hop.envelope.writer.data[hop.envelope.writer.size - 1] - '0';
        expect_hop(check, &all[writer], &record, &hop);
    }
}

/* Letters of a partition's facts, in order; written twice only by us. */
static void check_letters(struct check *check, struct outcomes *outcomes, int32_t partition)
{
    struct log_cursor cursor = {0};
    struct fy_record record;
    int at = 0;

    while (log_read(check->sim->log, FY_TOPIC_RELAY_DEAD_LETTERS, partition, &cursor, &record)) {
        struct dead_letter letter;

        check_decode(check, &record, &letter);
        if (at > 0 && letter.offset == outcomes->items[at - 1].offset &&
            ++check->repeats <= check->sim->twice)
            continue;
        while (at < outcomes->count && !outcomes->items[at].letter)
            at++;
        if (at == outcomes->count || outcomes->items[at].offset != letter.offset) {
            sim_fail(check->sim, "dead letters of facts %d have offset %" PRId64 ", not %" PRId64,
                (int)partition, letter.offset,
                at < outcomes->count ? outcomes->items[at].offset : -1);
            return;
        }
        if (outcomes->items[at].crashes !=
            (letter.reason.size >= 7 && memcmp(letter.reason.data, "crashed", 7) == 0))
            sim_fail(check->sim, "the dead letter of facts %d offset %" PRId64 " says \"%.*s\"",
                (int)partition, letter.offset, FY_SLICE_ARG(letter.reason));
        outcomes->items[at++].found = true;
    }
}

void check_relay(struct check *check)
{
    static struct outcomes all[PARTITIONS_MAX];
    int partitions = check->sim->weather.partitions;

    for (int32_t p = 0; p < partitions; p++)
        fold_facts(check, p, &all[p]);
    check_hops(check, all, FY_TOPIC_PROBE_HOPS);
    check_hops(check, all, FY_TOPIC_PROBE_ASKS);
    for (int32_t p = 0; p < partitions && !check->sim->failed; p++) {
        check_letters(check, &all[p], p);
        for (int i = 0; i < all[p].count; i++) {
            if (!all[p].items[i].found)
                sim_fail(check->sim, "facts %d offset %" PRId64 " has no %s", (int)p,
                    all[p].items[i].offset, all[p].items[i].letter ? "dead letter" : "hop");
        }
    }
}
