/*
 * flow.h - bytes from a thread to an answer that goes out meanwhile, with a bound.
 *
 * Shape:   put (the thread) -> take (the reactor). Put waits while there is no room, so a thread
 *          is never ahead of a client by more than the bound. `wake` is called in the reactor when
 *          there is something new.
 * End:     end says that all was put, or that it never will be; cut, that nobody takes any more,
 *          and put then returns false at once.
 * Threads: put and end from one thread; all else the reactor's.
 */
#ifndef FY_FLOW_H
#define FY_FLOW_H

#include "lib/arena.h"
#include "lib/reactor.h"

#include <sys/types.h>

struct fy_flow;

enum fy_status fy_flow_new(struct fy_reactor *reactor,
    size_t bytes_max,
    void (*wake)(void *context),
    void *context,
    struct fy_flow **ret_flow,
    struct fy_err *err) FY_MUST_CHECK;
void fy_flow_free(struct fy_flow *flow); /* When its thread has ended. Not from `wake`. */

/* None is a sign of life: it opens the flow, and wakes. */
bool fy_flow_put(struct fy_flow *flow, struct fy_slice bytes) FY_MUST_CHECK;
void fy_flow_end(struct fy_flow *flow, bool is_whole);

void fy_flow_cut(struct fy_flow *flow);
bool fy_flow_is_open(struct fy_flow *flow); /* Something was put, if only life. */

/* As struct fy_http_flow's `more`; `context` is a struct fy_flow. */
ssize_t fy_flow_take(void *context, uint8_t *bytes, size_t size);

#endif
