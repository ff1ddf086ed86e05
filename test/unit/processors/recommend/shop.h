/*
 * shop.h - the definition as a test drives it: views in, one visitor's list out.
 */
#ifndef TEST_RECOMMEND_SHOP_H
#define TEST_RECOMMEND_SHOP_H

#include "processors/recommend/learned.h"
#include "processors/recommend/visitor.h"
#include "test/expect.h"

#include <stdlib.h>

enum { SHOP_VISITORS_MAX = 200, SHOP_SKUS_MAX = 2048 };

struct shop {
    struct learned *learned;
    struct visitor visitors[SHOP_VISITORS_MAX];
};

static inline void shop_init(struct shop *shop, uint32_t sessions_max)
{
    shop->learned = learned_new(sessions_max);
    for (int i = 0; i < SHOP_VISITORS_MAX; i++)
        shop->visitors[i] = (struct visitor){.slot = ENGINE_NONE};
}

static inline void shop_done(struct shop *shop)
{
    learned_free(shop->learned);
}

/* Item "i<number>": slices that stay. */
static inline struct fy_slice shop_sku(uint64_t number)
{
    static char texts[SHOP_SKUS_MAX][16];

    if (texts[number][0] == '\0')
        (void)snprintf(texts[number], sizeof(texts[number]), "i%d", (int)number);
    return fy_slice_of(texts[number]);
}

static inline uint32_t shop_slot(const struct shop *shop, const struct visitor *visitor)
{
    return visitor->learned.count == 0
               ? ENGINE_NONE
               : learned_find(shop->learned, visitor->slot, &visitor->order);
}

static inline void shop_view(
    struct shop *shop, int number, struct fy_slice sku, bool learn, struct engine_order written)
{
    struct visitor *visitor = &shop->visitors[number];
    struct fy_err err;

    visitor->slot = shop_slot(shop, visitor);
    visitor_view(visitor, sku, learn, &written);
    if (learn)
        EXPECT_I64(
            FY_OK, learned_put(shop->learned, visitor->slot, (uint32_t)number, &visitor->order,
                       visitor->learned.skus, visitor->learned.count, &visitor->slot, &err));
}

static inline size_t shop_list(
    struct shop *shop, int number, struct learned_candidate list[LEARNED_LIST])
{
    const struct visitor *visitor = &shop->visitors[number];
    uint32_t own =
        visitor_goes_on(visitor, visitor->view_ms) ? shop_slot(shop, visitor) : ENGINE_NONE;

    return learned_query(shop->learned, own, visitor->viewed.skus, visitor->viewed.count, list);
}

/* --- What happens in a made-up shop: the same as play() of reference.py -------------------------
 */

struct shop_event {
    int visitor;
    struct fy_slice sku;
    bool learn;
    struct engine_order written;
};

static inline uint64_t shop_below(uint64_t *state, uint64_t limit)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return (*state >> 33) % limit;
}

/* `count` events, the caller's to free. */
static inline struct shop_event *shop_events(uint64_t seed, int count, int visitors, int skus)
{
    struct shop_event *events = calloc((size_t)count, sizeof(*events));
    int64_t offsets[3] = {0};
    int64_t ms = 0;

    for (int i = 0; i < count; i++) {
        uint64_t kind = shop_below(&seed, 100);
        uint64_t a;
        uint64_t b;

        if (kind >= 30)
            ms += kind < 32 ? VISITOR_GAP_MS / 2 : (int64_t)shop_below(&seed, 20000);
        events[i].visitor = (int)shop_below(&seed, (uint64_t)visitors);
        a = shop_below(&seed, (uint64_t)skus);
        b = shop_below(&seed, (uint64_t)skus);
        events[i].sku = shop_sku(a < b ? a : b);
        events[i].written.ms = ms;
        events[i].written.partition = events[i].visitor % 3;
        events[i].written.offset = offsets[events[i].visitor % 3]++;
        events[i].learn = shop_below(&seed, 10) > 0;
    }
    return events;
}

static inline void shop_play(struct shop *shop, const struct shop_event *event)
{
    shop_view(shop, event->visitor, event->sku, event->learn, event->written);
}

/* FNV-1a of some visitors' lists as text, as digest() of reference.py has it. */
static inline uint64_t shop_digest_of(struct shop *shop, int first, int end)
{
    uint64_t value = 0xcbf29ce484222325;

    for (int v = first; v < end; v++) {
        struct learned_candidate list[LEARNED_LIST];
        size_t count = shop_list(shop, v, list);

        for (size_t i = 0; i < count; i++) {
            char text[128];
            int length = snprintf(text, sizeof(text), "v%d %.*s %" PRId64 " %u %.*s %u\n", v,
                FY_SLICE_ARG(list[i].sku), list[i].score, list[i].share_ppm,
                FY_SLICE_ARG(list[i].because), list[i].sessions);

            for (int c = 0; c < length; c++)
                value = (value ^ (uint8_t)text[c]) * 0x100000001b3;
        }
    }
    return value;
}

static inline uint64_t shop_digest(struct shop *shop, int visitors)
{
    return shop_digest_of(shop, 0, visitors);
}

#endif
