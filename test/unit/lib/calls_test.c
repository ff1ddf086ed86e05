/* Calls out: what comes back, and what is known when nothing does. */
#include "lib/calls.h"
#include "lib/http.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdlib.h>

enum { BODY_BYTES_MAX = 1000, WAIT_TURNS = 3000 };

static struct fy_reactor *reactor;
static struct fy_http *http;
static struct fy_calls *calls;
static int answers;
static struct {
    enum fy_call_fate fate;
    int status;
    uint64_t token;
    char body[64], header[64];
} last;

static void ok(struct fy_http_request *request, void *program)
{
    (void)program;
    fy_http_set_header(request, "Retry-After", "7");
    fy_http_answer(request, 200, "text/plain", fy_http_body(request));
}

static void large(struct fy_http_request *request, void *program)
{
    static uint8_t bytes[BODY_BYTES_MAX + 1];

    (void)program;
    fy_http_answer(request, 200, "text/plain", (struct fy_slice){bytes, sizeof(bytes)});
}

static void silent(struct fy_http_request *request, void *program)
{
    (void)request; /* Nobody answers. */
    (void)program;
}

static ssize_t torn_more(void *context, uint8_t *bytes, size_t size)
{
    (void)context;
    (void)bytes;
    (void)size;
    return FY_HTTP_TORN;
}

static void torn_over(void *context)
{
    (void)context;
}

static void torn(struct fy_http_request *request, void *program)
{
    static const struct fy_http_flow flow = {.more = torn_more, .over = torn_over};

    (void)program;
    fy_http_answer_flowing(request, 200, "text/plain", &flow, NULL);
}

static void done(void *context, uint64_t token, const struct fy_call_answer *answer)
{
    struct fy_slice header = fy_call_header(answer, "retry-after");

    (void)context;
    answers++;
    last.fate = answer->fate;
    last.status = answer->status;
    last.token = token;
    (void)snprintf(last.body, sizeof(last.body), "%.*s",
        (int)(answer->body.size < 63 ? answer->body.size : 63), (const char *)answer->body.data);
    (void)snprintf(last.header, sizeof(last.header), "%.*s", (int)header.size,
        header.data == NULL ? "" : (const char *)header.data);
}

static void site_open(void)
{
    static const struct fy_route routes[] = {
        {"ok", "POST", "/ok", "anyone", "", 0, 4096, ok},
        {"large", "GET", "/large", "anyone", "", 0, 0, large},
        {"silent", "GET", "/silent", "anyone", "", 0, 0, silent},
        {"torn", "GET", "/torn", "anyone", "", 0, 0, torn},
    };
    const struct fy_http_config config = {.listen = "127.0.0.1:0",
        .connections_max = 16,
        .parked_max = 16,
        .deadline_ms = 60000,
        .receive_ms = 60000,
        .routes = routes,
        .route_count = sizeof(routes) / sizeof(routes[0])};
    struct fy_err err;

    answers = 0;
    if (fy_reactor_new(&reactor, &err) != FY_OK ||
        fy_http_new(&config, reactor, &http, &err) != FY_OK ||
        fy_calls_new(reactor, 2, BODY_BYTES_MAX, done, NULL, &calls, &err) != FY_OK)
        abort();
}

static void site_close(void)
{
    fy_calls_free(calls);
    fy_http_free(http);
    fy_reactor_free(reactor);
}

static bool send_to(int port, const char *path, const char *body, int timeout_ms, uint64_t token)
{
    char url[128];
    const struct fy_call call = {.post = body != NULL,
        .url = url,
        .headers = {"Content-Type: text/plain"},
        .body = body == NULL ? (struct fy_slice){0} : fy_slice_of(body),
        .timeout_ms = timeout_ms};

    (void)snprintf(url, sizeof(url), "http://127.0.0.1:%d%s", port, path);
    return fy_calls_send(calls, &call, token);
}

static void wait_for(int count)
{
    struct fy_err err;

    for (int i = 0; i < WAIT_TURNS && answers < count; i++)
        if (fy_reactor_turn(reactor, 20, &err) != FY_OK)
            abort();
    EXPECT_I64(count, answers);
}

static void what_is_answered_comes_back(void)
{
    site_open();
    EXPECT_I64(true, send_to(fy_http_port(http), "/ok", "amount=5", 60000, 17));
    EXPECT_I64(0, answers); /* Never from within. */
    wait_for(1);
    EXPECT_I64(FY_CALL_ANSWERED, last.fate);
    EXPECT_I64(200, last.status);
    EXPECT_I64(17, last.token);
    EXPECT_TEXT("amount=5", fy_slice_of(last.body));
    EXPECT_TEXT("7", fy_slice_of(last.header));
    site_close();
}

/* Whether it was done is not known: but it is known that nobody knows. */
static void what_is_cut_late_or_too_large_is_unknown(void)
{
    site_open();
    EXPECT_I64(true, send_to(fy_http_port(http), "/torn", NULL, 60000, 1));
    wait_for(1);
    EXPECT_I64(FY_CALL_UNKNOWN, last.fate);
    EXPECT_I64(true, send_to(fy_http_port(http), "/silent", NULL, 100, 2));
    wait_for(2);
    EXPECT_I64(FY_CALL_UNKNOWN, last.fate);
    EXPECT_I64(true, send_to(fy_http_port(http), "/large", NULL, 60000, 3));
    wait_for(3);
    EXPECT_I64(FY_CALL_UNKNOWN, last.fate);
    EXPECT_I64(3, last.token);
    site_close();
}

static void where_nobody_listens_nothing_was_sent(void)
{
    enum { NOBODYS_PORT = 1 };

    site_open();
    EXPECT_I64(true, send_to(NOBODYS_PORT, "/ok", "x", 60000, 1));
    wait_for(1);
    EXPECT_I64(FY_CALL_NOT_SENT, last.fate);
    site_close();
}

static void no_more_are_out_than_may_be(void)
{
    site_open();
    EXPECT_I64(true, send_to(fy_http_port(http), "/silent", NULL, 200, 1));
    EXPECT_I64(true, send_to(fy_http_port(http), "/silent", NULL, 200, 2));
    EXPECT_I64(false, send_to(fy_http_port(http), "/silent", NULL, 200, 3));
    wait_for(2);
    EXPECT_I64(true, send_to(fy_http_port(http), "/ok", "y", 60000, 4));
    wait_for(3);
    EXPECT_TEXT("y", fy_slice_of(last.body));
    site_close();
}

static const CU_TestInfo tests[] = {
    TEST(what_is_answered_comes_back),
    TEST(what_is_cut_late_or_too_large_is_unknown),
    TEST(where_nobody_listens_nothing_was_sent),
    TEST(no_more_are_out_than_may_be),
};

TEST_MAIN(calls, tests)
