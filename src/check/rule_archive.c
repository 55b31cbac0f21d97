/* SPDX-License-Identifier: MIT */
/* Rules about what other documents of the same run say of people. */
#include "check/rule_archive.h"

const struct dd_claim *
dd_archive_claims(struct dd_checker *checker, unsigned topics)
{
	struct dd_claims *claims;

	if (!checker->input->options->archive)
		return NULL;
	/* Claims lead to the meeting in it. */
	claims = dd_arena_alloc(&checker->arena, sizeof *claims);
	claims->arena = &checker->arena;
	claims->summary = checker->summary;
	claims->tree = checker->tree;
	claims->topics = topics;
	dd_claims_read(claims, checker->input->name);
	return claims->first;
}

const struct dd_archive_fact *
dd_archive_objection(struct dd_checker *checker, const struct dd_claim *claim)
{
	const struct dd_archive_fact *fact = dd_archive_find(
	    checker->input->options->archive, checker->input->name, claim);

	return fact && fact->against ? fact : NULL;
}

const char *
dd_archive_day(struct dd_checker *checker, struct dd_date day)
{
	char *text = dd_arena_alloc(&checker->arena, 16);

	dd_date_iso(day, text);
	return text;
}

static void
report_name(struct dd_checker *checker, const struct dd_claim *claim,
    const struct dd_archive_fact *against)
{
	struct dd_diagnostic *found =
	    dd_report(checker->sink, DD_ID_NAME_OTHER_DOCUMENT, claim->range,
		"The name is spelt `%s` here and `%s` in an earlier document; "
		"spell it in one way.",
		claim->text, against->text);

	dd_report_elsewhere(
	    checker->sink, found, &against->where, "the earlier spelling");
}

static void
report_office(struct dd_checker *checker, const struct dd_claim *claim,
    const struct dd_archive_fact *against)
{
	struct dd_diagnostic *found = dd_report(checker->sink,
	    DD_ID_NAME_OTHER_OFFICE, claim->range,
	    "The office is `%s` here, and `%s` in the document about the "
	    "meeting of %s; find out which one this person held.",
	    claim->text, against->text, dd_archive_day(checker, against->day));

	dd_report_elsewhere(checker->sink, found, &against->where,
	    "the office in that document");
}

static void
report_holder(struct dd_checker *checker, const struct dd_claim *claim,
    const struct dd_archive_fact *against)
{
	struct dd_diagnostic *found = dd_report(checker->sink,
	    DD_ID_NAME_OTHER_HOLDER, claim->range,
	    "This office is held by `%s` here, and by `%s` in the document "
	    "about the meeting of %s; find out who held it.",
	    claim->text, against->text, dd_archive_day(checker, against->day));

	dd_report_elsewhere(checker->sink, found, &against->where,
	    "the holder in that document");
}

static void
check_people(struct dd_checker *checker)
{
	const struct dd_claim *claim = dd_archive_claims(checker,
	    1u << DD_CLAIM_NAME | 1u << DD_CLAIM_OFFICE |
		1u << DD_CLAIM_HOLDER);

	for (; claim; claim = claim->next) {
		const struct dd_archive_fact *fact =
		    dd_archive_objection(checker, claim);

		if (!fact)
			continue;
		if (claim->topic == DD_CLAIM_NAME)
			report_name(checker, claim, fact->against);
		else if (claim->topic == DD_CLAIM_OFFICE)
			report_office(checker, claim, fact->against);
		else
			report_holder(checker, claim, fact->against);
	}
}

const struct dd_rule dd_rules_archive[] = {
    {.ids = DD_IDS(DD_ID_NAME_OTHER_DOCUMENT, DD_ID_NAME_OTHER_HOLDER,
	 DD_ID_NAME_OTHER_OFFICE),
	.document = check_people},
    {0},
};
