/* SPDX-License-Identifier: MIT */
/* The parties of a lead, and who was there for each. */
#ifndef DD_IMPORT_LEAD_PARTY_H
#define DD_IMPORT_LEAD_PARTY_H

#include "import/person.h"

/* True for the state of the house. `party` may be NULL. */
bool
dd_lead_is_own(const struct dd_lead *lead, const struct dd_party_name *party);

/* Adds someone whose party is known, and returns the party, which is made where
 * it is not there yet. */
struct dd_found_party *dd_lead_add_person(
    struct dd_lead *lead, struct dd_mention *mention, bool attendee);

/* The own state as a name. */
const struct dd_party_name *dd_lead_make_own(struct dd_lead *lead);

/* Adds those whom the text calls by the office alone, and asks who they are:
 * one of the other side, where nobody else is of it; one of the own side. */
void dd_lead_read_unnamed(struct dd_lead *lead);
void dd_lead_read_unnamed_own(struct dd_lead *lead);

/* Gives each party its id, and tells which is the own one. */
void dd_lead_mark_parties(struct dd_lead *lead);

/* Puts the own party first, as in the document. */
void dd_lead_sort_parties(struct dd_lead *lead);

#endif
