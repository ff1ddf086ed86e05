/* Bytes of every topic's schema: there and back, against avro-c, and against whoever means harm. */
#include "schemas/generated/shared.h"
#include "schemas/topics.h"
#include "test/expect.h"
#include "test/run.h"
#include "test/unit/schemas/oracle.h"

enum { VALUES = 300, ARENA_BYTES = 8 * 1024 * 1024 };

static struct fy_arena arena;      /* What a test makes. */
static struct fy_arena read_arena; /* What reading takes. */
static struct fy_err err;

static void begin(void)
{
    fy_arena_done(&arena);
    fy_arena_done(&read_arena);
    fy_arena_init(&arena, ARENA_BYTES);
    fy_arena_init(&read_arena, ARENA_BYTES);
}

static void end(void)
{
    fy_arena_done(&arena);
    fy_arena_done(&read_arena);
}

static void *room_for(const struct fy_schema *schema)
{
    void *value = fy_arena_alloc(&arena, schema->size);

    assert(value != NULL);
    return value;
}

static void every_schema_comes_back_from_its_bytes(void)
{
    struct random random = {.state = 1};

    begin();
    for (size_t i = 0; i < fy_schemas_count; i++) {
        const struct fy_schema *schema = fy_schemas[i];

        for (int j = 0; j < VALUES; j++) {
            struct fy_slice bytes;
            void *value;
            void *back;

            fy_arena_clear(&arena);
            value = value_new(&random, schema, &arena);
            back = room_for(schema);
            EXPECT_I64(FY_OK, schema->encode(value, &arena, &bytes, &err));
            EXPECT_I64(FY_OK, schema->decode(bytes, &arena, back, &err));
            EXPECT_I64(true, value_equal(schema->type, value, back));
        }
    }
    end();
}

/* What is written has the newest text; past ones are only read. */
static bool is_past(const struct fy_schema *schema)
{
    for (size_t i = 0; i < fy_schemas_count; i++) {
        if (fy_schemas[i]->type == schema->type && fy_schemas[i]->version > schema->version)
            return true;
    }
    return false;
}

/* avro-c knows the schema's text only. Where it has other bytes than we, one of us is wrong. */
static void avro_c_reads_and_writes_the_same(void)
{
    struct random random = {.state = 2};

    begin();
    for (size_t i = 0; i < fy_schemas_count; i++) {
        const struct fy_schema *schema = fy_schemas[i];
        avro_schema_t avro;
        avro_value_iface_t *iface;

        if (is_past(schema))
            continue;
        EXPECT_I64(0, avro_schema_from_json_length(schema->text, strlen(schema->text), &avro));
        iface = avro_generic_class_from_schema(avro);
        for (int j = 0; j < VALUES; j++) {
            static char theirs[1 << 16];
            struct fy_slice bytes = {0};
            struct fy_slice framed;
            avro_writer_t writer = avro_writer_memory(theirs + 5, sizeof(theirs) - 5);
            avro_reader_t reader;
            avro_value_t out;
            avro_value_t in;
            void *value;
            void *back;

            fy_arena_clear(&arena);
            value = value_new(&random, schema, &arena);
            back = room_for(schema);
            EXPECT_I64(FY_OK, schema->encode(value, &arena, &bytes, &err));

            avro_generic_value_new(iface, &in);
            reader = avro_reader_memory((const char *)bytes.data + 5, (int64_t)bytes.size - 5);
            EXPECT_I64(0, avro_value_read(reader, &in));
            EXPECT_I64(true, oracle_equal(schema->type, value, &in));

            avro_generic_value_new(iface, &out);
            oracle_fill(schema->type, value, &out);
            EXPECT_I64(0, avro_value_write(writer, &out));
            memcpy(theirs, bytes.data, 5);
            framed = (struct fy_slice){(uint8_t *)theirs, 5 + (size_t)avro_writer_tell(writer)};
            EXPECT_I64(FY_OK, schema->decode(framed, &arena, back, &err));
            EXPECT_I64(true, value_equal(schema->type, value, back));
            EXPECT_I64(true, fy_slice_equal(bytes, framed));

            avro_value_decref(&in);
            avro_value_decref(&out);
            avro_reader_free(reader);
            avro_writer_free(writer);
        }
        avro_value_iface_decref(iface);
        (void)avro_schema_decref(avro);
    }
    end();
}

/* What the older text can say of `value`, as a program of then wrote it. */
static struct fy_slice written_before(
    const struct fy_schema *schema, const void *value, avro_value_iface_t *iface)
{
    static char theirs[1 << 16];
    avro_writer_t writer = avro_writer_memory(theirs + 5, sizeof(theirs) - 5);
    avro_value_t out;
    size_t size;

    avro_generic_value_new(iface, &out);
    oracle_fill(schema->type, value, &out);
    EXPECT_I64(0, avro_value_write(writer, &out));
    size = 5 + (size_t)avro_writer_tell(writer);
    memset(theirs, 0, 4);
    theirs[4] = (char)schema->id;
    avro_value_decref(&out);
    avro_writer_free(writer);
    return (struct fy_slice){(uint8_t *)theirs, size};
}

/* Facts are kept for ever: bytes of each text that there ever was give the values they held. */
static void what_an_older_text_wrote_is_read_as_it_was(void)
{
    struct random random = {.state = 3};

    begin();
    for (size_t i = 0; i < fy_schemas_count; i++) {
        const struct fy_schema *schema = fy_schemas[i];
        avro_schema_t avro;
        avro_value_iface_t *iface;
        int read_count = 0;

        if (!is_past(schema))
            continue;
        assert(schema->id < 128);
        EXPECT_I64(0, avro_schema_from_json_length(schema->text, strlen(schema->text), &avro));
        iface = avro_generic_class_from_schema(avro);
        for (int j = 0; j < VALUES; j++) {
            void *value;
            void *back;

            fy_arena_clear(&arena);
            value = value_new(&random, schema, &arena);
            back = room_for(schema);
            if (!oracle_forget(schema->type, value, avro))
                continue;
            read_count++;
            EXPECT_I64(
                FY_OK, schema->decode(written_before(schema, value, iface), &arena, back, &err));
            EXPECT_I64(true, value_equal(schema->type, value, back));
        }
        EXPECT_I64(true, read_count > 20);
        avro_value_iface_decref(iface);
        (void)avro_schema_decref(avro);
    }
    end();
}

/* What reading may take, whatever it reads; and an error says where. */
static enum fy_status read_bounded(const struct fy_schema *schema, struct fy_slice bytes)
{
    enum fy_status status;
    uint8_t *exact = malloc(bytes.size > 0 ? bytes.size : 1);
    void *value = malloc(schema->size);

    /* On the heap and just as large as it is, so that ASan sees one byte too many. */
    memcpy(exact, bytes.data, bytes.size);
    fy_arena_clear(&read_arena);
    status = schema->decode((struct fy_slice){exact, bytes.size}, &read_arena, value, &err);
    EXPECT_I64(true, read_arena.bytes_used <= 64 * bytes.size + (size_t)64 * 1024);
    if (status != FY_OK) {
        EXPECT_I64(FY_REJECT, status);
        EXPECT_I64(0, strncmp(err.text, "byte ", 5));
    }
    free(value);
    free(exact);
    return status;
}

static void a_value_cut_short_is_refused_at_every_byte(void)
{
    struct random random = {.state = 3};

    begin();
    for (size_t i = 0; i < fy_schemas_count; i++) {
        for (int j = 0; j < 20; j++) {
            struct fy_slice bytes;
            void *value;

            fy_arena_clear(&arena);
            value = value_new(&random, fy_schemas[i], &arena);
            EXPECT_I64(FY_OK, fy_schemas[i]->encode(value, &arena, &bytes, &err));
            for (size_t size = 0; size < bytes.size; size++)
                EXPECT_I64(
                    FY_REJECT, read_bounded(fy_schemas[i], (struct fy_slice){bytes.data, size}));
        }
    }
    end();
}

static void changed_bytes_never_do_harm(void)
{
    struct random random = {.state = 4};
    int refused = 0;

    begin();
    for (size_t i = 0; i < fy_schemas_count; i++) {
        for (int j = 0; j < 2000; j++) {
            struct fy_slice bytes;
            uint8_t *changed;
            void *value;

            fy_arena_clear(&arena);
            value = value_new(&random, fy_schemas[i], &arena);
            EXPECT_I64(FY_OK, fy_schemas[i]->encode(value, &arena, &bytes, &err));
            changed = (uint8_t *)fy_arena_copy(&arena, bytes).data;
            for (uint64_t k = 1 + random_below(&random, 4); k > 0; k--) {
                size_t at = 5 + (size_t)random_below(&random, bytes.size - 5);

                changed[at] = random_below(&random, 3) == 0 ? 0xff : (uint8_t)random_next(&random);
            }
            refused += read_bounded(fy_schemas[i], (struct fy_slice){changed, bytes.size}) != FY_OK;
        }
    }
    /* Else the mutations reach nothing that is checked. */
    EXPECT_I64(true, refused > 1000);
    end();
}

/* History begins: visitor, then as_of, an array of positions of at least 3 bytes. */
struct hostile {
    const char *bytes; /* Behind the header. */
    size_t size;
    const char *message;
};

#define BYTES(text) (text), sizeof(text) - 1

static const struct hostile hostile[] = {
    /* 2^63 - 1 positions in no bytes. */
    {BYTES("\x02v\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01"),
        "byte 7: 9223372036854775807 array items in 0 bytes"},
    /* 1,000,000 positions in 3 bytes. */
    {BYTES("\x02v\x80\x89\x7a\x00\x00\x00"), "byte 7: 1000000 array items in 3 bytes"},
    /* 2 positions in 3 bytes, where each takes 3 at least. */
    {BYTES("\x02v\x04\x00\x00\x00"), "byte 7: 2 array items in 3 bytes"},
    /* A block of -2^63 items. */
    {BYTES("\x02v\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x00"),
        "byte 7: an array block beyond the end of the value"},
    /* A block whose size in bytes is -1. */
    {BYTES("\x02v\x01\x01"), "byte 7: an array block beyond the end of the value"},
    /* A block whose size in bytes is 64, of 1 that is left. */
    {BYTES("\x02v\x01\x80\x01\x00"), "byte 7: an array block beyond the end of the value"},
    /* A string of -1 bytes. */
    {BYTES("\x01"), "byte 5: a length below 0"},
    /* A string of 2^62 bytes. */
    {BYTES("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"),
        "byte 5: a length beyond the end of the value"},
    /* A number of eleven bytes, and one of ten that holds 65 bits. */
    {BYTES("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x00"),
        "byte 5: a number of more than 64 bits"},
    {BYTES("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x02"), "byte 5: a number of more than 64 bits"},
    /* Partition 2^31 of a position. */
    {BYTES("\x02v\x02\x02t\x80\x80\x80\x80\x10\x00\x00"),
        "byte 10: 2147483648 is more than an int of 32 bits holds"},
    /* Visitor, no positions, updated_ms, no views, no cart, five counts; and a byte too many. */
    {BYTES("\x02v\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"), "byte 16: 1 bytes follow the value"},
};

static void hostile_bytes_are_refused_with_their_place(void)
{
    begin();
    for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++) {
        uint8_t bytes[64] = {0, 0, 0, 0, (uint8_t)history_schema.id};

        memcpy(bytes + 5, hostile[i].bytes, hostile[i].size);
        EXPECT_I64(FY_REJECT,
            read_bounded(&history_schema, (struct fy_slice){bytes, 5 + hostile[i].size}));
        EXPECT_TEXT(hostile[i].message, fy_slice_of(err.text));
    }
    end();
}

/* Many blocks of one item each would double their room again and again; still within the bound. */
static void an_array_of_many_blocks_is_read_within_the_bound(void)
{
    static uint8_t bytes[5 + 2 + 40000 + 16];
    struct history value;
    size_t used = 0;

    begin();
    bytes[4] = (uint8_t)history_schema.id;
    used = 5;
    bytes[used++] = 2;
    bytes[used++] = 'v';
    for (int i = 0; i < 10000; i++) {
        memcpy(bytes + used, "\x02\x00\x02\x04", 4);
        used += 4;
    }
    used += 9; /* The array's end, updated_ms, two empty arrays, five counts. */
    EXPECT_I64(FY_OK, read_bounded(&history_schema, (struct fy_slice){bytes, used}));
    fy_arena_clear(&read_arena);
    EXPECT_I64(FY_OK, history_decode((struct fy_slice){bytes, used}, &read_arena, &value, &err));
    EXPECT_I64(10000, value.as_of.count);
    EXPECT_I64(2, value.as_of.items[9999].offset);
    EXPECT_I64(1, value.as_of.items[9999].partition);
    end();
}

static void a_value_of_another_schema_is_refused_by_name(void)
{
    struct random random = {.state = 5};
    struct fy_slice bytes;
    char want[96];
    uint8_t *copy;

    begin();
    EXPECT_I64(
        FY_OK, activity_encode(value_new(&random, &activity_schema, &arena), &arena, &bytes, &err));
    EXPECT_I64(FY_REJECT, read_bounded(&history_schema, bytes));
    (void)snprintf(want, sizeof(want), "byte 1: schema id %d is \"activity\", expected \"history\"",
        (int)activity_schema.id);
    EXPECT_TEXT(want, fy_slice_of(err.text));

    copy = (uint8_t *)fy_arena_copy(&arena, bytes).data;
    copy[1] = 0x7f;
    EXPECT_I64(FY_REJECT, read_bounded(&activity_schema, (struct fy_slice){copy, bytes.size}));
    (void)snprintf(want, sizeof(want),
        "byte 1: schema id %d is newer than this build, which knows 1 .. ",
        (int)activity_schema.id + 0x7f000000);
    EXPECT_CONTAINS(want, fy_slice_of(err.text));
    EXPECT_CONTAINS(": upgrade readers before writers", fy_slice_of(err.text));
    copy[1] = 0xff;
    EXPECT_I64(FY_REJECT, read_bounded(&activity_schema, (struct fy_slice){copy, bytes.size}));
    EXPECT_CONTAINS("; ids begin at 1", fy_slice_of(err.text));
    copy[0] = 1;
    EXPECT_I64(FY_REJECT, read_bounded(&activity_schema, (struct fy_slice){copy, bytes.size}));
    EXPECT_TEXT("byte 0: the magic byte is 1, not 0", fy_slice_of(err.text));
    EXPECT_I64(FY_REJECT, read_bounded(&activity_schema, (struct fy_slice){copy, 4}));
    EXPECT_TEXT(
        "byte 4: the value ends before its schema id, which takes 5 bytes", fy_slice_of(err.text));
    end();
}

static void exactly_one_record_of_a_one_of_is_set(void)
{
    static const uint8_t none[] = {
        0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    struct item_viewed viewed = {.sku = fy_slice_of("mug")};
    struct cart_item_set set = {.sku = fy_slice_of("mug"), .units = 1};
    struct activity both = {.item_viewed = &viewed, .cart_item_set = &set};
    struct activity nothing = {0};
    struct fy_slice bytes;

    begin();
    EXPECT_I64(FY_REJECT, activity_encode(&both, &arena, &bytes, &err));
    EXPECT_TEXT(
        "activity: 2 of its nullable records are set, must be exactly 1", fy_slice_of(err.text));
    EXPECT_I64(FY_REJECT, activity_encode(&nothing, &arena, &bytes, &err));
    EXPECT_I64(FY_REJECT, read_bounded(&activity_schema, (struct fy_slice){none, sizeof(none)}));
    EXPECT_CONTAINS("0 of the nullable records are set", fy_slice_of(err.text));
    end();
}

static void an_arena_that_is_full_is_an_error(void)
{
    struct random random = {.state = 6};
    struct fy_arena small;
    struct fy_slice bytes;
    struct history value;

    begin();
    fy_arena_init(&small, 16);
    EXPECT_I64(FY_REJECT,
        history_encode(value_new(&random, &history_schema, &arena), &small, &bytes, &err));
    EXPECT_CONTAINS("does not fit the arena of 16 bytes", fy_slice_of(err.text));
    do
        EXPECT_I64(FY_OK,
            history_encode(value_new(&random, &history_schema, &arena), &arena, &bytes, &err));
    while (bytes.size < 60);
    EXPECT_I64(FY_REJECT, history_decode(bytes, &small, &value, &err));
    EXPECT_CONTAINS("more memory than it may take", fy_slice_of(err.text));
    fy_arena_done(&small);
    end();
}

static void every_topic_has_its_schema_and_its_name(void)
{
    EXPECT_I64(FY_TOPIC_HISTORIES, fy_topic_find(fy_slice_of("histories")));
    EXPECT_I64(FY_TOPIC_COUNT, fy_topic_find(fy_slice_of("historie")));
    EXPECT_I64(FY_TOPIC_COUNT, fy_topic_find((struct fy_slice){0}));
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        EXPECT_I64(i, fy_topic_find(fy_slice_of(fy_topics[i].name)));
        EXPECT_I64(true, fy_topics[i].schema == fy_schema_find(fy_topics[i].schema->id));
    }
    EXPECT_I64(true, fy_schema_find(0) == NULL);
    EXPECT_I64(true, fy_schema_find(-1) == NULL);
    EXPECT_I64(true, fy_schema_find((int32_t)fy_schemas_count + 1) == NULL);
}

static CU_TestInfo tests[] = {
    TEST(every_schema_comes_back_from_its_bytes),
    TEST(avro_c_reads_and_writes_the_same),
    TEST(what_an_older_text_wrote_is_read_as_it_was),
    TEST(a_value_cut_short_is_refused_at_every_byte),
    TEST(changed_bytes_never_do_harm),
    TEST(hostile_bytes_are_refused_with_their_place),
    TEST(an_array_of_many_blocks_is_read_within_the_bound),
    TEST(a_value_of_another_schema_is_refused_by_name),
    TEST(exactly_one_record_of_a_one_of_is_set),
    TEST(an_arena_that_is_full_is_an_error),
    TEST(every_topic_has_its_schema_and_its_name),
};

TEST_MAIN(codec, tests)
