/* operate.h - what an operator asks of a task that runs on a driver. */
#ifndef TEST_STREAM_OPERATE_H
#define TEST_STREAM_OPERATE_H

#include "schemas/generated/operation.h"
#include "test/driver/driver.h"
#include "test/expect.h"

enum { NO_SKIP = -1 };

static inline void operate(struct driver *driver, int32_t partition, struct operation *operation)
{
    struct fy_arena arena;
    struct fy_slice bytes;
    struct fy_err err = {0};

    operation->envelope = (struct envelope){
        .event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
        .root = fy_slice_of("op"),
        .actor = fy_slice_of("operator:test"),
    };
    fy_arena_init(&arena, 1 << 20);
    EXPECT_I64(FY_OK, operation_encode(operation, &arena, &bytes, &err));
    (void)log_append(driver_log(driver), FY_TOPIC_OPERATIONS, partition, fy_slice_of("t"), bytes);
    fy_arena_done(&arena);
}

/* `skip_offset`: of the record to leave out, or NO_SKIP. */
static inline void release_of(struct driver *driver,
    const char *program,
    enum fy_topic topic,
    const char *key,
    int64_t skip_offset)
{
    struct release_key release = {
        .topic = fy_slice_of(fy_topics[topic].name),
        .key = fy_slice_of(key),
        .has_skip_offset = skip_offset != NO_SKIP,
        .skip_offset = skip_offset != NO_SKIP ? skip_offset : 0,
    };
    struct operation operation = {.program = fy_slice_of(program), .release = &release};

    operate(driver, driver_partition(driver, key), &operation);
}

#endif
