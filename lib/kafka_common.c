#include "lib/kafka_common.h"

#include "lib/log.h"

#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

bool fy_kafka_passes(rd_kafka_resp_err_t code)
{
    switch ((int)code) {
    case RD_KAFKA_RESP_ERR__TIMED_OUT:
    case RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE:
    case RD_KAFKA_RESP_ERR__MSG_TIMED_OUT:
    case RD_KAFKA_RESP_ERR__TRANSPORT:
    case RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN:
    case RD_KAFKA_RESP_ERR__RESOLVE:
    case RD_KAFKA_RESP_ERR__WAIT_COORD:
    case RD_KAFKA_RESP_ERR__WAIT_CACHE:
    case RD_KAFKA_RESP_ERR__IN_PROGRESS:
    case RD_KAFKA_RESP_ERR__PREV_IN_PROGRESS:
    case RD_KAFKA_RESP_ERR__STATE:
    case RD_KAFKA_RESP_ERR__RETRY:
    case RD_KAFKA_RESP_ERR__QUEUE_FULL:
    case RD_KAFKA_RESP_ERR__PURGE_QUEUE:
    case RD_KAFKA_RESP_ERR__PURGE_INFLIGHT:
    case RD_KAFKA_RESP_ERR__ASSIGNMENT_LOST:
    case RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED:
    case RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT:
    case RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION:
    case RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION:
    case RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS:
    case RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_NOT_COORDINATOR:
    case RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS:
    case RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND:
    case RD_KAFKA_RESP_ERR_NOT_CONTROLLER:
    case RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR:
    case RD_KAFKA_RESP_ERR_FENCED_LEADER_EPOCH:
    case RD_KAFKA_RESP_ERR_UNKNOWN_LEADER_EPOCH:
    case RD_KAFKA_RESP_ERR_OFFSET_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT:
    case RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS:
    case RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS:
    case RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION:
    case RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID:
        return true;
    default:
        return false;
    }
}

enum fy_status fy_kafka_fail(
    struct fy_err *err, rd_kafka_resp_err_t code, const char *words, const char *format, ...)
{
    char what[160]; /* Our own words: a verb, a topic and numbers. */
    va_list args;

    va_start(args, format);
    (void)vsnprintf(what, sizeof(what), format, args);
    va_end(args);
    return fy_fail(err, fy_kafka_passes(code) ? FY_ABORT : FY_FATAL, "could not %s: %s", what,
        words != NULL ? words : rd_kafka_err2str(code));
}

/* librdkafka speaks of brokers, topics and offsets, never of what is in a record. */
static void log_words(const rd_kafka_t *client, int level, const char *facility, const char *words)
{
    enum { SYSLOG_WARNING = 4 };

    if (level <= SYSLOG_WARNING)
        fy_log(FY_LOG_WARN, "kafka client %s: %s: %s", rd_kafka_name(client), facility, words);
}

/* Without it librdkafka logs each of them a second time. */
static void error_ignore(rd_kafka_t *client, int code, const char *words, void *opaque)
{
    (void)client;
    (void)code;
    (void)words;
    (void)opaque;
}

rd_kafka_conf_t *fy_kafka_conf_new(void *opaque)
{
    rd_kafka_conf_t *conf = rd_kafka_conf_new();

    rd_kafka_conf_set_opaque(conf, opaque);
    rd_kafka_conf_set_error_cb(conf, error_ignore);
    return conf;
}

static enum fy_status apply(
    rd_kafka_conf_t *conf, const struct fy_kafka_setting *settings, struct fy_err *err)
{
    char words[FY_KAFKA_WORDS_BYTES];

    for (; settings->name != NULL; settings++) {
        if (settings->value != NULL && rd_kafka_conf_set(conf, settings->name, settings->value,
                                           words, sizeof(words)) != RD_KAFKA_CONF_OK)
            return fy_fail(err, FY_FATAL, "could not set Kafka's \"%s\" to \"%s\": %s",
                settings->name, settings->value, words);
    }
    return FY_OK;
}

enum fy_status fy_kafka_client_new(rd_kafka_type_t type,
    rd_kafka_conf_t *conf,
    const struct fy_kafka_config *config,
    const struct fy_kafka_setting *settings,
    rd_kafka_t **ret_client,
    struct fy_err *err)
{
    /*
     * A broker that comes back is found within half a second. Nagle and a broker's delayed
     * acknowledgement together would add 40 ms to each request.
     */
    const struct fy_kafka_setting common[] = {
        {"bootstrap.servers", config->brokers},
        {"client.id", config->client_id},
        {"socket.nagle.disable", "true"},
        {"reconnect.backoff.ms", "50"},
        {"reconnect.backoff.max.ms", "500"},
        {"log.connection.close", "false"},
        {NULL, NULL},
    };
    char words[FY_KAFKA_WORDS_BYTES];
    enum fy_status status;
    rd_kafka_t *client;

    if (conf == NULL)
        conf = fy_kafka_conf_new(NULL);
    rd_kafka_conf_set_log_cb(conf, log_words);
    status = apply(conf, common, err);
    if (status == FY_OK)
        status = apply(conf, settings, err);
    if (status != FY_OK) {
        rd_kafka_conf_destroy(conf);
        return status;
    }

    client = rd_kafka_new(type, conf, words, sizeof(words));
    if (client == NULL) {
        rd_kafka_conf_destroy(conf);
        return fy_fail(
            err, FY_FATAL, "could not start a Kafka client for \"%s\": %s", config->brokers, words);
    }
    *ret_client = client;
    return FY_OK;
}

enum fy_status fy_kafka_wake_new(int *ret_fd, struct fy_err *err)
{
    int fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);

    if (fd < 0)
        return fy_fail(
            err, FY_FATAL, "could not make an eventfd for a Kafka queue: %s", strerror(errno));
    *ret_fd = fd;
    return FY_OK;
}

void fy_kafka_wake_by(rd_kafka_queue_t *queue, int fd)
{
    const uint64_t one = 1; /* What an eventfd takes: 8 bytes, added to its count. */

    rd_kafka_queue_io_event_enable(queue, fd, &one, sizeof(one));
    /*
     * librdkafka wakes when an empty queue gets its first entry. What came before this call (a
     * broker that refused the connection is enough) would never wake anybody: so look once.
     */
    if (fd >= 0 && write(fd, &one, sizeof(one)) < 0)
        return; /* A count that is full wakes as well. */
}

/* Nothing to read and a count that is full are both what we want. */
void fy_kafka_wake_clear(int fd)
{
    uint64_t count;
    ssize_t got = read(fd, &count, sizeof(count));

    (void)got;
}

void fy_kafka_wake_again(int fd)
{
    const uint64_t one = 1;
    ssize_t put = write(fd, &one, sizeof(one));

    (void)put;
}

const char *fy_kafka_codec(enum fy_topic_kind kind)
{
    return fy_kinds[kind].compression;
}

rd_kafka_topic_t *fy_kafka_topic_handle(rd_kafka_t *client, enum fy_topic topic)
{
    const struct fy_topic_info *info = &fy_topics[topic];
    /* A new conf would know nothing of what the client was told, its time-outs among it. */
    rd_kafka_topic_conf_t *conf = rd_kafka_default_topic_conf_dup(client);
    rd_kafka_conf_res_t set;

    set = rd_kafka_topic_conf_set(conf, "compression.codec", fy_kafka_codec(info->kind), NULL, 0);
    assert(set == RD_KAFKA_CONF_OK);
    /* As Java's default. Every record of ours has a key, so the "random" of it never comes up. */
    set = rd_kafka_topic_conf_set(conf, "partitioner", "murmur2_random", NULL, 0);
    assert(set == RD_KAFKA_CONF_OK);
    rd_kafka_topic_conf_set_opaque(conf, (void *)info);
    return rd_kafka_topic_new(client, info->name, conf); /* Takes conf, even when it fails. */
}

enum fy_topic fy_kafka_topic_of(const rd_kafka_message_t *report)
{
    const struct fy_topic_info *info = rd_kafka_topic_opaque(report->rkt);

    return (enum fy_topic)(info - fy_topics);
}
