/*
 * Accounts in the simulator: people who register, sign in, steal tokens and are forgotten, and the
 * task that decides, killed at every call.
 *
 *   events   those of the model, each once, in order, and none besides; no two have one name
 *   timers   whatever was due is told
 *   rows     the changelog's are the model's, which is what a rebuild from the events gives
 *   state    credentials, users and sessions say what the rows say, and what is gone is gone
 */
#include "processors/accounts/handle.h"
#include "schemas/generated/credential.h"
#include "schemas/generated/session.h"
#include "schemas/generated/user.h"
#include "test/sim/accounts/model.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_MAX = SUBJECTS * MODEL_EVENTS_MAX, LATE_MS = 30 * 1000 };

static struct model models[SUBJECTS];

/* --- What comes in ---------------------------------------------------------------------------- */

/* Request n of a seed is always the same one; some are asked for again. */
static void fact_draw(
    struct sim *sim, struct fy_arena *arena, struct fy_slice *ret_key, struct fy_slice *ret_value)
{
    int n = ++sim->facts_sent;
    struct random random;
    struct request request;
    struct fy_err err;
    uint64_t subject;
    char id[16];

    if (n > 1 && sim_one_in(sim, 6))
        n = 1 + sim_below(sim, n - 1);
    random = (struct random){sim->seed * 1000 + (uint64_t)n};
    (void)random_next(&random);
    subject = random_below(&random, SUBJECTS);
    (void)snprintf(id, sizeof(id), "e%d", n);
    request_make(&request, asked_at_random(&random, subject, false), subjects[subject], id);
    if (account_request_encode(&request.request, arena, ret_value, &err) != FY_OK)
        abort();
    if (sim->weather.poison && sim_one_in(sim, 50))
        *ret_value = fy_slice_of("no request at all");
    *ret_key = fy_slice_of(subjects[subject]);
}

/* --- Events ----------------------------------------------------------------------------------- */

/* Names of events, sorted when all are there. */
struct names {
    char items[NAMES_MAX][40];
    int count;
};

static int by_text(const void *a, const void *b)
{
    return strcmp(a, b);
}

static void check_event(struct check *check, const struct fy_record *record, struct names *names)
{
    int subject = model_subject(record->key);
    struct model *model = &models[subject < SUBJECTS ? subject : 0];
    struct account_event event;

    check_decode(check, record, &event);
    if (check->sim->failed)
        return;
    if (model->seen == model->count)
        (void)model_wait(check, model, subject, check->sim->now_ms);
    if (subject == SUBJECTS || model->seen == model->count ||
        !fy_slice_equal(model->events[model->seen], model_bytes(check, &event))) {
        sim_fail(check->sim, "event %d of \"%.*s\", at %d offset %" PRId64 ", is not the model's",
            model->seen, FY_SLICE_ARG(record->key), (int)record->partition, record->offset);
        return;
    }
    model->seen++;
    if (event.person.size ==
        0) /* Where there is no row nothing knows a repeat: it is refused anew. */
        return;
    (void)snprintf(names->items[names->count], sizeof(names->items[0]), "%.*s",
        FY_SLICE_ARG(event.envelope.event_id));
    names->count++;
}

static void check_events(struct check *check)
{
    static struct names names;
    static struct seqs seqs;
    struct fy_record record;

    names.count = 0;
    memset(&seqs, 0, sizeof(seqs));
    for (int32_t p = 0; p < check->sim->weather.partitions && !check->sim->failed; p++) {
        struct log_cursor cursor = {0};

        while (!check->sim->failed &&
               log_read(check->sim->log, FY_TOPIC_ACCOUNTS, p, &cursor, &record)) {
            struct account_event event;
            bool repeat = false;

            check_decode(check, &record, &event);
            if (!check->sim->failed && check_seq(check, &seqs, &record, &event.envelope, &repeat) &&
                !repeat)
                check_event(check, &record, &names);
        }
    }
    qsort(names.items, (size_t)names.count, sizeof(names.items[0]), by_text);
    /* Days later a repeat is known no more, and what comes of it has the name it had. */
    for (int i = 1; !check->sim->weather.nights && i < names.count && !check->sim->failed; i++)
        if (strcmp(names.items[i - 1], names.items[i]) == 0)
            sim_fail(check->sim, "two events are called %s", names.items[i]);
}

/* All that was to come has come: every request, and what was due a while ago. */
static void check_ends(struct check *check)
{
    for (int i = 0; i < SUBJECTS && !check->sim->failed; i++) {
        int64_t due_ms = account_due_ms(&models[i].row);

        if (models[i].seen < models[i].count)
            sim_fail(check->sim, "of \"%s\" %d events are told, the model has %d", subjects[i],
                models[i].seen, models[i].count);
        else if (due_ms != 0 && due_ms + LATE_MS < check->sim->now_ms)
            sim_fail(check->sim, "a timer of \"%s\" did not fire in %" PRId64 " ms", subjects[i],
                check->sim->now_ms - due_ms);
    }
}

/* --- Rows ------------------------------------------------------------------------------------- */

static void check_row(struct check *check, struct fy_slice key, struct fy_slice value)
{
    int subject = model_subject((struct fy_slice){key.data + 4, key.size - 4});
    struct account_row want = {.account = subject < SUBJECTS ? &models[subject].row : NULL};
    struct fy_slice bytes = {0};
    struct fy_err err;

    if (subject == SUBJECTS || account_row_encode(&want, &check->arena, &bytes, &err) != FY_OK ||
        !fy_slice_equal(bytes, value))
        sim_fail(check->sim, "the row \"%.*s\" is not the model's", FY_SLICE_ARG(key));
}

static int check_partition(struct check *check, int32_t partition)
{
    static struct newest newest;
    int rows = 0;

    newest = (struct newest){0};
    newest_read(&newest, check->sim->log, FY_TOPIC_ACCOUNTS_CHANGELOG, partition, 0);
    for (int i = 0; i < newest.count && !check->sim->failed; i++) {
        struct fy_slice key = newest.rows[i].key, value = newest.rows[i].value;
        struct fy_record record = {
            .topic = FY_TOPIC_ACCOUNTS_CHANGELOG, .partition = partition, .value = value};
        struct account_row row;

        if (value.data == NULL)
            continue;
        if (key.data[0] != '@') {
            check_row(check, key, value);
            rows++;
        } else if (fy_slice_equal(key, fy_slice_of("@position"))) {
            check_decode(check, &record, &row);
            if (!check->sim->failed)
                check_place(check, &accounts_processor, partition, row.position);
        }
    }
    return rows;
}

static void check_rows(struct check *check)
{
    int rows = 0, want = 0;

    for (int32_t p = 0; p < check->sim->weather.partitions; p++)
        rows += check_partition(check, p);
    for (int i = 0; i < SUBJECTS; i++)
        want += account_exists(&models[i].row);
    if (!check->sim->failed && rows != want)
        sim_fail(check->sim, "%d rows of accounts, the model has %d", rows, want);
}

/* --- State ------------------------------------------------------------------------------------ */

/* The newest value under a key. False: none, or its tombstone. */
static bool state_get(struct check *check, enum fy_topic topic, const char *key, void *ret_value)
{
    static struct newest newest;
    int32_t partition = fy_partition_of(fy_slice_of(key), check->sim->weather.partitions);
    struct fy_record record = {.topic = topic, .partition = partition};

    newest = (struct newest){0};
    newest_read(&newest, check->sim->log, topic, partition, 0);
    record.value = newest_get(&newest, fy_slice_of(key));
    if (record.value.data == NULL)
        return false;
    check_decode(check, &record, ret_value);
    return true;
}

static bool same_text(struct fy_slice a, struct fy_slice b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static bool credential_fits(struct check *check, int subject)
{
    const struct account *row = &models[subject].row;
    bool want = row->person.size > 0 && account_state(row) != ACCOUNT_GUEST;
    struct credential got;

    if (!state_get(check, FY_TOPIC_CREDENTIALS, subjects[subject], &got))
        return !want;
    return want && same_text(got.person, row->person) && got.verified == row->verified &&
           same_text(got.role, account_role(row)) && got.failures == row->failures;
}

static bool user_fits(struct check *check, int subject, const char *person)
{
    const struct account *row = &models[subject].row;
    bool want = fy_slice_equal(row->person, fy_slice_of(person));
    struct user got;

    if (!state_get(check, FY_TOPIC_USERS, person, &got))
        return !want;
    return want && same_text(got.role, account_role(row)) &&
           same_text(got.profile.full_name, row->profile.full_name) &&
           got.visitors.count == row->visitors.count;
}

static bool session_fits(struct check *check, int subject, const char *name)
{
    const struct account_session *want =
        account_session_find(&models[subject].row, fy_slice_of(name));
    struct session got;

    if (!state_get(check, FY_TOPIC_SESSIONS, name, &got))
        return want == NULL;
    return want != NULL && same_text(got.refresh_hash, want->refresh_hash) &&
           got.has_revoked_ms == want->has_revoked_ms;
}

static void check_state(struct check *check)
{
    for (int i = 0; i < SUBJECTS && !check->sim->failed; i++) {
        bool fits = credential_fits(check, i) && user_fits(check, i, people[i][0]) &&
                    user_fits(check, i, people[i][1]);

        if (i == SUBJECT_GUEST)
            fits = fits && user_fits(check, i, subjects[i]);
        for (int j = 0; j < SUBJECT_SESSIONS; j++)
            fits = fits && session_fits(check, i, sessions[i][j]);
        if (!fits)
            sim_fail(check->sim, "what is told of \"%s\" is not what the row says", subjects[i]);
    }
}

static void check_accounts(struct check *check)
{
    models_make(check, models);
    check_events(check);
    check_ends(check);
    if (!check->sim->failed)
        check_rows(check);
    if (!check->sim->failed)
        check_state(check);
}

/* As JSON. */
const struct sim_topology sim_topology = {
    .programs = {&accounts_processor},
    .program_count = 1,
    .facts = FY_TOPIC_ACCOUNT_REQUESTS,
    .pause_ms_max = 6000,
    .nights_one_in = 2,
    .fact = fact_draw,
    .check = check_accounts,
    .dump = sim_dump_decoded,
};
