#include "lib/kafka_wire.h"

#include <assert.h>
#include <endian.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_MIN = 512 };

void wire_bytes_done(struct wire_bytes *bytes)
{
    free(bytes->data);
    *bytes = (struct wire_bytes){0};
}

bool wire_reserve(struct wire_bytes *bytes, size_t more)
{
    size_t capacity = bytes->capacity > BYTES_MIN ? bytes->capacity : BYTES_MIN;
    uint8_t *data;

    if (bytes->capacity - bytes->size >= more)
        return true;
    while (capacity - bytes->size < more)
        capacity *= 2;
    data = realloc(bytes->data, capacity);
    if (data == NULL) {
        bytes->no_memory = true;
        return false;
    }
    bytes->data = data;
    bytes->capacity = capacity;
    return true;
}

void wire_put(struct wire_bytes *bytes, const void *data, size_t size)
{
    if (size == 0 || !wire_reserve(bytes, size))
        return;
    memcpy(bytes->data + bytes->size, data, size);
    bytes->size += size;
}

void wire_set_i16(uint8_t *at, int16_t number)
{
    uint16_t big = htobe16((uint16_t)number);

    memcpy(at, &big, sizeof(big));
}

void wire_set_i32(uint8_t *at, int32_t number)
{
    uint32_t big = htobe32((uint32_t)number);

    memcpy(at, &big, sizeof(big));
}

void wire_set_i64(uint8_t *at, int64_t number)
{
    uint64_t big = htobe64((uint64_t)number);

    memcpy(at, &big, sizeof(big));
}

int32_t wire_get_i32(const uint8_t *at)
{
    uint32_t big;

    memcpy(&big, at, sizeof(big));
    return (int32_t)be32toh(big);
}

void wire_put_i8(struct wire_bytes *bytes, int8_t number)
{
    wire_put(bytes, &number, 1);
}

void wire_put_i16(struct wire_bytes *bytes, int16_t number)
{
    uint8_t big[sizeof(number)];

    wire_set_i16(big, number);
    wire_put(bytes, big, sizeof(big));
}

void wire_put_i32(struct wire_bytes *bytes, int32_t number)
{
    uint8_t big[sizeof(number)];

    wire_set_i32(big, number);
    wire_put(bytes, big, sizeof(big));
}

void wire_put_i64(struct wire_bytes *bytes, int64_t number)
{
    uint8_t big[sizeof(number)];

    wire_set_i64(big, number);
    wire_put(bytes, big, sizeof(big));
}

void wire_put_zigzag(struct wire_bytes *bytes, int64_t number)
{
    uint64_t left = ((uint64_t)number << 1) ^ (uint64_t)(number >> 63);
    uint8_t text[10];
    size_t size = 0;

    while (left >= 0x80) {
        text[size++] = (uint8_t)(left | 0x80);
        left >>= 7;
    }
    text[size++] = (uint8_t)left;
    wire_put(bytes, text, size);
}

void wire_put_text(struct wire_bytes *bytes, const char *text)
{
    size_t size = strlen(text);

    assert(size <= INT16_MAX);
    wire_put_i16(bytes, (int16_t)size);
    wire_put(bytes, text, size);
}

/* --- Reading ---------------------------------------------------------------------------------- */

static const uint8_t *take(struct wire_reader *reader, size_t size)
{
    static const uint8_t zeros[8];
    const uint8_t *at = reader->at;

    assert(size <= sizeof(zeros));
    if (reader->bad || (size_t)(reader->end - at) < size) {
        reader->bad = true;
        return zeros;
    }
    reader->at += size;
    return at;
}

int8_t wire_read_i8(struct wire_reader *reader)
{
    return (int8_t)*take(reader, 1);
}

int16_t wire_read_i16(struct wire_reader *reader)
{
    uint16_t big;

    memcpy(&big, take(reader, sizeof(big)), sizeof(big));
    return (int16_t)be16toh(big);
}

int32_t wire_read_i32(struct wire_reader *reader)
{
    return wire_get_i32(take(reader, 4));
}

int64_t wire_read_i64(struct wire_reader *reader)
{
    uint64_t big;

    memcpy(&big, take(reader, sizeof(big)), sizeof(big));
    return (int64_t)be64toh(big);
}

struct fy_slice wire_read_text(struct wire_reader *reader)
{
    int16_t size = wire_read_i16(reader);
    struct fy_slice text = {0};

    if (size < 0)
        return text;
    if ((size_t)(reader->end - reader->at) < (size_t)size) {
        reader->bad = true;
        return text;
    }
    text = (struct fy_slice){reader->at, (size_t)size};
    reader->at += size;
    return text;
}

int32_t wire_read_count(struct wire_reader *reader, size_t least)
{
    int32_t count = wire_read_i32(reader);

    if (count <= 0)
        return 0;
    if ((size_t)(reader->end - reader->at) / least < (size_t)count) {
        reader->bad = true;
        return 0;
    }
    return count;
}

/* --- CRC-32C: Castagnoli's polynomial, by the processor where it can ---------------------------
 */

static uint32_t crc_table[256];
static pthread_once_t crc_once = PTHREAD_ONCE_INIT;

static void crc_table_make(void)
{
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t crc = i;

        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0x82f63b78u : 0);
        crc_table[i] = crc;
    }
}

static uint32_t crc_by_table(const uint8_t *data, size_t size)
{
    uint32_t crc = UINT32_MAX;

    (void)pthread_once(&crc_once, crc_table_make);
    for (size_t i = 0; i < size; i++)
        crc = crc >> 8 ^ crc_table[(crc ^ data[i]) & 0xff];
    return ~crc;
}

#ifdef __x86_64__
__attribute__((target("sse4.2"))) static uint32_t crc_by_processor(const uint8_t *data, size_t size)
{
    uint64_t crc = UINT32_MAX;
    uint64_t eight;

    for (; size >= sizeof(eight); size -= sizeof(eight), data += sizeof(eight)) {
        memcpy(&eight, data, sizeof(eight));
        crc = __builtin_ia32_crc32di(crc, eight);
    }
    for (; size > 0; size--)
        crc = __builtin_ia32_crc32qi((uint32_t)crc, *data++);
    return ~(uint32_t)crc;
}
#endif

uint32_t wire_crc32c(const uint8_t *data, size_t size)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("sse4.2"))
        return crc_by_processor(data, size);
#endif
    return crc_by_table(data, size);
}
