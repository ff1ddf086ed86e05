#include "schemas/codec/wire.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

bool fy_read_fail(struct fy_reader *in, const char *format, ...)
{
    char what[160];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(what, sizeof(what), format, args);
    va_end(args);
    (void)fy_fail(in->err, FY_REJECT, "byte %zu: %s", (size_t)(in->at - in->begin), what);
    return false;
}

bool fy_read_begin(
    struct fy_reader *in, struct fy_slice bytes, struct fy_arena *arena, struct fy_err *err)
{
    *in = (struct fy_reader){
        .begin = bytes.data,
        .at = bytes.data,
        .end = bytes.data + bytes.size,
        .arena = arena,
        .bytes_left = bytes.size * FY_READ_FACTOR + FY_READ_BYTES,
        .err = err,
    };
    if (bytes.data == NULL || bytes.size < FY_WIRE_HEADER_BYTES) {
        (void)fy_fail(err, FY_REJECT,
            "byte %zu: the value ends before its schema id, which takes %d bytes", bytes.size,
            FY_WIRE_HEADER_BYTES);
        return false;
    }
    if (bytes.data[0] != 0)
        return fy_read_fail(in, "the magic byte is %d, not 0", bytes.data[0]);

    in->schema_id = (int32_t)((uint32_t)bytes.data[1] << 24 | (uint32_t)bytes.data[2] << 16 |
                              (uint32_t)bytes.data[3] << 8 | (uint32_t)bytes.data[4]);
    in->at += FY_WIRE_HEADER_BYTES;
    return true;
}

enum fy_status fy_read_end(struct fy_reader *in, bool ok)
{
    assert(in->at <= in->end);

    if (!ok)
        return FY_REJECT;
    if (in->at < in->end) {
        (void)fy_read_fail(in, "%zu bytes follow the value", (size_t)(in->end - in->at));
        return FY_REJECT;
    }
    return FY_OK;
}

enum fy_status fy_read_unknown(struct fy_reader *in, const char *name)
{
    const struct fy_schema *schema = fy_schema_find(in->schema_id);

    in->at = in->begin + 1;
    if (schema == NULL && in->schema_id < 1) {
        (void)fy_read_fail(in, "schema id %" PRId32 "; ids begin at 1", in->schema_id);
    } else if (schema == NULL) {
        (void)fy_read_fail(in,
            "schema id %" PRId32 " is newer than this build, which knows 1 .. %zu: upgrade readers "
            "before writers",
            in->schema_id, fy_schemas_count);
    } else {
        (void)fy_read_fail(in, "schema id %" PRId32 " is \"%s\", expected \"%s\"", in->schema_id,
            schema->name, name);
    }
    return FY_REJECT;
}

/*
 * Up to eight bytes without a loop, where there are eight to load: the first without its top bit
 * ends the number, and groups of seven bits are moved together, half by half.
 */
static bool read_long_of_eight(struct fy_reader *in, uint64_t *ret_value)
{
    uint64_t bytes;
    uint64_t stop;

    if (in->end - in->at < (ptrdiff_t)sizeof(bytes))
        return false;
    memcpy(&bytes, in->at, sizeof(bytes));
    bytes = le64toh(bytes);
    stop = ~bytes & UINT64_C(0x8080808080808080);
    if (stop == 0)
        return false;
    in->at += __builtin_ctzll(stop) / 8 + 1;
    bytes &= stop ^ (stop - 1);
    bytes &= UINT64_C(0x7f7f7f7f7f7f7f7f);
    bytes = (bytes & 0x007f007f007f007f) | (bytes & 0x7f007f007f007f00) >> 1;
    bytes = (bytes & 0x00003fff00003fff) | (bytes & 0x3fff00003fff0000) >> 2;
    *ret_value = (bytes & 0x000000000fffffff) | (bytes & 0x0fffffff00000000) >> 4;
    return true;
}

/* At most ten bytes; the tenth holds the one bit that is left of 64. */
bool fy_read_long_slow(struct fy_reader *in, int64_t *ret_value)
{
    const uint8_t *at = in->at;
    uint64_t value = 0;

    if (read_long_of_eight(in, &value)) {
        *ret_value = (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
        return true;
    }

    for (unsigned shift = 0; shift < 70; shift += 7) {
        uint8_t byte;

        if (at == in->end)
            return fy_read_fail(in, "the value ends inside a number");
        byte = *at++;
        if (shift == 63 && byte > 1)
            break;
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            in->at = at;
            *ret_value = (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
            return true;
        }
    }
    return fy_read_fail(in, "a number of more than 64 bits");
}

bool fy_read_int(struct fy_reader *in, int32_t *ret_value)
{
    const uint8_t *at = in->at;
    int64_t value;

    if (!fy_read_long(in, &value))
        return false;
    if (value < INT32_MIN || value > INT32_MAX) {
        in->at = at;
        return fy_read_fail(in, "%" PRId64 " is more than an int of 32 bits holds", value);
    }
    *ret_value = (int32_t)value;
    return true;
}

bool fy_read_boolean_fail(struct fy_reader *in)
{
    if (in->at == in->end)
        return fy_read_fail(in, "the value ends before a boolean");
    return fy_read_fail(in, "a boolean is 0 or 1, not %d", *in->at);
}

static bool read_little(struct fy_reader *in, int size, uint64_t *ret_bits)
{
    uint64_t bits = 0;

    if (in->end - in->at < size)
        return fy_read_fail(in, "the value ends inside a number of %d bytes", size);
    for (int i = size; i-- > 0;)
        bits = bits << 8 | in->at[i];
    in->at += size;
    *ret_bits = bits;
    return true;
}

bool fy_read_float(struct fy_reader *in, float *ret_value)
{
    uint64_t bits = 0;
    uint32_t half;

    if (!read_little(in, 4, &bits))
        return false;
    half = (uint32_t)bits;
    memcpy(ret_value, &half, sizeof(half));
    return true;
}

bool fy_read_double(struct fy_reader *in, double *ret_value)
{
    uint64_t bits = 0;

    if (!read_little(in, 8, &bits))
        return false;
    memcpy(ret_value, &bits, sizeof(bits));
    return true;
}

bool fy_read_fixed(struct fy_reader *in, size_t size, struct fy_slice *ret_value)
{
    if ((size_t)(in->end - in->at) < size)
        return fy_read_fail(in, "the value ends inside a fixed of %zu bytes", size);
    *ret_value = (struct fy_slice){.data = in->at, .size = size};
    in->at += size;
    return true;
}

bool fy_read_symbol(struct fy_reader *in, int symbol_count, int *ret_value)
{
    const uint8_t *at = in->at;
    int64_t value;

    if (!fy_read_long(in, &value))
        return false;
    if (value < 0 || value >= symbol_count) {
        in->at = at;
        return fy_read_fail(in, "symbol %" PRId64 " of an enum of %d", value, symbol_count);
    }
    *ret_value = (int)value;
    return true;
}

/* A number may be written longer than it must: branch 1 in three bytes is branch 1. */
bool fy_read_branch_slow(struct fy_reader *in, bool *ret_set)
{
    const uint8_t *at = in->at;
    int64_t branch;

    if (!fy_read_long(in, &branch))
        return false;
    if (branch != 0 && branch != 1) {
        in->at = at;
        return fy_read_fail(in, "branch %" PRId64 " of a union of 2", branch);
    }
    *ret_set = branch == 1;
    return true;
}

bool fy_read_enter(struct fy_reader *in)
{
    if (in->depth == FY_DEPTH_MAX)
        return fy_read_fail(in, "records within records, more than %d deep", FY_DEPTH_MAX);
    in->depth++;
    return true;
}

enum fy_status fy_read_unlike(struct fy_reader *in, const char *name)
{
    in->at = in->begin + 1;
    (void)fy_read_fail(
        in, "schema id %" PRId32 " of \"%s\" cannot be read as this build's", in->schema_id, name);
    return FY_REJECT;
}

bool fy_read_one_of(struct fy_reader *in, int set_count)
{
    if (set_count != 1)
        return fy_read_fail(in, "%d of the nullable records are set, must be exactly 1", set_count);
    return true;
}

/*
 * A negative count is followed by the block's size in bytes, for readers that skip. No item takes
 * less than a byte, so a count beyond what is left is a lie, and nothing is allocated for it.
 */
bool fy_read_block(struct fy_reader *in, size_t item_bytes_min, size_t *ret_count)
{
    const uint8_t *at = in->at;
    int64_t count;
    int64_t block_bytes = 0;
    size_t left;

    assert(item_bytes_min > 0);

    if (!fy_read_long(in, &count))
        return false;
    if (count < 0 && !fy_read_long(in, &block_bytes))
        return false;
    if (count == INT64_MIN || block_bytes < 0 || block_bytes > in->end - in->at) {
        in->at = at;
        return fy_read_fail(in, "an array block beyond the end of the value");
    }
    if (count < 0)
        count = -count;
    left = (size_t)(in->end - in->at);
    if ((uint64_t)count > left / item_bytes_min) {
        in->at = at;
        return fy_read_fail(in, "%" PRId64 " array items in %zu bytes", count, left);
    }
    *ret_count = (size_t)count;
    return true;
}

void *fy_read_alloc(struct fy_reader *in, size_t size)
{
    size_t used = in->arena->bytes_used;
    void *memory = NULL;

    if (size <= in->bytes_left)
        memory = fy_arena_alloc(in->arena, size);
    used = in->arena->bytes_used - used;
    if (memory == NULL || used > in->bytes_left) {
        (void)fy_read_fail(in, "the value needs more memory than it may take");
        return NULL;
    }
    in->bytes_left -= used;
    return memory;
}

void *fy_read_room(struct fy_reader *in,
    void *items,
    size_t count,
    size_t *capacity,
    size_t more,
    size_t item_size)
{
    size_t wanted = count + more;
    void *moved;

    assert(count <= *capacity);

    if (items != NULL && wanted <= *capacity)
        return items;
    /* Nearly every array is one block and gets just its room; only then it doubles. */
    if (wanted < 2 * *capacity)
        wanted = 2 * *capacity;
    moved = fy_read_alloc(in, wanted * item_size);
    if (moved == NULL)
        return NULL;
    if (count > 0)
        memcpy(moved, items, count * item_size);
    *capacity = wanted;
    return moved;
}

uint8_t *fy_write_begin(struct fy_arena *arena, int32_t schema_id, size_t room, struct fy_err *err)
{
    uint8_t *begin = fy_arena_room(arena, FY_WIRE_HEADER_BYTES + room + FY_ROOM_END);
    uint32_t id = htobe32((uint32_t)schema_id);

    if (begin == NULL) {
        (void)fy_fail(err, FY_REJECT,
            "an encoded value of up to %zu bytes does not fit the arena of %zu bytes",
            FY_WIRE_HEADER_BYTES + room, arena->bytes_max);
        return NULL;
    }
    begin[0] = 0;
    memcpy(begin + 1, &id, sizeof(id));
    return begin + FY_WIRE_HEADER_BYTES;
}

enum fy_status fy_write_one_of(const char *name, int set_count, struct fy_err *err)
{
    return fy_fail(err, FY_REJECT, "%s: %d of its nullable records are set, must be exactly 1",
        name, set_count);
}

enum fy_status fy_write_deep(const char *name, struct fy_err *err)
{
    return fy_fail(
        err, FY_REJECT, "%s: records within records, more than %d deep", name, FY_DEPTH_MAX);
}

enum fy_status fy_write_end(
    struct fy_arena *arena, uint8_t *begin, size_t room, uint8_t *end, struct fy_slice *ret_bytes)
{
    size_t size = FY_WIRE_HEADER_BYTES + (size_t)(end - begin);

    assert(size <= FY_WIRE_HEADER_BYTES + room);

    *ret_bytes = (struct fy_slice){
        .data = fy_arena_take(arena, size),
        .size = size,
    };
    assert(ret_bytes->data == begin - FY_WIRE_HEADER_BYTES);
    return FY_OK;
}

uint8_t *fy_write_long_slow(uint8_t *at, uint64_t left)
{
    while (left >= 0x80) {
        *at++ = (uint8_t)(left | 0x80);
        left >>= 7;
    }
    *at++ = (uint8_t)left;
    return at;
}

static uint8_t *write_little(uint8_t *at, int size, uint64_t bits)
{
    for (int i = 0; i < size; i++)
        *at++ = (uint8_t)(bits >> (8 * i));
    return at;
}

uint8_t *fy_write_float(uint8_t *at, float value)
{
    uint32_t bits;

    memcpy(&bits, &value, sizeof(bits));
    return write_little(at, 4, bits);
}

uint8_t *fy_write_double(uint8_t *at, double value)
{
    uint64_t bits;

    memcpy(&bits, &value, sizeof(bits));
    return write_little(at, 8, bits);
}

uint8_t *fy_write_fixed(uint8_t *at, size_t size, struct fy_slice value)
{
    assert(value.size == size);

    memcpy(at, value.data, size);
    return at + size;
}
