/* SPDX-License-Identifier: MIT */
/* One mention of a person: titles, names, offices, the state. */
#ifndef DD_IMPORT_PERSON_H
#define DD_IMPORT_PERSON_H

#include <libxml/tree.h>
#include "import/lead.h"

struct dd_mention {
	struct dd_found_person person;
	const struct dd_party_name *party; /* NULL: not said */
	const char *party_words;	   /* as the text has it, or NULL */
	bool inferred;	     /* the party follows from who else is named */
	bool abroad;	     /* posted to a state that is not the own one */
	bool foreign;	     /* of a state that is named and not known */
	struct dd_extent at; /* bytes of the lead */
};

/* The next mention in bytes [from, to) of the lead; false where there is none.
 * Titles and an office stand before the name, or an office behind it. */
bool dd_person_next(struct dd_lead *lead, size_t from, size_t to,
    struct dd_mention *ret_mention);

/* Someone with an office of a state whom the text does not name: "with the
 * Minister of Finance of Asteria". */
bool dd_person_unnamed(
    struct dd_lead *lead, size_t from, struct dd_mention *ret_mention);

/* Looks a mention up in the house, which may know the state too. */
void dd_person_know(struct dd_lead *lead, struct dd_mention *mention);
/* Makes it an official of the house, by his or her <name>. */
void dd_person_take_official(
    struct dd_lead *lead, struct dd_mention *mention, const xmlNode *name);

/* "Minister Orell … . She …": the pronoun that `body` goes on with, where the
 * person is referred to there. */
void dd_person_pronoun(
    struct dd_lead *lead, struct dd_found_person *person, const char *body);

/* Which of its words are the family name: by capitals, by how `body` refers to
 * the person, else by what is usual in the country. */
void dd_person_order(
    struct dd_lead *lead, struct dd_mention *mention, const char *body);

#endif
