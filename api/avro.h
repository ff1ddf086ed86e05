/*
 * avro.h - any Avro schema, taken apart, and whether one can read what another has written.
 *
 * Shape:   avro_read(text) -> type              the schema as a graph; records may contain
 * themselves avro_can_read(reader, writer)        schema resolution, without any data Names match
 * unqualified or by an alias of the reader; logical types count for nothing, as in
 * org.apache.avro.SchemaCompatibility and in Python's avro.compatibility. Limits:
 * AVRO_TEXT_BYTES_MAX of text, AVRO_DEPTH_MAX of nesting, AVRO_FIELDS_MAX and AVRO_NAMED_MAX;
 *          AVRO_STEPS_MAX of work in one comparison. Whoever sends more is told so.
 * Errors:  in words, with the place in the schema: "fields.price: ...".
 * Memory:  all in the arena given; a type points into it.
 * Threads: pure; any number, an arena each.
 * Source:  Avro 1.12 specification, "Schema Resolution".
 */
#ifndef API_AVRO_H
#define API_AVRO_H

#include "lib/arena.h"

enum {
    AVRO_TEXT_BYTES_MAX = 262144, /* Ours have up to 8 KB. */
    AVRO_DEPTH_MAX = 64,          /* Ours nest 12 levels. */
    AVRO_FIELDS_MAX = 1024,       /* Of a record; of symbols and branches too. */
    AVRO_NAMED_MAX = 512,         /* Records, enums and fixed of one schema. */
    AVRO_STEPS_MAX = 100000,      /* Some milliseconds. */
    AVRO_BREACHES_MAX = 64,       /* That are told of one comparison. */
};

enum avro_kind {
    AVRO_NULL,
    AVRO_BOOLEAN,
    AVRO_INT,
    AVRO_LONG,
    AVRO_FLOAT,
    AVRO_DOUBLE,
    AVRO_BYTES,
    AVRO_STRING,
    AVRO_RECORD,
    AVRO_ENUM,
    AVRO_FIXED,
    AVRO_ARRAY,
    AVRO_MAP,
    AVRO_UNION,
    AVRO_KIND_COUNT,
};

/* The word of a kind in schemas: "long". */
extern const char *const avro_kind_words[AVRO_KIND_COUNT];

struct avro_texts {
    const char **items;
    size_t count;
};

struct avro_type;

struct avro_field {
    const char *name;
    struct avro_texts aliases;
    const struct avro_type *type;
    bool has_default;
};

struct avro_type {
    enum avro_kind kind;
    int number;                /* Distinct within one schema, from 1; primitives have 0. */
    const char *name;          /* Full, of what has one. */
    struct avro_texts aliases; /* Full. */
    struct avro_texts symbols; /* Of an enum. */
    const char *fallback;      /* An enum's default; NULL for none. */
    struct avro_field *fields; /* Of a record. */
    size_t field_count;
    const struct avro_type **inner; /* Branches of a union; what an array or a map holds. */
    size_t inner_count;
    int64_t size; /* Bytes of a fixed. */
};

/* NULL and words when the text is no schema. */
const struct avro_type *avro_read(
    const char *text, size_t size, struct fy_arena *arena, const char **ret_words);

enum avro_verdict { AVRO_CAN, AVRO_CANNOT, AVRO_TOO_MUCH };

/* What stands in the way, in schema order: "item_viewed.sku: TYPE_MISMATCH: ...". */
struct avro_breaches {
    const char *words[AVRO_BREACHES_MAX];
    size_t count;
};

/* AVRO_TOO_MUCH when it would take too long or the arena is full. */
enum avro_verdict avro_can_read(const struct avro_type *reader,
    const struct avro_type *writer,
    struct fy_arena *arena,
    struct avro_breaches *ret_breaches);

#endif
