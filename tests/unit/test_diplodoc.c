/* SPDX-License-Identifier: MIT */
/* The public interface: what its header promises to whoever calls it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "diplodoc.h"

/* --- tables that are asked row by row ------------------------------------ */

static void
test_rows_end(void **state)
{
	struct diplodoc_format format = {.name = NULL};
	struct diplodoc_limit limit = {.name = NULL};
	struct diplodoc_rule rule = {.id = NULL};
	size_t formats = 0, limits = 0, rules = 0;

	(void)state;
	while (diplodoc_format(formats, &format))
		formats++;
	while (diplodoc_limit(limits, &limit))
		limits++;
	while (diplodoc_rule(rules, &rule))
		rules++;
	assert_string_equal(format.name, "resolved");
	assert_string_equal(limit.name, "variables");
	assert_true(formats > 5 && limits > 10 && rules > 50);
	assert_false(diplodoc_format(SIZE_MAX, &format));
	assert_false(diplodoc_limit(SIZE_MAX, &limit));
	assert_false(diplodoc_rule(SIZE_MAX, &rule));
}

/* A row that was given stays as it is while others are asked for. */
static void
test_rows_are_the_callers(void **state)
{
	struct diplodoc_rule first, second;

	(void)state;
	assert_true(diplodoc_rule(0, &first));
	assert_true(diplodoc_rule(1, &second));
	assert_string_not_equal(first.id, second.id);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows_end),
	    cmocka_unit_test(test_rows_are_the_callers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
