/*
 * fuzz.h - what the fuzz targets share: libFuzzer's entry points, and values to begin from.
 *
 * There is no corpus: one input in sixteen is a good value of some schema, made by seed, and
 * libFuzzer mutates from there. The first byte of an input chooses the schema.
 */
#ifndef TEST_FUZZ_H
#define TEST_FUZZ_H

#include "test/unit/schemas/values.h"

#include <stdio.h>
#include <stdlib.h>

enum { FUZZ_ARENA_BYTES = 64 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t size_max, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t size_max);

static struct fy_arena fuzz_arena; /* Read into. */
static struct fy_arena fuzz_other; /* Everything else. */

static inline void fuzz_begin(void)
{
    if (fuzz_arena.bytes_max == 0) {
        fy_arena_init(&fuzz_arena, FUZZ_ARENA_BYTES);
        fy_arena_init(&fuzz_other, FUZZ_ARENA_BYTES);
    }
    /* Freed, not emptied: ASan then sees what outlives its turn. */
    fy_arena_done(&fuzz_arena);
    fy_arena_done(&fuzz_other);
}

static inline const struct fy_schema *fuzz_schema(uint8_t byte)
{
    return fy_schemas[byte % fy_schemas_count];
}

/* Stops the run with the input kept. assert would do as well, but is compiled out by some. */
static inline void fuzz_must(bool holds, const char *what)
{
    if (holds)
        return;
    (void)fprintf(stderr, "broken: %s\n", what);
    abort();
}

/* A good value of a schema chosen by seed, and the byte that chooses it. */
static inline void *fuzz_value(unsigned seed, uint8_t *ret_byte)
{
    struct random random = {.state = seed};

    *ret_byte = (uint8_t)random_below(&random, fy_schemas_count);
    return value_new(&random, fuzz_schema(*ret_byte), &fuzz_other);
}

static inline size_t fuzz_seed(uint8_t *data, size_t size_max, uint8_t byte, struct fy_slice bytes)
{
    size_t size = bytes.size < size_max - 1 ? bytes.size : size_max - 1;

    data[0] = byte;
    memcpy(data + 1, bytes.data, size);
    return size + 1;
}

#endif
