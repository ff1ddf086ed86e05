#include "lib/json_pick.h"
#include "schemas/codec/codec.h"
#include "schemas/codec/json_text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_BYTES_MAX = 64, NUMBER_BYTES_MAX = 20 };

bool fy_json_pick(
    struct fy_slice json, const char *path, struct fy_arena *arena, struct fy_slice *ret_json)
{
    struct fy_err err;

    for (;;) {
        const char *dot = strchrnul(path, '.');
        char name[NAME_BYTES_MAX];
        size_t size = (size_t)(dot - path);

        assert(size > 0 && size < sizeof(name));
        memcpy(name, path, size);
        name[size] = '\0';
        if (json.data == NULL || fy_json_member(json, name, arena, &json, &err) != FY_OK ||
            json.data == NULL || fy_slice_equal(json, fy_slice_of("null")))
            return false;
        if (*dot == '\0')
            break;
        path = dot + 1;
    }
    *ret_json = json;
    return true;
}

bool fy_json_pick_text(struct fy_slice json,
    const char *path,
    size_t bytes_max,
    struct fy_arena *arena,
    struct fy_slice *ret_text)
{
    struct fy_err err;
    struct fy_slice found, value;
    struct fy_json_text text = {.arena = arena, .err = &err};

    if (!fy_json_pick(json, path, arena, &found) || found.data[0] != '"')
        return false;
    text.begin = text.at = found.data;
    text.end = found.data + found.size;
    if (!fy_json_string(&text, &value) || value.size > bytes_max)
        return false;
    *ret_text = value;
    return true;
}

bool fy_json_pick_int(
    struct fy_slice json, const char *path, struct fy_arena *arena, int64_t *ret_value)
{
    struct fy_slice found;
    char digits[NUMBER_BYTES_MAX + 1], *end;
    int64_t value;

    if (!fy_json_pick(json, path, arena, &found) || found.size > NUMBER_BYTES_MAX ||
        strchr("-0123456789", found.data[0]) == NULL)
        return false;
    memcpy(digits, found.data, found.size);
    digits[found.size] = '\0';
    errno = 0;
    value = strtoll(digits, &end, 10);
    if (errno != 0 || *end != '\0')
        return false;
    *ret_value = value;
    return true;
}
