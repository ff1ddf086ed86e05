/*
 * stage.h - views on a real store in a folder of their own, fed as the follower feeds them: a
 * record is encoded, applied to a batch, and the batch is written.
 */
#ifndef TEST_UNIT_API_STAGE_H
#define TEST_UNIT_API_STAGE_H

#include "api/api.h"
#include "schemas/generated/stock_event.h"
#include "test/expect.h"

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>

#define VISITOR "00112233445566778899aabbccddeeff"

struct stage {
    struct views views;
    struct fy_arena arena; /* Kept until the stage goes. */
    int64_t offset;        /* Of the next record. */
    char folder[32];
};

static inline int stage_remove(
    const char *path, const struct stat *info, int type, struct FTW *walk)
{
    (void)info;
    (void)type;
    (void)walk;
    return remove(path);
}

static inline void stage_init(struct stage *stage)
{
    struct fy_err err = {0};

    *stage = (struct stage){.folder = "/tmp/fy-api-XXXXXX"};
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(stage->folder));
    EXPECT_I64(FY_OK, fy_store_open(stage->folder, 8 << 20, &stage->views.store, &err));
    CU_ASSERT_PTR_NOT_NULL_FATAL(stage->views.store);
    fy_arena_init(&stage->arena, ANSWER_ARENA_BYTES_MAX);
}

static inline void stage_done(struct stage *stage)
{
    fy_arena_done(&stage->arena);
    fy_store_close(stage->views.store);
    EXPECT_I64(0, nftw(stage->folder, stage_remove, 8, FTW_DEPTH | FTW_PHYS));
}

/* What apply says of a record; its rows are written when it is FY_OK. */
static inline enum fy_status stage_apply(
    struct stage *stage, enum fy_topic topic, const char *key, struct fy_slice value)
{
    struct fy_record record = {
        .topic = topic,
        .partition = 3,
        .offset = stage->offset++,
        .key = key != NULL ? fy_slice_of(key) : (struct fy_slice){0},
        .value = value,
    };
    struct fy_store_batch *batch = fy_store_batch_new(stage->views.store);
    struct fy_err err = {0};
    enum fy_status status = views_apply(&stage->views, &record, batch, &stage->arena, &err);

    if (status == FY_OK)
        EXPECT_I64(FY_OK, fy_store_batch_write(batch, &err));
    fy_store_batch_free(batch);
    views_settle(&stage->views);
    return status;
}

static inline struct fy_slice stage_encoded(
    struct stage *stage, const struct fy_schema *schema, const void *value)
{
    struct fy_slice bytes = {0};
    struct fy_err err = {0};

    EXPECT_I64(FY_OK, schema->encode(value, &stage->arena, &bytes, &err));
    return bytes;
}

static inline const struct position *stage_as_of(
    struct stage *stage, const char *topic, int32_t partition, int64_t offset)
{
    struct position *position = fy_arena_alloc(&stage->arena, sizeof(*position));

    *position = (struct position){fy_slice_of(topic), partition, offset};
    return position;
}

static inline struct envelope stage_envelope(int64_t event_ms)
{
    return (struct envelope){.event_id = fy_slice_of("e"),
        .root = fy_slice_of("r"),
        .actor = fy_slice_of("a"),
        .event_ms = event_ms};
}

/* Listed at 12.34 EUR, known up to offset `offset` of supply-2. */
static inline void stage_product(
    struct stage *stage, const char *sku, const char *title, int64_t offset)
{
    struct product product = {
        .sku = fy_slice_of(sku),
        .as_of = {stage_as_of(stage, "supply", 2, offset), 1},
        .updated_ms = 1000,
        .supplier = fy_slice_of("acme"),
        .title = fy_slice_of(title),
        .price = {1234, fy_slice_of("EUR")},
    };

    EXPECT_I64(FY_OK, stage_apply(stage, FY_TOPIC_PRODUCTS, sku,
                          stage_encoded(stage, &product_schema, &product)));
}

/* The same, on offer no more. */
static inline void stage_withdrawn(
    struct stage *stage, const char *sku, const char *title, int64_t offset)
{
    struct product product = {
        .sku = fy_slice_of(sku),
        .as_of = {stage_as_of(stage, "supply", 2, offset), 1},
        .updated_ms = 2000,
        .supplier = fy_slice_of("acme"),
        .title = fy_slice_of(title),
        .price = {1234, fy_slice_of("EUR")},
        .has_withdrawn_ms = true,
        .withdrawn_ms = 1999,
    };

    EXPECT_I64(FY_OK, stage_apply(stage, FY_TOPIC_PRODUCTS, sku,
                          stage_encoded(stage, &product_schema, &product)));
}

static inline void stage_level(
    struct stage *stage, const char *sku, int64_t available_units, int64_t offset)
{
    struct stock_level level = {
        .sku = fy_slice_of(sku),
        .as_of = {stage_as_of(stage, "supply", 2, offset), 1},
        .supplier = fy_slice_of("acme"),
        .on_hand_units = available_units,
        .available_units = available_units,
    };

    EXPECT_I64(FY_OK, stage_apply(stage, FY_TOPIC_STOCK_LEVELS, sku,
                          stage_encoded(stage, &stock_level_schema, &level)));
}

/* What one supplier has of a SKU. */
struct stage_offer {
    const char *supplier;
    int64_t price_minor;
    int64_t on_hand_units, held_units, available_units;
    bool low, withdrawn;
};

/* A level of several suppliers; each has listed it, in the words of the event that stock gives. */
static inline void stage_offers(
    struct stage *stage, const char *sku, const struct stage_offer *offers, size_t count)
{
    struct level_offer own[4] = {0};
    struct stock_level level = {.sku = fy_slice_of(sku),
        .as_of = {stage_as_of(stage, "supply", 2, 1), 1},
        .supplier = fy_slice_of(offers[0].supplier),
        .offers = {own, count}};

    for (size_t i = 0; i < count; i++) {
        struct product_changed changed = {
            .title = fy_slice_of("Of it"), .price = {offers[i].price_minor, fy_slice_of("EUR")}};
        struct stock_event event = {.envelope = stage_envelope(i),
            .sku = fy_slice_of(sku),
            .supplier = fy_slice_of(offers[i].supplier),
            .product_changed = &changed};

        EXPECT_I64(FY_OK, stage_apply(stage, FY_TOPIC_STOCK, sku,
                              stage_encoded(stage, &stock_event_schema, &event)));
        own[i] = (struct level_offer){.supplier = event.supplier,
            .price = changed.price,
            .on_hand_units = offers[i].on_hand_units,
            .held_units = offers[i].held_units,
            .available_units = offers[i].available_units,
            .low = offers[i].low,
            .has_withdrawn_ms = offers[i].withdrawn};
        level.on_hand_units += own[i].on_hand_units;
        level.available_units += own[i].available_units;
    }
    EXPECT_I64(FY_OK, stage_apply(stage, FY_TOPIC_STOCK_LEVELS, sku,
                          stage_encoded(stage, &stock_level_schema, &level)));
}

/* The body of a 200. */
static inline struct fy_slice stage_body(const struct api_answer *answer)
{
    EXPECT_I64(200, answer->status);
    EXPECT_I64(FY_PROBLEM_COUNT, answer->problem);
    return answer->body;
}

static inline struct fy_slice stage_collection_value(struct stage *stage,
    const char *id,
    const char *title,
    const struct fy_slice *skus,
    size_t count)
{
    struct collection collection = {
        .envelope = stage_envelope(0),
        .collection = fy_slice_of(id),
        .title = fy_slice_of(title),
        .skus = {skus, count},
    };

    return stage_encoded(stage, &collection_schema, &collection);
}

static inline void stage_collection_put(struct stage *stage,
    const char *id,
    const char *title,
    const struct fy_slice *skus,
    size_t count)
{
    EXPECT_I64(FY_OK, stage_apply(stage, FY_TOPIC_COLLECTIONS, id,
                          stage_collection_value(stage, id, title, skus, count)));
}

#endif
