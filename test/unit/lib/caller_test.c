/* Who calls: what a token tells of, to whom, and for how long. */
#include "lib/caller.h"
#include "lib/ids.h"
#include "test/expect.h"
#include "test/run.h"

enum { ALL = (1 << FY_AUDIENCE_COUNT) - 1, MINUTE_MS = 60 * 1000 };

static const int64_t now_ms = 1764126000000;
static const uint8_t key[FY_TOKEN_KEY_BYTES] = {7, 1};
static struct fy_arena arena;

static void begin(void)
{
    struct fy_err err;

    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_ids_init(&err));
    fy_arena_init(&arena, 16 << 20);
}

/* Somebody of that role, with all that they may have. */
static struct fy_caller somebody(enum fy_role role)
{
    return (struct fy_caller){
        .role = role,
        .person = fy_slice_of("0123456789abcdef0123456789abcdef"),
        .account = fy_slice_of("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
        .supplier = fy_role_is_supplier(role) ? fy_slice_of("hollow-oak") : (struct fy_slice){0},
        .session = fy_slice_of("ffffffffffffffffffffffffffffffff"),
        .issued_ms = now_ms,
        .expires_ms = now_ms + FY_TOKEN_LIFE_MS,
    };
}

static struct fy_slice token_of(const struct fy_caller *caller)
{
    struct fy_slice token = {0};

    CU_ASSERT_TRUE_FATAL(fy_token_make(key, caller, &arena, &token));
    return token;
}

static void what_was_put_in_comes_out(void)
{
    begin();
    for (int role = 0; role < FY_ROLE_COUNT; role++) {
        struct fy_caller caller = somebody((enum fy_role)role), got = {0};

        CU_ASSERT_TRUE(fy_token_check(key, token_of(&caller), ALL, now_ms, &arena, &got));
        EXPECT_I64(role, got.role);
        EXPECT_TEXT("0123456789abcdef0123456789abcdef", got.person);
        EXPECT_TEXT(
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", got.account);
        EXPECT_TEXT(fy_role_is_supplier(got.role) ? "hollow-oak" : NULL, got.supplier);
        EXPECT_TEXT("ffffffffffffffffffffffffffffffff", got.session);
        EXPECT_I64(now_ms, got.issued_ms);
        EXPECT_I64(now_ms + FY_TOKEN_LIFE_MS, got.expires_ms);
        EXPECT_I64(role, fy_role_find(fy_slice_of(fy_role_name((enum fy_role)role))));
    }
    EXPECT_I64(FY_ROLE_COUNT, fy_role_find(fy_slice_of("supplier")));
    fy_arena_done(&arena);
}

/* A token by ./fy token names a person and nothing else. */
static void what_there_is_none_of_is_absent(void)
{
    struct fy_caller got = {0}, caller = {
                                    .role = FY_ROLE_OPERATOR,
                                    .person = fy_slice_of("me"),
                                    .issued_ms = now_ms,
                                    .expires_ms = now_ms + 1,
                                };

    begin();
    CU_ASSERT_TRUE(fy_token_check(key, token_of(&caller), ALL, now_ms, &arena, &got));
    EXPECT_TEXT("me", got.person);
    EXPECT_TEXT(NULL, got.account);
    EXPECT_TEXT(NULL, got.supplier);
    EXPECT_TEXT(NULL, got.session);
    EXPECT_TEXT("operator:me", fy_caller_actor(&arena, &got));
    fy_arena_done(&arena);
}

/* Each role's token opens for its own audience alone. */
static void a_token_is_for_one_audience(void)
{
    static const int own[FY_ROLE_COUNT] = {
        [FY_ROLE_CUSTOMER] = FY_AUDIENCE_STOREFRONT,
        [FY_ROLE_SUPPLIER_OWNER] = FY_AUDIENCE_SUPPLIER,
        [FY_ROLE_SUPPLIER_STAFF] = FY_AUDIENCE_SUPPLIER,
        [FY_ROLE_OPERATOR] = FY_AUDIENCE_OPERATOR,
        [FY_ROLE_DATA] = FY_AUDIENCE_DATA,
        [FY_ROLE_SERVICE] = FY_AUDIENCE_SERVICE,
    };

    begin();
    for (int role = 0; role < FY_ROLE_COUNT; role++)
        for (int audience = 0; audience < FY_AUDIENCE_COUNT; audience++) {
            struct fy_caller caller = somebody((enum fy_role)role), got = {0};
            struct fy_slice token = token_of(&caller);

            EXPECT_I64(audience == own[role],
                fy_token_check(key, token, 1U << audience, now_ms, &arena, &got));
            EXPECT_I64(audience != own[role],
                fy_token_check(key, token, ALL & ~(1U << audience), now_ms, &arena, &got));
        }
    fy_arena_done(&arena);
}

/* Claims of an operator, sealed for the storefront: no program of ours makes such. */
static void a_role_of_another_audience_is_refused(void)
{
    struct fy_slice token = {0}, none = {0};
    struct fy_caller got = {0};
    struct fy_slice claims =
        fy_slice_of("{\"sub\":\"me\",\"acc\":\"\",\"role\":\"operator\",\"sup\":\"\",\"sid\":\"\","
                    "\"iat\":1764126000000,\"exp\":1764126060000}");

    begin();
    CU_ASSERT_TRUE(
        fy_paseto_seal(key, NULL, claims, none, fy_slice_of("operator"), &arena, &token));
    CU_ASSERT_TRUE(fy_token_check(key, token, ALL, now_ms, &arena, &got));
    CU_ASSERT_TRUE(
        fy_paseto_seal(key, NULL, claims, none, fy_slice_of("storefront"), &arena, &token));
    CU_ASSERT_FALSE(fy_token_check(key, token, ALL, now_ms, &arena, &got));
    fy_arena_done(&arena);
}

static void a_token_has_its_time(void)
{
    struct fy_caller caller = somebody(FY_ROLE_CUSTOMER), got = {0};
    static const struct {
        int64_t from_now_ms;
        bool counts;
    } cases[] = {
        {-MINUTE_MS - 1, false}, /* Issued in a future that clocks alone do not explain. */
        {-MINUTE_MS, true},
        {0, true},
        {FY_TOKEN_LIFE_MS - 1, true},
        {FY_TOKEN_LIFE_MS, false},
        {INT64_C(1) << 40, false},
    };

    begin();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        EXPECT_I64(cases[i].counts, fy_token_check(key, token_of(&caller), ALL,
                                        now_ms + cases[i].from_now_ms, &arena, &got));
    fy_arena_done(&arena);
}

static void a_caller_that_cannot_be_has_no_token(void)
{
    const struct fy_caller good = somebody(FY_ROLE_SUPPLIER_OWNER);
    struct fy_caller cases[12];
    struct fy_slice token = {0};
    const struct fy_slice long_id =
        fy_slice_of("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0");
    int count = 0;

#define WITH(field, value) (cases[count] = good, cases[count++].field = (value))
    WITH(person, fy_slice_of(""));
    WITH(person, fy_slice_of("a\",\"role\":\"operator"));
    WITH(person, long_id);
    WITH(account, fy_slice_of("a b"));
    WITH(session, fy_slice_of("\xc3\xa4"));
    WITH(supplier, (struct fy_slice){0}); /* An owner of nothing. */
    WITH(role, FY_ROLE_CUSTOMER);         /* A customer of a supplier's. */
    WITH(role, FY_ROLE_COUNT);
    WITH(issued_ms, 0);
    WITH(expires_ms, now_ms);
    WITH(expires_ms, now_ms + FY_TOKEN_LIFE_MS_MAX + 1);
#undef WITH

    begin();
    for (int i = 0; i < count; i++) {
        bool made = fy_token_make(key, &cases[i], &arena, &token);

        EXPECT_I64(false, made);
    }
    (void)token_of(&good);
    fy_arena_done(&arena);
}

/* Anything but the one form, sealed by our own key: a program of another version, perhaps. */
static void claims_have_one_form(void)
{
#define HEAD "{\"sub\":\"me\",\"acc\":\"\",\"role\":\"data\",\"sup\":\"\",\"sid\":\"\","
    static const char *const cases[] = {
        "",
        "{}",
        HEAD "\"iat\":1764126000000,\"exp\":1764126060000",
        HEAD "\"iat\":1764126000000,\"exp\":1764126060000} ",
        HEAD "\"iat\":1764126000000,\"exp\":}",
        HEAD "\"iat\":-1764126000000,\"exp\":1764126060000}",
        HEAD "\"iat\":1764126000000,\"exp\":17641260600000000}",
        HEAD "\"exp\":1764126060000,\"iat\":1764126000000}",
        "{\"sub\":\"me\",\"acc\":\"\",\"role\":\"chief\",\"sup\":\"\",\"sid\":\"\","
        "\"iat\":1764126000000,\"exp\":1764126060000}",
        "{\"sub\":\"me",
    };
    struct fy_slice token = {0}, none = {0};
    struct fy_caller got = {0};

    begin();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_TRUE(fy_paseto_seal(
            key, NULL, fy_slice_of(cases[i]), none, fy_slice_of("data"), &arena, &token));
        EXPECT_I64(false, fy_token_check(key, token, ALL, now_ms, &arena, &got));
    }
    CU_ASSERT_TRUE(
        fy_paseto_seal(key, NULL, fy_slice_of(HEAD "\"iat\":1764126000000,\"exp\":1764126060000}"),
            none, fy_slice_of("data"), &arena, &token));
    EXPECT_I64(true, fy_token_check(key, token, ALL, now_ms, &arena, &got));
    fy_arena_done(&arena);
#undef HEAD
}

static void another_key_opens_nothing(void)
{
    static const uint8_t other[FY_TOKEN_KEY_BYTES] = {7, 2};
    struct fy_caller caller = somebody(FY_ROLE_OPERATOR), got = {0};

    begin();
    CU_ASSERT_FALSE(fy_token_check(other, token_of(&caller), ALL, now_ms, &arena, &got));
    CU_ASSERT_FALSE(fy_token_check(key, fy_slice_of("v4.local."), ALL, now_ms, &arena, &got));
    CU_ASSERT_FALSE(fy_token_check(key, (struct fy_slice){0}, ALL, now_ms, &arena, &got));
    fy_arena_done(&arena);
}

static const CU_TestInfo tests[] = {
    TEST(what_was_put_in_comes_out),
    TEST(what_there_is_none_of_is_absent),
    TEST(a_token_is_for_one_audience),
    TEST(a_role_of_another_audience_is_refused),
    TEST(a_token_has_its_time),
    TEST(a_caller_that_cannot_be_has_no_token),
    TEST(claims_have_one_form),
    TEST(another_key_opens_nothing),
};

TEST_MAIN(caller, tests)
