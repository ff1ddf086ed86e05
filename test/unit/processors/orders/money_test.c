/* Sums, deadlines and repeats of an order: numbers that a table of states does not show. */
#include "processors/orders/decide.h"
#include "processors/orders/money.h"
#include "test/run.h"
#include "test/unit/processors/orders/story.h"

#define PAID "p h0 h1 A c0 c1 C "

/* Mugs 10.00 of acme, cup 3.00 of zenith, 10 % ours, 33 cents the provider's. */
static const struct {
    const char *steps;
    int64_t provider, fees, suppliers, commission, customer;
} books[] = {
    {"p h0 h1 A c0 c1", 0, 0, 0, 0, 0},
    {PAID, 1267, 33, -1170, -130, 0},
    /* Cancelled of acme: owed, then given back; the provider keeps its fee. */
    {PAID "kA", 1267, 33, -270, -30, -1000},
    {PAID "kA R", 267, 33, -270, -30, 0},
    {PAID "k R", -33, 33, 0, 0, 0},
    /* While a line looks for another supplier it is the customer's. */
    {PAID "rA", 1267, 33, -270, -30, -1000},
    {PAID "rA h0o", 1267, 33, -270, -30, -1000},
    {PAID "rA h0o c0", 1267, 33, -1170, -130, 0},
    {PAID "rA h0l c0", 1267, 33, -990, -110, -200},
    {PAID "rA h0l c0 R", 1067, 33, -990, -110, 0},
    {PAID "rA x0 R", 267, 33, -270, -30, 0},
    /* A mug came back. */
    {PAID "sA w0 dA b1", 1267, 33, -720, -80, -500},
    {PAID "sA w0 dA b1 R", 767, 33, -720, -80, 0},
    /* Money that came too late. */
    {"p h0 h1 k C", 1267, 33, 0, 0, -1300},
    {"p h0 h1 k C R", -33, 33, 0, 0, 0},
    /* A refund that failed is still owed. */
    {PAID "k F", 1267, 33, 0, 0, -1300},
};

static void the_books_are_what_was_posted(void)
{
    for (size_t i = 0; i < sizeof(books) / sizeof(books[0]); i++) {
        struct story *story = story_new();

        story_tell(story, books[i].steps);
        EXPECT_I64(books[i].provider, story->accounts[LEDGER_ACCOUNT_PROVIDER]);
        EXPECT_I64(books[i].fees, story->accounts[LEDGER_ACCOUNT_FEES]);
        EXPECT_I64(books[i].suppliers, story->accounts[LEDGER_ACCOUNT_SUPPLIER]);
        EXPECT_I64(books[i].commission, story->accounts[LEDGER_ACCOUNT_COMMISSION]);
        EXPECT_I64(books[i].customer, story->accounts[LEDGER_ACCOUNT_CUSTOMER]);
        story_free(story);
    }
}

/* floor(sold x bp / 10,000), whole: also of sums whose product would not fit. */
static void commission_is_rounded_down_once(void)
{
    static const struct {
        int32_t bp;
        int64_t sold, part;
    } cases[] = {
        {1000, 0, 0},
        {1000, 9, 0},
        {1000, 10, 1},
        {1000, 1999, 199},
        {1234, 9999, 1233},
        {1234, 10000, 1234},
        {10000, 12345, 12345},
        {0, 12345, 0},
        {9999, INT64_C(5000000000000000), INT64_C(4999500000000000)},
    };
    struct order_now *order = calloc(1, sizeof(*order));

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        order->row.terms.commission_bp = cases[i].bp;
        EXPECT_I64(cases[i].part, money_commission_minor(order, cases[i].sold));
    }
    free(order);
}

#define MINUTE INT64_C(60000)
#define DAY INT64_C(86400000)

/* What comes next, and when, ms after the last step. Steps are a second apart. */
static const struct {
    const char *steps;
    enum saga_input kind;
    int64_t due_ms;
} dues[] = {
    {"p", SAGA_RESEND, 30000},
    {"p t", SAGA_RESEND, 60000},
    {"p t t", SAGA_RESEND, 120000},
    {"p t t t", SAGA_GIVE_UP, 240000},
    {"p t t t t", SAGA_PAY_LATE, 150000},
    {"p h0 h1 3", SAGA_PAY_LATE, 20 * MINUTE - 3000},
    {"p h0 h1 3 3", SAGA_PAY_LATE, 20 * MINUTE - 4000}, /* Once. */
    {"p h0 h1 A", SAGA_RESEND, 30000},
    {PAID, SAGA_ACCEPT_LATE, 2 * DAY},
    {PAID "aA", SAGA_ACCEPT_LATE, 2 * DAY - 1000},
    {PAID "aA aZ", SAGA_SHIP_LATE, 7 * DAY - 1000},
    {PAID "sA w0 sZ w1", SAGA_DELIVER_LATE, 14 * DAY - 3000},
    {PAID "sA w0 dA", SAGA_ACCEPT_LATE, 2 * DAY - 3000},
    {PAID "sA w0 sZ w1 dA dZ", SAGA_WINDOW_OVER, 30 * DAY},
    {"p x0 x1", SAGA_FORGET, 90 * DAY},
    {PAID "k F", SAGA_RESEND, 30000},
};

static void each_deadline_is_kept(void)
{
    for (size_t i = 0; i < sizeof(dues) / sizeof(dues[0]); i++) {
        struct story *story = story_new();
        struct order_input due;

        story_tell(story, dues[i].steps);
        due = order_due(&story->order);
        if (due.kind != dues[i].kind || due.due_ms - story->now_ms != dues[i].due_ms)
            (void)printf("after \"%s\"\n", dues[i].steps);
        EXPECT_I64(dues[i].kind, due.kind);
        EXPECT_I64(dues[i].due_ms, due.due_ms - story->now_ms);
        story_free(story);
    }
}

/* A request that was handled is known for 64 more, and how it was answered. */
static void a_repeat_is_known_by_its_id(void)
{
    struct story *story = story_new();
    struct order_request request = {0};
    const struct order_answer *repeat;

    story_tell(story, PAID "aA aA");
    request.envelope.event_id = fy_slice_of("request-2");
    repeat = order_repeat(&story->order, &request);
    CU_ASSERT_PTR_NOT_NULL_FATAL(repeat);
    EXPECT_TEXT(NULL, repeat->refused);
    request.envelope.event_id = fy_slice_of("request-3");
    repeat = order_repeat(&story->order, &request);
    CU_ASSERT_PTR_NOT_NULL_FATAL(repeat);
    EXPECT_TEXT("not_waiting", repeat->refused);
    request.envelope.event_id = fy_slice_of("request-4");
    CU_ASSERT_PTR_NULL(order_repeat(&story->order, &request));
    for (int i = 0; i < 64; i++)
        story_tell(story, "aA");
    request.envelope.event_id = fy_slice_of("request-3");
    CU_ASSERT_PTR_NULL(order_repeat(&story->order, &request));
    EXPECT_I64(64, story->order.row.recent.count);
    story_free(story);
}

/* Who would not ship it is named to stock, all of them. */
static void who_rejected_a_line_is_excluded(void)
{
    struct story *story = story_new();
    const struct order_line *line = &story->order.lines[0];

    story_tell(story, PAID "rA");
    EXPECT_I64(1, line->excluded.count);
    EXPECT_TEXT("acme", line->excluded.items[0]);
    story_tell(story, "h0o c0 rO");
    EXPECT_I64(2, line->excluded.count);
    EXPECT_TEXT("acme", line->excluded.items[0]);
    EXPECT_TEXT("other", line->excluded.items[1]);
    EXPECT_I64(3, line->attempt);
    story_free(story);
}

/* Of two reports of one number the first is true. */
static void a_report_of_an_old_number_is_old(void)
{
    struct story *story = story_new();
    struct payment_report report = {
        .payment = fy_slice_of(ORDER "/1"),
        .version = 7,
        .standing = {.state = PAYMENT_STATE_DECLINED},
    };

    story_tell(story, "p h0 h1");
    EXPECT_I64(SAGA_DECLINED, order_recognise_report(&story->order, &report).kind);
    story->order.row.payment.version = 7;
    EXPECT_I64(SAGA_OLD_REPORT, order_recognise_report(&story->order, &report).kind);
    report.version = 8;
    EXPECT_I64(SAGA_DECLINED, order_recognise_report(&story->order, &report).kind);
    report.payment = fy_slice_of(ORDER "/2");
    EXPECT_I64(SAGA_OLD_REPORT, order_recognise_report(&story->order, &report).kind);
    story_free(story);
}

/* Why a request was refused, of each story the last step. */
static const struct {
    const char *steps, *reason;
} refusals[] = {
    {"k", "unknown_order"},
    {"p p", "order_taken"},
    {"p aA", "not_confirmed"},
    {"p sA", "not_confirmed"},
    {"p b", "not_confirmed"},
    {"p h0 h1 kA", "not_confirmed"},
    {"p k k", "ended"},
    {"p k rA", "ended"},
    {PAID "aA aA", "not_waiting"},
    {PAID "aO", "unknown_supplier"},
    {PAID "rO", "unknown_supplier"},
    {PAID "sO", "unknown_supplier"},
    {PAID "dO", "unknown_supplier"},
    {PAID "dA", "nothing_shipped"},
    {PAID "sA w0 sA", "nothing_left"},
    {PAID "sA w0 rA", "not_waiting"},
    {PAID "s1 s1 s1", "nothing_left"},
    {PAID "kA sA", "nothing_left"},
    {PAID "sA sZ k", "shipped"},
    {PAID "b", "nothing_shipped"},
    {PAID "b1", "too_many_units"},
    {PAID "sA dA b1 b1 b1", "too_many_units"},
    {PAID "oR", "not_needed"},
    {PAID "sA w0 sZ w1 dA dZ t b", "ended"},
};

static void each_refusal_says_why(void)
{
    for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
        struct story *story = story_new();
        const struct order_event *event;

        story_tell(story, refusals[i].steps);
        CU_ASSERT_TRUE_FATAL(story->events.count == 1);
        event = story->events.items[0];
        CU_ASSERT_PTR_NOT_NULL_FATAL(event->request_refused);
        EXPECT_TEXT(refusals[i].reason, event->request_refused->reason);
        story_free(story);
    }
}

static CU_TestInfo tests[] = {
    TEST(the_books_are_what_was_posted),
    TEST(commission_is_rounded_down_once),
    TEST(each_deadline_is_kept),
    TEST(a_repeat_is_known_by_its_id),
    TEST(who_rejected_a_line_is_excluded),
    TEST(a_report_of_an_old_number_is_old),
    TEST(each_refusal_says_why),
};

TEST_MAIN(processors.orders.money, tests)
