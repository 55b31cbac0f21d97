/* SPDX-License-Identifier: MIT */
/* Parts of a run, the manifest, names in one line, and progress. */
#include "folder.h"
#include <string.h>
#include "base/percent.h"
#include "cli/journal.h"
#include "cli/manifest.h"
#include "cli/progress.h"
#include "cli/shard.h"

static void
test_what_a_part_is(void **state)
{
	static const char *const bad[] = {"", "0/3", "4/3", "1", "1/", "/3",
	    "1/3x", "-1/3", "1/0", "1 /3", "1/10000000", "99999999999/3"};
	struct dd_shard shard;
	struct dd_error error;

	(void)state;
	assert_int_equal(dd_shard_read(&shard, "3/8", NULL), DD_OK);
	assert_int_equal(shard.number, 3);
	assert_int_equal(shard.count, 8);
	assert_int_equal(dd_shard_read(&shard, NULL, NULL), DD_OK);
	assert_true(dd_shard_takes(&shard, "anything"));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		error = (struct dd_error){0};
		assert_int_equal(
		    dd_shard_read(&shard, bad[i], &error), DD_E_USAGE);
	}
}

/* Every name is in one part, and parts are about as large. */
static void
test_each_name_in_one_part(void **state)
{
	size_t sizes[7] = {0};
	char name[32];

	(void)state;
	for (int i = 0; i < 7000; i++) {
		int parts = 0;

		snprintf(name, sizeof name, "summaries/%d.xml", i);
		for (size_t k = 1; k <= 7; k++) {
			struct dd_shard shard = {k, 7};

			if (dd_shard_takes(&shard, name)) {
				sizes[k - 1]++;
				parts++;
			}
		}
		assert_int_equal(parts, 1);
	}
	for (size_t k = 0; k < 7; k++)
		assert_true(sizes[k] > 850 && sizes[k] < 1150);
}

/* As documented, so that others can compute it: of "abc" (FIPS 180-4) the first
 * eight bytes are BA7816BF8F01CFEA. */
static void
test_the_part_is_that_of_the_digest(void **state)
{
	struct dd_shard shard = {0xBA7816BF8F01CFEAu % 1000 + 1, 1000};

	(void)state;
	assert_true(dd_shard_takes(&shard, "abc"));
	shard.number++;
	assert_false(dd_shard_takes(&shard, "abc"));
}

static void
test_manifest(void **state)
{
	const struct dd_product products[] = {
	    {"html", "o/\xff%\n.html", "cd", 7}};
	const struct dd_entry entry = {.name = "a\"b.xml",
	    .digest = "ab",
	    .products = products,
	    .product_count = 1};
	struct dd_manifest manifest;

	(void)state;
	dd_file_write("m", "old", 3, NULL);
	assert_int_equal(dd_manifest_open(&manifest, "m", NULL), DD_OK);
	assert_int_equal(dd_manifest_add(&manifest, &entry, NULL), DD_OK);
	expect_content("m", "old");
	assert_int_equal(dd_manifest_close(&manifest, NULL), DD_OK);
	expect_content("m",
	    "{\"input\":\"a\\\"b.xml\",\"inputSha256\":\"ab\",\"format\":"
	    "\"html\",\"output\":\"o/%FF%25%0A.html\",\"sha256\":\"cd\","
	    "\"bytes\":7}\n");
	assert_int_equal(
	    dd_manifest_open(&manifest, "none/m", NULL), DD_E_OUTPUT);
	assert_int_equal(dd_manifest_close(&manifest, NULL), DD_OK);
}

static void
test_names_in_one_line(void **state)
{
	char name[256];
	struct dd_buffer line, back;

	(void)state;
	for (int i = 1; i < 256; i++)
		name[i - 1] = (char)i;
	name[255] = 0;
	dd_buffer_init(&line, 0);
	dd_buffer_init(&back, 0);
	dd_percent_encode(&line, name);
	assert_null(strpbrk(line.data, "\n\t\r\x7f"));
	dd_percent_decode(&back, line.data);
	assert_string_equal(back.data, name);
	dd_buffer_clear(&back);
	dd_percent_decode(&back, "%%4%zz%41%");
	assert_string_equal(back.data, "%%4%zzA%");
	dd_buffer_release(&line);
	dd_buffer_release(&back);
}

static void
expect_progress(
    size_t done, size_t failed, size_t total, uint64_t passed, const char *line)
{
	struct dd_progress progress = {.done = done, .failed = failed};
	struct dd_buffer out;

	dd_buffer_init(&out, 0);
	dd_progress_print(&progress, total, passed, NULL, &out);
	assert_string_equal(out.data, line);
	dd_buffer_release(&out);
}

static void
test_progress(void **state)
{
	(void)state;
	expect_progress(12, 1, 40, 1500,
	    "12/40 documents, 8.0 per second, 4 s left, 1 failed");
	expect_progress(12, 0, 0, 1500, "12 documents, 8.0 per second");
	expect_progress(40, 0, 40, 5000, "40/40 documents, 8.0 per second");
	expect_progress(0, 0, 40, 0, "0/40 documents, 0.0 per second");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_what_a_part_is),
	    cmocka_unit_test(test_each_name_in_one_part),
	    cmocka_unit_test(test_the_part_is_that_of_the_digest),
	    IN_FOLDER(test_manifest),
	    cmocka_unit_test(test_names_in_one_line),
	    cmocka_unit_test(test_progress),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
