/* stand_inside.c - see stand.h. Topics through lib/kafka.h, processes through supervisorctl. */
#include "lib/producer.h"
#include "test/e2e/stand.h"

#include <dirent.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define REQUIRE(call)                                                                              \
    do {                                                                                           \
        if ((call) != FY_OK) {                                                                     \
            (void)fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, err.text);                    \
            exit(EXIT_FAILURE);                                                                    \
        }                                                                                          \
    } while (0)

/* --- Topics -------------------------------------------------------------------------------------
 */

static const struct fy_kafka_config *kafka(void)
{
    static char brokers[32];
    static struct fy_kafka_config config = {.client_id = "e2e"};

    (void)snprintf(brokers, sizeof(brokers), "127.0.0.1:%d", stand_port() + 1);
    config.brokers = brokers;
    return &config;
}

static struct fy_source *source(void)
{
    static struct fy_source *plain;
    struct fy_err err;

    if (plain == NULL)
        REQUIRE(fy_kafka_plain_source_new(kafka(), &plain, &err));
    return plain;
}

void topic_mark(struct topic_mark *mark, enum fy_topic topic)
{
    struct fy_err err;
    int64_t until_ms = mono_ms() + 30000;

    mark->topic = topic;
    /* A broker that has much to do may let one question go by. */
    while (fy_source_partitions(source(), topic, &mark->count, &err) != FY_OK)
        REQUIRE(mono_ms() < until_ms ? FY_OK : err.status);
    for (int i = 0; i < mark->count; i++)
        mark->places[i] = (struct fy_place){.topic = topic, .partition = i};
    while (fy_source_ends(source(), mark->places, mark->count, &err) != FY_OK)
        REQUIRE(mono_ms() < until_ms ? FY_OK : err.status);
}

int64_t topic_end(enum fy_topic topic)
{
    struct topic_mark mark;
    int64_t all = 0;

    topic_mark(&mark, topic);
    for (int i = 0; i < mark.count; i++)
        all += mark.places[i].offset;
    return all;
}

int topic_read(const struct topic_mark *from,
    void (*visit)(const struct fy_record *record, void *context),
    void *context)
{
    struct topic_mark to, at = *from;
    struct fy_batch batch;
    struct fy_err err;
    int64_t until_ms = mono_ms() + 30000;
    int64_t behind = 0;
    int seen = 0;

    topic_mark(&to, from->topic);
    REQUIRE(fy_source_assign(source(), from->places, from->count, &err));
    for (int i = 0; i < from->count; i++)
        behind += from->places[i].offset < to.places[i].offset;
    while (behind > 0) {
        REQUIRE(fy_source_poll(source(), 100, FY_BATCH_RECORDS_MAX, &batch, &err));
        for (int i = 0; i < batch.count; i++) {
            if (batch.records[i].offset >= to.places[batch.records[i].partition].offset)
                continue;
            seen++;
            visit(&batch.records[i], context);
        }
        behind = 0;
        REQUIRE(fy_source_positions(source(), at.places, at.count, &err));
        for (int i = 0; i < at.count; i++)
            behind += at.places[i].offset < to.places[i].offset;
        if (mono_ms() > until_ms) {
            CU_FAIL("could not read a topic to its end within 30 s");
            break;
        }
    }
    REQUIRE(fy_source_unassign(source(), from->places, from->count, &err));
    return seen;
}

void topic_put_raw(enum fy_topic topic, const char *key, const void *value, size_t size)
{
    struct fy_producer *producer;
    struct fy_err err;

    REQUIRE(fy_producer_new(kafka(), 5000, &producer, &err));
    REQUIRE(fy_producer_send(producer, topic, fy_slice_of(key),
        (struct fy_slice){.data = value, .size = size}, NULL, NULL, &err));
    REQUIRE(fy_producer_flush(producer, 10000, &err));
    fy_producer_free(producer);
}

/* --- Processes ----------------------------------------------------------------------------------
 */

int run_command(const char **ret_output, const char *format, ...)
{
    static char output[65536];
    char command[1024];
    va_list args;
    size_t size = 0, got;
    FILE *pipe;

    va_start(args, format);
    (void)vsnprintf(command, sizeof(command), format, args);
    va_end(args);
    pipe = popen(command, "r");
    if (pipe == NULL)
        abort();
    while ((got = fread(output + size, 1, sizeof(output) - 1 - size, pipe)) > 0)
        size += got;
    output[size] = '\0';
    *ret_output = output;
    return WEXITSTATUS(pclose(pipe));
}

static const char *supervisor(const char *words, const char *program)
{
    const char *output;

    (void)run_command(
        &output, "supervisorctl -c '%s/supervisord.conf' %s %s 2>&1", stand_home(), words, program);
    return output;
}

int program_pid(const char *program)
{
    return atoi(supervisor("pid", program));
}

bool program_ready(const char *program)
{
    static const struct {
        const char *name;
        int offset;
    } ports[] = {{"producers", 11}, {"api", 12}, {"stock", 21}, {"history", 22}, {"history2", 47},
        {"recommend", 23}, {"accounts", 24}, {"payments", 26}, {"pspsim", 28}};
    const char *output;

    if (strcmp(program, "kafka") == 0)
        return run_command(&output, "bash -c ': </dev/tcp/127.0.0.1/%d' 2>&1", stand_port() + 1) ==
               0;
    for (size_t i = 0; i < sizeof(ports) / sizeof(ports[0]); i++) {
        if (strcmp(program, ports[i].name) == 0)
            return run_command(&output, "curl -fs -m 2 http://127.0.0.1:%d/healthz",
                       stand_port() + ports[i].offset) == 0;
    }
    (void)fprintf(stderr, "there is no program \"%s\"\n", program);
    abort();
}

static bool ready(void *program)
{
    return program_ready(program);
}

void program_wait_ready(const char *program)
{
    char text[128];
    bool came = eventually(60, ready, (void *)(uintptr_t)program);

    (void)snprintf(text, sizeof(text), "%s ready within 60 s", program);
    CU_assertImplementation(came, __LINE__, text, __FILE__, __func__, CU_FALSE);
}

struct killed {
    const char *program;
    int pid;
};

static bool other_pid(void *context)
{
    const struct killed *killed = context;
    int pid = program_pid(killed->program);

    return pid != 0 && pid != killed->pid;
}

void program_kill(const char *program)
{
    struct killed killed = {.program = program, .pid = program_pid(program)};

    CU_ASSERT_FATAL(killed.pid > 1);
    CU_ASSERT_EQUAL_FATAL(kill(killed.pid, SIGKILL), 0);
    EXPECT_EVENTUALLY(30, other_pid, &killed);
    program_wait_ready(program);
}

void program_stop(const char *program)
{
    (void)supervisor("stop", program);
    EXPECT_I64(0, program_pid(program));
}

void program_start(const char *program)
{
    (void)supervisor("start", program);
    program_wait_ready(program);
}

void program_wipe(const char *program)
{
    const char *output;

    program_stop(program);
    EXPECT_I64(0, run_command(&output, "ls '%s/data/%s' | grep -q .", stand_home(), program));
    EXPECT_I64(0, run_command(&output, "rm -rf '%s/data/%s'/*", stand_home(), program));
    program_start(program);
}
