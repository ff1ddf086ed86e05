/* Orders as who is on call sees them: how many go on, need somebody, or wait beyond their time. */
#include "api/order_watch.h"
#include "test/run.h"
#include "test/unit/api/stage.h"

enum { T0 = 1000000, GRACE = ORDER_WATCH_GRACE_MS };

static struct stage stage;

static struct order_status an_order(char name, enum order_state state)
{
    static char names[256][33];
    char *text = names[(uint8_t)name];

    memset(text, name, 32);
    return (struct order_status){.order = fy_slice_of(text),
        .person = fy_slice_of("p"),
        .placed_ms = T0,
        .updated_ms = T0,
        .standing = {.state = state},
        .pending = state != ORDER_STATE_CONFIRMED && state != ORDER_STATE_CLOSED &&
                   state != ORDER_STATE_REFUSED,
        .currency = fy_slice_of("EUR")};
}

static void read_status(const struct order_status *order)
{
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_ORDER_STATUS, (const char *)order->order.data,
                          stage_encoded(&stage, &order_status_schema, order)));
}

static void expect(int64_t now_ms, int64_t open, int64_t operators, int64_t late)
{
    struct order_watch_counts counts = {-1, -1, -1};
    struct fy_err err;

    EXPECT_I64(FY_OK, order_watch_look(&stage.views, now_ms, &stage.arena, &counts, &err));
    EXPECT_I64(open, counts.open);
    EXPECT_I64(operators, counts.operators);
    EXPECT_I64(late, counts.late);
}

static void orders_are_counted_once_until_they_end(void)
{
    struct order_status one = an_order('a', ORDER_STATE_HOLDING);
    struct order_status two = an_order('b', ORDER_STATE_HOLDING);

    stage_init(&stage);
    expect(T0, 0, 0, 0);
    read_status(&one);
    read_status(&two);
    read_status(&two);
    expect(T0, 2, 0, 0);
    one.standing.state = ORDER_STATE_CONFIRMED;
    one.pending = false;
    read_status(&one);
    two.standing.state = ORDER_STATE_CANCELLED; /* What is promised is still to be void. */
    read_status(&two);
    expect(T0, 2, 0, 0);
    two.pending = false;
    read_status(&two);
    expect(T0, 1, 0, 0);
    one.standing.state = ORDER_STATE_CLOSED;
    one.standing.needs_operator = fy_slice_of("refund_failed");
    read_status(&one);
    expect(T0, 1, 1, 0);
    one.standing.needs_operator = (struct fy_slice){0};
    read_status(&one);
    expect(T0, 0, 0, 0);
    stage_done(&stage);
}

static void who_waits_too_long_is_late(void)
{
    struct order_status order = an_order('a', ORDER_STATE_PAYING);
    struct sub_order_status part = {.supplier = fy_slice_of("elm"),
        .currency = fy_slice_of("EUR"),
        .has_due_ms = true,
        .due_ms = T0 + 5000};

    stage_init(&stage);
    read_status(&order);
    expect(T0 + GRACE, 1, 0, 0);
    expect(T0 + GRACE + 1, 1, 0, 1);
    order.updated_ms = T0 + GRACE; /* It was asked for once more, which is no answer. */
    read_status(&order);
    expect(T0 + GRACE + 1, 1, 0, 1);
    order.standing.state = ORDER_STATE_ACTION_REQUIRED; /* The customer's time, not ours. */
    order.has_pay_until_ms = true;
    order.pay_until_ms = T0 + 600000;
    read_status(&order);
    expect(T0 + 600000 + GRACE, 1, 0, 0);
    expect(T0 + 600000 + GRACE + 1, 1, 0, 1);
    order.standing.state = ORDER_STATE_CONFIRMED;
    order.pending = order.has_pay_until_ms = false;
    read_status(&order);
    expect(INT64_MAX, 1, 0, 0);
    order.sub_orders.items = &part;
    order.sub_orders.count = 1;
    read_status(&order);
    expect(T0 + 5000 + GRACE, 1, 0, 0);
    expect(T0 + 5000 + GRACE + 1, 1, 0, 1);
    part.has_due_ms = false;
    read_status(&order);
    expect(INT64_MAX, 1, 0, 0);
    stage_done(&stage);
}

static CU_TestInfo tests[] = {
    TEST(orders_are_counted_once_until_they_end),
    TEST(who_waits_too_long_is_late),
};

TEST_MAIN(order_watch, tests)
