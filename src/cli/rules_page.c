/* SPDX-License-Identifier: MIT */
/* Owns: the look of rules in full, on a terminal and in a manual. Leaves the words to the catalogue. */
#include "cli/rules_page.h"
#include <string.h>
#include "base/buffer.h"
#include "cli/console.h"
#include "cli/help.h"
#include "cli/rule_names.h"
#include "diplodoc.h"
#include "report/paint.h"

/* What an editorial rule can be mended by. */
static const char *
describe_fix(const struct diplodoc_rule *rule)
{
	if (strcmp(rule->fix, "safe") == 0)
		return "safe; `--fix` does it where it is clear";
	if (strcmp(rule->fix, "unsafe") == 0)
		return "unsafe; `--fix-unsafe` does it where it is clear";
	return "none; an editor must decide";
}

/* "  label   text", further lines of the text below the first. */
static void
print_row(struct dd_buffer *out, const char *label, const char *text)
{
	dd_buffer_printf(out, "  %-9s", label);
	for (; *text; text++) {
		dd_buffer_putc(out, *text);
		if (*text == '\n')
			dd_buffer_repeat(out, ' ', 11);
	}
	dd_buffer_putc(out, '\n');
}

static void
print_levels(struct dd_buffer *out, const struct diplodoc_rule *rule)
{
	dd_buffer_printf(out, "  %-9s", "level");
	if (rule->why)
		dd_buffer_printf(out, "draft: %s, review: %s, publish: %s\n",
		    rule->draft, rule->review, rule->level);
	else
		dd_buffer_printf(out, "%s%s\n", rule->level,
		    dd_rule_is_fatal(rule) ? ": the summary is not valid" : "");
}

void
dd_rule_card(
    struct dd_buffer *out, bool color, const struct diplodoc_rule *rule)
{
	dd_paint(out, color, DD_PAINT_HEADING);
	dd_buffer_puts(out, rule->id);
	dd_paint(out, color, DD_PAINT_END);
	dd_buffer_printf(out, "\n  %s\n\n", rule->meaning);
	if (rule->why)
		print_row(out, "why", rule->why);
	if (rule->wrong)
		print_row(out, "wrong", rule->wrong);
	if (rule->right)
		print_row(out, "right", rule->right);
	print_levels(out, rule);
	if (!rule->why)
		return;
	print_row(out, "fix", describe_fix(rule));
	print_row(out, "since", rule->since);
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
