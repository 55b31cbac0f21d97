/* SPDX-License-Identifier: MIT */
/* Owns: those whom a lead calls by the office alone. */
#include <string.h>
#include "import/lead_party.h"

/* "with the Minister of Finance of Asteria", where nobody of another side is
 * named. */
void
dd_lead_read_unnamed(struct dd_lead *lead)
{
	struct dd_mention mention;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		if (!p->own)
			return;
	if (!lead->reader->unnamed_person ||
	    !lead->reader->unnamed_person(lead, lead->verb.to, &mention) ||
	    lead->used[mention.at.from] || dd_lead_is_own(lead, mention.party))
		return;
	dd_lead_add_person(lead, &mention, false);
	dd_lead_ask(lead, mention.at, "the text does not name this person");
}

/* True where someone of the own state, or of an organisation, is known. */
static bool
has_own(const struct dd_lead *lead)
{
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		if (!p->country ||
		    dd_lead_is_own(
			lead, &(struct dd_party_name){.country = p->country}))
			return true;
	return false;
}

/* "The Prime Minister spoke to …", "This morning the Prime Minister met …". */
static bool
find_subject(struct dd_lead *lead, struct dd_extent *ret_subject,
    struct dd_extent *ret_office)
{
	static const char pattern[] =
	    "(?:^|, |\\. |^(?:Today|Yesterday|Tonight|Earlier today|Th(?:is|e "
	    "same) (?:morning|afternoon|evening)|On (?:\\d{1,2} "
	    "\\p{Lu}\\p{Ll}+|"
	    "\\p{Lu}\\p{Ll}+ \\d{1,2})(?:,? \\d{4})?),? )"
	    "(?<subject>[Tt]he (?<office>(?:Deputy )?Prime "
	    "Minister|Foreign Secretary|Foreign Minister|Secretary of State|"
	    "Secretary-General|"
	    "Minister|President|Chancellor))(?=,? (?:\\p{Ll}+ly )?(?:today |"
	    "yesterday |this (?:morning |afternoon |evening )?|has |also )?"
	    "(?:met|meets|spoke|spoken|held|had|welcomed|hosted|received|"
	    "talked)\\b)";
	struct dd_extent match;

	return dd_find(
		   lead->finder, pattern, lead->text, lead->len, 0, &match) &&
	    dd_find_group(lead->finder, pattern, "subject", ret_subject) &&
	    dd_find_group(lead->finder, pattern, "office", ret_office);
}

void
dd_lead_read_unnamed_own(struct dd_lead *lead)
{
	struct dd_mention mention = {0};
	struct dd_found_office *office;
	struct dd_extent subject, at;

	if (has_own(lead) || !lead->own_country ||
	    !find_subject(lead, &subject, &at))
		return;
	/* Of which organisation is not said. */
	if (strncmp(lead->text + at.from, "Secretary-", 10) == 0) {
		dd_lead_ask(lead, subject,
		    "it is not said for which state or organisation this "
		    "person was there");
		return;
	}
	office = dd_arena_alloc(lead->arena, sizeof *office);
	*office =
	    (struct dd_found_office){.title = dd_lead_copy(lead, at), .at = at};
	mention.person.offices = office;
	mention.person.reference = dd_lead_copy(lead, subject);
	mention.party = dd_lead_make_own(lead);
	mention.inferred = true;
	mention.at = mention.person.at = mention.person.name = subject;
	dd_lead_add_person(lead, &mention, false);
	dd_lead_ask(lead, subject, "the text does not name this person");
}
