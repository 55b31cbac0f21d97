/* SPDX-License-Identifier: MIT */
/* Owns: who of those whom a lead names is an official of the house. */
#include <string.h>
#include "import/person.h"
#include "model/house.h"
#include "xml/node.h"

static bool
has_words(
    const struct dd_tokens *tokens, const char *name, struct dd_arena *arena)
{
	struct dd_tokens wanted = dd_tokens_of(arena, name);

	for (size_t i = 0; i < tokens->count && wanted.count > 0; i++)
		if (dd_tokens_match(tokens, i, &wanted) > 0)
			return true;
	return false;
}

/* True where an office of the official was held when the text was issued, or the
 * register has none. */
static bool
was_in_office(const struct dd_lead *lead, const xmlNode *official)
{
	const xmlNode *first = dd_node_child(official, "office");

	for (const xmlNode *n = first; n; n = dd_node_next(n, "office"))
		if (lead->issued.year == 0 || dd_house_is_held(n, lead->issued))
			return true;
	return !first;
}

/* The official of the house whose given and family name are in these words. */
static const char *
find_official(struct dd_lead *lead, const struct dd_mention *mention,
    const xmlNode **ret_name)
{
	struct dd_extent at = mention->person.name;
	struct dd_tokens tokens =
	    dd_tokens_read(lead->arena, lead->text + at.from, at.to - at.from);
	const struct dd_table *officials = &lead->house->officials;

	for (size_t i = 0; i < officials->count; i++) {
		const xmlNode *official = officials->entries[i].value;
		const xmlNode *name =
		    dd_house_in_language(official, "name", lead->lang);
		const char *given = name
		    ? dd_node_child_text(name, "given", lead->arena)
		    : NULL;
		const char *family = name
		    ? dd_node_child_text(name, "family", lead->arena)
		    : NULL;
		const char *party = dd_node_value(official, "party");

		if (given && family && was_in_office(lead, official) &&
		    has_words(&tokens, given, lead->arena) &&
		    has_words(&tokens, family, lead->arena) &&
		    (!mention->party || !party ||
			(mention->party->country &&
			    strcmp(mention->party->country, party) == 0) ||
			(mention->party->organisation &&
			    strcmp(mention->party->organisation, party) ==
				0))) {
			*ret_name = name;
			return officials->entries[i].key;
		}
	}
	return NULL;
}

void
dd_person_take_official(
    struct dd_lead *lead, struct dd_mention *mention, const xmlNode *name)
{
	struct dd_found_person *person = &mention->person;

	person->official = dd_node_value(name->parent, "id");
	person->given = dd_node_child_text(name, "given", lead->arena);
	person->other = dd_node_child_text(name, "other", lead->arena);
	person->family = dd_node_child_text(name, "family", lead->arena);
	person->order_confidence = DD_CERTAIN;
	if (!mention->party) {
		const char *party = dd_node_value(name->parent, "party");
		struct dd_party_name *own =
		    dd_arena_alloc(lead->arena, sizeof *own);

		*own = (struct dd_party_name){.of_house = true};
		if (party && dd_table_find(&lead->house->countries, party))
			own->country = party;
		else
			own->organisation = party;
		if (party)
			mention->party = own;
	}
}

void
dd_person_know(struct dd_lead *lead, struct dd_mention *mention)
{
	const xmlNode *name = NULL;

	if (find_official(lead, mention, &name))
		dd_person_take_official(lead, mention, name);
}
