/* SPDX-License-Identifier: MIT */
/* XPath: what is refused and where, values, variables, keys and limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "xml/limits.h"
#include "xml/xpath.h"

/* twice(text), and fail() */
static void
call_twice(struct dd_xpath_call *call)
{
	dd_buffer_printf(&call->text, "%s%s", call->args[0], call->args[0]);
}

static void
call_fail(struct dd_xpath_call *call)
{
	strcpy(call->fault, "nothing will do");
}

/* pick(text ...) takes no string that is known and has an `x`. */
static void
call_pick(struct dd_xpath_call *call)
{
	dd_buffer_printf(&call->text, "%zu", call->count);
}

static bool
check_pick(const char *const *args, size_t count, size_t *ret_arg,
    struct dd_xpath_fault *fault)
{
	for (size_t i = 0; i < count && i < DD_XPATH_KNOWN_ARGS; i++)
		if (args[i] && strchr(args[i], 'x')) {
			*ret_arg = i;
			fault->at = (size_t)(strchr(args[i], 'x') - args[i]);
			strcpy(fault->text, "no x");
			return false;
		}
	return true;
}

static const struct dd_xpath_function functions[] = {
    {"fail", 0, 0, DD_XPATH_IS_BOOLEAN, call_fail, NULL},
    {"pick", 0, 9, DD_XPATH_IS_TEXT, call_pick, check_pick},
    {"twice", 1, 1, DD_XPATH_IS_TEXT, call_twice, NULL},
    {NULL, 0, 0, DD_XPATH_IS_TEXT, NULL, NULL},
};

/* An engine that runs over a document. */
struct bench {
	struct dd_xpath_engine *engine;
	xmlDoc *doc;
	struct dd_arena arena;
};

static void
set_up(struct bench *bench, const char *document)
{
	bench->engine = dd_xpath_engine_new("urn:f", functions, NULL);
	dd_arena_init(&bench->arena);
	assert_true(dd_xpath_engine_prefix(bench->engine, "f", "urn:f"));
	bench->doc = xmlReadDoc((const xmlChar *)document, NULL, NULL, 0);
	assert_non_null(bench->doc);
}

static void
tear_down(struct bench *bench)
{
	dd_xpath_engine_free(bench->engine);
	dd_arena_release(&bench->arena);
	xmlFreeDoc(bench->doc);
}

static struct dd_xpath *
compile(struct bench *bench, const char *text)
{
	struct dd_xpath_fault fault = {0};
	struct dd_xpath *xpath =
	    dd_xpath_compile(bench->engine, text, NULL, &fault);

	assert_string_equal(fault.text, "");
	assert_non_null(xpath);
	return xpath;
}

/* The ids of the nodes an expression gives, with a space behind each. */
static const char *
get_ids(struct bench *bench, const char *text)
{
	struct dd_xpath_nodes nodes;
	struct dd_buffer out;
	const char *ids;

	assert_true(dd_xpath_nodes(bench->engine, compile(bench, text),
	    (xmlNode *)bench->doc, &bench->arena, &nodes));
	dd_buffer_init(&out, 0);
	for (size_t i = 0; i < nodes.count; i++) {
		xmlChar *id = xmlGetProp(
		    (xmlNode *)nodes.items[i], (const xmlChar *)"id");

		dd_buffer_printf(&out, "%s ", id ? (const char *)id : "-");
		xmlFree(id);
	}
	ids = dd_arena_dup(&bench->arena, out.data);
	dd_buffer_release(&out);
	return ids;
}

/* The text of a value; "" and a fault where it was stopped. */
static const char *
get_text(struct bench *bench, const char *text)
{
	struct dd_buffer out;
	const char *value;

	dd_buffer_init(&out, 0);
	dd_xpath_text(bench->engine, compile(bench, text),
	    xmlDocGetRootElement(bench->doc), &out);
	value = dd_arena_dup(&bench->arena, out.data);
	dd_buffer_release(&out);
	return value;
}

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_faults),
	    cmocka_unit_test(test_arguments_that_are_not_known),
	    cmocka_unit_test(test_key_gives_each_node_once_in_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
