/* SPDX-License-Identifier: MIT */
/* Owns: the look of -h and --help. Leaves the words to the tables. */
#include "cli/help.h"
#include <string.h>
#include "base/buffer.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"
#include "diplodoc.h"
#include "report/paint.h"
#include "report/report.h"

enum {
	LINE = 79,	  /* columns of help */
	OPTION_TEXT = 30, /* where the meaning of an option begins */
	WORD_TEXT = 13,	  /* where the meaning of a command begins */
	FORMAT_TEXT = 18,
};

/* Text on its way into lines of help. */
struct filler {
	struct dd_buffer *out;
	bool color;
	size_t indent; /* of the lines that follow */
	size_t at;     /* columns used in this one */
	bool literal;  /* between ` and ` */
};

/* On a terminal colour takes the place of the quotes. */
static void
put_word(struct filler *filler, const char *word, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (word[i] == '`') {
			filler->literal = !filler->literal;
			dd_paint(filler->out, filler->color,
			    filler->literal ? DD_PAINT_CODE : DD_PAINT_END);
			if (filler->color)
				continue;
		}
		dd_buffer_putc(filler->out, word[i]);
		filler->at++;
	}
}

static void
break_line(struct filler *filler)
{
	dd_buffer_putc(filler->out, '\n');
	filler->at = 0;
}

static void
fill(struct filler *filler, const char *text)
{
	size_t len;

	for (; *text; text += len) {
		if (strncmp(text, "\n\n", 2) == 0) {
			break_line(filler);
			break_line(filler);
			len = 2;
			continue;
		}
		len = strspn(text, " ");
		if (len > 0)
			continue;
		len = strcspn(text, " \n");
		if (filler->at > filler->indent && filler->at + 1 + len > LINE)
			break_line(filler);
		if (filler->at < filler->indent) {
			dd_buffer_repeat(
			    filler->out, ' ', filler->indent - filler->at);
			filler->at = filler->indent;
		} else if (filler->at > filler->indent) {
			dd_buffer_putc(filler->out, ' ');
			filler->at++;
		}
		put_word(filler, text, len);
	}
	break_line(filler);
}

static void
print_heading(struct dd_console *console, const char *heading)
{
	dd_buffer_putc(&console->out, '\n');
	dd_paint(&console->out, console->out_color, DD_PAINT_HEADING);
	dd_buffer_puts(&console->out, heading);
	dd_paint(&console->out, console->out_color, DD_PAINT_END);
	dd_buffer_putc(&console->out, '\n');
}

/* "  label      meaning, on as many lines as it takes" */
static void
print_row(struct dd_console *console, size_t column, const char *label,
    const char *meaning)
{
	struct filler filler = {
	    .out = &console->out,
	    .color = console->out_color,
	    .indent = column,
	    .at = 2 + strlen(label),
	};

	dd_buffer_puts(&console->out, "  ");
	dd_paint(&console->out, console->out_color, DD_PAINT_CODE);
	dd_buffer_puts(&console->out, label);
	dd_paint(&console->out, console->out_color, DD_PAINT_END);
	if (label[0] && filler.at + 2 > column)
		break_line(&filler);
	fill(&filler, meaning);
}

static void
print_paragraphs(struct dd_console *console, const char *text)
{
	struct filler filler = {
	    .out = &console->out,
	    .color = console->out_color,
	};

	fill(&filler, text);
}

static void
print_examples(struct dd_console *console, const struct dd_command *command)
{
	const struct dd_example *each;

	print_heading(console, "Examples");
	for (each = command->examples; each->what; each++) {
		dd_buffer_printf(&console->out, "  %s\n    ", each->what);
		dd_paint(&console->out, console->out_color, DD_PAINT_CODE);
		dd_buffer_puts(&console->out, each->line);
		dd_paint(&console->out, console->out_color, DD_PAINT_END);
		dd_buffer_putc(&console->out, '\n');
	}
}

const char *
dd_help_option(const struct dd_option *option, const struct dd_command *command,
    struct dd_buffer *room)
{
	dd_buffer_clear(room);
	dd_buffer_puts(room, option->help);
	if (option->with_check & command->bit)
		dd_buffer_puts(room, "; with `--check`");
	return room->data;
}

static void
print_options(struct dd_console *console, const struct dd_command *command)
{
	const struct dd_option *each;
	struct dd_buffer label, meaning;

	print_heading(console, "Options");
	dd_buffer_init(&label, 0);
	dd_buffer_init(&meaning, 0);
	for (each = dd_options; each->name; each++) {
		if (!each->help || !(each->commands & command->bit))
			continue;
		dd_buffer_clear(&label);
		if (each->letter)
			dd_buffer_printf(&label, "-%c", each->letter);
		else
			dd_buffer_puts(&label, "  ");
		if (each->name[0])
			dd_buffer_printf(&label, "%s--%s",
			    each->letter ? ", " : "  ", each->name);
		if (each->argument)
			dd_buffer_printf(&label, " %s", each->argument);
		print_row(console, OPTION_TEXT, label.data,
		    dd_help_option(each, command, &meaning));
	}
	dd_buffer_release(&label);
	dd_buffer_release(&meaning);
}

static void
print_commands(struct dd_console *console)
{
	const struct dd_command *each;

	print_heading(console, "Commands");
	for (each = dd_commands; each->name; each++)
		print_row(console, WORD_TEXT, each->name, each->summary);
}

bool
dd_help_format(const struct dd_command *command, size_t index,
    struct diplodoc_format *ret_format)
{
	const struct dd_printer *printer;

	if (command->bit == DD_VERB_CONVERT)
		return diplodoc_format(index, ret_format);
	if (!(command->bit & (DD_VERB_VALIDATE | DD_VERB_CHECK)))
		return false;
	printer = dd_printer(index);
	if (printer)
		*ret_format = (struct diplodoc_format){
		    .name = printer->name, .summary = printer->summary};
	return printer != NULL;
}

static void
print_formats(struct dd_console *console, const struct dd_command *command)
{
	struct diplodoc_format format;

	for (size_t i = 0; dd_help_format(command, i, &format); i++) {
		if (i == 0)
			print_heading(console, "Formats");
		print_row(console, FORMAT_TEXT, format.name, format.summary);
	}
}

static void
print_rest(struct dd_console *console, const struct dd_command *command)
{
	const struct dd_mention *each;
	size_t i;

	print_heading(console, "Exit codes");
	for (i = 0; i < DD_EXIT_MAX; i++)
		if (command->exits & (1u << i))
			print_row(console, 5, dd_exit_meanings[i].name,
			    dd_exit_meanings[i].meaning);
	if (command->bit != DD_VERB_PROGRAM)
		return;
	print_heading(console, "Files");
	for (each = dd_files; each->name; each++)
		print_row(console, OPTION_TEXT, each->name, each->meaning);
	print_heading(console, "Environment");
	for (each = dd_variables; each->name; each++)
		print_row(console, OPTION_TEXT, each->name, each->meaning);
}

static void
print_title(struct dd_console *console, const struct dd_command *command)
{
	bool program = command->bit == DD_VERB_PROGRAM;

	dd_paint(&console->out, console->out_color, DD_PAINT_HEADING);
	dd_buffer_printf(
	    &console->out, "diplodoc %s", program ? "" : command->name);
	if (program)
		dd_buffer_puts(&console->out, DIPLODOC_VERSION);
	dd_paint(&console->out, console->out_color, DD_PAINT_END);
	dd_buffer_printf(&console->out, ": %s\n", command->summary);
}

static void
print_usage(struct dd_console *console, const struct dd_command *command)
{
	bool program = command->bit == DD_VERB_PROGRAM;

	print_heading(console, "Usage");
	if (program)
		dd_buffer_printf(&console->out, "  diplodoc %s [ARGUMENT...]\n",
		    command->operands);
	else
		dd_buffer_printf(&console->out,
		    "  diplodoc %s [OPTION...]%s%s\n", command->name,
		    command->operands[0] ? " " : "", command->operands);
	if (command->operand_help)
		print_row(console, 2, "", command->operand_help);
}

void
dd_help_print(
    struct dd_console *console, const struct dd_command *command, bool full)
{
	bool program = command->bit == DD_VERB_PROGRAM;

	print_title(console, command);
	if (full || program)
		print_examples(console, command);
	print_usage(console, command);
	if (full) {
		print_heading(console, "Description");
		print_paragraphs(console, command->description);
	}
	if (program)
		print_commands(console);
	print_options(console, command);
	if (full || command->bit == DD_VERB_CONVERT)
		print_formats(console, command);
	if (full) {
		print_rest(console, command);
		return;
	}
	dd_buffer_putc(&console->out, '\n');
	print_paragraphs(console,
	    program ? "`diplodoc COMMAND -h` lists the options of a command, "
		      "`diplodoc COMMAND --help` explains it."
		    : "`--help` shows more, examples first.");
}
