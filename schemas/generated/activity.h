/*
 * Made by fy-generate from schemas/activity.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ACTIVITY_H
#define FY_GENERATED_ACTIVITY_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"

/* A product page was opened. */
struct item_viewed {
    /* Which product. */
    struct fy_slice sku;
};

struct searched_filters {
    const struct fy_slice *items;
    size_t count;
};

/* A search. The words are personal and stay out until they can be encrypted. */
struct searched {
    /* Filters in force, as in brand:acme. */
    struct searched_filters filters;
    /* How many products were found. */
    int32_t results;
};

/* The cart now holds this many of one product. */
struct cart_item_set {
    /* Which product. */
    struct fy_slice sku;
    /* Whole items now in the cart; 0 takes it out. */
    int64_t units;
};

struct recommendation_shown_skus {
    const struct fy_slice *items;
    size_t count;
};

struct recommendation_shown_credits {
    const struct fy_slice *items;
    size_t count;
};

/* A recommendation list was seen. */
struct recommendation_shown {
    /* The list, as the API named it. */
    struct fy_slice list_id;
    /* Products seen, best first. */
    struct recommendation_shown_skus skus;
    /*
     * Of each of them the credit that the API's list gave it, in their order; none: it is no
     * exposure of anybody.
     */
    struct recommendation_shown_credits credits;
};

/* A recommended product was chosen. */
struct recommendation_clicked {
    /* The list, as the API named it. */
    struct fy_slice list_id;
    /* Which product. */
    struct fy_slice sku;
    /* Its place in the list, from 1. */
    int32_t rank;
    /* The credit that the API's list gave it; null: it is no exposure of anybody. */
    struct fy_slice credit;
};

/*
 * Nothing of what this visitor did before counts any more, but in numbers. The edge writes it, of
 * each visitor that a forgotten person was; clients cannot.
 */
struct visitor_forgotten {
    /* When the person was forgotten, UTC. A second fact of the same time is a repeat. */
    int64_t forgotten_ms;
};

struct activity_suppliers {
    const struct fy_slice *items;
    size_t count;
};

/* What a visitor did in the shop. Exactly one of the nullable records is set. */
struct activity {
    /* Who, when and why. */
    struct envelope envelope;
    /* The visitor, 32 hex digits; also the key. */
    struct fy_slice visitor;
    /*
     * False when the browser asked not to be learnt from (Sec-GPC: 1): serves this visitor, never
     * others.
     */
    bool learn;
    /* 128 random bits made by the client, 32 hex digits. With n it recognises a repeat. */
    struct fy_slice session;
    /* Number of this event in its session, from 0. Set together with session. */
    bool has_n;
    int64_t n;
    /* The client's own clock, UTC. Data only: nothing is decided by it. */
    bool has_client_ms;
    int64_t client_ms;
    /*
     * Whose page each product named here was, in their order: as the edge knew it, empty text where
     * it did not. Whom an exposure counts for.
     */
    struct activity_suppliers suppliers;
    /* A product page was opened. */
    const struct item_viewed *item_viewed;
    /* A search was answered. */
    const struct searched *searched;
    /* The cart now holds this many of one product. */
    const struct cart_item_set *cart_item_set;
    /* A list was seen. */
    const struct recommendation_shown *recommendation_shown;
    /* A recommended product was chosen. */
    const struct recommendation_clicked *recommendation_clicked;
    /* The person behind this visitor was forgotten. */
    const struct visitor_forgotten *visitor_forgotten;
};

extern const struct fy_schema activity_schema;

enum fy_status activity_encode(const struct activity *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status activity_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct activity *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
