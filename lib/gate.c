#include "lib/gate.h"
#include "lib/limits.h"
#include "lib/metrics.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    AUDIENCES_ALL = (1 << FY_AUDIENCE_COUNT) - 1,
    BUCKETS = 65536, /* A megabyte: as many addresses at once before the first is let off. */
};

/* A line of routes.def, understood. */
struct row {
    unsigned roles; /* A set of 1 << enum fy_role. */
    bool is_open;   /* Nobody needs to be signed in. */
    bool is_write;
    enum fy_owner owner;
    struct fy_limit limit; /* per_minute 0: none. */
};

struct fy_gate {
    struct fy_gate_config config;
    struct fy_limits *limits;
    struct row rows[];
};

enum reason { NO_TOKEN, FORBIDDEN, FOREIGN, TOO_MANY };

static struct fy_metric refused[] = {
    {.kind = FY_METRIC_COUNTER,
        .name = "fy_gate_refused_total",
        .labels = "reason=\"no-token\"",
        .help = "Requests that the gate did not let in."},
    {.kind = FY_METRIC_COUNTER,
        .name = "fy_gate_refused_total",
        .labels = "reason=\"forbidden\"",
        .help = "Requests that the gate did not let in."},
    {.kind = FY_METRIC_COUNTER,
        .name = "fy_gate_refused_total",
        .labels = "reason=\"foreign\"",
        .help = "Requests that the gate did not let in."},
    {.kind = FY_METRIC_COUNTER,
        .name = "fy_gate_refused_total",
        .labels = "reason=\"too-many-requests\"",
        .help = "Requests that the gate did not let in."},
};

static const struct {
    const char *name;
    const char *unknown;
} owners[] = {
#define OWNER(symbol, name, unknown) {name, unknown},
#include "schemas/owners.def"
#undef OWNER
};

/* --- The table ------------------------------------------------------------------------------- */

static bool is_word(struct fy_slice word, const char *name)
{
    return fy_slice_equal(word, fy_slice_of(name));
}

/* False: the word means nothing. */
static bool read_role(struct fy_slice word, struct row *row)
{
    enum fy_role role = fy_role_find(word);

    if (role != FY_ROLE_COUNT)
        row->roles |= 1U << role;
    else if (is_word(word, "supplier"))
        row->roles |= 1U << FY_ROLE_SUPPLIER_OWNER | 1U << FY_ROLE_SUPPLIER_STAFF;
    else if (is_word(word, "person"))
        row->roles |= ((1U << FY_ROLE_COUNT) - 1) & ~(1U << FY_ROLE_SERVICE);
    else if (is_word(word, "anyone") || is_word(word, "visitor"))
        row->is_open = true;
    else
        return is_word(word, "internal");
    return true;
}

static enum fy_status read_row(const struct fy_route *route, struct row *row, struct fy_err *err)
{
    const char *at = route->roles;
    int owner = 0;

    *row = (struct row){
        .is_write = strcmp(route->method, "GET") != 0,
        .limit = {.burst = route->per_minute, .per_minute = route->per_minute},
    };
    while (*at != '\0') {
        size_t size = strcspn(at, " ");

        if (!read_role((struct fy_slice){(const uint8_t *)at, size}, row))
            return fy_fail(err, FY_FATAL, "routes.def: \"%s\" of %s %s names no role", route->roles,
                route->method, route->pattern);
        at += size + strspn(at + size, " ");
    }
    while (owner < FY_OWNER_NONE && strcmp(route->owner, owners[owner].name) != 0)
        owner++;
    if (owner == FY_OWNER_NONE && route->owner[0] != '\0')
        return fy_fail(err, FY_FATAL, "routes.def: \"%s\" of %s %s is no owner", route->owner,
            route->method, route->pattern);
    if (route->roles[0] == '\0' || route->per_minute < 0)
        return fy_fail(err, FY_FATAL, "routes.def: %s %s says nobody may, or less than nothing",
            route->method, route->pattern);
    row->owner = (enum fy_owner)owner;
    if (row->is_open && row->owner != FY_OWNER_NONE && row->owner != FY_OWNER_ORDER)
        return fy_fail(err, FY_FATAL, "routes.def: %s %s: nobody unnamed has a %s", route->method,
            route->pattern, route->owner);
    return FY_OK;
}

enum fy_status fy_gate_new(
    const struct fy_gate_config *config, struct fy_gate **ret_gate, struct fy_err *err)
{
    size_t rows = (size_t)config->route_count;
    struct fy_gate *gate = calloc(1, sizeof(*gate) + rows * sizeof(gate->rows[0]));
    enum fy_status status = FY_OK;

    if (gate != NULL)
        gate->limits = fy_limits_new(BUCKETS);
    if (gate == NULL || gate->limits == NULL) {
        fy_gate_free(gate);
        return fy_fail(err, FY_FATAL, "no memory for the gate");
    }
    gate->config = *config;
    for (size_t i = 0; i < rows && status == FY_OK; i++)
        status = read_row(&config->routes[i], &gate->rows[i], err);
    if (status != FY_OK) {
        fy_gate_free(gate);
        return status;
    }
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
        fy_metric_register(&refused[i]);
    *ret_gate = gate;
    return FY_OK;
}

void fy_gate_free(struct fy_gate *gate)
{
    if (gate == NULL)
        return;
    fy_limits_free(gate->limits);
    explicit_bzero(gate->config.token_key, sizeof(gate->config.token_key));
    free(gate);
}

/* --- How often ------------------------------------------------------------------------------- */

static bool is_within_limit(
    struct fy_gate *gate, struct fy_http_request *request, const struct row *row)
{
    const struct fy_route *route = fy_http_route(request);
    struct fy_slice who[] = {fy_slice_of(route->name), fy_http_header(request, "X-Real-IP")};
    char peer[24], seconds[24];
    int64_t wait_ms = 0;

    if (row->limit.per_minute == 0)
        return true;
    if (who[1].data == NULL) {
        (void)snprintf(peer, sizeof(peer), "%" PRIx64, fy_http_peer(request));
        who[1] = fy_slice_of(peer);
    }
    if (fy_limits_take(
            gate->limits, who, 2, row->limit, fy_reactor_mono_ms(gate->config.reactor), &wait_ms))
        return true;
    fy_metric_add(&refused[TOO_MANY], 1);
    (void)snprintf(seconds, sizeof(seconds), "%" PRId64, (wait_ms + 999) / 1000);
    fy_http_set_header(request, "Retry-After", seconds);
    fy_http_problem(request, FY_PROBLEM_TOO_MANY, NULL,
        "at most %d a minute of one address; ask again in %s s", row->limit.per_minute, seconds);
    return false;
}

/* --- Who ------------------------------------------------------------------------------------- */

/* A page of another site may make a browser send our cookie with a form; it cannot name itself us.
 */
static bool is_of_our_pages(struct fy_http_request *request)
{
    struct fy_slice site = fy_http_header(request, "Sec-Fetch-Site");

    return site.data == NULL || is_word(site, "same-origin") || is_word(site, "none");
}

/* Absent: none was sent. One that cannot be a token has size 0. */
static struct fy_slice token_of(struct fy_http_request *request, const struct row *row)
{
    static const char scheme[] = "Bearer ";
    struct fy_slice header = fy_http_header(request, "Authorization");
    size_t size = sizeof(scheme) - 1;

    if (header.data == NULL)
        return row->is_write && !is_of_our_pages(request) ? (struct fy_slice){0}
                                                          : fy_http_cookie(request, "fy_token");
    if (header.size < size || strncasecmp((const char *)header.data, scheme, size) != 0)
        return (struct fy_slice){header.data, 0};
    return (struct fy_slice){header.data + size, header.size - size};
}

static bool open_token(struct fy_gate *gate,
    struct fy_http_request *request,
    unsigned audiences,
    struct fy_slice token,
    struct fy_caller *ret_caller)
{
    return fy_token_check(gate->config.token_key, token, audiences,
        fy_reactor_now_ms(gate->config.reactor), fy_http_arena(request), ret_caller);
}

static unsigned audiences_of(unsigned roles)
{
    unsigned audiences = 0;

    for (int role = 0; role < FY_ROLE_COUNT; role++)
        if ((roles & 1U << role) != 0)
            audiences |= 1U << fy_role_audience((enum fy_role)role);
    return audiences;
}

/*
 * The audiences of those who may call come first, and mostly last: the others are tried to tell a
 * wrong role from no token.
 */
static bool identify(struct fy_gate *gate,
    struct fy_http_request *request,
    const struct row *row,
    struct fy_slice token,
    struct fy_caller *ret_caller)
{
    unsigned audiences = audiences_of(row->roles);

    if (token.size == 0 || token.size > FY_PASETO_TOKEN_BYTES_MAX)
        return false;
    if (!open_token(gate, request, audiences, token, ret_caller) &&
        !open_token(gate, request, AUDIENCES_ALL & ~audiences, token, ret_caller))
        return false;
    return ret_caller->session.data == NULL || gate->config.revoked == NULL ||
           !gate->config.revoked(gate->config.program, request, ret_caller);
}

static bool refuse_token(struct fy_http_request *request, bool was_sent)
{
    fy_metric_add(&refused[NO_TOKEN], 1);
    fy_http_set_header(request, "WWW-Authenticate",
        was_sent ? "Bearer realm=\"fy\", error=\"invalid_token\"" : "Bearer realm=\"fy\"");
    fy_http_problem(request, FY_PROBLEM_NO_TOKEN, "Authorization", "%s",
        was_sent ? "the access token is not ours, or counts no more: refresh it, or sign in again"
                 : "this is for people who are signed in: send an access token");
    return false;
}

static bool refuse_role(struct fy_http_request *request, const struct fy_caller *caller)
{
    fy_metric_add(&refused[FORBIDDEN], 1);
    fy_http_set_header(
        request, "WWW-Authenticate", "Bearer realm=\"fy\", error=\"insufficient_scope\"");
    fy_http_problem(request, FY_PROBLEM_FORBIDDEN, NULL, "this is for \"%s\"; you are \"%s\"",
        fy_http_route(request)->roles, fy_role_name(caller->role));
    return false;
}

/* --- For whom, and whose --------------------------------------------------------------------- */

static bool take_supplier(struct fy_http_request *request, struct fy_caller *caller)
{
    struct fy_slice named = fy_http_header(request, "Fy-Supplier");

    if (named.data == NULL || fy_slice_equal(named, caller->supplier))
        return true;
    if (caller->role != FY_ROLE_OPERATOR) {
        fy_metric_add(&refused[FORBIDDEN], 1);
        fy_http_problem(request, FY_PROBLEM_FORBIDDEN, "Fy-Supplier",
            "Fy-Supplier: an operator alone acts for others");
        return false;
    }
    if (!fy_caller_is_id(named)) {
        fy_http_problem(request, FY_PROBLEM_BAD_QUERY, "Fy-Supplier",
            "Fy-Supplier: 1 to %d letters, digits and . _ - are a name", FY_CALLER_ID_BYTES_MAX);
        return false;
    }
    caller->supplier = named;
    return true;
}

static enum fy_owned owned_by(struct fy_gate *gate,
    struct fy_http_request *request,
    const struct fy_caller *caller,
    enum fy_owner owner)
{
    bool is_all = fy_caller_has_all(caller);

    switch (owner) {
    case FY_OWNER_NONE:
        return FY_OWNED;
    case FY_OWNER_SELF:
        return fy_slice_equal(fy_http_path_param(request, "person"), caller->person) ? FY_OWNED
                                                                                     : FY_FOREIGN;
    case FY_OWNER_SUPPLIER:
        return is_all || fy_slice_equal(fy_http_path_param(request, "supplier"), caller->supplier)
                   ? FY_OWNED
                   : FY_FOREIGN;
    case FY_OWNER_FEED:
    case FY_OWNER_SCAN:
    case FY_OWNER_SKU:
    case FY_OWNER_ORDER:
        if (is_all)
            return FY_OWNED;
        break;
    case FY_OWNER_SUB_ORDER:
        if (!is_all && !fy_slice_equal(fy_http_path_param(request, "supplier"), caller->supplier))
            return FY_FOREIGN;
        break;
    case FY_OWNER_SESSION:
        break;
    }
    assert(gate->config.owns != NULL);
    return gate->config.owns(gate->config.program, request, caller, owner);
}

void fy_gate_unknown(struct fy_http_request *request, enum fy_owner owner)
{
    fy_http_problem(request, FY_PROBLEM_NOT_FOUND, NULL, "%s", owners[owner].unknown);
}

/* --- The gate -------------------------------------------------------------------------------- */

static bool is_let_in(struct fy_gate *gate,
    struct fy_http_request *request,
    const struct row *row,
    const struct fy_caller *who)
{
    struct fy_caller *caller = fy_arena_alloc(fy_http_arena(request), sizeof(*caller));

    if (caller == NULL) {
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "no memory");
        return false;
    }
    *caller = *who;
    if (!take_supplier(request, caller))
        return false;
    if (owned_by(gate, request, caller, row->owner) == FY_FOREIGN) {
        fy_metric_add(&refused[FOREIGN], 1);
        fy_gate_unknown(request, row->owner);
        return false;
    }
    fy_http_set_caller(request, caller);
    return true;
}

/* Nobody who is signed in; the program may know them by a cookie. */
static bool is_let_in_unnamed(
    struct fy_gate *gate, struct fy_http_request *request, const struct row *row)
{
    if (row->owner == FY_OWNER_NONE ||
        gate->config.owns(gate->config.program, request, NULL, row->owner) != FY_FOREIGN)
        return true;
    fy_metric_add(&refused[FOREIGN], 1);
    fy_gate_unknown(request, row->owner);
    return false;
}

bool fy_gate_admits(struct fy_http_request *request, void *context)
{
    struct fy_gate *gate = context;
    const struct row *row = &gate->rows[fy_http_route(request) - gate->config.routes];
    struct fy_caller caller = {0};
    struct fy_slice token;
    bool known;

    if (!is_within_limit(gate, request, row))
        return false;
    if (row->is_open && row->roles == 0)
        return is_let_in_unnamed(gate, request, row);
    token = token_of(request, row);
    known = identify(gate, request, row, token, &caller);
    if (known && (row->roles & 1U << caller.role) != 0)
        return is_let_in(gate, request, row, &caller);
    if (row->is_open)
        return is_let_in_unnamed(gate, request, row);
    return known ? refuse_role(request, &caller) : refuse_token(request, token.data != NULL);
}
