#include "producers/visitors.h"

#include <stdio.h>

void visitors_greet(
    struct producers *producers, struct fy_http_request *request, struct fy_slice visitor)
{
    char cookie[FY_COOKIE_TEXT + 1];
    char header[FY_COOKIE_TEXT + 80];

    fy_visitor_cookie(producers->visitor_key, visitor, cookie);
    (void)snprintf(header, sizeof(header),
        "fy_visitor=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000", cookie);
    fy_http_set_header(request, "Set-Cookie", header);
}

struct fy_slice visitors_meet(
    struct producers *producers, struct fy_http_request *request, struct fy_arena *arena)
{
    struct fy_slice visitor;
    char text[FY_VISITOR_TEXT + 1];

    if (fy_visitor_check(producers->visitor_key, fy_http_cookie(request, "fy_visitor"), &visitor))
        return visitor;
    fy_visitor_new(text);
    visitor = fy_arena_copy(arena, fy_slice_of(text));
    if (visitor.data != NULL)
        visitors_greet(producers, request, visitor);
    return visitor;
}
