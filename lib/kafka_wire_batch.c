#include "lib/kafka_wire.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <zstd.h>

enum {
    /* Where the fields of a batch's head are. */
    AT_LENGTH = 8,
    AT_LEADER_EPOCH = 12,
    AT_MAGIC = 16,
    AT_CRC = 17,
    AT_ATTRIBUTES = 21,
    AT_LAST_DELTA = 23,
    AT_FIRST_MS = 27,
    AT_LAST_MS = 35,
    AT_PRODUCER_ID = 43,
    AT_PRODUCER_EPOCH = 51,
    AT_SEQUENCE = 53,
    AT_COUNT = 57,

    MAGIC = 2,
    ATTRIBUTE_ZSTD = 4,
    COMPRESSED_BYTES_MIN = 2048, /* Less is not worth two programs' time. */
    COMPRESSION_LEVEL = 1,
    LETTERS_FIRST = 16,
    RECORD_MORE_BYTES_MAX = 40, /* Of a record besides its key and value. */
    KEPT_BYTES_MAX = 64 * 1024, /* A batch that grew beyond gives its memory back. */
};

struct wire_batch *wire_batch_new(void)
{
    return calloc(1, sizeof(struct wire_batch));
}

void wire_batch_free(struct wire_batch *batch)
{
    if (batch == NULL)
        return;
    wire_bytes_done(&batch->bytes);
    free(batch->letters);
    free(batch);
}

void wire_batch_clear(struct wire_batch *batch)
{
    struct wire_batch kept = {
        .bytes = batch->bytes, .letters = batch->letters, .letters_max = batch->letters_max};

    if (kept.bytes.capacity > KEPT_BYTES_MAX)
        wire_bytes_done(&kept.bytes);
    kept.bytes.size = 0;
    kept.bytes.no_memory = false;
    *batch = kept;
}

bool wire_batch_has_room(const struct wire_batch *batch, size_t record_bytes)
{
    size_t size = batch->bytes.size + record_bytes + RECORD_MORE_BYTES_MAX;

    return !batch->closed && (batch->count == 0 || size <= WIRE_BATCH_BYTES_MAX);
}

static bool letters_reserve(struct wire_batch *batch)
{
    int letters_max = batch->letters_max > 0 ? 2 * batch->letters_max : LETTERS_FIRST;
    struct wire_letter *letters;

    if (batch->count < batch->letters_max)
        return true;
    letters = realloc(batch->letters, (size_t)letters_max * sizeof(*letters));
    if (letters == NULL)
        return false;
    batch->letters = letters;
    batch->letters_max = letters_max;
    return true;
}

static size_t zigzag_size(int64_t number)
{
    uint64_t left = (uint64_t)number << 1;
    size_t size = 1;

    for (; left >= 0x80; left >>= 7)
        size++;
    return size;
}

static size_t bytes_size(struct fy_slice bytes)
{
    return bytes.data != NULL ? zigzag_size((int64_t)bytes.size) + bytes.size : 1;
}

static void put_bytes(struct wire_bytes *to, struct fy_slice bytes)
{
    wire_put_zigzag(to, bytes.data != NULL ? (int64_t)bytes.size : -1);
    wire_put(to, bytes.data, bytes.size);
}

bool wire_batch_add(struct wire_batch *batch,
    struct fy_slice key,
    struct fy_slice value,
    fy_delivered *done,
    void *context)
{
    struct wire_bytes *bytes = &batch->bytes;
    size_t more = key.size + value.size + RECORD_MORE_BYTES_MAX;
    /* Attributes, a delta of time of one byte, the offset, no headers. */
    size_t size = 1 + 1 + zigzag_size(batch->count) + bytes_size(key) + bytes_size(value) + 1;

    assert(!batch->closed);
    if (!letters_reserve(batch) || !wire_reserve(bytes, more + WIRE_BATCH_HEAD_BYTES)) {
        bytes->no_memory = false;
        return false;
    }
    if (batch->count == 0)
        bytes->size = WIRE_BATCH_HEAD_BYTES; /* Written when it is closed and signed. */
    wire_put_zigzag(bytes, (int64_t)size);
    wire_put_i8(bytes, 0);
    wire_put_i8(bytes, 0);
    wire_put_zigzag(bytes, batch->count);
    put_bytes(bytes, key);
    put_bytes(bytes, value);
    wire_put_i8(bytes, 0);
    batch->letters[batch->count++] = (struct wire_letter){done, context};
    batch->given_bytes += key.size + value.size;
    return true;
}

/* One context for the process's only owner thread would be smaller; one a thread is always right.
 */
static size_t squeeze(uint8_t *to, size_t room, const uint8_t *from, size_t size)
{
    static __thread ZSTD_CCtx *context;
    size_t squeezed;

    if (context == NULL)
        context = ZSTD_createCCtx();
    if (context == NULL)
        return 0;
    squeezed = ZSTD_compressCCtx(context, to, room, from, size, COMPRESSION_LEVEL);
    return ZSTD_isError(squeezed) ? 0 : squeezed;
}

/* Into fresh memory; as it was where that does not help. */
static bool compress_records(struct wire_batch *batch)
{
    const uint8_t *records = batch->bytes.data + WIRE_BATCH_HEAD_BYTES;
    size_t size = batch->bytes.size - WIRE_BATCH_HEAD_BYTES;
    struct wire_bytes smaller = {0};

    if (size < COMPRESSED_BYTES_MIN || !wire_reserve(&smaller, batch->bytes.size))
        return false;
    smaller.size = squeeze(smaller.data + WIRE_BATCH_HEAD_BYTES, size, records, size);
    if (smaller.size == 0) {
        wire_bytes_done(&smaller);
        return false;
    }
    smaller.size += WIRE_BATCH_HEAD_BYTES;
    wire_bytes_done(&batch->bytes);
    batch->bytes = smaller;
    return true;
}

void wire_batch_close(struct wire_batch *batch, bool compress, int64_t now_ms)
{
    bool compressed;
    uint8_t *head;

    assert(batch->count > 0);
    if (batch->closed)
        return;
    batch->closed = true;
    compressed = compress && compress_records(batch);
    head = batch->bytes.data;
    memset(head, 0, WIRE_BATCH_HEAD_BYTES);
    wire_set_i32(head + AT_LENGTH, (int32_t)(batch->bytes.size - AT_LEADER_EPOCH));
    wire_set_i32(head + AT_LEADER_EPOCH, -1);
    head[AT_MAGIC] = MAGIC;
    wire_set_i16(head + AT_ATTRIBUTES, compressed ? ATTRIBUTE_ZSTD : 0);
    wire_set_i32(head + AT_LAST_DELTA, batch->count - 1);
    wire_set_i64(head + AT_FIRST_MS, now_ms);
    wire_set_i64(head + AT_LAST_MS, now_ms);
    wire_set_i32(head + AT_COUNT, batch->count);
}

void wire_batch_sign(
    struct wire_batch *batch, int64_t producer_id, int16_t producer_epoch, int32_t sequence)
{
    uint8_t *head = batch->bytes.data;
    uint32_t crc;

    assert(batch->closed);
    wire_set_i64(head + AT_PRODUCER_ID, producer_id);
    wire_set_i16(head + AT_PRODUCER_EPOCH, producer_epoch);
    wire_set_i32(head + AT_SEQUENCE, sequence);
    crc = wire_crc32c(head + AT_ATTRIBUTES, batch->bytes.size - AT_ATTRIBUTES);
    wire_set_i32(head + AT_CRC, (int32_t)crc);
}
