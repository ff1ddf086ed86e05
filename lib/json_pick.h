/*
 * json_pick.h - single values out of JSON that no schema of ours describes: what others answer.
 *
 * Shape:   pick(json, "data.object.metadata.order") -> that value's text as it stands; text and
 *          int read it. A path is names with dots between; of an array all elements, by
 *          fy_json_elements.
 * Errors:  false: it is not there, null, of another kind, or too large; also where the JSON is
 *          none. What is beside the path is not looked at, so others may add to it.
 * Memory:  text without escapes is a part of `json`, else of the arena.
 * Threads: one owner of the arena.
 * Source:  RFC 8259; schemas/codec/json_text.h reads.
 */
#ifndef FY_JSON_PICK_H
#define FY_JSON_PICK_H

#include "lib/arena.h"

bool fy_json_pick(
    struct fy_slice json, const char *path, struct fy_arena *arena, struct fy_slice *ret_json);

/* A string of at most `bytes_max` bytes, maybe none. */
bool fy_json_pick_text(struct fy_slice json,
    const char *path,
    size_t bytes_max,
    struct fy_arena *arena,
    struct fy_slice *ret_text);

/* A whole number that int64 holds. */
bool fy_json_pick_int(
    struct fy_slice json, const char *path, struct fy_arena *arena, int64_t *ret_value);

#endif
