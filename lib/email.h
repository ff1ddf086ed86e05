/*
 * email.h - e-mail addresses as accounts are found by them.
 *
 * Shape:   what a person typed -> the one spelling that stands for it: no blanks around it, A-Z in
 *          lower case. Letters beyond ASCII are left alone: whether two of them are one address is
 *          for the domain to say.
 * Limits:  3 .. 254 bytes (RFC 5321), one @ with something on both sides, no blank and no control
 *          character in it.
 * Memory:  the result is of the arena.
 * Errors:  words that name the limit.
 * Threads: any.
 */
#ifndef FY_EMAIL_H
#define FY_EMAIL_H

#include "lib/arena.h"
#include "lib/err.h"

enum { FY_EMAIL_BYTES_MAX = 254 };

/* FY_REJECT: "email: ..." says what is wrong with it, and never repeats it. */
enum fy_status fy_email_normal(struct fy_slice typed,
    struct fy_arena *arena,
    struct fy_slice *ret_email,
    struct fy_err *err) FY_MUST_CHECK;

#endif
