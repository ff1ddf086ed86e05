#include "producers/images/image_walk.h"

#include <string.h>

enum {
    SOF0 = 0xc0, /* Baseline. */
    SOF1 = 0xc1, /* Extended, Huffman. */
    SOF2 = 0xc2, /* Progressive, Huffman. */
    DHT = 0xc4,
    JPG = 0xc8,
    DAC = 0xcc,
    SOF_LAST = 0xcf,
    RST0 = 0xd0,
    RST7 = 0xd7,
    SOI = 0xd8,
    EOI = 0xd9,
    SOS = 0xda,
    DQT = 0xdb,
    DRI = 0xdd,
    APP0 = 0xe0,
    APP1 = 0xe1,
    APP2 = 0xe2,
    APP14 = 0xee,
    APP15 = 0xef,
    COM = 0xfe,

    JFIF_BYTES = 14, /* Of a segment behind its length, without a thumbnail. */
    ADOBE_BYTES = 12,
    SCANS_MAX = 64, /* A hostile file has thousands, and each costs a decoder the whole picture. */
    EXIF_HEAD_BYTES = 6, /* "Exif", 0, 0 */
    COMPONENTS_MAX = 4,
};

struct jpeg {
    struct walk *walk;
    int components; /* 0 before the frame's header. */
    int scans;
    bool oriented; /* An orientation has been written. */
};

static bool payload_begins(struct fy_slice payload, const char *magic, size_t size)
{
    return payload.size >= size && memcmp(payload.data, magic, size) == 0;
}

static void segment_write(struct walk *walk, int marker, const void *payload, size_t size)
{
    uint8_t head[] = {0xff, (uint8_t)marker, (uint8_t)((size + 2) >> 8), (uint8_t)(size + 2)};

    walk_write(walk, head, sizeof(head));
    walk_write(walk, payload, size);
}

/* A photograph lies on its side without it. Nothing else of Exif is kept. */
static void orientation_write(struct jpeg *jpeg, struct fy_slice payload)
{
    struct fy_slice tiff = {payload.data + EXIF_HEAD_BYTES, payload.size - EXIF_HEAD_BYTES};
    int orientation = image_exif_orientation(tiff);
    uint8_t exif[] = {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3,
        0, 0, 0, 1, 0, (uint8_t)orientation, 0, 0, 0, 0, 0, 0};

    if (orientation == 1 || jpeg->oriented)
        return;
    segment_write(jpeg->walk, APP1, exif, sizeof(exif));
    jpeg->oriented = true;
}

/* What an application wrote: four kinds of it change how the picture looks. */
static void application(struct jpeg *jpeg, int marker, struct fy_slice payload)
{
    static const uint8_t no_thumbnail[] = {0, 0};

    if (marker == APP0 && payload.size >= JFIF_BYTES && payload_begins(payload, "JFIF\0", 5)) {
        uint8_t jfif[JFIF_BYTES];

        memcpy(jfif, payload.data, JFIF_BYTES);
        memcpy(jfif + JFIF_BYTES - sizeof(no_thumbnail), no_thumbnail, sizeof(no_thumbnail));
        segment_write(jpeg->walk, APP0, jfif, sizeof(jfif));
    } else if (marker == APP1 && payload_begins(payload, "Exif\0\0", EXIF_HEAD_BYTES)) {
        orientation_write(jpeg, payload);
    } else if (marker == APP2 && payload_begins(payload, "ICC_PROFILE\0", 12)) {
        segment_write(jpeg->walk, APP2, payload.data, payload.size);
    } else if (marker == APP14 && payload.size >= ADOBE_BYTES &&
               payload_begins(payload, "Adobe", 5)) {
        segment_write(jpeg->walk, APP14, payload.data, ADOBE_BYTES);
    }
}

static enum fy_status frame(
    struct jpeg *jpeg, int marker, struct fy_slice payload, struct fy_err *err)
{
    struct walk *walk = jpeg->walk;

    if (marker > SOF2)
        return walk_refuse(walk, "a JPEG of a kind that browsers do not show", err);
    if (payload.size < 6 || payload.data[0] != 8)
        return walk_refuse(walk, "a JPEG must have 8 bits a sample", err);
    jpeg->components = payload.data[5];
    if ((jpeg->components != 1 && jpeg->components != 3 && jpeg->components != COMPONENTS_MAX) ||
        payload.size != 6 + 3 * (size_t)jpeg->components)
        return walk_refuse(walk, "the frame's header does not say 1, 3 or 4 colours", err);
    return walk_size(walk, walk_be16(payload.data + 3), walk_be16(payload.data + 1), err);
}

/* Entropy-coded data up to the marker behind it. 0xff is data only before 0 or within restarts. */
static enum fy_status scan_data(struct jpeg *jpeg, struct fy_err *err)
{
    struct walk *walk = jpeg->walk;
    const uint8_t *data = walk->in.data;
    size_t from = walk->at, at = from;

    for (;;) {
        const uint8_t *mark = memchr(data + at, 0xff, walk->in.size - at);

        if (mark == NULL || mark + 1 == data + walk->in.size) {
            walk->at = walk->in.size;
            return walk_need(walk, 1, err);
        }
        at = (size_t)(mark - data);
        if (data[at + 1] != 0 && (data[at + 1] < RST0 || data[at + 1] > RST7))
            break;
        at += 2;
    }
    walk_copy(walk, at - from);
    return FY_OK;
}

static enum fy_status scan(struct jpeg *jpeg, struct fy_slice payload, struct fy_err *err)
{
    struct walk *walk = jpeg->walk;
    int components = payload.size > 0 ? payload.data[0] : 0;

    if (jpeg->components == 0)
        return walk_refuse(walk, "a scan before the frame's header", err);
    if (components < 1 || components > jpeg->components ||
        payload.size != 4 + 2 * (size_t)components)
        return walk_refuse(walk, "the scan's header does not fit the frame", err);
    if (++jpeg->scans > SCANS_MAX)
        return walk_refuse(walk, "more than 64 scans", err);
    segment_write(walk, SOS, payload.data, payload.size);
    return FY_OK;
}

static enum fy_status segment(
    struct jpeg *jpeg, int marker, struct fy_slice payload, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (marker == SOS)
        return scan(jpeg, payload, err);
    if ((marker >= APP0 && marker <= APP15) || marker == COM) {
        application(jpeg, marker, payload);
        return FY_OK;
    }
    if (marker == DHT || marker == DQT || marker == DRI)
        status = FY_OK;
    else if (marker >= SOF0 && marker <= SOF_LAST && marker != JPG && marker != DAC)
        status = frame(jpeg, marker, payload, err);
    else
        return walk_refuse(jpeg->walk, "a segment that a picture for browsers does not have", err);
    if (status == FY_OK)
        segment_write(jpeg->walk, marker, payload.data, payload.size);
    return status;
}

/* To the next marker; 0xff may be repeated before it. */
static enum fy_status marker_read(struct walk *walk, int *ret_marker, struct fy_err *err)
{
    enum fy_status status = walk_need(walk, 2, err);

    if (status != FY_OK)
        return status;
    if (walk->in.data[walk->at] != 0xff)
        return walk_refuse(walk, "a marker should be here", err);
    while (walk->at < walk->in.size && walk->in.data[walk->at] == 0xff)
        walk->at++;
    status = walk_need(walk, 1, err);
    if (status == FY_OK)
        *ret_marker = walk->in.data[walk->at++];
    return status;
}

static enum fy_status payload_read(
    struct walk *walk, struct fy_slice *ret_payload, struct fy_err *err)
{
    enum fy_status status = walk_need(walk, 2, err);
    size_t size;

    if (status != FY_OK)
        return status;
    size = walk_be16(walk->in.data + walk->at);
    if (size < 2)
        return walk_refuse(walk, "a segment shorter than its own length", err);
    status = walk_need(walk, size, err);
    if (status != FY_OK)
        return status;
    *ret_payload = (struct fy_slice){walk->in.data + walk->at + 2, size - 2};
    return FY_OK;
}

/* What stands behind the end is another picture, a film or a trick: it stays away. */
enum fy_status image_walk_jpeg(struct walk *walk, struct fy_err *err)
{
    static const uint8_t soi[] = {0xff, SOI}, eoi[] = {0xff, EOI};
    struct jpeg jpeg = {.walk = walk};
    enum fy_status status = FY_OK;

    walk->at = sizeof(soi);
    walk_write(walk, soi, sizeof(soi));
    while (status == FY_OK) {
        struct fy_slice payload = {0};
        int marker = 0;

        status = marker_read(walk, &marker, err);
        if (status != FY_OK)
            return status;
        if (marker == EOI)
            break;
        status = payload_read(walk, &payload, err);
        if (status == FY_OK)
            status = segment(&jpeg, marker, payload, err);
        if (status != FY_OK)
            return status;
        walk->at += payload.size + 2;
        if (marker == SOS)
            status = scan_data(&jpeg, err);
    }
    if (status == FY_OK && jpeg.scans == 0)
        return walk_refuse(walk, "a JPEG without a picture", err);
    if (status == FY_OK)
        walk_write(walk, eoi, sizeof(eoi));
    return status;
}
