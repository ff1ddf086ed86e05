/*
 * gate.h - who may call which route: the one place where that is decided, for every program.
 *
 * Shape:   schemas/routes.def says of each route who may (roles), whose the id in its path must be
 *          (owner), and how many requests a minute one address may make (per_minute). The HTTP
 *          layer asks fy_gate_admits when a head has come: before its body, before its handler.
 *          What the gate has let in, fy_http_caller tells of.
 * Roles:   a list of names of schemas/roles.def, and of
 *            supplier   supplier_owner or supplier_staff
 *            person     whoever is signed in
 *            anyone     nobody needs to be signed in; a token that fits the rest of the list is
 *                       read all the same, another counts for none
 *            visitor    the same here: the handler looks at the visitor's cookie
 *            internal   not through nginx
 * Token:   "Authorization: Bearer TOKEN", or the cookie fy_token. With a method that changes
 *          something the cookie counts only where the browser says that our own page asks
 *          (Sec-Fetch-Site), or does not say: no other site's page can write with it.
 * Supplier: an operator acts for the one that Fy-Supplier names; whoever else sends that header
 *          must name their own.
 * Errors:  no-token (401, WWW-Authenticate), forbidden (403), not-found (404), too-many-requests
 *          (429, Retry-After). A foreign id is answered as one that there is none of.
 * Address: the peer's, or what nginx says in X-Real-IP, which it alone sets.
 * Threads: the reactor's.
 * Source:  RFC 6750, docs/decisions/0024, 0025.
 */
#ifndef FY_GATE_H
#define FY_GATE_H

#include "lib/caller.h"
#include "lib/http.h"

/* One line of schemas/owners.def each. */
enum fy_owner {
#define OWNER(symbol, name, unknown) FY_OWNER_##symbol,
#include "schemas/owners.def"
#undef OWNER
    FY_OWNER_NONE,
};

/* Unknown goes to the handler, which knows what to say of what there is not, or not yet. */
enum fy_owned { FY_OWNED, FY_FOREIGN, FY_UNKNOWN };

struct fy_gate_config {
    const struct fy_route *routes; /* The program's: the same array that its server has. */
    int route_count;
    uint8_t token_key[FY_TOKEN_KEY_BYTES];
    struct fy_reactor *reactor;

    /* Has the caller's session ended? Asked for each token that has one. NULL: none ever does. */
    bool (*revoked)(void *program, struct fy_http_request *request, const struct fy_caller *caller);

    /*
     * Whose is the id in this request's path? Asked for feed, scan, sku, session, order, and
     * sub_order, whose supplier is the path's; `supplier` and `self` the gate tells from the path.
     * May be NULL where no route has such a column. `caller` is NULL for who is not signed in, who
     * is asked about orders alone: a guest's are of the visitor whose cookie it is.
     */
    enum fy_owned (*owns)(void *program,
        struct fy_http_request *request,
        const struct fy_caller *caller,
        enum fy_owner owner);
    void *program;
};

struct fy_gate;

/* FY_FATAL: a line of routes.def has a word that means nothing. */
enum fy_status fy_gate_new(const struct fy_gate_config *config,
    struct fy_gate **ret_gate,
    struct fy_err *err) FY_MUST_CHECK;
void fy_gate_free(struct fy_gate *gate);

/* True: let it in. False: it has been answered. The HTTP layer's hook; `gate` is a struct fy_gate.
 */
bool fy_gate_admits(struct fy_http_request *request, void *gate);

/* What is said of an id that there is none of: 404, in the words of schemas/owners.def. */
void fy_gate_unknown(struct fy_http_request *request, enum fy_owner owner);

#endif
