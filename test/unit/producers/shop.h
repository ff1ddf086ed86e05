/*
 * shop.h - the edge of a shop over real HTTP, with Kafka's part in memory. It lists "mug".
 */
#ifndef TEST_PRODUCERS_SHOP_H
#define TEST_PRODUCERS_SHOP_H

#include "lib/gate.h"
#include "producers/accounts/people.h"
#include "producers/edge.h"
#include "producers/feeds/feeds.h"
#include "producers/images/keeper.h"
#include "producers/orders/orders.h"
#include "producers/recent.h"
#include "producers/routes.h"
#include "test/unit/lib/http_site.h"
#include "test/unit/producers/fake_producer.h"

#include <fcntl.h>
#include <sys/stat.h>

static struct answer answer;

/* A whole edge; its store is in a folder of its own. */
struct shop {
    struct site site;
    struct producers producers;
    struct fake_producer kafka;
    struct fy_store *store;
    struct fy_arena arena; /* For what the test decodes. */
    char path[64];
    char images[80];
    char as[512]; /* Who asks: a header line; an operator, who acts for whom Fy-Supplier names. */
    char visitor[FY_VISITOR_TEXT + 1];
    char cookie[FY_COOKIE_TEXT + 32]; /* The whole header line. */
};

static struct shop shop;

/* A master key, as ./fy up makes it. */
static inline void shop_master_key(int number)
{
    uint8_t key[FY_KEY_BYTES] = {(uint8_t)number};
    char path[128];
    int fd;

    (void)snprintf(path, sizeof(path), "%s/masters", shop.path);
    (void)mkdir(path, 0700);
    (void)snprintf(path, sizeof(path), "%s/masters/master-%d.key", shop.path, number);
    fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0400);
    if (fd < 0) /* It was made before the program ended. */
        return;
    if (write(fd, key, sizeof(key)) != (ssize_t)sizeof(key) || close(fd) != 0)
        abort();
}

static inline void shop_people(void)
{
    static char folder[96];
    struct people_config config = {
        .producers = &shop.producers, .keys_folder = folder, .password_slots = 1};
    struct fy_err err;

    (void)snprintf(folder, sizeof(folder), "%s/masters", shop.path);
    shop_master_key(1);
    config.pepper[1] = 1;
    config.token_key[2] = 2;
    if (fy_jobs_new(shop.site.reactor, 1, 2, &shop.producers.jobs, &err) != FY_OK)
        abort();
    config.jobs = shop.producers.jobs;
    if (people_new(&config, &shop.producers.people, &err) != FY_OK)
        abort();
}

/* From now on, who asks is of that role; a supplier's is for `supplier`, NULL for others. */
static inline void shop_as_person(enum fy_role role, const char *supplier, struct fy_slice person)
{
    struct fy_caller caller = {
        .role = role,
        .person = person,
        .supplier = supplier != NULL ? fy_slice_of(supplier) : (struct fy_slice){0},
        .issued_ms = fy_reactor_now_ms(shop.site.reactor),
        .expires_ms = fy_reactor_now_ms(shop.site.reactor) + FY_TOKEN_LIFE_MS,
    };
    struct fy_slice token = {0};

    if (!fy_token_make(shop.producers.token_key, &caller, &shop.arena, &token))
        abort();
    (void)snprintf(shop.as, sizeof(shop.as), "Authorization: Bearer %.*s\r\n", FY_SLICE_ARG(token));
}

static inline void shop_as(enum fy_role role, const char *supplier)
{
    shop_as_person(role, supplier, fy_slice_of("ann"));
}

/* Opens on the rows that the folder has. */
static inline void shop_start(int deadline_ms)
{
    static const struct fy_http_stream streams[] = {{producers_feeds, feeds_begin, feeds_piece}};
    struct fy_http_config config = {.listen = "127.0.0.1:0",
        .connections_max = 64,
        .parked_max = 64,
        .deadline_ms = deadline_ms,
        .receive_ms = 60000,
        .routes = producers_routes,
        .route_count = producers_route_count,
        .program = &shop.producers,
        .streams = streams,
        .stream_count = 1,
        .admits = fy_gate_admits};
    char cookie[FY_COOKIE_TEXT + 1];
    struct fy_err err;

    memset(&shop.site, 0, sizeof(shop.site));
    memset(&shop.producers, 0, sizeof(shop.producers));
    fake_init(&shop.kafka);
    fy_arena_init(&shop.arena, 1 << 20);
    if (fy_ids_init(&err) != FY_OK ||
        fy_store_open(shop.path, 1 << 20, &shop.store, &err) != FY_OK ||
        fy_reactor_new(&shop.site.reactor, &err) != FY_OK)
        abort();
    shop.producers.reactor = shop.site.reactor;
    shop.producers.producer = &shop.kafka.producer;
    shop.producers.store = shop.store;
    shop.producers.known = known_skus_new(shop.store, 64);
    shop.producers.scan_sessions = recent_new(64);
    shop.producers.idempotency = idempotency_new(64);
    shop.producers.visitor_key[5] = 5;
    shop.producers.token_key[2] = 2;
    (void)snprintf(shop.images, sizeof(shop.images), "%s/images", shop.path);
    if (keeper_new(shop.images, shop.site.reactor, &shop.producers.keeper, &err) != FY_OK)
        abort();
    known_skus_listed(shop.producers.known, fy_slice_of("mug"), fy_slice_of("acme"));
    shop_people();
    shop.producers.orders = orders_new(&shop.producers);
    if (producers_gate_new(&shop.producers, &err) != FY_OK)
        abort();
    config.gate = shop.producers.gate;
    shop_as(FY_ROLE_OPERATOR, NULL);
    if (fy_http_new(&config, shop.site.reactor, &shop.site.http, &err) != FY_OK)
        abort();
    fy_visitor_new(shop.visitor);
    fy_visitor_cookie(shop.producers.visitor_key, fy_slice_of(shop.visitor), cookie);
    (void)snprintf(shop.cookie, sizeof(shop.cookie), "Cookie: fy_visitor=%s\r\n", cookie);
}

static inline void shop_open(int deadline_ms)
{
    (void)snprintf(shop.path, sizeof(shop.path), "/tmp/fy_edgeXXXXXX");
    if (mkdtemp(shop.path) == NULL)
        abort();
    shop_start(deadline_ms);
}

/* The program is gone; its rows stay. */
static inline void shop_stop(void)
{
    fy_http_free(shop.site.http);
    fy_gate_free(shop.producers.gate);
    keeper_free(shop.producers.keeper);
    feeds_forget(&shop.producers);
    fy_jobs_free(shop.producers.jobs);
    orders_free(shop.producers.orders);
    people_free(shop.producers.people);
    fy_reactor_free(shop.site.reactor);
    known_skus_free(shop.producers.known);
    idempotency_free(shop.producers.idempotency);
    fy_store_close(shop.store);
    recent_free(shop.producers.scan_sessions);
    fy_arena_done(&shop.arena);
}

static inline void shop_close(void)
{
    char command[128];

    shop_stop();
    (void)snprintf(command, sizeof(command), "rm -rf %s", shop.path);
    if (system(command) != 0)
        abort();
}

/* A request is on its way; `fields` are more header lines. */
static inline int say_bytes(
    const char *method, const char *path, const char *fields, const void *body, size_t size)
{
    char head[2048];
    int fd = site_connect(&shop.site);

    (void)snprintf(head, sizeof(head),
        "%s %s HTTP/1.1\r\nHost: a\r\n%s%sContent-Length: %zu\r\n\r\n", method, path, shop.as,
        fields, size);
    site_say(&shop.site, fd, head);
    site_send(&shop.site, fd, body, size);
    return fd;
}

static inline int say(const char *method, const char *path, const char *fields, const char *body)
{
    return say_bytes(method, path, fields, body, strlen(body));
}

static inline int post(const char *path, const char *fields, const char *body)
{
    return say("POST", path, fields, body);
}

#define JSON "Content-Type: application/json\r\n"

static inline void read_answer(int fd)
{
    site_read(&shop.site, fd, false, &answer);
    (void)close(fd);
}

/* Say it, let Kafka take it, and read the answer. */
static inline void say_and_settle(
    const char *method, const char *path, const char *fields, const char *body)
{
    int before = shop.kafka.count;
    int fd = say(method, path, fields, body);
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;
    char byte;

    while (shop.kafka.count == before && recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 &&
           site_now_ms() < until_ms)
        site_turn(&shop.site);
    fake_settle(&shop.kafka, shop.kafka.count - shop.kafka.settled, FY_OK);
    read_answer(fd);
}

static inline void post_and_settle(const char *path, const char *fields, const char *body)
{
    say_and_settle("POST", path, fields, body);
}

/* The value of a header of the answer, of the arena. */
static inline struct fy_slice header_of(const char *name)
{
    char line[64];
    const char *start;

    (void)snprintf(line, sizeof(line), "\r\n%s: ", name);
    start = strstr(answer.text, line);
    if (start == NULL)
        return (struct fy_slice){0};
    start += strlen(line);
    return fy_arena_copy(
        &shop.arena, (struct fy_slice){(const uint8_t *)start, strcspn(start, "\r")});
}

#endif
