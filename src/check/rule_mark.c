/* SPDX-License-Identifier: MIT */
/* Rules about signs between and in words: dashes and apostrophes. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/look.h"
#include "check/misread.h"
#include "model/letter.h"

/* --- text/dash ----------------------------------------------------------- */

/* Arrows and addresses have double hyphens; a line that begins with one is a
 * list, and numbers may be subtracted. */
static bool
is_false_dash(const struct dd_prose *prose, size_t at, size_t len)
{
	const char *text = prose->text;
	char before = at > 0 ? text[at - 1] : ' ';
	char behind = text[at + len];

	if (len > 1)
		return before != '<' && behind != '>' &&
		    !dd_look_is_address(prose, at);
	return at > 1 && dd_ascii_is_space(before) &&
	    dd_ascii_is_space(behind) && !dd_ascii_is_space(text[at - 2]) &&
	    at + 2 < prose->len && !dd_ascii_is_digit(text[at - 2]);
}

static void
check_dash(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct dd_diagnostic *found;

	for (size_t at = 0, len; at < prose->len; at += len) {
		at += strcspn(prose->text + at, "-");
		len = strspn(prose->text + at, "-");
		if (len == 0 || !is_false_dash(prose, at, len) ||
		    dd_look_is_foreign(prose, at))
			continue;
		found = dd_check_report(checker, DD_ID_TEXT_DASH, prose, at,
		    at + len,
		    len > 1 ? N_("Hyphens stand in a row where a dash "
				 "belongs; write – or —.")
			    : N_("A hyphen stands between spaces where a dash "
				 "belongs; write – or —."));
		dd_check_mend(checker, found, prose, at, at + len,
		    dd_ascii_is_space(prose->text[at + len]) ? "–" : "—");
	}
}

/* --- text/apostrophe ----------------------------------------------------- */

enum { CURLY = 0x2019, STRAIGHT = '\'' };

/* Between letters, or behind the s of a plural: it cannot be a quotation
 * mark there, unless one is open. */
static bool
is_apostrophe(const struct dd_prose *prose, size_t at, uint32_t cp, bool open)
{
	size_t back, len;
	uint32_t before = dd_look_back(prose, at, &back);
	uint32_t behind = dd_look_at(prose, at + (cp == CURLY ? 3 : 1), &len);

	if (!dd_letter_is(before))
		return false;
	return dd_letter_is(behind) ||
	    (before == 's' && behind == ' ' && !open);
}

struct apostrophes {
	size_t straight, curly;
	struct dd_range first[2]; /* curly, straight */
};

/* Calls back for each apostrophe, in order. */
static void
each_apostrophe(struct dd_checker *checker,
    void (*found)(struct dd_checker *, const struct dd_prose *, size_t,
	uint32_t, struct apostrophes *),
    struct apostrophes *all)
{
	for (const struct dd_prose *p = checker->prose; p; p = p->next) {
		bool open = false;
		size_t len, back, misread;

		if (!(p->traits & DD_TRAIT_APOSTROPHE))
			continue;
		for (size_t at = 0; at < p->len; at += len) {
			uint32_t cp = dd_look_at(p, at, &len);

			if ((misread = dd_misread_measure(p, at)) > 0)
				len = misread;
			else if (cp != CURLY && cp != STRAIGHT)
				open = open || cp == 0x2018;
			else if (!dd_letter_is(dd_look_back(p, at, &back)))
				open = true;
			else if (!dd_look_is_foreign(p, at) &&
			    is_apostrophe(p, at, cp, open))
				found(checker, p, at, cp, all);
		}
	}
}

static void
count_apostrophe(struct dd_checker *checker, const struct dd_prose *prose,
    size_t at, uint32_t cp, struct apostrophes *all)
{
	bool straight = cp == STRAIGHT;
	size_t *count = straight ? &all->straight : &all->curly;

	if ((*count)++ == 0)
		all->first[straight] = dd_prose_locate(
		    checker->tree, prose, at, at + (straight ? 1 : 3));
}

/* The style of the fewer is the slip; of as many, the straight one. */
static void
report_apostrophe(struct dd_checker *checker, const struct dd_prose *prose,
    size_t at, uint32_t cp, struct apostrophes *all)
{
	bool straight = all->straight <= all->curly;
	struct dd_diagnostic *found;

	if ((cp == STRAIGHT) != straight)
		return;
	found = dd_check_report(checker, DD_ID_TEXT_APOSTROPHE, prose, at,
	    at + (straight ? 1 : 3),
	    straight ? N_("The apostrophe here is straight, those elsewhere "
			  "are curly; use one kind.")
		     : N_("The apostrophe here is curly, those elsewhere are "
			  "straight; use one kind."));
	dd_check_mend(checker, found, prose, at, at + (straight ? 1 : 3),
	    straight ? "’" : "'");
	dd_report_related(
	    checker->sink, found, all->first[!straight], "the other kind");
}

static void
check_apostrophe(struct dd_checker *checker)
{
	struct apostrophes all = {0};

	each_apostrophe(checker, count_apostrophe, &all);
	if (all.straight && all.curly)
		each_apostrophe(checker, report_apostrophe, &all);
}

/* --- text/meeting-apostrophe --------------------------------------------- */

/* True where a meeting is named, with a capital, and not one *with* somebody:
 * that may be of one Minister. */
static bool
names_meeting(const char *text)
{
	static const char *const nouns[] = {"Meeting", "Talk", "Telephone Talk",
	    "Video Conference", "Working Breakfast", "Working Lunch",
	    "Working Dinner", "Dialogue"};

	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
		size_t len = strlen(nouns[i]);

		if (strncmp(text, nouns[i], len) == 0 &&
		    !dd_ascii_is_letter(text[len]) &&
		    strncmp(text + len, " with ", 6) != 0)
			return true;
	}
	return false;
}

/* The bytes of "'s" or "’s", or 0. */
static size_t
measure_singular(const char *text)
{
	if (strncmp(text, "'s", 2) == 0)
		return 2;
	return strncmp(text, "\u2019s", 4) == 0 ? 4 : 0;
}

enum { NAME_WORDS = 6 }; /* of an organisation and a meeting */

/* Organisations name their meetings as they like: ASEAN Foreign Ministers
 * Meeting, G7 Leaders Meeting. True where such a name begins in front. */
static bool
follows_organisation(const struct dd_prose *prose, size_t at)
{
	const char *text = prose->text;
	size_t from, to = at, words = 0;

	while (
	    words++ < NAME_WORDS && to > 1 && dd_ascii_is_space(text[to - 1])) {
		for (from = --to;
		     from > 0 && !dd_ascii_is_space(text[from - 1]);)
			from--;
		if (text[from] < 'A' || text[from] > 'Z')
			return false;
		if (to - from > 1 &&
		    (dd_ascii_is_digit(text[from + 1]) ||
			(text[from + 1] >= 'A' && text[from + 1] <= 'Z')))
			return true;
		to = from;
	}
	return false;
}

/* The office ends at `end`, with or without the s of a plural. Returns the
 * end of what is wrong, or 0. */
static size_t
find_wrong_possessive(const struct dd_prose *prose, size_t at, size_t end)
{
	const char *text = prose->text;
	size_t singular = measure_singular(text + end), blank;

	if (singular == 0 && text[end] != 's')
		return 0;
	end += singular > 0 ? singular : 1;
	blank = strspn(text + end, DD_ASCII_SPACES);
	if (blank == 0 || !names_meeting(text + end + blank))
		return 0;
	if (singular > 0)
		return at >= 6 && strncmp(text + at - 6, "Prime ", 6) == 0
		    ? 0
		    : end;
	return follows_organisation(prose, at) ? 0 : end;
}

static void
check_meeting_apostrophe(
    struct dd_checker *checker, const struct dd_prose *prose)
{
	static const char office[] = "Minister";
	const char *text = prose->text, *hit = text;
	size_t len = strlen(office);
	struct dd_diagnostic *found;

	if (!dd_look_speaks(checker, "en") || prose->kind == DD_PROSE_LINK)
		return;
	for (; (hit = strstr(hit, office)); hit += len) {
		size_t at = (size_t)(hit - text);
		size_t end = find_wrong_possessive(prose, at, at + len);

		if (end == 0 || dd_look_is_title(prose, at) ||
		    dd_look_is_foreign(prose, at))
			continue;
		found = dd_check_report(checker, DD_ID_TEXT_MEETING_APOSTROPHE,
		    prose, at, end,
		    "`%.*s` names a meeting of several Ministers; write "
		    "Ministers’.",
		    (int)(end - at), hit);
		dd_check_mend(checker, found, prose, at, end,
		    text[at + len] == '\'' ? "Ministers'" : "Ministers’");
	}
}

const struct dd_rule dd_rules_mark[] = {
    {.ids = DD_IDS(DD_ID_TEXT_DASH),
	.traits = DD_TRAIT_HYPHEN,
	.text = check_dash},
    {.ids = DD_IDS(DD_ID_TEXT_APOSTROPHE), .document = check_apostrophe},
    {.ids = DD_IDS(DD_ID_TEXT_MEETING_APOSTROPHE),
	.text = check_meeting_apostrophe},
    {0},
};
