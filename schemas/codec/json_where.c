#include "schemas/codec/json_where.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { NAME_SHOWN_MAX = 40 }; /* Of an unknown field, when it is harmless. */

static size_t path_put(const struct fy_json_decoding *in, char *path, size_t size)
{
    size_t used = 0;

    path[0] = '\0';
    for (int i = 0; i < in->depth && used < size; i++) {
        const struct fy_json_step *step = &in->steps[i];

        used += (size_t)snprintf(path + used, size - used, "%s%s",
            i > 0 && step->name[0] != '\0' ? "." : "", step->name);
        if (step->index != FY_JSON_NO_INDEX && used < size)
            used += (size_t)snprintf(path + used, size - used, "[%td]", step->index);
    }
    return used;
}

bool fy_json_refuse(struct fy_json_decoding *in, const char *format, ...)
{
    char path[160];
    char what[256];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(what, sizeof(what), format, args);
    va_end(args);
    if (path_put(in, path, sizeof(path)) == 0)
        (void)fy_fail(in->text.err, FY_REJECT, "the value: %s", what);
    else
        (void)fy_fail(in->text.err, FY_REJECT, "%s: %s", path, what);
    return false;
}

bool fy_json_refuse_kind(struct fy_json_decoding *in, const char *wanted)
{
    /* Broken JSON is not of the wrong kind; it is broken. */
    const char *found = fy_json_what(&in->text);

    if (strcmp(found, "no JSON") == 0)
        return fy_json_fail(&in->text, "not a JSON value");
    if (strcmp(found, "nothing") == 0)
        return fy_json_fail(&in->text, "the text ends before a value");
    return fy_json_refuse(in, "must be %s, is %s", wanted, found);
}

/* What there is instead of an unknown field. Edge fields are no offer to a client. */
bool fy_json_refuse_unknown(
    struct fy_json_decoding *in, const struct fy_type *type, struct fy_slice name)
{
    char known[160] = "";
    size_t used = 0;
    bool harmless = name.size > 0 && name.size <= NAME_SHOWN_MAX;

    for (size_t i = 0; harmless && i < name.size; i++)
        harmless = (name.data[i] >= '0' && name.data[i] <= '9') || name.data[i] == '_' ||
                   ((name.data[i] | 0x20) >= 'a' && (name.data[i] | 0x20) <= 'z');
    for (uint32_t i = 0; i < type->field_count && used < sizeof(known); i++) {
        if (!type->fields[i].edge || in->from == FY_JSON_TRUSTED)
            used += (size_t)snprintf(known + used, sizeof(known) - used, "%s%s",
                used > 0 ? ", " : "", type->fields[i].name);
    }
    if (!harmless)
        return fy_json_refuse(in, "holds an unknown field; known: %s", known);
    if (in->depth <= FY_DEPTH_MAX) {
        char shown[NAME_SHOWN_MAX + 1];

        (void)snprintf(shown, sizeof(shown), "%.*s", FY_SLICE_ARG(name));
        in->steps[in->depth++] = (struct fy_json_step){.name = shown, .index = FY_JSON_NO_INDEX};
        return fy_json_refuse(in, "unknown field; known: %s", known);
    }
    return fy_json_refuse(in, "unknown field");
}
