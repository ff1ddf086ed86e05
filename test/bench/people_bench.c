/*
 * people_bench.c - what people cost: a token's check, a sealed field, a person's key, a login.
 *
 *   build/release/bin/bench.people [sessions in the view]
 *
 * CPU microseconds each, single threaded, the least of some rounds: what else ran on this machine
 * only adds. A check is the token and the row of its session, in a RocksDB of so many sessions. An
 * event's sealing is an e-mail, a name, a phone and an address under a remembered key, as PUT
 * /v1/me does it. A slot's logins are Argon2id alone, by CPU time of its thread.
 */
#include "lib/caller.h"
#include "lib/ids.h"
#include "lib/password.h"
#include "lib/person_keys.h"
#include "lib/sessions.h"
#include "schemas/generated/person_key.h"
#include "schemas/generated/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    SESSIONS = 100000,
    ROUNDS = 20,
    TIMES = 20000,
    LOGINS = 40,
    SPACE_SESSIONS = 1,
    SPACE_KEYS = 2,
    PERSONS = 1000,
    PERSON_TEXT_BYTES = 33,
};

static const int64_t now_ms = 1764126000000;
static struct fy_arena arena;
static struct fy_store *store;
static char (*ids)[PERSON_TEXT_BYTES];

static double cpu_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static void must(enum fy_status status, const struct fy_err *err)
{
    if (status == FY_OK)
        return;
    (void)fprintf(stderr, "%s\n", err->text);
    exit(EXIT_FAILURE);
}

static void fill_sessions(int count)
{
    struct fy_store_batch *rows = fy_store_batch_new(store);
    struct fy_err err = {.text = ""};

    for (int i = 0; i < count; i++) {
        struct session session = {.account = fy_slice_of("a"),
            .role = fy_slice_of("customer"),
            .refresh_hash = fy_slice_of("h"),
            .label = fy_slice_of("Firefox on Linux")};
        struct fy_slice value;

        fy_visitor_new(ids[i]);
        fy_arena_clear(&arena);
        session.session = session.person = fy_slice_of(ids[i]);
        must(session_encode(&session, &arena, &value, &err), &err);
        fy_store_batch_put(rows, SPACE_SESSIONS, session.session, value);
    }
    must(fy_store_batch_write(rows, &err), &err);
    fy_store_batch_free(rows);
}

static void bench_check(int count)
{
    static const uint8_t key[FY_TOKEN_KEY_BYTES] = {1};
    static struct fy_slice tokens[PERSONS];
    struct fy_arena kept;
    struct fy_err err = {.text = ""};
    double least = 1e9, least_whole = 1e9;

    fy_arena_init(&kept, 16 << 20);
    for (int i = 0; i < PERSONS; i++) {
        const struct fy_caller caller = {.role = FY_ROLE_CUSTOMER,
            .person = fy_slice_of(ids[i % count]),
            .account = fy_slice_of(ids[i % count]),
            .session = fy_slice_of(ids[i % count]),
            .issued_ms = now_ms,
            .expires_ms = now_ms + FY_TOKEN_LIFE_MS};

        if (!fy_token_make(key, &caller, &kept, &tokens[i]))
            abort();
    }
    for (int whole = 0; whole < 2; whole++) {
        for (int round = 0; round < ROUNDS; round++) {
            double began = cpu_us();

            for (int i = 0; i < TIMES; i++) {
                struct fy_caller caller;
                bool ended = false;

                fy_arena_clear(&arena);
                if (!fy_token_check(key, tokens[i % PERSONS], 1 << FY_AUDIENCE_STOREFRONT,
                        now_ms + 1000, &arena, &caller))
                    abort();
                if (whole)
                    must(fy_session_ended(
                             store, SPACE_SESSIONS, &caller, now_ms, &arena, &ended, &err),
                        &err);
                if (ended)
                    abort();
            }
            began = (cpu_us() - began) / TIMES;
            if (whole && began < least_whole)
                least_whole = began;
            if (!whole && began < least)
                least = began;
        }
    }
    (void)printf("figure: %-33s %.2f us (the token alone %.2f), %d sessions in the view\n",
        "check of an access token", least_whole, least, count);
    fy_arena_done(&kept);
}

static void fill_keys(const struct fy_masters *masters)
{
    struct fy_store_batch *rows = fy_store_batch_new(store);
    struct fy_err err = {.text = ""};

    for (int i = 0; i < PERSONS; i++) {
        uint8_t key[FY_KEY_BYTES], wrapped[FY_WRAPPED_KEY_BYTES];
        struct person_key row = {
            .person = fy_slice_of(ids[i]), .wrapped_key = {wrapped, sizeof(wrapped)}};
        struct fy_slice value;

        fy_arena_clear(&arena);
        fy_key_new(key);
        fy_key_wrap(&masters->keys[0], row.person, key, wrapped);
        must(person_key_encode(&row, &arena, &value, &err), &err);
        fy_store_batch_put(rows, SPACE_KEYS, row.person, value);
    }
    must(fy_store_batch_write(rows, &err), &err);
    fy_store_batch_free(rows);
}

static void bench_seal(void)
{
    static struct fy_masters masters = {.keys = {{.number = 1}}, .count = 1};
    struct fy_person_keys *keys = fy_person_keys_new(store, SPACE_KEYS, &masters, NULL);
    const char *const fields[] = {"email", "full_name", "phone", "addresses"};
    const struct fy_slice texts[] = {fy_slice_of("anne.someone@example.com"),
        fy_slice_of("Anne Someone"), fy_slice_of("+49 30 1234567"),
        fy_slice_of("[{\"lines\":[\"1 Main Street\"],\"postcode\":\"10115\",\"city\":\"Berlin\","
                    "\"country\":\"DE\"}]")};
    double seal = 1e9, unwrap = 1e9;
    struct fy_err err = {.text = ""};

    fill_keys(&masters);
    for (int round = 0; round < ROUNDS; round++) {
        for (int cold = 0; cold < 2; cold++) {
            double began = cpu_us();

            for (int i = 0; i < TIMES; i++) {
                struct fy_slice person = fy_slice_of(ids[i % PERSONS]), sealed;
                uint8_t key[FY_KEY_BYTES];
                bool known = false;

                if (cold && i % PERSONS == 0)
                    fy_person_keys_wipe(keys);
                fy_arena_clear(&arena);
                must(fy_person_keys_get(keys, person, now_ms, &arena, &known, key, &err), &err);
                for (int j = 0; j < 4 && !cold; j++)
                    if (!fy_seal(key, person, fields[j], texts[j], &arena, &sealed))
                        abort();
                if (!known)
                    abort();
            }
            began = (cpu_us() - began) / TIMES;
            if (cold && began < unwrap)
                unwrap = began;
            if (!cold && began < seal)
                seal = began;
        }
    }
    (void)printf("figure: %-33s %.2f us, four fields and the remembered key\n",
        "added per encrypted event", seal);
    (void)printf("figure: %-33s %.2f us, from its row\n", "a key that is not remembered", unwrap);
    fy_person_keys_free(keys);
}

static char hash[FY_PASSWORD_HASH_BYTES];
static int checked_count;

static void on_hashed(void *context, const char *made)
{
    (void)context;
    (void)snprintf(hash, sizeof(hash), "%s", made);
}

static void on_checked(void *context, bool right, bool stale)
{
    (void)context;
    (void)stale;
    checked_count += right;
}

static void bench_logins(void)
{
    struct fy_passwords *passwords;
    struct fy_reactor *reactor;
    struct fy_err err = {.text = ""};
    double began;

    must(fy_reactor_new(&reactor, &err), &err);
    must(fy_passwords_new(reactor, 1, LOGINS, &passwords, &err), &err);
    if (!fy_password_hash(passwords, fy_slice_of("correct horse"), on_hashed, NULL))
        abort();
    while (hash[0] == '\0')
        must(fy_reactor_turn(reactor, 10, &err), &err);
    began = cpu_us();
    for (int i = 0; i < LOGINS; i++)
        if (!fy_password_check(
                passwords, fy_slice_of("correct horse"), fy_slice_of(hash), on_checked, NULL))
            abort();
    while (checked_count < LOGINS)
        must(fy_reactor_turn(reactor, 10, &err), &err);
    began = (cpu_us() - began) / LOGINS;
    (void)printf("figure: %-33s %.1f a second of CPU: %.1f ms each\n", "logins per slot",
        1e6 / began, began / 1e3);
    fy_passwords_free(passwords);
    fy_reactor_free(reactor);
}

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : SESSIONS;
    char folder[] = "/tmp/fy-bench-people-XXXXXX";
    struct fy_err err = {.text = ""};

    if (count < PERSONS || mkdtemp(folder) == NULL)
        return EXIT_FAILURE;
    ids = calloc((size_t)count, sizeof(*ids));
    fy_arena_init(&arena, 1 << 20);
    must(fy_ids_init(&err), &err);
    must(fy_store_open(folder, 32 << 20, &store, &err), &err);
    fill_sessions(count);
    bench_check(count);
    bench_seal();
    bench_logins();
    fy_store_close(store);
    must(fy_store_destroy(folder, &err), &err);
    fy_arena_done(&arena);
    free(ids);
    return EXIT_SUCCESS;
}
