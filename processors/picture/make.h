/*
 * make.h - the copies of one picture, made by libvips. The one place where pixels are decoded.
 *
 * Shape:   open(original), then make(width) from the largest to the smallest: a file of each
 *          format, named <folder>/<width>.<extension>, there whole or not at all.
 * Trust:   none in the original. JPEG, PNG and WebP are read, whatever else libvips can read is
 *          not; one picture of at most 50 million pixels; a broken one is refused.
 * Kept:    the pixels, upright, as sRGB: no profile, no Exif, no comment.
 * Errors:  FY_REJECT: it is no picture that is made smaller. FY_FATAL: the disk, or memory.
 * Threads: the caller's alone; one process is one picture.
 * Source:  libvips 8.14; quality: docs/decisions/0050.
 */
#ifndef PICTURE_MAKE_H
#define PICTURE_MAKE_H

#include "lib/err.h"

enum { PICTURE_PIXELS_MAX = 50 * 1000 * 1000 };

/* Once, before anything hostile is read: what libvips needs of the system it reads now. */
enum fy_status make_begin(struct fy_err *err) FY_MUST_CHECK;

/* `widths` ascend, 1 .. 1280. */
enum fy_status make_all(const char *original,
    const char *folder,
    const int *widths,
    int count,
    struct fy_err *err) FY_MUST_CHECK;

#endif
