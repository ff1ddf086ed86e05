/* JSON as clients and as our own tools send it: what is taken, what is refused and in which words.
 */
#include "schemas/generated/shared.h"
#include "test/expect.h"
#include "test/run.h"
#include "test/unit/schemas/values.h"

enum { VALUES = 300, ARENA_BYTES = 8 * 1024 * 1024 };

static struct fy_arena arena;
static struct fy_err err;

static void begin(void)
{
    fy_arena_init(&arena, ARENA_BYTES);
}

static void end(void)
{
    fy_arena_done(&arena);
}

/* Copied to the heap at its exact size, so that ASan sees one byte too many. */
static enum fy_status decode(
    const struct fy_schema *schema, enum fy_json_from from, struct fy_slice json, void *ret_value)
{
    uint8_t *exact = malloc(json.size > 0 ? json.size : 1);
    enum fy_status status;

    memcpy(exact, json.data, json.size);
    status =
        fy_json_decode(schema, from, (struct fy_slice){exact, json.size}, &arena, ret_value, &err);
    free(exact);
    return status;
}

static void every_schema_comes_back_from_its_json(void)
{
    struct random random = {.state = 11};

    begin();
    for (size_t i = 0; i < fy_schemas_count; i++) {
        const struct fy_schema *schema = fy_schemas[i];

        for (int j = 0; j < VALUES; j++) {
            struct fy_slice json = {0};
            void *value;
            void *back;

            fy_arena_clear(&arena);
            value = value_new(&random, schema, &arena);
            back = fy_arena_alloc(&arena, schema->size);
            EXPECT_I64(FY_OK, fy_json_encode(schema, value, &arena, &json, &err));
            EXPECT_I64(true, memchr(json.data, '\n', json.size) == NULL);
            if (fy_json_decode(schema, FY_JSON_TRUSTED, json, &arena, back, &err) != FY_OK)
                EXPECT_TEXT("", fy_slice_of(err.text));
            else
                EXPECT_I64(true, value_equal(schema->type, value, back));
        }
    }
    end();
}

struct refused {
    const char *json;
    const char *message;
};

static const struct refused activity_refused[] = {
    /* What is wrong with a field, by its path. */
    {"{\"item_viewed\":{\"sku\":\"\"}}", "item_viewed.sku: empty, at least 1 bytes"},
    {"{\"item_viewed\":{\"sku\":"
     "\"01234567890123456789012345678901234567890123456789012345678901234\"}}",
        "item_viewed.sku: 65 bytes, at most 64"},
    {"{\"item_viewed\":{\"sku\":\"a b\"}}",
        "item_viewed.sku: character 2 is not one of A-Z a-z 0-9 . _ : -"},
    {"{\"item_viewed\":{\"sku\":7}}", "item_viewed.sku: must be a string, is a number"},
    {"{\"item_viewed\":{\"sku\":null}}", "item_viewed.sku: must be a string, is null"},
    {"{\"item_viewed\":{}}", "item_viewed.sku: missing"},
    {"{\"item_viewed\":[]}", "item_viewed: must be an object, is an array"},
    {"{\"item_viewed\":{\"sku\":\"a\",\"sku\":\"a\"}}", "item_viewed.sku: given twice"},
    {"{\"item_viewed\":{\"sku\":\"a\",\"colour\":1}}",
        "item_viewed.colour: unknown field; known: sku"},
    {"{\"session\":\"0F\"}", "session: character 2 is not one of 0-9 a-f"},
    {"{\"session\":true}", "session: must be a string, is a boolean"},
    {"{\"n\":-1}", "n: -1, at least 0"},
    {"{\"n\":4611686018427387905}", "n: 4611686018427387905, at most 4611686018427387904"},
    {"{\"n\":9223372036854775808}", "n: more than 9223372036854775807"},
    {"{\"n\":-9223372036854775809}", "n: less than -9223372036854775808"},
    {"{\"n\":100000000000000000000000000}", "n: more than 9223372036854775807"},
    {"{\"n\":1.0}", "n: must be a whole number, without point or exponent"},
    {"{\"n\":1e3}", "n: must be a whole number, without point or exponent"},
    {"{\"n\":\"1\"}", "n: must be a whole number, is a string"},
    {"{\"cart_item_set\":{\"sku\":\"a\",\"units\":1000}}",
        "cart_item_set.units: 1000, at most 999"},
    {"{\"searched\":{\"results\":1000001}}", "searched.results: 1000001, at most 1000000"},
    {"{\"searched\":{\"results\":1,\"filters\":[\"a\",\"\"]}}",
        "searched.filters[1]: empty, at least 1 bytes"},
    {"{\"searched\":{\"results\":1,\"filters\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\","
     "\"9\","
     "\"10\",\"11\",\"12\",\"13\",\"14\",\"15\",\"16\",\"17\"]}}",
        "searched.filters: more than 16 items"},
    {"{\"searched\":{\"results\":1,\"filters\":\"a\"}}",
        "searched.filters: must be an array, is a string"},
    {"{\"recommendation_shown\":{\"list_id\":\"018f3e5c-7b1a-7000-8000-00000000000A\",\"skus\":["
     "\"a\"]}}",
        "recommendation_shown.list_id: must be a UUID: 8-4-4-4-12 hex digits, lower case"},
    {"{\"recommendation_shown\":{\"skus\":[]}}", "recommendation_shown.skus: 0 items, at least 1"},

    /* What is wrong with the whole. */
    {"{}", "the value: must set exactly one of item_viewed, searched, cart_item_set, "
           "recommendation_shown, recommendation_clicked; it sets 0"},
    {"{\"item_viewed\":{\"sku\":\"a\"},\"cart_item_set\":{\"sku\":\"a\",\"units\":1}}",
        "the value: must set exactly one of item_viewed, searched, cart_item_set, "
        "recommendation_shown, recommendation_clicked; it sets 2"},
    {"{\"item_viewed\":null}",
        "the value: must set exactly one of item_viewed, searched, cart_item_set, "
        "recommendation_shown, recommendation_clicked; it sets 0"},
    {"[]", "the value: must be an object, is an array"},
    {"{\"itemViewed\":1}",
        "itemViewed: unknown field; known: session, n, client_ms, item_viewed, searched, "
        "cart_item_set, recommendation_shown, recommendation_clicked"},
    /* A name that may be anything is not repeated. */
    {"{\"<b>x</b>\":1}",
        "the value: holds an unknown field; known: session, n, client_ms, item_viewed, searched, "
        "cart_item_set, recommendation_shown, recommendation_clicked"},

    /* What our edge sets. */
    {"{\"visitor\":\"00000000000000000000000000000000\"}", "visitor: is set by us; leave it out"},
    {"{\"envelope\":{}}", "envelope: is set by us; leave it out"},
    {"{\"learn\":true}", "learn: is set by us; leave it out"},

    /* What is no JSON. */
    {"", "byte 0: the text ends before a value"},
    {"{\"n\":01}", "byte 6: a number may not begin with 0"},
    {"{\"n\":+1}", "byte 5: not a JSON value"},
    {"{\"n\":-}", "byte 6: not a JSON value"},
    {"{\"n\":1.}", "byte 7: a digit must follow the point"},
    {"{\"n\":1e}", "byte 7: a digit must follow the exponent"},
    {"{\"n\":1,}", "byte 7: a member's name in quotes is expected"},
    {"{\"n\" 1}", "byte 5: a ':' is expected"},
    {"{\"n\":1", "byte 6: a ',' or '}' is expected"},
    {"{n:1}", "byte 1: a member's name in quotes is expected"},
    {"{\"session\":nul}", "byte 11: not a JSON value"},
    {"{\"session\":\"a\x01\"}", "byte 13: a control character inside a string must be escaped"},
    {"{\"session\":\"\xff\"}", "byte 12: a string must be UTF-8"},
    {"{\"session\":\"\xc0\x80\"}", "byte 12: a string must be UTF-8"},
    {"{\"session\":\"\xed\xa0\x80\"}", "byte 12: a string must be UTF-8"},
    {"{\"session\":\"\\u0000\"}", "byte 18: a string may not hold NUL"},
    {"{\"session\":\"\\ud800\"}", "byte 18: half a surrogate pair"},
    {"{\"session\":\"\\udc00\"}", "byte 18: half a surrogate pair"},
    {"{\"session\":\"\\ud800\\u0041\"}", "byte 24: half a surrogate pair"},
    {"{\"session\":\"\\u00g0\"}", "byte 14: \\u needs four hex digits"},
    {"{\"session\":\"\\x\"}", "byte 13: no escape of JSON's"},
    {"{\"session\":\"a", "byte 13: the text ends inside a string"},
    {"{\"session\":\"a\\", "byte 14: the text ends inside a string"},
    {"{\"session\":\"a\\u00", "byte 15: the text ends inside \\u"},
    {"{\"item_viewed\":{\"sku\":\"a\"}}{}", "byte 27: more text follows the value"},
    {"{\"searched\":{\"results\":1,\"filters\":[\"a\" \"b\"]}}",
        "byte 40: a ',' or ']' is expected"},
};

static void a_client_reads_what_to_change(void)
{
    struct activity value;

    begin();
    for (size_t i = 0; i < sizeof(activity_refused) / sizeof(activity_refused[0]); i++) {
        const struct refused *refused = &activity_refused[i];

        err.text[0] = '\0';
        EXPECT_I64(FY_REJECT,
            decode(&activity_schema, FY_JSON_CLIENT, fy_slice_of(refused->json), &value));
        EXPECT_TEXT(refused->message, fy_slice_of(err.text));
    }
    end();
}

#define CATEGORY(text) "{\"sku\":\"mug\",\"offer_stated\":{\"category\":\"" text "\"}}"
#define CATEGORY_BAD(at)                                                                           \
    "offer_stated.category: character " at " is not one of a-z 0-9 -, and single / between them"

static const struct refused supply_refused[] = {
    {CATEGORY("home/Mugs"), CATEGORY_BAD("6")},
    {CATEGORY("/home"), CATEGORY_BAD("1")},
    {CATEGORY("home/"), CATEGORY_BAD("5")},
    {CATEGORY("home//mugs"), CATEGORY_BAD("6")},
    {CATEGORY(""), "offer_stated.category: empty, at least 1 bytes"},
    {"{\"sku\":\"mug\",\"price_set\":{\"price\":{\"minor\":100,\"currency\":"
     "\"EURO\"}}}",
        "price_set.price.currency: 4 bytes, at most 3"},
    {"{\"sku\":\"mug\",\"price_set\":{\"price\":{\"minor\":100,\"currency\":"
     "\"EU\"}}}",
        "price_set.price.currency: 2 bytes, at least 3"},
    {"{\"sku\":\"mug\",\"price_set\":{\"price\":{\"minor\":100,\"currency\":"
     "\"EUr\"}}}",
        "price_set.price.currency: character 3 is not one of A-Z"},
    {"{\"sku\":\"mug\",\"price_set\":{\"price\":{\"minor\":0,\"currency\":"
     "\"EUR\"}}}",
        "price_set.price.minor: 0, at least 1"},
    {"{\"sku\":\"mug\",\"supplier\":\"acme\",\"stock_counted\":{\"units\":1}}",
        "supplier: is set by us; leave it out"},
};

static void a_supplier_reads_what_to_change(void)
{
    struct supply value;

    begin();
    for (size_t i = 0; i < sizeof(supply_refused) / sizeof(supply_refused[0]); i++) {
        EXPECT_I64(FY_REJECT,
            decode(&supply_schema, FY_JSON_CLIENT, fy_slice_of(supply_refused[i].json), &value));
        EXPECT_TEXT(supply_refused[i].message, fy_slice_of(err.text));
    }
    /* Our own tools must bring what an edge would have set. */
    EXPECT_I64(FY_REJECT,
        decode(&supply_schema, FY_JSON_TRUSTED,
            fy_slice_of("{\"sku\":\"mug\",\"supplier\":\"a\",\"stock_counted\":{\"units\":1}}"),
            &value));
    EXPECT_TEXT("envelope: missing", fy_slice_of(err.text));
    end();
}

static void what_a_client_leaves_out_has_its_default(void)
{
    struct activity value;
    static const char json[] = " {\"searched\" : {\"results\":\t3} ,\n\"n\":null, "
                               "\"session\":\"\\u0030\\u0061\"}\r\n";

    begin();
    EXPECT_I64(FY_OK,
        fy_json_decode(&activity_schema, FY_JSON_CLIENT, fy_slice_of(json), &arena, &value, &err));
    EXPECT_I64(true, value.learn);
    EXPECT_I64(false, value.has_n);
    EXPECT_I64(false, value.has_client_ms);
    EXPECT_TEXT(NULL, value.visitor);
    EXPECT_TEXT(NULL, value.envelope.event_id);
    EXPECT_TEXT("0a", value.session);
    EXPECT_I64(0, value.searched->filters.count);
    EXPECT_I64(3, value.searched->results);
    end();
}

static void escapes_become_the_characters_they_are(void)
{
    static const char json[] =
        "{\"sku\":\"mug\",\"product_listed\":{\"title\":"
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00fc\\u20ac\\ud83d\\ude00\xc3\xbc!\","
        "\"price\":{\"minor\":1,\"currency\":\"EUR\"}}}";
    struct supply value;
    struct fy_slice back;

    begin();
    EXPECT_I64(FY_OK,
        fy_json_decode(&supply_schema, FY_JSON_CLIENT, fy_slice_of(json), &arena, &value, &err));
    EXPECT_TEXT("\"\\/\b\f\n\r\t\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80\xc3\xbc!",
        value.product_listed->title);
    EXPECT_TEXT(NULL, value.product_listed->brand);
    EXPECT_I64(FY_OK, fy_json_encode(&supply_schema, &value, &arena, &back, &err));
    EXPECT_CONTAINS(
        "\"title\":\"\\\"\\\\/\\b\\f\\n\\r\\t\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80\xc3\xbc!\"",
        back);
    end();
}

/* Topics are not ours alone: what is no UTF-8 there must not break the JSON of whoever shows it. */
static void bytes_that_are_no_text_become_replacement_characters(void)
{
    struct dead_letter value = {
        .topic = {(const uint8_t *)"a\xff\xe2\x82\x01\x00z", 7},
        .key = fy_slice_of("\xff\x00\x01"),
        .value = {(const uint8_t *)"", 0},
    };
    struct fy_slice json;

    begin();
    EXPECT_I64(FY_OK, fy_json_encode(&dead_letter_schema, &value, &arena, &json, &err));
    EXPECT_TEXT(
        "{\"topic\":\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\\u0001\xef\xbf\xbdz\",\"partition\":0,"
        "\"offset\":0,\"append_ms\":0,\"reason\":\"\",\"key\":\"/w==\",\"value\":\"\","
        "\"left_out\":false}",
        json);
    end();
}

static const struct refused base64_refused[] = {
    {"\"QQ=\"", "key: must be base64 with padding"},
    {"\"QQ\"", "key: must be base64 with padding"},
    {"\"QR==\"", "key: must be base64 with padding"},
    {"\"Q===\"", "key: must be base64 with padding"},
    {"\"=QQ=\"", "key: must be base64 with padding"},
    {"\"QUI-\"", "key: must be base64 with padding"},
    {"7", "key: must be a string of base64, is a number"},
};

static void bytes_are_base64_in_its_one_form(void)
{
    static const char form[] = "{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"append_ms\":0,"
                               "\"reason\":\"\",\"key\":%s}";
    struct dead_letter value;

    begin();
    for (size_t i = 0; i < sizeof(base64_refused) / sizeof(base64_refused[0]); i++) {
        struct fy_slice json = fy_arena_format(&arena, form, base64_refused[i].json);

        EXPECT_I64(FY_REJECT, decode(&dead_letter_schema, FY_JSON_TRUSTED, json, &value));
        EXPECT_TEXT(base64_refused[i].message, fy_slice_of(err.text));
    }
    EXPECT_I64(FY_OK, fy_json_decode(&dead_letter_schema, FY_JSON_TRUSTED,
                          fy_arena_format(&arena, form, "\"QUI=\""), &arena, &value, &err));
    EXPECT_TEXT("AB", value.key);
    end();
}

static void changed_text_never_does_harm(void)
{
    struct random random = {.state = 12};
    int refused = 0;

    begin();
    for (size_t i = 0; i < fy_schemas_count; i++) {
        for (int j = 0; j < 1000; j++) {
            const struct fy_schema *schema = fy_schemas[i];
            struct fy_slice json = {0};
            const struct fy_slice *elements;
            size_t count;
            uint8_t *text;
            void *back;

            fy_arena_clear(&arena);
            back = fy_arena_alloc(&arena, schema->size);
            EXPECT_I64(FY_OK,
                fy_json_encode(schema, value_new(&random, schema, &arena), &arena, &json, &err));
            text = (uint8_t *)json.data;
            text[random_below(&random, json.size)] = (uint8_t)random_next(&random);
            text[random_below(&random, json.size)] =
                (uint8_t) "{}[]\",:\\0n"[random_below(&random, 10)];
            json.size -= (size_t)random_below(&random, 3);
            refused += decode(schema, FY_JSON_TRUSTED, json, back) != FY_OK;
            /* Whatever is no JSON to the first is no JSON to the second. */
            if (fy_json_elements(json, &arena, 9, &elements, &count, &err) == FY_OK && count == 1 &&
                decode(schema, FY_JSON_TRUSTED, elements[0], back) != FY_OK)
                EXPECT_I64(true, strncmp(err.text, "byte ", 5) != 0);
        }
    }
    EXPECT_I64(true, refused > 1000);
    end();
}

static void an_array_is_split_and_an_object_is_one(void)
{
    const struct fy_slice *elements;
    size_t count;

    begin();
    EXPECT_I64(FY_OK,
        fy_json_elements(fy_slice_of(" [ {\"a\":[1,{\"b\":\"]}\\\"\"}]} ,{},\"x\", -1.5e+3 ] "),
            &arena, 4, &elements, &count, &err));
    EXPECT_I64(4, count);
    EXPECT_TEXT("{\"a\":[1,{\"b\":\"]}\\\"\"}]}", elements[0]);
    EXPECT_TEXT("{}", elements[1]);
    EXPECT_TEXT("\"x\"", elements[2]);
    EXPECT_TEXT("-1.5e+3", elements[3]);

    EXPECT_I64(
        FY_OK, fy_json_elements(fy_slice_of("\n{\"a\":1}"), &arena, 1, &elements, &count, &err));
    EXPECT_I64(1, count);
    EXPECT_TEXT("{\"a\":1}", elements[0]);
    EXPECT_I64(FY_OK, fy_json_elements(fy_slice_of("[]"), &arena, 1, &elements, &count, &err));
    EXPECT_I64(0, count);
    end();
}

static const struct refused elements_refused[] = {
    {"[1,2,3,4,5]", "byte 10: more than 4 elements"},
    {"", "byte 0: the body is empty; an object or an array of objects is expected"},
    {"  ", "byte 2: the body is empty; an object or an array of objects is expected"},
    {"7", "byte 0: an object or an array of objects is expected, found a number"},
    {"[1,]", "byte 3: not a JSON value"},
    {"[1 2]", "byte 3: a ',' or ']' is expected"},
    {"[1", "byte 2: a ',' or ']' is expected"},
    {"[1,", "byte 3: the text ends before a value"},
    {"[1]]", "byte 3: more text follows the value"},
    {"{\"a\":tru}", "byte 5: not a JSON value"},
    {"{\"a\":\"\\ud800x\"}", "byte 12: half a surrogate pair"},
    {"{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "byte 36: nested deeper than 32 levels"},
};

static void what_is_no_array_of_json_is_refused(void)
{
    const struct fy_slice *elements;
    size_t count;

    begin();
    for (size_t i = 0; i < sizeof(elements_refused) / sizeof(elements_refused[0]); i++) {
        EXPECT_I64(FY_REJECT, fy_json_elements(fy_slice_of(elements_refused[i].json), &arena, 4,
                                  &elements, &count, &err));
        EXPECT_TEXT(elements_refused[i].message, fy_slice_of(err.text));
    }
    end();
}

static void an_error_of_an_element_says_which(void)
{
    struct activity value;

    begin();
    EXPECT_I64(FY_REJECT,
        decode(&activity_schema, FY_JSON_CLIENT, fy_slice_of("{\"item_viewed\":{}}"), &value));
    fy_json_err_element(&err, 3);
    EXPECT_TEXT("[3].item_viewed.sku: missing", fy_slice_of(err.text));
    EXPECT_I64(FY_REJECT, decode(&activity_schema, FY_JSON_CLIENT, fy_slice_of("7"), &value));
    fy_json_err_element(&err, 0);
    EXPECT_TEXT("[0]: the value: must be an object, is a number", fy_slice_of(err.text));
    end();
}

static void a_member_is_found_among_others(void)
{
    struct fy_slice text;

    begin();
    EXPECT_I64(FY_OK, fy_json_member(fy_slice_of("{\"a\":{\"key\":1}, \"key\" : [2] }"), "key",
                          &arena, &text, &err));
    EXPECT_TEXT("[2]", text);
    EXPECT_I64(FY_OK, fy_json_member(fy_slice_of("{\"a\":1}"), "key", &arena, &text, &err));
    EXPECT_TEXT(NULL, text);
    EXPECT_I64(FY_REJECT,
        fy_json_member(fy_slice_of("{\"key\":1,\"key\":2}"), "key", &arena, &text, &err));
    EXPECT_TEXT("byte 16: \"key\" is there twice", fy_slice_of(err.text));
    EXPECT_I64(FY_REJECT, fy_json_member(fy_slice_of("[]"), "key", &arena, &text, &err));
    EXPECT_TEXT("byte 0: an object is expected, found an array", fy_slice_of(err.text));
    end();
}

struct visited {
    char text[256];
    const char *refuse;
};

static bool visit(struct fy_slice sku, void *context)
{
    struct visited *visited = context;
    size_t used = strlen(visited->text);

    (void)snprintf(visited->text + used, sizeof(visited->text) - used, "%.*s ", FY_SLICE_ARG(sku));
    return visited->refuse == NULL || !fy_slice_equal(sku, fy_slice_of(visited->refuse));
}

static void every_sku_of_a_value_is_visited(void)
{
    static const char shown[] =
        "{\"recommendation_shown\":{\"list_id\":\"018f3e5c-7b1a-7000-8000-00000000000a\","
        "\"skus\":[\"mug\",\"cup\",\"pot\"]}}";
    struct visited visited = {0};
    struct activity value;

    begin();
    EXPECT_I64(FY_OK,
        fy_json_decode(&activity_schema, FY_JSON_CLIENT, fy_slice_of(shown), &arena, &value, &err));
    EXPECT_I64(FY_OK, fy_codec_each_sku(&activity_schema, &value, visit, &visited, &err));
    EXPECT_TEXT("mug cup pot ", fy_slice_of(visited.text));

    visited = (struct visited){.refuse = "cup"};
    EXPECT_I64(FY_REJECT, fy_codec_each_sku(&activity_schema, &value, visit, &visited, &err));
    EXPECT_TEXT("recommendation_shown.skus[1]", fy_slice_of(err.text));
    EXPECT_TEXT("mug cup ", fy_slice_of(visited.text));

    visited = (struct visited){.refuse = "mug"};
    EXPECT_I64(
        FY_OK, fy_json_decode(&activity_schema, FY_JSON_CLIENT,
                   fy_slice_of("{\"item_viewed\":{\"sku\":\"mug\"}}"), &arena, &value, &err));
    EXPECT_I64(FY_REJECT, fy_codec_each_sku(&activity_schema, &value, visit, &visited, &err));
    EXPECT_TEXT("item_viewed.sku", fy_slice_of(err.text));
    end();
}

static CU_TestInfo tests[] = {
    TEST(every_schema_comes_back_from_its_json),
    TEST(a_client_reads_what_to_change),
    TEST(a_supplier_reads_what_to_change),
    TEST(what_a_client_leaves_out_has_its_default),
    TEST(escapes_become_the_characters_they_are),
    TEST(bytes_that_are_no_text_become_replacement_characters),
    TEST(bytes_are_base64_in_its_one_form),
    TEST(changed_text_never_does_harm),
    TEST(an_array_is_split_and_an_object_is_one),
    TEST(what_is_no_array_of_json_is_refused),
    TEST(an_error_of_an_element_says_which),
    TEST(a_member_is_found_among_others),
    TEST(every_sku_of_a_value_is_visited),
};

TEST_MAIN(json, tests)
