/*
 * values.h - random values of any schema, and two ways to compare them, all through descriptors.
 *
 * A value keeps to what its schema allows (limits, chars, one_of), so that it is good JSON from one
 * of our own programs too. Numbers and strings like edges: 0, -1, the least and the most, empty,
 * quotes, control characters, characters of 2, 3 and 4 bytes.
 */
#ifndef TEST_SCHEMAS_VALUES_H
#define TEST_SCHEMAS_VALUES_H

#include "schemas/codec/codec.h"
#include "schemas/codec/type.h"
#include "test/random.h"

#include <assert.h>
#include <string.h>

enum { VALUE_TEXT_MAX = 40, VALUE_ITEMS_MAX = 5, VALUE_DEPTH_MAX = 4 };

/* How deep records that contain themselves are by now. */
static int value_depth;

static inline void value_fill(
    struct random *random, const struct fy_type *type, struct fy_arena *arena, uint8_t *base);

static inline size_t value_count(struct random *random, size_t least, size_t most, size_t most_here)
{
    size_t top = most < least + most_here ? most : least + most_here;

    return least + (size_t)random_below(random, top - least + 1);
}

static inline size_t value_any_text(struct random *random, uint8_t *bytes, size_t size)
{
    static const char *const pieces[] = {"a", "Z", "\"", "\\", "\n", "\x01", "\x7f", "/",
        "\xc3\xbc", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
    size_t used = 0;

    while (used < size) {
        const char *piece = pieces[random_below(random, sizeof(pieces) / sizeof(pieces[0]))];

        if (strlen(piece) > size - used)
            piece = "b";
        memcpy(bytes + used, piece, strlen(piece));
        used += strlen(piece);
    }
    return used;
}

static inline struct fy_slice value_text(
    struct random *random, const struct fy_field *field, struct fy_arena *arena)
{
    static const char *const alphabets[] = {
        [FY_CHARS_HEX] = "0123456789abcdef",
        [FY_CHARS_SKU] = "azAZ09._:-",
        [FY_CHARS_UPPER] = "AMZ",
        [FY_CHARS_DIGIT] = "0189",
        [FY_CHARS_UUID] = "0123456789abcdef",
        [FY_CHARS_PATH] = "az09-",
    };
    size_t size = value_count(random, field->min_bytes, field->max_bytes, VALUE_TEXT_MAX);
    uint8_t *bytes = fy_arena_alloc(arena, size + 36);
    const char *alphabet = alphabets[field->chars];

    assert(bytes != NULL);
    if (field->chars == FY_CHARS_UUID)
        size = 36;
    if (field->kind != FY_FIELD_STRING) {
        for (size_t i = 0; i < size; i++)
            bytes[i] = (uint8_t)random_next(random);
        return (struct fy_slice){bytes, size};
    }
    if (field->chars == FY_CHARS_ANY)
        return (struct fy_slice){bytes, value_any_text(random, bytes, size)};
    for (size_t i = 0; i < size; i++)
        bytes[i] = (uint8_t)alphabet[random_below(random, strlen(alphabet))];
    for (size_t i = 8; field->chars == FY_CHARS_UUID && i < 24; i += 5)
        bytes[i] = '-';
    for (size_t i = 4; field->chars == FY_CHARS_PATH && i + 1 < size; i += 5)
        bytes[i] = '/';
    return (struct fy_slice){bytes, size};
}

static inline int64_t value_number(struct random *random, int64_t least, int64_t most)
{
    uint64_t number = random_next(random) >> random_below(random, 64);

    switch (random_below(random, 8)) {
    case 0:
        return least;
    case 1:
        return most;
    case 2:
        return least <= 0 && most >= 0 ? 0 : least;
    case 3:
        return least <= -1 && most >= -1 ? -1 : least;
    default:
        /* Over the whole range, even when that is all 64 bits. */
        if ((uint64_t)most - (uint64_t)least == UINT64_MAX)
            return (int64_t)number;
        return (int64_t)((uint64_t)least + number % ((uint64_t)most - (uint64_t)least + 1));
    }
}

static inline void value_one(
    struct random *random, const struct fy_field *field, struct fy_arena *arena, void *at)
{
    struct fy_slice text;
    int64_t whole;
    int32_t small;
    double real = (double)(int64_t)random_next(random) / 1024;
    float single = (float)real;

    switch (field->kind) {
    case FY_FIELD_BOOLEAN:
        *(bool *)at = random_below(random, 2) == 1;
        break;
    case FY_FIELD_INT:
        small = (int32_t)value_number(random, field->min, field->max);
        memcpy(at, &small, sizeof(small));
        break;
    case FY_FIELD_ENUM:
        small = (int32_t)random_below(random, field->symbol_count);
        memcpy(at, &small, sizeof(small));
        break;
    case FY_FIELD_LONG:
        whole = value_number(random, field->min, field->max);
        memcpy(at, &whole, sizeof(whole));
        break;
    case FY_FIELD_FLOAT:
        memcpy(at, &single, sizeof(single));
        break;
    case FY_FIELD_DOUBLE:
        memcpy(at, &real, sizeof(real));
        break;
    case FY_FIELD_RECORD:
        value_fill(random, field->record, arena, at);
        break;
    default:
        text = value_text(random, field, arena);
        memcpy(at, &text, sizeof(text));
        break;
    }
}

static inline void value_array(
    struct random *random, const struct fy_field *field, struct fy_arena *arena, void *at)
{
    struct fy_array array = {0};
    size_t item_size = fy_field_size(field);
    uint8_t *items;

    array.count = value_count(random, field->min_items, field->max_items,
        value_depth < VALUE_DEPTH_MAX ? VALUE_ITEMS_MAX : 0);
    items = fy_arena_alloc(arena, array.count * item_size);
    assert(items != NULL);
    for (size_t i = 0; i < array.count; i++)
        value_one(random, field, arena, items + i * item_size);
    /* No key is there twice: a map of other languages keeps only one of them. */
    for (size_t i = 0; field->map && i < array.count; i++) {
        struct fy_slice key;
        uint8_t *bytes;

        memcpy(&key, items + i * item_size, sizeof(key));
        bytes = fy_arena_alloc(arena, key.size + 1);
        memcpy(bytes + 1, key.data, key.size);
        bytes[0] = (uint8_t)('a' + i);
        key = (struct fy_slice){bytes, key.size + 1};
        memcpy(items + i * item_size, &key, sizeof(key));
    }
    array.items = items;
    memcpy(at, &array, sizeof(array));
}

static inline int value_payload(struct random *random, const struct fy_type *type)
{
    int payloads[FY_FIELDS_MAX];
    uint64_t count = 0;

    for (uint32_t i = 0; type->one_of && i < type->field_count; i++)
        if (type->fields[i].nullable && type->fields[i].kind == FY_FIELD_RECORD)
            payloads[count++] = (int)i;
    return count == 0 ? -1 : payloads[random_below(random, count)];
}

/* `base` is zero. */
static inline void value_fill(
    struct random *random, const struct fy_type *type, struct fy_arena *arena, uint8_t *base)
{
    int payload = value_payload(random, type);

    value_depth += type->recursive;
    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];
        bool record = field->nullable && field->kind == FY_FIELD_RECORD;
        void *at = base + field->offset;

        if (field->array) {
            value_array(random, field, arena, at);
            continue;
        }
        if (field->nullable && !(record && type->one_of) &&
            (random_below(random, 3) == 0 || value_depth >= VALUE_DEPTH_MAX))
            continue;
        if (record && type->one_of && (int)i != payload)
            continue;
        if (fy_field_has_flag(field))
            *(bool *)(base + field->has_offset) = true;
        if (record) {
            uint8_t *inside = fy_arena_alloc(arena, field->record->size);

            assert(inside != NULL);
            value_fill(random, field->record, arena, inside);
            memcpy(at, &inside, sizeof(inside));
        } else {
            value_one(random, field, arena, at);
        }
    }
    value_depth -= type->recursive;
}

static inline void *value_new(
    struct random *random, const struct fy_schema *schema, struct fy_arena *arena)
{
    uint8_t *value = fy_arena_alloc(arena, schema->size);

    assert(value != NULL);
    value_fill(random, schema->type, arena, value);
    return value;
}

/* --- Comparing ------------------------------------------------------------------------------ */

static inline bool value_equal(const struct fy_type *type, const uint8_t *a, const uint8_t *b);

static inline bool value_equal_one(const struct fy_field *field, const void *a, const void *b)
{
    struct fy_slice left;
    struct fy_slice right;

    if (field->kind == FY_FIELD_RECORD)
        return value_equal(field->record, a, b);
    if (field->kind != FY_FIELD_STRING && field->kind != FY_FIELD_BYTES &&
        field->kind != FY_FIELD_FIXED)
        return memcmp(a, b, fy_field_size(field)) == 0;
    memcpy(&left, a, sizeof(left));
    memcpy(&right, b, sizeof(right));
    return fy_slice_equal(left, right);
}

static inline bool value_equal_items(const struct fy_field *field, const void *a, const void *b)
{
    size_t item_size = fy_field_size(field);
    struct fy_array left;
    struct fy_array right;

    memcpy(&left, a, sizeof(left));
    memcpy(&right, b, sizeof(right));
    if (left.count != right.count)
        return false;
    for (size_t i = 0; i < left.count; i++)
        if (!value_equal_one(field, (const uint8_t *)left.items + i * item_size,
                (const uint8_t *)right.items + i * item_size))
            return false;
    return true;
}

static inline bool value_equal(const struct fy_type *type, const uint8_t *a, const uint8_t *b)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];
        const void *left = fy_field_at(field, a);
        const void *right = fy_field_at(field, b);

        if ((left == NULL) != (right == NULL))
            return false;
        if (left == NULL)
            continue;
        if (!(field->array ? value_equal_items(field, left, right)
                           : value_equal_one(field, left, right)))
            return false;
    }
    return true;
}

#endif
