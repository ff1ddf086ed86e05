/*
 * buyer.h - one order of a simulated shopper: they order and pay; whoever has to send it accepts,
 * or not, sends it and says that it has arrived. Pure: what is asked next, and what comes of it.
 *
 * Shape:   purchase_begin, then purchase_write -> (asked elsewhere) -> purchase_answered, until it
 *          is no longer `used`
 * Errors:  an answer that is none of ours is counted, and ends it.
 * Threads: one.
 */
#ifndef FY_SIMULATE_BUYER_H
#define FY_SIMULATE_BUYER_H

#include "infra/tools/simulate/shopper.h"

enum { PURCHASE_SUPPLIERS = 4, PURCHASE_TRIES = 24, PURCHASE_TEXT = 65 };

enum purchase_step { STEP_ORDER, STEP_ACCEPT, STEP_REJECT, STEP_SHIP, STEP_DELIVER };

struct purchase {
    bool used, busy;
    enum purchase_step step;
    char cookie[80];
    char key[33]; /* Of the order; steps of suppliers have it with their own ending. */
    int sku, units;
    bool declines; /* Their card; */
    bool rejects;  /* and the first supplier, the order. */
    char order[33];
    char suppliers[PURCHASE_SUPPLIERS][PURCHASE_TEXT];
    int supplier_count, at; /* Whose turn it is. */
    int tries;
    double not_before_s;
};

/* How many orders came to what, and how many parts suppliers did what with. */
struct purchase_counts {
    long long ordered, confirmed, declined, sold_out, total_differs, undecided, unexpected;
    long long accepted, rejected, shipped, delivered, refused;
};

struct purchase_request {
    char path[256], body[512], key[64];
    bool is_suppliers; /* Asked with the operator's token, which may speak for any supplier. */
};

void purchase_begin(
    struct purchase *purchase, const struct visitor *visitor, bool declines, bool rejects);
void purchase_write(const struct purchase *purchase, struct purchase_request *ret_request);
/* `suppliers_too` false: nobody speaks for them, and it ends once it is decided. */
void purchase_answered(struct purchase *purchase,
    long status,
    const char *answer,
    bool suppliers_too,
    double now_s,
    struct purchase_counts *counts);

#endif
