/* SPDX-License-Identifier: MIT */
/* What is wrong with files of rules, and what limits they meet. */
#include "schematron_bench.h"

static const char in_rules[] = "The rules cannot be used: test-schematron.sch:";

static void
test_faults(void **state)
{
	static const struct {
		const char *rules, *said;
	} rows[] = {
	    {"<a/>",
		"1:1: a file of rules is a `<schema>` of the namespace "
		"http://purl.oclc.org/dsdl/schematron."},
	    {SCHEMA("<ns prefix='a'/>"),
		"2:1: `<ns>` has a `prefix` and a `uri`."},
	    {SCHEMA("<ns prefix='f' uri='b'/>"),
		"2:1: the prefix `f` stands for another namespace already."},
	    {SCHEMA("<xsl:key match='a' use='b'/>"),
		"2:1: `<key>` lacks its `name`."},
	    {SCHEMA("<xsl:key name='k' use='b'/>"),
		"2:1: `<key>` lacks its `match`."},
	    {SCHEMA("<xsl:key name='k' match='a'/>"),
		"2:1: `<key>` lacks its `use`."},
	    {SCHEMA("<diagnostics><diagnostic/></diagnostics>"),
		"2:14: `<diagnostic>` lacks its `id`."},
	    {SCHEMA("<diagnostics><rule/></diagnostics>"),
		"2:14: `<rule>` has no place here."},
	    {SCHEMA("text"), "2:1: no text may stand here."},
	    {SCHEMA("<rule/>"), "2:1: `<rule>` has no place here."},
	    {SCHEMA("<let value='1'/>"), "2:1: `<let>` lacks its `name`."},
	    {SCHEMA("<let name='v'/>"), "2:1: `<let>` lacks its `value`."},
	    {SCHEMA("<phase id='x'><active pattern='p'/></phase>"
		    "<pattern id='p'><assert/></pattern>"),
		"2:60: `<assert>` has no place here."},
	    {SCHEMA(PATTERN("<rule><report test='1'/></rule>")),
		"2:17: `<rule>` lacks its `context`."},
	    {SCHEMA(PATTERN("<rule context='c'><report/></rule>")),
		"2:35: `<report>` lacks its `test`."},
	    {SCHEMA(PATTERN("<rule context='c'><assert test='1' id='a b'/>"
			    "</rule>")),
		"2:56: an id is made of letters and digits of English, `-`, "
		"`_` and `.`."},
	    {SCHEMA(PATTERN("<rule context='c'><assert test='1' id='rule'/>"
			    "</rule>")),
		"2:56: `house/rule` is a rule of diplodoc itself; choose "
		"another id."},
	    {SCHEMA(PATTERN("<rule context='c'><assert test='1' id='i'/>"
			    "<assert test='1' id='i'/></rule>")),
		"2:81: `house/i` is also the name of the check at "
		"test-schematron.sch:2:35."},
	    {SCHEMA(PATTERN("<rule context='c'><report test='1'>"
			    "<value-of/></report></rule>")),
		"2:52: `<value-of>` lacks its `select`."},
	    {SCHEMA(PATTERN("<rule context='c'><report test='1' "
			    "subject='/..//'/></rule>")),
		"2:65: this is not XPath 1.0."},
	    {SCHEMA("<pattern abstract='true' id='a'/>"
		    "<pattern is-a='a'><param name='n'/></pattern>"),
		"2:52: `<param>` has a `name` and a `value`."},
	    {SCHEMA("<include href='http://a.b/c'/>"),
		"2:16: `href` of an `include` is a path from the file's own "
		"folder."},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char said[512];

		snprintf(said, sizeof said, "%s%s", in_rules, rows[i].said);
		expect(rows[i].rules, NULL, "<a/>", said);
	}
}

/* Contexts that are none: the byte where the fault stands. */
static void
test_contexts_that_are_none(void **state)
{
	static const struct {
		const char *context, *said;
		size_t at;
	} rows[] = {
	    {"", "a name is missing", 0},
	    {"a/", "a name is missing", 2},
	    {"a | ", "a name is missing", 4},
	    {"..", "a name is missing", 0},
	    {"a b", "this is no part of a context", 2},
	    {"a[b", "a `[` is not closed", 3},
	    {"count(a)", "a function cannot stand here", 0},
	    {"text(", "a `)` is missing", 5},
	    {"key('k', 1", "a `)` is missing", 10},
	    {"ancestor::a", "only `child::` and `attribute::` may stand", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char rules[512], said[512];

		snprintf(rules, sizeof rules,
		    SCHEMA(PATTERN("<rule context=\"%s\"/>")), rows[i].context);
		snprintf(said, sizeof said,
		    "%s2:%zu: %s; a context is made of names, `*`, `@`, "
		    "`text()`, `/`, `//`, `|` and conditions in brackets.",
		    in_rules, 32 + rows[i].at, rows[i].said);
		expect(rules, NULL, "<a/>", said);
	}
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
	    cmocka_unit_test(test_faults),
	    cmocka_unit_test(test_contexts_that_are_none),
	    cmocka_unit_test(test_limit_of_parts),
	    cmocka_unit_test(test_limit_of_abstract_patterns),
	    cmocka_unit_test(test_limit_of_a_sentence),
	    cmocka_unit_test(test_what_stops_a_run),
	    cmocka_unit_test(test_document_that_is_not_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
