/*
 * fiber.h - a function that can be left in the middle, and gone on with later.
 *
 * Shape:   fiber_resume runs it until it calls fiber_yield or returns. One thread; no fiber resumes
 *          another. Sanitizers are told of each switch, so ASan and TSan see the right stack.
 * Memory:  stacks are kept for the next fiber; fiber_stacks_free gives them back.
 * Source:  POSIX ucontext; sanitizer/common_interface_defs.h, tsan_interface.h.
 */
#ifndef TEST_SIM_FIBER_H
#define TEST_SIM_FIBER_H

#include <stdbool.h>

struct fiber;

struct fiber *fiber_new(void (*run)(void *context), void *context);
void fiber_resume(struct fiber *fiber);
void fiber_yield(void); /* To whoever resumed the running fiber. */
bool fiber_done(const struct fiber *fiber);
void fiber_free(struct fiber *fiber); /* Of one that is done. */
void fiber_stacks_free(void);

#endif
