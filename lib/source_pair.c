#include "lib/source_pair.h"

#include "lib/mono.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

struct pair {
    struct fy_source source; /* First: the interface. */
    struct fy_source *half[2];
    bool is_first[FY_TOPIC_COUNT];
    int turn;              /* Which half is looked at first; */
    int wake_fd;           /* An epoll of both their descriptors; -1: they have none. */
    struct fy_place *some; /* Places of one half. */
    int some_max;
};

static struct pair *pair_of(struct fy_source *source)
{
    return (struct pair *)source;
}

static struct fy_source *half_of(struct pair *self, enum fy_topic topic)
{
    return self->half[self->is_first[topic] ? 0 : 1];
}

/* --- Polling -------------------------------------------------------------------------------- */

/* What is there, of one half: neither is left to wait while the other goes on and on. */
static enum fy_status look(
    struct pair *self, int wait_ms, int records_max, struct fy_batch *ret_batch, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    *ret_batch = (struct fy_batch){0};
    for (int i = 0; i < 2 && status == FY_OK && ret_batch->count == 0; i++) {
        status = fy_source_poll(self->half[self->turn], wait_ms, records_max, ret_batch, err);
        self->turn = 1 - self->turn;
    }
    return status;
}

static enum fy_status pair_poll(struct fy_source *source,
    int wait_ms,
    int records_max,
    struct fy_batch *ret_batch,
    struct fy_err *err)
{
    struct pair *self = pair_of(source);
    int64_t until_ms = fy_mono_ms() + wait_ms;
    int64_t left_ms = wait_ms;
    enum fy_status status;

    if (self->wake_fd < 0)
        return look(self, wait_ms, records_max, ret_batch, err);
    status = look(self, 0, records_max, ret_batch, err);
    while (status == FY_OK && ret_batch->count == 0 && left_ms > 0) {
        struct epoll_event event;

        (void)epoll_wait(self->wake_fd, &event, 1, (int)left_ms);
        status = look(self, 0, records_max, ret_batch, err);
        left_ms = until_ms - fy_mono_ms();
    }
    return status;
}

static void pair_release(struct fy_source *source)
{
    fy_source_release(pair_of(source)->half[0]);
    fy_source_release(pair_of(source)->half[1]);
}

/* --- Places, each to its half ----------------------------------------------------------------- */

/* Those of one half, in their order, into self->some. */
static enum fy_status some_take(struct pair *self,
    const struct fy_source *half,
    const struct fy_place *places,
    int count,
    int *ret_count,
    struct fy_err *err)
{
    struct fy_place *some = self->some;
    int found = 0;

    if (count > self->some_max) {
        some = realloc(some, (size_t)count * sizeof(*some));
        if (some == NULL)
            return fy_fail(err, FY_FATAL, "no memory for %d places", count);
        self->some = some;
        self->some_max = count;
    }
    for (int i = 0; i < count; i++) {
        if (half_of(self, places[i].topic) == half)
            some[found++] = places[i];
    }
    *ret_count = found;
    return FY_OK;
}

typedef enum fy_status tells(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err);
typedef enum fy_status asks(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err);

static enum fy_status tell_each(
    struct pair *self, tells *tell, const struct fy_place *places, int count, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < 2 && status == FY_OK; i++) {
        int found = 0;

        status = some_take(self, self->half[i], places, count, &found, err);
        if (status == FY_OK && found > 0)
            status = tell(self->half[i], self->some, found, err);
    }
    return status;
}

static enum fy_status ask_each(
    struct pair *self, asks *ask, struct fy_place *places, int count, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < 2 && status == FY_OK; i++) {
        int found = 0;

        status = some_take(self, self->half[i], places, count, &found, err);
        if (status == FY_OK && found > 0)
            status = ask(self->half[i], self->some, found, err);
        for (int at = 0, next = 0; at < count && status == FY_OK; at++) {
            if (half_of(self, places[at].topic) == self->half[i])
                places[at] = self->some[next++];
        }
    }
    return status;
}

static enum fy_status pair_assign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    return tell_each(pair_of(source), fy_source_assign, places, count, err);
}

static enum fy_status pair_unassign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    return tell_each(pair_of(source), fy_source_unassign, places, count, err);
}

static enum fy_status pair_seek(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    return tell_each(pair_of(source), fy_source_seek, places, count, err);
}

static enum fy_status pair_positions(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    return ask_each(pair_of(source), fy_source_positions, places, count, err);
}

static enum fy_status pair_tails(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    return ask_each(pair_of(source), fy_source_tails, places, count, err);
}

/* In a form that may not fail: each place by itself. */
static void pair_heard_ends(struct fy_source *source, struct fy_place *places, int count)
{
    for (int i = 0; i < count; i++)
        fy_source_heard_ends(half_of(pair_of(source), places[i].topic), &places[i], 1);
}

/* --- Asked of brokers ------------------------------------------------------------------------- */

static enum fy_status pair_ends(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    return fy_source_ends(pair_of(source)->half[0], places, count, err);
}

static enum fy_status pair_begins(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    return fy_source_begins(pair_of(source)->half[0], places, count, err);
}

static enum fy_status pair_partitions(
    struct fy_source *source, enum fy_topic topic, int *ret_count, struct fy_err *err)
{
    return fy_source_partitions(pair_of(source)->half[0], topic, ret_count, err);
}

/* --- From beginning to end -------------------------------------------------------------------- */

static int pair_wake_fd(struct fy_source *source)
{
    return pair_of(source)->wake_fd;
}

static void pair_free(struct fy_source *source)
{
    struct pair *self = pair_of(source);

    fy_source_free(self->half[0]);
    fy_source_free(self->half[1]);
    if (self->wake_fd >= 0)
        (void)close(self->wake_fd);
    free(self->some);
    free(self);
}

/* Readable while either is. */
static enum fy_status wake_by_both(struct pair *self, struct fy_err *err)
{
    struct epoll_event event = {.events = EPOLLIN};

    if (fy_source_wake_fd(self->half[0]) < 0 || fy_source_wake_fd(self->half[1]) < 0)
        return FY_OK;
    self->wake_fd = epoll_create1(EPOLL_CLOEXEC);
    for (int i = 0; i < 2; i++) {
        if (self->wake_fd < 0 ||
            epoll_ctl(self->wake_fd, EPOLL_CTL_ADD, fy_source_wake_fd(self->half[i]), &event) != 0)
            return fy_fail(
                err, FY_FATAL, "could not wait for two sources at once: %s", strerror(errno));
    }
    return FY_OK;
}

/* No group: whoever commits has one source. */
static const struct fy_source_ops ops = {
    .poll = pair_poll,
    .release = pair_release,
    .assign = pair_assign,
    .unassign = pair_unassign,
    .seek = pair_seek,
    .ends = pair_ends,
    .begins = pair_begins,
    .positions = pair_positions,
    .tails = pair_tails,
    .heard_ends = pair_heard_ends,
    .partitions = pair_partitions,
    .wake_fd = pair_wake_fd,
    .free = pair_free,
};

enum fy_status fy_source_pair_new(const enum fy_topic *topics,
    int topic_count,
    struct fy_source *first,
    struct fy_source *second,
    struct fy_source **ret_source,
    struct fy_err *err)
{
    struct pair *self = calloc(1, sizeof(*self));
    enum fy_status status;

    assert(topic_count > 0);
    if (self == NULL) {
        fy_source_free(first);
        fy_source_free(second);
        return fy_fail(err, FY_FATAL, "no memory for two sources");
    }
    self->source.ops = &ops;
    self->half[0] = first;
    self->half[1] = second;
    self->wake_fd = -1;
    for (int i = 0; i < topic_count; i++)
        self->is_first[topics[i]] = true;
    status = wake_by_both(self, err);
    if (status != FY_OK) {
        pair_free(&self->source);
        return status;
    }
    *ret_source = &self->source;
    return FY_OK;
}
