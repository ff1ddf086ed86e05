/*
 * Keys of persons: who is forgotten has none within a tick, and the disk none a little later; a new
 * master key wraps them all, and nobody is lost on the way.
 */
#include "test/run.h"
#include "test/unit/producers/people_shop.h"

#define ANNE "0123456789abcdef0123456789abcdef"

static struct fy_slice anne;

static void open_keys(void)
{
    shop_open(60000);
    anne = fy_slice_of(ANNE);
}

static struct keys *keys(void)
{
    return shop.producers.people->keys;
}

/* Anne's key, wrapped by that master, has come. */
static void anne_has_a_key(int master)
{
    struct fy_master_key by = {.number = (uint8_t)master, .key = {(uint8_t)master}};
    uint8_t key[FY_KEY_BYTES] = {42};
    uint8_t wrapped[FY_WRAPPED_KEY_BYTES];
    struct person_key record = {.person = anne, .created_ms = 7};

    fy_key_wrap(&by, anne, key, wrapped);
    record.wrapped_key = fy_arena_copy(&shop.arena, (struct fy_slice){wrapped, sizeof(wrapped)});
    people_shop_encoded(FY_TOPIC_PERSON_KEYS, &person_key_schema, anne, &record);
}

static bool is_readable(int64_t now_ms)
{
    uint8_t key[FY_KEY_BYTES] = {0};
    bool known = false;
    struct fy_err err;

    EXPECT_I64(
        FY_OK, fy_person_keys_get(keys_view(keys()), anne, now_ms, &shop.arena, &known, key, &err));
    return known && key[0] == 42;
}

static void tick(int64_t now_ms)
{
    struct fy_err err;

    EXPECT_I64(FY_OK, keys_tick(keys(), now_ms, &err));
}

static void anne_is_forgotten(void)
{
    struct person_forgotten gone = {.reason = fy_slice_of("asked")};
    struct account_request request = {.subject = fy_slice_of("s"),
        .envelope = {.event_id = fy_slice_of("00000000-0000-8000-8000-000000000001")}};
    struct account_event event = people_shop_event(&request);

    event.person = anne;
    event.person_forgotten = &gone;
    people_shop_decided(&event);
}

static void expect_tombstone(int index)
{
    const struct fake_record *record = people_shop_sent(index, FY_TOPIC_PERSON_KEYS);

    EXPECT_TEXT(ANNE, ((struct fy_slice){record->key, record->key_size}));
    EXPECT_I64(0, record->value_size);
}

static void tombstone_is_read(void)
{
    EXPECT_I64(FY_OK, people_shop_apply(FY_TOPIC_PERSON_KEYS, anne, (struct fy_slice){0}, 2000));
}

static void who_is_forgotten_has_no_key_any_more(void)
{
    open_keys();
    anne_has_a_key(1);
    CU_ASSERT_TRUE(is_readable(2000));
    EXPECT_I64(1, fy_person_keys_count(keys_view(keys())));
    anne_is_forgotten();
    tick(2000);
    EXPECT_I64(1, shop.kafka.count);
    expect_tombstone(0);
    tick(2250); /* Under way: not once more. */
    EXPECT_I64(1, shop.kafka.count);
    tombstone_is_read();
    CU_ASSERT_FALSE(is_readable(2000)); /* Not from memory either. */
    EXPECT_I64(0, fy_person_keys_count(keys_view(keys())));
    shop_close();
}

/* Kafka's cleaner takes a key only from a segment that has ended: something must come behind. */
static void a_second_tombstone_ends_the_segment(void)
{
    open_keys();
    anne_has_a_key(1);
    anne_is_forgotten();
    tick(2000);
    people_shop_settle();
    tombstone_is_read();
    tick(2250);
    tick(2250 + KEYS_STIR_MS - 1);
    EXPECT_I64(1, shop.kafka.count);
    tick(2250 + KEYS_STIR_MS);
    EXPECT_I64(2, shop.kafka.count);
    expect_tombstone(1);
    people_shop_settle();
    tick(2250 + KEYS_STIR_MS + 250);
    tick(2250 + 10 * KEYS_STIR_MS);
    EXPECT_I64(2, shop.kafka.count);
    shop_close();
}

/* Killed between the two: the rows say how far it was. */
static void a_restart_goes_on_with_forgetting(void)
{
    open_keys();
    anne_has_a_key(1);
    anne_is_forgotten();
    shop_stop();
    shop_start(60000);
    tick(2000);
    EXPECT_I64(1, shop.kafka.count);
    people_shop_settle();
    tombstone_is_read();
    tick(2250);
    shop_stop();
    shop_start(60000);
    tick(2250 + KEYS_STIR_MS);
    EXPECT_I64(1, shop.kafka.count);
    expect_tombstone(0);
    shop_close();
}

/* The invitation was for nothing, but whom it was for is somebody. */
static void who_was_invited_twice_stays(void)
{
    struct invite_refused refused = {.reason = fy_slice_of("has_role")};
    struct account_request request = {.subject = fy_slice_of("s"),
        .envelope = {.event_id = fy_slice_of("00000000-0000-8000-8000-000000000001")}};
    struct account_event event = people_shop_event(&request);

    open_keys();
    anne_has_a_key(1);
    refused.refused_person = anne;
    event.person = anne;
    event.invite_refused = &refused;
    people_shop_decided(&event);
    tick(2000);
    EXPECT_I64(0, shop.kafka.count);
    event.person = fy_slice_of("ffffffffffffffffffffffffffffffff"); /* Anne became nobody. */
    people_shop_decided(&event);
    tick(2000);
    EXPECT_I64(1, shop.kafka.count);
    shop_close();
}

static void a_key_is_remembered_for_a_minute(void)
{
    open_keys();
    anne_has_a_key(1);
    CU_ASSERT_TRUE(is_readable(5000));
    tick(5000 + FY_PERSON_KEY_IDLE_MS - 1);
    EXPECT_I64(1, fy_person_keys_count(keys_view(keys())));
    tick(5000 + FY_PERSON_KEY_IDLE_MS);
    EXPECT_I64(0, fy_person_keys_count(keys_view(keys())));
    CU_ASSERT_TRUE(is_readable(70000)); /* It is asked for again. */
    shop_close();
}

/* More persons than there is room for: some are asked for again, nobody gets another's key. */
static void what_is_remembered_is_bounded(void)
{
    static uint8_t wrapped[FY_WRAPPED_KEY_BYTES];
    struct fy_master_key by = {.number = 1, .key = {1}};
    char person[FY_PERSON_TEXT + 1];
    uint8_t key[FY_KEY_BYTES] = {0};
    struct fy_err err;
    bool known;

    open_keys();
    for (uint32_t i = 0; i < FY_PERSON_KEYS_CACHED + 500; i++) {
        struct person_key record = {.created_ms = 7};

        fy_arena_clear(&shop.arena);
        (void)snprintf(person, sizeof(person), "%08x%024x", i * 2654435761U, i);
        record.person = fy_slice_of(person);
        memcpy(key, &i, sizeof(i));
        fy_key_wrap(&by, record.person, key, wrapped);
        record.wrapped_key = (struct fy_slice){wrapped, sizeof(wrapped)};
        people_shop_encoded(FY_TOPIC_PERSON_KEYS, &person_key_schema, record.person, &record);
        EXPECT_I64(FY_OK, fy_person_keys_get(keys_view(keys()), record.person, 1000, &shop.arena,
                              &known, key, &err));
        CU_ASSERT_TRUE(known && memcmp(key, &i, sizeof(i)) == 0);
    }
    CU_ASSERT_TRUE(fy_person_keys_count(keys_view(keys())) <= FY_PERSON_KEYS_CACHED);
    shop_close();
}

static void a_new_master_key_wraps_all_anew(void)
{
    const struct fake_record *record;
    struct person_key again;
    struct fy_err err;

    open_keys();
    anne_has_a_key(1);
    tick(2000);
    tick(2250);
    EXPECT_I64(0, shop.kafka.count);
    shop_master_key(2);
    tick(4000); /* It is seen, */
    tick(4250);
    tick(4500);
    EXPECT_I64(0, shop.kafka.count);
    tick(4000 + KEYS_NEWEST_MS); /* and used when others have seen it too. */
    tick(4250 + KEYS_NEWEST_MS);
    EXPECT_I64(1, shop.kafka.count);
    record = people_shop_sent(0, FY_TOPIC_PERSON_KEYS);
    EXPECT_I64(FY_OK, person_key_decode((struct fy_slice){record->value, record->value_size},
                          &shop.arena, &again, &err));
    EXPECT_I64(2, again.wrapped_key.data[0]);
    EXPECT_I64(7, again.created_ms);
    people_shop_settle();
    people_shop_key_is_read(0);
    CU_ASSERT_TRUE(is_readable(9000));
    for (int i = 0; i < 8; i++)
        tick(9000 + 250 * i);
    EXPECT_I64(1, shop.kafka.count);
    shop_close();
}

/* A key that is wrapped anew behind its tombstone would come back. */
static void who_is_to_be_forgotten_is_not_wrapped_anew(void)
{
    open_keys();
    shop_master_key(2);
    anne_has_a_key(1);
    anne_is_forgotten();
    for (int i = 0; i < 40; i++)
        tick(2000 + 250 * i);
    EXPECT_I64(1, shop.kafka.count);
    expect_tombstone(0);
    shop_close();
}

static CU_TestInfo tests[] = {
    TEST(who_is_forgotten_has_no_key_any_more),
    TEST(a_second_tombstone_ends_the_segment),
    TEST(a_restart_goes_on_with_forgetting),
    TEST(who_was_invited_twice_stays),
    TEST(a_key_is_remembered_for_a_minute),
    TEST(what_is_remembered_is_bounded),
    TEST(a_new_master_key_wraps_all_anew),
    TEST(who_is_to_be_forgotten_is_not_wrapped_anew),
};

TEST_MAIN(keys, tests)
