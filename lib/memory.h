/*
 * memory.h - give back what only the start has needed.
 *
 * Threads: any.
 */
#ifndef FY_MEMORY_H
#define FY_MEMORY_H

/*
 * Freed heap goes back to the kernel, and pages of code and constants are no longer mapped: what is
 * still used of them is mapped again, from the kernel's own cache, when it is used next. Opening
 * RocksDB, OpenSSL and their like touches three times the code that serving ever does. Costs some
 * ms, once.
 */
void fy_memory_start_is_over(void);

#endif
