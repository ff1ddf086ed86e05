/* How far a feed is, which rows were refused and by whom; what a session of scans comes to. */
#include "lib/feed_rows.h"
#include "schemas/generated/stock_event.h"
#include "test/run.h"
#include "test/unit/api/stage.h"

#define FEED "0123456789abcdef0123456789abcdef"

static struct stage stage;
static struct fy_err err;
static bool open;
static struct fy_slice supplier; /* Who asks; absent: an operator, for all. */

static void tell(struct feed feed)
{
    feed.envelope = (struct envelope){
        .event_id = fy_slice_of("id"), .root = fy_slice_of("acme"), .actor = fy_slice_of("acme")};
    feed.feed = fy_slice_of(FEED);
    feed.supplier = fy_slice_of("acme");
    EXPECT_I64(FY_OK,
        stage_apply(&stage, FY_TOPIC_FEEDS, FEED, stage_encoded(&stage, &feed_schema, &feed)));
}

static void tell_opened(void)
{
    struct feed_opened opened = {0};

    tell((struct feed){.feed_opened = &opened});
}

/* A batch of 250 rows, or what is left of `rows`; every tenth is refused. */
static void tell_batch(int64_t first_n, int64_t rows)
{
    struct row_refused refused[25];
    struct rows_taken taken = {.first_n = first_n, .digest = fy_slice_of(FEED)};
    size_t count = 0;

    taken.rows = rows - first_n < FY_FEED_BATCH_ROWS ? rows - first_n : FY_FEED_BATCH_ROWS;
    for (int64_t n = first_n; n < first_n + taken.rows; n++)
        if (n % 10 == 9)
            refused[count++] = (struct row_refused){n, fy_slice_of("units"), fy_slice_of("bad")};
    taken.refused.items = refused;
    taken.refused.count = count;
    taken.rows_so_far = first_n + taken.rows;
    taken.accepted_so_far = taken.rows_so_far - taken.rows_so_far / 10;
    tell((struct feed){.rows_taken = &taken});
}

static void stock_refuses(const char *session, int64_t n, const char *reason)
{
    struct supply_refused refused = {.reason = fy_slice_of(reason)};
    struct stock_event event = {
        .envelope = {.event_id = fy_slice_of("id"),
            .root = fy_slice_of("acme"),
            .actor = fy_slice_of("acme")},
        .sku = fy_slice_of("mug"),
        .supplier = fy_slice_of("acme"),
        .supply_refused = &refused,
    };

    if (session != NULL) {
        event.session = fy_slice_of(session);
        event.has_n = true;
        event.n = n;
    }
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_STOCK, "mug",
                          stage_encoded(&stage, &stock_event_schema, &event)));
}

static struct fy_slice page(int after, int limit)
{
    struct api_answer answer = {0};

    EXPECT_I64(FY_OK, feeds_one(&stage.views, supplier, fy_slice_of(FEED), after, limit,
                          &stage.arena, &open, &answer, &err));
    EXPECT_I64(200, answer.status);
    return answer.body;
}

/* The gate has looked; what came while somebody waited for it, the content looks at. */
static void what_is_another_suppliers_is_not_there(void)
{
    struct scan_opened scans = {.mode = SCAN_MODE_COUNT};
    struct api_answer answer = {0};

    stage_init(&stage);
    tell_opened();
    tell((struct feed){.scan_opened = &scans});
    for (int i = 0; i < 3; i++) {
        int wanted = i == 1 ? 404 : 200;

        supplier = i == 0   ? fy_slice_of("acme")
                   : i == 1 ? fy_slice_of("elm")
                            : (struct fy_slice){0};
        EXPECT_I64(FY_OK, feeds_one(&stage.views, supplier, fy_slice_of(FEED), 0, 1, &stage.arena,
                              &open, &answer, &err));
        EXPECT_I64(wanted, answer.status);
        EXPECT_I64(FY_OK, scans_one(&stage.views, supplier, fy_slice_of(FEED), 0, 1, &stage.arena,
                              &answer, &err));
        EXPECT_I64(wanted, answer.status);
    }
    supplier = (struct fy_slice){0};
    stage_done(&stage);
}

/* Each batch moves the totals; told again, it changes nothing. */
static void a_feed_says_how_far_it_is(void)
{
    struct feed_closed closed = {.digest = fy_slice_of(FEED), .rows = 1100, .accepted = 990};
    struct api_answer answer = {0};
    char words[64];

    stage_init(&stage);
    EXPECT_I64(FY_OK, feeds_one(&stage.views, supplier, fy_slice_of(FEED), 0, 1, &stage.arena,
                          &open, &answer, &err));
    EXPECT_I64(404, answer.status);
    EXPECT_I64(FY_OK, feeds_one(&stage.views, supplier, fy_slice_of("no id"), 0, 1, &stage.arena,
                          &open, &answer, &err));
    EXPECT_I64(404, answer.status);
    tell_opened();
    EXPECT_TEXT("{\"feed\":\"" FEED "\",\"supplier\":\"acme\",\"state\":\"open\",\"rows\":0,"
                "\"accepted\":0,\"refused\":0,\"verdicts\":[],\"next_after\":null}",
        page(0, 10));
    CU_ASSERT_TRUE(open);
    for (int64_t n = 0; n < 1100; n += FY_FEED_BATCH_ROWS) {
        tell_batch(n, 1100);
        tell_batch(n / 2 / FY_FEED_BATCH_ROWS * FY_FEED_BATCH_ROWS, 1100);
        tell_opened();
        (void)snprintf(words, sizeof(words), "\"rows\":%d,",
            n + FY_FEED_BATCH_ROWS < 1100 ? (int)(n + FY_FEED_BATCH_ROWS) : 1100);
        EXPECT_CONTAINS(words, page(0, 1));
    }
    tell((struct feed){.feed_closed = &closed});
    EXPECT_CONTAINS(
        "\"state\":\"closed\",\"rows\":1100,\"accepted\":990,\"refused\":110,", page(0, 1));
    CU_ASSERT_FALSE(open);
    stage_done(&stage);
}

/* Pages go through all verdicts in order, the edge's and stock's, each once. */
static void pages_have_each_verdict_once(void)
{
    int limits[] = {1, 3, 7, 1000};

    stage_init(&stage);
    tell_opened();
    for (int64_t n = 0; n < 600; n += FY_FEED_BATCH_ROWS)
        tell_batch(n, 600);
    for (int64_t n = 0; n < 600; n += 25)
        stock_refuses(FEED, n, "unknown_sku");
    stock_refuses(NULL, 0, "other");      /* Of a single write: in nobody's feed. */
    stock_refuses("no feed", 7, "other"); /* Nor is what no edge of ours would write. */
    for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++) {
        int after = 0, seen = 0, row = 0;

        while (after >= 0) {
            struct fy_slice body = page(after, limits[i]);
            const char *at = (const char *)body.data;

            while ((at = strstr(at, "{\"row\":")) != NULL) {
                int next = atoi(at + 7);

                CU_ASSERT(next > row);
                row = next;
                seen++;
                at++;
            }
            at = strstr((const char *)body.data, "\"next_after\":");
            CU_ASSERT_PTR_NOT_NULL_FATAL(at);
            after = at[13] == 'n' ? -1 : atoi(at + 13);
        }
        EXPECT_I64(60 + 24, seen);
    }
    EXPECT_CONTAINS(
        "{\"row\":1,\"verdict\":\"refused\",\"by\":\"stock\",\"reason\":\"unknown_sku\"},"
        "{\"row\":10,\"verdict\":\"refused\",\"by\":\"edge\",\"column\":\"units\","
        "\"reason\":\"bad\"}],\"next_after\":10}",
        page(0, 2));
    stage_done(&stage);
}

static void tell_scan(int64_t n, const char *sku, int64_t units)
{
    struct item_scanned scanned = {
        .n = n, .gtin = fy_slice_of("04006381333931"), .units = units, .sku = fy_slice_of(sku)};

    tell((struct feed){.item_scanned = &scanned});
}

static void tell_back(int64_t n, int64_t undone_n)
{
    struct taken_back back = {.n = n, .undone_n = undone_n};

    tell((struct feed){.scan_taken_back = &back});
}

static struct fy_slice session_page(int after, int limit)
{
    struct api_answer answer = {0};

    EXPECT_I64(FY_OK, scans_one(&stage.views, supplier, fy_slice_of(FEED), after, limit,
                          &stage.arena, &answer, &err));
    return answer.status == 200 ? answer.body : fy_slice_of("404");
}

/* Totals are of what was not undone, whichever was told first, and a hole is named. */
static void a_session_says_what_was_scanned(void)
{
    struct scan_opened opened = {.mode = SCAN_MODE_COUNT};
    struct scan_closed closed = {.numbers = 5};

    stage_init(&stage);
    EXPECT_TEXT("404", session_page(0, 10));
    tell((struct feed){.scan_opened = &opened});
    EXPECT_CONTAINS("\"mode\":\"COUNT\",\"state\":\"open\",\"numbers\":0,\"counting\":0,"
                    "\"missing\":null,\"totals\":[],\"scans\":[],\"next_after\":null}",
        session_page(0, 10));
    tell_back(4, 1); /* Before the scan that it undoes. */
    tell_scan(0, "mug", 1);
    tell_scan(1, "cup", 5);
    tell_scan(3, "mug", 2);
    tell_scan(3, "mug", 2);
    EXPECT_CONTAINS("\"numbers\":5,\"counting\":2,\"missing\":2,"
                    "\"totals\":[{\"sku\":\"mug\",\"units\":3}],",
        session_page(0, 10));
    tell_scan(2, "cup", 4);
    EXPECT_CONTAINS("\"missing\":null,\"totals\":[{\"sku\":\"cup\",\"units\":4},"
                    "{\"sku\":\"mug\",\"units\":3}],\"scans\":[{\"n\":3,\"gtin\":"
                    "\"04006381333931\",\"sku\":\"mug\",\"units\":2},{\"n\":4,\"undone_n\":1}],"
                    "\"next_after\":null}",
        session_page(3, 2));
    EXPECT_CONTAINS("\"next_after\":1}", session_page(0, 1));
    tell((struct feed){.scan_closed = &closed});
    EXPECT_CONTAINS("\"state\":\"closed\"", session_page(0, 1));
    stage_done(&stage);
}

/* A read waits for the newest record of its own feed. */
static void a_place_is_included_once_it_is_read(void)
{
    struct fy_place place = {.topic = FY_TOPIC_FEEDS, .partition = 3, .offset = 1};
    bool included = true;

    stage_init(&stage);
    for (int i = 0; i < 3; i++) {
        EXPECT_I64(FY_OK, views_includes(&stage.views, VIEW_FEEDS, fy_slice_of(FEED), &place,
                              &stage.arena, &included, &err));
        EXPECT_I64(i == 2, included);
        tell_opened();
    }
    place.partition = 2;
    EXPECT_I64(FY_OK, views_includes(&stage.views, VIEW_FEEDS, fy_slice_of(FEED), &place,
                          &stage.arena, &included, &err));
    CU_ASSERT_FALSE(included);
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_FEEDS, "no id", fy_slice_of("x")));
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_FEEDS, FEED, fy_slice_of("x")));
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_FEEDS, FEED, (struct fy_slice){0}));
    EXPECT_I64(FY_REJECT, stage_apply(&stage, FY_TOPIC_STOCK, "mug", fy_slice_of("x")));
    stage_done(&stage);
}

static const CU_TestInfo tests[] = {
    TEST(a_feed_says_how_far_it_is),
    TEST(what_is_another_suppliers_is_not_there),
    TEST(pages_have_each_verdict_once),
    TEST(a_session_says_what_was_scanned),
    TEST(a_place_is_included_once_it_is_read),
};

TEST_MAIN(api_feeds, tests)
