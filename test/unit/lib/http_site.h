/*
 * http_site.h - a real HTTP server and its clients in the thread of one test.
 *
 * Clients are plain sockets; whoever waits for bytes turns the server's reactor meanwhile, so there
 * is neither a second thread nor a sleep. Whatever does not come in 60 s has failed.
 */
#ifndef TEST_HTTP_SITE_H
#define TEST_HTTP_SITE_H

#include "lib/http.h"
#include "test/expect.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    SITE_WAIT_MS = 60000,
    SITE_PARKED_MAX = 300,
    SITE_HEAD_BYTES = 8192,
    SITE_ANSWER_BYTES = 1 << 20,
};

struct site {
    struct fy_reactor *reactor;
    struct fy_http *http;
    int calls;
    int gone;
    int late;
    struct fy_http_request *parked[SITE_PARKED_MAX];
    int parked_count;
};

/* One answer as it came. */
struct answer {
    int status; /* 0: the server hung up without a word. */
    char text[SITE_ANSWER_BYTES];
    size_t size;
    const char *body;
};

static inline int64_t site_now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static inline void site_turn(struct site *site)
{
    struct fy_err err;

    if (fy_reactor_turn(site->reactor, 1, &err) != FY_OK)
        abort();
}

static inline void site_open(
    struct site *site, const struct fy_route *routes, int route_count, struct fy_http_config config)
{
    struct fy_err err = {0};

    memset(site, 0, sizeof(*site));
    config.listen = "127.0.0.1:0";
    config.connections_max = config.connections_max != 0 ? config.connections_max : 1024;
    config.parked_max = config.parked_max != 0 ? config.parked_max : 1024;
    config.deadline_ms = config.deadline_ms != 0 ? config.deadline_ms : 60000;
    config.receive_ms = config.receive_ms != 0 ? config.receive_ms : 60000;
    config.routes = routes;
    config.route_count = route_count;
    config.program = site;
    if (fy_reactor_new(&site->reactor, &err) != FY_OK ||
        fy_http_new(&config, site->reactor, &site->http, &err) != FY_OK) {
        (void)fprintf(stderr, "%s\n", err.text);
        abort();
    }
}

static inline void site_close(struct site *site)
{
    fy_http_free(site->http);
    fy_reactor_free(site->reactor);
}

static inline int site_connect(struct site *site)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
        .sin_port = htons((uint16_t)fy_http_port(site->http)),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof(address)) != 0) {
        if (fd >= 0)
            (void)close(fd);
        return -1;
    }
    return fd;
}

/* The server reads meanwhile, or says that it will not: what is left unsent then is nobody's. */
static inline void site_send(struct site *site, int fd, const char *bytes, size_t size)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    while (size > 0 && site_now_ms() < until_ms) {
        ssize_t sent = send(fd, bytes, size, MSG_DONTWAIT | MSG_NOSIGNAL);

        if (sent > 0) {
            bytes += sent;
            size -= (size_t)sent;
        } else if (errno == EAGAIN) {
            site_turn(site);
        } else {
            return;
        }
    }
}

static inline void site_say(struct site *site, int fd, const char *text)
{
    site_send(site, fd, text, strlen(text));
}

/* Read into the answer up to `size` bytes of it in all; false when the server hung up or is late.
 */
static inline bool site_fill(struct site *site, int fd, struct answer *answer, size_t size)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    while (answer->size < size) {
        ssize_t got = recv(fd, answer->text + answer->size, size - answer->size, MSG_DONTWAIT);

        if (got == 0 || (got < 0 && errno != EAGAIN) || site_now_ms() > until_ms)
            return false;
        if (got < 0) {
            site_turn(site);
            continue;
        }
        answer->size += (size_t)got;
        answer->text[answer->size] = '\0';
    }
    return true;
}

/* The next answer on this connection; its head byte by byte, so that a pipelined one stays. */
static inline void site_read(struct site *site, int fd, bool head_only, struct answer *answer)
{
    const char *length;
    size_t body = 0;

    answer->size = 0;
    answer->text[0] = '\0';
    answer->status = 0;
    answer->body = "";
    while (answer->size < 4 || memcmp(answer->text + answer->size - 4, "\r\n\r\n", 4) != 0)
        if (answer->size == SITE_HEAD_BYTES || !site_fill(site, fd, answer, answer->size + 1))
            return;
    length = strcasestr(answer->text, "\r\ncontent-length: ");
    if (length != NULL && !head_only)
        body = (size_t)atol(length + 18);
    answer->body = answer->text + answer->size;
    if (body < SITE_ANSWER_BYTES - SITE_HEAD_BYTES &&
        site_fill(site, fd, answer, answer->size + body))
        (void)sscanf(answer->text, "HTTP/1.1 %d ", &answer->status);
}

/* True when the server closes this connection. */
static inline bool site_hangs_up(struct site *site, int fd)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;
    char byte;

    while (site_now_ms() < until_ms) {
        ssize_t got = recv(fd, &byte, 1, MSG_DONTWAIT);

        if (got == 0 || (got < 0 && errno != EAGAIN))
            return true;
        if (got < 0)
            site_turn(site);
    }
    return false;
}

/* One request on a connection of its own. */
static inline void site_ask(
    struct site *site, const char *bytes, size_t size, bool head_only, struct answer *answer)
{
    int fd = site_connect(site);

    site_send(site, fd, bytes, size);
    site_read(site, fd, head_only, answer);
    (void)close(fd);
}

/* Turn until `*count` is `wanted`. */
static inline void site_until(struct site *site, const int *count, int wanted)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    while (*count < wanted && site_now_ms() < until_ms)
        site_turn(site);
    EXPECT_I64(wanted, *count);
}

#define EXPECT_PART(part, answer)                                                                  \
    do {                                                                                           \
        if (strstr((answer)->text, (part)) == NULL)                                                \
            EXPECT_TEXT((part), fy_slice_of((answer)->text));                                      \
    } while (0)

#endif
