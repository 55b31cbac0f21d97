/* SPDX-License-Identifier: MIT */
/* What is wrong with files of rules, and where. */
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
	    {SCHEMA(PATTERN("<rule context='c'><report test='1'><p/></report>"
			    "</rule>")),
		"2:52: `<p>` has no place here."},
	    {SCHEMA(PATTERN(
		 "<rule context='c'><report test='1' "
		 "diagnostics='d'/></rule>") "<diagnostics><diagnostic "
					     "id='d'><value-of/></diagnostic>"
					     "</diagnostics>"),
		"2:118: `<value-of>` lacks its `select`."},
	    {SCHEMA(PATTERN("<rule context='c[z:b]'/>")),
		"2:34: the prefix `z` is not declared; write `<ns "
		"prefix=\"z\" uri=\"...\"/>`."},
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

/* Phases that are asked for, and name what is not there. */
static void
test_phases_that_are_none(void **state)
{
	(void)state;
	expect(SCHEMA("<phase id='x'><active pattern='no'/></phase>"), "x",
	    "<a/>",
	    "The rules cannot be used: test-schematron.sch:2:32: there is no "
	    "pattern `no`.");
	expect(SCHEMA("<phase id='x'><p/><rule/></phase>"), "x", "<a/>",
	    "The rules cannot be used: test-schematron.sch:2:19: `<rule>` has "
	    "no place here.");
	expect(SCHEMA("<phase id='x'><p/></phase>"), "x", "<a/>", "");
}

static void
test_file_that_is_not_there(void **state)
{
	struct dd_error error = {0};

	(void)state;
	assert_null(dd_schematron_new("no/rules.sch", NULL, NULL, &error));
	assert_int_equal(error.code, DD_E_USAGE);
	assert_non_null(strstr(error.text, "`no/rules.sch`"));
	assert_null(dd_schematron_new("/no-rules.sch", NULL, NULL, &error));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_faults),
	    cmocka_unit_test(test_contexts_that_are_none),
	    cmocka_unit_test(test_phases_that_are_none),
	    cmocka_unit_test(test_file_that_is_not_there),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
