#include "producers/feeds/csv.h"
#include "schemas/codec/utf8.h"

#include <assert.h>

enum state {
    FIELD_START,
    UNQUOTED,
    QUOTED,
    QUOTE_IN_QUOTED, /* It closes the field, or is the first of a doubled one. */
    RETURN,          /* A carriage return outside quotes: a line feed must follow. */
    SKIPPING,        /* The row is bad: to the end of its line. */
};

static const uint8_t byte_order_mark[] = {0xef, 0xbb, 0xbf};
enum { MARK_PAST = 4 };

void csv_init(struct csv *csv)
{
    *csv = (struct csv){.state = FIELD_START};
}

static void row_begin(struct csv *csv)
{
    csv->state = FIELD_START;
    csv->began = csv->is_over = false;
    csv->size = csv->field_start = 0;
    csv->why = NULL;
    csv->field_count = 0;
}

static void bad(struct csv *csv, const char *why)
{
    csv->state = SKIPPING;
    csv->why = why;
}

/* Control characters have no place in what people read; a tab or a line end may be in a text. */
static bool is_clean(struct fy_slice text)
{
    const uint8_t *at = text.data;
    const uint8_t *end = text.data + text.size;

    while (at < end) {
        size_t size = fy_utf8_size(at, end);

        if (size == 0 || (*at < 0x20 && *at != '\t' && *at != '\n' && *at != '\r') || *at == 0x7f)
            return false;
        at += size;
    }
    return true;
}

static void field_end(struct csv *csv)
{
    struct fy_slice field = {csv->room + csv->field_start, csv->size - csv->field_start};

    if (csv->field_count == CSV_FIELDS_MAX) {
        bad(csv, "more than 32 fields");
    } else if (!is_clean(field)) {
        bad(csv, "a field is not UTF-8 without control characters");
    } else {
        csv->fields[csv->field_count++] = field;
        csv->field_start = csv->size;
        csv->state = FIELD_START;
    }
}

static void keep(struct csv *csv, uint8_t byte)
{
    if (csv->size < sizeof(csv->room))
        csv->room[csv->size++] = byte;
    else
        bad(csv, "the row is longer than 16384 bytes");
}

static bool is_delimiter(struct csv *csv, uint8_t byte)
{
    if (csv->delimiter == 0 && (byte == ',' || byte == ';' || byte == '\t'))
        csv->delimiter = byte;
    return csv->delimiter != 0 && byte == csv->delimiter;
}

/* Outside quotes: what ends a field or a line, or is a part of it. True when the row is over. */
static bool take_plain(struct csv *csv, uint8_t byte)
{
    if (byte == '\n') {
        field_end(csv);
        return true;
    }
    if (byte == '\r')
        csv->state = RETURN;
    else if (is_delimiter(csv, byte))
        field_end(csv);
    else if (csv->state == QUOTE_IN_QUOTED)
        bad(csv, "text behind a closing quote");
    else if (byte == '"')
        bad(csv, "a quote inside a field that does not begin with one");
    else
        keep(csv, byte);
    return false;
}

/* True when the row is over. */
static bool take(struct csv *csv, uint8_t byte)
{
    switch ((enum state)csv->state) {
    case FIELD_START:
        if (byte == '"') {
            csv->state = QUOTED;
            return false;
        }
        csv->state = UNQUOTED;
        return take_plain(csv, byte);
    case UNQUOTED:
        return take_plain(csv, byte);
    case QUOTED:
        if (byte == '"')
            csv->state = QUOTE_IN_QUOTED;
        else
            keep(csv, byte);
        return false;
    case QUOTE_IN_QUOTED:
        if (byte != '"')
            return take_plain(csv, byte);
        csv->state = QUOTED;
        keep(csv, byte);
        return false;
    case RETURN:
        if (byte == '\n') {
            field_end(csv);
            return true;
        }
        bad(csv, "a carriage return without a line feed");
        return false;
    case SKIPPING:
        return byte == '\n';
    }
    return false;
}

static bool is_blank(const struct csv *csv)
{
    return csv->why == NULL && csv->field_count == 1 && csv->fields[0].size == 0 && !csv->began;
}

static enum csv_event row_end(struct csv *csv)
{
    if (is_blank(csv)) {
        row_begin(csv);
        return CSV_MORE;
    }
    csv->is_over = true;
    return csv->why != NULL ? CSV_BAD_ROW : CSV_ROW;
}

/* True for a byte of the mark at the very beginning. A part of one is text like any other. */
static bool is_mark(struct csv *csv, uint8_t byte)
{
    if (csv->mark < sizeof(byte_order_mark) && byte == byte_order_mark[csv->mark]) {
        csv->mark++;
        return true;
    }
    for (uint8_t i = 0; csv->mark < sizeof(byte_order_mark) && i < csv->mark; i++)
        (void)take(csv, byte_order_mark[i]);
    csv->mark = MARK_PAST;
    return false;
}

enum csv_event csv_push(struct csv *csv, struct fy_slice bytes, size_t *ret_used)
{
    if (csv->is_over)
        row_begin(csv);
    for (size_t at = 0; at < bytes.size; at++) {
        uint8_t byte = bytes.data[at];

        if (csv->mark < MARK_PAST && is_mark(csv, byte))
            continue;
        csv->began |= byte != '\n' && byte != '\r';
        if (take(csv, byte)) {
            enum csv_event event = row_end(csv);

            if (event == CSV_MORE)
                continue;
            *ret_used = at + 1;
            return event;
        }
    }
    *ret_used = bytes.size;
    return CSV_MORE;
}

enum csv_event csv_end(struct csv *csv)
{
    if (csv->is_over)
        row_begin(csv);
    if (csv->mark > 0 && csv->mark < sizeof(byte_order_mark)) {
        csv->began = true;
        (void)is_mark(csv, 0); /* Not a byte of it: what there is of a mark is text. */
    }
    csv->mark = MARK_PAST;
    if (!csv->began)
        return CSV_MORE;
    if (csv->state == QUOTED)
        bad(csv, "a quote is never closed");
    else if (csv->state == RETURN)
        bad(csv, "a carriage return without a line feed");
    else if (csv->state != SKIPPING)
        field_end(csv);
    return row_end(csv);
}
