/*
 * edge_load.c - the client of `./fy prove edge`: many shoppers and suppliers on keep-alive
 * connections, and the ledger of what each was told. It links nothing of ours and shares no code
 * with the programs.
 *
 *   edge_load PORT SEED POSTS WIDTH SKUS LEDGER CALLER
 *
 * Each of WIDTH connections has its own random numbers. It is a shopper (a first visit that brings
 * the cookie, then clicks numbered by session and n, one or several a post) or a supplier (prices
 * and receipts under Idempotency-Keys, of SKUs that no other connection speaks of). What was not
 * acknowledged is asked again, as the same bytes, until it is; some of what was acknowledged is
 * asked again too. It ends when POSTS were acknowledged and stdin was closed: whoever kills
 * programs meanwhile says when that is over. Progress is on stdout: "posts N" now and then, "done
 * ..." last.
 *
 * CALLER is a file of one line, "Authorization: Bearer ...": who the suppliers are.
 *
 * LEDGER, one line for each post that was acknowledged, fields behind tabs:
 *   F number attempts position id visitor cookie             a first visit; number is what it found
 *   A first|again attempts position ids visitor session n skus
 *   P first|again attempts position id sku key minor         a price
 *   R first|again attempts position id sku key units         a receipt
 */
#include "test/prove/load/caller.h"
#include "test/prove/load/random.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
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
    BATCH_MAX = 8,
    OUT_BYTES = 4096,
    IN_BYTES = 16384,
    AGAIN_US = 100 * 1000,    /* Between two tries. */
    ANSWER_US = 30 * 1000000, /* For one answer; then the connection is given up. */
    POST_US = 600 * 1000000,  /* For one post with all its tries. */
    VISIT_POSTS_MAX = 200,
    FOUND_MAX = 1000000, /* What "results" may say. */
    CALLER_BYTES = 1024,
};

enum state { RESTING, SENDING, RECEIVING };
enum kind { FIRST_VISIT, ACTIVITY, PRICE, RECEIPT };
struct shopper {
    char visitor[64];
    char cookie[128];
    char session[33];
    int64_t n;
    int posts_left;
};

/* What is being asked, until it is acknowledged. */
struct post {
    enum kind kind;
    bool again; /* Acknowledged before, and asked again on purpose. */
    int attempts;
    int64_t began_us;
    int count; /* Events. */
    int skus[BATCH_MAX];
    int64_t number; /* Found, minor or units. */
    char key[33];
    char first_ids[BATCH_MAX * 37 + 1];
    size_t size;
    char bytes[OUT_BYTES];
};

struct client {
    int number;
    int fd;
    enum state state;
    int64_t at_us; /* Resting: when to go on. Else: when to give up. */
    uint64_t random;
    struct shopper shopper;
    struct post post;
    bool has_post;
    size_t sent;
    size_t received;
    char in[IN_BYTES + 1];
};

struct answer {
    int status;
    const char *head; /* Ended by a NUL. */
    const char *body;
    size_t size; /* Of all. */
};

static struct {
    int port, width, skus, epoll_fd;
    int64_t posts_wanted, posts, unanswered, busy, found;
    int64_t told;
    uint64_t random;
    int64_t rate, rate_until_us, next_us;
    bool may_end;
    FILE *ledger;
    struct client *clients;
    char caller[CALLER_BYTES];
} all;

static int64_t now_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

__attribute__((format(printf, 1, 2), noreturn)) static void die(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    (void)fputs("failed ", stdout);
    (void)vprintf(format, args);
    va_end(args);
    exit(1); /* With it the ledger is flushed. */
}

/* --- What is asked ---------------------------------------------------------------------------- */

static void post_write(
    struct client *client, const char *path, const char *headers, const char *body)
{
    struct post *post = &client->post;
    int size = snprintf(post->bytes, sizeof(post->bytes),
        "POST %s HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n%sContent-Length: "
        "%zu\r\n\r\n%s",
        path, headers, strlen(body), body);

    if (size < 0 || size >= (int)sizeof(post->bytes))
        die("a post of %d bytes does not fit", size);
    post->size = (size_t)size;
}

static void make_first_visit(struct client *client)
{
    struct post *post = &client->post;
    char headers[64], body[64];

    post->kind = FIRST_VISIT;
    post->count = 1;
    post->number = all.found++ % FOUND_MAX;
    random_hex(&client->random, post->key);
    (void)snprintf(headers, sizeof(headers), "Idempotency-Key: %s\r\n", post->key);
    (void)snprintf(body, sizeof(body), "{\"searched\":{\"results\":%" PRId64 "}}", post->number);
    post_write(client, "/v1/activity", headers, body);
    client->shopper =
        (struct shopper){.posts_left = 1 + random_below(&client->random, VISIT_POSTS_MAX)};
    random_hex(&client->random, client->shopper.session);
}

static void make_activity(struct client *client)
{
    struct shopper *shopper = &client->shopper;
    struct post *post = &client->post;
    char headers[192], body[OUT_BYTES / 2];
    size_t at = 0;

    post->kind = ACTIVITY;
    post->count = random_below(&client->random, 10) > 0
                      ? 1
                      : 2 + random_below(&client->random, BATCH_MAX - 1);
    post->number = shopper->n;
    for (int i = 0; i < post->count; i++) {
        post->skus[i] = random_below(&client->random, all.skus);
        at += (size_t)snprintf(body + at, sizeof(body) - at,
            "%s{\"session\":\"%s\",\"n\":%" PRId64 ",\"item_viewed\":{\"sku\":\"edge-%d\"}}",
            i > 0             ? ","
            : post->count > 1 ? "["
                              : "",
            shopper->session, shopper->n + i, post->skus[i]);
    }
    if (post->count > 1)
        (void)snprintf(body + at, sizeof(body) - at, "]");
    shopper->n += post->count;
    shopper->posts_left--;
    (void)snprintf(headers, sizeof(headers), "Cookie: fy_visitor=%s\r\n", shopper->cookie);
    post_write(client, "/v1/activity", headers, body);
}

static void make_supply(struct client *client)
{
    struct post *post = &client->post;
    int own = (all.skus - client->number + all.width - 1) / all.width;
    char headers[CALLER_BYTES + 64], body[256];

    post->kind = random_below(&client->random, 2) == 0 ? PRICE : RECEIPT;
    post->count = 1;
    post->skus[0] = client->number + random_below(&client->random, own) * all.width;
    post->number = 1 + random_below(&client->random, post->kind == PRICE ? 1000000000 : 9);
    random_hex(&client->random, post->key);
    (void)snprintf(
        headers, sizeof(headers), "%s\r\nIdempotency-Key: %s\r\n", all.caller, post->key);
    (void)snprintf(body, sizeof(body), "{\"sku\":\"edge-%d\",%s%" PRId64 "%s", post->skus[0],
        post->kind == PRICE ? "\"price_set\":{\"price\":{\"minor\":"
                            : "\"stock_received\":{\"units\":",
        post->number, post->kind == PRICE ? ",\"currency\":\"EUR\"}}}" : "}}");
    post_write(client, "/v1/supply", headers, body);
}

/* Every few seconds another rate, from a trickle to all that is taken. */
static int64_t start_us(int64_t now)
{
    static const int64_t rates[] = {500, 2000, 5000, 0, 0, 0};

    if (now >= all.rate_until_us) {
        all.rate = rates[random_below(&all.random, sizeof(rates) / sizeof(rates[0]))];
        all.rate_until_us = now + 1000000 + random_below(&all.random, 3000000);
        all.next_us = now;
    }
    if (all.rate == 0)
        return now;
    all.next_us = (all.next_us > now - 100000 ? all.next_us : now) + 1000000 / all.rate;
    return all.next_us < all.rate_until_us ? all.next_us : all.rate_until_us;
}

static void make_next(struct client *client, int64_t now)
{
    struct post *post = &client->post;

    post->again = false;
    if (client->shopper.posts_left > 0)
        make_activity(client);
    else if (random_below(&client->random, 100) == 0)
        make_first_visit(client);
    else
        make_supply(client);
    post->attempts = 0;
    client->has_post = true;
    client->at_us = start_us(now);
    post->began_us = client->at_us;
}

/* --- What is answered ------------------------------------------------------------------------- */

/* The value of a header field, or "". */
static void header_of(const struct answer *answer, const char *name, char *value, size_t bytes)
{
    size_t size = strlen(name);
    const char *line = answer->head;

    value[0] = '\0';
    while ((line = strstr(line, "\r\n")) != NULL) {
        line += 2;
        if (strncasecmp(line, name, size) != 0 || line[size] != ':')
            continue;
        line += size + 1 + strspn(line + size + 1, " ");
        size = strcspn(line, "\r");
        if (size >= bytes)
            die("the header %s has %zu bytes", name, size);
        memcpy(value, line, size);
        value[size] = '\0';
        return;
    }
}

/* The ids of the answer, separated by commas. */
static int ids_of(const struct answer *answer, char *ids, size_t bytes)
{
    const char *at = strstr(answer->body, "\"event_ids\":[");
    int count = 0;

    ids[0] = '\0';
    if (at == NULL)
        return 0;
    at = strchr(at, '[');
    while (at != NULL && (at[0] == '[' || at[0] == ',')) {
        if (at[1] != '"' || strcspn(at + 2, "\"") != 36 || (size_t)count * 37 + 37 >= bytes)
            return -1;
        (void)snprintf(
            ids + (count > 0 ? count * 37 - 1 : 0), 38, "%s%.36s", count > 0 ? "," : "", at + 2);
        count++;
        at += 2 + 36 + 1;
    }
    return count;
}

static void take_cookie(struct client *client, const struct answer *answer)
{
    struct shopper *shopper = &client->shopper;
    char value[256];
    size_t size;

    header_of(answer, "Set-Cookie", value, sizeof(value));
    size = strcspn(value, ";");
    if (strncmp(value, "fy_visitor=", 11) != 0 || size - 11 >= sizeof(shopper->cookie))
        die("a first visit brought the cookie \"%s\"", value);
    (void)snprintf(shopper->cookie, sizeof(shopper->cookie), "%.*s", (int)size - 11, value + 11);
    size = strcspn(shopper->cookie, ".");
    (void)snprintf(shopper->visitor, sizeof(shopper->visitor), "%.*s", (int)size, shopper->cookie);
}

static void ledger_write(const struct client *client, const char *position, const char *ids)
{
    const struct post *post = &client->post;
    const struct shopper *shopper = &client->shopper;

    if (post->kind == FIRST_VISIT) {
        (void)fprintf(all.ledger, "F\t%" PRId64 "\t%d\t%s\t%s\t%s\t%s\n", post->number,
            post->attempts, position, ids, shopper->visitor, shopper->cookie);
        return;
    }
    (void)fprintf(all.ledger, "%c\t%s\t%d\t%s\t%s\t", "FAPR"[post->kind],
        post -> again ? "again" : "first", post->attempts, position, ids);
    if (post->kind == ACTIVITY)
        (void)fprintf(all.ledger, "%s\t%s\t%" PRId64 "\t%d", shopper->visitor, shopper->session,
            post->number, post->skus[0]);
    else
        (void)fprintf(all.ledger, "%d\t%s\t%" PRId64, post->skus[0], post->key, post->number);
    for (int i = 1; i < post->count; i++)
        (void)fprintf(all.ledger, ",%d", post->skus[i]);
    (void)fputc('\n', all.ledger);
}

static void tell(void)
{
    int64_t step = all.posts_wanted / 1000 + 1;

    if (all.posts < all.told + step)
        return;
    all.told = all.posts;
    (void)printf("posts %" PRId64 "\n", all.posts);
    (void)fflush(stdout);
}

static void acknowledged(struct client *client, const struct answer *answer, int64_t now)
{
    struct post *post = &client->post;
    char ids[sizeof(post->first_ids)], position[96], last[64];
    int count = ids_of(answer, ids, sizeof(ids));

    header_of(answer, "Fy-Position", position, sizeof(position));
    header_of(answer, "Event-Id", last, sizeof(last));
    if (count != post->count || strcmp(last, ids + (count - 1) * 37) != 0 || position[0] == '\0')
        die("%d events were answered with: %s\n%s", post->count, answer->head, answer->body);
    if (post->kind == FIRST_VISIT)
        take_cookie(client, answer);
    ledger_write(client, position, ids);
    all.posts++;
    tell();
    client->has_post = false;
    if (post->again || post->kind == FIRST_VISIT || random_below(&client->random, 25) != 0)
        return;
    post->again = true;
    post->attempts = 0;
    post->began_us = now;
    client->has_post = true;
}

static void handle(struct client *client, const struct answer *answer, int64_t now)
{
    char text[32];

    client->state = RESTING;
    client->at_us = now;
    if (answer->status == 202) {
        acknowledged(client, answer, now);
        return;
    }
    header_of(answer, "Retry-After", text, sizeof(text));
    if ((answer->status != 503 && answer->status != 429) || text[0] == '\0')
        die("%.*s was answered with: %s\n%s", (int)client->post.size, client->post.bytes,
            answer->head, answer->body);
    all.busy++;
    client->at_us = now + AGAIN_US;
}

/* --- Connections ------------------------------------------------------------------------------ */

static void hang_up(struct client *client)
{
    (void)close(client->fd);
    client->fd = -1;
}

/* No answer: whether it was written down is not known. */
static void broken(struct client *client, int64_t now)
{
    if (client->fd >= 0)
        hang_up(client);
    all.unanswered++;
    client->state = RESTING;
    client->at_us = now + AGAIN_US;
}

static void watch(const struct client *client, int operation, uint32_t events)
{
    struct epoll_event event = {.events = events, .data.u32 = (uint32_t)client->number};

    (void)epoll_ctl(all.epoll_fd, operation, client->fd, &event); /* Its time-out tells. */
}

static bool dial(struct client *client)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)all.port)};
    int one = 1;

    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    client->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (client->fd < 0)
        die("socket: %s", strerror(errno));
    (void)setsockopt(client->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
    if (connect(client->fd, (const struct sockaddr *)&to, sizeof(to)) != 0 && errno != EINPROGRESS)
        return false;
    watch(client, EPOLL_CTL_ADD, EPOLLOUT);
    return true;
}

static void send_some(struct client *client, int64_t now)
{
    const struct post *post = &client->post;
    ssize_t size =
        send(client->fd, post->bytes + client->sent, post->size - client->sent, MSG_NOSIGNAL);

    if (size < 0 && errno != EAGAIN)
        return broken(client, now);
    client->sent += size > 0 ? (size_t)size : 0;
    if (client->sent < post->size)
        return watch(client, EPOLL_CTL_MOD, EPOLLOUT);
    client->state = RECEIVING;
    client->received = 0;
    watch(client, EPOLL_CTL_MOD, EPOLLIN);
}

static void begin(struct client *client, int64_t now)
{
    if (now > client->post.began_us + POST_US)
        die("%.*s: not acknowledged in time", (int)client->post.size, client->post.bytes);
    client->post.attempts++;
    client->sent = 0;
    client->state = SENDING;
    client->at_us = now + ANSWER_US;
    if (client->fd < 0) {
        if (!dial(client))
            broken(client, now);
        return;
    }
    send_some(client, now);
}

/* False while more has to come. */
static bool answer_parse(struct client *client, struct answer *answer)
{
    char *end, text[32];

    client->in[client->received] = '\0';
    end = strstr(client->in, "\r\n\r\n");
    if (end == NULL)
        return false;
    end[2] = '\0';
    *answer = (struct answer){.head = client->in, .body = end + 4};
    if (sscanf(client->in, "HTTP/1.1 %d ", &answer->status) != 1)
        die("answered with: %s", client->in);
    header_of(answer, "Content-Length", text, sizeof(text));
    if (text[0] == '\0')
        die("answered without a length: %s", client->in);
    answer->size = (size_t)(end + 4 - client->in) + strtoul(text, NULL, 10);
    end[2] = client->received >= answer->size ? '\0' : '\r';
    if (answer->size > IN_BYTES)
        die("an answer of %zu bytes", answer->size);
    return client->received >= answer->size;
}

static void receive_some(struct client *client, int64_t now)
{
    struct answer answer;
    ssize_t size = recv(client->fd, client->in + client->received, IN_BYTES - client->received, 0);
    char text[32];

    if (size < 0 && errno == EAGAIN)
        return;
    if (size <= 0)
        return broken(client, now);
    client->received += (size_t)size;
    if (!answer_parse(client, &answer))
        return;
    if (client->received > answer.size)
        die("bytes behind an answer: %s", client->in + answer.size);
    header_of(&answer, "Connection", text, sizeof(text));
    if (strcasecmp(text, "close") == 0)
        hang_up(client);
    handle(client, &answer, now);
}

static void go_on(struct client *client, int64_t now)
{
    if (client->state != RESTING)
        return broken(client, now); /* No answer in time. */
    if (!client->has_post) {
        if (all.may_end && all.posts >= all.posts_wanted) {
            client->at_us = INT64_MAX;
            return;
        }
        make_next(client, now);
    }
    if (client->at_us <= now)
        begin(client, now);
}

/* While a connection rests, the server may close it. */
static void ready(struct client *client, int64_t now)
{
    if (client->fd < 0)
        return;
    if (client->state == SENDING)
        send_some(client, now);
    else if (client->state == RECEIVING)
        receive_some(client, now);
    else
        hang_up(client);
}

/* False when all is done. */
static bool turn(void)
{
    struct epoll_event events[WIDTH_MAX];
    struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
    int64_t now = now_us(), wait_us = 100000;
    bool busy = false;
    int count;

    for (int i = 0; i < all.width; i++) {
        struct client *client = &all.clients[i];

        for (int j = 0; j < 3 && client->at_us <= now; j++)
            go_on(client, now);
        busy = busy || client->at_us != INT64_MAX;
        if (client->at_us - now < wait_us)
            wait_us = client->at_us - now;
    }
    count = epoll_wait(all.epoll_fd, events, WIDTH_MAX, wait_us > 0 ? (int)(wait_us / 1000) : 0);
    if (count < 0 && errno != EINTR)
        die("epoll: %s", strerror(errno));
    now = now_us();
    for (int i = 0; i < count; i++)
        ready(&all.clients[events[i].data.u32], now);
    if (poll(&in, 1, 0) > 0)
        all.may_end = true; /* Nothing is ever written to it: it is closed. */
    return busy;
}

int main(int argc, char **argv)
{
    if (argc != 8)
        die("usage: edge_load PORT SEED POSTS WIDTH SKUS LEDGER CALLER");
    if (!caller_read(argv[7], all.caller, sizeof(all.caller)))
        die("%s has no head line of a caller", argv[7]);
    all.port = atoi(argv[1]);
    all.random = strtoull(argv[2], NULL, 10);
    all.posts_wanted = atoll(argv[3]);
    all.width = atoi(argv[4]);
    all.skus = atoi(argv[5]);
    all.ledger = fopen(argv[6], "ae");
    all.epoll_fd = epoll_create1(0);
    if (all.width < 1 || all.width > WIDTH_MAX || all.skus < all.width || all.posts_wanted < 1 ||
        all.ledger == NULL || all.epoll_fd < 0)
        die("bad arguments: WIDTH is 1 .. %d and at most SKUS, POSTS above 0", WIDTH_MAX);
    all.clients = calloc((size_t)all.width, sizeof(*all.clients));
    if (all.clients == NULL)
        die("no memory");
    for (int i = 0; i < all.width; i++) {
        all.clients[i].number = i;
        all.clients[i].fd = -1;
        all.clients[i].random = random_next(&all.random);
    }
    while (turn())
        continue;
    if (fclose(all.ledger) != 0)
        die("the ledger could not be written: %s", strerror(errno));
    (void)printf("done posts=%" PRId64 " unanswered=%" PRId64 " busy=%" PRId64 "\n", all.posts,
        all.unanswered, all.busy);
    return 0;
}
