/* Whom a supplier reached, on a real stand, and who is interested in what they have. */
#include "test/e2e/shopper.h"
#include "test/run.h"

#include <string.h>

enum { WAIT_S = 60 };

struct asked {
    char path[160];
    const char *words;
};

static bool says(void *context)
{
    const struct asked *asked = context;
    const struct answer *answer = http_get(asked->path, AS_OWNER_OF("e2e"));

    return answer->status == 200 && strstr(answer->body, asked->words) != NULL;
}

/* A page is opened, once though it is said twice; the supplier sees one view of that product. */
static void a_view_is_the_suppliers(void)
{
    const char *sku = listed_product();
    struct shopper shopper;
    struct asked asked = {.words = "\"total\":{\"impressions\":{\"earned\":0,\"explored\":0,"
                                   "\"minimum\":0},\"clicks\":0,\"views\":1,"};

    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    shopper.n--;
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    (void)snprintf(asked.path, sizeof(asked.path), "/v1/suppliers/e2e/exposure?sku=%s", sku);
    EXPECT_EVENTUALLY(WAIT_S, says, &asked);
    EXPECT_STATUS(404, http_get(asked.path, AS_OWNER_OF("another")));
    EXPECT_STATUS(401, http_get(asked.path, NULL));
    EXPECT_PROBLEM(400, "bad-query", "from",
        http_get("/v1/suppliers/e2e/exposure?from=2026-02-31", AS_OWNER_OF("e2e")));
}

static void copy_text(const char *body, const char *name, char *ret_text, size_t size)
{
    const char *at = strstr(body, name);

    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    at += strlen(name);
    (void)snprintf(ret_text, size, "%.*s", (int)strcspn(at, "\""), at);
}

/* What a list gave is taken, and what it did not is not. */
static void only_what_a_list_gave_counts(void)
{
    struct shopper shopper;
    const struct answer *answer;
    const char *item;
    char list_id[40], sku[65], credit[20], body[512];

    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, listed_product()));
    answer = get_after("/v1/recommendations?limit=20", shopper.position, shopper.cookie);
    EXPECT_STATUS(200, answer);
    copy_text(answer->body, "\"list_id\":\"", list_id, sizeof(list_id));
    item = strstr(answer->body, "{\"sku\":\"");
    CU_ASSERT_PTR_NOT_NULL_FATAL(item);
    copy_text(item, "{\"sku\":\"", sku, sizeof(sku));
    copy_text(item, "\"credit\":\"", credit, sizeof(credit));
    for (int i = 0; i < 2; i++) {
        (void)snprintf(body, sizeof(body),
            "{\"recommendation_shown\":{\"list_id\":\"%s\",\"skus\":[\"%s\"],\"credits\":[\"%s\"]}"
            "}",
            list_id, sku, credit);
        EXPECT_STATUS(i == 0 ? 202 : 422, shopper_post(&shopper, body));
        credit[16] = credit[16] == '0' ? '1' : '0';
    }
}

/* api lets in, nginx goes on, recommend answers. */
static void a_supplier_asks_who_is_interested(void)
{
    const char *sku = listed_product();
    const struct answer *answer;
    struct shopper shopper;
    char path[160];

    shopper_init(&shopper);
    EXPECT_STATUS(202, shopper_view(&shopper, sku));
    EXPECT_STATUS(200, get_after("/v1/recommendations?limit=20", shopper.position, shopper.cookie));
    (void)snprintf(path, sizeof(path), "/v1/suppliers/e2e/products/%s/interested", sku);
    answer = http_get(path, AS_OWNER_OF("e2e"));
    EXPECT_STATUS(200, answer);
    EXPECT_IN("\"asked\":1000,\"interested\":null", answer); /* One: too few to say. */
    EXPECT_STATUS(404, http_get(path, AS_OWNER_OF("another")));
    (void)snprintf(path, sizeof(path), "/v1/products/%s/interested", sku);
    EXPECT_STATUS(403, http_get(path, AS_OWNER_OF("e2e")));
    answer = http_get(path, AS_OPERATOR);
    EXPECT_STATUS(200, answer);
    (void)snprintf(
        path, sizeof(path), "{\"visitor\":\"%.32s\"", shopper.cookie + strlen("fy_visitor="));
    EXPECT_IN(path, answer);
    EXPECT_STATUS(404, http_get("/@interested-visitors/x", AS_OPERATOR));
}

static CU_TestInfo tests[] = {
    TEST(a_view_is_the_suppliers),
    TEST(only_what_a_list_gave_counts),
    TEST(a_supplier_asks_who_is_interested),
};

TEST_MAIN(exposure, tests)
