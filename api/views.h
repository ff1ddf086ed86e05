/*
 * views.h - what the shop knows now: the rows that answers are made of.
 *
 * Shape:   one follower over products, stock-levels, collections, histories, recommendations,
 *          feeds, sessions, and `stock`, of which other rows are made. Each topic is one
 *          space of the store, key -> value as it was on the topic (framed Avro). A tombstone
 *          deletes the row. A collection is a fact and carries no as_of of its own, so its row
 *          begins with the place it was read at.
 * Errors:  views_apply gives FY_REJECT for a record that cannot be read or whose key is not the
 *          one its value names: nothing that is put can fail to be read. Else the store's
 *          FY_FATAL.
 * Memory:  what is decoded lives in the arena given.
 * Threads: the reactor's.
 */
#ifndef API_VIEWS_H
#define API_VIEWS_H

#include "lib/source.h"
#include "lib/store.h"
#include "schemas/generated/collection.h"
#include "schemas/generated/history.h"
#include "schemas/generated/product.h"
#include "schemas/generated/recommendation.h"
#include "schemas/generated/stock_level.h"
#include "schemas/generated/user.h"

/* Also the spaces of the store, so a number keeps its meaning for ever; 0 is the follower's own. */
enum api_view {
    VIEW_PRODUCTS = 1,
    VIEW_STOCK_LEVELS = 2,
    VIEW_COLLECTIONS = 3,
    VIEW_HISTORIES = 4,
    VIEW_RECOMMENDATIONS = 5,
    VIEW_FEEDS = 6,    /* Feeds and sessions of scans: many rows each, see lib/feed_rows.h. */
    VIEW_SESSIONS = 7, /* What the gate asks; lib/sessions.h. */
    VIEW_USERS = 8,
    VIEW_PERSON_KEYS = 9, /* lib/person_keys.h. */
    VIEW_MEMBERS = 10,    /* Supplier NUL person -> nothing. */
    VIEW_OF_PERSON = 11,  /* Person NUL session -> nothing. */
    VIEW_GUESTS = 12,     /* Visitor -> the guest they are. */
    VIEW_OFFERS = 13,     /* Those from here to VIEW_SUPPLIER_FEEDS: api/stock_views.h. */
    VIEW_PRICES = 14,
    VIEW_ALERTS = 15,
    VIEW_ALERT_TIMES = 16,
    VIEW_SUPPLIER_FEEDS = 17,
    VIEW_ORDERS = 21, /* This and up to VIEW_ORDER_PLACES: order_views.h. */
    VIEW_ORDERS_OF = 22,
    VIEW_SUB_ORDERS = 23,
    VIEW_OPERATOR = 24,
    VIEW_TIMELINE = 25,
    VIEW_LEDGER = 26,
    VIEW_BALANCES = 27,
    VIEW_CARTS = 28, /* cart_views.h. */
    VIEW_ORDER_PLACES = 29,
    VIEW_EXPOSURE = 30,     /* Many rows of each supplier: exposure.h. */
    VIEW_BOUGHT = 31,       /* bought.h. */
    VIEW_ORDER_COUNTS = 32, /* This and the next: order_watch.h. */
    VIEW_ORDER_DUE = 33,
    VIEW_COLLECTED = 34, /* collected.h. */
    VIEW_LAST = VIEW_COLLECTED,
};

/* What rows look like and which records make them: raise the number when either changes. */
#define VIEWS_MADE_FOR "views, 9"

enum { VIEW_KEY_BYTES_MAX = 64 }; /* SKU, collection: 64 by their schemas. Visitor: 32. */
enum { VIEW_PLACE_BYTES = 12 };   /* Before a collection: partition and offset, big-endian. */

extern const enum fy_topic views_topics[];
extern const int views_topic_count;

struct bought_owners;
struct cards;
struct fy_person_keys;
struct fresh_row;
struct kept_lists;

struct views {
    struct fy_store *store;             /* Borrowed. */
    struct fy_person_keys *person_keys; /* Borrowed; NULL: the rows alone. */
    struct cards *cards;                /* Borrowed; NULL: none is kept. So are the next two. */
    struct kept_lists *kept_lists;
    struct bought_owners *bought_owners;
    struct fresh_row *fresh; /* Of this slice, not in the store yet: people_views.c. */
    /* Told of each row that a record changes, before it is visible. May be NULL. */
    void (*changed)(void *context, enum api_view view, struct fy_slice key);
    void *context;
};

/* The follower's apply. */
enum fy_status views_apply(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* The follower's settle: the slice ends, and its rows go to the store. */
void views_settle(struct views *views);

/* A product joined with its stock level: what a customer sees of it. */
struct shown_product {
    struct product product;
    int64_t available_units; /* 0 where no level is known. */
};

/* Each writes *ret_known, and the row where it is true. A withdrawn product is not known. */
enum fy_status views_product(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    bool *ret_known,
    struct shown_product *ret_product,
    struct fy_err *err) FY_MUST_CHECK;
/*
 * What is there of a SKU, of a withdrawn one too. Its offers are for their suppliers and operators
 * only: never hand a level to an answer, take out of it what is the caller's.
 */
enum fy_status views_level(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    bool *ret_known,
    struct stock_level *ret_level,
    struct fy_err *err) FY_MUST_CHECK;
/* The title alone, of a withdrawn product too; absent where it was never listed. */
enum fy_status views_title(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct fy_slice *ret_title,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status views_collection(struct views *views,
    struct fy_slice id,
    struct fy_arena *arena,
    bool *ret_known,
    struct collection *ret_collection,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status views_history(struct views *views,
    struct fy_slice visitor,
    struct fy_arena *arena,
    bool *ret_known,
    struct history *ret_history,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status views_recommendation(struct views *views,
    struct fy_slice visitor,
    struct fy_arena *arena,
    bool *ret_known,
    struct recommendation *ret_recommendation,
    struct fy_err *err) FY_MUST_CHECK;

enum fy_status views_user(struct views *views,
    struct fy_slice person,
    struct fy_arena *arena,
    bool *ret_known,
    struct user *ret_user,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * At most `count_max` keys of a view, in order, behind `after` (absent: from the first); *ret_more
 * when others follow. The keys are the arena's.
 */
enum fy_status views_keys(struct views *views,
    enum api_view view,
    struct fy_slice after,
    int count_max,
    struct fy_arena *arena,
    const struct fy_slice **ret_keys,
    int *ret_count,
    bool *ret_more,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * The topic whose places a view's rows include, by name: what a Fy-After for it must name. We read
 * none of these but collections; a place in them is all we ever hear of.
 */
const char *views_input(enum api_view view);

/*
 * Does the row under `key` include `place`? Same topic and partition, offset at or behind it. A
 * product is shown with its level, so both rows must.
 */
enum fy_status views_includes(struct views *views,
    enum api_view view,
    struct fy_slice key,
    const struct fy_place *place,
    struct fy_arena *arena,
    bool *ret_includes,
    struct fy_err *err) FY_MUST_CHECK;

#endif
