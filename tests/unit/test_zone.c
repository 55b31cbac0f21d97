/* SPDX-License-Identifier: MIT */
/* Zones of the installed zone data: names, offsets, gaps and folds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>
#include "base/error.h"
#include "base/file.h"
#include "model/zone.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static int
set_up(void **state)
{
	struct dd_zone_db *db = calloc(1, sizeof *db);

	dd_zone_db_init(db, NULL);
	*state = db;
	return 0;
}

static int
tear_down(void **state)
{
	dd_zone_db_release(*state);
	free(*state);
	return 0;
}

static const struct dd_zone *
find(struct dd_zone_db *db, const char *name)
{
	const struct dd_zone *zone = NULL;

	assert_int_equal(dd_zone_find(db, name, &zone, NULL), 0);
	assert_string_equal(dd_zone_name(zone), name);
	return zone;
}

static void
test_offsets_of_known_instants(void **state)
{
	static const struct {
		const char *zone, *moment;
	} cases[] = {
	    {"Asia/Jakarta", "2023-07-13T10:00:00+07:00"},
	    {"Asia/Tokyo", "2023-07-13T12:00:00+09:00"},
	    {"Asia/Tokyo", "1949-07-13T12:00:00+10:00"},
	    {"Asia/Kathmandu", "2024-01-01T12:00:00+05:45"},
	    {"Europe/Paris", "2024-07-14T12:00:00+02:00"},
	    {"Europe/Paris", "2024-12-24T12:00:00+01:00"},
	    {"Europe/Paris", "1999-07-14T12:00:00+02:00"},
	    {"Europe/Dublin", "2024-01-01T12:00:00+00:00"},
	    {"Europe/Dublin", "2024-07-01T12:00:00+01:00"},
	    {"America/New_York", "2023-03-12T01:59:59-05:00"},
	    {"America/New_York", "2023-03-12T03:00:00-04:00"},
	    {"Australia/Lord_Howe", "2024-01-01T12:00:00+11:00"},
	    {"Australia/Lord_Howe", "2024-07-01T12:00:00+10:30"},
	    {"America/Nuuk", "2024-07-01T12:00:00-01:00"},
	    {"Etc/GMT+12", "9999-12-31T23:59:59-12:00"},
	    {"Etc/UTC", "0001-01-01T00:00:00Z"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct dd_zone *zone = find(*state, cases[i].zone);
		struct dd_moment m;

		assert_true(dd_moment_parse(cases[i].moment, &m));
		assert_int_equal(dd_zone_offset(zone, m.utc), m.offset);
		assert_true(dd_zone_has_offset(zone, m.utc, m.offset));
		assert_false(dd_zone_has_offset(zone, m.utc, m.offset + 60));
	}
}

static void
test_gaps_and_folds(void **state)
{
	static const struct {
		const char *zone;
		struct dd_date date;
		struct dd_time time;
		size_t count;
		int offsets[2];
	} cases[] = {
	    {"Europe/Paris", {2023, 3, 26}, {1, 59, 59}, 1, {3600}},
	    {"Europe/Paris", {2023, 3, 26}, {2, 0, 0}, 0, {0}},
	    {"Europe/Paris", {2023, 3, 26}, {2, 59, 59}, 0, {0}},
	    {"Europe/Paris", {2023, 3, 26}, {3, 0, 0}, 1, {7200}},
	    {"Europe/Paris", {2023, 10, 29}, {1, 59, 59}, 1, {7200}},
	    {"Europe/Paris", {2023, 10, 29}, {2, 0, 0}, 2, {7200, 3600}},
	    {"Europe/Paris", {2023, 10, 29}, {2, 59, 59}, 2, {7200, 3600}},
	    {"Europe/Paris", {2023, 10, 29}, {3, 0, 0}, 1, {3600}},
	    {"America/New_York", {2023, 3, 12}, {2, 30, 0}, 0, {0}},
	    {"America/New_York", {2023, 11, 5}, {1, 30, 0}, 2,
		{-14400, -18000}},
	    {"America/New_York", {2023, 11, 5}, {2, 0, 0}, 1, {-18000}},
	    /* Samoa left out a whole day. */
	    {"Pacific/Apia", {2011, 12, 29}, {23, 59, 59}, 1, {-36000}},
	    {"Pacific/Apia", {2011, 12, 30}, {0, 0, 0}, 0, {0}},
	    {"Pacific/Apia", {2011, 12, 30}, {12, 0, 0}, 0, {0}},
	    {"Pacific/Apia", {2011, 12, 30}, {23, 59, 59}, 0, {0}},
	    {"Pacific/Apia", {2011, 12, 31}, {0, 0, 0}, 1, {50400}},
	    /* Alaska had the same day twice, in seconds of mean time. */
	    {"America/Sitka", {1867, 10, 18}, {15, 29, 0}, 1, {53927}},
	    {"America/Sitka", {1867, 10, 19}, {12, 0, 0}, 2, {53927, -32473}},
	    {"Asia/Jakarta", {2023, 7, 13}, {10, 0, 0}, 1, {25200}},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		int offsets[2] = {0, 0};
		size_t count = dd_zone_local(find(*state, cases[i].zone),
		    cases[i].date, cases[i].time, offsets);

		assert_int_equal(count, cases[i].count);
		for (size_t j = 0; j < count; j++)
			assert_int_equal(offsets[j], cases[i].offsets[j]);
	}
}

static void
test_a_zone_is_read_once(void **state)
{
	const struct dd_zone *zone = find(*state, "Asia/Seoul");

	assert_ptr_equal(find(*state, "Asia/Seoul"), zone);
	assert_int_equal(dd_zone_offset(zone, INT64_MAX / 4), 32400);
	assert_int_equal(
	    dd_zone_offset(find(*state, "Europe/Paris"), INT64_MIN / 4), 561);
}

static void
test_names_that_no_zone_has(void **state)
{
	static const char *const wrong[] = {"", "/", "Asia", "Asia/",
	    "Asia//Tokyo", "/Asia/Tokyo", "Asia/Tokyo/", "Asia/Tokyo/x",
	    "../zoneinfo/Asia/Tokyo", "Asia/../Asia/Tokyo", "./Asia/Tokyo",
	    "Asia/./Tokyo", "Asia/Tokio", "asia/tokyo", "localtime",
	    "posixrules", "posix/Asia/Tokyo", "right/Asia/Tokyo", "tzdata.zi",
	    "zone1970.tab", "Asia/Tokyo\n", "Asia\\Tokyo", "Asia/T\303\264kyo",
	    "\303\204sia/Tokyo", "America/Argentina",
	    ("A2345678901234567890123456789012345678901234567890123456789"
	     "0123456789")};

	for (size_t i = 0; i < COUNT(wrong); i++) {
		const struct dd_zone *zone = NULL;
		struct dd_error error = {0};

		assert_int_equal(
		    dd_zone_find(*state, wrong[i], &zone, &error), 1);
		assert_null(zone);
		assert_int_equal(error.code, 0);
	}
}

static void
test_names_that_were_meant(void **state)
{
	static const char *const cases[][2] = {{"Asia/Tokio", "Asia/Tokyo"},
	    {"asia/jakarta", "Asia/Jakarta"}, {"Jakarta", "Asia/Jakarta"},
	    {"Europe/Tokyo", "Asia/Tokyo"},
	    {"America/New York", "America/New_York"},
	    {"new york", "America/New_York"}, {"Asia/Soeul", "Asia/Seoul"}};
	char name[64];

	for (size_t i = 0; i < COUNT(cases); i++) {
		assert_true(
		    dd_zone_nearest(*state, cases[i][0], name, sizeof name));
		assert_string_equal(name, cases[i][1]);
	}
	assert_false(dd_zone_nearest(*state, "", name, sizeof name));
	assert_false(dd_zone_nearest(*state, "Nowhere/At_All", name, 64));
	assert_false(dd_zone_nearest(*state, "Asia/Tokio", name, 10));
	assert_true(dd_zone_nearest(*state, "Asia/Tokio", name, 11));
}

static void
check_missing(const char *directory, const char *name)
{
	struct dd_zone_db db;
	const struct dd_zone *zone = NULL;
	struct dd_error error = {0};
	char nearest[64];

	dd_zone_db_init(&db, directory);
	assert_int_equal(dd_zone_find(&db, name, &zone, &error), DD_E_ENGINE);
	assert_non_null(strstr(error.text, directory));
	assert_non_null(strstr(error.text, "`tzdata`"));
	assert_null(zone);
	assert_false(dd_zone_nearest(&db, name, nearest, sizeof nearest));
	dd_zone_db_release(&db);
}

static void
test_missing_zone_data(void **state)
{
	char directory[] = "/tmp/zone-test-XXXXXX";

	(void)state;
	assert_non_null(mkdtemp(directory));
	check_missing(directory, "Asia/Tokyo");
	check_missing(directory, "../Tokyo");
	assert_int_equal(rmdir(directory), 0);
	check_missing(directory, "Asia/Tokyo");
}

/* An old name without a file leads to the present one. */
static void
test_old_names_that_are_not_installed(void **state)
{
	static const char list[] = "# version 1\nR d 1916 o - Jun 14 23s 1 S\n"
				   "Z Asia/Kolkata 5:53:28 - LMT 1854 Jun 28\n"
				   "5:30 - IST\nZ\nL Asia/Kolkata\n"
				   "L Asia/Kolkata Asia/Calcutta\n";
	char directory[] = "/tmp/zone-test-XXXXXX", name[64];
	struct dd_zone_db db;

	(void)state;
	assert_non_null(mkdtemp(directory));
	assert_int_equal(chdir(directory), 0);
	assert_int_equal(mkdir("Asia", 0755), 0);
	dd_zone_db_init(&db, directory);
	assert_int_equal(
	    dd_file_write("tzdata.zi", list, sizeof list - 1, NULL), 0);
	assert_false(dd_zone_nearest(&db, "Asia/Calcutta", name, 64));
	assert_int_equal(dd_file_write("Asia/Kolkata", "", 0, NULL), 0);
	assert_true(dd_zone_nearest(&db, "Asia/Calcutta", name, 64));
	assert_string_equal(name, "Asia/Kolkata");
	assert_true(dd_zone_nearest(&db, "Asia/Calcuta", name, 64));
	assert_string_equal(name, "Asia/Kolkata");
	dd_zone_db_release(&db);
	unlink("Asia/Kolkata");
	unlink("tzdata.zi");
	rmdir("Asia");
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(rmdir(directory), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_offsets_of_known_instants),
	    cmocka_unit_test(test_gaps_and_folds),
	    cmocka_unit_test(test_a_zone_is_read_once),
	    cmocka_unit_test(test_names_that_no_zone_has),
	    cmocka_unit_test(test_names_that_were_meant),
	    cmocka_unit_test(test_missing_zone_data),
	    cmocka_unit_test(test_old_names_that_are_not_installed),
	};

	return cmocka_run_group_tests_name("zone", tests, set_up, tear_down);
}
