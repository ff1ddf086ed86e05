/* registry.c - the registry's answers, route by route. */
#include "api/registry.h"

#include "lib/json_out.h"
#include "schemas/topics.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define BY_REVIEW "schemas are added in schemas/, by review"
#define LEVEL "FULL_TRANSITIVE"
#define MODE "READONLY"

enum { VERSIONS_MAX = 1024 }; /* Of one subject: more than all ids together for years. */

/* Everything that making one answer needs. */
struct making {
    const struct registry *registry;
    const struct registry_ask *ask;
    struct fy_arena *arena;
    struct registry_answer *answer;
    struct fy_err *err;
};

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

/* --- Answers ------------------------------------------------------------------------------- */

static enum fy_status finish(struct making *making, int status, struct fy_json_out *out)
{
    making->answer->status = status;
    if (!fy_json_out_done(out, &making->answer->body))
        return fy_fail(making->err, FY_FATAL, "an answer of the registry does not fit its arena");
    return FY_OK;
}

static enum fy_status fixed(struct making *making, const char *json)
{
    making->answer->status = 200;
    making->answer->body = fy_slice_of(json);
    return FY_OK;
}

/* Clients tell errors apart by the code; its first three digits are the HTTP status. */
__attribute__((format(printf, 3, 4))) static enum fy_status refuse(
    struct making *making, int code, const char *format, ...)
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

static enum fy_status refuse_body(struct making *making)
{
    return refuse(making, 400, "The body must be a JSON object with a member \"schema\"");
}

static enum fy_status refuse_subject(struct making *making)
{
    return refuse(making, 40401, "Subject '%.*s' not found.", NAME_ARG(making->ask->subject));
}

static bool is_latest(struct fy_slice version)
{
    return fy_slice_equal(version, fy_slice_of("latest")) ||
           fy_slice_equal(version, fy_slice_of("-1"));
}

static enum fy_status refuse_version(struct making *making)
{
    return refuse(making, 42202,
        "The specified version '%.*s' is not a valid version id. Allowed values are between "
        "[1, 2^31-1] and the string \"latest\"",
        NAME_ARG(making->ask->version));
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
    const struct fy_topic_info *topic = registry_topic_of(making->ask->subject);
    struct fy_json_out out;

    if (topic == NULL)
        return refuse_subject(making);
    fy_json_out_init(&out, making->arena);
    fy_json_out_array(&out);
    for (int version = 1; version <= registry_version_count(topic); version++)
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
    const struct fy_topic_info *topic = registry_topic_of(making->ask->subject);
    const struct fy_schema *schema;
    int64_t version = 0;

    if (!is_latest(asked) && !number_of(asked, &version))
        return refuse_version(making);
    if (topic == NULL)
        return refuse_subject(making);
    if (is_latest(asked))
        version = registry_version_count(topic);

    schema = registry_schema_of(topic, version);
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
    const struct fy_topic_info *topic = registry_topic_of(making->ask->subject);
    const char *words = "";
    int32_t id = 0;
    enum registry_found known = registry_find(making->registry, making->ask->body, &id, &words);
    int version = topic != NULL && known == REGISTRY_FOUND ? registry_version_of(topic, id) : 0;

    if (known == REGISTRY_BAD_BODY)
        return refuse_body(making);
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

static enum fy_status refuse_level(struct making *making)
{
    return refuse(making, 42203,
        "Invalid compatibility level. Valid values are none, backward, forward, full, "
        "backward_transitive, forward_transitive, and full_transitive");
}

/* The versions that `ask` and the level speak of: one, the newest, or all. */
static enum fy_status compared_versions(struct making *making,
    const struct fy_topic_info *topic,
    const struct registry_level *level,
    int64_t *ret_first,
    int64_t *ret_last)
{
    struct fy_slice asked = making->ask->version;

    *ret_last = registry_version_count(topic);
    *ret_first = level->transitive && asked.data == NULL ? 1 : *ret_last;
    if (asked.data == NULL || is_latest(asked))
        return FY_OK;
    if (!number_of(asked, ret_first))
        return refuse_version(making);
    if (registry_schema_of(topic, *ret_first) == NULL)
        return refuse(making, 40402, "Version %" PRId64 " not found.", *ret_first);
    *ret_last = *ret_first;
    return FY_OK;
}

static enum fy_status write_comparison(
    struct making *making, const struct registry_comparison *comparison)
{
    struct fy_json_out out;

    fy_json_out_init(&out, making->arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "is_compatible");
    fy_json_out_bool(&out, comparison->compatible);
    if (making->ask->verbose) {
        fy_json_out_name(&out, "messages");
        fy_json_out_array(&out);
        for (size_t i = 0; i < comparison->message_count; i++)
            fy_json_out_text(&out, fy_slice_of(comparison->messages[i]));
        fy_json_out_array_end(&out);
    }
    fy_json_out_object_end(&out);
    return finish(making, 200, &out);
}

/*
 * May this schema follow the versions there are? A yes is Avro's word, no promise that it is taken:
 * schemas are added by review, which asks for more (docs, limits, types that never change).
 */
static enum fy_status compatible(struct making *making)
{
    const struct registry_ask *ask = making->ask;
    const struct fy_topic_info *topic = registry_topic_of(ask->subject);
    const struct registry_level *level =
        registry_level_of(ask->level.data != NULL ? ask->level : fy_slice_of(LEVEL));
    struct registry_comparison comparison;
    const struct fy_schema *versions[VERSIONS_MAX];
    const char *words = "";
    int64_t first = 0;
    int64_t last = 0;
    int32_t id = 0;
    enum registry_found known = registry_find(making->registry, ask->body, &id, &words);
    struct fy_slice text;
    size_t count = 0;

    if (known == REGISTRY_BAD_BODY)
        return refuse_body(making);
    if (topic == NULL)
        return refuse_subject(making);
    if (level == NULL)
        return refuse_level(making);
    if (known == REGISTRY_BAD_SCHEMA)
        return refuse(making, 42201, "Invalid schema: %s", words);
    making->answer->status = 0;
    if (compared_versions(making, topic, level, &first, &last) != FY_OK)
        return FY_FATAL;
    if (making->answer->status != 0)
        return FY_OK; /* Refused. */

    for (int64_t version = first; version <= last; version++) {
        assert(count < VERSIONS_MAX);
        versions[count++] = registry_schema_of(topic, version);
    }
    if (!registry_member(ask->body, "schema", making->arena, &text) ||
        !registry_compare(
            level, text, versions, count, (int)first, making->arena, &comparison, &words))
        return refuse(making, 42201, "Invalid schema: %s", words);
    return write_comparison(making, &comparison);
}

static enum fy_status all_schemas(struct making *making)
{
    struct fy_slice prefix = making->ask->subject_prefix;
    struct fy_json_out out;

    fy_json_out_init(&out, making->arena);
    fy_json_out_array(&out);
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        struct fy_slice subject = fy_arena_format(making->arena, "%s-value", fy_topics[i].name);
        int count = registry_version_count(&fy_topics[i]);

        if (subject.size < prefix.size ||
            (prefix.size > 0 && memcmp(subject.data, prefix.data, prefix.size) != 0))
            continue;
        for (int version = making->ask->latest_only ? count : 1; version <= count; version++)
            put_version(&out, &fy_topics[i], making->arena, version,
                registry_schema_of(&fy_topics[i], version));
    }
    fy_json_out_array_end(&out);
    return finish(making, 200, &out);
}

static void put_uses(struct making *making, struct fy_json_out *out, const struct fy_schema *schema)
{
    bool with_versions = making->ask->route == REGISTRY_SCHEMA_VERSIONS;

    fy_json_out_array(out);
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        int version = registry_version_of(&fy_topics[i], schema->id);
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

    if (making->ask->route == REGISTRY_ARTIFACT_REFERENCES)
        return fixed(making, "[]"); /* Our texts are self-contained. */

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

/* What Apicurio tells of a version: both of its ids are ours. */
static enum fy_status artifact(
    struct making *making, const struct fy_topic_info *topic, const struct fy_schema *schema)
{
    struct fy_json_out out;

    fy_json_out_init(&out, making->arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "groupId", fy_slice_of("default"));
    fy_json_out_member_text(&out, "id", making->ask->subject);
    fy_json_out_member_text(&out, "version",
        fy_arena_format(making->arena, "%d", registry_version_of(topic, schema->id)));
    fy_json_out_member_text(&out, "type", fy_slice_of("AVRO"));
    fy_json_out_member_text(&out, "state", fy_slice_of("ENABLED"));
    fy_json_out_member_int(&out, "globalId", schema->id);
    fy_json_out_member_int(&out, "contentId", schema->id);
    fy_json_out_object_end(&out);
    return finish(making, 200, &out);
}

/* A schema that stands in the body as it is, as Confluent's API would have it. */
static enum fy_status artifact_found(struct making *making, const struct fy_topic_info *topic)
{
    const char *words = "";
    struct fy_json_out out;
    struct fy_slice body;
    int32_t id = 0;

    fy_json_out_init(&out, making->arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "schema", making->ask->body);
    fy_json_out_object_end(&out);
    if (!fy_json_out_done(&out, &body))
        return fy_fail(making->err, FY_FATAL, "a schema does not fit the arena of its answer");
    if (registry_find(making->registry, body, &id, &words) == REGISTRY_BAD_SCHEMA)
        return refuse(making, 42201, "Invalid schema: %s", words);
    if (id == 0 || registry_version_of(topic, id) == 0)
        return refuse(making, 40403, "Schema not found");
    return artifact(making, topic, fy_schema_find(id));
}

static enum fy_status artifact_of(struct making *making)
{
    const struct fy_topic_info *topic = registry_topic_of(making->ask->subject);

    if (topic == NULL)
        return refuse_subject(making);
    return making->ask->route == REGISTRY_ARTIFACT_LOOKUP ? artifact_found(making, topic)
                                                          : artifact(making, topic, topic->schema);
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

/*
 * Clients set a level with each registration. FULL_TRANSITIVE keeps the promise of every other
 * level too, so whichever is asked for is in force; the answer says what is.
 */
static enum fy_status write_down(struct making *making)
{
    enum registry_route route = making->ask->route;
    struct fy_slice text;

    if (route == REGISTRY_CONFIG_PUT &&
        registry_member(making->ask->body, "compatibility", making->arena, &text)) {
        if (registry_level_of(text) == NULL)
            return refuse_level(making);
        return fixed(making, "{\"compatibility\":\"" LEVEL "\"}");
    }
    if (route == REGISTRY_MODE_PUT &&
        registry_member(making->ask->body, "mode", making->arena, &text) &&
        fy_slice_equal(text, fy_slice_of(MODE)))
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
    case REGISTRY_ARTIFACT_REFERENCES:
        return by_id(&making);
    case REGISTRY_ARTIFACT_LATEST:
    case REGISTRY_ARTIFACT_LOOKUP:
        return artifact_of(&making);
    case REGISTRY_SCHEMA_TYPES:
    case REGISTRY_CONTEXTS:
        return fixed(&making, ask->route == REGISTRY_CONTEXTS ? "[\".\"]" : "[\"AVRO\"]");
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
