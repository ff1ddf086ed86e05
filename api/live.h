/*
 * live.h - a row as server-sent events: what it is now, then what it becomes.
 *
 * Shape:   a route's handler hands live_serve the same struct reading that its GET has. Whoever
 *          asks gets what `content` says at once, and again whenever what it says has changed:
 *
 *              id: <digest of the data>
 *              data: <the JSON of the GET>
 *
 *          The data is the whole state, never a difference, so a client needs the newest event
 *          alone. A client that reconnects with Last-Event-ID is spared what it has.
 * Slow:    what changes while a client does not take is said once, as it then stands; and never
 *          more often than each event_ms. A client that takes nothing for 30 s is hung up on.
 * Quiet:   a comment each beat_ms, so that nothing on the way takes silence for death.
 * End:     by `event: gone` with a problem, when there is no such row any more; without a word
 *          after life_ms, when the caller's token or session has ended (looked at each beat_ms),
 *          and when the program stops. EventSource reconnects by itself.
 * Limits:  streams_max in all, then 503 busy; address_max of one address, then 429; both
 *          with Retry-After. An event is as long as its GET; it is kept while a client takes it.
 * Errors:  content's FY_FATAL ends the program, as with a GET.
 * Threads: the reactor's.
 * Source:  HTML Living Standard, 9.2 Server-sent events; docs/decisions/0047.
 */
#ifndef API_LIVE_H
#define API_LIVE_H

#include "api/views.h"

struct api;
struct fy_http_request;
struct live;
struct reading;

struct live_config {
    int streams_max; /* In all: 1 .. 4096. */
    int address_max; /* Of one address. */
    int event_ms;    /* Between two events of a stream. */
    int beat_ms;     /* Below the 30 s that lib/http.h waits, and nginx's 40. */
    int life_ms;
};

/* Of the api; tests have less time. */
enum {
    LIVE_STREAMS_MAX = 512,
    LIVE_ADDRESS_MAX = 32, /* An office behind one address; a browser opens six at most. */
    LIVE_EVENT_MS = 100,   /* Quicker than an eye, and 512 streams cost a twentieth of a core. */
    LIVE_BEAT_MS = 15000,
    LIVE_MS_MAX = 15 * 60 * 1000, /* As long as a token lives. */
};

/* Registers metrics, and a timer with the api's reactor. */
enum fy_status live_new(struct api *api,
    const struct live_config *config,
    struct live **ret_live,
    struct fy_err *err) FY_MUST_CHECK;
void live_free(struct live *live); /* When the server is gone. NULL is none. */

/*
 * Answers `request` with a stream, or with a problem. Where `reading` is_awaited, a row that is not
 * there, or that `content` does not show to the caller, is an empty stream until it is; else 404.
 */
void live_serve(struct api *api, struct fy_http_request *request, const struct reading *reading);

/* The row of `key` will have changed by the next settle. For views' changed. */
void live_touch(struct live *live, enum api_view view, struct fy_slice key);

/* Rows are visible. */
void live_settle(struct live *live);

/* Ends all, and takes no more. */
void live_stop(struct live *live);

int live_count(const struct live *live);

#endif
