/* Answers that are made while they go out: whole, at the client's pace, and never for nobody. */
#include "lib/flow.h"
#include "test/run.h"
#include "test/unit/lib/http_site.h"

#include <pthread.h>

enum {
    FLOW_BYTES = 4096,
    CHUNK_LINE_BYTES = 20,
    SMALL_BYTES = 16 * 1024,
    LARGE_BYTES = 32 * 1024 * 1024
};

/* One answer, and the thread that makes it. */
static struct {
    struct site site;
    struct fy_http_request *request;
    struct fy_flow *flow;
    pthread_t thread;
    size_t size;           /* To be put. */
    size_t put;            /* By the thread, which is joined before it is read. */
    bool is_torn;          /* Its end never comes. */
    pthread_mutex_t pause; /* Held: all is put, and the end waits. */
    int begun, over;
} shop;

static uint8_t byte_at(size_t i)
{
    return (uint8_t)('a' + (i * i + i / 7) % 26);
}

static void *make(void *context)
{
    uint8_t line[100];

    (void)context;
    while (shop.put < shop.size) {
        size_t size = shop.size - shop.put < sizeof(line) ? shop.size - shop.put : sizeof(line);

        for (size_t i = 0; i < size; i++)
            line[i] = byte_at(shop.put + i);
        if (!fy_flow_put(shop.flow, (struct fy_slice){line, size}))
            break;
        shop.put += size;
    }
    (void)pthread_mutex_lock(&shop.pause);
    fy_flow_end(shop.flow, !shop.is_torn);
    (void)pthread_mutex_unlock(&shop.pause);
    return NULL;
}

static void on_over(void *context)
{
    (void)context;
    shop.over++;
    shop.request = NULL;
    fy_flow_cut(shop.flow);
}

static void wake(void *context)
{
    (void)context;
    if (shop.request != NULL)
        fy_http_more(shop.request);
}

static void handle(struct fy_http_request *request, void *program)
{
    static const struct fy_http_flow flow = {fy_flow_take, on_over};

    (void)program;
    shop.begun++;
    shop.request = request;
    CU_ASSERT_EQUAL_FATAL(0, pthread_create(&shop.thread, NULL, make, NULL));
    fy_http_answer_flowing(request, 200, "application/x-ndjson", &flow, shop.flow);
}

static const struct fy_route routes[] = {{"flow", "GET", "/flow", "anyone", "", 0, 0, handle}};

static void open_shop(size_t size)
{
    struct fy_err err;

    memset(&shop, 0, sizeof(shop));
    shop.size = size;
    (void)pthread_mutex_init(&shop.pause, NULL);
    site_open(&shop.site, routes, 1, (struct fy_http_config){.receive_ms = 1000});
    CU_ASSERT_EQUAL_FATAL(
        FY_OK, fy_flow_new(shop.site.reactor, FLOW_BYTES, wake, NULL, &shop.flow, &err));
}

static int ask(void)
{
    int fd = site_connect(&shop.site);

    site_say(&shop.site, fd, "GET /flow HTTP/1.1\r\nHost: a\r\n\r\n");
    return fd;
}

static void close_shop(void)
{
    (void)pthread_join(shop.thread, NULL);
    fy_flow_free(shop.flow);
    site_close(&shop.site);
}

/* What `fd` says until it has said `until`, or is hung up on: chunks and all. */
static size_t hear(int fd, char *text, size_t room, const char *until)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;
    size_t size = 0, end = strlen(until);

    while (size < room && site_now_ms() < until_ms) {
        ssize_t got = recv(fd, text + size, room - size, MSG_DONTWAIT);

        if (got == 0 || (got < 0 && errno != EAGAIN))
            break;
        if (got < 0)
            site_turn(&shop.site);
        else
            size += (size_t)got;
        if (size >= end && memcmp(text + size - end, until, end) == 0)
            break;
    }
    return size;
}

/*
 * The body without its chunks' lines; returns its size, *ret_right: it is what was put. A line's
 * end is looked for where a line may be: ThreadSanitizer visits all that memmem is handed.
 */
static size_t unchunked(const char *text, size_t size, bool *ret_right)
{
    const char *at = memmem(text, size < SITE_HEAD_BYTES ? size : SITE_HEAD_BYTES, "\r\n\r\n", 4);
    size_t total = 0, chunk;

    *ret_right = true;
    if (at == NULL)
        return 0;
    for (at += 4; at < text + size && (chunk = strtoul(at, NULL, 16)) > 0; at += chunk + 2) {
        size_t left = (size_t)(text + size - at);

        at = memmem(at, left < CHUNK_LINE_BYTES ? left : CHUNK_LINE_BYTES, "\r\n", 2);
        if (at == NULL || at + 2 + chunk > text + size)
            return total;
        at += 2;
        for (size_t i = 0; i < chunk; i++)
            *ret_right = *ret_right && (uint8_t)at[i] == byte_at(total + i);
        total += chunk;
    }
    return total;
}

static void an_answer_is_made_while_it_goes_out(void)
{
    size_t room = LARGE_BYTES + LARGE_BYTES / 4;
    char *text = malloc(room);
    bool right = false;
    size_t size;
    int fd;

    open_shop(LARGE_BYTES);
    fd = ask();
    size = hear(fd, text, room, "\r\n0\r\n\r\n");
    EXPECT_I64(0, strncmp(text, "HTTP/1.1 200 ", 13));
    EXPECT_I64(LARGE_BYTES, (int64_t)unchunked(text, size, &right));
    CU_ASSERT_TRUE(right);
    site_until(&shop.site, &shop.over, 1);

    (void)close(fd);
    close_shop();
    free(text);
}

/* A client that reads nothing: its thread waits, and is ahead by no more than what is bounded. */
static void whoever_reads_slowly_is_not_made_for(void)
{
    static char text[2 * SMALL_BYTES];
    int fd;

    open_shop(LARGE_BYTES);
    fd = ask();
    site_until(&shop.site, &shop.begun, 1);
    (void)hear(fd, text, SMALL_BYTES, "never");
    for (int i = 0; i < 200; i++)
        site_turn(&shop.site);
    EXPECT_I64(0, shop.over);
    (void)close(fd); /* What it has not read makes this a reset. */
    site_until(&shop.site, &shop.over, 1);
    (void)pthread_join(shop.thread, NULL);
    CU_ASSERT_TRUE(
        shop.put < LARGE_BYTES / 2); /* The kernel's buffers, the flow's, and what was read. */
    CU_ASSERT_TRUE(shop.put >= SMALL_BYTES / 2);
    fy_flow_free(shop.flow);
    site_close(&shop.site);
}

/* Nothing is sent any more that would fail: the sweep sees it. */
static void a_client_that_goes_in_a_pause_is_noticed(void)
{
    static char text[SMALL_BYTES];
    int fd;

    open_shop(10);
    (void)pthread_mutex_lock(&shop.pause);
    fd = ask();
    (void)hear(fd, text, sizeof(text), "kyne\r\n");
    for (int i = 0; i < 20; i++)
        site_turn(&shop.site);
    EXPECT_I64(0, shop.over);
    (void)close(fd);
    site_until(&shop.site, &shop.over, 1);
    (void)pthread_mutex_unlock(&shop.pause);
    close_shop();
}

/* A thread that puts nothing for long shows that it lives; a server that ends waits for nobody. */
static void a_server_that_ends_ends_its_answers(void)
{
    static char text[SMALL_BYTES];
    int fd;

    open_shop(10);
    (void)pthread_mutex_lock(&shop.pause);
    fd = ask();
    (void)hear(fd, text, sizeof(text), "kyne\r\n");
    fy_http_free(shop.site.http);
    EXPECT_I64(1, shop.over);
    (void)pthread_mutex_unlock(&shop.pause);
    (void)pthread_join(shop.thread, NULL);
    fy_flow_free(shop.flow);
    fy_reactor_free(shop.site.reactor);
    (void)close(fd);
}

/* Without its end, a client knows that there was more. */
static void a_torn_answer_has_no_end(void)
{
    static char text[2 * SMALL_BYTES];
    bool right = false;
    size_t size;
    int fd;

    open_shop(SMALL_BYTES);
    shop.is_torn = true;
    fd = ask();
    size = hear(fd, text, sizeof(text), "\r\n0\r\n\r\n");
    EXPECT_I64(SMALL_BYTES, (int64_t)unchunked(text, size, &right));
    CU_ASSERT_TRUE(right);
    CU_ASSERT_PTR_NULL(memmem(text, size, "\r\n0\r\n", 5));
    EXPECT_I64(1, shop.over);
    (void)close(fd);
    close_shop();
}

static CU_TestInfo tests[] = {
    TEST(an_answer_is_made_while_it_goes_out),
    TEST(whoever_reads_slowly_is_not_made_for),
    TEST(a_client_that_goes_in_a_pause_is_noticed),
    TEST(a_server_that_ends_ends_its_answers),
    TEST(a_torn_answer_has_no_end),
};

TEST_MAIN(lib.http_flow, tests)
