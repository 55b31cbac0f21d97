/* SPDX-License-Identifier: MIT */
/* What was said: sentences with their speakers and acts. */
#ifndef DD_IMPORT_BODY_H
#define DD_IMPORT_BODY_H

#include <libxml/tree.h>
#include "import/lead.h"
#include "import/outline.h"
#include "import/term.h"
#include "language/act.h"

/* Who may speak, and who spoke last. */
struct dd_talk {
	struct dd_arena *arena; /* borrowed, as all below */
	struct dd_finder *finder;
	struct dd_ledger *ledger;
	const struct dd_names *names;
	const struct dd_lead *lead;
	const char *lang;
	struct dd_date date; /* of the meeting */
	const char *last;    /* speakers of the sentence before, or NULL */
	const char *points;  /* whose points follow as "I …", or NULL */
	size_t points_level; /* of the part that says so; they stand deeper */
	size_t level;	     /* of the part that is written */
	const struct dd_block *last_block; /* they spoke in, or NULL */
	xmlNode *before;		   /* the statement before, or NULL */
	struct dd_found_term *terms;  /* explained so far, the last one first */
	const struct dd_block *block; /* which words are marked up */
	size_t from;		      /* the byte of the block they begin at */
	size_t replies;		      /* statements that others reply to */
	struct dd_found_outcome *outcomes;     /* in order */
	struct dd_found_reference *references; /* likewise */
};

/* Appends the sentences of bytes [from, len) of a block to an item or a
 * paragraph. */
void dd_body_write(struct dd_talk *talk, const struct dd_block *block,
    size_t from, xmlNode *parent);

/* Appends bytes [from, to) of a block as a note. */
void dd_body_note(struct dd_talk *talk, const struct dd_block *block,
    size_t from, size_t to, xmlNode *parent);

/* The end of the sentence that begins at `from`; the space behind it does not
 * count. Stops in brackets and abbreviations are none. */
size_t dd_sentence_end(const char *text, size_t len, size_t from);

/* The ids of those whom the subject of a sentence names, between spaces; NULL
 * where it names nobody who took part, or somebody else. */
const char *dd_talk_speakers(struct dd_talk *talk, const char *subject,
    size_t len, enum dd_confidence *ret_confidence);

/* A sentence in the speaker's own words: "“…,” Minister Orell said", or "I hope
 * …" among someone's points. False where it is none; *ret_quoted is "direct" or
 * "firstPerson". */
bool dd_own_words_read(struct dd_talk *talk, const char *text, size_t len,
    struct dd_act_reading *ret_reading, const char **ret_quoted);

/* Writes text into an element, with its names, dates and terms marked up. */
void dd_body_inline(
    struct dd_talk *talk, const char *text, size_t len, xmlNode *element);

#endif
