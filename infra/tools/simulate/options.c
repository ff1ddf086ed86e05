#include "infra/tools/simulate/options.h"

#include <stdlib.h>
#include <string.h>

enum { VISITORS_MAX = 1000000 };

struct options opt = {.url = "http://127.0.0.1:8080",
    .rate = 50,
    .seconds = 30,
    .visitors = 100,
    .seed = 1,
    .orders = 250,
    .declined = 50,
    .rejected = 30};

bool option_set(const char *name, const char *value)
{
    char *end = NULL;
    long long number = strtoll(value, &end, 10);
    bool whole = end != value && *end == '\0';

    if (strcmp(name, "--url") == 0)
        opt.url = value;
    else if (strcmp(name, "--seed") == 0 && whole)
        opt.seed = (uint64_t)number;
    else if (strcmp(name, "--rate") == 0 && whole && number >= 1 && number <= 100000)
        opt.rate = (int)number;
    else if (strcmp(name, "--seconds") == 0 && whole && number >= 1 && number <= 86400)
        opt.seconds = (int)number;
    else if (strcmp(name, "--orders") == 0 && whole && number >= 0 && number <= 1000)
        opt.orders = (int)number;
    else if (strcmp(name, "--declined") == 0 && whole && number >= 0 && number <= 1000)
        opt.declined = (int)number;
    else if (strcmp(name, "--rejected") == 0 && whole && number >= 0 && number <= 1000)
        opt.rejected = (int)number;
    else if (strcmp(name, "--token-command") == 0)
        opt.token_command = value;
    else if (strcmp(name, "--visitors") == 0 && whole && number >= 1 && number <= VISITORS_MAX)
        opt.visitors = (int)number;
    else
        return false;
    return true;
}

const char option_usage[] =
    "./fy simulate [--rate N] [--seconds S] [--visitors V] [--seed X] - shoppers, over HTTP\n\n"
    "  --rate N       posts a second to aim at, 1 .. 100000         50\n"
    "  --seconds S    how long, 1 .. 86400; Ctrl-C ends it sooner   30\n"
    "  --visitors V   how many shoppers, 1 .. 1000000               100\n"
    "  --seed X       the same seed shops the same way              1\n"
    "  --orders N     of 1,000 who fill their cart, so many order   250\n"
    "  --declined N   of 1,000 orders, so many cards are declined   50\n"
    "  --rejected N   of 1,000 orders, so many are not sent         30\n\n"
    "Orders are paid at the stand's own payment provider. Suppliers accept, send and deliver as "
    "an\n"
    "operator may for them, with the token that --token-command prints; ./fy simulate gives "
    "one.\n\n"
    "  ./fy simulate\n"
    "  ./fy simulate --rate 500 --seconds 60 --visitors 2000 --seed 7\n\n"
    "Fails when something acknowledged is refused or missing later, or an answer is none of "
    "ours.\n";
