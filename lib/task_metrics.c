#include "lib/task_core.h"

struct fy_metric task_turns = FY_COUNTER("fy_task_turns_total", "Turns committed.");
struct fy_metric task_records = FY_COUNTER("fy_task_records_total", "Records handled.");
struct fy_metric task_dropped =
    FY_COUNTER("fy_task_records_dropped_total", "Records read that are not, or no longer, ours.");
struct fy_metric task_repeats =
    FY_COUNTER("fy_task_repeats_total", "Records dropped as repeats of their writer's number.");
struct fy_metric task_commit_seconds =
    FY_HISTOGRAM("fy_task_commit_seconds", "From the first changelog row to the commit's answer.");
struct fy_metric task_aborts = FY_COUNTER("fy_task_aborts_total", "Turns undone.");
struct fy_metric task_sinks_lost =
    FY_COUNTER("fy_task_producers_lost_total", "Producers fenced or in doubt, and made anew.");
struct fy_metric task_parked_records =
    FY_COUNTER("fy_task_dead_letters_total", "Records sent to the dead letters.");
struct fy_metric task_released_records =
    FY_COUNTER("fy_task_released_total", "Dead letters handled, or left out, after a release.");
struct fy_metric task_parked_keys = FY_GAUGE("fy_task_parked_keys", "Keys that are parked.");
struct fy_metric task_restored_records =
    FY_COUNTER("fy_task_restored_records_total", "Changelog records replayed.");
struct fy_metric task_restore_left =
    FY_GAUGE("fy_task_restore_left_records", "Changelog records still to replay.");
struct fy_metric task_partitions_owned =
    FY_GAUGE("fy_task_partitions", "Partitions that are ours.");
struct fy_metric task_lag = FY_GAUGE("fy_task_lag_records", "Input offsets not read yet.");
struct fy_metric task_dirty_bytes =
    FY_GAUGE("fy_task_dirty_bytes", "Committed rows that the store does not have yet.");
struct fy_metric task_rows_bytes = FY_GAUGE("fy_task_rows_bytes", "Rows in memory.");
struct fy_metric task_rows_bytes_max =
    FY_GAUGE("fy_task_rows_bytes_max", "Above this, clean rows leave memory.");
struct fy_metric task_lag_ms =
    FY_GAUGE("fy_task_lag_milliseconds", "Age of what was read last, where more is waiting.");
struct fy_metric task_timers_near =
    FY_GAUGE("fy_task_timers_near", "Timers in memory: the nearest of each task.");
struct fy_metric task_turn_seconds =
    FY_HISTOGRAM("fy_task_turn_seconds", "From a poll's answer to the end of its turn.");
struct fy_metric task_crashed = FY_COUNTER("fy_task_crashed_total",
    "Records and timers refused because process after process ended with them in hand.");
struct fy_metric task_fired = FY_COUNTER("fy_task_timers_fired_total", "Timers fired.");
struct fy_metric task_fired_late =
    FY_HISTOGRAM("fy_task_timer_late_seconds", "From a row's due time to its firing.");
struct fy_metric task_rebalances =
    FY_COUNTER("fy_task_rebalances_total", "Times that partitions were given to us, or taken.");
struct fy_metric task_ready_seconds =
    FY_HISTOGRAM("fy_task_ready_seconds", "From being given partitions to having them restored.");

struct fy_metric task_standby_partitions =
    FY_GAUGE("fy_task_standby_partitions", "Partitions of others whose rows are kept here too.");
struct fy_metric task_standby_records =
    FY_COUNTER("fy_task_standby_records_total", "Changelog records read for others' partitions.");

void fy_task_metrics_register(void)
{
    fy_metric_register(&task_standby_partitions);
    fy_metric_register(&task_standby_records);
    fy_metric_register(&task_turns);
    fy_metric_register(&task_crashed);
    fy_metric_register(&task_records);
    fy_metric_register(&task_dropped);
    fy_metric_register(&task_repeats);
    fy_metric_register(&task_commit_seconds);
    fy_metric_register(&task_aborts);
    fy_metric_register(&task_sinks_lost);
    fy_metric_register(&task_parked_records);
    fy_metric_register(&task_released_records);
    fy_metric_register(&task_parked_keys);
    fy_metric_register(&task_restored_records);
    fy_metric_register(&task_restore_left);
    fy_metric_register(&task_partitions_owned);
    fy_metric_register(&task_lag);
    fy_metric_register(&task_dirty_bytes);
    fy_metric_register(&task_rows_bytes);
    fy_metric_register(&task_rows_bytes_max);
    fy_metric_register(&task_lag_ms);
    fy_metric_register(&task_timers_near);
    fy_metric_register(&task_turn_seconds);
    fy_metric_register(&task_fired);
    fy_metric_register(&task_fired_late);
    fy_metric_register(&task_rebalances);
    fy_metric_register(&task_ready_seconds);
}
