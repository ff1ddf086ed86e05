/* Requests at random, and all that may go wrong: nobody who reads may be able to tell. */
#include "test/run.h"
#include "test/stream/accounts_said.h"
#include "test/stream/truth.h"
#include "test/unit/processors/accounts/asked_random.h"

enum { REQUESTS = 160, TOLD_MAX = 1600, TOLD_BYTES = 160 };

/* The same requests for the same seed, whichever driver they are sent to; runs in between. */
static void say_at_random(struct driver *driver, uint64_t seed, bool calm)
{
    static const int64_t passing_ms[] = {1000, 1000, 60000, 3600000, 86400000, 31 * 86400000LL};
    struct random random = {seed};
    struct {
        uint64_t subject;
        char id[8];
        struct asked asked;
    } sent[REQUESTS];

    for (int i = 0; i < REQUESTS; i++) {
        sent[i].subject = random_below(&random, SUBJECTS);
        (void)snprintf(sent[i].id, sizeof(sent[i].id), "%d", i);
        sent[i].asked = asked_at_random(&random, sent[i].subject, calm);
        if (i > 0 && random_below(&random, 4) == 0)
            sent[i] = sent[random_below(&random, (uint64_t)i)];
        (void)say_as(driver, subjects[sent[i].subject], sent[i].id, sent[i].asked);
        if (!calm && random_below(&random, 8) == 0)
            driver_pass(driver, passing_ms[random_below(&random, 6)]);
        if (random_below(&random, 10) == 0)
            driver_run(driver);
    }
    driver_run(driver);
}

/* --- What was told -----------------------------------------------------------------------------
 */

/* A line per record, without times: by subject, in their order. */
struct told {
    char lines[SUBJECTS][TOLD_MAX][TOLD_BYTES];
    int count[SUBJECTS];
    int all;
};

static char *line_add(struct told *told, struct driver *driver)
{
    int subject = driver_key(driver).data[0] - 'a';
    char *line;

    CU_ASSERT_TRUE_FATAL(subject >= 0 && subject < SUBJECTS);
    CU_ASSERT_TRUE_FATAL(told->count[subject] < TOLD_MAX);
    line = told->lines[subject][told->count[subject]++];
    told->all++;
    return line;
}

/* event_id says cause, step and session; seq that nothing is missing. */
static void events_read(struct driver *driver, struct told *told)
{
    struct account_event event;

    while (driver_read(driver, FY_TOPIC_ACCOUNTS, &event))
        (void)snprintf(line_add(told, driver), TOLD_BYTES, "%s %.*s %.*s %" PRId64 " %" PRId64,
            event_name(&event), FY_SLICE_ARG(event.envelope.event_id), (int)event.person.size,
            event.person.size > 0 ? (const char *)event.person.data : "", event.envelope.seq,
            event.request_offset);
}

static int64_t offset_of(const struct position *items, size_t count)
{
    return count > 0 ? items[0].offset : -1;
}

static void state_read(struct driver *driver, struct told *told)
{
    struct credential credential;
    struct user user;
    struct session session;

    while (driver_read(driver, FY_TOPIC_CREDENTIALS, &credential))
        (void)snprintf(line_add(told, driver), TOLD_BYTES, "credential %d %.*s %.*s %d %" PRId64,
            driver_tombstone(driver), FY_SLICE_ARG(credential.person),
            FY_SLICE_ARG(credential.role), credential.verified,
            offset_of(credential.as_of.items, credential.as_of.count));
    while (driver_read(driver, FY_TOPIC_USERS, &user))
        (void)snprintf(line_add(told, driver), TOLD_BYTES, "user %d %.*s %zu %" PRId64,
            driver_tombstone(driver), FY_SLICE_ARG(user.role), user.visitors.count,
            offset_of(user.as_of.items, user.as_of.count));
    while (driver_read(driver, FY_TOPIC_SESSIONS, &session))
        (void)snprintf(line_add(told, driver), TOLD_BYTES, "session %d %.*s %.*s %d %" PRId64,
            driver_tombstone(driver), FY_SLICE_ARG(driver_key(driver)),
            FY_SLICE_ARG(session.refresh_hash), session.has_revoked_ms,
            offset_of(session.as_of.items, session.as_of.count));
}

static void expect_same(const struct told *want, const struct told *got)
{
    for (int s = 0; s < SUBJECTS; s++) {
        EXPECT_I64(want->count[s], got->count[s]);
        for (int i = 0; i < want->count[s] && i < got->count[s]; i++)
            EXPECT_TEXT(want->lines[s][i], fy_slice_of(got->lines[s][i]));
    }
}

/*
 * Turns are aborted, fenced and left in doubt, partitions move, the process dies with and without
 * its disk. Whoever reads must not be able to tell: not one event or state more, less or other,
 * down to the numbers that the events carry.
 */
static void a_bad_day_tells_the_same_of_accounts(void)
{
    static struct told want, got;
    int last = driver_seed_last(60);

    for (int seed = driver_seed_first(); seed <= last; seed++) {
        struct driver *kind = driver_new(&accounts_processor);
        struct driver *hostile = driver_new_hostile(&accounts_processor, (uint64_t)seed);

        memset(&want, 0, sizeof(want));
        memset(&got, 0, sizeof(got));
        say_at_random(kind, (uint64_t)seed, true);
        say_at_random(hostile, (uint64_t)seed, true);
        events_read(kind, &want);
        events_read(hostile, &got);
        state_read(kind, &want);
        state_read(hostile, &got);

        CU_ASSERT_TRUE(want.all > REQUESTS);
        expect_same(&want, &got);
        driver_free(kind);
        driver_free(hostile);
    }
}

/* --- Rows --------------------------------------------------------------------------------------
 */

/* Months pass and timers fire, in bad days and good: the rows follow from the events alone. */
static void the_rows_follow_from_the_events(void)
{
    int last = driver_seed_last(40);
    bool timers = false;

    for (int seed = driver_seed_first(); seed <= last; seed++) {
        struct driver *driver = driver_new_hostile(&accounts_processor, (uint64_t)seed);
        struct account_event event;
        struct look look;

        say_at_random(driver, (uint64_t)seed, false);
        look_init(&look, driver, &accounts_processor);
        look_read(&look);
        expect_rebuilt(&look);
        look_done(&look);
        while (driver_read(driver, FY_TOPIC_ACCOUNTS, &event))
            timers = timers || event.envelope.cause_id.data == NULL;
        driver_free(driver);
    }
    CU_ASSERT_TRUE(timers);
}

/* --- What must hold of all that was told ------------------------------------------------------ */

/* The latest of one session, as whoever checks tokens has it. */
struct seen {
    bool there, revoked;
    char hash[8];
};

/* The row's sessions and those of the topic are the same: no token counts that should not. */
static void the_sessions_told_are_those_of_the_row(void)
{
    int last = driver_seed_last(40);

    for (int seed = driver_seed_first(); seed <= last; seed++) {
        struct driver *driver = driver_new_hostile(&accounts_processor, (uint64_t)seed);
        struct seen seen[SUBJECTS][3] = {0};
        struct session session;

        say_at_random(driver, (uint64_t)seed, false);
        while (driver_read(driver, FY_TOPIC_SESSIONS, &session)) {
            struct fy_slice key = driver_key(driver);
            struct seen *at = &seen[key.data[0] - 'a'][key.data[2] - '1'];

            at->there = !driver_tombstone(driver);
            at->revoked = session.has_revoked_ms;
            (void)snprintf(at->hash, sizeof(at->hash), "%.*s", (int)session.refresh_hash.size,
                session.refresh_hash.size > 0 ? (const char *)session.refresh_hash.data : "");
        }
        for (int s = 0; s < SUBJECTS; s++) {
            struct account_row row = {0};
            struct account none = {0};
            char key[80];

            (void)snprintf(key, sizeof(key), "acc/%s", subjects[s]);
            if (!driver_row(driver, key, &row))
                row.account = &none;
            for (int i = 0; i < 3; i++) {
                const struct account_session *of_row =
                    account_session_find(row.account, fy_slice_of(sessions[s][i]));

                EXPECT_I64(of_row != NULL, seen[s][i].there);
                if (of_row != NULL) {
                    EXPECT_I64(of_row->has_revoked_ms, seen[s][i].revoked);
                    EXPECT_TEXT(seen[s][i].hash, of_row->refresh_hash);
                }
            }
        }
        driver_free(driver);
    }
}

static const CU_TestInfo tests[] = {
    TEST(a_bad_day_tells_the_same_of_accounts),
    TEST(the_rows_follow_from_the_events),
    TEST(the_sessions_told_are_those_of_the_row),
};

TEST_MAIN(accounts_bad_day, tests)
