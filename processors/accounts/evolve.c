/* What each event makes of a row. No assert, no refusal: what was written has happened. */
#include "processors/accounts/accounts.h"

#include <string.h>

/* --- Lists, in the caller's room ------------------------------------------------------------- */

/* Append to `items`, which has room for `max`: beyond it the oldest goes. */
static size_t slice_append(
    struct fy_slice *items, size_t count, size_t max, struct fy_slice appended)
{
    if (count >= max) {
        memmove(items, items + 1, (max - 1) * sizeof(items[0]));
        count = max - 1;
    }
    items[count] = appended;
    return count + 1;
}

/* The last `max` of a row's list, into its room. */
static size_t slices_own(
    struct fy_slice *room, size_t max, const struct fy_slice *items, size_t count)
{
    size_t skipped = count > max ? count - max : 0;

    if (count > skipped && items + skipped != room)
        memmove(room, items + skipped, (count - skipped) * sizeof(room[0]));
    return count - skipped;
}

static void sessions_own(struct account *row, struct account_room *room)
{
    size_t count = row->sessions.count;
    size_t skipped = count > ACCOUNT_SESSIONS_MAX ? count - ACCOUNT_SESSIONS_MAX : 0;

    if (count > skipped && row->sessions.items + skipped != room->sessions)
        memmove(room->sessions, row->sessions.items + skipped,
            (count - skipped) * sizeof(room->sessions[0]));
    row->sessions.items = room->sessions;
    row->sessions.count = count - skipped;
}

static struct account_session *session_at(
    struct account *row, struct fy_slice session, struct account_room *room)
{
    sessions_own(row, room);
    for (size_t i = 0; i < row->sessions.count; i++)
        if (fy_slice_equal(room->sessions[i].session, session))
            return &room->sessions[i];
    return NULL;
}

static void session_drop(struct account *row, size_t at, struct account_room *room)
{
    memmove(&room->sessions[at], &room->sessions[at + 1],
        (row->sessions.count - at - 1) * sizeof(room->sessions[0]));
    row->sessions.count--;
}

/* --- What every event does ------------------------------------------------------------------- */

/* Several events of one request have one cause, and count once. */
static void remember(
    struct account *row, const struct account_event *event, struct account_room *room)
{
    struct fy_slice cause = event->envelope.cause_id;
    size_t count = slices_own(
        room->recent_ids, ACCOUNT_RECENT_IDS_MAX, row->recent_ids.items, row->recent_ids.count);

    if (cause.size > 0 && (count == 0 || !fy_slice_equal(room->recent_ids[count - 1], cause)))
        count = slice_append(room->recent_ids, count, ACCOUNT_RECENT_IDS_MAX, cause);
    row->recent_ids.items = room->recent_ids;
    row->recent_ids.count = count;
    row->updated_ms = event->decided_ms;
    if (event->has_request_partition && event->has_request_offset) {
        room->as_of = (struct position){
            .topic = fy_slice_of("account-requests"),
            .partition = event->request_partition,
            .offset = event->request_offset,
        };
        row->as_of.items = &room->as_of;
        row->as_of.count = 1;
    }
}

/* --- People ---------------------------------------------------------------------------------- */

/* A person where there was none. Sessions of whoever had the e-mail before end in their time. */
static void begin_person(struct account *row, const struct account_event *event, const char *role)
{
    *row = (struct account){
        .person = event->person,
        .root = event->envelope.root,
        .created_ms = event->decided_ms,
        .updated_ms = row->updated_ms,
        .as_of = row->as_of,
        .role = fy_slice_of(role),
        .sessions = row->sessions,
        .recent_ids = row->recent_ids,
    };
}

/* What is kept recognises a repeat: else it would bring back what was withdrawn. */
static void forget(struct account *row, const struct account_event *event)
{
    begin_person(row, event, "");
    row->person = (struct fy_slice){0};
    row->has_forgotten_ms = true;
    row->forgotten_ms = event->decided_ms;
}

static bool is_last(const struct account_event *event)
{
    return event->account_removed != NULL &&
           fy_slice_equal(event->account_removed->reason, fy_slice_of("forgotten"));
}

static void set_password(
    struct account *row, const struct password_encrypted *password, struct account_room *room)
{
    room->password = *password;
    row->password = &room->password;
}

/* The e-mail was shown to be theirs by a token, and the password is a new one. */
static void prove(struct account *row)
{
    row->verified = true;
    row->verify = NULL;
    row->reset = NULL;
    row->password_before = NULL;
    row->failures = 0;
    row->has_locked_until_ms = false;
    row->locked_until_ms = 0;
}

static void evolve_person(
    struct account *row, const struct account_event *event, struct account_room *room)
{
    if (event->account_created != NULL) {
        begin_person(row, event, "customer");
        row->profile.email = event->account_created->letter.email;
        set_password(row, &event->account_created->password, room);
        room->verify = (struct token_waiting){
            event->account_created->verify_hash, event->account_created->verify_until_ms};
        row->verify = &room->verify;
    }
    if (event->email_verified != NULL) {
        row->verified = true;
        row->verify = NULL;
    }
    if (event->profile_set != NULL) {
        if (row->person.size == 0)
            begin_person(row, event, "guest");
        row->profile = event->profile_set->profile;
    }
    if (event->visitor_linked != NULL) {
        struct fy_slice visitor = event->visitor_linked->visitor;
        size_t count = slices_own(
            room->visitors, ACCOUNT_VISITORS_MAX, row->visitors.items, row->visitors.count);
        size_t kept = 0;

        for (size_t i = 0; i < count; i++)
            if (!fy_slice_equal(room->visitors[i], visitor))
                room->visitors[kept++] = room->visitors[i];
        row->visitors.items = room->visitors;
        row->visitors.count = slice_append(room->visitors, kept, ACCOUNT_VISITORS_MAX, visitor);
    }
    if (event->person_forgotten != NULL || event->account_removed != NULL)
        forget(row, event);
}

/* --- Roles and invitations ------------------------------------------------------------------- */

static void evolve_invited(
    struct account *row, const struct account_event *event, struct account_room *room)
{
    const struct member_invited *invited = event->member_invited;

    if (!fy_slice_equal(row->person, event->person)) {
        begin_person(row, event, "");
        row->profile.email = invited->letter.email;
    }
    room->invitation = (struct invitation){
        .role = invited->role,
        .supplier = invited->supplier,
        .hash = invited->invite_hash,
        .until_ms = invited->invite_until_ms,
    };
    row->invitation = &room->invitation;
}

static void evolve_role(
    struct account *row, const struct account_event *event, struct account_room *room)
{
    if (event->member_invited != NULL)
        evolve_invited(row, event, room);
    if (event->invitation_accepted != NULL) {
        row->role = event->invitation_accepted->role;
        row->supplier = event->invitation_accepted->supplier;
        row->invitation = NULL;
        set_password(row, &event->invitation_accepted->password, room);
        prove(row);
    }
    if (event->invitation_ended != NULL)
        row->invitation = NULL;
    if (event->member_removed != NULL) {
        row->role = fy_slice_of("customer");
        row->supplier = (struct fy_slice){0};
    }
}

/* --- Passwords ------------------------------------------------------------------------------- */

static void evolve_password(
    struct account *row, const struct account_event *event, struct account_room *room)
{
    if (event->password_reset_asked != NULL) {
        room->reset = (struct token_waiting){
            event->password_reset_asked->reset_hash, event->password_reset_asked->reset_until_ms};
        row->reset = &room->reset;
    }
    if (event->password_reset_ended != NULL)
        row->reset = NULL;
    if (event->password_changed != NULL) {
        if (!fy_slice_equal(event->password_changed->why, fy_slice_of("rehashed"))) {
            prove(row);
        } else if (row->password != NULL) {
            room->password_before = *row->password;
            row->password_before = &room->password_before;
        }
        set_password(row, &event->password_changed->password, room);
    }
    if (event->login_failed != NULL) {
        row->failures = event->login_failed->failures;
        row->has_locked_until_ms = event->login_failed->has_locked_until_ms;
        row->locked_until_ms = event->login_failed->locked_until_ms;
    }
}

/* --- Sessions -------------------------------------------------------------------------------- */

static void evolve_opened(
    struct account *row, const struct account_event *event, struct account_room *room)
{
    const struct session_opened *opened = event->session_opened;

    row->failures = 0;
    row->has_locked_until_ms = false;
    row->locked_until_ms = 0;
    sessions_own(row, room);
    if (row->sessions.count == ACCOUNT_SESSIONS_MAX)
        session_drop(row, 0, room);
    room->sessions[row->sessions.count++] = (struct account_session){
        .session = opened->session,
        .created_ms = event->decided_ms,
        .refreshed_ms = event->decided_ms,
        .refresh_hash = opened->refresh_hash,
        .label = opened->label,
    };
}

static void evolve_session(
    struct account *row, const struct account_event *event, struct account_room *room)
{
    struct account_session *session;

    if (event->session_opened != NULL)
        evolve_opened(row, event, room);
    if (event->session_refreshed != NULL) {
        session = session_at(row, event->session_refreshed->session, room);
        if (session != NULL) {
            session->old_hash = event->session_refreshed->old_hash;
            session->refresh_hash = event->session_refreshed->new_hash;
            session->refreshed_ms = event->decided_ms;
        }
    }
    if (event->session_revoked != NULL) {
        session = session_at(row, event->session_revoked->session, room);
        if (session != NULL) {
            session->has_revoked_ms = true;
            session->revoked_ms = event->decided_ms;
            session->revoked_why = event->session_revoked->why;
        }
    }
    if (event->session_removed != NULL) {
        session = session_at(row, event->session_removed->session, room);
        if (session != NULL)
            session_drop(row, (size_t)(session - room->sessions), room);
    }
}

void account_evolve(
    struct account *row, const struct account_event *event, struct account_room *room)
{
    remember(row, event, room);
    evolve_person(row, event, room);
    evolve_role(row, event, room);
    evolve_password(row, event, room);
    evolve_session(row, event, room);
    if (is_last(event) || !account_exists(row)) /* Refused, and never there. */
        *row = (struct account){0};
}
