/* POST /v1/feeds: rows become facts, each with its verdict; sent again after any accident, once. */
#include "lib/feed_rows.h"
#include "producers/feeds/feed.h"
#include "schemas/generated/supply.h"
#include "test/run.h"
#include "test/unit/producers/shop.h"

#define CSV "Content-Type: text/csv\r\nFy-Supplier: acme\r\n"
#define KEY "Idempotency-Key: monday\r\n"

enum { ROWS_MAX = 4000 };

/* What Kafka has, as the topics would say. */
static struct {
    int facts[ROWS_MAX]; /* How often each row's fact was written. */
    int fact_count;
    char id[33];
    int opened, closed, batches, refused_count;
    int64_t rows, accepted; /* Of feed_closed. */
    struct {
        int64_t n;
        char column[16];
        char reason[128];
    } refused[1024];
    struct supply last; /* The newest fact, of shop.arena. */
    bool in_view;       /* Records of `feeds` are read by the edge's own view. */
} topics;

static void take_fact(struct fy_slice key, struct fy_slice value)
{
    struct supply supply;
    struct fy_err err;

    EXPECT_I64(FY_OK, supply_decode(value, &shop.arena, &supply, &err));
    EXPECT_TEXT("acme", supply.supplier);
    CU_ASSERT_TRUE(fy_slice_equal(key, supply.sku));
    CU_ASSERT_TRUE_FATAL(supply.has_n && supply.n >= 0 && supply.n < ROWS_MAX);
    CU_ASSERT_TRUE(fy_feed_is_id(supply.session));
    topics.facts[supply.n]++;
    topics.fact_count++;
    topics.last = supply;
}

static void view(struct fy_slice key, struct fy_slice value)
{
    struct fy_store_batch *rows = fy_store_batch_new(shop.store);
    struct fy_record record = {.topic = FY_TOPIC_FEEDS, .key = key, .value = value};
    struct fy_err err;

    EXPECT_I64(FY_OK, producers_apply(&shop.producers, &record, rows, &shop.arena, &err));
    EXPECT_I64(FY_OK, fy_store_batch_write(rows, &err));
    fy_store_batch_free(rows);
}

static void take_feed(struct fy_slice key, struct fy_slice value)
{
    struct feed feed;
    struct fy_err err;

    EXPECT_I64(FY_OK, feed_decode(value, &shop.arena, &feed, &err));
    (void)snprintf(topics.id, sizeof(topics.id), "%.*s", FY_SLICE_ARG(key));
    topics.opened += feed.feed_opened != NULL;
    topics.closed += feed.feed_closed != NULL;
    topics.batches += feed.rows_taken != NULL;
    if (feed.feed_closed != NULL) {
        topics.rows = feed.feed_closed->rows;
        topics.accepted = feed.feed_closed->accepted;
    }
    for (size_t i = 0; feed.rows_taken != NULL && i < feed.rows_taken->refused.count; i++) {
        const struct row_refused *row = &feed.rows_taken->refused.items[i];
        int at = topics.refused_count++;

        CU_ASSERT_TRUE_FATAL(at < 1024);
        topics.refused[at].n = row->n;
        (void)snprintf(topics.refused[at].column, sizeof(topics.refused[at].column), "%.*s",
            row->column.data != NULL ? (int)row->column.size : 0, (const char *)row->column.data);
        (void)snprintf(topics.refused[at].reason, sizeof(topics.refused[at].reason), "%.*s",
            FY_SLICE_ARG(row->reason));
    }
    if (topics.in_view)
        view(key, value);
}

/* Kafka takes what was sent, up to `count` of it. */
static void settle(int count, enum fy_status status)
{
    for (; count > 0 && shop.kafka.settled < shop.kafka.count; count--) {
        const struct fake_record *record = &shop.kafka.records[shop.kafka.settled];
        struct fy_slice key = {record->key, record->key_size};
        struct fy_slice value = {record->value, record->value_size};

        fy_arena_clear(&shop.arena);
        if (status == FY_OK && record->topic == FY_TOPIC_SUPPLY)
            take_fact(key, value);
        else if (status == FY_OK)
            take_feed(key, value);
        fake_settle(&shop.kafka, 1, status);
    }
    if (shop.kafka.settled == shop.kafka.count)
        fake_forget(&shop.kafka);
}

static void forget(void)
{
    memset(&topics, 0, sizeof(topics));
    topics.in_view = true;
}

/* A request on its way whose body is the text; the rest of it is sent by go_on. */
static struct {
    int fd;
    const char *text;
    size_t left;
} upload;

static void begin(const char *fields, const char *text, size_t size)
{
    char head[1024];

    upload.fd = site_connect(&shop.site);
    upload.text = text;
    upload.left = strlen(text) < size ? strlen(text) : size;
    (void)snprintf(head, sizeof(head),
        "POST /v1/feeds HTTP/1.1\r\nHost: a\r\n%s%sContent-Length: %zu\r\n\r\n", shop.as, fields,
        size);
    site_say(&shop.site, upload.fd, head);
}

/* Send what the server takes, and let it work. */
static void turn(void)
{
    ssize_t sent = upload.left > 0
                       ? send(upload.fd, upload.text, upload.left, MSG_DONTWAIT | MSG_NOSIGNAL)
                       : 0;

    if (sent > 0) {
        upload.text += sent;
        upload.left -= (size_t)sent;
    }
    site_turn(&shop.site);
}

static bool is_answered(void)
{
    char byte;

    return recv(upload.fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

/* To its answer, with a Kafka that takes all at once. */
static void finish(void)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    while (!is_answered() && site_now_ms() < until_ms) {
        turn();
        settle(INT32_MAX, FY_OK);
    }
    site_read(&shop.site, upload.fd, false, &answer);
    (void)close(upload.fd);
}

static void send_feed(const char *fields, const char *text)
{
    begin(fields, text, strlen(text));
    finish();
}

/* `rows` rows, every fourth of them bad. */
static char *long_feed(int rows)
{
    char *text = malloc((size_t)rows * 40 + 64);
    size_t used = (size_t)sprintf(text, "sku,units,brand\r\n");

    for (int i = 0; i < rows; i++)
        used += (size_t)sprintf(
            text + used, "sku-%d,%d%s,\"Brand, %d\"\r\n", i, i, i % 4 == 3 ? "x" : "", i % 7);
    return text;
}

static int accepted_of(int rows)
{
    return rows - rows / 4;
}

/* Each good row's fact was written `times` times or more, none of a bad row. */
static void expect_facts(int rows, int times_max)
{
    for (int i = 0; i < rows; i++) {
        bool good = topics.facts[i] >= 1 && topics.facts[i] <= times_max;

        if (i % 4 == 3 ? topics.facts[i] != 0 : !good)
            EXPECT_I64(-i, topics.facts[i]);
    }
}

static void a_row_becomes_a_fact_with_its_number(void)
{
    const struct offer_stated *offer;

    shop_open(60000);
    forget();
    send_feed(CSV, "\xef\xbb\xbf"
                   "gtin;currency;price;sku;title;description;brand;threshold;units\n"
                   "4006381333931 96385074;EUR;14.5;mug;\"Mug; blue\";\"Two\nlines\";Acme;5;120\n");
    EXPECT_I64(202, answer.status);
    EXPECT_PART("\"rows\":1,\"accepted\":1,\"refused\":0}", &answer);
    EXPECT_PART(topics.id, &answer);
    EXPECT_I64(1, topics.facts[0]);
    EXPECT_I64(1, topics.opened);
    EXPECT_I64(1, topics.closed);
    shop_close();
    /* Again, to look at the fact while its arena lives. */
    shop_open(60000);
    forget();
    begin(CSV,
        "sku,title,price,currency,gtin,units,threshold,category\n"
        "mug,Mug,14.5,EUR,96385074,120,5,mugs\n",
        92);
    while (shop.kafka.count < 2)
        turn();
    settle(2, FY_OK);
    offer = topics.last.offer_stated;
    CU_ASSERT_PTR_NOT_NULL_FATAL(offer);
    EXPECT_TEXT("mug", topics.last.sku);
    EXPECT_TEXT("Mug", offer->title);
    CU_ASSERT_PTR_NULL(offer->description.data);
    EXPECT_TEXT("mugs", offer->category);
    EXPECT_I64(1450, offer->price->minor);
    EXPECT_TEXT("EUR", offer->price->currency);
    EXPECT_I64(1, offer->gtins.count);
    EXPECT_TEXT("00000096385074", offer->gtins.items[0]);
    EXPECT_I64(120, offer->units);
    EXPECT_I64(5, offer->threshold_units);
    EXPECT_TEXT("operator:ann", topics.last.envelope.actor);
    EXPECT_I64(36, topics.last.envelope.event_id.size);
    finish();
    EXPECT_I64(202, answer.status);
    shop_close();
}

/* A verdict names the column and the limit, and the row behind it is taken all the same. */
static void a_bad_row_is_refused_alone(void)
{
    static const struct {
        const char *row, *column, *words;
    } cases[] = {
        {"mug,Mug,1,EUR,1,,", "", "7 fields; the header has 6"},
        {"mug,Mug", "", "2 fields; the header has 6"},
        {",Mug,1,EUR,1,", "sku", "empty"},
        {"m\xc3\xbcg,Mug,1,EUR,1,", "sku", "character 2 is not one of"},
        {"mug,,,,,", "", "the row says nothing"},
        {"mug,,1.234,EUR,,", "price", "more digits behind the point"},
        {"mug,,1.0,JPY,,", "price", "more digits behind the point"},
        {"mug,,\"1,5\",EUR,,", "price", "must be a number as in 12.50"},
        {"mug,,-1,EUR,,", "price", "must be a number as in 12.50"},
        {"mug,,1.,EUR,,", "price", "must be a number as in 12.50"},
        {"mug,,.5,EUR,,", "price", "must be a number as in 12.50"},
        {"mug,,999999999999,EUR,,", "price", "at most"},
        {"mug,,0.00,EUR,,", "price", "0, at least 1, in minor units"},
        {"mug,,1,,,", "currency", "come together"},
        {"mug,,,EUR,,", "price", "come together"},
        {"mug,,1,eur,,", "currency", "not one of A-Z"},
        {"mug,,1,EURO,,", "currency", "at most 3"},
        {"mug,,,,1.5,", "units", "whole number"},
        {"mug,,,,-1,", "units", "whole number"},
        {"mug,,,,1000000001,", "units", "at most 1000000000"},
        {"mug,,,,99999999999999999999,", "units", "whole number"},
        {"mug,,,,,4006381333932", "gtin", "check digit"},
        {"mug,,,,,123", "gtin", "3 bytes, at least 8"},
        {"mug,x\"y,,,,", "", "a quote inside a field"},
        {"cup-3,,,,4,", "sku", "it was in a row before"},
    };
    char text[4096] = "sku,title,price,currency,units,gtin\n";
    size_t count = sizeof(cases) / sizeof(cases[0]);

    for (size_t i = 0; i < count; i++) {
        (void)strcat(text, cases[i].row);
        (void)sprintf(text + strlen(text), "\ncup-%zu,,,,3,\n", i);
    }
    shop_open(60000);
    forget();
    send_feed(CSV, text);
    EXPECT_I64(202, answer.status);
    EXPECT_I64((int64_t)count, topics.refused_count);
    EXPECT_I64((int64_t)count, topics.fact_count);
    for (size_t i = 0; i < count && i < (size_t)topics.refused_count; i++) {
        EXPECT_I64(2 * (int64_t)i, topics.refused[i].n);
        EXPECT_I64(1, topics.facts[2 * i + 1]);
        EXPECT_TEXT(cases[i].column, fy_slice_of(topics.refused[i].column));
        EXPECT_CONTAINS(cases[i].words, fy_slice_of(topics.refused[i].reason));
    }
    shop_close();
}

/* Before any row is taken: what is wrong with the head or the header refuses the feed. */
static void a_feed_that_cannot_be_read_writes_nothing(void)
{
    static const struct {
        const char *fields, *text;
        int status;
        const char *words;
    } cases[] = {
        {CSV, "sku,colour\nmug,blue\n", 422, "colour"},
        {CSV, "sku,units,sku\nmug,1,mug\n", 422, "twice"},
        {CSV, "title,units\nMug,1\n", 422, "no column \\\"sku\\\""},
        {CSV, "sku\nmug\n", 422, "nothing is said"},
        {CSV, "sku,price\nmug,1\n", 422, "no column \\\"currency\\\""},
        {CSV, "sku,currency\nmug,EUR\n", 422, "no column \\\"price\\\""},
        {CSV, "\"sku,units\nmug,1\n", 422, "never closed"},
        {CSV, "", 422, "empty"},
        {CSV, "\n\n", 422, "empty"},
        {"Content-Type: application/json\r\nFy-Supplier: acme\r\n", "{}", 415, "text/csv"},
        {"Content-Type: text/csv; charset=latin1\r\nFy-Supplier: acme\r\n", "a", 415, "UTF-8"},
        {"Content-Type: text/csv\r\n", "sku,units\nmug,1\n", 400, "Fy-Supplier"},
        {CSV "Idempotency-Key: \r\n", "sku,units\nmug,1\n", 400, "Idempotency-Key"},
    };

    shop_open(60000);
    forget();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        send_feed(cases[i].fields, cases[i].text);
        EXPECT_I64(cases[i].status, answer.status);
        EXPECT_PART(cases[i].words, &answer);
    }
    EXPECT_I64(0, topics.fact_count + topics.opened + topics.closed);
    shop.kafka.connected = false;
    send_feed(CSV, "sku,units\nmug,1\n");
    EXPECT_I64(503, answer.status);
    shop_close();
}

/* A Kafka that takes nothing holds the client back: never more than 1,000 rows are under way. */
static void a_slow_kafka_holds_the_client_back(void)
{
    enum { ROWS = 3000 };
    char *text = long_feed(ROWS);
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;
    int most = 0;

    shop_open(60000);
    forget();
    begin(CSV, text, strlen(text));
    while (!is_answered() && site_now_ms() < until_ms) {
        for (int i = 0; i < 20; i++)
            turn();
        most = shop.kafka.count - shop.kafka.settled > most ? shop.kafka.count - shop.kafka.settled
                                                            : most;
        settle(100 + most % 7, FY_OK);
        if (shop.kafka.settled > 0 && shop.kafka.settled < shop.kafka.count) {
            struct fake_producer *kafka = &shop.kafka; /* Make room, as Kafka would. */

            memmove(kafka->records, kafka->records + kafka->settled,
                (size_t)(kafka->count - kafka->settled) * sizeof(kafka->records[0]));
            kafka->room += kafka->settled;
            kafka->count -= kafka->settled;
            kafka->settled = 0;
        }
    }
    site_read(&shop.site, upload.fd, false, &answer);
    (void)close(upload.fd);
    EXPECT_I64(202, answer.status);
    CU_ASSERT(most > 500 && most <= FEED_BATCHES_MAX * FY_FEED_BATCH_ROWS + 1);
    EXPECT_I64(ROWS / FY_FEED_BATCH_ROWS, topics.batches);
    EXPECT_I64(ROWS, topics.rows);
    EXPECT_I64(accepted_of(ROWS), topics.accepted);
    EXPECT_I64(ROWS / 4, topics.refused_count);
    expect_facts(ROWS, 1);
    shop_close();
    free(text);
}

/* Killed anywhere, and sent again under its key: no row is lost, none has two numbers. */
static void a_feed_that_was_broken_off_goes_on(void)
{
    enum { ROWS = 1100 };
    static const int kills[] = {0, 1, 2, 180, 188, 189, 400, 640, 826, 830, 831};
    char *text = long_feed(ROWS);

    for (size_t i = 0; i < sizeof(kills) / sizeof(kills[0]); i++) {
        int left = kills[i], first_facts;
        char id[33];

        shop_open(60000);
        forget();
        begin(CSV KEY, text, strlen(text));
        while (left > 0) {
            turn();
            if (shop.kafka.count > shop.kafka.settled) {
                settle(1, FY_OK);
                left--;
            }
        }
        (void)close(upload.fd);
        first_facts = topics.fact_count;
        memcpy(id, topics.id, sizeof(id));
        shop_stop();

        shop_start(60000);
        send_feed(CSV KEY, text);
        EXPECT_I64(202, answer.status);
        EXPECT_PART("\"rows\":1100,\"accepted\":825,\"refused\":275}", &answer);
        if (id[0] != '\0')
            EXPECT_TEXT(id, fy_slice_of(topics.id));
        EXPECT_I64(ROWS, topics.rows);
        EXPECT_I64(825, topics.accepted);
        expect_facts(ROWS, 2);
        /* Only what had no verdict yet is sent again: 1,000 rows at most were under way. */
        CU_ASSERT(topics.fact_count <= 825 + first_facts && topics.fact_count <= 825 + 750);
        shop_close();
    }
    free(text);
}

/* The whole again, after its answer was lost: the same answer, and nothing is written. */
static void a_feed_that_was_closed_is_known(void)
{
    char *text = long_feed(600);
    char *longer = long_feed(601), *shorter = long_feed(500);
    struct fy_slice location;

    shop_open(60000);
    forget();
    send_feed(CSV KEY, text);
    EXPECT_I64(202, answer.status);
    location = header_of("Location");
    EXPECT_CONTAINS("/v1/feeds/", location);
    EXPECT_CONTAINS("feeds-3-", header_of("Fy-Position"));
    forget();
    for (int i = 0; i < 2; i++) {
        send_feed(CSV KEY, text);
        EXPECT_I64(202, answer.status);
        EXPECT_PART("\"rows\":600,\"accepted\":450", &answer);
    }
    send_feed(CSV KEY, longer);
    EXPECT_I64(422, answer.status);
    EXPECT_PART("/problems/key-reused", &answer);
    send_feed(CSV KEY, shorter);
    EXPECT_I64(422, answer.status);
    text[1000] = text[1000] == '1' ? '2' : '1';
    send_feed(CSV KEY, text);
    EXPECT_I64(422, answer.status);
    EXPECT_PART("rows 1 to 250 differ", &answer);
    EXPECT_I64(0, topics.fact_count + topics.opened + topics.closed + topics.batches);
    send_feed(CSV "Idempotency-Key: tuesday\r\n", text);
    EXPECT_I64(202, answer.status);
    CU_ASSERT(topics.fact_count > 400);
    shop_close();
    free(text);
    free(longer);
    free(shorter);
}

/* What Kafka does not acknowledge breaks the feed off in words that say what to do. */
static void an_unacknowledged_row_is_told(void)
{
    char *text = long_feed(600);

    for (int after = 0; after < 400; after += 133) {
        shop_open(60000);
        forget();
        begin(CSV KEY, text, strlen(text));
        while (shop.kafka.count < 451)
            turn();
        settle(after, FY_OK);
        settle(1, FY_ABORT);
        settle(INT32_MAX, FY_OK);
        finish();
        EXPECT_I64(503, answer.status);
        EXPECT_PART("/problems/deadline", &answer);
        EXPECT_I64(0, topics.closed);
        send_feed(CSV KEY, text);
        EXPECT_I64(202, answer.status);
        expect_facts(600, 2);
        shop_close();
    }
    free(text);
}

/* More than Kafka's queue has room for is told at once. */
static void a_full_queue_is_told(void)
{
    char *text = long_feed(600);

    shop_open(60000);
    forget();
    shop.kafka.room = 100;
    begin(CSV KEY, text, strlen(text));
    finish();
    EXPECT_I64(503, answer.status);
    EXPECT_PART("/problems/busy", &answer);
    shop_close();
    free(text);
}

static void ceilings_are_told(void)
{
    size_t rows = FY_FEED_ROWS_MAX;
    char *text = malloc(rows * 4 + 64);
    size_t used = (size_t)sprintf(text, "sku,units\n");
    int fds[FEEDS_OPEN_MAX];

    shop_open(60000);
    forget();
    for (int i = 0; i < FEEDS_OPEN_MAX; i++) {
        begin(CSV, "sku,units\nmug,1\n", 100);
        turn();
        fds[i] = upload.fd;
    }
    send_feed(CSV, "sku,units\nmug,1\n");
    EXPECT_I64(503, answer.status);
    EXPECT_PART("8 feeds are being read", &answer);
    feeds_stop(&shop.producers);
    for (int i = 0; i < FEEDS_OPEN_MAX; i++)
        (void)close(fds[i]);

    /* Bad rows, so that 100,000 of them take no time. */
    for (size_t i = 0; i <= rows; i++)
        used += (size_t)sprintf(text + used, "x\n");
    topics.in_view = false;
    begin(CSV, text, used);
    while (!is_answered()) {
        turn();
        topics.refused_count = 0;
        settle(INT32_MAX, FY_OK);
    }
    site_read(&shop.site, upload.fd, false, &answer);
    (void)close(upload.fd);
    EXPECT_I64(413, answer.status);
    EXPECT_PART("more than 100000 rows", &answer);
    EXPECT_I64(0, topics.closed);
    shop_close();
    free(text);
}

/* A client that goes, and a program that stops, leave nothing behind. */
static void whoever_goes_in_the_middle_is_let_go(void)
{
    char *text = long_feed(600);

    for (int how = 0; how < 3; how++) {
        shop_open(60000);
        forget();
        begin(CSV KEY, text, how == 2 ? strlen(text) + 1 : strlen(text));
        while (shop.kafka.count < 451)
            turn();
        if (how == 0)
            (void)close(upload.fd);
        for (int i = 0; how == 0 && i < 200 && shop.producers.feeds->request != NULL; i++)
            site_turn(&shop.site);
        if (how == 1)
            feeds_stop(&shop.producers);
        settle(INT32_MAX, FY_OK);
        if (how == 1) {
            finish();
            EXPECT_I64(503, answer.status);
            EXPECT_PART("stopping", &answer);
        }
        if (how == 2)
            (void)close(upload.fd);
        shop_close();
    }
    free(text);
}

/* Of a feed that never comes: the client asks before it sends. */
static void send_head_alone(void)
{
    begin(CSV "Expect: 100-continue\r\n", "", 30000000);
    read_answer(upload.fd);
}

static void who_may_not_is_refused_before_the_body(void)
{
    shop_open(60000);
    shop.as[0] = '\0';
    send_head_alone();
    EXPECT_I64(401, answer.status);
    shop_as(FY_ROLE_CUSTOMER, NULL);
    send_head_alone();
    EXPECT_I64(403, answer.status);
    EXPECT_I64(0, shop.kafka.count);
    shop_close();
}

static const CU_TestInfo tests[] = {
    TEST(a_row_becomes_a_fact_with_its_number),
    TEST(a_bad_row_is_refused_alone),
    TEST(who_may_not_is_refused_before_the_body),
    TEST(a_feed_that_cannot_be_read_writes_nothing),
    TEST(a_slow_kafka_holds_the_client_back),
    TEST(a_feed_that_was_broken_off_goes_on),
    TEST(a_feed_that_was_closed_is_known),
    TEST(an_unacknowledged_row_is_told),
    TEST(a_full_queue_is_told),
    TEST(ceilings_are_told),
    TEST(whoever_goes_in_the_middle_is_let_go),
};

TEST_MAIN(feeds, tests)
