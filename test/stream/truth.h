/* truth.h - what an operator's command finds in the topics of a driver. */
#ifndef TEST_STREAM_TRUTH_H
#define TEST_STREAM_TRUTH_H

#include "lib/task_truth.h"
#include "test/driver/driver.h"
#include "test/expect.h"

enum { TRUTH_PARTITIONS = 4 };

struct look {
    struct fy_clock clock;
    int64_t now_ms;
    struct fy_store *store;
    struct truth truth;
    int differences;
    char key[64]; /* Of the first difference. */
    bool missing_a, missing_b;
};

static inline int64_t look_now_ms(struct fy_clock *clock)
{
    return ((struct look *)clock)->now_ms;
}

static inline void look_wait_ms(struct fy_clock *clock, int ms)
{
    ((struct look *)clock)->now_ms += ms;
}

static inline enum log_fault all_is_fine(void *context, enum log_call call, int64_t number)
{
    (void)context;
    (void)call;
    (void)number;
    return LOG_FINE;
}

static inline void look_init(
    struct look *look, struct driver *driver, const struct fy_processor *processor)
{
    struct fy_err err = {0};

    driver_fault(driver, all_is_fine, NULL);
    *look = (struct look){.clock = {look_now_ms, look_wait_ms}};
    look->store = log_store_new(driver_log(driver));
    EXPECT_I64(FY_OK, truth_init(&look->truth, processor, log_plain_source_new(driver_log(driver)),
                          look->store, &look->clock, &err));
}

static inline void look_done(struct look *look)
{
    truth_done(&look->truth);
    fy_store_close(look->store);
}

static inline void look_read(struct look *look)
{
    struct fy_err err = {0};

    if (truth_read(&look->truth, &err) != FY_OK)
        CU_FAIL_FATAL("the changelog could not be read");
    EXPECT_I64(TRUTH_PARTITIONS, look->truth.partitions);
}

/* The sum over all partitions of one kind of space. */
static inline struct rows_digest look_digest(struct look *look, uint32_t space)
{
    struct rows_digest all = {0};
    struct fy_err err = {0};

    for (uint32_t p = 0; p < TRUTH_PARTITIONS; p++) {
        struct rows_digest one = {0};

        EXPECT_I64(FY_OK, truth_digest(&look->truth, space + p, &one, &err));
        rows_digest_add(&all, &one);
    }
    return all;
}

static inline bool look_note(
    void *context, struct fy_slice key, struct fy_slice a, struct fy_slice b)
{
    struct look *look = context;

    if (look->differences++ == 0) {
        (void)snprintf(look->key, sizeof(look->key), "%.*s", FY_SLICE_ARG(key));
        look->missing_a = a.data == NULL;
        look->missing_b = b.data == NULL;
    }
    return true;
}

/* How many rows differ between the changelog's rows and another kind of space. */
static inline int look_differences(struct look *look, uint32_t other)
{
    struct fy_err err = {0};

    look->differences = 0;
    for (uint32_t p = 0; p < TRUTH_PARTITIONS; p++)
        EXPECT_I64(FY_OK, truth_differences(&look->truth, p, other + p, look_note, look, &err));
    return look->differences;
}

static inline int64_t look_rebuild(struct look *look)
{
    struct fy_err err = {0};
    int64_t records = 0;

    if (truth_rebuild(&look->truth, &records, &err) != FY_OK) {
        (void)fprintf(stderr, "\n  %s\n", err.text);
        CU_FAIL_FATAL("the rows could not be made anew");
    }
    return records;
}

/* The rows made anew from topics are those of the changelog. */
static inline void expect_rebuilt(struct look *look)
{
    struct rows_digest live = look_digest(look, 0), anew;

    (void)look_rebuild(look);
    anew = look_digest(look, FOLD_SPACE);
    CU_ASSERT_TRUE(rows_digest_equal(&live, &anew));
    EXPECT_I64(0, look_differences(look, FOLD_SPACE));
}

#endif
