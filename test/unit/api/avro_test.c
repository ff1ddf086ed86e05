/*
 * Which schema can read what another has written: rule by rule, both ways, and what is no schema.
 * Random pairs are compared with Java's and Python's word in `./fy prove clients`.
 */
#include "api/avro.h"

#include "test/expect.h"
#include "test/run.h"

#include <string.h>

#define R(fields) "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" fields "]}"
#define F(name, type) "{\"name\":\"" name "\",\"type\":" type "}"
#define E(symbols, more) "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[" symbols "]" more "}"

static struct fy_arena arena;

static const struct avro_type *type_of(const char *text)
{
    const char *words = NULL;
    const struct avro_type *type = avro_read(text, strlen(text), &arena, &words);

    if (type == NULL)
        (void)printf("%s: %s\n", text, words);
    CU_ASSERT_PTR_NOT_NULL_FATAL(type);
    return type;
}

static void schema_resolution_is_the_specifications(void)
{
    static const struct {
        const char *reader;
        const char *writer;
        const char *why; /* NULL: it can read it. */
    } rows[] = {
        /* Promotions go one way. */
        {"\"long\"", "\"int\"", NULL},
        {"\"int\"", "\"long\"", "TYPE_MISMATCH: long is written, int would be read"},
        {"\"double\"", "\"float\"", NULL},
        {"\"float\"", "\"long\"", NULL},
        {"\"float\"", "\"double\"", "TYPE_MISMATCH"},
        {"\"string\"", "\"bytes\"", NULL},
        {"\"bytes\"", "\"string\"", NULL},
        {"\"boolean\"", "\"int\"", "TYPE_MISMATCH"},
        {"{\"type\":\"array\",\"items\":\"long\"}", "{\"type\":\"array\",\"items\":\"int\"}", NULL},
        {"{\"type\":\"map\",\"values\":\"int\"}", "{\"type\":\"map\",\"values\":\"long\"}",
            "{}: TYPE_MISMATCH"},
        /* Unions: all that is written must be readable by something. */
        {"[\"null\",\"long\"]", "\"int\"", NULL},
        {"[\"null\",\"long\"]", "[\"int\",\"null\"]", NULL},
        {"\"int\"", "[\"int\"]", NULL},
        {"\"int\"", "[\"int\",\"null\"]", "TYPE_MISMATCH: null is written"},
        {"[\"null\",\"int\"]", "\"string\"", "MISSING_UNION_BRANCH: string may be written"},
        {"\"int\"", "[]", NULL},
        /* Fields: by name, by alias, by default. */
        {R(F("b", "\"int\"") "," F("a", "\"int\"")), R(F("a", "\"int\"") "," F("b", "\"int\"")),
            NULL},
        {R(F("a", "\"int\"")), R(""), "READER_FIELD_MISSING_DEFAULT_VALUE: \"a\" would be read"},
        {R("{\"name\":\"a\",\"type\":\"int\",\"default\":1}"), R(""), NULL},
        {R("{\"name\":\"a\",\"type\":\"int\",\"aliases\":[\"z\"]}"), R(F("z", "\"int\"")), NULL},
        {R(F("a", "\"int\"")), R(F("a", "\"string\"")), "a: TYPE_MISMATCH: string is written"},
        {R(""), R(F("a", "\"int\"")), NULL},
        /* Names: the last part, or an alias of the reader's. */
        {"{\"type\":\"fixed\",\"name\":\"a.F\",\"size\":2}",
            "{\"type\":\"fixed\",\"name\":\"b.F\",\"size\":2}", NULL},
        {"{\"type\":\"fixed\",\"name\":\"F\",\"size\":2}",
            "{\"type\":\"fixed\",\"name\":\"G\",\"size\":2}", "NAME_MISMATCH: \"G\" is written"},
        {"{\"type\":\"fixed\",\"name\":\"n.F\",\"aliases\":[\"G\"],\"size\":2}",
            "{\"type\":\"fixed\",\"name\":\"n.G\",\"size\":2}", NULL},
        {"{\"type\":\"fixed\",\"name\":\"F\",\"size\":3}",
            "{\"type\":\"fixed\",\"name\":\"F\",\"size\":2}",
            "FIXED_SIZE_MISMATCH: 2 bytes are written, 3 would be read"},
        /* Symbols: known, or a default. */
        {E("\"A\",\"B\"", ""), E("\"B\"", ""), NULL},
        {E("\"A\"", ""), E("\"A\",\"B\"", ""), "MISSING_ENUM_SYMBOLS: B may be written"},
        {E("\"A\"", ",\"default\":\"A\""), E("\"A\",\"B\"", ""), NULL},
        {E("\"A\"", ""), "\"string\"", "TYPE_MISMATCH"},
        /* Records that contain themselves. */
        {R(F("v", "\"long\"") "," F("next", "[\"null\",\"R\"]")),
            R(F("v", "\"int\"") "," F("next", "[\"null\",\"R\"]")), NULL},
        {R(F("next", "[\"null\",\"R\"]") "," F("v", "\"int\"")),
            R(F("next", "[\"null\",\"R\"]") "," F("v", "\"long\"")),
            "next: MISSING_UNION_BRANCH: R may be"},
    };

    fy_arena_init(&arena, 32 << 20);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct avro_breaches breaches;
        enum avro_verdict verdict =
            avro_can_read(type_of(rows[i].reader), type_of(rows[i].writer), &arena, &breaches);

        EXPECT_I64(rows[i].why == NULL ? AVRO_CAN : AVRO_CANNOT, verdict);
        if (rows[i].why != NULL && verdict == AVRO_CANNOT)
            EXPECT_CONTAINS(rows[i].why, fy_slice_of(breaches.words[0]));
    }
    fy_arena_done(&arena);
}

static void what_breaks_a_rule_of_avro_is_no_schema(void)
{
    static const struct {
        const char *text;
        const char *why;
    } rows[] = {
        {"\"Unknown\"", "is no type and no name given before"},
        {"7", "neither a name, an object nor a list"},
        {"{\"type\":\"array\"}", "the array does not say of what"},
        {"[\"int\",\"int\"]", "a union has \"int\" twice"},
        {"[[\"int\"]]", "a union stands in a union"},
        {R(F("a", "\"int\"") "," F("a", "\"int\"")), "the field \"a\" is there twice"},
        {R("{\"name\":\"a\"}"), "the field \"a\" has no type"},
        {R("{\"name\":\"a b\",\"type\":\"int\"}"), "has no name, or one that is none"},
        {R("{\"name\":\"a\",\"type\":\"int\",\"default\":\"x\"}"), "not of its type"},
        {R("{\"name\":\"a\",\"type\":[\"null\",\"R\"],\"default\":[]}"), "not of its type"},
        {"{\"type\":\"record\",\"name\":\"R\"}", "has no list of at most 1024 fields"},
        {"{\"type\":\"record\",\"name\":\"int\",\"fields\":[]}", "\"int\" is no name for a type"},
        {E("\"A\",\"A\"", ""), "the symbol \"A\" is there twice"},
        {E("\"A\"", ",\"default\":\"B\""), "is none of its symbols"},
        {"{\"type\":\"fixed\",\"name\":\"F\",\"size\":-1}", "has no size in"},
        {"{\"type\":\"int\",\"type\":\"int\"}", "not valid JSON"},
    };

    fy_arena_init(&arena, 32 << 20);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const char *words = "it was taken";

        CU_ASSERT_PTR_NULL(avro_read(rows[i].text, strlen(rows[i].text), &arena, &words));
        EXPECT_CONTAINS(rows[i].why, fy_slice_of(words != NULL ? words : "it was taken"));
    }
    fy_arena_done(&arena);
}

/* Twenty records that each hold all the others: exponential, were pairs not remembered. */
static void schemas_that_are_all_knots_are_compared_in_no_time(void)
{
    char text[16384];
    size_t size = 0;
    struct avro_breaches breaches;

    fy_arena_init(&arena, 32 << 20);
    for (int i = 0; i < 20; i++)
        size += (size_t)snprintf(text + size, sizeof(text) - size,
            "{\"type\":\"record\",\"name\":\"N%d\",\"fields\":[{\"name\":\"inner\",\"type\":", i);
    size += (size_t)snprintf(text + size, sizeof(text) - size, "\"int\"");
    for (int i = 19; i >= 0; i--) {
        size += (size_t)snprintf(text + size, sizeof(text) - size, "}");
        for (int j = 0; j < 20; j++)
            size += (size_t)snprintf(text + size, sizeof(text) - size,
                ",{\"name\":\"f%d\",\"type\":[\"null\",\"N%d\"]}", j, j <= i ? j : i);
        size += (size_t)snprintf(text + size, sizeof(text) - size, "]}");
    }
    EXPECT_I64(AVRO_CAN, avro_can_read(type_of(text), type_of(text), &arena, &breaches));
    fy_arena_done(&arena);
}

static CU_TestInfo tests[] = {
    TEST(schema_resolution_is_the_specifications),
    TEST(what_breaks_a_rule_of_avro_is_no_schema),
    TEST(schemas_that_are_all_knots_are_compared_in_no_time),
};

TEST_MAIN(api.avro, tests)
