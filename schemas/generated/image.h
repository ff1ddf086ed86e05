/*
 * Made by fy-generate from schemas/image.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_IMAGE_H
#define FY_GENERATED_IMAGE_H

#include "schemas/codec/codec.h"

/* A picture, by its content: /images/<first two digits>/<hash>.<jpg, png or webp>. */
struct image {
    /* BLAKE2b-256 of the bytes that are kept, 64 hex digits. */
    struct fy_slice hash;
    /* image/jpeg, image/png or image/webp. */
    struct fy_slice media_type;
    /* Pixels, as stored: before a photograph is turned. */
    int32_t width;
    /* Pixels. */
    int32_t height;
    /* Of the file that is kept. */
    int64_t bytes;
};

#endif
