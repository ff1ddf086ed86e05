#include "api/api.h"

#include <inttypes.h>
#include <stdio.h>

void put_price(struct fy_json_out *out, const struct money *price)
{
    fy_json_out_name(out, "price");
    fy_json_out_object(out);
    fy_json_out_member_int(out, "minor", price->minor);
    fy_json_out_member_text(out, "currency", price->currency);
    fy_json_out_object_end(out);
}

void put_as_of(struct fy_json_out *out, const struct position *positions, size_t count)
{
    fy_json_out_name(out, "as_of");
    fy_json_out_array(out);
    for (size_t i = 0; i < count; i++) {
        char place[320]; /* A topic's name has at most 249 bytes. */
        int length = snprintf(place, sizeof(place), "%.*s-%" PRId32 "-%" PRId64,
            FY_SLICE_ARG(positions[i].topic), positions[i].partition, positions[i].offset);

        if (length > 0 && (size_t)length < sizeof(place))
            fy_json_out_text(out, (struct fy_slice){(const uint8_t *)place, (size_t)length});
    }
    fy_json_out_array_end(out);
}

/* Where nginx serves them: by hash, so an address never changes what it shows. */
static void put_images(struct fy_json_out *out, const struct image *images, size_t count)
{
    fy_json_out_name(out, "images");
    fy_json_out_array(out);
    for (size_t i = 0; i < count; i++) {
        const struct image *image = &images[i];
        bool png = fy_slice_equal(image->media_type, fy_slice_of("image/png"));
        bool webp = fy_slice_equal(image->media_type, fy_slice_of("image/webp"));
        char url[128];
        int length = snprintf(url, sizeof(url), "/images/%.2s/%.*s.%s", image->hash.data,
            FY_SLICE_ARG(image->hash),
            png    ? "png"
            : webp ? "webp"
                   : "jpg");

        if (image->hash.size < 2 || length < 0 || (size_t)length >= sizeof(url))
            continue;
        fy_json_out_object(out);
        fy_json_out_member_text(
            out, "url", (struct fy_slice){(const uint8_t *)url, (size_t)length});
        fy_json_out_member_text(out, "media_type", image->media_type);
        fy_json_out_member_int(out, "width", image->width);
        fy_json_out_member_int(out, "height", image->height);
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
}

void put_product(struct fy_json_out *out, const struct shown_product *shown)
{
    fy_json_out_member_text(out, "sku", shown->product.sku);
    fy_json_out_member_text(out, "title", shown->product.title);
    fy_json_out_member_text(out, "brand", shown->product.brand);
    put_price(out, &shown->product.price);
    fy_json_out_member_int(out, "available_units", shown->available_units);
    put_images(out, shown->product.images.items, shown->product.images.count);
}
