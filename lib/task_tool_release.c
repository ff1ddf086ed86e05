/* What an operator sees of parked keys, and asks of the tasks that parked them. */
#include "lib/ids.h"
#include "lib/producer.h"
#include "lib/task_tool_inside.h"
#include "schemas/generated/operation.h"
#include "schemas/generated/parked_key.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    ACK_MS = 10000,
    KEYS_TRIED_MAX = 100 * 1000, /* For one that falls into a partition: far more than it takes. */
};

/* --- Looking ---------------------------------------------------------------------------------- */

/* One parked key, as a scan of its rows comes by it. */
struct parked_seen {
    struct tool_run *run;
    int32_t partition;
    void (*visit)(struct parked_seen *seen,
        enum fy_topic topic,
        struct fy_slice key,
        const struct parked_key *parked);
    const struct task_tool *tool;
    int64_t count;

    /* What release has found. */
    enum fy_topic topic;
    int32_t found_in;
    int64_t offset;
    enum fy_status status;
    struct fy_err *err;
};

static bool visit_row(struct fy_slice key, struct fy_slice value, void *context)
{
    struct parked_seen *seen = context;
    struct fy_worker *worker = seen->run->truth.worker;
    struct parked_key parked;
    struct fy_slice of_key;
    enum fy_topic topic;

    if (!park_row_split(key, &topic, &of_key))
        return key.size > 0 && key.data[0] == '@' && memcmp(key.data, "@parked/", 8) <= 0;
    seen->status = park_decode(worker, value, &parked, seen->err);
    if (seen->status == FY_OK)
        seen->visit(seen, topic, of_key, &parked);
    fy_arena_clear(&worker->arena);
    return seen->status == FY_OK;
}

static enum fy_status parked_each(
    struct tool_run *run, struct parked_seen *seen, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    seen->run = run;
    seen->err = err;
    seen->status = FY_OK;
    for (int p = 0; p < run->truth.partitions && status == FY_OK; p++) {
        seen->partition = p;
        status = fy_store_scan(run->truth.worker->io.store, (uint32_t)p, fy_slice_of("@parked/"),
            visit_row, seen, err);
        if (status == FY_OK)
            status = seen->status;
    }
    return status;
}

/* Bytes that a terminal would take for orders are shown as dots. */
static void print_key(struct fy_slice key)
{
    (void)printf("\"");
    for (size_t i = 0; i < key.size; i++)
        (void)putchar(key.data[i] < 0x20 || key.data[i] == 0x7f ? '.' : key.data[i]);
    (void)printf("\"");
}

static void print_parked(struct parked_seen *seen,
    enum fy_topic topic,
    struct fy_slice key,
    const struct parked_key *parked)
{
    time_t since_s = (time_t)(parked->since_ms / 1000);
    struct tm utc;
    char text[32] = "";

    if (gmtime_r(&since_s, &utc) != NULL)
        (void)strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &utc);
    seen->count++;
    (void)printf("  ");
    print_key(key);
    (void)printf(" of %s-%d since %s: %" PRId64 " records from offset %" PRId64 "%s\n      %.*s\n",
        fy_topics[topic].name, (int)seen->partition, text, parked->records, parked->offset,
        parked->releasing ? ", being released" : "", FY_SLICE_ARG(parked->reason));
}

enum fy_status tool_parked(struct tool_run *run, struct fy_err *err)
{
    struct parked_seen seen = {.visit = print_parked};
    enum fy_status status = parked_each(run, &seen, err);

    if (status == FY_OK)
        (void)printf("%s: %" PRId64 " keys are parked\n", run->processor->name, seen.count);
    return status;
}

/* --- Asking ------------------------------------------------------------------------------------
 */

struct told {
    enum fy_status status;
    struct fy_place place;
    struct fy_err err;
};

static void note(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct told *told = context;

    told->status = status;
    if (status == FY_OK)
        told->place = *place;
    else
        told->err = *err;
}

/* A key that falls into the task's partition, as any producer would have it: "stock/7". */
static bool key_for(
    const char *program, int32_t partition, int partitions, char *ret_key, size_t size)
{
    for (int n = 0; n < KEYS_TRIED_MAX; n++) {
        (void)snprintf(ret_key, size, "%s/%d", program, n);
        if (fy_partition_of(fy_slice_of(ret_key), partitions) == partition)
            return true;
    }
    return false;
}

static enum fy_status envelope_fill(
    struct tool_run *run, struct envelope *envelope, char *event_id, char *actor, size_t size)
{
    const char *who = run->tool->by != NULL ? run->tool->by : getenv("USER");
    struct fy_clock *clock = run->truth.worker->io.clock;
    struct fy_err err;
    enum fy_status status = fy_ids_init(&err);

    if (status != FY_OK)
        return status;
    fy_uuid_new(clock->now_ms(clock), event_id);
    (void)snprintf(actor, size, "operator:%s", who != NULL && who[0] != '\0' ? who : "unknown");
    *envelope = (struct envelope){
        .event_id = fy_slice_of(event_id),
        .root = fy_slice_of(actor),
        .actor = fy_slice_of(actor),
        .event_ms = clock->now_ms(clock),
    };
    return FY_OK;
}

static enum fy_status ask(
    struct tool_run *run, int32_t partition, struct operation *operation, struct fy_err *err)
{
    char event_id[FY_UUID_TEXT + 1], actor[96], key[96];
    struct told told = {.status = FY_ABORT};
    struct fy_producer *producer;
    struct fy_slice bytes;
    enum fy_status status =
        envelope_fill(run, &operation->envelope, event_id, actor, sizeof(actor));

    if (status != FY_OK)
        return fy_fail(err, FY_FATAL, "no randomness for an event's id");
    operation->program = fy_slice_of(run->processor->name);
    if (!key_for(run->processor->name, partition, run->truth.partitions, key, sizeof(key)))
        return fy_fail(err, FY_FATAL, "no key falls into partition %d", (int)partition);
    status = operation_encode(operation, &run->truth.worker->arena, &bytes, err);
    if (status == FY_OK)
        status = fy_producer_new(run->kafka, ACK_MS, &producer, err);
    if (status != FY_OK)
        return status;
    status =
        fy_producer_send(producer, FY_TOPIC_OPERATIONS, fy_slice_of(key), bytes, note, &told, err);
    if (status == FY_OK)
        status = fy_producer_flush(producer, ACK_MS, err);
    fy_producer_free(producer);
    if (status == FY_OK && told.status != FY_OK) {
        *err = told.err;
        status = told.status;
    }
    if (status == FY_OK)
        (void)printf("%s asked, at offset %" PRId64 " of \"operations\" partition %d\n", actor,
            told.place.offset, (int)told.place.partition);
    return status;
}

/* Each task for itself: what it makes anew, it puts in place where it stands. */
enum fy_status tool_swap(struct tool_run *run, struct fy_err *err)
{
    struct rebuild_rows rebuild = {0};
    enum fy_status status = FY_OK;

    if (run->processor->rebuild == NULL)
        return fy_fail(
            err, FY_FATAL, "%s does not say what its rows follow from", run->processor->name);
    for (int p = 0; p < run->truth.partitions && status == FY_OK; p++) {
        struct operation operation = {.rebuild = &rebuild};

        status = ask(run, p, &operation, err);
    }
    return status;
}

/* --- Release -----------------------------------------------------------------------------------
 */

static void match(struct parked_seen *seen,
    enum fy_topic topic,
    struct fy_slice key,
    const struct parked_key *parked)
{
    if (!fy_slice_equal(key, fy_slice_of(seen->tool->key)) ||
        (seen->tool->topic != NULL && strcmp(seen->tool->topic, fy_topics[topic].name) != 0))
        return;
    seen->count++;
    seen->topic = topic;
    seen->found_in = seen->partition;
    seen->offset = parked->offset;
}

static enum fy_status release_key_ask(struct tool_run *run, struct fy_err *err)
{
    const struct task_tool *tool = run->tool;
    struct parked_seen seen = {.visit = match, .tool = tool};
    struct release_key release;
    struct operation operation = {.release = &release};
    enum fy_status status = parked_each(run, &seen, err);

    if (status != FY_OK)
        return status;
    if (seen.count == 0) {
        return fy_fail(err, FY_FATAL, "\"%s\" is not parked; what is: ./fy parked %s", tool->key,
            run->processor->name);
    }
    if (seen.count > 1) {
        return fy_fail(err, FY_FATAL,
            "\"%s\" is parked of %" PRId64 " topics: say which with --topic TOPIC", tool->key,
            seen.count);
    }
    release = (struct release_key){
        .topic = fy_slice_of(fy_topics[seen.topic].name),
        .key = fy_slice_of(tool->key),
        .has_skip_offset = tool->skip,
        .skip_offset = tool->skip ? seen.offset : 0,
    };
    return ask(run, seen.found_in, &operation, err);
}

static enum fy_status number(const char *text, const char *what, int64_t *ret, struct fy_err *err)
{
    char *end;

    *ret = strtoll(text, &end, 10);
    if (*end != '\0' || end == text || *ret < 0)
        return fy_fail(err, FY_FATAL, "%s is \"%s\", not a number", what, text);
    return FY_OK;
}

/* TOPIC PARTITION WRITER SEQ NEXT_SEQ, as the words of the task that stopped have them. */
static enum fy_status gap_ask(struct tool_run *run, struct fy_err *err)
{
    char *const *words = run->tool->gap;
    struct gap_accepted gap = {.topic = fy_slice_of(words[0]), .writer = fy_slice_of(words[2])};
    struct operation operation = {.gap_accepted = &gap};
    enum fy_topic topic = fy_topic_find(gap.topic);
    int64_t partition;
    enum fy_status status = number(words[1], "the partition", &partition, err);

    if (status == FY_OK)
        status = number(words[3], "the newest number read", &gap.seq, err);
    if (status == FY_OK)
        status = number(words[4], "the number behind the gap", &gap.next_seq, err);
    if (status != FY_OK)
        return status;
    if (topic == FY_TOPIC_COUNT)
        return fy_fail(err, FY_FATAL, "there is no topic \"%s\"", words[0]);
    if (partition >= run->truth.partitions)
        return fy_fail(err, FY_FATAL, "partition %" PRId64 ", of 0 to %d", partition,
            run->truth.partitions - 1);
    if (gap.next_seq < gap.seq + 2)
        return fy_fail(err, FY_FATAL, "between %" PRId64 " and %" PRId64 " nothing is missing",
            gap.seq, gap.next_seq);
    return ask(run, (int32_t)partition, &operation, err);
}

enum fy_status tool_release(struct tool_run *run, struct fy_err *err)
{
    return run->tool->gap != NULL ? gap_ask(run, err) : release_key_ask(run, err);
}
