/*
 * products.c - one SKU as a resource: what POST /v1/supply takes, said by method and path.
 *
 *     PUT /v1/products/{sku}             on offer, all that is to say of it
 *     PATCH /v1/products/{sku}           some of it, what is left out stays
 *     DELETE /v1/products/{sku}          on offer no more
 *     PUT .../price .../count .../threshold .../buffer, POST .../receive .../adjust
 *
 * The body is the record that the fact carries, without the names around it.
 */
#include "producers/routes.h"
#include "producers/supply/one.h"
#include "producers/supply/take.h"

/* `fact`: the member of supply.avsc that the body is. */
static void write_fact(const struct edge_route *route,
    const char *fact,
    struct fy_http_request *request,
    void *program)
{
    struct fy_slice sku = fy_http_path_param(request, "sku");
    struct fy_slice location;
    struct edge *edge;

    if (!one_check_name(request, "sku", sku) || !one_open(route, request, program, sku, &edge))
        return;
    edge->inside = fact;
    if (!one_wrap(edge,
            fy_arena_format(edge->arena, "{\"sku\":\"%.*s\",\"%s\":", FY_SLICE_ARG(sku), fact),
            edge->elements[0], "}") ||
        !supply_take_begin(edge) || !supply_take(edge, 0))
        return;
    location = fy_arena_format(edge->arena, "/v1/products/%.*s", FY_SLICE_ARG(sku));
    edge_send(edge, supply_supplier(edge), (const char *)location.data);
}

#define ROUTE(name_, bodyless_)                                                                    \
    static const struct edge_route name_##_route = {                                               \
        .name = #name_,                                                                            \
        .topic = FY_TOPIC_SUPPLY,                                                                  \
        .elements_max = 1,                                                                         \
        .bodyless = (bodyless_),                                                                   \
        .written = supply_written,                                                                 \
    }

ROUTE(product_put, false);
ROUTE(product_delete, true);
ROUTE(product_patch, false);
ROUTE(product_price, false);
ROUTE(product_count, false);
ROUTE(product_receive, false);
ROUTE(product_adjust, false);
ROUTE(product_threshold, false);
ROUTE(product_buffer, false);

void producers_product_put(struct fy_http_request *request, void *program)
{
    write_fact(&product_put_route, "product_listed", request, program);
}

void producers_product_delete(struct fy_http_request *request, void *program)
{
    write_fact(&product_delete_route, "product_withdrawn", request, program);
}

void producers_product_patch(struct fy_http_request *request, void *program)
{
    write_fact(&product_patch_route, "offer_stated", request, program);
}

void producers_product_price(struct fy_http_request *request, void *program)
{
    write_fact(&product_price_route, "price_set", request, program);
}

void producers_product_count(struct fy_http_request *request, void *program)
{
    write_fact(&product_count_route, "stock_counted", request, program);
}

void producers_product_receive(struct fy_http_request *request, void *program)
{
    write_fact(&product_receive_route, "stock_received", request, program);
}

void producers_product_adjust(struct fy_http_request *request, void *program)
{
    write_fact(&product_adjust_route, "stock_adjusted", request, program);
}

void producers_product_threshold(struct fy_http_request *request, void *program)
{
    write_fact(&product_threshold_route, "threshold_set", request, program);
}

void producers_product_buffer(struct fy_http_request *request, void *program)
{
    write_fact(&product_buffer_route, "buffer_set", request, program);
}
