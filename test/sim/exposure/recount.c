#include "test/sim/exposure/recount.h"

#include "schemas/generated/activity.h"
#include "schemas/generated/order_event.h"

#include <stdlib.h>
#include <string.h>

const char *const recount_visitors[RECOUNT_VISITORS] = {"ann", "bob", "cat", "dan"};
const char *const recount_skus[RECOUNT_SKUS] = {"mug", "cup", "hat"};
const char *const recount_suppliers[RECOUNT_SUPPLIERS] = {"acme", "bolt"};
const char *const recount_lists[RECOUNT_LISTS] = {"l1", "l2", "l3"};

int recount_find(const char *const *names, int count, struct fy_slice name)
{
    int at = 0;

    while (at < count && !fy_slice_equal(fy_slice_of(names[at]), name))
        at++;
    return at;
}

static int sku_of(struct fy_slice name)
{
    int sku = recount_find(recount_skus, RECOUNT_SKUS, name);

    if (sku == RECOUNT_SKUS)
        abort();
    return sku;
}

/* --- Days and counts -------------------------------------------------------------------------- */

static int32_t day_of(int64_t ms)
{
    return (int32_t)(ms / (24 * 3600 * 1000));
}

/* On the edge's day; when that is over, or not near, on which it came. */
static int32_t day_for(int64_t event_ms, int32_t newest)
{
    int32_t day = day_of(event_ms);

    return day < newest - 2 || day > newest + 1 ? newest : day;
}

bool recount_is_open(const struct recount *recount, const struct recount_tally *tally)
{
    return tally->day >= recount->newest[tally->partition][tally->kind] - 2;
}

static void advance(struct recount *recount, const struct fy_record *record, enum recount_kind kind)
{
    int32_t *newest = &recount->newest[record->partition][kind];

    if (day_of(record->append_ms) > *newest)
        *newest = day_of(record->append_ms);
}

struct recount_tally *recount_tally_find(struct recount *recount,
    int32_t partition,
    enum recount_kind kind,
    int supplier,
    int sku,
    int32_t day)
{
    for (int i = 0; i < recount->tally_count; i++) {
        struct recount_tally *tally = &recount->tallies[i];

        if (tally->partition == partition && tally->kind == kind && tally->supplier == supplier &&
            tally->sku == sku && tally->day == day)
            return tally;
    }
    return NULL;
}

static struct recount_tally *tally_at(struct recount *recount,
    const struct fy_record *record,
    enum recount_kind kind,
    int supplier,
    int sku,
    int32_t day)
{
    struct recount_tally *tally =
        recount_tally_find(recount, record->partition, kind, supplier, sku, day);

    if (tally == NULL) {
        if (recount->tally_count == RECOUNT_TALLIES)
            abort();
        tally = &recount->tallies[recount->tally_count++];
        *tally = (struct recount_tally){.partition = record->partition,
            .kind = kind,
            .supplier = supplier,
            .sku = sku,
            .day = day};
    }
    tally->exposure.updated_ms = record->append_ms;
    return tally;
}

/* --- Activity --------------------------------------------------------------------------------- */

/* Which number of an exposure a step adds to. */
typedef int64_t *(*number_of)(struct exposure *exposure);

static int64_t *impressions(struct exposure *exposure)
{
    return &exposure->impressions;
}

static int64_t *explored(struct exposure *exposure)
{
    return &exposure->impressions_explored;
}

static int64_t *minimum(struct exposure *exposure)
{
    return &exposure->impressions_minimum;
}

static int64_t *clicks(struct exposure *exposure)
{
    return &exposure->clicks;
}

static int64_t *views(struct exposure *exposure)
{
    return &exposure->views;
}

static int64_t *carts(struct exposure *exposure)
{
    return &exposure->carts;
}

static number_of step_of(struct fy_slice credit)
{
    if (credit.size != 17)
        return NULL;
    return credit.data[0] == 'i'   ? impressions
           : credit.data[0] == 'e' ? explored
           : credit.data[0] == 'm' ? minimum
                                   : NULL;
}

/* One activity of one visitor. */
struct act {
    struct recount *recount;
    struct recount_visitor *visitor;
    const struct fy_record *record;
    const struct activity *activity;
    int32_t day;
};

static void count(struct act *act, size_t at, struct fy_slice name, number_of number, bool seen)
{
    int sku = sku_of(name);
    int supplier = RECOUNT_SUPPLIERS;
    struct recount_tally *total;

    if (at < act->activity->suppliers.count)
        supplier =
            recount_find(recount_suppliers, RECOUNT_SUPPLIERS, act->activity->suppliers.items[at]);
    if (supplier == RECOUNT_SUPPLIERS)
        return;
    act->visitor->counted++;
    ++*number(
        &tally_at(act->recount, act->record, RECOUNT_ACTIVITY, supplier, sku, act->day)->exposure);
    total = tally_at(act->recount, act->record, RECOUNT_ACTIVITY, supplier, RECOUNT_SKUS, act->day);
    ++*number(&total->exposure);
    if (seen && act->day == act->visitor->day && !act->visitor->reached[supplier]) {
        act->visitor->reached[supplier] = true;
        total->exposure.visitors++;
    }
}

static void read_lists(struct act *act)
{
    const struct recommendation_shown *shown = act->activity->recommendation_shown;
    const struct recommendation_clicked *clicked = act->activity->recommendation_clicked;

    for (size_t i = 0; shown != NULL && i < shown->skus.count && i < shown->credits.count; i++) {
        number_of step = step_of(shown->credits.items[i]);
        bool *seen = &act->visitor->shown[recount_find(
            recount_lists, RECOUNT_LISTS, shown->list_id)][sku_of(shown->skus.items[i])];

        if (step == NULL || *seen)
            continue;
        *seen = true;
        count(act, i, shown->skus.items[i], step, true);
    }
    if (clicked != NULL && step_of(clicked->credit) != NULL) {
        bool *chosen = &act->visitor->chosen[recount_find(
            recount_lists, RECOUNT_LISTS, clicked->list_id)][sku_of(clicked->sku)];

        if (!*chosen)
            count(act, 0, clicked->sku, clicks, false);
        *chosen = true;
    }
}

static void read_act(struct act *act)
{
    const struct activity *activity = act->activity;
    struct recount_visitor *visitor = act->visitor;

    if (activity->visitor_forgotten != NULL) {
        int64_t forgotten_ms = activity->visitor_forgotten->forgotten_ms;

        if (forgotten_ms > visitor->forgotten_ms)
            *visitor = (struct recount_visitor){.known = true, .forgotten_ms = forgotten_ms};
        return;
    }
    if (activity->has_n) { /* Its session's number tells which session it is. */
        bool *read = &visitor->read[activity->n / RECOUNT_SESSION][activity->n];

        if (*read)
            return;
        *read = true;
    }
    if (act->day > visitor->day) {
        visitor->day = act->day;
        visitor->counted = 0;
        memset(visitor->reached, 0, sizeof(visitor->reached));
    }
    read_lists(act);
    if (activity->item_viewed != NULL)
        count(act, 0, activity->item_viewed->sku, views, false);
    if (activity->cart_item_set != NULL) {
        bool *held = &visitor->cart[sku_of(activity->cart_item_set->sku)];
        bool holds = activity->cart_item_set->units > 0;

        if (holds && !*held)
            count(act, 0, activity->cart_item_set->sku, carts, false);
        *held = holds;
    }
}

static void read_activity(struct recount *recount, const struct fy_record *record)
{
    int at = recount_find(recount_visitors, RECOUNT_VISITORS, record->key);
    struct recount_visitor *visitor = &recount->visitors[at];
    struct activity activity;
    struct fy_err err;

    if (at == RECOUNT_VISITORS)
        abort();
    if (visitor->parked)
        return;
    if (activity_decode(record->value, &recount->check->arena, &activity, &err) != FY_OK) {
        visitor->parked = true;
        return;
    }
    visitor->known = true;
    advance(recount, record, RECOUNT_ACTIVITY);
    read_act(&(struct act){recount, visitor, record, &activity,
        day_for(activity.envelope.event_ms, recount->newest[record->partition][RECOUNT_ACTIVITY])});
}

/* --- Orders ----------------------------------------------------------------------------------- */

static void count_order(struct recount *recount,
    const struct fy_record *record,
    const struct recount_order *order,
    int32_t day)
{
    for (int i = 0; i < order->count; i++) {
        int supplier = order->lines[i].supplier;
        bool first = true;

        if (supplier == RECOUNT_SUPPLIERS)
            continue;
        for (int j = 0; j < i; j++)
            first = first && order->lines[j].supplier != supplier;
        for (int total = 0; total < 2; total++) {
            int sku = total == 0 ? order->lines[i].sku : RECOUNT_SKUS;
            struct recount_tally *tally =
                tally_at(recount, record, RECOUNT_ORDER, supplier, sku, day);

            tally->exposure.orders += total == 0 || first;
            tally->exposure.units += order->lines[i].units;
            tally->revenue_minor += order->lines[i].units * order->lines[i].minor;
        }
    }
}

static void read_order(struct recount *recount, const struct fy_record *record)
{
    struct recount_order *order = &recount->orders[(record->key.data[1] - '0') % RECOUNT_ORDERS];
    struct order_event event;

    check_decode(recount->check, record, &event);
    if (recount->check->sim->failed)
        return;
    advance(recount, record, RECOUNT_ORDER);
    if (event.order_placed != NULL) {
        *order =
            (struct recount_order){.open = true, .count = (int)event.order_placed->lines.count};
        for (int i = 0; i < order->count; i++) {
            order->lines[i].sku = sku_of(event.order_placed->lines.items[i].sku);
            order->lines[i].units = event.order_placed->lines.items[i].units;
            order->lines[i].supplier = RECOUNT_SUPPLIERS;
        }
    } else if (event.line_held != NULL) {
        order->lines[event.line_held->line].supplier =
            recount_find(recount_suppliers, RECOUNT_SUPPLIERS, event.line_held->supplier);
        order->lines[event.line_held->line].minor = event.line_held->price.minor;
    } else {
        if (event.order_confirmed != NULL)
            count_order(recount, record, order,
                day_for(
                    event.envelope.event_ms, recount->newest[record->partition][RECOUNT_ORDER]));
        *order = (struct recount_order){0};
    }
}

/* Each partition from its beginning; of what came twice under one number, the first. */
void recount_all(struct recount *recount, struct check *check)
{
    struct fy_record record;

    memset(recount, 0, sizeof(*recount));
    recount->check = check;
    for (int32_t p = 0; p < check->sim->weather.partitions && !check->sim->failed; p++) {
        struct log_cursor activities = {0};
        struct log_cursor orders = {0};
        int64_t newest = 0;

        while (log_read(check->sim->log, FY_TOPIC_ACTIVITY, p, &activities, &record))
            read_activity(recount, &record);
        while (!check->sim->failed &&
               log_read(check->sim->log, FY_TOPIC_ORDERS, p, &orders, &record)) {
            struct order_event event;

            check_decode(check, &record, &event);
            if (check->sim->failed || event.envelope.seq <= newest)
                continue;
            newest = event.envelope.seq;
            read_order(recount, &record);
        }
    }
}
