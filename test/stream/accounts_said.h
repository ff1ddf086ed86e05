/* accounts_said.h - what is asked of accounts, a request a line, sent to their task. */
#ifndef TEST_STREAM_ACCOUNTS_SAID_H
#define TEST_STREAM_ACCOUNTS_SAID_H

#include "processors/accounts/accounts.h"
#include "processors/accounts/handle.h"
#include "schemas/generated/credential.h"
#include "schemas/generated/session.h"
#include "schemas/generated/user.h"
#include "test/driver/driver.h"
#include "test/unit/processors/accounts/asked.h"

static inline struct fy_place say_as(
    struct driver *driver, const char *subject, const char *event_id, struct asked asked)
{
    struct request request;

    request_make(&request, asked, subject, event_id);
    return driver_send(driver, FY_TOPIC_ACCOUNT_REQUESTS, subject, &request.request);
}

/* Send, run; `event_id` names the request. */
#define SAY(driver, subject, event_id, ...)                                                        \
    say_and_run((driver), (subject), (event_id), (struct asked){__VA_ARGS__})

static inline struct fy_place say_and_run(
    struct driver *driver, const char *subject, const char *event_id, struct asked asked)
{
    struct fy_place place = say_as(driver, subject, event_id, asked);

    driver_run(driver);
    return place;
}

/* Which part of an event is set, by its name in AccountEvent. */
static inline const char *event_name(const struct account_event *event)
{
    const struct {
        const char *name;
        const void *part;
    } parts[] = {
        {"account_created", event->account_created},
        {"create_refused", event->create_refused},
        {"member_invited", event->member_invited},
        {"invite_refused", event->invite_refused},
        {"invitation_accepted", event->invitation_accepted},
        {"invitation_ended", event->invitation_ended},
        {"email_verified", event->email_verified},
        {"password_reset_asked", event->password_reset_asked},
        {"password_reset_ended", event->password_reset_ended},
        {"password_changed", event->password_changed},
        {"session_opened", event->session_opened},
        {"login_failed", event->login_failed},
        {"session_refreshed", event->session_refreshed},
        {"session_revoked", event->session_revoked},
        {"session_removed", event->session_removed},
        {"profile_set", event->profile_set},
        {"visitor_linked", event->visitor_linked},
        {"member_removed", event->member_removed},
        {"person_forgotten", event->person_forgotten},
        {"account_removed", event->account_removed},
        {"request_refused", event->request_refused},
    };

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        if (parts[i].part != NULL)
            return parts[i].name;
    return "";
}

/* The next event is this one, of that request (NULL: of time alone). */
#define EXPECT_EVENT(driver, want, cause)                                                          \
    expect_event((driver), (want), (cause), __FILE__, __LINE__)

static inline struct account_event expect_event(
    struct driver *driver, const char *want, const char *cause, const char *file, int line)
{
    struct account_event event = {0};
    bool there = driver_read(driver, FY_TOPIC_ACCOUNTS, &event);

    expect_text(want, fy_slice_of(there ? event_name(&event) : ""), "event", file, line, __func__);
    if (there)
        expect_text(cause, event.envelope.cause_id, "cause", file, line, __func__);
    return event;
}

#endif
