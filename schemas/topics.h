/*
 * topics.h - the topic table as C. Made from topics.def and kinds.def; nothing else lists topics.
 *
 * Kinds decide how long a topic is kept and how it is compressed (DESIGN in docs/ARCHITECTURE.md):
 *   FACT, EVENT    for ever, zstd        REQUEST       7 days, lz4
 *   STATE          compacted, lz4        CHANGELOG     compacted, lz4
 *   DEAD_LETTERS   for ever, lz4         KEYS          compacted within a minute, plain
 */
#ifndef FY_TOPICS_H
#define FY_TOPICS_H

#include "schemas/codec/codec.h"

enum fy_topic_kind {
#define KIND(symbol, cleanup_policy, retention_ms, compression) FY_KIND_##symbol,
#include "schemas/kinds.def"
#undef KIND
    FY_KIND_COUNT,
};

/* Kafka's topic configs of a kind. */
struct fy_kind_info {
    const char *name;           /* "FACT" */
    const char *cleanup_policy; /* "delete" or "compact". */
    int64_t retention_ms;       /* -1: for ever. */
    const char *compression;    /* "zstd", "lz4" or "none". */
};

extern const struct fy_kind_info fy_kinds[FY_KIND_COUNT];

enum fy_topic {
#define TOPIC(symbol, name, kind, key, schema, writer, readers) FY_TOPIC_##symbol,
#include "schemas/topics.def"
#undef TOPIC
    FY_TOPIC_COUNT,
};

struct fy_topic_info {
    const char *name;
    enum fy_topic_kind kind;
    const char *key;     /* What a key is, in words. */
    const char *writer;  /* The one program that writes it. */
    const char *readers; /* Programs that read it, separated by blanks. */
    const struct fy_schema *schema;
};

extern const struct fy_topic_info fy_topics[FY_TOPIC_COUNT];

/* FY_TOPIC_COUNT when there is no topic of that name. */
enum fy_topic fy_topic_find(struct fy_slice name);

#endif
