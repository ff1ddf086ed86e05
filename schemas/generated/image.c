/*
 * Made by fy-generate from schemas/image.avsc. Change that and build `generate`.
 */
#include "schemas/generated/shared.h"

bool fy_read_image(struct fy_reader *in, struct image *value)
{
    if (!fy_read_string(in, &value->hash))
        return false;
    if (!fy_read_string(in, &value->media_type))
        return false;
    if (!fy_read_int(in, &value->width))
        return false;
    if (!fy_read_int(in, &value->height))
        return false;
    if (!fy_read_long(in, &value->bytes))
        return false;
    return true;
}

size_t fy_room_image(const struct image *value)
{
    size_t room = 40;

    room += value->hash.size;
    room += value->media_type.size;
    return room;
}

uint8_t *fy_write_image(uint8_t *at, const struct image *value)
{
    at = fy_write_string(at, value->hash);
    at = fy_write_string(at, value->media_type);
    at = fy_write_long(at, value->width);
    at = fy_write_long(at, value->height);
    at = fy_write_long(at, value->bytes);
    return at;
}

static const struct fy_field fields_of_image[] = {
    {
        .name = "hash",
        .name_bytes = 4,
        .offset = offsetof(struct image, hash),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "media_type",
        .name_bytes = 10,
        .offset = offsetof(struct image, media_type),
        .kind = FY_FIELD_STRING,
        .min_bytes = 0,
        .max_bytes = 4294967295,
    },
    {
        .name = "width",
        .name_bytes = 5,
        .offset = offsetof(struct image, width),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "height",
        .name_bytes = 6,
        .offset = offsetof(struct image, height),
        .kind = FY_FIELD_INT,
        .min = -2147483648,
        .max = 2147483647,
    },
    {
        .name = "bytes",
        .name_bytes = 5,
        .offset = offsetof(struct image, bytes),
        .kind = FY_FIELD_LONG,
        .min = INT64_MIN,
        .max = 9223372036854775807,
    },
};

const struct fy_type fy_type_image = {
    .name = "Image",
    .fields = fields_of_image,
    .field_count = 5,
    .size = sizeof(struct image),
};
