/*
 * The engine: a plain reference in Python, which keeps and looks at everything, says the same to
 * the last tie; and what its header promises.
 */
#include "processors/recommend/engine/engine.h"

#include "processors/recommend/engine/tables.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdlib.h>

struct vector {
    uint64_t seed;
    int events;
    uint32_t visitors, items, sessions_max;
    int recent;
    uint64_t digest;
};

#include "test/unit/processors/recommend/engine_vectors.h"

enum { PEOPLE_MAX = 300, CLICKS_KEPT = 512 };

struct numbers {
    uint64_t state;
};

static uint32_t below(struct numbers *numbers, uint32_t limit)
{
    numbers->state = numbers->state * 6364136223846793005 + 1442695040888963407;
    return (uint32_t)((numbers->state >> 33) % limit);
}

static void fold(uint64_t *digest, uint64_t value)
{
    *digest = (*digest ^ value) * 0x100000001b3;
}

static void fold_list(uint64_t *digest, const struct engine_candidate *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fold(digest, list[i].item);
        fold(digest, (uint64_t)list[i].score);
        fold(digest, list[i].share_ppm);
        fold(digest, list[i].because);
        fold(digest, list[i].sessions);
    }
}

struct person {
    uint32_t slot;
    struct engine_order order;
    uint32_t clicks[CLICKS_KEPT];
    size_t count;
};

static struct engine *engine_of(uint32_t sessions_max, int session_clicks, int recent, int k)
{
    struct engine_params params = engine_defaults;
    struct engine_config config = {
        .sessions_max = sessions_max,
        .clicks_max = sessions_max * 12 > ENGINE_CLICKS_MAX ? sessions_max * 12 : ENGINE_CLICKS_MAX,
        .live_max = 4096,
        .items_max = 1000,
        .params = &params,
    };

    params.session_clicks = session_clicks;
    params.recent = recent;
    params.neighbours = k;
    return engine_new(&config);
}

static void one_click(struct engine *engine,
    const struct vector *vector,
    struct numbers *numbers,
    struct person *person,
    uint32_t visitor,
    int event,
    uint64_t *digest)
{
    struct engine_candidate list[ENGINE_RANKED_MAX];
    struct engine_interest interest[10];
    uint32_t item;
    size_t count;

    if (!engine_holds(engine, person->slot, &person->order) || below(numbers, 8) == 0) {
        person->slot = ENGINE_NONE;
        person->count = 0;
    }
    item = below(numbers, vector->items);
    item = item * below(numbers, vector->items) / vector->items;
    person->order = (struct engine_order){event / 4, (int32_t)visitor % 3, event};
    person->slot = engine_click(engine, person->slot, visitor, &person->order, item);
    person->clicks[person->count++] = item;
    if (below(numbers, 10) == 0) {
        count = engine_query(engine, person->slot, person->clicks, person->count, list);
        fold_list(digest, list, count);
        count = engine_query_knn(engine, person->slot, person->clicks, person->count, 20, list);
        fold_list(digest, list, count);
    }
    if (below(numbers, 40) == 0) {
        count = engine_interested(engine, item, interest, 10);
        for (size_t i = 0; i < count; i++) {
            fold(digest, interest[i].owner);
            fold(digest, interest[i].share_ppm);
        }
    }
}

static uint64_t digest_of(const struct vector *vector)
{
    struct engine *engine = engine_of(vector->sessions_max, 12, vector->recent, 30);
    struct person *people = calloc(PEOPLE_MAX, sizeof(*people));
    struct numbers numbers = {vector->seed};
    uint64_t digest = 0xcbf29ce484222325;

    for (uint32_t i = 0; i < vector->visitors; i++)
        people[i].slot = ENGINE_NONE;
    for (int event = 0; event < vector->events; event++) {
        uint32_t visitor = below(&numbers, vector->visitors);
        uint32_t what = below(&numbers, 100);

        if (what < 1) {
            fold(&digest, engine_forget(engine, visitor));
        } else if (what < 3) {
            struct engine_order order = {event / 4 - (int64_t)below(&numbers, 40), 0, 0};

            engine_end(engine, &order);
        } else {
            one_click(engine, vector, &numbers, &people[visitor], visitor, event, &digest);
        }
    }
    free(people);
    engine_free(engine);
    return digest;
}

static void a_plain_reference_says_the_same(void)
{
    for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++)
        EXPECT_I64(vectors[i].digest, digest_of(&vectors[i]));
}

/* The tables are made by squaring and by roots; each entry is checked by whole numbers alone. */
static void logarithms_and_powers_are_what_they_say(void)
{
    struct engine_tables tables;

    engine_tables_init(&tables);
    EXPECT_I64(0, engine_log2(&tables, 0));
    EXPECT_I64(0, engine_log2(&tables, 1));
    EXPECT_I64(256, engine_log2(&tables, 2));
    EXPECT_I64(405, engine_log2(&tables, 3)); /* 256 * 1.58496 = 405.75 */
    EXPECT_I64(63 * 256 + 255, engine_log2(&tables, UINT64_MAX));
    EXPECT_I64(1 << 30, engine_power(&tables, 0));
    EXPECT_I64(1 << 29, engine_power(&tables, 1 << 20));
    EXPECT_I64(759250124, engine_power(&tables, 1 << 19)); /* 2^30 / 2^0.5 = 759250124.9 */
    EXPECT_I64(1, engine_power(&tables, 30 << 20));
    EXPECT_I64(0, engine_power(&tables, 31 << 20));
    for (uint32_t i = 1; i < 256; i++) {
        EXPECT_I64(1, tables.log2[i] >= tables.log2[i - 1]);
        EXPECT_I64(1, tables.power[i] < tables.power[i - 1]);
    }
}

/* Three visitors; `same` feeds only those who are not forgotten. */
static void feed_forgotten(struct engine *engine, bool with_forgotten)
{
    struct numbers numbers = {7};
    uint32_t slots[3] = {ENGINE_NONE, ENGINE_NONE, ENGINE_NONE};

    for (int i = 0; i < 6000; i++) {
        uint32_t visitor = below(&numbers, 3);
        uint32_t item = below(&numbers, 4);
        bool begins = below(&numbers, 3) == 0;
        struct engine_order order = {i, 0, i};

        if (visitor == 1 && !with_forgotten)
            continue;
        slots[visitor] =
            engine_click(engine, begins ? ENGINE_NONE : slots[visitor], visitor, &order, item);
    }
}

/* Rings are cut at the newest entries; whoever is forgotten uncovers what they had let go of. */
static void a_forgotten_person_has_never_been(void)
{
    for (int end = 0; end < 2; end++) {
        struct engine *knew = engine_of(4096, 12, 500, 500);
        struct engine *never = engine_of(4096, 12, 500, 500);
        uint64_t want = 0;
        uint64_t got = 0;

        feed_forgotten(knew, true);
        feed_forgotten(never, false);
        if (end == 1) {
            engine_end(knew, NULL);
            engine_end(never, NULL);
        }
        EXPECT_I64(1, engine_forget(knew, 1) > 500);
        EXPECT_I64(engine_sessions(never), engine_sessions(knew));
        EXPECT_I64(engine_clicks(never), engine_clicks(knew));
        for (uint32_t item = 0; item < 4; item++) {
            struct engine_candidate list[ENGINE_RANKED_MAX];

            fold_list(&want, list, engine_query(never, ENGINE_NONE, &item, 1, list));
            fold_list(&got, list, engine_query(knew, ENGINE_NONE, &item, 1, list));
            EXPECT_I64(engine_holders(never, item), engine_holders(knew, item));
        }
        {
            struct engine_candidate list[ENGINE_RANKED_MAX];

            fold_list(&want, list, engine_popular(never, list, 4));
            fold_list(&got, list, engine_popular(knew, list, 4));
        }
        EXPECT_I64(want, got);
        EXPECT_I64(0, engine_forget(knew, 1));
        engine_free(knew);
        engine_free(never);
    }
}

/* Owners 0 .. 39; of those below `forgotten` nothing is fed. */
static void feed_many(struct engine *engine, uint32_t from, uint32_t to, uint32_t forgotten)
{
    struct numbers numbers = {11};
    struct engine_order last[40] = {{0}};
    uint32_t slots[40];

    memset(slots, 0xff, sizeof(slots));
    for (uint32_t i = 0; i < to; i++) {
        uint32_t owner = below(&numbers, 40);
        uint32_t item = below(&numbers, 30) * below(&numbers, 30) / 30;
        bool begins = below(&numbers, 3) == 0;
        struct engine_order order = {i, 0, i};

        if (i < from || owner < forgotten)
            continue;
        begins = begins || !engine_holds(engine, slots[owner], &last[owner]);
        slots[owner] =
            engine_click(engine, begins ? ENGINE_NONE : slots[owner], owner, &order, item);
        last[owner] = order;
        if (order.ms % 1000 > 900)
            engine_end(engine, &(struct engine_order){i - 500, 0, 0});
    }
}

static uint64_t all_lists(struct engine *engine)
{
    uint64_t digest = 0;

    for (uint32_t item = 0; item < 30; item++) {
        struct engine_candidate list[ENGINE_RANKED_MAX];
        uint32_t clicks[] = {(item + 7) % 30, item};

        fold_list(&digest, list, engine_query(engine, ENGINE_NONE, clicks, 2, list));
        digest = digest * 31 + engine_holders(engine, item);
    }
    return digest;
}

/*
 * One after the other, of an index that goes on: numbers of forgotten sessions stay as holes among
 * the others until there are too many. Each time it is as if they had never been.
 */
static void many_are_forgotten_one_after_another(void)
{
    struct engine *knew = engine_of(16384, 12, 500, 500);
    uint32_t holes = 0;

    feed_many(knew, 0, 20000, 0);
    for (uint32_t owner = 0; owner < 36; owner++) {
        struct engine *never = NULL;

        holes += engine_forget(knew, owner);
        if (owner % 9 != 8)
            continue;
        never = engine_of(16384, 12, 500, 500);
        feed_many(never, 0, 20000, owner + 1);
        EXPECT_I64(engine_sessions(never), engine_sessions(knew));
        EXPECT_I64(engine_clicks(never), engine_clicks(knew));
        EXPECT_I64(all_lists(never), all_lists(knew));
        if (owner == 35) {
            feed_many(knew, 20000, 24000, 36);
            feed_many(never, 20000, 24000, 36);
            EXPECT_I64(all_lists(never), all_lists(knew));
        }
        engine_free(never);
    }
    CU_ASSERT_TRUE(holes > 4096 + 1024); /* Closed up at least once. */
    engine_free(knew);
}

/* A session that goes before holes takes them along; one behind them is as old as it should be. */
static void holes_go_with_the_oldest(void)
{
    struct engine *knew = engine_of(40, 12, 500, 500);
    struct engine *never = engine_of(40, 12, 500, 500);

    for (uint32_t i = 0; i < 100; i++) {
        struct engine_order order = {i, 0, i};
        uint32_t owner = i % 4;

        (void)engine_click(knew, ENGINE_NONE, owner, &order, i % 7);
        engine_end(knew, NULL);
        if (i == 79)
            EXPECT_I64(10, engine_forget(knew, 1)); /* Of the newest 40. */
        if (i < 80 && owner == 1)
            continue;
        (void)engine_click(never, ENGINE_NONE, owner, &order, i % 7);
        engine_end(never, NULL);
    }
    EXPECT_I64(40, engine_sessions(knew));
    EXPECT_I64(40, engine_sessions(never));
    EXPECT_I64(all_lists(never), all_lists(knew));
    engine_free(knew);
    engine_free(never);
}

static void click_session(struct engine *engine, uint32_t owner, int64_t ms, const char *items)
{
    uint32_t slot = ENGINE_NONE;

    for (size_t i = 0; items[i] != '\0'; i++) {
        struct engine_order order = {ms, 0, (int64_t)i};

        slot = engine_click(engine, slot, owner, &order, (uint32_t)(items[i] - 'a'));
    }
    engine_end(engine, NULL);
}

static void the_oldest_session_goes_whole(void)
{
    struct engine *engine = engine_of(2, 12, 500, 100);

    click_session(engine, 1, 1, "aab");
    click_session(engine, 2, 2, "bc");
    EXPECT_I64(2, engine_holders(engine, 1));
    EXPECT_I64(5, engine_clicks(engine));
    click_session(engine, 3, 3, "cd");
    EXPECT_I64(0, engine_holders(engine, 0));
    EXPECT_I64(1, engine_holders(engine, 1));
    EXPECT_I64(2, engine_holders(engine, 2));
    EXPECT_I64(4, engine_clicks(engine));
    EXPECT_I64(2, engine_sessions(engine));
    engine_free(engine);
}

/* The log is a ring: what expires makes room, wherever the sessions' ends fall. */
static void the_log_goes_round(void)
{
    struct engine *engine = engine_of(5, 12, 500, 100);

    for (int i = 0; i < 5000; i++) {
        char items[16] = "";

        for (int at = 0; at <= i * 7 % 12; at++)
            items[at] = (char)('a' + (i + at * at) % 20);
        click_session(engine, 1, i + 1, items);
        EXPECT_I64(i < 5 ? i + 1 : 5, engine_sessions(engine));
    }
    EXPECT_I64(1, engine_bytes(engine) < 1 << 20);
    engine_free(engine);
}

/* Long sessions fill it before there are as many as may be kept: the oldest go. */
static void the_log_is_full(void)
{
    struct engine_config config = {
        .sessions_max = 1000, .clicks_max = 1000, .live_max = 10, .items_max = 100};
    struct engine *engine = engine_new(&config);
    struct engine *same = engine_new(&config);
    uint32_t kept;

    for (int i = 0; i < 2000; i++)
        click_session(
            engine, 1, i + 1, i % 3 == 0 ? "abcdefghijklmnopqrstuvwxyzabcdefghij" : "xyx");
    kept = engine_sessions(engine);
    EXPECT_I64(1, engine_clicks(engine) > 900 && engine_clicks(engine) < 1500);
    for (int i = 2000 - (int)kept; i < 2000; i++)
        click_session(same, 1, i + 1, i % 3 == 0 ? "abcdefghijklmnopqrstuvwxyzabcdefghij" : "xyx");
    EXPECT_I64(engine_clicks(same), engine_clicks(engine));
    for (uint32_t item = 0; item < 26; item++) {
        struct engine_candidate list[ENGINE_RANKED_MAX];
        uint64_t want = 0;
        uint64_t got = 0;

        fold_list(&want, list, engine_query(same, ENGINE_NONE, &item, 1, list));
        fold_list(&got, list, engine_query(engine, ENGINE_NONE, &item, 1, list));
        EXPECT_I64(want, got);
    }
    EXPECT_I64(kept, engine_forget(engine, 1));
    EXPECT_I64(0, engine_clicks(engine));
    engine_free(same);
    engine_free(engine);
}

/* A robot's thousand clicks are sessions of the 99.5th percentile's length, one after another. */
static void a_full_session_is_followed_by_another(void)
{
    struct engine *engine = engine_of(100, 40, 500, 100);
    struct engine_order order = {0};
    uint32_t slot = ENGINE_NONE;

    for (int i = 0; i < 1000; i++) {
        order.ms++;
        slot = engine_click(engine, slot, 9, &order, (uint32_t)i % 50);
    }
    EXPECT_I64(25, engine_sessions(engine));
    EXPECT_I64(1000, engine_clicks(engine));
    EXPECT_I64(1, engine_holds(engine, slot, &order));
    order.ms++;
    EXPECT_I64(0, engine_holds(engine, slot, &order));
    engine_free(engine);
}

/* Who is interested most: whoever just saw what goes with it; each owner once. */
static void the_interested_are_those_who_just_saw_what_goes_with_it(void)
{
    struct engine *engine = engine_of(100, 12, 500, 100);
    struct engine_interest list[10];
    size_t count;

    click_session(engine, 1, 1, "ab");
    click_session(engine, 2, 2, "ab");
    click_session(engine, 3, 3, "ad");  /* d goes with a less often than b does. */
    click_session(engine, 4, 4, "xyz"); /* Has nothing to do with it. */
    click_session(engine, 5, 5, "a");
    click_session(engine, 5, 6, "xa");
    count = engine_interested(engine, 1, list, 10);
    EXPECT_I64(4, count);
    for (size_t i = 0; i < count; i++) {
        EXPECT_I64(1, list[i].owner != 4);
        EXPECT_I64(1, list[i].share_ppm > 0);
    }
    EXPECT_I64(2, engine_interested(engine, 1, list, 2));
    engine_free(engine);
}

static void an_empty_index_answers(void)
{
    struct engine *engine = engine_of(10, 12, 500, 100);
    struct engine_candidate list[ENGINE_RANKED_MAX];
    struct engine_interest interest[1];
    uint32_t item = 5;

    EXPECT_I64(0, engine_query(engine, ENGINE_NONE, NULL, 0, list));
    EXPECT_I64(1, engine_query(engine, ENGINE_NONE, &item, 1, list));
    EXPECT_I64(5, list[0].item);
    EXPECT_I64(1000000, list[0].share_ppm);
    EXPECT_I64(0, list[0].sessions);
    EXPECT_I64(0, engine_interested(engine, 5, interest, 1));
    EXPECT_I64(0, engine_forget(engine, 1));
    engine_end(engine, NULL);
    engine_free(engine);
}

static const CU_TestInfo tests[] = {
    TEST(a_plain_reference_says_the_same),
    TEST(logarithms_and_powers_are_what_they_say),
    TEST(a_forgotten_person_has_never_been),
    TEST(many_are_forgotten_one_after_another),
    TEST(holes_go_with_the_oldest),
    TEST(the_oldest_session_goes_whole),
    TEST(the_log_goes_round),
    TEST(the_log_is_full),
    TEST(a_full_session_is_followed_by_another),
    TEST(the_interested_are_those_who_just_saw_what_goes_with_it),
    TEST(an_empty_index_answers),
};

TEST_MAIN(engine, tests)
