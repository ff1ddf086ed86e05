/* registry_compatible.c - what each level promises, and whether a schema keeps it. */
#include "api/registry.h"

#include "api/avro.h"

#include <strings.h>

static const struct registry_level levels[] = {
    {"NONE", false, false, false},
    {"BACKWARD", true, false, false},
    {"BACKWARD_TRANSITIVE", true, false, true},
    {"FORWARD", false, true, false},
    {"FORWARD_TRANSITIVE", false, true, true},
    {"FULL", true, true, false},
    {"FULL_TRANSITIVE", true, true, true},
};

enum { MESSAGES_MAX = 256 }; /* Of one answer: what is told of a few versions. */

const struct registry_level *registry_level_of(struct fy_slice name)
{
    for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
        const char *level = levels[i].name;

        if (fy_slice_of(level).size == name.size &&
            strncasecmp(level, (const char *)name.data, name.size) == 0)
            return &levels[i];
    }
    return NULL;
}

struct comparing {
    struct fy_arena *arena;
    struct registry_comparison *comparison;
};

/* False when it would take too long. */
static bool compare(struct comparing *comparing,
    const char *direction,
    int version,
    const struct avro_type *reader,
    const struct avro_type *writer)
{
    struct registry_comparison *comparison = comparing->comparison;
    struct avro_breaches breaches;
    enum avro_verdict verdict = avro_can_read(reader, writer, comparing->arena, &breaches);

    if (verdict == AVRO_TOO_MUCH)
        return false;
    if (verdict == AVRO_CAN)
        return true;
    comparison->compatible = false;
    for (size_t i = 0; i < breaches.count && comparison->message_count < MESSAGES_MAX; i++) {
        struct fy_slice message = fy_arena_format(
            comparing->arena, "%s, version %d: %s", direction, version, breaches.words[i]);

        if (message.data == NULL)
            return false;
        comparison->messages[comparison->message_count++] = (const char *)message.data;
    }
    return true;
}

bool registry_compare(const struct registry_level *level,
    struct fy_slice text,
    const struct fy_schema *const *versions,
    size_t count,
    int first_version,
    struct fy_arena *arena,
    struct registry_comparison *ret_comparison,
    const char **ret_words)
{
    struct comparing comparing = {.arena = arena, .comparison = ret_comparison};
    const struct avro_type *asked = avro_read((const char *)text.data, text.size, arena, ret_words);
    bool good = true;

    if (asked == NULL)
        return false;
    *ret_words = "it is too large to be compared";
    *ret_comparison = (struct registry_comparison){.compatible = true};
    ret_comparison->messages = fy_arena_alloc(arena, MESSAGES_MAX * sizeof(char *));
    if (ret_comparison->messages == NULL)
        return false;
    for (size_t i = 0; good && i < count; i++) {
        struct fy_slice ours = fy_slice_of(versions[i]->text);
        int version = first_version + (int)i;
        const struct avro_type *there =
            avro_read((const char *)ours.data, ours.size, arena, ret_words);

        if (there == NULL)
            return false;
        if (level->backward)
            good = compare(&comparing, "BACKWARD", version, asked, there);
        if (level->forward && good)
            good = compare(&comparing, "FORWARD", version, there, asked);
    }
    return good;
}
