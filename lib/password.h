/*
 * password.h - passwords, hashed off the reactor's thread in a bounded number of slots.
 *
 * Shape:   hash(password) -> later, in the reactor: the text to keep. check(password, text) ->
 *          later: is it the one, and should it be hashed anew because today's costs are higher?
 *          Where there is no text, because nobody has that e-mail, the same work is done against a
 *          hash that fits nothing: who measures the time learns nothing.
 * Costs:   Argon2id, 19 MiB and 2 passes (OWASP's first choice for servers); salt and costs are in
 *          the text. Each slot is a thread and 19 MiB while it works.
 * Limits:  what waits is bounded; beyond it false is returned at once, and the client is told 503
 *          with Retry-After.
 * Memory:  passwords are copied, and wiped when the work is done.
 * Threads: the reactor's.
 * Source:  RFC 9106, by libsodium (crypto_pwhash_str).
 */
#ifndef FY_PASSWORD_H
#define FY_PASSWORD_H

#include "lib/arena.h"
#include "lib/reactor.h"

enum {
    FY_PASSWORD_BYTES_MAX = 256,
    FY_PASSWORD_HASH_BYTES = 128, /* With its NUL: "$argon2id$v=19$m=19456,t=2,p=1$..." */
};

struct fy_passwords;

enum fy_status fy_passwords_new(struct fy_reactor *reactor,
    int slots,
    int waiting_max,
    struct fy_passwords **ret_passwords,
    struct fy_err *err) FY_MUST_CHECK;

/* Only when its reactor runs no more; nobody is called any more. */
void fy_passwords_free(struct fy_passwords *passwords);

/* False: what is given now would be refused. */
bool fy_passwords_have_room(const struct fy_passwords *passwords);

/* `hash` is NULL when there was no memory for the work. */
typedef void fy_password_hashed(void *context, const char *hash);
bool fy_password_hash(struct fy_passwords *passwords,
    struct fy_slice password,
    fy_password_hashed *hashed,
    void *context) FY_MUST_CHECK;

/* `stale`: right, and made with other costs than today's. `hash` absent: nobody's. */
typedef void fy_password_checked(void *context, bool right, bool stale);
bool fy_password_check(struct fy_passwords *passwords,
    struct fy_slice password,
    struct fy_slice hash,
    fy_password_checked *checked,
    void *context) FY_MUST_CHECK;

#endif
