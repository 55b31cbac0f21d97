/* SPDX-License-Identifier: MIT */
/*
 * Checks as for publication: every finding has a sentence and a place, a second
 * run finds the same, and whatever is mended by itself is still a document.
 */
#include <stdlib.h>
#include <string.h>
#include "lib/fuzz.h"

static struct diplodoc_document *
check(const void *data, size_t size)
{
	static const struct diplodoc_check_options options = {
	    .today = "2026-11-26"};
	struct diplodoc_document *document =
	    diplodoc_open(fuzz_context(), "input", NULL, data, size);
	struct diplodoc_error error = {0};

	if (diplodoc_check(document, &options, &error) != DIPLODOC_OK)
		fuzz_fail("%s", error.text);
	if (diplodoc_verdict(document) == DIPLODOC_NOT_CHECKED)
		fuzz_fail("a document that was checked is not checked");
	return document;
}

static void
check_same(
    const struct diplodoc_document *document, const void *data, size_t size)
{
	struct diplodoc_document *other = check(data, size);
	size_t once_len, twice_len;
	char *once = diplodoc_record(document, &once_len);
	char *twice = diplodoc_record(other, &twice_len);

	if (once_len != twice_len || memcmp(once, twice, once_len) != 0)
		fuzz_fail("a second run finds something else");
	diplodoc_close(other);
	free(once);
	free(twice);
}

static void
check_fix(struct diplodoc_document *document, bool unsafe, const void *data,
    size_t size)
{
	struct diplodoc_error error = {0};
	size_t len, count;
	char *text;

	if (diplodoc_fix(document, unsafe, data, size, &text, &len, &count,
		&error) != DIPLODOC_OK)
		fuzz_fail("%s", error.text);
	if (count == 0)
		return;
	diplodoc_close(fuzz_validate_again(document, text, len));
	free(text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diplodoc_document *document = check(data, size);

	fuzz_diagnostics(document, size);
	check_same(document, data, size);
	check_fix(document, false, data, size);
	check_fix(document, true, data, size);
	diplodoc_close(document);
	return 0;
}
