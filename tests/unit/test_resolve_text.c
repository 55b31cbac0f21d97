/* SPDX-License-Identifier: MIT */
/* The document's own sentences: what is generated in them, what stays, and
 * the marks around and behind them. */
#include "resolve_check.h"

#define SAY(text)                                                              \
	"<paragraph><statement speaker='a' act='state'>" text                  \
	"</statement></paragraph>"

/* With an attendee whose name ends in a stop. */
#define RASK_AND_LIE                                                           \
	"<party id='b' country='XB' role='counterpart'><principal id='rask'>"  \
	"<courtesy>Mr.</courtesy><name><given>Ove</given><family>Rask"         \
	"</family></name></principal><attendee id='jr'><office>Clerk</office>" \
	"<shortForm>Mr. Lie Jr.</shortForm></attendee></party>"

/* The first statement as it is printed. */
static void
expect_text(struct resolved *r, const char *body, const char *wanted)
{
	expect_paper(r,
	    &(struct paper){.body = body, .parties = ORA RASK_AND_LIE},
	    "//m:statement[1]", wanted);
}

static void
test_empty_elements_are_filled(void **state)
{
	static const struct {
		const char *body, *wanted;
	} cases[] = {
	    {SAY("Then <person ref='rask'/> left."), "Then Mr. Rask left."},
	    {SAY("Then <person ref='rask'>he</person> left."), "Then he left."},
	    {SAY("Then <person ref='rask'> </person> left."),
		"Then Mr. Rask left."},
	    {SAY("In <party ref='b'/>."), "In Borea."},
	    {SAY("In <party ref='b' form='long'/>."),
		"In the Kingdom of Borea."},
	    {SAY("<party ref='b' form='long'/> agreed."),
		"The Kingdom of Borea agreed."},
	    {SAY("On <date when='2025-05-02'/>."), "On May 2."},
	    {SAY("On <date when='2024-05-02'/>."), "On May 2, 2024."},
	    {SAY("On <date when='2024-05-02'>that day</date>."),
		"On that day."},
	    {SAY("At <time when='2025-05-04T21:05:00+02:00'/>."),
		"At 9:05 p.m."},
	    {SAY("At <time when='2025-05-04T21:05:00+02:00'/> <party ref='b' "
		 "form='long'/> sailed."),
		"At 9:05 p.m. the Kingdom of Borea sailed."},
	    {SAY("Then <person ref='jr'/>."), "Then Mr. Lie Jr."},
	    {SAY("For <money currency='EUR' amount='2500000'/>."),
		"For 2,500,000 euros."},
	    {SAY("For <money currency='EUR' amount='1' hedge='under'/>."),
		"For under 1 euro."},
	    {SAY("For <money currency='EUR' amount='1.5'/>."),
		"For 1.5 euros."},
	    {SAY("For <money currency='JPY' amount='0.12345'/>."),
		"For 0.12345 Japanese yen."},
	    {SAY("Some <quantity value='1200' unit='ships' hedge='over'/>."),
		"Some over 1,200 ships."},
	    {SAY("Some <quantity value='3' unit='ships'>three "
		 "ships</quantity>."),
		"Some three ships."},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(*state, cases[i].body, cases[i].wanted);
}

static void
test_generated_is_marked(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.body = SAY("<person ref='ora'/> and <person "
					"ref='rask'>he</person>.")});
	expect_path(r, "//m:person[@r:generated='true']", "Ms. Ora");
	close_paper(r);
}

#define GLOSSARY                                                               \
	"<glossary><entry id='tide'><short>TB</short><expansion>tide board"    \
	"</expansion></entry><entry id='plain'><expansion>plain talk"          \
	"</expansion></entry><entry id='calm' slogan='true'><expansion>Calm "  \
	"Seas</expansion></entry></glossary>"

static void
test_terms(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.tail = GLOSSARY,
		.house = HOUSE_FILE(HOUSE_COUNTRIES
		    "<term id='sos' known='true'><form "
		    "xml:lang='en' short='SOS' expansion='signal of "
		    "distress'/></term>"),
		.body = SAY("<term ref='tide'/>, <term ref='tide'/>, <term "
			    "ref='plain'/>, <term ref='calm'/>, <term "
			    "ref='sos'/>, <term ref='tide'>board</term>.")});
	expect_path(r, "//m:statement",
	    "Tide board (TB), TB, plain talk, Calm Seas, SOS, board.");
	expect_path(
	    r, "//m:term[@r:first]", "Tide board (TB)|plain talk|Calm Seas");
	expect_path(r, "//m:term[@r:open]/@r:open|//m:term/@r:close", "“|”");
	expect_path(
	    r, "//r:abbr/@title", "tide board|tide board|signal of distress");
	expect_path(r, "//m:entry[@r:told='true']/@id", "tide|plain|calm");
	expect_path(r, "//m:statement/@r:marked", "true");
	close_paper(r);
}

/* A term is expanded where a reader meets it first. */
static void
test_terms_in_the_order_of_reading(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.tail = GLOSSARY,
		.lead = "<photo src='a.png'><caption>A <term ref='tide'/>"
			"</caption></photo><lead>The <term ref='tide'/>."
			"</lead>",
		.body = SAY("The <term ref='tide'/>.")});
	expect_path(r, "//m:lead", "The tide board (TB).");
	expect_path(r, "//m:statement", "The TB.");
	expect_path(r, "//m:caption", "A TB");
	expect_path(r, "//m:entry[not(@r:told)]/@id", "plain|calm");
	expect_path(r, "//@r:marked", "");
	close_paper(r);
}

static void
test_capitals_at_the_start_of_a_sentence(void **state)
{
	static const struct {
		const char *before, *wanted;
	} cases[] = {
	    {"", "The Envoy"},
	    {"So ", "the Envoy"},
	    {"So it was. ", "The Envoy"},
	    {"Was it? ", "The Envoy"},
	    {"It was! (", "The Envoy"},
	    {"He said “so”. ", "The Envoy"},
	    {"He said “so.” ", "The Envoy"},
	    {"So. “", "The Envoy"},
	    {"So: ", "the Envoy"},
	    {"So; ", "the Envoy"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char body[256];
		snprintf(body, sizeof body, SAY("%s<person ref='e'/> left."),
		    cases[i].before);
		expect_paper(*state,
		    &(struct paper){.body = body,
			.parties = ORA "<party id='b' country='XB' "
				       "role='counterpart'><principal id='e'>"
				       "<office>Envoy</office></principal>"
				       "</party>"},
		    "//m:person", cases[i].wanted);
	}
}

/* Each sentence of a paragraph and each item begins anew. */
static void
test_quotes_and_notes(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){
		.body = "<paragraph><statement speaker='a' act='state' "
			"quoted='direct'>We sail.</statement><statement "
			"speaker='a' act='state' quoted='none'>A <quote>calm"
			"</quote> sea.</statement><note>See <foreign "
			"xml:lang='ar'>بحر</foreign> and <foreign "
			"xml:lang='la'>mare</foreign>.</note></paragraph>",
		.tail = "<note>The end.</note>"});
	expect_path(r, "//m:statement/@r:open", "“");
	expect_path(r, "//m:quote/@r:open|//m:quote/@r:close", "“|”");
	expect_path(r, "//m:note/@r:open", "(Note: |(Note: ");
	expect_path(r, "//m:note/@r:close", ")|)");
	expect_path(r, "//m:foreign/@r:dir", "rtl|ltr");
	expect_path(r, "//m:foreign/@r:language", "Arabic|Latin");
	close_paper(r);
}

static void
test_marks_on_lists(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){
		.head = "<series>Tides</series><issued city='Skerry' "
			"date='2025-05-04'/><updated kind='update' "
			"when='2025-05-05'>New.</updated><updated "
			"kind='correction' when='2025-05-06T09:00:00+02:00'>"
			"Old.</updated><translation of='fr' "
			"standing='unofficial'/>",
		.tail = "<outcome kind='signed' date='2025-05-04'><title "
			"xml:lang='fr'>Accord</title></outcome><reference "
			"id='x' kind='meeting' date='2024-02-29'>Talk"
			"</reference>"});
	expect_path(r, "//m:updated/@r:label",
	    "Updated on May 5, 2025|Corrected on May 6, 2025 at 9:00 a.m.");
	expect_path(r, "//m:outcome/@r:label|//m:outcome/@r:date",
	    "Signed|May 4, 2025");
	expect_path(r, "//m:outcome/m:title/@r:language", "French");
	expect_path(r, "//m:reference/@r:date", "February 29, 2024");
	expect_path(r, "//r:issued", "Skerry, May 4, 2025");
	expect_path(r, "//r:series|//r:backLink", "Tides|Back to Tides");
	expect_path(
	    r, "//r:translation", "(Unofficial translation from the French)");
	close_paper(r);
}

/* How the author laid the file out is not printed. */
static void
test_white_space_comments_and_sections(void **state)
{
	static const struct {
		const char *body, *wanted;
	} cases[] = {
	    {SAY("\n  One\n\ttwo  \n"), "One two"},
	    {SAY("One<!-- not --> two"), "One two"},
	    {SAY("One <!-- not --> two"), "One two"},
	    {SAY("One <?pi not?>two"), "One two"},
	    {SAY("One <![CDATA[<two> & ]]> three"), "One <two> & three"},
	    {SAY("<![CDATA[ One]]>"), "One"},
	    {SAY("One <quote> two </quote> three"), "One two three"},
	    {SAY("One <person ref='rask'/> two"), "One Mr. Rask two"},
	    {SAY("<person ref='rask'>\n</person> "), "Mr. Rask"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(*state, cases[i].body, cases[i].wanted);
}

static void
test_document_with_the_prefix_r(void **state)
{
	static const char bytes[] =
	    "<r:meetingSummary xmlns:r='urn:diplodoc:meeting-summary:1' "
	    "xml:lang='en' id='d'><r:head><r:issued date='2025-05-04'/>"
	    "</r:head><r:meeting kind='other' level='ministers' "
	    "format='inPerson'><r:party id='a' country='XA' role='own'>"
	    "<r:principal id='p'><r:office>Envoy</r:office></r:principal>"
	    "</r:party></r:meeting><r:body><r:item><r:statement speaker='p' "
	    "act='state'><r:person ref='p'/> spoke.</r:statement></r:item>"
	    "</r:body></r:meetingSummary>";
	struct resolved *r = *state;

	open_bytes(r, HOUSE(""), false, bytes, sizeof bytes - 1);
	expect_path(r, "//m:statement", "The Envoy spoke.");
	expect_path(r, "//m:item/@r:label", "1.");
	expect_path(r, "//r:title", "Asteria Meeting");
	close_paper(r);
}

static void
test_words_and_document(void **state)
{
	struct resolved *r = *state;
	const struct dd_words *words;

	open_paper(r, &(struct paper){0});
	expect_path(r, "/m:meetingSummary/*[1]/r:document/@valid", "true");
	expect_path(r, "//r:document/@dir", "ltr");
	expect_path(r, "//r:words/@participants", "Participants");
	expect_path(r, "//r:word", "");
	assert_int_equal(
	    dd_engine_words(r->engine, "en", &words, &r->error), 0);
	dd_resolve_words(&r->document.summary, words);
	expect_path(r, "//r:word[@key='participants']", "Participants");
	close_paper(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_empty_elements_are_filled),
	    cmocka_unit_test(test_generated_is_marked),
	    cmocka_unit_test(test_terms),
	    cmocka_unit_test(test_terms_in_the_order_of_reading),
	    cmocka_unit_test(test_capitals_at_the_start_of_a_sentence),
	    cmocka_unit_test(test_quotes_and_notes),
	    cmocka_unit_test(test_marks_on_lists),
	    cmocka_unit_test(test_white_space_comments_and_sections),
	    cmocka_unit_test(test_document_with_the_prefix_r),
	    cmocka_unit_test(test_words_and_document),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
