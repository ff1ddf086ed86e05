#include "producers/known_skus.h"
#include "producers/recent.h"
#include "schemas/generated/product.h"

#include <stdlib.h>
#include <string.h>

enum {
    SPACE_SKUS = 1, /* 0 is the follower's, 2 that of feeds. */
    SPACE_GTINS = 3,
    CANDIDATES_MAX = 64, /* Of one barcode and supplier; those that are out of date too. */
    NAMES = 4096,        /* Suppliers whose names are remembered: 340 KB; others are looked up. */
    NAME_BYTES_MAX = 64,
};

/* A supplier's name by its digest: what `found` has of each SKU. */
struct name {
    uint8_t digest[FY_DIGEST_BYTES];
    uint8_t size; /* 0: nobody is here. */
    uint8_t text[NAME_BYTES_MAX];
};

struct known_skus {
    struct fy_store *store;
    struct recent *found;  /* In the view: SKU -> its one supplier, or `several`. */
    struct recent *listed; /* By this instance: SKU -> who was first, and a set of SKU and who. */
    struct name *names;    /* By the first bytes of the digest; a later one takes the place. */
};

static const uint8_t nothing[FY_DIGEST_BYTES]; /* What a set holds under its keys. */
static const uint8_t several[FY_DIGEST_BYTES]; /* The row says who; no digest is all zero. */

struct known_skus *known_skus_new(struct fy_store *store, uint32_t cache_max)
{
    struct known_skus *known = calloc(1, sizeof(*known));

    if (known == NULL)
        return NULL;
    known->store = store;
    known->found = recent_new(cache_max);
    known->listed = recent_new(cache_max);
    known->names = calloc(NAMES, sizeof(*known->names));
    if (known->found == NULL || known->listed == NULL || known->names == NULL) {
        known_skus_free(known);
        return NULL;
    }
    return known;
}

void known_skus_free(struct known_skus *known)
{
    if (known == NULL)
        return;
    recent_free(known->found);
    recent_free(known->listed);
    free(known->names);
    free(known);
}

static struct fy_slice gtin_key(
    struct fy_slice supplier, struct fy_slice gtin, struct fy_slice sku, struct fy_arena *arena)
{
    size_t size = supplier.size + 1 + gtin.size + 1 + sku.size;
    uint8_t *key = fy_arena_alloc(arena, size);

    if (key == NULL)
        return (struct fy_slice){0};
    memcpy(key, supplier.data, supplier.size); /* Zeroed by the arena: what parts them is there. */
    memcpy(key + supplier.size + 1, gtin.data, gtin.size);
    if (sku.size > 0)
        memcpy(key + supplier.size + 1 + gtin.size + 1, sku.data, sku.size);
    return (struct fy_slice){key, size};
}

static void put_gtins_of(const struct product *product,
    struct fy_slice supplier,
    struct fy_slice sku,
    struct fy_store_batch *rows,
    struct fy_arena *arena)
{
    for (size_t i = 0; i < product->gtins.count; i++) {
        struct fy_slice key = gtin_key(supplier, product->gtins.items[i], sku, arena);

        if (key.data != NULL)
            fy_store_batch_put(rows, SPACE_GTINS, key, fy_slice_of("1"));
    }
}

/*
 * That there is a record makes a SKU known: one of a schema newer than this program has no barcodes
 * for us, and is known all the same.
 */
static void put_gtins(
    const struct fy_record *record, struct fy_store_batch *rows, struct fy_arena *arena)
{
    struct product product;
    struct fy_err err;

    if (product_decode(record->value, arena, &product, &err) != FY_OK)
        return;
    /* The barcode is the product's, whoever of its suppliers scans it. */
    put_gtins_of(&product, product.supplier, record->key, rows, arena);
    for (size_t i = 0; i < product.suppliers.count; i++)
        if (!fy_slice_equal(product.suppliers.items[i], product.supplier))
            put_gtins_of(&product, product.suppliers.items[i], record->key, rows, arena);
}

enum fy_status known_skus_apply(void *context,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct known_skus *known = context;
    uint8_t digest[FY_DIGEST_BYTES];

    if (record->key.data == NULL)
        return fy_fail(err, FY_REJECT, "a product without a key");
    fy_digest(&record->key, 1, digest);
    recent_remove(known->found, digest);
    if (record->value.data != NULL) {
        fy_store_batch_put(rows, SPACE_SKUS, record->key, record->value);
        put_gtins(record, rows, arena);
        return FY_OK;
    }
    recent_remove(known->listed, digest);
    fy_store_batch_delete(rows, SPACE_SKUS, record->key);
    return FY_OK;
}

static bool offers(const struct product *product, struct fy_slice supplier)
{
    bool is_theirs = fy_slice_equal(product->supplier, supplier);

    for (size_t i = 0; i < product->suppliers.count && !is_theirs; i++)
        is_theirs = fy_slice_equal(product->suppliers.items[i], supplier);
    return is_theirs;
}

/* Of a schema newer than this program: known, and nobody's as far as we can tell. */
static void read_product(struct fy_slice row, struct fy_arena *arena, struct product *ret_product)
{
    struct fy_err unread;

    memset(ret_product, 0, sizeof(*ret_product));
    if (product_decode(row, arena, ret_product, &unread) != FY_OK)
        memset(ret_product, 0, sizeof(*ret_product));
}

static struct name *name_at(struct known_skus *known, const uint8_t digest[FY_DIGEST_BYTES])
{
    return &known->names[(digest[0] | digest[1] << 8) % NAMES];
}

static void name_keep(
    struct known_skus *known, const uint8_t digest[FY_DIGEST_BYTES], struct fy_slice supplier)
{
    struct name *name = name_at(known, digest);

    if (supplier.size == 0 || supplier.size > NAME_BYTES_MAX)
        return;
    memcpy(name->digest, digest, FY_DIGEST_BYTES);
    name->size = (uint8_t)supplier.size;
    memcpy(name->text, supplier.data, supplier.size);
}

static struct fy_slice name_of(struct known_skus *known, const uint8_t digest[FY_DIGEST_BYTES])
{
    const struct name *name = name_at(known, digest);

    return name->size > 0 && memcmp(name->digest, digest, FY_DIGEST_BYTES) == 0
               ? (struct fy_slice){name->text, name->size}
               : (struct fy_slice){0};
}

void known_skus_listed(struct known_skus *known, struct fy_slice sku, struct fy_slice supplier)
{
    struct fy_slice both[] = {sku, supplier};
    uint8_t digest[FY_DIGEST_BYTES], whose[FY_DIGEST_BYTES];

    fy_digest(&sku, 1, digest);
    fy_digest(&supplier, 1, whose);
    if (recent_get(known->listed, digest) == NULL)
        recent_put(known->listed, digest, whose);
    name_keep(known, whose, supplier);
    fy_digest(both, 2, digest);
    recent_put(known->listed, digest, nothing);
}

/* Whose it is, as `found` says it, or NULL: it is not in the view. Valid until the next look. */
static enum fy_status find(struct known_skus *known,
    struct fy_slice sku,
    struct fy_arena *arena,
    const uint8_t **ret_whose,
    struct fy_err *err)
{
    uint8_t digest[FY_DIGEST_BYTES], supplier[FY_DIGEST_BYTES];
    struct product product;
    struct fy_slice row;
    enum fy_status status;
    bool is_one;

    fy_digest(&sku, 1, digest);
    *ret_whose = recent_get(known->found, digest);
    if (*ret_whose != NULL)
        return FY_OK;
    status = fy_store_get(known->store, SPACE_SKUS, sku, arena, &row, err);
    if (status != FY_OK || row.data == NULL)
        return status;
    read_product(row, arena, &product);
    fy_digest(&product.supplier, 1, supplier);
    is_one = product.suppliers.count == 0 ||
             (product.suppliers.count == 1 &&
                 fy_slice_equal(product.suppliers.items[0], product.supplier));
    name_keep(known, supplier, product.supplier);
    recent_put(known->found, digest, is_one ? supplier : several);
    *ret_whose = recent_get(known->found, digest);
    return FY_OK;
}

/* Several offer it: is `supplier` one of them? */
static enum fy_status is_among(struct known_skus *known,
    struct fy_slice sku,
    struct fy_slice supplier,
    struct fy_arena *arena,
    bool *ret_among,
    struct fy_err *err)
{
    struct product product;
    struct fy_slice row;
    enum fy_status status = fy_store_get(known->store, SPACE_SKUS, sku, arena, &row, err);

    *ret_among = false;
    if (status != FY_OK || row.data == NULL)
        return status;
    read_product(row, arena, &product);
    *ret_among = offers(&product, supplier);
    return FY_OK;
}

enum fy_status known_skus_has(struct known_skus *known,
    struct fy_slice sku,
    struct fy_arena *arena,
    bool *ret_known,
    struct fy_err *err)
{
    uint8_t digest[FY_DIGEST_BYTES];
    const uint8_t *supplier = NULL;
    enum fy_status status;

    fy_digest(&sku, 1, digest);
    if (recent_get(known->listed, digest) != NULL) {
        *ret_known = true;
        return FY_OK;
    }
    status = find(known, sku, arena, &supplier, err);
    if (status == FY_OK)
        *ret_known = supplier != NULL;
    return status;
}

enum fy_status known_skus_owned(struct known_skus *known,
    struct fy_slice sku,
    struct fy_slice supplier,
    struct fy_arena *arena,
    bool *ret_owned,
    struct fy_err *err)
{
    struct fy_slice both[] = {sku, supplier};
    uint8_t digest[FY_DIGEST_BYTES];
    const uint8_t *whose = NULL;
    enum fy_status status;

    fy_digest(both, 2, digest);
    if (recent_get(known->listed, digest) != NULL) {
        *ret_owned = true;
        return FY_OK;
    }
    status = find(known, sku, arena, &whose, err);
    if (status != FY_OK)
        return status;
    if (whose != NULL && memcmp(whose, several, sizeof(several)) == 0)
        return is_among(known, sku, supplier, arena, ret_owned, err);
    fy_digest(&supplier, 1, digest);
    *ret_owned = supplier.size > 0 && whose != NULL && memcmp(whose, digest, sizeof(digest)) == 0;
    return FY_OK;
}

/* The view has not read it yet: whoever listed it here first, as `stock` will have it. */
static struct fy_slice lister_of(struct known_skus *known, struct fy_slice sku)
{
    uint8_t digest[FY_DIGEST_BYTES];
    const uint8_t *whose;

    fy_digest(&sku, 1, digest);
    whose = recent_get(known->listed, digest);
    return whose != NULL ? name_of(known, whose) : (struct fy_slice){0};
}

enum fy_status known_skus_supplier(struct known_skus *known,
    struct fy_slice sku,
    struct fy_arena *arena,
    struct fy_slice *ret_supplier,
    struct fy_err *err)
{
    const uint8_t *whose = NULL;
    struct product product;
    struct fy_slice row;
    enum fy_status status = find(known, sku, arena, &whose, err);

    *ret_supplier = (struct fy_slice){0};
    if (status != FY_OK)
        return status;
    *ret_supplier = whose == NULL ? lister_of(known, sku) : name_of(known, whose);
    if (whose == NULL || ret_supplier->size > 0)
        return FY_OK;
    status = fy_store_get(known->store, SPACE_SKUS, sku, arena, &row, err);
    if (status != FY_OK || row.data == NULL)
        return status;
    read_product(row, arena, &product);
    *ret_supplier = product.supplier;
    return FY_OK;
}

struct candidates {
    struct fy_slice prefix;
    struct fy_arena *arena;
    struct fy_slice skus[CANDIDATES_MAX];
    int count;
};

static bool visit_candidate(struct fy_slice key, struct fy_slice value, void *context)
{
    struct candidates *found = context;
    size_t size = found->prefix.size;

    (void)value;
    if (key.size <= size || memcmp(key.data, found->prefix.data, size) != 0 ||
        found->count == CANDIDATES_MAX)
        return false;
    found->skus[found->count] =
        fy_arena_copy(found->arena, (struct fy_slice){key.data + size, key.size - size});
    if (found->skus[found->count].data != NULL)
        found->count++;
    return true;
}

static bool has_gtin(const struct product *product, struct fy_slice supplier, struct fy_slice gtin)
{
    if (!offers(product, supplier))
        return false;
    for (size_t i = 0; i < product->gtins.count; i++)
        if (fy_slice_equal(product->gtins.items[i], gtin))
            return true;
    return false;
}

enum fy_status known_skus_of_gtin(struct known_skus *known,
    struct fy_slice supplier,
    struct fy_slice gtin,
    struct fy_arena *arena,
    int *ret_count,
    struct fy_slice *ret_sku,
    struct fy_err *err)
{
    struct candidates found = {
        .prefix = gtin_key(supplier, gtin, (struct fy_slice){0}, arena), .arena = arena};
    enum fy_status status;

    if (found.prefix.data == NULL)
        return fy_fail(err, FY_REJECT, "a barcode does not fit its arena");
    *ret_count = 0;
    status = fy_store_scan(known->store, SPACE_GTINS, found.prefix, visit_candidate, &found, err);
    for (int i = 0; status == FY_OK && i < found.count; i++) {
        struct product product;
        struct fy_slice row;
        struct fy_err unread;

        status = fy_store_get(known->store, SPACE_SKUS, found.skus[i], arena, &row, err);
        if (status != FY_OK || row.data == NULL ||
            product_decode(row, arena, &product, &unread) != FY_OK ||
            !has_gtin(&product, supplier, gtin))
            continue;
        if ((*ret_count)++ == 0)
            *ret_sku = found.skus[i];
    }
    return status;
}
