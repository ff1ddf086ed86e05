/*
 * A field of every kind, and two versions of one schema (test/unit/schemas/kinds): what the
 * generator can do and the shop's own schemas do not use yet.
 */
#include "schemas/generated/every_kind.h"
#include "test/expect.h"
#include "test/run.h"
#include "test/unit/schemas/oracle.h"

enum { VALUES = 2000, ARENA_BYTES = 8 * 1024 * 1024 };

static struct fy_arena arena;
static struct fy_err err;

static void every_kind_comes_back_from_bytes_and_json(void)
{
    struct random random = {.state = 21};

    fy_arena_init(&arena, ARENA_BYTES);
    for (int i = 0; i < VALUES; i++) {
        struct every_kind back;
        struct every_kind *value;
        struct fy_slice bytes;
        struct fy_slice json;

        fy_arena_clear(&arena);
        value = value_new(&random, &every_kind_schema, &arena);
        EXPECT_I64(FY_OK, every_kind_encode(value, &arena, &bytes, &err));
        EXPECT_I64(FY_OK, every_kind_decode(bytes, &arena, &back, &err));
        EXPECT_I64(true,
            value_equal(every_kind_schema.type, (const uint8_t *)value, (const uint8_t *)&back));
        EXPECT_I64(FY_OK, fy_json_encode(&every_kind_schema, value, &arena, &json, &err));
        EXPECT_I64(
            FY_OK, fy_json_decode(&every_kind_schema, FY_JSON_TRUSTED, json, &arena, &back, &err));
        EXPECT_I64(true,
            value_equal(every_kind_schema.type, (const uint8_t *)value, (const uint8_t *)&back));
    }
    fy_arena_done(&arena);
}

static avro_value_iface_t *class_of(const char *text, avro_schema_t *ret_schema)
{
    int failed = avro_schema_from_json_length(text, strlen(text), ret_schema);

    assert(failed == 0);
    return avro_generic_class_from_schema(*ret_schema);
}

static void avro_c_agrees_on_every_kind(void)
{
    struct random random = {.state = 22};
    avro_schema_t schema;
    avro_value_iface_t *iface = class_of(every_kind_schema.text, &schema);

    fy_arena_init(&arena, ARENA_BYTES);
    for (int i = 0; i < VALUES; i++) {
        static char theirs[1 << 16];
        avro_writer_t writer = avro_writer_memory(theirs, sizeof(theirs));
        struct every_kind *value;
        avro_reader_t reader;
        struct fy_slice bytes;
        avro_value_t out;
        avro_value_t in;

        fy_arena_clear(&arena);
        value = value_new(&random, &every_kind_schema, &arena);
        EXPECT_I64(FY_OK, every_kind_encode(value, &arena, &bytes, &err));
        avro_generic_value_new(iface, &out);
        avro_generic_value_new(iface, &in);
        oracle_fill(every_kind_schema.type, (const uint8_t *)value, &out);
        EXPECT_I64(0, avro_value_write(writer, &out));
        EXPECT_I64(bytes.size - 5, avro_writer_tell(writer));
        EXPECT_I64(0, memcmp(bytes.data + 5, theirs, bytes.size - 5));
        reader = avro_reader_memory((const char *)bytes.data + 5, (int64_t)bytes.size - 5);
        EXPECT_I64(0, avro_value_read(reader, &in));
        EXPECT_I64(true, oracle_equal(every_kind_schema.type, (const uint8_t *)value, &in));
        avro_value_decref(&in);
        avro_value_decref(&out);
        avro_reader_free(reader);
        avro_writer_free(writer);
    }
    avro_value_iface_decref(iface);
    (void)avro_schema_decref(schema);
    fy_arena_done(&arena);
}

/* The fields that the first version has, in its order, each behind its bytes. */
static const char first_version[] = "\x00\x00\x00\x00\x01"
                                    "\x02\x01"                         /* maybe_flag true */
                                    "\x00"                             /* flag false */
                                    "\x53"                             /* small -42 */
                                    "\x54"                             /* whole 42 */
                                    "\x00\x00\xc0\x3f"                 /* single 1.5 */
                                    "\x00\x00\x00\x00\x00\x00\x04\xc0" /* real -2.5 */
                                    "\x04hi"                           /* word */
                                    "\x02\xff"                         /* raw */
                                    "abcd"                             /* digest */
                                    "\x02"                             /* colour GREEN */
                                    "\x02\x10\x02i"                    /* inner 8, "i" */
                                    "\x02\x00\x00"                     /* maybe_inner null, "" */
                                    "\x00"                             /* maybe_real null */
                                    "\x02"
                                    "efgh"                  /* maybe_digest */
                                    "\x02\x04"              /* maybe_colour BLUE */
                                    "\x04\x01\x00\x00"      /* flags true, false */
                                    "\x00"                  /* reals */
                                    "\x00"                  /* digests */
                                    "\x00"                  /* colours */
                                    "\x01\x08\x00\x02w\x00" /* inners, a block with its size: "w" */
                                    "\x02s";                /* same */

static void old_bytes_read_as_today_with_defaults(void)
{
    struct fy_slice bytes = {(const uint8_t *)first_version, sizeof(first_version) - 1};
    struct every_kind value;

    memset(&value, 0xa5, sizeof(value));
    fy_arena_init(&arena, ARENA_BYTES);
    err.text[0] = '\0';
    EXPECT_I64(FY_OK, every_kind_decode(bytes, &arena, &value, &err));
    EXPECT_TEXT("", fy_slice_of(err.text));
    EXPECT_I64(true, value.has_maybe_flag && value.maybe_flag && !value.flag);
    EXPECT_I64(-42, value.small);
    EXPECT_I64(42, value.whole);
    EXPECT_I64(true, value.single == 1.5F && value.real == -2.5);
    EXPECT_TEXT("hi", value.word);
    EXPECT_TEXT("abcd", value.digest);
    EXPECT_I64(COLOUR_GREEN, value.colour);
    EXPECT_I64(8, value.inner.number);
    EXPECT_I64(-5, value.inner.added);
    EXPECT_I64(false, value.maybe_inner->has_number);
    EXPECT_I64(-5, value.maybe_inner->added);
    EXPECT_TEXT("efgh", value.maybe_digest);
    EXPECT_I64(COLOUR_BLUE, value.maybe_colour);
    EXPECT_I64(2, value.flags.count);
    EXPECT_I64(1, value.inners.count);
    EXPECT_TEXT("w", value.inners.items[0].word);
    EXPECT_I64(-5, value.inners.items[0].added);
    EXPECT_TEXT("s", value.same.word);

    EXPECT_I64(true, value.new_flag);
    EXPECT_I64(7, value.new_small);
    EXPECT_I64(true, value.new_real == 0.5);
    EXPECT_TEXT("say \"so\"", value.new_word);
    EXPECT_I64(COLOUR_BLUE, value.new_colour);
    EXPECT_I64(false, value.has_new_maybe);
    EXPECT_TEXT(NULL, value.new_text);
    EXPECT_I64(true, value.new_inner == NULL);
    EXPECT_I64(0, value.new_words.count);
    for (size_t size = 5; size < bytes.size; size++) {
        fy_arena_clear(&arena);
        EXPECT_I64(FY_REJECT,
            every_kind_decode((struct fy_slice){bytes.data, size}, &arena, &value, &err));
    }
    fy_arena_done(&arena);
}

/* What is left out of JSON has the same defaults. */
static void left_out_of_json_is_the_default_too(void)
{
    static const char json[] =
        "{\"flag\":true,\"small\":1,\"whole\":1,\"single\":1e2,\"real\":-0.25,\"word\":\"\","
        "\"raw\":\"\",\"digest\":\"YWJjZA==\",\"colour\":\"RED\",\"inner\":{\"word\":\"\"},"
        "\"flags\":[],\"reals\":[1,2.5],\"digests\":[],\"colours\":[],\"inners\":[],"
        "\"same\":{\"word\":\"\"}}";
    struct every_kind value;

    fy_arena_init(&arena, ARENA_BYTES);
    EXPECT_I64(FY_OK, fy_json_decode(&every_kind_schema, FY_JSON_CLIENT, fy_slice_of(json), &arena,
                          &value, &err));
    EXPECT_I64(true, value.single == 100 && value.real == -0.25 && value.reals.items[1] == 2.5);
    EXPECT_I64(true, value.new_flag);
    EXPECT_I64(7, value.new_small);
    EXPECT_I64(true, value.new_real == 0.5);
    EXPECT_TEXT("say \"so\"", value.new_word);
    EXPECT_I64(COLOUR_BLUE, value.new_colour);
    EXPECT_I64(-5, value.inner.added);
    EXPECT_I64(false, value.inner.has_number);
    fy_arena_done(&arena);
}

struct refused {
    const char *json;
    const char *message;
};

static const struct refused refused[] = {
    {"{\"flag\":1}", "flag: must be true or false, is a number"},
    {"{\"small\":2147483648}", "small: 2147483648, at most 2147483647"},
    {"{\"small\":-2147483649}", "small: -2147483649, at least -2147483648"},
    {"{\"real\":\"1\"}", "real: must be a number, is a string"},
    {"{\"real\":1e999}", "real: too large for a double"},
    {"{\"digest\":\"YWJj\"}", "digest: 3 bytes, at least 4"},
    {"{\"digest\":\"YWJjZGU=\"}", "digest: 5 bytes, at most 4"},
    {"{\"colour\":\"PINK\"}", "colour: must be one of RED, GREEN, BLUE"},
    {"{\"colours\":[\"RED\",7]}", "colours[1]: must be a string, is a number"},
    {"{\"inners\":[{\"word\":\"\"},{\"word\":\"\",\"number\":true}]}",
        "inners[1].number: must be a whole number, is a boolean"},
};

static void json_of_another_kind_is_refused_in_words(void)
{
    struct every_kind value;

    fy_arena_init(&arena, ARENA_BYTES);
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        EXPECT_I64(FY_REJECT, fy_json_decode(&every_kind_schema, FY_JSON_CLIENT,
                                  fy_slice_of(refused[i].json), &arena, &value, &err));
        EXPECT_TEXT(refused[i].message, fy_slice_of(err.text));
    }
    fy_arena_done(&arena);
}

static CU_TestInfo tests[] = {
    TEST(every_kind_comes_back_from_bytes_and_json),
    TEST(avro_c_agrees_on_every_kind),
    TEST(old_bytes_read_as_today_with_defaults),
    TEST(left_out_of_json_is_the_default_too),
    TEST(json_of_another_kind_is_refused_in_words),
};

TEST_MAIN(kinds, tests)
