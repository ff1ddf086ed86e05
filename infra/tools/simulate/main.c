/*
 * main.c - shoppers, over HTTP: fy-simulate --rate N --seconds S --visitors V --seed X
 *
 * Each visitor browses in sessions: products by Zipf's law, then on to related ones (a product's
 * neighbours in SKU order, the same for everybody), sometimes into the cart. After a view they may
 * read their recommendations; if the list has what they want next, they choose it there: the click
 * share says how often a list named the product that was wanted.
 *
 * Promises that are checked: what was acknowledged is acknowledged again under the same (session,
 * n) with the same Event-Id, and at the end each visitor's history counts every acknowledged view.
 *
 * Exits 0 when all answers were as promised; 503 and 429 are refusals, asked again, no failure.
 * Source: libcurl's multi interface; one thread.
 */
#include "infra/tools/simulate/buyer.h"
#include "infra/tools/simulate/options.h"

#include <curl/curl.h>
#include <math.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    SLOTS = 128,           /* Requests in flight; more only queue at nginx. */
    ANSWER_BYTES = 262144, /* Of one answer; the rest is dropped. */
    REPEAT_PER_MILLE = 10, /* Acknowledged posts that are sent once more. */
    LATENCY_BUCKETS = 400, /* 5 % apart, from 10 us. */
    CHECKED_MAX = 200,     /* Visitors whose history is counted at the end. */
    PURCHASES = 64,        /* Orders that go on at once; who wants one more does not order. */
    TOKEN_S = 600,         /* A token counts for 15 minutes. */
};

struct slot {
    CURL *easy;
    struct visitor *visitor;
    struct purchase *purchase; /* NULL: a visitor's. */
    struct curl_slist *headers;
    char body[EVENT_TEXT];
    char url[512];
    char *answer; /* ANSWER_BYTES + 1. */
    size_t answer_size;
    char set_cookie[80], event_id[40], position[64];
    double began_s;
    bool post;
};

static struct {
    long long posts, acked, refused, unexpected, broken, repeats, reads, lists, clicks, late;
    long long latency[LATENCY_BUCKETS];
} count;

static struct purchase purchases[PURCHASES];
static struct purchase_counts bought;
static char token[2048];
static double token_until_s;

static struct visitor *visitors;
static struct slot slots[SLOTS];
static int idle[SLOTS], idle_count;
static CURLM *multi;
static volatile sig_atomic_t stopped;

static void on_signal(int number)
{
    (void)number;
    stopped = 1;
}

static double now_s(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* --- Requests --------------------------------------------------------------------------------- */

static void header_value(
    const char *line, size_t size, const char *name, char *ret_value, size_t ret_size)
{
    size_t length = strlen(name), end = 0;

    if (size <= length || strncasecmp(line, name, length) != 0 || line[length] != ':')
        return;
    line += length + 1;
    size -= length + 1;
    while (size > 0 && *line == ' ') {
        line++;
        size--;
    }
    while (end < size && end + 1 < ret_size && line[end] != '\r' && line[end] != ';')
        end++;
    memcpy(ret_value, line, end);
    ret_value[end] = '\0';
}

static size_t on_header(char *line, size_t one, size_t size, void *context)
{
    struct slot *slot = context;

    (void)one;
    if (size > 23 && strncasecmp(line, "Set-Cookie: fy_visitor=", 23) == 0)
        header_value(line, size, "Set-Cookie", slot->set_cookie, sizeof(slot->set_cookie));
    header_value(line, size, "Event-Id", slot->event_id, sizeof(slot->event_id));
    header_value(line, size, "Fy-Position", slot->position, sizeof(slot->position));
    return size;
}

static size_t on_body(char *bytes, size_t one, size_t size, void *context)
{
    struct slot *slot = context;
    size_t kept = size;

    (void)one;
    if (kept > ANSWER_BYTES - slot->answer_size)
        kept = ANSWER_BYTES - slot->answer_size;
    memcpy(slot->answer + slot->answer_size, bytes, kept);
    slot->answer_size += kept;
    slot->answer[slot->answer_size] = '\0';
    return size;
}

static void add_header(struct slot *slot, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void add_header(struct slot *slot, const char *format, ...)
{
    char line[256];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(line, sizeof(line), format, args);
    va_end(args);
    slot->headers = curl_slist_append(slot->headers, line);
}

static void slot_clear(struct slot *slot)
{
    slot->visitor = NULL;
    slot->purchase = NULL;
    slot->answer_size = 0;
    slot->answer[0] = slot->set_cookie[0] = slot->event_id[0] = slot->position[0] = '\0';
    slot->headers = NULL;
}

static void slot_send(struct slot *slot)
{
    (void)curl_easy_setopt(slot->easy, CURLOPT_URL, slot->url);
    (void)curl_easy_setopt(slot->easy, CURLOPT_HTTPHEADER, slot->headers);
    slot->began_s = now_s();
    (void)curl_multi_add_handle(multi, slot->easy);
}

static void request_start(struct slot *slot, struct visitor *visitor)
{
    slot_clear(slot);
    slot->visitor = visitor;
    slot->post = visitor->act != ACT_READ && visitor->act != ACT_CHECK;
    if (visitor->cookie[0] != '\0')
        add_header(slot, "Cookie: %s", visitor->cookie);
    if (slot->post) {
        add_header(slot, "Content-Type: application/json");
        visitor_write(visitor, slot->body);
        (void)snprintf(slot->url, sizeof(slot->url), "%s/v1/activity", opt.url);
        (void)curl_easy_setopt(slot->easy, CURLOPT_POSTFIELDS, slot->body);
        (void)curl_easy_setopt(slot->easy, CURLOPT_POSTFIELDSIZE, (long)strlen(slot->body));
        count.posts++;
    } else {
        add_header(slot, "Fy-After: %s", visitor->position);
        add_header(slot, "Prefer: wait=%d", visitor->act == ACT_CHECK ? 10 : 2);
        (void)snprintf(slot->url, sizeof(slot->url),
            visitor->act == ACT_CHECK ? "%s/v1/history" : "%s/v1/recommendations?limit=10",
            opt.url);
        (void)curl_easy_setopt(slot->easy, CURLOPT_HTTPGET, 1L);
    }
    visitor->busy = true;
    slot_send(slot);
}

/* --- Orders ----------------------------------------------------------------------------------- */

/* An operator may speak for any supplier. */
static void token_renew(void)
{
    FILE *pipe;

    if (opt.token_command == NULL || now_s() < token_until_s)
        return;
    token_until_s = now_s() + TOKEN_S;
    token[0] = '\0';
    pipe = popen(opt.token_command, "r"); /* The caller's own words, of the command line. */
    if (pipe == NULL || fgets(token, sizeof(token), pipe) == NULL)
        token[0] = '\0';
    token[strcspn(token, "\r\n")] = '\0';
    if (pipe == NULL || pclose(pipe) != 0 || token[0] == '\0') {
        (void)fprintf(stderr, "no token, so suppliers do nothing: %s\n", opt.token_command);
        opt.token_command = NULL;
    }
}

static void purchase_start(struct slot *slot, struct purchase *purchase)
{
    struct purchase_request request;

    slot_clear(slot);
    slot->purchase = purchase;
    slot->post = true;
    purchase_write(purchase, &request);
    (void)snprintf(slot->url, sizeof(slot->url), "%s%s", opt.url, request.path);
    (void)snprintf(slot->body, sizeof(slot->body), "%s", request.body);
    add_header(slot, "Content-Type: application/json");
    add_header(slot, "Prefer: wait=5");
    add_header(slot, "Idempotency-Key: %s", request.key);
    if (request.is_suppliers)
        add_header(slot, "Authorization: Bearer %s", token);
    else if (purchase->cookie[0] != '\0')
        add_header(slot, "Cookie: %s", purchase->cookie);
    (void)curl_easy_setopt(slot->easy, CURLOPT_POSTFIELDS, slot->body);
    (void)curl_easy_setopt(slot->easy, CURLOPT_POSTFIELDSIZE, (long)strlen(slot->body));
    purchase->busy = true;
    slot_send(slot);
}

/* How many go on. */
static int purchases_step(void)
{
    int going = 0;

    token_renew();
    for (int i = 0; i < PURCHASES; i++) {
        struct purchase *purchase = &purchases[i];

        going += purchase->used;
        if (purchase->used && !purchase->busy && purchase->not_before_s <= now_s() &&
            idle_count > 0)
            purchase_start(&slots[idle[--idle_count]], purchase);
    }
    return going;
}

/* Some of those who put something into their cart order it at once. */
static void maybe_buys(const struct visitor *visitor)
{
    if (visitor->cookie[0] == '\0' || shop_price(visitor->sku)->minor == 0 || !chance(opt.orders))
        return;
    for (int i = 0; i < PURCHASES; i++) {
        if (purchases[i].used)
            continue;
        purchase_begin(&purchases[i], visitor, chance(opt.declined), chance(opt.rejected));
        return;
    }
}

/* --- Answers --------------------------------------------------------------------------------- */

static void complain(long long *counter, const struct slot *slot, long status, const char *what)
{
    if (++*counter <= 5)
        (void)fprintf(stderr, "%s: %s %s answered %ld: %.300s\n", what, slot->post ? "POST" : "GET",
            slot->url, status, slot->answer);
}

static void on_acked(struct slot *slot, struct visitor *visitor)
{
    double took_us = (now_s() - slot->began_s) * 1e6;
    int bucket = took_us <= 10 ? 0 : (int)(log(took_us / 10) / log(1.05));

    count.latency[bucket < LATENCY_BUCKETS ? bucket : LATENCY_BUCKETS - 1]++;
    if (visitor->event_id[0] != '\0') { /* This was the repeat. */
        count.repeats++;
        if (strcmp(visitor->event_id, slot->event_id) != 0)
            complain(&count.broken, slot, 202, "a repeat got another Event-Id");
        visitor->event_id[0] = '\0';
    } else {
        count.acked++;
        if (visitor->act == ACT_VIEW)
            visitor->views_acked++;
        if (slot->set_cookie[0] != '\0')
            memcpy(visitor->cookie, slot->set_cookie, sizeof(visitor->cookie));
        memcpy(visitor->position, slot->position, sizeof(visitor->position));
        if (chance(REPEAT_PER_MILLE)) {
            memcpy(visitor->event_id, slot->event_id, sizeof(visitor->event_id));
            return; /* Same act, same n, once more. */
        }
    }
    if (visitor->act == ACT_CART)
        maybe_buys(visitor);
    count.clicks += visitor->act == ACT_CLICK;
    visitor->n++;
    visitor_step(visitor);
}

static void on_history(struct slot *slot, struct visitor *visitor)
{
    const char *counts = strstr(slot->answer, "\"counts\":");
    const char *views = counts == NULL ? NULL : strstr(counts, "\"views\":");
    long long got = views == NULL ? -1 : strtoll(views + 8, NULL, 10);

    if (got != visitor->views_acked) {
        (void)fprintf(
            stderr, "a history has %lld views of %lld acknowledged\n", got, visitor->views_acked);
        complain(&count.broken, slot, 200, "acknowledged and not in the history");
    }
    visitor->act = ACT_NONE;
}

static void on_purchase(const struct slot *slot, long status)
{
    long long before = bought.unexpected + bought.refused;

    purchase_answered(
        slot->purchase, status, slot->answer, opt.token_command != NULL, now_s(), &bought);
    if (bought.unexpected + bought.refused > before)
        complain(&count.unexpected, slot, status, "an order");
}

static void on_read(const struct slot *slot, struct visitor *visitor, long status)
{
    count.reads++;
    count.late += status == 202;
    if (visitor->act != ACT_READ)
        return;
    visitor_read_list(visitor, status == 200 ? slot->answer : "");
    count.lists += visitor->list_count > 0;
    visitor_step(visitor);
}

static void on_posted(struct slot *slot, struct visitor *visitor, long status)
{
    if (status == 202) {
        on_acked(slot, visitor);
    } else if (visitor->event_id[0] != '\0') {
        complain(&count.broken, slot, status, "acknowledged, and refused when repeated");
        visitor->event_id[0] = '\0';
    } else {
        complain(&count.unexpected, slot, status, "unexpected");
        visitor->act = ACT_VIEW;
    }
}

static void on_answer(struct slot *slot, CURLcode result)
{
    struct visitor *visitor = slot->visitor;
    long status = 0;

    (void)curl_easy_getinfo(slot->easy, CURLINFO_RESPONSE_CODE, &status);
    if (slot->purchase != NULL) {
        on_purchase(slot, result == CURLE_OK ? status : 0);
        return;
    }
    visitor->busy = false;
    if (result != CURLE_OK) {
        (void)snprintf(slot->answer, ANSWER_BYTES, "%s", curl_easy_strerror(result));
        complain(&count.unexpected, slot, 0, "no answer");
    } else if (status == 503 || status == 429) {
        count.refused++; /* The same act again, later. */
    } else if (slot->post) {
        on_posted(slot, visitor, status);
    } else if (visitor->act == ACT_CHECK && status == 200) {
        on_history(slot, visitor);
    } else if (status == 200 || status == 202) {
        on_read(slot, visitor, status);
    } else {
        complain(&count.unexpected, slot, status, "unexpected");
        visitor->act = visitor->act == ACT_CHECK ? ACT_NONE : ACT_VIEW;
    }
}

static void serve(int wait_ms)
{
    CURLMsg *message;
    int left = 0, running = 0;

    (void)curl_multi_poll(multi, NULL, 0, wait_ms, NULL);
    (void)curl_multi_perform(multi, &running);
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        struct slot *slot = NULL;
        CURLcode result = message->data.result;

        if (message->msg != CURLMSG_DONE)
            continue;
        (void)curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, (char **)&slot);
        (void)curl_multi_remove_handle(multi, slot->easy);
        on_answer(slot, result);
        curl_slist_free_all(slot->headers);
        idle[idle_count++] = (int)(slot - slots);
    }
}

/* --- The run --------------------------------------------------------------------------------- */

static double latency_ms(int per_mille)
{
    long long all = 0, seen = 0;

    for (int i = 0; i < LATENCY_BUCKETS; i++)
        all += count.latency[i];
    for (int i = 0; i < LATENCY_BUCKETS; i++) {
        seen += count.latency[i];
        if (all > 0 && seen * 1000 >= all * per_mille)
            return 0.01 * pow(1.05, i + 1);
    }
    return 0;
}

static void report(double seconds)
{
    static long long acked_before;
    static double seconds_before;
    double rate = (double)(count.acked - acked_before) / (seconds - seconds_before + 1e-9);

    (void)printf("%4.0f s  %6.0f posts/s  acked %lld  refused %lld  p50 %.1f ms  p99 %.1f ms  "
                 "lists %lld, wanted product in %.1f %%\n",
        seconds, rate, count.acked, count.refused, latency_ms(500), latency_ms(990), count.lists,
        count.lists > 0 ? 100.0 * (double)count.clicks / (double)count.lists : 0.0);
    (void)fflush(stdout);
    acked_before = count.acked;
    seconds_before = seconds;
}

/* Pages of the catalogue, until one brings nothing new. */
static bool catalogue_read(void)
{
    struct slot *slot = &slots[0];
    char after[SKU_TEXT] = "";

    for (;;) {
        int before = shop_count();
        size_t size = 0;
        long status = 0;
        CURLcode result;

        (void)snprintf(slot->url, sizeof(slot->url), "%s/v1/products?limit=100%s%s", opt.url,
            after[0] != '\0' ? "&after=" : "", after);
        slot->answer_size = 0;
        slot->answer[0] = '\0';
        (void)curl_easy_setopt(slot->easy, CURLOPT_URL, slot->url);
        (void)curl_easy_setopt(slot->easy, CURLOPT_HTTPGET, 1L);
        result = curl_easy_perform(slot->easy);
        (void)curl_easy_getinfo(slot->easy, CURLINFO_RESPONSE_CODE, &status);
        if (result != CURLE_OK || status != 200) {
            (void)fprintf(stderr,
                "no catalogue: GET %s answered %ld %s: is the stand up? ./fy status\n", slot->url,
                status, result == CURLE_OK ? "" : curl_easy_strerror(result));
            return false;
        }
        for (const char *at = next_sku(slot->answer, &size); at != NULL; at = next_sku(at, &size)) {
            if (size >= SKU_TEXT || !shop_add(at, size, at))
                return shop_count() > 0;
            (void)snprintf(after, sizeof(after), "%.*s", (int)size, at);
        }
        if (shop_count() == before)
            break;
    }
    if (shop_count() == 0)
        (void)fprintf(stderr, "the catalogue is empty: list products first (./fy up does)\n");
    return shop_count() > 0;
}

static bool slots_init(void)
{
    multi = curl_multi_init();
    visitors = calloc((size_t)opt.visitors, sizeof(*visitors));
    if (multi == NULL || visitors == NULL)
        return false;
    for (int i = 0; i < SLOTS; i++) {
        struct slot *slot = &slots[i];

        slot->easy = curl_easy_init();
        slot->answer = malloc(ANSWER_BYTES + 1);
        if (slot->easy == NULL || slot->answer == NULL)
            return false;
        (void)curl_easy_setopt(slot->easy, CURLOPT_PRIVATE, slot);
        (void)curl_easy_setopt(slot->easy, CURLOPT_HEADERFUNCTION, on_header);
        (void)curl_easy_setopt(slot->easy, CURLOPT_HEADERDATA, slot);
        (void)curl_easy_setopt(slot->easy, CURLOPT_WRITEFUNCTION, on_body);
        (void)curl_easy_setopt(slot->easy, CURLOPT_WRITEDATA, slot);
        (void)curl_easy_setopt(slot->easy, CURLOPT_TIMEOUT_MS, 15000L);
        (void)curl_easy_setopt(slot->easy, CURLOPT_NOSIGNAL, 1L);
        idle[idle_count++] = i;
    }
    return true;
}

/* Somebody who has nothing in flight; NULL when the few we asked are all busy. */
static struct visitor *visitor_pick(void)
{
    for (int tries = 0; tries < 8; tries++) {
        struct visitor *visitor = &visitors[below(opt.visitors)];
        if (!visitor->busy)
            return visitor;
    }
    return NULL;
}

static void shop(void)
{
    double began = now_s(), said = began;

    while (!stopped && now_s() - began < opt.seconds) {
        long long due = (long long)((now_s() - began) * opt.rate);

        (void)purchases_step();
        while (count.posts < due && idle_count > 0) {
            struct visitor *visitor = visitor_pick();
            if (visitor == NULL)
                break;
            if (visitor->act == ACT_NONE)
                visitor_session_begin(visitor);
            request_start(&slots[idle[--idle_count]], visitor);
        }
        serve(1);
        if (now_s() - said >= 1) {
            said += 1;
            report(now_s() - began);
        }
    }
    for (double until = now_s() + 30;
         (purchases_step() > 0 || idle_count < SLOTS) && now_s() < until;)
        serve(10);
    report(now_s() - began);
}

/* What was acknowledged must be in the histories, of the first CHECKED_MAX visitors. */
static int check_histories(void)
{
    double until = now_s() + 60;
    int asked = 0, missing = 0, next = 0;

    for (int i = 0; i < opt.visitors && asked < CHECKED_MAX; i++) {
        struct visitor *visitor = &visitors[i];
        if (visitor->views_acked > 0 && !visitor->busy) {
            visitor->act = ACT_CHECK;
            asked++;
        }
    }
    do {
        missing = 0;
        for (int i = 0; i < opt.visitors; i++) {
            struct visitor *visitor = &visitors[(next + i) % opt.visitors];
            if (visitor->act != ACT_CHECK)
                continue;
            missing++;
            if (!visitor->busy && idle_count > 0)
                request_start(&slots[idle[--idle_count]], visitor);
        }
        serve(10);
    } while (missing > 0 && now_s() < until && !stopped);
    if (missing > 0) {
        (void)fprintf(stderr, "%d histories did not catch up within 60 s\n", missing);
        count.broken += missing;
    }
    return asked;
}

int main(int argc, char **argv)
{
    int checked;

    for (int i = 1; i < argc; i += 2) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) {
            (void)fputs(option_usage, stdout);
            return 0;
        }
        if (i + 1 == argc || !option_set(argv[i], argv[i + 1])) {
            (void)fprintf(stderr, "\"%s\" is not understood\n\n%s", argv[i], option_usage);
            return 2;
        }
    }
    (void)signal(SIGINT, on_signal);
    (void)signal(SIGTERM, on_signal);
    random_seed(opt.seed);
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0 || !slots_init() || !catalogue_read())
        return 1;
    shop_open();
    (void)printf("%d visitors, %d products, %d posts/s, seed %llu\n", opt.visitors, shop_count(),
        opt.rate, (unsigned long long)opt.seed);
    shop();
    stopped = 0;
    checked = check_histories();
    (void)printf("acked %lld, repeated %lld, histories counted %d, lists late %lld; "
                 "unexpected %lld, promises broken %lld\n",
        count.acked, count.repeats, checked, count.late, count.unexpected, count.broken);
    (void)printf("orders %lld: confirmed %lld, declined %lld, sold out %lld, price changed %lld, "
                 "undecided %lld; suppliers: accepted %lld, rejected %lld, sent %lld, delivered "
                 "%lld, refused %lld\n",
        bought.ordered, bought.confirmed, bought.declined, bought.sold_out, bought.total_differs,
        bought.undecided, bought.accepted, bought.rejected, bought.shipped, bought.delivered,
        bought.refused);
    if (count.acked == 0)
        (void)fprintf(stderr, "nothing was acknowledged\n");
    return count.unexpected == 0 && count.broken == 0 && count.acked > 0 ? 0 : 1;
}
