/* psp_core.h - what psp*.c share: the provider's memory. */
#ifndef TEST_PSPSIM_PSP_CORE_H
#define TEST_PSPSIM_PSP_CORE_H

#include "lib/ids.h"
#include "lib/json_out.h"
#include "test/pspsim/psp.h"

enum {
    DAY_MS = 24 * 3600 * 1000,
    KEY_BYTES_MAX = 255,
    HOOK_TRIES_MAX = 8,
    HOOK_AGAIN_MS = 1000,
};

struct saved_key {
    uint8_t digest[FY_DIGEST_BYTES];  /* Of the key. */
    uint8_t request[FY_DIGEST_BYTES]; /* Of path and body. */
    int64_t made_ms, busy_until_ms;
    int status;
    uint32_t body_bytes;
    char *body;
};

struct queued_hook {
    char event[PSP_ID];
    enum psp_hook_kind kind;
    int64_t due_ms;
    int tries;
    bool under_way, done;
    uint32_t body_bytes;
    char *body;
};

struct list {
    void *items;
    int count, room;
};

struct psp {
    struct psp_config config;
    struct psp_hostility hostility;
    struct random random;
    struct list intents, refunds, keys, hooks;
    int *key_table; /* Open addressing: index + 1. */
    int key_room;
    int first_hook; /* All before it are done. */
    int64_t next_end_ms;
    int64_t requests, executed, replayed;
    int hooks_lost;
    uint8_t *kept; /* Changes since the last keep. */
    size_t kept_bytes, kept_room;
};

/* What a handler answers. */
struct reply {
    int status;
    bool saved; /* The endpoint began, so the key keeps the answer. */
    struct fy_slice body;
};

/* What a change is about: its tag in what is kept. */
enum kept {
    KEPT_INTENT = 'I',
    KEPT_REFUND = 'R',
    KEPT_KEY = 'K',
    KEPT_HOOK = 'H',
    KEPT_HOSTILITY = 'C'
};

void *list_add(struct list *list, size_t size);
struct psp_intent *intent_at(const struct psp *psp, int index);
struct psp_refund *refund_at(const struct psp *psp, int index);
struct saved_key *key_at(const struct psp *psp, int index);
struct queued_hook *hook_at(const struct psp *psp, int index);

/* --- psp_keep.c ------------------------------------------------------------------------------- */

void note_intent(struct psp *psp, int index);
void note_refund(struct psp *psp, int index);
void note_key(struct psp *psp, int index);
void note_hook(struct psp *psp, int index);
void note_hostility(struct psp *psp);
void keep_now(struct psp *psp);

/* --- psp_keys.c ------------------------------------------------------------------------------- */

struct saved_key *key_find(struct psp *psp, const uint8_t digest[FY_DIGEST_BYTES], int *ret_index);
void key_table_add(struct psp *psp, int index);

/* --- psp_json.c: bodies, and forms ------------------------------------------------------------ */

/* Whole: with its charge, and not with that one's name alone. */
struct fy_slice intent_json(const struct psp *psp, int index, bool whole, struct fy_arena *arena);
/* Somebody else's, made at the same time; its id names its place in the list. */
struct fy_slice stranger_json(const struct psp *psp, int index, struct fy_arena *arena);
int64_t intent_created_s(const struct psp *psp, int index);
struct fy_slice refund_json(const struct psp *psp, int index, struct fy_arena *arena);
struct fy_slice list_json(
    const char *object, const struct fy_slice *items, int count, bool more, struct fy_arena *arena);
struct reply error_reply(const struct psp *psp,
    struct fy_arena *arena,
    int status,
    const char *type,
    const char *code,
    const char *decline_code,
    int intent); /* -1: of none. */

/* The value of a name in a form, decoded; absent: it is not there. */
struct fy_slice form_text(struct fy_slice form, const char *name, struct fy_arena *arena);
/* `otherwise` where it is not there; -1: no whole number, or beyond 99,999,999. */
int64_t form_amount(
    struct fy_slice form, const char *name, int64_t otherwise, struct fy_arena *arena);
void text_keep(char *to, size_t size, struct fy_slice text);

/* --- psp_api.c: endpoints --------------------------------------------------------------------- */

struct reply api_call(
    struct psp *psp, int64_t now_ms, const struct psp_request *request, struct fy_arena *arena);
/* Authorised by the bank, or not. */
void intent_decide(struct psp *psp, int64_t now_ms, int index, const char *decline);
void intent_end(struct psp *psp, int64_t now_ms, int index, const char *reason);

/* --- psp_hooks.c ------------------------------------------------------------------------------ */

void hook_add(struct psp *psp, int64_t now_ms, const char *type, int intent, int refund);
bool hostile(struct psp *psp, int per_mille);

#endif
