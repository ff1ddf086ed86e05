#include "producers/accounts/forgotten.h"

#include "lib/log.h"
#include "schemas/generated/activity.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ARENA_BYTES = 64 * 1024 };

void forgotten_init(struct forgotten *forgotten)
{
    fy_arena_init(&forgotten->arena, ARENA_BYTES);
    forgotten->waiting = true; /* What a process before us left. */
}

void forgotten_done(struct forgotten *forgotten)
{
    fy_arena_done(&forgotten->arena);
}

void forgotten_apply(
    struct forgotten *forgotten, const struct account_event *event, struct fy_store_batch *rows)
{
    const struct person_forgotten *person = event->person_forgotten;
    uint8_t row[8];

    if (person == NULL)
        return;
    memcpy(row, &event->decided_ms, sizeof(row)); /* Of this machine alone. */
    for (size_t i = 0; i < person->visitors.count; i++) {
        if (!fy_id_is_hex(person->visitors.items[i], FY_VISITOR_TEXT))
            continue;
        fy_store_batch_put(
            rows, FORGOTTEN_SPACE, person->visitors.items[i], (struct fy_slice){row, sizeof(row)});
        forgotten->waiting = true;
    }
}

static void on_written(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct forgotten_fact *fact = context;

    (void)place;
    fact->state = status == FY_OK ? FORGOTTEN_WRITTEN : FORGOTTEN_FREE;
    if (status != FY_OK)
        fy_log(FY_LOG_WARN, "that a visitor is forgotten is not acknowledged: %s", err->text);
}

static enum fy_status send(struct forgotten *forgotten,
    struct forgotten_fact *fact,
    int64_t forgotten_ms,
    struct fy_producer *producer,
    int64_t now_ms,
    struct fy_err *err)
{
    struct visitor_forgotten gone = {.forgotten_ms = forgotten_ms};
    struct fy_slice visitor = fy_slice_of(fact->visitor);
    struct activity activity = {.visitor = visitor, .visitor_forgotten = &gone};
    char number[24];
    char event_id[FY_UUID_TEXT + 1];
    const struct fy_slice parts[] = {
        fy_slice_of("visitor_forgotten"), visitor, fy_slice_of(number)};
    struct fy_slice value;
    enum fy_status status;

    (void)snprintf(number, sizeof(number), "%" PRId64, forgotten_ms);
    fy_uuid_derive(parts, 3, event_id);
    activity.envelope.event_id = fy_slice_of(event_id);
    activity.envelope.root = visitor;
    activity.envelope.actor = fy_slice_of("service:producers");
    activity.envelope.event_ms = now_ms;
    fy_arena_clear(&forgotten->arena);
    status = activity_encode(&activity, &forgotten->arena, &value, err);
    if (status == FY_OK)
        status =
            fy_producer_send(producer, FY_TOPIC_ACTIVITY, visitor, value, on_written, fact, err);
    if (status == FY_OK)
        fact->state = FORGOTTEN_SENT;
    return status == FY_REJECT ? FY_OK : status; /* The queue is full: at the next tick. */
}

struct found {
    struct forgotten *forgotten;
    int64_t when_ms[FORGOTTEN_AT_ONCE];
    int fresh[FORGOTTEN_AT_ONCE]; /* Facts that are to be sent. */
    int count, seen;
};

static bool is_on_its_way(const struct forgotten *forgotten, struct fy_slice visitor)
{
    for (int i = 0; i < FORGOTTEN_AT_ONCE; i++) {
        if (forgotten->facts[i].state != FORGOTTEN_FREE &&
            memcmp(forgotten->facts[i].visitor, visitor.data, FY_VISITOR_TEXT) == 0)
            return true;
    }
    return false;
}

static bool find(struct fy_slice key, struct fy_slice value, void *context)
{
    struct found *found = context;
    struct forgotten *forgotten = found->forgotten;
    int at = found->count > 0 ? found->fresh[found->count - 1] + 1 : 0;

    found->seen++;
    if (key.size != FY_VISITOR_TEXT || value.size != 8 || is_on_its_way(forgotten, key))
        return true;
    while (at < FORGOTTEN_AT_ONCE && forgotten->facts[at].state != FORGOTTEN_FREE)
        at++;
    if (at == FORGOTTEN_AT_ONCE)
        return false;
    memcpy(forgotten->facts[at].visitor, key.data, FY_VISITOR_TEXT);
    forgotten->facts[at].visitor[FY_VISITOR_TEXT] = '\0';
    memcpy(&found->when_ms[found->count], value.data, 8);
    found->fresh[found->count++] = at;
    return true;
}

/* Rows of what is written go. */
static enum fy_status settle(
    struct forgotten *forgotten, struct fy_store *store, struct fy_err *err)
{
    struct fy_store_batch *rows = fy_store_batch_new(store);
    int written = 0;
    enum fy_status status;

    if (rows == NULL)
        return fy_fail(err, FY_FATAL, "no memory for a batch");
    for (int i = 0; i < FORGOTTEN_AT_ONCE; i++) {
        struct forgotten_fact *fact = &forgotten->facts[i];

        if (fact->state != FORGOTTEN_WRITTEN)
            continue;
        fy_store_batch_delete(rows, FORGOTTEN_SPACE, fy_slice_of(fact->visitor));
        fact->state = FORGOTTEN_FREE;
        written++;
    }
    status = written > 0 ? fy_store_batch_write(rows, err) : FY_OK;
    fy_store_batch_free(rows);
    return status;
}

enum fy_status forgotten_tick(struct forgotten *forgotten,
    struct fy_store *store,
    struct fy_producer *producer,
    int64_t now_ms,
    struct fy_err *err)
{
    struct found found = {.forgotten = forgotten};
    enum fy_status status;

    if (!forgotten->waiting)
        return FY_OK;
    status = settle(forgotten, store, err);
    if (status == FY_OK)
        status = fy_store_scan(store, FORGOTTEN_SPACE, (struct fy_slice){0}, find, &found, err);
    if (status == FY_OK && found.seen == 0)
        forgotten->waiting = false;
    for (int i = 0; i < found.count && status == FY_OK; i++)
        status = send(
            forgotten, &forgotten->facts[found.fresh[i]], found.when_ms[i], producer, now_ms, err);
    return status;
}
