/* SPDX-License-Identifier: MIT */
/* What is printed in French: articles, contractions, agreement, spaces. */
#include "resolve_check.h"

#define NB "\xC2\xA0"	   /* no-break space */
#define NNB "\xE2\x80\xAF" /* narrow no-break space */

#define ORA_FR                                                                 \
	"<party id='a' country='XA' role='own'><principal id='ora'>"           \
	"<courtesy>Mme</courtesy><name><given>Lin</given><family>Ora"          \
	"</family></name><pronoun>she</pronoun><office>ministre des Affaires " \
	"étrangères</office></principal></party>"
#define RASK_FR                                                                \
	"<party id='b' country='XB' role='counterpart'><principal id='rask'>"  \
	"<courtesy>M.</courtesy><name><given>Ove</given><family>Rask"          \
	"</family></name><pronoun>he</pronoun><office>ministre des Affaires "  \
	"étrangères</office></principal></party>"

/* Someone of a country who is known by the office alone. */
#define OFFICE(id, country, role, pronoun, office)                             \
	"<party id='" id "' country='" country "' role='" role "'>"            \
	"<principal id='" id "1'><pronoun>" pronoun                            \
	"</pronoun><office>" office "</office></principal></party>"

#define LEAD "//r:lead"
#define TITLE "//r:title"

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

/* The lead as far as the verb and the next words go. */
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

static void
test_headlines(void **state)
{
	static const struct {
		const char *kind, *facts, *wanted;
	} cases[] = {
	    {"kind='foreignMinisters' level='ministers' format='telephone'", "",
		"Entretien téléphonique des ministres des Affaires étrangères "
		"de la République d’Astérie et du Royaume de Borée"},
	    {"kind='strategicDialogue' level='ministers' format='inPerson'",
		"<ordinal number='1' of='series'/>",
		"1er dialogue stratégique entre la République d’Astérie et le "
		"Royaume de Borée"},
	    {"kind='strategicDialogue' level='ministers' format='inPerson'",
		"<ordinal number='3' of='series'/>",
		"3e dialogue stratégique entre la République d’Astérie et le "
		"Royaume de Borée"},
	    {"kind='officials' level='officials' format='inPerson'",
		"<ordinal number='1' of='series'/>",
		"1res consultations entre la République d’Astérie et le "
		"Royaume de Borée"},
	    {"kind='officials' level='officials' format='inPerson'",
		"<ordinal number='8' of='series'/>",
		"8es consultations entre la République d’Astérie et le "
		"Royaume de Borée"},
	    {"kind='informal' level='ministers' format='inPerson'", "",
		"Échange informel entre la République d’Astérie et le Royaume "
		"de Borée"},
	    {"kind='courtesyCall' level='ministers' format='inPerson' "
	     "received='own'",
		"",
		"Visite de courtoisie de M." NB
		"Ove Rask, ministre des Affaires étrangères du Royaume de "
		"Borée, à Mme" NB "Ora"},
	    {"kind='visit' level='ministers' format='inPerson'",
		"<place country='XB'/>",
		"Visite de Mme" NB "Ora au Royaume de Borée"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_paper(*state,
		    &(struct paper){.lang = "fr",
			.kind = cases[i].kind,
			.facts = cases[i].facts,
			.parties = ORA_FR RASK_FR},
		    TITLE, cases[i].wanted);
}

static void
test_visit_of_several_days(void **state)
{
	expect_paper(*state,
	    &(struct paper){.lang = "fr",
		.kind = "kind='visit' level='ministers' format='inPerson'",
		.facts = "<start when='2025-05-01T09:00:00+02:00'/><end "
			 "when='2025-05-02T09:00:00+02:00'/><place "
			 "country='CA'/>",
		.parties = ORA_FR RASK_FR},
	    LEAD,
	    "Du 1er" NB "mai au 2" NB "mai, Mme" NB
	    "Lin Ora, ministre des Affaires étrangères de la République "
	    "d’Astérie, a effectué une visite au Canada et a rencontré M." NB
	    "Ove Rask, ministre des Affaires étrangères du Royaume de Borée. "
	    "On trouvera ci-après le résumé de la visite.");
}

static void
test_text(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.lang = "fr",
		.parties = ORA_FR RASK_FR,
		.body =
		    "<paragraph><narrative><person ref='rask'/> a promis "
		    "<money "
		    "currency='EUR' amount='2500000' hedge='about'/>, puis "
		    "<money currency='EUR' amount='1.5'/> et <quantity "
		    "value='1200' unit='kilomètres' hedge='over'/>.</narrative>"
		    "<statement speaker='rask' act='state' quoted='direct'>Oui."
		    "</statement><note>Une <quote>note</quote>.</note>"
		    "</paragraph>"});
	expect_path(r, "//m:money|//m:quantity",
	    "2" NNB "500" NNB "000" NB "euros environ|1,5" NB
	    "euro|plus de 1" NNB "200" NB "kilomètres");
	expect_path(r, "//m:person", "M." NB "Rask");
	expect_path(r, "//m:statement/@r:open|//m:statement/@r:close",
	    "«" NB "|" NB "»");
	expect_path(r, "//m:note/@r:open", "(Note" NB ": ");
	close_paper(r);
}

static void
test_marks_of_the_publication(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){.lang = "fr",
		.head = "<series>Relations</series><issued city='Skerry' "
			"date='2025-05-01'/><updated kind='correction' "
			"when='2025-05-02T09:30:00+02:00'>Date.</updated>"
			"<translation of='en' standing='provisional' "
			"date='2025-04-30'/>",
		.parties = ORA_FR RASK_FR});
	expect_path(r, "//r:issued", "Skerry, le 1er" NB "mai 2025");
	expect_path(r, "//m:updated/@r:label",
	    "Corrigé le 2" NB "mai 2025 à 9" NB "h" NB "30");
	expect_path(r, "//r:translation",
	    "(Traduction provisoire de l’anglais" NNB "; original du 30" NB
	    "avril 2025)");
	expect_path(
	    r, "//r:backLink", "Retour à la page «" NB "Relations" NB "»");
	close_paper(r);
}

static void
test_attendance(void **state)
{
	expect_paper(*state,
	    &(struct paper){.lang = "fr",
		.parties =
		    "<party id='a' country='XA' role='own' others='true'>"
		    "<principal id='p'><office>ministre</office>"
		    "</principal><attendee id='s'><courtesy>Mme"
		    "</courtesy><name><family>Sund</family></name>"
		    "<office>directrice</office></attendee></party>"
		    "<party id='b' country='XB' role='counterpart' "
		    "others='true'><principal id='q'><office>ministre"
		    "</office></principal></party>"},
	    "//r:attendance",
	    "Ont également participé" NB
	    ": pour la République d’Astérie, Mme" NB
	    "Sund, directrice, et d’autres participants" NNB
	    "; pour le Royaume de Borée, d’autres participants.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lead),
	    cmocka_unit_test(test_clocks_and_dates),
	    cmocka_unit_test(test_clock_of_twelve),
	    cmocka_unit_test(test_articles_of_offices),
	    cmocka_unit_test(test_verb_agrees_in_number),
	    cmocka_unit_test(test_countries_without_a_house_name),
	    cmocka_unit_test(test_occasions_contract),
	    cmocka_unit_test(test_headlines),
	    cmocka_unit_test(test_visit_of_several_days),
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_marks_of_the_publication),
	    cmocka_unit_test(test_attendance),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
