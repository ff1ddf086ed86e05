#include "lib/task_rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLOTS_MIN = 64,
    PART_BYTES_MAX = (1 << 20) - 1, /* Of key and of value; a record cannot have as much. */
    CHANGES_MAX = 1 << 26,
    DUE_AT = 16, /* Aligned, behind the head of a row: what the index has, what the value says. */
};

/* --- Rows --------------------------------------------------------------------------------------
 */

static size_t head_bytes(const struct rows_pool *pool)
{
    return pool->due_ms != NULL ? DUE_AT + 2 * sizeof(int64_t) : sizeof(struct row);
}

int64_t *row_stored_due_ms(struct row *row)
{
    return (int64_t *)((uint8_t *)row + DUE_AT);
}

static int64_t *said_due_ms(struct row *row)
{
    return (int64_t *)((uint8_t *)row + DUE_AT) + 1;
}

int64_t row_due_ms(struct row *row)
{
    return *said_due_ms(row);
}

struct fy_slice row_key(const struct rows_pool *pool, const struct row *row)
{
    return (struct fy_slice){(const uint8_t *)row + head_bytes(pool), row->key_size};
}

struct fy_slice row_value(const struct rows_pool *pool, const struct row *row)
{
    if (row == NULL || row->absent)
        return (struct fy_slice){0};
    return (struct fy_slice){
        (const uint8_t *)row + head_bytes(pool) + row->key_size, row->value_size};
}

static int64_t due_in(const struct rows_pool *pool, struct fy_slice key, struct fy_slice value)
{
    int64_t due_ms =
        value.data != NULL && !rows_is_runtimes(key) ? pool->due_ms(value) : INT64_C(0);

    return due_ms > 0 ? due_ms : 0;
}

static struct row *row_new(struct rows_pool *pool, struct fy_slice key, struct fy_slice value)
{
    size_t head = head_bytes(pool);
    uint32_t class;
    struct row *row;

    if (key.size > PART_BYTES_MAX || value.size > PART_BYTES_MAX)
        return NULL;
    class = rows_class_of(head + key.size + value.size);
    row = rows_block_take(pool, class);
    if (row == NULL)
        return NULL;
    *row = (struct row){
        .value_size = (uint32_t)value.size & PART_BYTES_MAX,
        .absent = value.data == NULL,
        .key_size = (uint32_t)key.size & PART_BYTES_MAX,
        .block_class = class & 0x3f,
    };
    if (pool->due_ms != NULL) {
        *row_stored_due_ms(row) = 0;
        *said_due_ms(row) = due_in(pool, key, value);
    }
    if (key.size > 0)
        memcpy((uint8_t *)row + head, key.data, key.size);
    if (value.size > 0)
        memcpy((uint8_t *)row + head + key.size, value.data, value.size);
    return row;
}

static void row_free(struct rows_pool *pool, struct row *row)
{
    if (row == NULL)
        return;
    if (row->dirty)
        pool->bytes_dirty -= rows_class_bytes(row->block_class);
    rows_block_give(pool, row, row->block_class);
}

/* --- Lists that grow ------------------------------------------------------------------------- */

static bool list_grow(void **list, size_t count, size_t *count_max, size_t item_size)
{
    size_t larger = *count_max * 2 + 64;
    void *grown;

    if (count < *count_max)
        return true;
    if (larger > CHANGES_MAX)
        return false;
    grown = realloc(*list, larger * item_size);
    if (grown == NULL)
        return false;
    *list = grown;
    *count_max = larger;
    return true;
}

void rows_pool_init(struct rows_pool *pool, size_t bytes_max, rows_due_ms *due_ms)
{
    *pool = (struct rows_pool){.bytes_max = bytes_max, .due_ms = due_ms};
}

void rows_pool_done(struct rows_pool *pool)
{
    assert(pool->changed_count == 0);
    assert(pool->bytes_used == 0 && pool->bytes_dirty == 0);
    rows_blocks_done(pool);
    free(pool->changed);
    free(pool->replaced);
    *pool = (struct rows_pool){0};
}

/* --- The table ------------------------------------------------------------------------------- */

/*
 * A slot holds the address of a row, whose blocks are aligned to 16 bytes, with two flags in the
 * low bits and the upper half of its hash above bit 48: most looks at a wrong row end here. The
 * sweep needs no row either to know that it may not go.
 */
#define SLOT_USED ((uint64_t)1) /* Found here since the last sweep: used by two records at least. */
#define SLOT_PINNED ((uint64_t)2) /* Of this turn, or dirty. */
#define SLOT_ADDRESS (((uint64_t)1 << 48) - 16)

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

static struct row *slot_row(uint64_t slot)
{
    return (struct row *)(uintptr_t)(slot & SLOT_ADDRESS);
}

static uint64_t slot_of(const struct row *row, uint32_t hash, uint64_t flags)
{
    assert(((uintptr_t)row & ~SLOT_ADDRESS) == 0);
    return (uint64_t)(uintptr_t)row | (uint64_t)(hash >> 16) << 48 | flags;
}

static uint32_t row_hash(const struct rows_pool *pool, const struct row *row)
{
    return hash_of(row_key(pool, row));
}

enum fy_status rows_init(
    struct rows_pool *pool, struct rows *rows, uint32_t space, struct fy_err *err)
{
    *rows = (struct rows){.slot_count = SLOTS_MIN, .space = space};
    rows->slots = calloc(SLOTS_MIN, sizeof(*rows->slots));
    if (rows->slots == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the rows of partition %u", (unsigned)space);
    pool->bytes_used += SLOTS_MIN * sizeof(*rows->slots);
    return FY_OK;
}

void rows_done(struct rows_pool *pool, struct rows *rows)
{
    assert(pool->changed_count == 0);
    for (uint32_t i = 0; i < rows->slot_count && rows->slots != NULL; i++)
        row_free(pool, slot_row(rows->slots[i]));
    if (rows->slots != NULL)
        pool->bytes_used -= rows->slot_count * sizeof(*rows->slots);
    free(rows->slots);
    free(rows->gathering.items);
    free(rows->writing.items);
    *rows = (struct rows){0};
}

/* Twice the slots, at three quarters. Failing is harmless while there is a free one. */
static void table_grow(struct rows_pool *pool, struct rows *rows)
{
    uint32_t count = rows->slot_count * 2;
    uint64_t *slots = calloc(count, sizeof(*slots));

    if (slots == NULL)
        return;
    for (uint32_t i = 0; i < rows->slot_count; i++) {
        uint32_t at;

        if (rows->slots[i] == 0)
            continue;
        at = row_hash(pool, slot_row(rows->slots[i])) & (count - 1);
        while (slots[at] != 0)
            at = (at + 1) & (count - 1);
        slots[at] = rows->slots[i];
    }
    pool->bytes_used += rows->slot_count * sizeof(*slots);
    free(rows->slots);
    rows->slots = slots;
    rows->slot_count = count;
    rows->sweep = 0;
}

/* The slot of the key; NULL when it is not in memory. */
static uint64_t *table_find(
    const struct rows_pool *pool, const struct rows *rows, struct fy_slice key, uint32_t hash)
{
    uint64_t tag = hash >> 16;
    uint32_t at = hash & (rows->slot_count - 1);

    for (; rows->slots[at] != 0; at = (at + 1) & (rows->slot_count - 1)) {
        if (rows->slots[at] >> 48 == tag &&
            fy_slice_equal(row_key(pool, slot_row(rows->slots[at])), key))
            return &rows->slots[at];
    }
    return NULL;
}

/* The slot of a row that is in the table. */
static uint64_t *table_slot(
    const struct rows_pool *pool, const struct rows *rows, const struct row *row)
{
    uint32_t at = row_hash(pool, row) & (rows->slot_count - 1);

    while (slot_row(rows->slots[at]) != row) {
        assert(rows->slots[at] != 0);
        at = (at + 1) & (rows->slot_count - 1);
    }
    return &rows->slots[at];
}

static bool table_add(
    struct rows_pool *pool, struct rows *rows, struct row *row, uint32_t hash, uint64_t flags)
{
    uint32_t at;

    if (rows->count >= rows->slot_count / 4 * 3)
        table_grow(pool, rows);
    if (rows->count + 1 >= rows->slot_count)
        return false;
    at = hash & (rows->slot_count - 1);
    while (rows->slots[at] != 0)
        at = (at + 1) & (rows->slot_count - 1);
    rows->slots[at] = slot_of(row, hash, flags);
    rows->count++;
    return true;
}

/* Rows behind the gap that may move into it do: no look-up may end too soon. */
static void table_remove(const struct rows_pool *pool, struct rows *rows, uint32_t gap)
{
    uint32_t mask = rows->slot_count - 1;

    for (uint32_t at = (gap + 1) & mask; rows->slots[at] != 0; at = (at + 1) & mask) {
        uint32_t home = row_hash(pool, slot_row(rows->slots[at])) & mask;

        if (((at - home) & mask) >= ((at - gap) & mask)) {
            rows->slots[gap] = rows->slots[at];
            gap = at;
        }
    }
    rows->slots[gap] = 0;
    rows->count--;
}

void rows_prefetch(const struct rows *rows, struct fy_slice key)
{
    __builtin_prefetch(&rows->slots[hash_of(key) & (rows->slot_count - 1)]);
}

/* --- Get and put ----------------------------------------------------------------------------- */

bool rows_has(const struct rows_pool *pool, const struct rows *rows, struct fy_slice key)
{
    return table_find(pool, rows, key, hash_of(key)) != NULL;
}

enum fy_status rows_bring(struct rows_pool *pool,
    struct rows *rows,
    struct fy_slice key,
    struct fy_slice stored,
    struct fy_err *err)
{
    struct row *row;

    if (rows_has(pool, rows, key))
        return FY_OK;
    row = row_new(pool, key, stored);
    if (row != NULL && pool->due_ms != NULL)
        *row_stored_due_ms(row) = row_due_ms(row);
    if (row != NULL && table_add(pool, rows, row, hash_of(key), 0))
        return FY_OK;
    row_free(pool, row);
    return fy_fail(err, FY_FATAL, "no memory for a row of %zu bytes", stored.size);
}

/* The row's slot in memory; brought there when it is not, also when there is no such row. */
static enum fy_status row_find(struct rows_pool *pool,
    struct rows *rows,
    struct fy_store *store,
    struct fy_arena *arena,
    struct fy_slice key,
    uint64_t **ret_slot,
    struct fy_err *err)
{
    uint32_t hash = hash_of(key);
    uint64_t *slot = table_find(pool, rows, key, hash);
    struct fy_slice stored;
    enum fy_status status;

    if (slot == NULL) {
        status = fy_store_get(store, rows->space, key, arena, &stored, err);
        if (status == FY_OK)
            status = rows_bring(pool, rows, key, stored, err);
        *ret_slot = status == FY_OK ? table_find(pool, rows, key, hash) : NULL;
        return status;
    }
    *slot |= SLOT_USED;
    *ret_slot = slot;
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
    uint64_t *slot;
    enum fy_status status = row_find(pool, rows, store, arena, key, &slot, err);

    if (status != FY_OK)
        return status;
    *ret_value = row_value(pool, slot_row(*slot));
    return FY_OK;
}

/* The new version takes the place of `before` in what the turn has changed. */
static void change(struct rows_pool *pool, struct rows *rows, struct row *before, struct row *after)
{
    if (before != NULL && pool->due_ms != NULL)
        *row_stored_due_ms(after) = *row_stored_due_ms(before);
    after->changed = 1;
    if (before != NULL && before->changed) {
        after->list_at = before->list_at;
        pool->changed[after->list_at].after = after;
        pool->replaced[pool->replaced_count++] = before;
        return;
    }
    if (before != NULL)
        before->changed = 1;
    after->list_at = (uint32_t)pool->changed_count;
    pool->changed[pool->changed_count++] = (struct row_change){rows, before, after};
}

enum fy_status rows_put(struct rows_pool *pool,
    struct rows *rows,
    struct fy_store *store,
    struct fy_arena *arena,
    struct fy_slice key,
    struct fy_slice value,
    int64_t *ret_due_ms,
    struct fy_err *err)
{
    uint32_t hash = hash_of(key);
    uint64_t *slot = table_find(pool, rows, key, hash);
    struct row *before, *after;
    enum fy_status status;

    if (slot == NULL && pool->due_ms != NULL) {
        status = row_find(pool, rows, store, arena, key, &slot, err);
        if (status != FY_OK)
            return status;
    }
    if (!list_grow((void **)&pool->changed, pool->changed_count, &pool->changed_count_max,
            sizeof(*pool->changed)) ||
        !list_grow((void **)&pool->replaced, pool->replaced_count, &pool->replaced_count_max,
            sizeof(struct row *)))
        return fy_fail(err, FY_FATAL, "no memory to remember what a turn changed");
    after = row_new(pool, key, value);
    if (after == NULL || (slot == NULL && !table_add(pool, rows, after, hash, SLOT_PINNED))) {
        row_free(pool, after);
        return fy_fail(err, FY_FATAL, "no memory for a row of %zu bytes", value.size);
    }
    before = slot != NULL ? slot_row(*slot) : NULL;
    if (slot != NULL)
        *slot = slot_of(after, hash, (*slot & SLOT_USED) | SLOT_PINNED);
    if (pool->due_ms != NULL)
        *ret_due_ms = row_due_ms(after) != row_due_ms(before) ? row_due_ms(after) : 0;
    change(pool, rows, before, after);
    pool->turn_bytes += key.size + value.size;
    return FY_OK;
}

/* --- Dirty rows ------------------------------------------------------------------------------ */

/*
 * The place of `before` among the dirty rows, or the next one. What was handed over already is
 * written as it was, and its successor with the next list. Frees `before`.
 */
static bool row_dirty(
    struct rows_pool *pool, struct rows *rows, struct row *before, struct row *row)
{
    struct row_list *list = &rows->gathering;
    bool handed =
        before != NULL && before->dirty && before->writing && before->list_at < rows->writing.at;

    row->dirty = 1;
    row->changed = 0;
    pool->bytes_dirty += rows_class_bytes(row->block_class);
    if (handed)
        rows->writing.items[before->list_at].row = NULL;
    if (before != NULL && before->dirty && !handed) {
        list = before->writing ? &rows->writing : list;
        row->writing = before->writing;
        row->list_at = before->list_at;
        list->items[row->list_at].row = row;
        row_free(pool, before);
        return true;
    }
    row_free(pool, before);
    row->list_at = (uint32_t)list->count;
    if (!list_grow((void **)&list->items, list->count, &list->count_max, sizeof(*list->items)))
        return false;
    list->items[list->count++] = (struct row_dirty){0, row};
    return true;
}

void row_written(struct rows_pool *pool, struct rows *rows, struct row *row)
{
    assert(row->dirty && !row->changed);
    assert(rows->writing.items[row->list_at].row == row);
    rows->writing.items[row->list_at].row = NULL;
    row->dirty = 0;
    row->writing = 0;
    pool->bytes_dirty -= rows_class_bytes(row->block_class);
    *table_slot(pool, rows, row) &= ~SLOT_PINNED;
}

enum fy_status rows_replay(struct rows_pool *pool,
    struct rows *rows,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_err *err)
{
    uint32_t hash = hash_of(key);
    uint64_t *slot = table_find(pool, rows, key, hash);
    struct row *before = slot != NULL ? slot_row(*slot) : NULL;
    struct row *after = row_new(pool, key, value);

    assert(pool->changed_count == 0);
    if (after == NULL || (slot == NULL && !table_add(pool, rows, after, hash, SLOT_PINNED))) {
        row_free(pool, after);
        return fy_fail(err, FY_FATAL, "no memory for a row of %zu bytes", value.size);
    }
    if (slot != NULL)
        *slot = slot_of(after, hash, SLOT_PINNED);
    if (before != NULL && pool->due_ms != NULL)
        *row_stored_due_ms(after) = *row_stored_due_ms(before);
    if (!row_dirty(pool, rows, before, after))
        return fy_fail(err, FY_FATAL, "no memory to remember what is to be written");
    return FY_OK;
}

bool rows_is_unwritten(const struct rows_pool *pool, const struct rows *rows, struct fy_slice key)
{
    const uint64_t *slot = table_find(pool, rows, key, hash_of(key));

    return slot != NULL && (*slot & SLOT_PINNED) != 0;
}

void rows_each_unwritten(
    const struct rows_pool *pool, const struct rows *rows, fy_store_visit *visit, void *context)
{
    const struct row_list *lists[] = {&rows->writing, &rows->gathering};

    for (int i = 0; i < 2; i++) {
        for (size_t at = 0; at < lists[i]->count; at++) {
            const struct row *row = lists[i]->items[at].row;

            /* What this turn has replaced comes below. */
            if (row != NULL && !row->changed &&
                !visit(row_key(pool, row), row_value(pool, row), context))
                return;
        }
    }
    for (size_t i = 0; i < pool->changed_count; i++) {
        const struct row *row = pool->changed[i].after;

        if (pool->changed[i].rows == rows &&
            !visit(row_key(pool, row), row_value(pool, row), context))
            return;
    }
}

/* --- The end of a record and of a turn ------------------------------------------------------- */

void rows_record_done(struct rows_pool *pool)
{
    for (size_t i = 0; i < pool->replaced_count; i++)
        row_free(pool, pool->replaced[i]);
    pool->replaced_count = 0;
}

static void turn_done(struct rows_pool *pool)
{
    pool->changed_count = 0;
    pool->turn_bytes = 0;
}

enum fy_status rows_keep(struct rows_pool *pool, struct fy_err *err)
{
    bool kept = true;

    rows_record_done(pool);
    for (size_t i = 0; i < pool->changed_count; i++) {
        struct row_change *one = &pool->changed[i];

        kept &= row_dirty(pool, one->rows, one->before, one->after);
    }
    turn_done(pool);
    return kept ? FY_OK : fy_fail(err, FY_FATAL, "no memory to remember what is to be written");
}

void rows_undo(struct rows_pool *pool)
{
    rows_record_done(pool);
    for (size_t i = pool->changed_count; i > 0; i--) {
        struct row_change *one = &pool->changed[i - 1];
        uint64_t *slot = table_slot(pool, one->rows, one->after);

        assert(one->after->changed);
        if (one->before == NULL) {
            table_remove(pool, one->rows, (uint32_t)(slot - one->rows->slots));
        } else {
            one->before->changed = 0;
            *slot = (*slot & ~(SLOT_ADDRESS | SLOT_PINNED)) | (uintptr_t)one->before | SLOT_USED |
                    (one->before->dirty ? SLOT_PINNED : 0);
        }
        row_free(pool, one->after);
    }
    turn_done(pool);
}

/* Second chance: a row goes when it was not used since the sweep came by the last time. */
void rows_evict(struct rows_pool *pool, struct rows *const *tasks, int count)
{
    size_t bytes_low = pool->bytes_max / 8 * 7; /* Slack, or each turn would sweep. */

    assert(pool->changed_count == 0);
    if (pool->bytes_used <= pool->bytes_max)
        return;
    /* Twice around takes every clean row; stops as soon as it is enough. */
    for (int i = 0; i < 2 * count; i++) {
        struct rows *rows = tasks[i % count];

        for (uint32_t step = 0; step < rows->slot_count; step++) {
            uint64_t *slot = &rows->slots[rows->sweep];

            if (pool->bytes_used <= bytes_low)
                return;
            __builtin_prefetch(
                slot_row(rows->slots[(rows->sweep + ROWS_AHEAD) & (rows->slot_count - 1)]));
            if (*slot != 0 && (*slot & (SLOT_USED | SLOT_PINNED)) == 0) {
                struct row *row = slot_row(*slot);

                table_remove(pool, rows, rows->sweep);
                row_free(pool, row);
                continue; /* Another row may have come into this slot. */
            }
            *slot &= ~SLOT_USED;
            rows->sweep = (rows->sweep + 1) & (rows->slot_count - 1);
        }
    }
}
