/*
 * task_tool.h - what a task program does besides its work: `fy-stock digest --conf FILE`.
 *
 * Shape:   a word in front of --conf FILE asks for it; the program reads Kafka into a scratch store
 *          beside its data folder, prints to stdout and ends. Progress goes to stderr. The program
 *          may run meanwhile: its store is not written, and of topics only `operations`, by
 * release.
 *
 *          digest [--store]   rows of the changelog, their digest; does the disk agree?
 *          rebuild [--swap [--by NAME]]
 *                             rows made anew from the topics that define them; do they agree?
 *          parked             keys whose records wait in the dead letters, and why
 *          release KEY [--topic TOPIC] [--skip] [--by NAME]
 *          release --gap TOPIC PARTITION WRITER SEQ NEXT_SEQ [--by NAME]
 * Errors:  exit code 1 when rows differ, or something could not be read.
 */
#ifndef FY_TASK_TOOL_H
#define FY_TASK_TOOL_H

#include "lib/kafka.h"
#include "lib/task.h"

enum task_tool_kind { TOOL_NONE, TOOL_DIGEST, TOOL_REBUILD, TOOL_PARKED, TOOL_RELEASE };

enum { TOOL_GAP_WORDS = 5 };

struct task_tool {
    enum task_tool_kind kind;
    bool store;        /* digest: compare with the program's disk. */
    bool swap;         /* rebuild: ask the tasks to do it, and to go on with the new rows. */
    const char *key;   /* release: of argv; */
    const char *topic; /* of which topic, or NULL; */
    const char *by;    /* who asks, or NULL; */
    bool skip;         /* leave out the first that waits; */
    char **gap;        /* or NULL, or TOOL_GAP_WORDS words about a gap. */
};

/*
 * Take the tool's words out of argv, so that what is left is what fy_conf_load knows. FY_FATAL for
 * a word that no tool knows behind one that is a tool.
 */
enum fy_status task_tool_take(
    struct task_tool *ret_tool, int *argc, char **argv, struct fy_err *err) FY_MUST_CHECK;

/* Returns main's exit code. `data` is the program's data folder. */
int task_tool_run(const struct task_tool *tool,
    const struct fy_processor *processor,
    const struct fy_kafka_config *kafka,
    const char *data,
    struct fy_clock *clock);

#endif
