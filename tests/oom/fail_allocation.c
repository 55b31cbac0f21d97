/* SPDX-License-Identifier: MIT */
/*
 * Loaded before the C library: fails any one allocation of a program, or all
 * from one on, as orders say that come by a pipe.
 *
 * A run of its own for each allocation would begin anew each time. So the
 * program that is loaded stops where an order is due and forks: the copy has
 * the fault and runs on to its end, and how it ended is answered. Orders for
 * its start are due at that allocation; those for workers, and for what comes
 * beside them, where the first worker is about to be made, or at once.
 */
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>

enum { ORDERS = 198, ANSWERS = 199 }; /* descriptors */

enum part {
	PART_START,  /* up to the first worker */
	PART_PARENT, /* beside workers */
	PART_WORKER, /* in a worker; each counts from its fork */
	PART_SWEEP,  /* in a worker that forks for every such allocation */
};

struct order {
	uint16_t part;
	bool sticky;	 /* that one and all that follow */
	bool early;	 /* at once, not where the first worker is made */
	uint32_t number; /* from 1, or each so many in a sweep; 0: none */
};

struct outcome {
	int64_t status; /* of waitpid; -1: the part ended before */
	uint64_t fired; /* allocations that failed */
	uint64_t ended; /* copies of a worker that ended for lack of memory, */
	uint64_t lasting; /* or did not, */
	uint64_t first;	  /* the first of which failed there */
};

static struct {
	bool active;	    /* orders come by the pipe */
	bool copy;	    /* this process, or its parent, has its order */
	enum part part;	    /* that is at work here */
	uint64_t count;	    /* allocations of it */
	struct order order; /* at work or, until due, the next */
	struct outcome *outcome; /* shared with all copies */
} state;

static void
transfer(int fd, void *data, size_t len, bool out)
{
	char *at = data;

	while (len > 0) {
		ssize_t done = out ? write(fd, at, len) : read(fd, at, len);

		if (done < 0 && errno == EINTR)
			continue;
		/* Nobody has orders any more. */
		if (done <= 0)
			_exit(0);
		at += done;
		len -= (size_t)done;
	}
}

static void
next_order(void)
{
	transfer(ORDERS, &state.order, sizeof(state.order), false);
	*state.outcome = (struct outcome){.status = 0};
}

static void
reply(int64_t status)
{
	state.outcome->status = status;
	transfer(ANSWERS, state.outcome, sizeof(*state.outcome), true);
	next_order();
}

/* True in the copy, which has the order; false when that one has ended. */
static bool
carry_out(void)
{
	int status = 0;
	pid_t pid;

	state.copy = true;
	pid = fork();
	if (pid == 0) {
		close(ORDERS);
		close(ANSWERS);
		return true;
	}
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	state.copy = false;
	reply(status);
	return false;
}

/* What the program forks beside its start is a worker. */
static void
enter_child(void)
{
	if (!state.copy || state.part != PART_PARENT)
		return;
	state.part = PART_WORKER;
	state.count = 0;
}

/* The copy of a worker has no connection, should it go on. */
static void
cut_off(void)
{
	for (int fd = STDERR_FILENO + 1; fd < 64; fd++)
		dup2(STDIN_FILENO, fd);
}

/* True in a copy of the worker; false when that one has ended. */
static bool
sweep(void)
{
	struct outcome *outcome = state.outcome;
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		state.active = false;
		cut_off();
		return true;
	}
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	outcome->fired++;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 4)
		outcome->ended++;
	else if (outcome->lasting++ == 0)
		outcome->first = state.count;
	return false;
}

/* In a copy: whether its order is for this allocation. */
static bool
is_due(void)
{
	const struct order *order = &state.order;

	if (order->number == 0)
		return false;
	if (order->part == PART_SWEEP)
		return state.part == PART_WORKER &&
		    state.count % order->number == 0 && sweep();
	if (order->part != state.part || state.count < order->number ||
	    (state.count > order->number && !order->sticky))
		return false;
	/* Once is once for all workers. */
	return __atomic_fetch_add(&state.outcome->fired, 1, __ATOMIC_SEQ_CST) ==
	    0 ||
	    order->sticky;
}

static bool
is_failing(void)
{
	if (!state.active)
		return false;
	state.count++;
	while (!state.copy && state.order.part == PART_START &&
	    state.order.number == state.count && !carry_out())
		continue;
	if (!state.copy || !is_due())
		return false;
	errno = ENOMEM;
	return true;
}

static void __attribute__((constructor)) begin(void)
{
	if (!getenv("FAIL_ALLOCATION"))
		return;
	unsetenv("FAIL_ALLOCATION");
	state.outcome = mmap(NULL, sizeof(*state.outcome),
	    PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pthread_atfork(NULL, NULL, enter_child);
	next_order();
	while (state.order.early && !carry_out())
		continue;
	state.active = true;
}

/* --- in place of the C library's ------------------------------------------ */

/* Those that the program's own malloc() and its kin ask, see
 * src/cli/allocation.c. */
#define PASS(name, types, ...)                                                 \
	void *name types;                                                      \
	void *name types                                                       \
	{                                                                      \
		static void *(*next)types;                                     \
                                                                               \
		if (!next)                                                     \
			next = (void *(*)types)dlsym(RTLD_NEXT, #name);        \
		return is_failing() ? NULL : next(__VA_ARGS__);                \
	}

PASS(__libc_malloc, (size_t size), size)
PASS(__libc_calloc, (size_t count, size_t size), count, size)
PASS(__libc_realloc, (void *old, size_t size), old, size)
PASS(__libc_memalign, (size_t alignment, size_t size), alignment, size)

/* A worker is about to be made: its connection comes before its fork. */
int
socketpair(int domain, int type, int protocol, int ends[2])
{
	if (state.active && state.part == PART_START) {
		while (!state.copy && state.order.part == PART_START)
			reply(-1);
		while (!state.copy && !carry_out())
			continue;
		if (state.order.part != PART_START)
			state.part = PART_PARENT;
		state.count = state.part == PART_PARENT ? 0 : state.count;
	}
	return (int)syscall(SYS_socketpair, domain, type, protocol, ends);
}

/* --- what would end a worker that sweeps ----------------------------------- */

static bool
is_sweeping(void)
{
	return state.copy && state.order.part == PART_SWEEP;
}

/* A filter of system calls lets none fork. */
int
prctl(int option, ...)
{
	unsigned long a[4];
	va_list args;

	va_start(args, option);
	for (int i = 0; i < 4; i++)
		a[i] = va_arg(args, unsigned long);
	va_end(args);
	if (is_sweeping() && option == PR_SET_SECCOMP)
		return 0;
	return (int)syscall(SYS_prctl, option, a[0], a[1], a[2], a[3]);
}

int
setrlimit(__rlimit_resource_t resource, const struct rlimit *limit)
{
	return is_sweeping()
	    ? 0
	    : (int)syscall(SYS_prlimit64, 0, resource, limit, NULL);
}

int
setitimer(__itimer_which_t which, const struct itimerval *restrict timer,
    struct itimerval *restrict old)
{
	return is_sweeping() ? 0
			     : (int)syscall(SYS_setitimer, which, timer, old);
}

/* Nor is its parent to lose patience. */
int
clock_gettime(clockid_t clock, struct timespec *now)
{
	if (!is_sweeping() || clock != CLOCK_MONOTONIC)
		return (int)syscall(SYS_clock_gettime, clock, now);
	*now = (struct timespec){.tv_sec = 1};
	return 0;
}
