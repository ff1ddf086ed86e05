/*
 * put.c - fy-put: lines of JSON into records of a topic, checked by its schema.
 *
 * A tool of tests and operators: in a running shop each topic has one writer, and it is not this.
 */
#include "lib/conf.h"
#include "lib/ids.h"
#include "lib/log.h"
#include "lib/producer.h"
#include "schemas/codec/json_text.h"
#include "schemas/codec/type.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char usage[] =
    "fy-put - write lines of JSON into a topic\n"
    "\n"
    "  fy-put TOPIC --brokers HOST:PORT < LINES\n"
    "\n"
    "  --brokers HOST:PORT   where Kafka is; or --conf FILE with a line \"brokers = HOST:PORT\"\n"
    "\n"
    "A line is {\"key\":\"...\",\"value\":{...}}, as fy-tap prints it; other members are not "
    "looked at.\n"
    "The value is checked by the topic's schema, limits included; fields with a default may be "
    "left\n"
    "out. In a state topic a value of null is a tombstone.\n"
    "\n"
    "Where the schema has an envelope, what it lacks is filled in: event_id (a new UUIDv7), "
    "event_ms\n"
    "(now), root (the key) and actor (service:fy-put).\n"
    "\n"
    "The first bad line ends it: lines before are written, it and those behind it are not, and "
    "the\n"
    "exit code says so. How many were written is the last line printed.\n"
    "\n"
    "  echo '{\"key\":\"mug\",\"value\":{\"sku\":\"mug\",\"supplier\":\"acme\",\n"
    "         \"stock_counted\":{\"units\":5}}}' | tr -d '\\n' | fy-put supply\n"
    "  echo '{\"key\":\"mug\",\"value\":null}' | fy-put products\n"
    "  fy-tap supply --brokers A | fy-put supply --brokers B\n";

enum {
    LINE_BYTES_MAX = 2 * 1024 * 1024, /* A record has at most 1 MB; its JSON is larger. */
    ARENA_BYTES = 64 * LINE_BYTES_MAX,
    ACK_MS = 10000,
};

struct put {
    const char *brokers;
    enum fy_topic topic;
    struct fy_producer *producer;
    struct fy_arena arena;
    struct fy_err err;
    int64_t line;
    int64_t acknowledged;
    int64_t sent;
    struct fy_err refusal;
};

_Noreturn static void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

_Noreturn static void fail(const char *format, ...)
{
    va_list args;

    (void)fputs("fy-put: ", stderr);
    va_start(args, format);
    (void)vfprintf(stderr, format, args);
    va_end(args);
    (void)fputs("\n", stderr);
    exit(EXIT_FAILURE);
}

/* --- What was asked for --------------------------------------------------------------------- */

static void read_conf(struct put *put, char *program, char *path)
{
    static struct fy_conf *conf; /* Its text is the process's. */
    struct fy_conf_item item = {
        .name = "brokers", .help = "Kafka, HOST:PORT", .text = &put->brokers};
    char *argv[] = {program, (char[]){"--conf"}, path, NULL};

    if (fy_conf_load("fy-put", "", &item, 1, 3, argv, &conf, &put->err) != FY_OK)
        fail("%s", put->err.text);
}

static void read_topic(struct put *put, const char *name)
{
    put->topic = fy_topic_find(fy_slice_of(name));
    if (put->topic != FY_TOPIC_COUNT)
        return;
    (void)fprintf(stderr, "fy-put: there is no topic \"%s\"; there are", name);
    for (int i = 0; i < FY_TOPIC_COUNT; i++)
        (void)fprintf(stderr, " %s", fy_topics[i].name);
    (void)fputs("\n", stderr);
    exit(EXIT_FAILURE);
}

static void read_options(struct put *put, int argc, char **argv)
{
    static const struct option options[] = {
        {"brokers", required_argument, NULL, 'b'},
        {"conf", required_argument, NULL, 'c'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    int option;

    while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
        switch (option) {
        case 'b':
            put->brokers = optarg;
            break;
        case 'c':
            read_conf(put, argv[0], optarg);
            break;
        case 'h':
            (void)fputs(usage, stdout);
            exit(EXIT_SUCCESS);
        default:
            fail("see --help");
        }
    }
    if (optind == argc)
        fail("into which topic? See --help");
    if (optind + 1 < argc)
        fail("one topic at a time: \"%s\" is too much; see --help", argv[optind + 1]);
    read_topic(put, argv[optind]);
    if (put->brokers == NULL)
        fail("where is Kafka? --brokers HOST:PORT, or --conf FILE; see --help");
}

/* --- Lines ---------------------------------------------------------------------------------- */

static int64_t now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool joined(struct put *put, const struct fy_slice *parts, int count, struct fy_slice *ret)
{
    size_t size = 0;
    size_t used = 0;
    uint8_t *text;

    for (int i = 0; i < count; i++)
        size += parts[i].size;
    text = fy_arena_alloc(&put->arena, size + 1);
    if (text == NULL) {
        (void)fy_fail(&put->err, FY_REJECT, "the line does not fit the arena");
        return false;
    }
    for (int i = 0; i < count; i++) {
        memcpy(text + used, parts[i].data, parts[i].size);
        used += parts[i].size;
    }
    *ret = (struct fy_slice){.data = text, .size = size};
    return true;
}

static bool is_empty(struct fy_slice object)
{
    size_t at = 1;

    while (at < object.size && strchr(" \t\r\n", object.data[at]) != NULL)
        at++;
    return at < object.size && object.data[at] == '}';
}

/* The object with `name` in front, unless it has one. `literal` is its JSON. */
static bool with_member(
    struct put *put, struct fy_slice *object, const char *name, struct fy_slice literal)
{
    struct fy_slice found;

    if (fy_json_member(*object, name, &put->arena, &found, &put->err) != FY_OK)
        return false;
    if (found.data != NULL)
        return true;

    const struct fy_slice parts[] = {
        fy_slice_of("{\""),
        fy_slice_of(name),
        fy_slice_of("\":"),
        literal,
        fy_slice_of(is_empty(*object) ? "" : ","),
        {.data = object->data + 1, .size = object->size - 1},
    };
    return joined(put, parts, sizeof(parts) / sizeof(parts[0]), object);
}

static bool has_envelope(const struct put *put)
{
    const struct fy_type *type = fy_topics[put->topic].schema->type;

    return strcmp(type->fields[0].name, "envelope") == 0;
}

static bool fill_envelope(struct put *put, struct fy_slice key_json, struct fy_slice *value)
{
    char id[FY_UUID_TEXT + 1];
    struct fy_slice envelope;
    struct fy_slice filled;

    if (fy_json_member(*value, "envelope", &put->arena, &envelope, &put->err) != FY_OK)
        return false;
    filled = envelope.data != NULL ? envelope : fy_slice_of("{}");
    /* What is no object is refused by the decoder, in better words. */
    if (filled.data[0] != '{')
        return true;
    fy_uuid_new(now_ms(), id);
    if (!with_member(put, &filled, "event_id", fy_arena_format(&put->arena, "\"%s\"", id)) ||
        !with_member(put, &filled, "root", key_json) ||
        !with_member(put, &filled, "actor", fy_slice_of("\"service:fy-put\"")) ||
        !with_member(put, &filled, "event_ms", fy_arena_format(&put->arena, "%" PRId64, now_ms())))
        return false;
    if (envelope.data == NULL)
        return with_member(put, value, "envelope", filled);

    const struct fy_slice parts[] = {
        {.data = value->data, .size = (size_t)(envelope.data - value->data)},
        filled,
        {.data = envelope.data + envelope.size,
            .size = (size_t)(value->data + value->size - envelope.data - envelope.size)},
    };
    return joined(put, parts, sizeof(parts) / sizeof(parts[0]), value);
}

static bool read_key(struct put *put, struct fy_slice json, struct fy_slice *ret_key)
{
    struct fy_json_text text = {
        .begin = json.data,
        .at = json.data,
        .end = json.data + json.size,
        .arena = &put->arena,
        .err = &put->err,
    };

    if (json.data == NULL || json.data[0] != '"') {
        (void)fy_fail(&put->err, FY_REJECT, "key: must be a string");
        return false;
    }
    if (!fy_json_string(&text, ret_key))
        return false;
    if (ret_key->size == 0) {
        (void)fy_fail(&put->err, FY_REJECT, "key: empty, at least 1 bytes");
        return false;
    }
    return true;
}

static bool read_value(
    struct put *put, struct fy_slice key_json, struct fy_slice json, struct fy_slice *ret_bytes)
{
    const struct fy_topic_info *topic = &fy_topics[put->topic];
    void *value = fy_arena_alloc(&put->arena, topic->schema->size);

    if (json.data == NULL) {
        (void)fy_fail(&put->err, FY_REJECT, "value: missing; null is a tombstone");
        return false;
    }
    if (fy_slice_equal(json, fy_slice_of("null"))) {
        *ret_bytes = (struct fy_slice){0};
        if (topic->kind == FY_KIND_STATE || topic->kind == FY_KIND_KEYS)
            return true;
        (void)fy_fail(&put->err, FY_REJECT, "value: null is a tombstone, for state topics only");
        return false;
    }
    if (json.data[0] == '{' && has_envelope(put) && !fill_envelope(put, key_json, &json))
        return false;
    if (fy_json_decode(topic->schema, FY_JSON_TRUSTED, json, &put->arena, value, &put->err) !=
        FY_OK)
        return false;
    return topic->schema->encode(value, &put->arena, ret_bytes, &put->err) == FY_OK;
}

/* --- Sending -------------------------------------------------------------------------------- */

static void delivered(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct put *put = context;

    (void)place;
    if (status == FY_OK) {
        put->acknowledged++;
        return;
    }
    put->refusal = *err;
}

/* A full queue is emptied by waiting for acknowledgements; a record too large stays refused. */
static bool send(struct put *put, struct fy_slice key, struct fy_slice value)
{
    enum fy_status status =
        fy_producer_send(put->producer, put->topic, key, value, delivered, put, &put->err);
    struct fy_err ignored;

    if (status == FY_REJECT && fy_producer_flush(put->producer, ACK_MS, &ignored) == FY_OK)
        status = fy_producer_send(put->producer, put->topic, key, value, delivered, put, &put->err);
    put->sent += status == FY_OK;
    return status == FY_OK;
}

static bool put_line(struct put *put, struct fy_slice line)
{
    struct fy_slice key_json;
    struct fy_slice value_json;
    struct fy_slice key;
    struct fy_slice value;

    fy_arena_clear(&put->arena);
    if (line.size > LINE_BYTES_MAX) {
        (void)fy_fail(&put->err, FY_REJECT, "%zu bytes, at most %d", line.size, LINE_BYTES_MAX);
        return false;
    }
    if (fy_json_member(line, "key", &put->arena, &key_json, &put->err) != FY_OK ||
        fy_json_member(line, "value", &put->arena, &value_json, &put->err) != FY_OK)
        return false;
    return read_key(put, key_json, &key) && read_value(put, key_json, value_json, &value) &&
           send(put, key, value);
}

static bool put_lines(struct put *put)
{
    char *text = NULL;
    size_t capacity = 0;
    ssize_t size;
    bool good = true;

    while (good && (size = getline(&text, &capacity, stdin)) >= 0) {
        put->line++;
        while (size > 0 && (text[size - 1] == '\n' || text[size - 1] == '\r'))
            size--;
        if (size > 0)
            good = put_line(put, (struct fy_slice){(const uint8_t *)text, (size_t)size});
        fy_producer_serve(put->producer);
    }
    free(text);
    if (good && ferror(stdin) != 0) {
        (void)fy_fail(&put->err, FY_FATAL, "could not read on: %s", strerror(errno));
        good = false;
    }
    return good;
}

int main(int argc, char **argv)
{
    static struct put put;
    struct fy_kafka_config config = {.client_id = "put"};
    struct fy_err flush_err;
    bool good;

    read_options(&put, argc, argv);
    config.brokers = put.brokers;
    fy_log_init("put", FY_LOG_WARN);
    fy_arena_init(&put.arena, ARENA_BYTES);
    if (fy_ids_init(&put.err) != FY_OK ||
        fy_producer_new(&config, ACK_MS, &put.producer, &put.err) != FY_OK)
        fail("%s", put.err.text);

    good = put_lines(&put);
    if (!good)
        (void)fprintf(stderr, "fy-put: line %" PRId64 ": %s\n", put.line, put.err.text);
    if (fy_producer_flush(put.producer, ACK_MS, &flush_err) != FY_OK)
        put.refusal = flush_err;
    if (put.acknowledged < put.sent) {
        (void)fprintf(stderr,
            "fy-put: %" PRId64 " records were not acknowledged and may be there or not: %s\n",
            put.sent - put.acknowledged, put.refusal.text);
    }
    (void)printf(
        "%" PRId64 " records written to %s\n", put.acknowledged, fy_topics[put.topic].name);
    fy_producer_free(put.producer);
    fy_arena_done(&put.arena);
    return good && put.acknowledged == put.sent ? EXIT_SUCCESS : EXIT_FAILURE;
}
