/* people.c - what people are told of themselves, and owners of who works for them. */
#include "api/api.h"
#include "api/keys.h"
#include "lib/gate.h"
#include "lib/person_keys.h"
#include "schemas/generated/session.h"

#include <string.h>

enum {
    SESSIONS_MAX = 100, /* Shown; an account has fewer at once. */
    MEMBERS_MAX = 200,
};

/* --- Unsealed -------------------------------------------------------------------------------- */

/* A person's key while an answer is made of what lies under it. */
struct opened {
    struct fy_slice person;
    uint8_t key[FY_KEY_BYTES];
    bool known;
    struct fy_arena *arena;
};

static enum fy_status open_person(
    struct api *api, struct fy_slice person, struct opened *ret_opened, struct fy_err *err)
{
    ret_opened->person = person;
    ret_opened->arena = &api->arena;
    return fy_person_keys_get(api->views.person_keys, person, fy_reactor_now_ms(api->reactor),
        &api->arena, &ret_opened->known, ret_opened->key, err);
}

static void close_person(struct opened *opened)
{
    fy_key_wipe(opened->key);
}

/* Absent: nothing is sealed there, or nobody can read it any more. */
static struct fy_slice unsealed(
    const struct opened *opened, const char *field, struct fy_slice sealed)
{
    struct fy_slice text = {0};

    if (!opened->known || sealed.data == NULL ||
        !fy_unseal(opened->key, opened->person, field, sealed, opened->arena, &text))
        return (struct fy_slice){0};
    return text;
}

enum fy_status people_unsealed(struct api *api,
    struct fy_slice person,
    const char *field,
    struct fy_slice sealed,
    struct fy_slice *ret_text,
    struct fy_err *err)
{
    struct opened opened = {0};
    enum fy_status status = open_person(api, person, &opened, err);

    if (status == FY_OK)
        *ret_text = unsealed(&opened, field, sealed);
    close_person(&opened);
    return status;
}

static void put_profile(
    struct fy_json_out *out, const struct opened *opened, const struct profile_encrypted *profile)
{
    struct fy_slice addresses = unsealed(opened, "addresses", profile->addresses);

    fy_json_out_member_text(out, "email", unsealed(opened, "email", profile->email));
    fy_json_out_member_text(out, "full_name", unsealed(opened, "full_name", profile->full_name));
    fy_json_out_member_text(out, "phone", unsealed(opened, "phone", profile->phone));
    fy_json_out_name(out, "addresses");
    fy_json_out_json(out, addresses.data != NULL ? addresses : fy_slice_of("[]"));
}

/* Whoever calls; the gate lets nobody in who is not signed in. */
static struct fy_slice caller_of(struct fy_http_request *request)
{
    const struct fy_caller *caller = fy_http_caller(request);

    return caller != NULL ? caller->person : (struct fy_slice){0};
}

/* --- A person -------------------------------------------------------------------------------- */

static enum fy_status person_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct opened opened = {0};
    struct fy_json_out out;
    struct user user;
    bool known;
    enum fy_status status = views_user(&api->views, key, &api->arena, &known, &user, err);

    (void)request;
    if (status != FY_OK)
        return status;
    if (!known) {
        answer_problem(ret_answer, FY_PROBLEM_NOT_FOUND, NULL, "There is nobody of that id");
        return FY_OK;
    }
    status = open_person(api, user.person, &opened, err);
    if (status != FY_OK)
        return status;
    fy_json_out_init(&out, &api->arena);
    fy_json_out_object(&out);
    put_as_of(&out, user.as_of.items, user.as_of.count);
    fy_json_out_member_text(&out, "person", user.person);
    fy_json_out_member_text(&out, "role", user.role);
    fy_json_out_member_text(&out, "supplier", user.supplier);
    fy_json_out_name(&out, "verified");
    fy_json_out_bool(&out, user.verified);
    fy_json_out_member_int(&out, "created_ms", user.created_ms);
    put_profile(&out, &opened, &user.profile);
    fy_json_out_object_end(&out);
    close_person(&opened);
    return answer_json(ret_answer, &out, err);
}

void api_me(struct fy_http_request *request, void *program)
{
    struct reading reading = {
        .view = VIEW_USERS, .whom = ANSWER_FOR_VISITOR, .content = person_content};

    reading.key = caller_of(request);
    reading_serve(program, request, &reading);
}

/* The guest that the visitor is; who that is, is known when it is answered. */
static enum fy_status contact_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice person;
    enum fy_status status =
        fy_store_get(api->views.store, VIEW_GUESTS, key, &api->arena, &person, err);

    if (status != FY_OK)
        return status;
    if (person.data != NULL)
        return person_content(api, request, person, ret_answer, err);
    answer_problem(
        ret_answer, FY_PROBLEM_NOT_FOUND, NULL, "This visitor has not said how they are reached");
    return FY_OK;
}

void api_contact(struct fy_http_request *request, void *program)
{
    struct reading reading = {
        .view = VIEW_GUESTS, .whom = ANSWER_FOR_VISITOR, .content = contact_content};

    if (reading_visitor(program, request, &reading.key))
        reading_serve_page(program, request, &reading);
}

/* --- Their sessions -------------------------------------------------------------------------- */

static enum fy_status put_session(struct api *api,
    struct fy_slice id,
    const struct fy_caller *caller,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct session session;
    struct fy_slice row;
    enum fy_status status =
        fy_store_get(api->views.store, VIEW_SESSIONS, id, &api->arena, &row, err);

    if (status != FY_OK || row.data == NULL)
        return status;
    status = session_decode(row, &api->arena, &session, err);
    if (status != FY_OK || session.has_revoked_ms)
        return status;
    fy_json_out_object(out);
    fy_json_out_member_text(out, "session", session.session);
    fy_json_out_member_text(out, "label", session.label);
    fy_json_out_member_int(out, "created_ms", session.created_ms);
    fy_json_out_member_int(out, "refreshed_ms", session.refreshed_ms);
    fy_json_out_name(out, "current");
    fy_json_out_bool(out, caller != NULL && fy_slice_equal(session.session, caller->session));
    fy_json_out_object_end(out);
    return FY_OK;
}

static enum fy_status sessions_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice ids[SESSIONS_MAX];
    struct fy_json_out out;
    int count = 0;
    bool more;
    enum fy_status status = views_seconds(&api->views, VIEW_OF_PERSON, key, (struct fy_slice){0},
        SESSIONS_MAX, &api->arena, ids, &count, &more, err);

    fy_json_out_init(&out, &api->arena);
    fy_json_out_object(&out);
    fy_json_out_name(&out, "sessions");
    fy_json_out_array(&out);
    for (int i = 0; i < count && status == FY_OK; i++)
        status = put_session(api, ids[i], fy_http_caller(request), &out, err);
    if (status != FY_OK)
        return status;
    fy_json_out_array_end(&out);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

void api_sessions(struct fy_http_request *request, void *program)
{
    struct reading reading = {
        .view = VIEW_OF_PERSON, .whom = ANSWER_FOR_VISITOR, .content = sessions_content};

    reading.key = caller_of(request);
    reading_serve_page(program, request, &reading);
}

/* --- Who works for a supplier ---------------------------------------------------------------- */

static enum fy_status put_member(
    struct api *api, struct fy_slice person, struct fy_json_out *out, struct fy_err *err)
{
    struct opened opened = {0};
    struct user user;
    bool known;
    enum fy_status status = views_user(&api->views, person, &api->arena, &known, &user, err);

    if (status != FY_OK || !known)
        return status;
    status = open_person(api, user.person, &opened, err);
    if (status != FY_OK)
        return status;
    fy_json_out_object(out);
    fy_json_out_member_text(out, "person", user.person);
    fy_json_out_member_text(out, "role", user.role);
    fy_json_out_member_text(out, "invited_role", user.invited_role);
    fy_json_out_member_text(out, "email", unsealed(&opened, "email", user.profile.email));
    fy_json_out_member_text(
        out, "full_name", unsealed(&opened, "full_name", user.profile.full_name));
    fy_json_out_object_end(out);
    close_person(&opened);
    return FY_OK;
}

static enum fy_status members_content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct fy_slice persons[MEMBERS_MAX];
    struct fy_json_out out;
    int count = 0;
    bool more;
    enum fy_status status = views_seconds(&api->views, VIEW_MEMBERS, key, (struct fy_slice){0},
        MEMBERS_MAX, &api->arena, persons, &count, &more, err);

    (void)request;
    fy_json_out_init(&out, &api->arena);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "supplier", key);
    fy_json_out_name(&out, "members");
    fy_json_out_array(&out);
    for (int i = 0; i < count && status == FY_OK; i++)
        status = put_member(api, persons[i], &out, err);
    if (status != FY_OK)
        return status;
    fy_json_out_array_end(&out);
    fy_json_out_object_end(&out);
    return answer_json(ret_answer, &out, err);
}

/* The gate has seen that the supplier is the caller's. */
void api_members(struct fy_http_request *request, void *program)
{
    struct reading reading = {
        .view = VIEW_MEMBERS, .whom = ANSWER_FOR_VISITOR, .content = members_content};

    reading.key = fy_http_path_param(request, "supplier");
    reading_serve_page(program, request, &reading);
}
