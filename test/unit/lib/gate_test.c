/*
 * Who may call which route. Every line of schemas/routes.def, of every program, is asked for by
 * everybody, through a real server; what is expected is read from the table by other code than the
 * gate's.
 */
#include "lib/gate.h"
#include "lib/ids.h"
#include "test/run.h"
#include "test/unit/lib/http_site.h"

enum { CALLERS = FY_ROLE_COUNT + 1, NOBODY = FY_ROLE_COUNT };

static const uint8_t key[FY_TOKEN_KEY_BYTES] = {9};

/* Whoever was let in is told who they are. */
static void tell(struct fy_http_request *request, void *program)
{
    const struct fy_caller *caller = fy_http_caller(request);
    struct site *site = program;

    site->calls++;
    if (caller == NULL)
        fy_http_answer(request, 200, "text/plain", fy_slice_of("nobody"));
    else
        fy_http_answer(request, 200, "text/plain",
            fy_arena_format(fy_http_arena(request), "%s %.*s for %.*s", fy_role_name(caller->role),
                FY_SLICE_ARG(caller->person), FY_SLICE_ARG(caller->supplier)));
}

#define ROUTE_ROW(name, method, pattern, roles, owner, per_minute, bytes_max, body, summary)       \
    {#name, method, pattern, roles, owner, per_minute, bytes_max, tell},

static const struct fy_route routes[] = {
#define ROUTE_PRODUCERS(...) ROUTE_ROW(__VA_ARGS__)
#define ROUTE_API(...) ROUTE_ROW(__VA_ARGS__)
#include "lib/routes.h"
};

enum { ROUTES = sizeof(routes) / sizeof(routes[0]) };

/* A line of its own for what the table has not yet. */
static const struct fy_route own_routes[] = {
    {"mine", "GET", "/mine/{person}", "person", "self", 0, 0, tell},
    {"theirs", "GET", "/suppliers/{supplier}", "supplier operator", "supplier", 0, 0, tell},
    {"feed", "GET", "/feeds/{feed}", "supplier operator", "feed", 0, 0, tell},
    {"session", "DELETE", "/sessions/{session}", "person", "session", 0, 0, tell},
    {"write", "POST", "/write", "customer", "", 0, 65536, tell},
    {"read", "GET", "/read", "customer", "", 0, 0, tell},
    {"either", "GET", "/either", "visitor customer", "", 0, 0, tell},
    {"few", "POST", "/few", "anyone", "", 2, 64, tell},
};

enum { OWN_ROUTES = sizeof(own_routes) / sizeof(own_routes[0]) };

static struct fy_arena arena;
static struct fy_gate *gate;

/* "ended..." has; the others go on. */
static bool revoked(void *program, struct fy_http_request *request, const struct fy_caller *caller)
{
    struct fy_slice session = caller->session;

    (void)program;
    (void)request;
    return session.size >= 5 && memcmp(session.data, "ended", 5) == 0;
}

static bool is_order(enum fy_owner owner)
{
    return owner == FY_OWNER_ORDER || owner == FY_OWNER_SUB_ORDER;
}

/* "oak-1" is of supplier oak, "ann-1" of person ann; "new-1" is of nobody yet. A guest has none. */
static enum fy_owned owns(void *program,
    struct fy_http_request *request,
    const struct fy_caller *caller,
    enum fy_owner owner)
{
    struct fy_slice id = fy_http_path_param(request, owner == FY_OWNER_FEED  ? "feed"
                                                     : owner == FY_OWNER_SKU ? "sku"
                                                     : is_order(owner)       ? "order"
                                                                             : "session");
    struct fy_slice whose = {0};

    (void)program;
    if (owner == FY_OWNER_SUB_ORDER)
        whose = fy_http_path_param(request, "supplier");
    else if (caller != NULL)
        whose = owner == FY_OWNER_SESSION || is_order(owner) ? caller->person : caller->supplier;
    if (id.size >= 3 && memcmp(id.data, "new", 3) == 0)
        return FY_UNKNOWN;
    return id.size > whose.size && whose.size > 0 && memcmp(id.data, whose.data, whose.size) == 0
               ? FY_OWNED
               : FY_FOREIGN;
}

/* The gate's clock is the server's reactor, which the site makes: so it comes after the server. */
static bool admits(struct fy_http_request *request, void *unused)
{
    (void)unused;
    return fy_gate_admits(request, gate);
}

static void open_with(struct site *site, const struct fy_route *of, int count)
{
    struct fy_gate_config config = {
        .routes = of, .route_count = count, .revoked = revoked, .owns = owns, .program = site};
    struct fy_http_config http = {.admits = admits};
    struct fy_err err;

    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_ids_init(&err));
    memcpy(config.token_key, key, sizeof(key));
    fy_arena_init(&arena, 64 << 20);
    site_open(site, of, count, http);
    config.reactor = site->reactor;
    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_gate_new(&config, &gate, &err));
}

static void close_all(struct site *site)
{
    site_close(site);
    fy_gate_free(gate);
    fy_arena_done(&arena);
}

static struct fy_caller somebody(struct site *site, enum fy_role role, const char *session)
{
    return (struct fy_caller){
        .role = role,
        .person = fy_slice_of("ann"),
        .supplier = fy_role_is_supplier(role) ? fy_slice_of("oak") : (struct fy_slice){0},
        .session = fy_slice_of(session),
        .issued_ms = fy_reactor_now_ms(site->reactor) - 1000,
        .expires_ms = fy_reactor_now_ms(site->reactor) + FY_TOKEN_LIFE_MS,
    };
}

static const char *token_of(const struct fy_caller *caller)
{
    struct fy_slice token = {0};

    CU_ASSERT_TRUE_FATAL(fy_token_make(key, caller, &arena, &token));
    return (const char *)token.data;
}

static const char *token_for(struct site *site, enum fy_role role)
{
    struct fy_caller caller = somebody(site, role, "going");

    return token_of(&caller);
}

/* One request; `fields` are lines of the head, each with its end. */
static void ask(
    struct site *site, const char *method, const char *path, const char *fields, struct answer *got)
{
    struct fy_slice text = fy_arena_format(
        &arena, "%s %s HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n%s\r\n", method, path, fields);

    site_ask(site, (const char *)text.data, text.size, false, got);
}

static void ask_as(struct site *site,
    const char *method,
    const char *path,
    const char *token,
    const char *fields,
    struct answer *got)
{
    struct fy_slice all = fy_arena_format(&arena, "Authorization: Bearer %s\r\n%s", token, fields);

    ask(site, method, path, (const char *)all.data, got);
}

/* --- Every route, everybody ---------------------------------------------------------------------
 */

static bool has_word(const char *list, const char *word)
{
    size_t size = strlen(word);

    for (const char *at = strstr(list, word); at != NULL; at = strstr(at + 1, word))
        if ((at == list || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
            return true;
    return false;
}

/* As somebody who is signed in. */
static bool counts(const char *roles, int who)
{
    static const char *const names[] = {
        "customer", "supplier_owner", "supplier_staff", "operator", "data", "service"};

    if (who == NOBODY)
        return false;
    return has_word(roles, names[who]) ||
           (has_word(roles, "supplier") && strncmp(names[who], "supplier", 8) == 0) ||
           (has_word(roles, "person") && strcmp(names[who], "service") != 0);
}

static bool may(const char *roles, int who)
{
    return has_word(roles, "anyone") || has_word(roles, "visitor") || counts(roles, who);
}

/* Ids that are the caller's own, or somebody else's. */
static void path_of(const struct fy_route *route, bool own, char path[256])
{
    size_t size = 0;

    for (const char *at = route->pattern; *at != '\0'; at++) {
        const char *id;

        if (*at != '{') {
            path[size++] = *at;
            continue;
        }
        id = strncmp(at, "{supplier}", 10) == 0 ? own ? "oak" : "elm"
             : strncmp(at, "{person}", 8) == 0  ? own ? "ann" : "bob"
             : strcmp(route->owner, "session") == 0 || strcmp(route->owner, "order") == 0
                 ? own ? "ann-1" : "bob-1"
             : own ? "oak-1"
                   : "elm-1";
        size += (size_t)sprintf(path + size, "%s", id);
        at = strchr(at, '}');
    }
    path[size] = '\0';
}

static int wanted_status(const struct fy_route *route, int who, bool own)
{
    bool is_open = has_word(route->roles, "anyone") || has_word(route->roles, "visitor");

    if (!may(route->roles, who))
        return who == NOBODY ? 401 : 403;
    if (route->owner[0] != '\0' && is_open && !counts(route->roles, who))
        return 404;
    if (route->owner[0] == '\0' || own)
        return 200;
    if (who == FY_ROLE_OPERATOR && strcmp(route->owner, "self") != 0 &&
        strcmp(route->owner, "session") != 0)
        return 200; /* Nobody's in particular: all of them. */
    return 404;
}

static void every_route_is_for_whom_the_table_says(void)
{
    static struct site site;
    static struct answer got;
    const char *tokens[CALLERS];
    int asked = 0, refused = 0, wrong = 0;
    char path[256], address[48]; /* Another each time: how often is not the question. */

    open_with(&site, routes, ROUTES);
    for (int who = 0; who < FY_ROLE_COUNT; who++)
        tokens[who] = token_for(&site, (enum fy_role)who);
    for (int i = 0; i < ROUTES; i++) {
        for (int who = 0; who < CALLERS; who++) {
            for (int own = 0; own < 2; own++) {
                int wanted = wanted_status(&routes[i], who, own);

                path_of(&routes[i], own, path);
                (void)snprintf(address, sizeof(address), "X-Real-IP: 192.0.2.%d\r\n", asked);
                if (who == NOBODY)
                    ask(&site, routes[i].method, path, address, &got);
                else
                    ask_as(&site, routes[i].method, path, tokens[who], address, &got);
                asked++;
                refused += wanted != 200;
                wrong += got.status != wanted;
                if (got.status != wanted)
                    (void)fprintf(stderr, "%s %s as %d: want %d, got %d\n", routes[i].method, path,
                        who, wanted, got.status);
                if (got.status == 401)
                    EXPECT_PART("WWW-Authenticate: Bearer", &got);
            }
        }
    }
    EXPECT_I64(0, wrong);
    EXPECT_I64(asked - refused, site.calls); /* Nobody's handler ran who was refused. */
    EXPECT_I64(true, refused > 100);
    close_all(&site);
}

/* --- Tokens ---------------------------------------------------------------------------------- */

static void a_token_that_does_not_count_is_none(void)
{
    static struct site site;
    static struct answer got;
    struct fy_caller caller;

    open_with(&site, own_routes, OWN_ROUTES);
    ask_as(&site, "GET", "/read", token_for(&site, FY_ROLE_CUSTOMER), "", &got);
    EXPECT_I64(200, got.status);
    EXPECT_PART("customer ann for ", &got);

    caller = somebody(&site, FY_ROLE_CUSTOMER, "going");
    caller.issued_ms -= FY_TOKEN_LIFE_MS;
    caller.expires_ms = fy_reactor_now_ms(site.reactor) - 1;
    ask_as(&site, "GET", "/read", token_of(&caller), "", &got);
    EXPECT_I64(401, got.status);
    EXPECT_PART("error=\"invalid_token\"", &got);
    EXPECT_PART("/problems/no-token", &got);

    caller = somebody(&site, FY_ROLE_CUSTOMER, "ended-yesterday");
    ask_as(&site, "GET", "/read", token_of(&caller), "", &got);
    EXPECT_I64(401, got.status);

    ask(&site, "GET", "/read", "Authorization: Basic YTpi\r\n", &got);
    EXPECT_I64(401, got.status);
    ask(&site, "GET", "/read", "Authorization: Bearer \r\n", &got);
    EXPECT_I64(401, got.status);
    ask(&site, "GET", "/read", "Authorization: Bearer v4.local.AAAA\r\n", &got);
    EXPECT_I64(401, got.status);
    EXPECT_I64(1, site.calls);
    close_all(&site);
}

/* A header that does not count is not made up for by a cookie that does. */
static void a_cookie_counts_as_a_token(void)
{
    static struct site site;
    static struct answer got;
    const char *token;
    static const struct {
        const char *method, *path, *site;
        int status;
    } cases[] = {
        {"GET", "/read", "", 200},
        {"GET", "/read", "Sec-Fetch-Site: cross-site\r\n", 200}, /* SameSite=Strict is its lock. */
        {"POST", "/write", "", 200},                             /* No browser. */
        {"POST", "/write", "Sec-Fetch-Site: same-origin\r\n", 200},
        {"POST", "/write", "Sec-Fetch-Site: none\r\n", 200},
        {"POST", "/write", "Sec-Fetch-Site: same-site\r\n", 401},
        {"POST", "/write", "Sec-Fetch-Site: cross-site\r\n", 401},
        {"POST", "/write", "Sec-Fetch-Site: cross-site, same-origin\r\n", 401},
        {"GET", "/read", "Authorization: Bearer x\r\n", 401},
    };

    open_with(&site, own_routes, OWN_ROUTES);
    token = token_for(&site, FY_ROLE_CUSTOMER);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct fy_slice fields =
            fy_arena_format(&arena, "Cookie: a=b; fy_token=%s\r\n%s", token, cases[i].site);

        ask(&site, cases[i].method, cases[i].path, (const char *)fields.data, &got);
        EXPECT_I64(cases[i].status, got.status);
    }
    /* A token in a header no other site can send. */
    ask_as(&site, "POST", "/write", token, "Sec-Fetch-Site: cross-site\r\n", &got);
    EXPECT_I64(200, got.status);
    close_all(&site);
}

static void who_need_not_sign_in_is_known_when_they_have(void)
{
    static struct site site;
    static struct answer got;

    open_with(&site, own_routes, OWN_ROUTES);
    ask(&site, "GET", "/either", "", &got);
    EXPECT_PART("nobody", &got);
    ask_as(&site, "GET", "/either", token_for(&site, FY_ROLE_CUSTOMER), "", &got);
    EXPECT_PART("customer ann", &got);
    ask_as(&site, "GET", "/either", token_for(&site, FY_ROLE_OPERATOR), "", &got);
    EXPECT_PART("nobody", &got);
    ask_as(&site, "GET", "/either", "v4.local.old", "", &got);
    EXPECT_PART("nobody", &got);
    close_all(&site);
}

/* --- Whose ----------------------------------------------------------------------------------- */

static void what_is_foreign_is_answered_as_what_is_not(void)
{
    static struct site site;
    static struct answer got;
    const char *owner, *chief;

    open_with(&site, own_routes, OWN_ROUTES);
    owner = token_for(&site, FY_ROLE_SUPPLIER_STAFF);
    chief = token_for(&site, FY_ROLE_OPERATOR);
    ask_as(&site, "GET", "/feeds/oak-1", owner, "", &got);
    EXPECT_PART("supplier_staff ann for oak", &got);
    ask_as(&site, "GET", "/feeds/new-1", owner, "", &got);
    EXPECT_I64(200, got.status); /* The handler says what there is to say. */
    ask_as(&site, "GET", "/feeds/elm-1", owner, "", &got);
    EXPECT_I64(404, got.status);
    EXPECT_PART("There is no feed of that id", &got);
    ask_as(&site, "GET", "/suppliers/elm", owner, "", &got);
    EXPECT_I64(404, got.status);

    /* Another's session, or self, is not even an operator's. */
    ask_as(&site, "DELETE", "/sessions/bob-1", chief, "", &got);
    EXPECT_I64(404, got.status);
    ask_as(&site, "GET", "/mine/bob", chief, "", &got);
    EXPECT_I64(404, got.status);
    ask_as(&site, "GET", "/mine/ann", chief, "", &got);
    EXPECT_I64(200, got.status);
    close_all(&site);
}

static void an_operator_acts_for_a_supplier_and_nobody_else_does(void)
{
    static struct site site;
    static struct answer got;
    const char *owner, *chief;

    open_with(&site, own_routes, OWN_ROUTES);
    owner = token_for(&site, FY_ROLE_SUPPLIER_OWNER);
    chief = token_for(&site, FY_ROLE_OPERATOR);
    ask_as(&site, "GET", "/feeds/elm-1", chief, "Fy-Supplier: elm\r\n", &got);
    EXPECT_PART("operator ann for elm", &got);
    ask_as(&site, "GET", "/feeds/oak-1", chief, "Fy-Supplier: elm\r\n", &got);
    EXPECT_I64(404, got.status);
    ask_as(&site, "GET", "/feeds/oak-1", chief, "", &got);
    EXPECT_I64(200, got.status);
    ask_as(&site, "GET", "/feeds/oak-1", chief, "Fy-Supplier: e l m\r\n", &got);
    EXPECT_I64(400, got.status);
    ask_as(&site, "GET", "/feeds/oak-1", owner, "Fy-Supplier: oak\r\n", &got);
    EXPECT_I64(200, got.status);
    ask_as(&site, "GET", "/feeds/oak-1", owner, "Fy-Supplier: elm\r\n", &got);
    EXPECT_I64(403, got.status);
    ask_as(&site, "GET", "/feeds/oak-1", chief, "Fy-Supplier: elm\r\nFy-Supplier: oak\r\n", &got);
    EXPECT_I64(400, got.status);
    close_all(&site);
}

/* --- How often ------------------------------------------------------------------------------- */

static void one_address_has_its_share(void)
{
    static struct site site;
    static struct answer got;

    open_with(&site, own_routes, OWN_ROUTES);
    for (int i = 0; i < 3; i++) {
        ask(&site, "POST", "/few", "X-Real-IP: 192.0.2.1\r\n", &got);
        EXPECT_I64(i < 2 ? 200 : 429, got.status);
    }
    EXPECT_PART("Retry-After: 30\r\n", &got);
    EXPECT_PART("/problems/too-many-requests", &got);
    ask(&site, "POST", "/few", "X-Real-IP: 192.0.2.2\r\n", &got);
    EXPECT_I64(200, got.status);
    for (int i = 0; i < 3; i++) {
        ask(&site, "POST", "/few", "", &got); /* Without nginx before us: the peer's. */
        EXPECT_I64(i < 2 ? 200 : 429, got.status);
    }
    EXPECT_I64(5, site.calls);
    close_all(&site);
}

/* --- The table itself ------------------------------------------------------------------------ */

static void a_word_that_means_nothing_stops_the_start(void)
{
    static const struct fy_route bad[] = {
        {"a", "GET", "/a", "suplier", "", 0, 0, tell},
        {"a", "GET", "/a", "supplier  chief", "", 0, 0, tell},
        {"a", "GET", "/a", "", "", 0, 0, tell},
        {"a", "GET", "/a", "anyone", "feeds", 0, 0, tell},
        {"a", "GET", "/a", "anyone", "", -1, 0, tell},
    };
    struct fy_gate_config config = {.route_count = 1};
    struct fy_err err;

    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_ids_init(&err));
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        config.routes = &bad[i];
        EXPECT_I64(FY_FATAL, fy_gate_new(&config, &gate, &err));
        EXPECT_CONTAINS("GET /a", fy_slice_of(err.text));
    }
    gate = NULL;
}

static const CU_TestInfo tests[] = {
    TEST(every_route_is_for_whom_the_table_says),
    TEST(a_token_that_does_not_count_is_none),
    TEST(a_cookie_counts_as_a_token),
    TEST(who_need_not_sign_in_is_known_when_they_have),
    TEST(what_is_foreign_is_answered_as_what_is_not),
    TEST(an_operator_acts_for_a_supplier_and_nobody_else_does),
    TEST(one_address_has_its_share),
    TEST(a_word_that_means_nothing_stops_the_start),
};

TEST_MAIN(gate, tests)
