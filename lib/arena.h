/*
 * arena.h - borrowed bytes, and memory that lives for one turn.
 *
 * Everything decoded or read in a turn of a task (or while one HTTP request is answered) is put
 * here, and the whole arena is emptied when the turn ends. Nobody frees anything in between.
 *
 * Units:   bytes.
 * Errors:  none by status. An arena that is full returns NULL or an absent slice; the caller says
 *          what did not fit.
 * Memory:  blocks are kept between turns and freed by fy_arena_done. Pointers stay valid until
 *          fy_arena_clear.
 * Threads: one owner.
 */
#ifndef FY_ARENA_H
#define FY_ARENA_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes somebody else owns. Never freed through this type. data == NULL means absent. */
struct fy_slice {
    const uint8_t *data;
    size_t size; /* Bytes. */
};

/* A slice of a string literal or of any NUL-terminated text, without its NUL. */
struct fy_slice fy_slice_of(const char *text);
bool fy_slice_equal(struct fy_slice a, struct fy_slice b);

/* For printf: ("%.*s", FY_SLICE_ARG(key)). */
#define FY_SLICE_ARG(slice) (int)(slice).size, (const char *)(slice).data

struct fy_arena_block;

struct fy_arena {
    struct fy_arena_block *first;
    struct fy_arena_block *current; /* Those before it are full; those behind it are empty. */
    uint8_t *at;                    /* What is left of the current one. */
    uint8_t *end;
    size_t bytes_max;  /* Ceiling over all blocks. */
    size_t bytes_used; /* Handed out since the last clear, with padding. */
};

enum { FY_ARENA_ALIGN = 16 };

/* Allocates nothing yet. */
void fy_arena_init(struct fy_arena *arena, size_t bytes_max);
void fy_arena_done(struct fy_arena *arena);
void fy_arena_clear(struct fy_arena *arena);

/* `size` zeroed bytes aligned for any type; NULL when they would pass bytes_max. */
void *fy_arena_alloc(struct fy_arena *arena, size_t size);

/*
 * For what is written before its size is known: room for `size_max` bytes, as they are, aligned for
 * any type; NULL as above. It is the arena's until fy_arena_take takes its first `size` bytes; any
 * other call in between gives the room up.
 */
static inline uint8_t *fy_arena_room(struct fy_arena *arena, size_t size_max);
static inline uint8_t *fy_arena_take(struct fy_arena *arena, size_t size);

/* Copy `bytes` into the arena, with a NUL behind them that is not counted. */
struct fy_slice fy_arena_copy(struct fy_arena *arena, struct fy_slice bytes);
struct fy_slice fy_arena_format(struct fy_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* --- Inline: the codec asks for room once per value ----------------------------------------- */

/* What `size` bytes take with what aligns the next ones. */
static inline size_t fy_arena_padded(size_t size)
{
    return size == 0 ? FY_ARENA_ALIGN : (size + FY_ARENA_ALIGN - 1) & -(size_t)FY_ARENA_ALIGN;
}

/* Makes a block with room for `padded` bytes the current one, or gives NULL. */
uint8_t *fy_arena_next(struct fy_arena *arena, size_t padded);

static inline uint8_t *fy_arena_room(struct fy_arena *arena, size_t size_max)
{
    size_t padded = fy_arena_padded(size_max);

    if (size_max > arena->bytes_max || padded > arena->bytes_max - arena->bytes_used)
        return NULL;
    if (padded <= (size_t)(arena->end - arena->at))
        return arena->at;
    return fy_arena_next(arena, padded);
}

static inline uint8_t *fy_arena_take(struct fy_arena *arena, size_t size)
{
    size_t padded = fy_arena_padded(size);
    uint8_t *taken = arena->at;

    assert(padded <= (size_t)(arena->end - arena->at));

    arena->at += padded;
    arena->bytes_used += padded;
    return taken;
}

#endif
