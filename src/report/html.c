/* SPDX-License-Identifier: MIT */
/*
 * Owns: findings as one page for people without a terminal: no script, nothing
 * loaded, the same bytes for the same findings. The parts are gathered while
 * the run goes on, as what is counted stands on top.
 */
#include "report/html.h"
#include <stdlib.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "base/resource.h"
#include "report/report.h"

struct page {
	struct dd_buffer rows, sections, clean;
	size_t section_count, clean_count;
};

static void
begin(struct dd_report *report)
{
	struct page *page = dd_calloc(1, sizeof *page);

	dd_buffer_init(&page->rows, 0);
	dd_buffer_init(&page->sections, 0);
	dd_buffer_init(&page->clean, 0);
	report->state = page;
}

static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct page *page = report->state;
	struct dd_html_section section = {
	    .out = &page->sections,
	    .messages = report->messages,
	    .number = page->section_count + 1,
	    .verbose = report->verbose,
	};

	dd_html_section_init(&section, outcome);
	if (dd_html_is_clean(&section, outcome)) {
		page->clean_count++;
		dd_buffer_puts(&page->clean, "<li>");
		dd_html_put_file(&page->clean, outcome->file);
		dd_buffer_puts(&page->clean, "</li>\n");
	} else {
		page->section_count++;
		dd_html_put_row(&page->rows, &section, outcome);
		dd_html_put_section(&section, outcome);
	}
	dd_html_section_release(&section);
}

/* The text in the language of the page. */
static void
put_words(struct dd_report *report, const char *text)
{
	dd_html_put(report->out, dd_message(report->messages, text));
}

/* --- head ----------------------------------------------------------------- */

static void
put_style(struct dd_buffer *out)
{
	struct dd_resource_set set;
	struct dd_resource style = {.data = ""};

	dd_resource_set_init(&set);
	dd_resource_get(&set, "src/report/report.css", &style, NULL);
	dd_buffer_puts(out, "<style>\n");
	dd_buffer_add(out, style.data, style.len);
	dd_buffer_puts(out, "</style>\n");
	dd_resource_set_release(&set);
}

/* The shapes of levels and verdicts, drawn once. */
static void
put_shapes(struct dd_buffer *out)
{
	static const struct {
		const char *name, *path;
	} shapes[] = {
	    {"error", "M5 1h6l4 4v6l-4 4H5l-4-4V5z"},
	    {"warning", "M8 1l7.5 13.5H.5z"},
	    {"advice", "M8 0l8 8-8 8-8-8z"},
	    {"pass", "M6.2 13.5L1 8.3l2-2 3.2 3.2L13 2.7l2 2z"},
	    {"fail", "M3 1l5 5 5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5-5-5z"},
	    {"unknown", "M1 6h14v4H1z"},
	};

	dd_buffer_puts(out, "<svg class=\"shapes\" aria-hidden=\"true\">\n");
	for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
		dd_buffer_printf(out,
		    "<symbol id=\"shape-%s\" viewBox=\"0 0 16 16\">"
		    "<path d=\"%s\"/></symbol>\n",
		    shapes[i].name, shapes[i].path);
	dd_buffer_puts(out, "</svg>\n");
}

static void
put_head(struct dd_report *report, const char *sentence)
{
	struct dd_buffer *out = report->out;

	dd_buffer_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n",
	    dd_messages_language(report->messages));
	dd_buffer_puts(out,
	    "<head>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"default-src 'none'; style-src 'unsafe-inline'; "
	    "base-uri 'none'; form-action 'none'\">\n"
	    "<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n<title>");
	dd_html_put(out, sentence);
	dd_buffer_puts(out, " – diplodoc</title>\n");
	put_style(out);
	dd_buffer_puts(out,
	    "</head>\n<body>\n"
	    "<a class=\"skip\" href=\"#main\">");
	put_words(report, "Skip to the findings");
	dd_buffer_puts(out, "</a>\n");
	put_shapes(out);
}

/* --- summary -------------------------------------------------------------- */

static void
put_choice(struct dd_report *report, const char *name, const char *words,
    size_t count, bool all)
{
	struct dd_buffer *out = report->out;

	dd_buffer_printf(out,
	    "<div class=\"choice %s\"><input type=\"radio\" name=\"show\" "
	    "id=\"show-%s\"%s><label for=\"show-%s\"><b>%zu</b> <span>",
	    name, name,
	    all		     ? " checked"
		: count == 0 ? " disabled"
			     : "",
	    name, count);
	if (!all)
		dd_html_put_shape(out, name);
	put_words(report, words);
	dd_buffer_puts(out, "</span></label></div>\n");
}

static void
put_level(struct dd_report *report, enum dd_html_level level, size_t count)
{
	put_choice(report, dd_html_level_name(level),
	    dd_html_level_word(level, count != 1), count, false);
}

static void
put_choices(struct dd_report *report)
{
	const struct dd_tally *tally = report->tally;
	size_t all = tally->errors + tally->warnings + tally->advice;

	if (all == 0)
		return;
	dd_buffer_puts(report->out, "<fieldset>\n<legend>");
	put_words(report, "Findings to show");
	dd_buffer_puts(report->out, "</legend>\n");
	put_choice(report, "all", all == 1 ? N_("Finding") : N_("Findings"),
	    all, true);
	put_level(report, DD_HTML_ERROR, tally->errors);
	put_level(report, DD_HTML_WARNING, tally->warnings);
	put_level(report, DD_HTML_ADVICE, tally->advice);
	dd_buffer_puts(report->out, "</fieldset>\n");
}

static void
put_fact(struct dd_report *report, const char *name, size_t count, bool always)
{
	if (count == 0 && !always)
		return;
	dd_buffer_puts(report->out, "<div><dt>");
	put_words(report, name);
	dd_buffer_printf(report->out, "</dt><dd>%zu</dd></div>\n", count);
}

static void
put_facts(struct dd_report *report)
{
	const struct dd_tally *tally = report->tally;

	dd_buffer_puts(report->out, "<dl class=\"facts\">\n");
	put_fact(report, N_("Files"), tally->files, true);
	put_fact(report, N_("pass"), tally->valid, true);
	put_fact(report, N_("do not pass"), tally->invalid, true);
	put_fact(report, N_("not checked"), tally->not_checked, false);
	put_fact(report, N_("not read"), tally->unread, false);
	put_fact(report, tally->planned ? N_("to be fixed") : N_("fixed"),
	    tally->fixed, false);
	put_fact(report, N_("suppressed"), tally->suppressed, false);
	put_fact(report, N_("in the baseline"), tally->known, false);
	put_fact(report, N_("not shown"), tally->hidden, false);
	dd_buffer_puts(report->out, "</dl>\n");
}

static void
put_summary(struct dd_report *report, const char *sentence)
{
	const struct dd_tally *tally = report->tally;
	struct dd_buffer *out = report->out;
	bool nothing = tally->valid == tally->files && tally->errors == 0 &&
	    tally->warnings == 0 && tally->advice == 0 && tally->hidden == 0;

	dd_buffer_puts(out, "<header>\n<h1>");
	dd_buffer_printf(out,
	    dd_message(report->messages,
		tally->files == 1 ? N_("Report on %zu file")
				  : N_("Report on %zu files")),
	    tally->files);
	dd_buffer_printf(
	    out, "</h1>\n<p class=\"lead%s\">", nothing ? " nothing" : "");
	if (nothing)
		dd_html_put_shape(out, "pass");
	dd_html_put(out, sentence);
	dd_buffer_puts(out, "</p>\n");
	put_choices(report);
	put_facts(report);
	dd_buffer_puts(out, "</header>\n");
}

/* --- the rest ------------------------------------------------------------- */

static void
put_contents(struct dd_report *report, const struct page *page)
{
	struct dd_buffer *out = report->out;

	if (page->section_count < 2)
		return;
	dd_buffer_puts(
	    out, "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
	put_words(report, "Contents");
	dd_buffer_puts(out, "</h2>\n<table>\n<thead><tr><th scope=\"col\">");
	put_words(report, "File");
	dd_buffer_puts(out, "</th>");
	for (int i = DD_HTML_LEVELS - 1; i >= 0; i--) {
		enum dd_html_level level = (enum dd_html_level)i;

		dd_buffer_puts(out, "<th scope=\"col\">");
		dd_html_put_shape(out, dd_html_level_name(level));
		dd_buffer_puts(out, "<span class=\"word\">");
		put_words(report, dd_html_level_word(level, true));
		dd_buffer_puts(out, "</span></th>");
	}
	dd_buffer_puts(out, "<th scope=\"col\">");
	put_words(report, "Verdict");
	dd_buffer_puts(out, "</th></tr></thead>\n<tbody>\n");
	dd_buffer_add(out, page->rows.data, page->rows.len);
	dd_buffer_puts(out, "</tbody>\n</table>\n</nav>\n");
}

static void
put_clean(struct dd_report *report, const struct page *page)
{
	struct dd_buffer *out = report->out;

	if (page->clean_count == 0)
		return;
	dd_buffer_puts(out, "<details class=\"clean\">\n<summary>");
	dd_buffer_printf(out,
	    dd_message(report->messages,
		page->clean_count == 1 ? N_("%zu file without findings")
				       : N_("%zu files without findings")),
	    page->clean_count);
	dd_buffer_puts(out, "</summary>\n<ul>\n");
	dd_buffer_add(out, page->clean.data, page->clean.len);
	dd_buffer_puts(out, "</ul>\n</details>\n");
}

static void
end(struct dd_report *report)
{
	struct page *page = report->state;
	struct dd_buffer *out = report->out;
	struct dd_buffer sentence;

	dd_buffer_init(&sentence, 0);
	dd_tally_print(
	    report->tally, report->messages, N_("nothing found"), &sentence);
	sentence.data[--sentence.len] = '\0'; /* the newline */
	put_head(report, sentence.data);
	put_summary(report, sentence.data);
	put_contents(report, page);
	dd_buffer_puts(out, "<main id=\"main\" tabindex=\"-1\">\n");
	dd_buffer_add(out, page->sections.data, page->sections.len);
	put_clean(report, page);
	dd_buffer_puts(out, "</main>\n<footer>\n<p>");
	dd_buffer_printf(out,
	    dd_message(report->messages, "Made by diplodoc %s."),
	    DIPLODOC_VERSION);
	dd_buffer_puts(out, "</p>\n</footer>\n</body>\n</html>\n");
	dd_buffer_release(&sentence);
	dd_buffer_release(&page->rows);
	dd_buffer_release(&page->sections);
	dd_buffer_release(&page->clean);
	free(page);
}

const struct dd_printer dd_printer_html = {
    .name = "html",
    .summary = "a page for people: findings beside the lines of the source",
    .begin = begin,
    .add = add,
    .end = end,
};
