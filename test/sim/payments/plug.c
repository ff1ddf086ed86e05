#include "test/sim/payments/plug.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { TIMEOUT_MS = 10 * 1000, SLICES_MAX = 1000, ANSWER_BYTES_MAX = 1 << 20 };

static bool happens(struct random *random, int per_mille)
{
    return per_mille > 0 && random_below(random, 1000) < (uint64_t)per_mille;
}

static int64_t after(struct random *random, int per_mille, int most_ms)
{
    int64_t soon_ms = 1 + (int64_t)random_below(random, 5);

    return happens(random, per_mille)
               ? soon_ms + (int64_t)random_below(random, (uint64_t)most_ms + 1)
               : soon_ms;
}

static uint8_t *copied(struct fy_slice bytes)
{
    uint8_t *copy = malloc(bytes.size + 1);

    if (copy == NULL)
        abort();
    if (bytes.size > 0)
        memcpy(copy, bytes.data, bytes.size);
    return copy;
}

/* --- The wire -------------------------------------------------------------------------------- */

static void send_over(
    struct wire *wire, struct plug *caller, const struct provider_call *call, uint64_t token)
{
    const struct wire_weather *weather = &wire->weather;
    struct wire_call *place = NULL;

    for (int i = 0; i < WIRE_CALLS && place == NULL; i++)
        if (!wire->calls[i].used)
            place = &wire->calls[i];
    assert(place != NULL); /* The adapter is bounded. */
    *place = (struct wire_call){
        .used = true, .call = *call, .caller = caller, .token = token, .sent_ms = caller->now_ms};
    payment_text(place->instance, sizeof(place->instance), fy_slice_of(caller->config.instance));
    wire->sent++;
    place->answer.fate = PROVIDER_UNKNOWN;
    place->arrives_ms = caller->now_ms + after(wire->random, weather->late, weather->late_ms);
    place->answers_ms =
        place->sent_ms + (weather->timeout_ms > 0 ? weather->timeout_ms : TIMEOUT_MS);
    if (happens(wire->random, weather->not_sent)) {
        place->arrived = true;
        place->answers_ms = caller->now_ms + 1;
        place->answer.fate = PROVIDER_NOT_SENT;
    } else if (happens(wire->random, weather->lost)) {
        place->arrived = true;
    }
}

static void arrive(struct wire *wire, struct wire_call *call, int64_t now_ms)
{
    char *question = strchr(call->call.path, '?');
    struct psp_request request = {.method = call->call.post ? "POST" : "GET",
        .path = fy_slice_of(call->call.path),
        .key = fy_slice_of(call->call.key),
        .body = fy_slice_of(call->call.form)};
    struct psp_answer answer;
    struct fy_arena arena;
    int64_t answers_ms;

    if (question != NULL) {
        request.path.size = (size_t)(question - call->call.path);
        request.query = fy_slice_of(question + 1);
    }
    fy_arena_init(&arena, ANSWER_BYTES_MAX);
    psp_request(wire->psp, now_ms, &request, &arena, &answer);
    call->arrived = true;
    answers_ms =
        now_ms + answer.delay_ms + after(wire->random, wire->weather.late, wire->weather.late_ms);
    wire->replayed += answer.replayed;
    wire->conflicts += answer.status == 409;
    wire->errors += answer.status >= 500;
    wire->limited += answer.status == 429;
    wire->cuts += answer.fate == PSP_CUT;
    if (answer.fate != PSP_CUT && answers_ms < call->answers_ms) {
        call->answer.fate = PROVIDER_ANSWERED;
        call->answer.status = answer.status;
        call->answer.replayed = answer.replayed;
        call->answer.retry_after_ms = answer.retry_after_s * 1000;
        call->body = copied(answer.body);
        call->answer.body = (struct fy_slice){call->body, answer.body.size};
        call->answers_ms = answers_ms;
    } else if (answer.fate == PSP_CUT && answers_ms < call->answers_ms) {
        call->answers_ms = answers_ms;
    } else {
        wire->time_outs++;
    }
    fy_arena_done(&arena);
}

void wire_run(struct wire *wire, int64_t now_ms)
{
    for (int i = 0; i < WIRE_CALLS; i++) {
        struct wire_call *call = &wire->calls[i];

        if (call->used && !call->arrived && call->arrives_ms <= now_ms)
            arrive(wire, call, now_ms);
        if (!call->used || !call->arrived || (call->answers_ms > now_ms && call->caller != NULL))
            continue;
        if (call->caller == NULL) {
            free(call->body);
            *call = (struct wire_call){0};
        }
    }
}

void wire_night(struct wire *wire, int64_t begins_ms)
{
    wire_run(wire, begins_ms + WIRE_MS);
}

static enum fy_status hear(struct plug *plug, int64_t now_ms, struct fy_err *err)
{
    struct wire *wire = plug->config.wire;
    enum fy_status status = FY_OK;

    for (int i = 0; i < WIRE_CALLS && status == FY_OK; i++) {
        struct wire_call *call = &wire->calls[i];

        if (!call->used || call->caller != plug || call->answers_ms > now_ms)
            continue;
        status = payments_answered(plug->payments, call->token, &call->answer, now_ms, err);
        call->caller = NULL; /* A request that is still under way arrives all the same. */
        if (call->arrived) {
            free(call->body);
            *call = (struct wire_call){0};
        }
    }
    return status;
}

int64_t wire_next_ms(const struct wire *wire)
{
    int64_t next = INT64_MAX;

    for (int i = 0; i < WIRE_CALLS; i++) {
        const struct wire_call *call = &wire->calls[i];

        if (!call->used)
            continue;
        if (!call->arrived && call->arrives_ms < next)
            next = call->arrives_ms;
        if (call->caller != NULL && call->answers_ms < next)
            next = call->answers_ms;
    }
    return next;
}

void wire_free(struct wire *wire)
{
    for (int i = 0; i < WIRE_CALLS; i++)
        free(wire->calls[i].body);
}

/* --- Reports on their way -------------------------------------------------------------------- */

static bool write_report(void *context, struct fy_slice key, struct fy_slice value, uint64_t token)
{
    struct plug *plug = context;
    struct plug_mail *mail = plug->config.mail;
    const struct plug_weather *weather = &mail->weather;
    struct plug_write *place = NULL;

    for (int i = 0; i < PLUG_WRITES && place == NULL; i++)
        if (!mail->writes[i].used)
            place = &mail->writes[i];
    if (place == NULL || happens(mail->random, weather->refused))
        return false;
    *place = (struct plug_write){.used = true,
        .token = token,
        .writer = plug,
        .ok = true,
        .key = copied(key),
        .value = copied(value),
        .key_bytes = key.size,
        .value_bytes = value.size};
    place->at_ms = plug->now_ms + after(mail->random, weather->late, weather->late_ms);
    if (happens(mail->random, weather->lost)) {
        place->written = true;
        place->ok = false;
    } else if (happens(mail->random, weather->unheard)) {
        place->ok = false;
    } else if (happens(mail->random, weather->silent)) {
        place->told = true;
    }
    return true;
}

void mail_run(struct plug_mail *mail, int64_t now_ms)
{
    for (int i = 0; i < PLUG_WRITES; i++) {
        struct plug_write *write = &mail->writes[i];
        struct fy_slice key = {write->key, write->key_bytes};

        if (!write->used || write->at_ms > now_ms)
            continue;
        if (!write->written)
            (void)log_append(mail->log, FY_TOPIC_PAYMENT_REPORTS,
                fy_partition_of(key, mail->partitions), key,
                (struct fy_slice){write->value, write->value_bytes});
        if (!write->told && write->writer != NULL)
            payments_written(write->writer->payments, write->token, write->ok, now_ms);
        free(write->key);
        free(write->value);
        *write = (struct plug_write){0};
    }
}

int64_t mail_next_ms(const struct plug_mail *mail)
{
    int64_t next = INT64_MAX;

    for (int i = 0; i < PLUG_WRITES; i++)
        if (mail->writes[i].used && mail->writes[i].at_ms < next)
            next = mail->writes[i].at_ms;
    return next;
}

void mail_free(struct plug_mail *mail)
{
    for (int i = 0; i < PLUG_WRITES; i++) {
        free(mail->writes[i].key);
        free(mail->writes[i].value);
    }
}

/* --- A process ------------------------------------------------------------------------------- */

static void call_provider(void *context, const struct provider_call *call, uint64_t token)
{
    struct plug *plug = context;

    if (plug->config.calls != NULL)
        plug->config.calls(plug->config.context, plug, call);
    send_over(plug->config.wire, plug, call, token);
}

struct plug *plug_new(const struct plug_config *config, int64_t now_ms)
{
    struct plug *plug = calloc(1, sizeof(*plug));
    struct payments_config payments = {.instance = config->instance,
        .return_url = "https://shop.example/",
        .seed = config->seed,
        .search_after_ms = config->search_after_ms,
        .list_pages_max = config->list_pages_max,
        .write = write_report,
        .call = call_provider,
        .context = plug};
    struct fy_follower_config follower;
    struct fy_err err;

    if (plug == NULL)
        abort();
    plug->config = *config;
    plug->now_ms = now_ms;
    if (payments_new(&payments, config->store, &plug->payments, &err) != FY_OK)
        abort();
    follower = payments_following(plug->payments);
    plug->source = log_plain_source_new(config->log);
    if (fy_follower_new(&follower, plug->source, config->store, NULL, &plug->follower, &err) !=
        FY_OK)
        abort();
    return plug;
}

void plug_free(struct plug *plug)
{
    struct wire *wire;
    struct plug_mail *mail;

    if (plug == NULL)
        return;
    wire = plug->config.wire;
    mail = plug->config.mail;
    for (int i = 0; i < WIRE_CALLS; i++)
        if (wire->calls[i].caller == plug)
            wire->calls[i].caller = NULL;
    for (int i = 0; i < PLUG_WRITES; i++)
        if (mail->writes[i].writer == plug)
            mail->writes[i].writer = NULL;
    fy_follower_free(plug->follower);
    payments_free(plug->payments);
    free(plug);
}

bool plug_ready(const struct plug *plug)
{
    return fy_follower_ready(plug->follower);
}

/* All that is there to read, what was answered, and what is due. */
enum fy_status plug_run(struct plug *plug, int64_t now_ms, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    plug->now_ms = now_ms;
    for (int i = 0; i < SLICES_MAX && status == FY_OK; i++) {
        status = fy_follower_run_slice(plug->follower, 0, err);
        if (plug_ready(plug) && !log_source_news(plug->source))
            break;
    }
    if (status == FY_OK)
        status = hear(plug, now_ms, err);
    if (status == FY_OK && plug_ready(plug))
        status = payments_step(plug->payments, now_ms, err);
    return status;
}

int64_t plug_next_ms(const struct plug *plug)
{
    return plug_ready(plug) ? payments_next_ms(plug->payments) : plug->now_ms + 1;
}
