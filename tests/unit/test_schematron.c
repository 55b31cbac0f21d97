/* SPDX-License-Identifier: MIT */
/* Rules of a house: which rule has a node, what it says, and where. */
#include "schematron_bench.h"

#define DOCUMENT                                                               \
	"<a n='1'><b id='x'>one</b><b>two</b><c><b/></c><!--note--><?go "      \
	"on?></a>"

/* In a pattern, the first rule that fits a node has it; patterns are alone. */
static void
test_first_rule_of_a_pattern(void **state)
{
	(void)state;
	expect(
	    SCHEMA("<pattern id='p'>"
		   "<rule context='c/b'><report test='1'>In c.</report></rule>"
		   "<rule context='b[@id]'><assert test='1'>Never.</assert>"
		   "</rule>"
		   "<rule context='b'><report test='1'>Any.</report></rule>"
		   "</pattern>"
		   "<pattern id='q'>"
		   "<rule context='b'><report test='1'>Again.</report></rule>"
		   "</pattern>"),
	    NULL, DOCUMENT,
	    "<b/>|p-1|error|In c.\n<b>|p-3|error|Any.\n"
	    "<b id='x'>|q-1|error|Again.\n<b>|q-1|error|Again.\n"
	    "<b/>|q-1|error|Again.\n");
}

/* Elements by their tag, attributes by their value, all else as a whole. */
static void
test_ranges(void **state)
{
	(void)state;
	expect(
	    SCHEMA(PATTERN(
		"<rule context='@n'><report test='1'>A</report></rule>"
		"<rule context='c'><report test='1'>C</report></rule>"
		"<rule context='b/text()'><report test='1'>T</report></rule>"
		"<rule context='comment()'><report test='1'>N</report></rule>"
		"<rule context='processing-instruction()'>"
		"<report test='1'>I</report></rule>"
		"<rule context='/'><report test='1'>D</report></rule>"
		"<rule context='/a'><report test='1' subject='b[2]'>S</report>"
		"<report test='1' subject='z'>None</report></rule>")),
	    NULL, DOCUMENT,
	    "1|p-1|error|A\n<c>|p-2|error|C\none|p-3|error|T\n"
	    "two|p-3|error|T\n<!--note-->|p-4|error|N\n<?go on?>|p-5|error|I\n"
	    "<a n='1'>|p-6|error|D\n<b>|p-7|error|S\n"
	    "<a n='1'>|p-8|error|None\n");
}

/* Each kind of context, and the nodes it fits, by what is in them. */
static void
test_contexts(void **state)
{
	static const struct {
		const char *context, *found;
	} rows[] = {
	    {"a/b", "one two "},
	    {"//b", "one two  "},
	    {"a//b", "one two  "},
	    {"/b", ""},
	    {"/a/c/b", " "},
	    {"b[2]", "two "},
	    {"b[last()]", "two  "},
	    {"b[@id='x']", "one "},
	    {"b[. = 'two'] | @id", "two x "},
	    {"child::b", "one two  "},
	    {"attribute::id", "x "},
	    {"b/@*", "x "},
	    {"*/@id", "x "},
	    {"a/*[self::b]", "one two "},
	    {"key('k', 'two')", "two "},
	    {"key('k', 'one')/@id", "x "},
	    {"text()", "one two "},
	    {"processing-instruction('go')", "on "},
	    {"processing-instruction('stop')", ""},
	    {"node()[. = 'note']", "note "},
	    {"b[string-length(.) = $three]", "one two "},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct dd_error error = {0};
		struct dd_schematron *rules;
		struct dd_buffer text, out, found;
		const char *at;

		dd_buffer_init(&text, 0);
		dd_buffer_init(&out, 0);
		dd_buffer_init(&found, 0);
		dd_buffer_puts(&found, "");
		dd_buffer_printf(&text,
		    SCHEMA("<xsl:key name='k' match='b' use='.'/>"
			   "<let name='three' value='3'/>"
			   "<pattern id='p'><rule context=\"%s\">"
			   "<report test='1'>=<value-of select='.'/>.</report>"
			   "</rule></pattern>"),
		    rows[i].context);
		rules = read_rules(text.data, NULL, NULL, &error);
		if (!rules)
			fail_msg("%s: %s", rows[i].context, error.text);
		run_rules(rules, DOCUMENT, &out);
		for (at = out.data; (at = strchr(at, '=')); at++)
			if (at[-1] == '|')
				dd_buffer_printf(&found, "%.*s ",
				    (int)strcspn(at + 1, ".\n"), at + 1);
		if (strcmp(found.data, rows[i].found) != 0)
			fail_msg("%s: \"%s\", not \"%s\"", rows[i].context,
			    found.data, rows[i].found);
		dd_buffer_release(&text);
		dd_buffer_release(&out);
		dd_buffer_release(&found);
		dd_schematron_free(rules);
	}
}

/* The check's role, else its rule's, else its pattern's. */
static void
test_levels(void **state)
{
	(void)state;
	expect(SCHEMA("<pattern id='p' role='warning'>"
		      "<rule context='c' role='info'>"
		      "<report test='1' role='error'>1</report>"
		      "<report test='1'>2</report></rule>"
		      "<rule context='b[@id]'><report test='1'>3</report>"
		      "<report test='1' role='HINT'>4</report></rule>"
		      "</pattern>"),
	    NULL, DOCUMENT,
	    "<c>|p-1|error|1\n<c>|p-2|advice|2\n<b id='x'>|p-3|warning|3\n"
	    "<b id='x'>|p-4|advice|4\n");
}

/* Parameters stand for themselves in every attribute; each filling has names
 * of its own, and its own lets. */
static void
test_abstract_patterns(void **state)
{
	static const char rules[] = SCHEMA(
	    "<pattern abstract='true' id='short'>"
	    "<let name='most' value='$limit'/>"
	    "<rule context='$where'>"
	    "<report test='string-length(.) &gt; $most'>"
	    "<name/> is longer than <value-of select='$limit'/>.</report>"
	    "</rule></pattern>"
	    "<pattern id='p' is-a='short'><param name='where' value='b'/>"
	    "<param name='limit' value='2'/></pattern>"
	    "<pattern id='q' is-a='short'><param name='where' value='c|@id'/>"
	    "<param name='limit' value='0'/></pattern>");

	(void)state;
	expect(rules, NULL, DOCUMENT,
	    "<b id='x'>|p-1|error|b is longer than 2.\n"
	    "<b>|p-1|error|b is longer than 2.\n"
	    "x|q-1|error|id is longer than 0.\n");
	expect(SCHEMA("<pattern is-a='none'/>"), NULL, DOCUMENT,
	    "The rules cannot be used: test-schematron.sch:2:16: there is no "
	    "abstract pattern `none`.");
}

/* An abstract rule stands where it is extended, and is no rule itself. */
static void
test_extends(void **state)
{
	(void)state;
	expect(
	    SCHEMA(PATTERN(
		"<rule abstract='true' id='r'><let name='me' value='name()'/>"
		"<report test='1' id='mine'>I am <value-of select='$me'/>."
		"</report><extends rule='s'/></rule>"
		"<rule abstract='true' id='s'><report test='1'>S</report>"
		"</rule>"
		"<rule context='c'><report test='1'>First</report>"
		"<extends rule='r'/><report test='$me = \"c\"'>Last</report>"
		"</rule>")),
	    NULL, DOCUMENT,
	    "<c>|p-1|error|First\n<c>|mine|error|I am c.\n<c>|s-1|error|S\n"
	    "<c>|p-4|error|Last\n");
	expect(SCHEMA(PATTERN("<rule abstract='true' id='r'>"
			      "<extends rule='r'/></rule>"
			      "<rule context='c'><extends rule='r'/></rule>")),
	    NULL, DOCUMENT,
	    "The rules cannot be used: test-schematron.sch:2:46: rules extend "
	    "each other more than 16 deep.");
	expect(SCHEMA(PATTERN("<rule context='c'><extends rule='no'/></rule>")),
	    NULL, DOCUMENT,
	    "The rules cannot be used: test-schematron.sch:2:50: there is no "
	    "abstract rule `no` in this pattern.");
}

static void
test_phases(void **state)
{
	static const char rules[] =
	    SCHEMA("<let name='x' value='1'/>"
		   "<phase id='one'><let name='y' value='2'/>"
		   "<active pattern='p'/></phase>"
		   "<phase id='two'><active pattern='q'/></phase>"
		   "<pattern id='p'><rule context='c'>"
		   "<report test='$x + $y = 3'>P</report></rule></pattern>"
		   "<pattern id='q'><rule context='c'>"
		   "<report test='1'>Q</report></rule></pattern>");
	struct dd_error error = {0};
	struct dd_schematron *schematron;

	(void)state;
	expect(rules, "one", DOCUMENT, "<c>|p-1|error|P\n");
	expect(rules, "two", DOCUMENT, "<c>|q-1|error|Q\n");
	expect(rules, "none", DOCUMENT,
	    "The rules cannot be used: test-schematron.sch:1:1: there is no "
	    "phase `none`.");
	/* Names are there in every phase. */
	schematron = read_rules(rules, "two", NULL, &error);
	assert_non_null(schematron);
	assert_true(dd_schematron_has(schematron, "house/p-1"));
	assert_true(dd_schematron_has(schematron, "house/q-1"));
	assert_false(dd_schematron_has(schematron, "house/p-2"));
	assert_int_equal(dd_schematron_count(schematron), 2);
	dd_schematron_free(schematron);
	/* A variable of a phase is none in another. */
	expect(rules, "#ALL", DOCUMENT,
	    "The rules cannot be used: test-schematron.sch:2:194: no `<let "
	    "name=\"y\" .../>` stands before it.");
}

/* Variables of each level; the nearer one hides the other, and each sees only
 * those before it. */
static void
test_lets(void **state)
{
	(void)state;
	expect(
	    SCHEMA("<let name='v' value='\"schema\"'/>"
		   "<pattern id='p'><let name='v' value='concat($v, \"+p\")'/>"
		   "<rule context='c'><let name='v' value='concat($v, \"+\", "
		   "name())'/><report test='1'><value-of select='$v'/></report>"
		   "</rule>"
		   "<rule context='b'><report test='. = \"two\"'>"
		   "<value-of select='$v'/></report></rule></pattern>"
		   "<pattern id='q'><rule context='c'><report test='1'>"
		   "<value-of select='$v'/></report></rule></pattern>"),
	    NULL, DOCUMENT,
	    "<c>|p-1|error|schema+p+c\n<b>|p-2|error|schema+p\n"
	    "<c>|q-1|error|schema\n");
	expect(SCHEMA(PATTERN("<rule context='c'><let name='v' value='1'/>"
			      "<let name='v' value='2'/></rule>")),
	    NULL, DOCUMENT,
	    "The rules cannot be used: test-schematron.sch:2:60: `$v` is "
	    "there "
	    "already.");
}

/* In the order in which the check lists them. */
static void
test_diagnostics(void **state)
{
	(void)state;
	expect(SCHEMA(PATTERN("<rule context='c'>"
			      "<report test='1' diagnostics='two one'> A "
			      "<emph>b</emph>  <name path='..'/>\n.</report>"
			      "</rule>") "<diagnostics><diagnostic "
					 "id='one'>Help.</diagnostic>"
					 "<diagnostic id='two'>In "
					 "<name/>.</diagnostic></diagnostics>"),
	    NULL, DOCUMENT, "<c>|p-1|error|A b a .|In c.|Help.\n");
	expect(SCHEMA(PATTERN("<rule context='c'>"
			      "<report test='1' diagnostics='no'/></rule>")),
	    NULL, DOCUMENT,
	    "The rules cannot be used: test-schematron.sch:2:65: there is no "
	    "diagnostic `no`.");
	expect(SCHEMA(PATTERN("<rule context='c'><report test='1'/></rule>")),
	    NULL, DOCUMENT,
	    "<c>|p-1|error|The rule `house/p-1` of the house is broken.\n");
}

static void
test_functions(void **state)
{
	static const struct {
		const char *call, *value;
	} rows[] = {
	    {"f:matches('abc', 'B', 'i')", "true"},
	    {"f:matches('', '^$')", "true"},
	    {"f:replace('a1b22', '[0-9]+', '[$0]')", "a[1]b[22]"},
	    {"f:replace('abc', 'x*', '-')", "-a-b-c-"},
	    {"f:replace('\xc3\xa9', '', '-')", "-\xc3\xa9-"},
	    {"f:replace('aXa', '(x)', '$1$1$$', 'i')", "aXX$a"},
	    {"f:nfc('e\xcc\x81 x')", "\xc3\xa9 x"},
	    {"f:lower-case('\xc3\x89T\xc3\x89')", "\xc3\xa9t\xc3\xa9"},
	    {"f:words('one, two - 3')", "3"},
	    {"f:date-add('2024-02-28', 2)", "2024-03-01"},
	    {"f:date-add('9999-12-31', 1)", ""},
	    {"f:date-add('2024-02-28', 1.5)", ""},
	    {"f:date-add('no', 1)", ""},
	    {"f:days('2025-01-01', '2024-12-31')", "-1"},
	    {"f:days('2025-01-01', 'x')", "NaN"},
	    {"f:weekday('2025-05-18')", "7"},
	    {"f:weekday('2025-05-19')", "1"},
	    {"f:weekday('')", "NaN"},
	    {"f:minutes('PT1H30M')", "90"},
	    {"f:minutes('x')", "NaN"},
	    {"f:zone-offset('Asia/Tokyo', '2025-05-20T10:00:00+09:00')",
		"+09:00"},
	    {"f:zone-offset('America/St_Johns', '2025-01-20T10:00:00Z')",
		"-03:30"},
	    {"f:zone-offset('Asia/Nowhere', '2025-05-20T10:00:00+09:00')", ""},
	    {"f:zone-offset('Asia/Tokyo', 'x')", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char rules[1024], found[256];

		snprintf(rules, sizeof rules,
		    SCHEMA(
			"<pattern id='p'><rule context='/a'><report test='1'>"
			"=<value-of select=\"%s\"/></report></rule></pattern>"),
		    rows[i].call);
		snprintf(
		    found, sizeof found, "<a/>|p-1|error|=%s\n", rows[i].value);
		expect(rules, NULL, "<a/>", found);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_first_rule_of_a_pattern),
	    cmocka_unit_test(test_ranges),
	    cmocka_unit_test(test_contexts),
	    cmocka_unit_test(test_levels),
	    cmocka_unit_test(test_abstract_patterns),
	    cmocka_unit_test(test_extends),
	    cmocka_unit_test(test_phases),
	    cmocka_unit_test(test_lets),
	    cmocka_unit_test(test_diagnostics),
	    cmocka_unit_test(test_functions),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
