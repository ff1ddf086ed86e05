/* A person's data: for that person and that field, under that key, or not at all. */
#include "lib/ids.h"
#include "lib/seal.h"
#include "test/expect.h"
#include "test/run.h"

static struct fy_arena arena;

static void begin(void)
{
    struct fy_err err;

    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_ids_init(&err));
    fy_arena_init(&arena, 1 << 20);
}

#define ANNE fy_slice_of("person-anne")

static void what_is_sealed_comes_back(void)
{
    uint8_t key[FY_KEY_BYTES];
    struct fy_slice sealed = {0}, again = {0}, text = {0};

    begin();
    fy_key_new(key);
    CU_ASSERT_TRUE(fy_seal(key, ANNE, "address", fy_slice_of("1 Main St"), &arena, &sealed));
    CU_ASSERT_TRUE(fy_seal(key, ANNE, "address", fy_slice_of("1 Main St"), &arena, &again));
    EXPECT_I64(9 + FY_SEAL_BYTES, sealed.size);
    CU_ASSERT_FALSE(fy_slice_equal(sealed, again));
    CU_ASSERT_PTR_NULL(memmem(sealed.data, sealed.size, "Main", 4));
    CU_ASSERT_TRUE(fy_unseal(key, ANNE, "address", sealed, &arena, &text));
    EXPECT_TEXT("1 Main St", text);
    CU_ASSERT_TRUE(fy_seal(key, ANNE, "address", fy_slice_of(""), &arena, &sealed));
    CU_ASSERT_TRUE(fy_unseal(key, ANNE, "address", sealed, &arena, &text));
    EXPECT_I64(0, text.size);
    fy_arena_done(&arena);
}

/* Not another's, not another field, not another key, not one byte otherwise; nor moved within the
 * pair. */
static void nothing_else_opens_it(void)
{
    uint8_t key[FY_KEY_BYTES], other[FY_KEY_BYTES];
    struct fy_slice sealed = {0}, text = {0};
    uint8_t *bytes;

    begin();
    fy_key_new(key);
    fy_key_new(other);
    CU_ASSERT_TRUE(fy_seal(key, ANNE, "address", fy_slice_of("1 Main St"), &arena, &sealed));
    CU_ASSERT_FALSE(fy_unseal(other, ANNE, "address", sealed, &arena, &text));
    CU_ASSERT_FALSE(fy_unseal(key, fy_slice_of("person-bob"), "address", sealed, &arena, &text));
    CU_ASSERT_FALSE(fy_unseal(key, ANNE, "phone", sealed, &arena, &text));
    CU_ASSERT_FALSE(fy_unseal(key, fy_slice_of("person-annea"), "ddress", sealed, &arena, &text));
    bytes = (uint8_t *)fy_arena_copy(&arena, sealed).data;
    for (size_t i = 0; i < sealed.size; i++) {
        bytes[i] ^= 1;
        CU_ASSERT_FALSE(
            fy_unseal(key, ANNE, "address", (struct fy_slice){bytes, sealed.size}, &arena, &text));
        bytes[i] ^= 1;
        CU_ASSERT_FALSE(
            fy_unseal(key, ANNE, "address", (struct fy_slice){bytes, i}, &arena, &text));
    }
    fy_arena_done(&arena);
}

/* Two master keys while one is replaced: what either wrapped is opened, a third's is not. */
static void a_key_is_wrapped_by_a_master_key_of_a_number(void)
{
    struct fy_master_key masters[2] = {{.number = 1}, {.number = 2}};
    struct fy_master_key third = {.number = 2};
    uint8_t key[FY_KEY_BYTES], got[FY_KEY_BYTES], wrapped[FY_WRAPPED_KEY_BYTES];

    begin();
    fy_key_new(masters[0].key);
    fy_key_new(masters[1].key);
    fy_key_new(third.key);
    fy_key_new(key);
    for (int i = 0; i < 2; i++) {
        struct fy_slice slice = {wrapped, sizeof(wrapped)};

        fy_key_wrap(&masters[i], ANNE, key, wrapped);
        CU_ASSERT_TRUE(fy_key_unwrap(masters, 2, ANNE, slice, got));
        EXPECT_I64(0, memcmp(key, got, sizeof(key)));
        CU_ASSERT_FALSE(fy_key_unwrap(masters, 2, fy_slice_of("person-bob"), slice, got));
        CU_ASSERT_FALSE(fy_key_unwrap(&third, 1, ANNE, slice, got));
        CU_ASSERT_FALSE(fy_key_unwrap(masters, 0, ANNE, slice, got));
        slice.size--;
        CU_ASSERT_FALSE(fy_key_unwrap(masters, 2, ANNE, slice, got));
        CU_ASSERT_PTR_NULL(memmem(wrapped, sizeof(wrapped), key, 8));
    }
    fy_key_wipe(key);
    for (int i = 0; i < FY_KEY_BYTES; i++)
        EXPECT_I64(0, key[i]);
    fy_arena_done(&arena);
}

static void an_account_is_found_by_a_peppered_name(void)
{
    uint8_t pepper[FY_KEY_BYTES], other[FY_KEY_BYTES];
    char one[FY_LOOKUP_TEXT + 1], two[FY_LOOKUP_TEXT + 1];

    begin();
    fy_key_new(pepper);
    fy_key_new(other);
    fy_lookup_text(pepper, fy_slice_of("a@example.org"), one);
    fy_lookup_text(pepper, fy_slice_of("a@example.org"), two);
    EXPECT_TEXT(one, fy_slice_of(two));
    fy_lookup_text(pepper, fy_slice_of("b@example.org"), two);
    CU_ASSERT_TRUE(strcmp(one, two) != 0);
    fy_lookup_text(other, fy_slice_of("a@example.org"), two);
    CU_ASSERT_TRUE(strcmp(one, two) != 0);
    fy_arena_done(&arena);
}

static const CU_TestInfo tests[] = {
    TEST(what_is_sealed_comes_back),
    TEST(nothing_else_opens_it),
    TEST(a_key_is_wrapped_by_a_master_key_of_a_number),
    TEST(an_account_is_found_by_a_peppered_name),
};

TEST_MAIN(seal, tests)
