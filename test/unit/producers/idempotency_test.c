#include "lib/ids.h"
#include "producers/idempotency.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdlib.h>

static struct idempotency *start(uint32_t keys_max)
{
    struct fy_err err;

    if (fy_ids_init(&err) != FY_OK)
        abort();
    return idempotency_new(keys_max);
}

static bool take(struct idempotency *map,
    const char *caller,
    const char *route,
    const char *key,
    const char *body)
{
    return idempotency_take(map, fy_slice_of(caller), route, fy_slice_of(key), fy_slice_of(body));
}

static void a_key_stands_for_one_body(void)
{
    struct idempotency *map = start(8);

    CU_ASSERT_TRUE(take(map, "v1", "activity", "k", "{}"));
    CU_ASSERT_TRUE(take(map, "v1", "activity", "k", "{}"));
    CU_ASSERT_FALSE(take(map, "v1", "activity", "k", "{} "));
    CU_ASSERT_TRUE(take(map, "v1", "activity", "k", "{}")); /* The refused one left no trace. */
    idempotency_free(map);
}

static void callers_and_routes_have_keys_of_their_own(void)
{
    struct idempotency *map = start(8);

    CU_ASSERT_TRUE(take(map, "v1", "activity", "k", "a"));
    CU_ASSERT_TRUE(take(map, "v2", "activity", "k", "b"));
    CU_ASSERT_TRUE(take(map, "v1", "supply", "k", "c"));
    CU_ASSERT_TRUE(take(map, "v1a", "ctivity", "k", "d")); /* Borders count. */
    CU_ASSERT_FALSE(take(map, "v1", "activity", "k", "b"));
    idempotency_free(map);
}

/* Whoever sends many keys pushes out old ones, and memory stays where it was. */
static void the_oldest_keys_are_forgotten(void)
{
    struct idempotency *map = start(8);
    char key[16];

    for (int i = 0; i < 9; i++) {
        (void)snprintf(key, sizeof(key), "k%d", i);
        CU_ASSERT_TRUE(take(map, "v1", "activity", key, "first"));
    }
    CU_ASSERT_FALSE(take(map, "v1", "activity", "k1", "second"));
    CU_ASSERT_TRUE(take(map, "v1", "activity", "k0", "second"));
    idempotency_free(map);
}

static const CU_TestInfo tests[] = {
    TEST(a_key_stands_for_one_body),
    TEST(callers_and_routes_have_keys_of_their_own),
    TEST(the_oldest_keys_are_forgotten),
};

TEST_MAIN(producers.idempotency, tests)
