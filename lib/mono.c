#include "lib/mono.h"

#include <time.h>

int64_t fy_mono_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t fy_mono_ms(void)
{
    return fy_mono_us() / 1000;
}
