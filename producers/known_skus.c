#include "producers/known_skus.h"
#include "producers/recent.h"

#include <stdlib.h>

enum { SPACE_SKUS = 1 }; /* 0 is the follower's. */

struct known_skus {
    struct fy_store *store;
    struct recent *found;  /* In the view. */
    struct recent *listed; /* By this instance. */
};

static const uint8_t nothing[FY_DIGEST_BYTES]; /* The maps are sets here. */

struct known_skus *known_skus_new(struct fy_store *store, uint32_t cache_max)
{
    struct known_skus *known = calloc(1, sizeof(*known));

    if (known == NULL)
        return NULL;
    known->store = store;
    known->found = recent_new(cache_max);
    known->listed = recent_new(cache_max);
    if (known->found == NULL || known->listed == NULL) {
        known_skus_free(known);
        return NULL;
    }
    return known;
}

void known_skus_free(struct known_skus *known)
{
    if (known == NULL)
        return;
    recent_free(known->found);
    recent_free(known->listed);
    free(known);
}

/*
 * That there is a record is all we need of it: the value is not decoded, so a product of a schema
 * newer than this program is known too.
 */
enum fy_status known_skus_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct known_skus *known = context;
    uint8_t digest[FY_DIGEST_BYTES];

    (void)arena;
    if (record->key.data == NULL)
        return fy_fail(err, FY_REJECT, "a product without a key");
    if (record->value.data != NULL) {
        fy_store_batch_put(rows, SPACE_SKUS, record->key, fy_slice_of("1"));
        return FY_OK;
    }
    fy_digest(&record->key, 1, digest);
    recent_remove(known->found, digest);
    recent_remove(known->listed, digest);
    fy_store_batch_delete(rows, SPACE_SKUS, record->key);
    return FY_OK;
}

void known_skus_listed(struct known_skus *known, struct fy_slice sku)
{
    uint8_t digest[FY_DIGEST_BYTES];

    fy_digest(&sku, 1, digest);
    recent_put(known->listed, digest, nothing);
}

enum fy_status known_skus_has(struct known_skus *known,
    struct fy_slice sku,
    struct fy_arena *arena,
    bool *ret_known,
    struct fy_err *err)
{
    uint8_t digest[FY_DIGEST_BYTES];
    struct fy_slice row;
    enum fy_status status;

    fy_digest(&sku, 1, digest);
    if (recent_get(known->found, digest) != NULL || recent_get(known->listed, digest) != NULL) {
        *ret_known = true;
        return FY_OK;
    }
    status = fy_store_get(known->store, SPACE_SKUS, sku, arena, &row, err);
    if (status != FY_OK)
        return status;
    if (row.data != NULL)
        recent_put(known->found, digest, nothing);
    *ret_known = row.data != NULL;
    return FY_OK;
}
