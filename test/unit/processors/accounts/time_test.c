/* What time does to an account, and what many of a kind do: locks, sessions, tokens. */
#include "test/run.h"
#include "test/unit/processors/accounts/world.h"

static const char *ask(
    struct world *world, const char *request, const char *a, const char *b, const char *c)
{
    return world_ask(world, (struct asked){request, a, b, c, NULL});
}

/* Registered, verified, without a session. */
static void open_account(struct world *world)
{
    world_init(world, ACCOUNT);
    (void)ask(world, "create", "p1", "v1", "pw1");
    EXPECT_TOLD("email_verified", ask(world, "verify", NULL, "v1", NULL));
}

static const char *session_name(int number)
{
    static char names[ACCOUNT_SESSIONS_MAX * 2][8];

    (void)snprintf(names[number], sizeof(names[number]), "s%d", number);
    return names[number];
}

/* --- Wrong passwords -------------------------------------------------------------------------- */

/* The first four cost nothing; then each one twice as long as the one before, 15 minutes at most.
 */
static void wrong_passwords_lock_for_longer_and_longer(void)
{
    static const int64_t lock_s[] = {
        0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900};
    static struct world world;

    open_account(&world);
    for (size_t i = 0; i < sizeof(lock_s) / sizeof(lock_s[0]); i++) {
        EXPECT_TOLD("login_failed wrong_password", ask(&world, "fail", NULL, NULL, NULL));
        EXPECT_I64((int64_t)i + 1, world.row.failures);
        EXPECT_I64(lock_s[i] > 0, world.row.has_locked_until_ms);
        EXPECT_I64(lock_s[i] > 0 ? world.now_ms + lock_s[i] * 1000 : 0, world.row.locked_until_ms);
        (void)world_wait(&world, lock_s[i] * 1000);
    }
    world_done(&world);
}

/* Else a stranger could keep the owner out for ever. */
static void nothing_counts_while_it_is_locked(void)
{
    static struct world world;
    int64_t until_ms;

    open_account(&world);
    for (int i = 0; i < 5; i++)
        (void)ask(&world, "fail", NULL, NULL, NULL);
    until_ms = world.row.locked_until_ms;
    (void)world_wait(&world, 999);
    EXPECT_TOLD("login_failed locked", ask(&world, "fail", NULL, NULL, NULL));
    EXPECT_TOLD("request_refused locked", ask(&world, "open", "s1", "r1", "pw1"));
    EXPECT_I64(5, world.row.failures);
    EXPECT_I64(until_ms, world.row.locked_until_ms);
    (void)world_wait(&world, 1);
    EXPECT_TOLD("session_opened", ask(&world, "open", "s1", "r1", "pw1"));
    EXPECT_I64(0, world.row.failures);
    EXPECT_I64(0, world.row.has_locked_until_ms);
    world_done(&world);
}

/* A login that was checked against the costs before is as good; a third password is not. */
static void a_rehash_in_between_refuses_nobody(void)
{
    static struct world world;

    open_account(&world);
    EXPECT_TOLD("password_changed rehashed", ask(&world, "rehash", NULL, "pw1", "pw1 dear"));
    EXPECT_TOLD("session_opened", ask(&world, "open", "s1", "r1", "pw1"));
    EXPECT_TOLD("session_opened", ask(&world, "open", "s2", "r1", "pw1 dear"));
    EXPECT_TOLD("session_revoked password_changed, password_changed changed",
        ask(&world, "change", "s2", "pw1 dear", "pw2"));
    EXPECT_TOLD("request_refused password_changed", ask(&world, "open", "s3", "r1", "pw1"));
    EXPECT_TOLD("request_refused password_changed", ask(&world, "open", "s3", "r1", "pw1 dear"));
    EXPECT_I64(0, world.row.sessions.items[1].has_revoked_ms);
    world_done(&world);
}

/* --- Sessions --------------------------------------------------------------------------------- */

/* Each token once; the same exchange again is answered alike, any other ends the family. */
static void a_refresh_token_counts_once(void)
{
    static struct world world;

    open_account(&world);
    (void)ask(&world, "open", "s1", "r1", "pw1");
    EXPECT_TOLD("session_refreshed", ask(&world, "refresh", "s1", "r1", "r2"));
    EXPECT_TOLD("", ask(&world, "refresh", "s1", "r1", "r2"));
    EXPECT_TOLD("session_refreshed", ask(&world, "refresh", "s1", "r2", "r3"));
    EXPECT_TEXT("r3", world.row.sessions.items[0].refresh_hash);
    EXPECT_TOLD("request_refused token_reused, session_revoked reused",
        ask(&world, "refresh", "s1", "r1", "r9"));
    EXPECT_TOLD("request_refused session_ended", ask(&world, "refresh", "s1", "r3", "r4"));
    world_done(&world);
}

/* The newest token in force is no licence for the one before: only the very same pair is. */
static void a_thief_with_the_old_token_ends_the_session(void)
{
    static struct world world;

    open_account(&world);
    (void)ask(&world, "open", "s1", "r1", "pw1");
    (void)ask(&world, "refresh", "s1", "r1", "r2");
    EXPECT_TOLD("request_refused token_reused, session_revoked reused",
        ask(&world, "refresh", "s1", "r1", "r3"));
    world_done(&world);
}

static void a_session_ends_30_days_after_its_last_token(void)
{
    static struct world world;

    open_account(&world);
    (void)ask(&world, "open", "s1", "r1", "pw1");
    EXPECT_TOLD("", world_wait(&world, 29 * DAY_MS));
    EXPECT_TOLD("session_refreshed", ask(&world, "refresh", "s1", "r1", "r2"));
    EXPECT_TOLD("", world_wait(&world, 30 * DAY_MS - 1));
    EXPECT_TOLD("session_revoked idle", world_wait(&world, 1));
    EXPECT_TOLD("", world_wait(&world, 16 * 60 * 1000 - 1));
    EXPECT_TOLD("session_removed", world_wait(&world, 1));
    EXPECT_I64(0, world.row.sessions.count);
    EXPECT_I64(0, account_due_ms(&world.row));
    world_done(&world);
}

/* Those that have ended go first; then the oldest of those in force is ended. */
static void there_is_room_for_32_sessions(void)
{
    static struct world world;

    open_account(&world);
    for (int i = 0; i < ACCOUNT_SESSIONS_MAX; i++)
        EXPECT_TOLD("session_opened", ask(&world, "open", session_name(i), "r", "pw1"));
    (void)ask(&world, "revoke", "s7", NULL, NULL);
    EXPECT_TOLD("session_removed, session_opened", ask(&world, "open", "s32", "r", "pw1"));
    CU_ASSERT_PTR_NULL(account_session_find(&world.row, fy_slice_of("s7")));
    EXPECT_TOLD("session_revoked too_many, session_removed, session_opened",
        ask(&world, "open", "s33", "r", "pw1"));
    CU_ASSERT_PTR_NULL(account_session_find(&world.row, fy_slice_of("s0")));
    CU_ASSERT_PTR_NOT_NULL(account_session_find(&world.row, fy_slice_of("s1")));
    EXPECT_I64(ACCOUNT_SESSIONS_MAX, world.row.sessions.count);
    world_done(&world);
}

/* The dearest request there is: the events of it have room. */
static void all_32_end_at_once(void)
{
    static struct world world;

    open_account(&world);
    for (int i = 0; i < ACCOUNT_SESSIONS_MAX; i++)
        (void)ask(&world, "open", session_name(i), "r", "pw1");
    (void)ask(&world, "forget", "p1", NULL, NULL);
    for (size_t i = 0; i < world.row.sessions.count; i++)
        EXPECT_TEXT("forgotten", world.row.sessions.items[i].revoked_why);
    EXPECT_I64(2 + ACCOUNT_SESSIONS_MAX + ACCOUNT_SESSIONS_MAX + 1, world.events);
    world_done(&world);
}

/* --- Tokens ----------------------------------------------------------------------------------- */

static void an_account_that_nobody_verifies_goes_after_a_day(void)
{
    static struct world world;

    world_init(&world, ACCOUNT);
    (void)ask(&world, "create", "p1", "v1", "pw1");
    EXPECT_TOLD("", world_wait(&world, DAY_MS - 1));
    EXPECT_TOLD("account_removed unverified", world_wait(&world, 1));
    EXPECT_I64(ACCOUNT_FORGOTTEN, account_state(&world.row));
    EXPECT_TOLD("account_created", ask(&world, "create", "p2", "v2", "pw2"));
    world_done(&world);
}

static void a_reset_counts_for_an_hour_and_once(void)
{
    static struct world world;

    open_account(&world);
    (void)ask(&world, "ask reset", "p1", "t1", NULL);
    EXPECT_TOLD("", world_wait(&world, HOUR_MS - 1));
    EXPECT_TOLD("password_changed reset", ask(&world, "reset", NULL, "t1", "pw2"));
    EXPECT_TOLD("request_refused wrong_token", ask(&world, "reset", NULL, "t1", "pw3"));
    (void)ask(&world, "ask reset", "p1", "t2", NULL);
    EXPECT_TOLD("password_reset_ended", world_wait(&world, HOUR_MS));
    EXPECT_TOLD("request_refused wrong_token", ask(&world, "reset", NULL, "t2", "pw3"));
    world_done(&world);
}

/* The letter came to the e-mail: that is what verifying asks, and it unlocks too. */
static void a_reset_verifies_and_unlocks(void)
{
    static struct world world;

    world_init(&world, ACCOUNT);
    (void)ask(&world, "create", "p1", "v1", "pw1");
    for (int i = 0; i < 9; i++) {
        (void)ask(&world, "fail", NULL, NULL, NULL);
        (void)world_wait(&world, 60 * 1000);
    }
    (void)ask(&world, "fail", NULL, NULL, NULL);
    (void)ask(&world, "ask reset", "p1", "t1", NULL);
    (void)ask(&world, "reset", NULL, "t1", "pw2");
    EXPECT_I64(ACCOUNT_OPEN, account_state(&world.row));
    EXPECT_TOLD("session_opened", ask(&world, "open", "s1", "r1", "pw2"));
    EXPECT_TOLD("", world_wait(&world, DAY_MS));
    world_done(&world);
}

static void an_invitation_counts_for_7_days(void)
{
    static struct world world;

    world_init(&world, ACCOUNT);
    (void)world_ask(&world, (struct asked){"invite", "p1", "i1", "operator", NULL});
    EXPECT_TOLD("", world_wait(&world, 7 * DAY_MS - 1));
    EXPECT_TOLD("invitation_ended expired, account_removed uninvited", world_wait(&world, 1));
    EXPECT_TOLD("account_removed forgotten", world_wait(&world, DAY_MS));
    EXPECT_I64(ACCOUNT_NOBODY, account_state(&world.row));
    world_done(&world);
}

/* Written twice, read late: an invitation that was withdrawn does not come back. */
static void a_repeat_brings_nothing_back(void)
{
    static const struct asked invite = {"invite", "p1", "i1", "operator", NULL};
    static struct world world;

    world_init(&world, ACCOUNT);
    EXPECT_TOLD("member_invited", world_ask_as(&world, invite, "once"));
    EXPECT_TOLD("invitation_ended withdrawn, account_removed uninvited",
        ask(&world, "remove", NULL, NULL, NULL));
    EXPECT_TOLD("", world_ask_as(&world, invite, "once"));
    EXPECT_TOLD("request_refused unknown_account", ask(&world, "accept", NULL, "i1", "pw1"));
    world_done(&world);
}

/* --- Roles ------------------------------------------------------------------------------------ */

/* Customer, staff, customer again: no token says what its bearer is no more. */
static void another_role_ends_the_sessions(void)
{
    static struct world world;

    open_account(&world);
    (void)ask(&world, "open", "s1", "r1", "pw1");
    (void)world_ask(&world, (struct asked){"invite", "p1", "i1", "supplier_staff", "acme"});
    EXPECT_TEXT("customer", account_role(&world.row));
    EXPECT_TOLD("session_revoked role_changed, invitation_accepted",
        ask(&world, "accept", NULL, "i1", "pw2"));
    EXPECT_TEXT("supplier_staff", account_role(&world.row));
    EXPECT_TEXT("acme", world.row.supplier);
    EXPECT_TOLD("session_opened", ask(&world, "open", "s2", "r2", "pw2"));
    EXPECT_TOLD("invite_refused has_role",
        world_ask(&world, (struct asked){"invite", "p1", "i2", "operator", NULL}));
    EXPECT_TOLD("request_refused not_a_member", ask(&world, "remove", "evil", NULL, NULL));
    EXPECT_TOLD("request_refused not_a_member", ask(&world, "remove", NULL, NULL, NULL));
    EXPECT_TOLD(
        "session_revoked role_changed, member_removed", ask(&world, "remove", "acme", NULL, NULL));
    EXPECT_TEXT("customer", account_role(&world.row));
    EXPECT_TEXT(NULL, world.row.supplier);
    world_done(&world);
}

/* --- Forgetting ------------------------------------------------------------------------------- */

/* Nothing of theirs is left but what recognises a repeat, and that for a day. */
static void a_forgotten_person_leaves_nothing(void)
{
    static struct world world;

    open_account(&world);
    (void)world_ask(&world, (struct asked){"open", "s1", "r1", "pw1", "visitor"});
    (void)ask(&world, "profile", "sealed name", NULL, NULL);
    (void)ask(&world, "ask reset", "p1", "t1", NULL);
    (void)ask(&world, "forget", "p1", NULL, NULL);
    EXPECT_I64(0, world.row.person.size);
    CU_ASSERT_PTR_NULL(world.row.profile.email.data);
    CU_ASSERT_PTR_NULL(world.row.profile.full_name.data);
    CU_ASSERT_PTR_NULL(world.row.password);
    CU_ASSERT_PTR_NULL(world.row.reset);
    EXPECT_I64(0, world.row.visitors.count);
    EXPECT_TOLD("session_removed", world_wait(&world, 16 * 60 * 1000));
    EXPECT_TOLD("account_removed forgotten", world_wait(&world, DAY_MS));
    EXPECT_I64(ACCOUNT_NOBODY, account_state(&world.row));
    EXPECT_I64(0, world.row.recent_ids.count);
    world_done(&world);
}

/* What was asked of the one before does not hit the one after. */
static void who_comes_back_is_somebody_else(void)
{
    static struct world world;

    open_account(&world);
    (void)ask(&world, "open", "s1", "r1", "pw1");
    (void)ask(&world, "forget", "p1", NULL, NULL);
    EXPECT_TOLD("account_created", ask(&world, "create", "p2", "v2", "pw2"));
    EXPECT_TOLD("request_refused other_person", ask(&world, "forget", "p1", NULL, NULL));
    EXPECT_TOLD("request_refused session_ended", ask(&world, "refresh", "s1", "r1", "r2"));
    EXPECT_TOLD("email_verified", ask(&world, "verify", NULL, "v2", NULL));
    EXPECT_TOLD("session_removed", world_wait(&world, 2 * DAY_MS));
    EXPECT_I64(ACCOUNT_OPEN, account_state(&world.row));
    world_done(&world);
}

static void the_last_16_visitors_are_kept(void)
{
    static struct world world;
    char names[20][8];

    open_account(&world);
    for (int i = 0; i < 20; i++) {
        (void)snprintf(names[i], sizeof(names[i]), "v%d", i);
        EXPECT_TOLD("visitor_linked", ask(&world, "link", names[i], NULL, NULL));
    }
    EXPECT_TOLD("visitor_linked", ask(&world, "link", "v10", NULL, NULL));
    EXPECT_I64(ACCOUNT_VISITORS_MAX, world.row.visitors.count);
    EXPECT_TEXT("v4", world.row.visitors.items[0]);
    EXPECT_TEXT("v10", world.row.visitors.items[15]);
    world_done(&world);
}

/* --- Whatever comes --------------------------------------------------------------------------- */

/* An account's e-mail is not what a profile says it is. */
static void a_profile_does_not_move_the_mail(void)
{
    static struct world world;

    open_account(&world);
    (void)ask(&world, "profile", "sealed name", NULL, NULL);
    EXPECT_TEXT("mail of p1", world.row.profile.email);
    EXPECT_TEXT("sealed name", world.row.profile.full_name);
    world_done(&world);
}

static const CU_TestInfo tests[] = {
    TEST(wrong_passwords_lock_for_longer_and_longer),
    TEST(nothing_counts_while_it_is_locked),
    TEST(a_rehash_in_between_refuses_nobody),
    TEST(a_refresh_token_counts_once),
    TEST(a_thief_with_the_old_token_ends_the_session),
    TEST(a_session_ends_30_days_after_its_last_token),
    TEST(there_is_room_for_32_sessions),
    TEST(all_32_end_at_once),
    TEST(an_account_that_nobody_verifies_goes_after_a_day),
    TEST(a_reset_counts_for_an_hour_and_once),
    TEST(a_reset_verifies_and_unlocks),
    TEST(an_invitation_counts_for_7_days),
    TEST(a_repeat_brings_nothing_back),
    TEST(another_role_ends_the_sessions),
    TEST(a_forgotten_person_leaves_nothing),
    TEST(who_comes_back_is_somebody_else),
    TEST(the_last_16_visitors_are_kept),
    TEST(a_profile_does_not_move_the_mail),
};

TEST_MAIN(accounts_time, tests)
