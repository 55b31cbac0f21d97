/* SPDX-License-Identifier: MIT */
/* A meeting in parts: "a meeting for 30 minutes followed by a working lunch". */
#include <string.h>
#include "base/ascii.h"
#include "import/lead.h"
#include "language/read_time.h"

#define NOUN                                                                   \
	"(?<noun>(?:small[- ]group |plenary |expanded |extended |restricted "  \
	"|bilateral |tête-à-tête )?(?:meeting|session|talks?)|(?:working |" \
	"official )?(?:breakfast|lunch(?:eon)?|dinner)|signing ceremony|"      \
	"joint press (?:conference|announcement|occasion|appearance))"

static const struct {
	const char *word, *kind;
} kinds[] = {
    {"small", "smallGroup"},
    {"restricted", "smallGroup"},
    {"tête", "smallGroup"},
    {"plenary", "plenary"},
    {"expanded", "plenary"},
    {"extended", "plenary"},
    {"breakfast", "workingBreakfast"},
    {"lunch", "workingLunch"},
    {"dinner", "workingDinner"},
    {"signing", "signing"},
    {"press", "pressOccasion"},
};

static struct dd_found_session *
make_session(struct dd_lead *lead, struct dd_extent noun)
{
	struct dd_found_session *session =
	    dd_arena_alloc(lead->arena, sizeof *session);
	char *title = dd_arena_dup(lead->arena, dd_lead_copy(lead, noun));
	char *words = dd_arena_dup(lead->arena, title);

	for (char *c = words; *c; c++)
		*c = dd_ascii_lower(*c);
	*title = dd_ascii_upper(*title);
	*session = (struct dd_found_session){.kind = "other", .title = title};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strstr(words, kinds[i].word)) {
			session->kind = kinds[i].kind;
			session->title = NULL;
			break;
		}
	return session;
}

/* The session whose length this is: its name stands in front of it. */
static struct dd_found_session *
find_session(struct dd_lead *lead, size_t from, const struct dd_typed *length,
    struct dd_extent *ret_noun)
{
	static const char named[] =
	    "(?i)\\b" NOUN "\\s*\\(?(?:for |lasting )?(?:an? )?(?:about |"
	    "approximately |around |over |some |nearly )?$";
	struct dd_extent match;

	if (!dd_find(lead->finder, named, lead->text, length->at.start, from,
		&match))
		return NULL;
	dd_find_group(lead->finder, named, "noun", ret_noun);
	return make_session(lead, *ret_noun);
}

static void
use_links(struct dd_lead *lead)
{
	static const char link[] =
	    ",? (?:(?:which was )?followed by|and then|and) (?:an? )?" NOUN;
	struct dd_extent match, noun;

	for (size_t from = 0;
	     dd_find(lead->finder, link, lead->text, lead->len, from, &match);
	     from = match.to) {
		dd_find_group(lead->finder, link, "noun", &noun);
		dd_lead_use(lead, match.from, match.to);
	}
}

/* Each part with its length. */
static void
read_lengths(struct dd_lead *lead, const struct dd_typed *times, bool take)
{
	struct dd_found_session **end = &lead->sessions;
	struct dd_extent noun;
	size_t from = 0;

	for (const struct dd_typed *t = times; t; t = t->next) {
		struct dd_found_session *session;

		if (t->kind != DD_TYPED_LENGTH || lead->used[t->at.start])
			continue;
		session = find_session(lead, from, t, &noun);
		from = t->at.end;
		if (!session)
			continue;
		session->minutes = t->minutes;
		*end = session;
		end = &session->next;
		if (!take)
			continue;
		session->hedge = dd_lead_hedge(lead, t->at.start);
		dd_lead_use(lead, noun.from, noun.to);
		dd_lead_use(lead, t->at.start, t->at.end);
	}
}

/* "from around 12:10 p.m. for 60 minutes", behind the name of a part at `at`. */
static void
read_own_times(struct dd_lead *lead, const struct dd_typed *times, size_t at,
    struct dd_found_session *session)
{
	static const char begins[] = "^,? (?:(?:starting|commencing|beginning) "
				     ")?(?:at|from)(?: (?:about|"
				     "approximately|around|shortly after))? $";
	static const char lasts[] =
	    "^,? (?:(?:and )?lasting |for )(?:for )?(?:about |approximately |"
	    "around )?$";
	const struct dd_typed *t = times;
	struct dd_extent match;

	while (t && t->at.start < at)
		t = t->next;
	if (!t || t->kind != DD_TYPED_CLOCK ||
	    !dd_find(lead->finder, begins, lead->text + at, t->at.start - at, 0,
		&match))
		return;
	dd_lead_use(lead, at, t->at.start);
	dd_lead_take_clock(lead, &session->start, t);
	dd_lead_use(lead, t->at.start, t->at.end);
	at = t->at.end;
	t = t->next;
	if (!t || t->kind != DD_TYPED_LENGTH ||
	    !dd_find(lead->finder, lasts, lead->text + at, t->at.start - at, 0,
		&match))
		return;
	session->minutes = t->minutes;
	session->hedge = dd_lead_hedge(lead, t->at.start);
	dd_lead_use(lead, at, t->at.end);
}

/* "held a meeting and a working dinner", "held a meeting with …, followed by a
 * dinner" */
static void
read_pair(struct dd_lead *lead, const struct dd_typed *times)
{
	static const char pair[] =
	    "\\b(?:held|had) (?:an? )?(?<first>(?:small[- ]group |bilateral |"
	    "summit |foreign ministers['’]? )?(?:meeting|talks))(?<link>,? "
	    "followed by| and(?: then)?)"
	    " (?:an? )?" NOUN;
	static const char later[] =
	    "\\b(?:held|had) (?:an? )?(?<first>(?:small[- ]group |bilateral |"
	    "summit |foreign ministers['’]? )?(?:meeting|talks))[^;]{1,600}?"
	    "(?<link>,? (?:which was )?followed by) (?:an? )?" NOUN
	    "(?=[.,]| (?:at|from|starting|commencing|beginning)\\b)";
	const char *const patterns[] = {pair, later};
	struct dd_extent match, first, link, second;

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		if (!dd_find(lead->finder, patterns[i], lead->text, lead->len,
			0, &match))
			continue;
		dd_find_group(lead->finder, patterns[i], "first", &first);
		dd_find_group(lead->finder, patterns[i], "link", &link);
		dd_find_group(lead->finder, patterns[i], "noun", &second);
		lead->sessions = make_session(lead, first);
		lead->sessions->next = make_session(lead, second);
		dd_lead_use(lead, match.from, first.to);
		dd_lead_use(lead, link.from, second.to);
		read_own_times(lead, times, second.to, lead->sessions->next);
		return;
	}
}

void
dd_lead_read_sessions(struct dd_lead *lead, const struct dd_typed *times)
{
	if (lead->sessions)
		return;
	read_lengths(lead, times, false);
	if (lead->sessions && lead->sessions->next) {
		lead->sessions = NULL;
		read_lengths(lead, times, true);
		use_links(lead);
	} else {
		lead->sessions = NULL;
		read_pair(lead, times);
	}
	for (const struct dd_found_session *s = lead->sessions; s; s = s->next)
		dd_lead_fact(lead, "meeting/session", s->kind, DD_CERTAIN,
		    "lead/session", (struct dd_extent){0, lead->len});
}
