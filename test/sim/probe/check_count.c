#include "schemas/generated/probe_hop.h"
#include "schemas/generated/probe_step.h"
#include "schemas/generated/probe_total.h"
#include "test/driver/log_core.h"
#include "test/sim/probe/folds.h"

#include <inttypes.h>
#include <stdlib.h>

enum {
    FIRE_AFTER_MS = 500,   /* Behind its due time a timer looks at the ends of its inputs. */
    FIRE_WITHIN_MS = 7000, /* And must have fired by then, when nothing is wrong. */
};

/* The inputs of one task, in order, without what is read twice. */
struct inputs {
    enum fy_topic topic;
    struct log_cursor cursor;
    struct seqs *seqs;
};

struct counting {
    struct check *check;
    int32_t partition;
    struct inputs inputs[2];
};

/* The next record of this input that is no repeat. */
static bool input_next(struct counting *counting,
    struct inputs *inputs,
    struct fy_record *ret_record,
    struct probe_hop *ret_hop)
{
    struct check *check = counting->check;
    bool repeat = true;

    while (repeat) {
        if (!log_read(
                check->sim->log, inputs->topic, counting->partition, &inputs->cursor, ret_record))
            return false;
        check_decode(check, ret_record, ret_hop);
        if (!check_seq(check, inputs->seqs, ret_record, &ret_hop->envelope, &repeat))
            return false;
    }
    return true;
}

static bool same_total(const struct receiver_fold *fold, const struct probe_fold *total)
{
    return fold->count == total->count && fold->sum == total->sum && fold->hash == total->hash &&
           fold->quiets == total->quiets;
}

/* A hop came behind "quiet" though it was there in time, and could be read. */
static void check_in_time(
    struct counting *counting, struct receiver_fold *fold, const struct fy_record *record)
{
    struct log *log = counting->check->sim->log;
    int64_t due_ms = fold->quiet_due_ms;
    int64_t seen_ms =
        log_partition(log, record->topic, record->partition)->entries[record->offset].seen_ms;

    if (!counting->check->sim->real && due_ms != 0 && record->append_ms < due_ms &&
        seen_ms <= due_ms + FIRE_AFTER_MS)
        sim_fail(counting->check->sim,
            "\"%.*s\" was quiet at %" PRId64 ", but \"%s\" %d offset %" PRId64 " came %" PRId64
            " ms before",
            FY_SLICE_ARG(fold->key), due_ms, fy_topics[record->topic].name, (int)record->partition,
            record->offset, due_ms - record->append_ms);
}

static void fold_hop(struct counting *counting,
    struct receiver_fold *fold,
    const struct fy_record *record,
    const struct probe_hop *hop)
{
    check_in_time(counting, fold, record);
    if (fold->due_ms != 0 && fold->due_ms <= record->append_ms)
        sim_fail(counting->check->sim,
            "\"%.*s\" was due at %" PRId64 ", and had not been quiet when \"%s\" %d offset %" PRId64
            " came",
            FY_SLICE_ARG(fold->key), fold->due_ms, fy_topics[record->topic].name,
            (int)record->partition, record->offset);
    fold->quiet_due_ms = 0;
    fold->n = hop->n;
    fold->there = !hop->forget;
    if (hop->forget) {
        fold->count = fold->sum = fold->hash = fold->quiets = fold->due_ms = 0;
        return;
    }
    fold->count++;
    fold->sum += hop->units;
    fold->hash = (fold->hash * 31 + hop->n) % 1000000007;
    fold->due_ms = record->append_ms + PROBE_QUIET_MS;
}

static void fold_quiet(struct counting *counting,
    struct receiver_fold *fold,
    const struct fy_record *record,
    const struct probe_step *step)
{
    if (fold->due_ms == 0 || step->due_ms != fold->due_ms || record->append_ms < step->due_ms) {
        sim_fail(counting->check->sim,
            "\"%.*s\" is quiet at %" PRId64 " for %" PRId64 ", but was due at %" PRId64,
            FY_SLICE_ARG(record->key), record->append_ms, step->due_ms, fold->due_ms);
        return;
    }
    fold->quiets++;
    fold->quiet_due_ms = fold->due_ms;
    fold->due_ms = 0;
}

static void check_step(
    struct counting *counting, const struct fy_record *record, const struct probe_step *step)
{
    struct sim *sim = counting->check->sim;
    struct receiver_fold *fold = fold_receiver(record->key);
    bool asks = fy_slice_equal(step->cause.topic, fy_slice_of("probe-asks"));
    struct fy_record input = {0};
    struct probe_hop hop;

    if (step->kind == PROBE_STEP_KIND_QUIET) {
        fold_quiet(counting, fold, record, step);
    } else {
        if (!input_next(counting, &counting->inputs[asks], &input, &hop) ||
            input.offset != step->cause.offset || hop.n != step->n ||
            !fy_slice_equal(input.key, record->key)) {
            sim_fail(sim,
                "step %" PRId64 " of partition %d tells \"%.*s\" offset %" PRId64
                ", but the next is %" PRId64,
                record->offset, (int)record->partition, FY_SLICE_ARG(step->cause.topic),
                step->cause.offset, input.offset);
            return;
        }
        fold_hop(counting, fold, &input, &hop);
    }
    if (!sim->failed && !same_total(fold, &step->total))
        sim_fail(sim,
            "step %" PRId64 " of \"%.*s\": count %" PRId64 " sum %" PRId64 " quiets %" PRId64
            ", the fold has %" PRId64 " %" PRId64 " %" PRId64,
            record->offset, FY_SLICE_ARG(record->key), step->total.count, step->total.sum,
            step->total.quiets, fold->count, fold->sum, fold->quiets);
}

static void check_partition(struct counting *counting)
{
    struct check *check = counting->check;
    static struct seqs seqs;
    struct log_cursor cursor = {0};
    struct fy_record record;
    struct probe_hop hop;

    seqs = (struct seqs){0};
    while (!check->sim->failed &&
           log_read(check->sim->log, FY_TOPIC_PROBE_STEPS, counting->partition, &cursor, &record)) {
        struct probe_step step;
        bool repeat;

        check_decode(check, &record, &step);
        if (!check->sim->failed && check_seq(check, &seqs, &record, &step.envelope, &repeat) &&
            !repeat)
            check_step(counting, &record, &step);
    }
    for (int i = 0; i < 2 && !check->sim->failed; i++) {
        if (input_next(counting, &counting->inputs[i], &record, &hop))
            sim_fail(check->sim, "\"%s\" %d offset %" PRId64 " has no step",
                fy_topics[record.topic].name, (int)record.partition, record.offset);
    }
}

void check_count(struct check *check)
{
    static struct seqs seqs[2];
    int64_t now_ms = check->sim->now_ms;

    for (int32_t p = 0; p < check->sim->weather.partitions && !check->sim->failed; p++) {
        struct counting counting = {.check = check, .partition = p};

        seqs[0] = seqs[1] = (struct seqs){0};
        counting.inputs[0] = (struct inputs){.topic = FY_TOPIC_PROBE_HOPS, .seqs = &seqs[0]};
        counting.inputs[1] = (struct inputs){.topic = FY_TOPIC_PROBE_ASKS, .seqs = &seqs[1]};
        check_partition(&counting);
    }
    for (int i = 0; i < check_folds.receiver_count && !check->sim->failed; i++) {
        const struct receiver_fold *fold = &check_folds.receivers[i];

        if (fold->due_ms != 0 && fold->due_ms + FIRE_WITHIN_MS < now_ms)
            sim_fail(check->sim, "\"%.*s\" was due at %" PRId64 " and never quiet; it is %" PRId64,
                FY_SLICE_ARG(fold->key), fold->due_ms, now_ms);
    }
}
