/* SPDX-License-Identifier: MIT */
/* How summaries are written in Japanese: the readers of lead.h and body.h for it. */
#ifndef DD_IMPORT_JAPANESE_H
#define DD_IMPORT_JAPANESE_H

#include "import/body.h"
#include "import/person.h"

/* See struct dd_lead_reader. */
bool dd_person_next_japanese(struct dd_lead *lead, size_t from, size_t to,
    struct dd_mention *ret_mention);
void dd_person_know_japanese(struct dd_lead *lead, struct dd_mention *mention);
void dd_person_order_japanese(
    struct dd_lead *lead, struct dd_mention *mention, const char *body);

void dd_lead_read_occasion_japanese(struct dd_lead *lead);
void dd_lead_use_form_japanese(struct dd_lead *lead);
/* Which meeting of a row it was, and its parts. */
void dd_lead_read_facts_japanese(struct dd_lead *lead);
bool dd_lead_is_whole_japanese(struct dd_lead *lead);

/* Writes a sentence, bytes [at.from, at.to) of a block: a statement for each
 * speaker that it has. */
void dd_body_sentence_japanese(struct dd_talk *talk,
    const struct dd_block *block, struct dd_extent at, xmlNode *parent);

/* Who speaks in a sentence: the first that stands before は, から or より at the
 * beginning of a clause. NULL where it is nobody who took part. */
const char *
dd_talk_actor_japanese(struct dd_talk *talk, const char *text, size_t len);

#endif
