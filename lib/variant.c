#include "lib/variant.h"

#include "lib/ids.h"

const struct fy_variant_info fy_variants[FY_VARIANT_COUNT] = {
#define VARIANT(symbol, name, of_1000, explores) {name, of_1000, explores},
#include "lib/variants.def"
#undef VARIANT
};

/* As many bytes as visitors of a thousand, so that their sum is a size. */
struct all_of_1000 {
#define VARIANT(symbol, name, of_1000, explores) char symbol[of_1000];
#include "lib/variants.def"
#undef VARIANT
};
static_assert(sizeof(struct all_of_1000) == 1000, "each visitor has a variant");

enum fy_variant fy_variant_of(struct fy_slice visitor)
{
    struct fy_slice parts[] = {fy_slice_of(FY_VARIANT_SALT), visitor};
    uint8_t digest[FY_DIGEST_BYTES];
    uint32_t number = 0;
    int left;
    int variant = 0;

    fy_digest(parts, 2, digest);
    for (int i = 0; i < 4; i++)
        number = number << 8 | digest[i];
    left = (int)(number % 1000);
    while (left >= fy_variants[variant].of_1000)
        left -= fy_variants[variant++].of_1000;
    return (enum fy_variant)variant;
}
