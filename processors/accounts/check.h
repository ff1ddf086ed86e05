/*
 * check.h - what a request must be before it may change a row: no text is longer than rows keep.
 *
 * Edges promise far more. Only what would break a row, or its promises, is checked again.
 * Errors:  FY_REJECT, with the limit that was broken.
 * Threads: pure; any number.
 */
#ifndef ACCOUNTS_CHECK_H
#define ACCOUNTS_CHECK_H

#include "lib/err.h"
#include "schemas/generated/account_request.h"

enum fy_status request_check(
    const struct account_request *request, struct fy_slice key, struct fy_err *err) FY_MUST_CHECK;

#endif
