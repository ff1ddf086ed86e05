/* Rows of topics and disks. */
#include "schemas/generated/task_position.h"
#include "test/driver/log_core.h"
#include "test/sim/check.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void newest_put(struct newest *newest, struct fy_slice key, struct fy_slice value)
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

struct fy_slice newest_get(const struct newest *newest, struct fy_slice key)
{
    for (int i = 0; i < newest->count; i++) {
        if (fy_slice_equal(newest->rows[i].key, key))
            return newest->rows[i].value;
    }
    return (struct fy_slice){0};
}

void newest_read(
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

void check_place(struct check *check,
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
