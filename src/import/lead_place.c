/* SPDX-License-Identifier: MIT */
/* Where: the country, the city, the house. */
#include <string.h>
#include "import/lead.h"

#define CAPITAL "\\p{Lu}[\\p{L}’'-]*"
/* "Maison des Phares", "Residence on the Hill" */
#define LINKED "(?: (?:(?:of|and|the|for|on the|des?|du|la|le) )*" CAPITAL ")*"
#define PROPER                                                                 \
	"\\p{Lu}(?:[\\p{L}’'-]|\\.(?=[\\p{L},])|(?<=\\b\\p{Lu}|\\bSt)\\.)*"

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

static bool
is_party(const struct dd_lead *lead, const char *country)
{
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		if (p->country && strcmp(p->country, country) == 0)
			return true;
	return false;
}

/* Where a name of several cities is meant: the country that the lead names with
 * it, else the only one of them that takes part; NULL where that is open. */
static const char *
choose_country(const struct dd_lead *lead, const struct dd_city *city,
    enum dd_confidence *confidence)
{
	const char *country = lead->country, *only = city->country;
	size_t parties = 0;

	if (country)
		return country;
	for (const struct dd_city *c = city; c; c = c->other) {
		if (strcmp(c->country, city->country) != 0)
			only = NULL;
		if ((!country || strcmp(c->country, country) != 0) &&
		    is_party(lead, c->country)) {
			country = c->country;
			parties++;
		}
	}
	if (only)
		return only;
	*confidence = DD_LIKELY;
	return parties == 1 ? country : NULL;
}

/* The zones of all cities of that name in the country. */
static const char *
join_zones(
    struct dd_lead *lead, const struct dd_city *city, const char *country)
{
	const char *zones = NULL;

	for (; city; city = city->other)
		if (strcmp(city->country, country) == 0)
			zones = zones ? dd_arena_printf(lead->arena, "%s %s",
					    zones, city->zone)
				      : city->zone;
	return zones;
}

/* False where it stays open which city of the name is meant. */
static bool
set_city(struct dd_lead *lead, const struct dd_city *city, const char *rule,
    enum dd_confidence confidence, struct dd_extent at)
{
	const char *country = choose_country(lead, city, &confidence);
	const char *zones = country ? join_zones(lead, city, country) : NULL;

	if (lead->city || (country && !zones))
		return true;
	if (!country) {
		dd_lead_ask(lead, at,
		    "cities of several countries are called so; it is not said "
		    "which is meant");
		return false;
	}
	lead->city = city->name;
	lead->zone = zones;
	dd_lead_fact(
	    lead, "meeting/place/city", lead->city, confidence, rule, at);
	if (!lead->country)
		lead->country = country;
	return true;
}

bool
dd_lead_set_place(struct dd_lead *lead, struct dd_extent at, const char *rule,
    enum dd_confidence confidence)
{
	const char *text = lead->text + at.from;
	size_t len = at.to - at.from;
	const struct dd_party_name *party =
	    dd_names_party_in(lead->names, text, len);
	const struct dd_city *city = dd_names_city_in(lead->names, text, len);

	if (!lead->country && party && party->country) {
		lead->country = party->country;
		dd_lead_fact(lead, "meeting/place/@country", lead->country,
		    party->likely && confidence == DD_CERTAIN ? DD_LIKELY
							      : confidence,
		    rule, at);
	}
	if (!lead->country && party && party->candidates && !city) {
		dd_lead_ask(lead, at,
		    "several states are called so; it is not said which is "
		    "meant");
		return false;
	}
	if (city && !set_city(lead, city, rule, confidence, at))
		return false;
	if (party)
		read_unknown_city(lead, at, rule);
	return true;
}

/* "the situation in Asteria", "to discuss peace in Asteria". */
static bool
is_talked_about(struct dd_lead *lead, size_t at)
{
	static const char matter[] =
	    "\\b(?:situations?|cris[ie]s|war|conflict|peace|stability|security|"
	    "developments?|aggression|invasion|unrest|violence|rights|events|"
	    "elections?|reforms?|projects?|investments?|operations?|forces|"
	    "interests|efforts|cooperation) $"
	    "|\\b(?:[Tt]o discuss|discuss(?:ed|ing)|exchang(?:e|ed|ing) (?:of "
	    ")?"
	    "(?:views|information)|regarding|concerning|about) [^.]*$";
	enum { FAR = 240 }; /* bytes; most sentences have been begun by then */
	size_t from = at > FAR ? at - FAR : 0;
	struct dd_extent match;

	while (from > 0 && (lead->text[from] & 0xC0) == 0x80)
		from--;
	return dd_find(lead->finder, matter, lead->text, at, from, &match);
}

/* In a later sentence most places are what was talked about, but for "It was held
 * in Geneva." */
static bool
is_topic(struct dd_lead *lead, size_t at)
{
	static const char later[] = "(?:\\p{Ll}{4}|\\))\\. \\p{Lu}";
	static const char held[] =
	    "\\b(?:held|took place|met|meeting|talks)(?: [^.]{0,40})? $";
	static const char other[] =
	    "\\b(?:[Pp]revious|[Ll]ast|[Nn]ext|[Ee]arlier)\\b[^.]*$";
	size_t from = at > 96 ? at - 96 : 0;
	struct dd_extent match;

	while (from > 0 && (lead->text[from] & 0xC0) == 0x80)
		from--;
	if (at <= lead->verb.to)
		return false;
	return dd_find(lead->finder, other, lead->text, at,
		   from > lead->verb.to ? from : lead->verb.to, &match) ||
	    (dd_find(
		 lead->finder, later, lead->text, at, lead->verb.to, &match) &&
		!dd_find(lead->finder, held, lead->text, at, from, &match));
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
		if (lead->used[place.from] || is_topic(lead, match.from) ||
		    is_talked_about(lead, match.from) ||
		    (!dd_names_party_in(lead->names, lead->text + place.from,
			 place.to - place.from) &&
			!dd_names_city_in(lead->names, lead->text + place.from,
			    place.to - place.from)))
			continue;
		if (dd_lead_set_place(lead, place, "lead/place", DD_CERTAIN))
			dd_lead_use(lead, match.from, match.to);
	}
}

/* "the Palais des Nations" is in Geneva. */
static void
place_venue(struct dd_lead *lead, struct dd_extent at)
{
	const struct dd_named_venue *venue = dd_names_venue_in(
	    lead->names, lead->text + at.from, at.to - at.from);

	if (!venue)
		return;
	lead->country = venue->country;
	set_city(lead,
	    dd_names_city_in(lead->names, venue->city, strlen(venue->city)),
	    "names/venue", DD_LIKELY, at);
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
	if (!lead->country)
		place_venue(lead, venue);
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
