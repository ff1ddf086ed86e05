/* The gate's questions, answered from the views. */
#include "lib/gate.h"
#include "api/api.h"
#include "api/order_views.h"
#include "lib/feed_rows.h"
#include "lib/log.h"
#include "lib/orders.h"
#include "lib/sessions.h"

#include <string.h>

/* Rows that cannot be read come back only to a program that starts anew: nobody is let in. */
static bool revoked(void *program, struct fy_http_request *request, const struct fy_caller *caller)
{
    struct api *api = program;
    bool ended = true;
    struct fy_err err;

    if (fy_session_ended(api->views.store, VIEW_SESSIONS, caller, fy_reactor_now_ms(api->reactor),
            fy_http_arena(request), &ended, &err) != FY_OK)
        fy_log(FY_LOG_ERROR, "%s", err.text);
    return ended;
}

bool api_caller_ended(struct api *api, struct fy_http_request *request)
{
    const struct fy_caller *caller = fy_http_caller(request);

    if (caller == NULL)
        return false;
    return caller->expires_ms <= fy_reactor_now_ms(api->reactor) ||
           (caller->session.data != NULL && revoked(api, request, caller));
}

static enum fy_owned owns_order(
    struct api *api, struct fy_http_request *request, const struct fy_caller *caller)
{
    struct fy_slice id = fy_http_path_param(request, "order");
    struct fy_slice visitor = {0};
    struct order_status order;
    struct fy_err err;
    bool known = false;

    if (!fy_order_is_id(id))
        return FY_FOREIGN;
    if (order_views_get(&api->views, id, fy_http_arena(request), &known, &order, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        return FY_FOREIGN;
    }
    if (!known)
        return FY_UNKNOWN;
    (void)reading_known_visitor(api, request, &visitor);
    return fy_order_is_of(&order, caller, visitor) ? FY_OWNED : FY_FOREIGN;
}

/* What is not there yet may be waited for; whose it is then, its content looks at. */
static enum fy_owned owns(void *program,
    struct fy_http_request *request,
    const struct fy_caller *caller,
    enum fy_owner owner)
{
    struct api *api = program;
    bool is_feed = owner == FY_OWNER_FEED;
    struct fy_slice id;
    struct feed opened;
    struct fy_err err;
    bool known = false;

    if (owner == FY_OWNER_ORDER)
        return owns_order(api, request, caller);
    assert(is_feed || owner == FY_OWNER_SCAN);
    id = fy_http_path_param(request, is_feed ? "feed" : "session");
    if (!fy_feed_is_id(id) ||
        fy_feed_get(api->views.store, VIEW_FEEDS, is_feed ? FY_FEED_OPENED : FY_FEED_SCAN_OPENED,
            id, 0, fy_http_arena(request), &known, &opened, &err) != FY_OK ||
        !known)
        return FY_UNKNOWN;
    return fy_slice_equal(opened.supplier, caller->supplier) ? FY_OWNED : FY_FOREIGN;
}

enum fy_status api_gate_new(struct api *api,
    const struct fy_route *routes,
    int route_count,
    const uint8_t token_key[FY_TOKEN_KEY_BYTES],
    struct fy_err *err)
{
    struct fy_gate_config config = {
        .routes = routes,
        .route_count = route_count,
        .reactor = api->reactor,
        .revoked = revoked,
        .owns = owns,
        .program = api,
    };

    memcpy(config.token_key, token_key, sizeof(config.token_key));
    return fy_gate_new(&config, &api->gate, err);
}

struct fy_slice api_supplier(struct fy_http_request *request)
{
    const struct fy_caller *caller = fy_http_caller(request);

    return caller != NULL ? caller->supplier : (struct fy_slice){0};
}
