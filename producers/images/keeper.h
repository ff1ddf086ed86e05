/*
 * keeper.h - pictures to disk, in a thread of its own: a slow disk must not hold up the edge.
 *
 * Shape:   take(bytes) -> later, in the reactor: kept(what became of them). A picture's name is
 *          the hash of what is kept of it: <folder>/<first 2 digits>/<hash>.<jpg>. So the same
 *          picture is one file, a name never changes what it means, and whoever serves it may
 *          cache it for ever.
 * Promise: FY_OK is said when file and name are on disk (fsync of both). A crash leaves at most an
 *          unfinished file in <folder>/new, which the next start removes after an hour.
 * Errors:  FY_REJECT: not a picture that is kept (image.h). FY_ABORT: the disk has no room or
 *          fails; nothing was kept.
 * Limits:  KEEPER_JOBS_MAX pictures at once; KEEPER_FREE_BYTES_MIN of the disk are left alone.
 * Threads: the reactor's; keeper.c has one more.
 */
#ifndef PRODUCERS_IMAGES_KEEPER_H
#define PRODUCERS_IMAGES_KEEPER_H

#include "lib/ids.h"
#include "lib/reactor.h"
#include "producers/images/image.h"

enum {
    KEEPER_JOBS_MAX = 6, /* Of up to 16 MB: as sent, and as kept. */
    KEEPER_FREE_BYTES_MIN = 512 * 1024 * 1024,
};

struct keeper;

struct kept {
    enum fy_status status;
    struct fy_err err;                    /* Where status is not FY_OK. */
    uint8_t sent_digest[FY_DIGEST_BYTES]; /* Of the bytes as they were sent. */
    struct cleaned_image image;
    char hash[FY_HASH_TEXT + 1];
};

/* Makes what is missing of `folder`. */
enum fy_status keeper_new(const char *folder,
    struct fy_reactor *reactor,
    struct keeper **ret_keeper,
    struct fy_err *err) FY_MUST_CHECK;

/* What has not begun is dropped, unanswered; what has is finished. Only when its reactor runs no
 * more. */
void keeper_free(struct keeper *keeper);

bool keeper_has_room(const struct keeper *keeper);

/* False when there is no room, or no memory. Else `bytes`, malloc's, is taken, and `told` is called
 * once, in the reactor, unless the keeper is freed first. */
bool keeper_take(struct keeper *keeper,
    uint8_t *bytes,
    size_t size,
    void (*told)(void *context, const struct kept *kept),
    void *context) FY_MUST_CHECK;

#endif
