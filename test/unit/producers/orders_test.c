/*
 * Orders at the edge: what is written for one, whose it is, and what whoever placed it is told.
 */
#include "lib/orders.h"
#include "producers/orders/orders.h"
#include "schemas/generated/order_request.h"
#include "test/run.h"
#include "test/unit/producers/people_shop.h"

#define KEY "Idempotency-Key: an-order-of-one-mug\r\n"
#define PREFER "Prefer: wait=30\r\n"
#define ADDRESS                                                                                    \
    "\"address\":{\"full_name\":\"Ada Planted\",\"lines\":[\"1 Planted Street\"],"                 \
    "\"postcode\":\"SW1Y\",\"city\":\"London\",\"country\":\"GB\"}"
#define MUG                                                                                        \
    "\"lines\":[{\"sku\":\"mug\",\"units\":2}],\"expected_total\":{\"minor\":2468,"                \
    "\"currency\":\"EUR\"},\"payment_method\":\"pm_card_visa\""
#define GUEST "{" MUG ",\"email\":\"ada.planted@example.com\"," ADDRESS "}"

/* --- What the view is told ------------------------------------------------------------------- */

static void apply_status(const struct order_status *status)
{
    struct fy_store_batch *rows = fy_store_batch_new(shop.store);
    struct fy_record record = {.topic = FY_TOPIC_ORDER_STATUS, .key = status->order};
    struct fy_err err;

    EXPECT_I64(FY_OK, order_status_encode(status, &shop.arena, &record.value, &err));
    EXPECT_I64(FY_OK, producers_apply(&shop.producers, &record, rows, &shop.arena, &err));
    if (fy_store_batch_write(rows, &err) != FY_OK)
        abort();
    fy_store_batch_free(rows);
}

static struct order_request sent_order(int index)
{
    const struct fake_record *record = people_shop_sent(index, FY_TOPIC_ORDER_REQUESTS);
    struct order_request request = {0};
    struct fy_err err;

    EXPECT_I64(FY_OK, order_request_decode((struct fy_slice){record->value, record->value_size},
                          &shop.arena, &request, &err));
    return request;
}

/* The row of what was placed, in a state. */
static struct order_status status_of(const struct order_request *fact, enum order_state state)
{
    static struct line_standing line;
    static struct sub_order_status sub_order;

    line = (struct line_standing){
        .sku = fy_slice_of("mug"), .units = 2, .supplier = fy_slice_of("acme")};
    sub_order =
        (struct sub_order_status){.supplier = fy_slice_of("acme"), .currency = fy_slice_of("EUR")};
    return (struct order_status){.order = fact->order,
        .person = fact->place_order->person,
        .visitor = fact->place_order->visitor,
        .body_mac = fact->body_mac,
        .standing = {.state = state},
        .currency = fy_slice_of("EUR"),
        .total_minor = 2468,
        .expected_minor = 2468,
        .lines = {&line, 1},
        .sub_orders = {&sub_order, state == ORDER_STATE_CONFIRMED}};
}

/* A guest's first order: the key, then how they are reached and the order, all acknowledged. */
static struct order_request guest_orders(const char *fields, const char *body, int *ret_fd)
{
    int before = shop.kafka.count;

    shop.as[0] = '\0';
    *ret_fd = post("/v1/orders", fields, body);
    (void)people_shop_until(before + 1);
    (void)people_shop_sent(before, FY_TOPIC_PERSON_KEYS);
    people_shop_settle();
    (void)people_shop_until(before + 3);
    (void)people_shop_sent(before + 1, FY_TOPIC_ACCOUNT_REQUESTS);
    people_shop_settle();
    people_shop_key_is_read(before);
    return sent_order(before + 2);
}

static bool was_sent(const char *text)
{
    for (int i = 0; i < shop.kafka.count; i++) {
        if (memmem(shop.kafka.records[i].value, shop.kafka.records[i].value_size, text,
                strlen(text)) != NULL)
            return true;
    }
    return false;
}

/* Turn a few times: whoever had something to say has said it. */
static void turn(void)
{
    for (int i = 0; i < 20; i++)
        site_turn(&shop.site);
}

/* --- Placed ---------------------------------------------------------------------------------- */

/* No cookie, no account, an empty cart: one request, one answer. */
static void a_guest_orders_with_one_request(void)
{
    struct order_request fact;
    struct order_status status;
    struct fy_slice address = {0};
    uint8_t key[FY_KEY_BYTES];
    bool known = false;
    struct fy_err err;
    int fd;

    shop_open(60000);
    fact = guest_orders(JSON KEY PREFER, GUEST, &fd);
    CU_ASSERT_PTR_NOT_NULL_FATAL(fact.place_order);
    EXPECT_I64(1, (int)fact.place_order->lines.count);
    EXPECT_I64(2468, fact.place_order->expected_total.minor);
    EXPECT_TEXT("pm_card_visa", fact.place_order->payment_method);
    EXPECT_I64(64, (int)fact.body_mac.size);
    CU_ASSERT_TRUE(fy_slice_equal(fact.envelope.root, fact.place_order->visitor));
    CU_ASSERT_FALSE(was_sent("lanted"));
    EXPECT_I64(FY_OK, fy_person_keys_get(keys_view(shop.producers.people->keys),
                          fact.place_order->person, 1000, &shop.arena, &known, key, &err));
    CU_ASSERT_TRUE(known && fy_unseal(key, fact.place_order->person, "address",
                                fact.place_order->delivery.address, &shop.arena, &address));
    EXPECT_CONTAINS("1 Planted Street", address);

    turn();
    status = status_of(&fact, ORDER_STATE_PAYING);
    apply_status(&status);
    turn();
    status = status_of(&fact, ORDER_STATE_CONFIRMED);
    apply_status(&status);
    read_answer(fd);
    EXPECT_I64(201, answer.status);
    EXPECT_CONTAINS("\"state\":\"CONFIRMED\"", fy_slice_of(answer.body));
    CU_ASSERT_TRUE(header_of("Set-Cookie").size > 0);
    CU_ASSERT_TRUE(header_of("Fy-Position").size > 0);
    shop_close();
}

/* The answer and its cookie got lost: key and body say who it was. */
static void who_repeats_without_a_cookie_is_the_same_guest(void)
{
    struct order_request first, second;
    int fd;

    shop_open(60000);
    first = guest_orders(JSON KEY, GUEST, &fd);
    read_answer(fd);
    EXPECT_I64(202, answer.status);
    second = guest_orders(JSON KEY, GUEST, &fd);
    read_answer(fd);
    CU_ASSERT_TRUE(fy_slice_equal(first.order, second.order));
    CU_ASSERT_TRUE(fy_slice_equal(first.place_order->visitor, second.place_order->visitor));
    second = guest_orders(JSON "Idempotency-Key: an-order-of-another\r\n", GUEST, &fd);
    read_answer(fd);
    CU_ASSERT_FALSE(fy_slice_equal(first.order, second.order));
    CU_ASSERT_FALSE(fy_slice_equal(first.place_order->visitor, second.place_order->visitor));
    shop_close();
}

/* Places one and has it decided; the answer is in `answer`. */
static struct order_request decided_as(enum order_state state, const char *reason)
{
    struct order_request fact;
    struct order_status status;
    int fd;

    fact = guest_orders(JSON KEY PREFER, GUEST, &fd);
    turn();
    status = status_of(&fact, state);
    status.standing.reason = reason != NULL ? fy_slice_of(reason) : (struct fy_slice){0};
    status.total_minor = 2600;
    ((struct line_standing *)status.lines.items)->left_units = 1;
    ((struct line_standing *)status.lines.items)->reason =
        reason != NULL ? fy_slice_of(reason) : (struct fy_slice){0};
    apply_status(&status);
    read_answer(fd);
    return fact;
}

static void what_is_sold_out_is_told_with_what_is_left(void)
{
    shop_open(60000);
    (void)decided_as(ORDER_STATE_REFUSED, "sold_out");
    EXPECT_I64(409, answer.status);
    EXPECT_CONTAINS("/problems/sold-out", fy_slice_of(answer.body));
    EXPECT_CONTAINS(
        "\"left\":[{\"sku\":\"mug\",\"units\":2,\"left_units\":1", fy_slice_of(answer.body));
    shop_close();
}

static void another_total_is_told(void)
{
    shop_open(60000);
    (void)decided_as(ORDER_STATE_REFUSED, "total_differs");
    EXPECT_I64(409, answer.status);
    EXPECT_CONTAINS("/problems/total-differs", fy_slice_of(answer.body));
    EXPECT_CONTAINS("\"total\":{\"minor\":2600,\"currency\":\"EUR\"}", fy_slice_of(answer.body));
    shop_close();
}

static void a_declined_payment_is_402(void)
{
    shop_open(60000);
    (void)decided_as(ORDER_STATE_REFUSED, "payment_declined");
    EXPECT_I64(402, answer.status);
    EXPECT_CONTAINS("/problems/payment-declined", fy_slice_of(answer.body));
    shop_close();
}

/* The header lines of whoever got the cookie of the newest answer. */
static void fields_of_guest(char fields[512])
{
    struct fy_slice cookie = header_of("Set-Cookie");

    CU_ASSERT_TRUE_FATAL(cookie.size > 0);
    (void)snprintf(fields, 512, JSON KEY PREFER "Cookie: %.*s\r\n",
        (int)strcspn((const char *)cookie.data, ";"), (const char *)cookie.data);
}

/* A crash of the edge, or another instance: the row of the order says what was decided. */
static void a_repeat_hears_the_same_from_another_process(void)
{
    char first[1024], fields[512];
    int before;

    shop_open(60000);
    (void)decided_as(ORDER_STATE_REFUSED, "sold_out");
    (void)snprintf(first, sizeof(first), "%s", answer.body);
    fields_of_guest(fields);
    shop_stop();
    shop_start(60000);
    shop.as[0] = '\0';
    before = shop.kafka.count;
    read_answer(post("/v1/orders", fields, GUEST));
    EXPECT_I64(409, answer.status);
    EXPECT_TEXT(first, fy_slice_of(answer.body));
    EXPECT_I64(before, shop.kafka.count);
    read_answer(post("/v1/orders", fields, "{" MUG ",\"email\":\"bob@example.com\"," ADDRESS "}"));
    EXPECT_I64(422, answer.status);
    EXPECT_CONTAINS("/problems/key-reused", fy_slice_of(answer.body));
    EXPECT_I64(before, shop.kafka.count);
    shop_close();
}

/* Confirmed, or not decided yet: nothing is written, and so there is no place of it. */
static void a_repeat_is_not_written_again(void)
{
    struct order_request fact;
    struct order_status status;
    char first[2048], fields[512];
    int before;

    shop_open(60000);
    fact = decided_as(ORDER_STATE_CONFIRMED, NULL);
    EXPECT_I64(201, answer.status);
    (void)snprintf(first, sizeof(first), "%s", answer.body);
    fields_of_guest(fields);
    before = shop.kafka.count;
    read_answer(post("/v1/orders", fields, GUEST));
    EXPECT_I64(201, answer.status);
    EXPECT_TEXT(first, fy_slice_of(answer.body));
    CU_ASSERT_PTR_NULL(strstr(answer.text, "Fy-Position: "));
    status = status_of(&fact, ORDER_STATE_PAYING);
    apply_status(&status);
    memcpy(strstr(fields, "wait=30"), "wait=01", 7);
    read_answer(post("/v1/orders", fields, GUEST));
    EXPECT_I64(202, answer.status);
    CU_ASSERT_PTR_NULL(strstr(answer.text, "Fy-Position: "));
    EXPECT_I64(before, shop.kafka.count);
    shop_close();
}

/* What was cancelled later had been an order: who repeats it hears that there is one. */
static void a_repeat_of_what_was_cancelled_later_is_no_refusal(void)
{
    shop_open(60000);
    (void)decided_as(ORDER_STATE_CANCELLED, "customer");
    EXPECT_I64(201, answer.status);
    EXPECT_CONTAINS("\"state\":\"CANCELLED\"", fy_slice_of(answer.body));
    shop_close();
}

static void what_is_not_decided_in_time_is_written_down(void)
{
    struct order_request fact;
    char location[64];
    int fd;

    shop_open(60000);
    fact = guest_orders(JSON KEY "Prefer: wait=1\r\n", GUEST, &fd);
    read_answer(fd);
    EXPECT_I64(202, answer.status);
    (void)snprintf(location, sizeof(location), "/v1/orders/%.*s", FY_SLICE_ARG(fact.order));
    EXPECT_TEXT(location, header_of("Location"));
    EXPECT_TEXT("1", header_of("Retry-After"));
    CU_ASSERT_TRUE(header_of("Event-Id").size > 0 && header_of("Fy-Position").size > 0);
    shop_close();
}

/* The fact goes its way, and nobody is told: nothing is left that waits. */
static void a_client_that_went_waits_no_more(void)
{
    struct order_request fact;
    struct order_status status;
    int64_t until_ms = site_now_ms() + 3000;
    int fd;

    shop_open(60000);
    fact = guest_orders(JSON KEY PREFER, GUEST, &fd);
    turn();
    (void)close(fd);
    while (shop.producers.people->op_count > 0 && site_now_ms() < until_ms)
        site_turn(&shop.site);
    EXPECT_I64(0, shop.producers.people->op_count);
    status = status_of(&fact, ORDER_STATE_CONFIRMED);
    apply_status(&status);
    shop_close();
}

static void what_breaks_a_limit_is_refused_with_its_name(void)
{
    static const struct {
        const char *fields, *body;
        int status;
        const char *words;
    } cases[] = {
        {JSON, GUEST, 400, "Idempotency-Key: 0 bytes"},
        {JSON "Idempotency-Key: short\r\n", GUEST, 400, "16 .. 128"},
        {KEY, GUEST, 415, "application/json"},
        {JSON KEY, "{" MUG "," ADDRESS "}", 422, "\"field\":\"email\""},
        {JSON KEY, "{" MUG ",\"email\":\"ada@example.com\"}", 422, "\"field\":\"address\""},
        {JSON KEY, "{" MUG ",\"email\":\"no mail\"," ADDRESS "}", 422, "\"field\":\"email\""},
        {JSON KEY,
            "{\"lines\":[],\"expected_total\":{\"minor\":1,\"currency\":\"EUR\"},"
            "\"payment_method\":\"x\"}",
            422, "\"field\":\"lines\""},
        {JSON KEY,
            "{\"lines\":[{\"sku\":\"mug\",\"units\":1},{\"sku\":\"mug\",\"units\":1}],"
            "\"expected_total\":{\"minor\":1,\"currency\":\"EUR\"},\"payment_method\":\"x\"}",
            422, "lines[1].sku: it stands here twice"},
        {JSON KEY,
            "{\"lines\":[{\"sku\":\"nothing\",\"units\":1}],"
            "\"expected_total\":{\"minor\":1,\"currency\":\"EUR\"},\"payment_method\":\"x\"}",
            422, "/problems/unknown-sku"},
        {JSON KEY,
            "{\"lines\":[{\"sku\":\"mug\",\"units\":1000}],"
            "\"expected_total\":{\"minor\":1,\"currency\":\"EUR\"},\"payment_method\":\"x\"}",
            422, "lines[0].units"},
        {JSON KEY,
            "{\"lines\":[{\"sku\":\"mug\",\"units\":1}],"
            "\"expected_total\":{\"minor\":0,\"currency\":\"EUR\"},\"payment_method\":\"x\"}",
            422, "expected_total.minor: 0, at least 1"},
    };

    shop_open(60000);
    shop.as[0] = '\0';
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        read_answer(post("/v1/orders", cases[i].fields, cases[i].body));
        EXPECT_I64(cases[i].status, answer.status);
        EXPECT_CONTAINS(cases[i].words, fy_slice_of(answer.body));
    }
    EXPECT_I64(0, shop.kafka.count);
    shop_close();
}

/* Whoever has this browser next does not see it: an account's order names no visitor. */
static void an_accounts_order_is_the_accounts_alone(void)
{
    struct account_request member;
    struct order_request fact;
    struct order_status status;
    char path[96];
    int fd;

    shop_open(60000);
    member = people_shop_member();
    shop_as_person(FY_ROLE_CUSTOMER, NULL, member.create_account->person);
    (void)snprintf(path, sizeof(path), JSON KEY "%s", "");
    fd = post("/v1/orders", JSON "Idempotency-Key: 1\r\n", "{" MUG "," ADDRESS "}");
    (void)people_shop_until(3);
    people_shop_settle();
    read_answer(fd);
    EXPECT_I64(202, answer.status);
    fact = sent_order(2);
    CU_ASSERT_TRUE(fact.place_order->visitor.data == NULL);
    CU_ASSERT_TRUE(fy_slice_equal(member.create_account->person, fact.place_order->person));
    status = status_of(&fact, ORDER_STATE_CONFIRMED);
    apply_status(&status);

    (void)snprintf(path, sizeof(path), "/v1/orders/%.*s/cancel", FY_SLICE_ARG(fact.order));
    shop.as[0] = '\0';
    say_and_settle("POST", path, JSON, "{}");
    EXPECT_I64(404, answer.status);
    shop_as_person(FY_ROLE_CUSTOMER, NULL, fy_slice_of("somebody-else"));
    say_and_settle("POST", path, JSON, "{}");
    EXPECT_I64(404, answer.status);
    shop_as_person(FY_ROLE_CUSTOMER, NULL, member.create_account->person);
    say_and_settle("POST", path, JSON, "{\"reason\":\"too_late\"}");
    EXPECT_I64(202, answer.status);
    CU_ASSERT_PTR_NOT_NULL(sent_order(3).cancel_order);
    shop_close();
}

/* A body that was refused used no key up: it is mended, and said again under the same one. */
static void a_refused_body_leaves_its_key(void)
{
    struct account_request member;
    int fd;

    shop_open(60000);
    member = people_shop_member();
    shop_as_person(FY_ROLE_CUSTOMER, NULL, member.create_account->person);
    read_answer(post("/v1/orders", JSON "Idempotency-Key: 1\r\n", "{" MUG "}"));
    EXPECT_I64(422, answer.status);
    EXPECT_CONTAINS("\"field\":\"address\"", fy_slice_of(answer.body));
    fd = post("/v1/orders", JSON "Idempotency-Key: 1\r\n", "{" MUG "," ADDRESS "}");
    (void)people_shop_until(3);
    people_shop_settle();
    read_answer(fd);
    EXPECT_I64(202, answer.status);
    read_answer(post("/v1/orders", JSON "Idempotency-Key: 1\r\n", "{" MUG ",\"address\":null}"));
    EXPECT_I64(422, answer.status);
    shop_close();
}

/* --- Changed --------------------------------------------------------------------------------- */

static struct order_request confirmed(void)
{
    struct order_request fact;

    fact = decided_as(ORDER_STATE_CONFIRMED, NULL);
    EXPECT_I64(201, answer.status);
    return fact;
}

static const char *path_of(const struct order_request *fact, const char *rest)
{
    static char path[160];

    (void)snprintf(path, sizeof(path), "/v1/orders/%.*s%s", FY_SLICE_ARG(fact->order), rest);
    return path;
}

static void a_supplier_ships_what_is_theirs(void)
{
    struct order_request fact, ship;

    shop_open(60000);
    fact = confirmed();
    shop_as(FY_ROLE_SUPPLIER_STAFF, "elm");
    say_and_settle("POST", path_of(&fact, "/suppliers/acme/ship"), JSON, "{}");
    EXPECT_I64(404, answer.status);
    say_and_settle("POST", path_of(&fact, "/suppliers/elm/ship"), JSON, "{}");
    EXPECT_I64(404, answer.status); /* The order has nothing of theirs. */
    shop_as(FY_ROLE_SUPPLIER_STAFF, "acme");
    say_and_settle("POST", path_of(&fact, "/suppliers/acme/accept"), "", "");
    EXPECT_I64(202, answer.status);
    say_and_settle("POST", path_of(&fact, "/suppliers/acme/ship"), JSON,
        "{\"items\":[{\"sku\":\"mug\",\"units\":1}],\"carrier\":\"post\",\"tracking\":\"RR-1\"}");
    EXPECT_I64(202, answer.status);
    ship = sent_order(shop.kafka.count - 1);
    CU_ASSERT_PTR_NOT_NULL_FATAL(ship.ship_items);
    EXPECT_TEXT("acme", ship.ship_items->supplier);
    EXPECT_TEXT("RR-1", ship.ship_items->tracking);
    say_and_settle("POST", path_of(&fact, "/suppliers/acme/ship"), JSON, "{\"supplier\":\"elm\"}");
    EXPECT_I64(422, answer.status); /* The path says it. */
    shop_close();
}

/* api has shown it, and this process has not read that far: it waits, and does what was asked. */
static void what_is_on_its_way_here_is_waited_for(void)
{
    struct order_request fact, accept;
    struct order_status status;
    int before, fd;

    shop_open(60000);
    fact = guest_orders(JSON KEY "Prefer: wait=1\r\n", GUEST, &fd);
    read_answer(fd);
    shop_as(FY_ROLE_SUPPLIER_STAFF, "acme");
    before = shop.kafka.count;
    fd = post(path_of(&fact, "/suppliers/acme/accept"), "", "");
    turn();
    status = status_of(&fact, ORDER_STATE_PAYING); /* It is there, with nothing of theirs. */
    apply_status(&status);
    turn();
    EXPECT_I64(before, shop.kafka.count);
    status = status_of(&fact, ORDER_STATE_CONFIRMED);
    apply_status(&status);
    (void)people_shop_until(before + 1);
    for (int64_t until_ms = site_now_ms() + ORDER_KNOWN_MS; site_now_ms() < until_ms;)
        site_turn(&shop.site); /* Kafka is slow: that is another deadline than the order's. */
    people_shop_settle();
    read_answer(fd);
    EXPECT_I64(202, answer.status);
    accept = sent_order(before);
    CU_ASSERT_PTR_NOT_NULL_FATAL(accept.accept_sub_order);
    EXPECT_TEXT("acme", accept.accept_sub_order->supplier);
    CU_ASSERT_TRUE(fy_slice_equal(fact.place_order->visitor, accept.envelope.root));
    shop_close();
}

/* Nor is somebody who waits told of an order that is not theirs, or kept after they went. */
static void what_does_not_come_is_unknown(void)
{
    struct order_request fact;
    struct order_status status;
    int64_t until_ms;
    int before, fd;

    shop_open(60000);
    fact = guest_orders(JSON KEY "Prefer: wait=1\r\n", GUEST, &fd);
    read_answer(fd);
    before = shop.kafka.count;
    shop_as(FY_ROLE_SUPPLIER_STAFF, "elm");
    fd = post(path_of(&fact, "/suppliers/elm/accept"), "", "");
    turn();
    status = status_of(&fact, ORDER_STATE_CONFIRMED);
    apply_status(&status);
    read_answer(fd);
    EXPECT_I64(404, answer.status);
    fd = post(path_of(&fact, "/suppliers/elm/accept"), "", "");
    turn();
    (void)close(fd);
    until_ms = site_now_ms() + 1000; /* Sooner than 404. */
    while (shop.producers.people->op_count > 0 && site_now_ms() < until_ms)
        site_turn(&shop.site);
    EXPECT_I64(0, shop.producers.people->op_count);
    apply_status(&status);
    EXPECT_I64(before, shop.kafka.count);
    shop_close();
}

/* Answered by the row's list of what was asked last. */
static void what_is_not_done_is_said(void)
{
    struct order_request fact, cancel;
    struct order_status status;
    struct order_answer told;
    struct position position;
    char fields[512];
    int fd;

    shop_open(60000);
    fact = confirmed();
    shop.as[0] = '\0';
    (void)snprintf(fields, sizeof(fields), JSON PREFER "Cookie: %.*s\r\n",
        (int)strcspn((const char *)header_of("Set-Cookie").data, ";"),
        header_of("Set-Cookie").data);
    fd = post(path_of(&fact, "/cancel"), fields, "{}");
    (void)people_shop_until(4);
    people_shop_settle();
    turn();
    cancel = sent_order(3);
    status = status_of(&fact, ORDER_STATE_CONFIRMED);
    apply_status(&status); /* Does not include it yet. */
    turn();
    told = (struct order_answer){
        .event_id = cancel.envelope.event_id, .refused = fy_slice_of("shipped")};
    position = (struct position){fy_slice_of("order-requests"), 3, 3};
    status.answered.items = &told;
    status.answered.count = 1;
    status.as_of.items = &position;
    status.as_of.count = 1;
    apply_status(&status);
    read_answer(fd);
    EXPECT_I64(409, answer.status);
    EXPECT_CONTAINS("not done: shipped", fy_slice_of(answer.body));
    shop_close();
}

static CU_TestInfo tests[] = {
    TEST(a_guest_orders_with_one_request),
    TEST(who_repeats_without_a_cookie_is_the_same_guest),
    TEST(what_is_sold_out_is_told_with_what_is_left),
    TEST(another_total_is_told),
    TEST(a_declined_payment_is_402),
    TEST(a_repeat_hears_the_same_from_another_process),
    TEST(a_repeat_is_not_written_again),
    TEST(a_repeat_of_what_was_cancelled_later_is_no_refusal),
    TEST(what_is_not_decided_in_time_is_written_down),
    TEST(a_client_that_went_waits_no_more),
    TEST(what_breaks_a_limit_is_refused_with_its_name),
    TEST(an_accounts_order_is_the_accounts_alone),
    TEST(a_refused_body_leaves_its_key),
    TEST(a_supplier_ships_what_is_theirs),
    TEST(what_is_on_its_way_here_is_waited_for),
    TEST(what_does_not_come_is_unknown),
    TEST(what_is_not_done_is_said),
};

TEST_MAIN(orders, tests)
