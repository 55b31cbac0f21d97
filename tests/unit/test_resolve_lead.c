/* SPDX-License-Identifier: MIT */
/* Headlines and first paragraphs in English: every part that
 * they can have. */
#include "resolve_check.h"

#define PARTY(id, code, role)                                                  \
	"<party id='" id "' country='" code "' role='" role "'><principal "    \
	"id='p-" id "'><office>Envoy</office></principal></party>"

static void
test_headlines(void **state)
{
	static const struct {
		const char *kind, *facts, *parties, *wanted;
	} cases[] = {
	    {"kind='strategicDialogue' level='ministers' format='inPerson'",
		"<ordinal number='1' of='series'/>", ORA RASK,
		"First Asteria-Borea Strategic Dialogue"},
	    {"kind='strategicDialogue' level='ministers' format='inPerson'",
		"<ordinal number='21' of='series'/>", ORA RASK,
		"Twenty-first Asteria-Borea Strategic Dialogue"},
	    {"kind='strategicDialogue' level='ministers' format='inPerson'",
		"<ordinal number='2' of='year'/>", ORA RASK,
		"Asteria-Borea Strategic Dialogue"},
	    {"kind='multilateral' level='ministers' format='lunch'", "",
		ORA RASK PARTY("c", "FR", "counterpart"),
		"Asteria-Borea-France Trilateral Foreign Ministers’ Working "
		"Lunch"},
	    {"kind='multilateral' level='leaders' format='inPerson'", "",
		ORA RASK PARTY("c", "FR", "counterpart")
		    PARTY("d", "CA", "counterpart"),
		"Asteria-Borea-France-Canada Quadrilateral Summit Meeting"},
	    {"kind='multilateral' level='officials' format='inPerson'", "",
		ORA RASK PARTY("c", "FR", "counterpart") PARTY(
		    "d", "CA", "counterpart") PARTY("e", "NO", "counterpart"),
		"Asteria-Borea-France-Canada-Norway Multilateral Meeting"},
	    {"kind='foreignMinisters' level='ministers' format='inPerson'", "",
		ORA RASK PARTY("c", "FR", "host"),
		"Asteria-Borea Foreign Ministers’ Meeting"},
	    {"kind='courtesyCall' level='ministers' format='inPerson' "
	     "received='counterpart'",
		"", ORA RASK, "Courtesy Call on " B ", by Ms. Ora"},
	    {"kind='courtesyCall' level='ministers' format='inPerson'", "",
		ORA RASK, "Asteria-Borea Courtesy Call"},
	    {"kind='other' level='ministers' format='inPerson'", "", ORA,
		"Asteria Meeting"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_paper(*state,
		    &(struct paper){.kind = cases[i].kind,
			.facts = cases[i].facts,
			.parties = cases[i].parties},
		    "//r:title", cases[i].wanted);
}

/* What stands behind the names: place, host, occasion, initiative. */
static void
test_ends_of_the_lead(void **state)
{
	static const struct {
		const char *facts, *wanted;
	} cases[] = {
	    {"", B "."},
	    {"<place country='XB'/>", B ", in the Kingdom of Borea."},
	    {"<place country='XB'><city>Skerry</city></place>",
		B ", in Skerry, Borea."},
	    {"<place country='XA'><city>Porto</city></place>", B ", in Porto."},
	    {"<place country='XB'><city>Skerry</city><venue>the Old Mill"
	     "</venue></place>",
		B ", at the Old Mill in Skerry, Borea."},
	    {"<place country='XB'><venue>the Old Mill</venue></place>",
		B ", at the Old Mill, Borea."},
	    {"<occasion relation='attending' party='ora'>the Forum</occasion>",
		B ", on the occasion of the Forum."},
	    {"<place country='XB'><city>Skerry</city></place><occasion "
	     "relation='attending' party='ora'>the Forum</occasion>",
		B ", in Skerry, Borea, where Ms. Ora was attending the Forum."},
	    {"<place country='XB'><city>Skerry</city></place><occasion "
	     "relation='attending' party='ora rask'>the Forum</occasion>",
		B ", in Skerry, Borea, where Ms. Ora and Mr. Rask were "
		  "attending the Forum."},
	    {"<occasion relation='visiting' party='b'>Asteria</occasion>",
		B ", during a visit of the Kingdom of Borea to Asteria."},
	    {"<occasion relation='visiting'>Asteria</occasion>",
		B ", during a visit to Asteria."},
	    {"<occasion relation='margins'>the Forum</occasion>",
		B ", on the margins of the Forum."},
	    {"<occasion relation='margins'>the fair of Tides Ltd.</occasion>",
		B ", on the margins of the fair of Tides Ltd."},
	    {"<occasion relation='invitation'>the Crown</occasion>",
		B ", at the invitation of the Crown."},
	    {"<occasion relation='transit' party='rask'>the Pole</occasion>",
		B ", while Mr. Rask was on the way to the Pole."},
	    {"<occasion relation='transit'>the Pole</occasion>",
		B ", on the way to the Pole."},
	    {"<occasion relation='margins'>the Forum</occasion><occasion "
	     "relation='invitation'>the Crown</occasion>",
		B ", on the margins of the Forum and at the invitation of the "
		  "Crown."},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char wanted[640];
		snprintf(wanted, sizeof wanted,
		    A " held a meeting with %s The summary of the meeting is "
		      "as follows.",
		    cases[i].wanted);
		expect_paper(*state, &(struct paper){.facts = cases[i].facts},
		    "//r:lead", wanted);
	}
}

static void
test_initiative_and_host(void **state)
{
	expect_paper(*state,
	    &(struct paper){.kind = "kind='foreignMinisters' level='ministers' "
				    "format='telephone' initiative='own'"},
	    "//r:lead",
	    A " held a telephone talk with " B ", at the request of the "
	      "Republic of Asteria. The summary of the talk is as follows.");
	expect_paper(*state,
	    &(struct paper){
		.facts = "<place country='FR'><city>Lyon</city></place>"
			 "<occasion relation='margins'>the Forum</occasion>",
		.parties = ORA RASK PARTY("c", "FR", "host")},
	    "//r:lead",
	    A " held a meeting with " B ", in Lyon, France, hosted by the "
	      "Envoy of France, on the margins of the Forum. The summary of "
	      "the meeting is as follows.");
}

static void
test_several_principals(void **state)
{
	expect_paper(*state,
	    &(struct paper){.parties = ORA RASK PARTY("c", "FR", "counterpart")
				PARTY("d", "CA", "counterpart")},
	    "//r:lead",
	    A " held a meeting with " B ", the Envoy of France and the Envoy "
	      "of Canada. The summary of the meeting is as follows.");
}

static void
test_one_side_alone(void **state)
{
	expect_paper(*state,
	    &(struct paper){.facts = "<place country='XB'/>", .parties = ORA},
	    "//r:lead",
	    A " took part in the meeting in the Kingdom of Borea. The summary "
	      "of the meeting is as follows.");
}

/* A host with nobody else to receive is the other side. */
static void
test_host_as_the_other_side(void **state)
{
	struct resolved *r = *state;

	open_paper(r, &(struct paper){.parties = ORA PARTY("c", "FR", "host")});
	expect_path(
	    r, "//r:title", "Asteria-France Foreign Ministers’ Meeting");
	expect_path(r, "//r:lead",
	    A " held a meeting with the Envoy of France. The summary of the "
	      "meeting is as follows.");
	close_paper(r);
}

/* An archive may know no own side: the first one speaks. */
static void
test_no_own_side(void **state)
{
	expect_paper(*state,
	    &(struct paper){.parties = PARTY("c", "FR", "counterpart") RASK},
	    "//r:lead",
	    "The Envoy of France held a meeting with " B
	    ". The summary of the meeting is as follows.");
}

static void
test_announcing(void **state)
{
	static const struct {
		const char *word, *wanted;
	} cases[] = {
	    {"overview", " The overview of the meeting is as follows."},
	    {"summary", " The summary of the meeting is as follows."},
	    {"outline", " The outline of the meeting is as follows."},
	    {"keyPoints", " The key points of the meeting are as follows."},
	    {"none", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char house[4096], wanted[512];
		struct resolved *r = *state;
		snprintf(house, sizeof house,
		    HOUSE(STYLE("en", "<announcing word='%s'/>")),
		    cases[i].word);
		snprintf(wanted, sizeof wanted,
		    A " held a meeting with " B ".%s", cases[i].wanted);
		open_paper(r, &(struct paper){.house = house});
		expect_path(r, "//r:lead", wanted);
		expect_path(
		    r, "//r:description", A " held a meeting with " B ".");
		close_paper(r);
	}
}

static void
test_visit(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){
		.kind = "kind='visit' level='ministers' format='inPerson'",
		.facts = "<start when='2025-05-01T09:00:00+02:00'/><end "
			 "when='2025-05-02T09:00:00+02:00'/><place "
			 "country='XB'/><occasion relation='invitation'>the "
			 "Crown</occasion>"});
	expect_path(r, "//r:lead",
	    "From May 1 to May 2, " A " visited the Kingdom of Borea at the "
	    "invitation of the Crown and met with " B
	    ". The summary of the visit is as follows.");
	close_paper(r);
}

/* What the author wrote stays. */
static void
test_typed_title_and_lead(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.head = "<title>A  talk\n on tides</title><issued "
				    "date='2025-05-04'/>",
		.lead = "<lead>They <person ref='ora'>met</person>.</lead>"});
	expect_path(r, "//r:title", "A talk on tides");
	expect_path(r, "//r:title/@generated", "false");
	expect_path(r, "//r:lead", "");
	expect_path(r, "//m:lead", "They met.");
	expect_path(r, "//r:description", "They met.");
	close_paper(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_headlines),
	    cmocka_unit_test(test_ends_of_the_lead),
	    cmocka_unit_test(test_initiative_and_host),
	    cmocka_unit_test(test_several_principals),
	    cmocka_unit_test(test_one_side_alone),
	    cmocka_unit_test(test_host_as_the_other_side),
	    cmocka_unit_test(test_no_own_side),
	    cmocka_unit_test(test_announcing),
	    cmocka_unit_test(test_visit),
	    cmocka_unit_test(test_typed_title_and_lead),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
