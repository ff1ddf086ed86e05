/* Passwords: hashed and checked off the reactor, the same way for somebody and for nobody. */
#include "lib/ids.h"
#include "lib/password.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdlib.h>

static struct {
    struct fy_reactor *reactor;
    struct fy_passwords *passwords;
    int answers;
    bool right, stale;
    char hash[FY_PASSWORD_HASH_BYTES];
} stage;

static void open_stage(int waiting_max)
{
    struct fy_err err;

    memset(&stage, 0, sizeof(stage));
    if (fy_ids_init(&err) != FY_OK || fy_reactor_new(&stage.reactor, &err) != FY_OK ||
        fy_passwords_new(stage.reactor, 1, waiting_max, &stage.passwords, &err) != FY_OK)
        abort();
}

static void close_stage(void)
{
    fy_passwords_free(stage.passwords);
    fy_reactor_free(stage.reactor);
}

static void hashed(void *context, const char *hash)
{
    (void)context;
    CU_ASSERT_PTR_NOT_NULL_FATAL(hash);
    (void)snprintf(stage.hash, sizeof(stage.hash), "%s", hash);
    stage.answers++;
}

static void checked(void *context, bool right, bool stale)
{
    (void)context;
    stage.right = right;
    stage.stale = stale;
    stage.answers++;
}

static void turn_until(int answers)
{
    struct fy_err err;

    while (stage.answers < answers)
        if (fy_reactor_turn(stage.reactor, 1000, &err) != FY_OK)
            abort();
}

static void hash_of(const char *password)
{
    CU_ASSERT_TRUE(fy_password_hash(stage.passwords, fy_slice_of(password), hashed, NULL));
    turn_until(stage.answers + 1);
}

static bool is_right(const char *password, const char *hash)
{
    struct fy_slice text = {0};

    if (hash != NULL)
        text = fy_slice_of(hash);
    CU_ASSERT_TRUE(fy_password_check(stage.passwords, fy_slice_of(password), text, checked, NULL));
    turn_until(stage.answers + 1);
    return stage.right;
}

static void only_the_password_is_right(void)
{
    char first[FY_PASSWORD_HASH_BYTES];

    open_stage(4);
    hash_of("correct horse");
    EXPECT_CONTAINS("$argon2id$v=19$m=19456,t=2,p=1$", fy_slice_of(stage.hash));
    memcpy(first, stage.hash, sizeof(first));
    CU_ASSERT_TRUE(is_right("correct horse", first));
    CU_ASSERT_FALSE(stage.stale);
    CU_ASSERT_FALSE(is_right("correct horsf", first));
    CU_ASSERT_FALSE(is_right("", first));
    hash_of("correct horse");
    CU_ASSERT_TRUE(strcmp(first, stage.hash) != 0); /* A salt each. */
    close_stage();
}

static void nobody_has_no_password(void)
{
    open_stage(4);
    CU_ASSERT_FALSE(is_right("correct horse", NULL));
    CU_ASSERT_FALSE(is_right("", NULL));
    CU_ASSERT_FALSE(is_right("x", "no hash at all"));
    close_stage();
}

/* A hash of other costs is right, and says that it should be made anew. */
static void a_hash_of_old_costs_is_stale(void)
{
    static const char old[] = /* Of "password", with 8 MiB and 3 passes. */
        "$argon2id$v=19$m=8192,t=3,p=1$"
        "sp5GoDp0uFZwcmeeHCs7lQ$sMIKqvuDr1wV+vi/eIQLNYHex+AoWz40mALfGaNESfE";

    open_stage(4);
    CU_ASSERT_TRUE(is_right("password", old));
    CU_ASSERT_TRUE(stage.stale);
    CU_ASSERT_FALSE(is_right("passwore", old));
    CU_ASSERT_FALSE(stage.stale); /* Whoever guesses learns nothing of it. */
    close_stage();
}

static void too_many_and_too_long_are_refused_at_once(void)
{
    static char long_password[FY_PASSWORD_BYTES_MAX + 2];

    open_stage(2);
    memset(long_password, 'a', sizeof(long_password) - 1);
    CU_ASSERT_FALSE(fy_password_hash(stage.passwords, fy_slice_of(long_password), hashed, NULL));
    for (int i = 0; i < 3; i++)
        CU_ASSERT_TRUE(fy_password_hash(stage.passwords, fy_slice_of("a"), hashed, NULL));
    CU_ASSERT_FALSE(fy_password_hash(stage.passwords, fy_slice_of("a"), hashed, NULL));
    turn_until(3);
    close_stage();
}

static const CU_TestInfo tests[] = {
    TEST(only_the_password_is_right),
    TEST(nobody_has_no_password),
    TEST(a_hash_of_old_costs_is_stale),
    TEST(too_many_and_too_long_are_refused_at_once),
};

TEST_MAIN(password, tests)
