/*
 * main.c - sim-broker: the programs of the simulator on a real broker, killed and stopped, and the
 * simulator's own fold of what they wrote.
 *
 *   FY_HOME=... FY_PORT=... sim-broker       the stand's broker is at FY_PORT + 1; `./fy test e2e`
 *
 * probe-relay and probe-count run as processes under FY_HOME/probe, on topics that it makes. Facts
 * come while they are killed (-9), wiped, stopped beyond their session, and joined by a second
 * process; then the topics are read into a log in memory, and check.h looks at it. Every wait is
 * for a condition. Ends with 0 when the outputs are the fold; needs topics that are empty.
 */
#include "lib/kafka.h"
#include "lib/log.h"
#include "lib/producer.h"
#include "test/driver/log_core.h"
#include "test/sim/sim.h"

#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    PARTITIONS = 4,
    WAIT_S_MAX = 90,
    PATH_BYTES = 512,
    LISTEN_PORT = 61, /* Behind FY_PORT. */
    ROUNDS = 9,
    ROUND_FACTS = 10,
};

struct program {
    const char *name, *binary;
    int instance;
    pid_t pid;
    char folder[PATH_BYTES];
};

static struct program programs[] = {
    {.name = "relay", .binary = "probe-relay", .instance = 1},
    {.name = "count", .binary = "probe-count", .instance = 1},
    {.name = "relay", .binary = "probe-relay", .instance = 2},
    {.name = "count", .binary = "probe-count", .instance = 2},
};

static struct sim sim;
static char bin[PATH_BYTES], brokers[64];
static int port;
static struct fy_kafka_config kafka = {.brokers = brokers, .client_id = "sim-broker"};
static struct fy_source *source;

static void end(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

static void end(const char *format, ...)
{
    va_list list;

    va_start(list, format);
    (void)vfprintf(stderr, format, list);
    (void)fputc('\n', stderr);
    va_end(list);
    for (size_t i = 0; i < sizeof(programs) / sizeof(programs[0]); i++) {
        if (programs[i].pid > 0)
            (void)kill(programs[i].pid, SIGKILL);
    }
    exit(EXIT_FAILURE);
}

static int64_t now_ms(struct fy_clock *clock)
{
    struct timespec now;

    (void)clock;
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void pause_ms(int ms)
{
    struct timespec wait = {.tv_sec = ms / 1000, .tv_nsec = (long)(ms % 1000) * 1000000};

    (void)nanosleep(&wait, NULL);
}

/* --- Programs -------------------------------------------------------------------------------- */

static void configure(struct program *program, const char *path)
{
    FILE *file = fopen(path, "we");
    int at = (int)(program - programs);

    if (file == NULL)
        end("could not write \"%s\"", path);
    (void)fprintf(file,
        "brokers = %s\nlisten = 127.0.0.1:%d\ndata = %s/data\ninstance = %d\nworkers = 2\n",
        brokers, port + LISTEN_PORT + at, program->folder, program->instance);
    if (fclose(file) != 0)
        end("could not write \"%s\"", path);
}

static void program_start(struct program *program)
{
    char conf[PATH_BYTES + 16], log[PATH_BYTES + 16], path[PATH_BYTES * 2];

    (void)snprintf(conf, sizeof(conf), "%s/conf", program->folder);
    (void)snprintf(log, sizeof(log), "%s/log", program->folder);
    (void)snprintf(path, sizeof(path), "%s/%s", bin, program->binary);
    configure(program, conf);
    program->pid = fork();
    if (program->pid == 0) {
        int out = open(log, O_WRONLY | O_CREAT | O_APPEND, 0644);

        (void)dup2(out, STDERR_FILENO);
        (void)dup2(out, STDOUT_FILENO);
        (void)execl(path, path, "--conf", conf, (char *)NULL);
        _exit(EXIT_FAILURE);
    }
    if (program->pid < 0)
        end("could not start \"%s\"", path);
    (void)printf("%s-%d runs\n", program->name, program->instance);
}

static void program_kill(struct program *program, bool wipe)
{
    char command[PATH_BYTES + 32];

    (void)kill(program->pid, SIGKILL);
    (void)waitpid(program->pid, NULL, 0);
    program->pid = 0;
    (void)printf("%s-%d killed%s\n", program->name, program->instance, wipe ? " and wiped" : "");
    (void)snprintf(command, sizeof(command), "rm -rf '%s/data'", program->folder);
    if (wipe && system(command) != 0)
        end("could not wipe \"%s\"", program->folder);
}

/* --- Topics ---------------------------------------------------------------------------------- */

/* Asked again while the broker is busy with itself. */
static void ask_ends(struct fy_place *places)
{
    int64_t until_ms = now_ms(NULL) + (int64_t)WAIT_S_MAX * 1000;
    struct fy_err err;

    while (fy_source_ends(source, places, PARTITIONS, &err) != FY_OK) {
        if (err.status != FY_ABORT || now_ms(NULL) > until_ms)
            end("could not ask for ends: %s", err.text);
        pause_ms(50);
    }
}

static int64_t topic_end(enum fy_topic topic)
{
    struct fy_place places[PARTITIONS];
    int64_t all = 0;

    for (int p = 0; p < PARTITIONS; p++)
        places[p] = (struct fy_place){topic, p, -1};
    ask_ends(places);
    for (int p = 0; p < PARTITIONS; p++)
        all += places[p].offset;
    return all;
}

/* Until the programs have written more there than `than`: they are at work. */
static void wait_beyond(enum fy_topic topic, int64_t than, const char *why)
{
    int64_t until_ms = now_ms(NULL) + (int64_t)WAIT_S_MAX * 1000;

    while (topic_end(topic) <= than) {
        if (now_ms(NULL) > until_ms)
            end("nothing came to \"%s\" for %d s: %s", fy_topics[topic].name, WAIT_S_MAX, why);
        pause_ms(20);
    }
}

static void facts_send(struct fy_producer *producer)
{
    struct fy_arena arena;
    struct fy_err err;

    fy_arena_init(&arena, 1024 * 1024);
    sim.now_ms = now_ms(NULL);
    for (int i = 0; i < ROUND_FACTS; i++) {
        struct fy_slice key, value;

        sim_topology.fact(&sim, &arena, &key, &value);
        if (fy_producer_send(producer, FY_TOPIC_PROBE_FACTS, key, value, NULL, NULL, &err) != FY_OK)
            end("could not send a fact: %s", err.text);
    }
    if (fy_producer_flush(producer, 30000, &err) != FY_OK)
        end("could not send facts: %s", err.text);
    fy_arena_done(&arena);
}

/* --- What goes wrong ------------------------------------------------------------------------- */

/* Steps come from somebody else while the first is stopped; then it goes on, with due timers. */
static void stop_and_go_on(struct fy_producer *producer, struct program *first, enum fy_topic out)
{
    struct program *second = first + 2;
    int64_t before;

    program_start(second);
    before = topic_end(out);
    (void)kill(first->pid, SIGSTOP);
    (void)printf("%s-%d stopped\n", first->name, first->instance);
    for (int64_t until_ms = now_ms(NULL) + (int64_t)WAIT_S_MAX * 1000;
         topic_end(out) <= before + ROUND_FACTS;) {
        facts_send(producer);
        pause_ms(500);
        if (now_ms(NULL) > until_ms)
            end("nobody took over from %s-%d", first->name, first->instance);
        if (sim.facts_sent > FACTS_MAX * 2)
            break;
    }
    (void)kill(first->pid, SIGCONT);
    (void)printf("%s-%d goes on\n", first->name, first->instance);
    program_kill(second, false);
}

static void trouble(struct fy_producer *producer, int round)
{
    struct program *program = &programs[sim_below(&sim, 2)];

    switch (round) {
    case 2:
        stop_and_go_on(producer, &programs[1], FY_TOPIC_PROBE_STEPS);
        break;
    case 5:
        program_kill(&programs[0], true);
        program_kill(&programs[1], true);
        program_start(&programs[0]);
        program_start(&programs[1]);
        break;
    case 0:
        break;
    default:
        program_kill(program, sim_one_in(&sim, 3));
        program_start(program);
        break;
    }
}

/* --- The fold -------------------------------------------------------------------------------- */

struct copy_clock {
    struct fy_clock clock;
    int64_t append_ms;
};

static int64_t copy_now_ms(struct fy_clock *clock)
{
    return ((struct copy_clock *)clock)->append_ms;
}

/* At its offset: what lies between are markers, and records that nobody sees. */
static void copy_record(struct log *log, struct copy_clock *clock, const struct fy_record *record)
{
    struct partition *partition = log_partition(log, record->topic, record->partition);

    clock->append_ms = record->append_ms;
    while (partition->count < record->offset)
        log_entry_add(
            log, record->topic, record->partition, (struct fy_slice){0}, (struct fy_slice){0})
            ->marker = true;
    (void)log_append(log, record->topic, record->partition, record->key, record->value);
}

/* All of one topic, as a read_committed reader has it. */
static void copy_topic(struct log *log, struct copy_clock *clock, enum fy_topic topic)
{
    struct fy_place places[PARTITIONS], ends[PARTITIONS];
    struct fy_err err;
    bool more = true;

    for (int p = 0; p < PARTITIONS; p++)
        places[p] = ends[p] = (struct fy_place){topic, p, 0};
    ask_ends(ends);
    if (fy_source_assign(source, places, PARTITIONS, &err) != FY_OK)
        end("could not read \"%s\": %s", fy_topics[topic].name, err.text);
    while (more) {
        struct fy_batch batch = {0};

        if (fy_source_poll(source, 20, 1000, &batch, &err) != FY_OK)
            end("could not read \"%s\": %s", fy_topics[topic].name, err.text);
        for (int i = 0; i < batch.count; i++)
            copy_record(log, clock, &batch.records[i]);
        if (fy_source_positions(source, places, PARTITIONS, &err) != FY_OK)
            end("could not read \"%s\": %s", fy_topics[topic].name, err.text);
        more = false;
        for (int p = 0; p < PARTITIONS; p++)
            more = more || places[p].offset < ends[p].offset;
    }
    if (fy_source_unassign(source, places, PARTITIONS, &err) != FY_OK)
        end("could not read \"%s\": %s", fy_topics[topic].name, err.text);
}

/* The log's end, looked at anew; all timers must have fired. */
static bool is_the_fold(void)
{
    static const enum fy_topic topics[] = {FY_TOPIC_PROBE_FACTS, FY_TOPIC_PROBE_HOPS,
        FY_TOPIC_PROBE_ASKS, FY_TOPIC_PROBE_STEPS, FY_TOPIC_PROBE_TOTALS,
        FY_TOPIC_RELAY_DEAD_LETTERS, FY_TOPIC_RELAY_CHANGELOG, FY_TOPIC_COUNT_CHANGELOG};
    struct copy_clock clock = {{.now_ms = copy_now_ms}, 0};
    struct log_config config = {.partitions = PARTITIONS, .clock = &clock.clock};

    sim.log = log_new(&config);
    for (size_t i = sizeof(topics) / sizeof(topics[0]); i-- > 0;) /* Outputs before inputs. */
        copy_topic(sim.log, &clock, topics[i]);
    sim.failed = false;
    sim.now_ms = NEVER / 2;
    check_run(&sim);
    log_free(sim.log);
    return !sim.failed;
}

static void wait_for_the_fold(void)
{
    int64_t until_ms = now_ms(NULL) + (int64_t)WAIT_S_MAX * 1000;

    while (!is_the_fold()) {
        if (now_ms(NULL) > until_ms)
            end("FAILED: %s", sim.why);
        pause_ms(200);
    }
}

/* --- Main ------------------------------------------------------------------------------------ */

static void prepare(const char *argv0)
{
    const char *home = getenv("FY_HOME"), *at = getenv("FY_PORT");
    const char *slash = strrchr(argv0, '/');
    char folder[PATH_BYTES - 32];
    struct fy_err err;

    if (home == NULL || at == NULL)
        end("FY_HOME and FY_PORT say which stand: see test/sim/broker/main.c");
    port = atoi(at);
    (void)snprintf(brokers, sizeof(brokers), "127.0.0.1:%d", port + 1);
    (void)snprintf(bin, sizeof(bin), "%.*s", slash != NULL ? (int)(slash - argv0) : 1,
        slash != NULL ? argv0 : ".");
    (void)snprintf(folder, sizeof(folder), "%s/probe", home);
    (void)mkdir(folder, 0755);
    for (size_t i = 0; i < sizeof(programs) / sizeof(programs[0]); i++) {
        (void)snprintf(programs[i].folder, PATH_BYTES, "%s/%s-%d", folder, programs[i].name,
            programs[i].instance);
        (void)mkdir(programs[i].folder, 0755);
    }
    if (fy_kafka_topics_create(&kafka, PARTITIONS, NULL, NULL, &err) != FY_OK ||
        fy_kafka_plain_source_new(&kafka, &source, &err) != FY_OK)
        end("could not reach the broker: %s", err.text);
    if (topic_end(FY_TOPIC_PROBE_FACTS) > 0)
        end("the probe's topics are not empty: ./fy reset");
}

int main(int argc, char **argv)
{
    struct fy_producer *producer;
    struct fy_err err;

    (void)argc;
    fy_log_init("sim-broker", FY_LOG_ERROR);
    (void)setvbuf(stdout, NULL, _IOLBF, 0);
    prepare(argv[0]);
    sim = (struct sim){.random = {1}, .real = true};
    sim.weather = (struct weather){.partitions = PARTITIONS, .senders = SENDERS};
    if (fy_producer_new(&kafka, 10000, &producer, &err) != FY_OK)
        end("no producer: %s", err.text);
    program_start(&programs[0]);
    program_start(&programs[1]);
    for (int round = 0; round < ROUNDS; round++) {
        int64_t hops = topic_end(FY_TOPIC_PROBE_STEPS);

        facts_send(producer);
        trouble(producer, round);
        wait_beyond(FY_TOPIC_PROBE_STEPS, hops, "the programs do not work");
    }
    wait_for_the_fold();
    for (int i = 0; i < 2; i++)
        program_kill(&programs[i], false);
    (void)printf("%d facts, %" PRId64 " offsets of steps: the outputs are the fold\n",
        sim.facts_sent, topic_end(FY_TOPIC_PROBE_STEPS));
    fy_producer_free(producer);
    fy_source_free(source);
    return EXIT_SUCCESS;
}
