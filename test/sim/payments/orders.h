/*
 * orders.h - a world of payments: processes, wire, provider, and orders that want something of
 * them. What orders want is drawn from the seed; they ask again until a report says how it is.
 */
#ifndef TEST_SIM_PAYMENTS_ORDERS_H
#define TEST_SIM_PAYMENTS_ORDERS_H

#include "test/sim/payments/plug.h"

enum { PROCESSES = 2, ORDERS_MAX = 8, WANTED_REFUNDS = 3, KEYS_MAX = 256, WAITED_S_MAX = 3600 };

/* What an order wants of its one payment, and what it has heard. */
struct order {
    char order[PAYMENT_ORDER], payment[PAYMENT_NAME], method[PAYMENT_NAME];
    int64_t amount;
    bool wants_void; /* Before or after it is promised; */
    bool void_first; /* even before it asks. */
    bool void_when_held;
    bool answers_action; /* The customer comes back from the bank, */
    bool approves;       /* and has said yes. */
    int64_t capture;     /* 0: all. */
    int64_t refunds[WANTED_REFUNDS];
    int refund_count;
    int64_t begins_ms, asks_ms, acts_ms;

    /* Heard. */
    int64_t version;
    enum payment_state state;
    int64_t authorised, captured, refunded, fee;
    char ref[PAYMENT_REF];
    bool refund_answered[WANTED_REFUNDS], refund_done[WANTED_REFUNDS];
    bool capture_refused, void_refused;
    int64_t heard_ms;
    int64_t since_ms; /* In calm: since when it waits for the adapter; 0: it does not. */
    bool asked_more;  /* Once all is over, the same was asked again, */
    int64_t more_ms;  /* then; it must be answered too. */
};

/* Keys that are out: one of them at a time. */
struct key_out {
    char key[PROVIDER_KEY];
    struct plug *plug;
    int64_t sent_ms;
};

struct process {
    struct plug *plug;
    struct fy_store *store;
    char instance[16];
    int64_t start_ms; /* When it is dead: INT64_MAX: never. */
    int64_t stopped_until_ms;
};

struct world {
    uint64_t seed;
    struct random random;
    struct fy_clock clock;
    struct log *log;
    struct psp *psp;
    struct wire wire;
    struct plug_mail mail;
    struct process processes[PROCESSES];
    struct order orders[ORDERS_MAX];
    int order_count, partitions, requests;
    int64_t now_ms, storm_end_ms, next_event_ms, calm_end_ms;
    bool calm, two, trace, failed;
    bool night; /* There was one: keys are old, and what they did is searched for. */
    char why[400];
    struct log_cursor cursor; /* Of what orders have read. */
    struct key_out keys[KEYS_MAX];
    int key_count;
    int search_after_ms, list_pages_max;
};

struct totals {
    int64_t payments, calls, kills, kills_in_call, kills_in_write, stops, disks_lost;
    int64_t replayed, conflicts, errors, cuts, limited, time_outs;
    int64_t attempts, next_attempts, taken_over, not_counted, orphans, second_intents;
    int64_t captured, voided, declined, expired, refunds;
    int64_t waited[WAITED_S_MAX + 1]; /* Answers in calm, by the seconds they were waited for. */
};
extern struct totals totals;

void world_fail(struct world *world, const char *format, ...) __attribute__((format(printf, 2, 3)));
void world_trace(const struct world *world, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* world.c */
struct world *world_new(uint64_t seed, bool trace);
void world_free(struct world *world);
void world_turn(struct world *world, int64_t until_ms); /* One step, at most until then. */
void world_kill(struct world *world, struct process *process, bool disk_too);
void world_stop(struct world *world, struct process *process);
void world_calm(struct world *world);

/* orders.c */
void orders_draw(struct world *world);
void orders_run(struct world *world);
int64_t orders_next_ms(const struct world *world);
bool orders_are_done(struct world *world);
const char *orders_waiting(struct world *world);

/* books.c */
void books_called(void *context, struct plug *plug, const struct provider_call *call);
void books_read(struct world *world, const struct payment_report *report, bool counts);
void books_check(struct world *world);

#endif
