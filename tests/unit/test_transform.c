/* SPDX-License-Identifier: MIT */
/* What a stylesheet may do, and how much: the limits of a transform. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <libxml/tree.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/resource.h"
#include "xml/limits.h"
#include "xml/transform.h"
#include "xml/trusted.h"

/* Runs a stylesheet with these templates. DD_OK, or a code with error->text. */
static int
run_on(const char *document, const char *templates, struct dd_error *error)
{
	static const char head[] =
	    "<xsl:stylesheet version='1.0' "
	    "xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>";
	struct dd_resource_set resources = {0};
	struct dd_stylesheet *stylesheet;
	struct dd_buffer text;
	xmlDoc *doc, *result = NULL;

	*error = (struct dd_error){0};
	dd_buffer_init(&text, 0);
	dd_buffer_printf(&text, "%s%s</xsl:stylesheet>", head, templates);
	stylesheet = dd_stylesheet_new_from(
	    &resources, "t.xsl", text.data, text.len, error);
	doc = dd_parse_trusted(document, strlen(document));
	if (stylesheet)
		result = dd_stylesheet_run(stylesheet, doc, error);
	assert_true(!result == (error->code != DD_OK));
	assert_null(strchr(error->text, '\n'));
	xmlFreeDoc(result);
	xmlFreeDoc(doc);
	dd_stylesheet_free(stylesheet);
	dd_buffer_release(&text);
	return error->code;
}

static int
run(const char *templates, struct dd_error *error)
{
	return run_on("<a/>", templates, error);
}

/* Templates each of which calls the next one, `depth` in all. */
static int
run_nested(size_t depth, struct dd_error *error)
{
	struct dd_buffer text;
	int result;

	dd_buffer_init(&text, 0);
	dd_buffer_puts(&text, "<xsl:template match='/'><r>");
	for (size_t i = 1; i < depth; i++)
		dd_buffer_printf(&text,
		    "<xsl:call-template name='t%zu'/>%s</xsl:template>"
		    "<xsl:template name='t%zu'>",
		    i, i == 1 ? "</r>" : "", i);
	dd_buffer_puts(&text, "</xsl:template>");
	result = run(text.data, error);
	dd_buffer_release(&text);
	return result;
}

static void
test_nested_templates(void **state)
{
	struct dd_error error;

	(void)state;
	assert_int_equal(run_nested(DD_LIMIT_TEMPLATES - 1, &error), DD_OK);
	assert_int_equal(run_nested(DD_LIMIT_TEMPLATES, &error), DD_OK);
	assert_int_equal(
	    run_nested(DD_LIMIT_TEMPLATES + 1, &error), DD_E_ENGINE);
	assert_non_null(strstr(error.text, "1200"));
}

/* As many variables, all alive at the end. */
static int
run_variables(size_t count, struct dd_error *error)
{
	struct dd_buffer text;
	int result;

	dd_buffer_init(&text, 0);
	dd_buffer_puts(&text, "<xsl:template match='/'>");
	for (size_t i = 0; i < count; i++)
		dd_buffer_printf(
		    &text, "<xsl:variable name='v%zu' select='1'/>", i);
	dd_buffer_puts(&text,
	    "<xsl:call-template name='t'/></xsl:template>"
	    "<xsl:template name='t'><r/></xsl:template>");
	result = run(text.data, error);
	dd_buffer_release(&text);
	return result;
}

static void
test_variables(void **state)
{
	struct dd_error error;

	(void)state;
	assert_int_equal(run_variables(DD_LIMIT_VARIABLES - 1, &error), DD_OK);
	assert_int_equal(run_variables(DD_LIMIT_VARIABLES, &error), DD_OK);
	assert_int_equal(
	    run_variables(DD_LIMIT_VARIABLES + 1, &error), DD_E_ENGINE);
	assert_non_null(strstr(error.text, "2500 variables"));
}

/* Work that is about the cube of the elements: 350 and 370 stand on either
 * side of the limit, whose exact count is the engine's. */
static int
run_cube(size_t elements, struct dd_error *error)
{
	struct dd_buffer document;
	int result;

	dd_buffer_init(&document, 0);
	dd_buffer_puts(&document, "<a>");
	for (size_t i = 1; i < elements; i++)
		dd_buffer_puts(&document, "<b/>");
	dd_buffer_puts(&document, "</a>");
	result = run_on(document.data,
	    "<xsl:template match='/'><r><xsl:value-of select='"
	    "count(//*[count(//*[count(//*) &gt; 0]) &gt; 0])'/>"
	    "</r></xsl:template>",
	    error);
	dd_buffer_release(&document);
	return result;
}

static void
test_work(void **state)
{
	struct dd_error error;

	(void)state;
	assert_int_equal(run_cube(350, &error), DD_OK);
	assert_int_equal(run_cube(370, &error), DD_E_ENGINE);
	assert_non_null(strstr(error.text, "50000000 XPath operations"));
}

/* The place and the fault, and nothing of the stack that libxslt prints. */
static void
test_faults_are_told(void **state)
{
	static const struct {
		const char *templates, *words;
	} rows[] = {
	    {"<xsl:template match='/'><xsl:call-template name='none'/>"
	     "</xsl:template>",
		"none"},
	    {"<xsl:template match='/'><xsl:value-of select='$none'/>"
	     "</xsl:template>",
		"none"},
	    {"<xsl:template match='/'><xsl:message terminate='yes'>Stop"
	     "</xsl:message></xsl:template>",
		"Stop"},
	    {"<xsl:template match='/'/>", "no result"},
	    {"<xsl:template match='/'><r><xsl:copy-of "
	     "select=\"document('/etc/hostname')\"/></r></xsl:template>",
		"refused"},
	};
	struct dd_error error;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_not_equal(run(rows[i].templates, &error), DD_OK);
		if (!strstr(error.text, rows[i].words))
			print_error("%s\n", error.text);
		assert_non_null(strstr(error.text, rows[i].words));
	}
}

/* What libxslt would leave out without a word. */
static void
test_what_is_overlooked(void **state)
{
	static const struct {
		const char *templates, *words;
	} rows[] = {
	    {"<xsl:template match='/'><r>\n<xsl:value-of select='1' "
	     "separator=','/></r></xsl:template>",
		"line 2: xsl:value-of has no attribute `separator`."},
	    {"<xsl:template match='/'><xsl:choose select='/'>"
	     "<xsl:when test='1'/></xsl:choose></xsl:template>",
		"xsl:choose has no attribute `select`"},
	    {"<xsl:template match='/' mod='a'/>", "no attribute `mod`"},
	    {"<xsl:template match='/' match-='a'/>", "no attribute `match-`"},
	};
	struct dd_error error;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(run(rows[i].templates, &error), DD_E_USAGE);
		assert_non_null(strstr(error.text, rows[i].words));
	}
	assert_int_equal(run("<xsl:template match='/' xml:space='default'>"
			     "<r select='a'/></xsl:template>",
			     &error),
	    DD_OK);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_nested_templates),
	    cmocka_unit_test(test_variables),
	    cmocka_unit_test(test_work),
	    cmocka_unit_test(test_faults_are_told),
	    cmocka_unit_test(test_what_is_overlooked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
