/*
 * token.c - fy-token: an access token for a person of ours, made here.
 *
 *   fy-token --key FILE ROLE ID [--supplier S] [--minutes N] [--header]
 *
 * Whoever can read the key can be anybody; so the file is its owner's alone, and neither it nor the
 * token is ever an argument. A token of this tool belongs to no session: nothing revokes it.
 */
#include "lib/caller.h"
#include "lib/conf.h"
#include "lib/ids.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    MINUTES_DEFAULT = 15,
    MINUTES_MAX = FY_TOKEN_LIFE_MS_MAX / 60000,
    EXIT_USAGE = 2,
    ARENA_BYTES = 65536,
};

static const char help[] =
    "./fy token ROLE ID [--supplier S] [--minutes N] [--header] - call this stand as anybody\n"
    "\n"
    "For people at a shell, tests and proofs; who has an account logs in. ROLE is customer,\n"
    "supplier_owner, supplier_staff (these two with --supplier), operator, data or service; ID is\n"
    "whose: a person's id, or any name of up to 64 letters, digits and . _ -. The token counts "
    "for\n"
    "15 minutes, or --minutes (at most 1440); it is of no session, so nothing revokes it.\n"
    "\n"
    "  curl -H \"Authorization: Bearer $(./fy token supplier_owner me --supplier hollow-oak)\" "
    "...\n"
    "  ./fy token operator me --minutes 60\n";

static int usage(const char *wrong, const char *value)
{
    (void)fprintf(stderr, "fy-token: %s%s\n%s", wrong, value, help);
    return EXIT_USAGE;
}

static int64_t now_ms(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int make(const char *key_file, const struct fy_caller *caller, const char *before)
{
    uint8_t key[FY_TOKEN_KEY_BYTES];
    struct fy_arena arena;
    struct fy_slice token;
    struct fy_err err;
    enum fy_status status = fy_ids_init(&err);
    int exit_code = EXIT_FAILURE;

    fy_arena_init(&arena, ARENA_BYTES);
    if (status == FY_OK)
        status = fy_conf_secret(key_file, key, sizeof(key), &err);
    if (status != FY_OK) {
        (void)fprintf(stderr, "fy-token: %s\n", err.text);
    } else if (!fy_token_make(key, caller, &arena, &token)) {
        exit_code = usage("supplier_owner and supplier_staff have a --supplier, the others none; "
                          "ids have 1 to 64 letters, digits and . _ -",
            "");
    } else {
        (void)printf("%s%.*s\n", before, FY_SLICE_ARG(token));
        exit_code = EXIT_SUCCESS;
    }
    explicit_bzero(key, sizeof(key));
    fy_arena_done(&arena);
    return exit_code;
}

struct asked {
    struct fy_caller caller;
    const char *key_file;
    const char *before; /* What is printed before the token. */
    long minutes;
    int words;
};

/* How many arguments the one at `argv` and its value are; 0: it is none of ours. */
static int take(struct asked *asked, char **argv)
{
    if (strcmp(argv[0], "--header") == 0) {
        asked->before = "Authorization: Bearer ";
        return 1;
    }
    if (argv[0][0] != '-' && asked->words < 2) {
        if (asked->words++ == 0)
            asked->caller.role = fy_role_find(fy_slice_of(argv[0]));
        else
            asked->caller.person = fy_slice_of(argv[0]);
        return 1;
    }
    if (argv[1] == NULL)
        return 0;
    if (strcmp(argv[0], "--key") == 0)
        asked->key_file = argv[1];
    else if (strcmp(argv[0], "--supplier") == 0)
        asked->caller.supplier = fy_slice_of(argv[1]);
    else if (strcmp(argv[0], "--minutes") == 0)
        asked->minutes = strtol(argv[1], NULL, 10);
    else
        return 0;
    return 2;
}

int main(int argc, char **argv)
{
    struct asked asked = {
        .caller = {.role = FY_ROLE_COUNT}, .before = "", .minutes = MINUTES_DEFAULT};

    for (int i = 1, used = 0; i < argc; i += used) {
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
            return fputs(help, stdout) < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
        used = take(&asked, argv + i);
        if (used == 0)
            return usage("it takes no ", argv[i]);
    }
    if (asked.key_file == NULL || asked.words != 2)
        return usage("a role and an id are needed", "");
    if (asked.caller.role == FY_ROLE_COUNT)
        return usage("there is no such role", "");
    if (asked.minutes < 1 || asked.minutes > MINUTES_MAX)
        return usage("--minutes must be 1 .. 1440", "");
    asked.caller.issued_ms = now_ms();
    asked.caller.expires_ms = asked.caller.issued_ms + asked.minutes * 60000;
    return make(asked.key_file, &asked.caller, asked.before);
}
