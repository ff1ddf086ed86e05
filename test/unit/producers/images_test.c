/* Pictures over real HTTP and onto a real disk, with Kafka's part in memory. */
#include "schemas/generated/supply.h"
#include "test/run.h"
#include "test/unit/producers/pictures.h"
#include "test/unit/producers/shop.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <utime.h>

#define ACME "Fy-Supplier: acme\r\n"
#define MUG "/v1/products/mug/images"

static int send_picture(const char *fields, const void *bytes, size_t size)
{
    return say_bytes("POST", MUG, fields, bytes, size);
}

/* The picture is on its way to disk, then the fact to Kafka, then the answer. */
static void post_picture(const char *fields, const void *bytes, size_t size)
{
    int before = shop.kafka.count;
    int fd = send_picture(fields, bytes, size);
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;
    char byte;

    while (shop.kafka.count == before && recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 &&
           site_now_ms() < until_ms)
        site_turn(&shop.site);
    fake_settle(&shop.kafka, shop.kafka.count - shop.kafka.settled, FY_OK);
    read_answer(fd);
}

static struct supply fact_of(int record)
{
    struct fake_record *sent = &shop.kafka.records[record];
    struct supply supply = {0};
    struct fy_err err;

    EXPECT_I64(FY_TOPIC_SUPPLY, sent->topic);
    EXPECT_I64(FY_OK, supply_decode((struct fy_slice){sent->value, sent->value_size}, &shop.arena,
                          &supply, &err));
    return supply;
}

/* Path of a picture in the folder, by the answer's Location. */
static const char *path_of(struct fy_slice location)
{
    static char path[256];

    (void)snprintf(path, sizeof(path), "%s/%.*s", shop.path, FY_SLICE_ARG(location));
    return path;
}

static int files_in(const char *name)
{
    char path[256];
    struct dirent *entry;
    int count = 0;
    DIR *list;

    (void)snprintf(path, sizeof(path), "%s/%s", shop.images, name);
    list = opendir(path);
    while (list != NULL && (entry = readdir(list)) != NULL)
        count += entry->d_name[0] != '.';
    if (list != NULL)
        (void)closedir(list);
    return count;
}

static void a_picture_is_on_disk_before_its_fact(void)
{
    struct supply supply;
    const struct image_attached *attached;
    struct fy_slice location;
    struct stat stat_buffer;

    shop_open(60000);
    post_picture(ACME, picture_jpeg, sizeof(picture_jpeg));
    EXPECT_I64(202, answer.status);
    location = header_of("Location");
    supply = fact_of(0);
    attached = supply.image_attached;
    CU_ASSERT_PTR_NOT_NULL_FATAL(attached);
    EXPECT_TEXT("mug", supply.sku);
    EXPECT_TEXT("acme", supply.supplier);
    EXPECT_TEXT("image/jpeg", attached->image.media_type);
    EXPECT_I64(8, attached->image.width);
    EXPECT_I64(6, attached->image.height);
    EXPECT_I64(64, attached->image.hash.size);
    CU_ASSERT_TRUE(fy_slice_equal(header_of("Event-Id"), supply.envelope.event_id));
    EXPECT_I64(0, stat(path_of(location), &stat_buffer));
    EXPECT_I64(attached->image.bytes, stat_buffer.st_size);
    CU_ASSERT_TRUE(attached->image.bytes < (int64_t)sizeof(picture_jpeg));
    EXPECT_I64(0, files_in("new"));
    shop_close();
}

/* One content is one name, whatever words the camera wrote into it. */
static void the_same_picture_is_one_file(void)
{
    struct fy_slice first, second;

    shop_open(60000);
    post_picture(ACME "Idempotency-Key: k\r\n", picture_png, sizeof(picture_png));
    EXPECT_I64(202, answer.status);
    first = header_of("Location");
    post_picture(ACME "Idempotency-Key: k\r\n", picture_png, sizeof(picture_png));
    EXPECT_I64(202, answer.status);
    second = header_of("Location");
    CU_ASSERT_TRUE(fy_slice_equal(first, second));
    CU_ASSERT_TRUE(fy_slice_equal(fact_of(0).envelope.event_id, fact_of(1).envelope.event_id));
    post_picture(ACME "Idempotency-Key: k\r\n", picture_webp, sizeof(picture_webp));
    EXPECT_I64(422, answer.status);
    EXPECT_PART("key-reused", &answer);
    shop_close();
}

static void what_cannot_be_kept_is_refused_in_words(void)
{
    static const char svg[] = "<svg/>";

    shop_open(60000);
    post_picture(ACME, svg, sizeof(svg));
    EXPECT_I64(422, answer.status);
    EXPECT_PART("/problems/bad-image", &answer);
    EXPECT_PART("none of JPEG, PNG and WebP", &answer);
    post_picture(ACME, "", 0);
    EXPECT_I64(422, answer.status);
    EXPECT_PART("empty", &answer);
    post_picture("", picture_png, sizeof(picture_png));
    EXPECT_I64(400, answer.status);
    EXPECT_PART("Fy-Supplier", &answer);
    read_answer(say_bytes(
        "POST", "/v1/products/unheard-of/images", ACME, picture_png, sizeof(picture_png)));
    EXPECT_I64(404, answer.status);
    EXPECT_PART("/problems/not-found", &answer);
    EXPECT_I64(0, shop.kafka.count);
    EXPECT_I64(1, files_in("")); /* "new" alone. */
    shop_close();
}

/* A disk that fails: nothing is written down, and the client is told to ask again. */
static void a_disk_that_fails_is_no_answer_of_success(void)
{
    char path[128];
    int fd;

    shop_open(60000);
    (void)snprintf(path, sizeof(path), "%s/new", shop.images);
    EXPECT_I64(0, rmdir(path));
    fd = creat(path, 0600); /* A file where the folder should be. */
    (void)close(fd);
    post_picture(ACME, picture_png, sizeof(picture_png));
    EXPECT_I64(503, answer.status);
    EXPECT_PART("/problems/no-disk", &answer);
    EXPECT_PART("Retry-After: ", &answer);
    EXPECT_I64(0, shop.kafka.count);
    shop_close();
}

/* The client went while its picture was on the way: nobody is answered, nothing is read after it.
 */
static void a_client_that_goes_is_forgotten(void)
{
    int64_t until_ms = site_now_ms() + SITE_WAIT_MS;

    shop_open(60000);
    for (int i = 0; i < 3; i++) {
        struct linger hard = {.l_onoff = 1};
        int fd = send_picture(ACME, picture_jpeg, sizeof(picture_jpeg));

        (void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
        (void)close(fd);
    }
    post_picture(ACME, picture_webp, sizeof(picture_webp));
    EXPECT_I64(202, answer.status);
    while (!keeper_has_room(shop.producers.keeper) && site_now_ms() < until_ms)
        site_turn(&shop.site);
    shop_close();
}

/* More pictures than may be on their way at once: the rest is told so at once, none is lost. */
static void too_many_at_once_are_told_so(void)
{
    enum { CLIENTS = KEEPER_JOBS_MAX + 10 };
    size_t size = 4 * 1024 * 1024;
    uint8_t *bytes = calloc(1, size);
    int fds[CLIENTS], kept = 0, busy = 0;

    memcpy(bytes, picture_webp, sizeof(picture_webp)); /* The rest stands behind its end. */
    shop_open(60000);
    for (int i = 0; i < CLIENTS; i++)
        fds[i] = send_picture(ACME, bytes, size);
    for (int i = 0; i < CLIENTS; i++) {
        int64_t until_ms = site_now_ms() + SITE_WAIT_MS;
        char byte;

        while (recv(fds[i], &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && site_now_ms() < until_ms) {
            site_turn(&shop.site);
            fake_settle(&shop.kafka, shop.kafka.count - shop.kafka.settled, FY_OK);
        }
        read_answer(fds[i]);
        kept += answer.status == 202;
        busy += answer.status == 503;
    }
    EXPECT_I64(CLIENTS, kept + busy);
    CU_ASSERT_TRUE(kept >= KEEPER_JOBS_MAX);
    EXPECT_I64(kept, shop.kafka.count);
    post_picture(ACME, bytes, size); /* And there is room again. */
    EXPECT_I64(202, answer.status);
    shop_close();
    free(bytes);
}

/* What a crash left half-written goes with a later start; what another instance writes now stays.
 */
static void what_a_crash_left_is_swept(void)
{
    char path[128];
    struct utimbuf long_ago = {1000, 1000};
    struct keeper *again;
    struct fy_err err;

    shop_open(60000);
    for (int i = 0; i < 2; i++) {
        (void)snprintf(path, sizeof(path), "%s/new/77-%d", shop.images, i);
        (void)close(creat(path, 0600));
    }
    EXPECT_I64(0, utime(path, &long_ago));
    EXPECT_I64(2, files_in("new"));
    EXPECT_I64(FY_OK, keeper_new(shop.images, shop.site.reactor, &again, &err));
    EXPECT_I64(1, files_in("new"));
    keeper_free(again);
    shop_close();
}

static void a_picture_is_taken_away_by_its_name(void)
{
    char path[192];
    struct supply supply;

    shop_open(60000);
    (void)snprintf(path, sizeof(path), "%s/%064d", MUG, 7);
    say_and_settle("DELETE", path, ACME, "");
    EXPECT_I64(202, answer.status);
    supply = fact_of(0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(supply.image_detached);
    EXPECT_I64(64, supply.image_detached->hash.size);
    read_answer(say("DELETE", MUG "/77", ACME, ""));
    EXPECT_I64(422, answer.status);
    EXPECT_PART("hash", &answer);
    shop_close();
}

/* Only the edge says what is on disk: a client cannot. */
static void a_client_cannot_attach_what_it_has_not_sent(void)
{
    shop_open(60000);
    read_answer(post("/v1/supply", JSON ACME,
        "{\"sku\":\"mug\",\"image_attached\":{\"image\":{\"hash\":\"00\","
        "\"media_type\":\"image/png\",\"width\":1,\"height\":1,\"bytes\":1}}}"));
    EXPECT_I64(422, answer.status);
    EXPECT_PART("image_attached", &answer);
    EXPECT_I64(0, shop.kafka.count);
    shop_close();
}

static const CU_TestInfo tests[] = {
    TEST(a_picture_is_on_disk_before_its_fact),
    TEST(the_same_picture_is_one_file),
    TEST(what_cannot_be_kept_is_refused_in_words),
    TEST(a_disk_that_fails_is_no_answer_of_success),
    TEST(a_client_that_goes_is_forgotten),
    TEST(too_many_at_once_are_told_so),
    TEST(what_a_crash_left_is_swept),
    TEST(a_picture_is_taken_away_by_its_name),
    TEST(a_client_cannot_attach_what_it_has_not_sent),
};

TEST_MAIN(images, tests)
