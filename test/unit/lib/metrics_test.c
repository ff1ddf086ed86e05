#include "lib/metrics.h"
#include "test/expect.h"
#include "test/run.h"

static bool has_line(struct fy_arena *arena, const char *line)
{
    struct fy_slice text = fy_metrics_text(arena);

    return text.data != NULL && strstr((const char *)text.data, line) != NULL;
}

/* Prometheus refuses a name whose lines are apart, or whose HELP comes twice. */
static void lines_of_one_name_stand_together(void)
{
    static struct fy_metric a = {.kind = FY_METRIC_COUNTER,
        .name = "reads_total",
        .labels = "topic=\"a\"",
        .help = "Reads."};
    static struct fy_metric other = FY_GAUGE("open", "Open now.");
    static struct fy_metric b = {.kind = FY_METRIC_COUNTER,
        .name = "reads_total",
        .labels = "topic=\"b\"",
        .help = "Reads."};
    struct fy_arena arena;

    fy_arena_init(&arena, 1 << 20);
    fy_metric_register(&a);
    fy_metric_register(&other);
    fy_metric_register(&b);
    fy_metric_register(&b);
    fy_metric_add(&a, 2);
    fy_metric_add(&a, 3);
    fy_metric_set(&other, -7);

    CU_ASSERT_TRUE(has_line(&arena,
        "# HELP reads_total Reads.\n# TYPE reads_total counter\n"
        "reads_total{topic=\"a\"} 5\nreads_total{topic=\"b\"} 0\n# HELP open Open now.\n"
        "# TYPE open gauge\nopen -7\n# HELP process_"));
    fy_arena_done(&arena);
}

/* Buckets add up, and what is longer than the last one is still counted. */
static void a_histogram_counts_all_it_saw(void)
{
    static struct fy_metric turn = FY_HISTOGRAM("turn_seconds", "A turn.");
    struct fy_arena arena;

    fy_arena_init(&arena, 1 << 20);
    fy_metric_register(&turn);
    fy_metric_observe_us(&turn, -5); /* A clock that was set back counts as no time. */
    fy_metric_observe_us(&turn, 16);
    fy_metric_observe_us(&turn, 17);
    fy_metric_observe_us(&turn, 1000LL * 1000 * 1000);

    CU_ASSERT_TRUE(has_line(&arena, "turn_seconds_bucket{le=\"0.000016\"} 2\n"));
    CU_ASSERT_TRUE(has_line(&arena, "turn_seconds_bucket{le=\"0.000032\"} 3\n"));
    CU_ASSERT_TRUE(has_line(&arena, "turn_seconds_bucket{le=\"134.217728\"} 3\n"));
    CU_ASSERT_TRUE(has_line(&arena, "turn_seconds_bucket{le=\"+Inf\"} 4\n"));
    CU_ASSERT_TRUE(has_line(&arena, "turn_seconds_sum 1000.000033\nturn_seconds_count 4\n"));
    fy_arena_done(&arena);
}

static void the_process_is_measured_too(void)
{
    struct fy_arena arena;

    fy_arena_init(&arena, 1 << 20);
    CU_ASSERT_TRUE(has_line(&arena, "\nprocess_resident_memory_bytes "));
    CU_ASSERT_TRUE(has_line(&arena, "\nprocess_cpu_seconds_total "));
    fy_arena_done(&arena);
}

static const CU_TestInfo tests[] = {
    TEST(lines_of_one_name_stand_together),
    TEST(a_histogram_counts_all_it_saw),
    TEST(the_process_is_measured_too),
};

TEST_MAIN(lib.metrics, tests)
