/* SPDX-License-Identifier: MIT */
#include "import/part.h"
#include <string.h>

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

/* A short line without a full stop. */
static bool
looks_like_heading(const struct dd_part *part)
{
	const struct dd_block *block = part->block;
	size_t len = block->len - part->from;
	const char *end = block->text + block->len;

	if (block->kind == DD_BLOCK_HEADING)
		return true;
	return len > 0 && len <= HEADING_MAX && end[-1] != '.' &&
	    end[-1] != ';' && end[-1] != ',' &&
	    (len < 3 || memcmp(end - 3, "。", 3) != 0);
}

/* --- levels -------------------------------------------------------------- */

struct levels {
	struct {
		enum dd_mark_kind kind;
		size_t indent, number, list;
	} at[LEVELS];
	size_t depth;
};

/* The level of a mark: that of the same kind of mark, unless its number starts
 * anew and it stands further in. */
static size_t
find_level(const struct levels *levels, const struct dd_part *part)
{
	size_t indent = part->block->indent + 8 * part->block->level;

	for (size_t i = levels->depth; i-- > 0;) {
		bool restarts =
		    part->mark.number == 1 && levels->at[i].number > 0;

		if (levels->at[i].kind == part->mark.kind &&
		    !(restarts && indent > levels->at[i].indent))
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
	levels->at[level].kind = part->mark.kind;
	levels->at[level].indent = part->block->indent + 8 * part->block->level;
	levels->at[level].number = part->mark.number;
	levels->at[level].list = part->block->level;
	levels->depth = level + 1;
	part->level = level;
}

/* --- the tree ------------------------------------------------------------ */

/* Headings without a mark hold what follows up to the next one. */
static void
find_headings(struct dd_part *parts)
{
	for (struct dd_part *p = parts; p; p = p->next) {
		bool below = p->next &&
		    (p->next->level > p->level ||
			p->next->mark.kind == DD_MARK_NONE ||
			p->mark.kind == DD_MARK_NONE);

		p->heading = below && looks_like_heading(p) &&
		    !(p->next->mark.kind == DD_MARK_NONE &&
			p->mark.kind == DD_MARK_NONE &&
			looks_like_heading(p->next));
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

struct dd_part *
dd_part_nest(struct dd_part_list *list)
{
	struct levels levels = {0};
	struct dd_part *at = list->first;

	for (struct dd_part *p = at; p; p = p->next)
		set_level(&levels, p);
	find_headings(at);
	return take(&at, 0, 0);
}
