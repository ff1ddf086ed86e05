/*
 * main.c - fy-tap: the records of a topic as lines of JSON, decoded by the schemas of this build.
 *
 * Reads committed records only, without a group, so nobody else notices. Partitions are read side
 * by side: lines are in offset order within a partition and in no order between them.
 */
#include "infra/tools/tap/tap.h"
#include "lib/conf.h"
#include "lib/json_out.h"
#include "lib/kafka.h"
#include "lib/log.h"
#include "schemas/codec/base64.h"
#include "schemas/codec/utf8.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char usage[] =
    "fy-tap - the records of a topic, one line of JSON each\n"
    "\n"
    "  fy-tap TOPIC --brokers HOST:PORT [options]\n"
    "\n"
    "  --brokers HOST:PORT   where Kafka is; or --conf FILE with a line \"brokers = HOST:PORT\"\n"
    "  --from beginning      begin with the oldest record there is (this is the default)\n"
    "  --from end            begin behind the newest; makes sense with --follow\n"
    "  --from OFFSET         begin at that offset, in each partition that is read\n"
    "  --from N-last         begin N offsets before the end of each partition\n"
    "  --from TIME           2026-11-25T12:00 (UTC; seconds may follow, a date may do), or -10m,\n"
    "                        -30s, -2h, -7d: begin with what Kafka took at that time or later\n"
    "  --partition P         read that partition; may be said several times\n"
    "  --key K               only records of that key; reads only the partition of it\n"
    "  --where FIELD=VALUE   only values with that; a path is dotted, of an array any item will "
    "do,\n"
    "                        null is also what is left out; several must all hold\n"
    "  --count N             stop after N lines\n"
    "  --follow              go on with what is still to come; without it, fy-tap ends where the\n"
    "                        topic ended when it began\n"
    "  --times               the append time in words too\n"
    "  --offsets             a line for each gap: {\"topic\",\"partition\",\"gap\":[FIRST,LAST]}\n"
    "\n"
    "A line: {\"topic\",\"partition\",\"offset\",\"append_ms\",\"key\",\"value\"}. A value of null "
    "is a\n"
    "tombstone. A record that cannot be decoded has \"error\" and \"value_base64\" in place of\n"
    "\"value\"; a key that is no text has \"key_base64\". What was read and left out is counted "
    "at\n"
    "the end, on the error output. A gap is offsets that hold no record for a reader: markers of\n"
    "transactions, aborted records, what compaction took.\n"
    "\n"
    "  fy-tap products                                  every product as it was and is\n"
    "  fy-tap activity --from 100-last --follow         what happens now, and a little before\n"
    "  fy-tap activity --from -1h --where item_viewed.sku=mug-speckled-blue\n"
    "  fy-tap histories --key 0af1... --count 1         one visitor's history\n"
    "  fy-tap stock-changelog --partition 2 | jq .key   rows of one task\n";

enum {
    ARENA_BYTES = 64 * 1024 * 1024, /* One record of 1 MB, its struct, its JSON. */
    KEPT_BYTES = 65536,             /* Conditions: as long as a command line. */
    ASK_SECONDS = 10,               /* How long a broker that does not answer is asked again. */
    POLL_MS = 200,
    FETCH_WAIT_MS = 10, /* Who has more waits in it for partitions that are read to their ends. */
    FETCH_WAIT_FOLLOW_MS = 100,
};

enum from { FROM_BEGINNING, FROM_END, FROM_OFFSET, FROM_LAST, FROM_TIME };

struct tap {
    const char *brokers;
    enum fy_topic topic;
    enum from from;
    int64_t from_number;
    bool chosen[FY_PARTITIONS_MAX]; /* By --partition; none: all. */
    int partition_max;              /* Highest of them, -1 for none. */
    const char *key;
    int64_t count_max; /* -1: all. */
    bool follow;
    bool times;
    bool offsets;
    const char *wheres[TAP_CONDITIONS_MAX];
    struct tap_condition conditions[TAP_CONDITIONS_MAX];
    int condition_count;

    struct fy_source *source;
    struct fy_arena arena;
    struct fy_arena kept; /* Of the process: conditions. */
    struct fy_place places[FY_PARTITIONS_MAX];
    int64_t ends[FY_PARTITIONS_MAX];
    int64_t next[FY_PARTITIONS_MAX]; /* Behind the newest record read; by place. */
    int place_count;
    int64_t printed, read, tombstones, undecodable, gap_offsets;
};

static volatile sig_atomic_t stopped;

static void stop(int signal)
{
    (void)signal;
    stopped = 1;
}

_Noreturn static void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

_Noreturn static void fail(const char *format, ...)
{
    va_list args;

    (void)fflush(stdout);
    (void)fputs("fy-tap: ", stderr);
    va_start(args, format);
    (void)vfprintf(stderr, format, args);
    va_end(args);
    (void)fputs("\n", stderr);
    exit(EXIT_FAILURE);
}

/* --- What was asked for --------------------------------------------------------------------- */

static int64_t number_of(const char *option, const char *text, int64_t most)
{
    char *end;
    long long number;

    errno = 0;
    number = strtoll(text, &end, 10);
    if (end == text || *end != '\0' || errno != 0 || number < 0 || number > most)
        fail("%s \"%s\" is not a number in 0 .. %" PRId64, option, text, most);
    return number;
}

static void read_from(struct tap *tap, const char *text)
{
    char number[24];
    size_t size = strlen(text);

    if (strcmp(text, "beginning") == 0) {
        tap->from = FROM_BEGINNING;
    } else if (strcmp(text, "end") == 0) {
        tap->from = FROM_END;
    } else if (size > 5 && size - 5 < sizeof(number) && strcmp(text + size - 5, "-last") == 0) {
        (void)snprintf(number, sizeof(number), "%.*s", (int)(size - 5), text);
        tap->from = FROM_LAST;
        tap->from_number = number_of("--from", number, INT64_MAX);
    } else if (tap_time(text, tap_now_ms(), &tap->from_number)) {
        tap->from = FROM_TIME;
    } else if (text[0] >= '0' && text[0] <= '9') {
        tap->from = FROM_OFFSET;
        tap->from_number = number_of("--from", text, INT64_MAX);
    } else {
        fail("--from \"%s\" is none of beginning, end, OFFSET, N-last, TIME; see --help", text);
    }
}

static void read_conf(struct tap *tap, char *program, char *path)
{
    static struct fy_conf *conf; /* Its text is the process's. */
    struct fy_conf_item item = {
        .name = "brokers", .help = "Kafka, HOST:PORT", .text = &tap->brokers};
    char *argv[] = {program, (char[]){"--conf"}, path, NULL};
    struct fy_err err;

    if (fy_conf_load("fy-tap", "", &item, 1, 3, argv, &conf, &err) != FY_OK)
        fail("%s", err.text);
}

static void read_topic(struct tap *tap, const char *name)
{
    tap->topic = fy_topic_find(fy_slice_of(name));
    if (tap->topic != FY_TOPIC_COUNT)
        return;
    (void)fprintf(stderr, "fy-tap: there is no topic \"%s\"; there are", name);
    for (int i = 0; i < FY_TOPIC_COUNT; i++)
        (void)fprintf(stderr, " %s", fy_topics[i].name);
    (void)fputs("\n", stderr);
    exit(EXIT_FAILURE);
}

static void read_partition(struct tap *tap, const char *text)
{
    int partition = (int)number_of("--partition", text, FY_PARTITIONS_MAX - 1);

    tap->chosen[partition] = true;
    if (partition > tap->partition_max)
        tap->partition_max = partition;
}

static void read_where(struct tap *tap, const char *text)
{
    if (tap->condition_count == TAP_CONDITIONS_MAX)
        fail("at most %d times --where", TAP_CONDITIONS_MAX);
    tap->wheres[tap->condition_count++] = text;
}

static void read_option(struct tap *tap, int option, char *program)
{
    switch (option) {
    case 'b':
        tap->brokers = optarg;
        break;
    case 'c':
        read_conf(tap, program, optarg);
        break;
    case 'f':
        read_from(tap, optarg);
        break;
    case 'p':
        read_partition(tap, optarg);
        break;
    case 'k':
        tap->key = optarg;
        break;
    case 'w':
        read_where(tap, optarg);
        break;
    case 'n':
        tap->count_max = number_of("--count", optarg, INT64_MAX);
        break;
    case 'F':
        tap->follow = true;
        break;
    case 't':
        tap->times = true;
        break;
    case 'o':
        tap->offsets = true;
        break;
    case 'h':
        (void)fputs(usage, stdout);
        exit(EXIT_SUCCESS);
    default:
        fail("see --help");
    }
}

static void read_options(struct tap *tap, int argc, char **argv)
{
    static const struct option options[] = {
        {"brokers", required_argument, NULL, 'b'},
        {"conf", required_argument, NULL, 'c'},
        {"from", required_argument, NULL, 'f'},
        {"partition", required_argument, NULL, 'p'},
        {"key", required_argument, NULL, 'k'},
        {"where", required_argument, NULL, 'w'},
        {"count", required_argument, NULL, 'n'},
        {"follow", no_argument, NULL, 'F'},
        {"times", no_argument, NULL, 't'},
        {"offsets", no_argument, NULL, 'o'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    struct fy_err err;
    int option;

    while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1)
        read_option(tap, option, argv[0]);
    if (optind == argc)
        fail("which topic? See --help");
    if (optind + 1 < argc)
        fail("one topic at a time: \"%s\" is too much; see --help", argv[optind + 1]);
    read_topic(tap, argv[optind]);
    for (int i = 0; i < tap->condition_count; i++) {
        if (tap_condition_read(fy_topics[tap->topic].schema, tap->wheres[i], &tap->kept,
                &tap->conditions[i], &err) != FY_OK)
            fail("%s", err.text);
    }
    if (tap->brokers == NULL)
        fail("where is Kafka? --brokers HOST:PORT, or --conf FILE; see --help");
}

/* --- Where to begin ------------------------------------------------------------------------- */

/* Ask until there is an answer: a broker may be starting. */
static void ask(struct tap *tap,
    enum fy_status (*question)(struct fy_source *, struct fy_place *, int, struct fy_err *),
    struct fy_place *places)
{
    time_t give_up = time(NULL) + ASK_SECONDS;
    enum fy_status status;
    struct fy_err err;

    do
        status = question(tap->source, places, tap->place_count, &err);
    while (status == FY_ABORT && time(NULL) < give_up && !stopped);
    if (status != FY_OK)
        fail("no answer from %s: %s", tap->brokers, err.text);
}

static int partition_count(struct tap *tap)
{
    time_t give_up = time(NULL) + ASK_SECONDS;
    enum fy_status status;
    struct fy_err err;
    int count = 0;

    do
        status = fy_source_partitions(tap->source, tap->topic, &count, &err);
    while (status == FY_ABORT && time(NULL) < give_up && !stopped);
    if (status != FY_OK)
        fail("no answer from %s: %s", tap->brokers, err.text);
    return count;
}

static void choose_partitions(struct tap *tap)
{
    int count = partition_count(tap);
    int of_key = tap->key != NULL ? fy_partition_of(fy_slice_of(tap->key), count) : -1;

    if (tap->partition_max >= count)
        fail("\"%s\" has %d partitions, 0 .. %d", fy_topics[tap->topic].name, count, count - 1);
    for (int i = 0; i < count; i++) {
        if (tap->partition_max >= 0 ? tap->chosen[i] : of_key < 0 || i == of_key)
            tap->places[tap->place_count++] =
                (struct fy_place){.topic = tap->topic, .partition = i, .offset = -1};
    }
}

static int64_t start_of(const struct tap *tap, int64_t begin, int64_t end)
{
    int64_t offset = begin;

    if (tap->from == FROM_END)
        offset = end;
    if (tap->from == FROM_OFFSET)
        offset = tap->from_number;
    if (tap->from == FROM_LAST && tap->from_number < end)
        offset = end - tap->from_number;
    if (offset < begin)
        offset = begin;
    /* Behind the end there is nothing to seek to yet. */
    return offset > end ? end : offset;
}

static void assign(struct tap *tap)
{
    struct fy_place ends[FY_PARTITIONS_MAX];
    struct fy_err err;

    choose_partitions(tap);
    memcpy(ends, tap->places, sizeof(ends));
    ask(tap, fy_source_begins, tap->places);
    ask(tap, fy_source_ends, ends);
    for (int i = 0; i < tap->place_count; i++) {
        struct fy_place *place = &tap->places[i];

        tap->ends[i] = ends[i].offset;
        if (tap->from != FROM_TIME)
            place->offset = start_of(tap, place->offset, ends[i].offset);
        else if (tap_seek_time(tap->source, *place, ends[i].offset, tap->from_number,
                     &place->offset, &err) != FY_OK)
            fail("%s", err.text);
        tap->next[i] = place->offset;
    }
    if (fy_source_assign(tap->source, tap->places, tap->place_count, &err) != FY_OK)
        fail("%s", err.text);
}

/* --- Lines ---------------------------------------------------------------------------------- */

static bool is_text(struct fy_slice bytes)
{
    const uint8_t *at = bytes.data;
    const uint8_t *end = bytes.data + bytes.size;

    while (at < end) {
        size_t size = fy_utf8_size(at, end);

        if (size == 0)
            return false;
        at += size;
    }
    return true;
}

static void put_quoted(struct tap *tap, const char *name, struct fy_slice text)
{
    struct fy_json_out out;
    struct fy_slice json;

    fy_json_out_init(&out, &tap->arena);
    fy_json_out_text(&out, text);
    if (!fy_json_out_done(&out, &json))
        fail("a record does not fit %d bytes", ARENA_BYTES);
    (void)printf(",\"%s\":%.*s", name, FY_SLICE_ARG(json));
}

static void put_base64(struct tap *tap, const char *name, struct fy_slice bytes)
{
    size_t size = fy_base64_size(bytes.size);
    uint8_t *text = fy_arena_alloc(&tap->arena, size + 1);

    if (text == NULL)
        fail("a record does not fit %d bytes", ARENA_BYTES);
    fy_base64_encode(bytes, text);
    (void)printf(",\"%s\":\"%s\"", name, (const char *)text);
}

/* A value as JSON; absent with words when it cannot be decoded. */
static struct fy_slice value_json(struct tap *tap, struct fy_slice bytes, struct fy_err *err)
{
    const struct fy_schema *schema = fy_topics[tap->topic].schema;
    void *value = fy_arena_alloc(&tap->arena, schema->size);
    struct fy_slice json;

    if (value == NULL)
        fail("a record does not fit %d bytes", ARENA_BYTES);
    if (schema->decode(bytes, &tap->arena, value, err) != FY_OK ||
        fy_json_encode(schema, value, &tap->arena, &json, err) != FY_OK)
        return (struct fy_slice){0};
    return json;
}

static void put_place(struct tap *tap, const struct fy_record *record)
{
    (void)printf("{\"topic\":\"%s\",\"partition\":%" PRId32 ",\"offset\":%" PRId64
                 ",\"append_ms\":%" PRId64,
        fy_topics[record->topic].name, record->partition, record->offset, record->append_ms);
    if (tap->times)
        put_quoted(tap, "append", tap_time_text(record->append_ms, &tap->arena));
    if (record->key.data == NULL)
        (void)fputs(",\"key\":null", stdout);
    else if (is_text(record->key))
        put_quoted(tap, "key", record->key);
    else
        put_base64(tap, "key_base64", record->key);
}

static bool holds(struct tap *tap, struct fy_slice json)
{
    for (int i = 0; i < tap->condition_count; i++) {
        if (json.data == NULL || !tap_matches(&tap->conditions[i], json, &tap->arena))
            return false;
    }
    return true;
}

static void print_record(struct tap *tap, const struct fy_record *record)
{
    struct fy_slice json = {0};
    struct fy_err err;

    fy_arena_clear(&tap->arena);
    if (record->value.data == NULL)
        tap->tombstones++;
    else
        json = value_json(tap, record->value, &err);
    tap->undecodable += record->value.data != NULL && json.data == NULL;
    if (!holds(tap, json))
        return;
    put_place(tap, record);
    if (record->value.data == NULL) {
        (void)fputs(",\"value\":null", stdout);
    } else if (json.data == NULL) {
        put_quoted(tap, "error", fy_slice_of(err.text));
        put_base64(tap, "value_base64", record->value);
    } else {
        (void)fputs(",\"value\":", stdout);
        (void)fwrite(json.data, 1, json.size, stdout);
    }
    (void)fputs("}\n", stdout);
    tap->printed++;
}

/* --- Reading -------------------------------------------------------------------------------- */

static int index_of(const struct tap *tap, int32_t partition)
{
    int i = 0;

    while (i < tap->place_count - 1 && tap->places[i].partition != partition)
        i++;
    return i;
}

/* Offsets from `next` to before `offset` had nothing for us. */
static void note_gap(struct tap *tap, int place, int64_t offset)
{
    int64_t first = tap->next[place];

    if (offset <= first)
        return;
    tap->gap_offsets += offset - first;
    if (tap->offsets) {
        (void)printf("{\"topic\":\"%s\",\"partition\":%" PRId32 ",\"gap\":[%" PRId64 ",%" PRId64
                     "]}\n",
            fy_topics[tap->topic].name, tap->places[place].partition, first, offset - 1);
    }
    tap->next[place] = offset;
}

static bool wanted(struct tap *tap, const struct fy_record *record)
{
    int place = index_of(tap, record->partition);

    /* What came after our start is not ours to show, or a busy topic would never end. */
    if (!tap->follow && record->offset >= tap->ends[place])
        return false;
    if (tap->from == FROM_TIME && record->append_ms < tap->from_number) {
        tap->next[place] = record->offset + 1;
        return false;
    }
    note_gap(tap, place, record->offset);
    tap->next[place] = record->offset + 1;
    tap->read++;
    if (tap->key == NULL)
        return true;
    return record->key.data != NULL && fy_slice_equal(record->key, fy_slice_of(tap->key));
}

static bool is_full(const struct tap *tap)
{
    return tap->count_max >= 0 && tap->printed >= tap->count_max;
}

/* What was not shown, said in numbers. */
static void sum_up(struct tap *tap)
{
    bool complete = !tap->follow && !is_full(tap) && !stopped;

    for (int i = 0; complete && i < tap->place_count; i++)
        note_gap(tap, i, tap->ends[i]);
    (void)fflush(stdout);
    (void)fprintf(stderr,
        "fy-tap: %" PRId64 " of %" PRId64 " records shown; %" PRId64 " tombstones, %" PRId64
        " not decodable; %" PRId64 " offsets without a record%s\n",
        tap->printed, tap->read, tap->tombstones, tap->undecodable, tap->gap_offsets,
        tap->gap_offsets > 0 ? " (transaction markers, aborted, compacted)" : "");
}

static bool is_read(struct tap *tap)
{
    struct fy_place places[FY_PARTITIONS_MAX];
    struct fy_err err;

    if (tap->follow)
        return false;
    memcpy(places, tap->places, sizeof(places));
    if (fy_source_positions(tap->source, places, tap->place_count, &err) != FY_OK)
        fail("%s", err.text);
    for (int i = 0; i < tap->place_count; i++)
        if (places[i].offset < tap->ends[i])
            return false;
    return true;
}

static void run(struct tap *tap)
{
    struct fy_batch batch;
    struct fy_err err;

    while (!stopped && !is_full(tap) && !is_read(tap)) {
        enum fy_status status =
            fy_source_poll(tap->source, POLL_MS, FY_BATCH_RECORDS_MAX, &batch, &err);

        if (status == FY_FATAL)
            fail("%s", err.text);
        /* A broker that went away may come back; whoever has enough of waiting stops us. */
        if (status != FY_OK) {
            fy_log(FY_LOG_WARN, "%s", err.text);
            continue;
        }
        for (int i = 0; i < batch.count && !is_full(tap); i++)
            if (wanted(tap, &batch.records[i]))
                print_record(tap, &batch.records[i]);
        if (fflush(stdout) != 0)
            fail("could not write: %s", strerror(errno));
    }
}

int main(int argc, char **argv)
{
    static struct tap tap = {.partition_max = -1, .count_max = -1};
    struct fy_kafka_config config = {.client_id = "tap"};
    struct sigaction action = {.sa_handler = stop};
    struct fy_err err;

    fy_arena_init(&tap.kept, KEPT_BYTES);
    read_options(&tap, argc, argv);
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    fy_log_init("tap", FY_LOG_WARN);
    config.brokers = tap.brokers;
    config.fetch_wait_ms = tap.follow ? FETCH_WAIT_FOLLOW_MS : FETCH_WAIT_MS;
    fy_arena_init(&tap.arena, ARENA_BYTES);
    if (fy_kafka_plain_source_new(&config, &tap.source, &err) != FY_OK)
        fail("%s", err.text);
    assign(&tap);
    run(&tap);
    sum_up(&tap);
    fy_source_free(tap.source);
    fy_arena_done(&tap.arena);
    fy_arena_done(&tap.kept);
    return EXIT_SUCCESS;
}
