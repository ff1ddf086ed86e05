#include "processors/stock/holds.h"

#include "processors/stock/pick.h"

#include <assert.h>

enum stock_asked holds_asked(const struct stock_request *request)
{
    if (request->hold_stock != NULL)
        return STOCK_ASKED_HOLD;
    if (request->commit_hold != NULL)
        return STOCK_ASKED_COMMIT;
    if (request->release_hold != NULL)
        return STOCK_ASKED_RELEASE;
    return request->ship_hold != NULL ? STOCK_ASKED_SHIP : STOCK_ASKED_RETURN;
}

bool holds_is_open(const struct hold_row *row)
{
    return row->standing.state == HOLD_STATE_HELD || row->standing.state == HOLD_STATE_COMMITTED;
}

int64_t holds_open_units(const struct hold_row *row)
{
    return holds_is_open(row) ? row->standing.units - row->standing.shipped_units : 0;
}

/* --- What a request does --------------------------------------------------------------------- */

/* A request, the hold it is of, and where the event goes. */
struct asked {
    const struct shelf *shelf;
    const struct hold *hold;
    const struct stock_request *request;
    struct stock_decision *decision;
};

static void begin(const struct asked *it, const char *step)
{
    const struct envelope *envelope = &it->request->envelope;

    *it->decision = (struct stock_decision){
        .step = step,
        .hold = it->request->hold,
        .event =
            {
                .envelope =
                    {
                        .cause_id = envelope->event_id,
                        .root = envelope->root,
                        .actor = envelope->actor,
                        .event_ms = envelope->event_ms,
                    },
                .sku = it->request->sku,
                .supplier = it->hold->known && it->hold->row.standing.supplier.data != NULL
                                ? it->hold->row.standing.supplier
                                : fy_slice_of(""),
            },
    };
}

static const char *refusal(
    const struct shelf *shelf, const struct hold_stock *wanted, int64_t left_units)
{
    bool on_offer = false, busy = false;

    for (size_t i = 0; i < shelf->count; i++) {
        on_offer = on_offer || !shelf->offers[i].has_withdrawn_ms;
        busy = busy || shelf->offers[i].hold_count >= STOCK_HOLDS_MAX;
    }
    if (shelf->count == 0)
        return "unknown_sku";
    if (!on_offer)
        return "withdrawn";
    if (!fy_slice_equal(shelf->currency, wanted->currency))
        return "other_currency";
    return busy && left_units == 0 ? "too_many_holds" : "sold_out";
}

static void decide_hold(const struct asked *it)
{
    const struct hold_stock *wanted = it->request->hold_stock;
    int64_t now_ms = it->request->envelope.event_ms, left_units = 0;
    const struct shelf_offer *offer = stock_pick(it->shelf, wanted, now_ms, &left_units);

    if (offer == NULL || !fy_slice_equal(it->shelf->currency, wanted->currency)) {
        begin(it, "stock.hold_refused");
        it->decision->part.hold_refused = (struct hold_refused){
            .hold = it->request->hold,
            .order = it->request->order,
            .units = wanted->units,
            .reason = fy_slice_of(refusal(it->shelf, wanted, left_units)),
            .available_units = left_units,
        };
        it->decision->event.hold_refused = &it->decision->part.hold_refused;
        return;
    }
    assert(shelf_available_units(offer, now_ms) >= wanted->units);
    begin(it, "stock.hold_granted");
    it->decision->event.supplier = offer->supplier;
    it->decision->part.hold_granted = (struct hold_granted){
        .hold = it->request->hold,
        .order = it->request->order,
        .units = wanted->units,
        .price = offer->price,
        .available_units = shelf_available_units(offer, now_ms) - wanted->units,
    };
    it->decision->event.hold_granted = &it->decision->part.hold_granted;
}

static bool decide_commit(const struct asked *it, const char **ret_not_done)
{
    const struct hold_standing *standing = &it->hold->row.standing;

    if (!it->hold->known)
        *ret_not_done = "unknown_hold";
    else if (standing->state == HOLD_STATE_RELEASED || standing->state == HOLD_STATE_REFUSED)
        *ret_not_done = "ended";
    else if (standing->units != it->request->commit_hold->units)
        *ret_not_done = "other_units";
    if (*ret_not_done != NULL || standing->state != HOLD_STATE_HELD)
        return false;
    begin(it, "stock.hold_committed");
    it->decision->part.hold_committed =
        (struct hold_committed){.hold = it->request->hold, .units = standing->units};
    it->decision->event.hold_committed = &it->decision->part.hold_committed;
    return true;
}

static struct fy_slice release_word(enum release_reason reason)
{
    if (reason == RELEASE_REASON_CANCELLED)
        return fy_slice_of("cancelled");
    return fy_slice_of(reason == RELEASE_REASON_EXPIRED ? "expired" : "rejected");
}

static bool decide_release(const struct asked *it, const char **ret_not_done)
{
    const struct hold_row *row = &it->hold->row;

    if (it->hold->known && !holds_is_open(row)) {
        if (row->standing.state == HOLD_STATE_SHIPPED || row->standing.state == HOLD_STATE_RETURNED)
            *ret_not_done = "shipped";
        return false;
    }
    begin(it, "stock.hold_released");
    it->decision->part.hold_released = (struct hold_released){
        .hold = it->request->hold,
        .order = it->request->order,
        .units = it->hold->known ? holds_open_units(row) : 0,
        .was_committed = it->hold->known && row->standing.state == HOLD_STATE_COMMITTED,
        .reason = release_word(it->request->release_hold->reason),
    };
    it->decision->event.hold_released = &it->decision->part.hold_released;
    return true;
}

static bool decide_ship(const struct asked *it, const char **ret_not_done)
{
    const struct hold_standing *standing = &it->hold->row.standing;
    int64_t shipped_units = it->request->ship_hold->shipped_units;

    if (!it->hold->known)
        *ret_not_done = "unknown_hold";
    else if (standing->state == HOLD_STATE_HELD)
        *ret_not_done = "not_committed";
    else if (shipped_units > standing->units)
        *ret_not_done = "too_many_units";
    else if (shipped_units > standing->shipped_units && standing->state != HOLD_STATE_COMMITTED)
        *ret_not_done = "ended";
    if (*ret_not_done != NULL || shipped_units <= standing->shipped_units)
        return false;
    begin(it, "stock.hold_shipped");
    it->decision->part.hold_shipped = (struct hold_shipped){
        .hold = it->request->hold,
        .units = shipped_units - standing->shipped_units,
        .shipped_units = shipped_units,
        .left_units = standing->units - shipped_units,
    };
    it->decision->event.hold_shipped = &it->decision->part.hold_shipped;
    return true;
}

static int64_t larger(int64_t one, int64_t two)
{
    return one > two ? one : two;
}

static bool decide_return(const struct asked *it, const char **ret_not_done)
{
    const struct hold_standing *standing = &it->hold->row.standing;
    const struct return_hold *wanted = it->request->return_hold;
    int64_t returned = larger(wanted->returned_units, standing->returned_units);
    int64_t restocked = larger(wanted->restocked_units, standing->restocked_units);

    if (!it->hold->known)
        *ret_not_done = "unknown_hold";
    else if (returned > standing->shipped_units || wanted->restocked_units > wanted->returned_units)
        *ret_not_done = "too_many_units";
    if (*ret_not_done != NULL ||
        (returned == standing->returned_units && restocked == standing->restocked_units))
        return false;
    begin(it, "stock.hold_returned");
    it->decision->part.hold_returned = (struct hold_returned){
        .hold = it->request->hold,
        .units = restocked - standing->restocked_units,
        .returned_units = returned,
        .restocked_units = restocked,
    };
    it->decision->event.hold_returned = &it->decision->part.hold_returned;
    return true;
}

bool holds_decide(const struct shelf *shelf,
    const struct hold *hold,
    const struct stock_request *request,
    struct stock_decision *ret_decision,
    const char **ret_not_done)
{
    const struct asked it = {shelf, hold, request, ret_decision};

    *ret_not_done = NULL;
    if (hold->known && (!fy_slice_equal(hold->row.sku, request->sku) ||
                           !fy_slice_equal(hold->row.order, request->order))) {
        *ret_not_done = "other_hold";
        return false;
    }
    switch (holds_asked(request)) {
    case STOCK_ASKED_HOLD:
        if (!hold->known)
            decide_hold(&it);
        return !hold->known;
    case STOCK_ASKED_COMMIT:
        return decide_commit(&it, ret_not_done);
    case STOCK_ASKED_RELEASE:
        return decide_release(&it, ret_not_done);
    case STOCK_ASKED_SHIP:
        return decide_ship(&it, ret_not_done);
    default:
        return decide_return(&it, ret_not_done);
    }
}

/* --- What happens unasked -------------------------------------------------------------------- */

static void begin_unasked(struct stock_decision *decision,
    const struct hold_row *row,
    struct fy_slice hold,
    const char *step)
{
    *decision = (struct stock_decision){
        .step = step,
        .hold = hold,
        .event =
            {
                .envelope = {.root = row->root, .actor = fy_slice_of("service:stock")},
                .sku = row->sku,
                .supplier =
                    row->standing.supplier.data != NULL ? row->standing.supplier : fy_slice_of(""),
            },
    };
}

void holds_decide_lost(const struct hold_row *row,
    struct fy_slice hold,
    const struct stock_event *cause,
    struct stock_decision *ret_decision)
{
    begin_unasked(ret_decision, row, hold, "stock.hold_lost");
    ret_decision->event.envelope.cause_id = cause->envelope.cause_id;
    ret_decision->event.envelope.event_ms = cause->envelope.event_ms;
    ret_decision->part.hold_released = (struct hold_released){
        .hold = hold,
        .order = row->order,
        .units = holds_open_units(row),
        .reason = fy_slice_of("lost"),
    };
    ret_decision->event.hold_released = &ret_decision->part.hold_released;
}

void holds_decide_short(const struct hold_row *row,
    struct fy_slice hold,
    int64_t units,
    const struct stock_event *cause,
    struct stock_decision *ret_decision)
{
    begin_unasked(ret_decision, row, hold, "stock.commit_short");
    ret_decision->event.envelope.cause_id = cause->envelope.cause_id;
    ret_decision->event.envelope.event_ms = cause->envelope.event_ms;
    ret_decision->part.commit_short =
        (struct commit_short){.hold = hold, .order = row->order, .units = units};
    ret_decision->event.commit_short = &ret_decision->part.commit_short;
}

/* A time of 1970 or before is due at once, one beyond all clocks never. */
static int64_t due_after(int64_t since_ms, int64_t ms)
{
    int64_t due_ms;

    if (__builtin_add_overflow(since_ms, ms, &due_ms))
        return 0;
    return due_ms > 0 ? due_ms : 1;
}

int64_t holds_due_ms(const struct hold_row *row)
{
    switch (row->standing.state) {
    case HOLD_STATE_HELD:
        return row->aged ? 0 : due_after(row->since_ms, HOLD_AGED_MS);
    case HOLD_STATE_SHIPPED:
    case HOLD_STATE_RETURNED:
    case HOLD_STATE_RELEASED:
    case HOLD_STATE_REFUSED:
        return due_after(
            row->since_ms, row->standing.shipped_units > 0 ? HOLD_SHIPPED_MS : HOLD_ENDED_MS);
    default:
        return 0;
    }
}

void holds_decide_due(const struct hold_row *row,
    struct fy_slice hold,
    int64_t due_ms,
    struct stock_decision *ret_decision)
{
    bool is_held = row->standing.state == HOLD_STATE_HELD;

    begin_unasked(ret_decision, row, hold, is_held ? "stock.hold_aged" : "stock.hold_forgotten");
    ret_decision->event.envelope.event_ms = due_ms;
    if (is_held) {
        ret_decision->part.hold_aged = (struct hold_aged){.hold = hold, .order = row->order};
        ret_decision->event.hold_aged = &ret_decision->part.hold_aged;
    } else {
        ret_decision->part.hold_forgotten = (struct hold_forgotten){.hold = hold};
        ret_decision->event.hold_forgotten = &ret_decision->part.hold_forgotten;
    }
}

/* --- What an event makes of it --------------------------------------------------------------- */

static void become(struct hold *hold, enum hold_state state, const struct stock_event *event)
{
    hold->row.standing.state = state;
    hold->row.since_ms = event->envelope.event_ms;
}

static void evolve_first(struct hold *hold,
    enum hold_state state,
    const struct stock_event *event,
    struct fy_slice order)
{
    if (hold->known)
        return; /* No rule of ours grants twice. */
    *hold = (struct hold){
        .known = true, .row = {.sku = event->sku, .order = order, .root = event->envelope.root}};
    become(hold, state, event);
    if (event->supplier.size > 0)
        hold->row.standing.supplier = event->supplier;
}

static void evolve_granted(struct hold *hold, const struct stock_event *event)
{
    const struct hold_granted *granted = event->hold_granted;

    evolve_first(hold, HOLD_STATE_HELD, event, granted->order);
    hold->row.standing.units = granted->units;
    hold->price = granted->price;
    hold->row.standing.price = &hold->price;
}

static void evolve_refused(struct hold *hold, const struct stock_event *event)
{
    const struct hold_refused *refused = event->hold_refused;

    evolve_first(hold, HOLD_STATE_REFUSED, event, refused->order);
    hold->row.standing.units = refused->units;
    hold->row.standing.reason = refused->reason;
    hold->row.standing.left_units = refused->available_units;
}

static void evolve_returned(struct hold *hold, const struct stock_event *event)
{
    struct hold_standing *standing = &hold->row.standing;

    standing->returned_units = event->hold_returned->returned_units;
    standing->restocked_units = event->hold_returned->restocked_units;
    if (standing->state == HOLD_STATE_SHIPPED &&
        standing->returned_units == standing->shipped_units)
        standing->state = HOLD_STATE_RETURNED; /* And since when it was shipped stays. */
}

void holds_evolve(struct hold *hold, const struct stock_event *event)
{
    struct hold_standing *standing = &hold->row.standing;

    if (event->hold_granted != NULL)
        evolve_granted(hold, event);
    if (event->hold_refused != NULL)
        evolve_refused(hold, event);
    if (!hold->known && event->hold_released == NULL)
        return; /* Nothing else is the first that happens to a hold. */
    if (event->hold_committed != NULL)
        become(hold, HOLD_STATE_COMMITTED, event);
    if (event->hold_released != NULL) {
        evolve_first(hold, HOLD_STATE_RELEASED, event, event->hold_released->order);
        become(hold, HOLD_STATE_RELEASED, event);
        standing->reason = event->hold_released->reason;
        standing->short_units = 0;
    }
    if (event->hold_shipped != NULL) {
        standing->shipped_units = event->hold_shipped->shipped_units;
        if (event->hold_shipped->left_units == 0)
            become(hold, HOLD_STATE_SHIPPED, event);
    }
    if (event->hold_returned != NULL)
        evolve_returned(hold, event);
    if (event->commit_short != NULL)
        standing->short_units = event->commit_short->units;
    if (event->hold_aged != NULL)
        hold->row.aged = true;
    if (event->hold_forgotten != NULL)
        *hold = (struct hold){0};
}
