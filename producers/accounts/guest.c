#include "producers/accounts/guest.h"

#include <stdio.h>

bool guest_find(struct op *op, struct fy_slice visitor, bool *ret_known)
{
    struct fy_slice person = {0};
    struct fy_err err;

    if (view_guest(op->people->producers->store, visitor, &op->arena, &person, &err) != FY_OK) {
        op_problem(op, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return false;
    }
    *ret_known = person.size == FY_PERSON_TEXT;
    if (*ret_known)
        (void)snprintf(op->person, sizeof(op->person), "%.*s", FY_SLICE_ARG(person));
    return true;
}

bool guest_is_first_busy(struct op *op, struct fy_slice visitor)
{
    for (const struct op *other = op->people->ops; other != NULL; other = other->next) {
        if (other != op && other->makes_guest.data != NULL &&
            fy_slice_equal(other->makes_guest, visitor))
            return true;
    }
    op->makes_guest = visitor;
    return false;
}

bool guest_fact(
    struct op *op, const struct guest_contact *contact, struct account_request **ret_fact)
{
    struct set_contact *set;

    if (!op_room(op, sizeof(*set), &set) || !op_room(op, sizeof(**ret_fact), ret_fact))
        return false;
    set->visitor = contact->visitor;
    set->profile = (struct profile_encrypted){
        .email = op_seal(op, "email", contact->email),
        .full_name = op_seal(op, "full_name", contact->full_name),
        .phone = op_seal(op, "phone", contact->phone),
        .addresses = op_seal(op, "addresses", contact->addresses),
    };
    (*ret_fact)->set_contact = set;
    return true;
}

bool guest_send(struct op *op, const struct guest_contact *contact)
{
    struct account_request *fact;
    struct fy_slice value;

    if (!guest_fact(op, contact, &fact))
        return false;
    fact->subject = fy_slice_of(op->person);
    if (!op_encode(op, fact, &value))
        return false;
    op_send(op, FY_TOPIC_ACCOUNT_REQUESTS, fact->subject, value);
    return true;
}
