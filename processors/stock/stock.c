#include "processors/stock/stock.h"

#include "processors/stock/pictures.h"

#include <assert.h>

bool stock_is_listed(const struct sku_row *row)
{
    return row->supplier.size > 0;
}

static const struct money *price_in(const struct supply *fact)
{
    if (fact->product_listed != NULL)
        return &fact->product_listed->price;
    if (fact->offer_stated != NULL)
        return fact->offer_stated->price;
    return fact->price_set != NULL ? &fact->price_set->price : NULL;
}

/* It says all that a product must have. */
static bool puts_on_offer(const struct supply *fact)
{
    return fact->product_listed != NULL ||
           (fact->offer_stated != NULL && fact->offer_stated->title.data != NULL &&
               fact->offer_stated->price != NULL);
}

static bool says_product(const struct offer_stated *offer)
{
    return offer->title.data != NULL || offer->description.data != NULL ||
           offer->brand.data != NULL || offer->category.data != NULL || offer->price != NULL ||
           offer->gtins.count > 0;
}

/* What only a product on offer takes. */
static bool needs_offer(const struct supply *fact)
{
    return fact->price_set != NULL || fact->product_withdrawn != NULL ||
           (fact->offer_stated != NULL && says_product(fact->offer_stated) && !puts_on_offer(fact));
}

/* By how many items `fact` moves the count that the books have; 0 when it says nothing of that. */
static int64_t change_in(const struct supply *fact)
{
    if (fact->stock_received != NULL)
        return fact->stock_received->units;
    if (fact->scan_undone != NULL)
        return -fact->scan_undone->units;
    return fact->stock_adjusted != NULL ? fact->stock_adjusted->units : 0;
}

/* Books that go below 0 are wrong already: a count puts them right, another guess does not. */
static const char *refusal_of_change(const struct sku_row *row, int64_t change)
{
    int64_t units;

    if (change == 0)
        return NULL;
    if (__builtin_add_overflow(row->on_hand_units, change, &units))
        return change > 0 ? "too_many" : "below_zero";
    if (units < 0)
        return "below_zero";
    return change > 0 && units > STOCK_UNITS_MAX ? "too_many" : NULL;
}

/* Who has not listed it lists it, or says nothing of it. */
static const char *refusal_of_stranger(const struct shelf *shelf, const struct supply *fact)
{
    if (!puts_on_offer(fact))
        return shelf->count > 0 ? "other_supplier" : "unknown_sku";
    if (shelf->currency.size > 0 && !fy_slice_equal(shelf->currency, price_in(fact)->currency))
        return "other_currency";
    return shelf_has_room(shelf) ? NULL : "too_many_suppliers";
}

/* Why `fact` changes nothing, or NULL. */
static const char *refusal(
    const struct shelf *shelf, const struct sku_row *row, const struct supply *fact)
{
    const struct money *price = price_in(fact);

    if (!stock_is_listed(row) || shelf_look(shelf, fact->supplier) == NULL)
        return refusal_of_stranger(shelf, fact);
    if (!fy_slice_equal(row->supplier, fact->supplier))
        return "other_supplier";
    if (price != NULL && !fy_slice_equal(shelf->currency, price->currency))
        return "other_currency";
    if (row->has_withdrawn_ms && needs_offer(fact))
        return "withdrawn";
    if (fact->scan_undone != NULL) {
        const char *reason = repeats_undo_refusal(row, fact->session, fact->scan_undone->undone_n);

        if (reason != NULL)
            return reason;
    }
    if (fact->image_attached != NULL && row->images.count >= STOCK_IMAGES_MAX &&
        pictures_at(row, fact->image_attached->image.hash) == row->images.count)
        return "too_many_images";
    if (fact->image_detached != NULL &&
        pictures_at(row, fact->image_detached->hash) == row->images.count)
        return "unknown_image";
    return refusal_of_change(row, change_in(fact));
}

static void refuse(struct stock_decision *decision, const char *reason)
{
    decision->step = "stock.supply_refused";
    decision->part.supply_refused = (struct supply_refused){.reason = fy_slice_of(reason)};
    decision->event.supply_refused = &decision->part.supply_refused;
}

static void allow_listing(struct stock_decision *decision, const struct product_listed *listed)
{
    decision->step = "stock.product_changed";
    decision->part.product_changed = (struct product_changed){
        .title = listed->title,
        .description = listed->description,
        .brand = listed->brand,
        .category = listed->category,
        .price = listed->price,
        .gtins = {listed->gtins.items, listed->gtins.count},
    };
    decision->event.product_changed = &decision->part.product_changed;
}

static void allow_price(
    struct stock_decision *decision, const struct sku_row *row, const struct price_set *price)
{
    decision->step = "stock.product_changed";
    decision->part.product_changed = (struct product_changed){
        .title = row->title,
        .description = row->description,
        .brand = row->brand,
        .category = row->category,
        .price = price->price,
        .gtins = {row->gtins.items, row->gtins.count},
    };
    decision->event.product_changed = &decision->part.product_changed;
}

static void allow_receipt(struct stock_decision *decision, const struct sku_row *row, int64_t units)
{
    decision->step = "stock.stock_received";
    decision->part.stock_received =
        (struct stock_added){.units = units, .on_hand_units = row->on_hand_units + units};
    decision->event.stock_received = &decision->part.stock_received;
}

static void allow_adjustment(
    struct stock_decision *decision, const struct sku_row *row, const struct stock_adjusted *fact)
{
    decision->step = "stock.stock_adjusted";
    decision->part.stock_adjusted = (struct stock_corrected){
        .units = fact->units,
        .on_hand_units = row->on_hand_units + fact->units,
        .reason = fact->reason,
    };
    decision->event.stock_adjusted = &decision->part.stock_adjusted;
}

static void allow_count(struct stock_decision *decision, int64_t units)
{
    decision->step = "stock.stock_set";
    decision->part.stock_set = (struct stock_set){.on_hand_units = units};
    decision->event.stock_set = &decision->part.stock_set;
}

static void allow_threshold(struct stock_decision *decision, bool has_units, int64_t units)
{
    decision->step = "stock.threshold_set";
    decision->part.threshold_set = (struct low_level_set){.has_units = has_units, .units = units};
    decision->event.threshold_set = &decision->part.threshold_set;
}

static void allow_undo(
    struct stock_decision *decision, const struct sku_row *row, const struct scan_undone *undone)
{
    decision->step = "stock.scan_undone";
    decision->part.scan_undone = (struct scan_taken_back){
        .undone_n = undone->undone_n,
        .units = undone->units,
        .on_hand_units = row->on_hand_units - undone->units,
    };
    decision->event.scan_undone = &decision->part.scan_undone;
}

/* --- Offers: one fact, a part of it an event ------------------------------------------------- */

enum offer_part { OFFER_PRODUCT, OFFER_UNITS, OFFER_THRESHOLD, OFFER_PARTS };

static bool offer_says(const struct offer_stated *offer, enum offer_part part)
{
    switch (part) {
    case OFFER_PRODUCT:
        return says_product(offer);
    case OFFER_UNITS:
        return offer->has_units;
    default:
        return offer->has_threshold_units;
    }
}

static bool same_texts(
    const struct fy_slice *one, size_t one_count, const struct fy_slice *two, size_t two_count)
{
    if (one_count != two_count)
        return false;
    for (size_t i = 0; i < one_count; i++)
        if (!fy_slice_equal(one[i], two[i]))
            return false;
    return true;
}

static bool is_said_otherwise(struct fy_slice said, struct fy_slice held)
{
    return said.data != NULL && !fy_slice_equal(said, held);
}

static bool product_differs(const struct sku_row *row, const struct offer_stated *offer)
{
    return !stock_is_listed(row) || row->has_withdrawn_ms ||
           is_said_otherwise(offer->title, row->title) ||
           is_said_otherwise(offer->description, row->description) ||
           is_said_otherwise(offer->brand, row->brand) ||
           is_said_otherwise(offer->category, row->category) ||
           (offer->price != NULL && offer->price->minor != row->price.minor) ||
           (offer->gtins.count > 0 && !same_texts(offer->gtins.items, offer->gtins.count,
                                          row->gtins.items, row->gtins.count));
}

static bool offer_changes(
    const struct sku_row *row, const struct offer_stated *offer, enum offer_part part)
{
    if (!offer_says(offer, part))
        return false;
    switch (part) {
    case OFFER_PRODUCT:
        return product_differs(row, offer);
    case OFFER_UNITS:
        return offer->units != row->on_hand_units;
    default:
        return !row->has_threshold_units || offer->threshold_units != row->threshold_units;
    }
}

/* The first part from `from` on that changes something; OFFER_PARTS when none does. */
static enum offer_part next_change(
    const struct sku_row *row, const struct offer_stated *offer, enum offer_part from)
{
    while (from < OFFER_PARTS && !offer_changes(row, offer, from))
        from++;
    return from;
}

/* One that says what is so already gives an event all the same: it is how the row remembers it. */
static enum offer_part first_part(const struct sku_row *row, const struct offer_stated *offer)
{
    enum offer_part part = next_change(row, offer, OFFER_PRODUCT);

    if (part < OFFER_PARTS)
        return part;
    part = OFFER_PRODUCT;
    while (part < OFFER_THRESHOLD && !offer_says(offer, part))
        part++;
    return part;
}

static struct fy_slice said_or(struct fy_slice said, struct fy_slice held)
{
    return said.data != NULL ? said : held;
}

static void allow_offered_product(
    struct stock_decision *decision, const struct sku_row *row, const struct offer_stated *offer)
{
    struct product_changed *changed = &decision->part.product_changed;

    decision->step = "stock.product_changed";
    *changed = (struct product_changed){
        .title = said_or(offer->title, row->title),
        .description = said_or(offer->description, row->description),
        .brand = said_or(offer->brand, row->brand),
        .category = said_or(offer->category, row->category),
        .price = offer->price != NULL ? *offer->price : row->price,
        .gtins = {row->gtins.items, row->gtins.count},
    };
    if (offer->gtins.count > 0) {
        changed->gtins.items = offer->gtins.items;
        changed->gtins.count = offer->gtins.count;
    }
    decision->event.product_changed = changed;
}

static void allow_part(struct stock_decision *decision,
    const struct sku_row *row,
    const struct offer_stated *offer,
    enum offer_part part)
{
    if (part == OFFER_PRODUCT)
        allow_offered_product(decision, row, offer);
    else if (part == OFFER_UNITS)
        allow_count(decision, offer->units);
    else
        allow_threshold(decision, offer->has_threshold_units, offer->threshold_units);
}

static void allow_buffer(struct stock_decision *decision, const struct buffer_set *fact)
{
    decision->step = "stock.buffer_set";
    decision->part.buffer_set =
        (struct safety_buffer){.has_percent = fact->has_percent, .percent = fact->percent};
    decision->event.buffer_set = &decision->part.buffer_set;
}

static void allow_image(struct stock_decision *decision, const struct supply *fact)
{
    if (fact->image_attached != NULL) {
        decision->step = "stock.image_added";
        decision->part.image_added = (struct image_added){.image = fact->image_attached->image};
        decision->event.image_added = &decision->part.image_added;
    } else {
        decision->step = "stock.image_removed";
        decision->part.image_removed = (struct image_removed){.hash = fact->image_detached->hash};
        decision->event.image_removed = &decision->part.image_removed;
    }
}

static void allow(
    struct stock_decision *decision, const struct sku_row *row, const struct supply *fact)
{
    if (fact->product_listed != NULL) {
        allow_listing(decision, fact->product_listed);
    } else if (fact->price_set != NULL) {
        allow_price(decision, row, fact->price_set);
    } else if (fact->stock_counted != NULL) {
        allow_count(decision, fact->stock_counted->units);
    } else if (fact->stock_received != NULL) {
        allow_receipt(decision, row, fact->stock_received->units);
    } else if (fact->stock_adjusted != NULL) {
        allow_adjustment(decision, row, fact->stock_adjusted);
    } else if (fact->threshold_set != NULL) {
        allow_threshold(decision, fact->threshold_set->has_units, fact->threshold_set->units);
    } else if (fact->offer_stated != NULL) {
        allow_part(decision, row, fact->offer_stated, first_part(row, fact->offer_stated));
    } else if (fact->scan_undone != NULL) {
        allow_undo(decision, row, fact->scan_undone);
    } else if (fact->image_attached != NULL || fact->image_detached != NULL) {
        allow_image(decision, fact);
    } else if (fact->buffer_set != NULL) {
        allow_buffer(decision, fact->buffer_set);
    } else {
        decision->step = "stock.product_withdrawn";
        decision->part.product_withdrawn =
            (struct product_taken){.reason = fact->product_withdrawn->reason};
        decision->event.product_withdrawn = &decision->part.product_withdrawn;
    }
}

static int kinds_in(const struct supply *fact)
{
    return (fact->product_listed != NULL) + (fact->price_set != NULL) +
           (fact->stock_counted != NULL) + (fact->product_withdrawn != NULL) +
           (fact->stock_received != NULL) + (fact->stock_adjusted != NULL) +
           (fact->threshold_set != NULL) + (fact->offer_stated != NULL) +
           (fact->scan_undone != NULL) + (fact->image_attached != NULL) +
           (fact->image_detached != NULL) + (fact->buffer_set != NULL);
}

/* An event of `fact`, before it is said which. */
static void begin(struct stock_decision *decision, const struct supply *fact)
{
    *decision = (struct stock_decision){
        .event =
            {
                .envelope =
                    {
                        .cause_id = fact->envelope.event_id,
                        .root = fact->envelope.root,
                        .actor = fact->envelope.actor,
                        .event_ms = fact->envelope.event_ms,
                    },
                .sku = fact->sku,
                .supplier = fact->supplier,
                .session = fact->session,
                .has_n = fact->has_n,
                .n = fact->n,
            },
    };
}

bool stock_decide(const struct shelf *shelf,
    const struct sku_row *row,
    const struct supply *fact,
    struct stock_decision *ret_decision)
{
    const char *reason;

    /* The decoder lets no other fact through: this guards our own code, not the topic. */
    assert(kinds_in(fact) == 1);

    if (repeats_has(row, fact))
        return false;

    begin(ret_decision, fact);
    reason = refusal(shelf, row, fact);
    if (reason != NULL)
        refuse(ret_decision, reason);
    else
        allow(ret_decision, row, fact);
    return true;
}

bool stock_decide_next(const struct sku_row *row,
    const struct supply *fact,
    const struct stock_event *before,
    struct stock_decision *ret_decision)
{
    enum offer_part part = before->product_changed != NULL ? OFFER_UNITS : OFFER_THRESHOLD;

    if (fact->offer_stated == NULL ||
        (before->product_changed == NULL && before->stock_set == NULL))
        return false;
    part = next_change(row, fact->offer_stated, part);
    if (part == OFFER_PARTS)
        return false;
    begin(ret_decision, fact);
    allow_part(ret_decision, row, fact->offer_stated, part);
    return true;
}

/* --- What else follows ----------------------------------------------------------------------- */

static void begin_after(
    struct stock_decision *decision, const struct stock_event *cause, const char *step)
{
    *decision = (struct stock_decision){
        .event = {.envelope = cause->envelope,
            .sku = cause->sku,
            .supplier = cause->supplier,
            .session = cause->session,
            .has_n = cause->has_n,
            .n = cause->n},
        .step = step,
    };
    decision->event.envelope.event_id = (struct fy_slice){0};
}

/* A count alone makes stock short: no rule of ours promises what is not there. */
static bool lowers_count(const struct stock_event *event)
{
    return event->stock_set != NULL || event->stock_adjusted != NULL || event->scan_undone != NULL;
}

bool stock_decide_short(
    const struct shelf *shelf, const struct stock_event *cause, struct stock_decision *ret_decision)
{
    const struct shelf_offer *offer = shelf_look(shelf, cause->supplier);

    if (offer == NULL || !lowers_count(cause) || shelf_free_units(offer) >= 0)
        return false;
    begin_after(ret_decision, cause, "stock.stock_short");
    ret_decision->part.stock_short = (struct stock_short){
        .on_hand_units = offer->on_hand_units,
        .held_units = offer->held_units,
        .committed_units = offer->committed_units,
    };
    ret_decision->event.stock_short = &ret_decision->part.stock_short;
    return true;
}

static void say_low(
    struct stock_decision *decision, const struct shelf_offer *offer, int64_t free_units)
{
    decision->part.low_stock_reached = (struct low_stock_reached){
        .available_units = free_units > 0 ? free_units : 0,
        .threshold_units = offer->threshold_units,
    };
    decision->event.low_stock_reached = &decision->part.low_stock_reached;
}

static void say_cleared(
    struct stock_decision *decision, const struct shelf_offer *offer, int64_t free_units)
{
    decision->part.low_stock_cleared = (struct low_stock_cleared){
        .available_units = free_units > 0 ? free_units : 0,
        .has_threshold_units = offer->has_threshold_units,
        .threshold_units = offer->threshold_units,
    };
    decision->event.low_stock_cleared = &decision->part.low_stock_cleared;
}

/* So far above the threshold that it is not low any more: a tenth, and at least one item. */
static int64_t margin_of(int64_t threshold_units)
{
    return threshold_units <= 10 ? 1 : (threshold_units - 1) / 10 + 1;
}

static bool is_clear_of(int64_t free_units, int64_t threshold_units)
{
    int64_t above;

    if (free_units <= threshold_units)
        return false;
    return __builtin_sub_overflow(free_units, threshold_units, &above) ||
           above >= margin_of(threshold_units);
}

bool stock_decide_low(
    const struct shelf *shelf, const struct stock_event *cause, struct stock_decision *ret_decision)
{
    const struct shelf_offer *offer = shelf_look(shelf, cause->supplier);
    int64_t free_units;

    if (offer == NULL || offer->has_withdrawn_ms)
        return false;
    free_units = shelf_free_units(offer);
    if (!offer->low && offer->has_threshold_units && free_units <= offer->threshold_units) {
        begin_after(ret_decision, cause, "stock.low_stock_reached");
        say_low(ret_decision, offer, free_units);
        return true;
    }
    if (offer->low &&
        (!offer->has_threshold_units || is_clear_of(free_units, offer->threshold_units))) {
        begin_after(ret_decision, cause, "stock.low_stock_cleared");
        say_cleared(ret_decision, offer, free_units);
        return true;
    }
    return false;
}

/* What is said of a product in full puts it on offer, whatever was before. */
static void evolve_product(struct sku_row *row, const struct stock_event *event)
{
    const struct product_changed *changed = event->product_changed;

    row->supplier = event->supplier;
    row->title = changed->title;
    row->description = changed->description;
    row->brand = changed->brand;
    row->category = changed->category;
    row->price = changed->price;
    row->gtins.items = changed->gtins.items;
    row->gtins.count = changed->gtins.count;
    row->has_withdrawn_ms = false;
    row->withdrawn_ms = 0;
}

void stock_evolve(struct sku_row *row, const struct stock_event *event, struct stock_room *room)
{
    /* What was asked of a hold is remembered in the hold's row. */
    if (event->hold_shipped == NULL && event->hold_returned == NULL)
        repeats_remember(row, event, room);

    if (event->product_changed != NULL)
        evolve_product(row, event);
    if (event->product_withdrawn != NULL) {
        row->has_withdrawn_ms = true;
        row->withdrawn_ms = event->envelope.event_ms;
    }
    row->on_hand_units = shelf_on_hand_after(row->on_hand_units, event);
    if (event->threshold_set != NULL) {
        row->has_threshold_units = event->threshold_set->has_units;
        row->threshold_units = event->threshold_set->units;
    }
    if (event->image_added != NULL)
        pictures_add(row, &event->image_added->image, room);
    if (event->image_removed != NULL)
        pictures_remove(row, event->image_removed->hash, room);
}
