#include "infra/tools/simulate/shopper.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char (*skus)[SKU_TEXT];
static struct shop_price *prices;
static int sku_count;
static double *popularity; /* Cumulative. */
static int *popular;       /* Rank -> SKU: popularity has nothing to do with SKU order. */
static uint64_t state;

/* splitmix64: the same seed shops the same way, as far as the answers agree. */
static uint64_t next_random(void)
{
    uint64_t z = (state += 0x9E3779B97F4A7C15u);

    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

int below(int limit)
{
    return (int)(next_random() % (uint64_t)limit);
}

void random_seed(uint64_t seed)
{
    state = seed;
}

bool chance(int per_mille)
{
    return below(1000) < per_mille;
}

/* Before the next product begins. */
static struct shop_price price_of(const char *rest)
{
    struct shop_price price = {0};
    const char *at = strstr(rest, "\"price\":{\"minor\":"), *next = strstr(rest, "\"sku\":\"");

    if (at == NULL || (next != NULL && next < at) ||
        sscanf(at, "\"price\":{\"minor\":%lld,\"currency\":\"%3[A-Z]\"", &price.minor,
            price.currency) != 2)
        price.minor = 0;
    return price;
}

bool shop_add(const char *sku, size_t size, const char *rest)
{
    if (sku_count == SKUS_MAX || size >= SKU_TEXT)
        return false;
    if (sku_count % 1024 == 0) {
        skus = realloc(skus, ((size_t)sku_count + 1024) * sizeof(*skus));
        prices = realloc(prices, ((size_t)sku_count + 1024) * sizeof(*prices));
        if (skus == NULL || prices == NULL)
            abort();
    }
    prices[sku_count] = price_of(rest);
    memcpy(skus[sku_count], sku, size);
    skus[sku_count++][size] = '\0';
    return true;
}

const char *shop_sku(int sku)
{
    return skus[sku];
}

const struct shop_price *shop_price(int sku)
{
    return &prices[sku];
}

int shop_count(void)
{
    return sku_count;
}

/* --- What is shopped for ---------------------------------------------------------------------- */

/* Zipf with exponent 0.9 over a shuffled catalogue. */
void shop_open(void)
{
    double sum = 0;

    popularity = calloc((size_t)sku_count, sizeof(*popularity));
    popular = calloc((size_t)sku_count, sizeof(*popular));
    if (popularity == NULL || popular == NULL)
        abort();
    for (int i = 0; i < sku_count; i++) {
        int j = below(i + 1);
        popular[i] = popular[j];
        popular[j] = i;
        sum += pow(i + 1, -0.9);
        popularity[i] = sum;
    }
}

static int sku_by_popularity(void)
{
    double want = (double)(next_random() >> 11) / 9007199254740992.0 * popularity[sku_count - 1];
    int low = 0, high = sku_count - 1;

    while (low < high) {
        int middle = (low + high) / 2;
        if (popularity[middle] < want)
            low = middle + 1;
        else
            high = middle;
    }
    return popular[low];
}

/* Related products stand near each other; nearer is likelier. */
static int sku_related(int sku)
{
    int away = 1 + (chance(500) ? 0 : 1 + below(4));

    return (sku + (chance(500) ? away : sku_count - away)) % sku_count;
}

void visitor_session_begin(struct visitor *visitor)
{
    (void)snprintf(visitor->session, sizeof(visitor->session), "%016llx%016llx",
        (unsigned long long)next_random(), (unsigned long long)next_random());
    visitor->n = 0;
    visitor->left = 3 + below(12);
    visitor->list_count = 0;
    visitor->wanted = sku_by_popularity();
    visitor->act = ACT_VIEW;
}

/* What a shopper does after `act` was acknowledged. */
void visitor_step(struct visitor *visitor)
{
    switch (visitor->act) {
    case ACT_VIEW:
        visitor->sku = visitor->wanted;
        visitor->wanted = chance(800) ? sku_related(visitor->sku) : sku_by_popularity();
        visitor->act = chance(80) ? ACT_CART : chance(400) ? ACT_READ : ACT_VIEW;
        if (--visitor->left <= 0)
            visitor_session_begin(visitor);
        break;
    case ACT_READ:
        visitor->act = visitor->list_count > 0 ? ACT_SHOWN : ACT_VIEW;
        break;
    case ACT_SHOWN:
        visitor->act = ACT_VIEW;
        for (int i = 0; i < visitor->list_count; i++) {
            if (visitor->list[i] == visitor->wanted) {
                visitor->rank = i + 1;
                visitor->act = ACT_CLICK;
            }
        }
        break;
    default: /* A click leads to the product's page, and so does a cart. */
        visitor->act = ACT_VIEW;
        break;
    }
}

/* --- What is sent and what comes back ----------------------------------------------------------
 */

/* A list counts as seen by all of its credits, or by none. */
static bool has_credits(const struct visitor *visitor)
{
    for (int i = 0; i < visitor->list_count; i++)
        if (visitor->credits[i][0] == '\0')
            return false;
    return true;
}

static void write_shown(const struct visitor *visitor, char *at, const char *end)
{
    at += snprintf(at, (size_t)(end - at),
        "\"recommendation_shown\":{\"list_id\":\"%s\",\"skus\":[", visitor->list_id);
    for (int i = 0; i < visitor->list_count; i++)
        at +=
            snprintf(at, (size_t)(end - at), "%s\"%s\"", i > 0 ? "," : "", skus[visitor->list[i]]);
    at += snprintf(at, (size_t)(end - at), "]");
    for (int i = 0; i < visitor->list_count && has_credits(visitor); i++)
        at += snprintf(at, (size_t)(end - at), "%s\"%s\"%s", i > 0 ? "," : ",\"credits\":[",
            visitor->credits[i], i + 1 == visitor->list_count ? "]" : "");
    (void)snprintf(at, (size_t)(end - at), "}}");
}

static void write_click(const struct visitor *visitor, char *at, const char *end)
{
    const char *credit = visitor->credits[visitor->rank - 1];

    (void)snprintf(at, (size_t)(end - at),
        "\"recommendation_clicked\":{\"list_id\":\"%s\",\"sku\":\"%s\",\"rank\":%d%s%s%s}}",
        visitor->list_id, skus[visitor->wanted], visitor->rank,
        credit[0] != '\0' ? ",\"credit\":\"" : "", credit, credit[0] != '\0' ? "\"" : "");
}

void visitor_write(const struct visitor *visitor, char ret_json[EVENT_TEXT])
{
    char *at = ret_json;
    char *end = ret_json + EVENT_TEXT;

    at += snprintf(
        at, (size_t)(end - at), "{\"session\":\"%s\",\"n\":%d,", visitor->session, visitor->n);
    switch (visitor->act) {
    case ACT_CART:
        (void)snprintf(at, (size_t)(end - at), "\"cart_item_set\":{\"sku\":\"%s\",\"units\":%d}}",
            skus[visitor->sku], 1 + visitor->n % 3);
        break;
    case ACT_SHOWN:
        write_shown(visitor, at, end);
        break;
    case ACT_CLICK:
        write_click(visitor, at, end);
        break;
    default:
        (void)snprintf(
            at, (size_t)(end - at), "\"item_viewed\":{\"sku\":\"%s\"}}", skus[visitor->wanted]);
        break;
    }
}

static int sku_find(const char *text, size_t size)
{
    int low = 0, high = sku_count - 1;

    while (low <= high) {
        int middle = (low + high) / 2;
        int order = strncmp(text, skus[middle], size);
        if (order == 0 && skus[middle][size] != '\0')
            order = -1;
        if (order == 0)
            return middle;
        if (order < 0)
            high = middle - 1;
        else
            low = middle + 1;
    }
    return -1;
}

/* SKUs are of letters, digits and .:_- alone, so a scan for the name finds them all. */
const char *next_sku(const char *at, size_t *ret_size)
{
    at = strstr(at, "\"sku\":\"");
    if (at == NULL)
        return NULL;
    at += 7;
    *ret_size = strcspn(at, "\"");
    return at;
}

/* Before the next product begins. */
static void credit_of(const char *item, char ret_credit[CREDIT_TEXT])
{
    size_t size = 0;
    const char *at = strstr(item, "\"credit\":\""), *next = next_sku(item, &size);

    ret_credit[0] = '\0';
    if (at != NULL && (next == NULL || at < next) && strcspn(at + 10, "\"") < CREDIT_TEXT)
        (void)snprintf(ret_credit, CREDIT_TEXT, "%.*s", (int)strcspn(at + 10, "\""), at + 10);
}

void visitor_read_list(struct visitor *visitor, const char *answer)
{
    const char *id = strstr(answer, "\"list_id\":\"");
    size_t size = 0;

    visitor->list_count = 0;
    if (id == NULL)
        return;
    (void)snprintf(visitor->list_id, sizeof(visitor->list_id), "%.36s", id + 11);
    for (const char *at = next_sku(answer, &size); at != NULL && visitor->list_count < LIST_MAX;
         at = next_sku(at, &size)) {
        int sku = sku_find(at, size);

        if (sku < 0)
            continue;
        credit_of(at, visitor->credits[visitor->list_count]);
        visitor->list[visitor->list_count++] = sku;
    }
}
