#include "lib/conf.h"
#include "test/expect.h"
#include "test/run.h"

#include <sys/stat.h>
#include <unistd.h>

static char path[64];

static void write_file(const char *text, size_t size)
{
    FILE *out;

    (void)snprintf(path, sizeof(path), "/tmp/fy_conf_test.%d", (int)getpid());
    (void)unlink(path);
    out = fopen(path, "we");
    (void)fwrite(text, 1, size, out);
    (void)fclose(out);
}

struct settings {
    const char *brokers;
    const char *data;
    int workers;
};

static enum fy_status load(struct settings *settings, struct fy_conf **ret_conf, struct fy_err *err)
{
    const struct fy_conf_item items[] = {
        {.name = "brokers",
            .fallback = "127.0.0.1:9092",
            .help = "Kafka",
            .text = &settings->brokers},
        {.name = "data", .help = "folder of the rows", .text = &settings->data},
        {.name = "workers",
            .fallback = "2",
            .help = "threads",
            .number = &settings->workers,
            .number_min = 1,
            .number_max = 64},
    };
    char program[] = "fy-test", option[] = "--conf";
    char *argv[] = {program, option, path, NULL};

    return fy_conf_load("fy-test", "tests", items, 3, 3, argv, ret_conf, err);
}

static void values_and_defaults_are_read(void)
{
    static const char text[] = "# where rows are kept\n\n  data =  /tmp/a b \r\nworkers=64\n";
    struct settings settings = {0};
    struct fy_conf *conf = NULL;
    struct fy_err err = {0};

    write_file(text, sizeof(text) - 1);
    EXPECT_I64(FY_OK, load(&settings, &conf, &err));
    if (conf != NULL) {
        EXPECT_TEXT("127.0.0.1:9092", fy_slice_of(settings.brokers));
        EXPECT_TEXT("/tmp/a b", fy_slice_of(settings.data));
        EXPECT_I64(64, settings.workers);
    }
    fy_conf_free(conf);
    (void)unlink(path);
}

/* Whoever made the mistake reads the line to mend and the limit that was broken. */
static void mistakes_name_file_and_line(void)
{
    static const struct {
        const char *text;
        const char *words; /* What must stand in the message. */
    } rows[] = {
        {"data = x\nbroker = y\n", ":2: nothing is called \"broker\""},
        {"data = x\n\nworkers = 65\n", ":3: workers is \"65\"; it must be a number in 1 .. 64"},
        {"data = x\nworkers = 2x\n", ":2: workers is \"2x\""},
        {"data = x\nworkers =\n", ":2: workers is \"\""},
        {"data = x\nworkers = 99999999999999999999\n", ":2: workers is"},
        {"data = x\ndata = y\n", ":2: data was set in line 1 already"},
        {"data\n", ":1: no '='"},
        {"workers = 1\n", "data is not set and has no default: folder of the rows"},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct settings settings = {0};
        struct fy_conf *conf = NULL;
        struct fy_err err = {0};

        write_file(rows[i].text, strlen(rows[i].text));
        EXPECT_I64(FY_FATAL, load(&settings, &conf, &err));
        if (strstr(err.text, rows[i].words) == NULL || strstr(err.text, path) == NULL)
            EXPECT_TEXT(rows[i].words, fy_slice_of(err.text));
        (void)unlink(path);
    }
}

static void a_file_that_cannot_be_a_config_is_refused(void)
{
    static char large[70 * 1024];
    struct settings settings = {0};
    struct fy_conf *conf = NULL;
    struct fy_err err = {0};

    memset(large, '#', sizeof(large));
    write_file(large, sizeof(large));
    EXPECT_I64(FY_FATAL, load(&settings, &conf, &err));
    write_file("data = x\0y\n", 11);
    EXPECT_I64(FY_FATAL, load(&settings, &conf, &err));
    (void)unlink(path);
    EXPECT_I64(FY_FATAL, load(&settings, &conf, &err));
}

static void a_secret_is_read_only_from_a_file_of_our_own(void)
{
    uint8_t key[32] = {0};
    struct fy_err err = {0};

    write_file("0123456789abcdef0123456789abcdef", 32);
    (void)chmod(path, 0400);
    EXPECT_I64(FY_OK, fy_conf_secret(path, key, sizeof(key), &err));
    EXPECT_I64(0, memcmp(key, "0123456789abcdef0123456789abcdef", 32));

    (void)chmod(path, 0440); /* Lent to a group: root alone may do so. */
    EXPECT_I64(geteuid() == 0 ? FY_OK : FY_FATAL, fy_conf_secret(path, key, sizeof(key), &err));
    (void)chmod(path, 0460);
    EXPECT_I64(FY_FATAL, fy_conf_secret(path, key, sizeof(key), &err));
    (void)chmod(path, 0404);
    EXPECT_I64(FY_FATAL, fy_conf_secret(path, key, sizeof(key), &err));

    write_file("too short", 9);
    (void)chmod(path, 0400);
    EXPECT_I64(FY_FATAL, fy_conf_secret(path, key, sizeof(key), &err));
    EXPECT_I64(FY_FATAL, fy_conf_secret("/tmp", key, sizeof(key), &err));
    (void)unlink(path);
    EXPECT_I64(FY_FATAL, fy_conf_secret(path, key, sizeof(key), &err));
}

static const CU_TestInfo tests[] = {
    TEST(values_and_defaults_are_read),
    TEST(mistakes_name_file_and_line),
    TEST(a_file_that_cannot_be_a_config_is_refused),
    TEST(a_secret_is_read_only_from_a_file_of_our_own),
};

TEST_MAIN(lib.conf, tests)
