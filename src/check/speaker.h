/* SPDX-License-Identifier: MIT */
/* Who speaks in a statement: the ids of its `speaker` attribute. */
#ifndef DD_CHECK_SPEAKER_H
#define DD_CHECK_SPEAKER_H

#include "language/act.h"
#include "check/rule.h"

struct dd_speakers {
	const xmlAttr *attr;	     /* NULL: the statement names none */
	size_t count;		     /* of ids */
	const struct dd_party *side; /* of the first one, or NULL */
	bool several;		     /* of more than one side */
	bool unknown;		     /* an id is not known, or there is none */
	bool whole; /* a party is among them, not only people */
};

struct dd_speakers
dd_speakers_read(struct dd_checker *checker, const xmlNode *statement);

/* True where the person, or the whole party of the person, speaks. */
bool dd_speakers_have(struct dd_checker *checker, const xmlNode *statement,
    const struct dd_person *person);

/* The person whose empty element makes up the whole subject of a sentence, or
 * NULL. Words in one may name another person, which is another fault. */
const struct dd_person *dd_speakers_marked(struct dd_checker *checker,
    const struct dd_prose *prose, const struct dd_act_reading *reading);

#endif
