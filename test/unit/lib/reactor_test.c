#include "lib/reactor.h"
#include "test/expect.h"
#include "test/run.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

static struct fy_reactor *start(void)
{
    struct fy_reactor *reactor = NULL;
    struct fy_err err;

    if (fy_reactor_new(&reactor, &err) != FY_OK)
        abort();
    return reactor;
}

struct counter {
    struct fy_reactor *reactor;
    int fd;
    int other_fd;
    int calls;
    int stop_at;
};

static void count_call(void *context)
{
    struct counter *counter = context;

    counter->calls++;
    if (counter->calls == counter->stop_at)
        fy_reactor_stop(counter->reactor);
}

static void read_and_count(void *context)
{
    struct counter *counter = context;
    uint64_t value;

    EXPECT_I64(8, read(counter->fd, &value, sizeof(value)));
    count_call(context);
}

static void what_is_readable_is_called_until_it_is_removed(void)
{
    struct fy_reactor *reactor = start();
    struct counter counter = {.reactor = reactor, .fd = eventfd(0, EFD_NONBLOCK)};
    struct fy_err err;

    EXPECT_I64(FY_OK, fy_reactor_add(reactor, counter.fd, read_and_count, &counter, &err));
    EXPECT_I64(FY_OK, fy_reactor_turn(reactor, 0, &err));
    EXPECT_I64(0, counter.calls);

    (void)eventfd_write(counter.fd, 1);
    EXPECT_I64(FY_OK, fy_reactor_turn(reactor, -1, &err));
    EXPECT_I64(1, counter.calls);

    fy_reactor_remove(reactor, counter.fd);
    (void)eventfd_write(counter.fd, 1);
    EXPECT_I64(FY_OK, fy_reactor_turn(reactor, 0, &err));
    EXPECT_I64(1, counter.calls);

    (void)close(counter.fd);
    fy_reactor_free(reactor);
}

static void remove_the_other(void *context)
{
    struct counter *counter = context;

    counter->calls++;
    fy_reactor_remove(counter->reactor, counter->other_fd);
}

/* Both are readable in one turn, and whichever is served first removes the other: it must not run.
 */
static void what_was_removed_in_this_turn_is_not_called(void)
{
    struct fy_reactor *reactor = start();
    struct counter a = {.reactor = reactor, .fd = eventfd(1, EFD_NONBLOCK)};
    struct counter b = {.reactor = reactor, .fd = eventfd(1, EFD_NONBLOCK)};
    struct fy_err err;

    a.other_fd = b.fd;
    b.other_fd = a.fd;
    EXPECT_I64(FY_OK, fy_reactor_add(reactor, a.fd, remove_the_other, &a, &err));
    EXPECT_I64(FY_OK, fy_reactor_add(reactor, b.fd, remove_the_other, &b, &err));
    EXPECT_I64(FY_OK, fy_reactor_turn(reactor, -1, &err));
    EXPECT_I64(1, a.calls + b.calls);

    (void)close(a.fd);
    (void)close(b.fd);
    fy_reactor_free(reactor);
}

static void timers_tick_and_hooks_run_once_a_turn(void)
{
    struct fy_reactor *reactor = start();
    struct counter ticks = {.reactor = reactor, .stop_at = 3};
    struct counter turns = {.reactor = reactor};
    struct fy_err err;
    int64_t before_ms = fy_reactor_mono_ms(reactor);

    EXPECT_I64(FY_OK, fy_reactor_every(reactor, 5, count_call, &ticks, &err));
    EXPECT_I64(FY_OK, fy_reactor_after(reactor, count_call, &turns, &err));
    EXPECT_I64(FY_OK, fy_reactor_run(reactor, &err));
    EXPECT_I64(3, ticks.calls);
    CU_ASSERT_TRUE(turns.calls >= 3);
    CU_ASSERT_TRUE(fy_reactor_mono_ms(reactor) - before_ms >= 14); /* Three times 5, cut to ms. */
    fy_reactor_free(reactor);
}

static void *stop_it(void *reactor)
{
    fy_reactor_stop(reactor);
    return NULL;
}

static void it_stops_for_a_thread_and_for_sigterm_and_runs_again(void)
{
    struct fy_reactor *reactor = start();
    struct fy_err err;
    pthread_t thread;

    EXPECT_I64(0, pthread_create(&thread, NULL, stop_it, reactor));
    EXPECT_I64(FY_OK, fy_reactor_run(reactor, &err));
    (void)pthread_join(thread, NULL);

    (void)kill(getpid(), SIGTERM);
    EXPECT_I64(FY_OK, fy_reactor_run(reactor, &err));
    fy_reactor_free(reactor);
}

static void more_than_it_can_watch_is_an_error(void)
{
    struct fy_reactor *reactor = start();
    int fds[65];
    int added = 0;
    struct counter counter = {.reactor = reactor};
    struct fy_err err = {0};

    for (int i = 0; i < 65; i++) {
        fds[i] = eventfd(0, EFD_NONBLOCK);
        added += fy_reactor_add(reactor, fds[i], count_call, &counter, &err) == FY_OK;
    }
    EXPECT_I64(62, added); /* Two are the reactor's own. */
    CU_ASSERT_TRUE(strstr(err.text, "64") != NULL);
    for (int i = 0; i < 65; i++)
        (void)close(fds[i]);
    fy_reactor_free(reactor);
}

static const CU_TestInfo tests[] = {
    TEST(what_is_readable_is_called_until_it_is_removed),
    TEST(what_was_removed_in_this_turn_is_not_called),
    TEST(timers_tick_and_hooks_run_once_a_turn),
    TEST(it_stops_for_a_thread_and_for_sigterm_and_runs_again),
    TEST(more_than_it_can_watch_is_an_error),
};

TEST_MAIN(lib.reactor, tests)
