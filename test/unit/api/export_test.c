/* All that was written down about a person, and nothing of anybody else's. */
#include "api/export.h"
#include "schemas/generated/account_event.h"
#include "schemas/generated/activity.h"
#include "test/driver/log.h"
#include "test/expect.h"
#include "test/run.h"

#define ACCOUNT "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define PERSON "0000000000000000000000000000beef"

enum { PARTITIONS = 4 };

static int64_t now_ms(struct fy_clock *clock)
{
    (void)clock;
    return 1000;
}

static void wait_ms(struct fy_clock *clock, int ms)
{
    (void)clock;
    (void)ms;
}

static struct fy_clock the_clock = {now_ms, wait_ms};

static struct {
    struct log *log;
    struct fy_source *source;
    struct fy_arena arena;
    struct export_person person;
    char text[256 * 1024];
    size_t size, lines, lives;
    size_t lines_max; /* Whoever reads goes then. */
} stage;

static void open_stage(void)
{
    struct log_config config = {.partitions = PARTITIONS, .clock = &the_clock};

    memset(&stage, 0, sizeof(stage));
    stage.lines_max = SIZE_MAX;
    stage.log = log_new(&config);
    stage.source = log_plain_source_new(stage.log);
    fy_arena_init(&stage.arena, 16 << 20);
    fy_arena_init(&stage.person.arena, 256 * 1024);
    stage.person.person = fy_slice_of(PERSON);
    CU_ASSERT_TRUE(export_add_key(&stage.person, FY_TOPIC_ACCOUNTS, fy_slice_of(ACCOUNT)));
}

static void close_stage(void)
{
    fy_source_free(stage.source);
    log_free(stage.log);
    fy_arena_done(&stage.arena);
    fy_arena_done(&stage.person.arena);
}

static void append(enum fy_topic topic, const char *key, const void *value)
{
    struct fy_slice bytes = {0};
    struct fy_err err;

    EXPECT_I64(FY_OK, fy_topics[topic].schema->encode(value, &stage.arena, &bytes, &err));
    (void)log_append(
        stage.log, topic, fy_partition_of(fy_slice_of(key), PARTITIONS), fy_slice_of(key), bytes);
}

static struct envelope envelope(void)
{
    return (struct envelope){
        .event_id = fy_slice_of("e"), .root = fy_slice_of("r"), .actor = fy_slice_of("a")};
}

static void links(const char *account, const char *visitor)
{
    struct visitor_linked linked = {fy_slice_of(visitor)};
    struct account_event event = {.envelope = envelope(),
        .subject = fy_slice_of(account),
        .person = fy_slice_of(PERSON),
        .visitor_linked = &linked};

    append(FY_TOPIC_ACCOUNTS, account, &event);
}

static void views(const char *visitor, const char *sku)
{
    struct item_viewed viewed = {.sku = fy_slice_of(sku)};
    struct activity activity = {
        .envelope = envelope(), .visitor = fy_slice_of(visitor), .item_viewed = &viewed};

    append(FY_TOPIC_ACTIVITY, visitor, &activity);
    fy_arena_clear(&stage.arena);
}

static bool put(void *context, struct fy_slice bytes)
{
    (void)context;
    stage.lives += bytes.size == 0;
    stage.lines += bytes.size == 1 && bytes.data[0] == '\n';
    if (bytes.size > 0 && stage.size + bytes.size < sizeof(stage.text)) {
        memcpy(stage.text + stage.size, bytes.data, bytes.size);
        stage.size += bytes.size;
    }
    return stage.lines < stage.lines_max;
}

static enum fy_status export(void) {
    struct fy_err err;

    return export_read(&stage.person, stage.source, put, NULL, &err);
}

static bool says(const char *text)
{
    return memmem(stage.text, stage.size, text, strlen(text)) != NULL;
}

/* Each event once, of visitors too that nothing but the account's events tells of any more. */
static void all_of_theirs_and_nothing_else(void)
{
    char visitor[33], sku[32];

    open_stage();
    CU_ASSERT_TRUE(export_add_key(&stage.person, FY_TOPIC_ACTIVITY, fy_slice_of("visitor 39")));
    for (int i = 0; i < 40; i++) {
        (void)snprintf(visitor, sizeof(visitor), "visitor %d", i);
        (void)snprintf(sku, sizeof(sku), "sku-%d", i);
        links(ACCOUNT, visitor);
        views(visitor, sku);
    }
    views("a stranger", "unseen");
    links("somebody else", "a stranger");
    EXPECT_I64(FY_OK, export());
    EXPECT_I64(80, stage.lines);
    for (int i = 0; i < 40; i++) {
        (void)snprintf(sku, sizeof(sku), "\"sku-%d\"", i);
        CU_ASSERT_TRUE(says(sku));
    }
    CU_ASSERT_FALSE(says("unseen"));
    CU_ASSERT_FALSE(says("somebody else"));
    CU_ASSERT_TRUE(stage.lives >= 2);
    close_stage();
}

/* Whoever never was a visitor has no place of activity to be read. */
static void nobody_has_to_have_been_a_visitor(void)
{
    struct email_verified verified = {fy_slice_of("letter")};
    struct account_event event = {.envelope = envelope(),
        .subject = fy_slice_of(ACCOUNT),
        .person = fy_slice_of(PERSON),
        .email_verified = &verified};

    open_stage();
    append(FY_TOPIC_ACCOUNTS, ACCOUNT, &event);
    views("a stranger", "unseen");
    EXPECT_I64(FY_OK, export());
    EXPECT_I64(1, stage.lines);
    close_stage();
}

/* However many there are: nothing is left out, and nothing kept. */
static void nothing_is_cut(void)
{
    open_stage();
    links(ACCOUNT, "visitor");
    for (int i = 0; i < 20000; i++)
        views("visitor", "mug");
    EXPECT_I64(FY_OK, export());
    EXPECT_I64(20001, stage.lines);
    close_stage();
}

static void whoever_goes_ends_the_reading(void)
{
    open_stage();
    links(ACCOUNT, "visitor");
    for (int i = 0; i < 1000; i++)
        views("visitor", "mug");
    stage.lines_max = 10;
    EXPECT_I64(FY_ABORT, export());
    EXPECT_I64(10, stage.lines);
    close_stage();
}

/* More than can be held is no export that looks whole. */
static void more_keys_than_fit_are_an_error(void)
{
    char visitor[33];

    open_stage();
    for (int i = 0; i < EXPORT_KEYS_MAX; i++) {
        (void)snprintf(visitor, sizeof(visitor), "visitor %d", i);
        links(ACCOUNT, visitor);
    }
    EXPECT_I64(FY_ABORT, export());
    close_stage();
}

static CU_TestInfo tests[] = {
    TEST(all_of_theirs_and_nothing_else),
    TEST(nobody_has_to_have_been_a_visitor),
    TEST(nothing_is_cut),
    TEST(whoever_goes_ends_the_reading),
    TEST(more_keys_than_fit_are_an_error),
};

TEST_MAIN(api.export, tests)
