/* What a password is, how it becomes another one, and what wrong ones cost. */
#include "processors/accounts/decide.h"

#define NONE ((struct fy_slice){0})

/* Ciphertext is compared: each sealing gives other bytes, so equal bytes are the same password. */
bool is_password(const struct account *row, const struct password_encrypted *password)
{
    if (row->password == NULL)
        return false;
    if (fy_slice_equal(row->password->password_hash, password->password_hash))
        return true;
    return row->password_before != NULL &&
           fy_slice_equal(row->password_before->password_hash, password->password_hash);
}

bool is_locked(const struct account *row, int64_t now_ms)
{
    return row->has_locked_until_ms && now_ms < row->locked_until_ms;
}

static void change(
    const struct account_case *it, const char *why, const struct password_encrypted *password)
{
    struct account_decision *decision = decision_add(it, "accounts.password_changed");

    decision->part.password_changed =
        (struct password_changed){.why = fy_slice_of(why), .password = *password};
    decision->event.password_changed = &decision->part.password_changed;
}

void decide_ask_reset(const struct account_case *it)
{
    const struct ask_password_reset *ask = it->request->ask_password_reset;
    struct account_decision *decision;

    if (!has_account(it->row)) {
        refuse(it, "unknown_account", NONE);
    } else if (!fy_slice_equal(it->row->person, ask->person)) {
        refuse(it, "other_person", NONE);
    } else {
        decision = decision_add(it, "accounts.password_reset_asked");
        decision->part.password_reset_asked = (struct password_reset_asked){
            .reset_hash = ask->reset_hash,
            .reset_until_ms = it->now_ms + ACCOUNT_RESET_MS,
            .letter = {.email = it->row->profile.email, .token = ask->letter.token},
        };
        decision->event.password_reset_asked = &decision->part.password_reset_asked;
    }
}

/* Whoever knew the old password may have been the reason: all sessions end. */
void decide_reset(const struct account_case *it)
{
    const struct reset_password *reset = it->request->reset_password;

    if (!has_account(it->row)) {
        refuse(it, "unknown_account", NONE);
    } else if (it->row->reset == NULL || !fy_slice_equal(it->row->reset->hash, reset->reset_hash)) {
        refuse(it, "wrong_token", NONE);
    } else {
        (void)revoke_sessions(it, "password_changed", NONE);
        change(it, "reset", &reset->password);
    }
}

void decide_change_password(const struct account_case *it)
{
    const struct change_password *asked = it->request->change_password;

    if (!has_account(it->row)) {
        refuse(it, "unknown_account", NONE);
    } else if (!it->row->verified) {
        refuse(it, "unverified", NONE);
    } else if (!is_password(it->row, &asked->replaces)) {
        refuse(it, "password_changed", NONE);
    } else {
        (void)revoke_sessions(it, "password_changed", asked->keep_session);
        change(it, "changed", &asked->password);
    }
}

/* Nothing ends by it: it is the same password. */
void decide_rehash(const struct account_case *it)
{
    const struct rehash_password *asked = it->request->rehash_password;

    if (!has_account(it->row))
        refuse(it, "unknown_account", NONE);
    else if (!is_password(it->row, &asked->replaces))
        refuse(it, "password_changed", NONE);
    else
        change(it, "rehashed", &asked->password);
}

/* --- Wrong ones ----------------------------------------------------------------------------- */

/* 0 for the first four in a row, then 1 s, 2 s, 4 s ... 15 min. */
static int64_t lock_for_ms(int32_t failures)
{
    int64_t lock_ms = ACCOUNT_LOCK_MS;

    if (failures <= ACCOUNT_FREE_FAILURES)
        return 0;
    for (int32_t i = ACCOUNT_FREE_FAILURES + 1; i < failures && lock_ms < ACCOUNT_LOCK_MS_MAX; i++)
        lock_ms *= 2;
    return lock_ms < ACCOUNT_LOCK_MS_MAX ? lock_ms : ACCOUNT_LOCK_MS_MAX;
}

/* While it is locked no password was looked at, so none counts: else a stranger could lock it on.
 */
void decide_fail_login(const struct account_case *it)
{
    struct account_decision *decision = decision_add(it, "accounts.login_failed");
    struct login_failed *failed = &decision->part.login_failed;
    int64_t lock_ms;

    decision->event.login_failed = failed;
    if (!has_account(it->row)) {
        failed->reason = fy_slice_of("unknown_account");
        return;
    }
    failed->failures = it->row->failures;
    failed->has_locked_until_ms = it->row->has_locked_until_ms;
    failed->locked_until_ms = it->row->locked_until_ms;
    if (is_locked(it->row, it->now_ms)) {
        failed->reason = fy_slice_of("locked");
        return;
    }
    failed->reason = fy_slice_of("wrong_password");
    if (failed->failures < INT32_MAX)
        failed->failures++;
    lock_ms = lock_for_ms(failed->failures);
    failed->has_locked_until_ms = lock_ms > 0;
    failed->locked_until_ms = lock_ms > 0 ? it->now_ms + lock_ms : 0;
}
