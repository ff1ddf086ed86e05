/*
 * stand.h - a real stand, seen from outside: HTTP through nginx, topics, processes by pid.
 *
 * `./fy test` starts the stand and sets FY_HOME and FY_PORT; to run one test by hand:
 *
 *   FY_HOME=$PWD/.fy FY_PORT=8080 build/release/bin/e2e.shop_test one_click_travels
 *
 * Every wait is for a condition, with a deadline that fails the test. Names (SKUs, sessions) are
 * new in each run, so a test may be repeated on the same stand.
 * Errors:  what the stand itself cannot do (no such program, no broker) fails the test with words.
 */
#ifndef TEST_E2E_STAND_H
#define TEST_E2E_STAND_H

#include "lib/kafka.h"
#include "test/expect.h"

enum { ANSWER_BYTES_MAX = 1 << 20 };

/* What came back. Texts are empty where a header was absent; the body has a NUL behind it. */
struct answer {
    long status; /* 0: no answer at all. */
    size_t size;
    double took_ms;
    char content_type[64];
    char event_id[40];
    char position[64];
    char location[256];
    char retry_after[16];
    char etag[96];
    char cache_control[64];
    char policy[256]; /* Content-Security-Policy. */
    char cookie[80];  /* "fy_visitor=..." when one was set. */
    char body[ANSWER_BYTES_MAX];
};

/* `headers`: "Name: value" texts, NULL-terminated, or NULL. The answer is static: copy what is
 * kept. */
const struct answer *http_get(const char *path, const char *const *headers);
const struct answer *http_post(const char *path, const char *body, const char *const *headers);
/* Any method; a body of "" where there is none. */
const struct answer *http_send(
    const char *method, const char *path, const char *body, const char *const *headers);
const struct answer *http_post_bytes(
    const char *path, const void *body, size_t size, const char *const *headers);

/*
 * "Authorization: Bearer ...", a header of whoever is signed in: the owner of `supplier`, and an
 * operator. By the stand's own key. Static ring of 16.
 */
const char *owner_of(const char *supplier);
const char *an_operator(void);

/* Headers with nothing else in them. */
#define AS_OWNER_OF(supplier) ((const char *const[]){owner_of(supplier), NULL})
#define AS_OPERATOR ((const char *const[]){an_operator(), NULL})

/* http_get with Fy-After and Prefer: wait=5 and a cookie (NULL: none), asked again on 202 and 503.
 */
const struct answer *get_after(const char *path, const char *position, const char *cookie);
/* The same with a header that says who asks (NULL: none). */
const struct answer *get_after_as(const char *path, const char *position, const char *who);

/* Fail with status and body in words when it is another. */
#define EXPECT_STATUS(want, answer) expect_status((want), (answer), __FILE__, __LINE__, __func__)
void expect_status(
    long want, const struct answer *answer, const char *file, int line, const char *test);

/* problem+json of that name whose body has `words` (NULL: any). */
#define EXPECT_PROBLEM(status, name, words, answer)                                                \
    expect_problem((status), (name), (words), (answer), __FILE__, __LINE__, __func__)
void expect_problem(long status,
    const char *name,
    const char *words,
    const struct answer *answer,
    const char *file,
    int line,
    const char *test);

/* Ask every 20 ms until it holds; false when `seconds` have gone by. */
bool eventually(int seconds, bool (*holds)(void *context), void *context);
#define EXPECT_EVENTUALLY(seconds, holds, context)                                                 \
    CU_assertImplementation(eventually((seconds), (holds), (context)), __LINE__,                   \
        #holds " within " #seconds " s", __FILE__, __func__, CU_FALSE)

/* A name nobody used before: "prefix-1a2b3c...". Static ring of 16. */
const char *fresh_name(const char *prefix);
/* 32 hex digits: a session. Static ring of 16. */
const char *fresh_session(void);

/* --- Topics -------------------------------------------------------------------------------------
 */

/* Records in all partitions of a topic, as read_committed readers see its ends. */
int64_t topic_end(enum fy_topic topic);

/* Where the partitions end now; then every record behind those places, in turn. */
struct topic_mark {
    enum fy_topic topic;
    struct fy_place places[FY_PARTITIONS_MAX];
    int count;
};
void topic_mark(struct topic_mark *mark, enum fy_topic topic);
int topic_read(const struct topic_mark *from,
    void (*visit)(const struct fy_record *record, void *context),
    void *context);

/* Write bytes as they are, as no program of ours would. */
void topic_put_raw(enum fy_topic topic, const char *key, const void *value, size_t size);

/* --- Processes ----------------------------------------------------------------------------------
 */

/* Pid by the supervisor's word; 0 when it does not run. */
int program_pid(const char *program);
bool program_ready(const char *program);

/* kill -9, then wait until another pid is ready. */
void program_kill(const char *program);

/* Stop, delete its rows, start, wait until ready. There must have been rows. */
void program_wipe(const char *program);
void program_stop(const char *program);
void program_start(const char *program); /* Waits until ready. */
void program_wait_ready(const char *program);

/* Run a command of the tree's root; its exit code, and what it printed (static, cut at 64 KB). */
int run_command(const char **ret_output, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

const char *stand_home(void);
int stand_port(void);
int64_t mono_ms(void);

#endif
