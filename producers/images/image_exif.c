#include "producers/images/image_walk.h"

#include <string.h>

/*
 * Exif's TIFF structure: "II" or "MM", 42, where the first directory is; in it a count and entries
 * of 12 bytes: tag, type, count, value. Hostile as any input: offsets may point anywhere.
 */

enum {
    HEADER_BYTES = 8,
    ENTRY_BYTES = 12,
    TAG_ORIENTATION = 0x0112,
    TYPE_SHORT = 3,
};

struct tiff {
    struct fy_slice bytes;
    bool little;
};

static uint32_t number16(const struct tiff *tiff, size_t at)
{
    const uint8_t *bytes = tiff->bytes.data + at;

    return tiff->little ? walk_le16(bytes) : walk_be16(bytes);
}

static uint32_t number32(const struct tiff *tiff, size_t at)
{
    const uint8_t *bytes = tiff->bytes.data + at;

    return tiff->little ? walk_le32(bytes) : walk_be32(bytes);
}

static int entry_orientation(const struct tiff *tiff, size_t at)
{
    uint32_t value;

    if (number16(tiff, at) != TAG_ORIENTATION || number16(tiff, at + 2) != TYPE_SHORT ||
        number32(tiff, at + 4) != 1)
        return 0;
    value = number16(tiff, at + 8);
    return value >= 1 && value <= 8 ? (int)value : 1;
}

int image_exif_orientation(struct fy_slice bytes)
{
    struct tiff tiff = {.bytes = bytes};
    uint32_t directory, count;

    if (bytes.size < HEADER_BYTES)
        return 1;
    tiff.little = memcmp(bytes.data, "II", 2) == 0;
    if (!tiff.little && memcmp(bytes.data, "MM", 2) != 0)
        return 1;
    directory = number32(&tiff, 4);
    if (number16(&tiff, 2) != 42 || directory < HEADER_BYTES || directory > bytes.size - 2)
        return 1;
    count = number16(&tiff, directory);
    for (uint32_t i = 0; i < count; i++) {
        size_t at = (size_t)directory + 2 + (size_t)i * ENTRY_BYTES;
        int orientation;

        if (at + ENTRY_BYTES > bytes.size)
            return 1;
        orientation = entry_orientation(&tiff, at);
        if (orientation != 0)
            return orientation;
    }
    return 1;
}
