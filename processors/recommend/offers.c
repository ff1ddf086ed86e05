#include "processors/recommend/offers.h"

#include "processors/recommend/catalogue.h"
#include "processors/recommend/learned.h"
#include "processors/recommend/rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct offer {
    struct engine_order written; /* Its newest product record. */
    uint32_t shown;              /* At most OFFERS_SHOWN_MAX. */
    uint8_t on_offer, in_stock;
    uint8_t unused[2];
};

struct offers {
    struct catalogue catalogue;
    struct offer *offers; /* By the catalogue's number. */
    uint32_t room;
};

struct offers *offers_new(void)
{
    return calloc(1, sizeof(struct offers));
}

void offers_free(struct offers *offers)
{
    if (offers == NULL)
        return;
    offers_clear(offers);
    free(offers);
}

void offers_clear(struct offers *offers)
{
    catalogue_done(&offers->catalogue);
    free(offers->offers);
    *offers = (struct offers){0};
}

/* The SKU's offer, a new one if need be. */
static enum fy_status take(
    struct offers *offers, struct fy_slice sku, struct offer **ret_offer, struct fy_err *err)
{
    uint32_t number;

    if (sku.size == 0 || sku.size > ROWS_TEXT_MAX)
        return fy_fail(err, FY_REJECT, "sku: %zu bytes, 1 to %d", sku.size, ROWS_TEXT_MAX);
    if (!catalogue_take(&offers->catalogue, sku, &number))
        return fy_fail(err, FY_FATAL, "could not note an offer: no memory");
    if (number >= offers->room) {
        uint32_t room = offers->catalogue.item_max;
        struct offer *grown = realloc(offers->offers, room * sizeof(*grown));

        if (grown == NULL)
            return fy_fail(err, FY_FATAL, "could not note an offer: no memory");
        memset(grown + offers->room, 0, (room - offers->room) * sizeof(*grown));
        offers->offers = grown;
        offers->room = room;
    }
    *ret_offer = &offers->offers[number];
    return FY_OK;
}

static void put_row(struct fy_store_batch *rows, struct fy_slice sku, const struct offer *offer)
{
    fy_store_batch_put(
        rows, ROWS_OFFERS, sku, (struct fy_slice){(const uint8_t *)offer, sizeof(*offer)});
}

enum fy_status offers_product(struct offers *offers,
    struct fy_slice sku,
    bool on_offer,
    const struct engine_order *written,
    struct fy_store_batch *rows,
    struct fy_err *err)
{
    struct offer *offer;
    enum fy_status status = take(offers, sku, &offer, err);

    if (status != FY_OK)
        return status;
    /* Padding and all: rows are compared byte by byte. */
    memset(&offer->written, 0, sizeof(offer->written));
    offer->written.ms = written->ms;
    offer->written.partition = written->partition;
    offer->written.offset = written->offset;
    offer->on_offer = on_offer;
    put_row(rows, sku, offer);
    return FY_OK;
}

enum fy_status offers_level(struct offers *offers,
    struct fy_slice sku,
    bool in_stock,
    struct fy_store_batch *rows,
    struct fy_err *err)
{
    struct offer *offer;
    enum fy_status status = take(offers, sku, &offer, err);

    if (status != FY_OK || offer->in_stock == in_stock)
        return status;
    offer->in_stock = in_stock;
    put_row(rows, sku, offer);
    return FY_OK;
}

enum fy_status offers_shown(
    struct offers *offers, struct fy_slice sku, struct fy_store_batch *rows, struct fy_err *err)
{
    struct offer *offer;
    enum fy_status status = take(offers, sku, &offer, err);

    if (status != FY_OK || offer->shown == OFFERS_SHOWN_MAX)
        return status;
    offer->shown++;
    put_row(rows, sku, offer);
    return FY_OK;
}

static bool is_before(const struct offer *a, const struct offer *b)
{
    return a->shown != b->shown ? a->shown < b->shown
                                : engine_order_compare(&a->written, &b->written) > 0;
}

size_t offers_cold(
    struct offers *offers, const struct learned *learned, struct fy_slice ret_skus[OFFERS_COLD_MAX])
{
    uint32_t best[OFFERS_COLD_MAX];
    size_t count = 0;

    for (uint32_t i = 0; i < offers->catalogue.item_count; i++) {
        const struct offer *offer = &offers->offers[i];
        size_t at = count;

        if (!offer->on_offer || !offer->in_stock || offer->shown == OFFERS_SHOWN_MAX)
            continue;
        if (count == OFFERS_COLD_MAX && !is_before(offer, &offers->offers[best[count - 1]]))
            continue;
        if (learned_holders(learned, offers->catalogue.items[i].sku) >= OFFERS_KNOWN)
            continue;
        if (count < OFFERS_COLD_MAX)
            count++;
        else
            at--;
        for (; at > 0 && is_before(offer, &offers->offers[best[at - 1]]); at--)
            best[at] = best[at - 1];
        best[at] = i;
    }
    for (size_t i = 0; i < count; i++)
        ret_skus[i] = offers->catalogue.items[best[i]].sku;
    return count;
}

/* --- Start ------------------------------------------------------------------------------------ */

struct loading {
    struct offers *offers;
    enum fy_status status;
    struct fy_err *err;
};

static bool load_offer(struct fy_slice key, struct fy_slice value, void *context)
{
    struct loading *loading = context;
    struct offer *offer;

    if (value.size != sizeof(*offer)) {
        loading->status = fy_fail(loading->err, FY_FATAL,
            "could not read an offer's row of %zu bytes: not as it is written; delete the data "
            "folder, and it is made again",
            value.size);
    } else {
        loading->status = take(loading->offers, key, &offer, loading->err);
    }
    if (loading->status == FY_OK)
        memcpy(offer, value.data, sizeof(*offer));
    return loading->status == FY_OK;
}

enum fy_status offers_load(struct offers *offers, struct fy_store *store, struct fy_err *err)
{
    struct loading loading = {offers, FY_OK, err};
    enum fy_status status;

    assert(offers->catalogue.item_count == 0);
    status = fy_store_scan(store, ROWS_OFFERS, (struct fy_slice){0}, load_offer, &loading, err);
    return status == FY_OK ? loading.status : status;
}
