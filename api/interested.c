/*
 * interested.c - who is interested in a product? `recommend` knows; who may ask, we know.
 *
 * The answer is an address that nginx alone can go to (X-Accel-Redirect), and no body: nginx asks
 * `recommend` there, and its answer is the client's. So no program calls another.
 */
#include "api/api.h"

#include <stdio.h>
#include <string.h>

static bool is_offered_by(const struct product *product, struct fy_slice supplier)
{
    for (size_t i = 0; i < product->suppliers.count; i++)
        if (fy_slice_equal(product->suppliers.items[i], supplier))
            return true;
    return fy_slice_equal(product->supplier, supplier);
}

/* Where nginx goes; the gate has looked at the roles, and at whose supplier it is. */
static void send_on(
    struct api *api, struct fy_http_request *request, struct fy_slice supplier, const char *folder)
{
    struct fy_slice sku = fy_http_path_param(request, "sku");
    struct shown_product shown;
    struct fy_err err = {0};
    char where[128];
    bool known = false;

    fy_arena_clear(&api->arena);
    if (sku.size <= VIEW_KEY_BYTES_MAX &&
        views_product(&api->views, sku, &api->arena, &known, &shown, &err) != FY_OK) {
        api_fail(api, &err);
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "the views cannot be read");
        return;
    }
    if (!known || (supplier.data != NULL && !is_offered_by(&shown.product, supplier))) {
        fy_http_problem(request, FY_PROBLEM_NOT_FOUND, NULL, "There is no product of that SKU");
        return;
    }
    (void)snprintf(where, sizeof(where), "%s%.*s", folder, FY_SLICE_ARG(sku));
    fy_http_set_header(request, "X-Accel-Redirect", where);
    fy_http_answer(request, 200, "application/json", fy_slice_of("{}"));
}

void api_interested(struct fy_http_request *request, void *program)
{
    send_on(program, request, fy_http_path_param(request, "supplier"), "/@interested/");
}

void api_interested_visitors(struct fy_http_request *request, void *program)
{
    send_on(program, request, (struct fy_slice){0}, "/@interested-visitors/");
}
