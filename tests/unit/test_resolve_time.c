/* SPDX-License-Identifier: MIT */
/* Clocks in every style of a house, home time, ends, lengths. The home of
 * the house is in the zone of Oslo. */
#include "resolve_check.h"

#define TIME "//r:event/r:fact[@key='time']"
#define END "//r:event/r:fact[@key='end']"

/* One fact of a start, with the clock style of a house or none. */
static void
expect_time(struct resolved *r, const char *style, const char *facts,
    const char *path, const char *wanted)
{
	char house[4096];

	snprintf(house, sizeof house, HOUSE(STYLE("en", "%s")), style);
	expect_paper(
	    r, &(struct paper){.house = house, .facts = facts}, path, wanted);
}

static void
test_every_clock_style(void **state)
{
	static const char *const times[] = {
	    "12:00", "12:05", "00:00", "00:05", "09:30", "13:00"};
	static const struct {
		const char *hours, *noon, *wanted[6];
	} styles[] = {
	    {"12", "zero",
		{"0:00 p.m.", "0:05 p.m.", "0:00 a.m.", "0:05 a.m.",
		    "9:30 a.m.", "1:00 p.m."}},
	    {"12", "twelve",
		{"12:00 p.m.", "12:05 p.m.", "12:00 a.m.", "12:05 a.m.",
		    "9:30 a.m.", "1:00 p.m."}},
	    {"12", "word",
		{"Noon", "12:05 p.m.", "12:00 a.m.", "12:05 a.m.", "9:30 a.m.",
		    "1:00 p.m."}},
	    {"24", "zero", {"12:00", "12:05", "0:00", "0:05", "9:30", "13:00"}},
	    {"24", "twelve",
		{"12:00", "12:05", "0:00", "0:05", "9:30", "13:00"}},
	    {"24", "word", {"Noon", "12:05", "0:00", "0:05", "9:30", "13:00"}},
	};

	for (size_t s = 0; s < sizeof styles / sizeof *styles; s++)
		for (size_t t = 0; t < sizeof times / sizeof *times; t++) {
			char style[64], facts[64];
			snprintf(style, sizeof style,
			    "<clock hours='%s' noon='%s'/>", styles[s].hours,
			    styles[s].noon);
			snprintf(facts, sizeof facts,
			    "<start when='2025-05-04T%s:00+02:00'/>", times[t]);
			expect_time(
			    *state, style, facts, TIME, styles[s].wanted[t]);
		}
}

static void
test_hedges_and_precision(void **state)
{
	static const struct {
		const char *start, *time, *lead;
	} cases[] = {
	    {"hedge='about'", "Around 9:30 a.m.",
		"commencing at around 9:30 a.m., "},
	    {"hedge='after'", "Shortly after 9:30 a.m.",
		"commencing shortly after 9:30 a.m., "},
	    {"hedge='before'", "Shortly before 9:30 a.m.",
		"commencing shortly before 9:30 a.m., "},
	    {"precision='hour'", "9 a.m.", "commencing at 9 a.m., "},
	    {"precision='hour' hedge='about'", "Around 9 a.m.",
		"commencing at around 9 a.m., "},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct resolved *r = *state;
		char facts[128], path[256];
		snprintf(facts, sizeof facts,
		    "<start when='2025-05-04T09:30:00+02:00' %s/>",
		    cases[i].start);
		snprintf(path, sizeof path,
		    "//r:lead[starts-with(., 'On May 4, %s')]/@generated",
		    cases[i].lead);
		open_paper(r, &(struct paper){.facts = facts});
		expect_path(r, TIME, cases[i].time);
		expect_path(r, path, "true");
		close_paper(r);
	}
}

/* The types of the schema collapse white space around a value. */
static void
test_spaced_values(void **state)
{
	expect_time(*state, "",
	    "<start when=' 2025-05-04T17:00:00+09:00' zone='\n"
	    "Asia/Tokyo ' show=' local'/>",
	    TIME, "5:00 p.m. local time");
}

static void
test_part_of_day(void **state)
{
	static const struct {
		const char *part, *wanted;
	} cases[] = {{"morning", "In the morning"},
	    {"afternoon", "In the afternoon"}, {"evening", "In the evening"},
	    {"night", "At night"}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char facts[128];
		snprintf(facts, sizeof facts,
		    "<start when='2025-05-04' partOfDay='%s'/>", cases[i].part);
		expect_time(*state, "", facts, TIME, cases[i].wanted);
	}
}

/* Both clocks: across midnight in both directions, and the turn of a year. */
static void
test_home_time(void **state)
{
	static const struct {
		const char *start, *wanted;
	} cases[] = {
	    {"'2025-05-04T09:30:00+02:00' zone='Europe/Oslo'", "9:30 a.m."},
	    {"'2025-05-04T09:30:00+02:00' zone='Europe/Paris'", "9:30 a.m."},
	    {"'2025-05-04T17:00:00+09:00' zone='Asia/Tokyo'",
		"5:00 p.m. local time (10:00 a.m. Asteria time)"},
	    {"'2025-05-04T03:00:00+09:00' zone='Asia/Tokyo'",
		"3:00 a.m. local time (8:00 p.m. on May 3, Asteria time)"},
	    {"'2025-05-04T20:00:00-04:00' zone='America/New_York'",
		"8:00 p.m. local time (2:00 a.m. on May 5, Asteria time)"},
	    {"'2024-12-31T20:00:00-05:00' zone='America/New_York'",
		"8:00 p.m. local time (2:00 a.m. on January 1, Asteria time)"},
	    {"'2025-01-01T03:00:00+09:00' zone='Asia/Tokyo'",
		"3:00 a.m. local time (7:00 p.m. on December 31, Asteria "
		"time)"},
	    {"'2025-05-04T17:00:00+09:00' zone='Asia/Tokyo' show='local'",
		"5:00 p.m. local time"},
	    {"'2025-05-04T17:00:00+09:00' zone='Asia/Tokyo' show='home'",
		"10:00 a.m. Asteria time"},
	    {"'2025-05-04T03:00:00+09:00' zone='Asia/Tokyo' show='home'",
		"8:00 p.m. on May 3, Asteria time"},
	    {"'2025-05-04T03:00:00+09:00' zone='Asia/Tokyo' show='both' "
	     "hedge='about'",
		"Around 3:00 a.m. local time (around 8:00 p.m. on May 3, "
		"Asteria time)"},
	    {"'2025-05-04T09:30:00+02:00' zone='Europe/Oslo' show='home'",
		"9:30 a.m."},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char facts[160];
		snprintf(
		    facts, sizeof facts, "<start when=%s/>", cases[i].start);
		expect_time(*state, "", facts, TIME, cases[i].wanted);
	}
}

/* A house without a home still says whose clock it was. */
static void
test_no_home(void **state)
{
	expect_paper(*state,
	    &(struct paper){.house = HOUSE_FILE(HOUSE_COUNTRIES),
		.facts = "<start when='2025-05-04T17:00:00+09:00' "
			 "zone='Asia/Tokyo'/>"},
	    TIME, "5:00 p.m. local time");
	expect_paper(*state,
	    &(struct paper){.house = HOUSE_FILE(HOUSE_COUNTRIES),
		.facts = "<start when='2025-05-04T17:00:00+09:00'/>"},
	    TIME, "5:00 p.m.");
}

static void
test_typed_values(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){
		.facts = "<start when='2025-03-30T00:30:00+01:00' "
			 "zone='Europe/Oslo'/><duration value='PT2H'/>"});
	expect_path(r, "//r:event/@start", "2025-03-30T00:30:00+01:00");
	expect_path(r, "//r:event/@end", "2025-03-30T03:30:00+02:00");
	expect_path(r, "//r:event/@home-end", "2025-03-30T03:30:00+02:00");
	expect_path(r, "//r:event/@duration", "PT2H");
	close_paper(r);
	expect_paper(r, &(struct paper){.facts = "<start when='2025-05-04'/>"},
	    "//r:event/@start | //r:event/@home-start", "2025-05-04");
}

static void
test_end_instead_of_a_length(void **state)
{
	static const struct {
		const char *end, *fact, *lead;
	} cases[] = {
	    {"when='2025-05-04T23:00:00+02:00'", "11:00 p.m.",
		"On May 4, commencing at 10:00 p.m. and ending at 11:00 "
		"p.m., "},
	    {"when='2025-05-04T23:00:00+02:00' hedge='before'",
		"Shortly before 11:00 p.m.",
		"On May 4, commencing at 10:00 p.m. and ending shortly before "
		"11:00 p.m., "},
	    {"when='2025-05-05T00:30:00+02:00'", "May 5, 12:30 a.m.",
		"On May 4, commencing at 10:00 p.m. and ending at 12:30 a.m. "
		"on May 5, "},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct resolved *r = *state;
		char facts[160], path[256];
		snprintf(facts, sizeof facts,
		    "<start when='2025-05-04T22:00:00+02:00'/><end %s/>",
		    cases[i].end);
		snprintf(path, sizeof path,
		    "//r:lead[starts-with(., '%s')]/@generated", cases[i].lead);
		open_paper(r, &(struct paper){.facts = facts});
		expect_path(r, END, cases[i].fact);
		expect_path(r, path, "true");
		close_paper(r);
	}
}

static void
test_lengths(void **state)
{
	static const struct {
		const char *duration, *wanted;
	} cases[] = {
	    {"value='PT45M'", "45 minutes"},
	    {"value='PT1M'", "1 minute"},
	    {"value='PT1H'", "1 hour"},
	    {"value='PT2H'", "2 hours"},
	    {"value='PT90M'", "1 hour and 30 minutes"},
	    {"value='PT1H1M' hedge='about'",
		"Approximately 1 hour and 1 minute"},
	    {"value='PT50M' hedge='over'", "Over 50 minutes"},
	    {"value='PT1H' hedge='under'", "Under 1 hour"},
	    {"value='PT1H45M' hedge='about' total='true'",
		"Approximately 1 hour and 45 minutes in total"},
	    {"value='PT26H'", "26 hours"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char facts[128];
		snprintf(
		    facts, sizeof facts, "<duration %s/>", cases[i].duration);
		expect_time(*state, "", facts, "//r:fact[@key='duration']",
		    cases[i].wanted);
	}
}

/* The date of the lead has the year where the dateline has another. */
static void
test_date_of_the_lead(void **state)
{
	static const struct {
		const char *style, *start, *wanted;
	} cases[] = {
	    {"", "2025-05-03", "May 3"},
	    {"", "2024-12-31", "December 31, 2024"},
	    {"<date year='true'/>", "2025-05-03", "May 3, 2025"},
	    {"<date weekday='true'/>", "2025-05-03", "Saturday, May 3"},
	    {"<date weekday='true' year='true'/>", "2025-05-03",
		"Saturday, May 3, 2025"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char facts[64];
		snprintf(
		    facts, sizeof facts, "<start when='%s'/>", cases[i].start);
		expect_time(*state, cases[i].style, facts, "//r:lead/r:time[1]",
		    cases[i].wanted);
	}
}

static void
test_sessions(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){
		.facts =
		    "<start when='2025-05-04T10:00:00+02:00'/>"
		    "<session kind='plenary'><start "
		    "when='2025-05-04T10:00:00+02:00'/><duration "
		    "value='PT30M'/></session><session kind='other'><title>Walk"
		    "</title><start when='2025-05-05T10:00:00+02:00'/>"
		    "</session>"});
	expect_path(r, "//r:session/r:name", "Plenary meeting|Walk");
	expect_path(r, "//r:session[1]/r:fact", "10:00 a.m.|30 minutes");
	expect_path(r, "//r:session[2]/r:fact", "May 5, 2025|10:00 a.m.");
	close_paper(r);
}

/* A label that an earlier fact has is not printed again. */
static void
test_labels_again(void **state)
{
	struct resolved *r = *state;

	open_paper(r,
	    &(struct paper){
		.facts = "<occasion relation='margins'>the Forum</occasion>"
			 "<occasion relation='margins'>the Fair</occasion>"});
	expect_path(r, "//r:fact[@key='occasion'][1]/@again", "");
	expect_path(r, "//r:fact[@again='true']/@number", "2");
	close_paper(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_clock_style),
	    cmocka_unit_test(test_hedges_and_precision),
	    cmocka_unit_test(test_spaced_values),
	    cmocka_unit_test(test_part_of_day),
	    cmocka_unit_test(test_home_time),
	    cmocka_unit_test(test_no_home),
	    cmocka_unit_test(test_typed_values),
	    cmocka_unit_test(test_end_instead_of_a_length),
	    cmocka_unit_test(test_lengths),
	    cmocka_unit_test(test_date_of_the_lead),
	    cmocka_unit_test(test_sessions),
	    cmocka_unit_test(test_labels_again),
	};

	return cmocka_run_group_tests(tests, set_up_engine, tear_down_engine);
}
