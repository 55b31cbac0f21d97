/* SPDX-License-Identifier: MIT */
/* The act that the outer verb of a statement names. */
#ifndef DD_LANGUAGE_ACT_H
#define DD_LANGUAGE_ACT_H

#include <stdbool.h>
#include <stddef.h>
#include "model/prose.h"

/* Where the subject and the verb stand, in bytes of the text. */
struct dd_act_reading {
	size_t subject, subject_end; /* equal: it has none that counts */
	size_t verb, verb_end;
	const char *acts; /* those that the verb may name, between spaces */
};

/* Reads a statement in English, French, Japanese or Korean. False where the sentence
 * is built in any other way than the few that are sure, its verb says nothing
 * certain of the act, it is in the speaker's own words, or its act is none of
 * the schema. Linear. */
bool dd_act_read(const struct dd_prose *prose, const char *lang,
    struct dd_act_reading *ret_reading);

/* The same for the plain text of one sentence that is no statement yet. */
bool dd_act_read_text(
    const char *text, const char *lang, struct dd_act_reading *ret_reading);

/* The same for an English sentence that is told from what was done: "The attack
 * was condemned by both sides", whose subject is the one behind "by"; "It was
 * agreed that …" has none: all sides did it. */
bool dd_act_read_passive(const char *text, struct dd_act_reading *ret_reading);

/* The next verb in English behind byte `from` that "and" joins to one before:
 * "and concurred to continue"; or a clause with a subject of its own behind
 * ", and" or ", while". *ret_join is where the "and" begins; false where
 * there is none, or a clause in between may own it. */
bool dd_act_next_joined(const char *text, size_t from, size_t *ret_join,
    struct dd_act_reading *ret_reading);

/* True where the act is one of those. */
bool dd_act_fits(const struct dd_act_reading *reading, const char *act);

/* The same, and neither that verb nor one joined to it names the act. */
bool dd_act_contradicts(const struct dd_prose *prose, const char *lang,
    struct dd_act_reading *ret_reading);

#endif
