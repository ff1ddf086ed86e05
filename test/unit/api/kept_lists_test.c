#include "api/kept_lists.h"
#include "lib/task_crew.h"
#include "test/driver/log.h"
#include "test/expect.h"
#include "test/run.h"

static struct fy_arena arena;

/* Names as random as visitors' are. */
static struct fy_slice name_of(int visitor)
{
    uint64_t a = (uint64_t)visitor * 0x9e3779b97f4a7c15U + 1;

    a ^= a >> 31;
    return fy_arena_format(&arena, "%016llx%016llx", (unsigned long long)(a * 0xbf58476d1ce4e5b9U),
        (unsigned long long)(a * 0x94d049bb133111ebU));
}

static struct fy_store *store_new(struct log **ret_log)
{
    struct log_config config = {.partitions = 1, .clock = fy_system_clock()};

    *ret_log = log_new(&config);
    return log_store_new(*ret_log);
}

/* As many as there is room for, whatever their names. */
static void who_asks_in_turn_is_kept(void)
{
    struct kept_lists *lists = kept_lists_new();
    struct log *log;
    struct fy_store *store = store_new(&log); /* Nobody's row is in it. */
    int kept = 0;

    fy_arena_init(&arena, 8 << 20);
    for (int i = 0; i < KEPT_LISTS; i++)
        kept_lists_put(lists, name_of(i), fy_slice_of("a list"));
    for (int i = 0; i < KEPT_LISTS; i++) {
        struct fy_slice row;
        struct fy_err err;

        EXPECT_I64(FY_OK, kept_lists_row(lists, store, name_of(i), &arena, &row, &err));
        kept += row.data != NULL;
    }
    EXPECT_I64(KEPT_LISTS, kept);
    kept_lists_free(lists);
    fy_store_close(store);
    log_free(log);
    fy_arena_done(&arena);
}

/* A crowd passes by; who comes back in between stays. */
static void who_comes_back_stays(void)
{
    struct kept_lists *lists = kept_lists_new();
    struct log *log;
    struct fy_store *store = store_new(&log);
    struct fy_slice row = {0};
    struct fy_err err;

    fy_arena_init(&arena, 8 << 20);
    kept_lists_put(lists, fy_slice_of("ann"), fy_slice_of("hers"));
    for (int i = 0; i < 4 * KEPT_LISTS; i++) {
        kept_lists_put(lists, name_of(i), fy_slice_of("a list"));
        if (i % (KEPT_LISTS / 2) == 0)
            EXPECT_I64(FY_OK, kept_lists_row(lists, store, fy_slice_of("ann"), &arena, &row, &err));
    }
    EXPECT_TEXT("hers", row);
    kept_lists_put(lists, fy_slice_of("ann"), (struct fy_slice){0}); /* She is forgotten. */
    EXPECT_I64(FY_OK, kept_lists_row(lists, store, fy_slice_of("ann"), &arena, &row, &err));
    CU_ASSERT_TRUE(row.data == NULL);
    kept_lists_free(lists);
    fy_store_close(store);
    log_free(log);
    fy_arena_done(&arena);
}

static CU_TestInfo tests[] = {
    TEST(who_asks_in_turn_is_kept),
    TEST(who_comes_back_stays),
};
TEST_MAIN(kept_lists, tests)
