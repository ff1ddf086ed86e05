/*
 * money.h - what an order costs, what is owed, and its books.
 *
 * Shape:   numbers of an order as it stands; nothing is kept beside it.
 * Rule:    commission of a supplier's part of an order is floor(sold x commission_bp / 10,000),
 *          once over all that is sold of theirs: what is refunded takes back the difference of two
 *          such floors, so no cent is lost between many small refunds, and what is all refunded
 *          leaves 0.
 * Books:   double entry, signed minor units; what is owed by us is negative.
 *            PROVIDER    captured - fee - refunded
 *            FEES        fee
 *            SUPPLIER    -(sold - commission), of each
 *            COMMISSION  -(sum of commissions)
 *            CUSTOMER    -(captured - refunded - sum of sold)
 *          Their sum is 0 whatever the order is, so what changes sums to 0 too.
 * Units:   minor units of the order's currency.
 * Threads: pure.
 * Source:  docs/decisions/0055.
 */
#ifndef ORDERS_MONEY_H
#define ORDERS_MONEY_H

#include "processors/orders/orders.h"

/* Price x units of what is neither cancelled nor returned, of lines whose price is known. */
int64_t money_kept_minor(const struct order_now *order);

/* The same of all units ordered. */
int64_t money_total_minor(const struct order_now *order);

/* What was taken and is neither kept, given back nor asked to be; >= 0. */
int64_t money_owed_minor(const struct order_now *order);

/* Of what is sold of one supplier. */
int64_t money_sold_minor(const struct order_now *order, struct fy_slice supplier);
int64_t money_commission_minor(const struct order_now *order, int64_t sold_minor);

enum { MONEY_ACCOUNTS_MAX = ORDER_LINES_MAX + 4 };

/* How each account stands; a supplier's entry for each that has sold, or is named in a line. */
struct money_books {
    int count;
    struct ledger_entry entries[MONEY_ACCOUNTS_MAX];
};

void money_books(const struct order_now *order, struct money_books *ret_books);

/* What has changed from `before` to `now`, accounts that have not left out. */
void money_changes(const struct money_books *before,
    const struct money_books *now,
    struct money_books *ret_changes);

#endif
