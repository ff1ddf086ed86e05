/*
 * Lists as a function of activity: the plain reference says the same, and what must not matter does
 * not.
 */
#include "test/random.h"
#include "test/run.h"
#include "test/unit/processors/recommend/shop.h"

struct vector {
    uint64_t seed;
    int events, visitors, skus;
    uint32_t sessions_max;
    uint64_t digest;
};

#include "test/unit/processors/recommend/vectors.h"

static void lists_equal_those_of_the_plain_reference(void)
{
    for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
        const struct vector *vector = &vectors[i];
        static struct shop shop;
        struct shop_event *events =
            shop_events(vector->seed, vector->events, vector->visitors, vector->skus);

        shop_init(&shop, vector->sessions_max);
        for (int e = 0; e < vector->events; e++)
            shop_play(&shop, &events[e]);
        EXPECT_I64(vector->digest, shop_digest(&shop, vector->visitors));
        shop_done(&shop);
        free(events);
    }
}

/* Those that nobody can go on with lie in the log, and every list is as if they did not. */
static void packing_changes_no_list(void)
{
    for (uint64_t seed = 1; seed <= 4; seed++) {
        static struct shop loose;
        static struct shop packed;
        struct shop_event *events = shop_events(seed, 3000, 50, 40);
        uint32_t sessions_max = seed % 2 == 0 ? 60 : 4096;

        shop_init(&loose, sessions_max);
        shop_init(&packed, sessions_max);
        for (int i = 0; i < 3000; i++) {
            int visitor = events[i].visitor;

            shop_play(&loose, &events[i]);
            shop_play(&packed, &events[i]);
            EXPECT_I64(shop_digest_of(&loose, visitor, visitor + 1),
                shop_digest_of(&packed, visitor, visitor + 1));
            learned_end(packed.learned, events[i].written.ms - VISITOR_GAP_MS);
        }
        EXPECT_I64(learned_sessions(loose.learned), learned_sessions(packed.learned));
        EXPECT_I64(learned_items(loose.learned), learned_items(packed.learned));
        shop_done(&loose);
        shop_done(&packed);
        free(events);
    }
}

/* Partitions may be read far apart, as after a wipe: only the order within each is given. */
static void how_partitions_interleave_does_not_matter(void)
{
    for (uint64_t seed = 1; seed <= 8; seed++) {
        uint32_t sessions_max = seed % 2 == 0 ? 30 : 4096;
        int count = 3000;
        int visitors = 50;
        struct random random = {seed};
        struct shop_event *events = shop_events(seed, count, visitors, 40);
        static struct shop live;
        static struct shop again;
        int next[3] = {0};
        int left = count;

        shop_init(&live, sessions_max);
        shop_init(&again, sessions_max);
        for (int i = 0; i < count; i++)
            shop_play(&live, &events[i]);
        while (left > 0) {
            int partition = (int)random_below(&random, 3);
            int burst = 1 + (int)random_below(&random, 900);

            for (int *at = &next[partition]; *at < count && burst > 0; (*at)++) {
                if (events[*at].written.partition != partition)
                    continue;
                shop_play(&again, &events[*at]);
                burst--;
                left--;
            }
        }
        EXPECT_I64(learned_sessions(live.learned), learned_sessions(again.learned));
        EXPECT_I64(learned_items(live.learned), learned_items(again.learned));
        EXPECT_I64(shop_digest(&live, visitors), shop_digest(&again, visitors));
        shop_done(&live);
        shop_done(&again);
        free(events);
    }
}

/* Both of a pair stand behind "seen" once next to it and once behind the other: they are equal. */
static void equal_scores_are_ordered_by_bytes_a_prefix_first(void)
{
    static const char *const pairs[][2] = {{"ab", "a"}, {"a\xc3\xa4", "aZ"}, {"b", "B"}};
    static struct shop shop;

    for (int i = 0; i < 3; i++) {
        struct learned_candidate list[LEARNED_LIST];

        shop_init(&shop, 16);
        for (int s = 0; s < 2; s++) {
            shop_view(&shop, s, fy_slice_of("seen"), true, (struct engine_order){1, 0, 3L * s});
            shop_view(
                &shop, s, fy_slice_of(pairs[i][s]), true, (struct engine_order){1, 0, 3L * s + 1});
            shop_view(&shop, s, fy_slice_of(pairs[i][1 - s]), true,
                (struct engine_order){1, 0, 3L * s + 2});
        }
        shop_view(&shop, 9, fy_slice_of("seen"), false, (struct engine_order){1, 0, 12});
        EXPECT_I64(3, shop_list(&shop, 9, list));
        for (size_t at = 0, found = 0; at < 3; at++) {
            if (!fy_slice_equal(list[at].sku, fy_slice_of("seen")))
                EXPECT_TEXT(pairs[i][1 - found++], list[at].sku);
        }
        shop_done(&shop);
    }
}

/* A full index forgets its oldest session, and with it items that nobody else holds. */
static void a_full_index_keeps_the_newest(void)
{
    struct learned *learned = learned_new(2);
    struct fy_slice skus[] = {fy_slice_of("a"), fy_slice_of("b"), fy_slice_of("c")};
    struct engine_order orders[] = {{10, 0, 0}, {20, 0, 1}, {30, 0, 2}, {5, 0, 3}};
    struct fy_err err;
    uint32_t slots[4];

    for (int i = 0; i < 4; i++)
        EXPECT_I64(FY_OK,
            learned_put(learned, ENGINE_NONE, 0, &orders[i], &skus[i % 3], 1, &slots[i], &err));
    EXPECT_I64(2, learned_sessions(learned));
    EXPECT_I64(2, learned_items(learned));
    EXPECT_I64(ENGINE_NONE, slots[3]);
    EXPECT_I64(ENGINE_NONE, learned_find(learned, slots[0], &orders[0]));
    EXPECT_I64(slots[2], learned_find(learned, slots[2], &orders[2]));
    learned_end(learned, 25);
    EXPECT_I64(2, learned_sessions(learned));
    EXPECT_I64(ENGINE_NONE, learned_find(learned, slots[1], &orders[1]));
    learned_free(learned);
}

/* Who views what nobody learned of is asked about it; it is an item of the list like any other. */
static void what_nobody_learned_of_is_an_item_too(void)
{
    static struct shop shop;
    struct learned_candidate list[LEARNED_LIST];

    shop_init(&shop, 16);
    shop_view(&shop, 1, fy_slice_of("mug"), true, (struct engine_order){1, 0, 0});
    shop_view(&shop, 1, fy_slice_of("tea"), true, (struct engine_order){1, 0, 1});
    shop_view(&shop, 2, fy_slice_of("new"), false, (struct engine_order){1, 0, 2});
    shop_view(&shop, 2, fy_slice_of("newer"), false, (struct engine_order){1, 0, 3});
    shop_view(&shop, 2, fy_slice_of("new"), false, (struct engine_order){1, 0, 4});
    EXPECT_I64(2, shop_list(&shop, 2, list));
    shop_view(&shop, 2, fy_slice_of("mug"), false, (struct engine_order){1, 0, 5});
    EXPECT_I64(4, shop_list(&shop, 2, list));
    EXPECT_I64(2, learned_items(shop.learned));
    shop_done(&shop);
}

static const CU_TestInfo tests[] = {
    TEST(lists_equal_those_of_the_plain_reference),
    TEST(packing_changes_no_list),
    TEST(how_partitions_interleave_does_not_matter),
    TEST(equal_scores_are_ordered_by_bytes_a_prefix_first),
    TEST(a_full_index_keeps_the_newest),
    TEST(what_nobody_learned_of_is_an_item_too),
};

TEST_MAIN(learned, tests)
