/* SPDX-License-Identifier: MIT */
/* Journals: what was written is read, and a torn line is none. */
#include "folder.h"
#include <string.h>
#include <sys/stat.h>
#include "base/percent.h"
#include "cli/journal.h"

static const struct dd_journal_head head = {"check", "key one"};
static const struct dd_journal_head other = {"check", "key two"};

static struct dd_journal
open_journal(enum dd_journal_use use, const struct dd_journal_head *of,
    bool expect_other)
{
	struct dd_journal journal;
	struct dd_error error = {0};
	bool is_other = false;

	assert_int_equal(
	    dd_journal_open(&journal, "j", use, of, &is_other, &error), DD_OK);
	assert_int_equal(is_other, expect_other);
	return journal;
}

static void
add(struct dd_journal *journal, const char *name, int status)
{
	static const struct dd_product products[] = {
	    {"html", "out/a\tb.html", "0123", 17}};
	static const char *const said[] = {"One.", "Two."};
	struct dd_entry entry = {
	    .name = name,
	    .digest = "abcd",
	    .surroundings = "ef",
	    .status = status,
	    .record = "re\0cord",
	    .record_len = 7,
	    .failure_code = DD_E_ENGINE,
	    .failure = "It\nfailed.",
	    .products = products,
	    .product_count = 1,
	    .said = said,
	    .said_count = 2,
	};

	assert_int_equal(dd_journal_add(journal, &entry, NULL), DD_OK);
}

static void
expect_entry(const struct dd_journal *journal, const char *name, int status)
{
	struct dd_arena arena;
	struct dd_entry entry;

	dd_arena_init(&arena);
	assert_true(dd_journal_find(journal, name, &arena, &entry));
	assert_string_equal(entry.name, name);
	assert_int_equal(entry.status, status);
	assert_string_equal(entry.digest, "abcd");
	assert_string_equal(entry.surroundings, "ef");
	assert_int_equal(entry.record_len, 7);
	assert_memory_equal(entry.record, "re\0cord", 7);
	assert_int_equal(entry.failure_code, DD_E_ENGINE);
	assert_string_equal(entry.failure, "It\nfailed.");
	assert_int_equal(entry.product_count, 1);
	assert_string_equal(entry.products[0].format, "html");
	assert_string_equal(entry.products[0].path, "out/a\tb.html");
	assert_string_equal(entry.products[0].digest, "0123");
	assert_int_equal(entry.products[0].bytes, 17);
	assert_int_equal(entry.said_count, 2);
	assert_string_equal(entry.said[1], "Two.");
	dd_arena_release(&arena);
}

static void
test_written_and_read(void **state)
{
	struct dd_journal journal =
	    open_journal(DD_JOURNAL_RESUME, &head, false);

	(void)state;
	add(&journal, "a\n\t%0A\xff.xml", 1);
	add(&journal, "b", 0);
	add(&journal, "b", 4);
	assert_int_equal(dd_journal_close(&journal, NULL), DD_OK);
	journal = open_journal(DD_JOURNAL_READ, NULL, false);
	assert_string_equal(journal.head.command, "check");
	assert_string_equal(journal.head.key, "key one");
	assert_int_equal(journal.lines, 3);
	assert_int_equal(journal.cut, 0);
	expect_entry(&journal, "a\n\t%0A\xff.xml", 1);
	expect_entry(&journal, "b", 4);
	assert_int_equal(dd_journal_close(&journal, NULL), DD_OK);
}

static size_t
get_size(void)
{
	struct stat info;

	assert_int_equal(stat("j", &info), 0);
	return (size_t)info.st_size;
}

/* Killed at any byte: whole lines stay, the rest goes, and it goes on. */
static void
test_torn_anywhere(void **state)
{
	struct dd_journal journal =
	    open_journal(DD_JOURNAL_RESUME, &head, false);
	size_t first, second, head_size = get_size();
	struct dd_buffer bytes;

	(void)state;
	add(&journal, "a", 1);
	first = get_size();
	add(&journal, "b", 2);
	second = get_size();
	dd_journal_close(&journal, NULL);
	dd_buffer_init(&bytes, 0);
	dd_file_read("j", 10000, &bytes, NULL);
	for (size_t size = 0; size <= second; size++) {
		assert_int_equal(
		    dd_file_write("j", bytes.data, size, NULL), DD_OK);
		journal = open_journal(DD_JOURNAL_RESUME, &head, false);
		assert_int_equal(
		    journal.lines, (size >= first) + (size >= second));
		add(&journal, "c", 3);
		dd_journal_close(&journal, NULL);
		assert_int_equal(get_size() - (second - first),
		    size < first	? head_size
			: size < second ? first
					: second);
		journal = open_journal(DD_JOURNAL_READ, NULL, false);
		expect_entry(&journal, "c", 3);
		dd_journal_close(&journal, NULL);
	}
	dd_buffer_release(&bytes);
}

/* A line that was changed is not believed, nor what stands behind it. */
static void
test_changed_lines(void **state)
{
	struct dd_journal journal =
	    open_journal(DD_JOURNAL_RESUME, &head, false);
	struct dd_buffer bytes;
	char *at;

	(void)state;
	add(&journal, "a", 1);
	add(&journal, "b", 2);
	dd_journal_close(&journal, NULL);
	dd_buffer_init(&bytes, 0);
	dd_file_read("j", 10000, &bytes, NULL);
	at = strstr(bytes.data, "\tb\t");
	at[1] = 'c';
	dd_file_write("j", bytes.data, bytes.len, NULL);
	journal = open_journal(DD_JOURNAL_READ, NULL, false);
	assert_int_equal(journal.lines, 1);
	assert_true(journal.cut > 0);
	dd_journal_close(&journal, NULL);
	dd_buffer_release(&bytes);
}

static void
test_other_runs(void **state)
{
	struct dd_journal journal =
	    open_journal(DD_JOURNAL_RESUME, &head, false);
	struct dd_journal second;
	struct dd_error error = {0};
	bool is_other;

	(void)state;
	add(&journal, "a", 1);
	assert_int_equal(dd_journal_open(&second, "j", DD_JOURNAL_RESUME, &head,
			     &is_other, &error),
	    DD_E_USAGE);
	assert_non_null(strstr(error.text, "in use"));
	dd_journal_close(&second, NULL);
	dd_journal_close(&journal, NULL);
	journal = open_journal(DD_JOURNAL_RESUME, &other, true);
	assert_int_equal(journal.entries.count, 0);
	dd_journal_close(&journal, NULL);
	journal = open_journal(DD_JOURNAL_RENEW, &head, false);
	dd_journal_close(&journal, NULL);
}

static void
test_what_is_no_journal(void **state)
{
	static const char *const texts[] = {
	    "hello\n", "<a/>", "0123456789abcdef\tx"};
	struct dd_journal journal;
	struct dd_error error;
	bool is_other;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		error = (struct dd_error){0};
		dd_file_write("j", texts[i], strlen(texts[i]), NULL);
		for (int use = DD_JOURNAL_READ; use <= DD_JOURNAL_RENEW; use++)
			assert_int_equal(dd_journal_open(&journal, "j",
					     (enum dd_journal_use)use, &head,
					     &is_other, &error),
			    DD_E_USAGE),
			    dd_journal_close(&journal, NULL);
		expect_content("j", texts[i]);
	}
	assert_int_equal(dd_journal_open(&journal, "none", DD_JOURNAL_READ,
			     NULL, &is_other, NULL),
	    DD_E_INPUT);
	dd_journal_close(&journal, NULL);
	assert_int_equal(dd_journal_open(&journal, "/dev/null",
			     DD_JOURNAL_RENEW, &head, &is_other, NULL),
	    DD_E_USAGE);
	dd_journal_close(&journal, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_FOLDER(test_written_and_read),
	    IN_FOLDER(test_torn_anywhere),
	    IN_FOLDER(test_changed_lines),
	    IN_FOLDER(test_other_runs),
	    IN_FOLDER(test_what_is_no_journal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
