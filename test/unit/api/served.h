/* served.h - the api's routes on a stage, over real HTTP, as every test of handlers wants them. */
#ifndef TEST_UNIT_API_SERVED_H
#define TEST_UNIT_API_SERVED_H

#include "api/search_rows.h"
#include "lib/gate.h"
#include "lib/reactor.h"
#include "test/unit/api/stage.h"
#include "test/unit/lib/http_site.h"

static struct stage stage;
static struct site site;
static struct api api;
static struct answer answer; /* Large, and one at a time. */
static bool is_ready;
static char cookie[FY_COOKIE_TEXT + 1];
static const struct live_config *served_live; /* NULL: what open_api says. */

static const struct fy_route routes[] = {
#define ROUTE_API(...) FY_ROUTE(api, __VA_ARGS__)
#include "lib/routes.h"
};

static inline bool ready(void *context, char *ret_why, size_t size)
{
    (void)context;
    (void)snprintf(ret_why, size, "Still reading: 7 records to go");
    return is_ready;
}

#define PERSON "0000000000000000000000000000beef"
#define ELSEWHERE "ffeeddccbbaa99887766554433221100"

static struct fy_caller caller; /* What is not the request's to say may be set by a test. */

/* The gate's part: whoever says who they are is believed, where a test has not opened the gate. */
static inline bool admits(struct fy_http_request *request, void *gate)
{
    (void)gate;
    if (api.gate != NULL)
        return fy_gate_admits(request, api.gate);
    caller.person = fy_http_header(request, "Authorization");
    caller.supplier = fy_http_header(request, "Fy-Supplier");
    if (caller.person.data != NULL)
        fy_http_set_caller(request, &caller);
    return true;
}

/* Search, of the rows that are there. */
static inline void open_search(void)
{
    const struct search_rows_config config = {.views = &api.views};
    struct fy_err err = {0};
    bool done = false;

    CU_ASSERT_EQUAL_FATAL(FY_OK, search_rows_new(&config, &api.search, &err));
    EXPECT_I64(FY_OK, search_rows_load(api.search, INT64_MAX / 2, &done, &err));
    CU_ASSERT_TRUE(done);
}

static inline void open_api(int waits_max)
{
    const struct live_config live = {
        .streams_max = 64, .address_max = 64, .event_ms = 1, .beat_ms = 15000, .life_ms = 60000};
    struct waits_config waits = {waits_max, reading_included, reading_wake, &api};
    struct fy_http_config config = {
        .listen = "127.0.0.1:0",
        .connections_max = 64,
        .parked_max = 64,
        .deadline_ms = 60000,
        .receive_ms = 60000,
        .routes = routes,
        .route_count = sizeof(routes) / sizeof(routes[0]),
        .program = &api,
        .admits = admits,
    };
    struct fy_err err = {0};

    caller = (struct fy_caller){.role = FY_ROLE_CUSTOMER, .expires_ms = INT64_MAX};
    EXPECT_I64(FY_OK, fy_ids_init(&err));
    stage_init(&stage);
    site = (struct site){0};
    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_reactor_new(&site.reactor, &err));
    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_http_new(&config, site.reactor, &site.http, &err));

    stage.views.changed = reading_changed;
    stage.views.context = &api;
    api = (struct api){.views = stage.views,
        .waits = waits_new(&waits),
        .reactor = site.reactor,
        .ready = ready,
        .visitor_key = "a key of thirty-two bytes, no m"};
    CU_ASSERT_PTR_NOT_NULL_FATAL(api.waits);
    CU_ASSERT_EQUAL_FATAL(
        FY_OK, live_new(&api, served_live != NULL ? served_live : &live, &api.live, &err));
    fy_arena_init(&api.arena, ANSWER_ARENA_BYTES_MAX);
    open_search();
    is_ready = true;
    fy_visitor_cookie(api.visitor_key, fy_slice_of(VISITOR), cookie);
}

static inline void close_api(void)
{
    site_close(&site);
    waits_free(api.waits);
    live_free(api.live);
    search_rows_free(api.search);
    fy_arena_done(&api.arena);
    stage_done(&stage);
}

/* A connection with the request sent. `headers` are whole lines. */
static inline int say(const char *path, const char *headers)
{
    char text[1024];
    int fd = site_connect(&site);

    (void)snprintf(text, sizeof(text),
        "GET %s HTTP/1.1\r\nHost: shop\r\nCookie: a=b; fy_visitor=%s\r\n%s\r\n", path, cookie,
        headers);
    site_say(&site, fd, text);
    return fd;
}

static inline void hear(int fd)
{
    site_read(&site, fd, false, &answer);
    (void)close(fd);
}

static inline void ask(const char *path, const char *headers)
{
    hear(say(path, headers));
}

/* The path of a route, with something in each of its braces, and the query that it must have. */
static inline void path_of(const struct fy_route *route, const char *supplier, char path[256])
{
    const char *const fills[][2] = {{"{sku}", "mug"}, {"{collection}", "tea"},
        {"{subject}", "activity-value"}, {"{version}", "1"}, {"{id}", "1"},
        {"{feed}", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
        {"{session}", "0123456789abcdef0123456789abcdef"}, {"{group}", "default"},
        {"{supplier}", supplier}, {"{order}", "00112233445566778899aabbccddeeff"}};
    const char *const queries[][2] = {{"/v1/stock", "?sku=mug"}, {"/v1/search", "?q=mug"}};
    char *brace;

    (void)snprintf(path, 256, "%s", route->pattern);
    while ((brace = strchr(path, '{')) != NULL) {
        char rest[256];
        size_t i = 0;

        while (strncmp(brace, fills[i][0], strlen(fills[i][0])) != 0) {
            i++;
            CU_ASSERT_FATAL(i < sizeof(fills) / sizeof(fills[0]));
        }
        (void)snprintf(rest, sizeof(rest), "%s", brace + strlen(fills[i][0]));
        (void)snprintf(brace, 256 - (size_t)(brace - path), "%s%s", fills[i][1], rest);
    }
    for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++)
        if (strcmp(route->pattern, queries[i][0]) == 0)
            (void)strcat(path, queries[i][1]);
}

#endif
