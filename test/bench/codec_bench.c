/*
 * What one event costs in bytes and JSON, ours against avro-c: a click, and an order of three lines
 * with an address in ciphertext (test/unit/schemas/orders).
 *
 *   ./fy bench codec                 with fastavro beside them
 *   build/release/bin/bench.codec --bytes FOLDER    puts each event's bytes and schema there
 *
 * One line each: CPU nanoseconds of this thread per value, the best of several rounds, so that
 * neighbours on the machine matter little. avro-c reads into a value that is made once, its best
 * case.
 */
#include "schemas/generated/activity.h"
#include "schemas/generated/sample_order.h"

#include <assert.h>
#include <avro.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 15, VALUES = 50000, ARENA_BYTES = 1024 * 1024, THEIRS_BYTES = 4096 };

/* A click as it comes from a browser, and what the edge adds to it. */
static const char click_json[] =
    "{\"session\":\"0123456789abcdef0123456789abcdef\",\"n\":17,\"client_ms\":1767225600000,"
    "\"item_viewed\":{\"sku\":\"mug-blue-0.3l\"}}";

static const struct order_line lines[] = {
    {.sku = {(const uint8_t *)"mug-blue-0.3l", 13},
        .units = 2,
        .price = {.minor = 1290, .currency = {(const uint8_t *)"EUR", 3}}},
    {.sku = {(const uint8_t *)"teapot-speckled-1l", 18},
        .units = 1,
        .price = {.minor = 4900, .currency = {(const uint8_t *)"EUR", 3}}},
    {.sku = {(const uint8_t *)"spoon-oak", 9},
        .units = 6,
        .price = {.minor = 350, .currency = {(const uint8_t *)"EUR", 3}}},
};

static struct fy_arena arena;
static struct fy_err err;

/* The event under measure. */
static struct {
    const char *name;
    const struct fy_schema *schema;
    const void *value;
    struct fy_slice bytes;
    const char *json;
    avro_value_t theirs;
    char theirs_bytes[THEIRS_BYTES];
    avro_writer_t writer;
    avro_reader_t reader;
} event;

static union {
    struct activity activity;
    struct sample_order order;
} read;

static void must(int failed, const char *what)
{
    if (failed == 0)
        return;
    (void)fprintf(stderr, "%s: %s\n", what, err.text);
    _Exit(1);
}

static void encode_activity(void)
{
    struct fy_slice made;

    fy_arena_clear(&arena);
    must(activity_encode(event.value, &arena, &made, &err) != FY_OK, "encode");
}

static void decode_activity(void)
{
    fy_arena_clear(&arena);
    must(activity_decode(event.bytes, &arena, &read.activity, &err) != FY_OK, "decode");
}

static void encode_order(void)
{
    struct fy_slice made;

    fy_arena_clear(&arena);
    must(sample_order_encode(event.value, &arena, &made, &err) != FY_OK, "encode");
}

static void decode_order(void)
{
    fy_arena_clear(&arena);
    must(sample_order_decode(event.bytes, &arena, &read.order, &err) != FY_OK, "decode");
}

static void encode_theirs(void)
{
    avro_writer_reset(event.writer);
    must(avro_value_write(event.writer, &event.theirs), "avro-c write");
}

static void decode_theirs(void)
{
    avro_reader_memory_set_source(
        event.reader, (const char *)event.bytes.data + 5, (int64_t)event.bytes.size - 5);
    must(avro_value_read(event.reader, &event.theirs), "avro-c read");
}

static struct fy_slice click_text(void)
{
    return (struct fy_slice){(const uint8_t *)click_json, sizeof(click_json) - 1};
}

static void json_ours(void)
{
    fy_arena_clear(&arena);
    must(fy_json_decode(&activity_schema, FY_JSON_CLIENT, click_text(), &arena, &read, &err) !=
             FY_OK,
        "JSON decode");
}

/* As the edge does: split, then decode. */
static void json_split(void)
{
    const struct fy_slice *elements;
    size_t count;

    fy_arena_clear(&arena);
    must(fy_json_elements(click_text(), &arena, 100, &elements, &count, &err) != FY_OK,
        "JSON elements");
    must(
        fy_json_decode(&activity_schema, FY_JSON_CLIENT, elements[0], &arena, &read, &err) != FY_OK,
        "JSON decode");
}

static void json_write_ours(void)
{
    struct fy_slice made;

    fy_arena_clear(&arena);
    must(fy_json_encode(event.schema, event.value, &arena, &made, &err) != FY_OK, "JSON encode");
}

static double now_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static double round_of(void (*work)(void))
{
    double began = now_ns();

    for (int i = 0; i < VALUES; i++)
        work();
    return now_ns() - began;
}

/* In turns, so that both meet the same machine; `theirs` may be NULL. */
static void measure(const char *what, void (*ours)(void), void (*theirs)(void))
{
    double best_ours = 1e18;
    double best_theirs = 1e18;

    for (int i = 0; i < ROUNDS; i++) {
        best_ours = fmin(best_ours, round_of(ours));
        if (theirs != NULL)
            best_theirs = fmin(best_theirs, round_of(theirs));
    }
    (void)printf("%-6s %-40s %7.1f ns\n", event.name, what, best_ours / VALUES);
    if (theirs == NULL)
        return;
    (void)printf("%-6s %s, avro-c%-26s %7.1f ns\n", event.name, what, "", best_theirs / VALUES);
    (void)printf("%-6s %s, ours against avro-c%-14s %6.1f x\n", event.name, what, "",
        best_theirs / best_ours);
}

/* What a bench of another language reads: the bytes without their header, and the text. */
static void save(const char *folder)
{
    char path[512];
    FILE *stream;

    (void)snprintf(path, sizeof(path), "%s/%s.avro", folder, event.name);
    stream = fopen(path, "we");
    must(
        stream == NULL ||
            fwrite(event.bytes.data + 5, 1, event.bytes.size - 5, stream) != event.bytes.size - 5 ||
            fclose(stream) != 0,
        path);
    (void)snprintf(path, sizeof(path), "%s/%s.avsc", folder, event.name);
    stream = fopen(path, "we");
    must(stream == NULL || fputs(event.schema->text, stream) < 0 || fclose(stream) != 0, path);
}

/* `folder` NULL: nothing is saved. */
static void run(const char *name,
    const char *folder,
    const struct fy_schema *schema,
    const void *value,
    void (*encode)(void),
    void (*decode)(void))
{
    avro_schema_t avro;
    struct fy_arena kept;

    fy_arena_init(&kept, ARENA_BYTES);
    event.name = name;
    event.schema = schema;
    event.value = value;
    must(schema->encode(value, &kept, &event.bytes, &err) != FY_OK, "encode");
    must(avro_schema_from_json_length(schema->text, strlen(schema->text), &avro), "avro-c schema");
    must(avro_generic_value_new(avro_generic_class_from_schema(avro), &event.theirs),
        "avro-c value");
    event.writer = avro_writer_memory(event.theirs_bytes, sizeof(event.theirs_bytes));
    event.reader = avro_reader_memory(NULL, 0);
    decode_theirs();
    encode_theirs();
    must(memcmp(event.theirs_bytes, event.bytes.data + 5, event.bytes.size - 5), "avro-c agrees");

    (void)printf("%-6s %zu bytes framed\n", name, event.bytes.size);
    measure("encode", encode, encode_theirs);
    measure("decode", decode, decode_theirs);
    measure("JSON encode", json_write_ours, NULL);
    if (schema == &activity_schema) {
        measure("JSON decode", json_ours, NULL);
        measure("JSON split and decode, as the edge does", json_split, NULL);
    }
    if (folder != NULL)
        save(folder);
    fy_arena_done(&kept);
}

int main(int argc, char **argv)
{
    const char *folder = argc == 3 && strcmp(argv[1], "--bytes") == 0 ? argv[2] : NULL;
    struct envelope envelope = {
        .event_id = fy_slice_of("019b76da-a800-8000-8000-0123456789ab"),
        .root = fy_slice_of("00112233445566778899aabbccddeeff"),
        .actor = fy_slice_of("visitor:00112233445566778899aabbccddeeff"),
        .event_ms = 1767225600123,
    };
    uint8_t ciphertext[120];
    struct order_placed placed = {
        .person = envelope.root,
        .ship_to = {.key_id = {ciphertext, 16}, .address = {ciphertext, sizeof(ciphertext)}},
        .lines = {lines, sizeof(lines) / sizeof(lines[0])},
        .total = {.minor = 9580, .currency = fy_slice_of("EUR")},
        .delivery = DELIVERY_PARCEL,
    };
    struct sample_order order = {
        .envelope = envelope,
        .order_id = fy_slice_of("019b76da-a800-7000-8000-0123456789ab"),
        .order_placed = &placed,
    };
    struct activity click;

    for (size_t i = 0; i < sizeof(ciphertext); i++)
        ciphertext[i] = (uint8_t)(i * 181 + 7);
    fy_arena_init(&arena, ARENA_BYTES);
    must(fy_json_decode(&activity_schema, FY_JSON_CLIENT, click_text(), &arena, &click, &err) !=
             FY_OK,
        "JSON decode");
    click.visitor = envelope.root;
    click.envelope = envelope;
    /* What was read must outlast the arena's next turn: all but these are ours or click_json's. */
    assert(click.item_viewed != NULL);
    click.item_viewed = &(const struct item_viewed){.sku = click.item_viewed->sku};

    run("click", folder, &activity_schema, &click, encode_activity, decode_activity);
    run("order", folder, &sample_order_schema, &order, encode_order, decode_order);
    fy_arena_done(&arena);
    return 0;
}
