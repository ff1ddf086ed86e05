/*
 * tell.h - reports: what became of a payment, with the standing that follows from it.
 *
 * Shape:   tell(payment, tale) -> a record of payment-reports, numbered one above the newest.
 * Errors:  FY_FATAL where it does not fit the arena.
 * Memory:  the arena's.
 * Threads: pure.
 */
#ifndef PAYMENTS_TELL_H
#define PAYMENTS_TELL_H

#include "processors/payments/provider.h"

enum tale_kind {
    TALE_ATTEMPT, /* step, refund, attempt. */
    TALE_AUTHORISED,
    TALE_ACTION,
    TALE_DECLINED, /* intent.code. */
    TALE_CAPTURED,
    TALE_VOIDED, /* word: asked or never_asked. */
    TALE_EXPIRED,
    TALE_REFUNDED, /* refund. */
    TALE_NOT_DONE, /* step, refund, word. */
    TALE_SEEN,     /* word; intent.ref: of what; event. */
};

struct tale {
    enum tale_kind kind;
    enum payment_step step;
    int refund; /* -1: of none. */
    int32_t attempt;
    const char *word;
    struct intent intent; /* As the provider has it; ref absent: nothing new of it. */
    const char *event;    /* The provider's, that made us look; NULL: none. */
};

/* Of one step that has been asked for again: what its report was. */
struct tale tale_again(const struct payment *payment);

enum fy_status tell(const struct payment *payment,
    const struct tale *tale,
    const char *instance,
    int64_t now_ms,
    struct fy_arena *arena,
    struct fy_slice *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
