#include "producers/idempotency.h"
#include "producers/recent.h"

#include <stdlib.h>
#include <string.h>

struct idempotency {
    struct recent *bodies; /* Digest of caller, route and key -> digest of the body. */
};

struct idempotency *idempotency_new(uint32_t keys_max)
{
    struct idempotency *idempotency = calloc(1, sizeof(*idempotency));

    if (idempotency == NULL)
        return NULL;
    idempotency->bodies = recent_new(keys_max);
    if (idempotency->bodies == NULL) {
        free(idempotency);
        return NULL;
    }
    return idempotency;
}

void idempotency_free(struct idempotency *idempotency)
{
    if (idempotency == NULL)
        return;
    recent_free(idempotency->bodies);
    free(idempotency);
}

bool idempotency_take(struct idempotency *idempotency,
    struct fy_slice caller,
    const char *route,
    struct fy_slice key,
    struct fy_slice body)
{
    const struct fy_slice parts[] = {caller, fy_slice_of(route), key};
    uint8_t key_digest[FY_DIGEST_BYTES];
    uint8_t body_digest[FY_DIGEST_BYTES];
    const uint8_t *before;

    fy_digest(parts, 3, key_digest);
    fy_digest(&body, 1, body_digest);
    before = recent_get(idempotency->bodies, key_digest);
    if (before != NULL)
        return memcmp(before, body_digest, FY_DIGEST_BYTES) == 0;
    recent_put(idempotency->bodies, key_digest, body_digest);
    return true;
}
