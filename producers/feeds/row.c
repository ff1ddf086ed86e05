#include "producers/feeds/row.h"
#include "lib/json_out.h"
#include "producers/supply/take.h"
#include "schemas/codec/codec.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* What a column is called, and the field of the fact that it fills. */
static const struct {
    const char *name;
    const char *field;
} names[ROW_COLUMNS] = {
    [ROW_SKU] = {"sku", "sku"},
    [ROW_TITLE] = {"title", "offer_stated.title"},
    [ROW_DESCRIPTION] = {"description", "offer_stated.description"},
    [ROW_BRAND] = {"brand", "offer_stated.brand"},
    [ROW_PRICE] = {"price", "offer_stated.price.minor"},
    [ROW_CURRENCY] = {"currency", "offer_stated.price.currency"},
    [ROW_GTIN] = {"gtin", "offer_stated.gtins"},
    [ROW_UNITS] = {"units", "offer_stated.units"},
    [ROW_CATEGORY] = {"category", "offer_stated.category"},
    [ROW_THRESHOLD] = {"threshold", "offer_stated.threshold_units"},
};

/* ISO 4217: how many digits of a currency are behind the point, where they are not two. */
static int fraction_digits(struct fy_slice currency)
{
    static const char none[] =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";
    static const char three[] = "BHD IQD JOD KWD LYD OMR TND ";

    if (currency.size == 3 && memmem(none, sizeof(none) - 1, currency.data, 3) != NULL)
        return 0;
    return currency.size == 3 && memmem(three, sizeof(three) - 1, currency.data, 3) != NULL ? 3 : 2;
}

/* --- The header ------------------------------------------------------------------------------ */

static int column_of(struct fy_slice name)
{
    int column = 0;

    while (column < ROW_COLUMNS && !fy_slice_equal(name, fy_slice_of(names[column].name)))
        column++;
    return column;
}

static enum fy_status columns_check(const struct row_columns *columns, struct fy_err *err)
{
    if (columns->at[ROW_SKU] < 0)
        return fy_fail(err, FY_REJECT, "the header has no column \"sku\"");
    if (columns->count == 1)
        return fy_fail(
            err, FY_REJECT, "the header has no column but \"sku\": nothing is said of it");
    if ((columns->at[ROW_PRICE] < 0) != (columns->at[ROW_CURRENCY] < 0)) {
        return fy_fail(err, FY_REJECT,
            "the header has no column \"%s\": a price needs its currency",
            columns->at[ROW_PRICE] < 0 ? "price" : "currency");
    }
    return FY_OK;
}

enum fy_status row_columns_read(
    const struct csv *header, struct row_columns *ret_columns, struct fy_err *err)
{
    struct row_columns columns = {.count = header->field_count};

    for (int i = 0; i < ROW_COLUMNS; i++)
        columns.at[i] = -1;
    for (int i = 0; i < header->field_count; i++) {
        struct fy_slice name = header->fields[i];
        int column = column_of(name);

        if (column == ROW_COLUMNS) {
            return fy_fail(err, FY_REJECT,
                "the header's column %d, \"%.*s\", is none of sku, title, description, brand, "
                "category, price, currency, gtin, units, threshold",
                i + 1, (int)(name.size < 64 ? name.size : 64), (const char *)name.data);
        }
        if (columns.at[column] >= 0)
            return fy_fail(
                err, FY_REJECT, "the header has the column \"%s\" twice", names[column].name);
        columns.at[column] = i;
    }
    *ret_columns = columns;
    return columns_check(&columns, err);
}

/* --- Cells ----------------------------------------------------------------------------------- */

struct reading {
    const struct row_columns *columns;
    const struct csv *cells;
    struct fy_json_out *out;
    struct fy_err *err;
    const char *column; /* That is wrong. */
};

/* Absent: not said. */
static struct fy_slice cell(const struct reading *reading, enum row_column column)
{
    int at = reading->columns->at[column];
    struct fy_slice text = {0};

    if (at >= 0 && reading->cells->fields[at].size > 0)
        text = reading->cells->fields[at];
    return text;
}

static bool refuse(struct reading *reading, enum row_column column, const char *words)
{
    reading->column = names[column].name;
    (void)fy_fail(reading->err, FY_REJECT, "%s", words);
    return false;
}

static void put_text(struct reading *reading, const char *name, enum row_column column)
{
    struct fy_slice text = cell(reading, column);

    if (text.data != NULL)
        fy_json_out_member_text(reading->out, name, text);
}

/* Digits alone; so many that no limit of ours has as many are too many. */
static bool digits(struct fy_slice text, int64_t *ret_number)
{
    int64_t number = 0;

    if (text.size == 0 || text.size > 17)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        number = number * 10 + (text.data[i] - '0');
    }
    *ret_number = number;
    return true;
}

static bool put_number(struct reading *reading, const char *name, enum row_column column)
{
    struct fy_slice text = cell(reading, column);
    int64_t number;

    if (text.data == NULL)
        return true;
    if (!digits(text, &number))
        return refuse(reading, column, "must be a whole number, digits alone");
    fy_json_out_member_int(reading->out, name, number);
    return true;
}

/* "12.5" of EUR is 1250 cents. */
static bool put_price(struct reading *reading)
{
    struct fy_slice text = cell(reading, ROW_PRICE);
    struct fy_slice currency = cell(reading, ROW_CURRENCY);
    const uint8_t *point;
    int64_t minor, fraction = 0;
    size_t whole_size, places;
    int scale = fraction_digits(currency);

    if (text.data == NULL && currency.data == NULL)
        return true;
    if (text.data == NULL || currency.data == NULL)
        return refuse(reading, text.data == NULL ? ROW_PRICE : ROW_CURRENCY,
            "empty: a price and its currency come together");
    point = memchr(text.data, '.', text.size);
    whole_size = point != NULL ? (size_t)(point - text.data) : text.size;
    places = point != NULL ? text.size - whole_size - 1 : 0;
    if (whole_size > 12 || !digits((struct fy_slice){text.data, whole_size}, &minor) ||
        (point != NULL && !digits((struct fy_slice){point + 1, places}, &fraction)))
        return refuse(reading, ROW_PRICE, "must be a number as in 12.50, with a point");
    if (places > (size_t)scale)
        return refuse(reading, ROW_PRICE, "has more digits behind the point than its currency");
    for (int i = 0; i < scale; i++)
        minor *= 10;
    for (size_t i = places; i < (size_t)scale; i++)
        fraction *= 10;
    fy_json_out_name(reading->out, "price");
    fy_json_out_object(reading->out);
    fy_json_out_member_int(reading->out, "minor", minor + fraction);
    fy_json_out_member_text(reading->out, "currency", currency);
    fy_json_out_object_end(reading->out);
    return true;
}

/* One or several, with blanks between. */
static void put_gtins(struct reading *reading)
{
    struct fy_slice rest = cell(reading, ROW_GTIN);

    if (rest.data == NULL)
        return;
    fy_json_out_name(reading->out, "gtins");
    fy_json_out_array(reading->out);
    while (rest.size > 0) {
        size_t size = 0;

        while (size < rest.size && rest.data[size] != ' ')
            size++;
        if (size > 0)
            fy_json_out_text(reading->out, (struct fy_slice){rest.data, size});
        size += size < rest.size;
        rest = (struct fy_slice){rest.data + size, rest.size - size};
    }
    fy_json_out_array_end(reading->out);
}

static bool says_something(const struct reading *reading)
{
    for (int i = 0; i < ROW_COLUMNS; i++)
        if (i != ROW_SKU && cell(reading, (enum row_column)i).data != NULL)
            return true;
    return false;
}

/* The row as the JSON that a client would post. */
static bool put_row(struct reading *reading)
{
    struct fy_slice sku = cell(reading, ROW_SKU);

    if (sku.data == NULL)
        return refuse(reading, ROW_SKU, "empty: whose row is it?");
    if (!says_something(reading)) {
        (void)fy_fail(reading->err, FY_REJECT, "the row says nothing of its SKU");
        return false;
    }
    fy_json_out_object(reading->out);
    fy_json_out_member_text(reading->out, "sku", sku);
    fy_json_out_name(reading->out, "offer_stated");
    fy_json_out_object(reading->out);
    put_text(reading, "title", ROW_TITLE);
    put_text(reading, "description", ROW_DESCRIPTION);
    put_text(reading, "brand", ROW_BRAND);
    put_text(reading, "category", ROW_CATEGORY);
    put_gtins(reading);
    if (!put_price(reading) || !put_number(reading, "units", ROW_UNITS) ||
        !put_number(reading, "threshold_units", ROW_THRESHOLD))
        return false;
    fy_json_out_object_end(reading->out);
    fy_json_out_object_end(reading->out);
    return true;
}

/* "offer_stated.units: 9, at most 7" is of the column units and says "9, at most 7". */
static const char *column_in(struct fy_err *err)
{
    const char *colon = strstr(err->text, ": ");

    for (int i = ROW_COLUMNS - 1; colon != NULL && i >= 0; i--) {
        size_t size = strlen(names[i].field);

        if (strncmp(err->text, names[i].field, size) != 0 ||
            (err->text[size] != ':' && err->text[size] != '['))
            continue;
        memmove(err->text, colon + 2, strlen(colon + 2) + 1);
        return names[i].name;
    }
    return NULL;
}

/* A price is written as 12.50; its limits are those of what is kept of it. */
static void say_unit(struct fy_err *err)
{
    size_t used = strlen(err->text);

    (void)snprintf(err->text + used, sizeof(err->text) - used, ", in minor units");
}

enum fy_status row_read(const struct row_columns *columns,
    const struct csv *cells,
    struct fy_slice supplier,
    struct fy_arena *arena,
    struct supply *ret_supply,
    const char **ret_column,
    struct fy_err *err)
{
    struct fy_json_out out;
    struct reading reading = {.columns = columns, .cells = cells, .out = &out, .err = err};
    struct fy_slice json;

    *ret_column = NULL;
    if (cells->field_count != columns->count)
        return fy_fail(
            err, FY_REJECT, "%d fields; the header has %d", cells->field_count, columns->count);
    fy_json_out_init(&out, arena);
    if (!put_row(&reading)) {
        *ret_column = reading.column;
        return FY_REJECT;
    }
    if (!fy_json_out_done(&out, &json))
        return fy_fail(err, FY_REJECT, "the row does not fit its room");
    if (fy_json_decode(&supply_schema, FY_JSON_CLIENT, json, arena, ret_supply, err) != FY_OK ||
        supply_gtins_normal(ret_supply, arena, err) != FY_OK) {
        *ret_column = column_in(err);
        if (*ret_column == names[ROW_PRICE].name)
            say_unit(err);
        return FY_REJECT;
    }
    ret_supply->supplier = supplier;
    return FY_OK;
}
