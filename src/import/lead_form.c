/* SPDX-License-Identifier: MIT */
/* Owns: the words that hold the facts of a lead together. Where nothing else is
 * left over, the lead can be printed from its facts. */
#include <string.h>
#include "base/ascii.h"
#include "import/lead.h"

/* Words that carry no fact: what holds the parts together. */
static bool
is_form(const struct dd_token *token)
{
	static const char words[] =
	    " a an and as at be been between bilateral both by commencing "
	    "commenced by for from had has have held her his hold in is it "
	    "its met on of respectively separately starting started the their "
	    "they to took place was were which who whom with "
	    "over received paid made conducted hosted spoke talked phone "
	    "telephone then ";
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
	    "(?:follows?|below)\\s*[.:]?\\s*$";
	/* It is the last sentence, and a short one. */
	size_t from = lead->len > 300 ? lead->len - 300 : 0;
	struct dd_extent match;

	while (from > 0 && (lead->text[from] & 0xC0) == 0x80)
		from--;
	if (dd_find(lead->finder, formula, lead->text, lead->len, from, &match))
		dd_lead_use(lead, match.from, match.to);
}

#define NOUN                                                                   \
	"(?:meetings?|talks?|call|conversation|conference|dialogue|"           \
	"consultations?|lunch(?:eon)?|dinner|breakfast|reception)"
/* What may stand in front of it without a meaning of its own. */
#define KIND                                                                       \
	"(?:bilateral|trilateral|quadrilateral|multilateral|foreign|defen[cs]"     \
	"e|vice[- ]?|ministers?['’]?s?['’]?|ministerial|summit|leaders['’]|" \
	"working|official|informal|brief|short|standing|telephone|phone|"          \
	"video|online|virtual|strategic|courtesy|and|“?\"?2\\+2”?\"?)"

/* True where every word of "Orisia-Asteria" is the name of a state. */
static bool
are_states(struct dd_lead *lead, struct dd_extent at)
{
	struct dd_tokens words =
	    dd_tokens_read(lead->arena, lead->text + at.from, at.to - at.from);
	size_t count;

	for (size_t i = 0; i < words.count; i += count)
		if (!dd_names_party(lead->names, &words, i, &count) &&
		    !dd_names_people(lead->names, &words, i, &count))
			return false;
	return true;
}

/* "a bilateral meeting", "the third Orisia-Asteria Foreign Ministers' Meeting". */
static void
use_kind(struct dd_lead *lead)
{
	static const char phrase[] =
	    "(?i)\\b(?:(?<states>\\p{L}+(?:[-–][\\p{L}.]+)+) )?(?:" KIND
	    " ?)*" NOUN "(?: " NOUN ")*\\b(?: [(]?[“\"]?2\\+2[”\"]?[)]?)?";
	struct dd_extent match, states;

	for (size_t from = 0;
	     dd_find(lead->finder, phrase, lead->text, lead->len, from, &match);
	     from = match.to) {
		if (dd_find_group(lead->finder, phrase, "states", &states) &&
		    !are_states(lead, states))
			match.from = states.to;
		if (!memchr(lead->used + match.from, 1, match.to - match.from))
			dd_lead_use(lead, match.from, match.to);
	}
}

void
dd_lead_use_form(struct dd_lead *lead)
{
	read_formula(lead);
	use_kind(lead);
}
