/*
 * guest.h - the guest that a visitor is: a person with a key and no account.
 *
 * Each returns false when it has answered. Threads: the reactor's.
 */
#ifndef PRODUCERS_ACCOUNTS_GUEST_H
#define PRODUCERS_ACCOUNTS_GUEST_H

#include "producers/accounts/op.h"

/* All a guest says of themselves, in the clear: what is absent is gone. */
struct guest_contact {
    struct fy_slice visitor;
    struct fy_slice email, full_name, phone;
    struct fy_slice addresses; /* A JSON array. */
};

/* Into op->person; *ret_known false where they have said nothing yet. */
bool guest_find(struct op *op, struct fy_slice visitor, bool *ret_known);

/* Is another request making a guest of this visitor? Two first words at once would make two. From
 * now on this one is, until it ends. */
bool guest_is_first_busy(struct op *op, struct fy_slice visitor);

/* How the op's person is reached, sealed: on its way (op_send). */
bool guest_send(struct op *op, const struct guest_contact *contact);

/* The fact of it. */
bool guest_fact(
    struct op *op, const struct guest_contact *contact, struct account_request **ret_fact);

#endif
