#include "test/driver/log_core.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A test machine without memory has nothing to test. */
void *log_alloc(size_t count, size_t size)
{
    void *memory = calloc(count > 0 ? count : 1, size);

    if (memory == NULL)
        abort();
    return memory;
}

const char *log_call_name(enum log_call call)
{
    static const char *const names[LOG_CALL_COUNT] = {
        "poll",
        "assign",
        "unassign",
        "seek",
        "committed",
        "ends",
        "begins",
        "positions",
        "partitions",
        "group",
        "sink_new",
        "begin",
        "send",
        "offsets",
        "commit",
        "abort",
        "store get",
        "store scan",
        "store wipe",
        "store write",
    };

    return names[call];
}

struct log *log_new(const struct log_config *config)
{
    struct log *log = log_alloc(1, sizeof(*log));

    assert(config->partitions >= 1 && config->partitions <= FY_PARTITIONS_MAX);
    log->config = *config;
    log->partitions =
        log_alloc((size_t)FY_TOPIC_COUNT * (size_t)config->partitions, sizeof(struct partition));
    return log;
}

static void partition_free(struct partition *partition)
{
    for (int i = 0; i < partition->count; i++) {
        free((void *)partition->entries[i].key.data);
        free((void *)partition->entries[i].value.data);
    }
    free(partition->entries);
}

void log_free(struct log *log)
{
    for (int i = 0; i < (int)FY_TOPIC_COUNT * log->config.partitions; i++)
        partition_free(&log->partitions[i]);
    for (int i = 0; i < log->txn_count; i++) {
        free(log->txns[i].touched);
        free(log->txns[i].marked);
        free(log->txns[i].marks_ms);
        free(log->txns[i].offsets);
    }
    while (log->groups != NULL) {
        struct log_group *next = log->groups->next;

        free(log->groups->offsets);
        free(log->groups);
        log->groups = next;
    }
    while (log->producers != NULL) {
        struct producer *next = log->producers->next;

        free(log->producers);
        log->producers = next;
    }
    free(log->txns);
    free(log->partitions);
    free(log);
}

bool log_dead(const struct log *log)
{
    return log->dead;
}

void log_kill(struct log *log)
{
    if (!log->dead && log->config.died != NULL)
        log->config.died(log->config.context);
    log->dead = true;
}

void log_revive(struct log *log)
{
    log->dead = false;
}

enum log_fault log_fault_at(struct log *log, enum log_call call)
{
    if (log->dead)
        return LOG_DIE;
    if (log->config.fault == NULL)
        return LOG_FINE;
    return log->config.fault(log->config.context, call);
}

/* --- Partitions ------------------------------------------------------------------------------ */

struct partition *log_partition(struct log *log, enum fy_topic topic, int32_t partition)
{
    assert(topic < FY_TOPIC_COUNT);
    assert(partition >= 0 && partition < log->config.partitions);
    return &log->partitions[(int)topic * log->config.partitions + partition];
}

static struct fy_slice bytes_keep(struct fy_slice bytes)
{
    uint8_t *copy;

    if (bytes.data == NULL)
        return bytes;
    copy = log_alloc(bytes.size + 1, 1);
    memcpy(copy, bytes.data, bytes.size);
    return (struct fy_slice){copy, bytes.size};
}

struct entry *log_entry_add(
    struct log *log, enum fy_topic topic, int32_t at, struct fy_slice key, struct fy_slice value)
{
    struct partition *partition = log_partition(log, topic, at);
    struct entry *entry;

    if (partition->count == partition->count_max) {
        partition->count_max = partition->count_max * 2 + 16;
        partition->entries =
            realloc(partition->entries, (size_t)partition->count_max * sizeof(struct entry));
        if (partition->entries == NULL)
            abort();
    }
    entry = &partition->entries[partition->count];
    *entry = (struct entry){
        .offset = partition->count, /* What is compacted is marked: index and offset agree. */
        .append_ms = log->config.clock->now_ms(log->config.clock),
        .order = log->order++,
        .txn = -1,
        .key = bytes_keep(key),
        .value = bytes_keep(value),
    };
    partition->count++;
    return entry;
}

struct fy_place log_append(struct log *log,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value)
{
    struct entry *entry = log_entry_add(log, topic, partition, key, value);

    (void)log_stable(log, log_partition(log, topic, partition));
    return (struct fy_place){topic, partition, entry->offset};
}

void log_trim(struct log *log, enum fy_topic topic, int32_t partition, int64_t offset)
{
    struct partition *trimmed = log_partition(log, topic, partition);

    assert(offset >= trimmed->begin && offset <= trimmed->count);
    trimmed->begin = offset;
    log->trimmed = log->trimmed || offset > 0;
}

/* Is the end of the entry's transaction known in its own partition? */
static bool entry_decided(struct log *log, const struct partition *partition, int index)
{
    const struct entry *entry = &partition->entries[index];
    const struct txn *txn;

    if (entry->txn < 0 || entry->marker)
        return true;
    txn = &log->txns[entry->txn];
    for (int i = 0; i < txn->touched_count; i++) {
        const struct fy_place *place = &txn->touched[i];

        if (log_partition(log, place->topic, place->partition) == partition)
            return txn->state != TXN_OPEN && txn->marked[i];
    }
    return false;
}

int log_stable(struct log *log, struct partition *partition)
{
    int64_t now_ms = log->config.clock->now_ms(log->config.clock);

    while (partition->stable < partition->count && entry_decided(log, partition, partition->stable))
        partition->entries[partition->stable++].seen_ms = now_ms;
    return partition->stable;
}

int64_t log_end(struct log *log, enum fy_topic topic, int32_t partition)
{
    return log_stable(log, log_partition(log, topic, partition));
}

bool log_entry_visible(struct log *log, const struct entry *entry)
{
    if (entry->marker || entry->gone)
        return false;
    return entry->txn < 0 || log->txns[entry->txn].state == TXN_COMMITTED;
}

bool log_read(struct log *log,
    enum fy_topic topic,
    int32_t only,
    struct log_cursor *cursor,
    struct fy_record *ret_record)
{
    const struct entry *next = NULL;
    int32_t next_at = -1;

    for (int32_t at = 0; at < log->config.partitions; at++) {
        struct partition *partition = log_partition(log, topic, at);
        int stable = log_stable(log, partition);

        if (only >= 0 && only != at)
            continue;
        while (
            cursor->at[at] < stable && !log_entry_visible(log, &partition->entries[cursor->at[at]]))
            cursor->at[at]++;
        if (cursor->at[at] >= stable)
            continue;
        if (next == NULL || partition->entries[cursor->at[at]].order < next->order) {
            next = &partition->entries[cursor->at[at]];
            next_at = at;
        }
    }
    if (next == NULL)
        return false;
    cursor->at[next_at]++;
    *ret_record = (struct fy_record){
        .topic = topic,
        .partition = next_at,
        .offset = next->offset,
        .append_ms = next->append_ms,
        .key = next->key,
        .value = next->value,
    };
    return true;
}
