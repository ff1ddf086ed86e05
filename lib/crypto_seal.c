#include "lib/seal.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

enum {
    NONCE_BYTES = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    TAG_BYTES = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    PART_BYTES_MAX = 255,
};

_Static_assert(FY_SEAL_BYTES == NONCE_BYTES + TAG_BYTES, "what sealing adds");

/* Person and field, each behind its length: no two pairs are the same bytes. */
struct context {
    uint8_t bytes[2 * (1 + PART_BYTES_MAX)];
    size_t size;
};

static void context_add(struct context *context, struct fy_slice part)
{
    assert(part.size <= PART_BYTES_MAX);
    context->bytes[context->size++] = (uint8_t)part.size;
    if (part.size > 0)
        memcpy(context->bytes + context->size, part.data, part.size);
    context->size += part.size;
}

static void context_make(struct context *context, struct fy_slice person, const char *field)
{
    context->size = 0;
    context_add(context, person);
    context_add(context, fy_slice_of(field));
}

static void seal_to(
    const uint8_t *key, const struct context *context, struct fy_slice text, uint8_t *out)
{
    randombytes_buf(out, NONCE_BYTES);
    (void)crypto_aead_xchacha20poly1305_ietf_encrypt(out + NONCE_BYTES, NULL, text.data, text.size,
        context->bytes, context->size, NULL, out, key);
}

static bool unseal_to(
    const uint8_t *key, const struct context *context, struct fy_slice sealed, uint8_t *out)
{
    return sealed.size >= FY_SEAL_BYTES &&
           crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, sealed.data + NONCE_BYTES,
               sealed.size - NONCE_BYTES, context->bytes, context->size, sealed.data, key) == 0;
}

void fy_key_new(uint8_t ret_key[FY_KEY_BYTES])
{
    randombytes_buf(ret_key, FY_KEY_BYTES);
}

void fy_key_wipe(uint8_t key[FY_KEY_BYTES])
{
    sodium_memzero(key, FY_KEY_BYTES);
}

bool fy_seal(const uint8_t key[FY_KEY_BYTES],
    struct fy_slice person,
    const char *field,
    struct fy_slice text,
    struct fy_arena *arena,
    struct fy_slice *ret_sealed)
{
    uint8_t *out = fy_arena_alloc(arena, text.size + FY_SEAL_BYTES);
    struct context context;

    if (out == NULL)
        return false;
    context_make(&context, person, field);
    seal_to(key, &context, text, out);
    *ret_sealed = (struct fy_slice){out, text.size + FY_SEAL_BYTES};
    return true;
}

bool fy_unseal(const uint8_t key[FY_KEY_BYTES],
    struct fy_slice person,
    const char *field,
    struct fy_slice sealed,
    struct fy_arena *arena,
    struct fy_slice *ret_text)
{
    uint8_t *out;
    struct context context;

    if (sealed.size < FY_SEAL_BYTES || person.size > PART_BYTES_MAX)
        return false;
    out = fy_arena_alloc(arena, sealed.size - FY_SEAL_BYTES + 1);
    context_make(&context, person, field);
    if (out == NULL || !unseal_to(key, &context, sealed, out))
        return false;
    *ret_text = (struct fy_slice){out, sealed.size - FY_SEAL_BYTES};
    return true;
}

static const char key_field[] = "key";

void fy_key_wrap(const struct fy_master_key *master,
    struct fy_slice person,
    const uint8_t key[FY_KEY_BYTES],
    uint8_t ret_wrapped[FY_WRAPPED_KEY_BYTES])
{
    struct context context;

    assert(master->number != 0);
    context_make(&context, person, key_field);
    ret_wrapped[0] = master->number;
    seal_to(master->key, &context, (struct fy_slice){key, FY_KEY_BYTES}, ret_wrapped + 1);
}

bool fy_key_unwrap(const struct fy_master_key *masters,
    int count,
    struct fy_slice person,
    struct fy_slice wrapped,
    uint8_t ret_key[FY_KEY_BYTES])
{
    struct fy_slice sealed = {wrapped.data + 1, wrapped.size - 1};
    struct context context;

    if (wrapped.size != FY_WRAPPED_KEY_BYTES || person.size > PART_BYTES_MAX)
        return false;
    context_make(&context, person, key_field);
    for (int i = 0; i < count; i++)
        if (masters[i].number == wrapped.data[0])
            return unseal_to(masters[i].key, &context, sealed, ret_key);
    return false;
}

void fy_lookup_text(
    const uint8_t pepper[FY_KEY_BYTES], struct fy_slice text, char ret_text[FY_LOOKUP_TEXT + 1])
{
    uint8_t hash[FY_LOOKUP_TEXT / 2];

    (void)crypto_generichash(hash, sizeof(hash), text.data, text.size, pepper, FY_KEY_BYTES);
    (void)sodium_bin2hex(ret_text, FY_LOOKUP_TEXT + 1, hash, sizeof(hash));
}
