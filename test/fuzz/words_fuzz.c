/*
 * The small things that clients say, each by its first byte: a place (Fy-After), a visitor's
 * cookie, a number, a flag and a key of a query, an Idempotency-Key, and tap's times and
 * conditions. What is taken is within its limits; a place has one way to be written.
 */
#include "api/answer.h"
#include "infra/tools/tap/tap.h"
#include "lib/ids.h"
#include "producers/idempotency.h"
#include "schemas/generated/activity.h"
#include "test/fuzz/fuzz.h"

static void place(struct fy_slice text)
{
    struct fy_place found;

    if (!fy_place_parse(text, &found))
        return;
    fuzz_pause();
    fuzz_must(fy_slice_equal(text, fy_place_text(&fuzz_other, &found)),
        "a place has one way to be written");
}

static void visitor(struct fy_slice text)
{
    static const uint8_t key[FY_MAC_KEY_BYTES] = {1, 2, 3};
    struct fy_slice found = {0};
    char again[FY_COOKIE_TEXT + 1];

    if (!fy_visitor_check(key, text, &found))
        return;
    fuzz_must(found.size == FY_VISITOR_TEXT, "a visitor is 32 digits");
    fy_visitor_cookie(key, found, again);
    fuzz_must(fy_slice_equal(text, fy_slice_of(again)), "nobody else writes a cookie of ours");
}

static void query(struct fy_slice text)
{
    struct api_answer answer;
    struct fy_slice key;
    bool flag;
    int number;

    if (query_int(text, "limit", 1, 100, 20, &number, &answer))
        fuzz_must(number >= 1 && number <= 100, "a number is within its limits");
    if (query_key(text, "after", &key, &answer))
        fuzz_must(key.data == NULL || (key.size >= 1 && key.size <= 64), "a key is 1 .. 64 bytes");
    (void)!query_flag(text, "all", &flag, &answer);
}

static void idempotency(struct fy_slice text)
{
    static struct idempotency *known;
    struct fy_slice body = fy_slice_of("{}");

    fuzz_pause(); /* A table of one size, kept from input to input. */
    if (known == NULL)
        known = idempotency_new(64);
    fuzz_resume();
    (void)idempotency_take(known, text, "fuzz", text, body);
    fuzz_must(idempotency_take(known, text, "fuzz", text, body), "the same body is the same body");
    fuzz_must(!idempotency_take(known, text, "fuzz", text, fy_slice_of("[]")),
        "another body is another body");
}

static void tap(struct fy_slice text)
{
    static const char json[] =
        "{\"envelope\":{\"root\":\"a\"},\"item_viewed\":{\"sku\":\"mug\"},\"n\":7}";
    char *copy = (char *)fy_arena_copy(&fuzz_arena, text).data;
    struct tap_condition condition;
    struct fy_err err;
    int64_t ms;

    if (tap_time(copy, 1767225600000, &ms))
        (void)tap_time_text(ms, &fuzz_arena);
    if (tap_condition_read(&activity_schema, copy, &fuzz_arena, &condition, &err) == FY_OK)
        (void)tap_matches(&condition, fy_slice_of(json), &fuzz_arena);
}

static void words(struct fy_slice input)
{
    static void (*const readers[])(struct fy_slice) = {place, visitor, query, idempotency, tap};
    struct fy_slice text = {input.data + 1, input.size - 1};

    if (input.size > 0)
        readers[(input.data[0] - '0') % 5U](text);
}

FUZZ_TARGET(words,
    "0activity-3-1234",
    "0stock-levels-0-9223372036854775807",
    "100112233445566778899aabbccddeeff.00112233445566778899aabbccddeeff",
    "2100",
    "2mug-blue-0.3l",
    "3d9b7a3a0-key",
    "42026-11-25T12:00:30Z",
    "4-10m",
    "4item_viewed.sku=mug",
    "4envelope.root=null")
