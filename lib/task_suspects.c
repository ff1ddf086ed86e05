#include "lib/task_core.h"

#include "lib/log.h"

#include <assert.h>
#include <inttypes.h>

/* --- A handler's call ------------------------------------------------------------------------ */

/* Of a timer: two rows may be due in the same millisecond. FNV-1a. */
static uint64_t key_hash(struct fy_slice key)
{
    uint64_t sum = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < key.size; i++)
        sum = (sum ^ key.data[i]) * UINT64_C(0x100000001b3);
    return key.data != NULL ? sum : 0;
}

enum fy_status handler_begin(struct fy_worker *worker,
    enum fy_topic topic,
    int32_t partition,
    int64_t offset,
    struct fy_slice key,
    struct fy_err *err)
{
    struct fy_in_hand *in_hand = worker->io.in_hand;
    const struct fy_hand_place place = {topic, partition, offset, key_hash(key)};
    int crashes = 0, suspect;

    worker->writes_allowed = true;
    worker->record_writes = 0;
    if (in_hand == NULL)
        return FY_OK;
    suspect = fy_in_hand_find(in_hand, &place, &crashes);
    if (suspect >= 0)
        worker->suspects_tried |= UINT64_C(1) << suspect;
    if (crashes >= FY_CRASHES_MAX) {
        worker->writes_allowed = false;
        fy_metric_add(&task_crashed, 1);
        return fy_fail(err, FY_REJECT, "crashed: %d processes in a row have ended with it in hand",
            FY_CRASHES_MAX);
    }
    fy_in_hand_take(in_hand, worker->io.in_hand_worker, &place);
    return FY_OK;
}

void handler_end(struct fy_worker *worker)
{
    worker->writes_allowed = false;
    if (worker->io.in_hand != NULL)
        fy_in_hand_give(worker->io.in_hand, worker->io.in_hand_worker);
}

/* --- A turn of its own ----------------------------------------------------------------------- */

/* Suspects that this worker has still to read. Those of others, and of long ago, are none. */
static int ahead(struct fy_worker *worker, struct fy_hand_place *places)
{
    int count = 0;

    for (int i = 0; i < FY_SUSPECTS_MAX; i++) {
        const struct fy_task *task;
        int input;

        if (!fy_in_hand_at(worker->io.in_hand, i, &places[count]) || places[count].key != 0)
            continue;
        task = worker->tasks[places[count].partition];
        input = worker->input_of[places[count].topic];
        if (task != NULL && task->state == TASK_READY && input >= 0 &&
            places[count].offset >= task->marks.next[input])
            count++;
    }
    return count;
}

static bool is_one_of(const struct fy_record *record, const struct fy_hand_place *places, int count)
{
    for (int i = 0; i < count; i++) {
        if (record->offset == places[i].offset && record->partition == places[i].partition &&
            record->topic == places[i].topic)
            return true;
    }
    return false;
}

/* Is a record of the same input to be handled before this one? */
static bool is_behind_others(
    const struct fy_worker *worker, const struct fy_batch *batch, int suspect)
{
    const struct fy_record *of = &batch->records[suspect];
    int64_t next = worker->tasks[of->partition]->marks.next[worker->input_of[of->topic]];

    for (int i = 0; i < suspect; i++) {
        const struct fy_record *record = &batch->records[i];

        if (record->topic == of->topic && record->partition == of->partition &&
            record->offset >= next)
            return true;
    }
    return false;
}

/*
 * What is before it in its own input goes first, and is committed, so that it is not lost with the
 * next crash. Others of the batch only wait for one turn: they are read again.
 */
void suspect_range(
    struct fy_worker *worker, const struct fy_batch *batch, int *ret_from, int *ret_to)
{
    struct fy_hand_place places[FY_SUSPECTS_MAX];
    int count;

    if (worker->io.in_hand == NULL || fy_in_hand_count(worker->io.in_hand) == 0)
        return;
    count = ahead(worker, places);
    for (int i = 0; i < batch->count && count > 0; i++) {
        if (!is_one_of(&batch->records[i], places, count))
            continue;
        *ret_from = is_behind_others(worker, batch, i) ? 0 : i;
        *ret_to = *ret_from == i ? i + 1 : i;
        return;
    }
}

/* --- The end of a turn ----------------------------------------------------------------------- */

void suspect_kept(struct fy_worker *worker)
{
    for (int i = 0; worker->suspects_tried != 0; i++) {
        if ((worker->suspects_tried & 1) != 0)
            fy_in_hand_forget(worker->io.in_hand, i);
        worker->suspects_tried >>= 1;
    }
}

void suspect_undo(struct fy_worker *worker)
{
    worker->suspects_tried = 0;
}
