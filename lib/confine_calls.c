#include "lib/confine_calls.h"

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>

/*
 * A list of what is refused, not of what is allowed: our libraries change their calls with each
 * release, and a call that is forbidden by mistake shows on the day it is first needed. Nothing
 * here is needed by any of them. Refused is EPERM, an error like others, and no death.
 */
static const int refused[] = {
    /* Another program, another process, and what is in one. */
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(process_madvise),
    SCMP_SYS(kcmp),
    SCMP_SYS(pidfd_getfd),
    /* Who we are, and in what world. */
    SCMP_SYS(setuid),
    SCMP_SYS(setgid),
    SCMP_SYS(setreuid),
    SCMP_SYS(setregid),
    SCMP_SYS(setresuid),
    SCMP_SYS(setresgid),
    SCMP_SYS(setgroups),
    SCMP_SYS(setfsuid),
    SCMP_SYS(setfsgid),
    SCMP_SYS(capset),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(chroot),
    SCMP_SYS(pivot_root),
    SCMP_SYS(personality),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(move_mount),
    SCMP_SYS(open_tree),
    SCMP_SYS(fsopen),
    SCMP_SYS(fsmount),
    SCMP_SYS(fsconfig),
    SCMP_SYS(fspick),
    SCMP_SYS(mount_setattr),
    SCMP_SYS(mknod),
    SCMP_SYS(mknodat),
    SCMP_SYS(open_by_handle_at),
    /* The kernel's and the machine's own. */
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(delete_module),
    SCMP_SYS(kexec_load),
    SCMP_SYS(kexec_file_load),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(swapoff),
    SCMP_SYS(acct),
    SCMP_SYS(quotactl),
    SCMP_SYS(syslog),
    SCMP_SYS(sethostname),
    SCMP_SYS(setdomainname),
    SCMP_SYS(settimeofday),
    SCMP_SYS(clock_settime),
    SCMP_SYS(adjtimex),
    SCMP_SYS(clock_adjtime),
    SCMP_SYS(iopl),
    SCMP_SYS(ioperm),
    SCMP_SYS(modify_ldt),
    /* Large, young or unneeded doors into it. */
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(io_uring_enter),
    SCMP_SYS(io_uring_register),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(keyctl),
    SCMP_SYS(vmsplice),
    SCMP_SYS(lookup_dcookie),
    SCMP_SYS(nfsservctl),
    SCMP_SYS(uselib),
    SCMP_SYS(fanotify_init),
};

/* 0, or what libseccomp says, negative. A call that this machine does not have is no error. */
static int refuse(scmp_filter_ctx calls, bool offline)
{
    const uint32_t no = SCMP_ACT_ERRNO(EPERM);
    const uint64_t both = PROT_WRITE | PROT_EXEC;
    int code = 0;

    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]) && code == 0; i++)
        code = seccomp_rule_add(calls, no, refused[i], 0);

    /* A thread is made by clone too; clone3 hides its flags, and the C library does without it. */
    if (code == 0)
        code = seccomp_rule_add(
            calls, no, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
    if (code == 0)
        code = seccomp_rule_add(calls, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);

    /* Code comes from files, and is never written. */
    if (code == 0)
        code =
            seccomp_rule_add(calls, no, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, both, both));
    if (code == 0)
        code = seccomp_rule_add(
            calls, no, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC));
    if (code == 0)
        code = seccomp_rule_add(calls, no, SCMP_SYS(pkey_mprotect), 1,
            SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC));

    /* Of the network TCP and names; no raw packets, and nothing that came later. */
    if (code == 0 && offline)
        code = seccomp_rule_add(calls, no, SCMP_SYS(socket), 0);
    else if (code == 0)
        code = seccomp_rule_add(calls, no, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_GE, AF_PACKET, 0));
    return code;
}

const char *confine_calls(bool offline)
{
    scmp_filter_ctx calls = seccomp_init(SCMP_ACT_ALLOW);
    int code = -ENOMEM;

    if (calls != NULL)
        code = refuse(calls, offline);
    if (code == 0)
        code = seccomp_load(calls);
    if (calls != NULL)
        seccomp_release(calls);
    return code == 0 ? NULL : strerror(code < 0 ? -code : code);
}
