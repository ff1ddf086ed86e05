/*
 * One process after the other, of the maker that ships: an honest picture has its copies, and a
 * hostile one costs itself alone. FY_PICTURE is the path of fy-picture, from CMake.
 */
#include "processors/pictures/workshop.h"

#include "test/expect.h"
#include "test/run.h"
#include "test/unit/producers/pictures.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char top[64];

struct stage {
    struct workshop *workshop;
    struct workshop_job job;
    struct fy_err err;
};

static void stage_init(struct stage *stage, const char *maker)
{
    memset(stage, 0, sizeof(*stage));
    memcpy(top, "/tmp/fy-workshop-XXXXXX", 24);
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(top));
    EXPECT_I64(FY_OK, workshop_new(maker, &stage->workshop, &stage->err));
    (void)snprintf(stage->job.original, sizeof(stage->job.original), "%s/original", top);
    (void)snprintf(stage->job.folder, sizeof(stage->job.folder), "%s/copies", top);
    stage->job.width_count = fy_copy_widths(8, stage->job.widths);
}

static void stage_done(struct stage *stage)
{
    char command[128];

    workshop_free(stage->workshop);
    (void)snprintf(command, sizeof(command), "rm -rf '%s'", top);
    EXPECT_I64(0, system(command));
}

static void write_original(const struct stage *stage, const void *bytes, size_t size)
{
    int fd = open(stage->job.original, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

    EXPECT_I64((int64_t)size, write(fd, bytes, size));
    (void)close(fd);
}

static enum workshop_outcome make(struct stage *stage)
{
    enum workshop_outcome outcome = WORKSHOP_FAILED;

    EXPECT_I64(FY_OK, workshop_ask(stage->workshop, &stage->job, &stage->err));
    EXPECT_I64(FY_OK, workshop_answer(stage->workshop, &outcome, &stage->err));
    return outcome;
}

/* First bytes of <width>.<extension>, as many as `size` says; false: no such copy. */
static bool copy_begins(const char *name, const void *bytes, long at, size_t size)
{
    uint8_t head[32] = {0};
    char path[128];
    int fd;
    ssize_t got;

    (void)snprintf(path, sizeof(path), "%s/copies/%s", top, name);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    got = pread(fd, head, size, at);
    (void)close(fd);
    return got == (ssize_t)size && memcmp(head, bytes, size) == 0;
}

static void each_kind_of_picture_has_its_copies(void)
{
    static const struct {
        const uint8_t *bytes;
        size_t size;
    } originals[] = {
        {picture_jpeg, sizeof(picture_jpeg)},
        {picture_png, sizeof(picture_png)},
        {picture_webp, sizeof(picture_webp)},
    };
    struct stage stage;

    for (size_t i = 0; i < sizeof(originals) / sizeof(originals[0]); i++) {
        stage_init(&stage, FY_PICTURE);
        write_original(&stage, originals[i].bytes, originals[i].size);
        EXPECT_I64(WORKSHOP_MADE, make(&stage));
        CU_ASSERT_TRUE(copy_begins("8.avif", "ftypavif", 4, 8));
        CU_ASSERT_TRUE(copy_begins("8.webp", "WEBP", 8, 4));
        CU_ASSERT_TRUE(copy_begins("8.jpg", "\xff\xd8\xff", 0, 3));
        stage_done(&stage);
    }
}

static size_t number(uint8_t *to, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        to[i] = (uint8_t)(value >> (24 - 8 * i));
    return 4;
}

/* A PNG chunk; its checksum is right, so that only what it says is wrong. */
static size_t chunk(uint8_t *to, const char *type, const uint8_t *data, size_t size)
{
    uint32_t crc = UINT32_MAX;

    (void)number(to, (uint32_t)size);
    memcpy(to + 4, type, 4);
    memcpy(to + 8, data, size);
    for (size_t i = 4; i < 8 + size; i++) {
        crc ^= to[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
    }
    return 8 + size + number(to + 8 + size, ~crc);
}

/* A head of width x height, and next to nothing behind it: 60,000 x 60,000 are 10 GB of pixels. */
static size_t png_of(uint8_t *to, uint32_t width, uint32_t height)
{
    static const uint8_t pixels[] = {0x78, 0x9c, 3, 0, 0, 0, 0, 1};
    uint8_t head[13] = {[8] = 8, [9] = 2};
    size_t size = 8;

    memcpy(to, "\x89PNG\r\n\x1a\n", 8);
    (void)number(head, width);
    (void)number(head + 4, height);
    size += chunk(to + size, "IHDR", head, sizeof(head));
    size += chunk(to + size, "IDAT", pixels, sizeof(pixels));
    return size + chunk(to + size, "IEND", pixels, 0);
}

static void what_is_no_picture_is_refused(void)
{
    static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    static const char gif[] =
        "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;";
    uint8_t bytes[256];
    struct stage stage;

    stage_init(&stage, FY_PICTURE);
    write_original(&stage, svg, sizeof(svg) - 1);
    EXPECT_I64(WORKSHOP_REFUSED, make(&stage));
    write_original(&stage, gif, sizeof(gif) - 1);
    EXPECT_I64(WORKSHOP_REFUSED, make(&stage));
    write_original(&stage, "", 0);
    EXPECT_I64(WORKSHOP_REFUSED, make(&stage));
    write_original(&stage, bytes, png_of(bytes, 60000, 60000)); /* A bomb. */
    EXPECT_I64(WORKSHOP_REFUSED, make(&stage));
    write_original(&stage, bytes, png_of(bytes, 300, 300)); /* Its pixels are missing. */
    EXPECT_I64(WORKSHOP_REFUSED, make(&stage));
    write_original(&stage, picture_png, sizeof(picture_png) - 40);
    EXPECT_I64(WORKSHOP_REFUSED, make(&stage));
    CU_ASSERT_FALSE(copy_begins("8.avif", "ftypavif", 4, 8));
    write_original(&stage, picture_png, sizeof(picture_png)); /* And goes on. */
    EXPECT_I64(WORKSHOP_MADE, make(&stage));
    stage_done(&stage);
}

/* A maker that is killed, or is not there any more: tried again, and the next one is made. */
static void what_kills_a_maker_costs_one_picture(void)
{
    char maker[96];
    struct stage stage;
    FILE *script;

    stage_init(&stage, "/bin/sh");
    workshop_free(stage.workshop);
    (void)snprintf(maker, sizeof(maker), "%s/maker", top);
    script = fopen(maker, "we");
    (void)fprintf(script, "#!/bin/sh\n[ -e '%s/original' ] || kill -9 $$\n", top);
    (void)fclose(script);
    EXPECT_I64(0, chmod(maker, 0700));
    EXPECT_I64(FY_OK, workshop_new(maker, &stage.workshop, &stage.err));
    EXPECT_I64(WORKSHOP_FAILED, make(&stage));
    write_original(&stage, "x", 1);
    EXPECT_I64(WORKSHOP_MADE, make(&stage));
    EXPECT_I64(0, unlink(maker));
    EXPECT_I64(WORKSHOP_FAILED, make(&stage));
    stage_done(&stage);
}

static void a_maker_that_is_not_there_is_told(void)
{
    struct workshop *workshop = NULL;
    struct fy_err err;

    EXPECT_I64(FY_FATAL, workshop_new("/nowhere/fy-picture", &workshop, &err));
    EXPECT_CONTAINS("/nowhere/fy-picture", fy_slice_of(err.text));
}

static const CU_TestInfo tests[] = {
    TEST(each_kind_of_picture_has_its_copies),
    TEST(what_is_no_picture_is_refused),
    TEST(what_kills_a_maker_costs_one_picture),
    TEST(a_maker_that_is_not_there_is_told),
};

TEST_MAIN(processors.pictures.workshop, tests)
