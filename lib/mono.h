/*
 * mono.h - the monotonic clock, for how long things take and when to try again. Rules never see it.
 *
 * Units:   ms and us since some moment before the process began; never goes back.
 * Threads: any.
 */
#ifndef FY_MONO_H
#define FY_MONO_H

#include <stdint.h>

int64_t fy_mono_us(void);
int64_t fy_mono_ms(void);

#endif
