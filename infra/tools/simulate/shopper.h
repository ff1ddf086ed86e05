/*
 * shopper.h - what simulated visitors do: pure, seeded, no HTTP. See main.c for the story.
 *
 * Shape:   shop_add every SKU in order, shop_open, then visitor_write -> (asked elsewhere) ->
 *          visitor_step, again and again.
 * Memory:  one shop, static; nothing is freed before the process ends.
 */
#ifndef FY_SIMULATE_SHOPPER_H
#define FY_SIMULATE_SHOPPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SKU_TEXT = 64 + 1,
    SKUS_MAX = 100000,
    LIST_MAX = 10, /* Of a list, what a shopper looks at. */
    CREDIT_TEXT = 17 + 1,
    EVENT_TEXT = 2048, /* As JSON: a list seen, with SKUs and credits. */
};

enum act { ACT_NONE, ACT_VIEW, ACT_CART, ACT_READ, ACT_SHOWN, ACT_CLICK, ACT_CHECK };

/* One shopper. All zero is one who has never been here. */
struct visitor {
    char cookie[80]; /* "fy_visitor=...", empty before the first answer. */
    char session[33];
    char position[64]; /* Of the newest acknowledged event. */
    char event_id[40]; /* Of the post that is about to be repeated; empty else. */
    char list_id[40];
    int list[LIST_MAX];                  /* Indices of SKUs. */
    char credits[LIST_MAX][CREDIT_TEXT]; /* Of each, as the list gave it; none: "". */
    int list_count;
    int n;        /* Number of the event in hand. */
    int left;     /* Views until the session ends. */
    int sku;      /* Viewed last. */
    int wanted;   /* What they will view next. */
    int rank;     /* Of `wanted` in the list, from 1. */
    enum act act; /* In hand or next. */
    bool busy;    /* A request is in flight. */
    long long views_acked;
};

/* splitmix64: the same seed shops the same way, as far as the answers agree. */
void random_seed(uint64_t seed);
bool chance(int per_mille);
int below(int limit);

/*
 * SKUs come in order, as the API lists them; `rest` is what it says behind one. False when there
 * are SKUS_MAX.
 */
bool shop_add(const char *sku, size_t size, const char *rest);
const char *shop_sku(int sku);

/* What one costs, as the catalogue had it; minor 0: it had none. */
struct shop_price {
    long long minor;
    char currency[4];
};
const struct shop_price *shop_price(int sku);
int shop_count(void);

/* After the last SKU; at least one was added. */
void shop_open(void);

void visitor_session_begin(struct visitor *visitor);

/* The event in hand as JSON, into EVENT_TEXT bytes. Not for ACT_READ and ACT_CHECK. */
void visitor_write(const struct visitor *visitor, char ret_json[EVENT_TEXT]);

/* What the API recommends: the list's id and its first LIST_MAX known SKUs. */
void visitor_read_list(struct visitor *visitor, const char *answer);

/* The act in hand was acknowledged: choose the next. */
void visitor_step(struct visitor *visitor);

/* The next "sku":"..." at or after `at`; NULL when there is none. */
const char *next_sku(const char *at, size_t *ret_size);

#endif
