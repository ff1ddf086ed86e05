/* registry_routes.c - the registry over HTTP: requests taken apart, answers sent. */
#include "api/api.h"
#include "api/registry.h"

#include <string.h>

#define CONTENT_TYPE "application/vnd.schemaregistry.v1+json"

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
        .level = fy_http_query(request, "level"),
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
REGISTRY_HANDLER(artifact_by_global_id, REGISTRY_SCHEMA_TEXT_BY_ID)
REGISTRY_HANDLER(artifact_by_content_id, REGISTRY_SCHEMA_TEXT_BY_ID)
REGISTRY_HANDLER(artifact_references, REGISTRY_ARTIFACT_REFERENCES)
REGISTRY_HANDLER(artifact_content_references, REGISTRY_ARTIFACT_REFERENCES)
REGISTRY_HANDLER(artifact_latest, REGISTRY_ARTIFACT_LATEST)
REGISTRY_HANDLER(artifact_lookup, REGISTRY_ARTIFACT_LOOKUP)
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
