/* Keys by their digest: open addressing, never emptied; one that is old is written over. */
#include "test/pspsim/psp_core.h"

#include <stdlib.h>
#include <string.h>

static int place_of(const struct psp *psp, const uint8_t *digest)
{
    uint64_t hash;

    memcpy(&hash, digest, sizeof(hash));
    return (int)(hash % (uint64_t)psp->key_room);
}

struct saved_key *key_find(struct psp *psp, const uint8_t digest[FY_DIGEST_BYTES], int *ret_index)
{
    if (psp->key_room == 0)
        return NULL;
    for (int at = place_of(psp, digest); psp->key_table[at] != 0; at = (at + 1) % psp->key_room) {
        struct saved_key *key = key_at(psp, psp->key_table[at] - 1);

        if (memcmp(key->digest, digest, FY_DIGEST_BYTES) == 0) {
            *ret_index = psp->key_table[at] - 1;
            return key;
        }
    }
    return NULL;
}

static void put(struct psp *psp, int index)
{
    int at = place_of(psp, key_at(psp, index)->digest);

    while (psp->key_table[at] != 0)
        at = (at + 1) % psp->key_room;
    psp->key_table[at] = index + 1;
}

void key_table_add(struct psp *psp, int index)
{
    if (2 * (index + 1) < psp->key_room) {
        put(psp, index);
        return;
    }
    free(psp->key_table);
    psp->key_room = psp->key_room == 0 ? 256 : 2 * psp->key_room;
    psp->key_table = calloc((size_t)psp->key_room, sizeof(*psp->key_table));
    if (psp->key_table == NULL)
        abort();
    for (int i = 0; i <= index; i++)
        put(psp, i);
}
