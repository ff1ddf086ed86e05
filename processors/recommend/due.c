/* Lists that were made while we read up, and are made once more from all that was read. */
#include "processors/recommend/recommend_core.h"

#include <string.h>

enum { DUE_BYTES = 20 }; /* partition, offset, time; as this machine has them. */

/*
 * A list made while we read up knows of the partitions read so far only, and its visitor may not
 * come back for days. So whoever is met on the way is noted, and noted off when met later on.
 */
void recommend_note_due(struct recommend *recommend, struct fy_store_batch *rows)
{
    if (recommend->paid)
        return;
    for (const struct met *met = recommend->first; met != NULL; met = met->next) {
        uint8_t bytes[DUE_BYTES];

        memcpy(bytes, &met->newest.partition, 4);
        memcpy(bytes + 4, &met->newest.offset, 8);
        memcpy(bytes + 12, &met->newest_ms, 8);
        if (recommend->read_up)
            fy_store_batch_delete(rows, ROWS_DUE, met->name);
        else
            fy_store_batch_put(rows, ROWS_DUE, met->name, (struct fy_slice){bytes, sizeof(bytes)});
    }
}

static bool take_due(struct fy_slice key, struct fy_slice value, void *context)
{
    struct recommend *recommend = context;
    struct due *due = &recommend->due[recommend->due_count];

    if (key.size > sizeof(due->name) || value.size != DUE_BYTES)
        return true; /* None of ours. */
    memcpy(due->name, key.data, key.size);
    due->size = key.size;
    due->newest.topic = FY_TOPIC_ACTIVITY;
    memcpy(&due->newest.partition, value.data, 4);
    memcpy(&due->newest.offset, value.data + 4, 8);
    memcpy(&due->newest_ms, value.data + 12, 8);
    return ++recommend->due_count < DUE_MAX;
}

static enum fy_status note_paid(struct recommend *recommend, struct fy_err *err)
{
    struct fy_store_batch *rows = fy_store_batch_new(recommend->store);
    enum fy_status status;

    for (int i = 0; i < recommend->due_count; i++)
        fy_store_batch_delete(
            rows, ROWS_DUE, (struct fy_slice){recommend->due[i].name, recommend->due[i].size});
    status = fy_store_batch_write(rows, err);
    fy_store_batch_free(rows);
    return status;
}

enum fy_status recommend_pay_due(struct recommend *recommend, bool *ret_paid, struct fy_err *err)
{
    enum fy_status status = FY_OK;
    long long count = 0;

    recommend->read_up = true;
    *ret_paid = recommend->paid;
    if (recommend->paid || recommend->touched)
        return FY_OK;
    recommend->due_count = 0;
    status =
        fy_store_scan(recommend->store, ROWS_DUE, (struct fy_slice){0}, take_due, recommend, err);
    for (int i = 0; i < recommend->due_count && status == FY_OK; i++) {
        const struct due *due = &recommend->due[i];
        struct met *met = NULL;

        status = recommend_meet(recommend, (struct fy_slice){due->name, due->size}, &met, err);
        if (status == FY_OK) {
            met->newest = due->newest;
            met->newest_ms = due->newest_ms;
            met->forgotten = met->visitor.forgotten_ms > 0 && met->visitor.viewed.count == 0;
        }
    }
    if (status == FY_OK && recommend->due_count > 0)
        status = recommend_send_lists(recommend, &count, err);
    recommend_forget_slice(recommend);
    if (status == FY_ABORT)
        return FY_OK; /* Not acknowledged: they are still due. */
    if (status == FY_OK)
        status = note_paid(recommend, err);
    if (status != FY_OK)
        return status;
    recommend_count_lists(count);
    recommend->paid = *ret_paid = recommend->due_count < DUE_MAX;
    return FY_OK;
}
