#include "schemas/codec/type.h"

#include <string.h>

size_t fy_field_size(const struct fy_field *field)
{
    switch (field->kind) {
    case FY_FIELD_BOOLEAN:
        return sizeof(bool);
    case FY_FIELD_INT:
    case FY_FIELD_FLOAT:
    case FY_FIELD_ENUM:
        return 4;
    case FY_FIELD_LONG:
    case FY_FIELD_DOUBLE:
        return 8;
    case FY_FIELD_RECORD:
        return field->record->size;
    default:
        return sizeof(struct fy_slice);
    }
}

const void *fy_field_at(const struct fy_field *field, const uint8_t *base)
{
    const uint8_t *at = base + field->offset;
    const void *inside;

    if (!field->nullable)
        return at;
    if (fy_field_has_flag(field))
        return *(const bool *)(base + field->has_offset) ? at : NULL;
    /* A slice begins with its data: behind a record and behind a slice alike, NULL is null. */
    memcpy(&inside, at, sizeof(inside));
    if (field->kind == FY_FIELD_RECORD || inside == NULL)
        return inside;
    return at;
}

void fy_field_default(const struct fy_field *field, uint8_t *base)
{
    size_t size = field->array ? sizeof(struct fy_array) : fy_field_size(field);

    if (field->nullable && field->kind == FY_FIELD_RECORD)
        size = sizeof(void *);
    if (fy_field_has_flag(field))
        *(bool *)(base + field->has_offset) = false;
    if (field->fallback == FY_DEFAULT_VALUE)
        memcpy(base + field->offset, field->fallback_value, size);
    else
        memset(base + field->offset, 0, size);
}

bool fy_value_shallow(const struct fy_type *type, const void *value, int depth_left)
{
    if (type->recursive && depth_left-- == 0)
        return false;
    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];
        const void *at = fy_field_at(field, value);
        struct fy_array array = {at, 1};

        if (field->kind != FY_FIELD_RECORD || at == NULL)
            continue;
        if (field->array)
            memcpy(&array, at, sizeof(array));
        for (size_t j = 0; j < array.count; j++) {
            const uint8_t *item = (const uint8_t *)array.items + j * field->record->size;

            if (!fy_value_shallow(field->record, item, depth_left))
                return false;
        }
    }
    return true;
}
