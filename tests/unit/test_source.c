/* SPDX-License-Identifier: MIT */
/* Offsets to lines, columns and bytes of the file, for every encoding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "xml/gate.h"
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

/* One line of many KiB: every character, wherever checkpoints cut it. */
static void
test_one_long_line(void **state)
{
	static const char *const parts[] = {
	    "\xF0\x9F\x98\x80", "a", "\xE2\x82\xAC", "\xC3\xA9"};
	enum { COUNT = 5000 };
	struct dd_source s = {.name = "t", .encoding = DD_UTF_16BE, .bom = 2};
	struct dd_buffer text;
	struct dd_place place;
	size_t at = 0, byte = 2;

	(void)state;
	dd_buffer_init(&text, 0);
	for (size_t i = 0; i < COUNT; i++)
		dd_buffer_puts(&text, parts[i * i % 7 % 4]);
	s.text = dd_buffer_take(&text, &s.len);
	for (size_t i = 0; i < COUNT; i++) {
		const char *part = parts[i * i % 7 % 4];

		dd_source_place(
		    &s, (struct dd_range){at, at + strlen(part)}, &place);
		assert_int_equal(place.line, 1);
		assert_int_equal(place.column, i + 1);
		assert_int_equal(place.end_column, i + 2);
		assert_int_equal(place.byte, byte);
		byte += strlen(part) == 4 ? 4 : 2;
		assert_int_equal(place.end_byte, byte);
		at += strlen(part);
	}
	assert_int_equal(at, s.len);
	dd_source_release(&s);
}

/* Writes one character as a file in that encoding has it. */
static void
put_encoded(struct dd_buffer *out, enum dd_encoding encoding, uint32_t cp)
{
	uint32_t units[2] = {cp, 0};
	bool wide = encoding == DD_UTF_16LE || encoding == DD_UTF_16BE;

	if (encoding == DD_UTF_8) {
		dd_buffer_put_utf8(out, cp);
		return;
	}
	if (wide && cp > 0xFFFF) {
		units[0] = 0xD800 + ((cp - 0x10000) >> 10);
		units[1] = 0xDC00 + ((cp - 0x10000) & 0x3FF);
	}
	for (size_t i = 0; i < 2 && (i == 0 || units[1]); i++) {
		char bytes[2] = {(char)(units[i] >> 8), (char)units[i]};

		if (encoding == DD_UTF_16LE) {
			bytes[0] = (char)units[i];
			bytes[1] = (char)(units[i] >> 8);
		}
		dd_buffer_add(out, bytes + !wide, wide ? 2 : 1);
	}
}

struct file {
	const char *name; /* in the declaration */
	const char *mark;
	enum dd_encoding encoding;
	uint32_t odd; /* a character beyond US-ASCII, or none */
};

/* The file through the gate: each `Z` of its text must be placed at the byte
 * where one was written. */
static void
check_file(const struct file *file)
{
	struct dd_buffer bytes;
	struct dd_source source;
	struct dd_sink sink;
	struct dd_place place;
	size_t written[100], count = 0;
	char *text;

	dd_buffer_init(&bytes, 0);
	dd_buffer_printf(&bytes, "<?xml version='1.0' encoding='%s'?><a>%s",
	    file->name, "bbbbbbb\r\nbbb\nZb\rbbb\nZ\r\n\nZbZ</a>");
	text = dd_buffer_take(&bytes, NULL);
	dd_buffer_init(&bytes, 0);
	dd_buffer_puts(&bytes, file->mark);
	for (const char *p = text; *p; p++) {
		if (*p == 'Z')
			written[count++] = bytes.len;
		put_encoded(&bytes, file->encoding,
		    *p == 'b' && file->odd ? file->odd : (uint32_t)*p);
	}
	free(text);
	dd_sink_init(&sink, 10);
	assert_true(dd_gate("t.xml", bytes.data, bytes.len, &source, &sink));
	for (size_t at = 0, i = 0; at < source.len; at++) {
		if (source.text[at] != 'Z')
			continue;
		dd_source_place(
		    &source, (struct dd_range){at, source.len}, &place);
		assert_int_equal(place.byte, written[i++]);
		assert_int_equal(place.end_byte, bytes.len);
	}
	dd_source_release(&source);
	dd_sink_release(&sink);
	dd_buffer_release(&bytes);
}

static void
test_bytes_are_those_of_the_file(void **state)
{
	static const struct file files[] = {
	    {"UTF-8", "", DD_UTF_8, 0x1F600},
	    {"UTF-8", "\xEF\xBB\xBF", DD_UTF_8, 0xE9},
	    {"UTF-16", "\xFF\xFE", DD_UTF_16LE, 0x1F600},
	    {"UTF-16", "\xFE\xFF", DD_UTF_16BE, 0x20AC},
	    {"UTF-16BE", "\xFE\xFF", DD_UTF_16BE, 0x10FFFD},
	    {"US-ASCII", "", DD_US_ASCII, 0},
	    {"ISO-8859-1", "", DD_ISO_8859_1, 0xFF},
	    {"windows-1252", "", DD_WINDOWS_1252, 0xE9},
	};

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		check_file(&files[i]);
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
	    cmocka_unit_test(test_one_long_line),
	    cmocka_unit_test(test_bytes_are_those_of_the_file),
	    cmocka_unit_test(test_text_of_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
