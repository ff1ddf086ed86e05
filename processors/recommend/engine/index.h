/*
 * index.h - what the engine's files share, and nobody else: sessions, items and posting rings.
 *
 * A session that has ended has a dense number, larger for newer ones; its clicks lie in the log.
 * A live one has a slot, and is newer than all that ended. An *entry* names either: a number, or
 * LIVE_FIRST + slot. A posting ring holds an item's newest sessions, oldest first, live ones at its
 * newest end.
 *
 * Each click moves its session to the newest end of all live ones, and so in the rings of all that
 * the session holds, which is a cache miss or two for each. So these moves are left out where few
 * live sessions hold the item: the order of up to RING_LAZY of them at the end of its ring is made
 * when somebody asks (ring_sort). An item that more of them hold is *hot*: its ring is in order at
 * all times. And what a click adds to its item waits for the next some, so that all their misses
 * happen at once (index_settle).
 */
#ifndef RECOMMEND_ENGINE_INDEX_H
#define RECOMMEND_ENGINE_INDEX_H

#include "processors/recommend/engine/engine.h"
#include "processors/recommend/engine/tables.h"

#include <string.h>

enum {
    CLICK_BYTES = 3,
    CLICK_AGAIN = 1 << 23, /* The session clicks the item again later. */
    CLICK_ITEM = CLICK_AGAIN - 1,
    SESSION_BYTES = 1 + CLICK_BYTES * ENGINE_CLICKS_MAX, /* Count, clicks. */
    ROOM_CLASSES = 10, /* Sizes of what a live session's clicks stand in. */
    ROOM_UNIT = 4,
    RING_KEPT = ENGINE_RECENT_MAX + 1, /* One more, which may be the asker's own. */
    RING_ROOM = 768,                   /* When this is full, the newest RING_KEPT are kept. */
    RING_CLASSES = 33,
    RING_LAZY = 16,   /* Live entries whose order in their ring may wait until it is asked for. */
    RING_COOL = 8,    /* With so few of them, an item is hot no more. */
    PENDING_MAX = 24, /* Clicks whose items wait: some more than a core fetches at once. */
    CANDIDATES_MAX = 2048, /* Those met first; see docs/decisions/0039-two-stages.md. */
    CANDIDATE_TABLE = 2 * CANDIDATES_MAX,
    BLOCK_MAX = 256,
    HOLES_LEAST = 1024, /* Numbers of forgotten sessions, and one in HOLES_SHARE: then they are
                           closed up. */
    HOLES_SHARE = 4,
};

#define LIVE_FIRST 0xf0000000u

struct item {
    uint32_t ring;   /* Where it begins in engine.rings. */
    uint16_t count;  /* Entries in it. */
    uint8_t class;   /* Its room is ring_rooms[class]; 0: there is none. */
    bool cut : 1;    /* The ring lacks older sessions. */
    bool marked : 1; /* Scratch of forget.c. */
    uint32_t holders, clicks;
    uint32_t repeats; /* Clicks on what was clicked right before. */
    uint32_t returns; /* Clicks on what was seen before that. */
};

struct live {
    struct engine_order order;
    uint32_t block : 24; /* Of engine.blocks, and its place there. */
    uint32_t place : 8;
    uint32_t room; /* Where its count and clicks are in engine.live_rooms; 0: the slot is free, and
                      order.offset is the next free one. */
};

/* Live sessions that follow one another, oldest first. */
struct live_block {
    uint32_t at;    /* Its place in engine.block_order. */
    uint32_t newer; /* Live sessions of newer blocks, when the ages are known. */
    uint32_t count;
    uint32_t first, end;       /* Places in use; of those between, some are ENGINE_NONE: gone. */
    uint32_t slots[BLOCK_MAX]; /* slots[0] of a free block is the next free one. */
};

struct candidate {
    uint32_t item;
    uint32_t age; /* Of the newest neighbour that holds it, if it is no view. */
    uint64_t votes, far_votes;
    uint16_t support, later;
    uint16_t next, next_but_one, before, after_last;
    uint16_t with[ENGINE_VIEWS_MAX]; /* Neighbours that hold it and the view. */
    uint64_t unused;                 /* 64 bytes: a cache line. */
};

/* What a click adds to its item, but for the click. */
enum click_kind { CLICK_FIRST, CLICK_REPEAT, CLICK_RETURN };

struct pending {
    uint32_t item, entry;
    enum click_kind kind;
};

struct place {
    uint32_t item;
    uint16_t candidate, query;
};

/* Of the clicks asked for. Candidates 0 .. view_count - 1 are the views, newest first. */
struct query {
    uint32_t own; /* Entry, or ENGINE_NONE. */
    uint32_t clicks[ENGINE_CLICKS_MAX];
    int click_count;
    int view_count;
    uint32_t weight[ENGINE_VIEWS_MAX];
    uint32_t neighbours[ENGINE_RECENT_MAX]; /* Newest first. */
    uint8_t masks[ENGINE_RECENT_MAX];       /* Bit i: it holds view i. */
    int neighbour_count;
    uint64_t votes_most;
};

struct engine {
    struct engine_config config;
    struct engine_params params;
    struct engine_tables tables;
    uint32_t closeness[ENGINE_CLICKS_MAX];

    struct item *items;
    uint64_t *hot; /* A bit for each. */
    struct pending pending[PENDING_MAX];
    int pending_count;
    uint32_t item_end; /* 1 more than the highest number met. */
    uint32_t *rings;
    uint32_t rings_used, rings_max;
    uint32_t rings_free[RING_CLASSES]; /* Free rings by class, linked through their first word. */

    uint8_t *log;
    uint64_t log_size, log_at, log_used; /* Bytes; log_used with what is skipped at its end. */
    uint32_t *starts, *owners;           /* By number, modulo numbers_max. */
    uint32_t numbers_max;
    uint32_t first, next; /* Numbers of the oldest session, and of the next one. */

    /* Numbers between them of sessions that were forgotten, ascending; `first` is none. */
    uint32_t *holes;
    uint32_t hole_first, hole_end, holes_max;

    uint32_t *live_owners; /* By slot. */

    struct live *lives;
    uint8_t *live_rooms; /* In units of ROOM_UNIT bytes; the first is nobody's. */
    uint32_t live_rooms_used;
    uint32_t rooms_free[ROOM_CLASSES]; /* By size, linked through their first word; 0: none. */
    uint32_t live_count, live_end, live_free;
    struct live_block *blocks;
    uint32_t *block_order; /* Oldest first. */
    uint32_t block_count, block_end, block_free;
    bool ages_known; /* live_block.newer is right. */
    uint64_t clicks;

    struct query query;
    struct candidate candidates[CANDIDATES_MAX];
    int candidate_count;
    struct place places[CANDIDATE_TABLE];
    uint16_t query_number;
};

static inline uint32_t click_at(const uint8_t *clicks, int at)
{
    uint32_t four;

    memcpy(&four, clicks + (ptrdiff_t)CLICK_BYTES * at, sizeof(four));
    return four & 0xffffff;
}

static inline uint8_t *live_bytes(const struct engine *engine, uint32_t slot)
{
    return engine->live_rooms + (size_t)engine->lives[slot].room * ROOM_UNIT;
}

/* Count and clicks of a session. */
static inline const uint8_t *session_bytes(const struct engine *engine, uint32_t entry)
{
    if (entry >= LIVE_FIRST)
        return live_bytes(engine, entry - LIVE_FIRST);
    return engine->log + engine->starts[entry % engine->numbers_max];
}

static inline bool item_is_hot(const struct engine *engine, uint32_t item)
{
    return (engine->hot[item / 64] >> item % 64 & 1) != 0;
}

/* index.c */
void index_settle(struct engine *engine); /* Before anything looks at items or rings. */
void session_uncount(struct engine *engine, uint32_t entry);
void log_measure(struct engine *engine);
void live_release(struct engine *engine, uint32_t slot);
void skip_holes(struct engine *engine); /* When `first` has moved on. */

/* forget.c: holes that are newer than a number. */
uint32_t holes_newer(const struct engine *engine, uint32_t number);

/* live.c: live sessions by order. */
void live_link(struct engine *engine, uint32_t slot); /* By its order. */
void live_unlink(struct engine *engine, uint32_t slot);
uint32_t live_oldest(const struct engine *engine); /* ENGINE_NONE: there is none. */
uint32_t live_newest(const struct engine *engine);
/* Some of those that follow the oldest. Returns how many. */
int live_behind_oldest(const struct engine *engine, uint32_t *ret_slots, int max);
uint64_t live_rooms_bytes(uint32_t live_max); /* Address space for all of live_rooms. */
void live_room_take(struct engine *engine, uint32_t slot);
void live_room_grow(struct engine *engine, uint32_t slot); /* For one more click. */
void live_room_release(struct engine *engine, uint32_t slot);
void live_ages(struct engine *engine);                         /* Before live_age. */
uint32_t live_age(const struct engine *engine, uint32_t slot); /* Live ones that are newer. */

/* How many sessions are newer. */
static inline uint32_t entry_age(const struct engine *engine, uint32_t entry)
{
    return entry >= LIVE_FIRST
               ? live_age(engine, entry - LIVE_FIRST)
               : engine->next - 1 - entry - holes_newer(engine, entry) + engine->live_count;
}

/* Is `a` older than `b`? */
static inline bool entry_older(const struct engine *engine, uint32_t a, uint32_t b)
{
    if (a >= LIVE_FIRST && b >= LIVE_FIRST)
        return engine_order_compare(
                   &engine->lives[a - LIVE_FIRST].order, &engine->lives[b - LIVE_FIRST].order) < 0;
    return a < b;
}

/* Equal scores: who stands first. */
static inline bool item_first(const struct engine *engine, uint32_t a, uint32_t b)
{
    return engine->config.stands_first == NULL
               ? a < b
               : engine->config.stands_first(engine->config.context, a, b);
}

/* rings.c: an item's newest sessions. */
void ring_insert(struct engine *engine, struct item *item, uint32_t entry);
void ring_move(struct engine *engine, struct item *item, uint32_t entry);
void ring_fetch(const struct engine *engine, const struct item *item);
void ring_remove(struct engine *engine, struct item *item, uint32_t entry);
void ring_replace(struct engine *engine, struct item *item, uint32_t entry, uint32_t by);
void ring_push(struct engine *engine, struct item *item, uint32_t entry); /* The newest of all. */
void ring_release(struct engine *engine, struct item *item);
void ring_sort(struct engine *engine, struct item *item); /* Before its order is asked for. */
uint32_t ring_rooms_max(uint32_t items, uint64_t clicks);

/* query.c: the first stage fills engine->query and engine->candidates. */
void query_candidates(
    struct engine *engine, uint32_t own, const uint32_t *clicks, size_t count, bool steps);
int query_choose(struct engine *engine, int ret_chosen[ENGINE_RANKED_MAX], int max);
void query_reason(
    const struct engine *engine, const struct candidate *candidate, struct engine_candidate *ret);

#endif
