/* SPDX-License-Identifier: MIT */
/* What the parts of resolve share. */
#ifndef DD_MODEL_RESOLVE_INTERNAL_H
#define DD_MODEL_RESOLVE_INTERNAL_H

#include <stdint.h>
#include "model/locale.h"
#include "model/resolve.h"
#include "model/words.h"

struct dd_zone;

struct dd_resolver {
	struct dd_summary *summary;
	const struct dd_words *words; /* borrowed */
	struct dd_locale locale;
	const struct dd_zone *home; /* NULL: the house has no home */
	const char *home_country;   /* NULL: the house has no home */
	const xmlNode *ministry;    /* NULL: the house has none */
	xmlNs *ns;		    /* urn:diplodoc:resolved:1 */
	xmlNode *scratch;	    /* holders of slots; freed at the end */
	xmlNode *out;		    /* r:resolved */
	const struct dd_resolve_options *options;
};

/* -- resolve_tree.c: nodes ------------------------------------------------ */

/* A new r:name at the end of `parent`. */
xmlNode *
dd_resolve_add(struct dd_resolver *r, xmlNode *parent, const char *name);
/* The same with text in it. NULL or empty text adds nothing. */
xmlNode *dd_resolve_add_text(
    struct dd_resolver *r, xmlNode *parent, const char *name, const char *text);
/* A new empty holder for the value of a slot. */
xmlNode *dd_resolve_holder(struct dd_resolver *r);
/* Sets an attribute without a namespace; NULL or empty text sets none. */
void dd_resolve_set(xmlNode *node, const char *name, const char *value);
/* Sets an r: attribute on an element of the document. */
void dd_resolve_mark(
    struct dd_resolver *r, xmlNode *node, const char *name, const char *value);
/* Appends text; NULL appends nothing. */
void dd_resolve_text(xmlNode *parent, const char *text);
/* Copies the children of `from` to the end of `to`. */
void dd_resolve_copy(xmlNode *to, const xmlNode *from);
/* Prints a pattern and returns its text in the summary's arena, or NULL. */
const char *dd_resolve_print(struct dd_resolver *r, const char *base,
    const char *a, const char *b, const struct dd_slots *slots);

/* Trims the space in front of the first text below `node`, and begins it with
 * a capital. */
void dd_resolve_begin_sentence(struct dd_resolver *r, xmlNode *node);

/* -- resolve_clean.c, resolve_markup.c: the document's text ------------------ */

/* Drops layout and collapses white space in sentences. What each text was is
 * kept in the arena until dd_resolve_markup, which must follow. */
void dd_resolve_clean(xmlNode *root, struct dd_arena *arena);
/* Takes comments and processing instructions out of the text. Returns a new
 * r:markup that has them and what else was not words, for the caller to put
 * into the tree; NULL where there was nothing. */
xmlNode *dd_resolve_markup(struct dd_resolver *r);
/* True for an element in which text and elements follow each other; `node`
 * may be NULL. */
bool dd_resolve_is_mixed(const xmlNode *node);

/* Joins parts to a list: "A, B and C". */
struct dd_joiner {
	struct dd_resolver *resolver;
	xmlNode *parent;
	size_t count, total; /* `total` must be known before */
	bool comma;	     /* the last part ends in an apposition */
	const char
	    *form; /* of the formats, where the language has it, or NULL */
};

/* Appends what belongs between the last part and the next. */
void dd_resolve_join(struct dd_joiner *joiner);

/* -- resolve_time.c: dates, clocks, lengths ------------------------------- */

const char *
dd_resolve_date(struct dd_resolver *r, const char *format, struct dd_date date);
/* Without the year, where it is that of the meeting. */
const char *dd_resolve_near_date(struct dd_resolver *r, struct dd_date date);
/* The format that the house has for a date of the lead, where the year is told
 * or not. */
const char *dd_resolve_lead_format(struct dd_resolver *r, bool year);
/* True where the year must stand with the date of the lead. */
bool dd_resolve_has_year(struct dd_resolver *r);
/* Appends the date as an r:time. */
void dd_resolve_put_date(struct dd_resolver *r, const char *format,
    struct dd_date date, xmlNode *parent);
/* Appends an r:time with the clock time of a moment at its own offset. */
void dd_resolve_clock(struct dd_resolver *r, const struct dd_moment *moment,
    const struct dd_when *when, xmlNode *parent);
/* Appends both clocks of a start, as far as they are known and shown. */
void dd_resolve_clocks(
    struct dd_resolver *r, const struct dd_when *when, xmlNode *parent);
/* True for a time that was shortly before or after the one stated. */
bool dd_resolve_is_beside(const struct dd_when *when);
/* "approximately 45 minutes", or NULL. */
const char *
dd_resolve_length(struct dd_resolver *r, const struct dd_length *length);
/* `value` behind the words of its hedge, which may be NULL. */
const char *
dd_resolve_hedge(struct dd_resolver *r, const char *hedge, const char *value);
/* The end: stated, else start and length; false where it is not known. */
bool dd_resolve_end(const struct dd_when *start, const struct dd_when *end,
    const struct dd_length *length, struct dd_moment *ret_end);
/* The same instant on the clocks at home; false without a home. */
bool dd_resolve_at_home(const struct dd_resolver *r,
    const struct dd_moment *moment, struct dd_moment *ret_home);

/* -- resolve_name.c: people --------------------------------------------- */

/* True where the family name is in capitals, in the lead or in lists. */
bool dd_resolve_has_capitals(
    struct dd_resolver *r, const struct dd_person *person, bool in_lead);
/* Each is NULL where nothing is known for it. */
const char *dd_resolve_name(
    struct dd_resolver *r, const struct dd_person *person, bool capitals);
const char *dd_resolve_full_name(
    struct dd_resolver *r, const struct dd_person *person, bool capitals);
const char *
dd_resolve_short_name(struct dd_resolver *r, const struct dd_person *person);
/* All offices joined; with the country or organisation behind them. */
const char *
dd_resolve_offices(struct dd_resolver *r, const struct dd_person *person);
const char *
dd_resolve_offices_of(struct dd_resolver *r, const struct dd_person *person);
/* Appends an r:person by the pattern person.`form`; true where it ends in an
 * apposition: "Mr. X, Minister". */
bool dd_resolve_put_person(struct dd_resolver *r,
    const struct dd_person *person, const char *form, xmlNode *parent);

/* -- resolve_party.c: countries, parties, places -------------------------- */

/* Fills in the names that neither document nor house gives, from CLDR. */
void dd_resolve_party_names(struct dd_resolver *r);
/* The short or long name of a country code, which may be NULL. */
const char *
dd_resolve_country(struct dd_resolver *r, const char *code, bool longer);
/* "du Japon": of the house, else by a pattern of the language, or NULL. */
const char *
dd_resolve_of(struct dd_resolver *r, const struct dd_designation *name);
bool dd_resolve_is_at_home(
    const struct dd_resolver *r, const struct dd_venue *place);
/* In a list of facts, or as the lead has it; NULL where none is stated. */
const char *dd_resolve_place(
    struct dd_resolver *r, const struct dd_venue *place, bool in_lead);
/* As the lead has it, without the country; empty where that is all. */
const char *
dd_resolve_site(struct dd_resolver *r, const struct dd_venue *place);
/* The r:party elements. */
void dd_resolve_parties(struct dd_resolver *r);

/* -- resolve_script.c ---------------------------------------------------- */

/* Sets flags for how a family name is written next to a given name:
 * `ideographs` where it is in them, `single` where it is one character. */
void dd_resolve_set_script(const char *family, struct dd_slots *slots);

/* -- resolve_label.c, resolve_text.c: the document's own text ------------- */

/* Numbers of items. */
void dd_resolve_items(struct dd_resolver *r);
/* Counts what stylesheets would have to count again for each: sessions and the
 * entries of the glossary. */
void dd_resolve_numbers(struct dd_resolver *r);
/* In a document that is not valid, marks what has the id of an element before
 * it: only the first is what others mean by it. */
void dd_resolve_ids(struct dd_resolver *r);
/* Inline elements of one sentence; `starts` where its first word begins one. */
void dd_resolve_sentence(struct dd_resolver *r, xmlNode *node, bool starts);
void dd_resolve_sentences(struct dd_resolver *r);

/* -- resolve_head.c: the publication -------------------------------------- */

/* Sets r:open and r:close: the words `kind`.open and `kind`.close. */
void dd_resolve_enclose(struct dd_resolver *r, xmlNode *node, const char *kind);
/* Names the language of foreign words. */
void dd_resolve_language(struct dd_resolver *r, xmlNode *node);
/* Puts @date into words, where there is one. */
void dd_resolve_day(struct dd_resolver *r, xmlNode *node);
/* Labels and dates in the lists behind the text. */
void dd_resolve_marks(struct dd_resolver *r);
void dd_resolve_head(struct dd_resolver *r);

/* -- resolve_event.c, resolve_occasion.c, resolve_lead.c: what was held ---- */

/* True for a host of others; one that meets the own side is its counterpart. */
bool dd_resolve_only_hosts(
    const struct dd_resolver *r, const struct dd_party *party);
/* Parties without those that only host. */
size_t dd_resolve_count_parties(const struct dd_resolver *r);
const char *dd_resolve_event_name(struct dd_resolver *r);
/* "Ninth" of an ordinal element, which may be NULL. */
const char *dd_resolve_nth(struct dd_resolver *r, const xmlNode *ordinal);
/* Appends the stated end by a pattern; nothing where there is none. */
void dd_resolve_put_end(struct dd_resolver *r, const struct dd_when *start,
    const struct dd_when *end, const char *pattern, xmlNode *parent);
/* "at the request of …", or NULL. */
const char *dd_resolve_initiative(struct dd_resolver *r);
void dd_resolve_event(struct dd_resolver *r);

enum dd_side { DD_OWN, DD_OTHERS, DD_HOST };

enum dd_side
dd_resolve_side(const struct dd_resolver *r, const struct dd_party *party);

/* Puts the words of an occasion into its fact. */
void dd_resolve_put_occasion_fact(
    struct dd_resolver *r, const xmlNode *occasion, xmlNode *fact);
/* Appends the occasions as the lead has them, but for one of each side that
 * it sets as slot ownOccasion or othersOccasion. Returns whether the first is a
 * clause of its own. */
bool dd_resolve_put_occasions(struct dd_resolver *r, struct dd_slots *slots,
    bool has_place, xmlNode *parent);
/* Never NULL. */
const char *dd_resolve_title(struct dd_resolver *r);
void dd_resolve_lead(struct dd_resolver *r);

/* -- resolve_sum.c --------------------------------------------------------- */

/* Sets r:sum on what was said, and on other sentences with values in them: a
 * sum of the words that were written. */
void dd_resolve_sums(struct dd_resolver *r);

/* -- resolve_attendance.c -------------------------------------------------- */

void dd_resolve_attendance(struct dd_resolver *r);

#endif
