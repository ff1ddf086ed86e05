#include "lib/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES_MIN = 64 * 1024 };

struct fy_arena_block {
    struct fy_arena_block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) uint8_t bytes[];
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

/* Blocks stay for the next turn: the same work needs the same memory again. */
void fy_arena_clear(struct fy_arena *arena)
{
    for (struct fy_arena_block *block = arena->first; block != NULL; block = block->next)
        block->used = 0;
    arena->current = arena->first;
    arena->bytes_used = 0;
}

static struct fy_arena_block *block_with_room(struct fy_arena *arena, size_t size)
{
    struct fy_arena_block *block = arena->current;
    struct fy_arena_block *last = block;
    size_t block_size = size > BLOCK_BYTES_MIN ? size : BLOCK_BYTES_MIN;

    while (block != NULL && block->size - block->used < size) {
        last = block;
        block = block->next;
    }
    if (block != NULL)
        return block;

    block = malloc(sizeof(*block) + block_size);
    if (block == NULL)
        return NULL;
    *block = (struct fy_arena_block){.size = block_size};
    if (last == NULL)
        arena->first = block;
    else
        last->next = block;
    return block;
}

void *fy_arena_alloc(struct fy_arena *arena, size_t size)
{
    size_t align = alignof(max_align_t);
    size_t padded;
    struct fy_arena_block *block;
    void *memory;

    if (size > arena->bytes_max)
        return NULL;
    padded = (size + align - 1) / align * align;
    if (padded == 0)
        padded = align;
    if (padded > arena->bytes_max - arena->bytes_used)
        return NULL;

    block = block_with_room(arena, padded);
    if (block == NULL)
        return NULL;
    memory = block->bytes + block->used;
    block->used += padded;
    assert(block->used <= block->size);

    arena->current = block;
    arena->bytes_used += padded;
    return memset(memory, 0, size);
}

struct fy_slice fy_arena_copy(struct fy_arena *arena, struct fy_slice bytes)
{
    uint8_t *copy = fy_arena_alloc(arena, bytes.size + 1);

    if (copy == NULL)
        return (struct fy_slice){0};
    if (bytes.size > 0)
        memcpy(copy, bytes.data, bytes.size);
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
