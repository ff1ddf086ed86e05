#include "test/sim/accounts/model.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

int model_subject(struct fy_slice key)
{
    int at = 0;

    while (at < SUBJECTS && !fy_slice_equal(key, fy_slice_of(subjects[at])))
        at++;
    return at;
}

struct fy_slice model_bytes(struct check *check, const struct account_event *event)
{
    struct account_event bare = *event;
    struct fy_slice bytes = {0};
    struct fy_err err;

    bare.envelope.event_id = fy_slice_of("");
    bare.envelope.writer = (struct fy_slice){0};
    bare.envelope.has_seq = false;
    bare.envelope.seq = 0;
    if (account_event_encode(&bare, &check->arena, &bytes, &err) != FY_OK)
        sim_fail(check->sim, "an event of the model cannot be written: %s", err.text);
    return bytes;
}

static void apply(struct check *check,
    struct model *model,
    struct account_decisions *decisions,
    const struct fy_record *cause)
{
    for (int i = 0; i < decisions->count; i++) {
        struct account_event *event = &decisions->items[i].event;

        if (cause != NULL) {
            event->has_request_partition = event->has_request_offset = true;
            event->request_partition = cause->partition;
            event->request_offset = cause->offset;
        }
        assert(model->count < MODEL_EVENTS_MAX);
        model->events[model->count++] = model_bytes(check, event);
        account_evolve(&model->row, event, &model->room);
    }
}

static struct account_decisions *decisions_new(struct check *check)
{
    struct account_decisions *decisions = fy_arena_alloc(&check->arena, sizeof(*decisions));

    if (decisions == NULL)
        abort();
    return decisions;
}

bool model_wait(struct check *check, struct model *model, int subject, int64_t until_ms)
{
    struct account_decisions *decisions = decisions_new(check);

    account_decide_due(&model->row, fy_slice_of(subjects[subject]), until_ms, decisions);
    apply(check, model, decisions, NULL);
    return decisions->count > 0;
}

static void take(struct check *check, struct model *model, const struct fy_record *record)
{
    struct account_decisions *decisions = decisions_new(check);
    struct account_request request;
    struct fy_err err;

    if (model->parked)
        return;
    if (account_request_decode(record->value, &check->arena, &request, &err) != FY_OK) {
        model->parked = true;
        return;
    }
    while (model_wait(check, model, model_subject(record->key), record->append_ms))
        continue;
    account_decide(&model->row, &request, record->append_ms, decisions);
    apply(check, model, decisions, record);
}

void models_make(struct check *check, struct model models[SUBJECTS])
{
    memset(models, 0, SUBJECTS * sizeof(models[0]));
    for (int32_t p = 0; p < check->sim->weather.partitions; p++) {
        struct log_cursor cursor = {0};
        struct fy_record record;

        while (log_read(check->sim->log, FY_TOPIC_ACCOUNT_REQUESTS, p, &cursor, &record)) {
            int subject = model_subject(record.key);

            assert(subject < SUBJECTS);
            take(check, &models[subject], &record);
        }
    }
}
