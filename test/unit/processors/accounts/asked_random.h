/* asked_random.h - requests at random, to few accounts and a guest, so that they meet. */
#ifndef TEST_ACCOUNTS_ASKED_RANDOM_H
#define TEST_ACCOUNTS_ASKED_RANDOM_H

#include "test/random.h"
#include "test/unit/processors/accounts/asked.h"

/* The last of them is a guest's person, where somebody says its contact before anything else. */
enum { SUBJECTS = 4, SUBJECT_GUEST = 3, SUBJECT_SESSIONS = 3 };

static const char *const subjects[SUBJECTS] = {
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
    "dddddddddddddddddddddddddddddddd",
};

/* Names of people and sessions begin as their subject does; they are few, so that requests meet. */
static const char *const people[SUBJECTS][2] = {
    {"ap1", "ap2"}, {"bp1", "bp2"}, {"cp1", "cp2"}, {"dp1", "dp2"}};
static const char *const sessions[SUBJECTS][SUBJECT_SESSIONS] = {
    {"as1", "as2", "as3"}, {"bs1", "bs2", "bs3"}, {"cs1", "cs2", "cs3"}, {"ds1", "ds2", "ds3"}};

static const char *const requests[] = {"create", "create", "verify", "verify", "verify", "open",
    "open", "open", "open", "refresh", "refresh", "refresh", "refresh", "revoke", "revoke all",
    "ask reset", "reset", "change", "rehash", "profile", "contact", "contact", "link", "invite",
    "accept", "remove", "forget", "fail"};

/* `calm`: nothing whose outcome hangs on when it is read. */
static inline struct asked asked_at_random(struct random *random, uint64_t subject, bool calm)
{
    static const char *const tokens[] = {"t1", "t2"};
    uint64_t kinds = sizeof(requests) / sizeof(requests[0]) - (calm ? 1 : 0);
    struct asked asked = {
        .request = requests[random_below(random, kinds)],
        .a = people[subject][random_below(random, 2)],
        .b = tokens[random_below(random, 2)],
        .c = tokens[random_below(random, 2)],
    };

    if (is_asked(asked, "open") || is_asked(asked, "refresh") || is_asked(asked, "revoke") ||
        is_asked(asked, "change"))
        asked.a = sessions[subject][random_below(random, 3)];
    if (is_asked(asked, "contact") || is_asked(asked, "link"))
        asked.a = tokens[random_below(random, 2)];
    if (is_asked(asked, "revoke all") || is_asked(asked, "remove"))
        asked.a = NULL;
    if (is_asked(asked, "invite"))
        asked.c = "operator";
    if (is_asked(asked, "forget") && subject == SUBJECT_GUEST)
        asked.a = subjects[subject];
    return asked;
}

#endif
