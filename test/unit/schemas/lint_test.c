/*
 * Each rule of the lint against the tree's own schemas: one edit by hand breaks one rule, and what
 * the build runs says file, field and rule. Nothing gets a number then.
 */
#include "test/expect.h"
#include "test/run.h"

#include <unistd.h>

enum { TEXT_BYTES = 64 * 1024, LEVELS = 33 };

struct edit {
    const char *file;
    const char *found; /* Once in the file. */
    const char *instead;
    const char *message; /* The first line begins so. */
};

static const struct edit edits[] = {
    {"activity", ", \"doc\": \"Whole items now in the cart; 0 takes it out.\"", "",
        "./activity.avsc: CartItemSet.units: [doc] "},
    {"activity", "[\"null\", \"string\"], \"default\": null, \"max_bytes\": 32",
        "[\"string\", \"null\"], \"max_bytes\": 32", "./activity.avsc: Activity.session: [union] "},
    {"activity", "\"type\": \"boolean\", \"default\": true",
        "\"type\": \"boolean\", \"default\": \"yes\"",
        "./activity.avsc: Activity.learn: [default] "},
    {"activity", "{\"name\": \"visitor\"",
        "{\"name\": \"paid\", \"type\": \"fy.Money\", \"doc\": \"d\"}, {\"name\": \"visitor\"",
        "./activity.avsc: Activity.paid: [one-of] "},
    {"activity", "\"type\": \"boolean\", \"default\": true", "\"type\": {\"type\": \"null\"}",
        "./activity.avsc: Activity.learn: [type] "},
    {"activity", "\"name\": \"rank\"", "\"name\": \"Rank\"",
        "./activity.avsc: RecommendationClicked.Rank: [name] "},
    {"activity", "\"max\": 999", "\"maximum\": 999",
        "./activity.avsc: CartItemSet.units: [attribute] "},
    {"activity", "\"min\": 0, \"max\": 999", "\"min\": 1000, \"max\": 999",
        "./activity.avsc: CartItemSet.units: [limit] "},
    {"stock_row", "\"name\": \"position\"", "\"name\": \"place\"",
        "./stock_row.avsc: StockRow.position: [row] "},
    {"activity", "\"name\": \"envelope\"", "\"name\": \"wrapper\"",
        "./activity.avsc: Activity.envelope: [envelope] "},
    {"activity", "\"max_bytes\": 32, ", "", "./activity.avsc: Activity.session: [bounded] "},
    {"activity", "\"name\": \"client_ms\"", "\"name\": \"client_time\"",
        "./activity.avsc: Activity.client_time: [time] "},
    {"envelope", "\"name\": \"event_ms\"", "\"name\": \"happened_ms\"",
        "./activity.avsc: Envelope.event_ms: [event-time] "},
    {"money", "\"type\": \"long\"", "\"type\": \"int\"", "./money.avsc: Money.minor: [money] "},
    {"activity", "timestamp-millis\"}]", "timestamp-micros\"}]",
        "./activity.avsc: Activity.client_ms: [logical-type] "},
    {"activity", "\"name\": \"results\"", "\"name\": \"email\"",
        "./activity.avsc: Searched.email: [personal] "},
    {"activity", "\"default\": true, \"edge\"",
        "\"default\": true, \"aliases\": \"teach\", \"edge\"",
        "./activity.avsc: Activity.learn: [alias] "},
    {"activity", "\"name\": \"results\"", "\"name\": \"hits\"",
        "./activity.avsc: Searched.results: [full-transitive] "},
    {"activity", "\"one_of\": true", "\"one_of\": true, \"body\": true",
        "./activity.avsc: Activity: [body] "},
    {"activity", "{\"name\": \"visitor\"", NULL /* See deep_text. */,
        "./activity.avsc: Deep1: [depth] records nest deeper than 32"},
};

static char folder[64];
static char said[4096];
static char deep[TEXT_BYTES];

/* Does it end in success? What it says is in `said`. */
static bool run(const char *command)
{
    char whole[512];
    FILE *stream;
    size_t size;

    (void)snprintf(whole, sizeof(whole), "cd %s && { %s; } 2>&1", folder, command);
    stream = popen(whole, "r");
    if (stream == NULL)
        abort();
    size = fread(said, 1, sizeof(said) - 1, stream);
    said[size] = '\0';
    return pclose(stream) == 0;
}

static void copy_schemas(void)
{
    char here[256];
    char command[512];

    (void)snprintf(folder, sizeof(folder), "/tmp/fy-lint-XXXXXX");
    if (mkdtemp(folder) == NULL || getcwd(here, sizeof(here)) == NULL)
        abort();
    (void)snprintf(command, sizeof(command), "cp -r %s/schemas .", here);
    EXPECT_I64(true, run(command));
}

static void drop_copy(void)
{
    char command[128];

    (void)snprintf(command, sizeof(command), "rm -r %s", folder);
    EXPECT_I64(true, run(command));
}

static bool generate(void)
{
    return run("cd schemas && " FY_GENERATE " . generated");
}

/* A field of records in records, 33 levels of them. */
static const char *deep_text(const char *behind)
{
    size_t used = 0;

    for (int i = 1; i <= LEVELS; i++)
        used += (size_t)snprintf(deep + used, sizeof(deep) - used,
            "{\"name\": \"inner\", \"doc\": \"d\", %s{\"type\": \"record\", \"name\": \"Deep%d\", "
            "\"doc\": \"d\", \"fields\": [",
            i == 1 ? "\"default\": null, \"type\": [\"null\", " : "\"type\": ", i);
    used += (size_t)snprintf(deep + used, sizeof(deep) - used,
        "{\"name\": \"end\", \"type\": \"boolean\", \"doc\": \"d\"}");
    for (int i = LEVELS; i >= 1; i--)
        used += (size_t)snprintf(deep + used, sizeof(deep) - used, i == 1 ? "]}]}, " : "]}}");
    (void)snprintf(deep + used, sizeof(deep) - used, "%s", behind);
    return deep;
}

static void edit_file(const struct edit *edit)
{
    static char text[TEXT_BYTES];
    char path[160];
    char *at;
    FILE *stream;
    size_t size;

    (void)snprintf(path, sizeof(path), "%s/schemas/%s.avsc", folder, edit->file);
    stream = fopen(path, "re");
    if (stream == NULL)
        abort();
    size = fread(text, 1, sizeof(text) - 1, stream);
    text[size] = '\0';
    (void)fclose(stream);
    at = strstr(text, edit->found);
    EXPECT_I64(true, at != NULL && strstr(at + 1, edit->found) == NULL);
    if (at == NULL)
        return;
    stream = fopen(path, "we");
    if (stream == NULL)
        abort();
    (void)fprintf(stream, "%.*s%s%s", (int)(at - text), text,
        edit->instead != NULL ? edit->instead : deep_text(edit->found), at + strlen(edit->found));
    (void)fclose(stream);
}

static void one_edit_by_hand_breaks_each_rule(void)
{
    for (size_t i = 0; i < sizeof(edits) / sizeof(edits[0]); i++) {
        copy_schemas();
        edit_file(&edits[i]);
        EXPECT_I64(false, generate());
        said[strnlen(edits[i].message, sizeof(said))] = '\0';
        EXPECT_TEXT(edits[i].message, fy_slice_of(said));
        drop_copy();
    }
}

/* Else every edit would be refused for what was wrong before it. */
static void the_schemas_as_they_are_keep_every_rule(void)
{
    copy_schemas();
    EXPECT_I64(true, generate());
    EXPECT_TEXT("", fy_slice_of(said));
    drop_copy();
}

static bool is_broken_here(const char *rule)
{
    char shown[40];

    (void)snprintf(shown, sizeof(shown), "[%s]", rule);
    for (size_t i = 0; i < sizeof(edits) / sizeof(edits[0]); i++)
        if (strstr(edits[i].message, shown) != NULL)
            return true;
    return false;
}

/* The generator's source says which rules there are; each is broken above. */
static void no_rule_is_left_out(void)
{
    static const char command[] =
        "grep -zohP '(broken|check_first)\\((?:[^\";]|\"[^\"]*%s[^\"]*\"|\"[a-z]+\", \"fy)*?"
        "[^\"]*\"\\K[a-z-]+(?=\",)' schemas/generator/*.c | tr '\\0' '\\n' | sort -u";
    char rule[32];
    int count = 0;
    FILE *stream = popen(command, "r");

    if (stream == NULL)
        abort();
    while (fscanf(stream, "%31s", rule) == 1) {
        count++;
        if (!is_broken_here(rule) && strcmp(rule, "position") != 0 && strcmp(rule, "parked") != 0)
            EXPECT_TEXT("a rule with an edit that breaks it", fy_slice_of(rule));
    }
    (void)pclose(stream);
    EXPECT_I64(true, count >= 18);
}

static CU_TestInfo tests[] = {
    TEST(one_edit_by_hand_breaks_each_rule),
    TEST(the_schemas_as_they_are_keep_every_rule),
    TEST(no_rule_is_left_out),
};

TEST_MAIN(lint, tests)
