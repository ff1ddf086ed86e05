#include "schemas/generated/count_row.h"
#include "schemas/generated/probe_total.h"
#include "schemas/generated/relay_row.h"
#include "test/driver/log_core.h"
#include "test/sim/check.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MAX = 64 };

/* The newest value of each key of one partition. */
struct newest {
    struct {
        struct fy_slice key, value;
    } rows[ROWS_MAX];
    int count;
    bool full;
};

static void newest_put(struct newest *newest, struct fy_slice key, struct fy_slice value)
{
    int at = 0;

    while (at < newest->count && !fy_slice_equal(newest->rows[at].key, key))
        at++;
    if (at == ROWS_MAX) {
        newest->full = true;
        return;
    }
    newest->count += at == newest->count;
    newest->rows[at].key = key;
    newest->rows[at].value = value;
}

static struct fy_slice newest_get(const struct newest *newest, struct fy_slice key)
{
    for (int i = 0; i < newest->count; i++) {
        if (fy_slice_equal(newest->rows[i].key, key))
            return newest->rows[i].value;
    }
    return (struct fy_slice){0};
}

/* Also what is committed and whose marker is not written yet: its writer may know of it. */
static void newest_read(
    struct newest *newest, struct log *log, enum fy_topic topic, int32_t partition, int64_t from)
{
    const struct partition *records = log_partition(log, topic, partition);

    for (int64_t at = from; at < records->count; at++) {
        if (log_entry_visible(log, &records->entries[at]))
            newest_put(newest, records->entries[at].key, records->entries[at].value);
    }
}

/* --- Disks ----------------------------------------------------------------------------------- */

struct disk {
    struct newest rows;
    int64_t number; /* -1: none. */
    int64_t number_ms;
};

static bool take_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct disk *disk = context;
    int64_t number[2];

    if (fy_slice_equal(key, fy_slice_of("@replay")) && value.size >= sizeof(number)) {
        memcpy(number, value.data, sizeof(number));
        disk->number = number[0];
        disk->number_ms = number[1];
        return true;
    }
    if (key.size < 5 || memcmp(key.data, "@due/", 5) != 0) /* The disk's own too: an index. */
        newest_put(&disk->rows, key, value);
    return true;
}

static bool same_bytes(struct fy_slice a, struct fy_slice b)
{
    return (a.data == NULL) == (b.data == NULL) && fy_slice_equal(a, b);
}

/* Rows and replay: every key of either must be the changelog's. */
static void compare(const struct process *process,
    int32_t partition,
    const struct disk *disk,
    const struct newest *want)
{
    for (int i = 0; i < disk->rows.count + want->count; i++) {
        struct fy_slice key =
            i < want->count ? want->rows[i].key : disk->rows.rows[i - want->count].key;

        if (same_bytes(newest_get(&disk->rows, key), newest_get(want, key)))
            continue;
        sim_fail(process->sim,
            "the disk of %s-%d, partition %d, replayed from %" PRId64
            ", has another row \"%.*s\" than "
            "the changelog",
            process->processor->name, process->number, (int)partition, disk->number,
            FY_SLICE_ARG(key));
        return;
    }
}

void check_store(const struct process *process)
{
    struct sim *sim = process->sim;
    enum fy_topic changelog = process->processor->changelog;
    static struct disk disk;
    static struct newest want;
    struct fy_err err;

    for (int32_t p = 0; p < sim->weather.partitions && !sim->failed; p++) {
        disk = (struct disk){.number = -1};
        want = (struct newest){0};
        if (fy_store_scan(
                process->store, (uint32_t)p, (struct fy_slice){0}, take_row, &disk, &err) != FY_OK)
            abort();

        /* Without a number, or too old for tombstones to be there still, it will be wiped. */
        if (disk.number < 0 || sim->now_ms - disk.number_ms > INT64_C(12) * 3600 * 1000)
            continue;
        newest_read(&disk.rows, sim->log, changelog, p, disk.number);
        newest_read(&want, sim->log, changelog, p, 0);
        compare(process, p, &disk, &want);
    }
}

/* --- Rows ------------------------------------------------------------------------------------ */

static void check_place(struct check *check,
    const struct fy_processor *processor,
    int32_t partition,
    const struct task_position *position)
{
    for (size_t i = 0; i < position->inputs.count && !check->sim->real; i++) {
        const struct position *input = &position->inputs.items[i];
        int64_t group = log_group_offset(
            check->sim->log, processor->name, fy_topic_find(input->topic), partition);

        if (group != input->offset)
            sim_fail(check->sim,
                "%s-%d: its position row says %" PRId64 " of \"%.*s\", its group %" PRId64,
                processor->name, (int)partition, input->offset, FY_SLICE_ARG(input->topic), group);
    }
}

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
