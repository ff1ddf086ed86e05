/*
 * variant.h - which variant of lists a visitor gets: a salted hash of the visitor, nothing kept.
 *
 * Pure. Whoever has the visitor's id and variants.def says the same: the program that shows lists,
 * the one that counts clicks, and a checker. docs/decisions/0066-two-ways-beside-each-other.md
 */
#ifndef FY_VARIANT_H
#define FY_VARIANT_H

#include "lib/arena.h"

enum fy_variant {
#define VARIANT(symbol, name, of_1000, explores) FY_VARIANT_##symbol,
#include "lib/variants.def"
#undef VARIANT
    FY_VARIANT_COUNT
};

struct fy_variant_info {
    const char *name;
    int of_1000;
    bool explores; /* Its lists have a place for what nobody knows yet. */
};

extern const struct fy_variant_info fy_variants[FY_VARIANT_COUNT];

/*
 * The first four bytes of fy_digest(salt, visitor), big-endian, modulo 1,000, by the table's
 * order.
 */
enum fy_variant fy_variant_of(struct fy_slice visitor);

#endif
