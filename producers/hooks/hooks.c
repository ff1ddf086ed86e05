#include "producers/hooks/hooks.h"
#include "lib/conf.h"
#include "lib/hook.h"
#include "lib/limits.h"
#include "lib/log.h"
#include "lib/metrics.h"
#include "producers/edge.h"
#include "producers/routes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SECRETS_MAX = 2, /* One in force, and the one before or behind it. */
    SECRETS_BYTES_MAX = SECRETS_MAX * (FY_HOOK_SECRET_BYTES_MAX + 1),
    REFUSALS_A_MINUTE = 30,
    BUCKETS = 4096,
};

struct hooks {
    char text[SECRETS_BYTES_MAX + 1];
    struct fy_slice secrets[SECRETS_MAX];
    int count;
    struct fy_limits *refusals; /* Of each address. */
};

/* A fact on its way. It outlives its request. */
struct hook_write {
    struct fy_http_request *request; /* NULL: it was answered, or its client went. */
};

static struct fy_metric written =
    FY_COUNTER("fy_producers_webhooks_total", "Webhooks that were written down.");
static struct fy_metric refused = FY_COUNTER(
    "fy_producers_webhooks_refused_total", "Webhooks whose signature or time did not count.");

void hooks_register_metrics(void)
{
    fy_metric_register(&written);
    fy_metric_register(&refused);
}

/* --- Secrets --------------------------------------------------------------------------------- */

enum fy_status hooks_new_of(const char *secrets, struct hooks **ret_hooks, struct fy_err *err)
{
    struct hooks *hooks = calloc(1, sizeof(*hooks));
    char *line, *rest;

    if (hooks != NULL)
        hooks->refusals = fy_limits_new(BUCKETS);
    if (hooks == NULL || hooks->refusals == NULL) {
        hooks_free(hooks);
        return fy_fail(err, FY_FATAL, "no memory for webhooks");
    }
    (void)snprintf(hooks->text, sizeof(hooks->text), "%s", secrets);
    rest = hooks->text;
    while ((line = strsep(&rest, "\n")) != NULL) {
        if (line[0] == '\0')
            continue;
        if (hooks->count == SECRETS_MAX || strlen(line) > FY_HOOK_SECRET_BYTES_MAX) {
            hooks_free(hooks);
            return fy_fail(err, FY_FATAL,
                "secrets of webhooks are %d lines at most, of %d bytes at most", SECRETS_MAX,
                FY_HOOK_SECRET_BYTES_MAX);
        }
        hooks->secrets[hooks->count++] = fy_slice_of(line);
    }
    *ret_hooks = hooks;
    return FY_OK;
}

enum fy_status hooks_new(const char *secret_file, struct hooks **ret_hooks, struct fy_err *err)
{
    char text[SECRETS_BYTES_MAX + 1] = "";
    enum fy_status status = FY_OK;

    if (secret_file[0] != '\0')
        status = fy_conf_secret_text(secret_file, text, sizeof(text), err);
    if (status == FY_OK)
        status = hooks_new_of(text, ret_hooks, err);
    explicit_bzero(text, sizeof(text));
    return status;
}

void hooks_free(struct hooks *hooks)
{
    if (hooks == NULL)
        return;
    fy_limits_free(hooks->refusals);
    explicit_bzero(hooks->text, sizeof(hooks->text));
    free(hooks);
}

/* --- The route ------------------------------------------------------------------------------- */

/* One answer to all that is wrong, so that nobody learns how near they were. */
static void refuse(struct producers *producers, struct fy_http_request *request)
{
    uint64_t peer = fy_http_peer(request);
    struct fy_slice who[] = {fy_slice_of("hooks"), {(const uint8_t *)&peer, sizeof(peer)}};
    int64_t wait_ms = 0;

    fy_metric_add(&refused, 1);
    if (fy_limits_take(producers->hooks->refusals, who, 2,
            (struct fy_limit){REFUSALS_A_MINUTE, REFUSALS_A_MINUTE},
            fy_reactor_mono_ms(producers->reactor), &wait_ms)) {
        fy_http_problem(
            request, FY_PROBLEM_BAD_REQUEST, "Stripe-Signature", "the signature does not count");
    } else {
        fy_http_problem(request, FY_PROBLEM_TOO_MANY, NULL, "too many that do not count");
    }
}

static void on_gone(struct fy_http_request *request, void *context)
{
    struct hook_write *write = context;

    (void)request;
    write->request = NULL;
}

static void on_delivered(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    struct hook_write *write = context;

    (void)place;
    fy_metric_add(&written, status == FY_OK);
    if (status != FY_OK)
        fy_log(FY_LOG_WARN, "a webhook was not written down: %s", err->text);
    if (write->request != NULL && status == FY_OK)
        fy_http_answer(write->request, 204, NULL, fy_slice_of(""));
    else if (write->request != NULL)
        fy_http_problem(write->request, FY_PROBLEM_DEADLINE, NULL, "it was not written down");
    free(write);
}

static void write_down(struct producers *producers,
    struct fy_http_request *request,
    const struct webhook *webhook,
    struct fy_slice value)
{
    struct hook_write *write = calloc(1, sizeof(*write));
    struct fy_err err;

    if (write == NULL) {
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "no memory");
        return;
    }
    write->request = request;
    if (fy_producer_send(producers->producer, FY_TOPIC_WEBHOOKS, webhook->key, value, on_delivered,
            write, &err) != FY_OK) {
        free(write);
        fy_http_problem(request, FY_PROBLEM_BUSY, NULL, "%s", err.text);
        return;
    }
    fy_http_on_gone(request, on_gone, write);
}

void producers_hook_payments(struct fy_http_request *request, void *program)
{
    struct producers *producers = program;
    struct fy_arena *arena = fy_http_arena(request);
    struct fy_slice body = fy_http_body(request), value;
    int64_t now_ms = fy_reactor_now_ms(producers->reactor);
    char id[FY_UUID_TEXT + 1];
    struct fy_slice name[] = {fy_slice_of("webhook"), {0}};
    struct webhook webhook;
    struct fy_err err;

    if (!fy_hook_check(producers->hooks->secrets, producers->hooks->count,
            fy_http_header(request, "Stripe-Signature"), body, now_ms / 1000)) {
        refuse(producers, request);
        return;
    }
    if (!edge_able(producers, request))
        return;
    if (!hooks_read(body, arena, &webhook)) {
        fy_http_problem(request, FY_PROBLEM_BAD_JSON, NULL, "it is no event of the provider's");
        return;
    }
    name[1] = webhook.provider_event;
    fy_uuid_derive(name, 2, id);
    webhook.envelope = (struct envelope){.event_id = fy_slice_of(id),
        .root = webhook.key,
        .actor = fy_slice_of("service:provider"),
        .event_ms = now_ms};
    if (webhook_encode(&webhook, arena, &value, &err) != FY_OK) {
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "%s", err.text);
        return;
    }
    write_down(producers, request, &webhook, value);
}
