/* A ticket is for one kind, one account, one session: whoever changes a letter of it has none. */
#include "lib/ticket.h"
#include "test/expect.h"
#include "test/run.h"

#define ACCOUNT "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
#define SESSION "0123456789abcdef0123456789abcdef"

static const uint8_t key[FY_KEY_BYTES] = {1, 2, 3};

static void begin(void)
{
    struct fy_err err;

    CU_ASSERT_EQUAL_FATAL(FY_OK, fy_ids_init(&err));
}

static void what_is_given_out_is_read_again(void)
{
    char text[FY_TICKET_TEXT_MAX], hash[FY_HASH_TEXT + 1];
    char other[FY_TICKET_TEXT_MAX], other_hash[FY_HASH_TEXT + 1];
    struct fy_ticket ticket;

    begin();
    fy_ticket_new(key, FY_TICKET_REFRESH, ACCOUNT, SESSION, text, hash);
    EXPECT_I64(108, strlen(text));
    CU_ASSERT_TRUE(fy_ticket_read(key, FY_TICKET_REFRESH, fy_slice_of(text), &ticket));
    EXPECT_TEXT(ACCOUNT, fy_slice_of(ticket.account));
    EXPECT_TEXT(SESSION, fy_slice_of(ticket.session));
    EXPECT_TEXT(hash, fy_slice_of(ticket.hash));

    fy_ticket_new(key, FY_TICKET_VERIFY, ACCOUNT, NULL, text, hash);
    fy_ticket_new(key, FY_TICKET_VERIFY, ACCOUNT, NULL, other, other_hash);
    EXPECT_I64(87, strlen(text));
    CU_ASSERT_TRUE(fy_ticket_read(key, FY_TICKET_VERIFY, fy_slice_of(text), &ticket));
    EXPECT_TEXT("", fy_slice_of(ticket.session));
    EXPECT_TEXT(hash, fy_slice_of(ticket.hash));
    CU_ASSERT_TRUE(strcmp(text, other) != 0 && strcmp(hash, other_hash) != 0);
}

/* A word that verifies an e-mail must not set a password. */
static void a_ticket_of_one_kind_is_none_of_another(void)
{
    char text[FY_TICKET_TEXT_MAX], hash[FY_HASH_TEXT + 1];
    struct fy_ticket ticket;

    begin();
    fy_ticket_new(key, FY_TICKET_VERIFY, ACCOUNT, NULL, text, hash);
    CU_ASSERT_FALSE(fy_ticket_read(key, FY_TICKET_RESET, fy_slice_of(text), &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(key, FY_TICKET_INVITATION, fy_slice_of(text), &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(key, FY_TICKET_REFRESH, fy_slice_of(text), &ticket));
}

/* Or anybody could have a stranger's session revoked, by a token that looks stolen. */
static void a_forged_one_is_none(void)
{
    static const uint8_t other[FY_KEY_BYTES] = {9};
    char text[FY_TICKET_TEXT_MAX], hash[FY_HASH_TEXT + 1], kept;
    struct fy_ticket ticket;

    begin();
    fy_ticket_new(key, FY_TICKET_REFRESH, ACCOUNT, SESSION, text, hash);
    CU_ASSERT_FALSE(fy_ticket_read(other, FY_TICKET_REFRESH, fy_slice_of(text), &ticket));
    for (size_t i = 0; text[i] != '\0'; i++) {
        kept = text[i];
        text[i] = kept == 'A' ? 'B' : 'A';
        CU_ASSERT_FALSE(fy_ticket_read(key, FY_TICKET_REFRESH, fy_slice_of(text), &ticket));
        text[i] = kept;
    }
    text[strlen(text) - 1] = '\0';
    CU_ASSERT_FALSE(fy_ticket_read(key, FY_TICKET_REFRESH, fy_slice_of(text), &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(key, FY_TICKET_REFRESH, fy_slice_of(""), &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(key, FY_TICKET_REFRESH, (struct fy_slice){0}, &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(key, FY_TICKET_REFRESH, fy_slice_of("!!!!"), &ticket));
}

/* An answer that got lost is asked for again; a thief does not know the word. */
static void the_same_question_has_the_same_next_ticket(void)
{
    char text[FY_TICKET_TEXT_MAX], hash[FY_HASH_TEXT + 1];
    char next[4][FY_TICKET_TEXT_MAX], next_hash[FY_HASH_TEXT + 1];
    struct fy_ticket ticket;
    const struct fy_slice words[] = {fy_slice_of("a"), fy_slice_of("a"), fy_slice_of("b"), {0}};

    begin();
    fy_ticket_new(key, FY_TICKET_REFRESH, ACCOUNT, SESSION, text, hash);
    CU_ASSERT_TRUE(fy_ticket_read(key, FY_TICKET_REFRESH, fy_slice_of(text), &ticket));
    for (int i = 0; i < 4; i++)
        fy_ticket_next(key, &ticket, words[i], next[i], next_hash);
    EXPECT_TEXT(next[0], fy_slice_of(next[1]));
    CU_ASSERT_TRUE(strcmp(next[0], next[2]) != 0 && strcmp(next[0], next[3]) != 0);
    CU_ASSERT_TRUE(strcmp(next[0], text) != 0);
    CU_ASSERT_TRUE(fy_ticket_read(key, FY_TICKET_REFRESH, fy_slice_of(next[3]), &ticket));
    EXPECT_TEXT(SESSION, fy_slice_of(ticket.session));
    EXPECT_TEXT(next_hash, fy_slice_of(ticket.hash));
}

static CU_TestInfo tests[] = {
    TEST(what_is_given_out_is_read_again),
    TEST(a_ticket_of_one_kind_is_none_of_another),
    TEST(a_forged_one_is_none),
    TEST(the_same_question_has_the_same_next_ticket),
};

TEST_MAIN(ticket, tests)
