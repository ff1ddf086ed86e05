/*
 * Accounts at the edge: what is written of people, in which order, and what they are told.
 */
#include "test/run.h"
#include "test/unit/producers/people_shop.h"

/* A fact that nobody can ever read again would be worse than none. */
static void a_key_is_acknowledged_before_the_first_fact(void)
{
    int fd;

    shop_open(60000);
    fd = post("/v1/accounts", JSON, "{\"email\":\"" EMAIL "\",\"password\":\"" PASSWORD "\"}");
    (void)people_shop_until(1);
    (void)people_shop_sent(0, FY_TOPIC_PERSON_KEYS);
    for (int i = 0; i < 20; i++)
        site_turn(&shop.site);
    EXPECT_I64(1, shop.kafka.count);
    people_shop_settle();
    (void)people_shop_until(2);
    (void)people_shop_sent(1, FY_TOPIC_ACCOUNT_REQUESTS);
    people_shop_settle();
    read_answer(fd);
    EXPECT_I64(202, answer.status);
    shop_close();
}

static bool was_sent(const char *text)
{
    for (int i = 0; i < shop.kafka.count; i++)
        if (memmem(shop.kafka.records[i].value, shop.kafka.records[i].value_size, text,
                strlen(text)) != NULL ||
            memmem(shop.kafka.records[i].key, shop.kafka.records[i].key_size, text, strlen(text)) !=
                NULL)
            return true;
    return false;
}

static void nothing_personal_is_written_in_the_clear(void)
{
    struct account_request request;
    struct fy_slice email = {0};
    uint8_t key[FY_KEY_BYTES];
    bool known = false;
    struct fy_err err;

    shop_open(60000);
    request = people_shop_member();
    CU_ASSERT_FALSE(was_sent("planted"));
    CU_ASSERT_FALSE(was_sent("argon2"));
    EXPECT_I64(FY_OK, fy_person_keys_get(keys_view(shop.producers.people->keys),
                          request.create_account->person, 1000, &shop.arena, &known, key, &err));
    CU_ASSERT_TRUE(known);
    CU_ASSERT_TRUE(fy_unseal(key, request.create_account->person, "email",
        request.create_account->letter.email, &shop.arena, &email));
    EXPECT_TEXT(EMAIL, email);

    say_and_settle("PUT", "/v1/me/contact", shop.cookie,
        "{\"email\":\"bob.planted@example.com\",\"full_name\":\"Bob Planted\"}");
    EXPECT_I64(415, answer.status);
    CU_ASSERT_FALSE(was_sent("planted") || was_sent("Planted"));
    shop_close();
}

/* The answer to a login is its body without what names the request. */
static void login_of(const char *email, const char *password, char ret_body[1024])
{
    char body[256];
    int before = shop.kafka.count;
    int fd;

    (void)snprintf(body, sizeof(body), "{\"email\":\"%s\",\"password\":\"%s\"}", email, password);
    fd = post("/v1/login", JSON, body);
    (void)people_shop_until(before + 1);
    people_shop_settle();
    read_answer(fd);
    EXPECT_I64(401, answer.status);
    (void)snprintf(ret_body, 1024, "%s", answer.body);
    CU_ASSERT_PTR_NOT_NULL(people_shop_request(before).fail_login);
}

/* Else anybody could learn who shops here. */
static void who_has_no_account_is_told_what_a_wrong_password_is(void)
{
    char wrong[1024], unknown[1024];

    shop_open(60000);
    (void)people_shop_member();
    login_of(EMAIL, "something else", wrong);
    login_of("nobody@example.com", "something else", unknown);
    EXPECT_TEXT(wrong, fy_slice_of(unknown));
    CU_ASSERT_PTR_NOT_NULL(strstr(wrong, "/problems/wrong-password"));
    shop_close();
}

static void who_registers_is_told_the_same_whoever_has_the_email(void)
{
    int fd;

    shop_open(60000);
    (void)people_shop_member();
    fd = post("/v1/accounts", JSON,
        "{\"email\":\" Anne.Planted@EXAMPLE.com\",\"password\":\"12345678\"}");
    (void)people_shop_until(3);
    people_shop_settle();
    (void)people_shop_until(4);
    people_shop_settle();
    read_answer(fd);
    EXPECT_I64(202, answer.status);
    EXPECT_CONTAINS("{\"accepted\":1,\"event_ids\":[", fy_slice_of(answer.body));
    CU_ASSERT_TRUE(fy_slice_equal(people_shop_request(1).subject, people_shop_request(3).subject));
    CU_ASSERT_FALSE(fy_slice_equal(people_shop_request(1).create_account->person,
        people_shop_request(3).create_account->person));
    shop_close();
}

/* Signs in; the tokens of the answer are in `answer`. */
static struct account_request signed_in(void)
{
    struct account_request request;
    struct account_event event;
    struct session_opened opened = {0};
    int before = shop.kafka.count;
    int fd = post("/v1/login", JSON, "{\"email\":\"" EMAIL "\",\"password\":\"" PASSWORD "\"}");

    (void)people_shop_until(before + 1);
    people_shop_settle();
    request = people_shop_request(before);
    CU_ASSERT_PTR_NOT_NULL_FATAL(request.open_session);
    event = people_shop_event(&request);
    opened.session = request.open_session->session;
    opened.refresh_hash = request.open_session->refresh_hash;
    opened.label = fy_slice_of("x");
    event.session_opened = &opened;
    people_shop_decided(&event);
    read_answer(fd);
    return request;
}

static void tokens_come_when_the_session_is_there(void)
{
    shop_open(60000);
    (void)people_shop_member();
    (void)signed_in();
    EXPECT_I64(200, answer.status);
    EXPECT_CONTAINS("\"access_token\":\"v4.local.", fy_slice_of(answer.body));
    EXPECT_CONTAINS("\"role\":\"customer\"", fy_slice_of(answer.body));
    CU_ASSERT_PTR_NULL(strstr(answer.text, "Set-Cookie"));
    shop_close();
}

static struct fy_slice member_text(const char *name)
{
    char start[64];
    const char *at;

    (void)snprintf(start, sizeof(start), "\"%s\":\"", name);
    at = strstr(answer.body, start);
    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    at += strlen(start);
    return fy_arena_copy(&shop.arena, (struct fy_slice){(const uint8_t *)at, strcspn(at, "\"")});
}

static int ask_refresh(struct fy_slice token, const char *fields)
{
    char body[256];

    (void)snprintf(body, sizeof(body), "{\"refresh_token\":\"%.*s\"}", FY_SLICE_ARG(token));
    return post("/v1/refresh", fields, body);
}

/* Whoever is answered before it is decided may hold a token that was refused. */
static void a_refresh_is_answered_when_it_is_decided(void)
{
    struct account_request request;
    struct account_event event;
    struct session_refreshed refreshed = {0};
    struct request_refused refused = {
        .request = fy_slice_of("refresh_session"), .reason = fy_slice_of("token_reused")};
    struct fy_slice token;
    char byte;
    int fd;

    shop_open(60000);
    (void)people_shop_member();
    (void)signed_in();
    token = member_text("refresh_token");
    fd = ask_refresh(token, JSON);
    (void)people_shop_until(4);
    people_shop_settle();
    for (int i = 0; i < 20; i++)
        site_turn(&shop.site);
    EXPECT_I64(-1, recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT));
    request = people_shop_request(3);
    event = people_shop_event(&request);
    refreshed.session = request.refresh_session->session;
    refreshed.old_hash = request.refresh_session->old_hash;
    refreshed.new_hash = request.refresh_session->new_hash;
    event.session_refreshed = &refreshed;
    people_shop_decided(&event);
    read_answer(fd);
    EXPECT_I64(200, answer.status);
    CU_ASSERT_FALSE(fy_slice_equal(token, member_text("refresh_token")));

    fd = ask_refresh(token, JSON); /* Once more: reused. */
    (void)people_shop_until(5);
    people_shop_settle();
    request = people_shop_request(4);
    event = people_shop_event(&request);
    event.request_refused = &refused;
    people_shop_decided(&event);
    read_answer(fd);
    EXPECT_I64(401, answer.status);
    CU_ASSERT_PTR_NULL(strstr(answer.body, "v4.local"));
    shop_close();
}

/* Another instance may have opened it a moment ago: whether there is one, `accounts` says. */
static void a_session_that_is_not_in_the_view_is_asked_for(void)
{
    static const char *const ids[] = {
        "00000000000000000000000000000001", "00000000000000000000000000000002"};
    struct session_revoked revoked = {
        .session = fy_slice_of(ids[0]), .why = fy_slice_of("revoked")};
    struct request_refused refused = {
        .request = fy_slice_of("revoke_session"), .reason = fy_slice_of("unknown_session")};
    struct account_request request;
    struct account_event event;
    char path[96];
    int fd;

    shop_open(60000);
    (void)people_shop_member();
    (void)signed_in();
    (void)snprintf(shop.as, sizeof(shop.as), "Authorization: Bearer %.*s\r\n",
        FY_SLICE_ARG(member_text("access_token")));
    for (int i = 0; i < 2; i++) {
        (void)snprintf(path, sizeof(path), "/v1/me/sessions/%s", ids[i]);
        fd = say("DELETE", path, "", "");
        CU_ASSERT_TRUE_FATAL(people_shop_until(4 + i));
        people_shop_settle();
        request = people_shop_request(3 + i);
        CU_ASSERT_PTR_NOT_NULL_FATAL(request.revoke_session);
        CU_ASSERT_TRUE(fy_slice_equal(fy_slice_of(ids[i]), request.revoke_session->session));
        event = people_shop_event(&request);
        if (i == 0)
            event.session_revoked = &revoked;
        else
            event.request_refused = &refused;
        people_shop_decided(&event);
        read_answer(fd);
        EXPECT_I64(i == 0 ? 200 : 404, answer.status);
    }
    read_answer(say("DELETE", "/v1/me/sessions/nonsense", "", ""));
    EXPECT_I64(404, answer.status);
    EXPECT_I64(5, shop.kafka.count);
    shop_close();
}

/* Or a stranger could end anybody's session. */
static void a_forged_refresh_token_reaches_nobody(void)
{
    char forged[FY_TICKET_TEXT_MAX + 1];
    struct fy_slice token;

    shop_open(60000);
    (void)people_shop_member();
    (void)signed_in();
    token = member_text("refresh_token");
    (void)snprintf(forged, sizeof(forged), "%.*s", FY_SLICE_ARG(token));
    forged[80] = forged[80] == 'A' ? 'B' : 'A';
    read_answer(ask_refresh(fy_slice_of(forged), JSON));
    EXPECT_I64(401, answer.status);
    EXPECT_I64(3, shop.kafka.count);
    shop_close();
}

/* A lost answer is asked for again, and is the same answer. */
static void a_refresh_under_one_key_has_one_next_token(void)
{
    struct fy_slice token;

    shop_open(60000);
    (void)people_shop_member();
    (void)signed_in();
    token = member_text("refresh_token");
    (void)close(ask_refresh(token, JSON "Idempotency-Key: k1\r\n"));
    (void)people_shop_until(4);
    people_shop_settle();
    (void)close(ask_refresh(token, JSON "Idempotency-Key: k1\r\n"));
    (void)people_shop_until(5);
    people_shop_settle();
    CU_ASSERT_TRUE(fy_slice_equal(people_shop_request(3).refresh_session->new_hash,
        people_shop_request(4).refresh_session->new_hash));
    EXPECT_TEXT(
        (const char *)fy_arena_copy(&shop.arena, people_shop_request(3).envelope.event_id).data,
        people_shop_request(4).envelope.event_id);
    shop_close();
}

/* A browser's tokens are cookies that no script reads. */
static void a_browser_gets_cookies(void)
{
    struct account_request request;
    struct account_event event;
    struct session_opened opened = {.label = fy_slice_of("x")};
    int fd;

    shop_open(60000);
    (void)people_shop_member();
    fd = post("/v1/login", JSON "Sec-Fetch-Site: same-origin\r\n",
        "{\"email\":\"" EMAIL "\",\"password\":\"" PASSWORD "\"}");
    (void)people_shop_until(3);
    people_shop_settle();
    request = people_shop_request(2);
    event = people_shop_event(&request);
    opened.session = request.open_session->session;
    opened.refresh_hash = request.open_session->refresh_hash;
    event.session_opened = &opened;
    EXPECT_I64(FY_VISITOR_TEXT, request.open_session->visitor.size); /* It had none: it is met. */
    people_shop_decided(&event);
    read_answer(fd);
    EXPECT_I64(200, answer.status);
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.text, "Set-Cookie: fy_visitor="));
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.text, "Set-Cookie: fy_token=v4.local."));
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.text, "HttpOnly; SameSite=Strict"));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "access_token"));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "refresh_token"));
    shop_close();
}

/* Guessing is slow, whoever guesses. The tries before are of an hour to come: time passes here. */
static void too_many_tries_for_one_email_are_refused(void)
{
    const struct fy_limit limit = {
        .burst = PEOPLE_TRIES_BURST, .per_minute = PEOPLE_TRIES_A_MINUTE};
    char account[FY_LOOKUP_TEXT + 1], body[1024];
    struct fy_slice who[] = {fy_slice_of("login"), {0}};
    int64_t wait_ms;

    shop_open(60000);
    fy_lookup_text(shop.producers.people->pepper, fy_slice_of("nobody@example.com"), account);
    who[1] = fy_slice_of(account);
    for (int i = 0; i < PEOPLE_TRIES_BURST; i++)
        CU_ASSERT_TRUE(fy_limits_take(shop.producers.people->limits, who, 2, limit,
            fy_reactor_mono_ms(shop.site.reactor) + 3600000, &wait_ms));
    post_and_settle("/v1/login", JSON, "{\"email\":\"nobody@example.com\",\"password\":\"x\"}");
    EXPECT_I64(429, answer.status);
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.text, "Retry-After: "));
    login_of("somebody@example.com", "x", body);
    shop_close();
}

/* Whoever registered, with another role; invited as well, where that is given. */
static void is_now(const struct account_request *request,
    const char *role,
    const char *supplier,
    const char *invited_role)
{
    struct user user = {.person = request->create_account->person,
        .account = request->subject,
        .role = fy_slice_of(role),
        .verified = true};

    if (supplier != NULL)
        user.supplier = fy_slice_of(supplier);
    if (invited_role != NULL)
        user.invited_role = fy_slice_of(invited_role);
    people_shop_encoded(FY_TOPIC_USERS, &user_schema, user.person, &user);
}

static int role_delete(const struct account_request *request)
{
    char text[2048];
    int fd = site_connect(&shop.site);

    (void)snprintf(text, sizeof(text), "DELETE /v1/people/%.*s/role HTTP/1.1\r\nHost: a\r\n%s\r\n",
        FY_SLICE_ARG(request->create_account->person), shop.as);
    site_say(&shop.site, fd, text);
    return fd;
}

static void an_operator_takes_roles_away(void)
{
    static const struct {
        const char *role, *supplier, *invited_role;
    } rows[] = {
        {"operator", NULL, NULL},
        {"data", NULL, NULL},
        {"service", NULL, NULL},
        {"supplier_staff", "acme", NULL},
        {"customer", NULL, "data"},
    };
    struct account_request member, request;
    struct account_event event;
    int sent;

    shop_open(60000);
    member = people_shop_member();
    read_answer(role_delete(&member)); /* A customer has none to lose. */
    EXPECT_I64(404, answer.status);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct member_removed removed = {.role = fy_slice_of(rows[i].role)};
        int fd;

        is_now(&member, rows[i].role, rows[i].supplier, rows[i].invited_role);
        sent = shop.kafka.count;
        fd = role_delete(&member);
        CU_ASSERT_TRUE_FATAL(people_shop_until(sent + 1));
        people_shop_settle();
        request = people_shop_request(sent);
        CU_ASSERT_PTR_NOT_NULL_FATAL(request.remove_member);
        CU_ASSERT_TRUE(fy_slice_equal(member.subject, request.subject));
        EXPECT_I64(rows[i].supplier != NULL, request.remove_member->supplier.data != NULL);
        event = people_shop_event(&request);
        event.member_removed = &removed;
        people_shop_decided(&event);
        read_answer(fd);
        EXPECT_I64(200, answer.status);
    }

    shop_as_person(FY_ROLE_OPERATOR, NULL, member.create_account->person); /* Their own. */
    is_now(&member, "operator", NULL, NULL);
    sent = shop.kafka.count;
    read_answer(role_delete(&member));
    EXPECT_I64(403, answer.status);
    EXPECT_I64(sent, shop.kafka.count);
    shop_close();
}

static void a_bad_field_is_named_and_not_repeated(void)
{
    shop_open(60000);
    post_and_settle("/v1/accounts", JSON, "{\"email\":\"planted\",\"password\":\"12345678\"}");
    EXPECT_I64(422, answer.status);
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.body, "\"field\":\"email\""));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "planted"));
    post_and_settle("/v1/accounts", JSON, "{\"email\":\"a@b\",\"password\":\"1234567\"}");
    EXPECT_I64(422, answer.status);
    CU_ASSERT_PTR_NOT_NULL(strstr(answer.body, "\"field\":\"password\""));
    CU_ASSERT_PTR_NULL(strstr(answer.body, "1234567"));
    EXPECT_I64(0, shop.kafka.count);
    shop_close();
}

/* A client that goes leaves nothing behind that is called later. */
static void a_client_that_goes_is_forgotten(void)
{
    int fd;

    shop_open(60000);
    (void)people_shop_member();
    fd = post("/v1/login", JSON, "{\"email\":\"" EMAIL "\",\"password\":\"" PASSWORD "\"}");
    (void)people_shop_until(3);
    EXPECT_I64(1, shop.producers.people->op_count);
    (void)close(fd);
    people_shop_settle();
    for (int64_t until_ms = site_now_ms() + SITE_WAIT_MS;
         shop.producers.people->op_count > 0 && site_now_ms() < until_ms;)
        site_turn(&shop.site);
    EXPECT_I64(0, shop.producers.people->op_count);
    EXPECT_I64(0, shop.producers.people->waiting);
    shop_close();
}

static CU_TestInfo tests[] = {
    TEST(a_key_is_acknowledged_before_the_first_fact),
    TEST(nothing_personal_is_written_in_the_clear),
    TEST(who_has_no_account_is_told_what_a_wrong_password_is),
    TEST(who_registers_is_told_the_same_whoever_has_the_email),
    TEST(tokens_come_when_the_session_is_there),
    TEST(a_session_that_is_not_in_the_view_is_asked_for),
    TEST(a_refresh_is_answered_when_it_is_decided),
    TEST(a_forged_refresh_token_reaches_nobody),
    TEST(a_refresh_under_one_key_has_one_next_token),
    TEST(a_browser_gets_cookies),
    TEST(too_many_tries_for_one_email_are_refused),
    TEST(an_operator_takes_roles_away),
    TEST(a_bad_field_is_named_and_not_repeated),
    TEST(a_client_that_goes_is_forgotten),
};

TEST_MAIN(people, tests)
