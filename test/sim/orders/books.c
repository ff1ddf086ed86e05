/*
 * What must have come of it, told from raw topics by sums that share no code with the rules.
 *
 *   stock      no grant beyond what is there (test/sim/stock/ledger.h); nothing is held at the end
 *   orders     each ends; none is captured but with all its lines sold before
 *   money      captured <= authorised; the provider's books are ours; each posting sums to 0, and
 *              at the end nobody is owed but suppliers, and they what their parcels say
 *   suppliers  who rejected a line is not asked again; nobody pays more than they agreed to
 *   time       what was promised in time was not given up for being late
 *   rows       the changelog's are what the events make
 */
#include "processors/orders/handle.h"
#include "processors/stock/handle.h"
#include "schemas/generated/order_event.h"
#include "schemas/generated/order_row.h"
#include "schemas/generated/payment_report.h"
#include "test/sim/orders/shop.h"
#include "test/sim/stock/ledger.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SUPPLIERS_ROOM = 8, REJECTED_ROOM = 16 };

/* One line, added up from events. */
struct account_line {
    char sku[LEDGER_NAME], supplier[LEDGER_NAME], hold[LEDGER_NAME];
    char rejected[REJECTED_ROOM][LEDGER_NAME];
    int rejected_count;
    int64_t units, shipped, cancelled, returned, price, agreed;
    bool sold;
};

struct account_of {
    bool placed, confirmed, settled_elsewhere, refunding;
    enum order_state state;
    struct account_line lines[SHOP_LINES];
    int line_count;
    int64_t pay_until_ms, expected, commission_bp;
    int64_t provider, fees, commission, customer;
    struct {
        char name[LEDGER_NAME];
        int64_t owed;
    } suppliers[SUPPLIERS_ROOM];
    int supplier_count;
    int64_t promised_ms; /* When a promise was first reported, by the broker's clock; 0: never. */
};

static struct account_of books[SHOP_ORDERS];

static void take_text(char *to, struct fy_slice from)
{
    (void)snprintf(to, LEDGER_NAME, "%.*s", FY_SLICE_ARG(from));
}

static bool is_text(const char *text, struct fy_slice slice)
{
    return fy_slice_equal(fy_slice_of(text), slice);
}

static void must(struct check *check, bool holds, int order, const char *what)
{
    if (!holds && !check->sim->failed)
        sim_fail(check->sim, "order-%d: %s", order, what);
}

/* --- Lines ----------------------------------------------------------------------------------- */

static struct account_line *line_of_sku(
    struct check *check, struct account_of *book, struct fy_slice sku)
{
    for (int i = 0; i < book->line_count; i++)
        if (is_text(book->lines[i].sku, sku))
            return &book->lines[i];
    must(check, false, (int)(book - books), "an event of a SKU that was not ordered");
    return &book->lines[0];
}

static void read_held(struct check *check, struct account_of *book, const struct line_held *held)
{
    struct account_line *line = &book->lines[held->line];
    int order = (int)(book - books);

    for (int i = 0; i < line->rejected_count; i++)
        must(check, !is_text(line->rejected[i], held->supplier), order,
            "a line went back to who had rejected it");
    must(check, line->agreed == 0 || held->price.minor <= line->agreed, order,
        "a line is dearer than was agreed");
    line->price = held->price.minor;
    line->sold = false;
    take_text(line->supplier, held->supplier);
    take_text(line->hold, held->hold);
}

/* Money is asked for once all is held, and at the sum that was shown. */
static void read_agreed(struct check *check, struct account_of *book)
{
    int64_t sum = 0;

    for (int i = 0; i < book->line_count; i++) {
        must(check, book->lines[i].hold[0] != '\0', (int)(book - books), "a line was not held");
        book->lines[i].agreed = book->lines[i].price;
        sum += book->lines[i].price * book->lines[i].units;
    }
    must(check, sum == book->expected, (int)(book - books), "another sum than was shown");
}

static void read_rejected(struct account_of *book, const struct sub_order_rejected *rejected)
{
    for (size_t i = 0; i < rejected->lines.count; i++) {
        struct account_line *line = &book->lines[rejected->lines.items[i]];

        if (line->rejected_count < REJECTED_ROOM)
            take_text(line->rejected[line->rejected_count++], rejected->supplier);
    }
}

static void read_lines(
    struct check *check, struct account_of *book, const struct order_event *event)
{
    int order = (int)(book - books);

    if (event->line_held != NULL)
        read_held(check, book, event->line_held);
    if (event->payment_asked != NULL)
        read_agreed(check, book);
    if (event->line_committed != NULL)
        book->lines[event->line_committed->line].sold = true;
    if (event->hold_asked != NULL) {
        book->lines[event->hold_asked->line].sold = false;
        book->lines[event->hold_asked->line].supplier[0] = '\0';
    }
    if (event->sub_order_rejected != NULL)
        read_rejected(book, event->sub_order_rejected);
    for (size_t i = 0;
         event->items_shipped != NULL && i < event->items_shipped->shipment.items.count; i++) {
        const struct order_item *item = &event->items_shipped->shipment.items.items[i];
        struct account_line *line = line_of_sku(check, book, item->sku);

        must(check, line->sold, order, "what was not sold was shipped");
        must(check, is_text(line->supplier, event->items_shipped->shipment.supplier), order,
            "somebody else shipped");
        line->shipped += item->units;
    }
    for (size_t i = 0; event->units_cancelled != NULL && i < event->units_cancelled->items.count;
         i++) {
        const struct order_item *item = &event->units_cancelled->items.items[i];

        line_of_sku(check, book, item->sku)->cancelled += item->units;
    }
    for (size_t i = 0; event->items_returned != NULL && i < event->items_returned->items.count;
         i++) {
        const struct order_item *item = &event->items_returned->items.items[i];

        line_of_sku(check, book, item->sku)->returned += item->units;
    }
    for (int i = 0; i < book->line_count; i++) {
        const struct account_line *line = &book->lines[i];

        must(check, line->shipped + line->cancelled <= line->units, order,
            "more was shipped and cancelled than was ordered");
        must(check, line->returned <= line->shipped, order, "more came back than had left");
    }
}

/* --- Money ----------------------------------------------------------------------------------- */

static void post(struct check *check, struct account_of *book, const struct ledger_entry *entry)
{
    int at = 0;

    switch (entry->account) {
    case LEDGER_ACCOUNT_PROVIDER:
        book->provider += entry->amount_minor;
        return;
    case LEDGER_ACCOUNT_FEES:
        book->fees += entry->amount_minor;
        return;
    case LEDGER_ACCOUNT_COMMISSION:
        book->commission += entry->amount_minor;
        return;
    case LEDGER_ACCOUNT_CUSTOMER:
        book->customer += entry->amount_minor;
        return;
    default:
        break;
    }
    while (at < book->supplier_count && !is_text(book->suppliers[at].name, entry->supplier))
        at++;
    must(check, at < SUPPLIERS_ROOM, (int)(book - books), "a ledger of too many suppliers");
    if (at == book->supplier_count) {
        take_text(book->suppliers[at].name, entry->supplier);
        book->suppliers[at].owed = 0;
        book->supplier_count++;
    }
    book->suppliers[at].owed += entry->amount_minor;
}

static void read_ledger(
    struct check *check, struct account_of *book, const struct ledger_posted *posted)
{
    int64_t sum = 0;

    for (size_t i = 0; i < posted->entries.count; i++) {
        sum += posted->entries.items[i].amount_minor;
        post(check, book, &posted->entries.items[i]);
    }
    must(check, sum == 0, (int)(book - books), "a posting that does not sum to 0");
}

/* What is kept of a line, and of it our part, once over all of a supplier's lines. */
static void check_suppliers(struct check *check, const struct account_of *book, int order)
{
    int64_t commission = 0;

    for (int s = 0; s < book->supplier_count; s++) {
        int64_t sold = 0, part;

        for (int i = 0; i < book->line_count; i++) {
            const struct account_line *line = &book->lines[i];

            if (line->sold && strcmp(line->supplier, book->suppliers[s].name) == 0)
                sold += line->price * (line->units - line->cancelled - line->returned);
        }
        part = sold * book->commission_bp / 10000;
        commission += part;
        must(check, book->suppliers[s].owed == part - sold, order,
            "a supplier is not owed what their parcels say");
    }
    must(check, book->commission == -commission, order, "our commission is not the sum of parts");
}

static void check_money(struct check *check, const struct account_of *book, int order)
{
    const struct shop_payment *payment = &shop.payments[order];

    must(check,
        book->provider == payment->captured_minor - payment->fee_minor - payment->refunded_minor,
        order, "the provider has another sum than our books");
    must(check, book->fees == payment->fee_minor, order, "the fees are others than our books'");
    must(check, payment->captured_minor <= payment->authorised_minor, order,
        "more was taken than promised");
    if (!book->settled_elsewhere) {
        must(check, book->customer == 0, order, "the customer is owed something at the end");
        check_suppliers(check, book, order);
    }
    must(check,
        payment->state != PAYMENT_STATE_AUTHORISED &&
            payment->state != PAYMENT_STATE_ACTION_REQUIRED,
        order, "money is promised to nobody at the end");
}

/* --- An order's life ------------------------------------------------------------------------- */

static void read_placed(struct account_of *book, const struct order_event *event)
{
    const struct order_placed *placed = event->order_placed;

    *book = (struct account_of){.placed = true, .promised_ms = book->promised_ms};
    book->commission_bp = placed->terms.commission_bp;
    book->expected = placed->expected_total.minor;
    book->pay_until_ms = event->decided_ms + placed->terms.pay_for_ms;
    for (size_t i = 0; i < placed->lines.count && i < SHOP_LINES; i++) {
        take_text(book->lines[i].sku, placed->lines.items[i].sku);
        book->lines[i].units = placed->lines.items[i].units;
        book->line_count++;
    }
}

static void read_life(struct check *check, struct account_of *book, const struct order_event *event)
{
    int order = (int)(book - books);
    bool ended = book->state >= ORDER_STATE_CLOSED,
         ends = event->standing.state >= ORDER_STATE_CLOSED;

    must(check, !ended || ends || event->order_forgotten != NULL, order, "an end was none");
    if (event->pay_time_extended != NULL)
        book->pay_until_ms = event->pay_time_extended->pay_until_ms;
    if (event->capture_asked != NULL)
        for (int i = 0; i < book->line_count; i++)
            must(check, book->lines[i].sold, order, "money was asked for what is not sold");
    if (event->order_cancelled != NULL && is_text("not_paid", event->order_cancelled->reason))
        must(check, book->promised_ms == 0 || book->promised_ms >= book->pay_until_ms, order,
            "it was paid in time, and given up for being late");
    if (event->operator_resolved != NULL && is_text("close", event->operator_resolved->action))
        book->settled_elsewhere = true;
    if (event->operator_resolved != NULL)
        must(check,
            is_text("answered", event->operator_resolved->action) ||
                event->operator_resolved->by.size > 0,
            order, "it was settled by nobody");
    book->confirmed = book->confirmed || event->order_confirmed != NULL;
    book->state = event->standing.state;
}

static void read_event(struct check *check, const struct order_event *event)
{
    int order = shop_order_of(event->order);
    struct account_of *book;

    if (order < 0) {
        sim_fail(check->sim, "an event of an order that nobody placed");
        return;
    }
    book = &books[order];
    if (event->order_placed != NULL) {
        must(check, !book->placed, order, "it was placed twice");
        read_placed(book, event);
    }
    if (!book->placed)
        return; /* What was refused before. */
    read_life(check, book, event);
    read_lines(check, book, event);
    if (event->ledger_posted != NULL)
        read_ledger(check, book, event->ledger_posted);
}

/* When each was first promised, by the time at which the report was in its topic. */
static void read_promises(struct check *check)
{
    struct log_cursor cursor = {0};
    struct fy_record record;

    while (log_read(check->sim->log, FY_TOPIC_PAYMENT_REPORTS, -1, &cursor, &record)) {
        struct payment_report report;
        int order;

        check_decode(check, &record, &report);
        if (check->sim->failed)
            return;
        order = shop_order_of(report.order);
        if (report.payment_authorised != NULL && books[order].promised_ms == 0)
            books[order].promised_ms = record.append_ms;
    }
}

static void check_order(struct check *check, struct ledger *ledger, int order)
{
    const struct account_of *book = &books[order];

    if (!book->placed)
        return;
    must(check, book->state >= ORDER_STATE_CLOSED || book->state == ORDER_STATE_NONE, order,
        "it has not ended");
    must(check,
        book->confirmed || shop.payments[order].captured_minor == 0 ||
            shop.payments[order].refunded_minor == shop.payments[order].captured_minor ||
            book->settled_elsewhere,
        order, "money was taken and kept for nothing");
    check_money(check, book, order);
    if (book->settled_elsewhere)
        return;
    for (int i = 0; i < ledger->hold_count; i++) {
        const struct ledger_hold *hold = &ledger->holds[i];

        if (strncmp(hold->hold, "order-", 6) != 0 || hold->hold[6] - '0' != order)
            continue;
        must(check, hold->state != HOLD_STATE_HELD && hold->state != HOLD_STATE_COMMITTED, order,
            "stock holds something for it at the end");
    }
}

/* --- Rows ------------------------------------------------------------------------------------ */

/* Of the topic's events alone. */
static struct order_now rows[SHOP_ORDERS];

static void check_row(struct check *check, const struct order_row *row, int order)
{
    struct order_row made = {.order = &rows[order].row};
    struct fy_slice want, got;
    struct fy_err err;

    if (order_row_encode(&made, &check->arena, &want, &err) != FY_OK ||
        order_row_encode(row, &check->arena, &got, &err) != FY_OK)
        abort();
    must(check, fy_slice_equal(want, got), order, "its row is not what its events make");
}

static void check_rows(struct check *check, int32_t partition, int *ret_rows)
{
    static struct newest newest;

    newest = (struct newest){0};
    newest_read(&newest, check->sim->log, FY_TOPIC_ORDERS_CHANGELOG, partition, 0);
    for (int i = 0; i < newest.count && !check->sim->failed; i++) {
        struct fy_record record = {.topic = FY_TOPIC_ORDERS_CHANGELOG,
            .partition = partition,
            .value = newest.rows[i].value};
        struct order_row row;

        if (record.value.data == NULL)
            continue;
        if (newest.rows[i].key.data[0] == '@' && newest.rows[i].key.size != 9)
            continue;
        check_decode(check, &record, &row);
        if (check->sim->failed)
            return;
        if (row.position != NULL)
            check_place(check, &orders_processor, partition, row.position);
        if (row.order == NULL)
            continue;
        check_row(check, &row, newest.rows[i].key.data[newest.rows[i].key.size - 1] - '0');
        (*ret_rows)++;
    }
}

/* --- All of it ------------------------------------------------------------------------------- */

static void read_events(struct check *check)
{
    static struct seqs read;
    static const char *const ids[SHOP_ORDERS] = {
        "order-0", "order-1", "order-2", "order-3", "order-4", "order-5", "order-6", "order-7"};
    struct fy_record record;

    memset(&read, 0, sizeof(read));
    for (int i = 0; i < SHOP_ORDERS; i++)
        order_begin(&rows[i], fy_slice_of(ids[i]), NULL);
    for (int32_t p = 0; p < check->sim->weather.partitions; p++) {
        struct log_cursor cursor = {0};

        while (log_read(check->sim->log, FY_TOPIC_ORDERS, p, &cursor, &record)) {
            struct order_event event;
            bool repeat = false;

            check_decode(check, &record, &event);
            if (check->sim->failed || !check_seq(check, &read, &record, &event.envelope, &repeat))
                return;
            if (repeat)
                continue;
            read_event(check, &event);
            if (check->sim->failed)
                return;
            order_evolve(&rows[shop_order_of(event.order)], &event);
        }
    }
}

void books_check(struct check *check)
{
    static struct ledger ledger;
    int have = 0, want = 0;

    memset(books, 0, sizeof(books));
    if (shop.real)
        provider_books();
    ledger_init(&ledger, check->sim);
    read_promises(check);
    ledger_read_all(&ledger, check);
    if (!check->sim->failed)
        read_events(check);
    for (int i = 0; i < SHOP_ORDERS && !check->sim->failed; i++) {
        check_order(check, &ledger, i);
        want += order_exists(&rows[i]);
    }
    for (int32_t p = 0; p < check->sim->weather.partitions && !check->sim->failed; p++)
        check_rows(check, p, &have);
    if (!check->sim->failed && have != want)
        sim_fail(check->sim, "%d rows of orders, the events make %d", have, want);
}
