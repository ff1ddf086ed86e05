/* Signing in and out: POST /v1/login, /v1/refresh, /v1/logout; DELETE /v1/me/sessions[/{session}].
 */
#include "producers/accounts/tokens.h"
#include "producers/routes.h"
#include "producers/visitors.h"

#include <stdio.h>
#include <string.h>

/* --- In -------------------------------------------------------------------------------------- */

/* One answer for all that can be wrong, an account that is not there or not verified too. */
static void refuse_login(struct op *op)
{
    fy_http_set_header(op->request, "WWW-Authenticate", "Bearer");
    op_problem(op, FY_PROBLEM_WRONG_PASSWORD, NULL,
        "e-mail or password is wrong, the e-mail is not verified yet, or there were too many tries "
        "lately");
}

static void login_decided(struct op *op, const struct account_event *event)
{
    if (event != NULL && event->session_opened != NULL)
        tokens_answer(op);
    else
        refuse_login(op);
}

static void login_written(struct op *op)
{
    op_wait(op, login_decided);
}

static struct fy_slice label_of(struct op *op)
{
    char room[64];

    return op_keep(op,
        fy_slice_of(tokens_label(fy_http_header(op->request, "User-Agent"), room, sizeof(room))));
}

/* A browser that signs in before it has looked at anything: what it looks at from now on is theirs
 * too. An app that wants that sends its visitor's cookie. */
static struct fy_slice visitor_of(struct op *op)
{
    if (op->visitor.data != NULL || !tokens_is_browser(op->request))
        return op->visitor;
    return visitors_meet(op->people->producers, op->request, &op->arena);
}

static void open_session(struct op *op)
{
    struct open_session *session;
    struct account_request *fact;

    if (!op_room(op, sizeof(*session), &session) || !op_room(op, sizeof(*fact), &fact))
        return;
    fy_visitor_new(op->session);
    fy_ticket_new(op->people->ticket_key, FY_TICKET_REFRESH, op->account, op->session, op->ticket,
        op->ticket_hash);
    session->session = fy_slice_of(op->session);
    session->replaces = *op->credential.password;
    session->refresh_hash = fy_slice_of(op->ticket_hash);
    session->label = label_of(op);
    session->visitor = visitor_of(op);
    fact->open_session = session;
    op_write(op, fy_slice_of(op->account), fact, login_written);
}

/* The same password at today's costs, then the session. */
static void login_rehash_then_open(struct op *op)
{
    struct rehash_password *rehash;
    struct account_request *fact;

    if (!op_room(op, sizeof(*rehash), &rehash) || !op_room(op, sizeof(*fact), &fact))
        return;
    rehash->replaces = *op->credential.password;
    rehash->password.password_hash = op_sealed_hash(op);
    fact->rehash_password = rehash;
    op_write(op, fy_slice_of(op->account), fact, open_session);
}

/* Written down for an unknown e-mail too, so that it takes as long. */
static void login_checked(struct op *op)
{
    struct fail_login *fail;
    struct account_request *fact;
    bool locked = op->known && op->credential.has_locked_until_ms &&
                  op->credential.locked_until_ms > op->now_ms;

    if (op->right && !locked) {
        if (op->stale)
            op_hash(op, login_rehash_then_open);
        else
            open_session(op);
        return;
    }
    if (!op_room(op, sizeof(*fail), &fail) || !op_room(op, sizeof(*fact), &fact))
        return;
    fail->label = label_of(op);
    fact->fail_login = fail;
    op_write(op, fy_slice_of(op->account), fact, refuse_login);
}

void producers_login(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct login_body *body;
    struct fy_slice email;
    struct op *op;

    if (!op_begin(producers->people, request, NULL, "login", (void **)&body, &op) ||
        !op_account_of_email(op, body->email, &email) ||
        !op_may_try(op, "login", PEOPLE_TRIES_BURST))
        return;
    op->password = body->password;
    op_check(op, login_checked);
}

/* --- On -------------------------------------------------------------------------------------- */

static void refuse_refresh(struct op *op)
{
    tokens_forget(op);
    fy_http_set_header(op->request, "WWW-Authenticate", "Bearer");
    op_problem(op, FY_PROBLEM_NO_TOKEN, NULL, "this refresh token does not count: sign in");
}

/* Was it this request that the session's hash is from? */
static bool is_in_force(struct op *op)
{
    struct session session;
    struct fy_err err;
    bool known;

    return view_session(op->people->producers->store, fy_slice_of(op->session), &op->arena, &known,
               &session, &err) == FY_OK &&
           known && !session.has_revoked_ms &&
           fy_slice_equal(session.refresh_hash, fy_slice_of(op->ticket_hash));
}

static void refresh_decided(struct op *op, const struct account_event *event)
{
    if (event != NULL ? event->session_refreshed != NULL : is_in_force(op))
        tokens_answer(op);
    else
        refuse_refresh(op);
}

static void refresh_written(struct op *op)
{
    op_wait(op, refresh_decided);
}

/* The token of the body, or of a browser's cookie; never of another site's page. */
static struct fy_slice given_ticket(
    struct fy_http_request *request, const struct refresh_body *body)
{
    if (body->refresh_token.data != NULL)
        return body->refresh_token;
    return tokens_is_foreign_page(request) ? (struct fy_slice){0}
                                           : fy_http_cookie(request, "fy_refresh");
}

void producers_refresh(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct refresh_body *body;
    struct refresh_session *refresh;
    struct account_request *fact;
    struct fy_ticket *ticket;
    struct op *op;

    if (!op_begin(producers->people, request, "refresh", "refresh", (void **)&body, &op))
        return;
    if (!op_room(op, sizeof(*refresh), &refresh) || !op_room(op, sizeof(*fact), &fact) ||
        !op_room(op, sizeof(*ticket), &ticket))
        return;
    if (!fy_ticket_read(
            op->people->ticket_key, FY_TICKET_REFRESH, given_ticket(request, body), ticket)) {
        refuse_refresh(op);
        return;
    }
    if (!op_account(op, ticket->account))
        return;
    if (!op->known) {
        refuse_refresh(op);
        return;
    }
    (void)snprintf(op->session, sizeof(op->session), "%s", ticket->session);
    fy_ticket_next(op->people->ticket_key, ticket, fy_http_header(request, "Idempotency-Key"),
        op->ticket, op->ticket_hash);
    refresh->session = fy_slice_of(op->session);
    refresh->old_hash = fy_slice_of(ticket->hash);
    refresh->new_hash = fy_slice_of(op->ticket_hash);
    fact->refresh_session = refresh;
    op_write(op, fy_slice_of(op->account), fact, refresh_written);
}

/* --- Out ------------------------------------------------------------------------------------- */

static void own_out_decided(struct op *op, const struct account_event *event)
{
    (void)event; /* It had ended already, or has now. */
    tokens_forget(op);
    op_answer_done(op);
}

static void own_out_written(struct op *op)
{
    op_wait(op, own_out_decided);
}

static void revoke(struct op *op, struct fy_slice session, bool logged_out, op_then *then)
{
    struct revoke_session *ends;
    struct account_request *fact;

    if (!op_room(op, sizeof(*ends), &ends) || !op_room(op, sizeof(*fact), &fact))
        return;
    ends->session = op_keep(op, session);
    ends->logged_out = logged_out;
    fact->revoke_session = ends;
    op_write(op, fy_slice_of(op->account), fact, then);
}

void producers_logout(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct op *op;

    if (!op_begin(producers->people, request, "logout", NULL, NULL, &op) || !op_caller(op))
        return;
    revoke(op, fy_http_caller(request)->session, true, own_out_written);
}

static void refuse_session(struct op *op)
{
    op_problem(op, FY_PROBLEM_NOT_FOUND, NULL, "There is no session of that id");
}

static void one_out_decided(struct op *op, const struct account_event *event)
{
    const struct request_refused *refused = event != NULL ? event->request_refused : NULL;

    if (refused != NULL && !fy_slice_equal(refused->reason, fy_slice_of("session_ended")))
        refuse_session(op);
    else
        op_answer_done(op);
}

static void one_out_written(struct op *op)
{
    op_wait(op, one_out_decided);
}

/*
 * The gate has seen that it is theirs, or that we do not know it: it may have been opened a moment
 * ago, by somebody else who serves this shop. So `accounts` says.
 */
void producers_session_delete(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct fy_slice id = fy_http_path_param(request, "session");
    struct op *op;

    if (!op_begin(producers->people, request, "session_delete", NULL, NULL, &op) || !op_caller(op))
        return;
    if (!fy_id_is_hex(id, FY_VISITOR_TEXT)) {
        refuse_session(op);
        return;
    }
    revoke(op, id, false,
        fy_slice_equal(id, fy_http_caller(request)->session) ? own_out_written : one_out_written);
}

void producers_sessions_delete(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct revoke_sessions *all;
    struct account_request *fact;
    struct op *op;

    if (!op_begin(producers->people, request, "sessions_delete", NULL, NULL, &op) || !op_caller(op))
        return;
    if (!op_room(op, sizeof(*all), &all) || !op_room(op, sizeof(*fact), &fact))
        return;
    fact->revoke_sessions = all;
    op_write(op, fy_slice_of(op->account), fact, own_out_written);
}
