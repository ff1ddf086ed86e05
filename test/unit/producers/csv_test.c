/* Rows of CSV, however the text is cut into pieces; and barcodes. */
#include "producers/feeds/csv.h"
#include "producers/supply/gtin.h"
#include "test/expect.h"
#include "test/random.h"
#include "test/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_BYTES = 200000 };

/* What was read, as one text: fields between < and >, rows on lines, a bad one by its reason. */
static char heard[TEXT_BYTES];

static void hear(const struct csv *csv, enum csv_event event)
{
    size_t used = strlen(heard);

    if (event == CSV_MORE)
        return;
    if (event == CSV_BAD_ROW)
        used += (size_t)snprintf(heard + used, sizeof(heard) - used, "!%s", csv->why);
    for (int i = 0; event == CSV_ROW && i < csv->field_count; i++)
        used += (size_t)snprintf(
            heard + used, sizeof(heard) - used, "<%.*s>", FY_SLICE_ARG(csv->fields[i]));
    (void)snprintf(heard + used, sizeof(heard) - used, "\n");
}

/* `piece` bytes at a time; 0: of any size. */
static void read_all(const char *text, size_t size, size_t piece, struct random *random)
{
    struct csv *csv = malloc(sizeof(*csv));
    size_t at = 0;

    csv_init(csv);
    heard[0] = '\0';
    while (at < size) {
        size_t wanted = piece > 0 ? piece : 1 + random_below(random, 40);
        size_t left = wanted < size - at ? wanted : size - at;
        size_t used;

        hear(csv, csv_push(csv, (struct fy_slice){(const uint8_t *)text + at, left}, &used));
        at += used;
    }
    hear(csv, csv_end(csv));
    EXPECT_I64(CSV_MORE, csv_end(csv));
    free(csv);
}

static const struct {
    const char *text;
    const char *rows;
} cases[] = {
    {"a,b\n1,2\n", "<a><b>\n<1><2>\n"},
    {"a,b\r\n1,2\r\n", "<a><b>\n<1><2>\n"},
    {"a,b\n1,2", "<a><b>\n<1><2>\n"}, /* No last line end. */
    {"\xef\xbb\xbf"
     "a,b\n",
        "<a><b>\n"}, /* A mark at the beginning, */
    {"a\n\xef\xbb\xbf"
     "b\n",
        "<a>\n<\xef\xbb\xbf"
        "b>\n"}, /* and a character elsewhere. */
    {"\xef\xbb"
     "a\n",
        "!a field is not UTF-8 without control characters\n"},
    {"\xef\xbb", "!a field is not UTF-8 without control characters\n"},
    {"\"a\",\"b,c\"\n", "<a><b,c>\n"},
    {"\"a\"\"b\"\n", "<a\"b>\n"},
    {"\"a\nb\"\n", "<a\nb>\n"},
    {"\"a\r\nb\",c\r\n", "<a\r\nb><c>\n"},
    {"\"\",\n", "<><>\n"},
    {",,\n", "<><><>\n"},
    {"\n\r\n\na\n\n", "<a>\n"}, /* Lines of nothing are no rows. */
    {"\"\"\n", "<>\n"},         /* A field of nothing is one. */
    {"a;b\n1,5;2\n", "<a><b>\n<1,5><2>\n"},
    {"a\tb\n1,5\t2;3\n", "<a><b>\n<1,5><2;3>\n"},
    {"a\n1\n2,3\n4;5\n", "<a>\n<1>\n<2><3>\n<4;5>\n"},
    {"a,b\nx\"y,z\n1,2\n",
        "<a><b>\n!a quote inside a field that does not begin with one\n<1><2>\n"},
    {"\"a\"b,c\n1\n", "!text behind a closing quote\n<1>\n"},
    {"a\rb\n1\n", "!a carriage return without a line feed\n<1>\n"},
    {"a\r", "!a carriage return without a line feed\n"},
    {"a\n\"b", "<a>\n!a quote is never closed\n"},
    {"a\x01\n1\n", "!a field is not UTF-8 without control characters\n<1>\n"},
    {"\xc3\xa9t\xc3\xa9\n", "<\xc3\xa9t\xc3\xa9>\n"},
    {"\xff\n1\n", "!a field is not UTF-8 without control characters\n<1>\n"},
    {"1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,"
     "33\n1\n",
        "!more than 32 fields\n<1>\n"},
    {"", ""},
};

static void rows_are_the_same_however_they_come(void)
{
    struct random random = {.state = 5};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t size = strlen(cases[i].text);

        for (size_t piece = 1; piece <= size + 1; piece++) {
            read_all(cases[i].text, size, piece, &random);
            EXPECT_TEXT(cases[i].rows, fy_slice_of(heard));
        }
    }
}

/* A row that has outgrown its room is one bad row, and one forgotten quote does not take the rest.
 */
static void a_row_too_long_is_one_bad_row(void)
{
    struct random random = {.state = 6};
    char *text = malloc(TEXT_BYTES);
    static const char *const begins[] = {"", "\""};

    for (int quoted = 0; quoted < 2; quoted++) {
        for (int over = 0; over < 2; over++) {
            size_t used = (size_t)snprintf(text, TEXT_BYTES, "a\n%s", begins[quoted]);
            size_t length = CSV_ROW_BYTES_MAX + (size_t)over;

            memset(text + used, 'x', length);
            (void)snprintf(text + used + length, 32, "%s\n1\n2\n", over ? "" : begins[quoted]);
            read_all(text, strlen(text), 0, &random);
            if (over)
                EXPECT_TEXT(
                    "<a>\n!the row is longer than 16384 bytes\n<1>\n<2>\n", fy_slice_of(heard));
            else
                CU_ASSERT_PTR_NOT_NULL(strstr(heard, "xxx>\n<1>\n<2>\n"));
        }
    }
    free(text);
}

/* What anybody may find on a package, and what a scanner misread. */
static void a_barcode_is_a_number_of_14_digits(void)
{
    static const struct {
        const char *text, *gtin;
    } codes[] = {
        {"96385074", "00000096385074"},
        {"036000291452", "00036000291452"},
        {"4006381333931", "04006381333931"},
        {"10614141000415", "10614141000415"},
        {"4006381333932", NULL}, /* One digit off, */
        {"4006381339331", NULL}, /* two swapped, */
        {"400638133393", NULL},  /* one lost. */
        {"400638133393 ", NULL},
        {"400638133393X", NULL},
        {"00000000", NULL},
        {"1", NULL},
        {"", NULL},
        {"123456789012345", NULL},
    };

    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        char digits[GTIN_DIGITS + 1] = "as it was";
        const char *wrong = gtin_read(fy_slice_of(codes[i].text), digits);

        EXPECT_I64(codes[i].gtin == NULL, wrong != NULL);
        EXPECT_TEXT(codes[i].gtin != NULL ? codes[i].gtin : "as it was", fy_slice_of(digits));
    }
}

static const CU_TestInfo tests[] = {
    TEST(rows_are_the_same_however_they_come),
    TEST(a_row_too_long_is_one_bad_row),
    TEST(a_barcode_is_a_number_of_14_digits),
};

TEST_MAIN(csv, tests)
