/*
 * Rows in memory against a plain table: whatever is put, undone, written and evicted in between,
 * a row is what the last kept turn made of it.
 */
#include "lib/task_rows.h"
#include "test/driver/log.h"
#include "test/expect.h"
#include "test/random.h"
#include "test/run.h"

#include <stdlib.h>

enum { KEYS = 400, STEPS = 20000, BYTES_MAX = 24 * 1024 };

struct model {
    bool there;
    int64_t value;
};

static struct model committed[KEYS], current[KEYS];

static int64_t no_clock(struct fy_clock *clock)
{
    (void)clock;
    return 0;
}

struct bench {
    struct fy_clock clock;
    struct log *log;
    struct fy_store *store;
    struct fy_store_run *run;
    struct rows_pool pool;
    struct rows rows;
    struct fy_arena arena;
    struct fy_err err;
    uint8_t key[40];
};

static void bench_begin(struct bench *bench, size_t bytes_max)
{
    struct log_config config = {.partitions = 1, .clock = &bench->clock};

    *bench = (struct bench){.clock = {.now_ms = no_clock}};
    bench->log = log_new(&config);
    bench->store = log_store_new(bench->log);
    rows_pool_init(&bench->pool, bytes_max, NULL);
    fy_arena_init(&bench->arena, 1024 * 1024);
    EXPECT_I64(FY_OK, rows_init(&bench->pool, &bench->rows, 3, &bench->err));
    memset(committed, 0, sizeof(committed));
    memset(current, 0, sizeof(current));
}

static void bench_end(struct bench *bench)
{
    rows_done(&bench->pool, &bench->rows);
    rows_pool_done(&bench->pool);
    fy_store_run_drop(bench->run);
    fy_store_close(bench->store);
    log_free(bench->log);
    fy_arena_done(&bench->arena);
}

/* Keys of 0 to 39 bytes; the number is in the first ones. */
static struct fy_slice key_of(struct bench *bench, int n)
{
    size_t size = n == 0 ? 0 : 2 + (size_t)n % 38;

    memset(bench->key, 'k', sizeof(bench->key));
    bench->key[0] = (uint8_t)(n >> 8);
    bench->key[1] = (uint8_t)n;
    return (struct fy_slice){bench->key, size};
}

static void expect_row(struct bench *bench, int n, const struct model *want)
{
    struct fy_slice got;
    int64_t value = 0;

    EXPECT_I64(FY_OK, rows_get(&bench->pool, &bench->rows, bench->store, &bench->arena,
                          key_of(bench, n), &got, &bench->err));
    EXPECT_I64(want->there, got.data != NULL);
    if (got.size >= sizeof(value))
        memcpy(&value, got.data, sizeof(value));
    EXPECT_I64(want->there ? want->value : 0, value);
}

static void put(struct bench *bench, struct random *random, int n)
{
    uint8_t bytes[600] = {0};
    int64_t value = (int64_t)random_below(random, 1000000);
    struct fy_slice slice = {bytes, sizeof(value) + random_below(random, 3) * 250};

    memcpy(bytes, &value, sizeof(value));
    current[n] = (struct model){random_below(random, 4) != 0, value};
    if (!current[n].there)
        slice = (struct fy_slice){0};
    EXPECT_I64(FY_OK, rows_put(&bench->pool, &bench->rows, bench->store, &bench->arena,
                          key_of(bench, n), slice, NULL, &bench->err));
}

/* As what is read ahead does: what the store has comes, unless there is something in memory. */
static void bring(struct bench *bench, int n)
{
    struct fy_slice key = key_of(bench, n), stored;
    uint32_t more = rows_has(&bench->pool, &bench->rows, key) ? 0 : 1;
    uint32_t count = bench->rows.count;

    EXPECT_I64(FY_OK, fy_store_get(bench->store, 3, key, &bench->arena, &stored, &bench->err));
    EXPECT_I64(FY_OK, rows_bring(&bench->pool, &bench->rows, key, stored, &bench->err));
    EXPECT_I64(count + more, bench->rows.count);
}

static void hand_over(struct bench *bench, size_t count)
{
    struct row_list *list = &bench->rows.writing;

    if (bench->run == NULL)
        EXPECT_I64(FY_OK, fy_store_run_new(bench->store, &bench->run, &bench->err));
    for (; list->at < list->count && count > 0; list->at++, count--) {
        const struct row *row = list->items[list->at].row;

        if (row != NULL)
            EXPECT_I64(FY_OK, fy_store_run_put(bench->run, 3, row_key(&bench->pool, row),
                                  row_value(&bench->pool, row), &bench->err));
    }
}

/*
 * As the trickle does: a list is closed, handed over in slices between turns that change its rows,
 * and is in the store at its end; or it is dropped, and handed over anew.
 */
static void write_some(struct bench *bench, struct random *random)
{
    struct row_list *list = &bench->rows.writing;

    if (list->at == list->count && bench->run == NULL && random_below(random, 2) == 0)
        rows_list_close(&bench->pool, &bench->rows);
    hand_over(bench, random_below(random, 8));
    if (random_below(random, 16) == 0) {
        fy_store_run_drop(bench->run);
        bench->run = NULL;
        list->at = 0;
    }
    if (random_below(random, 4) != 0)
        return;
    hand_over(bench, SIZE_MAX);
    EXPECT_I64(FY_OK, fy_store_run_end(bench->run, &bench->err));
    bench->run = NULL;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].row != NULL)
            row_written(&bench->pool, &bench->rows, list->items[i].row);
    }
}

static void turn_end(struct bench *bench, struct random *random)
{
    struct rows *rows = &bench->rows;

    if (random_below(random, 3) == 0) {
        rows_undo(&bench->pool);
        memcpy(current, committed, sizeof(current));
    } else {
        EXPECT_I64(FY_OK, rows_keep(&bench->pool, &bench->err));
        memcpy(committed, current, sizeof(current));
    }
    write_some(bench, random);
    rows_evict(&bench->pool, &rows, 1);
    CU_ASSERT_TRUE(bench->pool.bytes_used <= BYTES_MAX + bench->pool.bytes_dirty);
    fy_arena_clear(&bench->arena);
}

static void rows_are_what_the_last_kept_turn_made_of_them(void)
{
    for (int seed = 1; seed <= 5; seed++) {
        struct random random = {(uint64_t)seed};
        struct bench bench;

        bench_begin(&bench, BYTES_MAX);
        for (int step = 0; step < STEPS; step++) {
            int n = (int)random_below(&random, KEYS);

            if (random_below(&random, 4) == 0)
                bring(&bench, n);
            if (random_below(&random, 3) == 0)
                expect_row(&bench, n, &current[n]);
            else
                put(&bench, &random, n);
            if (random_below(&random, 2) == 0)
                rows_record_done(&bench.pool);
            if (random_below(&random, 12) == 0)
                turn_end(&bench, &random);
        }
        rows_undo(&bench.pool);
        for (int n = 0; n < KEYS; n++)
            expect_row(&bench, n, &committed[n]);
        bench_end(&bench);
    }
}

/* What a handler was given stays as it was until its record is done, though it is replaced. */
static void a_row_that_was_given_out_stays(void)
{
    struct bench bench;
    struct fy_slice key = fy_slice_of("k"), got;

    bench_begin(&bench, BYTES_MAX);
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < 3; i++) {
            EXPECT_I64(FY_OK, rows_put(&bench.pool, &bench.rows, bench.store, &bench.arena, key,
                                  fy_slice_of("first"), NULL, &bench.err));
            EXPECT_I64(FY_OK, rows_get(&bench.pool, &bench.rows, bench.store, &bench.arena, key,
                                  &got, &bench.err));
            EXPECT_I64(FY_OK, rows_put(&bench.pool, &bench.rows, bench.store, &bench.arena, key,
                                  fy_slice_of("then"), NULL, &bench.err));
            EXPECT_TEXT("first", got);
            rows_record_done(&bench.pool);
        }
        EXPECT_I64(FY_OK, rows_keep(&bench.pool, &bench.err));
    }
    bench_end(&bench);
}

/* A million counters are some 45 MB. */
static void a_small_row_takes_little(void)
{
    struct bench bench;
    uint8_t key[10] = "sku-0", value[9] = {0};
    size_t rows = 98000;

    bench_begin(&bench, (size_t)1 << 30);
    for (uint32_t i = 0; i < rows; i++) {
        memcpy(key + 6, &i, sizeof(i));
        EXPECT_I64(FY_OK, rows_put(&bench.pool, &bench.rows, bench.store, &bench.arena,
                              (struct fy_slice){key, sizeof(key)},
                              (struct fy_slice){value, sizeof(value)}, NULL, &bench.err));
    }
    EXPECT_I64(FY_OK, rows_keep(&bench.pool, &bench.err));
    CU_ASSERT_TRUE(bench.pool.bytes_used / rows <= 44);
    bench_end(&bench);
}

static CU_TestInfo tests[] = {
    TEST(rows_are_what_the_last_kept_turn_made_of_them),
    TEST(a_row_that_was_given_out_stays),
    TEST(a_small_row_takes_little),
};

TEST_MAIN(task_rows, tests)
