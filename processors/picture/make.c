#include "processors/picture/make.h"

#include "lib/copies.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <vips/vips.h>

enum {
    /* By a look at photographs and at drawings, each beside its original: docs/decisions/0050. */
    AVIF_QUALITY = 55,
    AVIF_EFFORT = 3, /* 0 .. 9; each step more is a half longer, and some per cent smaller. */
    WEBP_QUALITY = 78,
    JPEG_QUALITY = 80,
    PATH_BYTES_MAX = 4096,
};

static enum fy_status vips_fail(struct fy_err *err, enum fy_status status, const char *what)
{
    char words[200];

    (void)snprintf(words, sizeof(words), "%s", vips_error_buffer());
    words[strcspn(words, "\n")] = '\0';
    vips_error_clear();
    return fy_fail(err, status, "could not %s: %s", what, words);
}

enum fy_status make_begin(struct fy_err *err)
{
    g_setenv("VIPS_WARNING", "0", TRUE);  /* None on stderr: whatever stands in a picture. */
    g_setenv("VIPS_NOVECTOR", "1", TRUE); /* It would make code in memory, which is refused. */
    if (VIPS_INIT("fy-picture") != 0)
        return vips_fail(err, FY_FATAL, "begin with libvips");
    vips_operation_block_set("VipsForeignLoad", TRUE);
    vips_operation_block_set("VipsForeignLoadJpeg", FALSE);
    vips_operation_block_set("VipsForeignLoadPng", FALSE);
    vips_operation_block_set("VipsForeignLoadWebp", FALSE);

    vips_concurrency_set(1);
    vips_cache_set_max(0);
    return FY_OK;
}

/* Only its head is read. */
static enum fy_status check(const char *original, struct fy_err *err)
{
    VipsImage *image = vips_image_new_from_file(original, NULL);
    double pixels;
    int pages;

    if (image == NULL)
        return vips_fail(err, FY_REJECT, "read the picture");
    pixels = (double)vips_image_get_width(image) * vips_image_get_height(image);
    pages = vips_image_get_n_pages(image);
    g_object_unref(image);
    if (pixels > PICTURE_PIXELS_MAX || pages != 1) {
        return fy_fail(err, FY_REJECT, "%.0f pixels in %d pages, at most %d in one are taken",
            pixels, pages, PICTURE_PIXELS_MAX);
    }
    return FY_OK;
}

/* *image becomes upright sRGB of at most that width, in memory. */
static int shrink_file(const char *original, int width, VipsImage **ret_image)
{
    VipsImage *small = NULL, *colours = NULL;
    int failed = vips_thumbnail(original, &small, width, "height", VIPS_MAX_COORD, "size",
        VIPS_SIZE_DOWN, "export_profile", "srgb", "fail_on", VIPS_FAIL_ON_ERROR, NULL);

    if (failed == 0)
        failed = vips_colourspace(small, &colours, VIPS_INTERPRETATION_sRGB, NULL);
    if (failed == 0) {
        *ret_image = vips_image_copy_memory(colours);
        failed = *ret_image == NULL;
    }
    g_clear_object(&small);
    g_clear_object(&colours);
    return failed;
}

static int shrink(VipsImage *larger, int width, VipsImage **ret_image)
{
    VipsImage *small = NULL;
    int failed = vips_thumbnail_image(
        larger, &small, width, "height", VIPS_MAX_COORD, "size", VIPS_SIZE_DOWN, NULL);

    if (failed == 0) {
        *ret_image = vips_image_copy_memory(small);
        failed = *ret_image == NULL;
    }
    g_clear_object(&small);
    return failed;
}

/* In the order of fy_copy_formats. */
static int save(VipsImage *image, int format, const char *path)
{
    static const double white[] = {255, 255, 255};
    VipsArrayDouble *behind;
    int failed;

    if (format == 0)
        return vips_heifsave(image, path, "compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1, "Q",
            AVIF_QUALITY, "effort", AVIF_EFFORT, "strip", TRUE, NULL);
    if (format == 1)
        return vips_webpsave(image, path, "Q", WEBP_QUALITY, "strip", TRUE, NULL);
    behind = vips_array_double_new(white, 3);
    failed = vips_jpegsave(image, path, "Q", JPEG_QUALITY, "optimize_coding", TRUE, "interlace",
        TRUE, "strip", TRUE, "background", behind, NULL);
    vips_area_unref(VIPS_AREA(behind));
    return failed;
}

/* A host that dies must not leave an empty file under a name that is served. */
static enum fy_status settle(const char *path, const char *name, struct fy_err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool synced = fd >= 0 && fsync(fd) == 0;
    int code = errno;

    if (fd >= 0)
        (void)close(fd);
    if (!synced || rename(path, name) != 0)
        return fy_fail(err, FY_FATAL, "could not keep a copy: %s", strerror(synced ? errno : code));
    return FY_OK;
}

static enum fy_status save_all(VipsImage *image, const char *folder, int width, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int format = 0; format < FY_COPY_FORMATS && status == FY_OK; format++) {
        char path[PATH_BYTES_MAX], name[PATH_BYTES_MAX];
        const char *extension = fy_copy_formats[format].extension;
        int length = snprintf(name, sizeof(name), "%s/%d.%s", folder, width, extension);

        (void)snprintf(path, sizeof(path), "%s/new.%s", folder, extension);
        if (length < 0 || (size_t)length >= sizeof(name))
            return fy_fail(err, FY_FATAL, "the name of folder \"%s\" is too long", folder);
        if (save(image, format, path) != 0)
            return vips_fail(err, FY_FATAL, "write a copy");
        status = settle(path, name, err);
    }
    return status;
}

enum fy_status make_all(
    const char *original, const char *folder, const int *widths, int count, struct fy_err *err)
{
    VipsImage *image = NULL;
    enum fy_status status = check(original, err);

    if (status == FY_OK && shrink_file(original, widths[count - 1], &image) != 0)
        return vips_fail(err, FY_REJECT, "decode the picture");
    for (int i = count - 1; i >= 0 && status == FY_OK; i--) {
        VipsImage *smaller = NULL;

        status = save_all(image, folder, widths[i], err);
        if (status == FY_OK && i > 0 && shrink(image, widths[i - 1], &smaller) != 0)
            status = vips_fail(err, FY_FATAL, "make a copy smaller");
        g_object_unref(image);
        image = smaller;
    }
    g_clear_object(&image);
    return status;
}
