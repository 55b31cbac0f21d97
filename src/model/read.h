/* SPDX-License-Identifier: MIT */
/*
 * Tree to facts, in one walk. Says what XSD cannot: zones that do not exist,
 * offsets that contradict them, references to the house that lead nowhere.
 * Values that the schema has already refused are passed over in silence.
 */
#ifndef DD_MODEL_READ_H
#define DD_MODEL_READ_H

#include "model/model.h"

struct dd_error;
struct dd_house;
struct dd_sink;
struct dd_tree;
struct dd_zone_db;

/* Reads the facts of a parsed document whose root is meetingSummary. The
 * house, the tree and the zones must outlive the summary. Returns 0, or
 * DD_E_ENGINE where zone data cannot be read: the document is then not
 * checked. *ret_summary must be released either way. */
int dd_summary_read(struct dd_summary *ret_summary, const struct dd_tree *tree,
    const struct dd_house *house, struct dd_zone_db *zones,
    struct dd_sink *sink, struct dd_error *error);

void dd_summary_release(struct dd_summary *summary);

/* True where the meeting or one of its sessions has a place. */
bool dd_summary_has_place(const struct dd_summary *summary);

/* The day of the meeting, else of issue: who held which office counts by it. */
struct dd_date dd_summary_day(const struct dd_summary *summary);

/* The term of that id: of the document, else of the house in the document's
 * language; NULL where there is none. */
struct dd_term *dd_summary_term(struct dd_summary *summary, const char *id);

/* The names of a country code in the house, else NULL fields. */
void dd_house_designation(
    const xmlNode *entry, const char *lang, struct dd_designation *designation);

#endif
