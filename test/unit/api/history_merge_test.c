/*
 * What one person did as several visitors is one history.
 */
#include "api/history_merge.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdio.h>
#include <string.h>

enum { ITEMS_MAX = 128 };

static struct fy_arena arena;
static char text[4096];

/* "mug@30 pot@10": SKU and number. */
static size_t parse(const char *words, char (*skus)[16], int64_t *numbers)
{
    size_t count = 0;
    int used = 0;
    long number;

    while (sscanf(words, " %15[^@]@%ld%n", skus[count], &number, &used) == 2) {
        numbers[count++] = number;
        words += used;
    }
    return count;
}

struct visitor {
    int64_t updated_ms;
    const char *views, *cart; /* SKU@time, SKU@units. */
    int32_t partition;
    int64_t offset;
};

static struct history history_of_visitor(const struct visitor *visitor)
{
    char(*skus)[16] = fy_arena_alloc(&arena, 2 * ITEMS_MAX * sizeof(*skus));
    struct view *views = fy_arena_alloc(&arena, ITEMS_MAX * sizeof(*views));
    struct cart_item *cart = fy_arena_alloc(&arena, ITEMS_MAX * sizeof(*cart));
    struct position *place = fy_arena_alloc(&arena, sizeof(*place));
    int64_t numbers[ITEMS_MAX];
    struct history history = {.updated_ms = visitor->updated_ms, .counts = {1, 2, 3, 4, 5}};

    CU_ASSERT_TRUE_FATAL(skus != NULL && views != NULL && cart != NULL && place != NULL);
    history.views.count = parse(visitor->views, skus, numbers);
    for (size_t i = 0; i < history.views.count; i++)
        views[i] = (struct view){fy_slice_of(skus[i]), numbers[i]};
    history.cart.count = parse(visitor->cart, skus + ITEMS_MAX, numbers);
    for (size_t i = 0; i < history.cart.count; i++)
        cart[i] = (struct cart_item){fy_slice_of(skus[ITEMS_MAX + i]), numbers[i]};
    *place = (struct position){fy_slice_of("activity"), visitor->partition, visitor->offset};
    history.views.items = views;
    history.cart.items = cart;
    history.as_of.items = place;
    history.as_of.count = 1;
    return history;
}

static struct fy_slice written(const struct history *history)
{
    size_t size = 0;

    for (size_t i = 0; i < history->views.count; i++)
        size += (size_t)snprintf(text + size, sizeof(text) - size, "%.*s@%ld ",
            FY_SLICE_ARG(history->views.items[i].sku), (long)history->views.items[i].event_ms);
    size += (size_t)snprintf(text + size, sizeof(text) - size, "| ");
    for (size_t i = 0; i < history->cart.count; i++)
        size += (size_t)snprintf(text + size, sizeof(text) - size, "%.*s@%ld ",
            FY_SLICE_ARG(history->cart.items[i].sku), (long)history->cart.items[i].units);
    size += (size_t)snprintf(text + size, sizeof(text) - size, "|");
    for (size_t i = 0; i < history->as_of.count; i++)
        size += (size_t)snprintf(text + size, sizeof(text) - size, " %d-%ld",
            history->as_of.items[i].partition, (long)history->as_of.items[i].offset);
    return (struct fy_slice){(const uint8_t *)text, size};
}

static void several_histories_are_one(void)
{
    static const struct {
        struct visitor visitors[3];
        size_t count;
        int64_t updated_ms;
        const char *is;
    } rows[] = {
        {.count = 0, .updated_ms = 0, .is = "| |"},
        {{{9, "mug@9 pot@5", "mug@1", 3, 7}}, 1, 9, "mug@9 pot@5 | mug@1 | 3-7"},
        /* By time, whoever it was; a view stays however often the product was seen. */
        {{{9, "mug@9 pot@5", "", 3, 7}, {8, "mug@8 tea@6 cup@1", "", 4, 2}}, 2, 9,
            "mug@9 mug@8 tea@6 pot@5 cup@1 | | 3-7 4-2"},
        {{{5, "a@5", "", 3, 7}, {5, "b@5", "", 3, 8}}, 2, 5, "a@5 b@5 | | 3-8"},
        /* Whoever did something last says how many. */
        {{{5, "", "mug@1 pot@2", 3, 9}, {7, "", "tea@4 mug@3", 3, 8}}, 2, 7,
            "| tea@4 mug@3 pot@2 | 3-9"},
        {{{7, "", "mug@1", 0, 1}, {7, "", "mug@2", 1, 1}, {8, "", "cup@1", 2, 1}}, 3, 8,
            "| cup@1 mug@1 | 0-1 1-1 2-1"},
    };
    struct fy_err err;

    fy_arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct history histories[3], merged = {0};

        for (size_t j = 0; j < rows[i].count; j++)
            histories[j] = history_of_visitor(&rows[i].visitors[j]);
        EXPECT_I64(FY_OK, history_merge(histories, rows[i].count, &arena, &merged, &err));
        EXPECT_TEXT(rows[i].is, written(&merged));
        EXPECT_I64(rows[i].updated_ms, merged.updated_ms);
        EXPECT_I64((int64_t)rows[i].count, merged.counts.views);
        EXPECT_I64((int64_t)rows[i].count * 5, merged.counts.recommendations_clicked);
        fy_arena_clear(&arena);
    }
    fy_arena_done(&arena);
}

/* However many visitors one was: the limits are those of one history. */
static void a_merged_history_is_no_longer_than_one(void)
{
    struct history histories[MERGE_HISTORIES_MAX], merged = {0};
    char views[1024] = "", cart[1024] = "";
    struct fy_err err;

    fy_arena_init(&arena, 1 << 20);
    for (int i = 0; i < MERGE_HISTORIES_MAX; i++) {
        struct visitor visitor = {.updated_ms = i, .views = views, .cart = cart};

        views[0] = cart[0] = '\0';
        for (int j = 0; j < 40; j++) {
            size_t at = strlen(views);

            (void)snprintf(views + at, sizeof(views) - at, "v@%d ", 10000 - 20 * j - i);
            (void)snprintf(cart + strlen(cart), sizeof(cart) - strlen(cart), "c%d-%d@1 ", i, j);
        }
        histories[i] = history_of_visitor(&visitor);
    }
    EXPECT_I64(FY_OK, history_merge(histories, MERGE_HISTORIES_MAX, &arena, &merged, &err));
    EXPECT_I64(MERGE_VIEWS_MAX, merged.views.count);
    EXPECT_I64(10000, merged.views.items[0].event_ms);
    EXPECT_I64(10000 - 20 * 2 - 15, merged.views.items[49].event_ms);
    EXPECT_I64(MERGE_CART_MAX, merged.cart.count);
    EXPECT_TEXT("c16-0", merged.cart.items[0].sku);
    EXPECT_TEXT("c14-19", merged.cart.items[99].sku);
    EXPECT_I64(1, merged.as_of.count);
    fy_arena_done(&arena);
}

static CU_TestInfo tests[] = {
    TEST(several_histories_are_one),
    TEST(a_merged_history_is_no_longer_than_one),
};

TEST_MAIN(api.history_merge, tests)
