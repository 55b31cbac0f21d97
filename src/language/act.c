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

bool
dd_act_read(const struct dd_prose *prose, const char *lang,
    struct dd_act_reading *ret_reading)
{
	*ret_reading = (struct dd_act_reading){0};
	if (!lang || !is_reported(prose))
		return false;
	if (strncmp(lang, "en", 2) == 0)
		return dd_act_read_english(prose, ret_reading);
	if (strncmp(lang, "fr", 2) == 0)
		return dd_act_read_french(prose, ret_reading);
	if (strncmp(lang, "ja", 2) == 0)
		return dd_act_read_japanese(prose, ret_reading);
	if (strncmp(lang, "ko", 2) == 0)
		return dd_act_read_korean(prose, ret_reading);
	return false;
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
