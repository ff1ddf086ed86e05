/*
 * stand_log.h - a broker without the programs: its address, and a reader of two partitions.
 *
 *   ./fy test e2e                                                 on the stand's broker
 *   FY_BROKERS=127.0.0.1:9092 FY_KAFKA_HOME=/tmp/k build/release/bin/e2e.kafka_log_test
 *                                                                 on one of infra/local/kafka.sh
 *
 * Records are raw bytes under keys of this run, in two topics that nobody reads: what is there
 * already does not matter.
 */
#ifndef TEST_E2E_STAND_LOG_H
#define TEST_E2E_STAND_LOG_H

#include "test/e2e/stand.h"

#define LOG_IN FY_TOPIC_STOCK_DEAD_LETTERS
#define LOG_OUT FY_TOPIC_HISTORY_DEAD_LETTERS

enum {
    LOG_WAIT_S = 30,
    LOG_VALUES_MAX = 5000,
};

const struct fy_kafka_config *log_kafka(void);

/* What main returns when no environment says where a broker is: 77, after "SKIPPED". 0 else. */
int log_skipped(void);

/* The rest of a test makes no sense without it: ends the program with words. */
#define MUST(call) log_must((call), &err, #call, __FILE__, __LINE__)
void log_must(
    enum fy_status status, const struct fy_err *err, const char *what, const char *file, int line);

/* True until LOG_WAIT_S after the first call; begin with 0. */
bool log_until(int64_t *until_ms);

/* A question that may have to be asked twice. */
#define ASK(call)                                                                                  \
    do {                                                                                           \
        int64_t ask_until_ms = 0;                                                                  \
        enum fy_status ask_status;                                                                 \
        do                                                                                         \
            ask_status = (call);                                                                   \
        while (ask_status == FY_ABORT && log_until(&ask_until_ms));                                \
        log_must(ask_status, &err, #call, __FILE__, __LINE__);                                     \
    } while (0)

/* Reads partitions 0 and 1 of LOG_OUT from where they ended when it was made. */
struct log_reader {
    struct fy_source *source;
    struct fy_place places[2];
    char values[LOG_VALUES_MAX][16];
    int count;
};

void log_reader_init(struct log_reader *reader);
void log_reader_done(struct log_reader *reader);
void log_reader_poll(struct log_reader *reader, int wait_ms);
int64_t log_end(struct log_reader *reader, int partition);
int64_t log_position(struct log_reader *reader, int partition);

/* Read until all that is committed has been read: markers and aborted records, too. */
void log_read_up(struct log_reader *reader);

#endif
