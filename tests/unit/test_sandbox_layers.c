/* SPDX-License-Identifier: MIT */
/* What is said of the layers: those that there are, and those that there are
 * not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <stdlib.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <cmocka.h>
#include "run/sandbox.h"
#include "run/sandbox_internal.h"
#include "sandbox_child.h"

static void
test_layers_have_names(void **state)
{
	(void)state;
	for (unsigned i = 0; i < DD_LAYERS; i++)
		assert_non_null(dd_layer_name((enum dd_layer)i));
	assert_null(dd_layer_name(DD_LAYERS));
}

static void
test_probe_says_what_enters(void **state)
{
	unsigned layers = dd_sandbox_probe();
	unsigned everywhere = 1u << DD_LAYER_DESCRIPTORS |
	    1u << DD_LAYER_NO_NEW_PRIVS | 1u << DD_LAYER_TIMERS |
	    1u << DD_LAYER_MEMORY;

	(void)state;
	assert_int_equal(layers & everywhere, everywhere);
	assert_int_equal(layers >> DD_LAYERS, 0);
	if (DD_SANITIZED)
		assert_int_equal(
		    layers & (1u << DD_LAYER_SECCOMP | 1u << DD_LAYER_RLIMITS),
		    0);
	/* And this process is as free as before. */
	assert_int_equal(dd_sandbox_probe(), layers);
}

/* The filter of a system that does not know a call. */
static void
take_call(unsigned number)
{
	struct sock_filter steps[] = {
	    BPF_STMT(
		BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
	    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
	    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog filter = {4, steps};

	assert_int_equal(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
	assert_int_equal(
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter), 0);
}

/* 444 makes a ruleset of Landlock. The others are there all the same. */
static int
probe_without_landlock(const struct trial *trial)
{
	unsigned before = dd_sandbox_probe();

	(void)trial;
	take_call(444);
	return dd_sandbox_probe() == (before & ~(1u << DD_LAYER_LANDLOCK))
	    ? DONE
	    : WRONG;
}

/* Gives the exit code of the program. */
static int
validate_without_landlock(const struct trial *trial)
{
	(void)trial;
	take_call(444);
	execl(getenv("DIPLODOC"), "diplodoc", "validate", "-q",
	    "--require-sandbox", "samples/2025-05-20-readout-dorrane.xml",
	    NULL);
	return WRONG;
}

static void
test_missing_layer_is_seen(void **state)
{
	struct trial trial = {.act = probe_without_landlock};

	(void)state;
	assert_exit(run_free_child(&trial), DONE);
	if (!getenv("DIPLODOC"))
		return;
	trial.act = validate_without_landlock;
	assert_exit(run_free_child(&trial), 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_layers_have_names),
	    cmocka_unit_test(test_probe_says_what_enters),
	    cmocka_unit_test(test_missing_layer_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
