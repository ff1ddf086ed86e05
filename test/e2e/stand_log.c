#include "test/e2e/stand_log.h"

#include <stdlib.h>

const struct fy_kafka_config *log_kafka(void)
{
    static struct fy_kafka_config config = {.client_id = "kafka_log_test"};
    static char brokers[64];

    if (getenv("FY_BROKERS") != NULL) {
        config.brokers = getenv("FY_BROKERS");
    } else {
        (void)snprintf(brokers, sizeof(brokers), "127.0.0.1:%d", stand_port() + 1);
        config.brokers = brokers;
    }
    return &config;
}

void log_must(
    enum fy_status status, const struct fy_err *err, const char *what, const char *file, int line)
{
    if (status == FY_OK)
        return;
    (void)fprintf(stderr, "%s:%d: %s: status %d: %s\n", file, line, what, (int)status, err->text);
    exit(EXIT_FAILURE);
}

bool log_until(int64_t *until_ms)
{
    if (*until_ms == 0)
        *until_ms = mono_ms() + LOG_WAIT_S * 1000;
    return mono_ms() < *until_ms;
}

int log_skipped(void)
{
    if (getenv("FY_BROKERS") != NULL || getenv("FY_PORT") != NULL)
        return 0;
    (void)fprintf(stderr, "SKIPPED: neither FY_BROKERS nor FY_PORT says where a broker is\n");
    return 77;
}

void log_reader_init(struct log_reader *reader)
{
    struct fy_err err;

    *reader = (struct log_reader){.places = {{LOG_OUT, 0, -1}, {LOG_OUT, 1, -1}}};
    MUST(fy_kafka_plain_source_new(log_kafka(), &reader->source, &err));
    ASK(fy_source_ends(reader->source, reader->places, 2, &err));
    MUST(fy_source_assign(reader->source, reader->places, 2, &err));
}

int64_t log_end(struct log_reader *reader, int partition)
{
    struct fy_place place = {.topic = LOG_OUT, .partition = partition, .offset = -1};
    struct fy_err err;

    ASK(fy_source_ends(reader->source, &place, 1, &err));
    return place.offset;
}

int64_t log_position(struct log_reader *reader, int partition)
{
    struct fy_place place = {.topic = LOG_OUT, .partition = partition, .offset = -1};
    struct fy_err err;

    MUST(fy_source_positions(reader->source, &place, 1, &err));
    return place.offset;
}

void log_reader_poll(struct log_reader *reader, int wait_ms)
{
    struct fy_batch batch;
    struct fy_err err;

    MUST(fy_source_poll(reader->source, wait_ms, 1000, &batch, &err));
    for (int i = 0; i < batch.count && reader->count < LOG_VALUES_MAX; i++)
        (void)snprintf(
            reader->values[reader->count++], 16, "%.*s", FY_SLICE_ARG(batch.records[i].value));
}

void log_read_up(struct log_reader *reader)
{
    int64_t until_ms = 0;

    do
        log_reader_poll(reader, 100);
    while ((log_position(reader, 0) < log_end(reader, 0) ||
               log_position(reader, 1) < log_end(reader, 1)) &&
           log_until(&until_ms));
    EXPECT_I64(log_end(reader, 0), log_position(reader, 0));
    EXPECT_I64(log_end(reader, 1), log_position(reader, 1));
}

void log_reader_done(struct log_reader *reader)
{
    fy_source_free(reader->source);
}
