/*
 * Made by fy-generate from schemas/password_encrypted.avsc. Change that and build `generate`.
 */
#ifndef FY_GENERATED_PASSWORD_ENCRYPTED_H
#define FY_GENERATED_PASSWORD_ENCRYPTED_H

#include "schemas/codec/codec.h"

/*
 * How a password is recognised, sealed under the person's key: facts stay for ever, and a forgotten
 * person's hash must not.
 */
struct password_encrypted {
    /* Argon2id's text with salt and costs; sealed as field "password". */
    struct fy_slice password_hash;
};

#endif
