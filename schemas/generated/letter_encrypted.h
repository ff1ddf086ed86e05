/*
 * Made by fy-generate from schemas/letter_encrypted.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_LETTER_ENCRYPTED_H
#define FY_GENERATED_LETTER_ENCRYPTED_H

#include "schemas/codec/codec.h"

/*
 * What a letter to a person needs, sealed under that person's key; unreadable once the key is gone.
 */
struct letter_encrypted {
    /* Where it goes; sealed as field "email". Null where the account's own is meant. */
    struct fy_slice email;
    /*
     * The single-use token it carries, as the reader is to give it back; sealed as field "token".
     * Null: it carries none.
     */
    struct fy_slice token;
};

#endif
