#include "lib/ids.h"
#include "lib/variant.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdio.h>

/*
 * Computed apart, with Python's hashlib: nobody may change who sees what without changing the
 * salt.
 */
static void a_visitor_has_the_variant_that_the_hash_says(void)
{
    EXPECT_TEXT("ranked",
        fy_slice_of(
            fy_variants[fy_variant_of(fy_slice_of("00112233445566778899aabbccddeeff"))].name));
    EXPECT_TEXT("explore",
        fy_slice_of(
            fy_variants[fy_variant_of(fy_slice_of("00000000000000000000000000000000"))].name));
}

static void visitors_are_given_out_as_the_table_says(void)
{
    int counts[FY_VARIANT_COUNT] = {0};

    for (int i = 0; i < 20000; i++) {
        char visitor[40];

        (void)snprintf(visitor, sizeof(visitor), "%032x", i * 7919);
        counts[fy_variant_of(fy_slice_of(visitor))]++;
    }
    for (int i = 0; i < FY_VARIANT_COUNT; i++) {
        int want = fy_variants[i].of_1000 * 20;

        EXPECT_I64(1, counts[i] > want - 400 && counts[i] < want + 400);
    }
}

static CU_TestInfo tests[] = {
    TEST(a_visitor_has_the_variant_that_the_hash_says),
    TEST(visitors_are_given_out_as_the_table_says),
};

TEST_MAIN(variant, tests)
