/* where.c - field=value, asked of a record's JSON. */
#include "infra/tools/tap/tap.h"

#include "schemas/codec/json_text.h"
#include "schemas/codec/type.h"

#include <string.h>

static const struct fy_field *field_of(const struct fy_type *type, const char *name)
{
    for (uint32_t i = 0; i < type->field_count; i++) {
        if (strcmp(type->fields[i].name, name) == 0)
            return &type->fields[i];
    }
    return NULL;
}

/* "Activity has no field "sku"; it has envelope visitor ...": the nearest thing to a spelling aid.
 */
static enum fy_status no_field(const struct fy_type *type, const char *name, struct fy_err *err)
{
    char names[300] = "";
    size_t used = 0;

    for (uint32_t i = 0; i < type->field_count; i++) {
        size_t size = strlen(type->fields[i].name);

        if (used + size + 2 > sizeof(names))
            break;
        names[used++] = ' ';
        memcpy(names + used, type->fields[i].name, size + 1);
        used += size;
    }
    return fy_fail(err, FY_REJECT, "%s has no field \"%s\"; it has%s", type->name, name, names);
}

enum fy_status tap_condition_read(const struct fy_schema *schema,
    const char *text,
    struct fy_arena *arena,
    struct tap_condition *ret_condition,
    struct fy_err *err)
{
    const char *equals = strchr(text, '=');
    const struct fy_type *type = schema->type;
    struct fy_slice path;
    char *rest;
    char *part;

    if (equals == NULL || equals == text)
        return fy_fail(err, FY_REJECT, "--where \"%s\" is not FIELD=VALUE", text);
    path = fy_arena_format(arena, "%.*s", (int)(equals - text), text);
    if (path.data == NULL)
        return fy_fail(err, FY_REJECT, "--where \"%s\" is too long", text);
    *ret_condition = (struct tap_condition){.value = equals + 1};
    rest = (char *)path.data;
    while ((part = strsep(&rest, ".")) != NULL) {
        const struct fy_field *field = type != NULL ? field_of(type, part) : NULL;

        if (type == NULL)
            return fy_fail(err, FY_REJECT, "--where \"%s\": nothing is inside of that field", text);
        if (field == NULL)
            return no_field(type, part, err);
        if (ret_condition->part_count == TAP_PATH_PARTS_MAX)
            return fy_fail(err, FY_REJECT, "--where \"%s\" is too deep", text);
        ret_condition->parts[ret_condition->part_count++] = part;
        type = field->record;
    }
    return FY_OK;
}

static bool matches(
    const struct tap_condition *condition, int part, struct fy_slice json, struct fy_arena *arena);

static bool matches_any(
    const struct tap_condition *condition, int part, struct fy_slice json, struct fy_arena *arena)
{
    size_t at = 1;

    /* Items are split by depth alone: our own encoder wrote this text. */
    while (at < json.size) {
        size_t begin = at;
        int depth = 0;
        bool quoted = false;

        for (; at < json.size; at++) {
            uint8_t c = json.data[at];

            if (quoted) {
                at += c == '\\';
                quoted = c != '"';
                continue;
            }
            quoted = c == '"';
            if (depth == 0 && (c == ',' || c == ']'))
                break;
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        }
        if (at > begin &&
            matches(condition, part, (struct fy_slice){json.data + begin, at - begin}, arena))
            return true;
        at++;
    }
    return false;
}

static bool is_value(const char *want, struct fy_slice json, struct fy_arena *arena)
{
    struct fy_err err;
    struct fy_slice text = json;

    if (json.size > 0 && json.data[0] == '"') {
        struct fy_json_text reading = {.begin = json.data,
            .at = json.data,
            .end = json.data + json.size,
            .arena = arena,
            .err = &err};

        if (!fy_json_string(&reading, &text))
            return false;
    }
    return fy_slice_equal(text, fy_slice_of(want));
}

static bool matches(
    const struct tap_condition *condition, int part, struct fy_slice json, struct fy_arena *arena)
{
    struct fy_slice member;
    struct fy_err err;

    if (json.size > 0 && json.data[0] == '[')
        return matches_any(condition, part, json, arena);
    if (part == condition->part_count)
        return is_value(condition->value, json, arena);
    if (json.size == 0 || json.data[0] != '{' ||
        fy_json_member(json, condition->parts[part], arena, &member, &err) != FY_OK)
        return false;
    if (member.data == NULL)
        return strcmp(condition->value, "null") == 0;
    return matches(condition, part + 1, member, arena);
}

bool tap_matches(
    const struct tap_condition *condition, struct fy_slice json, struct fy_arena *arena)
{
    return matches(condition, 0, json, arena);
}
