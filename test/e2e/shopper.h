/*
 * shopper.h - what most stories begin with: a product that is listed, a visitor who looks at it.
 */
#ifndef TEST_E2E_SHOPPER_H
#define TEST_E2E_SHOPPER_H

#include "test/e2e/stand.h"

/* List a product with 100 in stock and wait until the shop knows it. The name is static: see
 * fresh_name. */
const char *listed_product(void);

/* One visitor: who they are by the cookie we were given, and where their newest event is. */
struct shopper {
    char cookie[80];
    char position[64];
    char session[33];
    int n;
};

/* New, without a cookie. */
void shopper_init(struct shopper *shopper);

/* Post to /v1/activity as this visitor; keeps the cookie and the place. */
const struct answer *shopper_post(struct shopper *shopper, const char *body);

/* An item_viewed, with the next n of the session. */
const struct answer *shopper_view(struct shopper *shopper, const char *sku);

/* The history that includes the newest event. */
const struct answer *shopper_history(const struct shopper *shopper);

#define EXPECT_IN(part, answer)                                                                    \
    EXPECT_CONTAINS((part),                                                                        \
        ((struct fy_slice){.data = (const uint8_t *)(answer)->body, .size = (answer)->size}))

#endif
