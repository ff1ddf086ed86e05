#include "lib/memory.h"

#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/* Only what is read from the file again as it was: a segment that may be written is left alone. */
static int unmap_pages(struct dl_phdr_info *object, size_t size, void *context)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);

    (void)size;
    (void)context;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        uintptr_t from = (object->dlpi_addr + segment->p_vaddr) & ~(page - 1);
        uintptr_t to = object->dlpi_addr + segment->p_vaddr + segment->p_memsz;

        if (segment->p_type == PT_LOAD && !(segment->p_flags & PF_W))
            (void)madvise((void *)from, to - from, MADV_DONTNEED); /* The vDSO refuses. */
    }
    return 0;
}

void fy_memory_start_is_over(void)
{
    (void)malloc_trim(0);
    (void)dl_iterate_phdr(unmap_pages, NULL);
}
