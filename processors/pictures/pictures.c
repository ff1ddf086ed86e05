#include "processors/pictures/pictures.h"

#include "lib/ids.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "schemas/generated/supply.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct fy_metric made =
    FY_COUNTER("fy_pictures_made_total", "Pictures whose copies are made.");
static struct fy_metric refused = FY_COUNTER(
    "fy_pictures_refused_total", "Pictures that cannot be decoded; they are served as they are.");
static struct fy_metric failed =
    FY_COUNTER("fy_pictures_failed_total", "Tries that broke a limit or met a full disk.");
static struct fy_metric given_up = FY_COUNTER(
    "fy_pictures_given_up_total", "Pictures that failed three times; they are served as they are.");
static struct fy_metric waiting = FY_GAUGE("fy_pictures_waiting", "Pictures that wait for copies.");

void pictures_metrics_register(void)
{
    fy_metric_register(&made);
    fy_metric_register(&refused);
    fy_metric_register(&failed);
    fy_metric_register(&given_up);
    fy_metric_register(&waiting);
}

int64_t pictures_pause_ms(int tries)
{
    static const int64_t pauses_ms[PICTURES_TRIES_MAX] = {INT64_C(60000), INT64_C(300000), -1};

    assert(tries >= 1);
    return tries < PICTURES_TRIES_MAX ? pauses_ms[tries - 1] : -1;
}

/* --- Rows ------------------------------------------------------------------------------------ */

enum {
    DUE_KEY_BYTES = 8 + PICTURES_HASH_DIGITS,
    WAITS = 'w', /* Of a row's first byte; then the due time: it is the key of the other one. */
    ENDED = 'e',
    ROW_BYTES = 1 + 8,
    ENTRY_BYTES = 5 + 4 + 4, /* Extension, width, tries. */
};

static void number_put(uint8_t *to, uint64_t number, int bytes)
{
    for (int i = 0; i < bytes; i++)
        to[i] = (uint8_t)(number >> (8 * (bytes - 1 - i)));
}

static uint64_t number_get(const uint8_t *from, int bytes)
{
    uint64_t number = 0;

    for (int i = 0; i < bytes; i++)
        number = number << 8 | from[i];
    return number;
}

static void due_key(const struct picture *picture, uint8_t key[DUE_KEY_BYTES])
{
    number_put(key, (uint64_t)picture->due_ms, 8);
    memcpy(key + 8, picture->hash, PICTURES_HASH_DIGITS);
}

static void row_put(struct fy_store_batch *rows, const struct picture *picture, uint8_t state)
{
    uint8_t row[ROW_BYTES] = {state};

    number_put(row + 1, (uint64_t)picture->due_ms, 8);
    fy_store_batch_put(
        rows, PICTURES_SPACE_ROWS, fy_slice_of(picture->hash), (struct fy_slice){row, sizeof(row)});
}

static void wait_put(struct fy_store_batch *rows, const struct picture *picture)
{
    uint8_t key[DUE_KEY_BYTES], entry[ENTRY_BYTES] = {0};

    due_key(picture, key);
    memcpy(entry, picture->extension, strlen(picture->extension));
    number_put(entry + 5, (uint64_t)picture->width, 4);
    number_put(entry + 9, (uint64_t)picture->tries, 4);
    fy_store_batch_put(rows, PICTURES_SPACE_DUE, (struct fy_slice){key, sizeof(key)},
        (struct fy_slice){entry, sizeof(entry)});
    row_put(rows, picture, WAITS);
}

static bool wait_get(struct fy_slice key, struct fy_slice entry, struct picture *ret_picture)
{
    if (key.size != DUE_KEY_BYTES || entry.size != ENTRY_BYTES || entry.data[4] != 0)
        return false;
    *ret_picture = (struct picture){
        .due_ms = (int64_t)number_get(key.data, 8),
        .width = (int32_t)number_get(entry.data + 5, 4),
        .tries = (int32_t)number_get(entry.data + 9, 4),
    };
    memcpy(ret_picture->hash, key.data + 8, PICTURES_HASH_DIGITS);
    memcpy(ret_picture->extension, entry.data, 4);
    return true;
}

/* --- From new to free ------------------------------------------------------------------------ */

struct pictures {
    struct fy_store *store;
    struct fy_store_batch *batch;
    int64_t from_ms; /* Nobody has waited for longer: where to look for the next one. */
    int64_t waiting;
};

static bool count_one(struct fy_slice key, struct fy_slice value, void *context)
{
    struct pictures *pictures = context;

    (void)key;
    (void)value;
    pictures->waiting++;
    return true;
}

enum fy_status pictures_new(
    struct fy_store *store, struct pictures **ret_pictures, struct fy_err *err)
{
    struct pictures *pictures = calloc(1, sizeof(*pictures));
    enum fy_status status;

    if (pictures == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the pictures that wait");
    pictures->store = store;
    pictures->batch = fy_store_batch_new(store);
    if (pictures->batch == NULL)
        status = fy_fail(err, FY_FATAL, "no memory for the pictures that wait");
    else
        status = fy_store_scan(
            store, PICTURES_SPACE_DUE, (struct fy_slice){0}, count_one, pictures, err);
    if (status != FY_OK) {
        pictures_free(pictures);
        return status;
    }
    fy_metric_set(&waiting, pictures->waiting);
    *ret_pictures = pictures;
    return FY_OK;
}

void pictures_free(struct pictures *pictures)
{
    if (pictures == NULL)
        return;
    fy_store_batch_free(pictures->batch);
    free(pictures);
}

void pictures_wiped(void *context)
{
    struct pictures *pictures = context;

    pictures->from_ms = 0;
    pictures->waiting = 0;
    fy_metric_set(&waiting, 0);
}

/* --- What suppliers attach ------------------------------------------------------------------- */

static const char *extension_of(struct fy_slice media_type)
{
    if (fy_slice_equal(media_type, fy_slice_of("image/png")))
        return "png";
    if (fy_slice_equal(media_type, fy_slice_of("image/webp")))
        return "webp";
    return fy_slice_equal(media_type, fy_slice_of("image/jpeg")) ? "jpg" : NULL;
}

/* The edge wrote it; but it becomes the name of a file, so it is looked at again. */
static enum fy_status picture_of(
    const struct image *image, struct picture *ret_picture, struct fy_err *err)
{
    const char *extension = extension_of(image->media_type);

    if (!fy_id_is_hex(image->hash, PICTURES_HASH_DIGITS) ||
        image->hash.size != PICTURES_HASH_DIGITS || extension == NULL || image->width < 1)
        return fy_fail(err, FY_REJECT, "a picture without a hash, a type or a width of ours");
    *ret_picture = (struct picture){.width = image->width};
    memcpy(ret_picture->hash, image->hash.data, PICTURES_HASH_DIGITS);
    memcpy(ret_picture->extension, extension, strlen(extension));
    return FY_OK;
}

enum fy_status pictures_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct pictures *pictures = context;
    struct supply fact;
    struct picture picture;
    struct fy_slice row;
    enum fy_status status;

    if (record->value.data == NULL)
        return fy_fail(err, FY_REJECT, "a tombstone, which facts never are");
    status = supply_decode(record->value, arena, &fact, err);
    if (status != FY_OK || fact.image_attached == NULL)
        return status;
    status = picture_of(&fact.image_attached->image, &picture, err);
    if (status == FY_OK)
        status = fy_store_get(
            pictures->store, PICTURES_SPACE_ROWS, fy_slice_of(picture.hash), arena, &row, err);
    if (status != FY_OK || row.data != NULL)
        return status;
    picture.due_ms = record->append_ms;
    wait_put(rows, &picture);
    if (picture.due_ms < pictures->from_ms)
        pictures->from_ms = picture.due_ms;
    fy_metric_set(&waiting, ++pictures->waiting);
    return FY_OK;
}

/* --- One after the other --------------------------------------------------------------------- */

struct look {
    struct picture picture;
    bool found;
};

static bool look_at(struct fy_slice key, struct fy_slice entry, void *context)
{
    struct look *look = context;

    look->found = wait_get(key, entry, &look->picture);
    return !look->found;
}

enum fy_status pictures_next(struct pictures *pictures,
    int64_t now_ms,
    bool *ret_found,
    struct picture *ret_picture,
    struct fy_err *err)
{
    struct look look = {0};
    uint8_t from[8];
    enum fy_status status;

    number_put(from, (uint64_t)pictures->from_ms, 8);
    status = fy_store_scan(pictures->store, PICTURES_SPACE_DUE,
        (struct fy_slice){from, sizeof(from)}, look_at, &look, err);
    if (status != FY_OK)
        return status;
    *ret_found = look.found && look.picture.due_ms <= now_ms;
    pictures->from_ms = look.found ? look.picture.due_ms : now_ms;
    if (*ret_found)
        *ret_picture = look.picture;
    return FY_OK;
}

enum fy_status pictures_ended(struct pictures *pictures,
    const struct picture *picture,
    enum workshop_outcome outcome,
    int64_t now_ms,
    struct fy_err *err)
{
    struct picture next = *picture;
    uint8_t key[DUE_KEY_BYTES];
    int64_t pause_ms = -1;

    due_key(picture, key);
    fy_store_batch_delete(pictures->batch, PICTURES_SPACE_DUE, (struct fy_slice){key, sizeof(key)});
    if (outcome == WORKSHOP_FAILED)
        pause_ms = pictures_pause_ms(++next.tries);
    if (pause_ms >= 0) {
        next.due_ms = now_ms + pause_ms;
        wait_put(pictures->batch, &next);
    } else {
        row_put(pictures->batch, &next, ENDED);
        fy_metric_set(&waiting, --pictures->waiting);
    }
    fy_metric_add(&made, outcome == WORKSHOP_MADE);
    fy_metric_add(&refused, outcome == WORKSHOP_REFUSED);
    fy_metric_add(&failed, outcome == WORKSHOP_FAILED);
    fy_metric_add(&given_up, outcome == WORKSHOP_FAILED && pause_ms < 0);
    if (outcome != WORKSHOP_MADE) {
        fy_log(FY_LOG_WARN, "picture %s: %s", picture->hash,
            outcome == WORKSHOP_REFUSED ? "it cannot be decoded, and is served as it is"
            : pause_ms < 0              ? "failed three times, and is served as it is"
                                        : "its copies could not be made, trying again");
    }
    return fy_store_batch_write(pictures->batch, err);
}
