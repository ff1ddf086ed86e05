#include "schemas/topics.h"

#include "schemas/generated/shared.h"

const struct fy_kind_info fy_kinds[FY_KIND_COUNT] = {
#define KIND(symbol, cleanup_policy, retention_ms, compression)                                    \
    [FY_KIND_##symbol] = {#symbol, cleanup_policy, retention_ms, compression},
#include "schemas/kinds.def"
#undef KIND
};

const struct fy_topic_info fy_topics[FY_TOPIC_COUNT] = {
#define TOPIC(symbol, name, kind, key, schema, writer, readers)                                    \
    [FY_TOPIC_##symbol] = {name, FY_KIND_##kind, key, writer, readers, &schema##_schema},
#include "schemas/topics.def"
#undef TOPIC
};

/* A dozen names: a table to look them up in would be slower. */
enum fy_topic fy_topic_find(struct fy_slice name)
{
    for (int i = 0; i < FY_TOPIC_COUNT; i++)
        if (fy_slice_equal(name, fy_slice_of(fy_topics[i].name)))
            return (enum fy_topic)i;
    return FY_TOPIC_COUNT;
}
