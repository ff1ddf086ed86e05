#include "test/driver/log_core.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct fy_source_ops source_ops;

static int place_index(const struct log_source *source, enum fy_topic topic, int32_t partition)
{
    assert(topic < FY_TOPIC_COUNT);
    assert(partition >= 0 && partition < source->log->config.partitions);
    return (int)topic * source->log->config.partitions + partition;
}

static bool is_group(const struct log_source *source);

static enum fy_status enter(
    struct log_source *source, enum log_call call, enum log_fault *ret_fault, struct fy_err *err)
{
    enum log_fault fault = log_fault_at(source->log, call);

    *ret_fault = fault;
    if (fault == LOG_DIE) {
        log_kill(source->log);
        return fy_fail(err, FY_FATAL, "%s: the process is gone", log_call_name(call));
    }
    if (fault == LOG_FENCE && is_group(source))
        return fy_fail(err, FY_FATAL, "%s: the member is fenced", log_call_name(call));
    if (fault == LOG_FAIL)
        return fy_fail(err, FY_ABORT, "%s: failed, as asked", log_call_name(call));
    return FY_OK;
}

static enum fy_status leave(
    struct log_source *source, enum log_call call, enum log_fault fault, struct fy_err *err)
{
    if (fault != LOG_DIE_AFTER)
        return FY_OK;
    log_kill(source->log);
    return fy_fail(err, FY_FATAL, "%s: the process is gone", log_call_name(call));
}

/* --- Records --------------------------------------------------------------------------------- */

/* The assigned partition whose next visible record was written first; markers are passed on the
 * way. */
static int next_place(struct log_source *source)
{
    struct log *log = source->log;
    int64_t first = INT64_MAX;
    int found = -1;

    for (int at = 0; at < (int)FY_TOPIC_COUNT * log->config.partitions; at++) {
        struct partition *partition = &log->partitions[at];
        int64_t *position = &source->position[at];
        int stable;

        if (*position < 0)
            continue;
        stable = log_stable(log, partition);
        while (*position < stable && !log_entry_visible(log, &partition->entries[*position]))
            (*position)++;
        if (*position < stable && partition->entries[*position].order < first) {
            first = partition->entries[*position].order;
            found = at;
        }
    }
    return found;
}

static size_t slice_size(struct fy_slice slice)
{
    return slice.data != NULL ? slice.size + 1 : 0;
}

static struct fy_slice slice_move(uint8_t *bytes, size_t *at, struct fy_slice from)
{
    struct fy_slice to = {bytes + *at, from.size};

    if (from.data == NULL)
        return from;
    memcpy(bytes + *at, from.data, from.size + 1);
    *at += from.size + 1;
    return to;
}

/* At most this many can be read now: a poll that finds little must not clear room for 10,000. */
static int records_there(struct log_source *source, int records_max)
{
    int64_t there = 0;

    for (int at = 0; at < (int)FY_TOPIC_COUNT * source->log->config.partitions; at++) {
        if (source->position[at] >= 0)
            there += log_stable(source->log, &source->log->partitions[at]) - source->position[at];
    }
    return there < records_max ? (int)there : records_max;
}

static int take_records(struct log_source *source, int records_max)
{
    struct log *log = source->log;
    size_t bytes = 0, at = 0;
    int count = 0, place;

    records_max = records_there(source, records_max);
    source->records = log_alloc((size_t)records_max, sizeof(struct fy_record));
    while (count < records_max && (place = next_place(source)) >= 0) {
        const struct entry *entry = &log->partitions[place].entries[source->position[place]];

        source->records[count] = (struct fy_record){
            .topic = (enum fy_topic)(place / log->config.partitions),
            .partition = place % log->config.partitions,
            .offset = entry->offset,
            .append_ms = entry->append_ms,
            .key = entry->key,
            .value = entry->value,
        };
        bytes += slice_size(entry->key) + slice_size(entry->value);
        source->position[place]++;
        count++;
    }
    source->bytes = log_alloc(bytes, 1);
    for (int i = 0; i < count; i++) {
        struct fy_record *record = &source->records[i];

        record->key = slice_move(source->bytes, &at, record->key);
        record->value = slice_move(source->bytes, &at, record->value);
    }
    return count;
}

static void forget_batch(struct log_source *source)
{
    free(source->records);
    free(source->bytes);
    free(source->places);
    source->records = NULL;
    source->bytes = NULL;
    source->places = NULL;
}

/* --- The operations -------------------------------------------------------------------------- */

/* What a fetch that comes to the last stable offset says of the end of the log. */
static void tails_look(struct log_source *source)
{
    for (int at = 0; at < (int)FY_TOPIC_COUNT * source->log->config.partitions; at++) {
        struct partition *partition = &source->log->partitions[at];

        if (source->position[at] >= log_stable(source->log, partition))
            source->tail[at] = partition->count;
    }
}

/* Until something can be read, or nothing will be while the broker is away. */
static enum fy_status idle(struct log_source *source, bool away, int wait_ms, struct fy_err *err)
{
    struct log *log = source->log;

    if (log->config.idle != NULL && !away)
        log->config.idle(log->config.context, &source->source, wait_ms);
    else
        log->config.clock->wait_ms(log->config.clock, wait_ms);
    if (log->dead)
        return fy_fail(err, FY_FATAL, "poll: the process is gone");
    return FY_OK;
}

/* auto.offset.reset=error */
static enum fy_status check_begins(const struct log_source *source, struct fy_err *err)
{
    const struct log *log = source->log;

    for (int at = 0; log->trimmed && at < (int)FY_TOPIC_COUNT * log->config.partitions; at++) {
        if (source->position[at] >= 0 && source->position[at] < log->partitions[at].begin)
            return fy_fail(err, is_group(source) ? FY_FATAL : FY_ABORT,
                "offset %" PRId64 " of partition %d of \"%s\" is no longer in the log",
                source->position[at], at % log->config.partitions,
                fy_topics[at / log->config.partitions].name);
    }
    return FY_OK;
}

static enum fy_status source_poll(struct fy_source *base,
    int wait_ms,
    int records_max,
    struct fy_batch *ret_batch,
    struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    struct log *log = source->log;
    struct fy_batch batch = {0};
    enum log_fault fault;
    enum fy_status status;

    forget_batch(source);
    status = enter(source, LOG_POLL, &fault, err);
    if (status == FY_OK)
        status = check_begins(source, err);
    if (status != FY_OK)
        return status;
    assert(records_max >= 1 && records_max <= FY_BATCH_RECORDS_MAX);

    *ret_batch = batch;
    if (fault == LOG_AWAY)
        return idle(source, true, wait_ms, err);
    if (is_group(source)) {
        struct group_source *member = (struct group_source *)source;

        assert(member->asked == FY_CHANGE_NONE);
        batch.change = log_group_change(member, &batch.place_count);
        member->asked = batch.change;
        batch.places = source->places;
    }
    if (batch.change == FY_CHANGE_NONE) {
        if (log->config.batch_max != NULL)
            records_max = log->config.batch_max(log->config.context, records_max);
        batch.count = take_records(source, records_max);
        tails_look(source);
        batch.records = source->records;
        if (batch.count == 0 && wait_ms > 0)
            return idle(source, false, wait_ms, err);
    }
    *ret_batch = batch;
    return leave(source, LOG_POLL, fault, err);
}

static enum fy_status source_assign(
    struct fy_source *base, const struct fy_place *places, int count, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    enum log_fault fault;
    enum fy_status status = enter(source, LOG_ASSIGN, &fault, err);

    if (status != FY_OK)
        return status;
    for (int i = 0; i < count; i++) {
        assert(places[i].offset >= 0);
        source->position[place_index(source, places[i].topic, places[i].partition)] =
            places[i].offset;
        source->tail[place_index(source, places[i].topic, places[i].partition)] = -1;
        if (is_group(source))
            assert(((struct group_source *)source)->owned[places[i].partition]);
    }
    if (is_group(source))
        ((struct group_source *)source)->asked = FY_CHANGE_NONE;
    return leave(source, LOG_ASSIGN, fault, err);
}

/* What was taken beside a partition of the lead goes back with it. */
static void check_beside(const struct group_source *member)
{
    int partitions = member->base.log->config.partitions;

    for (int at = 0; at < (int)FY_TOPIC_COUNT * partitions; at++)
        assert(member->base.position[at] < 0 || member->owned[at % partitions]);
}

static enum fy_status source_unassign(
    struct fy_source *base, const struct fy_place *places, int count, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    enum log_fault fault;
    enum fy_status status = enter(source, LOG_UNASSIGN, &fault, err);

    if (status != FY_OK)
        return status;
    for (int i = 0; i < count; i++) {
        source->position[place_index(source, places[i].topic, places[i].partition)] = -1;
        if (is_group(source)) {
            struct group_source *member = (struct group_source *)source;

            if (places[i].topic != member->lead)
                continue;
            member->owned[places[i].partition] = false;
            if (member->group->owner[places[i].partition] == member->id)
                member->group->owner[places[i].partition] = 0;
        }
    }
    if (is_group(source)) {
        check_beside((struct group_source *)source);
        ((struct group_source *)source)->asked = FY_CHANGE_NONE;
    }
    return leave(source, LOG_UNASSIGN, fault, err);
}

static enum fy_status source_seek(
    struct fy_source *base, const struct fy_place *places, int count, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    enum log_fault fault;
    enum fy_status status = enter(source, LOG_SEEK, &fault, err);

    if (status != FY_OK)
        return status;
    for (int i = 0; i < count; i++) {
        int at = place_index(source, places[i].topic, places[i].partition);

        assert(places[i].offset >= 0);
        assert(source->position[at] >= 0);
        source->position[at] = places[i].offset;
    }
    return leave(source, LOG_SEEK, fault, err);
}

static enum fy_status source_committed(
    struct fy_source *base, struct fy_place *places, int count, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    struct log_group *group = ((struct group_source *)source)->group;
    enum log_fault fault;
    enum fy_status status = enter(source, LOG_COMMITTED, &fault, err);

    if (status != FY_OK)
        return status;
    assert(is_group(source));
    if (log_offsets_pending(source->log, group)) {
        if (source->log->config.late_ms == NULL)
            log_settle(source->log); /* Next time they are there. */
        return fy_fail(err, FY_ABORT, "committed: offsets of a transaction are not stable yet");
    }
    for (int i = 0; i < count; i++)
        places[i].offset = *log_group_place(source->log, group, &places[i]);
    return leave(source, LOG_COMMITTED, fault, err);
}

static enum fy_status source_ends(
    struct fy_source *base, struct fy_place *places, int count, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    enum log_fault fault;
    enum fy_status status = enter(source, LOG_ENDS, &fault, err);

    if (status != FY_OK)
        return status;
    for (int i = 0; i < count; i++)
        places[i].offset = log_end(source->log, places[i].topic, places[i].partition);
    return leave(source, LOG_ENDS, fault, err);
}

static enum fy_status source_begins(
    struct fy_source *base, struct fy_place *places, int count, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    enum log_fault fault;
    enum fy_status status = enter(source, LOG_BEGINS, &fault, err);

    if (status != FY_OK)
        return status;
    for (int i = 0; i < count; i++)
        places[i].offset = log_partition(source->log, places[i].topic, places[i].partition)->begin;
    return leave(source, LOG_BEGINS, fault, err);
}

static enum fy_status source_positions(
    struct fy_source *base, struct fy_place *places, int count, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    enum log_fault fault;
    enum fy_status status = enter(source, LOG_POSITIONS, &fault, err);

    if (status != FY_OK)
        return status;
    for (int i = 0; i < count; i++)
        places[i].offset =
            source->position[place_index(source, places[i].topic, places[i].partition)];
    return leave(source, LOG_POSITIONS, fault, err);
}

static void source_heard_ends(struct fy_source *base, struct fy_place *places, int count)
{
    struct log_source *source = (struct log_source *)base;

    for (int i = 0; i < count; i++)
        places[i].offset = log_end(source->log, places[i].topic, places[i].partition);
}

static enum fy_status source_tails(
    struct fy_source *base, struct fy_place *places, int count, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;

    (void)err;
    for (int i = 0; i < count; i++)
        places[i].offset = source->tail[place_index(source, places[i].topic, places[i].partition)];
    if (source->log->config.late_ms == NULL)
        log_settle(source->log); /* Next time what was late is there. */
    return FY_OK;
}

static enum fy_status source_partitions(
    struct fy_source *base, enum fy_topic topic, int *ret_count, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    enum log_fault fault;
    enum fy_status status = enter(source, LOG_PARTITIONS, &fault, err);

    (void)topic;
    if (status != FY_OK)
        return status;
    *ret_count = source->log->config.partitions;
    return leave(source, LOG_PARTITIONS, fault, err);
}

static enum fy_status source_group(
    struct fy_source *base, struct fy_group **ret_group, struct fy_err *err)
{
    struct log_source *source = (struct log_source *)base;
    struct group_source *member = (struct group_source *)source;
    enum log_fault fault;
    enum fy_status status = enter(source, LOG_GROUP, &fault, err);
    struct fy_group *group;

    if (status != FY_OK)
        return status;
    assert(is_group(source));
    if (member->id == 0)
        return fy_fail(err, FY_ABORT, "group: no member yet");
    group = log_alloc(1, sizeof(*group));
    *group = (struct fy_group){member->group, member->id, member->generation};
    *ret_group = group;
    return leave(source, LOG_GROUP, fault, err);
}

static void source_group_free(struct fy_source *base, struct fy_group *group)
{
    (void)base;
    free(group);
}

static int source_wake_fd(struct fy_source *base)
{
    (void)base;
    return -1;
}

static void source_free(struct fy_source *base)
{
    struct log_source *source = (struct log_source *)base;

    if (is_group(source))
        log_member_leave((struct group_source *)source);
    forget_batch(source);
    free(source->position);
    free(source->tail);
    free(source);
}

static const struct fy_source_ops source_ops = {
    .poll = source_poll,
    .assign = source_assign,
    .unassign = source_unassign,
    .seek = source_seek,
    .committed = source_committed,
    .ends = source_ends,
    .begins = source_begins,
    .positions = source_positions,
    .tails = source_tails,
    .heard_ends = source_heard_ends,
    .partitions = source_partitions,
    .group = source_group,
    .group_free = source_group_free,
    .wake_fd = source_wake_fd,
    .free = source_free,
};

/* The same operations; a group source is known by its own table. */
static struct fy_source_ops group_ops;

static bool is_group(const struct log_source *source)
{
    return source->source.ops == &group_ops;
}

static void source_init(struct log_source *source, struct log *log)
{
    int places = (int)FY_TOPIC_COUNT * log->config.partitions;

    source->source.ops = &source_ops;
    source->log = log;
    source->position = log_alloc((size_t)places, sizeof(*source->position));
    source->tail = log_alloc((size_t)places, sizeof(*source->tail));
    for (int i = 0; i < places; i++)
        source->position[i] = source->tail[i] = -1;
}

struct fy_source *log_plain_source_new(struct log *log)
{
    struct log_source *source = log_alloc(1, sizeof(*source));

    source_init(source, log);
    return &source->source;
}

struct fy_source *log_group_source_new(struct log *log, const char *group, enum fy_topic lead)
{
    return log_static_source_new(log, group, "", lead);
}

struct fy_source *log_static_source_new(
    struct log *log, const char *group, const char *instance, enum fy_topic lead)
{
    struct group_source *member = log_alloc(1, sizeof(*member));

    assert(lead < FY_TOPIC_COUNT);
    group_ops = source_ops;
    source_init(&member->base, log);
    member->base.source.ops = &group_ops;
    member->group = log_group_of(log, group);
    member->lead = lead;
    (void)snprintf(member->instance, sizeof(member->instance), "%s", instance);
    return &member->base.source;
}

bool log_source_news(struct fy_source *base)
{
    struct log_source *source = (struct log_source *)base;
    struct log *log = source->log;

    for (int at = 0; at < (int)FY_TOPIC_COUNT * log->config.partitions; at++) {
        if (source->position[at] >= 0 &&
            source->position[at] < log_stable(log, &log->partitions[at]))
            return true;
    }
    return is_group(source) && log_group_news((const struct group_source *)source);
}
