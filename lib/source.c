#include "lib/source.h"

#include <assert.h>

enum fy_status fy_source_poll(struct fy_source *source,
    int wait_ms,
    int records_max,
    struct fy_batch *ret_batch,
    struct fy_err *err)
{
    enum fy_status status;

    assert(wait_ms >= 0);
    assert(records_max > 0 && records_max <= FY_BATCH_RECORDS_MAX);

    status = source->ops->poll(source, wait_ms, records_max, ret_batch, err);
    assert(status != FY_OK || (ret_batch->count >= 0 && ret_batch->count <= records_max));
    assert(
        status != FY_OK || (ret_batch->change == FY_CHANGE_NONE) == (ret_batch->place_count == 0));
    assert(status != FY_OK || ret_batch->count == 0 || ret_batch->change == FY_CHANGE_NONE);
    return status;
}

void fy_source_release(struct fy_source *source)
{
    if (source->ops->release != NULL)
        source->ops->release(source);
}

enum fy_status fy_source_assign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    assert(count > 0);
    for (int i = 0; i < count; i++)
        assert(places[i].offset >= 0); /* We always know where to begin: no reset policy chooses. */
    return source->ops->assign(source, places, count, err);
}

enum fy_status fy_source_unassign(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    assert(count > 0);
    return source->ops->unassign(source, places, count, err);
}

enum fy_status fy_source_seek(
    struct fy_source *source, const struct fy_place *places, int count, struct fy_err *err)
{
    assert(count > 0);
    for (int i = 0; i < count; i++)
        assert(places[i].offset >= 0);
    return source->ops->seek(source, places, count, err);
}

enum fy_status fy_source_committed(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    assert(count > 0);
    return source->ops->committed(source, places, count, err);
}

enum fy_status fy_source_ends(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    assert(count > 0);
    return source->ops->ends(source, places, count, err);
}

enum fy_status fy_source_begins(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    assert(count > 0);
    return source->ops->begins(source, places, count, err);
}

enum fy_status fy_source_positions(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    assert(count > 0);
    return source->ops->positions(source, places, count, err);
}

enum fy_status fy_source_tails(
    struct fy_source *source, struct fy_place *places, int count, struct fy_err *err)
{
    assert(count > 0);
    return source->ops->tails(source, places, count, err);
}

void fy_source_heard_ends(struct fy_source *source, struct fy_place *places, int count)
{
    for (int i = 0; i < count; i++)
        places[i].offset = -1;
    if (source->ops->heard_ends != NULL)
        source->ops->heard_ends(source, places, count);
}

enum fy_status fy_source_partitions(
    struct fy_source *source, enum fy_topic topic, int *ret_count, struct fy_err *err)
{
    enum fy_status status;

    assert(topic < FY_TOPIC_COUNT);

    status = source->ops->partitions(source, topic, ret_count, err);
    assert(status != FY_OK || (*ret_count > 0 && *ret_count <= FY_PARTITIONS_MAX));
    return status;
}

enum fy_status fy_source_group(
    struct fy_source *source, struct fy_group **ret_group, struct fy_err *err)
{
    return source->ops->group(source, ret_group, err);
}

void fy_source_group_free(struct fy_source *source, struct fy_group *group)
{
    if (group != NULL)
        source->ops->group_free(source, group);
}

int fy_source_wake_fd(struct fy_source *source)
{
    return source->ops->wake_fd(source);
}

void fy_source_free(struct fy_source *source)
{
    if (source != NULL)
        source->ops->free(source);
}
