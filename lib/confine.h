/*
 * confine.h - a program gives up, for good, what it will never need: a bug in it can then do no
 * more than the program could.
 *
 *   no new privileges   no file makes it, or what it starts, more than it is
 *   no core dump        keys and rows of people stay out of files; a program that holds keys cannot
 *                       be looked into by its own user either (root may: CONTRIBUTING.md, gdb -p)
 *   files               writes in its folders; reads there, of what it was told, and of what its
 *                       libraries read of the system. Nothing else opens, nothing runs (Landlock)
 *   system calls        no other program, no process, no look into one, no mount, no new code in
 *                       memory, no module, no clock to set (seccomp, by libseccomp)
 *
 * Call once, in main: behind fy_conf_load and before the first thread, for both are a thread's own
 * and its children's. Files that are open already stay open.
 *
 * Errors:  FY_FATAL: a folder that cannot be made or opened. A kernel that lacks one of these (or a
 *          container that forbids it) costs that one and a warning in the log.
 * Memory:  nothing is kept.
 * Threads: main, while it is alone.
 * Source:  landlock(7), seccomp_rule_add(3); the choice: docs/decisions/0034.
 */
#ifndef FY_CONFINE_H
#define FY_CONFINE_H

#include "lib/err.h"

#include <stdbool.h>

enum { FY_CONFINE_PATHS_MAX = 16 }; /* Of each list. */

struct fy_confine {
    const char
        *writes[FY_CONFINE_PATHS_MAX]; /* Folders; made, mode 0700, where missing. NULL ends. */
    const char
        *reads[FY_CONFINE_PATHS_MAX]; /* Files or folders; passed over where missing. NULL ends. */
    bool keys;                        /* It holds keys: not even its own user looks into it. */
    bool offline;                     /* It never speaks to anybody: no sockets. */
};

enum fy_status fy_confine(const struct fy_confine *confine, struct fy_err *err) FY_MUST_CHECK;

#endif
