/* SPDX-License-Identifier: MIT */
/* A child that puts on the layers and then tries something. Behind cmocka.h. */
#ifndef DD_TEST_SANDBOX_CHILD_H
#define DD_TEST_SANDBOX_CHILD_H

#include <sys/wait.h>
#include <unistd.h>
#include "run/sandbox.h"

/* What a child ends with that did the forbidden, or was only refused. */
enum { DONE = 10, REFUSED = 11, WRONG = 12 };

struct trial {
	struct dd_sandbox_options options;
	int (*act)(const struct trial *trial); /* gives an exit code */
	int descriptor;
};

/* The status that waitpid() gives of a child that enters and acts. */
static inline int
run_child(const struct trial *trial)
{
	pid_t child = fork();
	int status = 0;

	if (child == 0) {
		dd_sandbox_enter(&trial->options);
		_exit(trial->act(trial));
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static inline int
run_plain(int (*act)(const struct trial *trial))
{
	return run_child(&(struct trial){.act = act});
}

/* The test ends here where the layer is not there. */
static inline void
need(enum dd_layer layer)
{
	if (dd_sandbox_probe() & 1u << layer)
		return;
	print_message("# skipped: no %s here\n", dd_layer_name(layer));
	skip();
}

static inline void
assert_exit(int status, int code)
{
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), code);
}

static inline void
assert_killed(int status, int number)
{
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), number);
}

#endif
