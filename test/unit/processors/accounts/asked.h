/* asked.h - what is asked of one account, a request a line, and the row that the rules make of it.
 */
#ifndef TEST_ACCOUNTS_ASKED_H
#define TEST_ACCOUNTS_ASKED_H

#include "processors/accounts/accounts.h"
#include "test/expect.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ACCOUNT "acc"
#define HOUR_MS INT64_C(3600000)
#define DAY_MS (24 * HOUR_MS)

/* One request in one line. What a kind does not need it does not look at. */
struct asked {
    const char *request; /* "create", "open", ...; see request_make. */
    const char *a;       /* Person, session, visitor; whoever it is about. */
    const char *b;       /* Token or hash. */
    const char *c;       /* Another hash, role, password. */
    const char *d;       /* Supplier, password. */
};

struct request {
    struct create_account create;
    struct invite_member invite;
    struct accept_invitation accept;
    struct verify_account verify;
    struct ask_password_reset ask;
    struct reset_password reset;
    struct change_password change;
    struct rehash_password rehash;
    struct open_session open;
    struct fail_login fail;
    struct refresh_session refresh;
    struct revoke_session revoke;
    struct revoke_sessions revoke_all;
    struct set_profile profile;
    struct set_contact contact;
    struct link_visitor link;
    struct remove_member remove;
    struct forget_person forget;
    char event_id[16], mail[300];
    struct account_request request;
};

static inline struct fy_slice text_of(const char *text)
{
    return text != NULL ? fy_slice_of(text) : (struct fy_slice){0};
}

static inline struct password_encrypted password_of(const char *text)
{
    return (struct password_encrypted){text_of(text)};
}

static inline bool is_asked(struct asked asked, const char *request)
{
    return strcmp(asked.request, request) == 0;
}

static inline void request_texts(struct request *to, struct asked it)
{
    struct letter_encrypted letter = {text_of(to->mail), text_of("sealed token")};

    to->create = (struct create_account){
        text_of(it.a), password_of(it.c), text_of(it.b), letter, text_of(it.d)};
    to->invite =
        (struct invite_member){text_of(it.a), text_of(it.c), text_of(it.d), text_of(it.b), letter};
    to->accept = (struct accept_invitation){text_of(it.b), password_of(it.c)};
    to->verify = (struct verify_account){text_of(it.b)};
    to->ask = (struct ask_password_reset){text_of(it.a), text_of(it.b), letter};
    to->reset = (struct reset_password){text_of(it.b), password_of(it.c)};
    to->change = (struct change_password){password_of(it.b), password_of(it.c), text_of(it.a)};
    to->rehash = (struct rehash_password){password_of(it.b), password_of(it.c)};
    to->open = (struct open_session){
        text_of(it.a), password_of(it.c), text_of(it.b), text_of("Firefox"), text_of(it.d)};
    to->fail = (struct fail_login){text_of("Firefox")};
    to->refresh = (struct refresh_session){text_of(it.a), text_of(it.b), text_of(it.c)};
    to->revoke = (struct revoke_session){text_of(it.a), it.b != NULL};
    to->revoke_all = (struct revoke_sessions){text_of(it.a)};
    to->profile.profile =
        (struct profile_encrypted){text_of("other mail"), text_of(it.a), {0}, {0}};
    to->contact.visitor = text_of(it.a);
    to->contact.profile =
        (struct profile_encrypted){text_of("mail of a guest"), text_of(it.b), {0}, {0}};
    to->link.visitor = text_of(it.a);
    to->remove.supplier = text_of(it.a);
    to->forget.person = text_of(it.a);
}

/* A guest's requests have the person for a subject: of "contact" and of whatever follows it. */
static inline void request_make(
    struct request *to, struct asked it, const char *subject, const char *event_id)
{
    struct account_request *request = &to->request;

    *to = (struct request){0};
    (void)snprintf(to->mail, sizeof(to->mail), "mail of %s", it.a != NULL ? it.a : "nobody");
    request_texts(to, it);
    (void)snprintf(to->event_id, sizeof(to->event_id), "%s", event_id);
    request->envelope = (struct envelope){
        .event_id = fy_slice_of(to->event_id),
        .root = fy_slice_of("root"),
        .actor = fy_slice_of("visitor:v"),
        .event_ms = 77,
    };
    request->subject = fy_slice_of(subject);
    request->create_account = is_asked(it, "create") ? &to->create : NULL;
    request->invite_member = is_asked(it, "invite") ? &to->invite : NULL;
    request->accept_invitation = is_asked(it, "accept") ? &to->accept : NULL;
    request->verify_account = is_asked(it, "verify") ? &to->verify : NULL;
    request->ask_password_reset = is_asked(it, "ask reset") ? &to->ask : NULL;
    request->reset_password = is_asked(it, "reset") ? &to->reset : NULL;
    request->change_password = is_asked(it, "change") ? &to->change : NULL;
    request->rehash_password = is_asked(it, "rehash") ? &to->rehash : NULL;
    request->open_session = is_asked(it, "open") ? &to->open : NULL;
    request->fail_login = is_asked(it, "fail") ? &to->fail : NULL;
    request->refresh_session = is_asked(it, "refresh") ? &to->refresh : NULL;
    request->revoke_session = is_asked(it, "revoke") ? &to->revoke : NULL;
    request->revoke_sessions = is_asked(it, "revoke all") ? &to->revoke_all : NULL;
    request->set_profile = is_asked(it, "profile") ? &to->profile : NULL;
    request->set_contact = is_asked(it, "contact") ? &to->contact : NULL;
    request->link_visitor = is_asked(it, "link") ? &to->link : NULL;
    request->remove_member = is_asked(it, "remove") ? &to->remove : NULL;
    request->forget_person = is_asked(it, "forget") ? &to->forget : NULL;
}

#endif
