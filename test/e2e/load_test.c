/*
 * load_test.c - a stop under load: the edge ends within its time, and of what was acknowledged
 * nothing is lost. The load is the client of `prove edge`.
 */
#include "test/e2e/shopper.h"
#include "test/run.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    WIDTH = 32,
    POSTS = 2000,
    STOP_MS = 5000,
    SLACK_MS = 3000, /* Of a machine that has other things to do: our own clock is not its. */
};

/* The client, with a pipe to tell it that it may end, and one on which it tells how far it is. */
struct load {
    pid_t pid;
    int end_fd;
    FILE *told;
    char path[128];
    char caller[144]; /* A file: who the suppliers are. */
};

static void load_run(const struct load *load, const int in[2], const int out[2])
{
    char port[16], posts[16], width[16];

    (void)snprintf(port, sizeof(port), "%d", stand_port());
    (void)snprintf(posts, sizeof(posts), "%d", POSTS);
    (void)snprintf(width, sizeof(width), "%d", WIDTH);
    (void)dup2(in[0], STDIN_FILENO);
    (void)dup2(out[1], STDOUT_FILENO);
    (void)close(in[1]);
    (void)execl("build/release/bin/prove.edge_load", "edge_load", port, "7", posts, width, width,
        load->path, load->caller, (char *)NULL);
    _exit(127);
}

static void load_start(struct load *load)
{
    int in[2], out[2];
    FILE *file;

    (void)snprintf(load->path, sizeof(load->path), "%s/ledger.%d", stand_home(), (int)getpid());
    (void)snprintf(load->caller, sizeof(load->caller), "%s.caller", load->path);
    file = fopen(load->caller, "we");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    (void)fprintf(file, "%s\n", owner_of("prove"));
    (void)fclose(file);
    CU_ASSERT_FATAL(pipe(in) == 0 && pipe(out) == 0);
    load->pid = fork();
    CU_ASSERT_FATAL(load->pid >= 0);
    if (load->pid == 0)
        load_run(load, in, out);
    (void)close(in[0]);
    (void)close(out[1]);
    load->end_fd = in[1];
    load->told = fdopen(out[0], "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(load->told);
}

/* Wait until it has had so many posts acknowledged; the time-out is ctest's. */
static void load_until(struct load *load, int posts)
{
    char line[1024];
    int told = 0;

    while (told < posts && fgets(line, sizeof(line), load->told) != NULL)
        if (sscanf(line, "posts %d", &told) != 1)
            (void)fprintf(stderr, "  the client says: %s", line);
    EXPECT_I64(true, told >= posts);
}

static void load_end(struct load *load)
{
    char line[1024];
    int status = -1;

    (void)close(load->end_fd);
    while (fgets(line, sizeof(line), load->told) != NULL)
        if (strncmp(line, "posts", 5) != 0)
            (void)fprintf(stderr, "  the client says: %s", line);
    (void)fclose(load->told);
    EXPECT_I64(load->pid, waitpid(load->pid, &status, 0));
    EXPECT_I64(0, status);
}

/* Posts that the ledger has as acknowledged. */
static int64_t ledger_posts(const struct load *load)
{
    FILE *file = fopen(load->path, "re");
    int64_t posts = 0;
    int c;

    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    while ((c = fgetc(file)) != EOF)
        posts += c == '\n';
    (void)fclose(file);
    (void)unlink(load->path);
    (void)unlink(load->caller);
    return posts;
}

static void list_skus(void)
{
    char body[256];

    for (int i = 0; i < WIDTH; i++) {
        (void)snprintf(body, sizeof(body),
            "{\"sku\":\"edge-%d\",\"product_listed\":{\"title\":\"t\","
            "\"price\":{\"minor\":1,\"currency\":\"EUR\"}}}",
            i);
        EXPECT_STATUS(202, http_post("/v1/supply", body, AS_OWNER_OF("prove")));
    }
}

static bool is_gone(void *context)
{
    return kill(*(int *)context, 0) != 0 && errno == ESRCH;
}

/* Told to stop while thousands of posts a second come in. */
static void the_edge_stops_in_time_under_load(void)
{
    struct load load = {.pid = 0};
    int64_t before, began_ms, took_ms, posts;
    int pid;

    list_skus();
    before = topic_end(FY_TOPIC_ACTIVITY) + topic_end(FY_TOPIC_SUPPLY);
    load_start(&load);
    load_until(&load, POSTS / 4);
    pid = program_pid("producers");
    began_ms = mono_ms();
    CU_ASSERT_EQUAL_FATAL(kill(pid, SIGTERM), 0);
    EXPECT_EVENTUALLY(30, is_gone, &pid);
    took_ms = mono_ms() - began_ms;
    EXPECT_I64(true, took_ms <= STOP_MS + SLACK_MS);
    program_wait_ready("producers");
    load_until(&load, POSTS);
    load_end(&load);
    posts = ledger_posts(&load);
    EXPECT_I64(true, posts >= POSTS);
    EXPECT_I64(true, topic_end(FY_TOPIC_ACTIVITY) + topic_end(FY_TOPIC_SUPPLY) - before >= posts);
    (void)fprintf(stderr, "  stopped in %lld ms, %lld posts acknowledged\n", (long long)took_ms,
        (long long)posts);
}

static const CU_TestInfo tests[] = {
    TEST(the_edge_stops_in_time_under_load),
};

TEST_MAIN(load, tests)
