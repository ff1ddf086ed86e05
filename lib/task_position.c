#include "lib/task_core.h"

#include "lib/log.h"
#include "schemas/generated/envelope.h"
#include "schemas/generated/task_position.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char position_key[] = "@position";

void marks_done(struct marks *marks)
{
    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++)
        free(marks->seqs[topic]);
    free(marks->writers);
    *marks = (struct marks){0};
}

/* --- Counters, kept twice -------------------------------------------------------------------- */

static enum fy_status writers_room(struct marks *marks, int count, struct fy_err *err)
{
    int larger = count * 2 + 8;
    struct writer_mark *grown;

    if (count > WRITERS_MAX) {
        return fy_fail(err, FY_FATAL,
            "more than %d writers in one task's inputs: are its topics the right ones?",
            WRITERS_MAX);
    }
    if (count <= marks->writer_count_max)
        return FY_OK;
    grown = realloc(marks->writers, (size_t)larger * sizeof(*grown));
    if (grown == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the positions of a task");
    marks->writers = grown;
    marks->writer_count_max = larger;
    return FY_OK;
}

static enum fy_status seqs_room(
    struct fy_worker *worker, struct marks *marks, enum fy_topic topic, struct fy_err *err)
{
    int count = 0;
    enum fy_status status;

    if (marks->seqs[topic] != NULL)
        return FY_OK;
    status = worker_partitions(worker, topic, &count, err);
    if (status != FY_OK)
        return status;
    marks->seqs[topic] = calloc((size_t)count, sizeof(int64_t));
    if (marks->seqs[topic] == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the positions of a task");
    return FY_OK;
}

enum fy_status marks_copy(
    struct fy_worker *worker, struct marks *to, const struct marks *from, struct fy_err *err)
{
    enum fy_status status = writers_room(to, from->writer_count, err);

    if (status != FY_OK)
        return status;
    memcpy(to->next, from->next, sizeof(to->next));
    to->append_ms = from->append_ms;
    to->parked_keys = from->parked_keys;
    to->releasing = from->releasing;
    to->rows_version = from->rows_version;
    if (from->writer_count > 0)
        memcpy(to->writers, from->writers, (size_t)from->writer_count * sizeof(*to->writers));
    to->writer_count = from->writer_count;

    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        size_t bytes = (size_t)worker->partition_counts[topic] * sizeof(int64_t);

        if (from->seqs[topic] == NULL) {
            if (to->seqs[topic] != NULL)
                memset(to->seqs[topic], 0, bytes);
            continue;
        }
        status = seqs_room(worker, to, (enum fy_topic)topic, err);
        if (status != FY_OK)
            return status;
        memcpy(to->seqs[topic], from->seqs[topic], bytes);
    }
    return FY_OK;
}

enum fy_status marks_seq(
    struct fy_task *task, enum fy_topic topic, int64_t **ret_seqs, struct fy_err *err)
{
    enum fy_status status = seqs_room(task->worker, &task->marks, topic, err);

    if (status == FY_OK)
        *ret_seqs = task->marks.seqs[topic];
    return status;
}

/* --- What is read of others ------------------------------------------------------------------ */

static enum fy_status writer_find(struct fy_task *task,
    enum fy_topic topic,
    struct fy_slice writer,
    struct writer_mark **ret_mark,
    struct fy_err *err)
{
    struct marks *marks = &task->marks;
    struct writer_mark *mark;
    enum fy_status status;

    for (int i = 0; i < marks->writer_count; i++) {
        mark = &marks->writers[i];
        if (mark->topic == topic && fy_slice_equal(fy_slice_of(mark->writer), writer)) {
            *ret_mark = mark;
            return FY_OK;
        }
    }
    status = writers_room(marks, marks->writer_count + 1, err);
    if (status != FY_OK)
        return status;
    mark = &marks->writers[marks->writer_count++];
    *mark = (struct writer_mark){.topic = topic};
    memcpy(mark->writer, writer.data, writer.size);
    *ret_mark = mark;
    return FY_OK;
}

/*
 * Who wrote a record that cannot be decoded is not known, so it may be anybody's: the next number
 * of each writer may be as many further on, once.
 */
static enum fy_status unreadable(
    struct fy_task *task, enum fy_topic topic, const struct fy_err *err)
{
    struct marks *marks = &task->marks;

    for (int i = 0; i < marks->writer_count; i++)
        marks->writers[i].unreadable += marks->writers[i].topic == topic;
    return err->status;
}

static bool envelope_names_writer(const struct envelope *envelope)
{
    return envelope->has_seq && envelope->seq >= 1 && envelope->writer.data != NULL &&
           envelope->writer.size > 0 && envelope->writer.size < WRITER_BYTES &&
           memchr(envelope->writer.data, '\0', envelope->writer.size) == NULL;
}

/* What was promised to us is missing: only an operator may say that we go on without it. */
static enum fy_status gap(struct fy_task *task,
    const struct fy_record *record,
    const struct writer_mark *mark,
    int64_t next_seq,
    struct fy_err *err)
{
    const char *topic = fy_topics[record->topic].name;
    bool accepted = false;
    enum fy_status status = FY_OK;

    if (task->worker->io.reader_new != NULL)
        status = gap_look(task, record, mark, next_seq, &accepted, err);
    if (status != FY_OK)
        return status;
    if (accepted) {
        fy_log(FY_LOG_WARN,
            "%s: in \"%s\", writer \"%s\" goes from seq %" PRId64 " to %" PRId64
            ", which an operator has accepted",
            task->name, topic, mark->writer, mark->seq, next_seq);
        return FY_OK;
    }
    return fy_fail(err, FY_FATAL,
        "gap in \"%s\" at offset %" PRId64 ": writer \"%s\" goes from seq %" PRId64 " to %" PRId64
        ", so records are missing. To go on without them: ./fy release --gap %s %s %d %s %" PRId64
        " %" PRId64,
        topic, record->offset, mark->writer, mark->seq, next_seq, task->worker->processor->name,
        topic, (int)record->partition, mark->writer, mark->seq, next_seq);
}

/* *ret_repeat: read before. FY_FATAL: what lies between is neither read nor parked. */
static enum fy_status writer_count(struct fy_task *task,
    const struct fy_record *record,
    const struct envelope *envelope,
    bool *ret_repeat,
    struct fy_err *err)
{
    const char *topic = fy_topics[record->topic].name;
    struct writer_mark *mark;
    enum fy_status status = writer_find(task, record->topic, envelope->writer, &mark, err);
    int64_t missing;

    if (status != FY_OK)
        return status;
    missing = mark->seq > 0 ? envelope->seq - mark->seq - 1 : 0;
    if (missing > mark->unreadable) {
        status = gap(task, record, mark, envelope->seq, err);
        if (status != FY_OK)
            return status;
    }
    *ret_repeat = missing < 0;
    if (*ret_repeat)
        return FY_OK;
    if (missing > 0 && missing <= mark->unreadable) {
        fy_log(FY_LOG_WARN,
            "%s: in \"%s\" partition %d, %" PRId64 " numbers of \"%s\" before offset %" PRId64
            " are taken to be of records that could not be decoded, and were parked",
            task->name, topic, (int)record->partition, missing, mark->writer, record->offset);
    }
    mark->seq = envelope->seq;
    mark->unreadable = 0;
    return FY_OK;
}

enum fy_status marks_count(
    struct fy_task *task, const struct fy_record *record, bool *ret_repeat, struct fy_err *err)
{
    const struct fy_topic_info *topic = &fy_topics[record->topic];
    const void *envelope = NULL; /* It is what the value begins with. */
    enum fy_status status;

    *ret_repeat = false;
    if (record->value.data == NULL)
        status = fy_fail(err, FY_REJECT, "a tombstone in \"%s\", which never has one", topic->name);
    else
        status = fy_task_read(task, record, &envelope, err);
    if (status == FY_OK && !envelope_names_writer(envelope))
        status = fy_fail(err, FY_REJECT, "writer or seq is missing, empty or too long");
    if (status == FY_REJECT)
        return unreadable(task, record->topic, err);
    if (status != FY_OK)
        return status;
    return writer_count(task, record, envelope, ret_repeat, err);
}

/* --- The position row ------------------------------------------------------------------------ */

enum fy_status row_head_encode(struct fy_worker *worker,
    const struct row_head *head,
    struct fy_slice *ret_bytes,
    struct fy_err *err)
{
    const struct fy_schema *schema = fy_topics[worker->processor->changelog].schema;
    enum fy_status status;

    assert(schema->size >= sizeof(*head));
    memset(worker->row_buffer, 0, schema->size);
    memcpy(worker->row_buffer, head, sizeof(*head));
    status = schema->encode(worker->row_buffer, &worker->arena, ret_bytes, err);
    if (status != FY_OK)
        return fy_fail(err, FY_FATAL, "could not encode a row of the runtime's own");
    return FY_OK;
}

enum fy_status row_head_decode(
    struct fy_worker *worker, struct fy_slice bytes, struct row_head *ret_head, struct fy_err *err)
{
    const struct fy_schema *schema = fy_topics[worker->processor->changelog].schema;
    struct fy_err cause;

    memset(worker->row_buffer, 0, schema->size);
    if (schema->decode(bytes, &worker->arena, worker->row_buffer, &cause) != FY_OK)
        return fy_fail(err, FY_FATAL, "could not read a row of \"%s\": %s",
            fy_topics[worker->processor->changelog].name, cause.text);
    memcpy(ret_head, worker->row_buffer, sizeof(*ret_head));
    return FY_OK;
}

static size_t seqs_count(const struct fy_task *task)
{
    size_t count = 0;

    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        for (int p = 0; task->marks.seqs[topic] && p < task->worker->partition_counts[topic]; p++)
            count += task->marks.seqs[topic][p] > 0;
    }
    return count;
}

static void seqs_list(const struct fy_task *task, struct seq_written *items)
{
    size_t count = 0;

    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        const int64_t *seqs = task->marks.seqs[topic];

        for (int p = 0; seqs != NULL && p < task->worker->partition_counts[topic]; p++) {
            if (seqs[p] > 0)
                items[count++] =
                    (struct seq_written){fy_slice_of(fy_topics[topic].name), p, seqs[p]};
        }
    }
}

enum fy_status position_save(struct fy_task *task, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    const struct marks *marks = &task->marks;
    size_t inputs = (size_t)worker->processor->input_count;
    size_t writers = (size_t)marks->writer_count, seqs = seqs_count(task);
    struct position *input = fy_arena_alloc(&worker->arena, inputs * sizeof(*input));
    struct writer_seen *writer = fy_arena_alloc(&worker->arena, writers * sizeof(*writer));
    struct seq_written *seq = fy_arena_alloc(&worker->arena, seqs * sizeof(*seq));
    struct task_position position = {
        .inputs = {input, inputs},
        .writers = {writer, writers},
        .seqs = {seq, seqs},
        .append_ms = marks->append_ms,
        .rows_version = marks->rows_version,
    };
    struct row_head head = {.position = &position};
    struct fy_slice bytes;
    enum fy_status status;

    if (input == NULL || writer == NULL || seq == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the position of %s", task->name);
    for (size_t i = 0; i < inputs; i++) {
        assert(marks->next[i] >= 0);
        input[i] = (struct position){
            fy_slice_of(fy_topics[worker->processor->inputs[i]].name),
            task->partition,
            marks->next[i],
        };
    }
    for (size_t i = 0; i < writers; i++) {
        writer[i] = (struct writer_seen){
            fy_slice_of(fy_topics[marks->writers[i].topic].name),
            task->partition,
            fy_slice_of(marks->writers[i].writer),
            marks->writers[i].seq,
            marks->writers[i].unreadable,
        };
    }
    seqs_list(task, seq);

    status = row_head_encode(worker, &head, &bytes, err);
    if (status != FY_OK)
        return status;
    return task_put_any(task, fy_slice_of(position_key), bytes, err);
}

static enum fy_status position_take(
    struct fy_task *task, const struct task_position *position, struct fy_err *err)
{
    struct fy_worker *worker = task->worker;
    struct marks *marks = &task->marks;

    for (size_t i = 0; i < position->inputs.count; i++) {
        enum fy_topic topic = fy_topic_find(position->inputs.items[i].topic);

        /* A topic that this program no longer reads leaves its place to nobody. */
        if (topic < FY_TOPIC_COUNT && worker->input_of[topic] >= 0)
            marks->next[worker->input_of[topic]] = position->inputs.items[i].offset;
    }
    for (size_t i = 0; i < position->writers.count; i++) {
        const struct writer_seen *seen = &position->writers.items[i];
        enum fy_topic topic = fy_topic_find(seen->topic);
        struct writer_mark *mark;
        enum fy_status status;

        if (topic == FY_TOPIC_COUNT || worker->input_of[topic] < 0 ||
            seen->writer.size >= WRITER_BYTES)
            continue;
        status = writer_find(task, topic, seen->writer, &mark, err);
        if (status != FY_OK)
            return status;
        mark->seq = seen->seq;
        mark->unreadable = seen->unreadable;
    }
    for (size_t i = 0; i < position->seqs.count; i++) {
        const struct seq_written *seq = &position->seqs.items[i];
        enum fy_topic topic = fy_topic_find(seq->topic);
        int64_t *seqs;
        enum fy_status status;

        if (topic == FY_TOPIC_COUNT)
            continue;
        status = marks_seq(task, topic, &seqs, err);
        if (status != FY_OK)
            return status;
        if (seq->partition < 0 || seq->partition >= worker->partition_counts[topic]) {
            return fy_fail(err, FY_FATAL,
                "%s once wrote to \"%s\" partition %d, which is gone: partitions never shrink",
                task->name, fy_topics[topic].name, (int)seq->partition);
        }
        seqs[seq->partition] = seq->seq;
    }
    marks->append_ms = position->append_ms;
    marks->rows_version = position->rows_version;
    return FY_OK;
}

int32_t rows_version(const struct fy_processor *processor)
{
    int version = processor->rebuild != NULL ? processor->rebuild->version : 0;

    return version > 0 ? version : 1;
}

enum fy_status position_load(
    struct fy_task *task, struct fy_slice bytes, bool *ret_found, struct fy_err *err)
{
    struct row_head head;
    enum fy_status status;

    marks_done(&task->marks);
    for (int i = 0; i < INPUTS_MAX; i++)
        task->marks.next[i] = -1;
    task->marks.rows_version = rows_version(task->worker->processor); /* There are none yet. */
    *ret_found = false;
    if (bytes.data == NULL)
        return FY_OK;

    status = row_head_decode(task->worker, bytes, &head, err);
    if (status != FY_OK)
        return status;
    if (head.position == NULL)
        return fy_fail(err, FY_FATAL, "the position row of %s is of another kind", task->name);
    *ret_found = true;
    return position_take(task, head.position, err);
}
