/*
 * Who people say they are, and that they want to be forgotten: PUT and DELETE /v1/me (an account)
 * and /v1/me/contact (a guest, by the visitor's cookie).
 */
#include "lib/email.h"
#include "producers/accounts/guest.h"
#include "producers/accounts/tokens.h"
#include "producers/routes.h"

#include <stdio.h>
#include <string.h>

/* --- Said ------------------------------------------------------------------------------------ */

static void put_address(struct fy_json_out *out, const struct address_body *address)
{
    fy_json_out_object(out);
    fy_json_out_name(out, "lines");
    fy_json_out_array(out);
    for (size_t i = 0; i < address->lines.count; i++)
        fy_json_out_text(out, address->lines.items[i]);
    fy_json_out_array_end(out);
    fy_json_out_member_text(out, "postcode", address->postcode);
    fy_json_out_member_text(out, "city", address->city);
    fy_json_out_member_text(out, "country", address->country);
    fy_json_out_object_end(out);
}

/* Absent where there are none: nothing is sealed then. */
static struct fy_slice addresses_json(
    struct op *op, const struct address_body *addresses, size_t count)
{
    struct fy_json_out out;
    struct fy_slice json = {0};

    if (count == 0)
        return json;
    fy_json_out_init(&out, &op->arena);
    fy_json_out_array(&out);
    for (size_t i = 0; i < count; i++)
        put_address(&out, &addresses[i]);
    fy_json_out_array_end(&out);
    return fy_json_out_done(&out, &json) ? json : (struct fy_slice){0};
}

static void said(struct op *op)
{
    op_answer_written(op, "/v1/me");
}

void producers_me_put(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct profile_body *body;
    struct set_profile *set;
    struct account_request *fact;
    struct op *op;

    if (!op_begin(producers->people, request, "me_put", "profile", (void **)&body, &op) ||
        !op_caller(op) || !op_key_of(op, op->credential.person) ||
        !op_room(op, sizeof(*set), &set) || !op_room(op, sizeof(*fact), &fact))
        return;
    set->profile = (struct profile_encrypted){
        .full_name = op_seal(op, "full_name", body->full_name),
        .phone = op_seal(op, "phone", body->phone),
        .addresses = op_seal(
            op, "addresses", addresses_json(op, body->addresses.items, body->addresses.count)),
    };
    fact->set_profile = set;
    op_write(op, fy_slice_of(op->account), fact, said);
}

/* --- A guest --------------------------------------------------------------------------------- */

static void contact_said(struct op *op)
{
    op_answer_written(op, "/v1/me/contact");
}

static void contact_with_person(struct op *op)
{
    struct account_request *fact;

    if (guest_fact(op, op->own, &fact))
        op_write(op, fy_slice_of(op->person), fact, contact_said);
}

static bool take_visitor(struct op *op)
{
    if (op->visitor.data != NULL)
        return true;
    op_problem(op, FY_PROBLEM_NO_VISITOR, "Cookie",
        "send the cookie fy_visitor as the answer to POST /v1/activity set it");
    return false;
}

void producers_contact_put(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct guest_contact *contact;
    struct contact_body *body;
    struct fy_err err;
    struct op *op;
    bool known;

    if (!op_begin(producers->people, request, "contact_put", "contact", (void **)&body, &op) ||
        !take_visitor(op) || !op_room(op, sizeof(*contact), &contact))
        return;
    *contact = (struct guest_contact){
        .visitor = op->visitor,
        .full_name = body->full_name,
        .phone = body->phone,
        .addresses = addresses_json(op, body->addresses.items, body->addresses.count),
    };
    if (fy_email_normal(body->email, &op->arena, &contact->email, &err) != FY_OK) {
        op_problem(op, FY_PROBLEM_BAD_FIELD, "email", "%s", err.text);
        return;
    }
    op->own = contact;
    if (!guest_find(op, op->visitor, &known))
        return;
    if (known) {
        if (op_key_of(op, fy_slice_of(op->person)))
            contact_with_person(op);
    } else if (guest_is_first_busy(op, op->visitor)) {
        op_problem(op, FY_PROBLEM_BUSY, NULL, "another request of this visitor is under way");
    } else {
        op_new_person(op, contact_with_person);
    }
}

/* --- Forgotten ------------------------------------------------------------------------------- */

static void forgotten(struct op *op, const struct account_event *event)
{
    if (event != NULL && event->request_refused != NULL) {
        op_problem(op, FY_PROBLEM_NOT_FOUND, NULL, "there is nobody to forget");
        return;
    }
    tokens_forget(op);
    op_answer_done(op);
}

static void forget_written(struct op *op)
{
    op_wait(op, forgotten);
}

static void forget(struct op *op, struct fy_slice subject)
{
    struct forget_person *forget;
    struct account_request *fact;

    if (!op_room(op, sizeof(*forget), &forget) || !op_room(op, sizeof(*fact), &fact))
        return;
    forget->person = fy_slice_of(op->person);
    fact->forget_person = forget;
    op_write(op, subject, fact, forget_written);
}

static void forget_checked(struct op *op)
{
    if (op->right)
        forget(op, fy_slice_of(op->account));
    else
        op_problem(op, FY_PROBLEM_WRONG_PASSWORD, "password", "password: it is wrong");
}

/* It cannot be undone: the password once more. */
void producers_me_delete(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct password_body *body;
    struct op *op;

    if (!op_begin(producers->people, request, "me_delete", "password_only", (void **)&body, &op) ||
        !op_caller(op) || !op_may_try(op, "login", PEOPLE_TRIES_BURST))
        return;
    op->password = body->password;
    op_check(op, forget_checked);
}

void producers_contact_delete(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct op *op;
    bool known;

    if (!op_begin(producers->people, request, "contact_delete", NULL, NULL, &op) ||
        !take_visitor(op) || !guest_find(op, op->visitor, &known))
        return;
    if (known)
        forget(op, fy_slice_of(op->person));
    else
        op_problem(op, FY_PROBLEM_NOT_FOUND, NULL, "there is nobody to forget");
}
