#include "lib/reactor.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum {
    WATCHES_MAX = 64, /* HTTP, a few wake-ups of Kafka, timers: far fewer. */
    TIMERS_MAX = 16,
    AFTERS_MAX = 16,
    EVENTS_MAX = 64,
};

struct watch {
    int fd;              /* -1: this place is free. */
    uint32_t generation; /* Tells an event of this fd from one of an earlier owner of the place. */
    fy_reactor_ready *ready;
    void *context;
};

struct timer {
    int fd;
    fy_reactor_ready *ready;
    void *context;
};

struct after {
    fy_reactor_ready *ready;
    void *context;
};

struct fy_reactor {
    int epoll_fd;
    int signal_fd;
    int stop_fd;
    bool stopped;
    int64_t mono_ms;
    int64_t now_ms;
    int timer_count;
    int after_count;
    struct watch watches[WATCHES_MAX];
    struct timer timers[TIMERS_MAX];
    struct after afters[AFTERS_MAX];
};

static int64_t clock_ms(clockid_t clock)
{
    struct timespec now;

    (void)clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void read_clocks(struct fy_reactor *reactor)
{
    reactor->mono_ms = clock_ms(CLOCK_MONOTONIC);
    reactor->now_ms = clock_ms(CLOCK_REALTIME);
}

/* False when another event of the same turn had emptied it already. */
static bool drain_fd(int fd, void *bytes, size_t size)
{
    return read(fd, bytes, size) == (ssize_t)size;
}

static void signal_ready(void *context)
{
    struct fy_reactor *reactor = context;
    struct signalfd_siginfo info;

    while (drain_fd(reactor->signal_fd, &info, sizeof(info)))
        reactor->stopped = true;
}

static void stop_ready(void *context)
{
    struct fy_reactor *reactor = context;
    uint64_t count;

    if (drain_fd(reactor->stop_fd, &count, sizeof(count)))
        reactor->stopped = true;
}

static void timer_ready(void *context)
{
    struct timer *timer = context;
    uint64_t count; /* Ticks missed while we were busy are one tick. */

    if (drain_fd(timer->fd, &count, sizeof(count)))
        timer->ready(timer->context);
}

static enum fy_status open_all(struct fy_reactor *reactor, struct fy_err *err)
{
    enum fy_status status;
    sigset_t signals;

    (void)sigemptyset(&signals);
    (void)sigaddset(&signals, SIGTERM);
    (void)sigaddset(&signals, SIGINT);
    if (pthread_sigmask(SIG_BLOCK, &signals, NULL) != 0 || signal(SIGPIPE, SIG_IGN) == SIG_ERR)
        return fy_fail(err, FY_FATAL, "could not block signals");

    reactor->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    reactor->signal_fd = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    reactor->stop_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (reactor->epoll_fd < 0 || reactor->signal_fd < 0 || reactor->stop_fd < 0)
        return fy_fail(err, FY_FATAL, "could not open the reactor: %s", strerror(errno));

    status = fy_reactor_add(reactor, reactor->signal_fd, signal_ready, reactor, err);
    if (status != FY_OK)
        return status;
    return fy_reactor_add(reactor, reactor->stop_fd, stop_ready, reactor, err);
}

enum fy_status fy_reactor_new(struct fy_reactor **ret_reactor, struct fy_err *err)
{
    struct fy_reactor *reactor = calloc(1, sizeof(*reactor));
    enum fy_status status;

    if (reactor == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the reactor");
    reactor->epoll_fd = reactor->signal_fd = reactor->stop_fd = -1;
    for (int i = 0; i < WATCHES_MAX; i++)
        reactor->watches[i].fd = -1;
    read_clocks(reactor);
    status = open_all(reactor, err);
    if (status != FY_OK) {
        fy_reactor_free(reactor);
        return status;
    }
    *ret_reactor = reactor;
    return FY_OK;
}

void fy_reactor_free(struct fy_reactor *reactor)
{
    if (reactor == NULL)
        return;
    for (int i = 0; i < reactor->timer_count; i++)
        (void)close(reactor->timers[i].fd);
    if (reactor->stop_fd >= 0)
        (void)close(reactor->stop_fd);
    if (reactor->signal_fd >= 0)
        (void)close(reactor->signal_fd);
    if (reactor->epoll_fd >= 0)
        (void)close(reactor->epoll_fd);
    free(reactor);
}

enum fy_status fy_reactor_add(
    struct fy_reactor *reactor, int fd, fy_reactor_ready *ready, void *context, struct fy_err *err)
{
    struct epoll_event event = {.events = EPOLLIN};
    uint32_t place = 0;
    struct watch *watch;

    while (place < WATCHES_MAX && reactor->watches[place].fd >= 0)
        place++;
    if (place == WATCHES_MAX)
        return fy_fail(err, FY_FATAL, "the reactor watches %d descriptors already", WATCHES_MAX);
    watch = &reactor->watches[place];
    watch->generation++;
    event.data.u64 = (uint64_t)watch->generation << 32 | place;
    if (epoll_ctl(reactor->epoll_fd, EPOLL_CTL_ADD, fd, &event) != 0)
        return fy_fail(err, FY_FATAL, "could not watch descriptor %d: %s", fd, strerror(errno));
    watch->fd = fd;
    watch->ready = ready;
    watch->context = context;
    return FY_OK;
}

void fy_reactor_remove(struct fy_reactor *reactor, int fd)
{
    for (int i = 0; i < WATCHES_MAX; i++) {
        if (reactor->watches[i].fd != fd)
            continue;
        (void)epoll_ctl(reactor->epoll_fd, EPOLL_CTL_DEL, fd, NULL);
        reactor->watches[i].fd = -1;
        return;
    }
}

enum fy_status fy_reactor_every(struct fy_reactor *reactor,
    int every_ms,
    fy_reactor_ready *ready,
    void *context,
    struct fy_err *err)
{
    struct itimerspec when = {0};
    enum fy_status status;
    struct timer *timer;

    assert(every_ms > 0);

    if (reactor->timer_count == TIMERS_MAX)
        return fy_fail(err, FY_FATAL, "the reactor has %d timers already", TIMERS_MAX);
    timer = &reactor->timers[reactor->timer_count];
    *timer = (struct timer){.ready = ready, .context = context};
    when.it_interval.tv_sec = every_ms / 1000;
    when.it_interval.tv_nsec = (long)(every_ms % 1000) * 1000000;
    when.it_value = when.it_interval;
    timer->fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (timer->fd < 0)
        return fy_fail(err, FY_FATAL, "could not make a timer: %s", strerror(errno));
    if (timerfd_settime(timer->fd, 0, &when, NULL) != 0)
        status = fy_fail(err, FY_FATAL, "could not set a timer: %s", strerror(errno));
    else
        status = fy_reactor_add(reactor, timer->fd, timer_ready, timer, err);
    if (status != FY_OK) {
        (void)close(timer->fd);
        return status;
    }
    reactor->timer_count++;
    return FY_OK;
}

enum fy_status fy_reactor_after(
    struct fy_reactor *reactor, fy_reactor_ready *ready, void *context, struct fy_err *err)
{
    if (reactor->after_count == AFTERS_MAX)
        return fy_fail(err, FY_FATAL, "the reactor has %d hooks already", AFTERS_MAX);
    reactor->afters[reactor->after_count++] = (struct after){ready, context};
    return FY_OK;
}

/* What an earlier callback of this turn removed is not called any more. */
static void dispatch(struct fy_reactor *reactor, const struct epoll_event *event)
{
    uint32_t place = (uint32_t)event->data.u64;
    const struct watch *watch;

    assert(place < WATCHES_MAX);
    watch = &reactor->watches[place];
    if (watch->fd >= 0 && watch->generation == (uint32_t)(event->data.u64 >> 32))
        watch->ready(watch->context);
}

enum fy_status fy_reactor_turn(struct fy_reactor *reactor, int wait_ms, struct fy_err *err)
{
    struct epoll_event events[EVENTS_MAX];
    int count = epoll_wait(reactor->epoll_fd, events, EVENTS_MAX, wait_ms);

    if (count < 0 && errno != EINTR)
        return fy_fail(err, FY_FATAL, "could not wait for events: %s", strerror(errno));
    read_clocks(reactor);
    for (int i = 0; i < count; i++)
        dispatch(reactor, &events[i]);
    for (int i = 0; i < reactor->after_count; i++)
        reactor->afters[i].ready(reactor->afters[i].context);
    return FY_OK;
}

enum fy_status fy_reactor_run(struct fy_reactor *reactor, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    while (status == FY_OK && !reactor->stopped)
        status = fy_reactor_turn(reactor, -1, err);
    reactor->stopped = false;
    return status;
}

void fy_reactor_stop(struct fy_reactor *reactor)
{
    uint64_t one = 1;

    /* Fails only when the counter is full: then the stop is there already. */
    if (write(reactor->stop_fd, &one, sizeof(one)) < 0)
        return;
}

int64_t fy_reactor_mono_ms(struct fy_reactor *reactor)
{
    return reactor->mono_ms;
}

int64_t fy_reactor_now_ms(struct fy_reactor *reactor)
{
    return reactor->now_ms;
}
