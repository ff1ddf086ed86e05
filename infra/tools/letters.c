/*
 * letters.c - fy-letters: the letters that a person would have got, until somebody delivers them.
 *
 *   fy-letters --brokers HOST:PORT --pepper FILE --masters FOLDER [--last KIND] < e-mail
 *
 * Reads `accounts` for the account of the e-mail, and `person-keys` for those it was sealed for.
 * The e-mail comes by standard input: arguments are everybody's to see. KIND is verify, reset or
 * invitation: then the newest token of that kind alone is written, and nothing where there is none.
 */
#include "lib/conf.h"
#include "lib/email.h"
#include "lib/ids.h"
#include "lib/kafka.h"
#include "lib/masters.h"
#include "lib/mono.h"
#include "lib/person_keys.h"
#include "schemas/generated/account_event.h"
#include "schemas/generated/person_key.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ARENA_BYTES = 64 * 1024 * 1024,
    READ_MS_MAX = 30000,
    LETTERS_MAX = 1000,
    EXIT_USAGE = 2,
};

struct letter {
    const char *kind;
    const char *says;
    int64_t append_ms;
    struct fy_slice person;
    struct fy_slice email, token; /* Sealed; absent where there is none. */
};

struct settings {
    struct fy_kafka_config kafka;
    const char *pepper, *masters, *last;
};

static struct fy_arena arena;
static struct letter letters[LETTERS_MAX];
static int letter_count;

static struct fy_slice kept(struct fy_slice text)
{
    return text.data != NULL ? fy_arena_copy(&arena, text) : text;
}

static void add(const struct account_event *event,
    const char *kind,
    const char *says,
    const struct letter_encrypted *sealed,
    int64_t append_ms)
{
    if (letter_count == LETTERS_MAX) /* The oldest goes. */
        memmove(letters, letters + 1, (size_t)(--letter_count) * sizeof(*letters));
    letters[letter_count++] = (struct letter){.kind = kind,
        .says = says,
        .append_ms = append_ms,
        .person = kept(event->person),
        .email = kept(sealed->email),
        .token = kept(sealed->token)};
}

static void take_event(const struct fy_record *record)
{
    static const struct letter_encrypted none;
    struct account_event event;
    struct fy_arena scratch;
    struct fy_err err;

    fy_arena_init(&scratch, ARENA_BYTES);
    if (record->value.data != NULL &&
        account_event_decode(record->value, &scratch, &event, &err) == FY_OK) {
        int64_t ms = record->append_ms;

        if (event.account_created != NULL)
            add(&event, "verify", "is this e-mail yours?", &event.account_created->letter, ms);
        if (event.create_refused != NULL)
            add(&event, "taken", "somebody registered with your e-mail",
                &event.create_refused->letter, ms);
        if (event.member_invited != NULL)
            add(&event, "invitation", "you are asked to join", &event.member_invited->letter, ms);
        if (event.password_reset_asked != NULL)
            add(&event, "reset", "set another password", &event.password_reset_asked->letter, ms);
        if (event.password_changed != NULL)
            add(&event, "changed", "your password was changed", &none, ms);
        if (event.session_revoked != NULL &&
            fy_slice_equal(event.session_revoked->why, fy_slice_of("reused")))
            add(&event, "reused", "somebody used a token of yours twice", &none, ms);
        if (event.member_removed != NULL)
            add(&event, "removed", "you work for this supplier no more", &none, ms);
    }
    fy_arena_done(&scratch);
}

/* --- Reading one key of a topic -------------------------------------------------------------- */

/* `take` for each record of that key, up to the end as of now. */
static enum fy_status read_key(const struct settings *settings,
    enum fy_topic topic,
    struct fy_slice key,
    void (*take)(const struct fy_record *record),
    struct fy_err *err)
{
    struct fy_place place = {.topic = topic}, end, now;
    struct fy_source *source = NULL;
    struct fy_batch batch;
    int64_t until_ms = fy_mono_ms() + READ_MS_MAX;
    int partitions = 0;
    enum fy_status status = fy_kafka_plain_source_new(&settings->kafka, &source, err);

    if (status == FY_OK)
        status = fy_source_partitions(source, topic, &partitions, err);
    if (status == FY_OK) {
        place.partition = fy_partition_of(key, partitions);
        status = fy_source_begins(source, &place, 1, err);
    }
    end = now = place;
    if (status == FY_OK)
        status = fy_source_ends(source, &end, 1, err);
    if (status == FY_OK)
        status = fy_source_assign(source, &place, 1, err);
    while (status == FY_OK && now.offset < end.offset) {
        status = fy_source_poll(source, 50, FY_BATCH_RECORDS_MAX, &batch, err);
        for (int i = 0; status == FY_OK && i < batch.count; i++)
            if (fy_slice_equal(batch.records[i].key, key))
                take(&batch.records[i]);
        if (status == FY_OK)
            status = fy_source_positions(source, &now, 1, err);
        if (status == FY_OK && now.offset < end.offset && fy_mono_ms() > until_ms)
            status = fy_fail(err, FY_FATAL, "Kafka did not answer in time");
    }
    if (source != NULL)
        fy_source_free(source);
    return status;
}

/* --- Writing them ---------------------------------------------------------------------------- */

static struct fy_slice wrapped; /* The newest of the person that is read; absent: none. */

static void take_key(const struct fy_record *record)
{
    struct person_key key;
    struct fy_err err;

    wrapped = (struct fy_slice){0};
    if (record->value.data != NULL && person_key_decode(record->value, &arena, &key, &err) == FY_OK)
        wrapped = kept(key.wrapped_key);
}

static struct fy_slice opened(
    const struct letter *letter, const uint8_t *key, const char *field, struct fy_slice sealed)
{
    struct fy_slice text = {0};

    if (key == NULL || sealed.data == NULL ||
        !fy_unseal(key, letter->person, field, sealed, &arena, &text))
        return (struct fy_slice){0};
    return text;
}

static void print(const struct letter *letter, const uint8_t *key)
{
    struct fy_slice email = opened(letter, key, "email", letter->email);
    struct fy_slice token = opened(letter, key, "token", letter->token);

    (void)printf("%" PRId64 "  %-10s  %s", letter->append_ms, letter->kind, letter->says);
    if (email.data != NULL)
        (void)printf("  to %.*s", FY_SLICE_ARG(email));
    if (key == NULL)
        (void)printf("  (unreadable: the person was forgotten)");
    if (token.data != NULL)
        (void)printf("\n               token: %.*s", FY_SLICE_ARG(token));
    (void)printf("\n");
}

/* The key of a letter's person, where they have one still. */
static enum fy_status key_of(const struct settings *settings,
    const struct fy_masters *masters,
    const struct letter *letter,
    bool *ret_known,
    uint8_t ret_key[FY_KEY_BYTES],
    struct fy_err *err)
{
    enum fy_status status;

    wrapped = (struct fy_slice){0};
    status = read_key(settings, FY_TOPIC_PERSON_KEYS, letter->person, take_key, err);
    *ret_known = status == FY_OK && wrapped.data != NULL &&
                 fy_key_unwrap(masters->keys, masters->count, letter->person, wrapped, ret_key);
    return status;
}

/* The newest token of one kind, alone. */
static enum fy_status write_last(
    const struct settings *settings, const struct fy_masters *masters, struct fy_err *err)
{
    const struct letter *last = NULL;
    struct fy_slice token;
    uint8_t key[FY_KEY_BYTES];
    bool known;
    enum fy_status status;

    for (int i = 0; i < letter_count; i++)
        if (strcmp(settings->last, letters[i].kind) == 0)
            last = &letters[i];
    if (last == NULL)
        return FY_OK;
    status = key_of(settings, masters, last, &known, key, err);
    token = opened(last, status == FY_OK && known ? key : NULL, "token", last->token);
    fy_key_wipe(key);
    if (token.data != NULL)
        (void)printf("%.*s\n", FY_SLICE_ARG(token));
    return status;
}

static enum fy_status write_all(
    const struct settings *settings, const struct fy_masters *masters, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (int i = 0; i < letter_count && status == FY_OK; i++) {
        uint8_t key[FY_KEY_BYTES];
        bool known;

        status = key_of(settings, masters, &letters[i], &known, key, err);
        if (status == FY_OK)
            print(&letters[i], known ? key : NULL);
        fy_key_wipe(key);
    }
    if (letter_count == 0)
        (void)printf("no letters\n");
    return status;
}

static enum fy_status run(
    const struct settings *settings, struct fy_slice typed, struct fy_err *err)
{
    static struct fy_masters masters;
    uint8_t pepper[FY_KEY_BYTES];
    char account[FY_LOOKUP_TEXT + 1];
    struct fy_slice email;
    enum fy_status status = fy_ids_init(err);

    if (status == FY_OK)
        status = fy_email_normal(typed, &arena, &email, err);
    if (status == FY_OK)
        status = fy_conf_secret(settings->pepper, pepper, sizeof(pepper), err);
    if (status == FY_OK)
        status = fy_masters_load(settings->masters, &masters, err);
    if (status != FY_OK)
        return status;
    fy_lookup_text(pepper, email, account);
    fy_key_wipe(pepper);
    status = read_key(settings, FY_TOPIC_ACCOUNTS, fy_slice_of(account), take_event, err);
    if (status == FY_OK)
        status = settings->last != NULL ? write_last(settings, &masters, err)
                                        : write_all(settings, &masters, err);
    fy_masters_wipe(&masters);
    return status;
}

int main(int argc, char **argv)
{
    struct settings settings = {.kafka = {.client_id = "letters", .fetch_wait_ms = 10}};
    struct fy_err err = {.text = ""};
    char typed[512];
    enum fy_status status;

    for (int i = 1; i + 1 < argc; i += 2) {
        const char **to = strcmp(argv[i], "--brokers") == 0   ? &settings.kafka.brokers
                          : strcmp(argv[i], "--pepper") == 0  ? &settings.pepper
                          : strcmp(argv[i], "--masters") == 0 ? &settings.masters
                          : strcmp(argv[i], "--last") == 0    ? &settings.last
                                                              : NULL;
        if (to == NULL)
            break;
        *to = argv[i + 1];
    }
    if (settings.kafka.brokers == NULL || settings.pepper == NULL || settings.masters == NULL ||
        fgets(typed, sizeof(typed), stdin) == NULL) {
        (void)fputs("usage: fy-letters --brokers HOST:PORT --pepper FILE --masters FOLDER "
                    "[--last KIND] < e-mail\n",
            stderr);
        return EXIT_USAGE;
    }
    fy_arena_init(&arena, ARENA_BYTES);
    status = run(&settings, fy_slice_of(typed), &err);
    fy_arena_done(&arena);
    if (status == FY_OK)
        return EXIT_SUCCESS;
    (void)fprintf(stderr, "fy-letters: %s\n", err.text);
    return EXIT_FAILURE;
}
