/* What a worker had in hand is found again, once; whatever the file looks like. */
#include "lib/task_in_hand.h"
#include "test/expect.h"
#include "test/random.h"
#include "test/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static uint64_t page[FY_IN_HAND_BYTES / sizeof(uint64_t)];

static const struct fy_hand_place here = {FY_TOPIC_SUPPLY, 3, 41, 0};
static const struct fy_hand_place there = {FY_TOPIC_ACTIVITY, 0, 7, 0};

static struct fy_in_hand *open_page(void)
{
    struct fy_in_hand *in_hand = fy_in_hand_new(page);

    CU_ASSERT_PTR_NOT_NULL_FATAL(in_hand);
    return in_hand;
}

static int crashes_of(const struct fy_in_hand *in_hand, struct fy_hand_place place)
{
    int crashes = 0;

    return fy_in_hand_find(in_hand, &place, &crashes) < 0 ? 0 : crashes;
}

/* A process that takes this and is killed: its memory goes, the page does not. */
static void die_with(int worker, const struct fy_hand_place *place)
{
    struct fy_in_hand *in_hand = open_page();
    uint64_t left[FY_IN_HAND_BYTES / sizeof(uint64_t)];

    fy_in_hand_take(in_hand, worker, place);
    memcpy(left, page, sizeof(left));
    fy_in_hand_free(in_hand);
    memcpy(page, left, sizeof(left));
}

static void each_end_with_it_in_hand_is_counted(void)
{
    struct fy_in_hand *in_hand;

    memset(page, 0, sizeof(page));
    for (int i = 1; i <= FY_CRASHES_MAX + 2; i++) {
        die_with(i % FY_IN_HAND_WORKERS_MAX, &here);
        in_hand = open_page();
        EXPECT_I64(i < FY_CRASHES_MAX ? i : FY_CRASHES_MAX, crashes_of(in_hand, here));
        EXPECT_I64(0, crashes_of(in_hand, there));
        EXPECT_I64(1, fy_in_hand_count(in_hand));
        fy_in_hand_free(in_hand);
    }
}

/* Two workers of one process, of which one does not know yet that it has lost the partition. */
static void one_end_is_counted_once(void)
{
    struct fy_in_hand *in_hand;
    uint64_t left[FY_IN_HAND_BYTES / sizeof(uint64_t)];

    memset(page, 0, sizeof(page));
    in_hand = open_page();
    fy_in_hand_take(in_hand, 0, &here);
    fy_in_hand_take(in_hand, 4, &there);
    fy_in_hand_take(in_hand, 5, &here);
    memcpy(left, page, sizeof(left));
    fy_in_hand_free(in_hand);
    memcpy(page, left, sizeof(left));
    in_hand = open_page();
    EXPECT_I64(1, crashes_of(in_hand, here));
    EXPECT_I64(1, crashes_of(in_hand, there));
    fy_in_hand_free(in_hand);
}

static void what_was_given_back_is_nobodys(void)
{
    struct fy_in_hand *in_hand;

    memset(page, 0, sizeof(page));
    in_hand = open_page();
    fy_in_hand_take(in_hand, 0, &here);
    fy_in_hand_give(in_hand, 0);
    fy_in_hand_take(in_hand, 1, &there);
    fy_in_hand_free(in_hand); /* An orderly end gives back, too. */
    in_hand = open_page();
    EXPECT_I64(0, fy_in_hand_count(in_hand));
    fy_in_hand_free(in_hand);
}

/* All four say which it was: a neighbour is not blamed. */
static void a_place_is_topic_partition_offset_and_key(void)
{
    struct fy_in_hand *in_hand;

    memset(page, 0, sizeof(page));
    die_with(0, &here);
    in_hand = open_page();
    EXPECT_I64(1, crashes_of(in_hand, here));
    EXPECT_I64(0, crashes_of(in_hand, (struct fy_hand_place){FY_TOPIC_STOCK, 3, 41, 0}));
    EXPECT_I64(0, crashes_of(in_hand, (struct fy_hand_place){FY_TOPIC_SUPPLY, 2, 41, 0}));
    EXPECT_I64(0, crashes_of(in_hand, (struct fy_hand_place){FY_TOPIC_SUPPLY, 3, 40, 0}));
    EXPECT_I64(0, crashes_of(in_hand, (struct fy_hand_place){FY_TOPIC_SUPPLY, 3, 41, 1}));
    fy_in_hand_free(in_hand);
}

static void what_is_forgotten_begins_at_one(void)
{
    struct fy_in_hand *in_hand;
    int crashes = 0;

    memset(page, 0, sizeof(page));
    die_with(0, &here);
    die_with(0, &here);
    die_with(0, &there);
    in_hand = open_page();
    fy_in_hand_forget(in_hand, fy_in_hand_find(in_hand, &here, &crashes));
    EXPECT_I64(2, crashes);
    EXPECT_I64(0, crashes_of(in_hand, here));
    EXPECT_I64(1, crashes_of(in_hand, there));
    fy_in_hand_free(in_hand);
    die_with(0, &here);
    in_hand = open_page();
    EXPECT_I64(1, crashes_of(in_hand, here));
    EXPECT_I64(2, fy_in_hand_count(in_hand));
    fy_in_hand_free(in_hand);
}

/* There is room for the one that crashes again and again, however many crash once. */
static void the_least_crashed_makes_room(void)
{
    struct fy_in_hand *in_hand;

    memset(page, 0, sizeof(page));
    die_with(0, &here);
    die_with(0, &here);
    for (int i = 0; i < 3 * FY_SUSPECTS_MAX; i++)
        die_with(0, &(struct fy_hand_place){FY_TOPIC_STOCK, 0, i, 0});
    die_with(0, &here);
    in_hand = open_page();
    EXPECT_I64(FY_CRASHES_MAX, crashes_of(in_hand, here));
    EXPECT_I64(FY_SUSPECTS_MAX, fy_in_hand_count(in_hand));
    fy_in_hand_free(in_hand);
}

/* Any byte that is torn costs its own entry at most; and never makes a place that nobody wrote. */
static void a_torn_page_is_read_as_far_as_it_is_whole(void)
{
    struct random random = {7};
    uint64_t whole[FY_IN_HAND_BYTES / sizeof(uint64_t)];
    int kept = 0;

    memset(page, 0, sizeof(page));
    die_with(0, &here);
    die_with(0, &here);
    die_with(1, &there);
    memcpy(whole, page, sizeof(whole));
    for (size_t at = 0; at < FY_IN_HAND_BYTES; at++) {
        struct fy_in_hand *in_hand;
        struct fy_hand_place place;

        memcpy(page, whole, sizeof(page));
        ((uint8_t *)page)[at] ^= (uint8_t)(1 + random_below(&random, 255));
        in_hand = open_page();
        for (int i = 0; i < FY_SUSPECTS_MAX; i++) {
            if (!fy_in_hand_at(in_hand, i, &place))
                continue;
            CU_ASSERT_TRUE((place.topic == here.topic && place.offset == here.offset) ||
                           (place.topic == there.topic && place.offset == there.offset));
            kept++;
        }
        CU_ASSERT_TRUE(crashes_of(in_hand, here) + crashes_of(in_hand, there) <= 3);
        fy_in_hand_free(in_hand);
    }
    CU_ASSERT_TRUE(kept > 2 * FY_IN_HAND_BYTES - 200);
}

static void noise_is_no_crash(void)
{
    struct random random = {11};

    for (int round = 0; round < 500; round++) {
        struct fy_in_hand *in_hand;

        if (round % 2 == 0) { /* A head that fits, and noise behind it. */
            memset(page, 0, sizeof(page));
            fy_in_hand_free(open_page());
        }
        for (size_t i = round % 2 == 0 ? 8 : 0; i < FY_IN_HAND_BYTES / sizeof(uint64_t); i++)
            page[i] = random_next(&random);
        in_hand = open_page();
        EXPECT_I64(0, fy_in_hand_count(in_hand));
        fy_in_hand_free(in_hand);
    }
}

/* A file of any size is made one page; what a killed process left in it is found by the next. */
static void a_file_is_mended_and_kept(void)
{
    static const int sizes[] = {0, 1, FY_IN_HAND_BYTES - 1, FY_IN_HAND_BYTES + 1};
    char path[] = "/tmp/fy-in-hand-XXXXXX";
    struct fy_in_hand *in_hand = NULL;
    struct fy_err err = {0};
    struct stat stat_now;
    int file = mkstemp(path);

    CU_ASSERT_TRUE_FATAL(file >= 0);
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        EXPECT_I64(0, ftruncate(file, sizes[i]));
        EXPECT_I64(FY_OK, fy_in_hand_open(path, &in_hand, &err));
        EXPECT_I64(0, fy_in_hand_count(in_hand));
        EXPECT_I64(0, stat(path, &stat_now));
        EXPECT_I64(FY_IN_HAND_BYTES, stat_now.st_size);
        fy_in_hand_free(in_hand);
    }
    memset(page, 0, sizeof(page));
    die_with(0, &here);
    EXPECT_I64(FY_IN_HAND_BYTES, pwrite(file, page, FY_IN_HAND_BYTES, 0));
    EXPECT_I64(FY_OK, fy_in_hand_open(path, &in_hand, &err));
    EXPECT_I64(1, crashes_of(in_hand, here));
    fy_in_hand_free(in_hand);
    EXPECT_I64(FY_OK, fy_in_hand_open(path, &in_hand, &err));
    EXPECT_I64(1, crashes_of(in_hand, here));
    fy_in_hand_free(in_hand);
    EXPECT_I64(FY_FATAL, fy_in_hand_open("/nowhere/in-hand", &in_hand, &err));
    (void)close(file);
    (void)unlink(path);
}

static CU_TestInfo tests[] = {
    TEST(each_end_with_it_in_hand_is_counted),
    TEST(one_end_is_counted_once),
    TEST(what_was_given_back_is_nobodys),
    TEST(a_place_is_topic_partition_offset_and_key),
    TEST(what_is_forgotten_begins_at_one),
    TEST(the_least_crashed_makes_room),
    TEST(a_torn_page_is_read_as_far_as_it_is_whole),
    TEST(noise_is_no_crash),
    TEST(a_file_is_mended_and_kept),
};

TEST_MAIN(task_in_hand, tests)
