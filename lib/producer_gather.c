/*
 * What goes to librdkafka from an edge gathers here first.
 *
 * A produce request costs Kafka and us the same whether it holds one record or a hundred. So while
 * records are on their way new ones wait, and then travel together; the inner producer's own linger
 * of 1 ms keeps what is sent in one turn in one request for each partition. Few are not made to
 * wait for that: a flush sends them at once, and its millisecond is what they would have waited.
 */
#include "lib/producer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
    FEW_RECORDS = 4,                   /* So few gain nothing from waiting for company. */
    FLUSH_WAIT_MS = 1,                 /* Long enough for them to be on their way. */
    HELD_RECORDS_MAX = 16000,          /* Below what the inner producer has letters for. */
    HELD_BYTES_MAX = 16 * 1024 * 1024, /* Half of what librdkafka's queue takes. */
};

struct gather;

/* A record: held with its bytes, then out without needing them. */
struct letter {
    struct letter *next; /* Of those that are held, or of those that are out. */
    struct letter *prev; /* Of those that are out. */
    struct gather *gather;
    fy_delivered *done;
    void *context;
    enum fy_topic topic;
    struct fy_slice key;
    struct fy_slice value; /* Absent for a tombstone. */
    uint8_t bytes[];
};

struct gather {
    struct fy_producer producer; /* First: the interface. */
    struct fy_producer *inner;
    struct letter *held; /* Oldest first. */
    struct letter **held_end;
    int held_count;
    size_t held_bytes;
    struct letter *out; /* With the inner producer. */
    int out_count;
};

static struct gather *self_of(struct fy_producer *producer)
{
    return (struct gather *)producer;
}

static void out_add(struct gather *self, struct letter *letter)
{
    letter->prev = NULL;
    letter->next = self->out;
    if (self->out != NULL)
        self->out->prev = letter;
    self->out = letter;
    self->out_count++;
}

static void out_remove(struct gather *self, struct letter *letter)
{
    if (letter->prev != NULL)
        letter->prev->next = letter->next;
    else
        self->out = letter->next;
    if (letter->next != NULL)
        letter->next->prev = letter->prev;
    self->out_count--;
}

static void tell(
    struct letter *letter, enum fy_status status, const struct fy_place *place, struct fy_err *err)
{
    if (letter->done != NULL)
        letter->done(letter->context, status, place, err);
    free(letter);
}

static void on_delivered(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct letter *letter = context;
    struct fy_err words = *err;

    assert(letter->gather->out_count > 0);
    out_remove(letter->gather, letter);
    tell(letter, status, place, &words);
}

static struct letter *take_held(struct gather *self)
{
    struct letter *letter = self->held;

    if (letter == NULL)
        return NULL;
    self->held = letter->next;
    self->held_count--;
    self->held_bytes -= letter->key.size + letter->value.size;
    return letter;
}

static enum fy_status gather_send(struct fy_producer *producer,
    enum fy_topic topic,
    struct fy_slice key,
    struct fy_slice value,
    fy_delivered *done,
    void *context,
    struct fy_err *err)
{
    struct gather *self = self_of(producer);
    size_t size = key.size + value.size;
    struct letter *letter;

    if (self->held_count >= HELD_RECORDS_MAX || self->held_bytes + size > HELD_BYTES_MAX)
        return fy_fail(err, FY_REJECT, "%d records of %zu bytes wait for Kafka already: ask again",
            self->held_count, self->held_bytes);
    letter = malloc(sizeof(*letter) + size);
    if (letter == NULL)
        return fy_fail(err, FY_REJECT, "no memory for a record: ask again");
    *letter = (struct letter){.gather = self, .done = done, .context = context, .topic = topic};
    letter->key = (struct fy_slice){letter->bytes, key.size};
    if (key.size > 0)
        memcpy(letter->bytes, key.data, key.size);
    if (value.data != NULL) {
        letter->value = (struct fy_slice){letter->bytes + key.size, value.size};
        memcpy(letter->bytes + key.size, value.data, value.size);
    }
    if (self->held == NULL)
        self->held_end = &self->held;
    *self->held_end = letter;
    self->held_end = &letter->next;
    self->held_count++;
    self->held_bytes += size;
    return FY_OK;
}

/* Nothing of it was sent yet, so nothing is in doubt. */
static void send_or_refuse(struct gather *self, struct letter *letter)
{
    const struct fy_place nowhere = {letter->topic, -1, -1};
    struct fy_err err = {0};
    enum fy_status status = FY_REJECT;

    if (fy_producer_connected(self->inner)) {
        status = fy_producer_send(
            self->inner, letter->topic, letter->key, letter->value, on_delivered, letter, &err);
    } else {
        (void)fy_fail(&err, FY_REJECT, "Kafka does not answer");
    }
    if (status == FY_OK)
        out_add(self, letter);
    else
        tell(letter, FY_REJECT, &nowhere, &err);
}

static void gather_push(struct fy_producer *producer)
{
    struct gather *self = self_of(producer);
    struct letter *letter;
    int count = self->held_count; /* What `done` sends meanwhile waits for the next time. */
    struct fy_err err;

    if (self->out_count > 0)
        return;
    for (; count > 0 && (letter = take_held(self)) != NULL; count--)
        send_or_refuse(self, letter);
    if (self->out_count > 0 && self->out_count <= FEW_RECORDS &&
        fy_producer_flush(self->inner, FLUSH_WAIT_MS, &err) != FY_OK)
        return; /* On their way all the same: each is settled by its own report. */
}

static void gather_serve(struct fy_producer *producer)
{
    fy_producer_serve(self_of(producer)->inner);
}

static int gather_wake_fd(struct fy_producer *producer)
{
    return fy_producer_wake_fd(self_of(producer)->inner);
}

static enum fy_status gather_flush(struct fy_producer *producer, int wait_ms, struct fy_err *err)
{
    struct gather *self = self_of(producer);
    struct letter *letter;

    while ((letter = take_held(self)) != NULL)
        send_or_refuse(self, letter);
    return fy_producer_flush(self->inner, wait_ms, err);
}

static bool gather_connected(struct fy_producer *producer)
{
    return fy_producer_connected(self_of(producer)->inner);
}

static void gather_free(struct fy_producer *producer)
{
    struct gather *self = self_of(producer);
    struct letter *letter;

    while ((letter = take_held(self)) != NULL)
        free(letter);
    fy_producer_free(self->inner); /* Forgets what is out, without a word. */
    while ((letter = self->out) != NULL) {
        out_remove(self, letter);
        free(letter);
    }
    free(self);
}

static const struct fy_producer_ops ops = {
    .send = gather_send,
    .push = gather_push,
    .serve = gather_serve,
    .wake_fd = gather_wake_fd,
    .flush = gather_flush,
    .connected = gather_connected,
    .free = gather_free,
};

enum fy_status fy_producer_gather_new(
    struct fy_producer *inner, struct fy_producer **ret_producer, struct fy_err *err)
{
    struct gather *self = calloc(1, sizeof(*self));

    if (self == NULL)
        return fy_fail(err, FY_FATAL, "no memory to gather records");
    self->producer.ops = &ops;
    self->inner = inner;
    *ret_producer = &self->producer;
    return FY_OK;
}
