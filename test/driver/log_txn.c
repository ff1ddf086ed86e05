#include "test/driver/log_core.h"

#include <assert.h>
#include <stdlib.h>

/* --- The ends of transactions ---------------------------------------------------------------- */

static int64_t now_ms(const struct log *log)
{
    return log->config.clock->now_ms(log->config.clock);
}

static int late_ms(struct log *log)
{
    return log->config.late_ms != NULL ? log->config.late_ms(log->config.context) : 0;
}

static void mark(struct log *log, struct txn *txn, int at)
{
    const struct fy_place *place = &txn->touched[at];
    struct entry *marker;

    if (txn->marked[at])
        return;
    marker = log_entry_add(
        log, place->topic, place->partition, (struct fy_slice){0}, (struct fy_slice){0});
    marker->marker = true;
    marker->txn = (int)(txn - log->txns);
    txn->marked[at] = true;
    (void)log_stable(log, log_partition(log, place->topic, place->partition));
}

static void offsets_keep(struct log *log, struct txn *txn)
{
    for (int i = 0; i < txn->offset_count && txn->state == TXN_COMMITTED; i++) {
        if (txn->offsets[i].offset >= 0)
            *log_group_place(log, txn->group, &txn->offsets[i]) = txn->offsets[i].offset;
    }
    txn->offset_count = 0;
}

/* Every marker that is due; settled when all are written, and the offsets too. */
static void mark_due(struct log *log, struct txn *txn, int64_t until_ms)
{
    bool all = true;

    for (int i = 0; i < txn->touched_count; i++) {
        if (txn->marks_ms[i] <= until_ms)
            mark(log, txn, i);
        else
            all = all && txn->marked[i];
    }
    if (txn->offsets_ms <= until_ms)
        offsets_keep(log, txn);
    txn->settled = all && txn->offset_count == 0;
}

/* Decided at once; each partition, and the group, hears of it at a time of its own. */
void log_txn_end(struct log *log, struct txn *txn, enum txn_state state)
{
    int64_t at_ms = now_ms(log);

    assert(txn->state == TXN_OPEN);
    txn->state = state;
    txn->late_ms = 0;
    if (state == TXN_COMMITTED)
        log->commits++;
    else
        log->aborts++;
    txn->marks_ms = log_alloc((size_t)txn->touched_count, sizeof(*txn->marks_ms));
    for (int i = 0; i < txn->touched_count; i++)
        txn->marks_ms[i] = at_ms + late_ms(log);
    txn->offsets_ms = at_ms + late_ms(log);
    if (log->config.late_ms != NULL)
        mark_due(log, txn, at_ms);
}

void log_txn_settle(struct log *log, struct txn *txn)
{
    assert(txn->state != TXN_OPEN);
    if (!txn->settled)
        mark_due(log, txn, INT64_MAX);
}

void log_settle(struct log *log)
{
    for (int i = 0; i < log->txn_count; i++) {
        if (log->txns[i].state != TXN_OPEN)
            log_txn_settle(log, &log->txns[i]);
    }
}

bool log_offsets_pending(const struct log *log, const struct log_group *group)
{
    for (int i = log->txn_done; i < log->txn_count; i++) {
        if (log->txns[i].group == group && log->txns[i].offset_count > 0)
            return true;
    }
    return false;
}

int log_commits(const struct log *log)
{
    return log->commits;
}

int log_aborts(const struct log *log)
{
    return log->aborts;
}

int log_open(const struct log *log)
{
    int count = 0;

    for (int i = log->txn_done; i < log->txn_count; i++)
        count += log->txns[i].state == TXN_OPEN;
    return count;
}

/* --- Time ------------------------------------------------------------------------------------ */

/*
 * An end that arrives once more. Of a producer that goes on with the same epoch it would end
 * whatever is open by then, half of it written: so whoever was in doubt takes a new epoch first.
 */
static void again_tick(struct log *log, struct producer *producer, int64_t at_ms)
{
    struct txn *txn = producer->txn >= 0 ? &log->txns[producer->txn] : NULL;

    if (producer->again_ms == 0 || producer->again_ms > at_ms)
        return;
    producer->again_ms = 0;
    if (producer->epoch == producer->again_epoch && txn != NULL && txn->state == TXN_OPEN)
        log_txn_end(log, txn, TXN_COMMITTED);
}

/* A late end is the producer's unless it was fenced; a time-out fences it. */
static void open_tick(struct log *log, struct txn *txn, int64_t at_ms)
{
    if (txn->late_ms != 0 && txn->late_ms <= at_ms) {
        txn->late_ms = 0;
        if (txn->epoch == txn->producer->epoch)
            log_txn_end(log, txn, TXN_COMMITTED);
    } else if (log->config.txn_ms > 0 && txn->began_ms + log->config.txn_ms <= at_ms) {
        txn->producer->epoch++;
        log_txn_end(log, txn, TXN_ABORTED);
    }
}

void log_tick(struct log *log)
{
    int64_t at_ms = now_ms(log);

    for (int i = log->txn_done; i < log->txn_count; i++) {
        struct txn *txn = &log->txns[i];

        if (txn->state == TXN_OPEN)
            open_tick(log, txn, at_ms);
        else if (!txn->settled)
            mark_due(log, txn, at_ms);
    }
    for (struct producer *producer = log->producers; producer != NULL; producer = producer->next)
        again_tick(log, producer, at_ms);
    while (log->txn_done < log->txn_count && log->txns[log->txn_done].settled)
        log->txn_done++;
    log_groups_tick(log, at_ms);
}

static void earlier(int64_t *next_ms, int64_t at_ms)
{
    if (at_ms < *next_ms)
        *next_ms = at_ms;
}

int64_t log_next_ms(const struct log *log)
{
    int64_t next_ms = log_groups_next_ms(log);

    for (const struct producer *producer = log->producers; producer != NULL;
         producer = producer->next) {
        if (producer->again_ms != 0)
            earlier(&next_ms, producer->again_ms);
    }
    for (int i = log->txn_done; i < log->txn_count; i++) {
        const struct txn *txn = &log->txns[i];

        if (txn->state == TXN_OPEN) {
            if (log->config.txn_ms > 0)
                earlier(&next_ms, txn->began_ms + log->config.txn_ms);
            if (txn->late_ms != 0)
                earlier(&next_ms, txn->late_ms);
            continue;
        }
        for (int at = 0; at < txn->touched_count; at++) {
            if (!txn->marked[at])
                earlier(&next_ms, txn->marks_ms[at]);
        }
        if (txn->offset_count > 0)
            earlier(&next_ms, txn->offsets_ms);
    }
    return next_ms;
}

/* --- Compaction ------------------------------------------------------------------------------ */

static void compact(struct log *log, struct partition *partition, int64_t tombstones_ms)
{
    int clean = log_stable(log, partition);

    for (int i = 0; i < clean && i < partition->count - 1; i++) {
        struct entry *entry = &partition->entries[i];

        if (!log_entry_visible(log, entry))
            continue;
        if (entry->value.data == NULL && entry->append_ms < tombstones_ms)
            entry->gone = true;
        for (int later = i + 1; later < clean && !entry->gone; later++) {
            const struct entry *other = &partition->entries[later];

            entry->gone = !other->marker && log_entry_visible(log, other) &&
                          fy_slice_equal(other->key, entry->key);
        }
    }
}

void log_compact(struct log *log, enum fy_topic topic, int64_t tombstones_ms)
{
    for (int32_t p = 0; p < log->config.partitions; p++)
        compact(log, log_partition(log, topic, p), tombstones_ms);
}

void log_trim_empty(struct log *log, enum fy_topic topic)
{
    for (int32_t p = 0; p < log->config.partitions; p++) {
        struct partition *partition = log_partition(log, topic, p);
        int clean = log_stable(log, partition), first = (int)partition->begin;

        while (first < clean && !log_entry_visible(log, &partition->entries[first]))
            first++;
        log_trim(log, topic, p, first);
    }
}
