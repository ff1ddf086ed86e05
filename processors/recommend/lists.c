/* One list for each visitor met, from index to bytes to broker. */
#include "processors/recommend/recommend_core.h"

#include "lib/metrics.h"
#include "lib/mono.h"
#include "schemas/generated/recommendation.h"

static struct fy_metric list_time =
    FY_HISTOGRAM("fy_recommend_list_seconds", "Making one list, from index to bytes.");

void recommend_lists_metrics_register(void)
{
    fy_metric_register(&list_time);
}

static struct position position_of(enum fy_topic topic, int32_t partition, int64_t offset)
{
    return (struct position){fy_slice_of(fy_topics[topic].name), partition, offset};
}

size_t recommend_index_seen(
    const struct recommend *recommend, struct position ret_seen[2 * FY_PARTITIONS_MAX])
{
    const struct rows_seen *seen = &recommend->seen;
    size_t count = 0;

    for (int i = 0; i < seen->partitions; i++) {
        if (seen->offsets[i] >= 0)
            ret_seen[count++] = position_of(FY_TOPIC_ACTIVITY, i, seen->offsets[i]);
    }
    for (int i = 0; i < seen->collection_partitions; i++) {
        if (seen->collections[i] >= 0)
            ret_seen[count++] = position_of(FY_TOPIC_COLLECTIONS, i, seen->collections[i]);
    }
    return count;
}

static size_t find_items(struct recommend *recommend,
    const struct visitor *visitor,
    int64_t now_ms,
    struct recommended_item ret_items[LEARNED_LIST])
{
    uint32_t own =
        visitor_goes_on(visitor, now_ms) ? recommend_slot_of(recommend, visitor) : ENGINE_NONE;
    struct learned_candidate list[LEARNED_LIST];
    size_t count =
        learned_query(recommend->learned, own, visitor->viewed.skus, visitor->viewed.count, list);

    for (size_t i = 0; i < count; i++) {
        ret_items[i] = (struct recommended_item){.sku = list[i].sku,
            .score = list[i].score,
            .because_sku = list[i].because,
            .share_ppm = (int32_t)list[i].share_ppm,
            .sessions = (int32_t)list[i].sessions};
    }
    return count;
}

static enum fy_status encode_list(struct recommend *recommend,
    const struct met *met,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    const struct visitor *visitor = &met->visitor;
    struct recommended_item found[LEARNED_LIST];
    struct position as_of =
        position_of(FY_TOPIC_ACTIVITY, met->newest.partition, met->newest.offset);
    struct position seen[2 * FY_PARTITIONS_MAX];
    struct fy_slice parts[] = {
        fy_slice_of("recommendation"), met->name, fy_place_text(&recommend->list, &met->newest)};
    char list_id[FY_UUID_TEXT + 1];
    struct recommendation value = {
        .visitor = met->name,
        .as_of = {&as_of, 1},
        .updated_ms = met->newest_ms,
        .index_seen = {seen, recommend_index_seen(recommend, seen)},
        .items = {found, find_items(recommend, visitor, met->newest_ms, found)},
    };
    enum fy_status status;

    if (parts[2].data == NULL)
        return fy_fail(err, FY_FATAL, "the name of a list does not fit its arena");
    fy_uuid_derive(parts, 3, list_id);
    value.list_id = (struct fy_slice){(const uint8_t *)list_id, FY_UUID_TEXT};
    if (visitor->viewed.count > 0)
        value.current_sku = visitor->viewed.skus[visitor->viewed.count - 1];
    status = collections_of(recommend->collections, value.items.items, value.items.count,
        &recommend->list, &value.collections, err);
    if (status != FY_OK)
        return status;
    return recommendation_encode(&value, &recommend->list, ret_bytes, err);
}

/*
 * A full queue is emptied by waiting for what is in it: we have nothing better to do. Before any
 * broker has answered nothing is taken, and what the slice is about is tried again.
 */
enum fy_status recommend_send(
    struct recommend *recommend, struct fy_slice key, struct fy_slice value, struct fy_err *err)
{
    enum fy_status status = fy_producer_send(
        recommend->producer, FY_TOPIC_RECOMMENDATIONS, key, value, NULL, NULL, err);

    if (status != FY_REJECT)
        return status;
    status = fy_producer_flush(recommend->producer, FLUSH_MS, err);
    if (status != FY_OK)
        return status;
    status = fy_producer_send(
        recommend->producer, FY_TOPIC_RECOMMENDATIONS, key, value, NULL, NULL, err);
    if (status == FY_REJECT && !fy_producer_connected(recommend->producer))
        return fy_fail(err, FY_ABORT, "Kafka does not answer");
    if (status == FY_REJECT)
        return fy_fail(
            err, FY_FATAL, "could not send a list of %zu bytes to an empty queue", value.size);
    return status;
}

enum fy_status recommend_send_lists(
    struct recommend *recommend, long long *ret_count, struct fy_err *err)
{
    long long count = 0;

    *ret_count = 0;
    if (recommend->producer == NULL)
        return FY_OK;
    for (const struct met *met = recommend->first; met != NULL; met = met->next) {
        int64_t began_us = fy_mono_us();
        struct fy_slice bytes;
        enum fy_status status;

        fy_arena_clear(&recommend->list);
        bytes = (struct fy_slice){0}; /* Of who is forgotten the list goes. */
        status = met->forgotten ? FY_OK : encode_list(recommend, met, &bytes, err);
        if (status != FY_OK)
            return status;
        fy_metric_observe_us(&list_time, fy_mono_us() - began_us);
        status = recommend_send(recommend, met->name, bytes, err);
        if (status != FY_OK)
            return status;
        count++;
    }
    *ret_count = count;
    return fy_producer_flush(recommend->producer, FLUSH_MS, err);
}
