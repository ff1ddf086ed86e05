#include "lib/copies.h"

const struct fy_copy_format fy_copy_formats[FY_COPY_FORMATS] = {
    {"avif", "image/avif"},
    {"webp", "image/webp"},
    {"jpg", "image/jpeg"},
};

int fy_copy_widths(int64_t width, int32_t ret_widths[FY_COPY_WIDTHS_MAX])
{
    static const int32_t wanted[FY_COPY_WIDTHS_MAX] = {320, 640, 1280};
    int count = 0;

    for (int i = 0; i < FY_COPY_WIDTHS_MAX && width > 0; i++) {
        ret_widths[count++] = width < wanted[i] ? (int32_t)width : wanted[i];
        if (width <= wanted[i])
            break;
    }
    return count;
}
