/* SPDX-License-Identifier: MIT */
/* Columns that characters and clusters take; ICU judges the clusters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include "base/width.h"

static void
test_width(void **state)
{
	static const struct {
		const char *text;
		size_t columns;
	} rows[] = {
	    {"", 0},
	    {"abc", 3},
	    {"\xc3\xa9", 1},		     /* e acute */
	    {"e\xcc\x81", 1},		     /* e and combining acute */
	    {"\xe5\xa4\x96\xe5\x8b\x99", 4}, /* two ideographs */
	    {"\xef\xbc\xa1", 2},	     /* fullwidth A */
	    {"\xef\xbd\xb1", 1},	     /* halfwidth katakana */
	    {"\xe3\x80\x80", 2},	     /* ideographic space */
	    {"\xed\x95\x9c", 2},	     /* Hangul syllable */
	    {"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 2}, /* in jamo */
	    {"\xe2\x80\x99", 1}, /* quotation mark: ambiguous */
	    {"\xce\xb1", 1},	 /* alpha: ambiguous */
	    {"a\xe2\x80\x8b"
	     "b",
		2}, /* zero width space */
	    {"\xe2\x81\xa6"
	     "a\xe2\x81\xa9",
		1},		     /* isolates */
	    {"\xf0\x9f\x98\x80", 2}, /* emoji */
	    {"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d"
	     "\xf0\x9f\x91\xa7",
		2},				     /* family of three */
	    {"\xf0\x9f\x87\xaf\xf0\x9f\x87\xb5", 2}, /* flag */
	    {"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", 2}, /* thumb, skin tone */
	    {"\xe2\x9c\x8c\xf0\x9f\x8f\xbd", 2},     /* hand, skin tone */
	    {"1\xef\xb8\x8f\xe2\x83\xa3", 2},	     /* keycap */
	    {"\xe2\x9d\xa4\xef\xb8\x8f", 2},	     /* heart, emoji style */
	    {"\xe2\x9d\xa4", 1},		     /* heart */
	    {"a\xef\xb8\x8f", 1},		     /* selector on a letter */
	    {"\xf0\x9f\x8f\xb4\xf3\xa0\x81\xa7\xf3\xa0\x81\xa2\xf3\xa0\x81"
	     "\xbf",
		2}, /* flag with tags */
	    {"\xe2\x9d\xa4\xef\xb8\x8f\xe2\x80\x8d\xf0\x9f\x94\xa5", 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t columns =
		    dd_text_width(rows[i].text, strlen(rows[i].text));

		if (columns != rows[i].columns)
			print_message("# row %zu: %s\n", i, rows[i].text);
		assert_int_equal(columns, rows[i].columns);
	}
}

/* No cluster is wider than two columns, and a text is as wide as its
 * clusters, so a line break between clusters never changes a sum. */
static void
test_clusters(void **state)
{
	static const char text[] =
	    "e\xcc\x81\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"
	    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7"
	    "\xf0\x9f\x87\xaf\xf0\x9f\x87\xb5\xf0\x9f\x87\xab"
	    "\xf0\x9f\x87\xb7\xe0\xb8\x97\xe0\xb8\xb5\xe2\x80\x99"
	    "1\xef\xb8\x8f\xe2\x83\xa3\xe5\xa4\x96\xcc\x81 a";
	UErrorCode status = U_ZERO_ERROR;
	UText view = UTEXT_INITIALIZER;
	UBreakIterator *clusters =
	    ubrk_open(UBRK_CHARACTER, "root", NULL, 0, &status);
	size_t sum = 0, from = 0;
	int32_t at;

	(void)state;
	utext_openUTF8(&view, text, -1, &status);
	ubrk_setUText(clusters, &view, &status);
	assert_true(U_SUCCESS(status));
	ubrk_first(clusters);
	while ((at = ubrk_next(clusters)) != UBRK_DONE) {
		size_t columns = dd_text_width(text + from, (size_t)at - from);

		assert_in_range(columns, 1, 2);
		sum += columns;
		from = (size_t)at;
	}
	assert_int_equal(sum, dd_text_width(text, strlen(text)));
	ubrk_close(clusters);
	utext_close(&view);
}

static void
test_trim(void **state)
{
	(void)state;
	assert_int_equal(dd_text_trim("a  ", 3), 1);
	assert_int_equal(dd_text_trim("a\xe3\x80\x80", 4), 1);
	assert_int_equal(dd_text_trim(" \n", 2), 0);
	assert_int_equal(dd_text_trim("", 0), 0);
	assert_int_equal(dd_text_trim("\x80\xff", 2), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_width),
	    cmocka_unit_test(test_clusters),
	    cmocka_unit_test(test_trim),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
