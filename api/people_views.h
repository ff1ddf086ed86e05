/*
 * people_views.h - by what persons are found: by supplier, by visitor; and sessions by person.
 *
 * Rows of other spaces beside a row of VIEW_USERS or of sessions, changed when that one changes;
 * what the row before had and the new one has not is deleted, with a tombstone all of it.
 * Errors:  as views_apply.
 * Threads: the reactor's.
 */
#ifndef API_PEOPLE_VIEWS_H
#define API_PEOPLE_VIEWS_H

#include "api/views.h"
#include "schemas/generated/session.h"

/* Before the row of VIEW_USERS is put or deleted. */
enum fy_status views_person_changes(struct views *views,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

/* Before the row of a session is; `space` is where those are. */
enum fy_status views_session_changes(struct views *views,
    uint32_t space,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err) FY_MUST_CHECK;

#endif
