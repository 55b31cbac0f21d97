/* SPDX-License-Identifier: MIT */
/*
 * The system calls that a worker may make, as a program for the kernel's filter.
 * The list is what validating, checking, converting, importing and laying out
 * were seen to need, and what the C library may call in their course.
 */
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include "run/sandbox.h"
#include "run/sandbox_internal.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

enum {
	CHECKS_MAX = 2,
	PROGRAM_MAX = 256,
	/* Of fcntl: 0 to 7 duplicate, ask, and lock; what is above has signals
	 * sent to others. */
	FCNTL_MASK = ~7,
	/* Of open: everything by which something is written. */
	WRITING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND |
	    (O_TMPFILE & ~O_DIRECTORY),
};

enum check { CHECK_NONE, CHECK_CLEAR, CHECK_EQUAL };

/* A call that is answered with `verdict` where its arguments pass the checks. */
struct rule {
	int call;
	uint32_t verdict; /* 0: it is made */
	struct {
		enum check check;
		unsigned argument; /* from 0 */
		uint32_t value;	   /* bits that are clear, or all of it */
	} checks[CHECKS_MAX];
};

/* What a call of the C library is on either processor. */
static const int calls[] = {
    __NR_read,
    __NR_write,
    __NR_close,
    __NR_brk,
    __NR_munmap,
    __NR_mremap,
    __NR_madvise,
    __NR_lseek,
    __NR_fstat,
    __NR_getrandom,
    __NR_clock_gettime,
    __NR_futex,
    __NR_readv,
    __NR_writev,
    __NR_pread64,
    __NR_ppoll,
    __NR_exit_group,
    __NR_exit,
    __NR_rt_sigreturn,
    __NR_rt_sigprocmask,
    __NR_restart_syscall,
    __NR_setitimer,
    __NR_getpid,
    __NR_gettid,
    __NR_sysinfo,
    __NR_gettimeofday,
    __NR_sched_yield,
    __NR_clock_getres,
#ifdef __x86_64__
    __NR_poll,
    __NR_time,
#endif
};

/* By which a file is found that may be read. Where there is none, what is asked
 * for is as good as not allowed. */
static const int looks[] = {
    __NR_newfstatat,
    __NR_faccessat,
    __NR_faccessat2,
#ifdef __x86_64__
    __NR_access,
#endif
};

/* Likewise, and no file is found by them. */
static const int others[] = {
    __NR_statx,
    __NR_readlinkat,
    __NR_getcwd,
#ifdef __x86_64__
    __NR_stat,
    __NR_lstat,
    __NR_readlink,
#endif
};

static const struct rule rules[] = {
    /* Memory is for data. */
    {.call = __NR_mmap, .checks = {{CHECK_CLEAR, 2, PROT_EXEC}}},
    {.call = __NR_mprotect, .checks = {{CHECK_CLEAR, 2, PROT_EXEC}}},
    {.call = __NR_fcntl, .checks = {{CHECK_CLEAR, 1, (uint32_t)FCNTL_MASK}}},
    /* The limit on seconds, of this process. */
    {.call = __NR_prlimit64,
	.checks = {{CHECK_EQUAL, 0, 0}, {CHECK_EQUAL, 1, RLIMIT_CPU}}},
    /* The standard streams ask whether they are a terminal. */
    {.call = __NR_ioctl, .verdict = SECCOMP_RET_ERRNO | ENOTTY},
};

struct program {
	struct sock_filter steps[PROGRAM_MAX];
	unsigned short count;
};

static void
add(struct program *to, struct sock_filter step)
{
	to->steps[to->count++] = step;
}

static void
add_load(struct program *to, size_t offset)
{
	add(to,
	    (struct sock_filter)BPF_STMT(
		BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset));
}

/* Over so many steps where the loaded word passes, over others where not. */
static void
add_test(struct program *to, unsigned test, uint32_t value, unsigned passed,
    unsigned failed)
{
	add(to,
	    (struct sock_filter)BPF_JUMP(
		(unsigned short)(BPF_JMP | test | BPF_K), value,
		(unsigned char)passed, (unsigned char)failed));
}

static void
add_verdict(struct program *to, uint32_t verdict)
{
	add(to, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, verdict));
}

/* Arguments have 64 bits, of which the kernel reads the lower 32 here. */
static void
add_check(struct program *to, const struct rule *rule, size_t i)
{
	add_load(to,
	    offsetof(struct seccomp_data, args) +
		rule->checks[i].argument * sizeof(uint64_t));
	if (rule->checks[i].check == CHECK_EQUAL)
		add_test(to, BPF_JEQ, rule->checks[i].value, 1, 0);
	else
		add_test(to, BPF_JSET, rule->checks[i].value, 0, 1);
	add_verdict(to, SECCOMP_RET_KILL_PROCESS);
}

static void
add_rule(struct program *to, const struct rule *rule)
{
	unsigned checks = 0;

	while (checks < CHECKS_MAX && rule->checks[checks].check != CHECK_NONE)
		checks++;
	add_test(to, BPF_JEQ, (uint32_t)rule->call, 0, 3 * checks + 1);
	for (size_t i = 0; i < checks; i++)
		add_check(to, rule, i);
	add_verdict(to, rule->verdict ? rule->verdict : SECCOMP_RET_ALLOW);
}

/* The other ABI of x86-64 is of this architecture, but has other numbers. */
static void
add_head(struct program *to)
{
	add_load(to, offsetof(struct seccomp_data, arch));
	add_test(to, BPF_JEQ, ARCHITECTURE, 1, 0);
	add_verdict(to, SECCOMP_RET_KILL_PROCESS);
	add_load(to, offsetof(struct seccomp_data, nr));
}

static void
add_calls(struct program *to, const int *list, size_t count, uint32_t verdict)
{
	for (size_t i = 0; i < count; i++)
		add_rule(
		    to, &(struct rule){.call = list[i], .verdict = verdict});
}

#define ADD_CALLS(to, list, verdict)                                           \
	add_calls((to), (list), sizeof(list) / sizeof *(list), (verdict))

static void
add_files(struct program *to, bool readable)
{
	const uint32_t refused = SECCOMP_RET_ERRNO | EACCES;
	const struct rule opening = {
	    .call = __NR_openat,
	    .verdict = readable ? 0 : refused,
	    .checks = {{CHECK_CLEAR, 2, WRITING}},
	};

	add_rule(to, &opening);
	ADD_CALLS(to, looks, readable ? 0 : refused);
	ADD_CALLS(to, others, refused);
}

/* Files come by one connection alone. */
static void
add_receiving(struct program *to, int fd)
{
	const struct rule rule = {
	    .call = __NR_recvmsg,
	    .checks = {{CHECK_EQUAL, 0, (uint32_t)fd}},
	};

	if (fd > 0)
		add_rule(to, &rule);
}

/* abort() is a signal to itself. */
static void
add_aborting(struct program *to)
{
	const struct rule rule = {
	    .call = __NR_tgkill,
	    .checks = {{CHECK_EQUAL, 0, (uint32_t)getpid()}},
	};

	add_rule(to, &rule);
}

bool
dd_sandbox_seccomp(const struct dd_sandbox_options *options)
{
	struct program program = {.count = 0};
	struct sock_fprog filter = {.filter = program.steps};

	if (DD_SANITIZED)
		return false;
	add_head(&program);
	ADD_CALLS(&program, calls, 0);
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		add_rule(&program, &rules[i]);
	add_files(&program, options->readable_count > 0);
	add_receiving(&program, options->receive);
	add_aborting(&program);
	add_verdict(&program, SECCOMP_RET_KILL_PROCESS);
	filter.len = program.count;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

#else

bool
dd_sandbox_seccomp(const struct dd_sandbox_options *options)
{
	(void)options; /* numbers of calls are those of the processor */
	return false;
}

#endif
