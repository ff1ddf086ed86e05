#include "processors/recommend/recommend.h"

#include "lib/ids.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "processors/recommend/recommend_core.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/product.h"
#include "schemas/generated/stock_level.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLICE_BYTES_MAX =
        128 * 1024 * 1024,        /* Visitors met: 4 KB each, ten thousand in a batch of 10,000. */
    GONE_MAX = 4096,              /* Rows of sessions that a slice deletes at most. */
    LIST_BYTES_MAX = 1024 * 1024, /* One list: 100 candidates of 2 texts. */
};

static struct fy_metric lists_sent =
    FY_COUNTER("fy_recommend_lists_total", "Lists sent and acknowledged.");
static struct fy_metric events =
    FY_COUNTER("fy_recommend_events_total", "Activity applied, repeats included.");
static struct fy_metric repeats =
    FY_COUNTER("fy_recommend_repeats_total", "Views that had been read before.");
static struct fy_metric sessions = FY_GAUGE("fy_recommend_sessions", "Sessions in the index.");
static struct fy_metric items = FY_GAUGE("fy_recommend_items", "Items in the index.");

/* What visitors tell of lists, by variant; kept in rows. */
#define VARIANT(symbol, text, of_1000, explores)                                                   \
    [FY_VARIANT_##symbol] = {.kind = FY_METRIC_GAUGE,                                              \
        .name = "fy_recommend_items_seen",                                                         \
        .labels = "variant=\"" text "\"",                                                          \
        .help = "Products of lists that visitors saw, by what the topic says."},
static struct fy_metric items_seen[FY_VARIANT_COUNT] = {
#include "lib/variants.def"
};
#undef VARIANT
#define VARIANT(symbol, text, of_1000, explores)                                                   \
    [FY_VARIANT_##symbol] = {.kind = FY_METRIC_GAUGE,                                              \
        .name = "fy_recommend_items_chosen",                                                       \
        .labels = "variant=\"" text "\"",                                                          \
        .help = "Products of lists that visitors chose, by what the topic says."},
static struct fy_metric items_chosen[FY_VARIANT_COUNT] = {
#include "lib/variants.def"
};
#undef VARIANT

void recommend_count_lists(long long count)
{
    fy_metric_add(&lists_sent, count);
}

void recommend_metrics_register(void)
{
    fy_metric_register(&lists_sent);
    fy_metric_register(&events);
    fy_metric_register(&repeats);
    fy_metric_register(&sessions);
    fy_metric_register(&items);
    recommend_lists_metrics_register();
    recommend_interested_metrics_register();
    for (int i = 0; i < FY_VARIANT_COUNT; i++) {
        fy_metric_register(&items_seen[i]);
        fy_metric_register(&items_chosen[i]);
    }
}

static void tell_variants(const struct recommend *recommend)
{
    for (int i = 0; i < FY_VARIANT_COUNT; i++) {
        fy_metric_set(&items_seen[i], recommend->seen.told[i].seen);
        fy_metric_set(&items_chosen[i], recommend->seen.told[i].chosen);
    }
}

void recommend_forget_slice(struct recommend *recommend)
{
    memset(recommend->buckets, 0, sizeof(recommend->buckets));
    recommend->first = NULL;
    recommend->deleted = NULL;
    recommend->end = &recommend->first;
    fy_arena_clear(&recommend->slice);
    recommend->touched = false;
}

enum fy_status recommend_new(struct fy_store *store,
    struct fy_producer *producer,
    uint32_t sessions_max,
    struct recommend **ret_recommend,
    struct fy_err *err)
{
    struct recommend *recommend = calloc(1, sizeof(*recommend));
    enum fy_status status;
    bool wiped;

    if (recommend == NULL)
        return fy_fail(err, FY_FATAL, "could not make the recommender: no memory");
    recommend->store = store;
    recommend->producer = producer;
    recommend->sessions_max = sessions_max;
    fy_arena_init(&recommend->slice, SLICE_BYTES_MAX);
    fy_arena_init(&recommend->list, LIST_BYTES_MAX);
    recommend_forget_slice(recommend);
    recommend->learned = learned_new(sessions_max);
    recommend->offers = offers_new();
    recommend->collections = collections_new();
    if (recommend->learned == NULL || recommend->offers == NULL || recommend->collections == NULL) {
        recommend_free(recommend);
        return fy_fail(err, FY_FATAL, "could not make an index: no memory");
    }
    status = rows_load(store, sessions_max, recommend->learned, &recommend->seen,
        &recommend->session_rows, &wiped, err);
    if (status == FY_OK)
        status = offers_load(recommend->offers, store, err);
    if (status == FY_OK)
        status = collections_load(recommend->collections, store, err);
    if (status != FY_OK) {
        recommend_free(recommend);
        return status;
    }
    if (wiped)
        fy_log(FY_LOG_WARN, "rows were made for another index: wiped, activity is read again");
    recommend->popular.stale = recommend->fresh.stale = true;
    tell_variants(recommend);
    *ret_recommend = recommend;
    return FY_OK;
}

void recommend_free(struct recommend *recommend)
{
    if (recommend == NULL)
        return;
    learned_free(recommend->learned);
    offers_free(recommend->offers);
    collections_free(recommend->collections);
    fy_arena_done(&recommend->slice);
    fy_arena_done(&recommend->list);
    free(recommend);
}

void recommend_wiped(void *context)
{
    struct recommend *recommend = context;

    recommend_forget_slice(recommend);
    rows_seen_init(&recommend->seen);
    learned_clear(recommend->learned);
    offers_clear(recommend->offers);
    collections_clear(recommend->collections);
    recommend->session_rows = 0;
    recommend->read_up = recommend->paid = recommend->touched = false;
    recommend->popular = recommend->fresh = (struct everybody){.stale = true};
}

uint32_t recommend_sessions(const struct recommend *recommend)
{
    return learned_sessions(recommend->learned);
}

uint32_t recommend_items(const struct recommend *recommend)
{
    return learned_items(recommend->learned);
}

/* --- A record -----------------------------------------------------------------------------------
 */

/* Visitors' names are random, so any bytes of them spread well; these are at the end. */
static uint32_t hash_of(struct fy_slice name)
{
    uint32_t hash = 2166136261U;

    for (size_t i = 0; i < name.size; i++)
        hash = (hash ^ name.data[i]) * 16777619U;
    return hash;
}

/* The visitor as this slice has left them so far, else as the rows have them. */
enum fy_status recommend_meet(
    struct recommend *recommend, struct fy_slice name, struct met **ret_met, struct fy_err *err)
{
    struct met **bucket = &recommend->buckets[hash_of(name) % BUCKETS];
    struct met *met = *bucket;
    enum fy_status status;

    while (met != NULL && !fy_slice_equal(met->name, name))
        met = met->in_bucket;
    if (met == NULL) {
        met = fy_arena_alloc(&recommend->slice, sizeof(*met));
        if (met == NULL)
            return fy_fail(err, FY_FATAL, "the visitors of a slice do not fit its arena");
        met->name = fy_arena_copy(&recommend->slice, name);
        if (met->name.data == NULL)
            return fy_fail(err, FY_FATAL, "the visitors of a slice do not fit its arena");
        status = rows_load_visitor(recommend->store, name, &recommend->slice, &met->visitor, err);
        if (status != FY_OK)
            return status;
        met->stored = met->visitor.learned.count > 0;
        met->stored_order = met->visitor.order;
        met->in_bucket = *bucket;
        *bucket = met;
        *recommend->end = met;
        recommend->end = &met->next;
    }
    *ret_met = met;
    return FY_OK;
}

uint32_t recommend_slot_of(const struct recommend *recommend, const struct visitor *visitor)
{
    return visitor->learned.count == 0
               ? ENGINE_NONE
               : learned_find(recommend->learned, visitor->slot, &visitor->order);
}

/* The session's row as it is now, under its newest order, if the index still has the session. */
static enum fy_status put_session(struct recommend *recommend,
    struct met *met,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    const struct visitor *visitor = &met->visitor;
    bool held = recommend_slot_of(recommend, visitor) != ENGINE_NONE;
    enum fy_status status;

    if (!met->grown)
        return FY_OK;
    met->grown = false;
    if (met->stored) {
        rows_delete_session(rows, visitor->owner, &met->stored_order);
        recommend->session_rows--;
        met->replaced = true; /* Once a slice: the next session has no row yet. */
        met->replaced_order = met->stored_order;
    }
    met->stored = held;
    if (!held)
        return FY_OK;
    met->stored_order = visitor->order;
    recommend->session_rows++;
    status = recommend_note_row(recommend, &met->put, &visitor->order, err);
    if (status != FY_OK)
        return status;
    return rows_save_session(rows, visitor->owner, &visitor->order, &visitor->learned, arena, err);
}

/* A view that was not read before: the visitor's session grows, and the index with it if it may. */
static enum fy_status view(struct recommend *recommend,
    struct met *met,
    const struct activity *activity,
    const struct engine_order *written,
    struct fy_store_batch *rows,
    struct fy_err *err)
{
    struct visitor *visitor = &met->visitor;
    struct fy_slice sku = fy_arena_copy(&recommend->slice, activity->item_viewed->sku);
    enum fy_status status;

    if (sku.data == NULL)
        return fy_fail(err, FY_FATAL, "the items of a slice do not fit its arena");
    met->changed = true;
    if (visitor_ends(visitor, activity->learn, written->ms)) {
        fy_arena_clear(&recommend->list);
        status = put_session(recommend, met, rows, &recommend->list, err);
        if (status != FY_OK)
            return status;
        met->stored = false;
    }

    /* What the index no longer holds, having held newer ones instead, comes back whole. */
    visitor->slot = recommend_slot_of(recommend, visitor);
    if (visitor->slot == ENGINE_NONE)
        met->stored = false;
    visitor_view(visitor, sku, activity->learn, written);
    if (!activity->learn)
        return FY_OK;
    met->grown = true;
    if (visitor->owner == ENGINE_NONE) {
        visitor->owner = rows_next_owner(&recommend->seen, written->partition);
        rows_save_owner(rows, visitor->owner, met->name);
    }
    return learned_put(recommend->learned, visitor->slot, visitor->owner, &visitor->order,
        visitor->learned.skus, visitor->learned.count, &visitor->slot, err);
}

static enum fy_status check(
    const struct fy_record *record, const struct activity *activity, struct fy_err *err)
{
    if (!fy_slice_equal(record->key, activity->visitor))
        return fy_fail(err, FY_REJECT, "visitor: not the record's key");
    if (activity->visitor.size == 0 || activity->visitor.size > ROWS_TEXT_MAX)
        return fy_fail(
            err, FY_REJECT, "visitor: %zu bytes, 1 to %d", activity->visitor.size, ROWS_TEXT_MAX);
    if (activity->session.size > ROWS_TEXT_MAX)
        return fy_fail(err, FY_REJECT, "session: %zu bytes, at most %d", activity->session.size,
            ROWS_TEXT_MAX);
    if (activity->item_viewed != NULL &&
        (activity->item_viewed->sku.size == 0 || activity->item_viewed->sku.size > ROWS_TEXT_MAX))
        return fy_fail(err, FY_REJECT, "item_viewed.sku: %zu bytes, 1 to %d",
            activity->item_viewed->sku.size, ROWS_TEXT_MAX);
    return FY_OK;
}

/* True unless the client's number says that this view was read before. */
static bool is_new(
    struct recommend *recommend, struct visitor *visitor, const struct activity *activity)
{
    struct fy_slice session = activity->session;

    if (session.data == NULL || !activity->has_n)
        return true;
    for (size_t i = 0; i < visitor->seen_count; i++) {
        if (fy_slice_equal(visitor->seen[i].session, session))
            return visitor_first_read(visitor, visitor->seen[i].session, activity->n);
    }
    /* It is kept, so it needs bytes that stay. Not having them is told by the next that is copied.
     */
    session = fy_arena_copy(&recommend->slice, session);
    return session.data == NULL || visitor_first_read(visitor, session, activity->n);
}

/*
 * A list was seen, or something of it chosen: counted by variant, and what was seen is known
 * better.
 */
static enum fy_status told(struct recommend *recommend,
    struct met *met,
    const struct activity *activity,
    struct fy_store_batch *rows,
    struct fy_err *err)
{
    struct rows_told *told = &recommend->seen.told[fy_variant_of(met->name)];
    const struct recommendation_shown *shown = activity->recommendation_shown;
    enum fy_status status = FY_OK;

    met->changed = true; /* Whose number was read is in its row. */
    if (!activity->learn)
        return FY_OK;
    if (shown == NULL) {
        told->chosen++;
        return FY_OK;
    }
    told->seen += (int64_t)shown->skus.count;
    for (size_t i = 0; i < shown->skus.count && status != FY_FATAL; i++)
        status = offers_shown(recommend->offers, shown->skus.items[i], rows, err);
    recommend->fresh.stale = true;
    return status == FY_REJECT ? FY_OK : status; /* A SKU that cannot be one is none of ours. */
}

static enum fy_status apply_activity(struct recommend *recommend,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct engine_order written = {record->append_ms, record->partition, record->offset};
    struct activity activity;
    struct met *met = NULL;
    enum fy_status status;

    if (record->offset <= recommend->seen.offsets[record->partition])
        return FY_OK; /* Our rows include it. */
    status = activity_decode(record->value, arena, &activity, err);
    if (status == FY_OK)
        status = check(record, &activity, err);
    if (status == FY_OK)
        status = recommend_meet(recommend, activity.visitor, &met, err);
    if (status != FY_OK)
        return status;

    met->newest = (struct fy_place){FY_TOPIC_ACTIVITY, record->partition, record->offset};
    met->newest_ms = record->append_ms;
    met->forgotten = activity.visitor_forgotten != NULL;
    if (met->forgotten) {
        status =
            recommend_forget(recommend, met, activity.visitor_forgotten->forgotten_ms, rows, err);
    } else if (activity.item_viewed != NULL || activity.recommendation_shown != NULL ||
               activity.recommendation_clicked != NULL) {
        if (!is_new(recommend, &met->visitor, &activity))
            fy_metric_add(&repeats, 1);
        else if (activity.item_viewed != NULL)
            status = view(recommend, met, &activity, &written, rows, err);
        else
            status = told(recommend, met, &activity, rows, err);
    }
    if (status != FY_OK)
        return status;
    recommend->seen.offsets[record->partition] = record->offset;
    recommend->seen.ms[record->partition] = record->append_ms;
    if (record->partition >= recommend->seen.partitions)
        recommend->seen.partitions = record->partition + 1;
    recommend->popular.stale = recommend->fresh.stale = true;
    fy_metric_add(&events, 1);
    return FY_OK;
}

static enum fy_status apply_product(struct recommend *recommend,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct engine_order written = {record->append_ms, record->partition, record->offset};
    struct product product = {.has_withdrawn_ms = true};
    enum fy_status status = FY_OK;

    if (record->value.data != NULL)
        status = product_decode(record->value, arena, &product, err);
    recommend->fresh.stale = true;
    return status != FY_OK ? status
                           : offers_product(recommend->offers, record->key,
                                 !product.has_withdrawn_ms, &written, rows, err);
}

static enum fy_status apply_level(struct recommend *recommend,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct stock_level level = {0};
    enum fy_status status = FY_OK;

    if (record->value.data != NULL)
        status = stock_level_decode(record->value, arena, &level, err);
    recommend->fresh.stale = true;
    return status != FY_OK
               ? status
               : offers_level(recommend->offers, record->key, level.available_units > 0, rows, err);
}

static enum fy_status apply_collection(struct recommend *recommend,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct rows_seen *seen = &recommend->seen;
    enum fy_status status = collections_apply(recommend->collections, record, rows, arena, err);

    if (status == FY_FATAL)
        return status;
    seen->collections[record->partition] =
        record->offset; /* One that cannot be read was seen too. */
    if (record->partition >= seen->collection_partitions)
        seen->collection_partitions = record->partition + 1;
    return status;
}

enum fy_status recommend_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct recommend *recommend = context;

    if (record->partition < 0 || record->partition >= FY_PARTITIONS_MAX)
        return fy_fail(err, FY_REJECT, "partition %d, at most %d", (int)record->partition,
            FY_PARTITIONS_MAX - 1);
    recommend->touched = true;
    switch (record->topic) {
    case FY_TOPIC_ACTIVITY:
        return apply_activity(recommend, record, rows, arena, err);
    case FY_TOPIC_PRODUCTS:
        return apply_product(recommend, record, rows, arena, err);
    case FY_TOPIC_STOCK_LEVELS:
        return apply_level(recommend, record, rows, arena, err);
    case FY_TOPIC_COLLECTIONS:
        return apply_collection(recommend, record, rows, arena, err);
    default:
        return fy_fail(err, FY_REJECT, "nothing is made of topic %d", (int)record->topic);
    }
}

/* --- The end of a slice -------------------------------------------------------------------------
 */

/* Does this slice delete that row already? */
static bool is_replaced(const struct recommend *recommend, const struct engine_order *order)
{
    for (const struct met *met = recommend->first; met != NULL; met = met->next) {
        if (met->replaced && engine_order_compare(&met->replaced_order, order) == 0)
            return true;
    }
    return recommend_noted_row(recommend->deleted, order);
}

/* Rows of sessions that the index let go of, to make room: the oldest there are. */
static enum fy_status delete_gone(
    struct recommend *recommend, struct fy_store_batch *rows, struct fy_err *err)
{
    static struct rows_session sessions_of[GONE_MAX];
    size_t kept = learned_sessions(recommend->learned);
    size_t gone = recommend->session_rows > kept ? recommend->session_rows - kept : 0;
    size_t found = 0;
    enum fy_status status = FY_OK;

    if (gone > 0)
        status = rows_oldest_sessions(
            recommend->store, sessions_of, gone < GONE_MAX ? gone : GONE_MAX, &found, err);
    for (size_t i = 0; i < found && status == FY_OK; i++) {
        if (is_replaced(recommend, &sessions_of[i].order))
            continue;
        rows_delete_session(rows, sessions_of[i].owner, &sessions_of[i].order);
        recommend->session_rows--;
    }
    return status;
}

static enum fy_status put_rows(
    struct recommend *recommend, struct fy_store_batch *rows, struct fy_err *err)
{
    enum fy_status status;

    for (struct met *met = recommend->first; met != NULL; met = met->next) {
        if (!met->changed)
            continue;
        fy_arena_clear(&recommend->list);
        status = rows_save_visitor(rows, met->name, &met->visitor, &recommend->list, err);
        if (status == FY_OK)
            status = put_session(recommend, met, rows, &recommend->list, err);
        if (status != FY_OK)
            return status;
    }
    status = delete_gone(recommend, rows, err);
    if (status != FY_OK)
        return status;
    fy_arena_clear(&recommend->list);
    return rows_save_seen(rows, recommend->sessions_max, &recommend->seen, &recommend->list, err);
}

/*
 * Sessions that nobody can go on with are packed. Not while we read up: a partition may be far
 * behind the others, and what ends must be older than what comes.
 */
static void end_sessions(struct recommend *recommend)
{
    struct rows_seen *seen = &recommend->seen;
    int64_t least = INT64_MAX;

    for (int i = 0; i < seen->partitions; i++) {
        if (seen->offsets[i] >= 0 && seen->ms[i] < least)
            least = seen->ms[i];
    }
    if (!recommend->paid || least == INT64_MAX)
        return;
    if (least - VISITOR_GAP_MS > seen->ended_ms)
        seen->ended_ms = least - VISITOR_GAP_MS;
    learned_end(recommend->learned, seen->ended_ms);
}

/*
 * Lists first, rows after: a crash between the two sends the same lists again. The other order
 * could leave a visitor without a list that includes what our positions say was read.
 */
enum fy_status recommend_settle(
    void *context, struct fy_store_batch *rows, struct fy_arena *arena, struct fy_err *err)
{
    struct recommend *recommend = context;
    long long count = 0;
    enum fy_status status;

    (void)arena;
    if (!recommend->touched)
        return FY_OK;
    status = recommend_send_lists(recommend, &count, err);
    if (status == FY_OK)
        status = put_rows(recommend, rows, err);
    if (status != FY_OK)
        return status;
    recommend_note_due(recommend, rows);
    end_sessions(recommend);
    recommend_forget_slice(recommend);
    tell_variants(recommend);
    fy_metric_add(&lists_sent, count);
    fy_metric_set(&sessions, learned_sessions(recommend->learned));
    fy_metric_set(&items, learned_items(recommend->learned));
    return FY_OK;
}
