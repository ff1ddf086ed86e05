/* Every request to an account in every state: what is told, and what it is afterwards. */
#include "test/run.h"
#include "test/unit/processors/accounts/world.h"

static const char *const states[] = {
    "nobody", "guest", "invited", "unverified", "open", "forgotten"};

#define CREATE                                                                                     \
    {                                                                                              \
        "create", "p1", "v1", "pw1", NULL                                                          \
    }
#define VERIFY                                                                                     \
    {                                                                                              \
        "verify", NULL, "v1", NULL, NULL                                                           \
    }
#define OPEN                                                                                       \
    {                                                                                              \
        "open", "s1", "r1", "pw1", NULL                                                            \
    }

/* How each state is come by; in `open` the session s1 is there, and a reset is asked for. */
static void bring_into(struct world *world, enum account_state state)
{
    static const struct asked guest[] = {{"contact", "v", "name", NULL, NULL}};
    static const struct asked invited[] = {{"invite", "p1", "i1", "supplier_staff", "acme"}};
    static const struct asked unverified[] = {CREATE};
    static const struct asked open[] = {
        CREATE, VERIFY, OPEN, {"ask reset", "p1", "t1", NULL, NULL}};
    static const struct asked forgotten[] = {
        CREATE, VERIFY, OPEN, {"forget", "p1", NULL, NULL, NULL}};
    static const struct {
        const struct asked *asked;
        int count;
    } ways[] = {{NULL, 0}, {guest, 1}, {invited, 1}, {unverified, 1}, {open, 4}, {forgotten, 4}};

    world_init(world, state == ACCOUNT_GUEST ? "p1" : ACCOUNT);
    for (int i = 0; i < ways[state].count; i++)
        (void)world_ask(world, ways[state].asked[i]);
    EXPECT_I64(state, account_state(&world->row));
}

/* One request, and what each state says to it, in the order of `states`. */
struct told_row {
    struct asked asked;
    const char *told[6];
    enum account_state after[6];
};

#define N ACCOUNT_NOBODY
#define G ACCOUNT_GUEST
#define I ACCOUNT_INVITED
#define U ACCOUNT_UNVERIFIED
#define O ACCOUNT_OPEN
#define F ACCOUNT_FORGOTTEN

#define UNKNOWN "request_refused unknown_account"
#define ALL_UNKNOWN UNKNOWN, UNKNOWN, UNKNOWN

static const struct told_row table[] = {
    /* One account per e-mail; whoever was forgotten may come back as somebody else. */
    {{"create", "p2", "v2", "pw2", NULL},
        {"account_created", "create_refused taken", "create_refused taken", "create_refused taken",
            "create_refused taken", "account_created"},
        {U, G, I, U, O, U}},
    {{"create", "p2", "v2", "pw2", "visitor"},
        {"account_created, visitor_linked", "create_refused taken", "create_refused taken",
            "create_refused taken", "create_refused taken", "account_created, visitor_linked"},
        {U, G, I, U, O, U}},
    {VERIFY,
        {UNKNOWN, UNKNOWN, UNKNOWN, "email_verified", "request_refused already_verified", UNKNOWN},
        {N, G, I, O, O, F}},
    {{"verify", NULL, "v2", NULL, NULL},
        {UNKNOWN, UNKNOWN, UNKNOWN, "request_refused wrong_token",
            "request_refused already_verified", UNKNOWN},
        {N, G, I, U, O, F}},
    /* The letter is for p1: nobody else's account may get it. */
    {{"invite", "p1", "i2", "supplier_owner", "acme"},
        {"member_invited", "invite_refused other_person", "member_invited", "member_invited",
            "member_invited", "member_invited"},
        {I, G, I, U, O, I}},
    {{"invite", "p2", "i2", "supplier_owner", "acme"},
        {"member_invited", "invite_refused other_person", "invite_refused other_person",
            "invite_refused other_person", "invite_refused other_person", "member_invited"},
        {I, G, I, U, O, I}},
    {{"invite", "p1", "i2", "customer", NULL},
        {"invite_refused no_role", "invite_refused no_role", "invite_refused no_role",
            "invite_refused no_role", "invite_refused no_role", "invite_refused no_role"},
        {N, G, I, U, O, F}},
    {{"accept", NULL, "i1", "pw2", NULL},
        {UNKNOWN, UNKNOWN, "invitation_accepted", "request_refused wrong_token",
            "request_refused wrong_token", UNKNOWN},
        {N, G, O, U, O, F}},
    {{"accept", NULL, "i2", "pw2", NULL},
        {UNKNOWN, UNKNOWN, "request_refused wrong_token", "request_refused wrong_token",
            "request_refused wrong_token", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"remove", "acme", NULL, NULL, NULL},
        {UNKNOWN, UNKNOWN, "invitation_ended withdrawn, account_removed uninvited",
            "request_refused not_a_member", "request_refused not_a_member", UNKNOWN},
        {N, G, F, U, O, F}},
    {{"remove", "evil", NULL, NULL, NULL},
        {UNKNOWN, UNKNOWN, "request_refused not_a_member", "request_refused not_a_member",
            "request_refused not_a_member", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"ask reset", "p1", "t2", NULL, NULL},
        {ALL_UNKNOWN, "password_reset_asked", "password_reset_asked", UNKNOWN}, {N, G, I, U, O, F}},
    {{"ask reset", NULL, "t2", NULL, NULL},
        {ALL_UNKNOWN, "request_refused other_person", "request_refused other_person", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"reset", NULL, "t1", "pw2", NULL},
        {ALL_UNKNOWN, "request_refused wrong_token",
            "session_revoked password_changed, password_changed reset", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"reset", NULL, "t2", "pw2", NULL},
        {ALL_UNKNOWN, "request_refused wrong_token", "request_refused wrong_token", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"change", "s1", "pw1", "pw2", NULL},
        {ALL_UNKNOWN, "request_refused unverified", "password_changed changed", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"change", NULL, "pw1", "pw2", NULL},
        {ALL_UNKNOWN, "request_refused unverified",
            "session_revoked password_changed, password_changed changed", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"change", "s1", "pw9", "pw2", NULL},
        {ALL_UNKNOWN, "request_refused unverified", "request_refused password_changed", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"rehash", NULL, "pw1", "pw2", NULL},
        {ALL_UNKNOWN, "password_changed rehashed", "password_changed rehashed", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"rehash", NULL, "pw9", "pw2", NULL},
        {ALL_UNKNOWN, "request_refused password_changed", "request_refused password_changed",
            UNKNOWN},
        {N, G, I, U, O, F}},
    {{"open", "s2", "r9", "pw1", NULL},
        {ALL_UNKNOWN, "request_refused unverified", "session_opened", UNKNOWN}, {N, G, I, U, O, F}},
    {{"open", "s2", "r9", "pw1", "visitor"},
        {ALL_UNKNOWN, "request_refused unverified", "session_opened, visitor_linked", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"open", "s1", "r9", "pw1", NULL},
        {ALL_UNKNOWN, "request_refused unverified", "request_refused session_taken", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"open", "s2", "r9", "pw9", NULL},
        {ALL_UNKNOWN, "request_refused password_changed", "request_refused password_changed",
            UNKNOWN},
        {N, G, I, U, O, F}},
    {{"fail", NULL, NULL, NULL, NULL},
        {"login_failed unknown_account", "login_failed unknown_account",
            "login_failed unknown_account", "login_failed wrong_password",
            "login_failed wrong_password", "login_failed unknown_account"},
        {N, G, I, U, O, F}},
    {{"refresh", "s1", "r1", "r2", NULL},
        {ALL_UNKNOWN, "request_refused unknown_session", "session_refreshed", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"refresh", "s1", "r0", "r2", NULL},
        {ALL_UNKNOWN, "request_refused unknown_session",
            "request_refused token_reused, session_revoked reused", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"refresh", "s9", "r1", "r2", NULL},
        {ALL_UNKNOWN, "request_refused unknown_session", "request_refused unknown_session",
            UNKNOWN},
        {N, G, I, U, O, F}},
    {{"revoke", "s1", "signed out", NULL, NULL},
        {ALL_UNKNOWN, "request_refused unknown_session", "session_revoked logged_out", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"revoke", "s1", NULL, NULL, NULL},
        {ALL_UNKNOWN, "request_refused unknown_session", "session_revoked revoked", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"revoke all", NULL, NULL, NULL, NULL},
        {ALL_UNKNOWN, "request_refused unknown_session", "session_revoked revoked", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"revoke all", "s1", NULL, NULL, NULL},
        {ALL_UNKNOWN, "request_refused unknown_session", "request_refused unknown_session",
            UNKNOWN},
        {N, G, I, U, O, F}},
    {{"profile", "sealed name", NULL, NULL, NULL},
        {ALL_UNKNOWN, "profile_set", "profile_set", UNKNOWN}, {N, G, I, U, O, F}},
    {{"contact", "v", "sealed name", NULL, NULL},
        {"profile_set, visitor_linked", "profile_set", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN},
        {G, G, I, U, O, F}},
    /* Somebody else's cookie opens nobody's contact. */
    {{"contact", "w", "sealed name", NULL, NULL},
        {"profile_set, visitor_linked", "request_refused other_visitor", UNKNOWN, UNKNOWN, UNKNOWN,
            UNKNOWN},
        {G, G, I, U, O, F}},
    {{"link", "w", NULL, NULL, NULL},
        {UNKNOWN, "visitor_linked", UNKNOWN, "visitor_linked", "visitor_linked", UNKNOWN},
        {N, G, I, U, O, F}},
    {{"forget", "p1", NULL, NULL, NULL},
        {UNKNOWN, "person_forgotten", "person_forgotten", "person_forgotten",
            "session_revoked forgotten, person_forgotten", UNKNOWN},
        {N, F, F, F, F, F}},
    {{"forget", "p2", NULL, NULL, NULL},
        {UNKNOWN, "request_refused other_person", "request_refused other_person",
            "request_refused other_person", "request_refused other_person", UNKNOWN},
        {N, G, I, U, O, F}},
};

static void every_request_finds_every_state(void)
{
    enum { ROWS = sizeof(table) / sizeof(table[0]) };
    static struct world world;

    for (int row = 0; row < ROWS; row++) {
        for (int state = N; state <= F; state++) {
            const struct told_row *it = &table[row];
            char got[2048], want[2048];

            bring_into(&world, (enum account_state)state);
            (void)snprintf(want, sizeof(want), "%d %s, %s: %s, then %s", row, it->asked.request,
                states[state], it->told[state], states[it->after[state]]);
            (void)world_ask(&world, it->asked);
            (void)snprintf(got, sizeof(got), "%d %s, %s: %s, then %s", row, it->asked.request,
                states[state], world.told, states[account_state(&world.row)]);
            EXPECT_TOLD(want, got);
            world_done(&world);
        }
    }
}

/* Whatever is asked twice under one id is done once, in every state that leaves something behind.
 */
static void a_repeat_does_nothing(void)
{
    enum { ROWS = sizeof(table) / sizeof(table[0]) };
    static struct world world;

    for (int row = 0; row < ROWS; row++) {
        for (int state = N; state <= F; state++) {
            enum account_state after;

            bring_into(&world, (enum account_state)state);
            (void)world_ask_as(&world, table[row].asked, "once");
            after = account_state(&world.row);
            if (after != ACCOUNT_NOBODY) {
                int64_t events = world.events;

                EXPECT_TOLD("", world_ask_as(&world, table[row].asked, "once"));
                EXPECT_I64(events, world.events);
                EXPECT_I64(after, account_state(&world.row));
            }
            world_done(&world);
        }
    }
}

/* Beyond the last 64 a request may be done once more: the API promises a key for as many. */
static void the_last_64_requests_are_known_again(void)
{
    static struct world world;

    bring_into(&world, ACCOUNT_OPEN);
    EXPECT_TOLD("visitor_linked", world_ask_as(&world, (struct asked){"link", "w", 0, 0, 0}, "w"));
    for (int i = 0; i < ACCOUNT_RECENT_IDS_MAX - 1; i++)
        EXPECT_TOLD("profile_set", world_ask(&world, (struct asked){"profile", "sealed", 0, 0, 0}));
    EXPECT_TOLD("", world_ask_as(&world, (struct asked){"link", "w", 0, 0, 0}, "w"));
    (void)world_ask(&world, (struct asked){"profile", "sealed", 0, 0, 0});
    EXPECT_TOLD("visitor_linked", world_ask_as(&world, (struct asked){"link", "w", 0, 0, 0}, "w"));
    EXPECT_I64(ACCOUNT_RECENT_IDS_MAX, world.row.recent_ids.count);
    world_done(&world);
}

static const CU_TestInfo tests[] = {
    TEST(every_request_finds_every_state),
    TEST(a_repeat_does_nothing),
    TEST(the_last_64_requests_are_known_again),
};

TEST_MAIN(accounts, tests)
