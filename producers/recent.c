#include "producers/recent.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define NONE UINT32_MAX

enum { COUNT_MAX = 1 << 20 };

struct entry {
    uint8_t key[FY_DIGEST_BYTES];
    uint8_t value[FY_DIGEST_BYTES];
    uint32_t next; /* In its bucket's chain. */
    bool used;
};

struct recent {
    uint32_t count_max;
    uint32_t count;
    uint32_t oldest; /* The ring's next place: an entry that is used there is the oldest. */
    uint32_t bucket_mask;
    uint32_t *buckets;
    struct entry *entries;
};

struct recent *recent_new(uint32_t count_max)
{
    struct recent *recent = calloc(1, sizeof(*recent));
    uint32_t buckets = 1;

    assert(count_max >= 1 && count_max <= COUNT_MAX);

    if (recent == NULL)
        return NULL;
    while (buckets < count_max)
        buckets *= 2;
    recent->count_max = count_max;
    recent->bucket_mask = buckets - 1;
    recent->buckets = malloc(buckets * sizeof(*recent->buckets));
    recent->entries = calloc(count_max, sizeof(*recent->entries));
    if (recent->buckets == NULL || recent->entries == NULL) {
        recent_free(recent);
        return NULL;
    }
    for (uint32_t i = 0; i < buckets; i++)
        recent->buckets[i] = NONE;
    return recent;
}

void recent_free(struct recent *recent)
{
    if (recent == NULL)
        return;
    free(recent->buckets);
    free(recent->entries);
    free(recent);
}

/* A digest is random enough to be its own hash. */
static uint32_t *bucket_of(const struct recent *recent, const uint8_t *key)
{
    uint32_t hash;

    memcpy(&hash, key, sizeof(hash));
    return &recent->buckets[hash & recent->bucket_mask];
}

/* The link that points at the key's entry, or the end of its chain. */
static uint32_t *link_to(const struct recent *recent, const uint8_t *key)
{
    uint32_t *link = bucket_of(recent, key);

    while (*link != NONE && memcmp(recent->entries[*link].key, key, FY_DIGEST_BYTES) != 0)
        link = &recent->entries[*link].next;
    return link;
}

const uint8_t *recent_get(const struct recent *recent, const uint8_t key[FY_DIGEST_BYTES])
{
    uint32_t at = *link_to(recent, key);

    return at == NONE ? NULL : recent->entries[at].value;
}

void recent_remove(struct recent *recent, const uint8_t key[FY_DIGEST_BYTES])
{
    uint32_t *link = link_to(recent, key);
    uint32_t at = *link;

    if (at == NONE)
        return;
    assert(recent->count > 0);
    *link = recent->entries[at].next;
    recent->entries[at].used = false;
    recent->count--;
}

void recent_put(
    struct recent *recent, const uint8_t key[FY_DIGEST_BYTES], const uint8_t value[FY_DIGEST_BYTES])
{
    uint32_t at = *link_to(recent, key);
    struct entry *entry;
    uint32_t *bucket;

    if (at != NONE) {
        memcpy(recent->entries[at].value, value, FY_DIGEST_BYTES);
        return;
    }
    at = recent->oldest;
    entry = &recent->entries[at];
    if (entry->used)
        recent_remove(recent, entry->key);
    recent->oldest = at + 1 == recent->count_max ? 0 : at + 1;
    bucket = bucket_of(recent, key);
    memcpy(entry->key, key, FY_DIGEST_BYTES);
    memcpy(entry->value, value, FY_DIGEST_BYTES);
    entry->next = *bucket;
    entry->used = true;
    *bucket = at;
    recent->count++;
    assert(recent->count <= recent->count_max);
}

uint32_t recent_count(const struct recent *recent)
{
    return recent->count;
}
