/*
 * Names of brokers. A name server that does not answer takes the C library ten seconds to give up,
 * and the thread that writes also answers HTTP: names are looked up in threads of their own.
 */
#include "lib/kafka_wire.h"
#include "lib/mono.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { LOOKUP_MS = 3000 /* Then it is not waited for any longer. */ };

struct wire_lookup {
    char host[256], service[8];
    int64_t until_ms;
    struct addrinfo *found; /* NULL: nobody knows. */
    atomic_bool is_done;
    atomic_int owners; /* The thread, and who asked: whoever is last frees. */
};

static void leave(struct wire_lookup *lookup)
{
    if (atomic_fetch_sub(&lookup->owners, 1) > 1)
        return;
    if (lookup->found != NULL)
        freeaddrinfo(lookup->found);
    free(lookup);
}

static void *look(void *context)
{
    const struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV};
    struct wire_lookup *lookup = context;
    struct addrinfo *found = NULL;

    if (getaddrinfo(lookup->host, lookup->service, &hints, &found) == 0)
        lookup->found = found;
    atomic_store(&lookup->is_done, true);
    leave(lookup);
    return NULL;
}

static struct wire_lookup *lookup_new(const char *host, const char *service)
{
    struct wire_lookup *lookup = calloc(1, sizeof(*lookup));
    pthread_t thread;

    if (lookup == NULL)
        return NULL;
    (void)snprintf(lookup->host, sizeof(lookup->host), "%s", host);
    (void)snprintf(lookup->service, sizeof(lookup->service), "%s", service);
    lookup->until_ms = fy_mono_ms() + LOOKUP_MS;
    atomic_init(&lookup->owners, 2);
    if (pthread_create(&thread, NULL, look, lookup) != 0) {
        free(lookup);
        return NULL;
    }
    (void)pthread_detach(thread);
    return lookup;
}

void wire_lookup_drop(struct wire_lookup **lookup)
{
    if (*lookup != NULL)
        leave(*lookup);
    *lookup = NULL;
}

bool wire_lookup(
    struct wire_lookup **lookup, const char *host, uint16_t port, struct addrinfo **ret_found)
{
    const struct addrinfo numeric = {
        .ai_socktype = SOCK_STREAM, .ai_flags = AI_NUMERICSERV | AI_NUMERICHOST};
    char service[8];

    *ret_found = NULL;
    (void)snprintf(service, sizeof(service), "%u", (unsigned)port);
    if (*lookup != NULL &&
        (strcmp((*lookup)->host, host) != 0 || strcmp((*lookup)->service, service) != 0))
        wire_lookup_drop(lookup);
    if (*lookup == NULL) {
        if (getaddrinfo(host, service, &numeric, ret_found) == 0)
            return true;
        *ret_found = NULL;
        *lookup = lookup_new(host, service);
        return *lookup == NULL;
    }
    if (!atomic_load(&(*lookup)->is_done) && fy_mono_ms() < (*lookup)->until_ms)
        return false;
    if (atomic_load(&(*lookup)->is_done)) {
        *ret_found = (*lookup)->found;
        (*lookup)->found = NULL;
    }
    wire_lookup_drop(lookup);
    return true;
}
