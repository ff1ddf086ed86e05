/*
 * fy-pspsim - the payment provider of a stand: psp.h over HTTP, on loopback.
 *
 *   /v1/payment_intents ..., /v1/refunds    as Stripe's, with "Authorization: Bearer <key>"
 *   GET  /authenticate/{secret}             the bank's page, with two buttons
 *   POST /authenticate/{secret}/approve     or deny: what they do; for scripts as well
 *   GET  /books?from=N&limit=N              every intent and refund, and totals: for proofs
 *   GET  /hostility, PUT /hostility         how bad its manners are: a form of psp.h's names
 *   POST /time                              advance_ms=N: its clock, and all that hangs on it
 *
 * What it knows is in one file, which only grows: each change is there before its answer leaves.
 */
#include "lib/calls.h"
#include "lib/conf.h"
#include "lib/confine.h"
#include "lib/log.h"
#include "lib/serve.h"
#include "test/pspsim/psp_core.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    FORM_BYTES_MAX = 8192,
    HOSTILITY_BYTES_MAX = 128 * 1024,
    TICK_MS = 20,
    HOOKS_AT_ONCE = 16,
    HOOK_TIMEOUT_MS = 5000,
    HOOK_ANSWER_BYTES_MAX = 64 * 1024,
    DEADLINE_MS = 120 * 1000,
    BOOK_LIMIT = 1000,
    BOOK_BYTES_MAX = 8 << 20,
    KEY_TEXT = 256,
    LATE_MAX = 1024, /* Answers that are on their way, late. */
    SLOW_PIECE = 16,
    MINUTE_MS = 60 * 1000,
    HOUR_MS = 60 * MINUTE_MS,
};

struct late {
    struct fy_http_request *request; /* NULL: free, or its client went. */
    int64_t at_ms;
    struct psp_answer answer;
};

struct pspsim {
    const char *listen, *data, *key_file, *hook_secret_file, *hooks_url, *base_url, *hostility;
    int seed;
    struct fy_conf *conf;
    struct fy_reactor *reactor;
    struct fy_calls *calls;
    struct psp *psp;
    int file;
    int64_t ahead_ms; /* Its clock before ours. */
    char key[KEY_TEXT], hook_secret[KEY_TEXT];
    struct late lates[LATE_MAX];
};

/* --- What is kept ---------------------------------------------------------------------------- */

static void keep(void *context, struct fy_slice bytes)
{
    struct pspsim *pspsim = context;

    if (write(pspsim->file, bytes.data, bytes.size) != (ssize_t)bytes.size) {
        fy_log(FY_LOG_ERROR, "the books cannot be written: %s", strerror(errno));
        abort(); /* Nothing is answered that would be forgotten. */
    }
}

static enum fy_status load_books(struct pspsim *pspsim, struct fy_err *err)
{
    char path[512];
    struct stat info;
    uint8_t *bytes;
    size_t good;

    (void)snprintf(path, sizeof(path), "%s/books", pspsim->data);
    pspsim->file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (pspsim->file < 0 || fstat(pspsim->file, &info) != 0)
        return fy_fail(err, FY_FATAL, "could not open \"%s\": %s", path, strerror(errno));
    bytes = malloc((size_t)info.st_size + 1);
    if (bytes == NULL)
        return fy_fail(err, FY_FATAL, "no memory for the books");
    if (pread(pspsim->file, bytes, (size_t)info.st_size, 0) != info.st_size) {
        free(bytes);
        return fy_fail(err, FY_FATAL, "could not read \"%s\"", path);
    }
    good = psp_load(pspsim->psp, (struct fy_slice){bytes, (size_t)info.st_size});
    free(bytes);
    if (ftruncate(pspsim->file, (off_t)good) != 0) /* A torn end was never answered. */
        return fy_fail(err, FY_FATAL, "could not mend \"%s\": %s", path, strerror(errno));
    fy_log(FY_LOG_INFO, "knows %d intents", psp_intent_count(pspsim->psp));
    return FY_OK;
}

static int64_t now_ms(const struct pspsim *pspsim)
{
    return fy_reactor_now_ms(pspsim->reactor) + pspsim->ahead_ms;
}

/* --- Answers, with its manners --------------------------------------------------------------- */

struct slow {
    struct fy_slice body;
    size_t at;
};

static ssize_t slow_more(void *context, uint8_t *bytes, size_t size)
{
    struct slow *slow = context;
    size_t left = slow->body.size - slow->at;
    size_t piece = left < SLOW_PIECE ? left : SLOW_PIECE;

    if (left == 0)
        return FY_HTTP_END;
    if (piece > size)
        piece = size;
    memcpy(bytes, slow->body.data + slow->at, piece);
    slow->at += piece;
    return (ssize_t)piece;
}

static void slow_over(void *context)
{
    struct slow *slow = context;

    free((uint8_t *)slow->body.data);
    free(slow);
}

static ssize_t cut_more(void *context, uint8_t *bytes, size_t size)
{
    (void)context;
    (void)bytes;
    (void)size;
    return FY_HTTP_TORN;
}

static void cut_over(void *context)
{
    (void)context;
}

static void send_slow(struct fy_http_request *request, const struct psp_answer *answer)
{
    static const struct fy_http_flow flow = {.more = slow_more, .over = slow_over};
    struct slow *slow = calloc(1, sizeof(*slow));
    uint8_t *copy = malloc(answer->body.size + 1);

    if (slow == NULL || copy == NULL)
        abort();
    memcpy(copy, answer->body.data, answer->body.size);
    slow->body = (struct fy_slice){copy, answer->body.size};
    fy_http_answer_flowing(request, answer->status, "application/json", &flow, slow);
}

static void send_answer(struct fy_http_request *request, const struct psp_answer *answer)
{
    static const struct fy_http_flow cut = {.more = cut_more, .over = cut_over};
    char seconds[16];

    if (answer->fate == PSP_CUT) {
        fy_http_answer_flowing(request, 200, "application/json", &cut, NULL);
        return;
    }
    if (answer->retry_after_s > 0) {
        (void)snprintf(seconds, sizeof(seconds), "%d", answer->retry_after_s);
        fy_http_set_header(request, "Retry-After", seconds);
    }
    if (answer->replayed)
        fy_http_set_header(request, "Idempotent-Replayed", "true");
    if (answer->fate == PSP_SLOW)
        send_slow(request, answer);
    else
        fy_http_answer(request, answer->status, "application/json", answer->body);
}

static void late_gone(struct fy_http_request *request, void *context)
{
    struct late *late = context;

    (void)request;
    late->request = NULL;
}

static void answer_in_time(
    struct pspsim *pspsim, struct fy_http_request *request, const struct psp_answer *answer)
{
    struct late *late = NULL;

    for (int i = 0; i < LATE_MAX && late == NULL && answer->delay_ms > 0; i++)
        if (pspsim->lates[i].request == NULL)
            late = &pspsim->lates[i];
    if (late == NULL) {
        send_answer(request, answer);
        return;
    }
    *late = (struct late){request, fy_reactor_now_ms(pspsim->reactor) + answer->delay_ms, *answer};
    fy_http_on_gone(request, late_gone, late);
}

static void lates_run(struct pspsim *pspsim)
{
    for (int i = 0; i < LATE_MAX; i++) {
        struct late *late = &pspsim->lates[i];
        struct fy_http_request *request = late->request;

        if (request == NULL || late->at_ms > fy_reactor_now_ms(pspsim->reactor))
            continue;
        late->request = NULL;
        send_answer(request, &late->answer);
    }
}

/* --- The API --------------------------------------------------------------------------------- */

static bool knows_key(const struct pspsim *pspsim, struct fy_http_request *request)
{
    struct fy_slice given = fy_http_header(request, "Authorization");
    char wanted[KEY_TEXT + 16];

    (void)snprintf(wanted, sizeof(wanted), "Bearer %s", pspsim->key);
    return given.data != NULL && fy_slice_equal(given, fy_slice_of(wanted));
}

/* The shell has read the query already: back into a form. */
static struct fy_slice query_of(struct fy_http_request *request)
{
    static const char *const names[] = {
        "query", "payment_intent", "created[gte]", "limit", "starting_after", "expand[]"};
    struct fy_arena *arena = fy_http_arena(request);
    struct fy_slice form = {0};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct fy_slice value = fy_http_query(request, names[i]);

        if (value.data != NULL) /* None has a '%', '&' or '+'. */
            form = fy_arena_format(arena, "%.*s%s%s=%.*s", FY_SLICE_ARG(form),
                form.size > 0 ? "&" : "", names[i], FY_SLICE_ARG(value));
    }
    return form;
}

static void api(struct fy_http_request *request, void *program)
{
    struct pspsim *pspsim = program;
    const struct fy_route *route = fy_http_route(request);
    struct fy_arena *arena = fy_http_arena(request);
    const char *named = strstr(route->pattern, "{id}");
    struct psp_request asked = {.method = route->method,
        .path = fy_slice_of(route->pattern),
        .query = query_of(request),
        .key = fy_http_header(request, "Idempotency-Key"),
        .body = fy_http_body(request)};
    struct psp_answer answer;

    if (!knows_key(pspsim, request)) {
        fy_http_answer(request, 401, "application/json",
            fy_slice_of("{\"error\":{\"type\":\"invalid_request_error\"}}"));
        return;
    }
    if (named != NULL) {
        struct fy_slice id = fy_http_path_param(request, "id");

        asked.path = fy_arena_format(
            arena, "/v1/payment_intents/%.*s%s", FY_SLICE_ARG(id), named + strlen("{id}"));
    }
    psp_request(pspsim->psp, now_ms(pspsim), &asked, arena, &answer);
    answer_in_time(pspsim, request, &answer);
}

/* --- The bank's page ------------------------------------------------------------------------- */

static void page(struct fy_http_request *request, void *program)
{
    struct pspsim *pspsim = program;
    struct fy_slice secret = fy_http_path_param(request, "secret"), back, body;
    const char *currency = "";
    int64_t amount = 0;
    bool open = psp_action(pspsim->psp, secret, &back, &amount, &currency);

    fy_http_set_header(request, "Cache-Control", "no-store");
    if (!open) {
        fy_http_answer(request, 404, "text/plain", fy_slice_of("There is nothing to confirm.\n"));
        return;
    }
    body = fy_arena_format(fy_http_arena(request),
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Your bank</title>"
        "<meta name=\"viewport\" content=\"width=device-width\"><h1>Your bank asks</h1>"
        "<p>Pay %" PRId64 ".%02" PRId64 " %s?</p>"
        "<form method=\"post\" action=\"/authenticate/%.*s/approve\"><button>Yes, pay</button>"
        "</form><form method=\"post\" action=\"/authenticate/%.*s/deny\"><button>No</button>"
        "</form></html>",
        amount / 100, amount % 100, currency, FY_SLICE_ARG(secret), FY_SLICE_ARG(secret));
    fy_http_answer(request, 200, "text/html; charset=utf-8", body);
}

static void act(struct fy_http_request *request, void *program)
{
    struct pspsim *pspsim = program;
    struct fy_slice secret = fy_http_path_param(request, "secret"), back;
    bool approve = strstr(fy_http_route(request)->pattern, "/approve") != NULL;
    const char *currency;
    int64_t amount;

    if (!psp_action(pspsim->psp, secret, &back, &amount, &currency) ||
        !psp_act(pspsim->psp, now_ms(pspsim), secret, approve)) {
        fy_http_answer(request, 404, "text/plain", fy_slice_of("There is nothing to confirm.\n"));
        return;
    }
    if (back.data == NULL) {
        fy_http_answer(request, 200, "text/plain", fy_slice_of("Thank you.\n"));
        return;
    }
    fy_http_set_header(
        request, "Location", (const char *)fy_arena_copy(fy_http_arena(request), back).data);
    fy_http_answer(request, 303, NULL, fy_slice_of(""));
}

/* --- For proofs ------------------------------------------------------------------------------ */

static int number_of(struct fy_http_request *request, const char *name, int otherwise, int most)
{
    struct fy_slice text = fy_http_query(request, name);
    int64_t value =
        text.data == NULL
            ? otherwise
            : strtoll((const char *)fy_arena_copy(fy_http_arena(request), text).data, NULL, 10);

    return value < 0 ? 0 : value > most ? most : (int)value;
}

static void books(struct fy_http_request *request, void *program)
{
    struct pspsim *pspsim = program;
    struct fy_arena arena;
    struct fy_slice json;
    uint8_t *copy;

    psp_tick(pspsim->psp, now_ms(pspsim));
    fy_arena_init(&arena, BOOK_BYTES_MAX);
    json = psp_books(pspsim->psp, number_of(request, "from", 0, psp_intent_count(pspsim->psp)),
        number_of(request, "limit", BOOK_LIMIT, BOOK_LIMIT), &arena);
    copy = malloc(json.size + 1);
    if (copy == NULL || json.data == NULL)
        abort();
    memcpy(copy, json.data, json.size);
    fy_arena_done(&arena);
    fy_http_answer_taken(request, 200, "application/json", copy, json.size);
}

static void show_hostility(struct fy_http_request *request, void *program)
{
    struct pspsim *pspsim = program;
    const int *values = (const int *)psp_hostility(pspsim->psp);
    struct fy_json_out out;
    struct fy_slice json = {0};

    fy_json_out_init(&out, fy_http_arena(request));
    fy_json_out_object(&out);
    for (int i = 0; psp_hostility_names[i] != NULL; i++)
        fy_json_out_member_int(&out, psp_hostility_names[i], values[i]);
    fy_json_out_object_end(&out);
    (void)fy_json_out_done(&out, &json);
    fy_http_answer(request, 200, "application/json", json);
}

/* Names that are not in the form are 0. */
static struct psp_hostility hostility_of(struct fy_slice form, struct fy_arena *arena)
{
    struct psp_hostility hostility = {.late_ms = 1000, .hook_late_ms = 5000};
    int *values = (int *)&hostility;

    for (int i = 0; psp_hostility_names[i] != NULL; i++) {
        int64_t value = form_amount(form, psp_hostility_names[i], values[i], arena);

        values[i] = value < 0 ? 0 : value > HOUR_MS ? HOUR_MS : (int)value;
    }
    return hostility;
}

static void set_hostility(struct fy_http_request *request, void *program)
{
    struct pspsim *pspsim = program;
    struct psp_hostility hostility = hostility_of(fy_http_body(request), fy_http_arena(request));

    psp_hostility_set(pspsim->psp, &hostility);
    show_hostility(request, program);
}

static void advance(struct fy_http_request *request, void *program)
{
    struct pspsim *pspsim = program;
    struct fy_arena *arena = fy_http_arena(request);
    int64_t ms = form_amount(fy_http_body(request), "advance_ms", 0, arena);
    int64_t minutes = form_amount(fy_http_body(request), "advance_minutes", 0, arena);

    pspsim->ahead_ms += (ms > 0 ? ms : 0) + (minutes > 0 ? minutes * MINUTE_MS : 0);
    psp_tick(pspsim->psp, now_ms(pspsim));
    fy_http_answer(request, 204, NULL, fy_slice_of(""));
}

static const struct fy_route routes[] = {
    {"create", "POST", "/v1/payment_intents", "anyone", "", 0, FORM_BYTES_MAX, api},
    {"list", "GET", "/v1/payment_intents", "anyone", "", 0, 0, api},
    {"search", "GET", "/v1/payment_intents/search", "anyone", "", 0, 0, api},
    {"retrieve", "GET", "/v1/payment_intents/{id}", "anyone", "", 0, 0, api},
    {"capture", "POST", "/v1/payment_intents/{id}/capture", "anyone", "", 0, FORM_BYTES_MAX, api},
    {"cancel", "POST", "/v1/payment_intents/{id}/cancel", "anyone", "", 0, FORM_BYTES_MAX, api},
    {"refund", "POST", "/v1/refunds", "anyone", "", 0, FORM_BYTES_MAX, api},
    {"refunds", "GET", "/v1/refunds", "anyone", "", 0, 0, api},
    {"page", "GET", "/authenticate/{secret}", "anyone", "", 0, 0, page},
    {"approve", "POST", "/authenticate/{secret}/approve", "anyone", "", 0, FORM_BYTES_MAX, act},
    {"deny", "POST", "/authenticate/{secret}/deny", "anyone", "", 0, FORM_BYTES_MAX, act},
    {"books", "GET", "/books", "anyone", "", 0, 0, books},
    {"hostility", "GET", "/hostility", "anyone", "", 0, 0, show_hostility},
    {"set_hostility", "PUT", "/hostility", "anyone", "", 0, FORM_BYTES_MAX, set_hostility},
    {"time", "POST", "/time", "anyone", "", 0, FORM_BYTES_MAX, advance},
};

/* --- Webhooks -------------------------------------------------------------------------------- */

static void hook_answered(void *context, uint64_t token, const struct fy_call_answer *answer)
{
    struct pspsim *pspsim = context;

    psp_hook_answered(pspsim->psp, now_ms(pspsim), (int)token,
        answer->fate == FY_CALL_ANSWERED ? answer->status : 0);
}

static void hooks_run(struct pspsim *pspsim)
{
    struct psp_hook hook;

    for (int i = 0; i < HOOKS_AT_ONCE && psp_hook_next(pspsim->psp, now_ms(pspsim), &hook); i++) {
        char header[PSP_HEADER], line[PSP_HEADER + 32];
        struct fy_call call = {.post = true,
            .url = pspsim->hooks_url,
            .headers = {line, "Content-Type: application/json"},
            .body = hook.body,
            .timeout_ms = HOOK_TIMEOUT_MS};

        /* Signed by the true clock: who checks it does not travel in time. */
        psp_hook_header(
            &hook, fy_slice_of(pspsim->hook_secret), fy_reactor_now_ms(pspsim->reactor), header);
        (void)snprintf(line, sizeof(line), "Stripe-Signature: %s", header);
        if (!fy_calls_send(pspsim->calls, &call, (uint64_t)hook.number)) {
            psp_hook_answered(pspsim->psp, now_ms(pspsim), hook.number, 0);
            break;
        }
    }
}

static void tick(void *context)
{
    lates_run(context);
    hooks_run(context);
}

/* --- From beginning to end ------------------------------------------------------------------- */

static enum fy_status load_conf(struct pspsim *pspsim, int argc, char **argv, struct fy_err *err)
{
    const struct fy_conf_item items[] = {
        {.name = "listen", .help = "loopback only", .text = &pspsim->listen},
        {.name = "data", .help = "folder of its books", .text = &pspsim->data},
        {.name = "provider_key_file",
            .help = "the API key it takes, one line, mode 0400",
            .text = &pspsim->key_file},
        {.name = "webhook_secret_file",
            .help = "what it signs webhooks with, one line, mode 0400",
            .text = &pspsim->hook_secret_file},
        {.name = "webhook_url", .help = "where webhooks go", .text = &pspsim->hooks_url},
        {.name = "base_url",
            .help = "its own address, for the bank's pages",
            .text = &pspsim->base_url},
        {.name = "hostility",
            .fallback = "",
            .help = "as PUT /hostility takes it: cut_after=20&hook_twice=100; in a thousand",
            .text = &pspsim->hostility},
        {.name = "seed",
            .fallback = "1",
            .help = "of all that goes wrong",
            .number = &pspsim->seed,
            .number_min = 0,
            .number_max = INT32_MAX},
    };

    return fy_conf_load("fy-pspsim", "A payment provider for tests: Stripe's shapes.", items,
        (int)(sizeof(items) / sizeof(items[0])), argc, argv, &pspsim->conf, err);
}

static enum fy_status start(struct pspsim *pspsim, struct fy_err *err)
{
    struct psp_config config = {.seed = (uint64_t)pspsim->seed,
        .base_url = pspsim->base_url,
        .keep = keep,
        .context = pspsim};
    struct fy_arena arena;
    enum fy_status status = fy_ids_init(err);

    fy_arena_init(&arena, HOSTILITY_BYTES_MAX);
    config.hostility = hostility_of(fy_slice_of(pspsim->hostility), &arena);
    fy_arena_done(&arena);
    pspsim->psp = psp_new(&config);
    if (status == FY_OK)
        status = fy_conf_secret_text(pspsim->key_file, pspsim->key, KEY_TEXT, err);
    if (status == FY_OK)
        status = fy_conf_secret_text(pspsim->hook_secret_file, pspsim->hook_secret, KEY_TEXT, err);
    if (status == FY_OK) /* A second line is the secret of before. */
        pspsim->hook_secret[strcspn(pspsim->hook_secret, "\n")] = '\0';
    if (status == FY_OK)
        status = load_books(pspsim, err);
    if (status == FY_OK)
        status = fy_reactor_new(&pspsim->reactor, err);
    if (status == FY_OK)
        status = fy_calls_new(pspsim->reactor, HOOKS_AT_ONCE, HOOK_ANSWER_BYTES_MAX, hook_answered,
            pspsim, &pspsim->calls, err);
    if (status == FY_OK)
        status = fy_reactor_every(pspsim->reactor, TICK_MS, tick, pspsim, err);
    return status;
}

static bool ready(void *program, char *ret_why, size_t size)
{
    (void)program;
    (void)ret_why;
    (void)size;
    return true;
}

int main(int argc, char **argv)
{
    static struct pspsim pspsim = {.file = -1};
    struct fy_err err = {0};
    enum fy_status status;

    fy_log_init("pspsim", FY_LOG_INFO);
    status = load_conf(&pspsim, argc, argv, &err);
    if (status == FY_OK) {
        status = fy_confine(&(struct fy_confine){.writes = {pspsim.data},
                                .reads = {pspsim.key_file, pspsim.hook_secret_file},
                                .keys = true},
            &err);
    }
    if (status == FY_OK)
        status = start(&pspsim, &err);
    if (status == FY_OK) {
        const struct fy_serve_config serve = {.listen = pspsim.listen,
            .routes = routes,
            .route_count = sizeof(routes) / sizeof(routes[0]),
            .deadline_ms = DEADLINE_MS,
            .ready = ready,
            .program = &pspsim};

        status = fy_serve(pspsim.reactor, &serve, &err);
    }
    fy_calls_free(pspsim.calls);
    psp_free(pspsim.psp);
    fy_reactor_free(pspsim.reactor);
    fy_conf_free(pspsim.conf);
    if (pspsim.file >= 0)
        (void)close(pspsim.file);
    return fy_serve_exit(status, &err);
}
