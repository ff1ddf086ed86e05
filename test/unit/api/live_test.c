/* A row as server-sent events, over real HTTP: at once, at each change, and never for nobody. */
#include "lib/metrics.h"
#include "schemas/generated/session.h"
#include "test/run.h"
#include "test/unit/api/served.h"

/* Only what a test shortens happens while it waits. */
static const struct live_config quick = {.streams_max = 6,
    .address_max = 4,
    .event_ms = 1,
    .beat_ms = 10 * SITE_WAIT_MS,
    .life_ms = 10 * SITE_WAIT_MS};
static char heard[SITE_ANSWER_BYTES];
static size_t heard_size;

static void open_live(const struct live_config *config)
{
    served_live = config;
    open_api(4);
    stage_product(&stage, "mug", "A mug", 1);
    stage_level(&stage, "mug", 7, 1);
    heard_size = 0;
    heard[0] = '\0';
}

static void change(int64_t available_units, int64_t offset)
{
    stage_level(&stage, "mug", available_units, offset);
    live_settle(api.live);
}

/* Reads until `part` has been heard; false: the stream ended before, or it never came. */
static bool hears(int fd, const char *part)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    while (strstr(heard, part) == NULL) {
        ssize_t got = recv(fd, heard + heard_size, sizeof(heard) - 1 - heard_size, MSG_DONTWAIT);

        if (got == 0 || (got < 0 && errno != EAGAIN) || site_now_ms() > until_ms)
            return false;
        if (got < 0)
            site_turn(&site);
        else
            heard_size += (size_t)got;
        heard[heard_size] = '\0';
    }
    return true;
}

static void forget_heard(void)
{
    heard_size = 0;
    heard[0] = '\0';
}

static void until_streams(int count)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    while (live_count(api.live) != count && site_now_ms() < until_ms)
        site_turn(&site);
    EXPECT_I64(count, live_count(api.live));
}

static void the_present_comes_at_once_and_then_each_change(void)
{
    int fd;

    open_live(&quick);
    fd = say("/v1/products/mug/live", "");
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":7"));
    CU_ASSERT_PTR_NOT_NULL(strstr(heard, "\r\nContent-Type: text/event-stream\r\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(heard, "\r\nCache-Control: no-store\r\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(heard, "\r\nX-Accel-Buffering: no\r\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(heard, "retry: 1"));
    CU_ASSERT_PTR_NOT_NULL(strstr(heard, "\nid: "));
    CU_ASSERT_PTR_NOT_NULL(strstr(heard, "\ndata: {\"sku\":\"mug\""));
    change(6, 2);
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":6"));
    stage_product(&stage, "mug", "A better mug", 3); /* The other of its two rows. */
    live_settle(api.live);
    CU_ASSERT_TRUE(hears(fd, "A better mug"));
    (void)close(fd);
    until_streams(0);
    change(5, 4);
    close_api();
}

/* In which collections it is, is said of it too. */
static void a_collection_that_takes_it_in_or_lets_it_go_is_told(void)
{
    const struct fy_slice mug = fy_slice_of("mug");
    int fd;

    open_live(&quick);
    fd = say("/v1/products/mug/live", "");
    CU_ASSERT_TRUE(hears(fd, "\"collections\":[]"));
    stage_collection_put(&stage, "tea", "Tea time", &mug, 1);
    live_settle(api.live);
    CU_ASSERT_TRUE(hears(fd, "\"collections\":[{\"collection\":\"tea\",\"title\":\"Tea time\"}]"));
    forget_heard();
    stage_collection_put(&stage, "tea", "Tea time", NULL, 0);
    live_settle(api.live);
    CU_ASSERT_TRUE(hears(fd, "\"collections\":[]"));
    (void)close(fd);
    until_streams(0);
    close_api();
}

/* Another SKU's changes are not ours, and what shows nothing new is not said. */
static void a_change_of_another_row_is_not_told(void)
{
    int fd;

    open_live(&quick);
    fd = say("/v1/products/mug/live", "");
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":7"));
    forget_heard();
    stage_product(&stage, "pot", "A pot", 2);
    stage_level(&stage, "pot", 3, 2);
    change(7, 1); /* As it was. */
    for (int i = 0; i < 50; i++)
        site_turn(&site);
    change(4, 3);
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":4"));
    CU_ASSERT_PTR_NULL(strstr(heard, "pot"));
    CU_ASSERT_PTR_NULL(strstr(heard, "\"available_units\":7"));
    (void)close(fd);
    close_api();
}

static void what_a_client_has_is_not_said_again(void)
{
    char header[128];
    const char *id;
    int fd;

    open_live(&quick);
    fd = say("/v1/products/mug/live", "");
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":7"));
    id = strstr(heard, "\nid: ");
    CU_ASSERT_PTR_NOT_NULL_FATAL(id);
    (void)snprintf(header, sizeof(header), "Last-Event-ID: %.36s\r\n", id + 5);
    (void)close(fd);

    forget_heard();
    fd = say("/v1/products/mug/live", header);
    CU_ASSERT_TRUE(hears(fd, "retry: "));
    for (int i = 0; i < 20; i++)
        site_turn(&site);
    change(6, 2);
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":6"));
    CU_ASSERT_PTR_NULL(strstr(heard, "\"available_units\":7"));
    (void)close(fd);

    forget_heard(); /* What it had is not what there is now: it gets that. */
    fd = say("/v1/products/mug/live", header);
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":6"));
    (void)close(fd);
    close_api();
}

static int events_heard(void)
{
    const char *at = heard;
    int count = 0;

    for (; (at = strstr(at, "\ndata: ")) != NULL; at++)
        count++;
    return count;
}

/* A hundred changes are as many events as there was time for, and the last of them is told. */
static void what_changes_often_is_said_as_it_stands_then(void)
{
    struct live_config slow = quick;
    int64_t began_ms;
    int fd;

    slow.event_ms = 300;
    open_live(&slow);
    fd = say("/v1/products/mug/live", "");
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":7"));
    began_ms = site_now_ms();
    for (int i = 1; i <= 100; i++) {
        change(1000 - i, 1 + i);
        site_turn(&site);
    }
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":900"));
    CU_ASSERT_TRUE(events_heard() <= 2 + (site_now_ms() - began_ms) / slow.event_ms);
    (void)close(fd);
    close_api();
}

/* Changed so that the sockets between us cannot hold it all: 16 MB in 8 KB each. */
static void describe(int64_t n)
{
    static char words[8 * 1024 + 1];
    struct product product = {
        .sku = fy_slice_of("mug"),
        .as_of = {stage_as_of(&stage, "supply", 2, n), 1},
        .updated_ms = n,
        .supplier = fy_slice_of("acme"),
        .title = fy_slice_of("A mug"),
        .price = {1234, fy_slice_of("EUR")},
    };

    memset(words, 'a', sizeof(words) - 1);
    product.description = fy_slice_of(words);
    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_PRODUCTS, "mug",
                          stage_encoded(&stage, &product_schema, &product)));
    live_settle(api.live);
}

/* Who takes nothing for a while misses what is over, and costs us no more than one event. */
static void who_is_slow_gets_the_newest(void)
{
    enum { CHANGES = 2000 };
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;
    size_t size = 0, took = 0;
    char part[64];
    int fd;

    open_live(&quick);
    fd = say("/v1/products/mug/live", "");
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":7"));
    for (int i = 1; i <= CHANGES; i++) {
        describe(i);
        site_turn(&site);
        fy_arena_clear(&stage.arena);
    }
    (void)snprintf(part, sizeof(part), "\"updated_ms\":%d", CHANGES);
    while (strstr(heard, part) == NULL && site_now_ms() < until_ms) {
        ssize_t got = recv(fd, heard + size, sizeof(heard) - 1 - size, MSG_DONTWAIT);

        if (got <= 0) {
            site_turn(&site);
            continue;
        }
        took += (size_t)got;
        size += (size_t)got;
        heard[size] = '\0';
        if (size > sizeof(heard) / 2 && strstr(heard, part) == NULL) {
            memmove(heard, heard + size - 64, 64);
            size = 64;
        }
    }
    CU_ASSERT_PTR_NOT_NULL(strstr(heard, part));
    CU_ASSERT_TRUE(took < (size_t)CHANGES * 8 * 1024);
    (void)close(fd);
    close_api();
}

static void silence_is_broken_by_a_comment(void)
{
    struct live_config beats = quick;
    int fd;

    beats.beat_ms = 30;
    open_live(&beats);
    fd = say("/v1/products/mug/live", "");
    CU_ASSERT_TRUE(hears(fd, "\n:\n\n"));
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":7"));
    (void)close(fd);
    close_api();
}

/* Ended, not torn: the last chunk is there, and the connection would serve another request. */
static void a_stream_ends_when_its_time_is_up(void)
{
    struct live_config brief = quick;
    int fd;

    brief.beat_ms = 20;
    brief.life_ms = 60;
    open_live(&brief);
    fd = say("/v1/products/mug/live", "");
    CU_ASSERT_TRUE(hears(fd, "\r\n0\r\n\r\n"));
    EXPECT_I64(0, live_count(api.live));
    (void)close(fd);
    close_api();
}

static void a_stopping_program_ends_them_all(void)
{
    int fds[3];

    open_live(&quick);
    for (int i = 0; i < 3; i++) {
        fds[i] = say("/v1/products/mug/live", "");
        forget_heard();
        CU_ASSERT_TRUE(hears(fds[i], "\"available_units\":7"));
    }
    EXPECT_I64(3, live_count(api.live));
    live_stop(api.live);
    for (int i = 0; i < 3; i++) {
        forget_heard();
        CU_ASSERT_TRUE(hears(fds[i], "0\r\n\r\n"));
        (void)close(fds[i]);
    }
    EXPECT_I64(0, live_count(api.live));
    ask("/v1/products/mug/live", "");
    EXPECT_I64(503, answer.status);
    close_api();
}

/* Open streams, free places: of one address first, then of all. */
static void too_many_are_refused_with_a_time_to_come_back(void)
{
    int fds[6];

    open_live(&quick);
    for (int i = 0; i < 4; i++)
        fds[i] = say("/v1/products/mug/live", "X-Real-IP: 198.51.100.7\r\n");
    until_streams(4);
    ask("/v1/products/mug/live", "X-Real-IP: 198.51.100.7\r\n");
    EXPECT_I64(429, answer.status);
    EXPECT_PART("/problems/too-many-requests", &answer);
    EXPECT_PART("\r\nRetry-After: 10\r\n", &answer);
    for (int i = 4; i < 6; i++)
        fds[i] = say("/v1/products/mug/live", "X-Real-IP: 198.51.100.8\r\n");
    until_streams(6);
    ask("/v1/products/mug/live", "X-Real-IP: 198.51.100.9\r\n");
    EXPECT_I64(503, answer.status);
    EXPECT_PART("/problems/busy", &answer);
    EXPECT_PART("\r\nRetry-After: 10\r\n", &answer);

    (void)close(fds[0]);
    until_streams(5);
    fds[0] = say("/v1/products/mug/live", "X-Real-IP: 198.51.100.7\r\n");
    CU_ASSERT_TRUE(hears(fds[0], "\"available_units\":7"));
    for (int i = 0; i < 6; i++)
        (void)close(fds[i]);
    close_api();
}

static void what_is_not_there_is_a_problem_and_what_goes_is_said(void)
{
    int fd;

    open_live(&quick);
    ask("/v1/products/pot/live", "");
    EXPECT_I64(404, answer.status);
    EXPECT_I64(0, live_count(api.live));
    is_ready = false;
    ask("/v1/products/mug/live", "");
    EXPECT_I64(503, answer.status);
    is_ready = true;

    fd = say("/v1/products/mug/live", "");
    CU_ASSERT_TRUE(hears(fd, "\"available_units\":7"));
    stage_withdrawn(&stage, "mug", "A mug", 2);
    live_settle(api.live);
    CU_ASSERT_TRUE(hears(fd, "event: gone\ndata: {\"status\":404"));
    CU_ASSERT_TRUE(hears(fd, "\r\n0\r\n\r\n"));
    (void)close(fd);
    close_api();
}

/* An order that was placed a moment ago: its page may be there before its row. */
static enum fy_status order_content(struct api *of,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    (void)request;
    return catalogue_product(&of->views, key, &of->arena, ret_answer, err);
}

static void serve_awaited(struct fy_http_request *request, void *program)
{
    live_serve(program, request,
        &(struct reading){.view = VIEW_PRODUCTS,
            .key = fy_http_path_param(request, "sku"),
            .is_awaited = true,
            .content = order_content});
}

static void a_row_that_is_awaited_is_shown_when_it_comes(void)
{
    static const struct fy_route awaited[] = {
        {"awaited", "GET", "/v1/awaited/{sku}", "anyone", "", 0, 0, serve_awaited}};
    struct fy_http_config config = {.listen = "127.0.0.1:0",
        .connections_max = 8,
        .parked_max = 8,
        .deadline_ms = 60000,
        .receive_ms = 60000,
        .routes = awaited,
        .route_count = 1,
        .program = &api};
    struct fy_http *first;
    struct fy_err err = {0};
    int fd;

    open_live(&quick);
    first = site.http;
    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_http_new(&config, site.reactor, &site.http, &err));
    fd = say("/v1/awaited/pot", "");
    CU_ASSERT_TRUE(hears(fd, "retry: "));
    stage_product(&stage, "pot", "A pot", 2);
    live_settle(api.live);
    CU_ASSERT_TRUE(hears(fd, "data: {\"sku\":\"pot\""));
    CU_ASSERT_PTR_NULL(strstr(heard, "event: gone"));
    (void)close(fd);
    fy_http_free(first);
    close_api();
}

/* Whoever was signed in when it began is looked at again with each beat. */
static void a_stream_ends_with_its_token(void)
{
    struct live_config beats = quick;
    int fd;

    beats.beat_ms = 20;
    open_live(&beats);
    fd = say("/v1/products/mug/live", "Authorization: " PERSON "\r\n");
    CU_ASSERT_TRUE(hears(fd, "\n:\n\n"));
    EXPECT_I64(1, live_count(api.live));
    caller.expires_ms = 1;
    CU_ASSERT_TRUE(hears(fd, "\r\n0\r\n\r\n"));
    (void)close(fd);
    close_api();
}

static void put_session(bool is_revoked)
{
    static const char id[] = "00000000000000000000000000005e55";
    struct session session = {.session = fy_slice_of(id),
        .account = fy_slice_of("an account"),
        .person = fy_slice_of(PERSON),
        .role = fy_slice_of("customer"),
        .refresh_hash = fy_slice_of("0123456789abcdef0123456789abcdef"),
        .label = fy_slice_of("a browser"),
        .has_revoked_ms = is_revoked,
        .revoked_ms = 1};

    EXPECT_I64(FY_OK, stage_apply(&stage, FY_TOPIC_SESSIONS, id,
                          stage_encoded(&stage, &session_schema, &session)));
}

static void a_stream_ends_with_its_session(void)
{
    struct live_config beats = quick;
    int fd;

    beats.beat_ms = 20;
    open_live(&beats);
    caller.session = fy_slice_of("00000000000000000000000000005e55");
    put_session(false);
    fd = say("/v1/products/mug/live", "Authorization: " PERSON "\r\n");
    CU_ASSERT_TRUE(hears(fd, "\n:\n\n"));
    EXPECT_I64(1, live_count(api.live));
    put_session(true);
    CU_ASSERT_TRUE(hears(fd, "\r\n0\r\n\r\n"));
    (void)close(fd);
    close_api();
}

static CU_TestInfo tests[] = {
    TEST(the_present_comes_at_once_and_then_each_change),
    TEST(a_collection_that_takes_it_in_or_lets_it_go_is_told),
    TEST(a_change_of_another_row_is_not_told),
    TEST(what_a_client_has_is_not_said_again),
    TEST(what_changes_often_is_said_as_it_stands_then),
    TEST(who_is_slow_gets_the_newest),
    TEST(silence_is_broken_by_a_comment),
    TEST(a_stream_ends_when_its_time_is_up),
    TEST(a_stopping_program_ends_them_all),
    TEST(too_many_are_refused_with_a_time_to_come_back),
    TEST(what_is_not_there_is_a_problem_and_what_goes_is_said),
    TEST(a_row_that_is_awaited_is_shown_when_it_comes),
    TEST(a_stream_ends_with_its_token),
    TEST(a_stream_ends_with_its_session),
};

TEST_MAIN(api.live, tests)
