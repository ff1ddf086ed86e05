/* The producer that speaks Kafka's protocol itself, against a broker that does as it is told. */
#include "lib/kafka_wire_producer.h"
#include "lib/log.h"
#include "test/run.h"
#include "test/unit/lib/kafka_wire_broker.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>

enum { KEYS = 24 };

struct outcome {
    int taken;
    int doubtful;
    int rejected;
    struct fy_place last;
    char words[256];
};

static struct broker broker;
static struct fy_producer *producer;
static struct outcome outcome;

static void on_done(
    void *context, enum fy_status status, const struct fy_place *place, const struct fy_err *err)
{
    (void)context;
    outcome.taken += status == FY_OK;
    outcome.doubtful += status == FY_ABORT;
    outcome.rejected += status == FY_REJECT;
    if (status == FY_OK)
        outcome.last = *place;
    else
        (void)snprintf(outcome.words, sizeof(outcome.words), "%s", err->text);
}

static bool is_connected(void *context)
{
    (void)context;
    return fy_producer_connected(producer);
}

static bool is_away(void *context)
{
    return !is_connected(context);
}

static bool are_settled(void *context)
{
    return outcome.taken + outcome.doubtful + outcome.rejected >= *(int *)context;
}

static bool are_heard(void *context)
{
    return broker.requests >= *(int *)context;
}

#define UNTIL(holds, context) EXPECT_I64(true, broker_until(&broker, producer, (holds), (context)))

static void open_named(const char *host, int port)
{
    char brokers[64];
    struct fy_kafka_config config = {.brokers = brokers, .client_id = "test"};
    struct fy_err err;

    (void)snprintf(brokers, sizeof(brokers), "%s:%d", host, port);
    memset(&outcome, 0, sizeof(outcome));
    EXPECT_I64(FY_OK, fy_producer_wire_new(&config, "producers", 3000, &producer, &err));
}

static void open_at(int port)
{
    open_named("127.0.0.1", port);
}

static void open_both(void)
{
    fy_log_init("test", FY_LOG_ERROR);
    broker_open(&broker);
    open_at(broker.port);
    UNTIL(is_connected, NULL);
}

static void close_both(void)
{
    fy_producer_free(producer);
    broker_close(&broker);
}

static enum fy_status send_key(int key, size_t size)
{
    static uint8_t value[WIRE_RECORD_BYTES_MAX + 1];
    char text[16];
    struct fy_err err;

    (void)snprintf(text, sizeof(text), "key-%d", key);
    return fy_producer_send(producer, FY_TOPIC_ACTIVITY, fy_slice_of(text),
        (struct fy_slice){value, size}, on_done, NULL, &err);
}

static void send_all(int count)
{
    for (int i = 0; i < count; i++)
        EXPECT_I64(FY_OK, send_key(i, 10));
}

/* Known from RFC 3720. */
static void checksums_are_those_of_castagnoli(void)
{
    static const uint8_t zeros[32];

    EXPECT_I64(0xe3069283, wire_crc32c((const uint8_t *)"123456789", 9));
    EXPECT_I64(0x8a9136aa, wire_crc32c(zeros, sizeof(zeros)));
}

/* One request for all partitions; what comes while it is out makes the next. */
static void what_gathers_travels_in_one_request(void)
{
    int wanted = 1;
    int heard = 0;

    open_both();
    send_all(KEYS);
    UNTIL(are_heard, &wanted);
    EXPECT_I64(BROKER_PARTITIONS, broker.heard_count);
    for (int i = 0; i < broker.heard_count; i++) {
        EXPECT_I64(1, broker.heard[i].request);
        EXPECT_I64(7000, broker.heard[i].producer_id);
        EXPECT_I64(0, broker.heard[i].sequence);
        heard += broker.heard[i].count;
    }
    EXPECT_I64(KEYS, heard);
    wanted = KEYS;
    UNTIL(are_settled, &wanted);
    EXPECT_I64(KEYS, outcome.taken);

    broker.silent = true; /* Its answer is on its way: what is sent now waits for it. */
    send_all(1);
    wanted = 2;
    UNTIL(are_heard, &wanted);
    send_all(KEYS);
    for (int i = 0; i < 20; i++) {
        broker_turn(&broker);
        fy_producer_serve(producer);
        fy_producer_push(producer);
    }
    EXPECT_I64(2, broker.requests);
    close_both();
}

/* After a request of many one record would wait for company; who waits for it has none to give. */
static void a_flush_waits_for_no_company(void)
{
    int wanted = KEYS;
    struct fy_err err;

    open_both();
    send_all(KEYS);
    UNTIL(are_settled, &wanted);
    send_all(1);
    EXPECT_I64(FY_ABORT, fy_producer_flush(producer, 0, &err)); /* It is out, and not answered. */
    for (int i = 0; i < 20; i++)
        broker_turn(&broker);
    EXPECT_I64(2, broker.requests);
    wanted = KEYS + 1;
    UNTIL(are_settled, &wanted);
    close_both();
}

/* The place is told of each record: its partition by the key, its offset by its place in the batch.
 */
static void places_are_told(void)
{
    int wanted = 3;

    open_both();
    for (int i = 0; i < 3; i++)
        EXPECT_I64(FY_OK, send_key(5, 10));
    UNTIL(are_settled, &wanted);
    EXPECT_I64(fy_partition_of(fy_slice_of("key-5"), BROKER_PARTITIONS), outcome.last.partition);
    EXPECT_I64(2, outcome.last.offset);
    EXPECT_I64(false, broker.heard[0].zstd); /* Too small for it. */
    EXPECT_I64(FY_TOPIC_ACTIVITY, outcome.last.topic);
    close_both();
}

/* Was it written? Sent again under the same number, it is written once whatever the answer was. */
static void a_lost_answer_is_asked_for_under_the_same_number(void)
{
    int wanted = 1;

    open_both();
    send_all(1);
    UNTIL(are_settled, &wanted);
    broker.hangs_up = true;
    send_all(1);
    wanted = 2;
    UNTIL(are_settled, &wanted);
    EXPECT_I64(2, outcome.taken);
    EXPECT_I64(3, broker.heard_count);
    EXPECT_I64(1, broker.heard[1].sequence);
    EXPECT_I64(1, broker.heard[2].sequence);
    EXPECT_I64(7000, broker.heard[2].producer_id);
    EXPECT_I64(broker.heard[1].crc, broker.heard[2].crc);
    close_both();
}

/* A leader that moved, or a replica that is away. Whoever leads is asked anew. */
static void what_passes_is_tried_again(void)
{
    int wanted = 1;
    int metadata;

    open_both();
    metadata = broker.metadata;
    broker.error = 6;
    send_all(1);
    UNTIL(are_settled, &wanted);
    EXPECT_I64(1, outcome.taken);
    EXPECT_I64(2, broker.heard_count);
    EXPECT_I64(0, broker.heard[1].sequence);
    EXPECT_I64(true, broker.metadata > metadata);
    close_both();
}

/* Written nowhere, it leaves no gap in the numbers. */
static void what_is_refused_is_told_and_leaves_no_gap(void)
{
    int wanted = 1;

    open_both();
    broker.error = 10;
    send_all(1);
    UNTIL(are_settled, &wanted);
    EXPECT_I64(1, outcome.doubtful);
    EXPECT_I64(true, strstr(outcome.words, "error 10") != NULL);
    send_all(1);
    wanted = 2;
    UNTIL(are_settled, &wanted);
    EXPECT_I64(1, outcome.taken);
    EXPECT_I64(0, broker.heard[1].sequence);
    close_both();
}

/* The broker does not know our numbers any more: another id, and numbers from 0. */
static void a_lost_count_begins_anew(void)
{
    int wanted = 1;

    open_both();
    send_all(1);
    UNTIL(are_settled, &wanted);
    broker.error = 45;
    send_all(1);
    wanted = 2;
    UNTIL(are_settled, &wanted);
    EXPECT_I64(2, outcome.taken);
    EXPECT_I64(1, broker.heard[1].sequence);
    EXPECT_I64(7001, broker.heard[2].producer_id);
    EXPECT_I64(0, broker.heard[2].sequence);
    close_both();
}

/* What was written before and is told so is written. */
static void a_known_number_is_written(void)
{
    int wanted = 1;

    open_both();
    broker.error = 46;
    send_all(1);
    UNTIL(are_settled, &wanted);
    EXPECT_I64(1, outcome.taken);
    EXPECT_I64(-1, outcome.last.offset);
    close_both();
}

/* Nobody waits beyond the deadline, and what may be written leaves the number in doubt: a new id.
 */
static void silence_ends_at_the_deadline(void)
{
    int64_t began_ms = fy_mono_ms();
    int wanted = 1;

    open_both();
    broker.silent = true;
    send_all(1);
    UNTIL(are_settled, &wanted);
    EXPECT_I64(1, outcome.doubtful);
    EXPECT_I64(true, fy_mono_ms() - began_ms >= 2000);
    broker.silent = false;
    UNTIL(is_connected, NULL);
    send_all(1);
    wanted = 2;
    UNTIL(are_settled, &wanted);
    EXPECT_I64(1, outcome.taken);
    EXPECT_I64(0, broker.heard[(broker.heard_count - 1) % BROKER_BATCHES].sequence);
    EXPECT_I64(true, broker.heard[(broker.heard_count - 1) % BROKER_BATCHES].producer_id > 7000);
    close_both();
}

/* The broker dies with one record sent and one not: of the second it is known that it is nowhere.
 */
static void what_was_not_sent_is_rejected_at_once(void)
{
    int wanted = 1;

    open_both();
    broker.silent = true;
    EXPECT_I64(FY_OK, send_key(5, 10));
    UNTIL(are_heard, &wanted);
    EXPECT_I64(FY_OK, send_key(5, 10)); /* Its turn comes behind one that was sent, */
    EXPECT_I64(FY_OK, send_key(0, 10)); /* and this one's now. */
    broker_close(&broker);
    memset(&broker, 0, sizeof(broker));
    broker.listen_fd = -1;
    for (int i = 0; i < BROKER_LINKS; i++)
        broker.fds[i] = -1;
    UNTIL(is_away, NULL);
    EXPECT_I64(0, outcome.taken + outcome.doubtful);
    EXPECT_I64(1, outcome.rejected);
    wanted = 3;
    UNTIL(are_settled, &wanted);
    EXPECT_I64(1, outcome.doubtful);
    EXPECT_I64(2, outcome.rejected);
    fy_producer_free(producer);
}

/* There was no memory for a request: the connection is made anew, and nothing is lost. */
static void a_request_without_memory_is_made_again(void)
{
    struct wire_producer *self;
    int wanted = 1;

    open_both();
    self = (struct wire_producer *)producer;
    for (int i = 0; i < WIRE_NODES_MAX; i++)
        self->nodes[i].link.out.no_memory = self->nodes[i].link.up;
    send_all(1);
    UNTIL(are_settled, &wanted);
    EXPECT_I64(1, outcome.taken);
    close_both();
}

static void what_does_not_fit_is_refused(void)
{
    int sent = 0;

    open_both();
    EXPECT_I64(FY_REJECT, send_key(0, WIRE_RECORD_BYTES_MAX + 1));
    broker.silent = true;
    while (send_key(sent, 10) == FY_OK)
        sent++;
    EXPECT_I64(WIRE_LETTERS_MAX, sent);
    close_both();

    open_both();
    broker.silent = true;
    for (sent = 0; send_key(5, 500000) == FY_OK; sent++)
        continue;
    EXPECT_I64(WIRE_QUEUE_BYTES_MAX / (500000 + 5), sent);
    fy_producer_free(producer);
    open_at(broker.port);
    EXPECT_I64(FY_REJECT, send_key(0, 10)); /* It does not know the partitions yet. */
    close_both();
}

/* Large records: several batches, several requests, all of them in order. */
static void large_records_are_cut_into_batches(void)
{
    int wanted = 8;

    open_both();
    for (int i = 0; i < 8; i++)
        EXPECT_I64(FY_OK, send_key(5, 300000));
    UNTIL(are_settled, &wanted);
    EXPECT_I64(8, outcome.taken);
    EXPECT_I64(7, outcome.last.offset);
    EXPECT_I64(8, broker.heard_count);
    EXPECT_I64(true, broker.heard[0].zstd); /* Zeros become small. */
    close_both();
}

/* Answers with bytes changed: whatever they say, nothing breaks, and it comes back. */
static void noise_is_outlived(void)
{
    for (uint64_t seed = 1; seed <= 40; seed++) {
        open_both();
        broker.noise = seed;
        for (int i = 0; i < 6 && fy_producer_connected(producer); i++) {
            (void)send_key(i, 10);
            for (int turn = 0; turn < 20; turn++) {
                broker_turn(&broker);
                fy_producer_serve(producer);
                fy_producer_push(producer);
            }
        }
        broker.noise = 0;
        UNTIL(is_connected, NULL);
        close_both();
    }
}

static void no_broker(void *context, const struct wire_broker *found)
{
    (void)found;
    *(int *)context += 1;
}

/* One broker, whose name is null, or empty: nobody can be called by it. */
static void a_broker_without_a_name_is_no_answer(void)
{
    static const uint8_t answers[][20] = {
        {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0xff, 0xff, 0, 0, 0x23, 0x84, 0xff, 0xff},
        {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0x23, 0x84, 0xff, 0xff},
    };

    for (size_t i = 0; i < 2; i++) {
        struct wire_reader in = {.at = answers[i], .end = answers[i] + sizeof(answers[i])};
        int count = 0;

        EXPECT_I64(false, wire_hear_metadata(&in, no_broker, NULL, &count));
        EXPECT_I64(0, count);
    }
}

/* --- Names --------------------------------------------------------------------------------------
 */

enum { NAME_SERVER_MS = 2000 };

static atomic_bool name_server_answers;
static atomic_int names_given_up;

static int real_getaddrinfo(const char *node,
    const char *service,
    const struct addrinfo *hints,
    struct addrinfo **ret_found)
{
    int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
    void *symbol = dlsym(RTLD_NEXT, "getaddrinfo");

    memcpy(&real, &symbol, sizeof(real));
    return real(node, service, hints, ret_found);
}

/*
 * In the C library's place: "slow.test" is known when the name server answers, and "two.test" has
 * two addresses, at the first of which nobody listens.
 */
int getaddrinfo(const char *node,
    const char *service,
    const struct addrinfo *hints,
    struct addrinfo **ret_found)
{
    bool is_slow = strcmp(node, "slow.test") == 0, is_two = strcmp(node, "two.test") == 0;
    int64_t until_ms = fy_mono_ms() + NAME_SERVER_MS;
    int error;

    if (!is_slow && !is_two)
        return real_getaddrinfo(node, service, hints, ret_found);
    if ((hints->ai_flags & AI_NUMERICHOST) != 0)
        return EAI_NONAME;
    while (is_slow && !atomic_load(&name_server_answers)) {
        if (fy_mono_ms() >= until_ms) {
            atomic_fetch_add(&names_given_up, 1);
            return EAI_AGAIN;
        }
        (void)usleep(1000);
    }
    error = real_getaddrinfo(is_two ? "127.0.0.2" : "127.0.0.1", service, hints, ret_found);
    if (error == 0 && is_two)
        error = real_getaddrinfo("127.0.0.1", service, hints, &(*ret_found)->ai_next);
    return error;
}

/* While a name server thinks, the thread goes on: else the name would be given up. */
static void a_slow_name_keeps_nobody_waiting(void)
{
    fy_log_init("test", FY_LOG_ERROR);
    broker_open(&broker);
    atomic_store(&name_server_answers, false);
    open_named("slow.test", broker.port);
    for (int i = 0; i < 20; i++)
        fy_producer_serve(producer);
    EXPECT_I64(false, fy_producer_connected(producer));
    atomic_store(&name_server_answers, true);
    UNTIL(is_connected, NULL);
    EXPECT_I64(0, atomic_load(&names_given_up));
    close_both();
}

/* Nor does who ends before the name server has answered. */
static void who_ends_waits_for_no_name(void)
{
    fy_log_init("test", FY_LOG_ERROR);
    atomic_store(&name_server_answers, false);
    open_named("slow.test", 1);
    fy_producer_free(producer);
    EXPECT_I64(0, atomic_load(&names_given_up));
    atomic_store(&name_server_answers, true);
}

static void each_address_of_a_name_is_tried(void)
{
    fy_log_init("test", FY_LOG_ERROR);
    broker_open(&broker);
    open_named("two.test", broker.port);
    UNTIL(is_connected, NULL);
    close_both();
}

static const CU_TestInfo tests[] = {
    TEST(checksums_are_those_of_castagnoli),
    TEST(what_gathers_travels_in_one_request),
    TEST(a_flush_waits_for_no_company),
    TEST(places_are_told),
    TEST(a_lost_answer_is_asked_for_under_the_same_number),
    TEST(what_passes_is_tried_again),
    TEST(what_is_refused_is_told_and_leaves_no_gap),
    TEST(a_lost_count_begins_anew),
    TEST(a_known_number_is_written),
    TEST(silence_ends_at_the_deadline),
    TEST(what_was_not_sent_is_rejected_at_once),
    TEST(a_request_without_memory_is_made_again),
    TEST(what_does_not_fit_is_refused),
    TEST(large_records_are_cut_into_batches),
    TEST(noise_is_outlived),
    TEST(a_broker_without_a_name_is_no_answer),
    TEST(a_slow_name_keeps_nobody_waiting),
    TEST(who_ends_waits_for_no_name),
    TEST(each_address_of_a_name_is_tried),
};

TEST_MAIN(kafka_wire, tests)
