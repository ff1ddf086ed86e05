/*
 * tokens.h - what a client is given when it has signed in, and how it is called in a list.
 *
 * A browser, which says Sec-Fetch-Site, gets cookies that no script reads; anybody else gets
 * {"access_token", "refresh_token", "expires_in" ...}.
 * Threads: the reactor's.
 */
#ifndef PRODUCERS_ACCOUNTS_TOKENS_H
#define PRODUCERS_ACCOUNTS_TOKENS_H

#include "producers/accounts/op.h"

/* Signed in: 200 with tokens for the op's account and session; op->ticket is the refresh token. */
void tokens_answer(struct op *op);

/* The browser's cookies go. */
void tokens_forget(struct op *op);

/* "Firefox on Linux": no version, no address. Of static storage or `room`. */
const char *tokens_label(struct fy_slice user_agent, char *room, size_t size);

/* Does a browser ask, for a page? */
bool tokens_is_browser(struct fy_http_request *request);

/* The page of another site must not use a cookie. */
bool tokens_is_foreign_page(struct fy_http_request *request);

#endif
