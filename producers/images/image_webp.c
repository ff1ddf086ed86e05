#include "producers/images/image_walk.h"

#include <string.h>

enum {
    RIFF_BYTES = 12, /* "RIFF", size, "WEBP" */
    CHUNK_BYTES = 8, /* Name and size. */
    EXTENDED_BYTES = 10,
    LOSSY_BYTES = 10,
    LOSSLESS_BYTES = 5,

    FLAG_ANIMATION = 0x02,
    FLAG_ALPHA = 0x10,
    FLAG_PROFILE = 0x20,
};

struct webp {
    struct walk *walk;
    size_t end;      /* Of what RIFF says there is; behind it nothing is kept. */
    size_t flags_at; /* In what is written; 0: not an extended one. */
    uint8_t flags;   /* To be written. */
    uint32_t canvas_width, canvas_height;
    bool profile, alpha, picture;
};

static bool is(const uint8_t *name, const char *wanted)
{
    return memcmp(name, wanted, 4) == 0;
}

static enum fy_status extended(
    struct webp *webp, const uint8_t *data, size_t size, struct fy_err *err)
{
    if (size != EXTENDED_BYTES || webp->flags_at != 0 || webp->picture)
        return walk_refuse(webp->walk, "an extended header that does not fit", err);
    if ((data[0] & FLAG_ANIMATION) != 0)
        return walk_refuse(webp->walk, "a moving picture; only still ones are taken", err);
    webp->canvas_width = walk_le24(data + 4) + 1;
    webp->canvas_height = walk_le24(data + 7) + 1;
    webp->flags_at = webp->walk->written + CHUNK_BYTES;
    return FY_OK;
}

static enum fy_status picture_size(
    struct webp *webp, uint32_t width, uint32_t height, struct fy_err *err)
{
    if (webp->picture)
        return walk_refuse(webp->walk, "a second picture", err);
    webp->picture = true;
    if (webp->flags_at != 0 && (width != webp->canvas_width || height != webp->canvas_height))
        return walk_refuse(webp->walk, "the picture is not as large as the header says", err);
    return walk_size(webp->walk, width, height, err);
}

static enum fy_status lossy(struct webp *webp, const uint8_t *data, size_t size, struct fy_err *err)
{
    if (size < LOSSY_BYTES || (data[0] & 1) != 0 || memcmp(data + 3, "\x9d\x01\x2a", 3) != 0)
        return walk_refuse(webp->walk, "no key frame of VP8", err);
    return picture_size(webp, walk_le16(data + 6) & 0x3fff, walk_le16(data + 8) & 0x3fff, err);
}

static enum fy_status lossless(
    struct webp *webp, const uint8_t *data, size_t size, struct fy_err *err)
{
    uint32_t bits;

    if (size < LOSSLESS_BYTES || data[0] != 0x2f)
        return walk_refuse(webp->walk, "no lossless picture", err);
    bits = walk_le32(data + 1);
    if (bits >> 29 != 0)
        return walk_refuse(webp->walk, "a lossless picture of a later kind", err);
    if ((bits >> 28 & 1) != 0)
        webp->flags |= FLAG_ALPHA;
    return picture_size(webp, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, err);
}

/* *ret_kept: it is part of the picture. What only an extended header announces needs one. */
static enum fy_status chunk_take(struct webp *webp,
    const uint8_t *name,
    const uint8_t *data,
    size_t size,
    bool *ret_kept,
    struct fy_err *err)
{
    bool may_announce = webp->flags_at != 0 && !webp->picture;

    *ret_kept = true;
    if (is(name, "VP8 "))
        return lossy(webp, data, size, err);
    if (is(name, "VP8L"))
        return lossless(webp, data, size, err);
    if (is(name, "VP8X"))
        return extended(webp, data, size, err);
    if (is(name, "ANIM") || is(name, "ANMF"))
        return walk_refuse(webp->walk, "a moving picture; only still ones are taken", err);
    if (is(name, "ICCP") && may_announce && !webp->profile && !webp->alpha) {
        webp->profile = true;
        webp->flags |= FLAG_PROFILE;
        return FY_OK;
    }
    if (is(name, "ALPH") && may_announce && !webp->alpha) {
        webp->alpha = true;
        webp->flags |= FLAG_ALPHA;
        return FY_OK;
    }
    *ret_kept = false;
    return FY_OK;
}

static enum fy_status chunk(struct webp *webp, struct fy_err *err)
{
    struct walk *walk = webp->walk;
    const uint8_t *name = walk->in.data + walk->at;
    bool kept = false;
    size_t size, whole;
    enum fy_status status;

    if (webp->end - walk->at < CHUNK_BYTES)
        return walk_refuse(walk, "the picture ends within a chunk's head", err);
    size = walk_le32(name + 4);
    whole = CHUNK_BYTES + size + (size & 1);
    if (whole > webp->end - walk->at)
        return walk_refuse(walk, "a chunk longer than the picture", err);
    status = chunk_take(webp, name, name + CHUNK_BYTES, size, &kept, err);
    if (status != FY_OK)
        return status;
    if (kept)
        walk_copy(walk, whole);
    else
        walk->at += whole;
    return FY_OK;
}

enum fy_status image_walk_webp(struct walk *walk, struct fy_err *err)
{
    struct webp webp = {.walk = walk};
    uint32_t size;
    enum fy_status status = walk_need(walk, RIFF_BYTES + CHUNK_BYTES, err);

    if (status != FY_OK)
        return status;
    size = walk_le32(walk->in.data + 4);
    if (size < RIFF_BYTES || (size & 1) != 0 || size > walk->in.size - CHUNK_BYTES)
        return walk_refuse(walk, "RIFF says another size than there is", err);
    webp.end = size + CHUNK_BYTES;
    walk_copy(walk, RIFF_BYTES);
    while (status == FY_OK && walk->at < webp.end)
        status = chunk(&webp, err);
    if (status == FY_OK && !webp.picture)
        return walk_refuse(walk, "a WebP without a picture", err);
    if (status != FY_OK)
        return status;

    size = (uint32_t)(walk->written - CHUNK_BYTES);
    for (int i = 0; i < 4; i++)
        walk->out[4 + i] = (uint8_t)(size >> 8 * i);
    if (webp.flags_at != 0)
        walk->out[webp.flags_at] = webp.flags;
    return FY_OK;
}
