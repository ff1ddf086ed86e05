#include "lib/kafka_wire.h"

#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    LENGTH_BYTES = 4,
    READ_BYTES = 16 * 1024,
    KEPT_BYTES_MAX = 256 * 1024, /* Buffers that grew beyond give their memory back. */
    ADDRESSES_MAX = 64,          /* Of one name. */
};

void wire_link_init(struct wire_link *link)
{
    *link = (struct wire_link){.fd = -1};
}

void wire_link_close(struct wire_link *link)
{
    if (link->fd >= 0)
        (void)close(link->fd);
    link->fd = -1;
    link->up = link->wants_out = false;
    link->in.size = link->out.size = link->sent = 0;
    link->in.no_memory = link->out.no_memory = false;
}

void wire_link_done(struct wire_link *link)
{
    wire_link_close(link);
    wire_lookup_drop(&link->lookup);
    wire_bytes_done(&link->in);
    wire_bytes_done(&link->out);
}

static bool dial(struct wire_link *link, const struct addrinfo *found)
{
    int one = 1;

    link->fd = socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (link->fd < 0)
        return false;
    (void)setsockopt(link->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
    if (connect(link->fd, found->ai_addr, found->ai_addrlen) != 0 && errno != EINPROGRESS) {
        wire_link_close(link);
        return false;
    }
    link->wants_out = true; /* Writable: connected, or not. */
    return true;
}

static const struct addrinfo *choose(const struct addrinfo *found, unsigned dials)
{
    const struct addrinfo *one = found;

    for (unsigned i = 0; i < dials; i++)
        one = one->ai_next != NULL ? one->ai_next : found;
    return one;
}

enum wire_dialled wire_link_dial(struct wire_link *link, const char *host, uint16_t port)
{
    struct addrinfo *found;
    bool dials;

    assert(link->fd < 0);
    if (!wire_lookup(&link->lookup, host, port, &found))
        return WIRE_LOOKS_UP;
    if (found == NULL) {
        errno = EHOSTUNREACH;
        return WIRE_DIAL_FAILED;
    }
    dials = dial(link, choose(found, link->dials++ % ADDRESSES_MAX));
    freeaddrinfo(found);
    return dials ? WIRE_DIALS : WIRE_DIAL_FAILED;
}

static bool dialled(struct wire_link *link)
{
    socklen_t size = sizeof(errno);
    int error = 0;

    if (getsockopt(link->fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0) {
        errno = error != 0 ? error : errno;
        return false;
    }
    link->up = true;
    link->wants_out = false;
    return true;
}

static bool send_rest(struct wire_link *link)
{
    while (link->sent < link->out.size) {
        ssize_t size = send(link->fd, link->out.data + link->sent, link->out.size - link->sent,
            MSG_NOSIGNAL | MSG_DONTWAIT);

        if (size < 0 && errno != EAGAIN)
            return false;
        if (size < 0) {
            link->wants_out = true;
            return true;
        }
        link->sent += (size_t)size;
    }
    link->wants_out = false;
    link->out.size = link->sent = 0;
    if (link->out.capacity > KEPT_BYTES_MAX)
        wire_bytes_done(&link->out);
    return true;
}

bool wire_link_send(struct wire_link *link)
{
    assert(link->up && link->sent == 0);
    if (link->out.no_memory) {
        errno = ENOMEM;
        return false;
    }
    return send_rest(link);
}

/* A length that no answer of ours has comes from something that is no Kafka. */
static bool receive(struct wire_link *link)
{
    ssize_t size;

    if (!wire_reserve(&link->in, READ_BYTES)) {
        errno = ENOMEM;
        return false;
    }
    size = recv(
        link->fd, link->in.data + link->in.size, link->in.capacity - link->in.size, MSG_DONTWAIT);
    if (size < 0)
        return errno == EAGAIN;
    errno = ECONNRESET;
    if (size == 0)
        return false;
    link->in.size += (size_t)size;
    errno = EPROTO;
    return link->in.size < LENGTH_BYTES || (wire_get_i32(link->in.data) >= LENGTH_BYTES &&
                                               wire_get_i32(link->in.data) <= WIRE_FRAME_BYTES_MAX);
}

bool wire_link_ready(struct wire_link *link)
{
    if (!link->up)
        return dialled(link);
    if (link->wants_out && !send_rest(link))
        return false;
    return receive(link);
}

static size_t frame_size(const struct wire_link *link)
{
    return link->in.size < LENGTH_BYTES ? 0 : (size_t)wire_get_i32(link->in.data);
}

bool wire_link_frame(const struct wire_link *link, struct fy_slice *ret_frame)
{
    size_t size = frame_size(link);

    if (size == 0 || link->in.size - LENGTH_BYTES < size)
        return false;
    *ret_frame = (struct fy_slice){link->in.data + LENGTH_BYTES, size};
    return true;
}

void wire_link_take(struct wire_link *link)
{
    size_t size = LENGTH_BYTES + frame_size(link);

    assert(size <= link->in.size);
    link->in.size -= size;
    memmove(link->in.data, link->in.data + size, link->in.size);
    if (link->in.size == 0 && link->in.capacity > KEPT_BYTES_MAX)
        wire_bytes_done(&link->in);
}
