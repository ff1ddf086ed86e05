/*
 * Stock in the simulator: suppliers who count, and orders that hold, commit, release, ship and
 * return, some of it twice, late or never; and the task that decides, killed at every call.
 *
 *   events   at each of them the ledger holds: no grant beyond what is there, no hold twice
 *   numbers  dense per writer and partition
 *   replies  each request has one, and the last of a hold says how it stands
 *   rows     the changelog's shelves and holds are the ledger's
 *   timers   a hold of a day is told, one that ended long ago is gone
 */
#include "processors/stock/handle.h"
#include "schemas/generated/stock_reply.h"
#include "schemas/generated/stock_request.h"
#include "schemas/generated/supply.h"
#include "test/sim/stock/ledger.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SKUS = 2, SUPPLIERS = 2, HOLDS = 10, LATE_MS = 30 * 1000 };

static const char *const skus[SKUS] = {"mug", "cup"};
static const char *const suppliers[SUPPLIERS] = {"acme", "zenith"};

/* --- What comes in ---------------------------------------------------------------------------- */

static int64_t seqs[PARTITIONS_MAX]; /* Of the requests: each is another, whatever it asks. */

static struct envelope envelope_of(struct sim *sim, const char *id)
{
    return (struct envelope){.event_id = fy_slice_of(id),
        .root = fy_slice_of("root"),
        .actor = fy_slice_of("somebody"),
        .event_ms = sim->now_ms};
}

static void supply_draw(struct sim *sim,
    struct fy_arena *arena,
    int n,
    struct fy_slice *ret_key,
    struct fy_slice *ret_value)
{
    struct random random = {sim->seed * 1000 + (uint64_t)n};
    struct money price = {(int64_t)random_below(&random, 5) + 1, fy_slice_of("EUR")};
    struct product_listed listed = {.title = fy_slice_of("Mug"), .price = price};
    struct stock_counted counted = {(int64_t)random_below(&random, 9)};
    struct stock_received received = {(int64_t)random_below(&random, 5) + 1};
    struct stock_adjusted adjusted = {
        (int64_t)random_below(&random, 9) - 6, fy_slice_of("Broken.")};
    struct threshold_set threshold = {true, (int64_t)random_below(&random, 4)};
    struct product_withdrawn withdrawn = {0};
    uint64_t kind = n <= 4 ? 0 : n <= 8 ? 6 : random_below(&random, 12);
    const char *sku = skus[n <= 8 ? n % 2 : (int)random_below(&random, SKUS)];
    const char *supplier = suppliers[n <= 8 ? n / 2 % 2 : (int)random_below(&random, SUPPLIERS)];
    struct supply supply = {0};
    struct fy_err err;
    char id[16];

    (void)snprintf(id, sizeof(id), "s%d", n);
    supply.envelope = envelope_of(sim, id);
    supply.sku = fy_slice_of(sku);
    supply.supplier = fy_slice_of(supplier);
    if (kind <= 1)
        supply.product_listed = &listed;
    else if (kind == 2)
        supply.product_withdrawn = &withdrawn;
    else if (kind == 3)
        supply.threshold_set = &threshold;
    else if (kind <= 5)
        supply.stock_adjusted = &adjusted;
    else if (kind <= 9)
        supply.stock_counted = &counted;
    else
        supply.stock_received = &received;
    if (supply_encode(&supply, arena, ret_value, &err) != FY_OK)
        abort();
    *ret_key = fy_slice_of(sku);
}

static void request_draw(
    struct sim *sim, struct fy_arena *arena, struct fy_slice *ret_key, struct fy_slice *ret_value)
{
    int number = sim_below(sim, HOLDS), kind = sim_below(sim, 10), units = 1 + number % 4;
    int32_t partition;
    struct hold_stock hold = {.units = units, .currency = fy_slice_of("EUR")};
    struct commit_hold commit = {units};
    struct release_hold release = {(enum release_reason)sim_below(sim, 3)};
    struct ship_hold ship = {1 + sim_below(sim, units)};
    struct return_hold back = {1 + sim_below(sim, units), 0};
    struct stock_request request = {0};
    struct fy_err err;
    char id[16], order[16], name[16];

    back.restocked_units = sim_below(sim, (int)back.returned_units + 1);
    (void)snprintf(id, sizeof(id), "r%d", sim->facts_sent);
    (void)snprintf(order, sizeof(order), "o%d", number / 2);
    (void)snprintf(name, sizeof(name), "o%d/%d", number / 2, number % 2);
    *ret_key = fy_slice_of(skus[number % SKUS]);
    partition = fy_partition_of(*ret_key, sim->weather.partitions);
    request.envelope = envelope_of(sim, id);
    request.envelope.writer = fy_slice_of("orders-0");
    request.envelope.has_seq = true;
    request.envelope.seq = ++seqs[partition];
    request.sku = *ret_key;
    request.order = fy_slice_of(order);
    request.hold = fy_slice_of(name);
    if (kind <= 3)
        request.hold_stock = &hold;
    else if (kind <= 5)
        request.commit_hold = &commit;
    else if (kind == 6)
        request.release_hold = &release;
    else if (kind <= 8)
        request.ship_hold = &ship;
    else
        request.return_hold = &back;
    if (stock_request_encode(&request, arena, ret_value, &err) != FY_OK)
        abort();
    sim->fact_topic = FY_TOPIC_STOCK_REQUESTS;
}

/* First the shop is filled; then orders come, and suppliers think again. */
static void fact_draw(
    struct sim *sim, struct fy_arena *arena, struct fy_slice *ret_key, struct fy_slice *ret_value)
{
    int n = ++sim->facts_sent;

    if (n == 1)
        memset(seqs, 0, sizeof(seqs));
    if (n > 8 && sim_one_in(sim, 8)) /* Said again. */
        n = 1 + sim_below(sim, n - 1);
    if (n <= 8 || sim_one_in(sim, 4))
        supply_draw(sim, arena, n, ret_key, ret_value);
    else
        request_draw(sim, arena, ret_key, ret_value);
}

/* --- Replies ---------------------------------------------------------------------------------- */

/* Requests in the topic, but for those that came twice under one number. */
static int requests_count(struct check *check)
{
    struct fy_record record;
    int count = 0;

    for (int32_t p = 0; p < check->sim->weather.partitions; p++) {
        struct log_cursor cursor = {0};
        int64_t newest = 0;

        while (log_read(check->sim->log, FY_TOPIC_STOCK_REQUESTS, p, &cursor, &record)) {
            struct stock_request request;

            check_decode(check, &record, &request);
            if (check->sim->failed)
                return 0;
            count += request.envelope.seq > newest;
            newest = request.envelope.seq > newest ? request.envelope.seq : newest;
        }
    }
    return count;
}

static void check_replies(struct check *check, struct ledger *ledger)
{
    static struct seqs read;
    static enum hold_state last[LEDGER_HOLDS];
    int replies = 0, losses = 0, shorts = 0;
    struct fy_record record;

    memset(&read, 0, sizeof(read));
    memset(last, 0, sizeof(last));
    for (int32_t p = 0; p < check->sim->weather.partitions; p++) {
        struct log_cursor cursor = {0};

        while (log_read(check->sim->log, FY_TOPIC_STOCK_REPLIES, p, &cursor, &record)) {
            struct stock_reply reply;
            bool repeat = false;

            check_decode(check, &record, &reply);
            if (check->sim->failed || !check_seq(check, &read, &record, &reply.envelope, &repeat))
                return;
            if (repeat)
                continue;
            replies += reply.asked != STOCK_ASKED_NOTHING;
            losses +=
                reply.asked == STOCK_ASKED_NOTHING && reply.standing.state == HOLD_STATE_RELEASED;
            shorts +=
                reply.asked == STOCK_ASKED_NOTHING && reply.standing.state == HOLD_STATE_COMMITTED;
            last[ledger_find_hold(ledger, reply.hold) - ledger->holds] = reply.standing.state;
        }
    }
    if (replies != requests_count(check) && !check->sim->failed)
        sim_fail(check->sim, "%d replies to %d requests", replies, requests_count(check));
    if (losses != ledger->losses || shorts != ledger->shorts)
        sim_fail(check->sim,
            "%d losses and %d shortages were told to orders, of %" PRId64 " and %" PRId64, losses,
            shorts, ledger->losses, ledger->shorts);
    for (int i = 0; i < ledger->hold_count && !check->sim->failed; i++)
        if (ledger->holds[i].state != HOLD_STATE_UNKNOWN && last[i] != ledger->holds[i].state)
            sim_fail(check->sim, "hold \"%s\" is in state %d, and its order was told %d",
                ledger->holds[i].hold, (int)ledger->holds[i].state, (int)last[i]);
}

/* --- Rows ------------------------------------------------------------------------------------- */

static void check_shelf(
    struct check *check, struct ledger *ledger, const char *sku, const struct shelf_row *row)
{
    for (size_t i = 0; i < row->offers.count && !check->sim->failed; i++) {
        const struct shelf_offer *got = &row->offers.items[i];
        const struct ledger_offer *want =
            ledger_find_offer(ledger, fy_slice_of(sku), got->supplier);

        if (got->on_hand_units != want->on_hand || got->held_units != want->held ||
            got->committed_units != want->committed)
            sim_fail(check->sim, "the shelf of \"%s\" is not the ledger's", sku);
    }
}

static void check_hold(
    struct check *check, struct ledger *ledger, const char *name, const struct hold_row *row)
{
    const struct ledger_hold *want = ledger_find_hold(ledger, fy_slice_of(name));
    int64_t age_ms = check->sim->now_ms - row->since_ms;

    if (row->standing.state != want->state || row->standing.shipped_units != want->shipped ||
        row->standing.returned_units != want->returned)
        sim_fail(check->sim, "the row of hold \"%s\" is not the ledger's", name);
    if (want->state == HOLD_STATE_HELD && !row->aged && age_ms > HOLD_AGED_MS + LATE_MS)
        sim_fail(check->sim, "hold \"%s\" of a day was told to nobody", name);
    if (want->state >= HOLD_STATE_RELEASED && want->shipped == 0 &&
        age_ms > HOLD_ENDED_MS + LATE_MS)
        sim_fail(check->sim, "hold \"%s\" ended long ago, and is remembered", name);
}

static int check_rows(struct check *check, struct ledger *ledger, int32_t partition)
{
    static struct newest newest;
    int holds = 0;

    newest = (struct newest){0};
    newest_read(&newest, check->sim->log, FY_TOPIC_STOCK_CHANGELOG, partition, 0);
    for (int i = 0; i < newest.count && !check->sim->failed; i++) {
        struct fy_record record = {.topic = FY_TOPIC_STOCK_CHANGELOG,
            .partition = partition,
            .value = newest.rows[i].value};
        struct stock_row row;
        char key[64];

        if (record.value.data == NULL)
            continue;
        (void)snprintf(key, sizeof(key), "%.*s", FY_SLICE_ARG(newest.rows[i].key));
        if (key[0] == '@' && strcmp(key, "@position") != 0)
            continue;
        check_decode(check, &record, &row);
        if (check->sim->failed)
            return 0;
        if (row.position != NULL)
            check_place(check, &stock_processor, partition, row.position);
        if (row.shelf != NULL)
            check_shelf(check, ledger, key + strlen("sku/"), row.shelf);
        if (row.hold != NULL)
            check_hold(check, ledger, key + strlen("hold/"), row.hold);
        holds += row.hold != NULL;
    }
    return holds;
}

static void check_stock(struct check *check)
{
    static struct ledger ledger;
    int rows = 0, want = 0;

    ledger_init(&ledger, check->sim);
    ledger_read_all(&ledger, check);
    if (!check->sim->failed)
        check_replies(check, &ledger);
    for (int32_t p = 0; p < check->sim->weather.partitions && !check->sim->failed; p++)
        rows += check_rows(check, &ledger, p);
    for (int i = 0; i < ledger.hold_count; i++)
        want += ledger.holds[i].state != HOLD_STATE_UNKNOWN;
    if (!check->sim->failed && rows != want)
        sim_fail(check->sim, "%d rows of holds, the ledger has %d", rows, want);
}

/* As JSON. */
const struct sim_topology sim_topology = {
    .programs = {&stock_processor},
    .program_count = 1,
    .facts = FY_TOPIC_SUPPLY,
    .pause_ms_max = 6000,
    .nights_one_in = 2,
    .fact = fact_draw,
    .check = check_stock,
    .dump = sim_dump_decoded,
};
