/*
 * reading.c - read what you wrote: answers at once, when a row includes a place, or later.
 *
 * A request that waits is known in three places: here (struct parked, in the request's own arena),
 * to waits, and to the HTTP layer, which may end it. Each end goes through exactly one of wake,
 * late and gone, and the wait is forgotten before anything is answered.
 */
#include "api/api.h"
#include "api/order_views.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "lib/reactor.h"

#include <string.h>

static struct fy_metric parked_now =
    FY_GAUGE("fy_api_waits", "Reads parked until a view catches up.");
static struct fy_metric woken_total =
    FY_COUNTER("fy_api_waits_woken_total", "Parked reads answered by the record they waited for.");
static struct fy_metric late_total =
    FY_COUNTER("fy_api_waits_late_total", "Parked reads that were answered 202 in the end.");

void reading_metrics_register(void)
{
    fy_metric_register(&parked_now);
    fy_metric_register(&woken_total);
    fy_metric_register(&late_total);
}

/* A read that waits. */
struct parked {
    struct api *api;
    struct fy_http_request *request;
    struct reading reading;
    struct fy_place place;
    struct wait *wait;
};

void api_fail(struct api *api, const struct fy_err *err)
{
    fy_log(FY_LOG_ERROR, "could not answer from the views: %s", err->text);
    api->failed = true;
    fy_reactor_stop(api->reactor);
}

static void answer_now(
    struct api *api, struct fy_http_request *request, const struct reading *reading)
{
    struct api_answer answer;
    struct fy_err err;

    fy_arena_clear(&api->arena);
    if (reading->content(api, request, reading->key, &answer, &err) != FY_OK) {
        api_fail(api, &err);
        answer_problem(&answer, FY_PROBLEM_INTERNAL, NULL, "What is known cannot be read now");
    }
    answer_send(request, &answer, reading->whom, &api->arena);
}

static void answer_not_yet(
    struct api *api, struct fy_http_request *request, const struct reading *reading)
{
    struct api_answer answer = {
        .status = 202,
        .problem = FY_PROBLEM_COUNT,
        .body = fy_slice_of("{\"included\":false,\"detail\":\"What Fy-After names is not part of "
                            "this view yet; ask again\"}"),
    };

    answer_send(request, &answer, reading->whom, &api->arena);
}

/* True when the request has been answered: too early, or with a query that breaks a limit. */
static bool refused_at_once(
    struct api *api, struct fy_http_request *request, const struct reading *reading)
{
    struct api_answer answer;
    char why[128];
    bool refused = false;

    if (!api->ready(api, why, sizeof(why))) {
        refused = true;
        answer_problem(&answer, FY_PROBLEM_NOT_READY, NULL, "%s", why);
    } else if (reading->check != NULL) {
        refused = !reading->check(request, &answer);
    }
    if (refused)
        answer_send(request, &answer, reading->whom, &api->arena);
    return refused;
}

bool reading_included(
    void *context, enum api_view view, struct fy_slice key, const struct fy_place *place)
{
    struct api *api = context;
    struct fy_err err;
    bool included = false;

    fy_arena_clear(&api->arena);
    if (views_includes(&api->views, view, key, place, &api->arena, &included, &err) != FY_OK) {
        api_fail(api, &err);
        return true; /* Nobody waits for a program that ends: the answer will say so. */
    }
    return included;
}

void reading_wake(void *context, void *who)
{
    struct parked *parked = who;

    (void)context;
    fy_metric_add(&woken_total, 1);
    fy_metric_set(&parked_now, waits_count(parked->api->waits));
    answer_now(parked->api, parked->request, &parked->reading);
}

void reading_changed(void *context, enum api_view view, struct fy_slice key)
{
    struct api *api = context;

    waits_touch(api->waits, view, key);
    live_touch(api->live, view, key);
    if (view == VIEW_STOCK_LEVELS) /* A product is shown with its level. */
        waits_touch(api->waits, VIEW_PRODUCTS, key);
    if (view == VIEW_STOCK_LEVELS || view == VIEW_COLLECTED)
        live_touch(api->live, VIEW_PRODUCTS, key);
}

static void gone(struct fy_http_request *request, void *context)
{
    struct parked *parked = context;

    (void)request;
    waits_forget(parked->api->waits, parked->wait);
    fy_metric_set(&parked_now, waits_count(parked->api->waits));
}

static void late(struct fy_http_request *request, void *context)
{
    struct parked *parked = context;

    gone(request, context);
    fy_metric_add(&late_total, 1);
    answer_not_yet(parked->api, request, &parked->reading);
}

/* A page of orders is behind a place when the place is included, whichever order it is of. */
static enum api_view view_waited_for(const struct reading *reading)
{
    return reading->is_of_orders ? VIEW_ORDER_PLACES : reading->view;
}

static struct fy_slice key_waited_for(
    const struct reading *reading, const struct fy_place *place, struct fy_arena *arena)
{
    return reading->is_of_orders ? order_place_key(place->partition, arena) : reading->key;
}

static void park(struct api *api,
    struct fy_http_request *request,
    const struct reading *reading,
    const struct fy_place *place,
    int wait_ms)
{
    struct parked *parked = fy_arena_alloc(fy_http_arena(request), sizeof(*parked));

    if (parked != NULL) {
        *parked =
            (struct parked){.api = api, .request = request, .reading = *reading, .place = *place};
        parked->wait = waits_park(api->waits, view_waited_for(reading),
            key_waited_for(reading, place, fy_http_arena(request)), place, parked);
    }
    if (parked == NULL || parked->wait == NULL) {
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "Too many reads are waiting already");
        return;
    }
    fy_metric_set(&parked_now, waits_count(api->waits));
    fy_http_on_gone(request, gone, parked);
    fy_http_deadline(request, wait_ms, late, parked);
}

void reading_serve(struct api *api, struct fy_http_request *request, const struct reading *reading)
{
    struct fy_slice after = fy_http_header(request, "Fy-After");
    const char *input = views_input(view_waited_for(reading));
    struct fy_slice key;
    struct fy_place place;
    int wait_ms;

    if (refused_at_once(api, request, reading))
        return;
    if (after.data == NULL) {
        answer_now(api, request, reading);
        return;
    }
    if (!fy_place_parse(after, &place) || strcmp(fy_topics[place.topic].name, input) != 0) {
        fy_http_problem(request, FY_PROBLEM_BAD_QUERY, "Fy-After",
            "Fy-After: must be the Fy-Position of a write to %s, as in %s-3-1234", input, input);
        return;
    }

    wait_ms = fy_http_wait_ms(request, API_WAIT_MS_MAX);
    key = key_waited_for(reading, &place, fy_http_arena(request));
    if (key.size > VIEW_KEY_BYTES_MAX ||
        reading_included(api, view_waited_for(reading), key, &place))
        answer_now(api, request, reading);
    else if (wait_ms == 0)
        answer_not_yet(api, request, reading);
    else
        park(api, request, reading, &place, wait_ms);
}

void reading_serve_page(
    struct api *api, struct fy_http_request *request, const struct reading *reading)
{
    if (refused_at_once(api, request, reading))
        return;
    if (fy_http_header(request, "Fy-After").data != NULL) {
        fy_http_problem(request, FY_PROBLEM_BAD_QUERY, "Fy-After",
            "Fy-After: this route is about many keys; ask for the one that was written");
        return;
    }
    answer_now(api, request, reading);
}

bool reading_known_visitor(
    struct api *api, struct fy_http_request *request, struct fy_slice *ret_visitor)
{
    struct fy_slice cookie = fy_http_cookie(request, "fy_visitor");

    return cookie.data != NULL && fy_visitor_check(api->visitor_key, cookie, ret_visitor);
}

bool reading_visitor(struct api *api, struct fy_http_request *request, struct fy_slice *ret_visitor)
{
    if (reading_known_visitor(api, request, ret_visitor))
        return true;
    fy_http_problem(request, FY_PROBLEM_NO_VISITOR, "Cookie",
        "Send the cookie fy_visitor as the answer to POST /v1/activity set it: what a visitor did "
        "is shown to that visitor alone");
    return false;
}
