/* SPDX-License-Identifier: MIT */
/* XPath: what is refused and where, keys, and values. */
#include "xpath_bench.h"
#include <libxml/xpathInternals.h>

/* --- what is refused ----------------------------------------------------- */

static void
test_faults(void **state)
{
	static const struct {
		const char *text;
		size_t at;
		const char *words;
	} rows[] = {
	    {"a + ", 3, "this is not XPath 1.0"},
	    {"a ! b", 2, "this is not XPath 1.0"},
	    {"f(a", 0, "there is no function `f`"},
	    {"count(a", 6, "a bracket is not closed"},
	    {"1 + count()", 4,
		"`count()` takes 1 to 1 arguments, and 0 stand here"},
	    {"f:twice(a, b)", 0,
		"`f:twice()` takes 1 to 1 arguments, and 2 stand here"},
	    {"a/q:b", 2,
		"the prefix `q` is not declared; write `<ns prefix=\"q\" "
		"uri=\"...\"/>`"},
	    {"f:pick('x')", 8, "no x"},
	    {"a[f:pick(b, count(c), \"aax\", d) = 1]", 25, "no x"},
	    {"f:pick(f:pick('x'), 'y')", 15, "no x"},
	    {"a = $b", 4, "no `<let name=\"b\" .../>` stands before it"},
	};
	struct bench bench;

	(void)state;
	set_up(&bench, "<a/>");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct dd_xpath_fault fault = {0};

		assert_null(
		    dd_xpath_compile(bench.engine, rows[i].text, NULL, &fault));
		assert_string_equal(fault.text, rows[i].words);
		assert_int_equal(fault.at, rows[i].at);
	}
	tear_down(&bench);
}

/* What is nested too deep, and a name that is too long. */
static void
test_faults_of_size(void **state)
{
	static const struct {
		const char *front, *middle, *back;
		size_t times, at;
		const char *words;
	} rows[] = {
	    {"(", "1", ")", 64, 63, "brackets are nested more than 63 deep"},
	    {"a", "", "", 256, 0, "a name is longer than 255 bytes"},
	    {"1+", "1", "", 600, 0, "it has too many operators one in another"},
	};
	struct bench bench;

	(void)state;
	set_up(&bench, "<a/>");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct dd_xpath_fault fault = {0};
		struct dd_buffer text;

		dd_buffer_init(&text, 0);
		for (size_t n = 0; n < rows[i].times; n++)
			dd_buffer_puts(&text, rows[i].front);
		dd_buffer_puts(&text, rows[i].middle);
		for (size_t n = 0; n < rows[i].times; n++)
			dd_buffer_puts(&text, rows[i].back);
		assert_null(
		    dd_xpath_compile(bench.engine, text.data, NULL, &fault));
		assert_string_equal(fault.text, rows[i].words);
		assert_int_equal(fault.at, rows[i].at);
		dd_buffer_release(&text);
	}
	tear_down(&bench);
}

/* Only a string that is an argument by itself is known. */
static void
test_arguments_that_are_not_known(void **state)
{
	static const char *const texts[] = {
	    "f:pick(concat('x', 'y'))",
	    "f:pick('x' = 'x')",
	    "f:pick(a['x'])",
	    "f:pick(('x'))",
	    "f:pick(x)",
	    "f:pick('a', 'b', 'c', 'd', 'x')",
	    "f:pick()",
	};
	struct bench bench;

	(void)state;
	set_up(&bench, "<a/>");
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		compile(&bench, texts[i]);
	tear_down(&bench);
}

/* --- keys ---------------------------------------------------------------- */

static void
test_key_gives_each_node_once_in_order(void **state)
{
	struct bench bench;

	(void)state;
	set_up(&bench,
	    "<a><r v='2'/><r v='1'/><r v='2'/>"
	    "<b id='p'><c>1</c><c>1</c></b><d id='q'><c>2</c></d>"
	    "<b id='r'><c>2</c><c>1</c></b><b id='s'><c>1</c></b></a>");
	dd_xpath_engine_key(
	    bench.engine, "k", compile(&bench, "//b"), compile(&bench, "c"));
	dd_xpath_engine_key(bench.engine, "k", compile(&bench, "//d"),
	    compile(&bench, "string(c)"));
	dd_xpath_begin(bench.engine, bench.doc);
	assert_string_equal(get_ids(&bench, "key('k', '1')"), "p r s ");
	assert_string_equal(get_ids(&bench, "key('k', 2)"), "q r ");
	assert_string_equal(get_ids(&bench, "key('k', //r/@v)"), "p q r s ");
	assert_string_equal(get_text(&bench, "count(key('k', //r/@v))"), "4");
	assert_string_equal(get_ids(&bench, "key('k', //r/@v)[1]"), "p ");
	assert_string_equal(get_ids(&bench, "key('k', '1')[last()]"), "s ");
	assert_string_equal(get_ids(&bench, "key('k', '3')"), "");
	tear_down(&bench);
}

/* --- values -------------------------------------------------------------- */

#define LETTERS                                                                \
	"<a id='0' n='1'><b id='1' n='2'>1<c id='2'>2</c>x</b>"                \
	"<c id='3' n='1'><b id='4'>2</b><b id='5' n='3'>3</b></c>"             \
	"<!--2--><b id='6'><c id='7'><b id='8' n='2'>12</b></c></b>y</a>"

static void
test_operators(void **state)
{
	static const struct {
		const char *text, *value;
	} rows[] = {
	    {"1 + 2 * 3 - 4 div 2", "5"},
	    {"7 mod 4 - -2", "5"},
	    {"- - 3", "3"},
	    {"---3", "-3"},
	    {"- 3 + 5", "2"},
	    {"1 < 2 < 3", "true"},
	    {"3 > 2 > 1", "false"},
	    {"1 = 1 and 2 != 2 or 3 >= 3", "true"},
	    {"//b = //c", "true"},
	    {"//b[9] = //c", "false"},
	    {"//b != //b", "true"},
	    {"//c[3] != //c[3]", "false"},
	    {"//@n < //b/@n", "true"},
	    {"//b[@n = 3]/@n < //@n", "false"},
	    {"//b[9] < 7", "false"},
	    {"//b = true()", "true"},
	    {"//b[9] = false()", "true"},
	    {"//b > false()", "true"},
	    {"//@n = 3", "true"},
	    {"'2' = //b/text()", "true"},
	    {"//b/@n + //c/@n", "3"},
	    {"number(true())", "1"},
	    {"number(1 div 3) = 1 div 3", "true"},
	    {"sum(//@n)", "9"},
	    {"substring('abcde', 2, 3)", "bcd"},
	    {"translate('abca', 'ac', 'x')", "xbx"},
	    {"round(2.5) + floor(-1.5) + ceiling(//@n)", "2"},
	    {"concat(//b, '-', 1, '-', true())", "12x-1-true"},
	    {"count(//b | //c | //b)", "8"},
	    {"count(//b/..)", "3"},
	    {"count(/ | //node())", "18"},
	    {"/ = '12x2312y'", "true"},
	    {"count(//b/ancestor-or-self::*[1])", "5"},
	    {"string(//b[last()]/preceding::b[1]/@id)", "4"},
	    {"f:twice(//c)", "22"},
	    {"string-length()", "8"},
	    {"name(current())", "a"},
	    {"count(//namespace::*[. = 'urn:x'])", "0"},
	    {"string(//c[1]/namespace::xml)",
		"http://www.w3.org/XML/1998/namespace"},
	};
	struct bench bench;

	(void)state;
	set_up(&bench, LETTERS);
	dd_xpath_begin(bench.engine, bench.doc);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_string_equal(
		    get_text(&bench, rows[i].text), rows[i].value);
	assert_string_equal(dd_xpath_fault(bench.engine), "");
	tear_down(&bench);
}

/* One expression after the other, by chance, but always the same ones. */
struct dice {
	uint32_t state;
	struct dd_buffer out;
};

static size_t
roll(struct dice *dice, size_t sides)
{
	dice->state = dice->state * 1664525u + 1013904223u;
	return (dice->state >> 8) % sides;
}

static void put_value(struct dice *dice, size_t depth);

static void
put_set(struct dice *dice, size_t depth)
{
	static const char *const starts[] = {"//b", "//c", "/a", "..", ".",
	    "//b/@n", "/", "//text()", "(//b)[2]", "*", "//node()", "//..",
	    "//following::b", "/.."};
	static const char *const steps[] = {"/..", "/b", "//b", "/*",
	    "/ancestor::*", "/following::c", "/preceding-sibling::node()[1]",
	    "//@n", "/descendant-or-self::b", "/self::b", "//..",
	    "/following-sibling::*[last()]"};

	dd_buffer_puts(&dice->out, "(");
	dd_buffer_puts(
	    &dice->out, starts[roll(dice, sizeof starts / sizeof *starts)]);
	for (size_t i = roll(dice, 3); i > 0; i--) {
		if (dice->out.data[dice->out.len - 1] == '/')
			dd_buffer_puts(&dice->out, "a");
		dd_buffer_puts(&dice->out,
		    steps[roll(dice, sizeof steps / sizeof *steps)]);
		if (depth > 0 && roll(dice, 3) == 0 &&
		    dice->out.data[dice->out.len - 1] != '.') {
			dd_buffer_puts(&dice->out, "[");
			put_value(dice, depth - 1);
			dd_buffer_puts(&dice->out, "]");
		}
	}
	if (depth > 0 && roll(dice, 3) == 0) {
		dd_buffer_puts(&dice->out, " | ");
		put_set(dice, depth - 1);
	}
	dd_buffer_puts(&dice->out, ")");
}

static void
put_value(struct dice *dice, size_t depth)
{
	static const char *const operators[] = {"=", "!=", "<", "<=", ">",
	    ">=", "+", "-", "*", "div", "mod", "and", "or"};
	static const char *const values[] = {
	    "1", "2", "'12'", "true()", "position()", "last()", "false()"};

	if (depth == 0 || roll(dice, 4) == 0) {
		dd_buffer_puts(&dice->out,
		    values[roll(dice, sizeof values / sizeof *values)]);
	} else if (roll(dice, 2) == 0) {
		put_set(dice, depth - 1);
	} else {
		dd_buffer_puts(&dice->out, roll(dice, 6) == 0 ? "-(" : "(");
		put_value(dice, depth - 1);
		dd_buffer_printf(&dice->out, " %s ",
		    operators[roll(
			dice, sizeof operators / sizeof *operators)]);
		put_value(dice, depth - 1);
		dd_buffer_puts(&dice->out, ")");
	}
}

/* What libxml2 makes of an expression without us: its text, and of a set the
 * number of its nodes. */
static void
evaluate_plainly(
    xmlXPathContext *context, const char *text, struct dd_buffer *out)
{
	xmlXPathObject *value =
	    xmlXPathEvalExpression((const xmlChar *)text, context);
	xmlChar *string;

	assert_non_null(value);
	if (value->type == XPATH_NODESET)
		dd_buffer_printf(out,
		    "%d: ", value->nodesetval ? value->nodesetval->nodeNr : 0);
	string = xmlXPathCastToString(value);
	dd_buffer_puts(out, (const char *)string);
	xmlFree(string);
	xmlXPathFreeObject(value);
}

static void
evaluate_here(struct bench *bench, const char *text, struct dd_buffer *out)
{
	struct dd_xpath *xpath = compile(bench, text);
	const xmlNode *node = xmlDocGetRootElement(bench->doc);
	struct dd_xpath_nodes nodes;

	/* A set has nodes, or is false and no other false thing. */
	assert_true(
	    dd_xpath_nodes(bench->engine, xpath, node, &bench->arena, &nodes));
	if (nodes.count > 0)
		dd_buffer_printf(out, "%zu: ", nodes.count);
	assert_true(dd_xpath_text(bench->engine, xpath, node, out));
}

static void
test_values_are_those_of_libxml2(void **state)
{
	enum { EXPRESSIONS = 2000, DEEP = 4 };
	struct dice dice = {.state = 1};
	struct bench bench;
	xmlXPathContext *context;

	(void)state;
	set_up(&bench, LETTERS);
	context = xmlXPathNewContext(bench.doc);
	dd_buffer_init(&dice.out, 0);
	for (size_t i = 0; i < EXPRESSIONS; i++) {
		struct dd_buffer plain, here;

		dd_buffer_clear(&dice.out);
		put_value(&dice, DEEP);
		dd_buffer_init(&plain, 0);
		dd_buffer_init(&here, 0);
		context->node = xmlDocGetRootElement(bench.doc);
		context->contextSize = context->proximityPosition = 1;
		evaluate_plainly(context, dice.out.data, &plain);
		dd_xpath_begin(bench.engine, bench.doc);
		evaluate_here(&bench, dice.out.data, &here);
		if (strcmp(plain.data, here.data) != 0 &&
		    strcmp(plain.data, "0: ") != 0)
			fail_msg("%s: %s, not %s", dice.out.data, here.data,
			    plain.data);
		dd_buffer_release(&plain);
		dd_buffer_release(&here);
	}
	dd_buffer_release(&dice.out);
	xmlXPathFreeContext(context);
	tear_down(&bench);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_faults),
	    cmocka_unit_test(test_faults_of_size),
	    cmocka_unit_test(test_arguments_that_are_not_known),
	    cmocka_unit_test(test_key_gives_each_node_once_in_order),
	    cmocka_unit_test(test_operators),
	    cmocka_unit_test(test_values_are_those_of_libxml2),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
