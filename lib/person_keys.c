#include "lib/person_keys.h"
#include "lib/log.h"
#include "schemas/generated/person_key.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    WAYS = 4, /* Places where a person's key may be; the one unused longest makes room. */
    SETS = FY_PERSON_KEYS_CACHED / WAYS,
};

struct remembered {
    char person[FY_PERSON_TEXT]; /* All zero: free. */
    int64_t used_ms;
    uint8_t key[FY_KEY_BYTES];
};

struct fy_person_keys {
    struct fy_job erasing; /* First. */
    struct fy_store *store;
    uint32_t space;
    const struct fy_masters *masters;
    struct fy_jobs *jobs;
    bool erasable; /* A row was deleted, and its bytes may be in files. */
    bool busy;     /* `erasing` is at work. */
    bool failed;   /* What its thread found. */
    int64_t erased_ms;
    int count;
    struct remembered cache[SETS][WAYS];
};

static void erase_work(struct fy_job *job)
{
    struct fy_person_keys *keys = (struct fy_person_keys *)job;
    struct fy_err err;

    keys->failed = fy_store_erase(keys->store, keys->space, &err) != FY_OK;
    if (keys->failed)
        fy_log(FY_LOG_ERROR, "keys that were deleted are in files still: %s", err.text);
}

static void erase_done(struct fy_job *job)
{
    struct fy_person_keys *keys = (struct fy_person_keys *)job;

    keys->busy = false;
    if (keys->failed)
        keys->erasable = true; /* Again, later. */
}

static void erase_drop(struct fy_job *job)
{
    (void)job; /* The next start erases. */
}

static const struct fy_job_kind erase_kind = {
    .work = erase_work, .done = erase_done, .drop = erase_drop};

struct fy_person_keys *fy_person_keys_new(
    struct fy_store *store, uint32_t space, const struct fy_masters *masters, struct fy_jobs *jobs)
{
    struct fy_person_keys *keys = calloc(1, sizeof(*keys));

    if (keys == NULL)
        return NULL;
    keys->store = store;
    keys->space = space;
    keys->masters = masters;
    keys->jobs = jobs;
    keys->erasing.kind = &erase_kind;
    keys->erasable = true; /* A process before us may have died between deleting and erasing. */
    return keys;
}

void fy_person_keys_free(struct fy_person_keys *keys)
{
    if (keys == NULL)
        return;
    fy_person_keys_wipe(keys);
    free(keys);
}

/* Ids are random: any digits of them are as good as a hash. */
static struct remembered *set_of(struct fy_person_keys *keys, struct fy_slice person)
{
    uint32_t number = 0;

    for (int i = 0; i < 8; i++)
        number = number * 31 + person.data[i];
    return keys->cache[number % SETS];
}

static bool is_of(const struct remembered *one, struct fy_slice person)
{
    return memcmp(one->person, person.data, FY_PERSON_TEXT) == 0;
}

static void forget(struct fy_person_keys *keys, struct remembered *one)
{
    if (one->person[0] != '\0')
        keys->count--;
    fy_key_wipe(one->key);
    memset(one->person, 0, sizeof(one->person));
    one->used_ms = 0;
}

static void forget_person(struct fy_person_keys *keys, struct fy_slice person)
{
    struct remembered *set = set_of(keys, person);

    for (int i = 0; i < WAYS; i++)
        if (is_of(&set[i], person))
            forget(keys, &set[i]);
}

void fy_person_keys_wipe(struct fy_person_keys *keys)
{
    for (int i = 0; i < SETS; i++)
        for (int j = 0; j < WAYS; j++)
            forget(keys, &keys->cache[i][j]);
    assert(keys->count == 0);
}

void fy_person_keys_tick(struct fy_person_keys *keys, int64_t now_ms)
{
    if (keys->erasable && !keys->busy && now_ms >= keys->erased_ms + FY_PERSON_KEYS_ERASE_MS &&
        fy_jobs_add(keys->jobs, &keys->erasing)) {
        keys->erasable = false; /* What is deleted from now on is for the next one. */
        keys->busy = true;
        keys->erased_ms = now_ms;
    }
    for (int i = 0; i < SETS && keys->count > 0; i++) {
        for (int j = 0; j < WAYS; j++) {
            if (keys->cache[i][j].person[0] != '\0' &&
                keys->cache[i][j].used_ms <= now_ms - FY_PERSON_KEY_IDLE_MS)
                forget(keys, &keys->cache[i][j]);
        }
    }
}

enum fy_status fy_person_keys_rows(const struct fy_record *record,
    uint32_t space,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct person_key key;
    enum fy_status status;

    if (record->key.data == NULL || record->key.size != FY_PERSON_TEXT)
        return FY_OK; /* Nobody's: what fills a segment, so that it ends. */
    if (record->value.data == NULL) {
        fy_store_batch_delete(rows, space, record->key);
        return FY_OK;
    }
    status = person_key_decode(record->value, arena, &key, err);
    if (status != FY_OK)
        return status;
    if (!fy_slice_equal(key.person, record->key))
        return fy_fail(err, FY_REJECT, "the value names another person than its record");
    fy_store_batch_put(rows, space, record->key, record->value);
    return FY_OK;
}

enum fy_status fy_person_keys_apply(struct fy_person_keys *keys,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    enum fy_status status = fy_person_keys_rows(record, keys->space, rows, arena, err);

    if (status != FY_OK || record->key.size != FY_PERSON_TEXT)
        return status;
    forget_person(keys, record->key); /* Gone, or wrapped anew: it is asked for again. */
    if (record->value.data == NULL)
        keys->erasable = true;
    return FY_OK;
}

static void remember(struct fy_person_keys *keys,
    struct fy_slice person,
    int64_t now_ms,
    const uint8_t key[FY_KEY_BYTES])
{
    struct remembered *set = set_of(keys, person);
    struct remembered *oldest = &set[0];

    for (int i = 1; i < WAYS; i++)
        if (set[i].used_ms < oldest->used_ms)
            oldest = &set[i];
    forget(keys, oldest);
    memcpy(oldest->person, person.data, FY_PERSON_TEXT);
    memcpy(oldest->key, key, FY_KEY_BYTES);
    oldest->used_ms = now_ms;
    keys->count++;
    assert(keys->count <= FY_PERSON_KEYS_CACHED);
}

/* The row as it is on the topic; a schema newer than ours is a key that we cannot have. */
static enum fy_status unwrap(struct fy_person_keys *keys,
    struct fy_slice person,
    struct fy_arena *arena,
    bool *ret_known,
    uint8_t ret_key[FY_KEY_BYTES],
    struct fy_err *err)
{
    struct person_key row;
    struct fy_slice value;
    struct fy_err unread;
    enum fy_status status = fy_store_get(keys->store, keys->space, person, arena, &value, err);

    if (status != FY_OK)
        return status;
    *ret_known =
        value.data != NULL && person_key_decode(value, arena, &row, &unread) == FY_OK &&
        fy_key_unwrap(keys->masters->keys, keys->masters->count, person, row.wrapped_key, ret_key);
    return FY_OK;
}

enum fy_status fy_person_keys_get(struct fy_person_keys *keys,
    struct fy_slice person,
    int64_t now_ms,
    struct fy_arena *arena,
    bool *ret_known,
    uint8_t ret_key[FY_KEY_BYTES],
    struct fy_err *err)
{
    struct remembered *set;
    enum fy_status status;

    *ret_known = false;
    if (person.data == NULL || person.size != FY_PERSON_TEXT)
        return FY_OK;
    set = set_of(keys, person);
    for (int i = 0; i < WAYS; i++) {
        if (!is_of(&set[i], person))
            continue;
        set[i].used_ms = now_ms;
        memcpy(ret_key, set[i].key, FY_KEY_BYTES);
        *ret_known = true;
        return FY_OK;
    }
    status = unwrap(keys, person, arena, ret_known, ret_key, err);
    if (status == FY_OK && *ret_known)
        remember(keys, person, now_ms, ret_key);
    return status;
}

int fy_person_keys_count(const struct fy_person_keys *keys)
{
    return keys->count;
}
