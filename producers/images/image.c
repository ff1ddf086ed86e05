#include "producers/images/image_walk.h"

#include <assert.h>
#include <string.h>

enum fy_status walk_refuse(const struct walk *walk, const char *why, struct fy_err *err)
{
    return fy_fail(err, FY_REJECT, "byte %zu: %s", walk->at, why);
}

enum fy_status walk_need(const struct walk *walk, size_t size, struct fy_err *err)
{
    if (walk->in.size - walk->at >= size)
        return FY_OK;
    return fy_fail(err, FY_REJECT, "byte %zu: the picture ends here, too soon", walk->in.size);
}

void walk_write(struct walk *walk, const void *bytes, size_t size)
{
    assert(walk->written + size <= walk->in.size + IMAGE_GROWTH_BYTES);
    memcpy(walk->out + walk->written, bytes, size);
    walk->written += size;
}

void walk_copy(struct walk *walk, size_t size)
{
    assert(walk->at + size <= walk->in.size);
    walk_write(walk, walk->in.data + walk->at, size);
    walk->at += size;
}

enum fy_status walk_size(struct walk *walk, uint32_t width, uint32_t height, struct fy_err *err)
{
    if (walk->width != 0)
        return walk_refuse(walk, "the picture's size is told twice", err);
    if (width < 1 || height < 1 || width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX) {
        return fy_fail(err, FY_REJECT, "byte %zu: %u x %u pixels; each side must have 1 .. %d",
            walk->at, width, height, IMAGE_SIDE_MAX);
    }
    if ((uint64_t)width * height > IMAGE_PIXELS_MAX) {
        return fy_fail(err, FY_REJECT, "byte %zu: %u x %u pixels; together at most %d are taken",
            walk->at, width, height, IMAGE_PIXELS_MAX);
    }
    walk->width = width;
    walk->height = height;
    return FY_OK;
}

uint32_t walk_be16(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 8 | bytes[1];
}

uint32_t walk_be32(const uint8_t *bytes)
{
    return walk_be16(bytes) << 16 | walk_be16(bytes + 2);
}

uint32_t walk_le16(const uint8_t *bytes)
{
    return (uint32_t)bytes[1] << 8 | bytes[0];
}

uint32_t walk_le24(const uint8_t *bytes)
{
    return (uint32_t)bytes[2] << 16 | walk_le16(bytes);
}

uint32_t walk_le32(const uint8_t *bytes)
{
    return walk_le16(bytes + 2) << 16 | walk_le16(bytes);
}

/* --- By their first bytes -------------------------------------------------------------------- */

static bool begins(struct fy_slice bytes, size_t at, const char *magic, size_t size)
{
    return bytes.size >= at + size && memcmp(bytes.data + at, magic, size) == 0;
}

static bool type_of(struct fy_slice bytes, enum image_type *ret_type)
{
    if (begins(bytes, 0, "\xff\xd8\xff", 3))
        *ret_type = IMAGE_JPEG;
    else if (begins(bytes, 0, "\x89PNG\r\n\x1a\n", 8))
        *ret_type = IMAGE_PNG;
    else if (begins(bytes, 0, "RIFF", 4) && begins(bytes, 8, "WEBP", 4))
        *ret_type = IMAGE_WEBP;
    else
        return false;
    return true;
}

enum fy_status image_clean(
    struct fy_slice bytes, uint8_t *room, struct cleaned_image *ret_image, struct fy_err *err)
{
    struct walk walk = {.in = bytes, .out = room};
    enum image_type type;
    enum fy_status status = FY_REJECT;

    if (bytes.size > IMAGE_BYTES_MAX) {
        return fy_fail(
            err, FY_REJECT, "%zu bytes; at most %d are taken", bytes.size, (int)IMAGE_BYTES_MAX);
    }
    if (!type_of(bytes, &type))
        return walk_refuse(&walk, "it begins as none of JPEG, PNG and WebP", err);
    switch (type) {
    case IMAGE_JPEG:
        status = image_walk_jpeg(&walk, err);
        break;
    case IMAGE_PNG:
        status = image_walk_png(&walk, err);
        break;
    case IMAGE_WEBP:
        status = image_walk_webp(&walk, err);
        break;
    }
    if (status != FY_OK)
        return status;
    assert(walk.width > 0 && walk.height > 0);
    *ret_image = (struct cleaned_image){type, walk.width, walk.height, walk.written};
    return FY_OK;
}

const char *image_media_type(enum image_type type)
{
    static const char *const names[] = {"image/jpeg", "image/png", "image/webp"};

    return names[type];
}

const char *image_extension(enum image_type type)
{
    static const char *const names[] = {"jpg", "png", "webp"};

    return names[type];
}
