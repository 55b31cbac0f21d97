/* SPDX-License-Identifier: MIT */
/* The bytes of zone files and the rules in their footers, whole and broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "model/zone.h"
#include "model/zone_internal.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { HEADER = 44, SMALL_V1 = HEADER + 2 * 5 + 2 * 6 + 8 };

static void
put(struct dd_buffer *out, int64_t value, int bytes)
{
	while (bytes-- > 0)
		dd_buffer_putc(out, (char)((uint64_t)value >> 8 * bytes));
}

/* Two changes, in 2000 to 7200 seconds east and in 2001 back to 3600. */
static void
put_block(struct dd_buffer *out, char version, int time_size)
{
	dd_buffer_puts(out, "TZif");
	dd_buffer_putc(out, version);
	dd_buffer_repeat(out, 0, 15 + 3 * 4);
	put(out, 2, 4); /* changes */
	put(out, 2, 4); /* kinds of time */
	put(out, 8, 4); /* bytes of abbreviations */
	put(out, 946684800, time_size);
	put(out, 978307200, time_size);
	put(out, 0x0100, 2);
	put(out, 3600, 4);
	put(out, 0x0000, 2);
	put(out, 7200, 4);
	put(out, 0x0104, 2);
	dd_buffer_add(out, "CET\0CES", 8);
}

static void
put_file(struct dd_buffer *out, char version, const char *footer)
{
	put_block(out, version, 4);
	if (version) {
		put_block(out, version, 8);
		dd_buffer_printf(out, "\n%s\n", footer);
	}
}

/* What the reader says of the bytes, which are copied to be guarded. */
static const char *
decode(
    struct dd_zone *zone, struct dd_arena *arena, const void *data, size_t len)
{
	char *copy = malloc(len ? len : 1);
	const char *fault;

	memcpy(copy, data, len);
	memset(zone, 0, sizeof *zone);
	fault = dd_zone_decode(zone, arena, copy, len);
	free(copy);
	return fault;
}

static void
test_all_versions(void **state)
{
	static const char versions[] = {0, '2', '3', '4', '9'};
	struct dd_arena arena;

	(void)state;
	dd_arena_init(&arena);
	for (size_t i = 0; i < COUNT(versions); i++) {
		struct dd_buffer file;
		struct dd_zone zone;

		dd_buffer_init(&file, 0);
		put_file(&file, versions[i], i == 4 ? "" : "CET-1");
		assert_null(decode(&zone, &arena, file.data, file.len));
		assert_int_equal(dd_zone_offset(&zone, INT64_MIN), 3600);
		assert_int_equal(dd_zone_offset(&zone, 946684799), 3600);
		assert_int_equal(dd_zone_offset(&zone, 946684800), 7200);
		assert_int_equal(dd_zone_offset(&zone, 978307199), 7200);
		assert_int_equal(dd_zone_offset(&zone, 978307200), 3600);
		assert_int_equal(dd_zone_offset(&zone, INT64_MAX), 3600);
		dd_buffer_release(&file);
	}
	dd_arena_release(&arena);
}

/* One byte of a good file is replaced: the reader must say why not. */
static void
test_broken_bytes(void **state)
{
	enum { SECOND = SMALL_V1, BODY = SECOND + HEADER };
	static const struct {
		size_t at;
		unsigned char byte;
		const char *fault;
	} cases[] = {
	    {0, 't', "not a TZif file"},
	    {4, '1', "unknown version"},
	    {4, 0, "behind its end"},
	    {35, 3, "TZif"},
	    {39, 0, "TZif"},
	    {SECOND, 'X', "not a TZif file"},
	    {SECOND + 4, '3', "unknown version"},
	    {SECOND + 23, 1, "contradict each other"},
	    {SECOND + 27, 1, "contradict each other"},
	    {SECOND + 31, 1, "leap seconds"},
	    {SECOND + 32, 1, "cut off"},
	    {SECOND + 35, 0xff, "cut off"},
	    {SECOND + 36, 0xff, "cut off"},
	    {SECOND + 39, 0, "contradict each other"},
	    {SECOND + 43, 0, "contradict each other"},
	    {SECOND + 43, 7, "without an end"},
	    {BODY + 4, 0x7f, "not in order"},
	    {BODY + 8, 0x80, "not in order"},
	    {BODY + 16, 2, "unknown kind"},
	    {BODY + 17, 1, "contradicts its last change"},
	    {BODY + 18, 0x7f, "more than a day"},
	    {BODY + 18, 0x80, "more than a day"},
	    {BODY + 22, 2, "broken kind"},
	    {BODY + 23, 8, "broken kind"},
	    {BODY + 37, 'X', "without an end"},
	    {BODY + 38, 'X', "cut off"},
	    {BODY + 39, '-', "broken rule"},
	};
	struct dd_arena arena;
	struct dd_buffer file;
	struct dd_zone zone;

	(void)state;
	dd_arena_init(&arena);
	dd_buffer_init(&file, 0);
	put_file(&file, '2', "CET-1CEST,M3.5.0,M10.5.0/3");
	for (size_t i = 0; i < COUNT(cases); i++) {
		char old = file.data[cases[i].at];
		const char *fault;

		file.data[cases[i].at] = (char)cases[i].byte;
		fault = decode(&zone, &arena, file.data, file.len);
		assert_non_null(fault);
		if (!strstr(fault, cases[i].fault))
			fail_msg("%zu: %s", i, fault);
		file.data[cases[i].at] = old;
	}
	dd_buffer_release(&file);
	dd_arena_release(&arena);
}

static void
read_system_zone(const char *name, struct dd_buffer *file)
{
	char path[128];

	snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
	dd_buffer_init(file, 0);
	assert_int_equal(dd_file_read(path, 65536, file, NULL), 0);
}

/* No part of a file passes for the whole, and no byte too many. */
static void
test_truncated_files(void **state)
{
	static const char *const names[] = {
	    "Europe/Paris", "Asia/Tokyo", "Etc/UTC", "America/Nuuk"};
	struct dd_arena arena;

	(void)state;
	dd_arena_init(&arena);
	for (size_t i = 0; i < COUNT(names); i++) {
		struct dd_buffer file;
		struct dd_zone zone;

		read_system_zone(names[i], &file);
		assert_null(decode(&zone, &arena, file.data, file.len));
		for (size_t len = 0; len < file.len; len++)
			assert_non_null(decode(&zone, &arena, file.data, len));
		dd_buffer_putc(&file, '\n');
		assert_non_null(decode(&zone, &arena, file.data, file.len));
		dd_buffer_release(&file);
	}
	dd_arena_release(&arena);
}

/* Every bit turned: refused, or a zone that can be asked without harm. */
static void
test_turned_bits(void **state)
{
	struct dd_buffer file;

	(void)state;
	read_system_zone("America/New_York", &file);
	for (size_t bit = 0; bit < file.len * 8; bit++) {
		struct dd_arena arena;
		struct dd_zone zone;
		int offsets[2];

		dd_arena_init(&arena);
		file.data[bit / 8] ^= (char)(1 << bit % 8);
		if (!decode(&zone, &arena, file.data, file.len)) {
			int offset = dd_zone_offset(&zone, 1700000000);

			assert_in_range(offset + 90000, 1, 183599);
			assert_in_range(
			    dd_zone_local(&zone, (struct dd_date){2050, 7, 1},
				(struct dd_time){1, 0, 0}, offsets),
			    0, 2);
		}
		file.data[bit / 8] ^= (char)(1 << bit % 8);
		dd_arena_release(&arena);
	}
	dd_buffer_release(&file);
}

static void
test_rules_that_are_refused(void **state)
{
	static const char *const wrong[] = {"", "CET", "CE-1", "<+1-1",
	    "<+1>-1", "CET-25", "CET-1:60", "CET-1:", "CET-1CEST",
	    "CET-1CEST,M3.5.0", "CET-1CEST,M3.5.0,", "CET-1CEST,M0.5.0,M10.5.0",
	    "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0",
	    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0",
	    "CET-1CEST,M3.5,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,J366,J1",
	    "CET-1CEST,366,0", "CET-1CEST,M3.5.0/168,M10.5.0",
	    "CET-1CEST,M3.5.0/,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3x",
	    "CET-1CEST,M3.5.0,M10.5.0,", "CET-1 CEST,M3.5.0,M10.5.0",
	    "CET-99999999999999999999", ":Europe/Paris", "CET-+1",
	    "CET-1CEST-2-3,M3.5.0,M10.5.0", "-1", "CET--1"};
	struct dd_zone_rule rule;

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		if (dd_zone_rule_parse(wrong[i], strlen(wrong[i]), &rule))
			fail_msg("%s", wrong[i]);
	assert_false(dd_zone_rule_parse("CET-1\0", 6, &rule));
	assert_true(dd_zone_rule_parse("CET-1x", 5, &rule));
}

static void
test_rules_tell_the_offset(void **state)
{
	static const struct {
		const char *rule, *moment; /* the offset holds at the moment */
	} cases[] = {
	    {"<+0545>-5:45", "2024-01-01T00:00:00+05:45"},
	    {"XXX+3:30", "2024-01-01T00:00:00-03:30"},
	    {"EST5EDT,M3.2.0,M11.1.0", "2024-03-10T01:59:59-05:00"},
	    {"EST5EDT,M3.2.0,M11.1.0", "2024-03-10T03:00:00-04:00"},
	    {"EST5EDT,M3.2.0,M11.1.0", "2024-11-03T01:59:59-04:00"},
	    {"EST5EDT,M3.2.0,M11.1.0", "2024-11-03T01:00:00-05:00"},
	    {"NZST-12NZDT,M9.5.0,M4.1.0/3", "2024-01-01T00:00:00+13:00"},
	    {"NZST-12NZDT,M9.5.0,M4.1.0/3", "2024-12-31T23:59:59+13:00"},
	    {"NZST-12NZDT,M9.5.0,M4.1.0/3", "2024-07-01T00:00:00+12:00"},
	    {"IST-1GMT0,M10.5.0,M3.5.0/1", "2024-01-01T00:00:00+00:00"},
	    {"IST-1GMT0,M10.5.0,M3.5.0/1", "2024-07-01T00:00:00+01:00"},
	    /* J60 is 1 March in every year, 59 is 29 February in leap years. */
	    {"AAA0BBB,J60/0,J300/0", "2024-02-29T23:59:59+00:00"},
	    {"AAA0BBB,J60/0,J300/0", "2024-03-01T01:00:00+01:00"},
	    {"AAA0BBB,J60/0,J300/0", "2023-02-28T23:59:59+00:00"},
	    {"AAA0BBB,J60/0,J300/0", "2023-03-01T01:00:00+01:00"},
	    {"AAA0BBB,J59/0,J300/0", "2024-02-28T01:00:00+01:00"},
	    {"AAA0BBB,59/0,300/0", "2024-02-29T01:00:00+01:00"},
	    {"AAA0BBB,59/0,300/0", "2023-03-01T01:00:00+01:00"},
	    {"AAA0BBB,59/0,300/0", "2023-02-28T23:59:59+00:00"},
	    /* Hours before and far behind the day's midnight. */
	    {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-30T22:59:59-02:00"},
	    {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2024-03-31T00:00:00-01:00"},
	    {"IST-2IDT,M3.4.4/26,M10.5.0", "2024-03-29T01:59:59+02:00"},
	    {"IST-2IDT,M3.4.4/26,M10.5.0", "2024-03-29T03:00:00+03:00"},
	    {"AAA0BBB,J365/167,J100/0", "2025-01-06T22:59:59+00:00"},
	    {"AAA0BBB,J365/167,J100/0", "2025-01-07T00:00:00+01:00"},
	    {"AAA0BBB,J1/-167,J100/0", "2024-12-25T00:59:59+00:00"},
	    {"AAA0BBB,J1/-167,J100/0", "2024-12-25T02:00:00+01:00"},
	    /* All year long. */
	    {"EST5EDT,0/0,J365/25", "2024-01-01T00:00:00-04:00"},
	    {"EST5EDT,0/0,J365/25", "2024-12-31T23:59:59-04:00"},
	    {"EST5EDT,0/0,J365/25", "2023-12-31T23:59:59-04:00"},
	    {"EST5EDT,0/0,J365/25", "2025-01-01T00:30:00-04:00"},
	    {"CET-1CEST,M3.5.0,M10.5.0/3", "9999-07-01T00:00:00+02:00"},
	    {"CET-1CEST,M3.5.0,M10.5.0/3", "0001-01-02T00:00:00+01:00"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct dd_zone_rule rule;
		struct dd_moment m;

		assert_true(dd_moment_parse(cases[i].moment, &m));
		assert_true(dd_zone_rule_parse(
		    cases[i].rule, strlen(cases[i].rule), &rule));
		if (dd_zone_rule_offset(&rule, m.utc) != m.offset)
			fail_msg("%s %s: %d", cases[i].rule, cases[i].moment,
			    dd_zone_rule_offset(&rule, m.utc));
	}
}

/* A file that changes no more after 2001 but by its rule. */
static void
test_gaps_and_folds_of_a_rule(void **state)
{
	const struct dd_time night = {2, 30, 0};
	struct dd_arena arena;
	struct dd_buffer file;
	struct dd_zone zone;
	int offsets[2];

	(void)state;
	dd_arena_init(&arena);
	dd_buffer_init(&file, 0);
	put_file(&file, '3', "CET-1CEST,M3.5.0,M10.5.0/3");
	assert_null(decode(&zone, &arena, file.data, file.len));
	assert_int_equal(
	    dd_zone_local(&zone, (struct dd_date){2090, 3, 26}, night, offsets),
	    0);
	assert_int_equal(
	    dd_zone_local(&zone, (struct dd_date){2090, 3, 27}, night, offsets),
	    1);
	assert_int_equal(offsets[0], 7200);
	assert_int_equal(dd_zone_local(&zone, (struct dd_date){2090, 10, 29},
			     night, offsets),
	    2);
	assert_int_equal(offsets[0], 7200);
	assert_int_equal(offsets[1], 3600);
	dd_buffer_release(&file);
	dd_arena_release(&arena);
}

static void
check_find(const char *directory, int wanted, const char *words)
{
	struct dd_zone_db db;
	const struct dd_zone *zone = NULL;
	struct dd_error error = {0};

	dd_zone_db_init(&db, directory);
	assert_int_equal(dd_zone_find(&db, "Test", &zone, &error), wanted);
	assert_int_equal(zone == NULL, wanted != 0);
	assert_non_null(strstr(error.text, words));
	dd_zone_db_release(&db);
}

static void
test_broken_files_are_told_with_their_path(void **state)
{
	char directory[] = "/tmp/zone-test-XXXXXX", path[64];
	struct dd_buffer file;

	(void)state;
	assert_non_null(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/Test", directory);
	dd_buffer_init(&file, 0);
	put_file(&file, '2', "CET-1");
	assert_int_equal(dd_file_write(path, file.data, file.len, NULL), 0);
	check_find(directory, 0, "");
	assert_int_equal(dd_file_write(path, file.data, 100, NULL), 0);
	check_find(directory, DD_E_ENGINE, path);
	check_find(directory, DD_E_ENGINE, "is cut off");
	dd_buffer_repeat(&file, '\n', 300000);
	assert_int_equal(dd_file_write(path, file.data, file.len, NULL), 0);
	check_find(directory, DD_E_ENGINE, "too long");
	dd_buffer_release(&file);
	unlink(path);
	assert_int_equal(symlink("/dev/zero", path), 0);
	check_find(directory, DD_E_ENGINE, "device");
	unlink(path);
	assert_int_equal(symlink("Test", path), 0);
	check_find(directory, DD_E_ENGINE, path);
	unlink(path);
	assert_int_equal(rmdir(directory), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_all_versions),
	    cmocka_unit_test(test_broken_bytes),
	    cmocka_unit_test(test_truncated_files),
	    cmocka_unit_test(test_turned_bits),
	    cmocka_unit_test(test_rules_that_are_refused),
	    cmocka_unit_test(test_rules_tell_the_offset),
	    cmocka_unit_test(test_gaps_and_folds_of_a_rule),
	    cmocka_unit_test(test_broken_files_are_told_with_their_path),
	};

	return cmocka_run_group_tests_name("zone file", tests, NULL, NULL);
}
