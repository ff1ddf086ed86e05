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
