/*
 * codec.h - bytes, JSON and C structs of one schema: what generated code and its callers share.
 *
 * Shape:   schemas/<name>.avsc  --generator-->  schemas/generated/<name>.h and .c with
 *
 *              struct <name> { ... };                          fields as below
 *              extern const struct fy_schema <name>_schema;    (topic values only)
 *              <name>_encode(value, arena, &bytes, err)        framed: 0x00, id, Avro
 *              <name>_decode(bytes, arena, &value, err)        framed, writer's id must be known
 *
 *          for each file whose schema is a topic's value, and plain structs for the rest. A record
 *          Foo of the schemas is struct foo in C (CamelCase -> snake_case; names are unique over
 *          all schemas).
 * Fields:  string, bytes, fixed -> struct fy_slice (never NUL-terminated by promise)
 *          int -> int32_t, long -> int64_t, boolean -> bool, double -> double, float -> float
 *          record -> struct foo, inline        enum -> enum foo { FOO_SYMBOL }
 *          array of T -> struct { const T *items; size_t count; } named <record>_<field> in C:
 *              struct history_views { const struct view *items; size_t count; } views;
 *          [null, string|bytes] -> fy_slice with data == NULL for null
 *          [null, record] -> const struct foo *, NULL for null
 *          [null, int|long|boolean|double] -> T field, and bool has_<field> right before it
 *          map of T -> struct { const <record>_<field>_entry *items; size_t count; } of
 *              {key, value}
 *          [null, array|map] -> const struct <record>_<field>_set *, its `value` the container
 *          array of array, map or [null, T] -> items are struct <record>_<field>_item with `value`
 * Units:   as each schema's docs say.
 * Errors:  FY_REJECT only: "byte 17: string longer than what is left" or "item_viewed.sku: ...".
 * Memory:  decoded slices point into the bytes given; arrays and optional records into the arena.
 *          Encoded bytes are the arena's. Decoding needs at most 64 x the input + 64 KB.
 * Threads: pure; any number.
 * Source:  Avro 1.11 specification; Confluent wire format (magic 0, big-endian schema id).
 */
#ifndef FY_CODEC_H
#define FY_CODEC_H

#include "lib/arena.h"
#include "lib/err.h"

enum {
    FY_WIRE_HEADER_BYTES = 5,
    FY_DEPTH_MAX = 32, /* Nesting of JSON; of records of Avro that contain themselves. */
};

struct fy_type; /* How one record looks in memory; generated, read by the JSON codec. */

/*
 * One subject's newest version: all that a program needs to read and write its topic. An older one
 * has its own id, version and text; its decode reads every version, and its encode writes the
 * newest.
 */
struct fy_schema {
    int32_t id;          /* Global and dense, from schemas/ids.lock. */
    const char *subject; /* "<topic>-value" of the first topic that uses it. */
    const char *text;    /* Self-contained Avro JSON, as registries serve it. */
    const char *name;    /* The file's: "activity". */
    const struct fy_type *type;
    size_t size; /* Of the C struct. */
    enum fy_status (*encode)(
        const void *value, struct fy_arena *arena, struct fy_slice *ret_bytes, struct fy_err *err);
    enum fy_status (*decode)(
        struct fy_slice bytes, struct fy_arena *arena, void *ret_value, struct fy_err *err);
    int32_t version;      /* Within its subject, from 1. */
    uint64_t fingerprint; /* CRC-64-AVRO of the text's Parsing Canonical Form. */
};

/* Whose JSON it is: a client may not set what our edge sets ("edge": true in the schema). */
enum fy_json_from { FY_JSON_CLIENT, FY_JSON_TRUSTED };

/*
 * JSON of one value -> struct, strictly: known fields only, none twice, exact integers, valid UTF-8
 * without NUL, every limit that the schema names (min, max, max_bytes, chars, one_of ...). Fields
 * with a default may be left out. Errors name the path and the limit: "item_viewed.sku: 65 bytes,
 * at most 64". `ret_value` is schema->size bytes. Slices point into `json` or the arena.
 */
enum fy_status fy_json_decode(const struct fy_schema *schema,
    enum fy_json_from from,
    struct fy_slice json,
    struct fy_arena *arena,
    void *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

/* Struct -> one line of JSON. bytes and fixed as base64; nulls that are a default are left out. */
enum fy_status fy_json_encode(const struct fy_schema *schema,
    const void *value,
    struct fy_arena *arena,
    struct fy_slice *ret_json,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Split a JSON array into its elements without decoding them, or give one element when the text is
 * an object. At most `count_max`; more is an error that says so. What it accepts is JSON
 * throughout, so that fy_json_decode of an element fails only by what our schema says. An empty
 * array has 0.
 */
enum fy_status fy_json_elements(struct fy_slice json,
    struct fy_arena *arena,
    size_t count_max,
    const struct fy_slice **ret_elements,
    size_t *ret_count,
    struct fy_err *err) FY_MUST_CHECK;

/* Put an element's place before the words of an error: "[3].item_viewed.sku: ...". */
void fy_json_err_element(struct fy_err *err, size_t index);

/* The text of one member of an object, absent when there is none. Checks all of the object. */
enum fy_status fy_json_member(struct fy_slice json,
    const char *name,
    struct fy_arena *arena,
    struct fy_slice *ret_text,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * Visit every string of the value whose field is marked "sku": true. Stops at the first that
 * `visit` refuses and gives its path in err ("item_viewed.sku").
 */
enum fy_status fy_codec_each_sku(const struct fy_schema *schema,
    const void *value,
    bool (*visit)(struct fy_slice sku, void *context),
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

/* Every schema ever numbered, by id - 1; and by id, NULL when there is none. */
extern const struct fy_schema *const fy_schemas[];
extern const size_t fy_schemas_count;
const struct fy_schema *fy_schema_find(int32_t id);

#endif
