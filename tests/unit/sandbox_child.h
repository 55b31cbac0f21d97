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
	const struct trial *inner;
};

/* The status that waitpid() gives of a child that acts, without any layer. */
static inline int
run_free_child(const struct trial *trial)
{
	pid_t child = fork();
	int status = 0;

	if (child == 0)
		_exit(trial->act(trial));
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static inline int
enter_and_act(const struct trial *trial)
{
	const struct trial *inner = trial->inner;

	dd_sandbox_enter(&inner->options);
	return inner->act(inner);
}

/* The same, with all layers. */
static inline int
run_child(const struct trial *trial)
{
	return run_free_child(
	    &(struct trial){.act = enter_and_act, .inner = trial});
}

static inline int
run_plain(int (*act)(const struct trial *trial))
{
	return run_child(&(struct trial){.act = act});
}

/* False where the layer is not there, which is told: cmocka's own skip() counts as
 * a failure in TAP. */
static inline bool
have(enum dd_layer layer)
{
	if (dd_sandbox_probe() & 1u << layer)
		return true;
	print_message("# skipped: no %s here\n", dd_layer_name(layer));
	return false;
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
