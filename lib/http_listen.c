#include "lib/http_internal.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 1024 }; /* Connections that wait for accept; the kernel's own limit is lower. */

union address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
};

/* "127.0.0.1:8101" or "[::1]:8101": numbers only, so that no resolver can send us elsewhere. */
static bool parse_address(const char *text, union address *ret_address, socklen_t *ret_size)
{
    const char *colon = strrchr(text, ':');
    char host[64];
    char *end;
    long port;

    if (colon == NULL || colon[1] < '0' || colon[1] > '9' || (size_t)(colon - text) >= sizeof(host))
        return false;
    port = strtol(colon + 1, &end, 10);
    if (*end != '\0' || port > 65535)
        return false;
    memcpy(host, text, (size_t)(colon - text));
    host[colon - text] = '\0';

    memset(ret_address, 0, sizeof(*ret_address));
    if (inet_pton(AF_INET, host, &ret_address->v4.sin_addr) == 1) {
        ret_address->v4.sin_family = AF_INET;
        ret_address->v4.sin_port = htons((uint16_t)port);
        *ret_size = sizeof(ret_address->v4);
        return true;
    }
    if (strcmp(host, "[::1]") != 0)
        return false;
    ret_address->v6.sin6_family = AF_INET6;
    ret_address->v6.sin6_port = htons((uint16_t)port);
    ret_address->v6.sin6_addr = in6addr_loopback;
    *ret_size = sizeof(ret_address->v6);
    return true;
}

static bool is_loopback(const union address *address)
{
    return address->any.sa_family == AF_INET6 ||
           ntohl(address->v4.sin_addr.s_addr) >> 24 == IN_LOOPBACKNET;
}

static enum fy_status bind_and_listen(
    int fd, const char *listen_on, const union address *address, socklen_t size, struct fy_err *err)
{
    int one = 1;

    if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one)) != 0 ||
        bind(fd, &address->any, size) != 0 || listen(fd, BACKLOG) != 0)
        return fy_fail(err, FY_FATAL, "could not listen on \"%s\": %s", listen_on, strerror(errno));
    return FY_OK;
}

enum fy_status http_listen(const char *listen_on, int *ret_fd, int *ret_port, struct fy_err *err)
{
    union address address;
    socklen_t size;
    enum fy_status status;
    int fd;

    if (!parse_address(listen_on, &address, &size))
        return fy_fail(err, FY_FATAL,
            "cannot listen on \"%s\": it must be like 127.0.0.1:8101 or [::1]:8101", listen_on);
    if (!is_loopback(&address))
        return fy_fail(err, FY_FATAL,
            "will not listen on \"%s\": only loopback, the world comes through nginx", listen_on);
    fd = socket(address.any.sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return fy_fail(err, FY_FATAL, "could not make a socket: %s", strerror(errno));
    status = bind_and_listen(fd, listen_on, &address, size, err);
    if (status == FY_OK && getsockname(fd, &address.any, &size) != 0)
        status = fy_fail(err, FY_FATAL, "could not ask for the port: %s", strerror(errno));
    if (status != FY_OK) {
        (void)close(fd);
        return status;
    }
    *ret_fd = fd;
    *ret_port =
        ntohs(address.any.sa_family == AF_INET6 ? address.v6.sin6_port : address.v4.sin_port);
    return FY_OK;
}
