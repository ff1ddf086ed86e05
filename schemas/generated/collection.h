/*
 * Made by fy-generate from schemas/collection.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_COLLECTION_H
#define FY_GENERATED_COLLECTION_H

#include "schemas/codec/codec.h"
#include "schemas/generated/envelope.h"

struct collection_skus {
    const struct fy_slice *items;
    size_t count;
};

/* A collection as it now is: products shown together, in order. */
struct collection {
    /* Who, when and why. */
    struct envelope envelope;
    /* Id of the collection; also the key. */
    struct fy_slice collection;
    /* What customers read. */
    struct fy_slice title;
    /* Products, in order. */
    struct collection_skus skus;
};

extern const struct fy_schema collection_schema;

enum fy_status collection_encode(const struct collection *value,
    struct fy_arena *arena,
    struct fy_slice *ret_bytes,
    struct fy_err *err) FY_MUST_CHECK;
enum fy_status collection_decode(struct fy_slice bytes,
    struct fy_arena *arena,
    struct collection *ret_value,
    struct fy_err *err) FY_MUST_CHECK;

#endif
