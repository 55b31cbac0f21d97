/* SPDX-License-Identifier: MIT */
/* Owns: the order in which the parts are read, and what they leave over. */
#include "import/lead.h"
#include "import/outline.h"
#include <string.h>

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

void
dd_lead_ask(struct dd_lead *lead, struct dd_extent at, const char *reason)
{
	size_t shift = (size_t)(lead->text - lead->block->text);

	dd_ledger_ask(lead->ledger, dd_lead_copy(lead, at), reason,
	    dd_block_extent(lead->block, shift + at.from, shift + at.to));
}

/* Where the facts end: at the announcement of a summary that begins in the same
 * paragraph. A bracket behind the announcement says who else was there. */
static size_t
find_end(struct dd_lead *lead)
{
	static const char announcement[] =
	    "(?i)\\b(?:overview|summary|outline|gist|points?)\\b[^.:]*"
	    "\\b(?:is|are|was|were)\\b[^.:]*(?:follows|below)[.:] "
	    "(?=[^\\s(])";
	struct dd_extent match;

	return dd_find(
		   lead->finder, announcement, lead->text, lead->len, 0, &match)
	    ? match.to
	    : lead->len;
}

void
dd_lead_read(struct dd_lead *lead, const struct dd_line *line, size_t from,
    const char *title, struct dd_date issued, const char *body)
{
	size_t whole;

	lead->reader = dd_lead_reader(lead->lang);
	lead->block = line->block;
	lead->issued = issued;
	lead->text = line->block->text + from;
	lead->len = line->to - from;
	lead->used = dd_arena_alloc(lead->arena, lead->len + 1);
	memset(lead->used, 0, lead->len + 1);
	whole = lead->len;
	lead->len = find_end(lead);
	dd_lead_read_people(lead, body);
	dd_lead_read_facts(lead, title);
	lead->reader->read_occasion(lead);
	dd_lead_read_times(lead, issued);
	dd_lead_read_kind(lead, title);
	lead->len = whole;
	lead->reader->use_form(lead);
}
