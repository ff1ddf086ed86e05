/* Bodies that are taken while they come: in pieces, with pauses, refused early, and never for ever.
 */
#include "test/run.h"
#include "test/unit/lib/http_site.h"

static struct answer answer;

/* What the program did with the body of the newest request. */
static struct {
    struct site site;
    struct fy_http_request *request;
    size_t bytes;
    size_t room; /* It takes so many more, and then waits. */
    uint64_t sum;
    int pieces, begun, ended, gone, paused;
    bool refuse_head, refuse_piece;
} shop;

static void on_gone(struct fy_http_request *request, void *context)
{
    (void)context;
    CU_ASSERT_PTR_EQUAL(shop.request, request);
    shop.gone++;
    shop.request = NULL;
}

static void begin(struct fy_http_request *request, void *program)
{
    (void)program;
    shop.begun++;
    shop.request = request;
    if (shop.refuse_head) {
        fy_http_problem(request, FY_PROBLEM_BAD_MEDIA_TYPE, NULL, "not this");
        return;
    }
    fy_http_on_gone(request, on_gone, NULL);
}

static size_t piece(struct fy_http_request *request, void *program, struct fy_slice bytes)
{
    size_t taken = bytes.size < shop.room ? bytes.size : shop.room;

    (void)program;
    shop.pieces++;
    if (shop.refuse_piece) {
        fy_http_problem(request, FY_PROBLEM_BAD_FIELD, NULL, "not so");
        return 0;
    }
    for (size_t i = 0; i < taken; i++)
        shop.sum = shop.sum * 31 + bytes.data[i];
    shop.bytes += taken;
    shop.room -= taken;
    shop.paused += taken < bytes.size;
    return taken;
}

static void ended(struct fy_http_request *request, void *program)
{
    (void)program;
    EXPECT_I64(0, (int64_t)fy_http_body(request).size);
    shop.ended++;
    fy_http_answer(request, 202, NULL, (struct fy_slice){0});
}

enum { BODY_MAX = 4 * 1024 * 1024 };

static const struct fy_route routes[] = {
    {"feed", "POST", "/feed", "anyone", "", 0, BODY_MAX, ended}};
static const struct fy_http_stream streams[] = {{ended, begin, piece}};

static void open_shop(int receive_ms)
{
    memset(&shop, 0, sizeof(shop));
    shop.room = SIZE_MAX;
    site_open(&shop.site, routes, 1,
        (struct fy_http_config){.receive_ms = receive_ms, .streams = streams, .stream_count = 1});
}

static int say_head(size_t size)
{
    char head[128];
    int fd = site_connect(&shop.site);

    (void)snprintf(
        head, sizeof(head), "POST /feed HTTP/1.1\r\nHost: a\r\nContent-Length: %zu\r\n\r\n", size);
    site_say(&shop.site, fd, head);
    return fd;
}

static char *body_of(size_t size, uint64_t *ret_sum)
{
    char *body = malloc(size);

    *ret_sum = 0;
    for (size_t i = 0; i < size; i++) {
        body[i] = (char)('a' + (i * i + i / 7) % 26);
        *ret_sum = *ret_sum * 31 + (uint8_t)body[i];
    }
    return body;
}

static void hear(int fd, int status)
{
    site_read(&shop.site, fd, false, &answer);
    EXPECT_I64(status, answer.status);
    (void)close(fd);
}

/* All of it, once and in order, and no more of it in memory than what came at once. */
static void a_body_comes_in_pieces(void)
{
    uint64_t sum;
    char *body = body_of(BODY_MAX, &sum);
    int fd;

    open_shop(0);
    fd = say_head(BODY_MAX);
    site_send(&shop.site, fd, body, BODY_MAX);
    hear(fd, 202);
    EXPECT_I64(BODY_MAX, (int64_t)shop.bytes);
    CU_ASSERT_TRUE(sum == shop.sum);
    CU_ASSERT(shop.pieces > 64);
    EXPECT_I64(1, shop.ended);
    EXPECT_I64(0, shop.gone);
    site_close(&shop.site);
    free(body);
}

/* A program that has no room reads no more: the client waits, nothing gathers, nothing is lost. */
static void a_pause_holds_the_client_back(void)
{
    uint64_t sum;
    char *body = body_of(BODY_MAX, &sum);
    size_t sent = 0;
    int fd, pauses = 0;
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    open_shop(0);
    shop.room = 100000;
    fd = say_head(BODY_MAX);
    while (shop.ended == 0 && site_now_ms() < until_ms) {
        ssize_t got = sent == BODY_MAX
                          ? 0
                          : send(fd, body + sent, BODY_MAX - sent, MSG_DONTWAIT | MSG_NOSIGNAL);

        sent += got > 0 ? (size_t)got : 0;
        site_turn(&shop.site);
        if (shop.paused > pauses) {
            size_t before = shop.bytes;

            pauses = shop.paused;
            for (int i = 0; i < 5; i++)
                site_turn(&shop.site);
            EXPECT_I64(before, shop.bytes);
            EXPECT_I64(pauses, shop.paused);
            shop.room = 100000;
            fy_http_resume(shop.request);
        }
    }
    hear(fd, 202);
    CU_ASSERT(pauses > 10);
    CU_ASSERT_TRUE(sum == shop.sum);
    EXPECT_I64(BODY_MAX, (int64_t)shop.bytes);
    site_close(&shop.site);
    free(body);
}

/* In chunks whose total nobody told, the limit holds all the same. */
static void a_body_without_a_length_has_the_limit_too(void)
{
    static char chunk[65536];
    int fd, chunks = 0;

    open_shop(0);
    memset(chunk, 'x', sizeof(chunk));
    fd = site_connect(&shop.site);
    site_say(
        &shop.site, fd, "POST /feed HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (; chunks < 70; chunks++) {
        site_say(&shop.site, fd, "10000\r\n");
        site_send(&shop.site, fd, chunk, sizeof(chunk));
        site_say(&shop.site, fd, "\r\n");
    }
    site_say(&shop.site, fd, "0\r\n\r\n");
    hear(fd, 413);
    EXPECT_PART("4194304 bytes", &answer);
    EXPECT_I64(1, shop.gone); /* The program is told that no more comes. */
    EXPECT_I64(0, shop.ended);
    CU_ASSERT(shop.bytes <= BODY_MAX);
    site_close(&shop.site);
}

/* A refused head or piece is told behind the body, on a connection that goes on. */
static void a_refusal_reaches_a_client_that_is_still_sending(void)
{
    uint64_t sum;
    char *body = body_of(BODY_MAX, &sum);

    for (int of_head = 0; of_head < 2; of_head++) {
        int fd;

        open_shop(0);
        shop.refuse_head = of_head;
        shop.refuse_piece = !of_head;
        fd = say_head(BODY_MAX);
        site_send(&shop.site, fd, body, BODY_MAX);
        site_read(&shop.site, fd, false, &answer);
        EXPECT_I64(of_head ? 415 : 422, answer.status);
        EXPECT_I64(!of_head, shop.pieces);
        EXPECT_I64(0, shop.ended);
        shop.refuse_head = shop.refuse_piece = false;
        site_say(&shop.site, fd, "POST /feed HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
        hear(fd, 202);
        site_close(&shop.site);
    }
    free(body);
}

/* The program may give up by itself, while it waits or while the client does. */
static void an_answer_from_outside_ends_the_taking(void)
{
    for (int paused = 0; paused < 2; paused++) {
        int fd;

        open_shop(0);
        shop.room = paused ? 3 : SIZE_MAX;
        fd = say_head(10);
        site_say(&shop.site, fd, "12345");
        site_until(&shop.site, &shop.pieces, 1);
        fy_http_problem(shop.request, FY_PROBLEM_DEADLINE, NULL, "no more");
        site_say(&shop.site, fd, "67890");
        hear(fd, 503);
        EXPECT_I64(0, shop.ended);
        EXPECT_I64(paused ? 3 : 5, (int64_t)shop.bytes);
        site_close(&shop.site);
    }
}

/* Whoever goes away in the middle is noticed, reading or not. */
static void a_client_that_goes_is_told_to_the_program(void)
{
    for (int paused = 0; paused < 2; paused++) {
        int fd;

        open_shop(0);
        shop.room = paused ? 3 : SIZE_MAX;
        fd = say_head(10);
        site_say(&shop.site, fd, "12345");
        site_until(&shop.site, &shop.pieces, 1);
        (void)close(fd);
        site_until(&shop.site, &shop.gone, 1);
        EXPECT_I64(0, shop.ended);
        site_close(&shop.site);
    }
}

/* A server that goes down lets go of those that are in the middle. */
static void a_closing_server_lets_go(void)
{
    for (int paused = 0; paused < 2; paused++) {
        int fd;

        open_shop(0);
        shop.room = paused ? 3 : SIZE_MAX;
        fd = say_head(10);
        site_say(&shop.site, fd, "12345");
        site_until(&shop.site, &shop.pieces, 1);
        site_close(&shop.site);
        EXPECT_I64(1, shop.gone);
        (void)close(fd);
    }
}

/* A byte now and then does not keep a connection: what comes must come at some rate. */
static void a_trickled_body_ends(void)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;
    int64_t next_ms = 0;
    int fd;

    open_shop(200);
    fd = say_head(1000000);
    while (shop.gone == 0 && site_now_ms() < until_ms) {
        if (site_now_ms() >= next_ms) {
            (void)send(fd, "x", 1, MSG_DONTWAIT | MSG_NOSIGNAL);
            next_ms = site_now_ms() + 10;
        }
        site_turn(&shop.site);
    }
    EXPECT_I64(1, shop.gone);
    site_read(&shop.site, fd, false, &answer);
    EXPECT_I64(408, answer.status);
    (void)close(fd);
    site_close(&shop.site);
}

/* But a pause of ours is not the client's: it may go on afterwards. */
static void a_pause_of_ours_is_given_back(void)
{
    int fd;
    int64_t until_ms;

    open_shop(300);
    shop.room = 3;
    fd = say_head(10);
    site_say(&shop.site, fd, "12345");
    site_until(&shop.site, &shop.paused, 1);
    until_ms = site_now_ms() + 900;
    while (site_now_ms() < until_ms)
        site_turn(&shop.site);
    EXPECT_I64(0, shop.gone);
    shop.room = SIZE_MAX;
    fy_http_resume(shop.request);
    site_say(&shop.site, fd, "67890");
    hear(fd, 202);
    EXPECT_I64(10, (int64_t)shop.bytes);
    site_close(&shop.site);
}

static const CU_TestInfo tests[] = {
    TEST(a_body_comes_in_pieces),
    TEST(a_pause_holds_the_client_back),
    TEST(a_body_without_a_length_has_the_limit_too),
    TEST(a_refusal_reaches_a_client_that_is_still_sending),
    TEST(an_answer_from_outside_ends_the_taking),
    TEST(a_client_that_goes_is_told_to_the_program),
    TEST(a_closing_server_lets_go),
    TEST(a_trickled_body_ends),
    TEST(a_pause_of_ours_is_given_back),
};

TEST_MAIN(http_stream, tests)
