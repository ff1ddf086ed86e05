#include "schemas/codec/codec.h"
#include "schemas/codec/type.h"

#include <stdio.h>
#include <string.h>

struct walk {
    bool (*visit)(struct fy_slice sku, void *context);
    void *context;
    char path[160];
    struct fy_err *err;
};

static bool walk_record(
    struct walk *walk, const struct fy_type *type, const uint8_t *base, size_t path_bytes);

static bool walk_one(
    struct walk *walk, const struct fy_field *field, const void *at, size_t path_bytes)
{
    struct fy_slice sku;

    if (field->kind == FY_FIELD_RECORD)
        return walk_record(walk, field->record, at, path_bytes);
    memcpy(&sku, at, sizeof(sku));
    if (walk->visit(sku, walk->context))
        return true;
    (void)fy_fail(walk->err, FY_REJECT, "%s", walk->path);
    return false;
}

/* A path too long for its buffer is cut: it is for people. */
static size_t path_put(struct walk *walk, size_t path_bytes, const char *name, ptrdiff_t index)
{
    size_t left = sizeof(walk->path) - path_bytes;
    int more;

    if (index >= 0)
        more = snprintf(walk->path + path_bytes, left, "[%td]", index);
    else
        more = snprintf(walk->path + path_bytes, left, "%s%s", path_bytes > 0 ? "." : "", name);
    if (more < 0 || (size_t)more >= left)
        return sizeof(walk->path) - 1;
    return path_bytes + (size_t)more;
}

static bool walk_items(
    struct walk *walk, const struct fy_field *field, const void *at, size_t path_bytes)
{
    size_t item_size = fy_field_size(field);
    struct fy_array array;

    memcpy(&array, at, sizeof(array));
    for (size_t i = 0; i < array.count; i++) {
        size_t bytes = path_put(walk, path_bytes, field->name, (ptrdiff_t)i);

        if (!walk_one(walk, field, (const uint8_t *)array.items + i * item_size, bytes))
            return false;
    }
    return true;
}

static bool walk_record(
    struct walk *walk, const struct fy_type *type, const uint8_t *base, size_t path_bytes)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];
        const void *at;
        size_t bytes;

        if (field->kind != FY_FIELD_RECORD && !field->sku)
            continue;
        at = fy_field_at(field, base);
        if (at == NULL)
            continue;
        bytes = type->bare ? path_bytes : path_put(walk, path_bytes, field->name, -1);
        if (!(field->array ? walk_items(walk, field, at, bytes) : walk_one(walk, field, at, bytes)))
            return false;
    }
    return true;
}

enum fy_status fy_codec_each_sku(const struct fy_schema *schema,
    const void *value,
    bool (*visit)(struct fy_slice sku, void *context),
    void *context,
    struct fy_err *err)
{
    struct walk walk = {.visit = visit, .context = context, .err = err};

    return walk_record(&walk, schema->type, value, 0) ? FY_OK : FY_REJECT;
}
