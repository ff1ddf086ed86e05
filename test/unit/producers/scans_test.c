/* Sessions of scans: opened, scanned, undone, closed; told again they write the same. */
#include "producers/feeds/feed.h"
#include "schemas/generated/product.h"
#include "schemas/generated/supply.h"
#include "test/run.h"
#include "test/unit/producers/shop.h"

#define ACME JSON "Fy-Supplier: acme\r\n"
#define SESSION "0123456789abcdef0123456789abcdef"
#define PATH "/v1/scans/" SESSION
#define SCAN(n, gtin) "{\"item_scanned\":{\"n\":" #n ",\"gtin\":\"" gtin "\"}}"
#define BACK(n, undone) "{\"scan_taken_back\":{\"n\":" #n ",\"undone_n\":" #undone "}}"
#define MUG "4006381333931"
#define CUP "96385074"
#define BOTH "036000291452"

static struct supply supply;
static struct feed feed;

/* The edge's view reads a record. */
static void view(enum fy_topic topic, struct fy_slice key, struct fy_slice value)
{
    struct fy_store_batch *rows = fy_store_batch_new(shop.store);
    struct fy_record record = {.topic = topic, .key = key, .value = value};
    struct fy_err err;

    EXPECT_I64(FY_OK, producers_apply(&shop.producers, &record, rows, &shop.arena, &err));
    EXPECT_I64(FY_OK, fy_store_batch_write(rows, &err));
    fy_store_batch_free(rows);
}

static void list(const char *sku, const char *supplier, const char *one, const char *two)
{
    struct fy_slice gtins[] = {fy_slice_of(one), fy_slice_of(two != NULL ? two : "")};
    struct product product = {
        .sku = fy_slice_of(sku),
        .supplier = fy_slice_of(supplier),
        .title = fy_slice_of("Title"),
        .price = {1, fy_slice_of("EUR")},
        .gtins = {gtins, two != NULL ? 2 : 1},
    };
    struct fy_slice value;
    struct fy_err err;

    EXPECT_I64(FY_OK, product_encode(&product, &shop.arena, &value, &err));
    view(FY_TOPIC_PRODUCTS, product.sku, value);
}

static void open_shop(void)
{
    shop_open(60000);
    list("mug", "acme", "04006381333931", "00036000291452");
    list("cup", "acme", "00000096385074", "00036000291452");
    list("other", "other", "04006381333931", NULL);
}

/* What was written since `from` is read by the view. */
static void view_feeds(int from)
{
    for (int i = from; i < shop.kafka.count; i++) {
        const struct fake_record *record = &shop.kafka.records[i];

        if (record->topic == FY_TOPIC_FEEDS)
            view(FY_TOPIC_FEEDS, (struct fy_slice){record->key, record->key_size},
                (struct fy_slice){record->value, record->value_size});
    }
}

/* 202, and so many records. */
static int written(const char *method, const char *path, const char *body, int records)
{
    int before = shop.kafka.count;

    say_and_settle(method, path, ACME, body);
    EXPECT_I64(202, answer.status);
    EXPECT_I64(records, shop.kafka.count - before);
    view_feeds(before);
    return before;
}

static void refused(const char *path, const char *body, int status, const char *words)
{
    int before = shop.kafka.count;

    say_and_settle("POST", path, ACME, body);
    EXPECT_I64(status, answer.status);
    EXPECT_PART(words, &answer);
    EXPECT_I64(before, shop.kafka.count);
}

static struct fy_slice value_of(int record)
{
    return (struct fy_slice){
        shop.kafka.records[record].value, shop.kafka.records[record].value_size};
}

static const struct supply *supply_at(int record)
{
    struct fy_err err;

    EXPECT_I64(FY_TOPIC_SUPPLY, shop.kafka.records[record].topic);
    EXPECT_I64(FY_OK, supply_decode(value_of(record), &shop.arena, &supply, &err));
    EXPECT_TEXT(SESSION, supply.session);
    CU_ASSERT_TRUE(supply.has_n);
    EXPECT_TEXT("acme", supply.supplier);
    return &supply;
}

static const struct feed *feed_at(int record)
{
    struct fy_err err;

    EXPECT_I64(FY_TOPIC_FEEDS, shop.kafka.records[record].topic);
    EXPECT_I64(FY_OK, feed_decode(value_of(record), &shop.arena, &feed, &err));
    EXPECT_TEXT(SESSION, feed.feed);
    return &feed;
}

static void begin(const char *mode)
{
    char body[64];

    open_shop();
    (void)snprintf(body, sizeof(body), "{\"mode\":\"%s\"}", mode);
    (void)written("PUT", PATH, body, 1);
}

/* Where items arrive each scan is a receipt, under the session's number; an undoing takes it back.
 */
static void a_scan_is_a_receipt_of_whose_barcode_it_is(void)
{
    int at;

    begin("RECEIVE");
    at = written("POST", PATH, SCAN(0, MUG), 2);
    EXPECT_TEXT(PATH, header_of("Location"));
    EXPECT_CONTAINS("feeds-3-", header_of("Fy-Position"));
    EXPECT_TEXT("mug", supply_at(at)->sku);
    EXPECT_I64(0, supply.n);
    EXPECT_I64(1, supply.stock_received->units);
    EXPECT_TEXT("04006381333931", feed_at(at + 1)->item_scanned->gtin);
    EXPECT_TEXT("mug", feed.item_scanned->sku);
    at = written("POST", PATH,
        "[{\"item_scanned\":{\"n\":1,\"gtin\":\"" CUP
        "\",\"units\":12}}," BACK(2, 0) "," BACK(3, 1) "]",
        6);
    EXPECT_I64(12, supply_at(at)->stock_received->units);
    EXPECT_TEXT("cup", supply.sku);
    EXPECT_TEXT("mug", supply_at(at + 1)->sku);
    EXPECT_I64(0, supply.scan_undone->undone_n);
    EXPECT_I64(1, supply.scan_undone->units);
    EXPECT_I64(2, supply.n);
    EXPECT_TEXT("cup", supply_at(at + 2)->sku);
    EXPECT_I64(12, supply.scan_undone->units);
    (void)written("POST", PATH "/close", "{\"numbers\":4}", 1);
    shop_close();
}

/* Told again a scan is the same records, though the barcode be another product's since. */
static void a_scan_told_again_is_the_same(void)
{
    int one, two;
    struct fy_slice id;

    begin("RECEIVE");
    one = written("POST", PATH, SCAN(0, MUG), 2);
    id = fy_arena_copy(&shop.arena, supply_at(one)->envelope.event_id);
    list("mug", "acme", "00036000291452", NULL);
    list("new", "acme", "04006381333931", NULL);
    two = written("POST", PATH, SCAN(0, MUG), 2);
    EXPECT_TEXT("mug", supply_at(two)->sku);
    CU_ASSERT_TRUE(fy_slice_equal(id, supply.envelope.event_id));
    two = written("POST", PATH, SCAN(1, MUG), 2);
    EXPECT_TEXT("new", supply_at(two)->sku);
    refused(PATH, SCAN(0, CUP), 422, "/problems/key-reused");
    refused(PATH, "{\"item_scanned\":{\"n\":0,\"gtin\":\"" MUG "\",\"units\":2}}", 422,
        "/problems/key-reused");
    shop_close();
}

static void what_is_no_scan_is_refused_and_named(void)
{
    static const struct {
        const char *path, *body;
        int status;
        const char *words;
    } cases[] = {
        {PATH, SCAN(0, "4006381333932"), 422, "check digit"},
        {PATH, SCAN(0, "123"), 422, "item_scanned.gtin"},
        {PATH, SCAN(0, "10614141000415"), 422, "/problems/unknown-gtin"},
        {PATH, SCAN(0, BOTH), 422, "2 products have it"},
        {PATH, SCAN(10000, MUG), 422, "item_scanned.n"},
        {PATH, "[" SCAN(0, MUG) "," SCAN(1, "10614141000415") "]", 422, "[1].item_scanned.gtin"},
        {PATH, BACK(1, 0), 409, "/problems/scan-missing"},
        {PATH, BACK(1, 1), 422, "undone_n"},
        {PATH, BACK(0, 1), 422, "undone_n"},
        {PATH, BACK(64, 0), 422, "what is older is adjusted"},
        {PATH, "{\"scan_opened\":{\"mode\":\"COUNT\"}}", 422, "item_scanned or scan_taken_back"},
        {PATH, "{\"feed_closed\":{}}", 422, "feed_closed"},
        {PATH, "{\"item_scanned\":{\"n\":0,\"gtin\":\"" MUG "\",\"sku\":\"cup\"}}", 422, "sku"},
        {"/v1/scans/ffffffffffffffffffffffffffffffff", SCAN(0, MUG), 404, "/problems/not-found"},
        {"/v1/scans/0123", SCAN(0, MUG), 422, "32 hex digits"},
        {PATH "/close", "{\"numbers\":1}", 409, "number 0 is not known"},
        {PATH "/close", "{\"numbers\":-1}", 422, "numbers"},
    };

    begin("RECEIVE");
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        refused(cases[i].path, cases[i].body, cases[i].status, cases[i].words);
    say_and_settle("POST", PATH, JSON "Fy-Supplier: other\r\n", SCAN(0, MUG));
    EXPECT_I64(404, answer.status); /* Another's session is none. */
    say_and_settle("PUT", PATH, ACME, "{\"mode\":\"COUNT\"}");
    EXPECT_I64(422, answer.status); /* Opened before, otherwise. */
    (void)written("PUT", PATH, "{\"mode\":\"RECEIVE\"}", 1);
    shop_close();
}

/* A count sets nothing before it is closed, and lacks no number then. */
static void a_count_is_set_when_it_is_closed(void)
{
    int at;

    begin("COUNT");
    (void)written(
        "POST", PATH, "[" SCAN(0, MUG) "," SCAN(1, CUP) "," SCAN(3, MUG) "," SCAN(4, CUP) "]", 4);
    refused(PATH "/close", "{\"numbers\":5}", 409, "number 2 is not known");
    refused(PATH "/close", "{\"numbers\":4}", 422, "there were 5");
    (void)written("POST", PATH, BACK(2, 1), 1);
    (void)written("POST", PATH, "[" BACK(5, 4) "," SCAN(6, MUG) "]", 2);
    at = written("POST", PATH "/close", "{\"numbers\":7}", 2);
    EXPECT_TEXT("mug", supply_at(at)->sku);
    EXPECT_I64(3, supply.stock_counted->units);
    EXPECT_I64(7, supply.n);
    EXPECT_I64(7, feed_at(at + 1)->scan_closed->numbers);
    refused(PATH, SCAN(7, MUG), 409, "/problems/session-closed");
    refused(PATH "/close", "{\"numbers\":8}", 409, "/problems/session-closed");
    at = written("POST", PATH "/close", "{\"numbers\":7}", 2); /* The answer was lost. */
    EXPECT_I64(3, supply_at(at)->stock_counted->units);
    shop_close();
}

/* What was opened is known at once, and what was listed as soon as the view has read it. */
static void a_session_is_known_before_the_view_has_read_it(void)
{
    int before;

    open_shop();
    before = shop.kafka.count;
    say_and_settle("PUT", PATH, ACME, "{\"mode\":\"RECEIVE\"}");
    EXPECT_I64(202, answer.status);
    say_and_settle("POST", PATH, ACME, SCAN(0, MUG));
    EXPECT_I64(202, answer.status);
    EXPECT_I64(before + 3, shop.kafka.count);
    say_and_settle("POST", PATH, JSON "Fy-Supplier: other\r\n", SCAN(1, MUG));
    EXPECT_I64(404, answer.status);
    shop_close();
}

static const CU_TestInfo tests[] = {
    TEST(a_scan_is_a_receipt_of_whose_barcode_it_is),
    TEST(a_scan_told_again_is_the_same),
    TEST(what_is_no_scan_is_refused_and_named),
    TEST(a_count_is_set_when_it_is_closed),
    TEST(a_session_is_known_before_the_view_has_read_it),
};

TEST_MAIN(scans, tests)
