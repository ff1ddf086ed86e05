#include "processors/accounts/check.h"

#include "processors/accounts/handle.h"

/* A name: there, and short enough to keep; or nothing. */
static bool is_name(struct fy_slice text)
{
    return text.size > 0 && text.size <= ACCOUNTS_NAME_BYTES_MAX;
}

static bool is_name_or_none(struct fy_slice text)
{
    return text.size <= ACCOUNTS_NAME_BYTES_MAX;
}

static bool registration_fits(const struct account_request *request)
{
    const struct create_account *create = request->create_account;
    const struct invite_member *invite = request->invite_member;

    if (create != NULL)
        return is_name(create->person) && is_name(create->verify_hash) &&
               is_name_or_none(create->visitor);
    if (invite != NULL)
        return is_name(invite->person) && is_name(invite->invite_hash) &&
               is_name_or_none(invite->role) && is_name_or_none(invite->supplier);
    return true;
}

static bool session_fits(const struct account_request *request)
{
    const struct open_session *open = request->open_session;
    const struct refresh_session *refresh = request->refresh_session;

    if (open != NULL)
        return is_name(open->session) && is_name(open->refresh_hash) &&
               is_name_or_none(open->label) && is_name_or_none(open->visitor);
    if (refresh != NULL)
        return is_name(refresh->session) && is_name(refresh->old_hash) &&
               is_name(refresh->new_hash);
    return request->revoke_session == NULL || is_name(request->revoke_session->session);
}

static bool rest_fits(const struct account_request *request)
{
    if (request->ask_password_reset != NULL)
        return is_name(request->ask_password_reset->reset_hash);
    if (request->set_contact != NULL)
        return is_name(request->set_contact->visitor);
    return request->link_visitor == NULL || is_name(request->link_visitor->visitor);
}

enum fy_status request_check(
    const struct account_request *request, struct fy_slice key, struct fy_err *err)
{
    if (key.data == NULL || !fy_slice_equal(key, request->subject))
        return fy_fail(err, FY_REJECT, "the key is not the request's subject");
    if (!is_name(request->subject) || !is_name(request->envelope.event_id) ||
        !is_name_or_none(request->envelope.root)) {
        return fy_fail(err, FY_REJECT,
            "subject %zu, event_id %zu, root %zu bytes, at most %d each are kept",
            request->subject.size, request->envelope.event_id.size, request->envelope.root.size,
            ACCOUNTS_NAME_BYTES_MAX);
    }
    if (!registration_fits(request) || !session_fits(request) || !rest_fits(request)) {
        return fy_fail(err, FY_REJECT,
            "an id, hash, label, role or supplier is empty or has more than %d bytes",
            ACCOUNTS_NAME_BYTES_MAX);
    }
    return FY_OK;
}
