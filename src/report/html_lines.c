/* SPDX-License-Identifier: MIT */
/* Owns: lines of a document with what is meant in <mark>, and in front of it
 * the numbers of the findings. */
#include <stdlib.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "report/html.h"

enum {
	BESIDE = 140,	 /* code points shown beside a mark */
	MARK_HEAD = 300, /* and of a long mark */
	MARK_TAIL = 60,
	PLAIN = 200, /* and of a line without one */
};

/* A part of a line that a finding is about, in code points from 0. */
struct mark {
	size_t from, to;
	enum dd_html_level level;
	size_t number; /* of the finding; 0: it began on a line above */
};

/* A line on its way out. */
struct line {
	const char *text, *end;	      /* what is left of it */
	size_t at, length;	      /* code points: done, and in all */
	size_t reach[DD_HTML_LEVELS]; /* where marks of a level end */
	const struct mark *marks;     /* in the order of `from` */
	size_t count, next;
};

/* The parts of line `number` that the findings of the block are about. */
static size_t
find_marks(const struct dd_html_section *section,
    const struct dd_html_block *block, size_t number, size_t length,
    struct mark *marks)
{
	size_t count = 0;

	for (size_t i = block->first; i < block->end; i++) {
		const struct diplodoc_diagnostic *finding =
		    section->findings[i];
		const struct diplodoc_place *place = &finding->place;
		bool begins = place->line == number;
		struct mark mark = {.to = length};

		if (number < place->line || number > dd_html_last_line(finding))
			continue;
		mark.level = dd_html_level(finding);
		mark.number = begins ? i + 1 : 0;
		if (begins)
			mark.from = place->column - 1;
		if (place->end_line == number)
			mark.to = place->end_column - 1;
		if (mark.to <= mark.from)
			mark.to = mark.from + 1;
		marks[count++] = mark;
	}
	return count;
}

/* Takes the marks that begin here, and writes their numbers. */
static void
begin_marks(struct dd_html_section *section, struct line *line)
{
	struct dd_buffer *out = section->out;

	for (; line->next < line->count; line->next++) {
		const struct mark *mark = &line->marks[line->next];
		size_t *reach = &line->reach[mark->level];

		if (mark->from > line->at && line->at < line->length)
			return;
		if (mark->to > *reach)
			*reach = mark->to;
		if (mark->number == 0)
			continue;
		dd_buffer_printf(out,
		    "<a class=\"ref %s\" href=\"#d%zu-f%zu\"><span "
		    "class=\"unseen\">",
		    dd_html_level_name(mark->level), section->number,
		    mark->number);
		dd_html_put_text(section, "finding ");
		dd_buffer_printf(out, "</span>%zu</a>", mark->number);
	}
}

/* The gravest level of the marks that reach over this place; DD_HTML_LEVELS
 * for none. In *ret_end where that changes. */
static unsigned
find_level(const struct line *line, size_t *ret_end)
{
	unsigned level = DD_HTML_LEVELS;

	*ret_end = line->length;
	if (line->next < line->count && line->marks[line->next].from < *ret_end)
		*ret_end = line->marks[line->next].from;
	for (unsigned i = 0; i < DD_HTML_LEVELS; i++) {
		if (line->reach[i] <= line->at)
			continue;
		level = i;
		if (line->reach[i] < *ret_end)
			*ret_end = line->reach[i];
	}
	return level;
}

static void
put_piece(struct dd_buffer *out, const struct line *line, const char *stop,
    unsigned level, bool first)
{
	bool last = stop == line->end;

	if (level < DD_HTML_LEVELS) {
		dd_buffer_printf(out, "<mark class=\"%s\">",
		    dd_html_level_name((enum dd_html_level)level));
		dd_html_put_cut(out, line->text, stop, MARK_HEAD, MARK_TAIL);
		dd_buffer_puts(out, "</mark>");
	} else if (first && last) {
		dd_html_put_cut(out, line->text, stop, PLAIN, 0);
	} else {
		dd_html_put_cut(out, line->text, stop, first ? 0 : BESIDE,
		    last ? 0 : BESIDE);
	}
}

static void
put_text(struct dd_html_section *section, struct line *line)
{
	bool first = true;

	while (line->at < line->length || line->next < line->count) {
		const char *stop;
		unsigned level;
		size_t end;

		begin_marks(section, line);
		level = find_level(line, &end);
		if (line->at >= line->length) {
			/* Behind the last character there is nothing to mark
			 * but the place. */
			if (level < DD_HTML_LEVELS)
				dd_buffer_printf(section->out,
				    "<mark class=\"%s\"> </mark>",
				    dd_html_level_name(
					(enum dd_html_level)level));
			return;
		}
		stop = dd_html_skip(line->text, line->end, end - line->at);
		put_piece(section->out, line, stop, level, first);
		first = false;
		line->text = stop;
		line->at = end;
	}
}

static void
put_line(struct dd_html_section *section, const struct dd_html_block *block,
    size_t number, struct mark *marks)
{
	struct line line = {.marks = marks};
	size_t len;

	line.text = diplodoc_line(section->document, number, &len);
	line.end = line.text + len;
	line.length = dd_utf8_count(line.text, len);
	line.count = find_marks(section, block, number, line.length, marks);
	dd_buffer_printf(section->out,
	    "<li value=\"%zu\" id=\"d%zu-l%zu\"%s><code>", number,
	    section->number, number, line.count > 0 ? " class=\"hit\"" : "");
	put_text(section, &line);
	dd_buffer_puts(section->out, "</code></li>\n");
}

void
dd_html_put_lines(
    struct dd_html_section *section, const struct dd_html_block *block)
{
	struct mark *marks =
	    dd_calloc(block->end - block->first, sizeof *marks);

	dd_buffer_puts(section->out, "<ol class=\"lines\" translate=\"no\"");
	if (section->language[0])
		dd_buffer_printf(
		    section->out, " lang=\"%s\"", section->language);
	dd_buffer_puts(section->out, ">\n");
	for (size_t number = block->from; number <= block->to; number++)
		put_line(section, block, number, marks);
	dd_buffer_puts(section->out, "</ol>\n");
	free(marks);
}
