/* Each rule of the generator, with a schema that breaks it: the message names file, field and rule.
 */
#include "test/expect.h"
#include "test/run.h"

#include <sys/stat.h>
#include <unistd.h>

struct folder {
    char path[64];
    char said[4096]; /* stdout and stderr of the last run. */
};

static void folder_open(struct folder *folder)
{
    (void)snprintf(folder->path, sizeof(folder->path), "/tmp/fy-generator-XXXXXX");
    if (mkdtemp(folder->path) == NULL)
        abort();
}

static void folder_close(struct folder *folder)
{
    char command[128];

    (void)snprintf(command, sizeof(command), "rm -r %s", folder->path);
    EXPECT_I64(0, system(command));
}

static void folder_write(const struct folder *folder, const char *name, const char *text)
{
    char path[256];
    FILE *stream;

    (void)snprintf(path, sizeof(path), "%s/%s", folder->path, name);
    stream = fopen(path, "w");
    if (stream == NULL || fputs(text, stream) < 0 || fclose(stream) != 0)
        abort();
}

static int generate(struct folder *folder)
{
    char command[512];
    size_t size;
    FILE *stream;

    (void)snprintf(
        command, sizeof(command), "cd %s && " FY_GENERATE " . generated 2>&1", folder->path);
    stream = popen(command, "r");
    if (stream == NULL)
        abort();
    size = fread(folder->said, 1, sizeof(folder->said) - 1, stream);
    folder->said[size] = '\0';
    return pclose(stream);
}

#define RECORD(name, more, fields)                                                                 \
    "{\"type\":\"record\",\"name\":\"" name "\",\"namespace\":\"fy\",\"doc\":\"d\"" more           \
    ",\"fields\":[" fields "]}"
#define THING(fields) RECORD("Thing", "", fields)
#define FIELD(name, type, more) "{\"name\":\"" name "\",\"type\":" type ",\"doc\":\"d\"" more "}"
#define NESTED(name, fields)                                                                       \
    "{\"type\":\"record\",\"name\":\"" name "\",\"doc\":\"d\",\"fields\":[" fields "]}"

#define EVENT_MS FIELD("event_ms", "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}", "")
#define ENVELOPE NESTED("Envelope", EVENT_MS)

static const char state[] = "TOPIC(THINGS, \"things\", STATE, \"k\", thing, \"w\", \"\")\n";
static const char fact[] = "TOPIC(THINGS, \"things\", FACT, \"k\", thing, \"w\", \"\")\n";
static const char changelog[] = "TOPIC(THINGS, \"things\", CHANGELOG, \"k\", thing, \"w\", \"\")\n";

struct broken {
    const char *topics;
    const char *thing; /* thing.avsc */
    const char *other; /* other.avsc, or NULL. */
    const char *message;
};

static const struct broken broken[] = {
    {state, THING("{\"name\":\"a\",\"type\":\"int\"}"), NULL,
        "./thing.avsc: Thing.a: [doc] a field needs a \"doc\""},
    {state,
        "{\"type\":\"record\",\"name\":\"Thing\",\"namespace\":\"fy\",\"fields\":[" FIELD(
            "a", "\"int\"", "") "]}",
        NULL, "./thing.avsc: Thing: [doc] a named type needs a \"doc\""},
    {state, THING(FIELD("a", "[\"int\",\"null\"]", "")), NULL,
        "./thing.avsc: Thing.a: [union] a union must be [\"null\", T], in this order"},
    {state, THING(FIELD("a", "[\"null\",\"int\",\"long\"]", "")), NULL,
        "./thing.avsc: Thing.a: [union] a union must be [\"null\", T], in this order"},
    {state, THING(FIELD("a", "[\"null\",\"int\"]", ",\"default\":0")), NULL,
        "./thing.avsc: Thing.a: [default] the default must be null, the first of its union"},
    {state, THING(FIELD("a", "\"int\"", ",\"default\":\"0\"")), NULL,
        "./thing.avsc: Thing.a: [default] the default must be a whole number"},
    {state,
        RECORD("Thing",
            ",\"one_of\":true",
            FIELD("a", NESTED("Inner", FIELD("b", "\"int\"", "")), "")),
        NULL,
        "./thing.avsc: Thing.a: [one-of] a record of a \"one_of\" must be [\"null\", record] with "
        "default "
        "null"},
    {state, RECORD("Thing", ",\"one_of\":true", FIELD("a", "\"int\"", "")), NULL,
        "./thing.avsc: Thing: [one-of] a \"one_of\" needs at least one [\"null\", record]"},
    {state, THING(FIELD("a", "\"fy.Nothing\"", "")), NULL,
        "./thing.avsc: Thing.a: the type \"fy.Nothing\" is neither Avro's nor defined in any file "
        "before it is used"},
    {state, THING(FIELD("a", "{\"type\":\"null\"}", "")), NULL,
        "./thing.avsc: Thing.a: [type] the type \"null\" is not one of those we use here"},
    {state, THING(FIELD("a", "\"fy.Thing\"", "")), NULL,
        "./thing.avsc: Thing: it always contains itself, without end: a null, an array or a map "
        "must stand between"},
    {state, THING(FIELD("a", "\"fy.Other\"", "")),
        RECORD("Other", "", FIELD("b", "\"fy.Thing\"", "")),
        "./thing.avsc: Thing.a: \"fy.Other\" contains this record: records that contain one "
        "another "
        "share one file"},
    {state, THING(FIELD("a", "\"fy.Inner\"", "")),
        RECORD("Other", "", FIELD("b", NESTED("Inner", FIELD("c", "\"int\"", "")), "")),
        "./thing.avsc: Thing.a: \"fy.Inner\" is defined inside ./other.avsc; a type that several "
        "files use has its own file"},
    {state, THING(FIELD("a", "\"int\"", "")),
        RECORD("Other", "", FIELD("b", NESTED("Thing", FIELD("c", "\"int\"", "")), "")),
        "./other.avsc: Other.b: the name fy.Thing is taken by fy.Thing in ./thing.avsc; names are "
        "unique over all schemas"},
    {state, THING(FIELD("a", "\"int\"", "") "," FIELD("a", "\"int\"", "")), NULL,
        "./thing.avsc: Thing.a: the name is used twice in this record"},
    {state, THING(FIELD("int", "\"int\"", "")), NULL,
        "./thing.avsc: Thing.int: [name] a field's name is a-z, 0-9 and _, begins with a letter, "
        "not with "
        "has_, and is no word of C"},
    {state, THING(FIELD("a", "\"int\"", ",\"maximum\":1")), NULL,
        "./thing.avsc: Thing.a: [attribute] the attribute \"maximum\" is not one of ours"},
    {state, THING(FIELD("a", "\"string\"", ",\"max\":1")), NULL,
        "./thing.avsc: Thing.a: [limit] \"max\" does not apply to a field of this type"},
    {state, THING(FIELD("a", "\"int\"", ",\"min\":2,\"max\":1")), NULL,
        "./thing.avsc: Thing.a: [limit] \"min\" is above \"max\""},
    {state, THING(FIELD("a", "\"string\"", ",\"chars\":\"greek\"")), NULL,
        "./thing.avsc: Thing.a: [limit] \"chars\" must be digit, hex, path, sku, upper or uuid"},
    {state, THING(""), NULL, "./thing.avsc: Thing: a record needs 1 .. 64 fields"},
    {state, RECORD("Think", "", FIELD("a", "\"int\"", "")), NULL,
        "./thing.avsc: the record Think belongs into think.avsc: a file is called as its record"},
    {state, "{\"type\":\"int\"}", NULL, "./thing.avsc: the schema of a file must be a record"},
    {state, "{", NULL, "./thing.avsc: line 1 column 1: string or '}' expected near end of file"},
    {changelog, THING(FIELD("a", "\"int\"", "")), NULL,
        "./thing.avsc: Thing.position: [row] a CHANGELOG schema begins with position [null, "
        "fy.TaskPosition] and parked [null, fy.ParkedKey]"},
    {changelog,
        THING(FIELD("position",
            "[\"null\"," NESTED("TaskPosition", FIELD("b", "\"int\"", "")) "]",
            ",\"default\":null")),
        NULL,
        "./thing.avsc: Thing.parked: [row] a CHANGELOG schema begins with position [null, "
        "fy.TaskPosition] and parked [null, fy.ParkedKey]"},
    {fact, THING(FIELD("a", "\"int\"", "")), NULL,
        "./thing.avsc: Thing.envelope: [envelope] a FACT, EVENT or REQUEST schema begins with "
        "envelope "
        "fy.Envelope"},
    {fact, THING(FIELD("envelope", ENVELOPE, ",\"edge\":true") "," FIELD("a", "\"string\"", "")),
        NULL, "./thing.avsc: Thing.a: [bounded] a string that a client sets needs \"max_bytes\""},
    {fact, THING(FIELD("envelope", ENVELOPE, ",\"edge\":true") "," FIELD("a", "\"long\"", "")),
        NULL, "./thing.avsc: Thing.a: [bounded] a number that a client sets needs \"min\""},
    {fact,
        THING(FIELD("envelope",
            NESTED("Envelope", FIELD("event_ms", "[\"null\",\"long\"]", "")),
            ",\"edge\":true")),
        NULL,
        "./thing.avsc: Envelope.event_ms: [time] a time is a long of logicalType timestamp-millis "
        "called *_ms; a length of time is called *_for_ms"},
    {fact,
        THING(FIELD("envelope", NESTED("Envelope", FIELD("b", "\"int\"", "")), ",\"edge\":true")),
        NULL,
        "./thing.avsc: Envelope.event_ms: [event-time] an envelope says when: event_ms, a long of "
        "logicalType timestamp-millis, never null"},
    {state, THING(FIELD("price", "\"double\"", "")), NULL,
        "./thing.avsc: Thing.price: [money] an amount of money is fy.Money, or a long called "
        "*_minor with its currency"},
    {state, THING(FIELD("paid_minor", "\"long\"", "")), NULL,
        "./thing.avsc: Thing.paid_minor: [money] minor units are a long, with a string "
        "\"currency\" in the same record"},
    {state, THING(FIELD("seen_at", "\"string\"", "")), NULL,
        "./thing.avsc: Thing.seen_at: [time] a time is a long of logicalType timestamp-millis "
        "called *_ms, a day an int of date"},
    {state, THING(FIELD("a", "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}", "")), NULL,
        "./thing.avsc: Thing.a: [logical-type] \"timestamp-micros\" is none of uuid (string), "
        "timestamp-millis (long), date, time-millis (int), decimal (bytes, fixed)"},
    {state, THING(FIELD("a", "{\"type\":\"bytes\",\"logicalType\":\"decimal\"}", "")), NULL,
        "./thing.avsc: Thing.a: [logical-type] a decimal needs a \"precision\""},
    {state, THING(FIELD("email", "\"string\"", "")), NULL,
        "./thing.avsc: Thing.email: [personal] what is personal stands in a record called "
        "Encrypted, or is not written down"},
    {state, THING(FIELD("old_password", "\"string\"", "")), NULL,
        "./thing.avsc: Thing.old_password: [personal] what is personal stands in a record called "
        "Encrypted, or is not written down"},
    {state, THING(FIELD("token", NESTED("Plain", FIELD("a", "\"bytes\"", "")), "")), NULL,
        "./thing.avsc: Thing.token: [personal] what is personal stands in a record called "
        "Encrypted, or is not written down"},
    {state,
        THING(FIELD("a",
            NESTED("Encrypted", FIELD("b", NESTED("Plain", FIELD("c", "\"bytes\"", "")), "")),
            "")),
        NULL,
        "./thing.avsc: Encrypted.b: [personal] a record called Encrypted has ciphertext: bytes"},
    {state, THING(FIELD("a", "\"string\"", ",\"personal\":true")), NULL,
        "./thing.avsc: Thing.a: [personal] what is personal stands in a record called Encrypted, "
        "or is not written down"},
    {state, THING(FIELD("a", NESTED("Encrypted", FIELD("email", "\"string\"", "")), "")), NULL,
        "./thing.avsc: Encrypted.email: [personal] a record called Encrypted has ciphertext: "
        "bytes"},
    {state, THING(FIELD("a", "\"int\"", ",\"aliases\":\"b\"")), NULL,
        "./thing.avsc: Thing.a: [alias] \"aliases\" must be an array of names"},
    {state,
        THING(FIELD("a",
            "{\"type\":\"enum\",\"name\":\"Mood\",\"doc\":\"d\",\"symbols\":[\"GOOD\"],"
            "\"default\":\"BAD\"}",
            "")),
        NULL, "./thing.avsc: Mood: [default] the default is none of the symbols"},
    {state,
        THING(FIELD("a", "{\"type\":\"map\",\"values\":\"int\"}", ",\"default\":{\"k\":\"v\"}")),
        NULL, "./thing.avsc: Thing.a: [default] the default must be a whole number"},
    {state, THING(FIELD("a", NESTED("Inner", FIELD("b", "\"int\"", "")), ",\"default\":{\"c\":1}")),
        NULL,
        "./thing.avsc: Thing.a: [default] the default must be without \"c\", which is no field"},
    {"TOPIC(THINGS, \"things\", STATE, \"k\", nothing, \"w\", \"\")\n",
        THING(FIELD("a", "\"int\"", "")), NULL,
        "./topics.def: things: there is no schema nothing.avsc"},
    {"TOPIC(THINGS, \"things\", FOREVER, \"k\", thing, \"w\", \"\")\n",
        THING(FIELD("a", "\"int\"", "")), NULL,
        "./topics.def: things: the kind \"FOREVER\" is not in kinds.def"},
};

static void a_broken_schema_is_refused_by_file_field_and_rule(void)
{
    for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
        struct folder folder;

        folder_open(&folder);
        folder_write(&folder, "topics.def", broken[i].topics);
        folder_write(&folder, "thing.avsc", broken[i].thing);
        if (broken[i].other != NULL)
            folder_write(&folder, "other.avsc", broken[i].other);
        EXPECT_I64(true, generate(&folder) != 0);
        folder.said[strcspn(folder.said, "\n")] = '\0';
        EXPECT_TEXT(broken[i].message, fy_slice_of(folder.said));
        folder_close(&folder);
    }
}

struct change {
    const char *fields;
    const char *message; /* NULL: the change is fine. */
};

/* From FIELD("a", "int"): FULL_TRANSITIVE, or what was written could not be read. */
#define KEPT "./thing.avsc: Thing.a: [full-transitive] "
static const struct change changes[] = {
    {FIELD("a", "\"int\"", ",\"max\":9"), NULL},
    {FIELD("a", "\"int\"", "") "," FIELD("b", "\"int\"", ",\"default\":1"), NULL},
    {FIELD("a", "\"int\"", "") "," FIELD("b", "\"int\"", ""),
        "./thing.avsc: Thing.b: [full-transitive] the field is new, so it needs a \"default\" "
        "(against id 1); add a field instead"},
    {FIELD("a", "\"long\"", ""),
        KEPT "the field had another type (against id 1); who has the older text could not read "
             "the newer"},
    {FIELD("a", "\"string\"", ""),
        KEPT "the field had another type (against id 1); add a field instead"},
    {FIELD("a", "[\"null\",\"int\"]", ",\"default\":null"),
        KEPT "the field was nullable (against id 1); who has the older text could not read the "
             "newer"},
    {FIELD("b", "\"int\"", ",\"default\":1"),
        KEPT "the field was in id 1: keep it (deprecated in its doc), its records are kept for "
             "ever"},
};

static void a_change_must_keep_what_was_written_readable(void)
{
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        struct folder folder;
        char thing[1024];

        folder_open(&folder);
        folder_write(&folder, "topics.def", state);
        folder_write(&folder, "thing.avsc", THING(FIELD("a", "\"int\"", "")));
        EXPECT_I64(0, generate(&folder));
        EXPECT_TEXT("./thing.avsc: new id 1, version 1\n", fy_slice_of(folder.said));
        (void)snprintf(thing, sizeof(thing), THING("%s"), changes[i].fields);
        folder_write(&folder, "thing.avsc", thing);
        if (changes[i].message == NULL) {
            EXPECT_I64(0, generate(&folder));
            EXPECT_TEXT("./thing.avsc: new id 2, version 2\n", fy_slice_of(folder.said));
            EXPECT_I64(0, generate(&folder));
            EXPECT_TEXT("", fy_slice_of(folder.said));
        } else {
            EXPECT_I64(true, generate(&folder) != 0);
            EXPECT_CONTAINS(changes[i].message, fy_slice_of(folder.said));
            /* A refused text gets no number: mending the schema leaves nothing behind. */
            folder_write(&folder, "thing.avsc", THING(FIELD("a", "\"int\"", "")));
            EXPECT_I64(0, generate(&folder));
            EXPECT_TEXT("", fy_slice_of(folder.said));
        }
        folder_close(&folder);
    }
}

/* Ids are in bytes that are kept for ever: a line once there stays, and so does its text. */
static void a_line_of_the_lock_once_there_stays(void)
{
    struct folder folder;

    folder_open(&folder);
    folder_write(&folder, "topics.def", state);
    folder_write(&folder, "thing.avsc", THING(FIELD("a", "\"int\"", "")));
    EXPECT_I64(0, generate(&folder));

    folder_write(&folder, "ids.lock", "");
    EXPECT_I64(true, generate(&folder) != 0);
    EXPECT_CONTAINS("was its line dropped from ids.lock?", fy_slice_of(folder.said));

    folder_write(&folder, "ids.lock", "2 thing 00\n");
    EXPECT_I64(true, generate(&folder) != 0);
    EXPECT_CONTAINS("./ids.lock: line 1 has id 2: ids are dense, and a line once there stays",
        fy_slice_of(folder.said));

    folder_write(&folder, "ids.lock", "1 thing 00\n");
    EXPECT_I64(true, generate(&folder) != 0);
    EXPECT_CONTAINS("./versions/1-thing.avsc: this is not the text that was numbered 1",
        fy_slice_of(folder.said));

    folder_write(&folder, "ids.lock", "1 gone 00\n");
    EXPECT_I64(true, generate(&folder) != 0);
    EXPECT_CONTAINS("./ids.lock: id 1 is of \"gone\", which is no topic's schema now",
        fy_slice_of(folder.said));

    folder_write(&folder, "ids.lock", "one thing 00\n");
    EXPECT_I64(true, generate(&folder) != 0);
    EXPECT_CONTAINS("./ids.lock: line 1 is not \"id name sha256\"", fy_slice_of(folder.said));
    folder_close(&folder);
}

static bool file_says(const struct folder *folder, const char *name, const char *words)
{
    static char text[1 << 17];
    char path[256];
    FILE *stream;
    size_t size;

    (void)snprintf(path, sizeof(path), "%s/%s", folder->path, name);
    stream = fopen(path, "r");
    if (stream == NULL)
        abort();
    size = fread(text, 1, sizeof(text) - 1, stream);
    text[size] = '\0';
    (void)fclose(stream);
    return strstr(text, words) != NULL;
}

/* What old bytes say of a record of another file has a plan here too, down to what is inside it. */
static void an_old_text_has_a_plan_for_each_of_its_records(void)
{
    struct folder folder;

    folder_open(&folder);
    folder_write(&folder, "topics.def", state);
    folder_write(&folder, "other.avsc",
        RECORD("Other", "", FIELD("b", NESTED("Inner", FIELD("c", "\"int\"", "")), "")));
    folder_write(&folder, "thing.avsc", THING(FIELD("a", "\"fy.Other\"", "")));
    EXPECT_I64(0, generate(&folder));
    CU_ASSERT_FALSE(file_says(&folder, "generated/thing.c", "fy_resolve"));
    folder_write(&folder, "thing.avsc",
        THING(FIELD("a", "\"fy.Other\"", "") "," FIELD("b", "\"int\"", ",\"default\":1")));
    EXPECT_I64(0, generate(&folder));
    CU_ASSERT_TRUE(file_says(&folder, "generated/thing.c", ".record = &plan_1_other}"));
    CU_ASSERT_TRUE(file_says(&folder, "generated/thing.c", ".record = &plan_1_inner}"));
    CU_ASSERT_TRUE(file_says(&folder, "generated/thing.c", ".missing = (const uint8_t[]){1}"));
    folder_close(&folder);
}

/* Whoever goes back to an older text keeps its number, and reads what the newer wrote meanwhile. */
static void a_text_gone_back_to_keeps_its_number(void)
{
    struct folder folder;

    folder_open(&folder);
    folder_write(&folder, "topics.def", state);
    folder_write(&folder, "thing.avsc", THING(FIELD("a", "\"int\"", "")));
    EXPECT_I64(0, generate(&folder));
    folder_write(&folder, "thing.avsc",
        THING(FIELD("a", "\"int\"", "") "," FIELD("b", "\"int\"", ",\"default\":1")));
    EXPECT_I64(0, generate(&folder));
    EXPECT_TEXT("./thing.avsc: new id 2, version 2\n", fy_slice_of(folder.said));
    folder_write(&folder, "thing.avsc", THING(FIELD("a", "\"int\"", "")));
    EXPECT_I64(0, generate(&folder));
    EXPECT_TEXT("", fy_slice_of(folder.said));
    CU_ASSERT_TRUE(file_says(&folder, "generated/thing.c", "fy_write_begin(arena, 1, "));
    CU_ASSERT_TRUE(
        file_says(&folder, "generated/thing.c", "fy_resolve(&in, &plan_2_thing, &fy_type_thing, "));
    folder_close(&folder);
}

static CU_TestInfo tests[] = {
    TEST(a_text_gone_back_to_keeps_its_number),
    TEST(a_broken_schema_is_refused_by_file_field_and_rule),
    TEST(a_change_must_keep_what_was_written_readable),
    TEST(a_line_of_the_lock_once_there_stays),
    TEST(an_old_text_has_a_plan_for_each_of_its_records),
};

TEST_MAIN(generator, tests)
