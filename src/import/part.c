/* SPDX-License-Identifier: MIT */
#include "import/part.h"
#include <string.h>
#include "language/act.h"

enum { LEVELS = 8, HEADING_MAX = 90 };

void
dd_part_add(struct dd_part_list *list, const struct dd_block *block)
{
	struct dd_part *part = dd_arena_alloc(list->arena, sizeof *part);

	*part = (struct dd_part){
	    .block = block,
	    .mark = dd_mark_read(block->text, block->len),
	};
	part->from = part->mark.len;
	if (part->mark.kind == DD_MARK_NONE) {
		part->mark.kind = block->mark;
		part->mark.number = block->number;
	}
	if (list->last)
		list->last->next = part;
	else
		list->first = part;
	list->last = part;
}

/* A short line without a full stop that does not report what someone said. */
static bool
looks_like_heading(const struct dd_part *part, const char *lang)
{
	const struct dd_block *block = part->block;
	size_t len = block->len - part->from;
	const char *end = block->text + block->len;
	struct dd_act_reading reading;

	if (block->kind == DD_BLOCK_HEADING)
		return true;
	return len > 0 && len <= HEADING_MAX && !strchr(".;,", end[-1]) &&
	    !(end[-1] == ':' && len > 30) &&
	    (len < 3 || memcmp(end - 3, "。", 3) != 0) &&
	    !dd_act_read_text(block->text + part->from, lang, &reading);
}

/* --- levels -------------------------------------------------------------- */

struct levels {
	struct {
		enum dd_mark_kind kind;
		size_t indent, number, list;
		bool heading;
	} at[LEVELS];
	size_t depth;
};

static size_t
get_indent(const struct dd_part *part)
{
	return part->block->indent + 8 * part->block->level;
}

/* True where numbers of the same kind that stand at level `i` go on at one
 * around it: by indentation, else by running number. */
static bool
goes_on_outside(
    const struct levels *levels, size_t i, const struct dd_part *part)
{
	size_t indent = get_indent(part), number = part->mark.number;

	for (size_t o = i; o-- > 0;) {
		if (levels->at[o].kind != part->mark.kind)
			continue;
		if (indent < levels->at[i].indent)
			return indent <= levels->at[o].indent;
		return levels->at[o].indent == levels->at[i].indent &&
		    number > 1 && number == levels->at[o].number + 1 &&
		    (number != levels->at[i].number + 1 || part->heading);
	}
	return false;
}

/* The level of a mark: that of the same kind of mark, unless its number starts
 * anew and it stands further in or below a heading. */
static size_t
find_level(const struct levels *levels, const struct dd_part *part)
{
	size_t indent = get_indent(part);

	for (size_t i = levels->depth; i-- > 0;) {
		bool restarts =
		    part->mark.number == 1 && levels->at[i].number > 0;

		if (levels->at[i].kind == part->mark.kind &&
		    !(restarts &&
			(indent > levels->at[i].indent ||
			    (levels->at[i].heading &&
				i + 1 == levels->depth))) &&
		    !goes_on_outside(levels, i, part))
			return i;
	}
	return levels->depth;
}

static void
set_level(struct levels *levels, struct dd_part *part)
{
	size_t level;

	/* A list that has ended holds nothing more. */
	while (levels->depth > 0 &&
	    levels->at[levels->depth - 1].list > part->block->level)
		levels->depth--;
	if (part->mark.kind == DD_MARK_NONE) {
		part->level = levels->depth;
		return;
	}
	level = find_level(levels, part);
	if (level >= LEVELS)
		level = LEVELS - 1;
	part->level = level;
	part->note = part->mark.kind == DD_MARK_STAR && level > 0 &&
	    levels->at[level - 1].kind == DD_MARK_BULLET;
	levels->at[level].kind = part->mark.kind;
	levels->at[level].indent = get_indent(part);
	levels->at[level].number = part->mark.number;
	levels->at[level].list = part->block->level;
	levels->at[level].heading = part->heading;
	levels->depth = level + 1;
}

/* --- the tree ------------------------------------------------------------ */

/* Marked lines that look like headings are some where others stand below. */
static void
find_headings(struct dd_part *parts)
{
	for (struct dd_part *p = parts; p; p = p->next)
		if (p->mark.kind != DD_MARK_NONE)
			p->heading = p->heading && p->next &&
			    (p->next->level > p->level ||
				p->next->mark.kind == DD_MARK_NONE);
}

/* "【二国間関係】" */
static bool
is_bracketed(const struct dd_part *part)
{
	static const char *const open[] = {"【", "［", "〈"};

	for (size_t i = 0; i < sizeof open / sizeof *open; i++)
		if (strncmp(part->block->text, open[i], strlen(open[i])) == 0)
			return true;
	return false;
}

/* A heading without a mark is one of a topic, where text or items follow it; in
 * front of it the list before is over. */
static bool
is_topic(const struct dd_part *part, const struct levels *levels)
{
	const struct dd_part *next = part->next;

	return part->mark.kind == DD_MARK_NONE && part->heading && next &&
	    !(next->mark.kind == DD_MARK_NONE && next->heading) &&
	    get_indent(part) == 0 &&
	    (levels->depth == 0 || part->block->after_gap ||
		is_bracketed(part) || part->block->kind == DD_BLOCK_HEADING);
}

/* Gives all parts their levels; what is below a topic is one level down. */
static void
set_levels(struct dd_part_list *list, struct levels *levels)
{
	size_t topics = 0;

	for (struct dd_part *p = list->first; p; p = p->next)
		p->heading = looks_like_heading(p, list->lang);
	for (struct dd_part *p = list->first; p; p = p->next) {
		if (is_topic(p, levels)) {
			*levels = (struct levels){0};
			topics = 1;
			continue;
		}
		if (p->mark.kind == DD_MARK_NONE)
			p->heading = false;
		set_level(levels, p);
		p->level += topics;
	}
}

static struct dd_part *
take(struct dd_part **at, size_t level, size_t depth)
{
	struct dd_part *first = NULL, **end = &first;

	while (*at && (*at)->level >= level) {
		struct dd_part *part = *at;

		*at = part->next;
		part->next = NULL;
		*end = part;
		end = &part->next;
		if (*at && depth < LEVELS && (*at)->level > part->level)
			part->children = take(at, part->level + 1, depth + 1);
	}
	return first;
}

/* A heading with nothing below it is a paragraph. */
static void
unmake_headings(struct dd_part *parts)
{
	for (struct dd_part *p = parts; p; p = p->next) {
		p->heading = p->heading && p->children;
		unmake_headings(p->children);
	}
}

struct dd_part *
dd_part_nest(struct dd_part_list *list, const struct dd_mark *lead)
{
	struct levels levels = {0};
	struct dd_part *at = list->first, *first;

	if (lead->kind != DD_MARK_NONE) {
		levels.at[0].kind = lead->kind;
		levels.at[0].number = lead->number;
		levels.depth = 1;
	}
	set_levels(list, &levels);
	for (struct dd_part *p = at;
	     lead->kind != DD_MARK_NONE && p && p->level > 0; p = p->next)
		p->level--;
	find_headings(at);
	first = take(&at, 0, 0);
	unmake_headings(first);
	return first;
}
