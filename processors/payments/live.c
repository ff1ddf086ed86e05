/* The payments in hand: a table of a fixed size, found by name or by token. */
#include "processors/payments/core.h"

#include <stdlib.h>
#include <string.h>

enum fy_status live_init(struct payments *payments, struct fy_err *err)
{
    payments->lives = calloc(LIVE_MAX, sizeof(*payments->lives));
    payments->buckets = calloc(BUCKETS, sizeof(*payments->buckets));
    if (payments->lives == NULL || payments->buckets == NULL)
        return fy_fail(err, FY_FATAL, "no memory for payments in hand");
    live_clear(payments);
    return FY_OK;
}

void live_done(struct payments *payments)
{
    free(payments->lives);
    free(payments->buckets);
}

/* Tokens that are out find nobody any more. */
void live_clear(struct payments *payments)
{
    for (int i = 0; i < BUCKETS; i++)
        payments->buckets[i] = -1;
    for (int i = 0; i < payments->high; i++)
        payments->lives[i] = (struct live){.generation = payments->lives[i].generation + 1};
    payments->free_first = -1;
    payments->live_count = payments->high = payments->at = 0;
    payments->in_flight = 0;
    listing_drop(payments);
    payments->more = payments->loaded = false;
}

static int *bucket_of(struct payments *payments, const char *payment)
{
    struct fy_slice name = fy_slice_of(payment);
    uint8_t digest[FY_DIGEST_BYTES];
    uint32_t hash;

    fy_digest(&name, 1, digest);
    memcpy(&hash, digest, sizeof(hash));
    return &payments->buckets[hash % BUCKETS];
}

struct live *live_find(struct payments *payments, const char *payment)
{
    for (int i = *bucket_of(payments, payment); i >= 0; i = payments->lives[i].next)
        if (strcmp(payments->lives[i].payment, payment) == 0)
            return &payments->lives[i];
    return NULL;
}

struct live *live_add(struct payments *payments, const char *payment)
{
    struct live *live = live_find(payments, payment);
    int *bucket = bucket_of(payments, payment);
    int index = payments->free_first;

    if (live != NULL || (index < 0 && payments->high == LIVE_MAX))
        return live;
    if (index < 0) {
        index = payments->high++;
        live = &payments->lives[index];
    } else {
        live = &payments->lives[index];
        payments->free_first = live->next;
    }
    *live = (struct live){.used = true, .next = *bucket, .generation = live->generation + 1};
    payment_text(live->payment, sizeof(live->payment), fy_slice_of(payment));
    *bucket = index;
    payments->live_count++;
    return live;
}

void live_drop(struct payments *payments, struct live *live)
{
    int index = (int)(live - payments->lives);
    int *at = bucket_of(payments, live->payment);

    assert(live->used && live->calling == CALL_NONE);
    while (*at != index)
        at = &payments->lives[*at].next;
    *at = live->next;
    live->used = false;
    live->generation++;
    live->next = payments->free_first;
    payments->free_first = index;
    payments->live_count--;
}

uint64_t live_token(const struct payments *payments, const struct live *live)
{
    return (uint64_t)live->generation << 32 | (uint32_t)(live - payments->lives);
}

struct live *live_of_token(struct payments *payments, uint64_t token)
{
    uint32_t index = (uint32_t)token;
    struct live *live = index < LIVE_MAX ? &payments->lives[index] : NULL;

    return live != NULL && live->used && live->generation == (uint32_t)(token >> 32) ? live : NULL;
}

static bool load_one(struct fy_slice key, struct fy_slice value, void *context)
{
    struct payments *payments = context;
    char name[PAYMENT_NAME];

    (void)value;
    payment_text(name, sizeof(name), key);
    payments->more = live_add(payments, name) == NULL;
    return !payments->more;
}

enum fy_status live_load(struct payments *payments, struct fy_err *err)
{
    payments->more = false;
    payments->loaded = true;
    return fy_store_scan(
        payments->store, OPEN_SPACE, (struct fy_slice){0}, load_one, payments, err);
}
