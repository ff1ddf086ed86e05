#include "api/waits.h"
#include "api/keys.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct wait {
    struct wait *next;         /* In its bucket, or among the free. */
    struct wait *next_touched; /* Meaningful while touched. */
    enum api_view view;
    struct fy_place place;
    void *who; /* NULL when free. */
    bool touched;
    uint8_t key_size;
    uint8_t key[VIEW_KEY_BYTES_MAX];
};

struct waits {
    struct waits_config config;
    struct wait *all;
    struct wait *unused;
    struct wait *touched;
    struct wait **buckets;
    size_t bucket_count; /* A power of two, at least count_max. */
    int count;
};

struct waits *waits_new(const struct waits_config *config)
{
    struct waits *waits = calloc(1, sizeof(*waits));

    assert(config->count_max >= 1 && config->count_max <= 65536);
    if (waits == NULL)
        return NULL;
    waits->config = *config;
    waits->bucket_count = 1;
    while (waits->bucket_count < (size_t)config->count_max)
        waits->bucket_count *= 2;
    waits->all = calloc((size_t)config->count_max, sizeof(*waits->all));
    waits->buckets = calloc(waits->bucket_count, sizeof(struct wait *));
    if (waits->all == NULL || waits->buckets == NULL) {
        waits_free(waits);
        return NULL;
    }
    for (int i = 0; i < config->count_max; i++) {
        waits->all[i].next = waits->unused;
        waits->unused = &waits->all[i];
    }
    return waits;
}

void waits_free(struct waits *waits)
{
    if (waits == NULL)
        return;
    free(waits->all);
    free(waits->buckets);
    free(waits);
}

static struct wait **bucket_of(struct waits *waits, enum api_view view, struct fy_slice key)
{
    return &waits->buckets[row_hash(view, key) & (waits->bucket_count - 1)];
}

static struct fy_slice key_of(const struct wait *wait)
{
    return (struct fy_slice){wait->key, wait->key_size};
}

struct wait *waits_park(struct waits *waits,
    enum api_view view,
    struct fy_slice key,
    const struct fy_place *place,
    void *who)
{
    struct wait *wait = waits->unused;
    struct wait **bucket;

    assert(who != NULL);
    assert(key.size <= VIEW_KEY_BYTES_MAX);
    if (wait == NULL)
        return NULL;
    waits->unused = wait->next;

    *wait = (struct wait){.view = view, .place = *place, .who = who};
    wait->key_size = (uint8_t)key.size;
    if (key.size > 0)
        memcpy(wait->key, key.data, key.size);
    bucket = bucket_of(waits, view, key);
    wait->next = *bucket;
    *bucket = wait;
    waits->count++;
    return wait;
}

static void untouch(struct waits *waits, struct wait *wait)
{
    struct wait **link = &waits->touched;

    while (*link != wait) {
        assert(*link != NULL);
        link = &(*link)->next_touched;
    }
    *link = wait->next_touched;
    wait->touched = false;
}

void waits_forget(struct waits *waits, struct wait *wait)
{
    struct wait **link = bucket_of(waits, wait->view, key_of(wait));

    assert(wait->who != NULL);
    if (wait->touched)
        untouch(waits, wait);
    while (*link != wait) {
        assert(*link != NULL);
        link = &(*link)->next;
    }
    *link = wait->next;

    wait->who = NULL;
    wait->next = waits->unused;
    waits->unused = wait;
    waits->count--;
    assert(waits->count >= 0);
}

void *waits_who(const struct wait *wait)
{
    assert(wait->who != NULL);
    return wait->who;
}

void waits_touch(struct waits *waits, enum api_view view, struct fy_slice key)
{
    if (waits->count == 0)
        return;
    for (struct wait *wait = *bucket_of(waits, view, key); wait != NULL; wait = wait->next) {
        if (wait->touched || wait->view != view || !fy_slice_equal(key_of(wait), key))
            continue;
        wait->touched = true;
        wait->next_touched = waits->touched;
        waits->touched = wait;
    }
}

/*
 * One at a time from the head: whoever is woken may park again or make others go, and both change
 * the lists under us. A wait that is parked meanwhile is not touched, so this ends.
 */
int waits_settle(struct waits *waits)
{
    int woken = 0;

    while (waits->touched != NULL) {
        struct wait *wait = waits->touched;
        void *who = wait->who;

        waits->touched = wait->next_touched;
        wait->touched = false;
        if (!waits->config.included(waits->config.context, wait->view, key_of(wait), &wait->place))
            continue;
        waits_forget(waits, wait);
        waits->config.wake(waits->config.context, who);
        woken++;
    }
    return woken;
}

int waits_count(const struct waits *waits)
{
    return waits->count;
}
