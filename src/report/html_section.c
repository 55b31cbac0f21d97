/* SPDX-License-Identifier: MIT */
/* Owns: a document on the page for editors: its head, its findings beside its
 * lines, and its row in the table of contents. */
#include "report/html.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "report/finding.h"
#include "report/report.h"

enum dd_html_level
dd_html_level(const struct diplodoc_diagnostic *finding)
{
	return strcmp(finding->level, "error") == 0  ? DD_HTML_ERROR
	    : strcmp(finding->level, "warning") == 0 ? DD_HTML_WARNING
						     : DD_HTML_ADVICE;
}

const char *
dd_html_level_name(enum dd_html_level level)
{
	static const char *const names[] = {"advice", "warning", "error"};

	return names[level];
}

const char *
dd_html_level_word(enum dd_html_level level, bool many)
{
	static const char *const words[][2] = {
	    {N_("Advice"), N_("Advice")},
	    {N_("Warning"), N_("Warnings")},
	    {N_("Error"), N_("Errors")},
	};

	return words[level][many];
}

/* --- what there is to show ------------------------------------------------ */

static size_t
count_lines(const struct diplodoc_document *document)
{
	size_t len, lines = 0;
	const char *text = diplodoc_text(document, &len), *end = text + len;

	while (text < end) {
		lines++;
		while (text < end && *text != '\n' && *text != '\r')
			text++;
		if (text + 1 < end && text[0] == '\r' && text[1] == '\n')
			text++;
		text++;
	}
	return lines;
}

/* The language of the root, without its script or country. */
static void
find_language(struct dd_html_section *section)
{
	static const char name[] = "xml:lang=";
	size_t len;
	const char *text = diplodoc_text(section->document, &len);
	const char *found = strstr(text, name);
	const char *end = strchr(text, '>');

	while (end && end > text && end[-1] == '?') /* a declaration */
		end = strchr(end + 1, '>');
	if (!found || !end || found > end)
		return;
	found += sizeof name; /* and the quote */
	if (found + 2 < end && dd_ascii_is_letter(found[0]) &&
	    dd_ascii_is_letter(found[1]) && !dd_ascii_is_letter(found[2]))
		memcpy(section->language, found, 2);
}

static void
add_finding(
    struct dd_html_section *section, const struct diplodoc_diagnostic *finding)
{
	struct dd_html_counts *counts = &section->counts;

	if (finding->reason) {
		counts->suppressed++;
	} else if (finding->known) {
		counts->known++;
	} else {
		counts->levels[dd_html_level(finding)]++;
		section->findings[section->finding_count++] = finding;
	}
}

void
dd_html_section_init(
    struct dd_html_section *section, const struct dd_outcome *outcome)
{
	size_t count = dd_outcome_count(outcome);

	section->document = outcome->document;
	section->file = outcome->file;
	section->counts.hidden = dd_outcome_hidden(outcome);
	if (!outcome->document)
		return;
	section->findings = dd_calloc(count + 1, sizeof(*section->findings));
	for (size_t i = 0; i < count; i++)
		add_finding(section, diplodoc_diagnostic(outcome->document, i));
	section->lines = count > 0 ? count_lines(outcome->document) : 0;
	find_language(section);
	dd_html_make_blocks(section);
}

void
dd_html_section_release(struct dd_html_section *section)
{
	free(section->findings);
	free(section->blocks);
}

bool
dd_html_is_clean(
    const struct dd_html_section *section, const struct dd_outcome *outcome)
{
	return outcome->document && !outcome->failure &&
	    diplodoc_verdict(outcome->document) == DIPLODOC_PASS &&
	    dd_outcome_count(outcome) == 0 && section->counts.hidden == 0;
}

/* --- head ----------------------------------------------------------------- */

void
dd_html_put_filters(struct dd_buffer *out, const size_t levels[DD_HTML_LEVELS])
{
	size_t all = levels[0] + levels[1] + levels[2];

	for (int i = DD_HTML_LEVELS - 1; i >= 0; i--)
		if (all == 0 || levels[i] > 0)
			dd_buffer_printf(out, " has-%s",
			    dd_html_level_name((enum dd_html_level)i));
}

/* As a class, and in words for dd_message. */
static const char *
get_verdict(const struct dd_outcome *outcome, const char **ret_class)
{
	enum diplodoc_verdict verdict = outcome->document
	    ? diplodoc_verdict(outcome->document)
	    : DIPLODOC_NOT_CHECKED;

	switch (verdict) {
	case DIPLODOC_PASS:
		*ret_class = "pass";
		return N_("Passes");
	case DIPLODOC_FAIL:
		*ret_class = "fail";
		return N_("Does not pass");
	case DIPLODOC_NOT_CHECKED:
		break;
	}
	*ret_class = "unknown";
	return outcome->document ? N_("Not checked") : N_("Not read");
}

static void
put_verdict(struct dd_buffer *out, const struct dd_messages *messages,
    const struct dd_outcome *outcome)
{
	const char *name, *words = get_verdict(outcome, &name);

	dd_buffer_printf(out, "<span class=\"verdict %s\">", name);
	dd_html_put_shape(out, name);
	dd_html_put(out, dd_message(messages, words));
	dd_buffer_puts(out, "</span>");
}

static void
put_counts(struct dd_html_section *section)
{
	static const char *const words[][2] = {
	    {N_("piece of advice"), N_("pieces of advice")},
	    {N_("warning"), N_("warnings")},
	    {N_("error"), N_("errors")},
	};
	struct dd_buffer *out = section->out;

	for (int i = DD_HTML_LEVELS - 1; i >= 0; i--) {
		size_t count = section->counts.levels[i];

		if (count == 0)
			continue;
		dd_buffer_puts(out, " <span class=\"count\">");
		dd_buffer_printf(out, dd_message(section->messages, "%zu %s"),
		    count, dd_message(section->messages, words[i][count > 1]));
		dd_buffer_puts(out, "</span>");
	}
}

static void
put_head(struct dd_html_section *section, const struct dd_outcome *outcome)
{
	struct dd_buffer *out = section->out;

	dd_buffer_puts(out, "<section class=\"document");
	dd_html_put_filters(out, section->counts.levels);
	dd_buffer_printf(out, "\" id=\"d%zu\">\n<h2>", section->number);
	dd_html_put_file(out, outcome->file);
	dd_buffer_puts(out, "</h2>\n<p class=\"sum\">");
	put_verdict(out, section->messages, outcome);
	put_counts(section);
	dd_buffer_puts(out, "</p>\n");
	if (!outcome->failure)
		return;
	dd_buffer_puts(out, "<p class=\"failure\">");
	dd_html_put_message(out, outcome->failure->text);
	dd_buffer_puts(out, "</p>\n");
}

/* --- blocks --------------------------------------------------------------- */

static void
put_gap(struct dd_html_section *section, size_t from, size_t to)
{
	if (from < to) {
		dd_buffer_puts(section->out, "<p class=\"gap\">⋯ ");
		dd_buffer_printf(section->out,
		    dd_message(section->messages,
			to - from == 1 ? N_("%zu line") : N_("%zu lines")),
		    to - from);
		dd_buffer_puts(section->out, "</p>\n");
	}
}

static void
put_block(struct dd_html_section *section, const struct dd_html_block *block)
{
	struct dd_buffer *out = section->out;
	size_t levels[DD_HTML_LEVELS] = {0};

	for (size_t i = block->first; i < block->end; i++)
		levels[dd_html_level(section->findings[i])]++;
	dd_buffer_printf(
	    out, "<div class=\"block%s", block->to > 0 ? "" : " bare");
	dd_html_put_filters(out, levels);
	dd_buffer_puts(out, "\">\n");
	if (block->to > 0) {
		dd_buffer_puts(out, "<div class=\"excerpt\">\n");
		dd_html_put_lines(section, block);
		dd_buffer_puts(out, "</div>\n");
	}
	dd_buffer_puts(out, "<div class=\"cards\">\n");
	for (size_t i = block->first; i < block->end; i++)
		dd_html_put_card(section, i);
	dd_buffer_puts(out, "</div>\n</div>\n");
}

void
dd_html_put_section(
    struct dd_html_section *section, const struct dd_outcome *outcome)
{
	struct dd_buffer *out = section->out;
	size_t hidden = section->counts.hidden;
	size_t shown = 0;

	put_head(section, outcome);
	for (size_t i = 0; i < section->block_count; i++) {
		const struct dd_html_block *block = &section->blocks[i];

		put_gap(section, shown + 1, block->from);
		put_block(section, block);
		shown = block->to;
	}
	if (section->block_count > 0)
		put_gap(section, shown + 1, section->lines + 1);
	if (hidden > 0) {
		dd_buffer_puts(out, "<p class=\"failure\">");
		dd_buffer_printf(out,
		    dd_message(section->messages,
			hidden == 1 ? N_("%zu more finding is not shown.")
				    : N_("%zu more findings are not shown.")),
		    hidden);
		dd_buffer_puts(out, "</p>\n");
	}
	dd_html_put_excused(section);
	dd_buffer_puts(out, "</section>\n");
}

/* --- table of contents ---------------------------------------------------- */

void
dd_html_put_row(struct dd_buffer *out, const struct dd_html_section *section,
    const struct dd_outcome *outcome)
{
	const size_t *levels = section->counts.levels;

	dd_buffer_puts(out, "<tr class=\"row");
	dd_html_put_filters(out, levels);
	dd_buffer_printf(
	    out, "\"><th scope=\"row\"><a href=\"#d%zu\">", section->number);
	dd_html_put_file(out, outcome->file);
	dd_buffer_puts(out, "</a></th>");
	for (int i = DD_HTML_LEVELS - 1; i >= 0; i--)
		dd_buffer_printf(out, "<td%s>%zu</td>",
		    levels[i] > 0 ? "" : " class=\"none\"", levels[i]);
	dd_buffer_puts(out, "<td>");
	put_verdict(out, section->messages, outcome);
	dd_buffer_puts(out, "</td></tr>\n");
}
