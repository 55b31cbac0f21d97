/* SPDX-License-Identifier: MIT */
#include "import/caption.h"
#include <string.h>
#include "base/ascii.h"

static void
drop(struct dd_ledger *ledger, const struct dd_line *line, size_t from,
    size_t to, const char *reason)
{
	if (to > from)
		dd_ledger_drop(ledger,
		    dd_arena_ndup(
			ledger->arena, line->block->text + from, to - from),
		    reason, dd_block_extent(line->block, from, to));
}

/* "(Photo 1)" and "Photo:" in front or at the end; "(Photo: …)" is a credit. */
static void
drop_marks(
    struct dd_line *line, struct dd_finder *finder, struct dd_ledger *ledger)
{
	static const char front[] =
	    "(?i)^(?:[(\\[](?:photo|picture|photograph) ?\\d*[)\\]]|"
	    "(?:photo|picture|photograph) ?\\d*:|（写真\\d*）|（写真[０-９]）) "
	    "?";
	static const char back[] =
	    "(?i) ?[(\\[](?:photo|picture|photograph) ?\\d*[)\\]]$";
	static const char reason[] = "the mark of a photo";
	const struct dd_block *block = line->block;
	struct dd_extent match;

	if (dd_find(finder, front, block->text, line->to, 0, &match)) {
		drop(ledger, line, 0, match.to, reason);
		line->from = match.to;
	}
	if (dd_find(finder, back, block->text, line->to, line->from, &match)) {
		drop(ledger, line, match.from, line->to, reason);
		line->to = match.from;
	}
}

/* The end of the words in front of a counter; `to` where there is none. */
static size_t
find_counter(const struct dd_line *line)
{
	const char *text = line->block->text;
	size_t at = line->to;

	while (at > line->from && line->to - at < 2 &&
	    dd_ascii_is_digit(text[at - 1]))
		at--;
	while (at < line->to && at > line->from && text[at - 1] == ' ')
		at--;
	return at;
}

/* True where another line has the same words, whatever its counter is. */
static bool
is_called(const struct dd_line *lines, const struct dd_line *line, size_t end)
{
	size_t len = end - line->from;

	for (const struct dd_line *l = lines; l; l = l->next) {
		size_t other = find_counter(l);

		if (l != line &&
		    (other - l->from == len || l->to - l->from == len) &&
		    memcmp(l->block->text + l->from,
			line->block->text + line->from, len) == 0)
			return true;
	}
	return false;
}

void
dd_caption_read(struct dd_line **captions, const struct dd_line *title,
    struct dd_finder *finder, struct dd_ledger *ledger)
{
	static const char counter[] = "the counter of a photo";

	for (struct dd_line *l = *captions; l; l = l->next)
		drop_marks(l, finder, ledger);
	for (struct dd_line **at = captions; *at;) {
		struct dd_line *line = *at;
		size_t end = find_counter(line);

		if (end == line->from && !line->block->src) {
			drop(ledger, line, end, line->to, counter);
			*at = line->next;
			continue;
		}
		at = &line->next;
	}
	/* Compared as they were read, so that the last one finds the first. */
	for (struct dd_line *l = *captions; l; l = l->next) {
		size_t end = find_counter(l);

		if (end < l->to && end > l->from &&
		    (is_called(*captions, l, end) ||
			is_called(title, l, end))) {
			drop(ledger, l, end, l->to, counter);
			l->to = end;
		}
	}
}
