/* SPDX-License-Identifier: MIT */
/* The sink: order, cap, counts; the catalogue: unique, sorted, filled. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "diag/diagnostic.h"

static struct dd_range
make_range(size_t start)
{
	return (struct dd_range){start, start + 1};
}

static void
test_catalogue(void **state)
{
	(void)state;
	for (int id = 0; id < DD_ID_COUNT; id++) {
		const struct dd_catalog_entry *e = dd_catalog((enum dd_id)id);

		assert_non_null(strchr(e->slug, '/'));
		assert_int_equal(e->meaning[strlen(e->meaning) - 1], '.');
		for (int other = 0; other < id; other++)
			assert_string_not_equal(
			    e->slug, dd_catalog((enum dd_id)other)->slug);
	}
	assert_string_equal(dd_level_name(DD_WARNING), "warning");
}

static void
test_sorted_by_start_then_id_then_order(void **state)
{
	static const char *const expected[] = {"d", "b", "c", "e", "a"};
	struct dd_diagnostic *d;
	struct dd_sink sink;
	size_t i = 0;

	(void)state;
	dd_sink_init(&sink, 10);
	dd_report(&sink, DD_ID_INPUT_EMPTY, make_range(9), "%s", "a");
	dd_report(&sink, DD_ID_INPUT_EMPTY, make_range(5), "%s", "b");
	dd_report(&sink, DD_ID_INPUT_EMPTY, make_range(5), "%s", "c");
	dd_report(&sink, DD_ID_INPUT_DOCTYPE, make_range(5), "%s", "d");
	dd_report(&sink, DD_ID_INPUT_XML_VERSION, make_range(5), "%s", "e");
	dd_sink_sort(&sink);
	for (d = sink.first; d; d = d->next)
		assert_string_equal(d->message, expected[i++]);
	assert_int_equal(i, 5);
	assert_string_equal(sink.last->message, "a");
	dd_sink_release(&sink);
}

static void
test_a_full_sink_still_counts(void **state)
{
	struct dd_diagnostic *d;
	struct dd_sink sink;

	(void)state;
	dd_sink_init(&sink, 2);
	for (size_t i = 0; i < 5; i++) {
		d = dd_report(&sink, DD_ID_INPUT_EMPTY, make_range(i), "x");
		assert_non_null(d);
		dd_report_related(&sink, d, make_range(i), "first");
		dd_report_related(&sink, d, make_range(i), "second");
		dd_report_detail(&sink, d, "raw");
	}
	assert_int_equal(sink.count, 2);
	assert_int_equal(sink.total, 5);
	assert_int_equal(sink.errors, 5);
	assert_null(sink.first->next->next);
	assert_string_equal(sink.first->related->text, "first");
	assert_string_equal(sink.first->related->next->text, "second");
	assert_string_equal(sink.last->detail, "raw");
	dd_sink_release(&sink);
}

/* What is called wrong is not told again; elsewhere, and before, all is. */
static void
test_echoes(void **state)
{
	static const char *const expected[] = {"early", "wrong", "outside"};
	struct dd_diagnostic *d;
	struct dd_sink sink;
	size_t i = 0;

	(void)state;
	dd_sink_init(&sink, 10);
	dd_report(&sink, DD_ID_INPUT_EMPTY, make_range(5), "early");
	dd_report(
	    &sink, DD_ID_SCHEMA_BAD_VALUE, (struct dd_range){5, 8}, "wrong");
	dd_report(&sink, DD_ID_INPUT_EMPTY, make_range(5), "at its start");
	dd_report(&sink, DD_ID_INPUT_EMPTY, make_range(8), "outside");
	dd_report(&sink, DD_ID_INPUT_EMPTY, make_range(7), "inside");
	dd_sink_drop_echoes(&sink, 2);
	for (d = sink.first; d; d = d->next)
		assert_string_equal(d->message, expected[i++]);
	assert_int_equal(i, 3);
	assert_string_equal(sink.last->message, "outside");
	assert_int_equal(sink.count, 3);
	assert_int_equal(sink.total, 3);
	assert_int_equal(sink.errors, 3);
	dd_sink_release(&sink);
}

/* A value that fills a document leaves a sentence that can be read. */
static void
test_a_long_value_is_cut(void **state)
{
	static char value[3 * 60000 + 1];
	const char *gap, *whole;
	struct dd_diagnostic *d;
	struct dd_sink sink;

	(void)state;
	dd_sink_init(&sink, 10);
	for (size_t i = 0; i < sizeof value - 1; i += 3)
		memcpy(value + i, "\xE6\x97\xA5", 3);
	d = dd_report(
	    &sink, DD_ID_INPUT_EMPTY, make_range(1), "It says `%s`.", value);
	dd_report_related(&sink, d, make_range(1), "`%s` stands here", value);
	assert_true(strlen(d->message) < 600);
	assert_memory_equal(d->message, "It says `\xE6", 10);
	assert_string_equal(d->message + strlen(d->message) - 3, "\xA5`.");
	assert_non_null(gap = strstr(d->message, "\xE2\x80\xA6"));
	assert_int_equal((gap - d->message - 9) % 3, 0);
	assert_memory_equal(gap + 3, "\xE6\x97\xA5", 3);
	assert_true(strlen(d->related->text) < 600);
	whole = value + sizeof value - 1 - 3 * 590;
	d = dd_report(&sink, DD_ID_INPUT_EMPTY, make_range(1), "%s.", whole);
	assert_int_equal(strlen(d->message), 3 * 590 + 1);
	dd_sink_release(&sink);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_catalogue),
	    cmocka_unit_test(test_sorted_by_start_then_id_then_order),
	    cmocka_unit_test(test_a_full_sink_still_counts),
	    cmocka_unit_test(test_echoes),
	    cmocka_unit_test(test_a_long_value_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
