/*
 * api - answers what the shop knows: products, collections, histories, recommendations, schemas.
 */
#include "api/api.h"
#include "api/bought.h"
#include "api/export.h"
#include "api/kept_lists.h"
#include "api/minimum.h"
#include "api/order_watch.h"

#include "api/registry.h"
#include "api/search_rows.h"
#include "lib/conf.h"
#include "lib/confine.h"
#include "lib/follower_tool.h"
#include "lib/follower_truth.h"
#include "lib/gate.h"
#include "lib/log.h"
#include "lib/person_keys.h"
#include "lib/reactor.h"
#include "lib/serve.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MIB ((size_t)1024 * 1024)

struct settings {
    const char *brokers;
    const char *listen;
    const char *data;
    const char *visitor_key_file;
    const char *master_keys;
    const char *token_key_file;
    const char *repeatable;
    int cache_mib;
    int exposure_minimum;
};

static struct settings settings;

static const struct fy_conf_item items[] = {
    {.name = "brokers", .text = &settings.brokers, .help = "Kafka, as in 127.0.0.1:9092"},
    {.name = "listen", .text = &settings.listen, .help = "where to answer HTTP"},
    {.name = "data", .text = &settings.data, .help = "folder of the views' RocksDB"},
    {.name = "master_keys",
        .text = &settings.master_keys,
        .help = "folder of master-<n>.key, 32 bytes each, mode 0400; ./fy keys --help"},
    {.name = "visitor_key_file",
        .text = &settings.visitor_key_file,
        .help = "32 bytes, shared with producers: tells our visitors' cookies from forged ones"},
    {.name = "token_key_file",
        .text = &settings.token_key_file,
        .help = "32 bytes, shared with producers: opens access tokens"},
    {.name = "repeatable",
        .text = &settings.repeatable,
        .fallback = "food,drink,garden/supplies,clothing/socks",
        .help = "categories of what is bought again and again, commas between; else what somebody "
                "bought is left out "
                "of their list"},
    {.name = "exposure_minimum",
        .fallback = "50",
        .number = &settings.exposure_minimum,
        .number_min = 0,
        .number_max = 1000000,
        .help = "times a day each supplier's products shall be seen in lists; 0: nobody is owed "
                "any"},
    {.name = "cache_mib",
        .fallback = "32",
        .number = &settings.cache_mib,
        .number_min = 8,
        .number_max = 65536,
        .help = "memory for rows, MiB"},
};

static const struct fy_route routes[] = {
#define ROUTE_API(...) FY_ROUTE(api, __VA_ARGS__)
#include "lib/routes.h"
};

static enum fy_status apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct api *api = context;

    return views_apply(&api->views, record, rows, arena, err);
}

static enum fy_status settle(
    void *context, struct fy_store_batch *rows, struct fy_arena *arena, struct fy_err *err)
{
    struct api *api = context;

    (void)rows;
    (void)arena;
    (void)err;
    views_settle(&api->views);
    return FY_OK;
}

static void search_failed(void *context, const struct fy_err *err)
{
    struct api *api = context;

    fy_log(FY_LOG_ERROR, "%s", err->text);
    api->failed = true;
    fy_reactor_stop(api->reactor);
}

/* Search first: it looks at the row as it was. */
static void changed(void *context, enum api_view view, struct fy_slice key)
{
    struct api *api = context;

    search_rows_changed(api->search, view, key);
    reading_changed(api, view, key);
}

static void applied(void *context)
{
    struct api *api = context;
    struct fy_err err;

    if (search_rows_applied(api->search, &err) != FY_OK)
        search_failed(api, &err);
    (void)waits_settle(api->waits);
    live_settle(api->live);
}

static void wiped(void *context)
{
    struct api *api = context;

    if (api->views.cards != NULL)
        cards_clear(api->views.cards);
    if (api->views.kept_lists != NULL)
        kept_lists_clear(api->views.kept_lists);
    if (api->views.bought_owners != NULL)
        bought_owners_clear(api->views.bought_owners);
    search_rows_wiped(api->search);
}

static bool ready(void *program, char *ret_why, size_t size)
{
    struct api *api = program;

    int64_t behind;

    if (fy_follower_ready(api->follower))
        return true;
    behind = fy_follower_behind(api->follower);
    if (behind < 0)
        (void)snprintf(ret_why, size, "No broker has answered yet since the start");
    else
        (void)snprintf(ret_why, size, "Still reading what has happened: %" PRId64 " to go", behind);
    return false;
}

static struct fy_follower_config following(struct api *api)
{
    return (struct fy_follower_config){
        .name = "api",
        .topics = views_topics,
        .topic_count = views_topic_count,
        .apply = apply,
        .settle = settle,
        .applied = applied,
        .wiped = wiped,
        .context = api,
        .made_for = VIEWS_MADE_FOR,
        .space_last = VIEW_LAST,
    };
}

static enum fy_status follow(struct api *api, struct fy_err *err)
{
    /* These two move with every click. */
    static const enum fy_topic moving[] = {FY_TOPIC_HISTORIES, FY_TOPIC_RECOMMENDATIONS};
    const struct fy_kafka_config kafka = {.brokers = settings.brokers, .client_id = "api"};
    const struct fy_follower_config config = following(api);
    struct fy_source *source;
    enum fy_status status =
        fy_kafka_pair_source_new(&kafka, moving, sizeof(moving) / sizeof(moving[0]), &source, err);

    if (status == FY_OK)
        status =
            fy_follower_new(&config, source, api->views.store, api->reactor, &api->follower, err);
    return status;
}

/* A source of an export's own: it reads what nobody follows. */
static enum fy_status export_source(
    struct api *api, struct fy_source **ret_source, struct fy_err *err)
{
    const struct fy_kafka_config kafka = {
        .brokers = settings.brokers, .client_id = "api-export", .fetch_wait_ms = 20};

    (void)api;
    return fy_kafka_plain_source_new(&kafka, ret_source, err);
}

static void every_second(void *context)
{
    struct api *api = context;
    int64_t now_ms = fy_reactor_now_ms(api->reactor);
    struct order_watch_counts counts;
    struct fy_err err;

    fy_arena_clear(&api->arena);
    if (order_watch_look(&api->views, now_ms, &api->arena, &counts, &err) != FY_OK)
        fy_log(FY_LOG_WARN, "orders were not counted: %s", err.text);

    if (fy_masters_look(api->master_keys, &api->masters))
        fy_person_keys_wipe(api->views.person_keys);
    fy_person_keys_tick(api->views.person_keys, now_ms);
}

static enum fy_status prepare_people(struct api *api, struct fy_err *err)
{
    enum fy_status status = fy_masters_load(settings.master_keys, &api->masters, err);

    api->master_keys = settings.master_keys;
    api->export_source = export_source;
    if (status == FY_OK)
        status = fy_jobs_new(api->reactor, 1, 1, &api->erasing, err);
    if (status == FY_OK)
        status = fy_jobs_new(api->reactor, EXPORT_THREADS, EXPORTS_MAX, &api->exports, err);
    if (status != FY_OK)
        return status;
    api->views.person_keys =
        fy_person_keys_new(api->views.store, VIEW_PERSON_KEYS, &api->masters, api->erasing);
    if (api->views.person_keys == NULL)
        return fy_fail(err, FY_FATAL, "no memory for keys of persons");
    return fy_reactor_every(api->reactor, 1000, every_second, api, err);
}

static void free_people(struct api *api)
{
    fy_jobs_free(api->exports);
    fy_jobs_free(api->erasing);
    fy_person_keys_free(api->views.person_keys);
    fy_masters_wipe(&api->masters);
}

static void stopping(void *program)
{
    live_stop(((struct api *)program)->live);
}

static enum fy_status search_start(struct api *api, struct fy_err *err)
{
    const struct search_rows_config config = {
        .views = &api->views, .reactor = api->reactor, .failed = search_failed, .context = api};

    return search_rows_new(&config, &api->search, err);
}

/* What is kept in memory of the rows. */
static enum fy_status prepare_kept(struct api *api, struct fy_err *err)
{
    api->minimum = minimum_new(settings.exposure_minimum);
    if (api->minimum == NULL)
        return fy_fail(err, FY_FATAL, "no memory for suppliers' minima");
    api->views.cards = cards_new();
    if (api->views.cards == NULL)
        return fy_fail(err, FY_FATAL, "no memory for %d cards", CARDS_MAX);
    api->views.kept_lists = kept_lists_new();
    if (api->views.kept_lists == NULL)
        return fy_fail(err, FY_FATAL, "no memory for lists of the last visitors");
    return bought_owners_new(api->views.store, &api->views.bought_owners, err);
}

static enum fy_status prepare(struct api *api, struct fy_err *err)
{
    struct waits_config waits = {
        .count_max = API_WAITS_MAX,
        .included = reading_included,
        .wake = reading_wake,
        .context = api,
    };
    const struct live_config live = {.streams_max = LIVE_STREAMS_MAX,
        .address_max = LIVE_ADDRESS_MAX,
        .event_ms = LIVE_EVENT_MS,
        .beat_ms = LIVE_BEAT_MS,
        .life_ms = LIVE_MS_MAX};
    /* A file or folder of the settings that is not among these cannot be opened. */
    const struct fy_confine confine = {
        .writes = {settings.data},
        .reads = {settings.visitor_key_file, settings.token_key_file, settings.master_keys},
        .keys = true,
    };
    uint8_t token_key[FY_TOKEN_KEY_BYTES];
    enum fy_status status = fy_confine(&confine, err);

    if (status == FY_OK)
        status = fy_ids_init(err);
    if (status == FY_OK)
        status = fy_conf_secret(settings.token_key_file, token_key, sizeof(token_key), err);
    if (status == FY_OK)
        status = fy_conf_secret(
            settings.visitor_key_file, api->visitor_key, sizeof(api->visitor_key), err);
    if (status == FY_OK)
        status = registry_new(&api->registry, err);
    if (status == FY_OK)
        status = fy_reactor_new(&api->reactor, err);
    if (status == FY_OK)
        status =
            api_gate_new(api, routes, (int)(sizeof(routes) / sizeof(routes[0])), token_key, err);
    explicit_bzero(token_key, sizeof(token_key));
    if (status == FY_OK)
        status =
            fy_store_open(settings.data, (size_t)settings.cache_mib * MIB, &api->views.store, err);
    if (status != FY_OK)
        return status;

    fy_arena_init(&api->arena, ANSWER_ARENA_BYTES_MAX);
    status = prepare_people(api, err);
    if (status != FY_OK)
        return status;
    api->ready = ready;
    api->views.changed = changed;
    api->views.context = api;
    api->repeatable = settings.repeatable;
    status = prepare_kept(api, err);
    if (status != FY_OK)
        return status;
    reading_metrics_register();
    order_watch_register();
    recommendations_metrics_register();
    api->waits = waits_new(&waits);
    if (api->waits == NULL)
        return fy_fail(err, FY_FATAL, "no memory for %d waits", API_WAITS_MAX);
    status = live_new(api, &live, &api->live, err);
    if (status == FY_OK)
        status = search_start(api, err);
    return status == FY_OK ? follow(api, err) : status;
}

/* --- What operators ask ------------------------------------------------------------------------
 */

/* Views that nobody is told of. */
static enum fy_status rebuild_begin(struct fy_store *store,
    void *context,
    struct fy_follower_config *ret_config,
    struct fy_err *err)
{
    struct api *api = context;

    (void)err;
    api->views.store = store;
    *ret_config = following(api);
    return FY_OK;
}

static void rebuild_end(const struct fy_follower_config *config)
{
    (void)config;
}

_Static_assert((int)VIEW_LAST < (int)FOLLOWER_SPACES_MAX, "rebuild and digest have room for all");

static int operate(enum follower_tool_kind kind, struct api *api)
{
    static const char *const names[VIEW_LAST + 1] = {
        [VIEW_PRODUCTS] = "products",
        [VIEW_STOCK_LEVELS] = "stock-levels",
        [VIEW_COLLECTIONS] = "collections",
        [VIEW_HISTORIES] = "histories",
        [VIEW_RECOMMENDATIONS] = "recommendations",
        [VIEW_FEEDS] = "feeds",
        [VIEW_SESSIONS] = "sessions",
        [VIEW_USERS] = "users",
        [VIEW_PERSON_KEYS] = "person-keys",
        [VIEW_MEMBERS] = "members",
        [VIEW_OF_PERSON] = "sessions of a person",
        [VIEW_GUESTS] = "guests",
        [VIEW_BOUGHT] = "bought",
        [VIEW_EXPOSURE] = "exposure",
        [VIEW_OFFERS] = "offers",
        [VIEW_PRICES] = "prices",
        [VIEW_ALERTS] = "alerts",
        [VIEW_ALERT_TIMES] = "alerts by time",
        [VIEW_SUPPLIER_FEEDS] = "feeds of a supplier",
        [VIEW_ORDERS] = "orders",
        [VIEW_ORDERS_OF] = "orders of a person",
        [VIEW_SUB_ORDERS] = "orders of a supplier",
        [VIEW_OPERATOR] = "orders for operators",
        [VIEW_TIMELINE] = "timelines",
        [VIEW_LEDGER] = "statements",
        [VIEW_BALANCES] = "balances",
        [VIEW_CARTS] = "carts",
        [VIEW_ORDER_PLACES] = "places of order-requests",
        [VIEW_ORDER_COUNTS] = "counts of orders",
        [VIEW_ORDER_DUE] = "orders by when they are late",
        [VIEW_COLLECTED] = "collections of a product",
    };
    const struct follower_program tool = {
        .name = "api",
        .space_last = VIEW_LAST,
        .space_names = names,
        .begin = rebuild_begin,
        .end = rebuild_end,
        .context = api,
    };

    return follower_tool_run(kind, &tool, settings.brokers, settings.data);
}

int main(int argc, char **argv)
{
    enum follower_tool_kind tool = FOLLOWER_TOOL_NONE;
    static struct api api;
    struct fy_serve_config serve = {
        .routes = routes,
        .route_count = sizeof(routes) / sizeof(routes[0]),
        .connections_more = LIVE_STREAMS_MAX,
        .ready = ready,
        .stopping = stopping,
        .program = &api,
    };
    struct fy_conf *conf = NULL;
    struct fy_err err;
    enum fy_status status;

    fy_log_init("api", FY_LOG_INFO);
    status = follower_tool_take(&tool, &argc, argv, &err);
    if (status == FY_OK)
        status = fy_conf_load("fy-api", "answers what the shop knows, over HTTP", items,
            sizeof(items) / sizeof(items[0]), argc, argv, &conf, &err);
    if (status == FY_OK && tool != FOLLOWER_TOOL_NONE) {
        int code = operate(tool, &api);

        fy_conf_free(conf);
        return code;
    }
    if (status == FY_OK)
        status = prepare(&api, &err);
    if (status == FY_OK) {
        serve.listen = settings.listen;
        serve.gate = api.gate;
        status = fy_serve(api.reactor, &serve, &err);
    }
    if (status == FY_OK && api.follower != NULL && fy_follower_failure(api.follower) != NULL) {
        err = *fy_follower_failure(api.follower);
        status = err.status;
    }
    if (status == FY_OK && api.failed)
        status = fy_fail(&err, FY_FATAL, "could not answer from the views");

    fy_follower_free(api.follower);
    search_rows_free(api.search);
    free_people(&api);
    cards_free(api.views.cards);
    kept_lists_free(api.views.kept_lists);
    bought_owners_free(api.views.bought_owners);
    minimum_free(api.minimum);
    fy_store_close(api.views.store);
    fy_gate_free(api.gate);
    fy_reactor_free(api.reactor);
    registry_free(api.registry);
    waits_free(api.waits);
    live_free(api.live);
    fy_arena_done(&api.arena);
    fy_conf_free(conf);
    return fy_serve_exit(status, &err);
}
