#include "api/minimum.h"

#include "api/exposure.h"
#include "api/keys.h"

#include <stdlib.h>
#include <string.h>

enum {
    SUPPLIERS = 4096, /* Remembered; of two at one place the later. */
    NAME_MAX_BYTES = 64,
    FRESH_MS = 1000,
    LOOK_MS = 50,  /* From one supplier to the next: 1,200 a minute. */
    PRODUCTS = 16, /* Of a supplier that are looked at for one that can be had. */
};

struct known {
    uint8_t name[NAME_MAX_BYTES];
    uint8_t size; /* 0: nobody is here. */
    int32_t day;
    int64_t read_ms, seen;
};

struct minimum {
    int64_t a_day;
    struct known known[SUPPLIERS];
    int64_t looked_ms;
    uint8_t turn[NAME_MAX_BYTES]; /* The supplier looked at last. */
    size_t turn_size;
    uint8_t sku[NAME_MAX_BYTES]; /* What waits for a list. */
    size_t sku_size;
    uint32_t turns; /* So that it is another product each time. */
};

struct minimum *minimum_new(int64_t a_day)
{
    struct minimum *minimum = calloc(1, sizeof(*minimum));

    if (minimum != NULL)
        minimum->a_day = a_day;
    return minimum;
}

void minimum_free(struct minimum *minimum)
{
    free(minimum);
}

static struct known *known_at(struct minimum *minimum, struct fy_slice supplier)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < supplier.size; i++)
        hash = (hash ^ supplier.data[i]) * 16777619u;
    return &minimum->known[(hash ^ hash >> 16) % SUPPLIERS];
}

enum fy_status minimum_of(struct minimum *minimum,
    struct views *views,
    struct fy_slice supplier,
    int64_t now_ms,
    struct fy_arena *arena,
    struct slots_supplier *ret_supplier,
    struct fy_err *err)
{
    struct known *known = known_at(minimum, supplier);
    int32_t day = (int32_t)(now_ms / SLOTS_DAY_MS);
    struct exposure_sum sum;
    enum fy_status status;

    *ret_supplier = (struct slots_supplier){0};
    if (minimum->a_day == 0 || supplier.size == 0 || supplier.size > NAME_MAX_BYTES)
        return FY_OK;
    if (known->size != supplier.size || memcmp(known->name, supplier.data, known->size) != 0 ||
        known->day != day || now_ms - known->read_ms >= FRESH_MS || now_ms < known->read_ms) {
        status = exposure_of_day(views, supplier, day, arena, &sum, err);
        if (status != FY_OK)
            return status;
        memcpy(known->name, supplier.data, supplier.size);
        known->size = (uint8_t)supplier.size;
        known->day = day;
        known->read_ms = now_ms;
        known->seen = sum.counts.impressions + sum.counts.impressions_explored +
                      sum.counts.impressions_minimum;
    }
    *ret_supplier = slots_due(minimum->a_day, known->seen, now_ms);
    return FY_OK;
}

/* --- Back-fill --------------------------------------------------------------------------------
 */

struct turn {
    struct fy_slice supplier;
    struct fy_arena *arena;
};

static bool take_supplier(struct fy_slice key, struct fy_slice value, void *context)
{
    struct turn *turn = context;
    const uint8_t *end = memchr(key.data, 0, key.size);

    (void)value;
    if (end != NULL)
        turn->supplier =
            fy_arena_copy(turn->arena, (struct fy_slice){key.data, (size_t)(end - key.data)});
    return false;
}

/* The supplier behind the one looked at last; absent at the end, and the first is next. */
static enum fy_status next_supplier(struct minimum *minimum,
    struct views *views,
    struct fy_arena *arena,
    struct fy_slice *ret_supplier,
    struct fy_err *err)
{
    struct turn turn = {.arena = arena};
    uint8_t from[NAME_MAX_BYTES + 1];
    enum fy_status status;

    memcpy(from, minimum->turn, minimum->turn_size);
    from[minimum->turn_size] = 1; /* Behind all of its rows, which go on with a NUL. */
    status = fy_store_scan(views->store, VIEW_OFFERS,
        (struct fy_slice){from, minimum->turn_size > 0 ? minimum->turn_size + 1 : 0}, take_supplier,
        &turn, err);
    *ret_supplier = turn.supplier;
    minimum->turn_size = turn.supplier.size <= NAME_MAX_BYTES ? turn.supplier.size : 0;
    if (minimum->turn_size > 0)
        memcpy(minimum->turn, turn.supplier.data, minimum->turn_size);
    return status;
}

/* A product that can be had, another one each time. */
static enum fy_status choose(struct minimum *minimum,
    struct views *views,
    struct fy_slice supplier,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fy_slice skus[PRODUCTS];
    const struct card *card;
    int count = 0;
    bool more;
    enum fy_status status = views_seconds(views, VIEW_OFFERS, supplier, (struct fy_slice){0},
        PRODUCTS, arena, skus, &count, &more, err);

    minimum->turns++;
    for (int i = 0; i < count && status == FY_OK; i++) {
        struct fy_slice sku = skus[(minimum->turns + (uint32_t)i) % (uint32_t)count];

        status = cards_get(views->cards, views, sku, arena, &card, err);
        if (status != FY_OK || !card->on_offer || card->available_units <= 0 ||
            !fy_slice_equal(card->supplier, supplier) || sku.size > NAME_MAX_BYTES)
            continue;
        memcpy(minimum->sku, sku.data, sku.size);
        minimum->sku_size = sku.size;
        break;
    }
    return status;
}

enum fy_status minimum_backfill(struct minimum *minimum,
    struct views *views,
    int64_t now_ms,
    struct fy_arena *arena,
    const struct card **ret_card,
    struct fy_err *err)
{
    struct fy_slice supplier = {0};
    struct slots_supplier stands;
    enum fy_status status = FY_OK;

    *ret_card = NULL;
    if (minimum->a_day == 0)
        return FY_OK;
    if (minimum->sku_size == 0 &&
        (now_ms - minimum->looked_ms >= LOOK_MS || now_ms < minimum->looked_ms)) {
        minimum->looked_ms = now_ms;
        status = next_supplier(minimum, views, arena, &supplier, err);
        if (status == FY_OK && supplier.size > 0)
            status = minimum_of(minimum, views, supplier, now_ms, arena, &stands, err);
        if (status == FY_OK && supplier.size > 0 && stands.seen < stands.overdue)
            status = choose(minimum, views, supplier, arena, err);
    }
    if (status != FY_OK || minimum->sku_size == 0)
        return status;
    status = cards_get(views->cards, views, (struct fy_slice){minimum->sku, minimum->sku_size},
        arena, ret_card, err);
    minimum->sku_size = 0;
    if (status == FY_OK && (!(*ret_card)->on_offer || (*ret_card)->available_units <= 0))
        *ret_card = NULL;
    return status;
}
