/* SPDX-License-Identifier: MIT */
/* A folder of outputs: nothing gets out of it, nothing is half there. */
#include "folder.h"
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include "base/atomic.h"
#include "base/digest.h"
#include "base/store.h"

static int
write_below(const char *name, const char *text, struct dd_error *error)
{
	struct dd_store store;
	int result = dd_store_open(&store, "out", error);

	if (result == DD_OK)
		result =
		    dd_store_write(&store, name, text, strlen(text), error);
	if (result == DD_OK)
		result = dd_store_sync(&store, error);
	dd_store_release(&store);
	return result;
}

static void
test_folders_are_made(void **state)
{
	(void)state;
	assert_int_equal(write_below("a.html", "1", NULL), DD_OK);
	assert_int_equal(write_below("b/c/a.html", "2", NULL), DD_OK);
	assert_int_equal(write_below("b/c/a.html", "3", NULL), DD_OK);
	expect_content("out/a.html", "1");
	expect_content("out/b/c/a.html", "3");
}

static void
test_nothing_gets_out(void **state)
{
	static const char *const names[] = {"../outside/x", "b/../../outside/x",
	    "link/x", "b/link/x", "leaf", "file/x"};
	struct dd_error error;

	(void)state;
	assert_int_equal(write_below("b/a", "1", NULL), DD_OK);
	assert_int_equal(mkdir("outside", 0777), 0);
	assert_int_equal(symlink("../outside", "out/link"), 0);
	assert_int_equal(symlink("../../outside", "out/b/link"), 0);
	assert_int_equal(symlink("../outside/x", "out/leaf"), 0);
	assert_int_equal(write_below("file", "1", NULL), DD_OK);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		error = (struct dd_error){0};
		assert_int_equal(
		    write_below(names[i], "evil", &error), DD_E_OUTPUT);
		assert_int_equal(error.code, DD_E_OUTPUT);
	}
	assert_int_equal(access("outside/x", F_OK), -1);
}

static void
test_a_root_that_is_a_link_is_taken(void **state)
{
	(void)state;
	assert_int_equal(mkdir("outside", 0777), 0);
	assert_int_equal(symlink("outside", "out"), 0);
	assert_int_equal(write_below("a", "1", NULL), DD_OK);
	expect_content("outside/a", "1");
}

/* What a killed process left goes; what somebody writes stays. */
static void
test_left_over_files_are_swept(void **state)
{
	int fd;

	(void)state;
	mkdir("out", 0777);
	fd = open(
	    "out/.diplodoc-0000000000000001.tmp", O_CREAT | O_WRONLY, 0600);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	close(open(
	    "out/.diplodoc-0000000000000002.tmp", O_CREAT | O_WRONLY, 0600));
	close(open("out/.diplodoc-mine", O_CREAT | O_WRONLY, 0600));
	assert_int_equal(write_below("a", "1", NULL), DD_OK);
	assert_int_equal(access("out/.diplodoc-0000000000000001.tmp", F_OK), 0);
	assert_int_equal(
	    access("out/.diplodoc-0000000000000002.tmp", F_OK), -1);
	assert_int_equal(access("out/.diplodoc-mine", F_OK), 0);
	close(fd);
}

static void
test_no_descriptors_left(void **state)
{
	struct dd_error error = {0};
	struct rlimit old, small;
	struct dd_store store;
	int result;

	(void)state;
	assert_int_equal(write_below("a", "1", NULL), DD_OK);
	assert_int_equal(dd_store_open(&store, "out", NULL), DD_OK);
	getrlimit(RLIMIT_NOFILE, &old);
	small = old;
	small.rlim_cur = (rlim_t)store.root + 1;
	setrlimit(RLIMIT_NOFILE, &small);
	result = dd_store_write(&store, "a", "2", 1, &error);
	setrlimit(RLIMIT_NOFILE, &old);
	assert_int_equal(result, DD_E_OUTPUT);
	assert_non_null(strstr(error.text, "Too many open files"));
	dd_store_release(&store);
	expect_content("out/a", "1");
}

static void
test_a_draft_is_abandoned(void **state)
{
	struct dd_atomic file;

	(void)state;
	assert_int_equal(dd_file_write("a", "1", 1, NULL), DD_OK);
	assert_int_equal(dd_atomic_begin(&file, -1, "a", NULL), DD_OK);
	assert_int_equal(dd_atomic_add(&file, "2", 1, NULL), DD_OK);
	assert_int_equal(access(file.temp, F_OK), 0);
	dd_atomic_abandon(&file);
	assert_int_equal(access(file.temp, F_OK), -1);
	expect_content("a", "1");
}

static void
test_digests(void **state)
{
	/* FIPS 180-4, the first example. */
	static const char abc[] = "ba7816bf8f01cfea414140de5dae2223"
				  "b00361a396177a9cb410ff61f20015ad";
	char out[DD_DIGEST_SIZE], other[DD_DIGEST_SIZE];
	struct dd_digest one, two;

	(void)state;
	dd_digest_of("abc", 3, out);
	assert_string_equal(out, abc);
	dd_file_write("a", "abc", 3, NULL);
	assert_int_equal(dd_digest_file("a", other, NULL), DD_OK);
	assert_string_equal(other, abc);
	assert_int_equal(dd_digest_file(".", other, NULL), DD_E_INPUT);
	assert_int_equal(dd_digest_file("none", other, NULL), DD_E_INPUT);
	dd_digest_init(&one);
	dd_digest_init(&two);
	dd_digest_text(&one, "a");
	dd_digest_text(&one, "b");
	dd_digest_text(&two, "ab");
	dd_digest_text(&two, NULL);
	dd_digest_end(&one, out);
	dd_digest_end(&two, other);
	assert_string_not_equal(out, other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_FOLDER(test_folders_are_made),
	    IN_FOLDER(test_nothing_gets_out),
	    IN_FOLDER(test_a_root_that_is_a_link_is_taken),
	    IN_FOLDER(test_left_over_files_are_swept),
	    IN_FOLDER(test_no_descriptors_left),
	    IN_FOLDER(test_a_draft_is_abandoned),
	    IN_FOLDER(test_digests),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
