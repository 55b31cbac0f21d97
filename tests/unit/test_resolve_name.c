/* SPDX-License-Identifier: MIT */
/* Names of people in the style of the house, their offices, and the names of
 * countries and organisations. */
#include "resolve_check.h"

#define OWN(content)                                                           \
	"<party id='a' country='XA' role='own'><principal id='p'>" content     \
	"</principal></party>" RASK
#define OTHER(content)                                                         \
	ORA "<party id='b' country='XB' role='counterpart'><principal "        \
	    "id='p'>" content "</principal></party>"
#define NAME(order)                                                            \
	"<name" order "><given>Lin</given><other>Mai</other><family>Ora"       \
	"</family></name>"
#define MR "<courtesy>Mr.</courtesy>"
#define MINISTER "<office>Minister of Water</office>"

#define LEAD_NAME "//r:lead/r:person[@ref='p']"
#define LIST_NAME "//r:party/r:person[@ref='p']/@full"

static void
test_orders_and_capitals(void **state)
{
	static const struct {
		const char *style, *name, *lead, *list;
	} cases[] = {
	    {"", NAME(""), "Mr. Lin Mai Ora", "Mr. Lin Mai Ora"},
	    {"", NAME(" order='familyFirst'"), "Mr. Ora Lin Mai",
		"Mr. Ora Lin Mai"},
	    {"<names side='own' order='familyFirst' capitals='never'/>",
		NAME(""), "Mr. Ora Lin Mai", "Mr. Ora Lin Mai"},
	    {"<names side='own' order='familyFirst' capitals='lead'/>",
		NAME(""), "Mr. ORA Lin Mai", "Mr. Ora Lin Mai"},
	    {"<names side='own' order='givenFirst' capitals='always'/>",
		NAME(""), "Mr. Lin Mai ORA", "Mr. Lin Mai ORA"},
	    {"<names side='own' order='familyFirst' capitals='always'/>",
		NAME(" order='givenFirst'"), "Mr. Lin Mai ORA",
		"Mr. Lin Mai ORA"},
	    {"<names side='counterpart' order='familyFirst' "
	     "capitals='always'/>",
		NAME(""), "Mr. Lin Mai Ora", "Mr. Lin Mai Ora"},
	    {"<names side='own' order='familyFirst' capitals='always'/>",
		"<name><family>Øra</family></name>", "Mr. ØRA", "Mr. ØRA"},
	    {"", "<name><family>Ora</family></name>", "Mr. Ora", "Mr. Ora"},
	    {"<names side='own' order='familyFirst' capitals='always'/>",
		"<name><given>Lin</given></name>", "Mr. Lin", "Mr. Lin"},
	    {"", "<name><given>Lin</given><other>bin Mai</other></name>",
		"Mr. Lin bin Mai", "Mr. Lin bin Mai"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct resolved *r = *state;
		char house[4096], parties[2048];
		snprintf(house, sizeof house, HOUSE(STYLE("en", "%s")),
		    cases[i].style);
		snprintf(parties, sizeof parties, OWN(MR "%s"), cases[i].name);
		open_paper(
		    r, &(struct paper){.house = house, .parties = parties});
		expect_path(r, LEAD_NAME, cases[i].lead);
		expect_path(r, LIST_NAME, cases[i].list);
		close_paper(r);
	}
}

static void
test_styles_and_offices(void **state)
{
	static const struct {
		const char *parties, *lead;
	} cases[] = {
	    {OTHER("<style>H.E.</style>" MR "<academic>Dr.</academic>" NAME("")
		     MINISTER),
		"H.E. Mr. Dr. Lin Mai Ora, Minister of Water of the Kingdom of "
		"Borea"},
	    {OTHER(
		 "<rank>Gen.</rank>" NAME("") "<postNominal>MP</postNominal>"
					      "<office acting='true'>Minister "
					      "of Water</office>"),
		"Gen. Lin Mai Ora, MP, Acting Minister of Water of the Kingdom "
		"of Borea"},
	    {OTHER(MINISTER "<office>Chair of the Board</office>"),
		"the Minister of Water and Chair of the Board of the Kingdom "
		"of Borea"},
	    {OTHER(MINISTER "<office>Chair</office><office acting='true'>Envoy"
			    "</office>"),
		"the Minister of Water, Chair and Acting Envoy of the Kingdom "
		"of Borea"},
	    {OTHER(NAME("")), "Lin Mai Ora"},
	    {OTHER(MINISTER), "the Minister of Water of the Kingdom of Borea"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_paper(*state,
		    &(struct paper){.parties = cases[i].parties}, LEAD_NAME,
		    cases[i].lead);
}

static void
test_short_forms(void **state)
{
	static const struct {
		const char *parties, *wanted;
	} cases[] = {
	    {OTHER(MR NAME("") MINISTER "<shortForm>the Envoy</shortForm>"),
		"the Envoy"},
	    {OTHER("<style>H.E.</style>" MR NAME("") MINISTER), "Mr. Ora"},
	    {OTHER(
		 "<rank>Gen.</rank><academic>Dr.</academic>" NAME("") MINISTER),
		"Gen. Ora"},
	    {OTHER(MR "<academic>Dr.</academic>" NAME("")), "Dr. Ora"},
	    {OTHER(NAME("")), "Lin Mai Ora"},
	    {OTHER(MR "<name><given>Lin</given></name>"), "Mr. Lin"},
	    {OTHER(MINISTER), "the Minister of Water"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_paper(*state,
		    &(struct paper){.parties = cases[i].parties},
		    "//r:party/r:person[@ref='p']/@short", cases[i].wanted);
}

#define OFFICIAL                                                               \
	HOUSE("<official id='o' party='XA' pronoun='she'><name "               \
	      "xml:lang='en'><courtesy>Ms.</courtesy><given>Una</given>"       \
	      "<family>Vik</family></name><office xml:lang='en' "              \
	      "from='2020-01-01' to='2025-05-03' short='Envoy'>Envoy for the " \
	      "Sea</office><office xml:lang='en' from='2025-05-04' "           \
	      "short='Minister'>Minister of Water</office></official>")

/* The office of the house is the one that was held on the day. */
static void
test_officials_of_the_house(void **state)
{
	static const struct {
		const char *start, *lead, *name;
	} cases[] = {
	    {"2025-05-03",
		"Ms. Una Vik, Envoy for the Sea of the Republic of Asteria",
		"Envoy Vik"},
	    {"2025-05-04",
		"Ms. Una Vik, Minister of Water of the Republic of Asteria",
		"Minister Vik"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct resolved *r = *state;
		char facts[64];
		snprintf(
		    facts, sizeof facts, "<start when='%s'/>", cases[i].start);
		open_paper(r,
		    &(struct paper){.house = OFFICIAL,
			.facts = facts,
			.parties =
			    "<party id='a' country='XA' role='own'>"
			    "<principal id='p' official='o'/></party>" RASK});
		expect_path(r, LEAD_NAME, cases[i].lead);
		expect_path(r, "//r:person[@ref='p']/@short", cases[i].name);
		close_paper(r);
	}
}

/* A name that nobody can print must not be left out in silence. */
static void
test_official_without_the_language(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.house = OFFICIAL,
		.lang = "fr",
		.force = true,
		.parties = "<party id='a' country='XA' role='own'><principal "
			   "id='p' official='o'/></party>" RASK});
	assert_int_equal(r->document.sink.total, 1);
	assert_int_equal(r->document.sink.first->id, DD_ID_NAME_MISSING);
	assert_non_null(
	    strstr(r->document.sink.first->message, "in the language `fr`"));
	close_paper(r);
}

static void
test_who_was_remote(void **state)
{
	static const struct {
		const char *place, *attr, *wanted;
	} cases[] = {
	    {"", " attendance='remote'", "Lin Mai Ora (by video link)"},
	    {"<place country='XB' remoteFor='p'/>", "",
		"Lin Mai Ora (by video link)"},
	    {"<place country='XB' remoteFor='ora a'/>", "", "Lin Mai Ora"},
	    {"<place country='XB' remoteFor='a b'/>", "",
		"Lin Mai Ora (by video link)"},
	    {"<place country='XB' remoteFor='b'/>", " attendance='inPerson'",
		"Lin Mai Ora"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char parties[2048];
		snprintf(parties, sizeof parties,
		    ORA "<party id='b' country='XB' role='counterpart'>"
			"<principal id='p'%s>%s</principal></party>",
		    cases[i].attr, NAME(""));
		expect_paper(*state,
		    &(struct paper){.facts = cases[i].place,
			.parties = parties,
			.kind = "kind='other' level='ministers' "
				"format='hybrid'"},
		    LEAD_NAME, cases[i].wanted);
	}
}

static void
test_names_of_parties(void **state)
{
	static const struct {
		const char *attributes, *names, *wanted;
	} cases[] = {
	    {"country='XB'", "",
		"The Kingdom of Borea|the Kingdom of Borea|"
		"Borea"},
	    {"country='XB'", "<longName>the Free State of Borea</longName>",
		"The Free State of Borea|the Free State of Borea|the Free "
		"State of Borea"},
	    {"country='XB'",
		"<longName>the Free State of Borea</longName><shortName>Borea"
		"</shortName>",
		"The Free State of Borea|the Free State of Borea|Borea"},
	    {"country='FR'", "", "France|France|France"},
	    {"country='GB'", "",
		"The United Kingdom|the United Kingdom|United "
		"Kingdom"},
	    {"country='XK'", "", "Kosovo|Kosovo|Kosovo"},
	    {"country='XB'", "<shortName>Bor</shortName>", "Bor|Bor|Bor"},
	    {"country='XZ'", "", "XZ|XZ|XZ"},
	    {"country='XZ'", "<shortName>Zephyria</shortName>",
		"Zephyria|Zephyria|Zephyria"},
	    {"organisation='lnh'", "",
		"The League of Harbours|the League of Harbours|League"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char parties[2048];
		snprintf(parties, sizeof parties,
		    ORA "<party id='b' %s role='counterpart'>%s<principal "
			"id='p'>" MINISTER "</principal></party>",
		    cases[i].attributes, cases[i].names);
		expect_paper(*state,
		    &(struct paper){.parties = parties,
			.house = HOUSE_FILE(HOUSE_COUNTRIES
			    "<organisation id='lnh'><name xml:lang='en' "
			    "long='the League of Harbours' short='League'/>"
			    "</organisation>")},
		    "//r:party[@ref='b']/@heading|//r:party[@ref='b']/@long|"
		    "//r:party[@ref='b']/@short",
		    cases[i].wanted);
	}
}

/* A place in a country that only the document names. */
static void
test_place_in_a_party(void **state)
{
	expect_paper(*state,
	    &(struct paper){
		.facts = "<place country='XZ'><city>Zea</city></place>",
		.parties = ORA "<party id='b' country='XZ' role='counterpart'>"
			       "<longName>the Isles of Zephyria</longName>"
			       "<shortName>Zephyria</shortName><principal "
			       "id='p'>" MINISTER "</principal></party>"},
	    "//r:event/r:place", "Zea, Zephyria");
}

static void
test_attendance(void **state)
{
	expect_paper(*state,
	    &(struct paper){
		.parties =
		    "<party id='a' country='XA' role='own' "
		    "others='true'><principal id='p'>" MINISTER
		    "</principal><attendee id='s'>" MR NAME(
			"") "<office>Director</office></attendee></party>"
			    "<party id='b' country='XB' role='counterpart'>"
			    "<principal id='q'>" MINISTER "</principal>"
			    "<attendee id='t'><office>Adviser</office>"
			    "</attendee><attendee id='u'><office>Clerk"
			    "</office></attendee></party>"},
	    "//r:attendance",
	    "Also present were Mr. Lin Mai Ora, Director, and others from the "
	    "Republic of Asteria; and the Adviser and the Clerk from the "
	    "Kingdom of Borea.");
	expect_paper(*state,
	    &(struct paper){
		.parties = "<party id='a' country='XA' role='own' "
			   "others='true'><principal id='p'>" MINISTER
			   "</principal></party><party id='b' country='XB' "
			   "role='counterpart' others='true'><principal "
			   "id='q'>" MINISTER "</principal></party>"},
	    "//r:attendance",
	    "Also present were further participants from the Republic of "
	    "Asteria and the Kingdom of Borea.");
	expect_paper(*state, &(struct paper){0}, "//r:attendance", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_orders_and_capitals),
	    cmocka_unit_test(test_styles_and_offices),
	    cmocka_unit_test(test_short_forms),
	    cmocka_unit_test(test_officials_of_the_house),
	    cmocka_unit_test(test_official_without_the_language),
	    cmocka_unit_test(test_who_was_remote),
	    cmocka_unit_test(test_names_of_parties),
	    cmocka_unit_test(test_place_in_a_party),
	    cmocka_unit_test(test_attendance),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
