/*
 * kafka_wire.h - Kafka's own protocol, as much of it as writing takes. For lib/kafka_wire*.c only.
 *
 *   kafka_wire_bytes.c      numbers and texts in Kafka's byte order, CRC-32C
 *   kafka_wire_batch.c      records gathered into a batch (magic 2)
 *   kafka_wire_ask.c        the three requests, and their answers
 *   kafka_wire_name.c       names of brokers, looked up without keeping anybody waiting
 *   kafka_wire_link.c       one connection to a broker: frames out, frames in
 *   kafka_wire_producer.c   fy_producer on top of them
 *
 * Spoken:  Metadata 4, InitProducerId 1, Produce 7: what every broker from 2.1 to 4.x takes, and no
 *          version has tagged fields. Plain TCP only.
 * Memory:  whoever is given a wire_bytes owns it; wire_bytes_done frees.
 * Source:  https://kafka.apache.org/protocol, KIP-98 (batches and sequences).
 */
#ifndef FY_KAFKA_WIRE_H
#define FY_KAFKA_WIRE_H

#include "lib/producer.h"

#include <netdb.h>

enum {
    WIRE_FRAME_BYTES_MAX = 1024 * 1024, /* Of an answer: metadata of hundreds of partitions. */
    WIRE_BATCH_BYTES_MAX = 512 * 1024,  /* Below max.message.bytes, with one record more. */
    WIRE_RECORD_BYTES_MAX = 900 * 1024, /* Key and value. */
    WIRE_REQUEST_BYTES_MAX = 1024 * 1024,
    WIRE_BATCH_HEAD_BYTES = 61,
};

/* Kafka's error codes that mean something to us. */
enum wire_error {
    WIRE_NONE = 0,
    WIRE_OUT_OF_ORDER_SEQUENCE = 45,
    WIRE_DUPLICATE_SEQUENCE = 46,
    WIRE_INVALID_PRODUCER_EPOCH = 47,
    WIRE_INVALID_PRODUCER_ID_MAPPING = 49,
    WIRE_UNKNOWN_PRODUCER_ID = 59,
};

/* --- kafka_wire_bytes.c ---------------------------------------------------------------------- */

struct wire_bytes {
    uint8_t *data;
    size_t size;
    size_t capacity;
    bool no_memory; /* What was put is not all there. */
};

void wire_bytes_done(struct wire_bytes *bytes);
bool wire_reserve(struct wire_bytes *bytes, size_t more);
void wire_put(struct wire_bytes *bytes, const void *data, size_t size);
void wire_put_i8(struct wire_bytes *bytes, int8_t number);
void wire_put_i16(struct wire_bytes *bytes, int16_t number);
void wire_put_i32(struct wire_bytes *bytes, int32_t number);
void wire_put_i64(struct wire_bytes *bytes, int64_t number);
void wire_put_zigzag(struct wire_bytes *bytes, int64_t number);
void wire_put_text(struct wire_bytes *bytes, const char *text);
void wire_set_i16(uint8_t *at, int16_t number);
void wire_set_i32(uint8_t *at, int32_t number);
void wire_set_i64(uint8_t *at, int64_t number);
int32_t wire_get_i32(const uint8_t *at);

/* Reads on; behind the end it reads zeros and is `bad`. */
struct wire_reader {
    const uint8_t *at;
    const uint8_t *end;
    bool bad;
};

int8_t wire_read_i8(struct wire_reader *reader);
int16_t wire_read_i16(struct wire_reader *reader);
int32_t wire_read_i32(struct wire_reader *reader);
int64_t wire_read_i64(struct wire_reader *reader);
struct fy_slice wire_read_text(struct wire_reader *reader); /* Absent where it is null. */

/* An array's length; bad when fewer than `least` bytes an element are left. */
int32_t wire_read_count(struct wire_reader *reader, size_t least);

uint32_t wire_crc32c(const uint8_t *data, size_t size);

/* --- kafka_wire_batch.c ---------------------------------------------------------------------- */

struct wire_letter {
    fy_delivered *done;
    void *context;
};

/* Records of one partition that travel together, are written together and fail together. */
struct wire_batch {
    struct wire_batch *next;
    struct wire_bytes bytes; /* As it goes out, head first. */
    struct wire_letter *letters;
    int count;
    int letters_max;
    int64_t deadline_ms; /* Of its oldest record. */
    size_t given_bytes;  /* Keys and values. */
    bool closed;         /* Takes no more records: it may have been sent. */
    bool was_sent;
};

/* NULL: no memory. */
struct wire_batch *wire_batch_new(void);
void wire_batch_free(struct wire_batch *batch);
void wire_batch_clear(struct wire_batch *batch); /* To be used again. */

bool wire_batch_has_room(const struct wire_batch *batch, size_t record_bytes);

/* False: no memory, and the batch is as it was. */
bool wire_batch_add(struct wire_batch *batch,
    struct fy_slice key,
    struct fy_slice value,
    fy_delivered *done,
    void *context);

/* Finish what does not depend on who sends it. `compress`: by zstd, where that makes it smaller. */
void wire_batch_close(struct wire_batch *batch, bool compress, int64_t now_ms);

/* Whose it is, and its number; may be said again before each try. */
void wire_batch_sign(
    struct wire_batch *batch, int64_t producer_id, int16_t producer_epoch, int32_t sequence);

/* --- kafka_wire_ask.c ------------------------------------------------------------------------ */

struct wire_partition {
    enum fy_topic topic;
    int32_t partition;
    int16_t error;
    int32_t leader; /* Of metadata: a broker's id, or -1. */
    int64_t offset; /* Of produce: of the batch's first record; -1 when not known. */
};

struct wire_broker {
    int32_t id;
    char host[256];
    uint16_t port;
};

/* Each begins a request; wire_ask_end makes the frame whole. */
void wire_ask_metadata(struct wire_bytes *out,
    int32_t number,
    const char *client,
    const enum fy_topic *topics,
    int count);
void wire_ask_producer_id(struct wire_bytes *out, int32_t number, const char *client);
void wire_ask_produce(
    struct wire_bytes *out, int32_t number, const char *client, int timeout_ms, int topic_count);
void wire_ask_topic(struct wire_bytes *out, enum fy_topic topic, int partition_count);
void wire_ask_partition(struct wire_bytes *out, int32_t partition, const struct wire_batch *batch);
void wire_ask_end(struct wire_bytes *out, size_t begin);

/* Answers, behind their number. False: not such an answer. `visit` is called for each. */
bool wire_hear_metadata(struct wire_reader *in,
    void (*broker)(void *context, const struct wire_broker *broker),
    void (*partition)(void *context, const struct wire_partition *partition, int count),
    void *context);
bool wire_hear_producer_id(
    struct wire_reader *in, int16_t *ret_error, int64_t *ret_id, int16_t *ret_epoch);
bool wire_hear_produce(struct wire_reader *in,
    void (*visit)(void *context, const struct wire_partition *partition),
    void *context);

/* Would asking again later help? */
bool wire_error_passes(int16_t error);

/* It would with another producer id only. */
bool wire_error_wants_id(int16_t error);

/* --- kafka_wire_name.c ----------------------------------------------------------------------- */

struct wire_lookup;

/*
 * Where is it? False: ask again later, with the same *lookup, which begins as NULL. True: what was
 * found, for freeaddrinfo, or NULL when nobody knows, or nobody has said in time.
 */
bool wire_lookup(
    struct wire_lookup **lookup, const char *host, uint16_t port, struct addrinfo **ret_found);
void wire_lookup_drop(struct wire_lookup **lookup);

/* --- kafka_wire_link.c ----------------------------------------------------------------------- */

struct wire_link {
    int fd; /* -1: closed. */
    bool up;
    bool wants_out; /* The rest of `out` waits for room in the socket. */
    size_t sent;
    struct wire_bytes out;
    struct wire_bytes in;
    struct wire_lookup *lookup; /* Of its broker's name, while that lasts. */
    unsigned dials;             /* A name may have many addresses: each dial takes the next. */
};

void wire_link_init(struct wire_link *link);
void wire_link_close(struct wire_link *link);
void wire_link_done(struct wire_link *link);

enum wire_dialled { WIRE_DIALS, WIRE_LOOKS_UP, WIRE_DIAL_FAILED };

/* Begin to connect. WIRE_LOOKS_UP: its name is looked up, dial again later. Failed: see errno. */
enum wire_dialled wire_link_dial(struct wire_link *link, const char *host, uint16_t port);

/* Go on with what the socket is ready for. False: it is broken, close it. */
bool wire_link_ready(struct wire_link *link);

/* Send `out` from its beginning. False: it is broken. */
bool wire_link_send(struct wire_link *link);

/* The next whole frame, without its length; valid until wire_link_take. False: none yet. */
bool wire_link_frame(const struct wire_link *link, struct fy_slice *ret_frame);
void wire_link_take(struct wire_link *link);

#endif
