/* SPDX-License-Identifier: MIT */
/* Owns: the order in which the parts are read, and what they leave over. */
#include "import/lead.h"
#include <string.h>
#include "base/ascii.h"

void
dd_lead_use(struct dd_lead *lead, size_t from, size_t to)
{
	memset(lead->used + from, 1, to - from);
}

const char *
dd_lead_copy(const struct dd_lead *lead, struct dd_extent at)
{
	return dd_arena_ndup(
	    lead->arena, lead->text + at.from, at.to - at.from);
}

void
dd_lead_fact(struct dd_lead *lead, const char *name, const char *value,
    enum dd_confidence confidence, const char *rule, struct dd_extent at)
{
	size_t shift = (size_t)(lead->text - lead->block->text);

	dd_ledger_fact(lead->ledger, name, value, confidence, rule,
	    dd_block_extent(lead->block, shift + at.from, shift + at.to));
}

/* Words that carry no fact: what holds the parts together. */
static bool
is_form(const struct dd_token *token)
{
	static const char words[] =
	    " a an and as at be been between bilateral both by commencing "
	    "commenced for from had has have held her his hold in is it "
	    "its met on of respectively separately starting started the their "
	    "they to took place was were which who whom with will his "
	    "attendance attending visit visiting where during ";
	const char *folded = token->folded;

	return strlen(folded) > 0 && dd_ascii_lists(words, folded);
}

bool
dd_lead_is_whole(struct dd_lead *lead)
{
	struct dd_tokens tokens =
	    dd_tokens_read(lead->arena, lead->text, lead->len);

	for (size_t i = 0; i < tokens.count; i++)
		if (!lead->used[tokens.at[i].from] && !is_form(&tokens.at[i]))
			return false;
	return true;
}

/* "The summary of the meeting is as follows." */
static void
read_formula(struct dd_lead *lead)
{
	static const char formula[] =
	    "(?i)(?:^|(?<=[.:)] ))(?:the|an?)? "
	    "?(?:overview|summary|outline|gist|"
	    "(?:key|main) points?)\\b[^.:]*\\b(?:is|are|was|were)\\b[^.:]*"
	    "(?:follows?|below)\\s*[.:]?\\s*$"
	    "|(?:会談の)?(?:概要|冒頭)?[^。]*以下のとおり(?:です)?。?$";
	struct dd_extent match;

	if (dd_find(lead->finder, formula, lead->text, lead->len, 0, &match))
		dd_lead_use(lead, match.from, match.to);
}

void
dd_lead_read(struct dd_lead *lead, const struct dd_block *block, size_t from,
    const char *title, struct dd_date issued, const char *body)
{
	lead->block = block;
	lead->text = block->text + from;
	lead->len = block->len - from;
	lead->used = dd_arena_alloc(lead->arena, lead->len + 1);
	memset(lead->used, 0, lead->len + 1);
	read_formula(lead);
	dd_lead_read_people(lead, body);
	dd_lead_read_occasion(lead);
	dd_lead_read_times(lead, issued);
	dd_lead_read_kind(lead, title);
}
