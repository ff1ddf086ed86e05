/*
 * engine.h - what goes with these clicks: an index of sessions, and lists made from it.
 *
 * Shape:   click, end, forget -> index       one click at a time; no batch
 *          query(index, clicks) -> list      items of this moment's session, best first
 *          interested(index, item) -> list   the reverse: whose sessions point at this item
 * Two stages. First an exact k-way merge over the posting rings of the items asked for: the newest
 * `recent` sessions, of these the `neighbours` most alike, and their items as candidates. Then a
 * ranking of these by a sum of named terms (terms.def), with terms of their own for items that the
 * session has seen. docs/decisions/0039-two-stages.md defines both down to the last tie, in
 * integers: the same sessions and clicks give the same bytes, on any machine.
 * Units:   scores in 2^-20 bits (a score higher by 2^20 is twice as likely); shares in parts of a
 *          million of one list; ages in sessions.
 * Errors:  engine_new alone, NULL: no address space. Numbers out of range are our own mistake.
 * Memory:  address space is reserved at once and filled as sessions come: 3 bytes a click, 9 a
 *          session, 4 to 6 a session and item, 24 an item; some 60 a live session. Everything has a
 *          ceiling.
 * Threads: one owner; a query uses scratch memory of the engine.
 * Source:  VMIS-kNN of Serenade (SIGMOD 2022), VSTAN (Garg 2019); conditional logit (McFadden
 * 1974).
 */
#ifndef RECOMMEND_ENGINE_H
#define RECOMMEND_ENGINE_H

#include "processors/recommend/engine/terms.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ENGINE_NONE UINT32_MAX

enum {
    ENGINE_CLICKS_MAX = 64,     /* Of one session, and of a query: the newest. */
    ENGINE_VIEWS_MAX = 8,       /* Different items that ask. */
    ENGINE_RECENT_MAX = 500,    /* Of engine_params.recent. */
    ENGINE_RANKED_MAX = 128,    /* Of engine_params.ranked: a list is no longer than this. */
    ENGINE_ITEMS_MAX = 1 << 23, /* Item numbers are below this. */
    ENGINE_SESSIONS_MAX = 1 << 24,
    ENGINE_LIVE_MAX = 1 << 20,
    ENGINE_INTERESTED_MAX = 5000, /* Sessions that engine_interested looks at. */
};

/* All of these are part of the definition: another value gives other lists. */
struct engine_params {
    int session_clicks; /* A session that has this many is full; another follows it. */
    int recent;         /* m: how many of the newest sessions in question are looked at. */
    int neighbours;     /* k: how many of these, the most alike, have a vote. */
    int views;          /* How many of the newest different items ask. */
    int ranked;         /* Candidates of the second stage. */
    int thin;           /* With fewer candidates than this, those of candidates are asked too. */
    int weights[TERM_COUNT]; /* 2^-12 bits for each bit of the term. */
};

/* Fitted on validation data; processors/recommend/engine/terms.def says how. */
extern const struct engine_params engine_defaults;

/* When and where a session's newest click was written; no two sessions share one. */
struct engine_order {
    int64_t ms;
    int32_t partition;
    int64_t offset;
};

/* Below 0: `a` is older. */
int engine_order_compare(const struct engine_order *a, const struct engine_order *b);

struct engine_config {
    uint32_t sessions_max; /* 1 .. ENGINE_SESSIONS_MAX: the newest are kept, live or not. */
    uint32_t clicks_max;   /* Of those that ended; at least ENGINE_CLICKS_MAX. */
    uint32_t live_max;     /* 1 .. ENGINE_LIVE_MAX sessions that have not ended. */
    uint32_t items_max;    /* 1 .. ENGINE_ITEMS_MAX */
    const struct engine_params *params; /* Copied. NULL: engine_defaults. */
    /* Of two items with equal scores, does `a` stand first? NULL: by number. Ties must not depend
     * on how items came by their numbers. */
    bool (*stands_first)(const void *context, uint32_t a, uint32_t b);
    /* No session holds the item any more: its number may be another's. NULL: nobody asks. */
    void (*dropped)(void *context, uint32_t item);
    void *context;
};

struct engine_candidate {
    uint32_t item;
    int64_t score;
    uint32_t share_ppm; /* Of the list: how likely it is the next click, if one of these is. */
    uint32_t because;   /* The item of the query that speaks for it most. */
    uint32_t sessions;  /* How many neighbours hold both. 0: found through other candidates. */
};

struct engine_interest {
    uint32_t owner;
    uint32_t share_ppm; /* An estimate of the chance that the next click is the item; > 0. */
};

struct engine;

struct engine *engine_new(const struct engine_config *config);
void engine_free(struct engine *engine);

/* Forget all sessions; nothing is said of items that are dropped. */
void engine_clear(struct engine *engine);

/*
 * A click. `slot` is where its session is, or ENGINE_NONE for the first of one; returns where it is
 * now: elsewhere when it was full and this click began the next; ENGINE_NONE when a new one is
 * older than all that there is room for. `order` is not older than the
 * session's. With live_max
 * sessions the one silent longest ends first. `owner` says whose session begins, for engine_forget
 * and engine_interested.
 */
uint32_t engine_click(struct engine *engine,
    uint32_t slot,
    uint32_t owner,
    const struct engine_order *order,
    uint32_t item);

/* Does `slot` hold the live session whose newest click is `order`? Any slot may be asked for. */
bool engine_holds(const struct engine *engine, uint32_t slot, const struct engine_order *order);

/*
 * Sessions whose newest click is older than `order` end; NULL: all do. That packs them, and changes
 * no list. Those that come later must be newer.
 */
void engine_end(struct engine *engine, const struct engine_order *order);

/* As if the owner's sessions had never been (of those that are still kept). Returns how many. */
uint32_t engine_forget(struct engine *engine, uint32_t owner);

/*
 * What goes with `clicks`, oldest first, the newest ENGINE_CLICKS_MAX of which count. `own` is the
 * slot of the asker's live session, which is no neighbour of itself, or ENGINE_NONE. The list has
 * at most engine_params.ranked candidates, items of the clicks among them. Returns how many.
 */
size_t engine_query(struct engine *engine,
    uint32_t own,
    const uint32_t *clicks,
    size_t count,
    struct engine_candidate ret_list[ENGINE_RANKED_MAX]);

/* The best `max` of the first stage alone: VMIS-kNN. Scores are votes; shares are 0. */
size_t engine_query_knn(struct engine *engine,
    uint32_t own,
    const uint32_t *clicks,
    size_t count,
    size_t max,
    struct engine_candidate ret_list[ENGINE_RANKED_MAX]);

/*
 * What the newest sessions hold, the newer the more: scores are sums of 2^20 for a session of this
 * moment and half of that for each 512 sessions that are newer. Nothing when there is no memory.
 */
size_t engine_popular(
    struct engine *engine, struct engine_candidate ret_list[ENGINE_RANKED_MAX], size_t max);

/* Whose newest sessions point at `item` most; best first, ties by the newer session. */
size_t engine_interested(
    struct engine *engine, uint32_t item, struct engine_interest *ret_list, size_t max);

/*
 * Fills a list of `count` up to `max` with owners of the newest sessions who are not in it, newest
 * first, with a share of 0. Looks at the newest ENGINE_INTERESTED_MAX sessions. Returns how many.
 */
size_t engine_newest(struct engine *engine, struct engine_interest *list, size_t count, size_t max);

uint32_t engine_sessions(const struct engine *engine); /* Live ones too. */
uint32_t engine_live(const struct engine *engine);
uint32_t engine_holders(const struct engine *engine, uint32_t item);
uint64_t engine_clicks(const struct engine *engine);

/* Bytes in use, all in. */
uint64_t engine_bytes(const struct engine *engine);

/* --- For the fit ------------------------------------------------------------------------------ */

struct engine_terms {
    uint32_t item;
    int16_t values[TERM_COUNT]; /* In 1/256 bits, or 0 and 256 of what is so or not. */
};

/* The candidates of a query with their terms, in no order. */
size_t engine_query_terms(struct engine *engine,
    uint32_t own,
    const uint32_t *clicks,
    size_t count,
    struct engine_terms ret_terms[ENGINE_RANKED_MAX]);

#endif
