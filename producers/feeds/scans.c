/*
 * scans.c - sessions of scans: a barcode scanner is a keyboard, and this is where its lines go.
 *
 *     PUT /v1/scans/{session}           begin: what a scan means
 *     POST /v1/scans/{session}          item_scanned and scan_taken_back, each with its number
 *     POST /v1/scans/{session}/close    so many numbers there were; of a count, the counts are set
 *
 * Each scan is a record of `feeds`, and where items arrive one of `supply` too, under the same
 * (session, n): told again it changes nothing. Whose barcode it is, is asked of our view of
 * products; a number that was told before keeps its SKU. A count sets nothing before it is closed:
 * half a count is no count.
 */
#include "lib/feed_scans.h"
#include "lib/gate.h"
#include "producers/edge.h"
#include "producers/feeds/feed.h"
#include "producers/recent.h"
#include "producers/routes.h"
#include "producers/supply/gtin.h"
#include "producers/supply/one.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { WINDOW = 64 }; /* How far back `stock` can undo; and how many numbers may be under way. */

static const struct edge_route open_route;
static const struct edge_route post_route = {
    .name = "scans", .topic = FY_TOPIC_FEEDS, .elements_max = WINDOW};
static const struct edge_route close_route = {
    .name = "scan_close", .topic = FY_TOPIC_FEEDS, .elements_max = 1};

struct session {
    struct edge *edge;
    struct fy_slice id;
    struct fy_slice supplier;
    struct fy_slice actor;
    enum scan_mode mode;
    const struct item_scanned **told; /* By this request, by element; NULL: no scan. */
};

/* --- The session ----------------------------------------------------------------------------- */

static bool open_edge(const struct edge_route *route,
    struct fy_http_request *request,
    void *program,
    struct session *session)
{
    session->id = fy_http_path_param(request, "session");
    if (!fy_feed_is_id(session->id)) {
        fy_http_problem(request, FY_PROBLEM_BAD_FIELD, "session",
            "session: it must be 32 hex digits, lower case");
        return false;
    }
    return edge_supplier(request, &session->supplier, &session->actor) &&
           edge_open(route, program, request, &session->edge);
}

static bool cannot_read(const struct session *session)
{
    fy_http_problem(session->edge->request, FY_PROBLEM_INTERNAL, NULL, "the view cannot be read");
    return false;
}

static bool look_up(const struct session *session,
    enum fy_feed_row row,
    int64_t n,
    bool *ret_known,
    struct feed *ret_record)
{
    struct fy_err err;

    if (fy_feed_get(session->edge->producers->store, FEED_SPACE, row, session->id, n,
            session->edge->arena, ret_known, ret_record, &err) == FY_OK)
        return true;
    return cannot_read(session);
}

/* What was opened just now is known before the view has read it: its mode, and whose it is. */
static void mark_of(const struct session *session, uint8_t ret_mark[FY_DIGEST_BYTES])
{
    fy_digest(&session->supplier, 1, ret_mark);
    ret_mark[0] = (uint8_t)session->mode;
}

static bool is_just_opened(struct session *session)
{
    uint8_t key[FY_DIGEST_BYTES], mine[FY_DIGEST_BYTES];
    const uint8_t *mark;

    fy_digest(&session->id, 1, key);
    mark = recent_get(session->edge->producers->scan_sessions, key);
    mark_of(session, mine);
    if (mark == NULL || memcmp(mark + 1, mine + 1, sizeof(mine) - 1) != 0)
        return false;
    session->mode = (enum scan_mode)mark[0];
    return true;
}

/* Is it the supplier's, and open? Another's is none. */
static bool find_session(struct session *session)
{
    struct fy_http_request *request = session->edge->request;
    struct feed record;
    bool known;

    if (!look_up(session, FY_FEED_SCAN_OPENED, 0, &known, &record))
        return false;
    if (known && fy_slice_equal(record.supplier, session->supplier)) {
        session->mode = record.scan_opened->mode;
    } else if (known || !is_just_opened(session)) {
        fy_gate_unknown(request, FY_OWNER_SCAN);
        return false;
    }
    return true;
}

static void stamp(
    struct session *session, size_t index, const char *step, int64_t n, struct feed *record)
{
    char number[24];
    struct fy_slice parts[] = {session->id, fy_slice_of(step), {0}};

    (void)snprintf(number, sizeof(number), "%" PRId64, n);
    parts[2] = fy_slice_of(number);
    edge_stamp(session->edge, index, session->supplier, parts, 3, &record->envelope);
    record->envelope.root = session->supplier;
    record->envelope.actor = session->actor;
    record->feed = session->id;
    record->supplier = session->supplier;
}

static void send(struct session *session)
{
    struct fy_slice location =
        fy_arena_format(session->edge->arena, "/v1/scans/%.*s", FY_SLICE_ARG(session->id));

    edge_send(session->edge, session->supplier, (const char *)location.data);
}

/* {"mode": ...} -> {"scan_opened": {"mode": ...}} */
static bool wrap(struct session *session, const char *fact)
{
    struct edge *edge = session->edge;

    if (edge->is_array) {
        fy_http_problem(edge->request, FY_PROBLEM_BAD_FIELD, NULL,
            "the body is an array; it must be one object");
        return false;
    }
    edge->inside = fact;
    return one_wrap(edge, fy_arena_format(edge->arena, "{\"%s\":", fact), edge->elements[0], "}");
}

/* --- Open ------------------------------------------------------------------------------------ */

static void opened(struct edge *edge)
{
    const struct session *session = edge->own;
    uint8_t key[FY_DIGEST_BYTES], mark[FY_DIGEST_BYTES];

    fy_digest(&session->id, 1, key);
    mark_of(session, mark);
    recent_put(edge->producers->scan_sessions, key, mark);
}

static const struct edge_route open_route = {
    .name = "scan_open", .topic = FY_TOPIC_FEEDS, .elements_max = 1, .written = opened};

void producers_scan_open(struct fy_http_request *request, void *program)
{
    struct session *session = fy_arena_alloc(fy_http_arena(request), sizeof(*session));
    struct feed record, before;
    bool known;

    if (session == NULL) {
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "no memory");
        return;
    }
    if (!open_edge(&open_route, request, program, session) || !wrap(session, "scan_opened") ||
        !edge_decode(session->edge, 0, &record) ||
        !look_up(session, FY_FEED_SCAN_OPENED, 0, &known, &before))
        return;
    if (known && (!fy_slice_equal(before.supplier, session->supplier) ||
                     before.scan_opened->mode != record.scan_opened->mode)) {
        fy_http_problem(
            request, FY_PROBLEM_KEY_REUSED, "session", "session: it was opened before, otherwise");
        return;
    }
    session->mode = record.scan_opened->mode;
    session->edge->own = session;
    stamp(session, 0, "scan_opened", 0, &record);
    if (edge_encode(session->edge, 0, session->id, &record))
        send(session);
}

/* --- Scans ----------------------------------------------------------------------------------- */

static bool refuse(
    struct session *session, size_t index, enum fy_problem problem, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static bool refuse(
    struct session *session, size_t index, enum fy_problem problem, const char *format, ...)
{
    struct fy_err err = {.status = FY_REJECT};
    va_list args;

    va_start(args, format);
    (void)vsnprintf(err.text, sizeof(err.text), format, args);
    va_end(args);
    if (problem == FY_PROBLEM_SCAN_MISSING) /* It may be on its way into our view. */
        fy_http_set_header(session->edge->request, "Retry-After", "1");
    edge_refuse(session->edge, problem, index, &err);
    return false;
}

static bool write_supply(
    struct session *session, struct fy_slice sku, const char *step, int64_t n, struct supply *fact)
{
    char event_id[FY_UUID_TEXT + 1];
    char number[24];
    struct fy_slice parts[] = {session->id, fy_slice_of(step), {0}, sku};

    (void)snprintf(number, sizeof(number), "%" PRId64, n);
    parts[2] = fy_slice_of(number);
    fy_uuid_derive(parts, 4, event_id);
    fact->envelope = (struct envelope){
        .event_id = fy_slice_of(event_id),
        .root = session->supplier,
        .actor = session->actor,
        .event_ms = session->edge->now_ms,
    };
    fact->sku = sku;
    fact->supplier = session->supplier;
    fact->session = session->id;
    fact->has_n = true;
    fact->n = n;
    return edge_extra(session->edge, sku, fact);
}

/* Whose barcode: as it was told before, else as our view has it now. */
static bool find_sku(struct session *session, size_t index, struct item_scanned *scanned)
{
    struct edge *edge = session->edge;
    struct feed before;
    struct fy_err err;
    bool known;
    int count;

    if (!look_up(session, FY_FEED_SCAN, scanned->n, &known, &before))
        return false;
    if (known) {
        if (before.item_scanned == NULL || before.item_scanned->units != scanned->units ||
            !fy_slice_equal(before.item_scanned->gtin, scanned->gtin))
            return refuse(session, index, FY_PROBLEM_KEY_REUSED,
                "item_scanned.n: %" PRId64 " was told before, otherwise", scanned->n);
        scanned->sku = before.item_scanned->sku;
        return true;
    }
    if (known_skus_of_gtin(edge->producers->known, session->supplier, scanned->gtin, edge->arena,
            &count, &scanned->sku, &err) != FY_OK)
        return cannot_read(session);
    if (count == 1)
        return true;
    if (count == 0)
        return refuse(session, index, FY_PROBLEM_UNKNOWN_GTIN,
            "item_scanned.gtin: no product of this supplier has it");
    return refuse(session, index, FY_PROBLEM_UNKNOWN_GTIN,
        "item_scanned.gtin: %d products have it: say which by POST /v1/products/{sku}/receive",
        count);
}

static bool take_scan(struct session *session, size_t index, struct feed *record)
{
    struct edge *edge = session->edge;
    struct item_scanned *scanned = fy_arena_alloc(edge->arena, sizeof(*scanned));
    char *gtin = fy_arena_alloc(edge->arena, GTIN_DIGITS + 1);
    struct stock_received received;
    struct supply fact = {.stock_received = &received};
    const char *wrong;

    if (scanned == NULL || gtin == NULL) {
        fy_http_problem(edge->request, FY_PROBLEM_BODY_TOO_LARGE, NULL, "it does not fit");
        return false;
    }
    *scanned = *record->item_scanned;
    record->item_scanned = session->told[index] = scanned;
    wrong = gtin_read(scanned->gtin, gtin);
    if (wrong != NULL)
        return refuse(session, index, FY_PROBLEM_BAD_FIELD, "item_scanned.gtin: %s", wrong);
    scanned->gtin = fy_slice_of(gtin);
    if (!find_sku(session, index, scanned))
        return false;
    stamp(session, index, "scan", scanned->n, record);
    if (!edge_encode(edge, index, session->id, record))
        return false;
    received.units = scanned->units;
    return session->mode == SCAN_MODE_COUNT ||
           write_supply(session, scanned->sku, "scan", scanned->n, &fact);
}

/* The scan that is taken back: of this request, or of our view. */
static bool find_scan(
    struct session *session, size_t index, int64_t n, const struct item_scanned **ret_scanned)
{
    struct feed before;
    bool known;

    for (size_t i = 0; i < index; i++) {
        if (session->told[i] != NULL && session->told[i]->n == n) {
            *ret_scanned = session->told[i];
            return true;
        }
    }
    if (!look_up(session, FY_FEED_SCAN, n, &known, &before))
        return false;
    if (!known)
        return refuse(session, index, FY_PROBLEM_SCAN_MISSING,
            "scan_taken_back.undone_n: no scan %" PRId64 " is known, or not yet", n);
    if (before.item_scanned == NULL)
        return refuse(session, index, FY_PROBLEM_BAD_FIELD,
            "scan_taken_back.undone_n: %" PRId64 " is no scan", n);
    *ret_scanned = before.item_scanned;
    return true;
}

static bool take_back(struct session *session, size_t index, struct feed *record)
{
    const struct taken_back *back = record->scan_taken_back;
    const struct item_scanned *scanned = NULL;
    struct scan_undone undone = {.undone_n = back->undone_n};
    struct supply fact = {.scan_undone = &undone};

    if (back->undone_n >= back->n || back->n - back->undone_n >= WINDOW) {
        return refuse(session, index, FY_PROBLEM_BAD_FIELD,
            "scan_taken_back.undone_n: it must be 1 .. %d below n; what is older is adjusted",
            WINDOW - 1);
    }
    if (!find_scan(session, index, back->undone_n, &scanned))
        return false;
    stamp(session, index, "back", back->n, record);
    if (!edge_encode(session->edge, index, session->id, record))
        return false;
    undone.units = scanned->units;
    return session->mode == SCAN_MODE_COUNT ||
           write_supply(session, scanned->sku, "back", back->n, &fact);
}

static bool is_open(struct session *session)
{
    struct feed record;
    bool closed;

    if (!look_up(session, FY_FEED_SCAN_CLOSED, 0, &closed, &record))
        return false;
    if (closed)
        fy_http_problem(session->edge->request, FY_PROBLEM_SESSION_CLOSED, "session",
            "it was closed with %" PRId64 " numbers: begin another", record.scan_closed->numbers);
    return !closed;
}

static bool take_element(struct session *session, size_t index)
{
    struct feed record;

    if (!edge_decode(session->edge, index, &record))
        return false;
    if (record.item_scanned != NULL)
        return take_scan(session, index, &record);
    if (record.scan_taken_back != NULL)
        return take_back(session, index, &record);
    return refuse(
        session, index, FY_PROBLEM_BAD_FIELD, "it must be item_scanned or scan_taken_back");
}

void producers_scans(struct fy_http_request *request, void *program)
{
    struct session session = {0};

    if (!open_edge(&post_route, request, program, &session) || !find_session(&session) ||
        !is_open(&session) || !edge_extras(session.edge, FY_TOPIC_SUPPLY, session.edge->count))
        return;
    session.told = fy_arena_alloc(session.edge->arena, session.edge->count * sizeof(*session.told));
    if (session.told == NULL) {
        fy_http_problem(request, FY_PROBLEM_INTERNAL, NULL, "no memory");
        return;
    }
    for (size_t i = 0; i < session.edge->count; i++)
        if (!take_element(&session, i))
            return;
    send(&session);
}

/* --- Close ----------------------------------------------------------------------------------- */

/* All numbers must be there: a count that lacks some is wrong, and nobody would know. */
static bool write_counts(
    struct session *session, const struct fy_scans *scans, const struct scan_closed *closed)
{
    int64_t missing = scans->missing >= 0 ? scans->missing : scans->numbers;

    if (scans->numbers > closed->numbers) {
        return refuse(session, 0, FY_PROBLEM_BAD_FIELD,
            "scan_closed.numbers: %" PRId64 "; there were %" PRId64, closed->numbers,
            scans->numbers);
    }
    if (missing < closed->numbers)
        return refuse(session, 0, FY_PROBLEM_SCAN_MISSING,
            "scan_closed.numbers: number %" PRId64 " is not known, or not yet", missing);
    if (session->mode != SCAN_MODE_COUNT)
        return true;
    if (!edge_extras(session->edge, FY_TOPIC_SUPPLY, scans->total_count))
        return false;
    for (size_t i = 0; i < scans->total_count; i++) {
        struct stock_counted counted = {.units = scans->totals[i].units};
        struct supply fact = {.stock_counted = &counted};
        struct fy_slice sku =
            fy_arena_copy(session->edge->arena, fy_slice_of(scans->totals[i].sku));

        if (sku.data == NULL)
            return refuse(session, 0, FY_PROBLEM_BODY_TOO_LARGE, "the counts do not fit");
        if (!write_supply(session, sku, "close", closed->numbers, &fact))
            return false;
    }
    return true;
}

void producers_scan_close(struct fy_http_request *request, void *program)
{
    struct session session = {0};
    struct feed record, before;
    struct fy_scans scans = {0};
    struct fy_err err;
    bool known, goes;

    if (!open_edge(&close_route, request, program, &session) || !wrap(&session, "scan_closed") ||
        !edge_decode(session.edge, 0, &record) || !find_session(&session) ||
        !look_up(&session, FY_FEED_SCAN_CLOSED, 0, &known, &before))
        return;
    if (known && before.scan_closed->numbers != record.scan_closed->numbers) {
        (void)is_open(&session);
        return;
    }
    if (fy_scans_read(session.edge->producers->store, FEED_SPACE, session.id, &scans, &err) ==
        FY_OK)
        goes = write_counts(&session, &scans, record.scan_closed);
    else
        goes = cannot_read(&session);
    fy_scans_free(&scans);
    if (!goes)
        return;
    stamp(&session, 0, "scan_closed", record.scan_closed->numbers, &record);
    if (edge_encode(session.edge, 0, session.id, &record))
        send(&session);
}
