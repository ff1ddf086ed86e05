/*
 * Made by fy-generate from schemas/envelope.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ENVELOPE_H
#define FY_GENERATED_ENVELOPE_H

#include "schemas/codec/codec.h"

/* Who, when and why. The first field of every fact, event and request. */
struct envelope {
    /*
     * Names this event for ever. A retry across a crash may write the same id twice; it is one
     * event.
     */
    struct fy_slice event_id;
    /* The event_id this one follows from; null where the outside world began it. */
    struct fy_slice cause_id;
    /*
     * The visitor or supplier everything began with. Decides whether an event is among the mirrored
     * 1 %.
     */
    struct fy_slice root;
    /* Who acted: visitor:ID, supplier:ID or service:NAME. */
    struct fy_slice actor;
    /* When our edge took it, UTC. A derived event keeps the time of its cause. */
    int64_t event_ms;
    /* The task that wrote it, as in stock-3. Set in event and request topics only. */
    struct fy_slice writer;
    /* Dense number per writer and destination partition, from 1. Set together with writer. */
    bool has_seq;
    int64_t seq;
};

#endif
