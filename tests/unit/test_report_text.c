/* SPDX-License-Identifier: MIT */
/* The report for people: which file a related place is shown in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "report/report.h"

/* Prints a document whose first finding has one related place, on its first
 * line: in `file`, or in the document itself where that is NULL. */
static void
print_related_in(const char *file, struct dd_buffer *ret_out)
{
	static const char bytes[] = "<first>\n<second></first>\n";
	struct diplodoc *context = diplodoc_new();
	struct diplodoc_document *document =
	    diplodoc_open(context, "own.xml", NULL, bytes, strlen(bytes));
	const struct diplodoc_related related = {.file = file,
	    .place = {.line = 1, .column = 1, .end_line = 1, .end_column = 8},
	    .text = "the other place"};
	struct dd_report report = {.out = ret_out, .excerpt = true};
	const struct dd_outcome outcome = {
	    .file = "own.xml", .document = document};
	struct diplodoc_diagnostic *finding;

	assert_int_equal(diplodoc_validate(document, NULL), DIPLODOC_OK);
	finding =
	    (struct diplodoc_diagnostic *)diplodoc_diagnostic(document, 0);
	assert_non_null(finding);
	finding->related = &related;
	finding->related_count = 1;
	dd_buffer_init(ret_out, 0);
	dd_printer_text.add(&report, &outcome);
	diplodoc_close(document);
	diplodoc_free(context);
}

static void
test_own_file(void **state)
{
	struct dd_buffer out;

	(void)state;
	print_related_in(NULL, &out);
	assert_non_null(strstr(out.data, "own.xml:1:1: note: the other place"));
	assert_non_null(strstr(out.data, " <first>\n"));
	dd_buffer_release(&out);
}

/* A line of this document says nothing about a place in another. */
static void
test_other_file(void **state)
{
	struct dd_buffer out;

	(void)state;
	print_related_in("other.xml", &out);
	assert_non_null(
	    strstr(out.data, "other.xml:1:1: note: the other place"));
	assert_null(strstr(out.data, " <first>\n"));
	dd_buffer_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_own_file),
	    cmocka_unit_test(test_other_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
