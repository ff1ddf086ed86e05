/*
 * Made by fy-generate from schemas/position.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_POSITION_H
#define FY_GENERATED_POSITION_H

#include "schemas/codec/codec.h"

/* One record of one topic: what a state includes. */
struct position {
    /* Topic. */
    struct fy_slice topic;
    /* Partition, from 0. */
    int32_t partition;
    /* Offset of the newest record included. */
    int64_t offset;
};

#endif
