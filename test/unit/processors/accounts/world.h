/* world.h - one account that requests are asked of, and what the rules tell and make of it. */
#ifndef TEST_ACCOUNTS_WORLD_H
#define TEST_ACCOUNTS_WORLD_H

#include "test/unit/processors/accounts/asked.h"

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
