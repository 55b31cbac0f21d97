/* SPDX-License-Identifier: MIT */
/*
 * Owns: a document's text and the way from offsets to lines, columns and
 * bytes of the file. Leaves filling the text to the gate.
 */
#include "xml/source.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

enum { STEP = 1024 }; /* bytes of text from one checkpoint to the next */

void
dd_source_release(struct dd_source *source)
{
	if (!source)
		return;
	free(source->text);
	free(source->lines);
	free(source->counts);
	*source = (struct dd_source){.name = source->name};
}

/* The offset behind the line end at or after `from`, or 0 at the last line.
 * Hardly a text has a carriage return. */
static size_t
find_next_line(const struct dd_source *source, size_t from, bool returns)
{
	const char *text = source->text, *end = text + source->len;
	const char *feed = text + from;

	if (from == source->len)
		return 0;
	if (!returns) {
		feed = memchr(feed, '\n', (size_t)(end - feed));
		return feed ? (size_t)(feed - text) + 1 : 0;
	}
	while (feed < end && *feed != '\n' && *feed != '\r')
		feed++;
	if (feed == end)
		return 0;
	if (*feed == '\r' && feed + 1 < end && feed[1] == '\n')
		feed++;
	return (size_t)(feed - text) + 1;
}

/* The sum of eight bytes that are 0 or 1 each. */
static size_t
add_up(uint64_t bytes)
{
	return (size_t)(bytes * 0x0101010101010101u >> 56);
}

/* Counts eight bytes at once: those that go on a character, and first ones of
 * four bytes of UTF-8. */
static void
count_eight(const char *text, struct dd_source_count *count)
{
	const uint64_t ones = 0x0101010101010101u;
	uint64_t bytes;

	memcpy(&bytes, text, sizeof bytes);
	count->characters += 8;
	if (!(bytes & 0x80 * ones))
		return;
	count->characters -= add_up(bytes >> 7 & ~(bytes >> 6) & ones);
	count->pairs +=
	    add_up(bytes >> 7 & bytes >> 6 & bytes >> 5 & bytes >> 4 & ones);
}

static void
count_on(const struct dd_source *source, size_t from, size_t to,
    struct dd_source_count *count)
{
	for (; to - from >= 8; from += 8)
		count_eight(source->text + from, count);
	for (; from < to; from++) {
		unsigned char c = (unsigned char)source->text[from];

		count->characters += (c & 0xC0) != 0x80;
		count->pairs += c >= 0xF0;
	}
}

/* What stands in front of `offset`. */
static struct dd_source_count
count_before(const struct dd_source *source, size_t offset)
{
	struct dd_source_count count = source->counts[offset / STEP];

	count_on(source, offset - offset % STEP, offset, &count);
	return count;
}

/* The offset in the file as it was given. */
static size_t
get_byte(const struct dd_source *source, size_t offset)
{
	struct dd_source_count count;

	if (source->encoding == DD_UTF_8 || source->encoding == DD_US_ASCII)
		return source->bom + offset;
	count = count_before(source, offset);
	if (source->encoding == DD_ISO_8859_1 ||
	    source->encoding == DD_WINDOWS_1252)
		return source->bom + count.characters;
	return source->bom + 2 * (count.characters + count.pairs);
}

static void
make_lines(struct dd_source *source)
{
	bool returns =
	    source->len > 0 && memchr(source->text, '\r', source->len) != NULL;
	size_t count = 1, at = 0, i;

	while ((at = find_next_line(source, at, returns)) > 0)
		count++;
	source->lines = dd_calloc(count, sizeof(*source->lines));
	source->line_count = count;
	for (i = 1; i < count; i++)
		source->lines[i] =
		    find_next_line(source, source->lines[i - 1], returns);
}

static void
make_counts(struct dd_source *source)
{
	size_t count = source->len / STEP + 1, i;

	source->counts = dd_calloc(count, sizeof(*source->counts));
	for (i = 1; i < count; i++) {
		source->counts[i] = source->counts[i - 1];
		count_on(source, (i - 1) * STEP, i * STEP, &source->counts[i]);
	}
}

static void
make_tables(struct dd_source *source)
{
	if (source->lines)
		return;
	make_lines(source);
	make_counts(source);
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
	size_t line;

	if (offset > source->len)
		offset = source->len;
	line = find_line(source, offset);
	*ret_line = line + 1;
	*ret_column = 1 + count_before(source, offset).characters -
	    count_before(source, source->lines[line]).characters;
	*ret_byte = get_byte(source, offset);
}

void
dd_source_place(
    struct dd_source *source, struct dd_range range, struct dd_place *ret_place)
{
	make_tables(source);
	place_offset(source, range.start, &ret_place->line, &ret_place->column,
	    &ret_place->byte);
	place_offset(source, range.end, &ret_place->end_line,
	    &ret_place->end_column, &ret_place->end_byte);
}

const char *
dd_source_line(struct dd_source *source, size_t line, size_t *ret_len)
{
	size_t start, end;

	make_tables(source);
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
