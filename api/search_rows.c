#include "api/search_rows.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "lib/mono.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum {
    LOAD_US = 4000,             /* Between two looks at the sockets. */
    LOAD_ROWS = 32,             /* Between two looks at the clock. */
    ARENA_BYTES_MAX = 64 << 20, /* A slice has 1,000 products of 5 KB at most. */
};

static struct fy_metric documents_now =
    FY_GAUGE("fy_search_documents", "Products that can be found.");
static struct fy_metric terms_now =
    FY_GAUGE("fy_search_terms", "Words by which they can be found, and beginnings of words.");
static struct fy_metric refused_now = FY_GAUGE(
    "fy_search_refused", "Products that did not fit the index, or not all of their words.");

/* A product that a record of this slice is about. */
struct pending {
    uint64_t hash;
    struct fy_slice sku;
    struct product *before; /* As the index has it; NULL: not. */
    bool words;             /* More than its stock may change. */
};

struct search_rows {
    struct search_rows_config config;
    struct search_index *index;
    struct fy_arena arena; /* Until applied. */
    struct pending *pending;
    size_t pending_count, pending_room;
    bool failed;
    struct fy_err err;
    struct fy_arena load_arena;
    bool loaded;
    char cursor[VIEW_KEY_BYTES_MAX]; /* The SKU read last. */
    size_t cursor_size;
    int again_fd; /* With a reactor: there is more to load. */
    int64_t refused_told;
};

static void metrics_set(struct search_rows *rows)
{
    fy_metric_set(&documents_now, search_index_count(rows->index));
    fy_metric_set(&terms_now, (long long)search_terms_count(rows->index->terms));
    fy_metric_set(&refused_now, rows->index->refused);
    if (rows->index->refused > rows->refused_told && rows->refused_told == 0)
        fy_log(FY_LOG_WARN, "search: the index is full, or there is no memory: what comes now is "
                            "not found by search");
    rows->refused_told = rows->index->refused;
}

/* --- Rows that are there at the start -------------------------------------------------------- */

struct loading {
    struct search_rows *rows;
    enum fy_status status;
    struct fy_err *err;
    int64_t until_us;
    int read;
    bool more;
};

/* Rows that cannot be read, or are of another layout, are the follower's to drop. */
static bool load_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct loading *loading = context;
    struct search_rows *rows = loading->rows;
    struct shown_product shown;
    uint32_t document;
    bool known = false;

    (void)value;
    if (key.size == rows->cursor_size && memcmp(key.data, rows->cursor, key.size) == 0)
        return true;
    if (loading->read > 0 && loading->read % LOAD_ROWS == 0 && fy_mono_us() >= loading->until_us) {
        loading->more = true;
        return false;
    }
    loading->read++;
    assert(key.size <= sizeof(rows->cursor));
    memcpy(rows->cursor, key.data, key.size);
    rows->cursor_size = key.size;
    if (search_index_find(rows->index, key, &document))
        return true; /* A record has come since. */
    fy_arena_clear(&rows->load_arena);
    loading->status =
        views_product(rows->config.views, key, &rows->load_arena, &known, &shown, loading->err);
    if (loading->status == FY_OK && known)
        (void)search_index_put(rows->index, NULL, &shown.product, shown.available_units > 0);
    return loading->status == FY_OK;
}

enum fy_status search_rows_load(
    struct search_rows *rows, int64_t budget_us, bool *ret_done, struct fy_err *err)
{
    struct loading loading = {.rows = rows, .err = err, .until_us = fy_mono_us() + budget_us};
    struct fy_slice from = {0};
    enum fy_status status = FY_OK;

    if (!rows->loaded) {
        if (rows->cursor_size > 0)
            from = (struct fy_slice){(const uint8_t *)rows->cursor, rows->cursor_size};
        status =
            fy_store_scan(rows->config.views->store, VIEW_PRODUCTS, from, load_row, &loading, err);
        if (status == FY_OK)
            status = loading.status;
        rows->loaded = status == FY_OK && !loading.more;
    }
    metrics_set(rows);
    *ret_done = rows->loaded;
    return status;
}

static void load_on(void *context)
{
    struct search_rows *rows = context;
    uint64_t count;
    ssize_t moved = read(rows->again_fd, &count, sizeof(count));
    struct fy_err err;
    bool done = false;

    if (rows->loaded)
        return;
    if (search_rows_load(rows, LOAD_US, &done, &err) != FY_OK) {
        rows->config.failed(rows->config.context, &err);
        return;
    }
    count = 1;
    if (!done)
        moved = write(rows->again_fd, &count, sizeof(count));
    else
        fy_log(FY_LOG_INFO, "search: %u products can be found", search_index_count(rows->index));
    (void)moved; /* An eventfd that is empty, or full, is as it should be. */
}

/* --- Rows that change ------------------------------------------------------------------------ */

static struct pending *pending_of(struct search_rows *rows, struct fy_slice sku)
{
    uint64_t hash = search_hash(sku);
    struct pending *pending;

    for (size_t i = rows->pending_count; i > 0; i--)
        if (rows->pending[i - 1].hash == hash && fy_slice_equal(rows->pending[i - 1].sku, sku))
            return &rows->pending[i - 1];
    if (rows->pending_count == rows->pending_room) {
        size_t room = rows->pending_room > 0 ? 2 * rows->pending_room : 64;

        pending = realloc(rows->pending, room * sizeof(*pending));
        if (pending == NULL)
            return NULL;
        rows->pending = pending;
        rows->pending_room = room;
    }
    pending = &rows->pending[rows->pending_count];
    *pending = (struct pending){.hash = hash, .sku = fy_arena_copy(&rows->arena, sku)};
    rows->pending_count += pending->sku.data != NULL;
    return pending->sku.data != NULL ? pending : NULL;
}

/* The store still has the row as it was: by its words it is taken out of the index. */
static enum fy_status note_before(
    struct search_rows *rows, struct pending *pending, struct fy_err *err)
{
    struct shown_product shown;
    bool known = false;
    enum fy_status status =
        views_product(rows->config.views, pending->sku, &rows->arena, &known, &shown, err);

    if (status != FY_OK)
        return status;
    pending->words = true;
    if (!known)
        return FY_OK;
    pending->before = fy_arena_alloc(&rows->arena, sizeof(*pending->before));
    if (pending->before == NULL)
        return fy_fail(err, FY_FATAL, "search: a slice does not fit %d bytes", ARENA_BYTES_MAX);
    *pending->before = shown.product;
    return FY_OK;
}

void search_rows_changed(struct search_rows *rows, enum api_view view, struct fy_slice key)
{
    struct pending *pending;

    if (rows == NULL || rows->failed || (view != VIEW_PRODUCTS && view != VIEW_STOCK_LEVELS))
        return;
    pending = pending_of(rows, key);
    if (pending == NULL) {
        (void)fy_fail(&rows->err, FY_FATAL, "search: no memory for what a slice changes");
        rows->failed = true;
    } else if (view == VIEW_PRODUCTS && !pending->words) {
        rows->failed = note_before(rows, pending, &rows->err) != FY_OK;
    }
}

static enum fy_status apply(
    struct search_rows *rows, const struct pending *pending, struct fy_err *err)
{
    struct shown_product shown;
    bool known = false;
    bool whole;
    enum fy_status status =
        views_product(rows->config.views, pending->sku, &rows->arena, &known, &shown, err);

    if (status != FY_OK)
        return status;
    if (pending->words) {
        whole = search_index_put(rows->index, pending->before, known ? &shown.product : NULL,
            known && shown.available_units > 0);
        (void)whole; /* Counted there. */
    } else if (known) {
        search_index_stock(rows->index, pending->sku, shown.available_units > 0);
    }
    return FY_OK;
}

enum fy_status search_rows_applied(struct search_rows *rows, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    if (rows == NULL)
        return FY_OK;
    if (rows->failed) {
        *err = rows->err;
        return FY_FATAL;
    }
    for (size_t i = 0; i < rows->pending_count && status == FY_OK; i++)
        status = apply(rows, &rows->pending[i], err);
    if (rows->pending_count > 0)
        metrics_set(rows);
    rows->pending_count = 0;
    fy_arena_clear(&rows->arena);
    return status;
}

void search_rows_wiped(struct search_rows *rows)
{
    if (rows == NULL)
        return;
    search_index_clear(rows->index);
    rows->pending_count = 0;
    rows->cursor_size = 0;
    rows->loaded = true; /* There are none. */
    fy_arena_clear(&rows->arena);
}

/* --- From beginning to end ------------------------------------------------------------------- */

const struct search_index *search_rows_index(const struct search_rows *rows)
{
    return rows != NULL && rows->loaded ? rows->index : NULL;
}

uint32_t search_rows_loaded(const struct search_rows *rows)
{
    return rows != NULL ? search_index_count(rows->index) : 0;
}

static enum fy_status reactor_join(struct search_rows *rows, struct fy_err *err)
{
    rows->again_fd = eventfd(1, EFD_NONBLOCK | EFD_CLOEXEC);
    if (rows->again_fd < 0)
        return fy_fail(err, FY_FATAL, "could not make an eventfd for search");
    return fy_reactor_add(rows->config.reactor, rows->again_fd, load_on, rows, err);
}

enum fy_status search_rows_new(
    const struct search_rows_config *config, struct search_rows **ret_rows, struct fy_err *err)
{
    struct search_rows *rows = calloc(1, sizeof(*rows));
    enum fy_status status = FY_OK;

    if (rows == NULL)
        return fy_fail(err, FY_FATAL, "no memory for search");
    fy_metric_register(&documents_now);
    fy_metric_register(&terms_now);
    fy_metric_register(&refused_now);
    rows->config = *config;
    rows->again_fd = -1;
    fy_arena_init(&rows->arena, ARENA_BYTES_MAX);
    fy_arena_init(&rows->load_arena, ARENA_BYTES_MAX);
    rows->index = search_index_new();
    if (rows->index == NULL)
        status = fy_fail(err, FY_FATAL, "no memory for search");
    if (status == FY_OK && config->reactor != NULL)
        status = reactor_join(rows, err);
    if (status != FY_OK) {
        search_rows_free(rows);
        return status;
    }
    *ret_rows = rows;
    return FY_OK;
}

void search_rows_free(struct search_rows *rows)
{
    if (rows == NULL)
        return;
    if (rows->again_fd >= 0) {
        fy_reactor_remove(rows->config.reactor, rows->again_fd);
        (void)close(rows->again_fd);
    }
    search_index_free(rows->index);
    fy_arena_done(&rows->arena);
    fy_arena_done(&rows->load_arena);
    free(rows->pending);
    free(rows);
}
