/* SPDX-License-Identifier: MIT */
/* Who met whom: the people of the lead, by their parties. */
#include <string.h>
#include <strings.h>
#include "import/lead_party.h"
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
		if (dd_lead_is_aside(lead, mention.at)) {
			dd_lead_ask(lead, mention.person.name,
			    "it is not clear whether this person took part");
			continue;
		}
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
	return dd_lead_is_own(lead, party) ? NULL : party;
}

/* "Mr. Falk of Asteria paid a call on Minister Orell": another side in front of
 * the verb, and nobody who can be of the own one there. */
static bool
is_host_of_subject(const struct dd_lead *lead, const struct found *all)
{
	bool foreign = false;

	for (const struct found *f = all; f; f = f->next) {
		const struct dd_party_name *party = f->mention.party;
		bool front = f->mention.at.from < lead->verb.from;

		if (f->attendee || f->host)
			continue;
		if ((dd_lead_is_own(lead, party) &&
			(front || !f->mention.inferred)) ||
		    (!party && front))
			return false;
		foreign = foreign || front;
	}
	return foreign && lead->own_country;
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
		if (dd_lead_is_own(lead, party)) {
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
		return own_behind || !lead->own_country
		    ? NULL
		    : dd_lead_make_own(lead);
	if (is_host_of_subject(lead, all))
		return dd_lead_make_own(lead);
	return behind ? behind : before ? before : find_visited(lead);
}

static void
add_found(struct dd_lead *lead, const struct found *all, struct found *found,
    const char *body)
{
	struct dd_mention *mention = &found->mention;

	if (!mention->party)
		mention->party = dd_lead_find_led(lead, mention->at);
	if (!mention->party && !mention->foreign) {
		mention->party = mention->abroad ? dd_lead_make_own(lead)
		    : found->attendee
		    ? lead->reader->find_side(lead, mention->at)
		    : find_state_of(lead, all, found);
		mention->inferred =
		    mention->party && (mention->abroad || !found->attendee);
	}
	if (!mention->party) {
		dd_lead_ask(lead, mention->person.name,
		    "it is not said for which state or organisation this "
		    "person was there");
		return;
	}
	lead->reader->order_names(lead, mention, body);
	dd_person_pronoun(lead, &mention->person, body);
	dd_lead_add_person(lead, mention, found->attendee)->host = found->host;
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
			dd_lead_read_unnamed_own(lead);
		dd_lead_mark_parties(lead);
		if (attendees == 0)
			dd_lead_read_unnamed(lead);
	}
	dd_lead_mark_parties(lead);
	dd_lead_sort_parties(lead);
	lead->reader->read_sides(lead);
	for (const struct found *f = all; f; f = f->next)
		open = open || !f->mention.party;
	if (!open)
		dd_lead_ask_sides(lead);
}
