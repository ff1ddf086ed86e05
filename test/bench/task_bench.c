/*
 * task_bench.c - the two programs that `./fy bench runtime` measures our tasks with, run as every
 * task program is: bench.task count|rmw COMMIT_MS ROW_BYTES --conf FILE
 *
 *   count   one more of this SKU; the new count goes out as a level
 *   rmw     the same on a row of ROW_BYTES, and the change goes out as an event too
 *
 * It takes the place of "stock": the same topics, the same changelog. Inputs, rows and outputs are
 * Avro with all that the shop's have in them; the peer's are plain numbers.
 */
#include "lib/task.h"
#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_level.h"
#include "schemas/generated/stock_row.h"
#include "schemas/generated/supply.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROW_BYTES_MAX = 64 * 1024 };

static bool changes_rows; /* rmw */
static struct fy_slice padding;

static enum fy_status row_load(
    struct fy_task *task, struct fy_slice key, int64_t *ret_count, struct fy_err *err)
{
    struct stock_row row;
    struct fy_slice bytes;
    enum fy_status status = fy_task_get(task, key, &bytes, err);

    if (status != FY_OK)
        return status;
    *ret_count = 0;
    if (bytes.data == NULL)
        return FY_OK;
    status = stock_row_decode(bytes, fy_task_arena(task), &row, err);
    if (status != FY_OK || row.sku == NULL)
        return fy_fail(err, FY_FATAL, "a row that the bench did not write");
    *ret_count = row.sku->on_hand_units;
    return FY_OK;
}

static enum fy_status row_save(
    struct fy_task *task, struct fy_slice key, int64_t count, struct fy_err *err)
{
    struct sku_row sku = {
        .supplier = fy_slice_of("s"),
        .title = padding,
        .price.currency = fy_slice_of("EUR"),
        .on_hand_units = count,
    };
    struct stock_row row = {.sku = &sku};
    struct fy_slice bytes;
    enum fy_status status = stock_row_encode(&row, fy_task_arena(task), &bytes, err);

    if (status != FY_OK)
        return status;
    return fy_task_put(task, key, bytes, err);
}

static enum fy_status tell_event(
    struct fy_task *task, const struct supply *supply, int64_t count, struct fy_err *err)
{
    struct stock_set set = {count};
    struct stock_event event = {
        .envelope = supply->envelope,
        .sku = supply->sku,
        .supplier = supply->supplier,
        .stock_set = &set,
    };

    return fy_task_emit(task, FY_TOPIC_STOCK, supply->sku, &event, err);
}

static enum fy_status tell_level(struct fy_task *task,
    const struct fy_record *record,
    const struct supply *supply,
    int64_t count,
    struct fy_err *err)
{
    struct position as_of = {
        .topic = fy_slice_of(fy_topics[record->topic].name),
        .partition = record->partition,
        .offset = record->offset,
    };
    struct stock_level level = {
        .sku = supply->sku,
        .as_of = {.items = &as_of, .count = 1},
        .updated_ms = fy_task_now_ms(task),
        .supplier = supply->supplier,
        .on_hand_units = count,
        .available_units = count,
    };

    return fy_task_emit(task, FY_TOPIC_STOCK_LEVELS, record->key, &level, err);
}

static enum fy_status handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct supply supply;
    int64_t count;
    enum fy_status status = supply_decode(record->value, fy_task_arena(task), &supply, err);

    if (status == FY_OK)
        status = row_load(task, record->key, &count, err);
    if (status == FY_OK)
        status = row_save(task, record->key, ++count, err);
    if (status == FY_OK && changes_rows)
        status = tell_event(task, &supply, count, err);
    if (status != FY_OK)
        return status;
    return tell_level(task, record, &supply, count, err);
}

int main(int argc, char **argv)
{
    static const enum fy_topic inputs[] = {FY_TOPIC_SUPPLY};
    static char row[ROW_BYTES_MAX];
    static struct fy_processor processor = {
        .name = "stock",
        .inputs = inputs,
        .input_count = 1,
        .changelog = FY_TOPIC_STOCK_CHANGELOG,
        .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
        .handle = handle,
    };
    long commit_ms = argc > 3 ? strtol(argv[2], NULL, 10) : 0;
    long row_bytes = argc > 3 ? strtol(argv[3], NULL, 10) : -1;

    if (commit_ms < 1 || commit_ms > 10000 || row_bytes < 0 || row_bytes > ROW_BYTES_MAX ||
        (strcmp(argv[1], "count") != 0 && strcmp(argv[1], "rmw") != 0)) {
        (void)fprintf(stderr,
            "usage: bench.task count|rmw COMMIT_MS ROW_BYTES --conf FILE   1 .. 10000, 0 .. %d\n",
            ROW_BYTES_MAX);
        return EXIT_FAILURE;
    }
    changes_rows = strcmp(argv[1], "rmw") == 0;
    memset(row, 'r', sizeof(row));
    padding = (struct fy_slice){(const uint8_t *)row, (size_t)row_bytes};
    processor.commit_interval_ms = (int)commit_ms;
    argv[3] = argv[0];
    return fy_task_main(&processor, argc - 3, argv + 3);
}
