#include "lib/task_rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    BUCKETS_MIN = 64,
    BLOCK_BYTES_MIN = 64, /* Class 0; each two classes double: 64, 96, 128, 192, ... */
    SLAB_BYTES = 256 * 1024,
#ifdef __SANITIZE_ADDRESS__
    CLASS_SLAB_MAX = -1, /* Every block is malloc's, so that a sanitizer sees who keeps it. */
#else
    CLASS_SLAB_MAX = 18, /* 32 KB: larger blocks are malloc's, and go back to it. */
#endif
    KEY_BYTES_MAX = 2 * 1024 * 1024, /* Above what Kafka takes as a record. */
};

struct row_block {
    struct row_block *next;
    max_align_t bytes[];
};

/* --- Blocks ---------------------------------------------------------------------------------- */

static size_t class_bytes(uint32_t class)
{
    size_t doubled = (size_t)BLOCK_BYTES_MIN << (class / 2);

    return class % 2 == 0 ? doubled : doubled + doubled / 2;
}

static uint32_t class_of(size_t size)
{
    uint32_t class = 0;

    while (class_bytes(class) < size)
        class ++;
    assert(class < ROW_CLASSES);
    return class;
}

static void *block_from_slab(struct rows_pool *pool, size_t size)
{
    void *block;

    if (pool->slab_left < size) {
        struct row_block *slab = malloc(sizeof(*slab) + SLAB_BYTES);

        if (slab == NULL)
            return NULL;
        slab->next = pool->slabs;
        pool->slabs = slab;
        pool->slab_at = (uint8_t *)slab->bytes;
        pool->slab_left = SLAB_BYTES;
    }
    block = pool->slab_at;
    pool->slab_at += size;
    pool->slab_left -= size;
    return block;
}

static void *block_take(struct rows_pool *pool, uint32_t class)
{
    size_t size = class_bytes(class);
    void *block = pool->free_blocks[class];

    if (block != NULL)
        pool->free_blocks[class] = pool->free_blocks[class]->next;
    else if ((int)class > CLASS_SLAB_MAX)
        block = malloc(size);
    else
        block = block_from_slab(pool, size);
    if (block != NULL)
        pool->bytes_used += size;
    return block;
}

static void block_give(struct rows_pool *pool, void *memory, uint32_t class)
{
    struct row_block *block = memory;

    assert(pool->bytes_used >= class_bytes(class));
    pool->bytes_used -= class_bytes(class);
    if ((int)class > CLASS_SLAB_MAX) {
        free(memory);
        return;
    }
    block->next = pool->free_blocks[class];
    pool->free_blocks[class] = block;
}

static struct row_value *value_new(struct rows_pool *pool, struct fy_slice bytes)
{
    uint32_t class = class_of(sizeof(struct row_value) + bytes.size);
    struct row_value *value = block_take(pool, class);

    if (value == NULL)
        return NULL;
    value->size = (uint32_t)bytes.size;
    value->block_class = class;
    if (bytes.size > 0)
        memcpy(value->bytes, bytes.data, bytes.size);
    return value;
}

static void value_free(struct rows_pool *pool, struct row_value *value)
{
    if (value != NULL)
        block_give(pool, value, value->block_class);
}

/* --- Lists that grow ------------------------------------------------------------------------- */

static bool list_grow(void **list, size_t count, size_t *count_max, size_t item_size)
{
    size_t larger = *count_max * 2 + 64;
    void *grown;

    if (count < *count_max)
        return true;
    grown = realloc(*list, larger * item_size);
    if (grown == NULL)
        return false;
    *list = grown;
    *count_max = larger;
    return true;
}

void rows_pool_init(struct rows_pool *pool)
{
    *pool = (struct rows_pool){.turn = 1};
}

void rows_pool_done(struct rows_pool *pool)
{
    struct row_block *slab = pool->slabs;

    assert(pool->changed_count == 0);
    assert(pool->bytes_used == 0);
    while (slab != NULL) {
        struct row_block *next = slab->next;

        free(slab);
        slab = next;
    }
    free(pool->changed);
    free(pool->replaced);
    *pool = (struct rows_pool){0};
}

/* --- The table ------------------------------------------------------------------------------- */

static uint32_t hash_of(struct fy_slice key)
{
    uint64_t hash = 0x9e3779b97f4a7c15u ^ key.size;
    size_t at = 0;

    for (; at + sizeof(uint64_t) <= key.size; at += sizeof(uint64_t)) {
        uint64_t word;

        memcpy(&word, key.data + at, sizeof(word));
        hash = (hash ^ word) * 0xff51afd7ed558ccdu;
        hash ^= hash >> 32;
    }
    for (; at < key.size; at++)
        hash = (hash ^ key.data[at]) * 0x100000001b3u;
    hash = (hash ^ (hash >> 29)) * 0xc4ceb9fe1a85ec53u;
    return (uint32_t)(hash >> 32);
}

enum fy_status rows_init(struct rows *rows, uint32_t space, struct fy_err *err)
{
    *rows = (struct rows){.bucket_count = BUCKETS_MIN, .space = space};
    rows->buckets = calloc(BUCKETS_MIN, sizeof(struct row *));
    if (rows->buckets == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the rows of partition %u", (unsigned)space);
    return FY_OK;
}

static void row_free(struct rows_pool *pool, struct rows *rows, struct row *row)
{
    value_free(pool, row->value);
    block_give(pool, row, row->block_class);
    rows->count--;
}

void rows_done(struct rows_pool *pool, struct rows *rows)
{
    assert(pool->changed_count == 0);
    for (uint32_t i = 0; i < rows->bucket_count && rows->buckets != NULL; i++) {
        struct row *row = rows->buckets[i];

        while (row != NULL) {
            struct row *next = row->next;

            row_free(pool, rows, row);
            row = next;
        }
    }
    assert(rows->count == 0);
    free(rows->buckets);
    *rows = (struct rows){0};
}

/* Twice the buckets. Failing is harmless: chains grow longer, and the next row asks again. */
static void table_grow(struct rows *rows)
{
    uint32_t count = rows->bucket_count * 2;
    struct row **buckets = calloc(count, sizeof(struct row *));

    if (buckets == NULL)
        return;
    for (uint32_t i = 0; i < rows->bucket_count; i++) {
        struct row *row = rows->buckets[i];

        while (row != NULL) {
            struct row *next = row->next;

            row->next = buckets[row->hash & (count - 1)];
            buckets[row->hash & (count - 1)] = row;
            row = next;
        }
    }
    free(rows->buckets);
    rows->buckets = buckets;
    rows->bucket_count = count;
    rows->sweep = 0;
}

static struct row *table_find(const struct rows *rows, struct fy_slice key, uint32_t hash)
{
    struct row *row = rows->buckets[hash & (rows->bucket_count - 1)];

    while (row != NULL && (row->hash != hash || !fy_slice_equal(row_key(row), key)))
        row = row->next;
    return row;
}

static struct row *table_add(
    struct rows_pool *pool, struct rows *rows, struct fy_slice key, uint32_t hash)
{
    uint32_t class;
    struct row *row;

    assert(key.size <= KEY_BYTES_MAX);
    class = class_of(sizeof(*row) + key.size);
    row = block_take(pool, class);
    if (row == NULL)
        return NULL;
    *row = (struct row){
        .hash = hash,
        .block_class = class,
        .key_size = (uint32_t)key.size,
        .used = true,
    };
    if (key.size > 0)
        memcpy(row->key, key.data, key.size);
    if (rows->count >= rows->bucket_count)
        table_grow(rows);
    row->next = rows->buckets[hash & (rows->bucket_count - 1)];
    rows->buckets[hash & (rows->bucket_count - 1)] = row;
    rows->count++;
    return row;
}

struct fy_slice row_key(const struct row *row)
{
    return (struct fy_slice){row->key, row->key_size};
}

struct fy_slice row_value_slice(const struct row_value *value)
{
    if (value == NULL)
        return (struct fy_slice){0};
    return (struct fy_slice){value->bytes, value->size};
}

struct fy_slice row_value(const struct row *row)
{
    return row_value_slice(row->value);
}

/* --- Get and put ----------------------------------------------------------------------------- */

/* The row in memory; brought there when it is not, also when there is no such row. */
static enum fy_status row_find(struct rows_pool *pool,
    struct rows *rows,
    struct fy_store *store,
    struct fy_arena *arena,
    struct fy_slice key,
    struct row **ret_row,
    struct fy_err *err)
{
    uint32_t hash = hash_of(key);
    struct row *row = table_find(rows, key, hash);
    struct fy_slice stored;
    struct row_value *value = NULL;
    enum fy_status status;

    if (row == NULL) {
        status = fy_store_get(store, rows->space, key, arena, &stored, err);
        if (status != FY_OK)
            return status;
        if (stored.data != NULL) {
            value = value_new(pool, stored);
            if (value == NULL)
                return fy_fail(err, FY_FATAL, "no memory for a row of %zu bytes", stored.size);
        }
        row = table_add(pool, rows, key, hash);
        if (row == NULL) {
            value_free(pool, value);
            return fy_fail(err, FY_FATAL, "no memory for a row");
        }
        row->value = value;
    }
    row->used = true;
    *ret_row = row;
    return FY_OK;
}

enum fy_status rows_get(struct rows_pool *pool,
    struct rows *rows,
    struct fy_store *store,
    struct fy_arena *arena,
    struct fy_slice key,
    struct fy_slice *ret_value,
    struct fy_err *err)
{
    struct row *row;
    enum fy_status status = row_find(pool, rows, store, arena, key, &row, err);

    if (status != FY_OK)
        return status;
    *ret_value = row_value(row);
    return FY_OK;
}

enum fy_status rows_put(struct rows_pool *pool,
    struct rows *rows,
    struct fy_store *store,
    struct fy_arena *arena,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err)
{
    struct row_value *after = NULL;
    struct row *row;
    enum fy_status status = row_find(pool, rows, store, arena, key, &row, err);

    if (status != FY_OK)
        return status;
    if (!list_grow((void **)&pool->changed, pool->changed_count, &pool->changed_count_max,
            sizeof(*pool->changed)) ||
        !list_grow((void **)&pool->replaced, pool->replaced_count, &pool->replaced_count_max,
            sizeof(struct row_value *)))
        return fy_fail(err, FY_FATAL, "no memory to remember what a turn changed");
    if (value.data != NULL) {
        after = value_new(pool, value);
        if (after == NULL)
            return fy_fail(err, FY_FATAL, "no memory for a row of %zu bytes", value.size);
    }

    if (row->turn != pool->turn) {
        pool->changed[pool->changed_count++] = (struct row_change){rows, row, row->value};
        row->turn = pool->turn;
    } else if (row->value != NULL) {
        pool->replaced[pool->replaced_count++] = row->value;
    }
    row->value = after;
    pool->turn_bytes += value.size;
    return FY_OK;
}

bool rows_is_unwritten(const struct rows_pool *pool, const struct rows *rows, struct fy_slice key)
{
    const struct row *row = table_find(rows, key, hash_of(key));

    return row != NULL && row->turn == pool->turn;
}

void rows_each_unwritten(
    const struct rows_pool *pool, const struct rows *rows, fy_store_visit *visit, void *context)
{
    for (size_t i = 0; i < pool->changed_count; i++) {
        const struct row_change *change = &pool->changed[i];

        if (change->rows == rows && !visit(row_key(change->row), row_value(change->row), context))
            return;
    }
}

/* --- The end of a record and of a turn ------------------------------------------------------- */

void rows_record_done(struct rows_pool *pool)
{
    for (size_t i = 0; i < pool->replaced_count; i++)
        value_free(pool, pool->replaced[i]);
    pool->replaced_count = 0;
}

static void turn_done(struct rows_pool *pool)
{
    rows_record_done(pool);
    pool->changed_count = 0;
    pool->turn_bytes = 0;
    pool->turn++;
}

void rows_keep(struct rows_pool *pool)
{
    for (size_t i = 0; i < pool->changed_count; i++)
        value_free(pool, pool->changed[i].before);
    turn_done(pool);
}

void rows_undo(struct rows_pool *pool)
{
    for (size_t i = pool->changed_count; i > 0; i--) {
        struct row_change *change = &pool->changed[i - 1];

        assert(change->row->turn == pool->turn);
        value_free(pool, change->row->value);
        change->row->value = change->before;
    }
    turn_done(pool);
}

/* Second chance: a row goes when it was not used since the sweep came by the last time. */
static void sweep_bucket(struct rows_pool *pool, struct rows *rows, uint32_t bucket)
{
    struct row **link = &rows->buckets[bucket];

    while (*link != NULL) {
        struct row *row = *link;

        if (row->used) {
            row->used = false;
            link = &row->next;
        } else {
            *link = row->next;
            row_free(pool, rows, row);
        }
    }
}

void rows_evict(struct rows_pool *pool, struct rows *const *tasks, int count)
{
    size_t bytes_low = (size_t)FY_ROWS_BYTES_MAX / 8 * 7; /* Slack, or each turn would sweep. */

    assert(pool->changed_count == 0);
    if (pool->bytes_used <= FY_ROWS_BYTES_MAX)
        return;
    /* Twice around takes every row; stops as soon as it is enough. */
    for (int around = 0; around < 2; around++) {
        for (int i = 0; i < count; i++) {
            struct rows *rows = tasks[i];

            for (uint32_t step = 0; step < rows->bucket_count; step++) {
                if (pool->bytes_used <= bytes_low)
                    return;
                sweep_bucket(pool, rows, rows->sweep);
                rows->sweep = (rows->sweep + 1) & (rows->bucket_count - 1);
            }
        }
    }
}
