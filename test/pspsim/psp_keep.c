/*
 * What is kept: one record for each thing that changed, the whole of it: tag, index, sizes, the
 * struct, its text. The newest of an index counts.
 */
#include "test/pspsim/psp_core.h"

#include <stdlib.h>
#include <string.h>

struct head {
    uint32_t tag;
    int32_t index;
    uint32_t struct_bytes, text_bytes;
};

static void append(struct psp *psp, const void *bytes, size_t size)
{
    while (psp->kept_bytes + size > psp->kept_room) {
        psp->kept_room = psp->kept_room == 0 ? 4096 : 2 * psp->kept_room;
        psp->kept = realloc(psp->kept, psp->kept_room);
        if (psp->kept == NULL)
            abort();
    }
    memcpy(psp->kept + psp->kept_bytes, bytes, size);
    psp->kept_bytes += size;
}

static void note(struct psp *psp,
    enum kept tag,
    int index,
    const void *bytes,
    size_t size,
    const char *text,
    size_t text_bytes)
{
    struct head head = {(uint32_t)tag, index, (uint32_t)size, (uint32_t)text_bytes};

    if (psp->config.keep == NULL)
        return;
    append(psp, &head, sizeof(head));
    append(psp, bytes, size);
    if (text_bytes > 0)
        append(psp, text, text_bytes);
}

void note_intent(struct psp *psp, int index)
{
    note(psp, KEPT_INTENT, index, intent_at(psp, index), sizeof(struct psp_intent), NULL, 0);
}

void note_refund(struct psp *psp, int index)
{
    note(psp, KEPT_REFUND, index, refund_at(psp, index), sizeof(struct psp_refund), NULL, 0);
}

void note_key(struct psp *psp, int index)
{
    const struct saved_key *key = key_at(psp, index);

    note(psp, KEPT_KEY, index, key, sizeof(*key), key->body, key->body_bytes);
}

void note_hook(struct psp *psp, int index)
{
    const struct queued_hook *hook = hook_at(psp, index);

    note(psp, KEPT_HOOK, index, hook, sizeof(*hook), hook->done ? NULL : hook->body,
        hook->done ? 0 : hook->body_bytes);
}

void note_hostility(struct psp *psp)
{
    note(psp, KEPT_HOSTILITY, 0, &psp->hostility, sizeof(psp->hostility), NULL, 0);
}

void keep_now(struct psp *psp)
{
    if (psp->kept_bytes == 0)
        return;
    psp->config.keep(psp->config.context, (struct fy_slice){psp->kept, psp->kept_bytes});
    psp->kept_bytes = 0;
}

/* --- Back ------------------------------------------------------------------------------------ */

static char *text_of(const uint8_t *text, uint32_t bytes)
{
    char *copy = malloc((size_t)bytes + 1);

    if (copy == NULL)
        abort();
    memcpy(copy, text, bytes);
    return copy;
}

static void *slot_of(struct list *list, const struct head *head, size_t size)
{
    while (list->count <= head->index)
        (void)list_add(list, size);
    return (char *)list->items + (size_t)head->index * size;
}

static void take_key(struct psp *psp, const struct head *head, const uint8_t *bytes)
{
    bool is_new = head->index >= psp->keys.count;
    struct saved_key *key = slot_of(&psp->keys, head, sizeof(*key));
    char *before = key->body;

    memcpy(key, bytes, sizeof(*key));
    free(before);
    key->body = text_of(bytes + head->struct_bytes, head->text_bytes);
    if (is_new)
        key_table_add(psp, head->index);
}

static void take_hook(struct psp *psp, const struct head *head, const uint8_t *bytes)
{
    struct queued_hook *hook = slot_of(&psp->hooks, head, sizeof(*hook));
    char *before = hook->body;

    memcpy(hook, bytes, sizeof(*hook));
    free(before);
    hook->body = hook->done ? NULL : text_of(bytes + head->struct_bytes, head->text_bytes);
    hook->under_way = false;
}

static void take(struct psp *psp, const struct head *head, const uint8_t *bytes)
{
    switch ((enum kept)head->tag) {
    case KEPT_INTENT: {
        struct psp_intent *intent = slot_of(&psp->intents, head, sizeof(*intent));

        memcpy(intent, bytes, sizeof(*intent));
        if (intent->status == PSP_REQUIRES_CAPTURE && intent->ends_ms < psp->next_end_ms)
            psp->next_end_ms = intent->ends_ms;
        break;
    }
    case KEPT_REFUND:
        memcpy(slot_of(&psp->refunds, head, sizeof(struct psp_refund)), bytes,
            sizeof(struct psp_refund));
        break;
    case KEPT_KEY:
        take_key(psp, head, bytes);
        break;
    case KEPT_HOOK:
        take_hook(psp, head, bytes);
        break;
    case KEPT_HOSTILITY:
        memcpy(&psp->hostility, bytes, sizeof(psp->hostility));
        break;
    }
}

size_t psp_load(struct psp *psp, struct fy_slice bytes)
{
    size_t at = 0;

    while (bytes.size - at >= sizeof(struct head)) {
        struct head head;
        size_t size;

        memcpy(&head, bytes.data + at, sizeof(head));
        size = sizeof(head) + head.struct_bytes + (size_t)head.text_bytes;
        if (size > bytes.size - at || head.index < 0)
            break;
        take(psp, &head, bytes.data + at + sizeof(head));
        at += size;
    }
    psp->random.state += (uint64_t)at; /* Another day, other accidents. */
    return at;
}
