#include "schemas/generated/count_row.h"
#include "schemas/generated/probe_total.h"
#include "schemas/generated/relay_row.h"
#include "test/sim/probe/folds.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static void check_sender(struct check *check, struct fy_slice key, const struct relay_row *row)
{
    if (row->sender == NULL || fold_sender(key)->sent != row->sender->sent)
        sim_fail(check->sim, "the row of sender \"%.*s\" says %" PRId64 ", the fold %" PRId64,
            FY_SLICE_ARG(key), row->sender != NULL ? row->sender->sent : -1,
            fold_sender(key)->sent);
}

static void check_receiver(struct check *check, struct fy_slice key, const struct count_row *row)
{
    const struct receiver_fold *fold = fold_receiver(key);
    const struct receiver_row *got = row->receiver;

    if (got == NULL || !fold->there || got->total.count != fold->count ||
        got->total.sum != fold->sum || got->total.hash != fold->hash ||
        got->total.quiets != fold->quiets || got->n != fold->n || got->due_ms != fold->due_ms)
        sim_fail(check->sim, "the row of receiver \"%.*s\" is not the fold's", FY_SLICE_ARG(key));
}

/* Rows the fold has, and no others; each looked at. Returns how many were of keys. */
static int check_changelog(
    struct check *check, const struct fy_processor *processor, int32_t partition)
{
    static struct newest newest;
    bool relay = processor == &relay_processor;
    int keys = 0;

    newest = (struct newest){0};
    newest_read(&newest, check->sim->log, processor->changelog, partition, 0);
    for (int i = 0; i < newest.count && !check->sim->failed; i++) {
        struct fy_slice key = newest.rows[i].key;
        struct fy_record record = {
            .topic = processor->changelog, .partition = partition, .value = newest.rows[i].value};
        struct relay_row relay_row;
        struct count_row count_row;

        if (record.value.data == NULL)
            continue;
        check_decode(check, &record, relay ? (void *)&relay_row : (void *)&count_row);
        if (check->sim->failed)
            return 0;
        if (fy_slice_equal(key, fy_slice_of("@position")))
            check_place(
                check, processor, partition, relay ? relay_row.position : count_row.position);
        if (key.data[0] == '@')
            continue;
        keys++;
        if (relay)
            check_sender(check, key, &relay_row);
        else
            check_receiver(check, key, &count_row);
    }
    return keys;
}

static void check_totals(struct check *check)
{
    for (int i = 0; i < check_folds.receiver_count && !check->sim->failed; i++) {
        const struct receiver_fold *fold = &check_folds.receivers[i];
        int32_t partition = fy_partition_of(fold->key, check->sim->weather.partitions);
        static struct newest newest;
        struct fy_record record = {.topic = FY_TOPIC_PROBE_TOTALS, .partition = partition};
        struct probe_total total;

        newest = (struct newest){0};
        newest_read(&newest, check->sim->log, FY_TOPIC_PROBE_TOTALS, partition, 0);
        record.value = newest_get(&newest, fold->key);
        if (record.value.data == NULL) {
            if (fold->there)
                sim_fail(check->sim, "\"probe-totals\" has no \"%.*s\"", FY_SLICE_ARG(fold->key));
            continue;
        }
        check_decode(check, &record, &total);
        if (!fold->there || total.total.hash != fold->hash || total.total.quiets != fold->quiets)
            sim_fail(check->sim, "\"probe-totals\" has another \"%.*s\"", FY_SLICE_ARG(fold->key));
    }
}

void check_rows(struct check *check)
{
    int senders = 0, receivers = 0, rows[2] = {0};

    for (int i = 0; i < check_folds.sender_count; i++)
        senders += check_folds.senders[i].sent > 0;
    for (int i = 0; i < check_folds.receiver_count; i++)
        receivers += check_folds.receivers[i].there;
    for (int32_t p = 0; p < check->sim->weather.partitions; p++) {
        rows[0] += check_changelog(check, &relay_processor, p);
        rows[1] += check_changelog(check, &count_processor, p);
    }
    if (!check->sim->failed && (rows[0] != senders || rows[1] != receivers))
        sim_fail(check->sim, "%d rows of senders and %d of receivers, the fold has %d and %d",
            rows[0], rows[1], senders, receivers);
    if (!check->sim->failed)
        check_totals(check);
}
