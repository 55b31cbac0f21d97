/* SPDX-License-Identifier: MIT */
/* Owns: the look of rules in full, on a terminal and in a manual. Leaves the words to the catalogue. */
#include "cli/rules_page.h"
#include <string.h>
#include "base/buffer.h"
#include "base/messages.h"
#include "base/width.h"
#include "cli/console.h"
#include "cli/help.h"
#include "cli/rule_names.h"
#include "diplodoc.h"
#include "report/paint.h"

enum { LABEL_WIDTH = 9 }; /* columns */

/* What an editorial rule can be mended by; a text for dd_message. */
static const char *
describe_fix(const struct diplodoc_rule *rule)
{
	if (strcmp(rule->fix, "safe") == 0)
		return N_("safe; `--fix` does it where it is clear");
	if (strcmp(rule->fix, "unsafe") == 0)
		return N_("unsafe; `--fix-unsafe` does it where it is clear");
	return N_("none; an editor must decide");
}

static void
print_label(struct dd_console *console, const char *label)
{
	const char *text = dd_message(&console->messages, label);
	size_t width = dd_text_width(text, strlen(text));

	dd_buffer_printf(&console->out, "  %s", text);
	dd_buffer_repeat(
	    &console->out, ' ', width < LABEL_WIDTH ? LABEL_WIDTH - width : 1);
}

/* "  label   text", further lines of the text below the first. */
static void
print_row(struct dd_console *console, const char *label, const char *text)
{
	struct dd_buffer *out = &console->out;

	print_label(console, label);
	for (; *text; text++) {
		dd_buffer_putc(out, *text);
		if (*text == '\n')
			dd_buffer_repeat(out, ' ', LABEL_WIDTH + 2);
	}
	dd_buffer_putc(out, '\n');
}

static void
print_levels(struct dd_console *console, const struct diplodoc_rule *rule)
{
	const struct dd_messages *messages = &console->messages;

	print_label(console, N_("level"));
	if (rule->why)
		dd_buffer_printf(&console->out,
		    dd_message(messages, "draft: %s, review: %s, publish: %s"),
		    rule->draft, rule->review, rule->level);
	else if (dd_rule_is_fatal(rule))
		dd_buffer_printf(&console->out,
		    dd_message(messages, "%s: the summary is not valid"),
		    rule->level);
	else
		dd_buffer_puts(&console->out, rule->level);
	dd_buffer_putc(&console->out, '\n');
}

void
dd_rule_card(struct dd_console *console, const struct diplodoc_rule *rule)
{
	const struct dd_messages *messages = &console->messages;
	struct dd_buffer *out = &console->out;

	dd_paint(out, console->out_color, DD_PAINT_HEADING);
	dd_buffer_puts(out, rule->id);
	dd_paint(out, console->out_color, DD_PAINT_END);
	dd_buffer_printf(
	    out, "\n  %s\n\n", dd_message(messages, rule->meaning));
	if (rule->why)
		print_row(console, N_("why"), dd_message(messages, rule->why));
	if (rule->wrong)
		print_row(console, N_("wrong"), rule->wrong);
	if (rule->right)
		print_row(console, N_("right"), rule->right);
	print_levels(console, rule);
	if (!rule->why)
		return;
	print_row(console, N_("fix"), dd_message(messages, describe_fix(rule)));
	print_row(console, N_("since"), rule->since);
}

/* An example, line by line as it stands. */
static void
put_man_example(struct dd_buffer *out, const char *label, const char *example)
{
	bool start = true;

	dd_buffer_printf(out, ".Pp\n%s:\n.Bd -literal -offset indent\n", label);
	for (; *example; example++) {
		if (start && strchr(".'", *example))
			dd_buffer_puts(out, "\\&");
		if (*example == '\\')
			dd_buffer_puts(out, "\\e");
		else
			dd_buffer_putc(out, *example);
		start = *example == '\n';
	}
	dd_buffer_puts(out, "\n.Ed\n");
}

static void
print_man(struct dd_buffer *out, const struct diplodoc_rule *rule)
{
	dd_buffer_printf(out, ".Ss %s\n", rule->id);
	dd_man_text(out, rule->meaning);
	if (!rule->why)
		return;
	dd_man_text(out, rule->why);
	put_man_example(out, "Wrong", rule->wrong);
	put_man_example(out, "Right", rule->right);
	dd_buffer_printf(out,
	    ".Pp\nDraft: %s, review: %s, publish: %s.\nFix: %s.\n"
	    "Since version %s.\n",
	    rule->draft, rule->review, rule->level, rule->fix, rule->since);
}

void
dd_rules_man(struct dd_buffer *out, const char *const *words, size_t count)
{
	struct diplodoc_rule rule;

	dd_man_head(out, "diplodoc rules --man", "DIPLODOC-RULES 7");
	dd_buffer_puts(out,
	    ".Sh NAME\n.Nm diplodoc-rules\n"
	    ".Nd what diplodoc can report, by id\n"
	    ".Sh DESCRIPTION\n"
	    "Rules with a level for each stage are of\n"
	    ".Xr diplodoc-check 1 ;\n"
	    "all others are of\n"
	    ".Xr diplodoc-validate 1\n"
	    "too.\n");
	for (size_t i = 0; diplodoc_rule(i, &rule); i++)
		if (dd_rule_is_chosen(&rule, words, count))
			print_man(out, &rule);
	dd_buffer_puts(out,
	    ".Sh SEE ALSO\n"
	    ".Xr diplodoc-check 1 ,\n"
	    ".Xr diplodoc-explain 1 ,\n"
	    ".Xr diplodoc-rules 1 ,\n"
	    ".Xr diplodoc-validate 1\n");
}
