/*
 * people_test.c - people of a real stand: who registers first, what a token is good for, and what
 * is left of somebody who was forgotten.
 */
#include "lib/seal.h"
#include "schemas/generated/account_event.h"
#include "schemas/generated/person_key.h"
#include "test/e2e/stand.h"
#include "test/run.h"

#include <glob.h>
#include <stdarg.h>
#include <stdlib.h>

enum { RACERS = 200, TOKEN_BYTES = 512, EMAIL_BYTES = 96 };

static const char *const json[] = {"Content-Type: application/json", NULL};

static const struct answer *post(const char *path, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static const struct answer *post(const char *path, const char *format, ...)
{
    char body[4096];
    va_list list;

    va_start(list, format);
    (void)vsnprintf(body, sizeof(body), format, list);
    va_end(list);
    return http_post(path, body, json);
}

/* The text of a member of the answer's JSON; "" when it is not there. */
static void member(const struct answer *answer, const char *name, char *to, size_t size)
{
    char quoted[64];
    const char *at, *end;

    (void)snprintf(quoted, sizeof(quoted), "\"%s\":\"", name);
    at = strstr(answer->body, quoted);
    end = at != NULL ? strchr(at + strlen(quoted), '"') : NULL;
    to[0] = '\0';
    CU_ASSERT_PTR_NOT_NULL(end);
    if (end != NULL)
        (void)snprintf(
            to, size, "%.*s", (int)(end - at - (int)strlen(quoted)), at + strlen(quoted));
}

/* --- Letters ---------------------------------------------------------------------------------- */

struct letter {
    const char *email, *kind;
    char *token;
};

static bool letter_came(void *context)
{
    struct letter *letter = context;
    const char *output;

    if (run_command(&output, "./fy letters %s %s 2>/dev/null", letter->email, letter->kind) != 0)
        return false;
    (void)snprintf(letter->token, TOKEN_BYTES, "%.*s", (int)strcspn(output, "\n"), output);
    return letter->token[0] != '\0';
}

/* The newest token of that kind. */
static void letter_read(const char *email, const char *kind, char token[TOKEN_BYTES])
{
    struct letter letter = {email, kind, token};

    token[0] = '\0';
    EXPECT_EVENTUALLY(20, letter_came, &letter);
}

static void email_new(char email[EMAIL_BYTES])
{
    (void)snprintf(email, EMAIL_BYTES, "%s@example.org", fresh_name("ann"));
}

/* Registered and verified, with "first password". */
static void person_new(char email[EMAIL_BYTES])
{
    char token[TOKEN_BYTES];

    email_new(email);
    EXPECT_STATUS(
        202, post("/v1/accounts", "{\"email\":\"%s\",\"password\":\"first password\"}", email));
    letter_read(email, "verify", token);
    EXPECT_STATUS(200, post("/v1/accounts/verify", "{\"token\":\"%s\"}", token));
}

static const struct answer *sign_in(const char *email, const char *password)
{
    return post("/v1/login", "{\"email\":\"%s\",\"password\":\"%s\"}", email, password);
}

static const struct answer *refresh(const char *token)
{
    return post("/v1/refresh", "{\"refresh_token\":\"%s\"}", token);
}

/* --- Registering ------------------------------------------------------------------------------ */

struct race {
    struct topic_mark mark;
    int taken; /* Requests that were written down. */
    int created, refused;
};

static void count_event(const struct fy_record *record, void *context)
{
    struct race *race = context;
    struct fy_arena arena;
    struct account_event event;
    struct fy_err err;

    fy_arena_init(&arena, 1024 * 1024);
    if (account_event_decode(record->value, &arena, &event, &err) == FY_OK) {
        race->created += event.account_created != NULL;
        race->refused += event.create_refused != NULL;
    }
    fy_arena_done(&arena);
}

static bool race_is_decided(void *context)
{
    struct race *race = context;

    race->created = race->refused = 0;
    (void)topic_read(&race->mark, count_event, race);
    return race->created + race->refused >= race->taken;
}

/* How often a line of `output` ends so. */
static int lines_ending(const char *output, const char *end)
{
    int count = 0;

    for (const char *at = strstr(output, end); at != NULL; at = strstr(at + 1, end))
        count++;
    return count;
}

/* 200 at once, from as many addresses: some are taken, the others come too often; one has it. */
static void one_of_200_registrations_wins(void)
{
    static struct race race;
    char email[EMAIL_BYTES];
    const char *output;
    int code, often;

    email_new(email);
    topic_mark(&race.mark, FY_TOPIC_ACCOUNTS);
    code = run_command(&output,
        "seq %d | xargs -P 24 -I N curl -s -m 20 -o /dev/null --interface 127.9.0.N -w "
        "'N %%{http_code}\\n' http://127.0.0.1:%d/v1/accounts -H 'Content-Type: application/json' "
        "-d '{\"email\":\"%s\",\"password\":\"first password\"}'",
        RACERS, stand_port(), email);
    EXPECT_I64(0, code);
    race.taken = lines_ending(output, " 202\n");
    often = lines_ending(output, " 429\n");
    EXPECT_I64(RACERS, race.taken + often);
    CU_ASSERT_TRUE(race.taken > 1);
    EXPECT_EVENTUALLY(20, race_is_decided, &race);
    EXPECT_I64(1, race.created);
    EXPECT_I64(race.taken - 1, race.refused);
}

/* Before it is read nobody signs in, and whoever tries is not told why. */
static void a_letter_says_whether_an_email_is_ones_own(void)
{
    char email[EMAIL_BYTES], token[TOKEN_BYTES];

    email_new(email);
    EXPECT_STATUS(
        202, post("/v1/accounts", "{\"email\":\"%s\",\"password\":\"first password\"}", email));
    letter_read(email, "verify", token);
    EXPECT_STATUS(401, sign_in(email, "first password"));
    EXPECT_STATUS(200, post("/v1/accounts/verify", "{\"token\":\"%s\"}", token));
    EXPECT_STATUS(200, sign_in(email, "first password"));
}

static void an_unknown_email_and_a_wrong_password_look_alike(void)
{
    char email[EMAIL_BYTES], unknown[EMAIL_BYTES], body[512];
    const struct answer *answer;

    person_new(email);
    email_new(unknown);
    answer = sign_in(email, "another password");
    EXPECT_STATUS(401, answer);
    (void)snprintf(body, sizeof(body), "%.500s", answer->body);
    answer = sign_in(unknown, "another password");
    EXPECT_STATUS(401, answer);
    EXPECT_TEXT(body, fy_slice_of(answer->body));
}

/* --- Sessions --------------------------------------------------------------------------------- */

/* The next token for each; an old one again ends the session, for the thief and for the owner. */
static void a_refresh_token_counts_once(void)
{
    char email[EMAIL_BYTES], first[TOKEN_BYTES], second[TOKEN_BYTES], third[TOKEN_BYTES];
    const struct answer *answer;

    person_new(email);
    member(sign_in(email, "first password"), "refresh_token", first, sizeof(first));
    answer = refresh(first);
    EXPECT_STATUS(200, answer);
    member(answer, "refresh_token", second, sizeof(second));
    answer = refresh(second);
    EXPECT_STATUS(200, answer);
    member(answer, "refresh_token", third, sizeof(third));
    CU_ASSERT_STRING_NOT_EQUAL(second, third);

    EXPECT_STATUS(401, refresh(first));
    EXPECT_STATUS(401, refresh(third));
    EXPECT_STATUS(200, sign_in(email, "first password"));
}

static void a_forged_refresh_token_ends_nothing(void)
{
    char email[EMAIL_BYTES], token[TOKEN_BYTES], forged[TOKEN_BYTES];

    person_new(email);
    member(sign_in(email, "first password"), "refresh_token", token, sizeof(token));
    (void)snprintf(forged, sizeof(forged), "%s", token);
    forged[strlen(forged) - 3] = forged[strlen(forged) - 3] == 'A' ? 'B' : 'A';
    EXPECT_STATUS(401, refresh(forged));
    EXPECT_STATUS(200, refresh(token));
}

/* Whoever knew the old password is signed out with it. */
static void a_reset_sets_another_password_and_ends_the_sessions(void)
{
    char email[EMAIL_BYTES], session[TOKEN_BYTES], token[TOKEN_BYTES];

    person_new(email);
    member(sign_in(email, "first password"), "refresh_token", session, sizeof(session));
    EXPECT_STATUS(202, post("/v1/password-resets", "{\"email\":\"%s\"}", email));
    letter_read(email, "reset", token);
    EXPECT_STATUS(200, post("/v1/password-resets/done",
                           "{\"token\":\"%s\",\"password\":\"second password\"}", token));
    EXPECT_STATUS(401, refresh(session));
    EXPECT_STATUS(401, sign_in(email, "first password"));
    EXPECT_STATUS(200, sign_in(email, "second password"));
    CU_ASSERT_NOT_EQUAL(200, post("/v1/password-resets/done",
                                 "{\"token\":\"%s\",\"password\":\"third password\"}", token)
                                 ->status);
}

/* --- Accidents -------------------------------------------------------------------------------- */

/* The task that decides dies and loses its disk: who is signed in stays so. */
static void accounts_outlive_the_task(void)
{
    char email[EMAIL_BYTES], token[TOKEN_BYTES];

    person_new(email);
    member(sign_in(email, "first password"), "refresh_token", token, sizeof(token));
    program_kill("accounts");
    program_wipe("accounts");
    EXPECT_STATUS(200, refresh(token));
    EXPECT_STATUS(401, refresh(token));
}

/* --- Callers ---------------------------------------------------------------------------------- */

/* Somebody signed in: what comes with each of their requests, and what their session is called. */
struct caller {
    char head[1200], refresh[TOKEN_BYTES], session[64], person[64];
};

static void caller_new(struct caller *caller, const char *email, const char *password)
{
    const struct answer *answer = sign_in(email, password);
    char token[1024];

    EXPECT_STATUS(200, answer);
    member(answer, "access_token", token, sizeof(token));
    member(answer, "refresh_token", caller->refresh, sizeof(caller->refresh));
    member(answer, "session", caller->session, sizeof(caller->session));
    member(answer, "person", caller->person, sizeof(caller->person));
    (void)snprintf(caller->head, sizeof(caller->head), "Authorization: Bearer %s", token);
}

static const struct answer *send_as(
    const struct caller *caller, const char *method, const char *path, const char *body)
{
    const char *const heads[] = {caller->head, json[0], NULL};

    return http_send(method, path, body, heads);
}

static bool is_refused(void *context)
{
    return send_as(context, "GET", "/v1/me", "")->status == 401;
}

/* From another device; its access token would have counted for 15 minutes more. */
static void a_revoked_session_is_dead_within_a_second(void)
{
    static struct caller lost, kept;
    char email[EMAIL_BYTES], path[128];
    int64_t began_ms;

    person_new(email);
    caller_new(&lost, email, "first password");
    caller_new(&kept, email, "first password");
    EXPECT_STATUS(200, send_as(&lost, "GET", "/v1/me", ""));
    (void)snprintf(path, sizeof(path), "/v1/me/sessions/%s", lost.session);
    CU_ASSERT_TRUE(send_as(&kept, "DELETE", path, "")->status < 300);
    began_ms = mono_ms();
    EXPECT_EVENTUALLY(5, is_refused, &lost);
    CU_ASSERT_TRUE(mono_ms() - began_ms < 1000);
    EXPECT_STATUS(401, refresh(lost.refresh));
    EXPECT_STATUS(200, send_as(&kept, "GET", "/v1/me", ""));
    EXPECT_STATUS(200, refresh(kept.refresh));
}

/* Nobody ends a session that is another's: it is as unknown as one that never was. */
static void a_foreign_session_is_unknown(void)
{
    static struct caller ann, eve;
    char email[EMAIL_BYTES], path[128];

    person_new(email);
    caller_new(&ann, email, "first password");
    person_new(email);
    caller_new(&eve, email, "first password");
    (void)snprintf(path, sizeof(path), "/v1/me/sessions/%s", ann.session);
    EXPECT_STATUS(404, send_as(&eve, "DELETE", path, ""));
    EXPECT_STATUS(200, send_as(&ann, "GET", "/v1/me", ""));
}

/* An owner is invited by us and joins; their token is of their supplier. */
static void who_is_invited_joins_with_a_role(void)
{
    static struct caller owner;
    const struct answer *answer;
    char email[EMAIL_BYTES], token[TOKEN_BYTES], body[512];
    const char *supplier = fresh_name("acme");
    const char *const heads[] = {an_operator(), json[0], NULL};

    email_new(email);
    (void)snprintf(body, sizeof(body),
        "{\"email\":\"%s\",\"role\":\"supplier_owner\",\"supplier\":\"%s\"}", email, supplier);
    CU_ASSERT_TRUE(http_send("POST", "/v1/invitations", body, heads)->status < 300);
    letter_read(email, "invitation", token);
    answer =
        post("/v1/invitations/accept", "{\"token\":\"%s\",\"password\":\"first password\"}", token);
    EXPECT_STATUS(200, answer);
    answer = sign_in(email, "first password");
    EXPECT_STATUS(200, answer);
    EXPECT_CONTAINS("\"role\":\"supplier_owner\"", fy_slice_of(answer->body));
    EXPECT_CONTAINS(supplier, fy_slice_of(answer->body));
    caller_new(&owner, email, "first password");
    EXPECT_STATUS(403, send_as(&owner, "POST", "/v1/invitations",
                           "{\"email\":\"boss@example.org\",\"role\":\"operator\"}"));
}

/* --- Forgetting ------------------------------------------------------------------------------- */

/* A person's wrapped key, as `person-keys` has it, and the files that have it. */
struct planted {
    char person[64];
    uint8_t key[FY_WRAPPED_KEY_BYTES];
    bool found;
};

static void key_find(const struct fy_record *record, void *context)
{
    struct planted *planted = context;
    struct fy_arena arena;
    struct person_key key;
    struct fy_err err;

    if (record->value.data == NULL || !fy_slice_equal(record->key, fy_slice_of(planted->person)))
        return;
    fy_arena_init(&arena, 64 * 1024);
    if (person_key_decode(record->value, &arena, &key, &err) == FY_OK &&
        key.wrapped_key.size == sizeof(planted->key)) {
        memcpy(planted->key, key.wrapped_key.data, sizeof(planted->key));
        planted->found = true;
    }
    fy_arena_done(&arena);
}

static bool file_has(const char *path, const struct planted *planted)
{
    static char bytes[8 << 20]; /* Segments have 1 MB, indexes more and no keys. */
    FILE *file = fopen(path, "rb");
    size_t size;

    if (file == NULL)
        return false; /* Kafka deleted it meanwhile. */
    size = fread(bytes, 1, sizeof(bytes), file);
    (void)fclose(file);
    return memmem(bytes, size, planted->key, sizeof(planted->key)) != NULL;
}

static bool is_on_disk(void *context)
{
    const struct planted *planted = context;
    char pattern[512];
    glob_t files;
    bool found = false;

    (void)snprintf(pattern, sizeof(pattern), "%s/kafka/data/person-keys-*/*.log*", stand_home());
    if (glob(pattern, 0, NULL, &files) != 0)
        return false;
    for (size_t i = 0; i < files.gl_pathc; i++)
        found = found || file_has(files.gl_pathv[i], planted);
    globfree(&files);
    return found;
}

static bool is_off_disk(void *context)
{
    return !is_on_disk(context);
}

/* Refused at once; and a minute later nobody who has the disks and the master keys reads them. */
static void a_forgotten_persons_key_is_off_the_disk_within_a_minute(void)
{
    static struct caller ann;
    struct planted planted = {.found = false};
    struct topic_mark mark;
    char email[EMAIL_BYTES];

    topic_mark(&mark, FY_TOPIC_PERSON_KEYS);
    person_new(email);
    caller_new(&ann, email, "first password");
    (void)snprintf(planted.person, sizeof(planted.person), "%s", ann.person);
    (void)topic_read(&mark, key_find, &planted);
    CU_ASSERT_TRUE_FATAL(planted.found);
    EXPECT_EVENTUALLY(10, is_on_disk, &planted);

    CU_ASSERT_TRUE(
        send_as(&ann, "DELETE", "/v1/me", "{\"password\":\"first password\"}")->status < 300);
    EXPECT_EVENTUALLY(5, is_refused, &ann);
    EXPECT_STATUS(401, sign_in(email, "first password"));
    EXPECT_EVENTUALLY(60, is_off_disk, &planted);
}

static const CU_TestInfo tests[] = {
    TEST(one_of_200_registrations_wins),
    TEST(a_letter_says_whether_an_email_is_ones_own),
    TEST(an_unknown_email_and_a_wrong_password_look_alike),
    TEST(a_refresh_token_counts_once),
    TEST(a_forged_refresh_token_ends_nothing),
    TEST(a_reset_sets_another_password_and_ends_the_sessions),
    TEST(accounts_outlive_the_task),
    TEST(a_revoked_session_is_dead_within_a_second),
    TEST(a_foreign_session_is_unknown),
    TEST(who_is_invited_joins_with_a_role),
    TEST(a_forgotten_persons_key_is_off_the_disk_within_a_minute),
};

TEST_MAIN(people, tests)
