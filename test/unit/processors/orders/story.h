/*
 * story.h - an order's life told in letters, a step each, and what the rules make of it.
 *
 *   p   placed: 2 mugs at 5.00 of acme, 1 cup at 3.00 of zenith; sum 13.00
 *   hN  line N is held (by its supplier; with 'o' behind it of "other" at the same price, with 'l'
 *       of "other" at a lower one, with 'd' at a dearer one)
 *   xN  line N is refused: sold out          gN  its hold is gone         cN  it is sold
 *   nN  what was sold of it is not there     fN  its hold is free         wN  stock knows what left
 *   uN  stock cannot do what was asked of it
 *   A authorised   3 action   D declined   E expired   C captured   V voided   R refunded
 *   F refund failed   N capture not done
 *   k cancelled   kA, kZ of acme, of zenith   b all returned   b1 one mug returned
 *   aA, aZ, aO accepted by acme, zenith, other; rA.. rejected; sA.. all shipped; s1 one mug;
 *   dA.. delivered
 *   oR, oF, oC an operator asks again, refunds the rest, closes
 *   t   the next thing that is due happens
 */
#ifndef TEST_ORDERS_STORY_H
#define TEST_ORDERS_STORY_H

#include "processors/orders/asks.h"
#include "processors/orders/money.h"
#include "test/expect.h"

#include <assert.h>
#include <stdlib.h>

#define ORDER "00112233445566778899aabbccddeeff"
#define STORY_BEGIN_MS INT64_C(1700000000000)

struct story {
    struct order_now order;
    struct order_events events; /* Of the last step. */
    struct fy_arena arena;
    struct payment_standing payment;
    int64_t now_ms;
    int requests, refunds;
    int64_t books_minor; /* Sum of all entries that were posted; and of each account. */
    int64_t accounts[5];
    enum saga_input kind;
    bool old; /* The last step said nothing new. */
};

static const struct order_terms story_terms = {
    .commission_bp = 1000,
    .pay_for_ms = 600000,
    .extend_for_ms = 600000,
    .accept_for_ms = 172800000,
    .ship_for_ms = 604800000,
    .deliver_for_ms = 1209600000,
    .return_for_ms = 2592000000,
    .resend_for_ms = 30000,
    .resend_most_for_ms = 900000,
    .resends_max = 3,
    .keep_for_ms = 7776000000,
};

static inline struct fy_slice story_copy(struct story *story, const char *text)
{
    return fy_arena_copy(&story->arena, fy_slice_of(text));
}

static inline void *story_room(struct story *story, size_t size)
{
    void *room = fy_arena_alloc(&story->arena, size);

    assert(room != NULL);
    return room;
}

static inline struct story *story_new(void)
{
    struct story *story = calloc(1, sizeof(*story));

    assert(story != NULL);
    fy_arena_init(&story->arena, 64 * 1024 * 1024);
    story->now_ms = STORY_BEGIN_MS;
    story->payment.currency = fy_slice_of("EUR");
    order_begin(&story->order, fy_slice_of(ORDER), NULL);
    return story;
}

static inline void story_free(struct story *story)
{
    fy_arena_done(&story->arena);
    free(story);
}

static inline void story_take(struct story *story, const struct order_input *input, int64_t now_ms)
{
    story->kind = input->kind;
    order_decide(&story->order, input, &story_terms, now_ms, &story->arena, &story->events);
    for (int i = 0; i < story->events.count; i++) {
        const struct ledger_posted *posted = story->events.items[i]->ledger_posted;
        int64_t sum_minor = 0;

        for (size_t j = 0; posted != NULL && j < posted->entries.count; j++) {
            sum_minor += posted->entries.items[j].amount_minor;
            story->accounts[posted->entries.items[j].account] +=
                posted->entries.items[j].amount_minor;
        }
        EXPECT_I64(0, sum_minor);
    }
}

/* --- Requests -------------------------------------------------------------------------------- */

static inline struct fy_slice story_supplier(char letter)
{
    return fy_slice_of(letter == 'A' ? "acme" : letter == 'Z' ? "zenith" : "other");
}

static inline void story_ask(struct story *story, struct order_request request)
{
    struct order_request *kept = story_room(story, sizeof(*kept));
    struct order_input input;

    *kept = request;
    kept->order = fy_slice_of(ORDER);
    kept->envelope.event_id = fy_arena_format(&story->arena, "request-%d", ++story->requests);
    kept->envelope.root = fy_slice_of("visitor");
    kept->envelope.actor = fy_slice_of("visitor:v");
    input = order_recognise_request(kept);
    input.at = (struct position){fy_slice_of("order-requests"), 0, story->requests};
    story_take(story, &input, story->now_ms);
}

static inline void story_place(struct story *story)
{
    static const struct order_item lines[] = {{.sku = {(const uint8_t *)"mug", 3}, .units = 2},
        {.sku = {(const uint8_t *)"cup", 3}, .units = 1}};
    struct place_order *place = story_room(story, sizeof(*place));

    *place = (struct place_order){
        .person = fy_slice_of("person"),
        .visitor = fy_slice_of("visitor"),
        .lines = {.items = lines, .count = 2},
        .expected_total = {1300, fy_slice_of("EUR")},
        .payment_method = fy_slice_of("pm_card_visa"),
    };
    story_ask(story, (struct order_request){.place_order = place});
}

/* What letter asks, with its argument; false: it is no request. */
static inline bool story_request(struct story *story, char letter, char argument)
{
    static const struct order_item one[] = {{.sku = {(const uint8_t *)"mug", 3}, .units = 1}};
    struct fy_slice who = story_supplier(argument);
    struct cancel_order *cancel = story_room(story, sizeof(*cancel));
    struct return_items *back = story_room(story, sizeof(*back));
    struct accept_sub_order *accept = story_room(story, sizeof(*accept));
    struct reject_sub_order *reject = story_room(story, sizeof(*reject));
    struct ship_items *ship = story_room(story, sizeof(*ship));
    struct deliver_sub_order *deliver = story_room(story, sizeof(*deliver));
    struct resolve_order *resolve = story_room(story, sizeof(*resolve));
    struct order_request request = {0};

    switch (letter) {
    case 'k':
        if (argument != ' ')
            cancel->supplier = who;
        request.cancel_order = cancel;
        break;
    case 'b':
        if (argument == '1')
            back->items.items = one, back->items.count = 1;
        request.return_items = back;
        break;
    case 'a':
        accept->supplier = who;
        request.accept_sub_order = accept;
        break;
    case 'r':
        *reject = (struct reject_sub_order){who, fy_slice_of("broken")};
        request.reject_sub_order = reject;
        break;
    case 's':
        ship->supplier = argument == '1' ? fy_slice_of("acme") : who;
        if (argument == '1')
            ship->items.items = one, ship->items.count = 1;
        request.ship_items = ship;
        break;
    case 'd':
        deliver->supplier = who;
        request.deliver_sub_order = deliver;
        break;
    case 'o':
        resolve->note = fy_slice_of("goodwill");
        resolve->action = argument == 'R'   ? RESOLVE_ACTION_RETRY
                          : argument == 'F' ? RESOLVE_ACTION_REFUND_REST
                                            : RESOLVE_ACTION_CLOSE;
        request.resolve_order = resolve;
        break;
    default:
        return false;
    }
    story_ask(story, request);
    return true;
}

/* --- Answers --------------------------------------------------------------------------------- */

static inline bool story_reply(struct story *story, char letter, int at, char how)
{
    const struct order_line *line = &story->order.lines[at];
    struct stock_reply *reply = story_room(story, sizeof(*reply));
    struct money *price = story_room(story, sizeof(*price));
    struct order_input input;

    *price = (struct money){at == 0 ? 500 : 300, fy_slice_of("EUR")};
    price->minor += how == 'l' ? -100 : how == 'd' ? 100 : 0;
    *reply = (struct stock_reply){
        .envelope = {.event_id = fy_slice_of("reply"), .root = fy_slice_of("visitor")},
        .order = fy_slice_of(ORDER),
        .hold = fy_arena_format(&story->arena, ORDER "/%d/%d", at, line->attempt),
        .standing =
            {
                .units = line->standing.units,
                .price = price,
                .supplier = how == ' ' ? story_supplier(at == 0 ? 'A' : 'Z') : fy_slice_of("other"),
                .shipped_units = line->standing.shipped_units,
                .returned_units = line->standing.returned_units,
            },
    };
    switch (letter) {
    case 'h':
        reply->asked = STOCK_ASKED_HOLD;
        reply->standing.state = HOLD_STATE_HELD;
        break;
    case 'x':
        reply->asked = STOCK_ASKED_HOLD;
        reply->standing = (struct hold_standing){
            .state = HOLD_STATE_REFUSED, .reason = fy_slice_of("sold_out"), .left_units = 1};
        break;
    case 'g':
        reply->standing.state = HOLD_STATE_RELEASED;
        reply->standing.reason = fy_slice_of("lost");
        break;
    case 'c':
        reply->asked = STOCK_ASKED_COMMIT;
        reply->standing.state = HOLD_STATE_COMMITTED;
        break;
    case 'n':
        reply->standing.state = HOLD_STATE_COMMITTED;
        reply->standing.short_units = 1;
        break;
    case 'f':
        reply->asked = STOCK_ASKED_RELEASE;
        reply->standing.state = HOLD_STATE_RELEASED;
        if (story->order.row.releases.count > 0)
            reply->hold = fy_arena_format(&story->arena, ORDER "/%d/%d",
                story->order.releases[0].line, story->order.releases[0].attempt);
        break;
    case 'w':
        reply->asked = STOCK_ASKED_SHIP;
        reply->standing.state = HOLD_STATE_SHIPPED;
        break;
    case 'u':
        reply->asked = line->release_open ? STOCK_ASKED_RELEASE : STOCK_ASKED_SHIP;
        reply->not_done = fy_slice_of("other_hold");
        reply->standing = (struct hold_standing){0};
        break;
    default:
        return false;
    }
    input = order_recognise_reply(&story->order, reply);
    story_take(story, &input, story->now_ms);
    return true;
}

static inline bool story_report(struct story *story, char letter)
{
    struct payment_report *report = story_room(story, sizeof(*report));
    struct payment_authorised *authorised = story_room(story, sizeof(*authorised));
    struct action_required *action = story_room(story, sizeof(*action));
    struct payment_declined *declined = story_room(story, sizeof(*declined));
    struct payment_refunded *refunded = story_room(story, sizeof(*refunded));
    struct step_not_done *not_done = story_room(story, sizeof(*not_done));
    struct payment_standing *standing = &story->payment;
    size_t refund = story->order.row.payment.refunds.count;
    struct order_input input;

    switch (letter) {
    case 'A':
        standing->state = PAYMENT_STATE_AUTHORISED;
        standing->authorised_minor = 1300;
        report->payment_authorised = authorised;
        break;
    case '3':
        standing->state = PAYMENT_STATE_ACTION_REQUIRED;
        action->url = fy_arena_format(&story->arena, "https://psp/%d", ++story->refunds);
        report->action_required = action;
        break;
    case 'D':
        standing->state = PAYMENT_STATE_DECLINED;
        declined->code = fy_slice_of("card_declined");
        report->payment_declined = declined;
        break;
    case 'E':
        standing->state = PAYMENT_STATE_EXPIRED;
        break;
    case 'C':
        standing->state = PAYMENT_STATE_CAPTURED;
        standing->captured_minor = story->order.row.payment.amount_minor;
        standing->fee_minor = 33;
        break;
    case 'V':
        standing->state = PAYMENT_STATE_VOIDED;
        break;
    case 'R':
        standing->refunded_minor += refund > 0 ? story->order.refunds[refund - 1].amount_minor : 0;
        refunded->refund_id = fy_arena_format(&story->arena, ORDER "/1/r%zu", refund);
        report->payment_refunded = refunded;
        break;
    case 'F':
        *not_done = (struct step_not_done){PAYMENT_STEP_REFUND,
            fy_arena_format(&story->arena, ORDER "/1/r%zu", refund), fy_slice_of("refused")};
        report->step_not_done = not_done;
        break;
    case 'N':
        *not_done =
            (struct step_not_done){.step = PAYMENT_STEP_CAPTURE, .reason = fy_slice_of("declined")};
        report->step_not_done = not_done;
        break;
    default:
        return false;
    }
    report->envelope.event_id = fy_slice_of("report");
    report->order = fy_slice_of(ORDER);
    report->payment = fy_slice_of(ORDER "/1");
    report->standing = *standing;
    input = order_recognise_report(&story->order, report);
    story_take(story, &input, story->now_ms);
    return true;
}

static inline void story_time(struct story *story)
{
    struct order_input due = order_due(&story->order);

    CU_ASSERT_NOT_EQUAL_FATAL(due.due_ms, 0);
    if (due.due_ms > story->now_ms)
        story->now_ms = due.due_ms;
    story_take(story, &due, story->now_ms);
}

/* Steps, with blanks between them. */
static inline void story_tell(struct story *story, const char *steps)
{
    while (*steps != '\0') {
        char letter = *steps++, argument = ' ', how = ' ';

        if (letter == ' ')
            continue;
        story->now_ms += 1000;
        if (*steps != ' ' && *steps != '\0')
            argument = *steps++;
        if (*steps != ' ' && *steps != '\0')
            how = *steps++;
        if (letter == 'p')
            story_place(story);
        else if (letter == 't')
            story_time(story);
        else if (!story_request(story, letter, argument) && !story_report(story, letter) &&
                 !story_reply(story, letter, argument - '0', how))
            CU_FAIL_FATAL("a step of no kind");
    }
}

/* --- What it came to ------------------------------------------------------------------------- */

/* What is open, a word each: "hold0 commit1 release0 ship0 return0 authorise capture refund". */
static inline void story_asks(const struct story *story, char *text, size_t size)
{
    static const char *const words[] = {
        "hold", "commit", "release", "ship", "return", "authorise", "capture", "void", "refund"};
    struct order_asks asks;
    size_t used = 0;

    text[0] = '\0';
    order_asks(&story->order, &asks);
    for (int i = 0; i < asks.count && used < size; i++)
        used += (size_t)snprintf(text + used, size - used,
            asks.items[i].kind < ASK_AUTHORISE ? "%s%s%d" : "%s%s", i > 0 ? " " : "",
            words[asks.items[i].kind], asks.items[i].line);
}

#endif
