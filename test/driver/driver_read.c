#include "test/driver/driver_core.h"

#include <CUnit/CUnit.h>
#include <CUnit/TestRun.h>
#include <stdio.h>
#include <string.h>

/* --- Out ------------------------------------------------------------------------------------- */

bool driver_read_record(struct driver *driver, enum fy_topic topic, struct fy_record *ret_record)
{
    if (!log_read(driver->log, topic, -1, &driver->cursors[topic], &driver->last))
        return false;
    *ret_record = driver->last;
    return true;
}

static void decode(
    struct driver *driver, enum fy_topic topic, struct fy_slice bytes, void *ret_value)
{
    const struct fy_schema *schema = fy_topics[topic].schema;
    struct fy_err err = {0};

    memset(ret_value, 0, schema->size);
    if (bytes.data != NULL && schema->decode(bytes, &driver->arena, ret_value, &err) != FY_OK)
        driver_fail_test(driver, fy_topics[topic].name, &err);
}

bool driver_read(struct driver *driver, enum fy_topic topic, void *ret_value)
{
    struct fy_record record;

    if (!driver_read_record(driver, topic, &record))
        return false;
    decode(driver, topic, record.value, ret_value);
    return true;
}

struct fy_slice driver_key(const struct driver *driver)
{
    return driver->last.key;
}

bool driver_tombstone(const struct driver *driver)
{
    return driver->last.value.data == NULL;
}

void driver_expect_nothing(struct driver *driver, enum fy_topic topic)
{
    struct fy_record record;
    char text[256];

    if (!driver_read_record(driver, topic, &record))
        return;
    (void)snprintf(text, sizeof(text), "\"%s\" has a record too many, of key \"%.*s\"",
        fy_topics[topic].name, FY_SLICE_ARG(record.key));
    CU_assertImplementation(CU_FALSE, __LINE__, text, __FILE__, "", CU_FALSE);
}

/* --- Rows ------------------------------------------------------------------------------------ */

/* The newest committed row of a changelog. */
static struct fy_slice row_find(struct driver *driver, int32_t partition, struct fy_slice key)
{
    struct log_cursor cursor = {0};
    struct fy_record record;
    struct fy_slice value = {0};

    while (log_read(driver->log, driver->processor->changelog, partition, &cursor, &record)) {
        if (fy_slice_equal(record.key, key))
            value = record.value;
    }
    return value;
}

/* Whoever owns the partition must say the same. */
static void check_store(
    struct driver *driver, int32_t partition, struct fy_slice key, struct fy_slice want)
{
    enum fy_topic input = driver->processor->inputs[0];

    for (int i = 0; i < driver_hand_count(driver); i++) {
        struct hand *hand = driver_hand_at(driver, i);
        struct fy_slice got = {0};
        struct fy_err err = {0};

        if (!log_owns(hand->source, partition) ||
            fy_worker_position(hand->worker, input, partition) < 0)
            continue;
        if (fy_worker_row(hand->worker, partition, key, &driver->arena, &got, &err) != FY_OK)
            driver_fail_test(driver, "could not read the store", &err);
        if ((got.data == NULL) != (want.data == NULL) || !fy_slice_equal(got, want))
            CU_FAIL("rows differ from the changelog");
    }
}

bool driver_row_at(struct driver *driver, int32_t partition, const char *key, void *ret_row)
{
    struct fy_slice value = row_find(driver, partition, fy_slice_of(key));

    driver->faults_left = 0;
    check_store(driver, partition, fy_slice_of(key), value);
    if (value.data == NULL)
        return false;
    decode(driver, driver->processor->changelog, value, ret_row);
    return true;
}

bool driver_row(struct driver *driver, const char *key, void *ret_row)
{
    for (int32_t p = 0; p < PARTITIONS; p++) {
        if (driver_row_at(driver, p, key, ret_row))
            return true;
    }
    return false;
}

struct log *driver_log(struct driver *driver)
{
    return driver->log;
}

struct fy_source *driver_source(struct driver *driver)
{
    return driver->processes[0].hands[0].source;
}

struct fy_store *driver_store(struct driver *driver)
{
    return driver->processes[0].store;
}

int64_t driver_calls(const struct driver *driver)
{
    return driver->calls;
}

void driver_fault(struct driver *driver, driver_fault_choose *chosen, void *context)
{
    driver->chosen = chosen;
    driver->chosen_context = context;
}
