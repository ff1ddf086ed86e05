#include "processors/payments/carry.h"
#include "lib/conf.h"
#include "lib/log.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEY_BYTES_MAX = 256,
    SPARE = 8, /* A place is free again only behind the answer that it held. */
    RETRY_AFTER_S_MAX = 600,
    API_KEY_HEADER = KEY_BYTES_MAX + 32,
};

struct carry {
    struct carry_config config;
    struct fy_calls *calls;
    struct payments *payments;
    char authorization[API_KEY_HEADER];
    uint64_t *unsent; /* Tokens of calls that there was no room for. */
    int unsent_count, unsent_max;
};

/* A report on its way. */
struct writing {
    struct carry *carry;
    uint64_t token;
};

/* --- Reports --------------------------------------------------------------------------------- */

static void written(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct writing *writing = context;

    (void)place;
    if (status != FY_OK)
        fy_log(FY_LOG_WARN, "a report was not acknowledged: %s", err->text);
    payments_written(writing->carry->payments, writing->token, status == FY_OK,
        fy_reactor_now_ms(writing->carry->config.reactor));
    free(writing);
}

bool carry_write(void *context, struct fy_slice key, struct fy_slice value, uint64_t token)
{
    struct carry *carry = context;
    struct writing *writing = malloc(sizeof(*writing));
    struct fy_err err;

    if (writing == NULL)
        return false;
    *writing = (struct writing){carry, token};
    if (fy_producer_send(carry->config.producer, FY_TOPIC_PAYMENT_REPORTS, key, value, written,
            writing, &err) == FY_OK)
        return true;
    free(writing);
    return false;
}

/* --- Calls ----------------------------------------------------------------------------------- */

static int retry_after_ms(const struct fy_call_answer *answer)
{
    struct fy_slice text = fy_call_header(answer, "Retry-After");
    int seconds = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || seconds > RETRY_AFTER_S_MAX)
            return 0; /* A date, which Stripe does not send. */
        seconds = seconds * 10 + (text.data[i] - '0');
    }
    return seconds < RETRY_AFTER_S_MAX ? seconds * 1000 : RETRY_AFTER_S_MAX * 1000;
}

static void tell_core(struct carry *carry, uint64_t token, const struct provider_answer *answer)
{
    struct fy_err err;

    if (payments_answered(carry->payments, token, answer, fy_reactor_now_ms(carry->config.reactor),
            &err) != FY_OK)
        carry->config.failed(carry->config.context, &err);
}

static void answered(void *context, uint64_t token, const struct fy_call_answer *answer)
{
    struct carry *carry = context;
    struct provider_answer told = {.fate = answer->fate == FY_CALL_ANSWERED  ? PROVIDER_ANSWERED
                                           : answer->fate == FY_CALL_UNKNOWN ? PROVIDER_UNKNOWN
                                                                             : PROVIDER_NOT_SENT,
        .status = answer->status,
        .replayed =
            fy_slice_equal(fy_call_header(answer, "Idempotent-Replayed"), fy_slice_of("true")),
        .retry_after_ms = retry_after_ms(answer),
        .body = answer->body};

    if (answer->fate != FY_CALL_ANSWERED)
        fy_log(FY_LOG_DEBUG, "a call to the provider: %s", answer->words);
    tell_core(carry, token, &told);
}

void carry_call(void *context, const struct provider_call *call, uint64_t token)
{
    struct carry *carry = context;
    char url[PROVIDER_PATH + 512], key[PROVIDER_KEY + 32];
    struct fy_call sent = {.post = call->post,
        .url = url,
        .headers = {carry->authorization, "Accept: application/json"},
        .body = fy_slice_of(call->form),
        .timeout_ms = carry->config.timeout_ms};

    (void)snprintf(url, sizeof(url), "%s%s", carry->config.url, call->path);
    (void)snprintf(key, sizeof(key), "Idempotency-Key: %s", call->key);
    if (call->key[0] != '\0')
        sent.headers[2] = key;
    if (fy_calls_send(carry->calls, &sent, token))
        return;
    assert(carry->unsent_count < carry->unsent_max); /* No more are out than the core may have. */
    carry->unsent[carry->unsent_count++] = token;
}

void carry_tick(struct carry *carry)
{
    const struct provider_answer none = {.fate = PROVIDER_NOT_SENT, .body = fy_slice_of("")};
    int count = carry->unsent_count;
    uint64_t *tokens = carry->unsent;

    carry->unsent_count = 0;
    for (int i = 0; i < count; i++)
        tell_core(carry, tokens[i], &none);
}

/* --- From beginning to end ------------------------------------------------------------------- */

enum fy_status carry_new(
    const struct carry_config *config, struct carry **ret_carry, struct fy_err *err)
{
    struct carry *carry = calloc(1, sizeof(*carry));
    char key[KEY_BYTES_MAX];
    enum fy_status status;

    if (carry == NULL)
        return fy_fail(err, FY_FATAL, "no memory for calls");
    carry->config = *config;
    carry->unsent_max = config->in_flight_max;
    carry->unsent = calloc((size_t)carry->unsent_max, sizeof(*carry->unsent));
    status = carry->unsent == NULL ? fy_fail(err, FY_FATAL, "no memory for calls")
                                   : fy_conf_secret_text(config->key_file, key, sizeof(key), err);
    if (status == FY_OK) {
        (void)snprintf(
            carry->authorization, sizeof(carry->authorization), "Authorization: Bearer %s", key);
        explicit_bzero(key, sizeof(key));
        status = fy_calls_new(config->reactor, config->in_flight_max + SPARE,
            PROVIDER_BODY_BYTES_MAX, answered, carry, &carry->calls, err);
    }
    if (status != FY_OK) {
        carry_free(carry);
        return status;
    }
    *ret_carry = carry;
    return FY_OK;
}

void carry_free(struct carry *carry)
{
    if (carry == NULL)
        return;
    fy_calls_free(carry->calls);
    explicit_bzero(carry->authorization, sizeof(carry->authorization));
    free(carry->unsent);
    free(carry);
}

void carry_for(struct carry *carry, struct payments *payments)
{
    carry->payments = payments;
}
