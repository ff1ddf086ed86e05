/*
 * recount.h - exposure counted again, from activity and orders alone, by plain sums.
 *
 * Nothing of processors/exposure is used here. A shop of few visitors, products and suppliers: what
 * each visitor has seen, chosen and put into the cart stands in small tables, and each count in a
 * list of all that were ever begun.
 */
#ifndef TEST_SIM_EXPOSURE_RECOUNT_H
#define TEST_SIM_EXPOSURE_RECOUNT_H

#include "schemas/generated/exposure.h"
#include "test/sim/check.h"

enum {
    RECOUNT_VISITORS = 4,
    RECOUNT_SKUS = 3,
    RECOUNT_SUPPLIERS = 2,
    RECOUNT_LISTS = 3,
    RECOUNT_ORDERS = 6,
    RECOUNT_LINES = 3,
    RECOUNT_SESSION = 24, /* Facts of one client session. */
    RECOUNT_SESSIONS = FACTS_MAX / RECOUNT_SESSION + 1,
    RECOUNT_TALLIES = 4096,
};

extern const char *const recount_visitors[RECOUNT_VISITORS];
extern const char *const recount_skus[RECOUNT_SKUS];
extern const char *const recount_suppliers[RECOUNT_SUPPLIERS];
extern const char *const recount_lists[RECOUNT_LISTS];

/* Which of `names` it is, or `count`. */
int recount_find(const char *const *names, int count, struct fy_slice name);

enum recount_kind { RECOUNT_ACTIVITY, RECOUNT_ORDER, RECOUNT_KINDS };

/* All parts that a record of `exposure` can have, but revenue, which is of one currency. */
struct recount_tally {
    int32_t partition;
    enum recount_kind kind;
    int supplier, sku; /* RECOUNT_SKUS: of any. */
    int32_t day;
    struct exposure exposure; /* Numbers alone. */
    int64_t revenue_minor;
    bool told; /* Scratch of the check. */
    struct exposure last;
    int64_t last_minor;
};

struct recount_visitor {
    bool known, parked;
    int32_t day;
    int counted;
    int64_t forgotten_ms;
    bool read[RECOUNT_SESSIONS][FACTS_MAX + 1];
    bool shown[RECOUNT_LISTS][RECOUNT_SKUS], chosen[RECOUNT_LISTS][RECOUNT_SKUS];
    bool cart[RECOUNT_SKUS], reached[RECOUNT_SUPPLIERS];
};

struct recount_order {
    bool open;
    int count;
    struct {
        int sku, supplier; /* RECOUNT_SUPPLIERS: nobody yet. */
        int64_t units, minor;
    } lines[RECOUNT_LINES];
};

struct recount {
    struct check *check;
    int32_t newest[PARTITIONS_MAX][RECOUNT_KINDS]; /* Days of append times. */
    struct recount_visitor visitors[RECOUNT_VISITORS];
    struct recount_order orders[RECOUNT_ORDERS];
    struct recount_tally tallies[RECOUNT_TALLIES];
    int tally_count;
};

void recount_all(struct recount *recount, struct check *check);

/* NULL: nothing of this was ever counted. */
struct recount_tally *recount_tally_find(struct recount *recount,
    int32_t partition,
    enum recount_kind kind,
    int supplier,
    int sku,
    int32_t day);

/* Are the rows of such a day still there? */
bool recount_is_open(const struct recount *recount, const struct recount_tally *tally);

#endif
