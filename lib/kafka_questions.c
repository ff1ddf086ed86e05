/* What a source asks the brokers besides for records. Each call waits, but never for long. */
#include "lib/kafka_common.h"

#include "lib/mono.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    QUERY_MS = 1000,   /* Ceiling of one question to a broker: callers ask again. */
    AWAY_MS = 50,      /* The same, while no broker answers: the caller's thread serves HTTP too. */
    SEEK_AGAIN_MS = 5, /* A partition that was just assigned takes some ms to accept a seek. */
};

/* Waiting long is of use only where there is somebody to wait for. */
static int query_ms(bool away)
{
    return away ? AWAY_MS : QUERY_MS;
}

static bool is_away(rd_kafka_resp_err_t code)
{
    return code == RD_KAFKA_RESP_ERR__TRANSPORT || code == RD_KAFKA_RESP_ERR__TIMED_OUT;
}

/*
 * A client that librdkafka has given up, a member that was fenced by the broker, reads nothing any
 * more, yet says "not now" to what is asked of it; only a poll would hear why.
 */
static enum fy_status client_check(rd_kafka_t *client, struct fy_err *err)
{
    char words[FY_KAFKA_WORDS_BYTES];

    if (rd_kafka_fatal_error(client, words, sizeof(words)) == RD_KAFKA_RESP_ERR_NO_ERROR)
        return FY_OK;
    return fy_fail(err, FY_FATAL, "could not read from Kafka: %s", words);
}

rd_kafka_topic_partition_list_t *fy_kafka_list_new(const struct fy_place *places, int count)
{
    rd_kafka_topic_partition_list_t *list = rd_kafka_topic_partition_list_new(count);

    for (int i = 0; i < count; i++) {
        rd_kafka_topic_partition_t *one = rd_kafka_topic_partition_list_add(
            list, fy_topics[places[i].topic].name, places[i].partition);

        one->offset = places[i].offset;
    }
    return list;
}

static enum fy_status answers_take(rd_kafka_resp_err_t code,
    const rd_kafka_topic_partition_list_t *list,
    struct fy_place *places,
    const char *what,
    struct fy_err *err)
{
    for (int i = 0; i < list->cnt && code == RD_KAFKA_RESP_ERR_NO_ERROR; i++)
        code = list->elems[i].err;
    if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fy_kafka_fail(err, code, NULL, "read %s of %d partitions of \"%s\"", what, list->cnt,
            list->elems[0].topic);
    for (int i = 0; i < list->cnt; i++)
        places[i].offset = list->elems[i].offset >= 0 ? list->elems[i].offset : -1;
    return FY_OK;
}

enum fy_status fy_kafka_ask_committed(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    struct fy_kafka_reader *self = (struct fy_kafka_reader *)source;
    enum fy_status status = client_check(self->client, err);
    rd_kafka_topic_partition_list_t *list;
    rd_kafka_resp_err_t code;

    if (status != FY_OK)
        return status;
    list = fy_kafka_list_new(places, count);
    code = rd_kafka_committed(self->client, list, query_ms(self->away));
    status = answers_take(code, list, places, "the committed offsets", err);
    self->away = is_away(code);
    rd_kafka_topic_partition_list_destroy(list);
    return status;
}

/*
 * ListOffsets, one request per broker. -2 and -1 stand for the beginning and the end where a time
 * is asked for; under read_committed the end is the last stable offset.
 */
static enum fy_status offsets_ask(struct fy_source *source,
    int64_t which,
    struct fy_place *places,
    int count,
    const char *what,
    struct fy_err *err)
{
    struct fy_kafka_reader *self = (struct fy_kafka_reader *)source;
    rd_kafka_topic_partition_list_t *list = fy_kafka_list_new(places, count);
    rd_kafka_resp_err_t code;
    enum fy_status status;

    for (int i = 0; i < count; i++)
        list->elems[i].offset = which;
    code = rd_kafka_offsets_for_times(self->client, list, query_ms(self->away));
    self->away = is_away(code);
    status = answers_take(code, list, places, what, err);
    rd_kafka_topic_partition_list_destroy(list);
    /* A leader that is changing hands may be silent without an error: that is not an empty log. */
    for (int i = 0; i < count && status == FY_OK; i++) {
        if (places[i].offset < 0)
            status = fy_fail(err, FY_ABORT, "could not ask for %s of \"%s\": no answer for %d",
                what, fy_topics[places[i].topic].name, (int)places[i].partition);
    }
    return status;
}

enum fy_status fy_kafka_ask_ends(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    return offsets_ask(source, RD_KAFKA_OFFSET_END, places, count, "the end offsets", err);
}

enum fy_status fy_kafka_ask_begins(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    return offsets_ask(source, RD_KAFKA_OFFSET_BEGINNING, places, count, "the first offsets", err);
}

enum fy_status fy_kafka_ask_partitions(
    struct fy_source *source, enum fy_topic topic, int *ret_count, struct fy_err *err)
{
    struct fy_kafka_reader *self = (struct fy_kafka_reader *)source;
    const char *name = fy_topics[topic].name;
    rd_kafka_topic_t *handle = rd_kafka_topic_new(self->client, name, NULL);
    const struct rd_kafka_metadata *metadata = NULL;
    rd_kafka_resp_err_t code;
    int count = 0;

    if (handle == NULL)
        return fy_kafka_fail(err, rd_kafka_last_error(), NULL, "look up topic \"%s\"", name);
    code = rd_kafka_metadata(self->client, 0, handle, &metadata, query_ms(self->away));
    rd_kafka_topic_destroy(handle);
    self->away = is_away(code);
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR && metadata->topic_cnt == 1) {
        code = metadata->topics[0].err;
        count = metadata->topics[0].partition_cnt;
    }
    if (metadata != NULL)
        rd_kafka_metadata_destroy(metadata);

    if (code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
        return fy_fail(err, FY_FATAL, "topic \"%s\" does not exist: make it with fy-topics", name);
    if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fy_kafka_fail(err, code, NULL, "look up topic \"%s\"", name);
    if (count < 1 || count > FY_PARTITIONS_MAX)
        return fy_fail(err, FY_FATAL, "topic \"%s\" has %d partitions, we read 1 to %d", name,
            count, FY_PARTITIONS_MAX);
    *ret_count = count;
    return FY_OK;
}

/* --- Seeking -------------------------------------------------------------------------------- */

/* The first error of the list, or none. Those that say "not yet" are left in the list alone. */
static rd_kafka_resp_err_t seek_left(rd_kafka_topic_partition_list_t *list)
{
    rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR_NO_ERROR;

    for (int i = list->cnt - 1; i >= 0; i--) {
        rd_kafka_resp_err_t one = list->elems[i].err;

        if (one == RD_KAFKA_RESP_ERR_NO_ERROR)
            (void)rd_kafka_topic_partition_list_del_by_idx(list, i);
        else if (code == RD_KAFKA_RESP_ERR_NO_ERROR || fy_kafka_passes(code))
            code = one;
    }
    return code;
}

enum fy_status fy_kafka_seek(
    rd_kafka_t *client, const struct fy_place *places, int count, struct fy_err *err)
{
    rd_kafka_topic_partition_list_t *list;
    int64_t until_ms = fy_mono_ms() + FY_KAFKA_CALL_MS;
    rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR__IN_PROGRESS;
    rd_kafka_error_t *error;

    if (client_check(client, err) != FY_OK)
        return err->status;
    list = fy_kafka_list_new(places, count);
    while (list->cnt > 0 && fy_kafka_passes(code) && fy_mono_ms() < until_ms) {
        error = rd_kafka_seek_partitions(client, list, QUERY_MS);
        if (error != NULL)
            code = rd_kafka_error_code(error);
        else
            code = seek_left(list);
        rd_kafka_error_destroy(error);
        if (list->cnt > 0 && fy_kafka_passes(code))
            usleep(SEEK_AGAIN_MS * 1000);
    }
    rd_kafka_topic_partition_list_destroy(list);
    /* No broker has a part in this: who reads nothing after so long has stopped, by an error. */
    if (code == RD_KAFKA_RESP_ERR__STATE) {
        return fy_fail(err, FY_FATAL,
            "could not read %d partitions of \"%s\" again: reading has stopped", count,
            fy_topics[places[0].topic].name);
    }
    if (code != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fy_kafka_fail(err, code, NULL, "read %d partitions of \"%s\" again", count,
            fy_topics[places[0].topic].name);
    return FY_OK;
}

/* --- Membership ----------------------------------------------------------------------------- */

/*
 * librdkafka gives no other look at a membership than the bytes it would write of it:
 * "CGMDv2:", the generation as 4 bytes of this machine, group and '\0', member and '\0'.
 */
static enum fy_status membership_check(
    const rd_kafka_consumer_group_metadata_t *metadata, struct fy_err *err)
{
    static const char magic[] = "CGMDv2:";
    const size_t magic_bytes = sizeof(magic) - 1;
    void *bytes = NULL;
    size_t size = 0;
    rd_kafka_error_t *error = rd_kafka_consumer_group_metadata_write(metadata, &bytes, &size);
    enum fy_status status = FY_OK;
    const char *group;
    int32_t generation;

    if (error != NULL) {
        status = fy_kafka_fail(err, rd_kafka_error_code(error), rd_kafka_error_string(error),
            "look at our membership");
        rd_kafka_error_destroy(error);
        return status;
    }
    if (size < magic_bytes + sizeof(generation) + 2 || memcmp(bytes, magic, magic_bytes) != 0) {
        status = fy_fail(err, FY_FATAL,
            "could not look at our membership: librdkafka %s writes it in another way",
            rd_kafka_version_str());
        goto done;
    }
    memcpy(&generation, (const char *)bytes + magic_bytes, sizeof(generation));
    group = (const char *)bytes + magic_bytes + sizeof(generation);
    if (generation < 0 || group[strlen(group) + 1] == '\0')
        status = fy_fail(err, FY_ABORT, "we are no member of group \"%s\" at present", group);

done:
    rd_kafka_mem_free(NULL, bytes);
    return status;
}

enum fy_status fy_kafka_group_ask(
    struct fy_source *source, struct fy_group **ret_group, struct fy_err *err)
{
    struct fy_kafka_reader *self = (struct fy_kafka_reader *)source;
    struct fy_group *group = calloc(1, sizeof(*group));
    enum fy_status status;

    if (group == NULL)
        return fy_fail(err, FY_FATAL, "could not keep our membership: no memory");
    group->metadata = rd_kafka_consumer_group_metadata(self->client);
    if (group->metadata == NULL)
        status = fy_fail(err, FY_ABORT, "we are in no group at present");
    else
        status = membership_check(group->metadata, err);
    if (status != FY_OK) {
        fy_kafka_group_free(source, group);
        return status;
    }
    *ret_group = group;
    return FY_OK;
}

void fy_kafka_group_free(struct fy_source *source, struct fy_group *group)
{
    (void)source;
    if (group->metadata != NULL)
        rd_kafka_consumer_group_metadata_destroy(group->metadata);
    free(group);
}
