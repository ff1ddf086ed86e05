/* POST /v1/activity: what one visitor did, one event or an array of them. */
#include "schemas/generated/activity.h"
#include "lib/credit.h"
#include "producers/edge.h"
#include "producers/routes.h"
#include "producers/visitors.h"

#include <inttypes.h>
#include <stdio.h>

enum { SKUS_MAX = 50 }; /* Of one event, as the schema has it. */

static const struct edge_route route = {
    .name = "activity",
    .topic = FY_TOPIC_ACTIVITY,
    .elements_max = 100, /* What a page gathers while it is offline, and 64 KB of body. */
    .takes_text_plain = true,
};

struct visit {
    struct fy_slice visitor; /* Of the arena or of the request. */
    struct fy_slice actor;
    bool learn;
};

static bool meet_visitor(struct edge *edge, struct visit *ret_visit)
{
    struct fy_slice gpc = fy_http_header(edge->request, "Sec-GPC");
    struct fy_slice personal =
        fy_http_cookie(edge->request, "fy_personal"); /* The page's switch. */

    ret_visit->visitor = visitors_meet(edge->producers, edge->request, edge->arena);
    ret_visit->learn =
        !fy_slice_equal(gpc, fy_slice_of("1")) && !fy_slice_equal(personal, fy_slice_of("off"));
    ret_visit->actor =
        fy_arena_format(edge->arena, "visitor:%.*s", FY_SLICE_ARG(ret_visit->visitor));
    if (ret_visit->visitor.data != NULL && ret_visit->actor.data != NULL)
        return true;
    fy_http_problem(edge->request, FY_PROBLEM_INTERNAL, NULL, "no memory");
    return false;
}

static bool check_number(struct edge *edge, size_t index, const struct activity *activity)
{
    struct fy_err err;

    if ((activity->session.data != NULL) == activity->has_n)
        return true;
    (void)fy_fail(&err, FY_REJECT, "%s: session and n must be set together",
        activity->has_n ? "session" : "n");
    edge_refuse(edge, FY_PROBLEM_BAD_FIELD, index, &err);
    return false;
}

static bool refuse_credit(struct edge *edge, size_t index, const char *field)
{
    struct fy_err err;

    (void)fy_fail(&err, FY_REJECT,
        "%s: not what a list of this visitor with that list_id gave this product", field);
    edge_refuse(edge, FY_PROBLEM_BAD_FIELD, index, &err);
    return false;
}

static bool check_shown(struct edge *edge,
    size_t index,
    struct fy_slice visitor,
    const struct recommendation_shown *shown)
{
    struct fy_credits credits;
    struct fy_err err;
    char field[64];

    if (shown->credits.count == 0)
        return true;
    if (shown->credits.count != shown->skus.count) {
        (void)fy_fail(&err, FY_REJECT,
            "recommendation_shown.credits: %zu of them, but %zu skus; one each, or none",
            shown->credits.count, shown->skus.count);
        edge_refuse(edge, FY_PROBLEM_BAD_FIELD, index, &err);
        return false;
    }
    fy_credits_init(&credits, edge->producers->visitor_key, visitor, shown->list_id);
    for (size_t i = 0; i < shown->credits.count; i++) {
        if (fy_credit_check(&credits, shown->skus.items[i], shown->credits.items[i]))
            continue;
        (void)snprintf(field, sizeof(field), "recommendation_shown.credits[%zu]", i);
        return refuse_credit(edge, index, field);
    }
    return true;
}

/* Credits are ours, or there are none: whoever counts need not ask again. */
static bool check_credits(
    struct edge *edge, size_t index, struct fy_slice visitor, const struct activity *activity)
{
    const struct recommendation_clicked *clicked = activity->recommendation_clicked;
    struct fy_credits credits;

    if (activity->recommendation_shown != NULL)
        return check_shown(edge, index, visitor, activity->recommendation_shown);
    if (clicked == NULL || clicked->credit.data == NULL)
        return true;
    fy_credits_init(&credits, edge->producers->visitor_key, visitor, clicked->list_id);
    return fy_credit_check(&credits, clicked->sku, clicked->credit) ||
           refuse_credit(edge, index, "recommendation_clicked.credit");
}

/* The client's own number names the event: sent again, even by another edge, it has the same id. */
static void stamp(
    struct edge *edge, size_t index, const struct visit *visit, struct activity *activity)
{
    char number[24];
    struct fy_slice parts[] = {visit->visitor, activity->session, {0}};

    (void)snprintf(number, sizeof(number), "%" PRId64, activity->n);
    parts[2] = fy_slice_of(number);
    edge_stamp(edge, index, visit->visitor, parts, activity->has_n ? 3 : 0, &activity->envelope);
    activity->envelope.root = visit->visitor;
    activity->envelope.actor = visit->actor;
    activity->visitor = visit->visitor;
    activity->learn = visit->learn;
}

static bool take_element(struct edge *edge, size_t index, const struct visit *visit)
{
    struct activity activity;

    if (!edge_decode(edge, index, &activity) || !check_number(edge, index, &activity) ||
        !edge_knows_skus(edge, index, &activity) ||
        !check_credits(edge, index, visit->visitor, &activity) ||
        !edge_suppliers(
            edge, &activity, SKUS_MAX, &activity.suppliers.items, &activity.suppliers.count))
        return false;
    stamp(edge, index, visit, &activity);
    return edge_encode(edge, index, visit->visitor, &activity);
}

void producers_activity(struct fy_http_request *request, void *program)
{
    struct edge *edge;
    struct visit visit;

    if (!edge_open(&route, program, request, &edge) || !meet_visitor(edge, &visit))
        return;
    for (size_t i = 0; i < edge->count; i++)
        if (!take_element(edge, i, &visit))
            return;
    edge_send(edge, visit.visitor, "/v1/history");
}
