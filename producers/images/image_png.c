#include "producers/images/image_walk.h"

#include <string.h>

enum {
    SIGNATURE_BYTES = 8,
    AROUND_BYTES = 12, /* Length, type and checksum of a chunk. */
    HEADER_BYTES = 13, /* IHDR's. */
    PALETTE_BYTES_MAX = 3 * 256,
    PALETTE = 3, /* Colour type of pictures that need PLTE. */
};

struct png {
    struct walk *walk;
    uint8_t colour_type;
    bool header, palette, data, data_ended;
};

/* CRC-32 of ISO 3309, as every PNG chunk ends with. */
static uint32_t crc_of(const uint8_t *bytes, size_t size)
{
    static const uint32_t nibbles[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190,
        0x6b6b51f4, 0x4db26158, 0x5005713c, 0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
        0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    uint32_t crc = 0xffffffff;

    for (size_t i = 0; i < size; i++) {
        crc ^= bytes[i];
        crc = crc >> 4 ^ nibbles[crc & 15];
        crc = crc >> 4 ^ nibbles[crc & 15];
    }
    return ~crc;
}

static bool is(const uint8_t *type, const char *name)
{
    return memcmp(type, name, 4) == 0;
}

/* What changes how it looks. All else that may be left out is left out: words, times, Exif, frames.
 */
static bool is_kept(const uint8_t *type)
{
    static const char kept[][5] = {"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"};

    for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
        if (is(type, kept[i]))
            return true;
    return false;
}

/* Bits a sample that each colour type may have, as a set. */
static bool depth_fits(uint8_t colour_type, uint8_t depth)
{
    static const uint32_t depths[7] = {
        [0] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8 | 1u << 16,
        [2] = 1u << 8 | 1u << 16,
        [PALETTE] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8,
        [4] = 1u << 8 | 1u << 16,
        [6] = 1u << 8 | 1u << 16,
    };

    return colour_type < 7 && depth <= 16 && (depths[colour_type] & 1u << depth) != 0;
}

static enum fy_status header(struct png *png, const uint8_t *data, size_t size, struct fy_err *err)
{
    if (png->header)
        return walk_refuse(png->walk, "a second header", err);
    if (size != HEADER_BYTES || !depth_fits(data[9], data[8]) || data[10] != 0 || data[11] != 0 ||
        data[12] > 1)
        return walk_refuse(png->walk, "a header that no PNG has", err);
    png->header = true;
    png->colour_type = data[9];
    return walk_size(png->walk, walk_be32(data), walk_be32(data + 4), err);
}

static enum fy_status critical(
    struct png *png, const uint8_t *type, const uint8_t *data, size_t size, struct fy_err *err)
{
    struct walk *walk = png->walk;

    if (is(type, "IHDR"))
        return header(png, data, size, err);
    if (is(type, "PLTE")) {
        if (png->palette || png->data || size == 0 || size > PALETTE_BYTES_MAX || size % 3 != 0)
            return walk_refuse(walk, "a palette that does not fit", err);
        png->palette = true;
        return FY_OK;
    }
    if (is(type, "IDAT")) {
        if (png->data_ended || (png->colour_type == PALETTE && !png->palette))
            return walk_refuse(walk, "pixels where none may be", err);
        png->data = true;
        return FY_OK;
    }
    if (!is(type, "IEND"))
        return walk_refuse(walk, "a chunk that must be understood and is not", err);
    return size == 0 && png->data ? FY_OK : walk_refuse(walk, "a PNG without a picture", err);
}

static enum fy_status chunk(struct png *png, bool *ret_last, struct fy_err *err)
{
    struct walk *walk = png->walk;
    enum fy_status status = walk_need(walk, AROUND_BYTES, err);
    const uint8_t *type, *data;
    size_t size;

    if (status != FY_OK)
        return status;
    type = walk->in.data + walk->at + 4;
    data = type + 4;
    size = walk_be32(walk->in.data + walk->at);
    if (size > walk->in.size)
        return walk_refuse(walk, "a chunk longer than the picture", err);
    status = walk_need(walk, size + AROUND_BYTES, err);
    if (status != FY_OK)
        return status;
    if (crc_of(type, size + 4) != walk_be32(data + size))
        return walk_refuse(walk, "a chunk whose checksum is wrong", err);
    if (!png->header && !is(type, "IHDR"))
        return walk_refuse(walk, "the header is not first", err);

    png->data_ended |= png->data && !is(type, "IDAT");
    if ((type[0] & 0x20) != 0) {
        if (is_kept(type))
            walk_copy(walk, size + AROUND_BYTES);
        else
            walk->at += size + AROUND_BYTES;
        return FY_OK;
    }
    status = critical(png, type, data, size, err);
    *ret_last = is(type, "IEND");
    if (status == FY_OK)
        walk_copy(walk, size + AROUND_BYTES);
    return status;
}

enum fy_status image_walk_png(struct walk *walk, struct fy_err *err)
{
    struct png png = {.walk = walk};
    bool last = false;
    enum fy_status status = FY_OK;

    walk_copy(walk, SIGNATURE_BYTES);
    while (status == FY_OK && !last)
        status = chunk(&png, &last, err);
    return status;
}
