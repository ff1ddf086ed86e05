/* Accounts behind their topics: what edges and api read of each request. */
#include "schemas/generated/dead_letter.h"
#include "test/run.h"
#include "test/stream/accounts_said.h"

#define ACC "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define GUEST "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define MINUTE_MS INT64_C(60000)

static void forget_what_was_told(struct driver *driver)
{
    static const enum fy_topic topics[] = {
        FY_TOPIC_ACCOUNTS, FY_TOPIC_CREDENTIALS, FY_TOPIC_USERS, FY_TOPIC_SESSIONS};
    struct fy_record record;

    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        while (driver_read_record(driver, topics[i], &record))
            continue;
}

/* Registered, verified, signed in as s1; nothing left to read. */
static void sign_in(struct driver *driver)
{
    (void)SAY(driver, ACC, "e1", "create", "p1", "v1", "pw1", NULL);
    (void)SAY(driver, ACC, "e2", "verify", NULL, "v1", NULL, NULL);
    (void)SAY(driver, ACC, "e3", "open", "s1", "r1", "pw1", "visitor");
    forget_what_was_told(driver);
}

static void expect_as_of(struct fy_place place, const struct position *items, size_t count)
{
    EXPECT_I64(1, count);
    if (count != 1)
        return;
    EXPECT_TEXT("account-requests", items[0].topic);
    EXPECT_I64(place.partition, items[0].partition);
    EXPECT_I64(place.offset, items[0].offset);
}

/* --- Registering ------------------------------------------------------------------------------ */

static void a_registration_is_told_to_whoever_asks(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct account_event event;
    struct credential credential;
    struct user user;
    struct fy_place place = SAY(driver, ACC, "e1", "create", "p1", "v1", "pw1", "visitor");

    event = EXPECT_EVENT(driver, "account_created", "e1");
    EXPECT_TEXT("p1", event.person);
    EXPECT_TEXT(ACC, event.subject);
    EXPECT_TEXT("root", event.envelope.root);
    EXPECT_I64(place.partition, event.request_partition);
    EXPECT_I64(place.offset, event.request_offset);
    EXPECT_TEXT("sealed token", event.account_created->letter.token);
    event = EXPECT_EVENT(driver, "visitor_linked", "e1");
    EXPECT_TEXT("p1", event.person);
    driver_expect_nothing(driver, FY_TOPIC_ACCOUNTS);

    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_CREDENTIALS, &credential));
    EXPECT_TEXT("p1", credential.person);
    EXPECT_TEXT("customer", credential.role);
    EXPECT_I64(0, credential.verified);
    EXPECT_TEXT("pw1", credential.password->password_hash);
    expect_as_of(place, credential.as_of.items, credential.as_of.count);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_USERS, &user));
    EXPECT_TEXT("p1", driver_key(driver));
    EXPECT_TEXT(ACC, user.account);
    EXPECT_TEXT("mail of p1", user.profile.email);
    EXPECT_I64(1, user.visitors.count);
    expect_as_of(place, user.as_of.items, user.as_of.count);
    driver_free(driver);
}

/* 200 at once with one e-mail: one has it, the owner's letter knows of the others. */
static void one_of_200_registrations_wins(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct account_event event;
    struct credential credential;
    int created = 0, refused = 0;

    for (int i = 0; i < 200; i++) {
        char event_id[16], person[16];

        (void)snprintf(event_id, sizeof(event_id), "e%d", i);
        (void)snprintf(person, sizeof(person), "p%d", i);
        (void)say_as(driver, ACC, event_id, (struct asked){"create", person, "v", "pw", NULL});
    }
    driver_run(driver);
    while (driver_read(driver, FY_TOPIC_ACCOUNTS, &event)) {
        created += event.account_created != NULL;
        if (event.create_refused != NULL) {
            refused++;
            EXPECT_TEXT("taken", event.create_refused->reason);
            EXPECT_TEXT("mail of p0", event.create_refused->letter.email);
            EXPECT_TEXT("p0", event.person);
            CU_ASSERT_FALSE(
                fy_slice_equal(event.create_refused->refused_person, fy_slice_of("p0")));
        }
    }
    EXPECT_I64(1, created);
    EXPECT_I64(199, refused);
    while (driver_read(driver, FY_TOPIC_CREDENTIALS, &credential))
        EXPECT_TEXT("p0", credential.person);
    driver_free(driver);
}

/* Whoever wrote it twice waits for the second place too. */
static void a_repeat_gives_no_event_and_the_state_again(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct credential credential;
    struct user user;
    struct fy_place place;

    (void)SAY(driver, ACC, "e1", "create", "p1", "v1", "pw1", NULL);
    forget_what_was_told(driver);
    place = SAY(driver, ACC, "e1", "create", "p1", "v1", "pw1", NULL);
    driver_expect_nothing(driver, FY_TOPIC_ACCOUNTS);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_CREDENTIALS, &credential));
    expect_as_of(place, credential.as_of.items, credential.as_of.count);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_USERS, &user));
    expect_as_of(place, user.as_of.items, user.as_of.count);
    driver_free(driver);
}

/* An unknown e-mail is refused as often as anybody likes, and fills no disk with rows. */
static void who_has_no_account_leaves_no_row(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct account_row row;
    struct account_event event;

    (void)SAY(driver, ACC, "e1", "fail", NULL, NULL, NULL, NULL);
    (void)SAY(driver, ACC, "e2", "ask reset", "p1", "t1", NULL, NULL);
    event = EXPECT_EVENT(driver, "login_failed", "e1");
    EXPECT_TEXT("unknown_account", event.login_failed->reason);
    EXPECT_TEXT(NULL, event.person);
    event = EXPECT_EVENT(driver, "request_refused", "e2");
    EXPECT_TEXT("ask_password_reset", event.request_refused->request);
    CU_ASSERT_FALSE(driver_row(driver, "acc/" ACC, &row));
    driver_expect_nothing(driver, FY_TOPIC_CREDENTIALS);
    driver_expect_nothing(driver, FY_TOPIC_USERS);
    driver_free(driver);
}

/* --- Sessions --------------------------------------------------------------------------------- */

static void a_session_is_told_from_its_first_token_to_its_last(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct session session;
    struct credential credential;
    struct fy_place place, revoked;

    sign_in(driver);
    (void)SAY(driver, ACC, "e4", "refresh", "s1", "r1", "r2", NULL);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_SESSIONS, &session));
    EXPECT_TEXT("s1", driver_key(driver));
    EXPECT_TEXT(ACC, session.account);
    EXPECT_TEXT("p1", session.person);
    EXPECT_TEXT("customer", session.role);
    EXPECT_TEXT("Firefox", session.label);
    EXPECT_TEXT("r2", session.refresh_hash);
    EXPECT_I64(0, session.has_revoked_ms);

    revoked = SAY(driver, ACC, "e5", "revoke", "s1", "signed out", NULL, NULL);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_SESSIONS, &session));
    EXPECT_I64(1, session.has_revoked_ms);
    EXPECT_TEXT("logged_out", session.revoked_why);
    place = SAY(driver, ACC, "e5", "revoke", "s1", "signed out", NULL, NULL);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_SESSIONS, &session));
    expect_as_of(place, session.as_of.items, session.as_of.count);

    driver_pass(driver, 15 * MINUTE_MS);
    driver_run(driver);
    driver_expect_nothing(driver, FY_TOPIC_SESSIONS);
    driver_pass(driver, 2 * MINUTE_MS);
    driver_run(driver);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_SESSIONS, &session));
    CU_ASSERT_TRUE(driver_tombstone(driver));
    EXPECT_TEXT("s1", driver_key(driver));
    while (driver_read(driver, FY_TOPIC_CREDENTIALS, &credential))
        continue;
    expect_as_of(revoked, credential.as_of.items, credential.as_of.count);
    driver_free(driver);
}

/* The answer to a refresh may be lost: the same pair of tokens again is told again, no other. */
static void a_refresh_written_twice_is_answered_alike(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct account_event event;
    struct session session;
    struct fy_place place;

    sign_in(driver);
    (void)SAY(driver, ACC, "e4", "refresh", "s1", "r1", "r2", NULL);
    forget_what_was_told(driver);
    place = SAY(driver, ACC, "e5", "refresh", "s1", "r1", "r2", NULL);
    driver_expect_nothing(driver, FY_TOPIC_ACCOUNTS);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_SESSIONS, &session));
    EXPECT_TEXT("r2", session.refresh_hash);
    expect_as_of(place, session.as_of.items, session.as_of.count);

    (void)SAY(driver, ACC, "e6", "refresh", "s1", "r1", "r3", NULL);
    event = EXPECT_EVENT(driver, "request_refused", "e6");
    EXPECT_TEXT("token_reused", event.request_refused->reason);
    EXPECT_TEXT("s1", event.request_refused->session);
    event = EXPECT_EVENT(driver, "session_revoked", "e6");
    EXPECT_TEXT("reused", event.session_revoked->why);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_SESSIONS, &session));
    EXPECT_I64(1, session.has_revoked_ms);
    driver_free(driver);
}

/* --- Forgetting ------------------------------------------------------------------------------- */

static bool next_is_tombstone(struct driver *driver, enum fy_topic topic, const char *key)
{
    struct fy_record record;

    return driver_read_record(driver, topic, &record) && record.value.data == NULL &&
           fy_slice_equal(record.key, fy_slice_of(key));
}

static void a_forgotten_person_is_in_no_state(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct account_event event;
    struct session session;
    struct account_row row;

    sign_in(driver);
    (void)SAY(driver, ACC, "e4", "forget", "p1", NULL, NULL, NULL);
    (void)EXPECT_EVENT(driver, "session_revoked", "e4");
    event = EXPECT_EVENT(driver, "person_forgotten", "e4");
    EXPECT_TEXT("p1", event.person);
    CU_ASSERT_TRUE(next_is_tombstone(driver, FY_TOPIC_CREDENTIALS, ACC));
    CU_ASSERT_TRUE(next_is_tombstone(driver, FY_TOPIC_USERS, "p1"));
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_SESSIONS, &session));
    EXPECT_TEXT("forgotten", session.revoked_why);
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "acc/" ACC, &row));
    EXPECT_I64(0, row.account->person.size);

    driver_pass(driver, 25 * 60 * MINUTE_MS);
    driver_run(driver);
    (void)EXPECT_EVENT(driver, "session_removed", NULL);
    (void)EXPECT_EVENT(driver, "account_removed", NULL);
    CU_ASSERT_TRUE(next_is_tombstone(driver, FY_TOPIC_SESSIONS, "s1"));
    driver_expect_nothing(driver, FY_TOPIC_CREDENTIALS);
    driver_expect_nothing(driver, FY_TOPIC_USERS);
    CU_ASSERT_FALSE(driver_row(driver, "acc/" ACC, &row));
    driver_free(driver);
}

/* A guest is a user without credentials, by their person. */
static void a_guest_is_a_user_alone(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct user user;

    (void)SAY(driver, GUEST, "e1", "contact", "visitor", "name", NULL, NULL);
    CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_USERS, &user));
    EXPECT_TEXT(GUEST, user.person);
    EXPECT_TEXT(NULL, user.account);
    EXPECT_TEXT("guest", user.role);
    EXPECT_TEXT("name", user.profile.full_name);
    (void)SAY(driver, GUEST, "e2", "forget", GUEST, NULL, NULL, NULL);
    CU_ASSERT_TRUE(next_is_tombstone(driver, FY_TOPIC_USERS, GUEST));
    driver_expect_nothing(driver, FY_TOPIC_CREDENTIALS);
    driver_free(driver);
}

/* --- Time ------------------------------------------------------------------------------------- */

/* An unverified account goes after a day by itself, and its e-mail is free. */
static void nobody_waits_for_a_verification_for_ever(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct account_event event;
    struct account_row row;

    (void)SAY(driver, ACC, "e1", "create", "p1", "v1", "pw1", NULL);
    forget_what_was_told(driver);
    driver_pass(driver, ACCOUNT_VERIFY_MS + 1000);
    driver_run(driver);
    event = EXPECT_EVENT(driver, "account_removed", NULL);
    EXPECT_TEXT("unverified", event.account_removed->reason);
    EXPECT_TEXT("p1", event.person);
    EXPECT_TEXT("root", event.envelope.root);
    EXPECT_TEXT("service:accounts", event.envelope.actor);
    EXPECT_I64(36, event.envelope.event_id.size);
    CU_ASSERT_TRUE(next_is_tombstone(driver, FY_TOPIC_CREDENTIALS, ACC));
    CU_ASSERT_TRUE(next_is_tombstone(driver, FY_TOPIC_USERS, "p1"));
    CU_ASSERT_TRUE_FATAL(driver_row(driver, "acc/" ACC, &row));
    CU_ASSERT_PTR_NULL(row.account->password);
    driver_pass(driver, ACCOUNT_FORGOTTEN_MS + 1000);
    driver_run(driver);
    event = EXPECT_EVENT(driver, "account_removed", NULL);
    EXPECT_TEXT("forgotten", event.account_removed->reason);
    CU_ASSERT_FALSE(driver_row(driver, "acc/" ACC, &row));
    driver_expect_nothing(driver, FY_TOPIC_USERS);
    driver_free(driver);
}

/* What came in time counts, however late it is read; what came too late does not. */
static void an_outage_changes_no_verdict(void)
{
    struct driver *driver = driver_new(&accounts_processor);
    struct account_event event;

    (void)SAY(driver, ACC, "e1", "create", "p1", "v1", "pw1", NULL);
    (void)SAY(driver, GUEST, "e1", "create", "p2", "v1", "pw1", NULL);
    forget_what_was_told(driver);
    driver_pass(driver, ACCOUNT_VERIFY_MS - 10 * MINUTE_MS);
    (void)say_as(driver, ACC, "e2", (struct asked){"verify", NULL, "v1", NULL, NULL});
    driver_pass(driver, 20 * MINUTE_MS);
    (void)say_as(driver, GUEST, "e2", (struct asked){"verify", NULL, "v1", NULL, NULL});
    driver_lose_store(driver);
    driver_run(driver);
    for (int i = 0; i < 3; i++) {
        CU_ASSERT_TRUE_FATAL(driver_read(driver, FY_TOPIC_ACCOUNTS, &event));
        EXPECT_TEXT(fy_slice_equal(event.subject, fy_slice_of(ACC)) ? "email_verified"
                    : event.account_removed != NULL                 ? "account_removed"
                                                                    : "request_refused",
            fy_slice_of(event_name(&event)));
    }
    driver_expect_nothing(driver, FY_TOPIC_ACCOUNTS);
    driver_free(driver);
}

/* --- Bad records ------------------------------------------------------------------------------ */

static int dead_letters(struct driver *driver)
{
    struct dead_letter letter;
    int count = 0;

    while (driver_read(driver, FY_TOPIC_ACCOUNTS_DEAD_LETTERS, &letter))
        count++;
    return count;
}

/* Each costs its own key, and nothing is written for it. */
static void what_is_no_request_is_parked(void)
{
    static const char long_text[ACCOUNTS_NAME_BYTES_MAX + 2] = {
        [0 ... ACCOUNTS_NAME_BYTES_MAX] = 'x'};
    static const struct asked too_long[] = {
        {"create", long_text, "v1", "pw1", NULL},
        {"create", "p1", "v1", "pw1", long_text},
        {"create", "p1", "", "pw1", NULL},
        {"invite", "p1", "i1", long_text, NULL},
        {"open", "s1", long_text, "pw1", NULL},
        {"open", "", "r1", "pw1", NULL},
        {"refresh", "s1", "r1", long_text, NULL},
        {"revoke", long_text, NULL, NULL, NULL},
        {"ask reset", "p1", long_text, NULL, NULL},
        {"contact", long_text, "name", NULL, NULL},
        {"link", "", NULL, NULL, NULL},
    };
    enum { COUNT = sizeof(too_long) / sizeof(too_long[0]) };
    struct driver *driver = driver_new(&accounts_processor);
    struct request request;
    char key[8];

    (void)driver_send(driver, FY_TOPIC_ACCOUNT_REQUESTS, "a", NULL);
    request_make(&request, (struct asked){"link", "v", NULL, NULL, NULL}, "b", "e1");
    (void)driver_send(driver, FY_TOPIC_ACCOUNT_REQUESTS, "c", &request.request);
    for (int i = 0; i < COUNT; i++) {
        (void)snprintf(key, sizeof(key), "k%d", i);
        (void)say_as(driver, key, "e1", too_long[i]);
    }
    driver_run(driver);
    EXPECT_I64(2 + COUNT, dead_letters(driver));
    driver_expect_nothing(driver, FY_TOPIC_ACCOUNTS);
    driver_free(driver);
}

static const CU_TestInfo tests[] = {
    TEST(a_registration_is_told_to_whoever_asks),
    TEST(one_of_200_registrations_wins),
    TEST(a_repeat_gives_no_event_and_the_state_again),
    TEST(who_has_no_account_leaves_no_row),
    TEST(a_session_is_told_from_its_first_token_to_its_last),
    TEST(a_refresh_written_twice_is_answered_alike),
    TEST(a_forgotten_person_is_in_no_state),
    TEST(a_guest_is_a_user_alone),
    TEST(nobody_waits_for_a_verification_for_ever),
    TEST(an_outage_changes_no_verdict),
    TEST(what_is_no_request_is_parked),
};

TEST_MAIN(accounts, tests)
