/* SPDX-License-Identifier: MIT */
/* Names and identity of findings as services want them; JSON on one line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "report/emitter.h"
#include "report/finding.h"
#include "report/report.h"

static void
check_uri(const char *file, const char *expected)
{
	struct dd_buffer uri;

	dd_buffer_init(&uri, 0);
	dd_report_uri(&uri, file);
	assert_string_equal(uri.data, expected);
	dd_buffer_release(&uri);
}

static void
test_uri(void **state)
{
	(void)state;
	check_uri("a/b.xml", "a/b.xml");
	check_uri("././a.xml", "a.xml");
	check_uri("/srv/a b.xml", "file:///srv/a%20b.xml");
	check_uri("100%#?.xml", "100%25%23%3F.xml");
	check_uri("\xE6\x97\xA5\xFF.xml", "%E6%97%A5%FF.xml");
	check_uri("a:b.xml", "a%3Ab.xml");
}

static void
test_path(void **state)
{
	(void)state;
	assert_string_equal(dd_report_path("./a.xml"), "a.xml");
	assert_string_equal(dd_report_path(".//a.xml"), "a.xml");
	assert_string_equal(dd_report_path("../a.xml"), "../a.xml");
	assert_string_equal(dd_report_path("./"), "./");
}

/* The same words twice are two findings, and each keeps its own print. */
static void
test_fingerprint(void **state)
{
	const struct diplodoc_diagnostic finding = {.key = "0123456789abcdef"};
	char first[DD_FINGERPRINT_SIZE], second[DD_FINGERPRINT_SIZE],
	    other[DD_FINGERPRINT_SIZE], again[DD_FINGERPRINT_SIZE];
	struct dd_fingerprints prints;

	(void)state;
	dd_fingerprints_init(&prints);
	dd_fingerprint(&prints, "a.xml", &finding, first);
	dd_fingerprint(&prints, "a.xml", &finding, second);
	dd_fingerprint(&prints, "b.xml", &finding, other);
	dd_fingerprints_release(&prints);
	assert_string_not_equal(first, second);
	assert_string_not_equal(first, other);
	dd_fingerprints_init(&prints);
	dd_fingerprint(&prints, "./a.xml", &finding, again);
	dd_fingerprints_release(&prints);
	assert_string_equal(again, first);
	assert_int_equal(strlen(first), DD_FINGERPRINT_SIZE - 1);
}

static void
test_levels(void **state)
{
	const struct diplodoc_diagnostic warning = {.level = "warning"},
					 known = {
					     .level = "error", .known = true};
	const struct dd_report strict = {.fail_on = "warning"}, usual = {0};

	(void)state;
	assert_true(dd_finding_fails(&strict, &warning));
	assert_false(dd_finding_fails(&usual, &warning));
	assert_false(dd_finding_fails(&usual, &known));
	assert_string_equal(dd_finding_word(&warning, "e", "w", "a"), "w");
}

static void
test_compact(void **state)
{
	struct dd_buffer out;
	struct dd_emitter to = {.out = &out, .compact = true};

	(void)state;
	dd_buffer_init(&out, 0);
	dd_emit_open(&to, NULL, '{');
	dd_emit_open(&to, "a", '[');
	dd_emit_number(&to, NULL, 1);
	dd_emit_number(&to, NULL, 2);
	dd_emit_close(&to, ']');
	dd_emit_shown(&to, "b", "\x1b");
	dd_emit_close(&to, '}');
	assert_string_equal(out.data, "{\"a\":[1,2],\"b\":\"\\\\x1b\"}\n");
	dd_buffer_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_uri),
	    cmocka_unit_test(test_path),
	    cmocka_unit_test(test_fingerprint),
	    cmocka_unit_test(test_levels),
	    cmocka_unit_test(test_compact),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
