/* SPDX-License-Identifier: MIT */
/* The parser of the command line, the excerpt, and the words of the tally. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "cli/commands.h"
#include "report/excerpt.h"
#include "cli/options.h"
#include "report/report.h"

/* Cuts `line` at its spaces and parses it as the command. */
static int
parse(unsigned command, const char *line, struct dd_call *call,
    struct dd_error *error)
{
	static char words[256];
	static char *argv[32];
	int argc = 0;
	char *word;

	*error = (struct dd_error){0};
	strcpy(words, line);
	for (word = strtok(words, " "); word; word = strtok(NULL, " "))
		argv[argc++] = word;
	return dd_options_parse(
	    "diplodoc verb", command, argc, argv, call, error);
}

static void
parse_forms(void **state)
{
	static const char *const lines[] = {
	    "--to html -o a.html in.xml -v",
	    "in.xml --to=html --output=a.html --verbose",
	    "-vt html -oa.html -- in.xml",
	    "-vthtml in.xml -o a.html",
	};
	struct dd_error error;
	struct dd_call call;
	size_t i;

	(void)state;
	for (i = 0; i < 4; i++) {
		assert_int_equal(
		    parse(DD_VERB_CONVERT, lines[i], &call, &error), DD_OK);
		assert_int_equal(call.set.to.count, 1);
		assert_string_equal(call.set.to.items[0], "html");
		assert_string_equal(call.set.output, "a.html");
		assert_true(call.set.verbose);
		assert_int_equal(call.count, 1);
		assert_string_equal(call.operands[0], "in.xml");
		dd_call_release(&call);
	}
}

static void
parse_lists_and_numbers(void **state)
{
	struct dd_error error;
	struct dd_call call;

	(void)state;
	assert_int_equal(
	    parse(DD_VERB_CONVERT, "--to json,html --to text,json -w20", &call,
		&error),
	    DD_OK);
	assert_int_equal(call.set.to.count, 3);
	assert_string_equal(call.set.to.items[0], "json");
	assert_string_equal(call.set.to.items[2], "text");
	assert_int_equal(call.set.width, 20);
	dd_call_release(&call);
}

static void
keep_operands(void **state)
{
	struct dd_error error;
	struct dd_call call;

	(void)state;
	assert_int_equal(
	    parse(DD_VERB_VALIDATE, "- a -q b -- -q --", &call, &error), DD_OK);
	assert_int_equal(call.count, 5);
	assert_string_equal(call.operands[0], "-");
	assert_string_equal(call.operands[3], "-q");
	assert_string_equal(call.operands[4], "--");
	assert_true(call.set.quiet);
	dd_call_release(&call);
}

static const struct {
	unsigned command;
	const char *line, *sentence;
} refused[] = {
    {DD_VERB_VALIDATE, "--colour=always",
	"`diplodoc verb` has no option `--colour`; did you mean `--color`?"},
    {DD_VERB_VALIDATE, "--col always",
	"`diplodoc verb` has no option `--col`; `diplodoc verb -h` lists "
	"them."},
    {DD_VERB_VALIDATE, "--", NULL},
    {DD_VERB_VALIDATE, "--=x",
	"`diplodoc verb` has no option `--`; `diplodoc verb -h` lists them."},
    {DD_VERB_VALIDATE, "-qx",
	"`diplodoc verb` has no option `-x`; `diplodoc verb -h` lists them."},
    {DD_VERB_VALIDATE, "-quiet", "`-quiet` needs two hyphens: `--quiet`."},
    {DD_VERB_VALIDATE, "--quiet=yes",
	"`--quiet` takes no value, so `=yes` has no meaning."},
    {DD_VERB_VALIDATE, "--house", "`--house` needs a value: `--house FILE`."},
    {DD_VERB_VALIDATE, "--house=", "`--house` is empty; write `--house FILE`."},
    {DD_VERB_RULES, "--house x",
	"`--house` is an option of `diplodoc validate`, `diplodoc check`, "
	"`diplodoc convert`, `diplodoc import` and `diplodoc new`, not of "
	"`diplodoc verb`."},
    {DD_VERB_VALIDATE, "--color sometimes",
	"`--color` cannot be `sometimes`; choose auto, always or never."},
    {DD_VERB_VALIDATE, "--format jsn",
	"`--format` cannot be `jsn`; did you mean `json`?"},
    {DD_VERB_CONVERT, "--to html,,text", NULL},
    {DD_VERB_CONVERT, "--width 19",
	"`--width` takes a whole number from 20 to 1000, not `19`."},
    {DD_VERB_CONVERT, "--width +30",
	"`--width` takes a whole number from 20 to 1000, not `+30`."},
    {DD_VERB_CONVERT, "-w 99999999999999999999",
	"`--width` takes a whole number from 20 to 1000, not "
	"`99999999999999999999`."},
};

static void
refuse_with_one_sentence(void **state)
{
	struct dd_error error;
	struct dd_call call;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		int result =
		    parse(refused[i].command, refused[i].line, &call, &error);

		if (strcmp(refused[i].line, "--") == 0)
			assert_int_equal(result, DD_OK);
		else
			assert_int_equal(result, DD_E_USAGE);
		if (refused[i].sentence)
			assert_string_equal(error.text, refused[i].sentence);
		dd_call_release(&call);
	}
}

/* Every row can be reached, and no command has a name or letter twice. */
static void
table_is_sound(void **state)
{
	const struct dd_option *a, *b;

	(void)state;
	for (a = dd_options; a->name; a++) {
		assert_true(a->name[0] || a->letter);
		assert_int_not_equal(a->commands & DD_VERB_ALL, 0);
		assert_int_equal(
		    a->argument == NULL, a->type == DD_OPTION_FLAG);
		for (b = dd_options; b < a; b++) {
			if (!(a->commands & b->commands))
				continue;
			assert_string_not_equal(a->name, b->name);
			if (a->letter)
				assert_int_not_equal(a->letter, b->letter);
		}
	}
}

static void
expect_excerpt(struct dd_excerpt excerpt, const char *expected)
{
	struct dd_buffer out;

	excerpt.len = strlen(excerpt.line);
	excerpt.number = 7;
	dd_buffer_init(&out, 0);
	dd_excerpt_print(&out, &excerpt);
	assert_string_equal(out.data, expected);
	dd_buffer_release(&out);
}

static void
mark_columns(void **state)
{
	(void)state;
	expect_excerpt(
	    (struct dd_excerpt){.line = "<a b='c'/>", .column = 4, .end = 9},
	    "    7 | <a b='c'/>\n      |    ^~~~~\n");
	/* Wide characters take two columns, a combining mark none. */
	expect_excerpt(
	    (struct dd_excerpt){
		.line = "日本の岸田総理", .column = 4, .end = 6},
	    "    7 | 日本の岸田総理\n      |       ^~~~\n");
	expect_excerpt(
	    (struct dd_excerpt){
		.line = "e\xCC\x81tat: x", .column = 8, .end = 9},
	    "    7 | e\xCC\x81tat: x\n      |       ^\n");
	expect_excerpt(
	    (struct dd_excerpt){.line = "a\tb", .column = 3, .end = 4},
	    "    7 | a       b\n      |         ^\n");
	/* At and behind the end of the line; to the end of the line. */
	expect_excerpt((struct dd_excerpt){.line = "ab", .column = 3, .end = 3},
	    "    7 | ab\n      |   ^\n");
	expect_excerpt((struct dd_excerpt){.line = "", .column = 1, .end = 1},
	    "    7 |\n      | ^\n");
	expect_excerpt(
	    (struct dd_excerpt){.line = "<ab", .column = 2, .end = SIZE_MAX},
	    "    7 | <ab\n      |  ^~\n");
	/* What could steer a terminal is shown in letters. */
	expect_excerpt(
	    (struct dd_excerpt){.line = "a\x1b[1mb", .column = 6, .end = 7},
	    "    7 | a\\x1b[1mb\n      |         ^\n");
}

static void
cut_long_lines(void **state)
{
	char line[300];
	struct dd_excerpt excerpt = {.line = line, .width = 49};

	(void)state;
	memset(line, 'x', 299);
	line[299] = '\0';
	excerpt.column = 1;
	excerpt.end = 3;
	expect_excerpt(excerpt,
	    "    7 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\n"
	    "      | ^~\n");
	memcpy(line + 150, "HERE", 4);
	excerpt.column = 151;
	excerpt.end = 155;
	expect_excerpt(excerpt,
	    "    7 | …xxxxxxxxxxxxxxxxxHERExxxxxxxxxxxxxxxxx…\n"
	    "      |                   ^~~~\n");
	excerpt.column = 299;
	excerpt.end = 300;
	expect_excerpt(excerpt,
	    "    7 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"
	    "      |                                        ^\n");
	excerpt.column = 10;
	excerpt.end = 290;
	expect_excerpt(excerpt,
	    "    7 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\n"
	    "      |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n");
}

static void
tally_in_words(void **state)
{
	static const struct {
		struct dd_tally tally;
		const char *words;
	} cases[] = {
	    {{.files = 1, .valid = 1}, "1 file: valid.\n"},
	    {{.files = 5, .valid = 5}, "5 files: valid.\n"},
	    {{.files = 5, .valid = 3, .invalid = 2, .errors = 3},
		"3 errors in 2 of 5 files.\n"},
	    {{.files = 1, .invalid = 1, .errors = 1, .warnings = 2},
		"1 error and 2 warnings in 1 file.\n"},
	    {{.files = 2,
		 .invalid = 1,
		 .unread = 1,
		 .errors = 1000,
		 .hidden = 7},
		"1000 errors in 1 of 2 files. 7 not shown. 1 not read.\n"},
	    {{.files = 2, .not_checked = 2}, "2 not checked.\n"},
	};
	struct dd_buffer out;
	size_t i;

	(void)state;
	dd_buffer_init(&out, 0);
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		dd_buffer_clear(&out);
		dd_tally_print(&cases[i].tally, NULL, "valid", &out);
		assert_string_equal(out.data, cases[i].words);
	}
	dd_buffer_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(parse_forms),
	    cmocka_unit_test(parse_lists_and_numbers),
	    cmocka_unit_test(keep_operands),
	    cmocka_unit_test(refuse_with_one_sentence),
	    cmocka_unit_test(table_is_sound),
	    cmocka_unit_test(mark_columns),
	    cmocka_unit_test(cut_long_lines),
	    cmocka_unit_test(tally_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
