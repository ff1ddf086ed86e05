/*
 * Numbers and strings as bytes, at every size that has code of its own, against the words of the
 * Avro specification: seven bits a byte, the least first, zigzag.
 */
#include "schemas/codec/wire.h"
#include "test/expect.h"
#include "test/run.h"

#include <stdlib.h>

enum { TEXT_MAX = 200 };

static struct fy_err err;

static size_t as_specified(int64_t value, uint8_t *bytes)
{
    uint64_t left = value < 0 ? ~((uint64_t)value << 1) : (uint64_t)value << 1;
    size_t size = 0;

    do {
        bytes[size] = (uint8_t)(left % 128 + (left < 128 ? 0 : 128));
        left /= 128;
        size++;
    } while (left > 0);
    return size;
}

/* Written in room that ends just there, and read with nothing behind it and with much behind it. */
static void check_number(int64_t value)
{
    uint8_t want[10];
    size_t size = as_specified(value, want);
    uint8_t *room = malloc(FY_ROOM_LONG + FY_ROOM_END);
    size_t padding[] = {0, 1, 7, 16};

    EXPECT_I64(size, fy_write_long(room, value) - room);
    EXPECT_I64(0, memcmp(want, room, size));
    for (size_t i = 0; i < sizeof(padding) / sizeof(padding[0]); i++) {
        uint8_t *exact = calloc(1, size + padding[i]);
        struct fy_reader in = {
            .begin = exact, .at = exact, .end = exact + size + padding[i], .err = &err};
        int64_t back = 0;

        memcpy(exact, want, size);
        memset(exact + size, 0xff, padding[i]);
        EXPECT_I64(true, fy_read_long(&in, &back));
        EXPECT_I64(value, back);
        EXPECT_I64(size, in.at - exact);
        free(exact);
    }
    free(room);
}

static void a_number_of_any_size_is_as_the_specification_says(void)
{
    for (int bits = 0; bits < 64; bits++) {
        int64_t power = (int64_t)(UINT64_C(1) << bits);

        for (int64_t near = -1; near <= 1; near++) {
            check_number((int64_t)((uint64_t)power + (uint64_t)near));
            check_number((int64_t)(0 - (uint64_t)power + (uint64_t)near));
        }
        /* Every group of seven bits differs from its neighbours. */
        check_number((int64_t)(UINT64_C(0x7edcba9876543210) >> bits));
        check_number((int64_t) ~(UINT64_C(0x7edcba9876543210) >> bits));
    }
}

static void a_number_that_does_not_end_is_refused_at_its_place(void)
{
    for (size_t size = 0; size < 10; size++) {
        uint8_t *exact = malloc(size + 1);
        struct fy_reader in = {.begin = exact, .at = exact, .end = exact + size, .err = &err};
        int64_t back = 17;

        memset(exact, 0x80, size);
        EXPECT_I64(false, fy_read_long(&in, &back));
        EXPECT_I64(17, back);
        EXPECT_TEXT("byte 0: the value ends inside a number", fy_slice_of(err.text));
        free(exact);
    }
}

static void a_string_of_any_size_is_copied_whole_and_no_further(void)
{
    for (size_t size = 0; size <= TEXT_MAX; size++) {
        uint8_t *text = malloc(size);
        uint8_t *room = malloc(FY_ROOM_LONG + size + FY_ROOM_END);
        uint8_t length[10];
        size_t length_size = as_specified((int64_t)size, length);
        uint8_t *end;

        for (size_t i = 0; i < size; i++)
            text[i] = (uint8_t)(i * 7 + 1);
        memset(room, 0, FY_ROOM_LONG + size + FY_ROOM_END);
        end = fy_write_string(room, (struct fy_slice){text, size});
        EXPECT_I64(length_size + size, end - room);
        EXPECT_I64(0, memcmp(room, length, length_size));
        EXPECT_I64(0, size == 0 ? 0 : memcmp(room + length_size, text, size));
        EXPECT_I64(0, *end);
        free(room);
        free(text);
    }
}

/* What is written takes from the arena what it takes, however much room there was for it. */
static void room_that_was_not_written_is_given_back(void)
{
    struct fy_arena arena;
    uint8_t *begin;
    uint8_t *next;
    struct fy_slice bytes;

    fy_arena_init(&arena, 1024 * 1024);
    begin = fy_write_begin(&arena, 7, 100000, &err);
    EXPECT_I64(true, begin != NULL);
    EXPECT_I64(0, arena.bytes_used);
    EXPECT_I64(FY_OK, fy_write_end(&arena, begin, 100000, fy_write_long(begin, 300), &bytes));
    EXPECT_I64(7, bytes.size);
    EXPECT_I64(0, memcmp(bytes.data, "\x00\x00\x00\x00\x07\xd8\x04", 7));
    EXPECT_I64(16, arena.bytes_used);
    next = fy_arena_alloc(&arena, 16);
    EXPECT_I64(16, next - bytes.data);
    EXPECT_I64(0, next[0]);
    EXPECT_I64(true, fy_write_begin(&arena, 7, 1024 * 1024, &err) == NULL);
    EXPECT_CONTAINS("does not fit the arena of 1048576 bytes", fy_slice_of(err.text));
    fy_arena_done(&arena);
}

static CU_TestInfo tests[] = {
    TEST(a_number_of_any_size_is_as_the_specification_says),
    TEST(a_number_that_does_not_end_is_refused_at_its_place),
    TEST(a_string_of_any_size_is_copied_whole_and_no_further),
    TEST(room_that_was_not_written_is_given_back),
};

TEST_MAIN(wire, tests)
