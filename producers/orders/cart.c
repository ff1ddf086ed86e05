/*
 * cart.c - what is in somebody's cart: PUT /v1/cart, all of it, and PUT /v1/cart/items/{sku}.
 *
 * It is the person's who is signed in, else the visitor's. Which of several words counts, and what
 * was ordered since, is seen where it is read (api/cart.c).
 */
#include "schemas/generated/cart.h"

#include "lib/log.h"
#include "producers/edge.h"
#include "producers/routes.h"
#include "producers/supply/one.h"
#include "producers/visitors.h"
#include <stdio.h>

static const struct edge_route whole_route = {
    .name = "cart_put",
    .topic = FY_TOPIC_CART,
    .elements_max = 1,
};

static const struct edge_route item_route = {
    .name = "cart_item_put",
    .topic = FY_TOPIC_CART,
    .elements_max = 1,
};

/* Whose it is, and who says so. */
static bool take_owner(struct edge *edge, struct cart *cart)
{
    const struct fy_caller *caller = fy_http_caller(edge->request);
    struct fy_slice visitor = visitors_meet(edge->producers, edge->request, edge->arena);

    cart->owner = caller != NULL ? caller->person : visitor;
    cart->envelope.root = visitor;
    cart->envelope.actor =
        caller != NULL ? fy_caller_actor(edge->arena, caller)
                       : fy_arena_format(edge->arena, "visitor:%.*s", FY_SLICE_ARG(visitor));
    if (visitor.data != NULL && cart->envelope.actor.data != NULL)
        return true;
    fy_http_problem(edge->request, FY_PROBLEM_INTERNAL, NULL, "no memory");
    return false;
}

static bool refuse_twice(struct edge *edge, size_t line)
{
    struct fy_err err;

    (void)fy_fail(&err, FY_REJECT, "items[%zu].sku: it stands here twice", line);
    edge_refuse(edge, FY_PROBLEM_BAD_FIELD, 0, &err);
    return false;
}

static bool is_known(struct edge *edge, struct fy_slice sku, const char *field)
{
    bool known = false;
    struct fy_err err;

    if (known_skus_has(edge->producers->known, sku, edge->arena, &known, &err) != FY_OK) {
        fy_log(FY_LOG_ERROR, "%s", err.text);
        fy_http_problem(edge->request, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
        return false;
    }
    if (known)
        return true;
    fy_http_problem(edge->request, FY_PROBLEM_UNKNOWN_SKU, field,
        "%s: no product of this SKU is listed", field);
    return false;
}

static bool check_items(struct edge *edge, const struct cart_set *set)
{
    char field[32];

    for (size_t i = 0; i < set->items.count; i++) {
        for (size_t j = 0; j < i; j++)
            if (fy_slice_equal(set->items.items[i].sku, set->items.items[j].sku))
                return refuse_twice(edge, i);
        (void)snprintf(field, sizeof(field), "items[%zu].sku", i);
        if (!is_known(edge, set->items.items[i].sku, field))
            return false;
    }
    return true;
}

static void send_cart(struct edge *edge, struct cart *cart)
{
    struct fy_slice owner;

    if (!take_owner(edge, cart))
        return;
    owner = cart->owner;
    edge_stamp(edge, 0, owner, NULL, 0, &cart->envelope);
    if (edge_encode(edge, 0, owner, cart))
        edge_send(edge, owner, "/v1/cart");
}

void producers_cart_put(struct fy_http_request *request, void *program)
{
    struct cart cart;
    struct edge *edge;

    if (!one_open(&whole_route, request, program, fy_slice_of("all"), &edge))
        return;
    edge->inside = "cart_set";
    if (one_wrap(edge, fy_slice_of("{\"cart_set\":"), edge->elements[0], "}") &&
        edge_decode(edge, 0, &cart) && check_items(edge, cart.cart_set))
        send_cart(edge, &cart);
}

void producers_cart_item_put(struct fy_http_request *request, void *program)
{
    struct fy_slice sku = fy_http_path_param(request, "sku");
    struct cart_item_chosen chosen;
    struct cart cart;
    struct edge *edge;

    if (!one_check_name(request, "sku", sku) ||
        !one_open(&item_route, request, program, sku, &edge))
        return;
    edge->inside = "item_set";
    if (!one_wrap(edge, fy_slice_of("{\"item_set\":"), edge->elements[0], "}") ||
        !edge_decode(edge, 0, &cart) || !is_known(edge, sku, "sku"))
        return;
    chosen = *cart.item_set;
    chosen.sku = sku;
    cart.item_set = &chosen;
    send_cart(edge, &cart);
}
