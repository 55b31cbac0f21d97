/* SPDX-License-Identifier: MIT */
/* Rules about the order of event, issue, release and changes. */
#include <stdlib.h>
#include <string.h>
#include "check/rule_time.h"
#include "model/zone.h"

/* --- release ------------------------------------------------------------- */

/* A meeting of tomorrow cannot be told today. The day at home counts too, as
 * a night abroad is another day there. */
static void
check_issue(struct dd_checker *checker, const xmlNode *issued,
    const struct dd_time_facts *facts)
{
	const struct dd_summary *s = checker->summary;

	if (!s->start.node || s->issued.year == 0 ||
	    dd_date_compare(s->issued, s->start.date) >= 0 ||
	    dd_time_is_event_day(s, facts, s->issued))
		return;
	dd_report_related(checker->sink,
	    dd_report(checker->sink, DD_ID_RELEASE_BEFORE_EVENT,
		dd_time_locate(checker, issued, "date"),
		"The summary is dated %s, before the meeting of %s; correct "
		"one of the dates.",
		dd_time_iso(checker, s->issued),
		dd_time_iso(checker, s->start.date)),
	    dd_time_locate(checker, s->start.node, "when"),
	    "the start of the meeting");
}

/* An embargo that ends before the meeting, or after the date on the page. */
static void
check_embargo(struct dd_checker *checker, const xmlNode *release,
    const struct dd_time_facts *facts)
{
	const struct dd_summary *s = checker->summary;
	const char *text = dd_node_value(release, "notBefore");
	struct dd_moment end;
	struct dd_date day;
	bool early;

	if (!text || !dd_moment_parse(text, &end))
		return;
	early = s->start.has_clock && end.utc < s->start.moment.utc;
	day = facts->home
	    ? dd_moment_at(end.utc, dd_zone_offset(facts->home, end.utc)).date
	    : end.date;
	if (early)
		dd_report_related(checker->sink,
		    dd_report(checker->sink, DD_ID_RELEASE_NOT_BEFORE,
			dd_time_locate(checker, release, "notBefore"),
			"The embargo ends before the meeting begins; correct "
			"one of the times."),
		    dd_time_locate(checker, s->start.node, "when"),
		    "the start of the meeting");
	else if (s->issued.year > 0 && dd_date_compare(day, s->issued) > 0)
		dd_report_related(checker->sink,
		    dd_report(checker->sink, DD_ID_RELEASE_NOT_BEFORE,
			dd_time_locate(checker, release, "notBefore"),
			"The embargo ends on %s, but the summary is dated %s; "
			"correct one of the dates.",
			dd_time_iso(checker, day),
			dd_time_iso(checker, s->issued)),
		    dd_time_locate(
			checker, dd_node_child(s->head, "issued"), "date"),
		    "the date of issue");
}

/* An embargo without an end is never over. */
static void
check_embargo_end(struct dd_checker *checker, const xmlNode *release)
{
	const char *state = dd_node_value(release, "state");

	if (state && strcmp(state, "embargoed") == 0 &&
	    !dd_node_attr(release, "notBefore"))
		dd_report(checker->sink, DD_ID_RELEASE_EMBARGO_END,
		    dd_time_locate(checker, release, "state"),
		    "The summary is under an embargo that has no end; say in "
		    "`notBefore` when it may be shown.");
}

static void
check_release(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;
	struct dd_time_facts facts;

	dd_time_facts(checker, &facts);
	check_issue(checker, dd_node_child(s->head, "issued"), &facts);
	check_embargo(checker, dd_node_child(s->head, "release"), &facts);
	check_embargo_end(checker, dd_node_child(s->head, "release"));
}

/* --- changes ------------------------------------------------------------- */

static bool
read_day(const xmlNode *node, struct dd_date *ret_date)
{
	const char *text = dd_node_value(node, "when");
	struct dd_moment moment;

	if (!text)
		return false;
	if (dd_date_parse(text, ret_date))
		return true;
	if (!dd_moment_parse(text, &moment))
		return false;
	*ret_date = moment.date;
	return true;
}

static void
report_order(struct dd_checker *checker, const xmlNode *node,
    const xmlNode *before, struct dd_date day, struct dd_date least)
{
	bool issued = dd_node_is(before, "issued");

	dd_report_related(checker->sink,
	    dd_report(checker->sink, DD_ID_EDITION_UPDATE_ORDER,
		dd_time_locate(checker, node, "when"),
		issued ? N_("The change of %s comes before the issue of %s; "
			    "correct one of the dates.")
		       : N_("The change of %s comes before the change above "
			    "it, of %s; correct one of the dates."),
		dd_time_iso(checker, day), dd_time_iso(checker, least)),
	    dd_time_locate(checker, before, issued ? "date" : "when"),
	    issued ? N_("the date of issue") : N_("the other change"));
}

static void
check_update_order(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;
	const xmlNode *before = dd_node_child(s->head, "issued");
	struct dd_date least = s->issued, day;

	if (least.year == 0)
		return;
	for (const xmlNode *n = dd_node_child(s->head, "updated"); n;
	     n = dd_node_next(n, "updated")) {
		if (!read_day(n, &day))
			continue;
		if (dd_date_compare(day, least) < 0)
			report_order(checker, n, before, day, least);
		else
			before = n;
		if (before == n)
			least = day;
	}
}

/* What was changed has a later version than the first. */
static void
check_version(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;
	const xmlNode *updated = dd_node_child(s->head, "updated");
	const char *version = dd_node_value(s->root, "version");

	if (!updated || !version || strtol(version, NULL, 10) != 1)
		return;
	dd_report_related(checker->sink,
	    dd_report(checker->sink, DD_ID_EDITION_FIRST_CHANGED,
		dd_time_locate(checker, updated, "when"),
		"The summary was changed after its issue, but its version is "
		"still 1; give it a higher one."),
	    dd_time_locate(checker, s->root, "version"), "the version");
}

/* --- pictures ------------------------------------------------------------ */

/* A picture may have been taken before the meeting, but not after the page. A
 * page that was changed may have got it later. */
static void
check_photos(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;
	const xmlNode *issued = dd_node_child(s->head, "issued");
	struct dd_date date;

	if (s->issued.year == 0 || dd_node_child(s->head, "updated"))
		return;
	for (const xmlNode *n = dd_node_child(s->root, "photo"); n;
	     n = dd_node_next(n, "photo")) {
		const char *text = dd_node_value(n, "date");

		if (!text || !dd_date_parse(text, &date) ||
		    dd_date_compare(date, s->issued) <= 0)
			continue;
		dd_report_related(checker->sink,
		    dd_report(checker->sink, DD_ID_PHOTO_DATE,
			dd_time_locate(checker, n, "date"),
			"The picture is dated %s, after the issue of %s; "
			"correct one of the dates.",
			dd_time_iso(checker, date),
			dd_time_iso(checker, s->issued)),
		    dd_time_locate(checker, issued, "date"),
		    "the date of issue");
	}
}

const struct dd_rule dd_rules_release[] = {
    {.ids = DD_IDS(DD_ID_RELEASE_BEFORE_EVENT, DD_ID_RELEASE_EMBARGO_END,
	 DD_ID_RELEASE_NOT_BEFORE),
	.document = check_release},
    {.ids = DD_IDS(DD_ID_EDITION_UPDATE_ORDER), .document = check_update_order},
    {.ids = DD_IDS(DD_ID_EDITION_FIRST_CHANGED), .document = check_version},
    {.ids = DD_IDS(DD_ID_PHOTO_DATE), .document = check_photos},
    {0},
};
