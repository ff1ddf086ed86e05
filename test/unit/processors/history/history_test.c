#include "processors/history/history.h"
#include "test/expect.h"
#include "test/random.h"
#include "test/run.h"

#include <inttypes.h>

/* One activity in one line. No session: one that is never taken for a repeat. */
struct act {
    const char *session;
    int64_t n;
    char kind;       /* v)iewed s)earched c)art item set l)ist shown r)ecommendation clicked */
    const char *sku; /* v and c. */
    int64_t units;   /* c. */
};

/* A visitor as evolve sees them: the row, and the room its arrays are in. */
struct visitor {
    struct visitor_row row;
    struct history_room room;
};

static void evolve_at(struct visitor *visitor, const struct act *act, int64_t event_ms)
{
    struct fy_slice sku = act->sku == NULL ? (struct fy_slice){0} : fy_slice_of(act->sku);
    struct item_viewed viewed = {.sku = sku};
    struct searched searched = {.results = 3};
    struct cart_item_set set = {.sku = sku, .units = act->units};
    struct recommendation_shown shown = {.list_id = fy_slice_of("list")};
    struct recommendation_clicked clicked = {.sku = sku, .rank = 1};
    struct activity activity = {
        .envelope = {.event_ms = event_ms},
        .visitor = fy_slice_of("visitor"),
        .session = act->session == NULL ? (struct fy_slice){0} : fy_slice_of(act->session),
        .has_n = act->session != NULL,
        .n = act->n,
        .item_viewed = act->kind == 'v' ? &viewed : NULL,
        .searched = act->kind == 's' ? &searched : NULL,
        .cart_item_set = act->kind == 'c' ? &set : NULL,
        .recommendation_shown = act->kind == 'l' ? &shown : NULL,
        .recommendation_clicked = act->kind == 'r' ? &clicked : NULL,
    };

    history_evolve(&visitor->row, &activity, &visitor->room);
}

static void evolve(struct visitor *visitor, struct act act)
{
    evolve_at(visitor, &act, 0);
}

static void every_kind_is_counted_as_itself(void)
{
    static const struct {
        char kind;
        struct activity_counts counts;
    } cases[] = {
        {'v', {.views = 1}},
        {'s', {.searches = 1}},
        {'c', {.cart_changes = 1}},
        {'l', {.recommendations_shown = 1}},
        {'r', {.recommendations_clicked = 1}},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct visitor visitor = {0};
        const struct activity_counts *got = &visitor.row.history.counts;

        evolve(&visitor, (struct act){NULL, 0, cases[i].kind, "mug", 1});

        EXPECT_TEXT("visitor", visitor.row.history.visitor);
        EXPECT_I64(cases[i].counts.views, got->views);
        EXPECT_I64(cases[i].counts.searches, got->searches);
        EXPECT_I64(cases[i].counts.cart_changes, got->cart_changes);
        EXPECT_I64(cases[i].counts.recommendations_shown, got->recommendations_shown);
        EXPECT_I64(cases[i].counts.recommendations_clicked, got->recommendations_clicked);
        EXPECT_I64(cases[i].kind == 'v', visitor.row.history.views.count);
        EXPECT_I64(cases[i].kind == 'c', visitor.row.history.cart.count);
        EXPECT_I64(0, visitor.row.sessions.count);
    }
}

/* The page "seen before" shows what was looked at last, first; the 51st takes the oldest's place.
 */
static void the_last_fifty_views_are_kept_newest_first(void)
{
    struct visitor visitor = {0};
    char skus[120][8];

    for (int i = 0; i < 120; i++) {
        const struct history *history = &visitor.row.history;
        int64_t kept = i + 1 < 50 ? i + 1 : 50;

        (void)snprintf(skus[i], sizeof(skus[i]), "sku%d", i);
        evolve_at(&visitor, &(struct act){"s", i, 'v', skus[i], 0}, 1000 + i);

        EXPECT_I64(i + 1, history->counts.views);
        EXPECT_I64(kept, history->views.count);
        for (int64_t at = 0; at < kept; at++) {
            EXPECT_TEXT(skus[i - at], history->views.items[at].sku);
            EXPECT_I64(1000 + i - at, history->views.items[at].event_ms);
        }
    }
}

/* A view is an event, not a product: looking twice is two views. */
static void the_same_product_viewed_twice_is_two_views(void)
{
    struct visitor visitor = {0};

    evolve(&visitor, (struct act){"s", 0, 'v', "mug", 0});
    evolve(&visitor, (struct act){"s", 1, 'v', "mug", 0});

    EXPECT_I64(2, visitor.row.history.views.count);
}

static void a_cart_is_what_was_set_last(void)
{
    static const struct {
        struct {
            const char *sku;
            int64_t units;
        } set[6];
        const char *cart;
    } cases[] = {
        {{{"a", 1}}, "a1 "}, {{{"a", 1}, {"b", 2}, {"c", 3}}, "a1 b2 c3 "},
        {{{"a", 1}, {"a", 5}}, "a5 "},                              /* Set, not added. */
        {{{"a", 1}, {"b", 2}, {"a", 3}}, "a3 b2 "},                 /* A line keeps its place. */
        {{{"a", 1}, {"b", 2}, {"c", 3}, {"b", 0}}, "a1 c3 "},       /* Out of the middle. */
        {{{"a", 1}, {"b", 2}, {"c", 3}, {"a", 0}}, "b2 c3 "},       /* Out of the front. */
        {{{"a", 1}, {"b", 2}, {"c", 3}, {"c", 0}}, "a1 b2 "},       /* Off the end. */
        {{{"a", 1}, {"a", 0}}, ""},                                 /* The last one out. */
        {{{"a", 0}}, ""},                                           /* Never in. */
        {{{"a", 1}, {"b", 2}, {"a", 0}, {"a", 4}}, "b2 a4 "},       /* Back in, at the end. */
        {{{"a", 1}, {"b", 2}, {"b", -3}}, "a1 "},                   /* No edge lets it through. */
        {{{"aa", 1}, {"a", 2}, {"aaa", 3}, {"aa", 0}}, "a2 aaa3 "}, /* Prefixes are no match. */
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct visitor visitor = {0};
        const struct history *history = &visitor.row.history;
        char got[64] = "";
        size_t used = 0;
        int64_t n = 0;

        for (; n < 6 && cases[i].set[n].sku != NULL; n++)
            evolve(&visitor, (struct act){"s", n, 'c', cases[i].set[n].sku, cases[i].set[n].units});
        for (size_t line = 0; line < history->cart.count; line++)
            used += (size_t)snprintf(got + used, sizeof(got) - used, "%.*s%" PRId64 " ",
                FY_SLICE_ARG(history->cart.items[line].sku), history->cart.items[line].units);

        EXPECT_TEXT(cases[i].cart, fy_slice_of(got));
        EXPECT_I64(n, history->counts.cart_changes);
    }
}

/* What is in a full cart stays, can be changed, and makes room only by being taken out. */
static void the_101st_product_leaves_a_full_cart_as_it_is(void)
{
    struct visitor visitor = {0};
    const struct history *history = &visitor.row.history;
    char skus[100][8];

    for (int i = 0; i < 100; i++) {
        (void)snprintf(skus[i], sizeof(skus[i]), "sku%d", i);
        evolve(&visitor, (struct act){"s", i, 'c', skus[i], 1});
    }
    evolve(&visitor, (struct act){"s", 100, 'c', "one-more", 1});

    EXPECT_I64(100, history->cart.count);
    EXPECT_I64(101, history->counts.cart_changes);
    for (size_t i = 0; i < 100; i++)
        EXPECT_TEXT(skus[i], history->cart.items[i].sku);

    evolve(&visitor, (struct act){"s", 101, 'c', "sku99", 7});
    EXPECT_I64(7, history->cart.items[99].units);

    evolve(&visitor, (struct act){"s", 102, 'c', "sku0", 0});
    evolve(&visitor, (struct act){"s", 103, 'c', "one-more", 1});
    EXPECT_I64(100, history->cart.count);
    EXPECT_TEXT("one-more", history->cart.items[99].sku);
}

/* Each row: the numbers of one session in the order read, and how many of them count. */
static void numbers_of_a_session_count_once(void)
{
    static const struct {
        int64_t n[6];
        int count;
        int64_t views;
    } cases[] = {
        {{0}, 1, 1}, {{0, 0, 0}, 3, 1},         /* Sent three times. */
        {{0, 1, 2}, 3, 3},                      /* In order. */
        {{2, 1, 0, 1}, 4, 3},                   /* Backwards: late is not repeated. */
        {{5, 3, 5, 3, 4}, 5, 3},                /* Mixed. */
        {{0, 63, 0}, 3, 2},                     /* 63 back: the window's last bit remembers it. */
        {{0, 64, 0}, 3, 2},                     /* 64 back: out of the window, taken for a copy. */
        {{64, 1, 1}, 3, 2},                     /* 63 back for the first time: it counts, once. */
        {{64, 0}, 2, 1},                        /* 64 back for the first time: too late to count. */
        {{0, 1, 2, 66, 3, 2}, 6, 5},            /* A leap of 64 drops what was, keeps none set. */
        {{1, 64, 1, 65, 1, 2}, 6, 4},           /* The window slides over 1 and still counts 2. */
        {{INT64_MAX, INT64_MIN, 0}, 3, 1},      /* No edge lets it through; nothing overflows. */
        {{INT64_MIN, INT64_MAX, -1, -1}, 4, 2}, /* Nor this. */
        {{-3, -2, -3}, 3, 2},                   /* Nor this, which counts like any other. */
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct visitor visitor = {0};

        for (int at = 0; at < cases[i].count; at++)
            evolve(&visitor, (struct act){"s", cases[i].n[at], 'v', "mug", 0});

        EXPECT_I64(cases[i].views, visitor.row.history.counts.views);
        EXPECT_I64(1, visitor.row.sessions.count);
    }
}

/* Two browsers of one visitor number their activities each from 0. */
static void sessions_number_independently(void)
{
    struct visitor visitor = {0};

    evolve(&visitor, (struct act){"phone", 0, 'v', "mug", 0});
    evolve(&visitor, (struct act){"desk", 0, 'v', "mug", 0});
    evolve(&visitor, (struct act){"phone", 0, 'v', "mug", 0});
    evolve(&visitor, (struct act){"desk", 1, 'v', "mug", 0});

    EXPECT_I64(3, visitor.row.history.counts.views);
    EXPECT_I64(2, visitor.row.sessions.count);
}

/* Old clients and foreign writers may leave session or n out: then nothing tells a repeat. */
static void without_session_and_number_nothing_is_a_repeat(void)
{
    struct item_viewed viewed = {.sku = fy_slice_of("mug")};
    struct activity cases[] = {
        {.item_viewed = &viewed},
        {.session = fy_slice_of("s"), .item_viewed = &viewed}, /* n is missing. */
        {.has_n = true, .n = 4, .item_viewed = &viewed},       /* session is missing. */
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct visitor visitor = {0};

        history_evolve(&visitor.row, &cases[i], &visitor.room);
        history_evolve(&visitor.row, &cases[i], &visitor.room);
        EXPECT_I64(2, visitor.row.history.counts.views);
        EXPECT_I64(0, visitor.row.sessions.count);
    }
}

/*
 * Eight sessions are remembered, and a ninth takes the place of the one that was silent longest; s0
 * was the first of all but spoke again, so it is s1 that goes.
 */
static void the_session_silent_longest_is_forgotten_first(void)
{
    static const char *const names[] = {"s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"};
    static const char *const after[] = {"s2", "s3", "s4", "s5", "s6", "s7", "s0", "s8"};
    struct visitor visitor = {0};
    const struct visitor_row *row = &visitor.row;

    for (int i = 0; i < 8; i++)
        evolve(&visitor, (struct act){names[i], 0, 'v', "mug", 0});
    evolve(&visitor, (struct act){"s0", 1, 'v', "mug", 0});
    EXPECT_I64(8, row->sessions.count);
    evolve(&visitor, (struct act){"s8", 0, 'v', "mug", 0});

    EXPECT_I64(8, row->sessions.count);
    for (size_t i = 0; i < 8 && i < row->sessions.count; i++)
        EXPECT_TEXT(after[i], row->sessions.items[i].session);

    evolve(&visitor, (struct act){"s0", 1, 'v', "mug", 0}); /* Remembered: a repeat. */
    EXPECT_I64(10, row->history.counts.views);
    evolve(&visitor, (struct act){"s1", 0, 'v', "mug", 0}); /* Forgotten: counts again. */
    EXPECT_I64(11, row->history.counts.views);
}

/* Rows of a version with higher limits come back smaller, and never write outside the room. */
static void a_row_beyond_todays_limits_is_cut_to_them(void)
{
    static struct view views[70];
    static struct cart_item cart[130];
    static struct session_seen sessions[20];
    static char names[20][8];
    struct visitor visitor = {.row.history.views = {views, 70},
        .row.history.cart = {cart, 130},
        .row.sessions = {sessions, 20}};
    const struct visitor_row *row = &visitor.row;

    for (int i = 0; i < 20; i++) {
        (void)snprintf(names[i], sizeof(names[i]), "s%d", i);
        sessions[i] = (struct session_seen){fy_slice_of(names[i]), 5, 1};
    }
    evolve(&visitor, (struct act){"s3", 6, 'v', "mug", 0});
    EXPECT_I64(50, row->history.views.count);
    EXPECT_I64(8, row->sessions.count);
    EXPECT_TEXT("s13", row->sessions.items[0].session);
    EXPECT_TEXT("s3", row->sessions.items[7].session);
    EXPECT_I64(3, row->sessions.items[7].window);

    evolve(&visitor, (struct act){"s3", 7, 'c', "mug", 1});
    EXPECT_I64(100, row->history.cart.count);
}

enum { WAVES = 40, WAVE = 16 };

/*
 * A client that is never sure sends everything again, in any order, within what it has in flight.
 * The row must be that of a client who sent each once: a list of all (session, n) ever read, which
 * is what the window stands for, decides it here.
 */
static void repeats_in_any_order_within_the_window_change_nothing(void)
{
    static const char *const sessions[] = {"phone", "desk", "tablet"};
    static const char kinds[] = "vsclr";
    static const char *const skus[] = {"a", "b", "c", "d"};

    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct random random = {seed};
        struct visitor once = {0};
        struct visitor often = {0};
        int64_t next[3] = {0};

        for (int wave = 0; wave < WAVES; wave++) {
            struct act sent[WAVE];

            for (int i = 0; i < WAVE; i++) {
                uint64_t of = random_below(&random, 3);

                sent[i] = (struct act){sessions[of], next[of]++, kinds[random_below(&random, 5)],
                    skus[random_below(&random, 4)], (int64_t)random_below(&random, 4)};
                evolve(&once, sent[i]);
                evolve(&often, sent[i]);
                if (random_below(&random, 2) == 0)
                    evolve(&often, sent[random_below(&random, (uint64_t)i + 1)]);
            }
            for (int i = 0; i < WAVE; i++)
                evolve(&often, sent[random_below(&random, WAVE)]);
        }

        EXPECT_I64(0, memcmp(&once.row.history.counts, &often.row.history.counts,
                          sizeof(once.row.history.counts)));
        EXPECT_I64(once.row.history.views.count, often.row.history.views.count);
        EXPECT_I64(once.row.history.cart.count, often.row.history.cart.count);
        for (size_t i = 0; i < once.row.history.cart.count; i++) {
            EXPECT_TEXT((const char *)once.row.history.cart.items[i].sku.data,
                often.row.history.cart.items[i].sku);
            EXPECT_I64(once.row.history.cart.items[i].units, often.row.history.cart.items[i].units);
        }
    }
}

/*
 * Late ones too: numbers arrive shuffled, each several times, never 64 or more behind. Then all
 * count exactly once, which the number of distinct ones says without any window.
 */
static void shuffled_numbers_count_exactly_once(void)
{
    for (uint64_t seed = 1; seed <= 300; seed++) {
        struct random random = {seed};
        struct visitor visitor = {0};
        bool sent[400] = {false};
        int64_t distinct = 0;
        int64_t highest = 0;

        for (int i = 0; i < 1000; i++) {
            int64_t from = highest < 63 ? 0 : highest - 63;
            int64_t n = from + (int64_t)random_below(&random, (uint64_t)(highest - from) + 3);

            if (n >= 400)
                break;
            distinct += !sent[n];
            sent[n] = true;
            highest = n > highest ? n : highest;
            evolve(&visitor, (struct act){"s", n, 'v', "mug", 0});
            EXPECT_I64(distinct, visitor.row.history.counts.views);
        }
        EXPECT_I64(highest, visitor.row.sessions.items[0].n_max);
    }
}

static const CU_TestInfo tests[] = {
    TEST(every_kind_is_counted_as_itself),
    TEST(the_last_fifty_views_are_kept_newest_first),
    TEST(the_same_product_viewed_twice_is_two_views),
    TEST(a_cart_is_what_was_set_last),
    TEST(the_101st_product_leaves_a_full_cart_as_it_is),
    TEST(numbers_of_a_session_count_once),
    TEST(sessions_number_independently),
    TEST(without_session_and_number_nothing_is_a_repeat),
    TEST(the_session_silent_longest_is_forgotten_first),
    TEST(a_row_beyond_todays_limits_is_cut_to_them),
    TEST(repeats_in_any_order_within_the_window_change_nothing),
    TEST(shuffled_numbers_count_exactly_once),
};

TEST_MAIN(history, tests)
