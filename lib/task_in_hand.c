#include "lib/task_in_hand.h"

#include "lib/log.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char magic[8] = {'f', 'y', 'h', 'a', 'n', 'd', '0', '1'};

struct head {
    char magic[8];
    uint32_t topics;
    uint8_t rest[52];
};

/* One a cache line: workers write theirs for each record. */
struct held {
    atomic_uint check;
    int32_t topic;
    int32_t partition;
    uint32_t zero;
    int64_t offset;
    uint64_t key;
    uint8_t rest[32];
};

struct suspect {
    atomic_uint check;
    int32_t topic;
    int32_t partition;
    int32_t crashes;
    int64_t offset;
    uint64_t key;
};

struct page {
    struct head head;
    struct held held[FY_IN_HAND_WORKERS_MAX];
    struct suspect suspects[FY_SUSPECTS_MAX];
};

_Static_assert(sizeof(struct held) == 64 && sizeof(struct suspect) == 32, "as the header says");
_Static_assert(sizeof(struct page) == FY_IN_HAND_BYTES, "one page");

struct fy_in_hand {
    struct page *page;
    bool mapped;
    atomic_int count; /* Suspects there may be. */
};

/* --- Checks ---------------------------------------------------------------------------------- */

static uint64_t mix(uint64_t sum, uint64_t word)
{
    sum = (sum ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return sum ^ sum >> 29;
}

static uint32_t check_of(const struct fy_hand_place *place, int32_t crashes)
{
    uint64_t sum = mix(UINT64_C(0x66796861), (uint64_t)place->topic);

    sum = mix(sum, (uint64_t)(uint32_t)place->partition << 32 | (uint32_t)crashes);
    sum = mix(mix(sum, (uint64_t)place->offset), place->key);
    return (uint32_t)(sum >> 32) | 1;
}

/* Topics are kept by number: of a build with others, numbers mean others. */
static uint32_t topics_of(void)
{
    uint64_t sum = FY_TOPIC_COUNT;

    for (int topic = 0; topic < FY_TOPIC_COUNT; topic++) {
        for (const char *c = fy_topics[topic].name; *c != '\0'; c++)
            sum = mix(sum, (uint8_t)*c);
        sum = mix(sum, '\n');
    }
    return (uint32_t)(sum >> 32);
}

static bool is_place(const struct fy_hand_place *place)
{
    return place->topic < FY_TOPIC_COUNT && place->partition >= 0 &&
           place->partition < FY_PARTITIONS_MAX;
}

static bool same_place(const struct fy_hand_place *a, const struct fy_hand_place *b)
{
    return a->topic == b->topic && a->partition == b->partition && a->offset == b->offset &&
           a->key == b->key;
}

static bool held_read(const struct held *held, struct fy_hand_place *ret_place)
{
    *ret_place = (struct fy_hand_place){
        (enum fy_topic)held->topic, held->partition, held->offset, held->key};
    return atomic_load(&held->check) == check_of(ret_place, 0) && is_place(ret_place);
}

static bool suspect_read(
    const struct suspect *suspect, struct fy_hand_place *ret_place, int *ret_crashes)
{
    uint32_t check = atomic_load_explicit(&suspect->check, memory_order_acquire);

    *ret_place = (struct fy_hand_place){
        (enum fy_topic)suspect->topic, suspect->partition, suspect->offset, suspect->key};
    *ret_crashes = suspect->crashes;
    return check != 0 && check == check_of(ret_place, suspect->crashes) && is_place(ret_place) &&
           suspect->crashes > 0;
}

static void suspect_write(
    struct suspect *suspect, const struct fy_hand_place *place, int32_t crashes)
{
    atomic_store(&suspect->check, 0);
    suspect->topic = (int32_t)place->topic;
    suspect->partition = place->partition;
    suspect->crashes = crashes;
    suspect->offset = place->offset;
    suspect->key = place->key;
    atomic_store_explicit(&suspect->check, check_of(place, crashes), memory_order_release);
}

/* --- What the last process left -------------------------------------------------------------- */

/* An empty entry, or the least often crashed. */
static int room(const struct page *page)
{
    int least = INT32_MAX, chosen = 0;

    for (int i = 0; i < FY_SUSPECTS_MAX; i++) {
        struct fy_hand_place place;
        int crashes;

        if (!suspect_read(&page->suspects[i], &place, &crashes))
            return i;
        if (crashes < least) {
            least = crashes;
            chosen = i;
        }
    }
    return chosen;
}

/* By another worker of the same process: one end is counted once. */
static bool is_among(const struct fy_hand_place *place, const struct fy_hand_place *all, int count)
{
    for (int i = 0; i < count; i++) {
        if (same_place(place, &all[i]))
            return true;
    }
    return false;
}

static void count_crash(struct fy_in_hand *in_hand, const struct fy_hand_place *place)
{
    int crashes = 0;
    int at = fy_in_hand_find(in_hand, place, &crashes);

    if (at < 0) {
        crashes = 0;
        at = room(in_hand->page);
    }
    crashes += crashes < FY_CRASHES_MAX;
    suspect_write(&in_hand->page->suspects[at], place, crashes);
    fy_log(FY_LOG_WARN,
        "a process ended with \"%s\" partition %d offset %" PRId64 " in hand, %d of %d times",
        fy_topics[place->topic].name, (int)place->partition, place->offset, crashes,
        FY_CRASHES_MAX);
}

struct fy_in_hand *fy_in_hand_new(void *page)
{
    struct fy_in_hand *in_hand = calloc(1, sizeof(*in_hand));
    struct fy_hand_place left[FY_IN_HAND_WORKERS_MAX];
    uint32_t topics = topics_of();
    int count = 0;

    if (in_hand == NULL)
        return NULL;
    in_hand->page = page;
    if (memcmp(in_hand->page->head.magic, magic, sizeof(magic)) != 0 ||
        in_hand->page->head.topics != topics) {
        memset(page, 0, FY_IN_HAND_BYTES);
        in_hand->page->head.topics = topics;
        memcpy(in_hand->page->head.magic, magic, sizeof(magic));
    }
    atomic_store(&in_hand->count, FY_SUSPECTS_MAX);
    for (int i = 0; i < FY_IN_HAND_WORKERS_MAX; i++) {
        struct held *held = &in_hand->page->held[i];
        bool found = held_read(held, &left[count]);

        /* Given first: killed in between, a count is lost, and none is doubled. */
        atomic_store(&held->check, 0);
        if (!found || is_among(&left[count], left, count))
            continue;
        count_crash(in_hand, &left[count]);
        count++;
    }
    atomic_store(&in_hand->count, 0);
    for (int i = 0; i < FY_SUSPECTS_MAX; i++) {
        struct fy_hand_place place;

        if (fy_in_hand_at(in_hand, i, &place))
            atomic_fetch_add(&in_hand->count, 1);
        else
            atomic_store(&in_hand->page->suspects[i].check, 0);
    }
    return in_hand;
}

/* Its blocks are there before it is mapped: a full disk is told here, not by a signal later. */
static enum fy_status map(const char *path, int file, void **ret_page, struct fy_err *err)
{
    struct stat stat;
    int error;

    if (fstat(file, &stat) != 0 || (stat.st_size != FY_IN_HAND_BYTES && ftruncate(file, 0) != 0))
        return fy_fail(err, FY_FATAL, "could not look at \"%s\": %s", path, strerror(errno));
    error = posix_fallocate(file, 0, FY_IN_HAND_BYTES);
    if (error != 0)
        return fy_fail(err, FY_FATAL, "could not write \"%s\": %s", path, strerror(error));
    *ret_page = mmap(NULL, FY_IN_HAND_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (*ret_page == MAP_FAILED)
        return fy_fail(err, FY_FATAL, "could not map \"%s\": %s", path, strerror(errno));
    return FY_OK;
}

enum fy_status fy_in_hand_open(
    const char *path, struct fy_in_hand **ret_in_hand, struct fy_err *err)
{
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    void *page = NULL;
    enum fy_status status;

    if (file < 0)
        return fy_fail(err, FY_FATAL, "could not open \"%s\": %s", path, strerror(errno));
    status = map(path, file, &page, err);
    (void)close(file);
    if (status != FY_OK)
        return status;
    *ret_in_hand = fy_in_hand_new(page);
    if (*ret_in_hand == NULL) {
        (void)munmap(page, FY_IN_HAND_BYTES);
        return fy_fail(err, FY_FATAL, "no memory for what is in hand");
    }
    (*ret_in_hand)->mapped = true;
    return FY_OK;
}

void fy_in_hand_free(struct fy_in_hand *in_hand)
{
    if (in_hand == NULL)
        return;
    for (int i = 0; i < FY_IN_HAND_WORKERS_MAX; i++)
        fy_in_hand_give(in_hand, i);
    if (in_hand->mapped)
        (void)munmap(in_hand->page, FY_IN_HAND_BYTES);
    free(in_hand);
}

/* --- While it runs --------------------------------------------------------------------------- */

void fy_in_hand_take(struct fy_in_hand *in_hand, int worker, const struct fy_hand_place *place)
{
    struct held *held = &in_hand->page->held[worker];

    assert(worker >= 0 && worker < FY_IN_HAND_WORKERS_MAX);
    held->topic = (int32_t)place->topic;
    held->partition = place->partition;
    held->offset = place->offset;
    held->key = place->key;
    atomic_store_explicit(&held->check, check_of(place, 0), memory_order_release);
}

void fy_in_hand_give(struct fy_in_hand *in_hand, int worker)
{
    atomic_store_explicit(&in_hand->page->held[worker].check, 0, memory_order_relaxed);
    /* The next place is not written before this one is gone: a signal comes between two stores. */
    atomic_signal_fence(memory_order_seq_cst);
}

bool fy_in_hand_at(const struct fy_in_hand *in_hand, int suspect, struct fy_hand_place *ret_place)
{
    int crashes;

    assert(suspect >= 0 && suspect < FY_SUSPECTS_MAX);
    return suspect_read(&in_hand->page->suspects[suspect], ret_place, &crashes);
}

int fy_in_hand_find(
    const struct fy_in_hand *in_hand, const struct fy_hand_place *place, int *ret_crashes)
{
    if (fy_in_hand_count(in_hand) == 0)
        return -1;
    for (int i = 0; i < FY_SUSPECTS_MAX; i++) {
        struct fy_hand_place found;
        int crashes;

        const struct suspect *suspect = &in_hand->page->suspects[i];

        /* Asked for each record while anything is suspected: mostly an offset tells. */
        if (suspect->offset == place->offset && suspect_read(suspect, &found, &crashes) &&
            same_place(&found, place)) {
            *ret_crashes = crashes;
            return i;
        }
    }
    return -1;
}

int fy_in_hand_count(const struct fy_in_hand *in_hand)
{
    return atomic_load_explicit(&in_hand->count, memory_order_relaxed);
}

void fy_in_hand_forget(struct fy_in_hand *in_hand, int suspect)
{
    assert(suspect >= 0 && suspect < FY_SUSPECTS_MAX);
    if (atomic_exchange(&in_hand->page->suspects[suspect].check, 0) != 0)
        atomic_fetch_sub(&in_hand->count, 1);
}
