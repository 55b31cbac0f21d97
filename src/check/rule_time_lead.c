/* SPDX-License-Identifier: MIT */
/* What a typed lead says about time against the facts of the meeting. */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "check/look.h"
#include "check/rule_time.h"
#include "model/zone.h"

#define SPAN(t, s) (int)((s).end - (s).start), (t)->prose->text + (s).start

static void
add_start(const struct dd_time_text *t, struct dd_diagnostic *diagnostic)
{
	dd_report_related(t->checker->sink, diagnostic,
	    dd_locate_tag(t->checker->tree, t->checker->summary->start.node),
	    "the start of the meeting");
}

/* --- the clock ----------------------------------------------------------- */

/* True where the words fit the start of the meeting or of a session. */
static bool
fits_a_start(const struct dd_time_text *t, const struct dd_typed *clock)
{
	const struct dd_summary *s = t->checker->summary;
	struct dd_moment shown;

	for (const struct dd_session *p = s->sessions; p; p = p->next)
		if (p->start.has_clock &&
		    dd_time_as_labelled(t, clock, &p->start.moment, &shown) &&
		    dd_time_agrees(clock, shown.time))
			return true;
	return dd_time_as_labelled(t, clock, &s->start.moment, &shown) &&
	    dd_time_agrees(clock, shown.time);
}

/* Without a label, the time at home is not wrong but unlabelled. */
static bool
fits_at_home(const struct dd_time_text *t, const struct dd_typed *clock)
{
	int64_t utc = t->checker->summary->start.moment.utc;

	return clock->label == DD_LABEL_NONE && t->facts->home &&
	    dd_time_agrees(clock,
		dd_moment_at(utc, dd_zone_offset(t->facts->home, utc)).time);
}

static void
report_clock(const struct dd_time_text *t, const struct dd_typed *clock,
    const struct dd_moment *shown)
{
	bool elsewhere =
	    shown->offset != t->checker->summary->start.moment.offset;
	enum dd_id id =
	    elsewhere ? DD_ID_CLOCK_HOME_TIME : DD_ID_CLOCK_LOCAL_TIME;
	const char *fault = dd_sink_say(t->checker->sink,
	    dd_time_is_opposite(clock, shown->time) ? N_("twelve hours off")
						    : N_("another time"));
	const char *right = dd_time_clock(t->checker, shown->time);

	if (clock->label == DD_LABEL_NAMED)
		add_start(t,
		    dd_check_report(t->checker, id, t->prose, clock->at.start,
			clock->at.end,
			"`%.*s` is %s: the meeting began at %s by the clock "
			"of %.*s; correct the words or the start.",
			SPAN(t, clock->at), fault, right,
			SPAN(t, clock->name)));
	else
		add_start(t,
		    dd_check_report(t->checker, id, t->prose, clock->at.start,
			clock->at.end,
			"`%.*s` is %s: the meeting began at %s by the local "
			"clock; correct the words or the start.",
			SPAN(t, clock->at), fault, right));
}

/* The day that the words give to a clock: that of the meeting, unless they
 * say another. */
static bool
is_on_day(const struct dd_time_text *t, const struct dd_typed *clock,
    struct dd_date day)
{
	struct dd_date date = t->checker->summary->start.date;

	if (clock->date && clock->date->day > 0)
		return clock->date->month == day.month &&
		    clock->date->day == day.day;
	return dd_date_days(date) + clock->days == dd_date_days(day);
}

static void
check_day(const struct dd_time_text *t, const struct dd_typed *clock,
    const struct dd_moment *shown)
{
	struct dd_stretch at = clock->shift.end > 0 ? clock->shift
	    : clock->date && clock->date->day > 0   ? clock->date->at
						    : clock->at;

	if (is_on_day(t, clock, shown->date))
		return;
	add_start(t,
	    dd_check_report(t->checker, DD_ID_CLOCK_ROLL_OVER, t->prose,
		at.start, at.end,
		"`%.*s` gives the wrong day: by that clock the meeting began "
		"on %s; say so.",
		SPAN(t, at), dd_time_iso(t->checker, shown->date)));
}

/* Only the first clock of a place can be meant to be the start. */
static void
check_clock(const struct dd_time_text *t, const struct dd_typed *clock)
{
	const struct dd_summary *s = t->checker->summary;
	struct dd_moment shown;

	if ((clock->written > 12 &&
		(clock->period == DD_PERIOD_AM ||
		    clock->period == DD_PERIOD_PM)) ||
	    dd_time_mark(t, clock) ||
	    !dd_time_as_labelled(t, clock, &s->start.moment, &shown))
		return;
	if (fits_a_start(t, clock)) {
		if (shown.offset != s->start.moment.offset &&
		    dd_time_agrees(clock, shown.time))
			check_day(t, clock, &shown);
	} else if (!fits_at_home(t, clock))
		report_clock(t, clock, &shown);
}

static void
check_clocks(const struct dd_time_text *t)
{
	const struct dd_when *start = &t->checker->summary->start;
	bool named = false, local = false;

	if (!start->has_clock || start->part_of_day)
		return;
	for (const struct dd_typed *i = t->times; i && !(named && local);
	     i = i->next) {
		bool *seen = i->label == DD_LABEL_NAMED ? &named : &local;

		if (i->kind != DD_TYPED_CLOCK || dd_time_is_foreign(t, i))
			continue;
		if (!*seen)
			check_clock(t, i);
		*seen = true;
		/* What follows unlabelled is the end or another event. */
		if (i->label != DD_LABEL_LOCAL)
			local = true;
	}
}

/* --- the zone ------------------------------------------------------------ */

/* The first clock that can be the start. */
static const struct dd_typed *
find_start(const struct dd_time_text *t)
{
	const struct dd_typed *i = t->times;

	while (i && (i->kind != DD_TYPED_CLOCK || dd_time_is_foreign(t, i)))
		i = i->next;
	return i && !dd_time_mark(t, i) &&
		(fits_a_start(t, i) || fits_at_home(t, i))
	    ? i
	    : NULL;
}

static bool
has_named(const struct dd_typed *i)
{
	while (i && i->label != DD_LABEL_NAMED)
		i = i->next;
	return i != NULL;
}

/* Abroad, readers need to know by which clock, and what it was at home. */
static void
check_zone(const struct dd_time_text *t)
{
	const struct dd_when *start = &t->checker->summary->start;
	const struct dd_zone *home = t->facts->home;
	bool japanese = dd_look_speaks(t->checker, "ja");
	const char *label = japanese ? "現地時間" : "local time";
	const struct dd_typed *clock;

	if (!t->facts->abroad || !start->has_clock || start->part_of_day ||
	    !home ||
	    dd_zone_has_offset(home, start->moment.utc, start->moment.offset))
		return;
	clock = find_start(t);
	if (clock && clock->label == DD_LABEL_NONE)
		dd_check_report(t->checker, DD_ID_CLOCK_LABEL_MISSING, t->prose,
		    clock->at.start, clock->at.end,
		    japanese ? N_("The meeting was held abroad, and `%.*s` "
				  "does not say by which clock; write `%s` "
				  "before it.")
			     : N_("The meeting was held abroad, and `%.*s` "
				  "does not say by which clock; write `%s` "
				  "behind it."),
		    SPAN(t, clock->at), label);
	else if (clock && !has_named(t->times))
		dd_check_report(t->checker, DD_ID_CLOCK_HOME_HIDDEN, t->prose,
		    clock->at.start, clock->at.end,
		    "The meeting was held abroad, and the lead does not give "
		    "the time at home; add that it was %s there.",
		    dd_time_clock(t->checker,
			dd_moment_at(start->moment.utc,
			    dd_zone_offset(home, start->moment.utc))
			    .time));
}

/* --- the day ------------------------------------------------------------- */

/* "On May 20, …" or "… met on May 20": not a date of something else. */
static bool
is_of_event(const struct dd_time_text *t, const struct dd_typed *date)
{
	static const char *const words[] = {
	    "met on ", "held on ", "took place on ", "現地時間"};
	static const char *const openings[] = {"", "On ", "on ",
	    "On the morning of ", "On the afternoon of ", "On the evening of ",
	    "In the morning of ", "In the afternoon of ", "In the evening of "};
	size_t lead = strspn(t->prose->text, DD_ASCII_SPACES);
	size_t len = date->at.start - lead;

	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++)
		if (strlen(openings[i]) == len &&
		    strncmp(t->prose->text + lead, openings[i], len) == 0)
			return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (len >= strlen(words[i]) &&
		    strncmp(t->prose->text + date->at.start - strlen(words[i]),
			words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

/* The day that is meant: by the value of a <date>, else by the words. Where the
 * two differ, that is the fault. */
static bool
find_day(const struct dd_time_text *t, const struct dd_typed *typed,
    struct dd_date *ret_date)
{
	const xmlNode *mark = dd_time_mark(t, typed);
	const char *when = dd_node_value(mark, "when");

	if (when)
		return dd_node_is(mark, "date") &&
		    dd_date_parse(when, ret_date) &&
		    ret_date->month == typed->month &&
		    ret_date->day == typed->day;
	return dd_time_date(t->checker->summary, typed, ret_date);
}

static void
check_event_day(const struct dd_time_text *t)
{
	const struct dd_summary *s = t->checker->summary;
	const struct dd_typed *first = t->times;
	struct dd_date date;

	while (first && (first->kind != DD_TYPED_DATE || first->day == 0))
		first = first->next;
	if (!first || !s->start.node || dd_time_is_foreign(t, first) ||
	    !is_of_event(t, first) || !find_day(t, first, &date) ||
	    dd_time_is_event_day(s, t->facts, date))
		return;
	add_start(t,
	    dd_check_report(t->checker, DD_ID_CLOCK_EVENT_DATE, t->prose,
		first->at.start, first->at.end,
		"`%.*s` is not the day of the meeting, %s; correct the words "
		"or the start.",
		SPAN(t, first->at), dd_time_iso(t->checker, s->start.date)));
}

/* --- the length ---------------------------------------------------------- */

/* The only length of the lead, or NULL. */
static const struct dd_typed *
find_length(const struct dd_time_text *t)
{
	const struct dd_typed *found = NULL;

	for (const struct dd_typed *i = t->times; i; i = i->next)
		if (i->kind == DD_TYPED_LENGTH) {
			if (found)
				return NULL;
			found = i;
		}
	return found;
}

/* "About an hour" is right for 65 minutes. */
static bool
is_near(const struct dd_typed *typed, int64_t minutes)
{
	int64_t off = llabs(typed->minutes - minutes);

	return off == 0 ||
	    (typed->hedged && typed->minutes % 30 == 0 && off <= 5);
}

/* How long the meeting was, as it is said or from its two clocks; the element
 * that says so, or NULL. */
static const xmlNode *
get_length(const struct dd_summary *s, int64_t *ret_minutes)
{
	*ret_minutes = s->duration.minutes;
	if (s->duration.node || !s->start.has_clock || !s->end.has_clock)
		return s->duration.node;
	*ret_minutes = (s->end.moment.utc - s->start.moment.utc) / 60;
	return *ret_minutes > 0 ? s->end.node : NULL;
}

static void
check_length(const struct dd_time_text *t)
{
	const struct dd_summary *s = t->checker->summary;
	const struct dd_typed *typed = find_length(t);
	int64_t minutes;
	const xmlNode *node = get_length(s, &minutes);

	if (!typed || !node || dd_time_is_foreign(t, typed) ||
	    is_near(typed, minutes))
		return;
	for (const struct dd_session *p = s->sessions; p; p = p->next)
		if (p->duration.node && is_near(typed, p->duration.minutes))
			return;
	dd_report_related(t->checker->sink,
	    dd_check_report(t->checker, DD_ID_CLOCK_TYPED_LENGTH, t->prose,
		typed->at.start, typed->at.end,
		"The lead says `%.*s`, but the meeting lasted %lld minutes; "
		"correct the words or the facts.",
		SPAN(t, typed->at), (long long)minutes),
	    dd_locate_tag(t->checker->tree, node),
	    node == s->end.node ? N_("the end of the meeting")
				: N_("the length of the meeting"));
}

void
dd_time_check_lead(const struct dd_time_text *t)
{
	check_clocks(t);
	check_zone(t);
	check_event_day(t);
	check_length(t);
}
