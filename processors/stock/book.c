#include "processors/stock/book.h"

#include <assert.h>
#include <string.h>

enum {
    HEADER_BYTES = 5,
    KINDS_BEFORE_HOLD = 4, /* position, parked, sku, shelf. */
};

static const char hold_prefix[] = BOOK_HOLD;

/* Rows of other kinds have prefixes of their own. Suppliers contain no '/', so no two keys meet. */
static enum fy_status key_make(struct book *book,
    const char *prefix,
    struct fy_slice name,
    struct fy_slice second,
    struct fy_slice *ret_key,
    struct fy_err *err)
{
    size_t before = strlen(prefix), size = before + name.size + second.size + 1;
    uint8_t *key = fy_arena_alloc(fy_task_arena(book->task), size);

    if (key == NULL)
        return fy_fail(err, FY_FATAL, "a row's key does not fit the record's arena");
    memcpy(key, prefix, before);
    memcpy(key + before, name.data, name.size);
    if (second.size > 0) {
        key[before + name.size] = '/';
        memcpy(key + before + name.size + 1, second.data, second.size);
    }
    *ret_key = (struct fy_slice){key, second.size > 0 ? size : size - 1};
    return FY_OK;
}

/* A row we wrote and cannot read is no fault of the record that needs it, so nothing is parked. */
static enum fy_status row_load(struct book *book,
    struct fy_slice key,
    struct stock_row *ret_row,
    bool *ret_known,
    struct fy_err *err)
{
    struct fy_slice bytes;
    struct fy_err cause;
    enum fy_status status = fy_task_get(book->task, key, &bytes, err);

    if (status != FY_OK)
        return status;
    *ret_known = bytes.data != NULL;
    if (bytes.data == NULL)
        return FY_OK;
    status = stock_row_decode(bytes, fy_task_arena(book->task), ret_row, &cause);
    if (status != FY_OK) {
        return fy_fail(err, FY_FATAL,
            "could not read a row of stock, wipe the data folder if the disk is at fault: %s",
            cause.text);
    }
    return FY_OK;
}

static enum fy_status row_save(
    struct book *book, struct fy_slice key, const struct stock_row *row, struct fy_err *err)
{
    struct fy_slice bytes;
    enum fy_status status = stock_row_encode(row, fy_task_arena(book->task), &bytes, err);

    return status == FY_OK ? fy_task_put(book->task, key, bytes, err) : status;
}

static enum fy_status wrong_kind(struct fy_err *err)
{
    return fy_fail(err, FY_FATAL, "a row of stock is of another kind than its key says");
}

enum fy_status book_open(
    struct book *book, struct fy_task *task, struct fy_slice sku, struct fy_err *err)
{
    struct stock_row row;
    struct fy_slice key;
    enum fy_status status;
    bool known = false;

    book->task = task;
    book->sku = sku;
    book->shelf.currency = (struct fy_slice){0};
    book->shelf.count = 0;
    book->shelf.has_seen_minor = false;
    book->shelf.seen_count = 0;
    book->shelf_changed = false;
    book->offers = NULL;
    book->holds = NULL;
    status = key_make(book, BOOK_SHELF, sku, (struct fy_slice){0}, &key, err);
    if (status == FY_OK)
        status = row_load(book, key, &row, &known, err);
    if (status == FY_OK && known && row.shelf == NULL)
        return wrong_kind(err);
    if (status == FY_OK && known)
        shelf_from_row(&book->shelf, row.shelf);
    return status;
}

enum fy_status book_offer(
    struct book *book, struct fy_slice supplier, struct book_offer **ret_offer, struct fy_err *err)
{
    struct book_offer *offer = book->offers;
    struct stock_row row;
    struct fy_slice key;
    enum fy_status status;
    bool known = false;

    while (offer != NULL && !fy_slice_equal(offer->supplier, supplier))
        offer = offer->next;
    *ret_offer = offer;
    if (offer != NULL)
        return FY_OK;
    offer = fy_arena_alloc(fy_task_arena(book->task), sizeof(*offer));
    if (offer == NULL)
        return fy_fail(err, FY_FATAL, "an offer's row does not fit the record's arena");
    status = key_make(book, BOOK_OFFER, book->sku, supplier, &key, err);
    if (status == FY_OK)
        status = row_load(book, key, &row, &known, err);
    if (status == FY_OK && known && row.sku == NULL)
        return wrong_kind(err);
    if (status != FY_OK)
        return status;
    offer->supplier = supplier;
    if (known)
        offer->row = *row.sku;
    offer->row.as_of.count = 0;
    offer->next = book->offers;
    book->offers = *ret_offer = offer;
    return FY_OK;
}

enum fy_status book_hold(
    struct book *book, struct fy_slice id, struct book_hold **ret_hold, struct fy_err *err)
{
    struct book_hold *hold = book->holds;
    struct stock_row row;
    struct fy_slice key;
    enum fy_status status;
    bool known = false;

    while (hold != NULL && !fy_slice_equal(hold->id, id))
        hold = hold->next;
    *ret_hold = hold;
    if (hold != NULL)
        return FY_OK;
    hold = fy_arena_alloc(fy_task_arena(book->task), sizeof(*hold));
    if (hold == NULL)
        return fy_fail(err, FY_FATAL, "a hold does not fit the record's arena");
    status = key_make(book, hold_prefix, id, (struct fy_slice){0}, &key, err);
    if (status == FY_OK)
        status = row_load(book, key, &row, &known, err);
    if (status == FY_OK && known && row.hold == NULL)
        return wrong_kind(err);
    if (status != FY_OK)
        return status;
    hold->id = id;
    hold->hold.known = known;
    if (known)
        hold->hold.row = *row.hold;
    if (known && hold->hold.row.standing.price != NULL) {
        hold->hold.price = *hold->hold.row.standing.price;
        hold->hold.row.standing.price = &hold->hold.price;
    }
    hold->next = book->holds;
    book->holds = *ret_hold = hold;
    return FY_OK;
}

/* --- The lists of a supplier's holds --------------------------------------------------------- */

/* Where the list that a hold of this state is in begins; NULL: it is in none. */
static struct fy_slice *list_of(struct shelf_offer *offer, enum hold_state state)
{
    if (offer == NULL)
        return NULL;
    if (state == HOLD_STATE_HELD)
        return &offer->newest_held;
    return state == HOLD_STATE_COMMITTED ? &offer->newest_committed : NULL;
}

/* A neighbour names another from now on. Absent: there is none. */
static enum fy_status neighbour(struct book *book,
    struct fy_slice id,
    bool is_older,
    struct fy_slice becomes,
    struct fy_err *err)
{
    struct book_hold *hold = NULL;
    enum fy_status status;

    if (id.data == NULL)
        return FY_OK;
    status = book_hold(book, id, &hold, err);
    if (status != FY_OK || !hold->hold.known)
        return status;
    if (is_older)
        hold->hold.row.newer = becomes;
    else
        hold->hold.row.older = becomes;
    hold->changed = true;
    return FY_OK;
}

static enum fy_status list_leave(
    struct book *book, struct fy_slice *list, struct book_hold *hold, struct fy_err *err)
{
    struct hold_row *row = &hold->hold.row;
    enum fy_status status = neighbour(book, row->older, true, row->newer, err);

    if (status == FY_OK)
        status = neighbour(book, row->newer, false, row->older, err);
    if (fy_slice_equal(*list, hold->id))
        *list = row->older;
    row->older = row->newer = (struct fy_slice){0};
    return status;
}

static enum fy_status list_join(
    struct book *book, struct fy_slice *list, struct book_hold *hold, struct fy_err *err)
{
    enum fy_status status = neighbour(book, *list, true, hold->id, err);

    hold->hold.row.older = *list;
    hold->hold.row.newer = (struct fy_slice){0};
    *list = hold->id;
    return status;
}

/* --- Events ---------------------------------------------------------------------------------- */

static struct fy_slice hold_in(const struct stock_event *event)
{
    if (event->hold_granted != NULL)
        return event->hold_granted->hold;
    if (event->hold_refused != NULL)
        return event->hold_refused->hold;
    if (event->hold_committed != NULL)
        return event->hold_committed->hold;
    if (event->hold_released != NULL)
        return event->hold_released->hold;
    if (event->hold_shipped != NULL)
        return event->hold_shipped->hold;
    if (event->hold_returned != NULL)
        return event->hold_returned->hold;
    if (event->commit_short != NULL)
        return event->commit_short->hold;
    if (event->hold_aged != NULL)
        return event->hold_aged->hold;
    return event->hold_forgotten != NULL ? event->hold_forgotten->hold : (struct fy_slice){0};
}

static enum fy_status apply_to_hold(
    struct book *book, const struct stock_event *event, struct fy_slice id, struct fy_err *err)
{
    struct shelf_offer *offer = shelf_find(&book->shelf, event->supplier);
    struct book_hold *hold = NULL;
    struct fy_slice *before, *after;
    enum fy_status status = book_hold(book, id, &hold, err);

    if (status != FY_OK)
        return status;
    before = list_of(offer, hold->hold.row.standing.state);
    holds_evolve(&hold->hold, event);
    after = list_of(offer, hold->hold.row.standing.state);
    hold->changed = true;
    if (before == after)
        return FY_OK;
    if (before != NULL)
        status = list_leave(book, before, hold, err);
    if (status == FY_OK && after != NULL)
        status = list_join(book, after, hold, err);
    return status;
}

/* What follows from a fact or a request beside its own event is the shelf's alone. */
static bool changes_offer(const struct stock_event *event, struct fy_slice hold)
{
    if (event->low_stock_reached != NULL || event->low_stock_cleared != NULL ||
        event->stock_short != NULL)
        return false;
    return event->supplier.size > 0 &&
           (hold.data == NULL || event->hold_shipped != NULL || event->hold_returned != NULL);
}

static enum fy_status apply_to_offer(
    struct book *book, const struct stock_event *event, bool is_new, struct fy_err *err)
{
    struct book_offer *offer = NULL;
    struct shelf_offer *on_shelf;
    enum fy_status status = book_offer(book, event->supplier, &offer, err);

    if (status != FY_OK)
        return status;
    stock_evolve(&offer->row, event, &offer->room);
    offer->changed = true;

    /* One that left long ago and made room comes back with what it has. */
    on_shelf = shelf_find(&book->shelf, event->supplier);
    if (is_new && on_shelf != NULL) {
        on_shelf->on_hand_units = offer->row.on_hand_units;
        on_shelf->has_threshold_units = offer->row.has_threshold_units;
        on_shelf->threshold_units = offer->row.threshold_units;
    }
    return FY_OK;
}

/* Does it change the shelf? What is known of it alone does not. */
static bool changes_shelf(const struct stock_event *event)
{
    return event->hold_refused == NULL && event->hold_forgotten == NULL &&
           event->hold_aged == NULL && event->commit_short == NULL &&
           event->supply_refused == NULL && event->image_added == NULL &&
           event->image_removed == NULL && event->stock_short == NULL && event->supplier.size > 0;
}

enum fy_status book_apply(struct book *book, const struct stock_event *event, struct fy_err *err)
{
    struct fy_slice hold = hold_in(event);
    bool is_new = shelf_look(&book->shelf, event->supplier) == NULL;
    enum fy_status status = FY_OK;

    if (changes_shelf(event)) {
        shelf_evolve(&book->shelf, event);
        book->shelf_changed = book->shelf_changed || book->shelf.count > 0;
    }
    if (hold.data != NULL)
        status = apply_to_hold(book, event, hold, err);
    if (status == FY_OK && changes_offer(event, hold))
        status = apply_to_offer(book, event, is_new, err);
    return status;
}

void book_see(struct book *book, struct stock_event *event)
{
    int64_t minor;

    if (!changes_shelf(event) ||
        !shelf_price_changes(&book->shelf, event->envelope.event_ms, &minor))
        return;
    event->has_seen_price_minor = true;
    event->seen_price_minor = minor;
    event->has_seen_price_n = true;
    event->seen_price_n =
        book->shelf.seen_count < INT64_MAX ? book->shelf.seen_count + 1 : INT64_MAX;
    event->seen_currency = book->shelf.currency;
    shelf_see(&book->shelf, event);
}

static enum fy_status hold_save(struct book *book, struct book_hold *hold, struct fy_err *err)
{
    struct stock_row row = {.hold = &hold->hold.row};
    struct fy_slice key;
    enum fy_status status = key_make(book, hold_prefix, hold->id, (struct fy_slice){0}, &key, err);

    if (status != FY_OK)
        return status;
    if (!hold->hold.known)
        return fy_task_delete(book->task, key, err);
    return row_save(book, key, &row, err);
}

enum fy_status book_save(struct book *book, struct fy_err *err)
{
    struct shelf_row shelf = shelf_as_row(&book->shelf);
    struct stock_row row = {.shelf = &shelf};
    struct fy_slice key;
    enum fy_status status = FY_OK;

    if (book->shelf_changed) {
        status = key_make(book, BOOK_SHELF, book->sku, (struct fy_slice){0}, &key, err);
        if (status == FY_OK)
            status = row_save(book, key, &row, err);
    }
    for (struct book_offer *offer = book->offers; status == FY_OK && offer != NULL;
         offer = offer->next) {
        row = (struct stock_row){.sku = &offer->row};
        if (!offer->changed)
            continue;
        status = key_make(book, BOOK_OFFER, book->sku, offer->supplier, &key, err);
        if (status == FY_OK)
            status = row_save(book, key, &row, err);
    }
    for (struct book_hold *hold = book->holds; status == FY_OK && hold != NULL; hold = hold->next)
        if (hold->changed)
            status = hold_save(book, hold, err);
    return status;
}

/* --- Timers ---------------------------------------------------------------------------------- */

struct fy_slice book_hold_of_key(struct fy_slice key)
{
    size_t size = sizeof(hold_prefix) - 1;

    if (key.size <= size || memcmp(key.data, hold_prefix, size) != 0)
        return (struct fy_slice){0};
    return (struct fy_slice){key.data + size, key.size - size};
}

int64_t book_due_ms(struct fy_slice bytes)
{
    struct stock_row row;
    struct fy_arena arena;
    struct fy_err err;
    int64_t due_ms = 0;

    /*
     * Every row that is put comes by. Behind the five bytes of the header each of the four kinds
     * before a hold is one byte, 0 where it is not set; a row of one of them has no timer.
     */
    if (bytes.size < HEADER_BYTES + KINDS_BEFORE_HOLD ||
        memcmp(bytes.data + HEADER_BYTES, "\0\0\0\0", KINDS_BEFORE_HOLD) != 0)
        return 0;
    fy_arena_init(&arena, 1 << 20);
    if (stock_row_decode(bytes, &arena, &row, &err) == FY_OK && row.hold != NULL)
        due_ms = holds_due_ms(row.hold);
    fy_arena_done(&arena);
    return due_ms;
}
