/*
 * Who works for a supplier, or for us: POST /v1/invitations, DELETE /v1/suppliers/../members/..,
 * and DELETE /v1/people/../role.
 */
#include "producers/accounts/op.h"
#include "producers/routes.h"

struct inviting {
    struct fy_slice email;
    struct fy_slice role;
    struct fy_slice supplier; /* Absent for roles without one. */
};

static void invite_decided(struct op *op, const struct account_event *event)
{
    if (event != NULL && event->invite_refused != NULL) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "email",
            "email: whoever has it cannot be asked to join: they have another role already");
        return;
    }
    op_answer_written(op, "/v1/invitations/accept");
}

static void invite_written(struct op *op)
{
    op_wait(op, invite_decided);
}

static void invite_with_person(struct op *op)
{
    struct inviting *own = op->own;
    struct invite_member *invite;
    struct account_request *fact;

    if (!op_room(op, sizeof(*invite), &invite) || !op_room(op, sizeof(*fact), &fact))
        return;
    fy_ticket_new(op->people->ticket_key, FY_TICKET_INVITATION, op->account, NULL, op->ticket,
        op->ticket_hash);
    invite->person = fy_slice_of(op->person);
    invite->role = own->role;
    invite->supplier = own->supplier;
    invite->invite_hash = fy_slice_of(op->ticket_hash);
    invite->letter.email = op_seal(op, "email", own->email);
    invite->letter.token = op_seal(op, "token", fy_slice_of(op->ticket));
    fact->invite_member = invite;
    op_write(op, fy_slice_of(op->account), fact, invite_written);
}

/* An owner may ask staff of their own; an operator whom they like. */
static bool may_invite(struct op *op, const struct invite_body *body, struct inviting *own)
{
    const struct fy_caller *caller = fy_http_caller(op->request);
    enum fy_role role = fy_role_find(body->role);

    if (caller == NULL) {
        op_problem(op, FY_PROBLEM_NO_TOKEN, NULL, "sign in");
        return false;
    }
    own->role = body->role;
    if (role == FY_ROLE_COUNT || role == FY_ROLE_CUSTOMER) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "role",
            "role: it must be supplier_owner, supplier_staff, operator, data or service");
        return false;
    }
    own->supplier = body->supplier;
    if (caller->role == FY_ROLE_SUPPLIER_OWNER) {
        if (role != FY_ROLE_SUPPLIER_STAFF ||
            (body->supplier.data != NULL && !fy_slice_equal(body->supplier, caller->supplier))) {
            op_problem(op, FY_PROBLEM_FORBIDDEN, "role",
                "role: an owner may ask supplier_staff of their own supplier only");
            return false;
        }
        own->supplier = op_keep(op, caller->supplier);
    } else if (fy_role_is_supplier(role) && body->supplier.data == NULL) {
        own->supplier = op_keep(op, caller->supplier); /* For whom an operator acts. */
    }
    if (fy_role_is_supplier(role) != (own->supplier.size > 0)) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "supplier",
            fy_role_is_supplier(role) ? "supplier: this role needs one"
                                      : "supplier: this role has none");
        return false;
    }
    return true;
}

void producers_invitation_post(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct invite_body *body;
    struct inviting *own;
    struct op *op;

    if (!op_begin(producers->people, request, "invitation_post", "invite", (void **)&body, &op) ||
        !op_room(op, sizeof(*own), &own) || !may_invite(op, body, own) ||
        !op_account_of_email(op, body->email, &own->email) ||
        !op_may_try(op, "invite", PEOPLE_TRIES_BURST))
        return;
    op->own = own;
    if (!op->known)
        op_new_person(op, invite_with_person);
    else if (op_key_of(op, op->credential.person))
        invite_with_person(op);
}

/* --- Gone ------------------------------------------------------------------------------------ */

static void removed(struct op *op, const struct account_event *event)
{
    if (event != NULL && event->request_refused != NULL)
        op_problem(op, FY_PROBLEM_NOT_FOUND, NULL, "There is nobody of that id");
    else
        op_answer_done(op);
}

static void remove_written(struct op *op)
{
    op_wait(op, removed);
}

static bool has_role(const struct user *user)
{
    return user->account.size == FY_LOOKUP_TEXT &&
           (user->invited_role.data != NULL ||
               !fy_slice_equal(user->role, fy_slice_of(fy_role_name(FY_ROLE_CUSTOMER))));
}

/* `supplier`: whose they must be; absent: anybody's, or ours. */
static void take_role(
    struct op *op, struct fy_store *store, struct fy_slice person, struct fy_slice supplier)
{
    struct remove_member *gone;
    struct account_request *fact;
    struct user user = {0};
    struct fy_err err;
    bool known = false;

    if (!op_room(op, sizeof(*gone), &gone) || !op_room(op, sizeof(*fact), &fact))
        return;
    if (view_user(store, person, &op->arena, &known, &user, &err) != FY_OK || !known ||
        !has_role(&user) ||
        (supplier.data != NULL && !fy_slice_equal(user.supplier, supplier) &&
            !fy_slice_equal(user.invited_supplier, supplier))) {
        op_problem(op, FY_PROBLEM_NOT_FOUND, NULL, "There is nobody of that id");
        return;
    }
    if (supplier.data == NULL)
        supplier = user.invited_role.data != NULL ? user.invited_supplier : user.supplier;
    if (supplier.data != NULL)
        gone->supplier = op_keep(op, supplier);
    fact->remove_member = gone;
    op->root = user.person;
    op_write(op, user.account, fact, remove_written);
}

/* The gate has seen that the supplier is the caller's; the person must be the supplier's. */
void producers_member_delete(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct op *op;

    if (op_begin(producers->people, request, "member_delete", NULL, NULL, &op))
        take_role(op, producers->store, fy_http_path_param(request, "person"),
            fy_http_path_param(request, "supplier"));
}

/* Not one's own: the last operator would be none, and a slip could not be taken back. */
void producers_role_delete(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    const struct fy_caller *caller = fy_http_caller(request);
    struct fy_slice person = fy_http_path_param(request, "person");
    struct op *op;

    if (!op_begin(producers->people, request, "role_delete", NULL, NULL, &op))
        return;
    if (caller == NULL || fy_slice_equal(person, caller->person))
        op_problem(op, FY_PROBLEM_FORBIDDEN, NULL, "your own role another operator takes away");
    else
        take_role(op, producers->store, person, (struct fy_slice){0});
}
