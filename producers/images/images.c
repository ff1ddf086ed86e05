/*
 * images.c - the pictures of a product.
 *
 *     POST /v1/products/{sku}/images             the body is the picture; 202 when picture and fact
 * are on disk DELETE /v1/products/{sku}/images/{image}   {image} is its hash
 *
 * First the picture, then the fact that names it: a crash between them leaves a file that nobody
 * names, and the client asks again.
 */
#include "lib/metrics.h"
#include "producers/images/keeper.h"
#include "producers/routes.h"
#include "producers/supply/one.h"
#include "producers/supply/take.h"
#include "schemas/generated/supply.h"

#include <stdlib.h>
#include <string.h>

static struct fy_metric images_kept =
    FY_COUNTER("fy_producers_images_total", "Pictures kept on disk.");
static struct fy_metric images_refused =
    FY_COUNTER("fy_producers_images_refused_total", "Pictures refused for what they are.");

static const struct edge_route post_route = {
    .name = "image_post",
    .topic = FY_TOPIC_SUPPLY,
    .elements_max = 1,
    .bodyless = true, /* What is JSON of the fact is ours: the edge's. */
    .written = supply_written,
};

static const struct edge_route delete_route = {
    .name = "image_delete",
    .topic = FY_TOPIC_SUPPLY,
    .elements_max = 1,
    .bodyless = true,
    .written = supply_written,
};

/* A picture on its way to disk. It outlives its request when the client goes. */
struct sending {
    struct fy_http_request *request; /* NULL: gone. */
    struct producers *producers;
    struct fy_slice sku; /* Of the request's arena. */
};

static void on_gone(struct fy_http_request *request, void *context)
{
    struct sending *sending = context;

    (void)request;
    sending->request = NULL;
}

/* --- The fact -------------------------------------------------------------------------------- */

static void write_attached(struct sending *sending, const struct kept *kept)
{
    struct fy_slice media_type = fy_slice_of(image_media_type(kept->image.type));
    const struct image_attached attached = {
        .image =
            {
                .hash = fy_arena_copy(fy_http_arena(sending->request), fy_slice_of(kept->hash)),
                .media_type = media_type,
                .width = (int32_t)kept->image.width,
                .height = (int32_t)kept->image.height,
                .bytes = (int64_t)kept->image.size,
            },
    };
    struct supply supply = {.sku = sending->sku, .image_attached = &attached};
    struct fy_slice location;
    struct edge *edge;

    if (!one_open(&post_route, sending->request, sending->producers, sending->sku, &edge) ||
        !supply_take_begin(edge))
        return;
    edge->idempotency_body =
        fy_arena_copy(edge->arena, (struct fy_slice){kept->sent_digest, sizeof(kept->sent_digest)});
    if (!supply_take_fact(edge, 0, &supply))
        return;
    location = fy_arena_format(edge->arena, "/images/%.2s/%s.%s", kept->hash, kept->hash,
        image_extension(kept->image.type));
    edge_send(edge, supply_supplier(edge), (const char *)location.data);
}

static void on_kept(void *context, const struct kept *kept)
{
    struct sending *sending = context;
    struct fy_http_request *request = sending->request;

    if (kept->status == FY_OK)
        fy_metric_add(&images_kept, 1);
    else if (kept->status == FY_REJECT)
        fy_metric_add(&images_refused, 1);
    if (request != NULL && kept->status == FY_REJECT) {
        fy_http_problem(request, FY_PROBLEM_BAD_IMAGE, NULL, "%s", kept->err.text);
    } else if (request != NULL && kept->status != FY_OK) {
        fy_http_problem(
            request, FY_PROBLEM_NO_DISK, NULL, "%s; nothing was written down", kept->err.text);
    } else if (request != NULL) {
        write_attached(sending, kept);
    }
    free(sending);
}

/* --- The routes ------------------------------------------------------------------------------ */

/* All that can be refused before the disk is asked. */
static bool check(struct producers *producers, struct fy_http_request *request)
{
    struct fy_slice supplier, actor;

    if (!edge_able(producers, request) || !edge_supplier(request, &supplier, &actor))
        return false;
    if (fy_http_body(request).size == 0) {
        fy_http_problem(
            request, FY_PROBLEM_BAD_IMAGE, NULL, "the body is empty; it must be a picture");
        return false;
    }
    if (!keeper_has_room(producers->keeper)) {
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL,
            "%d pictures are on their way to disk: ask again", KEEPER_JOBS_MAX);
        return false;
    }
    return true;
}

void producers_image_post(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct fy_slice sku = fy_http_path_param(request, "sku");
    struct sending *sending;
    uint8_t *bytes = NULL;
    size_t size = 0;

    if (!one_check_name(request, "sku", sku) || !check(producers, request))
        return;
    sending = calloc(1, sizeof(*sending));
    if (sending != NULL)
        bytes = fy_http_body_take(request, &size);
    if (bytes == NULL) {
        free(sending);
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "no memory for a picture");
        return;
    }
    *sending = (struct sending){request, producers, sku};
    if (keeper_take(producers->keeper, bytes, size, on_kept, sending)) {
        fy_http_on_gone(request, on_gone, sending);
        return;
    }
    free(bytes);
    free(sending);
    fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "no memory for a picture");
}

void producers_image_delete(struct fy_http_request *request, void *program)
{
    struct fy_slice sku = fy_http_path_param(request, "sku");
    struct fy_slice image = fy_http_path_param(request, "image");
    struct fy_slice location;
    struct edge *edge;

    if (!one_check_name(request, "sku", sku) || !one_check_name(request, "image", image) ||
        !one_open(&delete_route, request, program, sku, &edge))
        return;
    edge->inside = "image_detached";
    if (!one_wrap(edge,
            fy_arena_format(edge->arena, "{\"sku\":\"%.*s\",\"image_detached\":{\"hash\":\"",
                FY_SLICE_ARG(sku)),
            image, "\"}}") ||
        !supply_take_begin(edge) || !supply_take(edge, 0))
        return;
    location = fy_arena_format(edge->arena, "/v1/products/%.*s", FY_SLICE_ARG(sku));
    edge_send(edge, supply_supplier(edge), (const char *)location.data);
}

void images_register_metrics(void)
{
    fy_metric_register(&images_kept);
    fy_metric_register(&images_refused);
}
