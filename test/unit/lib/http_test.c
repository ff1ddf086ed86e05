#include "test/run.h"
#include "test/unit/lib/http_site.h"

#include <fcntl.h>

static struct answer answer; /* Large, and one at a time. */

static void site_gone(struct fy_http_request *request, void *context)
{
    struct site *site = context;

    (void)request;
    site->gone++;
}

static void handle_hello(struct fy_http_request *request, void *program)
{
    struct site *site = program;

    site->calls++;
    fy_http_answer(request, 200, "text/plain", fy_slice_of("hello"));
}

static void handle_echo(struct fy_http_request *request, void *program)
{
    struct site *site = program;

    site->calls++;
    fy_http_answer(request, 200, "application/octet-stream", fy_http_body(request));
}

static void handle_park(struct fy_http_request *request, void *program)
{
    struct site *site = program;

    site->calls++;
    site->parked[site->parked_count++] = request;
    fy_http_on_gone(request, site_gone, site);
}

static void site_late(struct fy_http_request *request, void *context)
{
    struct site *site = context;

    site->late++;
    fy_http_answer(request, 202, NULL, fy_slice_of(""));
}

static void handle_patient(struct fy_http_request *request, void *program)
{
    struct site *site = program;

    site->calls++;
    fy_http_on_gone(request, site_gone, site);
    fy_http_deadline(request, fy_http_wait_ms(request, 40), site_late, site);
}

static void handle_tagged(struct fy_http_request *request, void *program)
{
    struct site *site = program;

    site->calls++;
    fy_http_set_header(request, "ETag", "\"v7\"");
    fy_http_answer(request, 200, "text/plain", fy_slice_of("seven"));
}

static void handle_problem(struct fy_http_request *request, void *program)
{
    (void)program;
    fy_http_problem(request, FY_PROBLEM_BAD_FIELD, "[3].item_viewed.sku",
        "\"%.*s\": \\ \n, at most 64", FY_SLICE_ARG(fy_http_query(request, "q")));
}

static const struct fy_route routes[] = {
    {"hello", "GET", "/hello", "anyone", "", 0, 0, handle_hello},
    {"echo", "POST", "/echo", "anyone", "", 0, 65536, handle_echo},
    {"park", "GET", "/park", "anyone", "", 0, 0, handle_park},
    {"patient", "GET", "/patient", "anyone", "", 0, 0, handle_patient},
    {"tagged", "GET", "/tagged", "anyone", "", 0, 0, handle_tagged},
    {"hello_put", "PUT", "/hello", "anyone", "", 0, 16, handle_echo},
    {"problem", "GET", "/problem", "anyone", "", 0, 0, handle_problem},
};

static void open_site(struct site *site, struct fy_http_config config)
{
    site_open(site, routes, sizeof(routes) / sizeof(routes[0]), config);
}

#define HOST "Host: shop\r\n"
#define GET(path) "GET " path " HTTP/1.1\r\n" HOST "\r\n"

static void ask(struct site *site, const char *text)
{
    site_ask(site, text, strlen(text), strncmp(text, "HEAD", 4) == 0, &answer);
}

/* Kafka acknowledges some turns after the handler has returned. */
static void a_parked_request_is_answered_later(void)
{
    struct site site;
    int fd;

    open_site(&site, (struct fy_http_config){0});
    fd = site_connect(&site);
    site_say(&site, fd, GET("/park"));
    site_until(&site, &site.parked_count, 1);
    ask(&site, GET("/patient")); /* Meanwhile a deadline passes that is sooner than its own. */
    EXPECT_I64(202, answer.status);
    EXPECT_I64(-1, recv(fd, answer.text, 1, MSG_DONTWAIT));

    fy_http_answer(site.parked[0], 202, "text/plain", fy_slice_of("written"));
    site_read(&site, fd, false, &answer);
    EXPECT_I64(202, answer.status);
    EXPECT_TEXT("written", fy_slice_of(answer.body));
    EXPECT_I64(0, site.gone);

    site_say(&site, fd, GET("/hello")); /* The connection serves on. */
    site_read(&site, fd, false, &answer);
    EXPECT_I64(200, answer.status);
    (void)close(fd);
    site_close(&site);
}

/* Whoever kept the request must forget it first, and the client hears one answer, not two. */
static void a_deadline_gives_exactly_one_answer(void)
{
    struct site site;
    int fd;
    int64_t began_ms;

    open_site(&site, (struct fy_http_config){.deadline_ms = 30});
    fd = site_connect(&site);
    began_ms = site_now_ms();
    site_say(&site, fd, GET("/park"));
    site_read(&site, fd, false, &answer);
    EXPECT_I64(503, answer.status);
    CU_ASSERT_TRUE(site_now_ms() - began_ms >= 29);
    EXPECT_PART("\"type\":\"/problems/deadline\"", &answer);
    EXPECT_PART("\r\nRetry-After: 1\r\n", &answer);
    EXPECT_I64(1, site.gone);

    for (int i = 0; i < 50; i++)
        site_turn(&site);
    EXPECT_I64(-1, recv(fd, answer.text, 1, MSG_DONTWAIT));
    EXPECT_I64(1, site.gone);
    (void)close(fd);
    site_close(&site);
}

/* "Prefer: wait=5" of a reader: its own deadline, and an answer that is no error. */
static void a_handler_may_set_its_own_deadline(void)
{
    struct site site;

    open_site(&site, (struct fy_http_config){.deadline_ms = 30000});
    ask(&site, "GET /patient HTTP/1.1\r\n" HOST "Prefer: respond-async, wait=9\r\n\r\n");
    EXPECT_I64(202, answer.status);
    EXPECT_I64(1, site.late);
    EXPECT_I64(0, site.gone);
    site_close(&site);
}

static void many_deadlines_fire_together_and_apart(void)
{
    struct site site;
    int fds[20];

    open_site(&site, (struct fy_http_config){.deadline_ms = 60});
    for (int i = 0; i < 20; i++) {
        fds[i] = site_connect(&site);
        site_say(&site, fds[i], i % 2 == 0 ? GET("/park") : GET("/patient"));
    }
    for (int i = 0; i < 20; i++) {
        site_read(&site, fds[i], false, &answer);
        EXPECT_I64(i % 2 == 0 ? 503 : 202, answer.status);
        (void)close(fds[i]);
    }
    EXPECT_I64(10, site.gone);
    EXPECT_I64(10, site.late);
    site_close(&site);
}

static void a_client_that_goes_while_parked_is_forgotten(void)
{
    struct site site;
    int fd;

    open_site(&site, (struct fy_http_config){0});
    fd = site_connect(&site);
    site_say(&site, fd, GET("/park"));
    site_until(&site, &site.parked_count, 1);
    (void)close(fd);
    site_until(&site, &site.gone, 1);

    ask(&site, GET("/hello"));
    EXPECT_I64(200, answer.status);
    EXPECT_I64(1, site.gone);
    site_close(&site);
}

/* Between two looks nobody knows yet: the answer goes to a dead socket, and that is all. */
static void an_answer_to_a_client_that_went_is_lost_quietly(void)
{
    struct site site;
    struct linger hard = {.l_onoff = 1};
    int fd;

    open_site(&site, (struct fy_http_config){0});
    fd = site_connect(&site);
    site_say(&site, fd, GET("/park"));
    site_until(&site, &site.parked_count, 1);
    (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard)); /* A reset, not an end. */
    (void)close(fd);
    fy_http_answer(site.parked[0], 202, NULL, fy_slice_of("nobody"));

    ask(&site, GET("/hello"));
    EXPECT_I64(200, answer.status);
    site_close(&site);
}

static void a_server_that_goes_down_tells_whoever_kept_a_request(void)
{
    struct site site;
    int fd;

    open_site(&site, (struct fy_http_config){0});
    fd = site_connect(&site);
    site_say(&site, fd, GET("/park"));
    site_until(&site, &site.parked_count, 1);
    site_close(&site);
    EXPECT_I64(1, site.gone);
    EXPECT_I64(0, recv(fd, answer.text, 1, 0));
    (void)close(fd);
}

/* Refused by its Content-Length alone: the body is never sent here. */
static void a_body_over_the_ceiling_is_refused_early(void)
{
    struct site site;
    static char large[65537];
    int fd;

    open_site(&site, (struct fy_http_config){0});
    ask(&site,
        "POST /echo HTTP/1.1\r\n" HOST "Content-Length: 65537\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_I64(413, answer.status);
    EXPECT_PART("\"type\":\"/problems/body-too-large\"", &answer);
    EXPECT_PART("\r\nConnection: close\r\n", &answer);
    ask(&site, "POST /echo HTTP/1.1\r\n" HOST "Content-Length: 900000000000000000\r\n\r\n");
    EXPECT_I64(413, answer.status);
    ask(&site, "GET /hello HTTP/1.1\r\n" HOST "Content-Length: 1\r\n\r\nx");
    EXPECT_I64(413, answer.status);
    EXPECT_I64(0, site.calls);

    memset(large, 'x', sizeof(large));
    fd = site_connect(&site);
    site_say(&site, fd, "POST /echo HTTP/1.1\r\n" HOST "Content-Length: 65536\r\n\r\n");
    site_send(&site, fd, large, 65536);
    site_read(&site, fd, false, &answer);
    EXPECT_I64(200, answer.status);
    EXPECT_I64(65536, strspn(answer.body, "x"));
    (void)close(fd);
    site_close(&site);
}

/* Without a length the ceiling is met while the body streams in. */
static void a_chunked_body_over_the_ceiling_is_refused(void)
{
    struct site site;
    static char chunk[1000];
    int fd;

    memset(chunk, 'y', sizeof(chunk));
    open_site(&site, (struct fy_http_config){0});
    for (int chunks = 65; chunks <= 66; chunks++) { /* 65,000 and 66,000 bytes. */
        fd = site_connect(&site);
        site_say(&site, fd, "POST /echo HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < chunks; i++) {
            site_say(&site, fd, "3e8\r\n");
            site_send(&site, fd, chunk, sizeof(chunk));
            site_say(&site, fd, "\r\n");
        }
        site_say(&site, fd, "0\r\n\r\n");
        site_read(&site, fd, false, &answer);
        EXPECT_I64(chunks == 65 ? 200 : 413, answer.status);
        site_say(&site, fd, GET("/hello")); /* What was refused was read to its end. */
        site_read(&site, fd, false, &answer);
        EXPECT_I64(200, answer.status);
        (void)close(fd);
    }

    fd = site_connect(&site); /* Without end: hung up on, not read for ever. */
    site_say(&site, fd, "POST /echo HTTP/1.1\r\n" HOST "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 4000; i++) {
        site_say(&site, fd, "3e8\r\n");
        site_send(&site, fd, chunk, sizeof(chunk));
        site_say(&site, fd, "\r\n");
    }
    CU_ASSERT_TRUE(site_hangs_up(&site, fd));
    (void)close(fd);
    site_close(&site);
}

static void kept_alive_and_pipelined_requests_are_answered_in_order(void)
{
    struct site site;
    int fd;

    open_site(&site, (struct fy_http_config){0});
    fd = site_connect(&site);
    for (int i = 0; i < 50; i++) {
        site_say(&site, fd, GET("/hello"));
        site_read(&site, fd, false, &answer);
        EXPECT_I64(200, answer.status);
    }
    site_say(&site, fd,
        "POST /echo HTTP/1.1\r\n" HOST "Content-Length: 3\r\n\r\none" GET(
            "/park") "POST /echo HTTP/1.1\r\n" HOST
                     "Content-Length: 5\r\n\r\nthree" GET("/nowhere"));
    site_read(&site, fd, false, &answer);
    EXPECT_TEXT("one", fy_slice_of(answer.body));
    site_until(&site, &site.parked_count, 1);
    fy_http_answer(site.parked[0], 200, NULL, fy_slice_of("two"));
    site_read(&site, fd, false, &answer);
    EXPECT_TEXT("two", fy_slice_of(answer.body));
    site_read(&site, fd, false, &answer);
    EXPECT_TEXT("three", fy_slice_of(answer.body));
    site_read(&site, fd, false, &answer);
    EXPECT_I64(404, answer.status);
    (void)close(fd);
    site_close(&site);
}

/* libmicrohttpd's own thread stalls when exactly 128 n sockets are ready at once. */
static void any_number_of_sockets_may_be_ready_at_once(void)
{
    static const int counts[] = {1, 127, 128, 129, 200, 256};
    struct site site;
    int fds[256];

    open_site(&site, (struct fy_http_config){0});
    for (size_t c = 0; c < sizeof(counts) / sizeof(counts[0]); c++) {
        for (int i = 0; i < counts[c]; i++) {
            fds[i] = site_connect(&site);
            site_say(&site, fds[i], GET("/hello"));
        }
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < counts[c]; i++) {
                site_read(&site, fds[i], false, &answer);
                EXPECT_I64(200, answer.status);
            }
            for (int i = 0; i < counts[c]; i++) /* All again, before the server turns. */
                (void)send(fds[i], GET("/hello"), strlen(GET("/hello")), MSG_NOSIGNAL);
        }
        for (int i = 0; i < counts[c]; i++)
            (void)close(fds[i]);
    }
    site_close(&site);
}

static void two_hundred_parked_requests_are_answered_in_one_turn(void)
{
    struct site site;
    int fds[200];

    open_site(&site, (struct fy_http_config){0});
    for (int i = 0; i < 200; i++) {
        fds[i] = site_connect(&site);
        site_say(&site, fds[i], GET("/park"));
    }
    site_until(&site, &site.parked_count, 200);
    for (int i = 0; i < 200; i++)
        fy_http_answer(site.parked[i], 202, NULL, fy_slice_of("all"));
    for (int i = 0; i < 200; i++) {
        site_read(&site, fds[i], false, &answer);
        EXPECT_I64(202, answer.status);
        (void)close(fds[i]);
    }
    site_close(&site);
}

static void a_drain_finishes_what_is_in_flight_and_takes_nothing_new(void)
{
    struct site site;
    int parked_fd, idle_fd;

    open_site(&site, (struct fy_http_config){0});
    idle_fd = site_connect(&site);
    site_say(&site, idle_fd, GET("/hello"));
    site_read(&site, idle_fd, false, &answer);
    parked_fd = site_connect(&site);
    site_say(&site, parked_fd, GET("/park"));
    site_until(&site, &site.parked_count, 1);

    CU_ASSERT_FALSE(fy_http_drain(site.http));
    EXPECT_I64(-1, site_connect(&site));
    site_say(&site, idle_fd, GET("/hello"));
    site_read(&site, idle_fd, false, &answer);
    EXPECT_I64(503, answer.status);
    CU_ASSERT_FALSE(fy_http_drain(site.http));

    fy_http_answer(site.parked[0], 202, NULL, fy_slice_of("done"));
    site_read(&site, parked_fd, false, &answer);
    EXPECT_I64(202, answer.status);
    EXPECT_PART("\r\nConnection: close\r\n", &answer);
    CU_ASSERT_TRUE(site_hangs_up(&site, parked_fd));
    CU_ASSERT_TRUE(fy_http_drain(site.http));
    (void)close(parked_fd);
    (void)close(idle_fd);
    site_close(&site);
}

static void answers_carry_what_http_wants(void)
{
    struct site site;

    open_site(&site, (struct fy_http_config){0});
    ask(&site, GET("/hello"));
    EXPECT_PART("\r\nX-Content-Type-Options: nosniff\r\n", &answer);
    EXPECT_PART("\r\nContent-Type: text/plain\r\n", &answer);
    ask(&site, "HEAD /hello HTTP/1.1\r\n" HOST "\r\n");
    EXPECT_I64(200, answer.status);
    EXPECT_PART("\r\nContent-Length: 5\r\n", &answer);
    EXPECT_TEXT("", fy_slice_of(answer.body));
    ask(&site, "DELETE /hello HTTP/1.1\r\n" HOST "\r\n");
    EXPECT_I64(405, answer.status);
    EXPECT_PART("\r\nAllow: GET, HEAD, PUT\r\n", &answer);
    ask(&site, "HEAD /echo HTTP/1.1\r\n" HOST "\r\n");
    EXPECT_I64(405, answer.status);
    EXPECT_PART("\r\nAllow: POST\r\n", &answer);
    ask(&site, GET("/hello/"));
    EXPECT_I64(404, answer.status);
    site_close(&site);
}

static void a_known_tag_is_answered_with_304(void)
{
    static const struct {
        const char *known;
        int status;
    } rows[] = {
        {"\"v7\"", 304},
        {"W/\"v7\"", 304},
        {"\"v6\" , \"v7\"", 304},
        {"*", 304},
        {"\"v6\"", 200},
        {"v7", 200},
        {"\"v77\"", 200},
    };
    struct site site;
    char text[256];

    open_site(&site, (struct fy_http_config){0});
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        (void)snprintf(text, sizeof(text),
            "GET /tagged HTTP/1.1\r\n" HOST "If-None-Match: %s\r\n\r\n", rows[i].known);
        site_ask(&site, text, strlen(text), rows[i].status == 304, &answer);
        EXPECT_I64(rows[i].status, answer.status);
        EXPECT_PART("\r\nETag: \"v7\"\r\n", &answer);
        EXPECT_TEXT(rows[i].status == 304 ? "" : "seven", fy_slice_of(answer.body));
    }
    site_close(&site);
}

static void a_problem_is_json_whatever_the_client_sent(void)
{
    struct site site;

    open_site(&site, (struct fy_http_config){0});
    ask(&site, GET("/problem?q=a%22b%3C%C3%A4"));
    EXPECT_I64(422, answer.status);
    EXPECT_PART("\r\nContent-Type: application/problem+json\r\n", &answer);
    EXPECT_TEXT(
        "{\"type\":\"/problems/bad-field\",\"title\":\"A field is missing, unknown, or breaks "
        "its limit\",\"status\":422,\"detail\":\"\\\"a\\\"b\\u003c\xc3\xa4\\\": \\\\  , at most "
        "64\","
        "\"field\":\"[3].item_viewed.sku\"}",
        fy_slice_of(answer.body));
    site_close(&site);
}

static void it_listens_on_loopback_only(void)
{
    static const char *const refused[] = {"0.0.0.0:0", "10.0.0.1:0", "[::]:0", "localhost:0",
        "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:1x", ":80", "[::1]",
        "128.0.0.1:0"};
    static const char *const taken[] = {"127.0.0.1:0", "127.1.2.3:0"};
    struct fy_reactor *reactor = NULL;
    struct fy_http_config config = {
        .connections_max = 10, .parked_max = 10, .deadline_ms = 100, .receive_ms = 100};
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, fy_reactor_new(&reactor, &err));
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        struct fy_http *http = NULL;

        config.listen = refused[i];
        EXPECT_I64(FY_FATAL, fy_http_new(&config, reactor, &http, &err));
        CU_ASSERT_TRUE(strstr(err.text, refused[i]) != NULL);
    }
    for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]); i++) {
        struct fy_http *http = NULL;

        config.listen = taken[i];
        EXPECT_I64(FY_OK, fy_http_new(&config, reactor, &http, &err));
        fy_http_free(http);
    }
    fy_reactor_free(reactor);
}

static const CU_TestInfo tests[] = {
    TEST(a_parked_request_is_answered_later),
    TEST(a_deadline_gives_exactly_one_answer),
    TEST(a_handler_may_set_its_own_deadline),
    TEST(many_deadlines_fire_together_and_apart),
    TEST(a_client_that_goes_while_parked_is_forgotten),
    TEST(an_answer_to_a_client_that_went_is_lost_quietly),
    TEST(a_server_that_goes_down_tells_whoever_kept_a_request),
    TEST(a_body_over_the_ceiling_is_refused_early),
    TEST(a_chunked_body_over_the_ceiling_is_refused),
    TEST(kept_alive_and_pipelined_requests_are_answered_in_order),
    TEST(any_number_of_sockets_may_be_ready_at_once),
    TEST(two_hundred_parked_requests_are_answered_in_one_turn),
    TEST(a_drain_finishes_what_is_in_flight_and_takes_nothing_new),
    TEST(answers_carry_what_http_wants),
    TEST(a_known_tag_is_answered_with_304),
    TEST(a_problem_is_json_whatever_the_client_sent),
    TEST(it_listens_on_loopback_only),
};

TEST_MAIN(lib.http, tests)
