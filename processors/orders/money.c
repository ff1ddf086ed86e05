#include "processors/orders/money.h"

#include <assert.h>

static int64_t price_minor(const struct order_now *order, size_t line)
{
    return order->lines[line].standing.price != NULL ? order->lines[line].standing.price->minor : 0;
}

int64_t money_total_minor(const struct order_now *order)
{
    int64_t total_minor = 0;

    for (size_t i = 0; i < order->row.lines.count; i++)
        total_minor += price_minor(order, i) * order->lines[i].standing.units;
    return total_minor;
}

static int64_t kept_units(const struct line_standing *line)
{
    return line->units - line->cancelled_units - line->returned_units;
}

int64_t money_kept_minor(const struct order_now *order)
{
    int64_t kept_minor = 0;

    for (size_t i = 0; i < order->row.lines.count; i++)
        kept_minor += price_minor(order, i) * kept_units(&order->lines[i].standing);
    return kept_minor;
}

/* Refunds that were asked for, those done too. A failed one is owed again. */
static int64_t refunds_minor(const struct order_now *order)
{
    int64_t refunds_minor = 0;

    for (size_t i = 0; i < order->row.payment.refunds.count; i++)
        if (order->refunds[i].state != REFUND_STATE_FAILED)
            refunds_minor += order->refunds[i].amount_minor;
    return refunds_minor;
}

int64_t money_owed_minor(const struct order_now *order)
{
    int64_t owed_minor =
        order->payment.captured_minor - money_kept_minor(order) - refunds_minor(order);

    return order->payment.captured_minor > 0 && owed_minor > 0 ? owed_minor : 0;
}

/* What is sold is what a supplier has, once the money is here: not what looks for another one. */
static bool is_sold(const struct order_now *order, const struct line_standing *line)
{
    return order->payment.captured_minor > 0 && line->supplier.size > 0 && line->price != NULL &&
           line->state != LINE_STATE_HOLDING && line->state != LINE_STATE_HELD &&
           line->state != LINE_STATE_COMMITTING;
}

int64_t money_sold_minor(const struct order_now *order, struct fy_slice supplier)
{
    int64_t sold_minor = 0;

    for (size_t i = 0; i < order->row.lines.count; i++) {
        const struct line_standing *line = &order->lines[i].standing;

        if (is_sold(order, line) && fy_slice_equal(line->supplier, supplier))
            sold_minor += line->price->minor * kept_units(line);
    }
    return sold_minor;
}

/* Split, so that no product overflows: at most 10^11 x 10^4 in either part. */
int64_t money_commission_minor(const struct order_now *order, int64_t sold_minor)
{
    int64_t bp = order->row.terms.commission_bp;

    return sold_minor / 10000 * bp + sold_minor % 10000 * bp / 10000;
}

static void put(struct money_books *books,
    enum ledger_account account,
    struct fy_slice supplier,
    int64_t amount_minor,
    struct fy_slice currency)
{
    assert(books->count < MONEY_ACCOUNTS_MAX);
    books->entries[books->count++] = (struct ledger_entry){
        .account = account,
        .supplier = supplier,
        .amount_minor = amount_minor,
        .currency = currency,
    };
}

static bool is_in(const struct money_books *books, struct fy_slice supplier)
{
    for (int i = 0; i < books->count; i++) {
        if (books->entries[i].account == LEDGER_ACCOUNT_SUPPLIER &&
            fy_slice_equal(books->entries[i].supplier, supplier))
            return true;
    }
    return false;
}

void money_books(const struct order_now *order, struct money_books *ret_books)
{
    const struct payment_standing *payment = &order->payment;
    struct fy_slice currency = order->row.currency;
    int64_t all_sold_minor = 0, commission_minor = 0;

    ret_books->count = 0;
    for (size_t i = 0; i < order->row.lines.count; i++) {
        struct fy_slice supplier = order->lines[i].standing.supplier;
        int64_t sold_minor, part_minor;

        if (supplier.size == 0 || is_in(ret_books, supplier))
            continue;
        sold_minor = money_sold_minor(order, supplier);
        part_minor = money_commission_minor(order, sold_minor);
        all_sold_minor += sold_minor;
        commission_minor += part_minor;
        put(ret_books, LEDGER_ACCOUNT_SUPPLIER, supplier, part_minor - sold_minor, currency);
    }
    put(ret_books, LEDGER_ACCOUNT_PROVIDER, (struct fy_slice){0},
        payment->captured_minor - payment->fee_minor - payment->refunded_minor, currency);
    put(ret_books, LEDGER_ACCOUNT_FEES, (struct fy_slice){0}, payment->fee_minor, currency);
    put(ret_books, LEDGER_ACCOUNT_COMMISSION, (struct fy_slice){0}, -commission_minor, currency);
    put(ret_books, LEDGER_ACCOUNT_CUSTOMER, (struct fy_slice){0},
        all_sold_minor - payment->captured_minor + payment->refunded_minor, currency);
}

static int64_t amount_of(const struct money_books *books, const struct ledger_entry *like)
{
    for (int i = 0; i < books->count; i++) {
        if (books->entries[i].account == like->account &&
            fy_slice_equal(books->entries[i].supplier, like->supplier))
            return books->entries[i].amount_minor;
    }
    return 0;
}

void money_changes(const struct money_books *before,
    const struct money_books *now,
    struct money_books *ret_changes)
{
    ret_changes->count = 0;
    for (int i = 0; i < now->count; i++) {
        const struct ledger_entry *entry = &now->entries[i];
        int64_t change_minor = entry->amount_minor - amount_of(before, entry);

        if (change_minor != 0)
            put(ret_changes, entry->account, entry->supplier, change_minor, entry->currency);
    }
    for (int i = 0; i < before->count; i++) {
        const struct ledger_entry *entry = &before->entries[i];

        if (entry->account == LEDGER_ACCOUNT_SUPPLIER && entry->amount_minor != 0 &&
            !is_in(now, entry->supplier))
            put(ret_changes, entry->account, entry->supplier, -entry->amount_minor,
                entry->currency);
    }
}
