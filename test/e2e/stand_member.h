/*
 * stand_member.h - a member of a consumer group on a real broker, polled by hand.
 *
 * It begins each partition where the group has committed, else at its end, and looks that offsets
 * follow each other. What fails ends the program with words.
 */
#ifndef TEST_E2E_STAND_MEMBER_H
#define TEST_E2E_STAND_MEMBER_H

#include "test/e2e/stand_log.h"

struct member {
    struct fy_source *source;
    int owned[FY_PARTITIONS_MAX];
    int owned_count;
    bool beside; /* It reads the same partitions of LOG_OUT too. */
    int beside_count;
    int lost_count;                     /* Partitions that were lost, not revoked. */
    int64_t next[2][FY_PARTITIONS_MAX]; /* Of LOG_IN, of LOG_OUT. */
    struct fy_record records[100];
    int count;
    int read_count;
};

/* A static member when `instance` is not NULL. `beside`: it reads the partitions of LOG_OUT with
 * the same numbers too. */
void member_init(struct member *member, const char *group, bool beside);
void member_init_static(struct member *member, const char *group, const char *instance);
void member_poll(struct member *member, int wait_ms);

/* Until all partitions are its own. */
void member_take_all(struct member *member);
void member_join_alone(struct member *member, const char *group, bool beside);

/* Of LOG_IN. */
int member_partitions(struct member *member);
struct fy_group *member_group(struct member *member);

/* `count` records under one key, without a transaction. */
void log_put(enum fy_topic topic, const char *key, int count);

#endif
