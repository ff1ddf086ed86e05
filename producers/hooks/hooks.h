/*
 * hooks.h - what the payment provider tells of its own accord: POST /v1/hooks/payments.
 *
 * Order:   signature over the raw body, and its time; only then the body is read; written down;
 *          2xx when Kafka has it. The provider sends again what was not answered so; a repeat is
 *          one more record that changes nothing.
 * Errors:  400 for a signature that does not count, whatever is wrong with it, and for a body that
 *          is none; an address that is refused often is answered 429, and nothing is looked at.
 * Threads: the reactor's.
 * Source:  lib/hook.h; docs/decisions/0063.
 */
#ifndef PRODUCERS_HOOKS_H
#define PRODUCERS_HOOKS_H

#include "producers/producers.h"
#include "schemas/generated/webhook.h"

struct hooks;

/* `secret_file`: one secret a line, at most two; "": nobody's signature counts. */
enum fy_status hooks_new(
    const char *secret_file, struct hooks **ret_hooks, struct fy_err *err) FY_MUST_CHECK;
void hooks_free(struct hooks *hooks);

/* For tests: the secrets themselves. */
enum fy_status hooks_new_of(
    const char *secrets, struct hooks **ret_hooks, struct fy_err *err) FY_MUST_CHECK;

/*
 * A provider's event, all but the envelope. False: it is none that we could read. One of another
 * kind than payments, or of nobody's order, is read, and keyed by the provider's name for it.
 */
bool hooks_read(struct fy_slice body, struct fy_arena *arena, struct webhook *ret_webhook);

void hooks_register_metrics(void);

#endif
