/*
 * shortlist.h - what one visitor is shown now: candidates of `recommend`, held against what is in
 * stock, and arranged.
 *
 * docs/decisions/0065-what-a-list-shows.md. Candidates are the visitor's own list; behind it, or
 * instead of it for whoever has none or wants none, what is popular now; and in one place something
 * that hardly anybody knows yet. What is not on offer or not in stock by our own views, or was
 * bought already, is left out at each answer.
 * Memory:  the arena's; cards stay until the next answer begins.
 * Errors:  FY_FATAL: the store's, or the arena is too small.
 * Threads: the reactor's.
 */
#ifndef API_SHORTLIST_H
#define API_SHORTLIST_H

#include "api/minimum.h"
#include "lib/variant.h"

enum {
    SHORTLIST_MAX = 50,        /* Products. */
    SHORTLIST_COLLECTIONS = 3, /* Among them; more would be a list of their own. */
    SHORTLIST_NEW_MIN = 4,     /* A shorter list has no place for what is new. */
    SHORTLIST_NEW_TRIES = 16,  /* So many are looked at for one that can be had. */
};

struct shortlist_ask {
    struct fy_slice visitor; /* Absent: nobody we know. */
    struct fy_slice person;  /* Absent: not signed in. */
    int limit;               /* 1 .. SHORTLIST_MAX */
    bool keep_current;       /* Leave the product viewed last in. */
    bool plain;              /* The ranking alone, for measuring: what is in stock, in its order. */
    bool impersonal;         /* They want no list of their own. */
    struct minimum *minimum; /* NULL: no place is kept for anybody. */
    int64_t now_ms;
    const uint8_t *visitor_key; /* FY_MAC_KEY_BYTES, for credits. NULL: none are given. */
    const char *
        /* Categories of what is bought again and again, with commas between; NULL: none. */
        repeatable;
};

enum shortlist_why {
    SHORTLIST_VIEWED,
    SHORTLIST_POPULAR,
    SHORTLIST_NEW,
    SHORTLIST_MINIMUM, /* Of a supplier below the day's minimum, and a candidate: slots.h. */
    SHORTLIST_FILL,    /* Of one, and nobody's candidate: minimum.h. */
};

struct shortlist_entry {
    const struct card *card;
    const struct recommended_item *item;
    enum shortlist_why why;
};

struct shortlist_collection {
    struct fy_slice id, title;
    const struct fy_slice
        *skus;         /* Of its products those of the list that can be had, best first. */
    size_t sku_count;  /* At least 2. */
    int64_t share_ppm; /* The sum of theirs. */
    const struct recommended_item *best;
    enum shortlist_why why;
    size_t before; /* It stands before the entry of this number. */
};

struct shortlist {
    struct recommendation own; /* All zero where there is none. */
    struct fy_slice list_id;   /* Of the list that it is made of. Absent: there is none. */
    bool own_known, personal;
    const struct fy_variant_info *variant; /* NULL: of a visitor we do not know. */
    struct shortlist_entry entries[SHORTLIST_MAX];
    size_t count;
    struct shortlist_collection collections[SHORTLIST_COLLECTIONS]; /* In order of `before`. */
    size_t collection_count;
};

enum fy_status shortlist_make(struct views *views,
    const struct shortlist_ask *ask,
    struct fy_arena *arena,
    struct shortlist *ret_list,
    struct fy_err *err) FY_MUST_CHECK;

#endif
