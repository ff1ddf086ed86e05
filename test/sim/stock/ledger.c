#include "test/sim/stock/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void ledger_init(struct ledger *ledger, struct sim *sim)
{
    memset(ledger, 0, sizeof(*ledger));
    ledger->sim = sim;
}

static bool is_text(const char *text, struct fy_slice slice)
{
    return strlen(text) == slice.size && memcmp(text, slice.data, slice.size) == 0;
}

static void text_take(char *to, size_t size, struct fy_slice from)
{
    (void)snprintf(to, size, "%.*s", FY_SLICE_ARG(from));
}

struct ledger_offer *ledger_find_offer(
    struct ledger *ledger, struct fy_slice sku, struct fy_slice supplier)
{
    struct ledger_offer *offer;

    for (int i = 0; i < ledger->offer_count; i++)
        if (is_text(ledger->offers[i].sku, sku) && is_text(ledger->offers[i].supplier, supplier))
            return &ledger->offers[i];
    if (ledger->offer_count == LEDGER_OFFERS)
        abort();
    offer = &ledger->offers[ledger->offer_count++];
    text_take(offer->sku, sizeof(offer->sku), sku);
    text_take(offer->supplier, sizeof(offer->supplier), supplier);
    return offer;
}

struct ledger_hold *ledger_find_hold(struct ledger *ledger, struct fy_slice hold)
{
    struct ledger_hold *found;

    for (int i = 0; i < ledger->hold_count; i++)
        if (is_text(ledger->holds[i].hold, hold))
            return &ledger->holds[i];
    if (ledger->hold_count == LEDGER_HOLDS)
        abort();
    found = &ledger->holds[ledger->hold_count++];
    text_take(found->hold, sizeof(found->hold), hold);
    return found;
}

static void expect(struct ledger *ledger, bool holds, const char *what, struct fy_slice hold)
{
    if (!holds && !ledger->sim->failed)
        sim_fail(ledger->sim, "hold \"%.*s\": %s", FY_SLICE_ARG(hold), what);
}

static void begin(struct ledger *ledger,
    struct ledger_hold *hold,
    const struct stock_event *event,
    enum hold_state state)
{
    expect(ledger, hold->state == HOLD_STATE_UNKNOWN, "it began before", fy_slice_of(hold->hold));
    text_take(hold->sku, sizeof(hold->sku), event->sku);
    text_take(hold->supplier, sizeof(hold->supplier), event->supplier);
    hold->state = state;
}

static void read_grant(
    struct ledger *ledger, struct ledger_offer *offer, const struct stock_event *event)
{
    const struct hold_granted *granted = event->hold_granted;
    struct ledger_hold *hold = ledger_find_hold(ledger, granted->hold);

    begin(ledger, hold, event, HOLD_STATE_HELD);
    expect(ledger, granted->units >= 1, "nothing is granted", granted->hold);
    expect(ledger, !offer->withdrawn, "it is of an offer that is withdrawn", granted->hold);
    expect(ledger, granted->units <= offer->on_hand - offer->held - offer->committed,
        "more is granted than is available", granted->hold);
    hold->units = granted->units;
    offer->held += granted->units;
    ledger->grants++;
}

static void read_commit(
    struct ledger *ledger, struct ledger_offer *offer, const struct hold_committed *committed)
{
    struct ledger_hold *hold = ledger_find_hold(ledger, committed->hold);

    expect(ledger, hold->state == HOLD_STATE_HELD, "committed and not held", committed->hold);
    expect(ledger, hold->units == committed->units, "other units are committed", committed->hold);
    hold->state = HOLD_STATE_COMMITTED;
    offer->held -= committed->units;
    offer->committed += committed->units;
}

static void read_release(
    struct ledger *ledger, const struct stock_event *event, const struct hold_released *released)
{
    struct ledger_hold *hold = ledger_find_hold(ledger, released->hold);
    struct ledger_offer *offer;

    if (hold->state == HOLD_STATE_UNKNOWN) {
        expect(ledger, released->units == 0, "units of nobody are free again", released->hold);
        begin(ledger, hold, event, HOLD_STATE_RELEASED);
        return;
    }
    offer = ledger_find_offer(ledger, event->sku, event->supplier);
    expect(ledger, hold->state == HOLD_STATE_HELD || hold->state == HOLD_STATE_COMMITTED,
        "released and not open", released->hold);
    expect(ledger, released->units == hold->units - hold->shipped, "other units are free again",
        released->hold);
    if (fy_slice_equal(released->reason, fy_slice_of("lost"))) {
        expect(ledger, hold->state == HOLD_STATE_HELD, "what is sold is lost", released->hold);
        ledger->losses++;
    }
    if (hold->state == HOLD_STATE_HELD)
        offer->held -= released->units;
    else
        offer->committed -= released->units;
    hold->state = HOLD_STATE_RELEASED;
}

static void read_ship(
    struct ledger *ledger, struct ledger_offer *offer, const struct hold_shipped *shipped)
{
    struct ledger_hold *hold = ledger_find_hold(ledger, shipped->hold);

    expect(ledger, hold->state == HOLD_STATE_COMMITTED, "shipped and not committed", shipped->hold);
    hold->shipped += shipped->units;
    expect(ledger,
        shipped->units >= 1 && hold->shipped == shipped->shipped_units &&
            hold->shipped + shipped->left_units == hold->units && shipped->left_units >= 0,
        "what is shipped does not add up", shipped->hold);
    offer->committed -= shipped->units;
    offer->on_hand = offer->on_hand < shipped->units ? 0 : offer->on_hand - shipped->units;
    if (shipped->left_units == 0)
        hold->state = HOLD_STATE_SHIPPED;
}

static void read_return(
    struct ledger *ledger, struct ledger_offer *offer, const struct hold_returned *returned)
{
    struct ledger_hold *hold = ledger_find_hold(ledger, returned->hold);

    hold->restocked += returned->units;
    expect(ledger,
        returned->units >= 0 && hold->restocked == returned->restocked_units &&
            returned->returned_units >= hold->returned &&
            returned->returned_units <= hold->shipped &&
            hold->restocked <= returned->returned_units,
        "what came back does not add up", returned->hold);
    hold->returned = returned->returned_units;
    offer->on_hand += returned->units;
    if (hold->state == HOLD_STATE_SHIPPED && hold->returned == hold->shipped)
        hold->state = HOLD_STATE_RETURNED;
}

static void read_hold(struct ledger *ledger, const struct stock_event *event)
{
    if (event->hold_granted != NULL)
        read_grant(ledger, ledger_find_offer(ledger, event->sku, event->supplier), event);
    if (event->hold_committed != NULL)
        read_commit(
            ledger, ledger_find_offer(ledger, event->sku, event->supplier), event->hold_committed);
    if (event->hold_released != NULL)
        read_release(ledger, event, event->hold_released);
    if (event->hold_shipped != NULL)
        read_ship(
            ledger, ledger_find_offer(ledger, event->sku, event->supplier), event->hold_shipped);
    if (event->hold_returned != NULL)
        read_return(
            ledger, ledger_find_offer(ledger, event->sku, event->supplier), event->hold_returned);
    if (event->hold_refused != NULL)
        begin(
            ledger, ledger_find_hold(ledger, event->hold_refused->hold), event, HOLD_STATE_REFUSED);
    if (event->commit_short != NULL) {
        ledger_find_hold(ledger, event->commit_short->hold)->is_short = true;
        ledger->shorts++;
    }
    if (event->hold_forgotten != NULL) {
        struct ledger_hold *hold = ledger_find_hold(ledger, event->hold_forgotten->hold);

        expect(ledger, hold->state >= HOLD_STATE_SHIPPED, "it is forgotten and not ended",
            event->hold_forgotten->hold);
        *hold = (struct ledger_hold){0};
        text_take(hold->hold, sizeof(hold->hold), event->hold_forgotten->hold);
    }
}

static void read_supply(struct ledger *ledger, const struct stock_event *event)
{
    struct ledger_offer *offer = ledger_find_offer(ledger, event->sku, event->supplier);

    if (event->product_changed != NULL)
        offer->withdrawn = false;
    if (event->product_withdrawn != NULL)
        offer->withdrawn = true;
    if (event->stock_set != NULL)
        offer->on_hand = event->stock_set->on_hand_units;
    if (event->stock_received != NULL)
        offer->on_hand += event->stock_received->units;
    if (event->stock_adjusted != NULL)
        offer->on_hand += event->stock_adjusted->units;
    if (event->stock_short != NULL) {
        ledger->short_offer = offer;
        text_take(ledger->short_cause, sizeof(ledger->short_cause), event->envelope.cause_id);
    }
}

/* A count that was short is through: nothing is held beyond it, and what is sold is told. */
void ledger_end(struct ledger *ledger)
{
    const struct ledger_offer *offer = ledger->short_offer;

    ledger->short_offer = NULL;
    if (offer != NULL && offer->held > 0 && offer->held + offer->committed > offer->on_hand)
        sim_fail(ledger->sim, "of \"%s\" of %s more is held than there is, and none is lost",
            offer->sku, offer->supplier);
}

void ledger_read(struct ledger *ledger, const struct stock_event *event)
{
    bool is_supply =
        event->supplier.size > 0 && event->supply_refused == NULL && event->hold_refused == NULL;
    struct ledger_offer *offer;

    if (ledger->short_offer != NULL && (event->envelope.cause_id.data == NULL ||
                                           !is_text(ledger->short_cause, event->envelope.cause_id)))
        ledger_end(ledger);
    read_hold(ledger, event);
    if (!is_supply)
        return;
    read_supply(ledger, event);
    offer = ledger_find_offer(ledger, event->sku, event->supplier);
    if (offer->held < 0 || offer->committed < 0 || offer->on_hand < 0)
        sim_fail(ledger->sim,
            "of \"%s\" of %s there is less than nothing: %" PRId64 " %" PRId64 " %" PRId64,
            offer->sku, offer->supplier, offer->on_hand, offer->held, offer->committed);
}

void ledger_read_all(struct ledger *ledger, struct check *check)
{
    static struct seqs read;
    struct fy_record record;

    memset(&read, 0, sizeof(read));
    for (int32_t p = 0; p < check->sim->weather.partitions && !check->sim->failed; p++) {
        struct log_cursor cursor = {0};

        while (
            !check->sim->failed && log_read(check->sim->log, FY_TOPIC_STOCK, p, &cursor, &record)) {
            struct stock_event event;
            bool repeat = false;

            check_decode(check, &record, &event);
            if (!check->sim->failed && check_seq(check, &read, &record, &event.envelope, &repeat) &&
                !repeat)
                ledger_read(ledger, &event);
        }
        ledger_end(ledger);
    }
}
