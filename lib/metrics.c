#include "lib/metrics.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_BUCKET_US = 16 };

static struct fy_metric *registered;

/* Next to its namesakes, if any: one name's lines must stand together in the text. */
void fy_metric_register(struct fy_metric *metric)
{
    struct fy_metric **place = &registered;
    struct fy_metric *same = NULL;

    assert(metric->name != NULL && metric->help != NULL);

    for (struct fy_metric *other = registered; other != NULL; other = other->next) {
        if (other == metric)
            return;
        if (strcmp(other->name, metric->name) == 0) {
            assert(other->kind == metric->kind);
            same = other;
        }
    }
    if (same != NULL) {
        place = &same->next;
    } else {
        while (*place != NULL)
            place = &(*place)->next;
    }
    metric->next = *place;
    *place = metric;
}

void fy_metric_add(struct fy_metric *metric, long long by)
{
    (void)atomic_fetch_add_explicit(&metric->value, by, memory_order_relaxed);
}

void fy_metric_set(struct fy_metric *metric, long long value)
{
    atomic_store_explicit(&metric->value, value, memory_order_relaxed);
}

void fy_metric_observe_us(struct fy_metric *metric, long long us)
{
    int bucket = 0;

    if (us < 0)
        us = 0; /* A clock that was set back. */
    while (bucket < FY_METRIC_BUCKETS && us > (long long)FIRST_BUCKET_US << bucket)
        bucket++;
    (void)atomic_fetch_add_explicit(&metric->buckets[bucket], 1, memory_order_relaxed);
    (void)atomic_fetch_add_explicit(&metric->value, us, memory_order_relaxed);
}

static void write_value(FILE *out, const struct fy_metric *metric)
{
    long long value = atomic_load_explicit(&metric->value, memory_order_relaxed);

    if (metric->labels != NULL)
        (void)fprintf(out, "%s{%s} %lld\n", metric->name, metric->labels, value);
    else
        (void)fprintf(out, "%s %lld\n", metric->name, value);
}

static void write_histogram(FILE *out, const struct fy_metric *metric)
{
    const char *labels = metric->labels != NULL ? metric->labels : "";
    const char *comma = metric->labels != NULL ? "," : "";
    const char *open = metric->labels != NULL ? "{" : "";
    const char *close = metric->labels != NULL ? "}" : "";
    long long sum_us = atomic_load_explicit(&metric->value, memory_order_relaxed);
    long long count = 0;

    for (int i = 0; i < FY_METRIC_BUCKETS; i++) {
        count += atomic_load_explicit(&metric->buckets[i], memory_order_relaxed);
        (void)fprintf(out, "%s_bucket{%s%sle=\"%.6f\"} %lld\n", metric->name, labels, comma,
            (double)((long long)FIRST_BUCKET_US << i) / 1e6, count);
    }
    count += atomic_load_explicit(&metric->buckets[FY_METRIC_BUCKETS], memory_order_relaxed);
    (void)fprintf(out, "%s_bucket{%s%sle=\"+Inf\"} %lld\n", metric->name, labels, comma, count);
    (void)fprintf(
        out, "%s_sum%s%s%s %.6f\n", metric->name, open, labels, close, (double)sum_us / 1e6);
    (void)fprintf(out, "%s_count%s%s%s %lld\n", metric->name, open, labels, close, count);
}

static void write_process(FILE *out)
{
    long long size_pages = 0;
    long long resident_pages = 0;
    struct timespec cpu;
    FILE *statm = fopen("/proc/self/statm", "re");

    if (statm != NULL) {
        if (fscanf(statm, "%lld %lld", &size_pages, &resident_pages) == 2) {
            (void)fprintf(out,
                "# HELP process_resident_memory_bytes Memory in use.\n"
                "# TYPE process_resident_memory_bytes gauge\n"
                "process_resident_memory_bytes %lld\n",
                resident_pages * sysconf(_SC_PAGESIZE));
        }
        (void)fclose(statm);
    }
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu) == 0) {
        (void)fprintf(out,
            "# HELP process_cpu_seconds_total Processor time used, user and system.\n"
            "# TYPE process_cpu_seconds_total counter\n"
            "process_cpu_seconds_total %.3f\n",
            (double)cpu.tv_sec + (double)cpu.tv_nsec / 1e9);
    }
}

struct fy_slice fy_metrics_text(struct fy_arena *arena)
{
    static const char *const kinds[] = {"counter", "gauge", "histogram"};
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    const char *last_name = "";
    struct fy_slice copy = {0};

    if (out == NULL)
        return copy;
    for (const struct fy_metric *metric = registered; metric != NULL; metric = metric->next) {
        if (strcmp(metric->name, last_name) != 0)
            (void)fprintf(out, "# HELP %s %s\n# TYPE %s %s\n", metric->name, metric->help,
                metric->name, kinds[metric->kind]);
        last_name = metric->name;
        if (metric->kind == FY_METRIC_HISTOGRAM)
            write_histogram(out, metric);
        else
            write_value(out, metric);
    }
    write_process(out);
    if (fclose(out) == 0)
        copy = fy_arena_copy(arena, (struct fy_slice){(const uint8_t *)text, size});
    free(text);
    return copy;
}
