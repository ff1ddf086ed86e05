/*
 * Orders as they are read: who sees which, what is told of them, whose address is whose; and carts.
 */
#include "api/cart_merge.h"
#include "api/live.h"
#include "api/order_views.h"
#include "lib/person_keys.h"
#include "schemas/generated/cart.h"
#include "schemas/generated/person_key.h"
#include "test/run.h"
#include "test/unit/api/served.h"

#define ORDER_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define ORDER_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define ORDER_C "cccccccccccccccccccccccccccccccc"
#define AS_PERSON "Authorization: " PERSON "\r\n"

static struct fy_masters masters = {.count = 1, .keys = {{.number = 1}}};
static uint8_t person_key[FY_KEY_BYTES] = {7};

/* --- What is read ---------------------------------------------------------------------------- */

/* An order of a mug of acme's and a pot of elm's; a test changes what it likes. */
struct an_order {
    struct line_standing lines[2];
    struct sub_order_status parts[2];
    struct position place;
    struct order_status status;
};

static struct an_order an_order(const char *order, int64_t placed_ms)
{
    return (struct an_order){
        .lines = {{.sku = fy_slice_of("mug"),
                      .units = 2,
                      .supplier = fy_slice_of("acme"),
                      .state = LINE_STATE_WAITING},
            {.sku = fy_slice_of("pot"),
                .units = 1,
                .supplier = fy_slice_of("elm"),
                .state = LINE_STATE_WAITING}},
        .parts = {{.supplier = fy_slice_of("acme"), .currency = fy_slice_of("EUR")},
            {.supplier = fy_slice_of("elm"),
                .currency = fy_slice_of("EUR"),
                .state = SUB_ORDER_STATE_DELIVERED}},
        .place = {fy_slice_of("order-requests"), 3, placed_ms},
        .status = {.order = fy_slice_of(order),
            .person = fy_slice_of(PERSON),
            .placed_ms = placed_ms,
            .updated_ms = placed_ms,
            .standing = {.state = ORDER_STATE_CONFIRMED},
            .currency = fy_slice_of("EUR"),
            .total_minor = 5000},
    };
}

static void read_order(struct an_order *order)
{
    order->status.lines.items = order->lines;
    order->status.lines.count = 2;
    order->status.sub_orders.items = order->parts;
    order->status.sub_orders.count = 2;
    order->status.as_of.items = &order->place;
    order->status.as_of.count = 1;
    EXPECT_I64(
        FY_OK, stage_apply(&stage, FY_TOPIC_ORDER_STATUS, (const char *)order->status.order.data,
                   stage_encoded(&stage, &order_status_schema, &order->status)));
    (void)waits_settle(api.waits);
}

static struct order_event an_event(const char *order, int64_t decided_ms)
{
    return (struct order_event){
        .envelope = {.event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
            .root = fy_slice_of("r"),
            .actor = fy_slice_of("a"),
            .event_ms = decided_ms},
        .order = fy_slice_of(order),
        .standing = {.state = ORDER_STATE_CONFIRMED},
        .decided_ms = decided_ms};
}

static void read_event(const struct order_event *event)
{
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_ORDERS, (const char *)event->order.data,
                          stage_encoded(&stage, &order_event_schema, event)));
}

static void read_cart(const char *owner, int64_t ms, const char *sku, int64_t units)
{
    struct cart_item_chosen chosen = {.sku = fy_slice_of(sku), .units = units};
    struct cart cart = {
        .envelope = {.event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
            .root = fy_slice_of(owner),
            .actor = fy_slice_of("a"),
            .event_ms = ms},
        .owner = fy_slice_of(owner),
        .item_set = &chosen};

    EXPECT_I64(FY_OK,
        stage_apply(&stage, FY_TOPIC_CART, owner, stage_encoded(&stage, &cart_schema, &cart)));
    (void)waits_settle(api.waits);
}

static void open_shop(void)
{
    open_api(8);
    api.views.person_keys = fy_person_keys_new(api.views.store, VIEW_PERSON_KEYS, &masters, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(api.views.person_keys);
    stage_product(&stage, "mug", "A mug", 1);
    stage_product(&stage, "pot", "A pot", 1);
}

static void close_shop(void)
{
    fy_person_keys_free(api.views.person_keys);
    close_api();
}

static void read_key(bool there)
{
    uint8_t wrapped[FY_WRAPPED_KEY_BYTES];
    struct person_key key = {
        .person = fy_slice_of(PERSON), .wrapped_key = {wrapped, sizeof(wrapped)}};

    fy_key_wrap(&masters.keys[0], key.person, person_key, wrapped);
    EXPECT_I64(
        FY_OK, stage_apply(&stage, FY_TOPIC_PERSON_KEYS, PERSON,
                   there ? stage_encoded(&stage, &person_key_schema, &key) : (struct fy_slice){0}));
    fy_person_keys_wipe(api.views.person_keys);
}

static struct fy_slice sealed_address(void)
{
    struct fy_slice sealed = {0};

    CU_ASSERT_TRUE_FATAL(fy_seal(person_key, fy_slice_of(PERSON), "address",
        fy_slice_of("{\"city\":\"London\"}"), &stage.arena, &sealed));
    return sealed;
}

/* --- Whose ----------------------------------------------------------------------------------- */

static void an_order_is_shown_to_whoever_placed_it(void)
{
    struct an_order order = an_order(ORDER_A, 1000);

    open_shop();
    read_order(&order);
    ask("/v1/orders/" ORDER_A, AS_PERSON);
    EXPECT_I64(200, answer.status);
    EXPECT_CONTAINS("\"title\":\"A mug\"", fy_slice_of(answer.body));
    EXPECT_CONTAINS("\"total\":{\"minor\":5000,\"currency\":\"EUR\"}", fy_slice_of(answer.body));
    ask("/v1/orders/" ORDER_A, "Authorization: somebody\r\n");
    EXPECT_I64(404, answer.status);
    ask("/v1/orders/" ORDER_A, ""); /* The browser that she signed in with. */
    EXPECT_I64(404, answer.status);
    ask("/v1/orders/" ORDER_A "/timeline", "");
    EXPECT_I64(404, answer.status);
    order.status.visitor = fy_slice_of(VISITOR); /* A guest's. */
    read_order(&order);
    ask("/v1/orders/" ORDER_A, "");
    EXPECT_I64(200, answer.status);
    caller.role = FY_ROLE_OPERATOR;
    ask("/v1/orders/" ORDER_A, "Authorization: chief\r\n");
    EXPECT_I64(200, answer.status);
    close_shop();
}

static void orders_are_listed_the_newest_first(void)
{
    struct an_order a = an_order(ORDER_A, 1000), b = an_order(ORDER_B, 3000),
                    c = an_order(ORDER_C, 2000);

    open_shop();
    c.status.person = fy_slice_of("another");
    c.status.visitor = fy_slice_of(VISITOR); /* As a guest, before she signed in. */
    read_order(&a);
    read_order(&b);
    read_order(&c);
    ask("/v1/orders?limit=2", AS_PERSON);
    EXPECT_I64(200, answer.status);
    CU_ASSERT_PTR_NOT_NULL_FATAL(strstr(answer.body, ORDER_B));
    CU_ASSERT_PTR_NOT_NULL_FATAL(strstr(answer.body, ORDER_C));
    CU_ASSERT_TRUE(strstr(answer.body, ORDER_B) < strstr(answer.body, ORDER_C));
    CU_ASSERT_PTR_NULL(strstr(answer.body, ORDER_A));
    EXPECT_CONTAINS("\"next_after\":\"" ORDER_C "\"", fy_slice_of(answer.body));
    ask("/v1/orders?limit=2&after=" ORDER_C, AS_PERSON);
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.body, ORDER_A));
    CU_ASSERT_PTR_NULL(strstr(answer.body, ORDER_B));
    EXPECT_CONTAINS("\"next_after\":null", fy_slice_of(answer.body));
    ask("/v1/orders", ""); /* Signed out: what the guest ordered, and nothing of hers. */
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.body, ORDER_C));
    CU_ASSERT_PTR_NULL(strstr(answer.body, ORDER_B));
    close_shop();
}

/* A closed app asks again while something is on its way, and not at all otherwise. */
static void who_may_ask_again_is_told_so(void)
{
    struct an_order order = an_order(ORDER_A, 1000);
    char etag[128], fields[256];
    const char *at;

    open_shop();
    order.status.pending = true;
    read_order(&order);
    ask("/v1/orders", AS_PERSON);
    EXPECT_PART("\r\nRetry-After: ", &answer);
    ask("/v1/orders/" ORDER_A, AS_PERSON);
    EXPECT_PART("\r\nRetry-After: ", &answer);
    order.status.pending = false;
    read_order(&order);
    ask("/v1/orders", AS_PERSON);
    CU_ASSERT_PTR_NULL(strstr(answer.text, "\r\nRetry-After: "));
    at = strstr(answer.text, "\r\nETag: ");
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    (void)snprintf(etag, sizeof(etag), "%.*s", (int)strcspn(at + 8, "\r"), at + 8);
    (void)snprintf(fields, sizeof(fields), AS_PERSON "If-None-Match: %s\r\n", etag);
    ask("/v1/orders", fields);
    EXPECT_I64(304, answer.status);
    close_shop();
}

/* A page is about many orders: it is behind a place when that is included, whichever it is of. */
static void a_page_waits_for_a_place(void)
{
    struct an_order order = an_order(ORDER_A, 1000);
    int fd;

    open_shop();
    ask("/v1/orders", AS_PERSON "Fy-After: order-requests-3-1000\r\n");
    EXPECT_I64(202, answer.status);
    fd = say("/v1/orders", AS_PERSON "Fy-After: order-requests-3-1000\r\nPrefer: wait=30\r\n");
    for (int i = 0; i < 20 && waits_count(api.waits) == 0; i++)
        site_turn(&site);
    EXPECT_I64(1, waits_count(api.waits));
    order.place.offset = 999;
    read_order(&order);
    EXPECT_I64(1, waits_count(api.waits));
    order.place.offset = 1000;
    read_order(&order);
    hear(fd);
    EXPECT_I64(200, answer.status);
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.body, ORDER_A));
    ask("/v1/orders", AS_PERSON "Fy-After: order-requests-4-1000\r\n");
    EXPECT_I64(202, answer.status);
    close_shop();
}

/* Nobody who is signed in, and a guest: the gate asks of both whose it is. */
static void the_gate_lets_in_whose_it_is(void)
{
    static const uint8_t token_key[FY_TOKEN_KEY_BYTES] = {1};
    struct an_order order = an_order(ORDER_A, 1000);
    struct fy_err err;

    open_shop();
    CU_ASSERT_EQUAL_FATAL(FY_OK,
        api_gate_new(&api, routes, (int)(sizeof(routes) / sizeof(routes[0])), token_key, &err));
    read_order(&order);
    ask("/v1/orders/" ORDER_A, "");
    EXPECT_I64(404, answer.status);
    EXPECT_CONTAINS("There is no order of that id", fy_slice_of(answer.body));
    order.status.visitor = fy_slice_of(VISITOR);
    read_order(&order);
    ask("/v1/orders/" ORDER_A, "");
    EXPECT_I64(200, answer.status);
    ask("/v1/orders/not-an-id", "");
    EXPECT_I64(404, answer.status);
    ask("/v1/operator/orders", "");
    EXPECT_I64(401, answer.status);
    fy_gate_free(api.gate);
    close_shop();
}

/* What is heard of a stream until `part` is; false when it does not come. */
static bool hears(int fd, const char *part)
{
    static char heard[65536];
    size_t size = 0;
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    heard[0] = '\0';
    while (strstr(heard, part) == NULL && site_now_ms() < until_ms && size < sizeof(heard) - 1) {
        ssize_t got = recv(fd, heard + size, sizeof(heard) - 1 - size, MSG_DONTWAIT);

        if (got > 0)
            heard[size += (size_t)got] = '\0';
        else
            site_turn(&site);
    }
    return strstr(heard, part) != NULL;
}

/* Signed in or as a guest: the cookie is looked at for each word. */
static void a_stream_tells_what_an_order_becomes(void)
{
    struct an_order order = an_order(ORDER_A, 1000);
    int fd;

    open_shop();
    order.status.visitor = fy_slice_of(VISITOR);
    order.status.standing.state = ORDER_STATE_PAYING;
    read_order(&order);
    fd = say("/v1/orders/" ORDER_A "/live", "");
    CU_ASSERT_TRUE(hears(fd, "\"state\":\"PAYING\""));
    order.status.standing.state = ORDER_STATE_CONFIRMED;
    read_order(&order);
    live_settle(api.live);
    CU_ASSERT_TRUE(hears(fd, "\"state\":\"CONFIRMED\""));
    (void)close(fd);
    close_shop();
}

/* --- A supplier's ---------------------------------------------------------------------------- */

static void a_supplier_sees_an_address_while_they_ship(void)
{
    struct an_order order = an_order(ORDER_A, 1000);

    open_shop();
    read_key(true);
    order.status.delivery.address = sealed_address();
    read_order(&order);
    ask("/v1/suppliers/acme/orders?open=1", AS_PERSON);
    EXPECT_I64(200, answer.status);
    EXPECT_CONTAINS("\"address\":{\"city\":\"London\"}", fy_slice_of(answer.body));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "pot"));
    ask("/v1/suppliers/elm/orders?open=1", AS_PERSON); /* Theirs has arrived. */
    EXPECT_CONTAINS("\"orders\":[]", fy_slice_of(answer.body));
    ask("/v1/suppliers/elm/orders", AS_PERSON);
    EXPECT_CONTAINS("\"sku\":\"pot\"", fy_slice_of(answer.body));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "London"));
    order.parts[0].state = SUB_ORDER_STATE_RETURNED;
    read_order(&order);
    ask("/v1/suppliers/acme/orders?open=1", AS_PERSON);
    EXPECT_CONTAINS("\"orders\":[]", fy_slice_of(answer.body));
    close_shop();
}

/* Forgotten: the order stays, and where it went nobody reads any more. */
static void who_was_forgotten_has_no_address(void)
{
    struct an_order order = an_order(ORDER_A, 1000);

    open_shop();
    read_key(true);
    order.status.delivery.address = sealed_address();
    read_order(&order);
    ask("/v1/orders/" ORDER_A, AS_PERSON);
    EXPECT_CONTAINS("London", fy_slice_of(answer.body));
    read_key(false);
    ask("/v1/orders/" ORDER_A, AS_PERSON);
    EXPECT_I64(200, answer.status);
    EXPECT_CONTAINS("\"address\":null", fy_slice_of(answer.body));
    ask("/v1/suppliers/acme/orders?open=1", AS_PERSON);
    EXPECT_CONTAINS("\"address\":null", fy_slice_of(answer.body));
    close_shop();
}

static void read_ledger(const char *order, int64_t ms, int64_t acme, int64_t elm)
{
    struct ledger_entry entries[] = {{.account = LEDGER_ACCOUNT_PROVIDER,
                                         .amount_minor = -acme - elm,
                                         .currency = fy_slice_of("EUR")},
        {.account = LEDGER_ACCOUNT_SUPPLIER,
            .supplier = fy_slice_of("acme"),
            .amount_minor = acme,
            .currency = fy_slice_of("EUR")},
        {.account = LEDGER_ACCOUNT_SUPPLIER,
            .supplier = fy_slice_of("elm"),
            .amount_minor = elm,
            .currency = fy_slice_of("EUR")}};
    struct ledger_posted posted = {.about = fy_slice_of("captured"), .entries = {entries, 3}};
    struct order_event event = an_event(order, ms);

    event.ledger_posted = &posted;
    read_event(&event);
}

static void a_statement_adds_up(void)
{
    open_shop();
    read_ledger(ORDER_A, 1000, -900, -400);
    read_ledger(ORDER_B, 2000, -300, -100);
    read_ledger(ORDER_A, 3000, 250, 0);
    ask("/v1/suppliers/acme/statement?limit=2", AS_PERSON);
    EXPECT_I64(200, answer.status);
    EXPECT_CONTAINS("\"owed\":[{\"minor\":950,\"currency\":\"EUR\"}]", fy_slice_of(answer.body));
    CU_ASSERT_PTR_NOT_NULL_FATAL(strstr(answer.body, "\"minor\":-250"));
    CU_ASSERT_TRUE(strstr(answer.body, "\"minor\":-250") < strstr(answer.body, "\"minor\":300"));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "\"minor\":900"));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "\"minor\":400"));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "\"next_after\":null"));
    close_shop();
}

/* --- What happened --------------------------------------------------------------------------- */

static void a_timeline_tells_what_happened_and_why(void)
{
    struct an_order order = an_order(ORDER_A, 1000);
    struct line_held held = {.supplier = fy_slice_of("acme"),
        .hold = fy_slice_of("secret-hold"),
        .price = {1, fy_slice_of("EUR")}};
    struct sub_order_rejected rejected = {
        .supplier = fy_slice_of("acme"), .reason = fy_slice_of("damaged")};
    struct line_refused refused = {.line = 1,
        .hold = fy_slice_of("secret-hold"),
        .reason = fy_slice_of("sold_out"),
        .left_units = 3};
    struct order_event event = an_event(ORDER_A, 1000);

    open_shop();
    read_order(&order);
    event.line_held = &held;
    read_event(&event);
    event = an_event(ORDER_A, 2000);
    event.line_refused = &refused;
    read_event(&event);
    event = an_event(ORDER_A, 3000);
    event.sub_order_rejected = &rejected;
    read_event(&event);
    ask("/v1/orders/" ORDER_A "/timeline", AS_PERSON);
    EXPECT_I64(200, answer.status);
    EXPECT_CONTAINS(
        "{\"at_ms\":2000,\"state\":\"CONFIRMED\",\"event\":\"line_refused\",\"sku\":\"pot\","
        "\"reason\":\"sold_out\",\"left_units\":3}",
        fy_slice_of(answer.body));
    EXPECT_CONTAINS("\"event\":\"sub_order_rejected\",\"supplier\":\"acme\",\"reason\":\"damaged\"",
        fy_slice_of(answer.body));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "secret-hold"));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "line_held"));
    close_shop();
}

static void an_operator_sees_first_what_needs_one(void)
{
    struct an_order a = an_order(ORDER_A, 1000), b = an_order(ORDER_B, 3000);

    open_shop();
    caller.role = FY_ROLE_OPERATOR;
    a.status.standing.needs_operator = fy_slice_of("unanswered");
    read_order(&a);
    read_order(&b);
    ask("/v1/operator/orders", AS_PERSON);
    CU_ASSERT_PTR_NOT_NULL_FATAL(strstr(answer.body, ORDER_A));
    CU_ASSERT_TRUE(strstr(answer.body, ORDER_A) < strstr(answer.body, ORDER_B));
    a.status.standing.needs_operator = (struct fy_slice){0}; /* Settled. */
    read_order(&a);
    ask("/v1/operator/orders", AS_PERSON);
    CU_ASSERT_TRUE(strstr(answer.body, ORDER_B) < strstr(answer.body, ORDER_A));
    close_shop();
}

/* --- Carts ----------------------------------------------------------------------------------- */

static void a_cart_is_merged_and_what_was_ordered_leaves_it(void)
{
    struct fy_slice visitors[] = {fy_slice_of(VISITOR), fy_slice_of(ELSEWHERE)};
    struct user user = {.person = fy_slice_of(PERSON),
        .account = fy_slice_of("an account"),
        .role = fy_slice_of("customer"),
        .visitors = {visitors, 2}};
    struct an_order order = an_order(ORDER_A, 2500);

    open_shop();
    EXPECT_I64(FY_OK,
        stage_apply(&stage, FY_TOPIC_USERS, PERSON, stage_encoded(&stage, &user_schema, &user)));
    read_cart(VISITOR, 1000, "mug", 1);
    read_cart(ELSEWHERE, 2000, "mug", 5);
    read_cart(PERSON, 3000, "pot", 2);
    ask("/v1/cart", AS_PERSON);
    EXPECT_I64(200, answer.status);
    EXPECT_CONTAINS("\"units\":2},{\"sku\":\"mug\"", fy_slice_of(answer.body));
    EXPECT_CONTAINS("\"units\":5}]", fy_slice_of(answer.body));
    ask("/v1/cart", "");
    EXPECT_CONTAINS("\"units\":1}]", fy_slice_of(answer.body));
    read_order(&order); /* The mugs; the pot came into the cart behind it. */
    ask("/v1/cart", AS_PERSON);
    CU_ASSERT_PTR_NULL(strstr(answer.body, "mug"));
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.body, "\"units\":2"));
    order.status.standing =
        (struct order_standing){.state = ORDER_STATE_REFUSED, .reason = fy_slice_of("sold_out")};
    read_order(&order); /* It was none: all is there again. */
    ask("/v1/cart", AS_PERSON);
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.body, "mug"));
    close_shop();
}

static void a_cart_is_read_behind_its_own_write(void)
{
    int fd;

    open_shop();
    fd = say("/v1/cart", "Fy-After: cart-3-2\r\nPrefer: wait=30\r\n"); /* The next record. */
    for (int i = 0; i < 20 && waits_count(api.waits) == 0; i++)
        site_turn(&site);
    EXPECT_I64(1, waits_count(api.waits));
    read_cart(VISITOR, 1000, "mug", 4);
    hear(fd);
    EXPECT_I64(200, answer.status);
    EXPECT_CONTAINS("\"units\":4}]", fy_slice_of(answer.body));
    close_shop();
}

/* What was set as a whole wins over what is older, of the same owner alone. */
static void the_newest_word_counts(void)
{
    static struct cart_merge merge;
    const struct cart_line mine[] = {{fy_slice_of("mug"), 1, 100}, {fy_slice_of("pot"), 2, 300}};
    const struct cart_line other[] = {{fy_slice_of("mug"), 7, 200}, {fy_slice_of("cup"), 0, 400}};

    merge.count = 0;
    cart_merge_add(&merge, mine, 2, 250); /* The mug of 100 went when all was set at 250. */
    cart_merge_add(&merge, other, 2, 0);
    cart_merge_ordered(&merge, fy_slice_of("pot"), 299);
    cart_merge_end(&merge);
    EXPECT_I64(2, merge.count);
    EXPECT_TEXT("pot", merge.lines[0].sku);
    EXPECT_I64(2, merge.lines[0].units);
    EXPECT_TEXT("mug", merge.lines[1].sku);
    EXPECT_I64(7, merge.lines[1].units);
    cart_merge_ordered(&merge, fy_slice_of("pot"), 300);
    cart_merge_end(&merge);
    EXPECT_I64(1, merge.count);
}

static CU_TestInfo tests[] = {
    TEST(an_order_is_shown_to_whoever_placed_it),
    TEST(orders_are_listed_the_newest_first),
    TEST(who_may_ask_again_is_told_so),
    TEST(a_page_waits_for_a_place),
    TEST(the_gate_lets_in_whose_it_is),
    TEST(a_stream_tells_what_an_order_becomes),
    TEST(a_supplier_sees_an_address_while_they_ship),
    TEST(who_was_forgotten_has_no_address),
    TEST(a_statement_adds_up),
    TEST(a_timeline_tells_what_happened_and_why),
    TEST(an_operator_sees_first_what_needs_one),
    TEST(a_cart_is_merged_and_what_was_ordered_leaves_it),
    TEST(a_cart_is_read_behind_its_own_write),
    TEST(the_newest_word_counts),
};

TEST_MAIN(orders, tests)
