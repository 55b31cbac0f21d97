/* SPDX-License-Identifier: MIT */
/* Owns: the order of blocks. A summary begins at its first date, headline or
 * lead, and ends at its back link or at what sites put behind it. */
#include "import/outline.h"
#include <string.h>
#include "base/utf8.h"
#include "import/body.h"
#include "import/caption.h"
#include "import/date_line.h"
#include "import/link_chrome.h"
#include "import/outline_house.h"
#include "import/part.h"

/* --- kinds of blocks ----------------------------------------------------- */

static const char LEAD[] =
    "(?i)\\b(held|had|met|spoke|received|paid|made|conducted|hosted|attended|"
    "exchanged|co-chaired|chaired|convened|took part|talked|visited)\\b.*"
    "\\b(meeting|talks?|call|conversation|conference|dialogue|consultations?|"
    "lunch|luncheon|dinner|breakfast|with)\\b"
    "|(?-i:\\bmet (?:with )?(?:the )?(?:H\\.E|\\p{Lu}\\p{L}))"
    "|\\bspoke (?:by phone |on the phone )?to\\b"
    "|\\bwelcomed\\b.*\\bto\\b|\\bhas (?:today )?spoken\\b.*\\bto\\b"
    "|\\b(?:consultations?|talks|dialogue)\\b.*\\bwere held\\b"
    "|会談|表敬|協議|対話|懇談|会合|立ち話|ランチ|昼食|夕食|朝食|意見交換を行";
static const char WHEN[] =
    "(?i)^(on|at|from)\\b.*\\b(january|february|march|april|may|june|july|"
    "august|september|october|november|december|today|yesterday|"
    "(mon|tues|wednes|thurs|fri|satur|sun)day|\\d{1,2}(:|\\.)\\d\\d)\\b"
    "|^.{0,12}\\d+\\s*月\\s*\\d+\\s*日|^本\\s*\\d*\\s*日";
static const char BACK[] = "(?i)^(back to|return to)\\b|[にへ]戻る$";
static const char CAPTION[] =
    "(?i)^\\(?(photo|photograph|picture|video)\\b|shakes? hands|handshake|"
    "\\b(photo|picture)\\s*\\d*\\)?$|^[（(]?写真|写真[）)]$";
static const char TRANSLATION[] =
    "(?i)^[\\[(（*＊]+.*\\b(provisional|unofficial|tentative) (?:\\p{L}+ "
    ")?translation\\b"
    "|^[\\[(（]仮訳[\\])）]$";
static const char NUMBER[] = "^(SG/[A-Z]+/\\d+|No:? ?\\d+[/-]?\\d*)$";
static const char SERIES[] =
    "(?i)^(press "
    "releases?|news)$|\\brelations$|関係$|^報道発表$|^プレスリリース$";
/* Pages are filed under parts of the world too. */
static const char REGION[] =
    "(?i)^(?:(?:north|south|east|west|south-?east|south-?west|central|latin|"
    "middle|sub-saharan|northern|southern|eastern|western) )?(?:asia|africa|"
    "europe|americas?|east|oceania|pacific|caribbean)(?: and (?:the )?(?:"
    "oceania|pacific|caribbean|africa|middle east|north africa))?$";
/* What a line is called that may stand behind the title too. */
static const char GENRE[] = "(?i)^(readouts?|media releases?|statements?)$";
/* Such a line is a title behind the date as well. */
static const char TITLE[] = "(?i)^(readout|outcome|summary) of\\b|^readout:";
/* A line that divides. */
static const char RULE[] = "^(?:-{5,}|={5,}|_{5,}|~{5,}|\\*{5,})$";
static const char END[] =
    "(?i)^(###|\\.{5,}|\\*{3,}|_{3,}|-{5,})$|^distributed by\\b|^share\\b|"
    "^copyright\\b|^©|^related (links?|information)\\b|^page top\\b|"
    "^about this site\\b|^to top\\b|^（了）$|^このページ(?:の先頭|について)";

static bool
is(const struct dd_block *block, struct dd_finder *finder, const char *pattern)
{
	struct dd_extent match;

	return block->len <= DD_BLOCK_LONG &&
	    dd_find(finder, pattern, block->text, block->len, 0, &match);
}

static bool
ends_sentence(const struct dd_block *block)
{
	static const char *const ends[] = {
	    ".", ":", "!", "?", "。", "：", ".)", ".”", "．"};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t len = strlen(ends[i]);

		if (block->len >= len &&
		    memcmp(block->text + block->len - len, ends[i], len) == 0)
			return true;
	}
	return false;
}

/* Leads that were published have up to 3,000 bytes; all parts of one are sought in
 * all of it, so that a longer text would cost too much. */
enum { LEAD_MIN = 60 };

static bool
is_lead(const struct dd_block *block, struct dd_finder *finder)
{
	struct dd_mark mark = dd_mark_read(block->text, block->len);

	return block->len > LEAD_MIN && block->len <= DD_LEAD_MAX &&
	    ends_sentence(block) && block->kind == DD_BLOCK_TEXT &&
	    is(block, finder, LEAD) &&
	    (mark.len == 0 || mark.kind == DD_MARK_DECIMAL) &&
	    !is(block, finder, CAPTION);
}

/* --- the head ------------------------------------------------------------ */

static struct dd_line *
make_line(struct dd_outline *outline, const struct dd_block *block)
{
	struct dd_line *line = dd_arena_alloc(outline->arena, sizeof *line);

	*line = (struct dd_line){.block = block, .to = block->len};
	return line;
}

void
dd_line_append(struct dd_line **list, struct dd_line *line)
{
	if (*list)
		(*list)->last->next = line;
	else
		*list = line;
	(*list)->last = line;
}

static void
drop(struct dd_ledger *ledger, const struct dd_block *block, const char *reason)
{
	dd_ledger_drop(
	    ledger, block->text, reason, dd_block_extent(block, 0, block->len));
}

/* The number of a lead that is the first item of its list. */
static void
drop_mark(struct dd_outline *outline, struct dd_ledger *ledger,
    const struct dd_block *block, size_t len)
{
	if (len > 0)
		dd_ledger_drop(ledger,
		    dd_arena_ndup(outline->arena, block->text, len),
		    "the first paragraph has no number",
		    dd_block_extent(block, 0, len));
}

/* The block that the lead stands in; NULL: none. */
static const struct dd_block *
find_lead(const struct dd_blocks *blocks, struct dd_finder *finder)
{
	for (const struct dd_block *b = blocks->first; b; b = b->next)
		if (is_lead(b, finder) && is(b, finder, WHEN))
			return b;
	for (const struct dd_block *b = blocks->first; b; b = b->next)
		if (is_lead(b, finder))
			return b;
	return NULL;
}

/* The first block that a lead too long to be read may be. */
static const struct dd_block *
find_long_lead(const struct dd_blocks *blocks, struct dd_finder *finder)
{
	struct dd_extent match;

	for (const struct dd_block *b = blocks->first; b; b = b->next)
		if (b->len > DD_LEAD_MAX && b->kind == DD_BLOCK_TEXT)
			return dd_find(finder, LEAD, b->text,
				   dd_utf8_cut(b->text, b->len, DD_LEAD_MAX), 0,
				   &match)
			    ? b
			    : NULL;
	return NULL;
}

static bool
is_title(const struct dd_outline *outline, const struct dd_block *block)
{
	return !outline->dateline && block->len < 200 && !ends_sentence(block);
}

/* One block of the head, in front of the lead. False where it is none. */
static bool
place_head(struct dd_outline *outline, const struct dd_block *block,
    struct dd_house_reader *reader)
{
	struct dd_finder *finder = reader->finder;
	struct dd_line *line = make_line(outline, block);

	if (block->len > DD_BLOCK_LONG && block->kind != DD_BLOCK_CAPTION)
		return false;
	if (dd_house_read_head(outline, block, reader))
		return true;
	if (is(block, finder, RULE)) {
		drop(reader->ledger, block, "a line of marks says nothing");
		return true;
	}
	if (!outline->dateline &&
	    dd_date_line_read(block->text, outline->lang, &outline->issued,
		&outline->city, outline->arena))
		outline->dateline = line;
	else if (!outline->number && is(block, finder, NUMBER))
		outline->number = line;
	else if (!outline->translation && is(block, finder, TRANSLATION))
		outline->translation = line;
	else if (block->kind == DD_BLOCK_CAPTION || is(block, finder, CAPTION))
		dd_line_append(&outline->captions, line);
	else if (!outline->series && !outline->title &&
	    block->kind == DD_BLOCK_TEXT &&
	    (is(block, finder, SERIES) || is(block, finder, REGION)))
		outline->series = line;
	else if (block->kind == DD_BLOCK_HEADING && !outline->title)
		dd_line_append(&outline->title, line);
	else if (!outline->series && is(block, finder, GENRE))
		outline->series = line;
	else if (is_title(outline, block) ||
	    (!outline->title && block->len < 200 && !ends_sentence(block) &&
		(outline->city || is(block, finder, TITLE))))
		dd_line_append(&outline->title, line);
	else if (outline->dateline && !ends_sentence(block))
		dd_line_append(&outline->captions, line);
	else
		return false;
	return true;
}

/* Where a page's own text begins: at the last line of a series in front of the
 * date, else at the line in front of the date where much stands before it. */
static const struct dd_block *
find_start(const struct dd_outline *outline, const struct dd_blocks *blocks,
    const struct dd_block *lead, struct dd_finder *finder)
{
	enum { HEAD = 4, FAR = 12, MOST = 400 };
	const struct dd_block *start = NULL, *before = NULL, *series = NULL;
	const struct dd_block *number =
	    NULL; /* the line before, if it is one */
	struct dd_date date;
	const char *city;
	size_t count = 0, date_at = 0;

	for (const struct dd_block *b = blocks->first; b != lead; b = b->next) {
		if (b->len <= DD_BLOCK_LONG &&
		    dd_date_line_read(
			b->text, outline->lang, &date, &city, outline->arena)) {
			start = before;
			date_at = count;
		} else if (is(b, finder, SERIES) && !start) {
			series = number ? number : b;
		}
		number = is(b, finder, NUMBER) ? b : NULL;
		if (!is(b, finder, NUMBER) && !is(b, finder, TRANSLATION))
			before = b;
		count++;
	}
	if (series && count < MOST)
		return series;
	if (start && date_at > HEAD && count < MOST)
		return start;
	start = blocks->first;
	for (size_t i = FAR; lead && i < count; i++)
		start = start->next;
	return start;
}

/* --- all of it ----------------------------------------------------------- */

static const struct dd_block *
place_tail(struct dd_outline *outline, const struct dd_block *block,
    struct dd_finder *finder)
{
	if (is(block, finder, BACK)) {
		outline->back = make_line(outline, block);
		return block->next;
	}
	if (is(block, finder, TRANSLATION) && !outline->translation) {
		outline->translation = make_line(outline, block);
		return block->next;
	}
	return block;
}

/* "At a glance" above a line of dashes: what houses put behind the text. */
static bool
is_underlined(const struct dd_block *block, struct dd_house_reader *reader)
{
	return block->next && !block->next->after_gap && block->after_gap &&
	    !ends_sentence(block) && is(block->next, reader->finder, RULE);
}

/* The blocks behind the lead, up to the end of the summary. */
static const struct dd_block *
read_parts(struct dd_outline *outline, const struct dd_block *at,
    struct dd_house_reader *reader)
{
	struct dd_part_list list = {
	    .arena = outline->arena,
	    .lang = outline->lang,
	};
	struct dd_mark lead = {0};
	const struct dd_block *next;

	if (outline->lead) {
		const struct dd_block *block = outline->lead->block;

		lead = dd_mark_read(block->text, block->len);
		drop_mark(outline, reader->ledger, block, lead.len);
	}
	for (; at && !outline->back; at = next) {
		next = at->len <= DD_BLOCK_LONG &&
			dd_house_read_tail(outline, at, reader)
		    ? at->next
		    : place_tail(outline, at, reader->finder);
		if (next != at)
			continue;
		if (!reader->in_tail &&
		    (is(at, reader->finder, END) || is_underlined(at, reader)))
			break;
		if (reader->in_tail)
			drop(
			    reader->ledger, at, "it stands behind the summary");
		else if (at->kind == DD_BLOCK_CAPTION)
			dd_line_append(
			    &outline->captions, make_line(outline, at));
		else if (dd_mark_read(at->text, at->len).len == at->len)
			drop(reader->ledger, at, "an item without words");
		else
			dd_part_add(&list, at);
		next = at->next;
	}
	outline->parts = dd_part_nest(&list, &lead);
	return at;
}

/* "…: 12 March 2024" at the end of a title, where no line has the date. */
static void
read_titled_date(struct dd_outline *outline)
{
	enum { FAR = 100 }; /* bytes of a date */
	const struct dd_block *block =
	    outline->title ? outline->title->block : NULL;
	const char *city = NULL;
	size_t len = block ? block->len : 0;

	for (size_t at = len; at-- > 0 && len - at <= FAR;)
		if (strchr(":,(", block->text[at]) &&
		    dd_date_line_read(block->text + at + 1, outline->lang,
			&outline->issued, &city, outline->arena)) {
			outline->issued_by_title = true;
			return;
		}
}

/* Where all of a summary is one paragraph, its first sentence is the lead. The
 * stop of a number in front of it ends none. */
static void
cut_lead(struct dd_outline *outline)
{
	struct dd_line *lead = outline->lead;
	const struct dd_block *block = lead->block;
	size_t mark = dd_mark_read(block->text, block->len).len;
	size_t end = dd_sentence_end(block->text, block->len, mark);

	if (outline->parts || end == block->len)
		return;
	lead->to = end;
	while (end < block->len && block->text[end] == ' ')
		end++;
	outline->rest = make_line(outline, block);
	outline->rest->from = end;
}

void
dd_outline_read(struct dd_outline *outline, const struct dd_blocks *blocks,
    struct dd_finder *finder, const struct dd_names *names,
    struct dd_ledger *ledger)
{
	struct dd_house_reader reader = {finder, ledger, names, false};
	const struct dd_block *lead = find_lead(blocks, finder), *start, *at;

	outline->long_lead = lead ? NULL : find_long_lead(blocks, finder);
	for (struct dd_block *b = blocks->first; b; b = b->next)
		if (b->len <= DD_BLOCK_LONG)
			dd_link_chrome_drop(b, outline->arena, finder, ledger);
	start = lead ? find_start(outline, blocks, lead, finder) : NULL;
	for (at = blocks->first; start && at != start; at = at->next)
		drop(ledger, at, "it stands before the summary");
	for (; at && at != lead; at = at->next)
		if (!place_head(outline, at, &reader))
			dd_line_append(&outline->notes, make_line(outline, at));
	if (at) {
		outline->lead = make_line(outline, at);
		at = at->next;
	}
	at = read_parts(outline, at, &reader);
	if (!outline->dateline)
		read_titled_date(outline);
	if (outline->lead)
		cut_lead(outline);
	dd_caption_read(&outline->captions, outline->title, finder, ledger);
	for (; at; at = at->next)
		drop(ledger, at, "it stands behind the summary");
}
