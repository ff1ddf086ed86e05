#include "api/bought.h"

#include "schemas/generated/order_status.h"

#include <stdlib.h>
#include <string.h>

enum { OWNER_BITS = 1 << 22 };

struct bought_owners {
    uint8_t bits[OWNER_BITS / 8]; /* Two of each owner. */
};

static void bits_of(struct fy_slice owner, uint32_t ret_bits[2])
{
    uint64_t hash = 14695981039346656037U; /* FNV-1a; owners' names are random. */

    for (size_t i = 0; i < owner.size; i++)
        hash = (hash ^ owner.data[i]) * 1099511628211U;
    hash ^= hash >> 29;
    ret_bits[0] = (uint32_t)hash % OWNER_BITS;
    ret_bits[1] = (uint32_t)(hash >> 32) % OWNER_BITS;
}

static void owner_add(struct bought_owners *owners, struct fy_slice owner)
{
    uint32_t bits[2];

    bits_of(owner, bits);
    for (int i = 0; i < 2; i++)
        owners->bits[bits[i] / 8] |= (uint8_t)(1U << bits[i] % 8);
}

static bool owner_may_be(const struct bought_owners *owners, struct fy_slice owner)
{
    uint32_t bits[2];

    bits_of(owner, bits);
    return (owners->bits[bits[0] / 8] >> bits[0] % 8 & owners->bits[bits[1] / 8] >> bits[1] % 8 &
               1) != 0;
}

static bool add_of_row(struct fy_slice key, struct fy_slice value, void *context)
{
    (void)value;
    owner_add(context, (struct fy_slice){key.data, strnlen((const char *)key.data, key.size)});
    return true;
}

enum fy_status bought_owners_new(
    struct fy_store *store, struct bought_owners **ret_owners, struct fy_err *err)
{
    struct bought_owners *owners = calloc(1, sizeof(*owners));
    enum fy_status status;

    if (owners == NULL)
        return fy_fail(err, FY_FATAL, "no memory to know who bought something");
    status = fy_store_scan(store, VIEW_BOUGHT, (struct fy_slice){0}, add_of_row, owners, err);
    if (status != FY_OK) {
        free(owners);
        return status;
    }
    *ret_owners = owners;
    return FY_OK;
}

void bought_owners_free(struct bought_owners *owners)
{
    free(owners);
}

void bought_owners_clear(struct bought_owners *owners)
{
    memset(owners->bits, 0, sizeof(owners->bits));
}

/* Is it sold, as far as money goes? */
static bool is_sold(enum order_state state)
{
    return state == ORDER_STATE_COMMITTING || state == ORDER_STATE_CAPTURING ||
           state == ORDER_STATE_CONFIRMED || state == ORDER_STATE_CLOSED;
}

static bool is_kept(const struct order_status *order, const struct line_standing *line)
{
    return is_sold(order->standing.state) && line->sku.size > 0 &&
           line->units > line->cancelled_units + line->returned_units;
}

static enum fy_status put(struct views *views,
    struct fy_store_batch *rows,
    struct fy_slice owner,
    struct fy_slice order,
    struct fy_slice skus,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct fy_slice key = {fy_arena_alloc(arena, owner.size + 1 + order.size), 0};

    if (key.data == NULL)
        return fy_fail(err, FY_REJECT, "an order's row does not fit the arena");
    key.size = owner.size + 1 + order.size;
    memcpy((uint8_t *)key.data, owner.data, owner.size);
    memcpy((uint8_t *)key.data + owner.size + 1, order.data, order.size);
    if (skus.size > 0 && views->bought_owners != NULL)
        owner_add(views->bought_owners, owner);
    if (skus.size > 0)
        fy_store_batch_put(rows, VIEW_BOUGHT, key, skus);
    else
        fy_store_batch_delete(rows, VIEW_BOUGHT, key);
    return FY_OK;
}

enum fy_status bought_apply(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct order_status order;
    struct fy_slice skus = {0};
    size_t size = 1;
    enum fy_status status;

    if (record->value.data == NULL || record->key.size == 0)
        /* Whose it was is not said: random ids, and no more harm than a suggestion. */
        return FY_OK;
    status = order_status_decode(record->value, arena, &order, err);
    if (status != FY_OK)
        return status;
    for (size_t i = 0; i < order.lines.count; i++)
        size += order.lines.items[i].sku.size + 1;
    skus.data = fy_arena_alloc(arena, size);
    if (skus.data == NULL)
        return fy_fail(err, FY_REJECT, "an order's row does not fit the arena");
    for (size_t i = 0; i < order.lines.count; i++) {
        const struct line_standing *line = &order.lines.items[i];

        if (!is_kept(&order, line))
            continue;
        memcpy((uint8_t *)skus.data + skus.size, line->sku.data, line->sku.size);
        skus.size += line->sku.size + 1; /* The arena's bytes are zero. */
    }
    if (order.visitor.size > 0)
        status = put(views, rows, order.visitor, record->key, skus, arena, err);
    if (status == FY_OK && order.person.size > 0)
        status = put(views, rows, order.person, record->key, skus, arena, err);
    return status;
}

struct looking {
    struct fy_slice prefix;
    struct fy_arena *arena;
    struct bought *bought;
    int orders;
};

static bool visit(struct fy_slice key, struct fy_slice value, void *context)
{
    struct looking *looking = context;
    struct bought *bought = looking->bought;
    size_t at = 0;

    if (key.size <= looking->prefix.size ||
        memcmp(key.data, looking->prefix.data, looking->prefix.size) != 0 ||
        looking->orders++ == BOUGHT_ORDERS_MAX)
        return false;
    value = fy_arena_copy(looking->arena, value);
    while (value.data != NULL && at < value.size && bought->count < BOUGHT_MAX) {
        size_t size = strnlen((const char *)value.data + at, value.size - at);

        bought->skus[bought->count++] = (struct fy_slice){value.data + at, size};
        at += size + 1;
    }
    return true;
}

enum fy_status bought_by(struct views *views,
    struct fy_slice owner,
    struct fy_arena *arena,
    struct bought *bought,
    struct fy_err *err)
{
    struct looking looking = {.arena = arena, .bought = bought};
    uint8_t *prefix;

    if (views->bought_owners != NULL && !owner_may_be(views->bought_owners, owner))
        return FY_OK;
    prefix = fy_arena_alloc(arena, owner.size + 1);
    if (prefix == NULL)
        return fy_fail(err, FY_FATAL, "a key does not fit the arena");
    memcpy(prefix, owner.data, owner.size);
    looking.prefix = (struct fy_slice){prefix, owner.size + 1};
    return fy_store_scan(views->store, VIEW_BOUGHT, looking.prefix, visit, &looking, err);
}

bool bought_has(const struct bought *bought, struct fy_slice sku)
{
    for (size_t i = 0; i < bought->count; i++) {
        if (fy_slice_equal(bought->skus[i], sku))
            return true;
    }
    return false;
}
