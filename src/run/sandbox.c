/* SPDX-License-Identifier: MIT */
/*
 * The order of the layers, and those that need a line or two each: limits of the
 * process, timers, memory. Leaves files to sandbox_files.c and system calls to
 * sandbox_calls.c.
 */
#include "run/sandbox.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include "run/sandbox_internal.h"
#include "xml/limits.h"

const char *
dd_layer_name(enum dd_layer layer)
{
	static const char *const names[DD_LAYERS] = {
	    [DD_LAYER_DESCRIPTORS] = "descriptors",
	    [DD_LAYER_NO_NEW_PRIVS] = "no-new-privs",
	    [DD_LAYER_LANDLOCK] = "landlock",
	    [DD_LAYER_SECCOMP] = "seccomp",
	    [DD_LAYER_RLIMITS] = "rlimits",
	    [DD_LAYER_TIMERS] = "timers",
	    [DD_LAYER_MEMORY] = "memory",
	};

	return layer < DD_LAYERS ? names[layer] : NULL;
}

/* The process ends with its parent. */
static void
follow_parent(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (parent && getppid() != parent)
		_exit(DD_WORKER_ORPHAN);
}

static bool
forbid_privileges(void)
{
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/* Bytes of address space that are in use; 0 where nobody says. */
static size_t
measure_space(void)
{
	FILE *file = fopen("/proc/self/statm", "re");
	size_t pages = 0;

	if (file && fscanf(file, "%zu", &pages) != 1)
		pages = 0;
	if (file)
		fclose(file);
	return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* No more than `most`, now and later, or what is allowed already. */
static bool
lower_limit(int resource, rlim_t most)
{
	struct rlimit limit;

	if (getrlimit((__rlimit_resource_t)resource, &limit) < 0)
		return false;
	if (limit.rlim_max > most)
		limit.rlim_max = most;
	limit.rlim_cur = limit.rlim_max;
	return setrlimit((__rlimit_resource_t)resource, &limit) == 0;
}

static bool
limit_process(void)
{
	const struct {
		int resource;
		rlim_t most;
	} rows[] = {
	    {RLIMIT_CORE, 0},
	    {RLIMIT_NPROC, 0},
	    {RLIMIT_FSIZE, 0},
	    {RLIMIT_NOFILE, DD_SANDBOX_FILES},
	    {RLIMIT_STACK, DD_SANDBOX_STACK},
	    {RLIMIT_CPU, DD_SANDBOX_LIFE},
	    {RLIMIT_AS, measure_space() + DD_SANDBOX_SPACE},
	};
	bool done = !DD_SANITIZED;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (DD_SANITIZED && rows[i].resource == RLIMIT_AS)
			continue;
		if (!lower_limit(rows[i].resource, rows[i].most))
			done = false;
	}
	return done;
}

static void
end_in_time(int number)
{
	_exit(number == SIGPROF ? DD_WORKER_CPU : DD_WORKER_WALL);
}

static bool
await_timers(void)
{
	struct sigaction action = {.sa_handler = end_in_time};
	sigset_t both;

	sigemptyset(&both);
	sigaddset(&both, SIGPROF);
	sigaddset(&both, SIGALRM);
	return sigaction(SIGPROF, &action, NULL) == 0 &&
	    sigaction(SIGALRM, &action, NULL) == 0 &&
	    sigprocmask(SIG_UNBLOCK, &both, NULL) == 0;
}

/* Of no use where a debugger or a leak checker looks at the process. */
static void
hide_memory(void)
{
	if (!DD_SANITIZED)
		prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

unsigned
dd_sandbox_enter(const struct dd_sandbox_options *options)
{
	bool active[DD_LAYERS] = {[DD_LAYER_MEMORY] = true};
	unsigned result = 0;

	follow_parent(options->parent);
	active[DD_LAYER_DESCRIPTORS] = dd_sandbox_close(options);
	active[DD_LAYER_TIMERS] = await_timers();
	active[DD_LAYER_RLIMITS] = limit_process();
	active[DD_LAYER_NO_NEW_PRIVS] = forbid_privileges();
	active[DD_LAYER_LANDLOCK] = dd_sandbox_landlock(options);
	hide_memory();
	active[DD_LAYER_SECCOMP] = dd_sandbox_seccomp(options);
	for (unsigned i = 0; i < DD_LAYERS; i++)
		result |= active[i] ? 1u << i : 0;
	return result;
}

/* In the child: the layers go through the pipe. */
static void
tell_layers(int to, pid_t parent)
{
	struct dd_sandbox_options options = {
	    .keep = &to, .keep_count = 1, .parent = parent};
	unsigned layers = dd_sandbox_enter(&options);

	_exit(write(to, &layers, sizeof layers) == sizeof layers ? 0 : 1);
}

unsigned
dd_sandbox_probe(void)
{
	unsigned layers = 0;
	pid_t parent = getpid(), child;
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) < 0)
		return 0;
	child = fork();
	if (child == 0)
		tell_layers(ends[1], parent);
	close(ends[1]);
	if (child > 0 &&
	    TEMP_FAILURE_RETRY(read(ends[0], &layers, sizeof layers)) !=
		sizeof layers)
		layers = 0;
	close(ends[0]);
	if (child > 0)
		TEMP_FAILURE_RETRY(waitpid(child, NULL, 0));
	return layers;
}

/* The kernel's own end of a process whose timer is of no use any more. Nobody
 * uses more processor than time goes by: what was set in this second still leaves
 * more than the timer does. */
static void
limit_seconds(size_t milliseconds)
{
	static struct {
		size_t milliseconds;
		time_t second;
	} last;
	struct timespec used, now = {0};
	struct rlimit limit;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (last.milliseconds == milliseconds && last.second == now.tv_sec)
		return;
	last.milliseconds = milliseconds;
	last.second = now.tv_sec;
	if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used) < 0 ||
	    getrlimit(RLIMIT_CPU, &limit) < 0)
		return;
	limit.rlim_cur = milliseconds
	    ? (rlim_t)used.tv_sec + milliseconds / 1000 + 1 + DD_SANDBOX_GRACE
	    : limit.rlim_max;
	if (limit.rlim_cur > limit.rlim_max)
		limit.rlim_cur = limit.rlim_max;
	setrlimit(RLIMIT_CPU, &limit);
}

static void
start_timer(int which, size_t milliseconds)
{
	struct itimerval timer = {
	    .it_value = {(time_t)(milliseconds / 1000),
		(suseconds_t)(milliseconds % 1000 * 1000)}};

	setitimer((__itimer_which_t)which, &timer, NULL);
}

void
dd_sandbox_document_begin_within(const struct dd_sandbox_budget *budget)
{
	start_timer(ITIMER_PROF, budget->cpu);
	start_timer(ITIMER_REAL, budget->wall);
	limit_seconds(budget->cpu);
	dd_budget_begin(budget->memory ? budget->memory : SIZE_MAX);
}

void
dd_sandbox_document_begin(void)
{
	dd_sandbox_document_begin_within(&(struct dd_sandbox_budget){
	    .cpu = DD_LIMIT_CPU * 1000 * DD_SANDBOX_SLOWER,
	    .wall = DD_LIMIT_WALL * 1000 * DD_SANDBOX_SLOWER,
	    .memory = DD_LIMIT_MEMORY,
	});
}

void
dd_sandbox_document_end(void)
{
	start_timer(ITIMER_PROF, 0);
	start_timer(ITIMER_REAL, 0);
	dd_budget_end();
}
