#include "lib/flow.h"
#include "lib/http.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct fy_flow {
    struct fy_reactor *reactor;
    int fd; /* An eventfd: something is new. */
    void (*wake)(void *context);
    void *context;
    size_t bytes_max;

    pthread_mutex_t lock; /* Of all below. */
    pthread_cond_t room;
    size_t first, count; /* A ring. */
    bool open, ended, whole, cut;
    uint8_t bytes[];
};

static void on_wake(void *context)
{
    struct fy_flow *flow = context;
    eventfd_t count;

    (void)eventfd_read(flow->fd, &count);
    flow->wake(flow->context);
}

enum fy_status fy_flow_new(struct fy_reactor *reactor,
    size_t bytes_max,
    void (*wake)(void *context),
    void *context,
    struct fy_flow **ret_flow,
    struct fy_err *err)
{
    struct fy_flow *flow = malloc(sizeof(*flow) + bytes_max);
    enum fy_status status;

    if (flow == NULL)
        return fy_fail(err, FY_FATAL, "no memory for an answer that flows");
    *flow = (struct fy_flow){
        .reactor = reactor,
        .fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC),
        .wake = wake,
        .context = context,
        .bytes_max = bytes_max,
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .room = PTHREAD_COND_INITIALIZER,
    };
    status = fy_reactor_add(reactor, flow->fd, on_wake, flow, err);
    if (status != FY_OK) {
        (void)close(flow->fd);
        free(flow);
        return status;
    }
    *ret_flow = flow;
    return FY_OK;
}

void fy_flow_free(struct fy_flow *flow)
{
    if (flow == NULL)
        return;
    fy_reactor_remove(flow->reactor, flow->fd);
    (void)close(flow->fd);
    explicit_bzero(flow->bytes, flow->bytes_max);
    free(flow);
}

/* What fits of `bytes`; how much that was. The lock is held. */
static size_t put_some(struct fy_flow *flow, struct fy_slice bytes)
{
    size_t end = (flow->first + flow->count) % flow->bytes_max;
    size_t size = flow->bytes_max - flow->count;

    if (size > flow->bytes_max - end)
        size = flow->bytes_max - end;
    if (size > bytes.size)
        size = bytes.size;
    if (size > 0)
        memcpy(flow->bytes + end, bytes.data, size);
    flow->count += size;
    return size;
}

bool fy_flow_put(struct fy_flow *flow, struct fy_slice bytes)
{
    bool is_taken;

    (void)pthread_mutex_lock(&flow->lock);
    flow->open = true;
    do {
        size_t size = put_some(flow, bytes);

        if (size > 0)
            bytes = (struct fy_slice){bytes.data + size, bytes.size - size};
        (void)eventfd_write(flow->fd, 1);
        if (flow->count == flow->bytes_max && bytes.size > 0 && !flow->cut)
            (void)pthread_cond_wait(&flow->room, &flow->lock);
    } while (bytes.size > 0 && !flow->cut);
    is_taken = !flow->cut;
    (void)pthread_mutex_unlock(&flow->lock);
    return is_taken;
}

void fy_flow_end(struct fy_flow *flow, bool is_whole)
{
    (void)pthread_mutex_lock(&flow->lock);
    flow->ended = true;
    flow->whole = is_whole;
    (void)eventfd_write(flow->fd, 1);
    (void)pthread_mutex_unlock(&flow->lock);
}

void fy_flow_cut(struct fy_flow *flow)
{
    (void)pthread_mutex_lock(&flow->lock);
    flow->cut = true;
    (void)pthread_cond_signal(&flow->room);
    (void)pthread_mutex_unlock(&flow->lock);
}

bool fy_flow_is_open(struct fy_flow *flow)
{
    bool open;

    (void)pthread_mutex_lock(&flow->lock);
    open = flow->open;
    (void)pthread_mutex_unlock(&flow->lock);
    return open;
}

ssize_t fy_flow_take(void *context, uint8_t *bytes, size_t size)
{
    struct fy_flow *flow = context; /* A struct fy_http_flow's. */
    size_t taken;

    (void)pthread_mutex_lock(&flow->lock);
    taken = flow->bytes_max - flow->first;
    if (taken > flow->count)
        taken = flow->count;
    if (taken > size)
        taken = size;
    memcpy(bytes, flow->bytes + flow->first, taken);
    flow->first = (flow->first + taken) % flow->bytes_max;
    flow->count -= taken;
    if (taken > 0)
        (void)pthread_cond_signal(&flow->room);
    else if (flow->ended)
        taken = flow->whole ? (size_t)FY_HTTP_END : (size_t)FY_HTTP_TORN;
    (void)pthread_mutex_unlock(&flow->lock);
    return (ssize_t)taken;
}
