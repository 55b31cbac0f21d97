/* SPDX-License-Identifier: MIT */
/* Owns: the tables as manual pages in mdoc(7). */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/help.h"
#include "cli/options.h"
#include "diplodoc.h"

/* The day of this version; a page must not change from build to build. */
static const char release_date[] = "November 26, 2026";

/* True behind the last character of a sentence, where mdoc wants a new
 * line. */
static bool
ends_sentence(const char *start, const char *p)
{
	return p > start && p[0] == ' ' && p[1] &&
	    (p[-1] == '.' || p[-1] == ';' || p[-1] == ':') &&
	    (p[-1] != '.' || (p[1] >= 'A' && p[1] <= 'Z') || p[1] == '`');
}

/* Running text: roff's own characters made harmless, `literal` in bold. */
void
dd_man_text(struct dd_buffer *out, const char *text)
{
	const char *p;
	bool literal = false;

	for (p = text; *p; p++) {
		if (*p == '\\')
			dd_buffer_puts(out, "\\e");
		else if (*p == '-')
			dd_buffer_puts(out, literal ? "\\-" : "-");
		else if (*p == '`') {
			literal = !literal;
			dd_buffer_puts(out, literal ? "\\fB" : "\\fP");
		} else if (strncmp(p, "\n\n", 2) == 0) {
			dd_buffer_puts(out, "\n.Pp\n");
			p++;
		} else if (!literal && ends_sentence(text, p))
			dd_buffer_putc(out, '\n');
		else if ((*p == '.' || *p == '\'') && p == text)
			dd_buffer_printf(out, "\\&%c", *p);
		else
			dd_buffer_putc(out, *p);
	}
	dd_buffer_putc(out, '\n');
}

static void
put_operands(struct dd_buffer *out, const char *operands)
{
	size_t len = strcspn(operands, ".");
	bool optional = operands[0] == '[';
	const char *dots = operands[len] == '.' ? " ..." : "";

	if (!operands[0])
		return;
	if (!optional) {
		dd_buffer_printf(out, ".Ar %.*s%s\n", (int)len, operands, dots);
		return;
	}
	len = strcspn(operands + 1, ".]");
	dd_buffer_printf(out, ".Op Ar %.*s%s\n", (int)len, operands + 1, dots);
}

/* "Fl o Ar FILE" with no macro in front. */
static void
put_flag(struct dd_buffer *out, const struct dd_option *option)
{
	if (option->letter) {
		dd_buffer_printf(out, "Fl %c", option->letter);
		if (option->argument)
			dd_buffer_printf(out, " Ar %s", option->argument);
	}
	if (option->letter && option->name[0])
		dd_buffer_puts(out, " , ");
	if (option->name[0]) {
		dd_buffer_printf(out, "Fl -%s", option->name);
		if (option->argument)
			dd_buffer_printf(out, " Ar %s", option->argument);
	}
}

static void
print_synopsis(struct dd_buffer *out, const struct dd_command *command)
{
	bool program = command->bit == DD_VERB_PROGRAM;
	const struct dd_option *each;

	dd_buffer_printf(out, ".Sh SYNOPSIS\n.Nm diplodoc%s%s\n",
	    program ? "" : " ", program ? "" : command->name);
	for (each = dd_options; each->name; each++) {
		if (!each->help || !(each->commands & command->bit))
			continue;
		if (each->letter)
			dd_buffer_printf(out, ".Op Fl %c", each->letter);
		else
			dd_buffer_printf(out, ".Op Fl -%s", each->name);
		if (each->argument)
			dd_buffer_printf(out, " Ar %s", each->argument);
		dd_buffer_putc(out, '\n');
	}
	put_operands(out, command->operands);
	if (program)
		dd_buffer_puts(out, ".Op Ar argument ...\n");
}

static void
print_options(struct dd_buffer *out, const struct dd_command *command)
{
	const struct dd_option *each;
	struct dd_buffer meaning;

	dd_buffer_init(&meaning, 0);
	dd_buffer_puts(
	    out, ".Pp\nThe options are as follows:\n.Bl -tag -width Ds\n");
	for (each = dd_options; each->name; each++) {
		if (!each->help || !(each->commands & command->bit))
			continue;
		dd_buffer_puts(out, ".It ");
		put_flag(out, each);
		dd_buffer_putc(out, '\n');
		dd_man_text(out, dd_help_option(each, command, &meaning));
	}
	dd_buffer_release(&meaning);
	dd_buffer_puts(out, ".El\n");
}

static void
print_row(struct dd_buffer *out, const char *macro, const char *name,
    const char *meaning)
{
	dd_buffer_printf(out, ".It %s%s\n", macro, name);
	dd_man_text(out, meaning);
}

static void
print_lists(struct dd_buffer *out, const struct dd_command *command)
{
	const struct dd_command *verb;
	struct diplodoc_format format;
	size_t i;

	if (command->bit == DD_VERB_PROGRAM) {
		dd_buffer_puts(out,
		    ".Pp\nThe commands are as follows:\n"
		    ".Bl -tag -width validate\n");
		for (verb = dd_commands; verb->name; verb++)
			print_row(out, "Cm ", verb->name, verb->summary);
		dd_buffer_puts(out, ".El\n");
	}
	for (i = 0; dd_help_format(command, i, &format); i++) {
		if (i == 0)
			dd_buffer_puts(out,
			    ".Pp\nThe formats are as follows:\n"
			    ".Bl -tag -width html-fragment\n");
		print_row(out, "Cm ", format.name, format.summary);
	}
	if (i > 0)
		dd_buffer_puts(out, ".El\n");
}

static void
print_mentions(struct dd_buffer *out, const char *heading, const char *macro,
    const struct dd_mention *each)
{
	dd_buffer_printf(out, ".Sh %s\n.Bl -tag -width Ds\n", heading);
	for (; each->name; each++)
		print_row(out, macro, each->name, each->meaning);
	dd_buffer_puts(out, ".El\n");
}

static void
print_exits(struct dd_buffer *out, const struct dd_command *command)
{
	size_t i;

	dd_buffer_puts(out, ".Sh EXIT STATUS\n.Bl -tag -width Ds\n");
	for (i = 0; i < DD_EXIT_MAX; i++)
		if (command->exits & (1u << i))
			print_row(out, "", dd_exit_meanings[i].name,
			    dd_exit_meanings[i].meaning);
	dd_buffer_puts(out, ".El\n");
}

static void
print_examples(struct dd_buffer *out, const struct dd_command *command)
{
	const struct dd_example *each;

	dd_buffer_puts(out, ".Sh EXAMPLES\n");
	for (each = command->examples; each->what; each++) {
		if (each != command->examples)
			dd_buffer_puts(out, ".Pp\n");
		dd_buffer_printf(out, "%s:\n.Pp\n.Dl $ ", each->what);
		dd_man_text(out, each->line);
	}
}

static void
print_references(struct dd_buffer *out, const struct dd_command *command)
{
	bool program = command->bit == DD_VERB_PROGRAM;
	const struct dd_command *each;
	const char *names[8];
	size_t count = 0, i, j;

	dd_buffer_puts(out, ".Sh SEE ALSO\n");
	if (!program)
		dd_buffer_puts(out, ".Xr diplodoc 1 ,\n");
	for (each = dd_commands; each->name && count < 8; each++)
		if (each != command)
			names[count++] = each->name;
	for (i = 0; i < count; i++)
		for (j = i + 1; j < count; j++)
			if (strcmp(names[i], names[j]) > 0) {
				const char *swap = names[i];

				names[i] = names[j];
				names[j] = swap;
			}
	for (i = 0; i < count; i++)
		dd_buffer_printf(out, ".Xr diplodoc-%s 1%s\n", names[i],
		    i + 1 < count ? " ," : "");
}

void
dd_man_head(struct dd_buffer *out, const char *made_by, const char *title)
{
	dd_buffer_printf(out, ".\\\" Generated by: %s\n.Dd %s\n.Dt %s\n.Os\n",
	    made_by, release_date, title);
}

/* "DIPLODOC-CHECK 1"; the caller frees. */
static char *
make_title(const struct dd_command *command)
{
	bool program = command->bit == DD_VERB_PROGRAM;
	struct dd_buffer title;

	dd_buffer_init(&title, 0);
	dd_buffer_printf(&title, "diplodoc%s%s 1", program ? "" : "-",
	    program ? "" : command->name);
	for (size_t i = 0; i < title.len; i++)
		title.data[i] = dd_ascii_upper(title.data[i]);
	return dd_buffer_take(&title, NULL);
}

void
dd_man_print(struct dd_buffer *out, const struct dd_command *command)
{
	bool program = command->bit == DD_VERB_PROGRAM;
	char *title = make_title(command);
	struct dd_buffer made_by;

	dd_buffer_init(&made_by, 0);
	dd_buffer_printf(&made_by, "diplodoc help --man%s%s",
	    program ? "" : " ", program ? "" : command->name);
	dd_man_head(out, made_by.data, title);
	dd_buffer_release(&made_by);
	free(title);
	dd_buffer_printf(out, ".Sh NAME\n.Nm diplodoc%s%s\n.Nd %s\n",
	    program ? "" : "-", program ? "" : command->name, command->summary);
	print_synopsis(out, command);
	dd_buffer_puts(out, ".Sh DESCRIPTION\n");
	dd_man_text(out, command->description);
	print_options(out, command);
	print_lists(out, command);
	print_mentions(out, "ENVIRONMENT", "Ev ", dd_variables);
	print_mentions(out, "FILES", "Pa ", dd_files);
	print_exits(out, command);
	print_examples(out, command);
	print_references(out, command);
}
