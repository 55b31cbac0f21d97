/* SPDX-License-Identifier: MIT */
/* Where: the country, the city, the house. */
#include <string.h>
#include "import/lead.h"

#define CAPITAL "\\p{Lu}[\\p{L}’'-]*"
/* "Maison des Phares", "Residence on the Hill" */
#define LINKED "(?: (?:(?:of|and|the|for|on the|des?|du|la|le) )*" CAPITAL ")*"
#define PROPER "\\p{Lu}[\\p{L}.’'-]*"

/* "Nairobi" becomes "Nairobi, Kenya" where that stands there. */
void
dd_lead_extend_place(struct dd_lead *lead, struct dd_extent *place)
{
	static const char comma[] = "^, (?=(?:the )?\\p{Lu})";
	struct dd_extent match;
	struct dd_tokens tokens;
	size_t count;

	if (place->to >= lead->len ||
	    !dd_find(lead->finder, comma, lead->text + place->to,
		lead->len - place->to, 0, &match))
		return;
	tokens = dd_tokens_read(
	    lead->arena, lead->text + place->to, lead->len - place->to);
	if (tokens.count > 0 && dd_names_party(lead->names, &tokens, 0, &count))
		place->to += tokens.at[count - 1].to;
}

/* "Ardzun, Vardania": what stands in front of the comma is a city, whether it is
 * known or not. */
static void
read_unknown_city(struct dd_lead *lead, struct dd_extent at, const char *rule)
{
	size_t len = strcspn(lead->text + at.from, ",");

	if (lead->city || at.from + len >= at.to ||
	    dd_names_party_in(lead->names, lead->text + at.from, len))
		return;
	at.to = at.from + len;
	lead->city = dd_lead_copy(lead, at);
	dd_lead_fact(
	    lead, "meeting/place/city", lead->city, DD_LIKELY, rule, at);
}

void
dd_lead_set_place(struct dd_lead *lead, struct dd_extent at, const char *rule,
    enum dd_confidence confidence)
{
	const char *text = lead->text + at.from;
	size_t len = at.to - at.from, count;
	const struct dd_party_name *party =
	    dd_names_party_in(lead->names, text, len);
	struct dd_tokens tokens = dd_tokens_read(lead->arena, text, len);
	const struct dd_city *city = NULL;

	for (size_t i = 0; i < tokens.count && !city; i++)
		city = dd_names_city(lead->names, &tokens, i, &count);
	if (!lead->country && party && party->country) {
		lead->country = party->country;
		dd_lead_fact(lead, "meeting/place/@country", lead->country,
		    confidence, rule, at);
	}
	for (; city; city = city->other)
		if (!lead->city &&
		    (!lead->country ||
			strcmp(lead->country, city->country) == 0)) {
			lead->city = city->name;
			lead->zone = city->zone;
			if (!lead->country)
				lead->country = city->country;
			dd_lead_fact(lead, "meeting/place/city", lead->city,
			    city->other ? DD_GUESS : confidence, rule, at);
		}
	if (party)
		read_unknown_city(lead, at, rule);
}

/* "in Jakarta, Indonesia", "in Tokyo". */
static void
read_in(struct dd_lead *lead)
{
	static const char in[] =
	    "\\b[Ii]n (?<place>(?:the )?" PROPER "(?: (?:of |and )?" PROPER
	    ")*(?:, (?:the )?" PROPER "(?: (?:of |and )?" PROPER ")*)?)";
	struct dd_extent match, place;

	for (size_t from = 0;
	     dd_find(lead->finder, in, lead->text, lead->len, from, &match);
	     from = match.to) {
		dd_find_group(lead->finder, in, "place", &place);
		if (lead->used[place.from] ||
		    (!dd_names_party_in(lead->names, lead->text + place.from,
			 place.to - place.from) &&
			!dd_names_city_in(lead->names, lead->text + place.from,
			    place.to - place.from)))
			continue;
		dd_lead_set_place(lead, place, "lead/place", DD_CERTAIN);
		dd_lead_use(lead, match.from, match.to);
	}
}

/* "at the Harbour House"; without "the" only what names a building. A house
 * without a country is no place yet: its words stay. */
static void
read_at(struct dd_lead *lead)
{
	static const char at[] =
	    "\\bat (?<venue>[Tt]he " CAPITAL LINKED "|(?:" CAPITAL
	    " )*(?:House|Palace|Hotel|Cent(?:re|er)|Residence|Building|Hall|"
	    "Headquarters|Castle|Villa|Airport))(?![\\p{L}’'-])";
	struct dd_extent match, venue;

	if (!dd_find(lead->finder, at, lead->text, lead->len, 0, &match) ||
	    !dd_find_group(lead->finder, at, "venue", &venue) ||
	    lead->used[venue.from])
		return;
	lead->venue = dd_lead_copy(lead, venue);
	if (lead->country)
		dd_lead_use(lead, match.from, match.to);
	else
		dd_lead_ask(
		    lead, venue, "it is not said in which country this is");
	dd_lead_fact(lead, "meeting/place/venue", lead->venue, DD_CERTAIN,
	    "lead/place", venue);
}

void
dd_lead_read_place(struct dd_lead *lead)
{
	read_in(lead);
	read_at(lead);
}
