/*
 * Containers in containers, records in themselves, and versions that promote
 * (test/unit/schemas/nested): against avro-c, through JSON, and from the first version's bytes.
 */
#include "schemas/generated/nested.h"
#include "test/expect.h"
#include "test/run.h"
#include "test/unit/schemas/oracle.h"

enum { VALUES = 150, ARENA_BYTES = 64 * 1024 * 1024 };

static struct fy_arena arena;
static struct fy_err err;

static void what_is_nested_comes_back_from_bytes_and_json(void)
{
    struct random random = {.state = 31};

    fy_arena_init(&arena, ARENA_BYTES);
    for (int i = 0; i < VALUES; i++) {
        struct nested back;
        struct nested *value;
        struct fy_slice bytes;
        struct fy_slice json;

        fy_arena_clear(&arena);
        value = value_new(&random, &nested_schema, &arena);
        EXPECT_I64(FY_OK, nested_encode(value, &arena, &bytes, &err));
        EXPECT_I64(FY_OK, nested_decode(bytes, &arena, &back, &err));
        EXPECT_I64(
            true, value_equal(nested_schema.type, (const uint8_t *)value, (const uint8_t *)&back));
        EXPECT_I64(FY_OK, fy_json_encode(&nested_schema, value, &arena, &json, &err));
        err.text[0] = '\0';
        EXPECT_I64(
            FY_OK, fy_json_decode(&nested_schema, FY_JSON_TRUSTED, json, &arena, &back, &err));
        EXPECT_TEXT("", fy_slice_of(err.text));
        EXPECT_I64(
            true, value_equal(nested_schema.type, (const uint8_t *)value, (const uint8_t *)&back));
    }
    fy_arena_done(&arena);
}

static void avro_c_agrees_on_what_is_nested(void)
{
    struct random random = {.state = 32};
    avro_schema_t schema;
    avro_value_iface_t *iface;
    int failed =
        avro_schema_from_json_length(nested_schema.text, strlen(nested_schema.text), &schema);

    assert(failed == 0);
    iface = avro_generic_class_from_schema(schema);
    fy_arena_init(&arena, ARENA_BYTES);
    for (int i = 0; i < VALUES; i++) {
        static char theirs[1 << 20];
        avro_writer_t writer = avro_writer_memory(theirs, sizeof(theirs));
        struct nested *value;
        avro_reader_t reader;
        struct fy_slice bytes;
        avro_value_t out;
        avro_value_t in;

        fy_arena_clear(&arena);
        value = value_new(&random, &nested_schema, &arena);
        EXPECT_I64(FY_OK, nested_encode(value, &arena, &bytes, &err));
        avro_generic_value_new(iface, &out);
        avro_generic_value_new(iface, &in);
        oracle_fill(nested_schema.type, (const uint8_t *)value, &out);
        EXPECT_I64(0, avro_value_write(writer, &out));
        EXPECT_I64(bytes.size - 5, avro_writer_tell(writer));
        EXPECT_I64(0, memcmp(bytes.data + 5, theirs, bytes.size - 5));
        reader = avro_reader_memory((const char *)bytes.data + 5, (int64_t)bytes.size - 5);
        EXPECT_I64(0, avro_value_read(reader, &in));
        EXPECT_I64(true, oracle_equal(nested_schema.type, (const uint8_t *)value, &in));
        avro_value_decref(&in);
        avro_value_decref(&out);
        avro_reader_free(reader);
        avro_writer_free(writer);
    }
    avro_value_iface_decref(iface);
    (void)avro_schema_decref(schema);
    fy_arena_done(&arena);
}

/* A value of the first version; what stands before "maybe" and behind it, as a test varies that. */
#define FIRST_BEGIN                                                                                \
    "\x00\x00\x00\x00\x01"                                                                         \
    "\x02\x02k\x54\x00"                      /* counts {"k": 42} */                                \
    "\x02\x02n\x00\x00"                      /* names {"n": null} */                               \
    "\x04\x02\x0e\x00\x00\x00"               /* matrix [[7], []] */                                \
    "\x04\x00\x02\x06\x00"                   /* holes [null, 3] */                                 \
    "\x00"                                   /* gaps */                                            \
    "\x00"                                   /* maybe_words null */                                \
    "\x02\x02\x02m\x10\x00"                  /* maybe_counts {"m": 8} */                           \
    "\x00"                                   /* table */                                           \
    "\x02t\x00\x02\x02u\x00\x00\x00\x00\x00" /* tree "t", null, ["u"], {} */                       \
    "\x02i\x0a\x06\x02\x07"                  /* event_id, taken_ms 5, day 3, rate */               \
    "sixsix"                                 /* share */
#define FIRST_END                                                                                  \
    "\x13\x14"         /* small -10, whole 10 */                                                   \
    "\x00\x00\xc0\x3f" /* single 1.5 */                                                            \
    "\x04hi\x02\xff"   /* text, raw */
#define FIRST_LAST                                                                                 \
    "\x0c"    /* sure 6 */                                                                         \
    "\x06old" /* old_name */

static const char first[] = FIRST_BEGIN "\x00" FIRST_END "\x02\x12" FIRST_LAST;
static const char unknown_symbol[] = FIRST_BEGIN "\x04" FIRST_END "\x02\x12" FIRST_LAST;
static const char null_maybe[] = FIRST_BEGIN "\x02" FIRST_END "\x00" FIRST_LAST;

static struct fy_slice slice_of(const char *bytes, size_t size)
{
    return (struct fy_slice){(const uint8_t *)bytes, size - 1};
}

static void promoted(const struct nested *value)
{
    EXPECT_I64(true, value->counts.items[0].value == 42.0);
    EXPECT_I64(7, value->matrix.items[0].value.items[0]);
    EXPECT_I64(0, value->matrix.items[1].value.count);
    EXPECT_I64(false, value->holes.items[0].has_value);
    EXPECT_I64(3, value->holes.items[1].value);
    EXPECT_I64(true, value->maybe_words == NULL);
    EXPECT_TEXT("m", value->maybe_counts->value.items[0].key);
    EXPECT_TEXT("t", value->tree.label);
    EXPECT_TEXT("u", value->tree.children.items[0].label);
    EXPECT_I64(true, value->small == -10.0 && value->whole == 10.0F && value->single == 1.5);
    EXPECT_TEXT("hi", value->text);
    EXPECT_TEXT("\xff", value->raw);
    EXPECT_I64(9, value->maybe);
    EXPECT_I64(true, value->has_sure && value->sure == 6);
    EXPECT_TEXT("old", value->new_name);
    EXPECT_I64(MOOD_CALM, value->mood);
}

static void defaulted(const struct nested *value)
{
    EXPECT_I64(2, value->tree.marks.count);
    EXPECT_I64(-7, value->tree.children.items[0].marks.items[1]);
    EXPECT_TEXT("b", value->new_map.items[1].key);
    EXPECT_I64(-2, value->new_map.items[1].value);
    EXPECT_I64(3, value->new_matrix.items[2].value.items[0]);
    EXPECT_TEXT("\x01\xff\"a", value->new_raw);
    EXPECT_TEXT("\x01\x02\x03\x04\x05\xfe", value->new_share);
    EXPECT_I64(5, value->new_pair.a);
    EXPECT_TEXT(NULL, value->new_pair.b);
    EXPECT_TEXT("see", value->new_pair.c);
    EXPECT_I64(true, value->new_pair.d.items[0].value);
    EXPECT_I64(true, value->new_single == 0.25F && value->new_least == INT64_MIN);
    EXPECT_TEXT("d", value->new_pairs.items[0].c);
    EXPECT_I64(true, value->new_maybe == NULL);
}

static void the_first_versions_bytes_are_promoted_and_defaulted(void)
{
    struct fy_slice bytes = slice_of(first, sizeof(first));
    struct nested value;

    memset(&value, 0xa5, sizeof(value));
    fy_arena_init(&arena, ARENA_BYTES);
    err.text[0] = '\0';
    EXPECT_I64(FY_OK, nested_decode(bytes, &arena, &value, &err));
    EXPECT_TEXT("", fy_slice_of(err.text));
    promoted(&value);
    defaulted(&value);
    for (size_t size = 5; size < bytes.size; size++) {
        fy_arena_clear(&arena);
        EXPECT_I64(
            FY_REJECT, nested_decode((struct fy_slice){bytes.data, size}, &arena, &value, &err));
        EXPECT_CONTAINS("byte ", fy_slice_of(err.text));
    }
    fy_arena_done(&arena);
}

/* Written in the first version, and without a place in the second. */
static void what_has_no_place_now_is_refused_by_its_place(void)
{
    struct nested value;

    fy_arena_init(&arena, ARENA_BYTES);
    EXPECT_I64(
        FY_REJECT, nested_decode(slice_of(null_maybe, sizeof(null_maybe)), &arena, &value, &err));
    EXPECT_TEXT("byte 70: null of \"maybe\", which is never null now", fy_slice_of(err.text));
    EXPECT_I64(FY_REJECT,
        nested_decode(slice_of(unknown_symbol, sizeof(unknown_symbol)), &arena, &value, &err));
    EXPECT_TEXT("byte 58: symbol 2 of an enum of 2", fy_slice_of(err.text));
    fy_arena_done(&arena);
}

static void deep(struct node *nodes, int count)
{
    for (int i = 0; i < count; i++) {
        nodes[i] = (struct node){.label = fy_slice_of("n")};
        nodes[i].left = i + 1 < count ? &nodes[i + 1] : NULL;
    }
}

/* A record in itself ends somewhere: what is deeper is neither written nor read. */
static void a_record_in_itself_is_at_most_so_deep(void)
{
    struct node nodes[FY_DEPTH_MAX + 1];
    struct random random = {.state = 33};
    struct nested *value;
    struct nested back;
    struct fy_slice bytes;

    fy_arena_init(&arena, ARENA_BYTES);
    value = value_new(&random, &nested_schema, &arena);
    deep(nodes, FY_DEPTH_MAX);
    value->tree = nodes[0];
    EXPECT_I64(FY_OK, nested_encode(value, &arena, &bytes, &err));
    EXPECT_I64(FY_OK, nested_decode(bytes, &arena, &back, &err));
    deep(nodes, FY_DEPTH_MAX + 1);
    value->tree = nodes[0];
    EXPECT_I64(FY_REJECT, nested_encode(value, &arena, &bytes, &err));
    EXPECT_TEXT("nested: records within records, more than 32 deep", fy_slice_of(err.text));
    fy_arena_done(&arena);
}

struct refused {
    const char *json;
    const char *message;
};

static const struct refused refused[] = {
    {"{\"counts\":[]}", "counts: must be an object, is an array"},
    {"{\"counts\":{\"a\":1,\"b\":\"x\"}}", "counts[1]: must be a number, is a string"},
    {"{\"counts\":{\"a\":1,\"b\":2,\"a\":3}}", "counts: a key is given twice"},
    {"{\"matrix\":[[1],[2,true]]}", "matrix[1][1]: must be a whole number, is a boolean"},
    {"{\"table\":{\"a\":[{},{\"b\":[]}]}}", "table[0][1][0]: must be a number, is an array"},
    {"{\"tree\":{\"label\":\"\",\"left\":{\"label\":1}}}",
        "tree.left.label: must be a string, is a number"},
    {"{\"maybe_words\":{}}", "maybe_words: must be an array, is an object"},
    {"{\"maybe_words\":[null]}", "maybe_words[0]: must be a string, is null"},
};

static void json_that_is_wrong_inside_is_refused_by_its_path(void)
{
    struct nested value;

    fy_arena_init(&arena, ARENA_BYTES);
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        EXPECT_I64(FY_REJECT, fy_json_decode(&nested_schema, FY_JSON_CLIENT,
                                  fy_slice_of(refused[i].json), &arena, &value, &err));
        EXPECT_TEXT(refused[i].message, fy_slice_of(err.text));
    }
    fy_arena_done(&arena);
}

static void deep_json_is_refused_in_words(void)
{
    static char json[4096] = "{\"tree\":";
    struct nested value;

    for (int i = 0; i < 40; i++)
        strcat(json, "{\"left\":");
    fy_arena_init(&arena, ARENA_BYTES);
    EXPECT_I64(FY_REJECT,
        fy_json_decode(&nested_schema, FY_JSON_CLIENT, fy_slice_of(json), &arena, &value, &err));
    EXPECT_CONTAINS("nested deeper than 32 levels", fy_slice_of(err.text));
    fy_arena_done(&arena);
}

static CU_TestInfo tests[] = {
    TEST(what_is_nested_comes_back_from_bytes_and_json),
    TEST(avro_c_agrees_on_what_is_nested),
    TEST(the_first_versions_bytes_are_promoted_and_defaulted),
    TEST(what_has_no_place_now_is_refused_by_its_place),
    TEST(a_record_in_itself_is_at_most_so_deep),
    TEST(json_that_is_wrong_inside_is_refused_by_its_path),
    TEST(deep_json_is_refused_in_words),
};

TEST_MAIN(nested, tests)
