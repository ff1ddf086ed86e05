/*
 * Reading what one has just written, over real HTTP: at once, when the view has caught up, or "not
 * yet".
 */
#include "test/run.h"
#include "test/unit/api/served.h"

/* What the follower does with a record: apply, write, wake. */
static void write_history(int64_t offset)
{
    struct history history = {.visitor = fy_slice_of(VISITOR), .updated_ms = offset};

    history.as_of.items = stage_as_of(&stage, "activity", 3, offset);
    history.as_of.count = 1;
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_HISTORIES, VISITOR,
                          stage_encoded(&stage, &history_schema, &history)));
    (void)waits_settle(api.waits);
}

/* What another visitor, linked to the person, saw. */
static void write_elsewhere(void)
{
    struct view view = {fy_slice_of("pot"), 7000};
    struct history history = {
        .visitor = fy_slice_of(ELSEWHERE), .updated_ms = 7001, .views = {&view, 1}};
    struct fy_slice visitors[] = {fy_slice_of(VISITOR), fy_slice_of(ELSEWHERE)};
    struct user user = {.person = fy_slice_of(PERSON),
        .account = fy_slice_of("an account"),
        .role = fy_slice_of("customer"),
        .visitors = {visitors, 2}};

    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_HISTORIES, ELSEWHERE,
                          stage_encoded(&stage, &history_schema, &history)));
    EXPECT_I64(FY_OK,
        stage_apply(&stage, FY_TOPIC_USERS, PERSON, stage_encoded(&stage, &user_schema, &user)));
}

static void until_parked(int count)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    while (waits_count(api.waits) != count && site_now_ms() < until_ms)
        site_turn(&site);
    EXPECT_I64(count, waits_count(api.waits));
}

static void a_visitor_is_who_has_a_cookie_of_ours(void)
{
    open_api(4);
    ask("/v1/history", "");
    EXPECT_I64(200, answer.status);
    EXPECT_PART("\"views\":[]", &answer);
    EXPECT_PART("\r\nCache-Control: private, no-cache\r\n", &answer);
    EXPECT_PART("\r\nVary: Authorization, Cookie\r\n", &answer);

    cookie[FY_COOKIE_TEXT - 1] ^= 1; /* A wrong MAC counts as none. */
    ask("/v1/history", "");
    EXPECT_I64(401, answer.status);
    EXPECT_PART("/problems/no-visitor", &answer);
    EXPECT_PART("POST /v1/activity", &answer);

    cookie[0] = '\0'; /* What everybody is shown needs none. */
    ask("/v1/recommendations", "");
    EXPECT_I64(200, answer.status);
    EXPECT_PART("\"variant\":null,\"personal\":false", &answer);
    close_api();
}

/* Signed in, one reads what one did everywhere; signed out, what this visitor did. */
static void a_person_reads_what_all_their_visitors_did(void)
{
    open_api(4);
    write_history(41);
    write_elsewhere();
    ask("/v1/history", "Authorization: " PERSON "\r\n");
    EXPECT_I64(200, answer.status);
    EXPECT_PART("\"as_of\":[\"activity-3-41\"],\"updated_ms\":7001", &answer);
    EXPECT_PART("\"views\":[{\"sku\":\"pot\"", &answer);
    ask("/v1/history", "Authorization: " PERSON "\r\nFy-After: activity-3-42\r\n");
    EXPECT_I64(202, answer.status);
    ask("/v1/history", "");
    EXPECT_PART("\"updated_ms\":41,\"views\":[]", &answer);

    cookie[0] = '\0'; /* On a device that has none yet. */
    ask("/v1/history", "Authorization: " PERSON "\r\n");
    EXPECT_PART("\"updated_ms\":7001,\"views\":[{\"sku\":\"pot\"", &answer);
    ask("/v1/history", "Authorization: " PERSON "\r\nFy-After: activity-3-42\r\n");
    EXPECT_I64(400, answer.status);
    ask("/v1/history", "Authorization: somebody else\r\n");
    EXPECT_PART("\"updated_ms\":null", &answer);
    close_api();
}

static void what_is_included_already_is_answered_at_once(void)
{
    open_api(4);
    write_history(41);
    ask("/v1/history", "Fy-After: activity-3-41\r\n");
    EXPECT_I64(200, answer.status);
    EXPECT_PART("\"as_of\":[\"activity-3-41\"]", &answer);
    ask("/v1/history", "Fy-After: activity-3-40\r\nPrefer: wait=30\r\n");
    EXPECT_I64(200, answer.status);
    close_api();
}

static void without_a_wait_it_says_not_yet(void)
{
    open_api(4);
    write_history(41);
    ask("/v1/history", "Fy-After: activity-3-42\r\n");
    EXPECT_I64(202, answer.status);
    EXPECT_PART("\r\nRetry-After: 1\r\n", &answer);
    EXPECT_PART("{\"included\":false", &answer);
    ask("/v1/history", "Fy-After: activity-2-1\r\n"); /* Another partition says nothing. */
    EXPECT_I64(202, answer.status);
    EXPECT_I64(0, waits_count(api.waits));
    close_api();
}

static void a_read_waits_for_the_record_that_includes_its_place(void)
{
    int fd;
    char byte;

    open_api(4);
    fd = say("/v1/history", "Fy-After: activity-3-42\r\nPrefer: wait=30\r\n");
    until_parked(1);
    write_history(41);
    for (int i = 0; i < 5; i++)
        site_turn(&site);
    EXPECT_I64(1, waits_count(api.waits));
    EXPECT_I64(-1, recv(fd, &byte, 1, MSG_DONTWAIT));

    write_history(43);
    hear(fd);
    EXPECT_I64(200, answer.status);
    EXPECT_PART("\"as_of\":[\"activity-3-43\"]", &answer);
    EXPECT_I64(0, waits_count(api.waits));
    close_api();
}

static void a_product_is_read_after_both_its_rows(void)
{
    int fd;

    open_api(4);
    fd = say("/v1/products/mug", "Fy-After: supply-2-7\r\nPrefer: wait=30\r\n");
    until_parked(1);
    stage_product(&stage, "mug", "A mug", 7);
    EXPECT_I64(0, waits_settle(api.waits));
    stage_level(&stage, "mug", 12, 7);
    EXPECT_I64(1, waits_settle(api.waits));
    hear(fd);
    EXPECT_I64(200, answer.status);
    EXPECT_PART("\"available_units\":12", &answer);
    close_api();
}

static void when_the_time_is_up_it_says_not_yet(void)
{
    int64_t began_ms;

    open_api(4);
    began_ms = site_now_ms();
    ask("/v1/history", "Fy-After: activity-3-42\r\nPrefer: wait=1\r\n");
    EXPECT_I64(202, answer.status);
    EXPECT_PART("\r\nRetry-After: 1\r\n", &answer);
    CU_ASSERT_TRUE(site_now_ms() - began_ms >= 999);
    EXPECT_I64(0, waits_count(api.waits));
    write_history(42); /* Nobody is there to be woken. */
    close_api();
}

static void a_client_that_went_is_forgotten(void)
{
    int fd;

    open_api(4);
    fd = say("/v1/history", "Fy-After: activity-3-42\r\nPrefer: wait=30\r\n");
    until_parked(1);
    (void)close(fd);
    until_parked(0);
    write_history(42);
    close_api();
}

static void too_many_waits_are_refused(void)
{
    int fd;

    open_api(1);
    fd = say("/v1/history", "Fy-After: activity-3-42\r\nPrefer: wait=30\r\n");
    until_parked(1);
    ask("/v1/history", "Fy-After: activity-3-42\r\nPrefer: wait=30\r\n");
    EXPECT_I64(503, answer.status);
    EXPECT_PART("/problems/busy", &answer);
    EXPECT_PART("\r\nRetry-After: 1\r\n", &answer);
    write_history(42);
    hear(fd);
    EXPECT_I64(200, answer.status);
    close_api();
}

static void what_breaks_a_limit_is_refused_before_anything_waits(void)
{
    static const struct {
        const char *path;
        const char *headers;
        const char *part;
    } rows[] = {
        {"/v1/history", "Fy-After: nonsense\r\n", "Fy-Position of a write to activity"},
        {"/v1/history", "Fy-After: supply-3-1\r\n", "Fy-Position of a write to activity"},
        {"/v1/history", "Fy-After: activity-3\r\n", "Fy-Position of a write to activity"},
        {"/v1/products/mug", "Fy-After: activity-3-1\r\n", "Fy-Position of a write to supply"},
        {"/v1/collections/tea", "Fy-After: supply-3-1\r\n", "of a write to collections"},
        {"/v1/products", "Fy-After: supply-3-1\r\n", "this route is about many keys"},
        {"/v1/products?limit=201", "", "limit: must be a whole number from 1 to 200"},
        {"/v1/products?after=", "", "after: 0 bytes, must be 1 to 64"},
        {"/v1/collections?limit=0", "", "limit: must be a whole number from 1 to 200"},
        {"/v1/recommendations?limit=51", "Fy-After: activity-3-42\r\nPrefer: wait=30\r\n",
            "limit: must be a whole number from 1 to 50"},
        {"/v1/recommendations?keep_current=yes", "", "keep_current: must be 0 or 1"},
    };

    open_api(4);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        ask(rows[i].path, rows[i].headers);
        EXPECT_I64(400, answer.status);
        EXPECT_PART("/problems/bad-query", &answer);
        EXPECT_PART(rows[i].part, &answer);
    }
    close_api();
}

/* Polling: what has not changed costs a 304, and a sale changes a list that has not. */
static void an_etag_changes_with_what_is_shown(void)
{
    char headers[128];
    char *etag;

    open_api(4);
    stage_product(&stage, "mug", "A mug", 1);
    stage_level(&stage, "mug", 1, 1);
    ask("/v1/products", "");
    EXPECT_I64(200, answer.status);
    etag = strstr(answer.text, "\r\nETag: ");
    CU_ASSERT_PTR_NOT_NULL_FATAL(etag);
    (void)snprintf(headers, sizeof(headers), "If-None-Match: %.38s\r\n", etag + 8);
    ask("/v1/products", headers);
    EXPECT_I64(304, answer.status);
    stage_level(&stage, "mug", 0, 2);
    ask("/v1/products", headers);
    EXPECT_I64(200, answer.status);
    close_api();
}

static void until_the_views_are_read_it_says_so(void)
{
    open_api(4);
    is_ready = false;
    ask("/v1/products", "");
    EXPECT_I64(503, answer.status);
    EXPECT_PART("/problems/not-ready", &answer);
    EXPECT_PART("7 records to go", &answer);
    ask("/v1/history", "Fy-After: activity-3-42\r\nPrefer: wait=30\r\n");
    EXPECT_I64(503, answer.status);
    is_ready = true;
    ask("/v1/products", "");
    EXPECT_I64(200, answer.status);
    close_api();
}

/* Whatever is asked of it, each handler has an answer of its own. */
static void every_route_of_the_table_answers(void)
{
    open_api(4);
    stage_product(&stage, "mug", "A mug", 1);
    for (size_t i = 0; i < sizeof(routes) / sizeof(routes[0]); i++) {
        bool is_registry = strncmp(routes[i].pattern, "/registry/", 10) == 0;
        char path[256];
        char text[1024];
        int fd = site_connect(&site);

        path_of(&routes[i], "hollow-oak", path);
        (void)snprintf(text, sizeof(text),
            "%s %s HTTP/1.1\r\nHost: shop\r\nCookie: fy_visitor=%s\r\n"
            "Content-Type: application/vnd.schemaregistry.v1+json\r\nContent-Length: 2\r\n\r\n{}",
            routes[i].method, path, cookie);
        if (strcmp(routes[i].method, "GET") == 0)
            (void)snprintf(text, sizeof(text),
                "GET %s HTTP/1.1\r\nHost: shop\r\nCookie: fy_visitor=%s\r\n\r\n", path, cookie);
        site_say(&site, fd, text);
        hear(fd);
        if (answer.status != 200 && answer.status != 404 && answer.status != 422)
            EXPECT_TEXT(path, fy_slice_of(answer.text));
        if (is_registry)
            EXPECT_PART("\r\nContent-Type: application/vnd.schemaregistry.v1+json\r\n", &answer);
        if (is_registry && answer.status != 200)
            EXPECT_PART("{\"error_code\":4", &answer);
    }
    close_api();
}

static CU_TestInfo tests[] = {
    TEST(a_visitor_is_who_has_a_cookie_of_ours),
    TEST(a_person_reads_what_all_their_visitors_did),
    TEST(what_is_included_already_is_answered_at_once),
    TEST(without_a_wait_it_says_not_yet),
    TEST(a_read_waits_for_the_record_that_includes_its_place),
    TEST(a_product_is_read_after_both_its_rows),
    TEST(when_the_time_is_up_it_says_not_yet),
    TEST(a_client_that_went_is_forgotten),
    TEST(too_many_waits_are_refused),
    TEST(what_breaks_a_limit_is_refused_before_anything_waits),
    TEST(an_etag_changes_with_what_is_shown),
    TEST(every_route_of_the_table_answers),
    TEST(until_the_views_are_read_it_says_so),
};

TEST_MAIN(api.reading, tests)
