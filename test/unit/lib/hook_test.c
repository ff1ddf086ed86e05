/* Signatures of webhooks, beside one that Python's hmac made. */
#include "lib/hook.h"
#include "test/expect.h"
#include "test/run.h"

enum { NOW_S = 1700000000 };

/* hmac.new(b"whsec_test", b"1700000000.{\"id\":\"evt_1\"}", "sha256").hexdigest() */
#define BODY "{\"id\":\"evt_1\"}"
#define SECRET "whsec_test"

static bool check(const char *secret, const char *header, const char *body, int64_t now_s)
{
    struct fy_slice secrets[] = {fy_slice_of(secret)};

    return fy_hook_check(secrets, 1, fy_slice_of(header), fy_slice_of(body), now_s);
}

static const char *signed_header(const char *secret, int64_t time_s, const char *body)
{
    static char header[256];
    char hex[FY_HOOK_HEX + 1];

    fy_hook_sign(fy_slice_of(secret), time_s, fy_slice_of(body), hex);
    (void)snprintf(header, sizeof(header), "t=%lld,v1=%s", (long long)time_s, hex);
    return header;
}

static void a_signature_is_that_of_others(void)
{
    char hex[FY_HOOK_HEX + 1];

    fy_hook_sign(fy_slice_of(SECRET), NOW_S, fy_slice_of(BODY), hex);
    EXPECT_TEXT(
        "c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925", fy_slice_of(hex));
}

static void only_our_secret_signs(void)
{
    const char *good = signed_header(SECRET, NOW_S, BODY);

    EXPECT_I64(true, check(SECRET, good, BODY, NOW_S));
    EXPECT_I64(false, check("whsec_other", good, BODY, NOW_S));
    EXPECT_I64(false, check(SECRET, good, BODY " ", NOW_S));
    EXPECT_I64(false, check(SECRET, signed_header("", NOW_S, BODY), BODY, NOW_S));
    EXPECT_I64(false, fy_hook_check(NULL, 0, fy_slice_of(good), fy_slice_of(BODY), NOW_S));
}

/* A repeat of a stranger who once heard a good one. */
static void an_old_one_does_not_count(void)
{
    const char *header = signed_header(SECRET, NOW_S, BODY);

    EXPECT_I64(true, check(SECRET, header, BODY, NOW_S + FY_HOOK_TOLERANCE_S));
    EXPECT_I64(false, check(SECRET, header, BODY, NOW_S + FY_HOOK_TOLERANCE_S + 1));
    EXPECT_I64(true, check(SECRET, header, BODY, NOW_S - FY_HOOK_TOLERANCE_S));
    EXPECT_I64(false, check(SECRET, header, BODY, NOW_S - FY_HOOK_TOLERANCE_S - 1));
}

/* While a secret changes, both count, on either side. */
static void two_secrets_count(void)
{
    struct fy_slice secrets[] = {fy_slice_of("whsec_new"), fy_slice_of("whsec_old")};
    char both[400], old_hex[FY_HOOK_HEX + 1], hex[FY_HOOK_HEX + 1];
    const char *old = signed_header("whsec_old", NOW_S, BODY);

    EXPECT_I64(true, fy_hook_check(secrets, 2, fy_slice_of(old), fy_slice_of(BODY), NOW_S));
    fy_hook_sign(fy_slice_of("whsec_gone"), NOW_S, fy_slice_of(BODY), old_hex);
    fy_hook_sign(fy_slice_of("whsec_new"), NOW_S, fy_slice_of(BODY), hex);
    (void)snprintf(both, sizeof(both), "t=%d,v1=%s,v1=%s,v0=zz", NOW_S, old_hex, hex);
    EXPECT_I64(true, fy_hook_check(secrets, 2, fy_slice_of(both), fy_slice_of(BODY), NOW_S));
    EXPECT_I64(false, fy_hook_check(&secrets[1], 1, fy_slice_of(both), fy_slice_of(BODY), NOW_S));
}

static void a_header_that_is_none_is_refused(void)
{
    static const char *const bad[] = {
        "",
        "t=1700000000",
        "v1=00",
        "t=,v1=",
        "t=1700000000;v1=0",
        "t=17000000000000000,v1=0000000000000000000000000000000000000000000000000000000000000000",
        "t=-1,v1=0000000000000000000000000000000000000000000000000000000000000000",
        "nonsense",
        ",,,",
    };
    char twice[320], good[256];

    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        EXPECT_I64(false, check(SECRET, bad[i], BODY, NOW_S));
    (void)snprintf(good, sizeof(good), "%s", signed_header(SECRET, NOW_S, BODY));
    (void)snprintf(twice, sizeof(twice), "t=%d,%s", NOW_S, good); /* Whose time would it be? */
    EXPECT_I64(false, check(SECRET, twice, BODY, NOW_S));
    EXPECT_I64(false, fy_hook_check((struct fy_slice[]){fy_slice_of(SECRET)}, 1,
                          (struct fy_slice){0}, fy_slice_of(BODY), NOW_S));
}

static const CU_TestInfo tests[] = {
    TEST(a_signature_is_that_of_others),
    TEST(only_our_secret_signs),
    TEST(an_old_one_does_not_count),
    TEST(two_secrets_count),
    TEST(a_header_that_is_none_is_refused),
};

TEST_MAIN(hook, tests)
