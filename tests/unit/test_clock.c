/* SPDX-License-Identifier: MIT */
/* Dates, moments and lengths of time: read, counted, written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "model/clock.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void
test_only_real_dates_are_read(void **state)
{
	static const char *const wrong[] = {"", "2023", "2023-02-29",
	    "1900-02-29", "2023-13-01", "2023-00-01", "2023-04-31",
	    "2023-07-00", "0000-01-01", "2023-7-13", "2023-07-13Z",
	    "2023-07-13 ", " 2023-07-13", "-2023-07-13", "12023-07-13",
	    "2023/07/13", "2023-07-1a"};
	struct dd_date date = {1, 2, 3};

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		assert_false(dd_date_parse(wrong[i], &date));
		assert_int_equal(date.year * 100 + date.day, 103);
	}
	assert_true(dd_date_parse("2024-02-29", &date));
	assert_true(dd_date_parse("2000-02-29", &date));
	assert_true(dd_date_parse("0001-01-01", &date));
	assert_true(dd_date_parse("9999-12-31", &date));
	assert_int_equal(date.year, 9999);
	assert_int_equal(date.month, 12);
	assert_int_equal(date.day, 31);
}

/* By the calendar's own definition, one day after the other. */
static void
test_days_follow_each_other(void **state)
{
	struct dd_date date = {1, 1, 1};
	int64_t days = dd_date_days(date);
	int weekday = dd_date_weekday(date);

	(void)state;
	assert_int_equal(days, -719162);
	assert_int_equal(weekday, 1); /* a Monday */
	for (; date.year < 2450; days++, weekday = (weekday + 1) % 7) {
		char text[16];
		struct dd_date next, same;

		assert_int_equal(dd_date_days(date), days);
		assert_int_equal(dd_date_weekday(date), weekday);
		dd_date_iso(date, text);
		assert_true(dd_date_parse(text, &same));
		assert_int_equal(dd_date_compare(date, same), 0);
		next = dd_date_of_days(days + 1);
		assert_true(dd_date_compare(date, next) < 0);
		assert_true(dd_date_compare(next, date) > 0);
		if (next.day != date.day + 1) {
			assert_int_equal(next.day, 1);
			assert_int_equal(next.month, date.month % 12 + 1);
			next = (struct dd_date){
			    date.year, date.month, date.day + 1};
			dd_date_iso(next, text);
			assert_false(dd_date_parse(text, &same));
			next = dd_date_of_days(days + 1);
		}
		date = next;
	}
	assert_int_equal(dd_date_days((struct dd_date){1970, 1, 1}), 0);
	assert_int_equal(dd_date_weekday((struct dd_date){2023, 7, 13}), 4);
	assert_int_equal(dd_date_of_days(-719529).year, -1);
}

static void
check_moment(const char *text, int64_t utc, int offset, const char *iso)
{
	struct dd_moment m;
	char out[DD_ISO_SIZE];

	assert_true(dd_moment_parse(text, &m));
	assert_int_equal(m.utc, utc);
	assert_int_equal(m.offset, offset);
	dd_moment_iso(&m, out);
	assert_string_equal(out, iso);
}

static void
test_moments_are_read_and_written(void **state)
{
	(void)state;
	check_moment("2023-07-13T10:00:00+07:00", 1689217200, 25200,
	    "2023-07-13T10:00:00+07:00");
	check_moment("1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00+00:00");
	check_moment(
	    "1970-01-01T00:00:00-00:00", 0, 0, "1970-01-01T00:00:00+00:00");
	check_moment("2024-02-28T24:00:00-03:30", 1709177400, -12600,
	    "2024-02-29T00:00:00-03:30");
	check_moment("1969-12-31T23:59:59-14:00", 50399, -50400,
	    "1969-12-31T23:59:59-14:00");
	check_moment("9999-12-31T24:00:00Z", INT64_C(253402300800), 0,
	    "10000-01-01T00:00:00+00:00");
}

static void
test_other_moments_are_refused(void **state)
{
	static const char *const wrong[] = {"", "2023-07-13",
	    "2023-07-13T10:00:00", "2023-07-13T10:00+07:00",
	    "2023-07-13T10:00:00.5Z", "2023-07-13T10:00:00,5Z",
	    "2023-07-13T25:00:00Z", "2023-07-13T24:00:01Z",
	    "2023-07-13T24:01:00Z", "2023-07-13T10:60:00Z",
	    "2023-07-13T10:00:60Z", "2023-07-13T10:00:00+14:01",
	    "2023-07-13T10:00:00-15:00", "2023-07-13T10:00:00+07:60",
	    "2023-07-13T10:00:00+0700", "2023-07-13T10:00:00+07",
	    "2023-07-13T10:00:00ZZ", "2023-07-13t10:00:00Z",
	    "2023-07-13T10:00:00z", "2023-02-30T10:00:00Z",
	    "2023-07-13 10:00:00Z", "2023-07-13T-1:00:00Z"};
	struct dd_moment m = {.utc = 42};

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(dd_moment_parse(wrong[i], &m));
	assert_int_equal(m.utc, 42);
}

/* Tokyo by the sun was 9:18:59 east; ISO 8601 has no seconds for that. */
static void
test_offsets_with_seconds_keep_the_instant(void **state)
{
	struct dd_moment m = dd_moment_at(-3600000000, 33539), same;
	char out[DD_ISO_SIZE];

	(void)state;
	dd_moment_iso(&m, out);
	assert_true(dd_moment_parse(out, &same));
	assert_int_equal(same.utc, m.utc);
	assert_int_equal(same.offset, 33480);
	m = dd_moment_at(-3600000000, -33539);
	dd_moment_iso(&m, out);
	assert_true(dd_moment_parse(out, &same));
	assert_int_equal(same.utc, m.utc);
	assert_int_equal(same.offset, -33480);
}

static void
test_lengths_of_time(void **state)
{
	static const char *const wrong[] = {"", "PT", "P1D", "45M", "PT45",
	    "PT45S", "PT1.5H", "PT-5M", "-PT5M", "PT30M1H", "PT1H1H", "PT1H ",
	    "PT 1H", "PT123456M", "PTM", "PTH"};
	int64_t minutes = 7;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		assert_false(dd_duration_parse(wrong[i], &minutes));
	assert_int_equal(minutes, 7);
	assert_true(dd_duration_parse("PT45M", &minutes));
	assert_int_equal(minutes, 45);
	assert_true(dd_duration_parse("PT2H", &minutes));
	assert_int_equal(minutes, 120);
	assert_true(dd_duration_parse("PT2H30M", &minutes));
	assert_int_equal(minutes, 150);
	assert_true(dd_duration_parse("PT99999H99999M", &minutes));
	assert_int_equal(minutes, INT64_C(6099939));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_only_real_dates_are_read),
	    cmocka_unit_test(test_days_follow_each_other),
	    cmocka_unit_test(test_moments_are_read_and_written),
	    cmocka_unit_test(test_other_moments_are_refused),
	    cmocka_unit_test(test_offsets_with_seconds_keep_the_instant),
	    cmocka_unit_test(test_lengths_of_time),
	};

	return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
