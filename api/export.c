#include "api/export.h"
#include "lib/caller.h"
#include "lib/json_out.h"
#include "lib/log.h"
#include "lib/mono.h"
#include "lib/person_keys.h"
#include "lib/sink.h"
#include "schemas/codec/type.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    LINE_ARENA_BYTES_MAX = 4 * 1024 * 1024,
    EXPORT_MS_MAX = 30000,
    POLL_MS = 100,
    KEYS_ARENA_BYTES_MAX = 64 * 1024,
};

/* --- A line ---------------------------------------------------------------------------------- */

struct lines {
    const struct export_person *person;
    struct fy_arena arena;
    uint8_t *bytes;
    size_t size, room;
    bool full;
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

static void add(struct lines *lines, struct fy_slice line)
{
    if (lines->full)
        return;
    if (lines->size + line.size + 1 > lines->room) {
        size_t room = lines->room * 2 + line.size + 4096;
        uint8_t *bytes = room <= EXPORT_BYTES_MAX ? realloc(lines->bytes, room) : NULL;

        if (bytes == NULL) {
            lines->full = true;
            return;
        }
        lines->bytes = bytes;
        lines->room = room;
    }
    memcpy(lines->bytes + lines->size, line.data, line.size);
    lines->size += line.size;
    lines->bytes[lines->size++] = '\n';
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

static void add_record(struct lines *lines, const struct fy_record *record)
{
    struct fy_json_out out;
    struct fy_slice line;

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
    if (fy_json_out_done(&out, &line))
        add(lines, line);
}

/* --- Read ------------------------------------------------------------------------------------ */

static bool is_theirs(const struct export_person *person, const struct fy_record *record)
{
    for (int i = 0; i < person->key_count; i++) {
        if (person->keys[i].topic == record->topic &&
            fy_slice_equal(person->keys[i].key, record->key))
            return true;
    }
    return false;
}

/* The partitions of their keys, each once, at its beginning. */
static enum fy_status places_of(const struct export_person *person,
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
        enum fy_status status = fy_source_partitions(source, place.topic, &partitions, err);

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

static enum fy_status read_all(
    struct lines *lines, struct fy_source *source, int64_t until_ms, struct fy_err *err)
{
    struct fy_place places[EXPORT_KEYS_MAX], ends[EXPORT_KEYS_MAX];
    struct fy_batch batch;
    bool at_end = false;
    int count = 0;
    enum fy_status status = places_of(lines->person, source, places, &count, err);

    if (status == FY_OK)
        status = fy_source_begins(source, places, count, err);
    memcpy(ends, places, sizeof(ends));
    if (status == FY_OK)
        status = fy_source_ends(source, ends, count, err);
    if (status == FY_OK)
        status = fy_source_assign(source, places, count, err);
    while (status == FY_OK && !at_end && !lines->full) {
        status = fy_source_poll(source, POLL_MS, FY_BATCH_RECORDS_MAX, &batch, err);
        for (int i = 0; status == FY_OK && i < batch.count; i++)
            if (is_theirs(lines->person, &batch.records[i]))
                add_record(lines, &batch.records[i]);
        if (status == FY_OK)
            status = is_at_end(source, ends, count, &at_end, err);
        if (status == FY_OK && !at_end && fy_mono_ms() >= until_ms)
            status = fy_fail(err, FY_ABORT, "the topics could not be read in time");
    }
    return status;
}

enum fy_status export_read(const struct export_person *person,
    struct fy_source *source,
    int64_t until_ms,
    uint8_t **ret_lines,
    size_t *ret_size,
    struct fy_err *err)
{
    static const char cut[] = "{\"error\":\"there is more; it does not fit\"}\n";
    struct lines lines = {.person = person};
    enum fy_status status;

    fy_arena_init(&lines.arena, LINE_ARENA_BYTES_MAX);
    lines.room = sizeof(cut);
    lines.bytes = malloc(lines.room);
    status = lines.bytes != NULL ? read_all(&lines, source, until_ms, err)
                                 : fy_fail(err, FY_ABORT, "no memory for an export");
    if (status == FY_OK && lines.full && lines.size + sizeof(cut) <= lines.room) {
        memcpy(lines.bytes + lines.size, cut, sizeof(cut) - 1);
        lines.size += sizeof(cut) - 1;
    }
    fy_arena_done(&lines.arena);
    if (status != FY_OK) {
        free(lines.bytes);
        return status;
    }
    *ret_lines = lines.bytes;
    *ret_size = lines.size;
    return FY_OK;
}

/* --- The route ------------------------------------------------------------------------------- */

struct export
{
    struct fy_job job; /* First. */
    struct api *api;
    struct fy_http_request *request; /* NULL: the client went. */
    struct export_person person;
    struct fy_arena arena; /* Its keys. */
    uint8_t *lines;
    size_t size;
    enum fy_status status;
    struct fy_err err;
};

static void export_free(struct export *export)
{
    fy_key_wipe(export->person.key);
    fy_arena_done(&export->arena);
    free(export->lines);
    free(export);
}

static void work(struct fy_job *job)
{
    struct export *export = (struct export *)job;
    struct fy_source *source = NULL;

    export->status = export->api->export_source(export->api, &source, &export->err);
    if (export->status == FY_OK)
        export->status = export_read(&export->person, source, fy_mono_ms() + EXPORT_MS_MAX,
            &export->lines, &export->size, &export->err);
    if (source != NULL)
        fy_source_free(source);
}

static void done(struct fy_job *job)
{
    struct export *export = (struct export *)job;

    if (export->request != NULL && export->status == FY_OK) {
        fy_http_set_header(export->request, "Cache-Control", "no-store");
        fy_http_set_header(
            export->request, "Content-Disposition", "attachment; filename=\"my-data.ndjson\"");
        fy_http_answer_taken(
            export->request, 200, "application/x-ndjson", export->lines, export->size);
        export->lines = NULL;
    } else if (export->request != NULL) {
        fy_http_problem(export->request, FY_PROBLEM_DEADLINE, NULL, "%s", export->err.text);
    }
    export_free(export);
}

static void drop(struct fy_job *job)
{
    export_free((struct export *)job);
}

static void gone(struct fy_http_request *request, void *context)
{
    struct export *export = context;

    (void)request;
    export->request = NULL;
}

static void late(struct fy_http_request *request, void *context)
{
    struct export *export = context;

    export->request = NULL;
    fy_http_problem(request, FY_PROBLEM_DEADLINE, NULL, "the topics could not be read in time");
}

static void add_key(struct export *export, enum fy_topic topic, struct fy_slice key)
{
    struct export_person *person = &export->person;

    key = key.data != NULL ? fy_arena_copy(&export->arena, key) : key;
    if (key.data == NULL || person->key_count == EXPORT_KEYS_MAX)
        return;
    person->keys[person->key_count].topic = topic;
    person->keys[person->key_count++].key = key;
}

/* By which keys this person is known: the account's, or the guest's own, and the visitors'. */
static void add_keys(struct export *export, const struct user *user)
{
    struct fy_slice subject = user->account.data != NULL ? user->account : user->person;
    size_t count = user->visitors.count;

    export->person.person = fy_arena_copy(&export->arena, user->person);
    add_key(export, FY_TOPIC_ACCOUNT_REQUESTS, subject);
    add_key(export, FY_TOPIC_ACCOUNTS, subject);
    for (size_t i = count > 16 ? count - 16 : 0; i < count; i++)
        add_key(export, FY_TOPIC_ACTIVITY, user->visitors.items[i]);
}

void api_export(struct fy_http_request *request, void *program)
{
    static const struct fy_job_kind kind = {.work = work, .done = done, .drop = drop};
    const struct fy_caller *caller = fy_http_caller(request);
    struct api *api = program;
    struct export *export;
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
    export = calloc(1, sizeof(*export));
    if (export == NULL || !fy_jobs_have_room(api->exports)) {
        free(export);
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "%d others wait for theirs", EXPORTS_MAX);
        return;
    }
    export->job.kind = &kind;
    export->api = api;
    export->request = request;
    fy_arena_init(&export->arena, KEYS_ARENA_BYTES_MAX);
    add_keys(export, &user);
    if (fy_person_keys_get(api->views.person_keys, user.person, fy_reactor_now_ms(api->reactor),
            &api->arena, &export->person.has_key, export->person.key, &err) != FY_OK)
        fy_log(FY_LOG_ERROR, "%s", err.text);
    fy_http_on_gone(request, gone, export);
    fy_http_deadline(request, EXPORT_MS_MAX + 1000, late, export);
    if (!fy_jobs_add(api->exports, &export->job)) {
        export->request = NULL;
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "others wait for theirs");
        export_free(export);
    }
}
