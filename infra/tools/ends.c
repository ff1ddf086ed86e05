/*
 * ends.c - fy-ends: how many records topics have had: the sum of their partitions' end offsets.
 *
 *   fy-ends --brokers 127.0.0.1:9092 activity          one number
 *   fy-ends --brokers 127.0.0.1:9092                    every topic of the table, with its name
 *
 * Transactions count their markers too, so for topics that tasks write it is a place, not a count.
 */
#include "lib/kafka.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum fy_status end_of(
    struct fy_source *source, enum fy_topic topic, int64_t *ret_end, struct fy_err *err)
{
    struct fy_place places[FY_PARTITIONS_MAX];
    int64_t end = 0;
    int count = 0;
    enum fy_status status = fy_source_partitions(source, topic, &count, err);

    for (int i = 0; i < count; i++)
        places[i] = (struct fy_place){.topic = topic, .partition = i};
    if (status == FY_OK)
        status = fy_source_ends(source, places, count, err);
    if (status != FY_OK)
        return status;
    for (int i = 0; i < count; i++)
        end += places[i].offset;
    *ret_end = end;
    return FY_OK;
}

int main(int argc, char **argv)
{
    struct fy_kafka_config config = {.client_id = "ends"};
    struct fy_source *source = NULL;
    enum fy_topic only = FY_TOPIC_COUNT;
    struct fy_err err = {.text = ""};
    enum fy_status status;
    int64_t end = 0;

    if (argc < 3 || argc > 4 || strcmp(argv[1], "--brokers") != 0) {
        (void)fputs("usage: fy-ends --brokers HOST:PORT [TOPIC]\n", stderr);
        return 2;
    }
    config.brokers = argv[2];
    if (argc == 4)
        only = fy_topic_find(fy_slice_of(argv[3]));
    if (argc == 4 && only == FY_TOPIC_COUNT) {
        (void)fprintf(
            stderr, "there is no topic \"%s\"; schemas/topics.def has them all\n", argv[3]);
        return 2;
    }
    status = fy_kafka_plain_source_new(&config, &source, &err);
    for (int i = 0; i < FY_TOPIC_COUNT && status == FY_OK; i++) {
        if (only != FY_TOPIC_COUNT && i != (int)only)
            continue;
        status = end_of(source, (enum fy_topic)i, &end, &err);
        if (status == FY_OK && only != FY_TOPIC_COUNT)
            (void)printf("%" PRId64 "\n", end);
        else if (status == FY_OK)
            (void)printf("%-24s %12" PRId64 "\n", fy_topics[i].name, end);
    }
    fy_source_free(source);
    if (status != FY_OK)
        (void)fprintf(stderr, "fy-ends: %s\n", err.text);
    return status == FY_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
