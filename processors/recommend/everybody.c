/* The two lists of everybody: what is popular now, and what hardly anybody knows yet. */
#include "processors/recommend/recommend_core.h"

#include "schemas/generated/recommendation.h"

#include <string.h>

/* A list without a visitor is named by what was read for it. */
static struct fy_slice name_of(struct recommend *recommend,
    struct fy_slice key,
    const struct recommendation *value,
    char ret_list_id[FY_UUID_TEXT + 1])
{
    struct fy_slice parts[2 + 2 * FY_PARTITIONS_MAX] = {fy_slice_of("recommendation"), key};
    int count = 2;

    for (size_t i = 0; i < value->index_seen.count; i++) {
        const struct position *at = &value->index_seen.items[i];

        parts[count++] = fy_arena_format(&recommend->list, "%.*s-%d-%lld", FY_SLICE_ARG(at->topic),
            (int)at->partition, (long long)at->offset);
    }
    fy_uuid_derive(parts, count, ret_list_id);
    return (struct fy_slice){(const uint8_t *)ret_list_id, FY_UUID_TEXT};
}

/* Sent when its items are others than last time. */
static enum fy_status send_list(struct recommend *recommend,
    const char *key,
    const struct recommended_item *items,
    size_t count,
    struct everybody *last,
    struct fy_err *err)
{
    struct position seen[2 * FY_PARTITIONS_MAX];
    struct recommendation value = {.visitor = fy_slice_of(key),
        .index_seen = {seen, recommend_index_seen(recommend, seen)},
        .items = {items, count}};
    struct fy_slice skus[LEARNED_LIST];
    uint8_t digest[FY_DIGEST_BYTES];
    char list_id[FY_UUID_TEXT + 1];
    struct fy_slice bytes;
    enum fy_status status;

    for (size_t i = 0; i < count; i++)
        skus[i] = items[i].sku;
    fy_digest(skus, (int)count, digest);
    if (last->sent && memcmp(digest, last->digest, sizeof(digest)) == 0)
        return FY_OK;
    for (int i = 0; i < recommend->seen.partitions; i++) {
        if (recommend->seen.offsets[i] >= 0 && recommend->seen.ms[i] > value.updated_ms)
            value.updated_ms = recommend->seen.ms[i];
    }
    value.list_id = name_of(recommend, value.visitor, &value, list_id);
    status = collections_of(
        recommend->collections, items, count, &recommend->list, &value.collections, err);
    if (status == FY_OK)
        status = recommendation_encode(&value, &recommend->list, &bytes, err);
    if (status == FY_OK)
        status = recommend_send(recommend, value.visitor, bytes, err);
    if (status == FY_OK)
        status = fy_producer_flush(recommend->producer, FLUSH_MS, err);
    if (status == FY_OK) {
        memcpy(last->digest, digest, sizeof(digest));
        last->sent = true;
    }
    return status;
}

static enum fy_status popular(struct recommend *recommend, struct fy_err *err)
{
    struct recommended_item items[LEARNED_LIST];
    struct learned_candidate list[LEARNED_LIST];
    size_t count = learned_popular(recommend->learned, list, LEARNED_LIST);

    for (size_t i = 0; i < count; i++) {
        items[i] = (struct recommended_item){.sku = list[i].sku,
            .score = list[i].score,
            .because_sku = list[i].because,
            .share_ppm = (int32_t)list[i].share_ppm,
            .sessions = (int32_t)list[i].sessions};
    }
    return send_list(recommend, "popular", items, count, &recommend->popular, err);
}

static enum fy_status fresh(struct recommend *recommend, struct fy_err *err)
{
    struct recommended_item items[OFFERS_COLD_MAX];
    struct fy_slice skus[OFFERS_COLD_MAX];
    size_t count = offers_cold(recommend->offers, recommend->learned, skus);

    for (size_t i = 0; i < count; i++)
        items[i] = (struct recommended_item){.sku = skus[i], .because_sku = skus[i]};
    return send_list(recommend, "new", items, count, &recommend->fresh, err);
}

enum fy_status recommend_everybody(struct recommend *recommend, int64_t mono_ms, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (!recommend->paid || recommend->touched || recommend->producer == NULL)
        return FY_OK;
    fy_arena_clear(&recommend->list);
    if (recommend->fresh.stale) {
        status = fresh(recommend, err);
        recommend->fresh.stale = status != FY_OK;
    }
    if (status == FY_OK && recommend->popular.stale &&
        (!recommend->popular.sent || mono_ms - recommend->popular.looked_ms >= POPULAR_MS)) {
        recommend->popular.looked_ms = mono_ms;
        status = popular(recommend, err);
        recommend->popular.stale = status != FY_OK;
    }
    return status == FY_ABORT ? FY_OK : status; /* Not acknowledged: still stale. */
}
