/*
 * A stream is known in three places: here, in the bucket of its row; among the touched, while a
 * record has changed that row and nobody has been told; and to the HTTP layer, which asks for its
 * bytes by `more` and says `over` once, whoever ends it.
 */
#include "api/live.h"
#include "api/api.h"
#include "api/keys.h"
#include "lib/metrics.h"
#include "lib/reactor.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BUCKETS = 1024, /* A power of two. */
    STREAMS_MAX = 4096,
    RETRY_MS_MIN = 1000, /* Reconnects are spread, so that they do not come all at once. */
    RETRY_MS_STEP = 8,
    WORDS_BYTES = 64,
};

struct stream {
    struct stream *next; /* In its bucket, or among the free. */
    struct stream *next_touched;
    struct live *live;
    struct fy_http_request *request; /* NULL when free. */
    struct reading reading;          /* Its key is the request's. */
    uint64_t address;
    int64_t until_ms; /* Monotonic, as all here. */
    int64_t event_ms; /* Of the newest. */
    int64_t beat_ms;  /* Of the newest. */
    bool touched;
    bool stale;  /* Its row has changed since the newest event was made. */
    bool begun;  /* The first words are out. */
    bool ending; /* Nothing more after what is being said. */
    char id[FY_UUID_TEXT + 1];
    uint8_t *words; /* malloc's; NULL: nothing is being said. */
    size_t size, at;
};

struct live {
    struct api *api;
    struct live_config config;
    struct stream *unused;
    struct stream *touched;
    int count;
    bool stopped;
    struct stream *buckets[BUCKETS];
    struct stream all[];
};

static struct fy_metric streams_now = FY_GAUGE("fy_live_streams", "Streams of live rows now.");
static struct fy_metric events_total =
    FY_COUNTER("fy_live_events_total", "Events said on streams of live rows.");
static struct fy_metric refused_total =
    FY_COUNTER("fy_live_refused_total", "Streams refused because there were too many.");

/* --- What a stream says ----------------------------------------------------------------------- */

static int64_t now_of(const struct stream *stream)
{
    return fy_reactor_mono_ms(stream->live->api->reactor);
}

/* False: no memory. The client then gets the next change, or this one by its reconnect. */
static bool say(struct stream *stream, const char *head, struct fy_slice data)
{
    size_t head_size = strlen(head);
    uint8_t *words = malloc(head_size + data.size + 2);

    assert(stream->words == NULL);
    if (words == NULL)
        return false;
    memcpy(words, head, head_size);
    if (data.size > 0)
        memcpy(words + head_size, data.data, data.size);
    memcpy(words + head_size + data.size, "\n\n", 2);
    stream->words = words;
    stream->size = head_size + data.size + 2;
    stream->at = 0;
    return true;
}

/* What the row is now, where that differs from what was said last. */
static void say_state(struct stream *stream, const struct api_answer *answer)
{
    char id[FY_UUID_TEXT + 1];
    char head[WORDS_BYTES];

    fy_uuid_tell_apart(answer->body, id);
    if (strcmp(id, stream->id) == 0)
        return;
    (void)snprintf(head, sizeof(head), "id: %s\ndata: ", id);
    if (!say(stream, head, answer->body))
        return;
    memcpy(stream->id, id, sizeof(id));
    stream->event_ms = now_of(stream);
    fy_metric_add(&events_total, 1);
}

/* It is no longer there, or no longer this caller's: the words are the GET's. */
static void say_gone(struct stream *stream, const struct api_answer *answer)
{
    struct fy_json_out out;
    struct fy_slice body;

    stream->ending = true;
    fy_json_out_init(&out, &stream->live->api->arena);
    fy_json_out_object(&out);
    fy_json_out_member_int(&out, "status", answer->status);
    fy_json_out_member_text(&out, "detail", fy_slice_of(answer->detail));
    fy_json_out_object_end(&out);
    if (fy_json_out_done(&out, &body))
        (void)say(stream, "event: gone\ndata: ", body);
}

static bool load(struct stream *stream, struct api_answer *ret_answer)
{
    struct api *api = stream->live->api;
    struct fy_err err;

    fy_arena_clear(&api->arena);
    if (stream->reading.content(api, stream->request, stream->reading.key, ret_answer, &err) ==
        FY_OK)
        return true;
    api_fail(api, &err);
    return false;
}

static void look(struct stream *stream)
{
    struct api_answer answer;

    stream->stale = false;
    if (!load(stream, &answer))
        stream->ending = true;
    else if (answer.problem == FY_PROBLEM_COUNT)
        say_state(stream, &answer);
    else if (stream->id[0] != '\0' || !stream->reading.is_awaited)
        say_gone(stream, &answer);
}

static void begin(struct stream *stream)
{
    char retry[WORDS_BYTES];

    (void)snprintf(retry, sizeof(retry), "retry: %d",
        RETRY_MS_MIN + RETRY_MS_STEP * (int)(stream - stream->live->all));
    stream->begun = say(stream, retry, (struct fy_slice){0});
    stream->ending = !stream->begun;
}

static bool beat_is_due(const struct stream *stream)
{
    return now_of(stream) >= stream->beat_ms + stream->live->config.beat_ms;
}

static bool event_is_due(const struct stream *stream)
{
    return stream->stale && now_of(stream) >= stream->event_ms + stream->live->config.event_ms;
}

/* A client that hears much is looked at as well. */
static void beat(struct stream *stream)
{
    stream->beat_ms = now_of(stream);
    stream->ending = stream->beat_ms >= stream->until_ms ||
                     api_caller_ended(stream->live->api, stream->request) ||
                     !say(stream, ":", (struct fy_slice){0});
}

/* What there is to say next, if there is. */
static void find_words(struct stream *stream)
{
    if (!stream->begun)
        begin(stream);
    else if (beat_is_due(stream))
        beat(stream);
    else if (event_is_due(stream))
        look(stream);
}

/* The HTTP layer has room. */
static ssize_t more(void *context, uint8_t *bytes, size_t size)
{
    struct stream *stream = context;
    size_t left;

    if (stream->words == NULL && !stream->ending)
        find_words(stream);
    if (stream->words == NULL)
        return stream->ending ? FY_HTTP_END : FY_HTTP_LATER;

    left = stream->size - stream->at;
    if (left < size)
        size = left;
    memcpy(bytes, stream->words + stream->at, size);
    stream->at += size;
    if (stream->at == stream->size) {
        free(stream->words);
        stream->words = NULL;
    }
    return (ssize_t)size;
}

/* --- Streams ---------------------------------------------------------------------------------- */

static struct stream **bucket_of(struct live *live, enum api_view view, struct fy_slice key)
{
    return &live->buckets[row_hash(view, key) & (BUCKETS - 1)];
}

static void untouch(struct live *live, struct stream *stream)
{
    struct stream **link = &live->touched;

    while (*link != stream) {
        assert(*link != NULL);
        link = &(*link)->next_touched;
    }
    *link = stream->next_touched;
    stream->touched = false;
}

static void over(void *context)
{
    struct stream *stream = context;
    struct live *live = stream->live;
    struct stream **link = bucket_of(live, stream->reading.view, stream->reading.key);

    if (stream->touched)
        untouch(live, stream);
    while (*link != stream) {
        assert(*link != NULL);
        link = &(*link)->next;
    }
    *link = stream->next;
    free(stream->words);

    stream->request = NULL;
    stream->next = live->unused;
    live->unused = stream;
    live->count--;
    assert(live->count >= 0);
    fy_metric_set(&streams_now, live->count);
}

static uint64_t address_of(struct fy_http_request *request)
{
    struct fy_slice address = fy_http_header(request, "X-Real-IP");

    return address.data != NULL ? row_hash(0, address) : fy_http_peer(request);
}

static bool refused(struct live *live, struct fy_http_request *request, uint64_t address)
{
    char why[128];
    int siblings = 0;

    if (!live->api->ready(live->api, why, sizeof(why))) {
        fy_http_problem(request, FY_PROBLEM_NOT_READY, NULL, "%s", why);
        return true;
    }
    if (live->stopped) {
        fy_http_problem(request, FY_PROBLEM_NOT_READY, NULL, "stopping");
        return true;
    }
    for (int i = 0; i < live->config.streams_max; i++)
        siblings += live->all[i].request != NULL && live->all[i].address == address;
    if (siblings < live->config.address_max && live->unused != NULL)
        return false;
    fy_metric_add(&refused_total, 1);
    fy_http_set_header(request, "Retry-After", "10");
    if (siblings >= live->config.address_max) {
        fy_http_problem(request, FY_PROBLEM_TOO_MANY, NULL,
            "at most %d streams of one address; ask without /live, by ETag",
            live->config.address_max);
    } else {
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL,
            "%d streams are open, which is all; ask without /live, by ETag",
            live->config.streams_max);
    }
    return true;
}

static void open_stream(struct live *live,
    struct fy_http_request *request,
    const struct reading *reading,
    uint64_t address)
{
    static const struct fy_http_flow flow = {more, over};
    struct fy_slice known = fy_http_header(request, "Last-Event-ID");
    struct stream *stream = live->unused;
    struct stream **bucket = bucket_of(live, reading->view, reading->key);
    int64_t now_ms = fy_reactor_mono_ms(live->api->reactor);

    live->unused = stream->next;
    *stream = (struct stream){.live = live,
        .request = request,
        .reading = *reading,
        .address = address,
        .until_ms = now_ms + live->config.life_ms,
        .beat_ms = now_ms,
        .event_ms = now_ms - live->config.event_ms,
        .stale = true,
        .next = *bucket};
    if (known.size < sizeof(stream->id))
        memcpy(stream->id, known.size > 0 ? known.data : (const uint8_t *)"", known.size);
    *bucket = stream;
    live->count++;
    fy_metric_set(&streams_now, live->count);

    fy_http_set_header(request, "Cache-Control", "no-store");
    fy_http_set_header(request, "X-Accel-Buffering", "no");
    fy_http_answer_flowing(request, 200, "text/event-stream", &flow, stream);
}

void live_serve(struct api *api, struct fy_http_request *request, const struct reading *reading)
{
    struct live *live = api->live;
    uint64_t address = address_of(request);
    struct stream asked = {.live = live, .request = request, .reading = *reading};
    struct api_answer answer;

    if (refused(live, request, address))
        return;
    if (!load(&asked, &answer))
        answer_problem(&answer, FY_PROBLEM_INTERNAL, NULL, "What is known cannot be read now");
    if (answer.problem != FY_PROBLEM_COUNT &&
        !(answer.problem == FY_PROBLEM_NOT_FOUND && reading->is_awaited))
        answer_send(request, &answer, reading->whom, &api->arena);
    else
        open_stream(live, request, reading, address);
}

void live_touch(struct live *live, enum api_view view, struct fy_slice key)
{
    if (live->count == 0)
        return;
    for (struct stream *stream = *bucket_of(live, view, key); stream != NULL;
         stream = stream->next) {
        if (stream->touched || stream->reading.view != view ||
            !fy_slice_equal(stream->reading.key, key))
            continue;
        stream->touched = true;
        stream->next_touched = live->touched;
        live->touched = stream;
    }
}

/* One that was told a moment ago waits for `tick`. */
void live_settle(struct live *live)
{
    while (live->touched != NULL) {
        struct stream *stream = live->touched;

        live->touched = stream->next_touched;
        stream->touched = false;
        stream->stale = true;
        if (event_is_due(stream))
            fy_http_more(stream->request);
    }
}

static void tick(void *context)
{
    struct live *live = context;

    for (int i = 0; live->count > 0 && i < live->config.streams_max; i++) {
        struct stream *stream = &live->all[i];

        if (stream->request != NULL && (event_is_due(stream) || beat_is_due(stream)))
            fy_http_more(stream->request);
    }
}

void live_stop(struct live *live)
{
    live->stopped = true;
    for (int i = 0; i < live->config.streams_max; i++) {
        if (live->all[i].request == NULL)
            continue;
        live->all[i].ending = true;
        fy_http_more(live->all[i].request);
    }
}

int live_count(const struct live *live)
{
    return live->count;
}

enum fy_status live_new(
    struct api *api, const struct live_config *config, struct live **ret_live, struct fy_err *err)
{
    size_t count = (size_t)config->streams_max;
    struct live *live = calloc(1, sizeof(*live) + count * sizeof(live->all[0]));
    enum fy_status status;

    assert(count >= 1 && count <= STREAMS_MAX);
    if (live == NULL)
        return fy_fail(err, FY_FATAL, "no memory for %zu streams", count);
    live->api = api;
    live->config = *config;
    for (size_t i = count; i > 0; i--) {
        live->all[i - 1].next = live->unused;
        live->unused = &live->all[i - 1];
    }
    fy_metric_register(&streams_now);
    fy_metric_register(&events_total);
    fy_metric_register(&refused_total);
    status = fy_reactor_every(api->reactor, config->event_ms, tick, live, err);
    if (status != FY_OK) {
        live_free(live);
        return status;
    }
    *ret_live = live;
    return FY_OK;
}

void live_free(struct live *live)
{
    free(live);
}
