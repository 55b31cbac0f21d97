/* SPDX-License-Identifier: MIT */
/* The public interface: what its header promises to whoever calls it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/stat.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "diplodoc.h"

#define EDITIONS "tests/golden/check/edition"

/* --- tables that are asked row by row ------------------------------------ */

static void
test_rows_end(void **state)
{
	struct diplodoc_format format = {.name = NULL};
	struct diplodoc_limit limit = {.name = NULL};
	struct diplodoc_rule rule = {.id = NULL};
	size_t formats = 0, limits = 0, rules = 0;

	(void)state;
	while (diplodoc_format(formats, &format))
		formats++;
	while (diplodoc_limit(limits, &limit))
		limits++;
	while (diplodoc_rule(rules, &rule))
		rules++;
	assert_string_equal(format.name, "resolved");
	assert_string_equal(limit.name, "clock");
	assert_true(formats > 5 && limits > 10 && rules > 50);
	assert_false(diplodoc_format(SIZE_MAX, &format));
	assert_false(diplodoc_limit(SIZE_MAX, &limit));
	assert_false(diplodoc_rule(SIZE_MAX, &rule));
}

/* A row that was given stays as it is while others are asked for. */
static void
test_rows_are_the_callers(void **state)
{
	struct diplodoc_rule first, second;

	(void)state;
	assert_true(diplodoc_rule(0, &first));
	assert_true(diplodoc_rule(1, &second));
	assert_string_not_equal(first.id, second.id);
}

/* --- facts ----------------------------------------------------------------- */

/* Facts that were cut or changed on their way add less, or other ones, and that
 * is all. */
static void
test_damaged_facts(void **state)
{
	static const char path[] = "samples/2025-05-20-readout-dorrane.xml";
	struct diplodoc *context = diplodoc_new();
	struct dd_buffer bytes;
	size_t len;
	char *facts;

	(void)state;
	dd_buffer_init(&bytes, 0);
	assert_int_equal(dd_file_read(path, 1 << 20, &bytes, NULL), DD_OK);
	assert_int_equal(diplodoc_facts(context, path, path, bytes.data,
			     bytes.len, &facts, &len, NULL),
	    DIPLODOC_OK);
	assert_true(len > 100);
	for (size_t i = 0; i < len; i++) {
		struct diplodoc_archive *archive = diplodoc_archive_new();
		char *cut = dd_malloc(i + 1);

		memcpy(cut, facts, i);
		diplodoc_archive_add(archive, "cut", cut, i);
		facts[i] ^= 1;
		diplodoc_archive_add(archive, "changed", facts, len);
		facts[i] ^= 1;
		diplodoc_archive_judge(archive);
		diplodoc_archive_free(archive);
		free(cut);
	}
	free(facts);
	dd_buffer_release(&bytes);
	diplodoc_free(context);
}

/* --- settings ------------------------------------------------------------ */

static void
test_settings_are_copied(void **state)
{
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *document;
	char folder[8] = ".";

	(void)state;
	assert_int_equal(
	    diplodoc_set_resources(context, folder, NULL), DIPLODOC_OK);
	strcpy(folder, "/none");
	document = diplodoc_open(context, "a.xml", NULL, "<a/>", 4);
	assert_int_equal(diplodoc_validate(document, NULL), DIPLODOC_OK);
	assert_int_equal(diplodoc_verdict(document), DIPLODOC_FAIL);
	diplodoc_close(document);
	diplodoc_free(context);
}

/* The first message about a document that is none, which the caller frees. */
static char *
say_first(struct diplodoc *context)
{
	struct diplodoc_document *document =
	    diplodoc_open(context, "a.xml", NULL, "<a/>", 4);
	char *message;

	assert_int_equal(diplodoc_validate(document, NULL), DIPLODOC_OK);
	message = dd_strdup(diplodoc_diagnostic(document, 0)->message);
	diplodoc_close(document);
	return message;
}

/* Whatever the environment says. */
static void
test_language(void **state)
{
	static const char english[] = "The document begins with `<a>`;";
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_error error = {0};
	char *message;

	(void)state;
	setenv("LANG", "ja_JP.UTF-8", 1);
	message = say_first(context);
	assert_memory_equal(message, english, sizeof english - 1);
	free(message);
	assert_int_equal(
	    diplodoc_set_language(context, "xx", &error), DIPLODOC_E_USAGE);
	assert_string_equal(error.text,
	    "There are no messages in `xx`; there are some in `en`, `ja`.");
	assert_int_equal(
	    diplodoc_set_language(context, "ja", NULL), DIPLODOC_OK);
	message = say_first(context);
	assert_null(strstr(message, "begins"));
	assert_non_null(strstr(message, "`<a>`"));
	free(message);
	assert_int_equal(
	    diplodoc_set_language(context, "xx", NULL), DIPLODOC_E_USAGE);
	message = say_first(context);
	assert_null(strstr(message, "begins"));
	free(message);
	assert_int_equal(
	    diplodoc_set_language(context, "en", NULL), DIPLODOC_OK);
	message = say_first(context);
	assert_memory_equal(message, english, sizeof english - 1);
	free(message);
	diplodoc_free(context);
}

static void
test_resource_too_large(void **state)
{
	char folder[] = "/tmp/diplodoc-XXXXXX", path[64];
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_error error;
	struct dd_buffer bytes;

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_in_range(snprintf(path, sizeof(path), "%s/schemas", folder), 1,
	    sizeof(path) - 1);
	assert_int_equal(mkdir(path, 0700), 0);
	strcat(path, "/meeting-summary.xsd");
	dd_buffer_init(&bytes, 0);
	dd_buffer_repeat(&bytes, ' ', 4 * 1024 * 1024 + 1);
	assert_int_equal(
	    dd_file_write(path, bytes.data, bytes.len, NULL), DD_OK);
	assert_int_equal(
	    diplodoc_set_resources(context, folder, &error), DIPLODOC_E_USAGE);
	assert_non_null(strstr(error.text, "is larger than"));
	unlink(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
	rmdir(folder);
	dd_buffer_release(&bytes);
	diplodoc_free(context);
}

/* --- documents ----------------------------------------------------------- */

static void
test_findings_end(void **state)
{
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *document =
	    diplodoc_open(context, "a.xml", NULL, "<a/>", 4);

	(void)state;
	assert_null(diplodoc_diagnostic(document, 0));
	diplodoc_validate(document, NULL);
	assert_int_equal(diplodoc_diagnostic_count(document), 1);
	assert_non_null(diplodoc_diagnostic(document, 0));
	assert_null(diplodoc_diagnostic(document, 1));
	diplodoc_close(document);
	diplodoc_free(context);
}

static struct diplodoc_document *
open_sample(struct diplodoc *context)
{
	static const char path[] =
	    "samples/2023-07-13-japan-rok-foreign-ministers.xml";
	struct diplodoc_document *document;
	struct dd_buffer bytes;

	dd_buffer_init(&bytes, 0);
	assert_int_equal(dd_file_read(path, 1 << 20, &bytes, NULL), DD_OK);
	document = diplodoc_open(context, path, path, bytes.data, bytes.len);
	dd_buffer_release(&bytes);
	return document;
}

/* Without time zones a clock time is not checked, however often one asks. */
static void
test_failure_is_repeated(void **state)
{
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *document;
	struct diplodoc_error first, second;
	size_t count;

	(void)state;
	memset(&first, 0xAA, sizeof(first));
	memset(&second, 0x55, sizeof(second));
	diplodoc_set_zoneinfo(context, "/none");
	document = open_sample(context);
	assert_int_equal(
	    diplodoc_validate(document, &first), DIPLODOC_E_ENGINE);
	count = diplodoc_diagnostic_total(document);
	assert_int_equal(
	    diplodoc_validate(document, &second), DIPLODOC_E_ENGINE);
	assert_int_equal(diplodoc_diagnostic_total(document), count);
	assert_int_equal(diplodoc_verdict(document), DIPLODOC_NOT_CHECKED);
	assert_int_equal(first.code, DIPLODOC_E_ENGINE);
	assert_int_equal(second.code, DIPLODOC_E_ENGINE);
	assert_string_equal(first.text, second.text);
	diplodoc_close(document);
	diplodoc_free(context);
}

static void
test_convert_without_options(void **state)
{
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *document = open_sample(context);
	char *text = NULL;
	size_t len = 0;

	(void)state;
	assert_int_equal(diplodoc_validate(document, NULL), DIPLODOC_OK);
	assert_int_equal(
	    diplodoc_convert(document, "text", NULL, &text, &len, NULL),
	    DIPLODOC_OK);
	assert_int_equal(strlen(text), len);
	assert_non_null(strstr(text, "Jakarta"));
	free(text);
	diplodoc_close(document);
	diplodoc_free(context);
}

/* --- editions ------------------------------------------------------------ */

static size_t
count_findings(struct diplodoc *context, const char *path, bool editions)
{
	struct diplodoc_check_options options = {.editions = editions};
	struct diplodoc_document *document;
	struct dd_buffer bytes;
	size_t count;

	dd_buffer_init(&bytes, 0);
	assert_int_equal(dd_file_read(path, 1 << 20, &bytes, NULL), DD_OK);
	document = diplodoc_open(context, path, path, bytes.data, bytes.len);
	assert_int_equal(diplodoc_check(document, &options, NULL), DIPLODOC_OK);
	count = diplodoc_diagnostic_count(document);
	diplodoc_close(document);
	dd_buffer_release(&bytes);
	return count;
}

static void
test_editions_are_named(void **state)
{
	static const char *const same[] = {
	    EDITIONS "/en.xml", EDITIONS "/../edition-same-language/a.xml"};
	static const char *const paths[] = {
	    EDITIONS "/en.xml", EDITIONS "/none.xml", EDITIONS "/fr.xml"};
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_error error = {.code = 0};
	size_t alone;

	(void)state;
	assert_int_equal(
	    diplodoc_set_editions(context, paths, 1, &error), DIPLODOC_E_USAGE);
	assert_int_equal(error.code, DIPLODOC_E_USAGE);
	assert_int_equal(
	    diplodoc_set_editions(context, same, 2, NULL), DIPLODOC_E_USAGE);
	assert_int_equal(
	    diplodoc_set_editions(context, paths, 3, NULL), DIPLODOC_OK);
	alone = count_findings(context, paths[0], false);
	assert_int_equal(count_findings(context, paths[0], true), alone + 4);
	assert_int_equal(count_findings(context, paths[0], false), alone);
	diplodoc_free(context);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows_end),
	    cmocka_unit_test(test_rows_are_the_callers),
	    cmocka_unit_test(test_damaged_facts),
	    cmocka_unit_test(test_settings_are_copied),
	    cmocka_unit_test(test_language),
	    cmocka_unit_test(test_resource_too_large),
	    cmocka_unit_test(test_findings_end),
	    cmocka_unit_test(test_failure_is_repeated),
	    cmocka_unit_test(test_convert_without_options),
	    cmocka_unit_test(test_editions_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
