/* SPDX-License-Identifier: MIT */
/* Headlines, marks and lists in French. */
#include "resolve_french.h"

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
		    "//r:title", cases[i].wanted);
}

static void
test_headline_of_one_side(void **state)
{
	expect_paper(*state,
	    &(struct paper){.lang = "fr",
		.kind = "kind='other' level='ministers' format='lunch'",
		.parties = ORA_FR},
	    "//r:title", "Déjeuner de travail (Astérie)");
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
	    "//r:lead",
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
	    cmocka_unit_test(test_headlines),
	    cmocka_unit_test(test_headline_of_one_side),
	    cmocka_unit_test(test_visit_of_several_days),
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_marks_of_the_publication),
	    cmocka_unit_test(test_attendance),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
