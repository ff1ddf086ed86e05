/*
 * history_bench.c - what one activity costs `history` without Kafka, RocksDB or the runtime.
 *
 *   build/release/bin/bench.history [records in a round]
 *
 * CPU nanoseconds per record of each step of history_handle, for visitors of three sizes, single
 * threaded. Each record is of another visitor than the one before, as they come on a topic; rows
 * are kept in memory, decoded, changed, encoded twice (row and `histories`) and written back.
 *
 * The whole program's records per CPU-second, on a stand: stop fy-history, fill `activity`, start
 * it, and when its lag is 0 divide the records it read by the CPU time of its process (utime +
 * stime of /proc/PID/stat: all threads, librdkafka's too). The broker's is read the same way and
 * told apart.
 */
#include "processors/history/history.h"
#include "schemas/generated/history.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    VISITORS = 1024, /* Rows of 50 views: 2 MB, more than the cache nearest to the core. */
    ROW_BYTES_MAX = 16 * 1024,
    ROUNDS = 40, /* The least of them is printed: what else ran on this machine only adds. */
};

struct row {
    uint8_t bytes[ROW_BYTES_MAX];
    size_t size;
};

struct shape {
    const char *name;
    int views, cart, sessions;
};

enum step { READ, LOAD, EVOLVE, SAVE, EMIT, STEPS };

static const char *const step_names[STEPS] = {
    "decode activity", "decode row", "evolve", "encode row", "encode history"};

static int64_t cpu_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static void must(enum fy_status status, const struct fy_err *err)
{
    if (status == FY_OK)
        return;
    (void)fprintf(stderr, "%s\n", err->text);
    exit(EXIT_FAILURE);
}

static void row_keep(struct row *row, struct fy_slice bytes)
{
    assert(bytes.size <= ROW_BYTES_MAX);
    memcpy(row->bytes, bytes.data, bytes.size);
    row->size = bytes.size;
}

static struct fy_slice hex_of(struct fy_arena *arena, const char *what, int number)
{
    return fy_arena_format(arena, "%s%0*d", what, 32 - (int)strlen(what), number);
}

/* A visitor of that shape, through the rules themselves. */
static void row_make(
    struct row *row, const struct shape *shape, int visitor, struct fy_arena *arena)
{
    struct visitor_row made = {0};
    struct history_row value = {.visitor = &made};
    struct position as_of = {.topic = fy_slice_of("activity"), .offset = 1};
    struct history_room room;
    struct fy_slice bytes;
    struct fy_err err;

    for (int i = 0; i < shape->views + shape->cart; i++) {
        struct item_viewed viewed = {.sku = fy_arena_format(arena, "item-%06d", i)};
        struct cart_item_set set = {.sku = viewed.sku, .units = 1};
        struct activity activity = {
            .envelope = {.event_ms = INT64_C(1700000000000) + i},
            .visitor = hex_of(arena, "a", visitor),
            .session = hex_of(arena, "b", i % shape->sessions),
            .has_n = true,
            .n = i / shape->sessions,
            .item_viewed = i < shape->views ? &viewed : NULL,
            .cart_item_set = i < shape->views ? NULL : &set,
        };

        history_evolve(&made, &activity, &room);
    }
    made.history.as_of.items = &as_of;
    made.history.as_of.count = 1;
    must(history_row_encode(&value, arena, &bytes, &err), &err);
    row_keep(row, bytes);
}

static struct fy_slice activity_make(
    const struct shape *shape, int visitor, int64_t n, struct fy_arena *arena)
{
    struct item_viewed viewed = {.sku = fy_arena_format(arena, "item-%06d", (int)(n % 1000000))};
    struct activity activity = {
        .envelope =
            {
                .event_id = fy_slice_of("018bcfe5-6800-8abc-9def-0123456789ab"),
                .root = hex_of(arena, "a", visitor),
                .actor = fy_arena_format(arena, "visitor:a%031d", visitor),
                .event_ms = INT64_C(1700000000000) + n,
            },
        .visitor = hex_of(arena, "a", visitor),
        .learn = true,
        .session = hex_of(arena, "b", (int)(n % shape->sessions)),
        .has_n = true,
        .n = n,
        .item_viewed = &viewed,
    };
    struct fy_slice bytes;
    struct fy_err err;

    must(activity_encode(&activity, arena, &bytes, &err), &err);
    return bytes;
}

/*
 * One record through all steps up to `last`. Steps are timed by leaving them out, from the last one
 * backwards: reading the clock between them would cost more than some of them do.
 */
static void handle(struct row *kept,
    struct fy_slice record,
    enum step last,
    int64_t offset,
    struct fy_arena *arena)
{
    struct position as_of = {.topic = fy_slice_of("activity"), .offset = offset};
    struct fy_slice row_bytes = {.data = kept->bytes, .size = kept->size};
    struct history_room room;
    struct activity activity;
    struct history_row row;
    struct visitor_row visitor;
    struct fy_slice bytes;
    struct fy_err err;

    fy_arena_clear(arena);
    must(activity_decode(record, arena, &activity, &err), &err);
    if (last == READ)
        return;
    must(history_row_decode(row_bytes, arena, &row, &err), &err);
    if (last == LOAD)
        return;
    visitor = *row.visitor;
    history_evolve(&visitor, &activity, &room);
    visitor.history.as_of.items = &as_of;
    visitor.history.updated_ms++;
    if (last == EVOLVE)
        return;
    row.visitor = &visitor;
    must(history_row_encode(&row, arena, &bytes, &err), &err);
    if (last == EMIT)
        must(history_encode(&visitor.history, arena, &bytes, &err), &err);
}

static void measure(const struct shape *shape, int64_t records, struct row *rows)
{
    struct fy_arena made;
    struct fy_arena arena;
    struct fy_slice *activities = calloc(VISITORS, sizeof(*activities));
    int64_t least[STEPS];
    int64_t before = 0;

    assert(activities != NULL);
    fy_arena_init(&made, (size_t)256 << 20);
    fy_arena_init(&arena, 1 << 20);
    for (int i = 0; i < VISITORS; i++) {
        row_make(&rows[i], shape, i, &made);
        activities[i] = activity_make(shape, i, 1000 + i, &made);
    }

    for (int step = READ; step < STEPS; step++)
        least[step] = INT64_MAX;
    for (int round = 0; round < ROUNDS; round++) {
        for (int step = READ; step < STEPS; step++) {
            int64_t began = cpu_ns();
            int64_t took;

            for (int64_t i = 0; i < records; i++)
                handle(&rows[i % VISITORS], activities[i % VISITORS], (enum step)step, i, &arena);
            took = cpu_ns() - began;
            least[step] = took < least[step] ? took : least[step];
        }
    }

    (void)printf("%s: %d views, %d lines in the cart, %d sessions, row of %zu bytes\n", shape->name,
        shape->views, shape->cart, shape->sessions, rows[0].size);
    for (int step = READ; step < STEPS; step++) {
        (void)printf("  %-16s %6.0f ns\n", step_names[step],
            (double)(least[step] - before) / (double)records);
        before = least[step];
    }
    (void)printf("  %-16s %6.0f ns per record\n", "all", (double)before / (double)records);

    fy_arena_done(&arena);
    fy_arena_done(&made);
    free(activities);
}

int main(int argc, char **argv)
{
    static const struct shape shapes[] = {
        {"new", 1, 0, 1},
        {"usual", 12, 2, 1},
        {"full", 50, 100, 8},
    };
    int64_t records = argc > 1 ? strtoll(argv[1], NULL, 10) : 20000;
    struct row *rows;

    if (records < 1) {
        (void)fprintf(stderr, "usage: bench.history [records, at least 1]\n");
        return EXIT_FAILURE;
    }
    rows = calloc(VISITORS, sizeof(*rows));
    assert(rows != NULL);
    for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
        measure(&shapes[i], records, rows);
    free(rows);
    return EXIT_SUCCESS;
}
