/*
 * alarm.h - a processor with timers that shows every mistake of the runtime that runs them.
 *
 * A count of `units` folds into the SKU's number, as in probe.h, and sets its timer `units` seconds
 * ahead (0: takes it away). Firing folds FIRED in, and rings again 3 s later while the number is
 * even; so a timer that fires too often, too seldom or too early leaves its mark. Each step is told
 * as an event: a count as stock_set, a firing as stock_adjusted, whose units are the due time.
 *
 *   units DELETES   deletes the row, and with it the timer
 *   units STUBBORN  its timer is refused when it fires
 *   units STUCK     its timer is left as it was
 */
#ifndef TEST_ALARM_H
#define TEST_ALARM_H

#include "test/expect.h"
#include "test/stream/probe.h"

#include <string.h>

enum { FIRED = 7, AGAIN_MS = 3000, STUBBORN = 777, STUCK = 778 };

struct alarm_row {
    int64_t state, due_ms, kind;
};

static inline int64_t alarm_due_ms(struct fy_slice bytes)
{
    struct alarm_row row;

    if (bytes.size != sizeof(row))
        return 0;
    memcpy(&row, bytes.data, sizeof(row));
    return row.due_ms;
}

static inline enum fy_status alarm_load(
    struct fy_task *task, struct fy_slice key, struct alarm_row *ret_row, struct fy_err *err)
{
    struct fy_slice bytes;
    enum fy_status status = fy_task_get(task, key, &bytes, err);

    *ret_row = (struct alarm_row){0};
    if (status == FY_OK && bytes.size == sizeof(*ret_row))
        memcpy(ret_row, bytes.data, sizeof(*ret_row));
    return status;
}

static inline enum fy_status alarm_save(
    struct fy_task *task, struct fy_slice key, const struct alarm_row *row, struct fy_err *err)
{
    return fy_task_put(task, key, (struct fy_slice){(const uint8_t *)row, sizeof(*row)}, err);
}

static inline enum fy_status alarm_tell(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, int64_t state, struct fy_err *err)
{
    struct stock_set set = {state};
    struct stock_corrected fired = {due_ms, state, fy_slice_of("fired")};
    struct stock_event event = {
        .envelope =
            {
                .event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
                .root = fy_slice_of("s"),
                .actor = fy_slice_of("supplier:s"),
                .event_ms = fy_task_now_ms(task),
            },
        .sku = key,
        .supplier = fy_slice_of("s"),
        .stock_set = due_ms == 0 ? &set : NULL,
        .stock_adjusted = due_ms == 0 ? NULL : &fired,
    };

    return fy_task_emit(task, FY_TOPIC_STOCK, key, &event, err);
}

static inline enum fy_status alarm_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct supply supply;
    struct alarm_row row;
    int64_t units;
    enum fy_status status = supply_decode(record->value, fy_task_arena(task), &supply, err);

    if (status != FY_OK)
        return status;
    units = supply.stock_counted->units;
    status = alarm_load(task, record->key, &row, err);
    if (status != FY_OK)
        return status;
    row.kind = units == STUBBORN || units == STUCK ? units : 0;
    row.state = units == DELETES ? 0 : probe_fold(row.state, units);
    row.due_ms = units == 0 ? 0 : fy_task_now_ms(task) + units * 1000;
    status = units == DELETES ? fy_task_delete(task, record->key, err)
                              : alarm_save(task, record->key, &row, err);
    if (status != FY_OK)
        return status;
    return alarm_tell(task, record->key, 0, row.state, err);
}

static inline int64_t alarm_again(int64_t state, int64_t due_ms)
{
    return state % 2 == 0 ? due_ms + AGAIN_MS : 0;
}

static inline enum fy_status alarm_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err)
{
    struct alarm_row row;
    enum fy_status status = alarm_load(task, key, &row, err);

    if (status != FY_OK)
        return status;
    CU_ASSERT_EQUAL(due_ms, row.due_ms);
    CU_ASSERT_TRUE(fy_task_now_ms(task) >= due_ms);
    if (row.kind == STUBBORN)
        return fy_fail(err, FY_REJECT, "this one never rings");
    row.state = probe_fold(row.state, FIRED);
    if (row.kind != STUCK)
        row.due_ms = alarm_again(row.state, due_ms);
    status = alarm_save(task, key, &row, err);
    return status == FY_OK ? alarm_tell(task, key, due_ms, row.state, err) : status;
}

static const struct fy_processor alarm = {
    .name = "stock",
    .inputs = probe_inputs,
    .input_count = 1,
    .changelog = FY_TOPIC_STOCK_CHANGELOG,
    .dead_letters = FY_TOPIC_STOCK_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = alarm_handle,
    .due_ms = alarm_due_ms,
    .fire = alarm_fire,
};

/* --- What must come out ----------------------------------------------------------------------- */

/* Inputs and events of one SKU, side by side. */
struct alarm_check {
    struct driver *driver;
    struct fy_arena arena;
    struct log_cursor input, told;
    int fired;
};

static inline bool alarm_next(struct alarm_check *check,
    enum fy_topic topic,
    struct log_cursor *cursor,
    const char *sku,
    struct fy_record *ret_record)
{
    while (log_read(driver_log(check->driver), topic, driver_partition(check->driver, sku), cursor,
        ret_record)) {
        if (fy_slice_equal(ret_record->key, fy_slice_of(sku)))
            return true;
    }
    return false;
}

static inline bool alarm_input(
    struct alarm_check *check, const char *sku, int64_t *ret_units, int64_t *ret_append_ms)
{
    struct fy_record record;
    struct supply supply;
    struct fy_err err;

    if (!alarm_next(check, FY_TOPIC_SUPPLY, &check->input, sku, &record))
        return false;
    EXPECT_I64(FY_OK, supply_decode(record.value, &check->arena, &supply, &err));
    *ret_units = supply.stock_counted->units;
    *ret_append_ms = record.append_ms;
    return true;
}

/*
 * The events of a SKU must be its counts, each once and in order, with the firings that its row
 * then asked for in between: none that was not due, none before a count that came in time, and none
 * left over. Counts the firings.
 */
static inline void alarm_check_sku(struct alarm_check *check, const char *sku)
{
    struct alarm_row model = {0};
    struct fy_record record;
    int64_t units = 0, append_ms = 0;
    bool more;

    check->input = (struct log_cursor){0};
    check->told = (struct log_cursor){0};
    more = alarm_input(check, sku, &units, &append_ms);
    while (alarm_next(check, FY_TOPIC_STOCK, &check->told, sku, &record)) {
        struct stock_event event;
        struct fy_err err;

        EXPECT_I64(FY_OK, stock_event_decode(record.value, &check->arena, &event, &err));
        if (event.stock_adjusted != NULL) {
            EXPECT_I64(model.due_ms, event.stock_adjusted->units);
            CU_ASSERT_TRUE_FATAL(model.due_ms > 0);
            CU_ASSERT_TRUE(!more || append_ms > model.due_ms);
            model.state = probe_fold(model.state, FIRED);
            model.due_ms = alarm_again(model.state, model.due_ms);
            EXPECT_I64(model.state, event.stock_adjusted->on_hand_units);
            check->fired++;
            continue;
        }
        CU_ASSERT_TRUE_FATAL(more);
        model.state = units == DELETES ? 0 : probe_fold(model.state, units);
        /* The task's time may be later than the record's: another SKU's timer moved it on. */
        CU_ASSERT_TRUE(event.envelope.event_ms >= append_ms);
        model.due_ms = units == 0 || units == DELETES ? 0 : event.envelope.event_ms + units * 1000;
        EXPECT_I64(model.state, event.stock_set->on_hand_units);
        more = alarm_input(check, sku, &units, &append_ms);
    }
    CU_ASSERT_FALSE(more);
    CU_ASSERT_TRUE(model.due_ms == 0 || model.due_ms > driver_now_ms(check->driver) - 500);
}

/* Returns how many firings there were. */
static inline int expect_alarms(struct driver *driver, const char *const *skus, int count)
{
    struct alarm_check check = {.driver = driver};

    fy_arena_init(&check.arena, 64 * 1024 * 1024);
    for (int i = 0; i < count; i++)
        alarm_check_sku(&check, skus[i]);
    fy_arena_done(&check.arena);
    return check.fired;
}

#endif
