/*
 * person_keys.h - whose key is it, and what is sealed under it: a view of `person-keys`.
 *
 * Shape:   a follower applies the records to rows of one space, key person, value the record as it
 *          was; `get` unwraps a person's key by the master keys. Unwrapped keys are remembered: at
 *          most FY_PERSON_KEYS_CACHED, each for at most a minute without use.
 * Forgetting: a tombstone deletes the row and wipes what is remembered at once. The bytes of the
 *          row would stay in files of the store: `tick` erases them by a job (fy_store_erase), some
 *          seconds later, and once after each start, for who died between deleting and erasing.
 * Errors:  apply: FY_REJECT for what is no key of its person. get: FY_FATAL of the store; a person
 *          without a key, or with one that no master key of ours opens, is not known.
 * Memory:  borrows store, masters and jobs. Keys that are given out are the caller's to wipe.
 * Threads: the reactor's.
 */
#ifndef FY_PERSON_KEYS_H
#define FY_PERSON_KEYS_H

#include "lib/jobs.h"
#include "lib/masters.h"
#include "lib/source.h"
#include "lib/store.h"

enum {
    FY_PERSON_TEXT = 32,          /* Hex digits of a person's id. */
    FY_PERSON_KEYS_CACHED = 4096, /* 400 KB. */
    FY_PERSON_KEY_IDLE_MS = 60000,
    FY_PERSON_KEYS_ERASE_MS = 5000, /* From one erasing to the next, at least. */
};

struct fy_person_keys;

/* NULL: no memory. `jobs` outlive it and are for it alone: one thread is enough. */
struct fy_person_keys *fy_person_keys_new(
    struct fy_store *store, uint32_t space, const struct fy_masters *masters, struct fy_jobs *jobs);
void fy_person_keys_free(struct fy_person_keys *keys); /* Wipes. Behind its jobs. */

/* The follower's, for records of `person-keys`. */
enum fy_status fy_person_keys_apply(struct fy_person_keys *keys,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* Its rows alone, for who makes them anew beside: nothing is remembered. */
enum fy_status fy_person_keys_rows(const struct fy_record *record,
    uint32_t space,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* The rows are gone, or the master keys have changed: forget what is remembered. */
void fy_person_keys_wipe(struct fy_person_keys *keys);

enum fy_status fy_person_keys_get(struct fy_person_keys *keys,
    struct fy_slice person,
    int64_t now_ms,
    struct fy_arena *arena,
    bool *ret_known,
    uint8_t ret_key[FY_KEY_BYTES],
    struct fy_err *err) FY_MUST_CHECK;

/* Once a second: wipe what was not used for a minute, and erase what was deleted. */
void fy_person_keys_tick(struct fy_person_keys *keys, int64_t now_ms);

/* How many keys are remembered now. */
int fy_person_keys_count(const struct fy_person_keys *keys);

#endif
