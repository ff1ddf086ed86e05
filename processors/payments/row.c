#include "processors/payments/row.h"

#include <string.h>

/* One walk over all fields, which writes or reads: so the two cannot disagree. */
struct walk {
    bool reads;
    uint8_t *at, *end;
    bool good;
};

enum { ROW_BYTES_MAX = sizeof(struct payment) + (size_t)8 * (PAYMENT_REFUNDS_MAX + 64) };

static void walk_bytes(struct walk *walk, void *bytes, size_t size)
{
    walk->good = walk->good && size <= (size_t)(walk->end - walk->at);
    if (!walk->good)
        return;
    if (walk->reads)
        memcpy(bytes, walk->at, size);
    else
        memcpy(walk->at, bytes, size);
    walk->at += size;
}

static void walk_int(struct walk *walk, int64_t *value)
{
    walk_bytes(walk, value, sizeof(*value));
}

/* Fields that are narrower in memory. */
#define WALK_NARROW(walk, field)                                                                   \
    do {                                                                                           \
        int64_t wide = (int64_t)(field);                                                           \
        walk_int((walk), &wide);                                                                   \
        (field) = (__typeof__(field))wide;                                                         \
    } while (0)

/* NUL-terminated, of at most size - 1 bytes. */
static void walk_text(struct walk *walk, char *text, size_t size)
{
    uint16_t length = walk->reads ? 0 : (uint16_t)strnlen(text, size - 1);

    walk_bytes(walk, &length, sizeof(length));
    walk->good = walk->good && length < size;
    if (!walk->good)
        return;
    walk_bytes(walk, text, length);
    if (walk->reads)
        memset(text + length, 0, size - length);
}

static void walk_count(struct walk *walk, int *count, int max)
{
    WALK_NARROW(walk, *count);
    walk->good = walk->good && *count >= 0 && *count <= max;
}

static void walk_wishes(struct walk *walk, struct payment *payment)
{
    walk_text(walk, payment->currency, sizeof(payment->currency));
    walk_text(walk, payment->method, sizeof(payment->method));
    walk_int(walk, &payment->amount);
    walk_int(walk, &payment->capture_amount);
    WALK_NARROW(walk, payment->void_asked);
    walk_count(walk, &payment->refund_count, PAYMENT_REFUNDS_MAX);
    for (int i = 0; walk->good && i < payment->refund_count; i++) {
        struct refund *refund = &payment->refunds[i];

        walk_text(walk, refund->id, sizeof(refund->id));
        walk_text(walk, refund->cause, sizeof(refund->cause));
        walk_int(walk, &refund->amount);
        WALK_NARROW(walk, refund->attempts);
        WALK_NARROW(walk, refund->state);
    }
    WALK_NARROW(walk, payment->answer_owed);
    WALK_NARROW(walk, payment->owed_step);
    walk_text(walk, payment->owed_refund, sizeof(payment->owed_refund));
    walk_text(walk, payment->owed_cause, sizeof(payment->owed_cause));
}

static void walk_standing(struct walk *walk, struct payment *payment)
{
    walk_int(walk, &payment->version);
    walk_int(walk, &payment->told_ms);
    WALK_NARROW(walk, payment->state);
    walk_text(walk, payment->ref, sizeof(payment->ref));
    walk_text(walk, payment->code, sizeof(payment->code));
    walk_text(walk, payment->url, sizeof(payment->url));
    walk_int(walk, &payment->authorised);
    walk_int(walk, &payment->captured);
    walk_int(walk, &payment->refunded);
    walk_int(walk, &payment->fee);
    walk_int(walk, &payment->expires_ms);
}

static void walk_all(struct walk *walk, struct payment *payment)
{
    walk_text(walk, payment->payment, sizeof(payment->payment));
    walk_text(walk, payment->order, sizeof(payment->order));
    walk_text(walk, payment->root, sizeof(payment->root));
    for (int i = 0; i < PAYMENT_STEPS; i++) {
        walk_text(walk, payment->cause[i], sizeof(payment->cause[i]));
        WALK_NARROW(walk, payment->attempts[i]);
    }
    walk_wishes(walk, payment);
    walk_standing(walk, payment);
    WALK_NARROW(walk, payment->open);
    WALK_NARROW(walk, payment->step);
    WALK_NARROW(walk, payment->refund);
    walk_text(walk, payment->instance, sizeof(payment->instance));
    walk_int(walk, &payment->begun_ms);
    walk_int(walk, &payment->key_ms);
    walk_count(walk, &payment->look_count, PAYMENT_LOOKS_MAX);
    for (int i = 0; walk->good && i < payment->look_count; i++) {
        walk_text(walk, payment->looks[i].ref, PAYMENT_REF);
        walk_text(walk, payment->looks[i].event, PAYMENT_REF);
    }
    walk_count(walk, &payment->orphan_count, PAYMENT_ORPHANS_MAX);
    for (int i = 0; walk->good && i < payment->orphan_count; i++)
        walk_text(walk, payment->orphans[i], sizeof(payment->orphans[i]));
}

struct fy_slice payment_row_encode(const struct payment *payment, struct fy_arena *arena)
{
    uint8_t *room = fy_arena_room(arena, ROW_BYTES_MAX);
    struct walk walk = {.at = room, .end = room + ROW_BYTES_MAX, .good = room != NULL};
    size_t size;

    if (room == NULL)
        return (struct fy_slice){0};
    walk_all(&walk, (struct payment *)payment); /* Which is not written to. */
    assert(walk.good);
    size = (size_t)(walk.at - room);
    (void)fy_arena_take(arena, size);
    return (struct fy_slice){room, size};
}

bool payment_row_decode(struct fy_slice bytes, struct payment *ret_payment)
{
    struct walk walk = {.reads = true,
        .at = (uint8_t *)bytes.data,
        .end = (uint8_t *)bytes.data + bytes.size,
        .good = bytes.data != NULL};

    memset(ret_payment, 0, sizeof(*ret_payment));
    walk_all(&walk, ret_payment);
    return walk.good && walk.at == walk.end && (int)ret_payment->step < PAYMENT_STEPS &&
           ret_payment->refund < ret_payment->refund_count &&
           ret_payment->state <= PAYMENT_STATE_EXPIRED;
}
