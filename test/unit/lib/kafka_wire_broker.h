/*
 * kafka_wire_broker.h - a broker of one test: it listens on loopback, hears what a producer asks
 * and answers as the test wants. It reads Kafka's protocol by itself, with none of lib/kafka_wire.
 *
 * Threads: the test's: `broker_turn` does what is to be done now.
 */
#ifndef TEST_KAFKA_WIRE_BROKER_H
#define TEST_KAFKA_WIRE_BROKER_H

#include "lib/mono.h"
#include "lib/producer.h"
#include "test/expect.h"

#include <arpa/inet.h>
#include <endian.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BROKER_LINKS = 4, BROKER_BATCHES = 64, BROKER_PARTITIONS = 6, BROKER_BYTES = 1 << 20 };

/* A batch as it came. */
struct heard {
    char topic[32];
    int32_t partition;
    int64_t producer_id;
    int32_t sequence;
    int32_t count;
    int request; /* The how manieth produce request brought it. */
    uint32_t crc;
    bool zstd;
};

struct broker {
    int listen_fd;
    int port;
    int fds[BROKER_LINKS];
    uint8_t *in[BROKER_LINKS];
    size_t size[BROKER_LINKS];
    int64_t next_id; /* Producer ids given. */
    int32_t ends[BROKER_PARTITIONS];
    int requests; /* Of produce. */
    int metadata; /* Of metadata. */
    struct heard heard[BROKER_BATCHES];
    int heard_count;
    bool silent;    /* Hears, and says nothing. */
    bool hangs_up;  /* Hears the next produce request and hangs up. */
    int16_t error;  /* Of all partitions of the next produce request. */
    uint64_t noise; /* Not 0: spoils answers, by this seed. */
};

static inline void broker_open(struct broker *broker)
{
    struct sockaddr_in at = {.sin_family = AF_INET};
    socklen_t size = sizeof(at);

    memset(broker, 0, sizeof(*broker));
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    broker->listen_fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (bind(broker->listen_fd, (struct sockaddr *)&at, sizeof(at)) != 0 ||
        listen(broker->listen_fd, 8) != 0 ||
        getsockname(broker->listen_fd, (struct sockaddr *)&at, &size) != 0)
        abort();
    broker->port = ntohs(at.sin_port);
    broker->next_id = 7000;
    for (int i = 0; i < BROKER_LINKS; i++) {
        broker->fds[i] = -1;
        broker->in[i] = malloc(BROKER_BYTES);
    }
}

static inline void broker_drop(struct broker *broker, int i)
{
    if (broker->fds[i] >= 0)
        (void)close(broker->fds[i]);
    broker->fds[i] = -1;
    broker->size[i] = 0;
}

static inline void broker_close(struct broker *broker)
{
    for (int i = 0; i < BROKER_LINKS; i++) {
        broker_drop(broker, i);
        free(broker->in[i]);
    }
    if (broker->listen_fd >= 0)
        (void)close(broker->listen_fd);
}

/* --- Bytes ------------------------------------------------------------------------------------ */

struct said {
    uint8_t bytes[4096];
    size_t size;
};

static inline void say_number(struct said *said, int64_t number, size_t size)
{
    for (size_t i = 0; i < size; i++)
        said->bytes[said->size++] = (uint8_t)((uint64_t)number >> (8 * (size - 1 - i)));
}

static inline void say_words(struct said *said, const char *words)
{
    say_number(said, (int64_t)strlen(words), 2);
    memcpy(said->bytes + said->size, words, strlen(words));
    said->size += strlen(words);
}

static inline int64_t hear_number(const uint8_t **at, size_t size)
{
    uint64_t number = 0;

    for (size_t i = 0; i < size; i++)
        number = number << 8 | *(*at)++;
    return size == 2 ? (int16_t)number : size == 4 ? (int32_t)number : (int64_t)number;
}

static inline void hear_words(const uint8_t **at, char *words, size_t room)
{
    int64_t size = hear_number(at, 2);

    (void)snprintf(words, room, "%.*s", size > 0 ? (int)size : 0, (const char *)*at);
    *at += size > 0 ? size : 0;
}

/* --- Answers ---------------------------------------------------------------------------------- */

static inline void broker_metadata(struct broker *broker, const uint8_t *at, struct said *said)
{
    int64_t topics = hear_number(&at, 4);

    broker->metadata++;
    say_number(said, 0, 4);
    say_number(said, 1, 4); /* One broker: */
    say_number(said, 3, 4);
    say_words(said, "127.0.0.1");
    say_number(said, broker->port, 4);
    say_number(said, -1, 2);
    say_words(said, "cluster");
    say_number(said, 3, 4);
    say_number(said, topics, 4);
    for (int64_t i = 0; i < topics; i++) {
        char name[64];

        hear_words(&at, name, sizeof(name));
        say_number(said, 0, 2);
        say_words(said, name);
        say_number(said, 0, 1);
        say_number(said, BROKER_PARTITIONS, 4);
        for (int p = 0; p < BROKER_PARTITIONS; p++) {
            say_number(said, 0, 2);
            say_number(said, p, 4);
            say_number(said, 3, 4);
            say_number(said, 1, 4);
            say_number(said, 3, 4);
            say_number(said, 1, 4);
            say_number(said, 3, 4);
        }
    }
}

static inline void broker_batch(struct broker *broker, const char *topic, const uint8_t **at)
{
    struct heard *heard = &broker->heard[broker->heard_count++ % BROKER_BATCHES];
    int64_t partition = hear_number(at, 4);
    int64_t size = hear_number(at, 4);
    const uint8_t *head = *at;

    (void)snprintf(heard->topic, sizeof(heard->topic), "%s", topic);
    heard->partition = (int32_t)partition;
    heard->request = broker->requests;
    EXPECT_I64(2, head[16]);
    head += 8;
    EXPECT_I64(size - 12, hear_number(&head, 4));
    head = *at + 17;
    heard->crc = (uint32_t)hear_number(&head, 4);
    heard->zstd = hear_number(&head, 2) == 4;
    head = *at + 43;
    heard->producer_id = hear_number(&head, 8);
    (void)hear_number(&head, 2);
    heard->sequence = (int32_t)hear_number(&head, 4);
    heard->count = (int32_t)hear_number(&head, 4);
    *at += size;
}

static inline void broker_produce(struct broker *broker, const uint8_t *at, struct said *said)
{
    int64_t topics;

    broker->requests++;
    EXPECT_I64(-1, hear_number(&at, 2));
    EXPECT_I64(-1, hear_number(&at, 2)); /* acks=all */
    (void)hear_number(&at, 4);
    topics = hear_number(&at, 4);
    say_number(said, topics, 4);
    for (int64_t i = 0; i < topics; i++) {
        char name[64];
        int64_t count;

        hear_words(&at, name, sizeof(name));
        count = hear_number(&at, 4);
        say_words(said, name);
        say_number(said, count, 4);
        for (int64_t j = 0; j < count; j++) {
            const struct heard *heard = &broker->heard[broker->heard_count % BROKER_BATCHES];

            broker_batch(broker, name, &at);
            say_number(said, heard->partition, 4);
            say_number(said, broker->error, 2);
            say_number(said, broker->error != 0 ? -1 : broker->ends[heard->partition], 8);
            say_number(said, -1, 8);
            say_number(said, 0, 8);
            if (broker->error == 0)
                broker->ends[heard->partition] += heard->count;
        }
    }
    say_number(said, 0, 4);
    broker->error = 0;
}

static inline void broker_answer(struct broker *broker, int i, const uint8_t *frame)
{
    static struct said said;
    int64_t api = hear_number(&frame, 2);
    int64_t version = hear_number(&frame, 2);
    int64_t number = hear_number(&frame, 4);
    char client[64];
    bool hangs_up = broker->hangs_up && api == 0;

    hear_words(&frame, client, sizeof(client));
    said.size = 4;
    say_number(&said, number, 4);
    if (api == 3) {
        EXPECT_I64(4, version);
        broker_metadata(broker, frame, &said);
    } else if (api == 22) {
        EXPECT_I64(1, version);
        say_number(&said, 0, 4);
        say_number(&said, 0, 2);
        say_number(&said, broker->next_id++, 8);
        say_number(&said, 1, 2);
    } else {
        EXPECT_I64(0, api);
        EXPECT_I64(7, version);
        broker_produce(broker, frame, &said);
    }
    for (size_t at = 8; broker->noise != 0 && at < said.size; at++) {
        broker->noise = broker->noise * 6364136223846793005u + 1442695040888963407u;
        if (broker->noise >> 58 == 0)
            said.bytes[at] = (uint8_t)(broker->noise >> 40);
    }
    for (size_t at = 0; at < 4; at++)
        said.bytes[at] = (uint8_t)((said.size - 4) >> (8 * (3 - at)));
    if (hangs_up) {
        broker->hangs_up = false;
        broker_drop(broker, i);
    } else if (!broker->silent && write(broker->fds[i], said.bytes, said.size) < 0) {
        broker_drop(broker, i);
    }
}

static inline void broker_turn(struct broker *broker)
{
    int fd = broker->listen_fd >= 0 ? accept4(broker->listen_fd, NULL, NULL, SOCK_NONBLOCK) : -1;

    for (int i = 0; i < BROKER_LINKS; i++) {
        ssize_t size;

        if (broker->fds[i] < 0) {
            broker->fds[i] = fd;
            fd = -1;
            continue;
        }
        size =
            read(broker->fds[i], broker->in[i] + broker->size[i], BROKER_BYTES - broker->size[i]);
        if (size == 0)
            broker_drop(broker, i);
        broker->size[i] += size > 0 ? (size_t)size : 0;
        while (broker->fds[i] >= 0 && broker->size[i] >= 4) {
            const uint8_t *at = broker->in[i];
            size_t whole = 4 + (size_t)hear_number(&at, 4);

            if (broker->size[i] < whole)
                break;
            broker_answer(broker, i, at);
            if (broker->fds[i] < 0)
                break;
            broker->size[i] -= whole;
            memmove(broker->in[i], broker->in[i] + whole, broker->size[i]);
        }
    }
    if (fd >= 0)
        (void)close(fd);
}

/* Both sides go on until it holds. */
static inline bool broker_until(struct broker *broker,
    struct fy_producer *producer,
    bool (*holds)(void *context),
    void *context)
{
    int64_t until_ms = fy_mono_ms() + 60000;

    while (!holds(context) && fy_mono_ms() < until_ms) {
        struct pollfd wake = {.fd = fy_producer_wake_fd(producer), .events = POLLIN};

        broker_turn(broker);
        (void)poll(&wake, 1, 1);
        fy_producer_serve(producer);
        fy_producer_push(producer);
    }
    return holds(context);
}

#endif
