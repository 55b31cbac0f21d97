/* SPDX-License-Identifier: MIT */
/* The words of <date> and <time> against their values. */
#include <string.h>
#include "check/rule_time.h"

#define SPAN(t, s) (int)((s).end - (s).start), (t)->prose->text + (s).start

/* The only item of a kind that stands in bytes [start, end), or NULL. */
static const struct dd_typed *
find_only(const struct dd_typed *from, enum dd_typed_kind kind, size_t start,
    size_t end)
{
	const struct dd_typed *found = NULL;

	for (const struct dd_typed *i = from; i && i->at.start < end;
	     i = i->next) {
		if (i->kind != kind || i->at.end <= start)
			continue;
		if (found)
			return NULL;
		found = i;
	}
	return found;
}

static void
add_value(const struct dd_time_text *t, struct dd_diagnostic *diagnostic,
    const xmlNode *mark)
{
	dd_report_related(t->checker->sink, diagnostic,
	    dd_time_locate(t->checker, mark, "when"),
	    "the value of these words");
}

/* What the words do not say agrees with anything. */
static bool
is_same_day(const struct dd_typed *typed, struct dd_date date)
{
	return typed->month == date.month &&
	    (typed->day == 0 || typed->day == date.day) &&
	    (typed->year == 0 || typed->year == date.year);
}

static void
check_date(const struct dd_time_text *t, const struct dd_typed *typed,
    const xmlNode *mark, struct dd_date date)
{
	if (!is_same_day(typed, date))
		add_value(t,
		    dd_check_report(t->checker, DD_ID_CLOCK_TYPED_DATE,
			t->prose, typed->at.start, typed->at.end,
			"`%.*s` says another day than its value, %s; correct "
			"one of them.",
			SPAN(t, typed->at), dd_time_iso(t->checker, date)),
		    mark);
}

static void
check_clock(const struct dd_time_text *t, const struct dd_typed *clock,
    const xmlNode *mark, const struct dd_moment *moment)
{
	struct dd_moment shown;

	if (clock->written > 12 && clock->period != DD_PERIOD_NONE)
		return;
	if (!dd_time_as_labelled(t, clock, moment, &shown))
		return;
	if (dd_time_agrees(clock, shown.time)) {
		if (clock->date && clock->date->day > 0)
			check_date(t, clock->date, mark, shown.date);
		return;
	}
	add_value(t,
	    dd_check_report(t->checker, DD_ID_CLOCK_TYPED_TIME, t->prose,
		clock->at.start, clock->at.end,
		dd_time_is_opposite(clock, shown.time)
		    ? N_("`%.*s` says another time than its value, %s, which "
			 "is twelve hours away; correct one of them.")
		    : N_("`%.*s` says another time than its value, %s; "
			 "correct one of them."),
		SPAN(t, clock->at), dd_time_clock(t->checker, shown.time)),
	    mark);
}

static void
check_mark(const struct dd_time_text *t, const struct dd_typed *from,
    const xmlNode *mark, size_t start, size_t end)
{
	const char *when = dd_node_value(mark, "when");
	bool is_date = dd_node_is(mark, "date");
	const struct dd_typed *typed = find_only(
	    from, is_date ? DD_TYPED_DATE : DD_TYPED_CLOCK, start, end);
	struct dd_moment moment;
	struct dd_date date;

	if (!typed || !when)
		return;
	if (is_date && dd_date_parse(when, &date))
		check_date(t, typed, mark, date);
	else if (!is_date && dd_moment_parse(when, &moment))
		check_clock(t, typed, mark, &moment);
}

/* Runs and times are both in order, so one walk meets all. */
void
dd_time_check_marks(const struct dd_time_text *t)
{
	const struct dd_typed *item = t->times;

	for (size_t i = 0; i < t->prose->run_count; i++) {
		const struct dd_prose_run *run = &t->prose->runs[i];

		while (item && item->at.end <= run->start)
			item = item->next;
		if (run->node && !run->foreign &&
		    (dd_node_is(run->element, "date") ||
			dd_node_is(run->element, "time")))
			check_mark(t, item, run->element, run->start, run->end);
	}
}
