/* SPDX-License-Identifier: MIT */
/* What stops an expression, and what does not. */
#include "xpath_bench.h"

/* A document of many elements in a row, each with a little text. */
static char *
make_many(size_t count)
{
	struct dd_buffer out;

	dd_buffer_init(&out, 0);
	dd_buffer_puts(&out, "<a>");
	for (size_t i = 0; i < count; i++)
		dd_buffer_printf(&out, "<b>x%zu</b>", i);
	dd_buffer_puts(&out, "</a>");
	return dd_buffer_take(&out, NULL);
}

/* What would take a step for each pair of nodes, or read all text at each. */
static void
test_limits(void **state)
{
	static const struct {
		const char *text;
		bool stopped;
	} rows[] = {
	    {"//b = //b/@x or //b = //b/..", false},
	    {"//b != //b", false},
	    {"//b < //b", false},
	    {"count(//b | //b/text()) = 1", false},
	    {"count(//b/..) = 1", false},
	    {"count(//b/following-sibling::b[1]) = 1", false},
	    {"//b[. = '']", false},
	    {"//b[/ = 'x']", true},
	    {"//b[/ + 1]", true},
	    {"//b[-/ = 1]", true},
	    {"//b[/ > 1]", true},
	    {"//b[sum(../b) = 1]", true},
	    {"//b[substring(/, 1, 1) = '']", true},
	    {"//b[string-length(/) = 1]", true},
	    {"//b[concat(/, '') = 1]", true},
	    {"//b[normalize-space(/) = '']", true},
	    {"//b[id(/)]", true},
	    {"//b[lang(/)]", true},
	    {"//b[round(/) = 1]", true},
	    {"translate(/, /, '') = 'x'", true},
	    {"//b[count(//b) = 1]", true},
	    {"//b[//b = 1]", true},
	    {"//b[//b = //b/@x]", true},
	    {"//b[f:twice(/) = '']", true},
	};
	char *many = make_many(5000);
	struct bench bench;

	(void)state;
	set_up(&bench, many);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *fault;
		bool value;

		dd_xpath_begin(bench.engine, bench.doc);
		dd_xpath_boolean(bench.engine, compile(&bench, rows[i].text),
		    (xmlNode *)bench.doc, &value);
		fault = dd_xpath_fault(bench.engine);
		if (rows[i].stopped != (fault[0] != '\0'))
			fail_msg("%s: %s", rows[i].text, fault);
		if (fault[0])
			assert_string_equal(
			    fault, "it took more than 5000000 steps");
	}
	tear_down(&bench);
	free(many);
}

/* The limit of all expressions together. */
static void
test_limit_of_a_run(void **state)
{
	char *many = make_many(5000);
	struct dd_xpath *xpath;
	struct bench bench;
	size_t runs = 0;
	bool value;

	(void)state;
	set_up(&bench, many);
	xpath = compile(&bench, "count(//b) = 1");
	dd_xpath_begin(bench.engine, bench.doc);
	assert_true(
	    dd_xpath_spend(bench.engine, DD_LIMIT_HOUSE_STEPS - 5000000));
	while (
	    dd_xpath_boolean(bench.engine, xpath, (xmlNode *)bench.doc, &value))
		runs++;
	assert_string_equal(dd_xpath_fault(bench.engine),
	    "all rules of the file together took more than 50000000 steps");
	assert_true(runs > 5000000 / 25000 && runs < 5000000 / 5000);
	assert_false(dd_xpath_spend(bench.engine, 1));
	dd_xpath_begin(bench.engine, bench.doc);
	assert_true(dd_xpath_spend(bench.engine, DD_LIMIT_HOUSE_STEPS - 1));
	assert_false(dd_xpath_spend(bench.engine, 1));
	tear_down(&bench);
	free(many);
}

/* Variables that hold a set each, and each is computed once. */
static void
test_limit_of_memory(void **state)
{
	enum { NODES = 200001, LETS = 50 };
	char *many = make_many(NODES - 1);
	static struct dd_xpath_let lets[LETS];
	static char names[LETS][8];
	struct dd_xpath_scope scope = {&lets[LETS - 1], NULL};
	struct dd_xpath_frame frame;
	struct bench bench;
	size_t held = 0;
	bool value = true;

	(void)state;
	set_up(&bench, many);
	for (size_t i = 0; i < LETS; i++) {
		snprintf(names[i], sizeof names[i], "v%zu", i);
		lets[i] = (struct dd_xpath_let){names[i],
		    compile(&bench, "//*"), i, i > 0 ? &lets[i - 1] : NULL};
	}
	dd_xpath_begin(bench.engine, bench.doc);
	dd_xpath_enter(bench.engine, &frame, &scope, (xmlNode *)bench.doc);
	for (; held < LETS && value; held++) {
		struct dd_xpath_fault fault;
		char text[32];
		struct dd_xpath *xpath;

		snprintf(text, sizeof text, "$v%zu", held);
		xpath = dd_xpath_compile(bench.engine, text, &scope, &fault);
		assert_non_null(xpath);
		value = dd_xpath_boolean(
		    bench.engine, xpath, (xmlNode *)bench.doc, &(bool){false});
	}
	assert_string_equal(dd_xpath_fault(bench.engine),
	    "variables and keys hold more than 67108864 bytes");
	assert_int_equal(held, DD_LIMIT_HOUSE_MEMORY / (NODES * 8) + 1);
	dd_xpath_leave(bench.engine);
	tear_down(&bench);
	free(many);
}

/* Comments without an element between them, which nothing puts in order. */
static void
test_limit_of_a_row(void **state)
{
	for (int over = -1; over <= 1; over++) {
		struct dd_buffer out;
		struct bench bench;

		dd_buffer_init(&out, 0);
		dd_buffer_puts(&out, "<a><!--b--><b/>");
		dd_buffer_repeat(&out, ' ', 1);
		for (int i = 1; i < DD_LIMIT_HOUSE_ROW + over; i++)
			dd_buffer_puts(&out, "<!---->");
		dd_buffer_puts(&out, "<b/><!--b--></a>");
		(void)state;
		set_up(&bench, out.data);
		assert_int_equal(
		    dd_xpath_begin(bench.engine, bench.doc), over <= 0);
		if (over > 0)
			assert_string_equal(dd_xpath_fault(bench.engine),
			    "more than 256 texts and comments stand in a row "
			    "without an element");
		tear_down(&bench);
		dd_buffer_release(&out);
	}
}

static void
test_function_that_fails(void **state)
{
	struct bench bench;

	(void)state;
	set_up(&bench, "<a/>");
	dd_xpath_begin(bench.engine, bench.doc);
	assert_string_equal(get_text(&bench, "concat(f:fail(), 'x')"), "");
	assert_string_equal(
	    dd_xpath_fault(bench.engine), "`fail()`: nothing will do");
	dd_xpath_begin(bench.engine, bench.doc);
	assert_string_equal(get_text(&bench, "'a'/.."), "");
	assert_string_equal(
	    dd_xpath_fault(bench.engine), "only nodes stand before `/`");
	dd_xpath_begin(bench.engine, bench.doc);
	assert_string_equal(get_text(&bench, "'a' | a"), "");
	assert_string_equal(dd_xpath_fault(bench.engine),
	    "only nodes stand before `/` and beside `|`");
	dd_xpath_begin(bench.engine, bench.doc);
	assert_string_equal(get_text(&bench, "key('k', 1)"), "");
	assert_string_equal(
	    dd_xpath_fault(bench.engine), "there is no key `k`");
	tear_down(&bench);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_limits),
	    cmocka_unit_test(test_limit_of_a_run),
	    cmocka_unit_test(test_limit_of_memory),
	    cmocka_unit_test(test_limit_of_a_row),
	    cmocka_unit_test(test_function_that_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
