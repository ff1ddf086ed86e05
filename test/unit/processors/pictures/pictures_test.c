/*
 * Which pictures wait for their copies, over a store in memory: each is made once, what fails is
 * tried three times, what is refused never again, and who wipes the rows has all made anew.
 */
#include "processors/pictures/pictures.h"

#include "schemas/generated/supply.h"
#include "test/driver/log.h"
#include "test/expect.h"
#include "test/run.h"

#include <string.h>

enum { ONE_MINUTE = 60 * 1000 };

#define NOW INT64_C(1700000000000)
#define MUG "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define CUP "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

struct stage {
    struct fy_clock clock;
    struct log *log;
    struct fy_store *store;
    struct pictures *pictures;
    struct fy_arena arena;
    struct fy_err err;
};

static int64_t now_ms(struct fy_clock *clock)
{
    (void)clock;
    return NOW;
}

static void wait_ms(struct fy_clock *clock, int ms)
{
    (void)clock;
    (void)ms;
}

static void stage_init(struct stage *stage)
{
    struct log_config config = {.partitions = 1};

    *stage = (struct stage){.clock = {now_ms, wait_ms}};
    config.clock = &stage->clock;
    fy_arena_init(&stage->arena, 1 << 20);
    stage->log = log_new(&config);
    stage->store = log_store_new(stage->log);
    EXPECT_I64(FY_OK, pictures_new(stage->store, &stage->pictures, &stage->err));
}

static void stage_done(struct stage *stage)
{
    pictures_free(stage->pictures);
    fy_store_close(stage->store);
    log_free(stage->log);
    fy_arena_done(&stage->arena);
}

static enum fy_status apply(struct stage *stage, struct supply *fact, int64_t append_ms)
{
    struct fy_store_batch *rows = fy_store_batch_new(stage->store);
    struct fy_record record = {.topic = FY_TOPIC_SUPPLY, .append_ms = append_ms};
    enum fy_status status;

    fact->envelope.event_id = fact->envelope.root = fact->envelope.actor = fy_slice_of("x");
    fact->sku = record.key = fy_slice_of("mug");
    fact->supplier = fy_slice_of("acme");
    EXPECT_I64(FY_OK, supply_encode(fact, &stage->arena, &record.value, &stage->err));
    status = pictures_apply(stage->pictures, &record, rows, &stage->arena, &stage->err);
    EXPECT_I64(FY_OK, fy_store_batch_write(rows, &stage->err));
    fy_store_batch_free(rows);
    return status;
}

static enum fy_status attach(struct stage *stage, const char *hash, int64_t append_ms)
{
    struct image_attached attached = {.image = {
                                          .hash = fy_slice_of(hash),
                                          .media_type = fy_slice_of("image/png"),
                                          .width = 900,
                                          .height = 600,
                                          .bytes = 5000,
                                      }};
    struct supply fact = {.image_attached = &attached};

    return apply(stage, &fact, append_ms);
}

/* Its hash; "" where none is due. */
static const char *next(struct stage *stage, int64_t at_ms, struct picture *picture)
{
    bool found = false;

    memset(picture, 0, sizeof(*picture));
    EXPECT_I64(FY_OK, pictures_next(stage->pictures, at_ms, &found, picture, &stage->err));
    return found ? picture->hash : "";
}

static void end(struct stage *stage, const struct picture *picture, enum workshop_outcome outcome)
{
    EXPECT_I64(FY_OK, pictures_ended(stage->pictures, picture, outcome, NOW, &stage->err));
}

static void a_picture_is_made_once(void)
{
    struct stage stage;
    struct picture picture;

    stage_init(&stage);
    EXPECT_TEXT("", fy_slice_of(next(&stage, NOW, &picture)));
    EXPECT_I64(FY_OK, attach(&stage, CUP, NOW - 1));
    EXPECT_I64(FY_OK, attach(&stage, MUG, NOW - 2)); /* Of another partition: it waits longer. */
    EXPECT_TEXT(MUG, fy_slice_of(next(&stage, NOW, &picture)));
    EXPECT_I64(900, picture.width);
    EXPECT_TEXT("png", fy_slice_of(picture.extension));
    end(&stage, &picture, WORKSHOP_MADE);
    EXPECT_TEXT(CUP, fy_slice_of(next(&stage, NOW, &picture)));
    end(&stage, &picture, WORKSHOP_MADE);
    EXPECT_I64(FY_OK, attach(&stage, MUG, NOW)); /* Another product has the same one. */
    EXPECT_TEXT("", fy_slice_of(next(&stage, NOW, &picture)));
    stage_done(&stage);
}

static void what_fails_is_tried_three_times(void)
{
    static const int64_t waits_ms[] = {ONE_MINUTE, 5 * ONE_MINUTE};
    struct stage stage;
    struct picture picture;

    stage_init(&stage);
    EXPECT_I64(FY_OK, attach(&stage, MUG, NOW));
    EXPECT_TEXT(MUG, fy_slice_of(next(&stage, NOW, &picture)));
    for (int i = 0; i < 2; i++) {
        end(&stage, &picture, WORKSHOP_FAILED);
        EXPECT_TEXT("", fy_slice_of(next(&stage, NOW + waits_ms[i] - 1, &picture)));
        EXPECT_TEXT(MUG, fy_slice_of(next(&stage, NOW + waits_ms[i], &picture)));
    }
    end(&stage, &picture, WORKSHOP_FAILED);
    EXPECT_TEXT("", fy_slice_of(next(&stage, NOW + 9000 * (int64_t)ONE_MINUTE, &picture)));
    stage_done(&stage);
}

static void what_is_refused_is_not_tried_again(void)
{
    struct stage stage;
    struct picture picture;

    stage_init(&stage);
    EXPECT_I64(FY_OK, attach(&stage, MUG, NOW));
    EXPECT_TEXT(MUG, fy_slice_of(next(&stage, NOW, &picture)));
    end(&stage, &picture, WORKSHOP_REFUSED);
    EXPECT_I64(FY_OK, attach(&stage, MUG, NOW + 1));
    EXPECT_TEXT("", fy_slice_of(next(&stage, NOW + 9000 * (int64_t)ONE_MINUTE, &picture)));
    stage_done(&stage);
}

/* One that failed waits; those behind it do not wait for it. */
static void a_broken_one_holds_nobody_up(void)
{
    struct stage stage;
    struct picture picture;

    stage_init(&stage);
    EXPECT_I64(FY_OK, attach(&stage, MUG, NOW - 5));
    EXPECT_TEXT(MUG, fy_slice_of(next(&stage, NOW, &picture)));
    end(&stage, &picture, WORKSHOP_FAILED);
    EXPECT_I64(FY_OK, attach(&stage, CUP, NOW - 5));
    EXPECT_TEXT(CUP, fy_slice_of(next(&stage, NOW, &picture)));
    end(&stage, &picture, WORKSHOP_MADE);
    EXPECT_TEXT(MUG, fy_slice_of(next(&stage, NOW + ONE_MINUTE, &picture)));
    stage_done(&stage);
}

/* What was at work when the process ended is made by the next one. */
static void a_restart_goes_on(void)
{
    struct stage stage;
    struct picture picture;

    stage_init(&stage);
    EXPECT_I64(FY_OK, attach(&stage, MUG, NOW));
    EXPECT_TEXT(MUG, fy_slice_of(next(&stage, NOW, &picture)));
    pictures_free(stage.pictures);
    EXPECT_I64(FY_OK, pictures_new(stage.store, &stage.pictures, &stage.err));
    EXPECT_TEXT(MUG, fy_slice_of(next(&stage, NOW, &picture)));
    stage_done(&stage);
}

/* A hash becomes a path. */
static void only_our_names_become_files(void)
{
    static const char *const names[] = {"", "abc", "../../../../../../../../../../../../etc/passwd",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaA",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    struct stage stage;
    struct picture picture;

    stage_init(&stage);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        EXPECT_I64(FY_REJECT, attach(&stage, names[i], NOW));
    EXPECT_TEXT("", fy_slice_of(next(&stage, NOW, &picture)));
    stage_done(&stage);
}

static void other_facts_are_no_pictures(void)
{
    struct stock_counted counted = {.units = 3};
    struct supply fact = {.stock_counted = &counted};
    struct stage stage;
    struct picture picture;

    stage_init(&stage);
    EXPECT_I64(FY_OK, apply(&stage, &fact, NOW));
    EXPECT_TEXT("", fy_slice_of(next(&stage, NOW, &picture)));
    stage_done(&stage);
}

static const CU_TestInfo tests[] = {
    TEST(a_picture_is_made_once),
    TEST(what_fails_is_tried_three_times),
    TEST(what_is_refused_is_not_tried_again),
    TEST(a_broken_one_holds_nobody_up),
    TEST(a_restart_goes_on),
    TEST(only_our_names_become_files),
    TEST(other_facts_are_no_pictures),
};

TEST_MAIN(processors.pictures.pictures, tests)
