/*
 * interested.c - the 1,000 visitors who are interested most in a product: how many and how much for
 * its supplier, who they are for an operator's campaign.
 *
 * Suppliers learn nobody's id, and no number below SMALL: who knows one customer shall not see them
 * in a count. nginx comes here when `api` has looked at who asks (api/interested.c).
 */
#include "lib/http.h"
#include "lib/json_out.h"
#include "lib/metrics.h"
#include "lib/mono.h"
#include "processors/recommend/recommend_core.h"

enum {
    ASKED = 1000,
    SMALL = 5,
    BANDS = 5,
};

/* From so much on, in parts of a million. */
static const uint32_t bands[BANDS] = {100000, 30000, 10000, 3000, 1};

static struct fy_metric asked_time =
    FY_HISTOGRAM("fy_recommend_interested_seconds", "Finding who is interested in a product.");

#define ROUTE_RECOMMEND(...) FY_ROUTE_DECLARE(recommend, __VA_ARGS__)
#include "lib/routes.h"

const struct fy_route recommend_routes[] = {
#define ROUTE_RECOMMEND(...) FY_ROUTE(recommend, __VA_ARGS__)
#include "lib/routes.h"
};
const int recommend_route_count = sizeof(recommend_routes) / sizeof(recommend_routes[0]);

void recommend_interested_metrics_register(void)
{
    fy_metric_register(&asked_time);
}

static size_t find(struct recommend *recommend,
    struct fy_slice sku,
    struct engine_interest list[ASKED],
    size_t *ret_interested)
{
    int64_t began_us = fy_mono_us();
    size_t count = learned_interested(recommend->learned, sku, list, ASKED, ret_interested);

    fy_metric_observe_us(&asked_time, fy_mono_us() - began_us);
    return count;
}

/* A count that is small says only that. */
static void put_count(struct fy_json_out *out, const char *name, size_t count)
{
    fy_json_out_name(out, name);
    if (count > 0 && count < SMALL)
        fy_json_out_null(out);
    else
        fy_json_out_int(out, (int64_t)count);
}

static void begin(struct fy_json_out *out, struct fy_http_request *request)
{
    fy_json_out_init(out, fy_http_arena(request));
    fy_json_out_object(out);
    fy_json_out_member_text(out, "sku", fy_http_path_param(request, "sku"));
    fy_json_out_member_int(out, "asked", ASKED);
}

static void answer(struct fy_json_out *out, struct fy_http_request *request)
{
    struct fy_slice json;

    fy_json_out_object_end(out);
    if (fy_json_out_done(out, &json))
        fy_http_answer(request, 200, "application/json", json);
    else
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "the answer does not fit");
}

void recommend_interested(struct fy_http_request *request, void *program)
{
    static struct engine_interest list[ASKED];
    struct fy_json_out out;
    size_t interested;
    size_t count = find(program, fy_http_path_param(request, "sku"), list, &interested);
    size_t at = 0;

    begin(&out, request);
    put_count(&out, "interested", interested);
    put_count(&out, "backfill", count - interested);
    fy_json_out_name(&out, "bands");
    fy_json_out_array(&out);
    for (int i = 0; i < BANDS; i++) {
        size_t from = at;

        while (at < interested && list[at].share_ppm >= bands[i])
            at++;
        fy_json_out_object(&out);
        fy_json_out_member_int(&out, "share_ppm_from", bands[i]);
        put_count(&out, "customers", at - from);
        fy_json_out_object_end(&out);
    }
    fy_json_out_array_end(&out);
    answer(&out, request);
}

/* Whoever was forgotten a moment ago has no name any more, and is left out. */
void recommend_interested_visitors(struct fy_http_request *request, void *program)
{
    static struct engine_interest list[ASKED];
    struct recommend *recommend = program;
    struct fy_json_out out;
    struct fy_err err;
    size_t interested;
    size_t count = find(recommend, fy_http_path_param(request, "sku"), list, &interested);

    begin(&out, request);
    fy_json_out_name(&out, "visitors");
    fy_json_out_array(&out);
    for (size_t i = 0; i < count; i++) {
        struct fy_slice name = {0};

        if (rows_owner_name(recommend->store, list[i].owner, fy_http_arena(request), &name, &err) !=
            FY_OK) {
            fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "the rows cannot be read");
            return;
        }
        if (name.data == NULL)
            continue;
        fy_json_out_object(&out);
        fy_json_out_member_text(&out, "visitor", name);
        fy_json_out_member_int(&out, "share_ppm", list[i].share_ppm);
        fy_json_out_name(&out, "backfill");
        fy_json_out_bool(&out, i >= interested);
        fy_json_out_object_end(&out);
    }
    fy_json_out_array_end(&out);
    answer(&out, request);
}
