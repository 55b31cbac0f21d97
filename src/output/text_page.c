/* SPDX-License-Identifier: MIT */
/* The page of wire text. Where lines break is text_fill's. */
#include "output/text_page.h"
#include <stdint.h>
#include <string.h>
#include "output/text_run.h"
#include "base/width.h"

void
dd_text_page_init(struct dd_text_page *page, struct dd_buffer *out,
    size_t width, const char *lang)
{
	page->out = out;
	page->width = width;
	page->gap = 0;
	page->begun = false;
	dd_buffer_init(&page->lead, 0);
	dd_text_filler_init(&page->filler, lang);
}

void
dd_text_page_release(struct dd_text_page *page)
{
	dd_buffer_release(&page->lead);
	dd_text_filler_release(&page->filler);
}

void
dd_text_page_gap(struct dd_text_page *page, size_t lines)
{
	if (page->begun && page->lead.len == 0 && lines > page->gap)
		page->gap = lines;
}

size_t
dd_text_page_indent(const struct dd_text_page *page, size_t left, size_t by)
{
	size_t middle = page->width / 2;

	return left + by < middle ? left + by : middle;
}

static size_t
measure_lead(const struct dd_text_page *page)
{
	return dd_text_width(page->lead.data, page->lead.len);
}

void
dd_text_page_pad(struct dd_text_page *page, size_t left)
{
	size_t have = measure_lead(page);

	if (have < left)
		dd_buffer_repeat(&page->lead, ' ', left - have);
	else if (have > 0 && page->lead.data[page->lead.len - 1] != ' ')
		dd_buffer_putc(&page->lead, ' ');
}

size_t
dd_text_page_label(
    struct dd_text_page *page, const char *label, size_t left, size_t hang)
{
	struct dd_buffer clean;
	size_t needed;

	dd_buffer_init(&clean, 0);
	dd_text_run_verbatim(&clean, label);
	clean.len = dd_text_trim(clean.data, clean.len);
	needed = clean.len ? dd_text_width(clean.data, clean.len) + 1 : 0;
	dd_text_page_pad(page, left);
	dd_buffer_add(&page->lead, clean.data, clean.len);
	dd_buffer_release(&clean);
	return dd_text_page_indent(page, left, hang > needed ? hang : needed);
}

void
dd_text_page_line(
    struct dd_text_page *page, size_t left, const char *text, size_t len)
{
	len = dd_text_trim(text, len);
	if (page->begun)
		dd_buffer_repeat(page->out, '\n', page->gap);
	page->gap = 0;
	page->begun = true;
	dd_text_page_pad(page, left);
	if (len == 0)
		page->lead.len = dd_text_trim(page->lead.data, page->lead.len);
	dd_buffer_add(page->out, page->lead.data, page->lead.len);
	dd_buffer_add(page->out, text, len);
	dd_buffer_putc(page->out, '\n');
	dd_buffer_clear(&page->lead);
}

void
dd_text_page_flush(struct dd_text_page *page)
{
	if (dd_text_trim(page->lead.data, page->lead.len) > 0)
		dd_text_page_line(page, 0, "", 0);
	dd_buffer_clear(&page->lead);
}

int
dd_text_page_paragraph(struct dd_text_page *page, struct dd_text_run *run,
    size_t left, bool keep, struct dd_error *error)
{
	struct dd_text_lines lines = {0};
	size_t first, start;
	int rc;

	if (run->text.len == 0)
		return 0;
	dd_text_run_glue_addresses(run);
	dd_text_page_pad(page, left);
	start = measure_lead(page);
	first = start < page->width ? page->width - start : 0;
	rc = dd_text_fill(&page->filler, &run->text, &run->glue,
	    keep ? SIZE_MAX / 2 : first,
	    keep ? SIZE_MAX / 2 : page->width - left, &lines, error);
	for (size_t i = 0; i < lines.count && rc == 0; i++) {
		const struct dd_text_line *line = &lines.lines[i];

		if (line->end > line->start)
			dd_text_page_line(page, left,
			    run->text.data + line->start,
			    line->end - line->start);
		else
			dd_text_page_flush(page);
	}
	dd_text_lines_release(&lines);
	dd_text_run_clear(run);
	return rc;
}
