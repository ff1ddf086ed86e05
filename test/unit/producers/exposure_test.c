/*
 * What the edge does so that exposure can be counted: whose product it was, and that it stood in a
 * list of ours; and that whoever is forgotten is forgotten as a visitor too.
 */
#include "lib/credit.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/product.h"
#include "test/run.h"
#include "test/unit/producers/people_shop.h"

#define LIST "11111111-1111-8111-8111-111111111111"
#define BODY_MAX 2048

static void product_is_known(const char *sku, const char *supplier)
{
    struct product product = {.sku = fy_slice_of(sku),
        .supplier = fy_slice_of(supplier),
        .title = fy_slice_of("t"),
        .price = {.minor = 1, .currency = fy_slice_of("EUR")}};
    struct fy_record record = {.topic = FY_TOPIC_PRODUCTS, .key = fy_slice_of(sku)};
    struct fy_store_batch *rows = fy_store_batch_new(shop.store);
    struct fy_err err;

    EXPECT_I64(FY_OK, product_encode(&product, &shop.arena, &record.value, &err));
    EXPECT_I64(FY_OK, known_skus_apply(shop.producers.known, &record, rows, &shop.arena, &err));
    EXPECT_I64(FY_OK, fy_store_batch_write(rows, &err));
    fy_store_batch_free(rows);
}

static struct activity sent_activity(int index)
{
    const struct fake_record *record = people_shop_sent(index, FY_TOPIC_ACTIVITY);
    struct activity activity = {0};
    struct fy_err err;

    EXPECT_I64(FY_OK, activity_decode((struct fy_slice){record->value, record->value_size},
                          &shop.arena, &activity, &err));
    return activity;
}

static void say_activity(const char *body)
{
    char fields[512];

    (void)snprintf(fields, sizeof(fields), "%s%s", JSON, shop.cookie);
    post_and_settle("/v1/activity", fields, body);
}

/* As the API gave it. */
static const char *credit_of(const char *visitor, const char *sku, enum fy_credit_place place)
{
    static char text[FY_CREDIT_TEXT + 1];
    struct fy_credits credits;

    fy_credits_init(&credits, shop.producers.visitor_key, fy_slice_of(visitor), fy_slice_of(LIST));
    fy_credit_text(&credits, place, fy_slice_of(sku), text);
    return text;
}

static void open_shop(void)
{
    shop_open(60000);
    product_is_known("mug", "acme");
    product_is_known("cup", "bolt");
}

static void each_product_is_its_suppliers(void)
{
    struct activity activity;

    open_shop();
    for (int i = 0; i < 2; i++) { /* Looked up, then remembered. */
        say_activity("{\"recommendation_shown\":{\"list_id\":\"" LIST
                     "\",\"skus\":[\"cup\",\"mug\",\"cup\"]}}");
        EXPECT_I64(202, answer.status);
        activity = sent_activity(i);
        EXPECT_I64(3, activity.suppliers.count);
        EXPECT_TEXT("bolt", activity.suppliers.items[0]);
        EXPECT_TEXT("acme", activity.suppliers.items[1]);
        EXPECT_TEXT("bolt", activity.suppliers.items[2]);
    }
    say_activity("{\"item_viewed\":{\"sku\":\"mug\"}}");
    EXPECT_TEXT("acme", sent_activity(2).suppliers.items[0]);
    say_activity("{\"searched\":{\"results\":3}}");
    EXPECT_I64(0, sent_activity(3).suppliers.count);
    product_is_known("mug", "bolt");
    say_activity("{\"item_viewed\":{\"sku\":\"mug\"}}");
    EXPECT_TEXT("bolt", sent_activity(4).suppliers.items[0]);
    shop_close();
}

/* What a client may not say: whom it counts for, and that somebody is forgotten. */
static void clients_cannot_say_whose(void)
{
    open_shop();
    say_activity("{\"item_viewed\":{\"sku\":\"mug\"},\"suppliers\":[\"bolt\"]}");
    EXPECT_I64(422, answer.status);
    say_activity("{\"visitor_forgotten\":{\"forgotten_ms\":1}}");
    EXPECT_I64(422, answer.status);
    EXPECT_I64(0, shop.kafka.count);
    shop_close();
}

static int shown_with(const char *credit)
{
    char body[BODY_MAX];

    (void)snprintf(body, sizeof(body),
        "{\"recommendation_shown\":{\"list_id\":\"" LIST
        "\",\"skus\":[\"mug\"],\"credits\":[\"%s\"]}}",
        credit);
    say_activity(body);
    return answer.status;
}

static void a_credit_is_of_one_product_place_list_and_visitor(void)
{
    char other[FY_CREDIT_TEXT + 1];
    char body[BODY_MAX];

    open_shop();
    EXPECT_I64(202, shown_with(credit_of(shop.visitor, "mug", FY_PLACE_MINIMUM)));
    EXPECT_TEXT(credit_of(shop.visitor, "mug", FY_PLACE_MINIMUM),
        sent_activity(0).recommendation_shown->credits.items[0]);
    EXPECT_I64(422, shown_with(credit_of(shop.visitor, "cup", FY_PLACE_MINIMUM)));
    EXPECT_I64(
        422, shown_with(credit_of("00000000000000000000000000000000", "mug", FY_PLACE_MINIMUM)));
    (void)snprintf(other, sizeof(other), "%s", credit_of(shop.visitor, "mug", FY_PLACE_EARNED));
    other[0] = FY_PLACE_EXPLORED;
    EXPECT_I64(422, shown_with(other));
    EXPECT_I64(422, shown_with("i"));
    (void)snprintf(body, sizeof(body),
        "{\"recommendation_shown\":{\"list_id\":\"" LIST
        "\",\"skus\":[\"mug\",\"cup\"],\"credits\":[\"%s\"]}}",
        credit_of(shop.visitor, "mug", FY_PLACE_EARNED));
    say_activity(body);
    EXPECT_I64(422, answer.status);
    EXPECT_I64(1, shop.kafka.count);
    shop_close();
}

static void a_choice_needs_its_credit_too(void)
{
    char body[BODY_MAX];

    open_shop();
    for (int i = 0; i < 2; i++) {
        (void)snprintf(body, sizeof(body),
            "{\"recommendation_clicked\":{\"list_id\":\"" LIST
            "\",\"sku\":\"mug\",\"rank\":1,\"credit\":\"%s\"}}",
            credit_of(shop.visitor, i == 0 ? "mug" : "cup", FY_PLACE_EARNED));
        say_activity(body);
        EXPECT_I64(i == 0 ? 202 : 422, answer.status);
    }
    shop_close();
}

/* --- Forgetting -------------------------------------------------------------------------------
 */

#define ANNE "0123456789abcdef0123456789abcdef"

static void anne_is_forgotten(void)
{
    const struct fy_slice visitors[] = {fy_slice_of("11112222333344445555666677778888"),
        fy_slice_of("99990000111122223333444455556666")};
    struct person_forgotten gone = {
        .reason = fy_slice_of("asked"), .visitors = {.items = visitors, .count = 2}};
    struct account_request request = {.subject = fy_slice_of("s"),
        .envelope = {.event_id = fy_slice_of("00000000-0000-8000-8000-000000000001")}};
    struct account_event event = people_shop_event(&request);

    event.person = fy_slice_of(ANNE);
    event.decided_ms = 4711;
    event.person_forgotten = &gone;
    people_shop_decided(&event);
}

static void tick(void)
{
    struct fy_err err;

    EXPECT_I64(FY_OK, forgotten_tick(&shop.producers.people->forgotten, shop.store,
                          &shop.kafka.producer, 5000, &err));
}

static void expect_forgotten(int index, const char *visitor)
{
    struct activity activity = sent_activity(index);

    EXPECT_TEXT(visitor, activity.visitor);
    CU_ASSERT_PTR_NOT_NULL_FATAL(activity.visitor_forgotten);
    EXPECT_I64(4711, activity.visitor_forgotten->forgotten_ms);
}

static void each_visitor_of_a_forgotten_person_is_forgotten(void)
{
    shop_open(60000);
    tick();
    EXPECT_I64(0, shop.kafka.count);
    anne_is_forgotten();
    tick();
    tick(); /* Under way: not once more. */
    EXPECT_I64(2, shop.kafka.count);
    expect_forgotten(0, "11112222333344445555666677778888");
    expect_forgotten(1, "99990000111122223333444455556666");
    people_shop_settle();
    tick();
    tick();
    EXPECT_I64(2, shop.kafka.count);
    shop_close();
}

/* A broker that is away, a process that dies: what is not acknowledged is said again. */
static void what_is_not_acknowledged_is_said_again(void)
{
    shop_open(60000);
    anne_is_forgotten();
    tick();
    fake_settle(&shop.kafka, 1, FY_OK);
    fake_settle(&shop.kafka, 1, FY_ABORT);
    tick();
    EXPECT_I64(3, shop.kafka.count);
    expect_forgotten(2, "99990000111122223333444455556666");
    shop_stop();
    shop_start(60000);
    tick();
    EXPECT_I64(1, shop.kafka.count);
    expect_forgotten(0, "99990000111122223333444455556666");
    people_shop_settle();
    tick();
    tick();
    EXPECT_I64(1, shop.kafka.count);
    shop_close();
}

static CU_TestInfo tests[] = {
    TEST(each_product_is_its_suppliers),
    TEST(clients_cannot_say_whose),
    TEST(a_credit_is_of_one_product_place_list_and_visitor),
    TEST(a_choice_needs_its_credit_too),
    TEST(each_visitor_of_a_forgotten_person_is_forgotten),
    TEST(what_is_not_acknowledged_is_said_again),
};

TEST_MAIN(exposure, tests)
