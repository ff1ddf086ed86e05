#include "api/views.h"
#include "api/bought.h"
#include "api/cards.h"
#include "api/cart_views.h"
#include "api/collected.h"
#include "api/exposure.h"
#include "api/kept_lists.h"
#include "api/newer_list.h"
#include "api/order_views.h"
#include "api/people_views.h"
#include "api/stock_views.h"
#include "lib/feed_rows.h"
#include "lib/person_keys.h"
#include "lib/sessions.h"

#include <assert.h>
#include <string.h>

const enum fy_topic views_topics[] = {
    FY_TOPIC_PRODUCTS,
    FY_TOPIC_STOCK_LEVELS,
    FY_TOPIC_COLLECTIONS,
    FY_TOPIC_HISTORIES,
    FY_TOPIC_RECOMMENDATIONS,
    FY_TOPIC_EXPOSURE,
    FY_TOPIC_FEEDS,
    FY_TOPIC_STOCK,
    FY_TOPIC_USERS,
    FY_TOPIC_PERSON_KEYS,
    FY_TOPIC_SESSIONS,
    FY_TOPIC_ORDER_STATUS,
    FY_TOPIC_ORDERS,
    FY_TOPIC_CART,
};
const int views_topic_count = sizeof(views_topics) / sizeof(views_topics[0]);

/* --- Topics in ---------------------------------------------------------------------------------
 */

static bool view_of(enum fy_topic topic, enum api_view *ret_view)
{
    switch (topic) {
    case FY_TOPIC_PRODUCTS:
        *ret_view = VIEW_PRODUCTS;
        return true;
    case FY_TOPIC_STOCK_LEVELS:
        *ret_view = VIEW_STOCK_LEVELS;
        return true;
    case FY_TOPIC_COLLECTIONS:
        *ret_view = VIEW_COLLECTIONS;
        return true;
    case FY_TOPIC_HISTORIES:
        *ret_view = VIEW_HISTORIES;
        return true;
    case FY_TOPIC_RECOMMENDATIONS:
        *ret_view = VIEW_RECOMMENDATIONS;
        return true;
    case FY_TOPIC_USERS:
        *ret_view = VIEW_USERS;
        return true;
    default:
        return false;
    }
}

/* A value decoded by its view's schema, and the two things every view has. */
struct decoded {
    union {
        struct product product;
        struct stock_level level;
        struct collection collection;
        struct history history;
        struct recommendation recommendation;
        struct user user;
        struct order_status order;
    } as;
    struct fy_slice key;             /* As the value names it. */
    const struct position *includes; /* Its as_of; NULL for a collection. */
    size_t include_count;
};

static enum fy_status decode(enum api_view view,
    struct fy_slice value,
    struct fy_arena *arena,
    struct decoded *ret,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    *ret = (struct decoded){0};
    switch (view) {
    case VIEW_PRODUCTS:
        status = product_decode(value, arena, &ret->as.product, err);
        ret->key = ret->as.product.sku;
        ret->includes = ret->as.product.as_of.items;
        ret->include_count = ret->as.product.as_of.count;
        break;
    case VIEW_STOCK_LEVELS:
        status = stock_level_decode(value, arena, &ret->as.level, err);
        ret->key = ret->as.level.sku;
        ret->includes = ret->as.level.as_of.items;
        ret->include_count = ret->as.level.as_of.count;
        break;
    case VIEW_COLLECTIONS:
        status = collection_decode(value, arena, &ret->as.collection, err);
        ret->key = ret->as.collection.collection;
        break;
    case VIEW_HISTORIES:
        status = history_decode(value, arena, &ret->as.history, err);
        ret->key = ret->as.history.visitor;
        ret->includes = ret->as.history.as_of.items;
        ret->include_count = ret->as.history.as_of.count;
        break;
    case VIEW_RECOMMENDATIONS:
        status = recommendation_decode(value, arena, &ret->as.recommendation, err);
        ret->key = ret->as.recommendation.visitor;
        ret->includes = ret->as.recommendation.as_of.items;
        ret->include_count = ret->as.recommendation.as_of.count;
        break;
    case VIEW_USERS:
        status = user_decode(value, arena, &ret->as.user, err);
        ret->key = ret->as.user.person;
        ret->includes = ret->as.user.as_of.items;
        ret->include_count = ret->as.user.as_of.count;
        break;
    case VIEW_ORDERS:
        status = order_status_decode(value, arena, &ret->as.order, err);
        ret->key = ret->as.order.order;
        ret->includes = ret->as.order.as_of.items;
        ret->include_count = ret->as.order.as_of.count;
        break;
    default:
        break; /* Not of one row each, or not decoded here. */
    }
    return status;
}

static void put_be(uint8_t *bytes, uint64_t number, int size)
{
    for (int i = 0; i < size; i++)
        bytes[i] = (uint8_t)(number >> (8 * (size - 1 - i)));
}

static uint64_t get_be(const uint8_t *bytes, int size)
{
    uint64_t number = 0;

    for (int i = 0; i < size; i++)
        number = number << 8 | bytes[i];
    return number;
}

/* What a record of `collections` is kept as: a fact does not say where it stands, so we do. */
static enum fy_status placed(const struct fy_record *record,
    struct fy_arena *arena,
    struct fy_slice *ret_row,
    struct fy_err *err)
{
    uint8_t *row = fy_arena_alloc(arena, VIEW_PLACE_BYTES + record->value.size);

    if (row == NULL)
        return fy_fail(
            err, FY_REJECT, "a collection of %zu bytes does not fit the arena", record->value.size);
    put_be(row, (uint32_t)record->partition, 4);
    put_be(row + 4, (uint64_t)record->offset, 8);
    memcpy(row + VIEW_PLACE_BYTES, record->value.data, record->value.size);
    *ret_row = (struct fy_slice){row, VIEW_PLACE_BYTES + record->value.size};
    return FY_OK;
}

static enum fy_status apply_feed(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    enum fy_status status = fy_feed_apply(record, VIEW_FEEDS, rows, arena, err);

    if (status == FY_OK)
        status = views_feed_of_supplier(record, rows, arena, err);
    if (status == FY_OK && views->changed != NULL)
        views->changed(views->context, VIEW_FEEDS, record->key);
    return status;
}

/* What is put of a record: it can be read, and is the key's. */
static enum fy_status row_of(enum api_view view,
    const struct fy_record *record,
    struct fy_arena *arena,
    struct fy_slice *ret_row,
    struct fy_err *err)
{
    struct decoded decoded;
    enum fy_status status = decode(view, record->value, arena, &decoded, err);

    if (status != FY_OK)
        return status;
    if (!fy_slice_equal(decoded.key, record->key))
        return fy_fail(err, FY_REJECT, "the value names another key than its record has");
    if (view == VIEW_COLLECTIONS)
        return placed(record, arena, ret_row, err);
    *ret_row = record->value;
    return FY_OK;
}

static enum fy_status apply_session(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (record->key.data != NULL)
        status = views_session_changes(views, VIEW_SESSIONS, record, rows, arena, err);
    return status == FY_OK ? fy_sessions_apply(record, VIEW_SESSIONS, rows, arena, err) : status;
}

static enum fy_status apply_person_key(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    if (views->person_keys == NULL)
        return fy_person_keys_rows(record, VIEW_PERSON_KEYS, rows, arena, err);
    return fy_person_keys_apply(views->person_keys, record, rows, arena, err);
}

/* Who hears of a row before it is visible; `row` is absent where it goes. */
static void tell_changed(
    struct views *views, enum api_view view, struct fy_slice key, struct fy_slice row)
{
    if (views->kept_lists != NULL && view == VIEW_RECOMMENDATIONS)
        kept_lists_put(views->kept_lists, key, row);
    if (views->cards != NULL && view == VIEW_RECOMMENDATIONS)
        cards_list_changed(views->cards, key);
    if (views->cards != NULL && view == VIEW_COLLECTIONS)
        cards_collection_changed(views->cards, key);
    if (views->cards != NULL && (view == VIEW_PRODUCTS || view == VIEW_STOCK_LEVELS))
        cards_changed(views->cards, key);
    if (views->changed != NULL)
        views->changed(views->context, view, key);
}

/* One row of one view, under the record's key. */
static enum fy_status apply_row(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fy_slice row = record->value;
    enum api_view view;
    bool older = false;
    enum fy_status status = FY_OK;

    if (!view_of(record->topic, &view))
        return fy_fail(err, FY_REJECT, "no view is made of topic %d", (int)record->topic);
    if (record->key.data == NULL || record->key.size == 0)
        return fy_fail(err, FY_REJECT, "a record without a key");

    if (record->value.data != NULL) {
        status = row_of(view, record, arena, &row, err);
        if (status != FY_OK)
            return status;
    }
    if (view == VIEW_RECOMMENDATIONS) {
        status = newer_list_look(views, record, arena, &older, err);
        if (status != FY_OK || older)
            return status;
    }
    if (view == VIEW_USERS)
        status = views_person_changes(views, record, rows, arena, err);
    else if (view == VIEW_COLLECTIONS)
        status = collected_changes(views, record->key, row, rows, arena, err);
    if (status != FY_OK)
        return status;
    if (record->value.data == NULL)
        fy_store_batch_delete(rows, view, record->key);
    else
        fy_store_batch_put(rows, view, record->key, row);
    tell_changed(views, view, record->key, row);
    return FY_OK;
}

static enum fy_status apply_order(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    enum fy_status status = order_views_status(views, record, rows, arena, err);

    return status == FY_OK ? bought_apply(views, record, rows, arena, err) : status;
}

enum fy_status views_apply(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    switch (record->topic) {
    case FY_TOPIC_FEEDS:
        return apply_feed(views, record, rows, arena, err);
    case FY_TOPIC_SESSIONS:
        return apply_session(views, record, rows, arena, err);
    case FY_TOPIC_STOCK:
        return views_stock_event(views, record, rows, arena, err);
    case FY_TOPIC_EXPOSURE:
        return exposure_apply(record, rows, arena, err);
    case FY_TOPIC_ORDER_STATUS:
        return apply_order(views, record, rows, arena, err);
    case FY_TOPIC_ORDERS:
        return order_views_event(views, record, rows, arena, err);
    case FY_TOPIC_CART:
        return cart_views_apply(views, record, rows, arena, err);
    case FY_TOPIC_PERSON_KEYS:
        return apply_person_key(views, record, rows, arena, err);
    default:
        return apply_row(views, record, rows, arena, err);
    }
}

/* --- Rows out ----------------------------------------------------------------------------------
 */

/* `place`, where it is not NULL, gets where a collection was read. */
static enum fy_status load(struct views *views,
    enum api_view view,
    struct fy_slice key,
    struct fy_arena *arena,
    bool *ret_known,
    struct decoded *ret,
    struct fy_place *ret_place,
    struct fy_err *err)
{
    struct fy_slice row;
    enum fy_status status =
        view == VIEW_RECOMMENDATIONS && views->kept_lists != NULL
            ? kept_lists_row(views->kept_lists, views->store, key, arena, &row, err)
            : fy_store_get(views->store, view, key, arena, &row, err);

    if (status != FY_OK)
        return status;
    *ret_known = row.data != NULL;
    if (row.data == NULL)
        return FY_OK;

    if (view == VIEW_COLLECTIONS) {
        assert(row.size >= VIEW_PLACE_BYTES);
        if (ret_place != NULL) {
            *ret_place = (struct fy_place){
                .topic = FY_TOPIC_COLLECTIONS,
                .partition = (int32_t)get_be(row.data, 4),
                .offset = (int64_t)get_be(row.data + 4, 8),
            };
        }
        row = (struct fy_slice){row.data + VIEW_PLACE_BYTES, row.size - VIEW_PLACE_BYTES};
    }
    status = decode(view, row, arena, ret, err);
    if (status != FY_OK)
        err->status = FY_FATAL; /* It could be read when it was put: the disk, or our own code. */
    return status == FY_OK ? FY_OK : FY_FATAL;
}

enum fy_status views_product(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    bool *ret_known,
    struct shown_product *ret_product,
    struct fy_err *err)
{
    struct decoded product, level;
    bool product_known = false;
    bool level_known = false;
    enum fy_status status =
        load(views, VIEW_PRODUCTS, sku, arena, &product_known, &product, NULL, err);

    /* Its row stays, so that a read can wait for the withdrawal, and a reason can name its title.
     */
    if (status == FY_OK && product_known && product.as.product.has_withdrawn_ms)
        product_known = false;
    if (status == FY_OK && product_known)
        status = load(views, VIEW_STOCK_LEVELS, sku, arena, &level_known, &level, NULL, err);
    if (status != FY_OK)
        return status;

    *ret_known = product_known;
    if (product_known) {
        *ret_product = (struct shown_product){
            .product = product.as.product,
            .available_units = level_known ? level.as.level.available_units : 0,
        };
    }
    return FY_OK;
}

enum fy_status views_level(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    bool *ret_known,
    struct stock_level *ret_level,
    struct fy_err *err)
{
    struct decoded decoded;
    enum fy_status status =
        load(views, VIEW_STOCK_LEVELS, sku, arena, ret_known, &decoded, NULL, err);

    if (status == FY_OK && *ret_known)
        *ret_level = decoded.as.level;
    return status;
}

enum fy_status views_title(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct fy_slice *ret_title,
    struct fy_err *err)
{
    struct decoded product;
    bool known = false;
    enum fy_status status = load(views, VIEW_PRODUCTS, sku, arena, &known, &product, NULL, err);

    if (status == FY_OK)
        *ret_title = known ? product.as.product.title : (struct fy_slice){.data = NULL};
    return status;
}

enum fy_status views_collection(struct views *views,
    struct fy_slice id,
    struct fy_arena *arena,
    bool *ret_known,
    struct collection *ret_collection,
    struct fy_err *err)
{
    struct decoded decoded;
    enum fy_status status =
        load(views, VIEW_COLLECTIONS, id, arena, ret_known, &decoded, NULL, err);

    if (status == FY_OK && *ret_known)
        *ret_collection = decoded.as.collection;
    return status;
}

enum fy_status views_history(struct views *views,
    struct fy_slice visitor,
    struct fy_arena *arena,
    bool *ret_known,
    struct history *ret_history,
    struct fy_err *err)
{
    struct decoded decoded;
    enum fy_status status =
        load(views, VIEW_HISTORIES, visitor, arena, ret_known, &decoded, NULL, err);

    if (status == FY_OK && *ret_known)
        *ret_history = decoded.as.history;
    return status;
}

enum fy_status views_recommendation(struct views *views,
    struct fy_slice visitor,
    struct fy_arena *arena,
    bool *ret_known,
    struct recommendation *ret_recommendation,
    struct fy_err *err)
{
    struct decoded decoded;
    enum fy_status status =
        load(views, VIEW_RECOMMENDATIONS, visitor, arena, ret_known, &decoded, NULL, err);

    if (status == FY_OK && *ret_known)
        *ret_recommendation = decoded.as.recommendation;
    return status;
}

enum fy_status views_user(struct views *views,
    struct fy_slice person,
    struct fy_arena *arena,
    bool *ret_known,
    struct user *ret_user,
    struct fy_err *err)
{
    struct decoded decoded;
    enum fy_status status = load(views, VIEW_USERS, person, arena, ret_known, &decoded, NULL, err);

    if (status == FY_OK && *ret_known)
        *ret_user = decoded.as.user;
    return status;
}

const char *views_input(enum api_view view)
{
    switch (view) {
    case VIEW_PRODUCTS:
    case VIEW_STOCK_LEVELS:
        return "supply";
    case VIEW_COLLECTIONS:
        return "collections";
    case VIEW_HISTORIES:
    case VIEW_RECOMMENDATIONS:
        return "activity";
    case VIEW_FEEDS:
        return "feeds";
    case VIEW_USERS:
        return "account-requests";
    case VIEW_ORDERS:
    case VIEW_ORDER_PLACES:
        return "order-requests";
    case VIEW_CARTS:
        return "cart";
    default:
        assert(false);
        return "";
    }
}

static enum fy_status row_includes(struct views *views,
    enum api_view view,
    struct fy_slice key,
    const struct fy_place *place,
    struct fy_arena *arena,
    bool *ret_includes,
    struct fy_err *err)
{
    struct fy_slice topic = fy_slice_of(fy_topics[place->topic].name);
    struct fy_place own = {.offset = -1};
    struct decoded decoded = {0};
    bool known = false;
    bool includes = false;
    enum fy_status status = load(views, view, key, arena, &known, &decoded, &own, err);

    if (status != FY_OK)
        return status;
    if (known && view == VIEW_COLLECTIONS)
        includes = place->topic == own.topic && place->partition == own.partition &&
                   place->offset <= own.offset;
    for (size_t i = 0; known && i < decoded.include_count; i++) {
        const struct position *position = &decoded.includes[i];

        if (fy_slice_equal(position->topic, topic) && position->partition == place->partition &&
            place->offset <= position->offset)
            includes = true;
    }
    *ret_includes = includes;
    return FY_OK;
}

static enum fy_status feed_includes(struct views *views,
    struct fy_slice feed,
    const struct fy_place *place,
    struct fy_arena *arena,
    bool *ret_includes,
    struct fy_err *err)
{
    struct fy_place head = {.offset = -1};
    enum fy_status status = FY_OK;

    if (fy_feed_is_id(feed))
        status = fy_feed_head(views->store, VIEW_FEEDS, feed, arena, &head, err);
    *ret_includes = place->partition == head.partition && place->offset <= head.offset;
    return status;
}

enum fy_status views_includes(struct views *views,
    enum api_view view,
    struct fy_slice key,
    const struct fy_place *place,
    struct fy_arena *arena,
    bool *ret_includes,
    struct fy_err *err)
{
    bool includes = false;
    enum fy_status status;

    if (view == VIEW_FEEDS)
        return feed_includes(views, key, place, arena, ret_includes, err);
    if (view == VIEW_ORDER_PLACES)
        return order_views_includes(views, place, arena, ret_includes, err);
    if (view == VIEW_CARTS)
        return cart_views_includes(views, key, place, arena, ret_includes, err);
    status = row_includes(views, view, key, place, arena, &includes, err);
    if (status == FY_OK && includes && view == VIEW_PRODUCTS)
        status = row_includes(views, VIEW_STOCK_LEVELS, key, place, arena, &includes, err);
    if (status == FY_OK)
        *ret_includes = includes;
    return status;
}
