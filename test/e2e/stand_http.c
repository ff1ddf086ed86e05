/* stand_http.c - see stand.h. libcurl, one connection at a time. */
#include "test/e2e/stand.h"

#include <curl/curl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

const char *stand_home(void)
{
    const char *home = getenv("FY_HOME");

    if (home == NULL || getenv("FY_PORT") == NULL) {
        (void)fprintf(stderr, "FY_HOME and FY_PORT name the stand to test: ./fy test sets them\n");
        exit(EXIT_FAILURE);
    }
    return home;
}

int stand_port(void)
{
    (void)stand_home();
    return atoi(getenv("FY_PORT"));
}

int64_t mono_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool eventually(int seconds, bool (*holds)(void *context), void *context)
{
    int64_t until_ms = mono_ms() + seconds * 1000;

    while (!holds(context)) {
        if (mono_ms() > until_ms)
            return false;
        (void)usleep(20000);
    }
    return true;
}

static const char *random_hex(const char *prefix, int bytes)
{
    static char ring[16][96];
    static int next;
    char *text = ring[next++ % 16];
    uint8_t random[16];
    int at = snprintf(text, sizeof(ring[0]), "%s", prefix);

    if (getrandom(random, sizeof(random), 0) != (ssize_t)sizeof(random))
        abort();
    for (int i = 0; i < bytes; i++)
        at += snprintf(text + at, sizeof(ring[0]) - (size_t)at, "%02x", random[i]);
    return text;
}

const char *fresh_name(const char *prefix)
{
    char with_dash[64];

    (void)snprintf(with_dash, sizeof(with_dash), "%s-", prefix);
    return random_hex(with_dash, 6);
}

const char *fresh_session(void)
{
    return random_hex("", 16);
}

/* --- One request --------------------------------------------------------------------------------
 */

static void keep(const char *line, size_t size, const char *name, char *ret, size_t ret_size)
{
    size_t length = strlen(name);

    if (size <= length + 1 || strncasecmp(line, name, length) != 0 || line[length] != ':')
        return;
    line += length + 1;
    size -= length + 1;
    while (size > 0 && *line == ' ') {
        line++;
        size--;
    }
    while (size > 0 && (line[size - 1] == '\r' || line[size - 1] == '\n'))
        size--;
    (void)snprintf(ret, ret_size, "%.*s", (int)size, line);
}

static size_t on_header(char *line, size_t one, size_t size, void *context)
{
    struct answer *answer = context;

    (void)one;
    keep(line, size, "Content-Type", answer->content_type, sizeof(answer->content_type));
    keep(line, size, "Event-Id", answer->event_id, sizeof(answer->event_id));
    keep(line, size, "Fy-Position", answer->position, sizeof(answer->position));
    keep(line, size, "Location", answer->location, sizeof(answer->location));
    keep(line, size, "Retry-After", answer->retry_after, sizeof(answer->retry_after));
    keep(line, size, "ETag", answer->etag, sizeof(answer->etag));
    keep(line, size, "Cache-Control", answer->cache_control, sizeof(answer->cache_control));
    keep(line, size, "Content-Security-Policy", answer->policy, sizeof(answer->policy));
    keep(line, size, "Set-Cookie", answer->cookie, sizeof(answer->cookie));
    return size;
}

static size_t on_body(char *bytes, size_t one, size_t size, void *context)
{
    struct answer *answer = context;
    size_t left = ANSWER_BYTES_MAX - 1 - answer->size;

    (void)one;
    memcpy(answer->body + answer->size, bytes, size < left ? size : left);
    answer->size += size < left ? size : left;
    answer->body[answer->size] = '\0';
    return size;
}

/* `post` NULL: a GET. Without an answer the status stays 0. */
static const struct answer *request(
    const char *method, const char *path, const void *post, size_t size, const char *const *headers)
{
    static struct answer answer;
    static CURL *easy;
    struct curl_slist *list = NULL;
    char url[1024];
    int64_t began_ms = mono_ms();

    if (easy == NULL)
        easy = curl_easy_init();
    else
        curl_easy_reset(easy);
    memset(&answer, 0, offsetof(struct answer, body) + 1);
    (void)snprintf(url, sizeof(url), "http://127.0.0.1:%d%s", stand_port(), path);
    for (; headers != NULL && *headers != NULL; headers++)
        list = curl_slist_append(list, *headers);
    if (post != NULL) {
        list = curl_slist_append(list, "Expect:");
        (void)curl_easy_setopt(easy, CURLOPT_POST, 1L);
        (void)curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, method);
        (void)curl_easy_setopt(easy, CURLOPT_POSTFIELDS, post);
        (void)curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)size);
    }
    (void)curl_easy_setopt(easy, CURLOPT_URL, url);
    (void)curl_easy_setopt(easy, CURLOPT_HTTPHEADER, list);
    (void)curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
    (void)curl_easy_setopt(easy, CURLOPT_HEADERDATA, &answer);
    (void)curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
    (void)curl_easy_setopt(easy, CURLOPT_WRITEDATA, &answer);
    (void)curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 30000L);
    if (curl_easy_perform(easy) == CURLE_OK)
        (void)curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_slist_free_all(list);
    if (strchr(answer.cookie, ';') != NULL)
        *strchr(answer.cookie, ';') = '\0';
    answer.took_ms = (double)(mono_ms() - began_ms);
    return &answer;
}

const struct answer *http_get(const char *path, const char *const *headers)
{
    return request("GET", path, NULL, 0, headers);
}

static const struct answer *send_bytes(
    const char *method, const char *path, const void *body, size_t size, const char *const *headers)
{
    static const char *const json[] = {"Content-Type: application/json", NULL};
    const char *all[16];
    int count = 0;

    all[count++] = json[0];
    for (; headers != NULL && *headers != NULL && count < 15; headers++) {
        if (strncasecmp(*headers, "Content-Type:", 13) == 0)
            all[0] = *headers;
        else
            all[count++] = *headers;
    }
    all[count] = NULL;
    return request(method, path, body, size, all);
}

const struct answer *http_post_bytes(
    const char *path, const void *body, size_t size, const char *const *headers)
{
    return send_bytes("POST", path, body, size, headers);
}

const struct answer *http_send(
    const char *method, const char *path, const char *body, const char *const *headers)
{
    return send_bytes(method, path, body, strlen(body), headers);
}

const struct answer *http_post(const char *path, const char *body, const char *const *headers)
{
    return http_post_bytes(path, body, strlen(body), headers);
}

const struct answer *get_after(const char *path, const char *position, const char *cookie)
{
    char with_cookie[160];

    (void)snprintf(with_cookie, sizeof(with_cookie), "Cookie: %s", cookie == NULL ? "" : cookie);
    return get_after_as(path, position, cookie == NULL ? NULL : with_cookie);
}

const struct answer *get_after_as(const char *path, const char *position, const char *who)
{
    int64_t until_ms = mono_ms() + 30000;
    char after[128];
    const char *const headers[] = {after, "Prefer: wait=5", who, NULL};
    const struct answer *answer;

    (void)snprintf(after, sizeof(after), "Fy-After: %s", position);
    do {
        answer = http_get(path, headers);
    } while ((answer->status == 202 || answer->status == 503) && mono_ms() < until_ms);
    return answer;
}

/* --- Expectations -------------------------------------------------------------------------------
 */

void expect_status(
    long want, const struct answer *answer, const char *file, int line, const char *test)
{
    char text[512];

    (void)snprintf(text, sizeof(text), "status: want %ld, got %ld, with \"%.300s\"", want,
        answer->status, answer->body);
    CU_assertImplementation(answer->status == want, (unsigned)line, text, file, test, CU_FALSE);
}

void expect_problem(long status,
    const char *name,
    const char *words,
    const struct answer *answer,
    const char *file,
    int line,
    const char *test)
{
    char text[768], type[128];
    bool right;

    (void)snprintf(type, sizeof(type), "/problems/%s\"", name);
    right = answer->status == status && strstr(answer->body, type) != NULL &&
            strncmp(answer->content_type, "application/problem+json", 24) == 0 &&
            (words == NULL || strstr(answer->body, words) != NULL);
    (void)snprintf(text, sizeof(text), "want %ld %s with \"%s\", got %ld %s \"%.400s\"", status,
        name, words == NULL ? "" : words, answer->status, answer->content_type, answer->body);
    CU_assertImplementation(right, (unsigned)line, text, file, test, CU_FALSE);
}
