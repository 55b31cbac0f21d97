/* SPDX-License-Identifier: MIT */
/* The act that the outer verb of a statement names, in English and Japanese. */
#ifndef DD_CHECK_ACT_H
#define DD_CHECK_ACT_H

#include <stdbool.h>
#include <stddef.h>
#include "model/prose.h"

/* Where the subject and the verb stand, in bytes of the text. */
struct dd_act_reading {
	size_t subject, subject_end; /* equal: it has none that counts */
	size_t verb, verb_end;
	const char *acts; /* those that the verb may name, between spaces */
};

/* False where the sentence is built in any other way than the few that are
 * sure, or its verb says nothing certain of the act. Linear. */
bool dd_act_read(const struct dd_prose *prose, const char *lang,
    struct dd_act_reading *ret_reading);

/* True where the act is one of those. */
bool dd_act_fits(const struct dd_act_reading *reading, const char *act);

/* True where a later verb, joined by "and", names the act. */
bool dd_act_is_joined(const struct dd_prose *prose, size_t at, const char *act);

#endif
