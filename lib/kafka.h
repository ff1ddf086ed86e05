/*
 * kafka.h - the log interfaces on a real Kafka. librdkafka is touched in lib/kafka_*.c only.
 *
 * Threads: each object has one owner.
 * Source:  librdkafka 2.0.2 (Debian 12) and 2.8.0 (Debian 13); docs/decisions.
 */
#ifndef FY_KAFKA_H
#define FY_KAFKA_H

#include "lib/sink.h"
#include "lib/source.h"

struct fy_kafka_config {
    const char *brokers;   /* "127.0.0.1:9092". */
    const char *client_id; /* The program's name. */

    /*
     * How long a broker keeps a fetch that finds nothing: 0 for 500, which is quiet. Reading knows
     * that it is at the end only by such an answer, so who reads to the end and stops wants it
     * soon.
     */
    int fetch_wait_ms;

    /*
     * How long a broker may keep a fetch that finds less than 64 KB: 0 for not at all. A fetch
     * costs it some 100 us, whatever it finds; at a thousand records a second that is most of what
     * a reader costs. Takes the place of fetch_wait_ms.
     */
    int patience_ms;

    /*
     * How long a member or a transaction of a process that died is waited for: 0 for 6,000. A
     * broker takes sessions from its group.min.session.timeout.ms on (6,000, or 1,000 on a stand).
     */
    int session_ms;
};

enum { FY_KAFKA_SESSION_MS = 6000 };

/*
 * A member of group `group`, read_committed, cooperative-sticky. It subscribes to `lead` alone: its
 * partitions are what the group gives and takes, and the owner reads the same partitions of other
 * topics beside them.
 */
enum fy_status fy_kafka_group_source_new(const struct fy_kafka_config *config,
    const char *group,
    const char *instance_id, /* Static member name, or NULL. */
    enum fy_topic lead,
    struct fy_source **ret_source,
    struct fy_err *err) FY_MUST_CHECK;

/* No group; the owner assigns. read_committed. */
enum fy_status fy_kafka_plain_source_new(const struct fy_kafka_config *config,
    struct fy_source **ret_source,
    struct fy_err *err) FY_MUST_CHECK;

/*
 * The same with a client of its own for `topics`, which move all the time, and one for all others:
 * lib/source_pair.h.
 */
enum fy_status fy_kafka_pair_source_new(const struct fy_kafka_config *config,
    const enum fy_topic *topics,
    int topic_count,
    struct fy_source **ret_source,
    struct fy_err *err) FY_MUST_CHECK;

/* init_transactions is done when this returns: whoever wrote under this id before is fenced. */
enum fy_status fy_kafka_sink_new(const struct fy_kafka_config *config,
    const char *transactional_id,
    struct fy_sink **ret_sink,
    struct fy_err *err) FY_MUST_CHECK;

/* What was done to a topic, for people: "made, 6 partitions", "retention.ms is -1 now". */
typedef void fy_kafka_did(void *context, enum fy_topic topic, const char *what);

/*
 * Make every topic of the table that is missing, wait until each has leaders, and set topic configs
 * that differ; what others have set besides stays. Never changes the number of partitions. RF is
 * the cluster's size, at most 3; min ISR is 2 where RF is 3. `did` may be NULL. May take 30 s.
 */
enum fy_status fy_kafka_topics_create(const struct fy_kafka_config *config,
    int partitions,
    fy_kafka_did *did,
    void *context,
    struct fy_err *err) FY_MUST_CHECK;

#endif
