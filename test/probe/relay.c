#include "schemas/generated/probe_fact.h"
#include "schemas/generated/probe_hop.h"
#include "schemas/generated/relay_row.h"
#include "test/probe/probe.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum fy_status relay_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err);

static const enum fy_topic inputs[] = {FY_TOPIC_PROBE_FACTS};

const struct fy_processor relay_processor = {
    .name = "relay",
    .inputs = inputs,
    .input_count = sizeof(inputs) / sizeof(inputs[0]),
    .changelog = FY_TOPIC_RELAY_CHANGELOG,
    .dead_letters = FY_TOPIC_RELAY_DEAD_LETTERS,
    .commit_interval_ms = 20,
    .handle = relay_handle,
};

/* What a record of death does: kill -9 at a place that no test could hit from outside. */
static enum fy_status crash(int64_t n, struct fy_err *err)
{
    const char *wanted = getenv("FY_PROBE_CRASH");

    (void)err;
    if (wanted != NULL && (strcmp(wanted, "1") == 0 || strtoll(wanted, NULL, 10) == n))
        (void)kill(getpid(), SIGKILL);
    return FY_OK;
}

enum fy_status (*relay_crash)(int64_t n, struct fy_err *err) = crash;

static enum fy_status sender_load(
    struct fy_task *task, struct fy_slice key, struct sender_row *ret_row, struct fy_err *err)
{
    struct relay_row row;
    struct fy_slice bytes;
    enum fy_status status = fy_task_get(task, key, &bytes, err);

    *ret_row = (struct sender_row){0};
    if (status != FY_OK || bytes.data == NULL)
        return status;
    status = relay_row_decode(bytes, fy_task_arena(task), &row, err);
    if (status != FY_OK || row.sender == NULL)
        return fy_fail(err, FY_FATAL, "the row of a sender cannot be read");
    *ret_row = *row.sender;
    return FY_OK;
}

static enum fy_status sender_save(
    struct fy_task *task, struct fy_slice key, const struct sender_row *sender, struct fy_err *err)
{
    struct relay_row row = {.sender = sender};
    struct fy_slice bytes;
    enum fy_status status = relay_row_encode(&row, fy_task_arena(task), &bytes, err);

    if (status != FY_OK)
        return status;
    return fy_task_put(task, key, bytes, err);
}

static enum fy_status relay_handle(
    struct fy_task *task, const struct fy_record *record, struct fy_err *err)
{
    struct probe_fact fact;
    struct probe_hop hop;
    struct sender_row row;
    enum fy_status status;

    if (record->value.data == NULL || record->key.data == NULL || record->key.size == 0)
        return fy_fail(err, FY_REJECT, "a tombstone, or no key");
    status = probe_fact_decode(record->value, fy_task_arena(task), &fact, err);
    if (status != FY_OK)
        return status;
    if (fact.act == PROBE_ACT_REFUSE)
        return fy_fail(err, FY_REJECT, "it asks to be refused");
    if (fact.act == PROBE_ACT_NOTHING)
        return FY_OK;

    status = sender_load(task, record->key, &row, err);
    if (status != FY_OK)
        return status;
    row.sent++;
    if (fact.act == PROBE_ACT_FORGET_SENDER)
        status = fy_task_delete(task, record->key, err);
    else
        status = sender_save(task, record->key, &row, err);
    if (status == FY_OK && fact.act == PROBE_ACT_CRASH)
        status = relay_crash(fact.n, err);
    if (status != FY_OK)
        return status;

    hop = (struct probe_hop){
        .envelope = fact.envelope,
        .n = fact.n,
        .sender = record->key,
        .sent = row.sent,
        .forget = fact.act == PROBE_ACT_FORGET,
        .units = fact.units,
    };
    return fy_task_emit(
        task, fact.ask ? FY_TOPIC_PROBE_ASKS : FY_TOPIC_PROBE_HOPS, fact.receiver, &hop, err);
}
