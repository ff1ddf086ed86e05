/*
 * newer_list.h - of two lists of a visitor the one that knows more.
 *
 * Several instances of fy-recommend write the same lists, and one of them may be behind. So a list
 * takes the place of another only when it includes no less of its visitor's activity, and was made
 * of no less.
 * Errors:  as views_apply.
 * Threads: the reactor's.
 */
#ifndef API_NEWER_LIST_H
#define API_NEWER_LIST_H

#include "api/views.h"

/* *ret_older: what is there knows more than this record. What is not is noted for the slice. */
enum fy_status newer_list_look(struct views *views,
    const struct fy_record *record,
    struct fy_arena *arena,
    bool *ret_older,
    struct fy_err *err) FY_MUST_CHECK;

#endif
