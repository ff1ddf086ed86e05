/*
 * avro_match.c - can one schema read what another has written?
 *
 * Records may contain themselves, so a pair of types is taken to match while it is being compared,
 * and all is compared again until no verdict changes: a pair that fails late takes those with it
 * that had believed in it. Only then are the reasons collected.
 */
#include "api/avro.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { PAIRS_MAX = 8192, PATH_BYTES = 256 };

struct pair {
    int reader, writer; /* Numbers; a free place has 0. */
    int pass;           /* Last pass that looked at it. */
    bool cannot;
    bool told;
};

struct matching {
    struct fy_arena *arena;
    struct pair *pairs; /* Open addressing, PAIRS_MAX places. */
    int pair_count;
    int steps;
    int pass;
    bool changed;
    bool too_much;
    bool loud; /* Collect reasons. */
    struct avro_breaches *breaches;
    char path[PATH_BYTES];
};

static bool can(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer);

/* --- Reasons --------------------------------------------------------------------------------- */

static const char *word_of(const struct avro_type *type)
{
    return type->name != NULL ? type->name : avro_kind_words[type->kind];
}

static bool breach(struct matching *matching, const char *kind, struct fy_slice words)
{
    struct avro_breaches *breaches = matching->breaches;

    if (matching->loud && breaches->count < AVRO_BREACHES_MAX && words.data != NULL) {
        struct fy_slice whole = fy_arena_format(matching->arena, "%s%s%s: %.*s", matching->path,
            matching->path[0] != '\0' ? ": " : "", kind, FY_SLICE_ARG(words));

        if (whole.data != NULL)
            breaches->words[breaches->count++] = (const char *)whole.data;
    }
    return false;
}

/* Words are made only for whoever hears them. */
#define BREACH(matching, kind, ...)                                                                \
    ((matching)->loud ? breach((matching), kind, fy_arena_format((matching)->arena, __VA_ARGS__))  \
                      : false)

/* One step deeper, by the name of a field or by what a container holds. */
static bool can_below(struct matching *matching,
    const char *step,
    const struct avro_type *reader,
    const struct avro_type *writer)
{
    size_t size = strlen(matching->path);
    bool result;

    (void)snprintf(matching->path + size, PATH_BYTES - size, "%s%s",
        size > 0 && step[0] != '[' && step[0] != '{' ? "." : "", step);
    result = can(matching, reader, writer);
    matching->path[size] = '\0';
    return result;
}

/* --- Parts ----------------------------------------------------------------------------------- */

static bool has_text(const struct avro_texts *texts, const char *text)
{
    for (size_t i = 0; i < texts->count; i++) {
        if (strcmp(texts->items[i], text) == 0)
            return true;
    }
    return false;
}

static const char *last_part(const char *name)
{
    const char *dot = strrchr(name, '.');

    return dot != NULL ? dot + 1 : name;
}

static bool can_name(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer)
{
    if (strcmp(last_part(reader->name), last_part(writer->name)) == 0 ||
        has_text(&reader->aliases, writer->name))
        return true;
    return BREACH(matching, "NAME_MISMATCH", "\"%s\" is written, \"%s\" would be read",
        writer->name, reader->name);
}

static bool can_fixed(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer)
{
    bool named = can_name(matching, reader, writer);

    if (reader->size == writer->size)
        return named;
    return BREACH(matching, "FIXED_SIZE_MISMATCH", "%lld bytes are written, %lld would be read",
        (long long)writer->size, (long long)reader->size);
}

static bool can_enum(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer)
{
    bool result = can_name(matching, reader, writer);

    if (reader->fallback != NULL)
        return result;
    for (size_t i = 0; i < writer->symbols.count; i++) {
        if (++matching->steps > AVRO_STEPS_MAX)
            matching->too_much = true;
        if (matching->too_much)
            return true;
        if (!has_text(&reader->symbols, writer->symbols.items[i])) {
            result = BREACH(matching, "MISSING_ENUM_SYMBOLS",
                "%s may be written, and the reader has neither it nor a default",
                writer->symbols.items[i]);
        }
    }
    return result;
}

static const struct avro_field *field_named(const struct avro_type *record, const char *name)
{
    for (size_t i = 0; i < record->field_count; i++) {
        if (strcmp(record->fields[i].name, name) == 0)
            return &record->fields[i];
    }
    return NULL;
}

/* By its own name first, then by its aliases in their order. */
static const struct avro_field *written_field(
    const struct avro_type *writer, const struct avro_field *field)
{
    const struct avro_field *found = field_named(writer, field->name);

    for (size_t i = 0; found == NULL && i < field->aliases.count; i++)
        found = field_named(writer, field->aliases.items[i]);
    return found;
}

static bool can_record(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer)
{
    bool result = can_name(matching, reader, writer);

    for (size_t i = 0; i < reader->field_count && !matching->too_much; i++) {
        const struct avro_field *field = &reader->fields[i];
        const struct avro_field *written = written_field(writer, field);

        if (written != NULL)
            result = can_below(matching, field->name, field->type, written->type) && result;
        else if (!field->has_default)
            result = BREACH(matching, "READER_FIELD_MISSING_DEFAULT_VALUE",
                "\"%s\" would be read; it is not written and has no default", field->name);
    }
    return result;
}

/* Some branch of the reader's. Which ones fail, and why, would be noise. */
static bool can_some(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer)
{
    bool loud = matching->loud;
    bool result = false;

    matching->loud = false;
    for (size_t i = 0; i < reader->inner_count && !result && !matching->too_much; i++)
        result = can(matching, reader->inner[i], writer);
    matching->loud = loud;
    if (result || matching->too_much)
        return true;
    return BREACH(matching, "MISSING_UNION_BRANCH",
        "%s may be written, and no branch of the reader's can read it", word_of(writer));
}

static bool can_each(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer)
{
    bool result = true;

    for (size_t i = 0; i < writer->inner_count && !matching->too_much; i++)
        result = can(matching, reader, writer->inner[i]) && result;
    return result;
}

static bool can_primitive(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer)
{
    enum avro_kind from = writer->kind;
    bool result = from == reader->kind;

    if (reader->kind == AVRO_LONG)
        result = result || from == AVRO_INT;
    if (reader->kind == AVRO_FLOAT)
        result = result || from == AVRO_INT || from == AVRO_LONG;
    if (reader->kind == AVRO_DOUBLE)
        result = result || from == AVRO_INT || from == AVRO_LONG || from == AVRO_FLOAT;
    if (reader->kind == AVRO_BYTES)
        result = result || from == AVRO_STRING;
    if (reader->kind == AVRO_STRING)
        result = result || from == AVRO_BYTES;
    if (result)
        return true;
    return BREACH(matching, "TYPE_MISMATCH", "%s is written, %s would be read", word_of(writer),
        word_of(reader));
}

/* --- Pairs ----------------------------------------------------------------------------------- */

static bool can_pair(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer)
{
    if (writer->kind == AVRO_UNION)
        return can_each(matching, reader, writer);
    if (reader->kind == AVRO_UNION)
        return can_some(matching, reader, writer);
    if (reader->kind != writer->kind)
        return can_primitive(matching, reader, writer);
    switch (reader->kind) {
    case AVRO_RECORD:
        return can_record(matching, reader, writer);
    case AVRO_ENUM:
        return can_enum(matching, reader, writer);
    case AVRO_FIXED:
        return can_fixed(matching, reader, writer);
    case AVRO_ARRAY:
        return can_below(matching, "[]", reader->inner[0], writer->inner[0]);
    case AVRO_MAP:
        return can_below(matching, "{}", reader->inner[0], writer->inner[0]);
    default:
        return can_primitive(matching, reader, writer);
    }
}

static struct pair *pair_of(struct matching *matching, int reader, int writer)
{
    unsigned int at = ((unsigned int)reader * 2654435761u) ^ ((unsigned int)writer * 40503u);
    struct pair *pair;

    for (;; at++) {
        pair = &matching->pairs[at % PAIRS_MAX];
        if (pair->reader == reader && pair->writer == writer)
            return pair;
        if (pair->reader == 0)
            break;
    }
    if (matching->pair_count == PAIRS_MAX / 2)
        return NULL;
    matching->pair_count++;
    pair->reader = reader;
    pair->writer = writer;
    return pair;
}

/* Only what both have a number for can recur; a primitive on one side costs one step. */
static bool can(
    struct matching *matching, const struct avro_type *reader, const struct avro_type *writer)
{
    struct pair *pair;
    bool result;

    if (++matching->steps > AVRO_STEPS_MAX)
        matching->too_much = true;
    if (matching->too_much)
        return true;
    if (reader->number == 0 || writer->number == 0)
        return can_pair(matching, reader, writer);

    pair = pair_of(matching, reader->number, writer->number);
    if (pair == NULL) {
        matching->too_much = true;
        return true;
    }
    if (matching->loud ? pair->told : pair->pass == matching->pass || pair->cannot)
        return !pair->cannot;
    pair->pass = matching->pass;
    pair->told = matching->loud;
    result = can_pair(matching, reader, writer);
    if (!result && !pair->cannot) {
        pair->cannot = true;
        matching->changed = true;
    }
    return result;
}

enum avro_verdict avro_can_read(const struct avro_type *reader,
    const struct avro_type *writer,
    struct fy_arena *arena,
    struct avro_breaches *ret_breaches)
{
    struct matching matching = {.arena = arena, .breaches = ret_breaches};
    bool result;

    ret_breaches->count = 0;
    matching.pairs = fy_arena_alloc(arena, PAIRS_MAX * sizeof(struct pair));
    if (matching.pairs == NULL)
        return AVRO_TOO_MUCH;
    do {
        matching.pass++;
        matching.changed = false;
        result = can(&matching, reader, writer);
    } while (matching.changed && !matching.too_much);
    if (!result && !matching.too_much) {
        matching.pass++;
        matching.steps = 0;
        matching.loud = true;
        (void)can(&matching, reader, writer);
    }
    if (matching.too_much)
        return AVRO_TOO_MUCH;
    return result ? AVRO_CAN : AVRO_CANNOT;
}
