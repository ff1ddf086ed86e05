#include "producers/accounts/people.h"
#include "producers/accounts/op.h"

#include <stdlib.h>
#include <string.h>

static int digit_of(char digit)
{
    return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

/* The pepper finds accounts; for what else is signed, keys are made of it, by what they are for. */
static void key_make(
    const uint8_t pepper[FY_KEY_BYTES], const char *what_for, uint8_t ret_key[FY_KEY_BYTES])
{
    char text[FY_LOOKUP_TEXT + 1];
    const char *digits = text;

    fy_lookup_text(pepper, fy_slice_of(what_for), text);
    for (int i = 0; i < FY_KEY_BYTES; i++, digits += 2)
        ret_key[i] = (uint8_t)(digit_of(digits[0]) << 4 | digit_of(digits[1]));
    explicit_bzero(text, sizeof(text));
}

enum fy_status people_new(
    const struct people_config *config, struct people **ret_people, struct fy_err *err)
{
    const struct keys_config keys = {
        .folder = config->keys_folder,
        .store = config->producers->store,
        .producer = config->producers->producer,
        .jobs = config->jobs,
    };
    struct people *people = calloc(1, sizeof(*people));
    enum fy_status status;

    if (people == NULL)
        return fy_fail(err, FY_FATAL, "no memory for people");
    people->producers = config->producers;
    memcpy(people->pepper, config->pepper, sizeof(people->pepper));
    memcpy(people->token_key, config->token_key, sizeof(people->token_key));
    key_make(people->pepper, "signs tickets", people->ticket_key);
    key_make(people->pepper, "signs bodies", people->body_key);
    forgotten_init(&people->forgotten);
    people->limits = fy_limits_new(PEOPLE_LIMITS);
    status = people->limits != NULL ? FY_OK : fy_fail(err, FY_FATAL, "no memory for limits");
    if (status == FY_OK)
        status = keys_new(&keys, &people->keys, err);
    if (status == FY_OK)
        status = fy_passwords_new(config->producers->reactor, config->password_slots,
            PEOPLE_PASSWORDS_MAX, &people->passwords, err);
    if (status != FY_OK) {
        people_free(people);
        return status;
    }
    *ret_people = people;
    return FY_OK;
}

/* The reactor runs no more and nobody is called back: what waited has no client any more. */
void people_free(struct people *people)
{
    if (people == NULL)
        return;
    if (people->passwords != NULL)
        fy_passwords_free(people->passwords);
    while (people->ops != NULL) {
        people->ops->busy = false;
        op_end(people->ops);
    }
    keys_free(people->keys);
    forgotten_done(&people->forgotten);
    fy_limits_free(people->limits);
    fy_key_wipe(people->pepper);
    fy_key_wipe(people->ticket_key);
    fy_key_wipe(people->body_key);
    fy_key_wipe(people->token_key);
    free(people);
}

static enum fy_status apply_event(struct people *people,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    struct account_event event;
    enum fy_status status = keys_apply(people->keys, record, rows, arena, err);

    if (status != FY_OK)
        return status;
    status = account_event_decode(record->value, arena, &event, err);
    if (status != FY_OK)
        return status;
    forgotten_apply(&people->forgotten, &event, rows);
    if (people->waiting > 0)
        ops_event(people, &event);
    return FY_OK;
}

/* Who waits for a repeat is told by the row of its key. */
static void tell_included(
    struct people *people, const struct fy_record *record, struct fy_arena *arena)
{
    struct credential credential;
    struct user user;
    struct fy_err err;

    if (people->waiting == 0 || record->value.data == NULL)
        return;
    if (record->topic == FY_TOPIC_CREDENTIALS &&
        credential_decode(record->value, arena, &credential, &err) == FY_OK)
        ops_included(people, record->key, credential.as_of.items, credential.as_of.count);
    if (record->topic == FY_TOPIC_USERS &&
        user_decode(record->value, arena, &user, &err) == FY_OK && user.account.data == NULL)
        ops_included(people, record->key, user.as_of.items, user.as_of.count);
}

enum fy_status people_apply(struct people *people,
    const struct fy_record *record,
    struct fy_store_batch *rows,
    struct fy_arena *arena,
    struct fy_err *err)
{
    enum fy_status status;

    if (record->topic == FY_TOPIC_ACCOUNTS)
        return apply_event(people, record, rows, arena, err);
    if (record->topic == FY_TOPIC_PERSON_KEYS)
        return keys_apply(people->keys, record, rows, arena, err);
    status = view_apply(people->producers->store, record, rows, arena, err);
    if (status == FY_OK)
        tell_included(people, record, arena);
    return status;
}

enum fy_status people_tick(struct people *people, struct fy_err *err)
{
    struct producers *producers = people->producers;
    int64_t now_ms = fy_reactor_now_ms(producers->reactor);
    enum fy_status status;

    ops_tick(people, now_ms);
    status = forgotten_tick(&people->forgotten, producers->store, producers->producer, now_ms, err);
    return status == FY_OK ? keys_tick(people->keys, now_ms, err) : status;
}

void people_register_metrics(void)
{
    ops_register_metrics();
    keys_register_metrics();
}
