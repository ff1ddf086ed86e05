/* registry.c - the registry's answers, route by route. */
#include "api/registry.h"

#include "api/api.h"
#include "schemas/topics.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define CONTENT_TYPE "application/vnd.schemaregistry.v1+json"
#define BY_REVIEW "schemas are added in schemas/, by review"
#define LEVEL "FULL_TRANSITIVE"
#define MODE "READONLY"

/* Everything that making one answer needs. */
struct making {
    const struct registry *registry;
    const struct registry_ask *ask;
    struct fy_arena *arena;
    struct registry_answer *answer;
    struct fy_err *err;
};

/* --- Subjects, versions, ids -------------------------------------------------------------------
 */

static bool has_suffix(struct fy_slice text, const char *suffix)
{
    size_t size = strlen(suffix);

    return text.size > size && memcmp(text.data + text.size - size, suffix, size) == 0;
}

/* NULL when no topic has that subject. */
static const struct fy_topic_info *topic_of(struct fy_slice subject)
{
    enum fy_topic topic;

    if (!has_suffix(subject, "-value"))
        return NULL;
    subject.size -= strlen("-value");
    topic = fy_topic_find(subject);
    return topic == FY_TOPIC_COUNT ? NULL : &fy_topics[topic];
}

static bool is_version(const struct fy_topic_info *topic, const struct fy_schema *schema)
{
    return strcmp(topic->schema->name, schema->name) == 0;
}

/* Versions are counted from 1. NULL when there is none of that number. */
static const struct fy_schema *schema_of(const struct fy_topic_info *topic, int64_t version)
{
    for (size_t i = 0; i < fy_schemas_count; i++) {
        if (is_version(topic, fy_schemas[i]) && --version == 0)
            return fy_schemas[i];
    }
    return NULL;
}

/* 0 when the schema is none of the topic's. */
static int version_of(const struct fy_topic_info *topic, int32_t id)
{
    int version = 0;

    for (size_t i = 0; i < fy_schemas_count; i++) {
        if (!is_version(topic, fy_schemas[i]))
            continue;
        version++;
        if (fy_schemas[i]->id == id)
            return version;
    }
    return 0;
}

static int version_count(const struct fy_topic_info *topic)
{
    int count = 0;

    for (size_t i = 0; i < fy_schemas_count; i++)
        count += is_version(topic, fy_schemas[i]);
    return count;
}

/* A number of 1 .. 2^31-1, in digits. */
static bool number_of(struct fy_slice text, int64_t *ret_number)
{
    int64_t number = 0;

    if (text.size < 1 || text.size > 10)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        number = number * 10 + (text.data[i] - '0');
    }
    if (number < 1 || number > INT32_MAX)
        return false;
    *ret_number = number;
    return true;
}

/* --- Answers -----------------------------------------------------------------------------------
 */

static enum fy_status finish(struct making *making, int status, struct fy_json_out *out)
{
    making->answer->status = status;
    if (!fy_json_out_done(out, &making->answer->body))
        return fy_fail(making->err, FY_FATAL, "an answer of the registry does not fit its arena");
    return FY_OK;
}

/* Clients tell errors apart by the code; its first three digits are the HTTP status. */
static enum fy_status refuse(struct making *making, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static enum fy_status refuse(struct making *making, int code, const char *format, ...)
{
    struct fy_json_out out;
    char text[512];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(text, sizeof(text), format, args);
    va_end(args);

    fy_json_out_init(&out, making->arena);
    fy_json_out_object(&out);
    fy_json_out_member_int(&out, "error_code", code);
    fy_json_out_member_text(&out, "message", fy_slice_of(text));
    fy_json_out_object_end(&out);
    return finish(making, code >= 1000 ? code / 100 : code, &out);
}

/* A name of the client's in our words, cut so that an answer stays small. */
#define NAME_ARG(slice) (int)((slice).size > 255 ? 255 : (slice).size), (const char *)(slice).data

static enum fy_status refuse_subject(struct making *making)
{
    return refuse(making, 40401, "Subject '%.*s' not found.", NAME_ARG(making->ask->subject));
}

static void put_version(struct fy_json_out *out,
    const struct fy_topic_info *topic,
    struct fy_arena *arena,
    int version,
    const struct fy_schema *schema)
{
    fy_json_out_object(out);
    fy_json_out_member_text(out, "subject", fy_arena_format(arena, "%s-value", topic->name));
    fy_json_out_member_int(out, "version", version);
    fy_json_out_member_int(out, "id", schema->id);
    fy_json_out_member_text(out, "schema", fy_slice_of(schema->text));
    fy_json_out_object_end(out);
}

static enum fy_status subjects(struct making *making)
{
    struct fy_slice prefix = making->ask->subject_prefix;
    struct fy_json_out out;

    fy_json_out_init(&out, making->arena);
    fy_json_out_array(&out);
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        struct fy_slice subject = fy_arena_format(making->arena, "%s-value", fy_topics[i].name);

        if (subject.size >= prefix.size &&
            (prefix.size == 0 || memcmp(subject.data, prefix.data, prefix.size) == 0))
            fy_json_out_text(&out, subject);
    }
    fy_json_out_array_end(&out);
    return finish(making, 200, &out);
}

static enum fy_status subject_versions(struct making *making)
{
    const struct fy_topic_info *topic = topic_of(making->ask->subject);
    struct fy_json_out out;

    if (topic == NULL)
        return refuse_subject(making);
    fy_json_out_init(&out, making->arena);
    fy_json_out_array(&out);
    for (int version = 1; version <= version_count(topic); version++)
        fy_json_out_int(&out, version);
    fy_json_out_array_end(&out);
    return finish(making, 200, &out);
}

static enum fy_status write_version(struct making *making,
    const struct fy_topic_info *topic,
    int version,
    const struct fy_schema *schema)
{
    struct fy_json_out out;

    if (making->ask->route == REGISTRY_SUBJECT_VERSION_SCHEMA) {
        making->answer->status = 200;
        making->answer->body = fy_slice_of(schema->text);
        return FY_OK;
    }
    fy_json_out_init(&out, making->arena);
    if (making->ask->route == REGISTRY_SUBJECT_VERSION_REFERENCED) {
        fy_json_out_array(&out); /* Our texts are self-contained: nothing refers to another. */
        fy_json_out_array_end(&out);
    } else {
        put_version(&out, topic, making->arena, version, schema);
    }
    return finish(making, 200, &out);
}

static enum fy_status subject_version(struct making *making)
{
    struct fy_slice asked = making->ask->version;
    const struct fy_topic_info *topic = topic_of(making->ask->subject);
    const struct fy_schema *schema;
    int64_t version = 0;
    bool is_latest =
        fy_slice_equal(asked, fy_slice_of("latest")) || fy_slice_equal(asked, fy_slice_of("-1"));

    if (!is_latest && !number_of(asked, &version)) {
        return refuse(making, 42202,
            "The specified version '%.*s' is not a valid version id. Allowed values are between "
            "[1, 2^31-1] and the string \"latest\"",
            NAME_ARG(asked));
    }
    if (topic == NULL)
        return refuse_subject(making);
    if (is_latest)
        version = version_count(topic);

    schema = schema_of(topic, version);
    if (schema == NULL)
        return refuse(making, 40402, "Version %" PRId64 " not found.", version);
    return write_version(making, topic, (int)version, schema);
}

/* The id alone answers a registration; the whole version answers a look-up. */
static enum fy_status found(
    struct making *making, const struct fy_topic_info *topic, int version, int32_t id)
{
    struct fy_json_out out;

    fy_json_out_init(&out, making->arena);
    if (making->ask->route == REGISTRY_SUBJECT_LOOKUP) {
        put_version(&out, topic, making->arena, version, fy_schema_find(id));
    } else {
        fy_json_out_object(&out);
        fy_json_out_member_int(&out, "id", id);
        fy_json_out_object_end(&out);
    }
    return finish(making, 200, &out);
}

static enum fy_status lookup_or_register(struct making *making)
{
    bool is_lookup = making->ask->route == REGISTRY_SUBJECT_LOOKUP;
    const struct fy_topic_info *topic = topic_of(making->ask->subject);
    const char *words = "";
    int32_t id = 0;
    enum registry_found known = registry_find(making->registry, making->ask->body, &id, &words);
    int version = topic != NULL && known == REGISTRY_FOUND ? version_of(topic, id) : 0;

    if (known == REGISTRY_BAD_BODY)
        return refuse(making, 400, "The body must be a JSON object with a member \"schema\"");
    if (is_lookup && topic == NULL)
        return refuse_subject(making);
    if (known == REGISTRY_BAD_SCHEMA)
        return refuse(making, 42201, "Invalid schema: %s", words);
    if (version > 0)
        return found(making, topic, version, id);
    if (is_lookup)
        return refuse(making, 40403, "Schema not found");
    if (topic == NULL)
        return refuse(making, 42201, "There is no topic of ours for subject '%.*s': " BY_REVIEW,
            NAME_ARG(making->ask->subject));
    return refuse(making, 42201, "This schema is not one of '%.*s': " BY_REVIEW,
        NAME_ARG(making->ask->subject));
}

/*
 * "Would it be taken?" An honest answer here is whether it has been: what is compatible is decided
 * where schemas are added, and a yes for a new one would be followed by the refusal to register it.
 */
static enum fy_status compatible(struct making *making)
{
    const struct fy_topic_info *topic = topic_of(making->ask->subject);
    const char *words = "";
    int32_t id = 0;
    enum registry_found known = registry_find(making->registry, making->ask->body, &id, &words);
    bool is_ours = topic != NULL && known == REGISTRY_FOUND && version_of(topic, id) > 0;
    struct fy_json_out out;

    if (known == REGISTRY_BAD_BODY)
        return refuse(making, 400, "The body must be a JSON object with a member \"schema\"");
    if (topic == NULL)
        return refuse_subject(making);
    if (known == REGISTRY_BAD_SCHEMA)
        return refuse(making, 42201, "Invalid schema: %s", words);

    fy_json_out_init(&out, making->arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "is_compatible");
    fy_json_out_bool(&out, is_ours);
    if (making->ask->verbose) {
        fy_json_out_name(&out, "messages");
        fy_json_out_array(&out);
        if (!is_ours)
            fy_json_out_text(&out, fy_slice_of("Not one of this subject's: " BY_REVIEW));
        fy_json_out_array_end(&out);
    }
    fy_json_out_object_end(&out);
    return finish(making, 200, &out);
}

static enum fy_status all_schemas(struct making *making)
{
    struct fy_slice prefix = making->ask->subject_prefix;
    struct fy_json_out out;

    fy_json_out_init(&out, making->arena);
    fy_json_out_array(&out);
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        struct fy_slice subject = fy_arena_format(making->arena, "%s-value", fy_topics[i].name);
        int count = version_count(&fy_topics[i]);

        if (subject.size < prefix.size ||
            (prefix.size > 0 && memcmp(subject.data, prefix.data, prefix.size) != 0))
            continue;
        for (int version = making->ask->latest_only ? count : 1; version <= count; version++)
            put_version(
                &out, &fy_topics[i], making->arena, version, schema_of(&fy_topics[i], version));
    }
    fy_json_out_array_end(&out);
    return finish(making, 200, &out);
}

static void put_uses(struct making *making, struct fy_json_out *out, const struct fy_schema *schema)
{
    bool with_versions = making->ask->route == REGISTRY_SCHEMA_VERSIONS;

    fy_json_out_array(out);
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        int version = version_of(&fy_topics[i], schema->id);
        struct fy_slice subject;

        if (version == 0)
            continue;
        subject = fy_arena_format(making->arena, "%s-value", fy_topics[i].name);
        if (!with_versions) {
            fy_json_out_text(out, subject);
            continue;
        }
        fy_json_out_object(out);
        fy_json_out_member_text(out, "subject", subject);
        fy_json_out_member_int(out, "version", version);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
}

static enum fy_status by_id(struct making *making)
{
    int64_t id;
    const struct fy_schema *schema;
    struct fy_json_out out;

    if (!number_of(making->ask->id, &id))
        return refuse(making, 404, "HTTP 404 Not Found");
    schema = fy_schema_find((int32_t)id);
    if (schema == NULL)
        return refuse(making, 40403, "Schema %" PRId64 " not found", id);
    if (making->ask->route == REGISTRY_SCHEMA_TEXT_BY_ID) {
        making->answer->status = 200;
        making->answer->body = fy_slice_of(schema->text);
        return FY_OK;
    }

    fy_json_out_init(&out, making->arena);
    if (making->ask->route == REGISTRY_SCHEMA_BY_ID) {
        fy_json_out_object(&out);
        fy_json_out_member_text(&out, "schema", fy_slice_of(schema->text));
        fy_json_out_object_end(&out);
    } else {
        put_uses(making, &out, schema);
    }
    return finish(making, 200, &out);
}

static enum fy_status fixed(struct making *making, const char *json)
{
    making->answer->status = 200;
    making->answer->body = fy_slice_of(json);
    return FY_OK;
}

static enum fy_status level(struct making *making)
{
    bool of_subject = making->ask->subject.data != NULL && !making->ask->default_to_global;
    bool is_config =
        making->ask->route == REGISTRY_CONFIG || making->ask->route == REGISTRY_SUBJECT_CONFIG;

    if (of_subject) {
        return refuse(making, is_config ? 40408 : 40409,
            "Subject '%.*s' does not have subject-level %s configured",
            NAME_ARG(making->ask->subject), is_config ? "compatibility" : "mode");
    }
    return fixed(
        making, is_config ? "{\"compatibilityLevel\":\"" LEVEL "\"}" : "{\"mode\":\"" MODE "\"}");
}

/* Clients set a level with each registration. The one in force may be asked for; it changes
 * nothing. */
static enum fy_status write_down(struct making *making)
{
    struct fy_slice body = making->ask->body;

    if (making->ask->route == REGISTRY_CONFIG_PUT && registry_says(body, "compatibility", LEVEL))
        return fixed(making, "{\"compatibility\":\"" LEVEL "\"}");
    if (making->ask->route == REGISTRY_MODE_PUT && registry_says(body, "mode", MODE))
        return fixed(making, "{\"mode\":\"" MODE "\"}");
    return refuse(making, 42205, "This registry is read-only: " BY_REVIEW);
}

enum fy_status registry_answer(const struct registry *registry,
    const struct registry_ask *ask,
    struct fy_arena *arena,
    struct registry_answer *ret_answer,
    struct fy_err *err)
{
    struct making making = {registry, ask, arena, ret_answer, err};

    switch (ask->route) {
    case REGISTRY_SUBJECTS:
        return subjects(&making);
    case REGISTRY_SUBJECT_VERSIONS:
        return subject_versions(&making);
    case REGISTRY_SUBJECT_VERSION:
    case REGISTRY_SUBJECT_VERSION_SCHEMA:
    case REGISTRY_SUBJECT_VERSION_REFERENCED:
        return subject_version(&making);
    case REGISTRY_SUBJECT_LOOKUP:
    case REGISTRY_SUBJECT_REGISTER:
        return lookup_or_register(&making);
    case REGISTRY_SCHEMAS:
        return all_schemas(&making);
    case REGISTRY_SCHEMA_BY_ID:
    case REGISTRY_SCHEMA_TEXT_BY_ID:
    case REGISTRY_SCHEMA_VERSIONS:
    case REGISTRY_SCHEMA_SUBJECTS:
        return by_id(&making);
    case REGISTRY_SCHEMA_TYPES:
        return fixed(&making, "[\"AVRO\"]");
    case REGISTRY_CONTEXTS:
        return fixed(&making, "[\".\"]");
    case REGISTRY_CONFIG:
    case REGISTRY_SUBJECT_CONFIG:
    case REGISTRY_MODE:
    case REGISTRY_SUBJECT_MODE:
        return level(&making);
    case REGISTRY_COMPATIBLE:
        return compatible(&making);
    case REGISTRY_CONFIG_PUT:
    case REGISTRY_MODE_PUT:
    case REGISTRY_DELETE:
        return write_down(&making);
    }
    assert(false);
    return FY_FATAL;
}

/* --- Routes ------------------------------------------------------------------------------------
 */

static bool is_true(struct fy_slice text)
{
    return text.data != NULL && fy_slice_equal(text, fy_slice_of("true"));
}

/* A segment of the path, where the route has one of that name. */
static struct fy_slice segment(
    struct fy_http_request *request, const char *braced, const char *name)
{
    if (strstr(fy_http_route(request)->pattern, braced) == NULL)
        return (struct fy_slice){0};
    return fy_http_path_param(request, name);
}

static void serve(struct fy_http_request *request, struct api *api, enum registry_route route)
{
    struct registry_ask ask = {
        .route = route,
        .subject = segment(request, "{subject}", "subject"),
        .version = segment(request, "{version}", "version"),
        .id = segment(request, "{id}", "id"),
        .body = fy_http_body(request),
        .subject_prefix = fy_http_query(request, "subjectPrefix"),
        .default_to_global = is_true(fy_http_query(request, "defaultToGlobal")),
        .latest_only = is_true(fy_http_query(request, "latestOnly")),
        .verbose = is_true(fy_http_query(request, "verbose")),
    };
    struct registry_answer answer;
    struct fy_err err;

    fy_arena_clear(&api->arena);
    if (registry_answer(api->registry, &ask, &api->arena, &answer, &err) == FY_OK)
        fy_http_answer(request, answer.status, CONTENT_TYPE, answer.body);
    else
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "The answer is too large");
}

/* One handler of schemas/routes.def each: they differ in nothing but the route's name. */
#define REGISTRY_HANDLER(name, route)                                                              \
    void api_##name(struct fy_http_request *request, void *program)                                \
    {                                                                                              \
        serve(request, program, route);                                                            \
    }

REGISTRY_HANDLER(subjects, REGISTRY_SUBJECTS)
REGISTRY_HANDLER(subject_versions, REGISTRY_SUBJECT_VERSIONS)
REGISTRY_HANDLER(subject_version, REGISTRY_SUBJECT_VERSION)
REGISTRY_HANDLER(subject_version_schema, REGISTRY_SUBJECT_VERSION_SCHEMA)
REGISTRY_HANDLER(subject_version_referenced, REGISTRY_SUBJECT_VERSION_REFERENCED)
REGISTRY_HANDLER(subject_lookup, REGISTRY_SUBJECT_LOOKUP)
REGISTRY_HANDLER(subject_register, REGISTRY_SUBJECT_REGISTER)
REGISTRY_HANDLER(schemas, REGISTRY_SCHEMAS)
REGISTRY_HANDLER(schema_by_id, REGISTRY_SCHEMA_BY_ID)
REGISTRY_HANDLER(schema_text_by_id, REGISTRY_SCHEMA_TEXT_BY_ID)
REGISTRY_HANDLER(schema_versions, REGISTRY_SCHEMA_VERSIONS)
REGISTRY_HANDLER(schema_subjects, REGISTRY_SCHEMA_SUBJECTS)
REGISTRY_HANDLER(schema_types, REGISTRY_SCHEMA_TYPES)
REGISTRY_HANDLER(registry_contexts, REGISTRY_CONTEXTS)
REGISTRY_HANDLER(registry_config, REGISTRY_CONFIG)
REGISTRY_HANDLER(subject_config, REGISTRY_SUBJECT_CONFIG)
REGISTRY_HANDLER(registry_mode, REGISTRY_MODE)
REGISTRY_HANDLER(subject_mode, REGISTRY_SUBJECT_MODE)
REGISTRY_HANDLER(compatible_with_version, REGISTRY_COMPATIBLE)
REGISTRY_HANDLER(compatible_with_all, REGISTRY_COMPATIBLE)
REGISTRY_HANDLER(registry_config_put, REGISTRY_CONFIG_PUT)
REGISTRY_HANDLER(subject_config_put, REGISTRY_CONFIG_PUT)
REGISTRY_HANDLER(subject_config_delete, REGISTRY_DELETE)
REGISTRY_HANDLER(registry_mode_put, REGISTRY_MODE_PUT)
REGISTRY_HANDLER(subject_mode_put, REGISTRY_MODE_PUT)
REGISTRY_HANDLER(subject_delete, REGISTRY_DELETE)
REGISTRY_HANDLER(subject_version_delete, REGISTRY_DELETE)
