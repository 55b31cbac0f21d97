/* SPDX-License-Identifier: MIT */
/* What a worker can not do any more, and what it still can. Each thing is tried
 * in a child of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <cmocka.h>
#include "run/sandbox.h"
#include "run/sandbox_internal.h"
#include "sandbox_child.h"

/* --- descriptors ----------------------------------------------------------- */

static int
read_descriptor(const struct trial *trial)
{
	char byte;

	if (read(trial->descriptor, &byte, 1) == 1)
		return DONE;
	return errno == EBADF ? REFUSED : WRONG;
}

static int
write_descriptor(const struct trial *trial)
{
	if (write(trial->descriptor, "x", 1) == 1)
		return DONE;
	return errno == EBADF ? REFUSED : WRONG;
}

static int
write_output(const struct trial *trial)
{
	(void)trial;
	return write(STDOUT_FILENO, "x", 1) == 1 ? DONE : WRONG;
}

static void
test_descriptors_are_closed(void **state)
{
	int file = open("/dev/zero", O_RDONLY), ends[2];
	struct trial trial = {.act = read_descriptor, .descriptor = file};

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_exit(run_child(&trial), REFUSED);
	trial.options.keep = &file;
	trial.options.keep_count = 1;
	assert_exit(run_child(&trial), DONE);
	trial.act = write_descriptor;
	trial.descriptor = ends[1];
	assert_exit(run_child(&trial), REFUSED);
	trial.options.keep = ends;
	trial.options.keep_count = 2;
	assert_exit(run_child(&trial), DONE);
	close(file);
	close(ends[0]);
	close(ends[1]);
}

/* Standard output of the child is not that of the test. */
static void
test_standard_output_goes_nowhere(void **state)
{
	int ends[2], status, kept = dup(STDOUT_FILENO);
	char byte;

	(void)state;
	assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
	assert_int_equal(dup2(ends[1], STDOUT_FILENO), STDOUT_FILENO);
	status = run_plain(write_output);
	assert_int_equal(dup2(kept, STDOUT_FILENO), STDOUT_FILENO);
	assert_exit(status, DONE);
	assert_int_equal(read(ends[0], &byte, 1), -1);
	close(ends[0]);
	close(ends[1]);
	close(kept);
}

/* --- system calls ---------------------------------------------------------- */

static int
make_socket(const struct trial *trial)
{
	(void)trial;
	return socket(AF_INET, SOCK_STREAM, 0) >= 0 ? DONE : REFUSED;
}

static int
connect_socket(const struct trial *trial)
{
	struct sockaddr_in address = {
	    .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};

	return connect(trial->descriptor, (struct sockaddr *)&address,
		   sizeof address) == 0
	    ? DONE
	    : REFUSED;
}

static int
make_process(const struct trial *trial)
{
	(void)trial;
	return syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) >= 0 ? DONE : REFUSED;
}

static int
run_program(const struct trial *trial)
{
	char *const words[] = {"true", NULL};

	(void)trial;
	execv("/bin/true", words);
	return REFUSED;
}

static int
trace_process(const struct trial *trial)
{
	(void)trial;
	return ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 ? DONE : REFUSED;
}

static int
map_code(const struct trial *trial)
{
	(void)trial;
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC,
		   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED
	    ? DONE
	    : REFUSED;
}

static int
turn_data_into_code(const struct trial *trial)
{
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)trial;
	return mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0 ? DONE
								: REFUSED;
}

/* Of the test; a worker cannot ask who its parent is. */
static pid_t test_process;

static int
kill_parent(const struct trial *trial)
{
	(void)trial;
	return kill(test_process, 0) == 0 ? DONE : REFUSED;
}

static int
signal_parent(const struct trial *trial)
{
	(void)trial;
	return syscall(SYS_tgkill, test_process, test_process, 0) == 0
	    ? DONE
	    : REFUSED;
}

#ifdef __x86_64__
/* 20 is getpid for programs of 32 bits, and writev for those of 64. */
static int
call_as_i386(const struct trial *trial)
{
	long result = 20;

	(void)trial;
	__asm__ volatile("int $0x80" : "+a"(result) : "b"(0) : "memory");
	return DONE;
}
#endif

static int
raise_limit(const struct trial *trial)
{
	struct rlimit limit = {16, 16};

	(void)trial;
	return setrlimit(RLIMIT_NOFILE, &limit) == 0 ? DONE : REFUSED;
}

static int
limit_parent(const struct trial *trial)
{
	struct rlimit limit;

	(void)trial;
	return prlimit(test_process, RLIMIT_CPU, NULL, &limit) == 0 ? DONE
								    : REFUSED;
}

static int
send_signal_by_file(const struct trial *trial)
{
	return fcntl(trial->descriptor, F_SETOWN, test_process) == 0 ? DONE
								     : REFUSED;
}

static void
test_calls_are_fatal(void **state)
{
	static int (*const acts[])(const struct trial *) = {make_socket,
	    connect_socket, make_process, run_program, trace_process, map_code,
	    turn_data_into_code, kill_parent, raise_limit, limit_parent,
	    send_signal_by_file, signal_parent};
	int connection = socket(AF_INET, SOCK_STREAM, 0);

	(void)state;
	test_process = getpid();
	if (!have(DD_LAYER_SECCOMP))
		return;
	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
		struct trial trial = {
		    .options = {.keep = &connection, .keep_count = 1},
		    .act = acts[i],
		    .descriptor = connection,
		};

		assert_killed(run_child(&trial), SIGSYS);
	}
#ifdef __x86_64__
	/* SIGSEGV where the kernel knows no such programs. */
	assert_true(WIFSIGNALED(run_plain(call_as_i386)));
#endif
	close(connection);
}

static int
end_itself(const struct trial *trial)
{
	(void)trial;
	abort();
}

static void
test_abort_is_seen_as_such(void **state)
{
	(void)state;
	assert_killed(run_plain(end_itself), SIGABRT);
}

/* --- rights and limits of the process -------------------------------------- */

/* Says that it is ready, and waits to be let go. */
static int
wait_for_parent(const struct trial *trial)
{
	char byte = 0;

	/* Where nothing else ends it, a test does not wait for ever. */
	dd_sandbox_document_begin_within(
	    &(struct dd_sandbox_budget){.wall = 10000});
	return write(trial->options.keep[1], "x", 1) == 1 &&
		read(trial->options.keep[0], &byte, 1) == 0
	    ? DONE
	    : WRONG;
}

static void
compare_limits(pid_t child)
{
	static const struct {
		int resource;
		rlim_t most;
	} rows[] = {{RLIMIT_CORE, 0}, {RLIMIT_NPROC, 0}, {RLIMIT_FSIZE, 0},
	    {RLIMIT_CPU, 3600}, {RLIMIT_NOFILE, 16},
	    {RLIMIT_STACK, 8 * 1024 * 1024},
	    {RLIMIT_AS, (rlim_t)2 * 1024 * 1024 * 1024}};
	struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(
		    prlimit(child, (__rlimit_resource_t)rows[i].resource, NULL,
			&limit),
		    0);
		assert_true(limit.rlim_max <= rows[i].most);
		assert_true(limit.rlim_cur == limit.rlim_max);
	}
}

static bool
has_no_new_privileges(pid_t child)
{
	char path[64], line[256];
	int found = 0;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/status", (int)child);
	file = fopen(path, "re");
	assert_non_null(file);
	while (!found && fgets(line, sizeof line, file))
		found = strcmp(line, "NoNewPrivs:\t1\n") == 0;
	fclose(file);
	return found;
}

/* They are read from outside: the worker itself may not ask. */
static void
test_process_is_limited(void **state)
{
	int to[2], from[2], status;
	pid_t child;
	char byte;

	(void)state;
	if (!have(DD_LAYER_RLIMITS))
		return;
	assert_int_equal(pipe(to) + pipe(from), 0);
	child = fork();
	if (child == 0) {
		int keep[] = {to[0], from[1]};
		struct trial trial = {
		    .options = {.keep = keep, .keep_count = 2}};

		dd_sandbox_enter(&trial.options);
		_exit(wait_for_parent(&trial));
	}
	close(from[1]);
	assert_int_equal(read(from[0], &byte, 1), 1);
	compare_limits(child);
	assert_true(has_no_new_privileges(child));
	close(to[0]);
	close(to[1]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_exit(status, DONE);
	close(from[0]);
}

/* The process that forks the worker is gone before the worker begins. */
static void
test_orphans_end(void **state)
{
	struct trial trial = {.act = end_itself, .options.parent = getppid()};

	(void)state;
	assert_exit(run_child(&trial), DD_WORKER_ORPHAN);
}

/* The worker ends with its parent, whatever it waits for. */
static void
test_worker_ends_with_parent(void **state)
{
	int ends[2], never[2];
	pid_t parent;
	char byte;

	(void)state;
	assert_int_equal(pipe(ends) + pipe(never), 0);
	parent = fork();
	if (parent == 0) {
		int keep[] = {never[0], ends[1]};
		struct trial trial = {
		    .options = {.keep = keep, .keep_count = 2}};

		if (fork() == 0) {
			dd_sandbox_enter(&trial.options);
			_exit(wait_for_parent(&trial));
		}
		pause();
	}
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	kill(parent, SIGKILL);
	assert_int_equal(waitpid(parent, NULL, 0), parent);
	/* The end of the pipe: nobody holds the other one any more. */
	assert_int_equal(read(ends[0], &byte, 1), 0);
	close(ends[0]);
	close(never[0]);
	close(never[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_descriptors_are_closed),
	    cmocka_unit_test(test_standard_output_goes_nowhere),
	    cmocka_unit_test(test_calls_are_fatal),
	    cmocka_unit_test(test_abort_is_seen_as_such),
	    cmocka_unit_test(test_process_is_limited),
	    cmocka_unit_test(test_orphans_end),
	    cmocka_unit_test(test_worker_ends_with_parent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
