/*
 * image.h - is this a picture that we keep, and which of its bytes?
 *
 * Shape:   clean(bytes) -> bytes, type, width and height. Pure. What is kept is the picture and
 *          what is needed to show it: colour profile, and the orientation of a photograph. What
 *          tells of people is not: place, time, camera, thumbnail, comments, and whatever stands
 *          behind the picture's end.
 * Types:   by their first bytes, never by what a client says: JPEG (baseline and progressive), PNG
 *          and WebP, one frame each. Everything else is refused, SVG and GIF too.
 * Trust:   the container is walked and must be well-formed to its last byte: lengths, order,
 *          checksums, one picture. Pixels are not decoded here: no decoder runs in the program
 *          that takes orders.
 * Units:   bytes, pixels.
 * Errors:  FY_REJECT, "byte 17: what is wrong".
 * Source:  ITU-T T.81, JFIF 1.02, Exif 2.3; PNG (ISO 15948); RFC 9649 (WebP).
 */
#ifndef PRODUCERS_IMAGES_IMAGE_H
#define PRODUCERS_IMAGES_IMAGE_H

#include "lib/arena.h"
#include "lib/err.h"

enum {
    IMAGE_BYTES_MAX = 8 * 1024 * 1024,
    IMAGE_SIDE_MAX = 12000,
    IMAGE_PIXELS_MAX = 50 * 1000 * 1000, /* 200 MB when somebody decodes it. */
    IMAGE_GROWTH_BYTES = 64, /* Cleaning may add so many: an orientation written anew. */
};

enum image_type {
    IMAGE_JPEG,
    IMAGE_PNG,
    IMAGE_WEBP,
};

struct cleaned_image {
    enum image_type type;
    uint32_t width;  /* 1 .. IMAGE_SIDE_MAX, as stored: before it is turned. */
    uint32_t height; /* The same. */
    size_t size;     /* Of what was written. */
};

/* `room` has bytes.size + IMAGE_GROWTH_BYTES. Cleaning what is clean changes nothing. */
enum fy_status image_clean(struct fy_slice bytes,
    uint8_t *room,
    struct cleaned_image *ret_image,
    struct fy_err *err) FY_MUST_CHECK;

const char *image_media_type(enum image_type type); /* "image/jpeg" */
const char *image_extension(enum image_type type);  /* "jpg" */

#endif
