/* SPDX-License-Identifier: MIT */
/*
 * Owns: a document's text and the way from offsets to lines, columns and
 * bytes of the file. Leaves filling the text to the gate.
 */
#include "xml/source.h"
#include <stdbool.h>
#include <stdlib.h>
#include "base/memory.h"
#include "base/utf8.h"

void
dd_source_release(struct dd_source *source)
{
	if (!source)
		return;
	free(source->text);
	free(source->lines);
	free(source->line_bytes);
	*source = (struct dd_source){.name = source->name};
}

/* The offset behind the line end at or after `from`, or 0 at the last line. */
static size_t
find_next_line(const struct dd_source *source, size_t from)
{
	size_t i;

	for (i = from; i < source->len; i++) {
		if (source->text[i] == '\n')
			return i + 1;
		if (source->text[i] == '\r')
			return i + 1 +
			    (i + 1 < source->len &&
				source->text[i + 1] == '\n');
	}
	return 0;
}

/* How many bytes of the file as given the text [from, to) was. */
static size_t
measure_bytes(const struct dd_source *source, size_t from, size_t to)
{
	size_t count, i;

	if (source->encoding == DD_UTF_8 || source->encoding == DD_US_ASCII)
		return to - from;
	count = dd_utf8_count(source->text + from, to - from);
	if (source->encoding == DD_ISO_8859_1 ||
	    source->encoding == DD_WINDOWS_1252)
		return count;
	for (i = from; i < to; i++) /* four bytes of UTF-8: a surrogate pair */
		count += (unsigned char)source->text[i] >= 0xF0;
	return 2 * count;
}

static void
make_lines(struct dd_source *source)
{
	bool apart =
	    source->encoding != DD_UTF_8 && source->encoding != DD_US_ASCII;
	size_t count = 1, at = 0, i;

	if (source->lines)
		return;
	while ((at = find_next_line(source, at)) > 0)
		count++;
	source->lines = dd_calloc(count, sizeof(*source->lines));
	source->line_count = count;
	for (i = 1; i < count; i++)
		source->lines[i] = find_next_line(source, source->lines[i - 1]);
	if (!apart)
		return;
	source->line_bytes = dd_calloc(count, sizeof(*source->line_bytes));
	for (i = 1; i < count; i++)
		source->line_bytes[i] = source->line_bytes[i - 1] +
		    measure_bytes(
			source, source->lines[i - 1], source->lines[i]);
}

/* The index of the last line that starts at or before `offset`. */
static size_t
find_line(const struct dd_source *source, size_t offset)
{
	size_t low = 0, high = source->line_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (source->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void
place_offset(struct dd_source *source, size_t offset, size_t *ret_line,
    size_t *ret_column, size_t *ret_byte)
{
	size_t line, start, first;

	if (offset > source->len)
		offset = source->len;
	line = find_line(source, offset);
	start = source->lines[line];
	first = source->line_bytes ? source->line_bytes[line] : start;
	*ret_line = line + 1;
	*ret_column = 1;
	if (offset > start)
		*ret_column +=
		    dd_utf8_count(source->text + start, offset - start);
	*ret_byte = source->bom + first + measure_bytes(source, start, offset);
}

void
dd_source_place(
    struct dd_source *source, struct dd_range range, struct dd_place *ret_place)
{
	make_lines(source);
	place_offset(source, range.start, &ret_place->line, &ret_place->column,
	    &ret_place->byte);
	place_offset(source, range.end, &ret_place->end_line,
	    &ret_place->end_column, &ret_place->end_byte);
}

const char *
dd_source_line(struct dd_source *source, size_t line, size_t *ret_len)
{
	size_t start, end;

	make_lines(source);
	*ret_len = 0;
	if (line == 0 || line > source->line_count || source->len == 0)
		return "";
	start = source->lines[line - 1];
	end = line < source->line_count ? source->lines[line] : source->len;
	while (end > start &&
	    (source->text[end - 1] == '\n' || source->text[end - 1] == '\r'))
		end--;
	*ret_len = end - start;
	return source->text + start;
}
