/* Which copies there are of a picture of some width: what api names, pictures makes. */
#include "lib/copies.h"
#include "test/expect.h"
#include "test/run.h"

static const struct {
    int64_t width;
    int count;
    int32_t widths[FY_COPY_WIDTHS_MAX];
} cases[] = {
    {0, 0, {0}}, {-5, 0, {0}}, {1, 1, {1}}, {319, 1, {319}},
    {320, 1, {320}}, /* Its own and no other. */
    {321, 2, {320, 321}}, {640, 2, {320, 640}}, {1000, 3, {320, 640, 1000}},
    {1280, 3, {320, 640, 1280}}, {12000, 3, {320, 640, 1280}}, /* None larger than that. */
};

static void copies_are_no_wider_than_the_picture(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int32_t widths[FY_COPY_WIDTHS_MAX];

        EXPECT_I64(cases[i].count, fy_copy_widths(cases[i].width, widths));
        for (int at = 0; at < cases[i].count; at++)
            EXPECT_I64(cases[i].widths[at], widths[at]);
    }
}

static const CU_TestInfo tests[] = {
    TEST(copies_are_no_wider_than_the_picture),
};

TEST_MAIN(lib.copies, tests)
