/* The gate's questions, answered from the edge's own views. */
#include "lib/gate.h"
#include "lib/log.h"
#include "lib/sessions.h"
#include "producers/accounts/view.h"
#include "producers/feeds/feed.h"
#include "producers/orders/orders.h"

#include <string.h>

/* A view that cannot be read revokes nothing here: the handler fails at it, and says so. */
static bool revoked(void *program, struct fy_http_request *request, const struct fy_caller *caller)
{
    struct producers *producers = program;
    bool ended = false;
    struct fy_err err;

    if (fy_session_ended(producers->store, SESSIONS_SPACE, caller,
            fy_reactor_now_ms(producers->reactor), fy_http_arena(request), &ended, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        return true;
    }
    return ended;
}

static enum fy_owned owns_scan(
    struct producers *producers, struct fy_http_request *request, const struct fy_caller *caller)
{
    struct fy_slice id = fy_http_path_param(request, "session");
    struct feed opened;
    struct fy_err err;
    bool known = false;

    if (!fy_feed_is_id(id) || fy_feed_get(producers->store, FEED_SPACE, FY_FEED_SCAN_OPENED, id, 0,
                                  fy_http_arena(request), &known, &opened, &err) != FY_OK)
        return FY_UNKNOWN;
    if (!known)
        return FY_UNKNOWN;
    return fy_slice_equal(opened.supplier, caller->supplier) ? FY_OWNED : FY_FOREIGN;
}

static enum fy_owned owns_session(
    struct producers *producers, struct fy_http_request *request, const struct fy_caller *caller)
{
    struct session session;
    struct fy_err err;
    bool known = false;

    if (view_session(producers->store, fy_http_path_param(request, "session"),
            fy_http_arena(request), &known, &session, &err) != FY_OK ||
        !known)
        return FY_UNKNOWN;
    return fy_slice_equal(session.person, caller->person) ? FY_OWNED : FY_FOREIGN;
}

static enum fy_owned owns(void *program,
    struct fy_http_request *request,
    const struct fy_caller *caller,
    enum fy_owner owner)
{
    struct producers *producers = program;
    struct fy_err err;
    bool owned = false;

    if (owner == FY_OWNER_SCAN)
        return owns_scan(producers, request, caller);
    if (owner == FY_OWNER_SESSION)
        return owns_session(producers, request, caller);
    if (owner == FY_OWNER_ORDER)
        return orders_owned(producers, request, caller, (struct fy_slice){0});
    if (owner == FY_OWNER_SUB_ORDER)
        return orders_owned(producers, request, caller, fy_http_path_param(request, "supplier"));
    assert(owner == FY_OWNER_SKU);
    if (!producers_ready(producers, (char[128]){0}, 128) ||
        known_skus_owned(producers->known, fy_http_path_param(request, "sku"), caller->supplier,
            fy_http_arena(request), &owned, &err) != FY_OK)
        return FY_UNKNOWN;                /* The handler says that nothing can be written now. */
    return owned ? FY_OWNED : FY_FOREIGN; /* A SKU that there is none of, too. */
}

enum fy_status producers_gate_new(struct producers *producers, struct fy_err *err)
{
    struct fy_gate_config config = {
        .routes = producers_routes,
        .route_count = producers_route_count,
        .reactor = producers->reactor,
        .revoked = revoked,
        .owns = owns,
        .program = producers,
    };

    memcpy(config.token_key, producers->token_key, sizeof(config.token_key));
    return fy_gate_new(&config, &producers->gate, err);
}
