#include "api/api.h"

#include "lib/copies.h"

#include <inttypes.h>
#include <stdio.h>

void put_money(struct fy_json_out *out, const char *name, const struct money *money)
{
    fy_json_out_name(out, name);
    fy_json_out_object(out);
    fy_json_out_member_int(out, "minor", money->minor);
    fy_json_out_member_text(out, "currency", money->currency);
    fy_json_out_object_end(out);
}

void put_price(struct fy_json_out *out, const struct money *price)
{
    put_money(out, "price", price);
}

void put_count(struct fy_json_out *out, const char *name, bool is_set, int64_t value)
{
    fy_json_out_name(out, name);
    if (is_set)
        fy_json_out_int(out, value);
    else
        fy_json_out_null(out);
}

void put_texts(
    struct fy_json_out *out, const char *name, const struct fy_slice *texts, size_t count)
{
    fy_json_out_name(out, name);
    fy_json_out_array(out);
    for (size_t i = 0; i < count; i++)
        fy_json_out_text(out, texts[i]);
    fy_json_out_array_end(out);
}

void put_link(struct fy_json_out *out,
    const char *name,
    const char *before,
    struct fy_slice id,
    const char *after)
{
    char url[256];
    int length = snprintf(url, sizeof(url), "%s%.*s%s", before, FY_SLICE_ARG(id), after);

    if (length < 0 || (size_t)length >= sizeof(url))
        return;
    fy_json_out_member_text(out, name, (struct fy_slice){(const uint8_t *)url, (size_t)length});
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

/* As a <source> takes it: "/images/ab/<hash>/320.avif 320w, ...", the smallest format first. */
static void put_copies(struct fy_json_out *out, const struct image *image)
{
    int32_t widths[FY_COPY_WIDTHS_MAX];
    int count = fy_copy_widths(image->width, widths);

    fy_json_out_name(out, "sources");
    fy_json_out_array(out);
    for (int format = 0; format < FY_COPY_FORMATS && count > 0; format++) {
        char srcset[FY_COPY_WIDTHS_MAX * 128] = "";
        size_t used = 0;

        for (int i = 0; i < count && used < sizeof(srcset); i++) {
            int length = snprintf(srcset + used, sizeof(srcset) - used,
                "%s/images/%.2s/%.*s/%" PRId32 ".%s %" PRId32 "w", i > 0 ? ", " : "",
                image->hash.data, FY_SLICE_ARG(image->hash), widths[i],
                fy_copy_formats[format].extension, widths[i]);

            used += length > 0 ? (size_t)length : sizeof(srcset);
        }
        if (used >= sizeof(srcset))
            continue;
        fy_json_out_object(out);
        fy_json_out_member_text(out, "type", fy_slice_of(fy_copy_formats[format].media_type));
        fy_json_out_member_text(out, "srcset", fy_slice_of(srcset));
        fy_json_out_object_end(out);
    }
    fy_json_out_array_end(out);
}

/* Where nginx serves them: by hash, so an address never changes what it shows. */
void put_images(struct fy_json_out *out, const struct image *images, size_t count)
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
        put_copies(out, image);
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
