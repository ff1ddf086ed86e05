/*
 * metrics.h - numbers for operators, in Prometheus' text format.
 *
 * Shape:   static counters, gauges and histograms, each registered once at start.
 *
 *              static struct fy_metric turns = FY_COUNTER("fy_task_turns_total", "Turns
 * committed."); fy_metric_add(&turns, 1);
 *
 * Labels are part of the static definition ("topic=\"activity\""); never a key or a person.
 * Threads: add, set and observe from any thread (relaxed atomics); register before threads start.
 */
#ifndef FY_METRICS_H
#define FY_METRICS_H

#include "lib/arena.h"

#include <stdatomic.h>

enum fy_metric_kind { FY_METRIC_COUNTER, FY_METRIC_GAUGE, FY_METRIC_HISTOGRAM };

enum { FY_METRIC_BUCKETS = 24 }; /* Powers of two from 16 us: 16 us .. 134 s. */

struct fy_metric {
    enum fy_metric_kind kind;
    const char *name;
    const char *labels; /* Without braces; NULL for none. */
    const char *help;
    atomic_llong value;                          /* Histograms: sum in us. */
    atomic_llong buckets[FY_METRIC_BUCKETS + 1]; /* The last counts what is longer. */
    struct fy_metric *next;                      /* Set by register. */
};

#define FY_COUNTER(n, h)                                                                           \
    {                                                                                              \
        .kind = FY_METRIC_COUNTER, .name = (n), .help = (h)                                        \
    }
#define FY_GAUGE(n, h)                                                                             \
    {                                                                                              \
        .kind = FY_METRIC_GAUGE, .name = (n), .help = (h)                                          \
    }
#define FY_HISTOGRAM(n, h)                                                                         \
    {                                                                                              \
        .kind = FY_METRIC_HISTOGRAM, .name = (n), .help = (h)                                      \
    } /* _seconds */

/* Once is enough; again changes nothing. */
void fy_metric_register(struct fy_metric *metric);
void fy_metric_add(struct fy_metric *metric, long long by);
void fy_metric_set(struct fy_metric *metric, long long value);
void fy_metric_observe_us(struct fy_metric *metric, long long us);

/* All that is registered, and process_resident_memory_bytes, process_cpu_seconds_total. */
struct fy_slice fy_metrics_text(struct fy_arena *arena);

#endif
