/*
 * lists_bench.c - from a click to a list that includes it, over HTTP, at a rate that does not wait.
 *
 *   bench.lists PORT RATE SECONDS VISITORS SKU ...
 *
 * RATE clicks a second are due, each of the next of VISITORS, whether or not earlier ones were
 * answered. A click is POST /v1/activity; at its 202 the list is asked for with Fy-After and
 * Prefer: wait=5; the time is from when the click was due to the 200. A connection each, at most
 * WIDTH_MAX at once; a click that finds none is late, and its time says so. It links nothing of
 * ours.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    WIDTH_MAX = 256,
    OUT_BYTES = 1024,
    IN_BYTES = 65536,
    COOKIE_BYTES = 128,
    CLICKS_MAX = 10000000,
    WARM_S = 2, /* Not counted. */
};

struct link {
    int fd;
    int visitor; /* -1: nobody's. */
    bool asks;   /* The click is written; its list is waited for. */
    int64_t due_us, acked_us;
    size_t received;
    char in[IN_BYTES + 1];
};

static struct {
    int port, epoll_fd, visitors, skus, free_count;
    char (*cookies)[COOKIE_BYTES];
    char **sku;
    bool *busy; /* A visitor has one click at a time. */
    struct link links[WIDTH_MAX];
    struct link *free[WIDTH_MAX];
    double *took_ms, *acked_ms; /* To the list; of that, to the 202. */
    int64_t took, refused, begun_us;
    uint64_t random;
} all;

static int64_t now_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void die(const char *what)
{
    perror(what);
    exit(EXIT_FAILURE);
}

static void connect_link(struct link *link)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
        .sin_port = htons((uint16_t)all.port),
        .sin_addr = {htonl(INADDR_LOOPBACK)}};
    struct epoll_event event = {.events = EPOLLIN, .data = {.ptr = link}};
    int one = 1;

    link->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (link->fd < 0 || connect(link->fd, (struct sockaddr *)&address, sizeof(address)) != 0)
        die("connect");
    (void)setsockopt(link->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
    if (epoll_ctl(all.epoll_fd, EPOLL_CTL_ADD, link->fd, &event) != 0)
        die("epoll_ctl");
}

static void say(const struct link *link, const char *text, int size)
{
    if (size < 0 || size >= OUT_BYTES || write(link->fd, text, (size_t)size) != size)
        die("write");
}

static void post(struct link *link, int visitor, int64_t due_us)
{
    static int64_t n;
    char body[256];
    char text[OUT_BYTES];
    const char *cookie = all.cookies[visitor];
    int size;

    all.random = all.random * 6364136223846793005u + 1442695040888963407u;
    size = snprintf(body, sizeof(body),
        "{\"session\":\"%032d\",\"n\":%lld,\"item_viewed\":{\"sku\":\"%s\"}}", visitor,
        (long long)n++, all.sku[(all.random >> 33) % (uint64_t)all.skus]);
    if (link->fd < 0)
        connect_link(link);
    link->visitor = visitor;
    link->asks = false;
    link->due_us = due_us;
    size = snprintf(text, sizeof(text),
        "POST /v1/activity HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n%s%s%s"
        "Content-Length: %d\r\n\r\n%s",
        cookie[0] != '\0' ? "Cookie: fy_visitor=" : "", cookie, cookie[0] != '\0' ? "\r\n" : "",
        size, body);
    say(link, text, size);
}

/* The value of a header field; "" where there is none. */
static void header_of(const char *head, const char *name, char *value, size_t bytes)
{
    size_t size = strlen(name);

    value[0] = '\0';
    for (const char *line = strstr(head, "\r\n"); line != NULL; line = strstr(line + 2, "\r\n")) {
        if (strncasecmp(line + 2, name, size) != 0 || line[2 + size] != ':')
            continue;
        line += 2 + size + 1 + strspn(line + 2 + size + 1, " ");
        (void)snprintf(value, bytes, "%.*s", (int)strcspn(line, ";\r"), line);
        return;
    }
}

static void answered(struct link *link, const char *head, int status)
{
    char value[256];
    char text[OUT_BYTES];

    if (status != (link->asks ? 200 : 202)) {
        all.refused++;
    } else if (!link->asks) {
        header_of(head, "Set-Cookie", value, sizeof(value));
        if (strncmp(value, "fy_visitor=", 11) == 0)
            (void)snprintf(
                all.cookies[link->visitor], COOKIE_BYTES, "%.*s", COOKIE_BYTES - 1, value + 11);
        header_of(head, "Fy-Position", value, sizeof(value));
        link->asks = true;
        link->acked_us = now_us();
        say(link, text,
            snprintf(text, sizeof(text),
                "GET /v1/recommendations?limit=8 HTTP/1.1\r\nHost: shop\r\nCookie: "
                "fy_visitor=%s\r\nFy-After: %s\r\nPrefer: wait=5\r\n\r\n",
                all.cookies[link->visitor], value));
        return;
    } else if (link->due_us >= all.begun_us && all.took < CLICKS_MAX) {
        all.acked_ms[all.took] = (double)(link->acked_us - link->due_us) / 1000;
        all.took_ms[all.took++] = (double)(now_us() - link->due_us) / 1000;
    }
    all.busy[link->visitor] = false;
    link->visitor = -1;
    all.free[all.free_count++] = link;
}

static void hear(struct link *link)
{
    ssize_t got = read(link->fd, link->in + link->received, IN_BYTES - link->received);
    char length[32];
    char *end;

    if (got <= 0)
        die("read");
    link->received += (size_t)got;
    link->in[link->received] = '\0';
    end = strstr(link->in, "\r\n\r\n");
    if (end == NULL)
        return;
    header_of(link->in, "Content-Length", length, sizeof(length));
    if (link->received < (size_t)(end + 4 - link->in) + (size_t)atoll(length))
        return;
    *end = '\0';
    link->received = 0;
    answered(link, link->in, atoi(link->in + 9));
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;

    return left < right ? -1 : left > right;
}

static void run(double rate, double seconds)
{
    int64_t start_us = now_us();
    int64_t clicks = (int64_t)(rate * (seconds + WARM_S));
    int64_t next = 0;
    int visitor = 0;

    all.begun_us = start_us + WARM_S * 1000000;
    while (next < clicks || all.free_count < WIDTH_MAX) {
        struct epoll_event events[64];
        int64_t due_us = start_us + (int64_t)((double)next * 1e6 / rate);
        int count;

        while (next < clicks && due_us <= now_us() && all.free_count > 0) {
            while (all.busy[visitor])
                visitor = (visitor + 1) % all.visitors;
            all.busy[visitor] = true;
            post(all.free[--all.free_count], visitor, due_us);
            visitor = (visitor + 1) % all.visitors;
            due_us = start_us + (int64_t)((double)++next * 1e6 / rate);
        }
        count = epoll_wait(all.epoll_fd, events, 64, 1);
        for (int i = 0; i < count; i++)
            hear(events[i].data.ptr);
    }
}

int main(int argc, char **argv)
{
    if (argc < 6 || atoi(argv[4]) < WIDTH_MAX) {
        (void)fprintf(stderr,
            "usage: %s PORT RATE SECONDS VISITORS SKU ...; at least %d visitors\n", argv[0],
            WIDTH_MAX);
        return EXIT_FAILURE;
    }
    all.port = atoi(argv[1]);
    all.visitors = atoi(argv[4]);
    all.sku = argv + 5;
    all.skus = argc - 5;
    all.random = 1;
    all.cookies = calloc((size_t)all.visitors, sizeof(*all.cookies));
    all.busy = calloc((size_t)all.visitors, sizeof(*all.busy));
    all.took_ms = calloc(CLICKS_MAX, sizeof(*all.took_ms));
    all.acked_ms = calloc(CLICKS_MAX, sizeof(*all.acked_ms));
    all.epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    if (all.cookies == NULL || all.busy == NULL || all.took_ms == NULL || all.acked_ms == NULL ||
        all.epoll_fd < 0)
        die("start");
    for (int i = 0; i < WIDTH_MAX; i++) {
        all.links[i].fd = -1; /* nginx hangs up on who says nothing for 10 s: when it is used. */
        all.links[i].visitor = -1;
        all.free[all.free_count++] = &all.links[i];
    }
    run(atof(argv[2]), atof(argv[3]));
    if (all.took == 0)
        return EXIT_FAILURE;
    qsort(all.took_ms, (size_t)all.took, sizeof(*all.took_ms), by_size);
    qsort(all.acked_ms, (size_t)all.took, sizeof(*all.acked_ms), by_size);
    (void)printf("p50 %.1f ms, p99 %.1f ms, max %.1f ms (to the 202: %.1f, %.1f), %lld clicks at "
                 "%s a second, %lld refused\n",
        all.took_ms[all.took / 2], all.took_ms[all.took * 99 / 100], all.took_ms[all.took - 1],
        all.acked_ms[all.took / 2], all.acked_ms[all.took * 99 / 100], (long long)all.took, argv[2],
        (long long)all.refused);
    return all.refused == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
