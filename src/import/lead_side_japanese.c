/* SPDX-License-Identifier: MIT */
/* Who else was there, in Japanese: "先方からファルク大使ほかが同席しました。" */
#include <string.h>
#include "import/japanese.h"
#include "import/lead_party.h"

#define SIDE                                                                   \
	"(?<side>(?<own>我が方|当方)|(?<other>先方|相手方)|"         \
	"(?<state>[ァ-ヺー・一-鿿]{1,16}?)側)"

/* The only party that is not the own one, or NULL. */
static const struct dd_found_party *
get_other(const struct dd_lead *lead)
{
	const struct dd_found_party *other = NULL;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		if (!p->own) {
			if (other)
				return NULL;
			other = p;
		}
	return other;
}

/* The party that the groups of SIDE mean in the match found last. */
static const struct dd_found_party *
get_side(struct dd_lead *lead, const char *pattern)
{
	struct dd_extent at;

	if (dd_find_group(lead->finder, pattern, "other", &at))
		return get_other(lead);
	if (dd_find_group(lead->finder, pattern, "state", &at))
		return dd_lead_party_of(
		    lead, lead->text + at.from, at.to - at.from);
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		if (p->own)
			return p;
	return NULL;
}

/* Someone of the ministry that writes. */
static bool
is_of_ministry(const struct dd_lead *lead, struct dd_extent at)
{
	static const char ministry[] = "外務省";

	return memmem(lead->text + at.from, at.to - at.from, ministry,
		   sizeof ministry - 1) != NULL;
}

const struct dd_party_name *
dd_lead_find_side_japanese(struct dd_lead *lead, struct dd_extent at)
{
	static const char named[] =
	    "(?<=^|、|。|（|は)" SIDE "(?:から|より|、|：)";
	const struct dd_found_party *party = NULL;
	struct dd_party_name *name;
	struct dd_extent match;

	for (size_t from = lead->verb.to;
	     dd_find(lead->finder, named, lead->text, at.from, from, &match);
	     from = match.to)
		party = get_side(lead, named);
	if (!party)
		return is_of_ministry(lead, at) ? dd_lead_make_own(lead) : NULL;
	name = dd_arena_alloc(lead->arena, sizeof *name);
	*name = (struct dd_party_name){
	    .country = party->country,
	    .organisation = party->organisation,
	    .of_house = party->of_house,
	};
	return name;
}

void
dd_lead_read_sides_japanese(struct dd_lead *lead)
{
	static const char others[] = "^(?:ほか|他|らほか)(?=が|も|、)";
	struct dd_extent match;

	for (struct dd_found_party *p = lead->parties; p; p = p->next)
		for (struct dd_found_person *q = p->persons; q; q = q->next)
			if (q->attendee &&
			    dd_find(lead->finder, others, lead->text + q->at.to,
				lead->len - q->at.to, 0, &match)) {
				p->others = true;
				dd_lead_use(
				    lead, q->at.to, q->at.to + match.to);
			}
}

/* "先方の求めに応じ、" */
void
dd_lead_read_initiative_japanese(struct dd_lead *lead)
{
	static const char request[] =
	    "(?<=^|、|。|は)" SIDE
	    "(?:から)?の(?:求め|要請|要望|申し?入れ|申出|希望)"
	    "(?:により|に応じ|に応え|を受け)(?:て)?、?";
	const struct dd_found_party *party;
	struct dd_extent match, side;

	if (!dd_find(lead->finder, request, lead->text, lead->len, 0, &match) ||
	    !dd_find_group(lead->finder, request, "side", &side))
		return;
	party = get_side(lead, request);
	if (!party)
		return;
	lead->initiative = party->own ? "own" : "counterpart";
	dd_lead_use(lead, match.from, match.to);
	dd_lead_fact(lead, "meeting/@initiative", lead->initiative, DD_CERTAIN,
	    "lead/initiative", side);
}
