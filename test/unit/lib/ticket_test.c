/* A ticket is for one kind, one account, one session: whoever changes a letter of it has none. */
#include "lib/ticket.h"
#include "test/expect.h"
#include "test/run.h"

#define ACCOUNT "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
#define SESSION "0123456789abcdef0123456789abcdef"

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
    fy_ticket_new(FY_TICKET_REFRESH, ACCOUNT, SESSION, text, hash);
    EXPECT_I64(108, strlen(text));
    CU_ASSERT_TRUE(fy_ticket_read(FY_TICKET_REFRESH, fy_slice_of(text), &ticket));
    EXPECT_TEXT(ACCOUNT, fy_slice_of(ticket.account));
    EXPECT_TEXT(SESSION, fy_slice_of(ticket.session));
    EXPECT_TEXT(hash, fy_slice_of(ticket.hash));

    fy_ticket_new(FY_TICKET_VERIFY, ACCOUNT, NULL, text, hash);
    fy_ticket_new(FY_TICKET_VERIFY, ACCOUNT, NULL, other, other_hash);
    EXPECT_I64(87, strlen(text));
    CU_ASSERT_TRUE(fy_ticket_read(FY_TICKET_VERIFY, fy_slice_of(text), &ticket));
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
    fy_ticket_new(FY_TICKET_VERIFY, ACCOUNT, NULL, text, hash);
    CU_ASSERT_FALSE(fy_ticket_read(FY_TICKET_RESET, fy_slice_of(text), &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(FY_TICKET_INVITATION, fy_slice_of(text), &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(FY_TICKET_REFRESH, fy_slice_of(text), &ticket));
}

static void each_change_makes_another_hash_or_none(void)
{
    char text[FY_TICKET_TEXT_MAX], hash[FY_HASH_TEXT + 1], kept;
    struct fy_ticket ticket;

    begin();
    fy_ticket_new(FY_TICKET_REFRESH, ACCOUNT, SESSION, text, hash);
    for (size_t i = 0; text[i] != '\0'; i++) {
        kept = text[i];
        text[i] = kept == 'A' ? 'B' : 'A';
        if (fy_ticket_read(FY_TICKET_REFRESH, fy_slice_of(text), &ticket))
            CU_ASSERT_TRUE(strcmp(ticket.hash, hash) != 0);
        text[i] = kept;
    }
    text[strlen(text) - 1] = '\0';
    CU_ASSERT_FALSE(fy_ticket_read(FY_TICKET_REFRESH, fy_slice_of(text), &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(FY_TICKET_REFRESH, fy_slice_of(""), &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(FY_TICKET_REFRESH, (struct fy_slice){0}, &ticket));
    CU_ASSERT_FALSE(fy_ticket_read(FY_TICKET_REFRESH, fy_slice_of("!!!!"), &ticket));
}

static CU_TestInfo tests[] = {
    TEST(what_is_given_out_is_read_again),
    TEST(a_ticket_of_one_kind_is_none_of_another),
    TEST(each_change_makes_another_hash_or_none),
};

TEST_MAIN(ticket, tests)
