/*
 * log_core.h - what the files of the in-memory log share; nobody else includes it.
 */
#ifndef TEST_LOG_CORE_H
#define TEST_LOG_CORE_H

#include "test/driver/log.h"

enum { LOG_MEMBERS_MAX = 64, LOG_NAME_BYTES = 64 };

enum txn_state { TXN_OPEN, TXN_ABORTED, TXN_COMMITTED };

/* A transaction's end is decided at once (`state`); each partition learns it by its marker. */
struct txn {
    enum txn_state state;
    struct fy_place *touched;
    bool *marked;      /* Per touched partition: the marker is written. */
    int64_t *marks_ms; /* And when it will be, once the end is decided. */
    int touched_count;
    int64_t began_ms;
    int64_t offsets_ms; /* When the offsets are written, once the end is decided. */
    int64_t late_ms;    /* When a late end arrives; 0: none is on its way. */
    struct producer *producer;
    int epoch;               /* Of the producer that began it. */
    struct log_group *group; /* NULL: no offsets sent. */
    struct fy_place *offsets;
    int offset_count;
    bool settled; /* Every marker and the offsets are written. */
};

struct entry {
    int64_t offset;
    int64_t append_ms;
    int64_t order; /* Over the whole log. */
    int txn;       /* -1: none. */
    bool marker;
    bool gone;       /* Compacted away. */
    int64_t seen_ms; /* When read_committed readers could first pass it. */
    struct fy_slice key, value;
};

struct partition {
    struct entry *entries;
    int count, count_max;
    int64_t begin;
    int stable; /* Entries before this index belong to no undecided transaction. */
};

struct log_member {
    int id;                        /* 0: a free place. */
    char instance[LOG_NAME_BYTES]; /* Empty: a dynamic member. */
    int64_t out_ms;                /* Silent: when it is out. 0: alive. */
    bool quiet; /* Took the place of a member of its name: no rebalance comes of it. */
};

struct log_group {
    char name[LOG_NAME_BYTES];
    int generation;
    struct log_member members[LOG_MEMBERS_MAX];
    int owner[FY_PARTITIONS_MAX];  /* Member id; 0 for nobody. */
    int target[FY_PARTITIONS_MAX]; /* The same, when the rebalance is done. */
    int64_t *offsets;              /* [topic][partition] */
    struct log_group *next;
};

struct producer {
    char id[LOG_NAME_BYTES];
    int epoch;
    int txn;          /* The newest; -1 before the first. */
    int64_t again_ms; /* When an end of a transaction arrives once more; 0: none is on its way. */
    int again_epoch;
    struct producer *next;
};

struct log {
    struct log_config config;
    struct partition *partitions; /* [topic][partition] */
    struct txn *txns;
    int txn_count, txn_count_max;
    struct log_group *groups;
    struct producer *producers;
    bool trimmed; /* Some partition begins behind 0. */
    int64_t order;
    int txn_done; /* All before this index are settled: nothing to do for them. */
    int member_id_last;
    int commits, aborts;
    bool dead;
};

struct log_source {
    struct fy_source source;
    struct log *log;
    struct fy_record *records;
    uint8_t *bytes; /* Keys and values of `records`. */
    struct fy_place *places;
    int64_t *position; /* [topic][partition]; -1: not assigned. */
    int64_t *tail;     /* The same: fy_source_tails. */
};

struct group_source {
    struct log_source base;
    struct log_group *group;
    enum fy_topic lead;
    char instance[LOG_NAME_BYTES];
    int id;         /* 0: no member. */
    int generation; /* As of the last poll. */
    bool owned[FY_PARTITIONS_MAX];
    enum fy_change_kind asked; /* The change that is not answered yet. */
};

struct fy_group {
    struct log_group *group;
    int member_id;
    int generation;
};

void *log_alloc(size_t count, size_t size);
struct partition *log_partition(struct log *log, enum fy_topic topic, int32_t partition);
struct entry *log_entry_add(struct log *log,
    enum fy_topic topic,
    int32_t partition,
    struct fy_slice key,
    struct fy_slice value);
bool log_entry_visible(struct log *log, const struct entry *entry);
int log_stable(struct log *log, struct partition *partition);
void log_txn_end(struct log *log, struct txn *txn, enum txn_state state);
void log_txn_settle(struct log *log, struct txn *txn);
void log_groups_tick(struct log *log, int64_t now_ms);
int64_t log_groups_next_ms(const struct log *log);
struct log_member *log_member_of(struct log_group *group, int id);
void log_member_leave(struct group_source *member);
bool log_group_news(const struct group_source *self);
struct log_group *log_group_of(struct log *log, const char *name);
enum fy_change_kind log_group_change(struct group_source *member, int *ret_count);
void log_group_rebalance(struct log *log, struct log_group *group);
int64_t *log_group_place(struct log *log, struct log_group *group, const struct fy_place *place);
bool log_offsets_pending(const struct log *log, const struct log_group *group);

#endif
