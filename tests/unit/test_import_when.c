/* SPDX-License-Identifier: MIT */
/* Which zone and instant the clocks of a text mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/resource.h"
#include "import/when.h"
#include "model/house.h"
#include "xml/node.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { NEXT_DAY = -1, BEFORE = 1 };

static struct {
	struct dd_resource_set resources;
	struct dd_house house; /* at home in Asia/Tokyo */
	struct dd_names_set set;
	const struct dd_names *names;
	struct dd_zone_db zones;
	struct dd_arena arena;
} all;

static int
set_up(void **state)
{
	static const char house[] =
	    "<house xmlns=\"" DD_NS_HOUSE "\" id=\"h\" xml:lang=\"en\">"
	    "<home country=\"XO\" zone=\"Asia/Tokyo\"/></house>";
	struct dd_resource places;

	(void)state;
	dd_resource_set_init(&all.resources);
	dd_names_set_init(&all.set);
	dd_zone_db_init(&all.zones, NULL);
	if (dd_resource_get(&all.resources, "data/places.tsv", &places, NULL) !=
		0 ||
	    dd_house_read(
		&all.house, NULL, "house", house, strlen(house), NULL) != 0)
		return -1;
	all.names = dd_names_get(&all.set, &all.house, "en", places.data);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	dd_house_release(&all.house);
	dd_names_set_release(&all.set);
	dd_zone_db_release(&all.zones);
	dd_resource_set_release(&all.resources);
	dd_arena_release(&all.arena);
	return 0;
}

struct text {
	const char *country, *zone; /* as the place says; or NULL */
	const char *clock;	    /* "2024-09-23 10:00" */
	const char *home;	    /* "23:00", or NULL */
	int shift;		    /* NEXT_DAY, BEFORE or 0 */
	const char *start, *found;  /* its instant and zone; NULL: not known */
};

static int
read_number(const char *text, size_t from, size_t len)
{
	char digits[8] = "";

	memcpy(digits, text + from, len);
	return atoi(digits);
}

static struct dd_found_clock
read_clock(const char *text)
{
	return (struct dd_found_clock){
	    .known = true,
	    .hour = read_number(text, 0, 2),
	    .minute = read_number(text, 3, 2),
	    .has_minute = true,
	};
}

static struct dd_found_when
find(const struct text *text)
{
	struct dd_lead lead = {
	    .arena = &all.arena,
	    .names = all.names,
	    .house = &all.house,
	    .own_country = "XO",
	    .format = "inPerson",
	    .country = text->country,
	    .zone = text->zone,
	    .date = {read_number(text->clock, 0, 4),
		read_number(text->clock, 5, 2), read_number(text->clock, 8, 2)},
	    .start = read_clock(text->clock + 11),
	};

	if (text->home) {
		lead.home = read_clock(text->home);
		lead.home.date.day = text->shift;
	}
	return dd_when_find(&lead, &all.zones);
}

static void
check(const struct text *texts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct dd_found_when when = find(&texts[i]);
		const char *zone = when.zone_known ? when.zone : NULL;
		char iso[DD_ISO_SIZE] = "";

		if (when.known)
			dd_moment_iso(&when.start, iso);
		if (when.known != (texts[i].start != NULL) ||
		    (when.known && strcmp(iso, texts[i].start) != 0))
			fail_msg("%s %s is %s", texts[i].country,
			    texts[i].clock, when.known ? iso : when.reason);
		if ((zone == NULL) != (texts[i].found == NULL) ||
		    (zone && strcmp(zone, texts[i].found) != 0))
			fail_msg("%s %s: %s", texts[i].country, texts[i].clock,
			    zone ? zone : "(no zone)");
	}
}

/* The clock at home tells which of several zones it was. */
static void
test_countries_with_several_zones(void **state)
{
	static const struct text texts[] = {
	    {"US", NULL, "2024-09-23 10:00", "23:00", 0,
		"2024-09-23T10:00:00-04:00", "America/New_York"},
	    /* Phoenix and Los Angeles agree in summer alone. */
	    {"US", NULL, "2024-09-23 10:00", "02:00", NEXT_DAY,
		"2024-09-23T10:00:00-07:00", NULL},
	    {"US", NULL, "2024-01-23 10:00", "03:00", NEXT_DAY,
		"2024-01-23T10:00:00-08:00", "America/Los_Angeles"},
	    {"US", NULL, "2024-09-23 10:00", "05:00", NEXT_DAY,
		"2024-09-23T10:00:00-10:00", "Pacific/Honolulu"},
	    {"RU", NULL, "2019-09-05 10:00", "09:00", 0,
		"2019-09-05T10:00:00+10:00", "Asia/Vladivostok"},
	    {"RU", NULL, "2019-01-22 15:00", "21:00", 0,
		"2019-01-22T15:00:00+03:00", "Europe/Moscow"},
	    {"ID", NULL, "2023-07-13 10:00", "12:00", 0,
		"2023-07-13T10:00:00+07:00", "Asia/Jakarta"},
	    {"ID", NULL, "2022-07-08 10:00", "11:00", 0,
		"2022-07-08T10:00:00+08:00", "Asia/Makassar"},
	    {"AU", NULL, "2025-02-03 10:00", "10:30", 0, NULL, NULL},
	    {"AU", NULL, "2025-02-03 10:00", "08:30", 0,
		"2025-02-03T10:00:00+10:30", "Australia/Adelaide"},
	    {"AU", NULL, "2025-02-03 10:00", "11:00", 0,
		"2025-02-03T10:00:00+08:00", "Australia/Perth"},
	    {"BR", NULL, "2024-02-21 10:00", "22:00", 0,
		"2024-02-21T10:00:00-03:00", "America/Sao_Paulo"},
	    {"BR", NULL, "2024-02-21 10:00", "23:00", 0,
		"2024-02-21T10:00:00-04:00", "America/Manaus"},
	    {"CA", NULL, "2025-06-17 10:00", "01:00", NEXT_DAY,
		"2025-06-17T10:00:00-06:00", NULL},
	    {"CA", NULL, "2025-06-17 10:00", "21:30", 0,
		"2025-06-17T10:00:00-02:30", "America/St_Johns"},
	    {"MX", NULL, "2025-01-17 10:00", "00:00", NEXT_DAY,
		"2025-01-17T10:00:00-05:00", "America/Cancun"},
	    {"KZ", NULL, "2023-07-17 10:00", "13:00", 0,
		"2023-07-17T10:00:00+06:00", "Asia/Almaty"},
	    {"CD", NULL, "2025-03-03 10:00", "18:00", 0,
		"2025-03-03T10:00:00+01:00", "Africa/Kinshasa"},
	    {"CD", NULL, "2025-03-03 10:00", "17:00", 0,
		"2025-03-03T10:00:00+02:00", "Africa/Lubumbashi"},
	    {"PT", NULL, "2025-07-03 10:00", "19:00", 0,
		"2025-07-03T10:00:00+00:00", "Atlantic/Azores"},
	};

	(void)state;
	check(texts, COUNT(texts));
}

/* Without it, it is not known. */
static void
test_several_zones_without_home(void **state)
{
	static const struct text texts[] = {
	    {"US", NULL, "2024-09-23 10:00", NULL, 0, NULL, NULL},
	    {"CD", NULL, "2025-03-03 10:00", NULL, 0, NULL, NULL},
	    {"DE", NULL, "2025-03-03 10:00", NULL, 0,
		"2025-03-03T10:00:00+01:00", "Europe/Berlin"},
	    {"US", "America/New_York", "2024-09-23 10:00", NULL, 0,
		"2024-09-23T10:00:00-04:00", "America/New_York"},
	    {"US", "America/New_York America/Los_Angeles", "2024-09-23 10:00",
		NULL, 0, NULL, NULL},
	    {"US", "America/New_York America/Los_Angeles", "2024-09-23 10:00",
		"23:00", 0, "2024-09-23T10:00:00-04:00", "America/New_York"},
	};

	(void)state;
	check(texts, COUNT(texts));
}

static void
test_half_hours_and_the_date_line(void **state)
{
	static const struct text texts[] = {
	    {"IN", NULL, "2025-03-03 10:00", "13:30", 0,
		"2025-03-03T10:00:00+05:30", "Asia/Kolkata"},
	    {"NP", NULL, "2025-03-03 10:00", "13:15", 0,
		"2025-03-03T10:00:00+05:45", "Asia/Kathmandu"},
	    {"IR", NULL, "2025-03-03 10:00", NULL, 0,
		"2025-03-03T10:00:00+03:30", "Asia/Tehran"},
	    {"WS", NULL, "2025-03-03 10:00", "06:00", 0,
		"2025-03-03T10:00:00+13:00", "Pacific/Apia"},
	    {"WS", NULL, "2011-12-29 10:00", "05:00", NEXT_DAY,
		"2011-12-29T10:00:00-10:00", "Pacific/Apia"},
	    {"KI", NULL, "2025-03-03 10:00", "05:00", 0,
		"2025-03-03T10:00:00+14:00", "Pacific/Kiritimati"},
	    {"KI", NULL, "2025-03-03 10:00", "07:00", 0,
		"2025-03-03T10:00:00+12:00", "Pacific/Tarawa"},
	    {"NZ", "Pacific/Auckland", "2025-01-15 02:00", "22:00", BEFORE,
		"2025-01-15T02:00:00+13:00", "Pacific/Auckland"},
	};

	(void)state;
	check(texts, COUNT(texts));
}

/* The night in which clocks change. */
static void
test_gaps_and_overlaps(void **state)
{
	static const struct text texts[] = {
	    {"CH", NULL, "2025-03-30 02:30", NULL, 0, NULL, NULL},
	    {"CH", NULL, "2025-03-30 02:30", "10:30", 0, NULL, NULL},
	    {"CH", NULL, "2025-10-26 02:30", NULL, 0, NULL, NULL},
	    {"CH", NULL, "2025-10-26 02:30", "09:30", 0,
		"2025-10-26T02:30:00+02:00", "Europe/Zurich"},
	    {"CH", NULL, "2025-10-26 02:30", "10:30", 0,
		"2025-10-26T02:30:00+01:00", "Europe/Zurich"},
	    {"CH", NULL, "2025-03-30 03:30", NULL, 0,
		"2025-03-30T03:30:00+02:00", "Europe/Zurich"},
	};
	struct dd_found_when when = find(&texts[0]);

	(void)state;
	check(texts, COUNT(texts));
	assert_non_null(strstr(when.reason, "clocks were changed"));
}

static void
test_clocks_that_contradict(void **state)
{
	static const struct text text = {
	    "CH", NULL, "2025-05-14 10:00", "18:00", 0, NULL, NULL};
	struct dd_found_when when = find(&text);

	(void)state;
	check(&text, 1);
	assert_true(when.contradicted);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_countries_with_several_zones),
	    cmocka_unit_test(test_several_zones_without_home),
	    cmocka_unit_test(test_half_hours_and_the_date_line),
	    cmocka_unit_test(test_gaps_and_overlaps),
	    cmocka_unit_test(test_clocks_that_contradict),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
