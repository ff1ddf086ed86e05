/*
 * decide.h - what the files of the rules share; nobody else includes it.
 *
 *   saga.c        the table: which rule is whose; what follows from any input
 *   recognise.c   which input a record is
 *   place.c       place, and until the money is taken: holds, payment, cancelling
 *   suppliers.c   accept, reject, ship, deliver; other suppliers
 *   customers.c   cancel, return; refunds; operators
 *   due.c         what time alone causes
 *   begin.c       a row as it is worked on
 *   evolve.c      what each event makes of the order
 */
#ifndef ORDERS_DECIDE_H
#define ORDERS_DECIDE_H

#include "processors/orders/orders.h"

/* One input to one order, and where its events go. */
struct saga {
    struct order_now *order;
    const struct order_input *input;
    const struct order_terms *terms;
    int64_t now_ms;
    struct fy_arena *arena;
    struct order_events *out;
};

typedef void saga_rule(struct saga *it);

/* Every rule that the table names, as often as it stands there. */
#define INPUT(symbol, from, words)
#define ON(input, states, rule, next, words) saga_rule rule_##rule;
#define NEVER(input, states, words)
#include "processors/orders/saga.def"
#undef INPUT
#undef ON
#undef NEVER

/* What the table says of a pair; rule NULL: never. */
struct saga_cell {
    saga_rule *rule;
    const char *next, *words;
    int count; /* How often the pair stands in it. */
};
struct saga_cell saga_cell(enum order_state state, enum saga_input input);

/* Zeroed memory that lives as long as the decision. */
void *saga_room(struct saga *it, size_t size);
struct fy_slice saga_text(struct saga *it, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * An event happens: the order is changed by it, in state `state` from now on. TELL sets its part,
 * as in TELL(it, state, cancel_noted, .reason = word).
 */
struct order_event *saga_event(struct saga *it, enum order_state state);
void saga_tell(struct saga *it, struct order_event *event);

#define TELL_AS(it, state, type, member, ...)                                                      \
    do {                                                                                           \
        struct order_event *told_event = saga_event((it), (state));                                \
        struct type *told_part = saga_room((it), sizeof(*told_part));                              \
                                                                                                   \
        *told_part = (struct type){__VA_ARGS__};                                                   \
        told_event->member = told_part;                                                            \
        saga_tell((it), told_event);                                                               \
    } while (0)
#define TELL(it, state, member, ...) TELL_AS(it, state, member, member, __VA_ARGS__)

enum order_state saga_state(const struct saga *it);

/* The request in hand is refused. */
void saga_refuse(struct saga *it, const char *reason);

/* No rule settles it; said once until somebody resolves it. */
void saga_operator(struct saga *it, const char *reason);

/* Nothing of it will be shipped: all is freed, void, given back. */
void saga_cancel(struct saga *it, const char *reason);
void saga_refused(struct saga *it, struct fy_slice reason, const struct money *total);

/* What is left of a line will not be shipped. */
void saga_cancel_rest(
    struct saga *it, const int32_t *lines, size_t count, const char *why, struct fy_slice reason);

/* These lines of one supplier look for another, or end; in CONFIRMED. */
void saga_reject_lines(struct saga *it,
    struct fy_slice supplier,
    const int32_t *lines,
    size_t count,
    struct fy_slice reason);

/* "ORDER/line/try", and "ORDER/n". */
struct fy_slice saga_hold(struct saga *it, int line, int attempt);

/* Which line and try; false where it is none of this order's. */
bool order_hold_parse(
    const struct order_now *order, struct fy_slice hold, int *ret_line, int *ret_attempt);

/* Whole items of a line that are neither cancelled nor shipped. */
int64_t order_open_units(const struct order_line *line);
bool order_line_is_of(const struct order_line *line, struct fy_slice supplier);

/* Is something asked of stock or payments that they have not answered? */
bool order_is_open(const struct order_now *order);

#endif
