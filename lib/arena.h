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
    struct fy_arena_block *current;
    size_t bytes_max;  /* Ceiling over all blocks. */
    size_t bytes_used; /* Handed out since the last clear, with padding. */
};

/* Allocates nothing yet. */
void fy_arena_init(struct fy_arena *arena, size_t bytes_max);
void fy_arena_done(struct fy_arena *arena);
void fy_arena_clear(struct fy_arena *arena);

/* `size` zeroed bytes aligned for any type; NULL when they would pass bytes_max. */
void *fy_arena_alloc(struct fy_arena *arena, size_t size);

/* Copy `bytes` into the arena, with a NUL behind them that is not counted. */
struct fy_slice fy_arena_copy(struct fy_arena *arena, struct fy_slice bytes);
struct fy_slice fy_arena_format(struct fy_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
