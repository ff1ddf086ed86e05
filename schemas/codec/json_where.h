/*
 * json_where.h - where in a value the JSON decoder is, and refusals that say so.
 *
 * Errors:  FY_REJECT, "item_viewed.sku: what is wrong". What stands in the text is never repeated,
 *          but a harmless name of an unknown field.
 * Threads: one owner.
 */
#ifndef FY_JSON_WHERE_H
#define FY_JSON_WHERE_H

#include "schemas/codec/json_text.h"
#include "schemas/codec/type.h"

enum { FY_JSON_NO_INDEX = -1 };

/* Where in the value we are, for messages. */
struct fy_json_step {
    const char *name;
    ptrdiff_t index; /* FY_JSON_NO_INDEX outside of an array. */
};

struct fy_json_decoding {
    struct fy_json_text text;
    enum fy_json_from from;
    int depth;
    struct fy_json_step steps[FY_DEPTH_MAX + 1];
};

/* "path: what". Of the whole value, which has no path, the words begin with "the value". All give
 * false. */
bool fy_json_refuse(struct fy_json_decoding *in, const char *format, ...)
    __attribute__((format(printf, 2, 3), cold));
/* What stands here is not `wanted`: "a string". */
bool fy_json_refuse_kind(struct fy_json_decoding *in, const char *wanted);
/* A member that is no field of `type`. */
bool fy_json_refuse_unknown(
    struct fy_json_decoding *in, const struct fy_type *type, struct fy_slice name);

#endif
