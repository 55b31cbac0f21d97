/* SPDX-License-Identifier: MIT */
/* Sentences in French: articles, contractions, agreement, spaces. */
#include "resolve_french.h"

/* Someone of a country who is known by the office alone. */
#define OFFICE(id, country, role, pronoun, office)                             \
	"<party id='" id "' country='" country "' role='" role "'>"            \
	"<principal id='" id "1'><pronoun>" pronoun                            \
	"</pronoun><office>" office "</office></principal></party>"

#define LEAD "//r:lead"

static void
test_lead(void **state)
{
	expect_paper(*state,
	    &(struct paper){.lang = "fr",
		.facts = "<start when='2025-04-16T17:00:00+09:00' "
			 "zone='Asia/Tokyo'/><duration value='PT45M' "
			 "hedge='about'/><place country='JP'><city>Tokyo"
			 "</city></place>",
		.parties = ORA_FR RASK_FR,
		.house =
		    HOUSE(STYLE("fr", "<date weekday='true' year='true'/>"))},
	    LEAD,
	    "Le mercredi 16" NB "avril 2025, à 17" NB "h (10" NB
	    "h, heure de la République d’Astérie), Mme" NB
	    "Lin Ora, ministre des Affaires étrangères de la République "
	    "d’Astérie, a eu un entretien de 45" NB "minutes environ avec M." NB
	    "Ove Rask, ministre des Affaires étrangères du Royaume de Borée, à "
	    "Tokyo (Japon). On trouvera ci-après le résumé de l’entretien.");
}

static void
test_clocks_and_dates(void **state)
{
	static const struct {
		const char *facts, *wanted;
	} cases[] = {
	    {"<start when='2025-05-01T10:05:00+02:00' zone='Europe/Oslo'/>",
		"1er" NB "mai 2025|10" NB "h" NB "05"},
	    {"<start when='2025-05-01T00:00:00+02:00' zone='Europe/Oslo'/>",
		"1er" NB "mai 2025|0" NB "h"},
	    {"<start when='2025-05-02T10:45:00+02:00' zone='Europe/Oslo' "
	     "hedge='about'/>",
		"2" NB "mai 2025|10" NB "h" NB "45 environ"},
	    {"<start when='2025-05-02T21:00:00+09:00' zone='Asia/Tokyo' "
	     "hedge='after'/>",
		"2" NB "mai 2025|Peu après 21" NB "h (peu après 14" NB
		"h, heure de la République d’Astérie)"},
	    {"<start when='2025-05-02T03:00:00+09:00' zone='Asia/Tokyo'/>",
		"2" NB "mai 2025|3" NB "h (20" NB "h le 1er" NB
		"mai, heure de la République d’Astérie)"},
	    {"<start when='2025-05-02T03:00:00+09:00' zone='Asia/Tokyo' "
	     "show='home'/>",
		"2" NB "mai 2025|20" NB "h le 1er" NB
		"mai, heure de la République d’Astérie"},
	    {"<start when='2025-05-02T03:00:00+09:00' zone='Asia/Tokyo' "
	     "show='local'/>",
		"2" NB "mai 2025|3" NB "h (heure locale)"},
	    {"<start when='2025-05-02' partOfDay='evening'/>",
		"2" NB "mai 2025|Dans la soirée"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_paper(*state,
		    &(struct paper){.lang = "fr",
			.facts = cases[i].facts,
			.parties = ORA_FR RASK_FR},
		    "//r:fact[@key='date' or @key='time']", cases[i].wanted);
}

/* Some words of the lead. */
static void
expect_within(struct resolved *r, const struct paper *paper, const char *wanted)
{
	xmlXPathObject *found;

	open_paper(r, paper);
	found = xmlXPathEval((const xmlChar *)"string(//r:lead)", r->xpath);
	if (!strstr((const char *)found->stringval, wanted))
		assert_string_equal((const char *)found->stringval, wanted);
	xmlXPathFreeObject(found);
	close_paper(r);
}

static void
test_lengths(void **state)
{
	static const struct {
		const char *duration, *fact, *lead;
	} cases[] = {
	    {"value='PT1H' hedge='under'", "Moins d’une heure",
		"un entretien de moins d’une heure avec"},
	    {"value='PT1H30M' hedge='about'",
		"Une heure et 30" NB "minutes environ",
		"un entretien d’une heure et 30" NB "minutes environ avec"},
	    {"value='PT2H1M' hedge='over' total='true'",
		"Plus de 2" NB "heures et une minute au total",
		"un entretien de plus de 2" NB
		"heures et une minute au total avec"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char facts[128];
		struct paper paper = {
		    .lang = "fr", .facts = facts, .parties = ORA_FR RASK_FR};
		snprintf(
		    facts, sizeof facts, "<duration %s/>", cases[i].duration);
		expect_paper(
		    *state, &paper, "//r:fact[@key='duration']", cases[i].fact);
		expect_within(*state, &paper, cases[i].lead);
	}
}

static void
test_clock_of_twelve(void **state)
{
	static const struct {
		const char *time, *wanted;
	} cases[] = {
	    {"09:30", "9" NB "h" NB "30 du matin"},
	    {"12:00", "12" NB "h de l’après-midi"},
	    {"20:00", "8" NB "h du soir"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char facts[128];
		snprintf(facts, sizeof facts,
		    "<start when='2025-05-02T%s:00+02:00'/>", cases[i].time);
		expect_paper(*state,
		    &(struct paper){.lang = "fr",
			.facts = facts,
			.parties = ORA_FR RASK_FR,
			.house = HOUSE(STYLE("fr", "<clock hours='12'/>"))},
		    "//r:fact[@key='time']", cases[i].wanted);
	}
}

static void
test_articles_of_offices(void **state)
{
	expect_within(*state,
	    &(struct paper){.lang = "fr",
		.parties = OFFICE("a", "XA", "own", "he", "ambassadeur")
		    OFFICE("b", "XB", "counterpart", "she", "ministre")},
	    "L’ambassadeur de la République d’Astérie a eu un entretien avec "
	    "la "
	    "ministre du Royaume de Borée.");
	expect_within(*state,
	    &(struct paper){.lang = "fr",
		.parties = OFFICE("a", "XA", "own", "she", "présidente") OFFICE(
		    "b", "XB", "counterpart", "she", "envoyée spéciale")},
	    "La présidente de la République d’Astérie a eu un entretien avec "
	    "l’envoyée spéciale du Royaume de Borée.");
}

static void
test_verb_agrees_in_number(void **state)
{
	expect_within(*state,
	    &(struct paper){.lang = "fr",
		.kind = "kind='twoPlusTwo' level='ministers' "
			"format='inPerson'",
		.parties = "<party id='a' country='XA' role='own'>"
			   "<principal id='p'><office>ministre des Affaires "
			   "étrangères</office></principal><principal id='q'>"
			   "<pronoun>she</pronoun><office>ministre de la "
			   "Défense</office></principal></party>" RASK_FR},
	    "Le ministre des Affaires étrangères de la République d’Astérie et "
	    "la ministre de la Défense de la République d’Astérie ont tenu un "
	    "dialogue «" NB "2+2" NB "» avec M." NB "Ove Rask");
}

/* Names from CLDR, which has no articles. */
static void
test_countries_without_a_house_name(void **state)
{
	static const struct {
		const char *code, *wanted;
	} cases[] = {
	    {"CA", "le ministre du Canada à la demande du Canada."},
	    {"FR", "le ministre de la France à la demande de la France."},
	    {"AL", "le ministre de l’Albanie à la demande de l’Albanie."},
	    {"US", "le ministre des États-Unis à la demande des États-Unis."},
	    {"CU", "le ministre de Cuba à la demande de Cuba."},
	    {"OM", "le ministre d’Oman à la demande d’Oman."},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char parties[1024];
		snprintf(parties, sizeof parties,
		    ORA_FR "<party id='b' country='%s' role='counterpart'>"
			   "<principal id='q'><office>ministre</office>"
			   "</principal></party>",
		    cases[i].code);
		expect_within(*state,
		    &(struct paper){.lang = "fr",
			.kind = "kind='other' level='ministers' "
				"format='inPerson' initiative='counterpart'",
			.parties = parties},
		    cases[i].wanted);
	}
}

static void
test_occasions_contract(void **state)
{
	static const struct {
		const char *occasion, *wanted;
	} cases[] = {
	    {"<occasion relation='margins'>le Forum des îles</occasion>",
		"en marge du Forum des îles."},
	    {"<occasion relation='margins'>les cérémonies</occasion>",
		"en marge des cérémonies."},
	    {"<occasion relation='invitation'>l’Astérie</occasion>",
		"à l’invitation de l’Astérie."},
	    {"<occasion relation='visiting' party='rask'>la République "
	     "d’Astérie</occasion>",
		"lors d’une visite de M." NB "Rask en République d’Astérie."},
	    {"<occasion relation='visiting'>le Royaume de Borée</occasion>",
		"lors d’une visite au Royaume de Borée."},
	    {"<occasion relation='attending' party='rask ora'>le Forum "
	     "</occasion>",
		"à l’occasion du Forum."},
	    {"<place country='XB'><city>Le Havel</city></place><occasion "
	     "relation='attending' party='rask ora'>le Forum</occasion>",
		"au Havel (Borée), où M." NB "Rask et Mme" NB
		"Ora se trouvaient pour le Forum."},
	    {"<occasion relation='transit' party='ora'>le Pôle</occasion>",
		"alors que Mme" NB "Ora était en route pour le Pôle."},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_within(*state,
		    &(struct paper){.lang = "fr",
			.facts = cases[i].occasion,
			.parties = ORA_FR RASK_FR},
		    cases[i].wanted);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lead),
	    cmocka_unit_test(test_clocks_and_dates),
	    cmocka_unit_test(test_lengths),
	    cmocka_unit_test(test_clock_of_twelve),
	    cmocka_unit_test(test_articles_of_offices),
	    cmocka_unit_test(test_verb_agrees_in_number),
	    cmocka_unit_test(test_countries_without_a_house_name),
	    cmocka_unit_test(test_occasions_contract),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
