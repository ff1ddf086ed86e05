#include "test/run.h"
#include "test/unit/lib/http_site.h"

/* Raw bytes in, a status out: what an attacker sends is not what a client library can be made to.
 */
static struct answer answer;

static void say_params(struct fy_http_request *request, void *program)
{
    struct site *site = program;
    struct fy_slice sku = fy_http_path_param(request, "sku");
    struct fy_slice q = fy_http_query(request, "q");

    site->calls++;
    fy_http_answer(request, 200, "text/plain",
        fy_arena_format(fy_http_arena(request), "%.*s|%.*s", FY_SLICE_ARG(sku),
            q.data == NULL ? 1 : (int)q.size, q.data == NULL ? "-" : (const char *)q.data));
}

static void say_fields(struct fy_http_request *request, void *program)
{
    struct site *site = program;
    struct fy_slice cookie = fy_http_cookie(request, "fy_visitor");

    site->calls++;
    fy_http_answer(request, 200, "text/plain",
        fy_arena_format(fy_http_arena(request), "%.*s|%d",
            cookie.data == NULL ? 1 : (int)cookie.size,
            cookie.data == NULL ? "-" : (const char *)cookie.data, fy_http_wait_ms(request, 5000)));
}

static void say_body(struct fy_http_request *request, void *program)
{
    struct site *site = program;

    site->calls++;
    fy_http_answer(request, 200, "text/plain", fy_http_body(request));
}

static const struct fy_route routes[] = {
    {"product", "GET", "/p/{sku}", "anyone", "", 0, 0, say_params},
    {"fields", "GET", "/fields", "anyone", "", 0, 0, say_fields},
    {"body", "POST", "/body", "anyone", "", 0, 1000, say_body},
};

static void open_site(struct site *site)
{
    site_open(site, routes, sizeof(routes) / sizeof(routes[0]), (struct fy_http_config){0});
}

struct raw {
    const char *bytes;
    size_t size; /* 0: strlen. */
    int status;
    bool hangs_up; /* Where the next request begins is in doubt. */
};

#define BYTES(text) text, sizeof(text) - 1

static const struct raw framing[] = {
    /* What is well-formed. */
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\n\r\n"), 200, false},
    {BYTES("GET /fields HTTP/1.0\r\n\r\n"), 200, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"), 200, false},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
           "Chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"),
        200, false},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX-Empty: \r\n\r\n"), 200, false},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX-None:\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a-b_c.d:80\r\n\r\n"), 200, false},
    {BYTES("GET /fields HTTP/1.1\r\nHost: [::1]:80\r\n\r\n"), 200, false},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a@b\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a/b\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a b\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: \r\n\r\n"), 400, true},
    /* Bytes that another reader may read as something else. */
    {BYTES("GET /fields HTTP/1.1\nHost: a\n\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\nX-A: b\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n"), 400, true},
    {BYTES("GET  /fields HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\n Host: a\r\n\r\n"), 400, true},
    /* Two ways to say where it ends, or two of one way: smuggling. */
    {BYTES(
         "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
         "2\r\nhi\r\n0\r\n\r\n"),
        400, true},
    {BYTES(
         "POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n"
         "2\r\nhi\r\n0\r\n\r\n"),
        400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nhi"),
        400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nhi"),
        400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 2, 2\r\n\r\nhi"), 400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: +2\r\n\r\nhi"), 400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: -2\r\n\r\nhi"), 400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 0x2\r\n\r\nhi"), 400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 2 2\r\n\r\nhi"), 400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n\r\nhi"), 400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"), 400,
        true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n"), 400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
           "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        400, true},
    {BYTES("POST /body HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"), 400,
        true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\nContent-Length: "
           "2\r\n\r\n"
           "hi"),
        400, true},
    {BYTES(
         "POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding:\r\n chunked\r\n"
         "\r\nhi"),
        400, true},
    /* Chunks that are none. */
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
           "chunked\r\n\r\nzz\r\nhi\r\n0\r\n\r\n"),
        400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
           "chunked\r\n\r\n-2\r\nhi\r\n0\r\n\r\n"),
        400, true},
    {BYTES("POST /body HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
           "fffffffffffffffff\r\nhi\r\n0\r\n\r\n"),
        413, true},
    /* Hosts. */
    {BYTES("GET /fields HTTP/1.1\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n"), 400, true},
    /* Names and values. */
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX-A: a\x01z\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX-A: a\0z\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX-A: a\x7fz\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX-A: a\rz\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX A: a\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX-A : a\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nX\x01: a\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\n: a\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nnothing\r\n\r\n"), 400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nContent-Type: a/b\r\nContent-Type: a/c\r\n\r\n"),
        400, true},
    {BYTES("GET /fields HTTP/1.1\r\nHost: a\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\n\r\n"),
        400, true},
    {BYTES(
         "POST /body HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nhi"),
        415, false},
    /* Request lines. */
    {BYTES("GET /fields HTTP/2.0\r\nHost: a\r\n\r\n"), 505, true},
    {BYTES("GET /fields\r\nHost: a\r\n\r\n"), 400, true},
    {BYTES("G\x01T /fields HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true},
    {BYTES("GET fields HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true},
    {BYTES("GET http://a/fields HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true},
    {BYTES("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true},
    {BYTES("GET /fie\0lds HTTP/1.1\r\nHost: a\r\n\r\n"), 400, true},
};

static void framing_that_two_readers_may_read_apart_is_refused(void)
{
    struct site site;

    open_site(&site);
    for (size_t i = 0; i < sizeof(framing) / sizeof(framing[0]); i++) {
        const struct raw *row = &framing[i];
        int fd = site_connect(&site);
        int calls = site.calls;

        site_send(&site, fd, row->bytes, row->size);
        site_read(&site, fd, false, &answer);
        if (answer.status != row->status)
            EXPECT_TEXT("another status for", fy_slice_of(row->bytes));
        EXPECT_I64(row->status, answer.status);
        EXPECT_I64(row->status == 200, site.calls - calls);
        if (row->hangs_up) {
            CU_ASSERT_TRUE(site_hangs_up(&site, fd));
        } else {
            site_say(&site, fd, "GET /fields HTTP/1.1\r\nHost: a\r\n\r\n");
            site_read(&site, fd, false, &answer);
            EXPECT_I64(200, answer.status);
        }
        (void)close(fd);
    }
    site_close(&site);
}

static void targets_are_decoded_strictly(void)
{
    static const struct {
        const char *target;
        int status;
        const char *body; /* "sku|q". */
    } rows[] = {
        {"/p/mug", 200, "mug|-"},
        {"/p/a%20b%C3%A4?q=%26+%3d", 200, "a b\xc3\xa4|& ="},
        {"/p/a+b?q=", 200, "a+b|"},
        {"/p/a%2Fb", 200, "a/b|-"}, /* Data, not a border. */
        {"/p/%2e%2e?q", 200, "..|"},
        {"/p/mug?x=1&&q=2&", 200, "mug|2"},
        {"/%70/mug", 200, "mug|-"},
        {"/p/", 404, NULL},
        {"/p", 404, NULL},
        {"/p/mug/", 404, NULL},
        {"//p/mug", 404, NULL},
        {"/p/../p/mug", 404, NULL},
        {"/P/mug", 404, NULL},
        {"/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17", 404, NULL},
        {"/p/%", 400, NULL},
        {"/p/%4", 400, NULL},
        {"/p/%zz", 400, NULL},
        {"/p/%00", 400, NULL},
        {"/p/%0a", 400, NULL},
        {"/p/%7f", 400, NULL},
        {"/p/%ff", 400, NULL},
        {"/p/%c3", 400, NULL},
        {"/p/%c0%af", 400, NULL},       /* Overlong '/'. */
        {"/p/%ed%a0%80", 400, NULL},    /* A surrogate. */
        {"/p/%f4%90%80%80", 400, NULL}, /* Above U+10FFFF. */
        {"/p/\xc3\xa4", 400, NULL},     /* Not encoded. */
        {"/p/mug#x", 400, NULL},
        {"/p\\mug", 400, NULL},
        {"/p/mug?q=1&q=2", 400, NULL},
        {"/p/mug?q=1&%71=2", 400, NULL},
        {"/p/mug?q=%00", 400, NULL},
        {"/p/mug?%", 400, NULL},
        {"/p/mug?a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&r&s", 400, NULL},
    };
    struct site site;
    char text[512];

    open_site(&site);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        (void)snprintf(text, sizeof(text), "GET %s HTTP/1.1\r\nHost: a\r\n\r\n", rows[i].target);
        site_ask(&site, text, strlen(text), false, &answer);
        if (answer.status != rows[i].status)
            EXPECT_TEXT("another status for", fy_slice_of(rows[i].target));
        EXPECT_I64(rows[i].status, answer.status);
        if (rows[i].body != NULL)
            EXPECT_TEXT(rows[i].body, fy_slice_of(answer.body));
        else
            EXPECT_PART("application/problem+json", &answer);
    }
    site_close(&site);
}

static void heads_are_bounded(void)
{
    static char text[80 * 1024];
    static const struct {
        size_t target_bytes;
        size_t field_bytes;
        int fields;
        int status;
    } rows[] = {
        {4096, 10, 1, 404},
        {4097, 10, 1, 414},
        {8, 8000, 1, 404},
        {8, 17000, 1, 431},
        {8, 40000, 1, 431},
        {8, 10, 63, 404},
        {8, 10, 64, 431},
        {8, 10, 800, 431},
        {60000, 10, 1, 414},
    };
    struct site site;

    open_site(&site);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        char *out = text;

        out += sprintf(out, "GET /");
        memset(out, 'a', rows[i].target_bytes - 1);
        out += rows[i].target_bytes - 1;
        out += sprintf(out, " HTTP/1.1\r\nHost: a\r\n");
        for (int f = 0; f < rows[i].fields; f++) {
            out += sprintf(out, "X-%d: ", f);
            memset(out, 'b', rows[i].field_bytes);
            out += rows[i].field_bytes;
            out += sprintf(out, "\r\n");
        }
        out += sprintf(out, "\r\n");
        site_ask(&site, text, (size_t)(out - text), false, &answer);
        EXPECT_I64(rows[i].status, answer.status);
    }
    site_close(&site);
}

static void cookies_and_preferences_are_found(void)
{
    static const struct {
        const char *fields;
        const char *body; /* "cookie|wait in ms". */
    } rows[] = {
        {"", "-|0"},
        {"Cookie: fy_visitor=abc\r\n", "abc|0"},
        {"Cookie: a=b; fy_visitor=abc ;c=d\r\n", "abc|0"},
        {"cookie: xfy_visitor=no; fy_visitor=x=y\r\n", "x=y|0"},
        {"Cookie: a=b\r\nCookie: fy_visitor=second\r\n", "second|0"},
        {"Cookie: FY_VISITOR=abc\r\n", "-|0"},
        {"Cookie: fy_visitor=\xff\r\n", "-|0"},
        {"Cookie: fy_visitor=\r\n", "|0"},
        {"Cookie: fy_visitor\r\n", "-|0"},
        {"Prefer: wait=3\r\n", "-|3000"},
        {"Prefer: respond-async, Wait=3; x=y\r\n", "-|3000"},
        {"Prefer: wait=99\r\n", "-|5000"},
        {"Prefer: wait=99999999999999999999\r\n", "-|0"},
        {"Prefer: wait=-1\r\n", "-|0"},
        {"Prefer: wait=\r\n", "-|0"},
        {"Prefer: waiting=4\r\n", "-|0"},
    };
    struct site site;
    char text[512];

    open_site(&site);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        (void)snprintf(
            text, sizeof(text), "GET /fields HTTP/1.1\r\nHost: a\r\n%s\r\n", rows[i].fields);
        site_ask(&site, text, strlen(text), false, &answer);
        EXPECT_I64(200, answer.status);
        EXPECT_TEXT(rows[i].body, fy_slice_of(answer.body));
    }
    site_close(&site);
}

static const CU_TestInfo tests[] = {
    TEST(framing_that_two_readers_may_read_apart_is_refused),
    TEST(targets_are_decoded_strictly),
    TEST(heads_are_bounded),
    TEST(cookies_and_preferences_are_found),
};

TEST_MAIN(lib.http_check, tests)
