/*
 * topics.c - fy-topics: makes every topic of the table that is missing and sets configs that
 * differ.
 *
 *   fy-topics --brokers 127.0.0.1:9092 --partitions 6
 *
 * Says what it did, one line each; a second run does nothing. The number of partitions is chosen
 * when a topic is made and never changed.
 */
#include "lib/kafka.h"
#include "lib/log.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

static const char usage[] = "usage: fy-topics --brokers HOST:PORT[,...] --partitions N\n"
                            "N is 1 to 256, and only for topics that are made now.\n";

struct said {
    bool done[FY_TOPIC_COUNT];
    int lines;
};

static void say(void *context, enum fy_topic topic, const char *what)
{
    struct said *said = context;

    said->done[topic] = true;
    said->lines++;
    (void)printf("%s: %s\n", fy_topics[topic].name, what);
}

int main(int argc, char **argv)
{
    static const struct option options[] = {
        {"brokers", required_argument, NULL, 'b'},
        {"partitions", required_argument, NULL, 'p'},
        {"help", no_argument, NULL, 'h'},
        {NULL, 0, NULL, 0},
    };
    struct fy_kafka_config config = {.client_id = "topics"};
    struct said said = {.lines = 0};
    struct fy_err err = {0};
    long partitions = 0;
    int touched = 0;
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (option == 'h') {
            (void)fputs(usage, stdout);
            return EXIT_SUCCESS;
        }
        if (option == 'b')
            config.brokers = optarg;
        else if (option == 'p')
            partitions = strtol(optarg, NULL, 10);
    }
    if (config.brokers == NULL || optind != argc || partitions < 1 ||
        partitions > FY_PARTITIONS_MAX) {
        (void)fputs(usage, stderr);
        return EXIT_FAILURE;
    }

    fy_log_init("topics", FY_LOG_WARN);
    if (fy_kafka_topics_create(&config, (int)partitions, say, &said, &err) != FY_OK) {
        (void)fprintf(stderr, "fy-topics: %s\n", err.text);
        return EXIT_FAILURE;
    }
    for (int i = 0; i < FY_TOPIC_COUNT; i++)
        touched += said.done[i];
    (void)printf("%d topics, %d of them made or changed now\n", FY_TOPIC_COUNT, touched);
    return EXIT_SUCCESS;
}
