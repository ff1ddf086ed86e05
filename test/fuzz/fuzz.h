/*
 * fuzz.h - all that a fuzz target needs: one function of any bytes, and inputs to begin from.
 *
 *     #include "test/fuzz/fuzz.h"
 *     static void parse(struct fy_slice input) { ... fuzz_must(holds, "what must hold"); }
 *     FUZZ_TARGET(parse, "a good input", "another")
 *
 * A file test/fuzz/<name>_fuzz.c is the target fuzz.<name>: ten seconds of it in `./fy test fuzz`,
 * minutes in `./fy prove fuzz`. There is no corpus: one input in sixteen is one of those given
 * here, or what FUZZ_TARGET_OF makes by seed, and libFuzzer mutates from there.
 *
 * Each input lies on the heap in a block of just its size, so that ASan sees one byte too many. All
 * memory that is alive at once while it is read is counted: at most FUZZ_FACTOR x the input + 64 KB
 * of it, beside one empty block per arena; more stops the run as a crash would. What was allocated
 * must be freed. A target whose parser has another bound defines FUZZ_FACTOR or FUZZ_BYTES before,
 * and says why.
 *
 * fuzz_arena is emptied before each input.
 * Threads: one.
 */
#ifndef TEST_FUZZ_H
#define TEST_FUZZ_H

#include "lib/arena.h"
#include "lib/err.h"
#include "test/random.h"

#include <sanitizer/allocator_interface.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef FUZZ_FACTOR
#define FUZZ_FACTOR 64
#endif
#ifndef FUZZ_BYTES
#define FUZZ_BYTES (64 * 1024)
#endif

enum {
    FUZZ_ARENA_BYTES = 64 * 1024 * 1024,
    FUZZ_BLOCK_BYTES = 64 * 1024 + 64, /* What an arena takes for its first byte. */
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t size_max, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t size_max);

static struct fy_arena fuzz_arena; /* Read into: counted. */
static struct fy_arena fuzz_other; /* Checks and seeds: not counted. */

static struct {
    bool counting;
    size_t live; /* Bytes of now, and the most of them. */
    size_t peak;
    uint64_t inputs;
    double share;      /* The largest part of its bound that an input took, */
    size_t share_peak; /* with so many bytes, */
    size_t share_size; /* of so many. */
} fuzz;

/* Stops the run with the input kept. assert would do as well, but is compiled out by some. */
static inline void fuzz_must(bool holds, const char *what)
{
    if (holds)
        return;
    (void)fprintf(stderr, "broken: %s\n", what);
    abort();
}

/* "byte N: ...", and N is not behind the input. */
static inline void fuzz_says_where(const struct fy_err *err, struct fy_slice input)
{
    char *end = NULL;
    unsigned long place;

    fuzz_must(strncmp(err->text, "byte ", 5) == 0, "an error says where");
    place = strtoul(err->text + 5, &end, 10);
    fuzz_must(end != err->text + 5 && strncmp(end, ": ", 2) == 0, "an error says where and what");
    fuzz_must(place <= input.size, "the place is in the input");
}

/* What is checked is not what is measured: between these two nothing counts. */
static inline void fuzz_pause(void)
{
    fuzz.counting = false;
}

static inline void fuzz_resume(void)
{
    fuzz.counting = true;
}

static void fuzz_allocated(const volatile void *memory, size_t size)
{
    (void)memory;
    if (!fuzz.counting)
        return;
    fuzz.live += size;
    if (fuzz.live > fuzz.peak)
        fuzz.peak = fuzz.live;
}

static void fuzz_freed(const volatile void *memory)
{
    size_t size;

    if (!fuzz.counting || memory == NULL)
        return;
    size = __sanitizer_get_allocated_size(memory);
    fuzz.live -= size < fuzz.live ? size : fuzz.live;
}

static void fuzz_say(void)
{
    (void)fprintf(stderr,
        "fuzz: %llu inputs; the most memory beside its bound: %zu bytes for an input of %zu, "
        "%.0f %% of what it may take\n",
        (unsigned long long)fuzz.inputs, fuzz.share_peak, fuzz.share_size, fuzz.share * 100);
}

static inline void fuzz_weigh(size_t size)
{
    size_t bound = FUZZ_FACTOR * size + FUZZ_BYTES;
    size_t empty = fuzz_arena.first != NULL ? FUZZ_BLOCK_BYTES : 0;
    size_t peak = fuzz.peak > empty ? fuzz.peak - empty : 0;

    if (fuzz_arena.bytes_used > peak)
        peak = fuzz_arena.bytes_used;
    if ((double)peak / (double)bound > fuzz.share) {
        fuzz.share = (double)peak / (double)bound;
        fuzz.share_peak = peak;
        fuzz.share_size = size;
    }
    if (peak > bound)
        (void)fprintf(stderr, "%zu bytes of memory for an input of %zu\n", peak, size);
    fuzz_must(peak <= bound, "memory is bounded");
}

static inline int fuzz_one(const uint8_t *data, size_t size, void (*parse)(struct fy_slice input))
{
    uint8_t *exact = malloc(size);

    if (size > 0)
        memcpy(exact, data, size);
    /* Freed, not emptied: ASan then sees what outlives its turn. */
    fy_arena_done(&fuzz_arena);
    fy_arena_done(&fuzz_other);
    fuzz.inputs++;
    fuzz.live = 0;
    fuzz.peak = 0;
    fuzz.counting = true;
    parse((struct fy_slice){exact, size});
    fuzz.counting = false;
    fuzz_weigh(size);
    free(exact);
    return 0;
}

static inline int fuzz_start(void)
{
    fy_arena_init(&fuzz_arena, FUZZ_ARENA_BYTES);
    fy_arena_init(&fuzz_other, FUZZ_ARENA_BYTES);
    if (__sanitizer_install_malloc_and_free_hooks(fuzz_allocated, fuzz_freed) == 0)
        abort();
    return atexit(fuzz_say);
}

static inline size_t fuzz_given(
    const char *const *seeds, size_t count, uint8_t *data, size_t size_max, struct random *random)
{
    const char *seed = seeds[random_below(random, count)];
    size_t size = strlen(seed) < size_max ? strlen(seed) : size_max;

    memcpy(data, seed, size);
    return size;
}

/* For targets with a mutator of their own: LLVMFuzzerCustomMutator. */
#define FUZZ_PARSER(parse)                                                                         \
    int LLVMFuzzerInitialize(int *argc, char ***argv)                                              \
    {                                                                                              \
        (void)argc;                                                                                \
        (void)argv;                                                                                \
        return fuzz_start();                                                                       \
    }                                                                                              \
    int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)                                   \
    {                                                                                              \
        return fuzz_one(data, size, parse);                                                        \
    }

/* `make(data, size_max, &random)` writes an input to begin from and gives its size. */
#define FUZZ_TARGET_OF(parse, make)                                                                \
    FUZZ_PARSER(parse)                                                                             \
    size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t size_max, unsigned seed)     \
    {                                                                                              \
        struct random random = {.state = seed};                                                    \
        size_t made = seed % 16 == 0 ? make(data, size_max, &random) : 0;                          \
        return made > 0 ? made : LLVMFuzzerMutate(data, size, size_max);                           \
    }

#define FUZZ_TARGET(parse, ...)                                                                    \
    static size_t fuzz_make(uint8_t *data, size_t size_max, struct random *random)                 \
    {                                                                                              \
        static const char *const seeds[] = {__VA_ARGS__};                                          \
        return fuzz_given(seeds, sizeof(seeds) / sizeof(seeds[0]), data, size_max, random);        \
    }                                                                                              \
    FUZZ_TARGET_OF(parse, fuzz_make)

#endif
