#include "producers/accounts/tokens.h"

#include <stdio.h>
#include <string.h>

bool tokens_is_browser(struct fy_http_request *request)
{
    return fy_http_header(request, "Sec-Fetch-Site").data != NULL;
}

bool tokens_is_foreign_page(struct fy_http_request *request)
{
    struct fy_slice site = fy_http_header(request, "Sec-Fetch-Site");

    return site.data != NULL && !fy_slice_equal(site, fy_slice_of("same-origin")) &&
           !fy_slice_equal(site, fy_slice_of("none"));
}

static void set_cookie(
    struct op *op, const char *name, const char *value, const char *path, int age_s)
{
    struct fy_slice proto = fy_http_header(op->request, "X-Forwarded-Proto");
    struct fy_slice header =
        fy_arena_format(&op->arena, "%s=%s; Path=%s; HttpOnly; SameSite=Strict; Max-Age=%d%s", name,
            value, path, age_s, fy_slice_equal(proto, fy_slice_of("https")) ? "; Secure" : "");

    if (header.data != NULL)
        fy_http_set_header(op->request, "Set-Cookie", (const char *)header.data);
}

void tokens_forget(struct op *op)
{
    set_cookie(op, "fy_token", "", "/", 0);
    set_cookie(op, "fy_refresh", "", "/v1/", 0);
}

static bool make_token(struct op *op, struct fy_slice *ret_token)
{
    enum fy_role role = fy_role_find(op->credential.role);
    const struct fy_caller caller = {
        .role = role,
        .person = op->credential.person,
        .account = fy_slice_of(op->account),
        .supplier = op->credential.supplier,
        .session = fy_slice_of(op->session),
        .issued_ms = op->now_ms,
        .expires_ms = op->now_ms + FY_TOKEN_LIFE_MS,
    };

    return role != FY_ROLE_COUNT &&
           fy_token_make(op->people->token_key, &caller, &op->arena, ret_token);
}

void tokens_answer(struct op *op)
{
    struct fy_json_out out;
    struct fy_slice token;

    if (!make_token(op, &token)) {
        op_problem(op, FY_PROBLEM_INTERNAL, NULL, "no token can be made for this account");
        return;
    }
    fy_json_out_init(&out, &op->arena);
    fy_json_out_object(&out);
    if (tokens_is_browser(op->request)) {
        set_cookie(op, "fy_token", (const char *)token.data, "/", FY_TOKEN_LIFE_MS / 1000);
        set_cookie(op, "fy_refresh", op->ticket, "/v1/", REFRESH_LIFE_S);
    } else {
        fy_json_out_member_text(&out, "access_token", token);
        fy_json_out_member_text(&out, "refresh_token", fy_slice_of(op->ticket));
        fy_json_out_member_text(&out, "token_type", fy_slice_of("Bearer"));
    }
    fy_json_out_member_int(&out, "expires_in", FY_TOKEN_LIFE_MS / 1000);
    fy_json_out_member_text(&out, "session", fy_slice_of(op->session));
    fy_json_out_member_text(&out, "person", op->credential.person);
    fy_json_out_member_text(&out, "role", op->credential.role);
    fy_json_out_member_text(&out, "supplier", op->credential.supplier);
    fy_json_out_object_end(&out);
    op_answer_json(op, 200, &out);
}

static bool says(struct fy_slice text, const char *word)
{
    return text.data != NULL && memmem(text.data, text.size, word, strlen(word)) != NULL;
}

struct word {
    const char *in;
    const char *name;
};

/* In this order: most browsers claim to be others as well. */
static const struct word browsers[] = {
    {"Firefox/", "Firefox"},
    {"Edg/", "Edge"},
    {"OPR/", "Opera"},
    {"Chrome/", "Chrome"},
    {"Safari/", "Safari"},
    {"curl/", "curl"},
};
static const struct word systems[] = {
    {"Android", "Android"},
    {"iPhone", "iPhone"},
    {"iPad", "iPad"},
    {"Windows", "Windows"},
    {"Mac OS", "Mac"},
    {"Linux", "Linux"},
};

static const char *first_of(struct fy_slice text, const struct word *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (says(text, words[i].in))
            return words[i].name;
    return NULL;
}

const char *tokens_label(struct fy_slice user_agent, char *room, size_t size)
{
    const char *browser = first_of(user_agent, browsers, sizeof(browsers) / sizeof(browsers[0]));
    const char *system = first_of(user_agent, systems, sizeof(systems) / sizeof(systems[0]));

    if (browser == NULL)
        browser = "an app";
    if (system == NULL)
        return browser;
    (void)snprintf(room, size, "%s on %s", browser, system);
    return room;
}
