#include "producers/recent.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdlib.h>

static void digest_of(int number, uint8_t ret_digest[FY_DIGEST_BYTES])
{
    struct fy_slice part = {(const uint8_t *)&number, sizeof(number)};
    struct fy_err err;

    if (fy_ids_init(&err) != FY_OK)
        abort();
    fy_digest(&part, 1, ret_digest);
}

static void put(struct recent *recent, int key, int value)
{
    uint8_t key_digest[FY_DIGEST_BYTES];
    uint8_t value_digest[FY_DIGEST_BYTES];

    digest_of(key, key_digest);
    digest_of(value, value_digest);
    recent_put(recent, key_digest, value_digest);
}

/* 1 when `value` stands under `key`, 0 when another does, -1 when there is nothing. */
static int look(const struct recent *recent, int key, int value)
{
    uint8_t key_digest[FY_DIGEST_BYTES];
    uint8_t value_digest[FY_DIGEST_BYTES];
    const uint8_t *found;

    digest_of(key, key_digest);
    digest_of(value, value_digest);
    found = recent_get(recent, key_digest);
    return found == NULL ? -1 : memcmp(found, value_digest, FY_DIGEST_BYTES) == 0;
}

static void take(struct recent *recent, int key)
{
    uint8_t digest[FY_DIGEST_BYTES];

    digest_of(key, digest);
    recent_remove(recent, digest);
}

static void the_oldest_goes_first(void)
{
    struct recent *recent = recent_new(100);

    for (int i = 0; i < 1000; i++) {
        put(recent, i, i * 2);
        EXPECT_I64(i < 100 ? i + 1 : 100, recent_count(recent));
        if (i >= 100)
            EXPECT_I64(-1, look(recent, i - 100, 0));
        for (int back = 0; back < 100 && back <= i; back += 33)
            EXPECT_I64(1, look(recent, i - back, (i - back) * 2));
    }
    recent_free(recent);
}

static void a_key_put_again_keeps_its_age(void)
{
    struct recent *recent = recent_new(3);

    put(recent, 1, 10);
    put(recent, 2, 20);
    put(recent, 3, 30);
    put(recent, 1, 11);
    EXPECT_I64(3, recent_count(recent));
    EXPECT_I64(1, look(recent, 1, 11));
    put(recent, 4, 40);
    EXPECT_I64(-1, look(recent, 1, 11));
    EXPECT_I64(1, look(recent, 2, 20));
    recent_free(recent);
}

static void what_was_removed_is_gone_and_its_place_is_used(void)
{
    struct recent *recent = recent_new(3);

    put(recent, 1, 10);
    put(recent, 2, 20);
    put(recent, 3, 30);
    take(recent, 2);
    take(recent, 2);
    EXPECT_I64(2, recent_count(recent));
    EXPECT_I64(-1, look(recent, 2, 20));
    put(recent, 4, 40); /* Over 1, the oldest. */
    put(recent, 5, 50); /* Where 2 was. */
    EXPECT_I64(3, recent_count(recent));
    EXPECT_I64(1, look(recent, 3, 30));
    EXPECT_I64(1, look(recent, 4, 40));
    EXPECT_I64(1, look(recent, 5, 50));
    recent_free(recent);
}

/* One entry is the smallest there is: one bucket, one chain. */
static void one_place_is_enough(void)
{
    struct recent *recent = recent_new(1);

    for (int i = 0; i < 10; i++) {
        put(recent, i, i);
        EXPECT_I64(1, look(recent, i, i));
        EXPECT_I64(1, recent_count(recent));
    }
    recent_free(recent);
}

static const CU_TestInfo tests[] = {
    TEST(the_oldest_goes_first),
    TEST(a_key_put_again_keeps_its_age),
    TEST(what_was_removed_is_gone_and_its_place_is_used),
    TEST(one_place_is_enough),
};

TEST_MAIN(producers.recent, tests)
