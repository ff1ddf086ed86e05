/*
 * What one activity costs in bytes and JSON, ours against avro-c:
 *
 *   cmake --build --preset release --target bench.codec && build/release/bin/bench.codec
 *
 * One line each: CPU nanoseconds of this thread per value, the best of five rounds, so that
 * neighbours on the machine matter little. avro-c reads into a value that is made once, its best
 * case.
 */
#include "schemas/generated/activity.h"

#include <assert.h>
#include <avro.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 5, VALUES = 200000, ARENA_BYTES = 1024 * 1024, THEIRS_BYTES = 4096 };

static const char json[] =
    "{\"session\":\"0123456789abcdef0123456789abcdef\",\"n\":17,\"client_ms\":1767225600000,"
    "\"item_viewed\":{\"sku\":\"mug-blue-0.3l\"}}";

static struct fy_arena arena;
static struct fy_err err;
static struct activity value;
static struct fy_slice bytes;
static avro_value_t theirs;
static char theirs_bytes[THEIRS_BYTES];
static avro_writer_t writer;
static avro_reader_t reader;

static void must(int failed, const char *what)
{
    if (failed == 0)
        return;
    (void)fprintf(stderr, "%s: %s\n", what, err.text);
    _Exit(1);
}

static void encode_ours(void)
{
    struct fy_slice made;

    fy_arena_clear(&arena);
    must(activity_encode(&value, &arena, &made, &err) != FY_OK, "encode");
}

static void decode_ours(void)
{
    struct activity read;

    fy_arena_clear(&arena);
    must(activity_decode(bytes, &arena, &read, &err) != FY_OK, "decode");
}

static void encode_theirs(void)
{
    avro_writer_reset(writer);
    must(avro_value_write(writer, &theirs), "avro-c write");
}

static void decode_theirs(void)
{
    avro_reader_memory_set_source(reader, (const char *)bytes.data + 5, (int64_t)bytes.size - 5);
    must(avro_value_read(reader, &theirs), "avro-c read");
}

static void json_ours(void)
{
    struct activity read;

    fy_arena_clear(&arena);
    must(fy_json_decode(&activity_schema, FY_JSON_CLIENT,
             (struct fy_slice){(const uint8_t *)json, sizeof(json) - 1}, &arena, &read,
             &err) != FY_OK,
        "JSON decode");
}

/* As the edge does: split, then decode. */
static void json_split(void)
{
    const struct fy_slice *elements;
    struct activity read;
    size_t count;

    fy_arena_clear(&arena);
    must(fy_json_elements((struct fy_slice){(const uint8_t *)json, sizeof(json) - 1}, &arena, 100,
             &elements, &count, &err) != FY_OK,
        "JSON elements");
    must(
        fy_json_decode(&activity_schema, FY_JSON_CLIENT, elements[0], &arena, &read, &err) != FY_OK,
        "JSON decode");
}

static void json_write_ours(void)
{
    struct fy_slice made;

    fy_arena_clear(&arena);
    must(fy_json_encode(&activity_schema, &value, &arena, &made, &err) != FY_OK, "JSON encode");
}

static double now_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static void measure(const char *what, void (*work)(void))
{
    double best = 1e18;

    for (int i = 0; i < ROUNDS; i++) {
        double began = now_ns();

        for (int j = 0; j < VALUES; j++)
            work();
        if (now_ns() - began < best)
            best = now_ns() - began;
    }
    (void)printf("%-40s %7.1f ns\n", what, best / VALUES);
}

/* What the benched values are made of: a click as it comes, and what the edge adds to it. */
static void make_value(struct fy_arena *kept)
{
    must(fy_json_decode(&activity_schema, FY_JSON_CLIENT,
             (struct fy_slice){(const uint8_t *)json, sizeof(json) - 1}, kept, &value,
             &err) != FY_OK,
        "JSON decode");
    value.visitor = fy_slice_of("00112233445566778899aabbccddeeff");
    value.envelope = (struct envelope){
        .event_id = fy_slice_of("019b76da-a800-8000-8000-0123456789ab"),
        .root = value.visitor,
        .actor = fy_slice_of("visitor:00112233445566778899aabbccddeeff"),
        .event_ms = 1767225600123,
    };
    must(activity_encode(&value, kept, &bytes, &err) != FY_OK, "encode");
}

int main(void)
{
    const char *text = activity_schema.text;
    struct fy_arena kept;
    avro_schema_t schema;

    fy_arena_init(&kept, ARENA_BYTES);
    fy_arena_init(&arena, ARENA_BYTES);
    make_value(&kept);
    must(avro_schema_from_json_length(text, strlen(text), &schema), "avro-c schema");
    must(avro_generic_value_new(avro_generic_class_from_schema(schema), &theirs), "avro-c value");
    writer = avro_writer_memory(theirs_bytes, sizeof(theirs_bytes));
    reader = avro_reader_memory(NULL, 0);
    decode_theirs();
    encode_theirs();
    assert(memcmp(theirs_bytes, bytes.data + 5, bytes.size - 5) == 0);

    (void)printf("activity: %zu bytes framed, %zu bytes of JSON\n", bytes.size, sizeof(json) - 1);
    measure("encode", encode_ours);
    measure("encode, avro-c", encode_theirs);
    measure("decode", decode_ours);
    measure("decode, avro-c", decode_theirs);
    measure("JSON decode", json_ours);
    measure("JSON split and decode, as the edge does", json_split);
    measure("JSON encode", json_write_ours);
    fy_arena_done(&arena);
    fy_arena_done(&kept);
    return 0;
}
