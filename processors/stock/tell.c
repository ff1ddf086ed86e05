#include "processors/stock/tell.h"

#include "lib/ids.h"
#include "schemas/generated/product.h"
#include "schemas/generated/stock_level.h"

#include <assert.h>

enum {
    SHORT_TOLD_MAX = 10000, /* Orders that one count is bad news for; the next count tells more. */
};

/* The same cause, step and hold give the same id: an event decided again is known to be the same.
 */
enum fy_status tell_event(struct book *book, struct stock_decision *decision, struct fy_err *err)
{
    struct stock_event *event = &decision->event;
    struct fy_slice parts[] = {
        event->envelope.cause_id, fy_slice_of(decision->step), decision->hold};
    char event_id[FY_UUID_TEXT + 1];
    enum fy_status status = book_apply(book, event, err);

    if (status != FY_OK)
        return status;
    book_see(book, event);
    fy_uuid_derive(parts, decision->hold.data != NULL ? 3 : 2, event_id);
    event->envelope.event_id = fy_slice_of(event_id);
    status = fy_task_emit(book->task, FY_TOPIC_STOCK, event->sku, event, err);
    event->envelope.event_id = (struct fy_slice){0}; /* Its text was ours. */
    return status;
}

enum fy_status tell_reply(struct book *book,
    const struct book_hold *hold,
    struct fy_slice order,
    enum stock_asked asked,
    const char *not_done,
    const struct envelope *cause,
    struct fy_err *err)
{
    struct stock_reply reply = {
        .envelope = *cause,
        .order = order,
        .hold = hold->id,
        .sku = book->sku,
        .asked = asked,
        .not_done = not_done != NULL ? fy_slice_of(not_done) : (struct fy_slice){0},
    };
    struct fy_slice cause_id = asked == STOCK_ASKED_NOTHING ? cause->cause_id : cause->event_id;
    struct fy_slice parts[] = {cause_id, fy_slice_of("stock.reply"), hold->id};
    char event_id[FY_UUID_TEXT + 1];

    if (hold->hold.known && fy_slice_equal(hold->hold.row.order, order) &&
        fy_slice_equal(hold->hold.row.sku, book->sku))
        reply.standing = hold->hold.row.standing;
    fy_uuid_derive(parts, 3, event_id);
    reply.envelope.event_id = fy_slice_of(event_id);
    reply.envelope.cause_id = cause_id;
    reply.envelope.actor = fy_slice_of("service:stock");
    return fy_task_emit(book->task, FY_TOPIC_STOCK_REPLIES, order, &reply, err);
}

/* --- What follows ---------------------------------------------------------------------------- */

static enum fy_status tell_lost(
    struct book *book, struct book_hold *hold, struct stock_decision *decision, struct fy_err *err)
{
    enum fy_status status = tell_event(book, decision, err);

    if (status != FY_OK)
        return status;
    return tell_reply(book, hold, hold->hold.row.order, STOCK_ASKED_NOTHING, NULL,
        &decision->event.envelope, err);
}

/* The newest holds go until what is promised is there, or nothing is held any more. */
static enum fy_status release_newest(
    struct book *book, const struct stock_event *cause, struct fy_err *err)
{
    struct shelf_offer *offer = shelf_find(&book->shelf, cause->supplier);
    enum fy_status status = FY_OK;

    while (status == FY_OK && shelf_free_units(offer) < 0 && offer->newest_held.data != NULL) {
        struct stock_decision decision;
        struct book_hold *hold = NULL;

        status = book_hold(book, offer->newest_held, &hold, err);
        if (status != FY_OK)
            return status;
        assert(hold->hold.known && hold->hold.row.standing.state == HOLD_STATE_HELD);
        holds_decide_lost(&hold->hold.row, hold->id, cause, &decision);
        status = tell_lost(book, hold, &decision, err);
    }
    return status;
}

/* What is sold and not there: the orders that were committed last are told, each once. */
static enum fy_status tell_committed(
    struct book *book, const struct stock_event *cause, struct fy_err *err)
{
    const struct shelf_offer *offer = shelf_look(&book->shelf, cause->supplier);
    int64_t short_units = offer->committed_units - offer->on_hand_units;
    struct fy_slice id = offer->newest_committed;
    enum fy_status status = FY_OK;

    for (int i = 0; status == FY_OK && short_units > 0 && id.data != NULL && i < SHORT_TOLD_MAX;
         i++) {
        struct stock_decision decision;
        struct book_hold *hold = NULL;
        int64_t units;

        status = book_hold(book, id, &hold, err);
        if (status != FY_OK)
            return status;
        units = holds_open_units(&hold->hold.row);
        units = units < short_units ? units : short_units;
        short_units -= units;
        id = hold->hold.row.older;
        if (hold->hold.row.standing.short_units >= units)
            continue;
        holds_decide_short(&hold->hold.row, hold->id, units, cause, &decision);
        status = tell_lost(book, hold, &decision, err);
    }
    return status;
}

enum fy_status tell_consequences(
    struct book *book, const struct stock_event *last, struct fy_err *err)
{
    struct stock_decision decision;
    enum fy_status status = FY_OK;

    if (stock_decide_short(&book->shelf, last, &decision)) {
        status = tell_event(book, &decision, err);
        if (status == FY_OK)
            status = release_newest(book, last, err);
        if (status == FY_OK)
            status = tell_committed(book, last, err);
    }
    if (status == FY_OK && stock_decide_low(&book->shelf, last, &decision))
        status = tell_event(book, &decision, err);
    return status;
}

/* --- State ----------------------------------------------------------------------------------- */

/*
 * The newest record of each input. The rows do not say which: a repeat is no event, and a row is
 * what events make of it.
 */
struct as_of {
    struct position items[2];
    size_t count;
};

static void as_of_add(struct as_of *as_of, enum fy_topic topic, int32_t partition, int64_t offset)
{
    if (offset < 0)
        return;
    as_of->items[as_of->count++] = (struct position){
        .topic = fy_slice_of(fy_topics[topic].name), .partition = partition, .offset = offset};
}

static void as_of_take(
    struct as_of *as_of, const struct fy_task *task, const struct fy_record *record)
{
    enum fy_topic other =
        record->topic == FY_TOPIC_SUPPLY ? FY_TOPIC_STOCK_REQUESTS : FY_TOPIC_SUPPLY;

    as_of->count = 0;
    as_of_add(as_of, record->topic, record->partition, record->offset);
    as_of_add(as_of, other, record->partition, fy_task_newest_read(task, other));
}

enum fy_status tell_product(
    struct book *book, const struct fy_record *record, int64_t now_ms, struct fy_err *err)
{
    const struct shelf_offer *first = shelf_first(&book->shelf);
    struct fy_slice suppliers[STOCK_SUPPLIERS_MAX];
    struct book_offer *offer = NULL;
    const struct sku_row *row;
    struct product product;
    struct as_of as_of;
    enum fy_status status = book_offer(book, first->supplier, &offer, err);
    bool has_some;

    if (status != FY_OK)
        return status;
    row = &offer->row;
    as_of_take(&as_of, book->task, record);
    product = (struct product){
        .sku = record->key,
        .as_of = {.items = as_of.items, .count = as_of.count},
        .updated_ms = record->append_ms,
        .supplier = first->supplier,
        .title = row->title,
        .description = row->description,
        .brand = row->brand,
        .category = row->category,
        .price = shelf_best(&book->shelf, now_ms, &has_some)->price,
        .has_withdrawn_ms = first->has_withdrawn_ms,
        .withdrawn_ms = first->withdrawn_ms,
        .gtins = {row->gtins.items, row->gtins.count},
        .images = {.items = row->images.items, .count = row->images.count},
        .suppliers = {.items = suppliers},
    };
    for (size_t i = 0; i < book->shelf.count; i++)
        if (!book->shelf.offers[i].has_withdrawn_ms)
            suppliers[product.suppliers.count++] = book->shelf.offers[i].supplier;
    return fy_task_emit(book->task, FY_TOPIC_PRODUCTS, record->key, &product, err);
}

static void level_of(const struct shelf_offer *offer, int64_t now_ms, struct level_offer *level)
{
    *level = (struct level_offer){
        .supplier = offer->supplier,
        .price = offer->price,
        .on_hand_units = offer->on_hand_units,
        .held_units = offer->held_units,
        .committed_units = offer->committed_units,
        .available_units = shelf_available_units(offer, now_ms),
        .has_threshold_units = offer->has_threshold_units,
        .threshold_units = offer->threshold_units,
        .low = offer->low,
        .has_withdrawn_ms = offer->has_withdrawn_ms,
        .withdrawn_ms = offer->withdrawn_ms,
        .has_buffer_percent = offer->has_buffer_percent,
        .buffer_percent = offer->buffer_percent,
        .counted_ms = offer->counted_ms,
    };
}

static int64_t sum_of(int64_t one, int64_t two)
{
    int64_t sum;

    return __builtin_add_overflow(one, two, &sum) ? INT64_MAX : sum;
}

enum fy_status tell_level(
    struct book *book, const struct fy_record *record, int64_t now_ms, struct fy_err *err)
{
    const struct shelf_offer *first = shelf_first(&book->shelf);
    struct level_offer offers[STOCK_SUPPLIERS_MAX];
    const struct shelf_offer *best;
    struct stock_level level;
    struct as_of as_of;
    bool has_some;

    as_of_take(&as_of, book->task, record);
    best = shelf_best(&book->shelf, now_ms, &has_some);
    level = (struct stock_level){
        .sku = record->key,
        .as_of = {.items = as_of.items, .count = as_of.count},
        .updated_ms = record->append_ms,
        .supplier = first->supplier,
        .has_threshold_units = first->has_threshold_units,
        .threshold_units = first->threshold_units,
        .best_price = has_some ? &best->price : NULL,
        .offers = {.items = offers, .count = book->shelf.count},
    };
    for (size_t i = 0; i < book->shelf.count; i++) {
        level_of(&book->shelf.offers[i], now_ms, &offers[i]);
        level.on_hand_units = sum_of(level.on_hand_units, offers[i].on_hand_units);
        level.available_units = sum_of(level.available_units, offers[i].available_units);
    }
    return fy_task_emit(book->task, FY_TOPIC_STOCK_LEVELS, record->key, &level, err);
}
