/* SPDX-License-Identifier: MIT */
/* Owns: what is said of one finding: its card, or its item where it does not
 * count. */
#include <string.h>
#include "base/buffer.h"
#include "report/finding.h"
#include "report/html.h"

enum { MOST_EDITS = 8 }; /* of one fix, shown */

static void
put_numbers(struct dd_html_section *section, const struct diplodoc_place *place)
{
	dd_buffer_printf(section->out,
	    dd_message(section->messages, "line %zu, column %zu"), place->line,
	    place->column);
}

void
dd_html_put_place(
    struct dd_html_section *section, const struct diplodoc_place *place)
{
	bool linked = dd_html_shows(section, place->line);

	if (linked)
		dd_buffer_printf(section->out, "<a href=\"#d%zu-l%zu\">",
		    section->number, place->line);
	put_numbers(section, place);
	if (linked)
		dd_buffer_puts(section->out, "</a>");
}

static void
open_quote(struct dd_html_section *section)
{
	dd_buffer_puts(section->out, "<code class=\"quote\" translate=\"no\"");
	if (section->language[0])
		dd_buffer_printf(
		    section->out, " lang=\"%s\"", section->language);
	dd_buffer_putc(section->out, '>');
}

/* The words at a place that stands in none of the excerpts. */
static void
put_quote(struct dd_html_section *section, const struct diplodoc_place *place)
{
	struct dd_html_range range;

	if (dd_html_shows(section, place->line) ||
	    !dd_html_find(section->document, place, &range))
		return;
	open_quote(section);
	dd_html_put_range(section->out, &range, "mark", range.from,
	    (size_t)(range.to - range.from));
	dd_buffer_puts(section->out, "</code>");
}

static void
put_related(
    struct dd_html_section *section, const struct diplodoc_diagnostic *finding)
{
	struct dd_buffer *out = section->out;

	if (finding->related_count == 0)
		return;
	dd_buffer_puts(out, "<ul class=\"related\">\n");
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct diplodoc_related *related = &finding->related[i];

		dd_buffer_puts(out, "<li>");
		dd_html_put_message(out, related->text);
		dd_buffer_puts(out, " – ");
		if (related->file) {
			dd_html_put(out, related->file);
			dd_buffer_puts(out, ", ");
			put_numbers(section, &related->place);
		} else {
			dd_html_put_place(section, &related->place);
			put_quote(section, &related->place);
		}
		dd_buffer_puts(out, "</li>\n");
	}
	dd_buffer_puts(out, "</ul>\n");
}

static void
put_edit(struct dd_html_section *section, const struct diplodoc_edit *edit)
{
	struct dd_buffer *out = section->out;
	struct dd_html_range range;
	const char *after = edit->replacement;

	if (!dd_html_find(section->document, &edit->place, &range))
		return;
	dd_buffer_puts(out, "<dl>\n<div><dt>");
	dd_html_put_text(section, "Now");
	dd_buffer_puts(out, "</dt><dd>");
	open_quote(section);
	dd_html_put_range(
	    out, &range, "del", range.from, (size_t)(range.to - range.from));
	dd_buffer_puts(out, "</code></dd></div>\n<div><dt>");
	dd_html_put_text(section, "Then");
	dd_buffer_puts(out, "</dt><dd>");
	open_quote(section);
	dd_html_put_range(out, &range, "ins", after, strlen(after));
	dd_buffer_puts(out, "</code></dd></div>\n</dl>\n");
}

static void
put_fix(
    struct dd_html_section *section, const struct diplodoc_diagnostic *finding)
{
	bool safe = strcmp(finding->fix, "safe") == 0;
	size_t count = finding->edit_count;

	if (count == 0)
		return;
	dd_buffer_printf(section->out, "<div class=\"fix %s\">\n<p><strong>",
	    safe ? "safe" : "unsafe");
	dd_html_put_text(section, safe ? N_("Safe fix") : N_("Unsafe fix"));
	dd_buffer_puts(section->out, "</strong>: ");
	dd_html_put_text(section,
	    safe ? N_("it mends the form and nothing else.")
		 : N_("it may change the sense; read the result."));
	dd_buffer_puts(section->out, "</p>\n");
	for (size_t i = 0; i < count && i < MOST_EDITS; i++)
		put_edit(section, &finding->edits[i]);
	if (count > MOST_EDITS) {
		dd_buffer_puts(section->out, "<p>");
		dd_buffer_printf(section->out,
		    dd_message(
			section->messages, "The fix changes %zu more places."),
		    count - MOST_EDITS);
		dd_buffer_puts(section->out, "</p>\n");
	}
	dd_buffer_puts(section->out, "</div>\n");
}

static void
put_example(
    struct dd_html_section *section, const char *word, const char *example)
{
	dd_buffer_puts(section->out, "<div><dt>");
	dd_html_put_text(section, word);
	dd_buffer_puts(section->out, "</dt><dd><code class=\"quote\">");
	dd_html_put(section->out, example);
	dd_buffer_puts(section->out, "</code></dd></div>\n");
}

static void
put_rule(struct dd_html_section *section, const char *id)
{
	struct dd_buffer *out = section->out;
	struct diplodoc_rule rule;

	if (!dd_finding_rule(id, &rule))
		return;
	dd_buffer_puts(out, "<details>\n<summary>");
	dd_html_put_text(
	    section, rule.why ? N_("Why it matters") : N_("What it means"));
	dd_buffer_puts(out, "</summary>\n<p>");
	dd_html_put_message(out, dd_message(section->messages, rule.meaning));
	dd_buffer_puts(out, "</p>\n");
	if (rule.why) {
		dd_buffer_puts(out, "<p>");
		dd_html_put_message(
		    out, dd_message(section->messages, rule.why));
		dd_buffer_puts(out, "</p>\n<dl class=\"examples\">\n");
		put_example(section, N_("Wrong"), rule.wrong);
		put_example(section, N_("Right"), rule.right);
		dd_buffer_puts(out, "</dl>\n");
	}
	dd_buffer_puts(out, "</details>\n");
}

static void
put_head(struct dd_html_section *section, size_t number,
    const struct diplodoc_diagnostic *finding)
{
	enum dd_html_level level = dd_html_level(finding);
	const char *name = dd_html_level_name(level);
	struct dd_buffer *out = section->out;

	dd_buffer_printf(out,
	    "<article class=\"card %s has-%s\" id=\"d%zu-f%zu\">\n"
	    "<h3><span class=\"number\">%zu</span> <span class=\"level\">",
	    name, name, section->number, number, number);
	dd_html_put_shape(out, name);
	dd_html_put_text(section, dd_html_level_word(level, false));
	dd_buffer_puts(out, "</span></h3>\n<p class=\"place\">");
	dd_html_put_place(section, &finding->place);
	dd_buffer_puts(out, "</p>\n<p class=\"message\">");
	dd_html_put_message(out, finding->message);
	dd_buffer_puts(out, "</p>\n");
}

void
dd_html_put_card(struct dd_html_section *section, size_t index)
{
	const struct diplodoc_diagnostic *finding = section->findings[index];
	struct dd_buffer *out = section->out;

	put_head(section, index + 1, finding);
	if (section->verbose && finding->detail) {
		dd_buffer_puts(out, "<p class=\"detail\">");
		dd_html_put_text(section, "The XML library says: ");
		dd_html_put(out, finding->detail);
		dd_buffer_puts(out, "</p>\n");
	}
	put_related(section, finding);
	put_fix(section, finding);
	put_rule(section, finding->id);
	dd_buffer_puts(out, "<p class=\"id\"><code>");
	dd_html_put(out, finding->id);
	dd_buffer_puts(out, "</code></p>\n</article>\n");
}

/* --- findings that do not count ------------------------------------------- */

/* " – until 2027-01-31" */
static void
put_detail(struct dd_html_section *section, const char *word, const char *value)
{
	if (!value)
		return;
	dd_buffer_puts(section->out, " – ");
	dd_html_put_text(section, word);
	dd_html_put(section->out, value);
}

static void
put_excuse(
    struct dd_html_section *section, const struct diplodoc_diagnostic *finding)
{
	dd_buffer_puts(section->out, "<p class=\"reason\">");
	if (finding->reason) {
		dd_html_put_text(section, "Suppressed: ");
		dd_html_put(section->out, finding->reason);
		put_detail(section, N_("until "), finding->until);
		put_detail(section, N_("by "), finding->by);
	} else {
		dd_html_put_text(section, "In the baseline.");
	}
	dd_buffer_puts(section->out, "</p>\n");
}

static void
put_item(
    struct dd_html_section *section, const struct diplodoc_diagnostic *finding)
{
	enum dd_html_level level = dd_html_level(finding);
	struct dd_buffer *out = section->out;

	dd_buffer_puts(out, "<li>\n<p><span class=\"level\">");
	dd_html_put_shape(out, dd_html_level_name(level));
	dd_html_put_text(section, dd_html_level_word(level, false));
	dd_buffer_puts(out, "</span> <span class=\"place\">");
	dd_html_put_place(section, &finding->place);
	dd_buffer_puts(out, "</span> <code class=\"id\">");
	dd_html_put(out, finding->id);
	dd_buffer_puts(out, "</code></p>\n<p>");
	dd_html_put_message(out, finding->message);
	dd_buffer_puts(out, "</p>\n");
	put_quote(section, &finding->place);
	put_excuse(section, finding);
	dd_buffer_puts(out, "</li>\n");
}

void
dd_html_put_excused(struct dd_html_section *section)
{
	const struct dd_html_counts *counts = &section->counts;
	struct dd_buffer *out = section->out;
	const struct diplodoc_diagnostic *finding;

	if (counts->suppressed + counts->known == 0)
		return;
	dd_buffer_puts(out, "<details class=\"excused\">\n<summary>");
	if (counts->suppressed > 0)
		dd_buffer_printf(out,
		    dd_message(section->messages, "%zu suppressed"),
		    counts->suppressed);
	if (counts->suppressed > 0 && counts->known > 0)
		dd_html_put_text(section, ", ");
	if (counts->known > 0)
		dd_buffer_printf(out,
		    dd_message(section->messages, "%zu in the baseline"),
		    counts->known);
	dd_buffer_puts(out, "</summary>\n<ul>\n");
	for (size_t i = 0;
	     (finding = diplodoc_diagnostic(section->document, i)); i++)
		if (!dd_finding_counts(finding))
			put_item(section, finding);
	dd_buffer_puts(out, "</ul>\n</details>\n");
}
