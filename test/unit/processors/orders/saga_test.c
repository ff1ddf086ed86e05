/* The table: every pair of state and input once; and stories that go through it. */
#include "processors/orders/decide.h"
#include "test/run.h"
#include "test/unit/processors/orders/story.h"

static const char *const states[] = {"NONE", "HOLDING", "PAYING", "ACTION_REQUIRED", "COMMITTING",
    "CAPTURING", "CONFIRMED", "CLOSED", "REFUSED", "CANCELLED"};
enum { STATES = sizeof(states) / sizeof(states[0]) };

/* A newcomer finds every pair, and finds it once: a rule, or why it cannot be. */
static void every_pair_stands_in_the_table_once(void)
{
    int rules = 0, nevers = 0;

    for (int state = 0; state < STATES; state++) {
        for (int input = 0; input < SAGA_INPUT_COUNT; input++) {
            struct saga_cell cell = saga_cell((enum order_state)state, (enum saga_input)input);

            EXPECT_I64(1, cell.count);
            CU_ASSERT_TRUE(cell.words != NULL && cell.words[0] != '\0');
            rules += cell.rule != NULL;
            nevers += cell.rule == NULL;
        }
    }
    EXPECT_I64(STATES * SAGA_INPUT_COUNT, rules + nevers);
    CU_ASSERT_TRUE(rules > 100 && nevers > 50);
}

/* A state that a rule leads to is named in the table, or it stays. */
static void expect_named(const struct story *story, enum order_state before)
{
    enum order_state now = story->order.row.standing.state;
    struct saga_cell cell = saga_cell(before, story->kind);

    CU_ASSERT_TRUE(cell.rule != NULL);
    if (now != before && strstr(cell.next, states[now]) == NULL) {
        char text[128];

        (void)snprintf(text, sizeof(text), "%s became %s by input %d, the table says \"%s\"",
            states[before], states[now], (int)story->kind, cell.next);
        CU_assertImplementation(CU_FALSE, __LINE__, text, __FILE__, "", CU_FALSE);
    }
}

static const struct {
    const char *steps;
    enum order_state state;
    const char *reason, *operator;
    const char *asks;
    int64_t captured, owed, refunded;
} stories[] = {
    /* The short way. */
    {"p", ORDER_STATE_HOLDING, NULL, NULL, "hold0 hold1", 0, 0, 0},
    {"p h0", ORDER_STATE_HOLDING, NULL, NULL, "hold1", 0, 0, 0},
    {"p h0 h1", ORDER_STATE_PAYING, NULL, NULL, "authorise", 0, 0, 0},
    {"p h0 h1 A", ORDER_STATE_COMMITTING, NULL, NULL, "commit0 commit1", 0, 0, 0},
    {"p h0 h1 A c0", ORDER_STATE_COMMITTING, NULL, NULL, "commit1", 0, 0, 0},
    {"p h0 h1 A c0 c1", ORDER_STATE_CAPTURING, NULL, NULL, "capture", 0, 0, 0},
    {"p h0 h1 A c0 c1 C", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    /* And 3-D Secure on it; the second url is another one, the time is extended once. */
    {"p h0 h1 3", ORDER_STATE_ACTION_REQUIRED, NULL, NULL, "", 0, 0, 0},
    {"p h0 h1 3 3 A", ORDER_STATE_COMMITTING, NULL, NULL, "commit0 commit1", 0, 0, 0},
    {"p h0 h1 3 t", ORDER_STATE_CANCELLED, "not_paid", NULL, "release0 release1 void", 0, 0, 0},
    {"p h0 h1 3 D", ORDER_STATE_REFUSED, "payment_declined", NULL, "release0 release1", 0, 0, 0},
    /* Sold out: the customer hears of all lines at once. */
    {"p x0", ORDER_STATE_HOLDING, NULL, NULL, "hold1", 0, 0, 0},
    {"p x0 h1", ORDER_STATE_REFUSED, "sold_out", NULL, "release1", 0, 0, 0},
    {"p h0 x1", ORDER_STATE_REFUSED, "sold_out", NULL, "release0", 0, 0, 0},
    {"p x0 x1", ORDER_STATE_REFUSED, "sold_out", NULL, "", 0, 0, 0},
    {"p x0 h1 f1", ORDER_STATE_REFUSED, "sold_out", NULL, "", 0, 0, 0},
    /* Another sum than was shown. */
    {"p h0l h1", ORDER_STATE_REFUSED, "total_differs", NULL, "release0 release1", 0, 0, 0},
    {"p h0d h1", ORDER_STATE_REFUSED, "total_differs", NULL, "release0 release1", 0, 0, 0},
    /* Not paid. */
    {"p h0 h1 D", ORDER_STATE_REFUSED, "payment_declined", NULL, "release0 release1", 0, 0, 0},
    {"p h0 h1 E", ORDER_STATE_REFUSED, "payment_declined", NULL, "release0 release1", 0, 0, 0},
    {"p h0 t t t t", ORDER_STATE_HOLDING, NULL, "unanswered", "hold1", 0, 0, 0},
    {"p h0 t t t t t", ORDER_STATE_CANCELLED, "not_paid", "unanswered", "release0 release1", 0, 0,
        0},
    {"p h0 t t t t h1", ORDER_STATE_PAYING, NULL, "unanswered", "authorise", 0, 0, 0},
    {"p h0 t t t t h1 3", ORDER_STATE_ACTION_REQUIRED, NULL, NULL, "", 0, 0, 0},
    /* Cancelled on the way. */
    {"p k", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1", 0, 0, 0},
    {"p h0 h1 k", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 void", 0, 0, 0},
    {"p h0 h1 k V f0 f1", ORDER_STATE_CANCELLED, "customer", NULL, "", 0, 0, 0},
    {"p h0 h1 3 k", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 void", 0, 0, 0},
    {"p h0 h1 A c0 k", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 void", 0, 0, 0},
    {"p h0 h1 A c0 c1 k", ORDER_STATE_CAPTURING, NULL, NULL, "capture", 0, 0, 0},
    {"p h0 h1 A c0 c1 k C", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 refund",
        1300, 0, 0},
    {"p h0 h1 kA", ORDER_STATE_PAYING, NULL, NULL, "authorise", 0, 0, 0},
    {"p k k", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1", 0, 0, 0},
    /* Late success behind a release is void; late money goes back. */
    {"p h0 h1 k V A", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 void", 0, 0, 0},
    {"p h0 h1 k C", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 refund", 1300, 0,
        0},
    {"p h0 h1 k f0 f1 C R", ORDER_STATE_CANCELLED, "customer", NULL, "", 1300, 0, 1300},
    {"p h0 h1 k 3", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 void", 0, 0, 0},
    /* A hold is lost: held again once, at no higher price; the second time all is void. */
    {"p h0 g0", ORDER_STATE_HOLDING, NULL, NULL, "hold0 hold1", 0, 0, 0},
    {"p h0 g0 h0 g0", ORDER_STATE_REFUSED, "sold_out", NULL, "release0 release1", 0, 0, 0},
    {"p h0 h1 g0", ORDER_STATE_PAYING, NULL, NULL, "hold0 authorise", 0, 0, 0},
    {"p h0 h1 g0 h0o", ORDER_STATE_PAYING, NULL, NULL, "authorise", 0, 0, 0},
    {"p h0 h1 g0 x0", ORDER_STATE_CANCELLED, "sold_out", NULL, "release1 void", 0, 0, 0},
    {"p h0 h1 g0 h0d", ORDER_STATE_CANCELLED, "sold_out", NULL, "release0 release1 void", 0, 0, 0},
    {"p h0 h1 g0 A", ORDER_STATE_COMMITTING, NULL, NULL, "hold0 commit1", 0, 0, 0},
    {"p h0 h1 A g0", ORDER_STATE_COMMITTING, NULL, NULL, "hold0 commit1", 0, 0, 0},
    {"p h0 h1 A g0 h0o", ORDER_STATE_COMMITTING, NULL, NULL, "commit0 commit1", 0, 0, 0},
    {"p h0 h1 A g0 h0l c0 c1 C", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1100, 0, 0},
    {"p h0 h1 A g0 h0o g0", ORDER_STATE_CANCELLED, "sold_out", NULL, "release0 release1 void", 0, 0,
        0},
    /* What was promised cannot be taken. */
    {"p h0 h1 A E", ORDER_STATE_CANCELLED, "payment_expired", NULL, "release0 release1", 0, 0, 0},
    {"p h0 h1 A c0 c1 E", ORDER_STATE_CANCELLED, "payment_expired", NULL, "release0 release1", 0, 0,
        0},
    {"p h0 h1 A c0 c1 N", ORDER_STATE_CANCELLED, "payment_failed", NULL, "release0 release1 void",
        0, 0, 0},
#define PAID "p h0 h1 A c0 c1 C "
    /* Suppliers. */
    {PAID "aA aZ", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    {PAID "aA aA", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    {PAID "sA", ORDER_STATE_CONFIRMED, NULL, NULL, "ship0", 1300, 0, 0},
    {PAID "sA w0 sZ w1 dA dZ", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    {PAID "sA w0 sZ w1 dA dZ t", ORDER_STATE_CLOSED, "done", NULL, "", 1300, 0, 0},
    {PAID "sA w0 sZ w1 t t t", ORDER_STATE_CLOSED, "done", NULL, "", 1300, 0, 0},
    {PAID "aA t", ORDER_STATE_CONFIRMED, NULL, NULL, "release1 hold1", 1300, 0,
        0}, /* Zenith is late. */
    {PAID "aA aZ t", ORDER_STATE_CONFIRMED, NULL, "not_shipped", "", 1300, 0, 0},
    {PAID "aA aZ t t", ORDER_STATE_CONFIRMED, NULL, "not_shipped", "", 1300, 0, 0},
    {PAID "s1", ORDER_STATE_CONFIRMED, NULL, NULL, "ship0", 1300, 0, 0},
    {PAID "s1 w0 k", ORDER_STATE_CONFIRMED, NULL, NULL, "release0 release1 refund", 1300, 0, 0},
    {PAID "s1 k", ORDER_STATE_CONFIRMED, NULL, NULL, "ship0 release0 release1 refund", 1300, 0, 0},
    /* Another supplier; the one who rejected is not asked again. */
    {PAID "rA", ORDER_STATE_CONFIRMED, NULL, NULL, "release0 hold0", 1300, 0, 0},
    {PAID "rA f0 h0o", ORDER_STATE_CONFIRMED, NULL, NULL, "commit0", 1300, 0, 0},
    {PAID "rA f0 h0o c0 aO sO w0", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    {PAID "rA f0 h0l", ORDER_STATE_CONFIRMED, NULL, NULL, "commit0 refund", 1300, 0, 0},
    {PAID "rA f0 h0l c0 R", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 200},
    {PAID "rA f0 h0d", ORDER_STATE_CONFIRMED, NULL, NULL, "release0 refund", 1300, 0, 0},
    {PAID "rA f0 x0", ORDER_STATE_CONFIRMED, NULL, NULL, "refund", 1300, 0, 0},
    {PAID "rA f0 x0 R rZ f1 x1", ORDER_STATE_CANCELLED, "rejected", NULL, "refund", 1300, 0, 1000},
    {PAID "rA f0 h0o g0", ORDER_STATE_CONFIRMED, NULL, NULL, "hold0", 1300, 0, 0},
    {PAID "s1 w0 rA", ORDER_STATE_CONFIRMED, NULL, NULL, "release0 refund", 1300, 0, 0},
    {PAID "n0", ORDER_STATE_CONFIRMED, NULL, NULL, "release0 hold0", 1300, 0, 0},
    {PAID "aA n0", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    {PAID "rA k", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release0 release1 refund",
        1300, 0, 0},
    /* Cancel against ship: the first in the topic. */
    {PAID "k", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 refund", 1300, 0, 0},
    {PAID "k sA", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 refund", 1300, 0, 0},
    {PAID "sA w0 k", ORDER_STATE_CONFIRMED, NULL, NULL, "release1 refund", 1300, 0, 0},
    {PAID "sA w0 sZ w1 k", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    {PAID "kA", ORDER_STATE_CONFIRMED, NULL, NULL, "release0 refund", 1300, 0, 0},
    {PAID "kA kZ", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 refund", 1300, 300,
        0},
    {PAID "kA kZ R", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 refund", 1300, 0,
        1000},
    {PAID "kO", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    /* Returned. */
    {PAID "sA w0 sZ w1 b", ORDER_STATE_CLOSED, "done", NULL, "return0 return1 refund", 1300, 0, 0},
    {PAID "sA w0 dA b1", ORDER_STATE_CONFIRMED, NULL, NULL, "return0 refund", 1300, 0, 0},
    {PAID "sA w0 dA b1 R b", ORDER_STATE_CONFIRMED, NULL, NULL, "return0 refund", 1300, 0, 500},
    {PAID "b", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    {PAID "sA w0 sZ w1 dA dZ t b", ORDER_STATE_CLOSED, "done", NULL, "", 1300, 0, 0},
    /* Nobody answers, or cannot: an operator. */
    {PAID "k F", ORDER_STATE_CANCELLED, "customer", "refund_failed", "release0 release1", 1300,
        1300, 0},
    {PAID "k F oR", ORDER_STATE_CANCELLED, "customer", NULL, "release0 release1 refund", 1300, 0,
        0},
    {PAID "k F oC", ORDER_STATE_CANCELLED, "customer", NULL, "", 1300, 1300, 0},
    {PAID "k t t t t", ORDER_STATE_CANCELLED, "customer", "unanswered", "release0 release1 refund",
        1300, 0, 0},
    {PAID "k t t t t f0 f1 R", ORDER_STATE_CANCELLED, "customer", NULL, "", 1300, 0, 1300},
    {PAID "aA aZ t oR", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    {PAID "aA aZ t oF", ORDER_STATE_CANCELLED, "operator", NULL, "release0 release1 refund", 1300,
        0, 0},
    {PAID "aA aZ t oC", ORDER_STATE_CLOSED, "operator", NULL, "", 1300, 0, 0},
    {PAID "sA u0", ORDER_STATE_CONFIRMED, NULL, "stock_differs", "", 1300, 0, 0},
    {PAID "oR", ORDER_STATE_CONFIRMED, NULL, NULL, "", 1300, 0, 0},
    {"p h0 t t t t oR", ORDER_STATE_HOLDING, NULL, NULL, "hold1", 0, 0, 0},
    {"p h0 t t t t oF", ORDER_STATE_CANCELLED, "operator", NULL, "release0 release1", 0, 0, 0},
    {"p h0 h1 A c0 c1 t t t t N f0 f1 C", ORDER_STATE_CANCELLED, "payment_failed", "unanswered",
        "refund", 1300, 0, 0}, /* Late money goes back, whoever looks at it. */
    {PAID "aA aZ t kA oC R", ORDER_STATE_CLOSED, "operator", NULL, "", 1300, 0, 1000},
    /* And is forgotten. */
    {"p x0 x1 t", ORDER_STATE_NONE, NULL, NULL, "", 0, 0, 0},
    {"k", ORDER_STATE_NONE, NULL, NULL, "", 0, 0, 0},
};

static void expect_story(size_t at, const struct story *story)
{
    char asks[256];
    const struct order_standing *standing = &story->order.row.standing;

    story_asks(story, asks, sizeof(asks));
    if (standing->state != stories[at].state || strcmp(asks, stories[at].asks) != 0)
        (void)printf(
            "story \"%s\": %s, asks \"%s\"\n", stories[at].steps, states[standing->state], asks);
    EXPECT_I64(stories[at].state, standing->state);
    EXPECT_TEXT(stories[at].reason, standing->reason);
    EXPECT_TEXT(stories[at].operator, standing->needs_operator);
    EXPECT_TEXT(stories[at].asks, fy_slice_of(asks));
    if (standing->state == ORDER_STATE_NONE)
        return;
    EXPECT_I64(stories[at].captured, story->order.payment.captured_minor);
    EXPECT_I64(stories[at].owed, money_owed_minor(&story->order));
    EXPECT_I64(stories[at].refunded, story->order.payment.refunded_minor);
}

static void each_story_ends_as_it_must(void)
{
    for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
        struct story *story = story_new();

        story_tell(story, stories[i].steps);
        expect_story(i, story);
        story_free(story);
    }
}

/* Step by step: what comes of a pair is what the table says of it. */
static void no_story_leaves_the_table(void)
{
    for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
        struct story *story = story_new();
        char steps[128], *rest = NULL;

        (void)snprintf(steps, sizeof(steps), "%s", stories[i].steps);
        for (char *step = strtok_r(steps, " ", &rest); step != NULL;
             step = strtok_r(NULL, " ", &rest)) {
            enum order_state before = story->order.row.standing.state;

            story_tell(story, step);
            expect_named(story, before);
        }
        story_free(story);
    }
}

/* The events alone make the order again, to the byte. */
static void events_make_the_order_again(void)
{
    for (size_t i = 0; i < sizeof(stories) / sizeof(stories[0]); i++) {
        struct story *story = story_new();
        struct order_now *again = calloc(1, sizeof(*again));
        struct order_row one = {.order = &story->order.row}, two = {.order = &again->row};
        char steps[128], *rest = NULL;
        struct fy_slice bytes, bytes_again;
        struct fy_err err;

        order_begin(again, fy_slice_of(ORDER), NULL);
        (void)snprintf(steps, sizeof(steps), "%s", stories[i].steps);
        for (char *step = strtok_r(steps, " ", &rest); step != NULL;
             step = strtok_r(NULL, " ", &rest)) {
            story_tell(story, step);
            for (int e = 0; e < story->events.count; e++)
                order_evolve(again, story->events.items[e]);
        }
        CU_ASSERT_EQUAL_FATAL(order_row_encode(&one, &story->arena, &bytes, &err), FY_OK);
        CU_ASSERT_EQUAL_FATAL(order_row_encode(&two, &story->arena, &bytes_again, &err), FY_OK);
        CU_ASSERT_TRUE(fy_slice_equal(bytes, bytes_again));
        free(again);
        story_free(story);
    }
}

static CU_TestInfo tests[] = {
    TEST(every_pair_stands_in_the_table_once),
    TEST(each_story_ends_as_it_must),
    TEST(no_story_leaves_the_table),
    TEST(events_make_the_order_again),
};

TEST_MAIN(processors.orders.saga, tests)
