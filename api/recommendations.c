/*
 * recommendations.c - what a visitor may like: one list of products and collections, with reasons.
 * What stands in it is the shortlist's business; here it is written down.
 */
#include "api/api.h"
#include "api/shortlist.h"
#include "lib/credit.h"
#include "lib/metrics.h"

#include <string.h>

/* About what an answer takes; where it is not enough there will be more. */
enum { BYTES_OF_ITEM = 512, BYTES_MORE = 2048 };

/* Answers by variant; what visitors saw of them and chose, fy-recommend counts. */
#define VARIANT(symbol, text, of_1000, explores)                                                   \
    [FY_VARIANT_##symbol] = {.kind = FY_METRIC_COUNTER,                                            \
        .name = "fy_api_lists_total",                                                              \
        .labels = "variant=\"" text "\"",                                                          \
        .help = "Lists of recommendations answered to visitors we know."},
static struct fy_metric lists_answered[FY_VARIANT_COUNT] = {
#include "lib/variants.def"
};
#undef VARIANT

void recommendations_metrics_register(void)
{
    for (int i = 0; i < FY_VARIANT_COUNT; i++)
        fy_metric_register(&lists_answered[i]);
}

/* What speaks for the items of a list is mostly the same few products: the last is remembered. */
struct because {
    struct fy_slice sku;
    struct fy_slice json; /* Its words, as JSON. */
};

/* A title may be of any length: nothing here was promised a limit. */
static struct fy_slice viewed(struct fy_slice title, struct fy_arena *arena)
{
    static const char before[] = "because you viewed ";
    size_t before_size = sizeof(before) - 1;
    uint8_t *text = fy_arena_alloc(arena, before_size + title.size);
    struct fy_slice json = {0};
    struct fy_json_out out;

    if (text == NULL)
        return json;
    memcpy(text, before, before_size);
    if (title.size > 0)
        memcpy(text + before_size, title.data, title.size);
    fy_json_out_init(&out, arena);
    fy_json_out_text(&out, (struct fy_slice){text, before_size + title.size});
    return fy_json_out_done(&out, &json) ? json : (struct fy_slice){0};
}

/*
 * Why it is in the list, in words. A product that is not listed any more is named by its SKU; one
 * that was viewed itself speaks for itself.
 */
static enum fy_status reason_json(struct views *views,
    const struct recommended_item *item,
    enum shortlist_why why,
    struct because *because,
    struct fy_arena *arena,
    struct fy_slice *ret_json,
    struct fy_err *err)
{
    const struct card *card;
    enum fy_status status;

    if (why != SHORTLIST_VIEWED && why != SHORTLIST_MINIMUM) {
        *ret_json = fy_slice_of(why == SHORTLIST_POPULAR ? "\"popular now\""
                                : why == SHORTLIST_NEW   ? "\"new here\""
                                                         : "\"not seen much yet\"");
        return FY_OK;
    }
    if (fy_slice_equal(item->because_sku, item->sku)) {
        *ret_json = fy_slice_of("\"because you viewed it before\"");
        return FY_OK;
    }
    if (because->json.data == NULL || !fy_slice_equal(because->sku, item->because_sku)) {
        status = cards_get(views->cards, views, item->because_sku, arena, &card, err);
        if (status != FY_OK)
            return status;
        because->sku = item->because_sku;
        because->json = viewed(card->title.data == NULL ? item->because_sku : card->title, arena);
        if (because->json.data == NULL)
            return fy_fail(err, FY_FATAL, "a reason does not fit the arena of an answer");
    }
    *ret_json = because->json;
    return FY_OK;
}

static enum fy_status put_reason(struct views *views,
    const struct recommended_item *item,
    enum shortlist_why why,
    struct because *because,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct fy_slice json;
    enum fy_status status = reason_json(views, item, why, because, arena, &json, err);

    if (status != FY_OK)
        return status;
    fy_json_out_name(out, "reason");
    fy_json_out_object(out);
    fy_json_out_member_text(out, "because_sku",
        why == SHORTLIST_VIEWED || why == SHORTLIST_MINIMUM ? item->because_sku
                                                            : (struct fy_slice){.data = NULL});
    fy_json_out_name(out, "text");
    fy_json_out_json(out, json);
    fy_json_out_member_int(out, "sessions", item->sessions);
    fy_json_out_object_end(out);
    return FY_OK;
}

/* Of the list: whoever says that they saw it gives this back (lib/credit.h). */
static void put_credit(
    const struct shortlist_entry *entry, const struct fy_credits *credits, struct fy_json_out *out)
{
    static const enum fy_credit_place places[] = {[SHORTLIST_VIEWED] = FY_PLACE_EARNED,
        [SHORTLIST_POPULAR] = FY_PLACE_EARNED,
        [SHORTLIST_NEW] = FY_PLACE_EXPLORED,
        [SHORTLIST_MINIMUM] = FY_PLACE_MINIMUM,
        [SHORTLIST_FILL] = FY_PLACE_MINIMUM};
    char text[FY_CREDIT_TEXT + 1];

    if (credits == NULL)
        return;
    fy_credit_text(credits, places[entry->why], entry->card->sku, text);
    fy_json_out_member_text(
        out, "credit", (struct fy_slice){(const uint8_t *)text, FY_CREDIT_TEXT});
}

static enum fy_status put_entry(struct views *views,
    const struct shortlist_entry *entry,
    const struct fy_credits *credits,
    struct because *because,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    enum fy_status status;

    fy_json_out_object(out);
    fy_json_out_members(out, entry->card->members);
    fy_json_out_member_int(out, "score", entry->item->score);
    fy_json_out_member_int(out, "share_ppm", entry->item->share_ppm);
    if (entry->why == SHORTLIST_NEW) {
        fy_json_out_name(out, "exploration");
        fy_json_out_bool(out, true);
    }
    if (entry->why == SHORTLIST_MINIMUM || entry->why == SHORTLIST_FILL) {
        fy_json_out_name(out, entry->why == SHORTLIST_FILL ? "backfill" : "minimum");
        fy_json_out_bool(out, true);
    }
    put_credit(entry, credits, out);
    status = put_reason(views, entry->item, entry->why, because, arena, out, err);
    fy_json_out_object_end(out);
    return status;
}

static enum fy_status put_collection(struct views *views,
    const struct shortlist_collection *collection,
    struct because *because,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    enum fy_status status;

    fy_json_out_object(out);
    fy_json_out_member_text(out, "collection", collection->id);
    fy_json_out_member_text(out, "title", collection->title);
    fy_json_out_member_text(out, "kind", fy_slice_of("collection"));
    fy_json_out_member_int(out, "share_ppm", collection->share_ppm);
    fy_json_out_name(out, "skus");
    fy_json_out_array(out);
    for (size_t i = 0; i < collection->sku_count; i++)
        fy_json_out_text(out, collection->skus[i]);
    fy_json_out_array_end(out);
    status = put_reason(views, collection->best, collection->why, because, arena, out, err);
    fy_json_out_object_end(out);
    return status;
}

static enum fy_status put_entries(struct views *views,
    const struct shortlist *list,
    const struct fy_credits *credits,
    struct fy_arena *arena,
    struct fy_json_out *out,
    struct fy_err *err)
{
    struct because because = {0};
    enum fy_status status = FY_OK;
    size_t collection = 0;

    fy_json_out_name(out, "items");
    fy_json_out_array(out);
    for (size_t i = 0; i <= list->count && status == FY_OK; i++) {
        while (collection < list->collection_count && list->collections[collection].before == i &&
               status == FY_OK)
            status =
                put_collection(views, &list->collections[collection++], &because, arena, out, err);
        if (i < list->count && status == FY_OK)
            status = put_entry(views, &list->entries[i], credits, &because, arena, out, err);
    }
    fy_json_out_array_end(out);
    return status;
}

enum fy_status recommendations_for(struct views *views,
    const struct shortlist_ask *ask,
    struct fy_arena *arena,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    struct shortlist *list = fy_arena_alloc(arena, sizeof(*list));
    struct fy_credits credits;
    struct fy_json_out out;
    bool credited;
    enum fy_status status;

    if (list == NULL)
        return fy_fail(err, FY_FATAL, "a list does not fit the arena of an answer");
    status = shortlist_make(views, ask, arena, list, err);
    if (status != FY_OK)
        return status;

    fy_json_out_init(&out, arena);
    fy_json_out_expect(&out, BYTES_MORE + list->count * BYTES_OF_ITEM);
    fy_json_out_object(&out);
    fy_json_out_member_text(&out, "list_id", list->list_id);
    fy_json_out_member_text(&out, "variant",
        list->variant == NULL ? (struct fy_slice){0} : fy_slice_of(list->variant->name));
    fy_json_out_name(&out, "personal");
    fy_json_out_bool(&out, list->personal);
    put_as_of(&out, list->own.as_of.items, list->own.as_of.count);
    fy_json_out_name(&out, "updated_ms");
    if (list->own_known)
        fy_json_out_int(&out, list->own.updated_ms);
    else
        fy_json_out_null(&out);
    fy_json_out_member_text(&out, "current_sku", list->own.current_sku);
    credited = ask->visitor_key != NULL && ask->visitor.data != NULL && list->list_id.data != NULL;
    if (credited)
        fy_credits_init(&credits, ask->visitor_key, ask->visitor, list->list_id);
    status = put_entries(views, list, credited ? &credits : NULL, arena, &out, err);
    if (status != FY_OK)
        return status;
    fy_json_out_object_end(&out);
    if (list->variant != NULL)
        fy_metric_add(&lists_answered[list->variant - fy_variants], 1);
    return answer_json(ret_answer, &out, err);
}

/* --- Routes ------------------------------------------------------------------------------------
 */

static bool parse(
    struct fy_http_request *request, struct shortlist_ask *ret_ask, struct api_answer *ret_answer)
{
    *ret_ask = (struct shortlist_ask){.limit = API_RECOMMENDED_DEFAULT};
    return query_int(fy_http_query(request, "limit"), "limit", 1, SHORTLIST_MAX,
               API_RECOMMENDED_DEFAULT, &ret_ask->limit, ret_answer) &&
           query_flag(fy_http_query(request, "keep_current"), "keep_current",
               &ret_ask->keep_current, ret_answer) &&
           query_flag(fy_http_query(request, "plain"), "plain", &ret_ask->plain, ret_answer);
}

static bool check(struct fy_http_request *request, struct api_answer *ret_answer)
{
    struct shortlist_ask ask;

    return parse(request, &ask, ret_answer);
}

static enum fy_status content(struct api *api,
    struct fy_http_request *request,
    struct fy_slice key,
    struct api_answer *ret_answer,
    struct fy_err *err)
{
    const struct fy_caller *caller = fy_http_caller(request);
    struct shortlist_ask ask;

    if (!parse(request, &ask, ret_answer))
        return FY_OK;
    ask.visitor = key;
    ask.person = caller == NULL ? (struct fy_slice){0} : caller->person;
    ask.impersonal = fy_slice_equal(fy_http_cookie(request, "fy_personal"), fy_slice_of("off"));
    ask.repeatable = api->repeatable;
    ask.minimum = api->minimum;
    ask.now_ms = fy_reactor_now_ms(api->reactor);
    ask.visitor_key = api->visitor_key;
    return recommendations_for(&api->views, &ask, &api->arena, ret_answer, err);
}

/* Whoever has no cookie of ours yet gets what everybody gets. */
void api_recommendations(struct fy_http_request *request, void *program)
{
    struct reading reading = {.view = VIEW_RECOMMENDATIONS,
        .whom = ANSWER_FOR_CALLER,
        .check = check,
        .content = content};

    if (!reading_known_visitor(program, request, &reading.key))
        reading.key = (struct fy_slice){0};
    if (reading.key.data == NULL)
        reading_serve_page(program, request, &reading);
    else
        reading_serve(program, request, &reading);
}
