/* SPDX-License-Identifier: MIT */
/* Offsets to lines, columns and bytes of the file, for every encoding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/memory.h"
#include "xml/source.h"

/* Lines: "aé", "b" (CRLF), "" (CR), the wide character and "z". */
#define TEXT "a\xC3\xA9\nb\r\n\r\xF0\x9F\x98\x80z"

static struct dd_source
make_source(const char *text, enum dd_encoding encoding, size_t bom)
{
	return (struct dd_source){.name = "t",
	    .encoding = encoding,
	    .bom = bom,
	    .text = dd_strdup(text),
	    .len = strlen(text)};
}

static void
test_lines_and_columns(void **state)
{
	static const struct {
		size_t offset, line, column;
	} rows[] = {{0, 1, 1}, {1, 1, 2}, {3, 1, 3}, {4, 2, 1}, {5, 2, 2},
	    {6, 2, 3}, {7, 3, 1}, {8, 4, 1}, {12, 4, 2}, {13, 4, 3},
	    {99, 4, 3}};
	struct dd_source s = make_source(TEXT, DD_UTF_8, 3);
	struct dd_place place;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		dd_source_place(&s,
		    (struct dd_range){rows[i].offset, rows[i].offset}, &place);
		assert_int_equal(place.line, rows[i].line);
		assert_int_equal(place.column, rows[i].column);
		assert_int_equal(place.end_line, rows[i].line);
		assert_int_equal(place.end_column, rows[i].column);
	}
	dd_source_release(&s);
}

static void
test_bytes_of_the_file(void **state)
{
	static const struct {
		enum dd_encoding encoding;
		size_t bom, byte, end;
	} rows[] = {
	    {DD_UTF_8, 0, 8, 13},
	    {DD_UTF_8, 3, 11, 16},
	    {DD_UTF_16LE, 2, 16, 22}, /* 7 units, then a pair and one more */
	    {DD_UTF_16BE, 2, 16, 22},
	    {DD_WINDOWS_1252, 0, 7, 9},
	};
	struct dd_place place;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct dd_source s =
		    make_source(TEXT, rows[i].encoding, rows[i].bom);

		dd_source_place(&s, (struct dd_range){8, 13}, &place);
		assert_int_equal(place.byte, rows[i].byte);
		assert_int_equal(place.end_byte, rows[i].end);
		dd_source_release(&s);
	}
}

static void
test_text_of_lines(void **state)
{
	static const char *const lines[] = {
	    "", "a\xC3\xA9", "b", "", "\xF0\x9F\x98\x80z", ""};
	struct dd_source s = make_source(TEXT, DD_UTF_8, 0);
	struct dd_source none = {.name = "t"};
	size_t len;

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		const char *text = dd_source_line(&s, i, &len);

		assert_int_equal(len, strlen(lines[i]));
		assert_memory_equal(text, lines[i], len);
	}
	dd_source_release(&s);
	dd_source_line(&none, 1, &len);
	assert_int_equal(len, 0);
	dd_source_release(&none);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lines_and_columns),
	    cmocka_unit_test(test_bytes_of_the_file),
	    cmocka_unit_test(test_text_of_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
