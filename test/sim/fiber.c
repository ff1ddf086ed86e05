#include "test/sim/fiber.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <ucontext.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#elif defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

enum { STACK_BYTES = 512 * 1024 };

struct stack {
    struct stack *next;
    max_align_t bytes[];
};

struct fiber {
    ucontext_t context, resumer;
    struct stack *stack;
    void (*run)(void *context);
    void *argument;
    bool done;
#if defined(__SANITIZE_ADDRESS__)
    void *fake, *fake_resumer;
    const void *resumer_stack;
    size_t resumer_bytes;
#elif defined(__SANITIZE_THREAD__)
    void *thread, *thread_resumer;
#endif
};

static struct fiber *running;
static struct stack *stacks;

/* --- What sanitizers hear -------------------------------------------------------------------- */

static void leaving_resumer(struct fiber *fiber)
{
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_start_switch_fiber(&fiber->fake_resumer, fiber->stack->bytes, STACK_BYTES);
#elif defined(__SANITIZE_THREAD__)
    fiber->thread_resumer = __tsan_get_current_fiber();
    __tsan_switch_to_fiber(fiber->thread, 0);
#endif
    (void)fiber;
}

static void back_in_resumer(struct fiber *fiber)
{
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(fiber->fake_resumer, NULL, NULL);
#endif
    (void)fiber;
}

static void leaving_fiber(struct fiber *fiber)
{
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_start_switch_fiber(
        fiber->done ? NULL : &fiber->fake, fiber->resumer_stack, fiber->resumer_bytes);
#elif defined(__SANITIZE_THREAD__)
    __tsan_switch_to_fiber(fiber->thread_resumer, 0);
#endif
    (void)fiber;
}

static void in_fiber(struct fiber *fiber)
{
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(fiber->fake, &fiber->resumer_stack, &fiber->resumer_bytes);
#endif
    (void)fiber;
}

/* --- Fibers ---------------------------------------------------------------------------------- */

static struct stack *stack_take(void)
{
    struct stack *stack = stacks;

    if (stack != NULL)
        stacks = stack->next;
    else
        stack = malloc(sizeof(*stack) + STACK_BYTES);
    if (stack == NULL)
        abort();
#if defined(__SANITIZE_ADDRESS__)
    __asan_unpoison_memory_region(stack->bytes, STACK_BYTES);
#endif
    return stack;
}

static void entry(void)
{
    struct fiber *fiber = running;

    in_fiber(fiber);
    fiber->run(fiber->argument);
    fiber->done = true;
    leaving_fiber(fiber);
    (void)setcontext(&fiber->resumer);
    abort();
}

struct fiber *fiber_new(void (*run)(void *context), void *context)
{
    struct fiber *fiber = calloc(1, sizeof(*fiber));

    if (fiber == NULL || getcontext(&fiber->context) != 0)
        abort();
    fiber->run = run;
    fiber->argument = context;
    fiber->stack = stack_take();
    fiber->context.uc_stack.ss_sp = fiber->stack->bytes;
    fiber->context.uc_stack.ss_size = STACK_BYTES;
    makecontext(&fiber->context, entry, 0);
#if defined(__SANITIZE_THREAD__)
    fiber->thread = __tsan_create_fiber(0);
#endif
    return fiber;
}

void fiber_resume(struct fiber *fiber)
{
    assert(running == NULL && !fiber->done);
    running = fiber;
    leaving_resumer(fiber);
    if (swapcontext(&fiber->resumer, &fiber->context) != 0)
        abort();
    back_in_resumer(fiber);
    running = NULL;
}

void fiber_yield(void)
{
    struct fiber *fiber = running;

    assert(fiber != NULL);
    leaving_fiber(fiber);
    if (swapcontext(&fiber->context, &fiber->resumer) != 0)
        abort();
    in_fiber(fiber);
}

bool fiber_done(const struct fiber *fiber)
{
    return fiber->done;
}

void fiber_free(struct fiber *fiber)
{
    assert(fiber->done);
#if defined(__SANITIZE_THREAD__)
    __tsan_destroy_fiber(fiber->thread);
#endif
    fiber->stack->next = stacks;
    stacks = fiber->stack;
    free(fiber);
}

void fiber_stacks_free(void)
{
    while (stacks != NULL) {
        struct stack *next = stacks->next;

        free(stacks);
        stacks = next;
    }
}
