/*
 * script.h - what was sent to the probe, and so what must come out: the fold of it, each step once.
 */
#ifndef TEST_SCRIPT_H
#define TEST_SCRIPT_H

#include "test/expect.h"
#include "test/random.h"
#include "test/stream/probe.h"

enum { SKUS = 7, RECORDS_MAX = 256 };

static const char *const skus[SKUS] = {"mug", "cup", "jug", "pan", "pot", "lid", "tin"};

/* What was sent, so that what comes out can be told. */
struct script {
    struct {
        int sku;
        int64_t units;
    } sent[RECORDS_MAX];
    int count;
};

/* One SKU is always sent to the same topic: between topics there is no order. */
static inline void script_send_to(
    struct script *script, struct driver *driver, enum fy_topic topic, int sku, int64_t units)
{
    CU_ASSERT_FATAL(script->count < RECORDS_MAX);
    script->sent[script->count].sku = sku;
    script->sent[script->count].units = units;
    script->count++;
    (void)probe_send_to(driver, topic, skus[sku], units);
}

static inline void script_send(struct script *script, struct driver *driver, int sku, int64_t units)
{
    script_send_to(script, driver, FY_TOPIC_SUPPLY, sku, units);
}

static inline void script_send_some(
    struct script *script, struct driver *driver, struct random *random)
{
    int count = (int)random_below(random, 12);

    for (int i = 0; i < count; i++) {
        int64_t units = (int64_t)random_below(random, 20);

        script_send(script, driver, (int)random_below(random, SKUS), units);
    }
}

/* One SKU's events must be its fold, step by step; seqs must be dense in each partition. */
static inline int sku_of(struct fy_slice key)
{
    for (int i = 0; i < SKUS; i++) {
        if (fy_slice_equal(key, fy_slice_of(skus[i])))
            return i;
    }
    CU_FAIL_FATAL("a record of a key that nobody sent");
    return -1;
}

static inline void expect_events(const struct script *script, struct driver *driver)
{
    struct log_cursor cursor = {0};
    struct fy_record record;
    struct fy_arena arena;
    int64_t states[SKUS] = {0}, seqs[FY_PARTITIONS_MAX] = {0};
    int next[SKUS] = {0};

    fy_arena_init(&arena, 16 * 1024 * 1024);
    while (log_read(driver_log(driver), FY_TOPIC_STOCK, -1, &cursor, &record)) {
        int sku = sku_of(record.key);
        struct stock_event event;
        struct fy_err err = {0};
        int at = next[sku];

        EXPECT_I64(FY_OK, stock_event_decode(record.value, &arena, &event, &err));
        while (
            at < script->count && (script->sent[at].sku != sku || script->sent[at].units == QUIET))
            at++;
        if (at == script->count) {
            CU_FAIL("an event too many");
            break;
        }
        states[sku] =
            script->sent[at].units == DELETES ? 0 : probe_fold(states[sku], script->sent[at].units);
        EXPECT_I64(states[sku], event.stock_set->on_hand_units);
        EXPECT_I64(++seqs[record.partition], event.envelope.seq);
        next[sku] = at + 1;
    }
    for (int sku = 0; sku < SKUS; sku++) {
        for (int at = next[sku]; at < script->count; at++) {
            if (script->sent[at].sku == sku && script->sent[at].units != QUIET)
                CU_FAIL("an event is missing");
        }
    }
    fy_arena_done(&arena);
}

/* Rows are the fold too, in the changelog and in the store. */
static inline void expect_rows(const struct script *script, struct driver *driver)
{
    for (int sku = 0; sku < SKUS; sku++) {
        int64_t state = 0;
        bool there = false;
        struct stock_row row;

        for (int i = 0; i < script->count; i++) {
            int64_t units = script->sent[i].units;

            if (script->sent[i].sku != sku || units == QUIET)
                continue;
            there = units != DELETES;
            state = there ? probe_fold(state, units) : 0;
        }
        EXPECT_I64(there, driver_row(driver, skus[sku], &row));
        if (there && row.sku != NULL)
            EXPECT_I64(state, row.sku->on_hand_units);
    }
}

static inline void expect_script(const struct script *script, struct driver *driver)
{
    expect_events(script, driver);
    expect_rows(script, driver);
}

#endif
