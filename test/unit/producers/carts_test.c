/*
 * Carts at the edge: whose a cart is, and what may be in it.
 */
#include "schemas/generated/cart.h"
#include "test/run.h"
#include "test/unit/producers/people_shop.h"

static struct cart sent_cart(int index)
{
    const struct fake_record *record = people_shop_sent(index, FY_TOPIC_CART);
    struct cart cart = {0};
    struct fy_err err;

    EXPECT_I64(FY_OK, cart_decode((struct fy_slice){record->value, record->value_size}, &shop.arena,
                          &cart, &err));
    return cart;
}

static void a_cart_is_of_whoever_says_so(void)
{
    struct cart cart;

    shop_open(60000);
    shop.as[0] = '\0';
    say_and_settle("PUT", "/v1/cart/items/mug", JSON, "{\"units\":3}");
    EXPECT_I64(202, answer.status);
    cart = sent_cart(0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(cart.item_set);
    EXPECT_TEXT("mug", cart.item_set->sku);
    EXPECT_I64(3, cart.item_set->units);
    CU_ASSERT_TRUE(fy_slice_equal(cart.owner, cart.envelope.root));
    shop_as_person(FY_ROLE_CUSTOMER, NULL, fy_slice_of("00112233445566778899aabbccddeeff"));
    say_and_settle("PUT", "/v1/cart", JSON, "{\"items\":[{\"sku\":\"mug\",\"units\":1}]}");
    EXPECT_I64(202, answer.status);
    cart = sent_cart(1);
    EXPECT_TEXT("00112233445566778899aabbccddeeff", cart.owner);
    CU_ASSERT_PTR_NOT_NULL_FATAL(cart.cart_set);
    EXPECT_I64(1, (int)cart.cart_set->items.count);
    say_and_settle("PUT", "/v1/cart", JSON,
        "{\"items\":[{\"sku\":\"mug\",\"units\":1},{\"sku\":\"mug\",\"units\":1}]}");
    EXPECT_I64(422, answer.status);
    say_and_settle("PUT", "/v1/cart/items/nothing", JSON, "{\"units\":3}");
    EXPECT_I64(422, answer.status);
    shop_close();
}

static CU_TestInfo tests[] = {
    TEST(a_cart_is_of_whoever_says_so),
};

TEST_MAIN(carts, tests)
