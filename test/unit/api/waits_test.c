/*
 * Reads that wait: each is woken once, by the record it waits for, and never when it has gone.
 */
#include "api/waits.h"

#include "test/expect.h"
#include "test/random.h"
#include "test/run.h"

enum { COUNT_MAX = 4 };

/* What the view includes, and who was woken: the other side of waits. */
struct room {
    struct waits *waits;
    int64_t included_offset; /* Places up to here are included. */
    int asked;
    void *woken[64];
    int woken_count;
    bool park_again; /* Whoever is woken waits for the same key once more. */
};

static const struct fy_slice MUG = {(const uint8_t *)"mug", 3};
static const struct fy_slice POT = {(const uint8_t *)"pot", 3};

static bool included(
    void *context, enum api_view view, struct fy_slice key, const struct fy_place *place)
{
    struct room *room = context;

    (void)view;
    (void)key;
    room->asked++;
    return place->offset <= room->included_offset;
}

static void wake(void *context, void *who)
{
    struct room *room = context;
    struct fy_place later = {FY_TOPIC_ACTIVITY, 0, 1000};

    CU_ASSERT_FATAL(room->woken_count < 64);
    room->woken[room->woken_count++] = who;
    if (room->park_again)
        CU_ASSERT_PTR_NOT_NULL(waits_park(room->waits, VIEW_HISTORIES, MUG, &later, who));
}

static void room_init(struct room *room, int count_max)
{
    struct waits_config config = {count_max, included, wake, room};

    *room = (struct room){.included_offset = -1};
    room->waits = waits_new(&config);
    CU_ASSERT_PTR_NOT_NULL_FATAL(room->waits);
}

static struct wait *park(struct room *room, struct fy_slice key, int64_t offset, void *who)
{
    struct fy_place place = {FY_TOPIC_ACTIVITY, 0, offset};

    return waits_park(room->waits, VIEW_HISTORIES, key, &place, who);
}

static void a_read_is_woken_once_by_the_record_it_waits_for(void)
{
    struct room room;
    int me;

    room_init(&room, COUNT_MAX);
    CU_ASSERT_PTR_NOT_NULL(park(&room, MUG, 7, &me));

    room.included_offset = 6; /* An earlier record of the same key. */
    waits_touch(room.waits, VIEW_HISTORIES, MUG);
    EXPECT_I64(0, waits_settle(room.waits));
    EXPECT_I64(1, waits_count(room.waits));

    room.included_offset = 7;
    waits_touch(room.waits, VIEW_HISTORIES, MUG);
    waits_touch(room.waits, VIEW_HISTORIES, MUG);
    EXPECT_I64(1, waits_settle(room.waits));
    CU_ASSERT_PTR_EQUAL(room.woken[0], &me);
    EXPECT_I64(0, waits_count(room.waits));

    waits_touch(room.waits, VIEW_HISTORIES, MUG);
    EXPECT_I64(0, waits_settle(room.waits));
    EXPECT_I64(1, room.woken_count);
    waits_free(room.waits);
}

/* A record costs the waits of its own key, and no look at anybody else's row. */
static void only_waits_of_the_changed_row_are_asked(void)
{
    struct room room;
    int me;

    room_init(&room, COUNT_MAX);
    room.included_offset = 100;
    CU_ASSERT_PTR_NOT_NULL(park(&room, MUG, 7, &me));

    EXPECT_I64(0, waits_settle(room.waits));
    waits_touch(room.waits, VIEW_HISTORIES, POT);
    waits_touch(room.waits, VIEW_RECOMMENDATIONS, MUG);
    EXPECT_I64(0, waits_settle(room.waits));
    EXPECT_I64(0, room.asked);
    waits_free(room.waits);
}

static void everybody_who_waits_for_a_row_is_woken(void)
{
    struct room room;
    int who[3];

    room_init(&room, COUNT_MAX);
    for (int i = 0; i < 3; i++)
        CU_ASSERT_PTR_NOT_NULL(park(&room, MUG, i, &who[i]));
    room.included_offset = 1; /* The third waits for more. */
    waits_touch(room.waits, VIEW_HISTORIES, MUG);
    EXPECT_I64(2, waits_settle(room.waits));
    EXPECT_I64(1, waits_count(room.waits));
    waits_free(room.waits);
}

static void one_more_than_the_limit_is_refused(void)
{
    struct room room;
    struct wait *waits[COUNT_MAX];
    int who[COUNT_MAX + 1];

    room_init(&room, COUNT_MAX);
    for (int i = 0; i < COUNT_MAX; i++) {
        waits[i] = park(&room, MUG, 7, &who[i]);
        CU_ASSERT_PTR_NOT_NULL_FATAL(waits[i]);
    }
    CU_ASSERT_PTR_NULL(park(&room, MUG, 7, &who[COUNT_MAX]));

    waits_forget(room.waits, waits[2]);
    CU_ASSERT_PTR_NOT_NULL(park(&room, POT, 7, &who[COUNT_MAX]));
    EXPECT_I64(COUNT_MAX, waits_count(room.waits));
    waits_free(room.waits);
}

/* The client goes between the record and its becoming visible. */
static void who_has_gone_is_not_woken(void)
{
    struct room room;
    struct wait *wait;
    int me, other;

    room_init(&room, COUNT_MAX);
    room.included_offset = 100;
    CU_ASSERT_PTR_NOT_NULL(park(&room, MUG, 7, &other));
    wait = park(&room, MUG, 7, &me);
    CU_ASSERT_PTR_NOT_NULL_FATAL(wait);

    waits_touch(room.waits, VIEW_HISTORIES, MUG);
    waits_forget(room.waits, wait);
    EXPECT_I64(1, waits_settle(room.waits));
    CU_ASSERT_PTR_EQUAL(room.woken[0], &other);
    EXPECT_I64(0, waits_count(room.waits));
    waits_free(room.waits);
}

static void who_is_woken_may_wait_again_without_being_woken_by_the_same_record(void)
{
    struct room room;
    int me;

    room_init(&room, 1); /* The one place is free again before they are woken. */
    room.included_offset = 7;
    room.park_again = true;
    CU_ASSERT_PTR_NOT_NULL(park(&room, MUG, 7, &me));
    waits_touch(room.waits, VIEW_HISTORIES, MUG);
    EXPECT_I64(1, waits_settle(room.waits));
    EXPECT_I64(1, waits_count(room.waits));
    waits_free(room.waits);
}

/* Thousands of random parks, touches, settles and departures against the plainest bookkeeping. */
static void agrees_with_a_plain_list(void)
{
    enum { KEYS = 5, MODEL_MAX = 32, STEPS = 20000 };
    static const char *const keys[KEYS] = {"a", "b", "c", "dd", "eee"};
    struct room room;
    struct {
        struct wait *wait; /* NULL: nobody. */
        int key;
        bool touched;
    } model[MODEL_MAX] = {0};
    struct random random = {.state = 7};
    int count = 0;
    int woken_in_all = 0;

    room_init(&room, MODEL_MAX);
    room.included_offset = 0; /* Offset 0 is included, 1 is not. */
    for (int step = 0; step < STEPS; step++) {
        int slot = (int)random_below(&random, MODEL_MAX);
        int key = (int)random_below(&random, KEYS);
        int expected = 0;

        switch (random_below(&random, 4)) {
        case 0:
            if (model[slot].wait != NULL)
                break;
            model[slot].wait = park(&room, fy_slice_of(keys[key]), 0, &model[slot]);
            CU_ASSERT_PTR_NOT_NULL_FATAL(model[slot].wait);
            model[slot].key = key;
            model[slot].touched = false;
            count++;
            break;
        case 1:
            if (model[slot].wait == NULL)
                break;
            CU_ASSERT_PTR_EQUAL(waits_who(model[slot].wait), &model[slot]);
            waits_forget(room.waits, model[slot].wait);
            model[slot].wait = NULL;
            count--;
            break;
        case 2:
            waits_touch(room.waits, VIEW_HISTORIES, fy_slice_of(keys[key]));
            for (int i = 0; i < MODEL_MAX; i++)
                model[i].touched = model[i].touched || model[i].key == key;
            break;
        default:
            room.woken_count = 0;
            for (int i = 0; i < MODEL_MAX; i++) {
                if (model[i].wait == NULL || !model[i].touched)
                    continue;
                model[i].wait = NULL;
                expected++;
            }
            CU_ASSERT_EQUAL_FATAL(expected, waits_settle(room.waits));
            CU_ASSERT_EQUAL_FATAL(expected, room.woken_count);
            count -= expected;
            woken_in_all += expected;
            break;
        }
        CU_ASSERT_EQUAL_FATAL(count, waits_count(room.waits));
    }
    CU_ASSERT_TRUE(woken_in_all > 100);
    waits_free(room.waits);
}

static CU_TestInfo tests[] = {
    TEST(a_read_is_woken_once_by_the_record_it_waits_for),
    TEST(only_waits_of_the_changed_row_are_asked),
    TEST(everybody_who_waits_for_a_row_is_woken),
    TEST(one_more_than_the_limit_is_refused),
    TEST(who_has_gone_is_not_woken),
    TEST(who_is_woken_may_wait_again_without_being_woken_by_the_same_record),
    TEST(agrees_with_a_plain_list),
};

TEST_MAIN(api.waits, tests)
