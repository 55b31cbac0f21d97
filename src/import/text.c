/* SPDX-License-Identifier: MIT */
/*
 * Plain text as blocks. A line is a block, unless the text is filled: then
 * lines up to the next empty line, mark or indented line make up one.
 */
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "import/block.h"
#include "import/mark.h"
#include "xml/limits.h"

enum {
	FILLED_MAX = 100, /* columns of the longest line of a filled text */
	FILLED_MIN = 45,  /* of a line that goes on in the next one */
	TAB = 8,
};

struct line {
	const char *text;
	size_t len;	/* without its end and white space there */
	size_t indent;	/* columns */
	size_t columns; /* of all of it */
	const char *next;
};

static struct line
take_line(const char *at, const char *end)
{
	struct line line = {.text = at, .len = strcspn(at, "\r\n")};
	const char *p = at;
	uint32_t cp;
	size_t len;

	if (at + line.len > end)
		line.len = (size_t)(end - at);
	line.next = at + line.len;
	if (*line.next == '\r')
		line.next++;
	if (*line.next == '\n' && line.next < end)
		line.next++;
	for (; p < at + line.len; p += len, line.indent++) {
		len = dd_utf8_decode(p, at + line.len, &cp);
		if (cp == '\t')
			line.indent += TAB - 1 - line.indent % TAB;
		else if (cp == 0x3000)
			line.indent++;
		else if (cp != ' ' && cp != 0xA0)
			break;
	}
	line.columns =
	    line.indent + dd_utf8_count(p, (size_t)(at + line.len - p));
	line.len -= (size_t)(p - line.text);
	line.text = p;
	while (line.len > 0 && line.text[line.len - 1] == ' ')
		line.len--;
	return line;
}

/* True where no line is long and some line fills its columns. */
static bool
is_filled(const char *text, const char *end)
{
	size_t longest = 0, full = 0;

	while (text < end) {
		struct line line = take_line(text, end);

		if (line.columns > longest)
			longest = line.columns;
		full += line.columns >= FILLED_MIN;
		text = line.next;
	}
	return longest <= FILLED_MAX && full >= 3;
}

/* A line of dashes or the like, which no sentence goes on behind. */
static bool
is_rule(const struct line *line)
{
	enum { SHORTEST = 5 };
	size_t count = 0;

	while (count < line->len && strchr("-=_*~#", line->text[count]) &&
	    line->text[count] == line->text[0])
		count++;
	return count >= SHORTEST && count == line->len;
}

/* True where the line goes on with the sentence of the one before. */
static bool
goes_on(const struct line *before, const struct line *line)
{
	return line->len > 0 && before->columns >= FILLED_MIN &&
	    !is_rule(before) && !is_rule(line) &&
	    line->indent >= before->indent &&
	    !dd_mark_read(line->text, line->len).len;
}

/* "long-" and "distance": a hyphen that ends a line joins the words. Behind
 * "short-" and "and long-term" it does not. */
static bool
breaks_word(const struct line *before, const struct line *line)
{
	static const char *const words[] = {"and ", "or ", "to "};

	if (before->len < 2 || before->text[before->len - 1] != '-' ||
	    !dd_ascii_is_letter(before->text[before->len - 2]) ||
	    line->len < 4 || !dd_ascii_is_letter(line->text[0]))
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncmp(line->text, words[i], strlen(words[i])) == 0)
			return false;
	return true;
}

void
dd_blocks_of_text(struct dd_blocks *blocks, const char *text, size_t len)
{
	struct dd_block_writer writer = {.arena = blocks->arena};
	const char *end = text + len;
	bool filled = is_filled(text, end), gap = false;

	/* Each more makes it no less too long. */
	for (const char *at = text;
	     at < end && blocks->count <= DD_LIMIT_PARAGRAPHS;) {
		struct line line = take_line(at, end), next;
		size_t indent = line.indent;
		struct dd_block *block;

		dd_block_write(
		    &writer, line.text, line.len, (size_t)(line.text - text));
		for (; filled && line.len > 0 && line.next < end; line = next) {
			next = take_line(line.next, end);
			if (!goes_on(&line, &next))
				break;
			if (!breaks_word(&line, &next))
				dd_block_write(&writer, " ", 1,
				    (size_t)(next.text - text) - 1);
			dd_block_write(&writer, next.text, next.len,
			    (size_t)(next.text - text));
		}
		block = dd_block_finish(&writer, blocks);
		if (block) {
			block->indent = indent;
			block->after_gap = gap;
		}
		gap = !block;
		at = line.next;
	}
}
