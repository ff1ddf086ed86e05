/*
 * follower_tool.h - what a follower does besides its work: `fy-api digest --conf FILE`.
 *
 * Shape:   a word in front of --conf FILE asks for it. The program's disk is looked into, never
 *          written, and the program may run meanwhile.
 *
 *          digest     rows of each space, their digest, and where the disk stands
 *          rebuild    the same rows made anew from topics alone, beside the old; do they agree?
 * Errors:  exit code 1 when rows differ, or something could not be read.
 */
#ifndef FY_FOLLOWER_TOOL_H
#define FY_FOLLOWER_TOOL_H

#include "lib/follower_truth.h"

enum follower_tool_kind { FOLLOWER_TOOL_NONE, FOLLOWER_TOOL_DIGEST, FOLLOWER_TOOL_REBUILD };

/* What of a program the tool needs. Static storage. */
struct follower_program {
    const char *name;
    uint32_t space_last;
    const char *const *space_names; /* By space; NULL: its number. [0] is not used. */
    follower_row *row;              /* May be NULL. */

    /* How the program follows into `store`; nothing is emitted. `end` takes what begin made. */
    enum fy_status (*begin)(struct fy_store *store,
        void *context,
        struct fy_follower_config *ret_config,
        struct fy_err *err);
    void (*end)(const struct fy_follower_config *config);
    void *context;
};

/* Takes the word out of argv, so that what is left is what fy_conf_load knows. */
enum fy_status follower_tool_take(
    enum follower_tool_kind *ret_kind, int *argc, char **argv, struct fy_err *err) FY_MUST_CHECK;

/* Returns main's exit code. `data` is the program's data folder. */
int follower_tool_run(enum follower_tool_kind kind,
    const struct follower_program *program,
    const char *brokers,
    const char *data);

#endif
