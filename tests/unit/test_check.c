/* SPDX-License-Identifier: MIT */
/* Editorial checks as a caller of the library sees them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>
#include "diplodoc.h"

static const char faulty[] =
    "<meetingSummary xmlns=\"urn:diplodoc:meeting-summary:1\" "
    "xml:lang=\"en\" id=\"t1\" version=\"1\" status=\"final\">"
    "<head><issued date=\"2025-05-20\"/></head>"
    "<meeting kind=\"foreignMinisters\" level=\"ministers\" "
    "format=\"telephone\">"
    "<start when=\"2025-05-20T10:00:00+00:00\" zone=\"Etc/UTC\"/>"
    "<duration value=\"PT45M\"/>"
    "<party id=\"a\" country=\"XA\" role=\"own\"><principal id=\"p\">"
    "<office>Minister</office></principal></party>"
    "<party id=\"b\" country=\"XB\" role=\"counterpart\">"
    "<principal id=\"q\"><office>Minister</office></principal></party>"
    "</meeting><body><item>"
    "<?diplodoc ignore text/repeated-word reason=\"a motto\" "
    "until=\"2026-01-31\" by=\"M. Orell\"?>"
    "<statement speaker=\"p q\" act=\"agree\">They agreed  to to meet."
    "</statement></item></body></meetingSummary>";

static struct diplodoc_document *
check(struct diplodoc *context, const struct diplodoc_check_options *options)
{
	struct diplodoc_document *document =
	    diplodoc_open(context, "a.xml", NULL, faulty, strlen(faulty));

	assert_int_equal(diplodoc_check(document, options, NULL), DIPLODOC_OK);
	return document;
}

static const struct diplodoc_diagnostic *
find(const struct diplodoc_document *document, const char *id)
{
	const struct diplodoc_diagnostic *each;

	for (size_t i = 0; (each = diplodoc_diagnostic(document, i)); i++)
		if (strcmp(each->id, id) == 0)
			return each;
	return NULL;
}

static void
a_suppressed_finding_says_why(void **state)
{
	struct diplodoc_severity error = {"text", "error"};
	struct diplodoc_severity off = {"text/double-space", "off"};
	struct diplodoc_severity both[] = {error, off};
	struct diplodoc_check_options options = {
	    .severities = both, .severity_count = 2};
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *document = check(context, &options);
	const struct diplodoc_diagnostic *finding =
	    find(document, "text/repeated-word");

	(void)state;
	assert_non_null(finding);
	assert_string_equal(finding->level, "error");
	assert_string_equal(finding->reason, "a motto");
	assert_string_equal(finding->until, "2026-01-31");
	assert_string_equal(finding->by, "M. Orell");
	assert_false(finding->known);
	assert_null(find(document, "text/double-space"));
	assert_int_equal(diplodoc_verdict(document), DIPLODOC_PASS);
	assert_true(diplodoc_is_edited(document));
	diplodoc_close(document);
	options.today = "2026-02-01";
	document = check(context, &options);
	assert_null(find(document, "text/repeated-word")->reason);
	assert_non_null(find(document, "engine/suppression-expired"));
	assert_int_equal(diplodoc_verdict(document), DIPLODOC_FAIL);
	diplodoc_close(document);
	diplodoc_free(context);
}

static bool
know_one(void *context, const char *id, const char *key)
{
	size_t *asked = context;

	assert_int_equal(strlen(key), 16);
	++*asked;
	return strcmp(id, "text/double-space") == 0;
}

static void
a_known_finding_does_not_count(void **state)
{
	struct diplodoc_severity error = {"text", "error"};
	size_t asked = 0;
	struct diplodoc_check_options options = {.severities = &error,
	    .severity_count = 1,
	    .is_known = know_one,
	    .context = &asked};
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *document = check(context, &options);

	(void)state;
	assert_int_equal(asked, 1); /* not about what is suppressed */
	assert_true(find(document, "text/double-space")->known);
	assert_int_equal(diplodoc_verdict(document), DIPLODOC_PASS);
	diplodoc_close(document);
	diplodoc_free(context);
}

static void
options_that_are_none_are_refused(void **state)
{
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *document =
	    diplodoc_open(context, "a.xml", NULL, faulty, strlen(faulty));
	struct diplodoc_check_options stage = {.stage = "printed"};
	struct diplodoc_check_options day = {.today = "tomorrow"};
	struct diplodoc_error error = {0};

	(void)state;
	assert_int_equal(
	    diplodoc_check(document, &stage, &error), DIPLODOC_E_USAGE);
	assert_string_equal(error.text, "There is no stage `printed`.");
	assert_int_equal(
	    diplodoc_check(document, &day, &error), DIPLODOC_E_USAGE);
	assert_int_equal(diplodoc_verdict(document), DIPLODOC_NOT_CHECKED);
	assert_int_equal(diplodoc_check(document, NULL, &error), DIPLODOC_OK);
	assert_int_equal(diplodoc_diagnostic_count(document), 2);
	diplodoc_close(document);
	diplodoc_free(context);
}

static uint64_t
count_up(void)
{
	static uint64_t now;

	return now += 10;
}

static void
sum_up(void *context, const char *part, uint64_t cost)
{
	uint64_t *sum = context;

	assert_true(part[0]);
	*sum += cost;
}

/* A clock that ticks when it is read: every part takes its reads. */
static void
parts_tell_what_they_take(void **state)
{
	uint64_t sum = 0;
	struct diplodoc_check_options options = {
	    .spent = sum_up, .clock = count_up, .context = &sum};
	struct diplodoc *context = diplodoc_new();

	(void)state;
	diplodoc_close(check(context, &options));
	assert_true(sum >= 50);
	diplodoc_free(context);
}

/* A folder of time zones: UTC, and a file that is none under the name of the
 * zone in which the house is at home. */
static void
make_broken_zones(char *folder)
{
	char path[64];
	FILE *file;

	assert_non_null(mkdtemp(folder));
	for (size_t i = 0; i < 2; i++) {
		snprintf(
		    path, sizeof path, "%s/%s", folder, i ? "Etc" : "Asia");
		assert_int_equal(mkdir(path, 0700), 0);
	}
	snprintf(path, sizeof path, "%s/Etc/UTC", folder);
	assert_int_equal(symlink("/usr/share/zoneinfo/Etc/UTC", path), 0);
	snprintf(path, sizeof path, "%s/Asia/Tokyo", folder);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs("no zone", file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void
remove_zones(const char *folder)
{
	static const char *const names[] = {
	    "/Asia/Tokyo", "/Asia", "/Etc/UTC", "/Etc", ""};
	char path[64];

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		snprintf(path, sizeof path, "%s%s", folder, names[i]);
		assert_int_equal(remove(path), 0);
	}
}

/* Opens and checks the document in such a world, and says how that went. */
static int
check_with_broken_zones(const struct diplodoc_check_options *options,
    struct diplodoc_error *error, enum diplodoc_verdict *ret_verdict)
{
	char folder[] = "/tmp/diplodoc-zones-XXXXXX";
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *document;
	int result;

	make_broken_zones(folder);
	diplodoc_set_zoneinfo(context, folder);
	assert_int_equal(diplodoc_set_house(
			     context, "samples/house/diplodoc-house.xml", NULL),
	    DIPLODOC_OK);
	document =
	    diplodoc_open(context, "a.xml", NULL, faulty, strlen(faulty));
	result = diplodoc_check(document, options, error);
	*ret_verdict = diplodoc_verdict(document);
	assert_int_equal(diplodoc_is_edited(document), result == 0);
	diplodoc_close(document);
	diplodoc_free(context);
	remove_zones(folder);
	return result;
}

static void
a_rule_that_cannot_run_leaves_it_unchecked(void **state)
{
	struct diplodoc_check_options options = {0};
	enum diplodoc_verdict verdict;
	struct diplodoc_error error = {0};

	(void)state;
	assert_int_equal(check_with_broken_zones(&options, &error, &verdict),
	    DIPLODOC_E_ENGINE);
	assert_int_equal(verdict, DIPLODOC_NOT_CHECKED);
	assert_non_null(strstr(error.text, "Asia/Tokyo"));
}

/* Nor is it run where nobody asks for what it could find. */
static void
a_rule_that_is_off_does_not_run(void **state)
{
	struct diplodoc_severity off[] = {{"clock", "off"}, {"photo", "off"},
	    {"release", "off"}, {"house/rule", "off"}};
	struct diplodoc_check_options options = {
	    .severities = off, .severity_count = 4};
	enum diplodoc_verdict verdict;

	(void)state;
	assert_int_equal(
	    check_with_broken_zones(&options, NULL, &verdict), DIPLODOC_OK);
	assert_int_equal(verdict, DIPLODOC_PASS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_suppressed_finding_says_why),
	    cmocka_unit_test(a_known_finding_does_not_count),
	    cmocka_unit_test(options_that_are_none_are_refused),
	    cmocka_unit_test(parts_tell_what_they_take),
	    cmocka_unit_test(a_rule_that_cannot_run_leaves_it_unchecked),
	    cmocka_unit_test(a_rule_that_is_off_does_not_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
