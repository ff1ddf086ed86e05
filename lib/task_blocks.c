#include "lib/task_rows.h"

#include <assert.h>
#include <stdlib.h>

enum {
    FINE_CLASSES = 16, /* 16, 32, .. 256 bytes; then each two classes double: 384, 512, 768, ... */
    FINE_BYTES = 16,
    SLAB_BYTES = 256 * 1024,
#ifdef __SANITIZE_ADDRESS__
    CLASS_SLAB_MAX = -1, /* Every block is malloc's, so that a sanitizer sees who keeps it. */
#else
    CLASS_SLAB_MAX = 29, /* 32 KB: larger blocks are malloc's, and go back to it. */
#endif
};

struct row_block {
    struct row_block *next;
};

size_t rows_class_bytes(uint32_t class)
{
    size_t doubled;

    if (class < FINE_CLASSES)
        return (size_t)FINE_BYTES * (class + 1);
    class -= FINE_CLASSES;
    doubled = (size_t)FINE_BYTES * FINE_CLASSES << (class / 2);
    return class % 2 == 0 ? doubled + doubled / 2 : doubled * 2;
}

uint32_t rows_class_of(size_t size)
{
    uint32_t class = FINE_CLASSES;

    if (size <= (size_t)FINE_BYTES * FINE_CLASSES)
        return (uint32_t)((size + FINE_BYTES - 1) / FINE_BYTES - 1);
    while (rows_class_bytes(class) < size)
        class ++;
    assert(class < ROW_CLASSES);
    return class;
}

static void *block_from_slab(struct rows_pool *pool, size_t size)
{
    void *block;

    if (pool->slab_left < size) {
        struct row_block *slab = malloc(FINE_BYTES + SLAB_BYTES);

        if (slab == NULL)
            return NULL;
        slab->next = pool->slabs;
        pool->slabs = slab;
        pool->slab_at = (uint8_t *)slab + FINE_BYTES;
        pool->slab_left = SLAB_BYTES;
    }
    block = pool->slab_at;
    pool->slab_at += size;
    pool->slab_left -= size;
    return block;
}

void *rows_block_take(struct rows_pool *pool, uint32_t class)
{
    size_t size = rows_class_bytes(class);
    void *block = pool->free_blocks[class];

    if (block != NULL) {
        pool->free_blocks[class] = pool->free_blocks[class]->next;
        __builtin_prefetch(pool->free_blocks[class], 1); /* The next one to be taken. */
    } else if ((int)class > CLASS_SLAB_MAX)
        block = malloc(size);
    else
        block = block_from_slab(pool, size);
    if (block != NULL)
        pool->bytes_used += size;
    return block;
}

void rows_block_give(struct rows_pool *pool, void *memory, uint32_t class)
{
    struct row_block *block = memory;

    assert(pool->bytes_used >= rows_class_bytes(class));
    pool->bytes_used -= rows_class_bytes(class);
    if ((int)class > CLASS_SLAB_MAX) {
        free(memory);
        return;
    }
    block->next = pool->free_blocks[class];
    pool->free_blocks[class] = block;
}

void rows_blocks_done(struct rows_pool *pool)
{
    struct row_block *slab = pool->slabs;

    while (slab != NULL) {
        struct row_block *next = slab->next;

        free(slab);
        slab = next;
    }
    pool->slabs = NULL;
}
