/* Keys must land where Java's clients, Connect and Flink would put them. */
#include "lib/sink.h"
#include "test/expect.h"
#include "test/run.h"

#include <limits.h>

/* org.apache.kafka.common.utils.UtilsTest.testMurmur2 of Kafka 4.x; lengths 2, 3, 6, 24, 26, 48. */
static const struct {
    const char *key;
    int32_t murmur2;
} java[] = {
    {"21", -973932308},
    {"foobar", -790332482},
    {"a-little-bit-long-string", -985981536},
    {"a-little-bit-longer-string", -1486304829},
    {"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971},
    {"abc", 479470107},
};

static void agrees_with_java(void)
{
    static const int counts[] = {1, 6, 24, FY_PARTITIONS_MAX, INT_MAX};

    for (size_t i = 0; i < sizeof(java) / sizeof(java[0]); i++) {
        for (size_t c = 0; c < sizeof(counts) / sizeof(counts[0]); c++) {
            int32_t want = (java[i].murmur2 & 0x7fffffff) % counts[c];

            EXPECT_I64(want, fy_partition_of(fy_slice_of(java[i].key), counts[c]));
        }
    }
}

/* An empty key is a key, and so is one of bytes above 127 (the two numbers are
 * what Utils.toPositive(Utils.murmur2(..)) gives): Java's bytes are signed, ours are not. */
static void takes_any_bytes(void)
{
    static const uint8_t high[] = {0xff, 0x80, 0xfe, 0x81, 0xe4, 0xb8, 0xad};

    EXPECT_I64(275646681 % 24, fy_partition_of(fy_slice_of(""), 24));
    EXPECT_I64(1055058962 % 24, fy_partition_of((struct fy_slice){high, sizeof(high)}, 24));
}

static const CU_TestInfo tests[] = {
    TEST(agrees_with_java),
    TEST(takes_any_bytes),
};

TEST_MAIN(partition, tests)
