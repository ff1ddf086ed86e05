/*
 * Made by fy-generate from schemas/order_body.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_ORDER_BODY_H
#define FY_GENERATED_ORDER_BODY_H

#include "schemas/codec/codec.h"
#include "schemas/generated/money.h"

/* So many of one SKU. */
struct place_line_body {
    /* The SKU; each stands once. */
    struct fy_slice sku;
    /* Whole items, 1 .. 999. */
    int64_t units;
};

struct place_address_body_lines {
    const struct fy_slice *items;
    size_t count;
};

/* Where parcels go, and to whom. */
struct place_address_body {
    /* Name, where the lines do not begin with it. */
    struct fy_slice full_name;
    /* Phone, for who brings it. */
    struct fy_slice phone;
    /* As on the parcel, without town and country. */
    struct place_address_body_lines lines;
    /* Post code. */
    struct fy_slice postcode;
    /* Town. */
    struct fy_slice city;
    /* ISO 3166-1, as in DE. */
    struct fy_slice country;
};

struct place_body_lines {
    const struct place_line_body *items;
    size_t count;
};

/* Order something. What is ordered, what it is thought to cost, where it goes, and what pays. */
struct place_body {
    /* 1 .. 50 lines. */
    struct place_body_lines lines;
    /* What the client thinks it costs, and what it pays in: another total is refused, and told. */
    struct money expected_total;
    /* The payment provider's token of a card, as in pm_card_visa. Never a card's number. */
    struct fy_slice payment_method;
    /* How a guest is reached; who has an account leaves it out. */
    struct fy_slice email;
    /* Where the parcels go; left out: the first address of the account. */
    const struct place_address_body *address;
};

/* What clients send to order something. The address is sealed before it is written down. */
struct order_body {
    /* Order something. */
    const struct place_body *place;
};

#endif
