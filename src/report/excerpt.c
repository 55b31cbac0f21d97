/* SPDX-License-Identifier: MIT */
/* Owns: cutting a source line to a window and underlining a part of it. */
#include "report/excerpt.h"
#include <stdint.h>
#include <string.h>
#include "base/buffer.h"
#include "base/escape.h"
#include "base/utf8.h"
#include "base/width.h"

enum {
	TAB_STOP = 8,
	GUTTER = 9,		/* "  123 | " and a little air */
	LEAST_WIDTH = 40,	/* of a window */
	DEFAULT_WIDTH = 100,	/* of an unknown terminal */
	LONGEST_LINE = 1 << 18, /* bytes; two passes for each finding */
};

/* One character on its way to the screen. */
struct cell {
	size_t at, width; /* columns from 0 */
	char text[48];	  /* as shown */
};

/* Goes over the characters of a line. */
struct walk {
	const char *next, *end;
	size_t column; /* code points read */
	size_t at;     /* columns used */
};

static void
set_tab(struct cell *cell)
{
	cell->width = TAB_STOP - cell->at % TAB_STOP;
	memset(cell->text, ' ', cell->width);
	cell->text[cell->width] = '\0';
}

static void
set_character(struct cell *cell, const char *text, size_t len)
{
	struct dd_buffer safe;

	if (*text >= ' ' && *text <= '~') {
		cell->width = 1;
		cell->text[0] = *text;
		cell->text[1] = '\0';
		return;
	}
	dd_buffer_init(&safe, sizeof(cell->text) - 1);
	dd_escape_terminal(&safe, text, len);
	cell->width = dd_text_width(safe.data, safe.len);
	memcpy(cell->text, safe.data, safe.len + 1);
	dd_buffer_release(&safe);
}

static bool
step(struct walk *walk, struct cell *cell)
{
	uint32_t cp = 0;
	size_t len;

	if (walk->next >= walk->end)
		return false;
	len = dd_utf8_decode(walk->next, walk->end, &cp);
	if (len == 0)
		len = 1;
	cell->at = walk->at;
	if (*walk->next == '\t')
		set_tab(cell);
	else
		set_character(cell, walk->next, len);
	walk->next += len;
	walk->column++;
	walk->at += cell->width;
	return true;
}

/* A range of screen columns, from 0. */
struct span {
	size_t from, to;
};

/* Where the mark stands, and in *ret_total how wide the line is. */
static struct span
find_mark(const struct dd_excerpt *excerpt, size_t *ret_total)
{
	struct walk walk = {
	    .next = excerpt->line,
	    .end = excerpt->line + excerpt->len,
	};
	struct span mark = {SIZE_MAX, SIZE_MAX};
	struct cell cell;

	while (step(&walk, &cell)) {
		if (walk.column == excerpt->column)
			mark.from = cell.at;
		if (walk.column + 1 == excerpt->end)
			mark.to = walk.at;
	}
	*ret_total = walk.at;
	if (mark.from == SIZE_MAX)
		mark.from = walk.at;
	if (mark.to == SIZE_MAX)
		mark.to = excerpt->end > excerpt->column ? walk.at : mark.from;
	if (mark.to <= mark.from)
		mark.to = mark.from + 1;
	return mark;
}

/* The part of the line that fits, the mark in its middle if it must be cut. */
static struct span
choose_window(struct span mark, size_t total, size_t room)
{
	struct span window = {0, total};
	size_t wide = mark.to - mark.from, lead;

	if (total <= room)
		return window;
	lead = wide + 8 >= room ? 4 : (room - wide) / 2;
	window.from =
	    mark.to < room || mark.from <= lead ? 0 : mark.from - lead;
	if (window.from > 0 && window.from + room > total)
		window.from = total - room;
	window.to = window.from + room;
	return window;
}

static void
print_line(struct dd_buffer *out, const struct dd_excerpt *excerpt,
    struct span window, size_t total)
{
	struct walk walk = {
	    .next = excerpt->line,
	    .end = excerpt->line + excerpt->len,
	};
	bool cut_left = window.from > 0, cut_right = window.to < total;
	struct cell cell;

	dd_paint(out, excerpt->color, DD_PAINT_QUIET);
	dd_buffer_printf(out, "%5zu | ", excerpt->number);
	dd_paint(out, excerpt->color, DD_PAINT_END);
	if (cut_left)
		dd_buffer_puts(out, "\xE2\x80\xA6");
	window.from += cut_left;
	window.to -= cut_right;
	while (walk.at <= window.to && step(&walk, &cell)) {
		if (cell.at >= window.from && walk.at <= window.to)
			dd_buffer_puts(out, cell.text);
		else if (walk.at > window.from && cell.at < window.to)
			/* Half a wide character or tab: keep the columns. */
			dd_buffer_repeat(out, ' ',
			    (walk.at < window.to ? walk.at : window.to) -
				(cell.at > window.from ? cell.at
						       : window.from));
	}
	if (cut_right)
		dd_buffer_puts(out, "\xE2\x80\xA6");
	while (out->data[out->len - 1] == ' ')
		out->data[--out->len] = '\0';
	dd_buffer_putc(out, '\n');
}

static void
print_mark(struct dd_buffer *out, const struct dd_excerpt *excerpt,
    struct span mark, struct span window)
{
	size_t end = mark.to;

	if (end > window.to && mark.from < window.to)
		end = window.to;
	dd_paint(out, excerpt->color, DD_PAINT_QUIET);
	dd_buffer_puts(out, "      | ");
	dd_paint(out, excerpt->color, DD_PAINT_END);
	dd_buffer_repeat(out, ' ', mark.from - window.from);
	dd_paint(out, excerpt->color, excerpt->paint);
	dd_buffer_putc(out, '^');
	dd_buffer_repeat(out, '~', end - mark.from - 1);
	dd_paint(out, excerpt->color, DD_PAINT_END);
	dd_buffer_putc(out, '\n');
}

void
dd_excerpt_print(struct dd_buffer *out, const struct dd_excerpt *excerpt)
{
	size_t width = excerpt->width ? excerpt->width : DEFAULT_WIDTH;
	struct span mark, window;
	size_t total;

	if (excerpt->len > LONGEST_LINE)
		return;
	if (width < LEAST_WIDTH + GUTTER)
		width = LEAST_WIDTH + GUTTER;
	mark = find_mark(excerpt, &total);
	window = choose_window(mark, total, width - GUTTER);
	print_line(out, excerpt, window, total);
	print_mark(out, excerpt, mark, window);
}
