/*
 * type.h - how one record looks in memory and what its JSON may hold. Emitted by the generator.
 *
 * Shape:   a table of fields in schema order. Avro bytes are read by straight-line code and never
 *          through these tables; JSON, tools and fy_codec_each_sku are.
 * Units:   offsets and sizes in bytes. `max_bytes` counts UTF-8 bytes.
 * Threads: constants; any number.
 */
#ifndef FY_TYPE_H
#define FY_TYPE_H

#include "lib/arena.h"

enum fy_field_kind {
    FY_FIELD_BOOLEAN, /* bool */
    FY_FIELD_INT,     /* int32_t */
    FY_FIELD_LONG,    /* int64_t */
    FY_FIELD_FLOAT,   /* float */
    FY_FIELD_DOUBLE,  /* double */
    FY_FIELD_STRING,  /* struct fy_slice, UTF-8 */
    FY_FIELD_BYTES,   /* struct fy_slice; base64 in JSON */
    FY_FIELD_FIXED,   /* struct fy_slice of min_bytes == max_bytes; base64 in JSON */
    FY_FIELD_ENUM,    /* int, index of its symbol */
    FY_FIELD_RECORD,  /* its struct */
};

/* Which characters a string may hold. All but ANY need at least one. */
enum fy_chars {
    FY_CHARS_ANY,
    FY_CHARS_HEX,   /* 0-9 a-f */
    FY_CHARS_SKU,   /* A-Z a-z 0-9 . _ : - */
    FY_CHARS_UPPER, /* A-Z */
    FY_CHARS_DIGIT, /* 0-9 */
    FY_CHARS_UUID,  /* 8-4-4-4-12 of 0-9 a-f */
    FY_CHARS_PATH,  /* a-z 0-9 -, and / between two of them */
};

/* What a left-out field becomes. NONE: it must be given. ZERO: null, empty, false, 0. */
enum fy_default { FY_DEFAULT_NONE, FY_DEFAULT_ZERO, FY_DEFAULT_VALUE };

struct fy_type;

struct fy_field {
    const char *name;
    uint32_t name_bytes;
    uint32_t offset;         /* In the record's struct. */
    uint32_t has_offset;     /* Of has_<field>, when nullable and neither text, bytes nor record. */
    enum fy_field_kind kind; /* Of the value; of each item when `array`. */
    bool nullable;           /* Records are then behind a pointer, text has data == NULL. */
    bool array;              /* Memory is { const T *items; size_t count; }. */
    bool map;                /* The items are records of key and value; in JSON an object. */
    bool edge;               /* Set by our edge; a client may not. */
    bool sku;                /* The strings are SKUs. */
    enum fy_chars chars;
    enum fy_default fallback;
    const void *fallback_value;    /* Of FY_DEFAULT_VALUE, as it is in memory. */
    int64_t min, max;              /* Of int and long, each item when `array`. */
    uint32_t min_bytes, max_bytes; /* Of string, bytes, each item when `array`. */
    uint32_t min_items, max_items; /* Of an array. */
    const struct fy_type *record;  /* Of FY_FIELD_RECORD. */
    const char *const *symbols;    /* Of FY_FIELD_ENUM. */
    uint32_t symbol_count;
};

struct fy_type {
    const char *name; /* As in the schema: "ItemViewed". */
    const struct fy_field *fields;
    uint32_t field_count; /* 1 .. FY_FIELDS_MAX. */
    bool one_of;          /* Exactly one of its nullable records is set. */
    bool bare;            /* Not in the schema's text: its JSON is that of its only field. */
    bool recursive;       /* Something inside it is one of these again. */
    size_t size;          /* Of the C struct. */
};

enum {
    FY_FIELDS_MAX = 64, /* Of one record: JSON keeps which were seen in one word. */
};

/* It has a has_<field> beside it; other nullable ones are null by a pointer. */
static inline bool fy_field_has_flag(const struct fy_field *field)
{
    return field->nullable && (field->kind <= FY_FIELD_DOUBLE || field->kind == FY_FIELD_ENUM);
}

/* Of one value; of one item of an array. */
size_t fy_field_size(const struct fy_field *field);

/* Where the value of a field is; an optional record's own address. NULL for null. */
const void *fy_field_at(const struct fy_field *field, const uint8_t *base);

/* Put what a left-out field becomes; `base` is the record's. */
void fy_field_default(const struct fy_field *field, uint8_t *base);

/* Whether records that contain themselves do so at most `depth_left` times. */
bool fy_value_shallow(const struct fy_type *type, const void *value, int depth_left);

/* Any array field, for code that works through descriptors; copied in and out with memcpy. */
struct fy_array {
    const void *items;
    size_t count;
};

#endif
