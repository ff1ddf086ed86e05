#include "processors/recommend/clickfile.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct row {
    int64_t session;
    double time;
    size_t line;
    uint32_t item;
};

struct span {
    double time;
    size_t first, count;
};

enum column { COLUMN_SESSION, COLUMN_ITEM, COLUMN_TIME, COLUMNS };

static const char *const column_names[COLUMNS] = {"SessionId", "ItemId", "Time"};

struct reading {
    const char *path;
    FILE *file;
    char *line;
    size_t line_room, line_number;
    int places[COLUMNS]; /* Of the first format: which of a line's fields, from 0. */
    struct clickfile_items *items;
    struct row *rows; /* Of the first format, and of the second with line and session the same. */
    size_t row_count, row_max;
    struct fy_err *err;
};

static enum fy_status no_memory(struct fy_err *err)
{
    return fy_fail(err, FY_FATAL, "could not read a file of clicks: no memory");
}

static uint32_t hash_of(int64_t name)
{
    uint64_t x = (uint64_t)name * 0x9e3779b97f4a7c15;

    return (uint32_t)(x >> 32);
}

static bool items_grow(struct clickfile_items *items)
{
    uint32_t max = items->max == 0 ? 1024 : items->max * 2;
    int64_t *names = realloc(items->names, max * sizeof(*names));
    uint32_t *table = calloc((size_t)max * 2, sizeof(*table));

    if (names != NULL)
        items->names = names;
    if (names == NULL || table == NULL) {
        free(table);
        return false;
    }
    free(items->table);
    items->table = table;
    items->table_size = max * 2;
    items->max = max;
    for (uint32_t i = 0; i < items->count; i++) {
        uint32_t at = hash_of(names[i]) & (items->table_size - 1);

        while (table[at] != 0)
            at = (at + 1) & (items->table_size - 1);
        table[at] = i + 1;
    }
    return true;
}

/* ENGINE_NONE: no memory, or more than ENGINE_ITEMS_MAX. */
static uint32_t item_of(struct clickfile_items *items, int64_t name)
{
    uint32_t at;

    if (items->count == items->max && !items_grow(items))
        return ENGINE_NONE;
    at = hash_of(name) & (items->table_size - 1);
    while (items->table[at] != 0) {
        if (items->names[items->table[at] - 1] == name)
            return items->table[at] - 1;
        at = (at + 1) & (items->table_size - 1);
    }
    if (items->count == ENGINE_ITEMS_MAX)
        return ENGINE_NONE;
    items->names[items->count] = name;
    items->table[at] = ++items->count;
    return items->count - 1;
}

bool clickfile_stands_first(const void *context, uint32_t a, uint32_t b)
{
    const struct clickfile_items *items = context;

    return items->names[a] < items->names[b];
}

void clickfile_items_done(struct clickfile_items *items)
{
    free(items->names);
    free(items->table);
    *items = (struct clickfile_items){0};
}

void clickfile_done(struct clickfile *file)
{
    free(file->clicks);
    free(file->firsts);
    *file = (struct clickfile){0};
}

static enum fy_status add_row(struct reading *reading, int64_t session, int64_t item, double time)
{
    struct row row = {.session = session, .time = time, .line = reading->row_count};

    if (reading->row_count == CLICKFILE_CLICKS_MAX)
        return fy_fail(reading->err, FY_REJECT, "\"%s\" has more than %d clicks", reading->path,
            CLICKFILE_CLICKS_MAX);
    if (reading->row_count == reading->row_max) {
        size_t max = reading->row_max == 0 ? 1024 : reading->row_max * 2;
        struct row *rows = realloc(reading->rows, max * sizeof(*rows));

        if (rows == NULL)
            return no_memory(reading->err);
        reading->rows = rows;
        reading->row_max = max;
    }
    row.item = item_of(reading->items, item);
    if (row.item == ENGINE_NONE)
        return no_memory(reading->err);
    reading->rows[reading->row_count++] = row;
    return FY_OK;
}

static enum fy_status refuse_line(struct reading *reading, const char *want)
{
    return fy_fail(reading->err, FY_REJECT, "\"%s\", line %zu is not %s", reading->path,
        reading->line_number, want);
}

/* Fields are apart by tabs. The end of the one that begins at `field`. */
static char *field_end(char *field)
{
    return field + strcspn(field, "\t\r\n");
}

static bool names_columns(const char *line)
{
    const char *name = strstr(line, column_names[COLUMN_SESSION]);

    return name != NULL && (name == line || name[-1] == '\t');
}

/* Columns may stand in any order, with others between them. */
static enum fy_status read_header(struct reading *reading)
{
    int place = 0;

    for (int c = 0; c < COLUMNS; c++)
        reading->places[c] = -1;
    for (char *field = reading->line;; field = field_end(field) + 1, place++) {
        size_t size = (size_t)(field_end(field) - field);

        for (int c = 0; c < COLUMNS; c++)
            if (strlen(column_names[c]) == size && memcmp(column_names[c], field, size) == 0)
                reading->places[c] = place;
        if (*field_end(field) != '\t')
            break;
    }
    for (int c = 0; c < COLUMNS; c++) {
        if (reading->places[c] < 0)
            return fy_fail(reading->err, FY_REJECT, "\"%s\", line 1 names no column \"%s\"",
                reading->path, column_names[c]);
    }
    return FY_OK;
}

static enum fy_status read_click(struct reading *reading)
{
    static const char *const want[COLUMNS] = {
        "a click: its SessionId is no whole number",
        "a click: its ItemId is no whole number",
        "a click: its Time is no number",
    };
    char *starts[COLUMNS] = {NULL};
    char *ends[COLUMNS];
    int64_t session, item;
    double time;
    int place = 0;

    for (char *field = reading->line;; field = field_end(field) + 1, place++) {
        for (int c = 0; c < COLUMNS; c++)
            if (reading->places[c] == place)
                starts[c] = field;
        if (*field_end(field) != '\t')
            break;
    }
    for (int c = 0; c < COLUMNS; c++)
        if (starts[c] == NULL)
            return refuse_line(reading, want[c]);
    session = strtoll(starts[COLUMN_SESSION], &ends[COLUMN_SESSION], 10);
    item = strtoll(starts[COLUMN_ITEM], &ends[COLUMN_ITEM], 10);
    time = strtod(starts[COLUMN_TIME], &ends[COLUMN_TIME]);
    for (int c = 0; c < COLUMNS; c++)
        if (ends[c] == starts[c] || ends[c] != field_end(starts[c]))
            return refuse_line(reading, want[c]);
    return add_row(reading, session, item, time);
}

static enum fy_status read_session(struct reading *reading)
{
    char *at = reading->line;

    for (;;) {
        char *end;
        int64_t item = strtoll(at, &end, 10);
        enum fy_status status;

        if (end == at) {
            at += strspn(at, " \t\r\n");
            return *at == '\0' ? FY_OK : refuse_line(reading, "items apart by spaces");
        }
        status = add_row(reading, (int64_t)reading->line_number, item, 0);
        if (status != FY_OK)
            return status;
        at = end;
    }
}

static int row_compare(const void *a, const void *b)
{
    const struct row *x = a;
    const struct row *y = b;

    if (x->session != y->session)
        return x->session < y->session ? -1 : 1;
    if (x->time != y->time)
        return x->time < y->time ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line;
}

static int span_compare(const void *a, const void *b)
{
    const struct span *x = a;
    const struct span *y = b;

    if (x->time != y->time)
        return x->time < y->time ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* Rows, by session, become sessions by the time of their last click. */
static enum fy_status gather(struct reading *reading, struct clickfile *file)
{
    struct row *rows = reading->rows;
    struct span *spans = malloc((reading->row_count + 1) * sizeof(*spans));
    size_t clicks = 0;

    file->clicks = malloc((reading->row_count + 1) * sizeof(*file->clicks));
    file->firsts = malloc((reading->row_count + 1) * sizeof(*file->firsts));
    if (spans == NULL || file->clicks == NULL || file->firsts == NULL) {
        free(spans);
        return no_memory(reading->err);
    }
    if (reading->row_count > 0)
        qsort(rows, reading->row_count, sizeof(*rows), row_compare);
    for (size_t i = 0; i < reading->row_count; i++) {
        if (i == 0 || rows[i].session != rows[i - 1].session)
            spans[file->session_count++] = (struct span){.first = i};
        spans[file->session_count - 1].count++;
        spans[file->session_count - 1].time = rows[i].time;
    }
    if (file->session_count > 0)
        qsort(spans, file->session_count, sizeof(*spans), span_compare);
    for (size_t s = 0; s < file->session_count; s++) {
        file->firsts[s] = clicks;
        for (size_t i = 0; i < spans[s].count; i++)
            file->clicks[clicks++] = rows[spans[s].first + i].item;
    }
    file->firsts[file->session_count] = clicks;
    free(spans);
    return FY_OK;
}

enum fy_status clickfile_read(
    const char *path, struct clickfile_items *items, struct clickfile *ret_file, struct fy_err *err)
{
    struct reading reading = {.path = path, .items = items, .err = err};
    struct clickfile file = {0};
    enum fy_status status = FY_OK;

    reading.file = fopen(path, "r");
    if (reading.file == NULL)
        return fy_fail(err, FY_REJECT, "could not open \"%s\": %s", path, strerror(errno));
    while (status == FY_OK && getline(&reading.line, &reading.line_room, reading.file) > 0) {
        reading.line_number++;
        if (reading.line_number == 1)
            file.by_rows = names_columns(reading.line);
        if (reading.line_number == 1 && file.by_rows)
            status = read_header(&reading);
        else
            status = file.by_rows ? read_click(&reading) : read_session(&reading);
    }
    if (status == FY_OK && ferror(reading.file) != 0)
        status = fy_fail(err, FY_REJECT, "could not read \"%s\": %s", path, strerror(errno));
    if (status == FY_OK)
        status = gather(&reading, &file);
    (void)fclose(reading.file);
    free(reading.line);
    free(reading.rows);
    if (status != FY_OK)
        clickfile_done(&file);
    else
        *ret_file = file;
    return status;
}
