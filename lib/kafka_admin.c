/* Topics as the table wants them: made where they are missing, configured as their kind is kept. */
#include "lib/kafka_common.h"

#include "lib/mono.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum {
    REPLICAS_MAX = 3,
    ADMIN_MS = 30000, /* A broker that has just started takes its time. */
    LOOK_MS = 1000,   /* Ceiling of one look at the cluster, repeated for ADMIN_MS. */
    SETTINGS_MAX = 12,
};

struct admin {
    rd_kafka_t *client;
    rd_kafka_queue_t *queue;
    int replicas;
    int partitions;
    bool exists[FY_TOPIC_COUNT];
    bool led[FY_TOPIC_COUNT]; /* Each of its partitions has a leader. */
    fy_kafka_did *did;
    void *context;
};

/* --- What a kind is kept like --------------------------------------------------------------- */

struct setting {
    const char *name;
    const char *value;
};

static int setting_add(struct setting *settings, int count, const char *name, const char *value)
{
    assert(count < SETTINGS_MAX);
    settings[count] = (struct setting){name, value};
    return count + 1;
}

/*
 * A tombstone of a key must take the key from the disk within 60 s. Only closed segments are
 * compacted, and one is closed by the first record that comes when it is segment.ms old: whoever
 * writes a tombstone writes a filler 11 s later (producers/keys). Then the cleaner comes by within
 * log.cleaner.backoff.ms, 15 s, whatever the ratio of old to new; the file that it replaced stays
 * for file.delete.delay.ms. The tombstone itself stays for a day, so that every reader hears of it.
 */
static int settings_of_keys(struct setting *settings, int count)
{
    count = setting_add(settings, count, "segment.bytes", "1048576"); /* Kafka takes no less. */
    count = setting_add(settings, count, "segment.ms", "10000");
    count = setting_add(settings, count, "min.cleanable.dirty.ratio", "0.001");
    count = setting_add(settings, count, "min.compaction.lag.ms", "0");
    count = setting_add(settings, count, "max.compaction.lag.ms", "30000");
    count = setting_add(settings, count, "file.delete.delay.ms", "1000");
    return setting_add(settings, count, "delete.retention.ms", "86400000");
}

static int settings_of(
    const struct admin *admin, enum fy_topic topic, struct setting settings[SETTINGS_MAX])
{
    const struct fy_kind_info *kind = &fy_kinds[fy_topics[topic].kind];
    bool cluster = admin->replicas >= REPLICAS_MAX;
    int count = 0;

    /* The broker's clock is the only one that rules may see. */
    count = setting_add(settings, count, "message.timestamp.type", "LogAppendTime");
    /*
     * As it comes. Clients compress what gains by it and send the rest plain; a broker that is told
     * a codec compresses every small batch once more, at several times the cost of writing it.
     */
    count = setting_add(settings, count, "compression.type", "producer");
    count = setting_add(settings, count, "min.insync.replicas", cluster ? "2" : "1");
    count = setting_add(settings, count, "cleanup.policy", kind->cleanup_policy);
    if (fy_topics[topic].kind == FY_KIND_KEYS)
        return settings_of_keys(settings, count);
    if (strcmp(kind->cleanup_policy, "compact") == 0) {
        /*
         * Only closed segments are compacted, and whoever restores reads what is not: small ones
         * where one machine holds all, larger ones in a cluster. A tombstone stays for a day, so
         * that a standby that was away for less hears of it.
         */
        count = setting_add(settings, count, "segment.bytes", cluster ? "134217728" : "16777216");
        count = setting_add(settings, count, "segment.ms", "3600000");
        count = setting_add(settings, count, "min.cleanable.dirty.ratio", "0.3");
        return setting_add(settings, count, "delete.retention.ms", "86400000");
    }
    count =
        setting_add(settings, count, "retention.ms", kind->retention_ms < 0 ? "-1" : "604800000");
    assert(kind->retention_ms < 0 || kind->retention_ms == 604800000);
    return setting_add(settings, count, "retention.bytes", "-1");
}

static void tell(const struct admin *admin, enum fy_topic topic, const char *what)
{
    if (admin->did != NULL)
        admin->did(admin->context, topic, what);
}

/* --- Looking -------------------------------------------------------------------------------- */

static void note_topic(struct admin *admin, const struct rd_kafka_metadata_topic *found)
{
    enum fy_topic topic = fy_topic_find(fy_slice_of(found->topic));
    bool led = found->err == RD_KAFKA_RESP_ERR_NO_ERROR && found->partition_cnt > 0;

    if (topic == FY_TOPIC_COUNT)
        return;
    for (int i = 0; i < found->partition_cnt; i++)
        led = led && found->partitions[i].err == RD_KAFKA_RESP_ERR_NO_ERROR &&
              found->partitions[i].leader >= 0;
    admin->exists[topic] = true;
    admin->led[topic] = led;
}

static enum fy_status look(struct admin *admin, int wait_ms, struct fy_err *err)
{
    const struct rd_kafka_metadata *metadata;
    rd_kafka_resp_err_t code = rd_kafka_metadata(admin->client, 1, NULL, &metadata, wait_ms);

    if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fy_kafka_fail(err, code, NULL, "look at the cluster");
    memset(admin->exists, 0, sizeof(admin->exists));
    memset(admin->led, 0, sizeof(admin->led));
    admin->replicas = metadata->broker_cnt < REPLICAS_MAX ? metadata->broker_cnt : REPLICAS_MAX;
    for (int i = 0; i < metadata->topic_cnt; i++)
        note_topic(admin, &metadata->topics[i]);
    rd_kafka_metadata_destroy(metadata);
    if (admin->replicas < 1)
        return fy_fail(err, FY_ABORT, "could not look at the cluster: it shows no broker yet");
    return FY_OK;
}

static int first_missing(const bool *there)
{
    int topic = 0;

    while (topic < FY_TOPIC_COUNT && there[topic])
        topic++;
    return topic;
}

/* Look until a broker answers and, if `led` says so, until every topic has its leaders. */
static enum fy_status look_until(struct admin *admin, bool led, struct fy_err *err)
{
    int64_t until_ms = fy_mono_ms() + ADMIN_MS;
    enum fy_status status;

    do {
        status = look(admin, LOOK_MS, err);
        if (status == FY_OK && led && first_missing(admin->led) < FY_TOPIC_COUNT)
            status = fy_fail(err, FY_ABORT, "topic \"%s\" has a partition without leader",
                fy_topics[first_missing(admin->led)].name);
        if (status == FY_ABORT)
            (void)rd_kafka_poll(admin->client, 50);
    } while (status == FY_ABORT && fy_mono_ms() < until_ms);
    return status;
}

/* --- Asking the controller ------------------------------------------------------------------ */

static rd_kafka_AdminOptions_t *options_new(struct admin *admin, rd_kafka_admin_op_t operation)
{
    rd_kafka_AdminOptions_t *options = rd_kafka_AdminOptions_new(admin->client, operation);
    rd_kafka_resp_err_t code =
        rd_kafka_AdminOptions_set_request_timeout(options, ADMIN_MS, NULL, 0);

    assert(code == RD_KAFKA_RESP_ERR_NO_ERROR);
    if (operation == RD_KAFKA_ADMIN_OP_CREATETOPICS) {
        code = rd_kafka_AdminOptions_set_operation_timeout(options, ADMIN_MS, NULL, 0);
        assert(code == RD_KAFKA_RESP_ERR_NO_ERROR);
    }
    return options;
}

/* The answer, to be destroyed; NULL with words. */
static rd_kafka_event_t *answer_wait(struct admin *admin, const char *what, struct fy_err *err)
{
    rd_kafka_event_t *event = rd_kafka_queue_poll(admin->queue, ADMIN_MS + FY_KAFKA_CALL_MS);

    if (event == NULL) {
        (void)fy_fail(err, FY_ABORT, "could not %s: no answer within %d s", what, ADMIN_MS / 1000);
        return NULL;
    }
    if (rd_kafka_event_error(event) != RD_KAFKA_RESP_ERR_NO_ERROR) {
        (void)fy_kafka_fail(
            err, rd_kafka_event_error(event), rd_kafka_event_error_string(event), "%s", what);
        rd_kafka_event_destroy(event);
        return NULL;
    }
    return event;
}

static enum fy_status created_take(
    struct admin *admin, const rd_kafka_CreateTopics_result_t *result, struct fy_err *err)
{
    size_t count;
    const rd_kafka_topic_result_t **topics = rd_kafka_CreateTopics_result_topics(result, &count);
    char what[64];

    (void)snprintf(
        what, sizeof(what), "made: %d partitions, %d replicas", admin->partitions, admin->replicas);
    for (size_t i = 0; i < count; i++) {
        rd_kafka_resp_err_t code = rd_kafka_topic_result_error(topics[i]);
        const char *name = rd_kafka_topic_result_name(topics[i]);

        if (code == RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS)
            continue; /* Somebody else makes them at the same time. */
        if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
            return fy_kafka_fail(err, code, rd_kafka_topic_result_error_string(topics[i]),
                "make topic \"%s\"", name);
        tell(admin, fy_topic_find(fy_slice_of(name)), what);
    }
    return FY_OK;
}

static enum fy_status topic_describe(
    struct admin *admin, enum fy_topic topic, rd_kafka_NewTopic_t **ret_topic, struct fy_err *err)
{
    char words[FY_KAFKA_WORDS_BYTES];
    struct setting settings[SETTINGS_MAX];
    int count = settings_of(admin, topic, settings);
    rd_kafka_NewTopic_t *made = rd_kafka_NewTopic_new(
        fy_topics[topic].name, admin->partitions, admin->replicas, words, sizeof(words));

    if (made == NULL)
        return fy_fail(
            err, FY_FATAL, "could not make topic \"%s\": %s", fy_topics[topic].name, words);
    for (int i = 0; i < count; i++) {
        rd_kafka_resp_err_t code =
            rd_kafka_NewTopic_set_config(made, settings[i].name, settings[i].value);

        assert(code == RD_KAFKA_RESP_ERR_NO_ERROR);
    }
    *ret_topic = made;
    return FY_OK;
}

static enum fy_status create_missing(struct admin *admin, struct fy_err *err)
{
    rd_kafka_NewTopic_t *topics[FY_TOPIC_COUNT];
    size_t count = 0;
    rd_kafka_AdminOptions_t *options;
    rd_kafka_event_t *event;
    enum fy_status status = FY_OK;

    for (int i = 0; i < FY_TOPIC_COUNT && status == FY_OK; i++) {
        if (!admin->exists[i])
            status = topic_describe(admin, (enum fy_topic)i, &topics[count], err);
        if (!admin->exists[i] && status == FY_OK)
            count++;
    }
    if (status == FY_OK && count > 0) {
        options = options_new(admin, RD_KAFKA_ADMIN_OP_CREATETOPICS);
        rd_kafka_CreateTopics(admin->client, topics, count, options, admin->queue);
        rd_kafka_AdminOptions_destroy(options);
        event = answer_wait(admin, "make topics", err);
        if (event == NULL)
            status = err->status;
        else
            status = created_take(admin, rd_kafka_event_CreateTopics_result(event), err);
        rd_kafka_event_destroy(event);
    }
    rd_kafka_NewTopic_destroy_array(topics, count);
    return status;
}

/* --- Configs that differ -------------------------------------------------------------------- */

static const rd_kafka_ConfigEntry_t *entry_of(
    const rd_kafka_ConfigEntry_t **entries, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rd_kafka_ConfigEntry_name(entries[i]), name) == 0)
            return entries[i];
    }
    return NULL;
}

static bool is_ours(const char *name, const struct setting *settings, int count)
{
    bool ours = false;

    for (int i = 0; i < count; i++)
        ours = ours || strcmp(settings[i].name, name) == 0;
    return ours;
}

static void keep(rd_kafka_ConfigResource_t *wanted, const char *name, const char *value)
{
    rd_kafka_resp_err_t code = rd_kafka_ConfigResource_set_config(wanted, name, value);

    assert(code == RD_KAFKA_RESP_ERR_NO_ERROR);
}

/*
 * The request replaces all that is set on a topic, so what others have set goes with it again. NULL
 * when nothing differs. (librdkafka 2.0.2 has no incremental one.)
 */
static rd_kafka_ConfigResource_t *difference(
    struct admin *admin, const rd_kafka_ConfigResource_t *found)
{
    size_t count;
    const rd_kafka_ConfigEntry_t **entries = rd_kafka_ConfigResource_configs(found, &count);
    enum fy_topic topic = fy_topic_find(fy_slice_of(rd_kafka_ConfigResource_name(found)));
    struct setting settings[SETTINGS_MAX];
    int setting_count = settings_of(admin, topic, settings);
    rd_kafka_ConfigResource_t *wanted =
        rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, rd_kafka_ConfigResource_name(found));
    bool differs = false;
    char what[128];

    for (size_t i = 0; i < count; i++) {
        if (rd_kafka_ConfigEntry_source(entries[i]) ==
                RD_KAFKA_CONFIG_SOURCE_DYNAMIC_TOPIC_CONFIG &&
            !is_ours(rd_kafka_ConfigEntry_name(entries[i]), settings, setting_count))
            keep(wanted, rd_kafka_ConfigEntry_name(entries[i]),
                rd_kafka_ConfigEntry_value(entries[i]));
    }
    for (int i = 0; i < setting_count; i++) {
        const rd_kafka_ConfigEntry_t *entry = entry_of(entries, count, settings[i].name);
        const char *value = entry != NULL ? rd_kafka_ConfigEntry_value(entry) : NULL;

        keep(wanted, settings[i].name, settings[i].value);
        if (value != NULL && strcmp(value, settings[i].value) == 0)
            continue;
        (void)snprintf(what, sizeof(what), "%s: %s, was %s", settings[i].name, settings[i].value,
            value != NULL ? value : "unset");
        tell(admin, topic, what);
        differs = true;
    }
    if (differs)
        return wanted;
    rd_kafka_ConfigResource_destroy(wanted);
    return NULL;
}

static enum fy_status alter(struct admin *admin,
    rd_kafka_ConfigResource_t **wanted,
    size_t wanted_count,
    struct fy_err *err)
{
    rd_kafka_AdminOptions_t *options = options_new(admin, RD_KAFKA_ADMIN_OP_ALTERCONFIGS);
    const rd_kafka_ConfigResource_t **altered;
    rd_kafka_event_t *event;
    enum fy_status status = FY_OK;
    size_t count;

    rd_kafka_AlterConfigs(admin->client, wanted, wanted_count, options, admin->queue);
    rd_kafka_AdminOptions_destroy(options);
    event = answer_wait(admin, "set topic configs", err);
    if (event == NULL)
        return err->status;
    altered =
        rd_kafka_AlterConfigs_result_resources(rd_kafka_event_AlterConfigs_result(event), &count);
    for (size_t i = 0; i < count && status == FY_OK; i++) {
        rd_kafka_resp_err_t code = rd_kafka_ConfigResource_error(altered[i]);

        if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
            status = fy_kafka_fail(err, code, rd_kafka_ConfigResource_error_string(altered[i]),
                "set configs of topic \"%s\"", rd_kafka_ConfigResource_name(altered[i]));
    }
    rd_kafka_event_destroy(event);
    return status;
}

static enum fy_status alter_different(
    struct admin *admin, const rd_kafka_DescribeConfigs_result_t *result, struct fy_err *err)
{
    rd_kafka_ConfigResource_t *wanted[FY_TOPIC_COUNT];
    size_t wanted_count = 0;
    size_t count;
    const rd_kafka_ConfigResource_t **found =
        rd_kafka_DescribeConfigs_result_resources(result, &count);
    enum fy_status status = FY_OK;

    assert(count <= FY_TOPIC_COUNT);
    for (size_t i = 0; i < count && status == FY_OK; i++) {
        rd_kafka_resp_err_t code = rd_kafka_ConfigResource_error(found[i]);

        if (code != RD_KAFKA_RESP_ERR_NO_ERROR) {
            status = fy_kafka_fail(err, code, rd_kafka_ConfigResource_error_string(found[i]),
                "read configs of topic \"%s\"", rd_kafka_ConfigResource_name(found[i]));
        } else {
            wanted[wanted_count] = difference(admin, found[i]);
            wanted_count += wanted[wanted_count] != NULL;
        }
    }
    if (status == FY_OK && wanted_count > 0)
        status = alter(admin, wanted, wanted_count, err);
    rd_kafka_ConfigResource_destroy_array(wanted, wanted_count);
    return status;
}

static enum fy_status configure(struct admin *admin, struct fy_err *err)
{
    rd_kafka_ConfigResource_t *asked[FY_TOPIC_COUNT];
    rd_kafka_AdminOptions_t *options;
    rd_kafka_event_t *event;
    enum fy_status status;

    for (int i = 0; i < FY_TOPIC_COUNT; i++)
        asked[i] = rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, fy_topics[i].name);
    options = options_new(admin, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS);
    rd_kafka_DescribeConfigs(admin->client, asked, FY_TOPIC_COUNT, options, admin->queue);
    rd_kafka_AdminOptions_destroy(options);
    rd_kafka_ConfigResource_destroy_array(asked, FY_TOPIC_COUNT);
    event = answer_wait(admin, "read topic configs", err);
    if (event == NULL)
        return err->status;
    status = alter_different(admin, rd_kafka_event_DescribeConfigs_result(event), err);
    rd_kafka_event_destroy(event);
    return status;
}

enum fy_status fy_kafka_topics_create(const struct fy_kafka_config *config,
    int partitions,
    fy_kafka_did *did,
    void *context,
    struct fy_err *err)
{
    static const struct fy_kafka_setting settings[] = {{NULL, NULL}};
    struct admin admin = {.partitions = partitions, .did = did, .context = context};
    enum fy_status status;

    assert(partitions >= 1 && partitions <= FY_PARTITIONS_MAX);
    status = fy_kafka_client_new(RD_KAFKA_PRODUCER, NULL, config, settings, &admin.client, err);
    if (status != FY_OK)
        return status;
    admin.queue = rd_kafka_queue_new(admin.client);

    status = look_until(&admin, false, err);
    if (status == FY_OK)
        status = create_missing(&admin, err);
    if (status == FY_OK)
        status = look_until(&admin, true, err);
    if (status == FY_OK)
        status = configure(&admin, err);

    rd_kafka_queue_destroy(admin.queue);
    rd_kafka_destroy(admin.client);
    return status;
}
