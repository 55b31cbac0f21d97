/* SPDX-License-Identifier: MIT */
/* Sentences in the words of those who spoke: quoted, or told as "I …". */
#include <string.h>
#include "base/ascii.h"
#include "import/body.h"

/* What "I hope" and the like do. */
struct own_verb {
	const char *words, *acts;
};

static const struct own_verb own_verbs[] = {
    {" hope hopes wish expect ", " hope "},
    {" thank appreciate ", " thank welcome "},
    {" welcome ", " welcome "},
    {" congratulate ", " congratulate "},
    {" condemn deplore oppose ", " condemn "},
    {" support endorse ", " support "},
    {" invite propose suggest ", " invite "},
    {" request ask urge ", " request "},
    {" emphasise emphasize stress underline underscore ", " emphasise "},
    {" confirm reaffirm ", " confirm "},
    {" agree concur ", " agree "},
    {" pledge promise ", " commit "},
    {" explain ", " explain "},
};

static const char *
get_acts(struct dd_talk *talk, const char *verb, size_t len)
{
	const char *word = dd_arena_ndup(talk->arena, verb, len);

	for (size_t i = 0; i < sizeof own_verbs / sizeof *own_verbs; i++)
		if (dd_ascii_lists(own_verbs[i].words, word))
			return own_verbs[i].acts;
	return " state emphasise ";
}

static bool
read_first_person(struct dd_talk *talk, const char *text, size_t len,
    struct dd_act_reading *reading)
{
	static const char pattern[] =
	    "^(?:I|We|My|Our|It is my|Let me)\\b(?: would like to| wish to| "
	    "want "
	    "to|(?: \\p{Ll}+ly)?)? (?<verb>\\p{Ll}+)?";
	struct dd_extent match, verb = {0, 0};

	if (!talk->points ||
	    !dd_find(talk->finder, pattern, text, len, 0, &match))
		return false;
	dd_find_group(talk->finder, pattern, "verb", &verb);
	*reading = (struct dd_act_reading){
	    .verb = verb.from,
	    .verb_end = verb.to,
	    .acts = get_acts(talk, text + verb.from, verb.to - verb.from),
	};
	return true;
}

/* "“The sea belongs to nobody,” Minister Orell said." */
static bool
read_quote_first(struct dd_talk *talk, const char *text, size_t len,
    struct dd_act_reading *reading)
{
	static const char pattern[] =
	    "^(?:“[^”]+[,!?.]”|\"[^\"]+[,!?.]\"|''.+?[,!?.]'') ";
	struct dd_extent match;

	if (!dd_find(talk->finder, pattern, text, len, 0, &match) ||
	    !dd_act_read_text(text + match.to, talk->lang, reading))
		return false;
	reading->subject += match.to;
	reading->subject_end += match.to;
	reading->verb += match.to;
	reading->verb_end += match.to;
	return true;
}

/* "Minister Orell said, “We shall send two ships.”" */
static bool
read_quote_last(struct dd_talk *talk, const char *text, size_t len,
    struct dd_act_reading *reading)
{
	static const char pattern[] =
	    "^(?:,|:)? ?(?:“[^”]+”|\"[^\"]+\"|''.+?'')\\.?$";
	struct dd_extent match;

	return dd_act_read_text(text, talk->lang, reading) &&
	    dd_find(talk->finder, pattern, text + reading->verb_end,
		len - reading->verb_end, 0, &match);
}

bool
dd_own_words_read(struct dd_talk *talk, const char *text, size_t len,
    struct dd_act_reading *ret_reading, const char **ret_quoted)
{
	if (strncmp(talk->lang, "en", 2) != 0)
		return false;
	if (read_quote_first(talk, text, len, ret_reading) ||
	    read_quote_last(talk, text, len, ret_reading)) {
		*ret_quoted = "direct";
		return true;
	}
	if (read_first_person(talk, text, len, ret_reading)) {
		*ret_quoted = "firstPerson";
		return true;
	}
	return false;
}
