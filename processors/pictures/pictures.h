/*
 * pictures.h - which pictures have their smaller copies, and which is to be made next.
 *
 * Shape:   a follower of `supply`: each image_attached is a picture to be made smaller, once.
 *          next() is the one that has waited longest, ended() says how it went.
 * Rows:    1: hash -> how it stands; 2: (when it is due, hash) of those that wait.
 * Retries: what failed (a limit, a full disk) is tried again after 1 and 5 minutes, and is then
 *          marked; what is refused is marked at once. The picture itself is served then.
 * Made anew: rows are made for a number of the rules and for the folder of the copies, which has an
 *          id of its own: in an empty folder all copies are made again.
 * Errors:  FY_FATAL: the store.
 * Threads: the reactor's.
 */
#ifndef PICTURES_H
#define PICTURES_H

#include "lib/follower.h"
#include "processors/pictures/workshop.h"

enum { PICTURES_SPACE_ROWS = 1, PICTURES_SPACE_DUE, PICTURES_SPACE_LAST = PICTURES_SPACE_DUE };

enum { PICTURES_HASH_DIGITS = 64, PICTURES_TRIES_MAX = 3 };

struct picture {
    char hash[PICTURES_HASH_DIGITS + 1];
    char extension[5]; /* Of the original. */
    int32_t width;
    int32_t tries;  /* That failed. */
    int64_t due_ms; /* UTC. */
};

/* When a picture that failed so often, 1 .. PICTURES_TRIES_MAX, is tried again; -1: never. Pure. */
int64_t pictures_pause_ms(int tries);

struct pictures;

/* The store is borrowed. */
enum fy_status pictures_new(
    struct fy_store *store, struct pictures **ret_pictures, struct fy_err *err) FY_MUST_CHECK;
void pictures_free(struct pictures *pictures);

/* For struct fy_follower_config; context is the pictures. */
enum fy_status pictures_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;
void pictures_wiped(void *context);

/* *ret_found: there is one that is due. */
enum fy_status pictures_next(struct pictures *pictures,
    int64_t now_ms,
    bool *ret_found,
    struct picture *ret_picture,
    struct fy_err *err) FY_MUST_CHECK;

/* How `picture`, which next gave, went. */
enum fy_status pictures_ended(struct pictures *pictures,
    const struct picture *picture,
    enum workshop_outcome outcome,
    int64_t now_ms,
    struct fy_err *err) FY_MUST_CHECK;

/* This file's makers' numbers, for fy_metrics_text. Once per process. */
void pictures_metrics_register(void);

#endif
