/* Sessions as rows: whose token counts. */
#include "lib/sessions.h"
#include "schemas/generated/session.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdlib.h>
#include <unistd.h>

enum { SPACE = 3 };

static const int64_t now_ms = 1764126000000;
static struct fy_store *store;
static struct fy_arena arena;
static char path[64];

static void begin(void)
{
    struct fy_err err;

    fy_arena_init(&arena, 1 << 20);
    (void)snprintf(path, sizeof(path), "/tmp/fy_sessionsXXXXXX");
    if (mkdtemp(path) == NULL || fy_store_open(path, 1 << 20, &store, &err) != FY_OK)
        abort();
}

static void end(void)
{
    char command[96];

    fy_store_close(store);
    fy_arena_done(&arena);
    (void)snprintf(command, sizeof(command), "rm -rf %s", path);
    CU_ASSERT_EQUAL(0, system(command));
}

static enum fy_status apply(const char *key, struct fy_slice value)
{
    struct fy_store_batch *rows = fy_store_batch_new(store);
    struct fy_record record = {.topic = FY_TOPIC_SESSIONS, .value = value};
    struct fy_err err;
    enum fy_status status;

    if (key != NULL)
        record.key = fy_slice_of(key);
    status = fy_sessions_apply(&record, SPACE, rows, &arena, &err);
    EXPECT_I64(FY_OK, fy_store_batch_write(rows, &err));
    fy_store_batch_free(rows);
    return status;
}

static struct fy_slice row(const char *id, bool revoked)
{
    struct session session = {
        .session = fy_slice_of(id),
        .account = fy_slice_of("account"),
        .person = fy_slice_of("ann"),
        .role = fy_slice_of("customer"),
        .refresh_hash = fy_slice_of("hash"),
        .label = fy_slice_of("Firefox on Linux"),
        .has_revoked_ms = revoked,
        .revoked_ms = now_ms,
    };
    struct fy_slice value = {0};
    struct fy_err err;

    EXPECT_I64(FY_OK, session_encode(&session, &arena, &value, &err));
    return value;
}

static bool ended(const char *id, int64_t age_ms)
{
    struct fy_caller caller = {.session = fy_slice_of(id), .issued_ms = now_ms - age_ms};
    struct fy_err err;
    bool is_ended = false;

    EXPECT_I64(FY_OK, fy_session_ended(store, SPACE, &caller, now_ms, &arena, &is_ended, &err));
    return is_ended;
}

static void a_session_counts_until_it_is_revoked(void)
{
    begin();
    EXPECT_I64(FY_OK, apply("s", row("s", false)));
    EXPECT_I64(FY_OK, apply("t", row("t", false)));
    EXPECT_I64(false, ended("s", 800000));
    EXPECT_I64(FY_OK, apply("s", row("s", true)));
    EXPECT_I64(true, ended("s", 0)); /* However young its token is. */
    EXPECT_I64(true, ended("s", 800000));
    EXPECT_I64(false, ended("t", 800000));
    end();
}

/* Its row is on its way when a token is young, and gone for good when it is not. */
static void one_without_a_row_counts_while_its_token_is_young(void)
{
    begin();
    EXPECT_I64(false, ended("s", 0));
    EXPECT_I64(false, ended("s", FY_SESSION_YOUNG_MS));
    EXPECT_I64(true, ended("s", FY_SESSION_YOUNG_MS + 1));
    EXPECT_I64(FY_OK, apply("s", row("s", false)));
    EXPECT_I64(false, ended("s", FY_SESSION_YOUNG_MS + 1));
    EXPECT_I64(FY_OK, apply("s", (struct fy_slice){0}));
    EXPECT_I64(true, ended("s", FY_SESSION_YOUNG_MS + 1));
    end();
}

static void what_cannot_be_read_is_not_put(void)
{
    begin();
    EXPECT_I64(FY_REJECT, apply(NULL, row("s", false)));
    EXPECT_I64(FY_REJECT, apply("s", row("t", false)));
    EXPECT_I64(FY_REJECT, apply("s", fy_slice_of("no session")));
    EXPECT_I64(true, ended("s", FY_SESSION_YOUNG_MS + 1));
    end();
}

static const CU_TestInfo tests[] = {
    TEST(a_session_counts_until_it_is_revoked),
    TEST(one_without_a_row_counts_while_its_token_is_young),
    TEST(what_cannot_be_read_is_not_put),
};

TEST_MAIN(sessions, tests)
