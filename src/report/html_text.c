/* SPDX-License-Identifier: MIT */
/* Owns: text on the page for editors: made safe, cut, taken from a place. */
#include <string.h>
#include "base/buffer.h"
#include "base/escape.h"
#include "base/utf8.h"
#include "report/html.h"

enum {
	SLACK = 24,	  /* code points not worth a cut */
	AROUND = 32,	  /* code points beside a range */
	RANGE_HEAD = 160, /* of a long range */
	RANGE_TAIL = 40,
	LONGEST = 1 << 18, /* bytes of a line that is looked into */
};

static const char cut[] = "<span class=\"cut\">…</span>";

void
dd_html_put(struct dd_buffer *out, const char *text)
{
	dd_escape_xml(out, text, strlen(text));
}

void
dd_html_put_run(struct dd_buffer *out, const char *text, size_t len)
{
	const char *end = text + len;

	while (text < end) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));
		size_t run = (size_t)((stop ? stop : end) - text);
		bool crlf = stop && run > 0 && text[run - 1] == '\r';

		dd_escape_xml(out, text, run - crlf);
		if (!stop)
			return;
		dd_buffer_putc(out, '\n');
		text = stop + 1;
	}
}

void
dd_html_put_message(struct dd_buffer *out, const char *message)
{
	const char *open, *close;

	while (
	    (open = strchr(message, '`')) && (close = strchr(open + 1, '`'))) {
		dd_escape_xml(out, message, (size_t)(open - message));
		dd_buffer_puts(out, "<code>");
		dd_escape_xml(out, open + 1, (size_t)(close - open - 1));
		dd_buffer_puts(out, "</code>");
		message = close + 1;
	}
	dd_html_put(out, message);
}

void
dd_html_put_text(struct dd_html_section *section, const char *text)
{
	dd_html_put(section->out, dd_message(section->messages, text));
}

void
dd_html_put_shape(struct dd_buffer *out, const char *name)
{
	dd_buffer_printf(out,
	    "<svg class=\"shape\" aria-hidden=\"true\">"
	    "<use href=\"#shape-%s\"/></svg>",
	    name);
}

void
dd_html_put_file(struct dd_buffer *out, const char *file)
{
	const char *slash = strrchr(file, '/');
	size_t folder = slash ? (size_t)(slash + 1 - file) : 0;

	if (folder > 0) {
		dd_buffer_puts(out, "<span class=\"folder\">");
		dd_escape_xml(out, file, folder);
		dd_buffer_puts(out, "</span>");
	}
	dd_html_put(out, file + folder);
}

static bool
is_continued(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

const char *
dd_html_skip(const char *text, const char *end, size_t count)
{
	for (; count > 0 && text < end; count--)
		do
			text++;
		while (text < end && is_continued(*text));
	return text;
}

/* `text` or `start` behind it, `count` code points earlier. */
static const char *
skip_back(const char *text, const char *start, size_t count)
{
	for (; count > 0 && text > start; count--)
		do
			text--;
		while (text > start && is_continued(*text));
	return text;
}

void
dd_html_put_cut(struct dd_buffer *out, const char *text, const char *end,
    size_t head, size_t tail)
{
	const char *stop = dd_html_skip(text, end, head);
	const char *rest = skip_back(end, stop, tail);

	if (rest <= dd_html_skip(stop, end, SLACK)) {
		dd_html_put_run(out, text, (size_t)(end - text));
		return;
	}
	dd_html_put_run(out, text, (size_t)(stop - text));
	dd_buffer_puts(out, cut);
	dd_html_put_run(out, rest, (size_t)(end - rest));
}

/* The place of a line and column, and the end of that line; NULL where there is
 * none. */
static const char *
find_column(struct diplodoc_document *document, size_t number, size_t column,
    const char **ret_line, const char **ret_end)
{
	size_t len;
	const char *line = diplodoc_line(document, number, &len);

	if (len > LONGEST || column == 0)
		return NULL;
	*ret_line = line;
	*ret_end = line + len;
	return dd_html_skip(line, line + len, column - 1);
}

bool
dd_html_find(struct diplodoc_document *document,
    const struct diplodoc_place *place, struct dd_html_range *ret_range)
{
	const char *ignored;
	size_t len;

	diplodoc_text(document, &len);
	if (len == 0)
		return false;
	ret_range->from = find_column(
	    document, place->line, place->column, &ret_range->line, &ignored);
	ret_range->to = find_column(document, place->end_line,
	    place->end_column, &ignored, &ret_range->line_end);
	if (!ret_range->from || !ret_range->to ||
	    ret_range->to < ret_range->from)
		return false;
	while (ret_range->line < ret_range->from &&
	    (*ret_range->line == ' ' || *ret_range->line == '\t'))
		ret_range->line++;
	return true;
}

void
dd_html_put_range(struct dd_buffer *out, const struct dd_html_range *range,
    const char *name, const char *inside, size_t len)
{
	dd_html_put_cut(out, range->line, range->from, 0, AROUND);
	if (len > 0) {
		dd_buffer_printf(out, "<%s>", name);
		dd_html_put_cut(
		    out, inside, inside + len, RANGE_HEAD, RANGE_TAIL);
		dd_buffer_printf(out, "</%s>", name);
	}
	dd_html_put_cut(out, range->to, range->line_end, AROUND, 0);
}
