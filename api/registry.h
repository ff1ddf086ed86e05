/*
 * registry.h - the schema registry that stock clients ask: read-only, and without a state of its
 * own.
 *
 * Shape:   the schemas compiled in (fy_schemas) and the topic table, told as Confluent's REST API
 * tells them. A topic's subject is "<topic>-value"; its versions are the schemas of its file, in
 *          the order of their ids, so topics that share a file share ids.
 *          New schemas come by review into schemas/, never by HTTP: registering one that is known
 *          under its subject gives its id, anything else is refused with 42201.
 * Errors:  as the real one's: {"error_code": 40401, "message": ...}, in its words, because clients
 *          tell errors apart by the codes and some by the words.
 * Memory:  an answer's body is in the arena given.
 * Threads: any, after new.
 * Source:  Confluent Schema Registry's API reference, and what confluent-kafka's clients send.
 */
#ifndef API_REGISTRY_H
#define API_REGISTRY_H

#include "lib/arena.h"
#include "lib/err.h"
#include "schemas/codec/codec.h"

#include <stdbool.h>

struct registry;

/* Compares by normalised text, which it makes of every schema here. */
enum fy_status registry_new(struct registry **ret_registry, struct fy_err *err) FY_MUST_CHECK;
void registry_free(struct registry *registry);

enum registry_route {
    REGISTRY_SUBJECTS,
    REGISTRY_SUBJECT_VERSIONS,
    REGISTRY_SUBJECT_VERSION,
    REGISTRY_SUBJECT_VERSION_SCHEMA,
    REGISTRY_SUBJECT_VERSION_REFERENCED,
    REGISTRY_SUBJECT_LOOKUP,
    REGISTRY_SUBJECT_REGISTER,
    REGISTRY_SCHEMAS,
    REGISTRY_SCHEMA_BY_ID,
    REGISTRY_SCHEMA_TEXT_BY_ID,
    REGISTRY_SCHEMA_VERSIONS,
    REGISTRY_SCHEMA_SUBJECTS,
    REGISTRY_SCHEMA_TYPES,
    REGISTRY_CONTEXTS,
    REGISTRY_CONFIG,
    REGISTRY_SUBJECT_CONFIG,
    REGISTRY_MODE,
    REGISTRY_SUBJECT_MODE,
    REGISTRY_COMPATIBLE,
    REGISTRY_CONFIG_PUT,      /* Any level is taken: the one in force keeps each of them. */
    REGISTRY_MODE_PUT,        /* Taken when it asks for what is so already. */
    REGISTRY_ARTIFACT_LATEST, /* Apicurio's own API, as far as its serialisers for Java ask. */
    REGISTRY_ARTIFACT_LOOKUP, /* The body is the schema itself. */
    REGISTRY_ARTIFACT_REFERENCES,
    REGISTRY_DELETE,
};

/* A request, taken apart. What a route does not have is absent. */
struct registry_ask {
    enum registry_route route;
    struct fy_slice subject;
    struct fy_slice version; /* "1" or "latest". */
    struct fy_slice id;
    struct fy_slice body;           /* {"schema": "...", "schemaType": "AVRO"} */
    struct fy_slice subject_prefix; /* ?subjectPrefix= */
    bool default_to_global;         /* ?defaultToGlobal=true */
    bool latest_only;               /* ?latestOnly=true */
    bool verbose;                   /* ?verbose=true */
    struct fy_slice level;          /* ?level=BACKWARD, of ours: another than the one in force. */
};

struct registry_answer {
    int status;
    struct fy_slice body; /* JSON. */
};

/* FY_FATAL when the answer does not fit the arena. */
enum fy_status registry_answer(const struct registry *registry,
    const struct registry_ask *ask,
    struct fy_arena *arena,
    struct registry_answer *ret_answer,
    struct fy_err *err) FY_MUST_CHECK;

/* --- registry_subjects.c: which topic a subject is of, and its versions -------------------------
 */

struct fy_topic_info;

/* NULL when no topic has that subject. */
const struct fy_topic_info *registry_topic_of(struct fy_slice subject);
/* Versions are counted from 1. NULL when there is none of that number. */
const struct fy_schema *registry_schema_of(const struct fy_topic_info *topic, int64_t version);
/* 0 when the schema is none of the topic's. */
int registry_version_of(const struct fy_topic_info *topic, int32_t id);
int registry_version_count(const struct fy_topic_info *topic);

/* --- registry_lookup.c: what a schema is, however it is written --------------------------------
 */

enum registry_found {
    REGISTRY_FOUND,
    REGISTRY_UNKNOWN,    /* A schema, but none of these. */
    REGISTRY_BAD_SCHEMA, /* Not a schema; `ret_words` says why. */
    REGISTRY_BAD_BODY,   /* The body is not the JSON object that it must be. */
};

/*
 * Find the schema in `body` among all that are known. The same are two texts that differ in blanks,
 * in the order of attributes, in whether a name is written with its namespace, or in how a
 * primitive is written; docs, defaults and attributes of ours count.
 */
enum registry_found registry_find(
    const struct registry *registry, struct fy_slice body, int32_t *ret_id, const char **ret_words);

/* A member of `body` that is a string; false when it has none such. */
bool registry_member(
    struct fy_slice body, const char *member, struct fy_arena *arena, struct fy_slice *ret_text);

/* --- registry_compatible.c: what a level promises, and whether a schema keeps it -----------------
 */

struct registry_level {
    const char *name; /* "BACKWARD_TRANSITIVE" */
    bool backward;    /* A new schema reads what the old one wrote. */
    bool forward;     /* An old schema reads what the new one writes. */
    bool transitive;  /* All versions, not the newest alone. */
};

/* In any case of letters, as Confluent's takes them. NULL when there is none of that name. */
const struct registry_level *registry_level_of(struct fy_slice name);

struct registry_comparison {
    bool compatible;
    const char **messages; /* Why not: "BACKWARD, version 1: item_viewed.sku: TYPE_MISMATCH: ..." */
    size_t message_count;
};

/*
 * Compare the schema `text` with `count` versions, the first of which has the number
 * `first_version`. False with words when it is no schema, or too large to be compared.
 */
bool registry_compare(const struct registry_level *level,
    struct fy_slice text,
    const struct fy_schema *const *versions,
    size_t count,
    int first_version,
    struct fy_arena *arena,
    struct registry_comparison *ret_comparison,
    const char **ret_words);

#endif
