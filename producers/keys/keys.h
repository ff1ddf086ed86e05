/*
 * keys.h - persons and their keys: made before the first fact of a person, tombstoned when nobody
 * is to read that person any more, wrapped anew when there is a newer master key.
 *
 * Made:    keys_make gives a new person and key; `done` is called when the wrapped key is
 *          acknowledged in `person-keys`, and no fact of that person may be written before.
 * Gone:    what `accounts` says decides: forgotten, removed, or a person that became none. Such a
 *          person is a row of space KEYS_DOOMED until two tombstones are acknowledged: the first
 *          makes the key unreadable; the second, 12 s later, ends the segment that has the first,
 *          so that Kafka's cleaner takes the wrapped key off the disk. Each instance does it.
 * Rotated: the folder of master keys is looked at each second. Keys of older masters are wrapped by
 *          the newest from 3 s after it was seen, when every program has read it; the rows say how
 *          far that is, so it goes on after a restart. fy_producers_keys_old tells how many are
 *          left; at 0 the older files may be deleted.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_KEYS_H
#define PRODUCERS_KEYS_H

#include "lib/follower.h"
#include "lib/masters.h"
#include "lib/person_keys.h"
#include "lib/producer.h"

enum {
    KEYS_SPACE = 13, /* Of the store: `person-keys` as they are. */
    KEYS_DOOMED = 14,
    KEYS_STIR_MS = 12000, /* Above segment.ms of person-keys (lib/kafka_admin.c). */
    KEYS_NEWEST_MS = 3000,
    KEYS_WRAPPED_AT_ONCE = 256, /* Of a turn of keys_tick. */
};

struct keys;

struct keys_config {
    const char *folder; /* Of the master keys. */
    struct fy_store *store;
    struct fy_producer *producer;
    struct fy_jobs *jobs;
};

/* Borrows what `config` names. */
enum fy_status keys_new(
    const struct keys_config *config, struct keys **ret_keys, struct fy_err *err) FY_MUST_CHECK;
void keys_free(struct keys *keys);

/* A person's key, of the view: see lib/person_keys.h. */
struct fy_person_keys *keys_view(struct keys *keys);

/*
 * FY_REJECT when the producer has no room; then `done` is not called. The key is the caller's to
 * wipe.
 */
enum fy_status keys_make(struct keys *keys,
    int64_t now_ms,
    char ret_person[FY_PERSON_TEXT + 1],
    uint8_t ret_key[FY_KEY_BYTES],
    fy_delivered *done,
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

/* The follower's, for records of `person-keys` and `accounts`. */
enum fy_status keys_apply(struct keys *keys,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;
void keys_wiped(struct keys *keys);

/* Four times a second, once the view is ready. */
enum fy_status keys_tick(struct keys *keys, int64_t now_ms, struct fy_err *err) FY_MUST_CHECK;

void keys_register_metrics(void);

#endif
