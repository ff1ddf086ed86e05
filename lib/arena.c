#include "lib/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_BYTES_MIN = 6 * 1024, /* Enough for most requests, of which there may be a thousand. */
    BLOCK_BYTES_MIN = 64 * 1024,
};

static_assert(FY_ARENA_ALIGN >= alignof(max_align_t), "memory is aligned for any type");

struct fy_arena_block {
    struct fy_arena_block *next;
    size_t size;
    alignas(FY_ARENA_ALIGN) uint8_t bytes[];
};

struct fy_slice fy_slice_of(const char *text)
{
    return (struct fy_slice){.data = (const uint8_t *)text, .size = strlen(text)};
}

bool fy_slice_equal(struct fy_slice a, struct fy_slice b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

void fy_arena_init(struct fy_arena *arena, size_t bytes_max)
{
    *arena = (struct fy_arena){.bytes_max = bytes_max};
}

void fy_arena_done(struct fy_arena *arena)
{
    struct fy_arena_block *block = arena->first;

    while (block != NULL) {
        struct fy_arena_block *next = block->next;

        free(block);
        block = next;
    }
    *arena = (struct fy_arena){.bytes_max = arena->bytes_max};
}

static void block_enter(struct fy_arena *arena, struct fy_arena_block *block)
{
    arena->current = block;
    arena->at = block == NULL ? NULL : block->bytes;
    arena->end = block == NULL ? NULL : block->bytes + block->size;
}

/* Blocks stay for the next turn: the same work needs the same memory again. */
void fy_arena_clear(struct fy_arena *arena)
{
    block_enter(arena, arena->first);
    arena->bytes_used = 0;
}

/* Of the blocks behind the current one, which are empty, the first that is large enough. */
uint8_t *fy_arena_next(struct fy_arena *arena, size_t padded)
{
    struct fy_arena_block *last = arena->current;
    struct fy_arena_block *block = last == NULL ? NULL : last->next;
    size_t least = last == NULL ? FIRST_BYTES_MIN : BLOCK_BYTES_MIN;
    size_t size = padded > least ? padded : least;

    while (block != NULL && block->size < padded) {
        last = block;
        block = block->next;
    }
    if (block == NULL) {
        block = malloc(sizeof(*block) + size);
        if (block == NULL)
            return NULL;
        block->next = NULL;
        block->size = size;
        if (last == NULL)
            arena->first = block;
        else
            last->next = block;
    }
    block_enter(arena, block);
    return arena->at;
}

void *fy_arena_alloc(struct fy_arena *arena, size_t size)
{
    if (fy_arena_room(arena, size) == NULL)
        return NULL;
    return memset(fy_arena_take(arena, size), 0, size);
}

struct fy_slice fy_arena_copy(struct fy_arena *arena, struct fy_slice bytes)
{
    uint8_t *copy = fy_arena_room(arena, bytes.size + 1);

    if (copy == NULL)
        return (struct fy_slice){0};
    (void)fy_arena_take(arena, bytes.size + 1);
    if (bytes.size > 0)
        memcpy(copy, bytes.data, bytes.size);
    copy[bytes.size] = '\0';
    return (struct fy_slice){.data = copy, .size = bytes.size};
}

struct fy_slice fy_arena_format(struct fy_arena *arena, const char *format, ...)
{
    char text[1024]; /* The longest text made this way is a key or a message, far below this. */
    va_list args;
    int length;

    va_start(args, format);
    length = vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    if (length < 0 || (size_t)length >= sizeof(text))
        return (struct fy_slice){0};
    return fy_arena_copy(arena, (struct fy_slice){(const uint8_t *)text, (size_t)length});
}
