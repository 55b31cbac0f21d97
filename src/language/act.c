/* SPDX-License-Identifier: MIT */
/* Chooses how a sentence is read, and compares its verb with its act. */
#include "language/act_internal.h"
#include <string.h>
#include "xml/node.h"

/* An act that the schema knows; another one is a fault of its own. */
static bool
is_known(const char *act)
{
	static const struct dd_act_reading all = {
	    .acts = " state shareView confirm agree exchangeViews explain "
		    "thank welcome hope congratulate condole condemn concern "
		    "request emphasise commit support invite ceremonial "
		    "document "};

	return dd_act_fits(&all, act);
}

static bool
is_reported(const struct dd_prose *prose)
{
	const char *act = dd_node_value(prose->node, "act");
	const char *quoted = dd_node_value(prose->node, "quoted");

	return prose->kind == DD_PROSE_STATEMENT && act && is_known(act) &&
	    (!quoted || strcmp(quoted, "none") == 0);
}

static bool
read_in(const struct dd_prose *prose, const char *lang,
    struct dd_act_reading *reading)
{
	if (strncmp(lang, "en", 2) == 0)
		return dd_act_read_english(prose, reading);
	if (strncmp(lang, "fr", 2) == 0)
		return dd_act_read_french(prose, reading);
	if (strncmp(lang, "ja", 2) == 0)
		return dd_act_read_japanese(prose, reading);
	if (strncmp(lang, "ko", 2) == 0)
		return dd_act_read_korean(prose, reading);
	return false;
}

bool
dd_act_read(const struct dd_prose *prose, const char *lang,
    struct dd_act_reading *ret_reading)
{
	*ret_reading = (struct dd_act_reading){0};
	return lang && is_reported(prose) && read_in(prose, lang, ret_reading);
}

bool
dd_act_read_text(
    const char *text, const char *lang, struct dd_act_reading *ret_reading)
{
	const struct dd_prose_run run = {.end = strlen(text)};
	const struct dd_prose prose = {
	    .kind = DD_PROSE_STATEMENT,
	    .text = text,
	    .len = run.end,
	    .runs = &run,
	    .run_count = 1,
	};

	*ret_reading = (struct dd_act_reading){0};
	return read_in(&prose, lang, ret_reading);
}

bool
dd_act_fits(const struct dd_act_reading *reading, const char *act)
{
	size_t len = strlen(act);
	const char *at = reading->acts;

	while (len > 0 && (at = strstr(at, act)) != NULL) {
		if (at[-1] == ' ' && at[len] == ' ')
			return true;
		at += len;
	}
	return false;
}

bool
dd_act_contradicts(const struct dd_prose *prose, const char *lang,
    struct dd_act_reading *ret_reading)
{
	const char *act = dd_node_value(prose->node, "act");

	return dd_act_read(prose, lang, ret_reading) &&
	    !dd_act_fits(ret_reading, act) &&
	    !dd_act_is_joined_english(prose, ret_reading->verb_end, act) &&
	    !dd_act_is_joined_french(prose, ret_reading->verb_end, act) &&
	    !dd_act_is_joined_japanese(prose, ret_reading, act);
}
