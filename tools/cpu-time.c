/* SPDX-License-Identifier: MIT */
/*
 * Measures programs side by side: cpu-time RUNS -- PROGRAM ARG... [-- PROGRAM
 * ARG...]... runs them in turn, RUNS times, with output to /dev/null, and
 * prints for each the median of user and system time in microseconds, one a
 * line. Taking turns lets a busy machine slow down all of them alike.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PROGRAMS_MAX = 16, RUNS_MAX = 10000 };

struct program {
	char **argv; /* NULL-terminated */
	long *times; /* microseconds of each run */
};

static void
fail(const char *what, const char *name)
{
	fprintf(stderr, "cpu-time: %s: %s\n", what, name);
	exit(1);
}

static void
exec_silently(char **argv)
{
	int null = open("/dev/null", O_RDWR);

	if (null >= 0) {
		dup2(null, STDIN_FILENO);
		dup2(null, STDOUT_FILENO);
		dup2(null, STDERR_FILENO);
		execvp(argv[0], argv);
	}
	_exit(127);
}

static long
count_microseconds(struct timeval time)
{
	return (long)time.tv_sec * 1000000 + (long)time.tv_usec;
}

static long
run_once(char **argv)
{
	struct rusage usage;
	int status = 0;
	pid_t child = fork();

	if (child == 0)
		exec_silently(argv);
	if (child < 0 || wait4(child, &status, 0, &usage) != child)
		fail("cannot be run", argv[0]);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail("does not end well", argv[0]);
	return count_microseconds(usage.ru_utime) +
	    count_microseconds(usage.ru_stime);
}

static int
compare_times(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;

	return (x > y) - (x < y);
}

/* Cuts the arguments at each "--" and returns how many programs there are. */
static size_t
split_arguments(char **argv, struct program programs[PROGRAMS_MAX])
{
	size_t count = 0;

	for (; *argv; argv++) {
		if (strcmp(*argv, "--") != 0)
			continue;
		if (!argv[1] || strcmp(argv[1], "--") == 0 ||
		    count == PROGRAMS_MAX)
			fail("wrong arguments", "a program behind each --");
		*argv = NULL;
		programs[count++].argv = argv + 1;
	}
	return count;
}

int
main(int argc, char **argv)
{
	struct program programs[PROGRAMS_MAX] = {0};
	long runs = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
	size_t count;

	if (runs < 1 || runs > RUNS_MAX)
		fail("wrong arguments", "the number of runs comes first");
	count = split_arguments(argv + 2, programs);
	for (size_t i = 0; i < count; i++) {
		programs[i].times = calloc((size_t)runs, sizeof(long));
		if (!programs[i].times)
			fail("no memory", programs[i].argv[0]);
	}
	for (long run = 0; run < runs; run++)
		for (size_t i = 0; i < count; i++)
			programs[i].times[run] = run_once(programs[i].argv);
	for (size_t i = 0; i < count; i++) {
		qsort(programs[i].times, (size_t)runs, sizeof(long),
		    compare_times);
		printf("%ld\n", programs[i].times[runs / 2]);
		free(programs[i].times);
	}
	return 0;
}
