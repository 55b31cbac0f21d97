/* SPDX-License-Identifier: MIT */
/* Rules about days in sentences: weekdays, days such as "yesterday", and the
 * dates of captions. */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "check/rule_time.h"

#define SPAN(t, s) (int)((s).end - (s).start), (t)->prose->text + (s).start

static const char *const weekday_names[] = {N_("Sunday"), N_("Monday"),
    N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
    N_("Saturday")};

/* --- weekdays ------------------------------------------------------------ */

/* Without a year in the words, the one of the <date> around them counts, else
 * the year nearest to the meeting. */
static bool
find_date(const struct dd_time_text *t, const struct dd_typed *typed,
    struct dd_date *ret_date)
{
	const xmlNode *mark = dd_time_mark(t, typed);
	const char *when = dd_node_value(mark, "when");
	struct dd_typed known = *typed;

	if (known.year == 0 && dd_node_is(mark, "date") && when &&
	    dd_date_parse(when, ret_date))
		known.year = ret_date->year;
	return dd_time_date(t->checker->summary, &known, ret_date);
}

/* A month far from the meeting can be of the year before or after it. */
static bool
fits_other_year(const struct dd_time_text *t, const struct dd_typed *typed,
    struct dd_date date)
{
	const struct dd_summary *s = t->checker->summary;
	int off = abs(typed->month -
	    (s->start.node ? s->start.date.month : s->issued.month));
	struct dd_date before = date, after = date;

	before.year--;
	after.year++;
	return typed->year == 0 && !dd_time_mark(t, typed) && off > 2 &&
	    (dd_date_weekday(before) == typed->weekday ||
		dd_date_weekday(after) == typed->weekday);
}

/* "Monday and Tuesday, May 19 and 20": which weekday is of which day is not
 * read. */
static bool
is_range(const struct dd_time_text *t, const struct dd_typed *date)
{
	static const char *const words[] = {" and ", " to ", "-", "–", "—"};
	const char *behind = t->prose->text + date->at.end;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strncmp(behind, words[i], strlen(words[i])) == 0 &&
		    dd_ascii_is_digit(behind[strlen(words[i])]))
			return true;
	return false;
}

static void
check_weekday(const struct dd_time_text *t, const struct dd_typed *typed)
{
	struct dd_date date;
	int right;

	if (typed->weekday < 0 || is_range(t, typed) ||
	    !find_date(t, typed, &date))
		return;
	right = dd_date_weekday(date);
	if (right != typed->weekday && !fits_other_year(t, typed, date))
		dd_check_report(t->checker, DD_ID_CLOCK_WEEKDAY, t->prose,
		    typed->weekday_at.start, typed->weekday_at.end,
		    "`%.*s` is wrong: %s is a %s; correct the weekday "
		    "or the date.",
		    SPAN(t, typed->weekday_at), dd_time_iso(t->checker, date),
		    dd_sink_say(t->checker->sink, weekday_names[right]));
}

/* --- days that hang on the day of reading -------------------------------- */

static bool
follows(const struct dd_time_text *t, size_t at, const char *word)
{
	size_t len = strlen(word);

	return at >= len &&
	    dd_ascii_equal_n(t->prose->text + at - len, word, len);
}

/* "today’s world", "young people of today" and 明日の世界 mean no day. */
static bool
is_figure(const struct dd_time_text *t, const struct dd_typed *day)
{
	const char *behind = t->prose->text + day->at.end;

	return *behind == '\'' || *behind == '-' ||
	    strncmp(behind, "を", 3) == 0 || strncmp(behind, "へ", 3) == 0 ||
	    (strncmp(behind, "の", 3) == 0 &&
		strncmp(t->prose->text + day->at.start, "明日", 6) == 0) ||
	    follows(t, day->at.start, "better ") ||
	    follows(t, day->at.start, "for ") ||
	    follows(t, day->at.start, "of ") ||
	    follows(t, day->at.start, "until ") ||
	    follows(t, day->at.start, "than ");
}

/* In a statement "today" mostly means these days. */
static bool
is_loose(const struct dd_time_text *t, const struct dd_typed *day)
{
	return t->prose->kind != DD_PROSE_LEAD &&
	    t->prose->kind != DD_PROSE_CAPTION &&
	    dd_ascii_equal_n(t->prose->text + day->at.start, "today", 5) &&
	    !follows(t, day->at.start, "earlier ");
}

/* A date behind it, in brackets or a comma, says which day it is. */
static bool
has_date(const struct dd_typed *item)
{
	return item->next && item->next->kind == DD_TYPED_DATE &&
	    item->next->at.start - item->at.end <= 24;
}

/* "on Tuesday", not "every Tuesday" or "the Friday Group". */
static bool
is_bare_weekday(const struct dd_time_text *t, const struct dd_typed *item)
{
	static const char *const words[] = {
	    " on ", "On ", " last ", "Last ", " next ", "Next ", " this "};
	const char *behind = t->prose->text + item->at.end;

	if (*behind == ' ' && behind[1] >= 'A' && behind[1] <= 'Z')
		return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (follows(t, item->at.start, words[i]))
			return true;
	return false;
}

/* Words in quotes are the speaker's: the last mark before them opens. */
static bool
is_quoted(const struct dd_time_text *t, const struct dd_typed *item)
{
	const char *quoted = dd_node_value(t->prose->node, "quoted");
	size_t at = item->at.start, least = at > 1000 ? at - 1000 : 0;

	if (quoted && strcmp(quoted, "direct") == 0)
		return true;
	for (; at > least; at--) {
		const char *p = t->prose->text + at;

		if (strncmp(p, "“", 3) == 0 || strncmp(p, "「", 3) == 0)
			return true;
		if (strncmp(p, "”", 3) == 0 || strncmp(p, "」", 3) == 0)
			return false;
	}
	return false;
}

static void
check_relative(const struct dd_time_text *t, const struct dd_typed *item)
{
	bool weekday = item->kind == DD_TYPED_WEEKDAY;

	if (has_date(item) || dd_time_mark(t, item) ||
	    (weekday ? !is_bare_weekday(t, item)
		     : is_figure(t, item) || is_loose(t, item)) ||
	    is_quoted(t, item))
		return;
	dd_check_report(t->checker, DD_ID_CLOCK_RELATIVE_DAY, t->prose,
	    item->at.start, item->at.end,
	    "`%.*s` depends on the day of reading; write the date.",
	    SPAN(t, item->at));
}

void
dd_time_check_days(const struct dd_time_text *t)
{
	for (const struct dd_typed *i = t->times; i; i = i->next) {
		if (dd_time_is_foreign(t, i))
			continue;
		if (i->kind == DD_TYPED_DATE)
			check_weekday(t, i);
		else if (i->kind == DD_TYPED_DAY || i->kind == DD_TYPED_WEEKDAY)
			check_relative(t, i);
	}
}

/* --- captions ------------------------------------------------------------ */

/* A picture that is said to be older is no picture of the event. */
static bool
is_archive(const char *text)
{
	return strstr(text, "file photo") || strstr(text, "File photo") ||
	    strstr(text, "archive") || strstr(text, "Archive") ||
	    strstr(text, "資料");
}

/* The date that the picture states, or the start of the meeting. */
static const xmlNode *
find_day_of_picture(const struct dd_time_text *t, struct dd_date *ret_date)
{
	const xmlNode *photo = t->prose->node->parent;
	const char *text = dd_node_value(photo, "date");

	if (text && dd_date_parse(text, ret_date))
		return photo;
	*ret_date = t->checker->summary->start.date;
	return t->checker->summary->start.node;
}

/* The only date of a caption, or NULL. */
static const struct dd_typed *
find_only_date(const struct dd_time_text *t)
{
	const struct dd_typed *found = NULL;

	for (const struct dd_typed *i = t->times; i; i = i->next)
		if (i->kind == DD_TYPED_DATE && i->day > 0) {
			if (found)
				return NULL;
			found = i;
		}
	return found;
}

void
dd_time_check_caption(const struct dd_time_text *t)
{
	const struct dd_summary *s = t->checker->summary;
	const struct dd_typed *typed = find_only_date(t);
	struct dd_date date, day;
	const xmlNode *node;
	bool is_photo;

	if (!typed || !s->start.node || dd_time_mark(t, typed) ||
	    dd_time_is_foreign(t, typed) || is_archive(t->prose->text) ||
	    !dd_time_date(s, typed, &date))
		return;
	node = find_day_of_picture(t, &day);
	is_photo = dd_node_is(node, "photo");
	if (dd_date_compare(date, day) == 0 ||
	    (!is_photo && dd_time_is_event_day(s, t->facts, date)))
		return;
	dd_report_related(t->checker->sink,
	    dd_check_report(t->checker, DD_ID_PHOTO_DATE, t->prose,
		typed->at.start, typed->at.end,
		is_photo ? N_("The caption says %s, but the picture is of %s; "
			      "correct the date, or say what else the picture "
			      "shows.")
			 : N_("The caption says %s, but the meeting is of %s; "
			      "correct the date, or say what else the picture "
			      "shows."),
		dd_time_iso(t->checker, date), dd_time_iso(t->checker, day)),
	    dd_locate_tag(t->checker->tree, node), "the other date");
}
