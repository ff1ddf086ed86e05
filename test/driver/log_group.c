#include "test/driver/log_core.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct log_group *log_group_of(struct log *log, const char *name)
{
    int places = (int)FY_TOPIC_COUNT * log->config.partitions;
    struct log_group *group;

    for (group = log->groups; group != NULL; group = group->next) {
        if (strcmp(group->name, name) == 0)
            return group;
    }
    group = log_alloc(1, sizeof(*group));
    (void)snprintf(group->name, sizeof(group->name), "%s", name);
    group->offsets = log_alloc((size_t)places, sizeof(*group->offsets));
    for (int i = 0; i < places; i++)
        group->offsets[i] = -1;
    group->next = log->groups;
    log->groups = group;
    return group;
}

int64_t *log_group_place(struct log *log, struct log_group *group, const struct fy_place *place)
{
    return &group->offsets[(int)place->topic * log->config.partitions + place->partition];
}

int64_t log_group_offset(struct log *log, const char *group, enum fy_topic topic, int32_t partition)
{
    struct fy_place place = {topic, partition, -1};

    return *log_group_place(log, log_group_of(log, group), &place);
}

void log_group_offset_set(
    struct log *log, const char *group, enum fy_topic topic, int32_t partition, int64_t offset)
{
    struct fy_place place = {topic, partition, offset};

    *log_group_place(log, log_group_of(log, group), &place) = offset;
}

/* --- Members --------------------------------------------------------------------------------- */

struct log_member *log_member_of(struct log_group *group, int id)
{
    for (int i = 0; i < LOG_MEMBERS_MAX && id != 0; i++) {
        if (group->members[i].id == id)
            return &group->members[i];
    }
    return NULL;
}

static int member_count(const struct log_group *group)
{
    int count = 0;

    for (int i = 0; i < LOG_MEMBERS_MAX; i++)
        count += group->members[i].id != 0;
    return count;
}

/* The member with the fewest partitions to come, the oldest of several. */
static int least_loaded(const struct log *log, const struct log_group *group)
{
    int best = 0, best_load = INT32_MAX;

    for (int i = 0; i < LOG_MEMBERS_MAX; i++) {
        int load = 0;

        if (group->members[i].id == 0)
            continue;
        for (int p = 0; p < log->config.partitions; p++)
            load += group->target[p] == group->members[i].id;
        if (load < best_load) {
            best_load = load;
            best = group->members[i].id;
        }
    }
    return best;
}

/* Sticky: who has a partition keeps it, up to a fair share. */
void log_group_rebalance(struct log *log, struct log_group *group)
{
    int members = member_count(group);
    int share = members > 0 ? (log->config.partitions + members - 1) / members : 0;

    group->generation++;
    memset(group->target, 0, sizeof(group->target));
    for (int i = 0; i < LOG_MEMBERS_MAX; i++) {
        int kept = 0;

        if (group->members[i].id == 0)
            continue;
        for (int p = 0; p < log->config.partitions && kept < share; p++) {
            if (group->owner[p] == group->members[i].id) {
                group->target[p] = group->owner[p];
                kept++;
            }
        }
    }
    for (int p = 0; p < log->config.partitions; p++) {
        if (group->target[p] == 0)
            group->target[p] = least_loaded(log, group);
    }
}

static void member_out(struct log *log, struct log_group *group, struct log_member *member)
{
    for (int p = 0; p < log->config.partitions; p++) {
        if (group->owner[p] == member->id)
            group->owner[p] = 0;
    }
    *member = (struct log_member){0};
    log_group_rebalance(log, group);
}

bool log_owns(struct fy_source *source, int32_t partition)
{
    const struct group_source *member = (const struct group_source *)source;

    return log_member_of(member->group, member->id) != NULL &&
           member->group->owner[partition] == member->id;
}

void log_expel(struct fy_source *source)
{
    struct group_source *self = (struct group_source *)source;
    struct log_member *member = log_member_of(self->group, self->id);

    if (member != NULL)
        member_out(self->base.log, self->group, member);
}

void log_member_silent(struct fy_source *source)
{
    struct group_source *self = (struct group_source *)source;
    struct log *log = self->base.log;
    struct log_member *member = log_member_of(self->group, self->id);

    if (member != NULL && member->out_ms == 0)
        member->out_ms = log->config.clock->now_ms(log->config.clock) + log->config.session_ms;
}

void log_member_back(struct fy_source *source)
{
    struct group_source *self = (struct group_source *)source;
    struct log_member *member = log_member_of(self->group, self->id);

    if (member != NULL)
        member->out_ms = 0;
}

/*
 * A source that goes: a dynamic member of a living process says so. A static one never does, so
 * that its successor finds its partitions; a dead process says nothing.
 */
void log_member_leave(struct group_source *self)
{
    bool silent = self->base.log->dead || self->instance[0] != '\0';

    if (silent && self->base.log->config.session_ms > 0)
        log_member_silent(&self->base.source);
    else
        log_expel(&self->base.source);
}

void log_groups_tick(struct log *log, int64_t now_ms)
{
    for (struct log_group *group = log->groups; group != NULL; group = group->next) {
        for (int i = 0; i < LOG_MEMBERS_MAX; i++) {
            struct log_member *member = &group->members[i];

            if (member->id != 0 && member->out_ms != 0 && member->out_ms <= now_ms)
                member_out(log, group, member);
        }
    }
}

int64_t log_groups_next_ms(const struct log *log)
{
    int64_t next_ms = INT64_MAX;

    for (const struct log_group *group = log->groups; group != NULL; group = group->next) {
        for (int i = 0; i < LOG_MEMBERS_MAX; i++) {
            const struct log_member *member = &group->members[i];

            if (member->id != 0 && member->out_ms != 0 && member->out_ms < next_ms)
                next_ms = member->out_ms;
        }
    }
    return next_ms;
}

/* A new generation, in which partition 0 changes hands (to its present owner, if it is alone). */
void log_rebalance(struct log *log, const char *name)
{
    struct log_group *group = log_group_of(log, name);

    log_group_rebalance(log, group);
    group->target[0] = -1;
}

/* Its partitions wait for the successor, and nobody else is asked to change anything. */
static bool take_place(struct group_source *self)
{
    struct log_group *group = self->group;

    for (int i = 0; i < LOG_MEMBERS_MAX; i++) {
        struct log_member *member = &group->members[i];

        if (self->instance[0] == '\0' || strcmp(member->instance, self->instance) != 0)
            continue;
        for (int p = 0; p < self->base.log->config.partitions; p++) {
            if (group->owner[p] == member->id)
                group->owner[p] = 0;
            if (group->target[p] == member->id)
                group->target[p] = self->id;
        }
        member->id = self->id;
        member->out_ms = 0;
        member->quiet = true;
        return true;
    }
    return false;
}

static void member_join(struct group_source *self)
{
    struct log_group *group = self->group;
    int free_slot = -1;

    self->id = ++self->base.log->member_id_last;
    if (take_place(self))
        return;
    for (int i = 0; i < LOG_MEMBERS_MAX && free_slot < 0; i++) {
        if (group->members[i].id == 0)
            free_slot = i;
    }
    assert(free_slot >= 0);
    group->members[free_slot] = (struct log_member){.id = self->id};
    (void)snprintf(group->members[free_slot].instance, LOG_NAME_BYTES, "%s", self->instance);
    log_group_rebalance(self->base.log, group);
}

static int add_place(struct group_source *member, int32_t partition, int count)
{
    struct log_source *source = &member->base;

    if (source->places == NULL)
        source->places = log_alloc((size_t)source->log->config.partitions, sizeof(*source->places));
    source->places[count++] = (struct fy_place){member->lead, partition, -1};
    return count;
}

/* What the group wants of this member now: at most one kind of change in a poll. */
enum fy_change_kind log_group_change(struct group_source *member, int *ret_count)
{
    struct log_group *group = member->group;
    int partitions = member->base.log->config.partitions;
    int count = 0;

    if (log_member_of(group, member->id) == NULL) {
        for (int p = 0; p < partitions; p++) {
            if (member->owned[p])
                count = add_place(member, p, count);
        }
        *ret_count = count;
        if (count > 0)
            return FY_CHANGE_LOST;
        member_join(member);
    }
    member->generation = group->generation;

    for (int p = 0; p < partitions; p++) {
        if (member->owned[p] && group->target[p] != member->id)
            count = add_place(member, p, count);
    }
    *ret_count = count;
    if (count > 0)
        return FY_CHANGE_REVOKED;

    for (int p = 0; p < partitions; p++) {
        if (group->target[p] == -1 && group->owner[p] == 0)
            group->target[p] = least_loaded(member->base.log, group);
        if (group->target[p] == member->id && group->owner[p] == 0) {
            group->owner[p] = member->id;
            member->owned[p] = true;
            count = add_place(member, p, count);
        }
    }
    *ret_count = count;
    if (count == 0)
        return FY_CHANGE_NONE;

    /* What was given up is given out in a rebalance of its own, as KIP-429 has it. */
    if (!log_member_of(group, member->id)->quiet)
        member->generation = ++group->generation;
    log_member_of(group, member->id)->quiet = false;
    return FY_CHANGE_ASSIGNED;
}

/* Would log_group_change have anything to say? */
bool log_group_news(const struct group_source *self)
{
    const struct log_group *group = self->group;

    if (log_member_of(self->group, self->id) == NULL || self->generation != group->generation)
        return true;
    for (int p = 0; p < self->base.log->config.partitions; p++) {
        if (self->owned[p] && group->target[p] != self->id)
            return true;
        if (group->owner[p] == 0 && (group->target[p] == self->id || group->target[p] == -1))
            return true;
    }
    return false;
}
