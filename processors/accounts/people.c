/* Who somebody is, and that nobody knows it any more. */
#include "processors/accounts/decide.h"

#define NONE ((struct fy_slice){0})

void visitor_link(const struct account_case *it, struct fy_slice visitor)
{
    struct account_decision *decision = decision_add(it, "accounts.visitor_linked");

    decision->part.visitor_linked = (struct visitor_linked){.visitor = visitor};
    decision->event.visitor_linked = &decision->part.visitor_linked;
}

static struct account_decision *profile_add(
    const struct account_case *it, const struct profile_encrypted *profile)
{
    struct account_decision *decision = decision_add(it, "accounts.profile_set");

    decision->part.profile_set = (struct profile_set){.profile = *profile};
    decision->event.profile_set = &decision->part.profile_set;
    return decision;
}

/* An account's e-mail is what it was verified for, whatever a profile says. */
void decide_profile(const struct account_case *it)
{
    if (!has_account(it->row))
        refuse(it, "unknown_account", NONE);
    else
        profile_add(it, &it->request->set_profile->profile)->part.profile_set.profile.email =
            it->row->profile.email;
}

/*
 * A guest's person id is the request's subject. Only the visitor who began it may say more of it:
 * nobody else's cookie opens somebody's contact.
 */
void decide_contact(const struct account_case *it)
{
    const struct set_contact *contact = it->request->set_contact;
    enum account_state state = account_state(it->row);

    if (state != ACCOUNT_NOBODY && state != ACCOUNT_GUEST) {
        refuse(it, "unknown_account", NONE);
    } else if (state == ACCOUNT_GUEST && !is_linked(it->row, contact->visitor)) {
        refuse(it, "other_visitor", NONE);
    } else {
        profile_add(it, &contact->profile)->event.person = it->request->subject;
        if (state == ACCOUNT_NOBODY) {
            visitor_link(it, contact->visitor);
            it->out->items[it->out->count - 1].event.person = it->request->subject;
        }
    }
}

void decide_link(const struct account_case *it)
{
    if (has_account(it->row) || account_state(it->row) == ACCOUNT_GUEST)
        visitor_link(it, it->request->link_visitor->visitor);
    else
        refuse(it, "unknown_account", NONE);
}

void decide_forget(const struct account_case *it)
{
    struct account_decision *decision;

    if (it->row->person.size == 0) {
        refuse(it, "unknown_account", NONE);
    } else if (!fy_slice_equal(it->row->person, it->request->forget_person->person)) {
        refuse(it, "other_person", NONE);
    } else {
        (void)revoke_sessions(it, "forgotten", NONE);
        decision = decision_add(it, "accounts.person_forgotten");
        decision->part.person_forgotten = (struct person_forgotten){
            .reason = fy_slice_of("asked"),
            .visitors = {.items = it->row->visitors.items, .count = it->row->visitors.count},
        };
        decision->event.person_forgotten = &decision->part.person_forgotten;
    }
}
