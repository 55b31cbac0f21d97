/* SPDX-License-Identifier: MIT */
/* Shared by the languages of act.c. */
#ifndef DD_LANGUAGE_ACT_INTERNAL_H
#define DD_LANGUAGE_ACT_INTERNAL_H

#include "language/act.h"

/* What a sentence that only reports may carry: never thanks, an agreement or
 * a condemnation, which need a verb of their own. */
#define DD_ACT_REPORTED                                                        \
	" state explain emphasise hope support commit invite request "

/* The verb behind the subject. */
bool dd_act_read_english(
    const struct dd_prose *prose, struct dd_act_reading *reading);

/* The verb at the end of the sentence, in Japanese and Korean. */
bool dd_act_read_japanese(
    const struct dd_prose *prose, struct dd_act_reading *reading);
bool dd_act_read_korean(
    const struct dd_prose *prose, struct dd_act_reading *reading);

/* An auxiliary and a participle behind the subject. */
bool dd_act_read_french(
    const struct dd_prose *prose, struct dd_act_reading *reading);

/* A second verb that names the act, joined by "and", behind byte `at`. */
bool dd_act_is_joined_english(
    const struct dd_prose *prose, size_t at, const char *act);
bool dd_act_is_joined_french(
    const struct dd_prose *prose, size_t at, const char *act);

/* A verb before the last one that names the act, as in "祝意を表した上で". */
bool dd_act_is_joined_japanese(const struct dd_prose *prose,
    const struct dd_act_reading *reading, const char *act);

#endif
