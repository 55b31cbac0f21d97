/* SPDX-License-Identifier: MIT */
/* Names of states, organisations and cities in texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/resource.h"
#include "import/names.h"
#include "model/house.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct {
	struct dd_resource_set resources;
	struct dd_house house; /* one that has nothing */
	struct dd_names_set set;
	const char *places;
} all;

static int
set_up(void **state)
{
	struct dd_resource places;

	(void)state;
	dd_resource_set_init(&all.resources);
	dd_names_set_init(&all.set);
	if (dd_resource_get(&all.resources, "data/places.tsv", &places, NULL) !=
	    0)
		return -1;
	all.places = places.data;
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	dd_names_set_release(&all.set);
	dd_resource_set_release(&all.resources);
	return 0;
}

static const struct dd_names *
get(const char *lang)
{
	return dd_names_get(&all.set, &all.house, lang, all.places);
}

static void
test_states(void **state)
{
	static const struct {
		const char *lang, *text, *country;
	} cases[] = {
	    {"en", "the Republic of Korea", "KR"},
	    {"en", "ROK", "KR"},
	    {"en", "the DPRK", "KP"},
	    {"en", "the U.S.", "US"},
	    {"en", "the Lao PDR", "LA"},
	    {"en", "the Democratic Republic of the Congo", "CD"},
	    {"en", "the Republic of the Congo", "CG"},
	    {"en", "Guinea-Bissau", "GW"},
	    {"en", "Equatorial Guinea", "GQ"},
	    {"en", "Papua New Guinea", "PG"},
	    {"en", "Guinea", "GN"},
	    {"en", "Georgia", "GE"},
	    {"en", "Niger", "NE"},
	    {"en", "Côte d'Ivoire", "CI"},
	    {"en", "Türkiye", "TR"},
	    {"en", "chad", NULL},
	    {"en", "the margins", NULL},
	    {"en", "Orisia", NULL},
	    {"fr", "la République de Corée", "KR"},
	    {"fr", "le Royaume des Pays-Bas", "NL"},
	    {"fr", "les États-Unis d'Amérique", "US"},
	    {"ja", "大韓民国", "KR"},
	    {"ja", "英国を訪問中", "GB"},
	    {"ja", "訪問先のインドネシア共和国で", "ID"},
	    {"ko", "대한민국의", "KR"},
	    {"ko", "프랑스를", "FR"},
	    {"ko", "우리가", NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct dd_party_name *party = dd_names_party_in(
		    get(cases[i].lang), cases[i].text, strlen(cases[i].text));

		if (!cases[i].country && party)
			fail_msg("`%s` is %s", cases[i].text, party->country);
		else if (cases[i].country &&
		    (!party || !party->country ||
			strcmp(party->country, cases[i].country) != 0))
			fail_msg("`%s` is not known", cases[i].text);
	}
}

static void
test_names_that_do_not_tell(void **state)
{
	const struct dd_party_name *congo =
	    dd_names_party_in(get("en"), "Congo", 5);
	const struct dd_party_name *korea =
	    dd_names_party_in(get("en"), "Korea", 5);

	(void)state;
	assert_non_null(congo);
	assert_null(congo->country);
	assert_string_equal(congo->candidates, "CD CG");
	assert_non_null(korea);
	assert_string_equal(korea->country, "KR");
	assert_true(korea->likely);
}

static void
test_organisations(void **state)
{
	const struct dd_party_name *nato =
	    dd_names_party_in(get("en"), "NATO", 4);

	(void)state;
	assert_non_null(nato);
	assert_null(nato->country);
	assert_string_equal(nato->organisation, "nato");
	assert_string_equal(nato->longer, "North Atlantic Treaty Organization");
	assert_false(nato->of_house);
}

static void
test_peoples(void **state)
{
	static const struct {
		const char *text, *country;
	} cases[] = {
	    {"Japanese", "JP"},
	    {"Dutch", "NL"},
	    {"Filipino", "PH"},
	    {"Swiss", "CH"},
	    {"South African", "ZA"},
	    {"Nigerien", "NE"},
	    {"Nigerian", "NG"},
	};
	struct dd_arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct dd_tokens tokens = dd_tokens_of(&arena, cases[i].text);
		const struct dd_party_name *party;
		size_t count = 0;

		party = dd_names_people(get("en"), &tokens, 0, &count);
		assert_non_null(party);
		assert_string_equal(party->country, cases[i].country);
		assert_int_equal(count, tokens.count);
	}
	dd_arena_release(&arena);
}

/* "CC Zone", all of that name. */
static void
test_cities(void **state)
{
	static const struct {
		const char *lang, *text;
		const char *first, *zone;
		size_t count;
	} cases[] = {
	    {"en", "Davos", "CH", "Europe/Zurich", 1},
	    {"en", "Sharm El-Sheikh", "EG", "Africa/Cairo", 1},
	    {"en", "Da Nang", "VN", "Asia/Ho_Chi_Minh", 1},
	    {"en", "Washington, D.C.", "US", "America/New_York", 1},
	    {"en", "New York", "US", "America/New_York", 1},
	    {"en", "St. Gallen", "CH", "Europe/Zurich", 1},
	    {"en", "Ise-Shima", "JP", "Asia/Tokyo", 1},
	    {"en", "Kananaskis", "CA", "America/Edmonton", 1},
	    {"en", "San José", "US", "America/Los_Angeles", 2},
	    {"en", "Barbados", NULL, NULL, 0},
	    {"fr", "Genève", "CH", "Europe/Zurich", 1},
	    {"ja", "ジュネーブで", "CH", "Europe/Zurich", 1},
	    {"ja", "パリティ", NULL, NULL, 0},
	    {"ko", "히로시마에서", "JP", "Asia/Tokyo", 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct dd_city *city = dd_names_city_in(
		    get(cases[i].lang), cases[i].text, strlen(cases[i].text));
		size_t count = 0;

		for (const struct dd_city *c = city; c; c = c->other)
			count++;
		if (count != cases[i].count)
			fail_msg("`%s`: %zu cities", cases[i].text, count);
		if (!city)
			continue;
		assert_string_equal(city->country, cases[i].first);
		assert_string_equal(city->zone, cases[i].zone);
	}
}

static void
test_venues(void **state)
{
	const char text[] = "the UN Headquarters";
	const struct dd_named_venue *venue =
	    dd_names_venue_in(get("en"), text, strlen(text));

	(void)state;
	assert_non_null(venue);
	assert_string_equal(venue->country, "US");
	assert_string_equal(venue->city, "New York");
}

/* What was read once is kept. */
static void
test_names_are_kept(void **state)
{
	(void)state;
	assert_ptr_equal(get("en"), get("en"));
	assert_ptr_not_equal(get("en"), get("fr"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_states),
	    cmocka_unit_test(test_names_that_do_not_tell),
	    cmocka_unit_test(test_organisations),
	    cmocka_unit_test(test_peoples),
	    cmocka_unit_test(test_cities),
	    cmocka_unit_test(test_venues),
	    cmocka_unit_test(test_names_are_kept),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
