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
    char event_id[16];
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
    struct letter_encrypted letter = {text_of("sealed mail"), text_of("sealed token")};

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
        (struct profile_encrypted){text_of("sealed mail"), text_of(it.b), {0}, {0}};
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

/* --- A row, and what was told of it ----------------------------------------------------------- */

enum { ASKED_MAX = 4096 };

struct world {
    struct account row;
    struct account_room room;
    int64_t now_ms;
    const char *subject;
    int request_count;
    struct request *requests[ASKED_MAX]; /* Rows borrow their texts. */
    char told[1024];                     /* By the last request: see tell. */
    char last_id[16];
    int64_t events; /* Of all requests. */
};

static inline void world_init(struct world *world, const char *subject)
{
    memset(world, 0, sizeof(*world));
    world->now_ms = INT64_C(1700000000000);
    world->subject = subject;
}

static inline void world_done(struct world *world)
{
    for (int i = 0; i < world->request_count; i++)
        free(world->requests[i]);
}

/* What an event says in a few words: its step without "accounts.", and why, or of which session. */
static inline void tell(struct world *world, const struct account_decision *decision)
{
    const struct account_event *event = &decision->event;
    struct fy_slice words = {0};
    size_t used = strlen(world->told);

    if (event->request_refused != NULL)
        words = event->request_refused->reason;
    if (event->create_refused != NULL)
        words = event->create_refused->reason;
    if (event->invite_refused != NULL)
        words = event->invite_refused->reason;
    if (event->login_failed != NULL)
        words = event->login_failed->reason;
    if (event->session_revoked != NULL)
        words = event->session_revoked->why;
    if (event->password_changed != NULL)
        words = event->password_changed->why;
    if (event->invitation_ended != NULL)
        words = event->invitation_ended->reason;
    if (event->account_removed != NULL)
        words = event->account_removed->reason;
    (void)snprintf(world->told + used, sizeof(world->told) - used, "%s%s%s%.*s",
        used > 0 ? ", " : "", strchr(decision->step, '.') + 1, words.size > 0 ? " " : "",
        (int)words.size, words.size > 0 ? (const char *)words.data : "");
}

static inline void world_apply(struct world *world, struct account_decisions *decisions)
{
    for (int i = 0; i < decisions->count; i++) {
        tell(world, &decisions->items[i]);
        account_evolve(&world->row, &decisions->items[i].event, &world->room);
        world->events++;
    }
}

/* Time passes, and what is due by then happens; told. */
static inline const char *world_wait(struct world *world, int64_t ms)
{
    struct account_decisions *decisions = malloc(sizeof(*decisions));
    int64_t until_ms = world->now_ms + ms;
    int64_t due_ms;

    assert(decisions != NULL);
    world->told[0] = '\0';
    while ((due_ms = account_due_ms(&world->row)) != 0 && due_ms <= until_ms) {
        world->now_ms = due_ms;
        account_decide_due(&world->row, fy_slice_of(world->subject), due_ms, decisions);
        assert(decisions->count > 0);
        world_apply(world, decisions);
    }
    world->now_ms = until_ms;
    free(decisions);
    return world->told;
}

/* Ask, under an event_id of its own or (`event_id`) under this one. What was told; "" is nothing.
 */
static inline const char *world_ask_as(
    struct world *world, struct asked asked, const char *event_id)
{
    struct account_decisions *decisions = malloc(sizeof(*decisions));
    struct request *request = malloc(sizeof(*request));

    assert(decisions != NULL && request != NULL && world->request_count < ASKED_MAX);
    world->told[0] = '\0';
    (void)snprintf(world->last_id, sizeof(world->last_id), "%s", event_id);
    request_make(request, asked, world->subject, event_id);
    world->requests[world->request_count++] = request;
    account_decide(&world->row, &request->request, world->now_ms, decisions);
    world_apply(world, decisions);
    free(decisions);
    return world->told;
}

static inline const char *world_ask(struct world *world, struct asked asked)
{
    char event_id[16];

    (void)snprintf(event_id, sizeof(event_id), "%d", world->request_count);
    return world_ask_as(world, asked, event_id);
}

#define EXPECT_TOLD(want, got)                                                                     \
    expect_text((want), fy_slice_of(got), #got, __FILE__, __LINE__, __func__)

#endif
