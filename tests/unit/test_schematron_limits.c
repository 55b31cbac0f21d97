/* SPDX-License-Identifier: MIT */
/* What limits files of rules meet, and what stops their run. */
#include "schematron_bench.h"

static void
test_limit_of_parameters(void **state)
{
	(void)state;
	for (int count = 63; count <= 65; count++) {
		struct dd_error error = {0};
		struct dd_schematron *rules;
		struct dd_buffer text;

		dd_buffer_init(&text, 0);
		dd_buffer_puts(&text,
		    "<schema xmlns='http://purl.oclc.org/dsdl/schematron'>"
		    "<pattern abstract='true' id='a'/><pattern is-a='a'>");
		for (int n = 0; n < count; n++)
			dd_buffer_printf(
			    &text, "<param name='n%d' value='1'/>", n);
		dd_buffer_puts(&text, "</pattern></schema>");
		rules = read_rules(text.data, NULL, NULL, &error);
		assert_int_equal(rules != NULL, count <= 64);
		if (!rules)
			assert_non_null(strstr(error.text,
			    "a pattern has more than 64 parameters."));
		dd_schematron_free(rules);
		dd_buffer_release(&text);
	}
}

/* A context of so many steps, and a step of so many conditions. */
static void
test_limits_of_contexts(void **state)
{
	static const struct {
		const char *each, *last, *said;
		int most;
	} rows[] = {
	    {"a/", "b", "there are too many steps", 31},
	    {"", "b", "a step has too many conditions", 16},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (int over = -1; over <= 1; over++) {
			struct dd_error error = {0};
			struct dd_schematron *rules;
			struct dd_buffer text;

			dd_buffer_init(&text, 0);
			dd_buffer_puts(&text,
			    "<schema xmlns='http://purl.oclc.org/dsdl/"
			    "schematron'><pattern><rule context='");
			for (int n = 0; n < rows[i].most + over; n++)
				dd_buffer_puts(&text, rows[i].each);
			dd_buffer_puts(&text, rows[i].last);
			for (int n = 0; n < rows[i].most + over && i > 0; n++)
				dd_buffer_puts(&text, "[c]");
			dd_buffer_puts(&text, "'/></pattern></schema>");
			rules = read_rules(text.data, NULL, NULL, &error);
			assert_int_equal(rules != NULL, over <= 0);
			if (!rules)
				assert_non_null(
				    strstr(error.text, rows[i].said));
			dd_schematron_free(rules);
			dd_buffer_release(&text);
		}
}

/* A file that includes another so many times is made of one more. */
static void
test_limit_of_files(void **state)
{
	static const char part[] =
	    "<p xmlns='http://purl.oclc.org/dsdl/schematron'/>";
	static const char path[] = "test-schematron-part.sch";

	(void)state;
	assert_int_equal(dd_file_write(path, part, strlen(part), NULL), 0);
	for (int over = -1; over <= 1; over++) {
		struct dd_error error = {0};
		struct dd_schematron *rules;
		struct dd_buffer text;

		dd_buffer_init(&text, 0);
		dd_buffer_puts(&text,
		    "<schema xmlns='http://purl.oclc.org/dsdl/schematron'>");
		for (int n = 1; n < DD_LIMIT_HOUSE_FILES + over; n++)
			dd_buffer_printf(&text, "<include href='%s'/>", path);
		dd_buffer_puts(&text, "</schema>");
		rules = read_rules(text.data, NULL, NULL, &error);
		assert_int_equal(rules != NULL, over <= 0);
		if (!rules)
			assert_non_null(strstr(
			    error.text, "there are more than 32 files."));
		dd_schematron_free(rules);
		dd_buffer_release(&text);
	}
	unlink(path);
}

/* More patterns than stay compiled, put together on the way. */
static void
test_many_patterns(void **state)
{
	static const char rules[] = SCHEMA(PATTERN(
	    "<rule context='b'><report test='f:matches(@n, concat(\"^\", @n, "
	    "\"$\"))'/><report test='f:matches(\"x\", @n)'>No.</report>"
	    "</rule>"));
	struct dd_buffer document, found;

	(void)state;
	dd_buffer_init(&document, 0);
	dd_buffer_init(&found, 0);
	dd_buffer_puts(&document, "<a>");
	for (int i = 0; i < 300; i++) {
		dd_buffer_printf(&document, "<b n='%d'/>", i);
		dd_buffer_printf(&found,
		    "<b n='%d'/>|p-1|error|The rule `house/p-1` of the house "
		    "is broken.\n",
		    i);
	}
	dd_buffer_puts(&document, "</a>");
	expect(rules, NULL, document.data, found.data);
	dd_buffer_release(&document);
	dd_buffer_release(&found);
}

/* A pattern, a rule, its context and a check are four parts. */
static void
test_limit_of_parts(void **state)
{
	enum { OWN = 4 };

	(void)state;
	for (int over = -1; over <= 1; over++) {
		struct dd_error error = {0};
		struct dd_schematron *rules;
		struct dd_buffer text;

		dd_buffer_init(&text, 0);
		dd_buffer_puts(&text,
		    "<schema xmlns='http://purl.oclc.org/dsdl/schematron'>"
		    "<pattern id='p'><rule context='a'><report test='1'>");
		for (int i = OWN; i < DD_LIMIT_HOUSE_PARTS + over; i++)
			dd_buffer_puts(&text, "<value-of select='1'/>");
		dd_buffer_puts(&text, "</report></rule></pattern></schema>");
		rules = read_rules(text.data, NULL, NULL, &error);
		assert_int_equal(rules != NULL, over <= 0);
		if (!rules)
			assert_non_null(strstr(error.text,
			    "there are more than 20000 patterns, rules, "
			    "checks, "
			    "variables and expressions."));
		dd_schematron_free(rules);
		dd_buffer_release(&text);
	}
}

/* A short file that would be a long one. */
static void
test_limit_of_abstract_patterns(void **state)
{
	struct dd_error error = {0};
	struct dd_buffer text;

	(void)state;
	dd_buffer_init(&text, 0);
	dd_buffer_puts(&text,
	    "<schema xmlns='http://purl.oclc.org/dsdl/schematron'>"
	    "<pattern abstract='true' id='a'>");
	for (int i = 0; i < 1000; i++)
		dd_buffer_puts(&text, "<rule context='b'/>");
	dd_buffer_puts(&text, "</pattern>");
	for (int i = 0; i < 1000; i++)
		dd_buffer_puts(&text, "<pattern is-a='a'/>");
	dd_buffer_puts(&text, "</schema>");
	assert_null(read_rules(text.data, NULL, NULL, &error));
	assert_non_null(strstr(error.text, "there are more than 20000"));
	dd_buffer_release(&text);
}

/* A sentence of bytes in twos: no letter is cut. */
static void
test_limit_of_a_sentence(void **state)
{
	static const char rules[] = SCHEMA(
	    PATTERN("<rule context='a'><report test='1'><value-of select='.'/>"
		    "</report></rule>"));

	(void)state;
	for (int over = -1; over <= 1; over++) {
		struct dd_buffer document, found;
		int letters = DD_LIMIT_HOUSE_MESSAGE / 2 + over;

		dd_buffer_init(&document, 0);
		dd_buffer_init(&found, 0);
		dd_buffer_puts(&document, "<a>");
		dd_buffer_puts(&found, "<a>|p-1|error|");
		for (int i = 0; i < letters; i++)
			dd_buffer_puts(&document, "\xc3\xa9");
		for (int i = 0; i < letters - (over > 0); i++)
			dd_buffer_puts(&found, "\xc3\xa9");
		dd_buffer_puts(&document, "</a>");
		dd_buffer_puts(&found, over > 0 ? "\xe2\x80\xa6\n" : "\n");
		expect(rules, NULL, document.data, found.data);
		dd_buffer_release(&document);
		dd_buffer_release(&found);
	}
}

/* What stops a run is told with its rule, and nothing is called good. */
static void
test_what_stops_a_run(void **state)
{
	static const struct {
		const char *rule, *said;
	} rows[] = {
	    {"<rule context='a'><report test='f:matches(b, concat(\"(\", b))'/>"
	     "</rule>",
		"The rule `house/p-1` was stopped (test-schematron.sch:2:35): "
		"`matches()`: the pattern is wrong behind its byte 1: missing "
		"closing parenthesis."},
	    {"<rule context='a'><report test='f:matches(b, \"b\", "
	     "concat(b, \"q\"))'/></rule>",
		"The rule `house/p-1` was stopped (test-schematron.sch:2:35): "
		"`matches()`: flags are letters of `imsx`."},
	    {"<rule context='a'><report test='f:replace(\"b\", \"b\", "
	     "concat(\"$\", 1)) = 1'/></rule>",
		"The rule `house/p-1` was stopped (test-schematron.sch:2:35): "
		"`replace()`: the replacement names a group that the pattern "
		"does not have; write $1 for its first, $$ for a dollar sign."},
	    {"<rule context='a'><report test='key(\"k\", 1)'/></rule>",
		"The rule `house/p-1` was stopped (test-schematron.sch:2:35): "
		"there is no key `k`."},
	    {"<rule context='b[key(\"k\", 1)]'/>",
		"The context of a rule was stopped (test-schematron.sch:2:17): "
		"there is no key `k`."},
	    {"<rule context='b[position() = key(\"k\", 1)]'/>",
		"The context of a rule was stopped (test-schematron.sch:2:17): "
		"there is no key `k`."},
	    {"<rule context='a'><report test='1'>"
	     "<value-of select='key(\"k\", 1)'/></report></rule>",
		"The rule `house/p-1` was stopped (test-schematron.sch:2:35): "
		"there is no key `k`."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char rules[1024];

		snprintf(
		    rules, sizeof rules, SCHEMA(PATTERN("%s")), rows[i].rule);
		expect(rules, NULL, "<a><b/></a>", rows[i].said);
	}
}

/* Comments in a row, of which nothing says which comes first. */
static void
test_document_that_is_not_looked_at(void **state)
{
	struct dd_buffer document;

	(void)state;
	dd_buffer_init(&document, 0);
	dd_buffer_puts(&document, "<a>");
	for (int i = 0; i <= DD_LIMIT_HOUSE_ROW; i++)
		dd_buffer_puts(&document, "<!---->");
	dd_buffer_puts(&document, "</a>");
	expect(SCHEMA(PATTERN("<rule context='a'><report test='1'/></rule>")),
	    NULL, document.data,
	    "The rules of test-schematron.sch cannot look at this summary: "
	    "more "
	    "than 256 texts and comments stand in a row without an element.");
	dd_buffer_release(&document);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_limit_of_parameters),
	    cmocka_unit_test(test_limits_of_contexts),
	    cmocka_unit_test(test_limit_of_files),
	    cmocka_unit_test(test_many_patterns),
	    cmocka_unit_test(test_limit_of_parts),
	    cmocka_unit_test(test_limit_of_abstract_patterns),
	    cmocka_unit_test(test_limit_of_a_sentence),
	    cmocka_unit_test(test_what_stops_a_run),
	    cmocka_unit_test(test_document_that_is_not_looked_at),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
