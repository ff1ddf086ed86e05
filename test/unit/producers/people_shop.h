/*
 * people_shop.h - the edge of a shop whose view of accounts a test fills as `accounts` would.
 */
#ifndef TEST_PRODUCERS_PEOPLE_SHOP_H
#define TEST_PRODUCERS_PEOPLE_SHOP_H

#include "producers/accounts/op.h"
#include "schemas/generated/person_key.h"
#include "test/unit/producers/shop.h"

#define EMAIL "anne.planted@example.com"
#define PASSWORD "correct-horse-planted"

/* A record has come, as the follower would have it. */
static inline enum fy_status people_shop_apply(
    enum fy_topic topic, struct fy_slice key, struct fy_slice value, int64_t append_ms)
{
    const struct fy_record record = {
        .topic = topic, .key = key, .value = value, .append_ms = append_ms};
    struct fy_store_batch *rows = fy_store_batch_new(shop.store);
    struct fy_err err;
    enum fy_status status = people_apply(shop.producers.people, &record, rows, &shop.arena, &err);

    if (status == FY_OK && fy_store_batch_write(rows, &err) != FY_OK)
        abort();
    fy_store_batch_free(rows);
    return status;
}

#define APPLY(topic, schema, key, value)                                                           \
    people_shop_encoded(topic, &schema##_schema, fy_slice_of(key), value)

static inline void people_shop_encoded(
    enum fy_topic topic, const struct fy_schema *schema, struct fy_slice key, const void *value)
{
    struct fy_slice bytes;
    struct fy_err err;

    if (schema->encode(value, &shop.arena, &bytes, &err) != FY_OK)
        abort();
    EXPECT_I64(FY_OK, people_shop_apply(topic, key, bytes, 1000));
}

/* Record `index` of what was sent, read. */
static inline const struct fake_record *people_shop_sent(int index, enum fy_topic topic)
{
    CU_ASSERT_FATAL(index < shop.kafka.count);
    EXPECT_I64(topic, shop.kafka.records[index].topic);
    return &shop.kafka.records[index];
}

static inline struct account_request people_shop_request(int index)
{
    const struct fake_record *record = people_shop_sent(index, FY_TOPIC_ACCOUNT_REQUESTS);
    struct account_request request = {0};
    struct fy_err err;

    EXPECT_I64(FY_OK, account_request_decode((struct fy_slice){record->value, record->value_size},
                          &shop.arena, &request, &err));
    return request;
}

/* Turn until so many records were sent: a password may be hashed before. */
static inline bool people_shop_until(int count)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    while (shop.kafka.count < count && site_now_ms() < until_ms)
        site_turn(&shop.site);
    EXPECT_I64(count, shop.kafka.count);
    return shop.kafka.count == count;
}

static inline void people_shop_settle(void)
{
    fake_settle(&shop.kafka, shop.kafka.count - shop.kafka.settled, FY_OK);
}

/* The wrapped key that was sent comes back, as the view reads it. */
static inline void people_shop_key_is_read(int index)
{
    const struct fake_record *record = people_shop_sent(index, FY_TOPIC_PERSON_KEYS);

    EXPECT_I64(
        FY_OK, people_shop_apply(FY_TOPIC_PERSON_KEYS,
                   fy_arena_copy(&shop.arena, (struct fy_slice){record->key, record->key_size}),
                   fy_arena_copy(&shop.arena, (struct fy_slice){record->value, record->value_size}),
                   1000));
}

/* Somebody registers, and the view has all of it: records 0 (key) and 1 (fact) of the log. */
static inline struct account_request people_shop_member(void)
{
    struct account_request request;
    struct credential credential = {.role = fy_slice_of("customer"), .verified = true};
    struct user user = {.role = fy_slice_of("customer"), .verified = true};
    int fd = post("/v1/accounts", JSON, "{\"email\":\"" EMAIL "\",\"password\":\"" PASSWORD "\"}");

    (void)people_shop_until(1);
    people_shop_settle();
    (void)people_shop_until(2);
    people_shop_settle();
    read_answer(fd);
    EXPECT_I64(202, answer.status);
    people_shop_key_is_read(0);
    request = people_shop_request(1);
    credential.account = request.subject;
    credential.person = user.person = request.create_account->person;
    credential.password = &request.create_account->password;
    user.account = request.subject;
    user.profile.email = request.create_account->letter.email;
    people_shop_encoded(FY_TOPIC_CREDENTIALS, &credential_schema, request.subject, &credential);
    people_shop_encoded(FY_TOPIC_USERS, &user_schema, user.person, &user);
    return request;
}

/* What was decided of the newest request. */
static inline struct account_event people_shop_event(const struct account_request *request)
{
    return (struct account_event){
        .envelope = {.event_id = fy_slice_of("00000000-0000-8000-8000-000000000000"),
            .cause_id = request->envelope.event_id,
            .root = fy_slice_of("r"),
            .actor = fy_slice_of("a")},
        .subject = request->subject,
    };
}

static inline void people_shop_decided(const struct account_event *event)
{
    people_shop_encoded(FY_TOPIC_ACCOUNTS, &account_event_schema, event->subject, event);
}

#endif
