#include "api/export.h"
#include "api/order_views.h"
#include "lib/caller.h"
#include "lib/flow.h"
#include "lib/json_out.h"
#include "lib/log.h"
#include "lib/mono.h"
#include "lib/person_keys.h"
#include "lib/sink.h"
#include "schemas/codec/type.h"
#include "schemas/generated/account_event.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINE_ARENA_BYTES_MAX = 16 * 1024 * 1024, /* A record is 1 MB at most. */
    FLOW_BYTES = 256 * 1024,
    POLL_MS = 100,
    KEYS_ARENA_BYTES_MAX = 256 * 1024,
};

/* --- A line ---------------------------------------------------------------------------------- */

struct lines {
    struct export_person *person;
    struct fy_arena arena; /* Of one line. */
    bool (*put)(void *context, struct fy_slice bytes);
    void *context;
};

static bool ends_with_encrypted(const char *name)
{
    static const char end[] = "Encrypted";
    size_t size = strlen(name);

    return size >= sizeof(end) - 1 && strcmp(name + size - (sizeof(end) - 1), end) == 0;
}

/* Passwords and tokens are nobody's to read. */
static bool is_secret(const char *field)
{
    return strcmp(field, "password_hash") == 0 || strcmp(field, "token") == 0;
}

/* What is sealed goes from the value into `personal`, which is an open object. */
static void unseal_record(
    struct lines *lines, const struct fy_type *type, uint8_t *record, struct fy_json_out *personal)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        const struct fy_field *field = &type->fields[i];
        uint8_t *at = record + field->offset;

        if (field->array || field->map)
            continue;
        if (field->kind == FY_FIELD_RECORD) {
            uint8_t *inner = at;

            if (field->nullable)
                memcpy(&inner, at, sizeof(inner));
            if (inner != NULL)
                unseal_record(lines, field->record, inner, personal);
        } else if (field->kind == FY_FIELD_BYTES && ends_with_encrypted(type->name)) {
            struct fy_slice sealed, text = {0};

            memcpy(&sealed, at, sizeof(sealed));
            memset(at, 0, sizeof(sealed));
            if (sealed.data != NULL && !is_secret(field->name) && lines->person->has_key &&
                fy_unseal(lines->person->key, lines->person->person, field->name, sealed,
                    &lines->arena, &text))
                fy_json_out_member_text(personal, field->name, text);
        }
    }
}

static void put_value(struct lines *lines, const struct fy_record *record, struct fy_json_out *out)
{
    const struct fy_schema *schema = fy_topics[record->topic].schema;
    uint8_t *value = fy_arena_alloc(&lines->arena, schema->size);
    struct fy_json_out personal;
    struct fy_slice json, unsealed;
    struct fy_err err;

    fy_json_out_name(out, "value");
    if (value == NULL || record->value.data == NULL ||
        schema->decode(record->value, &lines->arena, value, &err) != FY_OK) {
        fy_json_out_null(out);
        return;
    }
    fy_json_out_init(&personal, &lines->arena);
    fy_json_out_object(&personal);
    unseal_record(lines, schema->type, value, &personal);
    fy_json_out_object_end(&personal);
    if (fy_json_encode(schema, value, &lines->arena, &json, &err) != FY_OK ||
        !fy_json_out_done(&personal, &unsealed)) {
        fy_json_out_null(out);
        return;
    }
    fy_json_out_json(out, json);
    if (unsealed.size > 2) { /* {} */
        fy_json_out_name(out, "personal");
        fy_json_out_json(out, unsealed);
    }
}

static enum fy_status put(struct lines *lines, struct fy_slice bytes, struct fy_err *err)
{
    if (!lines->put(lines->context, bytes))
        return fy_fail(err, FY_ABORT, "nobody reads the export any more");
    return FY_OK;
}

static enum fy_status put_record(
    struct lines *lines, const struct fy_record *record, struct fy_err *err)
{
    struct fy_json_out out;
    struct fy_slice line;
    enum fy_status status;

    fy_arena_clear(&lines->arena);
    fy_json_out_init(&out, &lines->arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "topic", fy_slice_of(fy_topics[record->topic].name));
    fy_json_out_member_int(&out, "partition", record->partition);
    fy_json_out_member_int(&out, "offset", record->offset);
    fy_json_out_member_int(&out, "append_ms", record->append_ms);
    fy_json_out_member_text(&out, "key", record->key);
    put_value(lines, record, &out);
    fy_json_out_object_end(&out);
    if (!fy_json_out_done(&out, &line))
        return fy_fail(err, FY_ABORT, "a record does not fit a line of an export");
    status = put(lines, line, err);
    if (status == FY_OK)
        status = put(lines, fy_slice_of("\n"), err);
    return status;
}

/* --- Read ------------------------------------------------------------------------------------ */

static bool has_key(const struct export_person *person, enum fy_topic topic, struct fy_slice key)
{
    for (int i = 0; i < person->key_count; i++)
        if (person->keys[i].topic == topic && fy_slice_equal(person->keys[i].key, key))
            return true;
    return false;
}

bool export_add_key(struct export_person *person, enum fy_topic topic, struct fy_slice key)
{
    if (key.data == NULL || has_key(person, topic, key))
        return true;
    key = fy_arena_copy(&person->arena, key);
    if (key.data == NULL || person->key_count == EXPORT_KEYS_MAX)
        return false;
    person->keys[person->key_count++] = (struct export_key){topic, key};
    return true;
}

/* What they were as visitors, the account's events tell: state keeps the newest of them only. */
static enum fy_status note_visitor(
    struct lines *lines, const struct fy_record *record, struct fy_err *err)
{
    struct account_event event;

    fy_arena_clear(&lines->arena);
    if (record->topic != FY_TOPIC_ACCOUNTS || record->value.data == NULL ||
        account_event_decode(record->value, &lines->arena, &event, err) != FY_OK ||
        event.visitor_linked == NULL)
        return FY_OK;
    if (!export_add_key(lines->person, FY_TOPIC_ACTIVITY, event.visitor_linked->visitor) ||
        !export_add_key(lines->person, FY_TOPIC_CART, event.visitor_linked->visitor))
        return fy_fail(err, FY_ABORT, "more than %d keys are theirs", EXPORT_KEYS_MAX);
    return FY_OK;
}

/* What visitors did is read when it is known which of them they were. */
static bool is_of_visitors(enum fy_topic topic)
{
    return topic == FY_TOPIC_ACTIVITY || topic == FY_TOPIC_CART;
}

/* The partitions of their keys, of visitors or of all else, each once, at its beginning. */
static enum fy_status places_of(const struct export_person *person,
    bool of_visitors,
    struct fy_source *source,
    struct fy_place *places,
    int *ret_count,
    struct fy_err *err)
{
    *ret_count = 0;
    for (int i = 0; i < person->key_count; i++) {
        int partitions = 0;
        struct fy_place place = {.topic = person->keys[i].topic};
        bool known = false;
        enum fy_status status = FY_OK;

        if (is_of_visitors(place.topic) != of_visitors)
            continue;
        status = fy_source_partitions(source, place.topic, &partitions, err);
        if (status != FY_OK)
            return status;
        place.partition = fy_partition_of(person->keys[i].key, partitions);
        for (int j = 0; j < *ret_count; j++)
            known =
                known || (places[j].topic == place.topic && places[j].partition == place.partition);
        if (!known)
            places[(*ret_count)++] = place;
    }
    return FY_OK;
}

static enum fy_status is_at_end(struct fy_source *source,
    const struct fy_place *ends,
    int count,
    bool *ret_at_end,
    struct fy_err *err)
{
    struct fy_place now[EXPORT_KEYS_MAX];
    enum fy_status status;

    memcpy(now, ends, (size_t)count * sizeof(*now));
    status = fy_source_positions(source, now, count, err);
    *ret_at_end = status == FY_OK;
    for (int i = 0; i < count && status == FY_OK; i++)
        if (now[i].offset < ends[i].offset)
            *ret_at_end = false;
    return status;
}

static enum fy_status take_batch(
    struct lines *lines, const struct fy_batch *batch, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < batch->count && status == FY_OK; i++) {
        const struct fy_record *record = &batch->records[i];

        if (!has_key(lines->person, record->topic, record->key))
            continue;
        status = note_visitor(lines, record, err);
        if (status == FY_OK)
            status = put_record(lines, record, err);
    }
    return status == FY_OK ? put(lines, (struct fy_slice){0}, err) : status;
}

/* All that these partitions, one at least, hold now. */
static enum fy_status read_to_ends(struct lines *lines,
    struct fy_source *source,
    const struct fy_place *ends,
    int count,
    int64_t until_ms,
    struct fy_err *err)
{
    int64_t heard_ms = fy_mono_ms();
    struct fy_batch batch;
    bool at_end = false;
    enum fy_status status = FY_OK;

    while (status == FY_OK && !at_end) {
        status = fy_source_poll(source, POLL_MS, FY_BATCH_RECORDS_MAX, &batch, err);
        if (status == FY_OK)
            status = take_batch(lines, &batch, err);
        if (status == FY_OK)
            status = is_at_end(source, ends, count, &at_end, err);
        if (status == FY_OK && batch.count > 0)
            heard_ms = fy_mono_ms();
        if (status == FY_OK && !at_end &&
            (fy_mono_ms() >= until_ms || fy_mono_ms() >= heard_ms + EXPORT_IDLE_MS_MAX))
            status = fy_fail(err, FY_ABORT, "the topics could not be read in time");
    }
    return status;
}

static enum fy_status read_keys(struct lines *lines,
    bool of_visitors,
    struct fy_source *source,
    int64_t until_ms,
    struct fy_err *err)
{
    struct fy_place places[EXPORT_KEYS_MAX], ends[EXPORT_KEYS_MAX];
    int count = 0;
    enum fy_status status = places_of(lines->person, of_visitors, source, places, &count, err);

    if (status != FY_OK || count == 0)
        return status;
    status = fy_source_begins(source, places, count, err);
    memcpy(ends, places, (size_t)count * sizeof(*ends));
    if (status == FY_OK)
        status = fy_source_ends(source, ends, count, err);
    if (status == FY_OK)
        status = fy_source_assign(source, places, count, err);
    if (status == FY_OK)
        status = put(lines, (struct fy_slice){0}, err);
    if (status == FY_OK)
        status = read_to_ends(lines, source, ends, count, until_ms, err);
    if (status == FY_OK)
        status = fy_source_unassign(source, places, count, err);
    return status;
}

enum fy_status export_read(struct export_person *person,
    struct fy_source *source,
    bool (*put_bytes)(void *context, struct fy_slice bytes),
    void *context,
    struct fy_err *err)
{
    struct lines lines = {.person = person, .put = put_bytes, .context = context};
    int64_t until_ms = fy_mono_ms() + EXPORT_MS_MAX;
    enum fy_status status;

    fy_arena_init(&lines.arena, LINE_ARENA_BYTES_MAX);
    status = read_keys(&lines, false, source, until_ms, err);
    if (status == FY_OK)
        status = read_keys(&lines, true, source, until_ms, err);
    fy_arena_done(&lines.arena);
    return status;
}

/* --- The route ------------------------------------------------------------------------------- */

struct export
{
    struct fy_job job; /* First. */
    struct api *api;
    struct fy_http_request *request; /* NULL: it is over, or the client went. */
    bool has_begun;                  /* The answer. */
    bool is_read;                    /* The thread has nothing more to do with it. */
    struct export_person person;
    struct fy_flow *flow;
    enum fy_status status;
    struct fy_err err;
};

static void export_free(struct export *export)
{
    fy_key_wipe(export->person.key);
    fy_arena_done(&export->person.arena);
    fy_flow_free(export->flow);
    free(export);
}

static bool put_in_flow(void *context, struct fy_slice bytes)
{
    return fy_flow_put(context, bytes);
}

static void work(struct fy_job *job)
{
    struct export *export = (struct export *)job;
    struct fy_source *source = NULL;

    export->status = export->api->export_source(export->api, &source, &export->err);
    if (export->status == FY_OK)
        export->status =
            export_read(&export->person, source, put_in_flow, export->flow, &export->err);
    if (source != NULL)
        fy_source_free(source);
    fy_flow_end(export->flow, export->status == FY_OK);
}

/* Nobody will read more of it: freed, once its thread knows. */
static void leave(struct export *export)
{
    export->request = NULL;
    fy_flow_cut(export->flow);
    if (export->is_read)
        export_free(export);
}

static void over(void *context)
{
    leave(context);
}

static ssize_t more(void *context, uint8_t *bytes, size_t size)
{
    return fy_flow_take(((struct export *)context)->flow, bytes, size);
}

/* The lines may go out as soon as it is known that they can be read. */
static void wake(void *context)
{
    static const struct fy_http_flow flow = {more, over};
    struct export *export = context;

    if (export->request == NULL)
        return;
    if (export->has_begun) {
        fy_http_more(export->request);
    } else if (fy_flow_is_open(export->flow)) {
        export->has_begun = true;
        fy_http_set_header(export->request, "Cache-Control", "no-store");
        fy_http_set_header(
            export->request, "Content-Disposition", "attachment; filename=\"my-data.ndjson\"");
        fy_http_answer_flowing(export->request, 200, "application/x-ndjson", &flow, export);
    }
}

static void done(struct fy_job *job)
{
    struct export *export = (struct export *)job;

    wake(export);
    export->is_read = true;
    if (export->request != NULL && !export->has_begun) {
        fy_http_problem(export->request, FY_PROBLEM_DEADLINE, NULL, "%s", export->err.text);
        export->request = NULL;
    }
    if (export->status != FY_OK && export->has_begun)
        fy_log(FY_LOG_WARN, "an export was not whole: %s", export->err.text);
    if (export->request == NULL)
        export_free(export);
}

/* The server is gone by then, and with it whoever read. */
static void drop(struct fy_job *job)
{
    export_free((struct export *)job);
}

static void gone(struct fy_http_request *request, void *context)
{
    (void)request;
    leave(context);
}

static void late(struct fy_http_request *request, void *context)
{
    leave(context);
    fy_http_problem(request, FY_PROBLEM_DEADLINE, NULL, "the topics could not be read in time");
}

/* By which keys this person is known: the account's, their own as a guest, and the visitors'. */
static bool add_keys(struct export_person *person, const struct user *user)
{
    const struct fy_slice subjects[] = {user->account, user->person};
    bool fits = true;

    person->person = fy_arena_copy(&person->arena, user->person);
    for (int i = 0; i < 2; i++) {
        fits = fits && export_add_key(person, FY_TOPIC_ACCOUNT_REQUESTS, subjects[i]);
        fits = fits && export_add_key(person, FY_TOPIC_ACCOUNTS, subjects[i]);
    }
    fits = fits && export_add_key(person, FY_TOPIC_CART, user->person);
    for (size_t i = 0; i < user->visitors.count; i++) {
        fits = fits && export_add_key(person, FY_TOPIC_ACTIVITY, user->visitors.items[i]);
        fits = fits && export_add_key(person, FY_TOPIC_CART, user->visitors.items[i]);
    }
    return fits;
}

/* What they ordered, and what became of it. False: it does not fit, or cannot be read. */
static bool add_orders(struct api *api, struct export_person *person)
{
    struct fy_slice *keys = fy_arena_alloc(&api->arena, EXPORT_ORDERS_MAX * sizeof(*keys));
    bool more = false, fits = keys != NULL;
    int count = 0;
    struct fy_err err;

    if (!fits ||
        order_views_page(&api->views, VIEW_ORDERS_OF,
            order_prefix(person->person, fy_slice_of(""), &api->arena), (struct fy_slice){0},
            EXPORT_ORDERS_MAX, &api->arena, keys, &count, &more, &err) != FY_OK)
        return false;
    for (int i = 0; i < count && fits; i++)
        fits = export_add_key(person, FY_TOPIC_ORDER_REQUESTS, order_of_key(keys[i])) &&
               export_add_key(person, FY_TOPIC_ORDERS, order_of_key(keys[i]));
    return fits && !more;
}

static struct export *export_new(
    struct api *api, struct fy_http_request *request, const struct user *user, struct fy_err *err)
{
    static const struct fy_job_kind kind = {.work = work, .done = done, .drop = drop};
    struct export *export = calloc(1, sizeof(*export));

    if (export == NULL)
        return NULL;
    export->job.kind = &kind;
    export->api = api;
    export->request = request;
    fy_arena_init(&export->person.arena, KEYS_ARENA_BYTES_MAX);
    if (!add_keys(&export->person, user) || !add_orders(api, &export->person) ||
        fy_flow_new(api->reactor, FLOW_BYTES, wake, export, &export->flow, err) != FY_OK) {
        export_free(export);
        return NULL;
    }
    return export;
}

void api_export(struct fy_http_request *request, void *program)
{
    const struct fy_caller *caller = fy_http_caller(request);
    struct api *api = program;
    struct export *export = NULL;
    struct user user;
    struct fy_err err;
    bool known = false;

    fy_arena_clear(&api->arena);
    if (caller == NULL ||
        views_user(&api->views, caller->person, &api->arena, &known, &user, &err) != FY_OK ||
        !known) {
        fy_http_problem(request, FY_PROBLEM_NOT_FOUND, NULL, "There is nobody of that id");
        return;
    }
    if (fy_jobs_have_room(api->exports))
        export = export_new(api, request, &user, &err);
    if (export == NULL) {
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "%d others wait for theirs", EXPORTS_MAX);
        return;
    }
    if (fy_person_keys_get(api->views.person_keys, user.person, fy_reactor_now_ms(api->reactor),
            &api->arena, &export->person.has_key, export->person.key, &err) != FY_OK)
        fy_log(FY_LOG_ERROR, "%s", err.text);
    fy_http_on_gone(request, gone, export);
    fy_http_deadline(request, EXPORT_IDLE_MS_MAX + 1000, late, export);
    if (!fy_jobs_add(api->exports, &export->job)) {
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "others wait for theirs");
        export_free(export);
    }
}
