/* One SKU or collection as a resource: what its methods and paths write down. */
#include "schemas/generated/collection.h"
#include "schemas/generated/supply.h"
#include "test/run.h"
#include "test/unit/producers/shop.h"

#define ACME JSON "Fy-Supplier: acme\r\n"
#define MUG "{\"title\":\"Mug\",\"price\":{\"minor\":500,\"currency\":\"EUR\"}}"

static struct supply supply_of(int record)
{
    struct fake_record *sent = &shop.kafka.records[record];
    struct supply supply = {0};
    struct fy_err err;

    EXPECT_I64(FY_TOPIC_SUPPLY, sent->topic);
    EXPECT_I64(FY_OK, supply_decode((struct fy_slice){sent->value, sent->value_size}, &shop.arena,
                          &supply, &err));
    EXPECT_TEXT("mug", ((struct fy_slice){sent->key, sent->key_size}));
    EXPECT_TEXT("mug", supply.sku);
    EXPECT_TEXT("acme", supply.supplier);
    EXPECT_TEXT("operator:ann", supply.envelope.actor);
    EXPECT_TEXT("acme", supply.envelope.root);
    CU_ASSERT_TRUE(fy_slice_equal(supply.envelope.event_id, header_of("Event-Id")));
    return supply;
}

static struct supply said_of_mug(const char *method, const char *path, const char *body)
{
    say_and_settle(method, path, ACME, body);
    EXPECT_I64(202, answer.status);
    EXPECT_TEXT("/v1/products/mug", header_of("Location"));
    EXPECT_CONTAINS("supply-3-", header_of("Fy-Position"));
    EXPECT_PART("{\"accepted\":1,", &answer);
    return supply_of(shop.kafka.count - 1);
}

/* Each way to speak of a SKU writes its own fact, and nothing but what was said. */
static void each_path_writes_its_fact(void)
{
    struct supply supply;

    shop_open(60000);
    supply = said_of_mug("PUT", "/v1/products/mug", MUG);
    CU_ASSERT_PTR_NOT_NULL_FATAL(supply.product_listed);
    EXPECT_TEXT("Mug", supply.product_listed->title);
    EXPECT_I64(500, supply.product_listed->price.minor);
    supply = said_of_mug(
        "PUT", "/v1/products/mug/price", " {\"price\":{\"minor\":1,\"currency\":\"EUR\"}} ");
    CU_ASSERT_PTR_NOT_NULL_FATAL(supply.price_set);
    EXPECT_I64(1, supply.price_set->price.minor);
    supply = said_of_mug("PUT", "/v1/products/mug/count", "{\"units\":7}");
    CU_ASSERT_PTR_NOT_NULL_FATAL(supply.stock_counted);
    EXPECT_I64(7, supply.stock_counted->units);
    supply = said_of_mug("POST", "/v1/products/mug/receive", "{\"units\":3}");
    CU_ASSERT_PTR_NOT_NULL_FATAL(supply.stock_received);
    EXPECT_I64(3, supply.stock_received->units);
    supply =
        said_of_mug("POST", "/v1/products/mug/adjust", "{\"units\":-2,\"reason\":\"Broken.\"}");
    CU_ASSERT_PTR_NOT_NULL_FATAL(supply.stock_adjusted);
    EXPECT_I64(-2, supply.stock_adjusted->units);
    EXPECT_TEXT("Broken.", supply.stock_adjusted->reason);
    supply = said_of_mug("PUT", "/v1/products/mug/threshold", "{\"units\":0}");
    CU_ASSERT_PTR_NOT_NULL_FATAL(supply.threshold_set);
    CU_ASSERT_TRUE(supply.threshold_set->has_units);
    supply = said_of_mug("PUT", "/v1/products/mug/threshold", "{\"units\":null}");
    CU_ASSERT_PTR_NOT_NULL_FATAL(supply.threshold_set);
    CU_ASSERT_FALSE(supply.threshold_set->has_units);

    say_and_settle("DELETE", "/v1/products/mug", "Fy-Supplier: acme\r\n", "");
    EXPECT_I64(202, answer.status);
    CU_ASSERT_PTR_NOT_NULL(supply_of(shop.kafka.count - 1).product_withdrawn);
    shop_close();
}

/* A SKU that this instance was told to put on offer is known at once. */
static void what_was_put_on_offer_is_known(void)
{
    shop_open(60000);
    read_answer(say("PUT", "/v1/products/cup/count", ACME, "{\"units\":7}"));
    EXPECT_I64(404, answer.status);
    EXPECT_PART("There is no product of that SKU", &answer);
    say_and_settle("PUT", "/v1/products/cup", ACME, MUG);
    EXPECT_I64(202, answer.status);
    say_and_settle("PUT", "/v1/products/cup/count", ACME, "{\"units\":7}");
    EXPECT_I64(202, answer.status);
    shop_close();
}

/* The new facts come in a batch like the old ones. */
static void a_batch_takes_every_kind_of_fact(void)
{
    shop_open(60000);
    post_and_settle("/v1/supply", ACME,
        "[{\"sku\":\"mug\",\"stock_received\":{\"units\":1}},"
        "{\"sku\":\"mug\",\"threshold_set\":{\"units\":2}},"
        "{\"sku\":\"mug\",\"stock_adjusted\":{\"units\":-1,\"reason\":\"x\"}}"
        ",{\"sku\":\"mug\",\"product_withdrawn\":{\"reason\":\"Old.\"}}]");
    EXPECT_I64(202, answer.status);
    EXPECT_I64(4, shop.kafka.count);
    EXPECT_TEXT("Old.", supply_of(3).product_withdrawn->reason);
    shop_close();
}

/* A key is for one path: the same key elsewhere is another event, and a body is held to its own. */
static void a_key_is_for_one_path(void)
{
    static const char fields[] = ACME "Idempotency-Key: k\r\n";
    struct fy_slice ids[4];

    shop_open(60000);
    known_skus_listed(shop.producers.known, fy_slice_of("cup"), fy_slice_of("acme"));
    say_and_settle("PUT", "/v1/products/mug/count", fields, "{\"units\":7}");
    ids[0] = header_of("Event-Id");
    say_and_settle("PUT", "/v1/products/mug/count", fields, "{\"units\":7}");
    ids[1] = header_of("Event-Id");
    say_and_settle("PUT", "/v1/products/cup/count", fields, "{\"units\":8}");
    ids[2] = header_of("Event-Id");
    say_and_settle("POST", "/v1/products/mug/receive", fields, "{\"units\":9}");
    ids[3] = header_of("Event-Id");
    CU_ASSERT_TRUE(fy_slice_equal(ids[0], ids[1]));
    CU_ASSERT_FALSE(fy_slice_equal(ids[0], ids[2]));
    CU_ASSERT_FALSE(fy_slice_equal(ids[0], ids[3]));
    EXPECT_I64(4, shop.kafka.count);

    read_answer(say("PUT", "/v1/products/mug/count", fields, "{\"units\":8}"));
    EXPECT_I64(422, answer.status);
    EXPECT_PART("/problems/key-reused", &answer);
    EXPECT_I64(4, shop.kafka.count);

    for (int i = 0; i < 2; i++) { /* A body of nothing is a body too. */
        say_and_settle(
            "DELETE", "/v1/products/mug", "Fy-Supplier: acme\r\nIdempotency-Key: k\r\n", "");
        EXPECT_I64(202, answer.status);
        ids[i] = header_of("Event-Id");
    }
    CU_ASSERT_TRUE(fy_slice_equal(ids[0], ids[1]));
    shop_close();
}

static void a_collection_is_put_under_its_id(void)
{
    static const char *const bodies[] = {
        "{\"title\":\"Summer\",\"skus\":[\"mug\"]}",
        "\n { \"skus\" : [\"mug\"], \"title\":\"Summer\" } ",
    };
    struct fy_err err;

    shop_open(60000);
    for (int i = 0; i < 2; i++) {
        struct fake_record *sent = &shop.kafka.records[i];
        struct collection collection = {0};

        say_and_settle("PUT", "/v1/collections/summer", JSON, bodies[i]);
        EXPECT_I64(202, answer.status);
        EXPECT_TEXT("/v1/collections/summer", header_of("Location"));
        EXPECT_I64(FY_TOPIC_COLLECTIONS, sent->topic);
        EXPECT_TEXT("summer", ((struct fy_slice){sent->key, sent->key_size}));
        EXPECT_I64(FY_OK, collection_decode((struct fy_slice){sent->value, sent->value_size},
                              &shop.arena, &collection, &err));
        EXPECT_TEXT("summer", collection.collection);
        EXPECT_TEXT("Summer", collection.title);
        EXPECT_TEXT("mug", collection.skus.items[0]);
    }
    shop_close();
}

/* A payment of nothing is none: whichever way a price is said. */
static void nothing_costs_nothing(void)
{
#define FREE "\"price\":{\"minor\":0,\"currency\":\"EUR\"}"
    static const char *const said[][3] = {
        {"PUT", "/v1/products/mug", "{\"title\":\"Mug\"," FREE "}"},
        {"PUT", "/v1/products/mug/price", "{" FREE "}"},
        {"PATCH", "/v1/products/mug", "{" FREE "}"},
        {"POST", "/v1/supply", "{\"sku\":\"mug\",\"price_set\":{" FREE "}}"},
    };

    shop_open(60000);
    for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
        read_answer(say(said[i][0], said[i][1], ACME, said[i][2]));
        EXPECT_I64(422, answer.status);
        EXPECT_PART("price.minor: 0, at least 1", &answer);
    }
    EXPECT_I64(0, shop.kafka.count);
    shop_close();
}

#define LONG "0123456789012345678901234567890123456789012345678901234567890123"

/* What the client did not write (the fact's name) is not in what it is told. */
static void what_cannot_be_taken_is_named_as_the_client_said_it(void)
{
    static const struct {
        const char *method, *path, *fields, *body;
        int status;
        const char *part; /* Of the problem. */
    } rows[] = {
        {"PUT", "/v1/products/mug/count", JSON, "{\"units\":1}", 400, "\"field\":\"Fy-Supplier\""},
        {"DELETE", "/v1/products/mug", "", "", 400, "\"field\":\"Fy-Supplier\""},
        {"PUT", "/v1/products/mug/count", JSON "Fy-Supplier: a b\r\n", "{\"units\":1}", 400,
            "1 to 64 letters, digits"},
        {"PUT", "/v1/products/mug/count", JSON "Fy-Supplier: " LONG "xy\r\n", "{\"units\":1}", 400,
            "1 to 64 letters, digits"},
        {"PUT", "/v1/products/" LONG "xy", ACME, MUG, 422, "\"field\":\"sku\""},
        {"PUT", "/v1/products/mug%22", ACME, MUG, 422, "\"field\":\"sku\""},
        {"PUT", "/v1/products/mug%22/count", ACME, "{\"units\":1}", 404, "/problems/not-found"},
        {"DELETE", "/v1/products/cup", ACME, "", 404, "/problems/not-found"},
        {"PUT", "/v1/products/mug/count", JSON "Fy-Supplier: elm\r\n", "{\"units\":1}", 404,
            "There is no product of that SKU"},
        {"PATCH", "/v1/products/mug", JSON "Fy-Supplier: elm\r\n", "{\"units\":1}", 422,
            "/problems/unknown-sku"},
        {"PUT", "/v1/products/mug/count", "Fy-Supplier: acme\r\n", "{}", 415, "Content-Type"},
        {"PUT", "/v1/products/mug/count", ACME, "", 400, "/problems/bad-json"},
        {"PUT", "/v1/products/mug/count", ACME, "7", 400, "/problems/bad-json"},
        {"PUT", "/v1/products/mug/count", ACME, "[{\"units\":1}]", 422, "one object"},
        {"PUT", "/v1/products/mug/count", ACME, "[{\"units\":1},{\"units\":1}]", 400, "bad-json"},
        {"PUT", "/v1/products/mug/count", ACME, "{}", 422, "\"field\":\"units\""},
        {"PUT", "/v1/products/mug/count", ACME, "{\"units\":-1}", 422, "\"field\":\"units\""},
        {"PUT", "/v1/products/mug/count", ACME, "{\"units\":1,\"sku\":\"cup\"}", 422,
            "\"field\":\"sku\""},
        /* A body cannot end the text that is put around it. */
        {"PUT", "/v1/products/mug/count", ACME, "{\"units\":1},\"price_set\":{}", 400, "bad-json"},
        {"PUT", "/v1/products/mug/count", ACME, "{\"units\":1}}", 400, "bad-json"},
        {"PUT", "/v1/products/mug", ACME, "{\"title\":\"\",\"price\":{}}", 422,
            "\"field\":\"title\""},
        {"PUT", "/v1/products/mug/price", ACME, "{\"price\":{\"minor\":1,\"currency\":\"eur\"}}",
            422, "\"field\":\"price.currency\""},
        {"POST", "/v1/products/mug/receive", ACME, "{\"units\":0}", 422, "\"field\":\"units\""},
        {"POST", "/v1/products/mug/adjust", ACME, "{\"units\":0,\"reason\":\"x\"}", 422,
            "\"field\":\"units\""},
        {"POST", "/v1/products/mug/adjust", ACME, "{\"units\":1}", 422, "\"field\":\"reason\""},
        {"PUT", "/v1/products/mug/threshold", ACME, "{\"units\":-1}", 422, "\"field\":\"units\""},
        {"POST", "/v1/supply", ACME,
            "[{\"sku\":\"mug\",\"supplier\":\"elm\",\"stock_counted\":{\"units\":0}}]", 422,
            "\"field\":\"[0].supplier\""},
        {"POST", "/v1/supply", ACME,
            "[{\"sku\":\"mug\",\"stock_adjusted\":{\"units\":0,\"reason\":\"x\"}"
            "}]",
            422, "\"field\":\"[0].stock_adjusted.units\""},
        {"DELETE", "/v1/products/mug/price", ACME, "", 405, "method-not-allowed"},
        {"DELETE", "/v1/products/mug", ACME, "{}", 413, "/problems/body-too-large"},
        {"PUT", "/v1/collections/a%20b", JSON, "{}", 422, "\"field\":\"collection\""},
        {"PUT", "/v1/collections/summer", JSON, "{}", 422, "\"field\":\"title\""},
        {"PUT", "/v1/collections/summer", JSON,
            "{\"collection\":\"winter\",\"title\":\"Summer\",\"skus\":[]}", 422,
            "\"field\":\"collection\""},
        {"PUT", "/v1/collections/summer", JSON, "{\"title\":\"Summer\",\"skus\":[\"cup\"]}", 422,
            "\"field\":\"skus[0]\""},
    };

    shop_open(60000);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        read_answer(say(rows[i].method, rows[i].path, rows[i].fields, rows[i].body));
        EXPECT_I64(rows[i].status, answer.status);
        EXPECT_PART(rows[i].part, &answer);
    }
    EXPECT_I64(0, shop.kafka.count);
    shop_close();
}

static const CU_TestInfo tests[] = {
    TEST(each_path_writes_its_fact),
    TEST(what_was_put_on_offer_is_known),
    TEST(a_batch_takes_every_kind_of_fact),
    TEST(a_key_is_for_one_path),
    TEST(a_collection_is_put_under_its_id),
    TEST(nothing_costs_nothing),
    TEST(what_cannot_be_taken_is_named_as_the_client_said_it),
};

TEST_MAIN(producers.products, tests)
