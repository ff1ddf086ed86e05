/*
 * Accounts and their passwords: POST /v1/accounts[/verify], /v1/password-resets[/done],
 * PUT /v1/me/password.
 */
#include "producers/accounts/tokens.h"
#include "producers/routes.h"

#include <string.h>

/* --- Registered ------------------------------------------------------------------------------ */

struct registering {
    struct fy_slice email;
};

/* The same for all: whether the e-mail has an account, its owner alone is told, by a letter. */
static void register_written(struct op *op)
{
    op_answer_written(op, "/v1/login");
}

static void register_with_person(struct op *op)
{
    struct registering *own = op->own;
    struct create_account *create;
    struct account_request *fact;

    if (!op_room(op, sizeof(*create), &create) || !op_room(op, sizeof(*fact), &fact))
        return;
    fy_ticket_new(
        op->people->ticket_key, FY_TICKET_VERIFY, op->account, NULL, op->ticket, op->ticket_hash);
    create->person = fy_slice_of(op->person);
    create->password.password_hash = op_sealed_hash(op);
    create->verify_hash = fy_slice_of(op->ticket_hash);
    create->letter.email = op_seal(op, "email", own->email);
    create->letter.token = op_seal(op, "token", fy_slice_of(op->ticket));
    create->visitor = op->visitor;
    fact->create_account = create;
    op_write(op, fy_slice_of(op->account), fact, register_written);
}

static void register_hashed(struct op *op)
{
    op_new_person(op, register_with_person);
}

void producers_account_post(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct register_body *body;
    struct registering *own;
    struct op *op;

    if (!op_begin(producers->people, request, "account_post", "sign_up", (void **)&body, &op) ||
        !op_room(op, sizeof(*own), &own) || !op_account_of_email(op, body->email, &own->email) ||
        !op_may_try(op, "register", PEOPLE_REGISTER_BURST))
        return;
    op->own = own;
    op->person[0] = '\0'; /* Somebody else, whoever has this e-mail. */
    op->password = body->password;
    op_hash(op, register_hashed);
}

/* --- By a letter's token --------------------------------------------------------------------- */

static void refuse_ticket(struct op *op)
{
    op_problem(op, FY_PROBLEM_BAD_TOKEN, "token",
        "token: it was used, has expired, or never counted; ask for another letter");
}

/* Any event but a refusal; of a repeat nobody knows what its first was told. */
static void ticket_decided(struct op *op, const struct account_event *event)
{
    if (event == NULL)
        op_answer_written(op, "/v1/login");
    else if (event->request_refused != NULL)
        refuse_ticket(op);
    else
        op_answer_done(op);
}

static void ticket_written(struct op *op)
{
    op_wait(op, ticket_decided);
}

/* The account that a token is for; its hash is op->ticket_hash. */
static bool read_ticket(struct op *op, enum fy_ticket_kind kind, struct fy_slice text)
{
    struct fy_ticket ticket;

    if (!fy_ticket_read(op->people->ticket_key, kind, text, &ticket)) {
        refuse_ticket(op);
        return false;
    }
    memcpy(op->ticket_hash, ticket.hash, sizeof(op->ticket_hash));
    if (!op_account(op, ticket.account))
        return false;
    if (op->known)
        return true;
    refuse_ticket(op);
    return false;
}

void producers_account_verify(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct verify_account *verify;
    struct account_request *fact;
    struct token_body *body;
    struct op *op;

    if (!op_begin(producers->people, request, "account_verify", "ticket", (void **)&body, &op) ||
        !read_ticket(op, FY_TICKET_VERIFY, body->token) || !op_room(op, sizeof(*verify), &verify) ||
        !op_room(op, sizeof(*fact), &fact))
        return;
    verify->verify_hash = fy_slice_of(op->ticket_hash);
    fact->verify_account = verify;
    op_write(op, fy_slice_of(op->account), fact, ticket_written);
}

static void reset_hashed(struct op *op)
{
    struct reset_password *reset;
    struct account_request *fact;

    if (!op_room(op, sizeof(*reset), &reset) || !op_room(op, sizeof(*fact), &fact))
        return;
    reset->reset_hash = fy_slice_of(op->ticket_hash);
    reset->password.password_hash = op_sealed_hash(op);
    fact->reset_password = reset;
    op_write(op, fy_slice_of(op->account), fact, ticket_written);
}

static void join_hashed(struct op *op)
{
    struct accept_invitation *accept;
    struct account_request *fact;

    if (!op_room(op, sizeof(*accept), &accept) || !op_room(op, sizeof(*fact), &fact))
        return;
    accept->invite_hash = fy_slice_of(op->ticket_hash);
    accept->password.password_hash = op_sealed_hash(op);
    fact->accept_invitation = accept;
    op_write(op, fy_slice_of(op->account), fact, ticket_written);
}

/* A password by a token: the same steps for who has forgotten theirs and for who joins. */
static void password_by_ticket(struct producers *producers,
    struct fy_http_request *request,
    const char *route,
    enum fy_ticket_kind kind,
    op_then *hashed)
{
    struct password_token_body *body;
    struct op *op;

    if (!op_begin(producers->people, request, route, "password_token", (void **)&body, &op) ||
        !read_ticket(op, kind, body->token) || !op_may_try(op, route, PEOPLE_TRIES_BURST) ||
        !op_key_of(op, op->credential.person))
        return;
    op->password = body->password;
    op_hash(op, hashed);
}

void producers_password_reset_done(struct fy_http_request *request, void *program)
{
    password_by_ticket(program, request, "password_reset_done", FY_TICKET_RESET, reset_hashed);
}

void producers_invitation_accept(struct fy_http_request *request, void *program)
{
    password_by_ticket(program, request, "invitation_accept", FY_TICKET_INVITATION, join_hashed);
}

/* --- Forgotten passwords --------------------------------------------------------------------- */

static void reset_asked(struct op *op)
{
    op_answer_written(op, "/v1/password-resets/done");
}

/* The fact is written for an unknown e-mail too, and there is no letter then. */
void producers_password_reset(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct ask_password_reset *ask;
    struct account_request *fact;
    struct email_body *body;
    struct fy_slice email;
    struct op *op;

    if (!op_begin(
            producers->people, request, "password_reset", "email_only", (void **)&body, &op) ||
        !op_account_of_email(op, body->email, &email) ||
        !op_may_try(op, "reset", PEOPLE_TRIES_BURST) ||
        (op->known && !op_key_of(op, op->credential.person)) || !op_room(op, sizeof(*ask), &ask) ||
        !op_room(op, sizeof(*fact), &fact))
        return;
    fy_ticket_new(
        op->people->ticket_key, FY_TICKET_RESET, op->account, NULL, op->ticket, op->ticket_hash);
    ask->reset_hash = fy_slice_of(op->ticket_hash);
    if (op->known) {
        ask->person = fy_slice_of(op->person);
        ask->letter.token = op_seal(op, "token", fy_slice_of(op->ticket));
    }
    fact->ask_password_reset = ask;
    op_write(op, fy_slice_of(op->account), fact, reset_asked);
}

/* --- Changed passwords ----------------------------------------------------------------------- */

struct changing {
    struct fy_slice new_password;
    struct fy_slice session;
};

static void change_decided(struct op *op, const struct account_event *event)
{
    if (event == NULL || event->request_refused == NULL) {
        op_answer_done(op);
        return;
    }
    op_problem(op, FY_PROBLEM_WRONG_PASSWORD, "old_password",
        "old_password: the password was changed meanwhile");
}

static void change_written(struct op *op)
{
    op_wait(op, change_decided);
}

static void change_hashed(struct op *op)
{
    struct changing *own = op->own;
    struct change_password *change;
    struct account_request *fact;

    if (!op_room(op, sizeof(*change), &change) || !op_room(op, sizeof(*fact), &fact))
        return;
    change->replaces = *op->credential.password;
    change->password.password_hash = op_sealed_hash(op);
    change->keep_session = own->session;
    fact->change_password = change;
    op_write(op, fy_slice_of(op->account), fact, change_written);
}

static void change_checked(struct op *op)
{
    struct changing *own = op->own;

    if (!op->right) {
        op_problem(op, FY_PROBLEM_WRONG_PASSWORD, "old_password", "old_password: it is wrong");
        return;
    }
    explicit_bzero((uint8_t *)op->password.data, op->password.size);
    op->password = own->new_password;
    op_hash(op, change_hashed);
}

void producers_password_put(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct change_password_body *body;
    struct changing *own;
    struct op *op;

    if (!op_begin(
            producers->people, request, "password_put", "change_password", (void **)&body, &op) ||
        !op_caller(op) || !op_may_try(op, "login", PEOPLE_TRIES_BURST) ||
        !op_room(op, sizeof(*own), &own))
        return;
    own->new_password = body->password;
    own->session = op_keep(op, fy_http_caller(request)->session);
    op->own = own;
    op->password = body->old_password;
    op_check(op, change_checked);
}
