/* SPDX-License-Identifier: MIT */
#include "import/caption.h"
#include <string.h>
#include "base/ascii.h"
#include "base/table.h"

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

/* What lines are called, so that each of many needs not be compared with all. */
struct calls {
	struct dd_arena *arena;
	struct dd_table once, shared; /* words; the second ones of two lines */
};

static const char *
copy_words(struct calls *calls, const struct dd_line *line, size_t end)
{
	return dd_arena_ndup(
	    calls->arena, line->block->text + line->from, end - line->from);
}

/* Remembers a line by its words in front of a counter, and by all of them. Those
 * of a title are shared by the first caption that has them. */
static void
remember(struct calls *calls, struct dd_line *line, bool title)
{
	size_t end = find_counter(line);
	const char *words = copy_words(calls, line, end);

	if (title || !dd_table_add(&calls->once, words, line))
		dd_table_add(&calls->shared, words, line);
	if (end < line->to)
		dd_table_add(
		    &calls->shared, copy_words(calls, line, line->to), line);
}

/* Captions with the words of others, or of the title, lose their counters. */
static void
drop_counters(struct dd_line *captions, struct dd_line *title,
    struct dd_ledger *ledger, const char *reason)
{
	struct calls calls = {.arena = ledger->arena};

	dd_table_init(&calls.once);
	dd_table_init(&calls.shared);
	for (struct dd_line *l = captions; l; l = l->next)
		remember(&calls, l, false);
	for (struct dd_line *l = title; l; l = l->next)
		remember(&calls, l, true);
	for (struct dd_line *l = captions; l; l = l->next) {
		size_t end = find_counter(l);

		if (end == l->to || end == l->from ||
		    !dd_table_find(&calls.shared, copy_words(&calls, l, end)))
			continue;
		drop(ledger, l, end, l->to, reason);
		l->to = end;
	}
	dd_table_release(&calls.once);
	dd_table_release(&calls.shared);
}

void
dd_caption_read(struct dd_line **captions, struct dd_line *title,
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
	drop_counters(*captions, title, ledger, counter);
}
