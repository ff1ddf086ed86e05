/* PASETO v4.local: the official vectors (paseto-standard/test-vectors, v4.json), and what is no
 * token of ours. */
#include "lib/ids.h"
#include "lib/paseto.h"
#include "test/expect.h"
#include "test/run.h"

#define SECRET "{\"data\":\"this is a secret message\",\"exp\":\"2022-01-01T00:00:00+00:00\"}"
#define HIDDEN "{\"data\":\"this is a hidden message\",\"exp\":\"2022-01-01T00:00:00+00:00\"}"
#define KID "{\"kid\":\"zVhMiPBP9fRf2snEcT7gFTioeA9COcNy9DfgL1W60haN\"}"
#define KID_TEXT ".eyJraWQiOiJ6VmhNaVBCUDlmUmYyc25FY1Q3Z0ZUaW9lQTlDT2NOeTlEZmdMMVc2MGhhTiJ9"
#define ZEROS "v4.local.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAr68PS4AXe7If_ZgesdkUMv"
#define DF65 "v4.local.32VIErrEkmY4JVILovbmfPXKW9wT1OdQepjMTC_MOtjA4kiqw7_tcaOM5GNEcnTxl60W"
#define REST "FSNb_UdJPXjpzm0KW9ojM5f4O2mRvE2IcweP-PRdoHjd5-RHCiExR1IK6t"

static const struct {
    const char *name;
    bool zeros; /* The nonce: of zeros, or the other one. */
    const char *token;
    const char *payload;
    const char *footer;
    const char *implicit;
} vectors[] = {
    {"4-E-1", true,
        ZEROS
        "SwscFlAl1pk5HC0e8kApeaqMfGo_7OpBnwJOAbY9V7WU6abu74MmcUE8YWAiaArVI8XJ5hOb_4v9RmDkneN0S92dx0"
        "OW4pgy7omxgf3S8c3LlQg",
        SECRET, "", ""},
    {"4-E-2", true,
        ZEROS
        "S2csCgglvpk5HC0e8kApeaqMfGo_7OpBnwJOAbY9V7WU6abu74MmcUE8YWAiaArVI8XIemu9chy3WVKvRBfg6t8wwY"
        "HK0ArLxxfZP73W_vfwt5A",
        HIDDEN, "", ""},
    {"4-E-3", false, DF65 "kwMsYXw6" REST "6-tyebyWG6Ov7kKvBdkrrAJ837lKP3iDag2hzUPHuMKA", SECRET,
        "", ""},
    {"4-E-4", false, DF65 "iA8rd3wg" REST "4gt6TiLm55vIH8c_lGxxZpE3AWlH4WTR0v45nsWoU3gQ", HIDDEN,
        "", ""},
    {"4-E-5", false, DF65 "kwMsYXw6" REST "4x-RMNXtQNbz7FvFZ_G-lFpk5RG3EOrwDL6CgDqcerSQ" KID_TEXT,
        SECRET, KID, ""},
    {"4-E-6", false, DF65 "iA8rd3wg" REST "6pWSA5HX2wjb3P-xLQg5K5feUCX4P2fpVK3ZLWFbMSxQ" KID_TEXT,
        HIDDEN, KID, ""},
    {"4-E-7", false, DF65 "kwMsYXw6" REST "40KCCWLA7GYL9KFHzKlwY9_RnIfRrMQpueydLEAZGGcA" KID_TEXT,
        SECRET, KID, "{\"test-vector\":\"4-E-7\"}"},
    {"4-E-8", false, DF65 "iA8rd3wg" REST "5uvqQbMGlLLNYBc7A6_x7oqnpUK5WLvj24eE4DVPDZjw" KID_TEXT,
        HIDDEN, KID, "{\"test-vector\":\"4-E-8\"}"},
    {"4-E-9", false,
        DF65 "iA8rd3wg" REST "6tybdlmnMwcDMw0YxA_gFSE_IUWl78aMtOepFYSWYfQA"
             ".YXJiaXRyYXJ5LXN0cmluZy10aGF0LWlzbid0LWpzb24",
        HIDDEN, "arbitrary-string-that-isn't-json", "{\"test-vector\":\"4-E-9\"}"},
};

static uint8_t key[FY_PASETO_KEY_BYTES];
static struct fy_arena arena;

static void begin(void)
{
    struct fy_err err;

    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_ids_init(&err));
    fy_arena_init(&arena, 1 << 20);
    for (int i = 0; i < FY_PASETO_KEY_BYTES; i++)
        key[i] = (uint8_t)(0x70 + i);
}

static void the_official_vectors_hold(void)
{
    static const uint8_t zeros[FY_PASETO_NONCE_BYTES];
    static const uint8_t other[FY_PASETO_NONCE_BYTES] = {0xdf, 0x65, 0x48, 0x12, 0xba, 0xc4, 0x92,
        0x66, 0x38, 0x25, 0x52, 0x0b, 0xa2, 0xf6, 0xe6, 0x7c, 0xf5, 0xca, 0x5b, 0xdc, 0x13, 0xd4,
        0xe7, 0x50, 0x7a, 0x98, 0xcc, 0x4c, 0x2f, 0xcc, 0x3a, 0xd8};

    begin();
    for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
        struct fy_slice footer = fy_slice_of(vectors[i].footer);
        struct fy_slice implicit = fy_slice_of(vectors[i].implicit);
        struct fy_slice token = {0}, message = {0};

        CU_ASSERT_TRUE(fy_paseto_seal(key, vectors[i].zeros ? zeros : other,
            fy_slice_of(vectors[i].payload), footer, implicit, &arena, &token));
        EXPECT_TEXT(vectors[i].token, token);
        CU_ASSERT_TRUE(
            fy_paseto_open(key, fy_slice_of(vectors[i].token), footer, implicit, &arena, &message));
        EXPECT_TEXT(vectors[i].payload, message);
        CU_ASSERT_FALSE(fy_paseto_open(key, fy_slice_of(vectors[i].token), footer,
            fy_slice_of("somebody else"), &arena, &message));
        CU_ASSERT_FALSE(fy_paseto_open(key, fy_slice_of(vectors[i].token), fy_slice_of("another"),
            implicit, &arena, &message));
    }
    fy_arena_done(&arena);
}

/* Every byte of a token counts: any other byte in its place, and it is none. */
static void a_token_with_another_byte_is_refused(void)
{
    struct fy_slice token = {0}, message = {0};
    const struct fy_slice footer = {(const uint8_t *)"k1", 2}, none = {0};
    char *text;
    int refused = 0;

    begin();
    CU_ASSERT_TRUE_FATAL(
        fy_paseto_seal(key, NULL, fy_slice_of("{\"sub\":\"p\"}"), footer, none, &arena, &token));
    text = (char *)fy_arena_copy(&arena, token).data;
    for (size_t at = 0; at < token.size; at++) {
        char before = text[at];

        for (int byte = 0; byte < 256; byte++) {
            text[at] = (char)byte;
            if ((char)byte == before)
                continue;
            refused += !fy_paseto_open(key, (struct fy_slice){(uint8_t *)text, token.size}, footer,
                none, &arena, &message);
        }
        text[at] = before;
    }
    EXPECT_I64((int64_t)token.size * 255, refused);
    for (size_t size = 0; size < token.size; size++)
        CU_ASSERT_FALSE(fy_paseto_open(
            key, (struct fy_slice){token.data, size}, footer, none, &arena, &message));
    fy_arena_done(&arena);
}

static void two_tokens_of_one_message_differ(void)
{
    struct fy_slice one = {0}, two = {0}, message = {0};
    const struct fy_slice none = {0};
    uint8_t other[FY_PASETO_KEY_BYTES] = {1};

    begin();
    CU_ASSERT_TRUE(fy_paseto_seal(key, NULL, fy_slice_of("{}"), none, none, &arena, &one));
    CU_ASSERT_TRUE(fy_paseto_seal(key, NULL, fy_slice_of("{}"), none, none, &arena, &two));
    CU_ASSERT_FALSE(fy_slice_equal(one, two));
    CU_ASSERT_TRUE(fy_paseto_open(key, one, none, none, &arena, &message));
    CU_ASSERT_FALSE(fy_paseto_open(other, one, none, none, &arena, &message));
    fy_arena_done(&arena);
}

static void what_is_too_long_is_neither_made_nor_read(void)
{
    static uint8_t long_text[FY_PASETO_TOKEN_BYTES_MAX * 2];
    struct fy_slice token = {0}, message = {0};
    const struct fy_slice none = {0};

    begin();
    memset(long_text, 'A', sizeof(long_text));
    CU_ASSERT_FALSE(
        fy_paseto_seal(key, NULL, (struct fy_slice){long_text, 3100}, none, none, &arena, &token));
    CU_ASSERT_TRUE(
        fy_paseto_seal(key, NULL, (struct fy_slice){long_text, 2900}, none, none, &arena, &token));
    CU_ASSERT_TRUE(fy_paseto_open(key, token, none, none, &arena, &message));
    memcpy(long_text, "v4.local.", 9);
    CU_ASSERT_FALSE(fy_paseto_open(
        key, (struct fy_slice){long_text, sizeof(long_text)}, none, none, &arena, &message));
    fy_arena_done(&arena);
}

static const CU_TestInfo tests[] = {
    TEST(the_official_vectors_hold),
    TEST(a_token_with_another_byte_is_refused),
    TEST(two_tokens_of_one_message_differ),
    TEST(what_is_too_long_is_neither_made_nor_read),
};

TEST_MAIN(paseto, tests)
