/* SPDX-License-Identifier: MIT */
/* Documents that are converted by force: whatever they lack, something is
 * printed and nothing crashes. */
#include "resolve_check.h"

#define OPEN                                                                   \
	"<meetingSummary xmlns='urn:diplodoc:meeting-summary:1' "              \
	"xml:lang='en' id='d'>"
#define CLOSE "</meetingSummary>"
#define HEAD "<head><issued date='2025-05-04'/></head>"

static void
open_forced(struct resolved *r, const char *bytes)
{
	open_bytes(r, HOUSE(""), true, bytes, strlen(bytes));
	assert_int_equal(r->document.verdict, DD_FAIL);
}

/* What is missing, and the headline and lead that are left. */
static void
test_missing_parts(void **state)
{
	static const struct {
		const char *bytes, *title;
	} cases[] = {
	    {OPEN CLOSE, "Meeting"},
	    {OPEN "<meeting/>" CLOSE, "Meeting"},
	    {OPEN HEAD "<body/>" CLOSE, "Meeting"},
	    {OPEN HEAD "<meeting kind='summit'/>" CLOSE, "Summit Meeting"},
	    {OPEN HEAD "<meeting kind='ball' format='barge' level='low'>" ORA
		       "</meeting>" CLOSE,
		"Asteria Meeting"},
	    {OPEN HEAD "<meeting><party/></meeting>" CLOSE, "? Meeting"},
	    {OPEN HEAD
		"<meeting><party country='XB' role='guest'/></meeting>" CLOSE,
		"Borea Meeting"},
	    {OPEN HEAD "<meeting kind='courtesyCall'><party country='XB'>"
		       "<principal/></party></meeting>" CLOSE,
		"Borea Courtesy Call"},
	    {OPEN HEAD
		"<meeting kind='courtesyCall' received='own'>"
		"<party country='XB'><principal/></party></meeting>" CLOSE,
		"Courtesy Call"},
	    {OPEN HEAD "<meeting kind='visit'/>" CLOSE, "Visit"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct resolved *r = *state;
		open_forced(r, cases[i].bytes);
		expect_path(r, "//r:document/@valid", "false");
		expect_path(r, "//r:title", cases[i].title);
		close_paper(r);
	}
}

/* Of two with the same id, others mean the first. */
static void
test_ids_again(void **state)
{
	struct resolved *r = *state;

	open_forced(r,
	    OPEN HEAD "<body><item id='a'/><item id=' a '/><item id='b'/>"
		      "</body>" CLOSE);
	expect_path(r, "//m:item[@r:again]/@r:number", "2");
	close_paper(r);
}

/* Attributes without a value or with a wrong one. */
static void
test_wrong_values(void **state)
{
	static const char *const meetings[] = {
	    "<start/><duration/><end/><place/><occasion/><session/><ordinal/>",
	    "<start when='noon' zone='Mars/Port' hedge='hardly' show='x' "
	    "precision='x' partOfDay='tea'/>",
	    "<start when='2025-05-04T10:00:00+02:00' zone='Mars/Port' "
	    "hedge='hardly' precision='x' partOfDay='tea' show='x'/>",
	    "<start when='2025-02-30'/><end when='2025-05-04T00:00:00Z'/>",
	    "<end when='2025-05-04T00:00:00Z' hedge='x'/>",
	    "<duration value='soon'/><place country='' remoteFor=''/>",
	    "<duration value='PT0M' hedge='x'/><place country='QQ'/>",
	    "<duration value='PT0M'/><place country='TOOLONGACODE'/>",
	    "<occasion relation='x' party='nobody a b'>X</occasion>",
	    "<occasion relation='attending' party='  '> </occasion>",
	    "<session kind='x'><title> </title><start when='2025-05-04'/>"
	    "</session>",
	    "<ordinal number='-4' of='series'/><ordinal number='0' of='x'/>",
	    "<ordinal number='99999999999999999999' of='series'/>",
	    "<ordinal number='x' of='year'/>",
	};

	for (size_t i = 0; i < sizeof meetings / sizeof *meetings; i++) {
		struct resolved *r = *state;
		open_paper(
		    r, &(struct paper){.facts = meetings[i], .force = true});
		expect_path(r, "//r:party/@heading",
		    "The Republic of Asteria|The Kingdom of Borea");
		close_paper(r);
	}
}

static void
test_wrong_sentences(void **state)
{
	static const char *const bodies[] = {
	    "",
	    "X",
	    "<item/>",
	    "<item> </item><item><item/></item>",
	    "<item>Text<statement/>text</item>",
	    "<paragraph><statement><person/><person ref='x'/><party/><party "
	    "ref='x'/><term/><term ref='x'/><date/><date when='x'/><time/>"
	    "<time when='x'/><money/><money amount='x' currency='x'/><money "
	    "amount='' currency=''/><quantity/><quantity value='x'/><quote/>"
	    "<foreign/><ref/></statement></paragraph>",
	    "<paragraph><statement><person ref='rask'><person ref='rask'/>"
	    "</person></statement></paragraph>",
	    "<topic/><topic><heading/></topic><other><item/></other>",
	    "<paragraph><note/><narrative/><statement quoted='loudly'>X"
	    "</statement></paragraph>",
	};

	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		struct resolved *r = *state;
		open_paper(
		    r, &(struct paper){.body = bodies[i], .force = true});
		expect_path(
		    r, "//r:title", "Asteria-Borea Foreign Ministers’ Meeting");
		close_paper(r);
	}
}

static void
test_wrong_heads_and_tails(void **state)
{
	static const struct {
		const char *head, *tail;
	} cases[] = {
	    {"", ""},
	    {"<title/><series/><issued/><updated/><translation/><issuer/>",
		"<glossary/><note/><outcome/><reference/><attachment/>"
		"<related/>"},
	    {"<title> </title><series ref='x'> </series><issued date='x'/>"
	     "<updated when='x' kind='x'/><updated when='2025-05-04' "
	     "kind='x'/><translation of='x' standing='x' date='x'/><issuer "
	     "ref='x'/>",
		"<glossary><entry/><entry id='x'/></glossary><outcome "
		"kind='x' date='x'><title xml:lang=''/></outcome><reference "
		"date='x'/><related xml:lang='not a tag'/>"},
	    {"<translation of='en-not-a-very-long-and-not-a-known-tag' "
	     "standing='official'/>",
		"<photo/><photo><caption/></photo>"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct resolved *r = *state;
		open_paper(r,
		    &(struct paper){.head = cases[i].head,
			.tail = cases[i].tail,
			.force = true});
		expect_path(
		    r, "//r:title", "Asteria-Borea Foreign Ministers’ Meeting");
		close_paper(r);
	}
}

/* A lead that states everything at once needs the most slots. */
static void
test_every_fact_at_once(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.force = true,
		.kind = "kind='foreignMinisters' level='ministers' "
			"format='inPerson' initiative='own' received='own'",
		.facts = "<start when='2025-05-04T22:00:00+02:00' "
			 "zone='Europe/Oslo' hedge='after'/><duration "
			 "value='PT3H'/><end when='2025-05-05T01:00:00+02:00'/>"
			 "<place country='XB'><city>Skerry</city></place>"
			 "<occasion relation='transit' party='rask'>the Pole"
			 "</occasion>",
		.parties = ORA RASK
		"<party id='c' country='FR' role='host'><principal "
		"id='h'><name><given>Jo</given></name><office>Envoy"
		"</office></principal></party>"});
	expect_path(r, "//r:lead",
	    "On May 4, commencing shortly after 10:00 p.m. and ending at 1:00 "
	    "a.m. on May 5 for 3 hours, " A " held a meeting with " B
	    ", in Skerry, Borea, hosted by Jo, Envoy of France, while Mr. Rask "
	    "was on the way to the Pole, at the request of the Republic of "
	    "Asteria. The summary of the meeting is as follows.");
	close_paper(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_missing_parts),
	    cmocka_unit_test(test_ids_again),
	    cmocka_unit_test(test_wrong_values),
	    cmocka_unit_test(test_wrong_sentences),
	    cmocka_unit_test(test_wrong_heads_and_tails),
	    cmocka_unit_test(test_every_fact_at_once),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
