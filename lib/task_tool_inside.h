/*
 * task_tool_inside.h - what the files of task_tool share; nobody else includes it.
 */
#ifndef FY_TASK_TOOL_INSIDE_H
#define FY_TASK_TOOL_INSIDE_H

#include "lib/task_tool.h"
#include "lib/task_truth.h"

enum { TOOL_PATH_BYTES = 4096 };

struct tool_run {
    const struct task_tool *tool;
    const struct fy_processor *processor;
    const struct fy_kafka_config *kafka;
    struct truth truth;
    char scratch[TOOL_PATH_BYTES], look[TOOL_PATH_BYTES];
    const char *doing;
    int64_t said_ms;
    bool differ;
    int differences;
};

/* Behind truth_read. */
enum fy_status tool_parked(struct tool_run *run, struct fy_err *err) FY_MUST_CHECK;
enum fy_status tool_swap(struct tool_run *run, struct fy_err *err) FY_MUST_CHECK;
enum fy_status tool_release(struct tool_run *run, struct fy_err *err) FY_MUST_CHECK;

#endif
