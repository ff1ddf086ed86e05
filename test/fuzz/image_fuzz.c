/*
 * Any bytes as a picture: refused with a place, or kept within the promised room, and clean from
 * then on. Checksums of PNG are mended by half of the mutations, so that what is behind them is
 * reached.
 */
#include "producers/images/image.h"
#include "test/fuzz/fuzz.h"
#include "test/unit/producers/pictures.h"

static const struct {
    const uint8_t *bytes;
    size_t size;
} pictures[] = {
    {picture_jpeg, sizeof(picture_jpeg)},
    {picture_jpeg_progressive, sizeof(picture_jpeg_progressive)},
    {picture_png, sizeof(picture_png)},
    {picture_png_palette, sizeof(picture_png_palette)},
    {picture_webp, sizeof(picture_webp)},
    {picture_webp_extended, sizeof(picture_webp_extended)},
    {picture_webp_lossless, sizeof(picture_webp_lossless)},
    {picture_webp_moving, sizeof(picture_webp_moving)},
};

static uint32_t crc_of(const uint8_t *bytes, size_t size)
{
    uint32_t crc = 0xffffffff;

    for (size_t i = 0; i < size; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~crc;
}

static uint32_t be32(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void mend_png(uint8_t *data, size_t size)
{
    size_t at = 8;

    while (at + 12 <= size) {
        size_t length = be32(data + at);
        uint32_t crc;

        if (length > size - at - 12)
            return;
        crc = crc_of(data + at + 4, length + 4);
        for (size_t i = 0; i < 4; i++)
            data[at + 8 + length + i] = (uint8_t)(crc >> (24 - 8 * i));
        at += 12 + length;
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t size_max, unsigned seed)
{
    size_t which = seed / 16 % (sizeof(pictures) / sizeof(pictures[0]));

    if (seed % 16 == 0 && pictures[which].size <= size_max) {
        memcpy(data, pictures[which].bytes, pictures[which].size);
        size = pictures[which].size;
    }
    size = LLVMFuzzerMutate(data, size, size_max);
    if (seed % 2 == 0 && size > 8 && data[1] == 'P')
        mend_png(data, size);
    return size;
}

static void clean(struct fy_slice input)
{
    uint8_t *room = malloc(input.size + IMAGE_GROWTH_BYTES);
    uint8_t *again = malloc(input.size + 2 * IMAGE_GROWTH_BYTES);
    struct cleaned_image image, twice;
    struct fy_err err;

    if (image_clean(input, room, &image, &err) == FY_OK) {
        fuzz_must(image.size <= input.size + IMAGE_GROWTH_BYTES, "it fits the room");
        fuzz_must(image_clean((struct fy_slice){room, image.size}, again, &twice, &err) == FY_OK,
            "what was kept is kept again");
        fuzz_must(twice.size == image.size && memcmp(room, again, image.size) == 0,
            "and nothing of it changes");
        fuzz_must(twice.width == image.width && twice.height == image.height, "nor its size");
    } else {
        fuzz_must(strstr(err.text, "byte") != NULL, "a refusal says where");
    }
    free(room);
    free(again);
}

FUZZ_PARSER(clean)
