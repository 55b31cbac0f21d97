/* SPDX-License-Identifier: MIT */
/* Rules about what the facts say, or leave out, of time and place. */
#include <string.h>
#include "check/rule_time.h"
#include "model/zone.h"

static bool
is_one_of(const char *value, const char *const *list, size_t count)
{
	for (size_t i = 0; value && i < count; i++)
		if (strcmp(value, list[i]) == 0)
			return true;
	return false;
}

/* Meetings of which readers expect the hour: not receptions, nor
 * consultations and visits of several days. */
static bool
is_talk(const struct dd_summary *s)
{
	static const char *const kinds[] = {"foreignMinisters", "summit",
	    "strategicDialogue", "twoPlusTwo", "viceMinisters", "courtesyCall",
	    "informal"};
	static const char *const formats[] = {"reception"};

	return is_one_of(s->kind, kinds, sizeof kinds / sizeof *kinds) &&
	    !is_one_of(s->format, formats, 1);
}

/* A typed lead says what it wants to say. */
static bool
has_lead(const struct dd_summary *s)
{
	return dd_node_child(s->root, "lead") != NULL;
}

/* --- what is missing ----------------------------------------------------- */

static struct dd_range
locate_start(const struct dd_checker *checker, const struct dd_summary *s)
{
	return s->start.node ? dd_locate_tag(checker->tree, s->start.node)
			     : dd_locate_name(checker->tree, s->meeting);
}

static void
check_start(struct dd_checker *checker, const struct dd_summary *s)
{
	const struct dd_session *p = s->sessions;

	while (p && !p->start.has_clock)
		p = p->next;
	/* A start that cannot be read has its finding. */
	if (!is_talk(s) || has_lead(s) || s->start.has_clock ||
	    s->start.part_of_day || p ||
	    (!s->start.node && dd_node_child(s->meeting, "start")))
		return;
	dd_report(checker->sink, DD_ID_CLOCK_START_MISSING,
	    locate_start(checker, s),
	    "The meeting has no clock time; say in `when` at what time it "
	    "began.");
}

static void
check_length(struct dd_checker *checker, const struct dd_summary *s)
{
	const struct dd_session *p = s->sessions;

	while (p && !p->duration.node && !p->end.node)
		p = p->next;
	if (!is_talk(s) || has_lead(s) || !s->start.has_clock ||
	    dd_node_child(s->meeting, "duration") ||
	    dd_node_child(s->meeting, "end") || p)
		return;
	dd_report(checker->sink, DD_ID_CLOCK_DURATION_MISSING,
	    locate_start(checker, s),
	    "Nothing says how long the meeting was; add `duration` or `end`.");
}

/* Without a zone, "local time" is not printed. */
static void
check_zone(struct dd_checker *checker, const struct dd_summary *s,
    const struct dd_time_facts *facts)
{
	if (!facts->abroad || !s->start.has_clock ||
	    dd_node_attr(s->start.node, "zone"))
		return;
	dd_report_related(checker->sink,
	    dd_report(checker->sink, DD_ID_CLOCK_ZONE_MISSING,
		dd_locate_tag(checker->tree, s->start.node),
		"The meeting was held abroad, in `%s`, and its start has no "
		"zone; add `zone`, so that its clock is known to be the local "
		"one.",
		s->place.country),
	    dd_locate_tag(checker->tree, s->place.node),
	    "the place of the meeting");
}

static void
check_show(struct dd_checker *checker, const struct dd_summary *s,
    const struct dd_time_facts *facts)
{
	const struct dd_when *start = &s->start;
	struct dd_range range;

	if (!facts->abroad || !start->has_clock || !start->show ||
	    strcmp(start->show, "local") != 0 || has_lead(s) || !facts->home ||
	    dd_zone_has_offset(
		facts->home, start->moment.utc, start->moment.offset))
		return;
	range = dd_time_locate(checker, start->node, "show");
	dd_report_fix(checker->sink,
	    dd_report(checker->sink, DD_ID_CLOCK_HOME_HIDDEN, range,
		"The meeting was held abroad, in `%s`, and `show` hides the "
		"time at home; write `both` or leave it out.",
		s->place.country),
	    range, "both");
}

/* --- clocks that were put back ------------------------------------------- */

static void
check_fold(struct dd_checker *checker, const struct dd_when *when)
{
	int offsets[2];

	if (!when->node || !when->has_clock || !when->zone ||
	    dd_zone_local(
		when->zone, when->moment.date, when->moment.time, offsets) < 2)
		return;
	dd_report(checker->sink, DD_ID_CLOCK_FOLD,
	    dd_time_locate(checker, when->node, "when"),
	    "The clocks of `%s` showed %s twice on that day, because they were "
	    "put back; say in the text which one is meant.",
	    dd_zone_name(when->zone),
	    dd_time_clock(checker, when->moment.time));
}

static void
check_facts(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;
	struct dd_time_facts facts;

	dd_time_facts(checker, &facts);
	check_start(checker, s);
	check_length(checker, s);
	check_zone(checker, s, &facts);
	check_show(checker, s, &facts);
	check_fold(checker, &s->start);
	check_fold(checker, &s->end);
}

/* --- sessions ------------------------------------------------------------ */

/* The span of the meeting or of a session in seconds of UTC; false where its
 * start or end is not known. */
static bool
find_span(const struct dd_when *start, const struct dd_when *end,
    const struct dd_length *length, int64_t ret_span[2])
{
	if (!start->node || !start->has_clock)
		return false;
	ret_span[0] = ret_span[1] = start->moment.utc;
	if (end->node && end->has_clock)
		ret_span[1] = end->moment.utc;
	else if (length->node)
		ret_span[1] += length->minutes * 60;
	else
		return false;
	return true;
}

/* What is about so long may be five minutes longer. */
static int64_t
get_slack(const struct dd_when *end, const struct dd_length *length)
{
	return end->hedge || length->hedge ? 5 * 60 : 0;
}

static void
check_inside(struct dd_checker *checker, const struct dd_session *p,
    const int64_t span[2], const int64_t whole[2], bool total)
{
	const struct dd_summary *s = checker->summary;
	int64_t slack =
	    get_slack(&s->end, &s->duration) + get_slack(&p->end, &p->duration);
	bool early = span[0] < whole[0];

	/* A length in total leaves out the breaks. */
	if (!early && (total || span[1] <= whole[1] + slack))
		return;
	dd_report_related(checker->sink,
	    dd_report(checker->sink, DD_ID_CLOCK_SESSION_OUTSIDE,
		dd_locate_tag(checker->tree, p->start.node),
		early ? N_("The session begins before the meeting; correct "
			   "the one or the other.")
		      : N_("The session goes on after the end of the meeting; "
			   "correct the one or the other.")),
	    dd_locate_tag(checker->tree, s->start.node),
	    "the start of the meeting");
}

static void
check_overlap(struct dd_checker *checker, const struct dd_session *before,
    const struct dd_session *p, const int64_t earlier[2], const int64_t span[2])
{
	if (span[0] >=
		earlier[1] - get_slack(&before->end, &before->duration) ||
	    span[0] < earlier[0])
		return;
	dd_report_related(checker->sink,
	    dd_report(checker->sink, DD_ID_CLOCK_SESSION_OVERLAP,
		dd_locate_tag(checker->tree, p->start.node),
		"The session begins before the one above it has ended; correct "
		"a start or a length."),
	    dd_locate_tag(checker->tree, before->start.node),
	    "the start of the other session");
}

/* Lengths that are said to be rounded may be five minutes off. */
static void
check_sum(struct dd_checker *checker, const struct dd_summary *s)
{
	int64_t sum = 0, slack = s->duration.hedge ? 5 : 0;

	if (!s->duration.node || !s->duration.total || !s->sessions)
		return;
	for (const struct dd_session *p = s->sessions; p; p = p->next) {
		if (!p->duration.node)
			return;
		sum += p->duration.minutes;
		if (p->duration.hedge)
			slack = 5;
	}
	if (sum >= s->duration.minutes - slack &&
	    sum <= s->duration.minutes + slack)
		return;
	dd_report_related(checker->sink,
	    dd_report(checker->sink, DD_ID_CLOCK_SESSION_SUM,
		dd_time_locate(checker, s->duration.node, "value"),
		"The sessions add up to %lld minutes, but their total is said "
		"to be %lld; correct one of the lengths.",
		(long long)sum, (long long)s->duration.minutes),
	    dd_locate_tag(checker->tree, s->sessions->node),
	    "the first session");
}

static void
check_sessions(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;
	int64_t whole[2] = {0}, span[2] = {0}, earlier[2] = {0};
	bool bounded = find_span(&s->start, &s->end, &s->duration, whole);
	const struct dd_session *before = NULL;

	check_sum(checker, s);
	for (const struct dd_session *p = s->sessions; p; p = p->next) {
		if (!find_span(&p->start, &p->end, &p->duration, span))
			continue;
		if (bounded)
			check_inside(
			    checker, p, span, whole, s->duration.total);
		if (before)
			check_overlap(checker, before, p, earlier, span);
		before = p;
		earlier[0] = span[0];
		earlier[1] = span[1];
	}
}

const struct dd_rule dd_rules_time_facts[] = {
    {.ids = DD_IDS(DD_ID_CLOCK_DURATION_MISSING, DD_ID_CLOCK_FOLD,
	 DD_ID_CLOCK_HOME_HIDDEN, DD_ID_CLOCK_START_MISSING,
	 DD_ID_CLOCK_ZONE_MISSING),
	.document = check_facts},
    {.ids = DD_IDS(DD_ID_CLOCK_SESSION_OUTSIDE, DD_ID_CLOCK_SESSION_OVERLAP,
	 DD_ID_CLOCK_SESSION_SUM),
	.document = check_sessions},
    {0},
};
