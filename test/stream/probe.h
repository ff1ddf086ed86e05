/*
 * probe.h - a processor that shows every mistake of the runtime that runs it.
 *
 * It folds counts into one number per SKU, in which order, loss and repetition all leave a mark
 * (n -> 31 n + units, modulo a prime), and tells each step as an event and as a level.
 *
 *   units DELETES   deletes the row: the SKU begins anew
 *   units QUIET     changes nothing and tells nobody
 *   units REFUSED   is refused with FY_REJECT
 *   value of junk   is refused by the codec
 *
 * It takes the place of "stock": the same topics, the same changelog.
 */
#ifndef TEST_PROBE_H
#define TEST_PROBE_H

#include "lib/task.h"
#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_level.h"
#include "schemas/generated/stock_row.h"
#include "schemas/generated/supply.h"
#include "test/driver/driver.h"
#include "test/expect.h"

enum { DELETES = 13, QUIET = 0, REFUSED = 666 };

static inline int64_t probe_fold(int64_t state, int64_t units)
{
    return (state * 31 + units) % 1000000007;
}

static inline enum fy_status probe_load(
    struct fy_task *task, struct fy_slice key, int64_t *ret_state, struct fy_err *err)
{
    struct stock_row row;
    struct fy_slice bytes;
    enum fy_status status = fy_task_get(task, key, &bytes, err);

    if (status != FY_OK)
        return status;
    *ret_state = 0;
    if (bytes.data == NULL)
        return FY_OK;
    status = stock_row_decode(bytes, fy_task_arena(task), &row, err);
    if (status == FY_OK)
        *ret_state = row.sku->on_hand_units;
    return status;
}

static inline enum fy_status probe_save(
    struct fy_task *task, struct fy_slice key, int64_t state, struct fy_err *err)
{
    struct sku_row sku = {
        .supplier = fy_slice_of("s"),
        .title = fy_slice_of("t"),
        .price.currency = fy_slice_of("EUR"),
        .on_hand_units = state,
    };
    struct stock_row row = {.sku = &sku};
    struct fy_slice bytes;
    enum fy_status status = stock_row_encode(&row, fy_task_arena(task), &bytes, err);

    if (status != FY_OK)
        return status;
    return fy_task_put(task, key, bytes, err);
}

static inline enum fy_status probe_tell(struct fy_task *task,
    const struct fy_record *record,
    const struct envelope *cause,
    int64_t state,
    struct fy_err *err)
{
    struct stock_set set = {state};
    struct stock_event event = {
        .envelope = *cause,
        .sku = record->key,
        .supplier = fy_slice_of("s"),
        .stock_set = &set,
    };
    struct stock_level level = {
        .sku = record->key,
        .updated_ms = fy_task_now_ms(task),
        .supplier = fy_slice_of("s"),
        .on_hand_units = state,
    };
    enum fy_status status = fy_task_emit(task, FY_TOPIC_STOCK, record->key, &event, err);

    if (status != FY_OK)
        return status;
    return fy_task_emit(task, FY_TOPIC_STOCK_LEVELS, record->key, &level, err);
}

static inline enum fy_status probe_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct supply supply;
    int64_t state, units;
    enum fy_status status;

    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone");
    status = supply_decode(record->value, fy_task_arena(task), &supply, err);
    if (status != FY_OK)
        return status;
    if (supply.stock_counted == NULL)
        return fy_fail(err, FY_REJECT, "no count");
    units = supply.stock_counted->units;
    if (units == REFUSED)
        return fy_fail(err, FY_REJECT, "nobody counts %d", REFUSED);
    if (units == QUIET)
        return FY_OK;

    status = probe_load(task, record->key, &state, err);
    if (status != FY_OK)
        return status;
    state = units == DELETES ? 0 : probe_fold(state, units);
    status = units == DELETES ? fy_task_delete(task, record->key, err)
                              : probe_save(task, record->key, state, err);
    if (status != FY_OK)
        return status;
    return probe_tell(task, record, &supply.envelope, state, err);
}

static const enum fy_topic probe_inputs[] = {FY_TOPIC_SUPPLY};

static const struct fy_processor probe = {
    .name = "stock",
    .inputs = probe_inputs,
    .input_count = 1,
    .changelog = FY_TOPIC_STOCK_CHANGELOG,
    .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = probe_handle,
};

/* Into any input of a processor that handles all of them as the probe does. */
static inline struct fy_place probe_send_to(
    struct driver *driver, enum fy_topic topic, const char *sku, int64_t units)
{
    struct stock_counted counted = {units};
    struct supply supply = {
        .envelope =
            {
                .event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
                .root = fy_slice_of("s"),
                .actor = fy_slice_of("supplier:s"),
            },
        .sku = fy_slice_of(sku),
        .supplier = fy_slice_of("s"),
        .stock_counted = &counted,
    };
    struct fy_arena arena;
    struct fy_slice bytes = {0};
    struct fy_place place;
    struct fy_err err = {0};

    fy_arena_init(&arena, 65536);
    EXPECT_I64(FY_OK, supply_encode(&supply, &arena, &bytes, &err));
    place = driver_send_raw(driver, topic, fy_slice_of(sku), bytes);
    fy_arena_done(&arena);
    return place;
}

static inline struct fy_place probe_send(struct driver *driver, const char *sku, int64_t units)
{
    return probe_send_to(driver, FY_TOPIC_SUPPLY, sku, units);
}

#endif
