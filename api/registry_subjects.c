/* registry_subjects.c - which topic a subject is of, and its versions. */
#include "api/registry.h"
#include "schemas/topics.h"

#include <string.h>

static bool has_suffix(struct fy_slice text, const char *suffix)
{
    size_t size = strlen(suffix);

    return text.size > size && memcmp(text.data + text.size - size, suffix, size) == 0;
}

/* NULL when no topic has that subject. */
const struct fy_topic_info *registry_topic_of(struct fy_slice subject)
{
    enum fy_topic topic;

    if (!has_suffix(subject, "-value"))
        return NULL;
    subject.size -= strlen("-value");
    topic = fy_topic_find(subject);
    return topic == FY_TOPIC_COUNT ? NULL : &fy_topics[topic];
}

static bool is_version(const struct fy_topic_info *topic, const struct fy_schema *schema)
{
    return strcmp(topic->schema->name, schema->name) == 0;
}

/* Versions are counted from 1. NULL when there is none of that number. */
const struct fy_schema *registry_schema_of(const struct fy_topic_info *topic, int64_t version)
{
    for (size_t i = 0; i < fy_schemas_count; i++) {
        if (is_version(topic, fy_schemas[i]) && --version == 0)
            return fy_schemas[i];
    }
    return NULL;
}

/* 0 when the schema is none of the topic's. */
int registry_version_of(const struct fy_topic_info *topic, int32_t id)
{
    int version = 0;

    for (size_t i = 0; i < fy_schemas_count; i++) {
        if (!is_version(topic, fy_schemas[i]))
            continue;
        version++;
        if (fy_schemas[i]->id == id)
            return version;
    }
    return 0;
}

int registry_version_count(const struct fy_topic_info *topic)
{
    int count = 0;

    for (size_t i = 0; i < fy_schemas_count; i++)
        count += is_version(topic, fy_schemas[i]);
    return count;
}
