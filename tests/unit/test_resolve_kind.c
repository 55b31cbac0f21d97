/* SPDX-License-Identifier: MIT */
/* Headline and first paragraph of every kind of meeting in every format. */
#include "resolve_check.h"

/* What is printed for a kind in each of some formats. */
struct row {
	const char *kind, *formats, *title, *verb, *noun;
};

#define ALL "inPerson telephone video hybrid breakfast lunch dinner reception"

static const struct row rows[] = {
    {"foreignMinisters", "inPerson hybrid",
	"Asteria-Borea Foreign Ministers’ Meeting", "held a meeting with",
	"meeting"},
    {"foreignMinisters", "telephone",
	"Asteria-Borea Foreign Ministers’ Telephone Talk",
	"held a telephone talk with", "talk"},
    {"foreignMinisters", "video",
	"Asteria-Borea Foreign Ministers’ Video Conference",
	"held a video conference with", "video conference"},
    {"foreignMinisters", "breakfast",
	"Asteria-Borea Foreign Ministers’ Working Breakfast",
	"held a working breakfast with", "working breakfast"},
    {"foreignMinisters", "lunch",
	"Asteria-Borea Foreign Ministers’ Working Lunch",
	"held a working lunch with", "working lunch"},
    {"foreignMinisters", "dinner",
	"Asteria-Borea Foreign Ministers’ Working Dinner",
	"held a working dinner with", "working dinner"},
    {"foreignMinisters", "reception",
	"Asteria-Borea Foreign Ministers’ Meeting", "met at a reception with",
	"reception"},
    {"summit", "inPerson hybrid", "Asteria-Borea Summit Meeting",
	"held a summit meeting with", "meeting"},
    {"summit", "telephone", "Asteria-Borea Summit Telephone Talk",
	"held a telephone talk with", "talk"},
    {"summit", "video", "Asteria-Borea Summit Video Conference",
	"held a video conference with", "video conference"},
    {"summit", "breakfast", "Asteria-Borea Summit Working Breakfast",
	"held a working breakfast with", "working breakfast"},
    {"summit", "lunch", "Asteria-Borea Summit Working Lunch",
	"held a working lunch with", "working lunch"},
    {"summit", "dinner", "Asteria-Borea Summit Working Dinner",
	"held a working dinner with", "working dinner"},
    {"summit", "reception", "Asteria-Borea Summit Meeting",
	"met at a reception with", "reception"},
    {"strategicDialogue", "inPerson hybrid reception",
	"Asteria-Borea Strategic Dialogue", "held a strategic dialogue with",
	"dialogue"},
    {"strategicDialogue", "telephone", "Asteria-Borea Strategic Dialogue",
	"held a strategic dialogue by telephone with", "dialogue"},
    {"strategicDialogue", "video", "Asteria-Borea Strategic Dialogue",
	"held a strategic dialogue by video link with", "dialogue"},
    {"strategicDialogue", "breakfast", "Asteria-Borea Strategic Dialogue",
	"held a strategic dialogue over breakfast with", "dialogue"},
    {"strategicDialogue", "lunch", "Asteria-Borea Strategic Dialogue",
	"held a strategic dialogue over lunch with", "dialogue"},
    {"strategicDialogue", "dinner", "Asteria-Borea Strategic Dialogue",
	"held a strategic dialogue over dinner with", "dialogue"},
    {"twoPlusTwo", "inPerson hybrid reception",
	"Asteria-Borea Foreign and Defence Ministerial Meeting (“2+2”)",
	"held a “2+2” meeting with", "meeting"},
    {"twoPlusTwo", "telephone",
	"Asteria-Borea Foreign and Defence Ministerial Telephone Talk (“2+2”)",
	"held a “2+2” telephone talk with", "talk"},
    {"twoPlusTwo", "video",
	"Asteria-Borea Foreign and Defence Ministerial Video Conference "
	"(“2+2”)",
	"held a “2+2” video conference with", "video conference"},
    {"twoPlusTwo", "breakfast",
	"Asteria-Borea Foreign and Defence Ministerial Meeting (“2+2”)",
	"held a “2+2” meeting over breakfast with", "meeting"},
    {"twoPlusTwo", "lunch",
	"Asteria-Borea Foreign and Defence Ministerial Meeting (“2+2”)",
	"held a “2+2” meeting over lunch with", "meeting"},
    {"twoPlusTwo", "dinner",
	"Asteria-Borea Foreign and Defence Ministerial Meeting (“2+2”)",
	"held a “2+2” meeting over dinner with", "meeting"},
    {"viceMinisters", "inPerson hybrid",
	"Asteria-Borea Vice-Ministerial Meeting", "held a meeting with",
	"meeting"},
    {"viceMinisters", "telephone",
	"Asteria-Borea Vice-Ministerial Telephone Talk",
	"held a telephone talk with", "talk"},
    {"viceMinisters", "video",
	"Asteria-Borea Vice-Ministerial Video Conference",
	"held a video conference with", "video conference"},
    {"viceMinisters", "breakfast",
	"Asteria-Borea Vice-Ministerial Working Breakfast",
	"held a working breakfast with", "working breakfast"},
    {"viceMinisters", "lunch", "Asteria-Borea Vice-Ministerial Working Lunch",
	"held a working lunch with", "working lunch"},
    {"viceMinisters", "dinner", "Asteria-Borea Vice-Ministerial Working Dinner",
	"held a working dinner with", "working dinner"},
    {"viceMinisters", "reception", "Asteria-Borea Vice-Ministerial Meeting",
	"met at a reception with", "reception"},
    {"officials", "inPerson hybrid reception", "Asteria-Borea Consultations",
	"held consultations with", "consultations"},
    {"officials", "telephone", "Asteria-Borea Consultations",
	"held consultations by telephone with", "consultations"},
    {"officials", "video", "Asteria-Borea Consultations",
	"held consultations by video link with", "consultations"},
    {"officials", "breakfast", "Asteria-Borea Consultations",
	"held consultations over breakfast with", "consultations"},
    {"officials", "lunch", "Asteria-Borea Consultations",
	"held consultations over lunch with", "consultations"},
    {"officials", "dinner", "Asteria-Borea Consultations",
	"held consultations over dinner with", "consultations"},
    {"courtesyCall", ALL, "Courtesy Call on Ms. Ora by " B,
	"received a courtesy call from", "courtesy call"},
    {"informal", "inPerson hybrid", "Asteria-Borea Informal Talk",
	"had an informal talk with", "talk"},
    {"informal", "telephone", "Asteria-Borea Informal Talk",
	"had an informal telephone talk with", "talk"},
    {"informal", "video", "Asteria-Borea Informal Talk",
	"had an informal talk by video link with", "talk"},
    {"informal", "breakfast", "Asteria-Borea Informal Talk",
	"had an informal talk over breakfast with", "talk"},
    {"informal", "lunch", "Asteria-Borea Informal Talk",
	"had an informal talk over lunch with", "talk"},
    {"informal", "dinner", "Asteria-Borea Informal Talk",
	"had an informal talk over dinner with", "talk"},
    {"informal", "reception", "Asteria-Borea Informal Talk",
	"had an informal talk at a reception with", "talk"},
    {"multilateral", "inPerson hybrid",
	"Asteria-Borea Foreign Ministers’ Meeting", "held a meeting with",
	"meeting"},
    {"multilateral", "telephone",
	"Asteria-Borea Foreign Ministers’ Telephone Talk",
	"held a telephone talk with", "talk"},
    {"multilateral", "video",
	"Asteria-Borea Foreign Ministers’ Video Conference",
	"held a video conference with", "video conference"},
    {"multilateral", "breakfast",
	"Asteria-Borea Foreign Ministers’ Working Breakfast",
	"held a working breakfast with", "working breakfast"},
    {"multilateral", "lunch", "Asteria-Borea Foreign Ministers’ Working Lunch",
	"held a working lunch with", "working lunch"},
    {"multilateral", "dinner",
	"Asteria-Borea Foreign Ministers’ Working Dinner",
	"held a working dinner with", "working dinner"},
    {"multilateral", "reception", "Asteria-Borea Foreign Ministers’ Meeting",
	"met at a reception with", "reception"},
    {"visit", ALL, "Visit of Ms. Ora to the Kingdom of Borea",
	"visited the Kingdom of Borea and met with", "visit"},
    {"other", "inPerson hybrid", "Asteria-Borea Meeting", "held a meeting with",
	"meeting"},
    {"other", "telephone", "Asteria-Borea Telephone Talk",
	"held a telephone talk with", "talk"},
    {"other", "video", "Asteria-Borea Video Conference",
	"held a video conference with", "video conference"},
    {"other", "breakfast", "Asteria-Borea Working Breakfast",
	"held a working breakfast with", "working breakfast"},
    {"other", "lunch", "Asteria-Borea Working Lunch",
	"held a working lunch with", "working lunch"},
    {"other", "dinner", "Asteria-Borea Working Dinner",
	"held a working dinner with", "working dinner"},
    {"other", "reception", "Asteria-Borea Reception", "met at a reception with",
	"reception"},
};

static void
check_format(
    struct resolved *r, const struct row *row, const char *format, size_t len)
{
	char kind[160], lead[512];
	bool call = strcmp(row->kind, "courtesyCall") == 0;
	bool visit = strcmp(row->kind, "visit") == 0;

	snprintf(kind, sizeof kind,
	    "kind='%s' level='ministers' format='%.*s'%s", row->kind, (int)len,
	    format, call ? " received='own'" : "");
	snprintf(lead, sizeof lead,
	    A " %s " B "%s. The summary of the %s is as follows.", row->verb,
	    visit ? "" : ", in the Kingdom of Borea", row->noun);
	open_paper(
	    r, &(struct paper){.kind = kind, .facts = "<place country='XB'/>"});
	expect_path(r, "//r:title", row->title);
	expect_path(r, "//r:lead", lead);
	close_paper(r);
}

static void
test_every_kind_and_format(void **state)
{
	size_t checked = 0;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (const char *p = rows[i].formats; *p; checked++) {
			size_t len = strcspn(p, " ");
			check_format(*state, &rows[i], p, len);
			p += len + (p[len] == ' ');
		}
	assert_int_equal(checked, 11 * 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_kind_and_format),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
