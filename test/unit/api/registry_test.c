/*
 * The registry, asked as stock clients ask: status and body, request by request.
 */
#include "api/registry.h"

#include "lib/json_out.h"
#include "schemas/generated/activity.h"
#include "schemas/generated/collection.h"
#include "schemas/topics.h"
#include "test/expect.h"
#include "test/run.h"

static struct registry *registry;
static struct fy_arena arena;

static void begin(void)
{
    struct fy_err err = {0};

    fy_arena_init(&arena, 32 << 20);
    EXPECT_I64(FY_OK, registry_new(&registry, &err));
    CU_ASSERT_PTR_NOT_NULL_FATAL(registry);
}

static void end(void)
{
    registry_free(registry);
    fy_arena_done(&arena);
}

static int asked(struct registry_ask ask, struct fy_slice *ret_body)
{
    struct registry_answer answer = {0};
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, registry_answer(registry, &ask, &arena, &answer, &err));
    *ret_body = answer.body;
    return answer.status;
}

/* A request and what it must be answered, in full or in part. */
struct row {
    enum registry_route route;
    const char *subject;
    const char *version;
    const char *id;
    const char *body;
    int status;
    const char *whole;
    const char *part;
};

static struct fy_slice text(const char *value)
{
    return value != NULL ? fy_slice_of(value) : (struct fy_slice){0};
}

static void expect_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct fy_slice body;
        struct registry_ask ask = {
            .route = rows[i].route,
            .subject = text(rows[i].subject),
            .version = text(rows[i].version),
            .id = text(rows[i].id),
            .body = text(rows[i].body),
        };

        EXPECT_I64(rows[i].status, asked(ask, &body));
        if (rows[i].whole != NULL)
            EXPECT_TEXT(rows[i].whole, body);
        if (rows[i].part != NULL)
            EXPECT_CONTAINS(rows[i].part, body);
    }
}

#define ROWS(rows) expect_rows((rows), sizeof(rows) / sizeof((rows)[0]))

static void reads_are_answered_as_confluents_registry_answers_them(void)
{
    static const struct row rows[] = {
        {REGISTRY_SUBJECTS, .status = 200, .part = "[\"activity-value\",\"supply-value\","},
        {REGISTRY_SUBJECT_VERSIONS, "collections-value", .status = 200, .whole = "[1]"},
        {REGISTRY_SUBJECT_VERSION, "activity-value", "1", .status = 200,
            .part =
                "{\"subject\":\"activity-value\",\"version\":1,\"id\":1,\"schema\":\"{\\\"type"},
        {REGISTRY_SUBJECT_VERSION, "collections-value", "latest", .status = 200,
            .part = "\"version\":1"},
        {REGISTRY_SUBJECT_VERSION, "collections-value", "-1", .status = 200,
            .part = "\"version\":1"},
        {REGISTRY_SUBJECT_VERSION_SCHEMA, "activity-value", "1", .status = 200,
            .part = "\"Activity\""},
        {REGISTRY_SUBJECT_VERSION_REFERENCED, "activity-value", "1", .status = 200, .whole = "[]"},
        {REGISTRY_SCHEMA_BY_ID, .id = "1", .status = 200, .part = "{\"schema\":\"{\\\"type"},
        {REGISTRY_SCHEMA_VERSIONS, .id = "1", .status = 200,
            .whole = "[{\"subject\":\"activity-value\",\"version\":1}]"},
        {REGISTRY_SCHEMA_SUBJECTS, .id = "3", .status = 200,
            .part = "[\"stock-dead-letters-value\",\"history-dead-letters-value\",\"accounts-dead-"
                    "letters-value\""},
        {REGISTRY_SCHEMA_TYPES, .status = 200, .whole = "[\"AVRO\"]"},
        {REGISTRY_CONTEXTS, .status = 200, .whole = "[\".\"]"},
        {REGISTRY_CONFIG, .status = 200, .whole = "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}"},
        {REGISTRY_MODE, .status = 200, .whole = "{\"mode\":\"READONLY\"}"},
    };

    begin();
    ROWS(rows);
    end();
}

/* Apicurio's serialisers for Java ask by an API of their own; both of its ids are ours. */
static void apicurios_serialisers_are_answered(void)
{
    static const char NEWEST[] =
        "{\"groupId\":\"default\",\"id\":\"collections-value\",\"version\":\"1\",\"type\":\"AVRO\","
        "\"state\":\"ENABLED\",\"globalId\":2,\"contentId\":2}";
    const struct row rows[] = {
        {REGISTRY_ARTIFACT_LATEST, "collections-value", .status = 200, .whole = NEWEST},
        {REGISTRY_ARTIFACT_LATEST, "no-value", .status = 404, .part = "40401"},
        {REGISTRY_ARTIFACT_LOOKUP, "collections-value", .body = collection_schema.text,
            .status = 200, .whole = NEWEST},
        {REGISTRY_ARTIFACT_LOOKUP, "supply-value", .body = activity_schema.text, .status = 404,
            .part = "40403"},
        {REGISTRY_ARTIFACT_LOOKUP, "activity-value", .body = "\"long\"", .status = 404,
            .part = "40403"},
        {REGISTRY_ARTIFACT_LOOKUP, "activity-value", .body = "{", .status = 422, .part = "42201"},
        {REGISTRY_ARTIFACT_LOOKUP, "activity-value", .status = 422, .part = "42201"},
        {REGISTRY_ARTIFACT_REFERENCES, .id = "1", .status = 200, .whole = "[]"},
        {REGISTRY_ARTIFACT_REFERENCES, .id = "999", .status = 404, .part = "40403"},
    };

    begin();
    ROWS(rows);
    end();
}

static void errors_have_confluents_codes_and_words(void)
{
    static const char NO_VERSION[] =
        "{\"error_code\":42202,\"message\":\"The specified version '%s' is not a valid version id. "
        "Allowed values are between [1, 2^31-1] and the string \\\"latest\\\"\"}";
    static const struct row rows[] = {
        {REGISTRY_SUBJECT_VERSIONS, "no-value", .status = 404,
            .whole = "{\"error_code\":40401,\"message\":\"Subject 'no-value' not found.\"}"},
        {REGISTRY_SUBJECT_VERSIONS, "activity", .status = 404, .part = "40401"},
        {REGISTRY_SUBJECT_VERSIONS, "activity-key", .status = 404, .part = "40401"},
        {REGISTRY_SUBJECT_VERSIONS, "-value", .status = 404, .part = "40401"},
        {REGISTRY_SUBJECT_VERSION, "no-value", "1", .status = 404, .part = "40401"},
        {REGISTRY_SUBJECT_VERSION, "activity-value", "99", .status = 404,
            .whole = "{\"error_code\":40402,\"message\":\"Version 99 not found.\"}"},
        {REGISTRY_SUBJECT_VERSION, "activity-value", "2147483647", .status = 404, .part = "40402"},
        {REGISTRY_SCHEMA_BY_ID, .id = "999", .status = 404,
            .whole = "{\"error_code\":40403,\"message\":\"Schema 999 not found\"}"},
        {REGISTRY_SCHEMA_VERSIONS, .id = "999", .status = 404, .part = "40403"},
        {REGISTRY_SCHEMA_BY_ID, .id = "0", .status = 404, .part = "\"error_code\":404,"},
        {REGISTRY_SCHEMA_BY_ID, .id = "x", .status = 404, .part = "\"error_code\":404,"},
        {REGISTRY_SCHEMA_BY_ID, .id = "4294967297", .status = 404, .part = "\"error_code\":404,"},
        {REGISTRY_SUBJECT_CONFIG, "activity-value", .status = 404,
            .whole = "{\"error_code\":40408,\"message\":\"Subject 'activity-value' does not have "
                     "subject-level compatibility configured\"}"},
        {REGISTRY_SUBJECT_MODE, "activity-value", .status = 404,
            .whole = "{\"error_code\":40409,\"message\":\"Subject 'activity-value' does not have "
                     "subject-level mode configured\"}"},
        {REGISTRY_DELETE, .status = 422,
            .whole = "{\"error_code\":42205,\"message\":\"This registry is read-only: schemas are "
                     "added in schemas/, by review\"}"},
    };
    static const char *const not_versions[] = {
        "0", "-2", "2147483648", "01x", "", "LATEST", "99999999999999999999"};

    begin();
    ROWS(rows);
    for (size_t i = 0; i < sizeof(not_versions) / sizeof(not_versions[0]); i++) {
        struct fy_slice body;
        struct registry_ask ask = {
            .route = REGISTRY_SUBJECT_VERSION,
            .subject = fy_slice_of("activity-value"),
            .version = fy_slice_of(not_versions[i]),
        };
        char want[256];

        (void)snprintf(want, sizeof(want), NO_VERSION, not_versions[i]);
        EXPECT_I64(422, asked(ask, &body));
        EXPECT_TEXT(want, body);
    }
    end();
}

/* kafkajs sets a level with each registration, BACKWARD unless told otherwise. */
static void every_level_may_be_set_for_the_one_in_force_keeps_them_all(void)
{
    static const struct row rows[] = {
        {REGISTRY_CONFIG_PUT, .body = "{\"compatibility\":\"FULL_TRANSITIVE\"}", .status = 200,
            .whole = "{\"compatibility\":\"FULL_TRANSITIVE\"}"},
        {REGISTRY_CONFIG_PUT, "activity-value", .body = "{\"compatibility\":\"BACKWARD\"}",
            .status = 200, .whole = "{\"compatibility\":\"FULL_TRANSITIVE\"}"},
        {REGISTRY_CONFIG_PUT, .body = "{\"compatibility\":\"none\"}", .status = 200,
            .whole = "{\"compatibility\":\"FULL_TRANSITIVE\"}"},
        {REGISTRY_CONFIG_PUT, .body = "{\"compatibility\":\"SIDEWAYS\"}", .status = 422,
            .part = "{\"error_code\":42203,\"message\":\"Invalid compatibility level."},
        {REGISTRY_CONFIG_PUT, .body = "FULL_TRANSITIVE", .status = 422, .part = "42205"},
        {REGISTRY_CONFIG_PUT, .status = 422, .part = "42205"},
        {REGISTRY_MODE_PUT, .body = "{\"mode\":\"READONLY\"}", .status = 200,
            .whole = "{\"mode\":\"READONLY\"}"},
        {REGISTRY_MODE_PUT, .body = "{\"mode\":\"READWRITE\"}", .status = 422, .part = "42205"},
    };

    begin();
    ROWS(rows);
    end();
}

/* What a client may ask of a subject's own settings, falling back on ours. */
static void a_default_is_given_to_who_asks_for_it(void)
{
    struct registry_ask ask = {.route = REGISTRY_SUBJECT_CONFIG,
        .subject = fy_slice_of("activity-value"),
        .default_to_global = true};
    struct fy_slice body;

    begin();
    EXPECT_I64(200, asked(ask, &body));
    EXPECT_TEXT("{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}", body);
    ask.route = REGISTRY_SUBJECT_MODE;
    EXPECT_I64(200, asked(ask, &body));
    EXPECT_TEXT("{\"mode\":\"READONLY\"}", body);
    end();
}

static void every_topic_is_a_subject_of_a_schema_that_can_be_had_by_id(void)
{
    begin();
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        struct fy_slice subject = fy_arena_format(&arena, "%s-value", fy_topics[i].name);
        struct fy_slice by_version, by_id, subjects;

        EXPECT_I64(200, asked((struct registry_ask){.route = REGISTRY_SUBJECT_VERSION_SCHEMA,
                                  .subject = subject,
                                  .version = fy_slice_of("latest")},
                            &by_version));
        EXPECT_I64(
            200, asked((struct registry_ask){.route = REGISTRY_SCHEMA_TEXT_BY_ID,
                           .id = fy_arena_format(&arena, "%d", (int)fy_topics[i].schema->id)},
                     &by_id));
        CU_ASSERT_TRUE(fy_slice_equal(by_version, by_id));
        EXPECT_I64(
            200, asked((struct registry_ask){.route = REGISTRY_SUBJECTS, .subject_prefix = subject},
                     &subjects));
        EXPECT_CONTAINS((const char *)subject.data, subjects);
    }
    end();
}

/* {"schema": "<text as a JSON string>"} */
static struct fy_slice body_of(const char *schema)
{
    struct fy_json_out out;
    struct fy_slice body = {0};

    fy_json_out_init(&out, &arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "schema", fy_slice_of(schema));
    fy_json_out_object_end(&out);
    CU_ASSERT_TRUE(fy_json_out_done(&out, &body));
    return body;
}

static struct registry_ask with_body(
    enum registry_route route, const char *subject, struct fy_slice body)
{
    return (struct registry_ask){.route = route, .subject = fy_slice_of(subject), .body = body};
}

static void a_known_schema_is_looked_up_and_registered_by_its_text(void)
{
    begin();
    for (int i = 0; i < FY_TOPIC_COUNT; i++) {
        struct fy_slice subject = fy_arena_format(&arena, "%s-value", fy_topics[i].name);
        const char *name = (const char *)subject.data;
        struct fy_slice body = body_of(fy_topics[i].schema->text);
        struct fy_slice got;
        char want[128];

        EXPECT_I64(200, asked(with_body(REGISTRY_SUBJECT_REGISTER, name, body), &got));
        (void)snprintf(want, sizeof(want), "{\"id\":%d}", (int)fy_topics[i].schema->id);
        EXPECT_TEXT(want, got);
        EXPECT_I64(200, asked(with_body(REGISTRY_SUBJECT_LOOKUP, name, body), &got));
        (void)snprintf(want, sizeof(want),
            "{\"subject\":\"%s\",\"version\":%d,\"id\":%d,\"schema\":", name,
            (int)fy_topics[i].schema->version, (int)fy_topics[i].schema->id);
        EXPECT_CONTAINS(want, got);
        EXPECT_I64(200, asked(with_body(REGISTRY_COMPATIBLE, name, body), &got));
        EXPECT_TEXT("{\"is_compatible\":true}", got);
    }
    end();
}

/* `original` with the first `from` in it replaced by `to`. */
static const char *changed(const char *original, const char *from, const char *to)
{
    const char *at = strstr(original, from);
    size_t size = strlen(original) + strlen(to) + 1;
    char *copy = fy_arena_alloc(&arena, size);

    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    (void)snprintf(copy, size, "%.*s%s%s", (int)(at - original), original, to, at + strlen(from));
    return copy;
}

/* As other programs print a schema that they have parsed. */
static void the_same_schema_written_otherwise_is_the_same(void)
{
    begin();
    const char *level = fy_topics[FY_TOPIC_STOCK_LEVELS].schema->text;
    const char *others[] = {
        changed(level, "{", " {\n\t"),
        changed(level, "\"type\":\"record\",\"name\":\"StockLevel\"",
            "\"name\":\"StockLevel\",\"type\":\"record\""),
        changed(
            level, "\"name\":\"StockLevel\",\"namespace\":\"fy\"", "\"name\":\"fy.StockLevel\""),
        changed(level, "\"name\":\"Position\",\"namespace\":\"fy\"", "\"name\":\"Position\""),
        changed(level, "\"type\":\"string\"", "\"type\":{\"type\":\"string\"}"),
        changed(level, "StockLevel", "Stock\\u004cevel"),
    };

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        struct fy_slice got;

        CU_ASSERT_STRING_NOT_EQUAL(others[i], level);
        EXPECT_I64(200,
            asked(with_body(REGISTRY_SUBJECT_REGISTER, "stock-levels-value", body_of(others[i])),
                &got));
    }
    end();
}

/* A doc, a default, an attribute of ours: each would be another text under the same id. */
static void a_changed_schema_is_not_known(void)
{
    begin();
    const char *activity = fy_topics[FY_TOPIC_ACTIVITY].schema->text;
    const struct {
        const char *text;
        const char *compatible; /* Avro minds types and defaults, not words or limits. */
    } others[] = {
        {changed(activity, "Which product.", "What product."), "{\"is_compatible\":true}"},
        {changed(activity, "\"default\":true", "\"default\":false"), "{\"is_compatible\":true}"},
        {changed(activity, "\"max\":999", "\"max\":998"), "{\"is_compatible\":true}"},
        {changed(activity, "\"namespace\":\"fy\"", "\"namespace\":\"fx\""),
            "{\"is_compatible\":true}"},
        {changed(activity, "\"string\"", "\"bytes\""), "{\"is_compatible\":true}"},
        {changed(activity, "\"units\",\"type\":\"long\"", "\"units\",\"type\":\"int\""),
            "{\"is_compatible\":false}"},
        {"\"string\"", "{\"is_compatible\":false}"},
    };

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        struct fy_slice body = body_of(others[i].text);
        struct fy_slice got;

        EXPECT_I64(422, asked(with_body(REGISTRY_SUBJECT_REGISTER, "activity-value", body), &got));
        EXPECT_TEXT("{\"error_code\":42201,\"message\":\"This schema is not one of "
                    "'activity-value': schemas are added in schemas/, by review\"}",
            got);
        EXPECT_I64(404, asked(with_body(REGISTRY_SUBJECT_LOOKUP, "activity-value", body), &got));
        EXPECT_TEXT("{\"error_code\":40403,\"message\":\"Schema not found\"}", got);
        EXPECT_I64(200, asked(with_body(REGISTRY_COMPATIBLE, "activity-value", body), &got));
        EXPECT_TEXT(others[i].compatible, got);
    }
    end();
}

static void a_schema_of_another_subject_is_not_this_ones(void)
{
    begin();
    struct fy_slice body = body_of(fy_topics[FY_TOPIC_SUPPLY].schema->text);
    struct fy_slice got;

    EXPECT_I64(422, asked(with_body(REGISTRY_SUBJECT_REGISTER, "activity-value", body), &got));
    EXPECT_I64(404, asked(with_body(REGISTRY_SUBJECT_LOOKUP, "activity-value", body), &got));
    EXPECT_CONTAINS("40403", got);
    EXPECT_I64(404, asked(with_body(REGISTRY_SUBJECT_LOOKUP, "no-value", body), &got));
    EXPECT_CONTAINS("40401", got);
    EXPECT_I64(422, asked(with_body(REGISTRY_SUBJECT_REGISTER, "no-value", body), &got));
    EXPECT_CONTAINS("There is no topic of ours for subject 'no-value': schemas are added in", got);
    end();
}

static void what_is_no_schema_is_refused_in_words(void)
{
    begin();
    char *deep = fy_arena_alloc(&arena, 100002);
    static const struct row rows[] = {
        {REGISTRY_SUBJECT_LOOKUP, "activity-value", .body = "", .status = 400, .part = "400"},
        {REGISTRY_SUBJECT_LOOKUP, "activity-value", .body = "[]", .status = 400, .part = "400"},
        {REGISTRY_SUBJECT_LOOKUP, "activity-value", .body = "{\"schema\"", .status = 400},
        {REGISTRY_SUBJECT_REGISTER, "activity-value", .body = "{}", .status = 422, .part = "42201"},
        {REGISTRY_SUBJECT_REGISTER, "activity-value", .body = "{\"schema\":7}", .status = 422},
        {REGISTRY_SUBJECT_REGISTER, "activity-value", .body = "{\"schema\":\"{\"}", .status = 422,
            .whole = "{\"error_code\":42201,\"message\":\"Invalid schema: the schema is not valid "
                     "JSON\"}"},
        {REGISTRY_SUBJECT_REGISTER, "activity-value", .body = "{\"schema\":\"7\"}", .status = 422,
            .whole =
                "{\"error_code\":42201,\"message\":\"Invalid schema: the schema is not an Avro "
                "schema\"}"},
        {REGISTRY_SUBJECT_REGISTER, "activity-value",
            .body = "{\"schema\":\"{\\\"type\\\":\\\"array\\\"}\"}", .status = 422,
            .part = "not an"},
        {REGISTRY_SUBJECT_REGISTER, "activity-value",
            .body = "{\"schema\":\"{}\",\"schemaType\":\"JSON\"}", .status = 422,
            .part = "schemas here are of type AVRO"},
        {REGISTRY_COMPATIBLE, "no-value", .body = "{\"schema\":\"\\\"int\\\"\"}", .status = 404,
            .part = "40401"},
    };
    struct fy_slice got;

    ROWS(rows);
    memset(deep, '[', 100000); /* Deeper than any stack would like. */
    EXPECT_I64(
        422, asked(with_body(REGISTRY_SUBJECT_REGISTER, "activity-value", body_of(deep)), &got));
    memset(deep, '[', 500);
    memset(deep + 500, ']', 500);
    deep[1000] = '\0';
    EXPECT_I64(
        422, asked(with_body(REGISTRY_SUBJECT_REGISTER, "activity-value", body_of(deep)), &got));
    end();
}

/* One change, asked at each level: who would read whose records, and what stands in the way. */
static void each_level_asks_its_own_question(void)
{
    static const struct {
        const char *level;
        const char *want;
    } rows[] = {
        {NULL, "{\"is_compatible\":false,\"messages\":[\"FORWARD, version 1: cart_item_set: "
               "MISSING_UNION_BRANCH: "},
        {"NONE", "{\"is_compatible\":true,\"messages\":[]}"},
        {"BACKWARD", "{\"is_compatible\":true,\"messages\":[]}"},
        {"backward_transitive", "{\"is_compatible\":true,\"messages\":[]}"},
        {"FORWARD", ": cart_item_set: MISSING_UNION_BRANCH: fy.CartItemSet may "
                    "be written, and no branch of the reader's can read it\"]}"},
        {"FORWARD_TRANSITIVE", "{\"is_compatible\":false"},
        {"FULL", "{\"is_compatible\":false"},
        {"FULL_TRANSITIVE", "{\"is_compatible\":false"},
        {"SIDEWAYS", "{\"error_code\":42203,"},
    };
    begin();
    struct registry_ask ask = with_body(REGISTRY_COMPATIBLE, "activity-value",
        body_of(changed(fy_topics[FY_TOPIC_ACTIVITY].schema->text, "\"units\",\"type\":\"long\"",
            "\"units\",\"type\":\"double\"")));
    struct fy_slice got;

    ask.verbose = true;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        ask.level = text(rows[i].level);
        (void)asked(ask, &got);
        EXPECT_CONTAINS(rows[i].want, got);
    }
    ask.level = fy_slice_of("BACKWARD");
    ask.version = fy_slice_of("latest");
    EXPECT_I64(200, asked(ask, &got));
    EXPECT_TEXT("{\"is_compatible\":true,\"messages\":[]}", got);
    ask.version = fy_slice_of("99");
    EXPECT_I64(404, asked(ask, &got));
    EXPECT_CONTAINS("40402", got);
    ask.version = fy_slice_of("newest");
    EXPECT_I64(422, asked(ask, &got));
    EXPECT_CONTAINS("42202", got);
    end();
}

static void what_only_avro_minds_is_no_schema_either(void)
{
    begin();
    struct fy_slice got;
    struct registry_ask ask =
        with_body(REGISTRY_COMPATIBLE, "activity-value", body_of("\"fy.Nothing\""));

    EXPECT_I64(422, asked(ask, &got));
    EXPECT_TEXT("{\"error_code\":42201,\"message\":\"Invalid schema: \\\"fy.Nothing\\\" is no "
                "type and no name given before\"}",
        got);
    end();
}

static CU_TestInfo tests[] = {
    TEST(reads_are_answered_as_confluents_registry_answers_them),
    TEST(apicurios_serialisers_are_answered),
    TEST(errors_have_confluents_codes_and_words),
    TEST(every_level_may_be_set_for_the_one_in_force_keeps_them_all),
    TEST(a_default_is_given_to_who_asks_for_it),
    TEST(every_topic_is_a_subject_of_a_schema_that_can_be_had_by_id),
    TEST(a_known_schema_is_looked_up_and_registered_by_its_text),
    TEST(the_same_schema_written_otherwise_is_the_same),
    TEST(a_changed_schema_is_not_known),
    TEST(a_schema_of_another_subject_is_not_this_ones),
    TEST(what_is_no_schema_is_refused_in_words),
    TEST(each_level_asks_its_own_question),
    TEST(what_only_avro_minds_is_no_schema_either),
};

TEST_MAIN(api.registry, tests)
