/*
 * api.h - the program that answers what the shop knows: reads its views, parks who must wait.
 *
 * Shape:   main.c wires; each other file is one part of the API: what it says of the views (pure,
 * into a struct api_answer) and the handlers of its routes (schemas/routes.def: api_<name>).
 * Errors: the content functions fail with FY_FATAL alone (the store); a handler then answers 500
 * and ends the program, because rows that cannot be read come back only by starting anew. Threads:
 * the reactor's.
 */
#ifndef API_API_H
#define API_API_H

#include "api/answer.h"
#include "api/live.h"
#include "api/shortlist.h"
#include "api/views.h"
#include "api/waits.h"
#include "lib/caller.h"
#include "lib/follower.h"
#include "lib/ids.h"
#include "lib/jobs.h"
#include "lib/masters.h"
#include "schemas/generated/order_status.h"

struct fy_gate;
struct registry;
struct search_rows;

struct api {
    struct views views;
    struct search_rows *search; /* NULL where nobody searches: an operator's rebuild. */
    struct waits *waits;
    struct live *live;
    struct registry *registry;
    struct fy_reactor *reactor;
    struct fy_follower *follower; /* main's. */
    /* Have the views reached the present since the start? Else why not, for people. */
    bool (*ready)(void *api, char *ret_why, size_t size);
    struct fy_arena arena; /* Emptied at the begin of each answer. */
    struct fy_gate *gate;
    uint8_t visitor_key[FY_MAC_KEY_BYTES];
    struct fy_masters masters; /* Under which persons' keys lie. */
    const char *master_keys;   /* The folder of them. */
    struct fy_jobs *erasing;   /* Of keys that were deleted. */
    struct fy_jobs *exports;
    /* For a thread of exports. */
    enum fy_status (*export_source)(
        struct api *api, struct fy_source **ret_source, struct fy_err *err);
    struct minimum *minimum; /* Of exposure. */
    const char *repeatable;  /* Categories; see shortlist.h. */
    bool failed;             /* Something was fatal: main exits non-zero. */
};

enum {
    API_PRODUCTS_MAX = 200,    /* Of a page. */
    API_PRODUCTS_DEFAULT = 50, /* A screen or two. */
    API_COLLECTIONS_MAX = 200, /* Of a page. */
    API_MEMBERS_MAX = 500,     /* Of a page of one: all that it may have. */
    API_MEMBERS_DEFAULT = 100,
    API_STOCK_MAX = 200,    /* A page of products. */
    API_SUPPLIER_MAX = 200, /* Of a page of what a supplier has, of whichever kind. */
    API_SUPPLIER_DEFAULT = 50,
    API_RECOMMENDED_DEFAULT = 20, /* What the measures of quality are taken at. */
    API_WAITS_MAX = 4096,         /* As many as lib/http.h parks. */
    API_WAIT_MS_MAX = 30000,      /* Below the idle time-outs of proxies. */
};

/* The handler of each of our routes, api_<name>. */
#define ROUTE_API(...) FY_ROUTE_DECLARE(api, __VA_ARGS__)
#include "lib/routes.h"

/* --- What the parts say ------------------------------------------------------------------------
 */

/* A page of products in SKU order behind `after`; a product; 404. (catalogue.c) */
enum fy_status catalogue_page(struct views *views,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status catalogue_product(struct views *views,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * What is available of some SKUs, in the order asked; which of them nobody has listed. (levels.c)
 */
enum fy_status levels_of(struct views *views,
    const struct fy_slice *skus,
    size_t count,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* The newest `limit` prices that customers saw of a product; 404. (prices.c) */
enum fy_status prices_of(struct views *views,
    struct fy_slice sku,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * A page of what `supplier` has listed, behind `after`, those that are low alone where `low` says
 * so: a page may be shorter than its limit then. One of them; 404. What others have of it is in
 * none. (supplier.c)
 */
enum fy_status supplier_page(struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    int limit,
    bool low,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status supplier_one(struct views *views,
    struct fy_slice supplier,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Pages of its alerts and feeds, newest first, behind the `after` that a page has named; 400 where
 * that is none of ours. (supplier_news.c)
 */
enum fy_status alerts_page(struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status feeds_page(struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* How far a feed is. (feeds.c) */
struct feed_progress {
    bool closed;
    int64_t rows;
    int64_t accepted;
};
enum fy_status feeds_progress(struct views *views,
    struct fy_slice feed,
    struct fy_arena *arena,
    struct feed_progress *ret,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * A page of collections in id order. One with a page of its products, `limit` behind the first
 * `after`, in its own order or those in stock first; those that are not listed are counted; 404.
 */
enum fy_status collections_page(struct views *views,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status collections_one(struct views *views,
    struct fy_slice id,
    int after,
    int limit,
    bool in_stock_first,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * What one did as these visitors, at most MERGE_HISTORIES_MAX; nothing at all is an answer too, not
 * a 404. (history.c)
 */
enum fy_status history_of(struct views *views,
    const struct fy_slice *visitors,
    size_t count,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* What a visitor may like now, as JSON. (recommendations.c) */
enum fy_status recommendations_for(struct views *views,
    const struct shortlist_ask *ask,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;
void recommendations_metrics_register(void); /* At start. */

/*
 * A feed: its totals, and the refused rows behind row `after`, counted from 1; *ret_open while it
 * is not closed. A session of scans: totals per SKU, and the scans from number `after` on. 404, and
 * for what is not `supplier`'s, where one is given.
 * (feeds.c)
 */
enum fy_status feeds_one(struct views *views,
    struct fy_slice supplier,
    struct fy_slice feed,
    int after,
    int limit,
    struct fy_arena *arena,
    bool *ret_open,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status scans_one(struct views *views,
    struct fy_slice supplier,
    struct fy_slice session,
    int after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* --- Who asks (gate.c) ------------------------------------------------------------------------ */

/* The gate in front of `routes`. */
enum fy_status api_gate_new(struct api *api,
    const struct fy_route *routes,
    int route_count,
    const uint8_t token_key[FY_TOKEN_KEY_BYTES],
    struct fy_err *err) FY_MUST_CHECK;

/* Does whoever is signed in count no more: their token, or its session? */
bool api_caller_ended(struct api *api, struct fy_http_request *request);

/* For which supplier the caller speaks; absent: for all. */
struct fy_slice api_supplier(struct fy_http_request *request);

/* --- Pieces of JSON that they share (pieces.c) -------------------------------------------------
 */

void put_price(struct fy_json_out *out, const struct money *price); /* With its name. */
void put_money(struct fy_json_out *out, const char *name, const struct money *money);
void put_count(
    struct fy_json_out *out, const char *name, bool is_set, int64_t value); /* Or null. */
void put_texts(
    struct fy_json_out *out, const char *name, const struct fy_slice *texts, size_t count);

/* An address of ours: `id` is of the characters that a SKU has, so nothing is escaped. */
void put_link(struct fy_json_out *out,
    const char *name,
    const char *before,
    struct fy_slice id,
    const char *after);
void put_as_of(struct fy_json_out *out,
    const struct position *positions,
    size_t count); /* With its name: places as Fy-Position has them. */

void put_images(struct fy_json_out *out, const struct image *images, size_t count);

/* An open object's members: sku, title, brand, price, available_units. */
void put_product(struct fy_json_out *out, const struct shown_product *shown);

/* --- Orders (orders.c) and who they are of -----------------------------------------------------
 */

/* What is sealed under a person's key; absent: nothing, or nobody can read it any more. (people.c)
 */
enum fy_status people_unsealed(struct api *api,
    struct fy_slice person,
    const char *field,
    struct fy_slice sealed,
    struct fy_slice *ret_text,
    struct fy_err *err) FY_MUST_CHECK;

/* The caller's own page of orders, from `owners`, at most two: the person, and the visitor. */
enum fy_status orders_page(struct views *views,
    const struct fy_slice *owners,
    int count,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* What has happened to an order, the oldest first. (timeline.c) */
enum fy_status timeline_of(struct views *views,
    const struct order_status *order,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* A supplier's account: its sums, and what moved it, the newest first. (statement.c) */
enum fy_status statement_of(struct views *views,
    struct fy_slice supplier,
    struct fy_slice after,
    int limit,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* What is in the cart of these, at most MERGE_HISTORIES_MAX + 1. (cart.c) */
enum fy_status cart_of(struct views *views,
    const struct fy_slice *owners,
    size_t count,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* The visitors linked to whoever is signed in, newest first, behind the one whose cookie it is: at
 * most MERGE_HISTORIES_MAX. (history.c) */
enum fy_status history_visitors(struct api *api,
    const struct fy_caller *caller,
    struct fy_slice visitor,
    struct fy_slice *ret_visitors,
    size_t *ret_count,
    struct fy_err *err) FY_MUST_CHECK;

/* --- Reading what a visitor may have just written (reading.c) ----------------------------------
 */

/* One row that a route is about, and what the route says of it. */
struct reading {
    enum api_view view;
    struct fy_slice key; /* The request's memory. */
    enum answer_for whom;
    bool is_of_orders; /* Many orders: Fy-After waits for the place, whichever order it is of. */
    bool is_awaited;   /* live_serve: what is not there may come yet, and is no 404. */
    /* Are the query's parameters within their limits? Asked before anything waits. NULL: none. */
    bool (*check)(struct fy_http_request *request, struct api_answer *ret_answer);
    enum fy_status (*content)(struct api *api,
        struct fy_http_request *request,
        struct fy_slice key,
        struct api_answer *ret_answer,
        struct fy_err *err);
};

/*
 * Answers `request`: at once; or, with Fy-After, when the row includes that place. Waits for it as
 * long as "Prefer: wait=N" allows, else or then says 202 and Retry-After.
 */
void reading_serve(struct api *api, struct fy_http_request *request, const struct reading *reading);

/* The same for routes about many rows, which cannot wait: Fy-After is refused. */
void reading_serve_page(
    struct api *api, struct fy_http_request *request, const struct reading *reading);

/* Rows that cannot be read come back from Kafka, but only to a program that starts anew. */
void api_fail(struct api *api, const struct fy_err *err);

/* At start. */
void reading_metrics_register(void);

/* For main: waits_config's included and wake; and views' changed. `context` is the api. */
bool reading_included(
    void *context, enum api_view view, struct fy_slice key, const struct fy_place *place);
void reading_wake(void *context, void *who);
void reading_changed(void *context, enum api_view view, struct fy_slice key);

/* The visitor of the request's cookie; false when there is none of ours. */
bool reading_known_visitor(
    struct api *api, struct fy_http_request *request, struct fy_slice *ret_visitor);

/* The same; answers 401 when it returns false. */
bool reading_visitor(
    struct api *api, struct fy_http_request *request, struct fy_slice *ret_visitor);

#endif
