/* fy-payments - between orders and the payment provider: wishes in, calls out, reports back. */
#include "lib/conf.h"
#include "lib/confine.h"
#include "lib/ids.h"
#include "lib/log.h"
#include "lib/serve.h"
#include "processors/payments/carry.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    STORE_BYTES = 16 * 1024 * 1024,
    ACKNOWLEDGED_MS = 10000,
    STEP_EVERY_MS = 50,
    FLUSH_MS = 3000,
};

struct program {
    const char *brokers, *listen, *data, *instance, *provider_url, *provider_key_file, *return_url;
    int in_flight_max, timeout_ms, search_after_s;
    struct fy_conf *conf;
    struct fy_reactor *reactor;
    struct fy_store *store;
    struct fy_producer *producer;
    struct carry *carry;
    struct payments *payments;
    struct fy_follower *follower;
    enum fy_status status; /* Of what a timer or an answer did. */
    struct fy_err err;
};

static enum fy_status load_conf(struct program *program, int argc, char **argv, struct fy_err *err)
{
    const struct fy_conf_item items[] = {
        {.name = "brokers", .help = "Kafka, as in 127.0.0.1:9092", .text = &program->brokers},
        {.name = "listen",
            .help = "where to answer /healthz and /metrics, as in 127.0.0.1:8128",
            .text = &program->listen},
        {.name = "data", .help = "folder of the rows", .text = &program->data},
        {.name = "instance",
            .fallback = "1",
            .help = "name of this process, the same after a restart, another's of another",
            .text = &program->instance},
        {.name = "provider_url",
            .help = "the payment provider's API, as in https://api.stripe.com",
            .text = &program->provider_url},
        {.name = "provider_key_file",
            .help = "its API key, one line, mode 0400",
            .text = &program->provider_key_file},
        {.name = "return_url",
            .fallback = "",
            .help = "where people come back to from 3-D Secure",
            .text = &program->return_url},
        {.name = "in_flight_max",
            .fallback = "64",
            .help = "calls to the provider at once",
            .number = &program->in_flight_max,
            .number_min = 1,
            .number_max = 200},
        {.name = "timeout_ms",
            .fallback = "10000",
            .help = "how long a call may take; then its outcome is unknown, and it is asked again",
            .number = &program->timeout_ms,
            .number_min = 100,
            .number_max = 15000},
        {.name = "search_after_s",
            .fallback = "90",
            .help = "how far behind the provider's search may be",
            .number = &program->search_after_s,
            .number_min = 1,
            .number_max = 3600},
    };

    return fy_conf_load("fy-payments", "What orders want of payments, done at the provider.", items,
        (int)(sizeof(items) / sizeof(items[0])), argc, argv, &program->conf, err);
}

static void failed(void *context, const struct fy_err *err)
{
    struct program *program = context;

    if (program->status == FY_OK) {
        program->err = *err;
        program->status = err->status;
    }
    fy_reactor_stop(program->reactor);
}

/* Once per turn of the loop, and by a timer: what was read, answered or waited for is gone on with.
 */
static void step(void *context)
{
    struct program *program = context;
    struct fy_err err;

    if (program->status != FY_OK || program->follower == NULL ||
        !fy_follower_ready(program->follower))
        return;
    carry_tick(program->carry);
    if (payments_step(program->payments, fy_reactor_now_ms(program->reactor), &err) != FY_OK)
        failed(program, &err);
    fy_producer_push(program->producer);
}

static void producer_ready(void *context)
{
    struct program *program = context;

    fy_producer_serve(program->producer);
}

static enum fy_status make_core(struct program *program, struct fy_err *err)
{
    const struct carry_config carry = {.reactor = program->reactor,
        .producer = program->producer,
        .url = program->provider_url,
        .key_file = program->provider_key_file,
        .timeout_ms = program->timeout_ms,
        .in_flight_max = program->in_flight_max,
        .failed = failed,
        .context = program};
    struct payments_config config = {.instance = program->instance,
        .return_url = program->return_url,
        .seed = (uint64_t)fy_reactor_now_ms(program->reactor),
        .in_flight_max = program->in_flight_max,
        .search_after_ms = program->search_after_s * 1000,
        .write = carry_write,
        .call = carry_call};
    enum fy_status status = carry_new(&carry, &program->carry, err);

    config.context = program->carry;
    if (status == FY_OK)
        status = payments_new(&config, program->store, &program->payments, err);
    if (status == FY_OK)
        carry_for(program->carry, program->payments);
    return status;
}

static enum fy_status start(struct program *program, struct fy_err *err)
{
    struct fy_kafka_config kafka = {.brokers = program->brokers, .client_id = "payments"};
    struct fy_follower_config following;
    struct fy_producer *inner = NULL;
    struct fy_source *source;
    enum fy_status status = fy_ids_init(err);

    if (status == FY_OK)
        status = fy_reactor_new(&program->reactor, err);
    if (status == FY_OK)
        status = fy_store_open(program->data, STORE_BYTES, &program->store, err);
    if (status == FY_OK)
        status = fy_producer_new(&kafka, ACKNOWLEDGED_MS, &inner, err);
    if (status == FY_OK)
        status = fy_producer_gather_new(inner, &program->producer, err);
    if (status != FY_OK) {
        if (inner != NULL)
            fy_producer_free(inner);
        return status;
    }
    status = fy_reactor_add(
        program->reactor, fy_producer_wake_fd(program->producer), producer_ready, program, err);
    if (status == FY_OK)
        status = make_core(program, err);
    if (status == FY_OK)
        status = fy_kafka_plain_source_new(&kafka, &source, err);
    if (status != FY_OK)
        return status;
    following = payments_following(program->payments);
    status = fy_follower_new(
        &following, source, program->store, program->reactor, &program->follower, err);
    if (status == FY_OK)
        status = fy_reactor_every(program->reactor, STEP_EVERY_MS, step, program, err);
    return status;
}

static bool ready(void *context, char *ret_why, size_t size)
{
    const struct program *program = context;

    if (fy_follower_ready(program->follower))
        return true; /* A provider that is away is waited for: RUNBOOK. */
    (void)snprintf(
        ret_why, size, "%" PRId64 " records behind", fy_follower_behind(program->follower));
    return false;
}

static enum fy_status serve(struct program *program, struct fy_err *err)
{
    const struct fy_serve_config config = {
        .listen = program->listen, .ready = ready, .after = step, .program = program};
    enum fy_status status = fy_serve(program->reactor, &config, err);
    struct fy_err flush_err;

    if (fy_producer_flush(program->producer, FLUSH_MS, &flush_err) != FY_OK)
        fy_log(FY_LOG_WARN, "%s", flush_err.text);
    if (status == FY_OK && fy_follower_failure(program->follower) != NULL) {
        *err = *fy_follower_failure(program->follower);
        return err->status;
    }
    if (status == FY_OK && program->status != FY_OK) {
        *err = program->err;
        return program->status;
    }
    return status;
}

int main(int argc, char **argv)
{
    struct program program = {0};
    struct fy_err err = {0};
    enum fy_status status;

    fy_log_init("payments", FY_LOG_INFO);
    payments_metrics_register();
    status = load_conf(&program, argc, argv, &err);
    if (status == FY_OK && strlen(program.instance) >= PAYMENT_INSTANCE)
        status = fy_fail(&err, FY_FATAL, "instance has %zu bytes, at most %d",
            strlen(program.instance), PAYMENT_INSTANCE - 1);
    if (status == FY_OK) {
        status = fy_confine(
            &(struct fy_confine){
                .writes = {program.data}, .reads = {program.provider_key_file}, .keys = true},
            &err);
    }
    if (status == FY_OK)
        status = start(&program, &err);
    if (status == FY_OK)
        status = serve(&program, &err);
    fy_follower_free(program.follower);
    carry_free(program.carry);
    if (program.producer != NULL)
        fy_producer_free(program.producer);
    payments_free(program.payments);
    if (program.store != NULL)
        fy_store_close(program.store);
    fy_reactor_free(program.reactor);
    fy_conf_free(program.conf);
    return fy_serve_exit(status, &err);
}
