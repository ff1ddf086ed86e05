/* Pictures: what is kept of good ones, and that nothing hostile gets through or overflows. */
#include "producers/images/image.h"
#include "test/expect.h"
#include "test/random.h"
#include "test/run.h"
#include "test/unit/producers/pictures.h"

#include <stdlib.h>

struct cleaned {
    enum fy_status status;
    struct fy_err err;
    struct cleaned_image image;
    uint8_t *bytes; /* Exactly as long as the promise, so that a sanitizer sees one byte more. */
};

/* The last one; the next call frees it. */
static struct cleaned cleaned;

static void clean(const void *bytes, size_t size)
{
    uint8_t *exact = malloc(size > 0 ? size : 1);

    free(cleaned.bytes);
    memset(&cleaned, 0, sizeof(cleaned));
    cleaned.bytes = malloc(size + IMAGE_GROWTH_BYTES);
    if (exact == NULL || cleaned.bytes == NULL)
        abort();
    memcpy(exact, bytes, size);
    cleaned.status =
        image_clean((struct fy_slice){exact, size}, cleaned.bytes, &cleaned.image, &cleaned.err);
    free(exact);
}

static bool has(const char *word, size_t size)
{
    return memmem(cleaned.bytes, cleaned.image.size, word, size) != NULL;
}

/* It is kept, of that type; and cleaning what is clean changes nothing. */
static void expect_kept(enum image_type type, const void *bytes, size_t size)
{
    uint8_t *before;
    size_t before_size;

    clean(bytes, size);
    EXPECT_I64(FY_OK, cleaned.status);
    if (cleaned.status != FY_OK)
        return;
    EXPECT_I64(type, cleaned.image.type);
    EXPECT_I64(8, cleaned.image.width);
    EXPECT_I64(6, cleaned.image.height);
    CU_ASSERT_FALSE(has("Secret", 6));
    before_size = cleaned.image.size;
    before = malloc(before_size);
    memcpy(before, cleaned.bytes, before_size);
    clean(before, before_size);
    EXPECT_I64(FY_OK, cleaned.status);
    EXPECT_I64(before_size, cleaned.image.size);
    EXPECT_I64(0, memcmp(before, cleaned.bytes, before_size));
    free(before);
}

#define KEPT(type, picture) expect_kept((type), picture_##picture, sizeof(picture_##picture))

static void expect_refused(const char *words, const void *bytes, size_t size)
{
    clean(bytes, size);
    EXPECT_I64(FY_REJECT, cleaned.status);
    EXPECT_CONTAINS(words, fy_slice_of(cleaned.err.text));
    EXPECT_CONTAINS("byte", fy_slice_of(cleaned.err.text));
}

/* A copy of a picture to spoil. */
#define COPY(name, picture)                                                                        \
    uint8_t name[sizeof(picture_##picture) + 64];                                                  \
    memcpy(name, picture_##picture, sizeof(picture_##picture))

static void good_pictures_are_kept_without_words(void)
{
    KEPT(IMAGE_JPEG, jpeg);
    CU_ASSERT_TRUE(has("ICC_PROFILE", 11));
    KEPT(IMAGE_JPEG, jpeg_progressive);
    KEPT(IMAGE_PNG, png);
    CU_ASSERT_TRUE(has("iCCP", 4));
    CU_ASSERT_FALSE(has("eXIf", 4));
    KEPT(IMAGE_PNG, png_palette);
    KEPT(IMAGE_WEBP, webp);
    KEPT(IMAGE_WEBP, webp_lossless);
    KEPT(IMAGE_WEBP, webp_extended);
    CU_ASSERT_TRUE(has("ICCP", 4));
    CU_ASSERT_FALSE(has("EXIF", 4) || has("XMP ", 4));
}

/* The camera lay on its side: that alone of Exif is kept, written anew. */
static void a_photograph_keeps_its_orientation(void)
{
    static const uint8_t kept[] = {0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0,
        0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};

    KEPT(IMAGE_JPEG, jpeg);
    CU_ASSERT_TRUE(has((const char *)kept, sizeof(kept)));
    CU_ASSERT_FALSE(has("Cam", 3));
    KEPT(IMAGE_JPEG, jpeg_progressive);
    CU_ASSERT_FALSE(has("Exif", 4));
}

/* Behind the end of a picture may stand a film, an archive or a page. */
static void what_stands_behind_the_end_is_dropped(void)
{
    static const char page[] = "<script>alert(1)</script>";
    static const struct {
        enum image_type type;
        const uint8_t *bytes;
        size_t size;
    } pictures[] = {
        {IMAGE_JPEG, picture_jpeg, sizeof(picture_jpeg)},
        {IMAGE_PNG, picture_png, sizeof(picture_png)},
        {IMAGE_WEBP, picture_webp, sizeof(picture_webp)},
    };

    for (int i = 0; i < 3; i++) {
        size_t size = pictures[i].size + sizeof(page);
        uint8_t *bytes = malloc(size);

        memcpy(bytes, pictures[i].bytes, pictures[i].size);
        memcpy(bytes + pictures[i].size, page, sizeof(page));
        expect_kept(pictures[i].type, bytes, size);
        CU_ASSERT_FALSE(has("script", 6));
        free(bytes);
    }
}

static void what_is_no_picture_is_refused(void)
{
    static const char svg[] = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>";
    static const char gif[] = "GIF89a\x08\x00\x06\x00";
    static const char riff[] = "RIFF\x20\x00\x00\x00WAVEfmt ";

    expect_refused("none of JPEG, PNG and WebP", svg, sizeof(svg));
    expect_refused("none of JPEG, PNG and WebP", gif, sizeof(gif));
    expect_refused("none of JPEG, PNG and WebP", riff, sizeof(riff));
    expect_refused("none of JPEG, PNG and WebP", "", 0);
    expect_refused("moving", picture_webp_moving, sizeof(picture_webp_moving));
}

/* Every picture cut at every byte: refused, and never read beyond. */
static void a_picture_that_is_cut_short_is_refused(void)
{
    for (size_t size = 0; size < sizeof(picture_jpeg); size++)
        expect_refused("", picture_jpeg, size);
    for (size_t size = 0; size < sizeof(picture_png); size++)
        expect_refused("", picture_png, size);
    for (size_t size = 0; size < sizeof(picture_webp_extended); size++)
        expect_refused("", picture_webp_extended, size);
}

/* Where the frame's header of the JPEG is. */
static size_t frame_at(const uint8_t *bytes, size_t size)
{
    const uint8_t *at = memmem(bytes, size, "\xff\xc0\x00\x11", 4);

    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    return (size_t)(at - bytes);
}

static void a_hostile_jpeg_is_refused(void)
{
    COPY(bytes, jpeg);
    size_t size = sizeof(picture_jpeg), at = frame_at(bytes, size);

    bytes[at + 1] = 0xc9; /* Arithmetic coding. */
    expect_refused("browsers do not show", bytes, size);
    bytes[at + 1] = 0xc0;
    bytes[at + 4] = 12;
    expect_refused("8 bits", bytes, size);
    bytes[at + 4] = 8;
    bytes[at + 5] = bytes[at + 7] = 0x2f; /* 12,038 and more. */
    expect_refused("each side must have 1 .. 12000", bytes, size);
    bytes[at + 5] = bytes[at + 7] = 0x2e; /* 11,776 x 11,776: each is, both are not. */
    expect_refused("together at most 50000000", bytes, size);
    bytes[at + 5] = bytes[at + 7] = 0;
    bytes[at + 6] = 0;
    expect_refused("0 pixels", bytes, size);
    bytes[at + 6] = 6;
    bytes[at + 9] = 2;
    expect_refused("1, 3 or 4", bytes, size);
    bytes[at + 9] = 3;
    bytes[2] = 0x41;
    expect_refused("none of", bytes, size);
    bytes[2] = 0xff;
    bytes[4] = bytes[5] = 0;
    expect_refused("shorter than its own length", bytes, size);
}

/* Each scan costs whoever decodes it the whole picture. */
static void a_jpeg_of_many_scans_is_refused(void)
{
    const uint8_t *scan =
        memmem(picture_jpeg_progressive, sizeof(picture_jpeg_progressive), "\xff\xda", 2);
    size_t before, each = 10, size = 0;
    uint8_t *bytes = malloc(4096);

    CU_ASSERT_PTR_NOT_NULL_FATAL(scan);
    before = (size_t)(scan - picture_jpeg_progressive);
    memcpy(bytes, picture_jpeg_progressive, before);
    size = before;
    for (int i = 0; i < 65; i++) {
        memcpy(bytes + size, scan, each);
        size += each;
    }
    memcpy(bytes + size, "\xff\xd9", 2);
    expect_refused("more than 64 scans", bytes, size + 2);
    memcpy(bytes + size - each, "\xff\xd9", 2);
    expect_kept(IMAGE_JPEG, bytes, size - each + 2);
    free(bytes);
}

static void a_hostile_png_is_refused(void)
{
    COPY(bytes, png);
    size_t size = sizeof(picture_png);
    uint8_t *data = memmem(bytes, size, "IDAT", 4);

    CU_ASSERT_PTR_NOT_NULL_FATAL(data);
    bytes[19] ^= 1; /* The width, without a new checksum. */
    expect_refused("checksum", bytes, size);
    bytes[19] ^= 1;
    data[6] ^= 1;
    expect_refused("checksum", bytes, size);
    data[6] ^= 1;
    bytes[8] = 0xff; /* The header's length. */
    expect_refused("longer than the picture", bytes, size);
    bytes[8] = 0;
    memmove(bytes + 8, bytes + 33, size - 33); /* Without its header. */
    expect_refused("header is not first", bytes, size - 25);
}

static void a_hostile_webp_is_refused(void)
{
    COPY(bytes, webp_extended);
    size_t size = sizeof(picture_webp_extended);

    bytes[4]++;
    expect_refused("another size", bytes, size);
    bytes[4]--;
    bytes[24]++; /* The canvas. */
    expect_refused("not as large as the header says", bytes, size);
    bytes[24]--;
    bytes[20] |= 2;
    expect_refused("moving", bytes, size);
    bytes[20] &= (uint8_t)~2;
    bytes[19] = 0x7f; /* A chunk of 2 GB. */
    expect_refused("longer than the picture", bytes, size);
}

static void too_large_is_said_in_bytes(void)
{
    size_t size = IMAGE_BYTES_MAX + 1;
    uint8_t *bytes = calloc(1, size);

    memcpy(bytes, picture_jpeg, sizeof(picture_jpeg));
    expect_refused("8388609 bytes; at most 8388608", bytes, size);
    free(bytes);
}

/* Bytes turned at random: whatever comes of it keeps the promises of the header. */
static void spoiled_pictures_are_refused_or_clean(void)
{
    static const struct {
        const uint8_t *bytes;
        size_t size;
    } pictures[] = {
        {picture_jpeg, sizeof(picture_jpeg)},
        {picture_jpeg_progressive, sizeof(picture_jpeg_progressive)},
        {picture_png, sizeof(picture_png)},
        {picture_png_palette, sizeof(picture_png_palette)},
        {picture_webp_extended, sizeof(picture_webp_extended)},
        {picture_webp_lossless, sizeof(picture_webp_lossless)},
    };
    struct random random = {.state = 7};
    uint8_t bytes[1024];
    int kept = 0;

    for (int i = 0; i < 30000; i++) {
        size_t which = (size_t)random_below(&random, 6), size = pictures[which].size;

        memcpy(bytes, pictures[which].bytes, size);
        for (uint64_t turns = 1 + random_below(&random, 3); turns > 0; turns--)
            bytes[random_below(&random, size)] = (uint8_t)random_below(&random, 256);
        clean(bytes, size);
        if (cleaned.status != FY_OK)
            continue;
        kept++;
        CU_ASSERT_TRUE(cleaned.image.size <= size + IMAGE_GROWTH_BYTES);
        CU_ASSERT_TRUE(cleaned.image.width >= 1 && cleaned.image.width <= IMAGE_SIDE_MAX);
    }
    CU_ASSERT_TRUE(kept > 1000);
}

static const CU_TestInfo tests[] = {
    TEST(good_pictures_are_kept_without_words),
    TEST(a_photograph_keeps_its_orientation),
    TEST(what_stands_behind_the_end_is_dropped),
    TEST(what_is_no_picture_is_refused),
    TEST(a_picture_that_is_cut_short_is_refused),
    TEST(a_hostile_jpeg_is_refused),
    TEST(a_jpeg_of_many_scans_is_refused),
    TEST(a_hostile_png_is_refused),
    TEST(a_hostile_webp_is_refused),
    TEST(too_large_is_said_in_bytes),
    TEST(spoiled_pictures_are_refused_or_clean),
};

TEST_MAIN(image, tests)
