/*
 * A store is rows by (space, key), in order within a space, and nothing of one space shows in
 * another.
 */
#include "lib/store.h"
#include "test/expect.h"
#include "test/run.h"

#include <dirent.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CACHE_BYTES = 8 * 1024 * 1024 };

static char folder[] = "/tmp/fy-store-XXXXXX";

struct rows {
    char text[256];
    int count;
    int count_max;
};

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *walk)
{
    (void)info;
    (void)type;
    (void)walk;
    return remove(path);
}

static struct fy_store *store_open_again(void)
{
    struct fy_store *store = NULL;
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, fy_store_open(folder, CACHE_BYTES, &store, &err));
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    return store;
}

static struct fy_store *store_fresh(void)
{
    memcpy(folder + strlen(folder) - 6, "XXXXXX", 6);
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    return store_open_again();
}

static void store_gone(struct fy_store *store)
{
    fy_store_close(store);
    EXPECT_I64(0, nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS));
}

static void write_row(struct fy_store *store, uint32_t space, const char *key, const char *value)
{
    struct fy_store_batch *batch = fy_store_batch_new(store);
    struct fy_err err = {0};

    if (value != NULL)
        fy_store_batch_put(batch, space, fy_slice_of(key), fy_slice_of(value));
    else
        fy_store_batch_delete(batch, space, fy_slice_of(key));
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    fy_store_batch_free(batch);
}

static bool row_is(struct fy_store *store, uint32_t space, const char *key, const char *value)
{
    struct fy_arena arena;
    struct fy_slice found = {0};
    struct fy_err err = {0};
    bool same;

    fy_arena_init(&arena, 1024 * 1024);
    EXPECT_I64(FY_OK, fy_store_get(store, space, fy_slice_of(key), &arena, &found, &err));
    same = value == NULL ? found.data == NULL
                         : found.data != NULL && fy_slice_equal(found, fy_slice_of(value));
    fy_arena_done(&arena);
    return same;
}

static bool row_add(struct fy_slice key, struct fy_slice value, void *context)
{
    struct rows *rows = context;
    size_t length = strlen(rows->text);

    (void)snprintf(rows->text + length, sizeof(rows->text) - length, "%.*s=%.*s ",
        FY_SLICE_ARG(key), FY_SLICE_ARG(value));
    rows->count++;
    return rows->count < rows->count_max;
}

static void expect_rows(
    struct fy_store *store, uint32_t space, const char *from, int count_max, const char *want)
{
    struct rows rows = {.count_max = count_max};
    struct fy_slice start = from != NULL ? fy_slice_of(from) : (struct fy_slice){0};
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, fy_store_scan(store, space, start, row_add, &rows, &err));
    if (strcmp(rows.text, want) != 0)
        (void)fprintf(stderr, "want \"%s\", got \"%s\"\n", want, rows.text);
    CU_ASSERT_STRING_EQUAL(rows.text, want);
}

static void run_row(struct fy_store_run *run, uint32_t space, const char *key, const char *value)
{
    struct fy_slice bytes = value != NULL ? fy_slice_of(value) : (struct fy_slice){0};
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, fy_store_run_put(run, space, fy_slice_of(key), bytes, &err));
}

/* Rows and deletes, over what is there; nothing of it before its end. */
static void a_run_comes_in_as_one(void)
{
    struct fy_store *store = store_fresh();
    struct fy_store_run *run = NULL;
    struct fy_err err = {0};

    write_row(store, 1, "mug", "five");
    write_row(store, 1, "cup", "nine");
    EXPECT_I64(FY_OK, fy_store_run_new(store, &run, &err));
    run_row(run, 0, "zebra", "of a space before");
    run_row(run, 1, "bowl", "");
    run_row(run, 1, "cup", NULL);
    run_row(run, 1, "mug", "six");
    run_row(run, 2, "a", "behind");
    expect_rows(store, 1, NULL, 10, "cup=nine mug=five ");
    EXPECT_I64(FY_OK, fy_store_run_end(run, &err));
    expect_rows(store, 0, NULL, 10, "zebra=of a space before ");
    expect_rows(store, 1, NULL, 10, "bowl= mug=six ");
    CU_ASSERT_TRUE(row_is(store, 2, "a", "behind"));

    write_row(store, 1, "mug", "seven");
    CU_ASSERT_TRUE(row_is(store, 1, "mug", "seven"));
    fy_store_close(store);
    store = store_open_again();
    expect_rows(store, 1, NULL, 10, "bowl= mug=seven ");
    store_gone(store);
}

static int count_runs(void)
{
    DIR *entries = opendir(folder);
    const struct dirent *entry;
    int count = 0;

    CU_ASSERT_PTR_NOT_NULL_FATAL(entries);
    while ((entry = readdir(entries)) != NULL)
        count += strncmp(entry->d_name, "run-", 4) == 0;
    (void)closedir(entries);
    return count;
}

/* Dropped, empty or left by a killed process: no row and no file of it stays. */
static void a_run_that_does_not_end_leaves_nothing(void)
{
    struct fy_store *store = store_fresh();
    struct fy_store_run *run = NULL;
    struct fy_err err = {0};
    char left[64];
    FILE *file;

    EXPECT_I64(FY_OK, fy_store_run_new(store, &run, &err));
    run_row(run, 1, "mug", "six");
    EXPECT_I64(1, count_runs());
    fy_store_run_drop(run);
    EXPECT_I64(FY_OK, fy_store_run_new(store, &run, &err));
    EXPECT_I64(FY_OK, fy_store_run_end(run, &err));
    expect_rows(store, 1, NULL, 10, "");
    EXPECT_I64(0, count_runs());
    fy_store_close(store);

    (void)snprintf(left, sizeof(left), "%s/run-7", folder);
    file = fopen(left, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    (void)fclose(file);
    store = store_open_again();
    EXPECT_I64(0, count_runs());
    store_gone(store);
}

/* What is out of order would be found by nobody. */
static void a_run_insists_on_its_order(void)
{
    struct fy_store *store = store_fresh();
    struct fy_store_run *run = NULL;
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, fy_store_run_new(store, &run, &err));
    run_row(run, 1, "mug", "six");
    EXPECT_I64(FY_FATAL, fy_store_run_put(run, 1, fy_slice_of("cup"), fy_slice_of("x"), &err));
    fy_store_run_drop(run);
    store_gone(store);
}

static void what_was_put_is_got(void)
{
    struct fy_store *store = store_fresh();

    write_row(store, 3, "mug", "five");
    write_row(store, 3, "", "the empty key is a key");
    write_row(store, 3, "blank", "");
    CU_ASSERT_TRUE(row_is(store, 3, "mug", "five"));
    CU_ASSERT_TRUE(row_is(store, 3, "", "the empty key is a key"));
    CU_ASSERT_TRUE(row_is(store, 3, "blank", ""));
    CU_ASSERT_TRUE(row_is(store, 3, "cup", NULL));

    write_row(store, 3, "mug", "six");
    CU_ASSERT_TRUE(row_is(store, 3, "mug", "six"));
    write_row(store, 3, "mug", NULL);
    CU_ASSERT_TRUE(row_is(store, 3, "mug", NULL));
    store_gone(store);
}

/* Neighbouring spaces, and the last one there is, stay apart in reads, scans and wipes. */
enum { MANY = 200 };

/* Row n is "row-n" of space n % 3, and says "n"; every fifth is not there. */
struct asked {
    struct fy_store_key keys[MANY];
    char texts[MANY][16];
    int told;
};

static enum fy_status many_found(
    const struct fy_store_key *key, struct fy_slice value, void *context, struct fy_err *err)
{
    struct asked *asked = context;
    int n = (int)(key - asked->keys);

    (void)err;
    EXPECT_I64(asked->told++, n);
    if (n % 5 == 0) {
        CU_ASSERT_PTR_NULL(value.data);
    } else {
        CU_ASSERT_TRUE(fy_slice_equal(fy_slice_of(asked->texts[n] + strlen("row-")), value));
    }
    return FY_OK;
}

static enum fy_status many_refused(
    const struct fy_store_key *key, struct fy_slice value, void *context, struct fy_err *err)
{
    (void)value;
    if (key - ((struct asked *)context)->keys == 100)
        return fy_fail(err, FY_FATAL, "enough");
    return FY_OK;
}

static void many_are_got_as_each_is(void)
{
    static struct asked asked;
    struct fy_store *store = store_fresh();
    struct fy_arena arena;
    struct fy_err err = {0};

    fy_arena_init(&arena, 1024 * 1024);
    for (int n = 0; n < MANY; n++) {
        (void)snprintf(asked.texts[n], sizeof(asked.texts[n]), "row-%d", n);
        asked.keys[n] = (struct fy_store_key){(uint32_t)n % 3, fy_slice_of(asked.texts[n])};
        if (n % 5 != 0)
            write_row(store, (uint32_t)n % 3, asked.texts[n], asked.texts[n] + strlen("row-"));
    }
    EXPECT_I64(FY_OK, fy_store_get_many(store, asked.keys, MANY, &arena, many_found, &asked, &err));
    EXPECT_I64(MANY, asked.told);
    EXPECT_I64(FY_OK, fy_store_get_many(store, asked.keys, 0, &arena, many_found, &asked, &err));
    EXPECT_I64(
        FY_FATAL, fy_store_get_many(store, asked.keys, MANY, &arena, many_refused, &asked, &err));
    EXPECT_TEXT("enough", fy_slice_of(err.text));
    fy_arena_done(&arena);
    store_gone(store);
}

static void spaces_do_not_meet(void)
{
    struct fy_store *store = store_fresh();
    struct fy_err err = {0};

    write_row(store, 1, "a", "1");
    write_row(store, 2, "a", "2");
    write_row(store, 2, "\xff\xff\xff\xff\xff", "2 last");
    write_row(store, 3, "a", "3");
    write_row(store, FY_STORE_SPACE_MAX, "z", "end");
    CU_ASSERT_TRUE(row_is(store, 2, "a", "2"));
    CU_ASSERT_TRUE(row_is(store, 1, "a", "1"));
    expect_rows(store, 1, NULL, 9, "a=1 ");
    expect_rows(store, 2, NULL, 9, "a=2 \xff\xff\xff\xff\xff=2 last ");
    expect_rows(store, FY_STORE_SPACE_MAX, NULL, 9, "z=end ");

    EXPECT_I64(FY_OK, fy_store_wipe(store, 2, &err));
    expect_rows(store, 2, NULL, 9, "");
    CU_ASSERT_TRUE(row_is(store, 2, "a", NULL));
    CU_ASSERT_TRUE(row_is(store, 1, "a", "1"));
    CU_ASSERT_TRUE(row_is(store, 3, "a", "3"));

    EXPECT_I64(FY_OK, fy_store_wipe(store, FY_STORE_SPACE_MAX, &err));
    expect_rows(store, FY_STORE_SPACE_MAX, NULL, 9, "");

    write_row(store, 2, "a", "again");
    expect_rows(store, 2, NULL, 9, "a=again ");
    store_gone(store);
}

static void scans_go_in_key_order_from_anywhere(void)
{
    struct fy_store *store = store_fresh();

    write_row(store, 7, "b", "2");
    write_row(store, 7, "a", "1");
    write_row(store, 7, "bb", "3");
    write_row(store, 7, "c", "4");
    expect_rows(store, 7, NULL, 9, "a=1 b=2 bb=3 c=4 ");
    expect_rows(store, 7, "b", 9, "b=2 bb=3 c=4 ");
    expect_rows(store, 7, "ba", 9, "bb=3 c=4 ");
    expect_rows(store, 7, "d", 9, "");
    expect_rows(store, 7, NULL, 2, "a=1 b=2 ");
    store_gone(store);
}

/* Later writes of one batch win, and a batch is empty after it was written. */
static void a_batch_is_applied_in_order_and_emptied(void)
{
    struct fy_store *store = store_fresh();
    struct fy_store_batch *batch = fy_store_batch_new(store);
    struct fy_err err = {0};

    fy_store_batch_put(batch, 1, fy_slice_of("a"), fy_slice_of("old"));
    fy_store_batch_put(batch, 1, fy_slice_of("a"), fy_slice_of("new"));
    fy_store_batch_put(batch, 1, fy_slice_of("b"), fy_slice_of("x"));
    fy_store_batch_delete(batch, 1, fy_slice_of("b"));
    CU_ASSERT_TRUE(row_is(store, 1, "a", NULL));
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    expect_rows(store, 1, NULL, 9, "a=new ");

    write_row(store, 1, "a", NULL);
    EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    expect_rows(store, 1, NULL, 9, "");
    fy_store_batch_free(batch);
    store_gone(store);
}

static void long_keys_and_values_are_no_special_case(void)
{
    enum { KEY_BYTES = 5000, VALUE_BYTES = 300000 };
    struct fy_store *store = store_fresh();
    char *key = malloc(KEY_BYTES + 1);
    char *value = malloc(VALUE_BYTES + 1);

    CU_ASSERT_FATAL(key != NULL && value != NULL);
    memset(key, 'k', KEY_BYTES);
    memset(value, 'v', VALUE_BYTES);
    key[KEY_BYTES] = value[VALUE_BYTES] = '\0';
    write_row(store, 1, key, value);
    CU_ASSERT_TRUE(row_is(store, 1, key, value));
    key[KEY_BYTES - 1] = '\0';
    CU_ASSERT_TRUE(row_is(store, 1, key, NULL));
    free(key);
    free(value);
    store_gone(store);
}

static void a_value_beyond_the_arena_is_named(void)
{
    struct fy_store *store = store_fresh();
    struct fy_arena arena;
    struct fy_slice found = {0};
    struct fy_err err = {0};

    write_row(store, 1, "a", "a value that is longer than sixteen bytes");
    fy_arena_init(&arena, 16);
    EXPECT_I64(FY_FATAL, fy_store_get(store, 1, fy_slice_of("a"), &arena, &found, &err));
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, "arena"));
    fy_arena_done(&arena);
    store_gone(store);
}

static void rows_are_there_after_closing(void)
{
    struct fy_store *store = store_fresh();

    write_row(store, 1, "a", "1");
    fy_store_close(store);
    store = store_open_again();
    CU_ASSERT_TRUE(row_is(store, 1, "a", "1"));
    store_gone(store);
}

/* Two processes with one folder would each undo the other's rows. */
static void a_store_is_opened_once(void)
{
    struct fy_store *store = store_fresh();
    struct fy_store *second = NULL;
    struct fy_err err = {0};

    EXPECT_I64(FY_FATAL, fy_store_open(folder, CACHE_BYTES, &second, &err));
    CU_ASSERT_PTR_NOT_NULL(strstr(err.text, folder));
    CU_ASSERT_PTR_NULL(second);
    write_row(store, 1, "a", "1");
    CU_ASSERT_TRUE(row_is(store, 1, "a", "1"));
    store_gone(store);
}

/* What cannot be read comes back from Kafka, so an operator need not delete folders. */
static void a_corrupt_store_is_opened_empty(void)
{
    struct fy_store *store = store_fresh();
    char path[64];
    FILE *file;

    write_row(store, 1, "a", "1");
    fy_store_close(store);
    (void)snprintf(path, sizeof(path), "%s/CURRENT", folder);
    file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    (void)fputs("nonsense", file);
    EXPECT_I64(0, fclose(file));

    store = store_open_again();
    CU_ASSERT_TRUE(row_is(store, 1, "a", NULL));
    write_row(store, 1, "b", "2");
    fy_store_close(store);

    store = store_open_again();
    CU_ASSERT_TRUE(row_is(store, 1, "b", "2"));
    store_gone(store);
}

static const char *sought;
static int found_in_files;

static int seek_entry(const char *path, const struct stat *info, int type, struct FTW *walk)
{
    static char bytes[1 << 20];
    FILE *file = type == FTW_F ? fopen(path, "r") : NULL;

    (void)info;
    (void)walk;
    if (file != NULL) {
        size_t size = fread(bytes, 1, sizeof(bytes), file);

        if (memmem(bytes, size, sought, strlen(sought)) != NULL)
            found_in_files++;
        (void)fclose(file);
    }
    return 0;
}

static int files_with(const char *text)
{
    sought = text;
    found_in_files = 0;
    EXPECT_I64(0, nftw(folder, seek_entry, 8, FTW_PHYS));
    return found_in_files;
}

/* A person's key is not gone while a file of ours has it, in whichever level it had come to. */
static void what_is_erased_is_in_no_file(void)
{
    struct fy_store *store = store_fresh();
    struct fy_err err = {0};

    write_row(store, 2, "anne", "the-wrapped-key-of-anne");
    write_row(store, 2, "bob", "the-wrapped-key-of-bob");
    EXPECT_I64(FY_OK, fy_store_erase(store, 2, &err));
    CU_ASSERT_TRUE(files_with("the-wrapped-key-of-anne") > 0);

    write_row(store, 2, "carl", "the-wrapped-key-of-carl");
    write_row(store, 2, "anne", NULL);
    write_row(store, 2, "carl", NULL);
    CU_ASSERT_TRUE(files_with("the-wrapped-key-of-anne") > 0);
    CU_ASSERT_TRUE(files_with("the-wrapped-key-of-carl") > 0);
    EXPECT_I64(FY_OK, fy_store_erase(store, 2, &err));
    EXPECT_I64(0, files_with("the-wrapped-key-of-anne"));
    EXPECT_I64(0, files_with("the-wrapped-key-of-carl"));
    CU_ASSERT_TRUE(row_is(store, 2, "bob", "the-wrapped-key-of-bob"));
    store_gone(store);
}

static CU_TestInfo tests[] = {
    TEST(what_was_put_is_got),
    TEST(many_are_got_as_each_is),
    TEST(spaces_do_not_meet),
    TEST(scans_go_in_key_order_from_anywhere),
    TEST(a_batch_is_applied_in_order_and_emptied),
    TEST(long_keys_and_values_are_no_special_case),
    TEST(a_value_beyond_the_arena_is_named),
    TEST(rows_are_there_after_closing),
    TEST(a_store_is_opened_once),
    TEST(a_corrupt_store_is_opened_empty),
    TEST(what_is_erased_is_in_no_file),
    TEST(a_run_comes_in_as_one),
    TEST(a_run_that_does_not_end_leaves_nothing),
    TEST(a_run_insists_on_its_order),
};

TEST_MAIN(store, tests)
