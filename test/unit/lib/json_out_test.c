#include "lib/json_out.h"
#include "test/expect.h"
#include "test/run.h"

static struct fy_arena arena;

static void expect_out(const char *want, struct fy_json_out *out)
{
    struct fy_slice json;

    CU_ASSERT_TRUE_FATAL(fy_json_out_done(out, &json));
    if (!fy_slice_equal(json, fy_slice_of(want)))
        (void)printf("\n    want %s\n    got  %.*s\n", want, FY_SLICE_ARG(json));
    CU_ASSERT_TRUE(fy_slice_equal(json, fy_slice_of(want)));
    fy_arena_done(&arena);
}

static void writes_nested_values_with_commas_between_them(void)
{
    struct fy_json_out out;

    fy_arena_init(&arena, 1 << 20);
    fy_json_out_init(&out, &arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "a", fy_slice_of("x"));
    fy_json_out_member_text(&out, "none", (struct fy_slice){0});
    fy_json_out_name(&out, "list");
    fy_json_out_array(&out);
    fy_json_out_int(&out, INT64_MIN);
    fy_json_out_bool(&out, true);
    fy_json_out_object(&out);
    fy_json_out_object_end(&out);
    fy_json_out_array(&out);
    fy_json_out_array_end(&out);
    fy_json_out_null(&out);
    fy_json_out_array_end(&out);
    fy_json_out_member_int(&out, "n", 7);
    fy_json_out_object_end(&out);
    expect_out(
        "{\"a\":\"x\",\"none\":null,\"list\":[-9223372036854775808,true,{},[],null],\"n\":7}",
        &out);
}

/* A title is a supplier's: it must leave neither the string nor, in a page, the text. */
static void escapes_what_would_end_a_string_or_a_tag(void)
{
    struct fy_json_out out;

    fy_arena_init(&arena, 1 << 20);
    fy_json_out_init(&out, &arena);
    fy_json_out_text(&out, fy_slice_of("\"\\\n\r\t\x01</b>& \xc3\xa4"));
    expect_out("\"\\\"\\\\\\n\\r\\t\\u0001\\u003c/b\\u003e\\u0026 \xc3\xa4\"", &out);
}

/* Words that were cut to fit end in half a character now and then; whoever reads them must not fail
 * on it. */
static void what_is_no_utf8_does_not_get_out(void)
{
    struct fy_json_out out;

    fy_arena_init(&arena, 1 << 20);
    fy_json_out_init(&out, &arena);
    fy_json_out_text(
        &out, fy_slice_of("m\xc3\xbcg \xf0\x9f\x98\x80 \xe2\x82 \xff\xed\xa0\x80 \xc3"));
    expect_out("\"m\xc3\xbcg \xf0\x9f\x98\x80 \xef\xbf\xbd\xef\xbf\xbd "
               "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd \xef\xbf\xbd\"",
        &out);
}

static void grows_over_many_blocks(void)
{
    struct fy_json_out out;
    struct fy_slice json;

    fy_arena_init(&arena, 1 << 20);
    fy_json_out_init(&out, &arena);
    fy_json_out_array(&out);
    for (int i = 0; i < 20000; i++)
        fy_json_out_int(&out, 1000000 + i);
    fy_json_out_array_end(&out);
    CU_ASSERT_TRUE_FATAL(fy_json_out_done(&out, &json));
    EXPECT_I64(1 + 20000 * 8, json.size);
    EXPECT_I64(0, memcmp(json.data, "[1000000,1000001,", 17));
    EXPECT_I64(0, memcmp(json.data + json.size - 9, ",1019999]", 9));
    fy_arena_done(&arena);
}

static void says_when_it_does_not_fit(void)
{
    struct fy_json_out out;
    struct fy_slice json;

    fy_arena_init(&arena, 4096);
    fy_json_out_init(&out, &arena);
    fy_json_out_array(&out);
    for (int i = 0; i < 2000; i++)
        fy_json_out_int(&out, i);
    fy_json_out_array_end(&out);
    CU_ASSERT_FALSE(fy_json_out_done(&out, &json));
    fy_arena_done(&arena);
}

static CU_TestInfo tests[] = {
    TEST(writes_nested_values_with_commas_between_them),
    TEST(escapes_what_would_end_a_string_or_a_tag),
    TEST(what_is_no_utf8_does_not_get_out),
    TEST(grows_over_many_blocks),
    TEST(says_when_it_does_not_fit),
};

TEST_MAIN(lib.json_out, tests)
