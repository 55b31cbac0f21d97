/* SPDX-License-Identifier: MIT */
/* Whole files: what is refused, and that a file is replaced or untouched. */
#include "folder.h"
#include <dirent.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <signal.h>

static int
count_entries(void)
{
	DIR *dir = opendir(".");
	struct dirent *entry;
	int count = 0;

	assert_non_null(dir);
	while ((entry = readdir(dir)))
		count += strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0;
	closedir(dir);
	return count;
}

static void
test_write_read_replace(void **state)
{
	struct stat info;

	(void)state;
	umask(022);
	assert_int_equal(dd_file_write("a", "one", 3, NULL), DD_OK);
	stat("a", &info);
	assert_int_equal(info.st_mode & 0777, 0644);
	chmod("a", 0600);
	assert_int_equal(dd_file_write("./a", "two", 3, NULL), DD_OK);
	expect_content("a", "two");
	stat("a", &info);
	assert_int_equal(info.st_mode & 0777, 0600);
	assert_int_equal(count_entries(), 1);
}

static void
test_reading_stops_behind_the_cap(void **state)
{
	struct dd_buffer b;

	(void)state;
	dd_file_write("a", "0123456789", 10, NULL);
	for (size_t max = 9; max <= 11; max++) {
		dd_buffer_init(&b, 0);
		assert_int_equal(dd_file_read("a", max, &b, NULL), DD_OK);
		assert_int_equal(b.len, max < 10 ? max + 1 : 10);
		dd_buffer_release(&b);
	}
}

static void
test_what_is_no_file_is_refused(void **state)
{
	static const char *const paths[] = {
	    ".", "fifo", "/dev/zero", "missing", "", "missing/a"};
	struct dd_error error;
	struct dd_buffer b;

	(void)state;
	assert_int_equal(mkfifo("fifo", 0600), 0);
	dd_buffer_init(&b, 0);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		error = (struct dd_error){0};
		assert_int_equal(
		    dd_file_read(paths[i], 10, &b, &error), DD_E_INPUT);
		assert_int_equal(error.code, DD_E_INPUT);
		if (strcmp(paths[i], "/dev/zero") == 0)
			continue;
		error = (struct dd_error){0};
		if (strcmp(paths[i], "missing") != 0)
			assert_int_equal(
			    dd_file_write(paths[i], "x", 1, &error),
			    DD_E_OUTPUT);
	}
	assert_int_equal(b.len, 0);
	dd_buffer_release(&b);
	assert_int_equal(count_entries(), 1);
}

static void
test_links_are_not_written_through(void **state)
{
	struct dd_error error = {0};

	(void)state;
	dd_file_write("a", "one", 3, NULL);
	assert_int_equal(symlink("a", "link"), 0);
	assert_int_equal(dd_file_write("link", "two", 3, &error), DD_E_OUTPUT);
	assert_non_null(strstr(error.text, "symbolic link"));
	expect_content("a", "one");
	assert_int_equal(count_entries(), 2);
}

/* A disk that is full: the old file stays and no temporary file does. */
static void
test_failed_write_changes_nothing(void **state)
{
	struct rlimit old, small;
	struct dd_error error = {0};
	int result;

	(void)state;
	dd_file_write("a", "one", 3, NULL);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	small = old;
	small.rlim_cur = 2;
	setrlimit(RLIMIT_FSIZE, &small);
	result = dd_file_write("a", "twelve", 6, &error);
	setrlimit(RLIMIT_FSIZE, &old);
	assert_int_equal(result, DD_E_OUTPUT);
	assert_non_null(strstr(error.text, "`a` cannot be written"));
	expect_content("a", "one");
	assert_int_equal(count_entries(), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_FOLDER(test_write_read_replace),
	    IN_FOLDER(test_reading_stops_behind_the_cap),
	    IN_FOLDER(test_what_is_no_file_is_refused),
	    IN_FOLDER(test_links_are_not_written_through),
	    IN_FOLDER(test_failed_write_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
