#include "lib/password.h"

#include "lib/jobs.h"

#include <sched.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PASSES = 2 };
#define MEMORY_BYTES ((size_t)19456 * 1024)

_Static_assert(FY_PASSWORD_HASH_BYTES == crypto_pwhash_STRBYTES, "libsodium's text");

struct fy_passwords {
    struct fy_jobs *jobs;
    char nobodys[FY_PASSWORD_HASH_BYTES]; /* Of a random password that nobody has. */
};

struct hashing {
    struct fy_job job; /* First. */
    size_t size;
    uint8_t password[FY_PASSWORD_BYTES_MAX];
    char hash[FY_PASSWORD_HASH_BYTES];
    bool somebodys;
    bool done, right, stale;
    fy_password_hashed *hashed;   /* Or */
    fy_password_checked *checked; /* this. */
    void *context;
};

/*
 * Who waits for a password waits a little longer; nobody else is to feel that many do. An idle
 * thread gives way to whoever wakes up; one that is merely nice keeps a core for milliseconds.
 */
static void be_nice(void)
{
    static _Thread_local bool nice_already;
    const struct sched_param none = {0};

    if (!nice_already)
        (void)sched_setscheduler(gettid(), SCHED_IDLE, &none);
    nice_already = true;
}

static void work(struct fy_job *job)
{
    struct hashing *hashing = (struct hashing *)job;
    const char *password = (const char *)hashing->password;

    be_nice();
    if (hashing->hashed != NULL) {
        hashing->done = crypto_pwhash_str_alg(hashing->hash, password, hashing->size, PASSES,
                            MEMORY_BYTES, crypto_pwhash_ALG_ARGON2ID13) == 0;
    } else {
        hashing->right = crypto_pwhash_str_verify(hashing->hash, password, hashing->size) == 0;
        hashing->stale = crypto_pwhash_str_needs_rehash(hashing->hash, PASSES, MEMORY_BYTES) != 0;
    }
    sodium_memzero(hashing->password, sizeof(hashing->password));
}

static void drop(struct fy_job *job)
{
    struct hashing *hashing = (struct hashing *)job;

    sodium_memzero(hashing, sizeof(*hashing));
    free(hashing);
}

static void done(struct fy_job *job)
{
    struct hashing *hashing = (struct hashing *)job;
    bool right = hashing->right && hashing->somebodys;

    if (hashing->hashed != NULL)
        hashing->hashed(hashing->context, hashing->done ? hashing->hash : NULL);
    else
        hashing->checked(hashing->context, right, right && hashing->stale);
    drop(job);
}

static struct hashing *hashing_new(struct fy_slice password, void *context)
{
    static const struct fy_job_kind kind = {.work = work, .done = done, .drop = drop};
    struct hashing *hashing;

    if (password.size > FY_PASSWORD_BYTES_MAX)
        return NULL;
    hashing = calloc(1, sizeof(*hashing));
    if (hashing == NULL)
        return NULL;
    hashing->job.kind = &kind;
    hashing->size = password.size;
    if (password.size > 0)
        memcpy(hashing->password, password.data, password.size);
    hashing->context = context;
    return hashing;
}

static bool begin(struct fy_passwords *passwords, struct hashing *hashing)
{
    if (fy_jobs_add(passwords->jobs, &hashing->job))
        return true;
    drop(&hashing->job);
    return false;
}

bool fy_password_hash(struct fy_passwords *passwords,
    struct fy_slice password,
    fy_password_hashed *hashed,
    void *context)
{
    struct hashing *hashing = hashing_new(password, context);

    if (hashing == NULL)
        return false;
    hashing->hashed = hashed;
    return begin(passwords, hashing);
}

bool fy_password_check(struct fy_passwords *passwords,
    struct fy_slice password,
    struct fy_slice hash,
    fy_password_checked *checked,
    void *context)
{
    struct hashing *hashing = hashing_new(password, context);

    if (hashing == NULL)
        return false;
    hashing->checked = checked;
    hashing->somebodys = hash.data != NULL && hash.size < sizeof(hashing->hash);
    if (hashing->somebodys)
        memcpy(hashing->hash, hash.data, hash.size);
    else
        memcpy(hashing->hash, passwords->nobodys, sizeof(hashing->hash));
    return begin(passwords, hashing);
}

enum fy_status fy_passwords_new(struct fy_reactor *reactor,
    int slots,
    int waiting_max,
    struct fy_passwords **ret_passwords,
    struct fy_err *err)
{
    struct fy_passwords *passwords = calloc(1, sizeof(*passwords));
    char nobodys[FY_PASSWORD_BYTES_MAX];
    enum fy_status status;

    if (passwords == NULL)
        return fy_fail(err, FY_FATAL, "no memory for passwords");
    randombytes_buf(nobodys, sizeof(nobodys));
    if (crypto_pwhash_str_alg(passwords->nobodys, nobodys, sizeof(nobodys), PASSES, MEMORY_BYTES,
            crypto_pwhash_ALG_ARGON2ID13) != 0) {
        free(passwords);
        return fy_fail(err, FY_FATAL, "no memory to hash a password: it takes 19 MiB");
    }
    status = fy_jobs_new(reactor, slots, slots + waiting_max, &passwords->jobs, err);
    if (status == FY_OK)
        *ret_passwords = passwords;
    else
        free(passwords);
    return status;
}

void fy_passwords_free(struct fy_passwords *passwords)
{
    if (passwords == NULL)
        return;
    fy_jobs_free(passwords->jobs);
    free(passwords);
}

bool fy_passwords_have_room(const struct fy_passwords *passwords)
{
    return fy_jobs_have_room(passwords->jobs);
}
