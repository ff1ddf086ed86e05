#include "processors/history/handle.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/dead_letter.h"
#include "schemas/generated/history.h"
#include "schemas/generated/history_row.h"
#include "test/driver/driver.h"
#include "test/expect.h"
#include "test/random.h"
#include "test/run.h"

static struct fy_place send_view(
    struct driver *driver, const char *visitor, const char *session, int64_t n, const char *sku)
{
    struct item_viewed viewed = {.sku = fy_slice_of(sku)};
    struct activity activity = {
        .envelope =
            {
                .event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
                .root = fy_slice_of(visitor),
                .actor = fy_slice_of(visitor),
                .event_ms = driver_now_ms(driver),
            },
        .visitor = fy_slice_of(visitor),
        .session = fy_slice_of(session),
        .has_n = true,
        .n = n,
        .item_viewed = &viewed,
    };

    return driver_send(driver, FY_TOPIC_ACTIVITY, visitor, &activity);
}

/* The next history must be `visitor`'s, with so many views, and include `place` and no more. */
static void expect_history(
    struct driver *driver, const char *visitor, int64_t views, struct fy_place place)
{
    struct history history;

    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_HISTORIES, &history));
    EXPECT_TEXT(visitor, driver_key(driver));
    EXPECT_TEXT(visitor, history.visitor);
    EXPECT_I64(views, history.counts.views);
    EXPECT_I64(views, history.views.count);
    CU_ASSERT_EQUAL_FATAL(1, history.as_of.count);
    EXPECT_TEXT("activity", history.as_of.items[0].topic);
    EXPECT_I64(place.partition, history.as_of.items[0].partition);
    EXPECT_I64(place.offset, history.as_of.items[0].offset);
}

/* A click, and what the visitor and their next page can see of it. */
static void a_view_is_seen_in_the_history(void)
{
    struct driver *driver = driver_new(&history_processor);
    int64_t sent_ms = driver_now_ms(driver);
    struct fy_place place = send_view(driver, "ann", "s", 0, "mug");
    struct history history;
    struct history_row row;

    driver_run(driver);

    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_HISTORIES, &history));
    EXPECT_TEXT("mug", history.views.items[0].sku);
    EXPECT_I64(sent_ms, history.views.items[0].event_ms);
    EXPECT_I64(sent_ms, history.updated_ms);
    EXPECT_I64(place.offset, history.as_of.items[0].offset);
    driver_expect_nothing(driver, FY_TOPIC_HISTORIES);
    driver_expect_nothing(driver, FY_TOPIC_HISTORY_DEAD_LETTERS);

    CU_ASSERT_TRUE_FATAL(driver_row(driver, "ann", &row));
    CU_ASSERT_PTR_NOT_NULL_FATAL(row.visitor);
    EXPECT_TEXT("ann", row.visitor->history.visitor);
    EXPECT_I64(1, row.visitor->sessions.count);

    driver_free(driver);
}

/* Whoever sends again waits for the place of what was sent again: it must come, and change nothing.
 */
static void a_repeat_moves_as_of_and_nothing_else(void)
{
    struct driver *driver = driver_new(&history_processor);
    struct fy_place first = send_view(driver, "ann", "s", 0, "mug");
    struct fy_place again;

    driver_run(driver);
    expect_history(driver, "ann", 1, first);

    driver_pass(driver, 5000);
    again = send_view(driver, "ann", "s", 0, "mug");
    CU_ASSERT_TRUE(again.offset > first.offset);
    driver_run(driver);
    expect_history(driver, "ann", 1, again);
    driver_expect_nothing(driver, FY_TOPIC_HISTORIES);

    driver_free(driver);
}

/* Many in one turn are each told, in order: a reader may wait for any of them. */
static void every_record_of_a_turn_is_told(void)
{
    struct driver *driver = driver_new(&history_processor);
    struct fy_place places[20];

    for (int i = 0; i < 20; i++)
        places[i] = send_view(driver, "ann", "s", i, "mug");
    driver_run(driver);
    for (int i = 0; i < 20; i++)
        expect_history(driver, "ann", i + 1, places[i]);
    driver_expect_nothing(driver, FY_TOPIC_HISTORIES);

    driver_free(driver);
}

/* A new machine takes over with an empty disk, a killed process with its old one: nobody notices.
 */
static void a_lost_store_and_a_crash_change_nothing(void)
{
    struct driver *driver = driver_new(&history_processor);
    struct fy_place place = send_view(driver, "ann", "s", 0, "mug");

    driver_run(driver);
    expect_history(driver, "ann", 1, place);

    driver_lose_store(driver);
    place = send_view(driver, "ann", "s", 0, "mug"); /* Still known for a repeat. */
    driver_run(driver);
    expect_history(driver, "ann", 1, place);

    driver_crash(driver);
    place = send_view(driver, "ann", "s", 1, "cup");
    driver_run(driver);
    expect_history(driver, "ann", 2, place);
    driver_expect_nothing(driver, FY_TOPIC_HISTORIES);

    driver_free(driver);
}

/* Each row: one record that cannot be kept, and what its dead letter says. */
static void what_cannot_be_kept_goes_to_the_dead_letters(void)
{
    static char long_text[HISTORY_TEXT_BYTES_MAX + 2];
    struct item_viewed viewed = {.sku = {(const uint8_t *)"mug", 3}};
    struct item_viewed long_viewed = {.sku = {(const uint8_t *)long_text, sizeof(long_text) - 1}};
    struct cart_item_set long_set = {.sku = long_viewed.sku, .units = 1};
    const struct {
        const char *key;
        struct activity activity;
        const char *reason;
    } cases[] = {
        {"ann", {.visitor = fy_slice_of("bob"), .item_viewed = &viewed},
            "not the activity's visitor"},
        {"ann", {.visitor = fy_slice_of("an"), .item_viewed = &viewed},
            "not the activity's visitor"},
        {"", {.visitor = fy_slice_of(""), .item_viewed = &viewed}, "empty"},
        /* Rows whose keys begin so are the runtime's own. */
        {"@position", {.visitor = fy_slice_of("@position"), .item_viewed = &viewed}, "\"@\""},
        {"ann", {.visitor = fy_slice_of("ann"), .item_viewed = &long_viewed}, "sku 1025"},
        {"ann", {.visitor = fy_slice_of("ann"), .cart_item_set = &long_set}, "sku 1025"},
        {"ann",
            {.visitor = fy_slice_of("ann"),
                .session = long_viewed.sku,
                .has_n = true,
                .item_viewed = &viewed},
            "session 1025"},
        {long_text, {.visitor = long_viewed.sku, .item_viewed = &viewed}, "visitor 1025"},
    };

    memset(long_text, 'x', sizeof(long_text) - 1);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct driver *driver = driver_new(&history_processor);
        struct dead_letter letter;

        (void)driver_send(driver, FY_TOPIC_ACTIVITY, cases[i].key, &cases[i].activity);
        driver_run(driver);

        driver_expect_nothing(driver, FY_TOPIC_HISTORIES);
        CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_HISTORY_DEAD_LETTERS, &letter));
        EXPECT_CONTAINS(cases[i].reason, letter.reason);
        driver_expect_nothing(driver, FY_TOPIC_HISTORY_DEAD_LETTERS);
        driver_free(driver);
    }
}

/* One visitor's record is poison. Theirs wait behind it, in order; everybody else's go on. */
static void poison_parks_its_visitor_and_nobody_else(void)
{
    static const uint8_t junk[] = {0, 0, 0, 0, 1, 0xff, 0xff};
    struct driver *driver = driver_new(&history_processor);
    struct fy_place before = send_view(driver, "ann", "s", 0, "mug");
    struct fy_place poison = driver_send_raw(
        driver, FY_TOPIC_ACTIVITY, fy_slice_of("ann"), (struct fy_slice){junk, sizeof(junk)});
    struct fy_place tombstone =
        driver_send_raw(driver, FY_TOPIC_ACTIVITY, fy_slice_of("cat"), (struct fy_slice){0});
    struct fy_place behind = send_view(driver, "ann", "s", 1, "cup");
    struct fy_place other = send_view(driver, "bob", "s", 0, "mug");
    const struct fy_place *const dead[] = {&poison, &behind, &tombstone};
    struct dead_letter letter;
    struct history history;
    int found = 0;

    driver_run(driver);

    /* Partitions may come in any order; keys within them do not. */
    for (int i = 0; i < 2; i++) {
        const struct fy_place *place;

        CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_HISTORIES, &history));
        place = fy_slice_equal(history.visitor, fy_slice_of("ann")) ? &before : &other;
        EXPECT_I64(place->offset, history.as_of.items[0].offset);
        EXPECT_I64(1, history.counts.views);
    }
    driver_expect_nothing(driver, FY_TOPIC_HISTORIES);

    while (driver_read(driver, FY_TOPIC_HISTORY_DEAD_LETTERS, &letter)) {
        for (size_t i = 0; i < sizeof(dead) / sizeof(dead[0]); i++)
            found += letter.partition == dead[i]->partition && letter.offset == dead[i]->offset;
        if (letter.value.data == NULL)
            EXPECT_CONTAINS("tombstone", letter.reason);
    }
    EXPECT_I64(3, found);

    driver_free(driver);
}

enum { VISITORS = 5, RECORDS = 120 };

static const char *const visitors[VISITORS] = {"ann", "bob", "cat", "dan", "eve"};

/* The same records for the same seed, whichever driver they are sent to; runs in between. */
static void send_at_random(struct driver *driver, uint64_t seed)
{
    static const char *const sessions[] = {"phone", "desk"};
    static const char *const skus[] = {"a", "b", "c", "d", "e"};
    struct random random = {seed};
    int64_t next[VISITORS][2] = {{0}};

    for (int i = 0; i < RECORDS; i++) {
        uint64_t who = random_below(&random, VISITORS);
        uint64_t of = random_below(&random, 2);
        int64_t n = random_below(&random, 4) == 0 ? next[who][of] / 2 : next[who][of]++;

        (void)send_view(driver, visitors[who], sessions[of], n, skus[random_below(&random, 5)]);
        if (random_below(&random, 10) == 0)
            driver_run(driver);
    }
    driver_run(driver);
}

/* What differs between two runs that are the same to everybody is when they were: leave it out. */
static struct fy_slice without_times(struct fy_arena *arena, struct history *history)
{
    struct view *views =
        fy_arena_alloc(arena, history->views.count * sizeof(*history->views.items));
    struct fy_slice bytes = {0};
    struct fy_err err;

    CU_ASSERT_PTR_NOT_NULL_FATAL(views);
    for (size_t i = 0; i < history->views.count; i++)
        views[i] = (struct view){.sku = history->views.items[i].sku};
    history->views.items = views;
    history->updated_ms = 0;
    CU_ASSERT_EQUAL_FATAL(FY_OK, history_encode(history, arena, &bytes, &err));
    return bytes;
}

/* All that was told of each visitor, in order. */
struct told {
    struct fy_slice histories[VISITORS][RECORDS];
    int count[VISITORS];
};

static void read_told(struct driver *driver, struct fy_arena *arena, struct told *told)
{
    struct history history;

    *told = (struct told){0};
    while (driver_read(driver, FY_TOPIC_HISTORIES, &history)) {
        int who = 0;

        while (who < VISITORS && !fy_slice_equal(driver_key(driver), fy_slice_of(visitors[who])))
            who++;
        CU_ASSERT_TRUE_FATAL(who < VISITORS && told->count[who] < RECORDS);
        told->histories[who][told->count[who]++] = without_times(arena, &history);
    }
}

/*
 * Turns are aborted, fenced and left in doubt, partitions move, the process dies with and without
 * its disk. Whoever reads `histories` must not be able to tell: not one record more, less or other.
 */
static void a_bad_day_tells_the_same_histories(void)
{
    static struct told want;
    static struct told got;
    int last = driver_seed_last(100);

    for (int seed = driver_seed_first(); seed <= last; seed++) {
        struct driver *kind = driver_new(&history_processor);
        struct driver *hostile = driver_new_hostile(&history_processor, (uint64_t)seed);
        struct fy_arena arena;
        int records = 0;

        fy_arena_init(&arena, 64 << 20);
        send_at_random(kind, (uint64_t)seed);
        send_at_random(hostile, (uint64_t)seed);
        read_told(kind, &arena, &want);
        read_told(hostile, &arena, &got);

        for (int who = 0; who < VISITORS; who++) {
            records += want.count[who];
            EXPECT_I64(want.count[who], got.count[who]);
            for (int i = 0; i < want.count[who] && i < got.count[who]; i++)
                CU_ASSERT_TRUE(fy_slice_equal(want.histories[who][i], got.histories[who][i]));
        }
        EXPECT_I64(RECORDS, records);

        fy_arena_done(&arena);
        driver_free(kind);
        driver_free(hostile);
    }
}

static const CU_TestInfo tests[] = {
    TEST(a_view_is_seen_in_the_history),
    TEST(a_repeat_moves_as_of_and_nothing_else),
    TEST(every_record_of_a_turn_is_told),
    TEST(a_lost_store_and_a_crash_change_nothing),
    TEST(what_cannot_be_kept_goes_to_the_dead_letters),
    TEST(poison_parks_its_visitor_and_nobody_else),
    TEST(a_bad_day_tells_the_same_histories),
};

TEST_MAIN(history_stream, tests)
