/*
 * ledger.h - the books of stock, kept from its events alone by plain sums.
 *
 * Nothing of processors/stock is used here: what an event says is added up, and at each of them it
 * is asked whether it could be. A grant must be covered by what is there and promised to nobody; a
 * hold begins once and goes through its states; nothing falls below 0.
 */
#ifndef TEST_SIM_STOCK_LEDGER_H
#define TEST_SIM_STOCK_LEDGER_H

#include "schemas/generated/stock_event.h"
#include "schemas/generated/stock_row.h"
#include "test/sim/check.h"

enum { LEDGER_OFFERS = 16, LEDGER_HOLDS = 256, LEDGER_NAME = 32 };

struct ledger_offer {
    char sku[LEDGER_NAME], supplier[LEDGER_NAME];
    int64_t on_hand, held, committed;
    bool withdrawn;
};

struct ledger_hold {
    char hold[LEDGER_NAME];
    char sku[LEDGER_NAME], supplier[LEDGER_NAME];
    enum hold_state state;
    int64_t units, shipped, returned, restocked;
    bool is_short; /* It was told that some of it is not there. */
};

struct ledger {
    struct sim *sim;
    struct ledger_offer offers[LEDGER_OFFERS];
    struct ledger_hold holds[LEDGER_HOLDS];
    int offer_count, hold_count;
    int64_t grants, losses, shorts;
    char short_cause[64]; /* The count that is short: once it is through, the rest must fit. */
    struct ledger_offer *short_offer;
};

void ledger_init(struct ledger *ledger, struct sim *sim);

/* The next event of a partition. Fails the run where it cannot be. */
void ledger_read(struct ledger *ledger, const struct stock_event *event);
void ledger_end(struct ledger *ledger);

/* All of `stock`, each partition from its beginning: numbers dense, repeats read once. */
void ledger_read_all(struct ledger *ledger, struct check *check);

struct ledger_hold *ledger_find_hold(struct ledger *ledger, struct fy_slice hold);
struct ledger_offer *ledger_find_offer(
    struct ledger *ledger, struct fy_slice sku, struct fy_slice supplier);

#endif
