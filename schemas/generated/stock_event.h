/*
 * Made by fy-generate from schemas/stock_event.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_STOCK_EVENT_H
#define FY_GENERATED_STOCK_EVENT_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/image.h"
#include "schemas/generated/money.h"

struct product_changed_gtins {
    const struct fy_slice *items;
    size_t count;
};

/* The product as it now is. */
struct product_changed {
    /* What customers read. */
    struct fy_slice title;
    /* More of it. */
    struct fy_slice description;
    /* Brand. */
    struct fy_slice brand;
    /* Price of one item. */
    struct money price;
    /* Barcodes of one item, GTINs of 14 digits. */
    struct product_changed_gtins gtins;
    /* Where it stands in the shop: home/kitchen/mugs. */
    struct fy_slice category;
};

/* The count on hand changed. */
struct stock_set {
    /* Whole items on hand, >= 0. */
    int64_t on_hand_units;
};

/* The fact changes nothing, and why. */
struct supply_refused {
    /*
     * unknown_sku, other_supplier (only others offer it), other_currency, too_many_suppliers,
     * withdrawn, below_zero, too_many, too_many_images, unknown_image, or of an undone scan
     * unknown_scan or nothing_to_undo.
     */
    struct fy_slice reason;
};

/* The product is on offer no more; its items are kept count of all the same. */
struct product_taken {
    /* Why, in the supplier's words. */
    struct fy_slice reason;
};

/* Items arrived. */
struct stock_added {
    /* Whole items that arrived. */
    int64_t units;
    /* Whole items on hand with them. */
    int64_t on_hand_units;
};

/* The count on hand was put right. */
struct stock_corrected {
    /* Whole items added; below 0 taken away. */
    int64_t units;
    /* Whole items on hand from now on, >= 0. */
    int64_t on_hand_units;
    /* Why, in the supplier's words. */
    struct fy_slice reason;
};

/* From which level on stock is low. */
struct low_level_set {
    /* Stock is low when so many items or fewer can be bought; null: never. */
    bool has_units;
    int64_t units;
};

/* Stock was not low, and is low now; told once, until it has not been low again. */
struct low_stock_reached {
    /* Whole items that can be bought now. */
    int64_t available_units;
    /* The level that was reached. */
    int64_t threshold_units;
};

/* A scan was none: its items were taken away again. */
struct scan_taken_back {
    /* Which scan, by its number in the session. */
    int64_t undone_n;
    /* Whole items that were taken away. */
    int64_t units;
    /* Whole items on hand without them. */
    int64_t on_hand_units;
};

/* A picture is shown with the product, behind the others. */
struct image_added {
    /* The picture. */
    struct image image;
};

/* A picture is shown no more. */
struct image_removed {
    /* Which. */
    struct fy_slice hash;
};

/* How much of an old count is not sold. */
struct safety_buffer {
    /*
     * Of what is likely to have been sold elsewhere since the last count: age of the count x sales
     * rate; null: all is sold.
     */
    bool has_percent;
    int64_t percent;
};

/* Stock was low, and is a tenth (and at least one item) above its level again. */
struct low_stock_cleared {
    /* Whole items that are promised to nobody. */
    int64_t available_units;
    /* The level; null: there is none any more. */
    bool has_threshold_units;
    int64_t threshold_units;
};

/* Fewer items are there than are promised: the newest holds are released until it fits. */
struct stock_short {
    /* Whole items on hand. */
    int64_t on_hand_units;
    /* Whole items promised to orders that are not paid. */
    int64_t held_units;
    /* Whole items sold and not shipped. */
    int64_t committed_units;
};

/* Items of the event's supplier are promised to an order. */
struct hold_granted {
    /* Which hold. */
    struct fy_slice hold;
    /* Whose. */
    struct fy_slice order;
    /* Whole items. */
    int64_t units;
    /* Price of one item. */
    struct money price;
    /* Whole items of that supplier that can be bought after it. */
    int64_t available_units;
};

/* No items are promised, and why. The event's supplier is empty. */
struct hold_refused {
    /* Which hold. */
    struct fy_slice hold;
    /* Whose. */
    struct fy_slice order;
    /* Whole items that were asked for. */
    int64_t units;
    /* unknown_sku, withdrawn, other_currency, sold_out or too_many_holds. */
    struct fy_slice reason;
    /* Whole items that one supplier could have given. */
    int64_t available_units;
};

/* Items that were held are sold. */
struct hold_committed {
    /* Which hold. */
    struct fy_slice hold;
    /* Whole items. */
    int64_t units;
};

/*
 * Items are promised to that order no more. The event's supplier is empty for a hold that was never
 * asked for.
 */
struct hold_released {
    /* Which hold. */
    struct fy_slice hold;
    /* Whose. */
    struct fy_slice order;
    /* Whole items that are free again; 0 of a hold that was never asked for. */
    int64_t units;
    /* They were sold already. */
    bool was_committed;
    /*
     * cancelled, expired or rejected, as was asked; lost: the supplier has fewer than were
     * promised.
     */
    struct fy_slice reason;
};

/* Items that were sold have left. */
struct hold_shipped {
    /* Which hold. */
    struct fy_slice hold;
    /* Whole items that left now. */
    int64_t units;
    /* Whole items of the hold that have left. */
    int64_t shipped_units;
    /* Whole items of the hold that have not left. */
    int64_t left_units;
};

/* Items came back. */
struct hold_returned {
    /* Which hold. */
    struct fy_slice hold;
    /* Whole items that can be sold again from now on. */
    int64_t units;
    /* Whole items of the hold that came back. */
    int64_t returned_units;
    /* Of them, those that were put back on the shelf. */
    int64_t restocked_units;
};

/* Items were sold that are not there; told once of a hold. */
struct commit_short {
    /* Which hold. */
    struct fy_slice hold;
    /* Whose. */
    struct fy_slice order;
    /* Whole items of it that are not there. */
    int64_t units;
};

/* Items have been held for 24 hours, and neither sold nor released; told once. */
struct hold_aged {
    /* Which hold. */
    struct fy_slice hold;
    /* Whose. */
    struct fy_slice order;
};

/*
 * What ended long ago is remembered no more: 8 days after a release or refusal, 90 after all was
 * shipped.
 */
struct hold_forgotten {
    /* Which hold. */
    struct fy_slice hold;
};

/* What the stock task decided about one SKU. Exactly one of the nullable records is set. */
struct stock_event {
    /* Who, when and why; writer and seq are set. */
    struct envelope envelope;
    /* The SKU; also the key. */
    struct fy_slice sku;
    /* Which supplier. */
    struct fy_slice supplier;
    /* The feed or scan session of the fact it follows from; null for a single write. */
    struct fy_slice session;
    /* The fact's number in the session. Set together with session. */
    bool has_n;
    int64_t n;
    /* The product's public words or price changed. */
    const struct product_changed *product_changed;
    /* The count on hand changed. */
    const struct stock_set *stock_set;
    /* The fact changes nothing, and why. */
    const struct supply_refused *supply_refused;
    /* The product is on offer no more. */
    const struct product_taken *product_withdrawn;
    /* Items arrived. */
    const struct stock_added *stock_received;
    /* The count on hand was put right. */
    const struct stock_corrected *stock_adjusted;
    /* From which level on stock is low. */
    const struct low_level_set *threshold_set;
    /* Stock was not low, and is low now. */
    const struct low_stock_reached *low_stock_reached;
    /* A scan was none: its items were taken away again. */
    const struct scan_taken_back *scan_undone;
    /* A picture is shown with the product. */
    const struct image_added *image_added;
    /* A picture is shown no more. */
    const struct image_removed *image_removed;
    /* How much of an old count is not sold. */
    const struct safety_buffer *buffer_set;
    /* Stock was low, and is not low any more. */
    const struct low_stock_cleared *low_stock_cleared;
    /* Fewer items are there than are promised. */
    const struct stock_short *stock_short;
    /* Items are promised to an order. */
    const struct hold_granted *hold_granted;
    /* No items are promised, and why. */
    const struct hold_refused *hold_refused;
    /* Items that were held are sold. */
    const struct hold_committed *hold_committed;
    /* Items are promised to that order no more. */
    const struct hold_released *hold_released;
    /* Items that were sold have left. */
    const struct hold_shipped *hold_shipped;
    /* Items came back. */
    const struct hold_returned *hold_returned;
    /* Items were sold that are not there. */
    const struct commit_short *commit_short;
    /* Items have been held for a day. */
    const struct hold_aged *hold_aged;
    /* What ended long ago is remembered no more. */
    const struct hold_forgotten *hold_forgotten;
    /*
     * What customers see as the price of one item from this event on, of whichever supplier, minor
     * units; null: what they saw before, or it is on offer no more.
     */
    bool has_seen_price_minor;
    int64_t seen_price_minor;
    /* Which price of this SKU that is, counted from 1. Set together with seen_price_minor. */
    bool has_seen_price_n;
    int64_t seen_price_n;
    /* Its currency, ISO 4217. Set together with seen_price_minor. */
    struct fy_slice seen_currency;
};

extern const struct fy_schema stock_event_schema;

enum fy_status stock_event_encode(const struct stock_event *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status stock_event_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct stock_event *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
