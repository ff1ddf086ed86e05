/*
 * image_walk.h - what the walkers of the three containers share. For producers/images/image*.c
 * only.
 */
#ifndef PRODUCERS_IMAGES_IMAGE_WALK_H
#define PRODUCERS_IMAGES_IMAGE_WALK_H

#include "producers/images/image.h"

#include <stdint.h>

/* From `in` at `at` to `out`, which never runs ahead by more than IMAGE_GROWTH_BYTES. */
struct walk {
    struct fy_slice in;
    size_t at;
    uint8_t *out;
    size_t written;
    uint32_t width, height; /* 0: not told yet. */
};

/* Are so many bytes left? Else the refusal says that the picture ends too soon. */
enum fy_status walk_need(const struct walk *walk, size_t size, struct fy_err *err) FY_MUST_CHECK;

void walk_write(struct walk *walk, const void *bytes, size_t size);

/* Copy what stands at `at`, and go behind it. */
void walk_copy(struct walk *walk, size_t size);

/* The picture is so large; said once. */
enum fy_status walk_size(
    struct walk *walk, uint32_t width, uint32_t height, struct fy_err *err) FY_MUST_CHECK;

enum fy_status walk_refuse(const struct walk *walk, const char *why, struct fy_err *err);

uint32_t walk_be16(const uint8_t *bytes);
uint32_t walk_be32(const uint8_t *bytes);
uint32_t walk_le16(const uint8_t *bytes);
uint32_t walk_le24(const uint8_t *bytes);
uint32_t walk_le32(const uint8_t *bytes);

enum fy_status image_walk_jpeg(struct walk *walk, struct fy_err *err) FY_MUST_CHECK;
enum fy_status image_walk_png(struct walk *walk, struct fy_err *err) FY_MUST_CHECK;
enum fy_status image_walk_webp(struct walk *walk, struct fy_err *err) FY_MUST_CHECK;

/* image_exif.c: 1 .. 8 of a TIFF structure as Exif has it; 1 when it says nothing or nonsense. */
int image_exif_orientation(struct fy_slice bytes);

#endif
