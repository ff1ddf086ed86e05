#include "processors/recommend/recommend.h"

#include "lib/ids.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "processors/recommend/rows.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/recommendation.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    DUE_MAX = 256,  /* Of one call: some 10 ms. */
    DUE_BYTES = 20, /* partition, offset, time; as this machine has them. */
    BUCKETS = 1024, /* A slice has at most 1,000 records. */
    SLICE_BYTES_MAX =
        128 * 1024 * 1024,        /* Visitors met: 4 KB each, ten thousand in a batch of 10,000. */
    LIST_BYTES_MAX = 1024 * 1024, /* One list: 100 candidates of 2 texts. */
    FLUSH_MS =
        10000, /* Far above what an acknowledgement takes; a broker away is met by asking again. */
};

/* A visitor whom this slice has met. */
struct met {
    struct met *in_bucket; /* Next of the same bucket. */
    struct met *next;      /* In the order in which they were met. */
    struct fy_slice name;
    struct visitor visitor;
    bool changed; /* The row is to be written. */
    struct fy_place newest;
    int64_t newest_ms;
};

/* A visitor whose list was made while other partitions were still to be read. */
struct due {
    uint8_t name[FY_VISITOR_TEXT];
    size_t size;
    struct fy_place newest;
    int64_t newest_ms;
};

struct recommend {
    struct fy_store *store;
    struct fy_producer *producer;
    struct knn_index *index;
    uint32_t sessions_max;
    struct rows_seen seen;
    struct fy_arena slice; /* What was met, until it has settled. */
    struct fy_arena list;  /* One list or row at a time. */
    struct met *buckets[BUCKETS];
    struct met *first;
    struct met **end;
    uint32_t *slots; /* Of the index, put in this slice; some more than once. */
    size_t slot_count, slot_max;
    bool read_up;            /* Lists are of all that was there; none is due from now on. */
    bool paid;               /* ROWS_DUE is empty. */
    struct due due[DUE_MAX]; /* What one call of pay_due has found. */
    int due_count;
};

static struct fy_metric lists_sent =
    FY_COUNTER("fy_recommend_lists_total", "Lists sent and acknowledged.");
static struct fy_metric events =
    FY_COUNTER("fy_recommend_events_total", "Activity applied, repeats included.");
static struct fy_metric repeats =
    FY_COUNTER("fy_recommend_repeats_total", "Views that had been read before.");
static struct fy_metric sessions = FY_GAUGE("fy_recommend_sessions", "Sessions in the index.");
static struct fy_metric items = FY_GAUGE("fy_recommend_items", "Items in the index.");
static struct fy_metric list_time =
    FY_HISTOGRAM("fy_recommend_list_seconds", "Making one list, from index to bytes.");

void recommend_metrics_register(void)
{
    fy_metric_register(&lists_sent);
    fy_metric_register(&events);
    fy_metric_register(&repeats);
    fy_metric_register(&sessions);
    fy_metric_register(&items);
    fy_metric_register(&list_time);
}

/* For a metric only. */
static int64_t mono_ns(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void forget_slice(struct recommend *recommend)
{
    memset(recommend->buckets, 0, sizeof(recommend->buckets));
    recommend->first = NULL;
    recommend->end = &recommend->first;
    recommend->slot_count = 0;
    fy_arena_clear(&recommend->slice);
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
    forget_slice(recommend);
    recommend->index = knn_new(sessions_max);
    if (recommend->index == NULL) {
        recommend_free(recommend);
        return fy_fail(err, FY_FATAL, "could not make an index: no memory");
    }
    status = rows_load(store, sessions_max, recommend->index, &recommend->seen, &wiped, err);
    if (status != FY_OK) {
        recommend_free(recommend);
        return status;
    }
    if (wiped)
        fy_log(FY_LOG_WARN, "rows were made for another index: wiped, activity is read again");
    *ret_recommend = recommend;
    return FY_OK;
}

void recommend_free(struct recommend *recommend)
{
    if (recommend == NULL)
        return;
    knn_free(recommend->index);
    fy_arena_done(&recommend->slice);
    fy_arena_done(&recommend->list);
    free(recommend->slots);
    free(recommend);
}

void recommend_wiped(void *context)
{
    struct recommend *recommend = context;

    forget_slice(recommend);
    rows_seen_init(&recommend->seen);
    knn_clear(recommend->index);
    recommend->read_up = recommend->paid = false;
}

uint32_t recommend_sessions(const struct recommend *recommend)
{
    return knn_sessions(recommend->index);
}

uint32_t recommend_items(const struct recommend *recommend)
{
    return knn_items(recommend->index);
}

/* --- A record -----------------------------------------------------------------------------------
 */

/* Visitors' names are random, so any bytes of them spread well; these are at the end. */
static size_t bucket_of(struct fy_slice name)
{
    uint32_t hash = 2166136261U;

    for (size_t i = 0; i < name.size; i++)
        hash = (hash ^ name.data[i]) * 16777619U;
    return hash % BUCKETS;
}

/* The visitor as this slice has left them so far, else as the rows have them. */
static enum fy_status meet(
    struct recommend *recommend, struct fy_slice name, struct met **ret_met, struct fy_err *err)
{
    struct met **bucket = &recommend->buckets[bucket_of(name)];
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
        met->in_bucket = *bucket;
        *bucket = met;
        *recommend->end = met;
        recommend->end = &met->next;
    }
    *ret_met = met;
    return FY_OK;
}

static enum fy_status note_slot(struct recommend *recommend, uint32_t slot, struct fy_err *err)
{
    if (recommend->slot_count == recommend->slot_max) {
        size_t max = recommend->slot_max == 0 ? BUCKETS : recommend->slot_max * 2;
        uint32_t *slots = realloc(recommend->slots, max * sizeof(*slots));

        if (slots == NULL)
            return fy_fail(err, FY_FATAL, "could not note a session to write: no memory");
        recommend->slots = slots;
        recommend->slot_max = max;
    }
    recommend->slots[recommend->slot_count++] = slot;
    return FY_OK;
}

/* A view that was not read before: the visitor's session grows, and the index with it if it may. */
static enum fy_status view(struct recommend *recommend,
    struct met *met,
    const struct activity *activity,
    const struct knn_order *written,
    struct fy_err *err)
{
    struct visitor *visitor = &met->visitor;
    struct fy_slice sku = fy_arena_copy(&recommend->slice, activity->item_viewed->sku);
    enum fy_status status;

    if (sku.data == NULL)
        return fy_fail(err, FY_FATAL, "the items of a slice do not fit its arena");
    met->changed = true;

    /* What the index no longer holds, having held newer ones instead, comes back whole. */
    if (!knn_holds(recommend->index, visitor->slot, &visitor->order))
        visitor->slot = KNN_NONE;
    visitor_view(visitor, sku, activity->learn, written);
    if (!activity->learn)
        return FY_OK;
    status = knn_put(recommend->index, visitor->slot, &visitor->order, visitor->learned.skus,
        visitor->learned.count, &visitor->slot, err);
    if (status != FY_OK || visitor->slot == KNN_NONE)
        return status;
    return note_slot(recommend, visitor->slot, err);
}

static enum fy_status check(
    const struct fy_record *record, const struct activity *activity, struct fy_err *err)
{
    if (record->partition < 0 || record->partition >= FY_PARTITIONS_MAX)
        return fy_fail(err, FY_REJECT, "partition %d, at most %d", (int)record->partition,
            FY_PARTITIONS_MAX - 1);
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

enum fy_status recommend_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct recommend *recommend = context;
    struct knn_order written = {record->append_ms, record->partition, record->offset};
    struct activity activity;
    struct met *met = NULL;
    enum fy_status status;

    (void)rows;
    if (record->partition >= 0 && record->partition < FY_PARTITIONS_MAX &&
        record->offset <= recommend->seen.offsets[record->partition])
        return FY_OK; /* Our rows include it. */
    status = activity_decode(record->value, arena, &activity, err);
    if (status == FY_OK)
        status = check(record, &activity, err);
    if (status == FY_OK)
        status = meet(recommend, activity.visitor, &met, err);
    if (status != FY_OK)
        return status;

    met->newest = (struct fy_place){FY_TOPIC_ACTIVITY, record->partition, record->offset};
    met->newest_ms = record->append_ms;
    if (activity.item_viewed != NULL) {
        if (is_new(recommend, &met->visitor, &activity))
            status = view(recommend, met, &activity, &written, err);
        else
            fy_metric_add(&repeats, 1);
    }
    if (status != FY_OK)
        return status;
    recommend->seen.offsets[record->partition] = record->offset;
    if (record->partition >= recommend->seen.partitions)
        recommend->seen.partitions = record->partition + 1;
    fy_metric_add(&events, 1);
    return FY_OK;
}

/* --- The end of a slice -------------------------------------------------------------------------
 */

static struct position position_of(int32_t partition, int64_t offset)
{
    return (struct position){fy_slice_of(fy_topics[FY_TOPIC_ACTIVITY].name), partition, offset};
}

static size_t find_items(struct recommend *recommend,
    const struct visitor *visitor,
    struct recommended_item ret_items[KNN_LIST])
{
    struct knn_candidate list[KNN_LIST];
    struct fy_slice views[KNN_VIEWS];
    bool held = knn_holds(recommend->index, visitor->slot, &visitor->order);
    size_t count = 0;

    while (count < KNN_VIEWS && count < visitor->viewed.count) {
        views[count] = visitor->viewed.skus[visitor->viewed.count - 1 - count];
        count++;
    }
    count = knn_query(recommend->index, held ? visitor->slot : KNN_NONE, views, count, list);
    for (size_t i = 0; i < count; i++)
        ret_items[i] = (struct recommended_item){list[i].sku, list[i].score, list[i].because};
    return count;
}

static enum fy_status encode_list(struct recommend *recommend,
    const struct met *met,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    const struct visitor *visitor = &met->visitor;
    struct recommended_item found[KNN_LIST];
    struct position as_of = position_of(met->newest.partition, met->newest.offset);
    struct position seen[FY_PARTITIONS_MAX];
    struct fy_slice parts[] = {
        fy_slice_of("recommendation"), met->name, fy_place_text(&recommend->list, &met->newest)};
    char list_id[FY_UUID_TEXT + 1];
    struct recommendation value = {
        .visitor = met->name,
        .as_of = {&as_of, 1},
        .updated_ms = met->newest_ms,
        .index_seen = {seen, 0},
        .items = {found, find_items(recommend, visitor, found)},
    };

    if (parts[2].data == NULL)
        return fy_fail(err, FY_FATAL, "the name of a list does not fit its arena");
    fy_uuid_derive(parts, 3, list_id);
    value.list_id = (struct fy_slice){(const uint8_t *)list_id, FY_UUID_TEXT};
    if (visitor->viewed.count > 0)
        value.current_sku = visitor->viewed.skus[visitor->viewed.count - 1];
    for (int partition = 0; partition < recommend->seen.partitions; partition++) {
        if (recommend->seen.offsets[partition] >= 0)
            seen[value.index_seen.count++] =
                position_of(partition, recommend->seen.offsets[partition]);
    }
    return recommendation_encode(&value, &recommend->list, ret_bytes, err);
}

/* A full queue is emptied by waiting for what is in it: we have nothing better to do. */
static enum fy_status send(
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
    if (status == FY_REJECT)
        return fy_fail(
            err, FY_FATAL, "could not send a list of %zu bytes to an empty queue", value.size);
    return status;
}

static enum fy_status send_lists(
    struct recommend *recommend, long long *ret_count, struct fy_err *err)
{
    long long count = 0;

    *ret_count = 0;
    if (recommend->producer == NULL)
        return FY_OK;
    for (const struct met *met = recommend->first; met != NULL; met = met->next) {
        int64_t began_ns = mono_ns();
        struct fy_slice bytes;
        enum fy_status status;

        fy_arena_clear(&recommend->list);
        status = encode_list(recommend, met, &bytes, err);
        if (status != FY_OK)
            return status;
        fy_metric_observe_us(&list_time, (mono_ns() - began_ns) / 1000);
        status = send(recommend, met->name, bytes, err);
        if (status != FY_OK)
            return status;
        count++;
    }
    *ret_count = count;
    return fy_producer_flush(recommend->producer, FLUSH_MS, err);
}

static int slot_compare(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;

    return x < y ? -1 : x > y;
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
        if (status != FY_OK)
            return status;
    }
    if (recommend->slot_count > 0)
        qsort(recommend->slots, recommend->slot_count, sizeof(*recommend->slots), slot_compare);
    for (size_t i = 0; i < recommend->slot_count; i++) {
        if (i > 0 && recommend->slots[i] == recommend->slots[i - 1])
            continue;
        fy_arena_clear(&recommend->list);
        status =
            rows_save_session(rows, recommend->index, recommend->slots[i], &recommend->list, err);
        if (status != FY_OK)
            return status;
    }
    return rows_save_seen(rows, recommend->sessions_max, &recommend->seen, &recommend->list, err);
}

/*
 * Lists first, rows after: a crash between the two sends the same lists again. The other order
 * could leave a visitor without a list that includes what our positions say was read.
 */
/* --- Lists that are due once more ---------------------------------------------------------------
 */

/*
 * A list made while we read up knows of the partitions read so far only, and its visitor may not
 * come back for days. So whoever is met on the way is noted, and noted off when met later on.
 */
static void note_due(struct recommend *recommend, struct fy_store_batch *rows)
{
    if (recommend->paid)
        return;
    for (const struct met *met = recommend->first; met != NULL; met = met->next) {
        uint8_t bytes[DUE_BYTES];

        memcpy(bytes, &met->newest.partition, 4);
        memcpy(bytes + 4, &met->newest.offset, 8);
        memcpy(bytes + 12, &met->newest_ms, 8);
        if (recommend->read_up)
            fy_store_batch_delete(rows, ROWS_DUE, met->name);
        else
            fy_store_batch_put(rows, ROWS_DUE, met->name, (struct fy_slice){bytes, sizeof(bytes)});
    }
}

static bool take_due(struct fy_slice key, struct fy_slice value, void *context)
{
    struct recommend *recommend = context;
    struct due *due = &recommend->due[recommend->due_count];

    if (key.size > sizeof(due->name) || value.size != DUE_BYTES)
        return true; /* None of ours. */
    memcpy(due->name, key.data, key.size);
    due->size = key.size;
    due->newest.topic = FY_TOPIC_ACTIVITY;
    memcpy(&due->newest.partition, value.data, 4);
    memcpy(&due->newest.offset, value.data + 4, 8);
    memcpy(&due->newest_ms, value.data + 12, 8);
    return ++recommend->due_count < DUE_MAX;
}

static enum fy_status note_paid(struct recommend *recommend, struct fy_err *err)
{
    struct fy_store_batch *rows = fy_store_batch_new(recommend->store);
    enum fy_status status;

    for (int i = 0; i < recommend->due_count; i++)
        fy_store_batch_delete(
            rows, ROWS_DUE, (struct fy_slice){recommend->due[i].name, recommend->due[i].size});
    status = fy_store_batch_write(rows, err);
    fy_store_batch_free(rows);
    return status;
}

enum fy_status recommend_pay_due(struct recommend *recommend, bool *ret_paid, struct fy_err *err)
{
    enum fy_status status = FY_OK;
    long long count = 0;

    recommend->read_up = true;
    *ret_paid = recommend->paid;
    if (recommend->paid || recommend->first != NULL)
        return FY_OK;
    recommend->due_count = 0;
    status =
        fy_store_scan(recommend->store, ROWS_DUE, (struct fy_slice){0}, take_due, recommend, err);
    for (int i = 0; i < recommend->due_count && status == FY_OK; i++) {
        const struct due *due = &recommend->due[i];
        struct met *met = NULL;

        status = meet(recommend, (struct fy_slice){due->name, due->size}, &met, err);
        if (status == FY_OK) {
            met->newest = due->newest;
            met->newest_ms = due->newest_ms;
        }
    }
    if (status == FY_OK && recommend->due_count > 0)
        status = send_lists(recommend, &count, err);
    forget_slice(recommend);
    if (status == FY_ABORT)
        return FY_OK; /* Not acknowledged: they are still due. */
    if (status == FY_OK)
        status = note_paid(recommend, err);
    if (status != FY_OK)
        return status;
    fy_metric_add(&lists_sent, count);
    recommend->paid = *ret_paid = recommend->due_count < DUE_MAX;
    return FY_OK;
}

enum fy_status recommend_settle(
    void *context, struct fy_store_batch *rows, struct fy_arena *arena, struct fy_err *err)
{
    struct recommend *recommend = context;
    long long count = 0;
    enum fy_status status;

    (void)arena;
    if (recommend->first == NULL)
        return FY_OK;
    status = send_lists(recommend, &count, err);
    if (status == FY_OK)
        status = put_rows(recommend, rows, err);
    if (status != FY_OK)
        return status;
    note_due(recommend, rows);
    forget_slice(recommend);
    fy_metric_add(&lists_sent, count);
    fy_metric_set(&sessions, knn_sessions(recommend->index));
    fy_metric_set(&items, knn_items(recommend->index));
    return FY_OK;
}
