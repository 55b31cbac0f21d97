/* SPDX-License-Identifier: MIT */
/* Asides to what was said. */
#include "import/body_internal.h"
#include "import/tree.h"

void
dd_body_note(struct dd_talk *talk, const struct dd_block *block, size_t from,
    size_t to, xmlNode *parent)
{
	const char *text =
	    dd_arena_ndup(talk->arena, block->text + from, to - from);

	talk->block = block;
	talk->from = from;
	dd_body_inline(talk, text, to - from, dd_tree_add(parent, "note"));
	dd_ledger_fact(talk->ledger, "body//note", text, DD_LIKELY,
	    "statement/note", dd_block_extent(block, from, to));
	talk->before = NULL;
}

bool
dd_body_read_note(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, xmlNode *parent)
{
	static const char pattern[] =
	    "^\\((?i:note|n\\.b\\.|for reference|reference)(?: ?\\d+)?[:.] ?"
	    "(?<words>.+)\\)$|^（注(?:[0-9０-９]+)?[：:）]?(?<wide>.+)）$";
	const char *text = block->text + at.from;
	struct dd_extent match, words;

	if (!dd_find(talk->finder, pattern, text, at.to - at.from, 0, &match) ||
	    (!dd_find_group(talk->finder, pattern, "words", &words) &&
		!dd_find_group(talk->finder, pattern, "wide", &words)))
		return false;
	dd_ledger_drop(talk->ledger,
	    dd_arena_ndup(talk->arena, text, words.from),
	    "the mark of a note is printed anew",
	    dd_block_extent(block, at.from, at.from + words.from));
	dd_body_note(
	    talk, block, at.from + words.from, at.from + words.to, parent);
	return true;
}
