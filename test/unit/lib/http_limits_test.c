#include "lib/http_internal.h"
#include "test/run.h"
#include "test/unit/lib/http_site.h"

/* What a server lets itself be burdened with: connections, parked requests, slow clients. */
static struct answer answer; /* Large, and one at a time. */

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
}

static const struct fy_route routes[] = {
    {"hello", "GET", "/hello", "anyone", "", 0, 0, handle_hello},
    {"echo", "POST", "/echo", "anyone", "", 0, 65536, handle_echo},
    {"park", "GET", "/park", "anyone", "", 0, 0, handle_park},
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

static void more_than_the_ceilings_is_told_to_come_back(void)
{
    struct site site;
    int fds[6];

    open_site(&site, (struct fy_http_config){.connections_max = 5, .parked_max = 2});
    for (int i = 0; i < 2; i++) {
        fds[i] = site_connect(&site);
        site_say(&site, fds[i], GET("/park"));
    }
    site_until(&site, &site.parked_count, 2);
    ask(&site, GET("/hello")); /* A third could have to wait too. */
    EXPECT_I64(503, answer.status);
    EXPECT_PART("\r\nRetry-After: 1\r\n", &answer);
    EXPECT_PART("\"type\":\"/problems/busy\"", &answer);
    fy_http_answer(site.parked[0], 200, NULL, fy_slice_of(""));
    fy_http_answer(site.parked[1], 200, NULL, fy_slice_of(""));
    ask(&site, GET("/hello"));
    EXPECT_I64(200, answer.status);

    for (int i = 2; i < 6; i++)
        fds[i] = site_connect(&site);
    for (int i = 0; i < 20; i++)
        site_turn(&site);
    site_say(&site, fds[5], GET("/hello")); /* The sixth connection. */
    site_read(&site, fds[5], false, &answer);
    EXPECT_I64(503, answer.status);
    CU_ASSERT_TRUE(site_hangs_up(&site, fds[5]));
    for (int i = 0; i < 6; i++)
        (void)close(fds[i]);
    site_close(&site);
}

/* Room for one body of 60 KB that is announced, and not for a second one, until the first has gone.
 */
static void bodies_have_a_ceiling_together(void)
{
    static const char head[] =
        "POST /echo HTTP/1.1\r\n" HOST "Content-Type: text/plain\r\nContent-Length: 60000\r\n\r\n";
    static char body[60001];
    struct site site;
    int first, second;

    open_site(&site, (struct fy_http_config){.bodies_bytes_max = 100000});
    first = site_connect(&site);
    site_say(&site, first, head);
    while (site.http->bodies_bytes == 0)
        site_turn(&site);
    memset(body, 'x', sizeof(body) - 1);
    second = site_connect(&site);
    site_say(&site, second, head);
    site_say(&site, second, body);
    site_read(&site, second, false, &answer);
    EXPECT_I64(503, answer.status);
    EXPECT_PART("\"type\":\"/problems/busy\"", &answer);
    EXPECT_PART("\r\nRetry-After: 1\r\n", &answer);
    site_say(&site, first, body);
    site_read(&site, first, false, &answer);
    EXPECT_I64(200, answer.status);
    (void)close(first);
    (void)close(second);
    second = site_connect(&site);
    site_say(&site, second, head);
    site_say(&site, second, body);
    site_read(&site, second, false, &answer);
    EXPECT_I64(200, answer.status);
    (void)close(second);
    site_close(&site);
}

static void one_address_cannot_have_all_connections(void)
{
    struct site site;
    int fds[3];

    open_site(&site, (struct fy_http_config){.connections_max = 5, .address_connections_max = 2});
    for (int i = 0; i < 3; i++) {
        fds[i] = site_connect(&site);
        site_say(&site, fds[i], GET("/hello"));
        site_read(&site, fds[i], false, &answer);
        EXPECT_I64(i < 2 ? 200 : 429, answer.status);
    }
    EXPECT_PART("\"type\":\"/problems/too-many-requests\"", &answer);
    EXPECT_PART("\r\nRetry-After: 1\r\n", &answer);
    for (int i = 0; i < 3; i++)
        (void)close(fds[i]);
    site_close(&site);
}

/* A head that never ends, and one that trickles in on a connection that has served before. */
static void slow_clients_are_hung_up_on(void)
{
    struct site site;
    int64_t began_ms;
    int fd;

    open_site(&site, (struct fy_http_config){.receive_ms = 500}); /* A loaded machine is late. */
    fd = site_connect(&site);
    began_ms = site_now_ms();
    site_say(&site, fd, "GET /hello HTTP/1.1\r\nHost:");
    site_read(&site, fd, false, &answer);
    EXPECT_I64(408, answer.status);
    EXPECT_PART("\"type\":\"/problems/late-request\"", &answer);
    CU_ASSERT_TRUE(site_hangs_up(&site, fd));
    CU_ASSERT_TRUE(site_now_ms() - began_ms >= 498);
    (void)close(fd);

    fd = site_connect(&site); /* A body that stops half-way. */
    site_say(&site, fd, "POST /echo HTTP/1.1\r\n" HOST "Content-Length: 10\r\n\r\nhalf");
    site_read(&site, fd, false, &answer);
    EXPECT_I64(408, answer.status);
    CU_ASSERT_TRUE(site_hangs_up(&site, fd));
    (void)close(fd);

    fd = site_connect(&site);
    site_say(&site, fd, GET("/hello"));
    site_read(&site, fd, false, &answer);
    EXPECT_I64(200, answer.status);
    for (began_ms = site_now_ms(); site_now_ms() - began_ms < 700;) /* Idle may last longer. */
        site_turn(&site);
    EXPECT_I64(-1, recv(fd, answer.text, 1, MSG_DONTWAIT));
    EXPECT_I64(EAGAIN, errno);
    site_say(&site, fd, "GET");
    CU_ASSERT_TRUE(site_hangs_up(&site, fd));
    (void)close(fd);
    site_close(&site);
}

static const CU_TestInfo tests[] = {
    TEST(more_than_the_ceilings_is_told_to_come_back),
    TEST(bodies_have_a_ceiling_together),
    TEST(one_address_cannot_have_all_connections),
    TEST(slow_clients_are_hung_up_on),
};

TEST_MAIN(lib.http_limits, tests)
