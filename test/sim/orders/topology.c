/*
 * Orders in the simulator: stock and orders, both as they ship, killed at every call; around them
 * who buys, sends, pays and settles (shop.h). When the storm is over every order must end, and the
 * books must be what topics say (books.c).
 */
#include "processors/orders/handle.h"
#include "processors/stock/handle.h"
#include "schemas/generated/supply.h"
#include "test/sim/orders/shop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct shop shop;

static const char *const skus[SHOP_LINES] = {"mug", "cup"};
static const char *const suppliers[SHOP_SUPPLIERS] = {"acme", "zenith", "nadir"};

enum { LISTINGS = SHOP_LINES * SHOP_SUPPLIERS, FIRST = 2 * LISTINGS, UNITS_MAX = 3, LOOK_MS = 5 };

int shop_below(int count)
{
    return (int)random_below(&shop.random, (uint64_t)count);
}

int shop_order_of(struct fy_slice id)
{
    static const char head[] = "order-";

    if (id.size != sizeof(head) || memcmp(id.data, head, sizeof(head) - 1) != 0)
        return -1;
    return id.data[sizeof(head) - 1] - '0';
}

/* --- Supply ---------------------------------------------------------------------------------- */

static struct envelope envelope_of(const struct sim *sim, const char *id)
{
    return (struct envelope){.event_id = fy_slice_of(id),
        .root = fy_slice_of("root"),
        .actor = fy_slice_of("somebody"),
        .event_ms = sim->now_ms};
}

static int64_t price_of(int n)
{
    return 300 + 100 * (n % LISTINGS / SHOP_LINES);
}

/* First every supplier lists and counts both; then counts fall and rise. */
static void supply_draw(struct sim *sim,
    struct fy_arena *arena,
    int n,
    struct fy_slice *ret_key,
    struct fy_slice *ret_value)
{
    int at = n <= FIRST ? n - 1 : shop_below(LISTINGS);
    struct money price = {price_of(at), fy_slice_of("EUR")};
    struct product_listed listed = {.title = fy_slice_of("Mug"), .price = price};
    struct stock_counted counted = {shop_below(9)};
    struct supply supply = {0};
    struct fy_err err;
    char id[16];

    (void)snprintf(id, sizeof(id), "s%d", n);
    supply.envelope = envelope_of(sim, id);
    supply.sku = fy_slice_of(skus[at % SHOP_LINES]);
    supply.supplier = fy_slice_of(suppliers[at % LISTINGS / SHOP_LINES]);
    if (n <= LISTINGS)
        supply.product_listed = &listed;
    else
        supply.stock_counted = &counted;
    if (supply_encode(&supply, arena, ret_value, &err) != FY_OK)
        abort();
    *ret_key = supply.sku;
}

/* --- What is asked of orders ----------------------------------------------------------------- */

static void id_of(int order, char text[16])
{
    (void)snprintf(text, 16, "order-%d", order);
}

static void request_encode(const struct sim *sim,
    struct fy_arena *arena,
    int order,
    int number,
    struct order_request *request,
    struct fy_slice *ret_key,
    struct fy_slice *ret_value)
{
    char id[16], event_id[16];
    struct fy_err err;

    id_of(order, id);
    (void)snprintf(event_id, sizeof(event_id), "q%d", number);
    request->envelope = envelope_of(sim, event_id);
    request->order = fy_slice_of(id);
    if (order_request_encode(request, arena, ret_value, &err) != FY_OK)
        abort();
    *ret_key = fy_arena_copy(arena, request->order);
}

void shop_ask(struct sim *sim, int order, struct order_request *request)
{
    struct fy_arena arena;
    struct fy_slice key, value;

    fy_arena_init(&arena, 64 * 1024);
    request_encode(sim, &arena, order, ++shop.requests, request, &key, &value);
    (void)log_append(sim->log, FY_TOPIC_ORDER_REQUESTS,
        fy_partition_of(key, sim->weather.partitions), key, value);
    fy_arena_done(&arena);
}

static const char *const methods[] = {"pm_card_visa", "pm_card_mastercard", "pm_card_visa",
    "pm_card_threeDSecure2Required", "pm_card_visa", "pm_card_chargeDeclined"};

/* Mostly the right sum: what the cheapest ask. */
static void place_draw(struct place_order *place, struct order_item items[SHOP_LINES])
{
    int count = 1 + shop_below(SHOP_LINES), first = shop_below(SHOP_LINES);
    int64_t sum = 0;

    for (int i = 0; i < count; i++) {
        items[i] = (struct order_item){
            fy_slice_of(skus[(first + i) % SHOP_LINES]), 1 + shop_below(UNITS_MAX)};
        sum += items[i].units * (300 + (shop_below(6) == 0 ? 100 : 0));
    }
    *place = (struct place_order){
        .person = fy_slice_of("person"),
        .visitor = fy_slice_of("visitor"),
        .lines = {.items = items, .count = (size_t)count},
        .expected_total = {sum, fy_slice_of("EUR")},
        .payment_method = fy_slice_of(methods[shop_below(sizeof(methods) / sizeof(methods[0]))]),
    };
}

static void request_draw(struct sim *sim,
    struct fy_arena *arena,
    int number,
    struct fy_slice *ret_key,
    struct fy_slice *ret_value)
{
    int order = shop_below(SHOP_ORDERS), kind = shop_below(12);
    struct order_item items[SHOP_LINES], one;
    struct fy_slice who = fy_slice_of(suppliers[shop_below(SHOP_SUPPLIERS)]);
    struct place_order place;
    struct cancel_order cancel = {
        .supplier = shop_below(2) ? who : (struct fy_slice){0}, .reason = fy_slice_of("changed")};
    struct return_items back = {0};
    struct accept_sub_order accept = {who};
    struct reject_sub_order reject = {who, fy_slice_of("broken")};
    struct ship_items ship = {.supplier = who};
    struct deliver_sub_order deliver = {who};
    struct order_request request = {0};

    one = (struct order_item){fy_slice_of(skus[shop_below(SHOP_LINES)]), 1};
    if (shop_below(2)) {
        ship.items.items = back.items.items = &one;
        ship.items.count = back.items.count = 1;
    }
    place_draw(&place, items);
    if (!shop.orders[order].placed || kind == 0)
        request.place_order = &place;
    else if (kind == 1)
        request.cancel_order = &cancel;
    else if (kind == 2)
        request.return_items = &back;
    else if (kind <= 4)
        request.accept_sub_order = &accept;
    else if (kind <= 6)
        request.reject_sub_order = &reject;
    else if (kind <= 9)
        request.ship_items = &ship;
    else
        request.deliver_sub_order = &deliver;
    shop.orders[order].placed = true;
    request_encode(sim, arena, order, number, &request, ret_key, ret_value);
    sim->fact_topic = FY_TOPIC_ORDER_REQUESTS;
}

static void begin(struct sim *sim)
{
    shop = (struct shop){
        .seed = sim->seed, .real = sim->seed % 2 == 0, .random = {sim->seed ^ 0x5eed}};
    if (shop.real)
        provider_begin(sim);
    else
        payments_begin();
}

/* First the shelves are filled; then people come. */
static void fact_draw(
    struct sim *sim, struct fy_arena *arena, struct fy_slice *ret_key, struct fy_slice *ret_value)
{
    int n = ++sim->facts_sent;

    if (n <= FIRST || sim_one_in(sim, 8))
        supply_draw(sim, arena, n, ret_key, ret_value);
    else
        request_draw(sim, arena, ++shop.requests, ret_key, ret_value);
}

/* --- Around them ----------------------------------------------------------------------------- */

static int64_t least(int64_t one, int64_t two)
{
    return one < two ? one : two;
}

/* Nobody looks into a topic more often than that. */
static int64_t outside(struct sim *sim)
{
    int64_t one_ms, two_ms;

    if (shop.seed != sim->seed)
        begin(sim);
    if (sim->now_ms < shop.looked_ms + LOOK_MS && sim->now_ms < shop.next_ms)
        return least(shop.next_ms, shop.looked_ms + LOOK_MS);
    shop.looked_ms = sim->now_ms;
    one_ms = shop.real ? provider_run(sim) : payments_run(sim);
    two_ms = operator_run(sim);
    shop.next_ms = least(one_ms, two_ms);
    return shop.next_ms;
}

static void end(struct sim *sim)
{
    (void)sim;
    provider_end();
}

static bool ended(struct sim *sim)
{
    (void)sim;
    return operator_ended() && (!shop.real || provider_ended());
}

/* Nobody waits for days here. */
static __attribute__((constructor)) void terms_set(void)
{
    orders_terms = (struct order_terms){
        .commission_bp = 1234,
        .pay_for_ms = 20000,
        .extend_for_ms = 10000,
        .accept_for_ms = 8000,
        .ship_for_ms = 10000,
        .deliver_for_ms = 5000,
        .return_for_ms = 6000,
        .resend_for_ms = 2000,
        .resend_most_for_ms = 8000,
        .resends_max = 6,
        .keep_for_ms = INT64_C(20) * 86400000,
    };
}

const struct sim_topology sim_topology = {
    .programs = {&stock_processor, &orders_processor},
    .program_count = 2,
    .facts = FY_TOPIC_SUPPLY,
    .pause_ms_max = 6000,
    .nights_one_in = 4,
    .fact = fact_draw,
    .outside = outside,
    .ended = ended,
    .end = end,
    .check = books_check,
    .dump = sim_dump_decoded,
};
