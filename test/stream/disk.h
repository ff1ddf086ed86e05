/*
 * disk.h - what the probe's store has, beside its rows in memory.
 */
#ifndef TEST_DISK_H
#define TEST_DISK_H

#include "test/expect.h"
#include "test/stream/probe.h"

static inline bool store_has(struct driver *driver, const char *key, const char *row)
{
    struct fy_arena arena;
    struct fy_slice value = {0};
    struct fy_err err = {0};

    fy_arena_init(&arena, 1024 * 1024);
    EXPECT_I64(FY_OK, fy_store_get(driver_store(driver), (uint32_t)driver_partition(driver, key),
                          fy_slice_of(row), &arena, &value, &err));
    fy_arena_done(&arena);
    return value.data != NULL;
}

/* Rows trickle: commit some until the store knows how far it is. */
static inline void run_until_number(struct driver *driver, const char *key)
{
    for (int i = 0; i < 100 && !store_has(driver, key, "@replay"); i++) {
        (void)probe_send(driver, key, i + 1);
        driver_run(driver);
        driver_run(driver);
    }
    CU_ASSERT_TRUE_FATAL(store_has(driver, key, "@replay"));
}

#endif
