/*
 * row.h - a payment as a row on this machine's disk: a cache of three topics, and no schema of
 * theirs. Whoever changes struct payment or this raises PAYMENT_ROWS_VERSION: rows are then made
 * anew from the topics.
 *
 * Errors:  decode says false for bytes that are none of ours.
 * Memory:  the arena's.
 */
#ifndef PAYMENTS_ROW_H
#define PAYMENTS_ROW_H

#include "processors/payments/payment.h"

#define PAYMENT_ROWS_VERSION "payments, 2"

/* Absent: it does not fit. */
struct fy_slice payment_row_encode(const struct payment *payment, struct fy_arena *arena);
bool payment_row_decode(struct fy_slice bytes, struct payment *ret_payment);

#endif
