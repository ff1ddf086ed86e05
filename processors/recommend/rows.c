#include "processors/recommend/rows.h"

#include <assert.h>
#include <string.h>

enum {
    DEFINITION = 4, /* Of docs/decisions/0040-lists-from-activity.md and of the bytes here. */
    SAME_AS_VIEWED = 0xff, /* Instead of a count: nearly always all views may be learnt from. */
    ORDER_BYTES = 8 + 4 + 8,
    OWNED_BYTES = 4 + ORDER_BYTES,
    SEEN_BYTES = 8 + 4 + 4 + 16 * FY_VARIANT_COUNT, /* And what was read of each partition. */
};

static_assert((int)ENGINE_CLICKS_MAX < (int)SAME_AS_VIEWED, "a count of items fits a byte");

/* --- Bytes ---------------------------------------------------------------------------------- */

struct writer {
    uint8_t *at;
};

static void write_number(struct writer *writer, uint64_t number, int bytes)
{
    for (int i = bytes - 1; i >= 0; i--)
        *writer->at++ = (uint8_t)(number >> (8 * i));
}

static void write_text(struct writer *writer, struct fy_slice text)
{
    assert(text.size <= ROWS_TEXT_MAX);
    write_number(writer, text.size, 1);
    memcpy(writer->at, text.data, text.size);
    writer->at += text.size;
}

static size_t texts_bytes(const struct fy_slice *texts, size_t count)
{
    size_t bytes = 0;

    for (size_t i = 0; i < count; i++)
        bytes += 1 + texts[i].size;
    return bytes;
}

static void write_order(struct writer *writer, const struct engine_order *order)
{
    write_number(writer, (uint64_t)order->ms, 8);
    write_number(writer, (uint32_t)order->partition, 4);
    write_number(writer, (uint64_t)order->offset, 8);
}

/* Once something is missing, all that follows is 0 or absent, and `short_of` says so. */
struct reader {
    const uint8_t *at, *end;
    bool short_of;
};

static uint64_t read_number(struct reader *reader, int bytes)
{
    uint64_t number = 0;

    if (reader->end - reader->at < bytes) {
        reader->short_of = true;
        reader->at = reader->end;
        return 0;
    }
    for (int i = 0; i < bytes; i++)
        number = number << 8 | *reader->at++;
    return number;
}

static struct fy_slice read_text(struct reader *reader)
{
    size_t size = read_number(reader, 1);
    struct fy_slice text = {reader->at, size};

    if ((size_t)(reader->end - reader->at) < size) {
        reader->short_of = true;
        return (struct fy_slice){0};
    }
    reader->at += size;
    return text;
}

static size_t read_skus(struct reader *reader, size_t count, struct fy_slice *ret_skus)
{
    if (count > ENGINE_CLICKS_MAX) {
        reader->short_of = true;
        return 0;
    }
    for (size_t i = 0; i < count; i++)
        ret_skus[i] = read_text(reader);
    return count;
}

static struct engine_order read_order(struct reader *reader)
{
    struct engine_order order;

    order.ms = (int64_t)read_number(reader, 8);
    order.partition = (int32_t)read_number(reader, 4);
    order.offset = (int64_t)read_number(reader, 8);
    return order;
}

static bool is_whole(const struct reader *reader)
{
    return !reader->short_of && reader->at == reader->end;
}

/* --- Visitors --------------------------------------------------------------------------------- */

static bool same_clicks(const struct visitor_clicks *a, const struct visitor_clicks *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++) {
        if (!fy_slice_equal(a->skus[i], b->skus[i]))
            return false;
    }
    return true;
}

enum fy_status rows_save_visitor(struct fy_store_batch *rows,
    struct fy_slice name,
    const struct visitor *visitor,
    struct fy_arena *arena,
    struct fy_err *err)
{
    bool same = same_clicks(&visitor->viewed, &visitor->learned);
    size_t size = 8 + 4 + ORDER_BYTES + 4 + 8 + 3;
    struct fy_slice bytes;
    struct writer writer;

    size += texts_bytes(visitor->viewed.skus, visitor->viewed.count);
    size += same ? 0 : texts_bytes(visitor->learned.skus, visitor->learned.count);
    for (size_t i = 0; i < visitor->seen_count; i++)
        size += 1 + visitor->seen[i].session.size + 16;
    bytes = (struct fy_slice){fy_arena_alloc(arena, size), size};
    if (bytes.data == NULL)
        return fy_fail(err, FY_FATAL, "a visitor's row of %zu bytes does not fit the arena", size);

    writer.at = (uint8_t *)bytes.data;
    write_number(&writer, (uint64_t)visitor->view_ms, 8);
    write_number(&writer, visitor->slot, 4);
    write_order(&writer, &visitor->order);
    write_number(&writer, visitor->owner, 4);
    write_number(&writer, (uint64_t)visitor->forgotten_ms, 8);
    write_number(&writer, visitor->viewed.count, 1);
    for (size_t i = 0; i < visitor->viewed.count; i++)
        write_text(&writer, visitor->viewed.skus[i]);
    write_number(&writer, same ? SAME_AS_VIEWED : visitor->learned.count, 1);
    for (size_t i = 0; !same && i < visitor->learned.count; i++)
        write_text(&writer, visitor->learned.skus[i]);
    write_number(&writer, visitor->seen_count, 1);
    for (size_t i = 0; i < visitor->seen_count; i++) {
        write_text(&writer, visitor->seen[i].session);
        write_number(&writer, (uint64_t)visitor->seen[i].n_max, 8);
        write_number(&writer, visitor->seen[i].window, 8);
    }
    assert(writer.at == bytes.data + size);
    fy_store_batch_put(rows, ROWS_VISITORS, name, bytes);
    return FY_OK;
}

static bool read_visitor(struct fy_slice bytes, struct visitor *visitor)
{
    struct reader reader = {bytes.data, bytes.data + bytes.size, false};
    size_t learned;

    visitor->view_ms = (int64_t)read_number(&reader, 8);
    visitor->slot = (uint32_t)read_number(&reader, 4);
    visitor->order = read_order(&reader);
    visitor->owner = (uint32_t)read_number(&reader, 4);
    visitor->forgotten_ms = (int64_t)read_number(&reader, 8);
    visitor->viewed.count = read_skus(&reader, read_number(&reader, 1), visitor->viewed.skus);
    learned = read_number(&reader, 1);
    if (learned == SAME_AS_VIEWED)
        visitor->learned = visitor->viewed;
    else
        visitor->learned.count = read_skus(&reader, learned, visitor->learned.skus);
    visitor->seen_count = read_number(&reader, 1);
    if (visitor->seen_count > VISITOR_SEEN_MAX)
        return false;
    for (size_t i = 0; i < visitor->seen_count; i++) {
        visitor->seen[i].session = read_text(&reader);
        visitor->seen[i].n_max = (int64_t)read_number(&reader, 8);
        visitor->seen[i].window = read_number(&reader, 8);
    }
    return is_whole(&reader);
}

enum fy_status rows_load_visitor(struct fy_store *store,
    struct fy_slice name,
    struct fy_arena *arena,
    struct visitor *ret_visitor,
    struct fy_err *err)
{
    struct fy_slice bytes;
    enum fy_status status = fy_store_get(store, ROWS_VISITORS, name, arena, &bytes, err);

    if (status != FY_OK)
        return status;
    *ret_visitor = (struct visitor){.slot = ENGINE_NONE, .owner = ENGINE_NONE};
    if (bytes.data == NULL || read_visitor(bytes, ret_visitor))
        return FY_OK;
    return fy_fail(err, FY_FATAL,
        "could not read a visitor's row of %zu bytes: not as it is written; delete the data "
        "folder, and it is made again",
        bytes.size);
}

/* --- Sessions, and how far was read
 * --------------------------------------------------------------- */

/* Keys sort as orders do: the time's sign is turned. */
static struct fy_slice order_key(const struct engine_order *order, uint8_t ret_key[ORDER_BYTES])
{
    struct writer writer = {ret_key};
    struct engine_order turned = *order;

    turned.ms = (int64_t)((uint64_t)order->ms ^ (uint64_t)1 << 63);
    write_order(&writer, &turned);
    return (struct fy_slice){ret_key, ORDER_BYTES};
}

static struct engine_order order_of_key(struct fy_slice key)
{
    struct reader reader = {key.data, key.data + key.size, false};
    struct engine_order order = read_order(&reader);

    order.ms = (int64_t)((uint64_t)order.ms ^ (uint64_t)1 << 63);
    return order;
}

/* Of one owner they sort as orders do. */
static struct fy_slice owned_key(
    uint32_t owner, const struct engine_order *order, uint8_t ret_key[OWNED_BYTES])
{
    struct writer writer = {ret_key};

    write_number(&writer, owner, 4);
    (void)order_key(order, writer.at);
    return (struct fy_slice){ret_key, OWNED_BYTES};
}

enum fy_status rows_save_session(struct fy_store_batch *rows,
    uint32_t owner,
    const struct engine_order *order,
    const struct visitor_clicks *clicks,
    struct fy_arena *arena,
    struct fy_err *err)
{
    size_t size = 4 + 1 + texts_bytes(clicks->skus, clicks->count);
    struct fy_slice bytes = {fy_arena_alloc(arena, size), size};
    struct writer writer = {(uint8_t *)bytes.data};
    uint8_t key[ORDER_BYTES];
    uint8_t owned[OWNED_BYTES];

    if (bytes.data == NULL)
        return fy_fail(err, FY_FATAL, "a session's row of %zu bytes does not fit the arena", size);
    write_number(&writer, owner, 4);
    write_number(&writer, clicks->count, 1);
    for (size_t i = 0; i < clicks->count; i++)
        write_text(&writer, clicks->skus[i]);
    assert(writer.at == bytes.data + size);
    fy_store_batch_put(rows, ROWS_SESSIONS, order_key(order, key), bytes);
    fy_store_batch_put(rows, ROWS_OWNED, owned_key(owner, order, owned), fy_slice_of(""));
    return FY_OK;
}

void rows_delete_session(
    struct fy_store_batch *rows, uint32_t owner, const struct engine_order *order)
{
    uint8_t key[OWNED_BYTES];

    fy_store_batch_delete(rows, ROWS_SESSIONS, order_key(order, key));
    fy_store_batch_delete(rows, ROWS_OWNED, owned_key(owner, order, key));
}

/* Rows of sessions as they pass by. */
struct taking {
    struct rows_session *sessions;
    size_t count, max;
    struct fy_slice after; /* This one is left out. */
    uint32_t owner;
};

static bool take_oldest(struct fy_slice key, struct fy_slice value, void *context)
{
    struct taking *taking = context;
    struct reader reader = {value.data, value.data + value.size, false};

    taking->sessions[taking->count++] =
        (struct rows_session){order_of_key(key), (uint32_t)read_number(&reader, 4)};
    return taking->count < taking->max;
}

enum fy_status rows_oldest_sessions(struct fy_store *store,
    struct rows_session *ret_sessions,
    size_t max,
    size_t *ret_count,
    struct fy_err *err)
{
    struct taking taking = {.sessions = ret_sessions, .max = max};
    enum fy_status status =
        fy_store_scan(store, ROWS_SESSIONS, (struct fy_slice){0}, take_oldest, &taking, err);

    *ret_count = taking.count;
    return status;
}

static bool take_owned(struct fy_slice key, struct fy_slice value, void *context)
{
    struct taking *taking = context;
    struct reader reader = {key.data, key.data + key.size, false};
    uint32_t owner = (uint32_t)read_number(&reader, 4);

    (void)value;
    if (owner != taking->owner || key.size != OWNED_BYTES)
        return false;
    if (!fy_slice_equal(key, taking->after))
        taking->sessions[taking->count++] = (struct rows_session){
            order_of_key((struct fy_slice){key.data + 4, ORDER_BYTES}), owner};
    return taking->count < taking->max;
}

enum fy_status rows_owned_sessions(struct fy_store *store,
    uint32_t owner,
    const struct engine_order *after,
    struct rows_session *ret_sessions,
    size_t max,
    size_t *ret_count,
    struct fy_err *err)
{
    struct engine_order oldest = {INT64_MIN, 0, 0};
    uint8_t key[OWNED_BYTES];
    struct taking taking = {.sessions = ret_sessions,
        .max = max,
        .after = owned_key(owner, after != NULL ? after : &oldest, key),
        .owner = owner};
    enum fy_status status =
        fy_store_scan(store, ROWS_OWNED, taking.after, take_owned, &taking, err);

    *ret_count = taking.count;
    return status;
}

/* --- Owners ----------------------------------------------------------------------------------- */

uint32_t rows_next_owner(struct rows_seen *seen, int32_t partition)
{
    uint32_t number = seen->owners[partition]++ % (ENGINE_NONE / FY_PARTITIONS_MAX);

    return number * FY_PARTITIONS_MAX + (uint32_t)partition;
}

static struct fy_slice owner_key(uint32_t owner, uint8_t ret_key[4])
{
    struct writer writer = {ret_key};

    write_number(&writer, owner, 4);
    return (struct fy_slice){ret_key, 4};
}

void rows_save_owner(struct fy_store_batch *rows, uint32_t owner, struct fy_slice name)
{
    uint8_t key[4];

    fy_store_batch_put(rows, ROWS_OWNERS, owner_key(owner, key), name);
}

void rows_delete_owner(struct fy_store_batch *rows, uint32_t owner)
{
    uint8_t key[4];

    fy_store_batch_delete(rows, ROWS_OWNERS, owner_key(owner, key));
}

enum fy_status rows_owner_name(struct fy_store *store,
    uint32_t owner,
    struct fy_arena *arena,
    struct fy_slice *ret_name,
    struct fy_err *err)
{
    uint8_t key[4];

    return fy_store_get(store, ROWS_OWNERS, owner_key(owner, key), arena, ret_name, err);
}

/* --- How far was read ------------------------------------------------------------------------- */

static struct fy_slice made_for_text(struct fy_arena *arena, uint32_t sessions_max)
{
    return fy_arena_format(
        arena, "definition %d, %u sessions, " FY_VARIANT_SALT, DEFINITION, sessions_max);
}

enum fy_status rows_save_seen(struct fy_store_batch *rows,
    uint32_t sessions_max,
    const struct rows_seen *seen,
    struct fy_arena *arena,
    struct fy_err *err)
{
    size_t size =
        SEEN_BYTES + 20 * (size_t)seen->partitions + 8 * (size_t)seen->collection_partitions;
    struct fy_slice bytes = {fy_arena_alloc(arena, size), size};
    struct fy_slice made_for = made_for_text(arena, sessions_max);
    struct writer writer = {(uint8_t *)bytes.data};

    if (bytes.data == NULL || made_for.data == NULL)
        return fy_fail(err, FY_FATAL, "the positions' row does not fit the arena");
    write_number(&writer, (uint64_t)seen->ended_ms, 8);
    write_number(&writer, (uint64_t)seen->partitions, 4);
    write_number(&writer, (uint64_t)seen->collection_partitions, 4);
    for (int i = 0; i < FY_VARIANT_COUNT; i++) {
        write_number(&writer, (uint64_t)seen->told[i].seen, 8);
        write_number(&writer, (uint64_t)seen->told[i].chosen, 8);
    }
    for (int i = 0; i < seen->partitions; i++) {
        write_number(&writer, (uint64_t)seen->offsets[i], 8);
        write_number(&writer, (uint64_t)seen->ms[i], 8);
        write_number(&writer, seen->owners[i], 4);
    }
    for (int i = 0; i < seen->collection_partitions; i++)
        write_number(&writer, (uint64_t)seen->collections[i], 8);
    assert(writer.at == bytes.data + size);
    fy_store_batch_put(rows, ROWS_ABOUT, fy_slice_of("seen"), bytes);
    fy_store_batch_put(rows, ROWS_ABOUT, fy_slice_of("made-for"), made_for);
    return FY_OK;
}

/* --- Start
 * ------------------------------------------------------------------------------------------ */

struct loading {
    struct learned *learned;
    int64_t ended_ms;
    size_t count;
    bool fits;
    enum fy_status status;
    struct fy_err *err;
};

static bool load_session(struct fy_slice key, struct fy_slice value, void *context)
{
    struct loading *loading = context;
    struct reader reader = {value.data, value.data + value.size, false};
    struct fy_slice skus[ENGINE_CLICKS_MAX];
    struct engine_order order = order_of_key(key);
    uint32_t owner = (uint32_t)read_number(&reader, 4);
    size_t count = read_skus(&reader, read_number(&reader, 1), skus);

    loading->fits = count > 0 && is_whole(&reader) && key.size == ORDER_BYTES;
    if (!loading->fits)
        return false;
    loading->count++;
    loading->status =
        learned_load(loading->learned, owner, &order, skus, count, loading->ended_ms, loading->err);
    return loading->status == FY_OK;
}

static bool read_seen(struct fy_slice bytes, struct rows_seen *seen)
{
    struct reader reader = {bytes.data, bytes.data + bytes.size, false};

    seen->ended_ms = (int64_t)read_number(&reader, 8);
    seen->partitions = (int)read_number(&reader, 4);
    seen->collection_partitions = (int)read_number(&reader, 4);
    if (seen->partitions < 0 || seen->partitions > FY_PARTITIONS_MAX ||
        seen->collection_partitions < 0 || seen->collection_partitions > FY_PARTITIONS_MAX)
        return false;
    for (int i = 0; i < FY_VARIANT_COUNT; i++) {
        seen->told[i].seen = (int64_t)read_number(&reader, 8);
        seen->told[i].chosen = (int64_t)read_number(&reader, 8);
    }
    for (int i = 0; i < seen->partitions; i++) {
        seen->offsets[i] = (int64_t)read_number(&reader, 8);
        seen->ms[i] = (int64_t)read_number(&reader, 8);
        seen->owners[i] = (uint32_t)read_number(&reader, 4);
    }
    for (int i = 0; i < seen->collection_partitions; i++)
        seen->collections[i] = (int64_t)read_number(&reader, 8);
    return is_whole(&reader);
}

static enum fy_status wipe_all(struct fy_store *store, struct fy_err *err)
{
    enum fy_status status = FY_OK;

    for (uint32_t space = 0; space <= ROWS_LAST && status == FY_OK; space++)
        status = fy_store_wipe(store, space, err);
    return status;
}

void rows_seen_init(struct rows_seen *seen)
{
    *seen = (struct rows_seen){0};
    memset(seen->offsets, -1, sizeof(seen->offsets));
    memset(seen->collections, -1, sizeof(seen->collections));
    seen->ended_ms = INT64_MIN;
}

enum fy_status rows_load(struct fy_store *store,
    uint32_t sessions_max,
    struct learned *learned,
    struct rows_seen *ret_seen,
    size_t *ret_sessions,
    bool *ret_wiped,
    struct fy_err *err)
{
    struct loading loading = {.learned = learned, .fits = true, .err = err};
    struct fy_slice made_for;
    struct fy_slice found;
    struct fy_slice seen = {0};
    struct fy_arena arena;
    enum fy_status status;

    assert(learned_sessions(learned) == 0);
    *ret_wiped = false;
    *ret_sessions = 0;
    rows_seen_init(ret_seen);
    fy_arena_init(&arena, (size_t)64 * 1024);
    made_for = made_for_text(&arena, sessions_max);
    status = fy_store_get(store, ROWS_ABOUT, fy_slice_of("made-for"), &arena, &found, err);
    if (status == FY_OK)
        status = fy_store_get(store, ROWS_ABOUT, fy_slice_of("seen"), &arena, &seen, err);
    if (status != FY_OK)
        goto done;
    if (!fy_slice_equal(found, made_for) || (seen.data != NULL && !read_seen(seen, ret_seen))) {
        rows_seen_init(ret_seen);
        *ret_wiped = found.data != NULL;
        status = wipe_all(store, err);
        goto done;
    }
    loading.ended_ms = ret_seen->ended_ms;
    status = fy_store_scan(store, ROWS_SESSIONS, (struct fy_slice){0}, load_session, &loading, err);
    if (status == FY_OK)
        status = loading.status;
    *ret_sessions = loading.count;
    if (status == FY_OK && !loading.fits) {
        status = fy_fail(err, FY_FATAL,
            "could not read the row of session %zu: not as it is written; delete the data folder, "
            "and it is made again",
            loading.count);
    }

done:
    fy_arena_done(&arena);
    return status;
}

int rows_digested(uint32_t space,
    struct fy_slice key,
    struct fy_slice value,
    struct fy_slice ret_parts[FOLLOWER_PARTS_MAX])
{
    switch (space) {
    case ROWS_VISITORS: /* view_ms, slot, and the rest: see rows_save_visitor. */
        if (value.size < 12)
            break;
        ret_parts[0] = key;
        ret_parts[1] = (struct fy_slice){value.data, 8};
        ret_parts[2] = (struct fy_slice){value.data + 12, value.size - 12};
        return 3;
    case ROWS_ABOUT: /* "seen" begins with which sessions were packed by now. */
        if (!fy_slice_equal(key, fy_slice_of("seen")) || value.size < 8)
            break;
        ret_parts[0] = key;
        ret_parts[1] = (struct fy_slice){value.data + 8, value.size - 8};
        return 2;
    case ROWS_DUE:
        return 0;
    default:
        break;
    }
    ret_parts[0] = key;
    ret_parts[1] = value;
    return 2;
}
