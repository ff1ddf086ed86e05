#include "producers/keys/keys.h"
#include "lib/ids.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "schemas/generated/account_event.h"
#include "schemas/generated/person_key.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    ARENA_BYTES_MAX = 1024 * 1024,
    REWRAP_ARENA_BYTES_MAX = 8 * 1024 * 1024,
    DOOMED_AT_ONCE = 256,
    UNSEEN_MS = 5000, /* A key that is not here by then was never, or is gone. */
    RELOAD_MS = 1000,
};

/* What a row of KEYS_DOOMED says: a letter, and since when as 8 bytes. */
enum { DOOMED_BYTES = 9, DOOMED_NEW = 'n', DOOMED_SENT = 's' };

enum doomed_state { DOOMED_FREE, DOOMED_ASKED, DOOMED_ACKNOWLEDGED };

/* A tombstone on its way. */
struct doomed {
    enum doomed_state state;
    uint8_t stage;
    char person[FY_PERSON_TEXT + 1];
};

struct keys {
    struct fy_store *store;
    struct fy_producer *producer;
    struct fy_jobs *jobs;
    const char *folder;
    struct fy_person_keys *view;
    struct fy_arena arena;
    struct fy_masters masters;
    int64_t looked_ms;
    uint8_t wraps_with; /* The number of the master key that new keys are wrapped by. */
    int64_t newest_ms;  /* Since when there is a newer one; 0: there is none. */
    struct doomed doomed[DOOMED_AT_ONCE];
    char rewrap_after[FY_PERSON_TEXT + 1]; /* Where the pass over all rows is. */
    int64_t old;                           /* Found in this pass so far. */
    bool rewrapping;
    int rewraps_out;
};

static struct fy_metric keys_made =
    FY_COUNTER("fy_producers_keys_made_total", "Keys of persons that were made.");
static struct fy_metric keys_doomed_total =
    FY_COUNTER("fy_producers_keys_tombstones_total", "Tombstones of keys that were acknowledged.");
static struct fy_metric keys_rewrapped =
    FY_COUNTER("fy_producers_keys_wrapped_anew_total", "Keys wrapped by a newer master key.");
static struct fy_metric keys_old = FY_GAUGE(
    "fy_producers_keys_old", "Keys that an older master key wraps, as of the last look at all.");

void keys_register_metrics(void)
{
    fy_metric_register(&keys_made);
    fy_metric_register(&keys_doomed_total);
    fy_metric_register(&keys_rewrapped);
    fy_metric_register(&keys_old);
}

enum fy_status keys_new(
    const struct keys_config *config, struct keys **ret_keys, struct fy_err *err)
{
    struct keys *keys = calloc(1, sizeof(*keys));
    enum fy_status status;

    if (keys == NULL)
        return fy_fail(err, FY_FATAL, "no memory for keys");
    keys->store = config->store;
    keys->producer = config->producer;
    keys->jobs = config->jobs;
    keys->folder = config->folder;
    fy_arena_init(&keys->arena, ARENA_BYTES_MAX);
    status = fy_masters_load(config->folder, &keys->masters, err);
    if (status == FY_OK) {
        keys->view = fy_person_keys_new(keys->store, KEYS_SPACE, &keys->masters, keys->jobs);
        if (keys->view == NULL)
            status = fy_fail(err, FY_FATAL, "no memory for keys");
    }
    if (status != FY_OK) {
        keys_free(keys);
        return status;
    }
    keys->wraps_with = fy_masters_newest(&keys->masters)->number;
    keys->rewrapping = true; /* A process before us may not have come to the end. */
    *ret_keys = keys;
    return FY_OK;
}

void keys_free(struct keys *keys)
{
    if (keys == NULL)
        return;
    fy_person_keys_free(keys->view);
    fy_masters_wipe(&keys->masters);
    fy_arena_done(&keys->arena);
    free(keys);
}

struct fy_person_keys *keys_view(struct keys *keys)
{
    return keys->view;
}

/* --- Made ------------------------------------------------------------------------------------ */

static const struct fy_master_key *wrapping_key(const struct keys *keys)
{
    for (int i = 0; i < keys->masters.count; i++)
        if (keys->masters.keys[i].number == keys->wraps_with)
            return &keys->masters.keys[i];
    return fy_masters_newest(&keys->masters);
}

static enum fy_status send_key(struct keys *keys,
    struct fy_slice person,
    int64_t created_ms,
    const uint8_t key[FY_KEY_BYTES],
    fy_delivered *done,
    void *context,
    struct fy_err *err)
{
    uint8_t wrapped[FY_WRAPPED_KEY_BYTES];
    struct person_key record = {
        .person = person, .created_ms = created_ms, .wrapped_key = {wrapped, sizeof(wrapped)}};
    struct fy_slice value;
    enum fy_status status;

    fy_key_wrap(wrapping_key(keys), person, key, wrapped);
    fy_arena_clear(&keys->arena);
    status = person_key_encode(&record, &keys->arena, &value, err);
    if (status != FY_OK)
        return status;
    return fy_producer_send(
        keys->producer, FY_TOPIC_PERSON_KEYS, person, value, done, context, err);
}

enum fy_status keys_make(struct keys *keys,
    int64_t now_ms,
    char ret_person[FY_PERSON_TEXT + 1],
    uint8_t ret_key[FY_KEY_BYTES],
    fy_delivered *done,
    void *context,
    struct fy_err *err)
{
    enum fy_status status;

    fy_visitor_new(ret_person); /* 128 random bits. */
    fy_key_new(ret_key);
    status = send_key(keys, fy_slice_of(ret_person), now_ms, ret_key, done, context, err);
    if (status == FY_OK)
        fy_metric_add(&keys_made, 1);
    else
        fy_key_wipe(ret_key);
    return status;
}

/* --- Gone ------------------------------------------------------------------------------------ */

/* Whose key has no use, by what was decided; absent: nobody's. */
static struct fy_slice ends_with(const struct account_event *event)
{
    if (event->person_forgotten != NULL || event->account_removed != NULL)
        return event->person;
    if (event->create_refused != NULL)
        return event->create_refused->refused_person;
    /* Who is invited once more is who they are: only a person that was made for nothing goes. */
    if (event->invite_refused != NULL &&
        !(event->person.data != NULL &&
            fy_slice_equal(event->invite_refused->refused_person, event->person)))
        return event->invite_refused->refused_person;
    return (struct fy_slice){0};
}

static void put_doomed(
    struct fy_store_batch *rows, struct fy_slice person, uint8_t stage, int64_t since_ms)
{
    uint8_t row[DOOMED_BYTES] = {stage};

    memcpy(row + 1, &since_ms, sizeof(since_ms)); /* Of this machine alone. */
    fy_store_batch_put(rows, KEYS_DOOMED, person, (struct fy_slice){row, sizeof(row)});
}

enum fy_status keys_apply(struct keys *keys,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct account_event event;
    struct fy_slice person;
    enum fy_status status;

    if (record->topic == FY_TOPIC_PERSON_KEYS)
        return fy_person_keys_apply(keys->view, record, rows, arena, err);
    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "an event without a value");
    status = account_event_decode(record->value, arena, &event, err);
    if (status != FY_OK)
        return status;
    person = ends_with(&event);
    if (person.size == FY_PERSON_TEXT)
        put_doomed(rows, person, DOOMED_NEW, record->append_ms);
    return FY_OK;
}

void keys_wiped(struct keys *keys)
{
    fy_person_keys_wipe(keys->view);
    keys->rewrap_after[0] = '\0';
    keys->rewrapping = true;
}

static void on_tombstone(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct doomed *doomed = context;

    (void)place;
    doomed->state = status == FY_OK ? DOOMED_ACKNOWLEDGED : DOOMED_FREE;
    if (status == FY_OK)
        fy_metric_add(&keys_doomed_total, 1);
    else
        fy_log(FY_LOG_WARN, "a tombstone of a key is not acknowledged: %s", err->text);
}

static enum fy_status has_key(
    struct keys *keys, struct fy_slice person, bool *ret_has, struct fy_err *err)
{
    struct fy_slice value;
    enum fy_status status;

    fy_arena_clear(&keys->arena);
    status = fy_store_get(keys->store, KEYS_SPACE, person, &keys->arena, &value, err);
    *ret_has = status == FY_OK && value.data != NULL;
    return status;
}

/* What is acknowledged goes on to its second tombstone, or is done. */
static void settle_doomed(struct keys *keys, int64_t now_ms, struct fy_store_batch *rows)
{
    for (int i = 0; i < DOOMED_AT_ONCE; i++) {
        struct doomed *doomed = &keys->doomed[i];

        if (doomed->state != DOOMED_ACKNOWLEDGED)
            continue;
        doomed->state = DOOMED_FREE;
        if (doomed->stage == DOOMED_SENT)
            fy_store_batch_delete(rows, KEYS_DOOMED, fy_slice_of(doomed->person));
        else
            put_doomed(rows, fy_slice_of(doomed->person), DOOMED_SENT, now_ms);
    }
}

struct doomed_look {
    struct keys *keys;
    int64_t now_ms;
    struct fy_store_batch *rows;
    enum fy_status status; /* Of the store. */
    struct fy_err *err;
};

static struct doomed *free_place(struct keys *keys, struct fy_slice person)
{
    struct doomed *place = NULL;

    for (int i = 0; i < DOOMED_AT_ONCE; i++) {
        struct doomed *doomed = &keys->doomed[i];

        if (doomed->state == DOOMED_FREE)
            place = doomed;
        else if (memcmp(doomed->person, person.data, FY_PERSON_TEXT) == 0)
            return NULL; /* On its way. */
    }
    return place;
}

static void send_tombstone(struct keys *keys, struct fy_slice person, uint8_t stage)
{
    struct doomed *doomed = free_place(keys, person);
    struct fy_err err;

    if (doomed == NULL)
        return;
    memcpy(doomed->person, person.data, FY_PERSON_TEXT);
    doomed->stage = stage;
    if (fy_producer_send(keys->producer, FY_TOPIC_PERSON_KEYS, person, (struct fy_slice){0},
            on_tombstone, doomed, &err) == FY_OK)
        doomed->state = DOOMED_ASKED;
}

/*
 * A key that is not in the view is gone, or is not read yet: topics are not read in the order in
 * which they were written.
 */
static bool visit_doomed(struct fy_slice key, struct fy_slice value, void *context)
{
    struct doomed_look *look = context;
    int64_t since_ms;
    bool has = false;

    if (key.size != FY_PERSON_TEXT || value.size != DOOMED_BYTES)
        return true;
    memcpy(&since_ms, value.data + 1, sizeof(since_ms));
    if (value.data[0] == DOOMED_SENT) {
        if (look->now_ms >= since_ms + KEYS_STIR_MS)
            send_tombstone(look->keys, key, DOOMED_SENT);
        return true;
    }
    look->status = has_key(look->keys, key, &has, look->err);
    if (has)
        send_tombstone(look->keys, key, DOOMED_NEW);
    else if (look->status == FY_OK && look->now_ms >= since_ms + UNSEEN_MS &&
             free_place(look->keys, key) != NULL)
        fy_store_batch_delete(look->rows, KEYS_DOOMED, key);
    return look->status == FY_OK;
}

static enum fy_status doomed_tick(struct keys *keys, int64_t now_ms, struct fy_err *err)
{
    struct doomed_look look = {.keys = keys, .now_ms = now_ms, .err = err};
    enum fy_status status;

    look.rows = fy_store_batch_new(keys->store);
    if (look.rows == NULL)
        return fy_fail(err, FY_FATAL, "no memory for rows of keys");
    settle_doomed(keys, now_ms, look.rows);
    status = fy_store_batch_write(look.rows, err);
    if (status == FY_OK)
        status =
            fy_store_scan(keys->store, KEYS_DOOMED, (struct fy_slice){0}, visit_doomed, &look, err);
    if (status == FY_OK)
        status = look.status;
    if (status == FY_OK)
        status = fy_store_batch_write(look.rows, err);
    fy_store_batch_free(look.rows);
    return status;
}

/* --- Rotated --------------------------------------------------------------------------------- */

/* A new file is read by every program within a second; who wraps by it waits for the others. */
static void masters_tick(struct keys *keys, int64_t now_ms)
{
    uint8_t newest;

    if (now_ms >= keys->looked_ms + RELOAD_MS) {
        keys->looked_ms = now_ms;
        if (fy_masters_look(keys->folder, &keys->masters))
            fy_person_keys_wipe(keys->view);
    }
    newest = fy_masters_newest(&keys->masters)->number;
    if (newest == keys->wraps_with) {
        keys->newest_ms = 0;
    } else if (keys->newest_ms == 0) {
        keys->newest_ms = now_ms;
    } else if (now_ms >= keys->newest_ms + KEYS_NEWEST_MS) {
        keys->wraps_with = newest;
        keys->newest_ms = 0;
        keys->rewrap_after[0] = '\0';
        keys->old = 0;
        keys->rewrapping = true;
    }
}

struct rewrap {
    struct keys *keys;
    struct person_key found[KEYS_WRAPPED_AT_ONCE];
    int count;
    int seen;
    char last[FY_PERSON_TEXT + 1];
    struct fy_arena arena;
};

static bool visit_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct rewrap *rewrap = context;
    struct fy_err err;
    struct person_key row;

    if (rewrap->count == KEYS_WRAPPED_AT_ONCE || rewrap->seen == 16 * KEYS_WRAPPED_AT_ONCE)
        return false;
    if (key.size != FY_PERSON_TEXT ||
        strncmp(rewrap->last, (const char *)key.data, FY_PERSON_TEXT) == 0)
        return true;
    rewrap->seen++;
    memcpy(rewrap->last, key.data, FY_PERSON_TEXT);
    value = fy_arena_copy(&rewrap->arena, value);
    if (value.data != NULL && person_key_decode(value, &rewrap->arena, &row, &err) == FY_OK &&
        row.wrapped_key.size > 0 && row.wrapped_key.data[0] != rewrap->keys->wraps_with)
        rewrap->found[rewrap->count++] = row;
    return true;
}

static void on_rewrapped(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct keys *keys = context;

    (void)place;
    keys->rewraps_out--;
    if (status == FY_OK)
        fy_metric_add(&keys_rewrapped, 1);
    else
        fy_log(FY_LOG_WARN, "a key that was wrapped anew is not acknowledged: %s", err->text);
}

/* Who is to be forgotten is not written once more. */
static enum fy_status rewrap_one(
    struct keys *keys, const struct person_key *row, struct fy_err *err)
{
    uint8_t key[FY_KEY_BYTES];
    struct fy_slice doomed;
    struct fy_err refused;
    enum fy_status status;

    fy_arena_clear(&keys->arena);
    status = fy_store_get(keys->store, KEYS_DOOMED, row->person, &keys->arena, &doomed, err);
    if (status != FY_OK || doomed.data != NULL)
        return status;
    if (!fy_key_unwrap(
            keys->masters.keys, keys->masters.count, row->person, row->wrapped_key, key)) {
        fy_log(FY_LOG_ERROR, "a key is wrapped by master key %d, which is not here",
            row->wrapped_key.data[0]);
        return FY_OK;
    }
    if (send_key(keys, row->person, row->created_ms, key, on_rewrapped, keys, &refused) == FY_OK)
        keys->rewraps_out++;
    fy_key_wipe(key);
    return FY_OK;
}

/* A part of the pass over all rows; a pass that finds none old is the last. */
static enum fy_status rewrap_tick(struct keys *keys, struct fy_err *err)
{
    struct rewrap *rewrap;
    enum fy_status status;

    if (!keys->rewrapping || keys->rewraps_out > 0)
        return FY_OK;
    rewrap = calloc(1, sizeof(*rewrap));
    if (rewrap == NULL)
        return fy_fail(err, FY_FATAL, "no memory to wrap keys anew");
    rewrap->keys = keys;
    memcpy(rewrap->last, keys->rewrap_after, sizeof(rewrap->last));
    fy_arena_init(&rewrap->arena, REWRAP_ARENA_BYTES_MAX);
    status = fy_store_scan(
        keys->store, KEYS_SPACE, fy_slice_of(keys->rewrap_after), visit_row, rewrap, err);
    for (int i = 0; i < rewrap->count && status == FY_OK; i++)
        status = rewrap_one(keys, &rewrap->found[i], err);
    keys->old += rewrap->count;
    memcpy(keys->rewrap_after, rewrap->last, sizeof(rewrap->last));
    if (rewrap->seen == 0) { /* The end. */
        fy_metric_set(&keys_old, keys->old);
        keys->rewrapping = keys->old > 0;
        keys->old = 0;
        keys->rewrap_after[0] = '\0';
    }
    fy_arena_done(&rewrap->arena);
    free(rewrap);
    return status;
}

enum fy_status keys_tick(struct keys *keys, int64_t now_ms, struct fy_err *err)
{
    enum fy_status status;

    masters_tick(keys, now_ms);
    fy_person_keys_tick(keys->view, now_ms);
    status = doomed_tick(keys, now_ms, err);
    if (status == FY_OK)
        status = rewrap_tick(keys, err);
    return status;
}
