/*
 * Exposure in the simulator: visitors who look at lists, choose, fill carts, say it twice and are
 * forgotten, orders that are confirmed or not, some of it days late; and the task that counts,
 * killed at every call.
 *
 *   topic   the newest of each part is the recount's, no part but these, and none goes back
 *   rows    the changelog's counts are those of open days, the recount's; visitors, orders and days
 *           too; nothing else is left
 */
#include "processors/exposure/handle.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/exposure_row.h"
#include "schemas/generated/order_event.h"
#include "test/sim/exposure/recount.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAY_MS = 24 * 3600 * 1000 };

static const char *const credits[] = {"i0123456789abcdef", "e0123456789abcdef", "m0123456789abcdef",
    "x0123456789abcdef", "i0", "i0123456789abcdef"};

/* --- What comes in ---------------------------------------------------------------------------- */

static int64_t seqs[PARTITIONS_MAX]; /* Of orders' events. */
static int steps[RECOUNT_ORDERS];    /* How far each order is. */

static struct envelope envelope_of(struct sim *sim, const char *id)
{
    return (struct envelope){.event_id = fy_slice_of(id),
        .root = fy_slice_of("root"),
        .actor = fy_slice_of("somebody"),
        .event_ms = sim->now_ms};
}

/* One of them; behind the last, a name that is none of ours: no supplier. */
static struct fy_slice supplier_draw(struct random *random)
{
    uint64_t at = random_below(random, RECOUNT_SUPPLIERS + 1);

    return at == RECOUNT_SUPPLIERS ? fy_slice_of("") : fy_slice_of(recount_suppliers[at]);
}

/* What activity names; the fact keeps pointers into it until it is encoded. */
struct drawn {
    struct fy_slice skus[RECOUNT_SKUS], credits[RECOUNT_SKUS], suppliers[RECOUNT_SKUS];
    struct item_viewed viewed;
    struct cart_item_set set;
    struct recommendation_shown shown;
    struct recommendation_clicked clicked;
    struct visitor_forgotten gone;
};

static void act_draw(struct random *random, struct drawn *drawn, struct activity *activity)
{
    const char *list = recount_lists[random_below(random, RECOUNT_LISTS)];
    size_t first = random_below(random, RECOUNT_SKUS);
    uint64_t kind = random_below(random, 12);

    for (size_t i = 0; i < RECOUNT_SKUS; i++) {
        drawn->skus[i] = fy_slice_of(recount_skus[(first + i) % RECOUNT_SKUS]);
        drawn->credits[i] =
            fy_slice_of(credits[random_below(random, sizeof(credits) / sizeof(credits[0]))]);
        drawn->suppliers[i] = supplier_draw(random);
    }
    activity->suppliers.items = drawn->suppliers;
    activity->suppliers.count = random_below(random, 8) == 0 ? 0 : RECOUNT_SKUS;
    drawn->viewed = (struct item_viewed){.sku = drawn->skus[0]};
    drawn->set =
        (struct cart_item_set){.sku = drawn->skus[0], .units = (int64_t)random_below(random, 3)};
    drawn->shown = (struct recommendation_shown){.list_id = fy_slice_of(list),
        .skus = {drawn->skus, 1 + random_below(random, RECOUNT_SKUS)},
        .credits = {drawn->credits, random_below(random, RECOUNT_SKUS + 1)}};
    drawn->clicked = (struct recommendation_clicked){.list_id = fy_slice_of(list),
        .sku = drawn->skus[0],
        .rank = 1,
        .credit = drawn->credits[0]};
    drawn->gone = (struct visitor_forgotten){1 + (int64_t)random_below(random, 9)};
    if (kind <= 4)
        activity->recommendation_shown = &drawn->shown;
    else if (kind <= 6)
        activity->recommendation_clicked = &drawn->clicked;
    else if (kind <= 8)
        activity->item_viewed = &drawn->viewed;
    else if (kind <= 10)
        activity->cart_item_set = &drawn->set;
    else
        activity->visitor_forgotten = &drawn->gone;
}

/* Fact n of a seed is always the same, but for when it is said. */
static void activity_draw(struct sim *sim,
    struct fy_arena *arena,
    int n,
    struct fy_slice *ret_key,
    struct fy_slice *ret_value)
{
    struct random random = {sim->seed * 1000 + (uint64_t)n};
    struct activity activity = {0};
    struct drawn drawn;
    struct fy_err err;
    char session[16], id[16];

    (void)random_next(&random);
    (void)snprintf(id, sizeof(id), "a%d", n);
    (void)snprintf(session, sizeof(session), "s%d", n / RECOUNT_SESSION);
    activity.envelope = envelope_of(sim, id);
    if (random_below(&random, 4) == 0) /* An edge that was away, or whose clock is wrong. */
        activity.envelope.event_ms -= ((int64_t)random_below(&random, 6) - 2) * DAY_MS;
    activity.visitor = fy_slice_of(recount_visitors[random_below(&random, RECOUNT_VISITORS)]);
    if (random_below(&random, 4) != 0) {
        activity.session = fy_slice_of(session);
        activity.has_n = true;
        activity.n = n;
    }
    act_draw(&random, &drawn, &activity);
    if (activity_encode(&activity, arena, ret_value, &err) != FY_OK)
        abort();
    if (sim->weather.poison && sim_one_in(sim, 50))
        *ret_value = fy_slice_of("no activity at all");
    *ret_key = activity.visitor;
}

/* Placed, then each line held by somebody, one of them twice; then confirmed or refused. */
static enum order_state order_step(struct sim *sim,
    struct order_event *event,
    int step,
    struct order_placed *placed,
    struct line_held *held,
    struct order_confirmed *confirmed,
    struct capture_asked *asked)
{
    if (step == 0) {
        event->order_placed = placed;
    } else if (step <= RECOUNT_LINES + 1) {
        held->line = (step - 1) % RECOUNT_LINES;
        held->supplier = fy_slice_of(recount_suppliers[sim_below(sim, RECOUNT_SUPPLIERS)]);
        held->price = (struct money){1 + sim_below(sim, 500), fy_slice_of("EUR")};
        event->line_held = held;
    } else if (sim_one_in(sim, 4)) {
        event->capture_asked = asked;
        return ORDER_STATE_REFUSED;
    } else {
        event->order_confirmed = confirmed;
        return ORDER_STATE_CONFIRMED;
    }
    return ORDER_STATE_HOLDING;
}

static void order_draw(
    struct sim *sim, struct fy_arena *arena, struct fy_slice *ret_key, struct fy_slice *ret_value)
{
    int number = sim_below(sim, RECOUNT_ORDERS);
    struct order_item items[RECOUNT_LINES];
    struct order_placed placed = {.person = fy_slice_of("p"),
        .visitor = fy_slice_of("v"),
        .lines = {items, RECOUNT_LINES},
        .expected_total = {.currency = fy_slice_of("EUR")},
        .payment_method = fy_slice_of("pm")};
    struct line_held held = {.hold = fy_slice_of("h")};
    struct order_confirmed confirmed = {.amount = {1, fy_slice_of("EUR")}};
    struct capture_asked asked = {0};
    struct order_event event = {0};
    int32_t partition;
    struct fy_err err;
    char id[16], name[16];

    for (int i = 0; i < RECOUNT_LINES; i++)
        items[i] = (struct order_item){
            fy_slice_of(recount_skus[sim_below(sim, RECOUNT_SKUS)]), 1 + sim_below(sim, 5)};
    (void)snprintf(id, sizeof(id), "e%d", sim->facts_sent);
    (void)snprintf(name, sizeof(name), "o%d", number);
    *ret_key = fy_slice_of(name);
    partition = fy_partition_of(*ret_key, sim->weather.partitions);
    event.order = *ret_key;
    event.envelope = envelope_of(sim, id);
    event.envelope.writer = fy_slice_of("orders-0");
    event.envelope.has_seq = true;
    event.envelope.seq = ++seqs[partition];
    event.standing.state =
        order_step(sim, &event, steps[number], &placed, &held, &confirmed, &asked);
    steps[number] = event.standing.state == ORDER_STATE_HOLDING ? steps[number] + 1 : 0;
    if (order_event_encode(&event, arena, ret_value, &err) != FY_OK)
        abort();
    *ret_key = fy_arena_copy(arena, *ret_key);
    sim->fact_topic = FY_TOPIC_ORDERS;
}

static void fact_draw(
    struct sim *sim, struct fy_arena *arena, struct fy_slice *ret_key, struct fy_slice *ret_value)
{
    int n = ++sim->facts_sent;

    if (n == 1) {
        memset(seqs, 0, sizeof(seqs));
        memset(steps, 0, sizeof(steps));
    }
    if (sim_one_in(sim, 3)) {
        order_draw(sim, arena, ret_key, ret_value);
        return;
    }
    if (n > 1 && sim_one_in(sim, 5)) /* Said again. */
        n = 1 + sim_below(sim, n - 1);
    activity_draw(sim, arena, n, ret_key, ret_value);
}

/* --- The topic -------------------------------------------------------------------------------- */

static int64_t minor_of(const struct exposure *exposure)
{
    return exposure->revenue.count == 0 ? 0 : exposure->revenue.items[0].minor;
}

/* Numbers of `a` that are less than those of `b`, or for `exact` that are others. */
static bool differs(const struct exposure *a, const struct exposure *b, bool exact)
{
    const int64_t x[] = {a->impressions, a->impressions_explored, a->impressions_minimum, a->clicks,
        a->views, a->carts, a->orders, a->units, a->visitors, a->beyond, a->updated_ms};
    const int64_t y[] = {b->impressions, b->impressions_explored, b->impressions_minimum, b->clicks,
        b->views, b->carts, b->orders, b->units, b->visitors, b->beyond, b->updated_ms};

    for (size_t i = 0; i < sizeof(x) / sizeof(x[0]); i++)
        if (exact ? x[i] != y[i] : x[i] < y[i])
            return true;
    return false;
}

/* The recount's of this supplier, day, product and part. NULL: there is none. */
static struct recount_tally *tally_of(struct recount *recount, const struct exposure *exposure)
{
    int supplier = recount_find(recount_suppliers, RECOUNT_SUPPLIERS, exposure->supplier);
    int sku = recount_find(recount_skus, RECOUNT_SKUS, exposure->sku);
    bool orders = exposure->part.size > 1;

    if (sku == RECOUNT_SKUS && exposure->sku.size > 0)
        return NULL;
    return recount_tally_find(recount, exposure->part.data[0] - '0',
        orders ? RECOUNT_ORDER : RECOUNT_ACTIVITY, supplier, sku, exposure->day);
}

static void check_told(struct check *check, struct recount *recount, const struct fy_record *record)
{
    struct recount_tally *tally;
    struct exposure exposure;

    check_decode(check, record, &exposure);
    if (check->sim->failed)
        return;
    tally = tally_of(recount, &exposure);
    if (tally == NULL)
        sim_fail(check->sim, "\"%.*s\" is told, and nothing of it was counted",
            FY_SLICE_ARG(record->key));
    else if (tally->told && differs(&exposure, &tally->last, false))
        sim_fail(check->sim, "\"%.*s\" goes back", FY_SLICE_ARG(record->key));
    if (tally == NULL)
        return;
    tally->told = true;
    tally->last = exposure;
    tally->last_minor = minor_of(&exposure);
}

static void check_topic(struct check *check, struct recount *recount)
{
    struct fy_record record;

    for (int32_t p = 0; p < check->sim->weather.partitions; p++) {
        struct log_cursor cursor = {0};

        while (!check->sim->failed &&
               log_read(check->sim->log, FY_TOPIC_EXPOSURE, p, &cursor, &record))
            check_told(check, recount, &record);
    }
    for (int i = 0; i < recount->tally_count && !check->sim->failed; i++) {
        const struct recount_tally *tally = &recount->tallies[i];

        if (!tally->told || differs(&tally->exposure, &tally->last, true) ||
            tally->revenue_minor != tally->last_minor)
            sim_fail(check->sim,
                "of %s, product %d, on day %d, part %d of kind %d, is told what is not the "
                "recount's",
                recount_suppliers[tally->supplier], tally->sku, (int)tally->day,
                (int)tally->partition, (int)tally->kind);
    }
}

/* --- Rows ------------------------------------------------------------------------------------- */

static int held_count(const bool *held, int count)
{
    int sum = 0;

    for (int i = 0; i < count; i++)
        sum += held[i];
    return sum;
}

static bool onlooker_fits(
    const struct recount *recount, struct fy_slice name, const struct onlooker *row)
{
    int at = recount_find(recount_visitors, RECOUNT_VISITORS, name);
    const struct recount_visitor *want = &recount->visitors[at];

    return at < RECOUNT_VISITORS && want->known && row->day == want->day &&
           row->counted == want->counted && row->forgotten_ms == want->forgotten_ms &&
           (int)row->cart.count == held_count(want->cart, RECOUNT_SKUS) &&
           (int)row->reached.count == held_count(want->reached, RECOUNT_SUPPLIERS) &&
           (int)row->shown.count == held_count(&want->shown[0][0], RECOUNT_LISTS * RECOUNT_SKUS) &&
           (int)row->chosen.count == held_count(&want->chosen[0][0], RECOUNT_LISTS * RECOUNT_SKUS);
}

static bool basket_fits(
    const struct recount *recount, struct fy_slice name, const struct basket *row)
{
    const struct recount_order *want = &recount->orders[(name.data[1] - '0') % RECOUNT_ORDERS];
    bool fits = want->open && (int)row->lines.count == want->count;

    for (int i = 0; fits && i < want->count; i++)
        fits = recount_find(recount_suppliers, RECOUNT_SUPPLIERS, row->lines.items[i].supplier) ==
                   want->lines[i].supplier &&
               row->lines.items[i].units == want->lines[i].units;
    return fits;
}

static bool row_fits(
    struct recount *recount, int32_t partition, struct fy_slice key, const struct exposure_row *row)
{
    struct fy_slice name = {key.data + 2, key.size - 2};
    enum recount_kind kind = key.data[0] == 'o' ? RECOUNT_ORDER : RECOUNT_ACTIVITY;
    const struct recount_tally *tally;

    if (row->onlooker != NULL)
        return onlooker_fits(recount, name, row->onlooker);
    if (row->basket != NULL)
        return basket_fits(recount, name, row->basket);
    if (row->days != NULL)
        return row->days->newest == recount->newest[partition][kind] &&
               row->days->closed.count == 0;
    if (row->tally == NULL)
        return false;
    tally = tally_of(recount, &row->tally->exposure);
    return tally != NULL && tally->partition == partition && tally->kind == kind &&
           recount_is_open(recount, tally) &&
           !differs(&row->tally->exposure, &tally->exposure, true) &&
           minor_of(&row->tally->exposure) == tally->revenue_minor;
}

static int check_rows(struct check *check, struct recount *recount, int32_t partition)
{
    static struct newest newest;
    int rows = 0;

    newest = (struct newest){0};
    newest_read(&newest, check->sim->log, FY_TOPIC_EXPOSURE_CHANGELOG, partition, 0);
    if (newest.full)
        sim_fail(check->sim, "more than %d rows: make the run smaller", (int)ROWS_MAX);
    for (int i = 0; i < newest.count && !check->sim->failed; i++) {
        struct fy_slice key = newest.rows[i].key;
        struct fy_record record = {.topic = FY_TOPIC_EXPOSURE_CHANGELOG,
            .partition = partition,
            .value = newest.rows[i].value};
        struct exposure_row row;

        if (record.value.data == NULL ||
            (key.data[0] == '@' && !fy_slice_equal(key, fy_slice_of("@position"))))
            continue;
        check_decode(check, &record, &row);
        if (check->sim->failed)
            return 0;
        if (row.position != NULL)
            check_place(check, &exposure_processor, partition, row.position);
        else if (!row_fits(recount, partition, key, &row))
            sim_fail(check->sim, "the row \"%.*s\" is not the recount's", FY_SLICE_ARG(key));
        rows += row.position == NULL && row.days == NULL;
    }
    return rows;
}

static void check_exposure(struct check *check)
{
    static struct recount recount;
    int rows = 0, want = 0;

    recount_all(&recount, check);
    if (!check->sim->failed)
        check_topic(check, &recount);
    for (int32_t p = 0; p < check->sim->weather.partitions && !check->sim->failed; p++)
        rows += check_rows(check, &recount, p);
    for (int i = 0; i < RECOUNT_VISITORS; i++)
        want += recount.visitors[i].known;
    for (int i = 0; i < RECOUNT_ORDERS; i++)
        want += recount.orders[i].open;
    for (int i = 0; i < recount.tally_count; i++)
        want += recount_is_open(&recount, &recount.tallies[i]);
    if (!check->sim->failed && rows != want)
        sim_fail(check->sim, "%d rows of exposure, the recount has %d", rows, want);
}

/* As JSON. */
const struct sim_topology sim_topology = {
    .programs = {&exposure_processor},
    .program_count = 1,
    .facts = FY_TOPIC_ACTIVITY,
    .pause_ms_max = 6000,
    .nights_one_in = 2,
    .fact = fact_draw,
    .check = check_exposure,
    .dump = sim_dump_decoded,
};
