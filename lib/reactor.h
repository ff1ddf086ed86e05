/*
 * reactor.h - one thread, one epoll: HTTP, Kafka's wake-ups, timers and signals in turn.
 *
 * Units:   ms.
 * Errors:  FY_FATAL only (no descriptors, no memory).
 * Threads: all calls from the thread that runs it, save fy_reactor_stop.
 */
#ifndef FY_REACTOR_H
#define FY_REACTOR_H

#include "lib/err.h"

#include <stdbool.h>
#include <stdint.h>

struct fy_reactor;

typedef void fy_reactor_ready(void *context);

/*
 * Blocks SIGTERM and SIGINT in this thread and in those it starts from now on: make the reactor
 * before any thread. Ignores SIGPIPE.
 */
enum fy_status fy_reactor_new(struct fy_reactor **ret_reactor, struct fy_err *err) FY_MUST_CHECK;
void fy_reactor_free(struct fy_reactor *reactor);

/* Call `ready` whenever `fd` is readable (level-triggered). The fd stays the caller's. At most 64.
 */
enum fy_status fy_reactor_add(struct fy_reactor *reactor,
    int fd,
    fy_reactor_ready *ready,
    void *context,
    struct fy_err *err) FY_MUST_CHECK;
void fy_reactor_remove(struct fy_reactor *reactor, int fd);

/* Call `ready` every `every_ms`, from now on until the reactor is freed. At most 16 of them. */
enum fy_status fy_reactor_every(struct fy_reactor *reactor,
    int every_ms,
    fy_reactor_ready *ready,
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Once per turn of the loop, after all that was readable has been served: the place to batch. In
 * the order of these calls; at most 16.
 */
enum fy_status fy_reactor_after(struct fy_reactor *reactor,
    fy_reactor_ready *ready,
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Run until SIGTERM, SIGINT or fy_reactor_stop; a stop that came before is obeyed at once. May be
 * run again afterwards.
 */
enum fy_status fy_reactor_run(struct fy_reactor *reactor, struct fy_err *err) FY_MUST_CHECK;

/* One turn of the loop, waiting up to wait_ms (-1: for ever) for something to do. */
enum fy_status fy_reactor_turn(
    struct fy_reactor *reactor, int wait_ms, struct fy_err *err) FY_MUST_CHECK;

/* From any thread. */
void fy_reactor_stop(struct fy_reactor *reactor);

/* Monotonic, and UTC; read once per turn of the loop. */
int64_t fy_reactor_mono_ms(struct fy_reactor *reactor);
int64_t fy_reactor_now_ms(struct fy_reactor *reactor);

#endif
