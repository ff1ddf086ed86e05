/* confine_calls.h - the system calls that a program of ours is refused; confine.h says why. */
#ifndef FY_CONFINE_CALLS_H
#define FY_CONFINE_CALLS_H

#include <stdbool.h>

/*
 * NULL when they are refused from now on, in this thread and those it starts; else why not.
 * `offline`: sockets of any kind, too.
 */
const char *confine_calls(bool offline);

#endif
