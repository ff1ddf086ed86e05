#include "lib/limits.h"
#include "lib/ids.h"

#include <stdlib.h>
#include <string.h>

enum { WAYS = 8 };

/* Of one who: until when what was taken is paid for. At or before now: the bucket is full. */
struct bucket {
    uint64_t who; /* 0: free. */
    int64_t paid_us;
};

struct fy_limits {
    uint32_t sets;
    char secret[FY_VISITOR_TEXT + 1]; /* 128 random bits. */
    struct bucket buckets[];          /* `sets` times WAYS. */
};

struct fy_limits *fy_limits_new(uint32_t buckets)
{
    uint32_t sets = (buckets + WAYS - 1) / WAYS;
    struct fy_limits *limits =
        calloc(1, sizeof(*limits) + (size_t)sets * WAYS * sizeof(limits->buckets[0]));

    assert(buckets >= WAYS && buckets <= 1U << 24);
    if (limits == NULL)
        return NULL;
    limits->sets = sets;
    fy_visitor_new(limits->secret);
    return limits;
}

void fy_limits_free(struct fy_limits *limits)
{
    free(limits);
}

/* The one of `who`, or the one that goes for it: free, or the fullest. */
static struct bucket *find(struct bucket *set, uint64_t who)
{
    struct bucket *fullest = &set[0];

    for (int i = 0; i < WAYS; i++) {
        if (set[i].who == who)
            return &set[i];
        if (set[i].who == 0 || (fullest->who != 0 && set[i].paid_us < fullest->paid_us))
            fullest = &set[i];
    }
    *fullest = (struct bucket){.who = who};
    return fullest;
}

bool fy_limits_take(struct fy_limits *limits,
    const struct fy_slice *who,
    int parts,
    struct fy_limit limit,
    int64_t now_ms,
    int64_t *ret_wait_ms)
{
    struct fy_slice secret_and_who[FY_LIMITS_PARTS_MAX + 1] = {fy_slice_of(limits->secret)};
    int64_t each_us, room_us, now_us = now_ms * 1000, paid_us;
    uint8_t digest[FY_DIGEST_BYTES];
    uint64_t number, place;
    struct bucket *bucket;

    assert(parts >= 1 && parts <= FY_LIMITS_PARTS_MAX);
    assert(limit.burst >= 1 && limit.burst <= 1000000);
    assert(limit.per_minute >= 1 && limit.per_minute <= 1000000);

    memcpy(secret_and_who + 1, who, (size_t)parts * sizeof(*who));
    fy_digest(secret_and_who, parts + 1, digest);
    memcpy(&number, digest, sizeof(number));
    memcpy(&place, digest + sizeof(number), sizeof(place));
    bucket = find(&limits->buckets[place % limits->sets * WAYS], number | 1);

    each_us = 60 * INT64_C(1000000) / limit.per_minute;
    room_us = each_us * (limit.burst - 1);
    paid_us = bucket->paid_us > now_us ? bucket->paid_us : now_us;
    if (paid_us - now_us > room_us) {
        *ret_wait_ms = (paid_us - now_us - room_us + 999) / 1000;
        return false;
    }
    bucket->paid_us = paid_us + each_us;
    return true;
}
