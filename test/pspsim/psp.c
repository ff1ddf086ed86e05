#include "test/pspsim/psp_core.h"

#include <stdlib.h>
#include <string.h>

const char *const psp_hostility_names[] = {"limited", "away", "cut", "cut_after", "error",
    "error_after", "late", "slow", "hook_twice", "hook_late", "hook_lost", "hook_forged",
    "hook_stale", "list_short", "strangers", "late_ms", "hook_late_ms", "search_late_ms", NULL};

_Static_assert(sizeof(struct psp_hostility) == 18 * sizeof(int), "one name for each field");

/* --- Lists ----------------------------------------------------------------------------------- */

void *list_add(struct list *list, size_t size)
{
    if (list->count == list->room) {
        list->room = list->room == 0 ? 64 : 2 * list->room;
        list->items = realloc(list->items, (size_t)list->room * size);
        if (list->items == NULL)
            abort();
    }
    return memset((char *)list->items + (size_t)list->count++ * size, 0, size);
}

struct psp_intent *intent_at(const struct psp *psp, int index)
{
    return (struct psp_intent *)psp->intents.items + index;
}

struct psp_refund *refund_at(const struct psp *psp, int index)
{
    return (struct psp_refund *)psp->refunds.items + index;
}

struct saved_key *key_at(const struct psp *psp, int index)
{
    return (struct saved_key *)psp->keys.items + index;
}

struct queued_hook *hook_at(const struct psp *psp, int index)
{
    return (struct queued_hook *)psp->hooks.items + index;
}

/* --- From beginning to end ------------------------------------------------------------------- */

struct psp *psp_new(const struct psp_config *config)
{
    struct psp *psp = calloc(1, sizeof(*psp));

    if (psp == NULL)
        abort();
    psp->config = *config;
    psp->hostility = config->hostility;
    psp->random.state = config->seed;
    psp->next_end_ms = INT64_MAX;
    if (psp->config.key_life_ms == 0)
        psp->config.key_life_ms = DAY_MS;
    if (psp->config.authorised_ms == 0)
        psp->config.authorised_ms = 7LL * DAY_MS;
    if (psp->config.base_url == NULL)
        psp->config.base_url = "http://127.0.0.1";
    return psp;
}

void psp_free(struct psp *psp)
{
    if (psp == NULL)
        return;
    for (int i = 0; i < psp->keys.count; i++)
        free(key_at(psp, i)->body);
    for (int i = 0; i < psp->hooks.count; i++)
        free(hook_at(psp, i)->body);
    free(psp->intents.items);
    free(psp->refunds.items);
    free(psp->keys.items);
    free(psp->hooks.items);
    free(psp->key_table);
    free(psp->kept);
    free(psp);
}

void psp_hostility_set(struct psp *psp, const struct psp_hostility *hostility)
{
    psp->hostility = *hostility;
    note_hostility(psp);
    keep_now(psp);
}

const struct psp_hostility *psp_hostility(const struct psp *psp)
{
    return &psp->hostility;
}

/* --- A request ------------------------------------------------------------------------------- */

static struct fy_slice saved_body(const struct saved_key *key, struct fy_arena *arena)
{
    return fy_arena_copy(arena, (struct fy_slice){(const uint8_t *)key->body, key->body_bytes});
}

/* True: the key has answered. */
static bool replay(struct psp *psp,
    int64_t now_ms,
    const struct saved_key *key,
    const uint8_t *request,
    struct fy_arena *arena,
    struct psp_answer *answer)
{
    struct reply refused;

    if (key == NULL || key->made_ms + psp->config.key_life_ms <= now_ms)
        return false;
    if (memcmp(key->request, request, FY_DIGEST_BYTES) != 0) {
        refused = error_reply(psp, arena, 400, "idempotency_error", NULL, NULL, -1);
    } else if (key->busy_until_ms > now_ms) {
        refused =
            error_reply(psp, arena, 409, "idempotency_error", "idempotency_key_in_use", NULL, -1);
    } else {
        answer->status = key->status;
        answer->body = saved_body(key, arena);
        answer->replayed = true;
        psp->replayed++;
        return true;
    }
    answer->status = refused.status;
    answer->body = refused.body;
    return true;
}

static void save(struct psp *psp,
    int64_t now_ms,
    int index,
    const uint8_t *digest,
    const uint8_t *request,
    const struct psp_answer *answer)
{
    struct saved_key *key;
    bool is_new = index < 0;

    if (is_new) {
        index = psp->keys.count;
        (void)list_add(&psp->keys, sizeof(*key));
    }
    key = key_at(psp, index);
    free(key->body);
    memcpy(key->digest, digest, FY_DIGEST_BYTES);
    memcpy(key->request, request, FY_DIGEST_BYTES);
    key->made_ms = now_ms;
    key->busy_until_ms = now_ms + answer->delay_ms;
    key->status = answer->status;
    key->body_bytes = (uint32_t)answer->body.size;
    key->body = malloc(answer->body.size + 1);
    if (key->body == NULL)
        abort();
    memcpy(key->body, answer->body.data, answer->body.size);
    if (is_new)
        key_table_add(psp, index);
    note_key(psp, index);
}

/* What goes wrong before anything is done. True: that was it. */
static bool turned_away(struct psp *psp, struct fy_arena *arena, struct psp_answer *answer)
{
    const struct psp_hostility *hostility = &psp->hostility;
    struct reply reply;

    if (hostile(psp, hostility->cut)) {
        answer->fate = PSP_CUT;
        return true;
    }
    if (hostile(psp, hostility->limited)) {
        reply = error_reply(psp, arena, 429, "invalid_request_error", "rate_limit", NULL, -1);
        answer->retry_after_s = 1 + (int)random_below(&psp->random, 3);
    } else if (hostile(psp, hostility->away)) {
        reply = error_reply(psp, arena, 503, "api_error", NULL, NULL, -1);
    } else {
        return false;
    }
    answer->status = reply.status;
    answer->body = reply.body;
    return true;
}

static void execute(struct psp *psp,
    int64_t now_ms,
    const struct psp_request *request,
    struct fy_arena *arena,
    bool *ret_saved,
    struct psp_answer *answer)
{
    bool fails = hostile(psp, psp->hostility.error);
    struct reply reply;

    if (fails) {
        reply = error_reply(psp, arena, 500, "api_error", NULL, NULL, -1);
        reply.saved = true;
    } else {
        reply = api_call(psp, now_ms, request, arena);
        psp->executed++;
        if (reply.saved && hostile(psp, psp->hostility.error_after)) {
            reply = error_reply(psp, arena, 500, "api_error", NULL, NULL, -1);
            reply.saved = true;
        }
    }
    *ret_saved = reply.saved;
    answer->status = reply.status;
    answer->body = reply.body;
    if (hostile(psp, psp->hostility.late))
        answer->delay_ms =
            1 + (int)random_below(&psp->random, (uint64_t)psp->hostility.late_ms + 1);
    if (hostile(psp, psp->hostility.cut_after))
        answer->fate = PSP_CUT;
    else if (hostile(psp, psp->hostility.slow))
        answer->fate = PSP_SLOW;
}

void psp_request(struct psp *psp,
    int64_t now_ms,
    const struct psp_request *request,
    struct fy_arena *arena,
    struct psp_answer *ret_answer)
{
    struct fy_slice about[] = {request->path, request->body};
    uint8_t digest[FY_DIGEST_BYTES], fingerprint[FY_DIGEST_BYTES];
    bool keyed = strcmp(request->method, "POST") == 0 && request->key.size > 0, saved = false;
    int index = -1;

    psp_tick(psp, now_ms);
    psp->requests++;
    *ret_answer = (struct psp_answer){0};
    if (turned_away(psp, arena, ret_answer))
        return;
    if (keyed && request->key.size > KEY_BYTES_MAX) {
        struct reply reply = error_reply(psp, arena, 400, "invalid_request_error", NULL, NULL, -1);

        ret_answer->status = reply.status;
        ret_answer->body = reply.body;
        return;
    }
    fy_digest(about, 2, fingerprint);
    if (keyed) {
        fy_digest(&request->key, 1, digest);
        if (replay(psp, now_ms, key_find(psp, digest, &index), fingerprint, arena, ret_answer))
            return;
    }
    execute(psp, now_ms, request, arena, &saved, ret_answer);
    if (keyed && saved)
        save(psp, now_ms, index, digest, fingerprint, ret_answer);
    keep_now(psp);
}

/* --- Time ------------------------------------------------------------------------------------ */

void psp_tick(struct psp *psp, int64_t now_ms)
{
    if (psp->next_end_ms > now_ms)
        return;
    psp->next_end_ms = INT64_MAX;
    for (int i = 0; i < psp->intents.count; i++) {
        struct psp_intent *intent = intent_at(psp, i);

        if (intent->status != PSP_REQUIRES_CAPTURE)
            continue;
        if (intent->ends_ms <= now_ms)
            intent_end(psp, now_ms, i, "automatic");
        else if (intent->ends_ms < psp->next_end_ms)
            psp->next_end_ms = intent->ends_ms;
    }
    keep_now(psp);
}

int64_t psp_next_ms(const struct psp *psp)
{
    int64_t next = psp->next_end_ms;

    for (int i = psp->first_hook; i < psp->hooks.count; i++) {
        const struct queued_hook *hook = hook_at(psp, i);

        if (!hook->done && !hook->under_way && hook->due_ms < next)
            next = hook->due_ms;
    }
    return next;
}
