/* SPDX-License-Identifier: MIT */
/* Rules about what other documents of the same run say of this meeting. */
#include "check/rule_archive.h"

static void
report_place(struct dd_checker *checker, const struct dd_claim *claim,
    const struct dd_archive_fact *against)
{
	const struct dd_claim_meeting *here = claim->meeting;
	const struct dd_claim_meeting *there = against->meeting;
	const xmlNode *place = checker->summary->place.node;
	struct dd_diagnostic *found = dd_report(checker->sink,
	    DD_ID_PLACE_OTHER_DOCUMENT,
	    place ? dd_locate_tag(checker->tree, place) : claim->range,
	    "This meeting was held in %s%s%s, but another document about it "
	    "says %s%s%s; find out which is right.",
	    here->city ? here->city : "", here->city ? ", " : "", here->country,
	    there->city ? there->city : "", there->city ? ", " : "",
	    there->country);

	dd_report_elsewhere(checker->sink, found, &against->where,
	    "the place in that document");
}

static void
report_sides(struct dd_checker *checker, const struct dd_claim *claim,
    const struct dd_archive_fact *against)
{
	struct dd_diagnostic *found =
	    dd_report(checker->sink, DD_ID_PARTY_OTHER_DOCUMENT, claim->range,
		"The sides of this meeting are `%s` here, and `%s` in another "
		"document about it; find out who was there.",
		claim->meeting->sides, against->meeting->sides);

	dd_report_elsewhere(checker->sink, found, &against->where,
	    "the meeting in that document");
}

static void
report_start(struct dd_checker *checker, const struct dd_claim *claim,
    const struct dd_archive_fact *against)
{
	struct dd_diagnostic *found =
	    dd_report(checker->sink, DD_ID_CLOCK_OTHER_DOCUMENT, claim->range,
		"This meeting began at `%s`, but a document with the same text "
		"says `%s`; find out which is right.",
		claim->meeting->start, against->meeting->start);

	dd_report_elsewhere(checker->sink, found, &against->where,
	    "the start in that document");
}

static void
report_copy(struct dd_checker *checker, const struct dd_claim *claim,
    const struct dd_archive_fact *against)
{
	struct dd_diagnostic *found =
	    dd_report(checker->sink, DD_ID_EDITION_DUPLICATE, claim->range,
		"Another document is about this meeting too, with the same %s; "
		"keep one of them.",
		dd_sink_say(checker->sink, claim->text));

	dd_report_elsewhere(
	    checker->sink, found, &against->where, "the other document");
}

/* What a fault is, and who says so. */
struct verdict {
	enum dd_id id;
	void (*report)(struct dd_checker *checker, const struct dd_claim *claim,
	    const struct dd_archive_fact *against);
};

static struct verdict
get_verdict(enum dd_claim_topic topic, enum dd_archive_fault fault)
{
	if (topic == DD_CLAIM_COPY)
		return (struct verdict){DD_ID_EDITION_DUPLICATE, report_copy};
	if (topic == DD_CLAIM_PLACE || fault == DD_ARCHIVE_OTHER_PLACE)
		return (struct verdict){
		    DD_ID_PLACE_OTHER_DOCUMENT, report_place};
	if (topic == DD_CLAIM_SIDES || fault == DD_ARCHIVE_OTHER_SIDES)
		return (struct verdict){
		    DD_ID_PARTY_OTHER_DOCUMENT, report_sides};
	return (struct verdict){DD_ID_CLOCK_OTHER_DOCUMENT, report_start};
}

/* Two ways to the same finding make one. */
static void
check_meeting(struct dd_checker *checker)
{
	const struct dd_claim *claim = dd_archive_claims(checker,
	    1u << DD_CLAIM_PLACE | 1u << DD_CLAIM_SIDES | 1u << DD_CLAIM_COPY |
		1u << DD_CLAIM_TEXT);
	bool told[DD_ID_COUNT] = {false};

	for (; claim; claim = claim->next) {
		const struct dd_archive_fact *fact =
		    dd_archive_objection(checker, claim);
		struct verdict verdict;

		if (!fact)
			continue;
		verdict = get_verdict(claim->topic, fact->fault);
		if (!told[verdict.id])
			verdict.report(checker, claim, fact->against);
		told[verdict.id] = true;
	}
}

/* --- rows of meetings ---------------------------------------------------- */

static void
report_gap(struct dd_checker *checker, const struct dd_claim *claim,
    const struct dd_archive_fact *against)
{
	struct dd_diagnostic *found = dd_report(checker->sink, DD_ID_SERIES_GAP,
	    claim->range,
	    "This is number %s of its row, and the meeting before it, of %s, "
	    "number %s; a summary is missing, or the number is wrong.",
	    claim->value, dd_archive_day(checker, against->day),
	    against->value);

	dd_report_elsewhere(
	    checker->sink, found, &against->where, "the number before");
}

static void
report_number(struct dd_checker *checker, const struct dd_claim *claim,
    const struct dd_archive_fact *against)
{
	struct dd_diagnostic *found =
	    dd_report(checker->sink, DD_ID_SERIES_NUMBER, claim->range,
		"Number %s does not go on from the other meetings of its row: "
		"that of %s is number %s; count again.",
		claim->value, dd_archive_day(checker, against->day),
		against->value);

	dd_report_elsewhere(checker->sink, found, &against->where,
	    "the number of that meeting");
}

static void
check_numbers(struct dd_checker *checker)
{
	const struct dd_claim *claim =
	    dd_archive_claims(checker, 1u << DD_CLAIM_NUMBER);

	for (; claim; claim = claim->next) {
		const struct dd_archive_fact *fact =
		    dd_archive_objection(checker, claim);

		if (fact && fact->fault == DD_ARCHIVE_GAP)
			report_gap(checker, claim, fact->against);
		else if (fact)
			report_number(checker, claim, fact->against);
	}
}

const struct dd_rule dd_rules_archive_meeting[] = {
    {.ids = DD_IDS(DD_ID_PLACE_OTHER_DOCUMENT, DD_ID_PARTY_OTHER_DOCUMENT,
	 DD_ID_CLOCK_OTHER_DOCUMENT, DD_ID_EDITION_DUPLICATE),
	.document = check_meeting},
    {.ids = DD_IDS(DD_ID_SERIES_NUMBER, DD_ID_SERIES_GAP),
	.document = check_numbers},
    {0},
};
