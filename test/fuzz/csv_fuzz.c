/*
 * Any bytes as a CSV feed: the same rows however they are cut into pieces; a row written with
 * quotes is read as itself; and what a row says is refused in words, or is a fact that is written
 * and read again.
 */
#define FUZZ_BYTES (1024 * 1024) /* Two readers of 16 KB, and a row as JSON that doubles. */

#include "producers/feeds/row.h"
#include "producers/supply/gtin.h"
#include "schemas/generated/supply.h"
#include "test/fuzz/schemas.h"

enum { QUOTED_BYTES = 2 * CSV_ROW_BYTES_MAX + 3 * CSV_FIELDS_MAX + 2 };

/* Over all events, fields and reasons; fields of a bad row are nobody's. */
static uint64_t mix(uint64_t sum, const struct csv *csv, enum csv_event event)
{
    sum = sum * 31 + (uint64_t)event;
    for (int i = 0; event == CSV_ROW && i < csv->field_count; i++) {
        sum = sum * 31 + csv->fields[i].size + 1;
        for (size_t j = 0; j < csv->fields[i].size; j++)
            sum = sum * 31 + csv->fields[i].data[j];
    }
    for (const char *c = event == CSV_BAD_ROW ? csv->why : ""; *c != '\0'; c++)
        sum = sum * 31 + (uint64_t)*c;
    return sum;
}

/* A row of a header's many columns, and a header that takes it. */
static void check_row(struct csv *csv)
{
    struct row_columns columns = {.count = csv->field_count};
    const struct fy_slice supplier = fy_slice_of("acme");
    struct supply supply;
    struct fy_err err;
    const char *column;

    (void)!row_columns_read(csv, &columns, &err);
    columns.count = csv->field_count;
    for (int i = 0; i < ROW_COLUMNS; i++)
        columns.at[i] = i < csv->field_count ? i : -1;
    if (row_read(&columns, csv, supplier, &fuzz_arena, &supply, &column, &err) != FY_OK) {
        fuzz_must(err.text[0] != '\0', "a refusal is in words");
        return;
    }
    fuzz_must(supply.offer_stated != NULL && supply.sku.size <= 64, "it is an offer");
    for (size_t i = 0; i < supply.offer_stated->gtins.count; i++)
        fuzz_must(supply.offer_stated->gtins.items[i].size == GTIN_DIGITS, "of 14 digits");
    supply.envelope.event_id = supply.envelope.root = supply.envelope.actor = supplier;
    (void)fuzz_again(&supply_schema, &supply);
}

/* Every field in quotes, every quote in it doubled: the same row. */
static void check_quoted(const struct csv *csv)
{
    struct csv *back = malloc(sizeof(*back));
    char *text = malloc(QUOTED_BYTES);
    size_t size = 0, used;

    for (int i = 0; i < csv->field_count; i++) {
        text[size++] = '"';
        for (size_t j = 0; j < csv->fields[i].size; j++) {
            if (csv->fields[i].data[j] == '"')
                text[size++] = '"';
            text[size++] = (char)csv->fields[i].data[j];
        }
        text[size++] = '"';
        text[size++] = i + 1 < csv->field_count ? ',' : '\n';
    }
    csv_init(back);
    fuzz_must(csv_push(back, (struct fy_slice){(const uint8_t *)text, size}, &used) == CSV_ROW,
        "a quoted row is a row");
    fuzz_must(used == size && mix(0, back, CSV_ROW) == mix(0, csv, CSV_ROW), "and the same");
    free(text);
    free(back);
}

static uint64_t read_all(struct csv *csv, struct fy_slice bytes, size_t piece, bool check)
{
    uint64_t sum = 0;
    size_t at = 0;
    enum csv_event event = CSV_MORE;

    csv_init(csv);
    while (at < bytes.size || event != CSV_MORE) {
        size_t left = bytes.size - at < piece ? bytes.size - at : piece;
        size_t used = 0;

        event = at < bytes.size ? csv_push(csv, (struct fy_slice){bytes.data + at, left}, &used)
                                : csv_end(csv);
        at += used;
        if (event != CSV_MORE)
            sum = mix(sum, csv, event);
        if (check && event == CSV_ROW) {
            fy_arena_clear(&fuzz_arena);
            check_row(csv);
            check_quoted(csv);
        }
        if (at == bytes.size && used == 0)
            break;
    }
    return mix(sum, csv, csv_end(csv));
}

/* The first byte says how large the pieces are. */
static void parse(struct fy_slice input)
{
    struct csv *csv;
    struct fy_slice bytes;
    uint64_t whole;

    if (input.size == 0)
        return;
    bytes = (struct fy_slice){input.data + 1, input.size - 1};
    csv = malloc(sizeof(*csv));
    whole = read_all(csv, bytes, bytes.size + 1, true);
    fuzz_must(
        whole == read_all(csv, bytes, 1U + input.data[0] % 16, false), "pieces make the same rows");
    free(csv);
}

FUZZ_TARGET(parse,
    "0sku,title,price,currency,gtin,units,threshold\r\n"
    "mug,\"Mug, \"\"blue\"\"\",12.50,EUR,4006381333931 96385074,7,1\r\n",
    "1sku;units;brand\nmug;5;\"two\nlines\"\ncup;x;\n")
