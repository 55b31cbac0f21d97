/* SPDX-License-Identifier: MIT */
/* Catalogues of messages: found by the English text, and refused when broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include "base/error.h"
#include "base/messages.h"
#include "diag/diagnostic.h"

enum {
	COUNT = 4,
	ORIGINALS = 20, /* offsets in the file that make_file makes */
	TRANSLATIONS = ORIGINALS + COUNT * 8,
	TEXTS = TRANSLATIONS + COUNT * 8,
	FILE_MAX = 512,
};

static const char *const pairs[COUNT][2] = {
    {"", "Language: ja\n"},
    {"%s before %s", "%2$s の前に %1$s"},
    {"May", "5月"},
    {"the title", "表題"},
};

struct file {
	unsigned char bytes[FILE_MAX];
	size_t len;
	bool big_endian;
};

static void
put_number(struct file *file, size_t at, size_t number)
{
	for (size_t i = 0; i < 4; i++)
		file->bytes[at + (file->big_endian ? 3 - i : i)] =
		    (unsigned char)(number >> 8 * i);
}

static void
put_text(struct file *file, size_t entry, const char *text)
{
	size_t len = strlen(text);

	put_number(file, entry, len);
	put_number(file, entry + 4, file->len);
	memcpy(file->bytes + file->len, text, len + 1);
	file->len += len + 1;
}

static struct file
make_file(bool big_endian)
{
	struct file file = {.len = TEXTS, .big_endian = big_endian};

	put_number(&file, 0, 0x950412de);
	put_number(&file, 8, COUNT);
	put_number(&file, 12, ORIGINALS);
	put_number(&file, 16, TRANSLATIONS);
	for (size_t i = 0; i < COUNT; i++)
		put_text(&file, ORIGINALS + i * 8, pairs[i][0]);
	for (size_t i = 0; i < COUNT; i++)
		put_text(&file, TRANSLATIONS + i * 8, pairs[i][1]);
	return file;
}

static void
test_find(void **state)
{
	(void)state;
	for (int big_endian = 0; big_endian < 2; big_endian++) {
		struct file file = make_file(big_endian);
		struct dd_messages messages;

		assert_int_equal(dd_messages_read(&messages, "ja", file.bytes,
				     file.len, NULL),
		    0);
		for (size_t i = 1; i < COUNT; i++)
			assert_string_equal(
			    dd_message(&messages, pairs[i][0]), pairs[i][1]);
		assert_string_equal(dd_message(&messages, "Ma"), "Ma");
		assert_string_equal(dd_message(&messages, "zzz"), "zzz");
		assert_string_equal(dd_message(&messages, ""), "");
		assert_string_equal(dd_messages_language(&messages), "ja");
	}
}

static void
test_english(void **state)
{
	struct dd_messages none = {0}, english;

	(void)state;
	assert_string_equal(dd_message(NULL, "May"), "May");
	assert_string_equal(dd_message(&none, "May"), "May");
	assert_string_equal(dd_messages_language(NULL), "en");
	assert_int_equal(dd_messages_open(&english, "en", NULL), 0);
	assert_string_equal(dd_messages_language(&english), "en");
}

static void
test_unknown(void **state)
{
	struct dd_messages messages = {0};
	struct dd_error error = {0};

	(void)state;
	assert_int_equal(dd_messages_open(&messages, "xx", &error), DD_E_USAGE);
	assert_non_null(strstr(error.text, "`xx`"));
	assert_non_null(strstr(error.text, "`en`"));
	assert_string_equal(dd_message(&messages, "May"), "May");
}

static void
assert_refused(const struct file *file)
{
	struct dd_messages messages = {0};
	struct dd_error error = {0};

	assert_int_equal(
	    dd_messages_read(&messages, "ja", file->bytes, file->len, &error),
	    DD_E_USAGE);
	assert_true(error.text[0]);
	assert_string_equal(dd_message(&messages, "May"), "May");
}

/* A file that is cut anywhere has lost at least its last NUL. */
static void
test_truncated(void **state)
{
	struct file file = make_file(false);

	(void)state;
	while (file.len-- > 0)
		assert_refused(&file);
}

/* One number each that cannot be. */
static void
test_broken(void **state)
{
	static const struct {
		size_t at, number;
	} rows[] = {
	    {0, 0x950412df},  /* no catalogue */
	    {4, 0x20000},     /* a revision to come */
	    {8, COUNT + 100}, /* more than fit */
	    {8, 0xffffffff},  /* so many that their size overflows */
	    {12, 0xfffffff8}, /* a table outside */
	    {16, 0xfffffff8},
	    {ORIGINALS + 8, 0xffffffff},  /* a text too long */
	    {ORIGINALS + 8, 3},		  /* without its NUL */
	    {ORIGINALS + 12, 0xffffffff}, /* a text outside */
	    {TRANSLATIONS + 8, 0xfffffff0},
	    {TRANSLATIONS + 12, FILE_MAX * 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct file file = make_file(false);

		put_number(&file, rows[i].at, rows[i].number);
		assert_refused(&file);
	}
}

/* In a table without order a search would miss what is there. */
static void
test_unsorted(void **state)
{
	struct file file = make_file(false);
	unsigned char entry[8];

	(void)state;
	memcpy(entry, file.bytes + ORIGINALS + 8, 8);
	memmove(file.bytes + ORIGINALS + 8, file.bytes + ORIGINALS + 16, 8);
	assert_refused(&file); /* twice the same */
	memcpy(file.bytes + ORIGINALS + 16, entry, 8);
	assert_refused(&file);
}

/* Arguments may come in another order in a translation. */
static void
test_report(void **state)
{
	struct file file = make_file(false);
	struct dd_messages messages;
	struct dd_diagnostic *found;
	struct dd_sink sink;

	(void)state;
	dd_messages_read(&messages, "ja", file.bytes, file.len, NULL);
	dd_sink_init(&sink, 2);
	sink.messages = &messages;
	found = dd_report(&sink, DD_ID_CLOCK_ORDER, (struct dd_range){0, 1},
	    "%s before %s", "A", "B");
	assert_string_equal(found->message, "B の前に A");
	dd_report_related(&sink, found, (struct dd_range){0, 1}, "the title");
	assert_string_equal(found->related->text, "表題");
	found = dd_report(&sink, DD_ID_CLOCK_ORDER, (struct dd_range){0, 1},
	    "%s stays English", "this");
	assert_string_equal(found->message, "this stays English");
	dd_sink_release(&sink);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_find),
	    cmocka_unit_test(test_english),
	    cmocka_unit_test(test_unknown),
	    cmocka_unit_test(test_truncated),
	    cmocka_unit_test(test_broken),
	    cmocka_unit_test(test_unsorted),
	    cmocka_unit_test(test_report),
	};

	return cmocka_run_group_tests_name("messages", tests, NULL, NULL);
}
