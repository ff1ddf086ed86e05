#include "lib/serve.h"
#include "test/expect.h"
#include "test/run.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* A whole program: fy_serve in this thread, its client in another. */
struct program {
    struct fy_reactor *reactor;
    struct fy_http_request *parked;
    bool ready;
    int stopping;
    int turns;
    int port;
    char answers[8][2048]; /* What the client read, in order. */
};

static bool is_ready(void *context, char *ret_why, size_t size)
{
    struct program *program = context;

    (void)snprintf(ret_why, size, "7 records behind");
    return program->ready;
}

static void handle_park(struct fy_http_request *request, void *context)
{
    struct program *program = context;

    program->parked = request;
    program->ready = true;
}

/* SIGTERM came: what was parked is answered during the drain. */
static void on_stopping(void *context)
{
    struct program *program = context;

    program->stopping++;
    fy_http_answer(program->parked, 202, "text/plain", fy_slice_of("finished"));
}

static void after_turn(void *context)
{
    struct program *program = context;

    program->turns++;
}

static int dial(const struct program *program)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
        .sin_port = htons((uint16_t)program->port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = -1;

    for (int i = 0; i < 100000; i++) { /* The server is about to listen. */
        fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
            return fd;
        (void)close(fd);
        (void)sched_yield();
    }
    abort();
}

static void say(int fd, const char *path)
{
    char text[256];
    int size = snprintf(
        text, sizeof(text), "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", path);

    if (send(fd, text, (size_t)size, MSG_NOSIGNAL) != size)
        abort();
}

static void hear(int fd, char *ret_text, size_t size)
{
    size_t used = 0;
    ssize_t got;

    while (used < size - 1 && (got = recv(fd, ret_text + used, size - 1 - used, 0)) > 0)
        used += (size_t)got;
    ret_text[used] = '\0';
    (void)close(fd);
}

static void ask(const struct program *program, const char *path, char *ret_text, size_t size)
{
    int fd = dial(program);

    say(fd, path);
    hear(fd, ret_text, size);
}

static void *be_client(void *context)
{
    struct program *program = context;
    int fd;

    ask(program, "/healthz", program->answers[0], sizeof(program->answers[0]));
    fd = dial(program);
    say(fd, "/park");
    do { /* Until the request is parked: its handler makes the program ready. */
        ask(program, "/healthz", program->answers[1], sizeof(program->answers[1]));
    } while (strstr(program->answers[1], " 200 ") == NULL);
    ask(program, "/metrics", program->answers[2], sizeof(program->answers[2]));
    (void)kill(getpid(), SIGTERM);
    hear(fd, program->answers[3], sizeof(program->answers[3]));
    return NULL;
}

/* A port that is free now, so that the client knows it before the server listens. */
static int free_port(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof(address);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (bind(fd, (struct sockaddr *)&address, size) != 0 ||
        getsockname(fd, (struct sockaddr *)&address, &size) != 0)
        abort();
    (void)close(fd);
    return ntohs(address.sin_port);
}

static void a_program_serves_until_sigterm_and_finishes_what_it_has(void)
{
    static const struct fy_route routes[] = {
        {"park", "GET", "/park", "anyone", "", 0, 0, handle_park}};
    struct program program = {.port = free_port()};
    struct fy_serve_config config = {.routes = routes,
        .route_count = 1,
        .ready = is_ready,
        .stopping = on_stopping,
        .after = after_turn,
        .program = &program};
    struct fy_err err = {0};
    char listen[32];
    pthread_t client;

    (void)snprintf(listen, sizeof(listen), "127.0.0.1:%d", program.port);
    config.listen = listen;
    EXPECT_I64(FY_OK, fy_reactor_new(&program.reactor, &err));
    EXPECT_I64(0, pthread_create(&client, NULL, be_client, &program));
    EXPECT_I64(FY_OK, fy_serve(program.reactor, &config, &err));
    (void)pthread_join(client, NULL);
    fy_reactor_free(program.reactor);

    CU_ASSERT_TRUE(strstr(program.answers[0], " 503 ") != NULL);
    CU_ASSERT_TRUE(strstr(program.answers[0], "7 records behind") != NULL);
    CU_ASSERT_TRUE(strstr(program.answers[1], "{\"ready\":true}") != NULL);
    CU_ASSERT_TRUE(strstr(program.answers[2], "fy_http_") != NULL);
    CU_ASSERT_TRUE(strstr(program.answers[3], " 202 ") != NULL);
    CU_ASSERT_TRUE(strstr(program.answers[3], "finished") != NULL);
    EXPECT_I64(1, program.stopping);
    CU_ASSERT_TRUE(program.turns > 0);
    EXPECT_I64(FY_EXIT_OK, fy_serve_exit(FY_OK, &err));
}

static void an_address_that_is_not_ours_ends_the_program(void)
{
    struct program program = {.ready = true};
    struct fy_serve_config config = {
        .listen = "10.0.0.1:80", .ready = is_ready, .program = &program};
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, fy_reactor_new(&program.reactor, &err));
    EXPECT_I64(FY_FATAL, fy_serve(program.reactor, &config, &err));
    CU_ASSERT_TRUE(strstr(err.text, "10.0.0.1:80") != NULL);
    EXPECT_I64(FY_EXIT_FATAL, fy_serve_exit(FY_FATAL, &err));
    fy_reactor_free(program.reactor);
}

static const CU_TestInfo tests[] = {
    TEST(a_program_serves_until_sigterm_and_finishes_what_it_has),
    TEST(an_address_that_is_not_ours_ends_the_program),
};

TEST_MAIN(lib.serve, tests)
