/*
 * request.h - what orders ask of stock, and what time alone does to a hold.
 *
 * Shape:   every request is answered, once for each time that it is read; what it changes is told
 *          in `stock` and `stock-levels`, and in `products` where the price that customers see is
 *          another now. A timer that fires is an event.
 * Time:    a request's event_ms, by the edge's clock, is now: for the age of a count, and for how
 *          long a hold is held. Nothing here reads a clock.
 * Errors, threads: as handle.h.
 */
#ifndef STOCK_REQUEST_H
#define STOCK_REQUEST_H

#include "lib/task.h"

enum fy_status request_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err) FY_MUST_CHECK;

/* A hold of a day is told, one that ended long ago is forgotten. */
enum fy_status request_fire(
    struct fy_task *task, struct fy_slice key, int64_t due_ms, struct fy_err *err) FY_MUST_CHECK;

/* This file's makers' numbers, for fy_metrics_text. Once per process. */
void request_metrics_register(void);

#endif
