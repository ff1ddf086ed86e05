/*
 * kafka_common.h - what the lib/kafka_*.c files share; nobody else includes it.
 *
 * Errors:  fy_kafka_fail is the one place where librdkafka's codes become our statuses: FY_ABORT
 * for what may pass by itself (time-outs, leaders and coordinators that move, a broker that is
 *          away, a group that rebalances), FY_FATAL for the rest.
 * Threads: any.
 */
#ifndef FY_KAFKA_COMMON_H
#define FY_KAFKA_COMMON_H

#include "lib/kafka.h"

#include <librdkafka/rdkafka.h>

enum {
    FY_KAFKA_CALL_MS = 5000,    /* Ceiling of one call that waits for a broker. */
    FY_KAFKA_WORDS_BYTES = 256, /* For librdkafka's own error texts. */
};

struct fy_group {
    rd_kafka_consumer_group_metadata_t *metadata;
};

struct fy_kafka_setting {
    const char *name;
    const char *value; /* NULL: leave the default. */
};

/* Would asking again later help? */
bool fy_kafka_passes(rd_kafka_resp_err_t code);

/* "could not <what>: <librdkafka's words>". */
enum fy_status fy_kafka_fail(
    struct fy_err *err, rd_kafka_resp_err_t code, const char *words, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* For callbacks; `opaque` is theirs. Errors that nobody takes a look at are ignored. */
rd_kafka_conf_t *fy_kafka_conf_new(void *opaque);

/*
 * Start a client: the settings every client of ours has, then `settings`, up to one with name NULL.
 * Takes nothing; `conf` is NULL or a conf with callbacks set, which is taken.
 */
enum fy_status fy_kafka_client_new(rd_kafka_type_t type,
    rd_kafka_conf_t *conf,
    const struct fy_kafka_config *config,
    const struct fy_kafka_setting *settings,
    rd_kafka_t **ret_client,
    struct fy_err *err) FY_MUST_CHECK;

/* An eventfd for queues to write to. Give it back with close. */
enum fy_status fy_kafka_wake_new(int *ret_fd, struct fy_err *err) FY_MUST_CHECK;

/* Make `fd` readable when something comes into `queue`; -1: no more. */
void fy_kafka_wake_by(rd_kafka_queue_t *queue, int fd);
void fy_kafka_wake_clear(int fd);
void fy_kafka_wake_again(int fd);

/* --- Questions of a source (lib/kafka_questions.c) ------------------------------------------- */

/* What every source of ours begins with: enough to ask questions. */
struct fy_kafka_reader {
    struct fy_source source;
    rd_kafka_t *client;
    bool away; /* No broker answered when we last heard: a question is short then. */
};

/* Operations of struct fy_source_ops. */
enum fy_status fy_kafka_ask_committed(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err) FY_MUST_CHECK;
enum fy_status fy_kafka_ask_ends(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err) FY_MUST_CHECK;
enum fy_status fy_kafka_ask_begins(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err) FY_MUST_CHECK;
enum fy_status fy_kafka_ask_partitions(struct fy_source *source,
    enum fy_topic topic,
    int *ret_count,
    struct fy_err *err) FY_MUST_CHECK;

/* Refuses what no commit could be fenced by: no generation, no member. */
enum fy_status fy_kafka_group_ask(
    struct fy_source *source, struct fy_group **ret_group, struct fy_err *err) FY_MUST_CHECK;
void fy_kafka_group_free(struct fy_source *source, struct fy_group *group);

/* Waits until librdkafka has dropped what it fetched of these. */
enum fy_status fy_kafka_seek(
    rd_kafka_t *client, const struct fy_place *places, int count, struct fy_err *err) FY_MUST_CHECK;

/* With offsets. Give it back with rd_kafka_topic_partition_list_destroy. */
rd_kafka_topic_partition_list_t *fy_kafka_list_new(const struct fy_place *places, int count);

/* --- Producing -------------------------------------------------------------------------------- */

/* The codec of a kind of topic, at the client: what is kept for ever is zstd. */
const char *fy_kafka_codec(enum fy_topic_kind kind);

/* A handle for producing, compressed as the topic's kind wants; NULL with librdkafka's last error.
 */
rd_kafka_topic_t *fy_kafka_topic_handle(rd_kafka_t *client, enum fy_topic topic);

/* The topic of a delivery report of such a handle. */
enum fy_topic fy_kafka_topic_of(const rd_kafka_message_t *report);

#endif
