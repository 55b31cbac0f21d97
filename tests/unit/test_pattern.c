/* SPDX-License-Identifier: MIT */
/* Patterns: compiling, finding from a byte on, replacing, and their limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/pattern.h"

enum { BUDGET = 2000000, FREE = 0, LONG = 20000, GROUPS = 400 };

static struct dd_pattern *
compile(const char *source)
{
	char fault[DD_PATTERN_FAULT];
	size_t at;
	struct dd_pattern *pattern = dd_pattern_new(source, NULL, fault, &at);

	assert_non_null(pattern);
	return pattern;
}

static void
test_faults(void **state)
{
	static const struct {
		const char *source;
		size_t at;
	} rows[] = {{"(a", 2}, {"a)", 1}, {"[a", 2}, {"a\\C", 3}, {"*", 0}};
	char fault[DD_PATTERN_FAULT];
	size_t at;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		fault[0] = '\0';
		assert_null(dd_pattern_new(rows[i].source, NULL, fault, &at));
		assert_int_equal(at, rows[i].at);
		assert_true(fault[0]);
	}
	dd_pattern_free(NULL);
}

/* All finds of a pattern as "from-to ". */
static void
test_find(void **state)
{
	static const struct {
		const char *source, *text, *found;
	} rows[] = {
	    {"a", "banana", "1-2 3-4 5-6 "},
	    {"(?<=n)a", "banana", "3-4 5-6 "},
	    {"a*", "baab", "1-3 "}, /* nothing is no find */
	    {"x", "banana", ""},
	    {"(?i)\xc3\x89t\\w", "\xc3\xa9t\xc3\xa9", "0-5 "},
	    {"\\bb",
		"ab\xc3\xa9"
		"b b",
		"6-7 "},
	    {".", "\xf0\x9f\x98\x80", "0-4 "},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct dd_pattern *pattern = compile(rows[i].source);
		size_t len = strlen(rows[i].text), from, to = 0, left = FREE;
		struct dd_buffer found;

		dd_buffer_init(&found, 0);
		dd_buffer_puts(&found, "");
		while (dd_pattern_find(pattern, rows[i].text, len, to, &left,
			   &from, &to) == 1)
			dd_buffer_printf(&found, "%zu-%zu ", from, to);
		assert_string_equal(found.data, rows[i].found);
		dd_buffer_release(&found);
		dd_pattern_free(pattern);
	}
}

/* Each letter of the flags, and finds of nothing where they are wanted. */
static void
test_how(void **state)
{
	static const struct {
		const char *source, *flags;
		bool empty;
		int found;
	} rows[] = {
	    {"B", NULL, false, 0},
	    {"B", "i", false, 1},
	    {"a$", NULL, false, 0},
	    {"a$", "m", false, 1},
	    {"a.b", NULL, false, 0},
	    {"a.b", "s", false, 1},
	    {"b c", NULL, false, 0},
	    {"b c", "x", false, 1},
	    {"A . B", "isx", false, 1},
	    {"x*", NULL, false, 0},
	    {"x*", NULL, true, 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct dd_pattern_how how = {
		    rows[i].flags, rows[i].empty};
		char fault[DD_PATTERN_FAULT];
		size_t at, from, to, left = FREE;
		struct dd_pattern *pattern =
		    dd_pattern_new(rows[i].source, &how, fault, &at);

		assert_non_null(pattern);
		assert_int_equal(
		    dd_pattern_find(pattern, "a\nbc", 4, 0, &left, &from, &to),
		    rows[i].found);
		dd_pattern_free(pattern);
	}
}

/* A dear match tells its groups as a cheap one does. */
static void
test_dear_groups(void **state)
{
	struct dd_pattern *pattern = compile("(?:(?:a|aa)+b|a+(c))");
	size_t from, to, left = BUDGET;
	struct dd_buffer out;

	(void)state;
	assert_int_equal(dd_pattern_find(pattern, "aaaaaaaaaaaaaaaac", 17, 0,
			     &left, &from, &to),
	    1);
	assert_true(left < BUDGET);
	dd_buffer_init(&out, 0);
	dd_pattern_expand(pattern, "aaaaaaaaaaaaaaaac", "<$1>", &out);
	assert_string_equal(out.data, "<c>");
	dd_buffer_release(&out);
	dd_pattern_free(pattern);
}

static void
test_replace(void **state)
{
	static const struct {
		const char *replacement, *result; /* NULL: is not taken */
	} rows[] = {
	    {"plain", "plain"},
	    {"$2 $1", "b a"},
	    {"${1}0$0", "a0ab"},
	    {"<$3>", "<>"}, /* took no part */
	    {"$$1", "$1"},
	    {"$4", NULL},
	    {"$99999999999999999999", NULL},
	    {"$", NULL},
	    {"${1", NULL},
	    {"${}", NULL},
	    {"$x", NULL},
	};
	struct dd_pattern *pattern = compile("(a)(b)(c)?");
	size_t from, to, left = FREE;

	(void)state;
	assert_int_equal(
	    dd_pattern_find(pattern, "xab", 3, 0, &left, &from, &to), 1);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct dd_buffer out;

		assert_int_equal(dd_pattern_takes(pattern, rows[i].replacement),
		    rows[i].result != NULL);
		if (!rows[i].result)
			continue;
		dd_buffer_init(&out, 0);
		dd_pattern_expand(pattern, "xab", rows[i].replacement, &out);
		assert_string_equal(out.data, rows[i].result);
		dd_buffer_release(&out);
	}
	dd_pattern_free(pattern);
}

/* Twice as long each letter: stopped, and the budget says that it cost. */
static void
test_exponential(void **state)
{
	static const char text[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac";
	struct dd_pattern *pattern = compile("(a|aa)+$");
	size_t from, to, left = BUDGET, little = 5000;

	(void)state;
	assert_int_equal(
	    dd_pattern_find(pattern, text, strlen(text), 0, &left, &from, &to),
	    -1);
	assert_true(left < BUDGET / 2);
	assert_int_equal(dd_pattern_find(pattern, text, strlen(text), 0,
			     &little, &from, &to),
	    -1);
	assert_int_equal(little, 1000);
	dd_pattern_free(pattern);
}

/* A thousand finds that look to the end of a long text use the budget up. */
static void
test_budget(void **state)
{
	struct dd_pattern *pattern = compile("a(?=(?:a|b){0,900}?c)|a");
	char *text = malloc(LONG);
	size_t from, to = 0, left = BUDGET;
	int found = 1;

	(void)state;
	assert_non_null(text);
	memset(text, 'a', LONG);
	while (found == 1 && to < LONG)
		found =
		    dd_pattern_find(pattern, text, LONG, to, &left, &from, &to);
	assert_int_equal(found, -1);
	assert_true(to > 300 && to < 600);
	assert_true(left < 4000);
	free(text);
	dd_pattern_free(pattern);
}

/* Of `count` times "a" and a "c"; what is left of the budget in *ret_left. */
static int
find_behind(const char *source, size_t count, size_t *ret_left)
{
	struct dd_pattern *pattern = compile(source);
	char *text = malloc(count + 1);
	size_t from, to;
	int found;

	assert_non_null(text);
	memset(text, 'a', count);
	text[count] = 'c';
	*ret_left = BUDGET;
	found =
	    dd_pattern_find(pattern, text, count + 1, 0, ret_left, &from, &to);
	free(text);
	dd_pattern_free(pattern);
	return found;
}

/* Too many choices that are open at once end a search, whatever is left. */
static void
test_depth(void **state)
{
	size_t left;

	(void)state;
	assert_int_equal(find_behind("^(?:a|b)*c", 5000, &left), 1);
	assert_int_equal(find_behind("^(?:a|b)*c", 50000, &left), -1);
	assert_true(left > BUDGET / 2);
}

/* So does memory: each choice keeps all groups of the pattern. */
static void
test_heap(void **state)
{
	char source[16 + 3 * GROUPS] = "^(?:a|b";
	size_t left;

	(void)state;
	for (int i = 0; i < GROUPS; i++)
		strcat(source, "(x)");
	strcat(source, ")*c");
	assert_int_equal(find_behind(source, 500, &left), 1);
	assert_int_equal(find_behind(source, 5000, &left), -1);
	assert_true(left > BUDGET / 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_faults),
	    cmocka_unit_test(test_find),
	    cmocka_unit_test(test_how),
	    cmocka_unit_test(test_dear_groups),
	    cmocka_unit_test(test_replace),
	    cmocka_unit_test(test_exponential),
	    cmocka_unit_test(test_budget),
	    cmocka_unit_test(test_depth),
	    cmocka_unit_test(test_heap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
