/*
 * json_out.h - a small writer of JSON for answers that no schema describes.
 *
 * Shape:   init, then values in document order, then done:
 *
 *              fy_json_out_init(&out, arena);
 *              fy_json_out_object(&out);
 *              fy_json_out_name(&out, "sku");
 *              fy_json_out_text(&out, sku);
 *              fy_json_out_object_end(&out);
 *              if (!fy_json_out_done(&out, &json)) ...
 *
 *          Commas are the writer's. What needs an order (a name before each member's value, every
 *          end its begin) is asserted: only our own code can break it.
 * Text:    must be valid UTF-8; quotes, backslashes and control characters are escaped, and so
 *          are '<', '>' and '&', so that an answer put into a page by mistake is still no markup.
 * Errors:  none until done, which is false when the text did not fit the arena.
 * Memory:  the arena's; growing leaves the smaller copies in it, so room for twice the text is
 *          used.
 * Threads: one owner.
 * Source:  RFC 8259.
 */
#ifndef FY_JSON_OUT_H
#define FY_JSON_OUT_H

#include "lib/arena.h"

enum { FY_JSON_OUT_DEPTH_MAX = 16 };

struct fy_json_out {
    struct fy_arena *arena;
    char *text; /* Of the arena. */
    size_t size;
    size_t capacity;
    int depth;                           /* Open objects and arrays. */
    bool first;                          /* Nothing was written yet at this depth. */
    bool named;                          /* A name waits for its value. */
    bool full;                           /* The arena had no room: everything since is dropped. */
    char closers[FY_JSON_OUT_DEPTH_MAX]; /* '}' or ']' of what is open. */
};

void fy_json_out_init(struct fy_json_out *out, struct fy_arena *arena);

/* So many bytes may come: room for them at once spares copies. */
void fy_json_out_expect(struct fy_json_out *out, size_t bytes);

void fy_json_out_object(struct fy_json_out *out);
void fy_json_out_object_end(struct fy_json_out *out);
void fy_json_out_array(struct fy_json_out *out);
void fy_json_out_array_end(struct fy_json_out *out);

/* The next value is this member's. `name` needs no escaping. */
void fy_json_out_name(struct fy_json_out *out, const char *name);

void fy_json_out_text(struct fy_json_out *out, struct fy_slice text);
void fy_json_out_json(struct fy_json_out *out, struct fy_slice json); /* A whole value, as it is. */
/* Members of the open object, as they are: what stands between the braces of another. */
void fy_json_out_members(struct fy_json_out *out, struct fy_slice members);
void fy_json_out_int(struct fy_json_out *out, int64_t value);
void fy_json_out_bool(struct fy_json_out *out, bool value);
void fy_json_out_null(struct fy_json_out *out);

/* name and value; an absent text is null. */
void fy_json_out_member_text(struct fy_json_out *out, const char *name, struct fy_slice text);
void fy_json_out_member_int(struct fy_json_out *out, const char *name, int64_t value);

/* True and the whole text, with a NUL behind it that is not counted; false when it did not fit. */
bool fy_json_out_done(struct fy_json_out *out, struct fy_slice *ret_json);

#endif
