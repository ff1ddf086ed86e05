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
        "./thing.avsc: Thing.a: a field needs a \"doc\""},
    {state,
        "{\"type\":\"record\",\"name\":\"Thing\",\"namespace\":\"fy\",\"fields\":[" FIELD(
            "a", "\"int\"", "") "]}",
        NULL, "./thing.avsc: Thing: a named type needs a \"doc\""},
    {state, THING(FIELD("a", "[\"int\",\"null\"]", "")), NULL,
        "./thing.avsc: Thing.a: a union must be [\"null\", T], in this order"},
    {state, THING(FIELD("a", "[\"null\",\"int\",\"long\"]", "")), NULL,
        "./thing.avsc: Thing.a: a union must be [\"null\", T], in this order"},
    {state, THING(FIELD("a", "[\"null\",\"int\"]", ",\"default\":0")), NULL,
        "./thing.avsc: Thing.a: the default must be null"},
    {state, THING(FIELD("a", "\"int\"", ",\"default\":\"0\"")), NULL,
        "./thing.avsc: Thing.a: the default must be a value of the field's type (an array: [])"},
    {state,
        RECORD("Thing",
            ",\"one_of\":true",
            FIELD("a", NESTED("Inner", FIELD("b", "\"int\"", "")), "")),
        NULL,
        "./thing.avsc: Thing.a: a record of a \"one_of\" must be [\"null\", record] with default "
        "null"},
    {state, RECORD("Thing", ",\"one_of\":true", FIELD("a", "\"int\"", "")), NULL,
        "./thing.avsc: Thing: a \"one_of\" needs at least one [\"null\", record]"},
    {state, THING(FIELD("a", "\"fy.Nothing\"", "")), NULL,
        "./thing.avsc: Thing.a: the type \"fy.Nothing\" is neither Avro's nor defined in any file "
        "before it is used"},
    {state, THING(FIELD("a", "{\"type\":\"map\",\"values\":\"int\"}", "")), NULL,
        "./thing.avsc: Thing.a: the type \"map\" is not one of those we use here"},
    {state, THING(FIELD("a", "[\"null\",\"fy.Thing\"]", "")), NULL,
        "./thing.avsc: Thing.a: a record that contains itself (\"fy.Thing\") has no depth limit"},
    {state, THING(FIELD("a", "\"fy.Other\"", "")),
        RECORD("Other", "", FIELD("b", "\"fy.Thing\"", "")),
        "./thing.avsc: Thing.a: a record that contains itself (\"fy.Other\") has no depth limit"},
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
        "./thing.avsc: Thing.int: a field's name is a-z, 0-9 and _, begins with a letter, not with "
        "has_, and is no word of C"},
    {state, THING(FIELD("a", "\"int\"", ",\"maximum\":1")), NULL,
        "./thing.avsc: Thing.a: the attribute \"maximum\" is not one of ours"},
    {state, THING(FIELD("a", "\"string\"", ",\"max\":1")), NULL,
        "./thing.avsc: Thing.a: \"max\" does not apply to a field of this type"},
    {state, THING(FIELD("a", "\"int\"", ",\"min\":2,\"max\":1")), NULL,
        "./thing.avsc: Thing.a: \"min\" is above \"max\""},
    {state, THING(FIELD("a", "\"string\"", ",\"chars\":\"greek\"")), NULL,
        "./thing.avsc: Thing.a: \"chars\" must be hex, sku, upper or uuid"},
    {state, THING(FIELD("a", "[\"null\",{\"type\":\"array\",\"items\":\"int\"}]", "")), NULL,
        "./thing.avsc: Thing.a: an array is never null: an empty one says nothing as well"},
    {state, THING(FIELD("a", "{\"type\":\"array\",\"items\":[\"null\",\"int\"]}", "")), NULL,
        "./thing.avsc: Thing.a: the items of an array are never null and of one type"},
    {state, THING(""), NULL, "./thing.avsc: Thing: a record needs 1 .. 64 fields"},
    {state, RECORD("Think", "", FIELD("a", "\"int\"", "")), NULL,
        "./thing.avsc: the record Think belongs into think.avsc: a file is called as its record"},
    {state, "{\"type\":\"int\"}", NULL, "./thing.avsc: the schema of a file must be a record"},
    {state, "{", NULL, "./thing.avsc: line 1 column 1: string or '}' expected near end of file"},
    {changelog, THING(FIELD("a", "\"int\"", "")), NULL,
        "./thing.avsc: Thing.position: a CHANGELOG schema begins with position [null, "
        "fy.TaskPosition] and parked [null, fy.ParkedKey]"},
    {changelog,
        THING(FIELD("position",
            "[\"null\"," NESTED("TaskPosition", FIELD("b", "\"int\"", "")) "]",
            ",\"default\":null")),
        NULL,
        "./thing.avsc: Thing.parked: a CHANGELOG schema begins with position [null, "
        "fy.TaskPosition] and parked [null, fy.ParkedKey]"},
    {fact, THING(FIELD("a", "\"int\"", "")), NULL,
        "./thing.avsc: Thing.envelope: a FACT, EVENT or REQUEST schema begins with envelope "
        "fy.Envelope"},
    {fact,
        THING(FIELD("envelope",
            NESTED("Envelope", FIELD("b", "\"int\"", "")),
            ",\"edge\":true") "," FIELD("a", "\"string\"", "")),
        NULL, "./thing.avsc: Thing.a: a string that a client sets needs \"max_bytes\""},
    {fact,
        THING(FIELD("envelope",
            NESTED("Envelope", FIELD("b", "\"int\"", "")),
            ",\"edge\":true") "," FIELD("a", "\"long\"", "")),
        NULL, "./thing.avsc: Thing.a: a number that a client sets needs \"min\""},
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
static const struct change changes[] = {
    {FIELD("a", "\"int\"", ",\"max\":9"), NULL},
    {FIELD("a", "\"int\"", "") "," FIELD("b", "\"int\"", ",\"default\":1"), NULL},
    {FIELD("a", "\"int\"", "") "," FIELD("b", "\"int\"", ""),
        "./thing.avsc: Thing.b: the field is new since id 1, so it needs a \"default\""},
    {FIELD("a", "\"long\"", ""),
        "./thing.avsc: Thing.a: the field had another type in id 1; add a field instead"},
    {FIELD("a", "[\"null\",\"int\"]", ",\"default\":null"),
        "./thing.avsc: Thing.a: the field had another type in id 1; add a field instead"},
    {FIELD("b", "\"int\"", ",\"default\":1"), "./thing.avsc: Thing.a: the field was in id 1: keep "
                                              "it (deprecated in its doc), its records "
                                              "are kept for ever"},
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
    static char text[65536];
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

/*
 * Thing grew. Other, a file of its own, did not, so what old bytes say of it is read as ever; a
 * reader for what is inside Other would be called by nobody, and the compiler refuses that.
 */
static void an_old_text_gets_the_readers_that_are_called_alone(void)
{
    struct folder folder;

    folder_open(&folder);
    folder_write(&folder, "topics.def", state);
    folder_write(&folder, "other.avsc",
        RECORD("Other", "", FIELD("b", NESTED("Inner", FIELD("c", "\"int\"", "")), "")));
    folder_write(&folder, "thing.avsc", THING(FIELD("a", "\"fy.Other\"", "")));
    EXPECT_I64(0, generate(&folder));
    folder_write(&folder, "thing.avsc",
        THING(FIELD("a", "\"fy.Other\"", "") "," FIELD("b", "\"int\"", ",\"default\":1")));
    EXPECT_I64(0, generate(&folder));
    CU_ASSERT_TRUE(file_says(&folder, "generated/thing.c", "static bool read_1_thing("));
    CU_ASSERT_TRUE(file_says(&folder, "generated/thing.c", "fy_read_other(in, &value->a)"));
    CU_ASSERT_FALSE(file_says(&folder, "generated/thing.c", "read_1_inner"));

    /* Once Other grows as well, all of the way to what grew has readers of its own. */
    folder_write(&folder, "other.avsc",
        RECORD("Other", "",
            FIELD("b", NESTED("Inner", FIELD("c", "\"int\"", "")), "") "," FIELD(
                "d", "\"int\"", ",\"default\":1")));
    EXPECT_I64(0, generate(&folder));
    CU_ASSERT_TRUE(file_says(&folder, "generated/thing.c", "read_1_other(in, &value->a)"));
    CU_ASSERT_TRUE(file_says(&folder, "generated/thing.c", "read_1_inner(in, &value->b)"));
    folder_close(&folder);
}

static CU_TestInfo tests[] = {
    TEST(a_broken_schema_is_refused_by_file_field_and_rule),
    TEST(a_change_must_keep_what_was_written_readable),
    TEST(a_line_of_the_lock_once_there_stays),
    TEST(an_old_text_gets_the_readers_that_are_called_alone),
};

TEST_MAIN(generator, tests)
