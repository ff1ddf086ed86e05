/*
 * One payment, without provider or log: what each state needs, what each answer means in it, what
 * repeats and late records change.
 */
#include "test/run.h"
#include "test/unit/processors/payments/told.h"

/* --- What each state needs -------------------------------------------------------------------- */

/* All (state, wish): what is done first. */
static void each_state_and_wish_needs_one_thing(void)
{
    static const struct {
        enum tale_kind state;
        enum payment_step wish;
        int64_t amount;
        enum need_kind kind;
        const char *reason; /* Of REFUSE. */
    } rows[] = {
        {TALE_ATTEMPT, PAYMENT_STEP_VOID, 0, NEED_CALL, NULL}, /* First it is known how it is. */
        {TALE_ATTEMPT, PAYMENT_STEP_CAPTURE, 1000, NEED_CALL, NULL},
        {TALE_ATTEMPT, PAYMENT_STEP_REFUND, REFUNDED, NEED_CALL, NULL},
        {TALE_ACTION, PAYMENT_STEP_VOID, 0, NEED_ATTEMPT, NULL},
        {TALE_ACTION, PAYMENT_STEP_CAPTURE, 1000, NEED_LOOK, NULL}, /* When it is promised. */
        {TALE_ACTION, PAYMENT_STEP_AUTHORISE, 1000, NEED_ANSWER, NULL},
        {TALE_ACTION, PAYMENT_STEP_REFUND, REFUNDED, NEED_REFUSE, "not_authorised"},
        {TALE_AUTHORISED, PAYMENT_STEP_AUTHORISE, 1000, NEED_ANSWER, NULL},
        {TALE_AUTHORISED, PAYMENT_STEP_VOID, 0, NEED_ATTEMPT, NULL},
        {TALE_AUTHORISED, PAYMENT_STEP_CAPTURE, 1000, NEED_ATTEMPT, NULL},
        {TALE_AUTHORISED, PAYMENT_STEP_CAPTURE, 999, NEED_ATTEMPT, NULL},
        {TALE_AUTHORISED, PAYMENT_STEP_CAPTURE, 1001, NEED_REFUSE, "too_much"},
        {TALE_AUTHORISED, PAYMENT_STEP_REFUND, REFUNDED, NEED_REFUSE, "not_authorised"},
        {TALE_CAPTURED, PAYMENT_STEP_AUTHORISE, 1000, NEED_ANSWER, NULL},
        {TALE_CAPTURED, PAYMENT_STEP_CAPTURE, 1000, NEED_ANSWER, NULL},
        {TALE_CAPTURED, PAYMENT_STEP_VOID, 0, NEED_REFUSE, "captured"},
        {TALE_CAPTURED, PAYMENT_STEP_REFUND, REFUNDED, NEED_ATTEMPT, NULL},
        {TALE_CAPTURED, PAYMENT_STEP_REFUND, 1001, NEED_REFUSE, "too_much"},
        {TALE_DECLINED, PAYMENT_STEP_AUTHORISE, 1000, NEED_ANSWER, NULL},
        {TALE_DECLINED, PAYMENT_STEP_CAPTURE, 1000, NEED_REFUSE, "not_authorised"},
        {TALE_DECLINED, PAYMENT_STEP_VOID, 0, NEED_VOIDED, NULL},
        {TALE_VOIDED, PAYMENT_STEP_AUTHORISE, 1000, NEED_ANSWER, NULL},
        {TALE_VOIDED, PAYMENT_STEP_VOID, 0, NEED_ANSWER, NULL},
        {TALE_VOIDED, PAYMENT_STEP_CAPTURE, 1000, NEED_REFUSE, "not_authorised"},
        {TALE_EXPIRED, PAYMENT_STEP_CAPTURE, 1000, NEED_REFUSE, "expired"},
        {TALE_EXPIRED, PAYMENT_STEP_VOID, 0, NEED_VOIDED, NULL},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct payment payment = payment_in(rows[i].state);
        struct need need;

        ask(&payment, rows[i].wish, rows[i].amount, T0 + 9);
        need = need_of(&payment);
        if (need.kind != rows[i].kind)
            (void)fprintf(stderr, "row %zu\n", i);
        EXPECT_I64(rows[i].kind, need.kind);
        if (rows[i].reason != NULL && need.reason != NULL)
            EXPECT_TEXT(rows[i].reason, fy_slice_of(need.reason));
        EXPECT_I64(true, payment_is_open(&payment));
        fy_arena_done(&arena);
    }
}

/* Of a payment that nobody has asked for: it is not to be, and stays so. */
static void a_void_before_all_else_sticks(void)
{
    struct payment payment = fresh();
    struct tale voided = {
        .kind = TALE_VOIDED, .step = PAYMENT_STEP_VOID, .refund = -1, .word = "never_asked"};

    ask(&payment, PAYMENT_STEP_VOID, 0, T0);
    EXPECT_I64(NEED_VOIDED, need_of(&payment).kind);
    ask(&payment, PAYMENT_STEP_AUTHORISE, 1000, T0 + 1);
    EXPECT_I64(NEED_VOIDED, need_of(&payment).kind);
    told(&payment, &voided, T0 + 2);
    EXPECT_I64(NEED_NOTHING, need_of(&payment).kind);
    ask(&payment, PAYMENT_STEP_AUTHORISE, 1000, T0 + 3);
    EXPECT_I64(NEED_ANSWER, need_of(&payment).kind);
    EXPECT_I64(TALE_VOIDED, tale_again(&payment).kind);
    fy_arena_done(&arena);
}

/* A request that was appended before the report, and read behind it, is no repeat. */
static void what_is_read_late_is_not_answered_twice(void)
{
    struct payment payment = payment_in(TALE_AUTHORISED);

    ask(&payment, PAYMENT_STEP_AUTHORISE, 1000, T0 + 4);
    EXPECT_I64(NEED_WAIT, need_of(&payment).kind);
    ask(&payment, PAYMENT_STEP_AUTHORISE, 1000, T0 + 6);
    EXPECT_I64(NEED_ANSWER, need_of(&payment).kind);
    fy_arena_done(&arena);
}

/* An authorisation that the provider ends is looked at when its time has come. */
static void an_authorisation_ends(void)
{
    struct payment payment = payment_in(TALE_AUTHORISED);
    struct need need = need_of(&payment);

    EXPECT_I64(NEED_WAIT, need.kind);
    EXPECT_I64(T0 + 1000000 + 2000, need.at_ms);
    EXPECT_I64(NEED_LOOK, payment_need(&payment, US, need.at_ms).kind);
    fy_arena_done(&arena);
}

/* --- Whose an attempt is ---------------------------------------------------------------------- */

static void the_first_report_of_a_number_counts(void)
{
    struct payment payment = fresh(), before;
    struct tale mine = {.kind = TALE_ATTEMPT, .refund = -1, .attempt = 1};
    struct payment_report report;
    struct fy_slice bytes;
    struct fy_err err;

    ask(&payment, PAYMENT_STEP_AUTHORISE, 1000, T0);
    before = payment;
    told_by(&payment, &mine, OTHER, T0 + 1);
    EXPECT_TEXT(OTHER, fy_slice_of(payment.instance));

    /* Ours has the same number, and is behind it. */
    if (tell(&before, &mine, US, T0, &arena, &bytes, &err) != FY_OK ||
        payment_report_decode(bytes, &arena, &report, &err) != FY_OK)
        abort();
    payment_told(&payment, &report, T0 + 2);
    EXPECT_TEXT(OTHER, fy_slice_of(payment.instance));
    EXPECT_I64(1, payment.version);
    EXPECT_I64(NEED_WAIT, need_of(&payment).kind);

    /* After a while we go on with it, as the same attempt under the same key. */
    EXPECT_I64(NEED_ATTEMPT, payment_need(&payment, US, T0 + 1 + PAYMENT_LEASE_MS).kind);
    EXPECT_I64(1, payment_need(&payment, US, T0 + 1 + PAYMENT_LEASE_MS).attempt);
    told_by(&payment, &mine, US, T0 + 1 + PAYMENT_LEASE_MS);
    EXPECT_I64(T0 + 1, payment.key_ms);
    EXPECT_I64(NEED_CALL, payment_need(&payment, US, T0 + 2 + PAYMENT_LEASE_MS).kind);
    /* And the other one does not call, though it wakes up now. */
    EXPECT_I64(NEED_WAIT, payment_need(&payment, OTHER, T0 + 2 + PAYMENT_LEASE_MS).kind);
    fy_arena_done(&arena);
}

/* Close to the end of its time an attempt is said again before it is called. */
static void an_old_attempt_is_begun_again_before_a_call(void)
{
    struct payment payment = payment_in(TALE_ATTEMPT);

    EXPECT_I64(NEED_CALL, payment_need(&payment, US, T0 + PAYMENT_LEASE_MS - PAYMENT_CALL_MS).kind);
    EXPECT_I64(
        NEED_ATTEMPT, payment_need(&payment, US, T0 + 1 + PAYMENT_LEASE_MS - PAYMENT_CALL_MS).kind);
    fy_arena_done(&arena);
}

static void a_key_is_of_payment_step_and_number(void)
{
    static const struct {
        const char *payment;
        enum payment_step step;
        const char *refund;
        int32_t attempt;
    } rows[] = {
        {NAME, PAYMENT_STEP_AUTHORISE, "", 1},
        {NAME, PAYMENT_STEP_AUTHORISE, "", 2},
        {NAME, PAYMENT_STEP_CAPTURE, "", 1},
        {NAME, PAYMENT_STEP_REFUND, NAME "/r1", 1},
        {NAME, PAYMENT_STEP_REFUND, NAME "/r2", 1},
        {ORDER "/2", PAYMENT_STEP_AUTHORISE, "", 1},
    };
    char keys[6][PROVIDER_KEY], again[PROVIDER_KEY];

    for (int i = 0; i < 6; i++) {
        provider_key(rows[i].payment, rows[i].step, rows[i].refund, rows[i].attempt, keys[i]);
        provider_key(rows[i].payment, rows[i].step, rows[i].refund, rows[i].attempt, again);
        EXPECT_TEXT(keys[i], fy_slice_of(again));
        for (int j = 0; j < i; j++)
            CU_ASSERT(strcmp(keys[i], keys[j]) != 0);
    }
    /* For ever: another release must use the keys of this one. */
    EXPECT_TEXT("fy-61bdf9294b93742c42a17b2aa8f091a7", fy_slice_of(keys[0]));
}

/* --- What each answer means ------------------------------------------------------------------- */

#define INTENT(status)                                                                             \
    "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"amount\":1000,\"amount_received\":0,"        \
    "\"status\":\"" status "\",\"metadata\":{\"payment\":\"" NAME "\"},"                           \
    "\"last_payment_error\":{\"code\":\"card_declined\",\"decline_code\":\"lost_card\"},"          \
    "\"next_action\":{\"redirect_to_url\":{\"url\":\"https://bank.example/\"}}}"
#define TAKEN                                                                                      \
    "{\"id\":\"pi_1\",\"object\":\"payment_intent\",\"amount\":1000,\"amount_received\":1000,"     \
    "\"status\":\"succeeded\",\"metadata\":{\"payment\":\"" NAME "\"},"                            \
    "\"latest_charge\":{\"balance_transaction\":{\"fee\":39}}}"
#define ERROR(type) "{\"error\":{\"type\":\"" type "\",\"code\":\"word\"}}"
#define REFUND(id, status)                                                                         \
    "{\"id\":\"re_1\",\"object\":\"refund\",\"status\":\"" status                                  \
    "\",\"metadata\":{\"refund\":\"" id "\"}}"
#define LIST(items) "{\"object\":\"list\",\"data\":[" items "]}"
#define OF_ANOTHER                                                                                 \
    "{\"id\":\"pi_9\",\"amount\":1,\"amount_received\":0,\"status\":\"requires_capture\","         \
    "\"metadata\":{\"payment\":\"another/1\"}}"

enum { NO_TALE = -1 };

static const struct answer_row {
    enum payment_step step;
    enum call_kind call;
    enum provider_fate fate;
    int status;
    bool replayed, refused;
    const char *body;
    enum verdict_kind kind;
    int tale;
} answers[] = {
    /* Nobody knows: the same again, under the same key. */
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_UNKNOWN, 0, false, false, "", VERDICT_AGAIN,
        NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_NOT_SENT, 0, false, false, "", VERDICT_AGAIN,
        NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_UNKNOWN, 200, false, false,
        INTENT("requires_capture"), VERDICT_AGAIN, NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 500, false, false, "", VERDICT_AGAIN,
        NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 503, false, false, "", VERDICT_AGAIN,
        NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 409, false, false,
        ERROR("idempotency_error"), VERDICT_AGAIN, NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false, "half an ans",
        VERDICT_AGAIN, NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false, OF_ANOTHER,
        VERDICT_AGAIN, NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false,
        INTENT("processing"), VERDICT_AGAIN, NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 429, false, false, "", VERDICT_SLOWER,
        NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 401, false, false, "", VERDICT_BARRED,
        NO_TALE},
    /* The key's last word: look. */
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 500, true, false, "", VERDICT_VERIFY,
        NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 400, false, false,
        ERROR("idempotency_error"), VERDICT_VERIFY, NO_TALE},
    {PAYMENT_STEP_CAPTURE, CALL_ATTEMPT, PROVIDER_ANSWERED, 400, false, false,
        ERROR("invalid_request_error"), VERDICT_VERIFY, NO_TALE},
    /* An authorisation. */
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false,
        INTENT("requires_capture"), VERDICT_TELL, TALE_AUTHORISED},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, true, false,
        INTENT("requires_action"), VERDICT_TELL, TALE_ACTION},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 402, false, false,
        ERROR("card_error"), VERDICT_TELL, TALE_DECLINED},
    {PAYMENT_STEP_AUTHORISE, CALL_ATTEMPT, PROVIDER_ANSWERED, 400, false, false,
        ERROR("invalid_request_error"), VERDICT_TELL, TALE_DECLINED},
    {PAYMENT_STEP_AUTHORISE, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, false,
        LIST(INTENT("requires_capture")), VERDICT_TELL, TALE_AUTHORISED},
    {PAYMENT_STEP_AUTHORISE, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, false, LIST(""),
        VERDICT_TELL, TALE_ATTEMPT},
    {PAYMENT_STEP_AUTHORISE, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, false, LIST(OF_ANOTHER),
        VERDICT_TELL, TALE_ATTEMPT},
    {PAYMENT_STEP_AUTHORISE, CALL_VERIFY, PROVIDER_ANSWERED, 500, true, false, "", VERDICT_AGAIN,
        NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_VERIFY, PROVIDER_UNKNOWN, 0, false, false, "", VERDICT_AGAIN,
        NO_TALE},
    {PAYMENT_STEP_AUTHORISE, CALL_FOUND, PROVIDER_ANSWERED, 200, false, false,
        INTENT("requires_capture"), VERDICT_TELL, TALE_AUTHORISED},
    {PAYMENT_STEP_AUTHORISE, CALL_FOUND, PROVIDER_ANSWERED, 200, false, false, INTENT("canceled"),
        VERDICT_TELL, TALE_EXPIRED},
    {PAYMENT_STEP_AUTHORISE, CALL_FOUND, PROVIDER_ANSWERED, 200, false, false, OF_ANOTHER,
        VERDICT_AGAIN, NO_TALE},
    /* A capture. */
    {PAYMENT_STEP_CAPTURE, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false, TAKEN, VERDICT_TELL,
        TALE_CAPTURED},
    {PAYMENT_STEP_CAPTURE, CALL_ATTEMPT, PROVIDER_ANSWERED, 402, false, false, ERROR("card_error"),
        VERDICT_TELL, TALE_NOT_DONE},
    {PAYMENT_STEP_CAPTURE, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, false, TAKEN, VERDICT_TELL,
        TALE_CAPTURED},
    {PAYMENT_STEP_CAPTURE, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, true, TAKEN, VERDICT_TELL,
        TALE_CAPTURED},
    {PAYMENT_STEP_CAPTURE, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, false,
        INTENT("requires_capture"), VERDICT_TELL, TALE_ATTEMPT},
    {PAYMENT_STEP_CAPTURE, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, true,
        INTENT("requires_capture"), VERDICT_TELL, TALE_NOT_DONE},
    {PAYMENT_STEP_CAPTURE, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, true, INTENT("canceled"),
        VERDICT_TELL, TALE_EXPIRED},
    /* A void. */
    {PAYMENT_STEP_VOID, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false, INTENT("canceled"),
        VERDICT_TELL, TALE_VOIDED},
    {PAYMENT_STEP_VOID, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, true, INTENT("canceled"),
        VERDICT_TELL, TALE_VOIDED},
    {PAYMENT_STEP_VOID, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, true, TAKEN, VERDICT_TELL,
        TALE_CAPTURED},
    {PAYMENT_STEP_VOID, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, false,
        INTENT("requires_action"), VERDICT_TELL, TALE_ATTEMPT},
    /* A refund. */
    {PAYMENT_STEP_REFUND, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false,
        REFUND(NAME "/r1", "succeeded"), VERDICT_TELL, TALE_REFUNDED},
    {PAYMENT_STEP_REFUND, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false,
        REFUND(NAME "/r1", "pending"), VERDICT_TELL, TALE_REFUNDED},
    {PAYMENT_STEP_REFUND, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false,
        REFUND(NAME "/r1", "failed"), VERDICT_TELL, TALE_NOT_DONE},
    {PAYMENT_STEP_REFUND, CALL_ATTEMPT, PROVIDER_ANSWERED, 200, false, false,
        REFUND(NAME "/r2", "succeeded"), VERDICT_AGAIN, NO_TALE},
    {PAYMENT_STEP_REFUND, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, false,
        LIST(REFUND(NAME "/r1", "succeeded")), VERDICT_TELL, TALE_REFUNDED},
    {PAYMENT_STEP_REFUND, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, false,
        LIST(REFUND(NAME "/r2", "succeeded")), VERDICT_TELL, TALE_ATTEMPT},
    {PAYMENT_STEP_REFUND, CALL_VERIFY, PROVIDER_ANSWERED, 200, false, true, LIST(""), VERDICT_TELL,
        TALE_NOT_DONE},
};

static struct payment attempting(enum payment_step step)
{
    struct payment payment;

    if (step == PAYMENT_STEP_AUTHORISE)
        return payment_in(TALE_ATTEMPT);
    payment = payment_in(step == PAYMENT_STEP_REFUND ? TALE_CAPTURED : TALE_AUTHORISED);
    ask(&payment, step, step == PAYMENT_STEP_REFUND ? REFUNDED : 1000, T0 + 7);
    attempt(&payment, step, step == PAYMENT_STEP_REFUND ? 0 : -1, T0 + 8);
    return payment;
}

static void each_answer_means_one_thing(void)
{
    for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
        const struct answer_row *row = &answers[i];
        struct payment payment = attempting(row->step);
        struct provider_answer answer = {.fate = row->fate,
            .status = row->status,
            .replayed = row->replayed,
            .body = fy_slice_of(row->body)};
        struct verdict verdict = judge(&payment, row->call, row->refused, &answer, &arena);

        if (verdict.kind != row->kind ||
            (row->tale != NO_TALE && (int)verdict.tale.kind != row->tale))
            (void)fprintf(stderr, "row %zu\n", i);
        EXPECT_I64(row->kind, verdict.kind);
        if (row->tale != NO_TALE)
            EXPECT_I64(row->tale, verdict.tale.kind);
        if (row->tale == TALE_ATTEMPT) /* Another key. */
            EXPECT_I64(2, verdict.tale.attempt);
        fy_arena_done(&arena);
    }
}

static void how_long_429_says_is_waited(void)
{
    struct payment payment = payment_in(TALE_ATTEMPT);
    struct provider_answer answer = {
        .status = 429, .retry_after_ms = 7000, .body = fy_slice_of("")};

    EXPECT_I64(7000, judge(&payment, CALL_ATTEMPT, false, &answer, &arena).wait_ms);
    answer.retry_after_ms = 0;
    EXPECT_I64(1000, judge(&payment, CALL_ATTEMPT, false, &answer, &arena).wait_ms);
    fy_arena_done(&arena);
}

static void what_was_taken_is_told_with_its_fee(void)
{
    struct payment payment = attempting(PAYMENT_STEP_CAPTURE);
    struct provider_answer answer = {.status = 200, .body = fy_slice_of(TAKEN)};
    struct verdict verdict = judge(&payment, CALL_ATTEMPT, false, &answer, &arena);

    told(&payment, &verdict.tale, T0 + 20);
    EXPECT_I64(PAYMENT_STATE_CAPTURED, payment.state);
    EXPECT_I64(1000, payment.captured);
    EXPECT_I64(39, payment.fee);
    EXPECT_I64(0, payment.expires_ms);
    EXPECT_I64(NEED_NOTHING, need_of(&payment).kind);
    fy_arena_done(&arena);
}

/* --- Webhooks --------------------------------------------------------------------------------- */

static void hook(struct payment *payment, const char *ref, const char *status)
{
    struct webhook webhook = {.payment = fy_slice_of(NAME),
        .provider_event = fy_slice_of("evt_1"),
        .provider_ref = fy_slice_of(ref),
        .status = fy_slice_of(status)};

    payment_hook(payment, &webhook);
}

/* A webhook says where to look; what is known already costs no look. */
static void a_webhook_makes_us_look_and_nothing_else(void)
{
    struct payment payment = payment_in(TALE_AUTHORISED);
    int64_t version = payment.version;

    hook(&payment, "pi_1", "requires_action");
    hook(&payment, "pi_1", "requires_capture");
    EXPECT_I64(NEED_WAIT, need_of(&payment).kind);
    hook(&payment, "pi_1", "canceled");
    EXPECT_I64(NEED_LOOK, need_of(&payment).kind);
    EXPECT_I64(PAYMENT_STATE_AUTHORISED, payment.state);
    EXPECT_I64(version, payment.version);
    fy_arena_done(&arena);
}

/* Behind a void a promise turns up: it is voided too. */
static void a_second_promise_is_cancelled(void)
{
    struct payment payment = payment_in(TALE_AUTHORISED);
    struct provider_answer answer = {.status = 200,
        .body = fy_slice_of("{\"id\":\"pi_2\",\"amount\":1000,\"amount_received\":0,\"status\":"
                            "\"requires_capture\",\"metadata\":{\"payment\":\"" NAME "\"}}")};
    struct provider_call call;
    struct verdict verdict;

    hook(&payment, "pi_2", "requires_capture");
    EXPECT_I64(NEED_LOOK, need_of(&payment).kind);
    verdict = judge(&payment, CALL_SEE, false, &answer, &arena);
    EXPECT_I64(TALE_SEEN, verdict.tale.kind);
    EXPECT_TEXT("orphan", fy_slice_of(verdict.tale.word));
    told(&payment, &verdict.tale, T0 + 20);
    EXPECT_I64(NEED_ORPHAN, need_of(&payment).kind);
    EXPECT_TEXT("pi_1", fy_slice_of(payment.ref));

    provider_cancel(payment.orphans[0], &call);
    EXPECT_I64('\0', call.key[0]); /* It would keep a 500. */
    verdict = judge(&payment, CALL_ORPHAN, false, &answer, &arena);
    EXPECT_TEXT("orphan_voided", fy_slice_of(verdict.tale.word));
    told(&payment, &verdict.tale, T0 + 21);
    EXPECT_I64(NEED_WAIT, need_of(&payment).kind);
    EXPECT_I64(PAYMENT_STATE_AUTHORISED, payment.state);
    fy_arena_done(&arena);
}

static struct provider_answer held_as(const char *ref)
{
    static char body[256];

    (void)snprintf(body, sizeof(body),
        "{\"id\":\"%s\",\"amount\":1000,\"amount_received\":0,\"status\":\"requires_capture\","
        "\"metadata\":{\"payment\":\"" NAME "\"}}",
        ref);
    return (struct provider_answer){.status = 200, .body = fy_slice_of(body)};
}

/* A call outlived its key and made a second promise while nobody looked: neither is forgotten. */
static void two_promises_that_are_told_of_at_once_are_both_looked_at(void)
{
    struct payment payment = payment_in(TALE_ATTEMPT);
    struct provider_answer answer = held_as("pi_2");
    struct verdict verdict;

    hook(&payment, "pi_1", "requires_capture");
    hook(&payment, "pi_2", "requires_capture");
    hook(&payment, "pi_2", "requires_capture");
    verdict = judge(&payment, CALL_ATTEMPT, false, &answer, &arena);
    EXPECT_I64(TALE_AUTHORISED, verdict.tale.kind);
    told(&payment, &verdict.tale, T0 + 20);
    EXPECT_TEXT("pi_2", fy_slice_of(payment.ref));
    EXPECT_I64(NEED_LOOK, need_of(&payment).kind);
    EXPECT_TEXT("pi_1", fy_slice_of(payment.looks[0].ref));
    answer = held_as("pi_1");
    verdict = judge(&payment, CALL_SEE, false, &answer, &arena);
    EXPECT_TEXT("orphan", fy_slice_of(verdict.tale.word));
    told(&payment, &verdict.tale, T0 + 21);
    EXPECT_I64(NEED_ORPHAN, need_of(&payment).kind);
    EXPECT_TEXT("pi_1", fy_slice_of(payment.orphans[0]));
    verdict = judge(&payment, CALL_ORPHAN, false, &answer, &arena);
    told(&payment, &verdict.tale, T0 + 22);
    EXPECT_I64(NEED_NOTHING, need_of(&payment).kind);
    fy_arena_done(&arena);
}

/* What a provider tells beyond all measure is bounded, and what is known already costs no look. */
static void no_more_is_looked_at_than_there_is_room_for(void)
{
    struct payment payment = payment_in(TALE_AUTHORISED);
    char ref[16];

    for (int i = 0; i < 3 * PAYMENT_LOOKS_MAX; i++) {
        (void)snprintf(ref, sizeof(ref), "pi_%d", 2 + i);
        hook(&payment, ref, "requires_capture");
    }
    EXPECT_I64(PAYMENT_LOOKS_MAX, payment.look_count);
    EXPECT_TEXT("pi_2", fy_slice_of(payment.looks[0].ref));
    fy_arena_done(&arena);
}

/* --- Rows ------------------------------------------------------------------------------------- */

static void a_row_is_read_as_it_was_written(void)
{
    struct payment payment = attempting(PAYMENT_STEP_REFUND), read;
    struct fy_slice bytes;

    hook(&payment, "pi_2", "requires_capture");
    bytes = payment_row_encode(&payment, &arena);
    EXPECT_I64(true, payment_row_decode(bytes, &read));
    EXPECT_I64(0, memcmp(&payment, &read, sizeof(read)));
    for (size_t size = 0; size < bytes.size; size++)
        EXPECT_I64(false, payment_row_decode((struct fy_slice){bytes.data, size}, &read));
    fy_arena_done(&arena);
}

static const CU_TestInfo tests[] = {
    TEST(each_state_and_wish_needs_one_thing),
    TEST(a_void_before_all_else_sticks),
    TEST(what_is_read_late_is_not_answered_twice),
    TEST(an_authorisation_ends),
    TEST(the_first_report_of_a_number_counts),
    TEST(an_old_attempt_is_begun_again_before_a_call),
    TEST(a_key_is_of_payment_step_and_number),
    TEST(each_answer_means_one_thing),
    TEST(how_long_429_says_is_waited),
    TEST(what_was_taken_is_told_with_its_fee),
    TEST(a_webhook_makes_us_look_and_nothing_else),
    TEST(two_promises_that_are_told_of_at_once_are_both_looked_at),
    TEST(no_more_is_looked_at_than_there_is_room_for),
    TEST(a_second_promise_is_cancelled),
    TEST(a_row_is_read_as_it_was_written),
};

TEST_MAIN(payment, tests)
