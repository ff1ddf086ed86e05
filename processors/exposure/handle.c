#include "processors/exposure/handle.h"

#include "processors/exposure/exposure.h"
#include "processors/exposure/ledger.h"
#include "processors/exposure/orders.h"

static const enum fy_topic inputs[] = {FY_TOPIC_ACTIVITY, FY_TOPIC_ORDERS, FY_TOPIC_OPERATIONS};

/* A projection: its rows are what its inputs make of them. */
static const enum fy_topic facts[] = {FY_TOPIC_ACTIVITY, FY_TOPIC_ORDERS};
static const struct fy_rebuild rebuild = {
    .topics = facts,
    .topic_count = sizeof(facts) / sizeof(facts[0]),
    .fold = exposure_handle,
};

const struct fy_processor exposure_processor = {
    .name = "exposure",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_EXPOSURE_CHANGELOG,
    .dead_letters = FY_TOPIC_EXPOSURE_DEAD_LETTERS,
    .commit_interval_ms = 500, /* Suppliers look at days. */
    .patience_ms = 50,         /* Counts of a day. */
    .handle = exposure_handle,
    .rebuild = &rebuild,
};

/* --- Activity ---------------------------------------------------------------------------------
 */

static bool fits(struct fy_slice text)
{
    return text.size <= EXPOSURE_TEXT_BYTES_MAX;
}

/* Edges promise as much. What would break a row or a key is checked again. */
static enum fy_status activity_check(
    const struct activity *activity, struct fy_slice key, struct fy_err *err)
{
    const struct recommendation_shown *shown = activity->recommendation_shown;
    bool good = fits(activity->session) && activity->suppliers.count <= EXPOSURE_COUNTS_MAX;

    if (key.data == NULL || !fy_slice_equal(key, activity->visitor))
        return fy_fail(err, FY_REJECT, "the key is not the activity's visitor");
    if (key.size == 0 || !fits(key))
        return fy_fail(
            err, FY_REJECT, "visitor: %zu bytes, 1 to %d", key.size, EXPOSURE_TEXT_BYTES_MAX);
    for (size_t i = 0; i < activity->suppliers.count && good; i++)
        good = fits(activity->suppliers.items[i]);
    for (size_t i = 0; shown != NULL && i < shown->skus.count && good; i++)
        good = fits(shown->skus.items[i]) && shown->skus.count <= EXPOSURE_COUNTS_MAX;
    if (activity->item_viewed != NULL)
        good = good && fits(activity->item_viewed->sku);
    if (activity->cart_item_set != NULL)
        good = good && fits(activity->cart_item_set->sku);
    if (activity->recommendation_clicked != NULL)
        good = good && fits(activity->recommendation_clicked->sku);
    if (!good)
        return fy_fail(err, FY_REJECT, "a text of more than %d bytes, or more than %d products",
            EXPOSURE_TEXT_BYTES_MAX, EXPOSURE_COUNTS_MAX);
    return FY_OK;
}

static enum fy_status activity_read(struct fy_arena *arena,
    const struct fy_record *record,
    struct activity *ret_activity,
    struct fy_err *err)
{
    enum fy_status status;

    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which facts never are");
    status = activity_decode(record->value, arena, ret_activity, err);
    return status == FY_OK ? activity_check(ret_activity, record->key, err) : status;
}

static void step_add(struct exposure *exposure, const struct exposure_count *count)
{
    switch (count->step) {
    case EXPOSURE_IMPRESSION:
        exposure->impressions++;
        break;
    case EXPOSURE_EXPLORED:
        exposure->impressions_explored++;
        break;
    case EXPOSURE_MINIMUM:
        exposure->impressions_minimum++;
        break;
    case EXPOSURE_CLICK:
        exposure->clicks++;
        break;
    case EXPOSURE_VIEW:
        exposure->views++;
        break;
    case EXPOSURE_CART:
        exposure->carts++;
        break;
    case EXPOSURE_BEYOND:
        exposure->beyond++;
        break;
    }
}

static enum fy_status count_all(
    struct ledger *ledger, const struct exposure_counts *counts, int32_t day, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (size_t i = 0; i < counts->count && status == FY_OK; i++) {
        const struct exposure_count *count = &counts->items[i];
        struct exposure *exposure;

        status = ledger_at(ledger, count->supplier, count->sku, day, &exposure, err);
        if (status != FY_OK)
            return status;
        step_add(exposure, count);
        status = ledger_at(ledger, count->supplier, (struct fy_slice){0}, day, &exposure, err);
        if (status != FY_OK)
            return status;
        step_add(exposure, count);
        exposure->visitors += count->reaches;
    }
    return status;
}

/* A visitor saw or did something: count it for whose products they were. */
static enum fy_status handle_activity(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct exposure_counts counts;
    struct exposure_room room;
    struct exposure_row row;
    struct onlooker onlooker = {0};
    struct activity activity;
    struct ledger *ledger = NULL;
    struct fy_slice key;
    int32_t day;
    enum fy_status status = activity_read(fy_task_arena(task), record, &activity, err);

    if (status != FY_OK)
        return status;
    key = fy_arena_format(fy_task_arena(task), "v/%.*s", FY_SLICE_ARG(record->key));
    if (key.data == NULL)
        return fy_fail(err, FY_FATAL, "a visitor's key does not fit the arena");
    status = ledger_open(task, record, &ledger, err);
    if (status == FY_OK)
        status = ledger_row(task, key, &row, err);
    if (status != FY_OK)
        return status;
    if (row.onlooker != NULL)
        onlooker = *row.onlooker;

    day = exposure_day(activity.envelope.event_ms, ledger_newest(ledger));
    exposure_count(&onlooker, &activity, day, &room, &counts);

    status = count_all(ledger, &counts, day, err);
    row = (struct exposure_row){.onlooker = &onlooker};
    if (status == FY_OK)
        status = ledger_put(task, key, &row, err);
    return status == FY_OK ? ledger_close(ledger, err) : status;
}

/* --- Orders -----------------------------------------------------------------------------------
 */

static enum fy_status order_read(struct fy_arena *arena,
    const struct fy_record *record,
    struct order_event *ret_event,
    struct fy_err *err)
{
    enum fy_status status;

    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which events never are");
    status = order_event_decode(record->value, arena, ret_event, err);
    if (status == FY_OK && (!fy_slice_equal(record->key, ret_event->order) ||
                               record->key.size == 0 || !fits(record->key)))
        return fy_fail(err, FY_REJECT, "the key is not the event's order");
    return status;
}

static bool named_before(const struct basket *basket, size_t line)
{
    for (size_t i = 0; i < line; i++)
        if (fy_slice_equal(basket->lines.items[i].supplier, basket->lines.items[line].supplier))
            return true;
    return false;
}

static enum fy_status count_basket(
    struct ledger *ledger, const struct basket *basket, int32_t day, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (size_t i = 0; i < basket->lines.count && status == FY_OK; i++) {
        const struct basket_line *line = &basket->lines.items[i];
        struct exposure *exposure;

        if (line->supplier.size == 0 || !fits(line->supplier) || !fits(line->sku))
            continue;
        status = ledger_at(ledger, line->supplier, line->sku, day, &exposure, err);
        if (status != FY_OK)
            return status;
        exposure->orders++;
        exposure->units += line->units;
        ledger_pay(ledger, exposure, &line->price, line->units);
        status = ledger_at(ledger, line->supplier, (struct fy_slice){0}, day, &exposure, err);
        if (status != FY_OK)
            return status;
        exposure->orders += !named_before(basket, i);
        exposure->units += line->units;
        ledger_pay(ledger, exposure, &line->price, line->units);
    }
    return status;
}

/* What an order holds is remembered until it is confirmed, and counted then. */
static enum fy_status handle_order(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct basket_room room;
    struct order_event event;
    struct exposure_row row;
    struct basket basket = {0};
    struct ledger *ledger = NULL;
    struct fy_slice key;
    bool known;
    enum basket_end end;
    enum fy_status status = order_read(fy_task_arena(task), record, &event, err);

    if (status != FY_OK)
        return status;
    key = fy_arena_format(fy_task_arena(task), "b/%.*s", FY_SLICE_ARG(record->key));
    if (key.data == NULL)
        return fy_fail(err, FY_FATAL, "an order's key does not fit the arena");
    status = ledger_open(task, record, &ledger, err);
    if (status == FY_OK)
        status = ledger_row(task, key, &row, err);
    if (status != FY_OK)
        return status;
    known = row.basket != NULL;
    if (known)
        basket = *row.basket;

    end = basket_evolve(&basket, &event, &room);
    if (end == BASKET_CONFIRMED)
        status = count_basket(
            ledger, &basket, exposure_day(event.envelope.event_ms, ledger_newest(ledger)), err);
    row = (struct exposure_row){.basket = &basket};
    if (status == FY_OK && end == BASKET_OPEN)
        status = ledger_put(task, key, &row, err);
    else if (status == FY_OK && known)
        status = fy_task_delete(task, key, err);
    return status == FY_OK ? ledger_close(ledger, err) : status;
}

enum fy_status exposure_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    return record->topic == FY_TOPIC_ORDERS ? handle_order(task, record, err)
                                            : handle_activity(task, record, err);
}
