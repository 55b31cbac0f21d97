/* SPDX-License-Identifier: MIT */
/* Who met whom: the people of the lead, by their parties. */
#include <string.h>
#include <strings.h>
#include "base/ascii.h"
#include "import/person.h"
#include "model/house.h"
#include "xml/node.h"

/* The state itself where the house speaks for it, or NULL. */
static const char *
find_home(const struct dd_lead *lead, const struct dd_party_name *name)
{
	const char *country = name ? name->country : NULL;
	const char *home = country
	    ? dd_node_value(dd_house_home(lead->house, country), "country")
	    : NULL;

	return home && strcmp(home, country) == 0 ? home : NULL;
}

/* The first home that a text names. */
static const char *
find_home_in(const struct dd_lead *lead, const char *text, size_t len)
{
	struct dd_tokens tokens = dd_tokens_read(lead->arena, text, len);
	const char *home = NULL;
	size_t count;

	for (size_t i = 0; i < tokens.count && !home; i++)
		home = find_home(
		    lead, dd_names_party(lead->names, &tokens, i, &count));
	return home;
}

/* The party of a code, made where it is not there yet. `words`: as the text
 * has its name, or NULL. */
static struct dd_found_party *
need_party(
    struct dd_lead *lead, const struct dd_party_name *name, const char *words)
{
	struct dd_found_party *party, **end = &lead->parties;
	const char *code = name->country ? name->country : name->organisation;

	for (; *end; end = &(*end)->next)
		if (strcmp((*end)->country ? (*end)->country
					   : (*end)->organisation,
			code) == 0)
			return *end;
	party = dd_arena_alloc(lead->arena, sizeof *party);
	*party = (struct dd_found_party){
	    .country = name->country,
	    .organisation = name->organisation,
	    .name = words,
	    .longer = name->longer,
	    .shorter = name->shorter,
	    .of_house = name->of_house,
	};
	*end = party;
	return party;
}

static bool
has_id(const struct dd_lead *lead, const char *id)
{
	for (const struct dd_found_party *p = lead->parties; p; p = p->next) {
		if (p->id && strcmp(p->id, id) == 0)
			return true;
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->id && strcmp(q->id, id) == 0)
				return true;
	}
	return false;
}

/* "hayashi" for Hayashi; with a number behind it where that is taken. */
static const char *
make_id(struct dd_lead *lead, const char *name)
{
	struct dd_tokens tokens = dd_tokens_of(lead->arena, name);
	const char *folded =
	    tokens.count > 0 ? tokens.at[tokens.count - 1].folded : "p";
	const char *id = folded;

	for (const char *at = folded; *at; at++)
		if ((*at & 0x80) || !dd_ascii_is_letter(*at))
			id = "p";
	folded = id;
	for (int n = 2; has_id(lead, id); n++)
		id = dd_arena_printf(lead->arena, "%s%d", folded, n);
	return id;
}

static void
tell_person(struct dd_lead *lead, const struct dd_found_person *person)
{
	dd_lead_fact(lead,
	    person->attendee ? "meeting/party/attendee"
			     : "meeting/party/principal",
	    dd_arena_printf(lead->arena, "%s %s",
		person->given ? person->given : "",
		person->family ? person->family : ""),
	    person->order_confidence,
	    person->official ? "person/house" : "person/text", person->name);
	for (const struct dd_found_office *o = person->offices; o; o = o->next)
		dd_lead_fact(lead, "meeting/party/principal/office", o->title,
		    DD_CERTAIN, "person/office", o->at);
}

static bool
is_own(const struct dd_lead *lead, const struct dd_party_name *party)
{
	return party && party->country && lead->own_country &&
	    strcmp(party->country, lead->own_country) == 0;
}

static struct dd_found_party *
add_person(struct dd_lead *lead, struct dd_mention *mention, bool attendee)
{
	struct dd_found_party *party =
	    need_party(lead, mention->party, mention->party_words);
	struct dd_found_person *person, **end;

	person = dd_arena_alloc(lead->arena, sizeof *person);
	*person = mention->person;
	person->attendee = attendee;
	person->id = make_id(lead,
	    person->family		       ? person->family
		: person->given		       ? person->given
		: is_own(lead, mention->party) ? "principal"
					       : "counterpart");
	for (end = &party->persons; *end; end = &(*end)->next)
		;
	*end = person;
	dd_lead_use(lead, mention->at.from, mention->at.to);
	tell_person(lead, person);
	if (mention->party->candidates)
		dd_lead_ask(lead, person->at,
		    "several states are called so; it is not said which is "
		    "meant");
	else if (mention->party->likely)
		dd_lead_fact(lead, "meeting/party/@country", party->country,
		    DD_LIKELY, "names/usual", person->at);
	return party;
}

static void
mark_parties(struct dd_lead *lead)
{
	const char *home = lead->own_country;
	bool any = false;

	for (struct dd_found_party *p = lead->parties; p; p = p->next) {
		p->id = p->organisation ? p->organisation
					: dd_arena_printf(lead->arena, "%c%c",
					      dd_ascii_lower(p->country[0]),
					      dd_ascii_lower(p->country[1]));
		p->own = home && p->country && strcmp(home, p->country) == 0;
		any = any || p->own;
	}
	if (!any && lead->parties)
		lead->parties->own = true;
}

/* The own side stands first in the document. */
static void
sort_parties(struct dd_lead *lead)
{
	for (struct dd_found_party **p = &lead->parties; *p; p = &(*p)->next) {
		struct dd_found_party *own = *p;

		if (!own->own)
			continue;
		*p = own->next;
		own->next = lead->parties;
		lead->parties = own;
		return;
	}
}

/* --- whose side everyone is on ------------------------------------------- */

struct found {
	struct dd_mention mention;
	bool attendee, host;
	struct found *next;
};

/* "during a visit of Minister Orell": someone who was named in full before. */
static bool
is_named_again(struct dd_lead *lead, const struct found *all,
    const struct dd_mention *mention)
{
	const struct dd_found_person *again = &mention->person;
	const char *name = dd_lead_copy(lead, again->name);

	for (const struct found *f = all; f; f = f->next) {
		const struct dd_found_person *known = &f->mention.person;
		const char *whole = dd_lead_copy(lead, known->name);
		size_t len = strlen(name), full = strlen(whole);

		if (known->official && again->official &&
		    strcmp(known->official, again->official) == 0)
			return true;
		if (again->official)
			continue;
		if (known->family && strcmp(known->family, name) == 0)
			return true;
		if (len <= full &&
		    (strncasecmp(whole, name, len) == 0 ||
			strcasecmp(whole + full - len, name) == 0) &&
		    (len == full || whole[len] == ' ' ||
			whole[full - len - 1] == ' '))
			return true;
	}
	return false;
}

/* "hosted by H.E. Ms. …" */
static bool
is_host(struct dd_lead *lead, struct dd_extent at)
{
	static const char hosted[] = "\\bhosted by (?:the )?$";
	size_t from = at.from > 24 ? at.from - 24 : 0;
	struct dd_extent match;

	if (!dd_find(lead->finder, hosted, lead->text, at.from, from, &match))
		return false;
	dd_lead_use(lead, match.from, match.to);
	return true;
}

static struct found *
find_mentions(struct dd_lead *lead)
{
	struct found *first = NULL, **end = &first;
	struct dd_mention mention;

	for (size_t at = 0;
	     lead->reader->next_person(lead, at, lead->len, &mention);
	     at = mention.at.to) {
		struct found *found;

		lead->reader->know_person(lead, &mention);
		if (is_named_again(lead, first, &mention))
			continue;
		found = dd_arena_alloc(lead->arena, sizeof *found);
		*found = (struct found){
		    .mention = mention,
		    .attendee = dd_lead_is_attending(lead, mention.at),
		    .host = is_host(lead, mention.at),
		};
		*end = found;
		end = &found->next;
	}
	return first;
}

/* Of several states that the house speaks for, that of the first person, else
 * the one that the text names first. */
static const char *
find_own_country(
    const struct dd_lead *lead, const struct found *all, const char *body)
{
	const char *home = NULL;

	for (const struct found *f = all; f && !home; f = f->next)
		home = find_home(lead, f->mention.party);
	if (!home)
		home = find_home_in(lead, lead->text, lead->len);
	if (!home)
		home = find_home_in(lead, body, strlen(body));
	return home
	    ? home
	    : dd_node_value(dd_house_home(lead->house, NULL), "country");
}

static struct dd_party_name *
make_own(struct dd_lead *lead)
{
	struct dd_party_name *own = dd_arena_alloc(lead->arena, sizeof *own);

	*own = (struct dd_party_name){
	    .country = lead->own_country, .of_house = true};
	return own;
}

/* "visited the Sultanate of Lumera and held talks with H.E. …" */
static const struct dd_party_name *
find_visited(struct dd_lead *lead)
{
	static const char visited[] =
	    "\\bvisited (?<state>(?:the )?\\p{Lu}[\\p{L}’' -]+)";
	struct dd_extent match, state;
	const struct dd_party_name *party;

	if (!dd_find(lead->finder, visited, lead->text, lead->len, 0, &match) ||
	    !dd_find_group(lead->finder, visited, "state", &state))
		return NULL;
	party = dd_names_party_in(
	    lead->names, lead->text + state.from, state.to - state.from);
	return is_own(lead, party) ? NULL : party;
}

/* Whoever stands in front of the verb without a state is of the own side, unless
 * that side stands behind it; behind it, a state is named once for all. */
static const struct dd_party_name *
find_state_of(
    struct dd_lead *lead, const struct found *all, const struct found *one)
{
	const struct dd_party_name *before = NULL, *own_behind = NULL;
	const struct dd_party_name *behind = NULL;
	bool subject = one->mention.at.from < lead->verb.from || one == all;

	for (const struct found *f = all; f; f = f->next) {
		const struct dd_party_name *party = f->mention.party;
		bool later = f->mention.at.from > one->mention.at.from;

		if (!party || f->attendee || f->host)
			continue;
		if (is_own(lead, party)) {
			if (later)
				own_behind = party;
			continue;
		}
		if (!later)
			before = party;
		else if (!behind)
			behind = party;
	}
	if (subject)
		return own_behind || !lead->own_country ? NULL : make_own(lead);
	return behind ? behind : before ? before : find_visited(lead);
}

static void
add_found(struct dd_lead *lead, const struct found *all, struct found *found,
    const char *body)
{
	struct dd_mention *mention = &found->mention;

	if (!mention->party)
		mention->party = found->attendee
		    ? dd_lead_find_side(lead, mention->at)
		    : find_state_of(lead, all, found);
	if (!mention->party) {
		dd_lead_ask(lead, mention->person.name,
		    "it is not said for which state or organisation this "
		    "person was there");
		return;
	}
	lead->reader->order_names(lead, mention, body);
	dd_person_pronoun(lead, &mention->person, body);
	add_person(lead, mention, found->attendee)->host = found->host;
}

/* "with the Minister of Finance of Asteria", where nobody of another side is
 * named. */
static void
read_unnamed(struct dd_lead *lead)
{
	struct dd_mention mention;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		if (!p->own)
			return;
	if (!lead->reader->unnamed_person ||
	    !lead->reader->unnamed_person(lead, lead->verb.to, &mention) ||
	    is_own(lead, mention.party))
		return;
	add_person(lead, &mention, false);
	dd_lead_ask(lead, mention.at, "the text does not name this person");
}

/* "The Prime Minister spoke to …": someone of the own side whom the text calls by
 * the office alone. */
static void
read_unnamed_own(struct dd_lead *lead)
{
	static const char pattern[] =
	    "(?:^|(?<=, )|(?<=\\. ))(?<the>[Tt]he )(?<office>(?:Deputy )?Prime "
	    "Minister|Foreign Secretary|Foreign Minister|Secretary of State|"
	    "Minister|President|Chancellor)(?=,? (?:\\p{Ll}+ly )?(?:today |"
	    "yesterday |this )?(?:met|spoke|held|had|welcomed|hosted|received|"
	    "talked)\\b)";
	struct dd_mention mention = {0};
	struct dd_found_office *office;
	struct dd_extent match;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		if (!p->country ||
		    is_own(
			lead, &(struct dd_party_name){.country = p->country}))
			return;
	if (!lead->own_country ||
	    !dd_find(lead->finder, pattern, lead->text, lead->len, 0, &match))
		return;
	office = dd_arena_alloc(lead->arena, sizeof *office);
	*office = (struct dd_found_office){0};
	dd_find_group(lead->finder, pattern, "office", &office->at);
	office->title = dd_lead_copy(lead, office->at);
	mention.person.offices = office;
	mention.person.reference = dd_lead_copy(lead, match);
	mention.party = make_own(lead);
	mention.at = mention.person.at = mention.person.name = match;
	add_person(lead, &mention, false);
	dd_lead_ask(lead, match, "the text does not name this person");
}

void
dd_lead_read_people(struct dd_lead *lead, const char *body)
{
	struct found *all;
	bool open = false; /* someone's side was asked */

	if (!dd_find(lead->finder, lead->reader->topic, lead->text, lead->len,
		0, &lead->verb))
		lead->verb = (struct dd_extent){0, 0};
	all = find_mentions(lead);
	lead->own_country = find_own_country(lead, all, body);
	for (int attendees = 0; attendees < 2; attendees++) {
		for (struct found *f = all; f; f = f->next)
			if (f->attendee == (attendees == 1))
				add_found(lead, all, f, body);
		if (attendees == 0)
			read_unnamed_own(lead);
		mark_parties(lead);
		if (attendees == 0)
			read_unnamed(lead);
	}
	mark_parties(lead);
	sort_parties(lead);
	dd_lead_read_sides(lead);
	for (const struct found *f = all; f; f = f->next)
		open = open || !f->mention.party;
	if (!open)
		dd_lead_ask_sides(lead);
}
