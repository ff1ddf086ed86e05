/*
 * Any bytes as a broker's answer: to Metadata, InitProducerId or Produce, by the first byte. It is
 * read to no more than its end, and what is told of it is within bounds.
 */
#include "lib/kafka_wire.h"
#include "test/fuzz/fuzz.h"

static struct fy_slice whole;

static void broker(void *context, const struct wire_broker *found)
{
    (void)context;
    fuzz_must(memchr(found->host, '\0', sizeof(found->host)) != NULL, "a host's name ends");
}

static void partition(void *context, const struct wire_partition *found)
{
    (void)context;
    fuzz_must(found->topic <= FY_TOPIC_COUNT, "a topic is one of ours, or none");
}

static void partition_of(void *context, const struct wire_partition *found, int count)
{
    partition(context, found);
    fuzz_must(count >= 0 && (size_t)count <= whole.size, "nobody has more than was sent");
}

static void hear(struct fy_slice input)
{
    struct wire_reader in = {.at = input.data + 1, .end = input.data + input.size};
    int16_t error, epoch;
    int64_t id;

    if (input.size < 1)
        return;
    whole = input;
    switch (input.data[0] % 3) {
    case 0:
        (void)wire_hear_metadata(&in, broker, partition_of, NULL);
        break;
    case 1:
        (void)wire_hear_producer_id(&in, &error, &id, &epoch);
        break;
    default:
        (void)wire_hear_produce(&in, partition, NULL);
        break;
    }
    fuzz_must(in.at <= in.end, "nothing behind the end is read");
}

/* A cluster of one broker that leads one partition; an id; an answer to one batch. */
static size_t make(uint8_t *data, size_t size_max, struct random *random)
{
    struct wire_bytes out = {0};
    int which = (int)random_below(random, 3);
    size_t size;

    wire_put_i8(&out, (int8_t)which);
    if (which == 2)
        wire_put_i32(&out, 1);
    else
        wire_put_i32(&out, 0);
    if (which == 0) {
        wire_put_i32(&out, 1);
        wire_put_i32(&out, 1);
        wire_put_text(&out, "127.0.0.1");
        wire_put_i32(&out, 9092);
        wire_put_i16(&out, -1);
        wire_put_text(&out, "cluster");
        wire_put_i32(&out, 1);
        wire_put_i32(&out, 1);
        wire_put_i16(&out, 0);
    }
    if (which != 1) {
        wire_put_text(&out, "activity");
        if (which == 0)
            wire_put_i8(&out, 0);
        wire_put_i32(&out, 1);
    }
    for (int i = 0; i < 8; i++)
        wire_put_i32(&out, i % 3);
    size = out.size < size_max ? out.size : size_max;
    memcpy(data, out.data, size);
    wire_bytes_done(&out);
    return size;
}

FUZZ_TARGET_OF(hear, make)
