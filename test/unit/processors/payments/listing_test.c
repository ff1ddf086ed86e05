/*
 * Looks through the provider's list: what pages they ask for, and what whom they tell. There is no
 * log and no store: payments are in hand, and their keys used up.
 */
#include "processors/payments/core.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOW_S = 1700000000, BODY = 64 * 1024 };

static struct payments *payments;
static struct provider_call asked;
static uint64_t token;
static int calls;
static int64_t now_ms;

static bool write_nothing(
    void *context, struct fy_slice key, struct fy_slice value, uint64_t write_token)
{
    (void)context;
    (void)key;
    (void)value;
    (void)write_token;
    return false;
}

static void note_call(void *context, const struct provider_call *call, uint64_t call_token)
{
    (void)context;
    asked = *call;
    token = call_token;
    calls++;
}

static void open_with(int pages_max)
{
    const struct payments_config config = {
        .instance = "1", .list_pages_max = pages_max, .write = write_nothing, .call = note_call};
    struct fy_err err;

    if (fy_ids_init(&err) != FY_OK || payments_new(&config, NULL, &payments, &err) != FY_OK)
        abort();
    calls = 0;
    now_ms = 1000LL * NOW_S;
}

/* Its key is used up, and in use since so many seconds. */
static struct live *asks(const char *name, int64_t key_age_s)
{
    struct payment payment = {.key_ms = now_ms - 1000 * key_age_s};
    struct live *live = live_add(payments, name);

    live->used_up = true;
    listing_ask(payments, live, &payment, now_ms);
    return live;
}

static void step(void)
{
    listing_step(payments, now_ms);
}

static void answers(int status, const char *body)
{
    const struct provider_answer answer = {
        .fate = PROVIDER_ANSWERED, .status = status, .body = fy_slice_of(body)};

    CU_ASSERT(listing_is(token));
    listing_answered(payments, token, &answer, now_ms);
}

/* An intent, as the list has it: of a payment, so many seconds old. */
static const char *intent(const char *id, const char *payment, const char *status, int age_s)
{
    static char texts[8][256];
    static int at;
    char *text = texts[at++ % 8];

    (void)snprintf(text, sizeof(texts[0]),
        "{\"id\":\"%s\",\"status\":\"%s\",\"created\":%d,\"metadata\":{%s%s%s}}", id, status,
        NOW_S - age_s, payment != NULL ? "\"payment\":\"" : "", payment != NULL ? payment : "",
        payment != NULL ? "\"" : "");
    return text;
}

static void page(bool more, const char *one, const char *two)
{
    static char body[BODY];

    (void)snprintf(body, sizeof(body), "{\"object\":\"list\",\"has_more\":%s,\"data\":[%s%s%s]}",
        more ? "true" : "false", one, two[0] != '\0' ? "," : "", two);
    answers(200, body);
}

/* In a storm hundreds ask: they are answered by as many calls as the list has pages. */
static void one_look_answers_all_that_ask(void)
{
    struct live *lives[300];
    char name[16];

    open_with(0);
    for (int i = 0; i < 300; i++) {
        (void)snprintf(name, sizeof(name), "p/%d", i);
        lives[i] = asks(name, 100 + i);
    }
    step();
    EXPECT_TEXT("/v1/payment_intents?limit=100&created%5Bgte%5D=1699999541",
        fy_slice_of(asked.path)); /* Since a minute before the oldest. */
    page(true, intent("pi_9", "p/7", "requires_capture", 5), intent("pi_8", "p/0", "canceled", 6));
    EXPECT_I64(LISTED_FOUND, lives[7]->listed);
    EXPECT_TEXT("pi_9", fy_slice_of(lives[7]->found));
    EXPECT_I64(now_ms, lives[7]->next_ms);
    EXPECT_I64(LISTED_FOUND, lives[0]->listed);
    EXPECT_I64(LISTED_IN, lives[1]->listed);
    step();
    EXPECT_TEXT("/v1/payment_intents?limit=100&created%5Bgte%5D=1699999541&starting_after=pi_8",
        fy_slice_of(asked.path));
    page(false, intent("pi_7", "p/299", "requires_action", 400), "");
    EXPECT_I64(LISTED_FOUND, lives[299]->listed);
    EXPECT_I64(LISTED_ABSENT, lives[1]->listed);
    EXPECT_I64(LISTED_ABSENT, lives[298]->listed);
    EXPECT_I64(now_ms, lives[298]->next_ms);
    step();
    EXPECT_I64(2, calls);
    EXPECT_I64(0, payments_in_flight(payments));
    EXPECT_I64(INT64_MAX, listing_next_ms(payments));
    payments_free(payments);
}

/* What it did may stand on pages that this look has passed. */
static void who_asks_later_is_in_the_next_look(void)
{
    struct live *first, *later;

    open_with(0);
    first = asks("first/1", 10);
    step();
    later = asks("later/1", 20);
    page(true, intent("pi_2", "x/1", "requires_capture", 1), "");
    EXPECT_I64(LISTED_IN, first->listed);
    EXPECT_I64(LISTED_ASKS, later->listed);
    step();
    page(false, intent("pi_1", "later/1", "requires_capture", 9), "");
    EXPECT_I64(LISTED_ABSENT, first->listed);
    EXPECT_I64(LISTED_ASKS, later->listed);
    step();
    EXPECT_I64(3, calls);
    CU_ASSERT(strstr(asked.path, "starting_after") == NULL);
    page(false, intent("pi_1", "later/1", "requires_capture", 9), "");
    EXPECT_I64(LISTED_FOUND, later->listed);
    payments_free(payments);
}

/* One that is hours old makes the list long for itself alone. */
static void each_waits_for_its_own_place_alone(void)
{
    struct live *fresh, *old;

    open_with(0);
    old = asks("old/1", 9000);
    fresh = asks("fresh/1", 30);
    step();
    page(true, intent("pi_2", "x/1", "succeeded", 90), ""); /* Its clock may be a minute off. */
    EXPECT_I64(LISTED_IN, fresh->listed);
    step();
    page(true, intent("pi_1", "x/2", "succeeded", 91), "");
    EXPECT_I64(LISTED_ABSENT, fresh->listed);
    EXPECT_I64(LISTED_IN, old->listed);
    payments_free(payments);
}

/* An account is of other programs too: theirs have no name of ours, and the page goes on. */
static void strangers_stand_in_the_list(void)
{
    struct live *live;

    open_with(0);
    live = asks("ours/1", 10);
    step();
    page(true, intent("pi_3", NULL, "requires_confirmation", 1), "");
    EXPECT_I64(LISTED_IN, live->listed);
    step();
    CU_ASSERT(strstr(asked.path, "&starting_after=pi_3") != NULL);
    page(true, intent("pi_2", NULL, "processing", 2),
        intent("pi_1", "ours/1", "requires_capture", 3));
    EXPECT_I64(LISTED_FOUND, live->listed);
    EXPECT_TEXT("pi_1", fy_slice_of(live->found));
    payments_free(payments);
}

/* A promise is worth more than a no, wherever it stands. */
static void of_several_the_furthest_is_found(void)
{
    struct live *live;

    open_with(0);
    live = asks("ours/1", 10);
    step();
    page(false, intent("pi_2", "ours/1", "canceled", 1),
        intent("pi_1", "ours/1", "requires_capture", 2));
    EXPECT_TEXT("pi_1", fy_slice_of(live->found));
    payments_free(payments);
}

static void a_list_too_long_is_searched(void)
{
    struct live *live;

    open_with(2);
    live = asks("ours/1", 10);
    step();
    page(true, intent("pi_2", "x/1", "succeeded", 1), "");
    step();
    page(true, intent("pi_1", "x/2", "succeeded", 2), "");
    EXPECT_I64(LISTED_BEYOND, live->listed);
    step();
    EXPECT_I64(2, calls);
    payments_free(payments);
}

/* The same page once more, and later. */
static void a_page_that_does_not_come_is_asked_for_again(void)
{
    static const struct {
        int status;
        const char *body;
    } rows[] = {{500, ""}, {429, ""}, {401, ""}, {200, "{\"has_more\":true,\"data\":[]}"},
        {200, "{\"data\":[]}"}, {200, "{\"has_more\":false,\"data\":[{}]}"}, {200, "half a"}};
    struct live *live;

    open_with(0);
    live = asks("ours/1", 10);
    step();
    page(true, intent("pi_2", "x/1", "succeeded", 1), "");
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        step();
        EXPECT_I64((int64_t)i + 2, calls);
        CU_ASSERT(strstr(asked.path, "&starting_after=pi_2") != NULL);
        answers(rows[i].status, rows[i].body);
        EXPECT_I64(LISTED_IN, live->listed);
        CU_ASSERT(listing_next_ms(payments) > now_ms);
        step();
        EXPECT_I64((int64_t)i + 2, calls);
        now_ms += 20000;
    }
    payments_free(payments);
}

/* All rows are made anew: an answer to what was asked before is nobody's. */
static void a_look_ends_with_what_it_was_for(void)
{
    struct live *live;
    uint64_t old;

    open_with(0);
    (void)asks("ours/1", 10);
    step();
    old = token;
    live_clear(payments);
    live = asks("ours/1", 10);
    step();
    EXPECT_I64(2, calls);
    EXPECT_I64(1, payments_in_flight(payments));
    CU_ASSERT(token != old);
    token = old;
    page(false, intent("pi_1", "x/1", "succeeded", 1), "");
    EXPECT_I64(LISTED_IN, live->listed);
    EXPECT_I64(1, payments_in_flight(payments));
    payments_free(payments);
}

static const CU_TestInfo tests[] = {
    TEST(one_look_answers_all_that_ask),
    TEST(who_asks_later_is_in_the_next_look),
    TEST(each_waits_for_its_own_place_alone),
    TEST(strangers_stand_in_the_list),
    TEST(of_several_the_furthest_is_found),
    TEST(a_list_too_long_is_searched),
    TEST(a_page_that_does_not_come_is_asked_for_again),
    TEST(a_look_ends_with_what_it_was_for),
};

TEST_MAIN(listing, tests)
