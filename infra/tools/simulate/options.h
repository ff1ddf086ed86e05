/* options.h - what the command line says. */
#ifndef FY_SIMULATE_OPTIONS_H
#define FY_SIMULATE_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct options {
    const char *url;
    int rate, seconds, visitors;
    uint64_t seed;
    int orders, declined, rejected; /* Of 1,000. */
    const char *token_command;      /* Prints an operator's token; NULL: suppliers do nothing. */
};

extern struct options opt;
extern const char option_usage[];

/* False: there is no such option, or its value is beyond its limits. */
bool option_set(const char *name, const char *value);

#endif
